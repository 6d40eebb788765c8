"""Selection: which quantities of a text are statistics, and which only look like it."""

from __future__ import annotations

import re
from collections.abc import Collection

from drafter.facts.lexicon import Lexicon, verb_at_end
from drafter.facts.noun_phrases import clause_before
from drafter.zh.counted import (
    ABOUT_OR_OVER,
    ADDED_STAFF,
    AHEAD,
    ALL_OF_THEM,
    AT_LEAST,
    AVERAGED,
    BY_TWO,
    CHECKED_EARLY,
    CLAUSE_BEGINS,
    COUNTED_BODY,
    DAYS_TAKEN,
    DEADLINES,
    DONE_EARLY,
    EVERY,
    EXCEEDS,
    EXTREMES,
    FEWER,
    FEWER_OF,
    FULL_MARKS,
    JOINED_BY,
    LEAST_SHARE,
    LEASTS,
    LIMIT_OF,
    LISTING,
    MARKS,
    MEASURED,
    MOVES_TO,
    OBLIGED,
    OF_FRACTION,
    ONE,
    ORDINAL_BEFORE,
    PROMISED,
    PROMISED_EARLY,
    RANK_ENDS,
    RANKED,
    RATED,
    REACHING,
    READ_OVER,
    READING,
    ROUND,
    RULE,
    SCORED_FULL,
    SCORED_NOW,
    SEVERAL,
    STATUTORY,
    SUMMED_UP,
    SUMS_UP,
    TEN,
    TWO,
    UNIT_IN_BRACKETS,
    UNIT_SHARED,
    UPWARDS,
    WITHIN_LIMIT,
)
from drafter.zh.lazy import lazy_pattern
from drafter.zh.non_counts import find_non_counts
from drafter.zh.quantities import (
    AGE_UNITS,
    BODY_UNIT,
    DAY,
    HALF,
    KIND_UNITS,
    LOT_UNITS,
    MONEY,
    PEOPLE_UNITS,
    RELATIVE_UNITS,
    TENTHS,
    TIMES,
    TOLD_UNITS,
    YEARS_AND_A_HALF,
    Quantity,
    find_quantities,
    signed,
)
from drafter.zh.small_words import EACH, ETC, ORDINAL, RATE, RESPECTIVELY

_YEARLIKE = lazy_pattern(r"(?:19|20)[0-9]{2}")
_OF_YEAR = lazy_pattern(r"[\s|]*(?:19|20)[0-9]{2}\s*\|")
"""A row that a year names."""
_SIGNS = frozenset("，,。；;、“《")
_ATTACHED = frozenset("+*/·#@_.-")
_JOINED = frozenset("+*/·#@_:-—–%．.")
_ENDING = frozenset("，,。；;、）) |｜\t\n！!")
_CONTEXT = 24
_LONGEST_ROW = 600
_LONGEST_BARE = 5
_CLAUSE_ENDS = frozenset({"", "、", ",", "。", ";", "\n"})
_ACTED_WITHIN = 16
_CERTAIN_FROM = 10  # 十二场 always counts, 三项 may only sum up
_LEAST = 2  # 一次, 一批 are idioms


def select_statistics(flat: str, lexicon: Lexicon, counted: Collection[int] = ()) -> list[Quantity]:
    """The quantities of a levelled text that are statistics, in reading order.

    Args:
        flat: The text.
        lexicon: The words.
        counted: Where numbers like years begin that their column says are none.
    """
    quantities = list(find_quantities(flat, lexicon.grammar))
    if not quantities:
        return []
    in_table = "|" in flat
    if in_table or "-" in flat:
        quantities = [signed(flat, quantity, in_table=in_table) for quantity in quantities]
    closed = [*find_non_counts(flat), *(m.span() for m in lexicon.fixed.finditer(flat))]
    closed.sort()
    taken: list[Quantity] = []
    at = reach = 0  # spans passed so far; how far they reach
    for quantity in quantities:
        while at < len(closed) and closed[at][0] <= quantity.value_start:
            reach = max(reach, closed[at][1])
            at += 1
        following = closed[at][0] if at < len(closed) else len(flat)
        if quantity.value_start in counted and is_cell(flat, quantity):
            taken.append(quantity)
            continue
        if reach > quantity.value_start or following < quantity.value_end:
            continue
        if _is_statistic(flat, quantity, lexicon, taken):
            taken.append(quantity)
    return taken


def is_cell(flat: str, q: Quantity) -> bool:
    """Whether a quantity fills a cell of a table (cells are parted by `|`)."""
    if flat.find("|", max(0, q.start - _CONTEXT), q.end + _CONTEXT) < 0:
        return False
    before = flat[max(0, q.start - _CONTEXT) : q.start].rstrip(" ")[-1:]
    after = flat[q.end : q.end + _CONTEXT].lstrip(" ")[:1]
    return (before == "|" and after in {"", "|", "\n"}) or (after == "|" and before in {"|", "\n"})


def _is_statistic(flat: str, q: Quantity, lexicon: Lexicon, taken: list[Quantity]) -> bool:
    before = _before(flat, q)
    last = before[-1:]
    if last == ORDINAL or lexicon.missed.near_end(before, 2, _SIGNS):
        return False
    if not _is_measured(flat, q, before, lexicon) or _is_standing(flat, q, before):
        return False
    if q.han:
        is_share = q.unit is None  # 四分之一
        return _is_told(flat, q, before) if is_share else _is_han_statistic(flat, q, lexicon, taken)
    is_attached = q.start == q.value_start and last.isascii()  # GDP突破200亿元 is not
    if is_attached and (last.isalnum() or last in _ATTACHED):
        return False
    if q.unit is None:
        return _is_unitless_statistic(flat, q, lexicon, taken)
    return not _is_ranked(before) and not _is_owed_to_each(q, before, lexicon)


def _is_told(flat: str, q: Quantity, before: str) -> bool:
    """Whether a share in words is a result, and no rule's (三分之二以上委员同意)."""
    if q.approx in LEASTS:
        return False
    return LEAST_SHARE.search(before) is None and not OF_FRACTION.match(flat, q.end)


def _is_owed_to_each(q: Quantity, before: str, lexicon: Lexicon) -> bool:
    """Whether a rule sets it for each of them: 每人每年60学时, 每村每年补助5000元."""
    if q.unit in RELATIVE_UNITS or not _is_of_every(before):
        return False
    # 每人每月提高20元 is a sum of that year.
    has_changed = lexicon.change.near_end(before, 6, _SIGNS) or _is_linked(before, lexicon)
    return q.unit != MONEY or not has_changed


def _before(flat: str, q: Quantity) -> str:
    """The words in front of a quantity that may say whether it counts."""
    return flat[max(0, q.start - _CONTEXT) : q.start]


# Both patterns end where the text ends, so they are tried at each of its characters; the one
# character that they cannot do without is looked for first.


def _is_ranked(before: str) -> bool:
    """Whether a rank or a selection follows: 位列, 排名第, 前."""
    return before[-1:] in RANK_ENDS and RANKED.search(before) is not None


def _is_of_every(before: str) -> bool:
    """Whether a rule follows (每季度), no statistic."""
    return EACH in before and EVERY.search(before) is not None


def _is_standing(flat: str, q: Quantity, before: str) -> bool:
    """Whether a number is a rule's or a limit's, which no year changes.

    两名以上执法人员, 不得少于2人, 1000万元以上的案件, 不足10件的镇街, 满分100分.
    """
    if before.endswith(FULL_MARKS) and q.unit == MARKS:
        return SCORED_FULL.search(before) is None
    if q.approx in FEWER and FEWER_OF.match(flat, q.end):
        return True
    if q.approx != UPWARDS and not AT_LEAST.search(
        flat, max(0, q.value_start - _CONTEXT), q.value_start
    ):
        return False
    if q.unit in PEOPLE_UNITS and flat[q.value_start : q.value_end] in TWO:
        return BY_TWO.match(flat, q.end) is not None and ADDED_STAFF.search(before) is None
    return q.unit == MONEY and q.approx == UPWARDS and LIMIT_OF.match(flat, q.end) is not None


def _is_measured(flat: str, q: Quantity, before: str, lexicon: Lexicon) -> bool:
    """Whether a time or an age is a result; true of all that is neither."""
    if q.unit in AGE_UNITS:
        return AVERAGED.search(before) is not None
    return q.unit not in lexicon.durations or _is_measured_time(flat, q, before)


def _is_measured_time(flat: str, q: Quantity, before: str) -> bool:
    """Whether a time is a result (压缩至3天) and not a deadline (3天内) or a fixed term."""
    after = flat[q.end : q.end + 3]
    if q.unit == DAY:
        is_limit = after.startswith(DEADLINES) or q.approx in {WITHIN_LIMIT, UPWARDS, *LEASTS}
        is_limit = is_limit or STATUTORY.search(before) is not None
        return DAYS_TAKEN.search(before) is not None and not is_limit
    if before.endswith(EXTREMES):
        return True  # 企业开办最快0.5个工作日办结
    if before.endswith(AHEAD) and after[:1] not in _CLAUSE_ENDS:
        # 提前6个月发出提示 is a rule, 平均提前75天 and 提前20天全部办复 are results.
        return DONE_EARLY.match(flat, q.end) is not None and not _is_owed_early(flat, q, before)
    if STATUTORY.search(before) or after.startswith(PROMISED):
        return False
    if MEASURED.search(before):
        return True
    is_limit = after.startswith(DEADLINES) or q.approx in {WITHIN_LIMIT, UPWARDS}
    return not is_limit and q.unit != YEARS_AND_A_HALF


def _is_owed_early(flat: str, q: Quantity, before: str) -> bool:
    """Whether a lead of time is what a rule asks for or a service promises, each time the same."""
    if OBLIGED.search(before):
        return True
    if flat.startswith(ALL_OF_THEM, q.end):
        return False
    return PROMISED_EARLY.search(before) is not None or CHECKED_EARLY.match(flat, q.end) is not None


# ------------------------------------------------------------- without a unit


def _is_unitless_statistic(flat: str, q: Quantity, lexicon: Lexicon, taken: list[Quantity]) -> bool:
    """Whether a number without a measure word counts something: 4部门, 指数达62.3, 差评率为0."""
    printed = flat[q.value_start : q.value_end]
    if _YEARLIKE.fullmatch(printed) and q.approx is None:
        return is_cell(flat, q) and _is_counted_row(flat, q)
    if is_cell(flat, q):
        return not _is_first_cell(flat, q)
    if printed in lexicon.hotlines:
        return False
    before = _before(flat, q)
    if q.bare:
        return not _is_ranked(before) and len(printed) <= _LONGEST_BARE
    rest = flat[q.end : q.end + 1].replace("+", flat[q.end + 1 : q.end + 2])  # 突破10万+
    if rest and (rest in _JOINED or rest not in _ENDING):
        moves = MOVES_TO.match(flat, q.end) is not None and RATED.search(before) is not None
        return moves or _shares_unit(flat, q)
    return _is_announced(flat, q, before, lexicon, taken)


def _shares_unit(flat: str, q: Quantity) -> bool:
    """Whether the unit of a number stands behind the next one: 分别提高0.3和2.1个百分点."""
    is_shared = UNIT_SHARED.match(flat, q.end) is not None
    return is_shared and RESPECTIVELY in clause_before(flat, q.start)


def _is_announced(
    flat: str, q: Quantity, before: str, lexicon: Lexicon, taken: list[Quantity]
) -> bool:
    """Whether the words before a lone number say that a value comes."""
    follows = taken and taken[-1].unit is None and LISTING.fullmatch(flat[taken[-1].end : q.start])
    if follows or before.rstrip(" ").endswith(SEVERAL) or _shares_unit(flat, q):
        return True
    is_linked = _is_linked(before, lexicon)
    is_index = lexicon.indexes.near_end(before, 8, _SIGNS) is not None
    if RATED.search(before):
        return True
    if "." in flat[q.value_start : q.value_end]:
        is_rate = RATE in before[-8:] and is_linked
        return is_index or is_rate or SCORED_NOW.search(before) is not None
    if flat[q.end : q.end + 1] == "、" and q.approx is None:
        return False
    return is_linked or is_index or q.approx is not None


def _is_postposed(flat: str, q: Quantity, before: str) -> bool:
    """Whether a number ends its clause behind a noun: 新建法治公园两个、普法长廊三处."""
    after = flat[q.end : q.end + 1]
    ends = after in _CLAUSE_ENDS or (q.unit in LOT_UNITS and after.isdigit())  # 典型案例三批15件
    return ends and before[-1:].isalpha() and not before.endswith(SUMMED_UP)


def _is_linked(before: str, lexicon: Lexicon) -> bool:
    """Whether 达, 共计 or the like stands in front, an approximator between them left out."""
    bare = before.removesuffix(EXCEEDS).rstrip(ABOUT_OR_OVER)
    return lexicon.links.at_end(before) is not None or lexicon.links.at_end(bare) is not None


def _is_counted_row(flat: str, q: Quantity) -> bool:
    """Whether the name of a number's row says in what it is counted: 受理（件）|1946."""
    window = max(0, q.start - _LONGEST_ROW)
    row = flat[max(window, flat.rfind("\n", window, q.start) + 1) : q.start]
    named = next((cell for cell in map(str.strip, row.split("|")) if cell), "")
    return UNIT_IN_BRACKETS.search(named) is not None


def _is_first_cell(flat: str, q: Quantity) -> bool:
    """Whether no words stand before a number in its row, so that it only numbers the row."""
    window = max(0, q.start - _LONGEST_ROW)
    row = flat[max(window, flat.rfind("\n", window, q.start) + 1) : q.start]
    return not re.search(r"[^\d\s|.]", row) and not _OF_YEAR.match(row)


# --------------------------------------------------------- in Chinese numerals


def _is_han_statistic(flat: str, q: Quantity, lexicon: Lexicon, taken: list[Quantity]) -> bool:
    """Whether a number in Chinese numerals counts something: 十二场 does, 一批 and 三级 do not."""
    printed = flat[q.value_start : q.value_end]
    before = _before(flat, q)
    if before[-1:] in ORDINAL_BEFORE and before and not q.approx:
        return False
    # 压缩至一天半: too little to count otherwise
    is_half = HALF in printed and q.unit in lexicon.durations and MEASURED.search(before)
    if q.unit == "%" or is_half or (q.unit == TENTHS and printed not in ROUND | {ONE, TEN}):
        return True
    if q.unit == TENTHS and printed == ONE:
        return lexicon.change.at_end(before) is not None  # 同比下降一成
    is_counted = not _is_ranked(before) and not _is_of_every(before)
    if not is_counted or printed in ROUND:
        # 过千万元的楼宇: a threshold, no amount
        is_limit = q.unit == MONEY and REACHING.match(flat, q.end) is not None
        return is_counted and q.approx is not None and not is_limit
    is_vague = lexicon.vague.near(flat, q.end, 6, _SIGNS) is not None
    if q.number is None or q.number >= _CERTAIN_FROM:
        return not (is_vague and printed == TEN)
    return q.number >= _LEAST and not is_vague and _is_small_count(flat, q, before, lexicon, taken)


def _is_small_count(
    flat: str, q: Quantity, before: str, lexicon: Lexicon, taken: list[Quantity]
) -> bool:
    """Whether 二 to 九 counts: after a verb, or with a unit that only ever counts (两次)."""
    if _sums_up(flat, q, before):
        return False
    is_acted = (
        verb_at_end(before, lexicon) is not None
        or _is_linked(before, lexicon)
        or (before.endswith(ETC) and q.unit not in KIND_UNITS)  # 处罚、查封等两类 only sums up
        or (q.unit == TIMES and lexicon.verb.match(flat, q.end) is not None)  # 先后四次听取
        or bool(taken and taken[-1].han and flat[taken[-1].end : q.start][:1] == "、")
    )
    if is_acted:
        return True
    clause = clause_before(flat, q.start)[-_ACTED_WITHIN:]
    is_told = lexicon.verb.search(clause) is not None
    if _is_postposed(flat, q, before) and (is_told or taken):
        return True
    if q.unit in lexicon.small and (q.approx is not None or is_told):
        return True
    is_rule = RULE.match(flat, q.end) is not None  # 两名执法人员应当…, 两个单位之间
    return not is_rule and _opens_clause(flat, q, before, clause, lexicon)


def _sums_up(flat: str, q: Quantity, before: str) -> bool:
    """Whether a small number only sums up what was told: 两项指标均, or how a law was read."""
    if q.unit == TIMES:
        return READ_OVER.search(before) is not None and READING.match(flat, q.end) is not None
    return SUMS_UP.match(flat, q.end) is not None


def _opens_clause(flat: str, q: Quantity, before: str, clause: str, lexicon: Lexicon) -> bool:
    """Whether a small number tells of who or what stands behind it: 三名调解员被评为…."""
    is_first = clause in CLAUSE_BEGINS
    if q.unit == BODY_UNIT:
        is_joined = is_first or before.endswith(JOINED_BY)
        return is_joined and COUNTED_BODY.match(flat, q.end) is not None
    if not is_first or q.unit not in TOLD_UNITS or not flat[q.end : q.end + 1].isalpha():
        return False
    is_verb = lexicon.verb.match(flat, q.end) is not None
    return not is_verb or lexicon.compound.match(flat, q.end) is not None
