"""Changes (增减关系): growth between two years, differences of rates in 个百分点."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from msgspec.structs import replace

from drafter.facts.increments import TURNED, find_growth_of_increment, is_increment
from drafter.facts.terms import (
    PERCENT_UNITS,
    POINT_UNITS,
    Relations,
    Term,
    agrees,
    make_identity,
    places_of,
    within_rounding,
)
from drafter.model import Identity
from drafter.zh.quantities import MULTIPLE
from drafter.zh.relations import (
    AT_LAST,
    BARE_CHANGE,
    BRACKETED_PRIOR,
    BRACKETED_YEAR,
    COUNTED_TO,
    DATED,
    DOUBLED,
    FALLEN,
    FALLS_TO,
    FROM_HERE,
    GROWN,
    LATTER,
    NAMED_AGAIN,
    NO_VALUE,
    PART_OF_YEAR,
    PRIOR,
    PRIOR_BEHIND,
    RANKED,
    RANKS,
    RISES_TO,
    SEVERALLY,
    SINCE_LAST,
    YEAR_FIRST,
    YEAR_OF,
    is_parted,
)
from drafter.zh.small_words import NEARLY

_FROM_WITHIN = 8
_ABOUT = Decimal("0.1")
"""Share of it by which what doubled may miss twice as many."""
UNCHANGED = "两个数相同，没有升降"


def is_prior(term: Term) -> bool:
    """Whether a figure is last year's, as the words in front of it say (上年为1.6万件)."""
    return PRIOR.search(term.lead) is not None


def is_prior_value(term: Term) -> bool:
    """Whether a figure is what was counted last year, not the difference (比上年多2次)."""
    return is_prior(term) and not GROWN.search(term.lead) and not NO_VALUE.search(term.lead)


def _is_bracketed(term: Term) -> bool:
    """比2023年（7034件）: a bracket parts a figure of last year from its year."""
    return BRACKETED_PRIOR.search(term.gap) is not None


def _dated(term: Term) -> re.Match[str] | None:
    """The year of a figure: 2023年为20件, or（2023年20件）in a bracket."""
    return DATED.search(term.lead) or BRACKETED_YEAR.match(term.gap)


def find_changes(terms: list[Term], relations: Relations) -> Iterator[Identity]:
    """Growth in % between two years, and differences of rates in 个百分点."""
    yield from _steps(terms, relations)
    yield from _doublings(terms, relations)
    for i, term in enumerate(terms):
        if i == 0 or not term.is_exact or not GROWN.search(term.lead):
            continue
        if SEVERALLY.search(term.lead):
            continue  # 分别增长12.6%、34.7%: which of them is of which two figures, is not told
        if term.figure.unit == "%" and i > 1 and (named := _growth_of_named(terms, i, relations)):
            yield named
            continue
        if (before := _told_behind(terms, i)) is not None:
            told = _growth_since(terms, i, before)
            if told is not None:
                yield told
            continue
        pair = _years(terms, i, relations) if i > 1 else None
        if pair is None:
            if (led := _led_to(terms, i)) is not None:
                yield led
            elif term.figure.unit == "%":
                yield from find_growth_of_increment(terms, i, relations)
            continue
        now, before = pair
        if not _is_of_both(term, now):
            continue
        change = change_between(term, now, before)
        if change is not None and change.kind == "growth" and not change.holds:
            whole = _whole_of(terms, now, relations)
            change = change if whole is None else change_between(term, whole, before)
        if change is not None:
            is_other = not change.holds and _names_another(before, now)
            yield replace(change, certain=False) if is_other else change


def _names_another(before: Term, now: Term) -> bool:
    """Whether last year's figure names what this year's does not: 应诉40件，复议量较上年的50件."""
    named = NAMED_AGAIN.match(before.lead)
    return named is not None and named[1] not in now.lead


def change_between(term: Term, now: Term, before: Term) -> Identity | None:
    """The growth, or the difference of two rates, that a term states; None if it can be neither.

    Args:
        term: The change, its lead the words that say which way it goes.
        now: This year's figure.
        before: Last year's.
    """
    if term.figure.unit == MULTIPLE:
        return _times(term, now, before)
    if term.figure.unit in POINT_UNITS and now.figure.unit == "%":
        computed = abs(now.number - before.number)
        turned = _turned(term, now, before)
        holds = turned is None and _agrees_points(
            computed, term.number, places_of(term.figure.value)
        )
        return make_identity(
            "difference", term, computed, (now, before), holds=holds, reading=turned
        )
    is_count = now.figure.unit not in PERCENT_UNITS and before.number > 0
    return _growth(term, now, before) if term.figure.unit == "%" and is_count else None


def _steps(terms: list[Term], relations: Relations) -> Iterator[Identity]:
    """Steps that go the other way: 由300件增加到240件.

    A time may be 提升 to fewer days, a rank to a smaller number.
    """
    for before, now in pairwise(terms):
        if now.figure.unit != before.figure.unit or not FROM_HERE.search(before.lead):
            continue
        led = relations.to_words.at_end(now.lead)
        if led is None or not (before.is_exact and now.is_exact):
            continue
        falls = FALLS_TO.match(led[0]) is not None
        if not falls and (not RISES_TO.match(led[0]) or now.figure.unit in relations.durations):
            continue
        if now.figure.unit in RANKS or RANKED.search(before.lead):
            continue
        is_turned = now.number > before.number if falls else now.number < before.number
        if is_turned or now.number == before.number:
            reading = TURNED if is_turned else UNCHANGED
            yield make_identity(
                "growth", now, before.number, (before,), holds=False, reading=reading, certain=False
            )


def _doublings(terms: list[Term], relations: Relations) -> Iterator[Identity]:
    """Steps that double nothing: 由20件增加到30件，翻了一番."""
    for before, now in pairwise(terms):
        told = DOUBLED.match(now.after)
        if told is None or not _is_step(before, now) or before.number <= 0:
            continue
        if relations.to_words.at_end(now.lead) is None or not (before.is_exact and now.is_exact):
            continue
        due = before.number * (4 if told["twice"] else 2)
        if due - now.number > due * _ABOUT:
            reading = f"没有{told['words']}，{told['words']}应为{due.normalize():f}左右"
            yield make_identity(
                "growth", now, due, (before,), holds=False, reading=reading, certain=False
            )


def _times(term: Term, now: Term, before: Term) -> Identity | None:
    """A growth in 倍 that does not hold: from 20 to 60 it grows by 2倍, and is 3倍 of it."""
    if before.number <= 0 or now.figure.unit in PERCENT_UNITS | POINT_UNITS:
        return None
    computed = abs(now.number - before.number) / before.number
    unit = Decimal(1).scaleb(-places_of(term.figure.value))
    if abs(computed - term.number) < unit:
        return None
    is_ratio = abs(now.number / before.number - term.number) < unit
    reading = f"现在是原来的{term.figure.text}，增长的要减去一倍" if is_ratio else None
    return make_identity(
        "growth", term, computed, (now, before), holds=False, reading=reading, certain=False
    )


def _led_to(terms: list[Term], i: int) -> Identity | None:
    """A change between last year's figure and this year's: 较上年的91%提高2个百分点，达到93%."""
    if i + 1 == len(terms) or not is_prior_value(terms[i - 1]):
        return None
    before, now = terms[i - 1], terms[i + 1]
    is_led = COUNTED_TO.search(now.lead) is not None and now.gap.lstrip(",，").strip() == now.lead
    is_kindred = now.figure.unit == before.figure.unit and now.is_exact and before.is_exact
    if not is_led or len(now.lead) > _FROM_WITHIN or not is_kindred:
        return None
    return change_between(terms[i], now, before)


def _growth_of_named(terms: list[Term], i: int, relations: Relations) -> Identity | None:
    """Growth of what last year's figure names again: 立案9件，结案8件；立案数较上年的6件增长50%.

    None where it names nothing told before, or several of which none fits.
    """
    change, before = terms[i], terms[i - 1]
    named = NAMED_AGAIN.match(before.lead) if is_prior_value(before) else None
    is_whole = before.is_exact and before.number > 0
    if named is None or not is_whole or not _is_of_both(change, before):
        return None
    found = [
        x for x in terms[: i - 1]
        if x.figure.unit == before.figure.unit and x.is_exact and named[1] in x.lead
        and not is_prior(x) and not is_increment(x) and not relations.parts.search(x.gap)
    ]  # fmt: skip
    growths = [_growth(change, now, before) for now in found]
    holding = next((growth for growth in growths if growth.holds), None)
    return holding or (growths[0] if len(growths) == 1 else None)


def _whole_of(terms: list[Term], now: Term, relations: Relations) -> Term | None:
    """The total before a list that a figure ends: 46件，其中…8件，比上年的40件增长15%."""
    at = terms.index(now)
    announced = (k for k in range(at, 0, -1) if relations.parts.search(terms[k].gap))
    first = next(announced, None)
    if (
        first is None
        or LATTER.search(terms[at + 1].gap)
        or any(terms[k].figure.unit != now.figure.unit for k in range(first, at))
    ):
        return None
    whole = terms[first - 1]
    return whole if whole.is_exact and whole.figure.unit == now.figure.unit else None


def _turned(term: Term, now: Term, before: Term) -> str | None:
    """What is wrong where a change is told as one the other way."""
    falls = FALLEN.search(term.lead) is not None
    is_turned = now.number > before.number if falls else now.number < before.number
    return TURNED if is_turned else None


def _is_of_both(term: Term, now: Term) -> bool:
    """Whether a change is of the two figures before it: not 平均用时下降25%."""
    found = GROWN.search(term.lead)
    subject = term.lead[: found.start()] if found else term.lead
    told = BARE_CHANGE.match(subject)
    if told is not None:
        return not told["rate"] or now.figure.unit in PERCENT_UNITS
    return subject[:2] in now.lead


def _agrees_points(computed: Decimal, stated: Decimal, places: int) -> bool:
    """A difference of printed rates is exact up to one unit of the last digit."""
    return abs(computed - stated) <= Decimal(1).scaleb(-max(places, 1))


def _years(terms: list[Term], i: int, relations: Relations) -> tuple[Term, Term] | None:
    """This year's and last year's figure that a change right behind them compares."""
    at = i - 1
    if is_increment(terms[at]) and not _is_step(terms[at - 1], terms[at]):
        at -= 1  # 较上年1320件增加240件，增长18.2%
    near, far = terms[at], terms[at - 1]
    if at == 0 or any(is_parted(x.gap) for x in terms[at : i + 1]):
        return None
    if near.figure.unit != far.figure.unit or not near.is_exact or not far.is_exact:
        return None
    if not is_increment(far) and _is_later(near, far, relations):
        return near, far
    return (far, near) if _is_later(far, near, relations) else None


def _told_behind(terms: list[Term], i: int) -> Term | None:
    """Last year's figure in a bracket behind the change: 6件，增长50%（上年4件）."""
    told = PRIOR_BEHIND.match(terms[i + 1].gap) if i + 1 < len(terms) else None
    if told is None or (told["behind"] and not _is_of_whole_years(terms[: i + 1])):
        return None
    year, other = YEAR_OF.search(terms[i].lead), YEAR_OF.search(terms[i + 1].gap)
    if year and other and year[1] != other[1]:
        return None  # 比2022年下降15%（2023年180件）
    return terms[i + 1] if terms[i + 1].is_exact else None


def _is_of_whole_years(terms: list[Term]) -> bool:
    """Whether a change, the last of some figures, is of a whole year against last year."""
    is_part = any(PART_OF_YEAR.search(term.lead) for term in terms)
    return not is_part and SINCE_LAST.search(terms[-1].lead) is not None


def _growth_since(terms: list[Term], i: int, before: Term) -> Identity | None:
    """The change of what such a figure counts: of the counts before it the one that fits.

    One that fails is told only where a single count can be meant.
    """
    found = [
        x for x in terms[:i]
        if x.figure.unit == before.figure.unit and x.is_exact and not is_prior(x)
    ]  # fmt: skip
    told = [change_between(terms[i], now, before) for now in reversed(found)]
    holding = next((change for change in told if change is not None and change.holds), None)
    is_clear = len(found) == 1 and found[0] is terms[i - 1] and _is_of_both(terms[i], found[0])
    return holding or (told[0] if is_clear else None)


def _is_step(before: Term, now: Term) -> bool:
    """Whether a figure is where a step leads: 由上年的15件减少为9件, not 15件，减少9件."""
    return before.figure.unit == now.figure.unit and FROM_HERE.search(before.lead) is not None


def _is_later(now: Term, before: Term, relations: Relations) -> bool:
    """Whether one of two neighbouring figures is this year's and the other last year's."""
    years = _dated(before), _dated(now)
    if years[0] and years[1]:
        return years[0][1] < years[1][1]
    starts = YEAR_FIRST.match(before.lead), YEAR_FIRST.match(now.lead)
    if starts[0] and starts[1] and starts[0]["what"] == starts[1]["what"]:
        return starts[0][1] < starts[1][1]
    if (years[0] or years[1]) and all(told := [YEAR_OF.search(x.lead) for x in (before, now)]):
        first, second = (found[1] for found in told if found)
        return first < second
    if years[0]:
        return not is_prior(now) and not _is_bracketed(now)
    if is_prior_value(before) or _is_bracketed(before):
        return years[1] is not None or not (is_prior(now) or _is_bracketed(now))
    led = relations.to_words.at_end(AT_LAST.sub("", now.lead).rstrip(NEARLY))
    return led is not None and relations.from_words.search(before.lead[-_FROM_WITHIN:]) is not None


def _growth(term: Term, now: Term, before: Term) -> Identity:
    places = places_of(term.figure.value)
    computed = abs(now.number - before.number) * 100 / before.number
    reading = _turned(term, now, before)
    holds = reading is None and agrees(computed, term.number, places)
    is_rounded = reading is None and within_rounding(
        term.number, places, now, before, less=Decimal(1)
    )
    if (
        reading is None
        and not holds
        and now.number > 0
        and agrees(abs(now.number - before.number) * 100 / now.number, term.number, places)
    ):
        reading = f"以“{now.lead}{now.figure.text}”为基数则成立，但增幅应以上年数为基数"
    return make_identity(
        "growth", term, computed, (now, before),
        holds=holds, reading=reading, certain=holds or not is_rounded,
    )  # fmt: skip
