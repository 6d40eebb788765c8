"""Years and dates as offices write them."""

from __future__ import annotations

import pytest

from drafter.zh.dates import find_date, find_years, parse_date, read_year


@pytest.mark.parametrize(
    "text",
    [
        "2025年1月20日",
        "2025 年 1 月 20 日",
        "２０２５年１月２０日",
        "二〇二五年一月二十日",
        "二○二五年一月二十日",
        "二零二五年一月二十号",
        "二0二五年一月二十日",
        "二O二五年元月二十日",
        "2025年元月20日",
        "2025-01-20",
        "2025/1/20",
        "2025.1.20",
        "（2025年1月20日）",
        "\u30002025年1月20日 ",
    ],
)
def test_a_date_in_any_writing_becomes_iso(text: str) -> None:
    assert parse_date(text) == "2025-01-20"


@pytest.mark.parametrize(
    "text",
    [
        "2025年1月",
        "2025年2月30日",
        "2025年13月1日",
        "自2025年1月20日起施行",
        "1月20日",
        "2025-01/20",
        "",
    ],
)
def test_what_is_no_whole_date_is_none(text: str) -> None:
    assert parse_date(text) is None


def test_a_date_inside_a_sentence_is_found_with_its_place() -> None:
    text = "会议于2025年2月30日改到2025年3月1日召开"
    found = find_date(text)
    assert found is not None
    iso, start, end = found
    assert (iso, text[start:end]) == ("2025-03-01", "2025年3月1日")


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2024年工作", [(2024, "2024", "2024年")]),
        ("2024 年度工作", [(2024, "2024", "2024 年度")]),
        ("二〇二四年度", [(2024, "二〇二四", "二〇二四年度")]),
        ("２０２４年", [(2024, "２０２４", "２０２４年")]),
        ("2025度法治", [(2025, "2025", "2025度")]),
        (
            "2023年以来至2024年",
            [(2023, "2023", "2023年"), (2024, "2024", "2024年")],
        ),
        ("办理2024件", []),
        ("电话02024年", []),
        ("十四年", []),
    ],
    ids=["plain", "blank", "chinese", "full-width", "lost-nian", "two", "count", "digits", "short"],
)
def test_years_are_found_with_their_measure_word(
    text: str, years: list[tuple[int, str, str]]
) -> None:
    found = [
        (at.year, text[at.start : at.end], text[at.start : at.unit_end]) for at in find_years(text)
    ]
    assert found == years


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2024", 2024),
        ("２０２４", 2024),
        ("二〇二四", 2024),
        ("二零二四", 2024),
        ("二0二四", 2024),
        ("二Ｏ二四", 2024),
        ("某年", None),
    ],
)
def test_four_digits_are_read(text: str, year: int | None) -> None:
    assert read_year(text) == year
