"""Words without which a pattern cannot match (先看有没有这个词), looked for before the pattern is.

Of forty patterns that a clause is tried with most cannot match, and a single character tells it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


class Signed:
    """Patterns, each with words of which every clause that it matches in has one.

    Args:
        rows: Words and pattern, in the order in which the patterns are to be tried; a string is
            one of single characters.
    """

    # By first characters: a clause has none of them as a rule, and one look at it tells that.
    __slots__ = ("_by_first", "_firsts", "_patterns")

    def __init__(self, rows: Sequence[tuple[Iterable[str], re.Pattern[str]]]) -> None:
        self._patterns = tuple(pattern for _, pattern in rows)
        self._by_first: dict[str, list[tuple[str, int]]] = {}
        for number, (signs, _) in enumerate(rows):
            for sign in signs:
                self._by_first.setdefault(sign[0], []).append((sign, number))
        self._firsts = frozenset(self._by_first)

    def promising(self, clause: str) -> Sequence[re.Pattern[str]]:
        """The patterns that may match in a clause, in the order of the rows."""
        met = self._firsts.intersection(clause)
        if not met:
            return ()
        numbers = {n for first in met for sign, n in self._by_first[first] if sign in clause}
        return [self._patterns[number] for number in sorted(numbers)]

    def match_in(self, clause: str) -> bool:
        """Whether any of the patterns is found in a clause."""
        for pattern in self.promising(clause):  # noqa: SIM110 -- mostly there is none: no `any` to make
            if pattern.search(clause):
                return True
        return False


def signed(*rows: tuple[Iterable[str], re.Pattern[str]]) -> Signed:
    """Patterns from rows of signs and pattern."""
    return Signed(rows)
