"""What kind of binary file it is, by its first bytes (文件签名), for a message that helps."""

from __future__ import annotations

import io
import zipfile

from drafter.errors import FileKind

_SIGNATURES = (
    (b"%PDF-", FileKind.PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind.OLD_WORD),
    (b"{\\rtf", FileKind.RTF),
    (b"\x89PNG\r\n\x1a\n", FileKind.IMAGE),
    (b"\xff\xd8\xff", FileKind.IMAGE),
    (b"GIF87a", FileKind.IMAGE),
    (b"GIF89a", FileKind.IMAGE),
    (b"II*\0", FileKind.IMAGE),
    (b"MM\0*", FileKind.IMAGE),
    (b"Rar!\x1a\x07", FileKind.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", FileKind.ARCHIVE),
    (b"\x1f\x8b\x08", FileKind.ARCHIVE),
)
_ZIP_PARTS = (
    ("word/document", FileKind.WORD),
    ("xl/workbook", FileKind.XLSX),
    ("ppt/presentation", FileKind.PPTX),
    ("OFD.xml", FileKind.OFD),
)
"""How the name of a part begins; that of a file inside a zip file of files does not count."""
_ZIP = b"PK\x03\x04"


def kind_of(data: bytes) -> FileKind | None:
    """The binary format, None if no known signature is found.

    Args:
        data: The whole file; the names inside a zip file stand near its end.
    """
    if data.startswith(_ZIP):
        return _kind_of_zip(data)
    if _is_riff_image(data) or _is_bitmap(data):
        return FileKind.IMAGE
    return next((kind for start, kind in _SIGNATURES if data.startswith(start)), None)


def _kind_of_zip(data: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            names = file.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        names = []
    kinds = (kind for part, kind in _ZIP_PARTS if any(name.startswith(part) for name in names))
    return next(kinds, FileKind.ARCHIVE)


def _is_riff_image(data: bytes) -> bool:
    return data.startswith(b"RIFF") and data[8:12] == b"WEBP"


def _is_bitmap(data: bytes) -> bool:
    """BMP: a text may begin with its two letters too, hence the zeros of the header count."""
    return data.startswith(b"BM") and data[6:10] == data[15:18] + b"\0" == bytes(4)
