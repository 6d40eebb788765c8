"""Numerals and markers at the beginning of headings and items."""

from __future__ import annotations

import re
from itertools import product

import pytest

from drafter.zh import numbering
from drafter.zh.numbering import (
    BRACKET,
    BULLET,
    CHAPTER,
    CIRCLE,
    DASH,
    IS,
    NUMBER,
    ORDINAL,
    PART,
    POINTLESS,
    SECTION,
    find_marks,
    mark_at,
)


@pytest.mark.parametrize(
    ("marker", "style", "number"),
    [
        ("第一部分", PART, 1),
        ("第二部分：", PART, 2),
        ("第三部分　", PART, 3),
        ("一、", CHAPTER, 1),
        ("十二、", CHAPTER, 12),
        ("三.", CHAPTER, 3),
        ("三．", CHAPTER, 3),
        ("二，", CHAPTER, 2),
        ("二,", CHAPTER, 2),
        ("四 、", CHAPTER, 4),
        ("Ⅰ、", CHAPTER, 1),
        ("Ⅲ．", CHAPTER, 3),
        ("Ⅻ ", CHAPTER, 12),
        ("壹、", CHAPTER, 1),
        ("拾．", CHAPTER, 10),
        ("三：", CHAPTER, 3),
        ("（一）", SECTION, 1),
        ("(一)", SECTION, 1),
        ("（十一)", SECTION, 11),
        ("( 二 ）", SECTION, 2),
        ("〔三〕", SECTION, 3),
        ("【三】", SECTION, 3),
        ("（四）、", SECTION, 4),
        ("（五", SECTION, 5),
        ("六）", SECTION, 6),
        ("㈡", SECTION, 2),
        ("1.", NUMBER, 1),
        ("2．", NUMBER, 2),
        ("3、", NUMBER, 3),
        ("4，", NUMBER, 4),
        ("１２．", NUMBER, 12),
        ("⒊", NUMBER, 3),
        ("（1）", BRACKET, 1),
        ("(12)", BRACKET, 12),
        ("3）", BRACKET, 3),
        ("⑷", BRACKET, 4),
        ("①", CIRCLE, 1),
        ("⑫", CIRCLE, 12),
        ("一是", IS, 1),
        ("十是", IS, 10),
        ("二要", IS, 2),
        ("第一，", ORDINAL, 1),
        ("其一，", ORDINAL, 1),
        ("首先，", ORDINAL, 1),
        ("其次，", ORDINAL, 2),
        ("再次，", ORDINAL, 3),
        ("最后，", ORDINAL, None),
        ("●", BULLET, None),
        ("➢ ", BULLET, None),
        ("——", DASH, None),
        ("──", DASH, None),
    ],
)
def test_a_marker_is_read(marker: str, style: int, number: int | None) -> None:
    mark = mark_at(f"{marker}健全学法制度")
    assert mark is not None
    assert (mark.start, mark.end, mark.style, mark.number) == (0, len(marker), style, number)


@pytest.mark.parametrize(
    "text",
    [
        "一、二级预案",
        "一、二、三产业融合",
        "一是否到位",
        "一是非曲直",
        "三要素齐全",
        "2.5万元",
        "3,200件",
        "2024.1.5",
        "2.2024万元",
        "3、5、7号楼",
        "（一季度）开展",
        "（三类案件）",
        "第一责任人",
        "第一批清单",
        "健全制度",
        "叁拾万元",
        "壹号线",
        "—1—",
        "一方面，健全制度",
        "另一方面，健全制度",
        "",
    ],
)
def test_what_only_looks_like_a_marker_is_none(text: str) -> None:
    assert mark_at(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3、2025年工作计划", "2025年工作计划"),
        ("1.2024年主要工作", "2024年主要工作"),
        ("2．2024 年印发方案", "2024 年印发方案"),
        ("12、12345热线办理工单30件", "12345热线办理工单30件"),
    ],
)
def test_a_year_or_a_hotline_may_follow_a_number_at_once(text: str, words: str) -> None:
    mark = mark_at(text)
    assert mark is not None
    assert (mark.style, text[mark.end :]) == (NUMBER, words)


def test_a_list_of_years_has_no_marks() -> None:
    assert find_marks("2023、2024年共办理30件，占1.2024%") == []


def test_a_number_without_its_point_is_a_style_of_its_own() -> None:
    mark = mark_at("1 制定学法计划")
    assert mark is not None
    assert (mark.style, mark.number) == (POINTLESS, 1)


def test_a_number_before_a_measure_word_is_a_figure() -> None:
    assert mark_at("3 件案件") is None


def test_blanks_after_a_marker_belong_to_it() -> None:
    mark = mark_at("（一） 　健全制度")
    assert mark is not None
    assert mark.end == 5


def test_all_marks_of_a_text_are_found_in_order() -> None:
    text = "（一）健全制度。一是修订规则；二是加强培训。1.办班3期。"
    assert [text[m.start : m.end] for m in find_marks(text)] == ["（一）", "一是", "二是", "1."]


def test_what_a_numeral_goes_on_with_lets_no_style_be_passed_over() -> None:
    every = re.compile(numbering._ANY_STYLE)  # noqa: SLF001 -- the same without looking ahead
    firsts = "第一十其首再最（(〔1２⒈①⑴㈠Ⅰ壹•—★法"
    rest = "一二十2部是要次后先、：:.．,，）) \t　①—法"
    for chars in product(firsts, rest, rest, "一、，法"):
        text = "".join(chars) + "分，法"
        found = every.match(text)
        mark = mark_at(text)
        assert (mark and mark.end) == (found and found.end()), text
