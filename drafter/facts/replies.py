"""Replies (承诺兑现、整改回应): what a report says of the promises and shortcomings before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from rapidfuzz import fuzz, process

from drafter.facts.commitments import by_target, lone_headings
from drafter.facts.kept import Keeping, Terms
from drafter.facts.matters import Matter, Matters, Mention, Rarity, mention, pairs_in
from drafter.facts.themes import themes_of
from drafter.facts.wording import bare, section_themes, without_years
from drafter.knowledge import Knowledge
from drafter.knowledge.indicators import Indicators
from drafter.model import Commitment, Figure, Passage, Ref, Reply, Report, Shortcoming
from drafter.zh.clauses import Clause, split_clauses
from drafter.zh.likeness import FUTURE, IN_BRACKETS, TITLE
from drafter.zh.promises import QUOTED_MATTER, REFERS_BACK, STEP_FROM, STUDIED
from drafter.zh.quantities import RATE_UNITS, level
from drafter.zh.words import Words, compile_words

_ANSWERS = 50
"""Score from which a sentence answers a promise. Of the labelled pairs in `test_comparison.py` what
answers has 55 (by a name alone) or 77 and more, another object of the theme up to 43."""
_MENDS = 40
"""The same for a shortcoming: what is done against it has other words than the complaint."""
_SAID_TO_BE_MENDED = 30
"""The same for a sentence that says of something that it is mended (已经解决, 降到)."""
_SAME_WORDS = 85
"""Ratio from which two promises, or two shortcomings, are the same one."""
_SAME_MATTER = 60
"""The same where each also names half of what the other is about: 制定《X规程》 and 制定《X办法》
have ratios of 60 and more."""
_SAME_NAME = 0.6
"""Share of a figure's name that a shortcoming with the same number has (持证率 / 持有执法证)."""
_LEAST_LEFT_OUT = 7
"""Characters of a shortcoming that another one only adds words to."""
_LEAST_HALF = 10
"""Characters of a sentence that is not in another one by accident."""
_NAMES_THE_OTHER = 0.5
_LEAST_EVIDENCE = 1.6
"""Weight of what is named: two rare characters, or a word or two of the theme."""
_LEAST_OF_ALL = 1.2
"""The same where next to all of the matter is named (执法人员持证率)."""
_NEXT_TO_ALL = 0.85
_LEAST_SIZE = 4
"""Characters that must be named: one word of two (承接, 行为) is no matter."""
_TOUCHES, _LEAST_TOUCH = 2.8, 5
"""Weight and characters with which a sentence speaks of a shortcoming, though it has other words
for the rest (裁量说理不够充分 / 裁量说理指引; 案件多发 / 争议没有明显下降). Of the examples, what
does has 3.0 and 5 or more, another matter up to 2.9 with 3 characters, or 2.0 with 5."""
_OTHER_THEME = 0.85
_TWO_CLAUSES = 0.93
_OF_HEADING = 0.9
"""Trust in a heading: it may announce what the text below does not bear."""
_BY_PROMISE = 0.9
"""How sure it is that the answer to a promise also answers the shortcoming behind the promise."""
_MOST_CANDIDATES = 12
_MOST_ALIKE = 3
_MOST_OF_A_PAIR = 60  # a pair of characters that more clauses have finds none
_DEEDS = frozenset({"achievements", "leadership"})
_CONFESSED = frozenset({"shortcomings"})
_TOLD = frozenset({"body", "item"})


class _Window(Struct, frozen=True):
    """A clause, or two that follow each other, as something to answer with.

    Attributes:
        ref: The half sentence that they stand in.
        pairs: Their pairs of characters.
        text: The half sentence.
        theme: Of the section.
        trust: 0–1, less for two clauses: 新建文化基地，培训执法队伍 is no 执法培训基地.
    """

    ref: Ref
    pairs: frozenset[str]
    text: str
    theme: str | None
    trust: float = 1.0


class _Asked(Struct, frozen=True):
    """A matter that waits for its answer.

    Attributes:
        themes: Those that it may be answered under; empty for any.
        least: Score from which a sentence answers it.
        terms: What no answer may replace by another document or stage, None for anything.
    """

    matter: Matter
    themes: frozenset[str]
    least: float
    terms: Terms | None = None


class _Sentences:
    """The clauses of some passages, found by their pairs of characters."""

    def __init__(
        self, windows: Sequence[_Window], rarity: Rarity, keeping: Keeping | None = None
    ) -> None:
        self._windows = windows
        self._keeping = keeping
        self._rarity = rarity
        self._having: dict[str, list[int]] = defaultdict(list)
        for i, window in enumerate(windows):
            for pair in window.pairs:
                self._having[pair].append(i)

    def answer(self, asked: _Asked) -> tuple[Ref | None, float]:
        """The sentence that answers best, and its score, 0 without one."""
        best: tuple[float, float, Ref] | None = None
        for i in self._near(asked.matter):
            window = self._windows[i]
            found = mention(asked.matter, window.pairs)
            is_apart = window.theme and asked.themes and window.theme not in asked.themes
            score = 100 * window.trust * found.share * (_OTHER_THEME if is_apart else 1.0)
            if score < asked.least or not _is_enough(found):
                continue
            if self._keeping and asked.terms and self._keeping.is_other(asked.terms, window.text):
                continue
            # Of clauses that say the same, the shorter is the answer.
            row = (round(score), -len(window.pairs), window.ref)
            if best is None or row[:2] > best[:2]:
                best = row
        return (None, 0.0) if best is None else (best[2], min(100.0, best[0]))

    def touch(self, matter: Matter) -> tuple[Ref | None, float]:
        """The sentence that names most of a matter, if more than other matters would be."""
        best: tuple[float, float, Ref] | None = None
        for i in self._near(matter):
            window = self._windows[i]
            found = mention(matter, window.pairs)
            if found.evidence < _TOUCHES or found.size < _LEAST_TOUCH:
                continue
            row = (found.evidence * window.trust, 100 * found.share, window.ref)
            if best is None or row[0] > best[0]:
                best = row
        return (None, 0.0) if best is None else (best[2], round(best[1]))

    def _near(self, matter: Matter) -> list[int]:
        votes: dict[int, float] = defaultdict(float)
        for pair in sorted(matter.pairs):
            having = self._having.get(pair, ())
            if len(having) <= _MOST_OF_A_PAIR:
                weight = self._rarity.of(pair)
                for i in having:
                    votes[i] += weight
        return sorted(votes, key=lambda i: (-votes[i], i))[:_MOST_CANDIDATES]


def _is_enough(found: Mention) -> bool:
    least = _LEAST_OF_ALL if found.share >= _NEXT_TO_ALL else _LEAST_EVIDENCE
    return found.evidence >= least and found.size >= _LEAST_SIZE


class Replies:
    """Two reports, ready to be asked what became of last year's promises and shortcomings."""

    def __init__(
        self, last: Report, now: Report, knowledge: Knowledge, indicators: Indicators
    ) -> None:
        self._last = last
        self._outline = knowledge.outline
        names = [r.frame.agency for r in (last, now) if r.frame.agency]
        sentences = [s for report in (last, now) for s in _half_sentences(report)]
        rarity = self._rarity = Rarity(sentences, knowledge, names)
        self._texts = {p.id: p.text for p in now.passages}
        lacks, words = indicators.measures.shortcomings, knowledge.words
        idle = words["idle_words"]
        complaints = (*lacks["deficiencies"], *lacks["quantifiers"], *lacks["persons"])
        self._matters = Matters(rarity, indicators, compile_words(idle))
        self._complaints = Matters(rarity, indicators, compile_words((*idle, *complaints)))
        self._keeping = Keeping(last, now, _DEEDS, knowledge, indicators)
        deeds = list(_windows(now, _DEEDS))
        self._deeds = _Sentences(deeds, rarity, self._keeping)
        self._titles: dict[str, Ref] = {}
        for window in deeds:
            for found in TITLE.finditer(without_years(window.text)):
                self._titles.setdefault(IN_BRACKETS.sub("", found[1]), window.ref)
        self._headings = _Sentences(list(_heading_windows(now)), rarity, self._keeping)
        # 以…思想为指引 opens a report: what was studied is told there more often than below.
        self._opening = _Sentences(list(_opening_windows(now)), rarity)
        undone = compile_words(words["undone_marks"])
        self._undone = _Sentences(list(_windows(now, _CONFESSED, undone)), rarity)
        mended = compile_words((*words["resolved_marks"], *words["mended_marks"]))
        self._mended = _Sentences(list(_windows(now, _DEEDS | _CONFESSED, mended)), rarity)
        self._all = _Sentences(list(_windows(now, _DEEDS | _CONFESSED)), rarity)
        self._taken_up = _TakenUp(now)
        self._last_figures: dict[int, list[Figure]] = defaultdict(list)
        for figure in last.figures:
            self._last_figures[figure.ref.passage].append(figure)
        confessed = {p.id for p in now.passages if p.part in _CONFESSED and p.role in _TOLD}
        self._confessed_figures = {
            figure.indicator: figure
            for figure in now.figures
            if figure.ref.passage in confessed and len(figure.indicator) >= _LEAST_SIZE
        }
        self._promised = _bared(now.commitments)
        self._confessed = _bared(row for row in now.shortcomings if not mended.search(row.text))

    def to_promises(self) -> tuple[Reply, ...]:
        """What became of each promise of the older report, in its order."""
        return tuple(
            self._to_promise(piece)
            for promise in self._last.commitments
            for piece in by_target(promise)
        )

    def to_shortcomings(self, promises: Sequence[Reply]) -> tuple[Reply, ...]:
        """What became of each shortcoming, `promises` being the replies to the promises."""
        # Of a promise told in two (C12.1 and C12.2) the first answers, what is done.
        replies = {reply.matter.id.partition(".")[0]: reply for reply in reversed(promises)}
        themes = section_themes(self._last)
        return tuple(
            self._to_shortcoming(row, themes.get(row.ref.passage), replies)
            for row in self._last.shortcomings
        )

    def _to_promise(self, promise: Commitment) -> Reply:
        terms = self._keeping.terms_of(promise.text)
        asked = _Asked(
            self._matters.of(promise.text),
            frozenset(promise.themes),
            _ANSWERS,
            terms if terms.titles or terms.stages else None,
        )
        answer, score = self._deeds.answer(asked)
        if answer is None and promise.concrete:
            answer, score = self._headings.answer(asked)
        if answer is None and STUDIED.fullmatch(level(promise.text)):
            answer, score = self._opening.answer(asked)
        if answer is None:
            answer, score = self._by_figure(promise)
        if answer is None:
            answer, score = self._by_document(promise)
        if answer is None:
            answer, score = self._taken_up.of(promise.text)
        shortfall = self._keeping.shortfall(promise, answer) if answer is not None else ""
        if answer is None:
            answer, score = self._undone.answer(asked)
        again, likeness = _again(promise, self._promised, self._matters)
        return Reply(promise, answer, score, again, likeness, shortfall)

    def _by_document(self, promise: Commitment) -> tuple[Ref | None, float]:
        """The first half sentence that names the document which a promise is about."""
        ref = self._keeping.document_of(promise.text, self._titles)
        return (None, 0.0) if ref is None else (ref, float(_ANSWERS))

    def _by_figure(self, promise: Commitment) -> tuple[Ref | None, float]:
        """The half sentence with the figure that can only be that of a promise's target."""
        figure = self._keeping.figure_for(promise, self._rarity.of)
        if figure is None:
            return None, 0.0
        text = self._texts[figure.ref.passage]
        for clauses in _by_sentence(text):
            start, end = clauses[0].start, clauses[-1].end
            if start <= figure.ref.start < end and not FUTURE.search(level(text[start:end])):
                return Ref(figure.ref.passage, start, end), float(_ANSWERS)
        return None, 0.0

    def _to_shortcoming(
        self, row: Shortcoming, theme: str | None, replies: dict[str, Reply]
    ) -> Reply:
        themes = themes_of(row.text, theme, self._outline, limit=3)
        matter = self._complaints.of(row.text)
        found = [
            self._mended.answer(_Asked(matter, frozenset(), _SAID_TO_BE_MENDED)),
            self._deeds.answer(_Asked(matter, frozenset(themes), _MENDS)),
        ]
        for key in row.answered_by:
            reply = replies[key]
            found.append((reply.answer, round(_BY_PROMISE * reply.score)))
        answer, score = max(found, key=lambda one: one[1])
        again, likeness = _again(row, self._confessed, self._complaints)
        if answer is None:
            answer, score = self._taken_up.of(row.text)
        if answer is None:
            answer, score = self._by_same_figure(row)
        if answer is None and again is None:
            answer, score = self._all.touch(matter)
        return Reply(row, answer, score, again, likeness)

    def _by_same_figure(self, row: Shortcoming) -> tuple[Ref | None, float]:
        """The half sentence of the shortcomings that has a figure of the same name.

        50岁以上的占四成, and a year later 50岁以上的占37%.
        """
        for figure in self._last_figures[row.ref.passage]:
            is_own = row.ref.start <= figure.ref.start < row.ref.end
            now = self._confessed_figures.get(figure.indicator) if is_own else None
            if now is None:
                continue
            are_shares = {now.unit, figure.unit} <= RATE_UNITS
            if not are_shares and now.unit != figure.unit:
                continue
            for start, end in _sentence_spans(self._texts[now.ref.passage]):
                if start <= now.ref.start < end:
                    return Ref(now.ref.passage, start, end), float(_ANSWERS)
        return None, 0.0


class _TakenUp:
    """What a report takes up of the one before it by its words, or by the figure that it had."""

    def __init__(self, now: Report) -> None:
        self._told: list[tuple[str, Ref]] = []
        self._steps: dict[str, list[tuple[str, Ref]]] = defaultdict(list)
        for passage in now.passages:
            if passage.part not in _DEEDS | _CONFESSED or passage.role not in _TOLD:
                continue
            for clauses in _by_sentence(passage.text):
                ref = Ref(passage.id, clauses[0].start, clauses[-1].end)
                words = passage.text[ref.start : ref.end]
                if REFERS_BACK.search(words):
                    self._told.append((_han(words), ref))
                for found in STEP_FROM.finditer(level(words)):
                    self._steps[found["from"]].append((found["name"], ref))

    def of(self, text: str) -> tuple[Ref | None, float]:
        """The first half sentence that takes up a matter, and the score of one that does."""
        quoted = (found[1] for found in QUOTED_MATTER.finditer(text))
        pieces = {key for piece in (text, *quoted) if len(key := _han(piece)) >= _LEAST_SIZE}
        for told, ref in self._told:
            if any(piece in told for piece in pieces):
                return ref, float(_ANSWERS)
        plain = level(text)
        for was, steps in self._steps.items():
            if was in plain:
                for name, ref in steps:
                    if sum(char in plain for char in name) >= _SAME_NAME * len(name):
                        return ref, float(_ANSWERS)
        return None, 0.0


def _han(text: str) -> str:
    """The words of a text without its marks: 推进“智慧执法” is quoted as 推进‘智慧执法’."""
    return "".join(char for char in text if char.isalnum())


class _Bared(Struct, frozen=True):
    """Promises or shortcomings, and beside them what is compared of their words."""

    rows: tuple[Commitment | Shortcoming, ...]
    words: tuple[str, ...]


def _bared(rows: Iterable[Commitment | Shortcoming]) -> _Bared:
    kept = tuple(rows)
    return _Bared(kept, tuple(bare(row.text) for row in kept))


def _again(
    row: Commitment | Shortcoming, others: _Bared, matters: Matters
) -> tuple[Commitment | Shortcoming | None, float]:
    """The promise or shortcoming that says the same again, and how alike they are."""
    whole = bare(row.text)
    found = process.extract(
        whole, others.words, scorer=fuzz.ratio, score_cutoff=_SAME_MATTER, limit=_MOST_ALIKE
    )
    if not found or found[0][1] < _SAME_WORDS:  # the half of it, word for word
        for other, text in zip(others.rows, others.words, strict=True):
            if len(text) >= _LEAST_HALF and text in whole:
                return other, 100.0
    for _, ratio, i in found:
        other = others.rows[i]
        if (
            ratio >= _SAME_WORDS
            or _only_adds(row, whole, others.words[i])
            or _name_each_other(row.text, other.text, matters)
        ):
            return other, round(ratio, 1)
    return None, 0.0


def _only_adds(row: Commitment | Shortcoming, one: str, other: str) -> bool:
    """Whether a shortcoming is another with words put in: 个别单位（行政复议）答复（仍）不及时."""
    short, long = sorted((one, other), key=len)
    if not isinstance(row, Shortcoming) or len(short) < _LEAST_LEFT_OUT:
        return False
    rest = iter(long)
    return all(char in rest for char in short)


def _name_each_other(one: str, other: str, matters: Matters) -> bool:
    return all(
        mention(matters.of(a), pairs_in(b)).share >= _NAMES_THE_OTHER
        for a, b in ((one, other), (other, one))
    )


def _half_sentences(report: Report) -> Iterator[str]:
    for passage in report.passages:
        if passage.part is not None and passage.role in _TOLD:
            for clauses in _by_sentence(passage.text):
                yield passage.text[clauses[0].start : clauses[-1].end]


@lru_cache(maxsize=8)
def _sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of a passage stand: every shortcoming of it is looked for there."""
    return tuple((clauses[0].start, clauses[-1].end) for clauses in _by_sentence(text))


def _by_sentence(text: str) -> Iterator[list[Clause]]:
    rows: dict[int, list[Clause]] = defaultdict(list)
    for clause in split_clauses(text):
        rows[clause.sentence].append(clause)
    yield from rows.values()


def _is_statement(passage: Passage) -> bool:
    """Whether a heading says something itself (实训基地没有如期建成), or what it reports on."""
    if passage.role != "heading":
        return False
    return passage.part in _CONFESSED or (passage.part == "leadership" and passage.level == 1)


def _windows(
    report: Report, parts: frozenset[str], having: Words | None = None
) -> Iterator[_Window]:
    """The clauses of some parts, each alone and with the one behind it; what is to come left out.

    Args:
        report: Where from.
        parts: Keys of the parts.
        having: Words of which a sentence must have one; None for any sentence.
    """
    themes = section_themes(report)
    alone = {key for part in parts for key in lone_headings(report, part)}
    for passage in report.passages:
        if passage.part not in parts:
            continue
        is_told = passage.role in _TOLD or passage.id in alone
        if not is_told and not _is_statement(passage):
            continue
        yield from _windows_of(passage, themes[passage.id], having)


def _opening_windows(report: Report) -> Iterator[_Window]:
    """The clauses of what stands in front of the first chapter."""
    for passage in report.passages:
        if passage.role == "preamble":
            yield from _windows_of(passage, None, None)


def _windows_of(passage: Passage, theme: str | None, having: Words | None) -> Iterator[_Window]:
    """The clauses of a passage, as `_windows` gives them."""
    text = passage.text
    for clauses in _by_sentence(text):
        start, end = clauses[0].start, clauses[-1].end
        words = level(text[start:end])
        if FUTURE.search(words) or (having is not None and not having.search(words)):
            continue
        pairs = [pairs_in(text[c.start : c.end]) for c in clauses]
        ref = Ref(passage.id, start, end)
        for i, own in enumerate(pairs):
            yield _Window(ref, own, words, theme)
            if i + 1 < len(pairs):
                yield _Window(ref, own | pairs[i + 1], words, theme, _TWO_CLAUSES)


def _heading_windows(report: Report) -> Iterator[_Window]:
    """The headings of the sections on what was done: 建成县级执法实训基地.

    Only a promise that names a thing is answered by one: 完善决策机制 heads a section every year.
    """
    themes = section_themes(report)
    for passage in report.passages:
        if passage.role != "heading" or passage.part not in _DEEDS or (passage.level or 1) == 1:
            continue
        words = level(passage.text)
        if not FUTURE.search(words):
            ref = Ref(passage.id, 0, len(passage.text))
            yield _Window(ref, pairs_in(passage.text), words, themes[passage.id], _OF_HEADING)
