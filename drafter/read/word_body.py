"""From the XML of a `.docx` to lines: what a reader of the document sees, in reading order.

In are content controls, tracked insertions, results of fields, text boxes once, tables row by row,
notes (脚注、尾注) at the end. Out are tracked deletions, codes of fields, comments, hidden text,
headers and footers, and what Word says in an emptied content control (单击此处输入文字).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path

from lxml import etree
from msgspec import Struct, field
from msgspec.structs import replace

from drafter.errors import UnsafeFileError
from drafter.read.numbering import Counter, List
from drafter.read.tables import Cell, traced_lines
from drafter.read.word_controls import shows_word_prompt
from drafter.read.word_styles import Styles
from drafter.read.wordml import attribute, child, name_of
from drafter.zh.list_numbers import read_enclosed, read_symbol

MAX_CHARACTERS = 32 * 2**20
"""Characters that the lines of a document have in all; a report has some 20,000."""
_OPEN_FIELDS = 1_000
"""Fields in fields; Word stops at twenty, but ends of fields get lost."""
SOFT_RETURN = "\v"
PAGE_BREAK = "\f"
LEADER = "……"
"""What stands before the page number in a row of a table of contents."""
UNKNOWN = "\N{REPLACEMENT CHARACTER}"

_OUT = frozenset(
    {
        "w:del", "w:moveFrom", "w:delText", "w:delInstrText", "w:rPr", "w:pPr", "w:tblPr",
        "w:tblGrid", "w:trPr", "w:tcPr", "w:sectPr", "w:sdtPr", "w:sdtEndPr", "w:rt", "w:rubyPr",
        "w:fldData", "w:annotationRef", "m:oMathParaPr", "m:rPr", "m:ctrlPr",
    }
)  # fmt: skip
_CHARACTERS = {
    "w:tab": "\t", "w:ptab": "\t", "w:cr": SOFT_RETURN, "w:noBreakHyphen": "-", "w:softHyphen": "",
}  # fmt: skip
_NOTE_REFERENCES = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}


class Parts(Struct, frozen=True):
    """The parts of a file that hold text or decide about it.

    Attributes:
        body: `w:body`.
        styles: The style sheet.
        lists: By `numId`.
        notes: Footnotes and endnotes by kind and id.
    """

    body: etree._Element
    styles: Styles
    lists: Mapping[str, List]
    notes: Mapping[tuple[str, str], etree._Element]


class ShownRun(Struct, frozen=True):
    """A run (w:r) and where its words stand in the text of its line."""

    start: int
    end: int
    element: etree._Element


class ShownLine(Struct, frozen=True):
    """A paragraph, or a row of a table, with the automatic numeral shown before it.

    Attributes:
        text: What it shows.
        marker: The numeral, '' without one.
        paragraphs: The w:p it is made of: one, those that run on into it, or all of its cells.
        runs: In order; none in a row of data, whose words are set anew.
        noted_in: For a line of a note (脚注), the paragraph that refers to it.
    """

    text: str
    marker: str = ""
    paragraphs: tuple[etree._Element, ...] = ()
    runs: tuple[ShownRun, ...] = ()
    noted_in: etree._Element | None = None


class _Field(Struct):
    """A complex field (域) that is open: its code so far, and whether its result has begun."""

    code: list[str] = field(default_factory=list)
    in_result: bool = False
    has_result: bool = False


def shown_lines(parts: Parts, path: Path | str) -> list[ShownLine]:
    """The lines of a document; blank paragraphs are lines too.

    Args:
        parts: What the file holds.
        path: As the user gave it, for messages.

    Raises:
        RecursionError: Elements are nested deeper than any writer nests them.
        UnsafeFileError: It has more than `MAX_CHARACTERS`.
    """
    lines = []
    characters = 0
    for line in _Walker(parts).document():
        characters += len(line.text) + len(line.marker)
        if characters > MAX_CHARACTERS:
            raise UnsafeFileError(path=path, reason=f"文字超过 {MAX_CHARACTERS} 个字符")
        lines.append(line)
    return lines


class _Walker:
    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.counter = Counter(parts.lists)
        self.noted: deque[tuple[tuple[str, str], etree._Element | None]] = deque()
        self.known_notes: set[tuple[str, str]] = set()
        self.runs: list[tuple[int, int, etree._Element]] = []  # by pieces of the paragraph's text
        self.fields: list[_Field] = []
        self.in_codes = 0  # fields that are open and not yet in their result
        self.special: Mapping[str, Callable[[etree._Element, list[str]], None]] = {
            "w:br": self._break,
            "w:sym": self._symbol,
            "w:fldChar": self._field_sign,
            "w:instrText": self._code,
            "w:footnoteReference": self._note,
            "w:endnoteReference": self._note,
        }

    def document(self) -> Iterator[ShownLine]:
        yield from self._blocks(self.parts.body)
        while self.noted:
            key, paragraph = self.noted.popleft()
            note = self.parts.notes.get(key)
            if note is not None:
                for line in self._blocks(note):
                    yield replace(line, noted_in=paragraph)

    # ------------------------------------------------------------------ blocks

    def _blocks(self, container: etree._Element) -> Iterator[ShownLine]:
        """The lines of a body, cell, note, text box or content control."""
        before: list[ShownLine] = []  # paragraphs whose mark was deleted: they run on
        for element in _flattened(container):
            if name_of(element) == "w:tbl":
                yield from self._table(element)
                continue
            boxes: list[etree._Element] = []
            properties = child(element, "w:pPr")
            before.append(self._line(element, properties, boxes))
            if not _runs_on(properties):
                yield replace(_joined(before), marker=self._marker(properties))
                before = []
            for box in boxes:
                yield from self._box(box)
        if any(line.text for line in before):
            yield _joined(before)

    def _box(self, box: etree._Element) -> Iterator[ShownLine]:
        fields, in_codes = self.fields, self.in_codes
        self.fields, self.in_codes = [], 0
        yield from self._blocks(box)
        self.fields, self.in_codes = fields, in_codes

    def _marker(self, properties: etree._Element | None) -> str:
        found = self.parts.styles.list_of(properties, self.parts.lists)
        return self.counter.marker(*found) if found else ""

    def _table(self, table: etree._Element) -> Iterator[ShownLine]:
        rows = []
        for row in _flattened(table):
            if not _is_deleted_row(row):
                cells = [cell for cell in _flattened(row) if name_of(cell) == "w:tc"]
                rows.append([self._cell(cell) for cell in cells])
        for text, marker, lines in traced_lines(rows):
            paragraphs = tuple(paragraph for line in lines for paragraph in line.paragraphs)
            runs = lines[0].runs if len(lines) == 1 and lines[0].text == text else ()
            yield ShownLine(text, marker, paragraphs, runs)

    def _cell(self, cell: etree._Element) -> Cell:
        lines = tuple(self._blocks(cell))
        nested = any(name_of(element) == "w:tbl" for element in _flattened(cell))
        texts = tuple((line.text, line.marker) for line in lines)
        return Cell(texts, is_layout=nested, origins=lines)

    # ------------------------------------------------------------------ inline

    def _line(
        self,
        paragraph: etree._Element,
        properties: etree._Element | None,
        boxes: list[etree._Element],
    ) -> ShownLine:
        out: list[str] = []
        self.runs = []
        self._inline(paragraph, out, boxes)
        # A field without an end would swallow the rest of the report.
        if self.in_codes:
            self.fields = [open_field for open_field in self.fields if open_field.in_result]
            self.in_codes = 0
        text = "".join(out)
        if "\t" in text and self.parts.styles.is_contents(properties):
            head, _, page = text.rpartition("\t")
            return ShownLine(head + LEADER + page, paragraphs=(paragraph,))
        ends = (0, *accumulate(map(len, out)))
        runs = (ShownRun(ends[a], ends[b], run) for a, b, run in self.runs)
        return ShownLine(text, paragraphs=(paragraph,), runs=tuple(runs))

    def _inline(self, parent: etree._Element, out: list[str], boxes: list[etree._Element]) -> None:
        for element in parent:
            name = name_of(element)
            if name in _OUT:
                continue
            if name in ("w:t", "m:t"):
                self._put(element.text or "", out)
            elif name in _CHARACTERS:
                self._put(_CHARACTERS[name], out)
            elif name == "w:txbxContent":
                boxes.append(element)
            elif name in self.special:
                self.special[name](element, out)
            elif name == "mc:AlternateContent":
                chosen = _chosen(element)
                if chosen is not None:
                    self._inline(chosen, out, boxes)
            elif name != "w:r":
                if name != "w:sdt" or not shows_word_prompt(element):
                    self._inline(element, out, boxes)
            elif not self.parts.styles.is_hidden(child(element, "w:rPr")):
                start = len(out)
                self._inline(element, out, boxes)
                self.runs.append((start, len(out), element))

    def _put(self, text: str, out: list[str]) -> None:
        if not self.in_codes:
            if self.fields and text:
                self.fields[-1].has_result = True
            out.append(text)

    def _break(self, element: etree._Element, out: list[str]) -> None:
        is_soft = (attribute(element, "type") or "textWrapping") == "textWrapping"
        self._put(SOFT_RETURN if is_soft else PAGE_BREAK, out)

    def _symbol(self, element: etree._Element, out: list[str]) -> None:
        code = attribute(element, "char") or ""
        try:
            sign = read_symbol(int(code, 16), attribute(element, "font"))
        except (ValueError, OverflowError):
            sign = None
        self._put(sign or UNKNOWN, out)

    def _note(self, element: etree._Element, out: list[str]) -> None:  # noqa: ARG002 -- one signature for all
        key = (_NOTE_REFERENCES[name_of(element)], attribute(element, "id") or "")
        if key in self.known_notes:  # a note may refer to itself
            return
        self.known_notes.add(key)
        paragraphs = (parent for parent in element.iterancestors() if name_of(parent) == "w:p")
        self.noted.append((key, next(paragraphs, None)))

    def _field_sign(self, element: etree._Element, out: list[str]) -> None:
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            if len(self.fields) >= _OPEN_FIELDS:
                raise RecursionError
            self.fields.append(_Field())
            self.in_codes += 1
        elif kind == "separate" and self.fields:
            self.in_codes -= not self.fields[-1].in_result
            self.fields[-1].in_result = True
        elif kind == "end" and self.fields:
            closed = self.fields.pop()
            self.in_codes -= not closed.in_result
            if not closed.has_result:
                self._put(read_enclosed("".join(closed.code)), out)
            elif self.fields:
                self.fields[-1].has_result = True

    def _code(self, element: etree._Element, out: list[str]) -> None:  # noqa: ARG002 -- one signature for all
        if self.fields and not self.fields[-1].in_result:
            self.fields[-1].code.append(element.text or "")


def _joined(lines: Sequence[ShownLine]) -> ShownLine:
    """Paragraphs that run on as one."""
    if len(lines) == 1:
        return lines[0]
    starts = accumulate((len(line.text) for line in lines), initial=0)
    return ShownLine(
        "".join(line.text for line in lines),
        paragraphs=tuple(paragraph for line in lines for paragraph in line.paragraphs),
        runs=tuple(
            ShownRun(run.start + start, run.end + start, run.element)
            for start, line in zip(starts, lines, strict=False)  # and the end of the last one
            for run in line.runs
        ),
    )


def _flattened(container: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables, or rows, or cells, out of what may be wrapped around them."""
    for element in container:
        name = name_of(element)
        if name in ("w:p", "w:tbl", "w:tr", "w:tc"):
            yield element
        elif name == "mc:AlternateContent":
            chosen = _chosen(element)
            if chosen is not None:
                yield from _flattened(chosen)
        elif name.startswith("w:") and name not in _OUT:
            yield from _flattened(element)


def _chosen(alternatives: etree._Element) -> etree._Element | None:
    """The one alternative that is read: the first that holds words, else the first."""
    branches: Sequence[etree._Element] = [
        branch for branch in alternatives if name_of(branch) in ("mc:Choice", "mc:Fallback")
    ]
    with_words = (b for b in branches if any(name_of(e) == "w:t" for e in b.iter()))
    return next(with_words, branches[0] if branches else None)


def _runs_on(properties: etree._Element | None) -> bool:
    """Whether the paragraph mark was deleted or moved away under tracked changes."""
    mark = child(properties, "w:rPr")
    return child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None


def _is_deleted_row(row: etree._Element) -> bool:
    return name_of(row) != "w:tr" or child(child(row, "w:trPr"), "w:del") is not None
