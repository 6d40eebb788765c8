"""How relations between figures (勾稽关系) are worded: last year's value, growth, rates, shares.

All patterns are for levelled text (`level`).
"""

from __future__ import annotations

from drafter.zh import changes
from drafter.zh.lazy import lazy_pattern
from drafter.zh.names import ALL_OF_US

AT_STOP = lazy_pattern(r"[,。;:、()\n|，；：（）]")
"""What parts the words of two figures."""
SENTENCE_STOP = lazy_pattern(r"[。!?\n]")
"""What parts figures for good."""
PRIOR = lazy_pattern(
    r"(?:上一?年度?|去年|上年同期|同期|往年|(?:比|较)(?:年初|(?:19|20)[0-9]{2}年)(?:同期)?"
    r"|(?:治理|整治|改革|调整|整合|清理|优化)前(?=[的为是达有0-9]|\Z))(?:的)?(?:分别)?(?:为|是|达)?"
    r"[^,。;、0-9]{0,10}\Z"
)
"""The words in front of last year's figure: 上年为1.6万件."""
DOUBLED = lazy_pattern(
    r"\s*[,，]?(?:同比|实现|数量|总量|较上年|比上年)*(?P<words>翻(?:了)?(?:一番|(?P<twice>两番)|番(?!了)))"
    r"(?!\s*(?:还|又)?(?:多|有余|余|以上|半))"
)
"""Behind where a step leads: 由20件增加到40件，翻了一番."""
NO_VALUE = lazy_pattern(
    r"(?:(?:增|减|多|少|高|低|结转)(?:加|了|出|约|近)*|(?<=[期年])[多少][一-鿿]{1,3})\Z"
)
"""What makes them say something else than its value: 比上年多2次, 上年结转4件."""
DATED = lazy_pattern(r"((?:19|20)[0-9]{2})年(?:度|同期|全年)?(?:的)?(?:仅|只)?(?:为|是|达到?|有)\Z")
"""A year right in front of its figure: 2024年为10.2%."""
BRACKETED_YEAR = lazy_pattern(
    r"\s*[(（]((?:19|20)[0-9]{2})年(?:度|同期|全年)?(?:的|为|是|达到?|有|:)?\Z"
)
"""The year of a figure in a bracket behind another one: 15件（2023年20件）."""
BRACKETED_PRIOR = lazy_pattern(
    r"(?:(?:上一?年度?|去年)(?:同期)?|同期|[较比](?:19|20)[0-9]{2}年(?:同期)?)(?:的)?(?:数|水平|数量)?[(（]\Z"
)
"""Words of last year in front of its figure in a bracket: 比2023年（7034件）."""
PRIOR_BEHIND = lazy_pattern(
    r"\s*[(（](?:上一?年度?|去年|(?:19|20)[0-9]{2}年度?)(?:同期|全年)?(?:的|为|是|达到?|有|仅|:)*\Z"
    r"|(?P<behind>\s*[,，](?:而)?(?:上一?年度?|去年)(?:同期|全年)?(?:为|是|仅为?|只有))\Z"
)
"""What leads to last year's figure behind a change: 增长50%（上年4件）, 增长50%，上年为4件."""
SINCE_LAST = lazy_pattern(r"同比|[较比](?:上一?年|去年)")
"""What a change is told against: last year."""
PART_OF_YEAR = lazy_pattern(r"半年|季度|[0-9]月|截[至止]|环比")
"""What tells of less than a year."""
YEAR_OF = lazy_pattern(r"((?:19|20)[0-9]{2})年")
"""The year that a figure is said to be of."""
SAID_OF_LAST_YEAR = lazy_pattern(
    r"(?:同比|(?:[较比]|与)(?:上一?年|去年|(?P<year>(?:19|20)[0-9]{2})年)|上一?年|去年)"
)
"""The words of a comparison with the year before; 较2019年 names another."""
WITHIN_YEAR = lazy_pattern(
    r"半年|季度|[0-9一二三四五六七八九十]个?月(?:份|底|末)?(?![0-9一二三四五六七八九十]*日)"
)
"""A part of a year, which no report tells of again: 一季度, 上半年, 1至9月."""
DONE_OF_DUE = lazy_pattern(r"实际?(?P<what>\w{1,6})\Z")
"""实考47人, beside 应考47人."""
OPPOSITE = lazy_pattern(r"非(?P<kind>\w{2,8})\Z")
"""非学科类, beside 学科类: no third kind is left."""
NAMED_AGAIN = lazy_pattern(
    rf"(?:全年|{ALL_OF_US}|其中|而)?(\w{{2,8}}?)(?:案?件|总)?(?:数|量|额)?(?:总[量数额])?"
    rf"(?:同比|{SAID_OF_LAST_YEAR.pattern})"
)
"""What is counted, named again in front of last year's figure: 立案数较2023年的, 办件总量比上年."""
LATTER = lazy_pattern(r"[前后]者")
"""What takes up one of a list: 后者比上年下降15.9%."""
SEVERALLY = lazy_pattern(r"分别|依次")
"""What makes a list of changes belong to a list of figures."""
YEAR_FIRST = lazy_pattern(rf"(?:{ALL_OF_US})?((?:19|20)[0-9]{{2}})年(?P<what>[^,]{{0,12}})\Z")
"""A year in front of what is counted: 2024年办理."""
_RISEN = f"{changes.RISEN}|(?<=[上去]年|同期|同比|年度)(?:多|增)|(?<=[较比])(?:多|增)"
_FALLEN = f"{changes.FALLEN}|(?<=[上去]年|同期|同比|年度)(?:少|减|降)|(?<=[较比])(?:少|减|降)"
_BY = r"(?:(?:率|幅度?|比例|比)?(?:了|约|近|为|达到?)?)\Z"
GROWN = lazy_pattern(f"(?:{_RISEN}|{_FALLEN}){_BY}")
"""The words in front of a change."""
FALLEN = lazy_pattern(f"(?:{_FALLEN}){_BY}")
"""Those of a change downwards."""
AT_LAST = lazy_pattern(
    r"(?:年[底末]|目前|现在|如今|今年|当前|承诺|实际|平均|法定|(?:19|20)[0-9]{2}年|的)+\Z"
)
"""What stands between a step's word and where it ends: 压到｜年底的4380亩."""
BARE_CHANGE = lazy_pattern(
    r"\A(?:的?(?:水平|基础)上?)?(?P<what>[^,]{0,8}(?:[数量额案]|(?P<rate>[率度]|比例|占比)))?"
    r"(?:总体|整体|总数|同比(?:19|20)[0-9]{2}年|同比|环比|相比|相较于?|[较比](?:同期|年初)"
    r"|[较比于](?:上一?年|去年|(?:19|20)[0-9]{2}年)度?(?:同期|[底末])?"
    r"|与(?:上一?年|去年|(?:19|20)[0-9]{2}年)度?(?:同期)?相比"
    r"|均|分别|略有?|有所|又|再|共|的|，)*\Z"
)
"""What may stand in front of a change of the figures before it: 案件数同比, not 平均用时."""
CHANGE_COLUMN = lazy_pattern(
    rf"(?!.*(?:平均|环比|目标|计划|占比|比重|全国|{ALL_OF_US}|排名|位次|两年|三年|累计))"
    r".*(?:增减|增长|增幅|增速|降幅|升降|变化|变动|同比|涨跌|涨幅)"
)
"""The head of a table's column of changes from the year before; 环比增长 is of another time."""
OTHER_CHANGE = lazy_pattern(rf"占比|比重|环比|目标|平均|全国|{ALL_OF_US}|排名|位次|提速|提效")
"""What a cell says of a change that is none of its row's two figures."""
RATE_ROW = lazy_pattern(r"[率度]|比例|占比|比重|[%％]|百分")
"""What makes the numbers of a row shares, whose difference is no growth."""
RISING_COLUMN = lazy_pattern(r"增长|增幅|增速|涨幅")
"""One whose numbers are all of growth, unless a sign says otherwise."""
RISING_CELL = lazy_pattern(r"[增升涨高多+↑▲]")
"""What stands in a cell in front of growth."""
FALLING_CELL = lazy_pattern(r"[降减少低缩跌↓▼]|\A[ -]*-")
"""What stands in a cell in front of a fall."""
MINUS_CELL = lazy_pattern(r"\A[ ]*[-−－][ ]*[0-9]")
"""A fall that has a sign and no word."""
COUNTED_TO = lazy_pattern(r"(?:达到?|至|到|为|共|总数|总量)\Z")
"""What leads from a change to where it led: 较上年增加41件，达163件."""
FROM_HERE = lazy_pattern(
    rf"(?:由|从)(?:上一?年度?|去年|(?:19|20)[0-9]{{2}}年|{changes.AT_FIRST}|年初|法定|每[^,。;、0-9]{{1,4}}|[^,。;、0-9]{{1,6}}前)?"
    r"(?:同期|底|末)?的?\Z"
)
"""The words right in front of where a step begins: 投诉由."""
RISES_TO = lazy_pattern(r"增|提|上升|升")
"""A step upwards: 增至."""
FALLS_TO = lazy_pattern(r"降|下降|减|压")
"""A step downwards: 压减至."""
RANKED = lazy_pattern(r"名次|位次|排名|排位|排序|第")
"""What is better the smaller it is."""
RANKS = frozenset({"名", "位"})
"""Units of ranks."""
OF_THE_WHOLE = lazy_pattern(r"\s*其中(?:有|的)?\s*")
"""The words in front of a part of which nothing else is said: 其中36件."""
DONE_BEHIND = lazy_pattern(r"(?:已经?|现已)(?P<done>\w{2,4}?)(?:到位|完毕|完成|完结)?")
"""What was done with it, behind it: 36件已整改到位."""
OF_THESE = lazy_pattern(r"[^,;，；0-9]{0,16}[中里内]的?[,，]?(?:已经?|现|共)?有?")
"""The words behind a whole, in front of its part: 340卷案卷中，11卷; 52项事项中，已有49项."""
OUT_OF = lazy_pattern(r"\s*(?:其中|[^,，。;；0-9]{2,14}[中里])[,，:：]?")
"""What begins a sentence that takes up the whole before it: 审结案件中，."""
_OUT_OF_WHOLE = r"[^,，。;；0-9]{2,14}[中里][,，:：]"
_SEEN_BY = r"[从按][^,，。;；、0-9]{1,10}(?:看|分|划分|区分|统计)[,，:：]?"
TAKEN_UP = lazy_pattern(rf"。\s*(?:其中|{_OUT_OF_WHOLE}|{_SEEN_BY})")
"""Where a sentence begins so, behind another."""
OF_ABOVE = lazy_pattern(rf"(?:\A|[;；])\s*(?:其中|(?P<open>{_OUT_OF_WHOLE})|{_SEEN_BY})")
"""其中 that begins a sentence, or what follows a semicolon; 从类型看， alike.

`open`: 审结案件中，, behind which some may be left out or told twice.
"""
KIND_OF_IT = lazy_pattern(r"[^,，。；;]{0,8}[级类型档等]")
"""One of the kinds of a whole by its name: 评出A级, 政策类."""
OWN_THING = lazy_pattern(r"(?:案件|线索|问题|纠纷|事项|文件|企业|单位|项目|人员|合同)\Z")
"""What a fate is of, where it is told: 移送｜案件 is none of 行政许可."""
GRADED_AS = lazy_pattern("(?:共|其中)?(?:评[出为定]|获评?|定为|认定为?)")
"""In front of a grade and its figure: ｜评出｜优秀88卷."""
GRADES_TOLD = lazy_pattern(
    r"(?:\A|[,，])\s*(?:总体|整体|综合)?(?:案卷)?(?:(?P<best>优良)|优秀[、和与及]良好|(?P<least>良好|合格)(?:等次)?(?:及|和)?以上|(?<!不)(?P<passed>合格))"
    r"(?:等次|等级)?的?(?:案卷)?(?:率|占比|比例|占)(?:达到?|为|是|约)?\Z"
)
"""The name of a rate that takes in several grades: 优良率, 合格以上占."""
GRADES_SEVERALLY = lazy_pattern(r"优秀(?:等次)?[、和与及]良好(?:等次)?(?:案卷)?分别(?:为|有|是)?\Z")
"""In front of the first two grades, told together: 优秀、良好分别为｜90卷和102卷."""
IN_COURT = lazy_pattern("出庭")
"""Of some cases only somebody stands in court: 负责人出庭应诉34件次，胜诉30件."""
OF_A_TASK = lazy_pattern(
    r"[^,，。;；0-9]{0,6}[,，]\s*(?:已|超额|提前)*(?:完成|占|达到?|为|是)(?![^,，。;；]{0,8}(?:[二三四五两]年|累计|总|“))[^,，。;；()（）0-9]{0,10}(?:任务|目标|计划|指标)(?:数|量)?\s*[(（]?"
)
"""Between what was done and what was set: 1208户｜,完成省定任务(｜800户)的151%."""
SHARE_OF_TASK = lazy_pattern(r"[^,，。;；0-9()（）]{0,4}[)）]?\s*的")
"""Behind what was set, in front of the share."""
OUT_OF_THESE = lazy_pattern(
    r"[^,;，；:：0-9]{1,14}(?<![集期])中[,，]?(?:已经?|现|共|仅|只)?有?(?P<deed>[^,，。;；0-9有]{0,6})"
)
"""Between a whole and its part: 12个｜县区中有｜13个建立了制度, 24项｜任务中已完成｜26项."""
SAID_OF_THEM = lazy_pattern(
    r"(?:已|均|全部|都|建[立成了有起]|设立|配[备有齐]|持[有证]|取得|通过|达[到标]|合格|完成|实现|参[加与]|整改|办结|制定|出台|开展|落实"
    r"|优秀|良好|不)"
)
"""Behind the part, what is said of them, and no other thing that is counted (30个｜示范村)."""
AMONG = lazy_pattern(r"[^,，;；0-9]{0,8}[,，(（]?其中")
"""What makes a figure a part of the one before it."""
_COMES_TO = r"(?:仅|只)?(?:为|达|到|达到|有)?\Z"
ONLY_SHARE = lazy_pattern(rf"约?占(?:比|(?:总|全部|全年)[^,。;0-9]{{0,10}}的?)?{_COMES_TO}")
"""占比, 占总数的; 占全省的 is of another whole."""
RATE_NAME = lazy_pattern(
    r"([\w“”]{2,16})(?:率|比例)"
    r"(?:均?(?:达到|达|为|是|约|近|至|到|超过|超|提升至|提高到|提高至|稳定在|保持在|保持)?)?\Z"
)
"""The name of a rate in front of its value."""
SHARE = lazy_pattern(rf"占(?:比|(?:总|全部|全年|全)[^,。;0-9]{{0,10}}的?)?{_COMES_TO}")
"""占比, 占全部事项的."""
SHARES_SEVERALLY = lazy_pattern(r"占[^,。;0-9]{0,12}?(?:比例|比重|比)?(?:依次|分别)(?:为|是|达)?\Z")
"""In front of the first of several shares: 占全部火灾的比重依次为."""
SHARE_OF_KIND = lazy_pattern(r"(?<![的])(?:各|分别|依次)?占(?:比)?(?:为|是|达到?|约)?\Z")
"""In front of the share of a kind, no whole being named: 城管占, 其他占比."""
SHARES_APART = lazy_pattern(
    r"\s*[、,，和与及]?(?!其中|上年|去年|同期|比|较|同比|率)[^,，、;；。()（）0-9%]{0,14}?"
    r"(?:占(?:比)?(?:为|是|达到?|约)?)?|[、和与及]"
)
"""Between one such share and the next."""
NAMED_SHARE = lazy_pattern(
    rf"占(?!比|全国|{ALL_OF_US}|[^,。;0-9]{{0,8}}(?:目标|任务|计划))(?:全年|全部|本年|年度)?(?P<whole>[^,。;0-9]{{2,12}}?)(?:案?件?总?[数量额])?的\Z"
)
"""占审结数的, 占新登记市场主体的."""
ROW_OF_SHARES = lazy_pattern(r"[,、，](?:(?!其中|上年|去年|同期)[^,，、;；。(（中里内])*")
"""Between a share and the next part of its whole: no bracket, no other year, no 审结案件中."""
SHARE_OF = lazy_pattern(
    r"(?P<of>占(?!比)[^,，。;；]{1,16}?)的?(?:比例|比重)?(?:为|达|达到|约|[由从])?"
)
"""占全部事项的, a whole clause in front of a share."""
BEHIND_BRACKET = lazy_pattern(r"[^(]*[)]")
"""The rest of a bracket that closes before it opens again."""
OPENS_BRACKET = lazy_pattern(r"\s*\((?![^)]*\))")
"""A bracket right behind a figure, still open: 23件（废止15件、失效8件）."""
OPENS_LIST = lazy_pattern(r"\s*[^,，。;；:：、()（）0-9]{0,8}[(（]")
"""A bracket behind a figure or what it counts: 23件（废止, 12个乡镇（甲类."""
ADDED = lazy_pattern(r"加上|连同|加之|算上")
"""In front of what is added to the figure before it."""
TOGETHER = lazy_pattern(r"(?:全年|一|总)?共|合计|总计|累计")
"""In front of what they make: 受理268件，加上上年结转22件，共办理290件."""
TOTALLED = lazy_pattern(r"(?:合计|共计|总计)[^,。;0-9]{0,12}\Z")
"""In front of what two parts of a list make: 合计办理建议提案85件."""
NAMES_KINDS = lazy_pattern(r"[^,，。;；:：()（）0-9]{2,24}\Z")
"""The words in front of a total, kinds joined by 、 among them: 办理建议、提案."""
KINDS_JOINED = lazy_pattern(r"以及|[、和与及]")
LISTED = lazy_pattern(r"[、和及与]")
"""What parts two kinds of one list."""
LISTED_LATER = lazy_pattern(r"[、和及与]\s*\Z")
"""The same behind what the first of them counts: 19件｜人大建议和｜28件."""
REST = lazy_pattern(r"[、,]?(?:其[他它余]|剩余|.{0,6}及其他)")
"""What closes a list of parts."""

REST_TOLD = lazy_pattern(r"(?:其余|剩余|余下|还剩|尚余|剩下)的?")
"""The words in front of what is left of a whole."""
REST_STANDS = lazy_pattern(
    r"\Z|(?:问题|案件|事项)?(?:[正将按未已因于尚均在待限]|\Z|预计|继续|持续|计划|列入|纳入"
    r"|结转|转入|跨年|顺延|滚动|移送|转办|转至)"
)
"""What may stand behind it: how it goes on; 其余3个县 counts something else."""
INCLUDES_LAST = lazy_pattern(
    r"(?:含|包括|其中)[^,，。;；0-9]{0,6}(?:上一?年|往年|去年|历年|结转)|(?:上一?年|往年|去年|历年)[^,，。;；0-9]{0,4}结转"
)
"""Behind what is left: cases carried over are counted in it (含上年3件)."""
CARRIED_ON = lazy_pattern(
    r"(?:[尚仍还]?有)?结转(?:至|到|入)?(?:下一?年度?|明年|次年|下一?期|(?:19|20)[0-9]{2}年度?)?(?:继续)?(?:办理|答复|审理)?"
)
"""What is left for the year after, in front of its figure: 答复198件，｜结转下年｜15件."""
INCOMING = lazy_pattern(
    r"(?:上一?年度?|往年|去年|历年|以前年度|前期|(?:19|20)[0-9]{2}年度?)[^,。;；0-9]{0,6}(?:结转|转入|受理|未结|遗留)"
    r"|旧存|存量|积案|结转(?:来|入)|转来|(?:含|包括)[^,。;；0-9]{0,6}结转"
)
"""What came in before the year, so that more may be closed than was taken in."""
REST_BARE = lazy_pattern(r"(?:另?[有外]|尚有|仍有|还有|现有|目前)?")
"""What may stand in front of a count of what is not done yet: 办结79件，｜尚有｜3件正在办理."""
PENDING = lazy_pattern(
    r"(?:案件|事项|问题)?(?:正在|尚在|仍在|正|尚未|未|在)"
    r"(?:办理?|审[理结]?|处理|整改|推进|协调|办结|完成|化解|答复|结案)"
    r"|(?:案件|事项)?(?:结转|转入|跨年)"
)
"""What such a count says."""
DENIED = lazy_pattern(r"(?:(?:另?有|[尚仍还]有?|目前)?[未不](?:能|曾)?|非)(?P<kind>\w{2,6})")
"""What says of the rest that it is not so: 审结74件，｜尚未审结｜5件."""
UNDER_WAY = lazy_pattern(
    r"(?:[另尚仍还]?有)?(?:正在|尚在|仍在|在)(?:办理?|审理?|处理|整改|推进|协调|办结|化解)(?:中的?)?"
)
"""What is not done yet, in front of its figure: ｜正在整改｜8个."""
SETTLED_LEAD = lazy_pattern(r"\A(?:已经?|现已?|均|年内|全年|当年|目前|全部|共|截至年底|年底前)++")
"""What may stand in front of how many were done: 年内｜完成43项."""
_NO_STOP = r"[^,。;:、()\n|，；：（）]{0,16}"
BESIDE = lazy_pattern(rf"{_NO_STOP}[、和及与]{_NO_STOP}")
"""Between two figures of one row: 15个科室、8个直属单位, 7次和9次."""
BESIDE_OR_BEHIND = lazy_pattern(rf"{_NO_STOP}[、和及与,，]{_NO_STOP}")
"""Between two figures of a list that a comma may part: 驳回11件，撤回4件."""
BEGINS_LIST = lazy_pattern(
    rf"{_NO_STOP}(?:[,，:：]|—{{1,2}})(?!其中)(?:经[^,，。;:、()\n|；：（）]{{1,8}}[,，])?{_NO_STOP}"
)
"""Between a total and the first of a list: 214家｜企业开展评价，评出A级."""
TOTAL_TOLD = lazy_pattern(rf"{_NO_STOP}[,，]?\s*(?:合计|共计|总计|一共|共)")
"""Between a row and what it makes: 8个直属单位共; not 共有, which may tell of other things."""
YEAR_PART = lazy_pattern(r"(?:第?([一二三四1-4])季度|([上下]半年))(?:为|有)?\Z")
"""A quarter or half of the year, in front of its figure."""
WHOLE_YEARS = frozenset({frozenset("一二三四"), frozenset("1234"), frozenset({"上半年", "下半年"})})
"""Those that make a year."""

TOLD_WITHOUT = lazy_pattern(r"[^。;；]{0,4}(?:其[他它余]|剩余|另有|另外|部分|主要|以上|等)")
"""What follows a list that leaves something out on purpose: 其余为咨询类, 主要集中在以上领域."""


def is_parted(gap: str) -> bool:
    """Whether a semicolon stands between two figures."""
    return ";" in gap or "；" in gap


# ------------------------------------------------------------- words of a rate's deed

HEARD, AND_ANSWERED = "出庭", "应诉"
"""出庭应诉率 is counted by 出庭."""
CARRIED_OUT = frozenset({"", "了", "完成", "到位"})
"""Behind the deed that a rate counts, where nothing else is said of it."""
OF_ALL_KINDS = "综合"
"""In front of a rate that counts several deeds."""
POINTS = "百分点"
