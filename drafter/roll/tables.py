"""Which tables of last year are carried on as tables: those that count the same things each year.

All others tell what was done (任务、进展、文件), which is quoted and asked for row by row; so is a
table of which it is not certain what would stand under which year.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from drafter.model import Figure, Passage
from drafter.roll.deeds import find_deeds
from drafter.zh.dates import YearAt, find_years
from drafter.zh.page import CAPTION
from drafter.zh.spans import Spans
from drafter.zh.table_rows import (
    DASH,
    DIGIT,
    FRAMED,
    SERIAL,
    TELLS,
    TOTAL,
    UNIT_CELL,
    cell_spans,
)
from drafter.zh.year_context import YEARS_JOINED

_LONGEST_LABEL = 24
"""Characters of a cell that names what its row counts; a longer one tells something."""
_LONGEST_REST = 12
"""Characters beside the numbers of a cell: a unit, 增长; more of them are a sentence."""
_MOST_COLUMNS = 8
"""Beyond, the blanks of a row would be set one character below the other."""
_MOST_LABELS = 3
"""Columns of words: a serial number, the kind, the name."""


Cells = Sequence[tuple[int, int]]
"""Start and end of each cell of a row, in its passage."""


class _Table(Struct, frozen=True):
    """A table with a head of one row and nothing but rows of as many cells.

    Attributes:
        rows: Below the head, with their cells.
        dated: The columns whose head names a year.
    """

    rows: Sequence[tuple[Passage, Cells]]
    dated: frozenset[int]


def kept_tables(
    passages: Sequence[Passage],
    figures: Mapping[int, Sequence[Figure]],
    words: Mapping[str, tuple[str, ...]],
    year: int,
) -> dict[int, Cells]:
    """The rows of all tables that are carried on: passage id → cells.

    Args:
        passages: Of last year.
        figures: By passage.
        words: Word lists, for what is a deed.
        year: The report year.
    """
    kept: dict[int, Cells] = {}
    for is_table, run in groupby(passages, lambda passage: passage.role == "table"):
        for rows in _tables(list(run)) if is_table else ():
            grid = _grid(rows)
            table = _table(grid, figures, year)
            if table is not None and _counts(table, figures, words, year):
                kept |= {row.id: cells for row, cells in grid}
    return kept


def _tables(run: Sequence[Passage]) -> Iterator[list[Passage]]:
    """The tables of rows that follow each other: a caption begins the next one."""
    table: list[Passage] = []
    for row in run:
        if table and CAPTION.match(row.text):
            yield table
            table = []
        table.append(row)
    yield table


def _grid(table: Sequence[Passage]) -> list[tuple[Passage, Cells]]:
    """The rows with their cells; single blanks part them where all rows have as many of them."""
    is_framed = all(FRAMED.fullmatch(row.text) for row in table)
    grid: list[tuple[Passage, Cells]] = [
        (row, _cells(row.text, is_framed=is_framed)) for row in table
    ]
    if all(len(cells) == 1 for _, cells in grid):
        close: list[tuple[Passage, Cells]] = [
            (row, cell_spans(row.text, is_close=True)) for row in table
        ]
        return close if len({len(cells) for _, cells in close}) == 1 else grid
    return grid


def _cells(row: str, *, is_framed: bool) -> Cells:
    """The cells of a row; a caption is one, however wide its blanks: 表1　　办案情况."""
    return [(0, len(row))] if CAPTION.match(row) else cell_spans(row, is_framed=is_framed)


def _table(
    grid: Sequence[tuple[Passage, Cells]], figures: Mapping[int, Sequence[Figure]], year: int
) -> _Table | None:
    """The table without its caption and the note below; None if it is none of one plain shape."""
    if any(row.part in {"shortcomings", "plans"} for row, _ in grid):
        return None  # its words are last year's, too
    inner = list(grid)
    while inner and len(inner[0][1]) == 1 and inner[0][0].id not in figures:
        inner.pop(0)  # 表1　办案情况
    while inner and len(inner[-1][1]) == 1 and inner[-1][0].id not in figures:
        inner.pop()  # 注：…, below the table
    if len(inner) < 2 or len({len(cells) for _, cells in inner}) > 1:  # noqa: PLR2004 - a head and a row
        return None
    (head, columns), *rows = inner
    if head.id in figures or not 1 < len(columns) <= _MOST_COLUMNS or TELLS.search(head.text):
        return None
    dated = _dated(head.text, columns, year)
    return None if dated is None else _Table(rows, dated)


def _dated(head: str, columns: Cells, year: int) -> frozenset[int] | None:
    """The columns with a year, which are those up to the report year; None if they are not."""
    years = find_years(head)
    if any(DIGIT.search(_without(head, cell, years)) for cell in columns):
        return None
    if YEARS_JOINED.search(head) or {at.year for at in years} != set(
        range(year + 1 - len({at.year for at in years}), year + 1)
    ):
        return None
    return frozenset(
        i for i, (start, end) in enumerate(columns) if any(start <= at.start < end for at in years)
    )


def _without(text: str, span: tuple[int, int], years: Sequence[YearAt]) -> str:
    """A cell without the numbers of its years."""
    inside = Spans((at.start, at.end) for at in years)
    return "".join(text[at] for at in range(*span) if not inside.hold(at))


def _counts(
    table: _Table,
    figures: Mapping[int, Sequence[Figure]],
    words: Mapping[str, tuple[str, ...]],
    year: int,
) -> bool:
    """Whether all rows are names, then numbers from the same column on."""
    firsts = {
        number
        for row, cells in table.rows
        if (number := _first_number(cells, figures.get(row.id, ()))) is not None
    }
    if len(firsts) != 1:
        return False
    (first,) = firsts
    return first <= _MOST_LABELS and all(
        _is_row(row, cells, figures.get(row.id, ()), first, table.dated)
        and _names(row.text, cells[:first], words, year)
        for row, cells in table.rows
    )


def _first_number(cells: Cells, figures: Sequence[Figure]) -> int | None:
    counted = Spans((figure.ref.start, figure.ref.end) for figure in figures)
    return next((i for i, (start, end) in enumerate(cells) if counted.meet(start, end)), None)


def _is_row(
    row: Passage, cells: Cells, figures: Sequence[Figure], first: int, dated: frozenset[int]
) -> bool:
    """Whether the cells behind the names are figures; a dash of one year would move on to the next.

    A row of dashes alone has no number in any year.
    """
    counted = Spans((figure.ref.start, figure.ref.end) for figure in figures)
    for number, (start, end) in enumerate(cells[first:], first):
        word = row.text[start:end]
        if counted.meet(start, end):
            rest = "".join(c for at, c in enumerate(word, start) if not counted.hold(at))
            if DIGIT.search(rest) or len(rest.strip()) > _LONGEST_REST:
                return False
        elif not DASH.fullmatch(word) or (figures and number in dated):
            return False
    return True


def _names(text: str, labels: Cells, words: Mapping[str, tuple[str, ...]], year: int) -> bool:
    """Whether the words of a row name what it counts: no title, no number, nothing done once."""
    told = [text[start:end] for start, end in labels]
    if not "".join(told).strip() or (len(told) > 1 and not told[0] and not TOTAL.match(told[1])):
        return False  # the cell above was merged with this one
    for number, word in enumerate(told):
        if (number == 0 and SERIAL.fullmatch(word)) or UNIT_CELL.fullmatch(word):
            continue
        if len(word) > _LONGEST_LABEL or DIGIT.search(word) or "《" in word:
            return False
        if any(stretch.is_deed for stretch in find_deeds(word, (), words, year)):
            return False
    return True
