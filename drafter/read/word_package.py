"""The package of a `.docx`: which of its parts hold text, and the lines they make."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from msgspec import Struct

from drafter.errors import BinaryFileError, DamagedFileError
from drafter.model import Source
from drafter.read.archive import Archive
from drafter.read.signatures import kind_of
from drafter.read.word_body import UNKNOWN, Parts, ShownLine, shown_lines
from drafter.read.word_styles import Styles, read_lists
from drafter.read.wordml import attribute, child
from drafter.zh.own_marks import PROMPT_STYLE
from drafter.zh.prompts import find_answer, is_labelled

_USUAL = "word/document.xml"
_PACKAGE = "_rels/.rels"


class OpenDocument(Struct, frozen=True):
    """A `.docx` that is open, and the lines of its text.

    Attributes:
        root: Of the main part.
        related: Kind (the last word of the type) and name of each part that the main part names.
        of_package: The same of the parts that the package names.
    """

    archive: Archive
    root: etree._Element
    parts: Parts
    lines: tuple[ShownLine, ...]
    related: tuple[tuple[str, str], ...]
    of_package: tuple[tuple[str, str], ...]

    def roots(self, kind: str) -> Iterator[etree._Element]:
        """The roots of all parts of a kind that are there.

        Raises:
            DamagedFileError: One is broken.
            UnsafeFileError: One is beyond the limits of `archive`.
        """
        for found, name in (*self.related, *self.of_package):
            if found == kind and name in self.archive:
                yield self.archive.parse(name)


def open_docx(data: bytes, path: Path | str) -> OpenDocument:
    """Open a `.docx` and walk through its text.

    Args:
        data: The `.docx`.
        path: As the user gave it, for messages.

    Raises:
        BinaryFileError: It is a zip file of another kind.
        DamagedFileError: The file is broken.
        EncryptedFileError: Its parts are encrypted.
        UnsafeFileError: It is beyond the limits of `archive`.
    """
    archive = Archive(data, path)
    of_package = tuple(_related(archive, _PACKAGE, ""))
    main = _first(of_package).get("officeDocument", _USUAL)
    root = archive.parse(main) if main in archive else None
    body = child(root, "w:body")
    if root is None or body is None:
        raise BinaryFileError(path=path, kind=kind_of(data))
    folder, file = posixpath.split(main)
    related = tuple(_related(archive, f"{folder}/_rels/{file}.rels", folder))
    parts = _parts(archive, related, body)
    try:
        lines = tuple(shown_lines(parts, path))
    except RecursionError as error:
        raise DamagedFileError(path=path) from error
    return OpenDocument(archive, root, parts, lines, related, of_package)


def is_prompt(line: ShownLine, styles: Styles) -> bool:
    """Whether a line quotes last year and asks (上年提示): by its style, or by its words.

    WPS and copying lose the style.
    """
    names = (styles.style_name(child(paragraph, "w:pPr")) for paragraph in line.paragraphs)
    return PROMPT_STYLE in names or (is_labelled(line.text) and find_answer(line.text) is not None)


def read_docx(data: bytes, name: str, path: Path | str, *, file_format: str) -> Source:
    """The lines of a `.docx`; other readers come here with what they converted to one.

    Args:
        data: The `.docx`.
        name: File name without folder, for `Source.name`.
        path: As the user gave it, for messages.
        file_format: For `Source.format`.

    Raises:
        BinaryFileError: It is a zip file of another kind.
        DamagedFileError: The file is broken.
        EncryptedFileError: Its parts are encrypted.
        UnsafeFileError: It is beyond the limits of `archive`.
    """
    opened = open_docx(data, path)
    lines, styles = opened.lines, opened.parts.styles
    texts = tuple(line.text for line in lines)
    return Source(
        name=name,
        format=file_format,
        encoding=None,
        undecodable=sum(text.count(UNKNOWN) for text in texts),
        lines=texts,
        markers=tuple(line.marker for line in lines),
        prompts=frozenset(n for n, line in enumerate(lines, start=1) if is_prompt(line, styles)),
        levels=tuple(_level_of(line, styles) for line in lines),
    )


def _level_of(line: ShownLine, styles: Styles) -> int:
    """Outline level of a line; 0 for body text, notes, and rows of data or of a contents."""
    if not line.runs or line.noted_in is not None:
        return 0
    return styles.outline_of(child(line.paragraphs[-1], "w:pPr")) or 0


def _parts(archive: Archive, related: tuple[tuple[str, str], ...], body: etree._Element) -> Parts:
    """The body and the parts that decide what it shows, found by their relationships."""
    names = _first(related)

    def part(kind: str) -> etree._Element | None:
        name = names.get(kind, "")
        return archive.parse(name) if name in archive else None

    return Parts(
        body=body,
        styles=Styles(part("styles")),
        lists=read_lists(part("numbering")),
        notes=_notes("footnotes", part("footnotes")) | _notes("endnotes", part("endnotes")),
    )


def _first(related: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """The first part of each kind."""
    return dict(reversed(related))


def _related(archive: Archive, name: str, folder: str) -> Iterator[tuple[str, str]]:
    """Kind and name of the related parts; what lies outside of the package is left out."""
    for element in archive.parse(name) if name in archive else ():
        if element.get("TargetMode") != "External":
            kind = (element.get("Type") or "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", folder, element.get("Target") or ""))
            yield kind, target.lstrip("/")


def _notes(kind: str, root: etree._Element | None) -> dict[tuple[str, str], etree._Element]:
    """Footnotes or endnotes by id; the lines that part them from the page have ids, too."""
    return {
        (kind, attribute(note, "id") or ""): note
        for note in (root if root is not None else ())
        if attribute(note, "type") in (None, "normal")
    }
