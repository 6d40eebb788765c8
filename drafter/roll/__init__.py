"""From last year's report to next year's draft: what is kept, moved on, blanked, asked, dropped."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from msgspec.structs import replace

from drafter.knowledge import Knowledge
from drafter.knowledge.profiles import Profile
from drafter.model import (
    Draft,
    DraftParagraph,
    Field,
    Inline,
    NoteItem,
    Passage,
    Report,
    Text,
)
from drafter.options import DraftOptions
from drafter.roll.chapters import ChapterBuilder
from drafter.roll.ground import Ground, Past, survey
from drafter.roll.notes import notes_of
from drafter.roll.paragraphs import Roller
from drafter.roll.years import column_edits
from drafter.zh.attachments import ANNEX_NUMBER, IMPRINT, LISTING, PRINTED, REMARK, ROW_NUMERAL
from drafter.zh.dates import find_years
from drafter.zh.names import COUNTY_LEVELS, title_joint

_TITLE_LINE = 20
_TAIL = {"附件": LISTING, "附注": REMARK, "版记": IMPRINT}
"""How the lines of each begin."""
_IMPRINT_ENDS = ("。", "，", ",", "；")
_FORMAT = "GB/T 9704—2012《党政机关公文格式》"


def roll(  # noqa: PLR0913, PLR0917 -- each is another stage's result or the user's wish
    report: Report,
    options: DraftOptions,
    knowledge: Knowledge,
    profile: Profile,
    year: int,
    past: Past = Past(),  # noqa: B008 -- frozen
) -> Draft:
    """Roll a report forward.

    Args:
        report: Last year's, with facts and findings.
        options: What the user asked for.
        knowledge: The outline.
        profile: What this kind of body is expected to cover.
        year: The year to be reported on.
        past: What older reports add.

    Returns:
        A draft in which no fact of last year stands as this year's.
    """
    ground = survey(report, knowledge, options, profile, year, past)
    roller = Roller(ground)
    # Blanks are numbered as they are made, so the frame is made in the order of the page.
    title = _title(ground, roller)
    tail = _tail(ground)
    ends = [p.id for role in ("signature", "date") for p in _of_role(ground, role)]
    signed = max(ends, default=len(report.passages))
    addressee = _addressee(ground, roller, has_imprint=bool(tail["版记"]))
    preamble = _preamble(ground, roller)
    chapters = ChapterBuilder(ground, roller).build()
    return Draft(
        year=year,
        report=report,
        title=title,
        addressee=addressee,
        preamble=preamble,
        chapters=chapters,
        closing=tuple(_frame_paragraph(p.text) for p in _of_role(ground, "closing")),
        attachments=tuple(_attached(p, roller, is_annex=p.id > signed) for p in tail["附件"]),
        signature=_signature(ground, roller),
        date=DraftParagraph("blank", (roller.next_blank("成文日期", "〔成文日期〕"),)),
        remarks=tuple(_moved(p, roller) for p in tail["附注"]),
        imprint=tuple(_moved(p, roller, is_imprint=True) for p in tail["版记"]),
        gaps=report.findings,
        series=past.series,
        recurrences=past.recurrences,
        profile=profile.key,
    )


def _of_role(ground: Ground, role: str) -> list[Passage]:
    return [p for p in ground.report.passages if p.role == role]


def _frame_paragraph(text: str) -> DraftParagraph:
    return DraftParagraph("fixed", (Text(text.strip(), carried=True),))


def _tail(ground: Ground) -> dict[str, list[Passage]]:
    """附件说明, 附注 and 版记 of last year; a line that begins none goes on the one before."""
    tail: dict[str, list[Passage]] = {"附件": [], "附注": [], "版记": []}
    kind = "附件"
    lines = _of_role(ground, "attachment")
    for passage, below in zip_longest(lines, lines[1:]):
        begun = next((name for name, begins in _TAIL.items() if begins.match(passage.text)), None)
        if begun is None and below is not None and PRINTED.match(below.text):
            begun = "版记"  # the office that printed it, its date on the next line
        kind = begun or kind
        tail[kind].append(passage)
    return tail


def _moved(passage: Passage, roller: Roller, *, is_imprint: bool = False) -> DraftParagraph:
    """A line of the frame with its years moved on; what is doubtful is remarked."""
    inlines, items = roller.heading(passage)
    whole = passage.text.rstrip()
    if is_imprint and whole[-1:] in _IMPRINT_ENDS:
        inlines = (*inlines, Text(whole[-1], carried=True))  # 抄送 goes on, and ends with 。
    item = NoteItem("G01", "这是上年的附件、抄送或附注。", "按本年的情况核对。")
    return DraftParagraph(
        "fixed",
        inlines,
        notes_of(("核对", (item, *items))),
        origin=(passage.id,),
    )


def _attached(passage: Passage, roller: Roller, *, is_annex: bool) -> DraftParagraph:
    """A line of 附件说明 with its years moved on; in the annex itself every number is a blank.

    Its statistics are not read: a number is asked for by the words of its line alone.
    """
    line = _moved(passage, roller)
    if not is_annex or LISTING.match(passage.text):
        return line
    if len(find_years(passage.text)) > 1:  # the head of a table
        words = passage.text
        for edit in reversed(column_edits(words, roller.year, roller.ground.by)):
            words = words[: edit.start] + edit.text + words[edit.end :]
        line = replace(line, inlines=(Text(words, carried=True),))
    inlines: list[Inline] = []
    for inline in line.inlines:
        if not isinstance(inline, Text):
            inlines.append(inline)
            continue
        last = 0
        numeral = None if inlines else ROW_NUMERAL.match(inline.text)
        for found in ANNEX_NUMBER.finditer(inline.text, numeral.end() if numeral else 0):
            inlines.append(Text(inline.text[last : found.start()], inline.carried))
            shown = f"〔数据，{roller.prior.label}报告写{found[0]}〕"  # of whichever column
            inlines.append(roller.next_blank("附件数据", shown))
            last = found.end()
        inlines.append(Text(inline.text[last:], inline.carried))
    kept = tuple(i for i in inlines if not isinstance(i, Text) or i.text)
    return replace(line, kind="carried", inlines=kept)


def _title(ground: Ground, roller: Roller) -> tuple[DraftParagraph, ...]:
    printed = _of_role(ground, "title")
    if printed:
        title = replace(printed[-1], text=ground.report.frame.title or printed[-1].text)
        inlines, items = roller.heading(title)
        return _title_lines(inlines, items, (printed[-1].id,))
    if ground.report.frame.title:
        # Only the page names the title; it is taken, and said so.
        inlines, _ = roller.heading(Passage(-1, ground.report.frame.title, (), "title"))
        item = NoteItem(
            "G01", "上年正文没有标题，这里取自网页信息栏。", "按本单位公文标题核对。", _FORMAT
        )
        return _title_lines(inlines, (item,), ())
    item = NoteItem(
        "G01", "上年文字里没有标题。", "填写“××关于××年法治政府建设情况的报告”一类的标题。", _FORMAT
    )
    field = roller.next_blank("标题", f"〔标题，写明机关和{ground.year}年〕")
    return (DraftParagraph("blank", (field,), notes_of(("缺口", (item,)))),)


def _title_lines(
    inlines: Sequence[Inline], items: Sequence[NoteItem], origin: tuple[int, ...]
) -> tuple[DraftParagraph, ...]:
    """A title on one line, or parted before 关于 or the year where it is too long for one.

    A line holds twenty characters of 22 pt; a title must not break inside a word (GB/T 9704).
    """
    text = "".join(inline.text for inline in inlines if isinstance(inline, Text))
    cut = title_joint(text) if len(text) > _TITLE_LINE else None
    if cut is None or any(isinstance(inline, Field) for inline in inlines):
        return (DraftParagraph("fixed", tuple(inlines), notes_of(("核对", items)), origin=origin),)
    first, second = text[:cut].rstrip(), text[cut:].lstrip()
    return (
        DraftParagraph(
            "fixed", (Text(first, carried=True),), notes_of(("核对", items)), origin=origin
        ),
        DraftParagraph("fixed", (Text(second, carried=True),), origin=origin),
    )


def _addressee(ground: Ground, roller: Roller, *, has_imprint: bool) -> DraftParagraph:
    """Who is addressed; what the website left out of the 上报稿 is asked for in one comment."""
    if ground.report.frame.addressee:
        return DraftParagraph("fixed", (Text(ground.report.frame.addressee, carried=True),))
    usual = "或".join(_of_place(ground.profile.addressees, ground))
    hint = f"（{ground.profile.name}一般为{usual}）" if usual else ""
    copies = "或".join(_of_place(ground.profile.copy_to, ground))
    advice = f"上报稿应写主送机关{hint}，公开稿可以不写。"
    if copies and not has_imprint:
        advice += f"需要抄送的（如{copies}），在版记里写明。"
    item = NoteItem(
        "G01", "上年文字里没有主送机关；网站公开稿通常删去了它。",
        advice,
        _FORMAT,
    )  # fmt: skip
    return DraftParagraph(
        "blank", (roller.next_blank("主送机关", "〔主送机关〕"),), notes_of(("缺口", (item,)))
    )


def _of_place(bodies: Sequence[str], ground: Ground) -> list[str]:
    """The bodies that may be meant: no 区委 for an office whose name has 县 and not 区."""
    agency = ground.report.frame.agency or ""
    mine = [body for body in bodies if body[0] not in COUNTY_LEVELS or body[0] in agency]
    named = set(COUNTY_LEVELS) & set(agency)
    return mine if named else list(bodies)


def _preamble(ground: Ground, roller: Roller) -> tuple[DraftParagraph, ...]:
    passages = list(_of_role(ground, "preamble"))
    first = next((i for i, p in enumerate(ground.report.passages) if p.part is not None), 0)
    above = ground.report.passages[:first]
    passages += [p for p in above if p.part is None and p.role in ("body", "item", "table")]
    if passages and ground.options.prefill == "outline":
        return (DraftParagraph("blank", (roller.next_blank("导语", "〔待填：导语〕"),)),)
    return tuple(line for passage in passages for line in roller.carry(passage))


def _signature(ground: Ground, roller: Roller) -> tuple[DraftParagraph, ...]:
    printed = _of_role(ground, "signature")
    if printed:
        return tuple(_frame_paragraph(p.text) for p in printed)
    item = NoteItem("G01", "上年文字里没有署名。", "填写报告机关的全称，与印章一致。", _FORMAT)
    return (
        DraftParagraph(
            "blank", (roller.next_blank("署名", "〔署名〕"),), notes_of(("缺口", (item,)))
        ),
    )
