"""Blanks around numbers change nothing of what a report says."""

from __future__ import annotations

import re

import pytest

from drafter.model import Commitment, Figure, Report, Shortcoming
from tests.reading import understood

HEAD = "云屏县2024年法治政府建设年度报告\n一、主要举措和成效\n（一）规范执法。"
TAIL = (
    "\n二、存在的不足\n3 个镇人手不足。\n三、2025 年工作安排\n"
    "1.培训执法人员 200 人次，建成 2 个法治广场。\n"
)
TOLD = [
    "办理案件 1136 件，比 2023 年的 1013 件增长 12.1%，其中简易程序 572 件。",
    "截至 2024 年 12 月，审查文件 12 件、合同 30 份。",
    "立案 40 件，结案 35 件，结案率 87.5 %。",
    "罚款 3.5 万元，较上年减少 0.5 万元。",
]


def closed(text: str | None) -> str:
    return re.sub(r"\s", "", text or "")


def facts(report: Report) -> list[object]:
    return [
        [(closed(f.text), f.unit, closed(f.indicator), f.key) for f in report.figures],
        [closed(promise.text) for promise in report.commitments],
        [closed(lack.text) for lack in report.shortcomings],
        [
            (i.kind, closed(i.stated), i.holds, tuple(map(closed, i.operands)))
            for i in report.identities
        ],
    ]


@pytest.mark.parametrize("told", TOLD)
def test_facts_are_those_of_the_text_without_blanks(told: str) -> None:
    tail = TAIL.replace(" ", "")
    assert facts(understood(HEAD + told + TAIL)) == facts(
        understood(HEAD + told.replace(" ", "") + tail)
    )


@pytest.mark.parametrize("told", TOLD)
def test_facts_are_told_as_printed(told: str) -> None:
    report = understood(HEAD + told + TAIL)
    words = {passage.id: passage.text for passage in report.passages}
    told_facts: list[Figure | Commitment | Shortcoming] = [
        *report.figures, *report.commitments, *report.shortcomings,
    ]  # fmt: skip
    for fact in told_facts:
        assert words[fact.ref.passage][fact.ref.start : fact.ref.end] == fact.text
    for figure in report.figures:
        printed = words[figure.ref.passage][figure.value_start : figure.value_end]
        assert printed == figure.value
    assert told in words.values()


@pytest.mark.parametrize("gap", ["\xa0", "\u3000", "   ", "\u2009"])
def test_any_blank_is_a_gap(gap: str) -> None:
    report = understood(HEAD + TOLD[0].replace(" ", gap) + TAIL)
    assert [(i.kind, i.holds) for i in report.identities] == [("growth", True)]


def test_what_an_identity_and_a_cause_quote_is_quoted_as_printed() -> None:
    lacks = "\n二、存在的不足\n执法力量不足。\n主要原因是 2024 年只安排 5 万元经费。\n"
    report = understood(f"{HEAD}立案 40 件，结案 35 件，结案率 88.5 %。{lacks}")
    assert [(i.stated, i.operands) for i in report.identities] == [("88.5 %", ("35 件", "40 件"))]
    assert [lack.cause for lack in report.shortcomings] == ["2024 年只安排 5 万元经费"]


def test_the_blanks_of_a_table_part_its_cells() -> None:
    rows = "项目 2023年 2024年\n立案 12 15\n结案 10 14\n"
    report = understood(f"{HEAD}\n{rows}{TAIL}")
    assert [f.value for f in report.figures][:4] == ["12", "15", "10", "14"]
