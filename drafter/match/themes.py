"""Which canonical theme a section treats: by its heading and its body.

A heading is compared in two ways, by the keywords of `schemas/outline.yaml` in it and by its
likeness to the theme's typical headings (character uni- and bigrams, weighted by how few themes
share them, after the verbs that every heading begins with are taken away); the body votes with its
keywords.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace

from drafter.knowledge import Knowledge
from drafter.knowledge.outline import TieBreak
from drafter.match.theme_words import ThemeWords, grams_of, theme_words, vector
from drafter.model import Band, ThemeScore
from drafter.zh.numbering import mark_at
from drafter.zh.width import fold
from drafter.zh.words import Words, compile_words

_WEIGHTS = (0.55, 0.2, 0.25)
"""Of keywords in the heading, likeness to typical headings, keywords in the body."""
_WORDLESS_WEIGHTS = (0.0, 0.55, 0.35)
"""The same for a heading without any keyword: a slogan, or words that only the whole heading makes
clear. Both rows were chosen on 251 labelled headings of reports and openings: 0.94 right with one
row for all, 0.96 with two; shares of body and likeness from 0.3 to 0.6 differ by one heading."""
_FIRST_PERSON_PRIOR = 0.12
"""What speaks for `leadership_thought` in the part on the first responsible person before a word is
read: two of three sections there are about it."""
_FIELD = 0.3
"""What a keyword weighs that is the office's own field: of little, and still of something where no
other word speaks."""
TAKEN = 45.0
CHECK = 12.0
"""Below it a theme is named no more often rightly than not. Of 500 headings of openings 16 stood
between 12 and 20, and 13 of them were right, which a clerk can check; above `TAKEN` 98 of 100."""
MARGIN = 6.0


class ThemeIndex(Struct, frozen=True, eq=False, dict=True):
    """What is known of the themes, prepared for comparing.

    Attributes:
        keys: Main themes in the outline's order.
        words: Their words with weights.
        pattern: Finds keywords, the longest first.
        hint_pattern: Finds keywords and hints.
        generic: Finds verbs that say nothing of the theme.
        tiebreaks: Their words folded.
    """

    keys: tuple[str, ...]
    words: ThemeWords
    pattern: Words
    hint_pattern: Words
    generic: Words
    tiebreaks: tuple[TieBreak, ...]


@lru_cache(maxsize=8)
def theme_index(knowledge: Knowledge) -> ThemeIndex:
    """The index of an outline; made once per loaded knowledge."""
    outline = knowledge.outline
    words = theme_words(knowledge)
    return ThemeIndex(
        keys=tuple(dict.fromkeys(theme.key for theme in outline.themes if theme.parent is None)),
        words=words,
        pattern=compile_words(words.keywords),
        hint_pattern=compile_words(words.hints),
        generic=compile_words(knowledge.words["heading_verbs"]),
        tiebreaks=tuple(map(_folded, outline.tiebreaks)),
    )


def _folded(rule: TieBreak) -> TieBreak:
    return replace(rule, words=tuple(map(fold, rule.words)), without=tuple(map(fold, rule.without)))


def score_themes(
    heading: str,
    body: str,
    part: str | None,
    index: ThemeIndex,
    field: frozenset[str] = frozenset(),
) -> tuple[ThemeScore, ...]:
    """The themes with their score, best first.

    Args:
        heading: Of the section, with or without numeral.
        body: Its text, may be empty.
        part: Part it stands in.
        index: `theme_index`.
        field: Keywords of what the office does in every section, as `field_of` tells them.
    """
    mark = mark_at(heading)
    title = fold(heading[mark.end :] if mark else heading)
    by_keyword = _saturated(_votes(title, index.pattern, index.words.keywords, field))
    by_title = _title_likeness(title, index)
    by_body: Mapping[str, float] = {}
    if body:
        by_body = _shares(_votes(fold(body), index.hint_pattern, index.words.hints, field))
    of_words, of_title, of_body = _WEIGHTS if by_keyword else _WORDLESS_WEIGHTS
    scores: dict[str, float] = {}
    for key in index.keys:
        score = of_words * by_keyword.get(key, 0.0) + of_title * by_title.get(key, 0.0)
        score += of_body * by_body.get(key, 0.0)
        if part == "leadership" and key == "leadership_thought":
            score += _FIRST_PERSON_PRIOR
        scores[key] = score
    _break_ties(scores, title, index.tiebreaks)
    ranked = sorted(scores.items(), key=itemgetter(1), reverse=True)
    return tuple(ThemeScore(key, round(min(100.0, 100 * score), 1)) for key, score in ranked)


def has_theme_word(heading: str, index: ThemeIndex) -> bool:
    """Whether a keyword of any theme stands in a heading."""
    return index.pattern.search(fold(heading)) is not None


def field_of(agency: str | None, index: ThemeIndex) -> frozenset[str]:
    """The keywords in an office's name (审计局, 应急管理局): all its sections are about them."""
    return frozenset(index.pattern.findall(fold(agency))) if agency else frozenset()


def _votes(
    text: str,
    pattern: Words,
    weights: Mapping[str, Mapping[str, float]],
    field: frozenset[str],
) -> dict[str, float]:
    votes: dict[str, float] = defaultdict(float)
    for word, n in Counter(pattern.findall(text)).items():
        times = (1 + math.log(n)) * (_FIELD if word in field else 1.0)
        for theme, weight in weights[word].items():
            votes[theme] += weight * times
    return votes


def _saturated(votes: Mapping[str, float]) -> dict[str, float]:
    return {theme: 1 - math.exp(-1.2 * vote) for theme, vote in votes.items()}


def _shares(votes: Mapping[str, float]) -> dict[str, float]:
    """Votes relative to the best theme's; a body with a word or two is not as sure of itself."""
    best = max(votes.values(), default=0.0)
    certainty = 1 - math.exp(-best)
    return {theme: certainty * vote / best for theme, vote in votes.items()} if best else {}


def _title_likeness(title: str, index: ThemeIndex) -> dict[str, float]:
    """Theme → likeness of its most similar typical heading."""
    likeness = [0.0] * index.words.size
    for gram, weight in vector(grams_of(title, index.generic), index.words.rarity).items():
        for number, own in index.words.titles.get(gram, ()):
            likeness[number] += weight * own
    return {theme: max(likeness[first:end]) for theme, first, end in index.words.owners}


def _break_ties(scores: dict[str, float], title: str, rules: Sequence[TieBreak]) -> None:
    """Where a rule's words stand in the heading, its theme overtakes those it beats."""
    for rule in rules:
        stands = title.__contains__
        if not any(map(stands, rule.words)) or any(map(stands, rule.without)):
            continue
        beaten = max((scores[key] for key in rule.over if key in scores), default=0.0)
        theme = rule.theme.split(".")[0]
        if theme in scores and scores[theme] <= beaten:
            scores[theme] = beaten + 0.01


def band_of(scores: Sequence[ThemeScore]) -> Band:
    """`taken`, `check` where the score is low or a second theme is close, `none` below `CHECK`."""
    best = scores[0].score
    if best < CHECK:
        return "none"
    return "taken" if best >= TAKEN and lead_of(scores) >= MARGIN else "check"


def lead_of(scores: Sequence[ThemeScore]) -> float:
    """By how much the best of themes leads the second."""
    return scores[0].score - (scores[1].score if len(scores) > 1 else 0.0)
