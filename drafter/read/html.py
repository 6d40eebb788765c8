"""Saved web pages (网页): of government sites, and those that Word and WPS export.

The bytes decide on the encoding, since pages that declare gb2312 are gb18030 and pages are saved in
another one than they declare. Nothing is fetched; scripts and style sheets are not run.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import EmptyFileError, WebPageTooDeepError
from drafter.model import Source
from drafter.read.encoding import decode
from drafter.zh.dates import find_date
from drafter.zh.lazy import lazy_pattern
from drafter.zh.names import YEAR_HEAD
from drafter.zh.page import SEPARATORS
from drafter.zh.width import fold

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from drafter.read.html_lines import PageLines

_BEFORE_PAGE = lazy_pattern(r"(?:[\s\ufeff\0]+|<\?xml[^>]*>|<!--(?:(?!-->).)*-->)", re.DOTALL)
_PAGE_START = lazy_pattern(
    r"<(?:!doctype\s+html|(?:html|head|meta|title|base|link|style|script|body|div|p|br|table|center|"
    r"section|article|main|span|font|strong|h[1-6]|ul|ol)(?=[\s/>]))",
    re.IGNORECASE,
)
# Warnings of the server or words of a mail programme may stand above the page.
_PAGE_INSIDE = lazy_pattern(r"<(?:!doctype\s+html|html|body)(?=[\s>])[^>]*>", re.IGNORECASE)

# What no parser reads as a browser does: `<` before a Chinese word, references by the names of
# HTML 5 or to the quotes of Windows (&#147;), control characters.
_LONE_LESS = lazy_pattern(r"<(?![a-zA-Z/!?])|</(?![a-zA-Z>])")
_REFERENCE = lazy_pattern(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_CONTROLS = lazy_pattern(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MARKUP = frozenset("<>&\"'")

_TITLE_NAMES = ("articletitle", "og:title", "dc.title", "title")
_DATE_NAMES = (
    "pubdate", "publishdate", "publish_date", "publishtime", "article:published_time", "dc.date",
)  # fmt: skip
_TITLE_LABEL = "标题："
_DATE_LABEL = "发布日期："
_TITLE_PIECE = 8
"""Code points that a piece of a page's title has at least where it is the title of the text."""


class HtmlReader:
    """Reads `.html` and `.htm`, whatever their suffix."""

    format = "html"

    def detect(self, head: bytes) -> bool:
        """Whether a page begins there: with a tag, or with one of a page's own tags further on."""
        wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
        text = head.decode("utf-16" if wide else "latin-1", "replace")
        start = 0
        while before := _BEFORE_PAGE.match(text, start):
            start = before.end()
        if text.startswith("<!--", start):  # a comment longer than the head
            return True
        return bool(_PAGE_START.match(text, start) or _PAGE_INSIDE.search(text, start))

    def read(self, data: bytes, name: str, path: Path | str) -> Source:
        """The lines of the page, title and day of publication first where only its head has them.

        Raises:
            EmptyFileError: There is nothing but comments in it.
            WebPageTooDeepError: Its tags are nested beyond what the parser takes.
        """
        from drafter.read.html_lines import page_lines  # noqa: PLC0415 -- a text file needs it not

        decoded = decode(data)
        page = _parse(decoded.text, path)
        found = page_lines(page)
        about = _metadata(page, found)
        return Source(
            name=name,
            format=self.format,
            encoding=decoded.encoding,
            undecodable=decoded.undecodable,
            lines=(*about, *found.lines),
            markers=("",) * len(about) + tuple(found.markers) if any(found.markers) else (),
        )


def _parse(text: str, path: Path | str) -> HtmlElement:
    from lxml.etree import ParserError  # noqa: PLC0415 -- slow, and seldom needed
    from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415 -- the same

    # The huge tree allows 2,048 levels instead of 256; unclosed tags of editors nest that deep.
    parser = HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=False)
    plain = _CONTROLS.sub("", _LONE_LESS.sub(_escaped, _REFERENCE.sub(_character, text)))
    try:
        page = document_fromstring(plain.encode("utf-8", "replace"), parser=parser)
    except ParserError as error:
        raise EmptyFileError(path=path) from error
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise WebPageTooDeepError(path=path)
    return page


def _escaped(found: re.Match[str]) -> str:
    return "&lt;" + found[0][1:]


def _character(found: re.Match[str]) -> str:
    from html import unescape  # noqa: PLC0415 -- loads a table of 2,000 names

    char = unescape(found[0])
    return char if _MARKUP.isdisjoint(char) else found[0]


def _metadata(page: HtmlElement, found: PageLines) -> list[str]:
    """Lines for what only the head of the page says, labelled like the tables of such pages."""
    values = {
        (meta.get("name") or meta.get("property") or "").lower(): meta.get("content") or ""
        for meta in page.iter("meta")
    }
    shown = fold("".join(found.lines))
    out = []
    title = _title(page, values)
    # Without a year it is the name of a column or of the site.
    if YEAR_HEAD.search(fold(title)) and not _is_shown(title, shown):
        out.append(_TITLE_LABEL + title)
    if (date := _date(values)) and not any(_date_of(line) == date for line in found.lines):
        out.append(_DATE_LABEL + date)
    return out


def _title(page: HtmlElement, values: dict[str, str]) -> str:
    named = [values[name] for name in _TITLE_NAMES if values.get(name)]
    own = [title.text or "" for title in page.iter("title")]
    return next((bare for title in named + own if (bare := " ".join(title.split()))), "")


def _is_shown(title: str, shown: str) -> bool:
    """Whether the text prints a title, or the longest piece of it (…报告_某某县人民政府)."""
    longest = max((fold(piece) for piece in SEPARATORS.split(title)), key=len, default="")
    return fold(title) in shown or (len(longest) >= _TITLE_PIECE and longest in shown)


def _date(values: dict[str, str]) -> str | None:
    return next((d for name in _DATE_NAMES if (d := _date_of(values.get(name, "")))), None)


def _date_of(text: str) -> str | None:
    found = find_date(text)
    return found[0] if found else None
