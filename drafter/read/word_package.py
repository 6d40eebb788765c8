"""The package of a `.docx`: which of its parts hold text, and the lines they make."""

from __future__ import annotations

import posixpath
from pathlib import Path

from lxml import etree

from drafter.errors import BinaryFileError, DamagedFileError
from drafter.model import Source
from drafter.read.archive import Archive
from drafter.read.signatures import kind_of
from drafter.read.word_body import UNKNOWN, Parts, shown_lines
from drafter.read.word_styles import Styles, read_lists
from drafter.read.wordml import attribute, child

_USUAL = "word/document.xml"
_PACKAGE = "_rels/.rels"


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
    archive = Archive(data, path)
    main = _related(archive, _PACKAGE, "").get("officeDocument", _USUAL)
    body = child(archive.parse(main), "w:body") if main in archive else None
    if body is None:
        raise BinaryFileError(path=path, kind=kind_of(data))
    try:
        lines = shown_lines(_parts(archive, main, body))
    except RecursionError as error:
        raise DamagedFileError(path=path) from error
    texts = tuple(line.text for line in lines)
    return Source(
        name=name,
        format=file_format,
        encoding=None,
        undecodable=sum(text.count(UNKNOWN) for text in texts),
        lines=texts,
        markers=tuple(line.marker for line in lines),
    )


def _parts(archive: Archive, main: str, body: etree._Element) -> Parts:
    """The body and the parts that decide what it shows, found by their relationships."""
    folder, file = posixpath.split(main)
    related = _related(archive, f"{folder}/_rels/{file}.rels", folder)

    def part(kind: str) -> etree._Element | None:
        name = related.get(kind, "")
        return archive.parse(name) if name in archive else None

    return Parts(
        body=body,
        styles=Styles(part("styles")),
        lists=read_lists(part("numbering")),
        notes=_notes("footnotes", part("footnotes")) | _notes("endnotes", part("endnotes")),
    )


def _related(archive: Archive, name: str, folder: str) -> dict[str, str]:
    """Names of the related parts by the last word of their type; what lies outside is left out."""
    if name not in archive:
        return {}
    out: dict[str, str] = {}
    for element in archive.parse(name):
        if element.get("TargetMode") != "External":
            kind = (element.get("Type") or "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", folder, element.get("Target") or ""))
            out.setdefault(kind, target.lstrip("/"))
    return out


def _notes(kind: str, root: etree._Element | None) -> dict[tuple[str, str], etree._Element]:
    """Footnotes or endnotes by id; the lines that part them from the page have ids, too."""
    return {
        (kind, attribute(note, "id") or ""): note
        for note in (root if root is not None else ())
        if attribute(note, "type") in (None, "normal")
    }
