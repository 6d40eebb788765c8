"""Blanks (待填) of a skeleton hold no facts: what stands in 〔…〕 is last year's or a question."""

from __future__ import annotations

from msgspec.structs import replace

from drafter.model import Report
from drafter.zh.placeholders import find_placeholders

_FILLER = "　"
"""As wide as a character and no word of any list, so that positions stay what they are."""


def without_blanks(text: str) -> str:
    """A text of the same length, its blanks hollowed out."""
    for start, end in find_placeholders(text):
        text = text[:start] + _FILLER * (end - start) + text[end:]
    return text


def hollowed(report: Report) -> Report:
    """A report whose passages have no words in their blanks; the same one if it has no blank."""
    passages = tuple(
        replace(p, text=without_blanks(p.text)) if "〔" in p.text else p for p in report.passages
    )
    return replace(report, passages=passages) if passages != report.passages else report
