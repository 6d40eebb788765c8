"""What tells a heading from body text."""

from __future__ import annotations

import pytest

from drafter.zh import heading_text


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("审查文件29件", True),
        ("培训3110余人次", True),
        ("办结1.2万件", True),
        ("达98.6%", True),
        ("率为98.6％", True),
        ("案例 20 个", True),
        ("2024年工作", False),
        ("“1+7+N”机制", False),
        ("12345热线", False),
        ("十二场", False),
    ],
)
def test_a_figure_with_a_measure_word_makes_body(text: str, *, count: bool) -> None:
    assert (heading_text.COUNT.search(text) is not None) is count


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("加强组织领导　全县召开会议", True),
        ("落实“三项制度” 全年公示", True),
        ("发布案例 20 个", False),
        ("加强组织领导。全县", False),
    ],
)
def test_a_gap_parts_words_not_figures(text: str, *, gap: bool) -> None:
    assert (heading_text.GAP.search(text) is not None) is gap


@pytest.mark.parametrize(
    ("text", "future"),
    [
        ("我局将加强监督", True),
        ("将其列为重点", False),
        ("将法治建设纳入考核", False),
        ("将“全省现代水网建设规划”列入年度决策事项目录", False),
        ("要进一步压实责任", True),
        ("要素保障有力", False),
    ],
)
def test_jiang_is_will_only_where_it_takes_no_object(text: str, *, future: bool) -> None:
    assert (heading_text.FUTURE.search(text) is not None) is future


def test_the_first_chapter_inside_a_line_is_found() -> None:
    found = heading_text.INNER_CHAPTER.search("现将情况报告如下：一、主要举措")
    assert found is not None
    assert found.group() == "：一、"


def test_an_item_without_shi_is_found_before_a_verb_only() -> None:
    pattern = heading_text.lost_item(["组织", "加强"])
    text = "二是印发计划。三组织开展培训；四加强督导。五名干部参训。"
    assert [found.group(1) for found in pattern.finditer(text)] == ["三", "四"]


@pytest.mark.parametrize(
    ("sentence", "turns"),
    [
        ("下一步，将加强监督。", True),
        ("三是下一步抓好培训。", True),
        ("（三）下一步打算", True),
        ("同时，下一步要规范程序。", True),
        ("抓好下一步工作。", False),
    ],
)
def test_a_turn_stands_at_the_head_of_a_sentence(sentence: str, *, turns: bool) -> None:
    assert (heading_text.turn_to(["下一步"]).match(sentence) is not None) is turns


def test_glue_is_where_a_subject_follows_the_last_word_of_a_heading() -> None:
    pattern = heading_text.glued_subject(["建设"], ["镇党委"])
    text = "统筹推进法治政府建设镇党委高度重视"
    found = pattern.search(text)
    assert found is not None
    assert text[: found.start()] == "统筹推进法治政府建设"
    assert pattern.search("推进建设2024年制定计划") is not None
    assert pattern.search("建设工作由镇党委牵头") is None
