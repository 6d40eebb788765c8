"""Remarks: what a comment says of a year, an expiring phrase, a comparison."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from drafter.model import Inline, Note, NoteCategory, NoteItem, Stale, Text
from drafter.roll.years import NOT_WHOLE, OF_THE_YEAR_AFTER, YearEdit
from drafter.zh.year_context import DOCUMENT_NUMBER

_NUMBER_STAYS = "文号不能顺延；本年说的不是这份文件的，换成本年的文件和文号。"
_MOST_CLAIMS = 8
"""Outcomes that one remark names; a paragraph with more is read as a whole anyway."""


def notes_of(*rows: tuple[NoteCategory, Iterable[NoteItem]]) -> tuple[Note, ...]:
    """Notes of the categories that have something to say; the same remark stands once."""
    out = []
    for category, items in rows:
        found = tuple(dict.fromkeys(items))
        if found:
            out.append(Note(category, found))
    return tuple(out)


def year_item(edit: YearEdit) -> NoteItem:
    """The remark on a year that was left, or moved inside a name."""
    action = (
        "核对本年确有此文件，名称以印发的为准。"
        if edit.action == "move"
        else "确认是历史事实、文件名称，还是应当顺延。"
    )
    if edit.reason == NOT_WHOLE:
        action = "改为全年的数，或者写明截止到哪个月。"
    if edit.reason == OF_THE_YEAR_AFTER:
        action = "已办的写结果，没有办的写现在的情况。"
    return NoteItem("S02", f"{quoted(edit.text)}：{edit.reason}。", action)


def stale_item(hit: Stale) -> NoteItem:
    """The remark on an expression bound to its year or period."""
    return NoteItem("S01", f"{quoted(hit.text)}有时效。", hit.advice, hit.source, hit.verified)


def stale_items(hits: Iterable[Stale]) -> list[NoteItem]:
    """The remarks on several expressions; those with one advice are one remark."""
    rows: dict[tuple[str, str | None], list[Stale]] = {}
    for hit in hits:
        rows.setdefault((hit.advice, hit.source), []).append(hit)
    out = []
    for same in rows.values():
        item, said = stale_item(same[0]), dict.fromkeys(quoted(hit.text) for hit in same)
        out.append(replace(item, reason=f"{'、'.join(said)}有时效。"))
    return out


def comparison_item(words: Sequence[str]) -> NoteItem:
    """The remark on words of rise and fall beside blanks."""
    said = "”“".join(words[:3])
    return NoteItem("F06", f"句中有“{said}”等比较的说法。", "填数后核对升降方向和比较的基期。")


def claim_item(words: Sequence[str]) -> NoteItem:
    """The remark on outcomes of last year told in words."""
    said = "”“".join(words[:_MOST_CLAIMS])
    return NoteItem("F07", f"“{said}”说的是上年的结果。", "本年不再成立的，改写或删去。")


def leftover_item(inlines: Iterable[Inline], years: Sequence[int]) -> NoteItem | None:
    """The remark on a number of last year's that still stands in live words, None if none does."""
    words = "".join(inline.text for inline in inlines if isinstance(inline, Text))
    bare = DOCUMENT_NUMBER.sub("", words)
    for year in years:
        standing = re.compile(rf"(?<!\d){year}(?!\d)")
        if standing.search(bare):
            return NoteItem("S02", f"文字里还有“{year}”。", "确认是否应当顺延。")
        if standing.search(words):
            return NoteItem("S02", f"文号里还有“{year}”，说的是上年的文件。", _NUMBER_STAYS)
    return None


def quoted(words: str) -> str:
    """Words in quotation marks; those inside become single ones, as GB/T 15834 has it."""
    return f"“{words.replace('“', '‘').replace('”', '’')}”"
