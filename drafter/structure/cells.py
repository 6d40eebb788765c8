"""Tables that were copied cell by cell: each cell has a line of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.structure.lines import Line
from drafter.zh.dates import is_date_line
from drafter.zh.numbering import mark_at
from drafter.zh.page import CELL_STOP, LONE_NUMBER, NO_NUMBER
from drafter.zh.width import fold

_LONGEST = 24
"""Characters of a cell; a line of prose that was wrapped is longer."""
_FEWEST = 2
"""Numbers that make a table."""
_PER_NUMBER = 3
"""Cells to each number, at most: names and numbers alternate, page numbers stand far apart."""


def cell_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The lines that are cells of such a table, by index: from its head to its last number."""
    out: set[int] = set()
    for first, end in _runs(lines):
        numbers = [i for i in range(first, end) if is_lone_number(lines[i].text)]
        if len(numbers) < _FEWEST or numbers[0] == first:
            continue
        last = numbers[-1]
        empty = sum(NO_NUMBER.fullmatch(lines[i].text) is not None for i in range(first, last))
        if (len(numbers) + empty) * _PER_NUMBER > last - first:
            out.update(range(first, last + 1))
    return frozenset(out)


def is_lone_number(text: str) -> bool:
    """Whether a cell holds nothing but a number (9.7万, 98%)."""
    return LONE_NUMBER.fullmatch(fold(text)) is not None


def _runs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Stretches of lines that may all be cells."""
    first = 0
    for i in range(len(lines) + 1):
        if i == len(lines) or not _may_be_cell(lines[i].text):
            if i - first > _FEWEST:
                yield first, i
            first = i + 1


def _may_be_cell(text: str) -> bool:
    if len(text) > _LONGEST or CELL_STOP.search(text):
        return False
    return is_lone_number(text) or (mark_at(text) is None and not is_date_line(text))
