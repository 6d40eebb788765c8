"""Zip files (压缩包) from strangers: opened under limits, never unpacked to the disk.

A Word report has some thirty parts and 100 KB; with photographs it is larger, but those are never
read. Nothing inside may point out of the archive, and no part may blow up.
"""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from lxml import etree

from drafter.errors import DamagedFileError, EncryptedFileError, UnsafeFileError

MAX_ENTRIES = 5_000
MAX_PART = 48 * 2**20
"""Unpacked bytes of one part that is read; the text of a thousand pages has some 20 MB of XML."""
MAX_TOTAL = 96 * 2**20
"""Unpacked bytes of all parts that are read."""
MAX_RATIO = 400
"""How many times larger a part of more than `_SMALL` may become; Word's XML reaches 60."""
_SMALL = 2**20
_ENCRYPTED = 0x1
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, OSError,
    OverflowError, ValueError,
)  # fmt: skip


class Archive:
    """A zip file whose parts are read one by one, within the limits of this module."""

    def __init__(self, data: bytes, path: Path | str) -> None:
        """Open `data`; `path` is for messages.

        Raises:
            DamagedFileError: It is no zip file, or a broken one.
            EncryptedFileError: Its parts are encrypted.
            UnsafeFileError: Too many parts, or parts that point out of it.
        """
        self.path = path
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise DamagedFileError(path=path) from error
        entries = self._file.infolist()
        if len(entries) > MAX_ENTRIES:
            raise UnsafeFileError(path=path, reason=f"压缩包内有 {len(entries)} 个文件")
        if any(map(_points_outside, entries)):
            raise UnsafeFileError(path=path, reason="压缩包内有指向包外的路径或链接")
        self._entries = {entry.filename: entry for entry in entries}
        self._total = 0

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def check(self) -> None:
        """Refuse what would blow up: for a program that unpacks all of it.

        Raises:
            UnsafeFileError: All parts together are larger than `MAX_TOTAL`, or one swells too much.
        """
        for entry in self._entries.values():
            self._admit(entry)

    def read(self, name: str) -> bytes:
        """A part.

        Raises:
            DamagedFileError: It is missing or broken.
            EncryptedFileError: It is encrypted.
            UnsafeFileError: It is larger than the limits, or than the archive says.
        """
        entry = self._entries.get(name)
        if entry is None:
            raise DamagedFileError(path=self.path)
        self._admit(entry)
        try:
            with self._file.open(entry) as stream:
                data = stream.read(MAX_PART + 1)
        except _BROKEN as error:
            raise DamagedFileError(path=self.path) from error
        if len(data) > MAX_PART:
            raise self._too_large()
        return data

    def parse(self, name: str) -> etree._Element:
        """The root of an XML part; entities and outside references are refused.

        Raises:
            DamagedFileError: It is missing, broken or no XML.
            UnsafeFileError: It is too large or declares entities.
        """
        # `huge_tree` stays off: libxml2 then stops texts and nesting that no writer makes.
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(self.read(name), parser)
        except etree.XMLSyntaxError as error:
            raise DamagedFileError(path=self.path) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnsafeFileError(path=self.path, reason="文件内部声明了 XML 实体")
        return root

    def _admit(self, entry: zipfile.ZipInfo) -> None:
        if entry.flag_bits & _ENCRYPTED:
            raise EncryptedFileError(path=self.path)
        self._total += entry.file_size
        swells = entry.file_size > _SMALL and entry.file_size > MAX_RATIO * entry.compress_size
        if entry.file_size > MAX_PART or self._total > MAX_TOTAL or swells:
            raise self._too_large()

    def _too_large(self) -> UnsafeFileError:
        return UnsafeFileError(path=self.path, reason="压缩包解开后过大")


def _points_outside(entry: zipfile.ZipInfo) -> bool:
    """Links, absolute paths and paths that climb; the names of Windows count as well."""
    name = entry.filename.replace("\\", "/")
    path = PurePosixPath(name)
    is_link = stat.S_ISLNK(entry.external_attr >> 16)
    return is_link or path.is_absolute() or ".." in path.parts or name[1:2] == ":"
