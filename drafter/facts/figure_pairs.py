"""Figures side by side (数据对照): which figure of last year's report tells the same fact.

A figure is known by three wordings: its indicator, the words of its own clause around it, and the
sentence around that. Two are one fact if indicator or clause are the same but for words left out,
and no word says otherwise (受理 against 审结, 省级 against 市级). The sentence decides between
several, and where an indicator alone says too little (合格率).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from drafter.facts.lexicon import lexicon_of
from drafter.facts.noun_phrases import PRIOR as PRIOR_NAME
from drafter.facts.terms import POINT_UNITS, RATE_UNITS, Relations
from drafter.facts.wording import (
    alternatives_of,
    are_apart,
    pairs_of,
    section_themes,
    synonyms_of,
)
from drafter.knowledge import Knowledge
from drafter.knowledge.indicators import Indicators
from drafter.model import Figure, FigurePair, Passage, Report
from drafter.zh.likeness import NOT_WORD, NUMBER, OPPOSED, YEAR_NUMBER
from drafter.zh.quantities import level
from drafter.zh.relations import AT_STOP, DATED, GROWN, PRIOR, SHARE

SAME_NAME = 86
"""Ratio from which two indicators are one (审查规范性文件 / 审查行政规范性文件: 87); 受理 and 审结
of the same cases stay below it (80)."""
_SAME_KEY = 50
"""Ratio that is enough where `indicators.yaml` knows both as the same indicator, and no other
figure of either report is taken for it: keys are read off keywords and not certain themselves."""
_SAME_SENTENCE = 85
"""Ratio of the words around from which a changed unit or a name in other words is believed."""
_KNOWN_PLACE = 50
"""The same for an indicator that says little by itself: 办结率 of what?"""
_SAYS_LITTLE = 4
_LEAST_OWN = 4
_FROM_WITHIN = 8
_SAME = 100
_BEFORE, _AFTER = 36, 14  # characters of the sentence that are looked at
_MOST_CANDIDATES = 8
_MOST_OF_A_PAIR = 40  # a pair of characters that more figures have finds none
_JOINTS = ("和", "与", "及")  # what stands in front of them belongs to the figure before
_DERIVED = frozenset({"change", "share"})
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class _Fact:
    """A figure with the words it is known by.

    Attributes:
        order: Its place among the facts of its report.
        kind: `count`, `rate`, `change` (同比增长8%) or `share` (占审结案件的33%); only the same
            kind is compared.
        name: Indicator, in the first words of their rows (`same_words`).
        lead: The words of its clause in front of it.
        own: These, and those behind it.
        around: The sentence around it, figures masked.
        sides: What `kept_apart` finds in its own words.
    """

    figure: Figure
    order: int
    kind: str
    in_shortcomings: bool
    theme: str | None
    name: str
    lead: str
    own: str
    around: str
    sides: tuple[frozenset[int], ...]


class _Place(NamedTuple):
    """A figure where it stands: in a levelled passage, among the figures of it."""

    flat: str
    figures: Sequence[Figure]
    at: int

    @property
    def figure(self) -> Figure:
        """The figure."""
        return self.figures[self.at]

    @property
    def lead(self) -> str:
        """The words in front of it, back to a stop or the figure before."""
        floor = self.figures[self.at - 1].ref.end if self.at else 0
        return AT_STOP.split(self.flat[floor : self.figure.ref.start])[-1].strip()

    @property
    def gap(self) -> str:
        """Everything from it to the figure that follows, or to the end."""
        is_last = self.at + 1 == len(self.figures)
        end = len(self.flat) if is_last else self.figures[self.at + 1].ref.start
        return self.flat[self.figure.ref.end : end]

    @property
    def behind(self) -> str:
        """The words behind it, up to a stop or the figure that follows."""
        return AT_STOP.split(self.gap, maxsplit=1)[0].strip()

    @property
    def around(self) -> str:
        """The sentence around it without figures and years, as far as it is near."""
        flat, ref = self.flat, self.figure.ref
        begin = max(flat.rfind("。", 0, ref.start) + 1, ref.start - _BEFORE)
        stop = flat.find("。", ref.end)
        end = min(stop if stop >= 0 else len(flat), ref.end + _AFTER)
        before, after = (
            NUMBER.sub("0", YEAR_NUMBER.sub("", words))
            for words in (flat[begin : ref.start], flat[ref.end : end])
        )
        return f"{before}#{after}"


class _Reader:
    """Makes the facts of a report, with the words of the data files."""

    def __init__(self, knowledge: Knowledge, indicators: Indicators) -> None:
        self.words = synonyms_of(knowledge, "same_words")
        self.units = synonyms_of(knowledge, "same_units")
        self.alternatives = alternatives_of(knowledge)
        self.lexicon = lexicon_of(indicators)
        self.relations = _relations(indicators)

    def facts(self, report: Report) -> list[_Fact]:
        """What the report counts for its own year, in reading order.

        Targets of the plans, and values of the year before (上年为520件) are left out.
        """
        passages = {passage.id: passage for passage in report.passages}
        themes = section_themes(report)
        rows: dict[int, list[Figure]] = defaultdict(list)
        for figure in report.figures:
            if passages[figure.ref.passage].part != "plans":
                rows[figure.ref.passage].append(figure)
        out: list[_Fact] = []
        for key, figures in rows.items():
            flat = level(passages[key].text)
            for i in range(len(figures)):
                place = _Place(flat, figures, i)
                kind = self._kind(place, report.frame.year)
                if kind != "prior":
                    out.append(self._fact(place, len(out), kind, passages[key], themes[key]))
        return out

    def _kind(self, place: _Place, year: int | None) -> str:
        figure, lead = place.figure, place.lead
        if self.lexicon.change.at_end(figure.indicator) or GROWN.search(lead):
            return "change"
        if SHARE.search(lead):
            return "share"
        dated = DATED.search(lead)
        if (
            figure.indicator.startswith(PRIOR_NAME)
            or PRIOR.search(lead)
            or (dated and year is not None and int(dated[1]) < year)
            or self._is_start(place)
        ):
            return "prior"
        return "rate" if figure.unit in RATE_UNITS | POINT_UNITS else "count"

    def _is_start(self, place: _Place) -> bool:
        """Whether it is where a change began: 由85%提高到98%."""
        if place.at + 1 == len(place.figures):
            return False
        if not self.relations.from_words.search(place.lead[-_FROM_WITHIN:]):
            return False
        return self.relations.to_words.at_end(place.gap.rstrip("约近")) is not None

    def _fact(
        self, place: _Place, order: int, kind: str, passage: Passage, theme: str | None
    ) -> _Fact:
        lead = "" if place.lead.endswith(_JOINTS) else self._canonical(place.lead)
        name = self._canonical(level(place.figure.indicator))
        return _Fact(
            figure=place.figure,
            order=order,
            kind=kind,
            in_shortcomings=passage.part == "shortcomings",
            theme=theme,
            name=name,
            lead=lead,
            own=f"{lead}#{self._canonical(place.behind)}",
            around=place.around,
            sides=self.alternatives.in_text(f"{lead} {name}"),
        )

    def _canonical(self, words: str) -> str:
        """Words without years, punctuation and what any clause may begin with."""
        words = NOT_WORD.sub("", YEAR_NUMBER.sub("", words))
        while (hit := self.lexicon.adverb.match(words)) and hit.end() < len(words):
            words = words[hit.end() :]
        return self.words.of(words)


@lru_cache(maxsize=8)
def _relations(indicators: Indicators) -> Relations:
    return Relations(indicators)


# ---------------------------------------------------------------------- pairing


def pair_figures(
    last: Report, now: Report, knowledge: Knowledge, indicators: Indicators
) -> tuple[FigurePair, ...]:
    """Figures of the same fact, in the order of `now`, then what only `last` has.

    What is no fact of its own year is in neither list: targets of the plans, values of the year
    before; what follows from other figures (同比增长8%, 占三成) only where both reports tell it.
    """
    reader = _Reader(knowledge, indicators)
    old, new = reader.facts(last), reader.facts(now)
    partner = _assign(_scored(old, new, reader))
    pairs = []
    for fact in new:
        other = partner.get(fact.order)
        if other is not None:
            pairs.append(_pair(old[other], fact, reader))
        elif fact.kind not in _DERIVED:
            pairs.append(FigurePair(None, fact.figure))
    taken = set(partner.values())
    rest = (fact for fact in old if fact.order not in taken and fact.kind not in _DERIVED)
    return (*pairs, *(FigurePair(fact.figure, None) for fact in rest))


def _pair(old: _Fact, new: _Fact, reader: _Reader) -> FigurePair:
    last, now = old.figure, new.figure
    comparable = reader.units.are_same(last.unit or "", now.unit or "")
    if last.number is None or now.number is None or not comparable or _turned(old, new, reader):
        return FigurePair(last, now)
    change = now.number - last.number
    percent = None
    if new.kind == "count" and last.number:
        percent = (100 * change / last.number).quantize(_TENTH, ROUND_HALF_UP)
    return FigurePair(last, now, change, percent)


def _turned(old: _Fact, new: _Fact, reader: _Reader) -> bool:
    """Whether one tells a rise and the other a fall."""
    if new.kind != "change":
        return False
    ways = [reader.lexicon.change.at_end(fact.name) for fact in (old, new)]
    return any(way is None for way in ways) or ways[0][0] != ways[1][0]  # type: ignore[index]


def _assign(scored: Sequence[tuple[float, int, int]]) -> dict[int, int]:
    """Order of the new fact → that of the old one: each once, the best first."""
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, new, old in sorted(scored, key=lambda row: (-row[0], abs(row[1] - row[2]), row[1:])):
        if new not in partner and old not in taken:
            partner[new] = old
            taken.add(old)
    return partner


def _scored(
    old: Sequence[_Fact], new: Sequence[_Fact], reader: _Reader
) -> list[tuple[float, int, int]]:
    """(score, order in `new`, order in `old`) of all that may be one fact."""
    index = _Index(old)
    lone = _lone(old) & _lone(new)
    out = []
    for fact in new:
        for order in index.near(fact):
            score = _score(old[order], fact, lone, reader)
            if score > 0:
                out.append((score, fact.order, order))
    return out


def _lone(facts: Sequence[_Fact]) -> frozenset[str]:
    """Keys and names that one figure only is taken for."""
    keys = Counter(fact.figure.key for fact in facts if fact.figure.key)
    names = Counter(fact.name for fact in facts)
    return frozenset(one for counted in (keys, names) for one, n in counted.items() if n == 1)


class _Index:
    """Facts by the pairs of characters in their name and clause."""

    def __init__(self, facts: Sequence[_Fact]) -> None:
        self._having: dict[str, list[int]] = defaultdict(list)
        for fact in facts:
            for feature in _features(fact):
                self._having[feature].append(fact.order)

    def near(self, fact: _Fact) -> list[int]:
        """The facts that have most, and rarest, features in common with one."""
        votes: dict[int, float] = defaultdict(float)
        for feature in _features(fact):
            having = self._having.get(feature, ())
            if len(having) <= _MOST_OF_A_PAIR:
                for order in having:
                    votes[order] += 1 / len(having)
        ranked = sorted(votes, key=lambda order: (-votes[order], order))
        return ranked[:_MOST_CANDIDATES]


def _features(fact: _Fact) -> Iterator[str]:
    yield from set(pairs_of(f"{fact.name}#{fact.own}"))
    yield f"name {fact.kind} {fact.name}"
    yield f"sentence {fact.around}"
    if fact.figure.key:
        yield f"key {fact.figure.key}"


class _Match(NamedTuple):
    """How two facts compare, each 0–100: their names, their clauses, the sentences around."""

    name: float
    own: float
    around: float
    same_key: bool
    same_unit: bool
    same_theme: bool


def _score(old: _Fact, new: _Fact, lone: frozenset[str], reader: _Reader) -> float:
    """How surely two facts are one, 0 where they are not."""
    if old.kind != new.kind or old.in_shortcomings != new.in_shortcomings:
        return 0
    if are_apart(old.sides, new.sides):
        return 0
    match = _match(old, new, reader)
    other_key = not match.same_key and old.figure.key and new.figure.key
    if other_key and match.around < _SAME_SENTENCE:
        return 0
    wording = max(match.name, match.own)
    if not match.same_unit and wording < _SAME and match.around < _SAME_SENTENCE:
        return 0
    is_one = (
        _is_named_alike(old, new, match, lone)
        or _is_contained(old.name, new.name, match)
        or _is_known_by_key(old, new, match, lone)
    )
    if not is_one:
        return 0
    nearness = 3 * match.same_theme + 2 * match.same_key + 10 * match.same_unit
    return 0.5 * wording + 0.2 * match.own + 0.3 * match.around + nearness


def _match(old: _Fact, new: _Fact, reader: _Reader) -> _Match:
    same_unit = reader.units.are_same(old.figure.unit or "", new.figure.unit or "")
    own = _likeness(old.own, new.own)
    if same_unit and min(len(old.lead), len(new.lead)) >= _LEAST_OWN:
        own = max(own, _likeness(old.lead, new.lead))  # what counts stands before the figure
    return _Match(
        name=_likeness(old.name, new.name),
        own=own,
        around=fuzz.ratio(old.around, new.around),
        same_key=old.figure.key is not None and old.figure.key == new.figure.key,
        same_unit=same_unit,
        same_theme=old.theme == new.theme,
    )


def _is_named_alike(old: _Fact, new: _Fact, match: _Match, lone: frozenset[str]) -> bool:
    """Whether indicator or clause are the same, and say enough to be believed."""
    if max(match.name, match.own) < SAME_NAME:
        return False
    if min(len(old.name), len(new.name)) > _SAYS_LITTLE or match.around >= _KNOWN_PLACE:
        return True
    is_lone = old.name == new.name and new.name in lone
    if match.same_theme:
        return match.same_key or (is_lone and len(new.name) == _SAYS_LITTLE)
    return is_lone and match.same_key and new.figure.key in lone


def _is_contained(one: str, other: str, match: _Match) -> bool:
    """Whether one name is the other with words before or behind it (作出不予处罚决定)."""
    short, long = sorted((one, other), key=len)
    if len(short) < _LEAST_OWN or not (match.same_theme and match.same_unit):
        return False
    rest = long.removeprefix(short) if long.startswith(short) else long.removesuffix(short)
    return len(rest) < len(long) and not OPPOSED.search(rest)


def _is_known_by_key(old: _Fact, new: _Fact, match: _Match, lone: frozenset[str]) -> bool:
    """Whether `indicators.yaml` takes both, and no other figure, for one indicator."""
    if not match.same_key or old.figure.key not in lone or match.around < _KNOWN_PLACE:
        return False
    if new.kind == "rate":
        return False  # 满意率 of whom?
    return fuzz.ratio(old.name, new.name) >= _SAME_KEY


def _likeness(one: str, other: str) -> float:
    """Ratio of two wordings; 0 where one has another word in place of the other's.

    民主法治示范村 with 省级 or 市级 before it is 88 % the same and another thing; only words that
    one has and the other leaves out are harmless, and not all of those (未, 不, 新).
    """
    if one == other:
        return float(_SAME) if len(one) > 1 else 0.0
    ratio = fuzz.ratio(one, other)
    if ratio < SAME_NAME or min(len(one), len(other)) < _LEAST_OWN:
        return 0.0
    for edit in Levenshtein.opcodes(one, other):
        words = one[edit.src_start : edit.src_end] + other[edit.dest_start : edit.dest_end]
        if edit.tag == "replace" or (edit.tag != "equal" and OPPOSED.search(words)):
            return 0.0
    return ratio
