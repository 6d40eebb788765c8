"""What last year's report gives itself for a blank that asks for the year before's value.

较2023年的520件 compares with the year before the report's. In the next report the words mean the
report year, whose value last year's report gives: it is offered where it can be told which it is.
"""

from __future__ import annotations

from bisect import bisect_right as bisect
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from drafter.model import Figure
from drafter.zh.dates import YEAR, find_years
from drafter.zh.numerals import parse_numeral
from drafter.zh.quantities import MULTIPLE
from drafter.zh.sentences import sentences
from drafter.zh.small_words import AGAINST, ALL_YEAR, OF_WHICH, SAME, SAME_PERIOD
from drafter.zh.table_rows import cells_of, column_year, columns_at
from drafter.zh.width import fold
from drafter.zh.year_context import BOUNDED_AFTER, CHANGE
from drafter.zh.year_pairs import (
    AGAINST_BEFORE,
    AT_END,
    BEFORE_MENTION,
    BEHIND_YEAR,
    CARRIED_OVER,
    CHANGED,
    FROM,
    IN_LIST,
    LAST_YEAR,
    LEADS_TO,
    ONE_YEAR,
    OPEN_BRACKET,
    OVER_YEARS,
    RATIO_GAP,
    RATIO_LEAD,
    RATIO_UNITS,
    SAID_OF,
    SEVERAL_YEARS,
    SINCE_YEARS,
    SPAN_AFTER,
    STEP_ALSO_FROM,
    STEP_FROM,
    STEP_TO,
    STOP,
    THIS_YEAR,
    PairKind,
    find_pairs,
)

_NEAR = 160
"""Code points within which the figures of one comparison stand."""
_REACH = 16
"""Code points before a figure in which the words stand that make it a change."""
Kind = PairKind | Literal["told", "relative"]


class Other(Struct, frozen=True):
    """A figure that is the year before's.

    Attributes:
        year: The year it is of.
        moved: Whether that year, or a word for it (上年), means another year in the next report.
        own: What last year's report gives for the year it will mean; None where that is not plain.
    """

    year: int
    moved: bool
    own: Figure | None


class _Mention(Struct, frozen=True):
    year: int
    start: int
    end: int
    kind: Kind
    """`told` where a year is named that is compared with nothing, `relative` for 去年办理120件."""
    is_unnamed: bool = False
    """Whether no number names its year: those of 近三年 and 2022至2024年, of 由90%提高到95%."""
    stays: bool = False
    """Whether it means the same year in the next report (2022至2024年)."""
    listed: int = 0
    """How many years stand in the list that it ends, 0 where it ends none."""


def years_before(text: str, figures: Sequence[Figure], year: int) -> dict[Figure, Other]:
    """The figures of a passage that are the year before's, and what stands for them.

    Args:
        text: Of the passage.
        figures: All of the passage, in order.
        year: The report year.
    """
    out = _steps(text, figures, year)
    mentions = _mentions(text, year)
    if all(mention.year >= year for mention in mentions):
        return out
    known = _Known(text, figures, mentions, year)
    for figure in figures:
        mention = known.over[figure]
        if mention is None or figure in out:
            continue
        if mention.listed:
            if other := known.of_list(figure, mention):
                out[figure] = other
        elif mention.year < year:
            moved = mention.kind != "told"
            own = known.own(figure, mention) if moved else None
            if own is not None or not mention.is_unnamed:
                out[figure] = Other(mention.year, moved, own)
    return out


def _steps(text: str, figures: Sequence[Figure], year: int) -> dict[Figure, Other]:
    """The figures that steps of no named year begin with: 满意度由3.8提高到4.2.

    Next year's step begins where last year's led. Of several, each begins where the one in its
    place of the other list led (由12个、20份分别减至5个、8份).
    """
    out: dict[Figure, Other] = {}
    at = 0
    while at < len(figures):
        start = figures[at].ref.start
        if not STEP_FROM.search(text[max(0, start - _REACH) : start]):
            at += 1
            continue
        end = _listed_from(text, figures, at)
        last = figures[end - 1].ref.end
        if end < len(figures) and STEP_TO.match(text[last : figures[end].ref.start][:_NEAR]):
            begun = text[max(0, start - _NEAR) : start]
            if not SINCE_YEARS.search(begun):
                led = figures[end : _listed_from(text, figures, end)]
                firsts = figures[at:end]
                is_each = len(led) >= len(firsts) and (len(led) == len(firsts) or len(firsts) == 1)
                out |= {
                    first: Other(year - 1, moved=True, own=led[i] if is_each else None)
                    for i, first in enumerate(firsts)
                }
        at = end
    return out


def _listed_from(text: str, figures: Sequence[Figure], first: int) -> int:
    """The index behind the figures of a list that begins with one."""
    end = first + 1
    while end < len(figures) and STEP_ALSO_FROM.match(
        text[figures[end - 1].ref.end : figures[end].ref.start][:_REACH]
    ):
        end += 1
    return end


def over_years(text: str, figures: Sequence[Figure], year: int) -> dict[Figure, str]:
    """The figures that are counted over more than one year, and over which: 五年来.

    Args:
        text: Of the passage.
        figures: All of the passage, in order.
        year: The report year.
    """
    out: dict[Figure, str] = {}
    spans = list(OVER_YEARS.finditer(text)) if figures else []
    nexts = [*(found.start() for found in spans[1:]), len(text)]
    for found, following in zip(spans, nexts, strict=False):
        if year in (int(found["since"] or 0), int(found["first"] or 0)):
            continue
        first = bisect(figures, found.end() - 1, key=lambda figure: figure.ref.start)
        end = found.end()
        for k in range(first, len(figures)):
            figure = figures[k]
            if figure.ref.start > following:
                break
            between = text[end : figure.ref.start]
            is_of_one = ONE_YEAR.search(between) or any(
                at.year == year for at in find_years(between)
            )
            if len(between) > _NEAR or STOP.search(between) or is_of_one:
                break
            out[figure] = found[0]
            end = figure.ref.end
    return out


def columns_before(
    head: str, row: str, figures: Sequence[Figure], year: int
) -> dict[Figure, Other]:
    """The figures of a table's row that stand in a column of the year before.

    Args:
        head: The first row of the table.
        row: The row.
        figures: All of the row, in order.
        year: The report year.
    """
    columns = cells_of(head)
    places = columns_at(row, [f.value_start for f in figures], columns)
    names = {
        f: "" if place is None else columns[place] for f, place in zip(figures, places, strict=True)
    }
    of = {f: column_year(name, year) for f, name in names.items()}
    out = {}
    for f, told in of.items():
        if told is None or told >= year:
            continue
        rest = _without_year(names[f])
        next_year = [o for o in figures if of[o] == told + 1 and _without_year(names[o]) == rest]
        out[f] = Other(told, moved=True, own=next_year[0] if len(next_year) == 1 else None)
    return out


def _without_year(name: str) -> str:
    for pattern in (YEAR, LAST_YEAR, THIS_YEAR):
        name = pattern.sub("", name)
    return name.strip()


class _Known:
    """The figures of a passage, and which year each is said to be of."""

    def __init__(
        self, text: str, figures: Sequence[Figure], mentions: Sequence[_Mention], year: int
    ) -> None:
        self.text, self.figures, self.mentions, self.year = text, figures, mentions, year
        self.changes = {f for f in figures if _is_change(text, f)}
        self.starts = [f.ref.start for f in figures]
        self.sentences = sentences(text)
        self.over: dict[Figure, _Mention | None] = {}
        self.ends = [mention.end for mention in mentions]
        for f in figures:
            i = bisect(self.ends, f.ref.start)
            governs = i > 0 and f not in self.changes and _governs(text, mentions[i - 1], f, year)
            self.over[f] = mentions[i - 1] if governs else None

    def own(self, figure: Figure, mention: _Mention) -> Figure | None:
        """Last year's own value in the place of one of the year before."""
        near = self._near(mention.start)
        group = [f for f in near if self.over[f] is mention]
        if mention.kind == "parallel":
            return self._next_year(figure, group, mention)
        plain = [f for f in near if f not in self.changes and self._is_own(self.over[f])]
        start, end = self._sentence(mention.start)
        same = [f for f in plain if start <= f.ref.start < end and f.unit == figure.unit]
        earlier = [f for f in same if f.ref.start < mention.start]
        later = [f for f in same if f.ref.start > figure.ref.start]
        if mention.kind == "from":
            return self._led_to(figure)
        if mention.kind == "relative":
            # 去年反馈的23个问题已整改22个 tells of one year alone.
            is_next = len(later) == 1 and not earlier and self._is_this_year(figure, later[0])
            return later[0] if is_next else None
        if mention.kind == "against":
            if AT_END.match(self.text, mention.end):
                return None  # 新增12人，较2023年底的88人
            return self._compared(figure, earlier, later)
        if start and not self.text[start : mention.start].strip(BEFORE_MENTION):
            start, end = self._sentence(start - 1)
        rows = [f for f in plain if start <= f.ref.start < min(end, mention.start)]
        return _valued(self.text, figure, group, rows, mention)

    def _is_this_year(self, figure: Figure, later: Figure) -> bool:
        """Whether words or a number tell that the second of two figures is of the report year."""
        between = self.text[figure.ref.end : later.ref.start]
        is_named = any(at.year == self.year for at in find_years(between))
        return is_named or THIS_YEAR.search(between) is not None

    def _compared(
        self, figure: Figure, earlier: list[Figure], later: list[Figure]
    ) -> Figure | None:
        """What is compared with a figure: what the change told fits, else what stands nearest."""
        fitting = [f for f in (*earlier, *later) if self._fits(figure, f)]
        if len(fitting) == 1:
            return fitting[0]
        earlier = self._without_parts(earlier)
        return earlier[-1] if earlier else later[0] if later else None

    def _fits(self, figure: Figure, own: Figure) -> bool:
        """Whether a value and the year before's differ by the change told behind them."""
        changes = [f for f in self._near(figure.ref.start) if f.ref.start > figure.ref.start]
        told = changes[0] if changes and changes[0] in self.changes else None
        if told is None or told.number is None or not figure.number or own.number is None:
            return False
        difference = abs(own.number - figure.number)
        if told.unit == figure.unit:
            return difference == told.number
        places = -int(told.number.as_tuple().exponent)
        percent = round(difference * 100 / figure.number, places)
        return told.unit == "%" and percent == told.number

    def _without_parts(self, earlier: list[Figure]) -> list[Figure]:
        """The figures before the list of parts that ends them: 46件，其中甲类21件、乙类25件."""
        for i, (one, two) in enumerate(pairwise(earlier), 1):
            if OF_WHICH in self.text[one.ref.end : two.ref.start] and len(earlier) - i > 1:
                return earlier[:i]
        return earlier

    def _led_to(self, figure: Figure) -> Figure | None:
        """Where a step leads that begins at a figure: 由2023年的30件减少为28件."""
        for f in self._near(figure.ref.start):
            if f.ref.start > figure.ref.start and f.unit == figure.unit:
                between = self.text[figure.ref.end : f.ref.start]
                if STOP.search(between):
                    return None
                if LEADS_TO.search(between):
                    return f
        return None

    def of_list(self, figure: Figure, mention: _Mention) -> Other | None:
        """2023年和2024年分别为100件、130件: a value's place in its row tells its year."""
        last = bisect(self.ends, mention.end)
        years = self.mentions[last - mention.listed : last]
        row = self._row(figure)
        if mention.is_unnamed and len({f.indicator for f in row}) > 1:
            return None  # 近两年，许可、处罚分别为…: two things, and not two years
        if len(row) != len(years):
            return None if mention.is_unnamed else Other(self.year - 1, moved=True, own=None)
        of = years[row.index(figure)].year
        if of >= self.year:
            return None
        if mention.stays:
            return Other(of, moved=False, own=None)
        own = next((f for f, m in zip(row, years, strict=True) if m.year == of + 1), None)
        return Other(of, moved=True, own=own)

    def _row(self, figure: Figure) -> list[Figure]:
        """The values of one unit that stand in a list with a figure."""
        near = [f for f in self._near(figure.ref.start) if f.unit == figure.unit]
        first = last = near.index(figure)
        while first and self._joined(near[first - 1], near[first]):
            first -= 1
        while last + 1 < len(near) and self._joined(near[last], near[last + 1]):
            last += 1
        return near[first : last + 1]

    def _joined(self, one: Figure, two: Figure) -> bool:
        return IN_LIST.fullmatch(self.text[one.ref.end : two.ref.start]) is not None

    def _is_own(self, mention: _Mention | None) -> bool:
        return mention is None or (mention.year == self.year and not mention.listed)

    def _near(self, position: int) -> Sequence[Figure]:
        first = bisect(self.starts, position - _NEAR)
        return self.figures[first : bisect(self.starts, position + _NEAR)]

    def _sentence(self, position: int) -> tuple[int, int]:
        i = bisect(self.sentences, (position, len(self.text) + 1)) - 1
        return self.sentences[max(0, i)]

    def _next_year(
        self, figure: Figure, group: Sequence[Figure], mention: _Mention
    ) -> Figure | None:
        """The figure of the year after in the same place of its clause."""
        place = [f for f in group if f.unit == figure.unit]
        rows: dict[int, list[Figure]] = {}
        for f in self._near(mention.start):
            of = self.over[f]
            if of is not None and of.year == mention.year + 1 and f.unit == figure.unit:
                rows.setdefault(of.start, []).append(f)
        near = min(rows, key=lambda start: abs(start - mention.start), default=None)
        if near is None or len(rows[near]) != len(place):
            return None
        return rows[near][place.index(figure)]


def _mentions(text: str, year: int) -> list[_Mention]:
    pairs = {pair.at.start: pair.kind for pair in find_pairs(text, year)}
    out = [
        _Mention(at.year, at.start, at.unit_end, pairs.get(at.start, "told"))
        for at in find_years(text)
        if at.start in pairs or not BOUNDED_AFTER.match(text, at.end)  # 2023年以前制发的346件
    ]
    for found in LAST_YEAR.finditer(text):
        before = text[max(0, found.start() - 3) : found.start()].rstrip()
        if found[0] == SAME_PERIOD and not before.endswith(AGAINST):
            continue
        kind: Kind = "relative"  # means another year in the next report, whatever it says
        if AGAINST_BEFORE.search(before) or before.endswith(SAME):
            kind = "against"
        elif FROM.search(before):
            kind = "from"
        elif SAID_OF.match(_to_number(text, found.end())):
            kind = "valued"
        out.append(_Mention(year - 1, found.start(), found.end(), kind))
    out += _unnamed(text, year)
    out.sort(key=lambda mention: (mention.end, mention.year))
    for i, mention in enumerate(out):
        first = i
        while first and out[first - 1].kind == "listed" and mention.kind != "listed":
            first -= 1
        if first < i:
            out[i] = replace(mention, listed=i - first + 1)
    return out


def _unnamed(text: str, year: int) -> Iterator[_Mention]:
    """Years that no number names: 近三年…分别为120件、150件、183件, 由90%提高到95%."""
    for found in SEVERAL_YEARS.finditer(text):
        if found["last"] and int(found["last"]) != year:
            continue  # what is told of other years is no series up to this one
        if found["first"]:
            first = int(found["first"])
        else:
            first = year + 1 - (parse_numeral(fold(found["size"])) or int(found["size"]))
        for of in range(first, year + 1):
            kind: Kind = "told" if of == year else "listed"
            yield _Mention(
                of, found.start(), found.end(), kind, is_unnamed=True, stays=bool(found["first"])
            )


def _to_number(text: str, start: int) -> str:
    end = start
    while end < len(text) and not text[end].isdigit() and end - start < _REACH:
        end += 1
    return text[start:end]


def _is_change(text: str, figure: Figure) -> bool:
    return CHANGE.search(text[max(0, figure.ref.start - _REACH) : figure.ref.start]) is not None


def _governs(  # noqa: PLR0911 -- one line a case
    text: str, mention: _Mention, figure: Figure, year: int
) -> bool:
    """Whether a year is the one that a figure behind it is said to be of."""
    if figure.ref.start - mention.end > _NEAR:
        return False
    gap = text[mention.end : figure.ref.start]
    if any(stop in gap for stop in "。；;！？") or SPAN_AFTER.match(gap) or CARRIED_OVER.match(gap):
        return False
    if CARRIED_OVER.match(text[figure.ref.end : figure.ref.end + _REACH]):
        return False
    lead = text[max(0, mention.start - 4) : mention.start]
    ratio = RATIO_LEAD.search(lead) and RATIO_GAP.match(gap)
    if figure.unit == MULTIPLE or (ratio and figure.unit in RATIO_UNITS):
        return False
    if mention.kind in ("parallel", "listed") or mention.year == year:
        return True
    comma = "，" in gap or "," in gap
    digits = any(char.isdigit() for char in gap)
    if mention.kind in ("against", "from"):
        apart = comma or digits or "、" in gap or len(gap) > _REACH
        return not apart and not CHANGED.search(gap)  # 比2023年多办理案件30件
    # 2023年分别为123件、110件: the list, or the rest of its bracket.
    opened = OPEN_BRACKET.search(text[max(0, mention.start - 4) : mention.start])
    if digits:
        bracket = opened is not None and "）" not in gap and ")" not in gap
        if not (bracket or ("、" in gap and not comma)):
            return False
        return mention.kind == "valued"
    if comma:
        return False
    return len(gap.strip()) <= _REACH


def _valued(
    text: str,
    figure: Figure,
    group: Sequence[Figure],
    earlier: Sequence[Figure],
    mention: _Mention,
) -> Figure | None:
    """The count before it that the value of the year before belongs to, if only one can be."""
    if len(group) > 1:
        units = {f.unit for f in group}
        fit = [f for f in earlier if f.unit in units]
        fits = [f.unit for f in fit] == [f.unit for f in group]
        return fit[[id(f) for f in group].index(id(figure))] if fits else None
    rows = [f for f in earlier if f.unit == figure.unit]
    behind = text[rows[-1].ref.end : mention.start].strip() if rows else ""
    if behind in ("（", "("):
        return rows[-1]
    words = SAID_OF.sub("", text[mention.end : figure.ref.start].strip(BEHIND_YEAR))
    words = words.removeprefix(SAME_PERIOD).removeprefix(ALL_YEAR).strip()
    if words:
        rows = [f for f in rows if words in f.indicator or words in _clause_before(text, f)]
    return rows[0] if len(rows) == 1 else None


def _clause_before(text: str, figure: Figure) -> str:
    start = max((text.rfind(c, 0, figure.ref.start) for c in "，,、；;。（("), default=-1) + 1
    return text[start : figure.ref.start]
