"""Tracked changes (修订) in a `.docx`, as far as a reader is told of them.

ISO/IEC 29500-1, 17.13.5. A change of text wraps runs; a change of a paragraph mark or of a row is
an empty element in its properties, told only where nothing else of that kind stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from lxml import etree
from msgspec.structs import replace

from drafter.model import REVISION_KINDS, Revision
from drafter.read.wordml import attribute, name_of

_KINDS = {f"w:{name}": kind for name, kind in REVISION_KINDS.items()}
_TAGS = tuple(f"{{*}}{name}" for name in REVISION_KINDS)
_TEXTS = ("w:t", "w:delText")


class LineOf(Protocol):
    """Tells which source line an element stands in, None if in none."""

    def __call__(self, element: etree._Element) -> int | None:
        """The number of the line, from 1."""
        ...


def revisions_of(roots: Sequence[etree._Element], line_of: LineOf) -> Iterator[Revision]:
    """All tracked changes in order; what a reader sees as one change is one.

    Args:
        roots: Of the parts with text.
        line_of: The source line that an element stands in.
    """
    for root in roots:
        last: etree._Element | None = None
        told: Revision | None = None
        for element in _changes(root):
            found = _revision(element, line_of)
            if told is not None and _goes_on(last, element, told, found):
                told = replace(told, text=told.text + found.text)
            else:
                if told is not None:
                    yield told
                told = found
            last = element
        if told is not None:
            yield told


def _changes(root: etree._Element) -> Iterator[etree._Element]:
    """The elements of tracked changes; of a move the end alone, as far as there is one."""
    found = [element for element in root.iter(*_TAGS) if name_of(element) in _KINDS]
    has_targets = any(name_of(element) == "w:moveTo" for element in found)
    for element in found:
        if name_of(element) != "w:moveFrom" or not has_targets:
            yield element


def _revision(element: etree._Element, line_of: LineOf) -> Revision:
    kind = _KINDS[name_of(element)]
    words = "" if kind == "format" else _words(element)
    return Revision(kind, attribute(element, "author") or "", words, line_of(element))


def _words(element: etree._Element) -> str:
    return "".join(part.text or "" for part in element.iter("{*}*") if name_of(part) in _TEXTS)


def _goes_on(
    last: etree._Element | None, element: etree._Element, told: Revision, found: Revision
) -> bool:
    """Whether a change belongs to the one before: side by side, or the mark of the same line."""
    if (told.kind, told.author, told.line) != (found.kind, found.author, found.line):
        return False
    is_mark = not told.text or not found.text
    return (is_mark and found.line is not None) or element.getprevious() is last
