"""What has to be collected (采集) for a draft: facts, promises, shortcomings and gaps, row by row.

Pure: a draft goes in, rows come out. How they look in a workbook is for `workbook` to say.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from drafter.knowledge.offices import Office, Offices
from drafter.model import Draft, DraftParagraph, Field, Figure, Text
from drafter.render.template import inline_text
from drafter.zh.counted import UNIT_IN_BRACKETS
from drafter.zh.placeholders import scale_of
from drafter.zh.quantities import parse_amount
from drafter.zh.sentences import sentences
from drafter.zh.table_rows import MOVED_BY, cell_spans
from drafter.zh.width import fold

PROMISE, SHORTCOMING = "上年承诺", "上年不足"
"""Labels with which the prompts on a promise and on a shortcoming of last year begin."""
NOTICE = "提示"
"""Kind of a gap that has no blank: to be dealt with in the draft itself."""

_LABEL_END, _STOP = "：", "。"
_LABEL_LIMIT = 8
_BEFORE_LIMIT = 24
_LEAD_LIMIT = 120
_AROUND = 250
"""Code points of a sentence that are shown on either side of a figure."""
_NEIGHBOURS = 20
"""Texts and blanks on either side of a blank that its sentence is looked for in."""
_SAYS_LITTLE = 6
"""Characters of a name that may be of two things: 合格率, 县（市、区）."""
_LAST_MARKS = "，,；;。"


class Slot(Struct, frozen=True):
    """Where an answer goes: a blank of the draft.

    Attributes:
        tag: Of its content control.
        title: Of its content control, to notice a sheet that belongs to another draft.
        words: Its placeholder, by which it is found where the control was lost.
        before: What stands right before it.
        lead: How its paragraph begins.
        after: What stands right behind it.
    """

    tag: str
    title: str
    words: str
    before: str = ""
    lead: str = ""
    after: str = ""


class FactRow(Struct, frozen=True):
    """A statistic to be collected; one that stands in several places is one row.

    Attributes:
        slots: At least one.
        indicator: What is counted.
        unit: As printed in the draft after the blank; None where nothing follows.
        scale: 万 or 亿 where last year's number has it: the sheet then asks in 万件.
        suffix: What has to be written after the number since the draft does not print it.
        printed: Last year's number as printed, approximator included; `Field.instead` if there is.
        last: Last year's amount, None where it is no exact number.
        earlier: (year, number as printed) of the years before, newest first.
        office: Who supplies it.
        assistants: Names of those who help.
        place: Chapter and section.
        sentence: Last year's sentence, or what stands around the figure in one without end.
        is_plan: Whether it stands in 下年安排: a target, not a result.
        note: The blank in the same prompt that takes words, None where there is none.
    """

    slots: tuple[Slot, ...]
    indicator: str
    unit: str | None
    scale: str
    suffix: str
    printed: str
    last: Decimal | None
    earlier: tuple[tuple[int, str], ...]
    office: Office
    assistants: tuple[str, ...]
    place: str
    sentence: str
    is_plan: bool
    note: Slot | None

    @property
    def shown_unit(self) -> str:
        """The unit in which the sheet asks: 万件 for 2.8万件."""
        return f"{self.scale}{self.unit or ''}"


class PromptRow(Struct, frozen=True):
    """Something to be answered in words.

    Attributes:
        slots: Blanks in the order of the answer columns; None where a column has none.
        kind: `上年承诺`, `上年不足`, the label of another prompt, or what kind of gap it is.
        words: Last year's words, or what is wanted.
        remark: Why it is asked, and what earlier reports said; may be empty.
        office: Who answers.
        place: Chapter and section.
    """

    slots: tuple[Slot | None, ...]
    kind: str
    words: str
    remark: str
    office: Office
    place: str


class Collection(Struct, frozen=True):
    """Everything to be collected for a draft, grouped by office.

    Attributes:
        year: The report year.
        last: The year of the report it was made from.
        agency: Who reports, may be empty.
    """

    year: int
    last: int
    agency: str
    facts: tuple[FactRow, ...]
    promises: tuple[PromptRow, ...]
    shortcomings: tuple[PromptRow, ...]
    gaps: tuple[PromptRow, ...]

    def offices(self) -> tuple[Office, ...]:
        """Every office that something is asked of, in the order of their first rows."""
        found = [row.office for row in self.facts]
        found += [row.office for row in (*self.promises, *self.shortcomings, *self.gaps)]
        return tuple(dict.fromkeys(found))

    def of(self, office: Office) -> Collection:
        """What is asked of one office."""
        return replace(
            self,
            facts=tuple(row for row in self.facts if row.office == office),
            promises=tuple(row for row in self.promises if row.office == office),
            shortcomings=tuple(row for row in self.shortcomings if row.office == office),
            gaps=tuple(row for row in self.gaps if row.office == office),
        )


class _Spot(Struct, frozen=True):
    """A blank with its surroundings; `at` is its place among the inlines of its paragraph."""

    field: Field
    at: int
    slot: Slot
    after: str
    paragraph: DraftParagraph
    place: str
    part: str | None
    theme: str | None
    reasons: tuple[str, ...]

    @property
    def label(self) -> str:
        """The label of the prompt (上年做法), empty if the paragraph is none."""
        label, mark, _ = self.slot.lead.partition(_LABEL_END)
        is_label = self.paragraph.kind == "prompt" and mark and len(label) <= _LABEL_LIMIT
        return label if is_label else ""


def collect(draft: Draft, offices: Offices) -> Collection:
    """The rows of a draft, grouped by the offices of its body in the order of `offices.yaml`.

    Args:
        draft: The skeleton.
        offices: Who supplies what.
    """
    offices = offices.of(draft.profile)
    spots = list(_spots(draft))
    figures = [spot for spot in spots if spot.field.figure is not None]
    prompts = [spot for spot in spots if spot.field.figure is None]
    rest = [spot for spot in prompts if spot.label not in (PROMISE, SHORTCOMING)]

    def grouped(rows: Iterable[PromptRow]) -> tuple[PromptRow, ...]:
        return tuple(sorted(rows, key=lambda row: offices.rank(row.office)))

    facts = _facts(draft, figures, prompts, offices)
    return Collection(
        year=draft.year,
        last=draft.report.frame.year or draft.year - 1,
        agency=draft.report.frame.agency or "",
        facts=tuple(sorted(facts, key=lambda row: offices.rank(row.office))),
        promises=grouped(_promises(draft, prompts, offices)),
        shortcomings=grouped(_shortcomings(draft, prompts, offices)),
        gaps=(
            *grouped(_gap(spot, offices) for spot in rest),
            *grouped(_notices(draft, spots, offices)),
        ),
    )


# ------------------------------------------------------------------------ walking the draft


def _spots(draft: Draft) -> Iterator[_Spot]:
    frame = (
        ("标题", draft.title), ("主送机关", (draft.addressee,) if draft.addressee else ()),
        ("导语", draft.preamble),
    )  # fmt: skip
    for place, paragraphs in frame:
        yield from _of_frame(place, paragraphs)
    for chapter in draft.chapters:
        title = inline_text(chapter.heading.inlines)
        chapter_reasons = _reasons(chapter.heading)
        yield from _of_paragraph(chapter.heading, title, chapter.part, None, ())
        for section in chapter.sections:
            reasons, place = chapter_reasons, title
            if section.heading is not None:
                reasons = _reasons(section.heading)
                place = f"{title} > {inline_text(section.heading.inlines)}"
                yield from _of_paragraph(section.heading, place, chapter.part, section.theme, ())
            for paragraph in section.paragraphs:
                yield from _of_paragraph(paragraph, place, chapter.part, section.theme, reasons)
    for place, paragraphs in (
        ("结束语", draft.closing), ("附件", draft.attachments), ("署名", draft.signature),
        ("成文日期", (draft.date,)), ("附注", draft.remarks), ("版记", draft.imprint),
    ):  # fmt: skip
        yield from _of_frame(place, paragraphs)


def _of_frame(place: str, paragraphs: Iterable[DraftParagraph]) -> Iterator[_Spot]:
    for paragraph in paragraphs:
        yield from _of_paragraph(paragraph, place, None, None, ())


def _of_paragraph(
    paragraph: DraftParagraph,
    place: str,
    part: str | None,
    theme: str | None,
    reasons: tuple[str, ...],
) -> Iterator[_Spot]:
    lead = ""
    for number, inline in enumerate(paragraph.inlines):
        if isinstance(inline, Text):
            lead = lead or (inline.text if number == 0 else "")
            continue
        last = paragraph.inlines[number - 1] if number else None
        following = paragraph.inlines[number + 1 : number + 2]
        before = last.text if isinstance(last, Text) else ""
        after = following[0].text if following and isinstance(following[0], Text) else ""
        slot = Slot(
            inline.tag, inline.title, inline.placeholder,
            before[-_BEFORE_LIMIT:], lead, after[:_BEFORE_LIMIT],
        )  # fmt: skip
        own = (*reasons, *_reasons(paragraph))
        yield _Spot(inline, number, slot, after, paragraph, place, part, theme, own)


def _reasons(paragraph: DraftParagraph) -> tuple[str, ...]:
    return tuple(
        item.reason for note in paragraph.notes if note.category == "缺口" for item in note.items
    )


def _kept(slot: Slot) -> Slot:
    """The slot as a sheet keeps it."""
    return replace(slot, lead=slot.lead[:_LEAD_LIMIT])


# ---------------------------------------------------------------------------------- facts


def _facts(
    draft: Draft, figures: Iterable[_Spot], prompts: Iterable[_Spot], offices: Offices
) -> Iterator[FactRow]:
    """One row for each fact; equal ones (indicator, unit, value) are one fact in several places.

    Not by the indicator's key alone: 维持12件 and 撤销12件 may share one. Nor by a name
    that says little: the 合格率 of cases and that of an examination may agree by chance.
    """
    notes = {id(spot.paragraph): _kept(spot.slot) for spot in prompts if spot.label}
    series = {entry.figure: entry.earlier for entry in draft.series}
    told = {
        passage.id: (passage.text, sentences(passage.text)) for passage in draft.report.passages
    }
    rows: dict[tuple[object, ...], FactRow] = {}
    neighbours: dict[tuple[int, int], Office] = {}
    for spot in figures:
        figure = spot.field.figure
        if figure is None:
            continue
        text, spans = told[figure.ref.passage]
        at = bisect_right(spans, (figure.ref.start, len(text))) - 1
        office = offices.supplier(figure.key, None)
        if office == offices.unassigned:  # what nobody counts by name comes with its neighbours
            office = neighbours.get((figure.ref.passage, at), office)
        else:
            neighbours[figure.ref.passage, at] = office
        if office == offices.unassigned:
            office = offices.supplier(None, spot.theme)
        is_plan = spot.part == "plans"
        instead = spot.field.instead
        printed = instead or figure.printed
        name = fold(figure.indicator)
        is_told = figure.key is not None or len(name) > _SAYS_LITTLE
        is_one_fact = name and is_told and not instead
        key = (is_plan, name, figure.unit, fold(printed)) if is_one_fact else (spot.slot.tag,)
        if key in rows:
            rows[key] = replace(rows[key], slots=(*rows[key].slots, _kept(spot.slot)))
            continue
        rows[key] = FactRow(
            slots=(_kept(spot.slot),),
            indicator=figure.indicator + ("" if figure.unit else _unit_of_row(text, figure)),
            unit=figure.unit,
            scale=scale_of(figure.value),
            suffix=_suffix(figure, spot.after),
            printed=printed,
            last=None if instead else figure.number,
            earlier=series.get(figure, ()),
            office=office,
            assistants=tuple(o.name for o in offices.assistants(figure.key) if o != office),
            place=spot.place,
            sentence=_shown(text, spans[at], figure),
            is_plan=is_plan,
            note=notes.get(id(spot.paragraph)),
        )
    yield from rows.values()


def _unit_of_row(text: str, figure: Figure) -> str:
    """（万元） of 罚款（万元）|31.2|40.1, where the numbers themselves have no unit."""
    cells = cell_spans(text[: figure.ref.start])
    if MOVED_BY.search(figure.indicator) or len(cells) == 1:
        return ""
    found = (UNIT_IN_BRACKETS.search(text[start:end]) for start, end in cells)
    return next((unit[0] for unit in found if unit), "")


def _suffix(figure: Figure, after: str) -> str:
    """The unit, where the draft does not print it behind the blank (百分之九十)."""
    return "" if not figure.unit or after.lstrip().startswith(figure.unit) else figure.unit


def _shown(text: str, sentence: tuple[int, int], figure: Figure) -> str:
    """The sentence of a figure; of one that nobody could read, what stands around the figure."""
    start = max(sentence[0], figure.ref.start - _AROUND)
    end = min(sentence[1], figure.ref.end + _AROUND)
    words = text[start:end].strip()
    return f"{'……' * (start > sentence[0])}{words}{'……' * (end < sentence[1])}"


def value_in(printed: str, scale: str) -> tuple[Decimal | None, str]:
    """A printed number in the scale of its row.

    Returns:
        The amount in that scale where the number is exact, else None; and the words to show.
    """
    amount = parse_amount(printed)
    if amount is None or any(char in printed for char in "余多几"):
        return None, printed
    own = parse_amount(f"1{scale}") if scale else Decimal(1)
    if not own:
        return None, printed
    scaled = (amount / own).normalize()
    return scaled, format(scaled, "f")


# -------------------------------------------------------------------------------- prompts


def _promises(draft: Draft, prompts: Iterable[_Spot], offices: Offices) -> Iterator[PromptRow]:
    for spot in prompts:
        if spot.label != PROMISE:
            continue
        promise = next(
            (c for c in draft.report.commitments if _core(c.text) in spot.slot.lead), None
        )
        theme = (promise.themes[:1] if promise else ()) or (spot.theme,)
        yield PromptRow(
            slots=(_kept(spot.slot),),
            kind=PROMISE,
            words=promise.text.strip() if promise else _quoted(spot),
            remark=_recurrence(draft, promise.id if promise else None),
            office=offices.supplier(None, theme[0]),
            place=spot.place,
        )


def _shortcomings(draft: Draft, prompts: Iterable[_Spot], offices: Offices) -> Iterator[PromptRow]:
    """One row for each shortcoming: whether it is solved (part three), what will be done (four)."""
    rows: dict[tuple[str, int], PromptRow] = {}
    for spot in prompts:
        if spot.label != SHORTCOMING:
            continue
        found = next(
            (s for s in draft.report.shortcomings if _core(s.text) in spot.slot.lead), None
        )
        name = found.id if found else _quoted(spot)
        column = 1 if spot.part == "plans" else 0
        number = 0
        while (row := rows.get((name, number))) is not None and row.slots[column] is not None:
            number += 1
        if row is not None:
            rows[name, number] = replace(row, slots=(row.slots[0], _kept(spot.slot)))
            continue
        cause = f"原因：{found.cause.strip()}" if found and found.cause else ""
        slots = (None, _kept(spot.slot)) if column else (_kept(spot.slot), None)
        rows[name, number] = PromptRow(
            slots=slots,
            kind=SHORTCOMING,
            words=found.text.strip() if found else _quoted(spot),
            remark="；".join(filter(None, (cause, _recurrence(draft, name)))),
            office=offices.supplier(None, spot.theme),
            place=spot.place,
        )
    yield from rows.values()


def _core(text: str) -> str:
    return text.strip().rstrip(_LAST_MARKS)


def _quoted(spot: _Spot) -> str:
    """Last year's words in a prompt, without its label and its question."""
    words = spot.slot.lead.partition(_LABEL_END)[2]
    return words.rpartition(_STOP)[0] or words or spot.slot.title


def _recurrence(draft: Draft, identity: str | None) -> str:
    earlier = next((row.earlier for row in draft.recurrences if row.id == identity), ())
    return "；".join(f"{year}年也写过：{words.strip()}" for year, words in earlier)


def _gap(spot: _Spot, offices: Offices) -> PromptRow:
    """A blank that is neither promise nor shortcoming: what was done once, what is missing."""
    kind, words = ("待写" if spot.part else "文件要素"), spot.slot.title
    if spot.label:
        kind, words = spot.label, _quoted(spot)
    elif spot.paragraph.kind == "carried":
        kind, words = spot.slot.title, _sentence_of(spot)
    return PromptRow(
        slots=(_kept(spot.slot),),
        kind=kind,
        words=words,
        remark="；".join(dict.fromkeys(spot.reasons)) if spot.paragraph.kind == "blank" else "",
        office=offices.supplier(None, spot.theme),
        place=spot.place,
    )


def _sentence_of(spot: _Spot) -> str:
    """The sentence around a blank, and in front of it what the blank itself says.

    A paragraph may have two dates: its words alone would not tell which is asked for.
    """
    inlines, first = spot.paragraph.inlines, max(0, spot.at - _NEIGHBOURS)
    start = len(inline_text(inlines[first : spot.at]))
    whole = inline_text(inlines[first : spot.at + _NEIGHBOURS])
    begin, end = next((a, b) for a, b in sentences(whole) if a <= start < b)
    return f"{spot.slot.words}：{whole[begin:end].strip()}"


def _notices(draft: Draft, spots: Iterable[_Spot], offices: Offices) -> Iterator[PromptRow]:
    """Findings that no blank stands for."""
    told = {reason for spot in spots if spot.paragraph.kind == "blank" for reason in spot.reasons}
    for finding in draft.gaps:
        if finding.message not in told:
            office = offices.supplier(None, finding.theme)
            words = finding.message + (f"（{finding.quote}）" if finding.quote else "")
            yield PromptRow((None,), NOTICE, words, finding.action, office, finding.place)
