"""Tables that were copied cell by cell, and what a draft quotes of a table."""

from __future__ import annotations

import pytest

from drafter import api
from drafter.model import Report
from drafter.options import DraftOptions
from drafter.render.template import inline_text
from tests.reading import KNOWLEDGE, is_lossless, is_verbatim, source_of, understood

HEAD = "清河县2024年法治政府建设年度报告\n一、主要举措和成效\n（一）规范执法\n"
TAIL = (
    "（二）加强普法\n开展宣传12场。\n二、存在的不足\n力量不足。\n三、下一步安排\n加强培训。\n"
    "清河县人民政府\n2025年1月20日\n"
)
PAIRS = (
    "项目\n数量\n法治讲座（场）\n318\n模拟法庭\n27\n"
    "普法志愿者（人）\n1,042\n受教育学生（人次）\n9.7万\n"
)
COLUMNS = "案由\n立案数（件）\n结案数（件）\n占道经营\n1126\n1120\n违规运输\n45\n40\n"


def rows(report: Report) -> list[str]:
    return [p.text for p in report.passages if p.role == "table"]


@pytest.mark.parametrize("gap", ["", "\n"], ids=["close", "apart"])
def test_names_and_their_numbers_are_rows(gap: str) -> None:
    text = f"{HEAD}{PAIRS.replace(chr(10), chr(10) + gap)}{TAIL}"
    report = understood(text)
    assert rows(report) == [
        "项目", "数量", "法治讲座（场）318", "模拟法庭27",
        "普法志愿者（人）1,042", "受教育学生（人次）9.7万",
    ]  # fmt: skip
    assert [(f.value, f.indicator) for f in report.figures[:4]] == [
        ("318", "法治讲座"), ("27", "模拟法庭"), ("1,042", "普法志愿者"), ("9.7万", "受教育学生"),
    ]  # fmt: skip
    assert is_lossless(source_of(text), report.passages)
    assert is_verbatim(source_of(text), report.passages)


def test_cells_without_a_number_do_not_hide_the_others() -> None:
    text = "单位\n案件数\n公安局\n120\n城管局\n/\n市监局\n30小时\n司法局\n—\n交通局\n8个村\n"
    report = understood(f"{HEAD}{text}{TAIL}")
    assert "".join(rows(report)) == text.replace("\n", "")


def test_a_table_of_shortcomings_is_quoted_row_by_row() -> None:
    table = "问题\n数量\n力量薄弱\n12\n经费不足\n3"
    text = f"{HEAD}{TAIL.replace('力量不足。', table)}"
    draft = api.draft([understood(text)], DraftOptions())
    told = [
        inline_text(paragraph.inlines)
        for section in draft.chapters[2].sections
        for paragraph in section.paragraphs
    ]
    assert any("问题｜数量｜力量薄弱12" in words for words in told)
    assert any("经费不足3" in words for words in told)


def test_numbers_of_several_columns_do_not_run_together() -> None:
    report = understood(f"{HEAD}{COLUMNS}{TAIL}")
    assert rows(report) == COLUMNS.split()


@pytest.mark.parametrize(
    "text",
    [
        "全县开展涉企行政检查，查处违法案件，\n3\n维护市场秩序。\n",  # a page's number
        "加强普法宣传\n全县开展宣传12场。\n318\n",
        "健全制度\n完善机制\n加强监督\n规范程序\n压实责任\n3\n改进作风\n4\n",
    ],
    ids=["page", "number", "list"],
)
def test_numbers_that_stand_apart_make_no_table(text: str) -> None:
    assert rows(understood(f"{HEAD}{text}{TAIL}")) == []


def quoted(text: str) -> list[str]:
    draft = api.draft([understood(f"{HEAD}{text}{TAIL}")], DraftOptions())
    return [
        words
        for chapter in draft.chapters
        for section in chapter.sections
        for paragraph in section.paragraphs
        if (words := inline_text(paragraph.inlines)).startswith("上年表格")
    ]


def test_a_draft_quotes_the_head_of_a_table_with_its_first_row() -> None:
    assert quoted("措施　　立案数　　结案数\n占道经营　　126　　120\n违规运输　　45　　40\n") == [
        (
            "上年表格：措施　　立案数　　结案数｜占道经营　　126　　120。"
            "本年：占道经营　　〔占道经营立案数，上年126〕　　〔占道经营结案数，上年120〕；〔待填〕"
        ),
        (
            "上年表格：违规运输　　45　　40。"
            "本年：违规运输　　〔违规运输立案数，上年45〕　　〔违规运输结案数，上年40〕；〔待填〕"
        ),
    ]


def test_a_table_whose_numbers_have_no_names_is_quoted_whole() -> None:
    assert quoted(COLUMNS) == [f"上年表格：{'｜'.join(COLUMNS.split())}。本年：〔待填〕"]


def test_a_head_without_a_word_above_the_names_is_counted_from_the_last_column() -> None:
    table = "\t立案数\t结案数\n占道经营\t26件\t20件\n"
    named = {f.text: f.indicator for f in understood(HEAD + table + TAIL).figures}
    assert named["20件"] == "占道经营结案数"


CHANGES = "指标\t2023年\t2024年\t{head}\n投诉\t{before}\t{now}\t{change}\n"


@pytest.mark.parametrize(
    ("head", "before", "now", "change", "told"),
    [
        ("增减", "100件", "120件", "增长20%", ("growth", True)),
        ("增减", "100件", "120件", "下降20%", ("growth", False)),
        ("增减", "100件", "120件", "25%", ("growth", False)),
        ("同比（%）", "100", "80", "-20.0", ("growth", True)),
        ("同比（%）", "100", "80", "20.0", ("growth", True)),
        ("增长率", "100", "80", "20%", ("growth", False)),
        ("变化", "100", "80", "↓ 20%", ("growth", True)),
        ("变化", "96.4%", "98.8%", "提高2.4个百分点", ("difference", True)),
        ("变化（百分点）", "96.4%", "98.8%", "+2.6", ("difference", False)),
        ("占比", "100", "120", "20%", None),
        ("增减", "100", "120", "20", None),
        ("两年平均增长", "100件", "110件", "5%", None),
        ("环比增长", "100件", "110件", "3%", None),
        ("变化", "100件", "110件", "占比高3%", None),
    ],
)
def test_changes_of_a_row_are_calculated(
    head: str, before: str, now: str, change: str, told: tuple[str, bool] | None
) -> None:
    table = CHANGES.format(head=head, before=before, now=now, change=change)
    found = [(x.kind, x.holds) for x in understood(HEAD + table + TAIL).identities]
    assert found == ([told] if told else [])


@pytest.mark.parametrize(
    "table",
    [
        "项目\t单位\t2023年\t2024年\t增减（%）\n应诉率\t%\t95\t100\t5.0\n",
        "项目\t2023年\t2024年\t增减（%）\n合格率（%）\t80\t96\t16\n",
        "项目\t2023年\t2024年\t2025年目标\t同比增长\n立案\t100件\t150件\t160件\t50%\n",
        "项目\t2023年\t2024年\t增长\n审批用时\t10天\t6天\t提速40%\n",
    ],
)
def test_a_change_that_is_none_of_two_counts_is_never_called_wrong(table: str) -> None:
    assert all(x.holds for x in understood(HEAD + table + TAIL).identities)


@pytest.mark.parametrize(
    "printed", ["-9.4%", "—9.4%", "－9.4", "+3", "↓12件", "- 5%", "▲0.3个百分点"]
)
def test_a_sign_belongs_to_the_number_of_its_cell(printed: str) -> None:
    """Left outside, it would say in the next report which way last year went."""
    report = understood(HEAD + f"指标\t本年\t变化\n投诉\t48件\t{printed}\n" + TAIL)
    assert printed in [f.text for f in report.figures]


def test_a_change_is_not_named_twice() -> None:
    table = CHANGES.format(head="增减情况", before="100件", now="120件", change="增长20%")
    named = {f.text: f.indicator for f in understood(HEAD + table + TAIL).figures}
    assert named["20%"] == "投诉增长"


def test_the_rest_of_a_cell_on_a_line_of_its_own_is_no_heading() -> None:
    table = "项目\t2023年\t2024年\n1\t劳动监察\t567\t483\n　　结案（件）\n2\t工伤认定\t312\t321\n"
    found = rows(understood(f"{HEAD}{table}{TAIL}"))
    assert [row.split("\t")[0] for row in found] == ["项目", "1", "结案（件）", "2"]


def test_a_heading_between_two_tables_is_no_rest_of_a_cell() -> None:
    table = "项目|件数\n许可|2300\n行政复议情况\n项目|件数\n受理|28\n"
    report = understood(f"{HEAD}{table}{TAIL}")
    assert "行政复议情况" not in rows(report)


def test_a_list_whose_points_are_lost_is_no_table() -> None:
    text = "1 推进决策法治化，全年审查文件30件。\n2 加强队伍建设，全年培训20人。\n"
    assert rows(understood(f"{HEAD}{text}{TAIL}")) == []


@pytest.mark.parametrize(
    ("falls", "told"), [(("-20.0", "-25.0"), [True, True]), (("-20.0", "25.0"), [True, False]),
                        (("20.0", "25.0"), [True, True])],
)  # fmt: skip
def test_where_one_fall_has_a_minus_none_may_lack_it(
    falls: tuple[str, str], told: list[bool]
) -> None:
    table = CHANGES.format(head="同比（%）", before="100", now="80", change=falls[0])
    found = understood(f"{HEAD}{table}信访\t40\t30\t{falls[1]}\n{TAIL}").identities
    assert [x.holds for x in found] == told


def test_a_lost_minus_is_what_the_advice_gives_back() -> None:
    table = "项目\t2023年\t2024年\t增减（%）\n败诉\t12\t10\t16.7\n受理\t2300\t2100\t-8.7\n"
    found = api.examine_report(understood(f"{HEAD}{table}{TAIL}"), KNOWLEDGE).findings
    (message,) = [f.message for f in found if f.rule == "F01"]
    assert "应为-16.67%" in message
