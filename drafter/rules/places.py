"""Where something stands in a report, in words for people."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from drafter.model import Passage, Report
from drafter.zh.names import BOOK as TITLE
from drafter.zh.page import CAPTION
from drafter.zh.table_rows import row_name

LAST_YEAR = "上年报告"
"""First step of a place that lies in last year's report."""
IN_MARGINS = "页眉、页脚或水印"
"""Place of what stands in none of the passages."""
_NAME = 15
"""Characters of a row's name that are enough to find it."""
_OUTSIDE = {
    "noise": "正文以外", "title": "标题", "addressee": "主送机关", "preamble": "导语",
    "closing": "结束语", "signature": "署名", "date": "成文日期", "attachment": "附件说明",
}  # fmt: skip


def words_of(passage: Passage) -> str:
    """The words of a passage as people see them: a numeral that Word counted itself in front."""
    counted = passage.marker and not passage.text.startswith(passage.marker)
    return f"{passage.marker}{passage.text}" if counted else passage.text


def quoted(words: str) -> str:
    """Words in quotation marks for a message; quotes inside become single ones, a title stays."""
    bare = words.strip()
    if "《" not in bare:
        bare = bare.rstrip("》")
    if TITLE.fullmatch(bare):
        return bare
    return f"“{inner_quotes(bare)}”"


def inner_quotes(words: str) -> str:
    """Words with single quotation marks for double ones, as they stand inside a quotation."""
    return words.translate(_INNER)


def place_of(report: Report, passage_id: int) -> str:
    """The headings above a passage, joined by ` > `."""
    places = _places(_Same(report.passages))
    return places[passage_id].headings if passage_id in places else ""


def full_place(report: Report, passage_id: int) -> str:
    """The headings above a passage and the number of its paragraph beneath them."""
    place = _places(_Same(report.passages)).get(passage_id)
    if place is None:
        return ""
    steps = (place.headings, place.paragraph)
    return " > ".join(step for step in steps if step)


_INNER = str.maketrans("“”", "‘’")


class _Place(Struct, frozen=True):
    headings: str
    paragraph: str


class _Same:
    """Passages as the key of a cache, by identity: their hash would read all of them."""

    __slots__ = ("passages",)

    def __init__(self, passages: tuple[Passage, ...]) -> None:
        self.passages = passages

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.passages is other.passages

    def __hash__(self) -> int:
        return id(self.passages)


@lru_cache(maxsize=4)
def _places(key: _Same) -> Mapping[int, _Place]:
    """Passage id → headings and paragraph; a paragraph has one number, its items included.

    Rows of a table are no paragraphs: they are counted for themselves, the head being the first.
    """
    path: dict[int, str] = {}
    number, line, row = 0, 0, 0
    out: dict[int, _Place] = {}
    for p in key.passages:
        if p.role == "heading" and p.level:
            path = {level: text for level, text in path.items() if level < p.level}
            path[p.level] = words_of(p).rstrip("。；;")
            # What runs on behind a heading in its line is the first paragraph beneath it.
            number, line = 0, 0
        headings = " > ".join(path[level] for level in sorted(path))
        is_row = p.role == "table" and not CAPTION.match(p.text)
        row = row + 1 if is_row else 0
        if p.role in _OUTSIDE:
            out[p.id] = _Place("", _OUTSIDE[p.role])
        elif p.role == "heading":
            out[p.id] = _Place(headings, "")
        elif is_row:
            name = row_name(p.text)[:_NAME]
            named = f"“{inner_quotes(name)}”" if name else ""
            out[p.id] = _Place(headings, f"表格第{row}行{named}")
        else:
            if not p.spans or p.spans[0].line != line or not number:
                number += 1
            line = p.spans[-1].line if p.spans else 0
            out[p.id] = _Place(headings, f"第{number}段")
    return out
