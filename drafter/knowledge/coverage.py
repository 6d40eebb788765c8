"""How much a text says of each theme, by the keywords that no other theme shares."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from drafter.zh.slots import Places
from drafter.zh.width import fold
from drafter.zh.words import Words, compile_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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


@lru_cache(maxsize=8)
def _words_by_theme(knowledge: Knowledge) -> Mapping[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for word, theme in _own_words(knowledge)[1].items():
        out[theme] += (word,)
    return dict(out)


def themes_treated(
    text: str, themes: Iterable[str], least: int, knowledge: Knowledge
) -> tuple[str, ...]:
    """Those of some main themes of which `themes_mentioned` finds so many keywords in the text.

    Only the clauses that have one of their words are looked through: a report has few of those.
    """
    form = fold(text)
    places = Places(form)
    pattern, _ = _own_words(knowledge)
    clauses: dict[int, frozenset[str]] = {}

    def stands(word: str) -> bool:
        end = -1
        for at in places.of(word):
            if at > end:
                start = form.rfind(",", 0, at) + 1
                end = form.find(",", at) % (len(form) + 1)  # no comma: the end of the text
                if start not in clauses:
                    clauses[start] = frozenset(pattern.findall(form[start:end]))
                if word in clauses[start]:
                    return True
        return False

    def is_treated(theme: str) -> bool:
        standing = filter(stands, _words_by_theme(knowledge).get(theme, ()))
        return sum(1 for _ in islice(standing, least)) == least

    return tuple(filter(is_treated, themes))


def themes_mentioned(text: str, knowledge: Knowledge) -> Mapping[str, int]:
    """Main theme → how many different keywords of its own stand in the text."""
    pattern, owner = _own_words(knowledge)
    found = {word for word in pattern.findall(fold(text)) if word in owner}
    out: dict[str, int] = defaultdict(int)
    for word in found:
        out[owner[word]] += 1
    return out
