"""Where a heading ends, and what tells it from body text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.zh.lazy import lazy_pattern
from drafter.zh.names import ALL_OF_US, WE
from drafter.zh.page import any_of

_POINT = r"(?<=[一-鿿”》）])[.．](?=[一-鿿（(“《]|$)"
STOP = lazy_pattern(rf"[。！!]|[?？](?!——|─)|{_POINT}")
"""A question may open a heading: 平安如何保？——重拳打击整治"""
ANY_STOP = lazy_pattern(r"[。！!?？；;：:]")
COLON = lazy_pattern(r"[：:]")
COMMA = lazy_pattern(r"[，,]")
GAP = lazy_pattern(r"(?<=[一-鿿”》）])[ \t　]+(?=[一-鿿“《])")
"""Blanks between Chinese words only: 典型案例 20 个 is set with blanks around its figures."""
COUNT = lazy_pattern(
    r"\d[\d.,]*\s*[余多]?\s*[万亿]?\s*[余多]?\s*"
    r"(?:[件个次场名项家份户条起宗部类期批例所支辆篇幅%％]|人次?)"
)
"""A figure with a measure word."""
FIRST_ITEM = lazy_pattern(r"一是")
LEADING_YEAR = lazy_pattern(r"(?:20\d\d|二[〇○零]..)\s*年")
INNER_CHAPTER = lazy_pattern(r"[。：:；;\s]一、")
"""The first chapter heading in the middle of a line."""
JOINT = lazy_pattern(r"以及|及其|和|及|与|、|暨|，|,")
"""Where a heading on two matters may be parted."""
FUTURE = lazy_pattern(
    r"将(?!其|军|来自|(?:[“《][^”》]{1,40}[”》])?.{0,12}(?:纳入|列入|作为|融入|列为|下放))"
    r"|要(?:继续|进一步|持续)"
)
"""将 as ‘will’, not as the sign of an object."""
HOW_ABLE = lazy_pattern(r"的(?:能力|办法|力度|水平|本领|意识|手段|机制|举措|措施|力量)")
"""What is lacking of doing something, not what is done about a lack."""
PROBLEM_LABEL = lazy_pattern(
    r"(?:主要|存在|突出|具体)?的?(?:问题|不足|表现|短板)"
    r"[一二三四五六七八九十\d]{0,2}[ \t　]*[：:]"
)
"""What a list of problems and answers puts before each problem (问题一：…　措施：…)."""
MEANS = lazy_pattern(r"以[^，,。；：]{2,16}为\Z")
"""以制度建设为抓手: 为 goes with 以 and begins nothing."""
NOT_HAN = lazy_pattern(r"[^一-鿿]")


_CLAUSE = lazy_pattern(r"[^,，;；:：。—]+")
_IS_NOW = lazy_pattern(
    r"(?:日[臻益渐趋]|[更愈]加|更(?=[^,]{1,3}\Z)|持续|不断|逐步|全面|显著|明显|有效|稳步|大幅|有力|切实)"
    r"[^,不]{1,6}\Z|(?:完备|完善|优化|见效|增效|提升|落地|过硬|有力|有序|规范|顺畅|牢固|稳固|坚实|夯实|向好)\Z"
)
"""What came of a deed: 法规体系日臻完备, 营商环境持续优化."""
_LACKING = lazy_pattern(r"[不缺弱差难低欠滞少无]|未(?!雨)|有待|亟待|仍需")
_STANDS = lazy_pattern(r"存在|面临|尚存")
"""What says that something is there, and so names it: 坚持问题导向，正视面临的困难."""


def named_in(heading: str, acts: tuple[str, ...], nouns: tuple[str, ...]) -> str:
    """The clauses of a heading that may name a part, without those that tell what was done.

    聚焦突出问题，严格规范执法 tells what was done about 问题; 查摆问题，明确措施 and 整改措施 name
    parts: only a heading with another clause, of a deed alone or of what came of it
    (补齐制度短板，法规体系更加完备), is of deeds.

    Args:
        heading: Folded, without its numeral.
        acts: What a clause begins with that tells what was done (聚焦, 统筹, 精心).
        nouns: The words that name parts.
    """
    clauses = [found[0].strip() for found in _CLAUSE.finditer(heading)]
    deeds = [clause for clause in clauses if clause.startswith(acts)]
    of_deeds = any(not any(noun in clause for noun in nouns) for clause in deeds)
    if deeds and not of_deeds:
        others = [clause for clause in clauses if clause not in deeds]
        tells = [c for c in others if not any(noun in c for noun in nouns)]
        of_deeds = any(_IS_NOW.search(clause) and not _LACKING.search(clause) for clause in tells)
    if len(clauses) == 1 or not of_deeds or _STANDS.search(heading):
        return heading
    return ",".join(clause for clause in clauses if clause not in deeds)


def glued_subject(ends: Iterable[str], openers: Iterable[str]) -> re.Pattern[str]:
    """A word that opens body text, or a year, right behind a word that closes headings."""
    behind = "|".join(f"(?<={re.escape(word)})" for word in ends)
    return lazy_pattern(rf"(?:{behind})(?:{any_of(openers)}|{LEADING_YEAR.pattern})")


def glued_verb(ends: Iterable[str], verbs: Iterable[str]) -> re.Pattern[str]:
    """A verb that opens headings and sentences right behind a word that closes headings.

    The verb inside the name of a campaign opens none: 能力｜提升三年行动, 机制｜创新工程; nor does
    one that says since when: 执法队伍｜整合之后磨合不够.
    """
    behind = "|".join(f"(?<={re.escape(word)})" for word in ends)
    named = (
        r"(?:[一二三四五六七八九十\d]{1,2}年|专项)?"
        r"(?:行动|计划|工程|攻坚|方案|年(?![度内初底末终中轻]))"
    )
    return lazy_pattern(
        rf"(?:{behind})(?!(?:提升|提高|创新|优化|培育|规范){named})(?:{any_of(verbs)})"
        r"(?!之?[前后]|以[前后来]|过程|期间|的)"
    )


def lost_item(verbs: Iterable[str]) -> re.Pattern[str]:
    """三组织开展: the numeral of an item whose 是 was lost, before a verb; group 1 is it."""
    # The numeral first: `re` passes over all other characters without trying anything.
    return lazy_pattern(rf"([一二三四五六七八九十])(?:(?<=^.)|(?<=[。；;].))(?={any_of(verbs)})")


def turn_to(words: Iterable[str]) -> re.Pattern[str]:
    """One of the words at the head of a sentence, behind an item's numeral or a connective."""
    return lazy_pattern(
        r"(?:[一二三四五六七八九十1-9]是|[（(]?[一二三四五六七八九十]+[）)、]|同时|因此|对此|综上)?[，,]?"
        rf"(?:{any_of(words)})"
    )


def will_act(verbs: Iterable[str]) -> re.Pattern[str]:
    """A sentence that begins with who will act (今年，我们将开展), or with 将 and its verb."""
    who = f"(?:{WE}|{ALL_OF_US})"
    when = r"(?:今年|本年度?|年内|新的一年里?)"
    return lazy_pattern(
        rf"(?:{when}[，,]?{who}?|{who})(?:{FUTURE.pattern})"
        rf"|(?=将(?:继续|进一步|逐步|重点)?(?:{any_of(verbs)}))(?:{FUTURE.pattern})"
    )


POORLY = lazy_pattern("不(?!足)")
"""A lack that is a poor deed (不到位), not a noun (不足)."""
