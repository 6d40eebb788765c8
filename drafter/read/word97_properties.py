"""Properties of stretches of a binary Word document: single changes (Sprm) in pages of 512 bytes.

Structures: [MS-DOC] 2.6 (Sprm), 2.9.175 (PapxFkp), 2.9.33 (ChpxFkp), 2.8.5 (PlcBtePapx).
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct, field

_PAGE = 512
_PARAGRAPH_ENTRY = 13
_PAGE_NUMBER = (1 << 22) - 1
_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
"""Bytes of the operand by the kind that is part of the code; 6 says its length itself."""
_TABLE_DEFINITION, _TABS = 0xD608, 0xC615
_LONG_TABS = 255


class Sprms(Struct, frozen=True):
    """Changes to the properties of a style: number of the style, operand by code."""

    style: int = 0
    values: dict[int, int] = field(default_factory=dict)

    def get(self, code: int, otherwise: int = 0) -> int:
        """The operand of a change, as a number."""
        return self.values.get(code, otherwise)


Run = tuple[int, int, Sprms]
"""First position in the stream, the position behind the last, what holds between."""


class Properties:
    """What holds at a position of the stream."""

    def __init__(self, runs: Sequence[Run]) -> None:
        """Of runs in order."""
        self._runs = runs
        self._starts = [start for start, _, _ in runs]

    def at(self, position: int) -> Sprms:
        """Properties of the run there; those of a plain paragraph if there is none."""
        found = bisect_right(self._starts, position) - 1
        if found >= 0 and position < self._runs[found][1]:
            return self._runs[found][2]
        return Sprms()

    def is_last(self, position: int) -> bool:
        """Whether a run ends with the character there."""
        found = bisect_right(self._starts, position) - 1
        return found >= 0 and 0 < self._runs[found][1] - position <= 2  # noqa: PLR2004 -- bytes


def read_runs(stream: bytes, index: bytes, *, for_paragraphs: bool) -> list[Run]:
    """All runs of a document, in order.

    Args:
        stream: `WordDocument`, in which the pages are.
        index: Positions and page numbers (PlcBtePapx or PlcBteChpx).
        for_paragraphs: Whether the pages are of paragraphs; else of characters.
    """
    count = max(0, (len(index) - 4) // 8)
    numbers = struct.unpack_from(f"<{count}I", index, 4 * (count + 1)) if count else ()
    out: list[Run] = []
    for number in dict.fromkeys(numbers):  # each page once, whatever the index says
        start = (number & _PAGE_NUMBER) * _PAGE
        page = stream[start : start + _PAGE]
        if len(page) == _PAGE:
            out += _runs_of(page, for_paragraphs=for_paragraphs)
    return sorted(out, key=lambda run: run[0])


def read_sprms(data: bytes) -> dict[int, int]:
    """The changes of a list (grpprl) by code; operands longer than four bytes as 0."""
    out: dict[int, int] = {}
    at = 0
    while at + 2 <= len(data):
        code: int = struct.unpack_from("<H", data, at)[0]
        at += 2
        size, skip = _operand(code, data[at:])
        if at + skip + size > len(data):
            break
        if size <= 4:  # noqa: PLR2004 -- bytes of a number
            is_signed = size == 2  # noqa: PLR2004 -- numbers of lists and styles are
            raw = data[at + skip : at + skip + size]
            out[code] = int.from_bytes(raw, "little", signed=is_signed)
        at += skip + size
    return out


def _operand(code: int, data: bytes) -> tuple[int, int]:
    """Bytes of an operand, and bytes before it that tell its length."""
    kind = code >> 13
    if kind in _SIZES:
        return _SIZES[kind], 0
    if not data:
        return 0, 0
    if code == _TABLE_DEFINITION:
        return max(0, int.from_bytes(data[:2], "little") - 1), 2
    if code == _TABS and data[0] == _LONG_TABS:
        removed = data[1] if len(data) > 1 else 0
        place = 2 + 4 * removed
        added = data[place] if len(data) > place else 0
        return place + 3 * added, 1
    return data[0], 1


def _runs_of(page: bytes, *, for_paragraphs: bool) -> list[Run]:
    count = page[-1]
    borders = struct.unpack_from(f"<{count + 1}I", page)
    width = _PARAGRAPH_ENTRY if for_paragraphs else 1
    out = []
    for number in range(count):
        offset = 2 * page[4 * (count + 1) + width * number]
        sprms = Sprms()
        if offset:
            sprms = _paragraph(page, offset) if for_paragraphs else _characters(page, offset)
        out.append((borders[number], borders[number + 1], sprms))
    return out


def _paragraph(page: bytes, offset: int) -> Sprms:
    size = 2 * page[offset] - 1
    if not page[offset]:
        offset += 1
        size = 2 * page[offset]
    data = page[offset + 1 : offset + 1 + size]
    style: int = struct.unpack_from("<H", data)[0]
    return Sprms(style, read_sprms(data[2:]))


def _characters(page: bytes, offset: int) -> Sprms:
    return Sprms(values=read_sprms(page[offset + 1 : offset + 1 + page[offset]]))
