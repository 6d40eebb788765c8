"""Years in the names of files (文件名): 2024年, ２０２４, 二〇二四, 2023—2024年度, 24年.

A name is not prose: a year may stand without 年, and between letters or underscores.
"""

from __future__ import annotations

import re

from drafter.zh.dates import read_year
from drafter.zh.lazy import lazy_pattern
from drafter.zh.numerals import LOOK_ALIKES, write_year
from drafter.zh.width import fold

_CHINESE_ZERO = "〇零○" + LOOK_ALIKES
_CHINESE_YEAR = rf"二[{_CHINESE_ZERO}][{_CHINESE_ZERO}一二三四五六七八九]{{2}}"
_ARABIC_YEAR = r"(?:19|20|１９|２０)[0-9０-９]{2}"
_DASH = r"\s?(?:[-–—－―~～]{1,2}|至)\s?"
_DIGIT = r"0-9０-９"
_NAMED_YEAR = lazy_pattern(
    # Eight digits are a date, six a month: when a file was saved says nothing about the report.
    rf"(?<![{_DIGIT}])(?P<first>{_ARABIC_YEAR})(?![{_DIGIT}])"
    rf"(?:(?P<dash>年?{_DASH})(?P<last>{_ARABIC_YEAR}|[0-9]{{2}})(?![{_DIGIT}]))?"
    rf"|(?P<chinese>{_CHINESE_YEAR})(?![一二三四五六七八九十{_CHINESE_ZERO}])"
    rf"|(?<![{_DIGIT}年.\-])(?P<short>[0-9]{{2}})(?=年)"
)
_LONGEST_REPORT = 1
"""Years from first to last of a range that a report may cover (2023—2024年度)."""


_ROUND = lazy_pattern(r"(.*)-已填([0-9]{0,3})", re.DOTALL)


def next_round(stem: str) -> str:
    """The name of a draft after one more round of answers: 2025, 2025-已填, 2025-已填2."""
    found = _ROUND.fullmatch(stem)
    return f"{found[1]}-已填{int(found[2] or 1) + 1}" if found else f"{stem}-已填"


_KEPT = lazy_pattern(r"-原有[0-9]{0,3}\Z")


def kept_name(stem: str, number: int) -> str:
    """The name under which a file that people worked on is kept: 2025-原有, 2025-原有2."""
    return f"{stem}-原有{number if number > 1 else ''}"


def is_kept(stem: str) -> bool:
    """Whether a name is such a one."""
    return _KEPT.search(stem) is not None


def move_years(name: str, *, old_year: int, by: int) -> str | None:
    """A file name with every year in it moved on, or None if it names none.

    A range of more than two years (2021—2025年) belongs to the name of a plan and stays.

    Args:
        name: The name without its suffix.
        old_year: The report's year; `24年` counts as a year only if it means this one.
        by: How many years later the new report is.
    """
    pieces, end, has_year = [], 0, False
    for found in _NAMED_YEAR.finditer(name):
        moved = _moved(found, old_year, by)
        has_year = has_year or moved is not None
        pieces += [name[end : found.start()], moved or found[0]]
        end = found.end()
    return "".join(pieces) + name[end:] if has_year else None


def _moved(found: re.Match[str], old_year: int, by: int) -> str | None:
    if found["last"]:
        return _move_range(found, by)
    if found["first"]:
        return _later(found["first"], by)
    if found["chinese"]:
        return _later(found["chinese"], by)
    is_report_year = int(found["short"]) == old_year % 100
    return _later(found["short"], by) if is_report_year else None


def _move_range(found: re.Match[str], by: int) -> str | None:
    first, dash, last = found["first"], found["dash"], found["last"]
    if len(last) < len(first):  # 2023-24 is a range, 2024-12 a month
        follows = int(last) == (int(fold(first)) + 1) % 100
        return _later(first, by) + dash + (_later(last, by) if follows else last)
    if not 0 <= int(fold(last)) - int(fold(first)) <= _LONGEST_REPORT:
        return None
    return _later(first, by) + dash + _later(last, by)


def _later(year: str, by: int) -> str:
    """A year so many years later, in the same digits."""
    return write_year((read_year(year) or 0) + by, year)
