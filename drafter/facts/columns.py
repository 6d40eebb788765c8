"""Columns (表头): what the head of a table adds to the names of the figures beneath it."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.zh.counted import UNIT_IN_BRACKETS
from drafter.zh.dates import YEAR
from drafter.zh.page import CAPTION
from drafter.zh.relations import CHANGE_COLUMN, GROWN
from drafter.zh.small_words import YEAR_SIGN
from drafter.zh.table_rows import LIKE_YEAR, TIMED, cells_of, columns_at, level_cells, row_name

_LONGEST = 24
"""Characters of a name; beyond, the row alone names its figures."""


class Columns:
    """The head of the table that is being read, row by row."""

    def __init__(self) -> None:
        self._head: list[str] = []
        self._counts: list[bool] = []
        self._is_open = False

    def close(self) -> None:
        """What follows is no row of this table."""
        self._head, self._is_open = [], False

    def read(self, row: str, *, has_figures: bool) -> None:
        """Take a row in; the first one is the head, if it has words only, but for a caption."""
        if not self._is_open and not has_figures:
            if CAPTION.match(row):
                return
            cells = [cell.strip() for cell in cells_of(row)]
            self._head = [UNIT_IN_BRACKETS.sub("", cell) for cell in cells]
            self._counts = [_counts(cell) for cell in cells]
        self._is_open = True

    def counted(self, row: str) -> frozenset[int]:
        """Where numbers like years stand that count something: 2027 in the column 办结案件（件）.

        Only a column whose head says so, or has a year itself, is known to hold none.
        """
        flat = level_cells(row) if self._head and LIKE_YEAR.search(row) else ""
        if not flat or TIMED.search(row_name(flat)):
            return frozenset()
        places = [at.start() for at in LIKE_YEAR.finditer(flat)]
        columns = columns_at(row, places, self._head)
        return frozenset(
            place
            for place, column in zip(places, columns, strict=True)
            if column is not None and self._counts[column]
        )

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


def _counts(column: str) -> bool:
    """Whether the head of a column tells of counts: 受理, 制定（件）, 2024年, but not 成立时间."""
    if unit := UNIT_IN_BRACKETS.search(column):
        return YEAR_SIGN not in unit[0]
    is_timed = TIMED.search(column) is not None and YEAR.search(column) is None
    return column != "" and not is_timed


def _named(indicator: str, column: str) -> str:
    if YEAR_SIGN in column and YEAR.search(column):
        return indicator  # a name must hold for next year's report, too
    if CHANGE_COLUMN.match(column) and GROWN.search(indicator):
        return indicator  # 投诉增长 says what the column 增减情况 says
    is_new = column and column not in indicator and indicator not in column
    whole = indicator + column
    return whole if is_new and len(whole) <= _LONGEST else indicator
