"""What an answer lacks (承诺兑现): another document, another stage, a smaller number.

《X后评估办法》 is not answered by 《X听证办法》, 二期 not by 一期, 1000人次 only in part by 620.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from decimal import Decimal

from msgspec import Struct
from rapidfuzz.distance import LCSseq, Levenshtein

from drafter.facts.terms import NO_COUNTS
from drafter.facts.wording import pairs_of, synonyms_of, without_years
from drafter.knowledge import Knowledge
from drafter.knowledge.indicators import Indicators
from drafter.model import Commitment, Figure, Passage, Ref, Report
from drafter.zh.likeness import COMMON_PAIRS, IN_BRACKETS, RATE_CEILING, STAGE, TITLE, YEAR_NUMBER
from drafter.zh.numerals import ARABIC
from drafter.zh.quantities import level
from drafter.zh.rates import OBJECT_MARKS, RATE_END
from drafter.zh.relations import GROWN
from drafter.zh.small_words import SOFT
from drafter.zh.words import Words, compile_words

_KIND_SIZE = 2
"""Characters at the end of a title that say what it is: 规程, 手册."""
_MOST_MISSING = 1
"""Characters that a title may lack of the one promised, or have in the midst of it."""
_ONE_WORD = 2
"""Characters of a word that may be more or less in a title, if nothing stands in its place."""
_NEARLY = Decimal("0.9")
"""What a count must reach of its target: 980 of 1000人次 is not worth a question."""
_FEW = 50
"""Up to so many a count is told one by one, and must be reached: 9 of 10名 are one too few."""
_A_POINT = Decimal(1)
_LEAD = 12
_MOST_OF_A_PAIR = 60
"""Names with a pair of characters that are looked at; a pair that more have tells none."""
_LEAST_TITLE = 6
"""Characters of a title without its place that tell it from others."""
_MATTER = 4
"""Characters in front of a rate's own name that say what it is of: 行政复议调解和解率."""
_LEAST_RATE, _LEAST_COUNT = 3, 3
"""Characters of the name of a rate, and of a count, that can be told from others."""
_SHARED, _TELLING = 0.8, 1.6
"""Share of the pairs in a count's name that the promise has, and their weight: two rare ones."""


class Terms(Struct, frozen=True):
    """What of a promise an answer must have.

    Attributes:
        titles: Documents to be written, without 《》.
        stages: 二期, 第三批.
    """

    titles: tuple[str, ...]
    stages: frozenset[str]


class Keeping:
    """Two reports, ready to be asked how far an answer keeps a promise.

    Args:
        last: Which promises.
        now: Which answers.
        deeds: Keys of the parts that tell what was done.
        knowledge: For units that count the same.
        indicators: The words.
    """

    def __init__(
        self,
        last: Report,
        now: Report,
        deeds: frozenset[str],
        knowledge: Knowledge,
        indicators: Indicators,
    ) -> None:
        words = indicators.measures.commitments
        self._papers: Words = compile_words(words["papers"])
        self._ceilings: Words = compile_words(words["ceilings"])
        self._units = synonyms_of(knowledge, "same_units")
        self._laws = frozenset(knowledge.words["law_titles"])
        self._year = now.frame.year
        self._promised: dict[int, list[Figure]] = defaultdict(list)
        self._by_passage: dict[int, list[Figure]] = defaultdict(list)
        self._by_name: dict[str, list[Figure]] = defaultdict(list)
        for figure in last.figures:
            self._promised[figure.ref.passage].append(figure)
        for figure in now.figures:
            self._by_passage[figure.ref.passage].append(figure)
            self._by_name[figure.indicator].append(figure)
        self._by_end: dict[str, list[str]] = defaultdict(list)
        self._by_pair: dict[str, list[str]] = defaultdict(list)
        for name in self._by_name:
            self._by_end[name[-_LEAST_RATE:]].append(name)
            for pair in _pairs(name):
                self._by_pair[pair].append(name)
        self._texts = {p.id: p.text for p in last.passages}
        self._told = {p.id: p for p in now.passages if p.part in deeds}

    def terms_of(self, text: str) -> Terms:
        """What a promise names that no answer may replace by another one."""
        words = without_years(text)
        titles = [
            found[1]
            for found in TITLE.finditer(words)
            if self._papers.at_end(words[: found.start()])
        ]
        return Terms(tuple(titles), _stages(words))

    def is_other(self, terms: Terms, sentence: str) -> bool:
        """Whether a sentence tells of another document or another stage than the one promised."""
        words = without_years(sentence)
        stages = _stages(words)
        if terms.stages and stages and terms.stages.isdisjoint(stages):
            return True
        written = [found[1] for found in TITLE.finditer(words)]
        if not terms.titles or not written:
            return False
        bare = TITLE.sub("", words)
        return not any(
            (_is_same_title(title, other) and not self._is_the_states(other, title))
            or _core(title) in bare
            for title in terms.titles
            for other in written
        )

    def document_of(self, promise: str, told: Mapping[str, Ref]) -> Ref | None:
        """Where a document of a promise is named, its place or its version left out.

        《民族文化遗产保护条例》 is 《X县民族文化遗产保护条例（草案）》; 《优化营商环境条例》 is not
        《X县优化营商环境条例》, for that is the name of the state's own.

        Args:
            promise: Its words.
            told: Title without brackets → where it first stands.
        """
        for found in TITLE.finditer(without_years(promise)):
            title = _core(found[1])
            for start in range(len(title) - _LEAST_TITLE + 1):
                other = title[start:]
                if other in told and not self._is_the_states(other, title):
                    return told[other]
        return None

    def _is_the_states(self, written: str, promised: str) -> bool:
        """Whether a title is that of a law of the state, and the one promised a place's own."""
        return _core(written) in self._laws and _core(written) != _core(promised)

    def figure_for(self, promise: Commitment, rarity: Callable[[str], float]) -> Figure | None:
        """The figure of a deed that can only be that of a promise's target, though words differ.

        A rate of the promised name that no other rate of the report ends in (仲裁结案率, and 纠错率
        for 复议纠错率 where 复议 is spoken of); a count of the same unit that is named in words of
        the promise (轮训行政执法人员1562人次 for 执法人员轮训，不少于1500人次).

        Args:
            promise: With figures of its own.
            rarity: How much a pair of characters says, 0–1.
        """
        targets = [f for f in self._promised[promise.ref.passage] if _is_within(f.ref, promise.ref)]
        for target in targets:
            found = self._rate_for(target) if target.unit == "%" else None
            if target.unit not in NO_COUNTS:
                found = self._count_for(promise, target, rarity)
            if found is not None:
                return found
        return None

    def _rate_for(self, target: Figure) -> Figure | None:
        name = target.indicator.lstrip(OBJECT_MARKS)  # 把知晓率提到80%
        alike = [
            figure
            for other in self._by_end[name[-_LEAST_RATE:]]
            if name.endswith(other) or other.endswith(name)
            for figure in self._by_name[other]
            if self._is_alike("%", figure)
        ]
        if len(name) < _LEAST_RATE or len(alike) != 1:
            return None
        told = alike[0].indicator
        rest = name.removesuffix(told) if name.endswith(told) else ""
        around = self._told[alike[0].ref.passage].text
        # 全县行政复议调解和解率: that 行政复议 is spoken of is enough.
        is_told = rest[-_MATTER:] in around
        return alike[0] if RATE_END.search(told) and name[-1] == told[-1] and is_told else None

    def _count_for(
        self, promise: Commitment, target: Figure, rarity: Callable[[str], float]
    ) -> Figure | None:
        said = _pairs(promise.text)
        best: tuple[float, Figure] | None = None
        near = {name for pair in said for name in self._by_pair[pair][:_MOST_OF_A_PAIR]}
        for name in sorted(near):
            own = _pairs(name)
            shared = own & said
            if len(name) < _LEAST_COUNT or len(shared) < _SHARED * len(own):
                continue
            evidence = sum(rarity(pair) for pair in sorted(shared))
            fitting = (f for f in self._by_name[name] if self._is_alike(target.unit or "", f))
            figure = next(fitting, None)
            if figure and evidence >= _TELLING and (best is None or evidence > best[0]):
                best = evidence, figure
        return best[1] if best else None

    def shortfall(self, promise: Commitment, answer: Ref) -> str:
        """How far an answer stays behind the number promised, "" where it does not.

        A rate that was not to be passed (控制在10%以内) is held against the least that is told.
        """
        target = self._target(promise)
        if target is None or target.number is None:
            return self._excess(promise, answer)
        unit = target.unit or ""
        here = [
            f
            for f in self._by_passage[answer.passage]
            if _is_within(f.ref, answer) and self._counts_the_same(target, f)
        ]
        # The number may stand elsewhere, but then under the very name.
        elsewhere = [f for f in self._by_name[target.indicator] if self._is_alike(unit, f)]
        numbers = [f.number for f in here if f.number is not None]
        if not numbers:
            return ""
        is_rate = target.unit == "%"
        is_hard = target.number <= _FEW and target.approx not in SOFT
        count = target.number if is_hard else target.number * _NEARLY
        least = target.number - _A_POINT if is_rate else count
        reached = max(*numbers, *(f.number or Decimal(0) for f in elsewhere), Decimal(0))
        if max(reached, Decimal(0) if is_rate else sum(numbers, Decimal(0))) >= least:
            return ""
        best = max(here, key=lambda f: f.number or 0)
        return f"承诺的是{target.text}，写的是{best.text}"

    def _excess(self, promise: Commitment, answer: Ref) -> str:
        """How far an answer passes a rate that was not to be passed, "" where it does not."""
        words = level(promise.text)
        named = [f for f in self._promised[promise.ref.passage] if _is_within(f.ref, promise.ref)]
        if not RATE_CEILING.search(words) or self._is_of_later(words) or len(named) != 1:
            return ""
        mine = named[0].indicator
        here = [
            f
            for f in self._by_passage[answer.passage]
            if _is_within(f.ref, answer)
            and f.indicator
            and (mine.endswith(f.indicator) or f.indicator.endswith(mine))
        ]
        least = min(here, key=lambda f: f.number or Decimal(0), default=None)
        bound = named[0].number
        if least is None or least.number is None or bound is None or least.number <= bound:
            return ""
        return f"承诺的是{named[0].text}，写的是{least.text}"

    def _target(self, promise: Commitment) -> Figure | None:
        """The one number that a promise is to reach, None where less would be better."""
        words = level(promise.text)
        if self._ceilings.search(words) or self._is_of_later(words):
            return None
        named = [f for f in self._promised[promise.ref.passage] if _is_within(f.ref, promise.ref)]
        if len(named) != 1 or named[0].number is None or named[0].unit is None:
            return None
        begin = max(promise.ref.start, named[0].ref.start - _LEAD)
        lead = level(self._texts[promise.ref.passage][begin : named[0].ref.start])
        return None if GROWN.search(lead) else named[0]

    def _is_of_later(self, words: str) -> bool:
        """Whether a promise is for a year after the newer report's."""
        year = self._year
        named = [int(m[0]) for m in YEAR_NUMBER.finditer(words) if m[0].isdecimal()]
        return year is not None and any(n > year for n in named)

    def _is_alike(self, unit: str, figure: Figure) -> bool:
        """Whether a figure is an amount of what was done, in such a unit."""
        passage = self._told.get(figure.ref.passage)
        if passage is None or figure.number is None:
            return False
        same_unit = self._units.are_same(unit, figure.unit or "")
        return same_unit and not GROWN.search(_before(passage, figure))

    def _counts_the_same(self, target: Figure, figure: Figure) -> bool:
        if not self._is_alike(target.unit or "", figure):
            return False
        shared = _pairs(target.indicator) & _pairs(figure.indicator)
        return bool(shared - COMMON_PAIRS)


def _before(passage: Passage, figure: Figure) -> str:
    return level(passage.text[max(0, figure.ref.start - _LEAD) : figure.ref.start])


def _pairs(words: str) -> frozenset[str]:
    return frozenset(pairs_of(level(words)))


def _is_within(ref: Ref, other: Ref) -> bool:
    return ref.passage == other.passage and other.start <= ref.start and ref.end <= other.end


def _stages(words: str) -> frozenset[str]:
    return frozenset(f"{ARABIC.get(m[1] or m[2], m[1])}{m[3]}" for m in STAGE.finditer(words))


def _core(title: str) -> str:
    """A title without what stands in brackets: （试行）."""
    return IN_BRACKETS.sub("", title)


def _is_same_title(promised: str, written: str) -> bool:
    """Whether a title is the promised one, more words in front of it or in brackets allowed."""
    one, other = _core(promised), _core(written)
    if one in other or other in one:
        return True
    if one[-_KIND_SIZE:] != other[-_KIND_SIZE:]:
        return False
    missing = len(one) - LCSseq.similarity(one, other)
    edits = [e for e in Levenshtein.opcodes(one, other) if e.tag in {"insert", "replace"}]
    inside = sum(e.dest_end - e.dest_start for e in edits if e.src_start > 0)
    if missing == 0 or inside == 0:  # a word more or less (争议协调办法), and no other in its place
        return missing + inside <= _ONE_WORD
    return missing <= _MOST_MISSING and inside <= _MOST_MISSING
