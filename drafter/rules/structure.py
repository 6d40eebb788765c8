"""Rules on the four mandated parts and on numbering."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.model import Finding, PartReading, Passage
from drafter.rules.places import place_of, words_of
from drafter.rules.registry import ALWAYS, Context, Rule
from drafter.zh.numbering import (
    CHAPTER,
    NUMBER,
    PART,
    SECTION,
    find_marks,
    mark_at,
    numeral_kind,
)
from drafter.zh.width import is_blank

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
    body = "".join(p.text for p in own if p.id != reading.heading)
    if reading.status in ("missing", "embedded") or not body or _states_cause(context, body):
        return
    yield Finding(
        "P05", "warning", "不足部分只列了不足，没有写原因；规定要求“不足和原因”，请补写原因。",
        own[0].text, part="shortcomings", passage=own[0].id,
    )  # fmt: skip


def _states_cause(context: Context, body: str) -> bool:
    """Whether any cause is given, in a sentence of its own or inside a deficiency (因…导致…)."""
    if any(row.cause for row in context.report.shortcomings):
        return True
    points = context.knowledge.outline.points
    named = next((point.keywords for point in points if point.key == "causes"), ())
    return any(word in body for word in (*named, *context.knowledge.words["cause_words"]))


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


def _shown(context: Context) -> Iterator[tuple[Passage, Passage | None]]:
    """Each passage of the report with the next one."""
    shown = [p for p in context.report.passages if p.role != "noise"]
    yield from zip(shown, [*shown[1:], None], strict=True)


def _empty_parts(context: Context) -> Iterator[Finding]:
    keys = {part.heading: part.key for part in context.report.parts if part.status == "present"}
    for passage, following in _shown(context):
        if passage.id not in keys or passage.level != 1:
            continue
        own = following is not None and following.part == passage.part
        if following is None or following.role in _TAIL or (following.level == 1 and not own):
            name = _name(context, keys[passage.id])
            yield Finding(
                "P08", "error", f"“{name}”只有标题，下面没有内容；请补写。",
                passage.text, part=keys[passage.id], passage=passage.id,
            )  # fmt: skip


def _empty_sections(context: Context) -> Iterator[Finding]:
    for passage, following in _shown(context):
        if passage.role != "heading" or (passage.level or 0) < _SECTION or not passage.part:
            continue
        if following is None or following.role in _TAIL or _is_beside(following, passage):
            yield Finding(
                "P11", "warning",
                f"小标题“{words_of(passage)}”下面没有内容；请补写，没有这项工作的删去标题。",
                passage.text, passage=passage.id,
            )  # fmt: skip


def _is_beside(following: Passage, heading: Passage) -> bool:
    """Whether the next heading is of the same level or above, so that nothing is between them.

    Numbered short sentences (1.…；2.…；) are headings without body on purpose, and end so.
    """
    if following.role != "heading" or (following.level or 0) > (heading.level or 0):
        return False
    return not heading.text.rstrip().endswith(_STOPS)


def _numbering(context: Context) -> Iterator[Finding]:
    """Numerals of one level that repeat or skip beneath one heading.

    Numerals of another kind count for themselves (壹、 above 一、), and a list is only measured
    from its second numeral on: its first ones may stand inside a paragraph.
    """
    last: dict[tuple[int, str], int] = {}
    for passage in context.report.passages:
        if passage.role != "heading" or not passage.level:
            continue
        last = {key: number for key, number in last.items() if key[0] <= passage.level}
        mark = mark_at(words_of(passage))
        if mark is None or mark.number is None or mark.style not in _COUNTED:
            continue
        numeral = words_of(passage)[: mark.end].strip()
        key = (passage.level, numeral_kind(numeral))
        before, last[key] = last.get(key), mark.number
        if before is None or mark.number == before + 1:
            continue
        how = "重复" if mark.number <= before else "跳号"
        yield Finding(
            "P09", "warning",
            f"标题“{numeral}”{how}，前一个是第{before}个，这里应当是第{before + 1}个；请改正编号。",
            passage.text, passage=passage.id,
        )  # fmt: skip


def _glued(context: Context) -> Iterator[Finding]:
    """Headings that do not begin their line, and headings with another numeral inside."""
    run_in = []
    for passage in context.report.passages:
        if passage.role != "heading" or (passage.level or 0) > _SECTION or not passage.spans:
            continue
        span, heading = passage.spans[0], passage.text.strip()
        before = context.report.source.lines[span.line - 1][: span.start]
        if not is_blank(before):
            run_in.append(passage)
        elif inside := _second_numeral(heading):
            yield Finding(
                "P10", "warning", f"两个标题连在一行（“{heading}”）；请分成两行。",
                inside, passage=passage.id,
            )  # fmt: skip
    if run_in:
        yield _run_in(run_in)


def _run_in(glued: Sequence[Passage]) -> Finding:
    """One finding for all: in a text that was pasted without breaks, all headings are glued."""
    first = glued[0]
    more = f"等{len(glued)}个标题" if len(glued) > 1 else ""
    return Finding(
        "P10", "warning",
        f"标题“{first.text.strip()}”{more}接在前一段的后面，没有另起一行；请分段。",
        first.text, passage=first.id,
    )  # fmt: skip


def _second_numeral(heading: str) -> str:
    """What begins at another numeral of the same kind inside a heading, '' without one."""
    own = mark_at(heading)
    if own is None or own.style not in (CHAPTER, SECTION):
        return ""
    later = (m for m in find_marks(heading) if m.start >= own.end and m.style == own.style)
    found = next((m for m in later if m.number == (own.number or 0) + 1), None)
    return heading[found.start :] if found else ""


_SECTION = 2
"""Level of the headings （一）."""
_STOPS = ("。", "；", ";", "！")
_TAIL = ("closing", "signature", "date", "attachment")
_COUNTED = (PART, CHAPTER, SECTION, NUMBER)

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
    Rule("P08", "error", "部分是空的", "必须报告的部分只有一个标题，没有内容。", "补写内容。",
         _DUTY, "条例", "“三、存在的不足和原因”下面接着就是“四、下年安排”",
         "标题下面有一段话或分节", _empty_parts),
    Rule("P09", "warning", "编号重复或跳号", "同一级标题的编号应当从一开始，依次递增。",
         "按顺序改正编号。", "GB/T 9704—2012《党政机关公文格式》", "国标",
         "（一）（二）（二）（四）", "每一部分的小标题从（一）重新编起", _numbering),
    Rule("P10", "warning", "标题粘连", "标题没有另起一行，或者两个标题连在了一起。", "分成两段。",
         "实务", "实务", "“……按期办结率100%。（二）加强执法监督。……”接在一段里",
         "“（二）加强执法监督。全年评查案卷50卷”，标题后接正文", _glued),
    Rule("P11", "warning", "小标题下没有内容", "小标题下面没有一句正文。",
         "补写；没有这项工作的删去标题。", "实务", "实务",
         "“（三）加强政务诚信建设”下面接着就是“（四）……”",
         "“1.开展培训。”自成一条", _empty_sections),
)  # fmt: skip
