"""From lines to passages: page noise, wrapped lines, headings and markers, frame."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from drafter.errors import NoReportError
from drafter.knowledge import Knowledge
from drafter.knowledge.part_titles import names_part
from drafter.model import Frame, Passage, Passages, Role, Source, Span
from drafter.structure.cells import cell_lines, is_lone_number
from drafter.structure.cutting import Cut, Cutter
from drafter.structure.frame import (
    Page,
    find_agency,
    is_organ,
    read_addressee,
    read_year,
    split_title,
)
from drafter.structure.furniture import furniture
from drafter.structure.lines import (
    Block,
    Line,
    Wrap,
    are_all_indented,
    continues,
    ends_sentence,
    find_wrap,
    visible_lines,
)
from drafter.structure.prompts import part_prompts
from drafter.structure.zones import Zoner, Zones, first_block_split
from drafter.zh.dates import DATE, find_date
from drafter.zh.lazy import lazy_pattern
from drafter.zh.names import PAGE_STAMP, SEAL, SPEAKER, close_spread
from drafter.zh.numbering import CHAPTER, PART, mark_at
from drafter.zh.page import is_table_row
from drafter.zh.width import trim

_FEWEST_INDENTED = 0.1
"""Share of the lines of a text that begin with an indent if its paragraphs do."""
_COMMAS = "，,、"
_SIGNED = lazy_pattern(
    r"(?P<signature>[^。，；：！？\s]{4,40}?(?:[\s　]+[^。，；：！？\s\d]{4,30})?)?[\s　]*$"
)


class _Piece(Struct, frozen=True):
    """A passage before it has an id."""

    spans: tuple[Span, ...]
    text: str
    role: Role
    level: int | None = None
    marker: str | None = None


def structure(source: Source, knowledge: Knowledge) -> Passages:
    """Cut a source into passages and read its frame.

    Args:
        source: Lines of text.
        knowledge: Word lists and the titles of the mandated parts.

    Returns:
        Passages in reading order that hold every visible character exactly once.

    Raises:
        NoReportError: Nothing in the text looks like a report.
    """
    words = knowledge.words
    bare = frozenset(words["bare_answers"])
    lines, asides = part_prompts(visible_lines(source), source, bare)
    if not lines:
        raise NoReportError(path=source.name)
    is_part = _part_recogniser(knowledge)
    known = furniture(words)
    cells = cell_lines(lines)
    zones = Zoner(lines, words, known, is_part, cells).assign()
    body = [i for i, role in enumerate(zones.roles) if role is None]
    wrap = find_wrap([lines[i] for i in body])
    blocks, rows = _join(lines, body, wrap, cells, is_part)
    cuts = Cutter(blocks, words, is_part, rows).cut()
    pieces = [
        _of_line(lines[i], role)
        for i, role in enumerate(zones.roles)
        if role is not None and i not in zones.title
    ]
    pieces += [_of_line(line, "noise") for line in asides]
    if zones.title:
        pieces.append(_of_lines([lines[i] for i in zones.title], "title"))
    pieces += _body_pieces(blocks, cuts, words, has_title=bool(zones.title))
    passages = tuple(
        Passage(number, piece.text, piece.spans, piece.role, piece.level, piece.marker)
        for number, piece in enumerate(sorted(pieces, key=_position))
    )
    if not any(p.role == "heading" for p in passages) and not _speaks_as_report(
        passages, knowledge
    ):
        raise NoReportError(path=source.name)
    return Passages(source, passages, _frame(passages, zones, knowledge))


def _part_recogniser(knowledge: Knowledge) -> Callable[[str], bool]:
    def is_part(text: str) -> bool:
        mark = mark_at(text)
        return names_part(text[mark.end :] if mark else text, knowledge.outline)

    return is_part


def _position(piece: _Piece) -> tuple[int, int]:
    return piece.spans[0].line, piece.spans[0].start


def _of_line(line: Line, role: Role) -> _Piece:
    return _of_lines([line], role)


def _of_lines(lines: Sequence[Line], role: Role) -> _Piece:
    spans = tuple(Span(line.number, line.start, line.end) for line in lines)
    words = "".join(line.words for line in lines)
    return _Piece(spans, words, role, marker=lines[0].marker or None)


def _join(
    lines: Sequence[Line],
    body: Sequence[int],
    wrap: Wrap | None,
    cells: frozenset[int],
    is_part: Callable[[str], bool],
) -> tuple[list[Block], frozenset[int]]:
    """Blocks of the body lines: wrapped lines joined, also over noise lines between them.

    Returns:
        The blocks, and by index those that are cells of a table, each number with its name.
    """
    count = sum(lines[i].indented for i in body)
    # One indented line of many is a slip, and tells nothing of the others.
    indents = _FEWEST_INDENTED * len(body) <= count < len(body)
    indented = are_all_indented([lines[i] for i in body], wrap)
    groups: list[list[Line]] = []
    rows: set[int] = set()
    is_row = False
    for place, i in enumerate(body):
        line = lines[i]
        was_row, is_row = is_row, i in cells or is_table_row(line.text)
        if i in cells:
            if _is_alone(lines, body, place, cells):
                groups[-1].append(line)
            else:
                groups.append([line])
            rows.add(len(groups) - 1)
            continue
        opens = is_row or was_row or bool(line.marker or mark_at(line.text))
        opens = opens or (bool(groups) and _is_whole_heading(groups[-1], wrap, is_part))
        if groups and continues(
            groups[-1][-1], line, wrap, indents=indents, indented=indented, opens=opens
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    blocks = [Block("".join(line.text for line in group), tuple(group)) for group in groups]
    return blocks, frozenset(rows)


def _is_whole_heading(
    group: Sequence[Line], wrap: Wrap | None, is_part: Callable[[str], bool]
) -> bool:
    """Whether a line is the numbered heading of a part, and was not broken: body follows it."""
    (line, *more) = group
    mark = mark_at(line.text)
    if more or mark is None or mark.style not in (PART, CHAPTER) or line.text[-1] in _COMMAS:
        return False
    return not (wrap and wrap.is_full(line)) and is_part(line.text)


def _is_alone(
    lines: Sequence[Line], body: Sequence[int], place: int, cells: frozenset[int]
) -> bool:
    """Whether a cell is the only number behind its name; two in a row would run together."""

    def is_number(at: int) -> bool:
        inside = 0 <= at < len(body) and body[at] in cells
        return inside and is_lone_number(lines[body[at]].text)

    is_named = place > 0 and body[place - 1] in cells and not is_number(place - 1)
    return is_named and is_number(place) and not is_number(place + 1)


def _body_pieces(
    blocks: Sequence[Block],
    cuts: Sequence[Cut],
    words: Mapping[str, tuple[str, ...]],
    *,
    has_title: bool,
) -> list[_Piece]:
    out: list[_Piece] = []
    last_end = _tail_start(blocks, cuts, words)
    for number, cut in enumerate(cuts):
        block = blocks[cut.block]
        start, end = cut.start, cut.end
        if number == 0 and cut.role == "preamble":
            stamp = PAGE_STAMP.match(block.text, start, end)
            if stamp and not has_title and split_title(block.text[stamp.end() : end], words):
                out += _pieces_of(block, Cut(cut.block, start, stamp.end(), "noise"))
                start = stamp.end()
            title_end, addressee_end = first_block_split(block.text[start:end], words)
            if title_end and not has_title:
                out += _pieces_of(block, Cut(cut.block, start, start + title_end, "title"))
            else:
                title_end, addressee_end = 0, 0 if title_end else addressee_end
            addressee = Cut(cut.block, start + title_end, start + addressee_end, "addressee")
            out += _pieces_of(block, addressee)
            start += addressee_end
        if number == len(cuts) - 1 and last_end is not None and start <= last_end[0].start <= end:
            out += _pieces_of(block, replace(cut, start=start, end=last_end[0].start))
            for tail in last_end:
                out += _pieces_of(block, tail)
            continue
        out += _pieces_of(block, replace(cut, start=start, end=end))
    return out


def _pieces_of(block: Block, cut: Cut) -> list[_Piece]:
    """The visible words of a cut, none if it is blank."""
    a, b = trim(block.text[cut.start : cut.end])
    if a == b:
        return []
    a, b = cut.start + a, cut.start + b
    marker = cut.marker
    if a <= block.lead:
        # The automatic numeral is the passage's marker, whatever the cutter made of it.
        marker = marker or block.lines[0].marker or None
        a = min(b, block.lead)
    if a == b:
        return []
    return [_Piece(block.spans(a, b), block.text[a:b], cut.role, cut.level, marker)]


def _tail_start(
    blocks: Sequence[Block], cuts: Sequence[Cut], words: Mapping[str, tuple[str, ...]]
) -> list[Cut] | None:
    """Closing, signature and date on the last line of the body, as cuts; None if none are there."""
    if not cuts:
        return None
    last = cuts[-1]
    text = blocks[last.block].text[last.start : last.end]
    out: list[Cut] = []

    def add(start: int, end: int, role: Role) -> None:
        out.insert(0, Cut(last.block, last.start + start, last.start + end, role))

    end = len(text)
    dated = _last_date(text)
    if dated is not None and dated[1] >= len(text) - 2:
        add(dated[0], end, "date")
        end = dated[0]
    found = _SIGNED.search(text, max(0, end - 80), end)
    name = found["signature"] if found else None
    if found and name and is_organ(name, words) and _stopped(text[: found.start("signature")]):
        add(found.start("signature"), found.end("signature"), "signature")
        end = found.start("signature")
    closing = _closing_start(text[:end], words)
    if closing is not None:
        add(closing, end, "closing")
    if not out or (
        len(out) == 1 and out[0].role == "date" and not _stopped(text[: out[0].start - last.start])
    ):
        return None
    return out


def _stopped(text: str) -> bool:
    bare = text.rstrip()
    return not bare or ends_sentence(bare)


def _last_date(text: str) -> tuple[int, int] | None:
    found = None
    for date in DATE.finditer(text, max(0, len(text) - 40)):
        found = (date.start(), date.end())
    return found


def _closing_start(text: str, words: Mapping[str, tuple[str, ...]]) -> int | None:
    bare = text.rstrip(" \t　。.!！").replace(",", "，")
    for phrase in sorted(words["closing_phrases"], key=len, reverse=True):
        if bare.endswith(phrase) and _stopped(bare[: -len(phrase)]):
            return len(bare) - len(phrase)
    return None


def _speaks_as_report(passages: Sequence[Passage], knowledge: Knowledge) -> bool:
    """Whether a text without any heading still is a report: by its title, or topic and length."""
    if any(p.role == "title" for p in passages):
        return True
    text = "".join(p.text for p in passages if p.role != "noise")
    return any(topic in text for topic in knowledge.words["title_topics"]) and len(text) > 200  # noqa: PLR2004


def _frame(passages: Sequence[Passage], zones: Zones, knowledge: Knowledge) -> Frame:
    words = knowledge.words
    noise = [p.text for p in passages if p.role == "noise"]
    printed = [p for p in passages if p.role == "title"]
    title = close_spread(printed[-1].text) if printed else zones.fallback_title
    signatures = [SEAL.sub("", p.text) for p in passages if p.role == "signature"]
    signature = "、".join("".join(text.split()) for text in signatures) or None
    addressees = [p.text for p in passages if p.role == "addressee"] or [""]
    texts = [p.text for p in passages if p.role == "preamble"]
    texts += [p.text for p in passages if p.role in ("heading", "item", "body")]
    return Frame(
        title=title,
        agency=find_agency(
            title,
            signatures[-1] if signatures else None,
            texts,
            Page(_published_by(noise, words), tuple(_organs(noise, "page_metadata_source", words))),
            words,
        ),
        year=read_year(title, passages, knowledge.outline, noise),
        addressee=read_addressee(addressees[0], words)
        or read_addressee("".join(addressees), words),
        signature=signature,
        issued=_issued(passages, noise, words),
    )


def _labelled(noise: Sequence[str], labels: Sequence[str]) -> Iterator[str]:
    """What a page's metadata says under one of these labels: on its line, else on the next one."""
    names = "|".join(r"\s*".join(map(re.escape, label)) for label in labels)
    pattern = lazy_pattern(rf"(?:{names})\s*[\]】|｜]?\s*[：:]?\s*(?P<value>.*)")
    for line, after in zip(noise, (*noise[1:], ""), strict=False):
        if found := pattern.search(line):
            yield found["value"].strip() or after


def _published_by(noise: Sequence[str], words: Mapping[str, tuple[str, ...]]) -> str | None:
    for name in _organs(noise, "page_metadata_agency", words):
        return name
    spoken = (SPEAKER.match(line) for line in noise)
    return next((found["organ"] for found in spoken if found), None)


def _organs(
    noise: Sequence[str], labels: str, words: Mapping[str, tuple[str, ...]]
) -> Iterator[str]:
    """The bodies that a page's metadata names under one of these labels."""
    for value in _labelled(noise, words[labels]):
        name = re.split(r"[\s|｜\[【：:]", value)[0]
        if is_organ(name, words):
            yield name


def _issued(
    passages: Sequence[Passage], noise: Sequence[str], words: Mapping[str, tuple[str, ...]]
) -> str | None:
    """The date under the signature, else the page's 成文日期; the day of publication is neither."""
    dates = [found[0] for p in passages if p.role == "date" and (found := find_date(p.text))]
    if dates:
        return dates[-1]
    for value in _labelled(noise, words["page_metadata_date"]):
        if date := find_date(value):
            return date[0]
    return None
