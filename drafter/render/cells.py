"""Text in the cells of a spreadsheet: whatever it begins with, it stays text."""

from __future__ import annotations

from typing import Any

from drafter.zh.lazy import lazy_pattern

CELL_LIMIT = 32_000
"""Characters of a cell; Excel takes 32,767."""
_ESCAPE = lazy_pattern(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would read as an escaped character (ECMA-376 part 1, 22.9.2.19)."""
_FORMULA = ("=", "+", "-", "@")


def put_text(cell: Any, words: str) -> None:  # noqa: ANN401 -- a cell of any of openpyxl's classes
    """Put words into a cell.

    Args:
        cell: Of openpyxl.
        words: Printable.
    """
    clean = words.strip()[:CELL_LIMIT]
    cell.value = _ESCAPE.sub("_x005F_", clean)
    cell.data_type = "s"  # openpyxl makes a formula of what begins with =, an error of #N/A
    if clean.startswith(_FORMULA):
        cell.quotePrefix = True  # as if typed with an apostrophe: editing keeps it text
