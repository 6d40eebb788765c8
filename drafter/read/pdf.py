"""PDF files with a text layer (有文字层的 PDF): the places of the glyphs become lines of text.

Limits: 500 pages, 200,000 characters on a page. Nothing of the file is run, nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from drafter.errors import (
    BrokenPdfError,
    EncryptedPdfError,
    MissingFontError,
    ScannedPdfError,
    TooManyPagesError,
)
from drafter.model import Source

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

    from drafter.read.pdf_lines import Page

MAX_PAGES = 500
"""Pages of the longest file that is read; a report has ten to thirty."""
_MAX_GLYPHS = 200_000
"""Characters on a page: a large poster has a tenth of it."""

_SIGN = re.compile(rb"%PDF-\d")
_SIGN_WITHIN = 1024
"""Bytes before the sign that readers put up with (Adobe's implementation notes)."""

_NO_TEXT = 5
"""Visible characters from which on a page has text: the page number may be typed on a scan."""
_LITTLE_TEXT = 30
"""The same where all pages are pictures: programs that scan print their name on each."""
_PICTURE_SHARE = 0.4
"""Share of the page that pictures fill on a scan; a seal or a diagram fills less."""
_NO_WIDTH = 0.01
"""Points below which the library takes words for nothing and drops them (`CPDF_TextPage`)."""
_OUTLINES = 200
"""Drawn paths of a page whose letters have been turned into outlines (转曲)."""


class PdfReader:
    """Reads `.pdf`, whatever its suffix."""

    format = "pdf"

    def detect(self, head: bytes) -> bool:
        """Whether the sign of the format stands near the beginning."""
        return _SIGN.search(head[:_SIGN_WITHIN]) is not None

    def read(self, data: bytes, name: str, path: Path | str) -> Source:
        """The printed lines of all pages, headers and page numbers included.

        Raises:
            EncryptedPdfError: It asks for a password.
            BrokenPdfError: It, or a page of it, cannot be read.
            TooManyPagesError: It has more than `MAX_PAGES`.
            ScannedPdfError: It, or a page of it, is a picture.
            MissingFontError: Characters were dropped for want of a font.
        """
        from drafter.read.pdf_glyphs import REPLACEMENT  # noqa: PLC0415 -- the library is slow to load
        from drafter.read.pdf_lines import printed_lines  # noqa: PLC0415 -- the same

        with closing(_open(data, path)) as document:
            lines = tuple(printed_lines(list(_pages(document, path))))
        return Source(
            name=name,
            format=self.format,
            encoding=None,
            undecodable=sum(line.count(REPLACEMENT) for line in lines),
            lines=lines,
        )


def _open(data: bytes, path: Path | str) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 -- slow, and seldom needed
    from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY  # noqa: PLC0415 -- the same

    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        if error.err_code in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY):
            raise EncryptedPdfError(path=path) from error
        raise BrokenPdfError(path=path) from error
    pages = len(document)
    if pages > MAX_PAGES:
        document.close()
        raise TooManyPagesError(path=path, pages=pages, limit=MAX_PAGES)
    return document


def _pages(document: PdfDocument, path: Path | str) -> Iterator[Page]:
    """The pages with their glyphs.

    Raises:
        BrokenPdfError: One cannot be read.
        ScannedPdfError: One is a picture; told after the last, with all that are.
        MissingFontError: One has characters that no font of the computer has; told like that.
    """
    total = len(document)
    visible = 0
    dropped: dict[int, int] = {}  # pages → words that the library dropped
    is_certain = False  # that a font is missing for them
    bare: list[int] = []  # no text, but pictures
    scarce: list[int] = []  # hardly any text, and pictures
    for number in range(1, total + 1):
        page, is_picture, lost = _page(document, number, path)
        if lost.words:
            dropped[number] = lost.words
            is_certain = is_certain or lost.is_certain
        count = sum(bool(glyph.char.strip()) for glyph in page.glyphs.upright)
        visible += count
        if is_picture and count < _NO_TEXT:
            bare.append(number)
        if is_picture and count < _LITTLE_TEXT:
            scarce.append(number)
        yield page
    scans = scarce if len(scarce) == total else bare
    if scans:
        raise ScannedPdfError(path=path, pages=tuple(scans), total=total)
    # Without a character beside them that tells, more words than characters are no lone blanks.
    if is_certain or sum(dropped.values()) > visible:
        raise MissingFontError(path=path, pages=tuple(dropped))


class _Lost(NamedTuple):
    """Words of a page that the library dropped as it could not measure them.

    Attributes:
        words: How many; lone blanks are among them, for what such words say cannot be asked.
        is_certain: Whether a Chinese character of the page has no ink, so that a font is missing.
    """

    words: int
    is_certain: bool


def _page(document: PdfDocument, number: int, path: Path | str) -> tuple[Page, bool, _Lost]:
    """A page, whether it looks like a picture, and what is lost of it for want of a font."""
    from pypdfium2 import PdfiumError  # noqa: PLC0415 -- see `_open`

    from drafter.read.pdf_glyphs import (  # noqa: PLC0415 -- see `_open`
        count_glyphs,
        has_inkless_han,
        read_glyphs,
    )
    from drafter.read.pdf_lines import Page  # noqa: PLC0415 -- see `_open`

    try:
        with closing(document[number - 1]) as page, closing(page.get_textpage()) as text:
            count = count_glyphs(text)
            if count > _MAX_GLYPHS:
                raise BrokenPdfError(path=path, page=number)
            is_picture = count < _LITTLE_TEXT * 4 and _is_picture(page)
            dropped = _dropped(page)
            lost = _Lost(dropped, dropped > 0 and has_inkless_han(text))
            return Page(read_glyphs(text), page.get_height()), is_picture, lost
    except PdfiumError as error:
        raise BrokenPdfError(path=path, page=number) from error


def _dropped(page: PdfPage) -> int:
    """How many words stand on a page in a font that the file does not hold, without any width."""
    from pypdfium2.raw import FPDF_PAGEOBJ_TEXT  # noqa: PLC0415 -- see `_open`

    from drafter.read.pdf_glyphs import is_substituted  # noqa: PLC0415 -- see `_open`

    width, height = page.get_width(), page.get_height()
    count = 0
    for item in page.get_objects(filter=(FPDF_PAGEOBJ_TEXT,), max_depth=4):
        left, bottom, right, _ = item.get_bounds()
        is_on_page = 0 <= left <= width and 0 <= bottom <= height
        if right - left < _NO_WIDTH and is_on_page and is_substituted(item.raw):
            count += 1
    return count


def _is_picture(page: PdfPage) -> bool:
    """Whether pictures fill the page, or a great many drawn paths: letters turned into outlines."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE, FPDF_PAGEOBJ_PATH  # noqa: PLC0415 -- see `_open`

    area, paths = 0.0, 0
    for item in page.get_objects(filter=(FPDF_PAGEOBJ_IMAGE, FPDF_PAGEOBJ_PATH), max_depth=4):
        if item.type == FPDF_PAGEOBJ_PATH:
            paths += 1
        else:
            left, bottom, right, top = item.get_bounds()
            area += max(0.0, right - left) * max(0.0, top - bottom)
    return area >= page.get_width() * page.get_height() * _PICTURE_SHARE or paths >= _OUTLINES
