"""Elements taken out of a Word file so that it stays a whole one."""

from __future__ import annotations

from lxml import etree

from drafter.render.ooxml import w

_MARKERS = (w("bookmarkStart"), w("bookmarkEnd"))
_BOXES = frozenset(
    map(w, ("tc", "txbxContent", "hdr", "ftr", "footnote", "endnote", "comment", "body"))
)
"""What holds paragraphs; all but the body must keep one at their end."""
_OF_CONTROLS = frozenset({w("sdtPr"), w("sdtEndPr")})
"""What a content control says of itself."""
_SHOWN = (w("drawing"), w("pict"), w("object"), w("fldChar"), w("footnoteReference"))


def drop(element: etree._Element) -> None:
    """Take an element out."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: etree._Element) -> None:
    """Put what an element holds in its place; of a content control what it shows."""
    for part in list(element):
        if part.tag == w("sdtContent"):
            unwrap(part)
    for part in list(element):
        if part.tag not in _OF_CONTROLS:
            element.addprevious(part)
    drop(element)


def box_of(element: etree._Element) -> etree._Element | None:
    """The cell, text box, note, header or body that an element stands in."""
    return next((parent for parent in element.iterancestors() if parent.tag in _BOXES), None)


def is_hollow(paragraph: etree._Element) -> bool:
    """Whether a paragraph shows nothing: no word, no picture, no field."""
    if any(True for _ in paragraph.iter(*_SHOWN)):
        return False
    return not any((text.text or "").strip() for text in paragraph.iter(w("t")))


def is_rest(paragraph: etree._Element) -> bool:
    """Whether a paragraph is nothing but an empty line: no text, and no section ends in it."""
    return is_hollow(paragraph) and section_of(paragraph) is None


def drop_paragraph(paragraph: etree._Element) -> None:
    """Take a paragraph out; emptied where a section or a cell ends with it."""
    for marker in list(paragraph.iter(*_MARKERS)):
        paragraph.addprevious(marker)
    if section_of(paragraph) is not None or _is_last_in_box(paragraph):
        for part in list(paragraph):
            if part.tag != w("pPr"):
                paragraph.remove(part)
        return
    drop(paragraph)


def section_of(paragraph: etree._Element) -> etree._Element | None:
    """Properties of the section that ends with a paragraph."""
    return paragraph.find(f"{w('pPr')}/{w('sectPr')}")


def _is_last_in_box(paragraph: etree._Element) -> bool:
    box = box_of(paragraph)
    if box is None or box.tag == w("body"):
        return False
    own = [other for other in box.iter(w("p")) if box_of(other) is box]
    return own[-1] is paragraph


def drop_hollow_runs(paragraph: etree._Element) -> None:
    """Take out runs whose words are gone."""
    for run in list(paragraph.iter(w("r"))):
        parts = [part for part in run if part.tag != w("rPr")]
        if all(part.tag == w("t") and not part.text for part in parts):
            drop(run)


def restyle(paragraph: etree._Element, style: str | None) -> None:
    """Give a paragraph another style; None the default one."""
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    for old in properties.findall(w("pStyle")):
        properties.remove(old)
    if style:
        made = etree.Element(w("pStyle"))
        made.set(w("val"), style)
        properties.insert(0, made)
