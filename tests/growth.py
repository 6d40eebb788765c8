"""Whether a text takes time in proportion to its length, or to its square."""

from __future__ import annotations

import time
from collections.abc import Callable

_REPEATED = (600, 6_000, 60_000)
"""What grows with the square mostly fails at the second, before the third takes minutes."""
_TIMES = 10
_GENEROUS = 4
"""Against the square, which would be `_TIMES`: caches and other programs make a difference, too."""
_LEAST = 0.005
"""Seconds of the processor; what is less is not told from nothing."""


def assert_in_proportion(read: Callable[[str], object], unit: str) -> None:
    """Asserts that ten times the text does not take much more than ten times as long.

    Args:
        read: What is measured.
        unit: What the text is made of, again and again.
    """
    read(unit)  # what is made once, is made
    short = _seconds(read, unit * _REPEATED[0])
    for repeated in _REPEATED[1:]:
        long = _seconds(read, unit * repeated)
        assert long < _GENEROUS * _TIMES * max(short, _LEAST), (repeated, short, long)
        short = long


def _seconds(read: Callable[[str], object], text: str) -> float:
    """The least of three times: garbage of other tests may be collected in one of them."""
    return min(_once(read, text) for _ in range(3))


def _once(read: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    read(text)
    return time.process_time() - begun
