"""Rows of a table (表格行): their cells, and the words of the head above each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from drafter.zh.dates import find_years
from drafter.zh.lazy import lazy_pattern
from drafter.zh.quantities import level
from drafter.zh.year_pairs import LAST_YEAR, THIS_YEAR

_BAR = lazy_pattern(r"[|｜\t]")
_WIDE_BLANK = lazy_pattern(r"(?<=\S)[ \u3000]{2,}(?=\S)")
_BLANK_BETWEEN = lazy_pattern(r"(?<=\S)[ \u3000](?=\S)")


def level_cells(text: str) -> str:
    """The text of a table levelled, with `|` between its cells in place of tabs and wide blanks.

    Where a row has neither, each of its blanks parts two cells.
    """
    flat = level(_BAR.sub("|", text))
    wide = _WIDE_BLANK.sub(lambda m: "|" + " " * (len(m[0]) - 1), flat)
    return wide if "|" in wide else _BLANK_BETWEEN.sub("|", flat)


def cells_of(row: str) -> list[str]:
    """The cells of a table's row, levelled."""
    return level_cells(row).strip(" |").split("|")


def columns_at(row: str, positions: Iterable[int], head: Sequence[str]) -> list[int | None]:
    """The number of the head's cell above each position of a row, None where there is none.

    Columns are counted from the last one: the head often has no word above the names.

    Args:
        row: The row.
        positions: Offsets in it.
        head: The cells of the table's first row.
    """
    flat = level_cells(row)
    body = flat.strip(" |")
    begin = len(flat) - len(flat.lstrip(" |"))
    bars = [at for at, char in enumerate(body, begin) if char == "|"]
    beyond = len(bars) + 1 - len(head)
    if beyond not in {0, 1}:
        return [None for _ in positions]
    columns = (bisect_left(bars, at) - beyond for at in positions)
    return [column if column >= 0 else None for column in columns]


def column_year(name: str, year: int) -> int | None:
    """The year that a column is of, None where its head does not tell.

    Args:
        name: The words of the head.
        year: The report year, which 本年 is.
    """
    told = find_years(name)
    if told:
        return told[0].year if len(told) == 1 else None
    if LAST_YEAR.search(name):
        return year - 1
    return year if THIS_YEAR.search(name) else None
