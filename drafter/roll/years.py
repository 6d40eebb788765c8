"""What becomes of each year number: moved on, left with a remark, or blanked as an event's date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from drafter.zh.dates import YearAt, find_years
from drafter.zh.names import SHORT_YEAR
from drafter.zh.numerals import write_year
from drafter.zh.small_words import YEAR_SIGN
from drafter.zh.spans import Spans
from drafter.zh.year_context import (
    BEFORE_FORCE,
    CARRIED_TO,
    EVENT_AFTER,
    MONTH,
    MONTHS,
    NUMBER_OF_NAMED,
    PART_OF_YEAR,
    PLAN_AFTER,
    PLAN_OF_YEARS,
    QUOTED,
    RANGE_AFTER,
    RANGE_BEFORE,
    SINCE,
    SINCE_AFTER,
    SINCE_DATED,
    YEARLY_ASSESSED,
    YEARLY_NAME,
    YEARS_JOINED,
    find_bare_dates,
    find_days_of_force,
    is_in_force,
)
from drafter.zh.year_pairs import find_pairs, year_lists

_NOT_OF_THE_YEAR = "不是报告年度，是否保留请核对"
OF_THE_YEAR_AFTER = "上年写的是来年的事，办了没有请核对"
_SPAN_NOT_OF_THE_YEAR = "起止年份不全是报告年度，未改，是否保留请核对"
_NAMED = 40
"""Code points around a span of years in which the plan that it belongs to is named."""

NOT_WHOLE = "年份已顺延，起止月份不是全年"
"""2024年1月至11月 was counted until the report was written, not until December."""

YearAction = Literal["move", "leave", "date", "number"]


class YearEdit(Struct, frozen=True):
    """What to do with a stretch of text that holds a year or a date.

    Attributes:
        start: Where it begins.
        end: Where it ends, 年 not included; the end of a whole date that is blanked or left.
        action: `move` to `text`; `leave` as it is, with a remark for `reason`; `date` and `number`
            (发文字号): a blank.
        text: The new year in the old one's digits, the old words, or the old serial number.
        reason: What to look at; empty for a `move` that is certain.
    """

    start: int
    end: int
    action: YearAction
    text: str
    reason: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing of it stays, so that there is nothing to remark."""
        return self.action in ("date", "number")


def year_edits(
    text: str, year: int, by: int, part: str | None, *, heading: bool = False
) -> list[YearEdit]:
    """What becomes of each year number and each dated event of a text.

    Args:
        text: Of last year's report.
        year: Its report year.
        by: How many years the report moves on.
        part: Part it stands in; in `plans` the year after is the subject.
        heading: Whether it is a heading or the title, where the year is always the subject.
    """
    quoted = Spans(found.span() for found in QUOTED.finditer(text))
    compared = {pair.at.start for pair in find_pairs(text, year)}
    beside = _side_by_side(text, year, compared)
    out = []
    kept: list[tuple[int, int]] = []
    for at in find_years(text):
        dated = MONTH.match(text, at.unit_end)
        if (
            dated
            and text[at.end : at.unit_end].endswith(YEAR_SIGN)
            and not MONTHS.match(text, at.unit_end)
            and not quoted.hold(at.start)
        ):
            if is_in_force(text, at.start, dated.end()):
                kept.append((at.start, dated.end()))
                if at.year == year or BEFORE_FORCE.match(text, dated.end()):
                    out.append(_in_force(text, at.start, dated.end()))
                continue
            is_since = at.year < year and SINCE_DATED.match(text, dated.end()) is not None
            out.append((_since if is_since else _event)(text, at.start, dated.end()))
            continue
        reason = ""
        if at.start not in compared or quoted.hold(at.start):
            reason = _reason_to_leave(text, at, year, part, quoted, heading=heading)
        if (
            reason == _NOT_OF_THE_YEAR
            and at.year == year - 1
            and YEARLY_ASSESSED.match(text, at.start)
        ):
            reason = f"上年考核、评估的是{at.year}年度，本年对应的一般是{at.year + by}年度，未改"
        if not reason and at.start in beside:
            reason = "两个年份并列，未改"
        old = text[at.start : at.end]
        if reason:
            out.append(YearEdit(at.start, at.end, "leave", old, reason))
        else:
            doubt = _doubt_of_move(text, at, quoted)
            out.append(YearEdit(at.start, at.end, "move", write_year(at.year + by, old), doubt))
    if heading:
        out += _short_years(text, year, by, part, quoted)
    out += list(_numbers(text, out, by))
    taken = Spans([*kept, *((e.start, e.end) for e in out)])
    for found in find_bare_dates(text):
        if not taken.hold(found.start()) and not quoted.hold(found.start()):
            make = _in_force if is_in_force(text, *found.span()) else _event
            out.append(make(text, *found.span()))
    taken = Spans([*kept, *((e.start, e.end) for e in out)])
    out += [
        _in_force(text, *found.span())
        for found in find_days_of_force(text)
        if not taken.hold(found.start()) and is_in_force(text, *found.span())
    ]
    return sorted(out, key=lambda edit: edit.start)


def _side_by_side(text: str, year: int, compared: set[int]) -> set[int]:
    """Where years stand that are told together and not only compared with.

    2023年和2024年出台的文件: to move one of the two alone would be worst.
    """
    return {
        at.start
        for row in year_lists(text)
        if any(at.year == year - 1 for at in row) and all(at.start not in compared for at in row)
        for at in row
    }


def column_edits(head: str, year: int, by: int) -> list[YearEdit]:
    """What becomes of the years in the head of a table: each column is moved on with its report.

    2023年 | 2024年 | 2025年 move on together; a year apart from them (比2020年) stays.

    Args:
        head: The row.
        year: The report year of last year's report.
        by: How many years the report moves on.
    """
    told = [(at.year, at.start, at.end) for at in find_years(head)]
    # 2023—2024年办案统计: the first year of the two has no 年 of its own.
    told += [
        (int(found["first"]), *found.span("first"))
        for found in YEARS_JOINED.finditer(head)
        if int(found["last"]) == year
    ]
    first = year
    while any(when == first - 1 for when, _, _ in told):
        first -= 1
    return sorted(
        (
            YearEdit(start, end, "move", write_year(when + by, head[start:end]))
            for when, start, end in told
            if first <= when <= year
        ),
        key=lambda edit: edit.start,
    )


def _numbers(text: str, edits: Sequence[YearEdit], by: int) -> Iterator[YearEdit]:
    """The numbers of yearly documents whose names move on: the new one has a number of its own."""
    moved = Spans((e.start, e.end) for e in edits if e.action == "move")
    for found in NUMBER_OF_NAMED.finditer(text):
        if moved.meet(max(0, text.rfind("《", 0, found.start())), found.start()):
            moved_year = write_year(int(found["year"]) + by, found["year"])
            yield YearEdit(*found.span("year"), "move", moved_year)
            yield YearEdit(*found.span("serial"), "number", found["serial"], "上年的文号")


def _short_years(
    text: str, year: int, by: int, part: str | None, quoted: Spans
) -> Iterator[YearEdit]:
    """The report's own years without their century (24年…报告), moved on and remarked."""
    meant = {year, year + 1} if part == "plans" else {year}
    for found in SHORT_YEAR.finditer(text):
        digits = found["digits"]
        full = next((y for y in meant if y % 100 == int(digits)), None)
        if full is not None and not quoted.hold(found.start()):
            moved = write_year(full + by, digits)
            yield YearEdit(found.start(), found.end("digits"), "move", moved, "年份的简写已顺延")


def _event(text: str, start: int, end: int) -> YearEdit:
    return YearEdit(start, end, "date", text[start:end], "上年某一事件的日期")


def _since(text: str, start: int, end: int) -> YearEdit:
    return YearEdit(start, end, "leave", text[start:end], "“自某时起”的日期是事实，未改")


def _in_force(text: str, start: int, end: int) -> YearEdit:
    reason = "文件的日期是事实，未改；它是上年的日期，不要读成本年"
    if BEFORE_FORCE.match(text, end):
        reason = "施行的日期是事实，未改；已经施行的，“施行前”的说法要改写"
    return YearEdit(start, end, "leave", text[start:end], reason)


def _doubt_of_move(text: str, at: YearAt, quoted: Spans) -> str:
    if quoted.hold(at.start):
        return "年度文件的名称已顺延"
    return NOT_WHOLE if PART_OF_YEAR.match(text, at.unit_end) else ""


def _is_yearly(text: str, at: YearAt, year: int, part: str | None) -> bool:
    """Whether the year is in the name of a document made anew each year (《2024年…工作要点》)."""
    subject = at.year == year or (part == "plans" and at.year == year + 1)
    return subject and YEARLY_NAME.match(text, at.end) is not None


def _reason_to_leave(  # noqa: PLR0911, PLR0913 -- one line a case, one argument a ground
    text: str,
    at: YearAt,
    year: int,
    part: str | None,
    quoted: Spans,
    *,
    heading: bool,
) -> str:
    before, after = (
        text[max(0, at.start - 12) : at.start].rstrip(),
        text[at.unit_end : at.unit_end + 12].lstrip(),
    )
    if RANGE_BEFORE.search(before) or RANGE_AFTER.match(after):
        named = PLAN_OF_YEARS.search(text, max(0, at.start - _NAMED), at.unit_end + _NAMED)
        return "起止年份属于文件或规划本身，未改" if named else _SPAN_NOT_OF_THE_YEAR
    if quoted.hold(at.start):
        return "" if _is_yearly(text, at, year, part) else "年份是文件、活动名称的一部分，未改"
    if SINCE.search(before) or SINCE_AFTER.match(after):
        return "“自某年起”的年份是事实，未改"
    if EVENT_AFTER.match(after):
        return "年份说的是当时的一件事或文件的版本，未改"
    if at.year == year:
        return ""
    ahead = part == "plans" or heading or (part is None and PLAN_AFTER.match(text, at.unit_end))
    if at.year == year + 1 and (ahead or CARRIED_TO.search(before)):
        return ""
    return OF_THE_YEAR_AFTER if at.year == year + 1 else _NOT_OF_THE_YEAR
