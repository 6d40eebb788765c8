"""Rules on what is word for word last year's (雷同)."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model import Finding
from drafter.rules.registry import Context, Rule

_SHARE = 0.5
"""More than half of a report in last year's words is a rolled-over report."""
_ALIKE = 90


def _paragraphs(context: Context) -> Iterator[Finding]:
    if context.comparison is None:
        return
    texts = {p.id: p.text for p in context.report.passages}
    for repetition in context.comparison.repetitions:
        if repetition.likeness >= _ALIKE:
            yield Finding(
                "S03", "warning",
                f"这一段与上年有{repetition.likeness:.0f}%的文字相同；请按本年的实际情况改写。",
                texts[repetition.now], passage=repetition.now,
            )  # fmt: skip


def _whole(context: Context) -> Iterator[Finding]:
    if context.comparison is None:
        return
    share = context.comparison.share
    if share >= _SHARE:
        yield Finding(
            "S10",
            "warning",
            f"全文有{share:.0%}的文字与上年报告相同，超过一半；请对照上年稿逐段改写。",
        )


RULES = (
    Rule("S03", "warning", "段落与上年雷同", "一段文字有九成以上与上年报告相同。",
         "按本年的实际情况改写。", "实务", "考核要求", "整段照抄上年，只换了年份",
         "同一项工作，写本年的做法和数据", _paragraphs),
    Rule("S10", "warning", "全文雷同", "全文一半以上的文字与上年报告相同。",
         "对照上年稿逐段改写。", "实务", "考核要求", "换了年份和几个数字就上报",
         "沿用结构和固定说法，内容重写", _whole),
)  # fmt: skip
