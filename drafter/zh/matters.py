"""Matters of one year (当年事项): what was considered in it, and which place was taken."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from drafter.zh.lazy import lazy_pattern
from drafter.zh.sentences import sentences

_NUMBER_OF = r"[〔\[［【（(]\s?20\d\d\s?[〕\]］】）)]\s?第?\d{1,4}\s?号"
_TITLE = lazy_pattern(
    r"《[^《》\n]{1,80}》(?:"
    rf"\s?[（(][^，,、。；;：:（()）《》〔\[［【\d\n]{{1,12}}{_NUMBER_OF}[）)]"
    rf"|[，,]\s?[^，,、。；;：:（()）《》〔\[［【\d\n]{{1,12}}{_NUMBER_OF}|[（(][^（）()《》\n]{{1,24}}[）)])?"
)
"""A title with what is in brackets behind it, or with its number: 《…》（某政发〔2024〕3号）."""
_ITS_NUMBER = lazy_pattern(rf"》[^《》]*?{_NUMBER_OF}[）)]?\Z")
_JOINT = lazy_pattern(r"\s*(?:[、和及与]|以及)?\s*")
_BRACKETED = lazy_pattern(r"\A[（(][^（）()]*[)）]|\A[^《》]*》")
"""In front of a name: what is left of a title or stood in brackets behind it."""
_SAYS_ENOUGH = 4
"""Characters of a name that tells what is counted."""
_WINDOW = 24
"""Characters before a title and behind it in which the verb stands."""
_CONSIDERED = lazy_pattern(
    r"(?:审议|审定|审查|审核|审改|会审|论证|评估|听证|废止|修改|宣布失效)(?:通过|并通过|了)?"
    r"[^，,、。；;：:《》]{0,6}\Z|列入[^，,、。；;：:《》]{0,10}(?:决策|事项|目录|议程)[^，,、。；;：:《》]{0,4}\Z"
)
"""What is said of titles that follow: 审议｜《…》, 列入重大决策事项｜《…》."""
_TO_BE_CONSIDERED = lazy_pattern(
    r"(?:[对就将把]|开展|组织|完成)[^，,、。；;：:《》]{0,4}\Z"
    r"|[对就将把](?:涉及|关于|拟|由)[^，,。；;：:《》]{2,40}的\Z"
)
_IS_CONSIDERED = lazy_pattern(
    r"[^，,。；;：:《》]{0,16}(?:审查|审核|论证|评估|听证|提请审议|征求意见|听取意见"
    r"|立法(?:调研|论证|起草|项目)|起草|列入[^，,。；;：:《》]{0,8}(?:目录|决策|事项|议程)"
    r"|[列纳]入[^，,。；;：:《》]{0,16}(?:立法|规章|制定)[^，,。；;：:《》]{0,6}(?:计划|规划|项目))"
)
"""The verb behind its object: 对｜《…》｜开展合法性审查."""
_AMONG_THEM = lazy_pattern(r"其中[，,]?\Z")
_WAS_CONSIDERED = lazy_pattern(
    r"(?:等?\d{1,3}[项件个部份])?(?:均|都|已)?(?:举行|召开|组织|开展|进行|履行|完成)了?[^，,。；;：:《》]{0,8}"
    r"(?:审查|审核|论证|评估|听证|征求意见)"
)
"""其中｜《…》｜等3项举行了听证会."""
_COUNT = r"(?:\d{1,3}|[一二三四五六七八九十两]{1,3})"
_NAMED_BEHIND = lazy_pattern(
    r"(?:出台|制定|制发|修订|修改|废止|公布|发布|印发|颁布|审查|审核|审议|起草|备案|清理|论证|评估|办理|完成|立法项目|发文|提请)"
    rf"[^。；;《》]{{0,24}}?{_COUNT}[部件个项份][^。；;，,《》]{{0,6}}"
    r"(?:[，,：:（(]?\s*(?:即|分别[是为]|其中|主要?包[括含]|主要[是为有]|包[括含]|具体[是为]|名称[是为]|(?<=[，,])[为是系])[：:]?|[：:（(])\s*\Z"
)
"""Right behind their count: 修订规范性文件2件，即｜《…》和《…》."""
_NAMED_BY_BEING = lazy_pattern(r"[，,]\s*[为是系][：:]?\s*\Z")
_ENDS_THERE = lazy_pattern(r"\s*(?:[，,。；;、）)和及与]|等|\Z)")
"""Behind titles that 为 names: 审核文件1件，为《…》｜。, not 为《…条例》｜落地提供保障."""
_WHAT_IT_TELLS_OF = lazy_pattern(r"(?:涉及|违反|符合|关于)了?[^，,。；;：:《》]{0,4}\Z|的\Z")
_NAMED_WINDOW = 56
_BY_THE_RULES = lazy_pattern(
    r"(?:落实|执行|依据|依照|按照|根据|贯彻|遵守|对照|参照|按)[^，,。；;《》]*\Z"
)
"""The titles that follow are those of rules that stand, whatever was considered by them."""
_RECURS = lazy_pattern(
    r"(?:19|20)\d\d|年度|习近平|中国共产党|(?<!办)法》|法典》|章程》|纲要》"
    r"|(?:目录|清单|名录|名单|要点|计划|报告|台账|[证照书表单函簿册]|公约|民约|预案|基准)》"
)
"""Made anew each year, a kind of paper, or a law: none was considered that year only."""
_PLAN_OF_YEARS = lazy_pattern(
    r"规划\s*[（(](?:19|20)\d\d年?\s*[-—–－~～至]+\s*(?:19|20)\d\d年?[）)]》"
)
"""《…国土空间规划（2021—2035年）》 is considered once, for all its years."""
_KIND = lazy_pattern(r"(?:[证照书表单函簿册卡]|公约|民约|预案|基准|指南)》\Z")
_QUALIFIES = lazy_pattern(r"\s*(?:施行|实施|规定|落实|要求|确定|明确|范围|执行|\d)")
"""Behind one title: 《…条例》｜规定范围内的措施, 《…申请表》｜320份; it tells which, what kind."""
_NUMBER = r"(?:\d{1,4}|[一二三四五六七八九十百两]{1,4})"
_RANK = lazy_pattern(rf"(?:(?<=[第前])|(?<=连续)){_NUMBER}(?=[名位年个的跃升上前]|[^一-鿿]|\Z)")
"""The number of a place or of the years that it was held: 第｜5｜位, 前｜20｜名, 连续｜三｜年."""
OF_YEARS = "年个"
"""Behind the number, where it counts years and months."""
_AMONG = (
    r"(?:全(?:国|[省市县区州盟旗镇乡局系])统?|[省市县区州]直"
    r"|各(?:[省市县区州旗乡镇]+|街道|部门|单位)|同(?:类|级))"
)
_PLACE_TAKEN = lazy_pattern(
    rf"(?:居|列|排|占|升至|升到|跃至|跃居|跃升至|升为|降至|[^一-鿿]获|核获|得分|率|满意度|度|成绩|指数|考核|测评|评估|评价|数|量)"
    rf"(?:于|在)?{_AMONG}[^，,。；;、：:《》“”\d]{{0,8}}?第(?P<place>{_NUMBER})(?=[，,。；;、）)]|\Z)"
)
"""居市直单位第｜6｜, 满意度排全省第｜二｜: 第二轮, 第三方 are no places."""
_RULE_OF_RANKS = lazy_pattern(
    r"[名位年个次]?[^，,。；;]{0,12}?的(?!(?:好|优异|可喜)?(?:成绩|佳绩|名次|位次))[^，,。；;]{2}"
)
"""Behind a number in a rule: 连续三年｜未办理年审的企业, 排名前｜3｜名的单位 are of any year."""
_RANK_BESIDE = lazy_pattern(rf"(?<=第){_NUMBER}(?=[名位])")
"""More places beside the one that was found: 全省第2名、全市第｜1｜名."""
_PUT_FIRST = lazy_pattern(r"[将把][^，,。；;]{0,20}[排摆放]在[^，,。；;]{0,8}第\Z")
"""把法治建设摆在第｜一｜位: what comes first."""
RANK_BEFORE = lazy_pattern(r"[由从][^，,。；;第]{0,12}第\Z")
RANK_AFTER = lazy_pattern(
    rf"[名位]?[^，,。；;第]{{0,12}}第(?P<rank>{_NUMBER})(?:[名位]|(?=[，,。；;、]|\Z))"
)
"""Around the place that was held before: 由2023年的第｜9｜名升至第4名."""


def find_ranks(text: str, told: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Start and end of the numbers of places, and of years in a row.

    A place that ends its clause is known by the words before it (居市直单位第6).

    Args:
        text: Of a passage.
        told: Where a place or a number of years is told; others in their sentences count as well.
    """
    found = {m.span("place") for m in _PLACE_TAKEN.finditer(text)} if "第" in text else set()
    for start, end in told:
        found |= {m.span() for m in _RANK.finditer(text, start) if m.start() < end}
    if found:
        for a, b in sentences(text):
            if any(a <= start < b for start, _ in told):
                found |= {m.span() for m in _RANK_BESIDE.finditer(text, a, b)}
    return sorted(
        (start, end)
        for start, end in found
        if not _RULE_OF_RANKS.match(text, end)
        and not _PUT_FIRST.search(text[max(0, start - 36) : start])
    )


_FRACTION = lazy_pattern(r"(?<=[（(])\d{1,6}[/／]\d{1,6}(?=[）)])")
"""（31/42） behind a rate: last year's counts, which no unit makes a figure."""
_RATIO = lazy_pattern(
    r"(?:比(?:为|是|达到?|到|至|约){0,2}|比[例值重](?:为|是|达到?|到|至|约){1,2})(?P<value>1\s?[:：∶]\s?\d{1,6}(?:\.\d{1,3})?)"
    r"|(?:占|达到?|低于|高于|不足|率为|率是)[^，,。；;\d每日]{0,12}?"
    r"(?P<part>\d{1,3}[/／]\d{1,3}(?!\d|以上|小时)|[万千]分之[一二三四五六七八九十\d.]{1,5})"
)
"""人口之比为1:850, 占全市的1/5, 低于万分之五."""
_SHORTENED = r"(?:缩短|压缩|压减|缩减|减少|降低|降)[至到为]"
_DAYS = lazy_pattern(
    rf"{_SHORTENED}(?P<now>\d{{1,3}})日(?![\d内])|[由从](?!法定)[^，,。；;\d]{{0,6}}(?P<before>\d{{1,3}})日(?={_SHORTENED})"
)
"""审批时限由15日缩短至5日: without 个工作日 or 天, as a date has it."""


def find_plain_values(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and name of last year's values that no unit makes a figure."""
    yield from ((*found.span(), "分子/分母") for found in _FRACTION.finditer(text))
    for pattern, name in ((_RATIO, "比值"), (_DAYS, "天数")):
        for found in pattern.finditer(text):
            yield from (
                (*found.span(key), name) for key, value in found.groupdict().items() if value
            )


_SERIAL = lazy_pattern(
    rf"(?P<lead>第|前|连续第?)?\s*(?P<number>{_NUMBER})\s*(?:名|位|年|次|号|个月|个季度)?"
)
_PAPER = lazy_pattern(
    "[《〈]|办法|条例|规定|意见|方案|规划|计划|要点|通知|纲要|细则|制度|清单|规则|决定|报告|章程|目录|预案|措施"
    r"|规程|准则|导则|指引|批复|公告|函|标准|手册|白皮书"
)
"""What the name of a document has."""
_ANY_NUMBER = lazy_pattern(_NUMBER)


def serial_of(answer: str, before: str) -> str | None:
    """The number that answers a blank for a place, a number of years, of a document or a session.

    Args:
        answer: As it was given.
        before: What stands in front of the blank.

    Returns:
        None where the answer says something else: 并列第1 would read 第并列第1, 前3 is not 第3.
    """
    found = _SERIAL.fullmatch(answer.strip().rstrip("。.；;"))
    if found is None or (found["lead"] and not before.endswith(found["lead"])):
        return None
    return found["number"]


def with_serial(placeholder: str, number: str) -> str:
    """A session by its number: 15 in 〔会议次数，上年第12次常务会议〕 is 第15次常务会议."""
    words = placeholder.rstrip("〕").rpartition("第")[2]
    return "第" + _ANY_NUMBER.sub(number, words, count=1)


def names_a_paper(answer: str) -> bool:
    """Whether an answer for a document's name holds one, with or without 《》."""
    return _PAPER.search(answer) is not None


def find_considered(text: str, standing: Container[str] = ()) -> Iterator[tuple[int, int]]:
    """Start and end of each row of titles that were considered in the year of the report.

    Args:
        text: Of a passage.
        standing: Titles of laws, without 《》, which no office considers.
    """
    row: list[tuple[int, int]] = []
    for found in _TITLE.finditer(text):
        if row and not _JOINT.fullmatch(text, row[-1][1], found.start()):
            yield from _considered(text, row, standing)
            row = []
        row.append(found.span())
    yield from _considered(text, row, standing)


def _considered(
    text: str, row: list[tuple[int, int]], standing: Container[str]
) -> Iterator[tuple[int, int]]:
    if not row:
        return
    start, end = row[0][0], row[-1][1]
    if len(row) == 1 and _QUALIFIES.match(text, end):
        return
    before = text[max(0, start - _WINDOW) : start]
    further = text[max(0, start - _NAMED_WINDOW) : start]
    is_object = (
        _CONSIDERED.search(before)
        or (_AMONG_THEM.search(before) and _WAS_CONSIDERED.match(text, end))
        or (
            _TO_BE_CONSIDERED.search(further)
            and _IS_CONSIDERED.match(text, end)
            and not (text.startswith("的", end) and _WHAT_IT_TELLS_OF.search(before))
        )
        or (
            _NAMED_BEHIND.search(further)
            and (_ENDS_THERE.match(text, end) or not _NAMED_BY_BEING.search(before))
        )
    )
    if not is_object or _BY_THE_RULES.search(before):
        return
    once: list[tuple[int, int]] = []
    for title in row:
        if _is_of_any_year(text[slice(*title)], standing):
            if once:
                yield once[0][0], once[-1][1]
            once = []
        else:
            once.append(title)
    if once:
        yield once[0][0], once[-1][1]


def _is_of_any_year(title: str, standing: Container[str]) -> bool:
    """Whether a paper is made anew each year, or stands; the year of its number tells nothing."""
    bare = _ITS_NUMBER.sub("》", title)
    recurs = _RECURS.search(bare) and not _PLAN_OF_YEARS.search(bare)
    return bool(recurs) or bare[1 : bare.index("》")] in standing


_LAWFULLY = (
    r"(?:(?:进行|开展|组织|提供|出具|听取|履行|举行|召开|完成|实施)了?)?[^，,。；;、\d]{0,8}?"
    r"(?:合法性审[查核]|听证|论证|稳评|风险评估|法律意见|法律服务|法律顾问|后评估|谈判|征求意见|公众参与)"
)
"""What is done by law with a decision or project, each with its own."""
_PROJECTS = lazy_pattern(
    r"(?<![^，,。；;：:])"
    r"(?:[^，,。；;、：:《》“”\d]{0,8}?"
    r"(?:[对就将把为]|围绕|聚焦|完成|涉及|包括|审查|审议|研究|论证|评估|推进|服务|保障|参与|听取))?"
    r"(?P<names>(?!征地|招商|合同|协议|行政|制定|政府采购|国有|土地出让|规范性|工程建设)"
    r"[^，,。；;、：:《》“”\d]{4,24}(?:、[^，,。；;、：:《》“”\d]{3,24}){0,5})"
    r"等(?=(?:\d{1,4}|[一二三四五六七八九十两]{1,3})[个项件]?"
    r"(?:[^，,。；;]{0,4}(?:重大(?:行政)?决策|决策事项|重大事项|重大项目|重点项目)"
    r"|(?:事项|项目)(?:列|纳)入(?:[^，,。；;]{0,10}(?:目录|决策)|其中)"
    r"|(?:事项|问题|案件|纠纷|积案|工作)作出(?:了)?(?:重要|专门)?批示"
    rf"|[^，,。；;、]{{0,6}}(?:事项|项目|议题|决策|工程)的?{_LAWFULLY}))"
)
"""The names of matters by which they are counted: 对｜水厂改造、南区征收｜等5项重大事项."""


_PROJECTS_BEHIND = lazy_pattern(
    r"(?:决策事项|决策|重大事项|重大项目|重点项目|立法项目|民生实事)(?:项目|目录)?(?:共|为)?"
    rf"{_COUNT}[项件个](?:重大|事项)?"
    r"(?:[，,：:（(]\s*(?:即|分别[是为]|具体[是为]|名称[是为])[：:]?|[：:（(]|分别[是为][：:]?)\s*"
    r"(?P<names>(?:[^，,。；;：:《》（()）\d\n]|[（(][^（()）\n]{1,20}[）)]){4,240})(?=[，,。；;）)]|$)"
)
"""The same behind the count: 公布重大行政决策事项6项，分别是：｜水厂改造、水价调整."""
_ASSESSED_ONE = lazy_pattern(
    r"[对就](?:[^，,。；;、“”]{0,16}?(?P<names>“[^“”]{4,24}”)|[^，,。；;、“”]{0,12}?(?<!拟)(?:实施|出台|作出|执行)的"
    r"(?![^，,。；;、]{0,4}重大行政)(?P<bare>[^，,。；;、“”\d]{3,16}?))"
    rf"(?:决策|政策|举措|措施)(?:事项|项目)?{_LAWFULLY}"
)
"""对上一年度实施的｜“加装电梯补贴”｜决策开展后评估."""
_PROJECTS_PUT_IN = lazy_pattern(
    r"[将把](?!(?:《[^《》\n]{1,80}》[、和及与]?){1,8}(?:等|\d))"
    r"(?P<names>(?:《[^《》\n]{1,80}》|“[^“”\n]{4,30}”|[^，,。；;、：:《》“”\d\n]{4,20}?(?<!等))"
    r"(?:[、和及与]?(?:《[^《》\n]{1,80}》|“[^“”\n]{4,30}”|(?<=、)[^，,。；;、：:《》“”\d\n]{3,20}?(?<!等))){0,6})"
    rf"等?(?={_COUNT}[个项件](?:重大)?(?:行政)?(?:决策)?(?:事项|项目|议题)?(?:列入|纳入|列为|作为)"
    r"[^，,。；;]{0,12}?(?:目录|决策))"
)
"""将｜“调整最低工资标准”、公交票价调整｜2个事项列入重大行政决策目录."""
_A_MATTER = lazy_pattern(r"(?:方案|规划|工程|调整|建设|改造|项目|[扩迁]建)\Z")
_IS_NAMED = ("即", "是", "为")
_COMPANIES = lazy_pattern(
    r"(?:[对为就将]|帮助|指导|督促|约谈|推动|涉及|包括)"
    r"(?P<names>[^，,。；;、：:《》“”\d]{2,10}(?:、[^，,。；;、：:《》“”\d]{2,10}){1,5})"
    r"等(?=\d{1,4}[余多]?家(?:房企|房地产(?:开发)?企业|开发商|[^，,。；;、]{0,4}(?:公司|集团)))"
)
"""对｜恒顺、瑞鼎等8家房企; 餐饮、旅馆等120家企业 are kinds."""
_COMPANY = (
    r"[^，,。；;、：:《》“”\d]{2,6}(?:(?<!精细)(?<!石油)(?<!医药)(?<!危险)(?<!日用)化工|电厂"
    r"|[一二三四五六七八九十]{1,2}局|公司|集团|矿业|食品|药业|制药|科技|银行|钢铁|水泥|纸业|机械|重工|热电)"
)
_VISITED_COMPANIES = lazy_pattern(
    rf"(?:走[进访]|约谈|深入|帮助|指导|督促|服务|检查|查处|前往|[到赴])了?(?P<names>{_COMPANY}(?:、{_COMPANY}){{0,5}})"
    r"等(?=\d{1,4}[余多]?家(?:企业|公司|集团|单位|工厂))"
    r"|(?:约谈|处罚|查处|通报)了?(?P<quoted>“[^“”]{2,12}”(?:、?“[^“”]{2,12}”){1,5})"
    r"等(?=[^，,。；;、“”\d]{0,8}\d{1,4}[余多]?家)"
)
"""走访｜望江电厂、中铁十六局｜等12家企业, 约谈｜“甲出行”“乙行”｜等平台企业9家次."""
_TRADE_END = lazy_pattern(r"(?:食品|科技|银行|机械|制药|钢铁|水泥|热电)\Z")
"""高新科技, 保健食品: a row of nothing else may be one of trades, as well as one of names."""
_QUOTED_KIND = lazy_pattern(
    r"“(?:[黑无假伪]|两[高违]|三[无小]|散乱|小散)|(?:场所|窝点|作坊|中介|摊[点贩])”"
)
"""“黑作坊”, “散乱污”: a kind has its quotation marks, too."""
_KIND_BEFORE = lazy_pattern(r"(?:重点|规上|相关|有关|部分|辖区|大型|中小|各类|危化|民营)")
_BODY_END = lazy_pattern("(?:公司|集团)$")
_OF_KIND = lazy_pattern(r"(?:控股)?(?:[类型]|行业|领域|企业|单位|经济)+$")
"""What may follow a kind of companies: 餐饮类, 制造业企业."""


def find_projects(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each row of names of decisions and projects of the report year."""
    if any(map(text.__contains__, ("重", "决策", "目录", "事项", "项目", "议题", "工程"))):
        for found in _PROJECTS.finditer(text):
            yield found.span("names")
    if any(map(text.__contains__, ("决策", "政策", "措"))):
        for found in _ASSESSED_ONE.finditer(text):
            yield found.span("names" if found["names"] else "bare")
    if any(map(text.__contains__, ("决策", "重", "立法", "实事"))):
        for found in _PROJECTS_BEHIND.finditer(text):
            names = found["names"]
            if (
                "、" in names
                or found[0][: -len(names)].endswith(_IS_NAMED)
                or _A_MATTER.search(names)
            ):
                yield found.span("names")

    if any(map(text.__contains__, ("目录", "决策"))):
        for found in _PROJECTS_PUT_IN.finditer(text):
            # Names without titles and marks in front of 等4个事项 were found above.
            if not found[0].endswith("等") or any(map(found[0].__contains__, "“《")):
                yield found.span("names")


def find_companies(text: str, kinds: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Start and end of each row of names of companies that were dealt with in the report year.

    Args:
        text: Of a passage.
        kinds: Words for kinds of companies; a row that has one of them lists kinds (国有、民营).
    """
    if "家" in text:
        for found in _COMPANIES.finditer(text):
            names = [name.strip() for name in found["names"].split("、")]
            if not any(name in kinds or _OF_KIND.sub("", name) in kinds for name in names):
                yield found.span("names")
        for found in _VISITED_COMPANIES.finditer(text) if "等" in text else ():
            key = "names" if found["names"] else "quoted"
            names = [_BODY_END.sub("", name) for name in found[key].split("、")]
            are_trades = all(map(_TRADE_END.search, found[key].split("、")))
            if are_trades or _QUOTED_KIND.search(found[key]):
                continue
            if not _KIND_BEFORE.match(found[key]) and not any(name in kinds for name in names):
                yield found.span(key)


def without_titles(name: str) -> str:
    """What a figure counts, without the titles it was counted by: 制定《…》《…》 is 制定文件."""
    is_kind = name.count("《") == name.count("》") == 1 and _KIND.search(name) is not None
    if is_kind or not (name.startswith(("（", "(")) or any(mark in name for mark in "《》")):
        return name
    bare = _BRACKETED.sub("", _TITLE.sub("", name)).strip("《》、和及与")
    return bare if len(bare) >= _SAYS_ENOUGH or bare.endswith("文件") else f"{bare}文件"
