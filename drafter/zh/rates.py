"""Rates (比率) in a sentence: what is one, what changes it, what may exceed one hundred."""

from __future__ import annotations

import re

_CLAUSE = re.compile(r"[^，,。；;：:]*$")
_RATE = re.compile(r"(?:率|比例|占比|比重|覆盖面)")
_RATE_BEFORE = re.compile(r"率[^。；;]*$")
_CHANGE = re.compile(
    r"(?:提高|提升|上升|增长|增加|增幅|下降|降低|减少|回落|下滑|降幅|升|降)了?(?:近|约|超|超过|为)?$"
)
_COMPARED = re.compile(r"同比|环比|较上年|比上年|较\d{4}年|比\d{4}年|较去年|比去年|上升|提高|下降")
_SHARE = re.compile(r"[占](?:比|全[部县市区]|总)")
_RATE_END = re.compile(
    r"(?:率|覆盖面|比例|占比|比重)(?:均|都|分别|已|全部)?(?:达到?|为|是|保持在|稳定在|约|近)?了?$"
)
_GROWING = re.compile(
    r"(?:增长|增|增幅|增速|升幅|完成|执行|达标|回报|收益|投资|杠杆|周转|负债|增值|利用|兑现|使用)率?[^，,]{0,6}$"
)


def is_change_of_rate(before: str) -> bool:
    """Whether a percentage, by the words before it, is said of a change of a rate.

    `before` is the levelled text up to the figure. 提高到98% is a level and no change;
    案件量同比增长5% changes a count.
    """
    clause = _CLAUSE.search(before)
    words = clause.group() if clause else ""
    if not _CHANGE.search(words):
        return False
    if _RATE.search(words):
        return True
    # 办结率98%，同比提高2%: the clause before names the rate and its value.
    earlier = before[: len(before) - len(words)].rstrip("，,")
    stated = _CLAUSE.search(earlier)
    named = stated.group() if stated else ""
    is_bare = _COMPARED.match(words) is not None and not re.search(r"\d", words[2:])
    return is_bare and named.endswith("%") and _RATE.search(named) is not None


def is_rate_name(before: str) -> bool:
    """Whether the words right before a percentage name a rate (按时办结率达)."""
    clause = _CLAUSE.search(before)
    return clause is not None and _RATE_END.search(clause.group()) is not None


def may_exceed_hundred(before: str) -> bool:
    """Whether the words before a percentage name a growth or a fulfilment, which may exceed 100."""
    clause = _CLAUSE.search(before)
    return clause is not None and _GROWING.search(clause.group()) is not None
