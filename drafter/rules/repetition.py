"""Rules on what is word for word last year's (雷同)."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.knowledge.bodies import same_body
from drafter.model import Comparison, Finding, Report
from drafter.rules.places import LAST_YEAR
from drafter.rules.registry import Context, Rule, beside_last_year

_SHARE = 0.5
"""More than half of a report in last year's words is a rolled-over report."""
_ALIKE, _WORD_FOR_WORD = 90, 100
_WRITTEN = frozenset({"body", "item"})


@beside_last_year
def _paragraphs(comparison: Comparison) -> Iterator[Finding]:
    for repetition in comparison.repetitions:
        if repetition.likeness >= _ALIKE:
            is_whole = repetition.likeness == _WORD_FOR_WORD
            share = "除年份外一字不差" if is_whole else f"有{int(repetition.likeness)}%的文字相同"
            yield Finding(
                "S03", "warning", f"这一段与上年报告{share}；请按本年的实际情况改写。",
                _paragraph(comparison.now, repetition.now), passage=repetition.now,
            )  # fmt: skip


def _paragraph(report: Report, first: int) -> str:
    """The words of a paragraph: a passage, and the items that go on in its line."""
    rest = iter(report.passages)
    before = next(p for p in rest if p.id == first)
    words = before.text
    for passage in rest:
        if passage.role not in _WRITTEN or passage.spans[0].line != before.spans[-1].line:
            break
        words, before = words + passage.text, passage
    return words


@beside_last_year
def _whole(comparison: Comparison) -> Iterator[Finding]:
    share = comparison.share
    if share >= _SHARE:
        yield Finding(
            "S10",
            "warning",
            f"全文有{int(100 * share)}%的文字与上年报告相同，达到一半以上；请对照上年稿逐段改写。",
        )


_TELLS = {
    "other": "对照的是“{last}”的报告，不是本单位上一年的；请换成本单位的再查一遍。",
    "doubtful": (
        "对照的是“{last}”的报告，与“{now}”名称不同；如不是改了名称，请换成本单位的再查一遍。"
    ),
}


def _other_body(context: Context) -> Iterator[Finding]:
    """Whether the report beside this one is another body's, or not of the year before."""
    if context.comparison is None:
        return
    now, last = context.comparison.now.frame, context.comparison.last.frame
    sameness = same_body(now.agency, last.agency, context.knowledge)
    if told := _TELLS.get(sameness):
        message = told.format(last=last.agency, now=now.agency)
        yield Finding("C01", "warning", message, last.agency or "", LAST_YEAR)
    if sameness != "other" and last.year and now.year and now.year > last.year + 1:
        yield Finding(
            "C01", "warning",
            f"对照的是{last.year}年的报告，不是{now.year - 1}年的；请换成上一年的再查一遍。",
            place=LAST_YEAR,
        )  # fmt: skip


RULES: tuple[Rule, ...] = (
    Rule(
        id="C01",
        severity="warning",
        name="对照的不是上一年",
        meaning="用来对照的应当是本单位上一年的报告。",
        action="换成本单位上一年的报告再查。",
        source="实务",
        level="实务",
        example="查云岫县的报告，对照的是枫汀镇的",
        passes="中共云岫县委、云岫县人民政府联合报告，对照云岫县人民政府上一年的",
        check=_other_body,
    ),
    Rule(
        id="S03",
        severity="warning",
        name="段落与上年雷同",
        meaning="一段文字有九成以上与上年报告相同。",
        action="按本年的实际情况改写。",
        source="实务",
        level="考核要求",
        example="整段照抄上年，只换了年份",
        passes="同一项工作，写本年的做法和数据",
        check=_paragraphs,
    ),
    Rule(
        id="S10",
        severity="warning",
        name="全文雷同",
        meaning="全文一半以上的文字与上年报告相同。",
        action="对照上年稿逐段改写。",
        source="实务",
        level="考核要求",
        example="换了年份和几个数字就上报",
        passes="沿用结构和固定说法，内容重写",
        check=_whole,
    ),
)
