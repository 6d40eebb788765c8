"""What an answer for a figure means (数据答复): its number, its unit, up or down, what is doubtful.

An office writes 35, 35件, ３５, 近三百件, 3.1万, 98.5%, 下降3.2% or -3.2. Everything that fits is
written as it was answered; everything odd about it is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct
from msgspec.structs import replace

from drafter.knowledge import Knowledge
from drafter.knowledge.indicators import Indicators
from drafter.render.replies import Reply, RowFacts
from drafter.zh.placeholders import scale_of
from drafter.zh.quantities import (
    IN_WORDS,
    Quantity,
    QuantityGrammar,
    compile_quantities,
    find_quantities,
    has_share,
    level,
    parse_amount,
)

PERCENT = ("%", "‰")
_JUMP = 3
"""Times up or down from which a change is told (domain knowledge: 可疑的大幅升降)."""
_WHOLE = 100
_SHARES = {"成": Decimal(10), "%": Decimal(1), "‰": Decimal("0.1")}
"""Unit of a share → how many of a hundred one of it is."""
_MOST_DECIMALS = 4  # nobody types more; a formula that was not rounded does
_LONGEST_UNIT = 6
_ARROW = "→"
_COMPARED = ("同比", "环比", "较上年", "比上年", "较去年", "比去年", "与上年相比", "约", "了")
_NEGATIVE = ("-", "负")


class Directions(Struct, frozen=True):
    """Words of rise and fall, each with its opposite.

    Attributes:
        rises: 增长 → 下降.
        falls: 下降 → 上升.
        shared: Words before them that make one govern several numbers.
    """

    rises: Mapping[str, str]
    falls: Mapping[str, str]
    shared: tuple[str, ...]

    def at_end(self, text: str) -> str | None:
        """The word of rise or fall that a text ends with, 了 or 约 after it allowed."""
        clean = text.rstrip()
        for _ in range(2):
            for word in sorted((*self.rises, *self.falls), key=len, reverse=True):
                if clean.endswith(word):
                    return word
            clean = clean.rstrip("了约近为达超过 ")
        return None

    def opposite(self, word: str) -> str:
        """The word of the other direction."""
        return self.rises.get(word) or self.falls[word]

    def is_rise(self, word: str) -> bool:
        """Whether a word of either list is one of rise."""
        return word in self.rises


class Reading(Struct, frozen=True):
    """An answer understood.

    Attributes:
        text: What goes into the blank, without sign and unit.
        amount: Its exact amount without sign, None for a range.
        is_negative: Whether it was given with a minus sign.
        word: The word of rise or fall that was written before the number, None without one.
        unit: The unit that was written, None without one.
        doubts: What is odd about it, each a Chinese clause.
        misfit: Why it cannot stand before the draft's unit, a Chinese clause; empty if it can.
    """

    text: str
    amount: Decimal | None
    is_negative: bool = False
    word: str | None = None
    unit: str | None = None
    doubts: tuple[str, ...] = ()
    misfit: str = ""


class _Found(Struct, frozen=True):
    """A number in an answer: where what will be written begins and stops, what unit it came with.

    Attributes:
        tail: What follows the unit (以上).
        before: What stands in front of the number (近); nothing of 百分之.
    """

    quantity: Quantity
    start: int
    stop: int
    unit: str | None
    tail: str
    before: str = ""


class Answers:
    """Reads and judges answers with the words of `measures.yaml` and `words.yaml`."""

    def __init__(self, knowledge: Knowledge, indicators: Indicators) -> None:
        measures = indicators.measures
        self._grammar: QuantityGrammar = compile_quantities(
            ((u.word, u.not_before, u.han_only) for u in measures.units),
            measures.lists["bare_nouns"], measures.before, measures.after, measures.not_after,
        )  # fmt: skip
        self.bare = frozenset(knowledge.words["bare_answers"])
        self.directions = Directions(
            _pairs(knowledge.words["rises"]),
            _pairs(knowledge.words["falls"]),
            knowledge.words["shared_change"],
        )

    def read(self, reply: Reply) -> Reading | None:
        """The number in an answer; None if there is none."""
        if IN_WORDS in reply.facts.printed and not reply.facts.unit:
            return _share(reply)
        if reply.number is not None:
            return self._number(reply, reply.number)
        return self._words(reply.words, reply.facts)

    def _number(self, reply: Reply, number: Decimal) -> Reading:
        facts = reply.facts
        unit, doubts = None, []
        if reply.is_percent:
            number *= 1000 if facts.unit == "‰" else _WHOLE
            unit = facts.unit if facts.unit in PERCENT else "%"
        if reply.decimals is not None:
            number = _rounded(number, reply.decimals)
        elif _decimals(number) > _MOST_DECIMALS:
            kept = max(2, _decimals(Decimal(facts.last or 0)))
            doubts.append(f"原数{number}，按{kept}位小数四舍五入")
            number = _rounded(number, kept)
        amount = abs(number)
        text = format(amount, "f")
        if reply.decimals is None and "." in text:
            text = text.rstrip("0").rstrip(".")
        if unit is None:
            text, amount = text + facts.scale, amount * _times(facts.scale)
        reading = Reading(text, amount, number < 0, None, unit, tuple(doubts))
        return _in_unit_of(facts, reading, "")

    def _words(self, words: str, facts: RowFacts) -> Reading | None:
        clean = level(words).replace(" ", "").rstrip("。.;；")
        word, clean = self._direction(clean)
        is_negative = clean.startswith(_NEGATIVE)
        clean = clean[1:] if is_negative else clean.removeprefix("+")
        found = self._quantity(clean, facts)
        if found is None:
            return None
        value = clean[found.quantity.value_start : found.quantity.value_end]
        written = clean[found.start : found.stop]
        amount = found.quantity.number
        if found.unit is None and facts.scale and not scale_of(value):
            end = found.quantity.value_end
            written = clean[found.start : end] + facts.scale + clean[end : found.stop]
            amount = None if amount is None else amount * _times(facts.scale)
        is_inside = found.unit is not None and found.stop == found.quantity.end
        if is_inside and found.quantity.unit and amount is not None:
            # 百分之九十八, 两个半小时: the unit stands behind the blank
            written = f"{found.before}{amount.normalize():f}"
        printed = any(s.after.startswith(facts.unit + found.tail) for s in facts.slots.values())
        is_lost = found.tail and not printed  # 15以上: the draft has 人 right behind the blank
        doubts = (f"“{found.tail}”在单位之后，没有写入，请在文稿中补写",) if is_lost else ()
        reading = Reading(written, amount, is_negative, word, found.unit, doubts)
        return _in_unit_of(facts, reading, found.before)

    def _direction(self, text: str) -> tuple[str | None, str]:
        """The word of rise or fall that an answer begins with, and the rest."""
        rest = text
        for word in _COMPARED:
            rest = rest.removeprefix(word)
        for word in sorted((*self.directions.rises, *self.directions.falls), key=len, reverse=True):
            if rest.startswith(word):
                return word, rest.removeprefix(word).removeprefix("了").removeprefix("为")
        return None, text

    def _quantity(self, text: str, facts: RowFacts) -> _Found | None:
        """The one number that a text is; None if it is anything else."""
        found = next(find_quantities(text, self._grammar), None)
        if found is None or (found.unit is None and found.han):
            return self._han(text, facts)
        if found.start != 0:
            return None
        if found.unit is not None:
            return _with_unit(found, found.unit, text)
        before, tail = text[: found.value_start], text[found.value_end : found.end]
        if found.end == len(text) and len(tail) > 1 and facts.unit:
            return _Found(found, 0, found.value_end, None, tail, before)
        rest = text[found.end :]
        if len(rest) > _LONGEST_UNIT or any(c.isdigit() or c in "，,；;、（(" for c in rest):
            return None
        return _Found(found, 0, found.end, rest or None, "", before)

    def _han(self, text: str, facts: RowFacts) -> _Found | None:
        """三百余: a Chinese numeral is recognised before its unit only, so the row's is lent."""
        lent = text + facts.unit
        found = next(find_quantities(lent, self._grammar), None)
        if found is None or found.unit is None or (found.start, found.end) != (0, len(lent)):
            return None
        return _Found(found, 0, len(text), None, "")

    # ------------------------------------------------------------------------- judging

    def doubts(self, reading: Reading, facts: RowFacts, *, is_change: bool) -> tuple[str, ...]:
        """What a reader should look at again before the number is printed."""
        found = list(reading.doubts)
        if reading.unit is not None and reading.unit != facts.unit:
            expected = f"“{facts.unit}”" if facts.unit else "没有单位"
            found.append(f"单位不同：答复为“{reading.unit}”，文稿为{expected}")
        if reading.amount is None:
            return tuple(found)
        share = _SHARES.get(facts.unit)
        if share is not None and reading.amount * share > _WHOLE and not is_change:
            found.append("比率超过100%")
        if facts.last is not None:
            found += _compared(reading.amount, abs(facts.last), facts)
        return tuple(found)


def _share(reply: Reply) -> Reading | None:
    """The answer to a share in words (近三分之二), as it is written: 七成, 四分之三, 75%.

    No unit stands behind the blank, so that it has to bear its own; a bare number has none.
    """
    if reply.number is None:
        return Reading(reply.words.strip(" 　。"), None) if has_share(reply.words) else None
    if not reply.is_percent:
        return None
    amount = abs(reply.number * _WHOLE)
    return Reading(f"{amount.normalize():f}%", None, reply.number < 0)


def _with_unit(found: Quantity, unit: str, text: str) -> _Found | None:
    if found.end != len(text):
        return None
    start = text.rfind(unit, found.value_end)
    if start < 0:  # 近百分之九十, 九成五以上
        approx = found.approx or ""
        before, tail = (approx, "") if text.startswith(approx) else ("", approx)
        return _Found(found, found.value_start, found.end, unit, tail, before)
    before, tail = text[: found.value_start], text[start + len(unit) :]
    return _Found(found, 0, start, unit, tail, before)


def _in_unit_of(facts: RowFacts, reading: Reading, before: str) -> Reading:
    """A share in the unit that the draft has behind its blank: 95% before 成 is 9.5.

    Otherwise 95成 would be printed, or 九% of 九成.

    Args:
        facts: With the draft's unit.
        reading: The answer.
        before: What stands in front of its number (近).
    """
    given, wanted = _SHARES.get(reading.unit or ""), _SHARES.get(facts.unit)
    if given is None or wanted is None or given == wanted:
        return reading
    if reading.amount is None:
        words = f"单位是“{reading.unit}”，而文稿是“{facts.unit}”，没有写入；请按“{facts.unit}”填写"
        return replace(reading, misfit=words)
    amount = (reading.amount * given / wanted).normalize()
    text = f"{before}{amount:f}"
    doubt = f"文稿单位是“{facts.unit}”，写成了“{text}{facts.unit}”"
    return replace(
        reading, text=text, amount=amount, unit=facts.unit, doubts=(*reading.doubts, doubt)
    )


def _compared(amount: Decimal, last: Decimal, facts: RowFacts) -> list[str]:
    shown = f"{facts.printed}{facts.unit}"
    if amount == last:
        return [f"与上年相同（{shown}），请确认不是照抄"]
    if amount > last * _JUMP or amount * _JUMP < last:
        is_scale = facts.scale and last and _is_near(amount / _times(facts.scale), last)
        hint = (
            f"；如果填的是“{facts.unit}”而不是“{facts.scale}{facts.unit}”，请改正"
            if is_scale
            else ""
        )
        change = "三倍以上" if amount > last else "不到三分之一"
        return [f"是上年（{shown}）的{change}{hint}"]
    return []


def _is_near(amount: Decimal, last: Decimal) -> bool:
    return last <= amount * _JUMP and amount <= last * _JUMP


def _pairs(words: tuple[str, ...]) -> dict[str, str]:
    rows = (row.split(_ARROW) for row in words)
    return {row[0]: row[1] for row in rows if len(row) == 2}  # noqa: PLR2004 -- a word and its opposite


def _times(scale: str) -> Decimal:
    return (parse_amount(f"1{scale}") if scale else None) or Decimal(1)


def _decimals(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _rounded(number: Decimal, decimals: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
