"""Terms (数据项): the figures of a sentence with the words that relate them to each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from msgspec import Struct

from drafter.knowledge.indicators import Indicators
from drafter.model import Figure, Identity, IdentityKind
from drafter.zh.quantities import level
from drafter.zh.relations import AT_STOP, SENTENCE_STOP
from drafter.zh.small_words import BEFORE_NUMBER
from drafter.zh.words import Words, compile_words

PERCENT_UNITS = frozenset({"%", "‰"})
"""Units of shares; they are never added up."""
POINT_UNITS = frozenset({"个百分点", "百分点"})
"""Units of differences of shares."""
NO_COUNTS = PERCENT_UNITS | POINT_UNITS
"""Units of what is no number of things."""
PIECES = frozenset("件份个项起宗部")
"""Units of papers and cases, which one total may count together."""
_BEYOND = 8
"""Code points of the next sentence, enough for 。其余."""
_MOST_TERMS = 150  # a sentence of more is no sentence, and pairs of them would take long


class Relations:
    """How relations between figures are announced, made once per data set."""

    def __init__(self, indicators: Indicators) -> None:
        words = indicators.measures.identities
        self.parts = compile_words(words["parts"])
        self.totals = compile_words(words["totals"])
        self.rests = compile_words(words["rests"])
        self.complete = frozenset(words["complete"])
        self.carried = compile_words(words["carried"])
        self.qualifiers = words["qualifiers"]
        self.dues = "".join(words["dues"])
        self.verb = compile_words(indicators.measures.lists["verbs"])
        self.from_words = compile_words(words["from_words"])
        self.to_words = compile_words(words["to_words"])
        self.intakes = compile_words(words["intakes"])
        rows = (row.split("=") for row in words["rate_words"])
        self.rate_words = {name: compile_words(others) for name, *others in rows}
        self.whole_pairs = frozenset(frozenset(row.split("=")) for row in words["whole_pairs"])
        self.apart_pairs = frozenset(frozenset(row.split("=")) for row in words["apart_pairs"])
        self.sources = compile_words(words["sources"])
        self.settled = compile_words(words["settled"])
        self.fates = compile_words(words["fates"])
        self.opinions = compile_words(words["opinions"])
        self.endings = compile_words(words["endings"])
        self.graded = words["graded"]
        self.grades = words["grades"]
        self.named_after = frozenset(words["named_after"])
        self.undivided = words["undivided"]
        self.subsets = compile_words(words["subsets"])
        self.unlike = compile_words(words["unlike"])
        self.instances = compile_words(words["instances"])
        self.overlapping = compile_words(words["overlapping"])
        self.coinciding = compile_words(words["coinciding"])
        self.open_ends = words["open_ends"]
        self.goes_on = compile_words((*words["rests"], *words["open_ends"]))
        self.flows = tuple(_flow(row, is_exclusive=False) for row in words["flows"])
        settled = frozenset(words["settled"])
        self.outcomes = tuple(_flow(row, settled, is_exclusive=True) for row in words["outcomes"])
        self.durations = frozenset(u.word for u in indicators.measures.units if u.duration)
        self.gone = compile_words(
            word for flow in (*self.flows, *self.outcomes) for word in flow.side_of
        )
        self._alike = {unit: row for row in words["alike_units"] for unit in row.split("=")}

    def are_alike(self, one: str | None, other: str | None) -> bool:
        """Whether two units count the same (人 and 名)."""
        return self.kind_of(one) == self.kind_of(other)

    def kind_of(self, unit: str | None) -> str | None:
        """What a unit shares with those that count the same; a unit without such is its own."""
        return self._alike.get(unit or "", unit)


class Flow(Struct, frozen=True):
    """What comes in and where it goes: 收到 is 受理, 不予受理 and 其他处理.

    Attributes:
        whole: The words of the total.
        parts: The words of all parts.
        side_of: Word of a part → which side it is on; those on one side may overlap (终止, 和解).
        sides: How many there are.
        is_exclusive: Whether each thing has one part only, so that more than the total is wrong.
        is_sure: Whether all that the parts count is in the total: of what was decided (审结), and
            not of what came in, since cases of the year before are decided as well.
    """

    whole: Words
    parts: Words
    side_of: Mapping[str, int]
    sides: int
    is_exclusive: bool
    is_sure: bool


def _flow(row: str, settled: frozenset[str] = frozenset(), *, is_exclusive: bool) -> Flow:
    whole, _, rest = row.partition("→")
    sides = [side.split("=") for side in rest.split("/")]
    side_of = {word: i for i, side in enumerate(sides) for word in side}
    return Flow(
        compile_words(whole.split("=")), compile_words(side_of), side_of, len(sides), is_exclusive,
        settled.issuperset(whole.split("=")),
    )  # fmt: skip


@lru_cache(maxsize=8)
def relations_of(indicators: Indicators) -> Relations:
    """The words of a data set, made ready at the first call."""
    return Relations(indicators)


class Term(Struct, frozen=True):
    """A figure with the words that belong to it.

    Attributes:
        figure: The figure.
        lead: The words in front of it, back to a stop or the figure before.
        behind: The words behind it, up to a stop or the figure that follows.
        gap: Everything between the figure before, or the sentence's beginning, and this one.
        after: Some of what follows it, beyond the sentence's end, up to the next figure.
    """

    figure: Figure
    lead: str
    behind: str
    gap: str
    after: str = ""

    def kind(self, parts: Words) -> str:
        """What sort of the things it counts: 简易程序 of 其中简易程序为, 维持 of 其中14件维持.

        Args:
            parts: The words that announce parts.
        """
        announced = parts.search(self.lead)
        return self.lead[announced.end() if announced else 0 :].strip(BEFORE_NUMBER) or self.behind

    @property
    def number(self) -> Decimal:
        """The exact amount, −1 where there is none."""
        return self.figure.number if self.figure.number is not None else Decimal(-1)

    @property
    def rounded_by(self) -> Decimal:
        """Half a unit of the last digit printed of so many 万; 0 for a count in full."""
        value = level(self.figure.value)
        printed = "".join(c for c in value if c in "0123456789.")
        if self.number <= 0 or not printed.strip("0.") or value.isdecimal():
            return Decimal(0)
        scale = self.number / Decimal(printed)
        return scale.scaleb(-places_of(value)) / 2 if scale > 1 else Decimal(0)

    @property
    def is_exact(self) -> bool:
        """Whether the amount is one to calculate with."""
        return self.figure.number is not None and self.figure.approx is None


def sentence_terms(flat: str, figures: tuple[Figure, ...], fewest: int = 2) -> Iterator[list[Term]]:
    """The terms of each sentence that has at least `fewest`."""
    stops = [found.start() for found in SENTENCE_STOP.finditer(flat)]
    rows: dict[int, list[Figure]] = {}
    k = 0
    for figure in figures:
        while k < len(stops) and stops[k] < figure.ref.start:
            k += 1
        rows.setdefault(k, []).append(figure)
    for k, row in rows.items():
        if len(row) >= fewest:
            begin = stops[k - 1] + 1 if k else 0
            end = stops[k] if k < len(stops) else len(flat)
            yield _terms(flat, row[:_MOST_TERMS], begin, end)


def _terms(flat: str, figures: list[Figure], begin: int, end: int) -> list[Term]:
    terms = []
    floor = begin
    for i, figure in enumerate(figures):
        gap = flat[floor : figure.ref.start]
        after = flat[figure.ref.end : figures[i + 1].ref.start if i + 1 < len(figures) else end]
        lead = AT_STOP.split(gap)[-1].strip()
        behind = AT_STOP.split(after, maxsplit=1)[0].strip()
        beyond = after if i + 1 < len(figures) else flat[figure.ref.end : end + _BEYOND]
        terms.append(Term(figure, lead, behind, gap, beyond))
        floor = figure.ref.end
    return terms


def places_of(value: str) -> int:
    """Digits printed after the decimal point."""
    digits = level(value).partition(".")[2]
    return len(digits) - len(digits.lstrip("0123456789"))


def agrees(computed: Decimal, stated: Decimal, places: int) -> bool:
    """Whether they agree in the printed digits, one unit of the last digit either way allowed."""
    unit = Decimal(1).scaleb(-places)
    return abs(computed.quantize(unit, ROUND_HALF_UP) - stated) <= unit


def within_rounding(
    stated: Decimal, places: int, part: Term, base: Term, *, less: Decimal = Decimal(0)
) -> bool:
    """Whether a percentage fits two counts that may be rounded (11.9万 of 12万 is 98.3 to 100 %).

    `less`: what is taken off the quotient before it becomes a percentage, 1 for growth.
    """
    low, high = base.number - base.rounded_by, base.number + base.rounded_by
    if low <= 0 or part.rounded_by == base.rounded_by == 0:
        return False
    ends = (
        ((part.number - part.rounded_by) / high - less) * 100,
        ((part.number + part.rounded_by) / low - less) * 100,
    )
    unit = Decimal(1).scaleb(-places)
    if less and ends[1] < 0:
        ends = (-ends[1], -ends[0])
    return ends[0] - unit <= stated <= ends[1] + unit


def make_identity(  # noqa: PLR0913 - what an identity is made of
    kind: IdentityKind,
    term: Term,
    computed: Decimal,
    operands: tuple[Term, ...],
    *,
    holds: bool,
    reading: str | None = None,
    certain: bool = True,
) -> Identity:
    """The relation of a stated figure to its operands, in printed form."""
    return Identity(
        kind=kind,
        ref=term.figure.ref,
        stated=term.figure.text,
        computed=float(round(computed, 4)),
        holds=holds,
        operands=tuple(x.figure.text for x in operands),
        reading=reading,
        certain=certain,
    )
