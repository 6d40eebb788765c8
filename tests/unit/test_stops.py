"""Reports whose full stops were typed as points."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter import api
from drafter.model import Report, Text
from drafter.options import DraftOptions
from drafter.stops import with_full_stops
from tests.reading import is_lossless, is_verbatim, source_of, told, understood

ROOT = Path(__file__).resolve().parents[2]
REPORTS = [
    *sorted((ROOT / "tests" / "corpus").glob("*.txt")),
    *sorted((ROOT / "examples").glob("*-202?.txt")),
]
WIDTHS = str.maketrans("，。；：（）", ",.;:()")
SMALL = (
    "清河县2024年法治政府建设年度报告\n一、主要举措和成效\n"
    "(一)加强组织领导.全县召开会议3次,审查文件12件.\n(二)规范执法.检查企业31户,合格率98.5%.\n"
    "二、存在的不足\n执法力量不足.\n三、下一步安排\n将加强培训.\n"
)


def typed(text: str) -> str:
    """A text as one types it who never leaves the half-width punctuation."""
    return text.translate(WIDTHS)


def understanding(report: Report) -> list[object]:
    """All that is understood of a report, the width of its punctuation left out."""
    facts = (
        report.figures,
        report.commitments,
        report.shortcomings,
        report.identities,
        report.stale,
    )
    return [
        [(p.role, p.level, p.part, p.theme, typed(p.text)) for p in report.passages],
        [[fact.ref for fact in facts] for facts in facts],
    ]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_points_are_understood_as_full_stops(path: Path) -> None:
    text = path.read_text("utf-8")
    assert understanding(understood(typed(text))) == understanding(understood(text))


def test_the_report_is_told_as_it_was_typed() -> None:
    report = understood(SMALL)
    assert is_lossless(source_of(SMALL), report.passages)
    assert is_verbatim(source_of(SMALL), report.passages)
    assert report.shortcomings[0].text in SMALL
    assert "2 (一)加强组织领导." in told(report.passages)


def test_a_draft_is_written_with_full_stops() -> None:
    draft = api.draft([understood(SMALL)], DraftOptions())
    carried = [
        inline.text
        for chapter in draft.chapters
        for section in chapter.sections
        for paragraph in section.paragraphs
        if paragraph.kind == "carried"
        for inline in paragraph.inlines
        if isinstance(inline, Text)
    ]
    assert [words for words in carried if "." in words] == []
    assert any(words.endswith("。") for words in carried)


@pytest.mark.parametrize(
    "line",
    [
        *(f"{marker}加强领导" for marker in ("一.", "（一）.", "(3).", "1.", "第一.", "十一.")),
        "合格率98.5％",
        "详见www.qinghe.gov.cn",
        "持续推进......",
    ],
)
def test_a_point_of_another_kind_stays(line: str) -> None:
    source = source_of(f"{SMALL}{line}\n")
    assert with_full_stops(source).lines[-1] == line


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("检查企业31户.", "检查企业31户。"),
        ("合格率98.5%.", "合格率98.5%。"),
        ("印发《办法》.全县执行.", "印发《办法》。全县执行。"),
        ("（见附件）．", "（见附件）。"),
        ("位居全市第一.2024年再创佳绩.", "位居全市第一.2024年再创佳绩。"),
    ],
)
def test_a_point_behind_words_is_a_full_stop(line: str, meant: str) -> None:
    assert with_full_stops(source_of(f"{SMALL}{line}\n")).lines[-1] == meant


def test_points_among_full_stops_are_left_alone() -> None:
    source = source_of("县长阿里木.买买提听取汇报。检查企业31户。审查文件3件。\n" * 9)
    assert with_full_stops(source) is source
