"""Old Word files made by hand: an OLE2 container, and in it the least that a document needs."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SMALLEST = 4096  # a shorter stream would stand elsewhere
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_HEADER = 1024


def container(streams: Mapping[str, bytes]) -> bytes:
    """An OLE2 file with these streams."""
    padded = {name: data.ljust(_SMALLEST, b"\0") for name, data in streams.items()}
    body, chains, starts = b"", [], []
    directory_size = -(-(len(padded) + 1) // 4)
    first = 1 + directory_size
    for data in padded.values():
        sectors = -(-len(data) // SECTOR)
        starts.append(first)
        chains += [*range(first + 1, first + sectors), END]
        first += sectors
        body += data.ljust(sectors * SECTOR, b"\0")
    directory = _entry("Root Entry", 5, END, 0, child=1 if padded else FREE)
    for number, (name, data) in enumerate(padded.items(), start=1):
        right = number + 1 if number < len(padded) else FREE
        directory += _entry(name, 2, starts[number - 1], len(data), right=right)
    table = [FAT, *range(2, directory_size + 1), END, *chains]
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6,
        b"", 0, 1, 1, 0, _SMALLEST, END, 0, END, 0,
    )  # fmt: skip
    header += struct.pack("<109I", 0, *[FREE] * 108)
    fat = struct.pack("<128I", *table, *[FREE] * (128 - len(table)))
    return header + fat + directory.ljust(directory_size * SECTOR, b"\0") + body


def _entry(  # noqa: PLR0913 -- the fields of an entry
    name: str, kind: int, start: int, size: int, *, child: int = FREE, right: int = FREE
) -> bytes:
    words = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ", words, len(words), kind, 1, FREE, right, child, b"", 0, 0, 0, start,
        size,
    )  # fmt: skip


def document(
    pieces: Sequence[str | bytes], *, is_encrypted: bool = False, version: int = 0x00C1
) -> dict[str, bytes]:
    """The streams of a document whose text is stored in pieces: UTF-16, or 8-bit where bytes.

    A paragraph ends with a carriage return.
    """
    main = bytearray(_HEADER)
    flags = _TABLE_1 | (_ENCRYPTED if is_encrypted else 0)
    struct.pack_into("<HH", main, 0, 0xA5EC, version)
    struct.pack_into("<H", main, 0x0A, flags)
    borders, places = [0], []
    for piece in pieces:
        raw = piece if isinstance(piece, bytes) else piece.encode("utf-16-le")
        is_8_bit = isinstance(piece, bytes)
        places.append(len(main) * 2 | 0x40000000 if is_8_bit else len(main))
        borders.append(borders[-1] + (len(raw) if is_8_bit else len(raw) // 2))
        main += raw + b"\0" * (len(raw) % 2)
    plan = struct.pack(f"<{len(borders)}I", *borders)
    plan += b"".join(struct.pack("<HIH", 0, place, 0) for place in places)
    table = b"\x01\x02\x00\x00\x00" + b"\x02" + struct.pack("<I", len(plan)) + plan
    struct.pack_into("<i", main, 0x4C, borders[-1])
    struct.pack_into("<II", main, 0x01A2, 0, len(table))
    return {"WordDocument": bytes(main), "1Table": table}
