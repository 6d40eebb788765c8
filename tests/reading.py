"""Text in a test → what drafter makes of it, told in lines that a test can print."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.api import understand
from drafter.knowledge import load
from drafter.knowledge.indicators import load_indicators
from drafter.match import match
from drafter.model import Passage, Passages, Report, Source
from drafter.read.text import split_lines
from drafter.structure import structure
from drafter.zh.width import fold_char

KNOWLEDGE = load()


def source_of(text: str) -> Source:
    """The lines of a text, as the text reader gives them."""
    return Source("report.txt", "txt", "utf-8", 0, split_lines(text))


def structured(text: str) -> Passages:
    """A text cut into passages."""
    return structure(source_of(text), KNOWLEDGE)


def matched(text: str) -> Report:
    """A text with parts and themes, without facts."""
    return match(structured(text), KNOWLEDGE)


def understood(text: str) -> Report:
    """A text as `drafter parse` understands it."""
    return understand(source_of(text), KNOWLEDGE, load_indicators(None))


def told(passages: Iterable[Passage]) -> list[str]:
    """A line a passage: the level of a heading, else the role; then the words."""
    return [f"{p.level or p.role} {p.text}" for p in passages]


def told_parts(passages: Iterable[Passage]) -> list[str]:
    """A line a passage of the four parts: the part, then the words."""
    return [f"{p.part} {p.text}" for p in passages if p.part is not None]


def is_lossless(source: Source, passages: Iterable[Passage]) -> bool:
    """Whether the spans of the passages hold every visible character of the source exactly once."""
    seen: set[tuple[int, int]] = set()
    for passage in passages:
        for span in passage.spans:
            places = {(span.line, column) for column in range(span.start, span.end)}
            if places & seen:
                return False
            seen |= places
    visible = {
        (number, column)
        for number, line in enumerate(source.lines, start=1)
        for column, char in enumerate(line)
        if fold_char(char)
    }
    return visible <= seen


def is_verbatim(source: Source, passages: Iterable[Passage]) -> bool:
    """Whether the text of each passage is what stands in the source at its spans."""
    return all(
        p.text == "".join(source.lines[s.line - 1][s.start : s.end] for s in p.spans)
        for p in passages
    )
