"""Facts of the year (本年数据): the figures a report counts for its own year, and their wording.

A figure is known by three wordings: its indicator, the words of its own clause around it, and the
sentence around that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from drafter.facts.lexicon import lexicon_of
from drafter.facts.noun_phrases import PRIOR as PRIOR_NAME
from drafter.facts.terms import NO_COUNTS, Relations
from drafter.facts.wording import Sides, alternatives_of, section_themes, synonyms_of
from drafter.knowledge import Knowledge
from drafter.knowledge.indicators import Indicators
from drafter.model import Figure, Passage, Report
from drafter.zh.likeness import NOT_WORD, NUMBER, PART_OF, YEAR_NUMBER
from drafter.zh.quantities import level
from drafter.zh.relations import AT_STOP, DATED, GROWN, PRIOR, SHARE
from drafter.zh.small_words import AND, NEARLY
from drafter.zh.words import compile_words

Kind = Literal["count", "rate", "change", "share", "prior"]

_BEFORE, _AFTER = 36, 14  # characters of the sentence that are looked at
_FROM_WITHIN = 8


class Fact(Struct, frozen=True):
    """A figure with the words it is known by.

    Attributes:
        order: Its place among the facts of its report.
        kind: `count`, `rate`, `change` (同比增长8%) or `share` (占审结案件的33%).
        falls: Whether a change is one downwards.
        name: Indicator, in the first words of their rows (`same_words`).
        lead: The words of its clause in front of it.
        own: These, and those behind it.
        around: The sentence around it, figures masked.
        sides: What `kept_apart` finds in its own words.
    """

    figure: Figure
    order: int
    kind: Kind
    falls: bool
    in_shortcomings: bool
    theme: str | None
    name: str
    lead: str
    own: str
    around: str
    sides: Sides


class _Place(Struct, frozen=True):
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


class FactReader:
    """Makes the facts of a report, with the words of the data files."""

    def __init__(self, knowledge: Knowledge, indicators: Indicators) -> None:
        self.words = synonyms_of(knowledge, "same_words")
        self.units = synonyms_of(knowledge, "same_units")
        self.alternatives = alternatives_of(knowledge)
        self.lexicon = lexicon_of(indicators)
        self.relations = _relations(indicators)
        self.falls = compile_words(row.partition("→")[0] for row in knowledge.words["falls"])

    def facts(self, report: Report) -> list[Fact]:
        """What the report counts for its own year, in reading order.

        Targets of the plans, and values of the year before (上年为520件) are left out.
        """
        passages = {passage.id: passage for passage in report.passages}
        themes = section_themes(report)
        rows: dict[int, list[Figure]] = defaultdict(list)
        for figure in report.figures:
            if passages[figure.ref.passage].part != "plans":
                rows[figure.ref.passage].append(figure)
        out: list[Fact] = []
        for key, figures in rows.items():
            flat = level(passages[key].text)
            for i in range(len(figures)):
                place = _Place(flat, figures, i)
                kind = self._kind(place, report.frame.year)
                if kind != "prior":
                    out.append(self._fact(place, len(out), kind, passages[key], themes[key]))
        return out

    def _kind(self, place: _Place, year: int | None) -> Kind:
        figure, lead = place.figure, place.lead
        if self.lexicon.change.at_end(figure.indicator) or GROWN.search(lead):
            return "change"
        if SHARE.search(lead) or PART_OF.search(lead):
            return "share"
        dated = DATED.search(lead)
        if (
            figure.indicator.startswith(PRIOR_NAME)
            or PRIOR.search(lead)
            or (dated and year is not None and int(dated[1]) < year)
            or self._is_start(place)
        ):
            return "prior"
        return "rate" if figure.unit in NO_COUNTS else "count"

    def _is_start(self, place: _Place) -> bool:
        """Whether it is where a change began: 由85%提高到98%."""
        if place.at + 1 == len(place.figures):
            return False
        if not self.relations.from_words.search(place.lead[-_FROM_WITHIN:]):
            return False
        return self.relations.to_words.at_end(place.gap.rstrip(NEARLY)) is not None

    def _fact(
        self, place: _Place, order: int, kind: Kind, passage: Passage, theme: str | None
    ) -> Fact:
        lead = "" if place.lead.endswith(AND) else self._canonical(place.lead)
        name = self._canonical(level(place.figure.indicator))
        if kind == "change":
            lead, name = self._changed(lead), self._changed(name)
        return Fact(
            figure=place.figure,
            order=order,
            kind=kind,
            falls=self.falls.search(place.lead) is not None,
            in_shortcomings=passage.part == "shortcomings",
            theme=theme,
            name=name,
            lead=lead,
            own=f"{lead}#{self._canonical(place.behind)}",
            around=place.around,
            sides=self.alternatives.in_text(f"{lead} {name}"),
        )

    def _changed(self, words: str) -> str:
        """What has changed: growth and fall of the same thing are one fact."""
        while hit := self.lexicon.change.at_end(words):
            words = words[: hit.start()]
        return words

    def _canonical(self, words: str) -> str:
        """Words without years, punctuation and what any clause may begin with."""
        words = NOT_WORD.sub("", YEAR_NUMBER.sub("", words))
        while (hit := self.lexicon.adverb.match(words)) and hit.end() < len(words):
            words = words[hit.end() :]
        return self.words.of(words)


@lru_cache(maxsize=8)
def _relations(indicators: Indicators) -> Relations:
    return Relations(indicators)
