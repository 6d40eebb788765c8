"""Statistics (统计数字): which quantities of a report are figures to collect anew, and what they count."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from rapidfuzz import fuzz

from drafter.knowledge.indicators import Indicator, Indicators
from drafter.model import Figure, Passage, Ref, Report
from drafter.zh.quantities import (
    Quantity, QuantityGrammar, compile_quantities, compile_words, find_non_counts, find_quantities, level, level_cells,
)  # fmt: skip

FIGURE_ROLES = frozenset({"heading", "item", "body", "preamble", "table", "closing"})
"""Roles of passages that may carry statistics."""

_STOPS = frozenset("，,。；;：:！!？?\n|｜\t")
_LISTING = re.compile(r"[、,，和及与 ]{1,3}")
_RATES = frozenset({"%", "‰", "个百分点", "百分点", "倍", "成"})
_YEARLIKE = re.compile(r"(?:19|20)[0-9]{2}")
_EVERY = re.compile(r"每(?:周|月|季度?|半年|年|天|日|旬)[^，,。；;、]{0,8}\Z")
_RANKED = re.compile(r"(?<![目之以此当日年])前[ ]?\Z")
_LEADING_DATE = re.compile(
    r"(?:(?:19|20)?[0-9]{2}年度?|[〇零一二三四五六七八九十]{2,4}年度?|[0-9]{1,2}月份?|截至[^，,]{0,8}?(?:日|月|底|末|目前))+"
)
_COMPARED = re.compile(r"(?<!同)(?:比|较)(?:上一?年度?|去年|往年|(?:19|20)[0-9]{2}年)?(?:同期|全年|年末|年底)?")
_LAST_YEAR = re.compile(
    r"(?:比|较|而)?(?:上一?年度?|去年|前年|往年|(?:19|20)[0-9]{2}年)(?:同期|全年|年末|年底)?的?"
)
_PLACED = re.compile(r"(?:在|对|于)[^，,。]{0,24}?(?:工作中|测评中|过程中|中|上|方面|期间|领域内)(?=[^，,、])")
_ETC = re.compile(r"(?<![平同初高中同均上下相特头])等(?![级次于额值同级分化])")
_HAN_WORD = re.compile(r"[一-鿿A-Za-z“”《》（）()·]")
_PRIOR = "上年"
_MAX_NOUN = 12
_MAX_LIST = 8
_MAX_FOLLOWING = 16
_MAX_TAIL = 8
_FUZZY = 88  # below it, other indicators of the same office win over the right one (tried 80–95)


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A statistic in one text; `Figure` without a passage.

    Attributes:
        start: From the approximator or the first digit.
        end: To the end of the unit.
        text: The words between them.
        value: The number as printed.
        value_start: Where it begins.
        value_end: Where it ends.
        unit: None where nothing follows the number.
        number: Exact amount, None for a range.
        approx: None where exact.
        indicator: Shortest phrase that names what is counted; may be empty.
        key: Indicator of `schemas/indicators.yaml`, None where none fits.
    """

    start: int
    end: int
    text: str
    value: str
    value_start: int
    value_end: int
    unit: str | None
    number: Decimal | None
    approx: str | None
    indicator: str
    key: str | None = None


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """Patterns made of the words in `measures.yaml`, compiled once per data set."""

    grammar: QuantityGrammar
    small: frozenset[str]
    durations: frozenset[str]
    fixed: re.Pattern[str]
    hotlines: frozenset[str]
    missed: re.Pattern[str]
    vague: re.Pattern[str]
    links: re.Pattern[str]
    indexes: re.Pattern[str]
    verb: re.Pattern[str]
    verb_end: re.Pattern[str]
    adverb: re.Pattern[str]
    scope: re.Pattern[str]
    compound: re.Pattern[str]
    cutter: re.Pattern[str]
    strong_cutter: re.Pattern[str]
    light: frozenset[str]
    case_units: frozenset[str]
    causative: re.Pattern[str]
    change: re.Pattern[str]
    trailing: tuple[str, ...]
    stop: re.Pattern[str]
    generic: frozenset[str]
    rates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Name:
    """What a figure counts: a noun, and the verb that says what was done with it."""

    noun: str
    verb: str = ""
    tail: str = ""
    following: bool = False


def find_figures(text: str, indicators: Indicators, *, is_table: bool = False) -> tuple[FoundFigure, ...]:
    """The statistics of one paragraph, in reading order.

    Args:
        text: A whole passage, unwrapped.
        indicators: Words and indicators.
        is_table: Whether it is rows of a table, so that wide blanks part its cells.
    """
    lexicon = _lexicon(indicators)
    flat = level_cells(text) if is_table or "|" in text or "｜" in text or "\t" in text else level(text)
    quantities = _statistics(flat, lexicon)
    names = _name_all(flat, quantities, lexicon)
    names = [_as_printed(name, text, flat, q) for name, q in zip(names, quantities, strict=True)]
    phrases = _phrases(names, lexicon)
    return tuple(
        FoundFigure(
            start=q.start,
            end=q.end,
            text=text[q.start : q.end],
            value=text[q.value_start : q.value_end],
            value_start=q.value_start,
            value_end=q.value_end,
            unit=q.unit,
            number=q.number,
            approx=q.approx,
            indicator=phrase,
            key=_key(name, phrase, q.unit, flat, indicators),
        )
        for q, name, phrase in zip(quantities, names, phrases, strict=True)
    )


def mark_figures(report: Report, indicators: Indicators) -> tuple[Figure, ...]:
    """All statistics of a report, in reading order, with references into its passages."""
    return tuple(
        Figure(
            ref=Ref(passage.id, f.start, f.end),
            text=f.text,
            value=f.value,
            value_start=f.value_start,
            value_end=f.value_end,
            unit=f.unit,
            number=f.number,
            approx=f.approx,
            indicator=f.indicator,
            key=f.key,
        )
        for passage in report.passages
        if passage.role in FIGURE_ROLES
        for f in _figures_of(passage, indicators)
    )


def _figures_of(passage: Passage, indicators: Indicators) -> tuple[FoundFigure, ...]:
    found = find_figures(passage.text, indicators, is_table=passage.role == "table")
    marker = len(passage.marker) if passage.marker and passage.text.startswith(passage.marker) else 0
    return tuple(f for f in found if f.value_start >= marker)


@lru_cache(maxsize=8)
def _lexicon(indicators: Indicators) -> _Lexicon:
    measures = indicators.measures
    lists = measures.lists
    return _Lexicon(
        grammar=compile_quantities(
            ((u.word, u.not_before, u.han_only) for u in measures.units),
            lists["bare_nouns"], measures.before, measures.after, measures.not_after,
        ),
        small=frozenset(u.word for u in measures.units if u.small),
        durations=frozenset(u.word for u in measures.units if u.duration),
        fixed=compile_words(lists["fixed"]),
        hotlines=frozenset(lists["hotlines"]),
        missed=re.compile(rf"(?:{compile_words(lists['missed']).pattern})[^，,。；;、]{{0,2}}\Z"),
        vague=re.compile(rf"[^，,。；;、“《]{{0,6}}?(?:{compile_words(lists['vague_nouns']).pattern})"),
        links=re.compile(rf"(?:{compile_words(lists['linkers']).pattern})[约近超]?[过]?\Z"),
        indexes=re.compile(rf"(?:{compile_words(lists['indexes']).pattern})[^，,。；;]{{0,8}}\Z"),
        verb=compile_words(lists["verbs"]),
        verb_end=re.compile(rf"(?:{compile_words(lists['verbs']).pattern})(?:了|过|各|共|出|成)?\Z"),
        adverb=compile_words((*lists["adverbs"], *lists["scopes"])),
        scope=compile_words(lists["scopes"]),
        compound=compile_words(lists["compounds"]),
        cutter=compile_words(lists["cutters"]),
        strong_cutter=re.compile(rf"(?:共|累计|全年|先后|已经|总计)(?:{compile_words(lists['verbs']).pattern})"),
        light=frozenset(lists["light_verbs"]),
        case_units=frozenset(lists["case_units"]),
        causative=compile_words(lists["causatives"]),
        change=compile_words(lists["changes"]),
        trailing=tuple(
            sorted({*lists["trailing"], *_cut_off(lists["linkers"]), *measures.before}, key=len, reverse=True)
        ),
        stop=compile_words(lists["stops"]),
        generic=frozenset(lists["generic_nouns"]),
        rates=lists["rate_suffixes"],
    )  # fmt: skip


def _cut_off(linkers: tuple[str, ...]) -> tuple[str, ...]:
    """Linkers that are no part of a name: not 数量 and 总量."""
    return tuple(word for word in linkers if not word.endswith(("数", "量")))


# ------------------------------------------------------- which are statistics


def _statistics(flat: str, lexicon: _Lexicon) -> list[Quantity]:
    """The quantities of a levelled text that are statistics."""
    closed = [*find_non_counts(flat), *(m.span() for m in lexicon.fixed.finditer(flat))]
    closed.sort()
    starts = [start for start, _ in closed]
    reach: list[int] = []
    for _, end in closed:
        reach.append(max(end, reach[-1] if reach else 0))
    taken: list[Quantity] = []
    for quantity in find_quantities(flat, lexicon.grammar):
        at = bisect_right(starts, quantity.value_start) - 1
        if at >= 0 and reach[at] > quantity.value_start:
            continue
        following = starts[at + 1] if at + 1 < len(starts) else len(flat)
        if following < quantity.value_end:
            continue
        if _is_statistic(flat, quantity, lexicon, taken):
            taken.append(quantity)
    return taken


def _is_statistic(flat: str, q: Quantity, lexicon: _Lexicon, taken: list[Quantity]) -> bool:
    before = flat[max(0, q.start - 24) : q.start]
    if lexicon.missed.search(before) or (q.start and flat[q.start - 1] in "第"):
        return False
    if q.han:
        return _is_han_statistic(flat, q, lexicon)
    if q.start and (flat[q.start - 1].isascii() and (flat[q.start - 1].isalnum() or flat[q.start - 1] in "+*/·#@_.-")):
        return False
    if q.unit is None:
        return _is_unitless_statistic(flat, q, lexicon, taken)
    if q.unit in lexicon.durations and not _is_measured_time(flat, q, before):
        return False
    if _RANKED.search(before) or (_EVERY.search(before) and q.unit not in _RATES):
        return False
    return not (q.unit in {"名", "位"} and before.endswith(("排名", "位列", "位居")))


def _is_measured_time(flat: str, q: Quantity, before: str) -> bool:
    """Whether a time is a result (压缩至3天) and not a deadline (3天内) or a fixed term."""
    after = flat[q.end : q.end + 3]
    if "法定" in before[-4:] or after.startswith(("办结", "办好", "办成", "办理", "响应", "即办")):
        return False
    if re.search(r"(?:压缩|缩短|平均|由|从|减少|提速|时长|时间|时限|用时|耗时|历时|为期|达到?|累计|共|培训|至|到)[^，,。；;]{0,8}\Z", before):
        return True
    return not after.startswith(("内", "之内", "前", "后", "外", "以外", "之外", "以上", "服务", "计划", "行动", "工作制")) and q.approx not in {"以内", "以上"}


def _is_unitless_statistic(flat: str, q: Quantity, lexicon: _Lexicon, taken: list[Quantity]) -> bool:
    printed = flat[q.value_start : q.value_end]
    if printed in lexicon.hotlines or (_YEARLIKE.fullmatch(printed) and q.approx is None):
        return False
    if _is_cell(flat, q):
        return not _is_first_cell(flat, q)
    before = flat[max(0, q.start - 24) : q.start]
    if q.bare:
        return not _RANKED.search(before) and len(printed) <= 5
    rest = flat[q.end : q.end + 1]
    if rest and (rest.isalnum() or rest in "+*/·#@_:-—–%．."):
        return False
    if rest and rest not in "，,。；;、）) |｜\t\n！!":
        return False
    if taken and taken[-1].unit is None and _LISTING.fullmatch(flat[taken[-1].end : q.start]):
        return True
    if before.rstrip(" ").endswith(("分别为", "分别达", "分别是", "分别达到", "分别")):
        return True
    if "." in printed:
        return bool(lexicon.indexes.search(before)) or ("率" in before[-8:] and bool(lexicon.links.search(before)))
    if rest == "、" and q.approx is None:
        return False
    return bool(lexicon.links.search(before)) or q.approx is not None or bool(lexicon.indexes.search(before))


def _is_cell(flat: str, q: Quantity) -> bool:
    """Whether a quantity fills a cell of a table."""
    before = flat[: q.start].rstrip(" ")[-1:]
    after = flat[q.end :].lstrip(" ")[:1]
    return (before == "|" and after in {"", "|", "\n"}) or (after == "|" and before in {"|", "\n"})


def _is_first_cell(flat: str, q: Quantity) -> bool:
    """Whether no words stand before a number in its row, so that it only numbers the row."""
    row = flat[flat.rfind("\n", 0, q.start) + 1 : q.start]
    return not re.search(r"[^\d\s|.]", row)


def _row_name(flat: str, q: Quantity, lexicon: _Lexicon) -> _Name:
    """What a number in a table counts: the words of the first cell of its row."""
    row = flat[flat.rfind("\n", 0, q.start) + 1 : q.start]
    words = next((cell for cell in map(str.strip, row.split("|")) if re.search(r"[^\d\s.]", cell)), "")
    noun, verb, _ = _split_clause(re.sub(r"[（(][^（()）]{1,8}[)）]\Z", "", words), lexicon, is_rate=False)
    return _Name(noun or words, verb)


def _is_han_statistic(flat: str, q: Quantity, lexicon: _Lexicon) -> bool:
    """Whether a number in Chinese numerals counts something: 十二场 does, 一批 and 三级 do not."""
    printed = flat[q.value_start : q.value_end]
    before = flat[max(0, q.start - 12) : q.start]
    if q.unit is None:
        return False
    if q.value_start and flat[q.value_start - 1] in "第初周期星零〇一二三四五六七八九十百0123456789.届每任同" and not q.approx:
        return False
    if q.unit == "%" or (q.unit == "成" and printed not in "一十百千万"):
        return True
    if q.unit in lexicon.durations and not _is_measured_time(flat, q, before):
        return False
    if _RANKED.search(before) or _EVERY.search(before):
        return False
    amount = q.number
    if printed in {"百", "千", "万", "百万", "千万", "亿"}:
        return q.approx is not None
    if amount is None or amount >= 10:
        return not (printed == "十" and lexicon.vague.match(flat, q.end))
    if amount < 2 or lexicon.vague.match(flat, q.end):
        return False
    acted = (
        lexicon.verb_end.search(before) is not None
        or lexicon.links.search(before) is not None
        or before.endswith("等")
    )
    if q.unit not in lexicon.small:
        return acted
    return acted or q.approx is not None or lexicon.verb.search(_clause_before(flat, q.start)[-10:]) is not None


# ------------------------------------------------------------- what they count


def _clause_before(flat: str, at: int, floor: int = 0) -> str:
    """The words in front of `at` back to the clause's beginning, quotation marks and brackets kept whole."""
    closing = {"）": "（", ")": "(", "”": "“", "》": "《", "】": "【"}
    i = at
    while i > floor:
        char = flat[i - 1]
        if char in closing:
            opened = flat.rfind(closing[char], max(floor, i - 40), i - 1)
            if opened >= 0:
                i = opened
                continue
        if char in _STOPS or char in "（(《":
            break
        i -= 1
    return flat[i:at]


def _name_all(flat: str, quantities: list[Quantity], lexicon: _Lexicon) -> list[_Name]:
    names: list[_Name] = []
    shares = _shares(flat, quantities)
    for i, q in enumerate(quantities):
        previous = quantities[i - 1] if i else None
        floor = previous.end if previous else 0
        clause = _clause_before(flat, q.start, floor)
        touches = previous is not None and q.start - len(clause) == previous.end
        same_sentence = previous is not None and not re.search("[。；;!！\n]", flat[floor : q.start])
        if _is_cell(flat, q):
            names.append(_row_name(flat, q, lexicon))
            continue
        if i in shares:
            names.append(_shared_name(flat, quantities, names, i, shares[i], lexicon))
            continue
        if touches and names:
            clause = _after_previous(clause, names[-1])
        if not clause and q.start and flat[q.start - 1] in "（(":
            clause = _clause_before(flat, q.start - 1, floor)
        limit = quantities[i + 1].start if i + 1 < len(quantities) else len(flat)
        topic = _topic(flat, quantities[:i], names, q) if names else None
        names.append(_name(flat, q, clause, names[-1] if names and same_sentence else None, topic, limit, lexicon))
    return names


def _topic(flat: str, before: list[Quantity], names: list[_Name], q: Quantity) -> _Name | None:
    """What a bare verb refers back to: the last figure of that unit with a verb of its own, else the last one."""
    last: _Name | None = None
    floor = max(flat.rfind("。", 0, q.start), flat.rfind("\n", 0, q.start))
    for quantity, name in zip(reversed(before), reversed(names), strict=True):
        if quantity.start < floor:
            break
        if quantity.unit == q.unit and not name.tail:
            if name.verb and name.noun != name.verb:
                return name
            last = last or name
    return last


def _after_previous(clause: str, name: _Name) -> str:
    """What is left of a clause that the figure before reaches into (34个｜部门、21个镇街)."""
    clause = clause.lstrip(" ")
    if name.following and clause.startswith(name.noun):
        clause = clause[len(name.noun) :]
    head, mark, rest = clause.partition("、")
    return rest if mark and len(head) <= _MAX_FOLLOWING else clause


def _name(
    flat: str, q: Quantity, clause: str, before: _Name | None, topic: _Name | None, limit: int, lexicon: _Lexicon
) -> _Name:  # fmt: skip
    """The name of one figure.

    Args:
        flat: The levelled text.
        q: The figure.
        clause: The words in front of it.
        before: The name of the figure before it in the same sentence.
        topic: What a verb without an object refers to (接收申请337件，审结283件).
        limit: Where the next figure begins.
        lexicon: The words.
    """
    is_rate = q.unit in _RATES
    noun, verb, tail = _split_clause(clause, lexicon, is_rate=is_rate)
    following = _following(flat, q, limit, lexicon)
    if tail and not noun and (before or topic):
        return replace(before or topic or _Name(""), tail=tail, following=False)
    if is_rate:
        if noun or tail:
            return _Name(noun, "" if noun else verb, tail)
        return _Name(following or verb or (before.noun if before else ""), following=bool(following))
    if following:
        return _Name(following, "" if noun else verb, following=True)
    if (noun or verb) in lexicon.light and before:
        return _Name(before.noun, noun or verb)
    if not noun and topic and verb and q.unit in lexicon.case_units:
        return _Name(topic.noun, verb)
    carried = topic or before
    return _Name(noun or verb or (carried.noun if carried else ""), verb if noun else "", tail)


def _split_clause(clause: str, lexicon: _Lexicon, *, is_rate: bool) -> tuple[str, str, str]:
    """Noun, verb and change (增长) of the words in front of a figure; each may be empty."""
    phrase = _strip_trailing(clause.strip(" "), lexicon)
    if etc := list(_ETC.finditer(phrase)):
        rest = phrase[etc[-1].end() :]
        phrase = rest if len(rest) >= 2 else phrase[: etc[-1].start()]
    phrase = _PLACED.sub("", phrase, count=1) if len(phrase) > 6 else phrase
    phrase, tail = _split_change(phrase, lexicon)
    if is_rate or phrase.endswith(lexicon.rates):
        phrase = _strip(phrase, lexicon.scope, lexicon)
        while (m := lexicon.causative.match(phrase)) and len(phrase) - m.end() >= 2:
            phrase = _strip(phrase[m.end() :], lexicon.scope, lexicon)
        return _shorten(phrase, lexicon, is_rate=True), "", tail
    return *_split_verb(phrase, lexicon), tail


def _split_verb(phrase: str, lexicon: _Lexicon) -> tuple[str, str]:
    """Noun and verb of a phrase without its change: 全年受理法律援助案件 → 法律援助案件, 受理."""
    phrase = _strip(phrase, lexicon.adverb, lexicon)
    if lexicon.compound.fullmatch(phrase):
        return phrase, ""
    verb, whole = "", phrase
    while (m := lexicon.verb.match(phrase)) and not lexicon.compound.match(phrase):
        rest = _strip(phrase[m.end() :], lexicon.adverb, lexicon)
        if (len(rest) < 2 and m.end() < len(phrase)) or rest.startswith(lexicon.rates):
            break
        if not rest:
            return "", whole
        verb, phrase = m[0], rest
    noun = _shorten(phrase, lexicon, is_rate=False)
    if noun != phrase and (m := lexicon.verb_end.search(phrase[: len(phrase) - len(noun)])):
        verb = m[0]
    return noun, verb


def _strip_trailing(phrase: str, lexicon: _Lexicon) -> str:
    while True:
        phrase = phrase.rstrip(" ")
        for word in lexicon.trailing:
            if phrase.endswith(word):
                phrase = phrase[: -len(word)]
                break
        else:
            return phrase


def _strip(phrase: str, words: re.Pattern[str], lexicon: _Lexicon) -> str:
    """A phrase without the dates, scopes and adverbs in front of it; empty if there is nothing else."""
    while True:
        shorter = phrase.lstrip(" 、，,：:·|")
        if m := _LEADING_DATE.match(shorter):
            shorter = shorter[m.end() :]
        if (m := words.match(shorter)) and not lexicon.compound.match(shorter):
            rest = shorter[m.end() :]
            if len(rest) != 1 and not rest.startswith(lexicon.rates):
                shorter = rest
        if shorter == phrase:
            return phrase
        phrase = shorter


def _split_change(phrase: str, lexicon: _Lexicon) -> tuple[str, str]:
    """The phrase before a change, and the change: 涉企检查同比下降 → 涉企检查, 同比下降."""
    if _LAST_YEAR.fullmatch(phrase) and not (phrase[0].isdigit() and not phrase.endswith(("期", "的"))):
        return "", _PRIOR
    if m := _COMPARED.search(phrase):
        rest = phrase[m.end() :]
        if lexicon.change.search(rest) and (m.start() == 0 or len(rest) <= 8):
            tail = rest if m.end() - m.start() > 1 else phrase[m.start() :]
            if len(tail) > _MAX_TAIL and (last := list(lexicon.change.finditer(tail))):
                tail = tail[last[-1].start() :]
            return phrase[: m.start()], tail
    for m in lexicon.change.finditer(phrase):
        rest = phrase[m.start() :]
        if len(rest) <= 6 and lexicon.change.sub("", rest).strip("了") == "":
            return phrase[: m.start()], rest
    return phrase, ""


def _shorten(phrase: str, lexicon: _Lexicon, *, is_rate: bool) -> str:
    """The head of a long noun phrase: after the last 的, verb, or 、 outside quotation marks."""
    for mark in "的》":
        rest = phrase.rpartition(mark)[2]
        phrase = rest if len(rest) >= 2 else phrase
    if not is_rate:
        phrase = _after_cutter(phrase, lexicon)
    if len(phrase) > _MAX_NOUN and not is_rate:
        ends = [m.end() for m in _verbs(phrase, lexicon) if len(phrase) - m.end() >= 4]
        ends = [e for e in ends if not phrase[e:].startswith(lexicon.rates)]
        if ends:
            phrase = _strip(phrase[ends[-1] :], lexicon.adverb, lexicon)
    if len(phrase) > _MAX_LIST and "、" in phrase:
        rest = phrase.rsplit("、", 1)[1]
        phrase = rest if len(rest) >= 2 and rest.count("”") == rest.count("“") else phrase
    return phrase


def _after_cutter(phrase: str, lexicon: _Lexicon) -> str:
    """What follows the last verb that never stands inside a noun: 事项形成应急预案 → 应急预案."""
    for m in reversed([*lexicon.cutter.finditer(phrase, 1), *lexicon.strong_cutter.finditer(phrase)]):
        rest = _strip(phrase[m.end() :], lexicon.adverb, lexicon)
        inside = any(c.start() < m.end() and c.end() > m.start() for c in lexicon.compound.finditer(phrase))
        if len(rest) >= 2 and not inside and rest.count("”") == rest.count("“") and not rest.startswith(lexicon.rates):
            return rest
    return phrase


def _verbs(phrase: str, lexicon: _Lexicon) -> list[re.Match[str]]:
    """The verbs in a phrase that are not parts of compounds (规范性文件)."""
    kept = [m.span() for m in lexicon.compound.finditer(phrase)]
    return [m for m in lexicon.verb.finditer(phrase) if not any(a < m.end() and b > m.start() for a, b in kept)]


def _following(flat: str, q: Quantity, limit: int, lexicon: _Lexicon) -> str:
    """The noun behind a figure: 2个｜联系点, 5件…报请备案的｜规范性文件; '' if none is there."""
    at = q.end
    while at < len(flat) and flat[at] == " ":
        at += 1
    linked = flat[at : at + 1] == "的"
    at += linked
    words = _words_behind(flat, at, limit)
    if _acts(words, lexicon):
        return ""
    if not linked and "的" in words[2:]:
        first, _, last = words.rpartition("的")
        acted = _verbs(first, lexicon) and not lexicon.stop.match(first)
        words = last if acted and len(last) >= 2 else first
    if not words or not _HAN_WORD.match(words) or _stops(words, lexicon) or _acts(words, lexicon):
        return ""
    words = words[: _stop_in(words, lexicon)]
    return words[:_MAX_FOLLOWING].rstrip(" ")


def _words_behind(flat: str, at: int, limit: int) -> str:
    """The words from `at` to the clause's end, a digit, or a name in quotation marks behind a noun."""
    end = at
    depth = 0
    while end < limit and end - at < 40:
        char = flat[end]
        if char == "、" and depth == 0 and 2 <= end - at <= 4 and flat[end - 1] in "性型类级化":
            end += 1
            continue
        if depth == 0 and (char in _STOPS or char in "、。)）”"):
            break
        if char in "“（(《":
            if end - at >= 2 and (char == "《" or (char == "“" and flat[flat.find("”", end) + 1 :][:1] == "的")):
                break
            depth += 1
        elif depth and char in "”）)》":
            depth -= 1
        elif char.isdigit() and depth == 0:
            break
        end += 1
    return flat[at:end]


def _stops(words: str, lexicon: _Lexicon) -> bool:
    return lexicon.stop.match(words) is not None and lexicon.compound.match(words) is None


def _stop_in(words: str, lexicon: _Lexicon) -> int:
    """Where the noun at the beginning of some words ends."""
    kept = [m.span() for m in lexicon.compound.finditer(words)]
    first = max(1, words.rfind("”") + 1)
    cuts = [m.start() for m in lexicon.stop.finditer(words, first)]
    cuts += [m.start() for m in lexicon.verb.finditer(words, max(3, first)) if len(words) - m.end() >= 2]
    free = [c for c in cuts if not any(a <= c < b for a, b in kept)]
    return min(free, default=len(words))


def _acts(words: str, lexicon: _Lexicon) -> bool:
    """Whether words begin with a verb that is not the beginning of a noun."""
    return (
        lexicon.verb.match(words) is not None
        and lexicon.compound.match(words) is None
        and not _is_compound(words, lexicon)
    )


def _is_compound(words: str, lexicon: _Lexicon) -> bool:
    """Whether a verb begins a noun (督察组, 检查计划, 服务窗口)."""
    m = lexicon.verb.match(words)
    if m is None:
        return False
    rest = words[m.end() :]
    return (
        0 < len(rest) <= 8
        and lexicon.stop.match(rest) is None
        and lexicon.verb.match(rest) is None
        and not rest.startswith(("了", "过", "各"))
    )


def _shares(flat: str, quantities: list[Quantity]) -> dict[int, tuple[int, int, int]]:
    """Figures that share 分别 (分别为14%、12%): index → (first of the group, its size, place in the text of 分别)."""
    shares: dict[int, tuple[int, int, int]] = {}
    i = 0
    while i < len(quantities):
        j = i
        while j + 1 < len(quantities) and _LISTING.fullmatch(flat[quantities[j].end : quantities[j + 1].start]):
            j += 1
        size = j - i + 1
        lead = flat[max(0, quantities[i].start - 10) : quantities[i].start]
        at = lead.rfind("分别")
        if size > 1 and at >= 0 and not any(c in _STOPS for c in lead[at:]):
            place = quantities[i].start - len(lead) + at
            for k in range(i, j + 1):
                shares[k] = (i, size, place)
        i = j + 1
    return shares


def _shared_name(
    flat: str, quantities: list[Quantity], names: list[_Name], i: int, share: tuple[int, int, int], lexicon: _Lexicon
) -> _Name:
    """The name of one figure out of several behind 分别: of the nouns before it, or of the figures before it."""
    first, size, place = share
    floor = quantities[first - 1].end if first else 0
    clause = _clause_before(flat, place, floor)
    tail = _strip_trailing(flat[place + 2 : quantities[first].start], lexicon)
    nouns = [x for x in re.split("[、和与及]", clause.strip(" ,，、")) if x]
    if len(nouns) == size:
        noun, verb, _ = _split_clause(nouns[i - first], lexicon, is_rate=quantities[i].unit in _RATES)
        return _Name(noun, verb, tail)
    if first >= size and len(clause) <= 2:
        return replace(names[first - size + (i - first)], tail=tail, following=False)
    noun, verb, change = _split_clause(clause, lexicon, is_rate=quantities[i].unit in _RATES)
    return _Name(noun or (names[first - 1].noun if first else ""), verb, tail or change)


def _as_printed(name: _Name, text: str, flat: str, q: Quantity) -> _Name:
    """The name in the characters of the text itself, full-width brackets and all."""
    if not name.noun or text == flat:
        return name
    at = flat.find(name.noun, q.end) if name.following else flat.rfind(name.noun, 0, q.start)
    return replace(name, noun=text[at : at + len(name.noun)]) if at >= 0 else name


def _phrases(names: list[_Name], lexicon: _Lexicon) -> list[str]:
    """The indicator of each figure: with its verb where the noun alone does not tell it from another."""
    count = Counter((name.noun, name.tail) for name in names)
    return [
        _PRIOR + name.noun
        if name.tail == _PRIOR
        else (
            (name.verb if name.noun != name.verb and (count[name.noun, name.tail] > 1 or name.noun in lexicon.generic) else "")
            + name.noun
            + name.tail
        )
        for name in names
    ]


# ----------------------------------------------------------------- indicators


def _key(name: _Name, phrase: str, unit: str | None, flat: str, indicators: Indicators) -> str | None:
    """The indicator of `indicators.yaml` that a figure belongs to, None where none fits well."""
    if name.tail:
        return None  # a growth is not the thing that grew
    full = re.sub(r"[“”\"（）() ]", "", name.verb + name.noun)
    best: tuple[float, str] | None = None
    for indicator in _by_unit(indicators, unit):
        if indicator.context and not any(word in flat for word in indicator.context):
            continue
        score = _alias_score(indicator, full, phrase, name.verb or "\0")
        if score and (best is None or score > best[0]):
            best = (score, indicator.key)
    return best[1] if best else None


@lru_cache(maxsize=256)
def _by_unit(indicators: Indicators, unit: str | None) -> tuple[Indicator, ...]:
    return tuple(x for x in indicators.indicators if not x.units or unit in x.units)


def _alias_score(indicator: Indicator, full: str, phrase: str, verb: str) -> float:
    """How much of a name an alias explains: the longer the alias, the better; 0 if it does not fit."""
    best = 0.0
    for alias in indicator.aliases:
        words = alias.split(" ")
        if all(word in full for word in words):
            best = max(best, 100 + sum(map(len, words)) + 2 * full.endswith(words[-1]) + 5 * alias.startswith(verb))
        elif len(words) == 1 and len(alias) > 4 and best == 0:
            ratio = fuzz.ratio(alias, phrase, score_cutoff=_FUZZY)
            best = max(best, ratio)
    return best


def names_of(keys: Iterable[str | None], indicators: Indicators) -> tuple[str | None, ...]:
    """The printed names of some indicator keys, None where there is none."""
    found = {x.key: x.name for x in indicators.indicators}
    return tuple(found.get(key) if key else None for key in keys)
