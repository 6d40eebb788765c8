"""Sections side by side (章节对照): which section of last year's report treats the same matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

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
    scored = [
        (score, one.order, other.order)
        for one in new
        for other in old
        if one.section.part == other.section.part and (score := _score(other, one)) >= _SAME
    ]
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, one, other in sorted(scored, key=lambda row: (-row[0], abs(row[1] - row[2]), row[1:])):
        if one not in partner and other not in taken:
            partner[one] = other
            taken.add(other)
    pairs = [
        SectionPair(old[partner[c.order]].section if c.order in partner else None, c.section)
        for c in new
    ]
    return (*pairs, *(SectionPair(c.section, None) for c in old if c.order not in taken))


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
