"""Where a heading ends: at its line's end, at its first stop, or where the body is glued to it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from drafter.zh.heading_text import (
    ANY_STOP,
    COLON,
    COMMA,
    COUNT,
    FIRST_ITEM,
    GAP,
    LEADING_YEAR,
    MEANS,
    STOP,
    glued_subject,
    glued_verb,
)

_MANY_CLAUSES = 3
_SHORTEST = 4
"""Code points of a heading to which a body is glued."""

HEADING_LIMIT = 40
"""Code points up to the first stop that still make a run-in heading (domain rule of thumb)."""
LINE_LIMIT = 60
"""Code points of a heading that has a line to itself; longer lines are paragraphs."""


class Glue(Struct, frozen=True, dict=True):
    """Finds where a heading turns into body with no stop between (`…法治政府建设镇党委重视…`)."""

    subject: re.Pattern[str]
    verb: re.Pattern[str]

    def cut(self, text: str, start: int, end: int) -> int | None:
        """Position at which the body begins, or None; only within `HEADING_LIMIT` of `start`.

        Args:
            text: The paragraph.
            start: Where the heading begins.
            end: Where its first sentence ends.
        """
        limit = min(end, start + _SHORTEST + HEADING_LIMIT)
        subject = _first_outside(self.subject, text, start, limit)
        if subject is not None and not MEANS.search(text, 0, subject + 1):
            return subject
        return _first_outside(self.verb, text, start, limit)


def _first_outside(pattern: re.Pattern[str], text: str, start: int, limit: int) -> int | None:
    """Where a pattern first matches outside a title or a quotation, which no heading parts."""
    for found in pattern.finditer(text, start + _SHORTEST, limit):
        before = text[start : found.start()]
        if before.count("《") == before.count("》") and before.count("“") == before.count("”"):
            return found.start()
    return None


@lru_cache(maxsize=8)
def _glue_of(ends: tuple[str, ...], openers: tuple[str, ...], verbs: tuple[str, ...]) -> Glue:
    return Glue(glued_subject(ends, openers), glued_verb(ends, verbs))


def glue(words: Mapping[str, tuple[str, ...]]) -> Glue:
    """The finder for a loaded word list."""
    return _glue_of(words["heading_ends"], words["body_openers"], words["heading_verbs"])


def has_count(text: str) -> bool:
    """Whether a figure with a measure word stands in it: such a sentence is body, not heading."""
    return COUNT.search(text) is not None


def heading_end(text: str, start: int, end: int, finder: Glue) -> int | None:
    """Where the heading that begins at `start` ends, its stop included.

    Args:
        text: The paragraph.
        start: After the numeral.
        end: Where the next mark or the paragraph's end stands.
        finder: Cuts glued headings.

    Returns:
        A position in (start, end], or None if no heading stands there.
    """
    if start >= end:
        return None
    if end - start <= LINE_LIMIT and end == len(text) and "。" not in text[start:end]:
        stop = None  # a question or a call may stand inside a heading that has the line to itself
    else:
        stop = STOP.search(text, start, end)
    sentence_end = stop.end() if stop else end
    sentence = text[start:sentence_end]
    if has_count(sentence) and not LEADING_YEAR.match(sentence):
        return _early_end(text, start, sentence_end, finder)
    if len(sentence) <= HEADING_LIMIT + 1 and not FIRST_ITEM.search(sentence):
        if not stop:
            return _unstopped_end(text, start, end)
        # Three clauses and more are a heading with body glued to it, if it can be parted somewhere.
        many = len(COMMA.findall(sentence)) >= _MANY_CLAUSES
        return (finder.cut(text, start, sentence_end) if many else None) or sentence_end
    early = _early_end(text, start, sentence_end, finder)
    whole = len(sentence) <= LINE_LIMIT and not FIRST_ITEM.search(sentence)
    return early or (sentence_end if whole else None)


def _unstopped_end(text: str, start: int, end: int) -> int:
    # 主要做法及成效：2024年… with no stop at all: the colon ends the heading if words follow it.
    colon = COLON.search(text, start, end)
    return colon.end() if colon and end - colon.end() > HEADING_LIMIT else end


def _early_end(text: str, start: int, sentence_end: int, finder: Glue) -> int | None:
    """Where a heading ends whose first sentence is too long for one: at a blank, colon or glue."""
    limit = min(sentence_end, start + HEADING_LIMIT)
    for pattern in (GAP, COLON):
        found = pattern.search(text, start + _SHORTEST, limit)
        if found and not has_count(text[start : found.start()]):
            return found.end()
    cut = finder.cut(text, start, sentence_end)
    return cut if cut and not has_count(text[start:cut]) else None


def has_inner_stop(text: str) -> bool:
    """Whether a stop, semicolon or colon stands before the last character."""
    found = ANY_STOP.search(text.rstrip(" \t　"))
    return found is not None and found.end() < len(text.rstrip(" \t　"))
