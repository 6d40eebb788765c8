"""Rules on names that are no longer right, and on lists that say how many things they name."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model import Finding, Passage
from drafter.rules.places import quoted
from drafter.rules.registry import Context, Rule
from drafter.zh.listing import announced, find_overfull
from drafter.zh.names import ERA, find_gone, find_slips
from drafter.zh.numbering import IS, mark_at
from drafter.zh.numerals import format_numeral
from drafter.zh.placeholders import last_clause

_PROSE = ("heading", "item", "body", "preamble", "title")
_WRITTEN = ("body", "item", "heading", "preamble")
_REFORMED = 2019
"""The first year of reports in which the offices of before the reform of 2018 are gone."""
_FEWEST = 2


def _names(context: Context) -> Iterator[Finding]:
    words = context.knowledge.words
    slips = _pairs(words["term_slips"])
    gone = _pairs(words["gone_offices"]) if context.year >= _REFORMED else {}
    for passage in context.report.passages:
        if passage.role not in _PROSE:
            continue
        for wrong in dict.fromkeys(find_slips(passage.text, tuple(slips))):
            yield Finding(
                "S11", "warning", f"“{wrong}”应为“{slips[wrong]}”，请改正。",
                wrong, passage=passage.id,
            )  # fmt: skip
        for found in ERA.finditer(passage.text):
            yield Finding(
                "S11", "warning",
                f"{quoted(found[0])}像是缺字，规范的写法是“习近平新时代中国特色社会主义思想”，请核实后改正。",
                found[0], passage=passage.id,
            )  # fmt: skip
        for old in dict.fromkeys(find_gone(passage.text, tuple(gone))):
            yield Finding(
                "S11", "warning",
                f"“{old}”机构改革后已经没有，现在一般是{gone[old]}，请核实后改正；"
                "说的是改革以前的，写作“原……”。",
                old, passage=passage.id,
            )  # fmt: skip


def _pairs(rows: tuple[str, ...]) -> dict[str, str]:
    return {wrong: right for wrong, _, right in (row.partition("→") for row in rows)}


def _counts(context: Context) -> Iterator[Finding]:
    ends = context.knowledge.words["body_ends"]
    for passage in context.report.passages:
        if passage.role not in _WRITTEN:
            continue
        for start, end, count, told in find_overfull(passage.text, ends):
            words = passage.text[start:end]
            yield Finding(
                "P14", "warning",
                f"{quoted(words)}列出了{count}个，后面写的是{told}个，请核实后统一。",
                words, passage=passage.id,
            )  # fmt: skip
    yield from _items(context)


def _items(context: Context) -> Iterator[Finding]:
    """四项工作：, behind which 一是, 二是, 三是 are all there is."""
    rows = [p for p in context.report.passages if p.role != "noise"]
    for k, lead in enumerate(rows):
        told = announced(lead.text) if lead.role in ("body", "heading", "item") else None
        if told is None or told < _FEWEST:
            continue
        numbers = list(_numbers(rows, k + 1, lead.part))
        if len(numbers) < _FEWEST or len(numbers) == told:
            continue
        words = last_clause(lead.text.rstrip("：:。，, 　"))
        last = format_numeral(len(numbers))
        yield Finding(
            "P14", "warning",
            f"{quoted(words)}后面只列到“{last}是”，与写的{told}项不一致，请核实后统一。"
            if len(numbers) < told
            else f"{quoted(words)}后面列到了“{last}是”，与写的{told}项不一致，请核实后统一。",
            words, passage=lead.id,
        )  # fmt: skip


def _numbers(rows: list[Passage], first: int, part: str | None) -> Iterator[int]:
    """The numerals of 一是, 二是 … that follow each other, beginning with the row `first`.

    What stands between two of them is passed over: items of an item, a sentence on its results.
    """
    due = 1
    for k in range(first, len(rows)):
        passage = rows[k]
        mark = mark_at(passage.text) if passage.role == "item" else None
        is_item = mark is not None and mark.style == IS
        if passage.part != part or (due == 1 and not is_item):
            return
        if mark is None or not is_item:
            continue
        if mark.number != due:
            return
        yield due
        due += 1


RULES: tuple[Rule, ...] = (
    Rule(
        id="P14",
        severity="warning",
        name="列举与总数不符",
        meaning="写了“四项工作”“等2个部门”，后面或前面列出的却不是这么多。",
        action="核实后改正总数，或者补上、删去列举的。",
        source="公文校核的通行要求",
        level="实务",
        example="“抓好四项工作：一是……二是……三是……”“市场监管局、城管局、交通局等2个部门”",
        passes="“市场监管局、城管局等6个部门”“落实‘三项制度’：一是……二是……”",
        check=_counts,
    ),
    Rule(
        id="S11",
        severity="warning",
        name="提法、机构名称有误",
        meaning="重要提法缺字、错字，或者写了机构改革以前的机构名称。",
        action="改成规范的提法和现在的名称；说的是改革以前的，写明“原”。",
        source="规范的提法和机构改革方案",
        level="实务",
        example="“法制政府”“习近平新时代特色社会主义思想”“县工商局”",
        passes="“《法制日报》”“原工商局”“法制审核”",
        check=_names,
    ),
)
