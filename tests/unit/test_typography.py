"""Signs, numbering, dates and blanks left in a text; and the measure of a report's length."""

from __future__ import annotations

import re
from functools import partial

import pytest

from drafter import api
from drafter.knowledge import load
from drafter.model import Finding
from drafter.zh.typography import (
    DOUBLED,
    FULL_DATE,
    HALF_WIDTH,
    LEADING_ZERO,
    Stretch,
    excerpt,
    leftovers,
    numbering_fault,
    unpaired_signs,
)
from tests.acceptance.small_reports import report_text, understood, with_section
from tests.growth import assert_in_proportion

WORDS = ("待补充", "待核实", "待定", "略", "请核对")
NOUNS = ("数据", "名称", "具体时间")
OPENERS = ("此处",)


def hits(pattern: re.Pattern[str], text: str) -> list[str]:
    return [found[0] for found in pattern.finditer(text)]


def left(text: str) -> list[tuple[str, bool]]:
    return [(text[m.start : m.end], m.is_sure) for m in leftovers(text, WORDS, NOUNS, OPENERS)]


def test_an_excerpt_is_verbatim_and_stays_inside() -> None:
    assert excerpt("甲乙丙，，丁", Stretch(3, 5), 2) == "乙丙，，丁"
    assert excerpt("，，", Stretch(0, 2)) == "，，"


# ------------------------------------------------------------------ doubled


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("成效明显。。全年", "。。"),
        ("培训3次，，参训", "，，"),
        ("普法、、执法", "、、"),
        ("一是甲；；二是乙", "；；"),
        ("如下：：", "：："),
        ("培训3次，。", "，。"),
        ("培训3次。，", "。，"),
        ("合同，、协议", "，、"),
        ("修改2件； 。", "； 。"),
        ("修改2件；　。", "；　。"),
        ("培训3次。。。", "。。。"),
        ("平安如何保？。", "？。"),
        ("真好！，", "！，"),
        ("培训,,参训", ",,"),
        ("培训，,参训", "，,"),
        ("培训,，参训", ",，"),
        ("参训;;完成", ";;"),
        ("培训3次。.", "。."),
        ("“有案必查。”。", "。”。"),
        ("“查，”，又", "，”，"),
        ("》，，", "，，"),
    ],
)
def test_doubled_stops(text: str, expected: str) -> None:
    assert hits(DOUBLED, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "好！！",
        "真的？！",
        "真的！？",
        "还有……",
        "还有……。",
        "——主动",
        "甲”“乙",
        "甲》《乙",
        "“有案必查。”组织",
        "“有案必查”。组织",
        "（试行）。",
        "》、《",
        "”、“",
        "：“甲",
        "。”",
        "1,234件",
        "12:30",
        "e.g., that",
        "A::B",
        "3.5%。",
        "甲。\n乙",
    ],
)
def test_stops_that_are_no_double(text: str) -> None:
    assert hits(DOUBLED, text) == []


# --------------------------------------------------------------- half width


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("培训3次,参训", 1),
        ("培训, 参训", 1),
        ("如下:", 1),
        ("修改2件;废止", 1),
        ("(试行)", 2),
        ("办法(试行)》", 2),
        ("实施纲要(2021—2025年)", 2),
        ('"放管服"改革', 2),
        ("'三项制度'", 2),
        ("何在?", 1),
        ("加油!", 1),
        ("满意率100%,比上年", 1),
        ("APP,上线", 1),
        ("法惠民.安", 1),
        ("全面完成.", 1),
        ("《办法》,《细则》", 1),
        ("网址:https", 1),
        ("第1,2项,共", 1),
        ("“八五”,普法", 1),
        ("甲,乙,丙", 2),
    ],
)
def test_half_width_signs(text: str, count: int) -> None:
    assert len(hits(HALF_WIDTH, text)) == count


@pytest.mark.parametrize(
    "text",
    [
        "1,234件",
        "上午9:30至17:00",
        "比例3:2",
        "3.5%",
        "https://a.gov.cn/x?y=1",
        "a@b.cn",
        "ISO 9001:2015, Clause 8",
        "“GB/T 9704-2012”",
        "It's",
        "培训3次，参训",
        "（试行）",
        "4.5万",
        "2025.1.5",
        "No.3",
        "A.甲",
        "2.0版",
        "“Safety, Health”",
        "Q&A",
        "1+N",
        "5G",
    ],
)
def test_signs_that_are_right_in_half_width(text: str) -> None:
    assert hits(HALF_WIDTH, text) == []


# -------------------------------------------------------------------- pairs


@pytest.mark.parametrize(
    ("text", "pair", "at"),
    [
        ("落实“放管服改革", "“”", 2),
        ("落实放管服”改革", "“”", 5),
        ("“八五“普法", "“”", 3),
        ("”八五”普法", "“”", 0),
        ("《行政复议法", "《》", 0),
        ("行政复议法》", "《》", 5),
        ("《条例〉", "《》", 0),
        ("村（社区", "（）", 1),
        ("村(社区", "（）", 1),
        ("村社区）", "（）", 3),
        ("《细则（试行》", "（）", 3),
        ("（“三项制度）”", "“”", 1),
        ("【公告", "【】", 0),
        ("〔2024", "〔〕", 0),
        ("‘法律明白人", "‘’", 0),
        ("「枫桥", "「」", 0),
        ("（（试行）", "（）", 0),
        ("共12件）", "（）", 4),
        ("“甲”“乙", "“”", 3),
        ("（一、加强“领导", "“”", 5),
    ],
)
def test_unpaired_signs(text: str, pair: str, at: int) -> None:
    assert (pair, at) in [(fault.pair, fault.at) for fault in unpaired_signs(text)]


@pytest.mark.parametrize(
    "text",
    [
        "落实“放管服”改革",
        "《办法（试行）》",
        "村（社区)",
        "村(社区）",
        "“‘三项’制度”",
        "《关于〈甲〉的通知》",
        "《关于《甲》的通知》",
        "“学习《“八五”规划》”",
        "1）甲；2）乙",
        "（一、加强",
        "二）转变",
        "a）甲；b）乙",
        "People’s Court",
        "’24",
        "",
        "〔2024〕3号",
        "【甲】",
        "（一）加强（二）改进",
        "“甲（“乙”）丙”",
        "((甲))",
    ],
)
def test_paired_signs(text: str) -> None:
    assert unpaired_signs(text) == ()


def test_what_is_left_open_may_be_closed_by_the_next_paragraph() -> None:
    (fault,) = unpaired_signs("他说：“第一")
    assert fault.is_open
    (fault,) = unpaired_signs("第二”")
    assert not fault.is_open


def test_one_fault_a_pair() -> None:
    assert len(unpaired_signs("“" * 9)) <= 2
    assert len(unpaired_signs("）" * 9)) == 1


# ---------------------------------------------------------------- numbering


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("一.主要举措", "“一、”"),
        ("一．主要举措", "“一、”"),
        ("一,主要举措", "“一、”"),
        ("十二，主要举措", "“一、”"),
        ("一.2024年工作", "“一、”"),
        ("二：不足", "“一、”"),
        ("1、加强", "“1.”"),
        ("12、加强", "“1.”"),
        ("1，加强", "“1.”"),
        ("1、2024年", "“1.”"),
        ("(一)加强", "“（一）”“（1）”"),
        ("(1)加强", "“（一）”“（1）”"),
        ("（一)加强", "“（一）”“（1）”"),
        ("(一）加强", "“（一）”“（1）”"),
        ("（一）、加强", "“（一）”“（1）”，后面不加标点"),
        ("（1）.加强", "“（一）”“（1）”，后面不加标点"),
        ("（一、加强", "“（一）”"),
        ("二）加强", "“（一）”"),
        ("第一、加强", "“第一，”"),
        ("首先、加强", "“第一，”"),
    ],
)
def test_faults_of_numbering(text: str, right: str) -> None:
    fault = numbering_fault(text)
    assert fault is not None
    assert fault[1] == right


@pytest.mark.parametrize(
    "text",
    [
        "一、主要举措",
        "（一）加强",
        "1.加强",
        "1．加强",
        "（1）加强",
        "①加强",
        "第一，加强",
        "一是加强",
        "首先，加强",
        "十二、加强",
        "4.5万户",
        "1、2号楼",
        "一般程序",
        "第一、二批",
        "二十届三中全会",
        "⒈加强",
        "第一部分 举措",
        "1,234件",
        "",
        "十九大以来",
    ],
)
def test_right_numbering(text: str) -> None:
    assert numbering_fault(text) is None


# -------------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026年01月05日", "2026年01月05日"),
        ("2026年2月05日", "2月05日"),
        ("2026年02月15日", "2026年02月15日"),
        ("05月20日", "05月20日"),
        ("2026年03月", "2026年03月"),
        ("5月08号", "5月08号"),
        ("２０２６年０１月５日", "２０２６年０１月５日"),
        ("2026 年 01 月 05 日", "2026 年 01 月 05 日"),
    ],
)
def test_leading_zeros(text: str, expected: str) -> None:
    assert [found[-len(expected) :] for found in hits(LEADING_ZERO, text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "2026年1月5日",
        "2026年10月20日",
        "10月30日",
        "0.5个月",
        "100日",
        "2000年5月",
        "30日",
        "3个月0天",
    ],
)
def test_dates_without_leading_zeros(text: str) -> None:
    assert hits(LEADING_ZERO, text) == []


@pytest.mark.parametrize(
    ("text", "is_full"),
    [
        ("2026年1月5日", True),
        ("2026 年 1 月 5 日", True),
        ("二〇二六年一月五日", False),
        ("2026.1.5", False),
        ("2026-01-05", False),
        ("2026年1月", False),
        ("26年1月5日", False),
    ],
)
def test_full_dates(text: str, is_full: bool) -> None:  # noqa: FBT001 -- a column of the table
    assert bool(FULL_DATE.fullmatch(text)) is is_full


# ---------------------------------------------------------------- leftovers


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("培训XX次", "XX"),
        ("培训ＸＸ次", "ＸＸ"),
        ("培训xx次", "xx"),
        ("××局", "××"),
        ("移送××局", "××"),
        ("《××办法》", "××"),
        ("20XX年", "20XX"),
        ("XXXX年", "XXXX"),
        ("培训X次", "X"),
        ("X年X月", "X"),
        ("办结×件", "×"),
        ("办结 X 件", "X "),
        ("办结**件", "**"),
        ("办结____件", "____"),
        ("办结＿件", "＿"),
        ("办结（  ）件", "（  ）"),
        ("办结()件", "()"),
        ("《》", "《》"),
        ("“　”", "“　”"),
        ("○○局", "○○"),
        ("办结??件", "??"),
        ("（待补充）", "（待补充）"),
        ("（数据待核实）", "（数据待核实）"),
        ("(名称待定)", "(名称待定)"),
        ("【请核对】", "【请核对】"),
        ("（此处写案例）", "（此处写案例）"),
        ("（略）", "（略）"),
        ("TODO核对", "TODO"),
        ("某年某月", "某年某月"),
    ],
)
def test_blanks_left_by_people(text: str, what: str) -> None:
    assert (what, True) in left(text)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("全年办结。数据待补充。", "数据待补充"),
        ("具体时间待定。", "具体时间待定"),
        ("在某某镇召开", "某某"),
        ("某某县率先", "某某"),
    ],
)
def test_what_may_be_meant(text: str, what: str) -> None:
    assert left(text) == [(what, False)]


@pytest.mark.parametrize(
    "text",
    [
        "X光机",
        "AA级企业",
        "XML接口",
        "XXL号",
        "CT、MRI",
        "1+N+X个",
        "3+X项清单",
        "X项目",
        "7×24小时",
        "3×5米",
        "王××与赵××、",
        "张某某诉某局案",
        "帮助某某公司",
        "138****1234",
        "二○○八年",
        "二〇〇〇年",
        "其余2件线索待核实",
        "题库有待补充",
        "（其中3件待核实）",
        "策略）",
        "（战略）",
        "真的？",
        "file_name",
        "〔2024〕",
        "（试行）",
        "“甲”",
        "●加强",
        "线索核实",
        "（详见附件）",
        "简略。",
    ],
)
def test_what_people_mean(text: str) -> None:
    assert left(text) == []


# -------------------------------------------------------------- performance


@pytest.mark.parametrize(
    "text",
    ["（", "“《", "”", "，", "。 ", "1", "X", "_", "（ ", "待补充", "汉", "*", "?", "1）", "一"],
    ids=repr,
)
def test_long_texts_are_read_once(text: str) -> None:
    for pattern in (DOUBLED, HALF_WIDTH, LEADING_ZERO):
        assert_in_proportion(partial(hits, pattern), text)
    assert_in_proportion(left, text)
    assert_in_proportion(numbering_fault, text)
    assert_in_proportion(unpaired_signs, text)


# ------------------------------------------------- the rules on small reports


def found(text: str, rule: str) -> list[Finding]:
    review = api.examine_report(understood(text), load(None))
    return [finding for finding in review.findings if finding.rule == rule]


def test_a_long_report_is_told_so() -> None:
    (finding,) = found(with_section("依法办理行政处罚案件。" * 600), "L01")
    assert "超过" in finding.message


def test_half_width_signs_make_one_finding_with_their_number() -> None:
    (finding,) = found(with_section("全年办案12件,审结11件,撤回1件(含旧存)。"), "W06")
    assert "4处" in finding.message
    assert "办案12件,审结" in finding.quote


def test_numbering_makes_one_finding_a_fault() -> None:
    text = report_text(
        achievements="一.主要举措和成效\n1、执法\n全年办案12件。\n2、普法\n全年普法3场。\n"
    )
    assert len(found(text, "W05")) == 2


def test_a_quotation_over_two_paragraphs_is_closed() -> None:
    assert found(with_section("县长要求：“一要学习，\n二要落实。”全年办案12件。"), "W07") == []
    assert len(found(with_section("县长要求：“一要学习。\n全年办案12件。"), "W07")) == 1
