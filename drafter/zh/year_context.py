"""What stands around a year number and tells whether it may be moved on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.zh.dates import YearAt, find_years


def prior_period(year: int) -> str:
    """A pattern for words right before a figure that make it one of the year before `year`."""
    return (
        rf"(?:上一?年度?|去年|{year - 1}年)(?:同期|全年|年?末|年?底)?(?:的|为|是|有)?"
        r"[^，,。；;、\d]{0,8}$"
    )


QUOTED = re.compile(r"《[^《》]*》|〈[^〈〉]*〉|“[^“”]*”")
"""Names of documents and activities."""
YEARLY_NAME = re.compile(
    r"年度?(?!版|修订|修正)[^《》〈〉“”]{0,30}(?:要点|计划|目录|清单|安排|任务|方案)[》〉”]?"
)
"""The rest of the name of a document that is made anew each year, from 年 on."""
MONTH = re.compile(
    r"\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?"
    r"|[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?"
)
MONTHS = re.compile(r"\s*\d{1,2}\s*[-—–－~～至到]\s*\d{1,2}\s*月")
BARE_DATE = re.compile(r"(?<![\d年月—\-–至])(?:\d{1,2})月(?:\d{1,2})[日号](?!至|起|[-—])")
RANGE_BEFORE = re.compile(r"(?:[-–—－~～]|(?<=[\d年月])[至到])$")
RANGE_AFTER = re.compile(r"[-–—－~～]|[至到](?=\d)")
SINCE = re.compile(r"(?:自|从|始于|(?<!关)于)\s*$")
SINCE_AFTER = re.compile(r"(?:度)?(?:起|开始|以后|之后|至今)")
EVENT_AFTER = re.compile(r"(?:度)?(?:修订|修正|版|施行|颁布|公布|通过|被|获|入选|建成|成立|起)")
EVENT = re.compile(
    r"[“\"]\d{1,2}[·.．]\d{1,2}[”\"](?:特大|重大|较大)?"
    r"(?:强?降雨|暴雨|洪水|洪涝|台风|地震|泥石流|山洪|火灾|火情|事故|事件|抢险|疫情|.{0,4}案)"
)
"""An event called by its day: “6·21”强降雨; “12·4”国家宪法日 comes every year and is none."""
DATED_LEAD = re.compile(
    r"(?:(?:19|20)\d\d|二[〇○零]..)?年?\d{0,2}月?(?:\d{1,2}日)?[以来前后初中下旬底份起，,]*"
)
"""A clause that only says when."""
COMPARED_WITH = re.compile(r"[较比由从与同]|为[了约近]?$")
"""What makes the value of the year before the other side of a comparison."""
CHANGE = re.compile(
    r"(?:增长|增加|上升|提高|提升|下降|减少|降低|回落|缩短|压缩|增幅|降幅|翻|多|少)[了约近为达]{0,2}$"
)
"""Right before a figure: it is a change, not a level."""
OCCASION = re.compile(
    r"(?:(?:19|20)\d\d|二[〇○零]..)年[，,]?(?:既|也|正|又|将)?是[^。；;]{0,60}?(?:之年|第一年|最后一年|头一年|关键一年|[一二三四五六七八九十百\d]+周年)"
)
"""What a year was (2025年是……收官之年): the next year is something else."""
AGAINST = re.compile(r"(?:比|较|与|同|和|超过|高于|低于|对比)\s*$")
_LEAD = re.compile(
    r"(?:^|[。；;！？!?：:\n]|是)[ \t　]*"
    r"(?:（[一二三四五六七八九十]+）|[\d一二三四五六七八九十]+[、.．])?[ \t　]*$"
)
"""What stands before a year with which a sentence begins."""
_PAST_TELLING = re.compile(
    r"以来|被(?:命名|评|授|列|确定)|(?:荣|曾)?获|入选|建成|成立|出台|印发|制定|修订|启动|签订"
)
"""Words by which a sentence tells what was in another year."""


def find_subject_years(text: str, year: int, *, is_heading: bool) -> Iterator[YearAt]:
    """Every place where `year` is what a heading or a sentence is about.

    Not where it belongs to the name of a document, to a range, to a comparison (较2024年增长), or
    dates something that was then (2024年被命名为…).

    Args:
        text: Of one passage.
        year: The year looked for.
        is_heading: In headings a year stands anywhere; in sentences only at their beginning.
    """
    names = [(found.start(), found.end()) for found in QUOTED.finditer(text)]
    for at in find_years(text):
        before, after = text[: at.start].rstrip(), text[at.unit_end :].lstrip()
        if at.year != year or any(a <= at.start < b for a, b in names):
            continue
        if RANGE_BEFORE.search(before[-12:]) or RANGE_AFTER.match(after[:6]):
            continue
        if SINCE.search(before[-12:]) or SINCE_AFTER.match(after) or EVENT_AFTER.match(after):
            continue
        if AGAINST.search(before[-12:]):
            continue
        clause = re.split("[。；;]", after, maxsplit=1)[0]
        if is_heading or (_LEAD.search(before[-12:]) and not _PAST_TELLING.search(clause)):
            yield at
