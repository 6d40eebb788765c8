"""What a rule is, and what a check may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from drafter.knowledge import Knowledge
from drafter.knowledge.profiles import Profile
from drafter.model import Finding, Report, Severity


@dataclass(frozen=True, slots=True)
class Context:
    """A report and what it is measured by.

    Attributes:
        year: The year that the next report will be on.
    """

    report: Report
    knowledge: Knowledge
    profile: Profile
    year: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule (规则): what is looked for, why, and on whose authority.

    Attributes:
        id: Unique, never reused.
        name: A few words.
        meaning: What it says, one or two Chinese sentences.
        action: What to do.
        source: What it rests on.
        level: 条例 / 国标 / 考核要求 / 实务 / 待核.
        example: What it flags.
        check: Yields its findings; None for a rule that speaks only through a skeleton's marks.
    """

    id: str
    severity: Severity
    name: str
    meaning: str
    action: str
    source: str
    level: str
    example: str
    check: Callable[[Context], Iterable[Finding]] | None = None
