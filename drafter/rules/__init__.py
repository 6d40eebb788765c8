"""Checks: small functions that yield findings, each with an id, a severity and a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from drafter.knowledge import Knowledge
from drafter.knowledge.profiles import Profile
from drafter.model import Finding, Report, Severity
from drafter.rules import coverage, leftovers, structure
from drafter.rules.places import full_place
from drafter.rules.registry import Context, Rule

DRAFT_RULES: tuple[Rule, ...] = tuple(
    rule for rule in (*structure.RULES, *coverage.RULES, *leftovers.RULES) if "draft" in rule.stages
)
"""What last year's report is measured by; the others are not loaded for a draft."""

_GRAVITY: tuple[Severity, ...] = ("error", "warning", "info")


def review_prior(
    report: Report, knowledge: Knowledge, profile: Profile, year: int
) -> tuple[Finding, ...]:
    """The findings on a report that the one on `year` is to be drafted from."""
    return tuple(_findings(Context(report, knowledge, profile, year), DRAFT_RULES))


def examine(context: Context) -> tuple[Finding, ...]:
    """The findings on a report that is to go out, most serious first, then in reading order."""
    from drafter.rules.catalogue import RULES  # noqa: PLC0415 -- a draft needs a third of them

    report = context.report
    lines = {p.id: p.spans[0].line for p in report.passages if p.spans}
    passages = {span.line: p.id for p in reversed(report.passages) for span in p.spans}
    findings = (_placed(finding, report, lines, passages) for finding in _findings(context, RULES))
    return tuple(sorted(findings, key=lambda f: (_GRAVITY.index(f.severity), f.line or 0)))


def _findings(context: Context, rules: Iterable[Rule]) -> Iterator[Finding]:
    for rule in rules:
        if rule.check and context.stage in rule.stages:
            for finding in rule.check(context):
                yield replace(finding, action=rule.action)


def _placed(
    finding: Finding, report: Report, lines: Mapping[int, int], passages: Mapping[int, int]
) -> Finding:
    """A finding with its line and its place in words.

    Args:
        finding: As its rule gave it.
        report: What it is about.
        lines: Passage → the line that it begins in.
        passages: Line → the first passage on it.
    """
    passage, line = finding.passage, finding.line
    if line is None and passage is not None:
        line = lines.get(passage)
    if passage is None and line is not None:
        passage = passages.get(line)
    place = full_place(report, passage) if passage is not None else finding.place
    return replace(finding, passage=passage, line=line, place=place)
