"""Years that a heading or a sentence is about, and the ordinals of 国家宪法日."""

from __future__ import annotations

import pytest

from drafter.zh.year_context import (
    find_constitution_days,
    find_subject_years,
    has_lost_dash,
    is_local_title,
    is_part_of_year,
    without_occasion,
)

HEADINGS = [
    "一、2024年主要举措和成效",
    "二、2024 年工作情况",
    "三、二〇二四年存在的不足",
    "四、２０２４年工作安排",
    "（一）2024年行政执法情况",
    "2024年度法治政府建设情况",
    "第一部分　2024年工作回顾",
    "推进2024年法治政府建设的主要做法",
]
SENTENCES = [
    "2024年，我镇扎实推进法治政府建设。",
    "2024年度，全县审查合同62份。",
    "2024年审查合同62份。",
    "成效明显。2024年全镇排查矛盾纠纷386件。",
    "一是2024年开展执法检查54次。",
    "现将2024年度法治政府建设情况报告如下：",
    "现将我县2024年法治政府建设情况汇报如下：",
    "制定《云岫县2024年法治政府建设工作要点》，细化任务45项。",
    "编制公布2024年度重大行政决策事项目录5项。",
    "落实《2024年度执法检查计划》。",
    "二〇二四年，全局立案574件。",
    "　　2024年，我局依法履职。",
    "截至2024年底，全县共有律师52名。",
    "截止2024年末，实有经营主体4.62万户。",
    "2024年，我镇制定干部学法计划，开展学法9次。",
    "2024年是全面落实的一年。",
    "（一）2024年，镇政府主持研究议题6个。",
    "在2024年，全县法治水平稳步提升。",
    "印发2024年普法依法治理工作要点。",
    "措施有力；2024年全县行政复议纠错率8%。",
]
NOT_SUBJECT = [
    "2024年、2025年分别受理行政复议案件132件、156件。",
    "2024年和2025年，全县行政复议案件分别为132件和156件。",
    "较2024年增长12%。",
    "受理案件176件，比2024年的152件增长15.79%。",
    "与2024年相比减少23个。",
    "2024年被命名为全省法治政府建设示范县。",
    "2024年，青塘村被命名为民主法治示范村。",
    "2024年获评省级示范。",
    "2024年荣获先进集体称号。",
    "实施三年行动（2022—2024年）。",
    "2024—2025年累计化解412件。",
    "2024年至2025年实施审计项目24个。",
    "自2024年3月起实行轮值。",
    "2024年以来的45卷案卷全部入库。",
    "2024年底“法律明白人”为1340名，现有1415名。",
    "2024年末为1340名。",
    "2024年报告指出的问题已经整改。",
    "2024年考核反馈的问题全部销号。",
    "2024年立项的平台投入使用。",
    "2024年出台的实施细则继续执行。",
    "2024年修订的办法执行良好。",
    "按照云政发〔2024〕8号文件执行。",
    "对2024年度重大行政决策事项目录执行情况开展评估。",
    "《行政处罚决定公示办法（2024年版）》",
    "回顾《2024年工作要点》完成情况。",
    "2024年8月，我镇获评示范单位。",
    "败诉率8.7%，2024年为10.2%。",
    "公布《2024年度法治政府建设年度报告》。",
    "印发《2024年度依法行政考核方案》。",
    "始于2024年的试点结束。",
    "2025年，我镇扎实推进法治政府建设。",
    "2024年度述法结果已经公布。",
]


@pytest.mark.parametrize("text", HEADINGS)
def test_a_heading_is_about_its_year(text: str) -> None:
    assert [at.year for at in find_subject_years(text, 2024, is_heading=True)] == [2024]


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_is_about_its_year(text: str) -> None:
    assert [at.year for at in find_subject_years(text, 2024, is_heading=False)] == [2024]


@pytest.mark.parametrize("text", NOT_SUBJECT)
def test_a_year_that_may_stand(text: str) -> None:
    assert list(find_subject_years(text, 2024, is_heading=False)) == []


@pytest.mark.parametrize(
    "text",
    [
        "（一）落实《法治政府建设实施纲要（2021—2024年）》",
        "（二）巩固2024年以来的成果",
        "（三）较2024年更进一步",
        "（四）持续推进2022—2024年三年行动",
    ],
)
def test_a_heading_that_only_names_the_year(text: str) -> None:
    assert list(find_subject_years(text, 2024, is_heading=True)) == []


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("第十二个国家宪法日", 2025),
        ("第12个国家宪法日", 2025),
        ("第１２个国家宪法日", 2025),
        ("第十一个“国家宪法日”", 2024),
        ("第十一个“12·4”国家宪法日", 2024),
        ("第一个国家宪法日", 2014),
        ("第二十个国家宪法日", 2033),
    ],
)
def test_the_year_of_a_constitution_day(text: str, year: int) -> None:
    assert [found[2] for found in find_constitution_days(f"围绕{text}开展宣传")] == [year]


@pytest.mark.parametrize("text", ["国家宪法日", "第十个全民国家安全教育日", "第十二个宪法宣传周"])
def test_days_without_an_ordinal_of_that_kind(text: str) -> None:
    assert list(find_constitution_days(text)) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [("上半年", True), ("第三季度", True), ("前三季度", True), ("今年", False), ("目前", False)],
)
def test_parts_of_the_report_s_year(words: str, *, expected: bool) -> None:
    assert is_part_of_year(words) is expected


def test_what_the_year_is_called_now_is_no_history() -> None:
    assert without_occasion("是“十四五”规划收官之年") == "是“十四五”规划"
    assert "收官" in without_occasion("“十四五”规划收官")


@pytest.mark.parametrize("before", ["按照《清河县", "落实云岫县", "对照《某市某局", "《中共某县委"])
def test_a_title_that_belongs_to_a_place(before: str) -> None:
    assert is_local_title(before)


@pytest.mark.parametrize("before", ["", "对照《", "落实", "印发《中共中央 国务院", "逐条对照国家"])
def test_a_title_of_the_whole_country(before: str) -> None:
    assert not is_local_title(before)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("纲要（20212025年）", True),
        ("纲要（２０２１２０２５年）", True),
        ("纲要（2021—2025年）", False),
    ],
)
def test_a_lost_dash(title: str, *, expected: bool) -> None:
    assert has_lost_dash(title) is expected
