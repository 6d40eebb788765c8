"""Expressions bound to their year or period (时效性表述): where they stand, what to do."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from drafter.facts.blanks import hollowed
from drafter.knowledge.outline import holds
from drafter.knowledge.phrases import SUCCESSOR
from drafter.model import Ref, Stale, StaleKind
from drafter.zh.slots import (
    ADVICE_YEAR,
    Compared,
    NamedPeriod,
    Places,
    compared,
    named_periods,
    title_spans,
    year_numbers,
)
from drafter.zh.wordings import fixed_words, pattern_of
from drafter.zh.year_context import is_local_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.knowledge.loader import Knowledge
    from drafter.knowledge.phrases import Law, Phrase, PhraseBook, Plan
    from drafter.model import Report

_MEETING = "meeting"
"""What the plans name as it was when they were written: the next one is still to be held."""
_NEAR = 88.0
"""rapidfuzz ratio from which a name counts as a listed one mistyped.

One wrong character in ten gives 90, a local 实施方案 beside the national 实施纲要 only 80.
"""

_SHARED = 0.7
"""Share of a title's different characters that a name must have to be compared with it at all."""


class StaleHit(Struct, frozen=True):
    """One expression found in a text.

    Attributes:
        start: In code points of the text.
        end: Exclusive.
        text: The words.
        phrase: Id in `phrases.yaml`.
        advice: Template for a year outside the validity, see `advice_for`.
        advice_current: Template for a year within it.
        valid_from: First report year in which it may stand as current, None without a beginning.
        valid_to: Last such year.
        lapsed_only: Marked only where it has expired.
    """

    start: int
    end: int
    text: str
    kind: StaleKind
    phrase: str
    advice: str
    advice_current: str
    source: str | None
    verified: bool
    valid_from: int | None
    valid_to: int | None
    lapsed_only: bool


class _Found(Struct, frozen=True):
    """A match in compared form, before overlaps are settled; the greatest `weight` wins."""

    start: int
    end: int
    weight: tuple[int, ...]
    phrase: Phrase | None
    plan: Plan | None = None


@lru_cache(maxsize=4)  # a draft and a check ask again for the report that was just understood
def find_stale(text: str, knowledge: Knowledge) -> tuple[StaleHit, ...]:
    """Every expression bound to its year in the text of one passage.

    Left to right, not overlapping: the longest wins, then the one with more fixed characters.
    Phrases that are marked only once expired are among them (`lapsed_only`).
    """
    book = knowledge.phrases
    form = compared(text)
    hits = []
    for found in _settled(form, book):
        start, end = form.span(found.start, found.end)
        hits.append(_hit(found, text[start:end], start, end, book))
    return tuple(hits)


def mark_stale(report: Report, knowledge: Knowledge, year: int) -> tuple[Stale, ...]:
    """Every expression bound to its year in a report, with the advice for the report on `year`.

    In reading order; page furniture is passed over, and so is what is marked only once expired and
    still holds in `year`.
    """
    passages = [passage for passage in hollowed(report).passages if passage.role != "noise"]
    # One search over the whole report instead of one per passage: no phrase runs over a full stop.
    starts = list(accumulate((len(passage.text) + 1 for passage in passages), initial=0))
    stale = []
    for hit in find_stale("。".join(passage.text for passage in passages), knowledge):
        i = bisect_right(starts, hit.start) - 1
        # The plans of the next report are for the year after it.
        ahead = year + (passages[i].part == "plans")
        holds_still = is_current(hit, ahead) or (hit.kind == _MEETING and is_current(hit, year))
        if hit.lapsed_only and holds_still:
            continue
        ref = Ref(passages[i].id, hit.start - starts[i], hit.end - starts[i])
        stale.append(
            Stale(
                ref=ref,
                text=hit.text,
                kind=hit.kind,
                phrase=hit.phrase,
                advice=advice_for(hit, year if _is_of_the_report(hit) else ahead),
                source=hit.source,
                verified=hit.verified,
                has_lapsed=_has_bounds(hit) and not holds_still,
            )
        )
    return tuple(stale)


def _is_of_the_report(hit: StaleHit) -> bool:
    """Whether its advice counts from the report year in the plans, too: 明年 is the year after."""
    return any(slot[1] for slot in ADVICE_YEAR.finditer(hit.advice))


def is_current(hit: StaleHit, year: int) -> bool:
    """Whether a report on `year` may use it as current; never where no validity is known."""
    return _has_bounds(hit) and holds(hit.valid_from, hit.valid_to, year)


def _has_bounds(hit: StaleHit) -> bool:
    return (hit.valid_from, hit.valid_to) != (None, None)


def advice_for(hit: StaleHit, year: int) -> str:
    """What to do with the expression in a report on `year`, in Chinese."""
    template = hit.advice_current if is_current(hit, year) else hit.advice
    return ADVICE_YEAR.sub(lambda slot: str(year + int(slot[1] or 0)), template)


class _Compiled(Struct, frozen=True):
    """A phrase book in compared form.

    Attributes:
        rows: Wordings with the characters that each match of them contains, their phrase and its
            place in the file; parsed when a text has these characters.
        unless: Phrase's id → the words that make a match another one, in compared form.
        boundaries: Words that end where a campaign's name begins.
        plans: Title in compared form → plan.
        laws: Title in compared form → law, longest first.
    """

    rows: tuple[tuple[str, str, Phrase, int], ...]
    unless: dict[str, tuple[str, ...]]
    boundaries: tuple[str, ...]
    plans: dict[str, Plan]
    laws: dict[str, Law]


def wordings_of(book: PhraseBook) -> set[str]:
    """All that is looked for as a phrase."""
    return {text for text, _, _ in _wordings(book)}


def _wordings(book: PhraseBook) -> list[tuple[str, Phrase, int]]:
    """Wordings with their phrase and its place in the file."""
    rows = [(text, phrase, i) for i, phrase in enumerate(book.rows) for text in phrase.texts]
    for i, phrase in enumerate(book.rows):
        if phrase.uses_laws:
            rows += [(f"新《{law.title}》", phrase, i) for law in book.laws]
    return rows


@cache
def _compiled(book: PhraseBook) -> _Compiled:
    rows = _wordings(book)
    return _Compiled(
        rows=tuple((text, fixed_words(text), phrase, i) for text, phrase, i in rows),
        unless={
            phrase.id: tuple(compared(word).form for word in phrase.unless) for phrase in book.rows
        },
        boundaries=tuple(compared(word).form for word in book.boundaries),
        plans={compared(plan.title).form: plan for plan in book.plans},
        laws={
            compared(law.title).form: law
            for law in sorted(book.laws, key=lambda law: -len(law.title))
        },
    )


def _settled(form: Compared, book: PhraseBook) -> list[_Found]:
    """The matches that stand, left to right."""
    compiled = _compiled(book)
    titles = title_spans(form.form)
    found = [*_garbled(form.form, compiled.plans, titles), *_matches(form.form, compiled, titles)]
    taken = bytearray(len(form.form))
    kept = []
    for match in sorted(found, key=lambda match: match.weight, reverse=True):
        if not any(taken[match.start : match.end]):
            taken[match.start : match.end] = b"\1" * (match.end - match.start)
            kept.append(match)
    return sorted(kept, key=lambda match: match.start)


def _matches(
    form: str, compiled: _Compiled, titles: tuple[tuple[int, int], ...]
) -> Iterator[_Found]:
    places = Places(form)
    for text, fixed, phrase, place in compiled.rows:
        if fixed and not places.of(fixed):
            continue
        pattern = pattern_of(text)
        for start, core, end in pattern.find_in(places, compiled.boundaries):
            if phrase.in_title and not _is_within(start, end, titles):
                continue
            if any(_runs_over(form, word, start, end) for word in compiled.unless[phrase.id]):
                continue
            # A name in front does not count: a listed plan is to win over any plan of that length.
            yield _Found(
                start, end, (0, end - core, phrase.in_title, pattern.literal, -place), phrase
            )


def _runs_over(form: str, word: str, start: int, end: int) -> bool:
    """Whether a match is part of a longer word (目前 in 项目前期)."""
    return form.find(word, max(0, end - len(word)), start + len(word)) >= 0


def _is_within(start: int, end: int, spans: tuple[tuple[int, int], ...]) -> bool:
    """Whether a stretch lies inside one of the spans, which are in order and do not overlap."""
    i = bisect_right(spans, (start,)) - 1
    return i >= 0 and end < spans[i][1]


def _garbled(
    form: str, plans: dict[str, Plan], titles: tuple[tuple[int, int], ...]
) -> Iterator[_Found]:
    """Names that are almost a listed plan's: another period, a lost dash, a wrong character."""
    if not titles and not any(title in form for title in plans):
        return
    for named in named_periods(form, tuple(plans)):
        title = _title_meant(named, plans)
        if title is not None:
            exact = named.name.endswith(title)
            start = named.start + (len(named.name) - len(title) if exact else 0)
            start -= named.is_opened and start == named.start
            yield _Found(start, named.end, (1, named.end - start, 0, 0, 0), None, plans[title])


def _title_meant(named: NamedPeriod, plans: dict[str, Plan]) -> str | None:
    """The listed title that is misquoted; None if it is quoted right or is none of them."""
    for title, plan in plans.items():
        if named.name.endswith(title):
            is_right = not named.years or (named.has_dash and named.years in plan.ranges)
            return None if is_right else title
    if not named.is_opened or not (named.years or named.is_closed):
        return None
    # No title of other characters can be near; this saves the import for nearly every report.
    near = [
        title for title in plans if len(set(title) & set(named.name)) >= _SHARED * len(set(title))
    ]
    if not near:
        return None
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - see above

    best = process.extractOne(named.name, near, scorer=fuzz.ratio, score_cutoff=_NEAR)
    return best[0] if best else None


def _hit(found: _Found, text: str, start: int, end: int, book: PhraseBook) -> StaleHit:
    """The match as a hit, with the validity that its words give it."""
    if found.phrase is None or found.plan is not None:
        return _garbled_hit(found.plan, text, start, end, book)
    phrase = found.phrase
    hit = StaleHit(
        start=start,
        end=end,
        text=text,
        kind=phrase.kind,
        phrase=phrase.id,
        advice=phrase.advice,
        advice_current=phrase.advice_current or book.current,
        source=phrase.source,
        verified=phrase.verified,
        valid_from=phrase.valid_from,
        valid_to=phrase.valid_to,
        lapsed_only=phrase.lapsed_only,
    )
    if phrase.until_text and (years := year_numbers(text)):
        return replace(hit, valid_from=min(years), valid_to=max(years))
    if phrase.uses_laws:
        return _as_law(hit, _compiled(book).laws)
    return hit


def _garbled_hit(plan: Plan | None, text: str, start: int, end: int, book: PhraseBook) -> StaleHit:
    row = book.garbled
    right = f"《{plan.title}（{plan.ranges[0][0]}—{plan.ranges[0][1]}年）》" if plan else ""
    years = year_numbers(text)
    known = max((last for _, last in plan.ranges), default=0) if plan else 0
    is_later = bool(known and years) and min(years) > known
    advice = (row.successor if is_later else row.advice).replace("{正名}", right)
    source, verified = (plan.source, plan.verified and not is_later) if plan else (None, False)
    return StaleHit(
        start=start,
        end=end,
        text=text,
        kind=row.kind,
        phrase=SUCCESSOR if is_later else row.id,
        advice=advice,
        advice_current=advice,
        source=source,
        verified=verified,
        valid_from=None,
        valid_to=None,
        lapsed_only=False,
    )


def _is_named(title: str, form: str) -> bool:
    """Whether a law of the country is named; a province has its own of nearly the same title."""
    before, found, _ = form.partition(title)
    return bool(found) and not is_local_title(before)


def _as_law(hit: StaleHit, laws: dict[str, Law]) -> StaleHit:
    """The hit with id, validity and source of the listed law that it names, if any."""
    form = compared(hit.text).form
    law = next((law for title, law in laws.items() if _is_named(title, form)), None)
    if law is None:
        return hit
    return replace(
        hit,
        phrase=law.id,
        source=f"《{law.title}》，{law.note}",
        verified=law.verified,
        valid_from=law.in_force - 1,
        valid_to=law.in_force + 1,
    )
