"""How quantities are written: value, unit, amount, approximator."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.facts.lexicon import lexicon_of
from drafter.knowledge.indicators import load_indicators
from drafter.zh.clauses import split_clauses
from drafter.zh.non_counts import NOT_COUNTS, find_non_counts, quoted_spans
from drafter.zh.quantities import find_quantities, level, parse_amount
from drafter.zh.table_rows import level_cells

GRAMMAR = lexicon_of(load_indicators()).grammar


@pytest.mark.parametrize(
    ("printed", "amount"),
    [
        ("29", "29"),
        ("1,234", "1234"),
        ("１２．５", "12.5"),
        ("3.4亿", "340000000"),
        ("106.89万", "1068900"),
        ("2千余万", "20000000"),
        ("1200余万", "12000000"),
        ("5百", "500"),
        ("三百", "300"),
        ("一百二十六", "126"),
        ("两千", "2000"),
        ("百", "100"),
        ("十", "10"),
        ("十二", "12"),
        ("三十余万", "300000"),
        ("九十五点六", "95.6"),
        ("1 230", "1230"),
        ("－9.4", "-9.4"),
        ("9天半", "9.5"),
        ("两个半小时", "2.5"),
        ("九成五", "95"),
        ("八成半", "85"),
        ("↑1.2万", "12000"),
    ],
)
def test_amounts_are_exact(printed: str, amount: str) -> None:
    assert parse_amount(printed) == Decimal(amount)


@pytest.mark.parametrize("printed", ["10%—15", "3至5", "数十", "几百", "", "件"])
def test_what_is_no_single_amount_has_none(printed: str) -> None:
    assert parse_amount(printed) is None


@pytest.mark.parametrize(
    ("text", "value", "unit", "approx"),
    [
        ("受众超26万人次", "26万", "人次", "超"),
        ("近百场", "百", "场", "近"),
        ("三百余件", "三百", "件", "余"),
        ("2千余万元", "2千余万", "元", "余"),
        ("1.15万余条", "1.15万", "条", "余"),
        ("95%以上", "95", "%", "以上"),
        ("9学时/人以上", "9", "学时/人", "以上"),
        ("28微克/立方米", "28", "微克/立方米", None),
        ("10%—15%", "10%—15", "%", None),
        ("3至5个工作日", "3至5", "个工作日", None),
        ("5千克", "5", "千克", None),
        ("3百分点", "3", "百分点", None),
        ("百分之九十", "九十", "%", None),
        ("百分之95.6", "95.6", "%", None),
        ("八成", "八", "成", None),
        ("八成三级医院", "八", "成", None),
        ("9天半", "9天半", "天", None),
        ("三年半以内", "三年半", "年", "以内"),
        ("两个半小时", "两个半小时", "个小时", None),
        ("1个半月左右", "1个半月", "个月", "左右"),
        ("九成五以上", "九成五", "%", "以上"),
        ("两成半", "两成半", "%", None),
        ("3天半脱产", "3", "天", None),
        ("1200人（次）", "1200", "人（次）", None),
        ("29 件", "29", "件", None),
        ("3.4 亿 条", "3.4 亿", "条", None),
        ("12.5％", "12.5", "%", None),
        ("4.8万标箱", "4.8万", "标箱", None),
        ("节约12万元", "12万", "元", None),
        ("附近5个站点", "5", "个", None),
        ("不少于10个", "10", "个", "不少于"),
        ("30来人", "30", "人", "来"),
        ("五十来名", "五十", "名", "来"),
        ("3成多", "3", "成", "多"),
        ("2个多月", "2", "个", "多"),
        ("缩短3天余", "3", "天", "余"),
        ("整改12件余，", "12", "件", "余"),
        # 来, 多 and 余 that begin the next word.
        ("108人来访", "108", "人", None),
        ("120余人来我市", "120", "人", "余"),
        ("15件来电", "15", "件", None),
        ("8个多功能室", "8", "个", None),
        ("12件多为小额", "12", "件", None),
        ("3公里多处塌方", "3", "公里", None),
        ("办结5件余案转入下年", "5", "件", None),
    ],
)
def test_parts_of_a_quantity(text: str, value: str, unit: str, approx: str | None) -> None:
    (found,) = find_quantities(level(text), GRAMMAR)
    assert level(text)[found.value_start : found.value_end] == level(value)
    assert found.unit == level(unit)
    assert found.approx == approx


@pytest.mark.parametrize("text", ["4部门", "21镇街", "156村（社区）", "34单位"])
def test_a_noun_may_follow_without_measure_word(text: str) -> None:
    (found,) = find_quantities(level(text), GRAMMAR)
    assert found.unit is None
    assert found.bare


def test_from_and_to_are_two_figures() -> None:
    found = list(find_quantities("由85%到98%", GRAMMAR))
    assert [q.number for q in found] == [85, 98]


@pytest.mark.parametrize(
    "text",
    [
        "第九次、第十次会议", "〔2024〕35号", "2021—2025年", "2024年3月5日", "1—12月", "二〇二四年",
        "“1+7+N”", "1+7+N", "7×24小时", "《办法（2024年版）》", "12.4国家宪法日", "10:30", "5G",
        "15分钟公共法律服务圈", "最后1公里", "“123456”", "”双随机”", '"三项制度"', "13812345678",
    ],
)  # fmt: skip
def test_numbers_that_count_nothing_are_covered(text: str) -> None:
    flat = level(text)
    spans = find_non_counts(flat)
    numerals = [i for i, c in enumerate(flat) if c.isdigit() or c in "一二三四五六七八九十〇"]
    assert all(any(a <= i < b for a, b in spans) for i in numerals)


def test_quotation_marks_pair_whatever_their_form() -> None:
    text = '推行“A”和”B”，以及"C"，“没有下文。后面'
    assert [text[a:b] for a, b in quoted_spans(text)] == ["“A”", "”B”", '"C"']


def test_wide_blanks_and_tabs_part_cells() -> None:
    assert level_cells("许可\t６２　　７１") == "许可|62| 71"


def test_clauses_keep_names_whole() -> None:
    text = "完善“甲，乙”机制，修订《丙，丁》；共1,234件。"
    assert [text[c.start : c.end] for c in split_clauses(text)] == [
        "完善“甲，乙”机制", "修订《丙，丁》", "共1,234件",
    ]  # fmt: skip


@given(st.text(max_size=80))
def test_levelling_keeps_every_place(text: str) -> None:
    assert len(level(text)) == len(text)


@given(st.text(alphabet="0123456789一二三百千万亿余近，。“”%件个第年月:+-— ", max_size=60))
def test_quantities_are_ordered_and_apart(text: str) -> None:
    flat = level(text)
    found = list(find_quantities(flat, GRAMMAR))
    assert all(q.start <= q.value_start < q.value_end <= q.end for q in found)
    assert all(a.end <= b.value_start for a, b in pairwise(found))


@given(st.integers(min_value=0, max_value=10**7))
def test_printed_integers_are_read_back(number: int) -> None:
    assert parse_amount(f"{number:,}") == number


NUMBERED = ["2024", "19", "365", "7", "13812345678", "3", "123456789", "一二", "二〇二四", "十"]
AROUND = [
    *" 号年月日时度分秒、。:;/.·・()[]〔〕{}【】+×*xX~〜–—―-至到\n\t\x1c\u2003《》第届次半小圈天",
    "人大", "政协", "大会", "常委会", "最后", "小时", "分钟", "公里", "TOP", "top", "5G", "km", "A",
    "宪法", "件", "“",
]  # fmt: skip


@given(st.lists(st.sampled_from([*NUMBERED, *NUMBERED, *AROUND]), max_size=12).map("".join))
def test_each_place_where_a_number_counts_nothing_is_looked_at(text: str) -> None:
    tried = {match.span() for match in NOT_COUNTS.finditer(text)}
    assert tried | set(quoted_spans(text)) == set(find_non_counts(text))


@pytest.mark.parametrize("count", ["3.4亿", "１２", "1,234", "九十"])
def test_a_number_at_either_end_of_a_text_is_found(count: str) -> None:
    for text in (f"{count}件", f"\t{count}件", f"共{count}件", f"{count} 件。"):
        flat = level(text)
        (found,) = find_quantities(flat, GRAMMAR)
        assert (flat[found.value_start : found.value_end], found.unit) == (level(count), "件")


@pytest.mark.parametrize("printed", ["9" * 15, "1.2345", "130万亿", "1.23456亿", "0.0001"])
def test_an_amount_that_a_report_may_tell_is_exact(printed: str) -> None:
    assert parse_amount(printed) is not None


@pytest.mark.parametrize(
    "printed", ["9" * 16, "1" * 40, "1" * 40 + ".5", "0.00001", "1." + "3" * 40, "999999万亿亿亿"]
)
def test_an_amount_that_no_report_tells_is_not_calculated_with(printed: str) -> None:
    assert parse_amount(printed) is None
