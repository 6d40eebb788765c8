"""Figures side by side (数据对照): which figure of last year's report tells the same fact.

Two figures are one fact if their indicators or their clauses are the same but for words left out,
and no word says otherwise (受理 against 审结, 省级 against 市级). The sentence around them decides
between several, and where an indicator alone says too little (合格率).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from drafter.facts.wording import are_apart, bare, pairs_of
from drafter.facts.year_facts import Fact, FactReader
from drafter.knowledge import Knowledge
from drafter.knowledge.indicators import Indicators
from drafter.model import FigurePair, Report
from drafter.zh.counted import JOINT
from drafter.zh.likeness import OPPOSED

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
_SAME = 100
_MOST_CANDIDATES = 8
_MOST_OF_A_PAIR = 40  # a pair of characters that more figures have finds none
_DERIVED = frozenset({"change", "share"})
_TENTH = Decimal("0.1")


def pair_figures(
    last: Report, now: Report, knowledge: Knowledge, indicators: Indicators
) -> tuple[FigurePair, ...]:
    """Figures of the same fact, in the order of `now`, then what only `last` has.

    What is no fact of its own year is in neither list: targets of the plans, values of the year
    before; what follows from other figures (同比增长8%, 占三成) only where both reports tell it.
    """
    reader = FactReader(knowledge, indicators)
    old, new = reader.facts(last), reader.facts(now)
    partner = _assign(_scored(old, new, reader))
    partner |= _told_elsewhere(old, new, partner, reader)
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


def _pair(old: Fact, new: Fact, reader: FactReader) -> FigurePair:
    last, now = old.figure, new.figure
    comparable = reader.units.are_same(last.unit or "", now.unit or "")
    turned = new.kind == "change" and old.falls != new.falls
    if last.number is None or now.number is None or not comparable or turned:
        return FigurePair(last, now)
    change = now.number - last.number
    percent = None
    if new.kind == "count" and last.number:
        percent = (100 * change / last.number).quantize(_TENTH, ROUND_HALF_UP)
    return FigurePair(last, now, change, percent)


def _assign(scored: Sequence[tuple[float, int, int]]) -> dict[int, int]:
    """Order of the new fact → that of the old one: each once, the best first."""
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, new, old in sorted(scored, key=lambda row: (-row[0], abs(row[1] - row[2]), row[1:])):
        if new not in partner and old not in taken:
            partner[new] = old
            taken.add(old)
    return partner


def _told_elsewhere(
    old: Sequence[Fact], new: Sequence[Fact], partner: Mapping[int, int], reader: FactReader
) -> dict[int, int]:
    """Of what is left over, what no other figure may be: in another section, or named anew."""
    taken = set(partner.values())
    ends, ends_of_old = _Ends(new, reader), _Ends(old, reader)
    out: dict[int, int] = {}
    for before in old:
        if before.order in taken or before.kind in _DERIVED:
            continue
        named = ends.having(before)
        is_lone = len(named) == 1 and len(ends_of_old.having(before)) <= 1
        free = [order for order in named if order not in partner and order not in out]
        if free and (is_lone or before.kind == "rate"):
            out[free[0]] = before.order
    return out


class _Ends:
    """Facts by the last characters of the wordings around their figures."""

    def __init__(self, facts: Sequence[Fact], reader: FactReader) -> None:
        self._reader = reader
        self._rates: dict[str, list[Fact]] = defaultdict(list)
        self._ending: dict[str, list[tuple[str, Fact]]] = defaultdict(list)
        for fact in facts:
            if fact.kind == "rate":
                self._rates[fact.name].append(fact)
                continue
            behind = fact.own.partition("#")[2]
            for words in {fact.name, fact.lead, behind, bare(fact.figure.indicator)}:
                self._ending[words[-_LEAST_OWN:]].append((words, fact))

    def having(self, old: Fact) -> list[int]:
        """Those that may be this one: their wordings end with its name (592名干部参加考试).

        Of counts two at most: they show that it is not the only one.
        """
        if old.kind == "rate":
            parts = JOINT.split(old.name)  # 参考率和合格率均为100%
            several = parts if len(parts) > 1 else []
            found = (fact for part in several for fact in self._rates[part])
        else:
            # 重点事项 has lost its 重点 as a name, not as an indicator.
            names = {name for name in (old.name, bare(old.figure.indicator)) if _says_enough(name)}
            found = (
                fact
                for name in names
                for words, fact in self._ending[name[-_LEAST_OWN:]]
                if words.endswith(name) and not OPPOSED.search(words.removesuffix(name))
            )
        orders: set[int] = set()
        for fact in found:
            if self._may_be(old, fact):
                orders.add(fact.order)
            if old.kind != "rate" and len(orders) > 1:
                break
        return sorted(orders)

    def _may_be(self, old: Fact, new: Fact) -> bool:
        is_alike = old.kind == new.kind and old.in_shortcomings == new.in_shortcomings
        same_unit = self._reader.units.are_same(old.figure.unit or "", new.figure.unit or "")
        return is_alike and same_unit and not are_apart(old.sides, new.sides)


def _says_enough(name: str) -> bool:
    return len(name) >= _LEAST_OWN


def _scored(
    old: Sequence[Fact], new: Sequence[Fact], reader: FactReader
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


def _lone(facts: Sequence[Fact]) -> frozenset[str]:
    """Keys and names that one figure only is taken for."""
    keys = Counter(fact.figure.key for fact in facts if fact.figure.key)
    names = Counter(fact.name for fact in facts)
    return frozenset(one for counted in (keys, names) for one, n in counted.items() if n == 1)


class _Index:
    """Facts by the pairs of characters in their name and clause."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._having: dict[str, list[int]] = defaultdict(list)
        for fact in facts:
            for feature in _features(fact):
                self._having[feature].append(fact.order)

    def near(self, fact: Fact) -> list[int]:
        """The facts that have most, and rarest, features in common with one."""
        votes: dict[int, float] = defaultdict(float)
        for feature in _features(fact):
            having = self._having.get(feature, ())
            if len(having) <= _MOST_OF_A_PAIR:
                for order in having:
                    votes[order] += 1 / len(having)
        ranked = sorted(votes, key=lambda order: (-votes[order], order))
        return ranked[:_MOST_CANDIDATES]


def _features(fact: Fact) -> Iterator[str]:
    yield from set(pairs_of(f"{fact.name}#{fact.own}"))
    yield f"name {fact.kind} {fact.name}"
    yield f"sentence {fact.around}"
    if fact.figure.key:
        yield f"key {fact.figure.key}"


class _Match(Struct, frozen=True):
    """How two facts compare, each 0–100: their names, their clauses, the sentences around."""

    name: float
    own: float
    around: float
    same_key: bool
    same_unit: bool
    same_theme: bool


def _score(old: Fact, new: Fact, lone: frozenset[str], reader: FactReader) -> float:
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


def _match(old: Fact, new: Fact, reader: FactReader) -> _Match:
    same_unit = reader.units.are_same(old.figure.unit or "", new.figure.unit or "")
    around = fuzz.ratio(old.around, new.around)
    own = name_likeness(old.own, new.own)
    if min(len(old.own), len(new.own)) <= _LEAST_OWN and around < _SAME_SENTENCE:
        own = 0.0  # 审结: of what, only the sentence says
    if same_unit and min(len(old.lead), len(new.lead)) >= _LEAST_OWN:
        own = max(own, name_likeness(old.lead, new.lead))  # what counts stands before the figure
    return _Match(
        name=name_likeness(old.name, new.name),
        own=own,
        around=around,
        same_key=old.figure.key is not None and old.figure.key == new.figure.key,
        same_unit=same_unit,
        same_theme=old.theme == new.theme,
    )


def _is_named_alike(old: Fact, new: Fact, match: _Match, lone: frozenset[str]) -> bool:
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
    """Whether one name is the other with words before it (作出不予处罚决定).

    Words behind it (安置帮教人员逐人建档) only where the indicator is known to be the same:
    常务会议学法 is no 常务会议.
    """
    short, long = sorted((one, other), key=len)
    if len(short) < _LEAST_OWN or not (match.same_theme and match.same_unit):
        return False
    if match.same_key and long.startswith(short):
        return not OPPOSED.search(long.removeprefix(short))
    return long.endswith(short) and not OPPOSED.search(long.removesuffix(short))


def _is_known_by_key(old: Fact, new: Fact, match: _Match, lone: frozenset[str]) -> bool:
    """Whether `indicators.yaml` takes both, and no other figure, for one indicator."""
    if new.kind == "rate" or not match.same_key or old.figure.key not in lone:
        return False  # 满意率: of whom?
    if match.around < _KNOWN_PLACE or fuzz.ratio(old.name, new.name) < _SAME_KEY:
        return False
    return _only_leaves_out(old.name, new.name)


def name_likeness(one: str, other: str) -> float:
    """Ratio of two wordings, 0 below `SAME_NAME` and where one says something else."""
    if one == other:
        return float(_SAME) if len(one) > 1 else 0.0
    ratio = fuzz.ratio(one, other)
    if ratio < SAME_NAME or min(len(one), len(other)) < _LEAST_OWN:
        return 0.0
    return ratio if _only_leaves_out(one, other) else 0.0


def _only_leaves_out(one: str, other: str) -> bool:
    """Whether no word of one stands in place of a word of the other.

    民主法治示范村 with 省级 or 市级 before it is 88 % the same and another thing; only words that
    one has and the other leaves out are harmless, and not all of those (未, 不, 新), nor those at
    the end, which name the thing itself (常务会议学法).
    """
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and len(long) - len(short) > 1:
        return False
    edits = [edit for edit in Levenshtein.opcodes(one, other) if edit.tag != "equal"]
    words = "".join(one[e.src_start : e.src_end] + other[e.dest_start : e.dest_end] for e in edits)
    return all(edit.tag != "replace" for edit in edits) and not OPPOSED.search(words)
