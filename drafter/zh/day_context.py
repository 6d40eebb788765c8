"""Days within a sentence that cannot be those of the report's year (时点): last year's, ahead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from drafter.zh.dates import YearAt, find_years
from drafter.zh.lazy import lazy_pattern
from drafter.zh.numerals import parse_numeral
from drafter.zh.sentences import sentence_at
from drafter.zh.spans import Spans
from drafter.zh.width import fold
from drafter.zh.year_context import QUOTED

_NUMBER = r"[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}"
_DAY = lazy_pattern(
    rf"\s*(?P<month>{_NUMBER})\s*月(?:份|[上中下]旬|[底初末]|\s*(?P<day>{_NUMBER})\s*[日号])?"
    r"(?![-—–－~～至到起、和])"
)
_UNTIL = lazy_pattern(r"截[至止]到?\s*\Z")
_YEAR_END = lazy_pattern(
    r"(?:(?:12|１２|十二)\s*月(?:\s*(?:31|３１|三十一)\s*[日号]|[底末]|份)?|[底末])(?![之以]?前)"
)
_OF_WHAT = lazy_pattern(r"[^，,。；;（()）]{1,12}的")
"""Behind the end of a year that only tells of what: 截至2023年底｜超期的12件案件."""
_YEARLY_DEED = lazy_pattern(
    r"[，,]?(?:在[^，,。；;]{2,10})?(?:顺利|成功|隆重|再次|专题|集中)?"
    r"(?:召开|举行|举办|开展|组织|修订|审议|听取|主持|部署|接受|带队|赴(?!任)|开庭)"
    r"(?![^，,。；;]{0,30}(?:精神|部署要求))(?!了?的|[^，,。；;]{0,16}的(?=[^，,。；;]{1,12}(?:[，,。；;]|\Z)))"
)
_SETTLED_BY = lazy_pattern(
    r"[之以]?前?(?:全部|均|已|如期|基本|全面)*(?:整改|办结|化解|清零|销号|兑现|兑付|清偿)(?!了?的)"
)
"""What was left over is settled in the year that is told of: 于2024年11月底｜前整改."""
_BY = lazy_pattern(r"于\s*\Z")
_DONE = lazy_pattern(
    r"[，,]?(?:在[^，,。；;]{2,10})?(?:正式|顺利|成功|全面|已经?|专题|集中|全部)*"
    r"(?:召开|举行|举办|开展|组织|修订|审议|听取|主持|部署|接受|印发|出台|完成|建成|成立|通过|上线|启用|揭牌|挂牌|投用"
    r"|办结|结案|开庭|审结|被|荣?获(?!取)|入选|竣工|验收|公布|发布)"
)
_AHEAD = lazy_pattern(r"将|拟|计划|预计|定于|力争|确保|有望|前(?=完成|建成|整改)|目标")
_NOT_LAST = lazy_pattern(
    r"[今本]年|目前|至今|现已|此后|以来|之后|后[，,]|之前|上一?年|去年|前一年|曾|继|回顾|历时|仍|延续|同比|环比"
    r"|[较比]|相比|增[至长加]|[降升]至"
)
_DATE = r"(?P<{0}year>(?:19|20)\d\d年)?(?P<{0}month>\d{{1,2}})月(?P<{0}day>\d{{1,2}})日"
_ADOPTED_THEN_IN_FORCE = lazy_pattern(
    rf"{_DATE.format('made_')}[，,]?[^，,。；;\d]{{0,30}}(?:审议)?(?:通过|批准|公布|颁布)"
    rf"(?![^。；;]{{0,20}}(?:原|旧|标准|期限|试点|调整))[^。；;\d]{{0,20}}?"
    rf"(?:自|于|从)?{_DATE.format('force_')}起?(?:正式|全面)*(?:施行|实施|生效)"
)
"""《…》5月28日经市人大常委会通过，自2025年8月1日起施行."""
_MADE_NUMBERED = lazy_pattern(
    r"(?:印发|制定|出台|下发|制发|发布|公布)(?!的|以来|后|之后|实施以)了?[^，,。；;：:（()）]{1,40}"
    r"[（(][^（()）〔\[\d]{1,14}[〔\[](?P<year>20\d\d)[〕\]]\s*\d{1,4}\s*号[）)](?![^，,。；;]{0,12}(?:评估|精神|要求|部署|后|的|等|指出|提出|明确|配套|细则))"
)
"""A document that is told as issued, with its number: 印发要点（某发〔2025〕11号）."""
_CARRIED_OUT = lazy_pattern(
    "落实|贯彻|执行|根据|按照|依据|对照|修[订改]|废止|清理|评估|转发|继续|依托"
)
_NO_SUBJECT = lazy_pattern(r"(?:[自从至到较比与和前起始]|[》”\"]于?|截[至止])\s*\Z")
_STOP = lazy_pattern("[，,；;。]")
_BACK, _ON, _FAR = 12, 40, 120  # code points around a year that are looked at


def find_last_years_days(text: str, year: int) -> Iterator[YearAt]:
    """Days of `year` within a sentence that tells what is done every year.

    县政府于2024年5月修订预案16件; （截至2024年12月底）. Not what was made once (于2024年5月建成),
    not the name of a document, and not where the sentence tells of another time as well.
    """
    names = Spans(found.span() for found in QUOTED.finditer(text))
    for (start, end), years in _by_sentence(text):
        if any(x.year == year + 1 for x in years):
            continue
        elsewhen = [found.span() for found in _NOT_LAST.finditer(text, start, end)]
        for at in years:
            if at.year != year or names.hold(at.start):
                continue
            if any(e <= at.start or s >= at.unit_end for s, e in elsewhen):
                continue
            after = text[at.unit_end : min(end, at.unit_end + _FAR)]
            if _is_yearly_day(text[max(start, at.start - _BACK) : at.start], after):
                yield at


def _by_sentence(text: str) -> Iterator[tuple[tuple[int, int], list[YearAt]]]:
    """The years of each sentence that has any."""
    for sentence, years in groupby(find_years(text), lambda at: sentence_at(text, at.start)):
        yield sentence, list(years)


def _is_yearly_day(before: str, after: str) -> bool:
    """Whether the words around a year make it a day on which something is done every year."""
    if _UNTIL.search(before):
        ended = _YEAR_END.match(after)
        return ended is not None and not _OF_WHAT.match(after, ended.end())
    day = _DAY.match(after)
    if day is not None and _BY.search(before) and _SETTLED_BY.match(after, day.end()):
        return True
    is_deed = day is not None and _YEARLY_DEED.match(after, day.end()) is not None
    return is_deed and not _NO_SUBJECT.search(before)


def find_force_before_adoption(text: str, year: int) -> Iterator[tuple[int, int]]:
    """Where a law is told to be in force before it was adopted; a day without year is of `year`."""
    if "月" not in text:
        return
    flat = fold(text)
    for found in _ADOPTED_THEN_IN_FORCE.finditer(flat) if len(flat) == len(text) else ():
        # 12月28日通过，1月1日起施行: of the year after, which is left out.
        if found["force_year"] and _day_of(found, "force_", year) < _day_of(found, "made_", year):
            yield found.start("force_year"), found.end()


def _day_of(found: re.Match[str], which: str, year: int) -> tuple[int, int, int]:
    told = found[f"{which}year"]
    own = int(told[:4]) if told else year
    return own, int(found[f"{which}month"]), int(found[f"{which}day"])


def find_numbers_of(text: str, year: int) -> Iterator[tuple[int, int]]:
    """Numbers of `year` under which a document is told as issued in a sentence without that year.

    印发要点（某发〔2024〕17号）. Not where an older document is only carried out or changed.
    """
    if "号" not in text:
        return
    for found in _MADE_NUMBERED.finditer(text):
        before = _STOP.split(text[max(0, found.start() - _BACK) : found.start()])[-1]
        if int(found["year"]) != year or _CARRIED_OUT.search(before):
            continue
        start, _ = sentence_at(text, found.start())
        told = text[start : found.start("year")]
        if str(year) not in fold(told) and not _NOT_LAST.search(told):
            yield found.start("year"), found.end()


def find_days_to_come(text: str, year: int, issued: date | None) -> Iterator[tuple[int, int]]:
    """Days on which something is told as done, and which had not come when it was written.

    Args:
        text: Of what was done.
        year: The year reported on.
        issued: When the report was signed, None if that is not known: then it is taken to be
            written by the end of March.
    """
    latest = issued or date(year + 1, 3, 31)
    for at in find_years(text):
        if at.year <= year:
            continue
        after = text[at.unit_end : at.unit_end + _ON]
        found = _DAY.match(after)
        if found is None or not _DONE.match(after, found.end()):
            continue
        back = _STOP.split(text[max(0, at.start - _FAR) : at.start])[-1]
        clause = back + _STOP.split(text[at.unit_end : at.unit_end + _FAR], maxsplit=1)[0]
        if _AHEAD.search(clause):
            continue
        day = (at.year, _read(found["month"]), _read(found["day"]) if found["day"] else 0)
        if day > (latest.year, latest.month, latest.day if found["day"] else 0):
            yield at.start, at.unit_end + found.end()


def _read(number: str) -> int:
    plain = fold(number)
    return int(plain) if plain.isdecimal() else parse_numeral(plain) or 0
