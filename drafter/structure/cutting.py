"""Cuts the paragraphs of the body into headings, items and body text.

Which numerals number something is decided block by block; which level they stand for is decided
over the whole document and then chapter by chapter, since offices number as they like.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from drafter.model import Role
from drafter.structure.headings import (
    HEADING_LIMIT,
    LINE_LIMIT,
    Glue,
    glue,
    has_count,
    has_inner_stop,
    heading_end,
)
from drafter.structure.lines import Block, ends_sentence
from drafter.structure.outline_levels import has_heading_form, heads_numerals, rank, spoiled
from drafter.zh.counted import UNIT_IN_BRACKETS
from drafter.zh.dates import is_date_line
from drafter.zh.heading_text import COLON, COMMA, lost_item
from drafter.zh.numbering import (
    BRACKET,
    BULLET,
    CHAPTER,
    CIRCLE,
    DASH,
    IS,
    MUST,
    NUMBER,
    ORDINAL,
    PART,
    POINTLESS,
    REFERENCE_ENDS,
    SECOND,
    SECTION,
    WEAK_ENDS,
    Mark,
    find_marks,
    mark_at,
)
from drafter.zh.numerals import parse_numeral
from drafter.zh.page import CAPTION, has_cells, is_table_row
from drafter.zh.width import trim

_STOPS = "。！？；;!?：:"
_COMMAS = "，,、"
_CLOSERS = "”’」』）)》\"'"
_HEADING_STYLES = (PART, CHAPTER, SECTION, NUMBER, BRACKET, CIRCLE)
_WORDED = (IS, ORDINAL)
"""Numerals that are words of a sentence as well: 一是…, 第一，…"""
_NO_LEVEL = (CIRCLE, BULLET, DASH)
"""Styles of automatic numerals that leave the level of a line to its outline level."""
_LEAST_ITEM = 8
_LONGEST_REST_OF_CELL = 12
"""Characters of a line that is the rest of a cell above it."""
_ITEMS_A_HEADING = 3
"""Numbered lines to one with a heading; among more of them it is an item that says more."""
_FEWEST_AHEAD = 2
"""Lines that look like headings before the first part; one alone may be anything."""
_LEAD_LIMIT = 16
"""Code points of a line with a colon that heads a part (工作做法与亮点：); longer ones lead in."""
BARE = -1
"""Style of a heading without a numeral."""


class Cut(Struct, frozen=True):
    """A stretch of a block with its role; `marker` and `style` None without a numeral."""

    block: int
    start: int
    end: int
    role: Role
    level: int | None = None
    marker: str | None = None


class _Segment(Struct, frozen=True):
    """What a mark governs: from the mark to the next one or the block's end."""

    block: int
    start: int
    body: int  # where the words after the mark begin
    end: int
    style: int
    number: int | None
    leads: bool  # stands at the beginning of its block


def _start_of(segment: _Segment) -> int:
    return segment.start


def _boundary(text: str, position: int) -> str:
    """What stands before a position: `start`, `stop`, `comma`, `blank` or `word`."""
    if position == 0:
        return "start"
    before = text[position - 1]
    if before in " \t　":
        earlier = position - 1
        while earlier > 0 and text[earlier] in " \t　":
            earlier -= 1
        return "stop" if text[earlier] in _STOPS else "blank"
    if before in _CLOSERS and position > 1 and text[position - 2] in _STOPS:
        return "stop"
    if before in _STOPS:
        return "stop"
    return "comma" if before in _COMMAS else "word"


class _Candidate(Struct, frozen=True):
    """A mark that may number something, and what speaks for it.

    Attributes:
        text: Of its block.
        where: What stands before it, as `_boundary` says.
        opens: Whether it is a first one and the second comes later in the block.
        after: Whether it goes on with the last one of its style in the block.
        taken: The marks accepted before it in the block.
    """

    text: str
    mark: Mark
    where: str
    opens: bool
    after: bool
    taken: Sequence[Mark]

    @property
    def is_in_row(self) -> bool:
        """Whether its neighbours in the block count on with it."""
        return self.opens or self.after

    @property
    def is_behind_heading(self) -> bool:
        """Whether only a heading without a stop stands between it and the heading's numeral."""
        return _follows_heading(self.text, self.mark, self.taken)


class _Acceptor:
    """Decides which marks number something; knows the last number of each style so far."""

    def __init__(self, firsts: Container[int] = ()) -> None:
        """For blocks of which these begin with a 第一， that a later one goes on with."""
        self.last: dict[int, int] = {}
        self._firsts = firsts

    def accept(self, block: Block, index: int) -> list[Mark]:
        """The marks of a block that begin a heading or an item."""
        marks = [self._with_point(block, m) for m in find_marks(block.text)]
        # A style's later numbers in the same block: a lone 1. in running text numbers nothing.
        follow = {(m.style, m.number) for m in marks}
        taken: list[Mark] = []
        restart: dict[int, int] = {}
        for mark in marks:
            opens = mark.number == 1 and (mark.style, 2) in follow
            opens = opens or (mark.start == 0 and mark.style == ORDINAL and index in self._firsts)
            after = mark.style in restart and mark.number == restart[mark.style] + 1
            where = _boundary(block.text, mark.start)
            if self._numbers(_Candidate(block.text, mark, where, opens, after, taken)):
                taken.append(mark)
                if mark.number is not None:
                    self.last[mark.style] = restart[mark.style] = mark.number
        return taken

    def _with_point(self, block: Block, mark: Mark) -> Mark:
        """A number without its point as a NUMBER where it opens a block in its neighbours' row."""
        goes_on = mark.number == 1 or mark.number in (
            self.last.get(NUMBER, 0) + 1,
            self.last.get(NUMBER, 0) + 2,
        )
        if (
            mark.style == POINTLESS
            and mark.start == 0
            and goes_on
            and len(block.text) > _LEAST_ITEM
        ):
            return replace(mark, style=NUMBER)
        return mark

    def _numbers(self, seen: _Candidate) -> bool:  # noqa: PLR0911 -- one line a way of numbering
        text, mark, where, style = seen.text, seen.mark, seen.where, seen.mark.style
        if style == POINTLESS or (mark.end >= len(text) and mark.start > 0):
            return False
        if style == ORDINAL:
            return _is_ordinal_item(seen)
        goes_on = mark.number == self.last.get(style, 0) + 1
        if where == "start":
            # 三：… and 三 … open a chapter where 二 was the last one; elsewhere they are remarks.
            weak = text[mark.start : mark.end].rstrip()[-1:] in WEAK_ENDS
            return style != CHAPTER or not weak or goes_on
        if style in (BULLET, DASH):
            return False
        if style in (PART, CHAPTER):
            # 一. and 一, are taken at a line's start only; in running text they are slips or lists.
            numbered = style == PART or "、" in text[mark.start : mark.end]
            return goes_on and numbered and (where in ("stop", "blank") or style == PART)
        if style == SECTION:
            return self._is_section(seen)
        if style == IS:
            return _is_is_item(seen)
        if style == CIRCLE:
            return where != "word" or seen.is_in_row
        glued = where == "word" and seen.opens and seen.is_behind_heading
        return (where in ("stop", "blank") and seen.is_in_row) or glued

    def _is_section(self, seen: _Candidate) -> bool:
        text, mark, where = seen.text, seen.mark, seen.where
        complete = (
            text[mark.start] in "（(〔【［[㈠㈡㈢㈣㈤㈥㈦㈧㈨"
            and text[mark.end - 1] in "）)〕】］] 　、㈠㈡㈢㈣㈤㈥㈦㈧㈨"
        )
        goes_on = mark.number == self.last.get(SECTION, 0) + 1
        if where in ("stop", "blank"):
            return complete or goes_on
        if where != "word" or text[mark.start - 1] in REFERENCE_ENDS:
            return False
        return complete and (seen.is_behind_heading or (goes_on and mark.number != 1))


def _is_is_item(seen: _Candidate) -> bool:
    # 要 may be a verb of the sentence before, and 1是 the end of a figure; in a row both count.
    weak = seen.text[seen.mark.end - 1] == MUST or seen.text[seen.mark.start].isdigit()
    if weak and not seen.is_in_row:
        return False
    if seen.where in ("stop", "blank"):
        return True
    if seen.where == "comma":
        return seen.is_in_row
    return seen.where == "word" and seen.opens and seen.is_behind_heading


def _is_ordinal_item(seen: _Candidate) -> bool:
    if seen.where not in ("start", "stop"):
        return False
    number = seen.mark.number
    return seen.is_in_row or number is None or (seen.where == "start" and number > 1)


def _follows_heading(text: str, mark: Mark, taken: Sequence[Mark]) -> bool:
    """Whether only a heading without a stop stands between the mark and the numeral before it."""
    if (
        not taken
        or taken[-1].style not in (PART, CHAPTER, SECTION, NUMBER)
        or taken[-1].style >= mark.style
    ):
        return False
    if not 2 <= mark.start - taken[-1].end <= HEADING_LIMIT:  # noqa: PLR2004
        return False
    return not any(c in _STOPS for c in text[taken[-1].end : mark.start])


@lru_cache(maxsize=8)
def _lost_is(verbs: tuple[str, ...]) -> re.Pattern[str]:
    return lost_item(verbs)


def _restore_lost(
    block: Block, marks: list[Mark], before: int | None, pattern: re.Pattern[str]
) -> list[Mark]:
    """The marks of a block with items put in whose 是 was lost.

    Args:
        block: The paragraph.
        marks: Its accepted marks.
        before: Number of the last 是 item of the block before, if that one was the last mark there.
        pattern: `_lost_is`.
    """
    out = list(marks)
    starts = [m.start for m in out]
    for found in pattern.finditer(block.text):
        number = parse_numeral(found.group(1))
        earlier = bisect_left(starts, found.start())
        later = bisect_right(starts, found.start())
        last = out[earlier - 1] if earlier else None
        previous = (last.number if last.style == IS else None) if last else before
        if number is None or previous is None or number != previous + 1:
            continue
        if later < len(out) and out[later].style == IS and out[later].number == number:
            continue
        out.insert(later, Mark(found.start(), found.end(), IS, number))
        starts.insert(later, found.start())
    return out


def _segments(
    blocks: Sequence[Block], words: Mapping[str, tuple[str, ...]], rows: frozenset[int]
) -> list[list[_Segment]]:
    acceptor = _Acceptor(_firsts(blocks))
    lost = _lost_is(words["heading_verbs"])
    out: list[list[_Segment]] = []
    trailing: int | None = None
    for index, block in enumerate(blocks):
        if index in rows:
            out.append([])  # 9.7万 in a cell of its own is no item
            continue
        marks = _restore_lost(block, acceptor.accept(block, index), trailing, lost)
        last = trim(block.text)[1]
        marks = [m for m in marks if m.end < last or m.start == 0]
        trailing = marks[-1].number if marks and marks[-1].style == IS else None
        ends = [*(m.start for m in marks[1:]), len(block.text)] if marks else []
        out.append(
            [
                _Segment(index, m.start, m.end, end, m.style, m.number, m.start == 0)
                for m, end in zip(marks, ends, strict=True)
            ]
        )
    return _in_one_count(out)


def _firsts(blocks: Sequence[Block]) -> set[int]:
    """The blocks that begin with 第一， where a later one begins with 第二，."""
    out: set[int] = set()
    first = None
    for index, block in enumerate(blocks):
        mark = mark_at(block.text)
        if mark is None or mark.style != ORDINAL:
            continue
        if mark.number == 1:
            first = index
        elif mark.number == SECOND and first is not None:
            out.add(first)
    return out


def _in_one_count(rows: list[list[_Segment]]) -> list[list[_Segment]]:
    """The segments of 第一部分, 二、, 三、 in one style: both ways of numbering share one count.

    Where parts hold chapters, one of the two counts begins anew.
    """
    leads = [row[0] for row in rows if row and row[0].leads and row[0].style in (PART, CHAPTER)]
    is_mixed = len({segment.style for segment in leads}) > 1
    if not is_mixed or [s.number for s in leads] != list(range(1, len(leads) + 1)):
        return rows
    return [[replace(s, style=CHAPTER) if s.style == PART else s for s in row] for row in rows]


class Cutter:
    """Cuts blocks by their marks.

    Args:
        blocks: The paragraphs.
        words: The word lists.
        is_part_title: Whether words head a mandated part.
        rows: The blocks that are known to be rows of a table, by index.
    """

    def __init__(
        self,
        blocks: Sequence[Block],
        words: Mapping[str, tuple[str, ...]],
        is_part_title: Callable[[str], bool],
        rows: frozenset[int] = frozenset(),
    ) -> None:
        self.blocks = blocks
        self.finder: Glue = glue(words)
        self.is_part_title = is_part_title
        self.leads_in = words["leads_in"]
        self.segments = _segments(blocks, words, rows)
        self.rows: dict[int, bool] = dict.fromkeys(rows, True)
        styled = self._styled()
        for index in styled:
            self.segments[index] = []
        bare = {i for i in range(len(blocks)) if i in styled or self._is_bare_heading(i)}
        self.bare = frozenset(bare)
        self.bare_parts = frozenset(i for i in self.bare if is_part_title(blocks[i].text))
        self.top = self._top_style(styled)
        self.levels = self._levels(styled)

    def cut(self) -> list[Cut]:
        """The blocks, cut; text before the first heading has role `preamble`."""
        out: list[Cut] = []
        for first, end in self._chapters():
            out.extend(self._cut_chapter(first, end))
        return out

    # ------------------------------------------------------------ the document

    def _styled(self) -> dict[int, int]:
        """Outline level by block of the headings that only such a level tells."""
        levels = {i: block.level for i, block in enumerate(self.blocks) if block.level}
        styled = {i: level for i, level in levels.items() if self._is_styled_heading(i)}
        numbered = [i for i in levels if i not in styled and self.segments[i]]
        prose = levels.keys() - styled.keys() - set(numbered)
        heads = [*styled.values(), *(levels[i] for i in numbered)]
        useless = spoiled(heads, (levels[i] for i in prose))
        return {i: level for i, level in styled.items() if level not in useless}

    def _is_styled_heading(self, index: int) -> bool:
        """A short line with an outline level, whose level no numeral tells."""
        block, row = self.blocks[index], self.segments[index]
        if not block.level or index + 1 >= len(self.blocks) or self._is_row(index):
            return False
        if row and not (len(row) == 1 and row[0].style in _NO_LEVEL and block.lead >= row[0].body):
            return False
        return has_heading_form(block.text[block.lead :])

    def _numbered(self, *styles: int) -> list[tuple[int, int]]:
        """Block and outline level of the lines that begin with a numeral of these styles."""
        leads = (s for row in self.segments for s in row[:1] if s.leads and s.style in styles)
        return [(s.block, self.blocks[s.block].level) for s in leads]

    def _levels(self, styled: Mapping[int, int]) -> dict[int, int]:
        """Levels of the headings that only an outline level tells, by block."""
        if not styled:
            return {}
        chapters = [level for _, level in self._numbered(self.top)]
        chapters += [self.blocks[i].level for i in self.bare_parts]
        return rank(styled, chapters, [level for _, level in self._numbered(*_HEADING_STYLES)])

    def _top_style(self, styled: Mapping[int, int]) -> int:
        """The style that numbers chapters: the highest in use; BARE if bare lines name parts."""
        present = {s.style for row in self.segments for s in row}
        leading = {s.style for row in self.segments for s in row if s.leads}
        for style in (PART, CHAPTER):
            if style in present:
                return style
        if self.bare_parts or (styled and heads_numerals(styled, self._numbered(SECTION, NUMBER))):
            return BARE
        if SECTION in present:
            return SECTION
        if NUMBER in leading:
            return NUMBER
        return BARE

    def _is_chapter(self, segment: _Segment) -> bool:
        return segment.style == self.top and self._heading_end(segment) is not None

    def _heading_end(self, segment: _Segment) -> int | None:
        if self._is_counted_heading(segment):
            return segment.end
        text = self.blocks[segment.block].text
        end = heading_end(text, segment.body, segment.end, self.finder)
        # 第三，执法队伍｜整合之后磨合不够: what words count is a sentence with its subject.
        is_torn = end is not None and end < segment.end and text[end - 1] not in _STOPS
        return None if is_torn and segment.style in _WORDED else end

    def _is_counted_heading(self, segment: _Segment) -> bool:
        """Whether a line with a number is a heading all the same: （三）深化改革，12个乡镇完成赋权.

        It has the line to itself, no stop, and a paragraph of prose below it.
        """
        text, after = self.blocks[segment.block].text, segment.block + 1
        return (
            segment.style == SECTION
            and segment.leads
            and segment.end == len(text)
            and len(text) - segment.body <= HEADING_LIMIT
            and text[-1:] not in _STOPS + _COMMAS
            and has_count(text[segment.body :])
            and after < len(self.blocks)
            and not self.segments[after]
            and ends_sentence(self.blocks[after].text)
            and len(self.blocks[after].text) > len(text)
            and not self._is_row(after)
        )

    def _is_bare_chapter(self, index: int) -> bool:
        if index not in self.bare:
            return False
        if index in self.bare_parts or index in self.levels:
            return index in self.bare_parts or self.levels[index] == 1
        return self.top == BARE and not self.bare_parts and not self.levels

    def _is_row(self, index: int) -> bool:
        """Whether a block is a row of a table, or the head of one: cells right above a row."""
        # A text on one line is a single block that is asked for at each of its numerals.
        if index not in self.rows:
            self.rows[index] = self._has_row_form(index)
        return self.rows[index]

    def _has_row_form(self, index: int) -> bool:
        if is_table_row(self.blocks[index].text):
            return True
        if self._is_wrapped_cell(index):
            return True
        after, next_but_one = (
            self.blocks[i].text if i < len(self.blocks) else "" for i in (index + 1, index + 2)
        )
        text = self.blocks[index].text
        if CAPTION.match(text) and not ends_sentence(text):
            return is_table_row(after) or (has_cells(after) and is_table_row(next_but_one))
        return has_cells(text) and is_table_row(after)

    def _is_wrapped_cell(self, index: int) -> bool:
        """Whether a short line between two rows is the rest of a cell: （万元） below its name."""
        if not 0 < index < len(self.blocks) - 1:
            return False
        text = self.blocks[index].text.strip()
        return (
            len(text) <= _LONGEST_REST_OF_CELL
            and UNIT_IN_BRACKETS.search(text) is not None
            and mark_at(text) is None
            and not ends_sentence(text)
            and is_table_row(self.blocks[index - 1].text)
            and is_table_row(self.blocks[index + 1].text)
        )

    def _is_bare_heading(self, index: int) -> bool:  # noqa: PLR0911 -- one line a reason
        """A short line without numeral and stop, with prose or another heading after it."""
        text = self.blocks[index].text
        if self.segments[index] or len(text) > HEADING_LIMIT or len(text) < 4:  # noqa: PLR2004
            return False
        leads_in = text[:-1].endswith(self.leads_in)
        if (
            text[-1] in "：:"
            and len(text) <= _LEAD_LIMIT
            and self.is_part_title(text)
            and not leads_in
        ):
            return index + 1 < len(self.blocks)
        if ends_sentence(text) or has_inner_stop(text) or has_count(text) or self._is_row(index):
            return False
        if text[-1] in "，、," or is_date_line(text):
            return False
        if index + 1 >= len(self.blocks):
            return False
        after = self.blocks[index + 1].text
        if ends_sentence(after) or self.segments[index + 1] or len(after) > len(text):
            return True
        return self.is_part_title(text)

    def _chapters(self) -> list[tuple[tuple[int, int], tuple[int, int]]]:
        """Stretches (block, position) … (block, position), each beginning at a chapter heading."""
        starts = [(0, 0)]
        for index, row in enumerate(self.segments):
            if self._is_bare_chapter(index):
                starts.append((index, 0))
            starts.extend((index, s.start) for s in row if self._is_chapter(s))
        starts = sorted({*starts, *self._lost_first()})
        return list(zip(starts, [*starts[1:], (len(self.blocks), 0)], strict=True))

    def _lost_first(self) -> list[tuple[int, int]]:
        """Where the sections of a first chapter begin whose own heading is missing.

        Offices write 1、 … 6、 and then 二、: the sections stand where 一、 ought to; without it
        they would be read as one long preamble.
        """
        if self.top == BARE and self.bare_parts:
            ahead = sorted(i for i in self.bare if i < min(self.bare_parts))
            return [(ahead[0], 0)] if len(ahead) >= _FEWEST_AHEAD else []
        first = next((s for row in self.segments for s in row if self._is_chapter(s)), None)
        if first is None or first.number != SECOND:
            return []
        before = [s for row in self.segments[: first.block] for s in row]
        for style in (SECTION, NUMBER):
            mine = [s for s in before if s.style == style and self._has_section_form(s)]
            if [s.number for s in mine[:SECOND]] == [1, SECOND]:
                return [(mine[0].block, mine[0].start)]
        return []

    # -------------------------------------------------------------- a chapter

    def _cut_chapter(self, first: tuple[int, int], end: tuple[int, int]) -> list[Cut]:
        rows = self._rows(first, end)
        head = rows[0][2][0] if rows and rows[0][2] and rows[0][2][0].start == first[1] else None
        opens = bool(head and self._is_chapter(head)) or (
            self._is_bare_chapter(first[0]) and first[1] == 0
        )
        if not opens and first != (0, 0):
            head, opens = None, True  # the sections of a chapter without heading
        second = self._second_style(rows, head) if opens else None
        strays = self._strays(rows, head, second)
        siblings = [s for _, _, row in rows for s in row if s.style == second and s is not head]
        headed = sum(map(self._has_section_form, siblings))
        # A sentence without body is a section only among sections: most of its neighbours have one.
        among = 2 * headed > len(siblings)
        out: list[Cut] = []
        for index, (start, stop), row in rows:
            position = start
            for segment in row:
                out += self._plain(index, position, segment.start, opens=opens)
                if (segment.block, segment.start) in strays:
                    out += self._as_heading(segment, 2, self._heading_end(segment) or segment.end)
                else:
                    out += self._cut_segment(
                        segment, second, is_head=segment is head and opens, among=among
                    )
                position = segment.end
            out += self._plain(index, position, stop, opens=opens, second=second)
        return out

    def _rows(
        self, first: tuple[int, int], end: tuple[int, int]
    ) -> list[tuple[int, tuple[int, int], list[_Segment]]]:
        out = []
        for index in range(first[0], min(end[0] + 1, len(self.blocks))):
            start = first[1] if index == first[0] else 0
            stop = end[1] if index == end[0] else len(self.blocks[index].text)
            if start < stop:
                own = self.segments[index]
                low, high = (bisect_left(own, at, key=_start_of) for at in (start, stop))
                row = [s if s.end <= stop else replace(s, end=stop) for s in own[low:high]]
                out.append((index, (start, stop), row))
        return out

    def _second_style(
        self, rows: Sequence[tuple[int, tuple[int, int], list[_Segment]]], head: _Segment | None
    ) -> int | None:
        """The style that numbers the sections of a chapter, None if nothing does."""
        segments = [s for _, _, row in rows for s in row if s is not head]
        ranks = [s for s in (CHAPTER, SECTION, NUMBER, BRACKET, BULLET) if s > self.top]
        if self._is_slip(segments):
            return NUMBER
        for style in ranks:
            if any(s.style == style and (s.leads or style == SECTION) for s in segments):
                # 1. sentences right under a chapter are items unless one has a heading of its own.
                mine = [s for s in segments if s.style == style]
                return style if style == SECTION or self._are_headed(mine) else None
        if any(index in self.bare and self.blocks[index].text for index, _, _ in rows[1:]):
            return BARE
        if not self.is_part_title(self._head_text(rows, head)):
            return None
        return next((s for s in _WORDED if self._is_worded(segments, s)), None)

    def _is_worded(self, segments: Sequence[_Segment], style: int) -> bool:
        """Whether 一是 or 第一， number sections."""
        listed = [s for s in segments if s.style == style]
        # Several in one paragraph are a list: 一是 alone would be a section, the others its body.
        led = {s.block for s in listed if s.leads}
        return not any(s.block in led for s in listed if not s.leads) and any(
            map(self._has_section_form, listed)
        )

    def _are_headed(self, numbered: Sequence[_Segment]) -> bool:
        """Whether lines with a numeral have headings: one of a few words, or more than every third.

        4.修订细则，启用平台。深化公开。 among items of one sentence only has more to say than they.
        """
        headed = [s for s in numbered if self._has_section_form(s)]
        if _ITEMS_A_HEADING * len(headed) > len(numbered):
            return True
        texts = (self.blocks[s.block].text[s.body : self._heading_end(s) or s.end] for s in headed)
        return any(not COMMA.search(text) for text in texts)

    def _strays(
        self,
        rows: Sequence[tuple[int, tuple[int, int], list[_Segment]]],
        head: _Segment | None,
        second: int | None,
    ) -> frozenset[tuple[int, int]]:
        """Sections numbered in another way than their neighbours: 3、 between （二） and （四）.

        Such a numeral goes on with the count of the sections, and none of its own style stands
        between it and the section before. Offices also count their items on through all sections
        (（一） 1. 2. （二） 3. 4. （三） …): there the numeral goes on with the items before it, or
        the next section bears its number.
        """
        if second not in (SECTION, NUMBER):
            return frozenset()
        segments = [s for _, _, row in rows for s in row if s is not head]
        following = [s.number for s in segments if s.style == second]
        passed = 0
        out = set()
        last, between = 0, False
        counted: dict[int, int | None] = {}
        for segment in segments:
            number = segment.number
            if segment.style == second:
                last, between = number or last, False
                passed += 1
            elif segment.style in (SECTION, NUMBER, BRACKET):
                ahead = following[passed] if passed < len(following) else None
                fits = last > 0 and number == last + 1 and not between
                fits = fits and counted.get(segment.style) != last
                fits = fits and (ahead is None or ahead > last + 1)
                if fits and self._has_section_form(segment):
                    out.add((segment.block, segment.start))
                    last = number or last
                else:
                    between = True
                    counted[segment.style] = number
        return frozenset(out)

    def _is_slip(self, segments: Sequence[_Segment]) -> bool:
        """Whether a lone （三） among 1. 2. 4. 5. is one of them written in another way."""
        strays = [s for s in segments if s.style == SECTION]
        numbers = [
            s for s in segments if s.style == NUMBER and s.leads and self._has_section_form(s)
        ]
        known = {s.number for s in numbers}
        return (
            len(strays) == 1
            and len(numbers) > 1
            and strays[0].number not in known | {1}
            and 1 in known
        )

    def _head_text(
        self, rows: Sequence[tuple[int, tuple[int, int], list[_Segment]]], head: _Segment | None
    ) -> str:
        if head is None:
            return self.blocks[rows[0][0]].text if rows else ""
        return self.blocks[head.block].text[head.body : self._heading_end(head)]

    def _has_section_form(self, segment: _Segment) -> bool:
        """A heading sentence at the beginning of a line, and body after it."""
        if not segment.leads:
            return False
        end = self._heading_end(segment)
        text = self.blocks[segment.block].text
        if end is None:
            return False
        if has_count(text[segment.body : end]):
            return self._is_counted_heading(segment)
        if end < segment.end:
            return True
        row = self.segments[segment.block]
        after_it = bisect_left(row, segment.end, key=_start_of)
        follower = row[after_it] if after_it < len(row) else None
        if follower is not None:
            return follower.style != segment.style  # of the same style: a list in one line
        after = segment.block + 1
        return not ends_sentence(text) and after < len(self.blocks)

    # -------------------------------------------------------------- a segment

    def _cut_segment(
        self, segment: _Segment, second: int | None, *, is_head: bool, among: bool
    ) -> list[Cut]:
        end = self._heading_end(segment)
        if is_head and end is not None:
            return self._as_heading(segment, 1, end)
        slip = second == NUMBER and segment.style == SECTION
        if (
            (segment.style == second or slip)
            and end is not None
            and (second not in _WORDED or segment.leads)
        ):
            text = self.blocks[segment.block].text
            whole = end == len(text) and end - segment.body <= HEADING_LIMIT
            whole = whole and (among or not ends_sentence(text))
            if (
                segment.style in (SECTION, CHAPTER)
                or whole
                or self._has_section_form(segment)
                or not segment.leads
            ):
                return self._as_heading(segment, 2, end)
            return self._as_item(segment)
        if segment.style in _HEADING_STYLES and self._stands_alone(segment, end):
            level = self._level(segment.style, second)
            return self._as_heading(segment, level, segment.end)
        return self._as_item(segment)

    def _level(self, style: int, second: int | None) -> int:
        """3 for the style below the sections', 4 for what is below that."""
        base = second if second is not None and second >= 0 else max(self.top, CHAPTER)
        return 3 if style <= max(base + 1, NUMBER) else 4

    def _stands_alone(self, segment: _Segment, end: int | None) -> bool:
        """Whether a numbered line is a heading by itself: short, no stop, no count, prose next."""
        text = self.blocks[segment.block].text
        if (
            not segment.leads
            or segment.end != len(text)
            or end != len(text)
            or len(text) > LINE_LIMIT
        ):
            return False
        if has_count(text) or (ends_sentence(text) and len(text) > HEADING_LIMIT):
            return False
        after = segment.block + 1
        if after >= len(self.blocks):
            return False
        follows_prose = not self.segments[after] or not self.segments[after][0].leads
        deeper = bool(self.segments[after]) and self.segments[after][0].style > segment.style
        return (follows_prose or deeper) and (not ends_sentence(text) or follows_prose)

    def _as_heading(self, segment: _Segment, level: int, end: int) -> list[Cut]:
        marker = self._marker(segment)
        if level == 1:
            end = self._before_colon(segment, end)
        out = [Cut(segment.block, segment.start, end, "heading", level, marker)]
        return out + self._plain(segment.block, end, segment.end, opens=True)

    def _before_colon(self, segment: _Segment, end: int) -> int:
        """二、存在的不足：执法力量不足。 is a part's name and its body."""
        text = self.blocks[segment.block].text
        colon = COLON.search(text, segment.body, end - 1)
        named = colon is not None and self.is_part_title(text[segment.body : colon.start()])
        return colon.end() if colon and named and end - colon.end() > _LEAST_ITEM else end

    def _as_item(self, segment: _Segment) -> list[Cut]:
        return [Cut(segment.block, segment.start, segment.end, "item", None, self._marker(segment))]

    def _marker(self, segment: _Segment) -> str:
        return self.blocks[segment.block].text[segment.start : segment.body].strip(" \t　")

    def _plain(
        self, index: int, start: int, end: int, *, opens: bool, second: int | None = None
    ) -> list[Cut]:
        a, b = trim(self.blocks[index].text[start:end])
        if a == b:
            return []
        a, b = start + a, start + b
        text = self.blocks[index].text
        if not opens:
            return [Cut(index, a, b, "preamble")]
        if self._is_row(index):
            return [Cut(index, a, b, "table")]
        if index in self.bare and (a, b) == (0, len(text)):
            level = 1 if self._is_bare_chapter(index) else 2 if second in (BARE, None) else 3
            level = level if index in self.bare_parts else self.levels.get(index, level)
            return [Cut(index, a, b, "heading", level)]
        return [Cut(index, a, b, "body")]
