"""Columns (表头): what the head of a table adds to the names of the figures beneath it."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.zh.counted import UNIT_IN_BRACKETS
from drafter.zh.dates import YEAR
from drafter.zh.page import CAPTION
from drafter.zh.relations import CHANGE_COLUMN, GROWN
from drafter.zh.small_words import YEAR_SIGN
from drafter.zh.table_rows import cells_of, columns_at

_LONGEST = 24
"""Characters of a name; beyond, the row alone names its figures."""


class Columns:
    """The head of the table that is being read, row by row."""

    def __init__(self) -> None:
        self._head: list[str] = []
        self._is_open = False

    def close(self) -> None:
        """What follows is no row of this table."""
        self._head, self._is_open = [], False

    def read(self, row: str, *, has_figures: bool) -> None:
        """Take a row in; the first one is the head, if it has words only, but for a caption."""
        if not self._is_open and not has_figures:
            if CAPTION.match(row):
                return
            self._head = [UNIT_IN_BRACKETS.sub("", cell.strip()) for cell in cells_of(row)]
        self._is_open = True

    def names(self, row: str, found: Sequence[tuple[int, str]]) -> list[str]:
        """The names of a row's figures: 擅自占道经营 in column 立案数.

        Args:
            row: The row.
            found: Offset and name of each figure, without its column.
        """
        places = columns_at(row, [at for at, _ in found], self._head)
        return [
            name if place is None else _named(name, self._head[place])
            for (_, name), place in zip(found, places, strict=True)
        ]


def _named(indicator: str, column: str) -> str:
    if YEAR_SIGN in column and YEAR.search(column):
        return indicator  # a name must hold for next year's report, too
    if CHANGE_COLUMN.match(column) and GROWN.search(indicator):
        return indicator  # 投诉增长 says what the column 增减情况 says
    is_new = column and column not in indicator and indicator not in column
    whole = indicator + column
    return whole if is_new and len(whole) <= _LONGEST else indicator
