"""Places in words, found at once however long the report is."""

from __future__ import annotations

import pytest

from drafter.api import examine_report
from drafter.model import Passage
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
