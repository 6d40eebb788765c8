"""Outcomes told in words: results of a year, not the manner in which a thing is done."""

from __future__ import annotations

import pytest

from drafter.zh.claims import find_claims, find_standings, find_trends

CLAIMS = ("全覆盖", "无一败诉", "零投诉")


@pytest.mark.parametrize(
    "text",
    [
        "村（社区）法律顾问实现全覆盖。",
        "述法全覆盖，工作有序。",
        "实现全覆盖检查企业1200家。",
        "做到了全覆盖排查，不留死角。",
        "督察全覆盖、检查零投诉。",
        "全覆盖的网格。",
    ],
)
def test_a_result_is_a_claim(text: str) -> None:
    assert "全覆盖" in find_claims(text, CLAIMS)


@pytest.mark.parametrize(
    "text",
    ["调整全省最低工资标准。", "对标全国最高标准。", "兜住全市最低生活保障线。"],
)
def test_a_standard_with_its_name_is_no_place_taken(text: str) -> None:
    assert find_claims(text, ("全省最", "全国最", "全市最")) == []


def test_the_best_of_all_is_a_claim() -> None:
    assert find_claims("败诉率全省最低，办结率全市最高。", ("全省最", "全市最")) == [
        "全省最",
        "全市最",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "一是全覆盖检查。",
        "开展全覆盖式培训。",
        "组织全覆盖排查整治。",
        "全覆盖监督检查工地。",
        "全覆盖走访企业。",
    ],
)
def test_the_manner_of_an_act_is_none(text: str) -> None:
    assert find_claims(text, CLAIMS) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("大的纠纷少了，小的邻里矛盾多了。", ["少了", "多了"]),
        ("平均用时再压缩半天，材料提前半天送达。", ["压缩半天"]),
        ("开办缩短至半个工作日，半年培训一次，压缩至半天内。", ["缩短至半个工作日"]),
        ("民事纠纷数量有所回落，而劳动争议略有上升。", ["有所回落", "略有上升"]),
        ("案件数同比持平略降。", ["同比持平", "略降"]),
        ("一年办案数相当于过去三年总和。", ["相当于过去三年总和"]),
        ("水权成交97单，比前三年总和还多。", ["比前三年总和还多"]),
        ("行政诉讼案件呈下降趋势。", ["呈下降趋势"]),
        ("投诉量逐年下降,信访稳中有降。", ["逐年下降", "稳中有降"]),
        ("万人成讼率明显下降；", ["明显下降"]),
        ("群众办事少了跑腿，多了便利。", []),
        ("持续增加执法力量，逐年减少证明事项。", []),
        ("案件有所下降%。", []),
        ("多了解群众诉求，有所作为。", []),
        ("明显减少了重复检查。", []),
        ("呈报上级机关，持有执法证。", []),
        ("提升了服务水平。", []),
        ("相当于一级响应。", []),
    ],
)
def test_trends_are_found(text: str, said: list[str]) -> None:
    assert find_trends(text) == said


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("归集率98%，位列全市开发区之首。", "列全市开发区之首"),
        ("网上办案覆盖率居全市首位。", "居全市首位"),
        ("案卷评查得分列全市榜首，", "列全市榜首"),
        ("考核成绩跻身全省第一方阵。", "跻身全省第一方阵"),
        ("一审败诉率9.4%，低于全省平均水平。", "低于全省平均水平"),
        ("各项指标均优于全市平均值。", "优于全市平均值"),
        ("普法考核全省领先。", "考核全省领先"),
    ],
)
def test_how_an_office_stood_among_others_is_told(text: str, standing: str) -> None:
    assert find_standings(text) == [standing]


@pytest.mark.parametrize(
    "text",
    [
        "把法治建设摆在首位。",
        "第一方阵、第一书记派驻到村。",
        "对满意度低于全市平均水平的单位进行约谈。",
        "成绩居首位责任落实单位。",
        "首问负责制全面落实。",
    ],
)
def test_what_comes_first_is_no_standing(text: str) -> None:
    assert find_standings(text) == []
