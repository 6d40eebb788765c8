"""The glyphs of a PDF page (字形): each character with its place on the paper.

The order in which a program wrote them into the file means nothing, nor do the blanks and line ends
that the library adds; only places do. The origin (on the baseline) is taken, not the ink: a quote
hangs high and a comma low, and by their ink they would belong to other lines.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

import pypdfium2.raw as pdfium

from drafter.zh.radicals import plain

LATIN_HEIGHT = 0.78
"""Size of a font by the height of its line box, for glyphs whose width says nothing of it."""

_HYPHENS = frozenset((0x02, 0xAD))
"""What the library makes of a dash at a line end: it may stand between two years."""
_UNKNOWN = frozenset((0, 0xFFFE, 0xFFFF))
REPLACEMENT = "\ufffd"

_OWN_FONTS = b"Chrome "
"""Families that the library brings along; they have no Chinese characters."""
_HAN = range(ord("一"), ord("鿿") + 1)
_NO_INK = 0.005
"""Share of a character's square below which it has no ink; the thinnest, 一, has some 0.06."""


class Glyph(NamedTuple):
    """A character on the page, the page turned so that its lines run to the right.

    Attributes:
        char: Usually one character; a ligature has more.
        left: Where it begins on the baseline, in points from the left.
        right: Where the next one would begin.
        base: Height of the baseline, in points; it falls down the page.
        size: Font size, in points.
    """

    char: str
    left: float
    right: float
    base: float
    size: float


class PageGlyphs(NamedTuple):
    """The glyphs of a page.

    Attributes:
        upright: Those of its lines, in no order.
        slanted: Those in other directions (水印), in the order of the file.
    """

    upright: tuple[Glyph, ...]
    slanted: tuple[Glyph, ...]


def count_glyphs(text_page: pdfium.FPDF_TEXTPAGE) -> int:
    """How many characters a page has, those included that the library adds."""
    return int(pdfium.FPDFText_CountChars(text_page))


def read_glyphs(text_page: pdfium.FPDF_TEXTPAGE) -> PageGlyphs:
    """All glyphs of a page."""
    found: list[tuple[int | None, Glyph]] = []
    before = -1
    for index in range(count_glyphs(text_page)):
        if pdfium.FPDFText_IsGenerated(text_page, index):
            continue
        quarter, glyph = _glyph(text_page, index)
        if not all(map(math.isfinite, glyph[1:])):  # nowhere on the page
            continue
        if found and _is_ligature(text_page, before, index, found[-1][1], glyph):
            found[-1] = (quarter, glyph._replace(char=found[-1][1].char + glyph.char))
        else:
            found.append((quarter, glyph))
        before = index
    quarters = Counter(quarter for quarter, glyph in found if glyph.char.strip())
    usual = max(quarters, key=lambda quarter: quarters[quarter], default=0)
    usual = 0 if usual is None else usual
    return PageGlyphs(
        tuple(glyph for quarter, glyph in found if quarter == usual),
        tuple(glyph for quarter, glyph in found if quarter != usual),
    )


def _is_ligature(
    text_page: pdfium.FPDF_TEXTPAGE, before: int, index: int, first: Glyph, second: Glyph
) -> bool:
    """Whether two characters are one glyph (—— in many fonts), not one glyph printed twice."""
    if (first.left, first.base) != (second.left, second.base):
        return False
    one = pdfium.FPDFText_GetTextObject(text_page, before)
    other = pdfium.FPDFText_GetTextObject(text_page, index)
    return ctypes.addressof(one.contents) == ctypes.addressof(other.contents)


def _glyph(text_page: pdfium.FPDF_TEXTPAGE, index: int) -> tuple[int | None, Glyph]:
    """A glyph and the quarter turn of its baseline, None if that is slanted."""
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
    pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
    char = _char(pdfium.FPDFText_GetUnicode(text_page, index))
    quarter = _quarter(pdfium.FPDFText_GetCharAngle(text_page, index))
    width, height = box.right - box.left, box.top - box.bottom
    left, base = x.value, y.value
    if quarter == 1:  # with the clock: the baseline runs down the page
        left, base, width, height = -y.value, x.value, height, width
    elif quarter == 2:  # noqa: PLR2004 -- quarters of a turn
        left, base = -x.value, -y.value
    elif quarter == 3:  # noqa: PLR2004
        left, base, width, height = y.value, -x.value, height, width
    size = width if _is_wide(char) and width > 0 else height * LATIN_HEIGHT
    return quarter, Glyph(char, left, left + width, base, max(size, 1.0))


def is_substituted(words: pdfium.FPDF_PAGEOBJECT) -> bool:
    """Whether the library's own Latin font replaces one that the file does not hold."""
    font = pdfium.FPDFTextObj_GetFont(words)
    if not font or pdfium.FPDFFont_GetIsEmbedded(font) == 1:
        return False
    family = ctypes.create_string_buffer(64)
    pdfium.FPDFFont_GetFamilyName(font, family, len(family))
    return family.value.startswith(_OWN_FONTS)


def has_inkless_han(text_page: pdfium.FPDF_TEXTPAGE) -> bool:
    """Whether a Chinese character stands on a page that no font of the computer can draw."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index in range(count_glyphs(text_page)):
        if pdfium.FPDFText_GetUnicode(text_page, index) not in _HAN:
            continue  # a blank of full width never has ink
        pdfium.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
        box = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
        size = max(box.right - box.left, box.top - box.bottom)
        if min(right.value - left.value, top.value - bottom.value) < _NO_INK * size:
            return True
    return False


def _quarter(angle: float) -> int | None:
    turns = angle / (math.pi / 2)
    near = round(turns)
    return near % 4 if abs(turns - near) < 0.05 else None  # noqa: PLR2004 -- some 5 degrees: a skewed scan


def _char(code: int) -> str:
    if code in _HYPHENS:
        return "-"
    if code in _UNKNOWN:
        return REPLACEMENT
    return _visible(code)


@lru_cache(maxsize=8192)
def _visible(code: int) -> str:
    char = chr(code)
    if char.isspace():
        return char if char == "\u3000" else " "
    return "" if unicodedata.category(char) == "Cc" else plain(char)


@lru_cache(maxsize=8192)
def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char[:1] or " ") in "WF"
