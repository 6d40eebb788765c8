"""A rich invented draft (虚构草稿): a county with everything that a skeleton can hold."""

from __future__ import annotations

from typing import Any, Literal

from drafter.model import (
    Draft,
    DraftChapter,
    DraftParagraph,
    DraftSection,
    Field,
    Frame,
    Inline,
    Note,
    NoteCategory,
    NoteItem,
    Report,
    Source,
    Text,
)

HOSTILE = "{{ 7*7 }}{% raw %}[一级标题]&<>“甲”㎡𠮷\x01\u200b\ufdd00\ufdd1\n[正文]乙\t丙\x0b丁\ufffe"
HOSTILE_SHOWN = "{{ 7*7 }}{% raw %}[一级标题]&<>“甲”㎡𠮷0 [正文]乙 丙 丁"


def paragraph(
    kind: Literal["heading", "carried", "prompt", "blank", "fixed"],
    *inlines: Inline,
    level: int | None = None,
    notes: tuple[Note, ...] = (),
    is_row: bool = False,
) -> DraftParagraph:
    return DraftParagraph(kind, inlines, notes, level, is_row=is_row)


def carried(text: str) -> Text:
    return Text(text, carried=True)


def blank(tag: str, words: str) -> Field:
    return Field(tag, words, f"〔{words}〕")


def note(category: NoteCategory, *items: NoteItem) -> Note:
    return Note(category, items)


GAP = note("缺口", NoteItem("P05", "上年只写了不足，没有写原因。", "补写原因。", "督察工作规定"))
DOUBT = note(
    "核对",
    NoteItem(
        "S01",
        "“八五普法”的期限到2025年为止。",
        "核对新规划的名称后改写。",
        "规划文件",
        verified=False,
    ),
)
PROMISE = note("承诺", NoteItem("R01", "上年承诺落实结果待写。", "写明落实情况。"))
DATA = note(
    "数据", NoteItem("F02", "只有比率，没有分子和分母。", "向供数部门核实。", verified=False)
)


def heading(text: str, level: int, *notes: Note) -> DraftParagraph:
    return paragraph("heading", carried(text), level=level, notes=notes)


def county(chapters: tuple[DraftChapter, ...] | None = None, **changes: Any) -> Draft:  # noqa: ANN401 – any attribute
    draft: dict[str, Any] = {
        "year": 2026,
        "report": Report(Source("2025.txt", "txt", "utf-8", 0, ()), Frame(year=2025), (), (), ()),
        "title": (
            paragraph("fixed", carried("青禾县人民政府关于2026年度")),
            paragraph("fixed", carried("法治政府建设情况的报告")),
        ),
        "addressee": paragraph("fixed", carried("北岸市人民政府")),
        "preamble": (
            paragraph(
                "carried",
                carried("2026年，青禾县持续推进依法行政，现将有关情况报告如下。"),
                notes=(DOUBT,),
            ),
        ),
        "chapters": _chapters() if chapters is None else chapters,
        "closing": (paragraph("fixed", carried("特此报告。")),),
        "attachments": (
            paragraph("fixed", carried("附件：1．任务清单")),
            paragraph("fixed", carried("2．统计表")),
        ),
        "signature": (paragraph("fixed", carried("青禾县人民政府")),),
        "date": paragraph("blank", blank("date", "成文日期")),
    }
    return Draft(**(draft | changes))


def _chapters() -> tuple[DraftChapter, ...]:
    section = DraftSection(
        heading("（一）规范行政执法行为", 2, DATA),
        "enforcement",
        (
            paragraph(
                "carried",
                carried("全年评查"), blank("f1", "评查次数，上年2"), carried("次、"),
                blank("f2", "评查案卷，上年36"), carried("卷，合格率"), blank("f3", "上年98.6"),
                carried("%；“一次办好”事项持续增加——群众满意……"),
                notes=(GAP, DOUBT, PROMISE, DATA),
            ),
            paragraph("prompt", Text("上年承诺：修订裁量基准。本年落实："), blank("c1", "待填")),
            heading("1．加强培训", 3),
            paragraph("carried", carried(HOSTILE)),
            heading("（1）健全清单", 4),
            paragraph("blank", blank("t1", "请写明裁量基准的执行情况")),
        ),
    )  # fmt: skip
    rest = DraftSection(None, None, (paragraph("blank", blank("b1", "待写")),))
    return (
        DraftChapter("achievements", heading("一、主要举措和成效", 1), (section,)),
        DraftChapter("leadership", heading("二、党政主要负责人履行职责情况", 1, GAP), (rest,)),
    )
