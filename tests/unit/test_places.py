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
