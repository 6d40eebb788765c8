"""Relations between figures: what the text bears, what fails, and what must not be claimed."""

from __future__ import annotations

import re
import time

import pytest
from msgspec.structs import replace

from drafter.facts.figures import mark_figures
from drafter.facts.identities import mark_identities
from drafter.knowledge.indicators import load_indicators
from drafter.model import Frame, Identity, Passage, Report, Role, Source, Span

KNOWN = load_indicators()


def _identities(*texts: str, role: Role = "body", part: str = "achievements") -> list[Identity]:
    passages = tuple(
        Passage(i, text, (Span(i + 1, 0, len(text)),), role, part=part)
        for i, text in enumerate(texts)
    )
    report = Report(Source("x.txt", "txt", "utf-8", 0, texts), Frame(), passages, (), ())
    report = replace(report, figures=mark_figures(report, KNOWN))
    return list(mark_identities(report, KNOWN))


# Each relation as kind, stated number, whether it holds.
SENTENCES: list[tuple[str, list[tuple[str, str, bool]]]] = [
    (
        "全年受理行政复议申请120件，审结108件，审结率90%。",
        [("rate", "90", True)],
    ),
    (
        "受理投诉80件，办结76件，办结率98.5%。",
        [("rate", "98.5", False)],
    ),
    (
        "审查规范性文件50件，其中提出修改意见20件、不予通过3件。",
        [],
    ),
    (
        "查处案件60件，其中食品类25件、药品类15件、其他20件。",
        [("sum", "60", True)],
    ),
    (
        "查处案件60件，其中食品类25件、药品类15件、其他22件。",
        [("sum", "60", False)],
    ),
    # One figure for two kinds of a list that then is whole.
    ("共清理文件96件，其中继续有效61件、修改12件、废止和宣布失效21件。", [("sum", "96", False)]),
    ("共清理文件94件，其中继续有效61件、修改12件、废止和宣布失效21件。", [("sum", "94", True)]),
    # What three kinds leave is less than the smallest of them, and no 其他 is named.
    ("共清理文件96件，其中继续有效61件、修改12件、废止21件。", [("sum", "96", False)]),
    ("共清理文件96件，其中继续有效61件、修改12件、废止21件等。", []),
    ("共清理文件96件，其中继续有效61件、修改12件。", []),
    ("共清理文件180件，其中继续有效61件、修改12件、废止21件。", []),
    # Last year's figure names again what it is compared with.
    ("立案218件、结案203件；立案数较上年的257件下降15.2%。", [("growth", "15.2", True)]),
    ("立案218件、结案203件；立案数较上年的257件下降17.9%。", [("growth", "17.9", False)]),
    ("立案218件、结案203件；结案量比去年的190件增长6.8%。", [("growth", "6.8", True)]),
    ("立案218件、结案203件；信访量比去年的190件增长6.8%。", []),
    ("处罚90件，涉企30件，处罚案件数较上年的120件下降25%。", [("growth", "25", True)]),
    ("现有调解员860名，其中专职300名、女性280名、党员260名。", []),
    ("接受咨询96件，其中婚姻类40件、邻里类35件、质量类20件，其余为其他咨询。", []),
    # The change between last year's figure and where it led.
    ("优秀率较上年的91.3%提高2.4个百分点，达到93.7%。", [("difference", "2.4", True)]),
    ("受理案件较上年的120件增长15%，达到158件。", [("growth", "15", False)]),
    # A list and what it makes, told only where it does.
    ("办理人大建议46件、政协提案39件，合计办理建议提案85件。", [("sum", "85", True)]),
    ("办理人大建议46件、政协提案39件，合计办理建议提案95件。", []),
    ("31名在编人员参加学法，22人持有执法证，持证率71%。", [("rate", "71", True)]),
    # A step and the share by which it goes.
    ("证明事项由46项压减至23项，压减率50%。", [("growth", "50", True)]),
    ("办理时限由20个工作日压缩到5个工作日，压缩比例达70%。", [("growth", "70", False)]),
    # A rate named after several deeds, any of which it may count.
    ("审结33件，其中驳回10件、撤销或确认违法3件，纠错率9.09%。", [("rate", "9.09", True)]),
    ("审结33件，其中驳回10件、撤销或确认违法3件，纠错率12.12%。", []),
    ("审结129件，撤销15件；经调解、和解终止47件，调撤率36.4%。", [("rate", "36.4", True)]),
    ("审结129件，撤销15件；经调解、和解终止47件，调撤率41.2%。", []),
    ("审结118件，其中调解37件，直接纠错15件，纠错率14.71%。", [("rate", "14.71", False)]),
    # People are people; what is graded may be named after the grade.
    ("组织600名干部参加考试，588人合格，合格率98%。", [("rate", "98", True)]),
    ("组织600名干部参加考试，588人合格，合格率96%。", [("rate", "96", False)]),
    ("评查行政处罚案卷60卷，评出优秀案卷12卷，优秀率24%。", [("rate", "24", False)]),
    ("培训执法人员120人，到期换证40人，合格率100%。", []),
    # A list behind 项中 may be of anything: only what fits is told.
    ("32项涉企事项中，取消审批4项、改为备案9项、优化服务19项。", [("sum", "32", True)]),
    ("32项涉企事项中，取消审批4项、改为备案9项、优化服务18项。", []),
    ("受理申请214件，加上上年结转16件，共办理230件。", [("sum", "230", True)]),
    ("受理申请214件，同比增长26.6%，加上上年结转16件，共办理230件。", [("sum", "230", True)]),
    ("受理申请214件，比上年增加20件，连同结转16件，共办理230件。", [("sum", "230", True)]),
    ("受理申请214件，同比增长26.6%，加上上年结转16件，共办理240件。", []),
    ("审查合同43份、规范性文件11件、其他事务76件，共计130件。", [("sum", "130", True)]),
    ("审查合同43份、规范性文件11件、其他事务76件，共计131件。", []),
    ("走访企业30家，办实事20件，合计开展活动12场。", []),
    ("制发建议3份，约谈单位5家，共计8家单位被通报。", []),
    ("印发资料2000份，接受咨询500人次，共计2500人受益。", []),
    ("立案29起，罚款3万元，其中市容21起、违建6起、其他2起，公示率100%。", [("sum", "29", True)]),
    # What was done and the rest are all; 其余3个县 is of something else.
    ("通报问题46个，完成整改41个，其余5个正在整改。", [("sum", "46", True)]),
    ("通报问题46个，完成整改41个，其余6个正在整改。", [("sum", "46", False)]),
    ("通报问题46个，完成整改41个，其余6个镇没有问题。", []),
    ("检查企业47个，通报问题46个，完成整改41个，其余6个。", []),
    ("查出问题金额1.8亿元，促进整改到位1.93亿元。", [("part", "1.93", False)]),
    ("查出问题金额1.8亿元，促进整改到位1.63亿元。", []),
    # The quarters make the year, however far their sum is from it.
    ("学法5次，其中一季度1次、二季度1次、三季度1次、四季度2次。", [("sum", "5", True)]),
    ("学法5次，其中一季度1次、二季度2次、三季度2次、四季度2次。", [("sum", "5", False)]),
    ("学法5次，其中一季度1次、二季度2次、四季度2次。", [("sum", "5", True)]),
    ("学法5次，其中上半年3次、下半年3次。", [("sum", "5", False)]),
    ("学法9次，其中一季度1次、二季度2次。", []),
    # A row and what it makes.
    ("局机关12个科室、9个下属单位共21个单位述法。", [("sum", "21", True)]),
    ("局机关12个科室、9个下属单位共20个单位述法。", [("sum", "20", False)]),
    ("局机关12个科室、9个下属单位共有20个项目获评。", []),
    ("局机关12个科室、9个下属单位等共22个单位述法。", []),
    ("3个街道12个社区、6个村共21个单位述法。", [("sum", "21", True)]),
    ("研究法治工作分别为6次和8次，共14次。", [("sum", "14", True)]),
    ("研究法治工作分别为6次和8次，共13次。", [("sum", "13", False)]),
    ("帮助职工2.4万人、农民工3.5万人，共5.8万人。", [("sum", "5.8", True)]),
    ("帮助职工2.4万人、农民工3.5万人，共5.7万人。", []),
    # Two kinds without a third, a semicolon between.
    (
        "吸纳430人，其中女性250人，占58.1%；男性180人。",
        [("sum", "430", True), ("rate", "58.1", True)],
    ),
    ("吸纳430人，其中女性250人；男性190人。", [("sum", "430", False)]),
    ("吸纳430人，其中女性250人；男性职工占41.9%。", []),
    # From and to: no parts.
    ("审批时限由60个工作日、30个工作日分别压缩至20个工作日和10个工作日。", []),
    # The shares of one whole: the third is of it, too.
    (
        "办结案件400件，食品类180件，占45%，药品类100件，占25%，其他类120件，占32%。",
        [("rate", "45", True), ("rate", "25", True), ("rate", "32", False)],
    ),
    (
        "办结案件400件，食品类180件，占45%，药品类100件，占全省的31%，其他类120件，占32%。",
        [("rate", "45", True)],
    ),
    # What stands beside a row of shares is of another whole.
    (
        "办结400件，食品类180件，占45%，药品类100件，占25%（上年90件，占28%）。",
        [("rate", "45", True), ("rate", "25", True)],
    ),
    (
        "办结400件，食品类180件，占45%，药品类100件，占25%，上年药品类90件，占28%。",
        [("rate", "45", True), ("rate", "25", True)],
    ),
    (
        "办结400件，食品类180件，占45%，药品类100件，占25%，其他类120件，约占35%。",
        [("rate", "45", True), ("rate", "25", True)],
    ),
    (
        "办结400件，食品类180件，占45%，药品类100件，占25%；应诉案件120件，占比32%。",
        [("rate", "45", True), ("rate", "25", True)],
    ),
    (
        "办结400件，食品类180件，占45%，药品类100件，占25%，涉外案件中调解60件，占80%。",
        [("rate", "45", True), ("rate", "25", True)],
    ),
    (
        "办结400件，食品类180件，占45%，其中罚没90件，占50%，药品类100件，占32%。",
        [("rate", "45", True), ("rate", "50", True)],
    ),
    # A list that goes on is not whole.
    ("共清理文件96件，继续有效61件、修改12件、废止和宣布失效21件；另有2件正在研究。", []),
    ("共清理文件96件，继续有效61件、修改12件、废止和宣布失效21件。其余2件正在修订。", []),
    (
        "审结120件，维持70件、驳回20件、撤销或变更10件、确认违法和责令履行3件、终止5件，其余按其他方式结案。",
        [],
    ),
    ("收到投诉187件，予以受理121件、不予受理和告知46件，其余正在核查。", []),
    (
        "共清理文件96件，继续有效61件、修改12件、废止和宣布失效23件（废止15件、宣布失效8件）。",
        [("sum", "96", True), ("sum", "23", True)],
    ),
    # 收到 and 接到 lead from nothing to nothing.
    ("处理投诉320件，其中接到210件、转办110件。", [("sum", "320", True)]),
    ("处理投诉320件，其中接到210件、上级转到70件、其他30件。", [("sum", "320", False)]),
    ("行政复议12件、行政诉讼8件，合计20件中，调解5件、和解6件。", [("sum", "20", True)]),
    ("受理申请214件，办结16件，共接待230件。", []),
    # The counts of a rate with another unit between them.
    ("核发证照1523张，登记8916家，抽查310张，审核比例为20.35%。", [("rate", "20.35", True)]),
    (
        "述法单位45家，包括现场述法10家、书面述法35家。",
        [("sum", "45", True)],
    ),
    (
        "办理许可1.2万件，上年为1万件，同比增长20%。",
        [("growth", "20", True)],
    ),
    (
        "办理许可1.2万件，上年为1万件，同比增长25%。",
        [("growth", "25", False)],
    ),
    (
        "行政处罚案件由120件降至90件，下降25%。",
        [("growth", "25", True)],
    ),
    (
        "群众满意率98.2%，比上年的96.1%提高2.1个百分点。",
        [("difference", "2.1", True)],
    ),
    (
        "群众满意率98.2%，较上年的96.1%提高3.1个百分点。",
        [("difference", "3.1", False)],
    ),
    (
        "网办率由85%提高到98%，提高13个百分点。",
        [("difference", "13", True)],
    ),
    (
        "下派任务16.8万件、办理事件9.1万件，按期办理率99.99%。",
        [],
    ),
    (
        "排查隐患380余处，整改372处，整改率97.9%。",
        [],
    ),
    (
        "受理案件100件（含上年结转20件），审结90件，审结率75%。",
        [],
    ),
    (
        "行政机关负责人应出庭50件，出庭49件，出庭应诉率98%。",
        [("rate", "98", True)],
    ),
    (
        "一审行政诉讼案件120件，负责人出庭80件，出庭率100%。",
        [],
    ),
    (
        "调解纠纷500件，调解成功490件，调解成功率98%，协议履行率99%。",
        [("rate", "98", True)],
    ),
    (
        "抽查案卷200卷，发现问题60个，合格率97%。",
        [],
    ),
    (
        "收到建议20件、提案30件，共计50件。",
        [("sum", "50", True)],
    ),
    (
        "收到建议20件、提案30件，共50件。",
        [("sum", "50", True)],
    ),
    (
        "受理案件23件，其中民事15件、刑事9件。",
        [("sum", "23", False)],
    ),
    (
        "受理投诉50件，其中立案28件，结案26件。",
        [],
    ),
    (
        "行政复议3件（均维持），行政诉讼2件（1件胜诉、1件尚未审结）。",
        [("sum", "2", True)],
    ),
    (
        "开展培训5期，培训200人次，合格率100%。",
        [],
    ),
    (
        "参考人员300人，合格300人，合格率100%。",
        [("rate", "100", True)],
    ),
    (
        "普法活动同比增长12%，发放资料3万份。",
        [],
    ),
    (
        "受理行政复议案件120件，其中维持40件、驳回20件、调解30件，综合纠错率15%。",
        [],
    ),
    (
        "排查矛盾纠纷1200件，化解1180件，化解率98.3%；受理来访300件，化解280件，化解率93.3%。",
        [("rate", "98.3", True), ("rate", "93.3", True)],
    ),
    (
        "行政检查3000次，其中联合检查600次，占比20%。",
        [("rate", "20", True)],
    ),
    (
        "清理规范性文件90件，其中继续有效60件、修改10件、废止20件，废止后重新制定5件。",
        [("sum", "90", True)],
    ),
    (
        "排查纠纷386件，化解379件，其中婚姻类112件、邻里类143件、其他131件。",
        [("sum", "386", True)],
    ),
    (
        "全县村居210个，其中村180个、社区30个。",
        [("sum", "210", True)],
    ),
    (
        "检查企业1000家次，发现隐患500处，整改490处，整改率98%。",
        [("rate", "98", True)],
    ),
    (
        "法律援助案件受理400件，结案380件，群众满意率99%。",
        [],
    ),
    (
        "案件办结率95%，较上年提高2个百分点。",
        [],
    ),
    (
        "网上可办事项1900项，占全部事项2000项的95%。",
        [("rate", "95", True)],
    ),
    (
        "新登记主体8.92万户，同比增长5%，其中企业2.31万户，占新登记主体的25.9%。",
        [("rate", "25.9", True)],
    ),
    ("审结案件100件，其中调撤40件，占审结数的40%。", [("rate", "40", True)]),
    ("审结案件100件，其中调撤40件，占审结数的45%。", []),  # told of cases of other years, perhaps
    ("办结案件100件，其中网办40件，占年度任务的40%。", []),
    (
        "受理行政许可申请1000件，准予许可950件、不予许可30件，办结率98%。",
        [],
    ),
    (
        "办理行政复议案件150件，其中新收120件、上年结转30件。",
        [("sum", "150", True)],
    ),
    (  # a year right in front of its figure is the year compared with
        "可办事项达到1200项，2023年为1000项，增长20%。",
        [("growth", "20", True)],
    ),
    (
        "败诉率为8.7%，2023年为10.2%，下降1.8个百分点。",
        [("difference", "1.8", False)],
    ),
    (
        "2022年为100件，2023年为120件，增长20%。",
        [("growth", "20", True)],
    ),
    (
        "网办占比97.6%，上年为96.2%，提升1.4个百分点。",
        [("difference", "1.4", True)],
    ),
    (  # other words for the same count bear a rate only where it fits to the digit
        "受理案件1604件，办结1521件，结案率94.83%。",
        [("rate", "94.83", True)],
    ),
    (
        "受理案件1604件，办结1521件，结案率93.1%。",
        [],
    ),
    (
        "抽评卷宗300卷，考评优秀卷宗171卷，优秀率57%。",
        [("rate", "57", True)],
    ),
    (  # a list of three that lacks exactly ten has a wrong digit
        "受理纠纷384件，其中劳动争议201件、商事合同146件、知识产权27件。",
        [("sum", "384", False)],
    ),
    (
        "受理纠纷384件，其中劳动争议201件、商事合同116件、知识产权23件。",
        [],
    ),
    (  # a change behind a list is of its total, unless it says otherwise or only the last fits
        "办结案件46件，其中水资源类21件、河道类17件、保持类8件，案件数比2024年的40件增长15%。",
        [("sum", "46", True), ("growth", "15", True)],
    ),
    (
        "办结案件46件，其中水资源类21件、河道类17件、保持类8件，案件数比2024年的40件增长25%。",
        [("sum", "46", True), ("growth", "25", False)],
    ),
    (
        "办结案件2650件，其中许可类12件、处罚类2638件，后者比2024年的3135件下降25.9%。",
        [("sum", "2650", True), ("growth", "25.9", False)],
    ),
    ("案件由上年的15件减少为9件，下降40%。", [("growth", "40", True)]),
    ("案件由15件减少为9件，下降30%。", [("growth", "30", False)]),
    ("权重由8%上调至12%，上调4个百分点。", [("difference", "4", True)]),
    ("参加考试应考47人，实考47人，参考率100%。", [("rate", "100", True)]),
    ("抽取案卷25卷，评为优秀等次19卷，优秀率78%。", [("rate", "78", False)]),
    ("检查机构34家，其中学科类7家、非学科类24家。", [("sum", "34", False)]),
    ("检查机构34家，其中学科类7家、艺术类24家。", []),
    ("办理事项12.7万件，网上办理11.3万件，网办率89%。", [("rate", "89", True)]),
    (
        "办结案件2650件，其中许可类12件、处罚类2638件，比2024年的3135件下降15.9%。",
        [("sum", "2650", True), ("growth", "15.9", True)],
    ),
    # Last year's value in a bracket behind the change.
    ("新增行政应诉案件6件，同比增长50%（上年4件），均由负责人出庭。", [("growth", "50", True)]),
    ("发放奖金36.5万元，同比增长41.5%（2024年25.8万元）。", [("growth", "41.5", True)]),
    ("受理旅游投诉3867件，同比增长46%（2022年为2358件）。", [("growth", "46", False)]),
    (
        "空气优良天数比例83.6%，较上年提高2.7个百分点（2023年为81.4%）。",
        [("difference", "2.7", False)],
    ),
    (
        "空气优良天数比例83.6%，较上年提高2.2个百分点（2023年81.4%）。",
        [("difference", "2.2", True)],
    ),
    ("受理案件60件，同比下降20%（去年同期75件）。", [("growth", "20", True)]),
    ("受理案件60件，同比下降25%（去年同期75件）。", [("growth", "25", False)]),
    ("受理案件60件，审结50件，同比增长25%（上年40件）。", [("growth", "25", True)]),
    ("受理案件60件，同比增长20%（其中民事50件）。", []),
    ("受理案件60件，办理时限压缩20%（上年10天）。", []),
    # The count of a rate in a bracket behind it, or told by another verb.
    ("科级干部126人参加考试，优秀率94.4%（119人）。", [("rate", "94.4", True)]),
    ("现有执法人员82名，持证率98.8%（81人）。", [("rate", "98.8", True)]),
    ("现有执法人员82名，培训率98.8%（另有辅助人员81人）。", []),
    (
        "审结71件，其中维持38件、驳回9件、撤销或确认违法11件、终止13件，直接纠错率15.5%。",
        [("sum", "71", True), ("rate", "15.5", True)],
    ),
    # A part that names one of the row is of that one.
    ("建议19件、提案28件，其中主办件29件。", []),
    ("人大建议19件、政协提案28件，其中政协提案主办件29件。", [("part", "29", False)]),
    ("旧存2件，受理120件，审结110件，未审结12件。", []),
    # The closed are told in a sentence before: 维持 stands beside the parts.
    ("审结案件中，维持598件、撤销88件、确认违法34件，直接纠错率9.8%。", []),
    ("审结170件，维持120件、撤销12件、确认违法4件，直接纠错率12.7%。", [("rate", "12.7", False)]),
    (
        "已审结18件，维持14件、撤销1件、终止3件，被纠错率5.6%。",
        [("sum", "18", True), ("rate", "5.6", True)],
    ),
    ("审结1021件，经调解和解结案347件，调解和解率36.2%。", [("rate", "36.2", False)]),
    ("审结1021件，经调解和解结案347件，调解和解率34%。", [("rate", "34", True)]),
    ("审结100件，以调解和解方式结案36件，调解和解率36%。", [("rate", "36", True)]),
    ("系统覆盖2893家定点医药机构中的2785家，覆盖率95.2%。", [("rate", "95.2", False)]),
    ("52项服务事项中，已有49项全程网办，网办率98.1%。", [("rate", "98.1", False)]),
    ("52项服务事项中，已有49项全程网办，网办率94.2%。", [("rate", "94.2", True)]),
    ("120个行政村中已有114个建成，覆盖率达到98%。", []),
    ("52项服务事项中，已有49项全程网办，公安系统网办率98%。", []),
    ("50个部门中，已有48个部门完成整改，督察问题整改率98%。", []),
    ("系统覆盖2893家定点医药机构中的2785家，覆盖率96.3%。", [("rate", "96.3", True)]),
    ("对62项事项中的50项开展评估，评估率80.6%。", [("rate", "80.6", True)]),
    ("抽查200家企业中的30家存在问题，合格率85%。", []),
    ("收到群众来信158封，亲自阅批49封，批示率31%。", [("rate", "31", True)]),
    ("现有执法人员61人，其中具有相关专业学历的19人，占比仅31.1%。", [("rate", "31.1", True)]),
    ("现有执法人员61人，其中具有相关专业学历的19人，占比仅为35%。", [("rate", "35", False)]),
    # Totals that other figures part from their parts, and two totals with their parts in turn.
    (
        "全年立案处罚306件，罚款1042.7万元，其中事故处罚29件、罚款583.4万元，监督检查处罚277件、罚款459.3万元。",
        [("sum", "306", True), ("sum", "1042.7", True)],
    ),
    (
        "全年立案处罚306件，罚款1042.7万元，其中食品类29件、罚款83.4万元，药品类77件、罚款59.3万元。",
        [],
    ),
    (
        "救援队伍出动1936起次，营救487人，其中综合性消防救援队伍出动1702起次、专业救援队伍189起次、社会救援力量36起次。",
        [("sum", "1936", False)],
    ),
    (
        "救援队伍出动1927起次，营救487人，其中综合性消防救援队伍出动1702起次、专业救援队伍189起次、社会救援力量36起次。",
        [("sum", "1927", True)],
    ),
    ("受理申请96件，涉及群众300人，其中劳动争议61件、房屋征收12件、工伤认定3件。", []),
    # Two kinds that leave no third.
    ("全年办理执法案件2241件，其中简易程序1793件、一般程序438件。", [("sum", "2241", False)]),
    ("全年办理执法案件2231件，其中简易程序1793件、一般程序438件。", [("sum", "2231", True)]),
    ("全年办理执法案件2241件，其中重大案件1793件、一般程序438件。", []),
    ("线上线下共开展宣传120场，其中线上30场、线下80场。", []),
    (
        "开展培训12期，培训600人次，其中线上4期、200人次，线下8期、400人次。",
        [("sum", "12", True), ("sum", "600", True)],
    ),
    ("开展培训12期，培训600人次；其中线上4期。", []),
    # Steps and years in more words, shares in a row.
    ("优秀率42.3%，比2022年的36.8%高出5.5个百分点。", [("difference", "5.5", True)]),
    ("持证率66.7%，较年初的44.4%提高22.3个百分点。", [("difference", "22.3", True)]),
    ("通过率87.1%，较去年79.4%的水平提升8.3个百分点。", [("difference", "8.3", False)]),
    ("通过率87.1%，在上年79.4%的基础上提升7.7个百分点。", [("difference", "7.7", True)]),
    ("面积从年初的5120亩压到年底的4380亩，净减14.5%。", [("growth", "14.5", True)]),
    ("机构由治理前的7812家压减至年末的694家，压减率91.1%。", [("growth", "91.1", True)]),
    ("申报材料由1024份精减至611份，精减率43.0%。", [("growth", "43.0", False)]),
    (
        "时限由法定平均18.4个工作日压到承诺平均3.1个工作日，压缩比为83.2%。",
        [("growth", "83.2", True)],
    ),
    ("通达建制村205个，占全市216个建制村的94.9%。", [("rate", "94.9", True)]),
    ("通达建制村205个，占全市216个建制村的95.9%。", [("rate", "95.9", False)]),
    (
        "立案27起，比去年多8起，其中违法占地11起、乱倒垃圾7起、焚烧秸秆5起、私搭乱建3起。",
        [("sum", "27", False)],
    ),
    (
        "立案26起，比去年多8起，其中违法占地11起、乱倒垃圾7起、焚烧秸秆5起、私搭乱建3起。",
        [("sum", "26", True)],
    ),
    ("立案27起，比去年多8起，其中违法占地6起、乱倒垃圾2起。", [("sum", "8", True)]),
    # a sentence that takes up what one before it counted
    ("受理86件，审结70件。审结案件中，维持43件、驳回27件。", [("sum", "70", True)]),
    ("审结70件。审结案件中，维持43件，驳回27件，负责人听证30件。", []),
    ("排查纠纷61件。从类型看，邻里类38件、其他28件。", [("sum", "61", False)]),
    ("受理86件，审结70件。审结案件中，调解结案23件，和解终止9件。", []),
    ("排查纠纷61件，化解58件。从类型看，邻里类38件、其他23件。", [("sum", "61", True)]),
    ("排查纠纷61件；按区域分，城区28件、乡镇33件。", [("sum", "61", True)]),
    ("举办培训20场。培训中，发放资料12份、解答咨询8次。", []),
    ("摸清取水井82眼，灌溉井、饲草井分别有61眼和19眼。", [("sum", "82", False)]),
    ("摸清取水井80眼，灌溉井、饲草井分别有61眼和19眼。", [("sum", "80", True)]),
    (
        "接报火灾1342起，起因是电气故障497起、用火不慎311起、遗留火种168起，占全部火灾的比重依次为37.0%、23.2%和13.9%。",
        [("rate", "37.0", True), ("rate", "23.2", True), ("rate", "13.9", False)],
    ),
    (
        "接报火灾1342起，起因是电气故障497起、用火不慎311起，占比分别为37.0%、23.2%。",
        [("rate", "37.0", True), ("rate", "23.2", True)],
    ),
    ("接报火灾1342起，起因是电气故障497起、用火不慎311起，占比分别为31.0%、29.2%。", []),
    ("全年受理办件46.8万件，网上申报39.1万件，占全年办件的85.3%。", [("rate", "85.3", False)]),
    ("全年受理办件46.8万件，网上申报39.1万件，占全年办件的83.5%。", [("rate", "83.5", True)]),
    ("全年受理办件46.8万件，网上申报3.1万件，占全市申报的85.3%。", []),
    ("办件46.8万件，比上年少2万件，其中网上39.1万件。", []),
    ("受理案件80件，较上年的120件锐减33.3%。", [("growth", "33.3", True)]),
]


def _half(text: str) -> str:
    return text.replace("，", ",").replace("；", ";")


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[t[:18] for t, _ in SENTENCES])
@pytest.mark.parametrize("width", [str, _half], ids=["full", "half"])
def test_relations_of_a_sentence(
    text: str, expected: list[tuple[str, str, bool]], width: type[str]
) -> None:
    found = [
        (x.kind, re.findall(r"[0-9.]+", x.stated)[-1], x.holds) for x in _identities(width(text))
    ]
    assert found == expected


# Growth told with its amount; the stated figure and whether it holds, nothing where silent.
INCREMENTS = [
    ("受理信访事项240件，较上年增加60件，增长33.3%。", "33.3% True"),
    ("受理信访事项240件，较上年增加60件，增长43.3%。", "43.3% False"),
    ("核验凭证18件，比上年减少6件，下降25%。", "25% True"),
    ("核验凭证18件，比上年减少6件，下降35%。", "35% False"),
    ("行政确认56件，较去年的64件减少8件，下降12.5%。", "12.5% True"),
    ("行政确认56件，较去年的64件减少8件，下降22.5%。", "22.5% False"),
    ("受理信访事项240件，同比增加60件，同比增长33.3%。", "33.3% True"),
    ("受理信访事项240件，较2023年净增60件，增幅达33.3%。", "33.3% True"),
    ("受理信访事项240件，同比多60件，增长33.3%。", "33.3% True"),
    ("受理信访事项２４０件，较上年增加６０件，增长３３．３％。", "３３．３％ True"),
    ("罚没金额2.4亿元，较上年增加6000万元，增长33.3%。", "33.3% True"),
    ("罚没金额2.4亿元，较上年增加0.5亿元，增长26.1%。", ""),  # fits the numbers before rounding
    ("信访事项总数240件，与上年同期相比减少60件，降幅20%。", "20% True"),
    ("受理信访事项240件（较上年增加60件），增长33.3%。", "33.3% True"),
    ("受理信访事项240件，较上年增加60件（增长33.3%）。", "33.3% True"),
    ("受理信访事项300件，办结240件，较上年增加60件，增长33.3%。", "33.3% True"),
    ("受理信访事项300件，办结240件，较上年增加60件，增长25%。", "25% True"),
    ("受理信访事项240件，增长33.3%，较上年增加60件。", "33.3% True"),
    ("入库税收41.6亿元，增长4％，增收1.6亿元。", "4％ True"),
    ("较上年增加60件，达到240件，增长33.3%。", "33.3% True"),
    ("经营主体总量4.5万户，较上年末增加0.4万户，增长9.8%。", "9.8% True"),
    ("新增企业20家，较上年增加5家，总数达163家，增长33.6%。", ""),
    ("起诉240件，较上年减少60件，案件总数下降35%。", ""),
    ("办结案件240件，平均用时较上年减少5天，压缩25%。", ""),
    ("发现隐患120处，较上年减少30处，下降30%。", "30% False"),
    ("较上年的180件增加60件，增长33.3%。", "33.3% True"),
    ("受理信访事项240件，较上年增加60件，下降33.3%。", "33.3% False"),
    ("受理信访事项240件，较上年增加60件，满意率增长33.3%。", ""),
    ("受理信访事项240件，其中环保类较上年增加60件，增长12%。", ""),
    ("受理、办结信访事项240件、200件，分别较上年增加60件、50件，增长33.3%、30%。", ""),
    ("受理信访事项240件；发放资料较上年增加60件，增长12%。", ""),
    ("确认案件3件，较上年增加3件，增长100%。", ""),
    ("受理信访事项240件，较上年增加约60件，增长30%。", ""),
    # Last year's figure in a bracket, or behind the words of a comparison.
    ("监督检查6400次，比2023年（8000次）下降20%。", "20% True"),
    ("监督检查6400次，比2023年(8000次)下降30%。", "30% False"),
    ("监督检查6400次，较上年同期（8000次）下降20%。", "20% True"),
    ("应诉案件18件（2023年24件），下降25%。", "25% True"),
    ("应诉案件18件(2023年：24件)，下降25%。", "25% True"),
    ("应诉案件18件（2023年度24件），同比下降35%。", "35% False"),
    ("应诉案件18件（上年24件），同比下降25%。", "25% True"),
    ("2022年应诉案件20件（2023年24件），增长20%。", "20% True"),
    ("应诉案件18件（2023年结转4件），下降25%。", ""),
    ("应诉案件18件，同比减少6件，降幅25%", "25% True"),
]


@pytest.mark.parametrize(("text", "expected"), INCREMENTS, ids=[text for text, _ in INCREMENTS])
def test_growth_with_its_amount(text: str, expected: str) -> None:
    found = _identities(text)
    assert " ".join(f"{x.stated} {x.holds}" for x in found) == expected


def test_an_amount_is_never_the_base() -> None:
    """An increase in front of a percentage is by how many, not how many there had been."""
    (found,) = _identities("受理信访事项240件，较上年增加60件，增长25%。")
    assert found.operands == ("240件", "60件")
    assert found.computed == 33.3333
    assert found.certain
    assert found.reading == "以“受理信访事项240件”为基数则成立，但增幅应以上年数为基数"


# 其中 behind a full stop or a semicolon; the total and whether it holds.
TAKEN_UP = [
    ("查处案件126件，罚款18万元。其中，城管48件、水务8件、农业70件。", "126件 True"),
    ("受理申请100件。其中，甲类60件，乙类40件。", "100件 True"),
    ("受理申请100件。其中：甲类60件；乙类40件。", "100件 True"),
    ("受理申请100件。其中甲类60件、乙类40件。", "100件 True"),
    ("受理申请１００件。其中,甲类６０件,乙类４０件。", "１００件 True"),
    ("审结8件，同比下降20%；其中撤回4件，维持3件，确认违法1件。", "8件 True"),
    ("审结8件；其中，撤回4件，维持3件，确认违法1件。", "8件 True"),
    ("查处案件126件，办结120件。其中，城管48件、水务8件、农业70件。", "126件 True"),
    ("办理许可1.4万件。其中，即办0.8万件、承诺0.6万件。", "1.4万件 True"),
    ("培训3次，参训200人次。其中，干部50人次、执法人员150人次。", "200人次 True"),
    ("现有人员120名。其中，公务员80人、事业人员40人；本科100人。", "120名 True"),
    ("受理100件。其中，民事60件，占60%；行政40件，占40%。", "100件 True"),
    ("受理100件，其中甲类60件、乙类40件。其中，北片30件、南片10件。", "100件 True 40件 True"),
    # Broken only where a single count stands before and the list is closed.
    ("查处案件126件。其中，城管48件、水务8件、其他60件。", "126件 False"),
    ("查处案件126件。其中，城管48件、水务8件。", ""),
    ("查处案件126件，办结120件。其中，城管48件、水务8件、其他60件。", ""),
    ("督察单位20个。其中，发现问题9个、其他问题12个。", ""),
    ("查处案件126件。其中，涉企48件、涉农60件。", ""),
    ("较上年增加126件。其中，城管48件、水务78件。", ""),
]


@pytest.mark.parametrize(("text", "expected"), TAKEN_UP, ids=[text for text, _ in TAKEN_UP])
def test_parts_in_the_next_sentence(text: str, expected: str) -> None:
    assert " ".join(f"{x.stated} {x.holds}" for x in _identities(text)) == expected


def test_a_failure_says_what_was_computed_from_what() -> None:
    (found,) = _identities("全年受理投诉80件，办结76件，办结率98.5%。")
    assert found.operands == ("76件", "80件")
    assert found.computed == 95.0


def test_another_base_that_fits_is_named() -> None:
    (found,) = _identities("接收申请120件，受理100件，审结90件，回访96件，审结率93.75%。")
    assert not found.holds
    assert found.reading is not None
    assert "96件" in found.reading


def test_growth_on_the_wrong_base_is_named() -> None:
    (found,) = _identities("办理公证125件，上年为100件，同比增长20%。")
    assert not found.holds
    assert found.reading is not None
    assert "基数" in found.reading


@pytest.mark.parametrize(("total", "holds"), [("15", True), ("16", False)])
def test_columns_of_a_table(total: str, holds: bool) -> None:  # noqa: FBT001 - a case of the table
    rows = ("行政许可|7", "行政处罚|8", f"合计|{total}")
    found = _identities(*rows, role="table")
    assert [(x.kind, x.holds, x.computed) for x in found] == [("sum", holds, 15.0)]


@pytest.mark.parametrize("column", ["增减(%)", "同比增长", "办结率(%)", "占比"])
def test_a_column_of_changes_or_rates_adds_up_to_nothing(column: str) -> None:
    rows = (f"类别|件数|{column}", "行政许可|7|3.4", "行政处罚|8|7.3", "合计|15|5.6")
    assert [x.stated for x in _identities(*rows, role="table")] == ["15"]


def test_a_column_with_falls_adds_up_to_nothing() -> None:
    rows = ("行政许可|7|-3.4", "行政处罚|8|7.3", "合计|15|5.6")
    assert [x.stated for x in _identities(*rows, role="table")] == ["15"]


@pytest.mark.parametrize("cells", ["15|—", "15|", "|6", "15 件|/", "——|6"])
def test_a_total_with_an_empty_cell_is_not_computed(cells: str) -> None:
    rows = ("行政许可|7|4", "行政处罚|8|2", f"合计|{cells}")
    assert _identities(*rows, role="table") == []


def test_a_column_of_which_a_row_tells_nothing_is_not_computed() -> None:
    rows = ("行政许可|7|4", "行政处罚|8|—", "合计|15|5")
    assert _identities(*rows, role="table") == []


def test_a_caption_parts_two_tables() -> None:
    rows = ("行政许可|7", "行政处罚|8", "表2 调解案件", "婚姻|3", "邻里|4", "合计|7")
    assert [x.holds for x in _identities(*rows, role="table")] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "全县300个村中的120个建成示范村，创建率40%。",
        "抽查的50家企业中的45家整改到位，整改率90%。",
        "120件行政复议案件中36件，调解率30%。",
        "60个部门中的12个部门，开展率20%。",
        "检查50家单位中的5家，发现问题率10%，整改率100%。",
        "参加考试的500名执法人员中的480名，合格率98%，优秀率40%。",
        "服务企业300家，占全市500家规上企业产值的80%。",
        "完成确权的村120个，占全县150个行政村耕地面积的90%。",
        "办理治安案件1000件，其中简易程序600件、一般程序350件，其余为快速办理。",
        "全市立案1200起，其中主城区800起、乡镇320起。",
        "立案26起，比上年增加8起，其中移送公安机关3起、移送纪委2起、其他立案3起。",
        "清理前置审批事项20项，取消5项，压减25%。",
        "优化前期手续20项，办理事项15项，减少30%。",
        "受理120件，审结110件，受理数同比增长20%（上年100件）。",
        "检查企业500家次，发现问题企业50家次，检查量同比增长25%（上年400家次）。",
        "全年发案170件，比2022年下降15%（2023年180件）。",
        "立案60件，较去年同期多查处20件，增长50%。",
    ],
)
def test_what_may_be_meant_otherwise_is_not_called_wrong(text: str) -> None:
    assert [found for found in _identities(text) if not found.holds] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Behind a row, 其中 is of all of it.
        ("承办人大建议19件、政协提案28件，其中主办件29件。", []),
        ("承办人大建议19件，政协提案28件，其中主办件29件。", []),
        ("承办19件人大建议和28件政协提案（其中主办件29件）。", []),
        ("办理复议86件（同比增长10%）、应诉52件，其中调解结案90件。", []),
        ("清理规章12部、规范性文件52件，其中废止54件。", []),
        ("撤销12件、维持30件，其中涉企40件。", []),
        # More than all of it.
        ("承办人大建议19件、政协提案28件，其中主办件59件。", [("59件", True)]),
        # The second tells what became of the first.
        ("受理复议申请86件、审结52件，其中调解结案90件。", [("90件", True)]),
        # A verb behind a comma tells either, so that it is asked.
        ("办理行政复议86件，代理行政诉讼52件，其中调解结案90件。", [("90件", False)]),
    ],
)
def test_a_part_of_a_row_is_of_all_of_it(text: str, expected: list[tuple[str, bool]]) -> None:
    found = [x for x in _identities(text) if x.kind == "part"]
    assert [(x.stated, x.certain) for x in found] == expected


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        # A bracket, also behind what is counted.
        ("办理行政诉讼案件7件（一审5件、二审3件）。", ["7件"]),
        ("全市共12个乡镇（甲类5个、乙类8个）。", ["12个"]),
        ("办理行政诉讼案件17件（一审12件、二审3件）。", []),
        # Three kinds or more that are far too many, unless a case may be of two.
        ("适用配套办法案件21件，其中查封10件、限产3件、抓获7件、涉罪4件。", ["21件"]),
        ("查处案件21件，其中罚款15件、没收8件、吊销1件。", []),
        ("获评示范村12个，其中国家级1个、省级4个、市级9个。", []),
        # What was done and what was not.
        ("反馈的24项问题完成整改22项，剩余3项。", ["24项"]),
        ("反馈的24项问题完成整改22项，剩余2项。", []),
        ("受理79件，审结74件，未审结9件。", ["79件"]),
        ("排查隐患60处，已整改55处，正在整改8处。", ["60处"]),
        ("收到建议60条，采纳40条，未采纳10条。", []),
        ("受理79件，审结74件，未审结9件（含上年结转4件）。", []),
        ("交办147件，办结145件、阶段性办结3件。", ["147件"]),
        ("调解3000件，成功2940件，未成功70件。", ["3000件"]),
        # More than came in.
        ("收到行政复议申请100件，受理110件。", ["110件"]),
        ("收到行政复议申请100件，受理110件（含上年结转10件）。", []),
        ("上年结转20件，收到行政复议申请100件，受理110件。", []),
        ("收到行政复议申请100件，共受理110件。", []),
        ("收到行政复议申请100件，受理投诉举报110件。", []),
        ("开展现场述法15人、书面述法38人。", []),
    ],
)
def test_parts_that_are_too_many(text: str, stated: list[str]) -> None:
    assert [x.stated for x in _identities(text) if not x.holds] == stated


def test_a_row_that_begins_like_a_caption_is_none() -> None:
    rows = ("单位　　立案", "表　彰　　12", "通　报　　10", "合　计　　22")
    assert [found.holds for found in _identities(*rows, role="table")] == [True]


def test_a_total_spaced_out_closes_a_table() -> None:
    found = _identities("行政许可|7", "行政处罚|8", "合  计|15", role="table")
    assert [(x.kind, x.holds) for x in found] == [("sum", True)]


def test_targets_of_next_year_are_not_calculated() -> None:
    assert _identities("审结90件，受理100件，审结率95%。", part="plans") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "受理100件，其中民事60件、行政40件。",
        "受理100件，办结98件，办结率98%。",
        "审结案件中，维持60件、撤销20件。",
    ],
)
def test_a_paragraph_of_many_sentences_is_linear(sentence: str) -> None:
    start = time.process_time()
    _identities(sentence * 8_000)
    assert time.process_time() - start < 8


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("受理184件，审结172件，直接纠错17件，纠错率9.28%。", "172件"),
        ("受理184件，审结172件，其中调解和解62件，调解和解率35.03%。", "172件"),
    ],
)
def test_a_rate_of_cases_closed_is_explained_by_them(text: str, base: str) -> None:
    failed = [x for x in _identities(text) if not x.holds]
    assert [x.operands[-1] for x in failed] == [base]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("审结行政复议案件18件，其中14件维持、3件驳回、2件终止。", ["18件"]),
        ("审结行政复议案件18件,其中14件维持,3件驳回,2件终止。", ["18件"]),
        ("审结行政复议案件18件，其中14件维持、2件驳回、2件终止。", []),
        ("办理行政复议8件，其中7件维持、2件撤回。", ["8件"]),
        ("被诉案件12件，胜诉9件，4件尚在审理中。", ["12件"]),
        ("被诉案件12件（含上年未结2件），胜诉9件，4件尚在审理中。", []),
        ("被诉案件12件，胜诉9件，2件尚在审理中。", []),
        ("12个县区全部启动建设，其中8个已建成，5个在建。", ["12个"]),
        # One event may be two of these.
        ("开展活动18场，其中10场进社区、9场由律师主讲。", []),
        ("配备执法人员18人，其中12名党员、8名女性。", []),
    ],
)
def test_kinds_may_stand_behind_their_numbers(text: str, stated: list[str]) -> None:
    assert [x.stated for x in _identities(text) if not x.holds] == stated


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("办理建议提案75件，其中主办件51件、协办件34件。", ["75件"]),
        ("办理建议提案75件（主办30件、协办45件）。", []),
        ("收到申请148件，受理131件，不予受理12件，补正后撤回15件。", ["148件"]),
        ("收到申请148件，受理131件，不予受理12件，补正后撤回5件。", []),
        ("调解纠纷27起，成功24起，走司法途径2起，仍在调解3起。", ["27起"]),
        ("规范性文件共44件，保留28件，拟修订12件，废止6件。", ["44件"]),
        ("办理建议5件，办理提案7件，主办8件、会办4件。", []),
        ("负责人出庭应诉34件次，胜诉30件、败诉2件、撤诉8件。", []),
        # Of both kinds of cases, of both kinds of bodies.
        ("办理行政复议15件、行政诉讼20件，维持18件、撤销5件。", []),
        ("办理行政复议15件，行政诉讼20件，维持18件、撤销5件。", []),
        ("8个单位、18个科室全部述法，其中现场述法5个、书面述法21个。", []),
        ("8个单位和18个科室全部述法，其中现场述法5个、书面述法21个。", []),
    ],
)
def test_what_became_of_all_that_came(text: str, stated: list[str]) -> None:
    assert [x.stated for x in _identities(text) if not x.holds] == stated


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("全市12个县区中有13个建立了制度。", ["13个"]),
        ("反馈的24项任务中已完成26项。", ["26项"]),
        ("18名执法人员中20人持证。", ["20人"]),
        ("12个县区中有30个示范村创建达标。", []),
        ("9个县区中有11个获评省级以上荣誉。", []),
        ("在10个小区内20个点位安装监控。", []),
        # Quarters, what is left, kinds that leave no third.
        ("召开会议5次，其中第一季度1次，第三季度2次，第四季度3次。", ["5次"]),
        ("召开会议15次，其中第一季度1次，第三季度2次，第四季度3次。", []),
        ("发现问题374个，整改370个，剩余14个。", ["374个"]),
        ("受理申请203件，答复198件，结转下年15件。", ["203件"]),
        ("受理申请203件，上年结转10件，答复198件，结转下年15件。", []),
        ("现场述法12名，书面述法60名，共82名。", ["82名"]),
        ("现场述法12名，书面述法60名，共72名。", []),
        # Grades; 合格 may take in the better ones.
        ("评查案卷104卷，优秀88卷、合格19卷。", ["104卷"]),
        ("评查案卷400宗，优秀等次352宗、良好41宗、不合格17宗。", ["400宗"]),
        ("评查案卷104卷，评出优秀88卷、合格19卷。", ["104卷"]),
        ("建议提案75件，主办件30件，协办件55件。", ["75件"]),
        ("办理人大建议40件、政协提案35件，主办件30件，协办件45件。", []),
        ("评查许可案卷60卷、处罚案卷80卷，优秀50卷、良好40卷、合格48卷。", []),
        ("评查案卷104卷，优秀20卷、合格104卷。", []),
        ("评查案卷104卷，优秀88卷、合格16卷。", []),
    ],
)
def test_more_than_there_are(text: str, stated: list[str]) -> None:
    assert [x.stated for x in _identities(text) if not x.holds] == stated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("抽检食品1200批次，不合格30批次，合格率97.5%。", [True]),
        ("抽检食品1200批次，30批次不合格，合格率99.5%。", [False]),
        ("抽检食品1200批次，处置不合格食品30批次，合格率99.5%。", []),
        ("培育企业1208户，完成省定任务（800户）的151%。", [True]),
        ("培育企业1208户，完成年度任务800户的115%。", [False]),
        ("培育企业1208户，占年度任务的115%。", []),
        ("改造小区20个，完成三年计划60个的75%。", []),
    ],
)
def test_rates_of_what_failed_and_of_a_task(text: str, expected: list[bool]) -> None:
    assert [x.holds for x in _identities(text)] == expected


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("审结行政复议案件120件，维持70件、驳回20件、撤销35件。", True),
        # What came in is less than what was decided, where cases were taken over.
        ("受理行政复议案件120件，维持70件、驳回20件、撤销35件。", False),
    ],
)
def test_only_what_was_decided_is_all_that_the_outcomes_are_of(text: str, *, certain: bool) -> None:
    assert [x.certain for x in _identities(text) if not x.holds] == [certain]
