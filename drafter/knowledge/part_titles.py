"""Which mandated part a heading names, by the word lists of `schemas/outline.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from drafter.knowledge.outline import Outline
from drafter.zh.dates import find_years
from drafter.zh.heading_text import named_in
from drafter.zh.numbering import mark_at
from drafter.zh.width import fold, fold_word

NAMED = 3.0
"""Score from which a heading names a part: one strong word."""


@lru_cache(maxsize=2048)  # each heading is asked for by the cutting, the zones and the matching
def part_scores(heading: str, outline: Outline, year: int | None = None) -> Mapping[str, float]:
    """How strongly a heading names each part; keys of the parts with a positive score only.

    A strong word counts 3, and so does a noun unless the heading tells what was done about it
    (存在的问题, not 聚焦突出问题); a negative one takes 3 away. A year after the report year speaks
    for the plans.

    Args:
        heading: With or without its numeral.
        outline: Whose parts are meant.
        year: The report year, if known.
    """
    text = fold(heading)
    named = _named_in(heading, text, outline)
    out: dict[str, float] = {}
    for part in outline.parts:
        score = sum(3.0 for word in part.strong if fold_word(word) in text)
        score += sum(3.0 for word in part.nouns if fold_word(word) in named)
        score -= sum(3.0 for word in part.negative if fold_word(word) in text)
        if (
            part.key == "plans"
            and year is not None
            and any(at.year > year for at in find_years(heading))
        ):
            score += 3.0
        if score > 0:
            out[part.key] = score
    return MappingProxyType(out)


def _named_in(heading: str, text: str, outline: Outline) -> str:
    """The folded words of a heading in which a noun names a part; all, if a strong word does."""
    later = [part for part in outline.parts if part.nouns]
    if any(fold_word(word) in text for part in later for word in part.strong):
        return text
    mark = mark_at(heading)
    nouns = tuple(fold_word(word) for part in later for word in part.nouns)
    return named_in(fold(heading[mark.end :]) if mark else text, outline.acts, nouns)


def mentions_part(heading: str, outline: Outline) -> bool:
    """Whether a heading has a word of a mandated part, also where it tells what was done."""
    text = fold(heading)
    return any(
        fold_word(word) in text for part in outline.parts for word in (*part.strong, *part.nouns)
    )


def names_part(heading: str, outline: Outline) -> bool:
    """Whether a heading names a mandated part rather than a theme."""
    return any(score >= NAMED for score in part_scores(heading, outline).values())
