"""Findings that the ignore file excuses are taken out, and told with their reasons."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from drafter.knowledge.ignores import Excuse
from drafter.model import Excused, Finding, Review
from drafter.zh.width import fold


def excuse(review: Review, excuses: Sequence[Excuse]) -> Review:
    """A review without the excused findings; what excuses nothing is told as well.

    Args:
        review: With all findings.
        excuses: The entries of the ignore file; the first that fits gives the reason.
    """
    kept: list[Finding] = []
    excused: list[Excused] = []
    used: set[Excuse] = set()
    for finding in review.findings:
        fitting = [entry for entry in excuses if _fits(entry, finding)]
        used.update(fitting)
        if fitting:
            excused.append(Excused(finding, fitting[0].reason))
        else:
            kept.append(finding)
    unused = tuple(
        f"{entry.rule}“{entry.quote}”" if entry.quote else entry.rule
        for entry in excuses
        if entry not in used
    )
    return replace(review, findings=tuple(kept), excused=tuple(excused), unused=unused)


def _fits(entry: Excuse, finding: Finding) -> bool:
    return entry.rule == finding.rule and fold(entry.quote) in fold(finding.quote)
