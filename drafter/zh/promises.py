"""How promises (承诺) are led into, grounded and dated in a sentence.

All patterns are for levelled text (`level`).
"""

from __future__ import annotations

from drafter.zh.lazy import lazy_pattern

_BODY = (
    r"(?:局|委|办|院|厅|[省市县区镇乡州盟旗]|街道|单位|部门|处|所|会|政府|片区|开发区|新区|我们)"
)
_WHO = rf"(?:[^,。“”《》、]{{0,8}}{_BODY})?"
_WHEN = (
    r"(?:(?:19|20)[0-9]{2}年度?|[二〇零○一三四五六七八九]{4}年度?|今年|本年度?|明年|来年|新的一年里?|下一?步"
    r"|下一年度|下阶段|今后一段时间|今后|接下来)"
)
LEAD = lazy_pattern(
    rf"(?:{_WHEN},?(?P<whose>{_WHO})(?:将|要|拟|计划)?|(?P<who>{_WHO})(?:将|拟|计划))(?:继续|重点)?"
)
"""2025年我局将: when, and who promises."""
PUT_INTO = lazy_pattern(
    r"将(?!(?:继续|进一步|逐步|重点|着力)?[把对])[^,]{2,30}?(?:纳入|列入|作为|融入|列为|转化为|贯穿|延伸|嵌入|落实到|下沉|下放|挂钩)"
)
"""将 that stands in front of an object: 将依法治校情况纳入年度考核."""
LEADS_ONLY = lazy_pattern(
    rf"(?:{_WHEN},?)?(?:{_WHO})?(?:将|要|拟|计划)?(?:继续|重点|坚持|始终|牢牢|紧紧)*"
    r"(?:[以把][^,。;]{2,40}[为作][^,。;]{0,8}|(?:围绕|聚焦|紧扣|按照|根据)[^,。;]{2,40})?"
)
"""Who, when, and in what spirit, without what: 2025年我局将以…为主线."""
TO_COME = lazy_pattern(
    r"\s*(?:[一二三四五六七八九十1-9]是|第[一二三四五六七八九十],|[首其][先次],)?(?:"
    r"(?:下一?步|下一?阶段|今后|接下来|明年|来年|下一?年度?|新的一年)[里中起]?,?"
    r"(?!以来|[^,。]{0,10}(?:计划|规划|安排|打算)[^,。]{0,14}已|[一二两三四五六七八九十]+[周年月])"
    r"|(?P<year>20[0-9]{2})年(?:度|起)?,?[^,。]{0,8}(?:将|拟|计划|力争|要))"
)
"""A sentence on what is still to come: 下一步，我市将…."""
DONE_BY_THEN = lazy_pattern(
    r"(?:全部|全面|基本|正式|力争|确保|争取|予以|实现|率先|如期)*"
    r"(?:投入(?:使用|运行|运营)|投用|启用|(?:建成|竣工|完工|开工)(?:投用|使用|并投入使用)?"
    r"|完成(?:整改|验收|改造|报批)?|整改(?:到位|完毕)|上线(?:试?运行)?|试?运行|报[审批送]|落地(?:见效)?|见效|到位"
    r"|开馆|全覆盖|销号|印发|出台)"
)
"""Behind a day, what has then become of the thing before it: 建设二期项目，年底前|投入使用."""
AHEAD = lazy_pattern(
    r"(?:剩余|其余|余下|另有|还有|尚有|剩下)[^,。;]{0,40}?(?:力争|争取|计划|拟|将|预计|确保|顺延至|延期至|推迟至|延至)[^,。;()《》0-9—–-]{0,4}?"
    r"(?:明年|来年|翌年|次年|下一?年度?|(?P<year>20[0-9]{2})年)[^,。;()]*"
)
"""What a clause leaves for the year after: 剩余1件|力争明年一季度前化解."""
SLOGAN = lazy_pattern(r"在.{2,14}?(?:上|方面|中|面前)\w{2,8}|(?:做到|突出|把握|抓好)“\w{2,12}”")
"""在制度供给上再加力: a headline inside the sentence."""
_DEGREE = r"[^,、和。;]{1,8}?(?:标准|举措|力度|站位|作风|状态|姿态|担当|干劲|劲头|步伐|成效)"
_STANCE = (
    r"(?:(?:始终|继续)?坚持(?:问题|目标|结果|效果)导向|(?:紧盯|锚定|聚焦)目标|真抓实干|凝心聚力|踔厉奋发|勇毅前行"
    r"|以(?!落实|开展|实施|推进|推动|建设|完善|健全|贯彻|强化|深化|提升)[^,。;、以“《]{2,20}?为(?:牵引|保障|抓手|引领|契机|目标|主线|动力|支撑|统领|遵循|导向|指引|指导)|在更[高大深广][^,、]{1,6}上|锐意进取|攻坚克难|接续奋斗|喜迎[^,]{2,20}召开|坚定(?:不移)?走[^,]{2,20}道路"
    rf"|以(?:更|昂扬|饱满|务实){_DEGREE}(?:[、和,]{_DEGREE})*+)"
)
_GOAL = (
    r"(?:在更[高大深广][^,、]{1,6}上)?(?:奋力|全力|努力|扎实|全面|纵深|持续|不断|高质量)*(?:推动|推进|开创|谱写|书写|提升)[我本全]?[省市县区局]?"
    r"(?:法治政府(?:建设)?|[^,、]{0,4}法治(?:建设)?工作|[^,、]{0,4}法治建设|依法(?:行政|治[省市县区教校税水林企院医档])(?:工作)?"
    r"|法治(?!公园|广场|乡村|阵地|文化|社会|人才|宣传|队伍|长廊|机构|镇街|校园|企业|示范|环境|督察|教育基)[^,、]{2}建设)"
    r"(?:再?(?:提质增效|(?:率先|不断)?取得新的?(?:突破|进展|成效)|[迈再]?上新?台阶|走深走实|高质量发展|向纵深发展|新局面|新篇章))?"
)
_SPIRIT = (
    r"(?:深入|全面|认真|始终)*(?:学习)?贯彻(?:落实)?[^,《]{0,30}"
    r"(?:[大全]会|会议|十大|讲话|指示|思想)[^,《]{0,4}精神"
)
_HOPE = (
    r"(?:力争|争取|努力)[^,0-9《]{0,12}?(?:考[评核]|排名|位次|工作|建设)?"
    r"(?:进入|走在|位居|跻身|迈入)[^,0-9《]{0,8}(?:前列|先进行列|第一方阵)"
)
RESOLVE = lazy_pattern(
    rf"(?=[^。;]*{_STANCE})(?:[^,]{{2,30}}之年,)?(?:{_WHEN},?)?(?:[^,]{{0,10}}?[将要])?"
    rf"(?:(?>(?:坚持)?(?:{_STANCE}(?:、{_STANCE})*(?:{_GOAL})?|{_GOAL}|{_SPIRIT}|{_HOPE})(?=[,。]|\Z))[,。]?)+"
)
"""A sentence that only says with what resolve: 坚持问题导向，以更高标准推进法治政府建设."""
PLEDGE = lazy_pattern(
    rf"(?:{_WHEN},?)?[^,]{{0,10}}?将以(?:更|昂扬|饱满|务实){_DEGREE}[^,《0-9]*"
    r",为[^,《0-9]{2,30}(?:贡献[^,]{0,8}力量|[作做]出[^,]{0,8}贡献)"
    r"|(?:以上|上述)(?:各项)?(?:工作|任务),(?:[^,]{0,8}?[将要会])?"
    r"(?:列出清单|明确责任|压实责任|细化分工|挂图作战|倒排工期|逐项(?:分解|落实|推进)"
    r"|一[项件]一[项件]|件件|切实|认真|确保|抓[好实]|有?落[实地]|见效|到位|[、,])+"
)
"""The close of the plans, which promises nothing of its own: 以更实的作风…，为…贡献力量."""
DEADLINE = lazy_pattern(
    r"[在于]?(?:(?:19|20)[0-9]{2}年|[今明本]年)?"
    r"(?:年?底|年末|[0-9]{1,2}月(?:[底末]|[0-9]{1,2}日)?|[上下]半年|第?[一二三四]季度末?)[之以]?前(?!后)"
)
"""年底前: what follows is ticked off by itself."""
HANDED_ON = lazy_pattern(r"(?:向|报|送|对外|公[开布示]|投入|启用|备案|印发|上线)")
"""What is done with what was just made: 编制年报，于1月底前向社会公开."""
SPIRIT = lazy_pattern(r"坚持以|以习近平|(?:学习)?(?:宣传)?贯彻")
"""What guides the actions behind it."""
SPIRIT_STUDIED = lazy_pattern(r"[^,]{0,10}(?:学习|贯彻|领会|深学|学深|落实)[^,]{2,40}精神")
"""学习贯彻…精神: a promise only if nothing else is promised."""
STUDIED = lazy_pattern(
    r"(?:持续|不断|继续|全面|认真|组织|深入)*(?:学习|深学)(?:宣传|领会|研究)?(?:贯彻|宣传)?(?:落实)?"
    r"[^,以]{0,30}(?:思想|精神)(?:和[^,]{2,30}精神)?"
)
"""持续深入学习贯彻习近平法治思想: learning is an action, 贯彻…精神 alone is a spirit."""
RESOURCES = lazy_pattern(
    r"(?:打算|计划)?(?:积极|主动|多方|努力)*(?:"
    r"(?:[向与同和][^,]{1,12})?(?:积极|主动)?争取[^,]{0,6}(?:编制|资金|经费|支持)"
    r"|(?:[与和]|同(?![步时意]))[^,]{2,12}?(?:积极|主动|的)*(?:沟通|对接|协商)(?:协调)?)"
)
"""What is sought for the action behind it: 积极争取编制，充实执法队伍."""
LAW_OBEYED = lazy_pattern(r"\w{0,8}贯彻(?:落实|实施|执行)?\w{0,8}《.{2,60}》")
"""贯彻实施《行政执法监督条例》: a law to be carried out is an object of its own."""
AWAITED = lazy_pattern(r"(?:待|等到?)[^,]{3,30}(?:之?后|时)|由[^,]{2,16}(?:牵头|负责|主导)")
"""When something is to be done, or who leads it: 待上级规划出台后，制定实施方案."""
BY_WHOM = lazy_pattern(
    r"由(?:(?![局委府厅办院组织])[^,]){0,8}?(?:骨干|专人|人员|成员|律师|领导|干部|法官|民警|[长员])(?![期远])(?=[^,]{4})"
)
"""Who does what was just promised, and how: 建立办案小组，由业务骨干包案指导.

Persons only: what a body does (由司法局组织考试) is a promise of its own.
"""
EXPLAINS = lazy_pattern("即|包括|如|例如|特别是|尤其是|主要是|其中|也就是")
"""A clause that only explains the one before it."""
TARGET = lazy_pattern("力争|力求|争取|努力实现|务求")
"""A clause with a number behind it is a target."""
TARGETED = lazy_pattern(rf",(?=(?:并|且)?(?:{TARGET.pattern})[^,]*[0-9])")
"""What parts an action from the number that it is to reach."""
IS_THE_YEAR = lazy_pattern(r"是[^,]{2,40}之年\Z")
"""2026年是“十五五”开局之年."""
LEAD_IN = lazy_pattern(
    r"(?:重点|主要|着力|突出|将从|从以下|抓好|做好|围绕)[^。]{0,20}(?:工作|方面|任务|几点|事项)"
)
"""A paragraph or sentence that only announces what follows."""
ANNOUNCES = lazy_pattern(
    r"(?:将|要)?(?:重点|着力|突出|主要|集中精力|全力|认真|扎实)*(?:抓好|做好|抓实|办好|推进|完成|开展|实施|突出)"
    r"(?:以下|下列|如下)?[一二两三四五六七八九十几0-9]+(?:个|大|件|项|点)(?:方面|重点|大|实)*(?:工作|任务|事项?|方面|重点)?\Z"
)
"""重点抓好三件事: what follows is told sentence by sentence."""
OFTEN = lazy_pattern(
    r"(?:并|且)?每个?(?:半年|年度?|季度?|月|周|学期|旬)(?:"
    r"(?:至少|不少于)?(?:安排|组织|开展|召开|举办|进行)?(?:至少|不少于)?[一二两三四五六七八九十0-9]+[次场期轮回](?:以上)?"
    r"|(?:抽查|调度|通报|督查|督导|检查|评查|复盘|汇总|更新|公布|分析|研判|[、和并])+)"
    r"|(?:并|且)?全年\w{0,4}?(?:不少于|不低于|至少|超过|达到?)?[0-9]+\w{1,3}"
)
"""How often, or how many a year, without an object: 每季度抽查通报, 全年培训不少于200人次."""
COMES_OF_IT = lazy_pattern(
    r"(?:并|从而)?(?:尽量|努力|着力|力争)*(?:把|将)[^,]{2,24}"
    r"(?:(?:化解|解决|消除|处置|控制|稳控|吸附|遏制)在|[留用放摆花投](?:给|在|到|向|于))[^,]{2,12}"
    r"|\w{0,6}结果(?:与|和|同|在|全部|及时|统一|作为)[^,]*(?:挂钩|通报|公开|运用|依据|参考)"
    r"|(?:发现|对)[^,]{0,8}问题(?:的|要)?(?:及时|第一时间|立即|限期|当场)[^,]*"
    r"|(?:凡|(?!对)[^,]{2,24}一律)[^,]*"
    r"|(?:补齐|补上|弥补)[^,]*(?:短板|弱项|不足|空白)|(?:充分)?调动[^,]*(?:积极性|主动性|热情)"
    r"|(?:坚决)?(?:守住|兜牢|兜住)[^,]*(?:底线|红线|防线)|寓[^,]{1,8}于[^,]{1,8}|以[^,]{1,5}促[^,]{1,12}"
    r"|(?:着力|切实|有效)?(?:解决|破解)[^,]*(?:问题|难题|矛盾|瓶颈)|打通[^,]*(?:壁垒|梗阻|瓶颈|最后一公里”?)"
    r"|推动[^,]{0,8}问题整改[^,]*|为[^,]{2,12}提供[^,]*(?:服务|支撑|支持|保障)|(?:不断|进一步)?扩大[^,]{1,5}(?:范围|面)(?:[和、]影响力)?"
    r"|未[经按][^,]*(?:不得|不予|一律不)[^,]*"
)
"""What comes of an action, or how it is done: 把矛盾化解在基层, 结果与考核挂钩, 进度一律公开."""
EXCEPTION = lazy_pattern("除[^,]{2,40}(?:外|之外|以外)|凡[^,]{2,40}")
"""除依法不能公开的情形外, 凡涉及群众利益的: stands in front of what it limits."""
AIM = lazy_pattern("为了?")
"""In front of a verb, at the beginning of a sentence: 为巩固成果, what is done stands behind."""
KEEPS_UP = lazy_pattern("坚持[^,]*(?:制度|机制|例会|安排)")
"""坚持每季度集中学法制度: kept up, and no mere spirit."""
OPENING_TOPIC = lazy_pattern(r"\s*[一-鿿“”、]{4,14}。(?=[^。]{8})")
"""A few words and a full stop in front of a sentence: 提升执法效能。落实…."""
CLAUSE_END = lazy_pattern("[,;。:]")
"""What parts the clauses of a paragraph."""
BRACKETED = lazy_pattern(r"[“\"《]")
"""A name."""
DIGITS = lazy_pattern(r"[0-9]")
"""A number."""
YEAR = lazy_pattern(r"(?:19|20)[0-9]{2}年|二[〇零○][一二三四五六七八九〇零]{2}年")
"""A year."""
ACTING_PREFIX = lazy_pattern(r"(?:将|把|对|就|向|请).{2,40}")
"""An object put in front of its verb: 将法治教育纳入…."""
FOR_WHOM = lazy_pattern(
    r"为[^,]{2,16}(?:派驻|配备|配齐|配强|安装|建立|设立|购买|发放|开设|增设|选派|聘请|提供(?=[^,]*[0-9“]))"
    r"(?![^,]*(?:支撑|保障|遵循|支持)\Z)[^,]{2,}"
)
"""Who is given something: 为12个行政村派驻“流动律师”; no purpose, as 为企业发展提供保障 is."""
GOES_THERE = lazy_pattern(
    r"(?:深入|走进|走入|进驻|前往|赴|到|进)[^,]{2,30}?(?:开展|举办|组织|进行|提供|宣讲|宣传|普法|送)[^,]{2}"
)
"""Where something is done: 深入工地、出租房开展专场普法."""
ONGOING = lazy_pattern(r"不断提|确保|为|促进|保障|推动全|推动形成")
"""The beginning of a purpose, however much it looks like setting something up."""

QUOTED = lazy_pattern(r"[“\"][^”\"]{1,30}[”\"]")
"""A slogan or name in quotation marks."""
NAMED_DEED = lazy_pattern(
    r"[“\"][^”\"]{1,30}[”\"]\w{0,8}(?:活动|行动|工程|项目|品牌|计划|机制|制度|模式|专栏|课堂|夜校|讲堂|平台"
    r"|专线|样本|驿站|基地|队|库|码|禁令|清单|集市|节|赛|会诊)"
    r"|(?:制定|编制|出台|印发|修订|发布)[^,]{2,30}(?:计划|方案|规划|标准)\Z"
    r"|(?:开设|打造|设立|举办|组建|推行|开展)\w{0,10}[“\"][^”\"]{1,30}[”\"]"
)
"""Something with a name of its own that can be looked for: “法援惠民生”活动."""
OCCASION = lazy_pattern(
    r"以[^,]{2,40}为(?:契机|抓手|牵引|引领|主线|载体|目标|导向|重点),?|为(?:唱响|擦亮)[^,]{2,40}"
)
"""Means, whose names are not what is promised."""
