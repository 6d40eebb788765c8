"""What of a web page nobody sees or reads: scripts, menus, hidden and print-only parts (隐藏内容).

The page's own style sheets decide first, then HTML itself. Nothing that looks like prose is thrown
away for its tag alone, and where the greater part of the prose is hidden (pages that show their
text by script) hiding counts for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

if TYPE_CHECKING:
    from lxml.html import HtmlElement

STOPS = re.compile(r"[。；]")
"""What sentences have and menus have not."""

_NEVER_TEXT = frozenset((
    "script", "style", "noscript", "template", "head", "title", "xml", "svg", "math", "canvas",
    "object", "embed", "applet", "iframe", "audio", "video", "button", "select", "textarea",
    "datalist", "rp", "rt",
))  # fmt: skip
_FURNITURE = frozenset(("nav", "header", "footer", "aside"))
_FURNITURE_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "complementary"))
_ARTICLES = frozenset(("article", "main"))
_HEADINGS = frozenset(("h1", "h2"))
_FURNITURE_STOPS = 3
"""With so many sentences a header or footer is text: a copyright notice has one or two."""
_HIDDEN_CLASSES = frozenset((
    "print-only", "printonly", "print_only", "only-print", "visible-print", "visible-print-block",
    "d-print-block", "hidden", "visually-hidden", "sr-only", "layui-hide",
))  # fmt: skip
_HIDDEN_STYLES = ("display:none", "visibility:hidden", "mso-hide:all")
_NO_HEIGHT = re.compile(r"(?:^|;)(?:max-)?height:0(?:px|pt|em)?(?:;|!|$)")
_NO_SIZE = re.compile(r"(?:^|;)font-size:0(?:px|pt|em)?(?:;|!|$)")
_FAR_AWAY = re.compile(r"(?:^|;)(?:left|top):-\d{4,}(?:px|pt|em)(?:;|!|$)")
_WORD_EXTRAS = ("mso-element:header", "mso-element:footer", "mso-element:comment")
_HIDDEN_SHARE = 3
"""Hidden prose is taken for the text itself if it is so many times what can be seen.

A hidden copy for the printer and another one for telephones make two times.
"""

_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_PIECE = re.compile(r"([^{}]*)([{}])")
# `.name`, `.name.other`, and either inside of one more: `.outer .name`
_CSS_SELECTOR = re.compile(r"(?:[a-z0-9]*([.#][\w-]+)\s+)?[a-z0-9]*([.#][\w-]+)([.#][\w-]+)?")
_CSS_HIDES = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)")
_CSS_ON_SCREEN = re.compile(r"@media\s+(?:only\s+)?(?:screen|all)\s*")
_MAX_CSS = 1 << 20
_MAX_NAMES = 20
"""Classes of an element that are looked at in pairs."""


class Extent(Struct):
    """How much text an element holds.

    Attributes:
        chars: Visible characters.
        stops: Those of them that end sentences and clauses.
        breaks: Lines that are broken by tags.
        headings: Titles of the page.
    """

    chars: int = 0
    stops: int = 0
    breaks: int = 0
    headings: int = 0

    def since(self, before: Extent) -> Extent:
        """What has come up since an earlier count."""
        return Extent(
            self.chars - before.chars,
            self.stops - before.stops,
            self.breaks - before.breaks,
            self.headings - before.headings,
        )


class Survey(Struct):
    """A page looked over once, before its text is taken.

    Attributes:
        dropped: Elements that are left out with all they hold.
        cells: Extents of the table cells.
        nesting: Tables with tables in them.
    """

    dropped: set[HtmlElement] = field(default_factory=set)
    cells: dict[HtmlElement, Extent] = field(default_factory=dict)
    nesting: set[HtmlElement] = field(default_factory=set)


def survey(page: HtmlElement) -> Survey:
    """Look over a page: what is left out, how much its table cells hold."""
    return _Surveyor(page).look()


class _Open(Struct):
    """An element on the way down, and the counts when it was entered."""

    element: HtmlElement
    before: Extent
    is_hidden: bool


class _Surveyor:
    def __init__(self, page: HtmlElement) -> None:
        self.page = page
        self.hidden_names: dict[frozenset[str], set[str]] = {}  # where: inside of what
        for names, outer in _hidden_names(page):
            self.hidden_names.setdefault(names, set()).add(outer)
        self.around = {"": 1}  # names of the elements that are open, with their number
        self.found = Survey()
        self.now = Extent()
        self.open: list[_Open] = []
        self.tables: list[HtmlElement] = []
        self.articles = 0
        self.hidden: set[HtmlElement] = set()
        self.hidden_stops = 0
        self.hidden_depth = 0

    def look(self) -> Survey:
        from lxml.etree import iterwalk  # noqa: PLC0415 -- with the page

        walker = iterwalk(self.page, events=("start", "end", "comment", "pi"))
        for event, element in walker:
            if event == "start":
                if _is_never_text(element):
                    self.found.dropped.add(element)
                    walker.skip_subtree()
                else:
                    self._enter(element)
                    self._count(element.text)
            else:
                if event == "end" and element not in self.found.dropped:
                    self._leave(element)
                self._count(element.tail)
        if self.hidden_stops <= (self.now.stops - self.hidden_stops) * _HIDDEN_SHARE:
            self.found.dropped |= self.hidden
        return self.found

    def _count(self, text: str | None) -> None:
        if text:
            self.now.chars += sum(map(len, text.split()))
            self.now.stops += len(STOPS.findall(text))

    def _enter(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in ("br", "p", "div", "li"):
            self.now.breaks += 1
        self.now.headings += tag in _HEADINGS
        self.articles += tag in _ARTICLES
        if tag == "table":
            self.found.nesting.update(self.tables[-1:])
            self.tables.append(element)
        is_hidden = self._is_hidden(element)
        for name in _names_of(element):
            self.around[name] = self.around.get(name, 0) + 1
        self.hidden_depth += is_hidden
        if is_hidden or tag in ("td", "th") or _is_furniture(element):
            self.open.append(_Open(element, replace(self.now), is_hidden))

    def _leave(self, element: HtmlElement) -> None:
        self.articles -= element.tag in _ARTICLES
        for name in _names_of(element):
            self.around[name] -= 1
            if not self.around[name]:
                del self.around[name]
        if element.tag == "table":
            self.tables.pop()
        if not self.open or self.open[-1].element is not element:
            return
        item = self.open.pop()
        held = self.now.since(item.before)
        if element.tag in ("td", "th"):
            self.found.cells[element] = held
        if item.is_hidden:
            self.hidden.add(element)
            self.hidden_depth -= 1
            # Of nested ones only the outermost is counted.
            self.hidden_stops += 0 if self.hidden_depth else held.stops
        elif _is_furniture(element) and not self._is_text(held):
            self.found.dropped.add(element)

    def _is_text(self, furniture: Extent) -> bool:
        """Whether a header or footer is text: inside an article, or with a title or prose."""
        return bool(self.articles or furniture.headings) or furniture.stops >= _FURNITURE_STOPS

    def _is_hidden(self, element: HtmlElement) -> bool:
        attributes = element.attrib
        if element.tag == "dialog" and "open" not in attributes:
            return True
        if not attributes or element.tag in ("html", "body"):
            return False
        if "hidden" in attributes or attributes.get("aria-hidden") == "true":
            return True
        if _is_styled_away(element):
            return True
        names = sorted(_names_of(element))
        pairs = combinations(names, 2) if len(names) <= _MAX_NAMES else ()
        wanted = (self.hidden_names.get(frozenset(found)) for found in (*zip(names), *pairs))
        return any(outer and not self.around.keys().isdisjoint(outer) for outer in wanted)


def _is_styled_away(element: HtmlElement) -> bool:
    """Whether its own `style` hides an element, by itself or by a trick of the trade."""
    style = compact_style(element)
    if not style:
        return False
    return (
        any(word in style for word in _HIDDEN_STYLES)
        or ("overflow:hidden" in style and _NO_HEIGHT.search(style) is not None)
        or ("position:" in style and _FAR_AWAY.search(style) is not None)
        # What it holds may have a size of its own: so the gaps between boxes are closed.
        or (len(element) == 0 and _NO_SIZE.search(style) is not None)
    )


def _names_of(element: HtmlElement) -> set[str]:
    """Classes and id of an element, as a style sheet writes them."""
    names = {f".{name}" for name in element.get("class", "").lower().split()}
    if own := element.get("id", ""):
        names.add(f"#{own.lower()}")
    return names


def _is_furniture(element: HtmlElement) -> bool:
    return element.tag in _FURNITURE or element.get("role") in _FURNITURE_ROLES


def compact_style(element: HtmlElement) -> str:
    """The `style` of an element in small letters without blanks, '' without one."""
    style = element.get("style")
    return "".join(style.lower().split()) if style else ""


def _is_never_text(element: HtmlElement) -> bool:
    if element.tag in _NEVER_TEXT:
        return True
    if not element.attrib:
        return False
    # Word, WPS and LibreOffice write headers, footers and comments of the document, too.
    if any(word in compact_style(element) for word in _WORD_EXTRAS):
        return True
    if element.tag == "div" and element.get("title") in ("header", "footer"):
        return True
    deleted = element.tag == "del" and "mso" in element.get("class", "").lower()
    return deleted or element.get("class") == "MsoCommentReference"


def _hidden_names(page: HtmlElement) -> Iterator[tuple[frozenset[str], str]]:
    """Classes and ids (`.name`, `#name`) that are hidden on the screen, and inside of what."""
    yield from ((frozenset({f".{name}"}), "") for name in _HIDDEN_CLASSES)
    for sheet in page.iter("style"):
        if "print" not in (sheet.get("media") or ""):
            yield from _hidden_by((sheet.text or "")[:_MAX_CSS].lower())


def _hidden_by(sheet: str) -> Iterator[tuple[frozenset[str], str]]:
    """What a style sheet hides by one name or two; rules for paper or telephones aside."""
    opened: list[str] = []
    for found in _CSS_PIECE.finditer(_CSS_COMMENT.sub(" ", sheet)):
        words, brace = found[1].strip(), found[2]
        if brace == "{":
            opened.append(words.rpartition(";")[2].strip())
        elif opened:
            selectors, around = opened.pop(), opened
            if _CSS_HIDES.search(words) and all(map(_CSS_ON_SCREEN.fullmatch, around)):
                for selector in selectors.split(","):
                    if named := _CSS_SELECTOR.fullmatch(selector.strip()):
                        yield frozenset({named[2], named[3] or named[2]}), named[1] or ""
