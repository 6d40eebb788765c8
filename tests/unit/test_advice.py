"""What a finding advises: nothing that would make last year's deed one of this year."""

from __future__ import annotations

import pytest

from drafter.api import examine_report
from drafter.model import Finding, Report, Text
from drafter.roll.notes import leftover_item
from tests.acceptance.small_reports import (
    chapter,
    drafted,
    paragraphs,
    report_text,
    rules_on,
    understood,
    with_section,
)
from tests.reading import KNOWLEDGE

HEAD = "一、主要举措和成效\n（一）加强组织领导\n"


def findings(words: str, last: Report | None = None) -> list[Finding]:
    report = understood(report_text(achievements=f"{HEAD}{words}\n"))
    return list(examine_report(report, KNOWLEDGE, last=last).findings)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("S02", "2023年5月，我县召开法治政府建设推进会。"),
        ("S07", "今年，原副县长周某调任，由副县长谭某分管法治工作。"),
    ],
)
def test_a_deed_of_last_year_is_not_simply_dated_anew(rule: str, words: str) -> None:
    (finding,) = (f for f in findings(words) if f.rule == rule)
    assert "上年的事" in finding.message


def test_a_percentage_for_points_is_told_once() -> None:
    last = understood(
        report_text(achievements=f"{HEAD}全程网办率95%，较上年提高4.1个百分点。\n").replace(
            "2024年", "2023年"
        )
    )
    found = findings("全程网办率96.8%，较上年提高1.8%。", last)
    assert [f.rule for f in found if f.quote == "1.8%"] == ["F03"]


def test_the_year_of_a_documents_number_is_not_to_be_moved_on() -> None:
    number = leftover_item([Text("依据棠政发〔2024〕11号办理。")], [2024])
    year = leftover_item([Text("2024版依据棠政发〔2024〕11号。")], [2024])
    assert number is not None
    assert number.action.startswith("文号不能顺延")
    assert year is not None
    assert year.action == "确认是否应当顺延。"


def _rules(words: str) -> list[str]:
    rows = paragraphs(chapter(drafted(with_section(words)), "achievements"))
    return [rule for row in rows for rule in rules_on(row)]


def test_a_quarter_that_is_counted_is_no_time_to_put_right() -> None:
    assert "S01" not in _rules("召开会议4次，其中第一季度1次、第二季度3次。")
    assert "S01" in _rules("第一季度召开会议4次。")
