"""How far a promise is kept: another document, another stage, a smaller number, a heading."""

from __future__ import annotations

import json

import pytest

from drafter.model import Commitment, Comparison
from drafter.reporter import plain
from drafter.reporter.comparison import comparison_json, comparison_text
from tests.acceptance.small_reports import report_text, understood
from tests.unit.test_comparison import LEADERSHIP, USUAL, compared, later


def _compared(promise: str, achievements: str) -> Comparison:
    last = report_text(
        achievements=f"一、主要举措和成效\n（一）重点工作推进情况\n{USUAL}\n",
        leadership=LEADERSHIP,
        plans=f"四、2025年主要安排\n（一）重点工作。{promise}\n",
    )
    now = later(report_text(achievements=achievements, leadership=LEADERSHIP))
    return compared(last, now)


def _found(promise: str, achievements: str) -> str:
    reply = _compared(promise, achievements).promises[0]
    if reply.answer is None:
        return "open"
    return "partly" if reply.shortfall else "kept"


# Promise, result, what becomes of it.
RESULTS = [
    (
        "制定《棠溪县重大行政决策后评估办法》。",
        "印发《棠溪县重大行政决策听证办法》，明确听证程序。",
        "open",
    ),
    ("出台《棠溪县行政执法监督实施办法》。", "修订《棠溪县行政执法人员管理办法》。", "open"),
    ("编印《工伤认定常见问题指引》。", "编印《工伤保险办事指南》5000册。", "open"),
    ("印发《棠溪县合法性审查工作规程》。", "印发《棠溪县合法性审查人员管理规程》。", "open"),
    ("制定《执法案卷评查标准》。", "出台《执法案卷管理标准》，规范案卷归档。", "open"),
    ("建成法治文化公园二期。", "法治文化公园一期全面开放，接待群众3万人次。", "open"),
    ("完成智慧执法平台二期建设。", "智慧执法平台一期通过验收。", "open"),
    ("启动“法治长廊”三期工程。", "“法治长廊”二期工程竣工开放。", "open"),
    ("实施第三批执法事项赋权。", "第二批执法事项赋权全部到位。", "open"),
    ("建设县公共法律服务中心（二期）。", "县公共法律服务中心（一期）投入使用。", "open"),
    ("全年培训执法人员不少于1000人次。", "全年培训执法人员620人次。", "partly"),
    ("推动执法人员持证率达到90%以上。", "执法人员持证率提高到78.5%。", "partly"),
    ("新建法治文化公园5处。", "新建法治文化公园2处。", "partly"),
    # Few are told one by one, many and what is about so many are not.
    ("招录司法所编制内人员不少于10名。", "招录司法所编制内人员9名。", "partly"),
    ("招录司法所编制内人员10名左右。", "招录司法所编制内人员9名。", "kept"),
    ("招录司法所编制内人员不少于10名。", "招录司法所编制内人员10名。", "kept"),
    ("开展法治督察不少于4次。", "开展法治督察3次，反馈问题16个。", "partly"),
    ("培育“法律明白人”600名。", "培育“法律明白人”590名。", "kept"),
    # What the rate is of stands at the beginning of the sentence.
    (
        "争取全县行政复议调解和解率达到35%以上。",
        "收到行政复议申请201件，审结172件，调解和解率36.05%。",
        "kept",
    ),
    (
        "争取全县行政复议调解和解率达到35%以上。",
        "收到劳动仲裁申请201件，审结172件，调解和解率36.05%。",
        "open",
    ),
    ("培育“法律明白人”600名。", "培育“法律明白人”320名。", "partly"),
    ("开展法治督察不少于4次。", "开展法治督察2次，反馈问题16个。", "partly"),
    ("举办执法培训10期以上。", "举办执法培训6期。", "partly"),
    ("评查行政执法案卷不少于200卷。", "评查行政执法案卷１２０卷。", "partly"),
    ("行政复议调解和解率提高到40%以上。", "行政复议调解和解率为31.2%。", "partly"),
    ("力争行政复议直接纠错率控制在10%以内。", "行政复议直接纠错率为12.7%。", "partly"),
    ("力争行政复议直接纠错率控制在10%以内。", "行政复议直接纠错率为9.3%。", "kept"),
    ("行政机关败诉率不超过5%。", "行政机关败诉率6.2%。", "partly"),
    ("力争培训调解员８００人次。", "培训调解员500人次。", "partly"),
    (
        "制定《棠溪县重大行政决策后评估办法》。",
        "《棠溪县重大行政决策后评估办法（试行）》印发施行。",
        "kept",
    ),
    ("编印《工伤认定常见问题指引》。", "《工伤认定常见问题指引》发放2000册。", "kept"),
    (
        "制定《执法案卷评查标准》。",
        "印发《棠溪县行政执法案卷评查标准》和《执法文书样式》。",
        "kept",
    ),
    (
        "制定出台《棠溪县行政执法协调办法》。",
        "县政府办公室印发《棠溪县行政执法争议协调办法（试行）》。",
        "kept",
    ),
    (
        "出台《棠溪县行政合法性审查工作规程》。",
        "《棠溪县合法性审查工作规程》自5月1日起施行。",
        "kept",
    ),
    ("出台《行政执法监督实施办法》。", "行政执法监督实施办法经县政府常务会议审议通过。", "kept"),
    ("建成法治文化公园二期。", "法治文化公园二期建成开放。", "kept"),
    ("建成法治文化公园二期。", "继一期之后，法治文化公园二期建成开放。", "kept"),
    ("建成法治文化公园二期。", "法治文化公园第二期工程完工。", "kept"),
    ("升级智慧执法平台。", "智慧执法平台二期上线，执法文书自动生成。", "kept"),
    ("完成智慧执法平台二期建设。", "智慧执法平台二期、三期同步上线。", "kept"),
    ("全年培训执法人员不少于1000人次。", "全年培训执法人员1020人次。", "kept"),
    ("全年培训执法人员不少于1000人次。", "全年培训执法人员980人次。", "kept"),
    ("推动执法人员持证率达到90%以上。", "执法人员持证率92.3%，新增持证人员12人。", "kept"),
    ("新建法治文化公园2处。", "在北溪、柳湾新建的两处法治文化公园开放。", "kept"),
    ("新建法治文化公园2处。", "新建法治文化公园3处，其中镇级1处、村级2处。", "kept"),
    ("开展法治督察不少于4次。", "开展法治督察4次，对2个部门进行回访。", "kept"),
    ("将合同退回补正的比例降到5%以下。", "合同退回补正的比例降到3.2%。", "kept"),
    ("培训执法人员1000人次。", "全年分两批培训执法人员，第一批620人次，第二批410人次。", "kept"),
    ("举办执法培训10期以上。", "举办执法培训12期，其中专题培训6期。", "kept"),
    ("平均办理时限压缩到5个工作日以内。", "平均办理时限压缩到3个工作日。", "kept"),
    ("每季度开展1次法治专题培训。", "开展法治专题培训4次。", "kept"),
    ("选派4名执法人员参加专业培训。", "选派执法人员参加专业培训2期，共6名。", "kept"),
    ("行政诉讼败诉率控制在10%以内。", "行政诉讼败诉率为4.3%。", "kept"),
    # Other words around the figure that was promised.
    ("仲裁结案率保持在98%以上。", "调解成功率81.2%，仲裁结案率98.4%，都完成目标。", "kept"),
    ("仲裁结案率保持在98%以上。", "调解成功率81.2%，仲裁结案率95.4%。", "partly"),
    ("仲裁结案率保持在98%以上。", "仲裁调解率98.4%，速裁结案18件。", "open"),
    ("复议纠错率控制在3%以内。", "办理复议案件40件。驳回6件，纠错率2.5%。", "kept"),
    ("复议纠错率控制在3%以内。", "办理复议案件40件。驳回6件，纠错率5.5%。", "partly"),
    ("复议纠错率控制在3%以内。", "案卷纠错率2.5%，系统纠错率1.2%。", "open"),
    (
        "开展新一轮行政执法人员轮训，全年培训不少于1500人次。",
        "全年轮训行政执法人员4期1586人次。",
        "kept",
    ),
    ("开展新一轮行政执法人员轮训，全年培训不少于1500人次。", "普法宣传惠及1586人次。", "open"),
    ("力争新招录执法助理25名，空编率降到10%以下。", "新招录23名、调出4名，空编率9.6%。", "kept"),
    # The document, without its place or its stage.
    (
        "提请县人大常委会审议《棠溪县古村落保护条例（草案）》。",
        "《棠溪县古村落保护条例》经市人大常委会批准。",
        "kept",
    ),
    ("修订《棠溪县民族文化遗产保护条例》。", "《民族文化遗产保护条例》完成修订。", "kept"),
    ("修订《棠溪县优化营商环境条例》。", "宣传《优化营商环境条例》3场次。", "open"),
]


@pytest.mark.parametrize(("promise", "result", "expected"), RESULTS)
@pytest.mark.parametrize("width", [str, lambda t: t.replace("，", ",")], ids=["full", "half"])
def test_how_far_a_promise_is_kept(
    promise: str, result: str, expected: str, width: type[str]
) -> None:
    body = f"一、主要举措和成效\n（一）重点工作推进情况\n{USUAL}{width(result)}\n"
    assert _found(promise, body) == expected


HEADINGS = [
    ("建成执法案卷档案室。", "（二）执法案卷档案室建成投用", "kept"),
    ("设立法治驿站。", "（二）设立法治驿站，服务新就业群体", "kept"),
    ("组建青年普法宣讲队。", "（二）组建青年普法宣讲队", "kept"),
    ("建成法治文化公园二期。", "（二）法治文化公园一期开放", "open"),
    ("完善决策机制。", "（二）完善决策机制", "open"),  # heads a section every year
]


@pytest.mark.parametrize(("promise", "heading", "expected"), HEADINGS)
def test_a_heading_answers_a_promise_of_a_thing(promise: str, heading: str, expected: str) -> None:
    body = (
        f"一、主要举措和成效\n（一）重点工作推进情况\n{USUAL}\n"
        f"{heading}\n全年接待群众1200人次，解答问题360个。\n"
    )
    assert _found(promise, body) == expected


THINGS = ["建成档案室。", "设立法治驿站。", "挂牌老马工作室。", "组建青年宣讲队。", "组建志愿队。"]


@pytest.mark.parametrize("promise", THINGS)
def test_a_promise_of_a_thing_is_concrete(promise: str) -> None:
    text = report_text(plans=f"四、2025年主要安排\n（一）重点工作。{promise}\n")
    assert [row.concrete for row in understood(text).commitments] == [True]


@pytest.mark.parametrize(
    ("preamble", "is_told"),
    [
        ("2024年，我县坚持以习近平法治思想为指引，认真履行职责。现将有关情况报告如下：\n", True),
        ("2024年，我县认真履行职责，各项工作取得进展。现将有关情况报告如下：\n", False),
    ],
)
def test_what_was_to_be_studied_may_be_told_at_the_head_of_a_report(
    preamble: str, *, is_told: bool
) -> None:
    work = f"一、主要举措和成效\n（一）重点工作推进情况\n{USUAL}\n"
    plans = "四、2025年主要安排\n（一）强化引领。深入学习贯彻习近平法治思想，制定工作要点。\n"
    last = report_text(achievements=work, leadership=LEADERSHIP, plans=plans)
    now = later(report_text(achievements=work, leadership=LEADERSHIP, preamble=preamble))
    reply = compared(last, now).promises[0]
    assert isinstance(reply.matter, Commitment)
    assert reply.matter.text == "深入学习贯彻习近平法治思想"
    assert (reply.answer is not None) is is_told


def test_a_promise_with_a_target_is_two_rows_with_names_of_their_own() -> None:
    promise = "健全行政应诉通报制度，力争败诉率控制在5%以内。"
    found = _compared(promise, "一、主要举措和成效\n（一）应诉。出台行政应诉通报制度。\n")
    data = json.loads(comparison_json(found, ("2024.txt", "2025.txt")))
    assert [row["id"] for row in data["promises"]] == ["C1.1", "C1.2"]
    told = comparison_text(found, ("2024.txt", "2025.txt"), plain)
    assert "上年承诺 1 条，按指标分成 2 项" in told


def test_a_shortcoming_may_be_answered_by_a_promise_with_a_target() -> None:
    last = report_text(
        leadership=LEADERSHIP,
        shortcomings="三、存在的不足\n行政应诉通报制度不健全，行政机关败诉率偏高。\n",
        plans="四、2025年主要安排\n健全行政应诉通报制度，力争行政机关败诉率控制在5%以内。\n",
    )
    found = compared(last, later(report_text(leadership=LEADERSHIP)))
    assert [reply.matter.id for reply in found.promises] == ["C1.1", "C1.2"]
    assert found.last.shortcomings[0].answered_by == ("C1",)


def test_programs_are_told_how_far_a_promise_is_kept() -> None:
    found = _compared(
        "全年培训执法人员不少于1000人次。",
        "一、主要举措和成效\n（一）培训。全年培训执法人员620人次。\n",
    )
    row = json.loads(comparison_json(found, ("2024.txt", "2025.txt")))["promises"][0]
    assert "620" in row["shortfall"]
