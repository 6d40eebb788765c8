"""What the style sheet and the lists of a `.docx` say of a paragraph: its list, its level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from drafter.read.numbering import LEVELS, Level, List
from drafter.read.wordml import attribute, child, is_on, name_of, number, value

_DEEPEST = 30
"""Styles that a style is based on, one on the other; more are a circle."""
_CONTENTS = ("toc ", "contents ", "目录 ")


class Styles:
    """The style sheet (样式表) as far as it decides what is shown and how.

    Attributes:
        defaults: Run properties of the whole document (w:docDefaults), None without any.
    """

    def __init__(self, root: etree._Element | None) -> None:
        """Read `word/styles.xml`; None where the file has none."""
        self._styles: dict[str, etree._Element] = {}
        self._default = ""
        self.defaults = child(child(child(root, "w:docDefaults"), "w:rPrDefault"), "w:rPr")
        for style in root if root is not None else ():
            style_id = attribute(style, "styleId")
            if name_of(style) != "w:style" or style_id is None:
                continue
            self._styles[style_id] = style
            is_default = attribute(style, "default") in {"1", "true", "on"}
            if is_default and attribute(style, "type") == "paragraph":
                self._default = style_id

    def is_contents(self, properties: etree._Element | None) -> bool:
        """Whether a paragraph is a row of a table of contents (目录)."""
        return self.style_name(properties).lower().startswith(_CONTENTS)

    def is_hidden(self, run_properties: etree._Element | None) -> bool:
        """Whether a run is hidden text (隐藏文字), by itself or by its style."""
        own = child(run_properties, "w:vanish")
        if own is not None:
            return is_on(own)
        return any(is_on(s, "w:rPr", "w:vanish") for s in self.run_chain(run_properties))

    def style_name(self, properties: etree._Element | None) -> str:
        """Name of the style that a paragraph names itself, '' if it names none."""
        style = self._styles.get(value(properties, "w:pStyle") or "")
        return value(style, "w:name") or ""

    def run_style_name(self, run_properties: etree._Element | None) -> str:
        """Name of the style that a run names itself, '' if it names none."""
        style = self._styles.get(value(run_properties, "w:rStyle") or "")
        return value(style, "w:name") or ""

    def outline_of(self, properties: etree._Element | None) -> int | None:
        """Outline level (大纲级别) 1–9 of a paragraph, None for body text."""
        sources = [properties, *(child(s, "w:pPr") for s in self.chain(properties))]
        levels = (number(source, "w:outlineLvl") for source in sources)
        level = next((found for found in levels if found is not None), LEVELS)
        return level + 1 if level in range(LEVELS) else None

    def chain(self, properties: etree._Element | None) -> Iterator[etree._Element]:
        """The style of a paragraph and what it is based on; the default style where it has none."""
        return self._chain(value(properties, "w:pStyle") or self._default)

    def run_chain(self, run_properties: etree._Element | None) -> Iterator[etree._Element]:
        """The character style of a run and what it is based on."""
        return self._chain(value(run_properties, "w:rStyle") or "")

    def list_of(
        self, properties: etree._Element | None, lists: Mapping[str, List]
    ) -> tuple[str, int] | None:
        """The list and the level of a paragraph, None if it is not numbered."""
        sources = [properties, *(child(s, "w:pPr") for s in self.chain(properties))]
        numbered = [child(source, "w:numPr") for source in sources]
        list_id = next((n for n in (number(p, "w:numId") for p in numbered) if n is not None), 0)
        if not list_id:  # 0 takes away what the style gives
            return None
        level = next((n for n in (number(p, "w:ilvl") for p in numbered) if n is not None), None)
        found = lists.get(str(list_id))
        if level is None and found is not None:
            names = [attribute(s, "styleId") for s in self.chain(properties)]
            level = next((at for at, own in found.levels.items() if own.style in names), 0)
        return str(list_id), level or 0

    def _chain(self, style: str) -> Iterator[etree._Element]:
        """A style and what it is based on."""
        for _ in range(_DEEPEST):
            found = self._styles.get(style)
            if found is None:
                return
            yield found
            style = value(found, "w:basedOn") or ""


def read_lists(root: etree._Element | None) -> dict[str, List]:
    """The lists of `word/numbering.xml` by `numId`; empty where the file has none."""
    if root is None:
        return {}
    abstracts = {
        attribute(element, "abstractNumId") or "": element
        for element in root
        if name_of(element) == "w:abstractNum"
    }
    owners: dict[str, str] = {}  # by the numbering style that they are
    for name, abstract in abstracts.items():
        style = value(abstract, "w:styleLink")
        if style:
            owners.setdefault(style, name)
    links = {name: value(abstract, "w:numStyleLink") for name, abstract in abstracts.items()}
    known: dict[str, dict[int, Level]] = {}
    out = {}
    for element in root:
        list_id = attribute(element, "numId")
        name = value(element, "w:abstractNumId") or ""
        name = owners.get(links.get(name) or "", name)
        if name_of(element) == "w:num" and name in abstracts and list_id is not None:
            if name not in known:
                known[name] = _levels(abstracts[name])
            levels = dict(known[name])
            starts: dict[int, int] = {}
            for override in element:
                _override(override, levels, starts)
            out[list_id] = List(name, levels, starts)
    return out


def _levels(abstract: etree._Element) -> dict[int, Level]:
    found = [_level(element) for element in abstract if name_of(element) == "w:lvl"]
    return {at: level for at, level in found if at in range(LEVELS)}


def _level(element: etree._Element) -> tuple[int, Level]:
    shown = child(element, "w:numFmt")
    if shown is None:
        # 001, 002: a format of Word 2010, with one for older programs beside it
        shown = child(child(child(element, "mc:AlternateContent"), "mc:Fallback"), "w:numFmt")
    start = number(element, "w:start")
    return _number(attribute(element, "ilvl")), Level(
        number_format=value(shown) or "decimal",
        text=value(element, "w:lvlText") or "",
        start=0 if start is None else start,  # as the standard has it
        restart=number(element, "w:lvlRestart"),
        is_decimal=is_on(element, "w:isLgl"),
        style=value(element, "w:pStyle"),
    )


def _override(element: etree._Element, levels: dict[int, Level], starts: dict[int, int]) -> None:
    if name_of(element) != "w:lvlOverride":
        return
    at = _number(attribute(element, "ilvl"))
    own = child(element, "w:lvl")
    if own is not None and at in range(LEVELS):
        levels[at] = _level(own)[1]
    start = number(element, "w:startOverride")
    if start is not None:
        starts[at] = start


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.isdecimal() else 0
