"""Matters (事项): what a promise or a shortcoming is about, and how much of it a sentence names.

A promise is known by its object (县级执法实训基地), not by its verb: 建设 becomes 建成投用. So a
sentence speaks of it if most of its characters stand there in pairs, each weighed by how rare its
pairs are: those of 行政执法 say nothing, those of 实训基地 nearly all.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from drafter.facts.wording import pairs_of, without_years
from drafter.knowledge import Knowledge
from drafter.knowledge.indicators import Indicators
from drafter.zh.clauses import split_clauses
from drafter.zh.likeness import COMMON_PAIRS, COUNTED, QUOTED, RUN, TITLE
from drafter.zh.words import Words, compile_words

_SAID_OF_ALL, _SAID_OF_THEME = 0.2, 0.6
"""Weight of a pair that any sentence of the genre may have, and of one in a theme's keywords."""
_NAMED = 1.6
"""What a character of a name in 《》 or “” counts: 《X工作规程》 is no other paper."""
_HEAD, _HEAD_SIZE = 1.4, 4
"""The same for the last characters of a clause, which name the thing itself."""
_LEAST_NAME = 3
_KIND_SIZE = 2
_PARTED = 0.7
"""What a character counts that the sentence has, but not with both its neighbours: 县级…基地 has
words of 县级执法实训基地 and may be another thing."""
_BY_NAME, _LONG_NAME = 0.7, 4
"""What a sentence names at least that has a name in 《》 or “” of so many characters."""
_LONG_GAP = 4
_WITHOUT_WHAT = 0.8
"""What is left where a whole word in a row is missing (行政争议 of 行政争议调处中心), and no name
stands for the matter."""
_LEAST_LEFT = 4
_LEAST_CLAUSE = 1.2
"""Weight that a clause needs to be answered by itself: more than a word of the theme."""
_ONE_OF_SEVERAL = 0.05
"""What the share loses where only one clause of several is named."""
_OTHER_PAPER = 0.6
"""What is left of it where the sentence names less than this of a document that is promised."""


class _Character(Struct, frozen=True):
    """A character that counts.

    Attributes:
        pairs: Those it stands in: one, or two.
        weight: What it counts.
        name: Which name in 《》 or “” it belongs to, None for none.
        is_of_title: Whether that is a document's.
        is_verb: Whether it leads into the object: it counts only where it is named, since 建设 may
            become 建成.
    """

    pairs: tuple[str, ...]
    weight: float
    name: int | None
    is_of_title: bool
    is_verb: bool


class _Clause(Struct, frozen=True):
    characters: tuple[_Character, ...]
    weight: float
    acts: bool  # neither purpose nor means


class Matter(Struct, frozen=True):
    """What a promise or a shortcoming is about: its clauses, and all pairs of characters in it."""

    clauses: tuple[_Clause, ...]
    pairs: frozenset[str]


class Mention(Struct, frozen=True):
    """How much of a matter a sentence names.

    Attributes:
        share: 0–1, of its weight.
        evidence: The weight itself.
        size: How many characters are named, those left out that any sentence of the genre has.
    """

    share: float
    evidence: float
    size: int


class Rarity:
    """What pairs of characters say, by how many sentences of the reports compared have them.

    Args:
        sentences: Of both reports.
        knowledge: The keywords of its outline are words of the genre, in reports however short.
        own: Names of the bodies that report, which say nothing in their own report.
    """

    def __init__(self, sentences: Iterable[str], knowledge: Knowledge, own: Iterable[str]) -> None:
        self._count: Counter[str] = Counter()
        self._size = 0
        for sentence in sentences:
            self._size += 1
            self._count.update(pairs_in(sentence))
        self._of_themes = _theme_pairs(knowledge)
        self._of_all = COMMON_PAIRS.union(*(pairs_in(name) for name in own))

    def of(self, pair: str) -> float:
        """0–1."""
        seen = self._count[pair] or 1
        rarity = math.log(1 + self._size / seen) / math.log(1 + self._size)
        if pair in self._of_all:
            return _SAID_OF_ALL * rarity
        return (_SAID_OF_THEME if pair in self._of_themes else 1.0) * rarity


@lru_cache(maxsize=8)
def _theme_pairs(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(
        pair
        for theme in knowledge.outline.themes
        for word in theme.keywords
        for pair in pairs_of(word)
    )


def pairs_in(text: str) -> frozenset[str]:
    """The pairs of characters in a text; figures, years and punctuation part them."""
    return frozenset(pair for run in _runs(text) for pair in pairs_of(run))


def _runs(text: str) -> Iterator[str]:
    return (run[0] for run in RUN.finditer(without_years(text)))


class Matters:
    """Makes matters of sentences, with the words of the data files and the rarity of pairs."""

    def __init__(self, rarity: Rarity, indicators: Indicators, idle: Words) -> None:
        """`idle`: words that say nothing of the matter (不够, 有待提升 in a shortcoming)."""
        words, lists = indicators.measures.commitments, indicators.measures.lists
        self._rarity = rarity
        self._idle = idle
        self._lead = compile_words((*lists["adverbs"], *lists["verbs"], *words["adverbs"]))
        self._aims = compile_words((*words["purposes"], *words["means"]))

    def of(self, text: str) -> Matter:
        """The matter of a sentence."""
        clauses = []
        for cut in split_clauses(text):
            clause = self._clause(without_years(text[cut.start : cut.end]))
            if clause.characters:
                clauses.append(clause)
        pairs = frozenset(p for c in clauses for char in c.characters for p in char.pairs)
        return Matter(tuple(clauses), pairs)

    def _clause(self, words: str) -> _Clause:
        start = 0
        aims = self._aims.match(words) is not None
        while (hit := self._lead.match(words, start)) and len(words) - hit.end() >= _LEAST_LEFT:
            start = hit.end()
        words = words[:start] + COUNTED.sub("", words[start:], count=1)
        characters = tuple(self._characters(words, start))
        weight = sum(c.weight for c in characters if not c.is_verb)
        return _Clause(characters, weight, acts=not aims)

    def _characters(self, words: str, start: int) -> Iterator[_Character]:
        """The characters of a clause whose object begins at `start`."""
        idle = {i for hit in self._idle.finditer(words) for i in range(*hit.span())}
        kept = [i for run in RUN.finditer(words) for i in range(*run.span()) if i not in idle]
        titles = _inside(TITLE, words)
        names = {**_inside(QUOTED, words), **titles}
        heads, whole = frozenset(kept[-_HEAD_SIZE:]), frozenset(kept)
        for i in kept:
            # A neighbour that says nothing, or the verb in front, may be another one in the answer.
            near = [k for k in (i - 1, i) if k in whole and k + 1 in whole and k + 1 != start]
            pairs = tuple(pair[0] for k in near if (pair := RUN.match(words, k, k + 2)))
            if not pairs:
                continue
            weight = min(map(self._rarity.of, pairs))
            weight *= _NAMED if i in names else 1.0
            weight *= _HEAD if i in heads else 1.0
            yield _Character(pairs, weight, names.get(i), i in titles, is_verb=i < start)


def _inside(pattern: re.Pattern[str], words: str) -> dict[int, int]:
    """Places of the characters of names, each with the place where its name begins."""
    found = (m for m in pattern.finditer(words) if len(m[1]) >= _LEAST_NAME)
    return {i: m.start() for m in found for i in range(*m.span(1))}


def mention(matter: Matter, pairs: frozenset[str]) -> Mention:
    """How much of a matter a sentence with these pairs names: of all, or of one acting clause."""
    rows = [(clause, _named(clause, pairs)) for clause in matter.clauses]
    best = _sum(found for _, found in rows)
    for clause, found in rows:
        if not clause.acts or clause.weight < _LEAST_CLAUSE:
            continue
        share = found.share - (_ONE_OF_SEVERAL if len(rows) > 1 else 0.0)
        if share > best.share:
            best = Mention(share, found.evidence, found.size)
    if not all(found.has_titles for _, found in rows):
        best = Mention(best.share * _OTHER_PAPER, best.evidence, best.size)
    return best


def _sum(rows: Iterable[_Named]) -> Mention:
    found = list(rows)
    whole = sum(row.whole for row in found)
    evidence = sum(row.evidence for row in found)
    return Mention(evidence / whole if whole else 0.0, evidence, sum(row.size for row in found))


class _Named(Struct, frozen=True):
    """What of a clause is named.

    Attributes:
        evidence: Weight of the characters that are.
        whole: Weight of all that count.
        size: How many of the former say something.
        has_titles: Whether its documents are among them.
    """

    evidence: float
    whole: float
    size: int
    has_titles: bool

    @property
    def share(self) -> float:
        """0–1."""
        return self.evidence / self.whole if self.whole else 0.0


def _named(clause: _Clause, pairs: frozenset[str]) -> _Named:
    evidence = whole = 0.0
    telling = 0
    tally = _Tally()
    for char in clause.characters:
        said = _how_far(char, pairs)
        evidence += char.weight * said
        whole += char.weight * (said > 0 or not char.is_verb)
        telling += said > 0 and char.weight > _SAID_OF_ALL
        tally.add(char, is_said=said > 0)
    if tally.has_name:
        evidence = max(evidence, _BY_NAME * whole)
    elif tally.gap >= _LONG_GAP:
        evidence *= _WITHOUT_WHAT
    return _Named(evidence, whole, telling, tally.has_titles)


def _how_far(char: _Character, pairs: frozenset[str]) -> float:
    """1 for a character that stands in all its pairs, less for one that is parted from some."""
    found = sum(pair in pairs for pair in char.pairs)
    if found == len(char.pairs):
        return 1.0
    return _PARTED if found else 0.0


class _Tally:
    """What is told of a clause character by character: names, and the longest gap."""

    def __init__(self) -> None:
        self.gap = self._run = 0
        self._of_name: dict[int, list[bool]] = defaultdict(list)
        self._titles: set[int] = set()

    def add(self, char: _Character, *, is_said: bool) -> None:
        """Counts the next character."""
        if not char.is_verb:
            self._run = 0 if is_said else self._run + 1
            self.gap = max(self.gap, self._run)
        if char.name is not None:
            self._of_name[char.name].append(is_said)
            if char.is_of_title:
                self._titles.add(char.name)

    @property
    def has_name(self) -> bool:
        """Whether any longer name in 《》 or “” is there."""
        return any(
            self._is_there(key) for key, row in self._of_name.items() if len(row) >= _LONG_NAME
        )

    @property
    def has_titles(self) -> bool:
        """Whether every document is there, and of the same kind (规程, 手册)."""
        return all(
            self._is_there(key) and all(self._of_name[key][-_KIND_SIZE:]) for key in self._titles
        )

    def _is_there(self, key: int) -> bool:
        return sum(self._of_name[key]) >= _OTHER_PAPER * len(self._of_name[key])
