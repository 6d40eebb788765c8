"""Lists that say how many things they name (列举): 四项工作：一是…; 市监局、城管局等2个部门."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.zh.lazy import lazy_pattern
from drafter.zh.numerals import parse_numeral
from drafter.zh.page import any_of
from drafter.zh.width import fold

_NUMBER = r"[0-9０-９]{1,2}|[两二三四五六七八九]|十[一二三四五六七八九]?"
_THINGS = r"(?:[大实]?事(?!项)|工作|任务|措施|举措|问题|不足|短板|事项|内容|要求|建议|做法)"
_ANNOUNCED = lazy_pattern(
    rf"(?:(?P<leads>做好|抓好|抓实|聚焦|突出|围绕|从|存在|以下|下列|如下)(?:了|以下|下列|如下|的)*)?"
    rf"(?P<number>{_NUMBER})(?:个?方面(?:的)?|[项个件条点大])(?:重点|主要|突出|具体)?(?P<things>{_THINGS})?"
    r"(?:(?:上|中)?(?:下功夫|着力|发力|用力|入手|推进|抓起|抓好)?)\s*(?P<stop>[：:。，,]?)\s*\Z"
)
_RESULT = lazy_pattern(
    r"查处|办理|承办|办结|制定|出台|印发|公布|发布|研究|审议|新建|建成|打造|完成|整改|发现|受理|立案|审查|审核|清理|修订|废止"
    r"|评选|荣获|获评|解决|化解|开展|举办|组织|签订|破获|侦破|移送|收到|[较比](?:上年|去年|[12])|同比|增加|减少|下降|增长|累计|共"
)
"""What makes a count that of results, which no list need follow: 全年立案查处12件."""
_SLOGAN = lazy_pattern(r"[“”\"《》+＋]")
_OPEN = lazy_pattern(r"(?:以上|左右|余|多|第|其中|前|后|另)\Z")
_COUNTED = lazy_pattern(
    rf"等(?P<number>{_NUMBER})[个家](?P<noun>部门|单位|职能部门|成员单位|县直部门|执法部门|乡镇|镇街|街道)"
)
_TOWN = lazy_pattern(r"(?:乡|镇|街道)\Z")
_FIRM = lazy_pattern(r"公司\Z")
_TOWNS = frozenset({"乡镇", "镇街", "街道"})
_JOINED = lazy_pattern(r"[和与及等同对]|联合|组织|[由经]")
"""What ends the list of names when read back: 市监局、城管局和｜城关镇、河东镇等2个乡镇."""
_TWO_IN_ONE = lazy_pattern(r"政府|党委|[局厅院乡镇]|街道|(?:委|办)(?!员|公|事|案)")
"""A body in front of another: 县政府督查县司法局."""
_CLAUSE = lazy_pattern(r"[^，。；：,;:（(）)！？!?\n]*\Z")
NAMES_LISTED = lazy_pattern(
    r"、[^、，,。；;]{1,30}?(?P<and_others>等)(?!部门|单位|方式|形式|渠道|平台|媒体|措施|载体|领域|重点|方面|各)[^、，,。；;]{0,8}\Z"
)
"""At the end of the words before a blank, names of what it counts: 甲公司、乙公司等｜4家企业."""
COUNT_LEFT = lazy_pattern(
    r"(?<![0-9.·．第A-Za-z])[0-9]{1,6}(?:\.[0-9]{1,4})?[万亿]?[余多]?[次件个名人家起场项处条份户宗例篇部期批]"
)
"""A count in words beside a blank: 2次排名第一、｜1次排名第三 has one that no figure tells."""
ACTS_ANEW = lazy_pattern(
    r"(?:办[理结]|开展|化解|查[处办]|培训|审[查核结]|受理|组织|组建|建[成立]|新[建增]|[设成]立|聘[请任]|制定|出台|印发|修订|举[办行]"
    r"|召开|发放|接[待受]|解[答决]|调[解处]|排查|整改|清理|评[查选]|完成|选派|发布|提供|走访|荣?获|入选|推[出进行]|落实|打造)"
)
"""The beginning of an item that needs no verb of the one before it: 建成中心、｜办理案件12件."""
_SHORTEST = 2  # code points of how a name ends
_LEAD = 24  # code points of a lead-in that are looked at
_LONGEST = 160  # code points of a list


def announced(text: str) -> int | None:
    """How many things a lead-in says that it will name (抓好四项工作：), None if it does not."""
    end = text[-_LEAD:]
    found = _ANNOUNCED.search(end)
    if found is None:
        return None
    is_of_things = found["things"] or "方面" in found[0]
    if not is_of_things or not (found["leads"] or found["stop"] in ("：", ":")):
        return None
    clause = _CLAUSE.search(end[: found.start("number")])
    if _SLOGAN.search(end) or _OPEN.search(end[: found.start("number")]):
        return None
    if clause and _RESULT.search(clause[0]):
        return None
    return _read(found["number"])


def _read(number: str) -> int | None:
    plain = fold(number)
    return int(plain) if plain.isdecimal() else parse_numeral(plain)


@lru_cache(maxsize=4)
def _bodies(ends: tuple[str, ...]) -> re.Pattern[str]:
    return lazy_pattern(rf"(?:{any_of(ends)})\Z")


def find_overfull(text: str, ends: tuple[str, ...]) -> Iterator[tuple[int, int, int, int]]:
    """Lists of bodies longer than what they say: 市监局、城管局、交通局等2个部门.

    Only names of one sort that end as bodies do and that 、 alone joins are counted, back from the
    last: the first may have a verb in front of it, and what stands before it may be no name at all.

    Args:
        text: A paragraph.
        ends: How the names of bodies end: 局, 委.

    Yields:
        Start, end, how many are named and how many it says.
    """
    is_body = _bodies(ends)
    for found in _COUNTED.finditer(text):
        before = text[max(0, found.start() - _LONGEST) : found.start()]
        clause = _CLAUSE.search(before)
        joined = _JOINED.split(clause[0])[-1] if clause else ""
        count, start = 0, found.start()
        sort = "town" if found["noun"] in _TOWNS else None
        for name in reversed(joined.split("、")):
            bare = name.strip()
            if not is_body.search(bare) or sort not in (None, _sort(bare)):
                break
            sort = _sort(bare)
            count, start = count + 1, start - len(name) - (1 if count else 0)
            if _TWO_IN_ONE.search(bare[:-_SHORTEST]):
                break
        told = _read(found["number"])
        if told is not None and told < count:
            yield start, found.end(), count, told


def _sort(name: str) -> str:
    """Whether a name is that of a town, of a firm or of another body."""
    if _TOWN.search(name):
        return "town"
    return "firm" if _FIRM.search(name) else "office"
