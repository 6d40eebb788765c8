"""Figures that contradict each other: parts beyond their whole, far rates, turned changes."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from drafter.facts.figures import mark_figures
from drafter.facts.identities import mark_identities
from drafter.knowledge.indicators import load_indicators
from drafter.model import Frame, Identity, Passage, Report, Source, Span

KNOWN = load_indicators()


def _broken(text: str) -> list[Identity]:
    passage = Passage(0, text, (Span(1, 0, len(text)),), "body", part="achievements")
    report = Report(Source("x.txt", "txt", "utf-8", 0, (text,)), Frame(), (passage,), (), ())
    report = replace(report, figures=mark_figures(report, KNOWN))
    return [row for row in mark_identities(report, KNOWN) if not row.holds]


def _half(text: str) -> str:
    marks = str.maketrans("，；：（）", ",;:()")
    return text.translate(marks)


def _wide(text: str) -> str:
    return text.translate(str.maketrans("0123456789.", "０１２３４５６７８９．"))


# Each with kind, number stated, and whether nothing else can be meant.
FOUND: list[tuple[str, str, str, bool]] = [
    # a numerator beyond its denominator, and a rate that fits neither way
    ("受理诉求1180件，办结1205件，办结率97.9%。", "rate", "97.9", False),
    ("全年办结工单1205件，受理1180件，办结率95%。", "rate", "95", False),
    ("收到建议82件，答复86件，答复率96%。", "rate", "96", False),
    ("排查隐患340处，整改352处，整改率98%。", "rate", "98", False),
    ("接收工单5200件，办结5260件，办结率为99.1%。", "rate", "99.1", False),
    # rates far from their two counts
    ("受理投诉100件，办结95件，办结率80%。", "rate", "80", False),
    ("收到群众诉求250件，办结200件，办结率达98%。", "rate", "98", False),
    ("排查纠纷400件，化解300件，化解率98.5%。", "rate", "98.5", False),
    ("登记信访事项60件，办结57件，办结率为59%。", "rate", "59", False),
    ("被评查的340卷案卷中，不合格的11卷，占13.2%。", "rate", "13.2", False),
    ("办理案件200件，其中简易程序案件50件，占比35%。", "rate", "35", False),
    ("受理复议案件150件，其中公安类60件，占30%。", "rate", "30", False),
    ("受理复议案件150件，其中公安类60件，占40%；自然资源类30件，占35%。", "rate", "35", False),
    # a part beyond its whole
    ("共办理行政复议案件120件，其中撤销150件。", "part", "150", True),
    ("办理法律援助案件612件，其中民事案件680件。", "part", "680", True),
    ("培训执法人员320名，其中新录用人员402名。", "part", "402", True),
    ("全年办理案件96件（其中简易案件106件）。", "part", "106", True),
    ("调解矛盾纠纷860件，调解成功890件。", "part", "890", False),
    ("调处纠纷75件，成功78件，涉及金额30万元。", "part", "78", False),
    ("抽检食品1200批次，合格1250批次。", "part", "1250", False),
    ("参加法律知识考试430人，合格452人。", "part", "452", False),
    ("行政机关负责人应出庭31件、实际出庭35件。", "part", "35", False),
    ("发现隐患230处，整改到位240处。", "part", "240", False),
    ("提出审查意见126条，采纳162条。", "part", "162", False),
    ("办理提案90件；收到检察建议12件，按期回复15件。", "part", "15", False),
    ("参检企业100家，合格80家，合格率98%。", "rate", "98", False),
    ("排查纠纷600件，成功化解650件，化解率99%。", "rate", "99", False),
    # changes that go the other way
    ("2025年办理1200件，2024年办理1000件，同比下降20%。", "growth", "20", True),
    ("上年100件，本年120件，同比下降20%。", "growth", "20", True),
    ("受理案件120件，上年为100件，同比下降20%。", "growth", "20", True),
    ("行政处罚案件90件，比上年的120件增长25%。", "growth", "25", True),
    ("2024年为80件，2025年为100件，减少25%。", "growth", "25", True),
    ("网办率由85%提高到98%，下降13个百分点。", "difference", "13", True),
    ("满意率96.1%，较上年的98.2%提高2.1个百分点。", "difference", "2.1", True),
    ("投诉由300件增加到240件。", "growth", "240", False),
    ("平均用时由12天压缩至15天。", "growth", "15", False),
    ("当场处罚1560件，较上年1320件增加240件，下降18.2%。", "growth", "18.2", True),
    ("市场主体12万户，上年为11万户，同比增长19.5%。", "growth", "19.5", True),
    # one person may be of several groups
    ("援助案件560件，其中农民工120件、商事260件、侵权210件。", "sum", "560", False),
    ("援助案件560件，其中民事120件、刑事260件、行政210件。", "sum", "560", True),
    # counts in 万 are rounded
    ("网格上报12万件，办结11.9万件，办结率99.6%。", "rate", "99.6", False),
    ("市场主体12万户，上年为11万户，同比增长8.5%。", "growth", "8.5", False),
    # flows
    ("收到行政复议申请120件，受理100件、不予受理15件、其他处理8件。", "flow", "120", False),
    ("收到行政复议申请120件，受理90件，不予受理15件，其他处理8件。", "flow", "120", False),
    ("组织48名主要负责人述法，现场述法12人、书面述法38人。", "flow", "48", False),
    ("述法48人，现场述法12人，书面述法38人。", "flow", "48", False),
    ("开展述法60家，现场述法10家、书面述法45家。", "flow", "60", False),
    ("审结100件，维持60件、撤销20件、驳回10件、终止20件。", "flow", "100", True),
    ("审结行政复议案件80件。审结案件中，维持50件，驳回20件，撤销16件。", "flow", "80", True),
    ("办结复议案件100件，决定维持55件、驳回30件、确认违法9件、变更12件。", "flow", "100", True),
    ("办理复议案件150件，新收120件、上年结转35件。", "flow", "150", False),
    ("清理文件128件，继续有效109件、修改18件、废止11件。", "flow", "128", False),
    # lists that may be left open
    ("受理384件，其中劳动201件、商事146件、知识产权27件。", "sum", "384", False),
    ("受理384件，其中劳动201件、商事146件、知识产权27件等。", "sum", "384", False),
    ("受理384件，其中劳动201件、商事146件、其他27件。", "sum", "384", True),
    ("受理384件，分别为劳动201件、商事146件、知识产权27件。", "sum", "384", True),
    ("受理384件，其中劳动231件、商事146件、知识产权27件等。", "sum", "384", True),
]


@pytest.mark.parametrize(("text", "kind", "stated", "certain"), FOUND, ids=[r[0] for r in FOUND])
@pytest.mark.parametrize("width", [str, _half, _wide], ids=["full", "half", "wide"])
def test_a_contradiction_is_found(
    text: str,
    kind: str,
    stated: str,
    certain: bool,  # noqa: FBT001 - a column of the table
    width: type[str],
) -> None:
    found = _broken(width(text))
    number = width(stated) if width is _wide else stated
    assert [(x.kind, re.findall(r"[0-9０-９.．]+", x.stated)[-1], x.certain) for x in found] == [
        (kind, number, certain)
    ]


PASSES = [
    # of last year's cases some are closed this year
    "受理案件100件，上年结转20件，审结115件，审结率95.83%。",
    "受理复议案件100件（含上年结转），审结108件，审结率90%。",
    "办结1205件，受理1180件，办结率102.1%。",  # as it is printed: F08
    "受理投诉100件，办结95件，按期办结率80%。",
    "受理投诉100件，办结95件，群众满意率80%。",
    "一审行政诉讼案件120件，负责人出庭80件，出庭率100%。",
    "接收申请300件，受理200件，办结120件，办结率100%。",
    "受理各类诉求近500件，办结200件，办结率100%。",
    "全市新增企业5000户，其中个体户1000户，占全省的12%。",
    "办理案件200件，其中甲类50件、乙类30件，分别占25%、15%。",
    "受理340件，其中公安类60件，占受理总数的17.65%。",
    "办理案件200件，其中涉企案件80件，占比较上年提高12%。",
    # things of other kinds
    "督察单位20个，其中发现问题49个。",
    "印发文件3件，其中涉及事项12项。",
    "排查纠纷3000件，化解12件，其中调解成功2800件。",
    "开展法治培训3期，其中执法人员培训120人次。",
    "出台制度2项，其中明确措施15项。",
    "办理案件120件，其中累计为群众挽回损失150万元。",
    "检查企业120家，其中发现隐患150处。",
    "调解矛盾纠纷860件，其中调解成功850件。",
    "受理纠纷200件，上年结转30件，调解成功215件。",
    "走访企业50家；调解成功60件。",
    "本年新建工作站5个，其中累计建成工作站20个。",
    "审查合同172份，其中提出意见230条。",
    # changes that fit, or are of something else
    "受理案件120件，上年为100件，同比增长20%。",
    "受理案件120件，上年为100件，败诉率同比下降20%。",
    "办理许可1.2万件，上年为1万件，平均用时下降25%。",
    "案件由120件降至90件，下降25%。",
    "网办率由85%提高到98%，提高13个百分点。",
    "投诉由300件降至240件，降幅20%。",
    "检查由1200次压减到800次，压减33.33%。",
    "收案120件，办理时限由20天缩短至15天。",
    "增幅由12%回落至9%，企业由300家增加到360家。",
    # flows that fit, or are not told in full
    "收到行政复议申请120件，受理100件、不予受理15件、其他处理5件。",
    "收到行政复议申请120件，受理100件、不予受理15件。",
    "述法50人，现场述法12人、书面述法38人。",
    "组织48名主要负责人述法，现场述法12人。",
    "审结100件，维持60件、撤销20件、驳回10件。",
    "审结100件，维持60件、驳回10件、终止30件，调解和解25件。",
    "审结100件，维持60件、驳回10件、终止30件（其中和解15件）。",
    "审结100件，撤销8件，确认违法3件，综合纠错率11%。",
    "受理行政复议案件120件，审结110件，维持80件。",
    "审结案件100件；驳回群众申请120件。",
    "办理复议案件150件，新收120件、上年结转30件。",
    "清理文件128件，修改18件、废止11件。",
    "收到申请86件，受理80件，不予受理3件，转送2件，结转下年5件。",
    "2024年全市复议案件860件，2025年为790件，同比下降8.14%。",
    "当场处罚1560件，较上年1320件增加240件，增长18.2%。",
    "受理投诉900件，办结890件，其中消费类700件，办结率100%。",
    "网格上报1200件，办结1190件，办结率99.17%；其中一般1100件，办结率99.8%。",
    "审结一审行政案件60件，驳回40件，撤销5件，二审维持30件。",
    "审结行政案件60件，驳回诉讼请求40件、驳回起诉25件，撤销5件。",
    "排查隐患1200处，整改800处，限期整改率100%。",
    "受理投诉100件，办结60件，法定期限内办结率100%。",
    "2023年为120件，2024年为100件，2025年为90件，累计下降25%。",
    "办理案件200件，其中涉企案件80件，结案75件，占93.75%。",
    "共聘请法律顾问12名，其中为16个村配备法律顾问16名。",
    "2025年办理1200件，2024年办理1000件，同比增长20%。",
    "2025年受理1200件，2024年办理1000件，同比下降5%。",
    "提出审查意见126条，采纳118条。",
    "办理行政处罚案件1320件，比上年减少136件，下降9.34%。",
    "投入经费1260万元，较上年增加160万元，增长14.55%。",
    "检查4860次，较去年减少2140次，降幅30.6%。",
    "受理案件156件（含上年结转4件），审结149件，分别增长18.2%、16.4%。",
    "受理167件，比同期行政诉讼案件多119件，同比增长9.9%。",
    "复议受理数连续增长，2023年98件、2024年132件、2025年156件，同比分别增长12.6%、34.7%、18.2%。",
    "督察单位20个，其中发现问题49个，已完成整改46个，其余3个正在推进。",
    "援助案件1286件，其中农民工812件、妇女233件、未成年人98件、老年人187件。",
    "援助案件560件，其中农民工120件、妇女260件、老年人210件。",
    "检察建议32份，到期整改30份，整改率100%，另有2份尚在整改期内。",
    "收到申请156件，其中上年结转6件，予以公开98件，不予公开23件，其他处理31件，结转下年4件。",
    "收到检察建议32份，按期回复30份，未到期2份，按期回复率100%。",
    # open lists
    "受理87件，其中公安类52件、市场监管类20件等。",
    "受理384件，其中劳动201件、商事146件、知识产权23件等。",
    "受理87件，分别为公安类52件、市场监管类20件、城管类12件等。",
]


@pytest.mark.parametrize("text", PASSES)
@pytest.mark.parametrize("width", [str, _half, _wide], ids=["full", "half", "wide"])
def test_what_may_be_so_is_let_pass(text: str, width: type[str]) -> None:
    assert _broken(width(text)) == []


def test_what_no_word_announces_is_for_a_check_alone() -> None:
    told = [row.is_announced for text in FOUND for row in _broken(text[0]) if row.kind == text[1]]
    assert told == [kind not in {"part", "flow"} for _, kind, _, _ in FOUND]
