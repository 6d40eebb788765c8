"""Blanks in a Word file that people have worked on (域): found, read, and written in place.

A blank is a content control (w:sdt), or its words 〔…〕 where WPS or LibreOffice lost the control;
writing puts the control back. What stands in tracked deletions is no longer there; tracked
insertions of others are read, but never overwritten.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree
from msgspec import Struct

from drafter.render.blocks import drop
from drafter.render.characters import printable
from drafter.render.ooxml import w
from drafter.zh.own_marks import bare_tag, is_word_prompt
from drafter.zh.placeholders import find_placeholders, is_placeholder

_GONE = frozenset({w("del"), w("moveFrom")})
"""Revisions that take text away (tracked changes)."""
_ADDED = frozenset({w("ins"), w("moveTo")})
_TEXT_LIKE = frozenset(
    map(w, ("rPr", "t", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "lastRenderedPageBreak"))
)
"""What a run may hold to be replaced with its text; other things (pictures, notes) are kept."""
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Control(Struct, frozen=True, eq=False):
    """A content control of the draft.

    Attributes:
        element: The w:sdt.
        tag: Without the number that tells copies apart.
        title: Its caption; may be empty.
    """

    element: etree._Element
    tag: str
    title: str

    @property
    def text(self) -> str:
        """What it shows, tracked deletions left out."""
        return "".join(piece.text or "" for piece in _live_texts(self.element))

    @property
    def is_blank(self) -> bool:
        """Whether nobody has filled it: by its words, or by what Word puts into an emptied one."""
        text = self.text.strip()
        if not text or is_placeholder(text):
            return True
        shows_prompt = self.element.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None
        return shows_prompt and is_word_prompt(text)

    @property
    def is_gone(self) -> bool:
        """Whether a tracked change has taken it away, from outside or all of its text."""
        if any(parent.tag in _GONE for parent in self.element.iterancestors()):
            return True
        has_text = any(True for _ in self.element.iter(w("t"), w("delText")))
        return has_text and not any(True for _ in _live_texts(self.element))

    @property
    def is_revised(self) -> bool:
        """Whether somebody's tracked change stands inside it."""
        return any(True for _ in self.element.iter(*_GONE, *_ADDED))


def controls(root: etree._Element) -> list[Control]:
    """All controls with a tag of drafter's, in the order of the document."""
    return [control for control in all_controls(root) if control.tag]


def stray_controls(root: etree._Element) -> list[Control]:
    """Controls without any tag: LibreOffice keeps the control and loses its name."""
    return [
        control
        for control in all_controls(root)
        if not control.tag and not _property(control.element, "tag")
    ]


def open_controls(root: etree._Element) -> list[Control]:
    """Controls that may be blanks: drafter's, those that lost their name, and others' prompts.

    A date picker that nobody has used shows Word's own words, which would be printed.
    """
    return [
        control
        for control in all_controls(root)
        if control.tag or (control.is_blank and not _is_other(control.element))
    ]


def _is_other(element: etree._Element) -> bool:
    """Whether a control shows something else than words: a picture, a page number, a tick.

    A blank's words in a control with somebody's tag are told as loose words.
    """
    words = "".join(piece.text or "" for piece in _live_texts(element))
    if _property(element, "tag") and (not words or is_placeholder(words)):
        return True
    if element.find(f"{w('sdtPr')}/{w('docPartObj')}") is not None:
        return True
    return any(True for _ in element.iter(w("drawing"), w("pict"), w("object"), w("fldChar")))


def all_controls(root: etree._Element) -> Iterator[Control]:
    """Every content control, of drafter or not, in the order of the document."""
    for element in root.iter(w("sdt")):
        tag = _property(element, "tag")
        yield Control(element, bare_tag(tag), _property(element, "alias"))


def name_control(control: Control, tag: str, title: str) -> Control:
    """Give a control its tag and caption back."""
    properties = control.element.find(w("sdtPr"))
    if properties is None:
        properties = etree.Element(w("sdtPr"))
        control.element.insert(0, properties)
    for place, (name, value) in enumerate((("alias", title), ("tag", tag))):
        for old in properties.findall(w(name)):
            properties.remove(old)
        made = etree.Element(w(name))
        made.set(w("val"), value)
        properties.insert(place, made)
    return Control(control.element, tag, title)


def _property(element: etree._Element, name: str) -> str:
    found = element.find(f"{w('sdtPr')}/{w(name)}")
    return "" if found is None else found.get(w("val"), "")


def write_control(control: Control, text: str) -> None:
    """Put a text into a control, which stays; the placeholder state ends."""
    _end_placeholder(control.element)
    content = control.element.find(w("sdtContent"))
    if content is None:
        content = etree.SubElement(control.element, w("sdtContent"))
    runs = [run for run in _own_runs(content) if all(part.tag in _TEXT_LIKE for part in run)]
    if runs:
        first, *others = runs
        _set_text(first, text)
        for run in others:
            drop(run)
        return
    host = content.find(f".//{w('p')}")
    run = etree.SubElement(content if host is None else host, w("r"))
    _set_text(run, text)


def _end_placeholder(element: etree._Element) -> None:
    properties = element.find(w("sdtPr"))
    if properties is None:
        return
    for mark in properties.findall(w("showingPlcHdr")):
        properties.remove(mark)
    for style in properties.findall(f"{w('rPr')}/{w('rStyle')}"):
        drop(style)


def _own_runs(content: etree._Element) -> Iterator[etree._Element]:
    """Runs of a control, without those of controls inside it."""
    for part in content:
        if part.tag == w("r"):
            yield part
        elif part.tag not in (w("sdt"), *_GONE):
            yield from _own_runs(part)


def _set_text(run: etree._Element, text: str) -> None:
    """Give a run its new text; the grey of the placeholder goes, other formatting stays."""
    for part in list(run):
        if part.tag != w("rPr"):
            run.remove(part)
    properties = run.find(w("rPr"))
    if properties is None:
        properties = etree.Element(w("rPr"))
        run.insert(0, properties)
    for style in properties.findall(w("rStyle")):
        properties.remove(style)
    if properties.find(w("rFonts")) is None:
        fonts = etree.Element(w("rFonts"))
        fonts.set(w("hint"), "eastAsia")
        properties.insert(0, fonts)
    element = etree.SubElement(run, w("t"))
    element.text = printable(text)
    element.set(_XML_SPACE, "preserve")


# ------------------------------------------------------------------------------- paragraphs


class _Piece(Struct, frozen=True, eq=False):
    """A w:t of a paragraph with its place in the paragraph's text."""

    element: etree._Element
    start: int
    end: int
    is_inside: bool


class ParagraphText:
    """The text of a paragraph as a reader sees it, with the way back to its elements."""

    def __init__(self, paragraph: etree._Element) -> None:
        self.paragraph = paragraph
        self._pieces: list[_Piece] = []
        self._starts: dict[etree._Element, int] = {}
        self._ends: dict[etree._Element, int] = {}
        self._length = 0
        around = paragraph.iterancestors(w("sdt"))
        self._walk(paragraph, is_inside=any(map(_is_blank_of_ours, around)))
        self.text = "".join(piece.element.text or "" for piece in self._pieces)

    def _walk(self, element: etree._Element, *, is_inside: bool) -> None:
        for part in element:
            if part.tag in _GONE or part.tag in (w("p"), w("sdtPr"), w("pPr")):
                continue
            if part.tag == w("t"):
                end = self._length + len(part.text or "")
                self._pieces.append(_Piece(part, self._length, end, is_inside))
                self._length = end
            elif part.tag == w("sdt"):
                self._starts[part] = self._length
                self._walk(part, is_inside=is_inside or _is_blank_of_ours(part))
                self._ends[part] = self._length
            else:
                self._walk(part, is_inside=is_inside)

    def before(self, control: etree._Element) -> str:
        """What stands before a control."""
        return self.text[: self._starts.get(control, 0)]

    def after(self, control: etree._Element) -> str:
        """What stands behind a control."""
        return self.text[self._ends.get(control, 0) :]

    def loose_blanks(self) -> list[tuple[int, int]]:
        """Places of 〔…〕 outside all controls."""
        inside = [(p.start, p.end) for p in self._pieces if p.is_inside]
        return [
            (start, end)
            for start, end in find_placeholders(self.text)
            if not any(a < end and start < b for a, b in inside)
        ]

    def replace(self, start: int, end: int, text: str) -> bool:
        """Put other words in the place of some; False where a tracked insertion would change."""
        touched = [p for p in self._pieces if p.start < end and start < p.end]
        if not touched or any(_is_added(p.element) for p in touched):
            return False
        for number, piece in enumerate(touched):
            own = piece.element.text or ""
            head = own[: max(0, start - piece.start)]
            tail = own[max(0, end - piece.start) :] if piece.end > end else ""
            piece.element.text = head + (text if number == 0 else "") + tail
            piece.element.set(_XML_SPACE, "preserve")
        return True

    def enclose(self, start: int, end: int, control: etree._Element) -> bool:
        """Put a control in the place of some words; its run takes over their formatting.

        Returns:
            False where the words lie in different revisions or links, so that nothing was done.
        """
        touched = [p for p in self._pieces if p.start < end and start < p.end]
        runs = [piece.element.getparent() for piece in touched]
        if any(run is None or run.tag != w("r") for run in runs):
            return False
        first = runs[0] if runs else None
        if first is None or len({run.getparent() for run in runs if run is not None}) > 1:
            return False
        for piece in reversed(touched):
            _cut(piece, start, end)
        copied = first.find(w("rPr"))
        run = control.find(f".//{w('r')}")
        if copied is not None and run is not None:
            for old in run.findall(w("rPr")):
                run.remove(old)
            run.insert(0, deepcopy(copied))
            for style in run.findall(f"{w('rPr')}/{w('rStyle')}"):
                drop(style)
        first.addnext(control)
        return True


def _is_blank_of_ours(element: etree._Element) -> bool:
    """Whether a control is drafter's, by its tag or, where that was lost, by its words."""
    tag = _property(element, "tag")
    if tag:
        return bool(bare_tag(tag))
    return is_placeholder("".join(piece.text or "" for piece in _live_texts(element)))


def _cut(piece: _Piece, start: int, end: int) -> None:
    """Take a stretch out of a w:t; what follows it goes to a run of its own."""
    element, run = piece.element, piece.element.getparent()
    own = element.text or ""
    head, tail = (
        own[: max(0, start - piece.start)],
        own[end - piece.start :] if piece.end > end else "",
    )
    element.text = head
    element.set(_XML_SPACE, "preserve")
    if run is None:
        return
    following = list(element.itersiblings())
    if not tail and (not following or head == own):
        return
    rest = etree.Element(w("r"))
    properties = run.find(w("rPr"))
    if properties is not None:
        rest.append(deepcopy(properties))
    if tail:
        text = etree.SubElement(rest, w("t"))
        text.text = tail
        text.set(_XML_SPACE, "preserve")
    for part in following:
        rest.append(part)
    run.addnext(rest)


def _is_added(element: etree._Element) -> bool:
    return any(parent.tag in _ADDED for parent in element.iterancestors())


def _live_texts(element: etree._Element) -> Iterator[etree._Element]:
    for part in element:
        if part.tag == w("t"):
            yield part
        elif part.tag not in _GONE and part.tag != w("sdtPr"):
            yield from _live_texts(part)


def paragraph_of(element: etree._Element) -> etree._Element | None:
    """The paragraph around a control, or the first one inside it."""
    for parent in element.iterancestors(w("p")):
        return parent
    return element.find(f".//{w('p')}")


def new_control(tag: str, title: str, identity: int, text: str) -> etree._Element:
    """A content control with a text, as `word` would have made it."""
    control = etree.Element(w("sdt"))
    properties = etree.SubElement(control, w("sdtPr"))
    for name, value in (("alias", title), ("tag", tag), ("id", str(identity))):
        etree.SubElement(properties, w(name)).set(w("val"), value)
    run = etree.SubElement(etree.SubElement(control, w("sdtContent")), w("r"))
    _set_text(run, text)
    return control
