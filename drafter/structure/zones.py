"""Tells the report from the page around it: head, body and tail of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct, field

from drafter.knowledge.titles import is_title
from drafter.model import Role
from drafter.structure.frame import (
    is_organ,
    is_place,
    read_addressee,
    split_title,
    title_needs_agency,
)
from drafter.structure.furniture import Furniture, header_key, running_headers
from drafter.structure.lines import Line, ends_sentence
from drafter.structure.outline_levels import has_heading_form
from drafter.zh.attachments import PRINTED
from drafter.zh.dates import find_date, is_date_line
from drafter.zh.heading_text import INNER_CHAPTER
from drafter.zh.lazy import lazy_pattern
from drafter.zh.names import (
    ABOUT,
    COVER,
    DOCUMENT_NUMBER,
    SESSION,
    SPEAKER_LINE,
    YEAR_HEAD,
    YEAR_LINE,
    YEAR_TAIL,
)
from drafter.zh.numbering import CHAPTER, NUMBER, PART, SECOND, SECTION, has_numeral, mark_at
from drafter.zh.page import (
    ATTACHMENT,
    FAREWELL_BEGINS,
    MEETING,
    SITE_LINE,
    SUBMITTED,
    spaced,
)
from drafter.zh.width import fold, fold_word

_PROSE = lazy_pattern(r"[。；]")
_PROSE_LENGTH = 25
_LEAST_WRAPPED = 10
_CLOSING_LIMIT = 40
_PART_TITLE_LIMIT = 40
"""Code points of a line that may be the bare heading of a part; longer ones are sentences."""


class Zones(Struct):
    """Which role each visible line has, as far as its place tells; body lines have None.

    Attributes:
        roles: One per line.
        title: Lines of the title, in order; empty if the text prints none.
        fallback_title: A title that only the page prints (its head, a table row, a breadcrumb).
    """

    roles: list[Role | None]
    title: list[int] = field(default_factory=list)
    fallback_title: str | None = None


class Zoner:
    """Assigns lines to zones. `is_part_title` says whether words head a mandated part."""

    def __init__(
        self,
        lines: Sequence[Line],
        words: Mapping[str, tuple[str, ...]],
        known: Furniture,
        is_part_title: Callable[[str], bool],
        cells: frozenset[int] = frozenset(),
    ) -> None:
        self.lines = lines
        self.cells = cells
        self.words = words
        self.known = known
        self.is_part_title = is_part_title
        self.headers = running_headers(lines, known)
        # The same lines are asked for from several sides, and pages repeat them.
        self._everywhere = cache(known.is_everywhere)
        self._only_around = cache(known.is_only_around)
        self._frame_roles: dict[str, Role | None] = {}
        self.zones = Zones([None] * len(lines))

    def assign(self) -> Zones:
        """Roles of all lines."""
        roles = self.zones.roles
        for i, line in enumerate(self.lines):
            if i not in self.cells and self._everywhere(line.text):
                roles[i] = "noise"
        anchor = self._anchor()
        self._head(anchor)
        for i, line in enumerate(self.lines):
            if (
                self.headers
                and roles[i] is None
                and i not in self.cells
                and header_key(line.text) in self.headers
                and mark_at(line.text) is None
            ):
                roles[i] = "noise"
        self._tail(max(anchor, *self.zones.title, 0) if self.zones.title else anchor)
        return self.zones

    def _around(self, text: str) -> bool:
        return self._everywhere(text) or self._only_around(text)

    # ------------------------------------------------------------------- head

    def _anchor(self) -> int:
        """The first line of the body: a chapter heading, else any first heading, else prose."""
        order: tuple[Callable[[Line], bool], ...] = (
            lambda line: (
                self._begins_with(line, (PART, CHAPTER)) or bool(INNER_CHAPTER.search(line.text))
            ),
            lambda line: (
                len(line.text) <= _PART_TITLE_LIMIT
                and not is_title(line.text, self.words)
                and self.is_part_title(line.text)
            ),
            lambda line: self._begins_with(line, (SECTION,)),
            lambda line: self._begins_with(line, (NUMBER,)),
            lambda line: self._is_prose(line) and not self._around(line.text),
        )
        first = self._after_titles()
        for accepts in order:
            for i, line in enumerate(self.lines[first:], start=first):
                if self.zones.roles[i] is None and accepts(line) and not self._is_menu(i):
                    return i
        return 0

    def _after_titles(self) -> int:
        """Where the titles end that stand on a line or two of their own, before any prose."""
        after = 0
        above = ""
        for i, line in enumerate(self.lines):
            if self._is_prose(line) and not self._around(line.text):
                break
            text = line.text if mark_at(line.text) is None else ""
            if text and any(is_title(whole, self.words) for whole in (text, above + text)):
                after = i + 1
            above = text
        return after if after < len(self.lines) else 0

    def _is_menu(self, index: int) -> bool:
        # 一、…二、… of a table of contents: no prose before the next heading of the same number.
        text = self.lines[index].text
        return self.known.begins_with_label(text) and not self._is_prose(self.lines[index])

    @staticmethod
    def _begins_with(line: Line, styles: tuple[int, ...]) -> bool:
        mark = mark_at(line.text)
        return mark is not None and mark.style in styles

    @staticmethod
    def _is_prose(line: Line) -> bool:
        text = line.text
        return bool(_PROSE.search(text)) or (
            len(text) > _PROSE_LENGTH and any(c in text for c in "，,、")
        )

    def _head(self, anchor: int) -> None:
        roles = self.zones.roles
        self.zones.title = self._find_title(anchor)
        for i in self.zones.title:
            roles[i] = "title"
        for i in self._copies():
            roles[i] = "title"
        if not self.zones.title:
            self.zones.fallback_title = self._page_title(anchor)
        first = self._first_of_preamble(anchor)
        title_end = max(self.zones.title, default=-1)
        for i in range(anchor):
            if roles[i] is not None:
                continue
            roles[i] = self._head_role(i, first, title_end, anchor)

    def _copies(self) -> Iterator[int]:
        """The lines above the title that print it in the same words: the page's copy of it."""
        title = [fold(self.lines[i].text) for i in self.zones.title]
        for first in range(min(self.zones.title, default=0) - len(title) + 1):
            copy = range(first, first + len(title))
            if title == [fold(self.lines[i].text) for i in copy]:
                yield from copy

    def _head_role(self, index: int, first: int, title_end: int, anchor: int) -> Role | None:
        line = self.lines[index]
        text = line.text
        if index < title_end:
            return "addressee" if self._is_covering(index) else "noise"
        if (
            index > title_end
            and self._is_addressee(index)
            and not self.known.begins_with_label(text)
        ):
            return "addressee"
        if title_end >= 0 and (is_date_line(text) or self._is_dated_note(text)):
            return "date"
        if self._around(text):
            return "noise"
        if index >= first:
            return None
        below = 0 <= title_end < index
        return self._unclaimed_role(index, self.lines[anchor]) if below else "noise"

    def _is_covering(self, index: int) -> bool:
        """Whether a line is the addressee of a letter above the report: 现将…呈上，请审阅."""
        below = self.lines[index + 1].text if index + 1 < len(self.lines) else ""
        return COVER.search(below) is not None and self._is_addressee(index)

    def _is_addressee(self, index: int) -> bool:
        """Whether a line is an addressee, or one half of one that stands on two lines."""
        above, text, below = (
            self.lines[i].text if 0 <= i < len(self.lines) else ""
            for i in range(index - 1, index + 2)
        )
        if read_addressee(text, self.words):
            return True
        halves = [(text, below)] if text.endswith(("，", ",", "、")) else []
        halves += [(above, text)] if above.endswith(("，", ",", "、")) else []
        return any(read_addressee(a + b, self.words) is not None for a, b in halves)

    def _unclaimed_role(self, index: int, anchor: Line) -> Role | None:
        """What a line between title and preamble is that nothing else claims."""
        if is_organ(self.lines[index].text, self.words):
            return "signature"
        return None if self._is_styled_heading(index, anchor) else "noise"

    def _is_styled_heading(self, index: int, anchor: Line) -> bool:
        """Whether a line above the body is its first heading, as only its outline level tells."""
        line = self.lines[index]
        beside = line.level == anchor.level or (not anchor.level and self._is_prose(anchor))
        if not line.level or not beside or not has_heading_form(line.words):
            return False
        framed = line.text[0] in "—-（(" or find_date(line.text) is not None
        return not framed

    @staticmethod
    def _is_dated_note(text: str) -> bool:
        """题注: （某某县人民政府　2026年3月20日）; the day of a meeting is none."""
        noted = text[:1] in "（(" and text[-1:] in "）)" and len(text) <= 50  # noqa: PLR2004
        return noted and find_date(text) is not None and MEETING not in text

    def _first_of_preamble(self, anchor: int) -> int:
        """The first line of the prose that leads up to the anchor."""
        first = anchor
        mark = mark_at(self.lines[anchor].text) if anchor < len(self.lines) else None
        is_second = mark is not None and mark.number == SECOND
        for i in range(anchor - 1, -1, -1):
            role = self.zones.roles[i]
            if role == "title":
                break
            line = self.lines[i]
            if role == "noise":
                # A page number or a site's mark may stand inside it; other furniture ends it.
                if self._may_interrupt(line.text):
                    continue
                break
            if (
                self._around(line.text)
                or self._title_in(line.text)
                or read_addressee(line.text, self.words)
                or SESSION.fullmatch(line.text)
            ):
                break
            prose = self._is_prose(line) or ends_sentence(line.text)
            if SPEAKER_LINE.fullmatch(line.text):
                break
            # A line of a narrow wrapped text ends anywhere; prose has been seen below it.
            wrapped = first < anchor and len(line.text) >= _LEAST_WRAPPED
            # Above 二、 stand the sections of a first chapter whose own heading is missing.
            wrapped = wrapped or (first < anchor and is_second and mark_at(line.text) is not None)
            if not prose and not wrapped and len(line.text) <= _PROSE_LENGTH:
                break
            first = i
        return first

    def _may_interrupt(self, text: str) -> bool:
        """Whether furniture may stand between lines of the report itself."""
        is_mark = self.known.is_page_number(text) or SITE_LINE.fullmatch(text.strip()) is not None
        return is_mark or header_key(text) in self.headers

    def _find_title(self, anchor: int) -> list[int]:
        """Lines of the document's own title: the last before the body; earlier ones: the page's."""
        stop = min(anchor + 1, len(self.lines))
        for end in range(stop - 1, -1, -1):
            if end == anchor and not self._may_hold_title(anchor):
                continue
            for size in range(1, 5):
                start = end - size + 1
                broken = start < 0 or any(
                    self._breaks_title(i)
                    and not (i == end > start and self._ends_title(i))
                    and not (i == end - 1 and YEAR_LINE.fullmatch(self.lines[end].text))
                    for i in range(start, end + 1)
                )
                if broken and not (size == 1 and self._ends_title(end)):
                    break
                if is_title("".join(self.lines[i].text for i in range(start, end + 1)), self.words):
                    return self._extended(start, end)
        return []

    def _may_hold_title(self, anchor: int) -> bool:
        text = self.lines[anchor].text
        return mark_at(text) is None and not _PROSE.search(text) and not self.is_part_title(text)

    def _breaks_title(self, index: int) -> bool:
        text = self.lines[index].text
        if self.zones.roles[index] == "noise" and header_key(text) not in self.headers:
            return True
        if mark_at(text) is not None or _PROSE.search(text) or text.endswith(("，", "：", ":")):
            return True
        if DOCUMENT_NUMBER.match(text):
            return True
        return self._around(text) and header_key(text) not in self.headers

    def _ends_title(self, index: int) -> bool:
        """The last words of a title on a line of their own (年度报告), which also name a menu."""
        text = self.lines[index].text
        if len(text) <= 8 and text.endswith(self.words["title_ends"]):  # noqa: PLR2004
            return True
        above = fold(self.lines[index - 1].text) if index else ""
        return YEAR_TAIL.search(above) is not None and is_title(text, self.words)

    def _extended(self, start: int, end: int) -> list[int]:
        """The title with the lines before it that begin it (机关 on lines of their own)."""
        while start > 0:
            before, text = self.lines[start - 1].text, self.lines[start].text
            joint = before.startswith(self.words["organ_starts"]) and len(before) <= 30  # noqa: PLR2004
            if self._breaks_title(start - 1) or is_title(before, self.words):
                break
            named = is_organ(before, self.words) or is_place(before, self.words)
            begun = named or ABOUT.search(before) or YEAR_HEAD.search(before)
            whole = begun and len(before) <= 40 and title_needs_agency(text, self.words)  # noqa: PLR2004
            if not (joint or whole):
                break
            start -= 1
        return list(range(start, end + 1))

    def _page_title(self, anchor: int) -> str | None:
        """A title that only the page prints: in a labelled row, a table cell, or its head."""
        labels = spaced(self.words["page_metadata_title"])
        labelled = lazy_pattern(rf"[\[【\s|]*(?:{labels})[\]】\s|]*[：:]?\s*(?P<title>\S.*)")
        for line in self.lines[: anchor + 1]:
            found = labelled.match(line.text)
            if found and (title := self._title_in(found["title"])):
                return title
        for line in self.lines[:anchor]:
            if title := self._title_in(line.text):
                return title
        return None

    def _title_in(self, text: str) -> str | None:
        for piece in re.split(r"\s*[|｜>＞»_]\s*|\s+[-—–]\s+|\s{2,}|[\[【]", text):
            candidate = piece.strip(" 　-—–·•《》")
            years = YEAR_HEAD.search(fold(candidate))
            if (
                years
                and is_title(candidate, self.words)
                and candidate.endswith(self.words["page_title_ends"])
            ):
                return candidate
        return None

    # ------------------------------------------------------------------- tail

    def _tail(self, anchor: int) -> None:
        roles = self.zones.roles
        last = len(self.lines) - 1
        while last > anchor and (roles[last] == "noise" or not self._is_body_end(last)):
            last -= 1
        tail = self.lines[last + 1 :]
        furnished = max(
            (i for i, line in enumerate(tail, last + 1) if self._around(line.text)), default=-1
        )
        closed = False  # a signature, a date or furniture has been seen: what follows is no body
        listing = False  # inside the lines of an 附件 list
        for i in range(last + 1, len(self.lines)):
            if roles[i] is not None:
                closed = True
                continue
            # A short line without a stop, with furniture somewhere after it, is the page's as well.
            loose = i < furnished and (
                roles[i - 1] is not None or ends_sentence(self.lines[i - 1].text)
            )
            role = self._tail_role(i, closed=closed or loose, listing=listing)
            listing = role == "attachment" or (listing and role is None)
            closed = closed or role in ("signature", "date", "noise")
            roles[i] = role

    def _is_body_end(self, index: int) -> bool:
        text = self.lines[index].text
        if self._around(text) or self._frame_role(text) is not None:
            return False
        if ATTACHMENT.match(text) or self._goes_on_beside(index):
            return False
        if self._begins_farewell(index) or self._ends_farewell(index):
            return False
        stopped = ends_sentence(text) and text[-1] not in "：:"
        return bool(_PROSE.search(text)) or stopped or len(text) > 45 or self._is_numbered(index)  # noqa: PLR2004

    def _goes_on_beside(self, index: int) -> bool:
        """Whether a short line is the rest of a wrapped one that is no body (抄送：……)."""
        before = self.lines[index - 1].text if index else ""
        short = len(self.lines[index].text) < _LEAST_WRAPPED
        is_beside = self._around(before) or ATTACHMENT.match(before) is not None
        return short and is_beside and not ends_sentence(before)

    def _is_numbered(self, index: int) -> bool:
        if not has_numeral(self.lines[index].text):
            return False
        before = [self.lines[i].text for i in range(max(0, index - 8), index)]
        return not any(
            ATTACHMENT.match(text) or self._frame_role(text) or self.known.begins_with_label(text)
            for text in before
        )

    def _frame_role(self, text: str) -> Role | None:
        # No `cache` of a method of its own: a zoner that holds itself stays with all its lines.
        if text not in self._frame_roles:
            self._frame_roles[text] = self._frame_role_of(text)
        return self._frame_roles[text]

    def _frame_role_of(self, text: str) -> Role | None:
        bare = fold(text).rstrip("。.!！")
        phrases = tuple(map(fold_word, self.words["closing_phrases"]))
        if bare in phrases or (len(bare) <= _CLOSING_LIMIT and self._is_farewell(bare)):
            return "closing"
        if is_date_line(text):
            return "date"
        if is_organ(text, self.words) and not self._around(text):
            return "signature"
        return None

    def _is_farewell(self, text: str) -> bool:
        """The end of a report that was read out: …，以上报告，请予审议。谢谢大家！"""
        mark = mark_at(text)
        if mark is not None and not text.startswith(FAREWELL_BEGINS, mark.end):
            return False  # （二）接受监督，欢迎批评指正。
        told = any(word in text for word in self.words["farewells"])
        return told and SUBMITTED.search(text) is None

    def _begins_farewell(self, index: int) -> bool:
        """Whether a wrapped line is the beginning of a farewell that the next one ends."""
        line = self.lines[index].text
        if index + 1 >= len(self.lines) or ends_sentence(line):
            return False
        rest = self.lines[index + 1].text
        return len(rest) < _LEAST_WRAPPED and self._frame_role(line + rest) == "closing"

    def _ends_farewell(self, index: int) -> bool:
        """Whether a short line is the rest of a farewell that was wrapped."""
        return index > 0 and self._begins_farewell(index - 1)

    def _tail_role(self, index: int, *, closed: bool, listing: bool) -> Role | None:
        text = self.lines[index].text
        role = self._frame_role(text)
        if self._begins_farewell(index) or self._ends_farewell(index):
            role = "closing"
        below = self.lines[index + 1].text if index + 1 < len(self.lines) else ""
        if role == "signature" and PRINTED.match(below):
            role = "attachment"  # the office that printed it, its date on the next line
        if role is not None:
            return role
        if ATTACHMENT.match(text):
            return "attachment"  # also 附注 (此件公开发布), which belongs to the document
        if self._around(text):
            return "noise"
        if listing and (mark_at(text) is not None or len(text) < 40):  # noqa: PLR2004
            return "attachment"
        if find_date(text) and is_organ(text[: find_date(text)[1]], self.words):  # type: ignore[index]
            return None  # 署名 and date on one line: cut later
        return "noise" if closed else None


def first_block_split(text: str, words: Mapping[str, tuple[str, ...]]) -> tuple[int, int]:
    """Where title and addressee end in a text that begins with them on the line of its body.

    Returns:
        (end of the title or 0, end of the addressee or the former).
    """
    title_end = split_title(text, words) or 0
    rest = text[title_end:]
    found = re.match(r"\s*(?P<name>[^。，；！？\s：:]{3,40}[：:])", rest)
    if found and read_addressee(found["name"], words):
        return title_end, title_end + found.end()
    return title_end, title_end
