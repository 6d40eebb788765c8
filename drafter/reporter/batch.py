"""What a batch has come to, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from drafter.batch import BatchResult, Item, Outcome
from drafter.render.characters import printable
from drafter.reporter import Paint, padded, shortened
from drafter.reporter.review import NAMES, SEVERITIES
from drafter.rules.catalogue import rule_named

_FREQUENT = 10
_FAILED = 20
_NAME_WIDTH = 40


def batch_text(result: BatchResult, paint: Paint) -> Iterator[str]:
    """How much was done, what is wrong most often, and what could not be done; in pieces.

    Args:
        result: The batch.
        paint: Colours, or `plain`.
    """
    yield "".join(f"{line}\n" for line in _head(result, paint))
    frequent = result.tally.frequent()
    if frequent:
        yield f"\n{paint('最常见的问题', 'bold')}\n"
        yield from (_rule(result, rule_id) for rule_id in frequent[:_FREQUENT])
        if len(frequent) > _FREQUENT:
            yield f"  其余 {len(frequent) - _FREQUENT} 种见汇总表。\n"
    if result.tally.failed:
        yield f"\n{paint(f'没有办成（{result.tally.failed} 份）', 'red')}\n"
        yield from _failures(result)


def passed_over_text(names: Sequence[str]) -> str:
    """What was not read because it is no report by its suffix, empty if nothing was left."""
    if not names:
        return ""
    shown = "、".join(printable(name) for name in names[:_FREQUENT])
    more = f"等 {len(names)} 个文件" if len(names) > _FREQUENT else ""
    return f"\n没有读（看扩展名不是报告；是报告的请直接写出文件名）：{shown}{more}\n"


def batch_json(result: BatchResult) -> Iterator[str]:
    """All files and counts as one JSON object, piece by piece: a province has ten thousand."""
    tally = result.tally
    head = {
        "folder": str(result.folder), "summary": str(result.summary),
        "kept": [str(path) for path in result.kept],
        "counts": {"files": tally.files, "failed": tally.failed, "redone": result.redone},
        "findings": {severity: tally.findings[severity] for severity in SEVERITIES},
        "rules": [
            {"rule": r, "reports": tally.reports[r], "findings": tally.rules[r]}
            for r in tally.frequent()
        ],
    }  # fmt: skip
    yield _sound(json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}"))
    yield ',\n "files": ['
    for number, (item, outcome) in enumerate(result.outcomes()):
        row = json.dumps(_file(item, outcome), ensure_ascii=False)
        yield f"{',' if number else ''}\n  {_sound(row)}"
    yield "\n ]\n}\n"


def _head(result: BatchResult, paint: Paint) -> Iterator[str]:
    tally = result.tally
    idle = tally.files - result.redone
    kept = f"，其中 {idle} 份没有变化，未重做" if idle else ""
    yield f"共 {tally.files} 份报告，办成 {tally.files - tally.failed} 份{kept}。"
    said = "，".join(f"{NAMES[s]} {tally.findings[s]} 条" for s in SEVERITIES)
    yield f"检查结果：{said}。"
    folder, summary = (printable(str(path)) for path in (result.folder, result.summary))
    yield f"初稿在 {paint(folder, 'green')}，汇总表是 {paint(summary, 'green')}。"


def _rule(result: BatchResult, rule_id: str) -> str:
    rule = rule_named(rule_id)
    name = padded(shortened(rule.name, _NAME_WIDTH), _NAME_WIDTH)
    reports, findings = result.tally.reports[rule_id], result.tally.rules[rule_id]
    return f"  {rule_id} {name} {NAMES[rule.severity]}  {reports} 份 {findings} 条\n"


def _failures(result: BatchResult) -> Iterator[str]:
    told = 0
    for item, outcome in result.outcomes():
        if outcome.error is None:
            continue
        if told == _FAILED:
            yield f"  其余 {result.tally.failed - told} 份见汇总表。\n"
            return
        told += 1
        yield f"  {printable(item.source)}\n    {printable(outcome.error)}\n"


def _file(item: Item, outcome: Outcome) -> dict[str, Any]:
    facts = outcome.facts
    known: dict[str, Any] = {} if facts is None else {
        "agency": facts.agency, "year": facts.year, "profile": facts.profile,
        "parts": dict(facts.parts),
        "findings": {"error": facts.errors, "warning": facts.warnings, "info": facts.infos},
        "figures": facts.figures, "promises": facts.promises, "against": facts.against,
        "worst": list(facts.worst), "rules": dict(facts.rules),
    }  # fmt: skip
    status = "failed" if outcome.error else "done"
    draft = None if outcome.error else outcome.target
    return {"file": item.source, "status": status, "draft": draft, "error": outcome.error, **known}


def _sound(text: str) -> str:
    """Text that can be written as UTF-8: a file name of Linux may hold bytes that are none."""
    return text.encode("utf-8", "replace").decode("utf-8")
