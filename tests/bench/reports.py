"""Invented reports (虚构报告) in any number, each different, and texts made to do harm.

A report depends on its number alone. Places, bodies and figures are made up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random

LENGTH = 6_000
"""Code points of a usual report."""

_FIRST, _SECOND = "云清澄棠松梧岚汀芷苍沅泠溪霁", "屏河江溪陵源川岭浦岗湾泉麓洲"
_LEVELS = "县市区旗"

_SECTIONS: Mapping[str, tuple[str, ...]] = {
    "坚持党的领导，把牢法治建设方向": (
        "县委常委会会议、县政府常务会议专题学习习近平法治思想{a}次，组织领导干部旁听庭审{b}场",
        "召开县委全面依法治县委员会会议{a}次，审议年度工作要点、督察方案等文件{b}件",
        "把法治建设成效纳入各乡镇、各部门综合考核，分值占比{a}%，开展实地督察{b}次",
        "举办法治专题培训班{a}期，培训行政执法人员{c}人次",
    ),
    "依法全面履行政府职能，持续优化法治化营商环境": (
        "持续推进“高效办成一件事”，梳理公布事项清单{b}项，办理各类政务服务事项{d}件",
        "开展涉企行政执法专项行动，整治乱收费、乱检查问题{a}个，退还企业费用{c}万元",
        "为{c}家企业开展“法治体检”，提出法律意见{b}条，化解涉企纠纷{b}件",
        "全面落实公平竞争审查制度，审查政策措施{b}件，清理妨碍统一市场的规定{a}件",
    ),
    "健全依法行政制度体系，提升行政规范性文件质量": (
        "审查行政规范性文件{b}件，向市政府和县人大常委会报备{a}件，报备率、及时率均为100%",
        "开展规范性文件专项清理，继续有效{b}件，修改{a}件，废止{a}件",
        "基层立法联系点征集意见建议{b}条，其中{a}条被采纳",
    ),
    "健全行政决策机制，提高决策法治化水平": (
        "编制年度重大行政决策事项目录，纳入目录事项{a}项，合法性审查率达到100%",
        "县政府法律顾问参与重大决策论证{a}次，审查合同、协议{c}份，提出意见{c}条",
        "组织重大决策听证会{a}场，公开征求意见{b}条，采纳{a}条",
    ),
    "严格规范公正文明执法，提升行政执法质效": (
        "全县共办理行政处罚案件{d}件，其中不予处罚{c}件，从轻、减轻处罚{c}件",
        "扎实推行“综合查一次”，联合检查企业{c}家次，比上年减少{b}%",
        "组织行政执法案卷评查{a}次，评查案卷{c}本，发现并整改问题{b}个",
        "全面落实行政执法“三项制度”，办理新领行政执法证{b}个，注销{b}个",
        "聘请行政执法监督员{b}名，制发行政执法监督意见书{a}份",
    ),
    "依法预防处置突发事件，维护社会安全稳定": (
        "修订应急预案{b}个，开展应急演练{b}场，参演人员{c}人次",
        "建成应急避难场所{b}处，储备应急物资{d}件",
    ),
    "健全社会矛盾纠纷行政预防调处化解体系": (
        "各级人民调解组织排查矛盾纠纷{d}件，调解成功{d}件，成功率{p}%",
        "收到行政复议申请{c}件，受理{c}件，审结{c}件，纠错{a}件，调解和解{b}件",
        "行政诉讼一审案件{b}件，败诉{a}件，行政机关负责人出庭应诉率{p}%",
        "办理法律援助案件{c}件，为困难群众挽回经济损失{c}万元",
    ),
    "强化行政权力制约监督": (
        "办理人大代表建议{c}件、政协委员提案{c}件，满意率{p}%",
        "主动公开政府信息{d}条，办理依申请公开{b}件，均在法定期限内答复",
        "完成审计项目{b}个，查出问题金额{d}万元，提出审计建议{c}条",
    ),
    "加强法治宣传教育，提升全民法治素养": (
        "开展宪法宣传周、民法典宣传月等活动{c}场，发放宣传资料{d}份，受众{d}人次",
        "培养“法律明白人”{c}名，创建市级民主法治示范村{a}个",
        "举办青少年法治讲座{c}场，覆盖中小学校{b}所，法治副校长配备率100%",
    ),
    "推进数字法治政府建设": (
        "建成行政执法监督平台，归集执法数据{d}条，发出预警{c}条",
        "政务服务事项网上可办率达到{p}%，电子证照应用{d}次",
    ),
}
_PROSE = (
    "坚持问题导向，建立健全分工负责、协同配合的工作机制，推动各项任务落到实处",
    "深入学习贯彻习近平法治思想，将其纳入党委理论学习中心组学习和干部教育培训的重要内容",
    "进一步明确部门职责边界，细化责任清单，强化督促检查，确保工作有序推进",
    "聚焦群众反映强烈的突出问题，加大重点领域执法力度，切实维护人民群众合法权益",
    "不断完善制度体系，严格履行公众参与、专家论证、风险评估、合法性审查和集体讨论决定等程序",
    "充分发挥乡镇（街道）综合治理中心作用，努力把矛盾纠纷化解在基层、化解在萌芽状态",
    "积极推行说服教育、劝导示范、警示告诫等非强制性执法方式，让执法既有力度又有温度",
    "持续改进工作作风，主动接受人大监督、民主监督、司法监督和社会监督",
    "加强与检察机关、审判机关的沟通协作，健全行政执法与刑事司法衔接机制",
    "统筹推进各项改革任务，着力提升基层依法治理能力和水平，为高质量发展提供坚实的法治保障",
)
_LEADERSHIP = (
    "县委、县政府主要负责同志认真履行推进法治建设第一责任人职责，听取法治建设工作汇报{a}次",
    "县政府主要负责人主持召开常务会议，研究法治政府建设议题{b}个，带头讲法治课{a}次",
    "主要负责同志对法治建设重要工作亲自部署，协调解决重大问题{a}个，作出批示{b}件",
)
_SHORTCOMINGS = (
    "基层执法力量薄弱。乡镇综合行政执法人员偏少，专业能力不足，主要原因是编制紧缺、培训不够",
    "普法宣传针对性不强。宣传方式较为单一，对青年群体和外来务工人员的覆盖不够",
    "执法规范化水平有待提升。个别部门执法程序不够规范，案卷质量参差不齐",
    "行政复议应诉能力有待加强。部分机关负责人出庭不出声，复议人员配备不足",
    "数字化应用水平不高。部门之间数据共享不够充分，平台功能有待完善",
)
_PLANS = (
    "规范涉企行政执法。制定涉企检查年度计划，全面推行“扫码入企”，压减检查频次",
    "加强行政执法队伍建设。组织执法人员轮训{a}期，建设县级行政执法实训基地",
    "深化普法宣传。开展“法律明白人”培养工程，新建法治文化阵地{a}处",
    "提升行政复议质效。推进行政复议规范化建设，设立基层行政复议联系点{a}个",
    "加快数字法治建设。完善行政执法监督平台功能，推动数据归集共享",
    "健全重大行政决策机制。完善重大行政决策后评估制度，开展后评估{a}项",
)
_MEANS = (
    "，相关做法在全市推广", "，群众满意度持续提升", "，工作机制不断健全", "，取得较好成效", "",
    "，形成权责清晰、运转顺畅的工作格局",
)  # fmt: skip
_CHINESE = "一二三四五六七八九十"


def report_text(number: int, length: int = LENGTH, year: int = 2024) -> str:
    """The report with a number: at least so many code points, and not much more."""
    chance = Random(number)
    rest, level = divmod(number, len(_LEVELS))
    second, first = divmod(rest, len(_FIRST))
    again = _CHINESE[second // len(_SECOND) % 10] if second >= len(_SECOND) else ""
    place = f"{_FIRST[first]}{again}{_SECOND[second % len(_SECOND)]}{_LEVELS[level]}"
    opening = "坚持以习近平新时代中国特色社会主义思想为指导，扎实推进法治政府建设。"
    frame = [
        f"{place}人民政府关于{year}年法治政府建设情况的报告",
        f"{year}年，{place}{opening}现将有关情况报告如下：",
    ]
    end = [
        *_chapter("三、存在的不足和原因", _SHORTCOMINGS, chance),
        *_chapter(f"四、{year + 1}年工作安排", _PLANS, chance),
        "特此报告。", f"{place}人民政府", f"{year + 1}年1月{1 + number % 28}日",
    ]  # fmt: skip
    lead = ["二、主要负责人履行推进法治建设第一责任人职责情况", _sentences(_LEADERSHIP, chance)]
    fixed = sum(map(len, (*frame, *lead, *end)))
    return "\n".join([*frame, *_achievements(length - fixed, chance), *lead, *end]) + "\n"


def _achievements(length: int, chance: Random) -> list[str]:
    """The first chapter: rounds over its sections until it is long enough."""
    bodies: dict[str, list[str]] = {title: [] for title in _SECTIONS}
    size = 0
    while size < length:
        for title, sentences in _SECTIONS.items():
            bodies[title].append(_sentences(sentences, chance))
            size += len(bodies[title][-1])
            if size >= length:
                break
    out = ["一、主要举措和成效"]
    for numeral, (title, paragraphs) in zip(_CHINESE, bodies.items(), strict=True):
        if paragraphs:
            out += [f"（{numeral}）{title}", *paragraphs]
    return out


def _chapter(heading: str, rows: tuple[str, ...], chance: Random) -> list[str]:
    chosen = chance.sample(rows, 4)
    items = (f"（{_CHINESE[at]}）{_filled(row, chance)}。" for at, row in enumerate(chosen))
    return [heading, *items]


def _sentences(rows: tuple[str, ...], chance: Random) -> str:
    """Two sentences with figures and three without: some seventy figures in a report, as usual."""
    told = [*chance.sample(rows, 2), *chance.sample(_PROSE, 3)]
    chance.shuffle(told)
    return "".join(f"{_filled(row, chance)}{chance.choice(_MEANS)}。" for row in told)


def _filled(row: str, chance: Random) -> str:
    numbers = {
        "{a}": (2, 12), "{b}": (13, 99), "{c}": (100, 999), "{d}": (1_000, 99_999), "{p}": (90, 99),
    }  # fmt: skip
    for slot, (least, most) in numbers.items():
        while slot in row:
            row = row.replace(slot, str(chance.randint(least, most)), 1)
    return row


def write_reports(folder: Path, count: int, length: int = LENGTH) -> Iterator[Path]:
    """So many reports as files of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        path = folder / f"{number:05d}-2024.txt"
        path.write_text(report_text(number, length), encoding="utf-8")
        yield path


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda size: (unit * (size // len(unit) + 1))[:size]


TITLE = "某县人民政府关于2024年法治政府建设情况的报告\n"
HOSTILE: Mapping[str, Callable[[int], str]] = {
    "（（（（": _repeated("（"),
    "一是一是": _repeated("一是"),
    "数字": _repeated("1234567890"),
    "一行报告": lambda size: report_text(1, size).replace("\n", "")[:size],
    "空行": lambda size: TITLE + "\n" * size,
    "短行": lambda size: TITLE + _repeated("法\n")(size),
    "《《《《": _repeated("《"),
    "“““““": _repeated("“"),
    "空格": lambda size: TITLE + _repeated(" 　")(size) + "法",
    "一、一、": lambda size: TITLE + _repeated("一、法治\n")(size),
    "并章": lambda size: (
        TITLE + _repeated("一、存在问题和下一步打算\n执法不足。下步将加强。\n")(size)
    ),
    "小节": lambda size: TITLE + "一、主要做法\n" + _repeated("（一）规范执法。开展。\n")(size),
    "29件，": lambda size: TITLE + _repeated("完成29件，")(size),
    "不足": lambda size: TITLE + "一、存在的不足\n" + _repeated("执法力量不足，")(size),
    "计划": lambda size: TITLE + "一、2025年工作计划\n" + _repeated("将继续加强法治建设，")(size),
    "不足和计划": lambda size: (
        TITLE
        + "一、存在的不足\n"
        + _repeated("（一）执法力量不足。\n")(size // 2)
        + "\n二、2025年工作计划\n"
        + _repeated("（一）加强执法力量，完善制度。\n")(size // 2)
    ),
    "一次性": lambda size: (
        TITLE
        + "一、主要做法\n（一）规范执法。"
        + _repeated("2024年6月出台《工作办法》，荣获先进称号，开展检查12次。")(size)
    ),
    "几年对比": lambda size: (
        TITLE
        + "一、主要做法\n（一）规范执法。"
        + _repeated("近三年分别受理案件12件、15件、20件，办结率95%，比上年增长3%，")(size)
    ),
    "年份": _repeated("2024年"),
    "竖线": _repeated("|1"),
}
"""Name → a text of at least so many code points that no report looks like."""
