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
    """A character that counts: the pairs it stands in, its weight, and the name it belongs to."""

    pairs: tuple[str, ...]
    weight: float
    title: int | None


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
    """

    share: float
    evidence: float


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
        aims = self._aims.match(words) is not None
        start = 0
        while (hit := self._lead.match(words, start)) and len(words) - hit.end() >= _LEAST_LEFT:
            start = hit.end()
        words = words[start:]
        characters = tuple(self._characters(words))
        return _Clause(characters, sum(c.weight for c in characters), acts=not aims)

    def _characters(self, words: str) -> Iterator[_Character]:
        idle = {i for hit in self._idle.finditer(words) for i in range(*hit.span())}
        titles = {i: k for k, m in enumerate(TITLE.finditer(words)) for i in range(*m.span(1))}
        named = {
            i for m in QUOTED.finditer(words) if len(m[1]) >= _LEAST_NAME for i in range(*m.span(1))
        } | set(titles)
        head = len(words.rstrip('》”"。')) - _HEAD_SIZE
        for run in RUN.finditer(words):
            for i in range(*run.span()):
                pairs = tuple(
                    words[k : k + 2] for k in (i - 1, i) if run.start() <= k < run.end() - 1
                )
                weight = min(map(self._rarity.of, pairs))
                weight *= _NAMED if i in named else 1.0
                weight *= _HEAD if i >= head else 1.0
                if i not in idle:
                    yield _Character(pairs, weight, titles.get(i))


def mention(matter: Matter, pairs: frozenset[str]) -> Mention:
    """How much of a matter a sentence with these pairs names: of all, or of one acting clause."""
    rows = [(clause, *_named(clause, pairs)) for clause in matter.clauses]
    whole = sum(clause.weight for clause, _, _ in rows)
    said = sum(weight for _, weight, _ in rows)
    best = Mention(said / whole if whole else 0.0, said)
    for clause, weight, _ in rows:
        if not clause.acts or clause.weight < _LEAST_CLAUSE:
            continue
        share = weight / clause.weight - (_ONE_OF_SEVERAL if len(rows) > 1 else 0.0)
        if share > best.share:
            best = Mention(share, weight)
    if not all(keeps_titles for _, _, keeps_titles in rows):
        best = Mention(best.share * _OTHER_PAPER, best.evidence)
    return best


def _named(clause: _Clause, pairs: frozenset[str]) -> tuple[float, bool]:
    """The weight of a clause's characters that are named, and whether its documents are."""
    said = 0.0
    of_title: Counter[int] = Counter()
    size: Counter[int] = Counter()
    for char in clause.characters:
        is_said = any(pair in pairs for pair in char.pairs)
        said += char.weight * is_said
        if char.title is not None:
            size[char.title] += 1
            of_title[char.title] += is_said
    return said, all(of_title[key] >= _OTHER_PAPER * n for key, n in size.items())
