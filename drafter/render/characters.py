"""Which characters of a report can stand in a Word file, and be shown in a terminal."""

from __future__ import annotations

import unicodedata

_NONCHARACTERS = range(0xFDD0, 0xFDF0)
_PLANE_ENDS = 0xFFFE  # U+xxFFFE and U+xxFFFF of every plane
_DROPPED = frozenset({"Cc", "Cf", "Cs"})  # control, invisible format characters, lone surrogates
_BLANKS = frozenset({"\t", "\n", "\v", "\f", "\r", "\x85", "\u2028", "\u2029"})


def _is_noncharacter(code: int) -> bool:
    """Whether Unicode reserves the code point for internal use (The Unicode Standard, 23.7)."""
    return code in _NONCHARACTERS or code & _PLANE_ENDS == _PLANE_ENDS


class _Printable(dict[int, str | None]):
    """A table for `str.translate` that works out each code point when it is first met."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        if char in _BLANKS:
            value: str | None = " "
        elif unicodedata.category(char) in _DROPPED or _is_noncharacter(code):
            value = None
        else:
            value = char
        self[code] = value
        return value


_PRINTABLE = _Printable()


def printable(text: str) -> str:
    """The text without what XML forbids or nobody sees; tabs and line breaks become blanks.

    Nothing is left that a terminal would obey, either: neither escape sequences nor marks that turn
    the direction of writing. Messages of errors show U+FFFD instead (`errors`), since a name is to
    be found again by them.

    Private-use characters stay: GB18030 text of rare names maps to them.
    """
    return text.translate(_PRINTABLE)
