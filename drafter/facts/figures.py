"""Statistics (统计数字): the figures of a report that have to be collected anew each year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from drafter.facts.columns import Columns
from drafter.facts.lexicon import lexicon_of
from drafter.facts.naming import Name, as_printed, indicator_phrases, name_figures, row_name
from drafter.facts.selection import select_statistics
from drafter.knowledge.indicators import Indicator, Indicators
from drafter.model import Figure, Passage, Ref, Report
from drafter.zh.page import NAMED_NUMBER
from drafter.zh.quantities import Quantity, find_quantities, level
from drafter.zh.table_rows import level_cells

FIGURE_ROLES = frozenset({"heading", "item", "body", "preamble", "table", "closing"})
"""Roles of passages that may carry statistics."""

_CONTEXT = 400
_NO_PUNCTUATION = dict.fromkeys(map(ord, '“”"（）() '))
_SEVERAL = 2
_BEGIN = 2
_MAX_APART = 4
_LONG_ALIAS = 5  # shorter ones are alike by chance
_FUZZY = 88  # below it, other indicators of the same office win over the right one (tried 80–95)


class FoundFigure(msgspec.Struct, frozen=True):
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


def find_figures(
    text: str, indicators: Indicators, *, is_table: bool = False, counted: Collection[int] = ()
) -> tuple[FoundFigure, ...]:
    """The statistics of one paragraph, in reading order.

    Args:
        text: A whole passage, unwrapped.
        indicators: Words and indicators.
        is_table: Whether it is rows of a table, so that wide blanks part its cells.
        counted: Where numbers like years begin that their column says are none.
    """
    lexicon = lexicon_of(indicators)
    flat = (
        level_cells(text)
        if is_table or "|" in text or "｜" in text or "\t" in text
        else level(text)
    )
    if is_table and "|" not in flat and (row := NAMED_NUMBER.fullmatch(flat)):
        quantities = [q for q in find_quantities(flat, lexicon.grammar) if q.end == row.end()]
        names = [row_name(row["name"], lexicon)] * len(quantities)
    else:
        quantities = select_statistics(flat, lexicon, counted)
        names = name_figures(flat, quantities, lexicon)
    if not quantities:
        return ()
    names = [as_printed(name, text, flat, q) for name, q in zip(names, quantities, strict=True)]
    phrases = indicator_phrases(names, lexicon)
    return tuple(
        FoundFigure(
            start=q.start,
            end=q.end,
            text=text[q.start : q.end],
            value=text[q.value_start : q.value_end],
            value_start=q.value_start,
            value_end=q.value_end,
            unit=_printed_unit(q.unit),
            number=q.number,
            approx=q.approx,
            indicator=phrase,
            key=_key(name, phrase, q, flat, indicators),
        )
        for q, name, phrase in zip(quantities, names, phrases, strict=True)
    )


def _around(flat: str, q: Quantity) -> str:
    """The text around a figure, within which an indicator's context must stand."""
    return flat[max(0, q.start - _CONTEXT) : q.end + _CONTEXT]


def _printed_unit(unit: str | None) -> str | None:
    """The unit as offices print it: levelled brackets are full-width again (台（套）)."""
    if unit and not unit.isalpha():
        return unit.replace("(", "（").replace(")", "）")
    return unit or None


def mark_figures(report: Report, indicators: Indicators) -> tuple[Figure, ...]:
    """All statistics of a report, in reading order, with references into its passages."""
    columns = Columns()
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
        for f in _in_columns(passage, indicators, columns)
    )


def _in_columns(
    passage: Passage, indicators: Indicators, columns: Columns
) -> tuple[FoundFigure, ...]:
    """The figures of a passage; those of a table's row with the names of their columns."""
    if passage.role != "table":
        columns.close()
        return _figures_of(passage, indicators)
    found = _figures_of(passage, indicators, columns.counted(passage.text))
    columns.read(passage.text, has_figures=bool(found))
    if len(found) < _SEVERAL:
        return found  # 法治讲座|318: 数量 above it adds nothing
    names = columns.names(passage.text, [(f.value_start, f.indicator) for f in found])
    return tuple(replace(f, indicator=name) for f, name in zip(found, names, strict=True))


def _figures_of(
    passage: Passage, indicators: Indicators, counted: Collection[int] = ()
) -> tuple[FoundFigure, ...]:
    found = find_figures(
        passage.text, indicators, is_table=passage.role == "table", counted=counted
    )
    marker = (
        len(passage.marker) if passage.marker and passage.text.startswith(passage.marker) else 0
    )
    return tuple(f for f in found if f.value_start >= marker)


def _key(name: Name, phrase: str, q: Quantity, flat: str, indicators: Indicators) -> str | None:
    """The indicator of `indicators.yaml` that a figure belongs to, None where none fits well.

    Args:
        name: Noun and verb of the figure.
        phrase: Its indicator as printed.
        q: The figure.
        flat: The levelled text, for indicators that need a context.
        indicators: All there are.
    """
    if name.tail:
        return None  # a growth is not the thing that grew
    full = _bare(name.verb + name.noun)
    best: tuple[int, str] | None = None
    for row in _named_in(full, indicators):
        if not _is_of(row.indicator, q, flat):
            continue
        fit = row.size + 2 * full.endswith(row.words[-1])
        fit += 5 * bool(name.verb and row.words[0].startswith(name.verb))
        if best is None or fit > best[0]:
            best = (fit, row.indicator.key)
    return best[1] if best else _similar_key(phrase, q, flat, indicators)


def _is_of(indicator: Indicator, q: Quantity, flat: str) -> bool:
    """Whether an indicator is counted in the unit of a figure and has the context it needs."""
    return (not indicator.units or q.unit in indicator.units) and (
        not indicator.context or indicator.fits(_around(flat, q))
    )


def _bare(words: str) -> str:
    return words if words.isalpha() else words.translate(_NO_PUNCTUATION)


def _similar_key(phrase: str, q: Quantity, flat: str, indicators: Indicators) -> str | None:
    """The indicator with a name almost like a phrase (a typing error, 的 in the middle)."""
    rows = [r for r in _similar_to(phrase, indicators) if _is_of(r.indicator, q, flat)]
    if not rows:
        return None
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - hardly any report comes this far

    names = [row.words[0] for row in rows]
    found = process.extractOne(phrase, names, scorer=fuzz.ratio, score_cutoff=_FUZZY)
    return rows[found[2]].indicator.key if found else None


class _Alias(Struct, frozen=True):
    """A wording of an indicator, split at its blanks."""

    words: tuple[str, ...]
    size: int
    is_long: bool
    indicator: Indicator


class _Aliases:
    """The wordings of all indicators, found by their first characters."""

    def __init__(self, rows: Iterable[_Alias]) -> None:
        self._by_begin: dict[str, list[tuple[int, _Alias]]] = {}
        self._long: list[tuple[_Alias, int]] = []
        self._long_with: dict[str, list[int]] = {}
        for i, row in enumerate(rows):
            self._by_begin.setdefault(row.words[0][:_BEGIN], []).append((i, row))
            if row.is_long:
                chars = frozenset(row.words[0])
                for char in chars:
                    self._long_with.setdefault(char, []).append(len(self._long))
                self._long.append((row, len(chars)))

    def in_text(self, text: str) -> list[_Alias]:
        """The wordings whose first word may stand in a text, in the order of the file."""
        begins = {text[i : i + n] for i in range(len(text)) for n in range(1, _BEGIN + 1)}
        found = [row for begin in begins for row in self._by_begin.get(begin, ())]
        return [row for _, row in sorted(found, key=itemgetter(0))]

    def like(self, phrase: str) -> list[_Alias]:
        """The long wordings that have enough characters in common with a phrase to be near it."""
        shared = Counter(i for char in set(phrase) for i in self._long_with.get(char, ()))
        near = []
        for i in sorted(shared):
            row, size = self._long[i]
            if (
                abs(len(phrase) - row.size) <= _MAX_APART
                and 2 * shared[i] >= size
                and _common(phrase, row.words[0]) * 200 >= _FUZZY * (len(phrase) + row.size)
            ):
                near.append(row)
        return near


def _common(one: str, other: str) -> int:
    """How many characters two phrases have in common, wherever they stand."""
    return sum(min(one.count(char), other.count(char)) for char in set(one))


@lru_cache(maxsize=8)
def _aliases(indicators: Indicators) -> _Aliases:
    """The wordings of all indicators."""
    return _Aliases(_alias(wording, x) for x in indicators.indicators for wording in x.aliases)


@lru_cache(maxsize=4096)
def _named_in(words: str, indicators: Indicators) -> tuple[_Alias, ...]:
    """The wordings that stand in some words; reports of one kind name the same again and again."""
    rows = _aliases(indicators).in_text(words)
    return tuple(row for row in rows if all(word in words for word in row.words))


@lru_cache(maxsize=4096)
def _similar_to(phrase: str, indicators: Indicators) -> tuple[_Alias, ...]:
    """The wordings that a phrase may be meant for."""
    return tuple(_aliases(indicators).like(phrase))


def _alias(wording: str, indicator: Indicator) -> _Alias:
    words = tuple(wording.split(" "))
    is_long = len(words) == 1 and len(wording) >= _LONG_ALIAS
    return _Alias(words, sum(map(len, words)), is_long, indicator)
