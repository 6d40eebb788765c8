"""Folding: what two texts are compared by, never what is kept or printed."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=8192)
def fold_char(char: str) -> str:
    """One character in its compared form: NFKC, '' for blanks, control and zero-width characters.

    Always at most one character, so that positions can be mapped back one to one.
    """
    if char.isspace() or unicodedata.category(char) in {"Cf", "Cc"}:
        return ""
    return unicodedata.normalize("NFKC", char)[:1].strip()


def fold(text: str) -> str:
    """The compared form of a text: full-width folded to half-width, blanks removed."""
    return "".join(map(fold_char, text))


def is_blank(text: str) -> bool:
    """Whether nothing in it is visible."""
    return not any(map(fold_char, text))


def trim(text: str) -> tuple[int, int]:
    """Start and end of `text` without invisible characters around it; (0, 0) if blank."""
    start, end = 0, len(text)
    while start < end and not fold_char(text[start]):
        start += 1
    while end > start and not fold_char(text[end - 1]):
        end -= 1
    return (start, end) if start < end else (0, 0)


def display_width(text: str) -> int:
    """Columns in a terminal: wide and full-width characters count two, invisible ones none."""
    width = 0
    for char in text:
        if unicodedata.category(char) in {"Cf", "Cc", "Mn"}:
            continue
        width += 2 if unicodedata.east_asian_width(char) in {"W", "F", "A"} else 1
    return width


def count_han(text: str) -> int:
    """How many Chinese characters a text has, punctuation left out."""
    return sum("一" <= char <= "鿿" for char in text)
