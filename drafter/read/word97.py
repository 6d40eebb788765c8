"""The binary format of Word 97–2003: text by the piece table, paragraphs, lists and tables.

Structures and numbers: [MS-DOC], Word (.doc) Binary File Format. Positions in the text (CP) count
characters, positions in the stream (FC) bytes; the piece table leads from one to the other.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from drafter.errors import DamagedFileError, EncryptedFileError
from drafter.read.encoding import score
from drafter.read.numbering import Counter
from drafter.read.tables import Cell, table_lines
from drafter.read.word97_lists import read_lists, read_styles
from drafter.read.word97_properties import Properties, Sprms, read_runs, read_sprms

_WORD97 = 0x00C1
"""`nFib` of the oldest version with this layout; Word 6 and 95 have another."""
_MAGIC = 0xA5EC
_FLAGS = 0x0A
_IS_ENCRYPTED, _IS_TABLE_1 = 0x0100, 0x0200
_COUNTS = 0x4C
"""Where the lengths of main text, footnotes, headers, macros, comments, endnotes, boxes stand."""
_MAIN, _FOOTNOTES, _HEADERS, _MACROS, _COMMENTS, _ENDNOTES, _BOXES = range(7)
_SHOWN = (_MAIN, _BOXES, _FOOTNOTES, _ENDNOTES)
_STYLES, _CHARACTER_RUNS, _PARAGRAPH_RUNS, _PIECES, _LISTS, _LIST_USES = 1, 12, 13, 33, 73, 74
"""Which pair of position and length in the header leads to it."""
_PAIRS = 0x9A
_IS_8_BIT = 0x40000000
_PIECE_TABLE, _PIECE_FORMAT = 2, 1
_HIGH = 0x80

_PARAGRAPH, _CELL, _PAGE = "\r", "\x07", "\f"
_FIELD_BEGIN, _FIELD_RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_SIGNS = {"\x1e": "-", "\x1f": "", "\x00": "", "\x01": "", "\x02": "", "\x05": "", "\x08": ""}
"""Hyphens, and what stands for pictures, notes and comments."""
_DELETED, _HIDDEN = 0x0800, 0x083C
_LEVEL, _LIST = 0x260A, 0x460B
_ELSEWHERE = 0x6646
_IN_TABLE, _ENDS_ROW, _DEPTH, _ENDS_INNER_CELL, _ENDS_INNER_ROW = (
    0x2416, 0x2417, 0x6649, 0x244B, 0x244C,
)  # fmt: skip


class _Text(Struct, frozen=True):
    """Characters by CP ('' where a character was removed), and the FC of each."""

    characters: list[str]
    positions: list[int]


class _Paragraph(Struct, frozen=True):
    text: str
    end: str
    properties: Sprms
    marker: str


def read_word97(
    main: bytes, streams: Mapping[str, bytes], path: Path | str
) -> list[tuple[str, str]]:
    """The lines of a document as (text, automatic numeral).

    Args:
        main: The stream `WordDocument`.
        streams: All streams; those of the tables are looked up.
        path: For messages.

    Raises:
        EncryptedFileError: It wants a password.
        DamagedFileError: It is of an older Word, or has no text.
        struct.error, IndexError, KeyError: A position leads nowhere.
    """
    magic, version = struct.unpack_from("<HH", main)
    flags: int = struct.unpack_from("<H", main, _FLAGS)[0]
    if magic != _MAGIC or version < _WORD97:
        raise DamagedFileError(path=path)
    if flags & _IS_ENCRYPTED:
        raise EncryptedFileError(path=path)
    table = streams["1Table" if flags & _IS_TABLE_1 else "0Table"]
    return _Document(main, table, streams.get("Data", b"")).lines()


class _Document:
    def __init__(self, main: bytes, table: bytes, data: bytes) -> None:
        self.main = main
        self.table = table
        self.data = data
        self.text = self._read_text()
        self.properties = Properties(
            read_runs(main, self._part(_PARAGRAPH_RUNS), for_paragraphs=True)
        )
        self.styles = read_styles(self._part(_STYLES))
        start, size = self._pair(_LISTS)
        # The levels of the lists follow behind the part that names them.
        self.counter = Counter(read_lists(table[start:], size, self._part(_LIST_USES)))
        self._remove_deleted()

    def lines(self) -> list[tuple[str, str]]:
        counts = struct.unpack_from("<7i", self.main, _COUNTS)
        starts = [sum(counts[:number]) for number in range(len(counts))]
        out: list[tuple[str, str]] = []
        for number in _SHOWN:
            out += self._story(starts[number], starts[number] + counts[number])
        return out

    # ------------------------------------------------------------------- parts

    def _pair(self, number: int) -> tuple[int, int]:
        start, size = struct.unpack_from("<II", self.main, _PAIRS + 8 * number)
        return start, size

    def _part(self, number: int) -> bytes:
        start, size = self._pair(number)
        return self.table[start : start + size]

    def _read_text(self) -> _Text:
        characters: list[str] = []
        positions: list[int] = []
        for size, start, is_8_bit in _pieces(self._part(_PIECES), len(self.main)):
            width = 1 if is_8_bit else 2
            raw = self.main[start : start + width * size]
            found = _eight_bit(raw) if is_8_bit else _utf_16(raw)
            characters += found
            positions += range(start, start + width * len(found), width)
        return _Text(characters, positions)

    def _remove_deleted(self) -> None:
        """Takes out what is deleted under tracked changes, and hidden text."""
        runs = read_runs(self.main, self._part(_CHARACTER_RUNS), for_paragraphs=False)
        out = [(a, b) for a, b, sprms in runs if sprms.get(_DELETED) or sprms.get(_HIDDEN) == 1]
        starts = [start for start, _ in out]
        for at, position in enumerate(self.text.positions if out else ()):
            found = bisect_right(starts, position) - 1
            if found >= 0 and position < out[found][1]:
                self.text.characters[at] = ""

    # ------------------------------------------------------------------- lines

    def _story(self, start: int, end: int) -> Iterator[tuple[str, str]]:
        rows: list[list[Cell]] = []
        cells: list[Cell] = []
        lines: list[tuple[str, str]] = []
        is_nested = False
        for paragraph in self._paragraphs(start, end):
            is_nested = is_nested or paragraph.properties.get(_DEPTH, 1) > 1
            own = (paragraph.text, paragraph.marker)
            if not paragraph.properties.get(_IN_TABLE) and paragraph.end != _CELL:
                yield from table_lines([*rows, cells] if cells else rows)
                yield from lines
                rows, cells, lines, is_nested = [], [], [], False
                yield own
            elif paragraph.properties.get(_ENDS_ROW) or paragraph.properties.get(_ENDS_INNER_ROW):
                if paragraph.end == _CELL:
                    rows.append(cells)
                    cells = []
            else:
                lines.append(own)
                if paragraph.end == _CELL:
                    cells.append(Cell(tuple(lines), is_layout=is_nested))
                    lines, is_nested = [], False
        yield from table_lines([*rows, cells] if cells else rows)
        yield from lines

    def _paragraphs(self, start: int, end: int) -> Iterator[_Paragraph]:
        characters = self.text.characters
        first = start
        for at in range(start, min(end, len(characters))):
            sign = characters[at]
            place = self.text.positions[at]
            # The sign of a page break ends a paragraph where a section ends with it.
            ends_section = sign == _PAGE and self.properties.is_last(place)
            if sign in (_PARAGRAPH, _CELL) or ends_section or at == end - 1:
                last = at if sign in (_PARAGRAPH, _CELL, _PAGE) else at + 1
                properties = self._whole(self.properties.at(place))
                text = _shown("".join(characters[first:last]))
                marker = self._marker(properties) if sign != _CELL or text else ""
                if text or sign:
                    yield _Paragraph(text, sign, properties, marker)
                first = at + 1

    def _whole(self, properties: Sprms) -> Sprms:
        """Properties with those that found no room on their page (long rows of tables)."""
        place = properties.get(_ELSEWHERE, -1)
        if not 0 <= place <= len(self.data) - 2:
            return properties
        size: int = struct.unpack_from("<H", self.data, place)[0]
        more = read_sprms(self.data[place + 2 : place + 2 + size])
        return Sprms(properties.style, properties.values | more)

    def _marker(self, properties: Sprms) -> str:
        style = self.styles.get(properties.style, {})
        number = properties.get(_LIST, style.get(_LIST, 0))
        level = properties.get(_LEVEL, style.get(_LEVEL, 0))
        return self.counter.marker(str(number), level) if number else ""


def _pieces(part: bytes, most: int) -> Iterator[tuple[int, int, bool]]:
    """The piece table as (characters, position in the stream, whether a character is a byte).

    Raises:
        IndexError: It is none, or has more than `most` characters.
    """
    at = 0
    while part[at] == _PIECE_FORMAT:
        at += 3 + struct.unpack_from("<H", part, at + 1)[0]
    if part[at] != _PIECE_TABLE:
        raise IndexError(at)
    size: int = struct.unpack_from("<I", part, at + 1)[0]
    count = (size - 4) // 12
    at += 5
    borders = struct.unpack_from(f"<{count + 1}I", part, at)
    if borders[-1] > most or list(borders) != sorted(borders):
        raise IndexError(borders[-1])
    for number in range(count):
        place: int = struct.unpack_from("<I", part, at + 4 * (count + 1) + 8 * number + 2)[0]
        is_8_bit = bool(place & _IS_8_BIT)
        place &= _IS_8_BIT - 1
        length = borders[number + 1] - borders[number]
        yield length, place // 2 if is_8_bit else place, is_8_bit


def _utf_16(raw: bytes) -> list[str]:
    """A character per CP; the second half of a pair is empty."""
    units = struct.unpack(f"<{len(raw) // 2}H", raw[: len(raw) // 2 * 2])
    out = list(map(chr, units))
    for at in range(len(out) - 1):
        if "\ud800" <= out[at] < "\udc00" <= out[at + 1] < "\ue000":
            out[at] = (out[at] + out[at + 1]).encode("utf-16", "surrogatepass").decode("utf-16")
            out[at + 1] = ""
    return ["\N{REPLACEMENT CHARACTER}" if "\ud800" <= c < "\ue000" else c for c in out]


def _eight_bit(raw: bytes) -> list[str]:
    """A character per byte: Windows-1252 as Word writes it, or GBK as some other programs do."""
    western = [byte.decode("cp1252", "replace") for byte in map(bytes, zip(raw, strict=True))]
    if all(byte < _HIGH for byte in raw):
        return western
    try:
        chinese = raw.decode("gb18030")
    except UnicodeDecodeError:
        return western
    if score(chinese) <= score("".join(western)):
        return western
    out: list[str] = []
    for character in chinese:
        out += [character, *[""] * (len(character.encode("gb18030")) - 1)]
    return out


def _shown(text: str) -> str:
    """The words of a paragraph without the codes of its fields and the signs of what is no text."""
    out: list[str] = []
    codes: list[bool] = []  # for each open field, whether its code goes on
    for character in text:
        if character == _FIELD_BEGIN:
            codes.append(True)
        elif character == _FIELD_RESULT:
            codes[-1:] = [False] * bool(codes)
        elif character == _FIELD_END:
            codes[-1:] = []
        elif not any(codes):
            out.append(_SIGNS.get(character, character))
    return "".join(out)
