"""Sets of words (词表): finding any of many plain words in a text, the longest first.

An alternation of hundreds of words does the same, but `re` takes milliseconds to compile each, more
than a whole report takes to read. The methods are those of a compiled pattern, as far as needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from drafter.zh import precompiled


class Hit(msgspec.Struct, frozen=True, gc=False):
    """Where a word stands in a text; answers like a `re.Match`.

    Attributes:
        string: The text.
        first: Where the word begins.
        stop: Where it ends, exclusive.
    """

    string: str
    first: int
    stop: int

    def start(self) -> int:
        """Where the word begins."""
        return self.first

    def end(self) -> int:
        """Where it ends, exclusive."""
        return self.stop

    def span(self) -> tuple[int, int]:
        """Both."""
        return self.first, self.stop

    def __getitem__(self, group: int) -> str:
        """The word itself, as group 0 (or 1) of a match."""
        return self.string[self.first : self.stop]


_PAYS_FROM = 30_000
"""Characters looked through before a set is compiled: a batch comes there, a single report does
not, and up to there a loop takes less time than the compiling."""


class Words:
    """A set of plain words; the longest that fits at a place is found."""

    # Lengths and not words: to look one slice up in a set takes less time than to compare the text
    # with each word of that character.
    __slots__ = ("_all", "_beginning", "_compiled", "_ending", "_looked_through")

    def __init__(self, words: Iterable[str]) -> None:
        self._all = frozenset(words) - {""}
        self._beginning = self._lengths(0)
        self._ending: dict[str, list[int]] | None = None
        self._compiled: re.Pattern[str] | None = None
        self._looked_through = 0

    def _lengths(self, at: int) -> dict[str, list[int]]:
        """First (`at` 0) or last (−1) character → how long words with it there are, falling."""
        lengths: dict[str, list[int]] = {}
        for length, char in sorted({(len(word), word[at]) for word in self._all}, reverse=True):
            lengths.setdefault(char, []).append(length)
        return lengths

    def _lengths_at_end(self) -> dict[str, list[int]]:
        """`_lengths` by last characters: few sets are asked for what a text ends in."""
        if self._ending is None:
            self._ending = self._lengths(-1)
        return self._ending

    def match(self, text: str, start: int = 0, end: int | None = None) -> Hit | None:
        """The longest word that begins at `start`."""
        stop = len(text) if end is None else min(end, len(text))
        if start < stop and (char := text[start]) in self._beginning:
            for length in self._beginning[char]:
                if text[start : start + length] in self._all and start + length <= stop:
                    return Hit(text, start, start + length)
        return None

    def search(self, text: str, start: int = 0, end: int | None = None) -> Found | None:
        """The first word from `start` on."""
        stop = len(text) if end is None else min(end, len(text))
        if compiled := self._pattern(stop - start):
            return compiled.search(text, start, stop)
        return self._first(text, start, stop)

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

    def _first(self, text: str, start: int, stop: int) -> Hit | None:
        """`search` without a pattern."""
        beginning, words = self._beginning, self._all
        for at, char in enumerate(text[start:stop], start):
            if char in beginning:
                for length in beginning[char]:
                    if text[at : at + length] in words and at + length <= stop:
                        return Hit(text, at, at + length)
        return None

    def _loop(self, text: str, start: int, stop: int) -> Iterator[Hit]:
        """`finditer` without a pattern."""
        beginning, words, behind = self._beginning, self._all, start
        for at, char in enumerate(text[start:stop], start):
            if char in beginning and at >= behind:
                for length in beginning[char]:
                    if text[at : at + length] in words and at + length <= stop:
                        behind = at + length
                        yield Hit(text, at, behind)
                        break

    def fullmatch(self, text: str) -> Hit | None:
        """The text, if it is one of the words."""
        return Hit(text, 0, len(text)) if text in self._all else None

    def at_end(self, text: str, end: int | None = None) -> Hit | None:
        """The longest word that ends at `end` (default: the text's end)."""
        stop = len(text) if end is None else end
        ending = self._lengths_at_end()
        if stop > 0 and (char := text[stop - 1]) in ending:
            for length in ending[char]:
                if length <= stop and text[stop - length : stop] in self._all:
                    return Hit(text, stop - length, stop)
        return None

    def all_at_end(self, text: str, end: int) -> Iterator[Hit]:
        """Every word that ends at `end`, the longest first."""
        if end > 0:
            for length in self._lengths_at_end().get(text[end - 1], ()):
                if length <= end and text[end - length : end] in self._all:
                    yield Hit(text, end - length, end)

    def near_end(self, text: str, most: int, barred: frozenset[str]) -> Hit | None:
        """A word that at most so many characters, none of them barred, part from the text's end."""
        ending = self._lengths_at_end()
        end = len(text)
        for char in reversed(text[-most - 1 :]):
            if char in ending and (hit := self.at_end(text, end)):
                return hit
            if char in barred:
                return None
            end -= 1
        return None

    def near(self, text: str, start: int, most: int, barred: frozenset[str]) -> Hit | None:
        """A word that at most so many characters, none of them barred, part from `start`."""
        for at, char in enumerate(text[start : start + most + 1], start):
            if char in self._beginning and (hit := self.match(text, at)):
                return hit
            if char in barred:
                return None
        return None

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
