"""What the outline says of its themes, weighed: keywords, hints and typical headings.

Weighing four hundred headings took half as long as reading a report. For the shipped outline it is
done when drafter is built; what was made holds for one outline and one version of this module.
"""

from __future__ import annotations

import math
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import add, itemgetter
from pathlib import Path

from msgspec import Struct
from msgspec.msgpack import decode, encode

from drafter.knowledge import Knowledge
from drafter.sealed import made_by, read_sealed
from drafter.zh import heading_text
from drafter.zh.heading_text import NOT_HAN
from drafter.zh.width import fold
from drafter.zh.words import Words, compile_words

FILE = Path(__file__).with_name("theme_words.msgpack")

Postings = tuple[tuple[int, float], ...]
"""Numbers of typical headings with the weight that a gram has in each."""

_HINT = 0.5  # what a hint weighs of a keyword: many a theme may use the word


class ThemeWords(Struct, frozen=True, eq=False):
    """The words of the themes with their weights.

    Attributes:
        keywords: Keyword (folded) → {theme: weight}.
        hints: The same for bodies: keywords and hints.
        titles: Gram → the typical headings that have it; a heading's weights have length 1.
        owners: Themes with the numbers of their typical headings, from the first to before the end.
        size: How many typical headings there are.
        rarity: Gram → weight.
    """

    keywords: dict[str, dict[str, float]]
    hints: dict[str, dict[str, float]]
    titles: dict[str, Postings]
    owners: tuple[tuple[str, int, int], ...]
    size: int
    rarity: dict[str, float]


def theme_words(knowledge: Knowledge) -> ThemeWords:
    """The words of an outline, as they were kept or made now."""
    by = maker(knowledge)
    content = read_sealed(FILE, by) if by else None
    return weigh(knowledge) if content is None else decode(content, type=ThemeWords)


def maker(knowledge: Knowledge) -> str | None:
    """What weighs words here, and which words."""
    by = made_by(__name__, *(made.__module__ for made in (fold, Words)), heading_text.__name__)
    return by and f"{by} {zlib.crc32(encode((knowledge.outline, _verbs(knowledge)))):08x}"


def weigh(knowledge: Knowledge) -> ThemeWords:
    """The words of an outline."""
    outline = knowledge.outline
    main = {theme.key: theme.parent or theme.key for theme in outline.themes}
    size = sum(theme.parent is None for theme in outline.themes)
    generic = compile_words(_verbs(knowledge))
    keywords = _keyword_weights([(main[t.key], t.keywords) for t in outline.themes], size)
    hints = _keyword_weights([(main[t.key], t.hints) for t in outline.themes], size)
    hints = {word: {k: _HINT * w for k, w in by.items()} for word, by in hints.items()} | keywords
    titles: dict[str, list[list[str]]] = defaultdict(list)
    for theme in outline.themes:
        titles[main[theme.key]] += [
            grams_of(title, generic) for title in (*theme.titles, *theme.lacks)
        ]
    rarity = _rarity(titles)
    rows = [(key, vector(grams, rarity)) for key, own in titles.items() for grams in own if grams]
    return ThemeWords(
        keywords=keywords,
        hints=hints,
        titles=_inverted([weights for _, weights in rows]),
        owners=_stretches([key for key, _ in rows]),
        size=len(rows),
        rarity=rarity,
    )


def _verbs(knowledge: Knowledge) -> tuple[str, ...]:
    return knowledge.words["heading_verbs"]


def _inverted(vectors: Sequence[Mapping[str, float]]) -> dict[str, Postings]:
    """Gram → the vectors that have it: a heading has a dozen grams, the outline 400 headings."""
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, weights in enumerate(vectors):
        for gram, weight in weights.items():
            postings[gram].append((number, weight))
    return {gram: tuple(rows) for gram, rows in postings.items()}


def _stretches(keys: Sequence[str]) -> tuple[tuple[str, int, int], ...]:
    """Equal neighbours with the numbers of the first of them and of the one behind them."""
    out = []
    for key, group in groupby(enumerate(keys), key=itemgetter(1)):
        numbers = [number for number, _ in group]
        out.append((key, numbers[0], numbers[-1] + 1))
    return tuple(out)


def _keyword_weights(
    words: Iterable[tuple[str, Iterable[str]]], size: int
) -> dict[str, dict[str, float]]:
    """Word → theme → weight, of themes with their words; there are `size` themes."""
    owners: dict[str, set[str]] = defaultdict(set)
    for theme, own in words:
        for word in own:
            owners[fold(word)].add(theme)
    out = {}
    for word, themes in owners.items():
        # A word that half of the themes claim says nothing; a long one is rarely there by chance.
        weight = math.log(size / len(themes)) / math.log(size) * min(1.0, 0.4 + 0.15 * len(word))
        out[word] = dict.fromkeys(sorted(themes), weight)
    return out


def _rarity(titles: Mapping[str, Sequence[Sequence[str]]]) -> dict[str, float]:
    seen: Counter[str] = Counter()
    for rows in titles.values():
        seen.update({gram for grams in rows for gram in grams})
    return {
        gram: math.log((1 + len(titles)) / n) * (1.0 if len(gram) > 1 else 0.5)
        for gram, n in sorted(seen.items())
    }


def grams_of(text: str, generic: Words) -> list[str]:
    """The characters of a heading and its pairs of them, without the verbs that say nothing."""
    bare = NOT_HAN.sub(" ", generic.sub(" ", fold(text)))
    out: list[str] = []
    for run in bare.split():
        out += map(add, run, run[1:])
        out += run
    return out


def vector(grams: Iterable[str], rarity: Mapping[str, float]) -> dict[str, float]:
    """Gram → its weight in a heading; all together have length 1."""
    weights: dict[str, float] = {}
    for gram in grams:
        # A gram that no typical heading knows still counts for the length of the heading.
        weights[gram] = weights.get(gram, 0.0) + rarity.get(gram, 1.0)
    norm = math.hypot(*weights.values()) or 1.0
    return {gram: w / norm for gram, w in weights.items()}
