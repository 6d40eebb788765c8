"""Themes of single sentences (主题归属): that of their section, and those they name themselves."""

from __future__ import annotations

from drafter.knowledge.outline import Outline

_LEAST_SCORE = 4  # characters of keywords


def themes_of(text: str, theme: str | None, outline: Outline, limit: int = 2) -> tuple[str, ...]:
    """Main themes of a sentence: that of its section, then those whose keywords it names most.

    Args:
        text: The sentence.
        theme: Theme of the section it stands in, None if there is none.
        outline: For the keywords.
        limit: At most so many.
    """
    scores: dict[str, int] = {}
    for row in outline.themes:
        key = row.parent or row.key
        named = sum(len(word) for word in row.keywords if len(word) > 1 and word in text)
        scores[key] = max(scores.get(key, 0), named)
    best = sorted(
        (key for key, score in scores.items() if score >= _LEAST_SCORE),
        key=lambda key: -scores[key],
    )
    order = ([theme.split(".")[0]] if theme else []) + best
    return tuple(dict.fromkeys(order))[:limit]
