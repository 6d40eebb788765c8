"""Headings that only their outline level (大纲级别) in Word tells: short lines without a numeral.

The level breaks ties and never overrules the text: numerals, known titles of parts, sentences,
tables, dates and figures say more than a style, which many writers set for its looks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile

from drafter.structure.headings import HEADING_LIMIT, has_count, has_inner_stop
from drafter.structure.lines import ends_sentence
from drafter.zh.dates import is_date_line
from drafter.zh.page import is_table_row

_LEAST = 2
_DEEPEST = 4
"""Levels of headings that a parse tells apart."""


def has_heading_form(words: str) -> bool:
    """Whether words without a numeral can be a heading if a style says so: short, no sentence."""
    if not _LEAST <= len(words) <= HEADING_LIMIT or words[-1] in "，、,":
        return False
    if ends_sentence(words) or has_inner_stop(words) or has_count(words):
        return False
    return not is_date_line(words) and not is_table_row(words)


def spoiled(headings: Iterable[int], prose: Iterable[int]) -> frozenset[int]:
    """Outline levels that tell nothing, since half as many paragraphs as headings have them."""
    heads, paragraphs = Counter(headings), Counter(prose)
    return frozenset(level for level in paragraphs if 2 * paragraphs[level] >= heads[level])


def heads_numerals(styled: Mapping[int, int], numbered: Sequence[tuple[int, int]]) -> bool:
    """Whether lines that only a style tells stand above the sections that numerals tell.

    Args:
        styled: Outline level by block, of the lines that only a style tells.
        numbered: Block and outline level (0 without one) of each numbered line, in order.
    """
    if not styled or not numbered:
        return bool(styled)
    first = min(styled)
    if first > numbered[0][0]:
        return False
    levels = [level for _, level in numbered if level]
    if levels:
        return styled[first] < min(levels)
    # One styled line above numerals without a style may be anything, two are chapters.
    return list(styled.values()).count(styled[first]) > 1


def rank(
    styled: Mapping[int, int], chapters: Sequence[int], numbered: Sequence[int]
) -> dict[int, int]:
    """Levels 1–4 of the lines that only a style tells, by block.

    Args:
        styled: Their outline levels.
        chapters: Outline levels (0 without one) of the chapters that the text tells.
        numbered: Those of all numbered lines.
    """
    if not styled:
        return {}
    known = [level for level in chapters if level]
    # Under chapters without a style, the highest style in use is that of their sections.
    below = 2 if chapters and not known else 1
    base = min(known) if known else min(styled.values()) if below > 1 else styled[min(styled)]
    used = sorted({*styled.values(), *filter(None, numbered), *known})
    used = [level for level in used if level >= base]
    return {
        block: min(_DEEPEST, below + len(list(takewhile(level.__gt__, used))))
        for block, level in styled.items()
    }
