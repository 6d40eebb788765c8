"""Notes as Word comments (批注): one author per category, so that Word can filter by it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from lxml import etree

from drafter.model import Note, NoteItem
from drafter.render.characters import printable
from drafter.render.ooxml import W, serialize_xml, w
from drafter.render.parts import Package
from drafter.render.styles import StyleFile
from drafter.zh.own_marks import INITIALS

PART = "word/comments.xml"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"


class Comments:
    """Collects the comments of a document; their ids count from 0 in the order of the anchors."""

    def __init__(self, style: StyleFile, *, epoch: int | None) -> None:
        self._text_style = style.paragraph_ids["annotation text"]
        self._mark_style = style.character_ids["annotation reference"]
        self._date = (
            None if epoch is None else f"{datetime.fromtimestamp(epoch, UTC):%Y-%m-%dT%H:%M:%SZ}"
        )
        self._root = etree.Element(w("comments"), nsmap={"w": W})

    def __len__(self) -> int:
        return len(self._root)

    def add(self, note: Note) -> str:
        """Write a comment and return its id."""
        identity = str(len(self._root))
        comment = etree.SubElement(self._root, w("comment"))
        comment.set(w("id"), identity)
        comment.set(w("author"), note.category)
        if self._date is not None:
            comment.set(w("date"), self._date)
        comment.set(w("initials"), INITIALS)
        for position, line in enumerate(line for item in note.items for line in remark_lines(item)):
            self._write_line(comment, line, is_first=position == 0)
        return identity

    def xml(self) -> bytes:
        """The part as it goes into the package."""
        return serialize_xml(self._root)

    def _write_line(self, comment: etree._Element, line: str, *, is_first: bool) -> None:
        paragraph = etree.SubElement(comment, w("p"))
        properties = etree.SubElement(paragraph, w("pPr"))
        etree.SubElement(properties, w("pStyle")).set(w("val"), self._text_style)
        if is_first:
            run = etree.SubElement(paragraph, w("r"))
            style = etree.SubElement(etree.SubElement(run, w("rPr")), w("rStyle"))
            style.set(w("val"), self._mark_style)
            etree.SubElement(run, w("annotationRef"))
        run = etree.SubElement(paragraph, w("r"))
        fonts = etree.SubElement(etree.SubElement(run, w("rPr")), w("rFonts"))
        fonts.set(w("hint"), "eastAsia")
        etree.SubElement(run, w("t")).text = line


def part_name(package: Package) -> str:
    """The comments part that the document names, else the usual one."""
    return next((part for kind, part in package.related() if kind == "comments"), PART)


def remark_lines(item: NoteItem) -> Iterator[str]:
    """A remark as a reader wants it: which rule and why, on what ground, what to do."""
    doubt = "" if item.verified else "（待核实）"
    yield printable(f"{item.rule}　{item.reason}{'' if item.source else doubt}")
    if item.source:
        yield printable(f"依据：{item.source}{doubt}")
    if item.action:
        yield printable(f"处理：{item.action}")
