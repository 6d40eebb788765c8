"""PDF files written by hand: words at places, in a font that the file names and does not hold."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

A4 = (595.0, 842.0)

_FONT = (
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GBK-EUC-H/DescendantFonts[5 0 R]>>"
)
# Figures and Latin letters take half a character (identifiers 814 to 907 of Adobe-GB1).
_DESCENDANT = (
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)"
    "/Ordering(GB1)/Supplement 2>>/DW 1000/W[814 907 500]/FontDescriptor 6 0 R>>"
)
_LATIN = (
    "<</Type/Font/Subtype/TrueType/BaseFont/SimSun/Encoding/WinAnsiEncoding/FirstChar 0/LastChar 0"
    "/Widths[500]>>"
)
_DESCRIPTOR = (
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0"
    "/Ascent 880/Descent -120/CapHeight 880/StemV 93>>"
)


@dataclass(frozen=True)
class Words:
    """Words that begin at a place, points from the left and from the bottom."""

    x: float
    y: float
    text: str
    size: float = 16.0
    turn: float = 0.0  # degrees, against the clock
    is_latin: bool = False  # in a font of one byte, which the file does not hold either


@dataclass(frozen=True)
class Sheet:
    """A page: words in the order in which the file has them, and perhaps a picture (x, y, w, h)."""

    words: Sequence[Words] = field(default=())
    picture: tuple[float, float, float, float] | None = None
    size: tuple[float, float] = A4


def column(
    lines: Iterable[str], *, x: float = 80.0, top: float = 740.0, pitch: float = 29.0
) -> list[Words]:
    """Lines under each other; a leading blank of full width moves the line, as print does."""
    out = []
    for number, line in enumerate(lines):
        bare = line.lstrip("\u3000")
        if bare:
            out.append(Words(x + 16 * (len(line) - len(bare)), top - pitch * number, bare))
    return out


def pdf(*sheets: Sheet) -> bytes:
    """The file."""
    kids = " ".join(f"{8 + 2 * n} 0 R" for n in range(len(sheets)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(sheets)}/Kids[{kids}]>>".encode(),
        _stream("<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray"
                "/BitsPerComponent 8", b"\x80"),
        _FONT.encode(),
        _DESCENDANT.encode(),
        _DESCRIPTOR.encode(),
        _LATIN.encode(),
    ]  # fmt: skip
    for number, sheet in enumerate(sheets):
        width, height = sheet.size
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]"
            f"/Contents {9 + 2 * number} 0 R"
            "/Resources<</Font<</F 4 0 R/G 7 0 R>>/XObject<</P 3 0 R>>>>>>".encode()
        )
        objects.append(_stream("<<", _content(sheet)))
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def _stream(head: str, data: bytes) -> bytes:
    return f"{head}/Length {len(data)}>>\nstream\n".encode() + data + b"\nendstream"


def _content(sheet: Sheet) -> bytes:
    parts = []
    if sheet.picture:
        x, y, width, height = sheet.picture
        parts.append(f"q {width} 0 0 {height} {x} {y} cm /P Do Q")
    for words in sheet.words:
        c, s = math.cos(math.radians(words.turn)), math.sin(math.radians(words.turn))
        place = f"{c:.4f} {s:.4f} {-s:.4f} {c:.4f} {words.x} {words.y} Tm"
        font = "G" if words.is_latin else "F"
        parts.append(f"BT /{font} {words.size} Tf {place} <{words.text.encode('gbk').hex()}> Tj ET")
    return "\n".join(parts).encode()
