"""A Word file that people have worked on, opened to be changed: refused in words where unusable."""

from __future__ import annotations

import copy
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from lxml import etree
from msgspec import Struct

from drafter.errors import NotSkeletonError
from drafter.render.ooxml import parse_xml, w
from drafter.render.parts import CONTENT_TYPES, PACKAGE_RELATIONSHIPS, Package
from drafter.render.seal import seal
from drafter.render.styles import DOCUMENT, STYLES

_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, OSError,
    RuntimeError, OverflowError, ValueError,
)  # fmt: skip
_EARLIEST = (1980, 1, 1, 0, 0, 0)


class WordFile(Struct, frozen=True):
    """A Word file under work.

    Attributes:
        entries: Of the zip file, as it was.
        package: Its parts.
        document: The root of its document part; `save` puts it back.
        style_ids: Style names → ids; empty where the file has no styles.
    """

    entries: tuple[zipfile.ZipInfo, ...]
    package: Package
    document: etree._Element
    style_ids: Mapping[str, str]

    @property
    def style_names(self) -> dict[str, str]:
        """Style ids → names."""
        return {identity: name for name, identity in self.style_ids.items()}

    def save(self, *, is_sealed: bool = False) -> bytes:
        """The file with the document as it is now, every other entry as it was, new ones last.

        Args:
            is_sealed: Whether the properties are to tell later that nobody saved it since.
        """
        parts = self.package.parts
        parts[DOCUMENT] = _serialized(self.document, parts[DOCUMENT])
        if is_sealed:
            seal(parts)
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            names = set()
            moment = _EARLIEST
            for entry in self.entries:
                if entry.filename in names:  # a broken file may list a part twice
                    continue
                kept = copy.copy(entry)
                archive.writestr(kept, parts[entry.filename], compress_type=entry.compress_type)
                names.add(entry.filename)
                moment = entry.date_time
            for name in parts:
                if name not in names:
                    added = zipfile.ZipInfo(name, moment)
                    added.create_system = 0
                    archive.writestr(added, parts[name], compress_type=zipfile.ZIP_DEFLATED)
        return buffer.getvalue()


def open_word(data: bytes, name: str) -> WordFile:
    """Open a Word file.

    Args:
        data: Its bytes.
        name: As the user gave it, for messages.

    Raises:
        NotSkeletonError: It is no `.docx`, or a broken one.
    """
    entries, package = _unpacked(data, name)
    if not {DOCUMENT, CONTENT_TYPES, PACKAGE_RELATIONSHIPS} <= package.parts.keys():
        raise NotSkeletonError(path=name, reason="不是 Word 文件")
    with refusing(name):
        root = parse_xml(package.parts[DOCUMENT])
        style_ids = _style_ids(package)
    if root.tag != w("document"):
        raise NotSkeletonError(path=name, reason="是“严格 Open XML”格式，请另存为普通的 .docx")
    return WordFile(entries, package, root, style_ids)


@contextmanager
def refusing(name: str) -> Iterator[None]:
    """Tell in words that some part of a file is broken: parts are parsed when they are needed."""
    try:
        yield
    except etree.XMLSyntaxError as error:
        raise NotSkeletonError(path=name, reason="文件内容已损坏") from error


def _unpacked(data: bytes, name: str) -> tuple[tuple[zipfile.ZipInfo, ...], Package]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = tuple(archive.infolist())
            parts = {entry.filename: archive.read(entry) for entry in entries}
    except _BROKEN as error:
        raise NotSkeletonError(path=name, reason="不是完好的 .docx 文件") from error
    return entries, Package(parts)


def _style_ids(package: Package) -> dict[str, str]:
    data = package.parts.get(STYLES)
    found = {}
    for style in () if data is None else parse_xml(data).iter(w("style")):
        name = style.find(w("name"))
        if name is not None:
            found[name.get(w("val"), "")] = style.get(w("styleId"), "")
    return found


def _serialized(root: etree._Element, before: bytes) -> bytes:
    """The document with the declaration that it had."""
    body = etree.tostring(root, encoding="UTF-8", xml_declaration=False)
    start = before.find(b"?>") + 2
    is_utf8 = before.startswith(b"<?xml") and b"UTF-8" in before[:start].upper()
    if not is_utf8:
        return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + body
    gap = len(before[start:]) - len(before[start:].lstrip())
    return before[: start + gap] + body
