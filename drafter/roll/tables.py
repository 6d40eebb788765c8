"""Which tables of last year are carried on as tables: those that count the same things each year.

All others tell what was done (任务、进展、文件), which is quoted and asked for row by row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from drafter.model import Figure, Passage
from drafter.zh.page import CAPTION
from drafter.zh.spans import Spans
from drafter.zh.table_rows import (
    DASH,
    DIGIT,
    FRAMED,
    SERIAL,
    TELLS,
    UNIT_CELL,
    cell_spans,
)

_LONGEST_LABEL = 24
"""Characters of a cell that names what its row counts; a longer one tells something."""
_LONGEST_REST = 12
"""Characters beside the numbers of a cell: a unit, 增长; more of them are a sentence."""
_MOST_LABELS = 3
"""Columns of words: a serial number, the kind, the name."""


Cells = Sequence[tuple[int, int]]
"""Start and end of each cell of a row, in its passage."""


def kept_tables(
    passages: Sequence[Passage], figures: Mapping[int, Sequence[Figure]]
) -> dict[int, Cells]:
    """The rows of all tables that are carried on: passage id → cells.

    Args:
        passages: Of last year.
        figures: By passage.
    """
    kept: dict[int, Cells] = {}
    for is_table, run in groupby(passages, lambda passage: passage.role == "table"):
        for table in _tables(list(run)) if is_table else ():
            grid = _grid(table)
            if _is_kept(grid, figures):
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
        (row, cell_spans(row.text, is_framed=is_framed)) for row in table
    ]
    if all(len(cells) == 1 for _, cells in grid):
        close: list[tuple[Passage, Cells]] = [
            (row, cell_spans(row.text, is_close=True)) for row in table
        ]
        return close if len({len(cells) for _, cells in close}) == 1 else grid
    return grid


def _is_kept(
    grid: Sequence[tuple[Passage, Cells]], figures: Mapping[int, Sequence[Figure]]
) -> bool:
    """Whether a table has a head, then rows whose words name something and whose rest counts it."""
    if any(row.part in {"shortcomings", "plans"} for row, _ in grid):
        return False  # its words are last year's, too
    first = next((i for i, (row, _) in enumerate(grid) if row.id in figures), len(grid))
    heads = [row.text for row, cells in grid[:first] if len(cells) > 1]
    if not heads or any(map(TELLS.search, heads)):
        return False
    body = list(grid[first:])
    if body and len(body[-1][1]) == 1 and body[-1][0].id not in figures:
        body.pop()  # 注：…, below the table
    return bool(body) and all(
        len(cells) > 1 and _counts(row, cells, figures.get(row.id, ())) for row, cells in body
    )


def _counts(row: Passage, cells: Cells, figures: Sequence[Figure]) -> bool:
    """Whether the cells of a row are names, then numbers; no number is left that is no figure."""
    counted = Spans((figure.ref.start, figure.ref.end) for figure in figures)
    is_name = True
    for number, (start, end) in enumerate(cells):
        word = row.text[start:end]
        if counted.meet(start, end):
            rest = "".join(c for at, c in enumerate(word, start) if not counted.hold(at))
            if DIGIT.search(rest) or len(rest.strip()) > _LONGEST_REST:
                return False
            is_name = False
        elif DASH.fullmatch(word) or UNIT_CELL.fullmatch(word):
            continue
        elif not is_name or number >= _MOST_LABELS or not _is_label(word, number):
            return False
    return True


def _is_label(word: str, number: int) -> bool:
    if number == 0 and SERIAL.fullmatch(word):
        return True
    return len(word) <= _LONGEST_LABEL and not DIGIT.search(word) and "《" not in word
