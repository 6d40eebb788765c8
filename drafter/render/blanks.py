"""What is still blank in a Word file, and under which headings: for `fill` and `finalize`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec import Struct

from drafter.render.fields import Control, ParagraphText, open_controls
from drafter.render.ooxml import w
from drafter.zh.numbering import CHAPTER, PART, SECTION, mark_at
from drafter.zh.placeholders import find_placeholders

_HEADINGS = ("heading 1", "heading 2")
_NUMERALS = {PART: _HEADINGS[0], CHAPTER: _HEADINGS[0], SECTION: _HEADINGS[1]}
_LONGEST_HEADING = 40
"""Characters; a longer sentence with a numeral is an item."""


class Empty(Struct, frozen=True):
    """A blank that is still to be filled; `tag` is empty where its control was lost."""

    tag: str
    words: str
    place: str


class Spot(Struct, frozen=True, eq=False):
    """A paragraph as it stands in the document.

    Attributes:
        element: The w:p.
        style: Name of its style in small letters, empty for none.
        text: As a reader sees it.
        place: The headings above it, its own included.
        blanks: What is still to be filled in it, and in a control around it.
    """

    element: etree._Element
    style: str
    text: str
    place: str
    blanks: tuple[Empty, ...]


def survey(root: etree._Element, style_names: Mapping[str, str]) -> Iterator[Spot]:
    """All paragraphs in the order of the document; a blank belongs to the first one it touches.

    Args:
        root: Of the document or of another part with text.
        style_names: Style ids → names.
    """
    places = ["", ""]
    styled = {style_of(p, style_names) for p in root.iter(w("p"))} & set(_HEADINGS)
    told: set[etree._Element] = set()
    known = {control.element: control for control in open_controls(root)}
    for paragraph in root.iter(w("p")):
        style = style_of(paragraph, style_names)
        text = ParagraphText(paragraph)
        heading = (style, text.text) if styled else _typed_heading(text.text)
        if heading[0] in _HEADINGS:
            level = _HEADINGS.index(heading[0])
            places[level:] = [heading[1], *[""] * (1 - level)]
        place = " > ".join(filter(None, places))
        near = (*paragraph.iterancestors(w("sdt")), *paragraph.iter(w("sdt")))
        untold = [known[sdt] for sdt in near if sdt in known and sdt not in told]
        told.update(control.element for control in untold)
        blanks = (*_unfilled(untold, place), *_loose(text, place))
        yield Spot(paragraph, style, text.text, place, blanks)


def _typed_heading(text: str) -> tuple[str, str]:
    """The level and the words of a heading that only its numeral tells; two times '' if it is none.

    Files that were not made by drafter often have no heading styles.
    """
    bare = text.strip()
    mark = mark_at(bare)
    words = bare.partition("。")[0]
    if mark is None or mark.style not in _NUMERALS or len(words) > _LONGEST_HEADING:
        return "", ""
    return _NUMERALS[mark.style], words


def style_of(paragraph: etree._Element, style_names: Mapping[str, str]) -> str:
    """Name of a paragraph's style in small letters: LibreOffice writes Heading 1."""
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if style is None else style_names.get(style.get(w("val"), ""), "").lower()


def _unfilled(controls: list[Control], place: str) -> Iterator[Empty]:
    for control in controls:
        if control.is_gone:
            continue
        if control.is_blank or any(True for _ in find_placeholders(control.text)):
            yield Empty(control.tag, control.text.strip() or control.title, place)


def _loose(text: ParagraphText, place: str) -> Iterator[Empty]:
    for start, end in text.loose_blanks():
        yield Empty("", text.text[start:end], place)
