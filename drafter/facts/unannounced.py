"""Totals whose parts no word announces (未标明的合计): 办结26件，维持15件、撤销4件、终止7件.

Only what adds up is told: that a list does not may have many reasons, and is no fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.facts.changes import is_prior
from drafter.facts.increments import is_increment
from drafter.facts.terms import NO_COUNTS, Relations, Term, make_identity
from drafter.model import Identity
from drafter.zh.relations import (
    BEGINS_LIST,
    BESIDE,
    BESIDE_OR_BEHIND,
    KIND_OF_IT,
    OWN_THING,
    is_parted,
)

_PAIR = 2
_LEAST = 10
"""Smallest total that three numbers do not add up to by chance, whatever they count."""


def find_unannounced(terms: list[Term], relations: Relations) -> Iterator[Identity]:
    """Totals with all their parts right behind them."""
    if len(terms) - len({term.figure.unit for term in terms}) < _PAIR:
        return  # no three of one unit
    for counts in _clauses(terms):
        for k, (whole, one, two) in enumerate(zip(counts, counts[1:], counts[2:], strict=False)):
            if not whole.figure.unit == one.figure.unit == two.figure.unit:
                continue
            row = _row_behind(counts, k + 1)
            if _makes(whole, row) and _are_fates(whole, row, relations):
                yield _sum(whole, row)


def _clauses(terms: list[Term]) -> Iterator[list[Term]]:
    """The counts between two semicolons, without shares and changes."""
    counts: list[Term] = []
    for term in terms:
        if is_parted(term.gap):
            yield counts
            counts = []
        if term.figure.unit not in NO_COUNTS and not is_increment(term):
            counts.append(term)
    yield counts


def _sum(whole: Term, row: list[Term]) -> Identity:
    return make_identity("sum", whole, whole.number, tuple(row), holds=True)


def _makes(whole: Term, row: list[Term]) -> bool:
    """Whether exact figures of one unit add up to another."""
    if len(row) < _PAIR or any(not x.is_exact or is_prior(x) for x in (whole, *row)):
        return False
    least = min(x.number for x in row)
    return least > 0 and sum((x.number for x in row), Decimal(0)) == whole.number


def _row_behind(counts: list[Term], first: int) -> list[Term]:
    """The figures of one unit from one on, as far as one sign parts them."""
    row = counts[first : first + 1]
    if BEGINS_LIST.fullmatch(row[0].gap) is None:
        return []
    for term in counts[first + 1 :]:
        joint = BESIDE_OR_BEHIND.fullmatch(term.gap)
        is_alike = joint is not None and term.figure.unit == row[0].figure.unit
        if not is_alike or (len(row) > 1 and _is_beside(term) != _is_beside(row[1])):
            break
        row.append(term)
    return row


def _is_beside(term: Term) -> bool:
    return BESIDE.fullmatch(term.gap) is not None


def _is_long(whole: Term, row: list[Term]) -> bool:
    """Whether a list is long enough, and of so many, that it fits its total by no chance."""
    return len(row) > _PAIR and whole.number >= _LEAST and _is_beside(row[1])


def _are_fates(whole: Term, row: list[Term], relations: Relations) -> bool:
    """Whether figures that make the one before them tell what became of it, or its kinds."""
    kinds = [x.kind(relations.parts) for x in row]
    if not all(kinds) or len(set(kinds)) < len(kinds):
        return False
    if any(relations.parts.search(x.gap) for x in row):
        return False  # announced, or another total's
    if all(_is_fate(kind, whole, relations) for kind in kinds):
        return len(row) > _PAIR or _is_beside(row[1])
    return _is_long(whole, row) and all(map(KIND_OF_IT.fullmatch, kinds))


def _is_fate(kind: str, whole: Term, relations: Relations) -> bool:
    """Whether a kind says what became of the whole, and names nothing else: 移送｜案件."""
    own = OWN_THING.search(kind)
    return relations.fates.search(kind) is not None and (own is None or own[0] in whole.lead)
