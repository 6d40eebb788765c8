"""Tracked changes (修订) of people in a part of a Word file: listed, or accepted.

ISO/IEC 29500-1, 17.13.5. A change of text wraps runs; a change of a paragraph mark or of a row is
an empty element in its properties.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from drafter.model import REVISION_KINDS
from drafter.render.blocks import (
    box_of,
    drop,
    drop_paragraph,
    is_hollow,
    is_rest,
    unwrap,
)
from drafter.render.fields import all_controls
from drafter.render.leftovers import Leftover
from drafter.render.ooxml import w

_KINDS = {w(name): kind for name, kind in REVISION_KINDS.items()}
_ADDED = (w("ins"), w("moveTo"))
_GONE = (w("del"), w("moveFrom"))
_RANGES = tuple(
    w(f"{kind}Range{end}")
    for kind in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom",
                 "customXmlMoveTo")
    for end in ("Start", "End")
)  # fmt: skip
_IN_PROPERTIES = frozenset(map(w, ("rPr", "trPr", "numPr"))) | {
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}ctrlPr"
}
_TEXTS = (w("t"), w("delText"))


# ---------------------------------------------------------------------------------- listing


def list_revisions(
    root: etree._Element, places: Mapping[etree._Element, str]
) -> Iterator[Leftover]:
    """The tracked changes of a part, in order; runs that change together are one.

    Args:
        root: Of the part.
        places: Paragraph → headings above it.
    """
    told: set[tuple[object, str, str]] = set()
    last: etree._Element | None = None
    row: Leftover | None = None
    has_targets = any(True for _ in root.iter(w("moveTo")))
    for element in root.iter(*_KINDS):
        if has_targets and element.tag == w("moveFrom"):
            continue  # told where it went
        made = _told(element, places, told)
        if made is None:
            continue
        if row is not None and _goes_on(last, element) and _alike(row, made):
            row = Leftover(row.kind, row.words + made.words, row.place, row.author)
        else:
            if row is not None:
                yield row
            row = made
        last = element
    if row is not None:
        yield row


def _told(
    element: etree._Element,
    places: Mapping[etree._Element, str],
    told: set[tuple[object, str, str]],
) -> Leftover | None:
    """A change in words; None for a mark whose paragraph or row has told of it."""
    kind = _KINDS[str(element.tag)]
    author = element.get(w("author"), "")
    owner = next(element.iterancestors(w("p"), w("tr")), None)
    near = _near(element)
    place = places.get(near, "") if near is not None else ""
    words = "" if kind == "format" else _words(element)
    key = (owner, kind, author)
    if not words:
        changed = () if owner is None else owner.iter(*_KINDS)
        same = (other for other in changed if other.get(w("author"), "") == author)
        if key in told or any(_KINDS[str(o.tag)] == kind and _words(o) for o in same):
            return None
        told.add(key)
        words = "" if owner is None else _words(owner)
    return Leftover(kind, words, place, author)


def _near(element: etree._Element) -> etree._Element | None:
    """The paragraph by whose headings a change is found: of a row or a table the first one."""
    holder = next(element.iterancestors(w("p"), w("tr"), w("tbl")), None)
    return None if holder is None else next(holder.iter(w("p")), None)


def _words(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(*_TEXTS))


def _goes_on(last: etree._Element | None, element: etree._Element) -> bool:
    return last is not None and element.getprevious() is last and element.tag == last.tag


def _alike(row: Leftover, other: Leftover) -> bool:
    return (row.kind, row.author, row.place) == (other.kind, other.author, other.place)


# -------------------------------------------------------------------------------- accepting


def accept_revisions(root: etree._Element) -> None:
    """Accept all tracked changes of a part."""
    for control in all_controls(root):
        if control.is_gone:
            unwrap(control.element)
    _accept_rows(root)
    for element in _run_level(root, *_GONE):
        drop(element)
    for element in _run_level(root, *_ADDED):
        unwrap(element)
    for paragraph in list(root.iter(w("p"))):
        if _has_lost_mark(paragraph):
            _join(paragraph)
    for element in list(root.iter(*_KINDS, *_RANGES)):
        drop(element)
    for link in list(root.iter(w("hyperlink"))):
        if len(link) == 0:
            drop(link)


def _run_level(root: etree._Element, *tags: str) -> list[etree._Element]:
    return [element for element in root.iter(*tags) if not _is_mark(element)]


def _is_mark(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is None or parent.tag in _IN_PROPERTIES


def _accept_rows(root: etree._Element) -> None:
    """Take out deleted rows and cells, and tables that have none left."""
    for mark in [*root.iter(w("cellDel")), *root.iter(w("del"))]:
        properties = mark.getparent()
        if properties is None or properties.tag not in (w("trPr"), w("tcPr")):
            continue
        gone = properties.getparent()
        if gone is not None:
            drop(gone)
    for row in list(root.iter(w("tr"))):
        if row.find(w("tc")) is None and row.find(w("sdt")) is None:
            drop(row)
    for table in list(root.iter(w("tbl"))):
        if table.find(f".//{w('tr')}") is None:
            drop(table)


def _join(paragraph: etree._Element) -> None:
    """Accept that a paragraph's mark is gone: what is left of it goes to the next paragraph.

    The next one's style holds, as Word has it, unless nothing but its mark is left of it.
    """
    following = _following(paragraph)
    while following is not None and not is_hollow(paragraph) and is_rest(following):
        is_end = not _has_lost_mark(following)
        paragraph.extend(part for part in following if part.tag != w("pPr"))
        drop(following)
        if is_end:
            return
        following = _following(paragraph)
    if following is not None:
        start = 0 if following.find(w("pPr")) is None else 1
        following[start:start] = [part for part in paragraph if part.tag != w("pPr")]
        drop(paragraph)
    elif is_hollow(paragraph):
        drop_paragraph(paragraph)


def _has_lost_mark(paragraph: etree._Element) -> bool:
    return any(paragraph.find(f"{w('pPr')}/{w('rPr')}/{mark}") is not None for mark in _GONE)


def _following(paragraph: etree._Element) -> etree._Element | None:
    """The next paragraph, if it stands in the same box and no table lies between."""
    box = box_of(paragraph)
    for node in (paragraph, *paragraph.iterancestors()):
        if node is box:
            break
        for sibling in node.itersiblings():
            found = sibling if sibling.tag == w("p") else sibling.find(f".//{w('p')}")
            if found is not None:
                return found if box_of(found) is box else None
    return None
