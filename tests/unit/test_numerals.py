"""Chinese numerals, read and written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.zh.numerals import (
    DIGIT_CLASS,
    DIGITS,
    LARGE_UNITS,
    NUMERAL_CLASS,
    UNITS,
    format_numeral,
    parse_numeral,
    write_year,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("〇", 0),
        ("零", 0),
        ("七", 7),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("九十九", 99),
        ("一百", 100),
        ("一百零八", 108),
        ("一百一十", 110),
        ("二百零五", 205),
        ("两千", 2000),
        ("两千零三", 2003),
        ("三千四百五十六", 3456),
        ("一万", 10_000),
        ("十二万", 120_000),
        ("一万零五十", 10_050),
        ("三亿四千万", 340_000_000),
        ("一万二千亿", 1_200_000_000_000),
        ("一亿零三", 100_000_003),
        ("二〇二四", 2024),
        ("二○二四", 2024),
        ("二零二四", 2024),
        ("一九九九", 1999),
        ("贰拾叁", 23),
        ("伍佰", 500),
    ],
)
def test_a_numeral_is_read(text: str, number: int) -> None:
    assert parse_numeral(text) == number


@pytest.mark.parametrize("text", ["", "件", "12", "三件", "第三", "三十余", "3万", " 三"])
def test_what_is_no_numeral_alone_is_none(text: str) -> None:
    assert parse_numeral(text) is None


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九")],
)
def test_a_heading_numeral_is_written(number: int, text: str) -> None:
    assert format_numeral(number) == text


@pytest.mark.parametrize("number", [-1, 0, 100])
def test_no_heading_has_a_numeral_beyond_its_range(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        format_numeral(number)


@pytest.mark.property
@given(st.integers(1, 99))
def test_heading_numerals_survive_a_round_trip(number: int) -> None:
    assert parse_numeral(format_numeral(number)) == number


@pytest.mark.property
@given(st.integers(1000, 9999))
def test_years_written_digit_by_digit_survive_a_round_trip(year: int) -> None:
    assert parse_numeral("".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))) == year


@pytest.mark.parametrize(
    ("like", "shown"),
    [
        ("2024", "2025"),
        ("２０２４", "２０２５"),
        ("二〇二四", "二〇二五"),
        ("二○二四", "二○二五"),
        ("二零二四", "二零二五"),
        ("二O二四", "二〇二五"),
        ("24", "25"),
        ("２４", "２５"),
    ],
    ids=["ascii", "full width", "Chinese", "circle", "零", "letter", "short", "short and wide"],
)
def test_a_year_is_written_in_the_digits_of_the_old_one(like: str, shown: str) -> None:
    assert write_year(2025, like) == shown


@pytest.mark.property
@given(st.text(alphabet=NUMERAL_CLASS, min_size=1, max_size=12))
def test_whatever_is_made_of_numeral_characters_is_a_number(text: str) -> None:
    number = parse_numeral(text)
    assert number is not None
    assert number >= 0


def test_the_classes_for_patterns_hold_only_what_is_read() -> None:
    assert set(DIGIT_CLASS) <= set(DIGITS)
    assert set(NUMERAL_CLASS) == set(DIGIT_CLASS) | set("十百千") | set(LARGE_UNITS)
    assert set("十百千") <= set(UNITS)
