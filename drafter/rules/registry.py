"""What a rule is, and what a check may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Literal

from msgspec import Struct

from drafter.knowledge import Knowledge
from drafter.knowledge.profiles import Profile
from drafter.model import Comparison, Finding, Manuscript, Passage, Report, Severity

Stage = Literal["draft", "final"]
"""`draft`: last year's report, which the next is drafted from. `final`: the one that goes out."""
ALWAYS: tuple[Stage, ...] = ("draft", "final")
Level = Literal["条例", "国标", "考核要求", "实务", "待核"]
"""What kind of ground a rule stands on; 待核 is one that has still to be verified."""


class Context(
    Struct, frozen=True, dict=True
):  # no slots: what is asked of it again and again is kept
    """A report and what it is measured by.

    Attributes:
        year: Stage `draft`: the year that the next report will be on; `final`: its own year.
        comparison: With last year's report, None where none was given.
        manuscript: What its Word file has beyond the text, None for other formats.
    """

    report: Report
    knowledge: Knowledge
    profile: Profile
    year: int
    stage: Stage = "draft"
    comparison: Comparison | None = None
    manuscript: Manuscript | None = None

    @property
    def subject(self) -> str:
        """How a message calls the report."""
        return "上年报告" if self.stage == "draft" else "报告"

    @cached_property
    def passages(self) -> dict[int, Passage]:
        """The passages of the report by id."""
        return {passage.id: passage for passage in self.report.passages}


Check = Callable[[Context], Iterable[Finding]]


def beside_last_year(check: Callable[[Comparison], Iterable[Finding]]) -> Check:
    """A check that has nothing to say where no report of last year was given.

    Args:
        check: Looks at the comparison with it alone.
    """

    def checked(context: Context) -> Iterable[Finding]:
        return () if context.comparison is None else check(context.comparison)

    return checked


class Rule(Struct, frozen=True, kw_only=True):
    """A rule (规则): what is looked for, why, and on whose authority.

    Built by keyword alone: most fields are Chinese text, which nothing but its name tells apart.

    Attributes:
        id: Unique, never reused.
        name: A few words.
        meaning: What it says, one or two Chinese sentences.
        action: What to do.
        source: What it rests on.
        level: What kind of ground that is.
        example: What it flags.
        passes: What it lets pass, near the example.
        check: Yields its findings; None for a rule that speaks only through a skeleton's marks.
        stages: When it is applied.
    """

    id: str
    severity: Severity
    name: str
    meaning: str
    action: str
    source: str
    level: Level
    example: str
    passes: str
    check: Check | None = None
    stages: tuple[Stage, ...] = ("final",)

    @property
    def ground(self) -> str:
        """What it rests on, and how firmly: 国标（GB/T 9704）; 实务 alone says both."""
        return self.source if self.source == self.level else f"{self.source}（{self.level}）"
