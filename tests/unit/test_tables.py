"""Tables: which stay tables in the next report, and which are quoted row by row."""

from __future__ import annotations

import io

import docx
import pytest

from drafter import api
from drafter.model import DraftParagraph
from drafter.options import DraftOptions
from drafter.read import source_of
from drafter.render.template import inline_text
from tests.reading import understood
from tests.unit.test_cells import HEAD, TAIL

COUNTS = "项目|2023年|2024年|同比（%）\n立案（件）|567|483|-14.8\n罚款（万元）|31.2|40.1|28.5\n"


def drafted(table: str, tail: str = TAIL) -> tuple[DraftParagraph, ...]:
    draft = api.draft([understood(f"{HEAD}{table}{tail}")], DraftOptions())
    return tuple(
        paragraph
        for chapter in draft.chapters
        for section in chapter.sections
        for paragraph in section.paragraphs
    )


def rows(table: str, tail: str = TAIL) -> list[str]:
    return [inline_text(row.inlines) for row in drafted(table, tail) if row.is_row]


def test_a_table_of_counts_stays_one() -> None:
    assert rows(COUNTS) == [
        "项目|2024年|2025年|同比（%）",
        "立案（件）|〔立案，上年报告为483，请核对〕|〔立案，上年483〕|〔立案同比，上年-14.8〕",
        "罚款（万元）|〔罚款，上年报告为40.1，请核对〕|〔罚款，上年40.1〕|〔罚款同比，上年28.5〕",
    ]


@pytest.mark.parametrize(
    "table",
    [
        "类别\t件数\n立案\t483件\n结案\t460件\n",
        "类别　　件数\n立案　　483\n结案　　460\n",
        "类别 件数 占比\n立案 483 51.2%\n结案 460 48.8%\n",
        "序号\t类别\t件数\t占比\n1\t立案\t483\t51.2%\n2\t结案\t460\t48.8%\n",
        "序号 类别 件数 占比\n1 立案 483 51.2%\n2 结案 460 48.8%\n",
        "｜类别｜件数｜\n｜立案｜483｜\n｜结案｜460｜\n",
        "序号|类别|单位|件数\n1|立案|件|483\n2|结案|件|460\n",
        "类别|件数|占比\n立案|483|—\n结案|460|95.2%\n",
        "类别|件数|同比\n立案|483|增长5.2%\n结案|460|下降1.3%\n",
        "表1　2024年办案统计\n类别|件数\n立案|483\n结案|460\n注：不含简易程序。\n",
        "类别|2022年|2023年|2024年\n立案|401|450|483\n结案|390|433|460\n",
        "乡镇|立案|排名\n平安镇立案|46|1\n双溪镇|39|2\n",
        "项目|2023年|2024年\n立案|12|15\n审结（件）|1946|2018\n",
    ],
    ids=[
        "tabs",
        "blanks",
        "one blank",
        "serial and tabs",
        "serial and blanks",
        "frame",
        "unit",
        "dash",
        "words",
        "caption",
        "years",
        "places",
        "counts that look like years",
    ],
)
def test_however_it_is_written_no_number_of_last_year_is_left_in_it(table: str) -> None:
    live = "".join(
        inline.text
        for row in drafted(table)
        if row.is_row
        for inline in row.inlines
        if not hasattr(inline, "placeholder")
    )
    assert "立案|" in live
    assert not any(number in live for number in ("483", "460", "95.2", "5.2", "1.3", "401", "433"))


def test_a_count_like_a_year_under_a_head_that_counts_is_one() -> None:
    assert rows("单位|办结（件）|罚款（万元）\n甲所|614|2010.5\n乙所|2027|31.2\n")[1:] == [
        "甲所|〔甲所办结，上年614〕|〔甲所罚款，上年2010.5〕",
        "乙所|〔乙所办结，上年2027〕|〔乙所罚款，上年31.2〕",
    ]


def test_a_year_under_a_head_of_time_is_none() -> None:
    report = understood(
        f"{HEAD}机构|成立时间|人员（人）\n调解中心|2019|2001\n驿站|2021.5|9\n{TAIL}"
    )
    values = {figure.value for figure in report.figures}
    assert "2001" in values
    assert not values & {"2019", "2021.5"}


def test_all_years_of_the_head_move_on_together() -> None:
    table = "类别|2022年|2023年|2024年|同比\n立案|401|450|483|20%\n"
    assert rows(table)[0] == "类别|2023年|2024年|2025年|同比"


@pytest.mark.parametrize(
    "table",
    [
        "项目|2024年|2023年\n处罚|135（其中简易35）|120（其中简易30）\n许可|2100|2300\n",
        "项目|2024年|2023年\n全市考核|第3名|第5名\n得分|92.5分|90.1分\n",
        "项目|2024年|2023年\n考核等第|优秀|良好\n案件（件）|35|30\n",
        "项目|2024年|2023年\n告知承诺|320|—\n许可|2100|2300\n",
        "项目|2024年|2023年\n败诉|无|1件\n受理|35件|30件\n",
        "指标|2024年|2025年\n评查案卷|60|80\n",
        "指标|2024年完成|2024年计划\n评查案卷|60|80\n",
        "项目|2023|2024\n处罚|120|135\n许可|2300|2100\n",
        "项目|2022—2023年|2023—2024年\n处罚|120|135\n",
        "指标|2020年|2024年|增长\n处罚|120|135|12.5\n",
        "单位|2023年|2024年\n|处罚|许可|处罚|许可\n公安局|12|13|14|15\n",
        "项目|受理||审结|\n|2023年|2024年|2023年|2024年\n复议|20|26|28|30\n",
        "单位|类别|件数\n公安局|处罚|12\n|许可|15\n",
        "单位|荣誉称号|个数\n公安局|先进集体|1\n",
        "单位|事项|个数\n公安局|荣获全市大比武冠军|1\n",
        "项目|金额\n首届法治文化节|3500\n",
        "科室|事项|件数\n综合科|制定物业管理办法|1\n",
        "反馈问题|数量\n执法不规范|3\n",
        "月份|" + "|".join("甲乙丙丁戊己庚辛") + "\n立案|1|2|3|4|5|6|7|8\n",
    ],
    ids=[
        "not all is a figure", "places", "grades", "a dash of one year", "none", "next year",
        "plan", "bare years", "joined years", "years apart", "merged head", "two heads",
        "merged names", "honours", "a deed", "a first", "issued", "feedback", "wide",
    ],
)  # fmt: skip
def test_where_it_is_not_plain_what_would_be_said_of_which_year_it_is_asked(table: str) -> None:
    found = drafted(table)
    assert not any(row.is_row for row in found)
    assert any(inline_text(row.inlines).startswith("上年表格：") for row in found)


def test_what_is_answered_for_a_row_reads_as_a_sentence() -> None:
    found = drafted("序号|任务|责任单位|进展\n1|建设服务站12个|司法局|已建成10个\n")
    words = next(w for p in found if (w := inline_text(p.inlines)).startswith("上年表格："))
    answer = words.split("。本年：")[1]
    assert answer == (
        "建设服务站〔建设服务站任务，上年12〕个，司法局，已建成〔建成服务站进展，上年10〕个；〔待填〕"
    )


def test_a_row_between_bars_leaves_none_in_its_answer() -> None:
    found = drafted("| 类别 | 件数 | 说明 |\n| 工贸 | 1348 | 其余在办 |\n| 粮油 | 126 | 已办结 |\n")
    words = [w for p in found if (w := inline_text(p.inlines)).startswith("上年表格：")]
    assert words[1].split("。本年：")[1] == "粮油，〔粮油，上年126〕，已办结；〔待填〕"


def test_the_two_years_of_a_caption_move_on_together() -> None:
    table = "表1　2023—2024年办案统计\n类别|2023年|2024年\n立案|12|15\n"
    assert inline_text(drafted(table)[0].inlines) == "表1　2024—2025年办案统计"


def test_a_caption_moves_on_and_stands_above_its_table() -> None:
    words = [inline_text(p.inlines) for p in drafted("表1　2024年办案统计\n类别|件数\n立案|483\n")]
    assert words[:3] == ["表1　2025年办案统计", "类别|件数", "立案|〔立案，上年483〕"]


@pytest.mark.parametrize("between", ["  ", "　　", "： "])
@pytest.mark.parametrize("mark", ["表1", "附表", "附表2", "图表3"])
def test_wide_blanks_in_a_caption_part_no_cells(mark: str, between: str) -> None:
    caption = f"{mark}{between}行政执法情况统计表"
    words = [inline_text(p.inlines) for p in drafted(f"{caption}\n类别|件数\n立案|483\n")]
    assert words[:3] == [caption, "类别|件数", "立案|〔立案，上年483〕"]


def test_a_caption_does_not_hide_which_column_is_the_year_before() -> None:
    told = rows(f"表1　2024年办案统计\n{COUNTS}")
    assert "〔立案，上年报告为483，请核对〕" in told[1]


@pytest.mark.parametrize(
    "table",
    [
        "立案（件）|567|483\n结案（件）|560|470\n",
        "任务|进展|完成率\n建设服务站|已建成|100%\n开展评查|已开展|100%\n",
        "名称|次数\n《云岫县执法规范》宣讲|12\n《行政处罚法》宣讲|10\n",
        "事项|件数\n3月集中整治|12\n6月集中整治|10\n",
        "事项|件数|说明\n立案|12|其中重大案件均已移送\n结案|10|其余在办\n",
        "事项|件数\n查处某公司生产假冒商标服装并没收生产设备当事人已缴清罚款|12\n结案|10\n",
    ],
    ids=["no head", "progress", "titles", "dates", "remarks", "sentence"],
)
def test_a_table_of_deeds_is_quoted_and_asked_for(table: str) -> None:
    found = drafted(table)
    assert not any(row.is_row for row in found)
    assert any(inline_text(row.inlines).startswith("上年表格：") for row in found)


@pytest.mark.parametrize("place", ["力量不足。\n", "加强培训。\n"], ids=["shortcomings", "plans"])
def test_what_was_lacking_or_planned_is_no_table_of_the_new_report(place: str) -> None:
    table = "项目|数量\n缺少执法人员|12\n缺少调解员|3\n"
    assert rows("", TAIL.replace(place, place + table)) == []


def test_the_word_file_has_the_table_with_its_blanks_and_reads_back_alike() -> None:
    table = "序号|项目|件数|占比\n1|立案|483|80%\n2|结案|460|76%\n|合计|943|\n"
    draft = api.draft([understood(f"{HEAD}{table}{TAIL}")], DraftOptions())
    data = api.to_docx(draft, DraftOptions())
    (found,) = docx.Document(io.BytesIO(data)).tables
    assert [len(row.cells) for row in found.rows] == [4, 4, 4, 4]
    assert [cell.text for cell in found.rows[3].cells][:2] == ["", "合计"]
    assert found.style is not None
    assert found.style.name == "表格"
    lines = source_of(data, "2025.docx").lines
    assert "序号|项目|件数|占比" in lines
    assert "|合计|〔合计，上年943〕|" in lines
