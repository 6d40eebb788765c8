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
from drafter.zh.relations import BEGINS_LIST, BESIDE, BESIDE_OR_BEHIND, is_parted

_PAIR = 2
_LEAST = 10
"""Smallest total that three numbers do not add up to by chance, whatever they count."""


def find_unannounced(terms: list[Term], relations: Relations) -> Iterator[Identity]:
    """Totals with all their parts right behind them, or right before."""
    if len(terms) - len({term.figure.unit for term in terms}) < _PAIR:
        return  # no three of one unit
    for counts in _clauses(terms):
        for k, (whole, one, two) in enumerate(zip(counts, counts[1:], counts[2:], strict=False)):
            if not whole.figure.unit == one.figure.unit == two.figure.unit:
                continue
            row = _row_behind(counts, k + 1)
            if _makes(whole, row) and _are_fates(row, relations, is_long=_is_long(whole, row)):
                yield _sum(whole, row)
                continue
            row = _row_from(counts, k)
            gathered = counts[k + len(row) : k + len(row) + 1]
            if len(row) > _PAIR and gathered and _gathers(counts[:k], row, gathered[0], relations):
                yield _sum(gathered[0], row)


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


def _row_from(counts: list[Term], first: int) -> list[Term]:
    """The figures of one unit that 、 joins to one that nothing joins to those before it."""
    row = counts[first : first + 1]
    if first and _is_beside(row[0]):
        return []
    for term in counts[first + 1 :]:
        if term.figure.unit != row[0].figure.unit or not _is_beside(term):
            break
        row.append(term)
    return row


def _is_beside(term: Term) -> bool:
    return BESIDE.fullmatch(term.gap) is not None


def _is_long(whole: Term, row: list[Term]) -> bool:
    """Whether a list is long enough, and of so many, that it fits its total by no chance."""
    return len(row) > _PAIR and whole.number >= _LEAST and _is_beside(row[1])


def _are_fates(row: list[Term], relations: Relations, *, is_long: bool) -> bool:
    """Whether figures that make the one before them tell what became of it, or its kinds."""
    kinds = [x.kind(relations.parts) for x in row]
    if not all(kinds) or len(set(kinds)) < len(kinds):
        return False
    if any(relations.parts.search(x.gap) for x in row):
        return False  # announced, or another total's
    if all(relations.fates.search(kind) for kind in kinds):
        return len(row) > _PAIR or _is_beside(row[1])
    return is_long and not any(relations.new_deeds.match(kind) for kind in kinds)


def _gathers(before: list[Term], row: list[Term], whole: Term, relations: Relations) -> bool:
    """Whether a figure behind a list is what it makes: 律所6家、公证处2家、…，建成13家机构."""
    if whole.figure.unit != row[0].figure.unit or BEGINS_LIST.fullmatch(whole.gap) is None:
        return False
    if relations.parts.search("".join(x.gap for x in (*row, whole))):
        return False
    is_told = any(x.number == whole.number for x in before)
    return whole.number >= _LEAST and not is_told and _makes(whole, row)
