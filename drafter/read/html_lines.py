"""The text of a web page as lines, in reading order (网页正文).

A line is what a browser starts on a line of its own. Rows of a table of data become one line each,
their cells parted by ` | `; tables that only lay out the page are read cell by cell.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

from drafter.read.html_hidden import Extent, Survey, compact_style, survey
from drafter.zh.numerals import format_numeral
from drafter.zh.width import is_blank

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "main",
    "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul",
))  # fmt: skip
_CELL_LIMIT = 300
_CELL_STOPS = 4
_CELL_BREAKS = 6
"""A table with a cell beyond one of these lays out the page: cells of data hold no paragraphs."""
_CELL_MARK = " | "
_ITEM_LIMIT = 8
"""Code points from which on an item of an ordered list is text; shorter ones are menus."""

_BLANKS = re.compile(r"[ \t\r\n\f]+")
# Behind and before these a line end in the source of the page is no blank: Chinese has none.
_WIDE = re.compile(
    r"[\u2014\u2018-\u201d\u2026\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\uffef]"
)
# The blanks that a page indents by, as everybody else writes them
_LAYOUT_BLANKS = str.maketrans({"\xa0": " ", "\u2002": " ", "\u2003": "\u3000", "\u2009": " "})


class PageLines(Struct):
    """The lines of a page, and the automatic numeral before each, '' without one."""

    lines: list[str] = field(default_factory=list)
    markers: list[str] = field(default_factory=list)


def page_lines(page: HtmlElement) -> PageLines:
    """The lines of a page; an empty one stands where the page leaves one."""
    return _Walk(survey(page)).walk(page)


class _Walk:
    """One pass over the page that writes its lines."""

    def __init__(self, known: Survey) -> None:
        self.known = known
        self.out = PageLines()
        self.pieces: list[str] = []
        self.marker = ""
        self.preformatted = 0
        self.row: list[str] | None = None  # cells so far of a row of data
        self.in_cell = False
        self.data_tables: set[HtmlElement] = set()
        self.numbers: list[int] = []  # last number of each open ordered list

    def walk(self, page: HtmlElement) -> PageLines:
        from lxml.etree import iterwalk  # noqa: PLC0415 -- with the page

        walker = iterwalk(page, events=("start", "end", "comment", "pi"))
        for event, element in walker:
            if event == "start":
                if element in self.known.dropped:
                    walker.skip_subtree()
                    continue
                self._enter(element)
                self._write(element.text)
            else:
                if event == "end" and element not in self.known.dropped:
                    self._leave(element)
                self._write(element.tail)
        self._break()
        return self.out

    def _enter(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag == "br":
            self._break(leave_empty=True)
        if _is_block(element):
            self._break()
        if _is_preformatted(element):
            self.preformatted += 1
        if tag == "table" and self._is_data(element):
            self.data_tables.add(element)
        elif tag == "tr" and self._in_data(element):
            self.row = []
        elif tag in ("td", "th") and self.row is not None:
            self.in_cell = True
        elif tag == "ol":
            self.numbers.append(_number(element.get("start"), 1) - 1)
        elif tag == "li":
            self._number_item(element)

    def _leave(self, element: HtmlElement) -> None:
        tag = element.tag
        if _is_preformatted(element):
            self.preformatted -= 1
        if tag in ("td", "th") and self.row is not None:
            self.row.append(self._take())
            self.in_cell = False
        elif tag == "tr" and self.row is not None:
            cells, self.row = self.row, None
            self._emit(_row(cells))
        elif _is_block(element):
            self._break(leave_empty=tag == "p")
        if tag == "ol":
            self.numbers.pop()

    def _write(self, text: str | None) -> None:
        if not text:
            return
        if not self.preformatted or self.in_cell:
            self.pieces.append(text)
            return
        kept = text.replace(" ", "\xa0").replace("\t", "\u3000")  # blanks that do not collapse
        first, *others = kept.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self.pieces.append(first)
        for line in others:
            self._break(leave_empty=True)
            self.pieces.append(line)

    def _break(self, *, leave_empty: bool = False) -> None:
        """End the line; inside a cell of data it goes on after a blank."""
        if self.in_cell:
            self.pieces.append(" ")
            return
        line = self._take()
        if not is_blank(line):
            self._emit(line)
        elif (leave_empty or line) and self.out.lines and self.out.lines[-1]:
            self.out.lines.append("")
            self.out.markers.append("")

    def _take(self) -> str:
        """The words since the last break, blanks as a browser shows them."""
        text = "".join(self.pieces)
        self.pieces.clear()
        # NBSP and the blanks of print are no blanks to HTML: they indent.
        return _BLANKS.sub(_blank, text).strip(" ").translate(_LAYOUT_BLANKS).rstrip()

    def _emit(self, line: str) -> None:
        if is_blank(line):
            return
        self.out.lines.append(line)
        self.out.markers.append(self.marker)
        self.marker = ""

    # ----------------------------------------------------------------- tables

    def _is_data(self, table: HtmlElement) -> bool:
        """Whether rows of a table belong together: short cells, several in some row, no tables."""
        if table in self.known.nesting:
            return False
        several = False
        for row in table.iter("tr"):
            cells = [self.known.cells.get(cell, Extent()) for cell in row if _is_cell(cell)]
            if any(map(_is_prose, cells)):
                return False
            several = several or sum(cell.chars > 0 for cell in cells) > 1
        return several

    def _in_data(self, row: HtmlElement) -> bool:
        table = next(row.iterancestors("table"), None)
        return table is not None and table in self.data_tables

    # ------------------------------------------------------------------ lists

    def _number_item(self, item: HtmlElement) -> None:
        """The numeral that a browser shows before an item of an ordered list."""
        around = item.getparent()
        if around is None or around.tag != "ol" or not self.numbers:
            return
        self.numbers[-1] = _number(item.get("value"), self.numbers[-1] + 1)
        style = compact_style(around) + compact_style(item)
        if "list-style:none" in style or "list-style-type:none" in style or _is_menu(item):
            return
        if "cjk-ideographic" in style or "chinese" in style:
            self.marker = format_numeral(self.numbers[-1]) + "、"
        elif around.get("type", "1") == "1":
            self.marker = f"{self.numbers[-1]}."


def _row(cells: list[str]) -> str:
    """A row of data; a lone cell needs no marks, and none are left at the end."""
    filled = [cell for cell in cells if not is_blank(cell)]
    return _CELL_MARK.join(cells if len(filled) > 1 else filled).rstrip(" |")


def _blank(found: re.Match[str]) -> str:
    """What blanks in the source of a page come to: one blank, or none at a line end in Chinese."""
    text, start, end = found.string, found.start(), found.end()
    if "\n" not in found[0] and "\r" not in found[0]:
        return " "
    before, after = text[start - 1 : start], text[end : end + 1]
    return "" if _WIDE.match(before) and _WIDE.match(after) else " "


def _is_block(element: HtmlElement) -> bool:
    if element.tag in _BLOCKS:
        return "display:inline" not in compact_style(element)
    return bool(element.attrib) and "display:block" in compact_style(element)


def _is_preformatted(element: HtmlElement) -> bool:
    return element.tag == "pre" or (
        bool(element.attrib) and "white-space:pre" in compact_style(element)
    )


def _is_cell(element: HtmlElement) -> bool:
    return element.tag in ("td", "th")


def _is_prose(cell: Extent) -> bool:
    beyond = cell.chars > _CELL_LIMIT or cell.stops > _CELL_STOPS
    return beyond or cell.breaks > _CELL_BREAKS


def _is_menu(item: HtmlElement) -> bool:
    """Whether an item is nothing but a link, or too short to be text."""
    words = "".join(item.itertext()).split()
    links = [word for link in item.iter("a") for word in "".join(link.itertext()).split()]
    return words == links or sum(map(len, words)) < _ITEM_LIMIT


def _number(text: str | None, otherwise: int) -> int:
    plain = (text or "").strip()
    is_number = plain.isascii() and plain.isdigit() and len(plain) < 4  # noqa: PLR2004 -- no item has more
    return int(plain) if is_number else otherwise
