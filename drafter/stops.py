"""Reports whose full stops were typed as points: understood as if 。 stood there.

Whether `.` ends a sentence is seen by the whole report, not by the place: in one that has hardly
any 。 it does, elsewhere it is a slip or stands in a name. So the text is respelled before the
stages and told as printed after them; none of them needs to know. A draft is written with 。.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from drafter.model import Passage, Report, Source
from drafter.zh.sentences import POINT_FOR_STOP

_FEWEST = 3
"""Fewer may be slips, or stand in names (阿里木.买买提)."""


def with_full_stops(source: Source) -> Source:
    """The source with 。 for each point that stands for it; the same object where none does."""
    text = "\n".join(source.lines)
    full, points = text.count("。"), text.count(".") + text.count("．")
    if points <= full or points < _FEWEST:
        return source  # as in nearly all reports; decimals and `1.` are among the points
    if not full < len(POINT_FOR_STOP.findall(text)) >= _FEWEST:
        return source
    lines = tuple(POINT_FOR_STOP.sub("。", line) for line in source.lines)
    return replace(source, lines=lines, has_points=True)


def in_words_of(source: Source, report: Report) -> Report:
    """A report in the words of another spelling of its source, of the same length line by line."""
    passages = tuple(
        replace(p, text="".join(source.lines[s.line - 1][s.start : s.end] for s in p.spans))
        for p in report.passages
    )
    words = _Spelling(report.passages, passages)
    frame = report.frame
    return replace(
        report,
        source=source,
        passages=passages,
        frame=replace(
            frame,
            title=words(frame.title),
            agency=words(frame.agency),
            addressee=words(frame.addressee),
            signature=words(frame.signature),
        ),
        commitments=tuple(replace(c, text=words(c.text)) for c in report.commitments),
        shortcomings=tuple(
            replace(s, text=words(s.text), cause=words(s.cause)) for s in report.shortcomings
        ),
    )


class _Spelling:
    """Words of passages in one spelling → the same words in another."""

    def __init__(self, before: Sequence[Passage], after: Sequence[Passage]) -> None:
        self._before = "\n".join(passage.text for passage in before)
        self._after = "\n".join(passage.text for passage in after)

    def __call__(self, words: str | None) -> str | None:
        at = self._before.find(words) if words else -1
        return words if words is None or at < 0 else self._after[at : at + len(words)]
