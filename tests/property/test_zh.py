"""How Chinese is written, for any input."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.zh.clauses import split_clauses
from drafter.zh.dates import find_date, find_years, parse_date
from drafter.zh.numbering import BRACKET, CHAPTER, IS, NUMBER, PART, SECTION, find_marks, mark_at
from drafter.zh.numerals import format_numeral, parse_numeral
from drafter.zh.sentences import sentences
from drafter.zh.width import fold, fold_char, is_blank, trim

pytestmark = pytest.mark.property

CHINESE = {
    PART: "第{}部分",
    CHAPTER: "{}、",
    SECTION: "（{}）",
    IS: "{}是",
}
ARABIC = {NUMBER: "{}．", BRACKET: "（{}）"}
DIGITS = "〇一二三四五六七八九"
MARKUP = st.text(
    alphabet="一二三十是第部分（）()、．.,，。；①⑵㈢1２３ 　要方面其次首先，件号年月日Aa"
)


@given(st.integers(1, 99))
def test_numerals_survive_a_round_trip(number: int) -> None:
    assert parse_numeral(format_numeral(number)) == number


@given(st.integers(1, 99), st.sampled_from(sorted(CHINESE)))
def test_chinese_numbering_survives_a_round_trip(number: int, style: int) -> None:
    marker = CHINESE[style].format(format_numeral(number))
    mark = mark_at(f"{marker}健全制度")
    assert mark is not None
    assert (mark.end, mark.style, mark.number) == (len(marker), style, number)


@given(st.integers(1, 99), st.sampled_from(sorted(ARABIC)))
def test_arabic_numbering_survives_a_round_trip(number: int, style: int) -> None:
    marker = ARABIC[style].format(number)
    mark = mark_at(f"{marker}健全制度")
    assert mark is not None
    assert (mark.end, mark.style, mark.number) == (len(marker), style, number)


@given(st.dates())
def test_dates_survive_a_round_trip(date: object) -> None:
    iso = str(date)
    year, month, day = (int(piece) for piece in iso.split("-"))
    chinese = "".join(DIGITS[int(c)] for c in f"{year:04}")
    written = f"{chinese}年{format_numeral(month)}月{format_numeral(day)}日"
    is_known = 1900 <= year < 2100
    assert not is_known or parse_date(f"{year}年{month}月{day}日") == iso
    assert not 2000 <= year < 2100 or parse_date(written) == iso


@given(MARKUP)
def test_marks_lie_in_order_inside_the_text(text: str) -> None:
    marks = find_marks(text)
    ends = [0, *(mark.end for mark in marks)]
    assert all(end <= mark.start < mark.end for end, mark in zip(ends, marks, strict=False))
    assert ends[-1] <= len(text)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.characters())
def test_a_character_folds_to_one_at_most(char: str) -> None:
    assert len(fold_char(char)) <= 1


@given(st.text())
def test_trimming_takes_only_what_is_not_seen(text: str) -> None:
    start, end = trim(text)
    assert fold(text[start:end]) == fold(text)
    assert is_blank(text) is (start == end)


@given(st.text(alphabet="办理。！？；，”）1 \n"))
def test_sentences_tile_the_text(text: str) -> None:
    spans = sentences(text)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    kept = "".join(text[start:end] for start, end in spans)
    assert [c for c in kept if c not in "。！？”）"] == [c for c in text if c not in "。！？”）"]


@given(st.text(alphabet="办理件，。；：“”《》（）1,000 "))
def test_clauses_lie_in_order_and_hold_every_word(text: str) -> None:
    clauses = split_clauses(text)
    assert all(a.end <= b.start for a, b in pairwise(clauses))
    assert "".join(text[c.start : c.end] for c in clauses).count("办") == text.count("办")


@given(st.text(alphabet="二〇零○一四五年月日度十0２1-/. 件"))
def test_years_and_dates_stand_where_they_say(text: str) -> None:
    for at in find_years(text):
        assert 0 <= at.start < at.end < at.unit_end <= len(text)
        assert text[at.end : at.unit_end].strip().startswith(("年", "度"))
    found = find_date(text)
    assert found is None or 0 <= found[1] < found[2] <= len(text)
