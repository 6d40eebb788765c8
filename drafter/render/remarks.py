"""Comments (批注) added to a Word file that people have worked on, beside theirs.

One comment per paragraph, by the author 数据; each remark in it is a line that a later round finds
again by its beginning and replaces.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from lxml import etree

from drafter.model import NoteCategory
from drafter.render import comments as comment_part
from drafter.render.characters import printable
from drafter.render.ooxml import W, parse_xml, serialize_xml, w
from drafter.render.word_file import WordFile
from drafter.zh.own_marks import INITIALS

AUTHOR: NoteCategory = "数据"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Remarks:
    """The comments of a file, to be added to.

    Attributes:
        is_changed: Whether any remark was added or replaced.
    """

    def __init__(self, file: WordFile, *, epoch: int | None) -> None:
        """Read the comments of a file.

        Args:
            file: Its document gets the anchors, its package the part at `save`.
            epoch: Date of new comments, None for none.
        """
        self._package = file.package
        self._styles = file.style_ids
        self._document = file.document
        self._epoch = epoch
        self._part = comment_part.part_name(file.package)
        data = file.package.parts.get(self._part)
        self._root = (
            etree.Element(w("comments"), nsmap={"w": W}) if data is None else parse_xml(data)
        )
        self._free = self._first_free()
        self.is_changed = False

    def put(self, paragraph: etree._Element, prefix: str, words: str) -> None:
        """A remark at a paragraph; one that begins alike is replaced, an equal one left alone."""
        line = printable(f"{prefix}{words}")
        comment = self._own_comment(paragraph)
        if comment is None:
            self.add(paragraph, AUTHOR, [line])
            return
        for element in comment.iter(w("t")):
            if (element.text or "").startswith(prefix):
                self.is_changed |= element.text != line
                element.text = line
                return
        self._append(comment, line)

    def amend(self, paragraph: etree._Element, prefix: str, words: str) -> None:
        """The same, but only where there is a remark that begins so."""
        comment = self._own_comment(paragraph)
        lines = [] if comment is None else [part.text or "" for part in comment.iter(w("t"))]
        if any(line.startswith(prefix) for line in lines):
            self.put(paragraph, prefix, words)

    def add(self, paragraph: etree._Element, author: NoteCategory, lines: Sequence[str]) -> None:
        """A comment of its own at a paragraph.

        Args:
            paragraph: The w:p.
            author: Its category.
            lines: At least one.
        """
        identity = str(self._free)
        self._free += 1
        comment = etree.SubElement(self._root, w("comment"))
        comment.set(w("id"), identity)
        comment.set(w("author"), author)
        if self._epoch is not None:
            moment = datetime.fromtimestamp(self._epoch, UTC)
            comment.set(w("date"), f"{moment:%Y-%m-%dT%H:%M:%SZ}")
        comment.set(w("initials"), INITIALS)
        for number, line in enumerate(lines):
            body = etree.SubElement(comment, w("p"))
            if style := self._styles.get("annotation text"):
                properties = etree.SubElement(body, w("pPr"))
                etree.SubElement(properties, w("pStyle")).set(w("val"), style)
            if number == 0:
                etree.SubElement(self._mark(body), w("annotationRef"))
            _text_run(body, line)
        self._anchor(paragraph, identity)
        self.is_changed = True

    def save(self) -> None:
        """Put the part back into the package, if anything changed."""
        if self.is_changed:
            self._package.add(
                self._part, serialize_xml(self._root), comment_part.CONTENT_TYPE,
                comment_part.RELATIONSHIP,
            )  # fmt: skip

    def _own_comment(self, paragraph: etree._Element) -> etree._Element | None:
        ids = {mark.get(w("id")) for mark in paragraph.iter(w("commentReference"))}
        for comment in self._root.iterfind(w("comment")):
            is_own = comment.get(w("author")) == AUTHOR and comment.get(w("initials")) == INITIALS
            if is_own and comment.get(w("id")) in ids:
                return comment
        return None

    def _append(self, comment: etree._Element, line: str) -> None:
        # Into the last paragraph: Word keeps the state of a comment by that paragraph's identity.
        paragraphs = comment.findall(w("p"))
        host = paragraphs[-1] if paragraphs else etree.SubElement(comment, w("p"))
        _text_run(host, line, is_new_line=bool(paragraphs))
        self.is_changed = True

    def _anchor(self, paragraph: etree._Element, identity: str) -> None:
        start = etree.Element(w("commentRangeStart"))
        start.set(w("id"), identity)
        has_properties = len(paragraph) > 0 and paragraph[0].tag == w("pPr")
        paragraph.insert(1 if has_properties else 0, start)
        etree.SubElement(paragraph, w("commentRangeEnd")).set(w("id"), identity)
        run = self._mark(paragraph)
        etree.SubElement(run, w("commentReference")).set(w("id"), identity)

    def _mark(self, parent: etree._Element) -> etree._Element:
        run = etree.SubElement(parent, w("r"))
        if style := self._styles.get("annotation reference"):
            properties = etree.SubElement(run, w("rPr"))
            etree.SubElement(properties, w("rStyle")).set(w("val"), style)
        return run

    def _first_free(self) -> int:
        found = [comment.get(w("id"), "") for comment in self._root.iterfind(w("comment"))]
        marks = self._document.iter(w("commentReference"), w("commentRangeStart"))
        found += [mark.get(w("id"), "") for mark in marks]
        return max((int(value) for value in found if value.isdigit()), default=-1) + 1


def _text_run(parent: etree._Element, line: str, *, is_new_line: bool = False) -> None:
    run = etree.SubElement(parent, w("r"))
    etree.SubElement(etree.SubElement(run, w("rPr")), w("rFonts")).set(w("hint"), "eastAsia")
    if is_new_line:
        etree.SubElement(run, w("br"))
    text = etree.SubElement(run, w("t"))
    text.set(_XML_SPACE, "preserve")
    text.text = line
