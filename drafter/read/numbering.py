"""Automatic numbering (自动编号): which numeral stands before each paragraph.

A paragraph, or its style, names a list (`numId`) and a level. Lists that share an abstract list
count on with each other; a list may say that a level starts anew. The reader of `.docx` and that of
`.doc` both count this way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct, field

from drafter.zh.list_numbers import read_bullet, write_number

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_LONGEST = 30
"""Characters of a numeral; what is longer is no numeral but a text that repeats."""


class Level(Struct, frozen=True):
    """A level of a list.

    Attributes:
        number_format: Name of ST_NumberFormat.
        text: Pattern of the numeral: `%1、`, `（%2）`.
        start: First number.
        restart: Level from 1 after which it starts anew; 0 never, None after any higher one.
        is_decimal: All numbers of the pattern are written 1, 2, 3 (`isLgl`).
        style: Paragraph style that belongs to the level, None without one.
    """

    number_format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    is_decimal: bool = False
    style: str | None = None


class List(Struct, frozen=True):
    """A list that paragraphs name.

    Attributes:
        abstract: What it shares its count with.
        levels: By level from 0, its own changes made.
        starts: Levels at which it starts anew, with the number.
    """

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)


class Counter:
    """Counts the paragraphs of all lists, in the order of the document."""

    def __init__(self, lists: Mapping[str, List]) -> None:
        self.lists = lists
        self._counts: dict[str, list[int | None]] = {}
        self._starts: dict[str, dict[int, int]] = {}

    def marker(self, list_id: str, level: int) -> str:
        """The numeral of the next paragraph at that level of that list; '' if it shows none."""
        found = self.lists.get(list_id)
        if found is None or level not in found.levels:
            return ""
        counts = self._counts.setdefault(found.abstract, [None] * LEVELS)
        starts = self._starts.setdefault(list_id, dict(found.starts))
        now = counts[level]
        anew = starts.pop(level, None)
        counts[level] = (
            anew if anew is not None else found.levels[level].start if now is None else now + 1
        )
        for lower in range(level + 1, LEVELS):
            restart = found.levels[lower].restart if lower in found.levels else None
            if restart is None or (restart > 0 and level < restart):
                counts[lower] = None
        return self._shown(found, level, counts)

    @staticmethod
    def _shown(found: List, level: int, counts: list[int | None]) -> str:
        own = found.levels[level]
        if own.number_format == "bullet":
            return read_bullet(own.text).strip()

        def written(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            other = found.levels.get(at, own)
            count = counts[at]
            number = other.start if count is None else count
            return write_number(number, "decimal" if own.is_decimal else other.number_format)

        return _PLACE.sub(written, own.text).strip()[:_LONGEST]
