"""Where a heading ends and its body begins."""

from __future__ import annotations

import pytest

from drafter.structure.headings import glue, has_count, has_inner_stop, heading_end
from tests.reading import KNOWLEDGE

FINDER = glue(KNOWLEDGE.words)
MEANS = "以制度建设为抓手，出台《执法衔接办法》，配合做好《条例》修订，完成执法事项清单动态调整。"


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("健全学法制度。全年学法4次。", "健全学法制度。"),
        ("健全学法制度", "健全学法制度"),
        ("健全学法制度！全年学法4次。", "健全学法制度！"),
        ("加强组织领导　全县召开会议3次。", "加强组织领导　"),
        ("加强组织领导 全县召开会议3次。", "加强组织领导 "),
        ("加强组织领导：全县召开会议3次。", "加强组织领导："),
        ("推进法治政府建设镇党委专题研究法治议题3次。", "推进法治政府建设"),
        ("提升依法行政能力今年以来举办培训班2期。", "提升依法行政能力"),
        ("夯实依法行政基础2024年制定计划5项。", "夯实依法行政基础"),
        ("2024年工作安排。继续推进。", "2024年工作安排。"),
        ("落实“三项制度” 全年公示信息900条。", "落实“三项制度” "),
        (MEANS, MEANS),
    ],
    ids=[
        "stop", "line-end", "exclamation", "wide-gap", "gap", "colon", "glued-subject",
        "glued-today", "glued-year", "leading-year", "gap-after-quote",
        "means",
    ],
)  # fmt: skip
def test_a_heading_ends_where_its_body_begins(text: str, heading: str) -> None:
    end = heading_end(text, 0, len(text), FINDER)
    assert end is not None
    assert text[:end] == heading


@pytest.mark.parametrize(
    "text",
    [
        "全年审查行政规范性文件29件。",
        "一是修订规则。二是清理文件。",
        "在上级机关的大力支持下我们紧扣目标主动作为奋力拼搏开创了蒸蒸日上的崭新局面" * 2,
        "",
    ],
    ids=["count", "items", "long", "empty"],
)
def test_body_text_has_no_heading(text: str) -> None:
    assert heading_end(text, 0, len(text), FINDER) is None


@pytest.mark.parametrize(
    ("text", "count"),
    [("审查29件", True), ("提升98.6%", True), ("第一责任人", False), ("“1+7+N”", False)],
    ids=["pieces", "percent", "ordinal", "slogan"],
)
def test_a_count_is_seen(text: str, *, count: bool) -> None:
    assert has_count(text) is count


@pytest.mark.parametrize(
    ("text", "inner"),
    [("健全制度。规范程序", True), ("健全制度。", False), ("健全制度。 ", False), ("制度", False)],
    ids=["inside", "last", "last-before-blank", "none"],
)
def test_a_stop_at_the_end_is_no_inner_stop(text: str, *, inner: bool) -> None:
    assert has_inner_stop(text) is inner


@pytest.mark.parametrize("title", ["《乡镇执法规范化建设标准》", "“乡镇执法规范化”行动"])
def test_no_heading_ends_inside_a_title_or_a_quotation(title: str) -> None:
    text = f"规范综合执法,出台{title},举办执法骨干轮训班3期,建立行政执法监督员制度。"
    end = heading_end(text, 0, len(text), FINDER)
    assert end is None or not text.index(title) < end < text.index(title) + len(title)


def test_a_quotation_that_opens_a_heading_is_not_cut() -> None:
    name = "“执法能力提升年”"
    text = f"实施{name}行动，全年组织业务比武4次。"
    end = heading_end(text, 0, len(text), FINDER)
    assert end is None or end >= text.index(name) + len(name)


def test_a_verb_of_the_body_is_no_name_of_a_campaign() -> None:
    text = "健全执法监督机制开展专项行动，全年查处案件86件。"
    assert heading_end(text, 0, len(text), FINDER) == text.index("开展")


@pytest.mark.parametrize(
    "name", ["能力提升三年行动（2026—2028年）", "治理机制创新工程", "素养提升年活动"]
)
def test_no_heading_ends_inside_the_name_of_a_campaign(name: str) -> None:
    text = f"开展执法人员{name}，全年培训执法骨干1200人，实现三级平台数据互通。"
    end = heading_end(text, 0, len(text), FINDER)
    assert end is None or end >= text.index(name) + len(name)
