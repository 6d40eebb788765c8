"""Parts beyond their whole (部分多于总数): 共办理120件，其中撤销150件."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from drafter.facts.changes import is_prior
from drafter.facts.terms import (
    NO_COUNTS,
    Relations,
    Term,
    make_identity,
)
from drafter.model import Identity
from drafter.zh.relations import AMONG, is_parted

_NO_COUNTS = {None, *NO_COUNTS}


def find_excesses(terms: list[Term], relations: Relations) -> Iterator[Identity]:
    """Figures that are said to be a part of the one before them, and are larger."""
    begin = 0
    for k, (whole, part) in enumerate(pairwise(terms)):
        begin = k if is_parted(whole.gap) else begin
        if not _counts_alike(whole, part) or part.number <= whole.number:
            continue
        if not _may_compare(whole, part, relations):
            continue
        is_among = AMONG.match(part.gap) is not None
        if is_among and relations.unlike.search(part.lead):
            continue
        if not is_among and not _is_what_succeeded(whole, part, relations):
            continue
        # 排查386件，化解379件，其中婚姻类380件: of all that were found.
        is_less = any(part.number <= t.number for t in terms[begin:k] if _counts_alike(t, part))
        if is_less and not _is_due(whole, part, relations):
            continue
        yield make_identity("part", part, whole.number, (whole,), holds=False, certain=is_among)


def _counts_alike(one: Term, other: Term) -> bool:
    return one.figure.unit == other.figure.unit


def _may_compare(whole: Term, part: Term, relations: Relations) -> bool:
    """Whether two figures count the same things of the same time."""
    if whole.figure.unit in _NO_COUNTS:
        return False
    if not (whole.is_exact and part.is_exact) or is_prior(whole) or is_parted(part.gap):
        return False
    return relations.carried.search(whole.gap + part.gap) is None


def _is_due(whole: Term, part: Term, relations: Relations) -> bool:
    """Whether the whole is what was due (应出庭, 实际出庭), whatever stands before it."""
    return any(whole.lead.endswith(due + part.lead[-2:]) for due in relations.dues)


def _is_what_succeeded(whole: Term, part: Term, relations: Relations) -> bool:
    """Whether the words of a figure say no more than 调解成功, or 实际出庭 behind 应出庭."""
    found = relations.subsets.match(part.lead)
    if found is None or found.end() < len(part.lead):
        return False
    return relations.subsets.search(whole.lead) is None
