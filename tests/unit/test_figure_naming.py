"""Names of figures: whole words, of the figure's own clause, and nouns where one is carried on."""

from __future__ import annotations

import pytest

from drafter.facts.figures import find_figures
from drafter.knowledge.indicators import load_indicators

KNOWN = load_indicators()

Row = tuple[str, list[str]]

# Nothing stands in front: what befell those people, not what the clause before counts.
BEFELL: list[Row] = [
    ("查处违规收费21件，清退费用12.4万元，9人被问责。", ["违规收费", "清退费用", "被问责"]),
    ("下发督办函14份，约谈单位4家，5人受到党纪处分。", ["督办函", "约谈单位", "受到党纪处分"]),
    ("举办比武竞赛1场，11人获表彰。", ["举办比武竞赛", "获表彰"]),
    ("举办培训班4期；26人通过执法资格考试。", ["培训班", "通过执法资格考试"]),
    ("办理案件88件，罚款36万元，3人被追究刑事责任。", ["办理案件", "罚款", "被追究刑事责任"]),
    ("暂扣工具42件,7人因阻碍执法被行政拘留。", ["暂扣工具", "被行政拘留"]),
    ("制定制度6项，投入经费40万元，8人次受到问责。", ["制定制度", "投入经费", "受到问责"]),
    ("组织水政执法培训2期，15人新取得执法资格。", ["水政执法培训", "新取得执法资格"]),
    ("评查案卷120卷，3名执法人员被通报批评。", ["评查案卷", "执法人员"]),
    ("组织考试2场，98人合格。", ["组织考试", "考试合格"]),
]

# A deed with a long object is not cut inside it.
DEEDS: list[Row] = [
    ("党组会先后6次传达学习上级关于行政执法监督的部署要求。", ["传达学习部署要求"]),
    ("党委会5次传达学习省委关于优化营商环境的会议精神。", ["传达学习会议精神"]),
    ("县政府党组4次集中学习县委关于依法治县的重要文件。", ["学习县委关于依法治县的重要文件"]),
    ("常务会议7次听取关于法治督察整改情况的专题汇报。", ["听取专题汇报"]),
    ("县长3次主持召开全县法治惠民实事推进会议。", ["主持召开全县法治惠民实事推进会议"]),
    ("局长2次召开会议研究执法规范化建设和案件质量提升工作。", ["召开会议"]),
]

# What was studied is no name of how often; nor is the word for an amount.
STUDIED: list[Row] = [
    ("常委会专题学习习近平法治思想6次。", ["学习习近平法治思想"]),
    ("党委学习《行政复议法》4次，听取汇报2次。", ["党委学习《行政复议法》", "听取汇报"]),
    ("县委理论学习中心组专题学法6次。", ["中心组专题学法"]),
    ("学习民法典、行政处罚法等8场次。", ["学习民法典、行政处罚法"]),
    ("配齐法制审核人员，人数达310名。", ["法制审核人员人数"]),
    ("新增经营主体2100户，总数达2.3万户。", ["经营主体", "经营主体总数"]),
    ("受理信访事项240件，数量同比增长8%。", ["信访事项", "信访事项数量同比增长"]),
    ("投诉举报总量较上年下降11%。", ["投诉举报总量下降"]),
]

# What is carried on is a noun, and bears nothing of what was done first or by whom.
CARRIED: list[Row] = [
    ("新制定6件，修改4件，废止13件。", ["新制定", "修改", "废止"]),
    ("清理文件80件，决定保留51件、修改9件。", ["清理文件", "决定保留文件", "修改文件"]),
    (
        "办理复议案件22件，维持12件、撤销或确认违法4件、终止6件。",
        ["办理复议案件", "维持复议案件", "撤销或确认违法复议案件", "终止复议案件"],
    ),
    (
        "审理诉讼案件95件，维持51件，撤销、变更和确认违法14件。",
        ["审理诉讼案件", "维持诉讼案件", "撤销、变更和确认违法诉讼案件"],
    ),
    ("被申请行政复议19件，其中维持13件。", ["被申请行政复议", "维持行政复议"]),
    ("自查案件260件，整改31件。", ["自查案件", "整改案件"]),
    ("市县两级复议机构新收案件820件，审结764件。", ["新收案件", "审结案件"]),
    ("全县法院新收行政案件96件，审结90件。", ["新收行政案件", "审结行政案件"]),
    ("被诉31件，胜诉26件。", ["被诉", "胜诉"]),
    ("排查纠纷2300次，受理1860件，成功1802件。", ["排查纠纷", "受理", "成功"]),
    ("制作微电影5部，其中1部获市级一等奖。", ["制作微电影", "微电影"]),
    ("统一裁量基准，细化为6类152项。", ["裁量基准", "裁量基准"]),
    ("受理复议120件，调解和解48件，占40%。", ["受理复议", "调解和解复议", "调解和解复议占比"]),
    ("新立3件，修改4件。", ["新立", "修改"]),
    ("共清理86件，宣布继续有效51件、修改9件。", ["清理", "宣布继续有效", "修改"]),
    ("将5个方面33项任务细化分解到24个处室。", ["方面", "任务", "处室"]),
    ("把依法办事列入干部选任条件，11家\n单位入选。", [""]),
    ("动态调整权责清单133项，取消52项。", ["动态调整权责清单", "取消权责清单"]),
    ("审查县（市、区）文件96件，纠正3件。", ["审查县（市、区）文件", "纠正县（市、区）文件"]),
]

# 触达, 细分为 are words; 由每吨 opens a step.
WHOLE: list[Row] = [
    ("普法短信触达86万人次。", ["普法短信触达"]),
    ("公告送达31份，直接送达420份。", ["公告送达", "直接送达"]),
    ("救援队伍抵达14批次，信息传达320条。", ["救援队伍抵达", "信息传达"]),
    ("合格率达97%，点击量达31万次。", ["合格率", "点击量"]),
    ("将85项违规情形细分为302档。", ["违规情形", "违规情形"]),
    ("将裁量事项细化为410档。", ["裁量事项"]),
    ("整改措施分解为48条，任务拆分为58项。", ["整改措施", "任务"]),
    (
        "跨区域检查210次，占检查总数的比重由7%上升到11%。",
        ["跨区域检查", "跨区域检查占检查总数", "跨区域检查占检查总数"],
    ),
    ("最终水价由每吨3.2元调整为2.9元。", ["最终水价", "最终水价"]),
    ("电子证照累计签发31万本。", ["电子证照签发"]),
    ("微信公众号累计阅读12万次。", ["微信公众号阅读"]),
    ("传达学习党的二十大精神5次。", ["学习党的二十大精神"]),
    ("垃圾处理费从每户30元降到24元。", ["垃圾处理费", "垃圾处理费"]),
]

# The noun behind a share of last year's; years are no name of what is compared with them.
YEARS: list[Row] = [
    ("去年有四成赋权乡镇没有办过案件。", ["赋权乡镇"]),
    ("上年约三成村居没有法律顾问。", ["村居"]),
    ("2023年有五成的镇街未配齐人员。", ["镇街"]),
    ("合格率98%，去年为95%。", ["合格率", "上年合格率"]),
    (
        "研究议题52项，分别比2022年、2023年多出9项和4项。",
        ["研究议题", "研究议题多出", "研究议题多出"],
    ),
    ("审查合同121份，较前年、去年分别增加13份、8份。", ["审查合同"] + ["审查合同增加"] * 2),
    ("立案213件，分别比2022年和2023年增长5.1%和2.3%。", ["立案", "立案增长", "立案增长"]),
    (
        "审查合同79份，标的额6.3亿元，出具意见92份，两项指标比上年分别增加4份和1份。",
        ["审查合同", "标的额", "出具意见", "审查合同增加", "出具意见增加"],
    ),
]

# The noun behind a figure ends where the deed begins.
BEHIND: list[Row] = [
    ("对26名轻微违法当事人只教育不罚款。", ["轻微违法当事人"]),
    ("对12户困难商户减轻处罚，对25件减轻处罚。", ["困难商户", "减轻处罚"]),
    ("草案历经9次修改、3轮论证。", ["修改", "论证"]),
    ("2600路视频接入指挥平台。", ["视频"]),
    ("47项业务“最多跑一次”，18项服务“就近办”。", ["业务", "服务"]),
    ("建成8个社区“法律诊所”。", ["社区“法律诊所”"]),
    ("9个村成立调解室，37个项目享受帮办。", ["村", "项目"]),
    ("为62家小微企业做法治体检。", ["小微企业"]),
    ("化解3件跨度超过五年的遗留问题。", ["遗留问题"]),
    ("对24类风险自动监测。", ["风险"]),
    ("四成案卷存在文书瑕疵。", ["案卷"]),
    ("部署6个方面42项重点任务。", ["方面", "重点任务"]),
    ("将法治建设纳入对18个镇（街道）的年度考核。", ["镇（街道）"]),
    ("对7个工作滞后的乡镇进行约谈。", ["乡镇"]),
    ("向12个镇街下放执法权限。", ["镇街"]),
    ("外聘法律顾问3名全程参与决策。", ["外聘法律顾问"]),
]


def names(text: str) -> list[str | None]:
    return [figure.indicator for figure in find_figures(text, KNOWN)]


@pytest.mark.parametrize(("text", "expected"), BEFELL)
def test_people_without_a_noun_are_named_by_what_befell_them(
    text: str, expected: list[str]
) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), DEEDS)
def test_a_deed_is_not_cut_inside_its_object(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), STUDIED)
def test_what_is_counted_is_told(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), CARRIED)
def test_only_a_noun_is_carried_on(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_words_are_not_torn(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), YEARS)
def test_a_year_is_no_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), BEHIND)
def test_the_noun_behind_ends_before_the_deed(text: str, expected: list[str]) -> None:
    assert names(text) == expected
