"""The seal (封记) of a file that drafter wrote: whether anybody has saved it since.

A digest of all parts but the properties stands in the properties themselves, as `dc:identifier`.
Whoever saves the file in Word, WPS or Excel writes the parts anew, even without a change: a file
is rather taken for edited than overwritten.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from drafter.render.ooxml import parse_xml, serialize_xml
from drafter.render.package import read_package
from drafter.render.properties import CORE

_IDENTIFIER = "{http://purl.org/dc/elements/1.1/}identifier"
_END, _END_SIZE = b"PK\5\6", 22
"""The record that ends a zip file without a comment."""
_LARGEST = 200_000_000
"""Bytes of an unpacked file; drafter writes none that is larger."""


def seal(parts: dict[str, bytes]) -> None:
    """Puts the seal into a package; nothing where it has no properties.

    Args:
        parts: All parts as they will be written.
    """
    if CORE in parts:
        root = parse_xml(parts[CORE])
        found = root.find(_IDENTIFIER)
        element = etree.SubElement(root, _IDENTIFIER) if found is None else found
        element.text = _digest(parts)
        parts[CORE] = serialize_xml(root)


def is_as_written(data: bytes) -> bool:
    """Whether a file is as drafter wrote it; False for files of others."""
    if data[-_END_SIZE:][: len(_END)] != _END:
        return False  # something follows the end of the package, or it is none
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            if sum(entry.file_size for entry in file.infolist()) > _LARGEST:
                return False
        parts = read_package(data)
        told = parse_xml(parts[CORE]).findtext(_IDENTIFIER)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, RuntimeError, OSError, ValueError):
        return False  # RuntimeError: it has a password
    return told == _digest(parts)


def _digest(parts: Mapping[str, bytes]) -> str:
    told = hashlib.sha256()
    for name in sorted(parts.keys() - {CORE}):
        told.update(f"{name}\n{len(parts[name])}\n".encode())
        told.update(parts[name])
    return f"drafter {told.hexdigest()}"
