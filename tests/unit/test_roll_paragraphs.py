"""One passage of last year becomes paragraphs: words, blanks, quotations, remarks."""

from __future__ import annotations

from decimal import Decimal

import pytest

from drafter.knowledge import load
from drafter.model import Field, Figure, Ref
from drafter.roll.fields import figure_field
from drafter.roll.notes import notes_of, quoted
from drafter.zh.changes import FALLS, RISES
from tests.acceptance.small_reports import (
    chapter,
    drafted,
    first_section,
    lines,
    paragraphs,
    report_text,
    rules_on,
    told,
    with_section,
)

CUTS = {"精简", "削减", "核减", "精减", "裁减", "缩小"}
"""What an office does to things: a number behind it is no comparison by itself."""


def figure(
    text: str, value: str, unit: str | None, indicator: str = "审查合同", approx: str | None = None
) -> Figure:
    at = text.index(value)
    ref = Ref(0, 0, len(text))
    return Figure(ref, text, value, at, at + len(value), unit, Decimal(1), approx, indicator)


@pytest.mark.parametrize(
    ("given", "placeholder"),
    [
        (figure("29件", "29", "件"), "〔审查合同，上年29〕"),
        (figure("余29件", "29", "件"), "〔审查合同，上年余29〕"),
        (figure("近百场", "百", "场", approx="近"), "〔审查合同，上年近百〕"),
        (figure("380余件", "380", "件", approx="余"), "〔审查合同，上年380余〕"),
        (figure("3.4亿条", "3.4亿", "条"), "〔审查合同，上年3.4亿〕"),
        (figure("95%以上", "95", "%", approx="以上"), "〔审查合同，上年95以上〕"),
        (figure("29", "29", None), "〔审查合同，上年29〕"),
        (figure("29件", "29", "件", indicator=""), "〔数据，上年29〕"),
    ],
    ids=["plain", "before", "近", "余", "亿", "after the unit", "no unit", "no name"],
)
def test_a_field_shows_its_name_and_last_years_value(given: Figure, placeholder: str) -> None:
    field = figure_field(given, "F001", f"上年{given.printed}")
    assert (field.tag, field.placeholder, field.figure) == ("F001", placeholder, given)


def test_a_long_name_is_shortened_in_the_placeholder() -> None:
    field = figure_field(figure("29件", "29", "件", indicator="审" * 60), "F001", "上年29")
    assert len(field.placeholder) < 40
    assert len(field.title) <= 40


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("全年办理行政处罚案件120件。", ["全年办理行政处罚案件〔", "〕件。"]),
        ("公示执法信息2.8万余条。", ["公示执法信息〔", "〕条。"]),
        ("整改率100%。", ["整改率〔", "〕%。"]),
        ("较上年降低1.6个百分点。", ["较上年降低〔", "〕个百分点。"]),
        ("举办宣传活动十二场。", ["举办宣传活动〔", "〕场。"]),
        ("平均用时缩短到三年半。", ["平均用时缩短到〔", "上年三年半〕年。"]),
        ("办理时间压缩至9天半。", ["办理时间压缩至〔", "上年9天半〕天。"]),
        ("平均用时两个半小时。", ["平均用时〔", "上年两个半小时〕个小时。"]),
        ("群众满意率达九成五。", ["群众满意率达〔", "上年九成五〕%。"]),
    ],
)
def test_a_statistic_becomes_a_field_at_its_place(body: str, shown: list[str]) -> None:
    (row,) = first_section(drafted(with_section(body)))
    assert row[0] == "carried"
    assert row[1].startswith(shown[0])
    assert row[1].endswith(shown[1])


def test_an_approximator_after_the_unit_leaves_the_live_text() -> None:
    (row,) = first_section(drafted(with_section("群众满意率达到95%以上。")))
    assert "以上" not in row[1].replace("上年95以上", "")


def test_a_deed_is_quoted_and_asked_for() -> None:
    rows = first_section(drafted(with_section("全年办理案件120件。建成县级执法实训基地。")))
    assert [kind for kind, _ in rows] == ["carried", "prompt"]
    assert rows[1][1] == "上年做法：建成县级执法实训基地。本年：〔待填〕"


@pytest.mark.parametrize(
    "cost",
    ["投资1,260万元", "斥资1，260万元", "投资1,260,000元", "投入１，２６０万元", "投资1260万元"],
)
@pytest.mark.parametrize("deed", ["建成县级指挥中心", "改造公共法律服务中心"])
def test_a_comma_inside_a_number_parts_no_deed(cost: str, deed: str) -> None:
    rows = first_section(drafted(with_section(f"办理案件3,120件，{cost}{deed}。")))
    assert [words[:3] for _, words in rows] == ["办理案", "上年做"]
    assert rows[1][1].startswith(f"上年做法：{cost}{deed}。本年：")


def test_a_deed_beside_a_comparison_with_the_year_before_is_no_history() -> None:
    body = "评查优秀率为35%，比2023年的28%提高7个百分点，有两件案件入选全省典型案例。"
    rows = first_section(drafted(with_section(body)))
    assert [words for kind, words in rows if kind == "prompt" and "入选" in words]
    assert not [words for kind, words in rows if kind == "carried" and "入选" in words]


def test_a_passage_of_deeds_alone_leaves_no_live_text() -> None:
    rows = first_section(drafted(with_section("出台《棠溪县行政裁决工作办法》，成立裁决专家组。")))
    assert [kind for kind, _ in rows] == ["prompt"]


@pytest.mark.parametrize(
    ("body", "asked"),
    [
        ("组建应急队伍213支。建成法治公园一处。", 2),
        ("设立合规中心。荣获全省先进集体。印发《棠溪办法》。", 3),
        ("建成法治公园一处；荣获全省先进集体。", 1),
        ("出台《棠溪办法》。该办法入选全省典型案例。", 1),
        ("成立调解中心。此举荣获全省先进。上述做法被省厅推广。", 1),
        ("荣获全省先进集体。经验做法被省厅推广。", 1),
        ("案例入选全省“普法惠民.法在身边”典型案例。", 1),
    ],
)
def test_each_sentence_is_asked_for_by_itself(body: str, asked: int) -> None:
    rows = first_section(drafted(with_section(body)))
    assert [kind for kind, _ in rows] == ["prompt"] * asked


def test_a_deeds_statistic_has_a_field_after_the_quotation() -> None:
    rows = first_section(drafted(with_section("全年办理案件120件。新建法治公园3处。")))
    assert rows[1][1].startswith("上年做法：新建法治公园3处。本年：")
    assert "〕处；〔待填〕" in rows[1][1]


@pytest.mark.parametrize(
    "left",
    [
        "剩余1件力争明年一季度前化解", "剩余2处计划2025年3月底前完成整改",
        "其余5个问题将于明年6月底前整改到位",
    ],
)  # fmt: skip
def test_what_was_left_for_the_next_year_is_asked_about(left: str) -> None:
    draft = drafted(with_section(f"全年排查矛盾纠纷120件，{left}。规范行政检查。"))
    rows = [told(p) for p in chapter(draft, "achievements").sections[0].paragraphs if p.origin]
    assert rows[0].endswith("规范行政检查。")
    assert rows[1] == f"上年承诺：{left}。本年落实：〔待填〕"


@pytest.mark.parametrize(
    "body",
    [
        "拟定下一年度立法项目12件。", "全年争取2025年中央预算内资金3000万元。",
        "将下一年度普法任务细化到部门，开展普法120场。", "“八五”普法规划延续至2025年。",
    ],
)  # fmt: skip
def test_no_deed_of_the_year_is_taken_for_what_was_left(body: str) -> None:
    assert [kind for kind, _ in first_section(drafted(with_section(body)))] == ["carried"]


def test_what_is_carried_over_moves_on_with_the_year() -> None:
    rows = first_section(drafted(with_section("办结案件90件，结转至2025年办理2件。")))
    assert "结转至2026年办理" in rows[0][1]


def test_the_number_of_a_yearly_document_is_a_blank() -> None:
    body = "印发《棠溪县2024年法治建设工作要点》（棠法办发〔2024〕3号）。"
    rows = first_section(drafted(with_section(body)))
    assert "（棠法办发〔2025〕〔文号，上年3〕号）" in rows[0][1]


@pytest.mark.parametrize(
    "words", ["11月1日《法治宣传教育法》施行后", "做好条例2025年2月1日正式施行前的准备"]
)
def test_the_day_of_a_law_stays(words: str) -> None:
    rows = first_section(drafted(with_section(f"{words}，组织学习。")))
    assert words in rows[0][1]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("综合排名较上年前移5位。", "上年5〕位"),
        ("满意度比2023年低1.9个百分点。", "上年1.9〕个百分点"),
        ("五年来，满意度由86.2%提高到93.7%。", "上年报告五年来为86.2〕%"),
        ("今年以来，满意度由90%提高到95%。", "上年报告为95，请核对〕%"),
        ("对去年督察反馈的23个问题逐项销号，已整改22个。", "填上年数〕个"),
    ],
    ids=["forward", "lower", "years", "this-year", "one-year"],
)
def test_no_value_of_another_time_is_offered(body: str, shown: str) -> None:
    assert shown in first_section(drafted(with_section(body)))[0][1]


@pytest.mark.parametrize(
    ("body", "answer"),
    [
        ("制定《棠溪市湿地条例》《棠溪市供水条例》2部地方性法规。", "制定〔地方性法规，上年2〕部"),
        ("出台《棠溪市更新办法》等政府规章2部。", "出台政府规章〔政府规章，上年2〕部"),
        ("新增“企业上市”“开办餐饮店”等12个事项。", "新增〔事项，上年12〕个事项"),
    ],
    ids=["titles", "and-others", "quoted"],
)
def test_no_answer_names_what_was_issued_last_year(body: str, answer: str) -> None:
    ((_, words),) = first_section(drafted(with_section(body)))
    assert words.partition("本年：")[2].startswith(answer)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("全年办理案件120件，建成执法实训基地。", "〕件。"),
        (
            "培育法治带头人72名，新建法治公园一处。全县未发生重大案件。",
            "〕名。全县未发生重大案件。",
        ),
    ],
    ids=["at the end", "within"],
)
def test_a_sentence_without_its_deed_ends_with_a_stop(body: str, shown: str) -> None:
    rows = first_section(drafted(with_section(body)))
    assert rows[0][1].endswith(shown)


@pytest.mark.parametrize("marker", ["一是", "（一）", "（1）", "1．"])
def test_a_marker_alone_is_no_paragraph(marker: str) -> None:
    rows = first_section(drafted(with_section(f"{marker}\n全年办理案件120件。")))
    assert [words for _, words in rows if "〔办理案件，上年120〕" in words]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("发现问题12项，4月底全部整改。", "，〔日期，上年4月底〕全部整改。"),
        ("持证率达到73.8%（31/42）。", "%（〔分子/分母，上年31/42〕）。"),
    ],
    ids=["end of a month", "counts of a rate"],
)
def test_what_no_unit_tells_is_asked_for(body: str, shown: str) -> None:
    (row,) = first_section(drafted(with_section(body)))
    assert row[1].endswith(shown)


@pytest.mark.parametrize("words", ["截至12月底，", "每年3月底前", "到年底，", "提供7/24小时服务，"])
def test_what_holds_for_any_year_stays(words: str) -> None:
    (row,) = first_section(drafted(with_section(f"{words}公开行政执法信息。")))
    assert row[1].startswith(words)


def test_dates_of_events_become_blanks() -> None:
    (row,) = first_section(drafted(with_section("3月5日召开全县行政执法工作会议。")))
    assert row[1] == "〔日期，上年3月5日〕召开全县行政执法工作会议。"


@pytest.mark.parametrize(
    ("body", "rules"),
    [
        ("全年办理案件120件，同比增长12%。", ["F06"]),
        ("自2024年起实行行政执法公示制度。", ["S02"]),
        ("推进“八五”普法。", ["S01"]),
        ("开展“护苗2024”法治进校园活动。", ["S02"]),
        ("加强行政执法监督。", []),
    ],
)
def test_a_doubtful_passage_bears_a_remark(body: str, rules: list[str]) -> None:
    draft = drafted(with_section(body))
    section = chapter(draft, "achievements").sections[0]
    assert rules_on(section.paragraphs[0]) == rules


def test_last_years_value_of_a_comparison_is_known() -> None:
    """较2023年的520件: the value to compare with is that of last year's report."""
    draft = drafted(with_section("办理案件583件，较2023年的520件增长12.12%。"))
    (row,) = [words for kind, words in first_section(draft) if kind == "carried"]
    assert "较2024年的" in row


def test_the_value_compared_with_is_not_called_last_years() -> None:
    draft = drafted(with_section("办理案件583件，较2023年的520件增长12.12%。"))
    (row,) = [words for kind, words in first_section(draft) if kind == "carried"]
    assert "上年520" not in row


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("办理案件583件，较2023年的520件增长12.12%。", "上年报告为583，请核对"),
        ("办理诉讼案件48件，上年为36件，同比增长33.3%。", "上年报告为48，请核对"),
        ("好评率97.2%，比去年同期94.6%提高2.6个百分点。", "上年报告为97.2，请核对"),
        ("2023年同期办理案件520件。", "前年520"),
        ("办理案件583件，比上年的520件增加63件。", "上年报告为583，请核对"),
        # Of several that it may be, the one that the change fits; never the last of the parts.
        ("办结46件，其中甲类21件、乙类25件，总数比上年的40件增长15%。", "上年报告为46，请核对"),
        ("办结46件，其中甲类21件、乙类25件，总数比上年的40件有所增加。", "上年报告为46，请核对"),
        ("办结46件，其中重大案件8件，比上年的6件增加2件。", "上年报告为8，请核对"),
        ("受理46件，办结44件，受理数较上年的40件增长15%。", "上年报告为46，请核对"),
    ],
    ids=[
        "year",
        "last-year",
        "same-period",
        "alone",
        "with-increase",
        "total",
        "no change told",
        "part",
        "first of two",
    ],
)
def test_the_value_compared_with_is_the_one_last_years_report_gave(body: str, shown: str) -> None:
    words = "".join(words for _, words in first_section(drafted(with_section(body))))
    assert shown in words


@pytest.mark.parametrize(
    ("body", "answer"),
    [
        (
            "新建消费维权服务站12个。",
            "本年：新建消费维权服务站〔消费维权服务站，上年12〕个；〔待填〕",
        ),
        (
            "建成法治公园3处、法治长廊2条。",
            "本年：建成法治公园〔法治公园，上年3〕处、法治长廊〔法治长廊，上年2〕条；〔待填〕",
        ),
        ("组建普法队伍。", "本年：〔待填〕"),
        ("平台8类智能算法10月上线。", "本年：〔待填〕"),
        ("罚没款首次突破4000万元。", "本年：〔待填〕"),
        ("将原有的47项检查事项合并为19项。", "本年：〔待填〕"),
        ("普法工作通过省级验收，得分98.5分。", "本年：〔待填〕"),
        ("遭遇特大暴雨，紧急转移群众1.26万人。", "本年：〔待填〕"),
        ("某医院主任郑某某收受回扣11.2万元。", "本年：〔待填〕"),
        ("建成县法治公园，其中普法长廊占地120亩。", "本年：〔待填〕"),
        (
            "建成实训基地，并培训人员300人次。",
            "本年：培训人员〔培训人员，上年300〕人次；〔待填〕",
        ),
        (
            "推出普法微剧6部，总点击量1200万次。",
            "本年：推出普法微剧〔普法微剧，上年6〕部；总点击量〔总点击量，上年1200万〕次；〔待填〕",
        ),
    ],
)
def test_answers_in_a_quotation_stand_beside_their_words(body: str, answer: str) -> None:
    rows = first_section(drafted(with_section(f"全年办理案件120件。{body}")))
    assert rows[1] == ("prompt", f"上年做法：{body}{answer}")


@pytest.mark.parametrize(
    "table",
    ["立案（件）　　96　　107", "立案（件）|96|107", "立案（件）\t96\t107"],
    ids=["blanks", "bars", "tabs"],
)
def test_a_table_is_quoted(table: str) -> None:
    rows = first_section(
        drafted(with_section(f"{'全县行政机关依法行政，' * 8}公开透明。\n{table}"))
    )
    assert rows[1][0] == "prompt"
    assert rows[1][1].startswith("上年表格：立案（件）")


@pytest.mark.parametrize(
    ("rate", "shown"),
    [
        ("百分之百", "上年百分之百"),
        ("百分之九十八点五", "上年百分之九十八点五"),
        ("百分之九十以上", "上年百分之九十以上"),
        ("百分之95", "上年百分之95"),
        ("98%", "上年98"),
    ],
)
def test_a_rate_in_words_keeps_its_unit(rate: str, shown: str) -> None:
    (row,) = first_section(drafted(with_section(f"干部学法考试合格率达{rate}。")))
    assert row[1] == f"干部学法考试合格率达〔干部学法考试合格率，{shown}〕%。"


def test_no_tenth_of_last_years_value_stays() -> None:
    ((_, words),) = first_section(drafted(with_section("化解率达八成五，办理案件12件。")))
    assert words.startswith("化解率达〔化解率，上年八成五〕%，")


def test_no_splinter_is_left_where_a_deed_is_taken_out() -> None:
    rows = first_section(drafted(with_section("截至2024年底，累计建成调解站30个。")))
    assert [kind for kind, _ in rows] == ["prompt"]


@pytest.mark.parametrize(
    ("plan", "answer"),
    [
        ("选派15名骨干到上海、深圳跟班学习。", "到上海、深圳跟班学习"),
        ("在园区、商会设立行政复议联系点20个。", "在园区、商会设立行政复议联系点〔"),
        ("组织赴北京、上海、广州招才引智12次。", "组织赴北京、上海、广州招才引智〔"),
        ("联合公安、市监等部门开展检查12次。", "联合公安、市监等部门开展检查〔"),
        ("新建法律服务站5个、调解室3个。", "〕个、调解室〔"),
        ("完成县综治中心、县看守所2个项目。", "〔待填〕"),
        ("打造棠溪公园、莲塘公园等5处阵地。", "〔待填〕"),
        ("新增省级示范企业5家以上。", "〔省级示范企业，上年目标5〕家以上"),
        ("检查企业近50家左右。", "〔检查企业，上年目标近50〕家左右"),
        ("调解成功率98%以上。", "〔调解成功率，上年目标98〕%以上"),
    ],
)
def test_the_answer_to_a_plan_keeps_what_is_listed(plan: str, answer: str) -> None:
    rows = lines(drafted(report_text(plans=f"四、2025年工作安排\n{plan}\n")), "plans")
    (words,) = [words for _, words in rows if words.startswith("上年安排")]
    assert answer in words.partition("下年安排：")[2]


@pytest.mark.parametrize(
    ("deed", "answer"),
    [
        ("妥善处置“5·12”燃气泄漏、乙广场退租等突发事件3起。", "〔待填〕"),
        ("与甲县、乙县2个县签订协作协议。", "〔待填〕"),
        ("荣获全省先进、全市文明单位称号5个。", "〔待填〕"),
        ("在全县首次评比中2次排名第一、1次排名第三。", "〔待填〕"),
        ("新建法治公园、法治广场12处。", "新建法治公园、法治广场〔"),
        ("建成指挥中心、办理案件12件。", "办理案件〔"),
        ("新建调解室5个、荣获全省先进集体。", "新建调解室〔调解室，上年5〕个；〔待填〕"),
    ],
)
def test_the_answer_to_a_deed_names_nothing_of_last_year(deed: str, answer: str) -> None:
    ((_, words),) = first_section(drafted(with_section(deed)))
    assert words.partition("本年：")[2].startswith(answer)


@pytest.mark.parametrize(
    "deed",
    [
        "凡是涉及群众利益的事，像市场搬迁、农田调地等，坚持先听意见。",
        "组织司法所起草了一份合同样本，免费印发3500份。",
        "编印《执法手册》，印发600册。",
        "围绕柳河菜市场升级改造、老旧小区加装电梯等居民关注度高的项目，召开议事会26场。",
        "客运站迁建作为重大行政决策事项，经过3轮评审，公示45日，收集意见89条。",
        "推动《棠溪市养犬条例（草案）》列入立法计划，历经14次修改、5场座谈会后提请一审。",
    ],
)
def test_what_says_nothing_without_the_deed_is_quoted_with_it(deed: str) -> None:
    ((kind, words),) = first_section(drafted(with_section(deed)))
    assert (kind, words.startswith(f"上年做法：{deed}本年：")) == ("prompt", True)


def test_plans_are_asked_for_in_their_own_words() -> None:
    rows = lines(drafted(report_text()), "plans")
    assert ("prompt", "上年安排：出台《棠溪县行政裁决工作办法》。下年安排：〔待填〕") in lines(
        drafted(report_text(plans="四、2025年工作安排\n出台《棠溪县行政裁决工作办法》。\n")),
        "plans",
    )
    assert rows[0] == ("heading", "四、2026年工作安排")


@pytest.mark.parametrize(
    "plan",
    [
        "2025年是“十四五”规划收官之年。",
        "2025年是《法治政府建设实施纲要（2021—2025年）》实施的最后一年。",
        "2025年是“十五五”规划开局之年。",
    ],
)
def test_a_sentence_that_characterises_its_year_is_not_moved_as_live_text(plan: str) -> None:
    draft = drafted(report_text(plans=f"四、2025年工作安排\n{plan}我县将加强执法监督。\n"))
    live = [words for kind, words in lines(draft, "plans") if kind == "carried"]
    assert not any("2026年是" in words for words in live)


def test_a_sentence_that_characterises_its_year_is_remarked_in_the_preamble() -> None:
    draft = drafted(report_text(preamble="2024年是棠溪建县五十周年。现将有关情况报告如下：\n"))
    live = [p for p in draft.preamble if p.kind == "carried" and "2025年是" in told(p)]
    assert all(rules_on(p) for p in live)


@pytest.mark.parametrize("words", ["做好“八五”普法终期验收。", "完成“十四五”规划终期评估。"])
def test_what_expires_before_the_planned_year_is_not_said_to_be_valid(words: str) -> None:
    draft = drafted(report_text(plans=f"四、2025年工作安排\n（一）加强统筹。{words}\n"))
    advice = [
        item.action
        for p in paragraphs(chapter(draft, "plans"))
        for note in p.notes
        for item in note.items
    ]
    assert advice
    assert not any("可以沿用" in words for words in advice)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("败诉率4.88%，较上年降低1.6个百分点。", "上年1.6〕"),
        ("办理工单423件，较上年减少36件。", "上年36〕"),
        ("办理案件20件，较2023年增加3件。", "上年3〕"),
    ],
    ids=["points", "fewer", "year"],
)
def test_a_change_against_last_year_is_last_years_own(body: str, shown: str) -> None:
    words = "".join(words for _, words in first_section(drafted(with_section(body))))
    assert shown in words


def test_the_answer_to_a_plan_does_not_begin_with_the_old_year() -> None:
    plans = "四、2025年工作安排\n推广联合检查，2025年涉企检查频次力争再下降10%。\n"
    rows = [words for _, words in lines(drafted(report_text(plans=plans)), "plans")]
    answers = [words.split("下年安排：")[1] for words in rows if "下年安排：" in words]
    assert answers
    assert not any("2025年" in words for words in answers)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("妥善应对“6·21”强降雨，提前转移群众214户。", id="day"),
        pytest.param("成功防御第9号台风“海棠”。", id="typhoon"),
        pytest.param("综合查一次案例纳入《全省典型实例汇编》。", id="collection"),
        pytest.param("调解经验被《江南法治报》刊发。", id="press"),
    ],
)
def test_what_happened_once_is_not_carried_without_a_remark(body: str) -> None:
    draft = drafted(with_section(f"全年办理案件120件。{body}"))
    rows = chapter(draft, "achievements").sections[0].paragraphs
    live = [p for p in rows if p.kind == "carried" and body[2:8] in told(p)]
    assert all(rules_on(p) for p in live)


@pytest.mark.parametrize(
    "body",
    [
        "办理行政复议案件27件，无一败诉。",
        "反馈问题57个，年底前全部整改到位。",
        "全镇未发生民转刑案件。",
        "提前转移群众，实现人员零伤亡。",
    ],
    ids=["none", "all", "never", "zero"],
)
def test_an_outcome_in_words_is_remarked(body: str) -> None:
    draft = drafted(with_section(body))
    assert rules_on(chapter(draft, "achievements").sections[0].paragraphs[0])


def test_a_word_of_change_without_a_figure_is_no_comparison() -> None:
    draft = drafted(with_section("不断提高案件审理质效，办理案件20件。"))
    assert "F06" not in rules_on(chapter(draft, "achievements").sections[0].paragraphs[0])


def test_a_year_that_was_moved_on_is_not_left_over() -> None:
    draft = drafted(with_section("办理案件583件，较2023年的520件增长12.12%。"))
    assert "S02" not in rules_on(chapter(draft, "achievements").sections[0].paragraphs[0])


def test_every_field_of_a_draft_has_a_tag_of_its_own() -> None:
    draft = drafted(with_section("办理案件120件，建成基地2处。3月5日召开会议3次。"))
    tags = [
        i.tag
        for c in draft.chapters
        for p in paragraphs(c)
        for i in p.inlines
        if isinstance(i, Field)
    ]
    assert len(tags) == len(set(tags))


def test_quotation_marks_inside_become_single_ones() -> None:
    assert quoted("“八五”普法") == "“‘八五’普法”"


def test_a_category_without_remarks_makes_no_note() -> None:
    assert notes_of(("核对", ()), ("缺口", [])) == ()


def test_the_constitution_day_is_numbered_for_the_new_year() -> None:
    rows = first_section(drafted(with_section("开展第十一个国家宪法日宣传活动。")))
    assert rows == [("carried", "开展第十二个国家宪法日宣传活动。")]


def test_an_item_whose_marker_lost_its_second_half_gets_it_back() -> None:
    rows = first_section(drafted(with_section("一是规范执法。二是加强普法。三组织学法。")))
    assert "三是组织学法。" in "".join(words for _, words in rows)


def test_who_and_when_go_with_what_they_will_do() -> None:
    plans = "四、下一步安排\n下一步，我局计划投入380万元更新执法装备。加强业务培训。\n"
    told_plans = lines(drafted(report_text(plans=plans)), "plans")
    quoted_plan = "上年安排：下一步，我局计划投入380万元更新执法装备。"
    assert [words for kind, words in told_plans if kind == "carried"] == ["加强业务培训。"]
    assert any(words.startswith(quoted_plan) for kind, words in told_plans if kind == "prompt")


@pytest.mark.parametrize(
    "sentence",
    [
        "下一步，我县将继续深化综合执法改革。", "2025年，我县将开展案卷评查。",
        "今后，继续加强培训。", "下阶段将完善制度。", "明年，我局拟增设窗口。",
        "明年起，将全面推行说理式文书。",
    ],
)  # fmt: skip
def test_what_was_still_to_come_is_no_deed_of_this_year(sentence: str) -> None:
    rows = first_section(drafted(with_section(f"规范行政检查。{sentence}")))
    assert rows[0] == ("carried", "规范行政检查。")
    assert rows[1] == ("prompt", f"上年做法：{sentence.rstrip('。')}。本年：〔待填〕")


@pytest.mark.parametrize(
    "claim",
    [
        "无依申请公开事项", "没有发生一起重大事故", "未收到投诉举报", "全年无重大安全事故",
        "诉讼案件全部结案，均胜诉", "复议决定均维持", "再犯罪率为零", "信访量下降近一半",
        "2024年全年无重大安全事故，2023年为2起", "2024年全县无行政诉讼案件",
        "全年没有发生群体性事件",
        "案件量翻了一番", "参与人数突破百万", "事故起数和死亡人数实现“双下降”",
        "骨干一人调走", "被申请复议一起，维持", "最多的镇开了六回",
        "2024年实现零事故、零上访", "2024年无较大以上事故,无进京上访", "2024年未出现执法过错",
    ],
)  # fmt: skip
def test_an_outcome_told_in_words_is_asked_about(claim: str) -> None:
    draft = drafted(with_section(f"规范行政检查。{claim}。"))
    carried = chapter(draft, "achievements").sections[0].paragraphs[0]
    assert "F07" in rules_on(carried)


@pytest.mark.parametrize(
    "words",
    [
        "对未经许可的，依法查处", "推广无人机巡查", "保障未成年人权益", "无证经营的，责令停业",
        "实行一人一档", "推行“一件事一次办”", "每季度研究一次", "落实三项制度",
        "无障碍设施逐步完善", "推进无障碍环境建设", "查处无证经营案件30件", "推行零距离服务",
    ],
)  # fmt: skip
def test_words_with_these_characters_are_no_outcome(words: str) -> None:
    draft = drafted(with_section(f"规范行政检查，{words}。"))
    carried = chapter(draft, "achievements").sections[0].paragraphs[0]
    assert "F07" not in rules_on(carried)


@pytest.mark.parametrize(
    "figure",
    ["218顶", "90具", "7根", "66盏", "500副", "1000把", "30枝", "12桶", "4柜", "80颗", "3扇"],
)
def test_no_number_with_a_measure_word_stays(figure: str) -> None:
    rows = first_section(drafted(with_section(f"调拨救灾物资{figure}，加强值守。")))
    assert figure not in rows[0][1]


@pytest.mark.parametrize(
    "deed",
    [
        "2024年度法治建设考核中，我市居全省第二。",
        "在2024年度法治建设考核中,我市居全省第二。",
        "2024年全省评议期间，我县获评优秀等次。",
        "市委全面依法治市委员会会议上，我县作经验交流。",
        "优化营商环境方面，我县获评全省示范县。",
        "机构改革后，市政府工作部门由36个调整为33个。",
        "机构改革后,市政府工作部门由36个调整为33个,精简8.3%。",
        "执法实训基地建成后，累计培训5000人次。",
        "出台《棠溪县裁量办法》；2024年6月1日起施行。",
        "出台《棠溪县裁量办法》;自2024年6月1日起正式施行。",
        "出台《棠溪县裁量办法》。该办法自2024年6月1日起实施。",
        "印发《棠溪县裁量办法》，8月1日起施行。",
    ],
)
def test_a_deed_and_what_cannot_stand_without_it_are_quoted_together(deed: str) -> None:
    rows = first_section(drafted(with_section(f"全年审查合同120份。{deed}全年办理案件30件。")))
    assert rows[0][0] == "carried"
    assert rows[0][1].endswith("〕份。全年办理案件〔办理案件，上年30〕件。")
    assert rows[1][1].startswith(f"上年做法：{deed.rstrip('。')}。本年：")


@pytest.mark.parametrize(
    "lead",
    ["矛盾纠纷调处及时，", "执法保障走在前，", "办案周期大幅提前，"],
    ids=["及时", "在前", "提前"],
)
def test_a_clause_that_introduces_nothing_is_carried_on(lead: str) -> None:
    rows = first_section(drafted(with_section(f"全年审查合同120份，{lead}建成法治公园2处。")))
    assert lead.rstrip("，") in rows[0][1]


@pytest.mark.parametrize(
    "plan",
    [
        "会同4个部门开展“护苗2025”行动，打造“法治棠溪2025”品牌。",
        "开展“清源2025”行动5次，出台《棠溪县裁量办法》。",
        "建成基地2处，开展“铁拳2024”行动3轮。",
    ],
)
def test_an_old_year_in_the_answer_to_a_plan_is_remarked(plan: str) -> None:
    plans = f"四、2025年工作安排\n（一）强化监督。{plan}\n"
    rows = paragraphs(chapter(drafted(report_text(plans=plans)), "plans"))
    asked = [p for p in rows if told(p).startswith("上年安排")]
    assert [rules_on(p) for p in asked] == [["S02"]]


@pytest.mark.parametrize(
    "sentence",
    ["下一步工作计划已报县政府。", "今后五年规划已经印发各乡镇。", "接下来一周内办结举报。"],
)
def test_what_was_done_for_the_time_to_come_is_told(sentence: str) -> None:
    rows = first_section(drafted(with_section(f"规范行政检查。{sentence}")))
    assert not any(words.startswith("上年做法：下") for _, words in rows)
    assert sentence in rows[0][1]


@pytest.mark.parametrize(
    "table",
    [
        "项目|2023年|2024年\n案件|520|610",
        "|2023年|2024年\n案件|520|610",
        "项目 上年 本年 同比\n案件 520 610 17.3%",
        "项目\t2024年度\t2023年度\n案件\t610\t520",
        "项目|2023年立案|2023年结案|2024年立案|2024年结案\n案件|520|500|610|600",
    ],
    ids=["years", "nothing above the names", "one blank", "the newer first", "two of each"],
)
def test_a_column_of_the_year_before_shows_the_report_years_value(table: str) -> None:
    """Next year it is the column of the report year: 520 is nobody's last year any more."""
    rows = first_section(drafted(with_section(f"数据如下：\n{table}")))
    answer = rows[-1][1].rpartition("本年：")[2]
    assert "上年报告为610，请核对" in answer
    assert "上年610" in answer
    assert "520" not in answer


def test_no_number_of_a_table_stays_in_the_answer() -> None:
    text = "行政处罚 520 61.3%\n行政许可 45 5%"  # without a head it is no table of the new report
    rows = first_section(drafted(with_section(text)))
    answers = [words.split("本年：", 1)[1] for kind, words in rows if kind == "prompt"]
    assert "520 〔" not in answers[0]
    assert "上年520" in answers[0]


@pytest.mark.parametrize("word", [*RISES, *FALLS])
def test_a_change_asks_for_the_change_not_for_the_total(word: str) -> None:
    draft = drafted(with_section(f"审批事项32项，比上年{word}6项。"))
    (line,) = [told(p) for p in paragraphs(chapter(draft, "achievements")) if "审批" in told(p)]
    assert line == f"审批事项〔审批事项，上年32〕项，比上年{word}〔审批事项{word}，上年6〕项。"


@pytest.mark.parametrize("word", sorted({*RISES, *FALLS} - CUTS))
def test_a_change_is_remarked_since_its_direction_may_turn(word: str) -> None:
    draft = drafted(with_section(f"审批事项32项，{word}6%。"))
    notes = [n for p in paragraphs(chapter(draft, "achievements")) for n in p.notes]
    assert "F06" in {item.rule for note in notes for item in note.items}


def test_what_stood_in_front_is_asked_in_front() -> None:
    opening = "2025年是收官之年。我县将抓好以下工作：\n"
    draft = drafted(report_text(plans=f"四、2025年工作安排\n{opening}（一）规范执法。开展检查。\n"))
    prompt, lead = [told(p) for p in chapter(draft, "plans").sections[0].paragraphs][:2]
    assert prompt.startswith("上年安排：2025年是收官之年")
    assert lead == "我县将抓好以下工作："


@pytest.mark.parametrize("marks", [("一是", "二是"), ("一要", "二要"), ("首先，", "其次，")])
def test_the_answer_to_an_item_begins_with_its_numeral(marks: tuple[str, str]) -> None:
    rows = first_section(
        drafted(with_section(f"{marks[0]}加强普法。\n{marks[1]}建成法治公园3处。"))
    )
    assert rows[1][1].partition("本年：")[2].startswith(f"{marks[1]}建成法治公园〔")


def test_the_item_of_a_numeral_stays_with_it() -> None:
    draft = drafted(with_section("一是出台《棠溪县执法规范》。全年检查31户。"))
    found = [told(p) for p in paragraphs(chapter(draft, "achievements"))]
    assert [line[:2] for line in found if "检查" in line or "出台" in line] == ["一是", "上年"]


def test_a_value_of_an_earlier_year_is_not_called_last_years() -> None:
    draft = drafted(with_section("服务站21个，比2022年末的18个增加3个。"))
    (line,) = [told(p) for p in paragraphs(chapter(draft, "achievements")) if "2022" in told(p)]
    assert "比2022年末的〔服务站，2022年18〕个" in line


def test_every_word_of_change_has_its_opposite() -> None:
    pairs = {
        key: {row.partition("→")[0] for row in load(None).words[key]} for key in ("rises", "falls")
    }
    assert set(RISES) <= pairs["rises"]
    assert set(FALLS) <= pairs["falls"]


def test_a_target_keeps_its_at_least() -> None:
    draft = drafted(report_text(plans="四、2025年工作安排\n一是加强培训，持证人员达到15人以上。\n"))
    assert any("〕人以上；" in words for _, words in lines(draft, "plans"))


def test_at_least_is_not_kept_of_what_was_reached() -> None:
    ((_, words),) = first_section(drafted(with_section("合格率达95%以上。")))
    assert words.endswith("〕%。")


@pytest.mark.parametrize(
    ("heading", "rules"),
    [
        ("强化监督，荣获全省先进", ["F07"]),
        ("严格规范公正文明执法，获评全国示范", ["F07"]),
        ("严格规范公正文明执法", []),
        ("以案释法，发布典型案例", []),
    ],
)
def test_an_honour_in_a_heading_is_remarked(heading: str, rules: list[str]) -> None:
    draft = drafted(with_section("全年办理行政处罚案件120件。", heading))
    section = chapter(draft, "achievements").sections[0]
    assert section.heading is not None
    assert [rule for rule in rules_on(section.heading) if rule == "F07"] == rules


@pytest.mark.parametrize(
    ("body", "rows"),
    [
        (
            "检查问题24个，剩余8个将于2025年一季度整改完毕。",
            ["检查问题〔检查问题，上年24〕个。",
             "上年承诺：剩余8个将于2025年一季度整改完毕。本年落实：〔待填〕"],
        ),
        (
            "排查隐患12处，计划2025年6月底前全部销号。",
            ["排查隐患〔排查隐患，上年12〕处。",
             "上年承诺：计划2025年6月底前全部销号。本年落实：〔待填〕"],
        ),
        (
            "其余问题将于2025年解决。成立法治专班。",
            ["上年承诺：其余问题将于2025年解决。本年落实：〔待填〕",
             "上年做法：成立法治专班。本年：〔待填〕"],
        ),
        ("力争2024年办结。", ["力争2025年办结。"]),
        (
            "已整改5个，正在整改1个（管网改造，预计2025年8月完工）。",
            ["已整改〔整改，上年5〕个。",
             "上年承诺：正在整改1个（管网改造，预计2025年8月完工）。本年落实：〔待填〕"],
        ),
        (
            "完成整改32处，剩余14处限期2025年2月底前整改到位。",
            ["完成整改〔完成整改，上年32〕处。",
             "上年承诺：剩余14处限期2025年2月底前整改到位。本年落实：〔待填〕"],
        ),
        (
            "已完成8项，未完成的2项力争上半年销号。",
            ["已完成〔完成，上年8〕项。",
             "上年承诺：未完成的2项力争上半年销号。本年落实：〔待填〕"],
        ),
        (
            "共建“城市大脑”，总投资1.38亿元，计划2025年6月底前完工。",
            ["上年承诺：共建“城市大脑”，总投资1.38亿元，计划2025年6月底前完工。本年落实：〔待填〕"],
        ),
        (
            "剩余3个项目（预计2025年一季度完工）正在推进。",
            ["上年承诺：剩余3个项目（预计2025年一季度完工）正在推进。本年落实：〔待填〕"],
        ),
        ("剩余5件均在法定期限内。", ["剩余〔剩余，上年5〕件均在法定期限内。"]),
        ("计划于每年3月底前完成评估。", ["计划于每年3月底前完成评估。"]),
        ("对未完成的任务逐项销号。", ["对未完成的任务逐项销号。"]),
    ],
)  # fmt: skip
def test_what_was_left_for_the_next_year_is_a_promise(body: str, rows: list[str]) -> None:
    section = chapter(drafted(with_section(body)), "achievements").sections[0]
    mine = [told(p) for p in section.paragraphs if p.origin]
    assert mine[: len(rows)] == rows


def test_a_semicolon_that_went_with_a_deed_is_set_again() -> None:
    rows = first_section(drafted(with_section("办理案件120件，成立专班；开展检查30次。")))
    assert rows[0][1] == "办理案件〔办理案件，上年120〕件；开展检查〔开展检查，上年30〕次。"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("10月以来开展专题宣讲36场。", "〔日期，上年10月〕以来开展"),
        ("6月以来检查30次。", "〔日期，上年6月〕以来检查"),
        ("今年1月以来检查30次。", "今年1月以来检查"),
    ],
)
def test_the_month_since_when_is_last_years(body: str, words: str) -> None:
    assert first_section(drafted(with_section(body)))[0][1].startswith(words)


@pytest.mark.parametrize(
    "left",
    [
        "剩余1件（下庄村待遇问题）已列入2025年重点包案",
        "剩余2家(恒通石材、北坡矿业)于2025年3月底前完成",
        "其余3个问题列入2025年工作计划",
        "另有3个项目已转入2025年度继续实施",
        "尚未完成的2项已纳入2025年重点任务",
    ],
)
def test_what_was_left_for_the_year_after_is_a_promise(left: str) -> None:
    rows = lines(drafted(with_section(f"排查问题30个，整改27个，{left}。")), "achievements")
    assert ("prompt", f"上年承诺：{left}。本年落实：〔待填〕") in rows


@pytest.mark.parametrize("left", ["还有5件案件移交法院办理", "其余3个问题列入2023年计划，已办结"])
def test_what_is_told_of_this_year_or_before_is_no_promise(left: str) -> None:
    rows = lines(drafted(with_section(f"{left}。")), "achievements")
    assert not any(f"上年承诺：{left[:4]}" in words for _, words in rows)


def test_the_year_after_is_not_said_to_be_no_year_of_the_report() -> None:
    draft = drafted(with_section("编制2025年普法清单。"))
    said = [
        item.reason
        for p in chapter(draft, "achievements").sections[0].paragraphs
        for note in p.notes
        for item in note.items
    ]
    assert said == ["“2025”：上年写的是来年的事，办了没有请核对。"]
