"""Rates under other names than their counts (另有叫法的比率): 线索4210条，属实3072条，准确率73%.

What the rate is called says little of what it is of, so that nearly all is told only where it
holds; `rates` has those whose counts bear the rate's name.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from drafter.facts.changes import is_prior
from drafter.facts.increments import is_increment
from drafter.facts.terms import (
    NO_COUNTS,
    Relations,
    Term,
    agrees,
    make_identity,
    places_of,
    within_rounding,
)
from drafter.model import Identity
from drafter.zh.relations import (
    GRADED_AS,
    GRADES_SEVERALLY,
    GRADES_TOLD,
    GROWN,
    NAMED_SHARE,
    OPENS_LIST,
    RATE_NAME,
    REST_TOLD,
    is_parted,
)
from drafter.zh.small_words import NOT

_PAIR, _TEN, _HUNDRED = 2, 10, 100
_FAR_BACK = 40  # figures; no paragraph has more
_LEAST = 20
"""Smallest whole of which a share in whole numbers is told by no chance."""


def find_rates_nearby(terms: list[Term], relations: Relations) -> Iterator[Identity]:
    """Rates of two counts beside them, of several grades, and of what did not pass."""
    for i, term in enumerate(terms):
        if not i or term.figure.unit != "%" or not term.is_exact or GROWN.search(term.lead):
            continue
        if is_parted(term.gap) or is_prior(term):
            continue
        found = _of_grades(terms, i, relations)
        if found is None and (name := RATE_NAME.search(term.lead)):
            found = _of_pair(terms, i, name[1], relations) or _of_failed(
                terms, i, name[1], relations
            )
        if found is not None:
            yield found


def _of_pair(terms: list[Term], i: int, name: str, relations: Relations) -> Identity | None:
    """A rate of the two counts right before it, the parts of the second left out."""
    before = _without_parts(terms[:i], relations)
    if len(before) < _PAIR or relations.opinions.search(name):
        return None
    base, part = before[-2:]
    places = places_of(terms[i].figure.value)
    if places and before[-1] is terms[i - 1]:
        return None  # told by `rates`
    is_sound = _may_hold(base, part, relations) and _LEAST <= base.number != part.number
    if not is_sound or is_parted(part.gap) or is_increment(part) or is_prior(part):
        return None
    percent = part.number * 100 / base.number
    if abs(percent - terms[i].number) >= Decimal(1).scaleb(-places):
        return None
    may_be_chance = not any(x.number % _TEN for x in (base, part)) or base.number < _HUNDRED
    if not places and percent == terms[i].number and may_be_chance:
        return None  # 200批次，100批次，50%: round or small numbers fit each other by chance
    return make_identity("rate", terms[i], percent, (part, base), holds=True)


def _without_parts(terms: list[Term], relations: Relations) -> list[Term]:
    """Figures without the lists of parts among them: 调处397起，｜其中邻里类160起、其他237起."""
    kept: list[Term] = []
    k = 0
    while k < len(terms):
        end = k
        is_list = relations.parts.search(terms[k].gap) or OPENS_LIST.match(terms[k].gap)
        if kept and is_list:
            while end < len(terms) and terms[end].figure.unit == kept[-1].figure.unit:
                end += 1
        if end - k < _PAIR:
            kept.append(terms[k])
            end = k + 1
        k = end
    return kept


def _of_failed(terms: list[Term], i: int, name: str, relations: Relations) -> Identity | None:
    """A rate with what did not pass behind it: 抽检4000批次，合格率98.3%，不合格68批次."""
    if i + 1 == len(terms):
        return None
    base, failed = terms[i - 1], terms[i + 1]
    not_so = tuple(f"{no}{name}" for no in NOT) if name in relations.graded else ()
    is_told = failed.lead.startswith(not_so) or failed.behind.startswith(not_so)
    if REST_TOLD.fullmatch(failed.lead) and relations.settled.search(name):
        is_told = True  # 隐患310处，整改率97.7%，剩余7处
    if is_parted(failed.gap) or not is_told:
        return None
    if not _may_hold(base, failed, relations):
        return None
    passed = (base.number - failed.number) * 100 / base.number
    if not agrees(passed, terms[i].number, places_of(terms[i].figure.value)):
        return None
    return make_identity("rate", terms[i], passed, (failed, base), holds=True)


def find_shares_of_earlier(
    terms: list[Term], before: list[Term], relations: Relations
) -> Iterator[Identity]:
    """Shares of what an earlier sentence tells: 立案853件。非现场立案61件，占全部立案数的7.2%."""
    for part, share in pairwise(terms):
        if share.figure.unit != "%" or not (places := places_of(share.figure.value)):
            continue
        named = NAMED_SHARE.search(share.lead)
        if named is None or not share.is_exact or is_prior(part):
            continue
        for whole in reversed(before[-_FAR_BACK:]):
            if not whole.lead.endswith(named["whole"]) or not _may_hold(whole, part, relations):
                continue
            percent = part.number * 100 / whole.number
            holds = agrees(percent, share.number, places)
            if holds or within_rounding(share.number, places, part, whole):
                yield make_identity("rate", share, percent, (part, whole), holds=True)
                break


def _of_grades(terms: list[Term], i: int, relations: Relations) -> Identity | None:
    """A rate of several grades: 优秀120卷、良好310卷…，优良率86%.

    One that fails is told where the grades are all that were given, and in doubt.
    """
    told = GRADES_TOLD.search(terms[i].gap)
    if told is None:
        return None
    row = _grades_before(terms, i, relations)
    first = terms.index(next(iter(row.values()))) if row else 0
    counted = [row[grade] for grade in _grades_of(told.groupdict(), relations) if grade in row]
    if not first or len(counted) < _PAIR:
        return None
    base, total = terms[first - 1], sum((x.number for x in counted), Decimal(0))
    if not all(_may_hold(base, x, relations) for x in row.values()) or total > base.number:
        return None
    percent = total * 100 / base.number
    holds = agrees(percent, terms[i].number, places_of(terms[i].figure.value))
    is_all = sum((x.number for x in row.values()), Decimal(0)) == base.number
    if not holds and not is_all:
        return None
    return make_identity("rate", terms[i], percent, (*counted, base), holds=holds, certain=holds)


def _grades_of(told: dict[str, str | None], relations: Relations) -> list[str]:
    """The grades that the name of a rate takes in."""
    if least := told["least"] or told["passed"]:
        at = relations.grades.index(least)
        return list(relations.grades[: at + 1])
    return list(relations.grades[:2])


def _grades_before(terms: list[Term], i: int, relations: Relations) -> dict[str, Term]:
    """The grades told one by one before a rate, and their figures."""
    row: dict[str, Term] = {}
    for k in range(i - 1, 0, -1):
        term = terms[k]
        if term.figure.unit in NO_COUNTS:
            continue
        if GRADES_SEVERALLY.search(terms[k - 1].gap):
            return dict(zip(relations.grades[:2], terms[k - 1 : k + 1], strict=True)) | row
        kind = term.kind(relations.parts)
        found = GRADED_AS.match(kind)
        kind = kind[found.end() :] if found else kind
        grade = next((x for x in relations.grades if kind.startswith(x)), None)
        if grade is None or grade in row or is_parted(term.gap):
            break
        row = {grade: term} | row
    return row


def _may_hold(whole: Term, part: Term, relations: Relations) -> bool:
    """Whether one count may be of another."""
    is_exact = whole.is_exact and part.is_exact and whole.number >= part.number > 0
    is_kindred = relations.are_alike(whole.figure.unit, part.figure.unit)
    return is_exact and is_kindred and whole.figure.unit not in NO_COUNTS and not is_prior(whole)
