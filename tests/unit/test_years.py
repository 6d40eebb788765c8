"""What becomes of year numbers and dates: moved on, left with a reason, or blanked."""

from __future__ import annotations

import itertools

import pytest

from drafter.roll.years import NOT_WHOLE, YearEdit, year_edits


def edits(text: str, part: str | None = "achievements", *, heading: bool = False) -> list[YearEdit]:
    return year_edits(text, 2024, 1, part, heading=heading)


def rolled(text: str, part: str | None = "achievements", *, heading: bool = False) -> str:
    """The text as the draft shows it; a blanked date is 〔〕."""
    out, last = "", 0
    for edit in edits(text, part, heading=heading):
        shown = {"move": edit.text, "leave": text[edit.start : edit.end], "date": "〔〕"}
        out += text[last : edit.start] + shown[edit.action]
        last = edit.end
    return out + text[last:]


@pytest.mark.parametrize(
    ("text", "part", "shown"),
    [
        ("望溪镇24年法治政府建设工作报告", None, "望溪镇25年法治政府建设工作报告"),
        ("望溪镇 ２４ 年度法治政府建设工作报告", None, "望溪镇 ２５ 年度法治政府建设工作报告"),
        ("四、25年工作安排", "plans", "四、26年工作安排"),
        ("建局24年来的变化", None, "建局24年来的变化"),
        ("望溪镇23年大事记", None, "望溪镇23年大事记"),
    ],
)
def test_a_year_without_its_century_moves_on_in_headings(
    text: str, part: str | None, shown: str
) -> None:
    assert rolled(text, part, heading=True) == shown
    assert all(edit.reason for edit in edits(text, part, heading=True))


@pytest.mark.parametrize(
    ("text", "part", "shown"),
    [
        (
            "现将2024年工作情况及2025年计划报告如下：",
            None,
            "现将2025年工作情况及2026年计划报告如下：",
        ),
        (
            "现将2024年情况和2025年度工作安排报告如下",
            None,
            "现将2025年情况和2026年度工作安排报告如下",
        ),
        ("印发2025年工作计划", "achievements", "印发2025年工作计划"),
    ],
)
def test_a_preamble_may_name_the_plans_of_next_year(
    text: str, part: str | None, shown: str
) -> None:
    assert rolled(text, part) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2024年，全县依法行政水平提升。", "2025年，全县依法行政水平提升。"),
        ("2024年度工作如下", "2025年度工作如下"),
        ("２０２４年，全镇", "２０２５年，全镇"),
        ("二〇二四年，我局", "二〇二五年，我局"),
        ("2024 年，全县", "2025 年，全县"),
        ("2024年以来，县政府", "2025年以来，县政府"),
        ("截至2024年底，全县", "截至2025年底，全县"),
        ("公布2024年度重大行政决策事项目录", "公布2025年度重大行政决策事项目录"),
        ("2024年全年办理", "2025年全年办理"),
        ("2024年第二季度起重机械检查", "2025年第二季度起重机械检查"),
    ],
)
def test_the_subject_year_moves_on_without_a_remark(text: str, shown: str) -> None:
    assert rolled(text) == shown
    assert [edit.reason for edit in edits(text)] == [""]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("较2023年增长", "较2024年增长"),
        ("比2023年的52件多", "比2024年的52件多"),
        ("同比2023年下降", "同比2024年下降"),
        ("与2023年相比", "与2024年相比"),
    ],
)
def test_the_year_compared_with_moves_on_too(text: str, shown: str) -> None:
    assert rolled(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2025年，我县将抓好以下工作", "2026年，我县将抓好以下工作"),
        ("将5个乡镇列入2025年督察对象", "将5个乡镇列入2026年督察对象"),
        ("总结2024年经验", "总结2025年经验"),
    ],
)
def test_in_the_plans_next_year_becomes_the_one_after(text: str, shown: str) -> None:
    assert rolled(text, "plans") == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2024年推进法治政府建设的主要举措和成效", "2025年推进法治政府建设的主要举措和成效"),
        ("2025年工作安排", "2026年工作安排"),
        ("存在不足和2025年工作打算", "存在不足和2026年工作打算"),
    ],
)
def test_in_a_heading_the_year_is_the_subject(text: str, shown: str) -> None:
    assert rolled(text, None, heading=True) == shown


@pytest.mark.parametrize(
    "text",
    [
        "对照《法治政府建设实施纲要（2021—2025年）》",
        "对照法治政府建设实施方案（2021-2024年）",
        "实施三年行动计划（2022－2024年）",
        "落实2022至2024年规划",
        "落实《棠溪县工作规则（2024年修订）》",
        "执行2024年修订的裁量基准",
        "2020年被命名为示范县",
        "自2024年起实行",
        "从2024年开始实行",
        "2024年秋季学期起，推行持证上岗",
        "2024年下半年起实行“综合查一次”",
        "2024年第四季度起，试行容缺受理",
        "2024年春季开学起推行",
        "2021年8月任职以来，主持会议",
        "法律顾问室自2019年5月成立以来",
        "自2022年3月起实行集中办公",
        "平台自2023年11月15日上线以来",
        "开展“护苗2024”行动",
        "依据棠政发〔2024〕8号文件",
        "2019年建成投用",
    ],
)
def test_names_versions_numbers_and_history_stay(text: str) -> None:
    assert rolled(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "对照《法治政府建设实施纲要（2021—2024年）》",
        "执行2024年修订的裁量基准",
        "自2024年起实行",
        "2024年下半年起实行",
        "2021年8月任职以来",
        "2020年被命名为示范县",
        "2022年启动的改革",
    ],
)
def test_a_year_that_stays_says_why(text: str) -> None:
    left = [edit for edit in edits(text) if edit.action == "leave"]
    assert left
    assert all(edit.reason for edit in left)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("《停车条例》自5月1日起施行后，查处违停120起", "5月1日"),
        ("落实自9月1日起施行的《保密条例》", "9月1日"),
        ("《停车条例》六月一日正式施行以来", "六月一日"),
    ],
)
def test_the_day_of_force_is_told_to_be_a_fact(text: str, day: str) -> None:
    (edit,) = edits(text)
    assert (edit.action, edit.text) == ("leave", day)
    assert "事实" in edit.reason


@pytest.mark.parametrize("gap", ["", " "], ids=["close", "blank"])
def test_a_yearly_document_moves_on_and_is_remarked(gap: str) -> None:
    text = f"印发《棠溪县2024{gap}年法治政府建设工作要点》"
    assert rolled(text) == f"印发《棠溪县2025{gap}年法治政府建设工作要点》"
    assert [bool(edit.reason) for edit in edits(text)] == [True]


def test_a_yearly_document_of_the_plans_moves_on() -> None:
    text = "制定《棠溪县2025年法治政府建设工作要点》"
    assert rolled(text, "plans") == "制定《棠溪县2026年法治政府建设工作要点》"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("3月5日召开会议", "〔〕召开会议"),
        ("2024年3月5日召开会议", "〔〕召开会议"),
        ("二〇二四年三月五日召开会议", "〔〕召开会议"),
        ("2024年6月召开会议", "〔〕召开会议"),
    ],
)
def test_the_date_of_an_event_becomes_a_blank(text: str, shown: str) -> None:
    assert rolled(text) == shown


def test_a_stretch_of_months_is_no_event() -> None:
    assert rolled("2024年1—6月，全县") == "2025年1—6月，全县"


def test_edits_come_in_order_and_do_not_overlap() -> None:
    text = "2024年，较2023年增长，3月5日印发《2024年工作要点》，落实（2021—2025年）规划。"
    found = edits(text)
    assert [edit.start for edit in found] == sorted(edit.start for edit in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_a_report_of_two_years_ago_moves_two_years() -> None:
    assert [edit.text for edit in year_edits("2024年，全县", 2024, 2, None)] == ["2026"]


@pytest.mark.parametrize("text", ["全年办理案件", "热线12024件", "编号20241", "近2024件"])
def test_what_is_no_year_stays(text: str) -> None:
    assert edits(text) == []


def test_the_year_of_an_assessment_is_offered_one_on() -> None:
    (edit,) = year_edits("完成2023年度重大行政决策事项后评估。", 2024, 1, "achievements")
    assert (edit.action, edit.text) == ("leave", "2023")
    assert "本年对应的一般是2024年度" in edit.reason


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("2024年1月至11月，立案98件。", NOT_WHOLE),
        ("2024年1—10月，立案98件。", NOT_WHOLE),
        ("2024年1月至12月，立案98件。", ""),
    ],
)
def test_months_that_are_not_the_whole_year_are_remarked(words: str, reason: str) -> None:
    (edit,) = year_edits(words, 2024, 1, "achievements")
    assert (edit.action, edit.text, edit.reason) == ("move", "2025", reason)
