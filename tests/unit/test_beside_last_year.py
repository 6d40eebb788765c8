"""What a check says of this year's figures beside last year's, and what it keeps to itself."""

from __future__ import annotations

import pytest

from drafter import api
from drafter.facts.comparison import compare_reports
from drafter.knowledge import load
from drafter.knowledge.indicators import load_indicators
from drafter.model import Comparison
from tests.acceptance.small_reports import report_text, understood, with_section


def told(rule: str, last: str, now: str) -> list[str]:
    """The messages of a rule on a report of 2025 beside one on 2024."""
    text = with_section(now).replace("2025年", "2026年", 1).replace("2025", "2026")
    text = text.replace("关于2024年", "关于2025年").replace("\n2024年，棠溪", "\n2025年，棠溪")
    found = api.examine_report(
        understood(text, "2025.txt"), load(None), last=understood(with_section(last))
    )
    return [f.message for f in found.findings if f.rule == rule]


@pytest.mark.parametrize(
    ("last", "now", "copied"),
    [
        ("评查案卷236卷。", "评查案卷236卷。", True),
        # By as many more, offices of one's own.
        ("研究议题19次，比上年多12次。", "研究议题31次，比上年多12次。", False),
        ("法律援助案件同比增长12.12%。", "法律援助案件同比增长12.12%。", True),
        ("局属12个单位、18个科室全部述法。", "局属12个单位、18个科室全部述法。", False),
        ("抽查18个科室。", "抽查18个科室。", True),
    ],
)
def test_equal_numbers(last: str, now: str, *, copied: bool) -> None:
    numbers = ("236", "12", "18")
    found = [m for m in told("S04", last, now) if any(f"“{n}" in m for n in numbers)]
    assert bool(found) is copied


@pytest.mark.parametrize(
    ("last", "named"),
    [
        ("医疗机构被处罚款36万元，罚没入库。", False),
        ("判处有期徒刑十个月。", False),
        ("实施行政处罚罚款36万元。", True),
    ],
)
def test_the_number_of_one_case_is_not_missed(last: str, *, named: bool) -> None:
    found = [m for m in told("F04", last, "规范执法行为。") if "36万元" in m or "十个月" in m]
    assert bool(found) is named


def _replies(last: str, now: str) -> Comparison:
    newer = now.replace("2025", "2026").replace("2024", "2025")
    return compare_reports(
        understood(last), understood(newer, "2025.txt"), load(None), load_indicators()
    )


@pytest.mark.parametrize(
    ("told", "kept"), [("抽样调查知晓率达81%", True), ("群众满意率达81%", False)]
)
def test_a_rate_to_be_raised_is_found_under_its_name(told: str, *, kept: bool) -> None:
    last = report_text(plans="四、2025年工作安排\n（一）抓好普法。把知晓率提到80%。\n")
    now = with_section(f"办理行政处罚案件130件。设立普法角31个，{told}。")
    replies = [r for r in _replies(last, now).promises if "知晓率" in r.matter.text]
    assert [r.answer is not None for r in replies] == [kept]


@pytest.mark.parametrize(("told", "found"), [("50岁以上的占37%", True), ("35岁以下的占37%", False)])
def test_a_lack_with_a_share_is_taken_up_by_its_share(told: str, *, found: bool) -> None:
    head = "三、存在的不足和原因\n"
    last = report_text(
        shortcomings=f"{head}一是执法人员偏少。平均年龄46岁，50岁以上的占四成；部分中队仅有2人。\n"
    )
    now = report_text(
        shortcomings=f"{head}一是年龄偏大的问题仍未解决，{told}，主要原因是没有招录。\n"
    )
    replies = [r for r in _replies(last, now).shortcomings if "四成" in r.matter.text]
    assert [r.answer is not None for r in replies] == [found]
