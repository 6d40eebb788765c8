"""What the copy for a website (公开稿) leaves out: 主送机关, 附件, and whom to call about it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from lxml import etree

from drafter.render.blanks import Spot, survey
from drafter.render.blocks import drop, drop_paragraph, is_hollow, is_rest, section_of
from drafter.render.fields import ParagraphText
from drafter.render.leftovers import LeftOut, Leftover
from drafter.render.ooxml import w
from drafter.zh.attachments import ANNEX, CONTACT, IMPRINT, ITEM, NOTE, REFERENCE
from drafter.zh.dates import is_date_line
from drafter.zh.names import addressee_of

_ADDRESSEE = "主送机关"
_NOTE = ("附件说明", "附件续项")
_BELOW = ("附注", "版记")
_SIGNED = ("落款", "成文日期")
END_STYLES = (*_NOTE, *_SIGNED, *_BELOW)
"""Of what stands behind the last chapter."""
_FIRST_LINES = 8
"""Paragraphs with words among which an addressee without its style is looked for."""


def leave_out(
    document: etree._Element, style_names: Mapping[str, str], addressee_words: Collection[str]
) -> Iterator[LeftOut]:
    """Take out of a document what a website does not print, and tell of it.

    By the names of styles; by words where a file has lost them. The foot of the last page (版记)
    stays, whether annexes stood before it or not.

    Args:
        document: The root of the document part.
        style_names: Style ids → names.
        addressee_words: One of them is in the name of every body that is written to.
    """
    spots = list(survey(document, style_names))
    for spot in _addressees(spots, addressee_words):
        yield LeftOut("主送机关", spot.text)
        drop_paragraph(spot.element)
    yield from _drop_annexes(document, spots)
    for spot in _notes(spots):
        yield LeftOut("附件说明", spot.text)
        before = spot.element.getprevious()
        if before is not None and before.tag == w("p") and is_rest(before):
            drop_paragraph(before)
        drop_paragraph(spot.element)
    for spot in _contacts(spots):
        yield LeftOut("附注", spot.text)
        drop_paragraph(spot.element)


def references(spots: Sequence[Spot]) -> Iterator[Leftover]:
    """What is said about annexes in a text that has none any more."""
    for spot in spots:
        if REFERENCE.search(spot.text):
            yield Leftover("reference", spot.text, spot.place)


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


def _contacts(spots: Sequence[Spot]) -> Iterator[Spot]:
    """（联系人：…） under the date: it is for the addressee."""
    is_signed = False
    for spot in spots:
        if is_signed and CONTACT.match(spot.text):
            yield spot
        is_signed |= spot.style in _SIGNED or is_date_line(spot.text)


def _drop_annexes(document: etree._Element, spots: Sequence[Spot]) -> Iterator[LeftOut]:
    """Take out the pages behind the signature that begin with 附件 on a line of its own."""
    body = document.find(w("body"))
    is_signed = False
    for spot in spots:
        if is_signed and ANNEX.fullmatch(spot.text) and spot.element.getparent() is body:
            gone = _cut_from(spot.element)
            lines = [s.text for s in spots if s.text.strip() and _is_within(s.element, gone)]
            yield from (LeftOut("附件", words) for words in _by_annex(lines))
            return
        is_signed |= spot.style in _SIGNED or is_date_line(spot.text)


def _is_within(element: etree._Element, blocks: Collection[etree._Element]) -> bool:
    return any(block in blocks for block in (element, *element.iterancestors()))


def _by_annex(lines: Sequence[str]) -> Iterator[str]:
    """How each annex begins, and how many lines it has."""
    starts = [number for number, line in enumerate(lines) if ANNEX.fullmatch(line)]
    for start, end in pairwise([*starts, len(lines)]):
        yield f"{' '.join(line.strip() for line in lines[start : start + 2])}（共{end - start}段）"


def _cut_from(first: etree._Element) -> list[etree._Element]:
    """Take out everything from a paragraph to the imprint or the end; returns what went.

    The page keeps the setup it had before.
    """
    body = first.getparent()
    if body is None:
        return []
    kept = list(first.itersiblings(preceding=True))
    gone = _without_imprint([first, *first.itersiblings()])
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
    return gone


def _without_imprint(blocks: list[etree._Element]) -> list[etree._Element]:
    """The blocks up to the lines or the table at the foot of the last page."""
    start = len(blocks)
    for number in range(len(blocks) - 1, 0, -1):
        block = blocks[number]
        paragraphs = list(block.iter(w("p")))
        if any(IMPRINT.match(ParagraphText(paragraph).text) for paragraph in paragraphs):
            start = number
        elif not all(map(is_hollow, paragraphs)):
            break
    properties = [block for block in blocks[start:] if block.tag == w("sectPr")]
    return [*blocks[:start], *properties]


def _sections(blocks: Sequence[etree._Element]) -> Iterator[etree._Element]:
    """Properties of the sections that end with these blocks."""
    for block in blocks:
        found = section_of(block) if block.tag == w("p") else None
        if found is not None:
            yield found
        elif block.tag == w("sectPr"):
            yield block
