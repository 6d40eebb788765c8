"""Prompts (上年提示) of a skeleton: their words are drafter's, an answer is the report's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from drafter.model import Source
from drafter.structure.lines import Line
from drafter.zh.placeholders import find_placeholders
from drafter.zh.prompts import answer_span, find_answer, is_labelled, says_something


def part_prompts(
    lines: Sequence[Line], source: Source, bare: frozenset[str]
) -> tuple[list[Line], list[Line]]:
    """The lines of the report, answers of prompts among them, and what the prompts themselves say.

    Args:
        lines: Visible lines.
        source: Knows the prompts of a Word file by their style; elsewhere their words tell.
        bare: Answers that are no sentence.
    """
    report: list[Line] = []
    asides: list[Line] = []
    for line in lines:
        if line.number not in source.prompts and not _is_prompt(line.text):
            report.append(line)
            continue
        pieces = list(_parted(line, bare))
        asides.append(pieces[0])
        report += pieces[1:]
    return report, asides


def _is_prompt(text: str) -> bool:
    return is_labelled(text) and find_answer(text) is not None


def _parted(line: Line, bare: frozenset[str]) -> Iterator[Line]:
    """A prompt, and its answer as a line of its own if there is one that can stand."""
    asked = find_answer(line.words)
    start, _ = answer_span(line.words, asked) if asked else (0, 0)
    answer = line.words[start:]
    is_answered = asked and says_something(answer, bare) and not any(find_placeholders(answer))
    if not is_answered:
        yield line
        return
    middle = line.start + start
    yield replace(line, end=middle, text=line.text[: line.lead + start])
    yield replace(line, start=middle, text=answer, marker="", lead=0, after_gap=True)
