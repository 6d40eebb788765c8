"""Text of a report is data: whatever it holds, the file opens and shows it as it is."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from drafter import api
from drafter.options import DraftOptions
from tests.acceptance.skeletons import comment_lines
from tests.acceptance.small_reports import report_text
from tests.render.reopened import Reopened, reopen

FOUR_BYTES = "\U00020bb7\U0002a6d6"  # 𠮷, and 𪛖, which GB18030 writes in four bytes as well
SHOWN = (
    "{{ 7*7 }}",
    "{% raw %}",
    "{# 注 #}",
    "&<>",
    "<w:t>假标签</w:t>",
    "“弯引号”",
    "㎡",
    FOUR_BYTES,
    "[一级标题]",
    "\\n",
    "%s",
    "${HOME}",
    "]]>",
)


def build(tmp_path: Path, text: str, encoding: str) -> tuple[bytes, Reopened]:
    source = tmp_path / "2024.txt"
    source.write_bytes(text.encode(encoding))
    options = DraftOptions()
    data = api.to_docx(api.draft([api.read_report(source)], options), options)
    return data, reopen(data)


def hostile(body: str) -> str:
    """The body in a carried paragraph, a heading, a deed, a promise and a shortcoming."""
    return report_text(
        achievements=(
            f"一、主要举措和成效\n（一）规范执法{body}\n认真落实{body}要求，办理案件120件。"
            f"出台《关于{body}的办法》。\n"
        ),
        shortcomings=f"三、存在的不足和原因\n（一）力量薄弱。{body}方面力量不足，主要原因是编制紧缺。\n",
        plans=f"四、2025年工作安排\n（一）规范执法。建设{body}执法实训基地。\n（二）强化宣传。开展普法活动。\n",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("body", SHOWN)
def test_text_is_shown_as_it_is(tmp_path: Path, body: str, encoding: str) -> None:
    data, found = build(tmp_path, hostile(body), encoding)
    words = "\n".join(text for _, text in found.rows())
    assert f"认真落实{body}要求" in words
    assert f"建设{body}执法实训基地" in words
    assert body in "\n".join(p.text for p in docx.Document(io.BytesIO(data)).paragraphs)


@pytest.mark.parametrize(
    "control", ["\x01", "\x00", "\x0b", "\x1b[31m", "\u200b", "\ufeff", "\ufffe"]
)
def test_control_characters_do_no_harm(tmp_path: Path, control: str) -> None:
    _, found = build(tmp_path, hostile(f"甲{control}乙"), "utf-8")
    words = "\n".join(text for _, text in found.rows())
    assert "甲" in words
    assert "乙" in words
    assert "\x01" not in words
    assert "\x00" not in words


def test_all_of_it_at_once_passes_the_audit(tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit")
    data, found = build(tmp_path, hostile("".join(SHOWN) + "甲\x01乙\x00丙"), "gb18030")
    file = tmp_path / "2025.docx"
    file.write_bytes(data)
    assert audit.OpenXmlValidator().validate(file).errors == []
    assert "49" not in "".join(line for c in found.comments for line in comment_lines(c))


def test_a_last_line_with_an_angle_bracket_is_not_lost(tmp_path: Path) -> None:
    plans = "四、2025年工作安排\n（一）规范执法。开展柔性执法，确保群众满意率>95%。\n"
    found = build(tmp_path, report_text(plans=plans), "utf-8")[1]
    assert "开展柔性执法" in "".join(text for _, text in found.rows())


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_ends_make_no_difference(tmp_path: Path, ending: str) -> None:
    plain = build(tmp_path, report_text(), "utf-8")[1].rows()
    source = tmp_path / "2024.txt"
    source.write_bytes(report_text().replace("\n", ending).encode("utf-8"))
    options = DraftOptions()
    again = reopen(api.to_docx(api.draft([api.read_report(source)], options), options))
    assert again.rows() == plain
