"""Words without which a pattern cannot match (先看有没有这个词), looked for before the pattern is.

Of forty patterns that a clause is tried with most cannot match, and a single character tells it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct


class Signed(Struct, frozen=True):
    """A pattern with its signs.

    Attributes:
        signs: Words of which every match's clause has one.
        firsts: Their first characters.
        pattern: What is looked for then.
    """

    signs: tuple[str, ...]
    firsts: frozenset[str]
    pattern: re.Pattern[str]


def signed(*rows: tuple[Iterable[str], re.Pattern[str]]) -> tuple[Signed, ...]:
    """Patterns from rows of signs and pattern, in their order; a string is one of single signs."""
    return tuple(Signed(tuple(s), frozenset(sign[0] for sign in s), p) for s, p in rows)


def promising(clause: str, rows: Iterable[Signed]) -> Iterator[re.Pattern[str]]:
    """The patterns that may match in a clause, in the order of the rows."""
    chars = frozenset(clause)
    for row in rows:
        if not row.firsts.isdisjoint(chars) and any(map(clause.__contains__, row.signs)):
            yield row.pattern
