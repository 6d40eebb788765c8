"""Rules on the four mandated parts and on numbering."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model import Finding, PartReading
from drafter.rules.places import place_of
from drafter.rules.registry import ALWAYS, Context, Rule

_DUTY = "《法治政府建设与责任落实督察工作规定》关于年度报告内容的规定"


def _reading(context: Context, key: str) -> PartReading:
    return next(part for part in context.report.parts if part.key == key)


def _name(context: Context, key: str) -> str:
    return next(part.name for part in context.knowledge.outline.parts if part.key == key)


def missing(key: str, rule: str, context: Context) -> Iterator[Finding]:
    """A mandated part that the report does not have at all."""
    if _reading(context, key).status == "missing":
        name = _name(context, key)
        yield Finding(
            rule,
            "error",
            f"{context.subject}没有“{name}”部分；这是必须报告的内容，请补写。",
            part=key,
        )


def _missing_achievements(context: Context) -> Iterator[Finding]:
    return missing("achievements", "P01", context)


def _missing_leadership(context: Context) -> Iterator[Finding]:
    return missing("leadership", "P02", context)


def _missing_shortcomings(context: Context) -> Iterator[Finding]:
    return missing("shortcomings", "P03", context)


def _missing_plans(context: Context) -> Iterator[Finding]:
    return missing("plans", "P04", context)


def _no_causes(context: Context) -> Iterator[Finding]:
    reading = _reading(context, "shortcomings")
    own = [p for p in context.report.passages if p.part == "shortcomings"]
    body = "".join(p.text for p in own if p.role != "heading")
    causes = next(
        (point for point in context.knowledge.outline.points if point.key == "causes"), None
    )
    words = causes.keywords if causes else ()
    if (
        reading.status not in ("missing", "embedded")
        and body
        and not any(word in body for word in words)
    ):
        yield Finding(
            "P05", "warning", "不足部分只列了不足，没有写原因；规定要求“不足和原因”，请补写原因。",
            part="shortcomings", passage=own[0].id,
        )  # fmt: skip


def _embedded(context: Context) -> Iterator[Finding]:
    reading = _reading(context, "leadership")
    if reading.status == "embedded":
        place = place_of(context.report, reading.passages[0])
        quote = next(p.text for p in context.report.passages if p.id == reading.passages[0])[:40]
        yield Finding(
            "P06", "warning",
            f"第一责任人履职没有单列，只在“{place}”中提到；请单列成章，写明听取汇报、部署、述法等情况。",
            quote, place, "leadership", reading.passages[0],
        )  # fmt: skip


def _merged(context: Context) -> Iterator[Finding]:
    for reading in context.report.parts:
        if reading.status not in ("merged", "hidden") or not reading.passages:
            continue
        place = place_of(context.report, reading.passages[0])
        name = _name(context, reading.key)
        where = f"（{place}）" if place else ""
        how = "与另一部分合在一章" if reading.status == "merged" else "没有标题，写在别章的末尾"
        what = f"“{name}”{how}{where}；请单列标题，各写各的内容。"
        if context.stage == "draft":
            what = f"“{name}”上年{how}{where}；新稿已单列成章，请核对切分的位置。"
        yield Finding(
            "P07", "info", what, place=place, part=reading.key, passage=reading.passages[0]
        )


RULES = (
    Rule("P01", "error", "缺举措成效", "年度报告必须写上一年度推进法治政府建设的主要举措和成效。",
         "补写这一部分。",
         _DUTY, "条例", "全文只有不足和下年安排两章",
         "全文有“主要举措和成效”一章，或者按主题分章写成效", _missing_achievements, ALWAYS),
    Rule("P02", "error", "缺第一责任人履职",
         "年度报告必须写党政主要负责人履行推进法治建设第一责任人职责的情况。",
         "单列一章，写明研究部署、听取汇报、学法、述法、出庭应诉等。", _DUTY, "条例",
         "全文没有提到主要负责人",
         "单列“第一责任人履职情况”一章，或者在成效里写明怎样履职", _missing_leadership, ALWAYS),
    Rule("P03", "error", "缺不足", "年度报告必须写推进法治政府建设存在的不足和原因。",
         "补写不足，并逐条写明原因。",
         _DUTY, "条例", "写完成效后直接写下年安排",
         "“三、存在的不足和原因”", _missing_shortcomings, ALWAYS),
    Rule("P04", "error", "缺下年安排", "年度报告必须写下一年度推进法治政府建设的主要安排。",
         "补写这一部分。",
         _DUTY, "条例", "写完不足就结束",
         "“四、2026年主要安排”，或者“下一步打算”", _missing_plans, ALWAYS),
    Rule("P05", "warning", "不足没有原因", "规定要求写“存在的不足和原因”，只列不足是不完整的。",
         "每条不足后面写一句原因。",
         _DUTY, "条例", "“二、存在的不足”下没有任何一句原因",
         "“上述问题的主要原因是编制紧缺、培训不够”", _no_causes, ALWAYS),
    Rule("P06", "warning", "履职内容未单列", "第一责任人履职只在别的章节里带到，没有自成一部分。",
         "单列成章，把散在各处的内容归拢。",
         _DUTY, "条例", "“区委、区政府主要负责人……亲自部署”写在成效第一条里",
         "“二、党政主要负责人履行第一责任人职责情况”单独一章", _embedded, ALWAYS),
    Rule("P07", "info", "两部分合写",
         "两个部分合在一个标题下，或者一个部分没有标题、藏在别章末尾。",
         "各部分单列标题，核对切分的位置。",
         _DUTY, "实务", "“三、存在不足和2025年工作打算”",
         "“三、存在的不足”“四、2025年工作打算”分开写", _merged, ALWAYS),
)  # fmt: skip
