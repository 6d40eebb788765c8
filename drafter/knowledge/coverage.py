"""How much a text says of each theme, by the keywords that no other theme shares."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from drafter.zh.width import fold
from drafter.zh.words import Words, compile_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.knowledge.loader import Knowledge


@lru_cache(maxsize=8)
def _own_words(knowledge: Knowledge) -> tuple[Words, Mapping[str, str]]:
    owners: dict[str, set[str]] = defaultdict(set)
    for theme in knowledge.outline.themes:
        for word in theme.keywords:
            owners[fold(word)].add(theme.parent or theme.key)
    # All keywords are looked for, the longest first: 行政执法监督 does not count for 行政执法.
    return compile_words(owners), {
        word: next(iter(themes)) for word, themes in owners.items() if len(themes) == 1
    }


def themes_mentioned(text: str, knowledge: Knowledge) -> Mapping[str, int]:
    """Main theme → how many different keywords of its own stand in the text."""
    pattern, owner = _own_words(knowledge)
    found = {word for word in pattern.findall(fold(text)) if word in owner}
    out: dict[str, int] = defaultdict(int)
    for word in found:
        out[owner[word]] += 1
    return out
