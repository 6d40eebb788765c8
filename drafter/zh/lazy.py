"""Patterns that are compiled when they are first used.

`re` takes a millisecond to compile a class of Chinese characters, for it writes down each of the
20,000; and no run uses a third of the patterns that there are.
"""

from __future__ import annotations

import re
from typing import cast

from drafter.zh import precompiled

_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub", "subn")


class _LazyPattern:
    """Stands for a compiled pattern; once it is used, its methods are those of the pattern."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = precompiled.compile_pattern(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)

    def __reduce__(self) -> tuple[object, ...]:
        return lazy_pattern, self.asked_for()

    def asked_for(self) -> tuple[str, int]:
        return self.pattern, int(self._flags)


def lazy_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, without the time that it takes until it is used."""
    return cast("re.Pattern[str]", _LazyPattern(source, flags))


def asked_for(value: object) -> tuple[str, int] | None:
    """Source and flags, where a value is such a pattern."""
    return value.asked_for() if isinstance(value, _LazyPattern) else None
