"""Increments (增减数): growth told with its amount instead of last year's value.

163件，较上年增加41件，增长33.6% is on 163 − 41 = 122.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from drafter.facts.terms import (
    NO_COUNTS,
    Relations,
    Term,
    agrees,
    make_identity,
    places_of,
)
from drafter.model import Identity
from drafter.zh.relations import (
    BARE_CHANGE,
    COUNTED_TO,
    FALLEN,
    GROWN,
    PRIOR,
    SAID_OF_LAST_YEAR,
    SEVERALLY,
    is_parted,
)
from drafter.zh.small_words import OF_WHICH

_SAYS_LITTLE = 2  # 数量, 总量 say nothing of their own
TURNED = "数的大小和写的升降方向相反"
"""What is wrong where a change is told as one the other way (100件 → 120件, 下降20%)."""


def is_increment(term: Term) -> bool:
    """Whether a figure is by how many something changed: 较上年增加41件."""
    return _is_count(term) and GROWN.search(term.lead) is not None


def find_growth_of_increment(terms: list[Term], i: int, relations: Relations) -> Iterator[Identity]:
    """The growth in % at `i`, where the amount of the same change stands beside it."""
    for told in _increments(terms, i):
        readings = list(_readings(terms, i, told, relations))
        if readings:
            found = _growth(terms[i], readings, is_sure=told < i)
            # 新增20家，较上年增加5家，总数达163家，增长33.6%: of either.
            yield from (x for x in found if x.holds or told != i - 2)
            return


class _Reading(Struct, frozen=True):
    """A way to read a growth.

    Attributes:
        known: This year's figure, or last year's.
        increment: By how many it changed.
        before: The base: last year's number.
        now: This year's number.
    """

    known: Term
    increment: Term
    before: Decimal
    now: Decimal

    @property
    def percent(self) -> Decimal:
        return self.increment.number * 100 / self.before

    def may_be(self, stated: Decimal, places: int) -> bool:
        """Whether a percentage fits numbers rounded as printed (1.63亿, 增加0.41亿)."""
        loose, wide = _half_digit(self.increment), _half_digit(self.known)
        if not loose and not wide:
            return False
        least = self.before - loose - wide
        unit = Decimal(1).scaleb(-places)
        low = (self.increment.number - loose) * 100 / (self.before + loose + wide)
        is_below = least <= 0 or stated <= (self.increment.number + loose) * 100 / least + unit
        return low - unit <= stated and is_below


def _is_count(term: Term) -> bool:
    return term.figure.unit not in NO_COUNTS


def _half_digit(term: Term) -> Decimal:
    """Half a unit of the last digit printed, 0 for a count in full."""
    if term.rounded_by:
        return term.rounded_by
    places = places_of(term.figure.value)
    return Decimal(1).scaleb(-places) / 2 if places else Decimal(0)


def _increments(terms: list[Term], i: int) -> Iterator[int]:
    """Where the amount of a growth may stand: in front of it, one further on, or right behind."""
    behind = [i + 1] if i + 1 < len(terms) and not is_parted(terms[i + 1].gap) else []
    before = [] if is_parted(terms[i].gap) else [i - 1, i - 2]
    for k in (*before, *behind):
        if k < 0 or not is_increment(terms[k]) or not terms[k].is_exact:
            continue
        if k == i - 2 and not COUNTED_TO.search(terms[i - 1].lead):
            continue
        if any(SEVERALLY.search(terms[x].lead) for x in (i, k)):
            continue
        if _is_bare(terms[k]) and (k > i or _is_bare(terms[i])):
            yield k


def _is_bare(term: Term) -> bool:
    """Whether a change is of what was counted before: not 其中食品类增加5件."""
    found = GROWN.search(term.lead)
    told = BARE_CHANGE.match(term.lead[: found.start()] if found else term.lead)
    return told is not None and not told["rate"] and OF_WHICH not in term.gap


def _is_of(change: Term, known: Term) -> bool:
    """Whether a change names nothing else than what was counted: 案件数下降 is of cases."""
    found = GROWN.search(change.lead)
    told = BARE_CHANGE.match(change.lead[: found.start()] if found else change.lead)
    what = (told["what"] if told else None) or ""
    return len(what) <= _SAYS_LITTLE or what[:_SAYS_LITTLE] in known.lead + known.behind


def _back_to_stop(rows: list[Term]) -> Iterator[Term]:
    """Terms told backwards, as far as no semicolon parts them."""
    for term in rows:
        yield term
        if is_parted(term.gap):
            return


def _readings(terms: list[Term], i: int, k: int, relations: Relations) -> Iterator[_Reading]:
    """What the growth at `i` may be of, if it comes to the amount at `k`; the nearest first."""
    increment = terms[k]
    if increment.number <= 0:
        return
    change = -increment.number if FALLEN.search(increment.lead) else increment.number
    if any(is_parted(x.gap) for x in terms[min(i, k) : max(i, k)]):
        return
    rows = [terms[i - 1]] if k == i - 2 else terms[: min(i, k)][::-1]
    for term in _back_to_stop(rows):
        if not _is_count(term):
            return
        if not term.is_exact or not relations.are_alike(term.figure.unit, increment.figure.unit):
            continue
        if is_increment(term) or not all(_is_of(x, term) for x in (terms[i], increment)):
            continue
        is_before = PRIOR.search(term.lead) is not None
        before = term.number if is_before else term.number - change
        if before > 0:
            yield _Reading(term, increment, before, before + change)
        if is_before:
            return


def _growth(term: Term, readings: list[_Reading], *, is_sure: bool) -> Iterator[Identity]:
    """Growth that holds in one of its readings, or in none."""
    stated, places = term.number, places_of(term.figure.value)
    fitting = [x for x in readings if agrees(x.percent, stated, places)]
    chosen = (fitting or readings)[0]
    increment = chosen.increment
    is_turned = bool(FALLEN.search(term.lead)) != bool(FALLEN.search(increment.lead))
    holds = bool(fitting) and not is_turned
    said = SAID_OF_LAST_YEAR.search(increment.lead + term.lead)
    is_only = len(readings) == 1
    if not holds and (any(x.may_be(stated, places) for x in readings) or not (is_only or said)):
        return
    reading = TURNED if is_turned else None
    if not holds and not is_turned and chosen.now > 0:
        known = chosen.known.lead + chosen.known.figure.text
        if agrees(increment.number * 100 / chosen.now, stated, places):
            reading = f"以“{known}”为基数则成立，但增幅应以上年数为基数"
    is_sure = is_sure and is_only and said is not None
    yield make_identity(
        "growth", term, chosen.percent, (chosen.known, increment),
        holds=holds, reading=reading, certain=holds or is_sure,
    )  # fmt: skip
