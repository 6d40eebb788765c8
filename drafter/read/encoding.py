"""Which encoding (字符编码) bytes are in, and the text they make.

A byte order mark decides, then strict UTF-8, which other encodings hardly ever satisfy by chance.
Everything else is a contest: each candidate decodes the bytes, and the reading that looks most
like Chinese prose wins. Nearly every pair of bytes is *some* character in GB18030, Big5 and
UTF-16, but only the right reading is made of the few hundred characters and marks that most of
Chinese prose consists of; a wrong one spreads over tens of thousands. So a dozen characters are
enough to tell.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache

from msgspec import Struct

from drafter.zh.width import MAY_BE_JUNK

BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\x84\x31\x95\x33", "gb18030"),
    (b"\xff\xfe\x00\x00", "utf-32le"),  # before utf-16le, whose mark is the beginning of this one
    (b"\x00\x00\xfe\xff", "utf-32be"),
    (b"\xff\xfe", "utf-16le"),
    (b"\xfe\xff", "utf-16be"),
)
CANDIDATES = ("utf-8", "gb18030", "big5", "utf-16le", "utf-16be")
"""In order of how often they are met; the first wins where two readings are equally good."""

# The Big5 of Windows: seven characters more, and ～ is the full-width one
_CODECS = {"big5": "cp950"}

_SAMPLE = 1 << 17
"""Bytes that are weighed: more than a report has; only a huge file is judged by a part of it."""
_CERTAIN = 40
"""With so many continuation bytes (some 20 characters) valid UTF-8 cannot be a coincidence."""
_CLEAR = 0.3
"""In a shorter text valid UTF-8 is taken only if it scores this much, else it joins the contest.

Figures and letters score 0.4, reports 0.7 and more. UTF-16 without a mark reads as letters between
control characters, and what GBK and UTF-8 have in common (芒 in GBK is â in UTF-8) as accented
letters: both score below 0.
"""

FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产"
    "种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业"
    "本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利"
    "比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文"
    "总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别手角期根论运农指几九区强放决西被干做"
    "必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权"
    "收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信"
    "马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连"
    "府执监督审查备案件复议诉讼调化解决策文件服务普宣推落贯彻落持续深依严格严范规县市镇局司厅委"
    "這個國時來們會發動過說產種經進著電裡現實點從業義與關線內數質變條沒結問無軍情題黨員總設長頭資邊級組"
    "見計論運農區強戰則據處隊給門規熱領東導壓濟術極聯認權證單風帶場車務萬達積議聲報類離華確張馬節話"
    "況溫傳許廣記需觀織裝兒須際驗連監督審備訴訟調鎮縣廳嚴範貫徹續"
)
"""The most frequent characters of simplified and traditional prose and of this kind of report."""
PUNCTUATION = frozenset("，。、；：？！“”‘’（）《》〈〉【】〔〕—…·％　")


# Tabs and line ends; form feeds and the end sign of old programs stand in real texts too.
_HARMLESS_CONTROLS = "\t\n\r\f\v\x1a"

_POINTS_FREQUENT = 1.0
# A character of everyday use: level 1 of GB 2312 or of Big5.
_POINTS_COMMON = 0.5
# Figures and web addresses; they say little, as most candidates agree on them.
_POINTS_ASCII = 0.4
# One of tens of thousands of others: what a wrong reading mostly consists of.
_POINTS_RARE = 0.0
# Greek, Cyrillic, kana, hangul, accented letters: typical of a wrong reading.
_POINTS_FOREIGN = -0.5
# Undecodable, unassigned, private, control.
_POINTS_JUNK = -2.0


class Decoded(Struct, frozen=True):
    """Bytes as text.

    Attributes:
        text: Without the byte order mark; U+FFFD for what could not be decoded.
        encoding: One of `CANDIDATES`, or utf-32le, utf-32be.
        undecodable: How many U+FFFD the decoding put in; those the file itself had are not counted.
    """

    text: str
    encoding: str
    undecodable: int


def decode(data: bytes) -> Decoded:
    """The text that `data` most likely is; never fails, rubbish gives rubbish with a count."""
    mark, declared = _bom(data)
    data = data[len(mark) :]
    if declared:
        decoded = _decode_as(data, declared)
        if not decoded.undecodable:
            return decoded
    elif (text := _strict_utf8(data)) is not None and _is_convincing(text, len(data)):
        return Decoded(text, "utf-8", 0)
    # A mark can lie too: some program put it before text that it did not convert.
    candidates = ((declared,) if declared else ()) + CANDIDATES
    sample = _sample(data)
    best = max(candidates, key=lambda encoding: score(_decode_as(sample, encoding).text))
    return _decode_as(data, best)


def score(text: str) -> float:
    """How much a text looks like Chinese prose: mean points of its visible characters, −2 to 1.

    An empty text scores 0.
    """
    counts = Counter(text)
    for blank in "\n\r\t ":
        del counts[blank]
    total = counts.total()
    return sum(_points(char) * n for char, n in counts.items()) / total if total else 0.0


def junk_share(text: str) -> float:
    """Share of characters that no text has: undecodable, control, private, unassigned; 0–1."""
    # Nearly every character of a text is one that no look at its category is needed for.
    counts = Counter(MAY_BE_JUNK.findall(text))
    junk = sum(n for char, n in counts.items() if _is_junk(char))
    return junk / len(text) if text else 0.0


def _bom(data: bytes) -> tuple[bytes, str | None]:
    return next(((mark, name) for mark, name in BOMS if data.startswith(mark)), (b"", None))


def _decode_as(data: bytes, encoding: str) -> Decoded:
    codec = _CODECS.get(encoding, encoding)
    try:
        return Decoded(data.decode(codec), encoding, 0)
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
        # Both ways resume at the same byte, so the difference is the number of replacements.
        return Decoded(text, encoding, len(text) - len(data.decode(codec, "ignore")))


def _strict_utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _is_convincing(text: str, size: int) -> bool:
    """Whether valid UTF-8 is UTF-8 indeed, and not UTF-16 letters or a few characters of GBK."""
    return size - len(text) >= _CERTAIN or score(text) >= _CLEAR


def _sample(data: bytes) -> bytes:
    """Up to `_SAMPLE` bytes from the first that is not ASCII: there the candidates differ."""
    if len(data) <= _SAMPLE:
        return data
    rest = len(data.lstrip(bytes(range(0x80))))
    start = (len(data) - rest) & ~3  # on the border of a UTF-16 unit
    return data[start : start + _SAMPLE]


@cache
def _points(char: str) -> float:
    if char in FREQUENT or char in PUNCTUATION:
        return _POINTS_FREQUENT
    if _is_junk(char):
        return _POINTS_JUNK
    if char.isascii():
        return _POINTS_ASCII
    if char in _common():
        return _POINTS_COMMON
    return _POINTS_RARE if _is_chinese(char) else _POINTS_FOREIGN


def _is_junk(char: str) -> bool:
    # Planes 2 and 3 hold nothing but ideographs, some too new for this Python's tables.
    if char in _HARMLESS_CONTROLS or "\U00020000" <= char < "\U00040000":
        return False
    return char == "\ufffd" or unicodedata.category(char) in {"Cc", "Cn", "Co", "Cs"}


def _is_chinese(char: str) -> bool:
    """Whether a Chinese text may have it, however seldom: ideographs, symbols, full-width forms."""
    if "\u3400" <= char <= "\u9fff" or char >= "\U00020000":
        return True
    return "\uff01" <= char <= "\uff5e" or unicodedata.category(char)[0] in "PSNZC"


@cache
def _common() -> frozenset[str]:
    """Level 1 of GB 2312 (3,755 characters) and of Big5 (5,401): what the standards hold common."""
    simplified = bytes(
        byte for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF) for byte in (row, cell)
    )
    cells = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    traditional = bytes(byte for row in range(0xA4, 0xC7) for cell in cells for byte in (row, cell))
    return frozenset(simplified.decode("gb2312", "ignore") + traditional.decode("big5", "ignore"))
