"""Two years side by side: figures, sections, promises, shortcomings, repeated wording."""

from __future__ import annotations

from decimal import Decimal

import pytest

from drafter.facts.comparison import compare_reports
from drafter.knowledge import load
from drafter.knowledge.indicators import load_indicators
from drafter.model import Comparison, Ref, Report
from tests.acceptance.small_reports import (
    report_text,
    understood,
)

LEADERSHIP = "二、党政主要负责人履行推进法治建设第一责任人职责情况\n县长带头学法用法。\n"
# What every report has besides, so that words are as rare or common as in a real one.
USUAL = (
    "全年召开法治建设领导小组会议3次，听取法治工作汇报2次。"
    "审查行政规范性文件12件，全部按时备案。"
    "落实行政执法“三项制度”，公示执法信息。"
    "开展法治宣传活动，普及法律知识。"
    "各级人民调解组织调解矛盾纠纷，及时化解行政争议。"
    "优化政务服务，方便企业和群众办事。"
)


def later(text: str) -> str:
    """A report of 2024 with its years moved on by one."""
    return text.replace("2025", "2026").replace("2024", "2025")


def compared(last: str, now: str) -> Comparison:
    return compare_reports(understood(last), understood(now, "2025.txt"), load(), load_indicators())


def with_achievements(body: str) -> str:
    return f"一、主要举措和成效\n（一）重点工作推进情况\n{USUAL}{body}\n"


def words(report: Report, ref: Ref | None) -> str | None:
    if ref is None:
        return None
    text = next(p.text for p in report.passages if p.id == ref.passage)
    return text[ref.start : ref.end]


# ------------------------------------------------------------------- figures


def figure_pairs(last: str, now: str) -> list[tuple[str | None, str | None]]:
    """(last year's words, this year's) of every figure of two bodies of text."""
    older, newer = (
        report_text(
            achievements=f"一、主要举措和成效\n（一）规范执法\n{body}\n", leadership=LEADERSHIP
        )
        for body in (last, now)
    )
    found = compared(older, later(newer))
    return told(found)


def told(found: Comparison) -> list[tuple[str | None, str | None]]:
    return [(p.last.text if p.last else None, p.now.text if p.now else None) for p in found.figures]


SAME_FACT = [
    pytest.param("评查执法案卷120卷。", "评查执法案卷131卷。", ("120卷", "131卷"), id="renewed"),
    pytest.param(
        "审查规范性文件29件。", "审查行政规范性文件31件。", ("29件", "31件"), id="a word more"
    ),
    pytest.param("审查合同62份。", "审核政府合同70份。", ("62份", "70份"), id="another verb"),
    pytest.param(
        "调解矛盾纠纷386件，成功379件。", "调解矛盾纠纷402起，成功398起。", ("386件", "402起"),
        id="another measure word",
    ),
    pytest.param(
        "受理行政复议案件152件，审结141件。", "受理行政复议案件176件，审结165件。",
        ("141件", "165件"), id="verb alone",
    ),
    pytest.param(
        "安全生产检查28次、市容秩序检查17次。", "市容秩序检查14次、安全生产检查24次。",
        ("28次", "24次"), id="other order",
    ),
    pytest.param(
        "罚没款6385万元。", "罚没款0.58亿元。", ("6385万元", "0.58亿元"), id="another scale"
    ),
    pytest.param(
        "办理行政处罚案件612件，同比增长8.4%。", "办理行政处罚案件574件，同比下降6.2%。",
        ("8.4%", "6.2%"), id="growth and fall",
    ),
    pytest.param("按时办结率99.6%。", "按时办结率为99.7%。", ("99.6%", "99.7%"), id="rate"),
    pytest.param(
        "组织47名局长述法，其中现场述法10人、书面述法37人。",
        "组织48名局长述法，其中现场述法12人、书面述法36人。", ("37人", "36人"), id="parts",
    ),
    pytest.param(
        "作出不予处罚决定16件。", "对初次违法的依法作出不予处罚决定22件。", ("16件", "22件"),
        id="more in front",
    ),
    pytest.param(
        "安置帮教人员33人均得到帮扶。", "安置帮教人员29名逐人建档。", ("33人", "29名"),
        id="other words behind",
    ),
    pytest.param(
        "培训执法人员940人次。", "全年共培训执法人员1086人次。", ("940人次", "1086人次"), id="scope"
    ),
    pytest.param(
        "受理法律援助案件583件，较2023年的520件增长12.12%。",
        "受理法律援助案件612件，较2024年的583件增长4.97%。", ("583件", "612件"), id="with prior",
    ),
    pytest.param(
        "应急演练12次。", "应急演练12次。", ("12次", "12次"), id="unchanged"
    ),
    pytest.param(
        "接待群众来访128批246人次。", "接待群众来访113批208人次。", ("246人次", "208人次"),
        id="two units",
    ),
    pytest.param(
        "培育“法律明白人”72名。", "培养“法律明白人”85名。", ("72名", "85名"), id="quoted name"
    ),
    pytest.param(
        "参加法治理论知识考试560余人。", "592名干部参加法治理论知识考试。", ("560余人", "592名"),
        id="named behind",
    ),
    pytest.param(
        "网上考试参考率和合格率均达100%。", "网上考试参考率100%，合格率98%。", ("100%", "100%"),
        id="one rate of two",
    ),
    pytest.param(
        "研究法治议题9个。", "研究法治议题10项。", ("9个", "10项"), id="个, 项"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("last", "now", "pair"), SAME_FACT)
def test_figures_of_one_fact_are_paired(last: str, now: str, pair: tuple[str, str]) -> None:
    assert pair in figure_pairs(last, now)


OTHER_FACT = [
    pytest.param("受理行政复议案件152件。", "审结行政复议案件152件。", id="intake, outcome"),
    pytest.param("命名省级民主法治示范村2个。", "命名市级民主法治示范村5个。", id="rank"),
    pytest.param("办理一审行政诉讼案件48件。", "办理二审行政诉讼案件12件。", id="instance"),
    pytest.param("办理行政处罚案件612件。", "不予行政处罚案件36件。", id="negated"),
    pytest.param("办理行政复议案件27件。", "办理行政诉讼案件27件。", id="kind of case"),
    pytest.param(
        "开展食品安全专项检查54次。", "开展特种设备安全专项检查54次。", id="object of checks"
    ),
    pytest.param("办理人大代表建议86件。", "办理政协委员提案86件。", id="whose proposals"),
    pytest.param(
        "行政处罚案件612件。", "行政处罚案件较上年减少38件。", id="amount, change"
    ),
    pytest.param(
        "法律援助案件583件。", "法律援助案件612件，上年为583件。", id="prior value is none of now"
    ),
    pytest.param("调解土地山林纠纷76件。", "调解土地承包纠纷76件。", id="one word replaced"),
    pytest.param("现场述法10人。", "书面述法10人。", id="manner"),
    pytest.param(
        "出庭应诉率由85%提高到98%。", "出庭应诉率85%。", id="where a change began"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("last", "now"), OTHER_FACT)
def test_figures_of_other_facts_are_not(last: str, now: str) -> None:
    same = {("583件", "612件"), ("98%", "85%")}  # the facts themselves
    found = [pair for pair in figure_pairs(last, now) if None not in pair and pair not in same]
    assert found == []


def test_a_figure_is_known_again_in_the_chapter_on_the_heads() -> None:
    found = compared(
        report_text(achievements=with_achievements("带头讲法治课2次。"), leadership=LEADERSHIP),
        later(
            report_text(
                achievements=with_achievements(""), leadership=LEADERSHIP + "县长讲法治课3次。\n"
            )
        ),
    )
    assert ("2次", "3次") in told(found)


def test_targets_of_plans_and_values_of_the_year_before_are_no_figures_of_the_year() -> None:
    plans = "四、2025年工作安排\n（一）规范行政执法。评查执法案卷不少于150卷。\n"
    found = compared(
        report_text(plans=plans),
        later(report_text(achievements=with_achievements("评查执法案卷150卷，上年为131卷。"))),
    )
    assert (None, "150卷") in told(found)
    assert not any("131卷" in pair for pair in told(found))


CHANGES = [
    pytest.param("评查案卷120卷。", "评查案卷150卷。", Decimal(30), Decimal("25.0"), id="count"),
    pytest.param(
        "罚没款500万元。", "罚没款0.06亿元。", Decimal(1000000), Decimal("20.0"), id="scales"
    ),
    pytest.param("按时办结率98%。", "按时办结率99.5%。", Decimal("1.5"), None, id="rate"),
    pytest.param("调解纠纷120件。", "调解纠纷108起。", Decimal(-12), Decimal("-10.0"), id="起"),
    pytest.param("培训执法人员300人。", "培训执法人员900人次。", None, None, id="other unit"),
    pytest.param(
        "评查案卷数十卷。", "评查案卷150卷。", None, None, id="range"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("last", "now", "change", "percent"), CHANGES)
def test_a_change_is_only_told_where_two_amounts_compare(
    last: str, now: str, change: Decimal | None, percent: Decimal | None
) -> None:
    found = compared(
        report_text(achievements=with_achievements(last)),
        later(report_text(achievements=with_achievements(now))),
    )
    pair = next(p for p in found.figures if p.now and p.now.text in now)
    assert (pair.change, pair.percent) == (change, percent)


def test_pairs_come_in_the_order_of_the_newer_report_then_what_is_gone() -> None:
    found = figure_pairs(
        "评查案卷120卷。开展演练12次。培训干部80人。",
        "开展演练14次。发放手册900册。评查案卷131卷。",
    )
    assert found == [("12次", "14次"), (None, "900册"), ("120卷", "131卷"), ("80人", None)]


# ------------------------------------------------------------------- promises


def reply_to(promise: str, result: str, plans: str = "") -> tuple[str | None, float]:
    """The answer in a report that has the result among its usual sentences."""
    last = report_text(
        achievements=with_achievements(""),
        plans=f"四、2025年工作安排\n（一）抓好重点任务。{promise}\n",
    )
    now = later(
        report_text(
            achievements=with_achievements(result),
            plans=plans or "四、2025年工作安排\n（一）抓好新任务。培养青年律师。\n",
        )
    )
    found = compared(last, now)
    assert found.promises, promise
    reply = found.promises[0]
    return words(found.now, reply.answer), reply.score


KEPT = [
    ("建设县级执法实训基地。", "县级执法实训基地建成投用。"),
    (
        "制定《棠溪县合法性审查工作规程》。",
        "印发《棠溪县合法性审查工作规程（试行）》，统一审查标准。",
    ),
    ("组建涉企法律服务团。", "由12名律师组成的涉企法律服务团走访企业86家。"),
    ("打造“法润茶乡”普法品牌。", "“法润茶乡”普法品牌入选全市优秀案例。"),
    ("开展执法案卷交叉互评。", "组织8个执法部门对执法案卷进行交叉互评，评出优秀案卷20卷。"),
    ("推动执法人员持证率达到90%。", "执法人员持证率92.3%。"),
    ("新建法治文化公园2处。", "在北溪、柳湾新建的两处法治文化公园开放。"),
    ("建立轻微违法行为免罚清单。", "轻微违法行为免罚清单扩大到46项，惠及企业120家。"),
    ("推进行政复议案件繁简分流。", "行政复议案件实行繁简分流，简易案件平均9天审结。"),
    ("选派法治指导员驻村。", "36名法治指导员驻村开展法治体检120场次。"),
    ("做好“八五”普法总结验收。", "“八五”普法通过市级总结验收。"),
    ("升级智慧执法平台。", "智慧执法平台二期上线，执法文书自动生成。"),
    ("每季度开展一次法治督察。", "全年开展法治督察4次，反馈问题31个。"),
    ("完善政府法律顾问考评办法。", "修订政府法律顾问考评办法，解聘不合格顾问2名。"),
    ("设立行政争议调处中心。", "行政争议调处中心挂牌运行，促成和解17件。"),
    ("编印《物业纠纷调解手册》。", "编印发放《物业纠纷调解手册》3000册。"),
    (
        "推广“综合查一次”联合检查，方便企业生产经营。",
        "全面推行“综合查一次”，入企检查频次下降三成。",
    ),
    ("争创省级“枫桥式”司法所。", "北溪司法所获评省级“枫桥式”司法所。"),
]


@pytest.mark.parametrize(("promise", "result"), KEPT, ids=[row[0] for row in KEPT])
def test_a_promise_is_answered_in_whatever_words(promise: str, result: str) -> None:
    answer, score = reply_to(promise, result)
    assert answer is not None
    assert answer in result
    assert score >= 50


NOT_KEPT = [
    ("建设县级执法实训基地。", "新建法治文化基地2个，县级执法队伍培训5期。"),
    ("制定《棠溪县合法性审查工作规程》。", "印发《棠溪县行政应诉工作规程》，明确出庭要求。"),
    ("组建涉企法律服务团。", "涉企行政检查次数下降三成，企业满意度提高。"),
    ("打造“法润茶乡”普法品牌。", "开展送法下乡活动，普法宣传覆盖全部乡镇。"),
    ("开展执法案卷交叉互评。", "制作执法案卷归档样本，执法文书统一编号。"),
    ("新建法治文化公园2处。", "举办法治文化节，观众1.2万人次。"),
    ("建立轻微违法行为免罚清单。", "公布行政执法事项清单，查处违法行为612件。"),
    ("推进行政复议案件繁简分流。", "受理行政复议案件87件，审结80件。"),
    ("选派法治指导员驻村。", "培育“法律明白人”72名，村干部学法4次。"),
    ("升级智慧执法平台。", "行政执法监督平台归集执法数据1.2万条。"),
    ("完善政府法律顾问考评办法。", "政府法律顾问参与重大决策论证23件。"),
    ("设立行政争议调处中心。", "县社会矛盾调处中心受理纠纷320件。"),
    ("编印《物业纠纷调解手册》。", "调解物业纠纷45件，成功43件。"),
    ("争创省级“枫桥式”司法所。", "司法所规范化建设稳步推进，人员增加3名。"),
    ("制定乡镇合法性审查员管理办法。", "乡镇合法性审查152件，提出意见90条。"),
    ("开展校外培训机构执法检查。", "开展食品生产企业执法检查，发现问题18个。"),
    ("清理妨碍公平竞争的政策措施。", "落实惠企政策措施，兑现奖补资金3000万元。"),
]


@pytest.mark.parametrize(("promise", "result"), NOT_KEPT, ids=[row[0] for row in NOT_KEPT])
def test_another_object_of_the_same_theme_is_no_answer(promise: str, result: str) -> None:
    assert reply_to(promise, result) == (None, 0)


@pytest.mark.parametrize(
    "confession",
    [
        "",  # only the heading says it
        "县级执法实训基地没有如期建成。",
        "县级执法实训基地建设滞后，消防验收尚未完成。",
    ],
)
def test_a_promise_is_also_answered_where_it_is_said_that_it_was_not_kept(confession: str) -> None:
    last = report_text(plans="四、2025年工作安排\n（一）规范执法。建设县级执法实训基地。\n")
    heading = "基础薄弱。" if confession else "县级执法实训基地没有如期建成。"
    body = f"三、存在的不足和原因\n（一）{heading}{confession}主要原因是设备流标。\n"
    now = later(report_text(achievements=with_achievements(""), shortcomings=body))
    found = compared(last, now)
    answer = words(found.now, found.promises[0].answer)
    assert answer is not None
    assert answer in f"（一）{heading}{confession}"


def test_what_is_still_to_come_is_no_answer() -> None:
    assert reply_to("建设县级执法实训基地。", "下一步将继续建设县级执法实训基地。") == (None, 0)


REPEATED = [
    ("建设县级执法实训基地。", "2026年6月底前建成县级执法实训基地。", True),
    ("每季度开展1次法治专题培训。", "每季度开展1次法治专题培训。", True),
    ("推动执法人员持证率达到90%。", "推动执法人员持证率达到95%。", True),
    ("制定《棠溪县决策公众参与规程》。", "制定《棠溪县决策事后评估办法》。", False),
    ("培训执法人员不少于1000人次。", "组织边远乡镇执法人员跟案实训不少于120人次。", False),
]


@pytest.mark.parametrize(("promise", "again", "is_same"), REPEATED)
def test_the_same_promise_made_again(promise: str, again: str, *, is_same: bool) -> None:
    found = compared(
        report_text(plans=f"四、2025年工作安排\n（一）抓好重点任务。{promise}\n"),
        later(report_text(plans=f"四、2025年工作安排\n（一）抓好重点任务。{again}\n")),
    )
    reply = found.promises[0]
    assert (reply.repeated is not None) == is_same
    assert (reply.likeness >= 60) == is_same


# --------------------------------------------------------------- shortcomings


def shortcoming_reply(
    lacks: str, result: str, again: str = "数据共享不够充分。"
) -> tuple[str | None, float]:
    """The answer to a shortcoming, and how alike the one of this year is."""
    found = compared(
        report_text(shortcomings=f"三、存在的不足和原因\n（一）基层基础薄弱。{lacks}\n"),
        later(
            report_text(
                achievements=with_achievements(result),
                shortcomings=f"三、存在的不足和原因\n（一）工作仍有短板。{again}\n",
            )
        ),
    )
    reply = found.shortcomings[0]
    return words(found.now, reply.answer), reply.likeness


MENDED = [
    ("乡镇执法力量薄弱。", "新招录执法人员6名，充实乡镇执法力量。"),
    ("重大行政决策公众参与流于形式。", "出台重大行政决策公众参与规程，两项决策召开听证会。"),
    ("执法音像资料归档不及时。", "执法音像资料实行结案时同步归档。"),
    ("法治宣传对外来务工人员覆盖不够。", "在工业园区为外来务工人员开设法治夜校12期。"),
    ("行政复议场所不够规范。", "县行政复议场所完成改造，听证室、调解室启用。"),
    ("执法人员平均年龄偏大，老化问题突出。", "招录6人，执法人员平均年龄由47岁降到45岁。"),
    ("部门法律顾问参与重大决策较少。", "法律顾问参与部门重大决策论证56件，增长一倍。"),
]


@pytest.mark.parametrize(("lacks", "result"), MENDED, ids=[row[0] for row in MENDED])
def test_what_was_done_about_a_shortcoming(lacks: str, result: str) -> None:
    answer, likeness = shortcoming_reply(lacks, result)
    assert answer is not None
    assert answer in result
    assert likeness == 0


UNMENDED = [
    ("乡镇执法力量薄弱。", "开展乡镇执法检查54次，查处案件21件。"),
    ("执法音像资料归档不及时。", "执法记录仪配备到每个中队。"),
    ("法治宣传对外来务工人员覆盖不够。", "法治宣传走进12所学校。"),
    ("行政复议场所不够规范。", "受理行政复议案件87件，审结80件。"),
]


@pytest.mark.parametrize(("lacks", "result"), UNMENDED, ids=[row[0] for row in UNMENDED])
def test_other_work_of_the_theme_does_not_mend_a_shortcoming(lacks: str, result: str) -> None:
    assert shortcoming_reply(lacks, result) == (None, 0)


def test_a_shortcoming_is_answered_by_what_became_of_the_promise_against_it() -> None:
    last = report_text(
        shortcomings="三、存在的不足和原因\n（一）数据共享不足。执法平台数据尚未联通共享，影响办案。\n",
        plans="四、2025年工作安排\n（一）推进数字执法。建设执法平台数据专网。\n",
    )
    now = later(report_text(achievements=with_achievements("平台数据专网开通，接入部门12个。")))
    found = compared(last, now)
    assert found.last.shortcomings[0].answered_by
    assert words(found.now, found.shortcomings[0].answer) == "平台数据专网开通，接入部门12个"


def test_what_the_shortcomings_say_of_last_years_ones_is_an_answer_and_no_repetition() -> None:
    answer, likeness = shortcoming_reply(
        "部分乡镇存在“先盖章、后补审”现象。", "", "“先盖章、后补审”现象没有再发生。数据共享不够。"
    )
    assert answer == "“先盖章、后补审”现象没有再发生"
    assert likeness == 0


@pytest.mark.parametrize(
    ("lacks", "told", "is_answered"),
    [
        # Taken up in its own words, whatever quotation marks it has.
        ("队伍素质参差不齐。", "上年指出的“队伍素质参差不齐”，已通过集中培训有所转变。", True),
        ("对下放事项“接不住、管不好”问题仍有。", "去年查摆的‘接不住、管不好’，已派员帮带。", True),
        ("队伍素质参差不齐。", "上年指出的“普法形式单一”，已通过巡讲改进。", False),
        # By the figure that it had.
        ("持有执法证的人员偏少，仅占54%。", "执法人员持证率由54%提高到83%。", True),
        ("持有执法证的人员偏少，仅占54%。", "热线转办回访率由54%提高到83%。", False),
    ],
)
def test_a_shortcoming_is_taken_up(lacks: str, told: str, *, is_answered: bool) -> None:
    assert (shortcoming_reply(lacks, told)[0] is not None) == is_answered


def test_a_shortcoming_with_words_put_in_is_the_same() -> None:
    _, likeness = shortcoming_reply("个别单位答复不及时。", "", "个别单位行政复议答复仍不及时。")
    assert likeness > 0


def test_a_shortcoming_is_spoken_of_in_other_words() -> None:
    lacks = "个别案件存在事实认定不够细致、裁量说理不够充分的问题。"
    result = "印发《处罚裁量说理指引》，要求决定书写明事实和依据。"
    answer, _ = shortcoming_reply(lacks, result)
    assert answer is not None
    assert answer in result


ALIKE = [
    ("乡镇执法力量较为薄弱。", "乡镇执法力量较为薄弱。", 100),
    ("2024年乡镇执法力量薄弱，案多人少。", "2025年乡镇执法力量薄弱，案多人少。", 100),
    ("乡镇执法力量较为薄弱，案多人少。", "乡镇执法力量仍较薄弱，案多人少。", 80),
    ("乡镇执法力量较为薄弱。", "乡镇调解组织作用发挥不明显。", 0),
]


@pytest.mark.parametrize(("lacks", "again", "least"), ALIKE)
def test_how_alike_a_shortcoming_is_to_last_years(lacks: str, again: str, least: float) -> None:
    _, likeness = shortcoming_reply(lacks, "", again.replace("2025", "2024"))
    assert likeness >= least
    assert (likeness > 0) == (least > 0)


# ------------------------------------------------------------------- sections


def test_sections_of_a_part_are_paired_by_what_they_treat() -> None:
    last = report_text(
        achievements="一、主要举措和成效\n"
        "（一）严格规范公正文明执法\n办理行政处罚案件120件，评查执法案卷80卷。\n"
        "（二）优化法治化营商环境\n政务服务事项网上可办率98%。\n"
        "（三）加强应急管理\n组织应急演练12次。\n"
    )
    now = report_text(
        achievements="一、主要举措和成效\n"
        "（一）打造法治化营商环境\n政务服务事项网上可办率99%。\n"
        "（二）提升行政执法质效\n办理行政处罚案件131件，评查执法案卷90卷。\n"
        "（三）深化普法宣传\n举办宣传活动20场。\n"
    )
    found = compared(last, later(now))
    heads = {
        (
            pair.last and words(found.last, Ref(pair.last.heading, 0, 3)),
            pair.now and words(found.now, Ref(pair.now.heading, 0, 3)),
        )
        for pair in found.sections
        if (pair.now or pair.last) and (pair.now or pair.last).part == "achievements"  # type: ignore[union-attr]
    }
    assert heads == {("（一）", "（二）"), ("（二）", "（一）"), (None, "（三）"), ("（三）", None)}


# ----------------------------------------------------------------- repetition

PARAGRAPH = (
    "坚持把法治建设纳入全县经济社会发展总体规划，与业务工作同部署、同推进、同考核，"
    "2024年召开专题会议5次，听取汇报3次，推动法治建设各项任务落地见效。"
)
REPETITIONS = [
    pytest.param(PARAGRAPH, 100, id="only the year is new"),
    pytest.param(PARAGRAPH.replace("5次", "8次"), 97, id="a figure is new"),
    pytest.param(PARAGRAPH.replace("，推动", "，有力推动"), 95, id="a word more"),
    pytest.param(
        PARAGRAPH.replace("5次", "18次").replace("3次", "11次"), 90, id="all figures are new",
    ),
    pytest.param("全县法治建设成效明显，" + PARAGRAPH[:40], 0, id="half of it"),
    pytest.param(
        "组建行政执法协调小组，对十二个部门开展包案指导，发现并纠正问题三十六个。", 0, id="new"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("now", "least"), REPETITIONS)
def test_a_paragraph_in_last_years_words(now: str, least: float) -> None:
    found = compared(
        report_text(achievements=f"一、主要举措和成效\n（一）加强领导\n{PARAGRAPH}\n"),
        later(report_text(achievements=f"一、主要举措和成效\n（一）加强领导\n{now}\n")),
    )
    texts = {p.id: p.text for p in found.now.passages}
    rows = [row for row in found.repetitions if texts[row.now].startswith(later(now)[:8])]
    assert [row.likeness >= least for row in rows] == ([True] if least else [])
    assert all(row.likeness < 100 for row in rows if least < 100)


def test_the_sentence_that_leads_over_to_the_report_may_stay() -> None:
    formula = (
        "按照《法治政府建设与责任落实督察工作规定》要求，"
        "现将2024年度法治政府建设有关情况报告如下。\n"
    )
    found = compared(report_text(preamble=formula), later(report_text(preamble=formula)))
    texts = {p.id: p.text for p in found.now.passages}
    assert not [row for row in found.repetitions if "报告如下" in texts[row.now]]


def test_the_items_of_one_line_are_one_paragraph() -> None:
    items = "（一）加强领导。一是召开专题会议研究法治建设任务。二是印发年度法治建设工作要点。"
    body = f"一、主要举措和成效\n{items}三是开展法治建设督察并通报结果。\n"
    found = compared(report_text(achievements=body), later(report_text(achievements=body)))
    heads = {p.id: p.text for p in found.now.passages}
    assert [heads[row.now][:2] for row in found.repetitions if "召开专题" in heads[row.now]] == [
        "一是"
    ]


def test_share_is_that_of_the_words_that_stand_in_both() -> None:
    text = report_text(achievements=with_achievements(PARAGRAPH))
    other = report_text(
        achievements="一、成效\n（一）执法\n全新的做法写在这里，没有一句是去年的。\n",
        shortcomings="三、存在的不足和原因\n（一）新情况。网络直播监管经验缺乏。\n",
        plans="四、2025年工作安排\n（一）新任务。建设直播合规指导站。\n",
        preamble="2024年，全县工作取得新进展。\n",
    )
    assert compared(text, later(text)).share > 0.95
    assert compared(text, later(other)).share < 0.15


def test_a_report_without_anything_compares_as_well() -> None:
    bare = "棠溪县人民政府关于2024年法治政府建设情况的报告\n一、主要举措和成效\n开展工作。\n"
    found = compared(bare, later(bare))
    assert [*found.figures, *found.promises, *found.shortcomings] == []
    assert compared(report_text(), later(bare)).promises[0].answer is None


def test_a_comparison_comes_out_the_same_each_time() -> None:
    last, now = understood(report_text()), understood(later(report_text()))
    first = compare_reports(last, now, load(), load_indicators())
    assert compare_reports(last, now, load(), load_indicators()) == first
