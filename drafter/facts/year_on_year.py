"""Year on year (同比): what a report says of last year, beside what last year's report printed.

受理120件，同比增长20% fits only a report that printed 100件; 比上年的98件 only one with 98件.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import takewhile

from drafter.facts.changes import is_prior_value
from drafter.facts.terms import (
    POINT_UNITS,
    Term,
    agrees,
    places_of,
    sentence_terms,
    within_rounding,
)
from drafter.facts.wording import synonyms_of
from drafter.knowledge import Knowledge
from drafter.model import Figure, FigurePair, Ref, Report, YearOnYear
from drafter.zh.quantities import level
from drafter.zh.relations import (
    BARE_CHANGE,
    FALLEN,
    GROWN,
    SAID_OF_LAST_YEAR,
    SEVERALLY,
    SHARE,
    WITHIN_YEAR,
    is_parted,
)
from drafter.zh.small_words import AND

_HUNDREDTH = Decimal("0.01")
_LEAST_WHAT = 2  # 数量, 总量 say nothing of their own


def find_misfits(
    pairs: Sequence[FigurePair], last: Report, now: Report, knowledge: Knowledge
) -> tuple[YearOnYear, ...]:
    """What `now` says of the year before and `last` does not bear, in reading order.

    Args:
        pairs: Figures of the same fact in both.
        last: The older report; its year is the only one that a growth may be on.
        now: The newer one.
        knowledge: For units that count the same.
    """
    years = last.frame.year, now.frame.year
    if years[0] is not None and years[1] is not None and years[0] + 1 != years[1]:
        return ()  # 同比 is not of that report (C01 says so)
    partner = {
        pair.now.ref: pair.last
        for pair in pairs
        if pair.now is not None and pair.last is not None and _is_exact(pair)
    }
    by_passage: dict[int, list[Figure]] = defaultdict(list)
    for figure in now.figures:
        by_passage[figure.ref.passage].append(figure)
    texts = {p.id: p.text for p in now.passages if p.role != "table" and p.part != "plans"}
    found: list[YearOnYear] = []
    for key in sorted({ref.passage for ref in partner} & texts.keys()):
        if not SAID_OF_LAST_YEAR.search(texts[key]):
            continue
        for terms in sentence_terms(level(texts[key]), tuple(by_passage[key])):
            found += _in_sentence(terms, partner, last.frame.year, knowledge)
    return tuple(found)


def _is_exact(pair: FigurePair) -> bool:
    sides = [figure for figure in (pair.last, pair.now) if figure is not None]
    return all(f.number is not None and f.approx is None for f in sides)


def _in_sentence(
    terms: list[Term], partner: dict[Ref, Figure], year: int | None, knowledge: Knowledge
) -> Iterator[YearOnYear]:
    for k, term in enumerate(terms):
        last = partner.get(term.figure.ref)
        if last is None or GROWN.search(term.lead) or SHARE.search(term.lead):
            continue
        if WITHIN_YEAR.search(term.gap):
            continue  # the report before may have printed the whole year's
        units = synonyms_of(knowledge, "same_units")
        if not units.are_same(term.figure.unit or "", last.unit or ""):
            continue
        before = Term(last, "", "", "")
        prior = terms[k + 1] if k + 1 < len(terms) else None
        if prior is not None and _is_value_of_last_year(prior):
            if prior.figure.unit == term.figure.unit and _differs(prior, before, year):
                yield YearOnYear(term.figure, last, prior.figure, last.number or Decimal(0))
            continue  # what follows is reckoned from the value printed here
        growth = _growth_of(terms, k)
        if growth is None or not _is_of_last_year(growth, year):
            continue
        if _is_of(growth, term):
            yield from _misfit(term, before, growth)


def _is_value_of_last_year(term: Term) -> bool:
    """Whether it is 比上年的33.33%, not 比上年减少9件."""
    return is_prior_value(term) and not is_parted(term.gap)


def _differs(prior: Term, before: Term, year: int | None) -> bool:
    """Whether a value of last year is another than the one printed then."""
    if not prior.is_exact or not _is_of_last_year(prior, year):
        return False
    return abs(prior.number - before.number) > 2 * max(prior.rounded_by, before.rounded_by)


def _is_of_last_year(term: Term, year: int | None) -> bool:
    """Whether words say 同比, 比上年, or name the year of the older report."""
    said = SAID_OF_LAST_YEAR.search(term.lead)
    return said is not None and (said["year"] is None or int(said["year"]) == year)


def _is_of(growth: Term, now: Term) -> bool:
    """Whether a change is of this figure, not of another thing (案均罚款同比增长)."""
    found = GROWN.search(growth.lead)
    subject = growth.lead[: found.start()] if found else growth.lead
    told = BARE_CHANGE.match(subject)
    if told is None:
        return False
    what = told["what"] or ""
    return len(what) <= _LEAST_WHAT or what[:2] in now.lead


def _growth_of(terms: list[Term], k: int) -> Term | None:
    """The change told of a figure: right behind it, or in its place in a list with 分别."""
    for j in range(k + 1, len(terms)):
        if is_parted(terms[j].gap):
            return None
        if not GROWN.search(terms[j].lead):
            continue
        run = _run(terms, j)
        is_several = SEVERALLY.search(terms[j].lead) is not None
        if is_several != (len(run) > 1):
            return None
        first = j - len(run)
        return run[k - first] if 0 <= k - first < len(run) else None
    return None


def _run(terms: list[Term], j: int) -> list[Term]:
    """A change and those listed behind it: 10%、15%和0.28个百分点, 减少4份、增加1份."""
    return [terms[j], *takewhile(_is_joined, terms[j + 1 :])]


def _is_joined(term: Term) -> bool:
    """Whether nothing but a joint, and which way it went, parts a change from the one before."""
    gap = term.gap.strip()
    turn = GROWN.search(gap)
    return (gap[: turn.start()] if turn else gap) in ("、", *AND)


def _misfit(now: Term, before: Term, growth: Term) -> Iterator[YearOnYear]:
    """A change that does not follow from the two figures."""
    if not growth.is_exact or before.number <= 0:
        return
    unit, stated = growth.figure.unit, growth.number
    places = places_of(growth.figure.value)
    if FALLEN.search(_lead_word(growth)):
        stated = -stated
    change = now.number - before.number
    is_rate = now.figure.unit == "%"
    if unit in POINT_UNITS and is_rate:
        fits = abs(change - stated) <= 2 * Decimal(1).scaleb(-max(places, 1))
    elif unit == "%" and not is_rate:
        change = change * 100 / before.number
        fits = agrees(change, stated, places) or (
            (change < 0) == (stated < 0)
            and within_rounding(abs(stated), places, now, before, less=Decimal(1))
        )
    elif unit == now.figure.unit and not is_rate:
        fits = abs(change - stated) <= 2 * (now.rounded_by + before.rounded_by)
    else:
        return
    if not fits:
        computed = change.quantize(_HUNDREDTH, ROUND_HALF_UP)
        yield YearOnYear(now.figure, before.figure, growth.figure, computed)


def _lead_word(growth: Term) -> str:
    found = GROWN.search(growth.lead)
    return found[0] if found else ""
