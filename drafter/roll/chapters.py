"""The chapters of the draft: last year's sections, promises and gaps beneath the four parts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import chain, pairwise
from operator import add

from msgspec import Struct, field
from msgspec.structs import replace

from drafter.knowledge.outline import Part, part_of, source_for, theme_of
from drafter.knowledge.part_titles import NAMED, part_scores
from drafter.model import (
    Commitment,
    DraftChapter,
    DraftParagraph,
    DraftSection,
    Finding,
    Inline,
    NoteItem,
    Passage,
    Text,
)
from drafter.roll.ground import Ground
from drafter.roll.notes import notes_of
from drafter.roll.paragraphs import Roller
from drafter.zh.deficiencies import (
    IN_WHAT_RESPECT,
    LINK_AT_END,
    NAMES_THE_PART,
    OF_ALL,
    TRACED,
    mended_until,
    tells_nothing,
)
from drafter.zh.dependent import AND_SO
from drafter.zh.heading_text import JOINT
from drafter.zh.left_open import (
    ALSO_BY_THEN,
    AN_ITEM_BEGINS,
    BARE_BY_THEN,
    BY_A_PART_OF_THE_YEAR,
    CAUSES_FOLLOW,
    JOINS_PROMISES,
    OF_EACH_YEAR,
    TORN_PROMISE,
)
from drafter.zh.numbering import SECTION, mark_at
from drafter.zh.numerals import format_numeral
from drafter.zh.own_marks import HEADING_BLANK, PROMISES_HEADING, REMEDIES_HEADING
from drafter.zh.promises import DONE_ONCE, LEFT_BEFORE, OF_WHAT
from drafter.zh.prompts import CAUSES, DUTY, PLAN, PROMISE, REMEDY, SHORTCOMING, STATEMENT
from drafter.zh.quantities import level as levelled
from drafter.zh.sentences import sentences
from drafter.zh.year_context import QUOTED

_LONGEST_LEFT = 12
"""Code points that may lead to a promise: ，同时计划."""
_LEAST_LEAD = 6
"""Code points of words that lead in the deficiencies behind them."""
_CIRCLED_LIMIT = 99
_WIDEST_INDENT = 8
"""Code points of blanks with which a line may begin."""
_LEAST_SHARED = 1 / 3
"""Of a promise's pairs of characters those that a section must have to be its home."""
_FEWEST_SHARED = 3
"""Pairs of its own that they must be at least; 升服, 务水 of 提升服务水平 say nothing."""
_AHEAD = 1.5
"""How many times as many as in any other section they must be."""


class _Draftable(Struct):
    """A section being put together; `theme` is what promises look for."""

    heading: Callable[[int], DraftParagraph] | None
    theme: str | None
    text: str
    paragraphs: list[DraftParagraph] = field(default_factory=list)

    def done(self, number: int) -> DraftSection:
        return DraftSection(
            self.heading(number) if self.heading else None, self.theme, tuple(self.paragraphs)
        )


class ChapterBuilder:
    """Builds the chapters of one draft."""

    def __init__(self, ground: Ground, roller: Roller) -> None:
        self.ground = ground
        self.roller = roller
        self._unsure = {f.passage: f for f in ground.report.findings if f.rule == "T02"}

    @cached_property
    def _causes(self) -> frozenset[int]:
        """The items of lists of causes: behind what announces causes, and behind one another."""
        found: set[int] = set()
        for before, passage in pairwise(self.ground.report.passages):
            leads_in = before.id in found or self._leads_in_causes(before.id)
            if passage.role == "item" and leads_in:
                found.add(passage.id)
        return frozenset(found)

    def build(self) -> tuple[DraftChapter, ...]:
        """The four parts in the order asked for, then last year's own closing chapters."""
        sections = {key: self._sections(key) for key in self._order()}
        self._place_promises(sections)
        chapters = []
        for number, key in enumerate(self._order(), start=1):
            done = self._numbered(sections[key])
            chapters.append(DraftChapter(key, self._chapter_heading(key, number), done))
        chapters += self._others(len(chapters))
        return tuple(chapters)

    # ------------------------------------------------------------------- order

    def _order(self) -> tuple[str, ...]:
        orders = self.ground.knowledge.outline.orders
        if self.ground.options.order in orders:
            return orders[self.ground.options.order]
        # Last year's own order; a part without a place of its own goes after the one that precedes
        # it in the outline.
        place = {
            part.key: float(min(part.passages))
            for part in self.ground.report.parts
            if part.passages and part.status != "embedded"
        }
        last = -1.0
        for key in orders["outline"]:
            last = place.setdefault(key, last + 0.5)
        return tuple(sorted(place, key=lambda key: place[key]))

    # ---------------------------------------------------------------- headings

    def _chapter_heading(self, key: str, number: int) -> DraftParagraph:
        part = part_of(self.ground.knowledge.outline, key)
        reading = self.ground.part(key)
        own, items = self._own_heading(key)
        carried = own is not None
        if own is None:
            own = (Text(self._default_heading(part)),)
        gaps = [self._gap_item(f) for f in self._findings(part=key) if f.rule[0] == "P"]
        origin = (reading.heading,) if reading.heading is not None and carried else ()
        return DraftParagraph(
            "heading",
            (Text(f"{format_numeral(number)}、"), *own),
            notes_of(("缺口", gaps), ("核对", items)),
            level=1,
            origin=origin,
        )

    def _default_heading(self, part: Part) -> str:
        words = part.default_heading.replace("{履职}", self.ground.profile.leadership)
        year = self.ground.year
        return words.replace("{年}", str(year)).replace("{下年}", str(year + 1))

    def _own_heading(self, key: str) -> tuple[tuple[Inline, ...] | None, tuple[NoteItem, ...]]:
        """Last year's words for a part, its half of a merged heading, or None."""
        reading = self.ground.part(key)
        merged = self._merged_heading(key)
        if merged is not None:
            inlines, items = self.roller.heading(merged)
            words = "".join(inline.text for inline in inlines if isinstance(inline, Text))
            half = self._half(words, key)
            return ((Text(half, carried=True),) if half else None), items
        if reading.heading is None or reading.status in ("hidden", "embedded", "missing"):
            return None, ()
        return self.roller.heading(self.ground.passages[reading.heading])

    def _merged_heading(self, key: str) -> Passage | None:
        """The heading that a part shares with another one."""
        reading = self.ground.part(key)
        if reading.status == "merged" and reading.heading is not None:
            return None
        merged = {part.key for part in self.ground.report.parts if part.status == "merged"}
        if key in merged:
            outline, year = self.ground.knowledge.outline, self.ground.report.frame.year
            for part in self.ground.report.parts:
                if part.heading is not None and part.status == "present":
                    passage = self.ground.passages[part.heading]
                    if part_scores(passage.text, outline, year).get(key, 0) >= NAMED:
                        return passage
            return None
        if reading.heading is None or reading.status != "present":
            return None
        passage = self.ground.passages[reading.heading]
        scores = part_scores(
            passage.text, self.ground.knowledge.outline, self.ground.report.frame.year
        )
        shared = any(scores.get(other, 0) >= NAMED for other in merged)
        return passage if shared else None

    def _half(self, words: str, key: str) -> str | None:
        """The half of a merged heading that names a part, where it can be parted at a joint.

        At the one behind which least of the other is left: 存在的不足、原因｜以及2025年工作思路.
        """
        outline = self.ground.knowledge.outline
        year = self.ground.year
        found: list[tuple[float, str]] = []
        for joint in JOINT.finditer(words):
            halves = (words[: joint.start()], words[joint.end() :])
            scores = [part_scores(half, outline, year) for half in halves]
            best = [max(score, key=lambda k: score[k], default="") for score in scores]
            if (
                best[0] != best[1]
                and key in best
                and min(scores[best.index(key)].values()) >= NAMED
            ):
                mixed = scores[0].get(best[1], 0) + scores[1].get(best[0], 0)
                found.append((mixed, halves[best.index(key)]))
        return min(found, key=lambda row: row[0])[1] if found else None

    def _heading(self, passage: Passage, level: int) -> Callable[[int], DraftParagraph]:
        inlines, items = self.roller.heading(passage)
        # Below the sections a line that had no numeral gets none.
        numbered = level <= 2 or passage.marker is not None  # noqa: PLR2004
        unsure = self._unsure.get(passage.id)
        doubts = [NoteItem(unsure.rule, unsure.message, unsure.action)] if unsure else []
        mark = mark_at(passage.text)
        own = passage.text[mark.end if mark else 0 :].strip()
        if passage.part == "shortcomings" and not NAMES_THE_PART.fullmatch(own):
            doubts.append(NoteItem("R02", "这是上年写的不足。", "本年已不存在的，连同小标题删去。"))

        if passage.part == "plans" and DONE_ONCE.match(levelled(passage.text).strip()):
            doubts.append(
                NoteItem(
                    "R01",
                    "小标题说的是上年计划里一次办成的事。",
                    "写明落实情况；已办成的，连同小标题改写。",
                )
            )

        def make(number: int) -> DraftParagraph:
            return DraftParagraph(
                "heading",
                (Text(_numeral(level, number) if numbered else ""), *inlines),
                notes_of(("核对", (*items, *doubts))),
                level=level,
                origin=(passage.id,),
            )

        return make

    def _headless(self, key: str) -> frozenset[int]:
        """The passages of plans or shortcomings that count on from a section, with no heading.

        （四） in one long sentence behind （三） with a heading: below that heading it
        would be told as part of that.
        """
        found: set[int] = set()
        if key not in ("plans", "shortcomings"):
            return frozenset()
        last: dict[int, int] = {}
        for passage in self.ground.report.passages:
            mark = mark_at(passage.marker or "") if passage.part == key else None
            if mark is None or mark.number is None or not self._begins_line(passage):
                continue
            is_section = passage.role == "heading" and passage.level == 2  # noqa: PLR2004
            if is_section and not (key == "plans" and self._promised(passage)):
                last[mark.style] = mark.number
            elif (is_section or passage.role == "item") and (
                last.get(mark.style) == mark.number - 1
            ):
                found.add(passage.id)
                last[mark.style] = mark.number
        return frozenset(found)

    def _begins_line(self, passage: Passage) -> bool:
        """Whether nothing stands before a passage in its line: 做好三项工作：1.… is a list."""
        first = passage.spans[0]
        if first.start > _WIDEST_INDENT:
            return False  # a whole report may stand on one line
        return not self.ground.report.source.lines[first.line - 1][: first.start].strip()

    def _blank_heading(self, passage: Passage) -> Callable[[int], DraftParagraph]:
        """The heading of what had none last year."""
        field = self.roller.next_blank(HEADING_BLANK, f"〔{HEADING_BLANK}〕")

        def make(number: int) -> DraftParagraph:
            return DraftParagraph(
                "heading", (Text(_numeral(2, number)), field), level=2, origin=(passage.id,)
            )

        return make

    def _fixed_heading(
        self, words: str, items: Sequence[NoteItem] = ()
    ) -> Callable[[int], DraftParagraph]:
        def make(number: int) -> DraftParagraph:
            return DraftParagraph(
                "heading", (Text(_numeral(2, number) + words),), notes_of(("缺口", items)), level=2
            )

        return make

    # ---------------------------------------------------------------- sections

    def _sections(self, key: str) -> list[_Draftable]:
        reading = self.ground.part(key)
        if reading.status == "embedded":
            sections = [self._embedded(key)]
        elif reading.status == "missing":
            sections = [self._missing(key)]
        else:
            sections = self._carried_sections(key)
        if key == "achievements":
            sections += self._absent_themes()
        if key == "shortcomings":
            self._ask_what_remains(sections)
        if key == "plans":
            sections += self._answers()
        return sections

    def _carried_sections(self, key: str) -> list[_Draftable]:
        reading = self.ground.part(key)
        out = [_Draftable(None, None, "")]
        headings = [p.id for p in self.ground.report.passages if p.part == key and p.level == 2]  # noqa: PLR2004
        below = 0  # how many levels the headings go down because chapters became sections
        counts = {3: 0, 4: 0}
        headless = self._headless(key)
        for passage in self.ground.report.passages:
            if passage.part != key or passage.id == reading.heading:
                continue
            # A plan in one numbered sentence is a heading by its looks alone.
            is_promise = key == "plans" and bool(self._promised(passage))
            if passage.role == "heading" and not is_promise:
                level = passage.level or 2
                if level == 1 and self._shares_heading(passage, key):
                    continue
                below = 1 if level == 1 else below
                shown = min(4, level + below) if level > 1 else 2
                if shown == 2:  # noqa: PLR2004 -- a section
                    out.append(_Draftable(self._heading(passage, 2), passage.theme, passage.text))
                    if key == "shortcomings" and passage.id in self.ground.shortcomings:
                        out[-1].paragraphs += self._confessed(passage)
                    counts = {3: 0, 4: 0}
                else:
                    counts[shown] += 1
                    counts[4] = counts[4] if shown == 4 else 0  # noqa: PLR2004
                    out[-1].paragraphs.append(self._heading(passage, shown)(counts[shown]))
                continue
            if passage.id in headless:
                out.append(_Draftable(self._blank_heading(passage), None, ""))
                counts = {3: 0, 4: 0}
            if key == "shortcomings" and self._is_of_all(passage, out[-1], headings):
                out.append(_Draftable(None, None, ""))
            out[-1].text += passage.text
            is_full = self.ground.options.prefill == "full" or key == "shortcomings"
            if is_full or passage.role == "heading":
                is_apart = out[-1].heading is None
                out[-1].paragraphs += self._body(passage, key, is_apart=is_apart)
        had_text = bool(out[0].text)
        if not out[0].paragraphs:
            out.pop(0)
        self._ask_for_bodies(out)
        return out or [self._left_out(key) if had_text else self._missing(key)]

    def _ask_for_bodies(self, sections: Sequence[_Draftable]) -> None:
        """In an outline a section of which nothing is kept is a heading with a place to write."""
        if self.ground.options.prefill == "outline":
            for section in sections:
                if not section.paragraphs:
                    section.paragraphs.append(self._blank_paragraph("本节内容"))

    @staticmethod
    def _is_of_all(passage: Passage, section: _Draftable, headings: Sequence[int]) -> bool:
        """Whether a passage behind the last section gives the causes of what all sections tell."""
        if len(headings) < 2 or passage.id < headings[-1] or section.heading is None:  # noqa: PLR2004
            return False
        # Where nothing stands above them their own heading names the causes.
        return bool(section.paragraphs) and OF_ALL.match(levelled(passage.text)) is not None

    def _shares_heading(self, passage: Passage, key: str) -> bool:
        """Whether a chapter heading names this part (a second or merged chapter): no section."""
        scores = part_scores(
            passage.text, self.ground.knowledge.outline, self.ground.report.frame.year
        )
        return scores.get(key, 0) >= NAMED

    def _body(self, passage: Passage, key: str, *, is_apart: bool) -> list[DraftParagraph]:
        """What becomes of a passage; `is_apart` tells that it stands below no heading."""
        if key == "shortcomings" and passage.role != "table":
            return list(self._confessed(passage))
        if key == "plans":
            asked = self._promised(passage)
            # What was left of （四）… would bear its old numeral among the new ones.
            if asked and (passage.marker or "").startswith(("（", "(")):
                asked = [(0, len(passage.text))]
            return self.roller.carry(passage, asks=PLAN, asked=asked, keeps_numeral=is_apart)
        return self.roller.carry(passage)

    def _promised(self, passage: Passage) -> list[tuple[int, int]]:
        """Where a passage of plans promises for one year what no other year can be left with."""
        found = []
        for promise in self._whole_promises.get(passage.id, ()):
            if not promise.standing:
                start = max(0, promise.ref.start - _LONGEST_LEFT)
                left = LEFT_BEFORE.search(passage.text, start, promise.ref.start)
                begin = left.start() if left else promise.ref.start
                found.append((_whole(passage.text, begin), promise.ref.end))
        return found + self._planned_by_then(passage, found)

    @staticmethod
    def _planned_by_then(
        passage: Passage, promised: Sequence[tuple[int, int]]
    ) -> list[tuple[int, int]]:
        """The sentences of plans that name a part of their year, where no promise was found."""
        flat = levelled(passage.text)
        return [
            (start, end)
            for start, end in sentences(passage.text)
            if BY_A_PART_OF_THE_YEAR.search(flat, start, end)
            and not OF_EACH_YEAR.search(flat, start, end)
            and not any(a < end and start < b for a, b in promised)
        ]

    def _confessed(self, passage: Passage) -> Iterator[DraftParagraph]:
        """A passage of shortcomings: its lead carried on, each deficiency and its causes quoted."""
        rows = sorted(self.ground.shortcomings.get(passage.id, ()), key=lambda row: row.ref.start)
        if not rows:
            # Only what leads in the list is carried on; all else was true of last year.
            leads_in = passage.text.rstrip().endswith(("：", ":")) and not passage.marker
            is_list = leads_in and self._leads_in_causes(passage.id)
            if not is_list and (self._tells_causes(passage.text) or not leads_in):
                yield from self._between(passage, 0, len(passage.text))
            elif self.ground.options.prefill == "full":
                yield from self._led_in(passage, len(passage.text))
            return
        starts = [_with_respect(passage.text, row.ref.start) for row in rows]
        lead = passage.text[: starts[0]]
        # 一是执法力量不匹配。一线人员平均年龄47岁: the head of an item is a deficiency, too.
        head = _head_of_item(passage, lead)
        if passage.marker and len(lead.strip()) <= len(passage.marker):
            lead = ""
        is_cause = self._tells_causes(lead) or len(lead.strip("，,；;：: ")) < _LEAST_LEAD
        if is_cause and not head:
            yield from self._between(passage, 0, starts[0])
        elif self.ground.options.prefill == "full" and not head:
            yield from self._led_in(passage, starts[0])
        last = starts[0]
        answers = {c.id: c.text for c in self.ground.report.commitments}
        for row, start in zip(rows, starts, strict=True):
            yield from self._between(passage, last, start)
            promised = "；".join(answers[c] for c in row.answered_by if c in answers)
            words = (
                (head if row is rows[0] else "")
                + passage.text[start : row.ref.end]
                + (f"（可能对应的上年承诺：{promised.rstrip('。')}）" if promised else "")
            )
            words += self._said_before(row.id, "写过")
            yield self.roller.quote(SHORTCOMING, words, (passage.id,))
            last = row.ref.end
        causes = _announced_causes(passage) if self._leads_in_causes(passage.id) else None
        if causes is None or causes < last:
            yield from self._between(passage, last, len(passage.text))
            return
        yield from self._between(passage, last, causes)
        announced = passage.text[causes:].strip("，,：: 　") + "："
        yield DraftParagraph("carried", (Text(announced, carried=True),), origin=(passage.id,))

    def _led_in(self, passage: Passage, end: int) -> Iterator[DraftParagraph]:
        """What leads in the deficiencies, carried on; what was mended last year is quoted."""
        end = len(LINK_AT_END.sub("", passage.text[:end]))
        start = mended_until(levelled(passage.text[:end]))
        if start:
            yield from self._between(passage, 0, start)
            yield from self._between(passage, start, end)
        else:
            lead = self.roller.carry(_part_of_passage(passage, 0, end))
            yield from _opened(lead) if passage.text[end - 1 : end] in ("，", ",") else lead

    def _between(self, passage: Passage, start: int, end: int) -> Iterator[DraftParagraph]:
        words = LINK_AT_END.sub("", passage.text[start:end]).strip("，,；;。：: 　")
        if not tells_nothing(levelled(words)):
            causes = self._tells_causes(words) or passage.id in self._causes
            causes = causes or TRACED.match(levelled(words)) is not None
            yield self.roller.quote(CAUSES if causes else STATEMENT, words, (passage.id,))

    def _leads_in_causes(self, passage: int) -> bool:
        """Whether a passage announces causes that follow as items (主要原因：一是……)."""
        lead, following = self.ground.passages[passage], self.ground.passages.get(passage + 1)
        if following is None or following.role != "item":
            return False
        ends = lead.text.rstrip().endswith(("：", ":"))
        return (ends and self._tells_causes(lead.text)) or _announced_causes(lead) is not None

    def _tells_causes(self, text: str) -> bool:
        points = self.ground.knowledge.outline.points
        words = next((point.keywords for point in points if point.key == "causes"), ())
        return any(word in text for word in words)

    def _embedded(self, key: str) -> _Draftable:
        out = _Draftable(None, None, "")
        subjects = self.ground.knowledge.words["leadership_subjects"]
        for number in self.ground.part(key).passages:
            passage = self.ground.passages[number]
            told = [
                passage.text[a:b] for a, b in sentences(passage.text)
                if any(word in passage.text[a:b] for word in subjects)
            ]  # fmt: skip
            if told:
                out.paragraphs.append(self.roller.quote(DUTY, "".join(told), (number,)))
        out.paragraphs.append(self._blank_paragraph("第一责任人履职情况"))
        return out

    def _left_out(self, key: str) -> _Draftable:
        """A place to write where an outline keeps nothing of a chapter without sections."""
        name = part_of(self.ground.knowledge.outline, key).name
        return _Draftable(None, None, "", [self._blank_paragraph(name)])

    def _missing(self, key: str) -> _Draftable:
        name = part_of(self.ground.knowledge.outline, key).name
        return _Draftable(None, None, "", [self._blank_paragraph(f"{name}，上年没有")])

    def _blank_paragraph(self, what: str) -> DraftParagraph:
        return DraftParagraph("blank", (self.roller.next_blank(what, f"〔待填：{what}〕"),))

    def _absent_themes(self) -> list[_Draftable]:
        out = []
        for finding in self._findings(part="achievements"):
            if finding.rule == "T01" and finding.theme:
                name = theme_of(self.ground.knowledge.outline, finding.theme).heading
                item = self._gap_item(finding)
                out.append(
                    _Draftable(
                        self._fixed_heading(name, (item,)),
                        finding.theme,
                        name,
                        [self._blank_paragraph(name)],
                    )
                )
        return out

    def _ask_what_remains(self, sections: list[_Draftable]) -> None:
        """A blank for what is lacking besides: of no section where there are several."""
        if sum(section.heading is not None for section in sections) > 1 and sections[-1].heading:
            sections.append(_Draftable(None, None, ""))
        sections[-1].paragraphs.append(self._blank_paragraph("本年仍存在的不足和原因"))

    def _answers(self) -> list[_Draftable]:
        """One blank per shortcoming of last year: what will be done if it stays."""
        rows = self.ground.report.shortcomings
        if not rows:
            return []
        section = _Draftable(self._fixed_heading(REMEDIES_HEADING), None, "")
        section.paragraphs = [
            self.roller.quote(REMEDY, row.text, (row.ref.passage,)) for row in rows
        ]
        return [section]

    # ---------------------------------------------------------------- promises

    def _place_promises(self, sections: dict[str, list[_Draftable]]) -> None:
        """Each promise as a prompt where its result belongs; the rest in a section of their own."""
        themed = [s for s in sections["achievements"] if s.theme]
        themed += [s for s in sections["leadership"] if s.theme == "leadership_thought"][:1]
        homes = [_Home(section, _pairs(section.text)) for section in themed]
        common = frozenset().union(*map(_pairs, self.ground.knowledge.words["common_words"]))
        left: list[Commitment] = []
        headless = self._headless("plans")
        headings = [
            p for p in self.ground.report.passages if p.role == "heading" and p.part == "plans"
        ]
        for promise in chain.from_iterable(self._whole_promises.values()):
            above = bisect_right(headings, promise.ref.passage, key=lambda p: p.id)
            under = headings[above - 1].theme if above else None
            if promise.ref.passage in headless:
                under = self.ground.passages[promise.ref.passage].theme  # not of the one above
            home = _home_of(promise, under, homes, common)
            if home is None:
                left.append(promise)
            else:
                home.paragraphs.append(self._promise(promise))
        if left:
            item = NoteItem(
                "R01",
                f"有 {len(left)} 条上年承诺没有找到对应的章节。",
                "写入相应的节，或说明未落实的原因。",
            )
            section = _Draftable(self._fixed_heading(PROMISES_HEADING, (item,)), None, "")
            section.paragraphs = [self._promise(promise) for promise in left]
            sections["achievements"].append(section)

    @cached_property
    def _whole_promises(self) -> dict[int, list[Commitment]]:
        """The promises, each with those behind it that do not say of what (2024年培训100名).

        By passage; one is standing if all of it is.
        """
        out: list[Commitment] = []
        was_torn = False
        for promise in self.ground.report.commitments:
            lead, words = out[-1] if out else None, promise.text.strip("，,；;。 ")
            is_torn = lead is not None and lead.ref.passage == promise.ref.passage
            if lead is not None and is_torn:
                text = self.ground.passages[promise.ref.passage].text
                is_torn = (
                    JOINS_PROMISES.fullmatch(text, lead.ref.end, promise.ref.start) is not None
                )
                is_torn = is_torn and (
                    TORN_PROMISE.fullmatch(words) is not None
                    or (was_torn and ALSO_BY_THEN.fullmatch(words) is not None)
                )
                if is_torn:
                    ref = replace(lead.ref, end=promise.ref.end)
                    said = text[ref.start : ref.end]
                    standing = lead.standing and promise.standing
                    out[-1] = replace(lead, ref=ref, text=said, standing=standing)
            if not is_torn:
                out.append(promise)
            was_torn = is_torn
        found: dict[int, list[Commitment]] = {}
        for promise in out:
            found.setdefault(promise.ref.passage, []).append(promise)
        return found

    def _promise(self, promise: Commitment) -> DraftParagraph:
        words = promise.text.rstrip("，,；;。") + self._said_before(promise.id, "承诺过")
        return self.roller.quote(PROMISE, words, (promise.ref.passage,))

    def _said_before(self, row_id: str, verb: str) -> str:
        """（2022年、2023年也承诺过）, empty where older reports do not have it."""
        years = sorted(self.ground.recurring.get(row_id, ()))
        return f"（{'、'.join(f'{year}年' for year in years)}也{verb}）" if years else ""

    # ------------------------------------------------------------------- others

    def _others(self, before: int) -> list[DraftChapter]:
        """Chapters of last year that belong to no part (其他需要报告的情况)."""
        out: list[DraftChapter] = []
        paragraphs: list[DraftParagraph] = []
        heading: DraftParagraph | None = None
        for passage in (*self.ground.report.passages, None):
            ends = passage is None or (passage.role == "heading" and passage.level == 1)
            if ends and heading is not None:
                out.append(
                    DraftChapter(None, heading, (DraftSection(None, None, tuple(paragraphs)),))
                )
                heading, paragraphs = None, []
            if passage is None or passage.part is not None:
                continue
            if ends:
                own, items = self.roller.heading(passage)
                numeral = format_numeral(before + len(out) + 1)
                inlines = (Text(f"{numeral}、"), *own)
                heading = DraftParagraph(
                    "heading", inlines, notes_of(("核对", items)), level=1, origin=(passage.id,)
                )
            elif heading is not None and passage.role == "heading":
                number = 1 + sum(p.level == 2 for p in paragraphs)  # noqa: PLR2004 -- a section
                paragraphs.append(self._heading(passage, 2)(number))
            elif heading is not None and passage.role in ("body", "item", "table"):
                paragraphs += self.roller.carry(passage)
        return out

    # ------------------------------------------------------------------ helpers

    def _numbered(self, sections: Sequence[_Draftable]) -> tuple[DraftSection, ...]:
        out = []
        number = 0
        for section in sections:
            if section.heading is None:
                number = max(number, self._last_numeral(section))
            number += section.heading is not None
            if section.heading is not None or section.paragraphs:
                out.append(section.done(number))
        return tuple(out)

    def _last_numeral(self, section: _Draftable) -> int:
        """The last numeral of the items （一）…（三） that the headings behind them go on from."""
        passages = (self.ground.passages[i] for p in section.paragraphs for i in p.origin)
        marks = (mark_at(passage.marker or "") for passage in passages)
        return max((m.number or 0 for m in marks if m and m.style == SECTION), default=0)

    def _findings(self, part: str | None) -> list[Finding]:
        return [f for f in self.ground.report.findings if f.part == part]

    def _gap_item(self, finding: Finding) -> NoteItem:
        key = finding.theme or finding.part
        source = source_for(self.ground.knowledge.outline, key, self.ground.year) if key else None
        return NoteItem(
            finding.rule, finding.message, finding.action,
            source.text if source else None, source.verified if source else True,
        )  # fmt: skip


def _whole(text: str, start: int) -> int:
    """Where a promise begins with what it cannot be told without: 确保双零，｜并于一季度前解决.

    在普法上，｜拍摄微电影 begins with what is nothing without it.
    """
    begin = _half_sentence_start(text, start)
    if OF_WHAT.fullmatch(levelled(text[begin:start]).strip(" ,")):
        return begin
    is_torn = any(p.match(text, start) for p in (AND_SO, BARE_BY_THEN))
    if not is_torn or text[max(0, start - 1) : start] not in ("，", ","):
        return start
    return _half_sentence_start(text, start)


def _half_sentence_start(text: str, end: int) -> int:
    """Where the sentence begins, or its part behind a semicolon, that goes up to `end`."""
    return max(text.rfind(mark, 0, end) for mark in "。；;！!") + 1


def _announced_causes(passage: Passage) -> int | None:
    """Where the words begin that announce the causes behind a passage (究其原因，)."""
    start = _half_sentence_start(passage.text, -2)
    found = CAUSES_FOLLOW.match(passage.text, start) if passage.text else None
    is_open = passage.text.rstrip().endswith(("，", ",", "：", ":"))
    return start if found and is_open else None


def _with_respect(text: str, start: int) -> int:
    """Where a deficiency begins that is told from `start`, with the side of which it is told."""
    begin = max((text.rfind(stop, 0, start) + 1 for stop in "。；;：:"), default=0)
    flat = levelled(text[begin:start])
    found = IN_WHAT_RESPECT.fullmatch(flat.strip())
    return (
        start - len(text[begin:start].lstrip()) if found and len(flat) == start - begin else start
    )


def _head_of_item(passage: Passage, lead: str) -> str:
    """The sentence that heads an item, without its numeral; nothing where it is no item's."""
    begun = AN_ITEM_BEGINS.match(lead)
    head = lead[begun.end() :].strip() if begun else ""
    if begun is None and passage.marker and mark_at(passage.marker) and passage.role == "item":
        head = lead.removeprefix(passage.marker).strip()
    return head if head.endswith("。") and head.count("。") == 1 else ""


def _numeral(level: int, number: int) -> str:
    number = min(number, _CIRCLED_LIMIT)
    if level == 2:  # noqa: PLR2004
        return f"（{format_numeral(number)}）"
    return f"{number}." if level == 3 else f"（{number}）"  # noqa: PLR2004


def _part_of_passage(passage: Passage, start: int, end: int) -> Passage:
    # Facts are looked up by passage id and offset, so only a beginning may be taken this way.
    return replace(passage, text=passage.text[start:end])


class _Home(Struct, frozen=True):
    """A section that a promise's result may belong to, with the pairs of characters in it."""

    section: _Draftable
    pairs: frozenset[str]


def _home_of(
    promise: Commitment, under: str | None, homes: Sequence[_Home], common: frozenset[str]
) -> _Draftable | None:
    """The section where a promise's result belongs.

    A name in quotation marks that the section tells of decides; then the promise's themes, and of
    several sections on one the section whose words it shares most; then the plan's heading; last
    the one section whose words it shares, where no other comes near.

    Args:
        promise: Of last year's plans.
        under: Theme of the heading that it stood under.
        homes: The sections that have a theme.
        common: Pairs of characters that stand everywhere (提升, 服务).
    """
    pairs = _pairs(promise.text)
    names = set(QUOTED.findall(promise.text))
    found = [home for home in homes if any(name in home.section.text for name in names)]
    for theme in (*promise.themes, under):
        if found:
            break
        found = [home for home in homes if theme and home.section.theme == theme]
    pairs = pairs if found else pairs - common
    shared = {id(home): len(pairs & home.pairs) for home in homes}
    best = max(found or homes, key=lambda home: shared[id(home)], default=None)
    if not found and best is not None:
        next_best = max((shared[id(h)] for h in homes if h is not best), default=0)
        if shared[id(best)] < max(len(pairs) * _LEAST_SHARED, next_best * _AHEAD, _FEWEST_SHARED):
            return None
    return best.section if best else None


def _opened(lead: Sequence[DraftParagraph]) -> Iterator[DraftParagraph]:
    """What leads in the rest of its sentence, which stands below it: a colon for its stop."""
    for paragraph in lead:
        *before, last = paragraph.inlines
        if isinstance(last, Text) and last.text.endswith("。"):
            last = replace(last, text=last.text.removesuffix("。") + "：")
        yield replace(paragraph, inlines=(*before, last))


def _pairs(text: str) -> frozenset[str]:
    """The pairs of characters in a text, marks left out."""
    return frozenset(filter(str.isalnum, map(add, text, text[1:])))
