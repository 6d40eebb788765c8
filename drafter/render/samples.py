"""Small invented drafts (虚构草稿), one for each kind of reporter: every template copes with them.

`drafter templates check` renders them, so they ship with the program. Between them they have and
lack everything that a draft may have or lack, and their text is as hostile as a report's can be.
"""

from __future__ import annotations

from typing import Literal

from drafter.model import (
    PARTS,
    Draft,
    DraftChapter,
    DraftParagraph,
    DraftSection,
    Field,
    Frame,
    Inline,
    Note,
    NoteItem,
    Report,
    Source,
    Text,
)

_Kind = Literal["heading", "carried", "prompt", "blank", "fixed"]

YEAR = 2026
HOSTILE = "{{ 7*7 }}{% raw %}[一级标题]&<b>“引号”㎡——…𠮷\x01\u200b\n[正文]换行\t末"
"""Text that a careless writer would take for markup, or choke on."""

_AGENCIES = {
    "province": "云岭省人民政府",
    "city": "北岸市人民政府",
    "county": "青禾县人民政府",
    "department": "青禾县水务局",
    "town": "松塘镇人民政府",
    "zone": "临湖高新技术产业开发区管理委员会",
}
_HEADINGS = (
    "一、推进法治政府建设的主要举措和成效",
    "二、党政主要负责人履行推进法治建设第一责任人职责情况",
    "三、存在的不足和原因",
    "四、2027年主要安排",
)


def sample_drafts() -> tuple[tuple[str, Draft], ...]:
    """(profile, draft) for every kind of reporter."""
    return tuple((profile, sample_draft(profile)) for profile in _AGENCIES)


def sample_draft(profile: str) -> Draft:
    """The draft of one kind of reporter; a town has neither addressee nor attachments.

    Raises:
        KeyError: There is no such profile.
    """
    agency = _AGENCIES[profile]
    is_bare = profile == "town"
    return Draft(
        year=YEAR,
        report=Report(
            source=Source(f"{YEAR - 1}.txt", "txt", "utf-8", 0, ()),
            frame=Frame(agency=agency, year=YEAR - 1),
            passages=(),
            parts=(),
            sections=(),
        ),
        title=(_fixed(agency), _fixed(f"{YEAR}年度法治政府建设情况报告")),
        addressee=None if is_bare else _fixed("中共上级委员会、上级人民政府"),
        preamble=()
        if is_bare
        else (_carried(f"{YEAR}年，{agency}持续推进法治政府建设，现将有关情况报告如下。"),),
        chapters=tuple(_chapter(part, text) for part, text in zip(PARTS, _HEADINGS, strict=True)),
        closing=() if is_bare else (_fixed("特此报告。"),),
        attachments=() if is_bare else (_carried("附件：1．任务清单"), _carried("2．统计表")),
        signature=() if is_bare else (_fixed(agency),),
        date=_paragraph("blank", Field("date", "成文日期", f"{YEAR + 1}年〔月〕月〔日〕日")),
        remarks=() if is_bare else (_carried("（此件公开发布）"),),
        imprint=() if is_bare else (_carried("抄送：上级司法行政机关。"),),
    )


def _chapter(part: str, heading: str) -> DraftChapter:
    bare = DraftSection(None, None, (_carried(HOSTILE),))
    full = DraftSection(
        _paragraph("heading", Text("（一）规范行政执法", carried=True), level=2),
        "enforcement",
        (
            _paragraph("heading", Text("1．完善程序"), level=3),
            _paragraph("heading", Text("（1）健全清单"), level=4),
            _paragraph("carried", Text("评查案卷", carried=True), _field(part, "上年36"),
                       Text("卷。", carried=True), notes=_notes()),
            _row(Text("指标|2025年|2026年", carried=True)),
            _row(Text("立案|", carried=True), _field(part, "上年29"), Text("|", carried=True),
                 _field(part, "上年31"), notes=_notes()),
            _paragraph("prompt", Text("上年承诺：修订裁量基准。本年落实："), _field(part, "待填")),
            _paragraph("blank", _field(part, "本节待写")),
        ),
    )  # fmt: skip
    return DraftChapter(part, _paragraph("heading", Text(heading), level=1), (bare, full))


def _field(part: str, words: str) -> Field:
    return Field(f"{part}.{words}", words, f"〔{words}〕")


def _notes() -> tuple[Note, ...]:
    verified = NoteItem(
        "P05", "只写了不足，没有写原因", "补写原因", "《法治政府建设与责任落实督察工作规定》"
    )
    open_ = NoteItem("S01", f"表述可能已过时：{HOSTILE}", "核对后改写", verified=False)
    return (
        Note("缺口", (verified, open_)),
        Note("核对", (open_,)),
        Note("承诺", (verified,)),
        Note("数据", (verified,)),
    )


def _row(*inlines: Inline, notes: tuple[Note, ...] = ()) -> DraftParagraph:
    return DraftParagraph("carried", inlines, notes, is_row=True)


def _fixed(text: str) -> DraftParagraph:
    return _paragraph("fixed", Text(text))


def _carried(text: str) -> DraftParagraph:
    return _paragraph("carried", Text(text, carried=True))


def _paragraph(
    kind: _Kind, *inlines: Inline, level: int | None = None, notes: tuple[Note, ...] = ()
) -> DraftParagraph:
    return DraftParagraph(kind, inlines, notes, level)
