"""What two texts are compared by: folding, trimming, columns."""

from __future__ import annotations

import pytest

from drafter.zh.width import display_width, fold, fold_char, is_blank, trim


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("２０２４年", "2024年"),
        ("（一）", "(一)"),
        ("审 查\u300029\t件", "审查29件"),
        ("零\u200b宽\ufeff字", "零宽字"),
        ("控\x01制\x00字", "控制字"),
        ("①⒈㈠", "11("),
        ("“八五”普法", "“八五”普法"),
        ("", ""),
    ],
    ids=["digits", "brackets", "blanks", "zero-width", "control", "enclosed", "quotes", "empty"],
)
def test_widths_and_blanks_do_not_count(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("char", ["㎡", "①", "㈠", "ﬁ", "…", "½", "㏒", "a", "一"])
def test_one_character_folds_to_one_at_most(char: str) -> None:
    assert len(fold_char(char)) <= 1


@pytest.mark.parametrize(
    ("text", "blank"),
    [("", True), (" \u3000\t", True), ("\u200b\ufeff\x00", True), ("。", False), (" 一 ", False)],
    ids=["empty", "blanks", "invisible", "stop", "word"],
)
def test_a_text_without_anything_to_see_is_blank(text: str, *, blank: bool) -> None:
    assert is_blank(text) is blank


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ("\u3000\u3000审查 文件。 ", "审查 文件。"),
        ("\ufeff一、成效\x00", "一、成效"),
        ("成效", "成效"),
        (" \u3000", ""),
        ("", ""),
    ],
    ids=["indent", "invisible", "bare", "blank", "empty"],
)
def test_ends_are_trimmed_of_all_that_is_not_seen(text: str, visible: str) -> None:
    start, end = trim(text)
    assert text[start:end] == visible


@pytest.mark.parametrize(
    ("text", "columns"),
    [("审查29件", 8), ("（一）", 6), ("abc", 3), ("零\u200b宽", 4), ("", 0)],
    ids=["mixed", "full", "latin", "zero-width", "empty"],
)
def test_wide_characters_take_two_columns(text: str, columns: int) -> None:
    assert display_width(text) == columns


def test_folding_a_text_folds_each_of_its_characters() -> None:
    for code in range(0x30000):
        char, form = chr(code), fold_char(chr(code))
        assert fold(f"法{char}，") == f"法{form},"
        assert fold(form) == form
