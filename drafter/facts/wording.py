"""Wording (措辞): how two texts of different years are made comparable, and how alike they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from rapidfuzz import fuzz

from drafter.knowledge import Knowledge
from drafter.model import Passage, Report
from drafter.zh.likeness import NOT_WORD, YEAR_NUMBER
from drafter.zh.width import fold
from drafter.zh.words import compile_words


def without_years(text: str) -> str:
    """A text folded, the number of every year taken out, so that 2024年 and 2025年 are the same."""
    return YEAR_NUMBER.sub("", fold(text))


def bare(text: str) -> str:
    """What of a text is compared word for word: folded, without punctuation and years.

    Figures stay as they are: a renewed figure is a difference.
    """
    return NOT_WORD.sub("", without_years(text))


def likeness(one: str, other: str) -> float:
    """How alike two texts are word for word but for years and punctuation, 0–100."""
    return fuzz.ratio(bare(one), bare(other))


def pairs_of(text: str) -> Iterator[str]:
    """Every two neighbouring characters, in order."""
    return (text[i : i + 2] for i in range(len(text) - 1))


class Synonyms:
    """Words that mean the same, each made its row's first one."""

    def __init__(self, rows: Iterable[str]) -> None:
        self._first = {
            word: row.partition("=")[0] for row in rows for word in row.split("=") if word
        }
        self._words = compile_words(self._first)

    def of(self, text: str) -> str:
        """A text in the first words of their rows."""
        pieces, at = [], 0
        for hit in self._words.finditer(text):
            pieces += [text[at : hit.start()], self._first[hit[0]]]
            at = hit.end()
        return "".join([*pieces, text[at:]]) if pieces else text

    def are_same(self, one: str, other: str) -> bool:
        """Whether two words are of one row, or the same."""
        return self._first.get(one, one) == self._first.get(other, other)


Sides = Mapping[int, frozenset[int]]
"""Row → which of its sides a text names."""


class Alternatives:
    """Words of which one excludes the other (受理 and 审结, 现场 and 书面)."""

    def __init__(self, rows: Iterable[str]) -> None:
        sides = [
            {word: i for i, side in enumerate(row.split("/")) for word in side.split("=")}
            for row in rows
        ]
        every = dict.fromkeys(word for of in sides for word in of)
        rows_of = [compile_words(of) for of in sides]
        # 不予受理 is no 受理, but it has 不予 of another row in it: what is found inside a word
        # is known beforehand, so that a text is gone through once and not once a row.
        self._inside = {
            word: [
                (k, of[hit[0]]) for k, of in enumerate(sides) for hit in rows_of[k].finditer(word)
            ]
            for word in every
        }
        self._words = compile_words(every)

    def in_text(self, text: str) -> Sides:
        """For each row that a text has words of, which of its sides."""
        found: dict[int, set[int]] = defaultdict(set)
        for hit in self._words.finditer(text):
            for row, side in self._inside[hit[0]]:
                found[row].add(side)
        return {row: frozenset(sides) for row, sides in found.items()}


def are_apart(one: Sides, other: Sides) -> bool:
    """Whether two texts name different sides of any row."""
    return any(sides.isdisjoint(other[row]) for row, sides in one.items() if row in other)


@lru_cache(maxsize=8)
def synonyms_of(knowledge: Knowledge, name: str) -> Synonyms:
    """The synonyms of a list in `words.yaml`, made ready at the first call."""
    return Synonyms(knowledge.words[name])


@lru_cache(maxsize=8)
def alternatives_of(knowledge: Knowledge) -> Alternatives:
    """The words that `words.yaml` keeps apart."""
    return Alternatives(knowledge.words["kept_apart"])


def section_themes(report: Report) -> dict[int, str | None]:
    """Passage id → main theme of the section that it stands in."""
    heads = {section.heading: section.theme for section in report.sections}
    theme: str | None = None
    out: dict[int, str | None] = {}
    for passage in report.passages:
        if passage.id in heads:
            theme = heads[passage.id]
        elif _opens_chapter(passage):
            theme = None
        out[passage.id] = theme.split(".")[0] if theme else None
    return out


def _opens_chapter(passage: Passage) -> bool:
    return passage.role == "heading" and passage.level == 1
