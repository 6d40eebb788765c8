"""Several years side by side: figures as series, shortcomings and promises that come back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz

from drafter.facts.figure_pairs import SAME_NAME, name_likeness
from drafter.model import Commitment, Figure, FigureSeries, Recurrence, Report, Shortcoming
from drafter.zh.width import fold

_SAME_MATTER = 58
"""Ratio from which two sentences speak of one matter: the same shortcoming in other words reaches
60 and more in the examples, two shortcomings of one theme 45 and less."""


def join_series(base: Report, older: Sequence[Report]) -> tuple[FigureSeries, ...]:
    """Figures of the base report with their values in older reports, by indicator and unit.

    A value is only joined where one figure of the older report fits; two that differ are left out,
    since nothing tells which is meant.

    Args:
        base: The newest report.
        older: In any order; reports without a year are passed over.
    """
    dated = sorted(
        (report for report in older if report.frame.year is not None),
        key=lambda report: -(report.frame.year or 0),
    )
    rows = [(report.frame.year or 0, _by_unit(report.figures)) for report in dated]
    out = []
    for figure in base.figures:
        earlier = tuple(
            (year, value)
            for year, figures in rows
            if (value := _value_of(figure, figures.get(fold(figure.unit or ""), ()))) is not None
        )
        if earlier:
            out.append(FigureSeries(figure, earlier))
    return tuple(out)


def _by_unit(figures: Iterable[Figure]) -> Mapping[str, Sequence[Figure]]:
    out: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        out[fold(figure.unit or "")].append(figure)
    return out


def _value_of(figure: Figure, candidates: Sequence[Figure]) -> str | None:
    name = fold(figure.indicator)
    if not name:
        return None
    found = [other for other in candidates if fold(other.indicator) == name]
    if not found:
        found = [
            other for other in candidates if name_likeness(fold(other.indicator), name) >= SAME_NAME
        ]
    values = {f"{other.approx if _leads(other) else ''}{other.value}" for other in found}
    return values.pop() if len(values) == 1 else None


def _leads(figure: Figure) -> bool:
    """Whether the approximator stands before the number (近百场) and is told with it."""
    return figure.approx is not None and figure.text.startswith(figure.approx)


def find_recurrences(base: Report, older: Sequence[Report]) -> tuple[Recurrence, ...]:
    """Shortcomings and promises of the base report that older ones have as well, in any words."""
    dated = sorted(
        (report for report in older if report.frame.year is not None),
        key=lambda report: -(report.frame.year or 0),
    )
    out = []
    for row in base.shortcomings:
        out += _recurrence(row, [(r.frame.year or 0, r.shortcomings) for r in dated])
    for promise in base.commitments:
        out += _recurrence(promise, [(r.frame.year or 0, r.commitments) for r in dated])
    return tuple(out)


def _recurrence(
    row: Shortcoming | Commitment,
    older: Sequence[tuple[int, Sequence[Shortcoming | Commitment]]],
) -> list[Recurrence]:
    words = fold(row.text)
    earlier = []
    for year, others in older:
        best = max(others, key=lambda other: fuzz.ratio(fold(other.text), words), default=None)
        if best is not None and fuzz.ratio(fold(best.text), words) >= _SAME_MATTER:
            earlier.append((year, best.text))
    return [Recurrence(row.id, tuple(earlier))] if earlier else []
