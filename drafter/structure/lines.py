"""Lines with their positions, and blocks: paragraphs put together again from wrapped lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from drafter.model import Source, Span
from drafter.zh.lazy import lazy_pattern
from drafter.zh.numbering import has_numeral, mark_at
from drafter.zh.page import is_table_row
from drafter.zh.small_words import ORDINAL
from drafter.zh.width import count_han, display_width, fold, is_blank, trim

_BREAKS = lazy_pattern(r"[\v\f\x1c-\x1e\x85\u2028\u2029]")
"""Characters that part paragraphs inside one line of the source (soft returns, form feeds)."""
_SENTENCE_END = "。！？；：!?;:"
_CLOSERS = "”’」』）)】〕》\"'"
_LEAST_BROKEN = 40
"""Columns that a line broken by hand in mid-sentence exceeds; shorter ones are titles and cells."""


class Line(Struct, frozen=True):
    """A visible stretch of a source line, without blanks at its ends.

    Attributes:
        number: Line of the source, from 1.
        start: Column of the first visible character.
        end: Column after the last one.
        text: The automatic numeral, if it is one that reports know, and the words between.
        indented: Whether blanks stood before it.
        after_gap: Whether an empty line stood before it.
        marker: The automatic numeral (自动编号) shown before it, '' without one.
        lead: How many characters at the beginning of `text` are that numeral and not of the source.
        level: Outline level of its paragraph, 0 without one and behind a soft return.
    """

    number: int
    start: int
    end: int
    text: str
    indented: bool
    after_gap: bool
    marker: str = ""
    lead: int = 0
    level: int = 0

    @property
    def words(self) -> str:
        """What stands in the source."""
        return self.text[self.lead :]

    @property
    def width(self) -> int:
        """Columns it takes on paper, counting the indent of a first line."""
        return display_width(self.text) + (4 if self.indented else 0)


class Block(Struct, frozen=True):
    """A paragraph: its text, and where each piece of it stands in the source.

    Attributes:
        text: The pieces joined without the breaks.
        lines: At least one; only the first may have an automatic numeral.
    """

    text: str
    lines: tuple[Line, ...]

    @property
    def lead(self) -> int:
        """How many characters at the beginning of `text` are an automatic numeral."""
        return self.lines[0].lead

    @property
    def level(self) -> int:
        """Outline level that all of its lines have, else 0."""
        level = self.lines[0].level
        return level if all(line.level == level for line in self.lines) else 0

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Where `text[start:end]` stands in the source."""
        out = []
        offset = self.lead
        for line in self.lines:
            length = line.end - line.start
            a, b = max(start, offset), min(end, offset + length)
            if a < b:
                out.append(Span(line.number, line.start + a - offset, line.start + b - offset))
            offset += length
        return tuple(out)


def visible_lines(source: Source) -> list[Line]:
    """The visible lines of a source in order; blank ones only leave `after_gap` behind."""
    out: list[Line] = []
    gap = False
    for number, raw in enumerate(source.lines, start=1):
        if is_blank(raw):
            gap = True
            continue
        marker = source.markers[number - 1] if source.markers else ""
        level = source.levels[number - 1] if source.levels else 0
        for piece in _pieces(raw):
            start, end = trim(raw[piece[0] : piece[1]])
            if start == end:
                continue
            a, b = piece[0] + start, piece[0] + end
            lead = _lead(marker, raw[a:b])
            text = lead + raw[a:b]
            out.append(
                Line(
                    number, a, b, text, indented=start > 0, after_gap=gap,
                    marker=marker, lead=len(lead), level=level,
                )
            )  # fmt: skip
            gap, marker, level = False, "", 0
    return out


def _lead(marker: str, text: str) -> str:
    """An automatic numeral as it would be typed; '' if none is or if it says nothing of the level.

    Where a numeral is typed too, Word shows both and the typed one counts; 1.1 and 第一章 are kept
    as markers, but a heading is read better without them than with a sign that reports do not have.
    """
    if not marker or has_numeral(text):
        return ""
    # 1 and a tab: without the blank, 1 and 2024年 would run together.
    lead = marker + (" " if fold(marker)[-1:].isascii() and marker[-1:].isalnum() else "")
    mark = mark_at(lead + text)
    return lead if mark is not None and mark.end >= len(lead) else ""


def _pieces(raw: str) -> list[tuple[int, int]]:
    if len(raw.splitlines()) == 1:  # parts at `_BREAKS` too, and nearly no line has any
        return [(0, len(raw))]
    cuts = [(m.start(), m.end()) for m in _BREAKS.finditer(raw)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(raw)]
    return list(zip(starts, ends, strict=True))


class Wrap(Struct, frozen=True):
    """How a text was hard-wrapped (硬回车): at a width on paper, or after so many characters.

    Attributes:
        limit: Columns, or code points.
        by_count: Whether characters were counted, as programs do; a page measures columns, where
            figures and Latin letters take half.
    """

    limit: int
    by_count: bool = False

    def measure(self, line: Line) -> int:
        """Length of a line as this kind of wrapping measures it, the indent counted."""
        if self.by_count:
            return len(line.text) + (2 if line.indented else 0)
        return line.width

    def is_full(self, line: Line) -> bool:
        """Whether a line reaches the limit; punctuation may hang over or go to the next line."""
        return self.measure(line) >= self.limit - (2 if self.by_count else 5)


def find_wrap(lines: Sequence[Line]) -> Wrap | None:
    """How the lines were hard-wrapped; None if they were not.

    In a wrapped text many lines end near one limit and in the middle of a sentence, and no line
    goes much beyond it. A page of 22 × 28 or of the web in two columns stays below 110 columns; a
    paragraph of a report that was not wrapped is several times that. Rows of a table end where
    their cells do and say nothing.
    """
    if any(line.width > _WIDEST and not is_table_row(line.text) for line in lines):
        return None
    lines = [line for line in lines if not is_table_row(line.text)]
    found = [wrap for by_count in (False, True) if (wrap := _wrap_by(lines, by_count=by_count))]
    return max(found, key=lambda wrap: sum(map(wrap.is_full, lines)), default=None)


_NEARLY_FULL = 0.8
"""Of the limit: figures are wider than half a character in some fonts, and a word may not break."""
_FEWEST = 5
"""Full lines that are no chance any more."""
_NARROWEST, _WIDEST = 24, 110


def _wrap_by(lines: Sequence[Line], *, by_count: bool) -> Wrap | None:
    if len(lines) <= _FEWEST:
        return None
    measure = Wrap(0, by_count).measure
    # The longest line may be an exception (a row that was not wrapped, hanging punctuation).
    limit = sorted(map(measure, lines))[-2]
    wrap = Wrap(limit, by_count)
    full = [i for i, line in enumerate(lines) if wrap.is_full(line)]
    broken = [i for i in full if not ends_sentence(lines[i].text)]
    if limit * (2 if by_count else 1) < _NARROWEST or len(full) < _FEWEST:
        return None
    # Two thirds of the full lines end mid-sentence, and they are not just a few of many lines: in
    # a text of short paragraphs that were not wrapped, long lines scatter and end with a stop.
    return wrap if len(broken) * 3 >= len(full) * 2 and len(full) * 6 >= len(lines) else None


def ends_sentence(text: str) -> bool:
    """Whether the last visible character, closing quotes and brackets aside, ends a sentence."""
    bare = text.rstrip(_CLOSERS)
    if not bare:
        return False
    return bare[-1] in _SENTENCE_END or (bare[-1] in ".．" and count_han(bare[-2:-1]) > 0)


def are_all_indented(lines: Sequence[Line], wrap: Wrap | None = None) -> bool:
    """Whether every paragraph begins with an indent, so that a line without one goes on.

    Seen where a line ends anywhere: only the indents tell paragraphs. Nine of ten lines behind a
    full stop are indented, and three and more lines without one stand behind an unfinished one.

    Args:
        lines: Of the body.
        wrap: `find_wrap`; behind a stop near the limit the paragraph may go on, and says nothing.
    """
    pairs = list(pairwise(lines))
    after_stop = [
        line
        for before, line in pairs
        if ends_sentence(before.text)
        and not (wrap and wrap.measure(before) >= _NEARLY_FULL * wrap.limit)
    ]
    going_on = [
        line for before, line in pairs if not ends_sentence(before.text) and not line.indented
    ]
    indented = sum(line.indented for line in after_stop)
    return len(going_on) > 2 and len(after_stop) > 3 and indented * 10 >= len(after_stop) * 9  # noqa: PLR2004


def continues(  # noqa: PLR0911, PLR0913 -- one line a reason, each its own fact
    before: Line, line: Line, wrap: Wrap | None, *, indents: bool, indented: bool, opens: bool
) -> bool:
    """Whether `line` goes on with the paragraph of the line before it.

    Args:
        before: The previous line of the paragraph.
        line: The line in question.
        wrap: `find_wrap` of the text.
        indents: Whether paragraphs of this text begin with an indent.
        indented: Whether all of them do, so that a line without one goes on.
        opens: Whether `line` begins with a numeral or marker that opens something.
    """
    if before.text.endswith(ORDINAL) and not line.after_gap:
        return True  # 第｜二，街道执法队……
    if opens:
        return False
    if indents and line.indented:
        return False
    unfinished = not ends_sentence(before.text) and display_width(before.text) > _LEAST_BROKEN
    if not line.after_gap and (indented or (indents and unfinished and not line.indented)):
        return True
    if wrap is None:
        # A paragraph that breaks after a comma was broken by hand (seen on government pages).
        return (
            before.text[-1] in "，、,（(《“"
            and not line.after_gap
            and display_width(before.text) > _LEAST_BROKEN
        )
    parted = line.after_gap and (ends_sentence(before.text) or not wrap.is_full(before))
    if parted:
        return False
    if not wrap.is_full(before):
        return before.text[-1] in "，、,"
    if not ends_sentence(before.text):
        return True
    # A full line that ends with a stop: with indents the next paragraph would show one. Without
    # them, a stop falls on the last column by chance far more often than a paragraph ends there.
    return before.text[-1] not in "：:"
