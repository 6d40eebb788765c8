"""How titles, places and bodies (机关) are named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from drafter.zh.lazy import lazy_pattern
from drafter.zh.numerals import LOOK_ALIKES
from drafter.zh.page import any_of
from drafter.zh.sentences import sentence_at
from drafter.zh.spans import Spans
from drafter.zh.width import fold

HAN = "一-鿿"
"""Inside a character class: Chinese characters."""
LEVELS = "省市县区州旗镇乡"
"""Inside a character class: the last character of a place's name."""
OFFICES = "局委厅办院处队站所场"
"""The same of an office."""
OWN_BODY = rf"(?:[{LEVELS}盟{OFFICES}]|街道|中心|公司|单位|部门)"
"""What a report calls its own place or office, behind 我 or 本."""
WE = rf"我(?:们|{OWN_BODY})"
"""Who speaks in a report: 我们, 我乡, 我处."""
ALL_OF_US = rf"全(?:[{LEVELS}盟局]|街道)"
"""The whole of the place: 全县, 全州, 全街道."""
DOCUMENT_NUMBER = lazy_pattern(
    rf"\s*[{HAN}]{{1,16}}\s*[〔\[【（(［]\s*20\d\d\s*[〕\]】）)］]\s*第?\s*\d{{1,4}}\s*号"
)
"""发文字号 at the beginning of a line: 某政发〔2025〕9号."""
SEAL = lazy_pattern(r"\s*[（(](?:盖章|公章|印章|章|印)[）)]$")
YEAR_HEAD = lazy_pattern(rf"20\d\d|二[〇○零{LOOK_ALIKES}]")
"""How the number of a year of this century begins, Arabic or Chinese."""
YEAR_TAIL = lazy_pattern(rf"(?:{YEAR_HEAD.pattern}).{{0,2}}年度?$")
"""The same at the end of a line (某县人民政府2024年)."""
YEAR_LINE = lazy_pattern(rf"\s*[(（]?(?:{YEAR_HEAD.pattern}).{{0,2}}年度?[)）]?\s*")
"""A line with the year alone, as the last of a title: （2024年度）."""
SPEAKER = lazy_pattern(
    r"(?P<organ>[一-鿿]{2,24}?(?:人民政府|委员会|局|厅|办公室))"
    r"副?(?:县长|区长|市长|省长|州长|旗长|镇长|乡长|局长|厅长|主任|秘书长|书记)"
)
"""Who reads a report out: 某县人民政府副县长　某某."""
SPEAKER_LINE = lazy_pattern(rf"\s*{SPEAKER.pattern}[ 　]+\S{{1,3}}[ 　]?\S{{0,2}}\s*")
"""The same with the name behind a blank, on a line of its own."""
SESSION = lazy_pattern(
    r"\s*[—–(（-]{1,2}[^，。；]{0,20}日?在[^，。；]{2,60}(?:会议|全会|大会)上(?:的?报告)?[)）]?\s*"
)
"""Where a report was read out, under its title: ——2025年4月24日在某县…第二十七次会议上."""
TOPIC = lazy_pattern("法治[一-鿿]{2,6}建设")
"""What a title is on, beside 法治政府 and its like: 法治税务建设, 法治公安建设."""
SHORT_YEAR = lazy_pattern(r"(?<![第\d])(?P<digits>[12１２]\d)\s*年度?(?!\s*[来间内前后以])")
"""A year without its century: 某乡｜24年法治政府建设报告."""
BROKEN_YEAR = lazy_pattern(r"\d{0,3}年?度")
"""What a line begins with whose year is broken over its end: …关于2025年｜度法治政府…."""
TITLE_TAIL = lazy_pattern(r"\s*[（(](?![^）)]*[月日])[^（）()。，；]{1,12}[）)]$")
PAGE_STAMP = lazy_pattern(
    r"[^。，；,;]{0,40}?(?:https?://|www\.)[A-Za-z0-9./_-]{0,80}?[A-Za-z/]"
    r"(?=[^A-Za-z0-9./_-]|20\d\d\s*年)[）)]?"
)
"""What a website for documents prints right in front of a title: 某某文库www.….com."""
NOT_IN_TITLE = lazy_pattern(r"[，,。；！？;!?|｜>＞\[\]【】：:]|https?|www\.")
ABOUT = lazy_pattern(r"\s*关于")
BOOK = lazy_pattern(r"《[^《》]*》")
_NAMES_JOINED = r"(?:等|以及|及|和|与|、)*"
ASKS_FOR_REPORT = lazy_pattern("(?:法治政府|法治建设|依法行政)[^《》]*(?:总结|报告|情况)")
"""What a notice is on whose year is the report's: 《关于报送2024年度法治政府建设总结的通知》."""
OF_PLANS = lazy_pattern("计划|要点|安排|打算|思路")
"""What an annex is on whose year is the one after."""
YEAR_RANGE = lazy_pattern(r"(?:19|20)\d\d\s*年?\s*[-–—－~～至到]+\s*(?:19|20)\d\d\s*年?")
_ADDRESSEE_LENGTH = range(3, 61)
_NOT_IN_ADDRESSEE = lazy_pattern(
    r"[。！？；;：:《》\d]|如下|报告|标题|来源|日期|时间|工作(?!领导小组|委员会|小组|办公室|专班)|情况"
)
_ADDRESSEE_JOINT = lazy_pattern(rf"[、，,\s]+|和(?=[{LEVELS}])")
GENERIC_BODY = lazy_pattern(rf"[{LEVELS}局厅委](?:委|政府|人大|委员会|局|厅)?")
"""区政府, 省教育厅, 市委: names no particular body."""
PLACE_AND_BODY = lazy_pattern(rf"([{HAN}]{{1,8}}[{LEVELS}])(?:委|政府)")
PARTY_BESIDE = lazy_pattern(rf"([{HAN}]{{1,12}}?(?:[{LEVELS}]|街道))(?:党委|党工委)")
"""The first of two bodies of a place, with the place: 某镇｜党委."""
BODY_BESIDE = lazy_pattern("[、和与]?(?:人民)?(?:政府|办事处|管委会)")
"""The second of two bodies of a place: 某镇党委|、政府."""
DOUBLED_LEVEL = lazy_pattern(rf"([{LEVELS}])\1")
"""A slip of the pen: 某县县财政局."""
PARTY_BODY = lazy_pattern(
    rf"(中[{HAN}]{{2,20}}?(?:委员会|党委|党组|党工委|[{LEVELS}]委(?!员会)))(?=[{HAN}]{{2}})(?!全面依法|依法治|办公室)"
)
"""The Party's body at the head of a joint name without a joint (中共某市委某市人民政府)."""
NAME_END = lazy_pattern(
    rf"关于|[0-9]{{2,4}}(?:年|-)|二[〇零○{LOOK_ALIKES}][〇零○一二三四五六七八九{LOOK_ALIKES}]{{2}}|法治|依法"
)
"""Where the name of place or agency ends in a title: 下洋镇|2025年…, 清河县人民政府|关于…"""
_SUBJECT_VERBS = (
    "、|坚持|始终|认真|深入|学习|贯彻|全面|紧紧|严格|以|在|按照|落实|扎实|积极|党工委|切实|持续|围绕|政府|践行|践履|"
    "牢固|高度|主动|法治|把|聚焦|紧扣|二〇|牢记|锚定|立足|奋力|锐意|统筹|系统|大力|精心|结合|对照|坚决|强化|加强"
)
_PAPERS = "办法|方案|规定|细则|制度|清单|目录|规则|规程|指引|基准"


@lru_cache(maxsize=8)
def issued_names(verbs: tuple[str, ...]) -> re.Pattern[str]:
    """Names behind a verb of issuing or adding, `verb` or `adds`; or at a clause's beginning."""
    return lazy_pattern(
        rf"(?P<verb>^|(?:{any_of(verbs)})了?)(?:《[^《》]*》(?:[（(][^（()）]*[)）])?{_NAMES_JOINED})+"
        rf"(?:(?<=等)|(?<=及)|(?=$))"
        rf"|(?P<adds>(?:新增|增加|推出)了?)(?:“[^“”]*”{_NAMES_JOINED})+(?<=等)"
    )


LISTED_NAMES = lazy_pattern(
    rf"(?:《[^《》]*》(?:[（(][^（()）]*[)）])?{_NAMES_JOINED}){{2,}}"
    rf"|《[^《》]*》(?:[（(][^（()）]*[)）])?{_NAMES_JOINED}(?=\Z)"
    r"|\A[^，,。；;、《》“”]{1,12}(?<![平同])等\Z"
)
"""Several titles, or one right before a blank: 完成《某条例》《某办法》｜3件法规草案审查.

Or the last of several names before it: 金鑫、｜宏达等｜4家企业.
"""


def title_joint(title: str) -> int | None:
    """Where a long title is parted: before 关于, else before its year; None if nowhere."""
    for pattern in (ABOUT, YEAR_HEAD):
        found = pattern.search(title)
        if found and found.start() > 3:  # noqa: PLR2004 -- a line of two characters is no line
            return found.start()
    return None


def addressee_of(text: str, words: Iterable[str]) -> str | None:
    """The bodies of a line that is an addressee (`市委、市政府：`), without the colon; else None.

    Args:
        text: The line.
        words: One of them is in the name of every body that is written to.
    """
    bare = text.strip()
    if not bare.endswith(("：", ":")) or len(bare) not in _ADDRESSEE_LENGTH:
        return None
    names = bare[:-1].strip()
    if _NOT_IN_ADDRESSEE.search(names):
        return None
    organs = [name for name in _ADDRESSEE_JOINT.split(names) if name]
    telling = tuple(words)
    named = all(any(word in organ for word in telling) for organ in organs)
    return names if organs and named else None


COVER = lazy_pattern(
    r"(?:现|兹|谨)[将呈报把][^。]{0,80}(?:呈上|呈报|报上|上报|报送|呈送|审阅|审示|审查|查收)"
)
"""What a letter says that only hands a report over."""
_SPACED_YEAR = lazy_pattern(r"[ \u3000]*([0-9０-９]{4})[ \u3000]*(?=年)")


def close_years(text: str) -> str:
    """The text with its years in narrow digits, without blanks around them."""
    return _SPACED_YEAR.sub(lambda found: fold(found[1]), text)


_SPREAD = lazy_pattern(rf"(?:[{HAN}][ \u3000]+){{2,}}[{HAN}]|(?<=[{HAN}])[ \u3000]+(?=[{HAN}]$)")


def close_spread(title: str) -> str:
    """A title without the blanks that only spread its characters (法 治 政 府, 报　告)."""
    return _SPREAD.sub(lambda found: "".join(found[0].split()), title)


@lru_cache(maxsize=8)
def second_topic(plans: tuple[str, ...]) -> re.Pattern[str]:
    """What a title goes on with that is on the next year, too: 总结及2025年工作计划."""
    year = rf"(?:(?:{YEAR_HEAD.pattern}).{{0,2}}年度?|下一?年度?|明年)"
    return lazy_pattern(
        rf"(?:以及|及其|及|和|暨|与|、){year}[^，,。、]{{0,10}}?(?:{any_of(plans)})$"
    )


def title_ends(ends: Iterable[str]) -> re.Pattern[str]:
    """Where a title may end although words follow: before a blank, a year, or an addressee."""
    return lazy_pattern(rf"(?:{any_of(ends)})(?=[\s　]|{YEAR_HEAD.pattern}|[{HAN}、]{{2,30}}[：:])")


def sentence_subject(ends: Iterable[str]) -> re.Pattern[str]:
    """A body as the subject of a preamble's sentence, before a preamble's verb; group `name`."""
    return lazy_pattern(
        rf"(?:^|年度?(?:以来)?[，,]?|[，,。]|现[将就把]|将)"
        rf"(?P<name>(?!我|本|各|全|现[将就把]|将)[{HAN}]{{1,16}}?(?:{any_of(ends)}))"
        rf"(?=(?:[（(][^（()）]{{1,12}}[)）])?(?:{_SUBJECT_VERBS}|\d))"
    )


def named_government(governments: Iterable[str]) -> re.Pattern[str]:
    """A government that begins a clause, whatever it does; groups `name` and its `place`.

    Words in front (获得某县人民政府表扬) are taken for a part of the place: it must be known.
    """
    return lazy_pattern(
        rf"(?:^|[，,。])(?P<name>(?P<place>[{HAN}]{{1,12}}(?:[{LEVELS}]|街道))(?:{any_of(governments)}))"
        r"(?![的和及与、（(]|印发|出台|下发|发布|批准|同意|[^，,。]{0,4}(?:组|会议|办))"
    )


def commissioned_by(ends: Iterable[str]) -> re.Pattern[str]:
    """For whom a report is read out: 受某县人民政府委托, 我代表某镇人民政府; group `name`."""
    return lazy_pattern(
        rf"(?:(?P<for>受)|我谨?代表)(?P<name>[{HAN}]{{1,20}}?(?:{any_of(ends)}))(?(for)的?委托)"
        r"(?=[，,]?(?:现[将就向]|由?我?向|就|作报告|报告|汇报|将))"
    )


SELF = lazy_pattern(rf"[我本]([{OFFICES}{LEVELS}]|街道|中心|公司)(?![面位次着届])")
"""How a report speaks of its own body: 我局, 本街道."""
WHOLE = lazy_pattern(rf"(?<![健安保完周齐])全([{LEVELS}]|街道)(?![面位次着届域际程级街村场])")
"""How a report speaks of the whole of its place: 全县, 全街道."""
REPORTED_FOR = lazy_pattern(
    rf"现[将就]([{LEVELS}])(?:人民)?政府(?=20[0-9]{{2}}年|二[〇零○]|法治政府)"
)
"""Whose report it is, where no name is printed: 现将省政府2024年度法治政府建设情况报告如下."""
GOVERNED = frozenset((*LEVELS, "街道"))
"""What is governed; the other words of `SELF` are offices."""


def speaks_as(name: str, own: str, governments: tuple[str, ...]) -> bool:
    """Whether a body may call itself so: 某县医疗保障局 我局, 某乡人民政府 我乡.

    Args:
        name: Of the body.
        own: What `SELF` finds behind 我.
        governments: What the names of governments end in.
    """
    if own not in GOVERNED:
        return name.endswith((own, _WRITTEN_OUT.get(own, own)))
    places = PLACE.findall(name)
    return bool(places) and places[-1].endswith(own) and name.endswith(governments)


_WRITTEN_OUT = {"委": "委员会", "办": "办公室"}
_LEVEL_AND_BODY = lazy_pattern(rf"(?P<place>[{HAN}]{{0,8}}?[{LEVELS}])(?P<body>[{HAN}]{{2,}})")
"""县｜林草局, 某县｜林草局."""
_ONLY_PLACE = lazy_pattern(rf"(?:(?!局|委员会|与)[{HAN}]){{2,14}}")
"""A place in front of a body, no other body: 某省某县, 某新区人民政府."""


def abbreviates(short: str, full: str, forms: Mapping[str, Sequence[str]]) -> bool:
    """Whether a name is the same body's in full: 县林草局, 某县林业和草原局.

    Args:
        short: As printed; before its last part stands a place or only its level (县, 某县).
        full: With a place; it must be of that place, and no part of it may be another body.
        forms: Short forms with what they are written out as: 林草局 → 林业和草原局.
    """
    found = _LEVEL_AND_BODY.fullmatch(short)
    if found is None:
        return False
    for body in (found["body"], *forms.get(found["body"], ())):
        place = full.removesuffix(body)
        if place != full and place.removesuffix("人民政府").endswith(found["place"]):
            return _ONLY_PLACE.fullmatch(place) is not None
    return False


def document_author(ends: Iterable[str]) -> re.Pattern[str]:
    """A body at the beginning of a document's name: 《某局关于…》; group `name`."""
    return lazy_pattern(
        rf"[《〈<](?P<name>[{HAN}]{{2,24}}?(?:{any_of(ends)}))(?<!法治政府)"
        rf"(?!(?<=社)[会区]|(?<=委)[员托]|(?<=办)[公法理事])"
        rf"(?=关于|(?:20\d\d年度?)?[{HAN}]{{0,12}}(?:{_PAPERS}))"
    )


@lru_cache(maxsize=8)
def document_place(level: str) -> re.Pattern[str]:
    """A place of a level whose 法治 a document is about: 《2024年度某区法治工作要点》; `name`."""
    return lazy_pattern(
        rf"[《〈](?:20\d\d年度?)?(?P<name>[{HAN}]{{1,8}}?{level})"
        rf"(?<!城市|城镇|社区|小区|园区)(?<!示范区|试验区)(?=(?:全面)?(?:法治|普法|依法))"
    )


@lru_cache(maxsize=64)
def whole_name(short: str) -> re.Pattern[str]:
    """A name with its place where a clause begins with it: 某｜区人民政府; group 1."""
    return lazy_pattern(
        rf"(?:^|[\s，,。；;、》”]|年)((?:(?![我受代在向由报请对为以按及和与各本全原])[{HAN}]){{2,6}}?{re.escape(short)})"
    )


_NAME = "\ufdd0"
"""Stands for the name that is looked for: one pattern for all names, compiled once."""


@lru_cache(maxsize=8)
def _around_name(places: tuple[str, ...], endings: tuple[str, ...]) -> re.Pattern[str]:
    ending = f"(?:{any_of(endings)})?" if endings else ""
    return lazy_pattern(rf"(?:(?:[{HAN}]{{1,8}}?(?:{any_of(places)})){{0,3}}){_NAME}{ending}")


def fuller_names(
    base: str, text: str, places: tuple[str, ...], endings: tuple[str, ...]
) -> Iterator[str]:
    """Each `base` of a text with places before it and, where endings are given, one after it."""
    if base not in text:
        return
    pattern = _around_name(places, endings)
    marked = text.replace(base, _NAME)
    at = marked.find(_NAME)
    end = 0
    while at >= 0:
        # The places in front take a few dozen characters: no need to look at the rest of the text.
        found = pattern.search(marked, max(end, at - _LONGEST_PLACES))
        if found is None:
            return
        end = found.end()
        yield found.group().replace(_NAME, base)
        at = marked.find(_NAME, end)


_LONGEST_PLACES = 3 * (8 + 12)
"""Three names of eight characters, each with the longest word for a place."""
PLACE = lazy_pattern(
    r"(?![省市县区镇乡])[一-鿿]{1,10}?"
    r"(?:自治[区州县]|[省州盟县旗]|(?<!城)市|(?<!社)区|(?<![城和])镇|(?<!城)乡|街道)"
)
"""A place in the name of a body: 江南省, 云岫县; the 县 of 县司法局 is none."""
VARIED = lazy_pattern("开发|高新|经开|园区|新区|分局")
"""In the names of zones and branches, which one body writes in many ways."""
ANNOUNCED = lazy_pattern(r"\s*现[将就把]")
"""现将2024年…情况报告如下: the end of a preamble, no title."""


ERA = lazy_pattern(
    rf"习近平新时代(?!\s*中\s*国\s*特\s*色\s*社\s*会\s*主\s*义)"
    rf"(?:[{HAN}]{{0,6}}?(?:特色|社会主义)[社会主义]{{0,4}})?(?:思想|(?<=[色义主])(?=[，。；、]))"
    r"|(?<!习近平)新时代特色社会主义(?:思想)?"
)
"""The name of the guiding thought with some of its characters lost."""
_FORMER = lazy_pattern(
    r"原|前身|改革|曾|历史|撤销|整合|组建|合并|划转|划入|划归|更名|不再保留|挂牌|(?:19\d\d|20(?:0\d|1[0-8]))年"
)
"""What tells that a sentence speaks of former times: 撤销县工商局，组建县市场监督管理局."""
_OF_A_PLACE = lazy_pattern(
    r"(?:\A|[县市省州盟旗镇乡委府、，。；：（]|(?<![发新园景])(?<!管理)区)\Z"
)
"""In front of an office's whole name: 县｜环保局, no 生态环保局 and no 国家矿山安监局."""
_REACH = 4  # code points in front of a name


def find_slips(text: str, words: tuple[str, ...]) -> Iterator[str]:
    """Wrong words of a list, wherever they stand outside the titles of documents."""
    yield from (found[0] for found in _outside_titles(text, words))


def find_gone(text: str, words: tuple[str, ...]) -> Iterator[str]:
    """Names of offices of former times that a text does not tell as such (原工商局)."""
    named = groupby(_outside_titles(text, words), lambda found: sentence_at(text, found.start()))
    for sentence, names in named:
        if _FORMER.search(text[slice(*sentence)]):
            continue
        for found in names:
            if _OF_A_PLACE.search(text[max(0, found.start() - _REACH) : found.start()]):
                yield found[0]


def _outside_titles(text: str, words: tuple[str, ...]) -> Iterator[re.Match[str]]:
    if not words:
        return
    titles: Spans | None = None
    for found in _listed(words).finditer(text):
        if titles is None:
            titles = Spans(book.span() for book in BOOK.finditer(text))
        if not titles.hold(found.start()):
            yield found


@lru_cache(maxsize=8)
def _listed(words: tuple[str, ...]) -> re.Pattern[str]:
    return lazy_pattern(any_of(words))


_TITLE_BODY = lazy_pattern(
    rf"(?:关于)?(?P<body>[{HAN}、 　]{{2,40}}?)(?:关于)?(?:(?:19|20)\d\d|[二２][〇○零０])"
)
_OTHER_LEADERS = {
    own: lazy_pattern(
        rf"(?:^|(?<=[在，。；：、和及与按照经报由向]))(?:{other}委、?{other}政府|{other}委{other}政府)(?=[的，。；、坚正领统批同要部研决高])"
    )
    for own, other in (("县", "区"), ("区", "县"))
}
_LED_BELOW = {
    own: lazy_pattern(
        rf"(?:^|(?<=[，。；：、]))在(?P<who>[{below}]委(?:、?[{below}]政府)?)的?(?:坚强|正确|统一)*领导[下和、]"
    )
    for own, below in (("市", "县区"), ("州", "县市"), ("省", "州市县区"))
}


def body_of_title(title: str) -> str | None:
    """The body that a title begins with: 澄溪县人民政府｜2025年法治政府建设年度报告."""
    found = _TITLE_BODY.match(title.strip())
    return found["body"].strip() if found else None


def own_level(agency: str) -> str | None:
    """省, 市, 州, 县 or 区, where a body is that of such a place, and of nothing else."""
    places = PLACE.findall(agency)
    last = places[-1][-1] if places else ""
    is_known = last in _OTHER_LEADERS or last in _LED_BELOW
    is_own = "自治区" not in agency and not VARIED.search(agency)  # a zone may lie in a county
    return last if is_known and is_own else None


def leaders_of_other(text: str, own: str) -> Iterator[str]:
    """Leaders of another kind of place told as one's own: 区委、区政府 in a county's report.

    A city tells of its counties as well; only 在县委、县政府领导下 makes them its own.
    """
    if own in _OTHER_LEADERS:
        yield from (found[0] for found in _OTHER_LEADERS[own].finditer(text))
    if own in _LED_BELOW:
        yield from (found["who"] for found in _LED_BELOW[own].finditer(text))


COUNTY_LEVELS = "县区"
"""The levels of a county; an office of 县 has no 区委."""


def without_end(name: str, ends: tuple[str, ...]) -> str:
    """A name without the first of the ends that it has."""
    return next((name.removesuffix(end) for end in ends if name.endswith(end)), name)


def without_start(name: str, starts: tuple[str, ...]) -> str:
    """A name without the first of the beginnings that it has."""
    return next((name.removeprefix(start) for start in starts if name.startswith(start)), name)
