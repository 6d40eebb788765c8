"""Years before the report's that are only compared with (2023年100件，2024年130件).

In the next report such a year moves on with the report year; that of a deed of its own stays.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from msgspec import Struct

from drafter.zh import changes
from drafter.zh.dates import YearAt, find_years
from drafter.zh.lazy import lazy_pattern
from drafter.zh.names import ALL_OF_US, WE
from drafter.zh.sentences import sentences

PairKind = Literal["against", "from", "valued", "parallel", "listed"]

_NUMBER = r"(?P<number>[约近超逾仅]?\d[\d.,，]*[万亿千百]?[余多]?)"
_UNIT = r"(?P<unit>[^\d\s，,。；;：:、（()）〔〕《》“”])"
_PERIOD = r"(?:度|同期|全年|全市|年?[底末])*"
AGAINST_BEFORE = lazy_pattern(
    r"(?:[比较]于?|(?<![年度、])[与同和]|超过|[高低多少优好]于|不及|对比)\s*$"
)
"""Right before the year compared with."""
FROM = lazy_pattern(r"[由从自]\s*$")
"""Right before the year that a step begins with."""
_STEP = lazy_pattern(
    rf"[^。！？；;]{{0,24}}?\d[^。！？；;]{{0,24}}?(?:{changes.STEP_SIGNS}|发展|拓展|调整|变)"
    r"[^。！？；;，,\d]{0,4}[至到为达]"
)
"""的100名增至: the year before is where a step begins."""
_GROUND = lazy_pattern(
    r"(?:同期)?的?(?:[\d.]+[^\d，,。；;]{1,4})?的?基础上|为(?:基期|基数|基准|参照)"
)
"""在2023年620件的基础上, 以2023年为基期."""
RATIO_LEAD = lazy_pattern(r"(?:是|为|相当于|等于|达到?|不到|不足|超过?|接近|约)\s*$")
"""是 (上年的1.6倍)."""
_RATIO = lazy_pattern(rf"{_PERIOD}(?:总量|总数|数量)?的[约近]?(?:[\d.]+\s*(?:倍|%|％|成)|[两几]倍)")
_VALUED = lazy_pattern(
    rf"\s*{_PERIOD}的?(?:这一|该|相应|此项)?(?:数字|数据|数值?|比例|比率|指标)?"
    rf"(?:则|仅|只|才|均|都|各|分别|依次)*(?:有|为|是|达到?|系)?(?:分别)?(?:[:：])?\s*{_NUMBER}\s*{_UNIT}"
)
"""年为170件, 年分别为123件、110件; with nothing that says what is counted."""
_SAID = lazy_pattern(r"[有为是达系:：别]")
_BRACKET_BEFORE = lazy_pattern(r"\d[^\d，,。；;（(]{0,6}[（(](?:其中|而|，)?$")
_SAME_PERIOD = lazy_pattern(rf"\s*度?(?:全年)?同期[^\d，,。；;]{{0,14}}?{_NUMBER}\s*{_UNIT}")
_TOLD = lazy_pattern(rf"\s*(?P<words>[^\d，,。；;：:（()）《》“”]{{0,24}}?){_NUMBER}\s*{_UNIT}")
"""What is counted in a year, and how many."""
_ENDED = lazy_pattern(r"[^\d，,。；;、（()）\s]{0,4}(?:[，,。；;、（()）和与及]|$)")
"""The value closes its clause: 2023年有3个乡镇获评 is a deed."""
_LISTED = lazy_pattern(r"\s*[、和与及]\s*$")
_COMPARES = lazy_pattern(
    r"(?:\s*[、和与及]\s*\d{4}年度?)*[，,]?[^，,。；;]{0,30}?(?:分别|依次|相比|比较|对比)"
)
SEVERAL_YEARS = lazy_pattern(
    r"(?:(?:近|这|过去)(?P<size>[二两三四五2-5])年(?:来|间|里)?"
    r"|(?P<first>20\d{2})年?(?:以来|(?:至|到|—|-|－|–)(?P<last>20\d{2})年))"
    r"[，,]?[^，,。；;]{0,30}?分别[^\d，,。；;]{0,6}(?=\d)"
)
"""近三年…分别为, 2022至2024年…分别为: the years of as many values, not each named."""
_LINKED = lazy_pattern(
    rf"(?:的|为|有|是|达到?)*{_NUMBER}\s*[^\d\s，,。；;：:、（()）]{{1,4}}?[、，,和与及]?"
    rf"(?:再|又|继而|进一步|逐步|逐年|稳步)*(?:(?:{changes.STEP_SIGNS})[^。；;，,、\d]{{0,4}}?[至到为])?"
)
"""Between two years that a step leads through: 由2022年｜的31%、｜2023年的58%上升到."""
_LONGEST_LINK = 32
_AT_FIRST = r"(?:年初)?的?[约近]?\s?"
STEP_FROM = lazy_pattern(rf"[由从自]{_AT_FIRST}$")
"""Right before the number that a step begins with: 由｜90%提高到95%.

由原来的6.3次减至0.4次 begins with what was before the reform, not with the year before: next year's
step begins there, too.
"""
STEP_ALSO_FROM = lazy_pattern(
    rf"[^，,。；;、\d]{{0,8}}?[、和与及][^，,。；;、\d]{{0,10}}?(?:[由从自]{_AT_FIRST})?$"
)
"""Between two numbers that steps begin with, or lead to: 12个｜环节、｜20份材料压减到."""
STEP_TO = lazy_pattern(
    r"[^。；;，,、：:\d]{0,12}?[，,]?(?:同比|分别|逐步|稳步|进一步|大幅|快速)*"
    rf"(?:{changes.STEP_SIGNS})[^。；;，,、：:\d]{{0,4}}?[至到为](?:[了约近超]|年[底末]的?)*\s?$"
)
"""Between the number that a step begins with and where it leads: ｜件压减到."""
SINCE_YEARS = lazy_pattern(
    r"(?:(?<!\d)[二两三四五六七八九十2-9]年(?:来|前|间))(?![^。；;]*(?:今年|本年))[^。；;]{0,40}$"
)
"""What a step is told of that leads over more than one year: 五年来，满意度|由86.2%提高到93.7%."""
OVER_YEARS = lazy_pattern(
    r"(?:(?<![第每续\d])(?:最近|过去|此前|[近这前])?(?:[二两三四五六七八九十]|[2-9](?!\d)|10|十[一二三四五])年多?(?:以?来|间|[里中](?=[，,累共]))"
    r"|(?:最近|过去|近|这)(?:[二两三四五六七八九十]|[2-9])年(?=[，,累共年])"
    r"|(?<!一)近年来|近些年来?"
    r"|(?P<since>20\d{2})年?(?:\d{1,2}月)?(?:以来|至今)"
    r"|(?P<first>20\d{2})年?\s?(?:—|-|－|–|~|～|至|到)\s?(?P<last>20\d{2})年(?=[，,累共间])间?"
    r"|党的[一二三四五六七八九十]{1,3}大(?:[一二三四五六]中全会)?以来|[本上]届[^，,。；;、\d]{0,8}以来"
    r"|[“\"]?[一二三四五六七八九十]{1,2}五[”\"]?(?:普法|规划)?(?:实施|开展|启动)?(?:期间|以来|时期)"
    r"|[二两三四五]年(?:规划|行动|计划)(?:实施|开展)?(?:期间|以来))"
    r"(?!的|[^，,。；;、\d]{1,12}的)"
)
"""What a figure is counted over, if it is more than one year: 五年来，累计｜办理案件1200件."""
ONE_YEAR = lazy_pattern(
    r"首次|现有|现行|目前|[今本]年度?|当年|全年|年内|分别|其中(?=(?:19|20)\d{2})"
)
"""What makes a figure behind it one of a single year again, or a row of single years."""
_PADDING = lazy_pattern(
    rf"度|同期|全年|累计|总共|共计|共|{ALL_OF_US}|{WE}|分别|[，,]|(?:为|是|达到?|有)$"
)
_NONE = lazy_pattern(r"(?:无|未|没有|零)")
_COUNTED = lazy_pattern(rf"{_NUMBER}\s*{_UNIT}")
LAST_YEAR = lazy_pattern(r"(?:上一?年度?|去年)(?:同期|全年|年?末|年?底)?|同期")
THIS_YEAR = lazy_pattern(r"[今本]年度?|当年|报告年度")
SPAN_AFTER = lazy_pattern(
    r"(?:度|\d{1,2}月(?:份|底)?|年?[底初])?(?:以来|以后|之后|至今|起(?![草诉数])|开始)|[^，,。；;]{0,20}以来"
)
"""A span that runs into the report year: what is counted in it is last year's own."""
CARRIED_OVER = lazy_pattern(r"[^，,。；;、\d]{0,6}(?:结转|结存|遗留|转入|跨年|未结|未办结|余留)")
"""上年结转12件: cases of the report year that began before it."""
RATIO_GAP = lazy_pattern(r"[^，,。；;、\d]{0,6}的[约近]?$")
RATIO_UNITS = ("倍", "%", "％", "成")
AT_END = lazy_pattern("[底末]")
"""Behind a year: what there was then, not what came in it."""
SAID_OF = lazy_pattern(r"(?:的|数|均|仅|只|则|分别|依次)*(?:为|是|达到?|有|[:：])?(?:分别)?[:：]?$")
STOP = lazy_pattern(r"[。；;！？]")
LEADS_TO = lazy_pattern(r"(?:[至到为]|达到?)(?:[了约近]|\d{4}年的?|[今本]年的?|年[底末]的?)*\s?$")
CHANGED = lazy_pattern(
    rf"{changes.CHANGED}|新增|扩大|扩充|节约|节省|翻|多|少|增|减|升|降|涨|提前|延长"
)
IN_LIST = lazy_pattern(r"[、和与及以\s]*$")
OPEN_BRACKET = lazy_pattern(r"[（(][^）)]*$")
_NEAR = 60
"""Code points within which two years of one comparison stand."""
_BESIDE = 4
"""Other years that may stand between them."""
_EARLIER = 200
"""Code points before a year in which the count stands that it is compared with."""


class Pair(Struct, frozen=True):
    """A year that is compared with.

    Attributes:
        at: Where it stands.
        kind: `against` 较2023年; `from` 由2023年的…增至; `valued` 2023年为170件; `parallel` told in
            the same words as the year after it; `listed` 2023年和2024年分别.
    """

    at: YearAt
    kind: PairKind


def find_pairs(text: str, year: int) -> list[Pair]:
    """The years before `year` that move on with it, in order."""
    years = find_years(text)
    if all(at.year != year - 1 for at in years):
        return []
    out: dict[int, Pair] = {}
    moved = {year}
    # From the report year backwards: 2022年 is moved only with 2023年.
    for before in sorted({at.year for at in years if at.year < year}, reverse=True):
        if before + 1 not in moved:
            break
        for i, at in enumerate(years):
            if at.year != before:
                continue
            kind = _kind(text, years, i, year)
            if AGAINST_BEFORE.search(text[max(0, at.start - 16) : at.start]) and before < year - 1:
                # 2023年100件，较2022年增长10%: with its own clause, else not at all.
                kind = "against" if i and years[i - 1].start in out else None
            if kind:
                out[at.start] = Pair(at, kind)
                moved.add(before)
    return [out[start] for start in sorted(out)]


def year_lists(text: str) -> list[tuple[YearAt, YearAt]]:
    """Years that stand beside the one before or after (2023年和2024年)."""
    return [
        (one, two)
        for one, two in pairwise(find_years(text))
        if abs(one.year - two.year) == 1 and _LISTED.fullmatch(text[one.unit_end : two.start])
    ]


def _kind(  # noqa: PLR0911 -- one line a case
    text: str, years: list[YearAt], i: int, year: int
) -> PairKind | None:
    at = years[i]
    before, after = text[max(0, at.start - 16) : at.start], text[at.unit_end : at.unit_end + 80]
    if at.year == year - 1:
        if AGAINST_BEFORE.search(before) or _GROUND.match(after):
            return "against"
        if RATIO_LEAD.search(before) and _RATIO.match(after):
            return "against"
        if FROM.search(before) and _STEP.match(after):
            return "from"
        if _is_valued(text, at, year):
            return "valued"
    for other in years[max(0, i - _BESIDE) : i + _BESIDE + 1]:
        if other.year == at.year + 1 and abs(other.start - at.start) <= _NEAR:
            if _is_listed(text, at, other):
                return "listed"
            if _is_parallel(text, at, other):
                return "parallel"
    return _in_steps(text, years, i, year)


def _in_steps(text: str, years: list[YearAt], i: int, year: int) -> PairKind | None:
    """The kind of a year that a step leads through, year by year up to the report year.

    由2022年的31%、2023年的58%上升到2024年的82%; the report year need not be named (上升到82%).
    """
    first = last = i
    while first and _is_linked(text, years[first - 1], years[first]):
        first -= 1
    while last + 1 < len(years) and _is_linked(text, years[last], years[last + 1]):
        last += 1
    if first == last or not FROM.search(text[max(0, years[first].start - 4) : years[first].start]):
        return None
    if years[last].year == year:
        return "parallel"
    end = years[last].unit_end
    if years[last].year != year - 1 or not _STEP.match(text, end, end + _NEAR):
        return None
    return "from" if last == i else "parallel"


def _is_linked(text: str, at: YearAt, other: YearAt) -> bool:
    """Whether nothing but the count of a year parts it from the next year, to which it leads."""
    if other.year != at.year + 1 or other.start - at.unit_end > _LONGEST_LINK:
        return False
    return _LINKED.fullmatch(text, at.unit_end, other.start) is not None


def _is_valued(text: str, at: YearAt, year: int) -> bool:
    before, after = text[max(0, at.start - 16) : at.start], text[at.unit_end : at.unit_end + 60]
    in_bracket = _BRACKET_BEFORE.search(before.rstrip()) is not None
    found = _VALUED.match(after)
    if found is None or not (
        in_bracket or _SAID.search(after[: found.start("number")]) or "同期" in found[0]
    ):
        found = _SAME_PERIOD.match(after) or (_TOLD.match(after) if in_bracket else None)
    if found is None or not _ENDED.match(after, found.end()):
        return False
    earlier = _earlier(text, at)
    if any(other["unit"] == found["unit"] for other in _COUNTED.finditer(earlier)):
        return True
    # 2024年无重大安全事故，2023年为2起
    return any(
        told.year == year and _NONE.search(earlier[told.unit_end :])
        for told in find_years(earlier)[-1:]
    )


def _earlier(text: str, at: YearAt) -> str:
    """The words of a sentence before a year; those of the sentence before where it begins one."""
    start = 0
    begin = max(0, at.start - _EARLIER)
    near = text[begin : at.start].rstrip(" 　而")
    for a, _ in sentences(near):
        start = a
    return near[start:]


def _is_listed(text: str, at: YearAt, other: YearAt) -> bool:
    first, second = sorted((at, other), key=lambda one: one.start)
    gap = text[first.unit_end : second.start]
    after = text[second.unit_end : second.unit_end + 40]
    return _LISTED.fullmatch(gap) is not None and _COMPARES.match(after) is not None


def _is_parallel(text: str, at: YearAt, other: YearAt) -> bool:
    one = _TOLD.match(text, at.unit_end)
    two = _TOLD.match(text, other.unit_end)
    if one is None or two is None or one["unit"] != two["unit"]:
        return False
    a, b = (_PADDING.sub("", _PADDING.sub("", found["words"])).strip("的 ") for found in (one, two))
    if not (a and b) and not (_ENDED.match(text, one.end()) and _ENDED.match(text, two.end())):
        return False
    return a.startswith(b) or b.startswith(a) or a.endswith(b) or b.endswith(a)


BEFORE_MENTION = " 　而（("
"""Each of them may stand between the beginning of a sentence and the other year."""
BEHIND_YEAR = " 度的，,"
"""Each of them may part a year from what is told of it."""
