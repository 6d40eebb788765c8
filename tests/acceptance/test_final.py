"""From last year's report to the clean file: new, filled as a clerk would, finalize, check."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from drafter import api
from drafter.cli import run
from drafter.render.fields import controls, write_control
from drafter.render.ooxml import parse_xml, serialize_xml, w
from tests.acceptance.skeletons import EXAMPLES

_BODY = "word/document.xml"
_LAST = re.compile(r"，上年(?:目标)?([^，〔〕]+)")
_WORDS = {
    "主送机关": "上级党委、政府",
    "成文日期": "2026年1月20日",
    "上年法律援助案件，上年报告为583，请核对": "520",  # 同比增长12.12%
}
_MOST = 12
"""Warnings of a clean report: what a reviewer reads in a minute."""


def filled(data: bytes) -> bytes:
    """A draft in which every blank is answered: figures that fit together, a sentence each else.

    Last year's values stand in for this year's, since they are the ones whose sums are known.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    root = parse_xml(parts[_BODY])
    for number, control in enumerate(controls(root), start=1):
        write_control(control, _answer(control.text, number))
    parts[_BODY] = serialize_xml(root)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def _answer(placeholder: str, number: int) -> str:
    words = placeholder.strip("〔〕")
    if words in _WORDS:
        return _WORDS[words]
    value = _LAST.search(words)
    if value:
        return value[1]
    return f"第{number}项工作按计划办结，没有完成的主要原因是人员调整，已写入台账第{number}号。"


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.stem)
def draft(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A fresh skeleton of each example."""
    target = tmp_path / "2025.docx"
    assert run(["new", "--from", str(request.param), "-o", str(target)]) == 0
    return target


def test_a_fresh_skeleton_is_not_final(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["finalize", str(draft)]) == 1
    out = capsys.readouterr().out
    assert "还没有填的空格" in out
    assert "还没有答复的提示" in out
    assert not (draft.parent / "2025-定稿.docx").exists()


def test_a_filled_skeleton_becomes_final_and_its_check_is_clean(draft: Path) -> None:
    draft.write_bytes(filled(draft.read_bytes()))
    assert run(["finalize", str(draft)]) == 0
    final = draft.parent / "2025-定稿.docx"
    findings = api.review(final).findings
    assert not [f for f in findings if f.severity == "error"]
    assert sum(f.severity == "warning" for f in findings) <= _MOST
    assert not [f for f in findings if f.rule[0] == "M" or f.rule == "X04"]


def test_nothing_of_drafter_is_left_in_the_final_file(draft: Path) -> None:
    draft.write_bytes(filled(draft.read_bytes()))
    run(["finalize", str(draft)])
    final = draft.parent / "2025-定稿.docx"
    with zipfile.ZipFile(final) as package:
        names = package.namelist()
        root = etree.fromstring(package.read(_BODY))
    assert not [name for name in names if "comment" in name]
    assert not list(root.iter(w("sdt"), w("commentReference")))
    styles = {run.style.name for p in docx.Document(str(final)).paragraphs for run in p.runs}
    assert not styles & {"沿用文字", "填空"}
    named = [p.style.name for p in docx.Document(str(final)).paragraphs if p.style]
    assert "上年提示" not in named


def test_answers_of_prompts_stand_in_paragraphs_of_their_own(draft: Path) -> None:
    draft.write_bytes(filled(draft.read_bytes()))
    run(["finalize", str(draft)])
    texts = [p.text for p in docx.Document(str(draft.parent / "2025-定稿.docx")).paragraphs]
    assert [t for t in texts if re.fullmatch(r"第\d+项工作按计划办结，.*台账第\d+号。", t)]
    assert not [t for t in texts if "上年承诺：" in t or "〔" in t]
