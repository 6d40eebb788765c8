"""Every planted fault is found, every sentence that must pass does, and every rule has both."""

from __future__ import annotations

from collections import Counter

import pytest

from drafter.rules.catalogue import RULES
from tests.cases.catalogue import Case, load_cases

CASES = load_cases()
_FEWEST = 3


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.label)
def test_a_rule_speaks_where_it_must_and_only_there(case: Case) -> None:
    assert bool(case.found()) is case.is_fault


@pytest.mark.parametrize(
    "rule", [r.id for r in RULES if r.check and "final" in r.stages], ids=lambda rule: rule
)
def test_every_rule_has_faults_and_sentences_that_pass(rule: str) -> None:
    count = Counter(case.is_fault for case in CASES if case.rule == rule)
    assert min(count[True], count[False]) >= _FEWEST


def test_no_case_is_left_without_a_rule() -> None:
    assert {case.rule for case in CASES} <= {rule.id for rule in RULES}
