"""Numbered sittings (第七次会议) of bodies that count on from year to year."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from drafter.zh.lazy import lazy_pattern
from drafter.zh.numerals import parse_numeral

_NUMBER = "[一二三四五六七八九十百0-9]{1,4}"
_SITTING = lazy_pattern(
    r"(?:召开|举行)了?[^,。;:《“\n]{0,16}?"
    rf"(?P<body>依法治[省市县区州盟旗]委员会|第?{_NUMBER}届[^,。;:\n0-9]{{0,8}}?政府)"
    rf"(?P<rows>(?:[、和]?第{_NUMBER}次){{1,6}})"
    r"(?P<kind>全体|常务|党组|主任)?会(?!议?(?:精神|要求|部署|决定|议定|以来|上?确定|审议的|作出的|通过的|后))"
)
_LOOKS_BACK = lazy_pattern(r"(?:去年|上一?年度?|前年)[^。;]{0,16}\Z")
"""In front of a sitting that is only looked back at: 去年｜召开的第七次会议."""
_ORDINAL = lazy_pattern(rf"第({_NUMBER})次")


class Sitting(Struct, frozen=True):
    """One sitting, where it stands and which it is; `key` is the same in any report."""

    start: int
    end: int
    key: tuple[str, str, int]


def find_sittings(flat: str) -> Iterator[Sitting]:
    """The sittings that a levelled text says were held.

    Only of bodies whose count runs through the years: a committee's, or a government's within its
    term (十七届). 第三次党组会议 may be the third of each year.
    """
    if "次" not in flat:
        return
    for found in _SITTING.finditer(flat):
        if _LOOKS_BACK.search(flat[max(0, found.start() - 24) : found.start()]):
            continue
        begin = found.start("rows")
        for row in _ORDINAL.finditer(found["rows"]):
            number = int(row[1]) if row[1].isdecimal() else parse_numeral(row[1])
            if number is not None:
                # A committee meets as a whole, whether 全体 says so or not.
                kind = "" if found["kind"] == "全体" else found["kind"] or ""
                key = (found["body"].removeprefix("第"), kind, number)
                yield Sitting(begin + row.start(), begin + row.end(), key)
