"""What a report says that can be checked: figures, promises, shortcomings, sums, stale words."""

from __future__ import annotations

from msgspec.structs import replace

from drafter.facts.blanks import hollowed
from drafter.facts.commitments import mark_commitments
from drafter.facts.figures import mark_figures
from drafter.facts.gaps import as_printed, without_gaps
from drafter.facts.identities import mark_identities
from drafter.facts.shortcomings import mark_shortcomings
from drafter.facts.stale import mark_stale
from drafter.knowledge import Knowledge
from drafter.knowledge.indicators import Indicators
from drafter.model import Report


def find_facts(report: Report, knowledge: Knowledge, indicators: Indicators) -> Report:
    """A report with its facts; advice on expiring words is for the year after its own.

    Args:
        report: With parts and themes.
        knowledge: Outline and phrases.
        indicators: What is counted, and the words of counting.
    """
    hollow = hollowed(report)
    told = without_gaps(hollow)
    told = replace(told, figures=mark_figures(told, indicators))
    told = replace(told, commitments=mark_commitments(told, indicators, knowledge.outline))
    told = replace(
        told,
        identities=mark_identities(told, indicators),
        shortcomings=mark_shortcomings(told, indicators, knowledge.outline),
    )
    if told.passages is not hollow.passages:
        told = as_printed(told, hollow)
    return replace(
        report,
        figures=told.figures,
        commitments=told.commitments,
        identities=told.identities,
        shortcomings=told.shortcomings,
        stale=mark_stale(report, knowledge, (report.frame.year or 0) + 1),
    )
