"""Tables (表格) as lines: a row of data is a line, a layout table is its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

SEPARATOR = "|"
"""Between the cells of a row, as where a report was copied from a web page."""
_PROSE = 60
"""Characters of a cell that holds several paragraphs and is no cell of data."""
_BREAKS = re.compile(r"[\s\v\f]+")


class Cell(Struct, frozen=True):
    """A cell of a table.

    Attributes:
        lines: As (text, automatic numeral).
        is_layout: Whether a table is nested in it.
        origins: What each line comes from, for a reader that wants to know; else empty.
    """

    lines: tuple[tuple[str, str], ...]
    is_layout: bool = False
    origins: tuple[Any, ...] = ()


def table_lines(rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[str, str]]:
    """The lines of a table as (text, automatic numeral), row by row."""
    for text, marker, _ in traced_lines(rows):
        yield text, marker


def traced_lines(
    rows: Sequence[Sequence[Cell]],
) -> Iterator[tuple[str, str, tuple[Any, ...]]]:
    """The lines of a table as (text, automatic numeral, origins), row by row.

    A table whose rows have one cell each, or with prose in its cells, lays out a page: its
    paragraphs are lines. An automatic numeral in a row of data is the words of its cell.
    """
    is_layout = all(len(row) <= 1 for row in rows) or any(
        _is_layout(cell) for row in rows for cell in row
    )
    for row in rows:
        filled = [cell for cell in row if any(text.strip() or m for text, m in cell.lines)]
        if is_layout or len(filled) <= 1:
            for cell in filled:
                for (text, marker), origin in zip(
                    cell.lines, cell.origins or cell.lines, strict=True
                ):
                    yield text, marker, (origin,)
        else:
            of_row = tuple(origin for cell in row for origin in cell.origins)
            yield SEPARATOR.join(map(_words, row)), "", of_row


def _is_layout(cell: Cell) -> bool:
    texts = [text for text, _ in cell.lines if text.strip()]
    return cell.is_layout or (len(texts) > 1 and sum(map(len, texts)) > _PROSE)


def _words(cell: Cell) -> str:
    pieces = (_BREAKS.sub(" ", marker + text).strip() for text, marker in cell.lines)
    return " ".join(piece for piece in pieces if piece)
