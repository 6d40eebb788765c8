"""Misspelt names of laws, and the many that only look like one."""

from __future__ import annotations

import pytest

from drafter.zh.near_names import NearNames, bare_title
from tests.reading import KNOWLEDGE

LAWS = NearNames(KNOWLEDGE.words["law_titles"])


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        ("劳动争议调解仲栽法", "劳动争议调解仲裁法"),
        ("保障农民工工资支付条列", "保障农民工工资支付条例"),
        ("民族区域自制法", "民族区域自治法"),
        ("行政复义法", "行政复议法"),
        ("未成年保护法", "未成年人保护法"),
        ("政府信息公公开条例", "政府信息公开条例"),
        ("治安处罚管理法", "治安管理处罚法"),
        ("政府公开信息条例", "政府信息公开条例"),
    ],
)
def test_one_slip_is_found(title: str, meant: str) -> None:
    assert LAWS.meant(bare_title(f"《中华人民共和国{title}（2021年修订）》")) == meant


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        ("政府信息公开法", "政府信息公开条例"),
        ("道路运输法", "道路运输条例"),
        ("优化营商环境法", "优化营商环境条例"),
        ("快递法", "快递暂行条例"),
        ("反食品浪费条例", "反食品浪费法"),
        ("民营经济促进条例", "民营经济促进法"),
        ("行政复议条例", "行政复议法"),
        ("城乡规划条例", "城乡规划法"),
        # There are both, or neither.
        ("土地管理法实施条例", None),
        ("食品安全法", None),
        ("长城保护条例", None),
        ("行政处罚办法", None),
        ("", None),
    ],
)
def test_a_law_is_no_regulation(title: str, meant: str | None) -> None:
    assert LAWS.of_other_kind(title) == meant


@pytest.mark.parametrize(
    "title",
    [
        "行政处罚法", "行政强制法", "民事诉讼法", "刑事诉讼法", "水污染防治法", "土壤污染防治法",
        "市优化营商环境条例", "澄溪县安全生产条例", "安全生产条例", "行政处罚办法",
        "政府采购办法", "耕地保护法", "长城保护条例", "信访条例", "法律援助条例", "城市规划法",
        "行政处罚", "法", "条例", "",
    ],
)  # fmt: skip
def test_another_text_is_left_alone(title: str) -> None:
    assert LAWS.meant(bare_title(f"《{title}》")) is None


@pytest.mark.parametrize("title", KNOWLEDGE.words["law_titles"])
def test_no_listed_law_is_taken_for_another(title: str) -> None:
    assert LAWS.meant(title) is None


def test_each_slip_leads_to_a_listed_law() -> None:
    rows = [row.split("→") for row in KNOWLEDGE.words["law_slips"]]
    listed = KNOWLEDGE.words["law_titles"]
    assert all(wrong not in listed and right in listed for wrong, right in rows)
