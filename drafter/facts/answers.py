"""Answers (整改对应): which promises of 下年安排 answer a deficiency."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from drafter.facts.themes import themes_of
from drafter.knowledge.outline import Outline
from drafter.model import Commitment

_SIMILAR = 0.16  # share of common bigrams; below it themes alone made links that readers denied
_MOST = 2
_IDEOGRAPHS = range(0x4E00, 0xA000)
_COMMON = frozenset({
    "法治", "政府", "建设", "工作", "行政", "依法", "进一", "一步", "加强", "提升", "能力", "机制", "推进",
    "有待", "落实", "还需",
})  # fmt: skip


class Answers:
    """The promises of a report, ready to be compared with its deficiencies."""

    def __init__(self, commitments: Sequence[Commitment], outline: Outline) -> None:
        self.commitments = commitments
        self.outline = outline

    def to(self, text: str, theme: str | None) -> tuple[str, ...]:
        """Ids of the promises that answer a deficiency: of a common theme, and in kindred words."""
        if not self.commitments:
            return ()
        themes = set(themes_of(text, theme, self.outline, limit=3))
        grams = _bigrams(text)
        scored = []
        for promise in self.commitments:
            if not themes & set(promise.themes):
                continue
            common = grams & _bigrams(promise.text)
            share = len(common) / max(1, min(len(grams), len(_bigrams(promise.text))))
            if share >= _SIMILAR:
                scored.append((share, promise.id))
        scored.sort(reverse=True)
        return tuple(key for _, key in scored[:_MOST])


@lru_cache(maxsize=1024)
def _bigrams(text: str) -> frozenset[str]:
    """Pairs of characters that tell sentences of this genre apart."""
    words = "".join(char for char in text if ord(char) in _IDEOGRAPHS)
    return frozenset(words[i : i + 2] for i in range(len(words) - 1)) - _COMMON
