"""Whether a report reads the same in another format as in plain text."""

from __future__ import annotations

from itertools import zip_longest

from drafter.match import match
from drafter.model import Passage, Report, Source
from drafter.structure import structure
from drafter.zh.width import fold
from tests.reading import KNOWLEDGE

Place = tuple[str, str | None, str, str | None]

_NO_TEXT = "|｜"  # between cells; other formats have blanks there


def report_of(source: Source) -> Report:
    """A source with its parts, roles and themes."""
    return match(structure(source, KNOWLEDGE), KNOWLEDGE)


def places(report: Report) -> list[Place]:
    """Each character of the report itself with its part, role and theme."""
    return [
        (char, passage.part, passage.role, passage.theme)
        for passage in report.passages
        if passage.role != "noise"
        for char in _visible(passage)
    ]


def _visible(passage: Passage) -> str:
    text = fold(passage.text)
    marker = fold(passage.marker or "")
    whole = text if text.startswith(marker) else marker + text  # an automatic numeral
    return "".join(char for char in whole if char not in _NO_TEXT)


def differences(report: Report, twin: Report) -> list[tuple[Place | None, Place | None]]:
    """Where two readings part, character by character; empty if they agree."""
    pairs = zip_longest(places(report), places(twin))
    return [(a, b) for a, b in pairs if a != b]
