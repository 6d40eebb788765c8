"""A passage of last year becomes paragraphs: words carried on, blanks, quotations, remarks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.model import (
    DraftParagraph,
    Field,
    Figure,
    Inline,
    Note,
    NoteItem,
    Passage,
    Stale,
    Text,
)
from drafter.roll.deeds import Stretch, find_deeds
from drafter.roll.ground import Ground
from drafter.roll.years import YearEdit, year_edits
from drafter.zh.width import is_blank

BLANK = "〔待填〕"
_TITLE_LIMIT = 40
_NAME_LIMIT = 24


@dataclass(frozen=True, slots=True)
class _Edit:
    """A stretch of a passage that is not carried as it is."""

    start: int
    end: int
    inline: Inline


def blank(tag: str, title: str, placeholder: str = BLANK) -> Field:
    """A blank that stands for no figure of last year."""
    return Field(tag, title[:_TITLE_LIMIT], placeholder)


def figure_field(figure: Figure, tag: str) -> Field:
    """The blank of a statistic: its name and last year's value, the unit left outside."""
    name = figure.indicator[:_NAME_LIMIT] or "数据"
    value = _with_approximator(figure)
    return Field(
        tag,
        f"{figure.indicator or '数据'}（{figure.unit or '数'}）"[:_TITLE_LIMIT],
        f"〔{name}，上年{value}〕",
        figure,
    )


def _with_approximator(figure: Figure) -> str:
    """Last year's number as printed, 余 or 近 included, without the unit."""
    start = figure.ref.start
    before = figure.text[: figure.value_start - start]
    after = figure.text[figure.value_end - start :]
    if figure.unit and figure.unit in after:
        position = after.rindex(figure.unit)
        after = after[:position] + after[position + len(figure.unit) :]
    return (before + figure.value + after).strip()


def _unit_span(figure: Figure) -> tuple[int, int]:
    """Where the unit stands in the passage; an empty stretch at the end where there is none."""
    after = figure.text[figure.value_end - figure.ref.start :]
    if figure.unit and figure.unit in after:
        start = figure.value_end + after.rindex(figure.unit)
        return start, start + len(figure.unit)
    return figure.ref.end, figure.ref.end


class Roller:
    """Rolls passages forward; numbers the blanks it makes, so that one serves one draft."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._blanks = 0

    def next_blank(self, title: str, placeholder: str = BLANK) -> Field:
        """A blank with a tag of its own."""
        self._blanks += 1
        return blank(f"B{self._blanks:03d}", title, placeholder)

    # ------------------------------------------------------------------ headings

    def heading_words(self, passage: Passage) -> tuple[str, tuple[NoteItem, ...]]:
        """A heading without numeral and stop, its years moved on, and what is doubtful."""
        text = passage.text[self._marker_length(passage) :].strip().rstrip("。.；;：:，,")
        edits = year_edits(text, self._year, self.ground.by, passage.part, heading=True)
        out = []
        last = 0
        items = []
        for edit in edits:
            out += [text[last : edit.start], edit.text]
            last = edit.end
            if edit.reason:
                items.append(_year_item(edit))
        words = "".join([*out, text[last:]])
        stale = [hit for hit in self.ground.stale.get(passage.id, ()) if hit.kind != "year"]
        return words, (*items, *(_stale_item(hit) for hit in stale))

    @property
    def _year(self) -> int:
        return self.ground.report.frame.year or self.ground.year - 1

    def _marker_length(self, passage: Passage) -> int:
        if passage.marker and passage.text.startswith(passage.marker):
            return len(passage.marker)
        return 0

    # ---------------------------------------------------------------------- body

    def carry(
        self, passage: Passage, *, asks: str = "上年做法", answer: str = "本年"
    ) -> list[DraftParagraph]:
        """A passage as paragraphs: what recurs carried on, what was done once quoted and asked for.

        Args:
            passage: Of last year.
            asks: Label of a quotation.
            answer: Label of the blank after it.
        """
        offset = self._marker_length(passage)
        text = passage.text[offset:]
        figures = [
            (f.ref.start - offset, f.ref.end - offset)
            for f in self.ground.figures.get(passage.id, ())
        ]
        stretches = [
            Stretch(s.start + offset, s.end + offset, s.is_deed)
            for s in find_deeds(text, figures, self.ground.knowledge.words)
        ]
        kept = [s for s in stretches if not s.is_deed]
        out = []
        if any(not is_blank(passage.text[s.start : s.end].strip("，,；;。")) for s in kept):
            if offset and kept[0].start == offset:
                kept = [Stretch(0, kept[0].end, is_deed=False), *kept[1:]]
            elif offset:
                kept = [Stretch(0, offset, is_deed=False), *kept]
            out.append(self._carried(passage, kept))
        out += [self._asked(passage, s, asks, answer) for s in stretches if s.is_deed]
        return out

    def _carried(self, passage: Passage, stretches: Sequence[Stretch]) -> DraftParagraph:
        edits = self._edits(passage)
        inlines: list[Inline] = []
        for stretch in stretches:
            inlines += _apply(passage.text, stretch, edits)
        inlines = _finish(inlines)
        return DraftParagraph(
            "carried",
            tuple(inlines),
            self._notes(passage, stretches, inlines),
            origin=(passage.id,),
        )

    def _edits(self, passage: Passage) -> list[_Edit]:
        out = []
        for figure in self.ground.figures.get(passage.id, ()):
            field = figure_field(figure, self.ground.tags[figure])
            unit_start, unit_end = _unit_span(figure)
            out.append(
                _Edit(
                    figure.ref.start, unit_start if unit_end > unit_start else figure.ref.end, field
                )
            )
            if unit_end < figure.ref.end:
                # 95%以上: the approximator after the unit is part of last year's value.
                out.append(_Edit(unit_end, figure.ref.end, Text("", carried=True)))
        taken = [(e.start, e.end) for e in out]
        for edit in year_edits(passage.text, self._year, self.ground.by, passage.part):
            if any(a < edit.end and edit.start < b for a, b in taken):
                continue
            if edit.action == "date":
                field = self.next_blank("日期", f"〔日期，上年{edit.text}〕")
                out.append(_Edit(edit.start, edit.end, field))
            elif edit.action == "move":
                out.append(_Edit(edit.start, edit.end, Text(edit.text, carried=True)))
        return sorted(out, key=lambda edit: edit.start)

    def _asked(self, passage: Passage, stretch: Stretch, label: str, answer: str) -> DraftParagraph:
        """上年做法：… 本年：〔…〕 with a blank for each statistic quoted and one for the rest."""
        quote = passage.text[stretch.start : stretch.end].strip().rstrip("，,；;。")
        inlines: list[Inline] = [Text(f"{label}：{quote}。{answer}：")]
        for figure in self.ground.figures.get(passage.id, ()):
            if stretch.start <= figure.ref.start < stretch.end:
                inlines += [
                    figure_field(figure, self.ground.tags[figure]),
                    Text(f"{figure.unit or ''}；"),
                ]
        inlines.append(self.next_blank(f"{answer}：{quote}"))
        return DraftParagraph("prompt", tuple(inlines), origin=(passage.id,))

    def quote(
        self, label: str, text: str, question: str, origin: tuple[int, ...]
    ) -> DraftParagraph:
        """A quotation of last year with a question and a blank."""
        words = text.strip().rstrip("，,；;。")
        inlines = (Text(f"{label}：{words}。{question}："), self.next_blank(f"{question}：{words}"))
        return DraftParagraph("prompt", inlines, origin=origin)

    # --------------------------------------------------------------------- notes

    def _notes(
        self, passage: Passage, stretches: Sequence[Stretch], inlines: Sequence[Inline]
    ) -> tuple[Note, ...]:
        def live(start: int) -> bool:
            return any(s.start <= start < s.end for s in stretches)

        items = [
            _year_item(edit)
            for edit in year_edits(passage.text, self._year, self.ground.by, passage.part)
            if edit.reason and edit.action != "date" and live(edit.start)
        ]
        items += [
            _stale_item(hit)
            for hit in self.ground.stale.get(passage.id, ())
            if hit.kind != "year" and live(hit.ref.start)
        ]
        words = "".join(inline.text for inline in inlines if isinstance(inline, Text))
        compared = [word for word in self.ground.knowledge.words["comparisons"] if word in words]
        if compared and any(isinstance(i, Field) and i.figure for i in inlines):
            items.append(
                NoteItem(
                    "F06",
                    f"句中有“{'”“'.join(compared[:3])}”等比较的说法。",
                    "填数后核对升降方向和比较的基期。",
                )
            )
        leftover = _leftover_year(inlines, self._year)
        if leftover and not any(item.rule == "S02" for item in items):
            items.append(NoteItem("S02", f"文字里还有“{leftover}”。", "确认是否应当顺延。"))
        return notes_of(("核对", _distinct(items)))


def notes_of(*rows: tuple[str, Iterable[NoteItem]]) -> tuple[Note, ...]:
    """Notes of the categories that have something to say."""
    out = []
    for category, items in rows:
        found = tuple(items)
        if found:
            out.append(Note(category, found))  # type: ignore[arg-type]
    return tuple(out)


def _distinct(items: Sequence[NoteItem]) -> list[NoteItem]:
    return list(dict.fromkeys(items))


def _year_item(edit: YearEdit) -> NoteItem:
    return NoteItem(
        "S02", f"{quoted(edit.text)}：{edit.reason}。", "确认是历史事实、文件名称，还是应当顺延。"
    )


def _stale_item(hit: Stale) -> NoteItem:
    return NoteItem("S01", f"{quoted(hit.text)}有时效。", hit.advice, hit.source, hit.verified)


def quoted(words: str) -> str:
    """Words in quotation marks; those inside become single ones, as GB/T 15834 has it."""
    return f"“{words.replace('“', '‘').replace('”', '’')}”"


def _leftover_year(inlines: Iterable[Inline], year: int) -> str | None:
    words = "".join(inline.text for inline in inlines if isinstance(inline, Text))
    return str(year) if re.search(rf"(?<!\d){year}(?!\d)", words) else None


def _apply(text: str, stretch: Stretch, edits: Sequence[_Edit]) -> list[Inline]:
    out: list[Inline] = []
    last = stretch.start
    for edit in edits:
        if edit.start < stretch.start or edit.start >= stretch.end:
            continue
        if edit.start > last:
            out.append(Text(text[last : edit.start], carried=True))
        out.append(edit.inline)
        last = max(last, edit.end)
    if last < stretch.end:
        out.append(Text(text[last : stretch.end], carried=True))
    return out


def _finish(inlines: Sequence[Inline]) -> list[Inline]:
    """Joined texts, and a stop where a comma was left at the end by what was taken out."""
    out: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) and not inline.text:
            continue
        if (
            out
            and isinstance(inline, Text)
            and isinstance(out[-1], Text)
            and out[-1].carried == inline.carried
        ):
            out[-1] = Text(out[-1].text + inline.text, inline.carried)
        else:
            out.append(inline)
    if out and isinstance(out[-1], Text) and out[-1].text.rstrip()[-1:] in tuple("，,；;、"):
        out[-1] = Text(out[-1].text.rstrip().rstrip("，,；;、") + "。", out[-1].carried)
    return out
