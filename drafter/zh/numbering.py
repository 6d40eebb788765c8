"""Numerals and markers that begin a heading or an item: 一、 （一） 1． （1） ① 一是 第一， 其次，

A row of `_STYLES` is a way of numbering; adding one is adding a row, and what it begins with to
`_BEGIN` and `_GOES_ON`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from drafter.zh.lazy import lazy_pattern
from drafter.zh.numerals import parse_numeral
from drafter.zh.width import fold

_CN = "[一二三四五六七八九十]{1,3}"
_OPEN = "[（(〔【［]"
_CLOSE = "[）)〕】］]"

PART, CHAPTER, SECTION, NUMBER, BRACKET, CIRCLE, IS, ORDINAL, POINTLESS, BULLET, DASH = range(11)
"""Styles of numbering, the highest first; IS and ORDINAL number items of running text. POINTLESS is
a NUMBER whose point is missing: whether it is one, its neighbours tell."""

SECOND = 2
"""The numeral with which a row begins whose first heading is missing."""

_STYLES: tuple[tuple[int, str], ...] = (
    (PART, rf"第{_CN}部分[ \t　、：:.．]*"),
    # Sentences tell of chapters as well: 第一章回顾…，第二章介绍….
    (PART, rf"第{_CN}章[ \t　]*[ \t　：:](?=[^。，,；;\n]{{2,40}}(?:\n|$))"),
    # An Arabic date or decimal never follows a numeral of this style; 一、二级 begins no heading.
    (
        CHAPTER,
        (
            rf"{_CN}[ \t　]?"
            r"(?:、(?![一二三四五六七八九十]+(?:[级类线、]|产业))|[.．,，](?!\d(?!\d{3}\s*年)))"
            r"[ \t　]*"
        ),
    ),
    # Roman numerals, the numerals of cheques, and a colon for the pause mark.
    (CHAPTER, r"(?:[Ⅰ-Ⅻ]|[壹贰叁肆伍陆柒捌玖拾]{1,2}(?=[、.．：:]))[ \t　]*[、.．,，：:]?[ \t　]*"),
    (CHAPTER, rf"{_CN}(?:[：:][ \t　]*|[ \t　]+(?=[一-鿿\d]))"),
    (SECTION, rf"(?:{_OPEN}[ \t　]?{_CN}[ \t　]?{_CLOSE}|[㈠-㈩])(?:[ \t　]*[、.．,，])?[ \t　]*"),
    # A bracket lost on one side: （一 and 一）.
    (
        SECTION,
        (
            rf"(?:[（(]{_CN}(?![一二三四五六七八九十级类线个年月日季届次批]|[）)])|{_CN}[）)])"
            r"[ \t　、]*"
        ),
    ),
    # A year or the number of a hotline may follow at once (3、2025年工作计划, 2.12345热线); what
    # stands before other digits is part of a number or of a list of them.
    (
        NUMBER,
        (
            r"(?:\d{1,2}[ \t　]?[．、.,，](?!\d)|(?<![\d.、])\d{1,2}[．、.]"
            r"(?=(?:19|20)\d{2}[ \t　]?年|123\d{2}(?!\d))|[⒈-⒛])[ \t　]*"
        ),
    ),
    # The point lost: `1 制定…`. A number before a measure word is a figure of a wrapped line, one
    # before a name and numbers in columns counts the rows of a table.
    (
        POINTLESS,
        (
            r"[1-9][ \t　]+(?=[一-鿿《“])"
            r"(?![个件次场名项家年月日人户条起宗部类期批所支天万亿余多份篇例元倍位])"
            r"(?![^\n]{1,40}?(?:[\t|｜]|[ 　]{2,})[ \t　]*[-+－—–]?\d)"
            r"(?![^\s]{1,24}(?:[ 　]+[-+－—–]?[\d.,]+[%％]?){2})"
        ),
    ),
    (BRACKET, rf"(?:{_OPEN}[ \t　]?\d{{1,2}}[ \t　]?{_CLOSE}|\d{{1,2}}[）)]|[⑴-⒇])[ \t　、]*"),
    (CIRCLE, r"[①-⑳][ \t　、]*"),
    (IS, rf"{_CN}(?:是(?!否|非)|要(?!求|素|点|件|闻|务))|(?<![\d.])[1-9]是(?!否|非)"),
    (BULLET, r"[★☆◆◇■□●△▲▶►➢➤✓✔※Øü•][ \t　]*"),
    (DASH, r"(?:——|──|－－)[ \t　]*"),
    (
        ORDINAL,
        (
            rf"(?:第{_CN}|其{_CN}|首先|其次|再次|再者|最后)[，,：:](?!是)"
            rf"|第{_CN}(?:、(?!第)|是(?!否|非))"  # 第二、第三产业 begins no item
        ),
    ),
)
_BEGIN = (
    r"(?=[第一二三四五六七八九十Ⅰ-Ⅻ壹贰叁肆伍陆柒捌玖拾㈠-㈩（(〔【［\[\d⒈-⒛⑴-⒇①-⑳"
    r"★☆◆◇■□●△▲▶►➢➤✓✔※Øü•—─－其首再最])"
)
"""What any of them begins with: most places of a text are passed over at its first character."""
_GOES_ON = (
    rf"(?={_CN}[ \t　、.．,，：:）)是要]|\d{{1,2}}[ \t　．、.,，）)是]"
    rf"|{_OPEN}[ \t　]?[一二三四五六七八九十\d]|[第其]{_CN}|首先|其次|再[次者]|最后"
    r"|[Ⅰ-Ⅻ壹贰叁肆伍陆柒捌玖拾㈠-㈩⒈-⒛⑴-⒇①-⑳★☆◆◇■□●△▲▶►➢➤✓✔※Øü•—─－])"
)
"""How any of them goes on: few figures of a text do, and the others are spared all the styles."""
_ANY_STYLE = "|".join(f"(?P<s{i}>{pattern})" for i, (_, pattern) in enumerate(_STYLES))
_MARK = lazy_pattern(f"{_BEGIN}{_GOES_ON}(?:{_ANY_STYLE})")
_NUMERAL = lazy_pattern(rf"{_CN}|\d{{1,2}}")
_LONGEST = 8
"""Characters within which the number of a mark stands, a bracket and a blank before it."""
_WORDS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3}
_ENCLOSED = {"①": 1, "⑴": 1, "⒈": 1, "㈠": 1, "Ⅰ": 1}
_CHEQUE = {c: i for i, c in enumerate("壹贰叁肆伍陆柒捌玖拾", start=1)}
_SINGLE = _CHEQUE | {
    chr(ord(first) + i): one + i for first, one in _ENCLOSED.items() for i in range(20)
}
"""A numeral of one character → its number; each run of enclosed ones counts to twenty."""


class Mark(Struct, frozen=True):
    """A numeral or marker found in a text.

    Attributes:
        start: Where it begins.
        end: Where the words after it begin (trailing blanks included).
        style: One of the style constants of this module.
        number: Its ordinal value; None for 最后, a bullet or a dash.
    """

    start: int
    end: int
    style: int
    number: int | None


@lru_cache(maxsize=512)  # reports share a few dozen numerals, and each is read several times
def _number_of(text: str) -> int | None:
    if text[0] in _SINGLE:
        return _SINGLE[text[0]]
    worded = next((n for word, n in _WORDS.items() if text.startswith(word)), None)
    if worded is not None:
        return worded
    found = _NUMERAL.search(text)
    if found is None:
        return None
    numeral = found.group()
    return int(fold(numeral)) if numeral.isdigit() else parse_numeral(numeral)


def mark_at(text: str, position: int = 0) -> Mark | None:
    """The mark that begins exactly at `position`, None if there is none."""
    found = _MARK.match(text, position)
    return _to_mark(found) if found else None


def numeral_kind(numeral: str) -> str:
    """In which digits a numeral is written: those of cheques, Roman, Arabic or plain Chinese."""
    found = next((c for c in numeral if c in _CHEQUE or "Ⅰ" <= c <= "Ⅻ" or c.isdigit()), "")
    return "cheque" if found in _CHEQUE and found else "other" if found else "plain"


def has_numeral(text: str) -> bool:
    """Whether a text begins with a numeral; bullets and dashes stand in menus as well."""
    mark = mark_at(text)
    return mark is not None and mark.style not in (BULLET, DASH)


def find_marks(text: str) -> list[Mark]:
    """All marks of a text in order, wherever they stand; the caller decides which number."""
    return [_to_mark(found) for found in _MARK.finditer(text)]


def _to_mark(found: re.Match[str]) -> Mark:
    style = _STYLES[int((found.lastgroup or "s0")[1:])][0]
    # Blanks may follow without end; what counts stands at the beginning.
    return Mark(found.start(), found.end(), style, _number_of(found.group()[:_LONGEST]))


WEAK_ENDS = "：:一二三四五六七八九十"
"""What a numeral ends in that may as well be words of the sentence."""
REFERENCE_ENDS = "第条款项本上述"
"""In front of a numeral that refers to a rule or a list (第（一）项) and begins no item."""
MUST = "要"
"""The end of 一要: it may be a verb of the sentence before."""
LONE_NUMERALS = frozenset("一二三四五六七八九十")
"""Numerals of items that lost their 是."""
