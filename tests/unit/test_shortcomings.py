"""Shortcomings: single deficiencies, their causes, and the promises that answer them."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from drafter.facts.commitments import mark_commitments
from drafter.facts.shortcomings import mark_shortcomings
from drafter.knowledge import load
from drafter.knowledge.indicators import load_indicators
from drafter.model import Frame, Passage, Report, Role, Shortcoming, Source, Span
from tests.reading import understood

KNOWN = load_indicators()

# Each deficiency stands in brackets.
LACKS = [
    "【执法人员法治意识不强，执法人员业务水平不高，执法人员证据意识薄弱】。",
    "【行政执法监督力度不够，行政执法监督方式单一，行政执法监督结果运用不充分】。",
    "【因机构改革，人员流动频繁，执法衔接不畅】。",
    "【受疫情影响，财政收支压力较大，执法装备更新滞后】。",
    "【执法人员偏少，能独立办案的不足3人】，【执法车辆、取证设备短缺】。",
    "【山林权属纠纷化解压力较大】，【调解员队伍老龄化明显】，【专职网格员流动性大】。",
    "【历史遗留的宅基地争议易反复】。【行政诉讼应诉率在全市排名靠后】。",
    "【镇级承接能力不足，赋权的85项中有近三成从未办理过案件】，【专业培训跟不上】，【执法装备紧缺】。",
    "【复议办案人手紧张，人均办案达41件】，【审理质量参差不齐】，【调解能力不强】。",
    "【普法阵地利用率偏低，12个文化广场中有5个常年闲置】。",
    "【文书制作不够规范】，【部分案卷缺少审核意见】，【少数单位2024年没有开展评查】。",
    "在肯定成绩的同时，我们也清醒地看到，【各县之间执法水平不平衡】。",
    "总的来看，全县教育系统法治工作基础更加牢固，但也面临一些亟待破解的难题。",
    "全省水利法治工作距离高质量发展的要求还有不小差距。",
    "说实话，问题也不少。",
    "【执法力量与任务不匹配】。【机构改革后，调查手段单一，取证难度大】。",
    "【预警系统与办案系统各自为战，线索流转靠人工传递】。",
    "【复议案件量激增而办案人员没有增加，人案矛盾凸显】。",
    "【照搬照抄上级文件】，【部分预案应付了事】。",
    "【个别部门重大决策程序履行不到位】，【部分乡镇法制审核力量薄弱】。",
    "一是【执法规范化水平不高，文书制作不严谨】；二是【普法形式单一】。",
    "虽然工作取得一定成效，但仍存在一些不足：",
    "对照上级要求，我县法治政府建设工作还存在一定差距。",
    "【少数干部运用法治思维化解矛盾的能力不强，习惯于行政命令】。",
    "【行政复议人员编制不足】，【办案场所建设滞后】，【信息化水平有待提升】。主要原因是经费投入不够。",
    "【因专业人才短缺，导致部分执法案件法律适用不准】。",
    "【随着新业态快速发展，监管手段还不能完全适应】。",
    "【“谁执法谁普法”责任落实不够均衡，影响了普法整体效果】。",
    "究其原因，一是思想认识不到位；二是队伍建设滞后。",
    "【执法力量不足】。主要原因是编制少。【普法形式单一】。",
    "【装备老化】；【受经费、人员制约，普法形式不够新颖】；【由于职责划分不清，案件移送存在脱节】。",
    "【普法形式单一，受年龄结构影响】。",
    "一方面，【执法力量不足】。主要原因在于编制受限。另一方面，【普法形式单一】。",
    "【执法力量不足】。究其原因，一方面编制受限。另一方面待遇偏低。",
    "【执法力量不足】。主要原因有两点。一是编制受限。二是待遇偏低。",
    "【47.6岁的平均年龄使一线人员学习新法规偏慢】。",
    "二是【12.5%的单位没有法律顾问】。",
    "主要问题表现在：【行政执法监督刚性不足】；【监督成果运用不够】。",
    "【数字法治建设相对滞后，数据壁垒尚未打通】。",
    "（一）【依法行政意识仍需增强】。",
    "【法律顾问参与决策的深度还不够】，【部分单位存在“顾而不问”现象】。",
    "回顾过去一年，我市法治政府建设还有以下短板：",
    "【行政机关负责人出庭应诉率偏低】。",
    "对2024年报告指出的问题，县政府作了整改：“先盖章”没有再发生；持证率由28%提高到36%。【培训仍然不足】。",
    "针对去年查摆出的3个问题，全部完成整改，超期办件不再发生。",
    "【2024年度督察反映的问题整改还不到位】。",
    "【个别单位对行政应诉工作重视不够，出庭不出声的现象依然存在】。",
    "【基层司法所人员配备与承担的任务不匹配】。",
    "【合法性审查覆盖面不广】，【审查意见采纳反馈机制不健全】，【一些部门重实体轻程序】。",
    "【法治宣传针对性不强，群众参与度不高】。",
    "【行政执法与刑事司法衔接不够顺畅】。",
    "【乡镇承接赋权事项的能力偏弱，执法文书质量参差不齐】。",
    "二是【公共法律服务供给不均衡】。",
    "【行政调解组织作用发挥不明显】。",
    "【部分执法人员程序意识淡薄】；【案卷归档不及时】。",
    "【法治政府建设考核指标不够科学，结果运用还不充分】。",
    "【一些单位重形式轻实效，普法方式较为传统】。",
    "【规范性文件备案审查信息化手段不足】。",
    "【个别行政机关执行复议决定不及时】。",
    "【涉企检查统筹不够，多头检查现象仍然存在】。",
    # A row of a list is one topic, with or without a word of lacking, whatever quotes it has.
    (
        "与群众期盼相比仍有差距：【镇街执法力量单薄，“接得稳、管得住”的能力尚未形成】；"
        "【被诉案件数量上升】；【执法“宽松软”与“一刀切”并存】。"
    ),
    "一是【基层治理法治化水平有待提升，个别村社遇到矛盾仍凭老经验】；二是【部门间数据“各自为政”】。",
    "【少数干部用法本领不强】，【“新账不理旧账”问题依然存在】。",
    # Some of whom something else is told have a deficiency of their own, unless the words before
    # only sum them up.
    "【数据共享不够顺畅】，【一些基层机构装备陈旧】；【普法覆盖面不够广】，【少数商户守法意识淡薄】；",
    "【裁量权运用不够精准】，【个别案件说理不充分】；【办案程序有待规范，少数案卷取证不全】；",
    "服务方面，【政策解读不够通俗，农户看不懂】；【窗口设置不合理】。",
    # What leads in, what causes, what is being done about it: none of them is lacking itself.
    (
        "一年来，园区法治建设取得了一定成绩，但对照更高要求仍有不小差距，主要表现在"
        "【执法人员专业化程度与产业发展不相适应】，【涉外法律服务供给不足】，【部分企业合规意识淡薄】。"
    ),
    (
        "但我们也看到，【少数案件办理周期过长，群众反映较多】；【新型案件取证难、定性难】，"
        "根子在训练不精准。"
    ),
    "【一线监管经验欠缺】。分析其成因，一方面是培训结合不紧，另一方面是内部监督手段单一。",
    "【法律专业人才流失较多】。这些问题主要是待遇保障不足造成的。",
    "【数字化监管手段不足】。上述短板既受权限限制，也与引才配套不够有关。",
    "【偏远村落普法覆盖不够】。对这些问题，我们将高度重视，切实加以解决。",
    "——【学校管理“重德育、轻程序”，个别学校未听取学生申辩】。",
    "主要表现为：在执法理念方面，【少数民警程序意识不强】；在执法保障方面，【系统功能单一】。",
    "【执法人手不足】。问题虽然表现在基层，根子在于考核导向不够鲜明。",
    "【执法文书质量不高】。分析起来，一方面是人才引不进，另一方面也与督促不紧有关。",
    "【执法文书质量不高】。之所以存在这些问题，人员编制没有跟上，激励办法不多。",
    "【执法文书质量不高】。追根溯源，是法治观念树得不牢。",
    "【执法文书质量不高】。这与管理体制尚在磨合、编制多年未作调整有关。",
    "【执法文书质量不高】，这与法制审核人员偏少有关。",
    "【执法文书质量不高】。既有编制增长有限的客观因素，也有教育培训不紧的主观原因。",
    "【执法文书质量不高】。深层次看，法制审核力量不足、办案考核没有跟上。",
    "【执法文书质量不高】。从根子上讲，还是程序意识不强。",
    "【执法文书质量不高】。造成这种局面，主要是审核人员只减不增、培训不够。",
    "【执法文书质量不高】。这里面有历史欠账的因素，更主要的是督促不紧。",
    "【深层次分析不够，复议数据没有用起来】。",
    "【执法装备老化】。【这里的监控没有覆盖】。",
    "平心而论，今年做了些实事，但是按照群众的期盼，还有不少做得不到位的地方。【执法文书质量不高】。",
    "【执法队员之所以不敢处罚，是因为怕复议、怕败诉】。",
    # The same words open a sentence on what is lacking.
    "【归根到底，执法队伍力量薄弱】，【专业人才缺乏】。",
    "【说到底是干部法治思维不够牢固，依法办事的能力还不强】。",
    "【执法装备老化】。【追根溯源机制不健全，产品来源难以查清】。",
    "总结起来，主要有三个方面不足：一是【执法不规范】；二是【普法不深入】。",
    "【普法形式单一，这与基层实际需求脱节】。",
    "【既有执法力量不足的客观因素，又有执法能力不强的问题】。",
    "回头看这一年，成绩是有的，但问题也不能回避。【执法文书质量不高】。",
    "问题同样不可小视。【执法文书质量不高】。",
    "肯定成绩的同时，我们也不回避问题。【执法文书质量不高】。",
    "【对存在问题的整改不够彻底，问题反弹不容忽视】。",
    # A lead-in that goes on behind a comma.
    "一年来法治建设稳步推进，但与高质量发展要求相比还有差距，【专职执法人员仅有2名，监管力量难以覆盖】。",
    "法治建设虽取得一定成效，但仍存在一些不足，【执法力量薄弱，普法形式单一】。",
    "对照群众期盼，全县法治政府建设薄弱处不少。【普法形式单一】。",
    "过去一年，水利法治工作虽有进步，但与高质量发展相比，差距依然明显。【执法装备老化】。",
    "我县法治政府建设工作短板仍较突出，【执法力量不足】。",
    "【基层治理能力短板仍较突出】。【普法形式单一】。",
    "我们也深知还有许多不尽如人意的地方。【执法力量不足】。",
    "从总体情况看，【部分市县机构不健全】。",
    "【执法力量不足】。分析上述问题，一是重视不够，二是投入不足。",
    "一是【执法力量不足，执法装备落后，问题仍较突出】。二是【普法形式单一，不足较多】。",
    "【虽然出台了裁量基准，但同案不同罚的问题仍然存在】。",
    "【农村法治建设，薄弱环节依然存在】。",
    "【执法数字化水平，对照先进，差距明显】。",
    "【个别单位重实体、轻程序】，【一些老案积案程序空转】。",
    "当前，法治政府建设还存在不少短板，【一些干部法治意识不强，执法队伍专业化水平不高】。",
    "工作取得一定成效，但仍存在一些问题和不足，需要在今后的工作中认真加以解决。",
    "【乡镇与乡镇之间法治建设水平存在差距】，【少数单位主要负责人重视不够】。",
    # One thing that falls short is a deficiency, the whole that does only leads in.
    "（一）【审核人员能力与新业态监管的需要还有一定差距】。",
    "【普法内容的针对性、时效性与群众的期待相比仍有差距】。",
    "【依法行政意识与高质量发展要求还有差距】。",
    "一是【裁量基准更新不够及时，与平台经济发展的需要有差距】；二是【执法力量单薄】。",
    "一是【文书格式更新不够及时，与改革要求有一定距离】；二是【执法力量单薄】。",
    "三是【执法队伍专业化水平与监管任务存在差距】；四是【信息平台与周边县区相比存在差距，使用率偏低】。",
    "我县法治建设水平与省委要求还有一定距离：一是【执法力量薄弱】；二是【普法形式单一】。",
    "云溪县法治政府建设与先进县区相比还有不小差距，需要在今后的工作中加以改进。",
    "全市依法行政工作与中央要求还有差距，【一些单位执法不规范】。",
    "对照新时代法治政府建设的要求，工作中仍有差距：（一）【执法力量薄弱】。",
    "我镇法治建设取得了一定成效，但与先进地区还有差距：一是【执法力量薄弱】。",
    "县司法局推进法治政府建设的工作与上级要求还有差距：一是【执法力量薄弱】。",
    "我区法治政府建设能力和水平与人民群众的期盼还有一定差距：一是【执法力量薄弱】。",
    "对照上级要求和群众期盼，法治乡镇建设还有一定差距：一是【执法力量薄弱】。",
    "坚持问题导向，认真梳理，存在以下不足。一是【执法力量薄弱】。",
    "面对案多人少的压力，执法工作存在一些不足。一是【执法力量薄弱】。",
    "【执法监督力度方面与上级要求相比还存在一定差距】。",
    # 第三方 is no third item
    "【第三方涉税信息标准不一、更新滞后】。【第一批赋权事项承接不够平稳】。",
    "第一【执法力量薄弱】；第二【普法形式单一】；第三【制度不够健全】。",
    "第一，【执法力量薄弱】。第二，【普法形式单一】。第三、【文书质量不高】。",
    # What concedes, sees or measures only leads in, however it ends.
    "全乡法治建设取得了一定成绩，但也清醒看到，【个别村干部法治观念淡薄，遇事找法的习惯尚未养成】。",
    (
        "过去一年，我局法治建设工作虽取得一定成效，但与县委、县政府要求和群众期盼相比，"
        "【执法装备更新较慢】，【应急普法的方式不够灵活】，【案卷归档不及时】。"
    ),
    "2024年我县法治政府建设取得新进展，但是对照上级要求，【少数单位程序意识不强】。",
    "虽然全市依法行政工作取得了较好成绩，但我们也要看到，【执法装备老化，普法形式单一】。",
    "【执法培训虽取得一定成效，但与岗位要求相比，实战化程度不高】。",
    "当前，【法治建设稳步推进，但乡镇之间执法水平不够平衡】。",
    "【法治建设取得一定成效，但同类问题整改未达到要求，监督不力】。",
    # A link leads to the next one and is no part of it.
    "【普法形式单一，还有待创新】。",
    "【普法阵地利用率偏低】，同时【对青少年、新就业群体的普法尤显不足】。",
    "【跨部门监管协同不足】，而且【少数干部存在畏难情绪，面对舆情事件不敢担当】。",
    "【征收补偿领域发案量居高不下】，而【部分单位对共性问题整改不彻底，类似案件反复发生】。",
    "【乡镇执法“看不出、查不准”现象依然存在】，此外还【存在企业主体责任落实不到位的情况】。",
    "【执法力量不足，而案件逐年增多】。",
    # Of some people their faculties and habits are told on; another matter is one of its own.
    "【部分干部法治意识不强，依法办事能力不足，遇事习惯于老办法】。",
    "【少数执法人员业务不精，执法方式简单，文书制作、证据固定等环节不规范】。",
    "【个别执法人员程序意识不强，文书制作不严谨】，【执法案件质量各队之间参差不齐】。",
    "【一些部门重项目轻履约，对法治建设抓得不紧】，【招商合同风险防控机制尚未健全】。",
    "【少数干部习惯于凭经验办事，对程序规定理解不深】，【重大决策合法性审查还存在“先签后审”的情况】。",
    "【部分企业守法意识淡薄，安全生产主体责任落实不力，隐患排查流于形式】。",
    "【个别单位重大决策程序执行不严，合法性审查把关不到位，公众参与流于形式】。",
    "【一些执法单位理念陈旧，重处罚轻教育，说理式执法推行不力，群众投诉时有发生】。",
    "【部分企业主守法意识淡薄，自行监测、台账管理流于形式】。",
    "【部分乡镇对违法用地发现慢，“小问题”拖成“大隐患”，群众意见较大】。",
    "【村级调解员年龄偏大，积极性不高】，【普法方式较为单一，吸引力不强】。",
    "【普法内容偏书面，与群众的需求不相适应】，【涉外律师偏少，与企业“走出去”的步伐相比明显滞后】。",
    "【各县区发展不平衡】，【欠发达县区与中心城区相比，人员经费保障明显不足】。",
    "【企业合规尚处于起步阶段】，【争议调解多依赖市级指导】，【新业态辅导没有完全跟上】。",
    "1、【合同审查质量不高】，【部分合同未审先签】；2026年将制定合同审查清单，实行“凡签必审”。",
]


def _half(text: str) -> str:
    return text.replace("，", ",").replace("；", ";").replace("：", ":")


@pytest.mark.parametrize("marked", LACKS, ids=[text[:16] for text in LACKS])
@pytest.mark.parametrize("width", [str, _half], ids=["full", "half"])
def test_one_row_per_deficiency(marked: str, width: type[str]) -> None:
    text = width(re.sub("[【】]", "", marked))
    found = _found(_report(("body", text, None, "shortcomings")))
    assert [row.text for row in found] == [width(x) for x in re.findall("【([^】]*)】", marked)]


def _report(*passages: tuple[Role, str, str | None, str]) -> Report:
    made = tuple(
        Passage(
            i, text, (Span(i + 1, 0, len(text)),), role,
            level=2 if role == "heading" else None, marker=marker, part=part,
        )
        for i, (role, text, marker, part) in enumerate(passages)
    )  # fmt: skip
    lines = tuple(p.text for p in made)
    return Report(Source("x.txt", "txt", "utf-8", 0, lines), Frame(), made, (), ())


def _found(report: Report) -> tuple[Shortcoming, ...]:
    outline = load().outline
    report = replace(report, commitments=mark_commitments(report, KNOWN, outline))
    return mark_shortcomings(report, KNOWN, outline)


def test_a_cause_belongs_to_the_deficiencies_before_it() -> None:
    text = "部分单位学法不深。执法装备不足。主要原因是经费投入不够。"
    rows = _found(_report(("body", text, None, "shortcomings")))
    assert [r.text for r in rows] == ["部分单位学法不深", "执法装备不足"]
    assert {r.cause for r in rows} == {"经费投入不够"}


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        (
            "执法力量薄弱，根本原因是编制不足；普法形式单一；复议人员不足，原因在于待遇低；平台水平不高。",
            ["执法力量薄弱", "普法形式单一", "复议人员不足", "平台水平不高"],
        ),
        ("执法力量薄弱，原因是：编制少；待遇低。普法形式单一。", ["执法力量薄弱", "普法形式单一"]),
        (
            "执法力量薄弱，主要原因：一是编制少；二是待遇低。普法形式单一。",
            ["执法力量薄弱", "普法形式单一"],
        ),
        ("执法水平不高，主要原因是学习不够；培训不足；考核不严。", ["执法水平不高"]),
    ],
    ids=["each-with-its-own", "list-of-causes", "numbered-causes", "bare-causes"],
)
def test_no_deficiency_is_lost_behind_a_cause(text: str, lacks: list[str]) -> None:
    rows = _found(_report(("body", text, None, "shortcomings")))
    assert [r.text for r in rows] == lacks


def test_what_only_announces_causes_is_none() -> None:
    text = "（一）执法力量薄弱。产生以上问题的主要原因：一是编制紧缺。二是培训不够。"
    rows = understood(
        f"云屏县2024年法治政府建设年度报告\n三、存在的不足和原因\n{text}\n"
    ).shortcomings
    assert [row.text for row in rows] == ["执法力量薄弱"]
    assert "产生以上问题" not in (rows[0].cause or "")


def test_a_cause_in_a_paragraph_of_its_own_is_no_deficiency() -> None:
    rows = _found(
        _report(
            ("body", "执法装备不足。", None, "shortcomings"),
            ("body", "究其原因，经费投入不够、统筹不力。", None, "shortcomings"),
        )
    )
    assert [r.text for r in rows] == ["执法装备不足"]
    assert rows[0].cause is not None


def test_a_heading_that_sums_up_its_body_is_none() -> None:
    rows = _found(
        _report(
            ("heading", "（一）执法能力不足", "（一）", "shortcomings"),
            ("body", "个别执法人员取证不规范。", None, "shortcomings"),
        )
    )
    assert [r.text for r in rows] == ["个别执法人员取证不规范"]


TOPICS = (
    "清河县2024年法治政府建设年度报告\n一、主要举措和成效\n全县审查文件12件。\n二、存在的不足\n"
    "基层执法承载力不足。街道承接的职权近480项，专业性强的事项管不了。\n"
    "物业领域矛盾易发多发。业主委员会组建难，争议往往久调不决。\n"
    "数据资源整合不够。网格、热线互不联通，致使社区重复录入。\n"
    "三、下一步安排\n提升执法效能。落实联动机制，开展联合执法。\n"
    "做优物业治理。设立物业纠纷联调工作站。\n促进数据融合。搭建治理系统，归并数据入口。\n"
)


def test_paragraphs_that_all_open_with_a_topic_say_what_stands_behind_it() -> None:
    report = understood(TOPICS)
    assert [s.text[:6] for s in report.shortcomings] == [
        "街道承接的职",
        "业主委员会组",
        "网格、热线互",
    ]
    assert [c.text for c in report.commitments] == [
        "落实联动机制", "开展联合执法", "设立物业纠纷联调工作站", "搭建治理系统", "归并数据入口",
    ]  # fmt: skip


def test_a_short_sentence_of_one_paragraph_alone_is_no_topic() -> None:
    report = understood(
        TOPICS.replace("物业领域矛盾易发多发。", "").replace("数据资源整合不够。", "")
    )
    assert report.shortcomings[0].text == "基层执法承载力不足"


def test_a_heading_without_body_is_one() -> None:
    rows = _found(_report(("heading", "（一）执法能力不足", "（一）", "shortcomings")))
    assert [r.text for r in rows] == ["执法能力不足"]


def test_an_item_followed_by_its_cause_is_one() -> None:
    text = "一是执法力量薄弱。主要原因是编制紧缺。"
    rows = _found(_report(("item", text, "一是", "shortcomings")))
    assert [(r.text, r.cause) for r in rows] == [("执法力量薄弱", "编制紧缺")]


def test_causes_told_item_by_item_are_none() -> None:
    rows = _found(
        _report(
            ("body", "执法装备不足。", None, "shortcomings"),
            ("body", "究其原因，", None, "shortcomings"),
            ("item", "一是编制长期紧缺；", "一是", "shortcomings"),
            ("item", "二是培训流于形式。", "二是", "shortcomings"),
        )
    )
    assert [r.text for r in rows] == ["执法装备不足"]


def test_a_heading_over_nothing_but_a_cause_is_one() -> None:
    rows = _found(
        _report(
            ("heading", "3．法制审核员兼职多、变动快。", "3．", "shortcomings"),
            ("body", "成因在于岗位吸引力不强。", None, "shortcomings"),
        )
    )
    assert [r.text for r in rows] == ["法制审核员兼职多、变动快"]


def test_the_first_of_a_list_on_a_line_of_its_own_is_one() -> None:
    rows = _found(
        _report(
            ("heading", "一是区域发展不平衡。", "一是", "shortcomings"),
            ("item", "二是复议纠错率偏高。", "二是", "shortcomings"),
        )
    )
    assert [r.text for r in rows] == ["区域发展不平衡", "复议纠错率偏高"]


def test_the_first_of_a_list_keeps_its_cause_and_is_not_lost() -> None:
    found = _found(
        _report(
            ("heading", "1、队伍磨合不够，专业力量偏弱。", "1、", "shortcomings"),
            ("body", "主要原因是人员来自不同部门。", None, "shortcomings"),
            ("item", "2、信息共享机制不够健全。", "2、", "shortcomings"),
        )
    )
    assert [(s.text, s.cause) for s in found] == [
        ("队伍磨合不够，专业力量偏弱", "人员来自不同部门"),
        ("信息共享机制不够健全", None),
    ]


@pytest.mark.parametrize("role", ["heading", "item"])
def test_what_an_item_begins_with_may_be_a_deficiency_beside_those_behind_it(role: Role) -> None:
    own, behind = (
        "一是部分干部法治思维不强，遇事仍用老办法。",
        "社区干部年龄偏大，学习新法不够及时。",
    )
    passages: list[tuple[Role, str, str | None, str]] = (
        [(role, own, "一是", "shortcomings"), ("body", behind, None, "shortcomings")]
        if role == "heading"
        else [(role, own + behind, "一是", "shortcomings")]
    )
    assert [s.text for s in _found(_report(*passages))] == [
        "部分干部法治思维不强，遇事仍用老办法",
        "社区干部年龄偏大，学习新法不够及时",
    ]


@pytest.mark.parametrize(
    "topic", ["思想认识，有待提高。", "依法决策方面，程序意识不强。", "部分干部法治思维不强。"]
)
def test_a_topic_with_a_comma_is_still_a_topic(topic: str) -> None:
    told = "遇事找法、解决问题靠法的意识还不牢固，重权轻责的现象仍然存在"
    found = _found(_report(("item", f"一是{topic}{told}。", "一是", "shortcomings")))
    assert [s.text for s in found] == [told]


def test_words_that_every_sentence_has_answer_nothing() -> None:
    rows = _found(
        _report(
            ("body", "法治建设推进力度有待加强。", None, "shortcomings"),
            ("body", "深化涉外法治建设。持续推进法治文化建设。", None, "plans"),
        )
    )
    assert [r.answered_by for r in rows] == [()]


def test_promises_in_kindred_words_answer() -> None:
    rows = _found(
        _report(
            ("body", "基层行政执法人员案卷制作不规范。", None, "shortcomings"),
            ("body", "政务数据共享不畅。", None, "shortcomings"),
            ("body", "开展基层行政执法人员案卷制作培训。加强公证服务。", None, "plans"),
        )
    )
    assert [r.answered_by for r in rows] == [("C1",), ()]


def test_only_the_part_on_shortcomings_is_read() -> None:
    assert _found(_report(("body", "执法力量不足。", None, "achievements"))) == ()


@pytest.mark.parametrize(
    "body", ["省", "州", "盟", "县", "旗", "乡", "局", "处", "站", "队", "街道", "们"]
)
def test_what_any_body_will_do_is_no_deficiency(body: str) -> None:
    text = f"执法力量不足，主要原因是编制少。我{body}将加强培训，着力破解能力不足的难题。"
    assert [s.text for s in _found(_report(("body", text, None, "shortcomings")))] == [
        "执法力量不足"
    ]
