"""Sections side by side (章节对照): which section of last year's report treats the same matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nsmallest

from msgspec import Struct
from rapidfuzz import fuzz

from drafter.facts.matters import pairs_in
from drafter.facts.wording import bare
from drafter.model import Report, Section, SectionPair
from drafter.zh.numbering import mark_at

_THEME, _HEADING, _BODY = 40, 35, 25
"""Of 100: the theme, then the words of the heading, then those of the text beneath it."""
_SAME = 50
"""Score from which two sections are one: the same theme and something in common, or nearly the same
heading with a like text where no theme is known."""
_SAME_HEADING = 85
"""A heading this much the same needs no more."""
_REACH = 150
"""Sections before and behind among which the other one is looked for; no report has as many."""
_MOST = 20
"""Candidates of one section."""
_UNSURE = 0.6
"""What a theme counts that is not certain in either report."""


class _Chapter(Struct, frozen=True):
    section: Section
    order: int
    heading: str
    pairs: frozenset[str]


def pair_sections(last: Report, now: Report) -> tuple[SectionPair, ...]:
    """Sections of one part on one matter, in the order of `now`, then what only `last` has."""
    old, new = _chapters(last), _chapters(now)
    scored = [row for one in new for row in nsmallest(_MOST, _scored(one, old))]
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, one, other in sorted(scored):
        if one not in partner and other not in taken:
            partner[one] = other
            taken.add(other)
    pairs = [
        SectionPair(old[partner[c.order]].section if c.order in partner else None, c.section)
        for c in new
    ]
    return (*pairs, *(SectionPair(c.section, None) for c in old if c.order not in taken))


def _scored(one: _Chapter, old: Sequence[_Chapter]) -> Iterator[tuple[float, int, int, int]]:
    """Those that one may be, the best is the least: score below zero, distance, both orders."""
    for other in old[max(0, one.order - _REACH) : one.order + _REACH + 1]:
        if one.section.part == other.section.part and (score := _score(other, one)) >= _SAME:
            yield -score, abs(one.order - other.order), one.order, other.order


def _score(old: _Chapter, new: _Chapter) -> float:
    heading = fuzz.ratio(old.heading, new.heading)
    if heading >= _SAME_HEADING:
        return 100 + heading
    theme = 0.0
    if old.section.theme is not None and old.section.theme == new.section.theme:
        theme = 1.0 if {old.section.band, new.section.band} == {"taken"} else _UNSURE
    common = len(old.pairs & new.pairs)
    body = common / (min(len(old.pairs), len(new.pairs)) or 1)
    return _THEME * theme + _HEADING * heading / 100 + _BODY * min(1.0, 2 * body)


def _chapters(report: Report) -> Sequence[_Chapter]:
    texts = _texts(report)
    heads = {passage.id: passage.text for passage in report.passages}
    out = []
    for order, section in enumerate(report.sections):
        words = heads[section.heading]
        mark = mark_at(words)
        title = bare(words[mark.end :] if mark else words)
        out.append(_Chapter(section, order, title, pairs_in(texts[section.heading])))
    return out


def _texts(report: Report) -> dict[int, str]:
    """Heading → the text from there to the next heading of a section."""
    heads = {section.heading for section in report.sections}
    pieces: dict[int, list[str]] = defaultdict(list)
    current: int | None = None
    for passage in report.passages:
        current = passage.id if passage.id in heads else current
        if current is not None:
            pieces[current].append(passage.text)
    return {head: "\n".join(rows) for head, rows in pieces.items()}
