"""Sets of words (词表): finding any of many plain words in a text, the longest first.

An alternation of hundreds of words does the same, but `re` takes milliseconds to compile each, more
than a whole report takes to read. The methods are those of a compiled pattern, as far as needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from drafter.zh import precompiled


class Hit:
    """Where a word stands in a text; answers like a `re.Match`."""

    __slots__ = ("_end", "_start", "string")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.string = text
        self._start = start
        self._end = end

    def start(self) -> int:
        """Where the word begins."""
        return self._start

    def end(self) -> int:
        """Where it ends, exclusive."""
        return self._end

    def span(self) -> tuple[int, int]:
        """Both."""
        return self._start, self._end

    def __getitem__(self, group: int) -> str:
        """The word itself, as group 0 (or 1) of a match."""
        return self.string[self._start : self._end]


_PAYS_FROM = 30_000
"""Characters looked through before a set is compiled: a batch comes there, a single report does
not, and up to there a loop takes less time than the compiling."""


class Words:
    """A set of plain words; the longest that fits at a place is found."""

    __slots__ = ("_all", "_by_first", "_by_last", "_compiled", "_looked_through")

    def __init__(self, words: Iterable[str]) -> None:
        self._all = frozenset(words) - {""}
        ordered = sorted(self._all, key=lambda word: (-len(word), word))
        self._by_first: dict[str, list[str]] = {}
        self._by_last: dict[str, tuple[str, ...]] = {}
        self._compiled: re.Pattern[str] | None = None
        self._looked_through = 0
        for word in ordered:
            self._by_first.setdefault(word[0], []).append(word)

    def match(self, text: str, start: int = 0, end: int | None = None) -> Hit | None:
        """The longest word that begins at `start`."""
        stop = len(text) if end is None else min(end, len(text))
        if start >= stop:
            return None
        for word in self._by_first.get(text[start], ()):
            if text.startswith(word, start, stop):
                return Hit(text, start, start + len(word))
        return None

    def search(self, text: str, start: int = 0, end: int | None = None) -> Found | None:
        """The first word from `start` on."""
        stop = len(text) if end is None else min(end, len(text))
        if compiled := self._pattern(stop - start):
            return compiled.search(text, start, stop)
        return next(self._loop(text, start, stop), None)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
        """All words from `start` on, left to right, without overlap."""
        stop = len(text) if end is None else min(end, len(text))
        if compiled := self._pattern(stop - start):
            return compiled.finditer(text, start, stop)
        return self._loop(text, start, stop)

    def findall(self, text: str) -> list[str]:
        """The words themselves, as `finditer` meets them."""
        if compiled := self._pattern(len(text)):
            return compiled.findall(text)
        return [hit[0] for hit in self._loop(text, 0, len(text))]

    def _pattern(self, size: int) -> re.Pattern[str] | None:
        """The words as one pattern, once it pays to have it."""
        if self._compiled is None and self._all:
            self._looked_through += size
            if self._looked_through > _PAYS_FROM:
                self._compiled = precompiled.compile_pattern(
                    _ahead(self._all) + _alternatives(self._all)
                )
        return self._compiled

    def _loop(self, text: str, start: int, stop: int) -> Iterator[Hit]:
        by_first = self._by_first
        at = start
        while at < stop:
            for word in by_first.get(text[at], ()):
                if text.startswith(word, at, stop):
                    yield Hit(text, at, at + len(word))
                    at += len(word)
                    break
            else:
                at += 1

    def fullmatch(self, text: str) -> Hit | None:
        """The text, if it is one of the words."""
        return Hit(text, 0, len(text)) if text in self._all else None

    def at_end(self, text: str, end: int | None = None) -> Hit | None:
        """The longest word that ends at `end` (default: the text's end)."""
        stop = len(text) if end is None else end
        return next(self.all_at_end(text, stop), None)

    def all_at_end(self, text: str, end: int) -> Iterator[Hit]:
        """Every word that ends at `end`, the longest first."""
        if end > 0:
            for word in self._ending(text[end - 1]):
                if text.endswith(word, 0, end):
                    yield Hit(text, end - len(word), end)

    def near_end(self, text: str, most: int, barred: frozenset[str]) -> Hit | None:
        """A word that at most so many characters, none of them barred, part from the text's end."""
        for end in range(len(text), max(0, len(text) - most - 1), -1):
            if hit := self.at_end(text, end):
                return hit
            if text[end - 1] in barred:
                return None
        return None

    def near(self, text: str, start: int, most: int, barred: frozenset[str]) -> Hit | None:
        """A word that at most so many characters, none of them barred, part from `start`."""
        for at in range(start, min(len(text), start + most + 1)):
            if hit := self.match(text, at):
                return hit
            if text[at] in barred:
                return None
        return None

    def _ending(self, last: str) -> tuple[str, ...]:
        if last not in self._by_last:
            words = [word for word in self._all if word[-1] == last]
            self._by_last[last] = tuple(sorted(words, key=len, reverse=True))
        return self._by_last[last]

    def sub(self, new: str, text: str) -> str:
        """The text with every word replaced."""
        pieces, at = [], 0
        for hit in self.finditer(text):
            pieces += [text[at : hit.start()], new]
            at = hit.end()
        return "".join([*pieces, text[at:]]) if pieces else text

    def __contains__(self, word: str) -> bool:
        """Whether it is one of the words."""
        return word in self._all

    def __iter__(self) -> Iterator[str]:
        """The words, the longest first."""
        return iter(sorted(self._all, key=lambda word: (-len(word), word)))


Found = Hit | re.Match[str]
"""Where a word stands."""


_MANY = 150
"""Words from which on it pays to look at two characters before any branch is tried."""


def _ahead(words: frozenset[str]) -> str:
    """A look at the first two characters, where every word has two."""
    if len(words) < _MANY or min(map(len, words)) == 1:
        return ""
    firsts, seconds = ({re.escape(word[at]) for word in words} for at in (0, 1))
    return f"(?=[{''.join(sorted(firsts))}][{''.join(sorted(seconds))}])"


def _alternatives(words: Iterable[str]) -> str:
    """A pattern for the longest of the words, as a tree by their first characters.

    `re` tries the branches one after another: hundreds of words cost that much at each place.
    """
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[:1], []).append(word[1:])
    # Behind a shorter word the empty branch comes last: the longest is taken.
    branches = [
        re.escape(first) + (_alternatives(rest) if rest != [""] else "")
        for first, rest in sorted(by_first.items(), key=lambda row: row[0] == "")
        if first
    ]
    if "" in by_first:
        branches.append("")
    return f"(?:{'|'.join(branches)})" if len(branches) > 1 else branches[0]


def compile_words(words: Iterable[str]) -> Words:
    """A set of words, made once for equal words: several stages share the long lists."""
    return _made(tuple(words))


@lru_cache(maxsize=128)
def _made(words: tuple[str, ...]) -> Words:
    return Words(words)
