"""Files made while drafter is built: whole and made by the right hands, or not used at all.

Line 1 says what made the content and its CRC-32, the rest is the content. Neither `re` nor Python
look whether a compiled pattern or template is damaged: they would find other words, or crash.
"""

from __future__ import annotations

import sys
import zlib
from pathlib import Path


def write_sealed(path: Path, content: bytes, by: str = "") -> None:
    """Writes a file.

    Args:
        path: Where.
        content: What is in it.
        by: What it holds for, one line.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_seal(content, by) + b"\n" + content)


def read_sealed(path: Path, by: str = "") -> bytes | None:
    """The content; None if there is no such file, another hand made it, or it is damaged."""
    try:
        seal, _, content = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return content if seal == _seal(content, by) else None


def _seal(content: bytes, by: str) -> bytes:
    return f"{zlib.crc32(content):08x} {by}".encode()


def made_by(*names: str) -> str | None:
    """A line that tells some loaded modules from any other version of them, for `by`.

    None where the file of one cannot be read: nobody knows then what made a file.
    """
    files = [getattr(sys.modules[name], "__file__", None) or "" for name in names]
    try:
        return " ".join(f"{zlib.crc32(Path(file).read_bytes()):08x}" for file in files)
    except OSError:
        return None
