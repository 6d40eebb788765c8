"""The little language of the data files: what a phrase matches, and what it refuses."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

from drafter.knowledge import load
from drafter.zh.slots import (
    SLOTS,
    Places,
    SlotError,
    compared,
    compile_pattern,
    named_periods,
    title_spans,
    year_numbers,
)

_parser: Any = import_module("re._parser")  # there is no public way


def found(pattern: str, text: str, boundaries: tuple[str, ...] = ()) -> list[str]:
    """The words of a text that a phrase matches."""
    form = compared(text)
    words = tuple(compared(word).form for word in boundaries)
    spans = [
        form.span(start, end) for start, _, end in compile_pattern(pattern).find(form.form, words)
    ]
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        pytest.param("“八五”普法", "推进“八五”普法工作", ["“八五”普法"], id="as written"),
        pytest.param("“八五”普法", "推进八五普法工作", ["八五普法"], id="marks missing"),
        pytest.param("“八五”普法", "推进'八五'普法工作", ["'八五'普法"], id="other marks"),
        pytest.param("《甲法》", "学习〈甲法〉和甲法", ["〈甲法〉", "甲法"], id="title marks"),
        pytest.param(
            "{年}年",
            "２０２５ 年和二〇二四年",
            ["２０２５ 年", "二〇二四年"],
            id="width and blanks",
        ),
        pytest.param("{年}年", "接待12025年鉴", [], id="part of a longer number"),
        pytest.param("规划{期}", "规划（2021—2025年）", ["规划（2021—2025年）"], id="period"),
        pytest.param("规划{期}", "规划(20212025年)", ["规划(20212025年)"], id="lost dash"),
        pytest.param("{年}—{年}年", "2021至2025年", ["2021至2025年"], id="dash as word"),
        pytest.param(
            "第{序}次会议", "第九次会议、第12次会议", ["第九次会议", "第12次会议"], id="ordinals"
        ),
        pytest.param("{甲|甲乙}会", "甲乙会", ["甲乙会"], id="longest choice first"),
        pytest.param(
            "新[修订][的]条例", "新条例、新修订的条例", ["新条例", "新修订的条例"], id="optional"
        ),
        pytest.param("{引号}行动", "开展“清风”行动", ["“清风”行动"], id="quoted"),
        pytest.param("{引号含攻坚}", "推进“三攻坚”和“百日”", ["“三攻坚”"], id="quoted with a word"),
        pytest.param(
            "{书名}施行", "《乙〈丙〉办法》施行", ["《乙〈丙〉办法》施行"], id="nested title"
        ),
        pytest.param("{次中}全会", "二中、三中和四中全会", ["二中、三中和四中全会"], id="plenums"),
        pytest.param("{日期}", "2025-03-05 与 2025.3.5", ["2025-03-05", "2025.3.5"], id="dates"),
    ],
)
def test_finds(pattern: str, text: str, words: list[str]) -> None:
    assert found(pattern, text) == words


def test_name_in_front_ends_at_verbs_and_marks() -> None:
    assert found("{名}整治", "一是扎实开展农田排灌整治，夜市整治", ("开展",)) == [
        "农田排灌整治",
        "夜市整治",
    ]


def test_bare_keyword_is_no_name() -> None:
    assert found("{名}整治", "扎实开展整治", ("开展",)) == []


@pytest.mark.parametrize(
    "text", ["甲[乙", "甲]乙", "甲{乙", "{没有}年", "甲[乙[丙]]", "{数}", "{甲|}", "甲{名}", "[甲]"]
)
def test_refuses(text: str) -> None:
    with pytest.raises(SlotError, match="“"):
        compile_pattern(text)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2021—2025年", (2021, 2025)),
        ("20212025", (2021, 2025)),
        ("二〇二五年、二○二四", (2025, 2024)),
        ("无", ()),
    ],
)
def test_year_numbers(text: str, years: tuple[int, ...]) -> None:
    assert year_numbers(text) == years


def test_positions_survive_removed_characters() -> None:
    text = "\u200b第 九\u3000次 会议"
    form = compared(text)
    assert text[slice(*form.span(0, len(form.form)))] == "第 九\u3000次 会议"


def test_unclosed_title_ends_at_the_full_stop() -> None:
    form = compared("《甲。《乙》").form
    assert title_spans(form) == ((3, 6),)


def _longest_match(pattern: str) -> int:
    longest: int = _parser.parse(pattern).getwidth()[1]
    return longest


@pytest.mark.parametrize("slot", SLOTS)
def test_the_longest_match_of_a_slot_is_known(slot: str) -> None:
    pattern, _, longest, _ = SLOTS[slot]
    assert _longest_match(pattern) == longest


def test_the_longest_match_of_a_phrase_and_a_character_behind_it_are_within_reach() -> None:
    texts = [text for row in load(None).phrases.rows for text in row.texts]
    patterns = list(map(compile_pattern, [*texts, "{引号含攻坚}—[{甲乙|丙—丁}]行动"]))
    assert all(min(_longest_match(p.source) + 1, 240) <= p.reach for p in patterns)
    assert min(p.reach for p in patterns) < 20


def test_a_phrase_as_long_as_it_can_be_is_found() -> None:
    pattern = compile_pattern("攻坚{短}规定{年}年")
    text = f"前{'的' * 50}攻坚{'的' * 16}规定2025年{'后' * 50}"
    assert [text[start:end] for start, _, end in pattern.find(text)] == [text[51:76]]
    assert list(pattern.find(text.replace("攻坚", "攻坚的"))) == []


def test_what_a_slot_must_not_be_followed_by_is_seen_at_the_end_of_its_reach() -> None:
    pattern = compile_pattern("《{日期}")
    assert [end for _, _, end in pattern.find(compared("《2025-12-31").form)] == [11]
    assert list(pattern.find(compared("《2025-12-311").form)) == []


def test_words_are_looked_for_once_and_found_overlapping() -> None:
    places = Places("法法法治")
    assert (places.of("法法"), places.of("法"), places.of("治法"), places.of("行")) == (
        [0, 1], [0, 1, 2], [], [],
    )  # fmt: skip


def test_names_are_read_from_the_comma_before_them() -> None:
    text = (
        "办理12件，贯彻落实法治政府建设实施纲要（2021—2025年）、《某县规划》，完成。纲要，另有纲要"
    )
    found = list(named_periods(compared(text).form, ("纲要",)))
    assert [(row.name, row.years, row.is_opened) for row in found] == [
        ("贯彻落实法治政府建设实施纲要", (2021, 2025), False),
        ("某县规划", (), True),
        ("另有纲要", (), False),
    ]
