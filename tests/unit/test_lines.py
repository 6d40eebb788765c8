"""Lines with positions, and paragraphs put together from wrapped lines."""

from __future__ import annotations

import pytest

from drafter.model import Span
from drafter.structure.lines import (
    Block,
    Line,
    Wrap,
    are_all_indented,
    continues,
    ends_sentence,
    find_wrap,
    visible_lines,
)
from tests.reading import source_of


def line(text: str, number: int = 1, *, indented: bool = False, after_gap: bool = False) -> Line:
    return Line(number, 0, len(text), text, indented=indented, after_gap=after_gap)


def test_visible_lines_know_their_place() -> None:
    lines = visible_lines(source_of("\n　　一、成效 \n\u200b\n下一行"))
    assert [(at.number, at.start, at.end, at.text) for at in lines] == [
        (2, 2, 6, "一、成效"),
        (4, 0, 3, "下一行"),
    ]
    assert [(at.indented, at.after_gap) for at in lines] == [(True, True), (False, True)]


@pytest.mark.parametrize(
    "sign", ["\v", "\f", "\x1c", "\x85", "\u2028", "\u2029"], ids=lambda c: f"{ord(c):04x}"
)
def test_soft_breaks_part_paragraphs_of_one_line(sign: str) -> None:
    lines = visible_lines(source_of(f"甲文件{sign}乙文件"))
    assert [(at.number, at.start, at.text) for at in lines] == [(1, 0, "甲文件"), (1, 4, "乙文件")]


@pytest.mark.parametrize(
    ("text", "starts"),
    [("甲\v", [0]), ("\v甲", [1]), ("甲\v\f\u2028乙\x85", [0, 4]), ("\v　\f甲", [3])],
    ids=["behind", "before", "in-a-row", "blank-between"],
)
def test_soft_breaks_beside_nothing_leave_no_line(text: str, starts: list[int]) -> None:
    assert [at.start for at in visible_lines(source_of(text))] == starts


def test_a_block_tells_the_spans_of_a_stretch_over_lines() -> None:
    block = Block(
        "健全制度规范", (line("健全制", 3), Line(5, 2, 5, "度规范", indented=True, after_gap=False))
    )
    assert block.spans(1, 5) == (Span(3, 1, 3), Span(5, 2, 4))
    assert block.spans(4, 6) == (Span(5, 3, 5),)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("办理。", True),
        ("办理。”", True),
        ("办理：", True),
        ("办理，", False),
        ("办理", False),
        ("”", False),
    ],
    ids=["stop", "quote", "colon", "comma", "word", "only-quote"],
)
def test_a_sentence_ends_with_a_stop(text: str, *, ends: bool) -> None:
    assert ends_sentence(text) is ends


def test_wrapped_lines_have_a_limit() -> None:
    wrap = find_wrap([line("审查文件" * 7, n) for n in range(1, 9)])
    assert wrap is not None
    assert wrap.is_full(line("审查文件" * 7))
    assert not wrap.is_full(line("审查文件。"))


def test_characters_may_be_counted_instead_of_columns() -> None:
    rows = [f"{'审' * n}{'x1' * ((28 - n) // 2)}" for n in (28, 18, 22, 28, 14, 26, 20, 24)]
    wrap = find_wrap([line(text, n) for n, text in enumerate(rows, start=1)])
    assert wrap == Wrap(28, by_count=True)


@pytest.mark.parametrize(
    "rows",
    [
        ["审查文件" * 7] * 4,
        ["审查文件" * 40, *["审查文件。"] * 8],
        ["审查文件" * 7 + "。"] * 8,
        ["审查。"] * 9,
    ],
    ids=["few", "one-long", "whole-sentences", "short"],
)
def test_paragraphs_have_none(rows: list[str]) -> None:
    assert find_wrap([line(text, n) for n, text in enumerate(rows, start=1)]) is None


FULL = "审查文件" * 7
STOPPED = "审查文件" * 6 + "审查了。"


@pytest.mark.parametrize(
    ("before", "after", "goes_on"),
    [
        (line(FULL), line("继续"), True),
        (line(STOPPED), line("继续"), True),
        (line("审查了文件。"), line("继续"), False),
        (line("审查了文件，"), line("继续"), True),
        (line(FULL), line("继续", indented=True), False),
        (line(FULL), line("继续", after_gap=True), True),
        (line(STOPPED), line("继续", after_gap=True), False),
    ],
    ids=["full", "full-stopped", "short", "short-comma", "indent", "gap", "gap-stopped"],
)
def test_a_full_line_goes_on(before: Line, after: Line, *, goes_on: bool) -> None:
    assert continues(before, after, Wrap(56), indents=True, indented=False, opens=False) is goes_on


def test_a_marker_always_begins_a_paragraph() -> None:
    assert not continues(
        line(FULL), line("（二）规范"), Wrap(56), indents=False, indented=False, opens=True
    )


def test_an_ordinal_broken_in_two_is_one() -> None:
    before = line("第一，法治教育培训还不够系统；第")
    assert continues(
        before, line("二，执法队身份多样；"), None, indents=False, indented=False, opens=True
    )


def test_where_all_are_indented_a_line_without_indent_goes_on() -> None:
    rows = [
        line("一、成效", indented=True),
        line("（一）制度。全年审", indented=True),
        line("查文件12件。"),
        line("（二）执法。全年检", indented=True),
        line("查企业31户，立"),
        line("案6件。"),
        line("（三）普法。全年办", indented=True),
        line("活动9场。"),
        line("二、不足。", indented=True),
        line("执法力量不足。", indented=True),
    ]
    assert are_all_indented(rows)
    assert not are_all_indented([*rows, line("培训不够。")])
    assert not are_all_indented(rows[:5])
    by_chance = [
        *rows[:8],
        line("（四）全年集中举办培训。", indented=True),
        line("参训96人。"),
        *rows[8:],
    ]
    assert are_all_indented(by_chance, Wrap(30))
    assert not are_all_indented(by_chance)
    goes_on = [
        continues(line("全年审"), after, None, indents=True, indented=True, opens=False)
        for after in (line("查"), line("查", indented=True), line("查", after_gap=True))
    ]
    assert goes_on == [True, False, False]


@pytest.mark.parametrize(
    ("before", "goes_on"),
    [("审查文件" * 6 + "，", True), ("审查文件" * 6, False), ("审查，", False)],
    ids=["comma", "word", "short"],
)
def test_without_a_limit_only_a_comma_goes_on(before: str, *, goes_on: bool) -> None:
    assert (
        continues(line(before), line("继续"), None, indents=False, indented=False, opens=False)
        is goes_on
    )
