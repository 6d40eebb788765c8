"""Blanks: what a field asks for, and what it shows of last year while it is empty."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from drafter.model import Field, Figure
from drafter.zh.sentences import sentences
from drafter.zh.year_context import CHANGE, COMPARED_WITH, prior_period

BLANK = "〔待填〕"
_TITLE_LIMIT = 40
_NAME_LIMIT = 24
_REACH = 16
"""Code points before a figure in which the words stand that make it one of the year before."""


class Prior(Struct, frozen=True):
    """How last year's values are called.

    Attributes:
        year: The report year.
        by: Years that the report moves on.
        label: `上年`, or the year's number where the report is older than that.
    """

    year: int
    by: int

    @property
    def label(self) -> str:
        """上年, or the number of an older year."""
        return "上年" if self.by == 1 else f"{self.year}年"


def blank(tag: str, title: str, placeholder: str = BLANK) -> Field:
    """A blank that stands for no figure of last year."""
    return Field(tag, title[:_TITLE_LIMIT], placeholder)


def figure_field(figure: Figure, tag: str, shown: str) -> Field:
    """The blank of a statistic, the unit left outside: its name and what is `shown`."""
    name = figure.indicator[:_NAME_LIMIT] or "数据"
    title = f"{figure.indicator or '数据'}（{figure.unit or '数'}）"[:_TITLE_LIMIT]
    return Field(tag, title, f"〔{name}，{shown}〕", figure)


def unit_span(figure: Figure) -> tuple[int, int]:
    """Where the unit stands in the passage; an empty stretch at the end where there is none."""
    after = figure.text[figure.value_end - figure.ref.start :]
    if figure.unit and figure.unit in after:
        start = figure.value_end + after.rindex(figure.unit)
        return start, start + len(figure.unit)
    return figure.ref.end, figure.ref.end


def shown_of_last_year(
    text: str, figure: Figure, figures: Sequence[Figure], prior: Prior, part: str | None
) -> str:
    """What a field shows: last year's value, or for a figure of the year before, last year's own.

    较2023年的520件 compares with the year before the report's. In the next report the words mean
    the report year, whose value last year's report gives itself: it is offered, to be checked.

    Args:
        text: Of the passage.
        figure: The one in question.
        figures: All of the passage, in order.
        prior: How last year is called.
        part: Part of the passage; in `plans` a figure is a target.
    """
    value = figure.printed
    if part == "plans":
        return f"{prior.label}目标{value}"
    before = text[max(0, figure.ref.start - _REACH) : figure.ref.start]
    if not _is_of_year_before(before, prior.year):
        return f"{prior.label}{value}"
    own = _same_measure(text, figure, figures) if COMPARED_WITH.search(before) else None
    return f"{prior.label}报告为{own.printed}，请核对" if own else f"前年{value}"


def _is_of_year_before(before: str, year: int) -> bool:
    return re.search(prior_period(year), before) is not None and not CHANGE.search(before)


def _same_measure(text: str, figure: Figure, figures: Sequence[Figure]) -> Figure | None:
    """The figure that one of the year before is compared with: nearest in its sentence."""
    bounds = next((a, b) for a, b in sentences(text) if a <= figure.ref.start < b)
    near = [
        other
        for other in figures
        if other is not figure
        and other.unit == figure.unit
        and bounds[0] <= other.ref.start < bounds[1]
        and not CHANGE.search(text[max(0, other.ref.start - _REACH) : other.ref.start])
    ]
    return min(near, key=lambda other: abs(other.ref.start - figure.ref.start), default=None)
