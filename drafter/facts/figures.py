"""Statistics (统计数字): the figures of a report that have to be collected anew each year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from rapidfuzz import fuzz

from drafter.facts.lexicon import lexicon_of
from drafter.facts.naming import Name, as_printed, indicator_phrases, name_figures
from drafter.facts.selection import select_statistics
from drafter.knowledge.indicators import Indicator, Indicators
from drafter.model import Figure, Passage, Ref, Report
from drafter.zh.quantities import level, level_cells

FIGURE_ROLES = frozenset({"heading", "item", "body", "preamble", "table", "closing"})
"""Roles of passages that may carry statistics."""

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


def find_figures(
    text: str, indicators: Indicators, *, is_table: bool = False
) -> tuple[FoundFigure, ...]:
    """The statistics of one paragraph, in reading order.

    Args:
        text: A whole passage, unwrapped.
        indicators: Words and indicators.
        is_table: Whether it is rows of a table, so that wide blanks part its cells.
    """
    lexicon = lexicon_of(indicators)
    flat = (
        level_cells(text)
        if is_table or "|" in text or "｜" in text or "\t" in text
        else level(text)
    )
    quantities = select_statistics(flat, lexicon)
    names = name_figures(flat, quantities, lexicon)
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
    marker = (
        len(passage.marker) if passage.marker and passage.text.startswith(passage.marker) else 0
    )
    return tuple(f for f in found if f.value_start >= marker)


def _key(
    name: Name, phrase: str, unit: str | None, flat: str, indicators: Indicators
) -> str | None:
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
            best = max(
                best,
                100
                + sum(map(len, words))
                + 2 * full.endswith(words[-1])
                + 5 * alias.startswith(verb),
            )
        elif len(words) == 1 and len(alias) > 4 and best == 0:
            ratio = fuzz.ratio(alias, phrase, score_cutoff=_FUZZY)
            best = max(best, ratio)
    return best
