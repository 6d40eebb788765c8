"""Blanks around numbers (数字两边的空格): 比 2024 年的 1013 件 says what 比2024年的1013件 says.

Word shows such blanks on its own, and what is copied from it or from a website has them as
characters. They are taken out before the facts are looked for, so that no pattern has to allow for
them, and every fact is told where it is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
Worded = TypeVar("Worded", Commitment, Shortcoming)


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
        figures=_told(closed.figures, places, _figure),
        commitments=_told(closed.commitments, places, _words),
        shortcomings=tuple(
            replace(lack, cause=_cause(lack.cause, places))
            for lack in _told(closed.shortcomings, places, _words)
        ),
        identities=_told(closed.identities, places, _identity),
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


def _told(
    facts: tuple[Placed, ...],
    places: Mapping[int, _Places],
    tell: Callable[[Placed, _Places], Placed],
) -> tuple[Placed, ...]:
    """The facts, those of passages with gaps told where they are printed."""
    return tuple(
        tell(fact, places[fact.ref.passage]) if fact.ref.passage in places else fact
        for fact in facts
    )


def _moved(ref: Ref, where: _Places) -> Ref:
    return Ref(ref.passage, where.start(ref.start), where.end(ref.end))


def _figure(figure: Figure, where: _Places) -> Figure:
    ref = _moved(figure.ref, where)
    start, end = where.start(figure.value_start), where.end(figure.value_end)
    return replace(
        figure,
        ref=ref,
        text=where.printed[ref.start : ref.end],
        value=where.printed[start:end],
        value_start=start,
        value_end=end,
    )


def _words(fact: Worded, where: _Places) -> Worded:
    ref = _moved(fact.ref, where)
    return replace(fact, ref=ref, text=where.printed[ref.start : ref.end])


def _identity(identity: Identity, where: _Places) -> Identity:
    return replace(
        identity,
        ref=_moved(identity.ref, where),
        stated=where.words(identity.stated),
        operands=tuple(map(where.words, identity.operands)),
    )


def _cause(cause: str | None, places: Mapping[int, _Places]) -> str | None:
    """A cause as printed; it may stand in another passage than its deficiency."""
    told = next((where for where in places.values() if cause and cause in where.closed), None)
    return told.words(cause) if told and cause else cause
