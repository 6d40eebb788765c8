"""Rows of a table (表格行): their cells, and the words of the head above each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from drafter.zh.dates import find_years
from drafter.zh.lazy import lazy_pattern
from drafter.zh.quantities import level
from drafter.zh.slots import SURNAMES
from drafter.zh.year_pairs import LAST_YEAR, THIS_YEAR

_BAR = lazy_pattern(r"[|｜\t]")
_NOT_IN_NAME = (
    rf"(?!(?:(?<=\A[{SURNAMES}])|(?<=[|｜\t \u3000][{SURNAMES}]))"
    r"[ \u3000]+[一-鿿](?:[|｜\t \u3000]|\Z))"
)
"""At blanks that part two cells: 王　　磊 is one."""
_CELL_END = lazy_pattern(rf"[|｜\t]|{_NOT_IN_NAME}[ \u3000]{{2,}}")
_WORD = lazy_pattern(r"[一-鿿A-Za-z]")
_WIDE_BLANK = lazy_pattern(rf"(?<=\S){_NOT_IN_NAME}[ \u3000]{{2,}}(?=\S)")
_BLANK_BETWEEN = lazy_pattern(rf"(?<=\S){_NOT_IN_NAME}[ \u3000](?=\S)")
_BETWEEN = lazy_pattern(
    rf"[ \u3000]*[|｜\t][ \u3000]*|(?<=\S){_NOT_IN_NAME}[ \u3000]{{2,}}(?=[^\s|｜])"
)
_PARTING = lazy_pattern(r"[ \u3000]*[|｜\t][ \u3000]*")
_NUMBERED = lazy_pattern(r"^[\s|｜]*[0-9０-９]{1,3}[ \u3000]*[|｜\t][ \u3000]*")
_BLANKS = " \u3000"
_EDGE = _BLANKS + "|｜\t"

SERIAL = lazy_pattern(r"[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}")
"""The words of a cell that numbers its row."""
DASH = lazy_pattern(r"[\s—–－/／\\*-]*")
"""The words of a cell that has no number to give."""
UNIT_CELL = lazy_pattern(
    r"[%％‰]|[万亿]?[件次个人名份项场期起卷条家元户处所支批部篇册]|个?百分点|人次|万元|亿元|万人次"
)
"""The words of a cell that tells only what its row is counted in."""
FRAMED = lazy_pattern(r"\s*[|｜].*[|｜]\s*", re.DOTALL)
"""A row that begins and ends with a bar, as in Markdown."""
DIGIT = lazy_pattern(r"\d")
MOVED_BY = lazy_pattern(r"同比|环比|增减|增长|变化|变动|升降|涨跌|增幅|差额|[较比]上年")
"""In the name of a column: its numbers are changes, so that a minus says a fall."""
TELLS = lazy_pattern(
    r"进展|状态|成效|时间|日期|内容|措施|做法|时限|文号|名单|案例|姓名|荣誉|称号|等次|等级|负责人|案件名|项目名"
    r"|文件名|主要工作|任务|反馈|整改|计划|目标|预期|预计|结论|结果"
)
"""In the head of a table: its cells tell what was done or aimed at, and count nothing yearly."""
LIKE_YEAR = lazy_pattern(r"(?<![0-9.])(?:19|20)[0-9]{2}(?:\.[0-9]{1,2})?(?![0-9.])")
"""A number that may be a year, or a year and a month: 2027, 2010.5."""
TIMED = lazy_pattern(
    r"(?:年[份度月代]?|时间|日期|时段|[周学任]?期|届次?|编?号码?|代码|版本?|电话)\Z"
    r"|成立|[建设组]立|[建落]成|颁布|[施执]行|实施|出生|始建|认定|命名|[入任]职|购置|出台|制定|印发|发布|修订"
)
"""What is told by a year: in the name of a column or a row, its numbers are no counts."""
TOTAL = lazy_pattern(r"合\s*计|总\s*计|小\s*计|总数")


def level_cells(text: str) -> str:
    """The text of a table levelled, with `|` between its cells in place of tabs and wide blanks.

    Where a row has neither, each of its blanks parts two cells.
    """
    flat = level(_BAR.sub("|", text))
    wide = _WIDE_BLANK.sub(lambda m: "|" + " " * (len(m[0]) - 1), flat)
    return wide if "|" in wide else _BLANK_BETWEEN.sub("|", flat)


def cells_of(row: str) -> list[str]:
    """The cells of a table's row, levelled."""
    return level_cells(row).strip(" |").split("|")


def cell_spans(
    row: str, *, is_framed: bool = False, is_close: bool = False
) -> list[tuple[int, int]]:
    """Where the cells of a row stand, blanks around them left out; one, if nothing parts them.

    Args:
        row: The row.
        is_framed: Whether the rows of its table begin and end with a bar, too.
        is_close: Whether single blanks part the cells of its table.
    """
    edge = _BLANKS + "|｜" if is_framed else _BLANKS
    start = len(row) - len(row.lstrip(edge))
    end = max(start, len(row.rstrip(edge)))
    out = []
    for between in (_BLANK_BETWEEN if is_close else _BETWEEN).finditer(row, start, end):
        out.append((start, between.start()))
        start = between.end()
    return [*out, (start, end)]


def as_clauses(cells: str, *, begins: bool, ends: bool) -> str:
    """Words of a row with commas between its cells, as they stand in a sentence.

    Args:
        cells: Several cells, or parts of some.
        begins: Whether the row begins with them: its number is left out then.
        ends: Whether it ends with them.
    """
    if begins:
        cells = _NUMBERED.sub("", cells).lstrip(_EDGE)
    if ends:
        cells = cells.rstrip(_EDGE)
    return _PARTING.sub("，", cells)


def row_name(row: str) -> str:
    """The first words in a row, which its figures are of; '' where it has figures only."""
    cells = (cell.strip() for cell in _CELL_END.split(row))
    names = (cell for cell in cells if _WORD.search(cell) and not SERIAL.fullmatch(cell))
    return next(names, "")


def columns_at(row: str, positions: Iterable[int], head: Sequence[str]) -> list[int | None]:
    """The number of the head's cell above each position of a row, None where there is none.

    Columns are counted from the last one: the head often has no word above the names.

    Args:
        row: The row.
        positions: Offsets in it.
        head: The cells of the table's first row.
    """
    flat = level_cells(row)
    body = flat.strip(" |")
    begin = len(flat) - len(flat.lstrip(" |"))
    bars = [at for at, char in enumerate(body, begin) if char == "|"]
    beyond = len(bars) + 1 - len(head)
    if beyond not in {0, 1}:
        return [None for _ in positions]
    columns = (bisect_left(bars, at) - beyond for at in positions)
    return [column if column >= 0 else None for column in columns]


def column_year(name: str, year: int) -> int | None:
    """The year that a column is of, None where its head does not tell.

    Args:
        name: The words of the head.
        year: The report year, which 本年 is.
    """
    told = find_years(name)
    if told:
        return told[0].year if len(told) == 1 else None
    if LAST_YEAR.search(name):
        return year - 1
    return year if THIS_YEAR.search(name) else None
