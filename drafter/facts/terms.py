"""Terms (数据项): the figures of a sentence with the words that relate them to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Literal

from drafter.knowledge.indicators import Indicators
from drafter.model import Figure, Identity
from drafter.zh.quantities import compile_words, level

Kind = Literal["sum", "rate", "growth", "difference"]

_AT_STOP = re.compile(r"[，,。；;：:、（）()\n|]")
RATE_UNITS = frozenset({"%", "‰"})
"""Units of shares; they are never added up."""
POINT_UNITS = frozenset({"个百分点", "百分点"})
"""Units of differences of shares."""
_MOST_TERMS = 150  # a sentence of more is no sentence, and pairs of them would take long


@dataclass(frozen=True, slots=True)
class Relations:
    """Patterns for how relations are announced, compiled once per data set."""

    parts: re.Pattern[str]
    totals: re.Pattern[str]
    total_row: re.Pattern[str]
    rests: re.Pattern[str]
    complete: frozenset[str]
    carried: re.Pattern[str]
    qualifiers: tuple[str, ...]
    dues: str
    verb: re.Pattern[str]
    from_words: re.Pattern[str]
    to_words: re.Pattern[str]


@lru_cache(maxsize=8)
def relations_of(indicators: Indicators) -> Relations:
    """The patterns of a data set, compiled at the first call."""
    words = indicators.measures.identities
    to_words = compile_words(words["to_words"]).pattern
    totals = compile_words(words["totals"]).pattern
    return Relations(
        parts=compile_words(words["parts"]),
        totals=re.compile(rf"(?:{totals})(?:达|为|是|有)?\Z"),
        total_row=re.compile(rf"[\s|]*(?:{totals})"),
        rests=compile_words(words["rests"]),
        complete=frozenset(words["complete"]),
        carried=compile_words(words["carried"]),
        qualifiers=words["qualifiers"],
        dues="".join(words["dues"]),
        verb=compile_words(indicators.measures.lists["verbs"]),
        from_words=compile_words(words["from_words"]),
        to_words=re.compile(rf"(?:{to_words})[约近]?\Z"),
    )


@dataclass(frozen=True, slots=True)
class Term:
    """A figure with the words that belong to it.

    Attributes:
        figure: The figure.
        lead: The words in front of it, back to a stop or the figure before.
        behind: The words behind it, up to a stop or the figure that follows.
        gap: Everything between the figure before, or the sentence's beginning, and this one.
    """

    figure: Figure
    lead: str
    behind: str
    gap: str

    @property
    def number(self) -> Decimal:
        """The exact amount, −1 where there is none."""
        return self.figure.number if self.figure.number is not None else Decimal(-1)

    @property
    def is_exact(self) -> bool:
        """Whether the amount is one to calculate with."""
        return self.figure.number is not None and self.figure.approx is None


def sentence_terms(flat: str, figures: tuple[Figure, ...]) -> Iterator[list[Term]]:
    """The terms of each sentence that has at least two."""
    stops = [i for i, char in enumerate(flat) if char in "。!?\n"]
    rows: dict[int, list[Figure]] = {}
    k = 0
    for figure in figures:
        while k < len(stops) and stops[k] < figure.ref.start:
            k += 1
        rows.setdefault(k, []).append(figure)
    for k, row in rows.items():
        if len(row) > 1:
            begin = stops[k - 1] + 1 if k else 0
            end = stops[k] if k < len(stops) else len(flat)
            yield _terms(flat, row[:_MOST_TERMS], begin, end)


def _terms(flat: str, figures: list[Figure], begin: int, end: int) -> list[Term]:
    terms = []
    floor = begin
    for i, figure in enumerate(figures):
        gap = flat[floor : figure.ref.start]
        after = flat[figure.ref.end : figures[i + 1].ref.start if i + 1 < len(figures) else end]
        lead = _AT_STOP.split(gap)[-1].strip()
        behind = _AT_STOP.split(after, maxsplit=1)[0].strip()
        terms.append(Term(figure, lead, behind, gap))
        floor = figure.ref.end
    return terms


def places_of(value: str) -> int:
    """Digits printed after the decimal point."""
    found = re.search(r"\.([0-9]+)", level(value))
    return len(found[1]) if found else 0


def agrees(computed: Decimal, stated: Decimal, places: int) -> bool:
    """Whether they agree in the printed digits, one unit of the last digit either way allowed."""
    unit = Decimal(1).scaleb(-places)
    return abs(computed.quantize(unit, ROUND_HALF_UP) - stated) <= unit


def make_identity(  # noqa: PLR0913 - what an identity is made of
    kind: Kind,
    term: Term,
    computed: Decimal,
    operands: tuple[Term, ...],
    *,
    holds: bool,
    reading: str | None = None,
) -> Identity:
    """The relation of a stated figure to its operands, in printed form."""
    return Identity(
        kind=kind,
        ref=term.figure.ref,
        stated=term.figure.text,
        computed=float(round(computed, 4)),
        holds=holds,
        operands=tuple(x.figure.text for x in operands),
        reading=reading,
    )
