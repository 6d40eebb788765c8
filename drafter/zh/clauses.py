"""Clauses (分句): the pieces of a sentence between commas, names and brackets kept whole."""

from __future__ import annotations

from msgspec import Struct

from drafter.zh.lazy import lazy_pattern
from drafter.zh.non_counts import quoted_spans
from drafter.zh.quantities import level

_STOPS = frozenset("。;!?\n")
_COMMAS = frozenset(",:")
_PAIRED = lazy_pattern(
    r"《[^《》]{0,80}(?:《[^《》]{0,60}》[^《》]{0,60})?》|\([^()]{0,60}\)|【[^】]{0,40}】|\[[^\]]{0,40}\]"
)
_NUMBER_COMMA = lazy_pattern(r"[0-9],[0-9]{3}")


class Clause(Struct, frozen=True):
    """A clause without its punctuation.

    Attributes:
        start: In the text.
        end: Exclusive.
        sentence: Which sentence of the text it belongs to, from 0; a semicolon ends one.
        stop: The sign that ends it, in half width; empty at the end of the text.
    """

    start: int
    end: int
    sentence: int
    stop: str


def split_clauses(text: str) -> tuple[Clause, ...]:
    """All clauses of a text in order; blank ones are left out.

    A comma inside quotation marks, brackets, a title or a number ends nothing.
    """
    flat = level(text)
    closed = sorted([*quoted_spans(flat), *(m.span() for m in _PAIRED.finditer(flat))])
    closed += [(m.start(), m.end()) for m in _NUMBER_COMMA.finditer(flat)]
    closed.sort()
    clauses: list[Clause] = []
    start = sentence = k = reach = 0
    for i, char in enumerate(flat):
        while k < len(closed) and closed[k][0] <= i:
            reach = max(reach, closed[k][1])
            k += 1
        if i < reach or (char not in _STOPS and char not in _COMMAS):
            continue
        clauses.append(Clause(start, i, sentence, char))
        start = i + 1
        sentence += char in _STOPS
    clauses.append(Clause(start, len(text), sentence, ""))
    return tuple(kept for clause in clauses if (kept := _trimmed(text, clause)))


def _trimmed(text: str, clause: Clause) -> Clause | None:
    """A clause without blanks at its ends, None if nothing is left."""
    words = text[clause.start : clause.end]
    start = clause.start + len(words) - len(words.lstrip())
    end = start + len(words.strip())
    return Clause(start, end, clause.sentence, clause.stop) if start < end else None
