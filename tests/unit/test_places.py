"""Places in words, found at once however long the report is."""

from __future__ import annotations

import pytest

from drafter.api import examine_report
from drafter.model import Passage
from drafter.rules.places import full_place
from tests.acceptance.small_reports import report_text
from tests.reading import KNOWLEDGE, understood


def test_a_finding_is_placed_without_reading_the_whole_report_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Found by fuzzing: 4,000 findings on 18,000 passages took minutes, each hashing them all."""
    plans = "四、2025年工作安排\n（一）规范执法。建设实训基地〔待填〕个。\n"
    report = understood(report_text(plans=plans))

    def no_hash(_: Passage) -> int:
        raise AssertionError

    monkeypatch.setattr(Passage, "__hash__", no_hash)
    findings = examine_report(report, KNOWLEDGE).findings
    assert any(finding.place.startswith("四、") for finding in findings)
    assert all(finding.line for finding in findings if finding.passage is not None)


def test_a_report_that_is_only_a_title_is_checked() -> None:
    """Found by fuzzing: a page of which nothing is left but its headline, three times."""
    headline = "澄江口市2025年法治政府建设情况年度报告发布（附解读）"
    lines = [headline, headline.replace("发布（附解读）", "（摘要）"), headline]
    text = "\n".join([*lines, "来源：澄江日报 2026-03-25 08:00:21", headline])
    assert examine_report(understood(text), KNOWLEDGE).findings


def test_a_row_of_a_table_is_told_by_its_number_and_its_name() -> None:
    head = "项目\t2024年\t2023年\t同比（%）\n"
    table = f"{head}办结案件（件）\t451\t483\t-9.9\n合计\t451\t483\t-6.6\n"
    report = understood(
        report_text(plans=f"{table}全年培训XX人次。\n四、2025年工作安排\n规范执法。\n")
    )
    rows = [p for p in report.passages if p.role == "table"]
    assert [full_place(report, p.id).rpartition(" > ")[2] for p in rows] == [
        "表格第1行“项目”", "表格第2行“办结案件（件）”", "表格第3行“合计”",
    ]  # fmt: skip
    text = next(p for p in report.passages if "XX" in p.text)
    assert full_place(report, text.id).endswith("第2段")
