"""Repeated wording (雷同): paragraphs that are nearly last year's, and how much of the text is.

Years are taken out before anything is compared, so that moving them on makes nothing new. Figures
count as the characters they are, so that only a paragraph whose figures are last year's as well is
100 % alike; where a long paragraph has enough words between its figures, renewing these alone does
not make it new. A paragraph that lives on its figures (a list of twenty) falls below the bound once
they are renewed, and is left in peace.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct
from rapidfuzz import fuzz

from drafter.facts.wording import bare
from drafter.model import Passage, Repetition, Report
from drafter.zh.likeness import NUMBER, TITLE
from drafter.zh.words import Words

SAME_PARAGRAPH = 90
"""Likeness from which a paragraph is repeated (domain.md, S03)."""
_LEAST_PARAGRAPH = 30
"""Visible characters; shorter ones are formulas that every year needs (现将有关情况报告如下)."""
_SAME_BUT_FIGURES = 75
_SAME_WORDS = 97
_LONG, _WORDS_OF_A_FIGURE = 60, 9
"""Characters of a paragraph with figures that is more than its figures, in all and for each; a list
(受理案件176件，审结165件) has 4 to 7."""
_LONGEST_FORMULA = 45
"""Visible characters outside the names of documents; a preamble with a word of its own has more."""
_STRETCH = 13
"""Characters in a row that are no accident: longer than the genre's names and set phrases, most of
which have 4 to 12 (推进法治建设第一责任人职责: 13 with its verb)."""
_SHINGLE = 6
_STEP = 3  # every third shingle of a paragraph is looked up: ten of thirty characters' worth
_MOST_OF_A_SHINGLE = 20
_MOST_CANDIDATES = 4
_LED_BY = frozenset({"preamble"})
_WRITTEN = frozenset({"body", "item"})


class _Paragraph(Struct, frozen=True):
    """A paragraph.

    Attributes:
        passage: The id of its first passage.
        words: As they are compared.
        unnamed: How many of them stand outside the names of documents.
    """

    passage: int
    words: str
    unnamed: int


def find_repetitions(last: Report, now: Report, formulas: Words) -> tuple[Repetition, ...]:
    """The paragraphs of `now` that are nearly one of `last`, in order.

    Args:
        last: The older report.
        now: The newer one.
        formulas: Words that lead over to the report (报告如下): a short paragraph with them is the
            same every year.
    """
    old = [p for p in _paragraphs(last) if len(p.words) >= _LEAST_PARAGRAPH]
    index = _index(old)
    out = []
    for paragraph in _paragraphs(now):
        if len(paragraph.words) < _LEAST_PARAGRAPH or _is_formula(paragraph, formulas):
            continue
        best: tuple[float, int] | None = None
        for i in _near(paragraph.words, index):
            ratio = _likeness(old[i].words, paragraph.words)
            if ratio and (best is None or ratio > best[0]):
                best = (ratio, old[i].passage)
        if best is not None:
            out.append(Repetition(best[1], paragraph.passage, round(best[0], 1)))
    return tuple(out)


def _likeness(one: str, other: str) -> float:
    """How alike two paragraphs are, 0 below the bound."""
    ratio = fuzz.ratio(one, other, score_cutoff=_SAME_BUT_FIGURES)
    if ratio == 0 or ratio >= SAME_PARAGRAPH:
        return ratio
    told, figures = NUMBER.subn("#", other)
    if len(told) < _LONG or len(told) < _WORDS_OF_A_FIGURE * figures:
        return 0.0
    return fuzz.ratio(NUMBER.sub("#", one), told, score_cutoff=_SAME_WORDS) and SAME_PARAGRAPH


def repeated_share(last: Report, now: Report) -> float:
    """How much of the words of `now` stands in stretches that `last` has word for word, 0–1."""
    known = {
        words[i : i + _STRETCH] for words in _texts(last) for i in range(len(words) - _STRETCH + 1)
    }
    size = repeated = 0
    for words in _texts(now):
        size += len(words)
        reach = 0  # up to where the words are counted already
        for i in range(len(words) - _STRETCH + 1):
            if words[i : i + _STRETCH] in known:
                repeated += i + _STRETCH - max(i, reach)
                reach = i + _STRETCH
    return repeated / size if size else 0.0


def _texts(report: Report) -> Iterator[str]:
    return (paragraph.words for paragraph in _paragraphs(report))


def _paragraphs(report: Report) -> Iterator[_Paragraph]:
    """The paragraphs of preamble and parts, headings left out; 一是…。二是… of a line are one."""
    group: list[Passage] = []
    for passage in report.passages:
        if group and not _continues(group[-1], passage):
            yield _made(group)
            group = []
        if passage.role in _LED_BY or (passage.role in _WRITTEN and passage.part is not None):
            group.append(passage)
    if group:
        yield _made(group)


def _continues(before: Passage, passage: Passage) -> bool:
    """Whether a passage stands in the same line as the one before it."""
    return passage.role in _WRITTEN and passage.spans[0].line == before.spans[-1].line


def _made(group: Sequence[Passage]) -> _Paragraph:
    text = "".join(passage.text for passage in group)
    return _Paragraph(group[0].id, bare(text), len(bare(TITLE.sub("", text))))


def _is_formula(paragraph: _Paragraph, formulas: Words) -> bool:
    """Whether a paragraph only leads over to the report (按照《…》要求，现将…情况报告如下)."""
    return paragraph.unnamed <= _LONGEST_FORMULA and formulas.search(paragraph.words) is not None


def _index(paragraphs: Sequence[_Paragraph]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for i, paragraph in enumerate(paragraphs):
        for k in range(len(paragraph.words) - _SHINGLE + 1):
            index[paragraph.words[k : k + _SHINGLE]].append(i)
    return index


def _near(words: str, index: dict[str, list[int]]) -> list[int]:
    """The paragraphs with most shingles in common."""
    votes: Counter[int] = Counter()
    for k in range(0, len(words) - _SHINGLE + 1, _STEP):
        having = index.get(words[k : k + _SHINGLE], ())
        if len(having) <= _MOST_OF_A_SHINGLE:
            votes.update(set(having))
    return [i for i, _ in sorted(votes.items(), key=lambda row: (-row[1], row[0]))][
        :_MOST_CANDIDATES
    ]
