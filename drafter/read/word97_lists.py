"""Lists and styles of a binary Word document, as far as they number paragraphs.

Structures: [MS-DOC] 2.9.147 (LSTF), 2.9.150 (LVLF), 2.9.131 (LFO), 2.9.271 (STSH).
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

from msgspec.structs import replace

from drafter.read.numbering import LEVELS, Level, List
from drafter.read.word97_properties import read_sprms

_LIST_SIZE, _USE_SIZE, _LEVEL_SIZE, _CHANGE_SIZE = 28, 16, 28, 8
_IS_LEGAL, _HAS_RESTART = 0x04, 0x08
_STARTS, _FORMATS = 0x10, 0x20
_NO_BASE = 0xFFF
_PARAGRAPH_STYLE = 1
_DEEPEST = 30
_FORMAT_NAMES = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
    10: "ideographDigital", 11: "japaneseCounting", 14: "decimalFullWidth",
    15: "decimalHalfWidth", 16: "japaneseLegal", 17: "japaneseDigitalTenThousand",
    18: "decimalEnclosedCircle", 19: "decimalFullWidth2", 22: "decimalZero", 23: "bullet",
    26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen",
    28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle",
    30: "ideographTraditional", 31: "ideographZodiac", 32: "ideographZodiacTraditional",
    33: "taiwaneseCounting", 34: "ideographLegalTraditional",
    35: "taiwaneseCountingThousand", 36: "taiwaneseDigital", 37: "chineseCounting",
    38: "chineseLegalSimplified", 39: "chineseCountingThousand", 57: "numberInDash",
    255: "none",
}  # fmt: skip
"""Names of ST_NumberFormat by the numbers of MSONFC ([MS-OSHARED] 2.2.1.3)."""


def read_lists(data: bytes, size: int, uses: bytes) -> dict[str, List]:
    """The lists by the number that paragraphs name them with.

    Args:
        data: The table stream from where the lists begin (PlfLst); their levels follow.
        size: Bytes of that part without the levels.
        uses: The uses of the lists that paragraphs name (PlfLfo).
    """
    if size < 2 or len(uses) < 4:  # noqa: PLR2004 -- bytes of the two counts
        return {}
    abstracts = _abstracts(data, size)
    count: int = struct.unpack_from("<I", uses)[0]
    at = 4 + _USE_SIZE * count
    out = {}
    for number in range(count):
        name, _, _, changes = struct.unpack_from("<iIIB", uses, 4 + _USE_SIZE * number)
        levels = dict(abstracts.get(name, {}))
        starts: dict[int, int] = {}
        at += 4
        for _ in range(changes):
            at = _change(uses, at, levels, starts)
        out[str(number + 1)] = List(str(name), levels, starts)
    return out


def _abstracts(data: bytes, size: int) -> dict[int, dict[int, Level]]:
    count: int = struct.unpack_from("<h", data)[0]
    at = size
    out = {}
    for number in range(max(0, count)):
        entry = 2 + _LIST_SIZE * number
        name: int = struct.unpack_from("<i", data, entry)[0]
        is_simple = data[entry + 26] & 1
        levels = {}
        for level in range(1 if is_simple else LEVELS):
            levels[level], at = _level(data, at)
        out[name] = levels
    return out


def _level(data: bytes, at: int) -> tuple[Level, int]:
    """A level, and where the next one begins."""
    start, number_format, flags = struct.unpack_from("<iBB", data, at)
    character_size, paragraph_size, restart = struct.unpack_from("<BBB", data, at + 24)
    at += _LEVEL_SIZE + character_size + paragraph_size
    length: int = struct.unpack_from("<H", data, at)[0]
    words = data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
    # The numbers of levels stand in the pattern as characters 0 to 8.
    text = "".join(f"%{ord(char) + 1}" if ord(char) < LEVELS else char for char in words)
    level = Level(
        number_format=_FORMAT_NAMES.get(number_format, "decimal"),
        text=text,
        start=start,
        restart=restart if flags & _HAS_RESTART else None,
        is_decimal=bool(flags & _IS_LEGAL),
    )
    return level, at + 2 + 2 * length


def _change(data: bytes, at: int, levels: dict[int, Level], starts: dict[int, int]) -> int:
    """Makes a change of a list for one use of it; where the next one begins."""
    start, flags = struct.unpack_from("<iI", data, at)
    number = flags & 0xF
    at += _CHANGE_SIZE
    if flags & _FORMATS:
        levels[number], at = _level(data, at)
        start = levels[number].start
    elif flags & _STARTS and number in levels:
        levels[number] = replace(levels[number], start=start)
    if flags & _STARTS:
        starts[number] = start
    return at


def read_styles(data: bytes) -> dict[int, Mapping[int, int]]:
    """Paragraph properties of the styles by number, those of the style below them included."""
    if len(data) < 6:  # noqa: PLR2004 -- bytes of the header that are read
        return {}
    header, count, base_size = struct.unpack_from("<HHH", data)
    at = 2 + header
    own: dict[int, tuple[int, dict[int, int]]] = {}
    for number in range(count):
        if at + 2 > len(data):
            break
        size: int = struct.unpack_from("<H", data, at)[0]
        if size:
            own[number] = _style(data[at + 2 : at + 2 + size], base_size)
        at += 2 + size + size % 2
    return {number: _with_base(number, own) for number in own}


def _style(data: bytes, base_size: int) -> tuple[int, dict[int, int]]:
    """The style that a style is based on, and its own paragraph properties."""
    kind_and_base: int = struct.unpack_from("<H", data, 2)[0]
    base = kind_and_base >> 4
    length: int = struct.unpack_from("<H", data, base_size)[0]
    at = base_size + 2 + 2 * length + 2
    at += at % 2
    if kind_and_base & 0xF != _PARAGRAPH_STYLE or at + 4 > len(data):
        return base, {}
    size: int = struct.unpack_from("<H", data, at)[0]
    return base, read_sprms(data[at + 4 : at + 2 + size])


def _with_base(number: int, own: Mapping[int, tuple[int, dict[int, int]]]) -> dict[int, int]:
    out: dict[int, int] = {}
    for _ in range(_DEEPEST):
        if number == _NO_BASE or number not in own:
            break
        number, properties = own[number]
        out = properties | out
    return out
