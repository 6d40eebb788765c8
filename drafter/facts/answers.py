"""Answers (整改对应): which promises of 下年安排 answer a deficiency."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from drafter.facts.themes import themes_of
from drafter.knowledge.outline import Outline
from drafter.model import Commitment
from drafter.zh.heading_text import NOT_HAN
from drafter.zh.likeness import COMMON_PAIRS

# Cosine of weighted bigrams. On the labelled reports every pair from here on was an answer; from
# 0.13 on every fourth was none.
_SIMILAR = 0.19
_MOST = 2
_MOST_PROMISES = 500  # no report has a hundred; every deficiency is compared with each of them
_LEAST_COMMON = 2
Grams = frozenset[str]


class Answers:
    """The promises of a report, ready to be compared with its deficiencies.

    Args:
        deficiencies: All of the report: words that many sentences have weigh little.
        commitments: All promises of the report.
        outline: For the keywords of the themes.
    """

    def __init__(
        self, deficiencies: Sequence[str], commitments: Sequence[Commitment], outline: Outline
    ) -> None:
        self._outline = outline
        compared = commitments[:_MOST_PROMISES]
        self._promises = [(promise, _grams(promise.text)) for promise in compared]
        rows = [grams for _, grams in self._promises] + [_grams(text) for text in deficiencies]
        count = Counter(gram for row in rows for gram in row)
        self._weights = {gram: math.log(1 + len(rows) / n) for gram, n in count.items()}
        self._unknown = math.log(1 + len(rows))

    def to(self, text: str, theme: str | None) -> tuple[str, ...]:
        """Ids of the promises that answer a deficiency: of a common theme, and in kindred words."""
        if not self._promises:
            return ()
        themes = set(themes_of(text, theme, self._outline, limit=3))
        grams = _grams(text)
        scored = [
            (self._likeness(grams, other), promise.id)
            for promise, other in self._promises
            if themes & set(promise.themes) and len(grams & other) >= _LEAST_COMMON
        ]
        best = sorted((row for row in scored if row[0] >= _SIMILAR), key=lambda row: -row[0])
        return tuple(key for _, key in best[:_MOST])

    def _likeness(self, one: Grams, other: Grams) -> float:
        """How much of their weight two sentences have in common, 0 to 1."""
        product = self._weight(one) * self._weight(other)
        return self._weight(one & other) / math.sqrt(product) if product else 0.0

    def _weight(self, grams: Grams) -> float:
        return sum(self._weights.get(gram, self._unknown) for gram in grams)


def _grams(text: str) -> Grams:
    """Pairs of characters that tell sentences of this genre apart."""
    words = NOT_HAN.sub("", text)
    return frozenset(words[i : i + 2] for i in range(len(words) - 1)) - COMMON_PAIRS
