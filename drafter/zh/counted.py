"""Words around a figure (数字前后的话): dates, comparisons, places, deadlines, joints of a list.

All patterns are for levelled text (`level`).
"""

from __future__ import annotations

import re

from drafter.zh import changes
from drafter.zh.lazy import lazy_pattern
from drafter.zh.names import ALL_OF_US, WE
from drafter.zh.relations import DATED, FROM_HERE

SENTENCE_END = lazy_pattern("[。;!\n]")
"""Where the words of a figure end for good."""
LISTING = lazy_pattern(r"[、,和及与 ]{1,3}")
"""What stands between figures that share their words."""
UNIT_SHARED = lazy_pattern(
    r"(?:[、,][ ]?[0-9]+(?:[.][0-9]+)?)*[ ]?[、和与及][ ]?[0-9]+(?:[.][0-9]+)?"
    r"(?=[%‰个件次项人名起份条])"
)
"""Behind a number whose unit stands behind the next one: 分别提高0.3|和2.1个百分点."""
JOINED = lazy_pattern(r"[、和与及,]+(?:(?:19|20)[0-9]{2}年(?:度|[底末])?的?)?")
"""What joins two figures of one thing: 98.6%｜和｜99.1%, 58%｜和2024年的｜82%."""
JOINT = lazy_pattern("[、与及]|和(?![解谐睦平])")
"""What stands between the nouns of a list."""
LEADING_DATE = lazy_pattern(
    r"(?:(?:19|20)?[0-9]{2}年(?:度|以来|[底末]前?)?|[〇零一二三四五六七八九十]{2,4}年度?|[0-9]{1,2}月份?(?:以来|[底初末])?"
    r"|截[至止](?:(?:(?:19|20)[0-9]{2}年)?[0-9]{1,2}月(?:[0-9]{1,2}日|[底末份])?|[^,]{0,8}?(?:日|月|底|末|目前))|近[二两三四五六七八九十0-9]{1,2}年来?)+"
)
"""A date in front of a noun phrase."""
VISITED = lazy_pattern(r"(?:深入|赴|前往|到|走进)[^,，。;；0-9]{2,24}?、[^,，。;；0-9]{2,24}")
"""Where something was done so many times, told in several words: 9次｜深入县市、部门调研."""
GOES_TO = lazy_pattern(
    r"(?:深入|赴|前往|走进)(?=[^,，。;；、0-9]{0,3}(?:一线|基层|企业|现场|[乡镇村县市区]|社区|部门|单位|园区|学校))"
    r"|到(?![场期会课访位岗达案庭校]|[^，,。；;]{0,4}率)(?=[^0-9，,。；;]{2})"
)
"""Where something was done so many times: 3次｜到乡镇现场调度."""
UNDERGOES = lazy_pattern(
    r"(?:均|都|已经?|先后|分别|依法)?(?:因[^,，。;；、0-9]{2,12}?)?"
    r"(?P<what>(?:被(?![告申])|受到|[正尚仍]在|新?(?:获得?|取得|考取)|新?通过(?=[^,，。;；、0-9]{0,14}?(?:考[试核]|验收|[评初终]审"
    r"|审[核查]|测[试评]|面试|认[证定]|评估|鉴定|资格)))[^,，。;；、0-9])"
)
"""What befell those that open their clause: 9人｜被问责, 6人｜受到表彰, 14人｜通过考试."""
LED_BY_MATTER = lazy_pattern(
    r"(?:就|对|为|围绕|针对)[^,，。;；0-9]{2,16}?"
    r"(?=(?:作出|做出|提出)(?!的)|进行|开展|召开|举行|听取|研究|调研|部署|调度|点评)"
)
"""What something was done about so many times: 6次｜就法治建设作出批示."""
COMPARED = lazy_pattern(
    r"(?<![同环])(?:比(?![由从为达是至到较])|较)(?:上一?年度?|去年|往年|前一?年|(?:19|20)[0-9]{2}年)?"
    r"(?:同期|全年|年?[末底]|年初|第?[一二三四]季度|[上下]半年)?"
)
"""较上年同期, 比一季度."""
YEARS_BEGINNING = lazy_pattern(r"(?:[比较]|\A)年初的?\Z")
"""比年初 in front of how many there were then."""
HIGHER = lazy_pattern(
    rf"(?:高|低|多|少|优)[于出](?:上一?年度?|去年|(?:19|20)[0-9]{{2}}年|全国|{ALL_OF_US}|年度?目标|目标)"
    r"(?:同期|全年|平均)?(?:水平|值)?$"
)
"""高于上年, 高出全省平均水平 in front of by how much."""
EACH = lazy_pattern(
    r"(?:(?:人|户|村|家|校|组|镇|件|案|店|企|县|亩|日|天|月)均"
    r"|\A(?:平均)?每[个名家件户所位]?(?:行政)?(?:村|社区|乡镇|镇街?|乡|街道|[县区市户人件案所站点名班校家]"
    r"|单位|部门|学校|企业|机构|[省市县乡镇]级机构|网格|[支大中]队)(?:\([^()]{1,4}\))?)\Z"
)
"""户均, 平均每村 in front of how much it is."""
TRAILING_YEAR = lazy_pattern(
    r"(?<=[一-鿿”》）)])(?<![较比与同于在上去])(?:(?:19|20)[0-9]{2}年(?:度|[底末])?|年[底末初])的?$"
    r"|(?<=[一-鿿”》）)])连续(?:[0-9]{1,2}|[两二三四五六七八九十]{1,3})[年月](?:均|都)?(?:保持|稳定)?在?$"
)
"""A year between what is counted and its figure: 复议案件2023年｜150件, 降至2024年的｜12件."""
UNTIL = lazy_pattern(r"(?<=[一-鿿”》）)])截[至止][^,]{0,8}?(?:日|月|底|末|目前)(?:累计|总?共|已)?$")
"""A day between what is counted and its figure: 企业诉求｜截至10月｜165条."""
MORE_THAN = lazy_pattern(
    r"(?:同比|环比|[较比](?:上一?年度?|去年|(?:19|20)[0-9]{2}年)?(?:同期)?)[多少][一-鿿]{0,3}\Z"
)
"""较上年少, 同比多查 in front of by how much."""
LAST_YEAR = lazy_pattern(
    r"(?:比|较|而|是|在|相当于)?(?:上一?年度?|去年|前年|往年|(?:19|20)[0-9]{2}年)(?:同期|全年|年?[末底]|年初)?的?"
)
"""上年同期的, 比上年末的."""
PLACED = lazy_pattern(
    r"(?:在|对|于)[^,。]{0,24}?(?:工作中|测评中|过程中|中|上|方面|期间|领域内)(?=[^,、])"
)
"""在…工作中: where something was done."""
ETC = lazy_pattern(r"(?<![平同初高中同均上下相特头])等(?![级次于额值同级分化奖功候]|待(?!遇))")
"""等 behind a list, not in 平等 or 等级."""
AT_FIRST = lazy_pattern(rf"(?:[将把]|\A)(?:{changes.AT_FIRST}|原定|先前|以前|过去|现行|原)的?\Z")
"""把原来的 in front of where a step begins."""
STEPPED = lazy_pattern(
    r"(?P<what>[^,。;、0-9]{1,10}?)(?:细化)?(?:整合|合并|归并|压减|压缩|精简|缩减|缩短|优化|调整|减少|降低|下降|提升|提高"
    r"|增加|增长|扩大|扩充|集成|简化|凝练|细分|划分|区分|拆分|拆解|分解|细化|量化|归纳|归类)[为成至到](?=[0-9])"
)
"""What a step behind its first number changes: 17类｜检查整合为9类."""
HANDED_ON = lazy_pattern(
    r"\A(?:移送|移交|转送|转交|转办|交办|报送|抄送)[^,。;、0-9]{0,8}(?:机关|法院|检察院|部门|监委|纪委|单位)\Z"
)
"""To whom things went, the verb in front: 移送公安机关｜11件."""
ADDED_FIRST = lazy_pattern(r"\A(?:加上(?!年|半年)|加(?=上年)|加之|连同|算上)")
"""In front of what is added: 加上｜上年结转."""
SENT = lazy_pattern(r"\A(?:向|报请?|提请|送)[^,。;、0-9]{2,14}\Z")
"""To whom things went: 向公安机关｜移送."""
DESCRIBED = lazy_pattern(r"[^,。;:、0-9]{2,16}、[^,。;:、0-9]{2,16}的(?=..)")
"""What they are like, between the number of some and what they are, told in two words."""
KINDS = lazy_pattern(r"其中|[^,。;、0-9]{2,10}中,")
"""What opens a list of kinds: 其中, 审结案件中，."""
WITH_PARTNERS = lazy_pattern(
    r"\A(?:累计|先后|多次|全年|共)?(?:与|会同|同(?![比期步类等一意时志城])|联合|协同|邀请)"
    r"(?:(?!建[立成]|签[订约]|搭建|成立|设立|上线|完善|打造|合作)[^,。;:0-9]){2,40}?"
    r"(?=(?:联合|联动|共同|协同|一同|一起|合力|携手)(?:开展|执法|检查|巡查|督查|排查|整治|行动|演练|化解|调[解处研]|处置"
    r"|研[究判]|论证|审[核查]|办理|查处|打击|普法|宣[传讲]|培训|发布|印发|出台|制定|举办|组织|推进|会商|走访))"
)
"""Those with whom something was done, in front of the deed: 与交警、城管｜联合执法."""
OURS = lazy_pattern(rf"(?:确认|核定|公布|梳理|编制){WE}(?=..)")
"""Whose what is counted is, inside a phrase: 确认我区｜政务服务事项."""
OF_FIELD = lazy_pattern(r"\A(?:重点)?(?:领域|行业|方面)的?(?=..)")
"""What stands between 等 and what is counted: 食品药品等领域｜行政处罚案件."""
ORGAN = lazy_pattern(
    r"\A[^、]{0,12}?(?:调解组织|调委会|(?<=[法政务乡镇议安])机关|(?<=[议裁解])机构|(?<=[议裁解])委员会"
    r"|(?<!跨)(?<!多)部门|法院|司法所|司法局)"
    r"(?=(?:新收|收到|接收|审结|破获|侦破|查[处获]|调解|调处|化解|排查|办理|审核|审查|审理|受理|公示|开展|组织|提供|出具|处理|接待|解答)[^、])"
)
"""Who did it, in front of the verb: 人民调解组织｜调解矛盾纠纷."""
DEED_LEAD = lazy_pattern(
    r"\A(?:新[立设增]\Z|被.\Z|新(?!闻|能|媒|区|型)|拟|决定|建议|予以|继续|宣布)"
)
"""In front of a verb that has no object: 新｜制定, 决定｜保留."""
DEEDS_JOINED = lazy_pattern("[、或与及]|和(?!解)")
"""What joins two deeds: 撤销、变更或｜确认违法."""
CARRIED_LEAD = lazy_pattern(
    r"\A(?:被(?:申请|提起)?|自查(?:自纠)?|自纠|(?:动态)?调整|挂牌督办|制定修订|排查整治)(?=..)"
)
"""What was done first with things to which another deed is told: 整改｜自查｜案件."""
BEYOND = lazy_pattern("超过|超出|不足|不到|长达|高达|以上|以下")
"""What measures those that are counted: 3件跨度超过五年的｜问题."""
SUMMING = lazy_pattern("共|累计|全年|先后|已经|总计")
"""What a verb with its figure follows."""
UNIT_IN_BRACKETS = lazy_pattern(r"[（(][^（()）]{1,8}[)）]\Z")
"""立案数（件）."""
DONE_EARLY = lazy_pattern(
    r"(?:[就便已均即]|全部|全面|全数|一次性?|圆满|顺利|高质量|按要求)*"
    r"(?:办[结复毕妥]|办理完[成毕]|完成|实现|达[标到成]|兑[现付]|交[付工]|竣工|完工|投[用产]|建成|销号"
    r"|整改|收官|答复|审[结毕]|结[案清]|清零|化解|腾退)"
)
"""Behind how much earlier: the deed that was done by then (提前20天｜全部办复)."""
OBLIGED = lazy_pattern(r"(?:须|应当?|要求|必须|确保|规定|承诺|力争|争取)[^,。;]{0,12}\Z")
"""提前 of what has to be, not of what was."""
PROMISED_EARLY = lazy_pattern(
    r"(?:法定|议题|上会|会前|拟提交|提请|(?:许可|审批|决策|服务)事项)"
    r"(?:(?!平均|实际|全部|均)[^,。;]){0,12}\Z"
)
"""提前 of a promise of service or of what comes before a meeting, each time the same."""
CHECKED_EARLY = lazy_pattern(r"(?:完成|办结)?[^,。;]{0,6}审[查核]")
"""Behind it: 提前10天｜完成审查, the rule of those who check."""
ALL_OF_THEM = ("全", "均", "圆满", "已", "便已", "就已")
"""Behind how much earlier, where it was all of those that were counted: a result."""
EVERY = lazy_pattern(
    r"每(?:[两二三四五六七八十0-9]{0,2}个?(?:周|月|季度?|年|天|日|旬)|半(?:个月|年))[^,。;、0-9]{0,8}\Z|每\Z"
)
"""每季度, 每两个月, 每2个月: a rule, no statistic."""
RANKED = lazy_pattern(
    r"(?:(?<![年月周期岁季])末|(?<![目之以此当日年提])前[ ]?|排名第?|位列|位居)\Z"
)
"""位列前, 考核末: a place, no amount."""
RATE_BEGINS = lazy_pattern(r"网上|线上|全程|当场|即时|按[时期]|一次|提前|承诺|上门|现场")
"""Where the name of a rate begins behind what it is of: 政务服务事项｜网上可办率."""
YEAR_OF_OBJECT = lazy_pattern(r"(?:19|20)[0-9]{2}年度?(?=[一-鿿])")
"""A year between a verb and its object: 参加｜2022年执法资格考试."""
PLACE_IN_ROW = lazy_pattern(r"中?(?:排名?|位[列居]|居|列)?第[一二三四五六七八九十]{0,2}[位名]?\Z")
"""The place among those counted: 261个地级市｜中排第, 8个街道｜第二位."""
AT_A_TIME = lazy_pattern(r"(?<=[至为到由从])(?:第?[一二三四]季度|[上下]半年)的?\Z")
"""When it was so much: 升至｜第四季度."""
TOURING = lazy_pattern(
    r"\A“[^“”]{2,20}”(?=(?:走[进遍]|深入|开进)[^“”]{2,40}(?:开讲|宣讲|巡讲|巡演|演出|授课)\Z)"
)
"""What goes from place to place: “法治讲堂”｜走进乡镇、园区开讲."""
TOLD_OF_LIST = lazy_pattern(r"(?:同比|环比|均|都|实现|呈|继续|保持|持续|“?双).*")
"""What the end of a list of nouns goes on with: 事故起数、死亡人数｜同比实现“双下降”."""
AND_ALSO = lazy_pattern("(?<![合撤兼归吞])并")
"""What a second deed begins with, not the end of 合并."""
FROM_STATUTORY = lazy_pattern(
    r"(?:[由从自比]|较)?(?:国家)?法定(?:时限|期限)?的?[0-9.]{1,4}(?:个?工作日|个?自然日|[天日]|小时)"
)
"""The term that a law sets, behind what was shortened: 审批时限｜由法定20日｜压缩至."""
STATUTORY = lazy_pattern(
    r"法定(?:的|(?:办理|审批|审查|答复|办结|受理)?(?:期限|时限|时间|期间)(?:的|为|是)?)?\Z"
)
"""In front of a time that a law sets: 法定的20个工作日, 法定期限60天."""
_PICKED = (
    "(?:镇街|街镇|乡镇|镇乡|街道|[县市]区|部门|单位|企业|地区|园区|社区|村|[大中支]队|[司派]\\w所"
    "|人员|干部|机构|医院|学校)"
)
QUOTED_DEED = lazy_pattern(
    r"“(?:最多|全程|就近|马上|掌上|网上|线上|一[次网窗站门]|[零0]|不见面|免|跨|秒|当日|限时|随时|即|应|快|立)"
    r"[^“”]{0,8}(?:[办结跑批通审报理取交证填]|一次|跑腿|申[请报]|材料|接触)”(?![的一-鿿])"
)
"""A quoted word that tells how it goes: 63项业务｜“最多跑一次”."""
FEWER = frozenset({"不足", "不到"})
"""Approximators of what is below a mark."""
FEWER_OF = lazy_pattern(rf"的[^,。;、0-9]{{0,4}}?{_PICKED}")
"""Whom a threshold picks out: 不足10件｜的镇街."""
PICKED_BY = lazy_pattern(
    rf"[^,。;、0-9]{{0,10}}?(?:不足|不到)[0-9.]{{1,6}}[^,。;、0-9的]{{1,3}}的(?P<what>[^,。;、0-9]{{0,4}}?{_PICKED})"
)
"""The same behind how many there are: 9个｜办案不足10件的镇街."""
AT_LEAST = lazy_pattern(r"不(?:得|能)?(?:少于|低于)\Z")
"""In front of the least that a rule asks for."""
BY_TWO = lazy_pattern(
    r"(?:以上)?(?:具有[^,。;]{1,12}的)?(?:行政)?(?:执法|工作|办案|调查|检查|监督|勘验)?人员|(?=[,。;]|执法|办案|检查|调查|亮证|同行|到场|参加|进行|实施|在场|共同|\Z)"
)
"""Behind 两名以上: by how many an act of enforcement is done."""
ADDED_STAFF = lazy_pattern(
    r"(?:新增|增加|招[聘录收]|引进|配备|充实|调配|选派|查[获处]|抓获|处罚|处理|培养|表彰)[^,。;]{0,14}\Z"
)
"""In front of people that were counted: 新招聘｜两名以上执法人员 is no rule."""
SCORED_FULL = lazy_pattern(r"(?:获得?|取得|均得?|得)满分\Z")
"""考核获满分｜10分 is a result."""
LIMIT_OF = lazy_pattern(
    r"的?(?:罚款|处罚|违法)?(?:企业|楼宇|项目|案件|工程|合同|单位|商户|大户|园区|村)[^,。;、]{0,6}?[0-9]"
)
"""Behind a limit, and how many there are beyond it: 1000万元以上｜的案件2起."""
REACHING = lazy_pattern(
    "(?:以上)?的?(?:罚款|处罚|违法)?(?:企业|楼宇|项目|案件|工程|合同|单位|商户|大户|园区|村)"
)
"""What an amount is a threshold of: 税收过千万元的｜楼宇."""
MEASURED = lazy_pattern(
    r"(?:压缩|缩短|平均|由|从|减少|提速|时长|时间|时限|用时|耗时|历时|为期|达到?|累计|共|培训|至|到)"
    r"[^,。;]{0,8}\Z"
)
"""What makes a time a result: 压缩至3天."""
DAYS_TAKEN = lazy_pattern(
    r"(?:平均|压缩[至到]?|压减[至到]?|缩短[至到]?|延长[至到]?|用时|耗时|时长|(?<!规定)(?<!法定)(?<!起)(?:时限|期限)|办理时间|办结时间"
    r"|(?<!应当)(?<!规定)(?<!一般)(?<!每次)(?<!依法)(?<!必须)(?<!月)(?<!日)公示)"
    r"(?:期|仅|只|均|为|了|达到?|约|需|由|从|满|时间|共|压缩[至到]|缩短[至到]|延长[至到]){0,3}\Z"
)
"""In front of so many days that something took: 决策草案公示｜30日."""
_MOVES = r"(?:上升|提高|提升|增加|增长|下降|降低|减少|[增升降])"
_SCORED = (
    r"(?:率|[满知认信透]\w度|指数|[得评均总]分|系数|增速|(?<![同环对相评])比|(?<!质)(?<!力)量|数)"
)
RATED = lazy_pattern(
    rf"{_SCORED}(?:仅|约|近|[由从自较比](?:上年|去年|(?:19|20)[0-9]{{2}}年)?的?|{_MOVES}?[为至到达是:]|达到|{_MOVES})?\Z"
)
"""What a number without a unit is the value of: 差评整改率｜100, 满意度由｜96.1, 案件数为｜1200."""
SCORED_NOW = lazy_pattern(
    rf"{_SCORED}[^,。;、]{{0,16}}{_MOVES}[了至到为]?(?:[今本]年的?|(?:19|20)[0-9]{{2}}年的?)?\Z"
    rf"|{_SCORED}[^,。;、]{{0,16}}[0-9],(?:同比)?{_MOVES}了?\Z"
    rf"|(?:[较比](?:上年|去年)|同比|环比)[^,。;、]{{0,6}}{_MOVES}了?\Z"
    r"|(?:高于|低于|高出|超过|领先)[^,。;、0-9]{1,10}\Z"
)
"""In front of a value with a point that one of them has now, or by which it moved: 提高到｜98.4."""
MOVES_TO = lazy_pattern(rf"{_MOVES}[至到为]")
"""Behind the value that it had before."""
_ROSE_OR_FELL = rf"(?P<way>{changes.CHANGED}|[多少])"
_SINCE = (
    r"同比|环比|[较比]前[一二两三四五0-9]年(?:平均(?:数|值|水平)?|均值)"
    r"|[较比](?:上一?年度?|去年)(?:同期)?|与(?:上一?年|去年)(?:同期)?相比"
)
SEVERAL_CHANGES = lazy_pattern(
    rf"(?:[两二三四]项?(?:指标|数据|数|者|项)|均)?(?:{_SINCE})?分别(?:{_SINCE})?"
    rf"{_ROSE_OR_FELL}了?"
)
"""In front of the first of several changes: 同比分别增长｜5.1%、下降9.7%."""
_A_YEAR = r"(?:上一?年度?|去年|前年|(?:19|20)[0-9]{2}年)"
SEVERAL_YEARS = lazy_pattern(
    rf"(?:分别)?[较比]{_A_YEAR}(?:同期)?(?:[、和与及]{_A_YEAR}(?:同期)?){{1,3}}(?:分别)?"
    rf"(?P<way>多出|少了|高出|{changes.CHANGED}|[多少])了?"
)
"""The same of one thing against several years: 分别比2021年、2022年多出｜17项和6项."""
NEXT_CHANGE = lazy_pattern(rf"[、,和及](?:(?:同比)?{_ROSE_OR_FELL}了?)?")
"""In front of the next of them, which may be one the same way: 分别增长5.1%｜、3.4%."""
_PEOPLE = r"(?:负责人|同志|领导|干部|代表|骨干|教师|民警|专家|律师|志愿者|人才|顾问|干警|[员长师])"
_WORDS = "[^,，。;；:：、()（）“”《》0-9]"
PEOPLE_LISTED = lazy_pattern(rf"{_WORDS}{{2,10}}[、和及]{_WORDS}{{2,12}}?{_PEOPLE}")
"""People of several bodies behind their number: 47名｜乡镇和县直部门党政主要负责人."""
PEOPLE_FIRST = lazy_pattern(
    rf"(?P<who>.*(?:{_PEOPLE}|职工|法官|检察官|书记|主任|助理|居民|村民|群众|学生|医生))"
    r"(?=轮[流值]|驻[点守]|座谈|述[法职]|旁听|值班|牵头|负责(?!人)|协助|带队|坐班|结对|包联|参[训考赛会])"
)
"""People, and behind them what they do: 12名｜律师｜轮流值班."""
ENDS_IN_PEOPLE = lazy_pattern(rf"{_PEOPLE}\Z")
"""A noun for people."""
OWNERS_END = lazy_pattern(
    rf"(?:{_PICKED}|{_PEOPLE}|镇|[县乡区市])(?:\([^()]{{1,6}}\)|（[^（）]{{1,6}}）)?\Z"
)
"""Those to whom something is done, in front of 的 and the deed: 对14个村（社区）｜的考核."""
LEASTS = frozenset({"不少于", "不低于", "不得少于", "不得低于"})
LEAST_SHARE = lazy_pattern(
    r"(?:不(?:得|能)?(?:少于|低于|超过|高于)[^,。;、]{0,8}|(?:每|各)[^,。;、]{0,12}"
    r"|(?:应当?|必须|须|不得|方可|按规定|按|减按|减免|免收|减收|减半|收取|按照)[^,。;、]{0,6})\Z"
)
"""In front of the share that a rule asks for: 不少于总人数的｜三分之一."""
OF_FRACTION = lazy_pattern(
    r"的?(?:[^,。;、]{0,4}(?:委员|成员|代表|票|户代表|业主|人数|群众|居民|村民|职工|住户|家庭)"
    r"|多数|同意|通过|表决|出席|比例|以上|[^,。;、]{0,12}(?:方可|才能))"
)
"""Behind a share that a rule asks for: 三分之二以上｜委员同意."""
SUMS_UP = lazy_pattern(
    r"(?:主要|核心|重点|关键)?(?:指标|数据|数字|比率)(?:均|都|同比|[比较]|分别|双双|位居|居|稳居|继续|再)"
)
"""Behind a number of figures just told: 两项｜指标分别增加."""
READ_OVER = lazy_pattern(r"(?:人大|常委会|大会)(?:会议|全体会议)?(?:经|先后)?\Z")
READING = lazy_pattern(r"审议后?(?:[^,。;]{0,4}(?:通过|批准|表决)|[,。;]|\Z)")
"""In front of and behind the readings of a law: 经省人大常委会三次审议后通过."""
RULE = lazy_pattern(
    r"以上|[^,。;；]{0,8}(?:应当|应该|必须|须|不得|之间|共同|亮证|同时|同行|同场|双人|一个|各自|都有)"
)
"""What a number of people or bodies is told with in a rule: 两名执法人员应当出示证件."""
COUNTED_BODY = lazy_pattern(
    r"(?:[市县区省镇]直|片区|派驻|基层|专项|综合|法治|联合|行政|自然)*(?:县|市|区|旗|镇|乡|街道|社区|村|部门|单位|机关"
    r"|学校|园区|(?:督[察查导]|检查|巡[察查]|工作|调研|指导|执法)[小分]?组|专班|中队|大队|司法所)"
    r"(?![域级别层民务分内外里面上下场家党际间之]|规章|犯罪|职能|以上|[一两三四五六七八九]个)"
)
"""Places and bodies, which small numbers count: 四个县（市、区）, 三个督察组."""
AVERAGED = lazy_pattern(r"(?:平均|均龄)[^,。;、]{0,12}\Z")
"""What makes an age a result (平均年龄48.6岁), not a group of people (60岁以上老人)."""
ITEM_MARK = lazy_pattern(
    r"\A(?:[①-⑳⑴-⒇]|[(（](?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})[)）]"
    r"|[0-9]{1,2}[.．、](?![0-9])|[.．]|(?:[一二三四五六七八九十]{1,2}|[1-9])是)[ ]?"
)
"""The numeral of an item inside a paragraph, or a stop before it: ①, （2）, 2., 二是."""

# ------------------------------------------------------------ words around a number

PROMISED = ("法定", "办结", "办好", "办成", "办理", "响应", "即办")
"""Behind a time that is promised: 3个工作日｜办结."""
EXTREMES = ("最快", "最短", "最长", "平均")
"""In front of a time that is a result."""
AHEAD = "提前"
"""In front of a time by which something is early."""
DEADLINES = (
    "内", "之内", "前", "后", "外", "以外", "之外", "以上", "服务", "计划", "行动", "工作制",
)  # fmt: skip
"""Behind a time that is a deadline or part of a name."""
WITHIN_LIMIT, UPWARDS = "以内", "以上"
"""Approximators that make a number a limit."""
FULL_MARKS, MARKS = "满分", "分"
SEVERAL = ("分别为", "分别达", "分别是", "分别达到", "分别")
"""In front of numbers that are told one by one."""
EXCEEDS, ABOUT_OR_OVER = "过", "约近超"
"""Between 达 and its number: 达到｜过, 约."""
ORDINAL_BEFORE = frozenset("第初周期星零〇一二三四五六七八九十百0123456789.届每")
"""In front of a Chinese numeral that counts nothing, or in the middle of a longer one."""
RANK_ENDS = frozenset("前 名第列居末")
"""What `RANKED` may end in."""
TWO = frozenset({"2", "两", "二"})
ONE, TEN = "一", "十"
ROUND = frozenset({"百", "千", "万", "百万", "千万", "亿"})
SUMMED_UP = (
    "有", "下", "下列", "这", "那", "上述", "前", "后", "各", "每", "分", "为", "即", "要", "好",
)  # fmt: skip
"""In front of a number that sums up what was named: 上述｜三项."""
CLAUSE_BEGINS = frozenset({"", "对", "有", "另有", "其中", "全县", "全市", "全区", "全镇"})
"""What may stand in front of a small number that begins its clause."""
JOINED_BY = ("对", "组成", "和", "与", "及", "向", "在", "、")
"""In front of bodies that are counted."""
DATE_BEGINS = frozenset("0123456789〇零一二三四五六七八九十截近")
"""What `LEADING_DATE` may begin with."""
EXTENTS = ("降幅", "增幅", "涨幅", "升幅")
SUCCEEDED = "成功"

# ------------------------------------------------- the phrase in front of a figure
# Few phrases hold what these patterns look for; to look for a character first that the pattern
# cannot do without takes a tenth of the time.


def is_prior_value(clause: str) -> bool:
    """Whether a clause only says of which year the value is: 2024年为."""
    return "年" in clause and DATED.search(clause) is not None


def without_lead(phrase: str) -> str:
    """The words without an item's mark, those who took part, and where a step begins."""
    if phrase[:1] in _ITEM_SIGNS or phrase[1:] == "是":
        phrase = ITEM_MARK.sub("", phrase, count=1)
    phrase = WITH_PARTNERS.sub("", phrase, count=1)
    phrase = ADDED_FIRST.sub("", phrase, count=1) if phrase[:1] in _ADDED_BEGINS else phrase
    if "由" in phrase or "从" in phrase:
        phrase = FROM_HERE.sub("", phrase)
    if "原" in phrase or "前" in phrase or "过去" in phrase or "现行" in phrase:
        phrase = AT_FIRST.sub("", phrase)
    return AT_A_TIME.sub("", phrase) if "季" in phrase or "半" in phrase else phrase


_ITEM_SIGNS = frozenset("（(.．0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽")
"""What the numeral of an item inside a paragraph begins with (①, （2）, 2.)."""
_ADDED_BEGINS = frozenset("加连算")


def as_carried(noun: str) -> str:
    """What is counted, without what was done with it before: 自查案件 → 案件."""
    return CARRIED_LEAD.sub("", noun, count=1) if noun[:1] in _CARRIED_BEGINS else noun


def what_befell(words: str) -> str:
    """What was done to those whom nothing else names: 被问责; '' where the words say another."""
    found = UNDERGOES.match(words) if words[:1] in _BEFALLING else None
    return words[found.start("what") :] if found else ""


_BEFALLING = frozenset("均都已先分依因被受正尚仍新获取通考")
"""What `UNDERGOES` may begin with."""


def after_deed_lead(words: str) -> str | None:
    """The verb behind 决定 or 新, '' where the words are a deed as a whole; None for others."""
    deed = DEED_LEAD.match(words) if words[:1] in _DEED_BEGINS else None
    return words[deed.end() :] if deed else None


_DEED_BEGINS = frozenset("新被拟决建予继宣")
"""What `DEED_LEAD` may begin with."""
_CARRIED_BEGINS = frozenset("被自动调挂制排")
"""What `CARRIED_LEAD` may begin with."""


def each_in(phrase: str) -> re.Match[str] | None:
    """户均, 平均每村 at the end."""
    return EACH.search(phrase) if "均" in phrase or "每" in phrase else None


def years_beginning_in(phrase: str) -> re.Match[str] | None:
    """比年初 at the end."""
    return YEARS_BEGINNING.search(phrase) if "年" in phrase else None


def without_time(phrase: str) -> str:
    """The words without the year, day or statutory time that they end in."""
    if "年" in phrase:
        phrase = TRAILING_YEAR.sub("", phrase)
    if "截" in phrase:
        phrase = UNTIL.sub("", phrase)
    return FROM_STATUTORY.sub("", phrase) if "法定" in phrase else phrase


def whole_name(phrase: str) -> str:
    """The name in marks that tells all: of what tours, or titles in front of 等."""
    if phrase.startswith("“") and (touring := TOURING.match(phrase)):
        return touring[0]
    opened, closed = phrase.find("《"), phrase.find("》")
    return phrase[opened:-1] if phrase.endswith("》等") and 0 <= opened < closed else ""


def last_etc(phrase: str) -> re.Match[str] | None:
    """The last 等 of a phrase."""
    found = list(ETC.finditer(phrase)) if "等" in phrase else ()
    return found[-1] if found else None


def without_place(phrase: str) -> str:
    """The words without where something was done."""
    is_placed = "在" in phrase or "对" in phrase or "于" in phrase
    return PLACED.sub("", phrase, count=1) if is_placed else phrase


def is_last_year(phrase: str) -> bool:
    """Whether a phrase is nothing but 上年同期的; a bare 2024年 may be the figure's own."""
    if "年" not in phrase or not LAST_YEAR.fullmatch(phrase):
        return False
    return not phrase[0].isdigit() or phrase.endswith(("期", "的"))


def higher_in(phrase: str) -> re.Match[str] | None:
    """高于上年 at the end."""
    return HIGHER.search(phrase) if "于" in phrase or "出" in phrase else None


def compared_in(phrase: str) -> re.Match[str] | None:
    """较上年同期."""
    return COMPARED.search(phrase) if "比" in phrase or "较" in phrase else None


def more_than_in(phrase: str) -> re.Match[str] | None:
    """较上年少 at the end."""
    return MORE_THAN.search(phrase) if "多" in phrase or "少" in phrase else None


def after_ours(phrase: str) -> str:
    """What follows 确认我区; '' where nobody names what is counted so."""
    found = list(OURS.finditer(phrase)) if "我" in phrase else ()
    return phrase[found[-1].end() :] if found else ""


def without_place_in_row(words: str) -> str:
    """The words without the place among those counted."""
    return PLACE_IN_ROW.sub("", words) if "第" in words else words
