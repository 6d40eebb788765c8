"""Changes (增减关系): growth between two years, differences of rates in 个百分点."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.facts.terms import (
    POINT_UNITS,
    RATE_UNITS,
    Relations,
    Term,
    agrees,
    make_identity,
    places_of,
)
from drafter.model import Identity
from drafter.zh.relations import DATED, GROWN, PRIOR, is_parted

_FROM_WITHIN = 8


def is_prior(term: Term) -> bool:
    """Whether a figure is last year's, as the words in front of it say (上年为1.6万件)."""
    return PRIOR.search(term.lead) is not None


def find_changes(terms: list[Term], relations: Relations) -> Iterator[Identity]:
    """Growth in % between two years, and differences of rates in 个百分点."""
    for i, term in enumerate(terms):
        if i < 2 or not term.is_exact or not GROWN.search(term.lead):  # noqa: PLR2004 - both years come first
            continue
        pair = _years(terms, i, relations)
        if pair is None:
            continue
        now, before = pair
        if term.figure.unit in POINT_UNITS and now.figure.unit == "%":
            computed = abs(now.number - before.number)
            places = max(places_of(term.figure.value), 0)
            yield make_identity(
                "difference",
                term,
                computed,
                (now, before),
                holds=_agrees_points(computed, term.number, places),
            )
        elif term.figure.unit == "%" and now.figure.unit not in RATE_UNITS and before.number > 0:
            yield _growth(term, now, before)


def _agrees_points(computed: Decimal, stated: Decimal, places: int) -> bool:
    """A difference of printed rates is exact up to one unit of the last digit."""
    return abs(computed - stated) <= Decimal(1).scaleb(-max(places, 1))


def _years(terms: list[Term], i: int, relations: Relations) -> tuple[Term, Term] | None:
    """This year's and last year's figure that a change right behind them compares."""
    near, far = terms[i - 1], terms[i - 2]
    if is_parted(terms[i].gap) or is_parted(near.gap):
        return None
    if near.figure.unit != far.figure.unit or not near.is_exact or not far.is_exact:
        return None
    if _is_later(near, far, relations):
        return near, far
    return (far, near) if _is_later(far, near, relations) else None


def _is_later(now: Term, before: Term, relations: Relations) -> bool:
    """Whether one of two neighbouring figures is this year's and the other last year's."""
    years = DATED.search(before.lead), DATED.search(now.lead)
    if years[0] and years[1]:
        return years[0][1] < years[1][1]
    if years[0]:
        return not is_prior(now)
    if is_prior(before):
        return years[1] is not None or not is_prior(now)
    led = relations.to_words.at_end(now.lead.rstrip("约近"))
    return led is not None and relations.from_words.search(before.lead[-_FROM_WITHIN:]) is not None


def _growth(term: Term, now: Term, before: Term) -> Identity:
    places = places_of(term.figure.value)
    computed = abs(now.number - before.number) * 100 / before.number
    holds = agrees(computed, term.number, places)
    reading = None
    if (
        not holds
        and now.number > 0
        and agrees(abs(now.number - before.number) * 100 / now.number, term.number, places)
    ):
        reading = f"以“{now.lead}{now.figure.text}”为基数则成立，但增幅应以上年数为基数"
    return make_identity("growth", term, computed, (now, before), holds=holds, reading=reading)
