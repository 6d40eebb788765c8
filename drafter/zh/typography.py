"""Signs in Chinese text (标点): doubled, half-width, unpaired; numbering, blanks left by people.

Rests on GB/T 15834-2011 (标点符号用法) and GB/T 9704-2012 (公文格式). All patterns are linear:
a file of ten million brackets is read once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from drafter.zh.lazy import lazy_pattern
from drafter.zh.page import any_of

_HAN = "一-鿿〇"
_SIGNS = "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·"
_CN = "[一二三四五六七八九十]{1,3}"
_BLANK = r"[ \t　]"
_STOPS = "，、；：。"


class Stretch(Struct, frozen=True):
    """Where something stands in a text, end exclusive."""

    start: int
    end: int


def excerpt(text: str, at: Stretch, reach: int = 8) -> str:
    """Some characters of a text around a place, verbatim."""
    return text[max(0, at.start - reach) : at.end + reach].strip()


# ------------------------------------------------------- doubled, half-width

DOUBLED = lazy_pattern(
    rf"[{_STOPS}！？!?]{_BLANK}*[{_STOPS}]+|[{_STOPS}]{_BLANK}*(?:[,;:]|\.(?![0-9]))"
    rf"|(?<=[{_HAN}”》）)]),{_BLANK}*[,;:]|(?<=[{_HAN}”》）)])[;:]{_BLANK}*[,;:]|[,;:]{_BLANK}*[{_STOPS}]"
    r"|([，、；。])[”’]\1"
)
"""Two stops in a row. ！！ ？！ …… —— are no fault, nor is a stop on one side of a quotation mark;
the same stop on both sides is."""

HALF_WIDTH = lazy_pattern(
    rf"(?<=[{_HAN}{_SIGNS}])[,;:?!()\"']|[,;:?!()\"'](?=[{_HAN}{_SIGNS}])"
    rf"|(?<=[{_HAN}”》）])\.(?=[{_HAN}“《（]|\s*\Z)"
)
"""A half-width sign at a Chinese character or sign; 1,234 and 9:30 and English have none beside."""

GAP = lazy_pattern(rf"[{_STOPS}]{_BLANK}+(?=[{_HAN}“《（])")
"""Blanks behind a stop within a line."""
FULL_WIDTH = lazy_pattern(r"[０-９]+(?:[．％][０-９]*)?")
"""A number in full-width figures."""


# ---------------------------------------------------------------- pairs

_ROUND = "（）"
_PAIRS = dict.fromkeys("（()）", _ROUND) | {
    sign: pair
    for pair in ("《》", "〈〉", "“”", "‘’", "〔〕", "【】", "「」", "『』")
    for sign in pair
}
"""Sign → its pair; half-width round brackets pair with full-width ones."""
_OPENERS = frozenset({"(", *(pair[0] for pair in _PAIRS.values())})
_PAIRED = lazy_pattern(f"[{''.join(map(re.escape, _PAIRS))}]")
_APOSTROPHE = lazy_pattern(r"(?<=[A-Za-z0-9])[‘’](?=[A-Za-z])|[‘’](?=[0-9]{2}(?![0-9]))")
_LIST_NUMBER = lazy_pattern(rf"(?:^|[\s。；;，,：:、！？])(?:{_CN}|[0-9０-９]{{1,3}}|[A-Za-z])$")
_NUMBER_REACH = 5
"""Characters before a bracket in which `12）` and the sign before it find room."""
_NUMBERING = lazy_pattern(rf"\s*[（(]{_CN}(?![一二三四五六七八九十]|[）)])")
"""（一、 or （一 with its other bracket lost: a fault of the numbering."""


class Unpaired(Struct, frozen=True):
    """A bracket or quotation mark without its partner.

    Attributes:
        sign: As written.
        at: Where it stands.
        is_open: An opening one, still open where the paragraph ends: the next may close it.
        pair: Both signs, to name the kind.
        is_crossed: An opening one that something opened before it was closed over (“…《…”…》).
    """

    sign: str
    at: int
    is_open: bool
    pair: str
    is_crossed: bool = False


def unpaired_signs(text: str) -> tuple[Unpaired, ...]:
    """Brackets and quotation marks of a paragraph that are open, not opened, or crossed, in order.

    Of each pair the first that is open and the first other: a slip upsets all that follow. A
    quotation mark that opens inside an open quotation stands for a closing one (“八五“普法),
    unless a title or a bracket was opened between. Numbering such as `1）` needs no partner.
    """
    begin = lost.end() if (lost := _NUMBERING.match(text)) else 0
    apostrophes = {found.start() for found in _APOSTROPHE.finditer(text)}
    pairing = _Pairing(text)
    for found in _PAIRED.finditer(text, begin):
        at = found.start()
        if at not in apostrophes:
            pairing.take(found[0], at)
    return pairing.result()


class _Pairing:
    """What is open, and how often: the counts spare a walk down a deep stack at every sign."""

    __slots__ = ("_crossed", "_faults", "_opened", "_stack", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._stack: list[tuple[str, int]] = []
        self._opened: Counter[str] = Counter()
        self._crossed: Counter[str] = Counter()
        self._faults: dict[str, Unpaired] = {}

    def take(self, sign: str, at: int) -> None:
        """The next sign."""
        pair = _PAIRS[sign]
        if sign not in _OPENERS:
            self._close(sign, at, pair)
        elif sign in "“‘" and self._stack and self._text[self._stack[-1][1]] == sign:
            self._stack.pop()
            self._opened[pair] -= 1
            self._fault(sign, at, pair)
        else:
            self._stack.append((pair, at))
            self._opened[pair] += 1

    def result(self) -> tuple[Unpaired, ...]:
        """All faults, what is still open included."""
        left: dict[str, int] = {}
        for pair, at in self._stack:
            left.setdefault(pair, at)
        still = [Unpaired(self._text[at], at, is_open=True, pair=pair) for pair, at in left.items()]
        return tuple(sorted((*self._faults.values(), *still), key=lambda fault: fault.at))

    def _close(self, sign: str, at: int, pair: str) -> None:
        """Takes the partner off the stack, with what was opened after it and is left open."""
        if self._opened[pair]:
            while (last := self._stack.pop())[0] != pair:
                self._opened[last[0]] -= 1
                self._crossed[last[0]] += 1
                self._fault(self._text[last[1]], last[1], last[0], is_crossed=True)
            self._opened[pair] -= 1
        elif self._crossed[pair]:
            self._crossed[pair] -= 1  # the partner of the crossed one, late
        elif pair != _ROUND or not self._is_list_number(at):
            self._fault(sign, at, pair)

    def _fault(self, sign: str, at: int, pair: str, *, is_crossed: bool = False) -> None:
        if pair not in self._faults:
            self._faults[pair] = Unpaired(sign, at, is_open=False, pair=pair, is_crossed=is_crossed)

    def _is_list_number(self, at: int) -> bool:
        return _LIST_NUMBER.search(self._text[max(0, at - _NUMBER_REACH) : at]) is not None


# ------------------------------------------------------------- numbering

_NO_FIGURE = r"(?!\d(?!\d{3}\s*年))"
"""A decimal or a list of figures (1、2号) begins no heading; a year may."""
_NUMBERING_FAULTS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("序号的括号不全", "“（一）”", lazy_pattern(rf"[（(]{_CN}{_BLANK}?、|{_CN}{_BLANK}?[）)]")),
    (
        "序号的括号是半角",
        "“（一）”“（1）”",
        lazy_pattern(rf"\({_BLANK}?(?:{_CN}|\d{{1,2}}){_BLANK}?[)）]|（(?:{_CN}|\d{{1,2}})\)"),
    ),
    (
        "带括号的序号后面多了标点",
        "“（一）”“（1）”，后面不加标点",
        lazy_pattern(rf"（(?:{_CN}|\d{{1,2}})）{_BLANK}?[、.．,，:：]"),
    ),
    ("第一层序号的标点不对", "“一、”", lazy_pattern(rf"{_CN}{_BLANK}?[.．,，:：]{_NO_FIGURE}")),
    (
        "第一层序号后面没有顿号",
        "“一、”",
        lazy_pattern(rf"{_CN}{_BLANK}+(?=[{_HAN}0-9“《])(?!是)"),
    ),
    ("第三层序号的标点不对", "“1.”", lazy_pattern(rf"\d{{1,2}}{_BLANK}?[、,，]{_NO_FIGURE}")),
    (
        "“第一”“首先”后面用了顿号",
        "“第一，”",
        lazy_pattern(rf"(?:第{_CN}|其{_CN}|首先|其次|再次|最后)、(?!第?{_CN})"),
    ),
)
"""(fault, right form, how it begins a paragraph). `1．` with a full-width point passes: the
standard's own point is set so in print."""


def numbering_fault(text: str) -> tuple[str, str] | None:
    """The fault in the numbering that a text begins with and the right form, None without one."""
    words = text.lstrip()
    return next((row[:2] for row in _NUMBERING_FAULTS if row[2].match(words)), None)


# ------------------------------------------------------------------ dates

LEADING_ZERO = lazy_pattern(
    rf"(?:[0-9０-９]{{4}}{_BLANK}?年{_BLANK}?)?"
    rf"(?:[0０][1-9１-９]{_BLANK}?月(?:{_BLANK}?[0-9０-９]{{1,2}}{_BLANK}?[日号])?"
    rf"|(?<![0-9０-９])[0-9０-９]{{1,2}}{_BLANK}?月{_BLANK}?[0０][1-9１-９]{_BLANK}?[日号])"
)
"""2026年01月05日, 1月05日: day and month are written without a zero in front."""
SHORT_DATE = lazy_pattern(
    r"(?<![0-9０-９./．])20[0-9]{2}(?P<sign>[./．])(?:1[0-2]|0?[1-9])(?P=sign)"
    r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9０-９./．%％])"
)
"""2025.3.5, 2025/3/5: a date with points or strokes in running text."""
SHORT_YEAR = lazy_pattern(
    rf"(?<![0-9０-９第])(?P<year>[0-9]{{2}}){_BLANK}?年{_BLANK}?(?:1[0-2]|[1-9]){_BLANK}?月"
)
"""25年3月: a year in two figures."""
FULL_DATE = lazy_pattern(
    rf"[0-9]{{4}}{_BLANK}*年{_BLANK}*[0-9]{{1,2}}{_BLANK}*月{_BLANK}*[0-9]{{1,2}}{_BLANK}*日"
)
"""A 成文日期 as the standard wants it: Arabic, year, month and day in full."""


# --------------------------------------------------- blanks left by people

_MEASURE = (
    r"(?:个(?![性体人])|项(?!目)|人(?![才机工民])|年(?!级)|日(?!报)"
    r"|[月件次场名家份户条起宗部批期所支辆篇幅元万亿余多%％])"
)
_CASE = r"(?=[诉与和、案等因不涉，,]|一案)"
"""What follows the name of a person in the story of a case."""
_CROSSES = r"[×╳✕XxＸｘ]"
_FILLER = lazy_pattern(
    # 20XX年, XX局, xx次; X光, XXL and the 张×× of a case are none.
    rf"(?<![A-Za-z0-9])(?:19|20)?(?!(?<=[一-鿿])[×╳✕]{{2}}{_CASE}){_CROSSES}{{2,20}}(?![A-Za-z0-9])"
    rf"|(?<![A-Za-z0-9+＋×\-—%％]){_CROSSES}{_BLANK}?(?={_MEASURE})"
    rf"|(?<![0-9A-Za-z*]{{2}})(?<!\*)\*{{2,20}}(?={_BLANK}?[{_HAN}％%])"
    r"|(?<![_A-Za-z0-9＿])(?:_{2,20}|＿{1,20})(?![A-Za-z0-9])"
    rf"|(?<![{_HAN}○●□■△])[○●□■△]{{2,8}}(?=[{_HAN}])|(?<=[共为在由与、，])[○●□■△]{{2,8}}(?=[{_HAN}])"
    r"|(?<![?？])[?？]{2,20}"
    rf"|（{_BLANK}*）|\({_BLANK}*\)|《{_BLANK}*》|“{_BLANK}*”|【{_BLANK}*】"
    r"|(?<![A-Za-z])(?:TODO|TBD|FIXME|todo|Todo)(?![A-Za-z])"
    r"|某年某月|某月某日"
    # 受理  件，: the figure is to come; one blank may be a slip, justified words have no stop.
    rf"|(?<=[{_HAN}]){_BLANK}{{2,20}}(?:人次|户次|卷次|{_MEASURE})(?=[{_STOPS}（(])"
    rf"|(?<=年){_BLANK}{{1,8}}月{_BLANK}{{1,8}}日"
)
OPEN_DATE = lazy_pattern(
    rf"\s*[（(]?{_BLANK}*(?:[0-9０-９]{{4}}|二[〇○零Ｏ].{{2}}|20{_CROSSES}{{2}}){_BLANK}*年"
    rf"{_BLANK}*(?:[0-9０-９]{{1,2}}|{_CROSSES}{{1,2}})?{_BLANK}*月"
    rf"{_BLANK}*(?:{_CROSSES}{{1,2}})?{_BLANK}*日{_BLANK}*[）)]?\s*"
)
"""2026年　月　日, 2026年1月×日: a 成文日期 whose day is still to come, alone in its line."""
_SOMEBODY = lazy_pattern(r"(?:^|(?<=[，。、；：“（在由与和是]))某某(?=[省市县区镇乡局委办街部])")
"""某某镇 where a name belongs; 张某某 and 某某公司 are made anonymous on purpose."""
_BRACKETED = lazy_pattern(r"[（(【\[][^（()）【】\[\]]{1,40}[）)】\]]")


@lru_cache(maxsize=8)
def _remark(words: tuple[str, ...], before: tuple[str, ...]) -> re.Pattern[str]:
    return lazy_pattern(rf"(?:{any_of(before)})?(?:{any_of(words)})")


@lru_cache(maxsize=8)
def _stage(words: tuple[str, ...]) -> re.Pattern[str]:
    return lazy_pattern(rf"(?:{any_of(words)})(?:{_VERSION})?|第?{_CN}[稿版]|{_VERSION}")


_VERSION = (
    r"[ \t　]?(?:[VvＶｖ]\.?[0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2})?|[0-9０-９]{1,2}"
    r"|第?[一二三四五六七八九十]{1,2}[稿版])"
)
"""V3, 2, 第二稿."""


class Leftover(Struct, frozen=True):
    """A blank or a remark that the people who wrote a text left in it.

    Attributes:
        start: Where it begins.
        end: Exclusive.
        is_sure: Never found in a finished text; else it may be meant.
    """

    start: int
    end: int
    is_sure: bool


def leftovers(
    text: str,
    words: Iterable[str],
    nouns: Iterable[str],
    openers: Iterable[str],
    *,
    is_of_deeds: bool = True,
) -> Iterator[Leftover]:
    """Blanks (XX, ____) and remarks (（待补充）) in a text.

    Args:
        text: A paragraph.
        words: 待补充, 待核实: a remark if they are all that a bracket or a clause says.
        nouns: What may stand in front of them: 数据, 名称.
        openers: Words that only a remark in brackets begins with: 此处; before one of `words` they
            begin a remark anywhere (此处待补充).
        is_of_deeds: Whether the text tells what was done, so that 演练人数待补充 is no statement.
    """
    for found in _FILLER.finditer(text):
        yield Leftover(*found.span(), is_sure=True)
    for found in _SOMEBODY.finditer(text):
        yield Leftover(*found.span(), is_sure=False)
    remark = _remark(tuple(words), tuple(nouns))
    first = tuple(openers)
    for found in _BRACKETED.finditer(text):
        inside = found[0][1:-1].strip()
        said = remark.match(inside)
        if inside.startswith(first) or (said and not inside[said.end() :].strip("。，, ")):
            yield Leftover(*found.span(), is_sure=True)
    bare = _remark(tuple(words), (*nouns, *first))
    for found in _BARE_CLAUSE.finditer(text):
        is_count = is_of_deeds and _COUNT_TO_COME.fullmatch(found[0])
        if bare.fullmatch(found[0]) or is_count:
            yield Leftover(*found.span(), is_sure=found[0].startswith(first))


def stage_of_work(text: str, words: Iterable[str]) -> Stretch | None:
    """The remark at the end of a title or heading that tells a version: （草稿）, （终稿V3）.

    Args:
        text: The title or heading.
        words: 草稿, 送审稿.
    """
    found = _AT_END.search(text)
    named = found and _stage(tuple(words)).fullmatch(found[1].strip())
    return Stretch(*found.span()) if found and named else None


def is_stage_of_work(text: str, words: Iterable[str]) -> bool:
    """Whether words in a header or a watermark tell a version and nothing else: 征求意见稿.

    Args:
        text: A paragraph of it.
        words: 草稿, 送审稿.
    """
    bare = text.strip()
    return bare.startswith(tuple(words)) and _stage(tuple(words)).fullmatch(bare) is not None


_AT_END = lazy_pattern(r"[（(\[【]([^（()）\[\]【】]{1,20})[）)\]】]\s*$")
"""The last brackets of a line."""


_COUNT_TO_COME = lazy_pattern(
    r"[一-鿿]{1,8}(?:[人件次场户份起宗期批家个]数|数[据字量额]|金额|比例|占比|[率额量])"
    r"(?:尚|还|另|暂)?(?:待(?:补充?|填写?|核实?|核对|统计)|暂缺|未统计)"
)
"""A clause that only says that a number is still to come: 演练人数待补充."""
_BARE_CLAUSE = lazy_pattern(r"(?<![^，。；：,;:\s])[一-鿿]{2,14}(?=[，。；,;]|\s*\Z)")
"""A clause of a few characters."""
