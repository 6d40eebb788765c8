"""Changes in tables (表内增减): 2024年 | 2025年 | 增减, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from drafter.facts.changes import change_between
from drafter.facts.terms import NO_COUNTS, POINT_UNITS, Term
from drafter.model import Figure, Identity, Passage
from drafter.zh.relations import (
    CHANGE_COLUMN,
    FALLING_CELL,
    MINUS_CELL,
    OTHER_CHANGE,
    POINTS,
    RATE_ROW,
    RISING_CELL,
    RISING_COLUMN,
)
from drafter.zh.table_rows import cells_of, column_year, columns_at, level_cells

_FEWEST = 3  # two years and what lies between them
_FALLEN, _RISEN = "下降", "增长"


def find_table_changes(
    tables: Sequence[Passage], by_passage: Mapping[int, Sequence[Figure]], year: int | None
) -> Iterator[Identity]:
    """Growth and differences of rates between two columns of one table.

    Args:
        tables: The rows of a table, its head first.
        by_passage: The figures of each passage in reading order.
        year: The report year, None if unknown.
    """
    if year is None or len(tables) < 2 or by_passage.get(tables[0].id):  # noqa: PLR2004 - a head and a row
        return
    head = cells_of(tables[0].text)
    years = [column_year(name, year) for name in head]
    signed = _signed(tables)
    for row in tables[1:]:
        figures = by_passage.get(row.id, ())
        if len(figures) < _FEWEST:
            continue
        places = columns_at(row.text, [f.value_start for f in figures], head)
        found = dict(zip(places, figures, strict=True))
        change = _of_row(found, head, years, row.text, year, signed=signed)
        if change is not None and len(found) == len(figures):
            yield change


def _signed(tables: Sequence[Passage]) -> frozenset[int]:
    """The columns in which falls have a minus, so that a number without one is of growth."""
    return frozenset(
        column
        for row in tables[1:]
        for column, cell in enumerate(reversed(cells_of(row.text)))
        if MINUS_CELL.match(cell)
    )


def _of_row(  # noqa: PLR0913 - what a row is read by
    found: Mapping[int | None, Figure],
    head: Sequence[str],
    years: Sequence[int | None],
    row: str,
    year: int,
    *,
    signed: frozenset[int],
) -> Identity | None:
    """The change of a row with figures for the last two years up to `year` and for the change.

    `signed`: the columns, counted from the last one, whose falls have a minus.
    """
    told = {of: f for at, f in found.items() if at is not None and (of := years[at])}
    changes = [
        at for at in found
        if at is not None and years[at] is None and CHANGE_COLUMN.match(head[at])
    ]  # fmt: skip
    latest = max((of for of in told if of <= year), default=None)
    if latest is None or latest - 1 not in told or len(changes) != 1:
        return None
    before, now = told[latest - 1], told[latest]
    column, stated = head[changes[0]], found[changes[0]]
    unit = stated.unit or _unit_of(column)
    if now.unit != before.unit or unit not in NO_COUNTS:
        return None
    if unit not in POINT_UNITS and RATE_ROW.search(level_cells(row)[: before.value_start]):
        return None  # 出庭应诉率（%）|95|100|5: a difference, of which no growth is told
    printed = level_cells(row)[: stated.value_start + 1].rpartition("|")[2]  # with its sign
    if OTHER_CHANGE.search(printed):
        return None
    is_signed = len(head) - 1 - changes[0] in signed
    way = _way(printed, column, now, before, is_signed=is_signed)
    amount = None if stated.number is None else abs(stated.number)
    terms = _term(replace(stated, unit=unit, number=amount), way), _term(now), _term(before)
    return change_between(*terms) if all(term.is_exact for term in terms) else None


def _term(figure: Figure, lead: str = "") -> Term:
    return Term(figure, lead, "", "")


def _unit_of(column: str) -> str | None:
    """The unit that the head of a column gives to its bare numbers (增减（%）)."""
    if POINTS in column:
        return "个百分点"
    return "%" if "%" in column else None


def _way(cell: str, column: str, now: Figure, before: Figure, *, is_signed: bool) -> str:
    """The word for where a change goes: as its cell says, else its column, else as it went."""
    if FALLING_CELL.search(cell):
        return _FALLEN
    if RISING_CELL.search(cell) or RISING_COLUMN.search(column) or is_signed:
        return _RISEN
    return _FALLEN if (now.number or 0) < (before.number or 0) else _RISEN
