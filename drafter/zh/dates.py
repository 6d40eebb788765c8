"""Dates and years as offices write them: 2025年1月20日, 二〇二五年一月二十日, 2025-01-20."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from drafter.zh.lazy import lazy_pattern
from drafter.zh.numerals import DIGIT_CLASS, LOOK_ALIKES, parse_numeral
from drafter.zh.width import fold

_CN_YEAR = f"[二两贰][{DIGIT_CLASS}{LOOK_ALIKES}]{{3}}"
_YEAR = rf"(?:(?:19|20|１９|２０)\d{{2}}|{_CN_YEAR})"
_CN_NUM = "[一二三四五六七八九十〇○零]{1,3}"
_CN_MONTH = f"(?:{_CN_NUM}|元)"
_ZEROS = str.maketrans(dict.fromkeys(LOOK_ALIKES, "〇"))
_B = r"[ \t　]?"
DATE = lazy_pattern(
    rf"(?P<y>{_YEAR}){_B}(?:年{_B}(?P<m>\d{{1,2}}|{_CN_MONTH}){_B}月{_B}(?P<d>\d{{1,2}}|{_CN_NUM}){_B}[日号]"
    r"|(?P<s>[-/.．])(?P<m2>\d{1,2})(?P=s)(?P<d2>\d{1,2})(?!\d))"
)
YEAR = lazy_pattern(
    rf"(?<![\d{DIGIT_CLASS}]){_B}(?P<y>(?:19|20)\d{{2}}|２０\d{{2}}|{_CN_YEAR}){_B}"
    r"(?P<unit>年度|年|度|(?=[ \t　]?[、和与及][ \t　]?(?:19|20)\d{2}[ \t　]?年))"
)
"""A year with its measure word; `2025度`, a slip of the pen for 2025年度, counts, and so does the
first of 2024、2025年."""

YEAR_UNITS = "年度"
"""Characters one of which stands behind each `YEAR`."""
_MONTH_LINE = lazy_pattern(rf"{_YEAR}{_B}年{_B}(?:\d{{1,2}}|{_CN_MONTH}){_B}月")

_NUM = rf"[0-9０-９]{{1,2}}|{_CN_NUM}"
_ANY_DAY = lazy_pattern(
    # 次年2月29日: of a year that only the words in front tell.
    rf"(?<![0-9０-９.．·/年{DIGIT_CLASS}])(?:(?P<y>{_YEAR}){_B}年{_B})?(?P<m>{_NUM}){_B}月"
    rf"(?:{_B}(?P<d>{_NUM}){_B}日(?![均报常夜])"
    rf"(?:起?(?:至|到|—{{1,2}}|[-－~～])(?P<until>{_NUM}){_B}日(?![均报常夜]))?"
    r"|(?P<part>底|初|末|份|[上中下]旬))?"
)
"""A month with its year, its day or a part of it, whether there is such a one or not."""
_WHEN = (
    rf"(?:(?:{_YEAR}{_B}年|今年|本年|当年|同年|次年){_B})?(?:(?:{_NUM}|元){_B}月(?:{_B}(?:{_NUM}){_B}[日号]|份?[上中下]旬"
    r"|底|初|末|份|中)?|第?[一二三四1-4]季度[初末]?|[上下]半年|年[初中底末])"
)
_WHENS = lazy_pattern(
    rf"{_WHEN}起?(?:{_B}(?:至|到|—{{1,2}}|[-－–~～、,，和与]){_B}(?:{_WHEN}|(?:{_NUM}){_B}日)){{0,4}}"
    r"(?:前后|左右|期间|前|后|起)?"
)
"""When something was, and nothing else: 9月, 6月至7月, 3月5日、12日, 第三季度, 年底."""
_TIME_WORD = lazy_pattern("[月日号旬周节春夏秋冬]|年[初中底末]|半年|季度|星期|前夕|期间")
_LUNAR = lazy_pattern(r"(?:农历|阴历|夏历|旧历)[^，。；、]{0,6}\Z")
"""What stands in front of a day of the old calendar, whose months all may have 30 days."""
_REACH = 10  # code points in front of a day that may name the calendar
_MONTHS, _FEBRUARY = 12, 2
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

CONSTITUTION_DAY_BEFORE = 2013
"""The year before the first 国家宪法日 (4 December 2014): the day's number counts from it."""


def is_constitution_day(text: str) -> bool:
    """Whether words name a 国家宪法日 by its number."""
    return text.startswith("第") and text.endswith("国家宪法日")


class YearAt(Struct, frozen=True):
    """A year in a text: the digits stand at start..end, 年 or 年度 after it ends at `unit_end`."""

    year: int
    start: int
    end: int
    unit_end: int


def read_year(text: str) -> int | None:
    """The year that four digits, Arabic, full-width or Chinese, stand for."""
    plain = fold(text)
    return int(plain) if plain.isdigit() else parse_numeral(plain.translate(_ZEROS))


def _int(text: str) -> int | None:
    if text == "元":
        return 1
    plain = fold(text)
    return int(plain) if plain.isdigit() else parse_numeral(plain.replace("○", "〇"))


def _iso(found: re.Match[str]) -> str | None:
    year = read_year(found["y"])
    month, day = _int(found["m"] or found["m2"]), _int(found["d"] or found["d2"])
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:  # 2月30日: not a date, and not ours to correct
        return None


class NoSuchDay(Struct, frozen=True):
    """A day or month that no calendar has.

    Attributes:
        start: Where it begins.
        end: Exclusive.
        why: What there is, for a message; None where only the year that is meant decides (2月29日).
    """

    start: int
    end: int
    why: str | None


def find_no_such_days(text: str) -> Iterator[NoSuchDay]:
    """Days and months that do not exist: 2月30日, 13月底, 2025年2月29日, 4月28日至31日.

    A month alone counts only behind a year or in front of 底 or 份: 13月 may be a length of time.
    29 February without a year is told for the caller to decide.
    """
    for found in _ANY_DAY.finditer(text):
        month = _int(found["m"])
        if month is None or _LUNAR.search(text[max(0, found.start() - _REACH) : found.start()]):
            continue
        if not 1 <= month <= _MONTHS:
            if found["y"] or found["d"] or found["part"]:
                yield NoSuchDay(*found.span(), "一年只有12个月")
            continue
        days = [_int(day) for day in (found["d"], found["until"]) if day]
        year = read_year(found["y"]) if found["y"] else None
        longest = _LONGEST[month - 1]
        if year is not None and month == _FEBRUARY and not isleap(year):
            longest -= 1
        if any(day is not None and not 1 <= day <= longest for day in days):
            what = f"{year}年2月" if longest < _LONGEST[month - 1] else f"{month}月"
            yield NoSuchDay(*found.span(), f"{what}只有{longest}天")
        elif month == _FEBRUARY and year is None and longest in days:
            yield NoSuchDay(*found.span(), None)


def find_date(text: str) -> tuple[str, int, int] | None:
    """The first full date of a text as (YYYY-MM-DD, start, end), None if there is none."""
    for found in DATE.finditer(text):
        if iso := _iso(found):
            return iso, found.start(), found.end()
    return None


def parse_date(text: str) -> str | None:
    """YYYY-MM-DD if the text is a date and nothing else (brackets allowed), None otherwise."""
    bare = text.strip(" \t　()（）〔〕[]【】")
    found = DATE.fullmatch(bare)
    return _iso(found) if found else None


def tells_when(text: str) -> bool:
    """Whether a text is a day, month or part of the year and nothing else: 9月, 6月至7月, 年底."""
    bare = text.strip(" \t　。.；;，,")
    if _WHENS.fullmatch(bare) is None or any(day.why for day in find_no_such_days(bare)):
        return False
    months = (_int(found["m"]) for found in _ANY_DAY.finditer(bare))
    return all(month is not None and 1 <= month <= _MONTHS for month in months)


def no_such_day(text: str) -> str:
    """Why a day of a text is in no calendar (11月只有30天), '' if all are in one."""
    return next((day.why for day in find_no_such_days(text) if day.why), "")


def names_a_time(text: str) -> bool:
    """Whether some time of a year is told in a text: 9月15日下午, 国庆节前夕."""
    return _TIME_WORD.search(text) is not None


def is_date_line(text: str) -> bool:
    """Whether a line is a date and nothing else, down to the day or only to the month."""
    return parse_date(text) is not None or _MONTH_LINE.fullmatch(text.strip()) is not None


def find_years(text: str) -> list[YearAt]:
    """Every year number followed by 年, 年度 or 度, in order."""
    out: list[YearAt] = []
    if not any(unit in text for unit in YEAR_UNITS):
        return out
    for found in YEAR.finditer(text):
        year = read_year(found["y"])
        if year is not None:
            out.append(YearAt(year, found.start("y"), found.end("y"), found.end()))
    return out


def month_and_day(words: str) -> tuple[int, int]:
    """Month and day of `3月1日`, as a data file has it."""
    month, _, day = words.removesuffix("日").partition("月")
    return int(month), int(day)
