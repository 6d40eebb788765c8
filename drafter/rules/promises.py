"""Rules on last year's promises and shortcomings (承诺、不足)."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model import Commitment, Comparison, Finding, Reply, Severity, Shortcoming
from drafter.rules.places import LAST_YEAR, full_place, quoted
from drafter.rules.registry import Rule, beside_last_year


def _unanswered(comparison: Comparison) -> Iterator[Finding]:
    """Concrete promises first: what names a thing to be made can be looked for."""
    open_ones = [reply for reply in comparison.promises if reply.answer is None]
    for reply in sorted(open_ones, key=lambda reply: not _is_concrete(reply)):
        again = "，只是又写进了下年安排" if reply.repeated is not None else ""
        severity: Severity = "warning" if _is_concrete(reply) else "info"
        yield Finding(
            "R01", severity,
            f"上年承诺{quoted(reply.matter.text)}没有找到落实情况{again}；请写明结果，没有完成的写明原因。",
            reply.matter.text, _place_last_year(comparison, reply), part="achievements",
        )  # fmt: skip


def _kept_in_part(comparison: Comparison) -> Iterator[Finding]:
    """Promises with a number that this year's report stays clearly behind."""
    for reply in comparison.promises:
        if reply.answer is None or not reply.shortfall:
            continue
        answer = reply.answer
        text = next(p.text for p in comparison.now.passages if p.id == answer.passage)
        yield Finding(
            "R01", "warning",
            f"上年承诺{quoted(reply.matter.text)}看来只落实了一部分：{reply.shortfall}；"
            f"没有完成的请写明原因。",
            text[answer.start : answer.end], passage=answer.passage,
        )  # fmt: skip


@beside_last_year
def _promises(comparison: Comparison) -> Iterator[Finding]:
    yield from _unanswered(comparison)
    yield from _kept_in_part(comparison)


def _place_last_year(comparison: Comparison, reply: Reply) -> str:
    """Where a matter stands in last year's report: in this year's it has no place yet."""
    return f"{LAST_YEAR} > {full_place(comparison.last, reply.matter.ref.passage)}"


def _is_concrete(reply: Reply) -> bool:
    return isinstance(reply.matter, Commitment) and reply.matter.concrete


@beside_last_year
def _neither_solved_nor_told(comparison: Comparison) -> Iterator[Finding]:
    for reply in comparison.shortcomings:
        if reply.answer is None and reply.repeated is None:
            yield Finding(
                "R02", "info",
                f"上年不足{quoted(reply.matter.text)}没有找到下文；"
                f"解决了的写进成效，没有解决的说明原因。",
                reply.matter.text, _place_last_year(comparison, reply),
                part="shortcomings",
            )  # fmt: skip


@beside_last_year
def _word_for_word(comparison: Comparison) -> Iterator[Finding]:
    for reply in comparison.shortcomings:
        again = reply.repeated
        if isinstance(again, Shortcoming) and reply.likeness >= _VERBATIM:
            yield Finding(
                "S09", "warning",
                f"不足{quoted(again.text)}与上年报告几乎一字不差；"
                f"仍然存在的请写新的情况和原因，解决了的删去。",
                again.text, passage=again.ref.passage,
            )  # fmt: skip


_VERBATIM = 90
"""Likeness of a sentence in which at most a word or two were changed."""

RULES: tuple[Rule, ...] = (
    Rule(
        id="R01",
        severity="warning",
        name="上年承诺",
        meaning="上年报告的下年安排，就是本年要交代落实情况的承诺。",
        action="逐条写明落实情况；未落实的写明原因。",
        source="实务",
        level="考核要求",
        example="上年写“建设执法培训基地”，今年没有下文",
        passes="上年写“建设执法培训基地”，今年写“执法培训基地建成，已办培训3期”",
        check=_promises,
    ),
    Rule(
        id="R02",
        severity="info",
        name="上年不足",
        meaning="上年报告写的不足，本年要么写怎样解决，要么说明为什么仍然存在。",
        action="已解决的写进成效，未解决的写明新的原因和措施。",
        source="实务",
        level="考核要求",
        example="上年写“执法力量薄弱”，今年没有下文",
        passes="上年写“执法力量薄弱”，今年写“新招录执法人员6名”",
        check=_neither_solved_nor_told,
    ),
    Rule(
        id="S09",
        severity="warning",
        name="不足与上年雷同",
        meaning="同一条不足一字不改写了两年，等于没有整改。",
        action="写本年的新情况和新原因；解决了的删去。",
        source="实务",
        level="考核要求",
        example="两年都写“综合行政执法力量较为薄弱”",
        passes="“新承接的执法事项专业性强，持证人员只有三成”",
        check=_word_for_word,
    ),
)
