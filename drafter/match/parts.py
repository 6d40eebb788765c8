"""Which part each passage belongs to: by what it says, not by where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec.structs import replace

from drafter.knowledge import Knowledge
from drafter.knowledge.outline import part_of
from drafter.knowledge.part_titles import NAMED, part_scores
from drafter.match.chapters import (
    FRAME_ROLES,
    Chapter,
    Tone,
    chapters_of,
    clause_starts,
    sentence_starts,
)
from drafter.model import PARTS, PartReading, PartStatus, Passage, Span
from drafter.zh.heading_text import COMMA, PROBLEM_LABEL
from drafter.zh.numbering import SECOND, mark_at

_NO_HEADING = 0.8
"""How certain a part is that has sections and no heading of its own."""
_LEADS = 3
"""Words for the first responsible person and his deeds: the person and two deeds, or more."""
_CONFESSED = 2
_LEAST_BODY = 40
"""Code points of a chapter that are enough to tell its part from what hides in its tail."""
_SHORT_LEAD = 70
"""Code points before the turn up to which a paragraph as a whole is about shortcomings: a clause or
two that sum up the year's success (measured: 30–60), never a report of deeds."""


class PartMatcher:
    """Assigns parts to the passages of one report; splits a passage in which a part begins."""

    def __init__(self, passages: Sequence[Passage], year: int | None, knowledge: Knowledge) -> None:
        self.passages = list(passages)
        self.unsplit = len(self.passages)
        self.year = year
        self.outline = knowledge.outline
        self.tone = Tone(knowledge.words, year)
        self.part: list[str | None] = [None] * len(self.passages)
        self.status: dict[str, PartStatus] = {}
        self.confidence: dict[str, float] = {}
        self.heading: dict[str, int | None] = {}

    def run(self) -> tuple[tuple[Passage, ...], tuple[PartReading, ...]]:
        """The passages with their parts, ids renumbered, and the reading of the four parts."""
        chapters = chapters_of(self.passages)
        if not chapters:
            self._without_headings()
        else:
            self._without_first_heading(chapters[0].members[0])
        for chapter in chapters:
            self._assign_chapter(chapter)
        self._split_merged()
        self._sections_on_leadership()
        self._hidden_shortcomings()
        self._hidden_plans()
        return self._finish()

    # ---------------------------------------------------------------- chapters

    def _without_first_heading(self, first: int) -> None:
        """The sections before the first chapter, whose own heading is missing, tell of deeds."""
        mark = mark_at(self.passages[first].marker or "")
        heads = [i for i in range(first) if self.passages[i].role == "heading"]
        # Numbered chapters begin with 二、 then; bare ones with another part.
        head = self.passages[first]
        is_other = any(self._names(head, part) for part in ("leadership", "shortcomings", "plans"))
        is_missing = mark.number == SECOND if mark else is_other
        if not heads or not is_missing or any(self._names_later(i) for i in heads):
            return
        begin = heads[0]
        for i in range(begin, first):
            self.part[i] = "achievements"
        self.status["achievements"] = "present"
        self.confidence["achievements"] = _NO_HEADING

    def _assign_chapter(self, chapter: Chapter) -> None:
        head = self.passages[chapter.members[0]]
        parts, certainty = self._parts_of(head, chapter)
        for i in chapter.members:
            self.part[i] = parts[0] if parts else None
        for part in parts:
            if self.status.get(part) in (None, "merged"):
                self.status[part] = "present" if part == parts[0] else "merged"
                self.confidence[part] = certainty
        # A theme's heading is not that of the achievements; any other chapter's is its part's own.
        owns = bool(parts) and (parts[0] != "achievements" or self._names(head, parts[0]))
        if owns and self.heading.get(parts[0]) is None:
            self.heading[parts[0]] = head.id

    def _names_later(self, index: int) -> bool:
        """Whether a heading names shortcomings or plans."""
        scores = part_scores(self.passages[index].text, self.outline, self.year)
        return max(scores.get("shortcomings", 0), scores.get("plans", 0)) >= NAMED

    def _names(self, head: Passage, part: str) -> bool:
        return part_scores(head.text, self.outline, self.year).get(part, 0) >= NAMED

    def _parts_of(self, head: Passage, chapter: Chapter) -> tuple[list[str], float]:
        """The parts of a chapter in the order its heading names them, and how certain that is."""
        if any(word in head.text for word in self.tone.words["other_matters"]):
            return [], 1.0
        scores = part_scores(head.text, self.outline, self.year)
        named = [part for part in PARTS if scores.get(part, 0) >= NAMED]
        if len(named) > 1:
            return self._several(head, chapter, named, scores)
        return (named, 0.95) if named else self._by_body(chapter)

    def _several(
        self, head: Passage, chapter: Chapter, named: list[str], scores: Mapping[str, float]
    ) -> tuple[list[str], float]:
        """The parts of a chapter whose heading names more than one."""
        later = {"shortcomings", "plans"} & set(named)
        duties = any(word in head.text for word in self.tone.words["leadership_duties"])
        if later and duties and "leadership" not in named:
            named = ["leadership", *named]
        if "leadership" in named and later:
            return self._by_mention(head.text, named), 0.85
        if "leadership" in named:
            weaker = scores["achievements"] > scores["leadership"]
            return (["achievements", "leadership"], 0.8) if weaker else (["leadership"], 0.95)
        if len(later) > 1:
            return self._merged_or_one(head, chapter), 0.9
        best = max(named, key=lambda part: scores[part])
        if best == "achievements" and "shortcomings" in named:
            return ["achievements", "shortcomings"], 0.85
        return [best], 0.95

    def _merged_or_one(self, head: Passage, chapter: Chapter) -> list[str]:
        """Both words in one heading: two parts, unless the body only does one of the two things."""
        both = self._by_mention(head.text, ["shortcomings", "plans"])
        if any(
            part_scores(self.passages[i].text, self.outline, self.year).get("plans", 0) >= NAMED
            for i in chapter.members[1:]
            if self.passages[i].role == "heading"
        ):
            return both
        body = self._body(chapter)
        lacks, promises = self.tone.lacks(body), self.tone.promises(body)
        if lacks * 6 < promises and not self._first_turn(chapter):
            return ["plans"]
        if promises * 6 < lacks:
            return ["shortcomings"]
        return both

    def _by_mention(self, heading: str, keys: Sequence[str]) -> list[str]:
        """Parts in the order in which a heading names them."""

        def first(key: str) -> int:
            part = part_of(self.outline, key)
            return _first_of((*part.strong, *part.nouns), heading)

        return sorted(keys, key=first)

    def _first_turn(self, chapter: Chapter) -> bool:
        return any(
            self.tone.turns_to_plans(sentence)
            for i in chapter.members[1:]
            for _, sentence in clause_starts(self.passages[i].text)
        )

    def _body(self, chapter: Chapter) -> str:
        return "".join(self.passages[i].text for i in chapter.members[1:])

    def _by_body(self, chapter: Chapter) -> tuple[list[str], float]:
        """The part of a chapter whose heading names none: a theme, or a part under an unusual name.

        Densities per hundred code points. In the development reports chapters of shortcomings have
        2.5 or more words of deficiency, all others below 0.5; plans have three times as many words
        of intention as reports of deeds have. A hint in the heading halves what the body must show.
        """
        title = self.passages[chapter.members[0]].text
        body = self._before_turn(chapter) or title
        size = max(len(body), 1) / 100
        lacks, promises = self.tone.lacks(body) / size, self.tone.promises(body) / size
        reports, leads = self.tone.reports(body) / size, self.tone.leads(body) / size
        first = next(
            (i for i, p in enumerate(self.passages) if p.role == "heading" and p.level == 1), 0
        )
        late = chapter.members[-1] >= len(self.passages) * 0.6
        if late and self._opens_with_turn(chapter):
            return ["plans"], 0.8
        hinted = self._hints(title, "shortcoming_hints")
        plans_hinted = self._hints(title, "plan_hints")
        opening = sentence_starts(body)[0][1] if body else ""
        if (
            chapter.members[0] > first
            and (hinted or self.tone.lacks(opening) or self.tone.turns_to_shortcomings(opening))
            and lacks >= (0.7 if hinted else 1.4)
            and lacks > promises * 0.8
        ):
            both = self._first_turn(chapter)
            return (["shortcomings", "plans"] if both else ["shortcomings"]), 0.7
        if (
            late
            and (plans_hinted or self.tone.promises(body) > 1)  # one in a short chapter is dense
            and promises >= (1.0 if plans_hinted else 2.0)
            and promises > 1.6 * reports
        ):
            return ["plans"], 0.7
        if leads >= 1.5 and self._hints(title, "leadership_hints") and lacks < 1:  # noqa: PLR2004
            return ["leadership"], 0.6
        return ["achievements"], 0.8

    def _opens_with_turn(self, chapter: Chapter) -> bool:
        """Whether a chapter's first sentence is about next year."""
        if len(chapter.members) < 2:  # noqa: PLR2004
            return False
        starts = sentence_starts(self.passages[chapter.members[1]].text)
        return bool(starts) and self.tone.turns_to_plans(starts[0][1])

    def _before_turn(self, chapter: Chapter) -> str:
        """A chapter's text up to where another part begins that hides in its tail."""
        body = self._body(chapter)
        offset = 0
        for i in chapter.members[1:]:
            text = self.passages[i].text
            for start, sentence in sentence_starts(text):
                turns = self.tone.turns_to_plans(sentence) or self.tone.turns_to_shortcomings(
                    sentence
                )
                if turns and offset + start >= _LEAST_BODY:
                    return body[: offset + start]
            offset += len(text)
        return body

    def _hints(self, title: str, words: str) -> bool:
        return any(word in title for word in self.tone.words[words])

    # ------------------------------------------------------- parts inside parts

    def _split_merged(self) -> None:
        for chapter in chapters_of(self.passages):
            head = self.passages[chapter.members[0]]
            parts, _ = self._parts_of(head, chapter)
            if parts[:2] == ["shortcomings", "plans"] or parts[:2] == ["plans", "shortcomings"]:
                self._walk(head.id, parts[0])
            elif parts[:2] == ["achievements", "shortcomings"]:
                self._turn_from(head.id, "shortcomings")
            elif len(parts) > 1:
                self._advance(head.id, parts)

    def _members_after(self, head_id: int) -> list[int]:
        """Indices of a chapter's passages after its heading, as the list stands now."""
        start = self._place_of(head_id)
        out = []
        for i in range(start + 1, len(self.passages)):
            passage = self.passages[i]
            if passage.role == "heading" and passage.level == 1:
                break
            if passage.role not in FRAME_ROLES:
                out.append(i)
        return out

    def _place_of(self, passage_id: int) -> int:
        """Where a passage stands now; splits have moved it on by one each."""
        # Chapters are gone through in order, so that all splits so far stand before the next one.
        guess = passage_id + len(self.passages) - self.unsplit
        if guess < len(self.passages) and self.passages[guess].id == passage_id:
            return guess
        return next(i for i, p in enumerate(self.passages) if p.id == passage_id)

    def _walk(self, head_id: int, first: str) -> None:
        """Goes through a chapter of shortcomings and plans and gives each stretch to its part.

        A turn at the beginning of a paragraph or at a heading holds until a heading says otherwise;
        one inside an item or section holds until the next numeral of its kind: problem and answer
        alternate. They do not where no section came before, nor where a new list begins.
        """
        state, inside, in_sections = first, False, False
        i = self._members_after(head_id)[0] if self._members_after(head_id) else len(self.passages)
        while i < len(self.passages):
            passage = self.passages[i]
            if passage.role == "heading" and passage.level == 1:
                break
            if passage.role in FRAME_ROLES:
                i += 1
                continue
            if passage.role == "heading":
                named = part_scores(passage.text, self.outline, self.year)
                if named.get("plans", 0) >= NAMED > named.get("shortcomings", 0):
                    state, inside = "plans", False
                    self.heading.setdefault("plans", passage.id)
                elif named.get("shortcomings", 0) >= NAMED > named.get(
                    "plans", 0
                ) or self._confesses(passage.text):
                    state, inside = "shortcomings", False
                elif inside:
                    mark = mark_at(passage.text)
                    begins = mark is not None and mark.number == 1
                    goes_back = in_sections and not begins and self._may_lack(i)
                    state, inside = (first if goes_back else state), False
                in_sections = in_sections or state == first
            elif PROBLEM_LABEL.match(passage.text.removeprefix(passage.marker or "")):
                state, inside = "shortcomings", False
            elif inside and passage.marker:
                state, inside = (
                    (first if self._confesses(passage.text) else state),
                    not self._confesses(passage.text),
                )
            if state == "shortcomings" and passage.role != "heading":
                offset = self._turn_offset(passage)
                if offset is not None:
                    if offset > 0:
                        self.part[i] = "shortcomings"
                        self._split(i, offset)
                        i += 1
                    inside = offset > 0 or bool(passage.marker)
                    state = "plans"
            self.part[i] = state
            i += 1

    def _may_lack(self, index: int) -> bool:
        """Whether a section has a word of lacking: the last of several may only promise."""
        end = index + 1
        while end < len(self.passages) and self.passages[end].role != "heading":
            end += 1
        return any(self.tone.lacks(passage.text) for passage in self.passages[index:end])

    def _advance(self, head_id: int, parts: Sequence[str]) -> None:
        """Goes through a chapter of several parts, on to a later one where the words turn."""
        state = 0
        i = next((m for m in self._members_after(head_id)), len(self.passages))
        while i < len(self.passages):
            passage = self.passages[i]
            if passage.role == "heading" and passage.level == 1:
                break
            if passage.role not in FRAME_ROLES:
                self.part[i] = parts[state]
                turn = self._next_turn(passage.text, parts, state)
                if turn is not None:
                    offset, state = turn
                    if offset > 0:
                        self._split(i, offset)
                        i += 1
                    continue  # what follows the turn may turn once more
            i += 1

    def _next_turn(self, text: str, parts: Sequence[str], state: int) -> tuple[int, int] | None:
        """Where a text turns to a later part of a chapter, and which; None if it does not."""
        for offset, sentence in clause_starts(text):
            for later in range(len(parts) - 1, state, -1):
                if self._opens(parts[later], sentence):
                    return offset, later
        return None

    def _opens(self, part: str, sentence: str) -> bool:
        """Whether a sentence can only belong to that part."""
        if part == "plans":
            return self.tone.turns_to_plans(sentence)
        if part == "shortcomings":
            turns = self.tone.turns_to_shortcomings(sentence) or self.tone.lacks(sentence) > 1
            return turns and not self.tone.turns_to_plans(sentence)
        return part == "leadership" and self.tone.leads(sentence) >= _LEADS

    def _confesses(self, text: str) -> bool:
        first = clause_starts(text)[0][1] if text else ""
        lacking = self.tone.lacks(first) > 0 and not self.tone.turns_to_plans(first)
        return lacking and not self._mends(text)

    def _mends(self, text: str) -> bool:
        """Whether an item tells what is done about a lack: 补齐短板, 针对意识不强问题，开展评估."""
        mark = mark_at(text)
        bare = text[mark.end :] if mark else text
        if bare.startswith(self.tone.words["remedies"]):
            return True
        clauses = [clause.strip() for clause in COMMA.split(bare)]
        aimed = bare.startswith(self.tone.words["aims"])
        return aimed and any(clause.startswith(self.outline.acts) for clause in clauses[1:])

    def _turn_offset(self, passage: Passage) -> int | None:
        """Where in a passage the words turn to next year; None if they do not."""
        for offset, sentence in clause_starts(passage.text):
            if self.tone.turns_to_plans(sentence):
                return offset
        return None

    def _turn_from(self, head_id: int, part: str) -> None:
        """Gives a chapter's passages to `part` from the heading or sentence on that turns to it."""
        turned = False
        for i in self._members_after(head_id):
            passage = self.passages[i]
            if not turned and passage.role == "heading":
                turned = part_scores(passage.text, self.outline, self.year).get(part, 0) >= NAMED
                if turned:
                    self.heading[part] = passage.id
            if turned:
                self.part[i] = part
        if not turned:
            self.status.pop(part, None)

    def _names_the_person(self, text: str) -> bool:
        """Whether a text says 第一责任人."""
        return any(word in text for word in self.tone.words["leadership_names"])

    def _sections_on_leadership(self) -> None:
        """Sections of an achievements chapter whose own heading names the 第一责任人."""
        inside = False
        for i, passage in enumerate(self.passages):
            if passage.role == "heading" and (passage.level or 9) <= 2:  # noqa: PLR2004
                named = self.part[i] in ("achievements", None) and (passage.level or 1) == 2  # noqa: PLR2004
                inside = named and self._names_the_person(passage.text)
                if inside and self.status.get("leadership") != "present":
                    self.status["leadership"] = "present"
                    self.confidence["leadership"] = 0.85
                    self.heading["leadership"] = passage.id
            if inside and passage.role not in FRAME_ROLES:
                self.part[i] = "leadership"

    def _hidden_shortcomings(self) -> None:
        """Without a chapter of their own, shortcomings stand at the end of another chapter."""
        if "shortcomings" in self.part:
            return
        # A word that turns to them is surer than their being named, so it is looked for first.
        for turns in (self.tone.turns_to_shortcomings, self.tone.confesses):
            for i in reversed(self._chapter_tails()):
                offset = self._confession_offset(self.passages[i], turns)
                if offset is not None:
                    if offset > 0:
                        self._split(i, offset)
                    self._claim(i if offset == 0 else i + 1, "shortcomings")
                    return
        self._confessions_before_plans()

    def _confessions_before_plans(self) -> None:
        """A chapter of plans that begins with what is lacking, without a word that turns to it."""
        for chapter in chapters_of(self.passages):
            body = [i for i in chapter.members[1:] if self.passages[i].role in ("body", "item")]
            if self.part[chapter.members[0]] != "plans" or not body:
                continue
            first = self.passages[body[0]]
            offset = self._turn_offset(first)
            lead = first.text if offset is None else first.text[:offset]
            if offset == 0 or self.tone.lacks(lead) < _CONFESSED:
                continue
            if offset is not None:
                self._split(body[0], offset)  # what follows stays with the plans
            self.part[body[0]] = "shortcomings"
            self.status["shortcomings"], self.confidence["shortcomings"] = "hidden", 0.7
            return

    def _chapter_tails(self) -> list[int]:
        """Indices of passages near the end of a chapter or section, and at the head of plans."""
        out: list[int] = []
        chapters = chapters_of(self.passages)
        if not chapters:
            return [i for i, p in enumerate(self.passages) if p.role in ("body", "item")]
        for chapter in chapters:
            body = [i for i in chapter.members if self.passages[i].role in ("body", "item")]
            plans = self.part[chapter.members[0]] == "plans"
            out += body[:1] if plans else body[-6:]
        preambles = [
            i for i, p in enumerate(self.passages) if p.role == "body" and self.part[i] is None
        ]
        return sorted(set(out + preambles))

    def _confession_offset(self, passage: Passage, turns: Callable[[str], bool]) -> int | None:
        for offset, sentence in sentence_starts(passage.text):
            if turns(sentence) and not self.tone.turns_to_plans(sentence):
                lead = passage.text[:offset]
                whole = len(lead) <= _SHORT_LEAD and not any(
                    c.isdigit() for c in lead.replace(str(self.year), "")
                )
                return 0 if whole and not passage.marker else offset
        return None

    def _claim(self, start: int, part: str) -> None:
        """Gives a part the passage at `start` and the items or sentences that go on with it."""
        self.status[part] = "hidden"
        self.confidence[part] = 0.75
        listed = self._listed_from(start + 1) if _announces(self.passages[start].text) else start
        i = start
        while i < len(self.passages):
            passage = self.passages[i]
            if i > start and (passage.role == "heading" or passage.role in FRAME_ROLES):
                break
            if (
                part == "shortcomings"
                and (offset := self._turn_offset(passage)) is not None
                and i >= start
            ):
                if offset > 0:
                    self._split(i, offset)  # what follows keeps the part it had
                    self.part[i] = part
                break
            goes_on = i <= listed or self.tone.lacks(passage.text) > 0
            if part == "shortcomings" and i > start and not goes_on:
                break
            self.part[i] = part
            i += 1

    def _listed_from(self, start: int) -> int:
        """Where the items end that count on from `start` (一是…；二是…；三是…)."""
        last, i = None, start
        while i < len(self.passages) and self.passages[i].role == "item":
            mark = mark_at(self.passages[i].text)
            if mark is None or mark.number is None:
                break
            if last is not None and (mark.style, mark.number) != (
                last.style,
                (last.number or 0) + 1,
            ):
                break
            last, i = mark, i + 1
        return i - 1

    def _hidden_plans(self) -> None:
        """Without a chapter of their own, plans stand at the end: `下一步，…`."""
        if "plans" in self.part:
            return
        for chapter in chapters_of(self.passages):
            if self.part[chapter.members[0]] == "shortcomings" and self._first_turn(chapter):
                self._walk(self.passages[chapter.members[0]].id, "shortcomings")
                self.status["plans"], self.confidence["plans"] = "hidden", 0.75
                return
        body = [
            i for i, p in enumerate(self.passages)
            if p.role in ("body", "item", "heading") and (self.part[i] or p.role == "body")
        ]  # fmt: skip
        for i in body[-8:]:
            passage = self.passages[i]
            offset = self._turn_offset(passage)
            rest = passage.text[offset:] if offset is not None else ""
            if offset is None or (self.tone.promises(rest) == 0 and passage.role != "heading"):
                continue
            if offset > 0:
                self._split(i, offset)
            start = i if offset == 0 else i + 1
            self.status["plans"], self.confidence["plans"] = "hidden", 0.75
            for j in range(start, len(self.passages)):
                later = self.passages[j]
                if j > start and later.role == "heading" and later.level == 1:
                    break
                if later.role not in FRAME_ROLES:
                    self.part[j] = "plans"
            return

    def _without_headings(self) -> None:
        """A text without any chapter: all of it reports deeds until it turns.

        Structure could not tell the preamble from the body: it ends with …如下, else with its first
        sentence. A paragraph whose first sentence is about the first responsible person is his.
        """
        first = next((i for i, p in enumerate(self.passages) if p.role == "preamble"), None)
        if first is not None:
            starts = sentence_starts(self.passages[first].text)
            told = next((k for k, (_, s) in enumerate(starts) if self.tone.leads_up(s)), 0)
            if told + 1 < len(starts):
                self._split(first, starts[told + 1][0])
        for i, passage in enumerate(self.passages):
            if passage.role in FRAME_ROLES - {"preamble"} or i == first:
                continue
            lead = sentence_starts(passage.text)[0][1]
            leads = self.tone.leads(lead) >= _LEADS and passage.role != "heading"
            self.part[i] = "leadership" if leads else "achievements"
            if passage.role == "preamble":
                self.passages[i] = replace(passage, role="body")
        if "achievements" in self.part:
            self.status["achievements"], self.confidence["achievements"] = "present", 0.5
        if "leadership" in self.part:
            self.status["leadership"], self.confidence["leadership"] = "hidden", 0.6

    # ------------------------------------------------------------------ finish

    def _split(self, index: int, offset: int) -> None:
        passage = self.passages[index]
        head, tail = _split_spans(passage.spans, offset)
        text = passage.text
        self.passages[index] = replace(passage, text=text[:offset], spans=head)
        role = "body" if passage.role in ("item", "heading") else passage.role
        later = replace(
            passage,
            id=-1 - index,
            text=text[offset:],
            spans=tail,
            role=role,
            level=None,
            marker=None,
        )
        self.passages.insert(index + 1, later)
        self.part.insert(index + 1, self.part[index])

    def _finish(self) -> tuple[tuple[Passage, ...], tuple[PartReading, ...]]:
        renumbered = {p.id: number for number, p in enumerate(self.passages)}
        passages = tuple(
            replace(p, id=number, part=self.part[number]) for number, p in enumerate(self.passages)
        )
        readings = []
        for key in PARTS:
            own = tuple(p.id for p in passages if p.part == key)
            heading = self.heading.get(key)
            status: PartStatus = self.status.get(key, "present") if own else "missing"
            if not own and key == "leadership" and (own := self._embedded(passages)):
                status = "embedded"
                self.confidence[key] = 0.6
            confidence = self.confidence.get(key, 0.9) if status != "missing" else 0.9
            at = renumbered.get(heading) if heading is not None and status != "embedded" else None
            readings.append(PartReading(key, status, at, own, confidence))
        return passages, tuple(readings)

    def _embedded(self, passages: Iterable[Passage]) -> tuple[int, ...]:
        """Passages on deeds that treat the duties of the first responsible person."""
        out = []
        for p in passages:
            if p.role in ("body", "item") and p.part == "achievements":
                named = self._names_the_person(p.text)
                if named or self.tone.leads(p.text) >= 3:  # noqa: PLR2004 -- the person and two deeds
                    out.append(p.id)
        return tuple(out)


def _announces(text: str) -> bool:
    """Whether a list follows (还存在三个方面的短板：)."""
    return text.rstrip(" \t　").endswith(("：", ":"))


def _first_of(words: Iterable[str], text: str) -> int:
    """Where the first of the words stands in a text; its length if none does."""
    return min((text.find(word) for word in words if word in text), default=len(text))


def _split_spans(spans: Sequence[Span], offset: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    head: list[Span] = []
    tail: list[Span] = []
    done = 0
    for span in spans:
        length = span.end - span.start
        cut = min(max(offset - done, 0), length)
        if cut:
            head.append(Span(span.line, span.start, span.start + cut))
        if cut < length:
            tail.append(Span(span.line, span.start + cut, span.end))
        done += length
    return tuple(head), tuple(tail)
