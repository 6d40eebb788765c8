"""Blanks around numbers (数字两边的空格): 比 2024 年的 1013 件 says what 比2024年的1013件 says.

Word shows such blanks on its own, and what is copied from it or from a website has them as
characters. They are taken out before the facts are looked for, so that no pattern has to allow for
them, and every fact is told where it is printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from msgspec.structs import replace

from drafter.model import (
    Commitment,
    Figure,
    Identity,
    Passage,
    Ref,
    Report,
    Shortcoming,
)
from drafter.zh.quantities import BLANKS, GAPS

Placed = TypeVar("Placed", Figure, Commitment, Shortcoming, Identity)


def without_gaps(report: Report) -> Report:
    """A report without blanks between numbers and words; the same one if it has none."""
    passages = tuple(_closed(passage) for passage in report.passages)
    return replace(report, passages=passages) if passages != report.passages else report


def as_printed(closed: Report, printed: Report) -> Report:
    """The facts of a report without gaps, as they stand in the passages with them.

    Args:
        closed: As `without_gaps` makes it, with its facts.
        printed: What it was made from.
    """
    places = {
        passage.id: _Places(passage.text, before.text)
        for passage, before in zip(printed.passages, closed.passages, strict=True)
        if passage.text != before.text
    }
    return replace(
        closed,
        passages=printed.passages,
        figures=tuple(_figure(figure, places) for figure in closed.figures),
        commitments=tuple(_words(promise, places) for promise in closed.commitments),
        shortcomings=tuple(_shortcoming(lack, places) for lack in closed.shortcomings),
        identities=tuple(_identity(identity, places) for identity in closed.identities),
    )


class _Places:
    """Where the characters of a passage without gaps stand in the printed one."""

    def __init__(self, printed: str, closed: str) -> None:
        self.printed, self.closed = printed, closed
        gaps = {at for found in GAPS.finditer(printed) for at in range(*found.span())}
        self._at = [at for at in range(len(printed)) if at not in gaps]

    def start(self, at: int) -> int:
        return self._at[at] if at < len(self._at) else len(self.printed)

    def end(self, at: int) -> int:
        return self._at[at - 1] + 1 if at else 0

    def words(self, words: str) -> str:
        """The printed words of some that stand in the passage; themselves if they do not."""
        at = self.closed.find(words)
        return words if at < 0 else self.printed[self.start(at) : self.end(at + len(words))]


def _closed(passage: Passage) -> Passage:
    if passage.role == "table" or BLANKS.isdisjoint(passage.text):
        return passage  # the blanks of a table part its cells
    return replace(passage, text=GAPS.sub("", passage.text))


def _moved(fact: Placed, places: Mapping[int, _Places]) -> Placed:
    where = places.get(fact.ref.passage)
    if where is None:
        return fact
    ref = fact.ref
    return replace(fact, ref=Ref(ref.passage, where.start(ref.start), where.end(ref.end)))


def _figure(figure: Figure, places: Mapping[int, _Places]) -> Figure:
    where = places.get(figure.ref.passage)
    if where is None:
        return figure
    moved = _moved(figure, places)
    start, end = where.start(figure.value_start), where.end(figure.value_end)
    return replace(
        moved,
        text=where.printed[moved.ref.start : moved.ref.end],
        value=where.printed[start:end],
        value_start=start,
        value_end=end,
    )


def _words(promise: Commitment, places: Mapping[int, _Places]) -> Commitment:
    where = places.get(promise.ref.passage)
    if where is None:
        return promise
    moved = _moved(promise, places)
    return replace(moved, text=where.printed[moved.ref.start : moved.ref.end])


def _shortcoming(lack: Shortcoming, places: Mapping[int, _Places]) -> Shortcoming:
    cause = lack.cause
    if cause:  # it may stand in another passage
        told = next((where for where in places.values() if cause in where.closed), None)
        lack = replace(lack, cause=told.words(cause) if told else cause)
    where = places.get(lack.ref.passage)
    if where is None:
        return lack
    moved = _moved(lack, places)
    return replace(moved, text=where.printed[moved.ref.start : moved.ref.end])


def _identity(identity: Identity, places: Mapping[int, _Places]) -> Identity:
    where = places.get(identity.ref.passage)
    if where is None:
        return identity
    return replace(
        _moved(identity, places),
        stated=where.words(identity.stated),
        operands=tuple(map(where.words, identity.operands)),
    )
