"""Wordings of phrases (时效性表述) as `slots` made patterns of them when drafter was built.

A start looks for three hundred shipped wordings, and parsing them took as long as finding them.
What was made holds for the code that made it; with other code, or for an office's own wording, it
is made anew.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from drafter.sealed import made_by, read_sealed
from drafter.zh import numerals, slots, width

FILE = Path(__file__).with_name("wordings.msgpack")


class Kept(msgspec.Struct, frozen=True):
    """The content of the file.

    Attributes:
        fixed: Wording → `slots.fixed_words` of it.
        patterns: Wording → its `slots.Pattern`, read when it is asked for.
    """

    fixed: dict[str, str]
    patterns: dict[str, msgspec.Raw]


def maker() -> str | None:
    """What makes patterns of wordings here."""
    return made_by(__name__, slots.__name__, width.__name__, numerals.__name__)


@cache
def kept_wordings() -> Kept:
    """What was made; empty where something else made it."""
    by = maker()
    content = read_sealed(FILE, by) if by else None
    return Kept({}, {}) if content is None else msgspec.msgpack.decode(content, type=Kept)


def fixed_words(text: str) -> str:
    """`slots.fixed_words` of a wording."""
    known = kept_wordings().fixed.get(text)
    return slots.fixed_words(text) if known is None else known


@cache
def pattern_of(text: str) -> slots.Pattern:
    """`slots.compile_pattern` of a wording."""
    known = kept_wordings().patterns.get(text)
    if known is None:
        return slots.compile_pattern(text)
    return msgspec.msgpack.decode(known, type=slots.Pattern)
