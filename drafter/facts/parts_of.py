"""Parts beyond their whole (部分多于总数): 共办理120件，其中撤销150件."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from drafter.facts.changes import is_prior
from drafter.facts.increments import is_increment
from drafter.facts.terms import (
    NO_COUNTS,
    PIECES,
    Relations,
    Term,
    make_identity,
)
from drafter.model import Identity
from drafter.zh.relations import (
    AMONG,
    LISTED,
    LISTED_LATER,
    OUT_OF_THESE,
    SAID_OF_THEM,
    SETTLED_LEAD,
    is_parted,
)

_NO_COUNTS = {None, *NO_COUNTS}
_NAME, _LEAST_NAME = 4, 3  # characters at the end of what is counted
_MOST_TOLD = 12  # figures of one row in front of 其中; more are no row


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
        named = _named_by(terms[begin : k + 1], part) if is_among else None
        if named is not None:
            if part.number > named.number:
                yield make_identity("part", part, named.number, (named,), holds=False, certain=True)
            continue
        is_of_row, is_one_list = _may_be_of_row(terms[begin : k + 1], part, relations)
        if is_among and is_of_row and is_one_list:
            continue  # 人大建议19件、政协提案28件，其中主办件29件: of both together
        certain = is_among and not is_of_row
        yield make_identity("part", part, whole.number, (whole,), holds=False, certain=certain)


def find_excesses_out_of(terms: list[Term], relations: Relations) -> Iterator[Identity]:
    """Parts beyond their whole that 中 announces: 12个县区中有13个建立了制度.

    Never an error: what is counted may be left out behind the second number.
    """
    for whole, part in pairwise(terms):
        if not relations.are_alike(whole.figure.unit, part.figure.unit):
            continue
        if part.number <= whole.number or not _may_compare(whole, part, relations):
            continue
        found = OUT_OF_THESE.fullmatch(part.gap)
        if found is None or relations.unlike.search(part.lead):
            continue
        is_done = relations.settled.fullmatch(found["deed"]) and not part.behind
        if is_done or (not found["deed"] and SAID_OF_THEM.match(part.behind)):
            yield make_identity("part", part, whole.number, (whole,), holds=False, certain=False)


def _named_by(before: list[Term], part: Term) -> Term | None:
    """The one of several that a part names: 人大建议19件、政协提案28件，其中政协提案主办29件."""
    named = [
        x
        for x in before[-_MOST_TOLD:]
        if len(x.lead) >= _LEAST_NAME and x.lead[-_NAME:] in part.lead and _counts_alike(x, part)
    ]
    is_one = len(named) == 1 and len(before) > 1 and named[0].is_exact and not is_prior(named[0])
    return named[0] if is_one else None


def _may_be_of_row(before: list[Term], part: Term, relations: Relations) -> tuple[bool, bool]:
    """Whether a part fits into all that is told in a row before it, and whether that is one list.

    A list is joined by 、 or 和, or names things only; behind a comma a verb may tell the next
    step of the same cases (受理86件，作出决定52件) or more of them (提出建议19件，提出提案28件).
    """
    rest, is_one_list = part.number, True
    counts = [x for x in before[-_MOST_TOLD:] if x.figure.unit not in _NO_COUNTS]
    counts = [x for x in counts if not (is_increment(x) or is_prior(x))]
    for earlier, term in zip(reversed([None, *counts[:-1]]), reversed(counts), strict=True):
        if not (term.is_exact and _may_add_up(term, part, relations)):
            return False, False
        rest -= term.number
        if rest <= 0:
            return True, is_one_list
        if earlier is None or _is_step(earlier, term, relations):
            return False, False
        is_joined = LISTED.match(term.gap.lstrip("）) ")) or LISTED_LATER.search(term.gap)
        if not is_joined and relations.verb.match(term.lead):
            is_one_list = False
    return False, False


def _may_add_up(term: Term, part: Term, relations: Relations) -> bool:
    """Whether what two figures count may be told together: 规章12部、规范性文件52件."""
    units = {term.figure.unit, part.figure.unit}
    return units <= PIECES or relations.are_alike(term.figure.unit, part.figure.unit)


def _is_step(earlier: Term, term: Term, relations: Relations) -> bool:
    """Whether a figure tells what became of those before it, in a bare verb: 受理86件、审结52件."""
    lead = SETTLED_LEAD.sub("", term.lead)
    for words in (relations.settled, relations.subsets):
        if words.fullmatch(lead) is not None:
            return lead not in earlier.lead
    return relations.gone.fullmatch(lead) is not None and not relations.gone.search(earlier.lead)


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
