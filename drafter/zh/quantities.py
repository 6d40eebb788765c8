"""Quantities (数量): 29件, 3.4亿条, 2千余万元, 近百场, 10%—15%, 八成, 9学时/人.

Only how a quantity is written; which of them are statistics is for `facts.figures` to say.
The words (units, approximators) come from `schemas/measures.yaml` and are compiled once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

import msgspec
from msgspec import Struct

from drafter.zh.lazy import lazy_pattern
from drafter.zh.numerals import DIGITS, UNITS, parse_numeral
from drafter.zh.width import Respelling
from drafter.zh.words import Hit, Words, compile_words

_HALF_WIDTH = {0xFF01 + i: 0x21 + i for i in range(94)} | {
    0x3000: " ", 0x00A0: " ", 0x0009: " ", 0xFE6A: "%", 0x200B: " ", 0xFEFF: " ", 0x2212: "-",
}  # fmt: skip
_SIGNS = {"-": -1, "—": -1, "–": -1, "↓": -1, "▼": -1, "+": 1, "↑": 1, "▲": 1}
_CHANGE_UNITS = frozenset({"%", "‰", "个百分点", "百分点", "个千分点"})
RELATIVE_UNITS = _CHANGE_UNITS | {"倍", "成"}
"""Units of figures that have a name of their own in front (办结率) and count no noun behind."""
MULTIPLE, TENTHS, MONEY, TIMES, BODY_UNIT = "倍", "成", "元", "次", "个"
"""Units that are told from others by themselves; 个 is that of bodies."""
RATE_UNITS = frozenset({"%", "‰", "成"})
"""Units of rates, in which one and the same rate may be told."""
MYRIADS = frozenset("十百千万亿几余")
"""What a number in figures may end in: 3万, 100余."""
AGE_UNITS = frozenset({"岁", "周岁"})
PEOPLE_UNITS = frozenset({"名", "位", "人"})
"""Units that count people."""
TOLD_UNITS = frozenset({"名", "件", "起", "次", "项", "份", "部"})
"""Units of what is told of; 两家, 三台, 五户 begin set phrases (三家联审)."""
LOT_UNITS = frozenset({"批", "期", "轮"})
KIND_UNITS = frozenset({"类", "种"})
_LEADS_SIGN = frozenset("、,，;；(（:：和及与为至到达长增降率幅约是")
"""What stands in front of the sign of a change in a sentence."""
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


_LEVEL = Respelling(
    lambda char: char.translate(_HALF_WIDTH),
    often="，；：（）\u3000",
    seldom="！？％０１２３４５６７８９",
    others=lazy_pattern("[！-～\xa0\t\ufe6a\u200b\ufeff\u2212]"),
)


def level(text: str) -> str:
    """The text with full-width letters, digits and signs as half-width ones, place by place.

    Unlike `fold` it keeps blanks and the length, and leaves ① and ㎡ alone, which NFKC would turn
    into `1` and `m`.
    """
    return _LEVEL(text)


_GROUPED = lazy_pattern(
    r"(?<![0-9０-９.．,，])[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?![0-9０-９])"
)


@lru_cache(maxsize=4)  # a passage is asked for again at each of its deeds
def with_points(text: str) -> str:
    """The text with the commas inside of numbers (1,260万元) made points, place by place.

    For patterns of clauses, which end at a comma.
    """
    return _GROUPED.sub(lambda found: found[0].replace(",", ".").replace("，", "."), text)


BLANKS = frozenset(" \u3000\xa0\u2002\u2003\u2009")
"""The characters of a gap."""
_BLANK = f"[{''.join(sorted(BLANKS))}]"
_BESIDE = "一-鿿〇，、。；：（）()“”《》"
GAPS = lazy_pattern(
    rf"(?<=[{_BESIDE}]){_BLANK}{{1,4}}(?=[0-9０-９])"
    rf"|(?<=[0-9０-９%％‰]){_BLANK}{{1,4}}(?=[{_BESIDE}%％‰])"
)
"""Blanks between a number and the words beside it."""


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """A number with what belongs to it, as offsets in the text it was found in.

    Attributes:
        start: Of the approximator, or of the number.
        end: After the unit and an approximator behind it.
        value_start: Of the number; in 百分之九十 after 百分之.
        value_end: After 万 or 亿; after the whole of 9天半, 两个半小时 and 九成五.
        unit: As written, without blanks; None where none follows; 天, 个小时 and % of those three.
        number: Exact amount; None for a range and for 数十.
        approx: 余, 近, 以上 …; the outermost if there are two.
        han: Whether the number is written in Chinese numerals.
        bare: Whether a noun follows at once, without a measure word (4部门).
    """

    start: int
    end: int
    value_start: int
    value_end: int
    unit: str | None
    number: Decimal | None
    approx: str | None
    han: bool
    bare: bool


class QuantityGrammar(Struct, frozen=True):
    """The words around numbers; make one with `compile_quantities`.

    Attributes:
        units: What a unit begins with, two characters or the one that it has → the units that may
            stand there and what must not follow them, longest first.
        bare_noun: Nouns that may follow a number at once.
        before: Approximators in front of a number.
        after: Approximators behind a number or a unit.
        han_only: Units that only Chinese numerals take.
        not_after: Approximator → characters before it that make it another word.
    """

    units: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]
    bare_noun: Words
    before: Words
    after: Words
    han_only: frozenset[str]
    not_after: Mapping[str, tuple[str, ...]]


_GAP = r"[ ]{0,2}"
# What may not follow 百 and 千 guards 5千克 and 3百分点.
_ODD_SCALE = r"(?:[余多几]|(?<=[0十百千])来(?=[十百千]?[万亿]))?"
_SCALE = (
    rf"(?:{_GAP}{_ODD_SCALE}(?:[十百千]?万亿|[十百千]?[万亿](?!元户)|[百千](?![克米瓦伏分字卡])))"
)
_ARABIC = (
    rf"(?:[0-9]{{1,3}}(?:[, ][0-9]{{3}})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?{_SCALE}{{0,3}}"
    rf"(?:(?<=[万亿])[0-9]{{1,4}}(?:\.[0-9]+)?{_SCALE})?"  # 1万2千余册, 3亿5千万元
)
_DIGIT = "一二三四五六七八九"
_HAN = (
    rf"(?:[数几][十百千万亿]{{1,2}}"
    rf"|[{_DIGIT}两十百千万][{_DIGIT}两十百千零〇]{{0,12}}"
    rf"(?:(?:[余多几]|(?<=[十百千])来)?[万亿][{_DIGIT}两十百千零〇]{{0,8}}){{0,2}}(?:点[{_DIGIT}零〇]{{1,4}})?)"
)
_HALVED_UNIT = "个?(?:小时|月|学时|课时)|天|周|年|倍|分钟|亩|公里|吨"
_HALVED = lazy_pattern(
    rf"(?P<unit>{_HALVED_UNIT})半(?![载夜天年月日价径脱机自路途程圆开封百千])"
    r"|(?P<many>个)半(?P<of>小时|月|学时|课时|工作日|自然日|百分点)"
    # A third-grade hospital or a case of second instance is no decimal: 八成三级医院.
    r"|成(?P<tenths>[一二三四五六七八九半])(?=[,。;:、)|左上以的多]|\Z)"
)
"""What halves a number or adds tenths to it, behind its digits: 9天半, 两个半小时, 九成五."""
_SOME = frozenset("来几")
_SHARE = lazy_pattern(
    r"[0-9一二三四五六七八九十两几半][0-9.]*(?:分之[0-9一二三四五六七八九十两]|[余多]?成|[余多]?[%％]|倍|数)"
)


def has_share(text: str) -> bool:
    """Whether a text says a share with what it is counted in: 四分之三, 近七成, 75%, 半数."""
    return _SHARE.search(text) is not None


_FRACTION = lazy_pattern(rf"分之[{_DIGIT}两十](?![{_DIGIT}十百])")
"""Behind the first number of 四分之一."""
_MATTERS = "事项"
"""Behind 件, which else begins no 件事: 9件｜事项."""
_LAST_OF_ROUND = frozenset("0十百千万亿")
"""What a number ends in that 来 leaves open: 30来人, but 108人来访."""
_MONTHS_ODD = lazy_pattern("个(?=[多余来](?:小时|月|学时|课时|工作日|星期))")
"""The unit of 2个多月 and 三个来小时, in front of the 多 within it."""
_DIVISIBLE = frozenset("天周年倍成元吨斤亩岁米%") | {
    "小时", "个小时", "分钟", "学时", "课时", "工作日", "个工作日", "百分点", "个百分点",
    "公斤", "公顷", "公里", "千米", "平方米", "平方公里", "立方米",
}  # fmt: skip
"""Units that there may be a part of one more of (3成多); of an 件 there is none: 12件多为小额."""
_ODD = lazy_pattern(
    "多(?![次处个名家项件起种方数为以于是由功元样条点层部发人])|余(?![0-9一二三四五六七八九十两下])"
)
_ODD_AT_END = lazy_pattern(r"[多余](?=[^\w%]|\Z)")
HALF = "半"
IN_WORDS = "分之"
"""What a share in words has in it: 三分之二."""
DAY = "日"
"""The unit that only what took so many days has: 公示30日; any other is a date or a deadline."""
YEARS_AND_A_HALF = "年"
"""The unit that only a half makes one (三年半): 2024年 is none."""
_PART_OF_ONE = lazy_pattern(
    rf"(?P<number>.+?)(?:(?:{_HALVED_UNIT})半|个半\w{{1,3}}|(?P<tenth>成)(?P<tenths>\w))"
)
"""All of such a number."""
_LONGEST_HALVED = 3
"""Characters of a number that has a half: none of 2024年半."""
_JOIN = rf"{_GAP}(?:-{{1,2}}|[–—―~〜]{{1,2}}|至|到){_GAP}"
_NUMBER = (
    rf"(?P<arabic>{_ARABIC}(?P<second>[%‰]?{_JOIN}{_ARABIC})?)"
    rf"|(?:(?P<percent>百分之){_GAP})?(?P<han>{_HAN}|(?<=百分之)[0-9]{{1,3}}(?:\.[0-9]+)?)"
)
# 人（次）, 台（套）, 元/平方米
_UNIT_TAIL = (
    r"(?:[(（](?:次|套|个|件|人|户|份|处|批|场|家|名)[)）])?"
    r"(?:/(?:[人天年月日次件户亩案]|平方米|立方米|小时))?"
)


def compile_quantities(
    units: Iterable[tuple[str, tuple[str, ...], bool]],
    bare_nouns: Iterable[str],
    before: Iterable[str],
    after: Iterable[str],
    not_after: Mapping[str, tuple[str, ...]],
) -> QuantityGrammar:
    """Patterns for a set of words.

    Args:
        units: (word, what must not follow it, whether only Chinese numerals take it).
        bare_nouns: Nouns that may follow a number without a measure word.
        before: Approximators in front of a number.
        after: Approximators behind a number or a unit.
        not_after: For an approximator in front, what before it makes it another word (节约).
    """
    rows = sorted(units, key=lambda row: (-len(row[0]), row[0]))
    return QuantityGrammar(
        units=_by_beginning((level(word), bad) for word, bad, _ in rows),
        bare_noun=compile_words(bare_nouns),
        before=compile_words(before),
        after=compile_words(after),
        han_only=frozenset(word for word, _, only in rows if only),
        not_after=not_after,
    )


def _by_beginning(
    rows: Iterable[tuple[str, tuple[str, ...]]],
) -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """`QuantityGrammar.units`: by one character alone, 个 would be compared with a dozen."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for word, bad in rows:
        found.setdefault(word[:2], []).append((word, bad))
    return {
        begin: (*mine, *(found.get(begin[0], ()) if len(begin) > 1 else ()))
        for begin, mine in found.items()
    }


# A class alone is looked for without a try at each place; most places hold nothing of it.
_BEGIN = lazy_pattern(f"[0-9数几{_DIGIT}两十百千万]")
_ARABIC_OR_HAN = lazy_pattern(_NUMBER)
_TAIL = lazy_pattern(_UNIT_TAIL)
_TAIL_BEGINS = frozenset("(（/")
_INEXACT = lazy_pattern("[余多几来]")
_NOT_AMOUNT = lazy_pattern("[ ,余多来]")
_AMOUNT = lazy_pattern(r"([0-9]+(?:\.[0-9]+)?)([十百千万亿]*)")
_AMOUNT_IN_TWO = lazy_pattern(r"([0-9.]+[万亿])([0-9.]+[十百千万]+)")
_WIDEST_GAP = 2
_MOST_DIGITS, _MOST_DECIMALS = 15, 4
"""Before and behind the point: the country's product in 元 has 15."""
_LONGEST_NUMBER = 60
"""Characters, with commas, blanks and 万亿."""


def _behind_gap(text: str, at: int) -> int:
    """The place behind at most two blanks."""
    end = at
    while text[end : end + 1] == " " and end < at + _WIDEST_GAP:
        end += 1
    return end


def _unit_at(text: str, at: int, grammar: QuantityGrammar) -> tuple[str, int] | None:
    """The unit at a place, a blank or two before it, and where it ends."""
    start = _behind_gap(text, at)
    units = grammar.units
    for word, bad in units.get(text[start : start + 2]) or units.get(text[start : start + 1], ()):
        end = start + len(word)
        if not text.startswith(word, start):
            continue
        if not text.startswith(bad, end) or text.startswith(_MATTERS, end):
            if text[end : end + 1] in _TAIL_BEGINS and (tail := _TAIL.match(text, end)):
                end = tail.end()
            return text[start:end], end
    return None


def find_quantities(text: str, grammar: QuantityGrammar) -> Iterator[Quantity]:
    """Every number in a levelled text, left to right, without overlap.

    Args:
        text: As `level` makes it.
        grammar: The words.
    """
    at = 0
    while begin := _BEGIN.search(text, at):
        at = begin.start() + 1
        if match := _ARABIC_OR_HAN.match(text, at - 1):
            found = _quantity(text, match, grammar)
            at = max(at, found.end if found else match.end())
            if found is not None:
                yield found


def _quantity(text: str, match: re.Match[str], grammar: QuantityGrammar) -> Quantity | None:
    """The quantity around a number, None for a Chinese numeral that has no unit."""
    value_start, value_end = match.span("han")
    han = value_start >= 0
    if not han:
        value_start, value_end = match.span("arabic")
        if match["second"] and _is_journey(text, value_start):
            value_end = match.start("second")  # 从85%到98%: two figures, not a range
    end, approx = value_end, None
    if after := _approx_behind_number(text, end, grammar):
        end, approx = after.end(), after[0]
    halved = _halved_at(text, value_start, value_end) if approx is None else None
    if halved is not None:
        value_end = end = halved[1]
    found = halved or _unit_at(text, end, grammar)
    if found is None and approx is not None and len(approx) == 1:
        found = _unit_at(text, value_end, grammar)
        approx = None if found else approx
        end = value_end if found else end
    if found and found[0] in grammar.han_only and not han:
        found = None
    percent = han and match["percent"] is not None
    if han and found is None and not percent:
        return _fraction(text, match, grammar)
    unit = found[0] if found else None
    if found:
        end = found[1]
        if after := _approx_behind_unit(text, found, grammar):
            end, approx = after.end(), after[0]
    printed = text[value_start:value_end]
    if approx is None and not printed.isdecimal() and (inner := _INEXACT.search(printed)):
        approx = inner[0]
    start = match.start()
    lead = grammar.before.at_end(text, _before_gap(text, start))
    if lead and not _is_other_word(text, lead, grammar):
        start = lead.start()
        approx = approx or lead[0]
    return Quantity(
        start=start,
        end=end,
        value_start=value_start,
        value_end=value_end,
        unit="%" if percent else unit.replace(" ", "") if unit else None,
        number=parse_amount(printed),
        approx=approx,
        han=han,
        bare=unit is None and grammar.bare_noun.match(text, end) is not None,
    )


def _fraction(text: str, match: re.Match[str], grammar: QuantityGrammar) -> Quantity | None:
    """A share in words (近三分之一), which has no unit and no amount to calculate with."""
    start, end = match.span("han")
    found = _FRACTION.match(text, end)
    if found is None or end - start > 1 or text[start] in _LAST_OF_ROUND - {"十"}:
        return None  # 百分之五, 万分之五
    value_end = end = found.end()
    approx = None
    if after := grammar.after.match(text, end):
        approx, end = after[0], after.end()
    begin = start
    lead = grammar.before.at_end(text, _before_gap(text, start))
    if lead and not _is_other_word(text, lead, grammar):
        begin = lead.start()
        approx = approx or lead[0]
    return Quantity(
        start=begin, end=end, value_start=start, value_end=value_end, unit=None, number=None,
        approx=approx, han=True, bare=False,
    )  # fmt: skip


def _approx_behind_number(text: str, at: int, grammar: QuantityGrammar) -> Hit | None:
    """The approximator between a number and its unit (30来人), none of 110来电 and 3来自."""
    after = grammar.after.match(text, _behind_gap(text, at))
    if after is None or after[0] not in _SOME:
        return after
    is_round = text[at - 1] in _LAST_OF_ROUND
    return after if is_round and _unit_at(text, after.end(), grammar) else None


def _approx_behind_unit(text: str, unit: tuple[str, int], grammar: QuantityGrammar) -> Hit | None:
    """The approximator behind a unit and where it ends: 3成多, 20人左右, 2个多月.

    来, 多 and 余 more often begin the next word there: 3人来访, 12件多为小额, 办结5件余2件.
    """
    written, end = unit
    after = grammar.after.match(text, _behind_gap(text, end))
    if after is None or len(after[0]) > 1:
        return after
    if _MONTHS_ODD.match(text, end - len(written)):
        return after
    if written in _DIVISIBLE:
        return after if _ODD.match(text, after.start()) else None
    return after if _ODD_AT_END.match(text, after.start()) else None


def _halved_at(text: str, value_start: int, value_end: int) -> tuple[str, int] | None:
    """The unit of a number that a half or tenths follow, and where they end."""
    found = _HALVED.match(text, value_end)
    if found is None:
        return None
    if found["tenths"]:
        return ("%", found.end()) if value_end - value_start == 1 else None
    if value_end - value_start > _LONGEST_HALVED:
        return None
    return found["unit"] or found["many"] + found["of"], found.end()


def _is_journey(text: str, start: int) -> bool:
    """Whether 从, 由 or 自 stands before a number: then `到` leads from one figure to another."""
    return text[max(0, start - 2) : start].rstrip(" 约近").endswith(("从", "由", "自"))


def _before_gap(text: str, at: int) -> int:
    """The place before at most two blanks."""
    begin = at
    while begin and text[begin - 1] == " " and begin > at - _WIDEST_GAP:
        begin -= 1
    return begin


def _is_other_word(text: str, lead: Hit, grammar: QuantityGrammar) -> bool:
    """Whether what looks like an approximator is the end of another word (节约, 附近)."""
    before = text[max(0, lead.start() - 4) : lead.start()]
    return before.endswith(grammar.not_after.get(lead[0], ()))


def signed(text: str, quantity: Quantity, *, in_table: bool) -> Quantity:
    """A quantity with the sign that stands in front of it: `|-9.4%`, `|↑12`, 同比增长5.3%、-3.4%.

    That is where a cell begins and, in a sentence, in front of a change in %; elsewhere such signs
    join names and ranges.

    Args:
        text: A levelled text, the cells of a table parted by `|`.
        quantity: One of its quantities.
        in_table: Whether it has cells; a dash at the beginning of a sentence is a bullet.
    """
    begin = _before_gap(text, quantity.start)
    at = max(0, begin - 1)
    factor = _SIGNS.get(text[at:begin])
    if factor is None:
        return quantity
    cell = _before_gap(text, at)
    is_first = in_table and (not cell or text[cell - 1] in "|\n")
    is_change = text[at] in "-+" and quantity.unit in _CHANGE_UNITS
    if not is_first and not (is_change and cell and text[cell - 1] in _LEADS_SIGN):
        return quantity
    return msgspec.structs.replace(
        quantity,
        start=at,
        value_start=at,
        number=None if quantity.number is None else factor * quantity.number,
    )


def parse_amount(printed: str) -> Decimal | None:
    """The exact amount of a printed number: `3.4亿` → 340000000, `-9.4` → −9.4.

    Returns:
        None for a range (`10%—15`), for 数十 and 几百, for what is no number, and beyond what any
        report tells: ratios of the rest fit into the 28 digits that `Decimal` calculates with.
    """
    if printed.isdecimal() and printed.isascii():  # as most are
        return Decimal(printed) if len(printed) <= _MOST_DIGITS else None
    factor = _SIGNS.get(level(printed[:1]))
    unsigned = printed if factor is None else printed[1:]
    amount = _whole_amount(unsigned) if len(printed) <= _LONGEST_NUMBER else None
    if amount is None or amount.adjusted() >= _MOST_DIGITS:
        return None
    return (factor or 1) * amount if amount == round(amount, _MOST_DECIMALS) else None


def _whole_amount(printed: str) -> Decimal | None:
    """The amount of a number, a half or tenths behind it included; of 九成五 in percent."""
    halved = _PART_OF_ONE.fullmatch(printed)
    if halved is None:
        return _amount(printed)
    amount = _amount(halved["number"])
    if amount is None:
        return None
    if not halved["tenth"]:
        return amount + Decimal("0.5")
    return amount * 10 + DIGITS.get(halved["tenths"], 5)


def _amount(printed: str) -> Decimal | None:
    """The amount of a number of any size."""
    text = _NOT_AMOUNT.sub("", level(printed))
    if not text or text[0] in "数几":
        return None
    if match := _AMOUNT.fullmatch(text):
        amount = Decimal(match[1])
        for scale in match[2]:
            amount *= _SCALES[scale]
        return (
            amount.to_integral_value()
            if match[2] and amount == amount.to_integral_value()
            else amount
        )
    if parts := _AMOUNT_IN_TWO.fullmatch(text):
        more, less = _amount(parts[1]), _amount(parts[2])
        return more + less if more is not None and less is not None and less < more else None
    if "点" in text:
        whole, _, rest = text.partition("点")
        left = parse_numeral(whole)
        if left is None or any(c not in DIGITS for c in rest):
            return None
        return Decimal(f"{left}." + "".join(str(DIGITS[c]) for c in rest))
    if text[0] in UNITS or text[0] in "万亿":
        text = ("" if text[0] == "十" else "一") + text
    integer = parse_numeral(text)
    return None if integer is None else Decimal(integer)
