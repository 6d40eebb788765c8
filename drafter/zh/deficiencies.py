"""How deficiencies (不足) are led into, numbered, explained and answered in a sentence.

All patterns are for levelled text (`level`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.zh.lazy import lazy_pattern
from drafter.zh.names import ALL_OF_US, LEVELS, WE

MARKER = lazy_pattern(
    r"(?:[(][一二三四五六七八九十]{1,3}[)]|(?:[一二三四五六七八九十]{1,3}[是、]|[1-9]是)|(?:另)?一方面,?"
    r"|(?:第[一二三四五六](?![方批次轮期类种个条步年届名款项号章节位代线大手]|产业|责任|季度|阶段|时间)、?|首先|其次|再次|最后|另外|此外|同时)[,是]?|[(]?[0-9]{1,2}(?:[、)]|[.](?![0-9]))"
    r"|[①-⑳]|[—–-]{1,3}|[●◆■▪•○*])\s{0,4}"
)
"""What numbers or marks a deficiency."""
JOINED_ON = lazy_pattern(
    r"(?:(?:此外|另外|同时|与此同时|而且)[,]?(?:也|还)?|还(?=存在(?!差距|不足|问题|短板|一定)[^,]{4})|而(?=部分|个别|少数|一些|有的|不少))(?![为以])"
)
"""What links a deficiency to the one before it."""
OPENS_GROUND = lazy_pattern(
    r"(?:由于|因(?![此而为案公地人])|受(?!到|理)[^,，。;；]{1,20}(?:制约|限制|影响|所限|约束)\Z)"
)
"""A clause that says what the deficiency behind it is due to: 受经费制约，｜形式不够新颖."""
OTHER_SIDE = "另一方面"
"""What ends a list of two."""
LINK_AT_END = lazy_pattern(
    r"(?<=[。；;，,])(?:另?一方面|此外|另外|同时|与此同时|首先|其次|再次|最后)[，,：: 　]*\Z"
)
"""What leads to the deficiency behind and is nothing without it: 还有不少问题。｜一方面，."""
FIRST_ITEM = lazy_pattern(r"(?:一是|1是|一方面|首先|第一[,、是]|其一)")
"""What begins a list of causes: 究其原因，｜一方面是…。另一方面是…."""
ANNOUNCES_CAUSES = lazy_pattern(
    r"(?:主要)?(?:有|在于|是|包括|归结为|分为)?(?:以下|如下)?[几两二三四五]?[个点条]?(?:方面|因素|原因)?"
)
"""What is told of causes where they follow: 原因有｜以下几点."""
NUMBERED = lazy_pattern(r"[二三四五六七八九2-9]是|其次|再次|最后|另一方面|第[二三四五][,、是]")
"""The second and later of a list."""
_WHO = r"(?:我们)?"
ASIDE = lazy_pattern(
    rf"(?:但|不过|同时)?{_WHO}(?:也|还)?(?:要|应|应该|必须|应当)?(?:清醒)?(?:地)?(?:看到|认识到|注意到)"
    r"|一年来|回(?:顾|望|头看)[^,]{0,12}|当前|目前|在?[^,]{2,12}方面|从[^,]{2,24}看|在?(?:充分|总结|肯定)+[^,]{0,4}成[绩效果]的?(?:同时|基础上)"
)
LINKED = lazy_pattern(
    r"(?:但是|但|然而|不过|与此同时|同时|当前|目前|其中|尤其是?|特别是?|此外|另外|而且|并且|以及|另一方面|一方面)+"
)
SHOWN = lazy_pattern(
    r"(?:主要|突出|具体|集中)?(?:表现|体现|反映)(?:在于|在|为|有)|(?:主要|突出)(?:是|有|问题是)"
)
"""From here on the deficiencies themselves are told."""
TREND = lazy_pattern(
    r"(?:随着|面对|在|围绕|因|由于|对照|相较于|与|虽然|尽管|虽)|[^,]{3,24}(?:(?<![落滞靠前先最向往背事])后|以来|[与同和][^,]{2,20}相比)\Z"
)
"""A clause that gives the ground for the deficiency behind it."""
NOT_UP_TO = lazy_pattern(
    r"[与同和][^,]{2,30}(?:不(?:相|太|够|尽|完全)*(?:适应|匹配|符|称|协调)|(?:有|存在)[^,]{0,6}差距|(?:相比|比)[^,]{1,12})\Z"
)
"""What the matter before does not come up to: 执法力量不足，｜与承担的任务不匹配."""

FACED = lazy_pattern(
    r"(?:面对|遇到|遇有|碰到)[^,]{2,24}?(?:不[敢愿会善能想]|仍|还是|往往|习惯|缺乏|束手|推诿|回避|退缩|畏)"
)
"""What some people fail to do when it comes to it: 少数干部有畏难情绪，｜面对舆情不敢担当."""

_VAGUE = (
    r"(?:一些|一定|不少|诸多|较大|不小|很大|较多|许多|以下|如下|某些|明显|几个?|方面|多个|突出|薄弱"
    r"|短板|弱项|问题|不足|差距|困难|不(?:尽|够)?(?:如人意|完善|到位|理想|满意)|(?:做|抓|干)得|不够[好细实深]|跟不上|和|与|及|、|的|亟待|需要|有待|解决|破解|攻克|改进|重视|关注|值得)"
)
_TOLD_BARELY = (
    r"(?P<bare>(?:(?:差距|短板|弱项|不足|问题|困难|薄弱(?:处|点|环节)|欠缺|挑战)[和与、]?)+)(?:依然|仍然|依旧|仍|还|也|尚)*"
    r"(?:比?较为?|很|十分|相当|更为|客观)?(?:明显|突出|不少|不小|较多|很多|较大|很大|存在|凸显|大|多)\Z"
)
VAGUE_SUM = lazy_pattern(
    rf"(?:存在|有|面临|发现)着?{_VAGUE}{{0,10}}?(?:问题|不足|短板|差距|弱项|环节|困难|难题|距离|挑战|之处|(?P<spots>地方))"
    rf"(?:和|与|及|、|不足|问题|短板|差距|挑战){{0,3}}\w{{0,4}}\Z|{_TOLD_BARELY}"
)
"""The end of a sentence that only says that there are problems."""
TURNED = lazy_pattern(
    r"(?:\A|,)(?:但是?|然而|不过|可是|仍|还|也)|相比|对照|对标"
    rf"|(?:法治|依法行政|工作|{WE})[^,]{{0,6}}(?:还|仍|也|依然)"
)
"""What turns from the success to it: 但仍存在一些不足; 各地水平存在差距 is a deficiency itself."""
COMPARED = lazy_pattern(
    r"相比|对照|距离|对标|之外|的同时|虽然|虽|尽管|从.{2,12}看|看到|认识到|深知|一些|以下|如下|不少|不小|诸多|许多"
)
"""What such a sentence has besides: a comparison, a concession, a vague amount."""

_LEADS_UP = lazy_pattern(
    r"(?:但是?|然而|不过)?(?:与|同|和|跟|对照|对标|相较|相比|距离|从)(?!案|时|步).*|过去.{1,4}|一年来|回顾.*|看到.*"
    r"|[^,]{0,12}(?:虽然?|尽管).*|(?:说实话|实话说|坦率|客观|实事求是|总的|总体|整体)[地来上]*[说讲看]?"
)
"""A clause in front of such a sentence's end that compares, concedes, or says when."""
GAP = lazy_pattern(r"差距|距离|落差")
"""What a sentence that measures ends in."""
_AGAINST = lazy_pattern(r"与|离|距|(?<![共相不])同(?!时)|跟|相?较|比|对照|对标|按照?")
"""In front of what something is measured against: 与 of 与上级的要求."""
_OVERALL = lazy_pattern(
    r"[一-鿿]{0,12}?(?:管委会|党工委|办事处|人民政府|[局厅])|[一-鿿]{2}(?=法治)|我们|[全我本各][一-鿿]?[省市州盟旗县区镇乡街局厅委办队]道?"
    r"|[我本]?(?:单位|中心|系统|辖区)|法治|依法|行政|政府|机关|部门|乡镇|街道|建设|工作|治[省市县区镇]"
    r"|各项|各方面|方面|整体|总体|水平|成效|成果|成绩|进展|情况|质[量效]|能力|力度|深度|进[程度]|程度|自身"
    r"|目前|当前|现阶段|仍然?|还|也|依然|尚|都|均|但是?|然而|不过|可是|同时|虽然|尽管|推[进动]|过程中?"
    r"|清醒|[认意]识到|看到|[一-鿿]{2,8}[省市州盟旗县区镇乡](?=法治|依法|[各整总]|工作)|[的地在中里上和、“”\"]"
)
"""What is said of the whole: 法治政府建设工作, 我县, 总体水平."""

_ACHIEVED = lazy_pattern(
    r"(?:总[的体]来[看说],?)?(?:(?:19|20)[0-9]{2}年度?|一年来|过去一年|今年以来)?(?P<who>[^,]{0,24}?)(?:虽然?|尽管)?"
    r"(?:[已均都]?(?:取得|有)了?(?:一定|较[好大]|明显|积极|新|长足|阶段性|显著|一些|不[小少]|良好|可喜)?的?"
    r"(?:成效|成绩|成果|进展|进步|突破|提升)|(?:稳步|有序|扎实|持续|深入)推进)"
)
_SEEN = lazy_pattern(
    rf"(?:但是?|然而|不过)?,?(?:{_WHO}|[^,]{{0,4}})(?:也|还|更)?(?:要|应当?|必须)?(?:清醒|深刻|充分|客观)?地?(?:看到|认识到|意识到|注意到)"
)
_MEASURED = lazy_pattern(
    r"(?:但是?|然而|不过|仍)?(?:(?:与|同(?![类志时步级样])|和|跟(?!踪))[^,未不少难没]{2,40}?(?:相比(?:较|之下)?|比较|来看)"
    r"|(?:对照|对标|比照|相较于?)[^,未不少难没]{2,40}?(?:要求|期[盼待望]|标准|目标|任务|需[要求]|形势|来看))"
)
_ONLY_WHEN = lazy_pattern(r"(?:过去一年|一年来|今年以来|20[0-9]{2}年度?|当前|目前|但是|然而|不过)")


def leads_in(clauses: Iterable[str]) -> int:
    """How many clauses only concede success, see or measure: …取得成效，但与期盼相比，｜执法不严.

    None unless one of them concedes it of the whole (执法培训虽有成效，但… is of the training) and
    the last of them looks or measures: 法治建设稳步推进，但乡镇之间不平衡 is told as it stands.

    Args:
        clauses: Those of a sentence, without their commas.
    """
    conceded, led = False, 0
    for number, words in enumerate(clauses, 1):
        achieved = _ACHIEVED.fullmatch(words)
        if achieved and _is_made_of(_OVERALL, achieved["who"]):
            conceded = True
        elif _SEEN.fullmatch(words) or _MEASURED.fullmatch(words):
            led = number
        elif not _ONLY_WHEN.fullmatch(words):
            break
    return led if conceded else 0


_PROBLEMS = r"(?:问题|不足|短板|差距|现象|情况|弱项|困难)"
CAUSE = lazy_pattern(
    r"(?:究其|究|分析|产生|造成|导致|主要|根本|深层次?|客观|主观|其|上述|以上|这些|存在|出现|的"
    rf"|{_PROBLEMS}|之所以)*+(?:原因|成因|根源|根子|症结|病根)"
    r"(?:分析)?(?:主要|大致)?(?:在于|在|是|有|为|:|,|\Z|[^,]{0,4}所致)"
    rf"|之所以[^,]{{0,4}}(?:上述|以上|这些|此类|这样的){_PROBLEMS}|究其(?:缘由|根本|本质)"
)
"""The beginning of a clause that states a cause."""
TRACED = lazy_pattern(
    r"(?:(?:分析|归结|反思|剖析|深究|细究)起来|追[根本][溯求]源(?=,|是|在于)|归根[结到]底|说到底"
    r"|(?:从?深层次?|从?根[本子]上?|往深[里处])(?:来?看|来?说|来?讲|分析(?=,))|这(?:里面|里边|当中|其中|背后)(?=[^,]{0,3}有)"
    r"|(?:形成|造成|导致|出现)这(?:一|种|样一?种|样的?|些)?(?:局面|情况|状况|现象|问题|结果|被动局面|差距),"
    r"(?=(?:主要|根本|关键|既|有|也|与|还)))"
    r",?(?:主要(?:还)?(?:是|在于))?"
)
"""What goes back to the cause of a deficiency told before; alone it only opens a sentence."""
REASONED = lazy_pattern(
    r"这(?:些|主要|直接|也|都)*[与和跟][^。;]{2,80}(?:有关|相关|分不开|有直接关系|有很大关系)\Z"
    r"|既有[^。;]{2,60}[客主]观(?:因素|原因|条件|方面),(?:也|又|更|还)有[^。;]{2,60}[客主]观(?:因素|原因|条件|方面)"
)
"""The rest of a sentence that is a cause as it stands: 这与编制多年未作调整有关."""
SUMMED = lazy_pattern(
    rf"(?:产生|存在|出现|造成|导致|对|对于|针对|分析|剖析|反思|追溯)?(?:上述|以上|这些|此类|这类|存在的){_PROBLEMS}"
    r"|问题虽然?"
)
"""The beginning of a sentence about the deficiencies told before it."""
_UNEXPLAINED = lazy_pattern(
    r"原因(?:的)?(?:分析|剖析|查找|排查|研判|研究|把握|不明|不清)[^，,。；;：:]{0,8}(?:不|欠|缺|弱|少|浅|\Z)"
)
"""A deficiency that lies in not asking for causes (对投诉高发的原因分析不够)."""
_GROUND = lazy_pattern(
    r"受制于|受限于|受(?!到|理)[^，,。；;]{1,20}(?:限制|制约|所限|约束|影响)"
    r"|与[^，,。；;]{2,40}(?:有关|密切相关|直接相关|分不开)"
    r"|症结|归根[结到]底|说到底|使然|所致"
)
"""Words that give a ground without the word 原因."""
ANSWER = lazy_pattern(
    r"对此|为此|下一?步|今后|接下来|明年|下一?年度?"
    rf"|(?:(?:19|20)[0-9]{{2}}年,?)?(?:{WE}|{ALL_OF_US})?将"
    r"|(?:19|20)[0-9]{2}年,?(?:拟|要|计划)"
)
"""The beginning of a sentence that promises to mend them."""
REMEDY = lazy_pattern(
    rf"{ANSWER.pattern}|针对(?:上述|以上|这些|此|存在)|对(?:于)?(?:上述|以上|这些)"
    r"|以上(?:报告|情况)|请予?审议|谢谢"
)
"""The beginning of a sentence that no longer tells what is lacking."""
MENDED = lazy_pattern(
    r"(?:针对|对于?)?[^,;:。]{0,10}(?:上一?年度?|去年|20[0-9]{2}年度?)[^,;:。]{0,10}"
    r"(?:指出|提出|反映|查找|查摆|发现|列出|列举|梳理|存在)(?:出)?的[^,;:。]{0,6}(?:问题|不足|短板|差距)"
    r"[^;:。不未没]{0,20}(?:整改|解决|改进|整治|销号|缓解|改善)"
    r"(?![^,;:。]{0,8}(?:[不未没欠缺]|滞后|缓慢|较慢|困难))"
)
"""The beginning of a sentence on what was mended of last year's deficiencies, and how."""
TO_MEND = lazy_pattern(
    r"(?:还|仍|都|均|也)?(?:亟?需要?|亟待|有待|必须|应当?|要)(?:我们)?(?:在[^，,]{1,12}中|在?今后|进一步|切实|认真|高度|努力)*"
    r"(?:加以|予以)?(?:改进|加强|解决|完善|提升|提高|重视|克服|补齐|关注)(?:和?(?:改进|加强|解决|完善|提升|提高))?"
)
"""What closes such a sentence: 需要在今后的工作中加以改进."""
STILL_TO_DO = lazy_pattern(r"有待|[亟尚]待|(?:还|仍|尚|亟|需要?进一)[需步]")
"""What only sums up what is told of some behind it: 程序有待规范，少数卷宗取证不全."""
REGARDED = lazy_pattern(
    r"(?:回[头顾望][^,]{0,12},)?(?:[^,]{0,12}(?:成绩|成效|成果|进步|进展)[^,]{0,12},)?(?:但是?|不过|然而|同时)?(?:我们)?(?:存在的)?"
    r"(?:(?:问题|不足|短板|差距)(?:也|同样|依然|更|仍|仍然|还|绝|决)*不(?:能|容|可|应|得)(?:回避|忽视|忽略|小视|轻视|小觑|掩盖)"
    r"|(?:也|同样|绝|决)*不(?:能|容|可)?(?:回避|忽视|掩盖|忽略)(?:存在的?)?(?:问题|不足|短板|差距))"
)
"""A sentence that only says that problems are not passed over: 成绩是有的，但问题也不能回避."""
NAMES_THE_PART = lazy_pattern(
    r"(?:(?:法治政府建设|依法行政|工作|当前|目前|仍然?|我[省市县区镇街道局委厅]{1,2}|方面|中|推进|主要|突出|尚)*)"
    r"(?:存在|面临)?的?(?:主要|突出|一些)?(?:困难|问题|不足|短板|差距|薄弱环节|短板弱项|原因)"
    r"(?:困难|问题|不足|短板|差距|薄弱环节|原因|分析|主要|其|的|和|与|及|以及|、)*"
)
"""A heading that names the part and tells no shortcoming: 存在的问题和原因, 主要原因分析."""
COUNTED = lazy_pattern(r"(?<![0-9“])(?!(?:19|20)[0-9]{2}年)[0-9]")
"""A number that is no year."""
NAMED_FAULT = lazy_pattern(r"[“\"][^”\"]{1,16}[”\"](?:的)?(?:问题|现象|行为|情况)")
"""“新官不理旧账”现象 is a subject of its own."""
LOPSIDED = lazy_pattern(r"重[^,大点要]{1,8}[,、]?轻")
"""重建设轻管理 goes on about those who do so; 重大决策 does not."""
ATTRIBUTE = lazy_pattern(r"\w{2}[性力面率度]")
"""What is told of a matter named before: 宣传方式单一，｜吸引力不强."""
OCCURS = lazy_pattern(
    r"(?:存在|出现|有)[^,]{0,6}[“\"][^”\"]{1,16}[”\"](?:的)?(?:问题|现象|行为|情况|倾向|做法|苗头)\Z"
)
"""合法性审查还存在“先签后审”的情况 says what is wrong by its name."""
OF_ALL = lazy_pattern(
    r"(?:究其|产生|造成|导致|存在|出现|对|对于|针对|分析)*(?:上述|以上|这些)[^,。]{0,10}(?:原因|成因|根源|根子)"
)
"""The beginning of the causes of all deficiencies before it: 产生以上问题的主要原因."""
STATED = lazy_pattern(
    r"(?:究其|分析其?)?(?:主要|根本|深层次)?(?:原因|成因|根源|根子|症结)(?:主要)?(?:在于|在|是|有)?[:,]?"
)
"""What announces a cause, and is no part of it."""
IN_WHAT_RESPECT = lazy_pattern(
    r"(?:从[^,。;:、]{2,16}(?:来?看|来?说|来?讲|而言)|在?[^,。;:]{2,12}方面|就[^,。;:、]{2,16}(?:而言|来[看说讲])),?\Z"
)
"""What says of what side a deficiency is told, and is nothing without it: 从外部协同看，."""
_LINK = lazy_pattern(
    rf"{MARKER.pattern}|究其原因|分析其?原因|一方面|另一方面|此外|另外|同时|其中|回头看|但是?|然而|不过|以及"
    rf"|而且?|并且|尤其是|特别是|主要|表现|体现|具体|问题|不足|短板|原因|当前|目前|{WE}|本?[{LEVELS}局厅委]|仍然?|还|存在"
    r"|[是有在为之第其]|[一二三四五六七八九十]要?|[\W\d_①-⑳⑴-⒇㈠-㈩]"
)
"""A word between deficiencies that is nothing without them, a marker, a sign."""


def names_what_falls_short(whole: str) -> bool:
    """Whether it is one thing that is said to fall short: 执法人员能力与形势的需要还有差距.

    法治建设与上级要求还有差距 only leads in what follows.

    Args:
        whole: A sentence at whose end VAGUE_SUM matches.
    """
    found = VAGUE_SUM.search(whole)
    if found is None or not (GAP.search(found[0]) or found["bare"]):
        return False
    said = whole[whole.rfind(",", 0, found.start()) + 1 : found.start()]
    against = _AGAINST.search(said)
    return not _is_made_of(_OVERALL, said[: against.start()] if against else said)


def tells_of_all(whole: str) -> bool:
    """Whether a sentence that barely says 短板仍较突出 says it of the whole, compared or conceded.

    我县法治建设短板仍较突出; 与期盼相比，差距依然明显; not 农村法治建设，薄弱环节依然存在.
    """
    found = VAGUE_SUM.search(whole)
    if found is None or not found["bare"]:
        return False
    *before, said = whole[: found.start()].split(",")
    if not _is_made_of(_OVERALL, said) or not (said or before):
        return False
    return all(map(_LEADS_UP.match, before))


def _is_made_of(token: re.Pattern[str], words: str) -> bool:
    """Whether some words are tokens one behind the other; never tried in another way."""
    at = 0
    while at < len(words) and (found := token.match(words, at)):
        at = found.end()
    return at == len(words)


def tells_nothing(words: str) -> bool:
    """Whether some words only lead from one deficiency to another: 此外, 究其原因."""
    return _is_made_of(_LINK, words)


def mended_until(text: str) -> int:
    """Where a text on deficiencies is done with what was mended of last year's; 0 if it has none.

    Args:
        text: Levelled, of a passage.
    """
    told = MENDED.match(text)
    return (text.find("。", told.end()) + 1 or len(text)) if told else 0


def gives_ground(text: str, words: Iterable[str]) -> bool:
    """Whether a text on deficiencies says why they are there.

    Args:
        text: Of the whole part, as written.
        words: What is sign enough of a cause wherever it stands (原因, 导致).
    """
    told = _UNEXPLAINED.sub("", text)
    return _GROUND.search(told) is not None or any(word in told for word in words)


def all_answers(texts: Iterable[str]) -> bool:
    """Whether every one of some levelled texts begins with a promise to mend (我县将补齐短板)."""
    return all(REMEDY.match(text.strip()) for text in texts)


def only_leads(words: str) -> bool:
    """Whether a clause only leads into the next one: 一是, 但同时, 我们也清醒地看到."""
    bare = words.removesuffix(",")
    return any(pattern.fullmatch(bare) for pattern in (MARKER, LINKED, ASIDE))


# -------------------------------------------------------------- words by themselves

DEGREES = "还仍较比不够有待需进一步相对"
"""Characters of the adverbs between subject and predicate: 力量｜还较为｜薄弱."""
CAUSES = "原因"
LACKS = ("问题", "不足", "短板", "差距")
"""What a heading on deficiencies names, and one on their causes alone does not."""
BROUGHT_ABOUT = "所致"
"""Behind a cause, not in front of one."""
