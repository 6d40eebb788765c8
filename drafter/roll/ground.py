"""What the stage works from: last year's report, indexed, and what is asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from drafter.knowledge import Knowledge
from drafter.knowledge.profiles import Profile
from drafter.model import (
    Commitment,
    Figure,
    FigureSeries,
    PartReading,
    Passage,
    Recurrence,
    Report,
    Section,
    Shortcoming,
    Stale,
)
from drafter.options import DraftOptions
from drafter.roll.tables import Cells, kept_tables
from drafter.zh.page import CAPTION


class Ground(Struct, frozen=True, eq=False, dict=True):
    """Last year's report by passage, and the task.

    Attributes:
        year: The year to be reported on.
        by: Years that the report moves on, usually 1.
        figures: Passage id → statistics, in order.
        tags: Figure → tag of its field, `F001` …, in the order of last year's report.
        earlier: Figure → (year, value) of older reports, newest first.
        recurring: Id of a promise or shortcoming → years before in which it stood as well.
        rows: Id of a row of a table → the rows to quote with it, itself included: a head or a name
            says nothing alone. Empty for a row that another one is quoted with.
        heads: Id of a row of a table → the table's first row, where that has words only; a caption
            above it (表1　…) is no row.
        tables: Id of a row of a table that stays one → start and end of each of its cells.
    """

    report: Report
    knowledge: Knowledge
    options: DraftOptions
    profile: Profile
    year: int
    by: int
    passages: Mapping[int, Passage]
    figures: Mapping[int, Sequence[Figure]]
    stale: Mapping[int, Sequence[Stale]]
    commitments: Mapping[int, Sequence[Commitment]]
    shortcomings: Mapping[int, Sequence[Shortcoming]]
    sections: Mapping[int, Section]
    tags: Mapping[Figure, str]
    earlier: Mapping[Figure, Sequence[tuple[int, str]]]
    recurring: Mapping[str, Sequence[int]]
    rows: Mapping[int, Sequence[Passage]]
    heads: Mapping[int, str]
    tables: Mapping[int, Cells]

    def part(self, key: str) -> PartReading:
        """The reading of a mandated part."""
        return next(part for part in self.report.parts if part.key == key)


class Past(Struct, frozen=True):
    """What the reports of the years before the base report add to it."""

    series: tuple[FigureSeries, ...] = ()
    recurrences: tuple[Recurrence, ...] = ()


def survey(  # noqa: PLR0913, PLR0917 -- as for `roll`
    report: Report,
    knowledge: Knowledge,
    options: DraftOptions,
    profile: Profile,
    year: int,
    past: Past,
) -> Ground:
    """The ground of a draft for `year`."""
    last = report.frame.year if report.frame.year is not None else year - 1
    figures: dict[int, list[Figure]] = defaultdict(list)
    stale: dict[int, list[Stale]] = defaultdict(list)
    commitments: dict[int, list[Commitment]] = defaultdict(list)
    shortcomings: dict[int, list[Shortcoming]] = defaultdict(list)
    for figure in report.figures:
        figures[figure.ref.passage].append(figure)
    for hit in report.stale:
        stale[hit.ref.passage].append(hit)
    for commitment in report.commitments:
        commitments[commitment.ref.passage].append(commitment)
    for shortcoming in report.shortcomings:
        shortcomings[shortcoming.ref.passage].append(shortcoming)
    return Ground(
        report, knowledge, options, profile, year, year - last,
        {p.id: p for p in report.passages}, figures, stale, commitments, shortcomings,
        {s.heading: s for s in report.sections},
        {figure: f"F{number:03d}" for number, figure in enumerate(report.figures, start=1)},
        {row.figure: row.earlier for row in past.series},
        {row.id: [when for when, _ in row.earlier] for row in past.recurrences},
        _rows(report.passages, figures), _heads(report.passages, figures),
        kept_tables(report.passages, figures, knowledge.words, last),
    )  # fmt: skip


def _heads(passages: Sequence[Passage], figures: Mapping[int, Sequence[Figure]]) -> dict[int, str]:
    heads: dict[int, str] = {}
    for is_table, run in groupby(passages, lambda passage: passage.role == "table"):
        head: str | None = None
        for row in run if is_table else ():
            if CAPTION.match(row.text):
                head = None
            elif head is None:
                head = "" if row.id in figures else row.text
            elif head:
                heads[row.id] = head
    return heads


def _rows(
    passages: Sequence[Passage], figures: Mapping[int, Sequence[Figure]]
) -> dict[int, Sequence[Passage]]:
    """The rows of all tables by the one that they are quoted with: the next one with figures."""
    rows: dict[int, Sequence[Passage]] = {}
    for is_table, run in groupby(passages, lambda passage: passage.role == "table"):
        waiting: list[Passage] = []
        asked: Passage | None = None
        for passage in run if is_table else ():
            rows[passage.id] = ()
            waiting.append(passage)
            if passage.id in figures:
                rows[passage.id], waiting, asked = waiting, [], passage
        if waiting:
            asked = asked or waiting[0]
            rows[asked.id] = [*rows[asked.id], *waiting]
    return rows
