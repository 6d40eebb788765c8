"""Rates in a sentence: changes of them, their names, and which may exceed one hundred."""

from __future__ import annotations

import pytest

from drafter.zh.quantities import level
from drafter.zh.rates import (
    has_open_base,
    is_change_of_rate,
    is_rate_name,
    may_count_carried,
    may_exceed_hundred,
)

CHANGES = [
    "办结率98%，同比提高",
    "办结率98%，较上年提高了",
    "办结率98%，比2024年上升",
    "办结率98%，较2024年同期下降",
    "办结率98%，提升",
    "办结率98%，与上年相比下降",
    "办结率98%（较上年降低",
    "按时办结率同比提高",
    "群众满意率较去年提升近",
    "败诉率同比下降",
    "败诉率2.5%，环比回落",
    "群众满意度96%，较上年提升",
    "法律顾问覆盖面较上年扩大后再提高",
    "专业人员占比较上年上升",
    "持证人员比例较上年增加",
    "纠错率降幅达",
    "公众知晓度91.2%，比去年提高了",
    "一审服判率９６％，同比上升",
    "调解成功率98.5%，略有下降",
    "参考率比上年增长",
    "合格率97%，比上年的95%提高",
    "调解和解率41.21%，比上年的33.33%提高",
]
NO_CHANGES = [
    "办结率提高到",
    "办结率由93%提升至",
    "败诉率降到",
    "案件量同比下降",
    "办结率98%，案件量同比下降",
    "涉企检查频次下降",
    "办理效率提升",
    "检查频率降低",
    "平均利率下降",
    "税率降低",
    "受理案件187件，同比增长",
    "行政处罚同比减少",
    "办结率98%，投诉量比上年减少",
    "办结率98%，受理量较2024年增长",
    "罚没金额较上年下降",
    "办理时限平均压缩",
    "合格率100%，抽检批次增长",
    "新设经营主体5876户，同比增长",
    "办结率为",
    "力争再下降",
    "办结率98%。信访量同比下降",
]
NAMES = [
    "按时办结率",
    "群众满意率达",
    "合格率为",
    "参考率和合格率均达",
    "法律顾问覆盖率达到",
    "出庭应诉率保持在",
    "调解成功率稳定在",
    "办复率、满意率均为",
    "群众满意度为",
    "公众知晓度达",
    "女性占比",
    "检查覆盖面达到",
    "占案件总数的",
    "占审结案件的",
    "占到受理总量的",
    "比例由28.6%提高到",
    "办结率从93.9%上升至",
    "专业人员比例为",
    "公示率已达",
    "整改率是",
]
NO_NAMES = [
    "同比增长",
    "较上年下降",
    "完成年度任务的",
    "占年度目标任务的",
    "占上年的",
    "是上年的",
    "办理效率提升",
    "检查频率降低",
    "补偿标准提高到原标准的",
    "行政效率为",
    "受理量达到去年的",
    "办结率98%，案件量增长",
    "压缩",
    "超额",
    "价格上涨",
    "办结率98%。产值增长",
    "贷款利率为",
    "增幅达",
    "减少近",
    "投资额为计划的",
]
BEYOND = [
    "同比增长",
    "增长率为",
    "增幅达",
    "增速为",
    "完成年度任务的",
    "任务完成率",
    "目标达成率为",
    "预算执行率",
    "任务达标率达",
    "投资回报率为",
    "资产负债率为",
    "床位使用率",
    "设施利用率达",
    "农商行拨备覆盖率达到",
    "资本充足率为",
    "项目达产率",
    "诺言兑现率达",
    "资产增值率",
    "产销率为",
    "收益率达",
]
WITHIN = [
    "按时办结率",
    "合格率为",
    "满意率达",
    "覆盖率达到",
    "出庭应诉率",
    "公示率",
    "网上可办率",
    "调解成功率为",
    "占案件总数的",
    "参考率和合格率均达",
    "群众满意度为",
    "整改率",
    "公开率达",
    "备案率和及时率均为",
    "执法全过程记录率达",
    "持证率",
    "化解率",
    "办复率为",
    "纠错率",
    "增长8%，合格率为",
]


@pytest.mark.parametrize("before", CHANGES)
def test_a_change_of_a_rate(before: str) -> None:
    assert is_change_of_rate(level(before))


@pytest.mark.parametrize("before", NO_CHANGES)
def test_no_change_of_a_rate(before: str) -> None:
    assert not is_change_of_rate(level(before))


@pytest.mark.parametrize("before", NAMES)
def test_the_name_of_a_rate(before: str) -> None:
    assert is_rate_name(level(before))


@pytest.mark.parametrize("before", NO_NAMES)
def test_no_name_of_a_rate(before: str) -> None:
    assert not is_rate_name(level(before))


@pytest.mark.parametrize("before", BEYOND)
def test_what_may_exceed_a_hundred(before: str) -> None:
    assert may_exceed_hundred(before)


@pytest.mark.parametrize("before", WITHIN)
def test_what_may_not_exceed_a_hundred(before: str) -> None:
    assert not may_exceed_hundred(before)


@pytest.mark.parametrize("before", ["结案率为", "审结率", "执结率达", "收结案件，结案率"])
def test_cases_carried_over_may_count(before: str) -> None:
    assert may_count_carried(before)


@pytest.mark.parametrize("before", ["按时办结率", "整改率", "审结率93%，满意率"])
def test_nothing_is_carried_over(before: str) -> None:
    assert not may_count_carried(before)


@pytest.mark.parametrize("before", ["审结率为", "直接纠错率", "调撤率达", "败诉率", "报送备案率"])
def test_places_count_from_different_bases(before: str) -> None:
    assert has_open_base(before)


@pytest.mark.parametrize("before", ["调解成功率", "合格率", "网上可办率", "纠错率8%，合格率"])
def test_the_base_is_clear(before: str) -> None:
    assert not has_open_base(before)
