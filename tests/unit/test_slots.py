"""The little language of the data files: what a phrase matches, and what it refuses."""

from __future__ import annotations

import pytest

from drafter.zh.slots import SlotError, compared, compile_pattern, title_spans, year_numbers


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
