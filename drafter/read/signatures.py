"""What kind of binary file it is, by its first bytes (文件签名), for a message that helps."""

from __future__ import annotations

import io
import zipfile

_SIGNATURES = (
    (b"%PDF-", "PDF 文件"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Word 或 WPS 文档（.doc、.wps）"),
    (b"{\\rtf", "RTF 文档"),
    (b"\x89PNG\r\n\x1a\n", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF87a", "图片"),
    (b"GIF89a", "图片"),
    (b"II*\0", "图片"),
    (b"MM\0*", "图片"),
    (b"Rar!\x1a\x07", "压缩包"),
    (b"7z\xbc\xaf\x27\x1c", "压缩包"),
    (b"\x1f\x8b\x08", "压缩包"),
)
_ZIP_PARTS = (
    ("word/document", "Word 文档（.docx）"),
    ("xl/workbook", "Excel 工作簿（.xlsx）"),
    ("ppt/presentation", "演示文稿（.pptx）"),
    ("OFD.xml", "OFD 版式文件"),
)
"""How the name of a part begins; that of a file inside a zip file of files does not count."""
_ZIP = b"PK\x03\x04"


def kind_of(data: bytes) -> str | None:
    """The Chinese name of the binary format, None if no known signature is found.

    Args:
        data: The whole file; the names inside a zip file stand near its end.
    """
    if data.startswith(_ZIP):
        return _kind_of_zip(data)
    if _is_riff_image(data) or _is_bitmap(data):
        return "图片"
    return next((kind for start, kind in _SIGNATURES if data.startswith(start)), None)


def _kind_of_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            names = file.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        names = []
    kinds = (kind for part, kind in _ZIP_PARTS if any(name.startswith(part) for name in names))
    return next(kinds, "压缩包")


def _is_riff_image(data: bytes) -> bool:
    return data.startswith(b"RIFF") and data[8:12] == b"WEBP"


def _is_bitmap(data: bytes) -> bool:
    """BMP: a text may begin with its two letters too, hence the zeros of the header count."""
    return data.startswith(b"BM") and data[6:10] == data[15:18] + b"\0" == bytes(4)
