"""Checks: small functions that yield findings, each with an id, a severity and a source."""

from __future__ import annotations

from dataclasses import replace

from drafter.errors import UnknownNameError
from drafter.knowledge import Knowledge
from drafter.knowledge.profiles import Profile
from drafter.model import Finding, Report
from drafter.rules import coverage, marks, structure
from drafter.rules.registry import Context, Rule

RULES: tuple[Rule, ...] = (*structure.RULES, *coverage.RULES, *marks.RULES)
"""All rules, in the order in which their findings are told."""


def review(
    report: Report, knowledge: Knowledge, profile: Profile, year: int
) -> tuple[Finding, ...]:
    """The findings of all rules on a report that the one on `year` is to be drafted from."""
    context = Context(report, knowledge, profile, year)
    return tuple(
        replace(finding, action=rule.action)
        for rule in RULES
        if rule.check
        for finding in rule.check(context)
    )


def rule_named(rule_id: str) -> Rule:
    """The rule with this id, in any case of letters.

    Raises:
        UnknownNameError: There is none.
    """
    for rule in RULES:
        if rule.id.casefold() == rule_id.casefold():
            return rule
    raise UnknownNameError(kind="规则", name=rule_id, known=tuple(rule.id for rule in RULES))
