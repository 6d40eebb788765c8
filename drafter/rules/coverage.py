"""Rules on themes: what this kind of body is expected to write on, and what could not be placed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.knowledge.coverage import themes_mentioned, themes_treated
from drafter.knowledge.outline import has_lapsed, theme_of
from drafter.model import Finding
from drafter.rules.registry import ALWAYS, Context, Rule

_TOLD = ("achievements", "leadership")
_TOUCHED = 3
"""Different keywords of its own that make a theme treated although no section is about it: a
passing remark brings one or two, a paragraph four and more (development reports and examples)."""


def _absent(context: Context) -> Iterator[Finding]:
    report = context.report
    own = {s.theme for s in report.sections if s.part in _TOLD}
    wanted = [key for key in context.profile.expected if key not in own]
    for key in _not_mentioned(wanted, context):
        name = theme_of(context.knowledge.outline, key).heading
        advice = "有这项工作的请补写，没有的不必写。"
        if context.stage == "draft":
            advice = f"确无此项工作的可以删去。{_lapsed(context, key)}"
        yield Finding(
            "T01", "warning",
            f"{context.profile.name}报告一般要写“{name}”，{context.subject}没有单列；{advice}",
            part="achievements", theme=key,
        )  # fmt: skip


def _not_mentioned(themes: Sequence[str], context: Context) -> list[str]:
    """Those of some themes that no heading names and no paragraph treats in passing."""
    told = [p for p in context.report.passages if p.part in _TOLD]
    if themes:  # to look through a whole report is worth while only for what has no section
        titles = "\n".join(p.text for p in told if p.role == "heading")
        named = themes_mentioned(titles, context.knowledge)
        themes = [key for key in themes if key not in named]
    if themes:
        text = "".join(p.text for p in told if p.role in ("heading", "item", "body"))
        treated = themes_treated(text, themes, _TOUCHED, context.knowledge)
        themes = [key for key in themes if key not in treated]
    return list(themes)


def _lapsed(context: Context, key: str) -> str:
    gone = has_lapsed(context.knowledge.outline, key, context.year)
    return "原依据的纲要已到期，接续文件名称待核实。" if gone else ""


def _doubtful(context: Context) -> Iterator[Finding]:
    texts = {p.id: p.text for p in context.report.passages}
    outline = context.knowledge.outline
    for section in context.report.sections:
        if section.band != "none" and section.score >= _LOW:
            continue
        best = section.alternatives[0]
        name = theme_of(outline, best.theme).name
        told = (
            f"没有归类，最近的是“{name}”（{best.score:.0f} 分），请核对。"
            if section.band == "none"
            else f"归入“{name}”把握不大（{best.score:.0f} 分），请核对。"
        )
        yield Finding(
            "T02", "info",
            f"“{texts[section.heading].strip('。')}”{told}",
            texts[section.heading], part=section.part, passage=section.heading, theme=section.theme,
        )  # fmt: skip


_LOW = 30.0
"""Below this score one match in two was wrong on the development reports and openings."""

RULES: tuple[Rule, ...] = (
    Rule(
        id="T01",
        severity="warning",
        name="主题缺失",
        meaning="同类单位的报告一般都会写到的主题，报告没有单列。",
        action="有工作就补写；不属于本单位职责的删去该节。",
        source="通行大纲（参照法治政府建设实施纲要的章目）",
        level="考核要求",
        example="县政府报告没有写突发事件应对",
        passes="县政府报告写了应急预案、演练和救援队伍，只是没有单列一节",
        check=_absent,
        stages=ALWAYS,
    ),
    Rule(
        id="T02",
        severity="info",
        name="归类把握不大",
        meaning="小标题和正文都看不出明确的主题，归类得分低。",
        action="核对该节归入的主题。",
        source="程序判断",
        level="实务",
        example="“以实干作答，以实绩说话”",
        passes="“（三）规范行政执法行为”",
        check=_doubtful,
        stages=("draft",),
    ),
)
