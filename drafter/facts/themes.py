"""Themes of single sentences (主题归属): that of their section, and those they name themselves."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from drafter.knowledge.outline import Outline

_LEAST_SCORE = 4  # characters of keywords


class _Keywords(Struct, frozen=True):
    """The keywords of all themes, found by their first two characters.

    Attributes:
        by_begin: Two characters → words that begin so, each with the themes that claim it.
        keys: Main theme of each theme, by its number.
        places: Main theme → its place in the outline.
    """

    by_begin: Mapping[str, tuple[tuple[str, tuple[int, ...]], ...]]
    keys: tuple[str, ...]
    places: Mapping[str, int]


@lru_cache(maxsize=8)
def _keywords_of(outline: Outline) -> _Keywords:
    claims: dict[str, list[int]] = defaultdict(list)
    for number, theme in enumerate(outline.themes):
        for word in theme.keywords:
            if len(word) > 1:
                claims[word].append(number)
    by_begin: dict[str, list[tuple[str, tuple[int, ...]]]] = defaultdict(list)
    for word, rows in claims.items():
        by_begin[word[:2]].append((word, tuple(rows)))
    keys = tuple(theme.parent or theme.key for theme in outline.themes)
    return _Keywords(
        by_begin={begin: tuple(words) for begin, words in by_begin.items()},
        keys=keys,
        places={key: place for place, key in reversed(list(enumerate(keys)))},
    )


def themes_of(text: str, theme: str | None, outline: Outline, limit: int = 2) -> tuple[str, ...]:
    """Main themes of a sentence: that of its section, then those whose keywords it names most.

    Args:
        text: The sentence.
        theme: Theme of the section it stands in, None if there is none.
        outline: For the keywords.
        limit: At most so many.
    """
    index = _keywords_of(outline)
    named: Counter[int] = Counter()
    for begin in {text[i : i + 2] for i in range(len(text) - 1)}:
        for word, rows in index.by_begin.get(begin, ()):
            if word in text:
                for row in rows:
                    named[row] += len(word)
    scores: dict[str, int] = {}
    for row in sorted(named):
        key = index.keys[row]
        scores[key] = max(scores.get(key, 0), named[row])
    best = sorted(
        (key for key, score in scores.items() if score >= _LEAST_SCORE),
        key=lambda key: (-scores[key], index.places[key]),
    )
    order = ([theme.split(".")[0]] if theme else []) + best
    return tuple(dict.fromkeys(order))[:limit]
