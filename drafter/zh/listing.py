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
_ANNOUNCED = lazy_pattern(
    rf"(?P<number>{_NUMBER})(?:个?方面(?:的)?|[项个件条点大])(?:重点|主要|突出|具体)?"
    r"(?:工作|任务|措施|举措|问题|不足|短板|事项|内容|要求|建议|做法)?"
    r"(?:(?:上|中)?(?:下功夫|着力|发力|用力|入手|开展工作|推进|抓起|抓好)?)\s*[：:。，,]?\s*\Z"
)
_SLOGAN = lazy_pattern(r"[“”\"《》+＋]")
_OPEN = lazy_pattern(r"(?:以上|左右|余|多|第|其中|前|后|另)\Z")
_COUNTED = lazy_pattern(
    rf"等(?P<number>{_NUMBER})[个家](?P<noun>部门|单位|职能部门|成员单位|县直部门|执法部门|乡镇|镇街|街道)"
)
_CLAUSE = lazy_pattern(r"[^，。；：,;:（(）)！？!?\n]*\Z")
_LONGEST = 160  # code points of a list


def announced(text: str) -> int | None:
    """How many things a lead-in says that it will name (抓好四项工作：), None if it does not."""
    found = _ANNOUNCED.search(text[-24:])
    if found is None:
        return None
    before = text[-24:][: found.start()]
    if _SLOGAN.search(text[-24:]) or _OPEN.search(before):
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

    Only names that end as bodies do are counted, back from the last: the first may have a verb in
    front of it, and what stands before it may be no name at all.

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
        names = clause[0].split("、") if clause else []
        count, start = 0, found.start()
        for name in reversed(names):
            if not is_body.search(name.strip()):
                break
            count, start = count + 1, start - len(name) - (1 if count else 0)
        told = _read(found["number"])
        if told is not None and told < count:
            yield start, found.end(), count, told
