"""Promises of 下年安排: one per action, its means and purposes inside."""

from __future__ import annotations

import re

import pytest

from drafter.facts.commitments import cut_commitments, mark_commitments, topic_end
from drafter.knowledge import load
from drafter.knowledge.indicators import load_indicators
from drafter.model import Commitment, Frame, Passage, Report, Role, Source, Span

KNOWN = load_indicators()

# Each promise stands in brackets.
PLANS = [
    "【对2024年未整改到位的6个问题，逐项销号，该收回的收回】。",
    "【对轻微违法行为，依法不予处罚】，【开展说理式执法】。",
    "【对口帮扶企业】，【就近设立调解室】。",
    "【健全重大行政决策后评估制度】，【制定2026年度重大行政决策事项目录】。",
    "【以数字化改革为牵引，搭建“云上复议”平台，方便群众足不出户申请复议】。",
    "【加强镇街法制审核员队伍建设，提升基层审核能力】。",
    "【组织开展执法案卷交叉评查】，【公布十大典型案例】。",
    "下一步，我局将【修订《云溪县行政执法监督办法》】，【健全投诉举报机制】。",
    "【深入实施法治宣传教育，推动形成办事依法、遇事找法的良好氛围】。",
    "【聚焦市场准入、公平竞争等重点领域，开展涉企政策清理】，【着力破除地方保护】。",
    "【将法治建设成效纳入年度考核，确保责任落实到位】。",
    "坚持以习近平新时代中国特色社会主义思想为指导，奋力推动法治政府建设再上新台阶。",
    "同时，【完善行政复议听证制度，不断提高办案质量】。",
    "【建成县级综治中心】，【完善分级化解机制】。",
    "【通过跟班学习、业务比武等形式，提高执法人员业务能力】。",
    "【对12个乡镇开展法治督察】，【通报典型问题】。",
    "【加大涉企乱罚款整治力度，切实减轻企业负担】。",
    "【严格执行“三重一大”集体决策制度，防止决策失误】。",
    "【健全行政应诉通报制度，力争败诉率控制在5%以内】。",
    "【加强培训】，【力争年底前持证率达到85%】。",
    "【学习贯彻党的二十届四中全会精神】。",
    "贯彻落实省委全会精神，【开展法治镇街创建】。",
    "【启动新一轮普法工作】；【编制全民普法读本】；【打造三处法治文化阵地】。",
    "【压紧压实执法责任】，【全面推行柔性执法】，【动态调整“四张清单”】。",
    "【围绕群众急难愁盼问题，实施公共法律服务提质工程，让群众感受到公平正义】。",
    "2026年，我镇将【持续规范村级合同审查】，【聘请专职法律顾问2名】。",
    "【履行公职律师职责】，【健全法律顾问考核办法】。",
    "【落实领导干部应知应会清单制度】，【开展旁听庭审活动，增强干部法治意识】。",
    "【构建“一窗受理、分类处置”工作机制，实现矛盾纠纷就地化解】。",
    "【推进政府合同全流程管理】，【建立合同履约台账】，【防范法律风险】。",
    "【深化府院联动】，【定期召开联席会议】",
    "【畅通12345热线与信访渠道，及时回应社会关切】。",
    "【上线行政检查扫码系统，实现涉企检查全程留痕】。",
    "【强化示范引领】，【积极争创省级法治政府建设示范县】。",
    "【抓住领导干部这个“关键少数”，健全述法评议机制】。",
    "【进一步完善政府信息公开目录，扩大公开范围】。",
    "【选优配强基层执法力量】，【办好执法大讲堂】。",
    "【开展镇村干部法治轮训】；【配齐社区法律顾问】；【建好“百姓说事点”】。",
    "【修订完善突发事件应急预案】，【组织开展防汛综合演练，提升应急处置能力】。",
    "【结合乡村振兴工作，创建民主法治示范村3个】。",
    "【大力推进政务数据共享】，【优化电子证照应用场景，更好服务企业群众】。",
    "【待上级新一轮规划出台后，及时制定我县实施方案】。",
    "【等条件成熟时，设立法治文化公园】。",
    "始终坚持党对法治政府建设的绝对领导，【以示范创建为牵引，推动县（市、区）补齐人员短板】。",
    "坚持和加强党的全面领导，【健全党委法治建设议事机制】。",
    "【坚持党对法治建设的全面领导】。",
    "我们将坚决贯彻落实市委、区委工作要求，以更大力度、更实举措推进法治政府建设。",
    "【坚决贯彻落实市委关于扩大赋权的部署要求，修订街道权责清单】。",
    "【建设市级行政执法实训基地】，【统一各领域裁量基准，着力解决类案不同罚问题】。",
    "【统一执法文书格式，统一思想、凝聚共识】。",
    "还要【严格落实重大事项合法性审查】；并【强化行政复议案前调解】。",
    "【明年三月，修缮村级法治广场】，【添置宣传栏】。",
    "【明年上半年，完成文件清理，并向社会公布】。",
    "【一季度，出台方案】；【二季度，开展培训】；【年底前，组织考核】。",
    "【力争2026年6月底前形成草案，年底前报市政府审议】。",
    "【编制五年立法规划，第四季度报市人大常委会备案】。",
    "【集中化解历史遗留争议37件，三年内全部消除】。",
    "【建设镇级调解中心，两年内建成】，【配备专职调解员】。",
    "【计划投入80万元，建设法治公园，明年10月前开园】。",
    "【筹措资金10万元更新执法装备】，【严格落实全过程记录制度】。",
    "【从3月份起，每月组织一次案卷评查，结果全镇通报】。",
    "【增加执法编制5名，充实到乡镇】。",
    "【全面贯彻《行政执法监督条例》，待施行后及时开展宣贯】。",
    "【每季度通报一次，年底汇总】。",
    "【积极对接县司法局，选派执法人员跟班学习】。",
    "【协调编办、人社部门，通过公开遴选充实执法人员8名】。",
    "【评估赋权事项承接情况】，【对接不住的事项依法收回】。",
    "【开展“说理式执法”，把执法过程变成普法过程】。",
    "【推行柔性执法】，【同公安、住建等部门常态化开展联合检查】。",
    "【会同法院建立联席会议制度】，【与邻县签订执法协作协议】。",
    "【年内培训两轮】，【三年内创建省级示范镇】。",
    "【建立“老带新”办案小组，由业务骨干包案指导疑难案件】。",
    "【由县司法局牵头，开展案卷评查】。",
    "【开展案卷评查】，【由司法局组织行政执法人员法律知识考试】。",
    "【制定方案】，【由县政府建立行政复议咨询委员会】。",
    # With what resolve: no action.
    "2026年，我局将坚持问题导向，以更实举措推进法治人社建设。",
    "2026年是“十五五”开局之年，我县将以更大力度推动法治政府建设提质增效。",
    "我市将锚定目标、真抓实干，推动法治政府建设迈上新台阶。",
    "我们将坚定不移走中国特色社会主义法治道路，以更高标准推进法治政府建设。",
    "我市将以示范创建为牵引，以督察考核为保障，努力推动法治政府建设率先取得新突破。",
    "【以示范创建为牵引，建成法治公园】。",
    "【以开展法治督察为抓手，推进法治政府建设】。",
    "【推进政务公开和政策解读工作，开放日活动不少于4次】。",
    "【推进数字法治政府建设】。",
    "【坚持问题导向，推进法治公园建设】。",
    "【以更大力度推进法治副校长配备】。",
    "【坚持结果导向，提升干部法治素养】。",
    "【以更实举措推动法治化营商环境建设】。",
    # Deeds that are names elsewhere: 行政委托, 案卷评审.
    "【修编防汛预案】，【夜查沿街商铺】，【建档重点企业】。",
    "【更新执法装备】，【归并热线号码】，【盘点罚没物品】。",
    "【与公安机关会签案件移送意见】，【明确反馈时限】，【逐案附具说理文书】。",
    "【落实承载量管理制度】，【对带病运行的项目一律停业整改】。",
    "【推行项目清单管理，项目进度一律公开】。",
    # What comes of it stays with it.
    "【把法治督察与政府督查结合起来，推动问题整改到底到边】。",
    "【建成数据共享平台二期，打通部门系统壁垒】。",
    "【健全三所联动机制，努力将矛盾化解在萌芽状态】。",
    "【编制联合检查计划，解决多头检查问题】。",
    "【增设巡回服务车，打通服务群众的“最后一公里”】。",
    # How often, how many, where it is settled: with the action before it.
    "【健全集体学法制度，每季度至少安排一次】。",
    "【开展跟班轮训，全年培训不少于200人次】；【推行“扫码入企”】。",
    "【开展执法文书质量专项整治，每季度抽查通报】；【编印政策指引】。",
    "【完善税费争议前端化解机制，把争议解决在初始阶段】。",
    "【制定学法计划】，【每季度开展1次法治专题培训】。",
    "【每季度开展一次案卷评查】。",
    "【建立技术专家库】，【推动20个高频事项实现智能审批】。",
    "2026年，我局将认真落实上级部署，重点抓好三件事。",
    "【更新公开清单，除依法不能公开的情形外，办理进度一律开放查询】；【聘请特约监督员】。",
    "【完善岗位津贴办法，把业务骨干留在执法一线】。",
    "【建立普法评议制度，评议结果与工作经费挂钩】。",
    "【组织网上巡查，对苗头性问题第一时间提醒纠正】。",
    "【为巩固整治成果，对餐饮场所实行分级管理】；【为每个派出所培养2名办案能手】。",
    "【全面落实负责人出庭要求】，【将出庭效果评价结果纳入年度考核】。",
    "2026年，我市将【加强培训】，【将法治建设纳入考核】。",
    "【完善评价体系】，【将考核结果同干部任用相衔接】。",
    "【坚持每季度集中学法制度】，【修订议事规则】。",
    "【在系统梳理经验做法的基础上，编制应急预案】。",
    # An announcement, a headline, the spirit of a meeting promise nothing.
    "我们将抓好三件事：【出台《云溪区执法人员分级管理办法》】；【建立惠企政策会签制度】。",
    (
        "我局将继续以习近平法治思想为统领，重点推动以下几方面工作：【健全执法机制】，"
        "【新增持证人员10名】；【出台工作指引】。"
    ),
    "今年，【组建普法宣讲队】。",
    "在制度供给上再加力，【健全价格动态调整程序】。",
    "我镇将深学细悟党的二十大精神，【对6个站所开展执法体检】。",
    "对此，【招录专业人才10名】，【打通部门监测数据】。",
    # A law to be carried out, a deadline, an occasion are actions of their own.
    "【贯彻实施《行政执法监督条例》】，【健全三级监督体系】。",
    "【建设云溪智控平台】，【2025年底前无分歧欠款全部清零】。",
    "【严格落实集体审议制度】，【在2026年10月底前完成案卷互查】。",
    "【健全督察机制】，【于6月30日前完成证件清理】，【第三季度前完成案卷评查】。",
    "【编制执法统计年报，于1月31日前向社会公开】；【推进平台建设，在2026年6月前投入使用】。",
    "【组织宪法宣传】，【开展专项清理，在6月5日前后分两批进行】。",
    "【健全监督机制】，【在2026年6月30日前，完成案卷评查】。",
    "【在年底前，完成三年行动任务】。",
    "【建设公共法律服务中心二期项目，年底前投入使用】。",
    "【新建“法治加油站”5个，6月底前全部投用】。",
    "【编制法治建设规划，上半年前完成报批】。",
    "【建成石桥法治广场】，【以“八五”普法收官为契机，全面提升群众法治素养】。",
    # Objects in front of their verbs, and verbs of helping.
    (
        "2026年，我们将【选送3名干部参加资格考试】，【请县司法局派员驻乡指导】，"
        "【在6个村民小组开设“火塘夜话”普法点】。"
    ),
    "【把经办窗口延伸到20个村】，【邀请企业家代表全程参与政策制定】。",
    # What comes of an action stays with it.
    "【推行败诉案件“一案一剖析”，推动败诉率明显下降】；【修订案卷标准】。",
    "【公开工程项目信息，接受群众监督】，【办理代表建议，回应社会关切】。",
    # What names its means and acts is an action of its own.
    "【建设法治广场】，【针对快递骑手、网约车司机开展分众普法】。",
    "【健全复核机制】，【依托镇街司法所设立复议服务点10个】。",
    "【选派业务骨干驻点】，【采取师徒结对方式提升办案能力】。",
    "【完善会商制度】，【从退休法官、律师中选聘一批仲裁员】。",
    "【采取师带徒、跟班学等方式，加快培养年轻调解员】。",
    "【运用无人机、视频识别等手段提升发现能力】，【推进数据共享】。",
    "【发挥行政复议便民为民优势，把争议化解在程序之中】，【针对征地拆迁案件组织专题研判】。",
    # Adverbs that are verbs where no verb follows.
    "【制定年度立法计划】，【加快养老服务等领域立法步伐】。",
    "【贯通省市平台】，【探索人工智能在案卷评查中的应用】。",
    "【建设普法长廊】，【创新基层普法形式】。",
    "【筹备普法规划】，【深入工地、出租房、快递网点开展专场普法】。",
    # Width: of what was just made, or an object of its own.
    "【推进便民服务下沉】，【扩大社区代办事项范围】。",
    "【建成指挥平台】，【稳步扩大非现场执法适用范围】。",
    "【创新普法品牌，扩大普法覆盖面】。",
    "【落实述法制度】，【将依法治校情况纳入学校年度考核】。",
    "我区将坚持以习近平法治思想为引领，紧紧围绕示范创建，聚焦短板弱项精准发力。",
    "【持续深入学习贯彻习近平法治思想】，【落实《行政执法监督条例》】。",
    "【同步做好规划衔接】，【高质量完成普法验收】。",
    "【严格重大行政决策合法性审查，未经审查的不得提交讨论】。",
    "【凡涉及群众利益的决策，公开征求意见】，【健全评估机制】。",
    "2026年，我局【将行政复议咨询窗口延伸到乡镇】，【加强与税务部门的沟通协调】。",
    "我县将【进一步把优质资源融入基层治理】。",
    "【建设公共法律服务中心】，【为12个山区行政村派驻“流动律师”】。",
    "【统一数据归集标准，为风险预警提供支撑】。",
    # What is sought for an action, and what comes of one.
    "【积极争取编制，充实综合执法队伍】。",
    "【主动与县委编办沟通，补齐执法大队缺员】。",
    "【组织律师到山村巡回服务，补齐法律服务短板】。",
    "【提高法律顾问补助标准，充分调动服务积极性】。",
    "【排查校舍安全隐患，守住校园安全底线】。",
    "【推广说理式执法，寓服务于监管之中】。",
    "【主动接受人大监督，以监督促规范】。",
    "【健全投诉会商机制，压降重复投诉】。",
    "【建立市场清理机制，坚决破除地方保护】。",
    "【严格执行重大行政决策程序】，【及时清理与上位法不一致的政策文件】。",
    # The close of the plans promises nothing of its own.
    "以上工作，我们将列出清单、明确责任，一项一项抓好落实。",
    "上述任务，我县将逐项分解、挂图作战，确保件件有落实。",
    "我们将以更实的作风、更严的标准守好群众的“看病钱”，为建设更高水平的法治云屏贡献医保力量。",
    "2025年，我局将以更高站位、更实举措推进依法治税，力争法治建设考评进入全省前列。",
    "2025年，云屏街道将坚持以习近平法治思想为指引，深入贯彻党的二十届四中全会精神，在更高起点上推进法治街道建设。",
    "【以更高标准修订《执法办法》】，【完成5项制度清理，为发展贡献力量】。",
    "【以更大力度推进执法改革】，【组建综合执法队】。",
    "【以更高标准抓好行政复议工作】，【健全府院联动机制，为法治建设提供坚强保障】。",
    "【以更大力度推进执法规范化建设】，【开展案卷评查，为优化营商环境提供法治保障】。",
    "坚持问题导向，【全面贯彻落实行政复议法精神】。",
    "【聚焦目标，努力将行政复议规范化建设打造成全省一流】。",
    "【以上工作，将逐项建立台账】，【定期督查通报，确保落实】。",
    "【深化惠企改革，推动政策直达快享】；【落实领导包案，推动事心双解】。",
]


def _half(text: str) -> str:
    return text.replace("，", ",").replace("；", ";").replace("：", ":")


@pytest.mark.parametrize("marked", PLANS, ids=[text[:16] for text in PLANS])
@pytest.mark.parametrize("width", [str, _half], ids=["full", "half"])
def test_one_promise_per_action(marked: str, width: type[str]) -> None:
    text = width(re.sub("[【】]", "", marked))
    found = [text[a:b] for a, b in cut_commitments(text, KNOWN)]
    assert found == [width(x) for x in re.findall("【([^】]*)】", marked)]


def _plans(*passages: tuple[Role, str, str | None]) -> Report:
    made = tuple(
        Passage(
            i, text, (Span(i + 1, 0, len(text)),), role,
            level=None if role != "heading" else 1 if i == 0 else 2, marker=marker, part="plans",
            theme="enforcement" if role == "heading" and i else None,
        )
        for i, (role, text, marker) in enumerate(passages)
    )  # fmt: skip
    lines = tuple(p.text for p in made)
    return Report(Source("x.txt", "txt", "utf-8", 0, lines), Frame(), made, (), ())


def _texts(report: Report) -> list[str]:
    return [c.text for c in mark_commitments(report, KNOWN, load().outline)]


def test_headings_and_lead_ins_promise_nothing() -> None:
    report = _plans(
        ("heading", "四、2026年工作安排", "四、"),
        ("body", "2026年，我县将坚持以习近平法治思想为指导，重点做好以下工作：", None),
        ("heading", "（一）规范执法行为", "（一）"),
        ("body", "开展执法案卷评查，确保执法质量。", None),
    )
    assert _texts(report) == ["开展执法案卷评查，确保执法质量"]


def test_the_topic_sentence_of_an_item_promises_nothing() -> None:
    text = "一是规范执法行为。开展执法案卷评查，制定《评查办法》。"
    report = _plans(("heading", "四、打算", "四、"), ("item", text, "一是"))
    assert _texts(report) == ["开展执法案卷评查", "制定《评查办法》"]


def test_a_lone_item_is_no_topic() -> None:
    passage = Passage(0, "一是规范执法行为。", (Span(1, 0, 9),), "item", marker="一是")
    assert topic_end(passage) == 2


def test_a_heading_with_nothing_beneath_promises_itself() -> None:
    report = _plans(
        ("heading", "四、打算", "四、"),
        ("heading", "1.健全执法监督机制", "1."),
        ("heading", "2.开展法治培训", "2."),
    )
    assert _texts(report) == ["健全执法监督机制", "开展法治培训"]


def test_ids_themes_and_what_can_be_verified() -> None:
    report = _plans(
        ("heading", "四、打算", "四、"),
        ("heading", "（一）执法", "（一）"),
        ("body", "编制2026年度涉企检查计划。加强执法监督。建设云溪法务中心。", None),
    )
    found = mark_commitments(report, KNOWN, load().outline)
    assert [c.id for c in found] == ["C1", "C2", "C3"]
    assert [c.concrete for c in found] == [True, False, True]
    assert [c.year_bound for c in found] == [True, False, False]
    assert all(c.themes[0] == "enforcement" for c in found)
    assert all(
        report.passages[c.ref.passage].text[c.ref.start : c.ref.end] == c.text for c in found
    )


NAMED = [
    ("开展“法援暖民心”活动，提升办案质量。", True, False),
    ("以“八五”普法总结验收为契机，推进全民普法。", False, True),
    ("深化“放管服”改革。", False, False),
    ("推动述法结果与年度考核挂钩。", False, False),
    ("组建执法办案专班。", True, False),
    ("制定2026年度学法计划。", True, True),
]


@pytest.mark.parametrize(("text", "concrete", "bound"), NAMED, ids=[t[:12] for t, _, _ in NAMED])
def test_what_can_be_verified_and_what_expires(
    text: str,
    concrete: bool,  # noqa: FBT001 - a case of the table
    bound: bool,  # noqa: FBT001 - a case of the table
) -> None:
    report = _plans(
        ("heading", "四、打算", "四、"), ("heading", "（一）", "（一）"), ("body", text, None)
    )
    (found,) = mark_commitments(report, KNOWN, load().outline)
    assert (found.concrete, found.year_bound) == (concrete, bound)


def test_a_heading_beside_items_of_its_kind_promises_itself() -> None:
    report = _plans(
        ("heading", "四、打算", "四、"),
        ("heading", "1.建立违建联合认定机制", "1."),
        ("item", "2.组织法律轮训3期。", "2."),
    )
    assert _texts(report) == ["建立违建联合认定机制", "组织法律轮训3期"]


def test_a_report_without_plans_promises_nothing() -> None:
    assert _texts(Report(Source("x", "txt", None, 0, ()), Frame(), (), (), ())) == []


@pytest.mark.parametrize(
    "text",
    [
        "加强执法队伍建设，提升执法水平。", "进一步深化“放管服”改革。", "健全信息通报机制。",
        "严格规范涉企行政检查。", "持续推动矛盾纠纷就地化解。", "压实第一责任人职责。",
    ],
)  # fmt: skip
def test_what_any_year_may_plan_is_standing(text: str) -> None:
    assert _only(text).standing


@pytest.mark.parametrize(
    "text",
    [
        "建设石桥法治文化广场。", "推广无人机巡查。", "迎接省法治督察组实地督察。",
        "召开全县执法现场推进会。", "把法治建设纳入巡察内容。", "将年检结果与招生计划挂钩。",
        "建立联席会议制度。", "对排名末位单位进行约谈。", "向县里争取司法所编制。",
        "加强执法培训3期。", "完善《河溪县行政检查办法》。", "落实“八五”普法验收。",
    ],
)  # fmt: skip
def test_what_is_planned_for_one_year_is_not_standing(text: str) -> None:
    assert not _only(text).standing


def _only(text: str) -> Commitment:
    report = _plans(
        ("heading", "四、打算", "四、"), ("heading", "（一）", "（一）"), ("body", text, None)
    )
    (found,) = mark_commitments(report, KNOWN, load().outline)
    return found


@pytest.mark.parametrize(
    "lead",
    [
        "2025年，我市将以学习贯彻党的二十大精神为主线，",
        "2025年,我局将坚持以习近平法治思想为指导,",
        "新的一年，我乡将以党的二十届三中全会精神为引领，", "下一步，我县将围绕市委决策部署，",
    ],
)  # fmt: skip
def test_promises_behind_words_of_guidance_are_found(lead: str) -> None:
    report = _plans(
        ("heading", "四、打算", "四、"),
        ("body", f"{lead}选派4名队员驻村，修订17个村的村规民约，推动治理再上新台阶。", None),
    )
    found = _texts(report)
    assert any("选派4名队员驻村" in text for text in found)
    assert any("修订17个村的村规民约" in text for text in found)


def test_words_of_guidance_alone_promise_nothing() -> None:
    report = _plans(
        ("heading", "四、打算", "四、"),
        ("body", "2025年，我局将坚持以习近平法治思想为指导，推动法治政府建设再上新台阶。", None),
        ("heading", "（一）执法", "（一）"),
        ("body", "开展案卷评查。", None),
    )
    assert _texts(report) == ["开展案卷评查"]
