"""Blanks in running text, and what stands before them."""

from __future__ import annotations

import pytest

from drafter.zh.file_names import next_round
from drafter.zh.placeholders import (
    find_placeholders,
    is_placeholder,
    last_clause,
    scale_of,
    split_unit,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("审查〔文件，上年29〕件", ["〔文件，上年29〕"]),
        ("苇政发〔2025〕8号", []),
        ("苇政发〔 2025 〕8号和〔待填〕", ["〔待填〕"]),
        ("〔新一轮纲要名称待核〕", ["〔新一轮纲要名称待核〕"]),
        ("没有〔收尾", []),
    ],
)
def test_blanks_are_found_and_file_numbers_are_not(text: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in find_placeholders(text)] == found


def test_a_blank_and_nothing_else() -> None:
    assert is_placeholder(" 〔待填〕 ")
    assert not is_placeholder("〔待填〕35")
    assert not is_placeholder("〔2025〕")


def test_the_clause_before_a_blank() -> None:
    assert last_clause("增长3%，人数分别下降") == "人数分别下降"
    assert last_clause("分别下降") == "分别下降"


@pytest.mark.parametrize(("value", "scale"), [("2.8万", "万"), ("3万亿", "万亿"), ("29", "")])
def test_the_scale_of_a_value(value: str, scale: str) -> None:
    assert scale_of(value) == scale


@pytest.mark.parametrize(
    ("shown", "parts"), [("万元", ("万", "元")), ("件", ("", "件")), ("", ("", ""))]
)
def test_a_unit_as_a_sheet_shows_it(shown: str, parts: tuple[str, str]) -> None:
    assert split_unit(shown) == parts


@pytest.mark.parametrize(
    ("stem", "following"),
    [("2025", "2025-已填"), ("2025-已填", "2025-已填2"), ("2025-已填9", "2025-已填10")],
)
def test_the_name_of_the_next_round(stem: str, following: str) -> None:
    assert next_round(stem) == following
