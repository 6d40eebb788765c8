"""A Word file beyond its text (文稿): how it looks, what people and drafter left in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

from lxml import etree

from drafter.model import Annotation, Look, Manuscript, NoteCategory
from drafter.read.word_body import ShownLine
from drafter.read.word_controls import emptied_controls
from drafter.read.word_fonts import Fonts
from drafter.read.word_package import OpenDocument, is_prompt, open_docx
from drafter.read.word_page import has_page_numbers, page_setups, words_in_margins
from drafter.read.word_properties import properties_of
from drafter.read.word_revisions import revisions_of
from drafter.read.wordml import attribute, child, name_of
from drafter.zh.own_marks import CARRIED_STYLE, is_own_remark
from drafter.zh.placeholders import find_placeholders
from drafter.zh.width import is_blank

_UNNAMED = "Word 文件"
_STORIES = ("header", "footer", "footnotes", "endnotes")
"""Parts with words, beside the main one."""


def look_at(data: bytes, path: Path | str = _UNNAMED) -> Manuscript:
    """What rules on form and on remains look at.

    Args:
        data: A `.docx` that the Word reader has read.
        path: As the user gave it, for messages.

    Raises:
        DrafterError: A part of the file that its text does not need is broken or unsafe.
    """
    opened = open_docx(data, path)
    lines = _Lines(opened)
    others = [root for kind in _STORIES for root in opened.roots(kind)]
    return Manuscript(
        looks=tuple(_looks(opened, lines)),
        comments=tuple(_comments(opened, lines)),
        revisions=tuple(revisions_of((opened.root, *others), lines.of)),
        pages=tuple(page_setups(opened.root)),
        has_page_numbers=has_page_numbers(opened),
        properties=tuple(properties_of(opened)),
        margins=tuple(dict.fromkeys(words_in_margins(opened))),
    )


class _Lines:
    """Which source line, and which place in the document, a paragraph has.

    Attributes:
        ordinals: Paragraph of the main document → its place among all.
    """

    def __init__(self, opened: OpenDocument) -> None:
        paragraphs = [p for p in opened.root.iter("{*}p") if name_of(p) == "w:p"]
        self.ordinals = {paragraph: place for place, paragraph in enumerate(paragraphs)}
        self._numbers = {
            paragraph: number
            for number, line in enumerate(opened.lines, start=1)
            for paragraph in line.paragraphs
        }
        last: int | None = None
        for paragraph in paragraphs:  # a deleted row, an empty cell: told at what stands before
            last = self._numbers.setdefault(paragraph, last) if last else self.number(paragraph)

    def number(self, paragraph: etree._Element) -> int | None:
        """The line that a paragraph makes, from 1."""
        return self._numbers.get(paragraph)

    def of(self, element: etree._Element) -> int | None:
        """The line that an element stands in: of the paragraph around, inside or after it."""
        paragraph = _paragraph_of(element)
        return None if paragraph is None else self.number(paragraph)


def _paragraph_of(element: etree._Element) -> etree._Element | None:
    for parent in element.iterancestors():
        if name_of(parent) == "w:p":
            return parent
    behind = (near for e in (element, *element.iterancestors()) for near in e.itersiblings())
    for near in (element, *behind):
        for inner in near.iter("{*}p"):
            if name_of(inner) == "w:p":
                return inner
    return None


# ------------------------------------------------------------------------------ looks


def _looks(opened: OpenDocument, lines: _Lines) -> Iterator[Look]:
    fonts = Fonts(opened.parts.styles, next(opened.roots("theme"), None))
    emptied: defaultdict[int, int] = defaultdict(int)
    for control in emptied_controls(opened.root):
        emptied[lines.of(control) or 1] += 1
    for number, line in enumerate(opened.lines, start=1):
        blanks = [line.text[start:end] for start, end in find_placeholders(line.text)]
        blanks += [""] * emptied[number]
        if blanks or not is_blank(line.text):
            yield _look(opened, fonts, lines.ordinals, (number, line, tuple(blanks)))


def _look(
    opened: OpenDocument,
    fonts: Fonts,
    ordinals: Mapping[etree._Element, int],
    shown: tuple[int, ShownLine, tuple[str, ...]],
) -> Look:
    number, line, blanks = shown
    styles = opened.parts.styles
    first = line.paragraphs[0] if line.paragraphs else None
    host = first if line.noted_in is None else line.noted_in
    properties = child(first, "w:pPr")
    # Notes are set smaller and in a font of their own, by everybody.
    found = fonts.of_line(line) if line.noted_in is None else None
    return Look(
        line=number,
        ordinal=0 if host is None else ordinals.get(host, 0),
        style=styles.style_name(properties),
        font=found.font if found else None,
        size_pt=found.size_pt if found else None,
        is_prompt=is_prompt(line, styles),
        blanks=blanks,
        carried=tuple(_carried(opened, line)),
        outline=styles.outline_of(properties),
    )


def _carried(opened: OpenDocument, line: ShownLine) -> Iterator[tuple[int, int]]:
    for run in line.runs:
        style = opened.parts.styles.run_style_name(child(run.element, "w:rPr"))
        if style == CARRIED_STYLE and run.end > run.start:
            yield run.start, run.end


# --------------------------------------------------------------------------- comments


def _comments(opened: OpenDocument, lines: _Lines) -> Iterator[Annotation]:
    anchors: dict[str | None, etree._Element] = {}
    for mark in opened.root.iter("{*}commentRangeStart", "{*}commentReference"):
        anchors.setdefault(attribute(mark, "id"), mark)
    for root in opened.roots("comments"):
        for comment in root:
            if name_of(comment) == "w:comment":
                anchor = anchors.get(attribute(comment, "id"))
                yield _comment(comment, None if anchor is None else lines.of(anchor))


def _comment(comment: etree._Element, line: int | None) -> Annotation:
    author = attribute(comment, "author") or ""
    paragraphs = [words for paragraph in comment.iter("{*}p") if (words := _words(paragraph))]
    initials = attribute(comment, "initials") or ""
    is_own = author in get_args(NoteCategory) and is_own_remark(initials, paragraphs)
    return Annotation(author, " ".join(paragraphs), line, is_own)


def _words(paragraph: etree._Element) -> str:
    texts = (part for part in paragraph.iter("{*}t") if name_of(part) == "w:t")
    return "".join(text.text or "" for text in texts)
