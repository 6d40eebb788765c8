"""All rules together (规则总表)."""

from __future__ import annotations

from drafter.errors import UnknownNameError
from drafter.rules import (
    coverage,
    figures,
    file_data,
    form,
    frame,
    leftovers,
    listing,
    marks,
    period,
    promises,
    release,
    repetition,
    structure,
    wording,
)
from drafter.rules.registry import Rule

RULES: tuple[Rule, ...] = (
    *structure.RULES,
    *coverage.RULES,
    *period.RULES,
    *repetition.RULES,
    *figures.RULES,
    *promises.RULES,
    *listing.RULES,
    *leftovers.RULES,
    *frame.RULES,
    *form.RULES,
    *wording.RULES,
    *release.RULES,
    *file_data.RULES,
    *marks.RULES,
)
"""All rules, in the order in which their findings are told."""


def rule_named(rule_id: str) -> Rule:
    """The rule with this id, in any case of letters.

    Raises:
        UnknownNameError: There is none.
    """
    for rule in RULES:
        if rule.id.casefold() == rule_id.casefold():
            return rule
    raise UnknownNameError(kind="规则", name=rule_id, known=tuple(rule.id for rule in RULES))
