"""Numbers of automatic lists in the formats of Word, and signs of symbol fonts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.zh.list_numbers import read_bullet, read_symbol, write_number
from drafter.zh.numerals import format_numeral, parse_numeral


@pytest.mark.parametrize(
    ("number_format", "number", "shown"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedCircle", 10, "⑩"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalEnclosedCircleChinese", 2, "②"),
        ("decimalEnclosedFullstop", 2, "⒉"),
        ("decimalEnclosedParen", 3, "⑶"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 3, "C"),
        ("lowerLetter", 28, "bb"),
        ("chineseCounting", 20, "二十"),
        ("chineseCounting", 101, "一○一"),
        ("chineseCountingThousand", 11, "十一"),
        ("chineseCountingThousand", 101, "一百零一"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("japaneseCounting", 111, "百十一"),
        ("ideographDigital", 10, "一〇"),
        ("taiwaneseDigital", 10, "一○"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographLegalTraditional", 3, "參"),
        ("ideographTraditional", 3, "丙"),
        ("ideographZodiac", 12, "亥"),
        ("ideographZodiacTraditional", 13, "丙子"),
        ("ideographEnclosedCircle", 1, "㊀"),
        ("numberInDash", 3, "- 3 -"),
        ("none", 3, ""),
        ("someNewFormat", 3, "3"),
    ],
)
def test_a_number_is_written_as_word_shows_it(number_format: str, number: int, shown: str) -> None:
    assert write_number(number, number_format) == shown


@given(st.integers(1, 9999))
def test_counting_is_read_back(number: int) -> None:
    assert parse_numeral(write_number(number, "chineseCountingThousand")) == number


@given(st.integers(1, 99))
def test_headings_are_counted_as_drafter_counts_them(number: int) -> None:
    assert write_number(number, "chineseCounting") == format_numeral(number)


@pytest.mark.parametrize("number", [-1, 0, 10**6])
def test_no_number_is_too_odd(number: int) -> None:
    for number_format in ("chineseCountingThousand", "upperRoman", "upperLetter", "decimalZero"):
        assert len(write_number(number, number_format)) < 10


def test_signs_of_symbol_fonts_become_ones_that_any_font_has() -> None:
    assert read_bullet("\uf0d8") == "➢"
    assert read_bullet("\uf0b7") == "•"
    assert read_bullet("\uf001") == "•"
    assert read_bullet("—") == "—"
    assert read_symbol(0xF081, "Wingdings") == "①"
    assert read_symbol(0xF0B4, "Symbol") == "×"
    assert read_symbol(0x2460, "仿宋") == "①"
    assert read_symbol(0xF001, "仿宋") is None
