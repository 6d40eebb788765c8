"""Two years side by side: for people in the terminal, for programs as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from drafter.model import (
    Commitment,
    Comparison,
    Figure,
    FigurePair,
    Passage,
    Ref,
    Reply,
    Report,
    Section,
    SectionPair,
)
from drafter.render.characters import printable
from drafter.reporter import Paint, in_source_order, padded, shortened
from drafter.rules.places import full_place, words_of
from drafter.zh.placeholders import scale_of

_NAME, _VALUE, _SENTENCE = 30, 14, 76
_NOTHING = "—"
_SCALES = {"万": Decimal(10**4), "亿": Decimal(10**8), "万亿": Decimal(10**12)}


def comparison_text(comparison: Comparison, names: tuple[str, str], paint: Paint) -> str:
    """Figures with their change, sections, promises with their answers, repeated wording.

    Args:
        comparison: Of two reports.
        names: Of the files, the older one first.
        paint: Colours, or `plain`.
    """
    older, newer = (_headed(r, n) for r, n in zip(_reports(comparison), names, strict=True))
    blocks = (
        ("数据", _figure_lines(comparison)),
        ("章节", _section_lines(comparison)),
        ("上年承诺", _reply_lines(comparison, comparison.promises)),
        ("上年不足", _reply_lines(comparison, comparison.shortcomings)),
        ("重复的文字", _repetition_lines(comparison)),
    )
    lines = [f"对照 {older} 和 {newer}", ""]
    for title, rows in blocks:
        lines += [paint(title, "bold"), *rows, ""]
    return "\n".join([*lines, _summary(comparison)]) + "\n"


def _reports(comparison: Comparison) -> tuple[Report, Report]:
    return comparison.last, comparison.now


def _headed(report: Report, name: str) -> str:
    agency, year = report.frame.agency, report.frame.year
    told = "，".join(filter(None, (agency, f"{year}年度" if year else "")))
    return printable(f"{name}（{told}）" if told else name)


# ----------------------------------------------------------------------------------- figures


def _figure_lines(comparison: Comparison) -> Iterator[str]:
    if not comparison.figures:
        yield "  没有可以对照的数字"
        return
    years = [str(report.frame.year or _NOTHING) for report in _reports(comparison)]
    head = (padded("", _NAME), *(padded(year, _VALUE) for year in years), "增减")
    yield "  " + "  ".join(head)
    for pair in comparison.figures:
        if pair.last is not None and pair.now is not None:
            cells = (
                padded(_name(pair.now), _NAME),
                padded(_value(pair.last), _VALUE),
                padded(_value(pair.now), _VALUE),
            )
            yield ("  " + "  ".join((*cells, _change(pair)))).rstrip()
    only_last = [pair.last for pair in comparison.figures if pair.last and not pair.now]
    only_now = [pair.now for pair in comparison.figures if pair.now and not pair.last]
    for year, alone in zip(years, (only_last, only_now), strict=True):
        if alone:
            yield f"  只有{year}年有的（{len(alone)}）"
            yield from (f"    {padded(_name(f), _NAME)}{_value(f)}" for f in alone)


def _name(figure: Figure) -> str:
    return shortened(figure.indicator, _NAME) or "（未认出名称）"


def _value(figure: Figure) -> str:
    return shortened(figure.text, _VALUE)


def _change(pair: FigurePair) -> str:
    if pair.change is None or pair.now is None or pair.last is None:
        return ""
    if pair.change == 0:
        return "未变"
    points = "个百分点" if pair.now.unit == "%" else ""
    percent = f"（{_signed(pair.percent)}%）" if pair.percent is not None else ""
    scale = scale_of(pair.now.value)
    if scale and scale == scale_of(pair.last.value):
        return f"{_signed(pair.change / _SCALES[scale])}{scale}{percent}"
    return f"{_signed(pair.change)}{points}{percent}"


def _signed(number: Decimal) -> str:
    rounded = round(number, 2)
    return f"{rounded.normalize():+f}"


# ---------------------------------------------------------------------------------- sections


def _section_lines(comparison: Comparison) -> Iterator[str]:
    if not comparison.sections:
        yield "  没有可以对照的章节"
    for pair in comparison.sections:
        last = _heading(comparison.last, pair.last)
        now = _heading(comparison.now, pair.now)
        if pair.last is None:
            yield f"  新增　{now}"
        elif pair.now is None:
            yield f"  没有了　{last}"
        elif last == now:
            yield f"  相同　{now}"
        else:
            yield f"  对应　{last} → {now}"


def _heading(report: Report, section: Section | None) -> str:
    if section is None:
        return ""
    found = next(p for p in report.passages if p.id == section.heading)
    return shortened(words_of(found).strip().rstrip("。"), _SENTENCE // 2)


# ------------------------------------------------------------------- promises and shortcomings


def _reply_lines(comparison: Comparison, replies: Iterable[Reply]) -> Iterator[str]:
    texts = {p.id: p for p in comparison.now.passages}
    told = False
    for reply in replies:
        told = True
        yield f"  {reply.matter.id}　{shortened(reply.matter.text, _SENTENCE)}"
        if reply.answer is not None:
            yield f"      落实：{shortened(_words(texts, reply.answer), _SENTENCE)}"
            yield f"      （{printable(full_place(comparison.now, reply.answer.passage))}）"
            if reply.shortfall:
                yield f"      只落实了一部分：{reply.shortfall}"
        if reply.repeated is not None:
            again = "又写入下年安排" if isinstance(reply.matter, Commitment) else "本年仍有"
            yield f"      {again}：{shortened(reply.repeated.text, _SENTENCE)}"
        if reply.answer is None and reply.repeated is None:
            yield "      没有找到下文"
    if not told:
        yield "  没有"


def _words(passages: dict[int, Passage], ref: Ref) -> str:
    return passages[ref.passage].text[ref.start : ref.end].strip()


# -------------------------------------------------------------------------------- repetition


def _repetition_lines(comparison: Comparison) -> Iterator[str]:
    texts = {p.id: p.text for p in comparison.now.passages}
    if not comparison.repetitions:
        yield "  没有九成以上相同的段落"
    for row in comparison.repetitions:
        yield f"  {row.likeness:.0f}%　{printable(full_place(comparison.now, row.now))}"
        yield f"      {shortened(texts[row.now], _SENTENCE)}"


def _summary(comparison: Comparison) -> str:
    both = sum(pair.last is not None and pair.now is not None for pair in comparison.figures)
    kept = sum(reply.answer is not None for reply in comparison.promises)
    size, pieces = len(comparison.last.commitments), len(comparison.promises)
    parted = size != pieces  # a promise with a target is answered twice
    counted = f"{size} 条，按指标分成 {pieces} 项" if parted else f"{size} 条"
    answered = f"{kept} 项" if parted else f"{kept} 条"
    return (
        f"两年都有的数据 {both} 项；上年承诺 {counted}，找到落实 {answered}；"
        f"与上年相同的文字占 {comparison.share:.0%}。"
    )


# -------------------------------------------------------------------------------------- JSON


def comparison_json(comparison: Comparison, names: tuple[str, str]) -> str:
    """The comparison for programs; passages as `drafter parse` counts them, words verbatim."""
    now = {p.id: p for p in comparison.now.passages}
    told_last, told_now = map(in_source_order, _reports(comparison))
    data = {
        "files": list(names),
        "years": [report.frame.year for report in _reports(comparison)],
        "figures": [_figure_data(pair) for pair in comparison.figures],
        "sections": [_section_data(comparison, pair) for pair in comparison.sections],
        "promises": [_reply_data(now, reply, comparison) for reply in comparison.promises],
        "shortcomings": [_reply_data(now, reply, comparison) for reply in comparison.shortcomings],
        "repetitions": [
            {
                "last": told_last.first(row.last), "now": told_now.first(row.now),
                "likeness": round(row.likeness, 1), "text": now[row.now].text,
                "place": full_place(comparison.now, row.now),
            }
            for row in comparison.repetitions
        ],
        "share": round(comparison.share, 4),
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _figure_data(pair: FigurePair) -> dict[str, Any]:
    shown = pair.now or pair.last
    return {
        "indicator": shown.indicator if shown else "",
        "last": pair.last.text if pair.last else None,
        "now": pair.now.text if pair.now else None,
        "change": None if pair.change is None else float(pair.change),
        "percent": None if pair.percent is None else float(round(pair.percent, 2)),
    }


def _section_data(comparison: Comparison, pair: SectionPair) -> dict[str, Any]:
    section = pair.now or pair.last
    return {
        "theme": section.theme if section else None,
        "last": _heading_text(comparison.last, pair.last),
        "now": _heading_text(comparison.now, pair.now),
    }


def _heading_text(report: Report, section: Section | None) -> str | None:
    return next((p.text for p in report.passages if section and p.id == section.heading), None)


def _reply_data(now: dict[int, Passage], reply: Reply, comparison: Comparison) -> dict[str, Any]:
    answer = reply.answer
    return {
        "id": reply.matter.id,
        "text": reply.matter.text,
        "answer": None if answer is None else now[answer.passage].text[answer.start : answer.end],
        "place": "" if answer is None else full_place(comparison.now, answer.passage),
        "score": round(reply.score, 1),
        "repeated": reply.repeated.text if reply.repeated else None,
        "likeness": round(reply.likeness, 1),
        "shortfall": reply.shortfall or None,
    }
