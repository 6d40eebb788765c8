"""Blanks: what a field asks for, and what it shows of last year while it is empty."""

from __future__ import annotations

from msgspec import Struct

from drafter.model import Field, Figure
from drafter.roll.compared import Other
from drafter.zh.matters import without_titles
from drafter.zh.prompts import LAST_YEAR
from drafter.zh.small_words import MORE

BLANK = "〔待填〕"
_TITLE_LIMIT = 40
_NAME_LIMIT = 24


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
        return LAST_YEAR if self.by == 1 else f"{self.year}年"

    def called(self, year: int) -> str:
        """What the next report calls a year: 上年, 前年, or its number."""
        back = self.year + self.by - year
        return {1: LAST_YEAR, 2: "前年"}.get(back, f"{year}年")


def blank(tag: str, title: str, placeholder: str = BLANK) -> Field:
    """A blank that stands for no figure of last year."""
    return Field(tag, title[:_TITLE_LIMIT], placeholder)


def figure_field(figure: Figure, tag: str, shown: str, *, is_other: bool = False) -> Field:
    """The blank of a statistic, the unit left outside.

    Args:
        figure: The one of last year.
        tag: Of the blank.
        shown: What it shows beside its name.
        is_other: Whether that is not the value of `figure`.
    """
    name = figure.indicator
    if shown[:4].isdigit():
        name = name.removeprefix(LAST_YEAR)  # 2022年18 is not of last year
    name = without_titles(name) or "数据"
    title = f"{name}（{figure.unit or '数'}）"[:_TITLE_LIMIT]
    name = name[:_NAME_LIMIT]
    return Field(tag, title, f"〔{name}，{shown}〕", figure, shown if is_other else "")


def unit_span(figure: Figure) -> tuple[int, int]:
    """Where the unit stands in the passage; an empty stretch at the end where there is none."""
    after = figure.text[figure.value_end - figure.ref.start :]
    if figure.unit and figure.unit in after:
        start = figure.value_end + after.rindex(figure.unit)
        return start, start + len(figure.unit)
    return figure.ref.end, figure.ref.end


def shown_of_last_year(figure: Figure, other: Other | None, prior: Prior, part: str | None) -> str:
    """What a field shows: last year's value, or for a figure of the year before, last year's own.

    Where the words will mean another year (较2023年的520件), what last year's report gives for that
    year is offered, to be checked; no value where it is not plain which it is.

    Args:
        figure: The one in question.
        other: What it stands for where it is the year before's.
        prior: How last year is called.
        part: Part of the passage; in `plans` a figure is a target.
    """
    # 3成多, not 3多 in front of 成.
    value = figure.text if figure.text.endswith(tuple(MORE)) else figure.printed
    if part == "plans":
        start, end = unit_span(figure)
        if start < end:  # 5家以上: what stands behind the unit is not in the blank
            value = figure.text[: start - figure.ref.start]
        # 由426家扩展到800家: only the second is aimed at.
        return f"{prior.label}{'' if other and other.own else '目标'}{value}"
    if other is None:
        return f"{prior.label}{value}"
    if not other.moved:
        return f"{prior.called(other.year)}{value}"
    if other.own and prior.by == 1:
        own = other.own
        value = own.printed if own.unit == figure.unit else own.text  # 由2小时缩短到30分钟
        return f"{prior.label}报告为{value}，请核对"
    # A wrong value would be worse than none.
    return f"填{prior.called(other.year + prior.by)}数"


def shown_of_years(figure: Figure, over: str, prior: Prior) -> str:
    """What a field shows of a figure that was counted over several years, and of no year alone."""
    return f"{prior.label}报告{over}为{figure.printed}"
