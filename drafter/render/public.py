"""What the copy for a website (公开稿) leaves out: 主送机关, 附件说明 and the attached pages."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import takewhile

from lxml import etree

from drafter.render.blanks import Spot, survey
from drafter.render.blocks import drop, drop_paragraph, is_hollow, section_of
from drafter.render.ooxml import w
from drafter.zh.attachments import ANNEX, ITEM, NOTE
from drafter.zh.dates import is_date_line
from drafter.zh.names import addressee_of

_ADDRESSEE = "主送机关"
_NOTE = ("附件说明", "附件续项")
_SIGNED = ("落款", "成文日期")
_FIRST_LINES = 8
"""Paragraphs with words among which an addressee without its style is looked for."""


def leave_out(
    document: etree._Element, style_names: Mapping[str, str], addressee_words: Collection[str]
) -> None:
    """Take out of a document what a website does not print.

    By the names of styles; by words where a file has lost them.

    Args:
        document: The root of the document part.
        style_names: Style ids → names.
        addressee_words: One of them is in the name of every body that is written to.
    """
    spots = list(survey(document, style_names))
    for spot in _addressees(spots, addressee_words):
        drop_paragraph(spot.element)
    _drop_annexes(document, spots)
    for spot in _notes(spots):
        before = spot.element.getprevious()
        if before is not None and before.tag == w("p") and _is_rest(before):
            drop_paragraph(before)
        drop_paragraph(spot.element)


def _is_rest(paragraph: etree._Element) -> bool:
    return is_hollow(paragraph) and section_of(paragraph) is None


def _addressees(spots: Sequence[Spot], words: Collection[str]) -> list[Spot]:
    styled = [spot for spot in spots if spot.style == _ADDRESSEE]
    if styled:
        return styled
    before = takewhile(lambda spot: not spot.style.startswith("heading"), spots)
    first = [spot for spot in before if spot.text.strip()][:_FIRST_LINES]
    return [spot for spot in first if addressee_of(spot.text, words)][:1]


def _notes(spots: Sequence[Spot]) -> Iterator[Spot]:
    """附件：1．… and its further lines."""
    is_listing = False
    for spot in spots:
        is_plain = not spot.style.startswith("heading")
        goes_on = is_listing and ITEM.match(spot.text) is not None
        is_listing = is_plain and (NOTE.match(spot.text) is not None or goes_on)
        if spot.style in _NOTE or is_listing:
            yield spot


def _drop_annexes(document: etree._Element, spots: Sequence[Spot]) -> None:
    """Take out the pages behind the signature that begin with 附件 on a line of its own."""
    body = document.find(w("body"))
    is_signed = False
    for spot in spots:
        if is_signed and ANNEX.fullmatch(spot.text) and spot.element.getparent() is body:
            _cut_from(spot.element)
            return
        is_signed |= spot.style in _SIGNED or is_date_line(spot.text)


def _cut_from(first: etree._Element) -> None:
    """Take out everything from a paragraph to the end; the page keeps the setup it had before."""
    body = first.getparent()
    if body is None:
        return
    kept = list(first.itersiblings(preceding=True))
    gone = [first, *first.itersiblings()]
    while kept and kept[0].tag == w("p") and is_hollow(kept[0]):
        gone.insert(0, kept.pop(0))
    last = body.find(w("sectPr"))
    section = next(_sections([*kept[:1], *gone]), None)
    for element in gone:
        if element is not last:
            drop(element)
    if section is not None and section is not last:
        if last is not None:
            drop(last)
        body.append(section)
    if kept:
        for turn in list(kept[0].iter(w("br"))):
            if turn.get(w("type")) == "page":
                drop(turn)


def _sections(blocks: Sequence[etree._Element]) -> Iterator[etree._Element]:
    """Properties of the sections that end with these blocks."""
    for block in blocks:
        found = section_of(block) if block.tag == w("p") else None
        if found is not None:
            yield found
        elif block.tag == w("sectPr"):
            yield block
