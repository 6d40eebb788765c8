"""Matters (事项): what a promise or a shortcoming is about, and how much of it a sentence names.

A promise is known by its object (县级执法实训基地), not by its verb: 建设 becomes 建成投用. So a
sentence speaks of it if most of its characters stand there in pairs, each weighed by how rare its
pairs are: those of 行政执法 say nothing, those of 实训基地 nearly all.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from drafter.facts.wording import COMMON_PAIRS, pairs_of, without_years
from drafter.knowledge import Knowledge
from drafter.knowledge.indicators import Indicators
from drafter.zh.clauses import split_clauses
from drafter.zh.likeness import QUOTED, RUN, TITLE
from drafter.zh.words import Words, compile_words

_SAID_OF_ALL, _SAID_OF_THEME = 0.2, 0.6
"""Weight of a pair that any sentence of the genre may have, and of one in a theme's keywords."""
_NAMED = 1.6
"""What a character of a name in 《》 or “” counts: 《X工作规程》 is no other paper."""
_HEAD, _HEAD_SIZE = 1.4, 4
"""The same for the last characters of a clause, which name the thing itself."""
_LEAST_NAME = 3
_LEAST_LEFT = 4
_LEAST_CLAUSE = 1.2
"""Weight that a clause needs to be answered by itself: more than a word of the theme."""
_ONE_OF_SEVERAL = 0.1
"""What the share loses where only one clause of several is named."""
_OTHER_PAPER = 0.6
"""What is left of it where the sentence names less than this of a document that is promised."""


@dataclass(frozen=True, slots=True)
class _Character:
    """A character that counts.

    Attributes:
        pairs: Those it stands in: one, or two.
        weight: What it counts.
        title: Which document's name it belongs to, None for none.
        is_verb: Whether it leads into the object: it counts only where it is named, since 建设 may
            become 建成.
    """

    pairs: tuple[str, ...]
    weight: float
    title: int | None
    is_verb: bool


@dataclass(frozen=True, slots=True)
class _Clause:
    characters: tuple[_Character, ...]
    weight: float
    acts: bool  # neither purpose nor means


@dataclass(frozen=True, slots=True)
class Matter:
    """What a promise or a shortcoming is about: its clauses, and all pairs of characters in it."""

    clauses: tuple[_Clause, ...]
    pairs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Mention:
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
        while (hit := self._lead.match(words, start)) and len(words) - hit.end() >= _LEAST_LEFT:
            start = hit.end()
        characters = tuple(self._characters(words, start))
        weight = sum(c.weight for c in characters if not c.is_verb)
        return _Clause(characters, weight, acts=self._aims.match(words) is None)

    def _characters(self, words: str, start: int) -> Iterator[_Character]:
        """The characters of a clause whose object begins at `start`."""
        idle = {i for hit in self._idle.finditer(words) for i in range(*hit.span())}
        kept = [i for run in RUN.finditer(words) for i in range(*run.span()) if i not in idle]
        titles = {i: k for k, m in enumerate(TITLE.finditer(words)) for i in range(*m.span(1))}
        named = titles.keys() | _quoted(words)
        heads = frozenset(kept[-_HEAD_SIZE:])
        for i in kept:
            pairs = tuple(pair for k in (i - 1, i) if (pair := RUN.match(words, k, k + 2)))
            if not pairs:
                continue
            weight = min(self._rarity.of(pair[0]) for pair in pairs)
            weight *= _NAMED if i in named else 1.0
            weight *= _HEAD if i in heads else 1.0
            yield _Character(
                tuple(pair[0] for pair in pairs), weight, titles.get(i), is_verb=i < start
            )


def _quoted(words: str) -> frozenset[int]:
    """Where the characters of names in quotation marks stand."""
    names = (m for m in QUOTED.finditer(words) if len(m[1]) >= _LEAST_NAME)
    return frozenset(i for m in names for i in range(*m.span(1)))


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


class _Named(NamedTuple):
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
    of_title: Counter[int] = Counter()
    size: Counter[int] = Counter()
    for char in clause.characters:
        is_said = not pairs.isdisjoint(char.pairs)
        evidence += char.weight * is_said
        whole += char.weight * (is_said or not char.is_verb)
        telling += is_said and char.weight > _SAID_OF_ALL
        if char.title is not None:
            size[char.title] += 1
            of_title[char.title] += is_said
    has_titles = all(of_title[key] >= _OTHER_PAPER * n for key, n in size.items())
    return _Named(evidence, whole, telling, has_titles)
