"""Stretches of a text that are asked about again and again."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence


class Spans:
    """Stretches (start, end) of one text; a question takes the logarithm of their number.

    A passage may be as long as a file: to go through all its stretches for each of its figures
    would take minutes.
    """

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def hold(self, position: int) -> bool:
        """Whether a position lies inside one of them."""
        i = bisect_right(self._starts, position)
        return i > 0 and position < self._ends[i - 1]

    def meet(self, start: int, end: int) -> bool:
        """Whether one of them shares a position with start..end."""
        i = bisect_right(self._ends, start)
        return i < len(self._starts) and self._starts[i] < end


def has_between(positions: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the positions, which are in order, lies in start..end, `end` not included."""
    i = bisect_left(positions, start)
    return i < len(positions) and positions[i] < end
