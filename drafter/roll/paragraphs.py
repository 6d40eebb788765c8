"""A passage of last year becomes paragraphs: words carried on, blanks, quotations, remarks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from drafter.model import DraftParagraph, Field, Figure, Inline, NoteItem, Passage, Stale, Text
from drafter.roll.compared import Other, columns_before, over_years, years_before
from drafter.roll.deeds import (
    Stretch,
    case_spans,
    find_deeds,
    honours_in,
    merged,
    told_apart,
    without_names,
)
from drafter.roll.fields import (
    BLANK,
    Prior,
    blank,
    figure_field,
    shown_of_last_year,
    shown_of_years,
    unit_span,
)
from drafter.roll.ground import Ground
from drafter.roll.notes import (
    claim_item,
    comparison_item,
    leftover_item,
    notes_of,
    stale_item,
    stale_items,
    year_item,
)
from drafter.roll.retold import (
    Cuts,
    clauses_of,
    is_of_last_year,
    names_what_was,
    tells_what_was,
    without_joint,
)
from drafter.roll.years import YearEdit, column_edits, year_edits
from drafter.zh.claims import (
    find_claims,
    find_denials,
    find_small_counts,
    find_standings,
    find_trends,
)
from drafter.zh.dates import CONSTITUTION_DAY_BEFORE, is_constitution_day
from drafter.zh.left_open import LEFT_TO
from drafter.zh.matters import (
    OF_YEARS,
    RANK_AFTER,
    RANK_BEFORE,
    find_companies,
    find_considered,
    find_plain_values,
    find_projects,
    find_ranks,
)
from drafter.zh.numbering import IS, LONE_NUMERALS, ORDINAL, SECTION, mark_at
from drafter.zh.numerals import with_ordinal
from drafter.zh.own_marks import PAPER, PLACE, SERIAL, SESSION, WHEN, YEARS
from drafter.zh.promises import (
    AHEAD,
    DUE_NEXT,
    LEADS_ONLY,
    OF_WHAT,
    ONLY_DONE,
    STILL_DUE,
    STILL_OPEN,
    TELLS_SIZE,
    TO_COME,
)
from drafter.zh.prompts import LAST_YEAR, PLAN, PRACTICE, PROMISE, TABLE, TABLE_OF_PLAN, Asking
from drafter.zh.quantities import level, with_points
from drafter.zh.sentences import sentences
from drafter.zh.spans import Spans, has_between
from drafter.zh.table_rows import as_clauses
from drafter.zh.width import is_blank
from drafter.zh.year_context import INTRODUCES, ONLY_IN_FORCE, is_part_of_year

_PROMISES = (AHEAD, STILL_DUE, DUE_NEXT, LEFT_TO)
_WITHIN_A_BLANK = str.maketrans("〔〕", "［］")
"""The brackets of a document's number, which would end the blank that shows it."""
_YEARS_AHEAD = 5
"""So many years ahead at most something is left for."""
_STOPS = "。！？!?"
_ENDS = _STOPS + "；;"
_TRAILING = "，,；;、"
_LEAST_KEPT = 8
"""Code points that make a clause of their own between two that were taken out."""
_NEAR = 8
"""Code points before a blank in which a word of rise or fall is about it."""
_RANK_NEAR = 16
"""Code points before a place in which 由 makes it the one held before."""
_EARLIER_SHOWN = 2
"""Earlier values that a blank shows beside last year's; the workbook has them all."""


class _Edit(Struct, frozen=True):
    """A stretch of a passage that is not carried as it is; a blank has no tag before it is used."""

    start: int
    end: int
    inline: Inline


class _Turned(Struct, frozen=True):
    """A passage with all that becomes of it, found once for all its stretches.

    Attributes:
        passage: Of last year.
        years: What becomes of its year numbers, in order.
        edits: Its figures, meetings, dates and years, in order.
    """

    passage: Passage
    years: Sequence[YearEdit]
    edits: Sequence[_Edit]


class Roller:
    """Rolls passages forward; numbers the blanks it makes, so that one serves one draft."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._blanks = 0

    def next_blank(self, title: str, placeholder: str = BLANK) -> Field:
        """A blank with a tag of its own."""
        return self._tagged(blank("", title, placeholder))

    def _tagged(self, field: Field) -> Field:
        self._blanks += 1
        return replace(field, tag=f"B{self._blanks:03d}")

    @property
    def year(self) -> int:
        """The year that last year's report is on."""
        return self.ground.year - self.ground.by

    @property
    def prior(self) -> Prior:
        """How last year's values are called."""
        return Prior(self.year, self.ground.by)

    # ------------------------------------------------------------------ headings

    def heading(self, passage: Passage) -> tuple[tuple[Inline, ...], tuple[NoteItem, ...]]:
        """A heading without numeral and stop, years moved on, figures blanked; and its doubts."""
        start = _marker_length(passage)
        start += len(passage.text[start:]) - len(passage.text[start:].lstrip())
        end = len(passage.text.rstrip(" \t　").rstrip("。.；;：:，,"))
        whole = Stretch(start, max(start, end), is_deed=False)
        turned = self._turned(passage, heading=True)
        inlines = self._apply(turned, whole)
        items = [year_item(edit) for edit in turned.years if edit.reason and not edit.is_blank]
        items += [
            stale_item(hit) for hit in self.ground.stale.get(passage.id, ()) if hit.kind != "year"
        ]
        honours = honours_in(passage.text[start:end], self.ground.knowledge.words)
        if honours and passage.part != "plans":
            items.append(claim_item(honours))
        return tuple(_joined(inlines)), tuple(items)

    # ---------------------------------------------------------------------- body

    def carry(
        self,
        passage: Passage,
        *,
        asks: Asking = PRACTICE,
        asked: Sequence[tuple[int, int]] = (),
        keeps_numeral: bool = False,
    ) -> list[DraftParagraph]:
        """A passage as paragraphs: what recurs carried on, what was done once quoted and asked for.

        Args:
            passage: Of last year.
            asks: How what was done once is quoted and asked for.
            asked: Further stretches that must not be carried on.
            keeps_numeral: Whether the answer to all of it begins with its numeral.
        """
        if passage.id in self.ground.tables:
            return [self._row(passage)]
        if passage.role == "table":
            return self._rows(passage, TABLE_OF_PLAN if asks == PLAN else TABLE)
        stretches = self._stretches(passage, asked)
        turned = self._turned(passage)
        deeds = list(self._asked_for(passage, stretches, asks))
        kept = [
            s.start
            for s in stretches
            if not s.is_deed and not is_blank(passage.text[s.start : s.end].strip("，,；;。"))
        ]
        if not kept:
            # The items around it keep theirs: an answer without its 二是 would tear the row.
            numeral = _section_numeral(passage) if keeps_numeral else ""
            leads = [_item_numeral(passage, s) for s, _ in deeds]
            return [
                self._asked(turned, s, how, lead=lead, begin=lead or ("" if i else numeral))
                for i, ((s, how), lead) in enumerate(zip(deeds, leads, strict=True))
            ]
        # What stood in front of all that is carried on stays there, but for a numeral's item.
        begins = -1 if passage.marker else kept[0]
        out = [self._asked(turned, s, how) for s, how in deeds if s.start < begins]
        out.append(self._carried(turned, stretches))
        return out + [self._asked(turned, s, how) for s, how in deeds if s.start >= begins]

    def _asked_for(
        self, passage: Passage, stretches: Sequence[Stretch], asks: Asking
    ) -> Iterator[tuple[Stretch, Asking]]:
        """The stretches that are asked for; what would still be done is a promise of last year.

        剩余8个将于2025年整改完毕 in the midst of a deed says nothing without it and stays there.
        """
        coming = dict(self._left_for_next(passage)) if asks == PRACTICE else {}
        for s in stretches:
            if not s.is_deed:
                continue
            end = coming.get(s.start, s.start)
            while s.start < end < s.end and passage.text[end] in _TRAILING + "。":
                end += 1
            if end > s.start:
                yield Stretch(s.start, min(end, s.end), is_deed=True), PROMISE
            if end >= s.end:
                continue
            rest = Stretch(max(end, s.start), s.end, is_deed=True)
            if asks == PRACTICE:
                yield from ((part, asks) for part in told_apart(passage.text, rest))
            else:
                yield rest, asks

    def _row(self, passage: Passage) -> DraftParagraph:
        """A row of a table that stays one: its numbers blanked, the years of its head moved on."""
        cells = self.ground.tables[passage.id]
        by, is_head = self.ground.by, passage.id not in self.ground.figures
        years = year_edits(passage.text, self.year, by, passage.part)
        if is_head:
            years = column_edits(passage.text, self.year, by)
        turned = _Turned(passage, years, self._edits(passage, years))
        inlines: list[Inline] = []
        for number, (start, end) in enumerate(cells):
            inlines += [Text("|", carried=True)] if number else []
            inlines += self._apply(turned, Stretch(start, end, is_deed=False))
        whole = Stretch(cells[0][0], cells[-1][1], is_deed=False)
        items = [] if is_head else self._remarks(turned, [whole], inlines)
        return DraftParagraph(
            "carried",
            tuple(_joined(inlines)),
            notes_of(("核对", items)),
            origin=(passage.id,),
            is_row=len(cells) > 1,
        )

    def _rows(self, passage: Passage, asks: Asking) -> list[DraftParagraph]:
        """A row of a table with the rows that are quoted with it; none if it is one of those."""
        group = self.ground.rows[passage.id]
        if not group:
            return []
        whole = Stretch(0, len(passage.text), is_deed=True)
        quote = "｜".join(row.text.strip() for row in group) if len(group) > 1 else None
        asked = self._asked(self._turned(passage), whole, asks, quote=quote)
        return [replace(asked, origin=tuple(row.id for row in group))]

    def _stretches(self, passage: Passage, asked: Sequence[tuple[int, int]]) -> list[Stretch]:
        offset = _marker_length(passage)
        text = with_points(passage.text)
        figures = [
            (f.ref.start - offset, f.ref.end - offset)
            for f in self.ground.figures.get(passage.id, ())
        ]
        found = [
            Stretch(s.start + offset, s.end + offset, s.is_deed)
            for s in find_deeds(text[offset:], figures, self.ground.knowledge.words, self.year)
        ]
        more = [(max(start, offset), end) for start, end in asked]
        found = _with_deeds(found, [*more, *self._still_to_come(passage)], text)
        found = _with_companions(found, figures, offset, text)
        # 下一步，我局计划: who and when go with what they will do.
        counts = [figure.ref.start for figure in self.ground.figures.get(passage.id, ())]
        if len(found) > 1:
            found = [
                Stretch(s.start, s.end, s.is_deed or self._only_leads(passage, s, counts))
                for s in found
            ]
        # What is left between deeds must be able to stand by itself.
        kept = [
            Stretch(s.start, s.end, s.is_deed or _is_splinter(passage.text, s, counts))
            for s in found
        ]
        return merged(kept if any(not s.is_deed for s in kept) else found)

    def _still_to_come(self, passage: Passage) -> list[tuple[int, int]]:
        """What the text outside the plans told would be done: by now it has been."""
        if passage.part == "plans":
            return []
        out = []
        for start, end in sentences(passage.text):
            told = TO_COME.match(level(passage.text[start:end]))
            if told and (told["year"] is None or int(told["year"]) > self.year):
                out.append((start, end))
        return out + self._left_for_next(passage)

    def _left_for_next(self, passage: Passage) -> list[tuple[int, int]]:
        """What clauses outside the plans promised for the year after: 剩余8个将于2025年完成."""
        if passage.part == "plans":
            return []
        flat = with_points(level(passage.text))
        return _disjoint(
            _whole_promise(flat, found.start(), found.end())
            for pattern in (_PROMISES if self._tells_ahead(flat) else _PROMISES[:-1])
            for found in pattern.finditer(flat)
            if found["year"] is None or int(found["year"]) > self.year
        )

    def _tells_ahead(self, flat: str) -> bool:
        """Whether a text has a year to come: without one LEFT_TO, tried everywhere, finds none."""
        return any(str(self.year + n) in flat for n in range(1, _YEARS_AHEAD + 1))

    @staticmethod
    def _only_leads(passage: Passage, stretch: Stretch, counts: Sequence[int]) -> bool:
        if has_between(counts, stretch.start, stretch.end):
            return False  # 排查隐患12处 is no 处 that does something
        words = level(passage.text[stretch.start : stretch.end]).strip(" ,、;")
        return any(form.fullmatch(words) for form in (LEADS_ONLY, OF_WHAT))

    def _carried(self, turned: _Turned, stretches: Sequence[Stretch]) -> DraftParagraph:
        passage = turned.passage
        marker = _marker_length(passage)
        # A numeral that Word counted itself is not in the text; the draft types it.
        numeral = passage.text[:marker] or passage.marker or ""
        if numeral in LONE_NUMERALS:
            numeral += "是"  # 三组织开展: the other items of the row have it
        inlines: list[Inline] = [Text(numeral, carried=True)]
        kept = [s for s in stretches if not s.is_deed]
        begins = [*(s.start for s in kept[1:]), stretches[-1].end]
        for stretch, begin in zip(kept, begins, strict=True):
            inlines += self._apply(turned, stretch)
            # The stop went with the deeds that were taken out.
            inlines = _stopped_as(passage.text[stretch.end : begin], inlines)
        inlines = _stopped(_joined(inlines))
        items = self._remarks(turned, kept, inlines)
        return DraftParagraph(
            "carried", tuple(inlines), notes_of(("核对", items)), origin=(passage.id,)
        )

    def _turned(self, passage: Passage, *, heading: bool = False) -> _Turned:
        by, part = self.ground.by, passage.part
        years = year_edits(passage.text, self.year, by, part, heading=heading)
        return _Turned(passage, years, self._edits(passage, years))

    def _field(
        self, passage: Passage, figure: Figure, other: Other | None, over: str | None
    ) -> Field:
        is_of_years = over is not None and other is None and passage.part != "plans"
        if over is not None and is_of_years:
            shown = shown_of_years(figure, over, self.prior)
        else:
            shown = shown_of_last_year(figure, other, self.prior, passage.part)
        for when, value in self.ground.earlier.get(figure, ())[:_EARLIER_SHOWN]:
            shown += f"，{when}年{value}"
        is_other = other is not None and passage.part != "plans"
        is_other = is_other or is_of_years
        return figure_field(figure, self.ground.tags[figure], shown, is_other=is_other)

    def _edits(self, passage: Passage, years: Sequence[YearEdit]) -> list[_Edit]:
        out: list[_Edit] = []
        figures = self.ground.figures.get(passage.id, ())
        others = years_before(passage.text, figures, self.year)
        if head := self.ground.heads.get(passage.id):
            others |= columns_before(head, passage.text, figures, self.year)
        spans = over_years(passage.text, figures, self.year)
        for figure in figures:
            start, end = unit_span(figure)
            field = self._field(passage, figure, others.get(figure), spans.get(figure))
            if figure.unit and start == end:
                # 百分之百, 两个半小时: who fills the blank writes 98 or 2, and it has to read 98%.
                out.append(_Edit(figure.ref.start, figure.value_end - 1, field))
                out.append(_Edit(figure.value_end - 1, figure.ref.end, Text(figure.unit)))
                continue
            out.append(_Edit(figure.ref.start, start if end > start else figure.ref.end, field))
            if end < figure.ref.end and passage.part != "plans":
                # 95%以上: the approximator after the unit is part of last year's value; in a plan
                # it says that the number is the least that is aimed at.
                out.append(_Edit(end, figure.ref.end, Text("", carried=True)))
        out += self._titles(passage)
        taken = Spans((e.start, e.end) for e in out)
        out += [*self._ordinals(passage, taken), *self._ranks(passage, taken)]
        counted = Spans((e.start, e.end) for e in out)
        aim = "目标" if passage.part == "plans" else ""
        for start, end, name in find_plain_values(passage.text):
            if not counted.meet(start, end):
                shown = f"〔{name}，{self.prior.label}{aim}{passage.text[start:end]}〕"
                out.append(_Edit(start, end, blank("", name, shown)))
        taken = Spans((e.start, e.end) for e in out)
        for edit in years:
            if taken.meet(edit.start, edit.end):
                continue
            if edit.action == "date":
                shown = f"〔{WHEN}，{self.prior.label}{edit.text}〕"
                out.append(_Edit(edit.start, edit.end, blank("", WHEN, shown)))
            elif edit.action == "number":
                shown = f"〔{SERIAL}，{self.prior.label}{edit.text}〕"
                out.append(_Edit(edit.start, edit.end, blank("", SERIAL, shown)))
            elif edit.action == "move":
                out.append(_Edit(edit.start, edit.end, Text(edit.text, carried=True)))
        return sorted(out, key=lambda edit: edit.start)

    def _ordinals(self, passage: Passage, taken: Spans) -> list[_Edit]:
        """Blanks for the number of a meeting; the number of a 国家宪法日 moved on with its year."""
        out: list[_Edit] = []
        for hit in self.ground.stale.get(passage.id, ()):
            a, b = hit.ref.start, hit.ref.end
            if taken.meet(a, b):
                continue
            if hit.phrase == "meeting_no":
                shown = f"〔{SESSION}，{self.prior.label}{hit.text}〕"
                out.append(_Edit(a, b, blank("", SESSION, shown)))
            elif is_constitution_day(hit.text):
                words = with_ordinal(hit.text, self.ground.year - CONSTITUTION_DAY_BEFORE)
                out.append(_Edit(a, b, Text(words, carried=True)))
        return out

    def _ranks(self, passage: Passage, taken: Spans) -> Iterator[_Edit]:
        """Blanks for the places that were taken, and for how many years."""
        text = passage.text
        hits = [h.ref for h in self.ground.stale.get(passage.id, ()) if h.phrase == "streak"]
        aim = "目标" if passage.part == "plans" else ""
        for start, end in find_ranks(text, [(hit.start, hit.end) for hit in hits]):
            if taken.meet(start, end):
                continue
            title = YEARS if text[end : end + 1] in tuple(OF_YEARS) else PLACE
            shown = f"{self.prior.label}{aim}{text[start:end]}"
            if RANK_BEFORE.search(text[max(0, start - _RANK_NEAR) : start]):
                now = RANK_AFTER.match(text, end) if self.ground.by == 1 else None
                shown = f"{self.prior.label}报告为{now['rank']}，请核对" if now else "填此前的"
            yield _Edit(start, end, blank("", title, f"〔{title}，{shown}〕"))

    def _titles(self, passage: Passage) -> Iterator[_Edit]:
        """Blanks for what was deliberated, reviewed and assessed in last year's stead only."""
        if passage.part == "plans":
            return
        standing = self.ground.knowledge.words["law_titles"]
        kinds = self.ground.knowledge.words["company_kinds"]
        projects = list(find_projects(passage.text))
        named = Spans(projects)
        for start, end in find_considered(passage.text, standing):
            if named.meet(start, end):
                continue  # 将《交通规划》、票价调整2项列入目录: one blank for all of them
            titles = passage.text[start:end].translate(_WITHIN_A_BLANK)
            shown = f"〔{PAPER}，{self.prior.label}{titles}〕"
            yield _Edit(start, end, blank("", PAPER, shown))
        for start, end in projects:
            shown = f"〔事项名称，{self.prior.label}{passage.text[start:end]}〕"
            yield _Edit(start, end, blank("", "事项名称", shown))
        for start, end in find_companies(passage.text, kinds):
            shown = f"〔企业名称，{self.prior.label}{passage.text[start:end]}〕"
            yield _Edit(start, end, blank("", "企业名称", shown))

    def _apply(self, turned: _Turned, stretch: Stretch) -> list[Inline]:
        """The words of a stretch with its edits made, the blanks among them numbered."""
        return [
            self._tagged(inline) if isinstance(inline, Field) and not inline.tag else inline
            for inline in _applied(turned.passage.text, stretch, turned.edits)
        ]

    def _asked(  # noqa: PLR0913 -- the words of a prompt, in order
        self,
        turned: _Turned,
        stretch: Stretch,
        asks: Asking,
        *,
        quote: str | None = None,
        lead: str = "",
        begin: str = "",
    ) -> DraftParagraph:
        """上年做法：… 本年：… with a blank beside the words of each figure and one more.

        Args:
            turned: The passage.
            stretch: What is quoted of it.
            asks: How it is asked for.
            quote: What is quoted instead.
            lead: In front of the quotation.
            begin: The numeral with which the answer begins.
        """
        passage = turned.passage
        quote = quote or passage.text[stretch.start : stretch.end].strip().rstrip("，,；;：:。")
        quote = lead + quote
        asked = f"{self._called(asks.label)}：{quote}。{asks.question}：{begin}"
        answer, answered = self._answer(turned, stretch, asks)
        inlines = [Text(asked), *answer, self.next_blank(f"{asks.question}：{quote}")]
        told_again = Spans(answered)
        items = [
            year_item(edit)
            for edit in _within(turned.years, stretch)
            if edit.reason and not edit.is_blank and told_again.hold(edit.start)
        ]
        items = items or self._leftovers(passage, turned.years, answer)
        return DraftParagraph(
            "prompt", tuple(_joined(inlines)), notes_of(("核对", items)), origin=(passage.id,)
        )

    def _answer(
        self, turned: _Turned, stretch: Stretch, asks: Asking
    ) -> tuple[list[Inline], list[tuple[int, int]]]:
        """The words of a stretch that this year's answer can use again, their figures blanked.

        Returns:
            The words, and where in the passage each clause of them stands.
        """
        passage, lists = turned.passage, self.ground.knowledge.words
        answered: list[tuple[int, int]] = []
        answer: list[Inline] = []
        flat = with_points(passage.text)
        cases = Spans(case_spans(flat, stretch))
        # Only what stands in the stretch: all of a passage for each of its deeds is a square.
        figures, edits = self.ground.figures.get(passage.id, ()), turned.edits
        first, last = (
            bisect_left(figures, at, key=lambda figure: figure.ref.start)
            for at in (stretch.start, stretch.end)
        )
        starts = [
            figure.ref.start
            for figure in figures[first:last]
            if asks != PROMISE and (asks != PRACTICE or not cases.hold(figure.ref.start))
        ]
        first, last = (bisect_left(edits, at, key=_start_of) for at in (stretch.start, stretch.end))
        whole = Spans((e.start, e.end) for e in edits[max(0, first - 1) : last])
        cuts, in_part = Cuts(flat, starts, whole), asks == PRACTICE
        left_out = -1
        for clause in clauses_of(cuts, stretch, in_part=in_part):
            words = level(passage.text[clause.start : clause.end])
            # 剩余1件力争明年化解: what was left is asked about, not told again.
            if asks == PRACTICE and any(p.search(words) for p in _PROMISES):
                continue
            goes_on = bool(answered) and answered[-1][1] == clause.start - 1
            if in_part and not goes_on:
                clause = without_joint(cuts, clause)  # noqa: PLW2901 -- as it is told
            told = self._apply(turned, clause)
            told = [Text(without_names(i.text, lists)) if isinstance(i, Text) else i for i in told]
            if passage.role == "table":
                told = _in_words(told)
            elif names_what_was(told, in_part=in_part) or (
                in_part
                and (
                    tells_what_was(told, lists["deed_awards"])
                    or is_of_last_year(told, goes_on=goes_on, is_torn=left_out == clause.start - 1)
                )
            ):
                left_out = clause.end
                continue
            answer += [*told, Text("；")]
            answered.append((clause.start, clause.end))
        return answer, answered

    def quote(self, asks: Asking, text: str, origin: tuple[int, ...]) -> DraftParagraph:
        """A quotation of last year with a question and a blank."""
        words = text.strip().rstrip("，,；;：:。")
        lead = Text(f"{self._called(asks.label)}：{words}。{asks.question}：")
        inlines = (lead, self.next_blank(f"{asks.question}：{words}"))
        return DraftParagraph("prompt", inlines, origin=origin)

    def _called(self, label: str) -> str:
        """上年做法, or 2022年做法 where the report is older than last year's."""
        return label.replace(LAST_YEAR, self.prior.label)

    # ------------------------------------------------------------------- remarks

    def _remarks(
        self, turned: _Turned, kept: Sequence[Stretch], inlines: Sequence[Inline]
    ) -> list[NoteItem]:
        passage, years = turned.passage, turned.years
        live = Spans((s.start, s.end) for s in kept)
        # A date or a title that is a blank, or is told to be a fact, needs no second advice.
        settled = Spans([
            *((e.start, e.end) for e in years if e.is_blank or e.action == "leave"),
            *((e.start, e.end) for e in turned.edits if isinstance(e.inline, Field)),
        ])  # fmt: skip
        # 召开会议4次，其中第一季度1次: one of the parts that a figure has.
        counts = {figure.ref.start for figure in self.ground.figures.get(passage.id, ())}
        hits = [
            hit
            for hit in self.ground.stale.get(passage.id, ())
            if hit.kind != "year"
            and not _is_settled(hit)
            and not (is_part_of_year(hit.text) and hit.ref.end in counts)
            and live.hold(hit.ref.start)
            and not (settled.hold(hit.ref.start) and settled.hold(hit.ref.end - 1))
        ]
        remarked = Spans((hit.ref.start, hit.ref.end) for hit in hits)
        asked = Spans((e.start, e.end) for e in turned.edits if isinstance(e.inline, Field))
        items = [
            year_item(edit)
            for edit in years
            if edit.reason
            and not edit.is_blank
            and live.hold(edit.start)
            # 《…（2021—2025年）》 is remarked once, as what it is.
            and not remarked.hold(edit.start)
            and not asked.hold(edit.start)
        ]
        items += stale_items(hits)
        compared = self._compared(inlines)
        if compared:
            items.append(comparison_item(compared))
        claims = self._claims(inlines, is_plan=passage.part == "plans")
        if claims:
            items.append(claim_item(claims))
        if not any(item.rule in ("S01", "S02") for item in items):
            items += self._leftovers(passage, years, inlines)
        return items

    def _leftovers(
        self, passage: Passage, years: Sequence[YearEdit], inlines: Sequence[Inline]
    ) -> list[NoteItem]:
        """The remark on a number of last year's that still stands in words of the new report."""
        old = (self.year, self.year + 1) if passage.part == "plans" else (self.year,)
        moved = [edit.text for edit in years if edit.action == "move"]
        leftover = leftover_item(inlines, [year for year in old if str(year) not in moved])
        return [leftover] if leftover else []

    def _compared(self, inlines: Sequence[Inline]) -> list[str]:
        """Words of rise and fall that stand right before a blank."""
        out = []
        for before, inline in pairwise(inlines):
            if isinstance(before, Text) and isinstance(inline, Field) and inline.figure:
                near = before.text[-_NEAR:]
                out += [word for word in self.ground.knowledge.words["comparisons"] if word in near]
        return list(dict.fromkeys(out))

    def _claims(self, inlines: Sequence[Inline], *, is_plan: bool) -> list[str]:
        """Outcomes of last year told in words (无一败诉, 零伤亡)."""
        words = "".join(inline.text for inline in inlines if isinstance(inline, Text))
        lists = self.ground.knowledge.words
        said = find_claims(words, lists["claims"])
        none = find_denials(words, lists["denied"])
        said += [found for found in none if not any(word in found for word in said)]
        # In a plan 进入全省第一方阵 is what is hoped for.
        stood = () if is_plan else find_standings(words)
        said += [found for found in stood if not any(word in found for word in said)]
        return [*said, *find_small_counts(words), *find_trends(words)]


def _is_settled(hit: Stale) -> bool:
    """Whether a phrase became a blank or was put right: nothing is left to remark."""
    return hit.phrase == "meeting_no" or is_constitution_day(hit.text)


def _marker_length(passage: Passage) -> int:
    if passage.marker and passage.text.startswith(passage.marker):
        return len(passage.marker)
    return 0


_FARTHEST = 160
"""Code points before and behind a promise in which its clauses begin and end."""


def _whole_promise(flat: str, start: int, end: int) -> tuple[int, int]:
    """A promise with what it cannot be told without.

    The brackets that it fills; where it fills a part of them, the clause that has them: 正在整改1个
    （管网改造，预计2025年8月完工）. Before 计划2025年6月完工, the clause that names what.
    """
    if flat[max(0, start - 1) : start] == "(" and flat[end : end + 1] == ")":
        return start - 1, end + 1
    floor, ceiling = max(0, start - _FARTHEST), end + _FARTHEST
    opened = flat.rfind("(", floor, end)
    if opened >= 0 and flat.find(")", opened, end) < 0:
        closed = flat.find(")", end, ceiling)
        if closed >= 0:
            ends = [at for at in (flat.find(m, closed, ceiling) for m in ",。;") if at >= 0]
            first = max(flat.rfind(mark, floor, opened) for mark in ",。;:)") + 1
            if STILL_OPEN.match(flat, first) is None:
                return start, end  # 受理320件（…，剩余8件2025年1月审结）: the 320 are of every year
            return max(floor, min(first, start)), min(ends, default=closed + 1)
    if ONLY_DONE.fullmatch(flat, start, end):
        begin = start
        while flat[begin - 1 : begin] == ",":
            begin = max(flat.rfind(mark, floor, begin - 1) for mark in ",。;:") + 1
            if 0 < begin <= floor:
                return start, end
            if TELLS_SIZE.match(flat, begin) is None:
                return (begin if STILL_OPEN.match(flat, begin) else start), end
    return start, end


def _disjoint(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that meet made one."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _item_numeral(passage: Passage, stretch: Stretch) -> str:
    """一是 before the quotation of a whole item, as the items that are carried on keep theirs."""
    mark = mark_at(passage.marker or "")
    begins = stretch.start == _marker_length(passage)
    return passage.marker or "" if mark and mark.style in (IS, ORDINAL) and begins else ""


def _section_numeral(passage: Passage) -> str:
    """（二） of an item that is a section in one sentence: next year's will be one, too."""
    mark = mark_at(passage.marker or "")
    return passage.marker or "" if mark and mark.style == SECTION else ""


def _with_deeds(
    stretches: Sequence[Stretch], deeds: Iterable[tuple[int, int]], text: str
) -> list[Stretch]:
    """Stretches with each start..end, and the stop or comma after it, made a deed.

    A mark for each character: promises may be as many as a long passage has clauses.
    """
    if not stretches:
        return []  # a line that is a marker and nothing else
    is_deed = bytearray(len(text))
    for s in stretches:
        is_deed[s.start : s.end] = bytes([s.is_deed]) * (s.end - s.start)
    for start, end in deeds:
        after = end
        while after < len(text) and text[after] in _TRAILING + "。":
            after += 1
        is_deed[start:after] = b"\1" * (after - start)
    out = []
    at, stop = stretches[0].start, stretches[-1].end
    while at < stop:
        end = is_deed.find(not is_deed[at], at, stop)
        out.append(Stretch(at, stop if end < 0 else end, bool(is_deed[at])))
        at = out[-1].end
    return out


def _with_companions(
    stretches: Sequence[Stretch], figures: Sequence[tuple[int, int]], offset: int, text: str
) -> list[Stretch]:
    """Stretches in which a deed has the clauses that cannot stand without it, or it without them.

    考核中，居全省第二: the words that introduce it. 机构改革后，部门调整为33个: what it introduces.
    出台《…》；2024年6月1日起施行: since when.
    """
    deeds: list[tuple[int, int]] = []
    counts = [start + offset for start, _ in figures]
    for i, s in enumerate(stretches):
        after = stretches[i + 1] if i + 1 < len(stretches) else None
        if s.is_deed and after and not after.is_deed:
            follows = ONLY_IN_FORCE.match(text, after.start, after.end)
            if follows:
                deeds.append((after.start, follows.end()))
            elif INTRODUCES.fullmatch(text, _clause_start(text, s), s.end):
                deeds.append((after.start, _sentence_end(text, after)))
        elif not s.is_deed and after:
            start = _clause_start(text, s)
            if INTRODUCES.fullmatch(text, start, s.end) and not has_between(counts, start, s.end):
                deeds.append((start, s.end))
    return _with_deeds(stretches, deeds, text)


def _is_splinter(text: str, stretch: Stretch, counts: Sequence[int]) -> bool:
    """Whether a stretch cannot stand by itself; `counts` tells where figures begin."""
    words = text[stretch.start : stretch.end].rstrip()
    leads_on = words.endswith(tuple(_TRAILING))
    is_short = len(words.strip("，,；;。、 　")) < _LEAST_KEPT
    return leads_on and is_short and not has_between(counts, stretch.start, stretch.end)


def _clause_start(text: str, stretch: Stretch) -> int:
    """Where the last clause of a stretch begins."""
    found = max(text.rfind(mark, stretch.start, stretch.end - 1) for mark in "，,；;。！？!?：:")
    return max(stretch.start, found + 1)


def _sentence_end(text: str, stretch: Stretch) -> int:
    """Where the sentence that a stretch goes on with ends, or its part up to a semicolon."""
    return next((i + 1 for i in range(stretch.start, stretch.end) if text[i] in _ENDS), stretch.end)


def _stopped_as(deeds: str, inlines: Sequence[Inline]) -> list[Inline]:
    """What stands before deeds with the stop or semicolon that they ended with, or had within.

    规范服务，｜上门办件200件次。在队伍方面，招录3人，｜鼓励考证: two sentences.
    """
    mark = deeds.rstrip()[-1:]
    if mark in tuple(_STOPS) or any(stop in deeds for stop in _STOPS):
        return _stopped(inlines)
    return _stopped(inlines, mark) if mark in ("；", ";") else list(inlines)


def _within(years: Sequence[YearEdit], stretch: Stretch) -> Sequence[YearEdit]:
    """Those of the edits, which are in order, that begin in a stretch."""
    first, last = (bisect_left(years, at, key=_start_of) for at in (stretch.start, stretch.end))
    return years[first:last]


def _applied(text: str, stretch: Stretch, edits: Sequence[_Edit]) -> list[Inline]:
    """The words of a stretch with its edits made."""
    out: list[Inline] = []
    last = stretch.start
    for i in range(bisect_left(edits, stretch.start, key=_start_of), len(edits)):
        edit = edits[i]
        if edit.start >= stretch.end:
            break
        if edit.start > last:
            out.append(Text(text[last : edit.start], carried=True))
        out.append(edit.inline)
        last = max(last, edit.end)
    if last < stretch.end:
        out.append(Text(text[last : stretch.end], carried=True))
    return out


def _start_of(edit: _Edit | YearEdit) -> int:
    return edit.start


def _in_words(row: Sequence[Inline]) -> list[Inline]:
    """A row of a table as a sentence has it: bars would be published with the answer."""
    last = len(row) - 1
    return [
        Text(as_clauses(inline.text, begins=number == 0, ends=number == last))
        if isinstance(inline, Text)
        else inline
        for number, inline in enumerate(row)
    ]


def _joined(inlines: Sequence[Inline]) -> list[Inline]:
    """Neighbouring texts of one kind made one, empty ones left out."""
    out: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) and not inline.text:
            continue
        last = out[-1] if out else None
        if isinstance(inline, Text) and isinstance(last, Text) and last.carried == inline.carried:
            out[-1] = Text(last.text + inline.text, inline.carried)
        else:
            out.append(inline)
    return out


def _stopped(inlines: Sequence[Inline], stop: str = "。") -> list[Inline]:
    """Inlines with a stop where a comma was left at the end by what was taken out."""
    out = list(inlines)
    last = out[-1] if out else None
    if isinstance(last, Text) and last.text.rstrip()[-1:] in tuple(_TRAILING):
        out[-1] = Text(last.text.rstrip().rstrip(_TRAILING) + stop, last.carried)
    return out
