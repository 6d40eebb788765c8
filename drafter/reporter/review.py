"""What the check of a finished report says: for people, for programs, for a CI run."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from drafter.model import Finding, Review, Severity
from drafter.render.characters import printable
from drafter.reporter import Paint, in_source_order, shortened
from drafter.rules.catalogue import rule_named
from drafter.rules.places import inner_quotes

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
NAMES = {"error": "错误", "warning": "警告", "info": "提示"}
_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}
_COUNTS = {"error": "个错误", "warning": "个警告", "info": "条提示"}
_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
_WHOLE = "全文"
_TELLING = 8
"""Characters of a quote by which it is known again in the message."""
_QUOTE_WIDTH = 72
"""Columns of a quote; a repeated paragraph fills pages."""


def review_text(review: Review, name: str, paint: Paint, against: str | None = None) -> str:
    """All findings in Chinese: most serious first, then rule by rule, and a summary line.

    Args:
        review: What the rules say.
        name: The file, as the user gave it.
        paint: Colours, or `plain`.
        against: Last year's file, None without.
    """
    year = f"（{review.report.frame.year}年度）" if review.report.frame.year else "（年度未能认出）"
    beside = f"，对照 {printable(against)}" if against else ""
    lines = [f"检查 {printable(name)}{year}{beside}", ""]
    for severity, found in groupby(review.findings, key=lambda f: f.severity):
        findings = list(found)
        lines.append(paint(f"{NAMES[severity]}（{len(findings)}）", _COLOURS[severity]))
        for rule, group in _by_rule(findings):
            lines += [*_rule_lines(rule, group, paint), ""]
    lines += excused_lines(review)
    lines.append(summary(review))
    return "\n".join(lines) + "\n"


def _by_rule(findings: Sequence[Finding]) -> Iterator[tuple[str, list[Finding]]]:
    """Findings of one severity rule by rule, in the order in which the rules first speak."""
    for rule in dict.fromkeys(finding.rule for finding in findings):
        yield rule, [finding for finding in findings if finding.rule == rule]


def _rule_lines(rule_id: str, findings: Sequence[Finding], paint: Paint) -> Iterator[str]:
    rule = rule_named(rule_id)
    yield f"  {paint(rule.id, 'bold')} {rule.name}。{rule.action}"
    told = None
    for finding in findings:
        place = printable(finding.place) or _WHOLE
        if place != told:
            yield f"    {place}"
        told = place
        yield f"      {printable(finding.message)}"
        if inner_quotes(finding.quote[:_TELLING]) not in inner_quotes(finding.message):
            yield f"      原文：“{inner_quotes(shortened(finding.quote, _QUOTE_WIDTH))}”"


def excused_lines(review: Review) -> Iterator[str]:
    """What the ignore file takes out, with its reasons, and what it names in vain."""
    if review.excused:
        yield f"按豁免清单不计（{len(review.excused)}）"
        for row in review.excused:
            yield f"  {row.finding.rule} {printable(row.finding.message)}"
            yield f"    理由：{printable(row.reason)}"
        yield ""
    if review.unused:
        yield f"豁免清单里没有用上的：{'、'.join(map(printable, review.unused))}；可以删去。"
        yield ""


def counts(review: Review) -> dict[Severity, int]:
    """How many findings there are of each severity, most serious first."""
    return {s: sum(f.severity == s for f in review.findings) for s in SEVERITIES}


def fails(review: Review, fail_on: str) -> bool:
    """Whether a finding is at or above a severity; `never` is above all."""
    if fail_on == "never":
        return False
    worst = SEVERITIES[: [*SEVERITIES].index(fail_on) + 1]  # type: ignore[arg-type] # click checked
    return any(finding.severity in worst for finding in review.findings)


def summary(review: Review) -> str:
    """One line: how many of each."""
    said = [f"{number} {_COUNTS[s]}" for s, number in counts(review).items() if number]
    excused = f"，另有 {len(review.excused)} 条按豁免清单不计" if review.excused else ""
    return (f"共 {'、'.join(said)}" if said else "没有发现问题") + f"{excused}。"


def review_json(review: Review, name: str, against: str | None = None) -> str:
    """The findings for programs; `quote` verbatim, `passage` as `drafter parse` counts them."""
    told = in_source_order(review.report)

    def data(finding: Finding) -> dict[str, Any]:
        return {
            "rule": finding.rule, "severity": finding.severity, "message": finding.message,
            "action": finding.action, "quote": finding.quote, "place": finding.place,
            "part": finding.part, "passage": told.first(finding.passage), "line": finding.line,
        }  # fmt: skip

    return _dumped({
        "file": name,
        "against": against,
        "year": review.report.frame.year,
        "findings": [data(finding) for finding in review.findings],
        "excused": [{**data(row.finding), "reason": row.reason} for row in review.excused],
        "unused": list(review.unused),
        "summary": counts(review),
    })  # fmt: skip


def _dumped(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def review_github(review: Review, name: str) -> str:
    """The findings as workflow commands, one a line, which a CI run shows beside the file."""
    return "".join(
        f"::{_COMMANDS[f.severity]} file={_property(name)},line={f.line or 1},"
        f"title={_property(f'{f.rule} {rule_named(f.rule).name}')}::{_data(_with_place(f))}\n"
        for f in review.findings
    )


def _with_place(finding: Finding) -> str:
    return f"{finding.place}：{finding.message}" if finding.place else finding.message


def _data(text: str) -> str:
    """Text of a workflow command: line breaks and percent signs would end or change it."""
    for char, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(char, code)
    return printable(text)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
