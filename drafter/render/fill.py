"""Answers into a draft (回填): each to its blank, everything doubtful told, all else left alone.

The file is edited in place: what people wrote, revised or remarked stays as it stands. Nothing is
lost: an answer is written, or named with the reason why it was not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from lxml import etree
from msgspec import Struct, field
from msgspec.structs import replace

from drafter.errors import NotSkeletonError
from drafter.render.answers import Answers, Reading
from drafter.render.blanks import Empty, survey
from drafter.render.collection import Slot
from drafter.render.fields import (
    Control,
    ParagraphText,
    controls,
    name_control,
    new_control,
    paragraph_of,
    stray_controls,
    write_control,
)
from drafter.render.layout import DATE
from drafter.render.ooxml import w
from drafter.render.prompts import read_prompts
from drafter.render.remarks import Remarks
from drafter.render.replies import Book, Reply
from drafter.render.word_file import open_word, refusing
from drafter.zh.dates import find_years, names_a_time, no_such_day, parse_date, tells_when
from drafter.zh.matters import names_a_paper, serial_of, with_serial
from drafter.zh.own_marks import HEADING_BLANK, PAPER, PLACE, SERIAL, SESSION, WHEN, YEARS
from drafter.zh.placeholders import is_placeholder, last_clause
from drafter.zh.prompts import is_answered, is_heading, is_labelled, says_something
from drafter.zh.quantities import IN_WORDS
from drafter.zh.sentences import closed
from drafter.zh.table_rows import MOVED_BY
from drafter.zh.width import fold

_UNIT, _TURN, _WORDS = "单位", "升降方向", "文字说明"
_NUMBERED = frozenset({PLACE, YEARS, SERIAL})
_WITHIN_SENTENCE = frozenset({WHEN, PAPER, HEADING_BLANK})
_ASKED = "〔待填"
_STOPS = " 　。．.；;，,、"
_LEAST_CONTEXT = 3
_ENOUGH = 3
"""Answers that say something of their workbook: one or two may be of a place that was rewritten."""
_TELLING = 8
"""Characters of a placeholder that says what is wanted; 〔待填〕 has four."""
_LEAD, _LONG_LEAD = 60, 20
"""Characters of a paragraph's beginning that are compared; how many tell it from others."""
_FIRST_ID = 100_000  # above what `word` numbers, below what Word makes up


class Remark(Struct, frozen=True):
    """Something to be told about an answer.

    Attributes:
        tags: Of the blanks, may be empty.
        name: The indicator or the matter.
        answer: As given.
        places: Where it stands in the workbooks.
        words: What is the matter, in Chinese.
    """

    tags: tuple[str, ...]
    name: str
    answer: str
    places: tuple[str, ...]
    words: str


class FillResult(Struct, frozen=True):
    """What `fill` did.

    Attributes:
        data: The new file.
        written: Blanks whose text changed.
        unchanged: Blanks that already said so.
        unmatched: Answers that were not written, since they fit no blank or are no answer.
        conflicts: Blanks left alone because two sources contradict each other.
        doubts: Answers that were written and should be looked at again.
        replaced: Blanks that had said something else before.
        empty: What is still to be filled.
        foreign: Workbooks of another draft; nothing of them was written.
    """

    data: bytes
    written: int
    unchanged: int
    unmatched: tuple[Remark, ...]
    conflicts: tuple[Remark, ...]
    doubts: tuple[Remark, ...]
    replaced: tuple[Remark, ...]
    empty: tuple[Empty, ...]
    foreign: tuple[Remark, ...] = ()


def fill_docx(
    data: bytes, name: str, books: Sequence[Book], answers: Answers, *, epoch: int | None = None
) -> FillResult:
    """Put the answers of workbooks into the blanks of a draft.

    Args:
        data: The Word file, in whatever state people have brought it.
        name: As the user gave it, for messages.
        books: What the workbooks say.
        answers: Reads numbers.
        epoch: Date of new comments (SOURCE_DATE_EPOCH), None for none.

    Raises:
        NotSkeletonError: It is no Word file, or has no blank of drafter's.
    """
    file = open_word(data, name)
    with refusing(name):
        remarks = Remarks(file, epoch=epoch)
    filler = _Filler(file.document, remarks, answers)
    if not filler.has_blanks():
        raise NotSkeletonError(path=name, reason="里面没有 drafter 的填空")
    filler.fill(books)
    if filler.is_changed or remarks.is_changed:
        with refusing(name):
            remarks.save()
        data = file.save(is_sealed=True)
    spots = list(survey(file.document, file.style_names))
    moot = {prompt.spot for prompt in read_prompts(spots, frozenset()) if prompt.is_moot}
    return FillResult(
        data=data,
        written=filler.written,
        unchanged=filler.unchanged,
        unmatched=tuple(filler.unmatched),
        conflicts=tuple(filler.conflicts),
        doubts=tuple(filler.doubts),
        replaced=tuple(filler.replaced),
        empty=tuple(blank for spot in spots if spot not in moot for blank in spot.blanks),
        foreign=tuple(filler.foreign),
    )


# ---------------------------------------------------------------------------------- filling


class _Proposal(Struct):
    """What is to be written into one blank, and who says so."""

    slot: Slot | None
    reply: Reply
    text: str
    reading: Reading | None = None
    sources: list[Reply] = field(default_factory=list)

    @property
    def key(self) -> tuple[object, ...]:
        """What makes two answers the same."""
        if self.reading is None:
            return ("text", fold(self.text))
        reading = self.reading
        unit = reading.unit if reading.unit is not None else self.reply.facts.unit
        value = fold(reading.text) if reading.amount is None else reading.amount.normalize()
        exact = fold(reading.text) if any(c in reading.text for c in "余多近约超") else ""
        return ("figure", value, exact, reading.is_negative, reading.word, unit)


class _Filler:
    """One draft being filled."""

    def __init__(self, root: etree._Element, remarks: Remarks, answers: Answers) -> None:
        self._root = root
        self.remarks = remarks
        self._answers = answers
        self._words = answers.directions
        self.is_changed = False
        self.written = self.unchanged = 0
        self.unmatched: list[Remark] = []
        self.conflicts: list[Remark] = []
        self.doubts: list[Remark] = []
        self.replaced: list[Remark] = []
        self.foreign: list[Remark] = []
        self._controls: dict[str, list[Control]] = defaultdict(list)
        for control in controls(root):
            self._controls[control.tag].append(control)
        self._strays = stray_controls(root)

    def has_blanks(self) -> bool:
        """Whether the file has any blank of drafter's, with a control or without."""
        if self._controls or any(is_placeholder(control.text) for control in self._strays):
            return True
        return any(ParagraphText(p).loose_blanks() for p in self._root.iter(w("p")))

    def fill(self, books: Sequence[Book]) -> None:
        """Write all answers, but of workbooks that are of another draft none."""
        strange = {id(book): self._strange(book) for book in books}
        self.foreign += filter(None, strange.values())
        books = [book for book in books if strange[id(book)] is None]
        for book in books:
            if book.cutoff:
                words = f"数据截止为“{book.cutoff}”，不是全年，请统一口径或在文稿中注明"
                self.doubts.append(Remark((), "数据截止", book.cutoff, (f"“{book.name}”",), words))
        replies = [reply for book in books for reply in book.replies]
        proposals = self._proposals(replies)
        missed: dict[int, tuple[Reply, str]] = {}
        reached: set[int] = set()
        for tag, options in proposals.items():
            reason = self._one(tag, options)
            for reply in {id(r): r for option in options for r in option.sources}.values():
                if reason:
                    missed[id(reply)] = (reply, reason)
                else:
                    reached.add(id(reply))
        for identity, (reply, reason) in missed.items():
            if identity not in reached:
                self._miss(reply, reason)
        self._sentences(replies, proposals)

    def _strange(self, book: Book) -> Remark | None:
        """What to tell of a workbook whose blanks are mostly others than this draft's.

        Numbers begin anew in every draft: one of another county would fill whatever bears the same.
        Of its own draft a few may differ, since people change titles and drafts are made again.
        """
        # Blanks of the outline are the same in every draft: figures are asked by themselves.
        figures = self._odd(reply for reply in book.replies if reply.kind == "figure")
        odd = figures or self._odd(book.replies)
        if not odd:
            return None
        tag, (ours, theirs) = odd[0]
        words = (
            f"{len(book.replies)} 条答复都没有写入：例如编号 {tag} 在采集表里是“{theirs}”，"
            f"在文稿里是“{ours}”，这样对不上的有 {len(odd)} 条，多半是另一份初稿的采集表，请核对"
        )
        return Remark((), "", "", (f"“{book.name}”",), words)

    def _odd(self, replies: Iterable[Reply]) -> list[tuple[str, tuple[str, str]]]:
        """The blanks that are others in the draft, and as what, if most of some answers' are."""
        known = [
            (tag, self._other(tag, slot))
            for reply in replies
            for tag, slot in list(reply.facts.slots.items())[:1]
            if tag in self._controls
        ]
        odd = [(tag, said) for tag, said in known if said is not None]
        return odd if len(odd) >= _ENOUGH and 2 * len(odd) > len(known) else []

    def _other(self, tag: str, slot: Slot) -> tuple[str, str] | None:
        """What a blank of the draft is, and what the workbook takes it for, if these differ."""
        controls_ = self._controls[tag]
        if slot.title and all(c.title and not _same_title(c.title, slot.title) for c in controls_):
            return controls_[0].title, slot.title
        blank = next((c for c in controls_ if is_placeholder(c.text)), None)
        if blank is None or fold(blank.text) == fold(slot.words):
            return None
        return blank.text, slot.words

    # --------------------------------------------------------------- what is to be written

    def _proposals(self, replies: Iterable[Reply]) -> dict[str, list[_Proposal]]:
        """Blank → the different things that the workbooks say of it, in the order of reading."""
        found: dict[str, list[_Proposal]] = {}
        for reply in replies:
            if reply.problem:
                self._miss(reply, reply.problem)
            elif reply.kind == "sentence":
                continue
            elif not reply.tags:
                self._miss(reply, "这一行没有编号，不知道对应文稿的哪一处")
            elif (made := self._proposal(reply)) is not None:
                text, reading = made
                for tag in dict.fromkeys(reply.tags):
                    slot = reply.facts.slots.get(tag)
                    _join(found.setdefault(tag, []), _Proposal(slot, reply, text, reading))
        for tag, proposal in self._noted(replies, set(found)).items():
            found[tag] = [proposal]
        return found

    def _proposal(self, reply: Reply) -> tuple[str, Reading | None] | None:
        if reply.kind == "text":
            return reply.words, None
        reading = self._answers.read(reply)
        if reading is None and IN_WORDS in reply.facts.printed:
            self._miss(reply, f"上年是“{reply.facts.printed}”，请写成几分之几、几成或百分之几")
            return None
        if reading is None:
            self._miss(reply, "不是一个数字；没有发生的请填 0，要用文字说的请写在“文字说明”一栏")
            return None
        return reading.text + reply.facts.suffix, reading

    def _noted(self, replies: Iterable[Reply], taken: set[str]) -> dict[str, _Proposal]:
        """Sentences beside figures of a prompt: they go to its blank unless it has an answer."""
        found: dict[str, _Proposal] = {}
        for reply in replies:
            note = reply.facts.note
            if reply.kind != "sentence" or reply.problem or note is None or note.tag in taken:
                continue
            if note.tag not in found:
                found[note.tag] = _Proposal(note, reply, reply.words, sources=[reply])
            elif fold(reply.words) not in fold(found[note.tag].text):
                joined = f"{found[note.tag].text.rstrip('。；;')}；{reply.words}"
                found[note.tag].text = joined
                found[note.tag].sources.append(reply)
        return found

    def _one(self, tag: str, options: list[_Proposal]) -> str:
        """Fill the blank of one tag; returns why no place was found, or nothing."""
        slot = next((o.slot for o in options if o.slot), None)
        rivals = sum(len(o.reply.tags) for o in options[:1])
        places, reason = self._places(tag, slot, rivals)
        if not places and slot is not None:
            places = self._saying(options[0].text, tag, slot)
        if not places:
            return reason
        if len(options) > 1:
            given = " / ".join(o.reply.shown for o in options)
            where = tuple(str(r.place) for o in options for r in o.sources)
            words = "几处答复不一致，没有写入；请核实后只留一个"
            self._add(self.conflicts, Remark((tag,), _name(options[0]), given, where, words))
            return ""
        for control in places:
            self._write(tag, control, options[0])
        return ""

    # ------------------------------------------------------------------------------ finding

    def _places(self, tag: str, slot: Slot | None, rivals: int) -> tuple[list[Control], str]:
        """The live controls of a tag; made anew where only the words are left."""
        known = self._controls.get(tag, [])
        fitting = [c for c in known if not slot or not c.title or _same_title(c.title, slot.title)]
        live = [control for control in fitting if not control.is_gone]
        if live:
            return live, ""
        if fitting:
            return [], "文稿里的这一处已在修订中删除"
        if known:
            words = f"编号 {tag} 在文稿里是“{known[0].title}”，与采集表不是同一份初稿"
            return [], words
        if slot is None:
            return [], "文稿里没有这个编号，可能已删去"
        return self._found_by_words(tag, slot, rivals)

    def _found_by_words(self, tag: str, slot: Slot, rivals: int) -> tuple[list[Control], str]:
        """A blank that lost its name, or its control, known again by its words or surroundings."""
        strays = {
            control.element: control
            for control in self._strays
            if fold(control.text) == fold(slot.words) and not control.is_gone
        }
        best = _best_fit([_stand(control) for control in strays.values()], slot)
        if len(best) > max(rivals, 1):
            return [], f"文稿里有{len(best)}处“{slot.words}”，分不清是哪一处"
        if best and best[0].control is not None:
            return [self._named(strays[best[0].control], tag, slot)], ""
        if (filled := self._at_slot(slot)) is not None:
            return [self._named(filled, tag, slot)], ""
        return self._enclosed(tag, slot, rivals)

    def _at_slot(self, slot: Slot) -> Control | None:
        """The filled control without a name that stands where the slot stood, if only one does."""
        lead = fold(slot.lead)[:_LEAD]
        befores = {fold(slot.before)}
        if word := self._words.at_end(slot.before):  # an earlier round may have turned it
            befores.add(fold(slot.before.rpartition(word)[0] + self._words.opposite(word)))
        after = ""
        if min(map(len, befores)) < (1 if len(lead) >= _LONG_LEAD else _LEAST_CONTEXT):
            after = fold(slot.after)  # what stands before says too little
            if len(after) < _LEAST_CONTEXT:
                return None
        found = [
            control
            for control in self._strays
            if not control.is_blank and not control.is_gone
            for stand in (_stand(control),)
            if fold(stand.before).endswith(tuple(befores))
            and fold(stand.text).startswith(lead)
            and fold(stand.after).startswith(after)
        ]
        return found[0] if len(found) == 1 else None

    def _saying(self, text: str, tag: str, slot: Slot) -> list[Control]:
        """The one control without a name that says what was answered: an earlier round wrote it."""
        found = [control for control in self._strays if control.text == text]
        is_sure = len(found) == 1 and len(text) >= _TELLING
        return [self._named(found[0], tag, slot)] if is_sure else []

    def _named(self, control: Control, tag: str, slot: Slot) -> Control:
        self._strays.remove(control)
        named = name_control(control, tag, slot.title)
        self._controls[tag].append(named)
        self.is_changed = True
        return named

    def _enclosed(self, tag: str, slot: Slot, rivals: int) -> tuple[list[Control], str]:
        """The words of a lost control, put into a new one."""
        found = [
            _Stand(text.text, text.text[:start], "", None, (text, start, end))
            for paragraph in self._root.iter(w("p"))
            for text in (ParagraphText(paragraph),)
            for start, end in text.loose_blanks()
            if fold(text.text[start:end]) == fold(slot.words)
        ]
        best = _best_fit(found, slot)
        if not best or best[0].span is None:
            return [], "文稿里没有这一处，可能已删去，或已由人工填写"
        if len(best) > max(rivals, 1):
            return [], f"文稿里有{len(best)}处“{slot.words}”，分不清是哪一处"
        text, start, end = best[0].span
        control = new_control(tag, slot.title, self._next_id(), slot.words)
        if not text.enclose(start, end, control):
            return [], f"文稿里的“{slot.words}”跨着他人的修订，没有改动"
        made = Control(control, tag, slot.title)
        self._controls[tag].append(made)
        self.is_changed = True
        return [made], ""

    def _next_id(self) -> int:
        taken = {
            element.get(w("val")) for element in self._root.iterfind(f".//{w('sdtPr')}/{w('id')}")
        }
        number = _FIRST_ID
        while str(number) in taken:
            number += 1
        return number

    # ------------------------------------------------------------------------------ writing

    def _write(self, tag: str, control: Control, proposal: _Proposal) -> None:
        before = control.text
        was_blank = control.is_blank
        if control.is_revised and not was_blank and before != proposal.text:
            words = f"文稿里有他人的修订，现为“{before}”，没有改动"
            self._tell(self.conflicts, tag, proposal, words)
            return
        if control.title == DATE:
            day = _in_full(proposal.text)
            if day is None:
                self._miss(proposal.reply, "不是日期，成文日期请写全年月日，如2026年1月20日")
                return
            proposal.text = day
        if control.title in _WITHIN_SENTENCE:
            proposal.text = _within(control.title, proposal)
        elif proposal.reading is None and (why := no_such_day(proposal.text)):
            self._tell(self.doubts, tag, proposal, f"没有这一天，{why}，请核实后改正")
        if proposal.reading is not None and not self._judge(
            tag, control, proposal, proposal.reading
        ):
            return
        is_number = _take_number(control, proposal)
        if words := _misfit(control, proposal, is_number=is_number):
            self._miss(proposal.reply, words)
            return
        is_bare = proposal.reading is None and not (
            is_number
            or control.title == PAPER
            or (control.title == WHEN and tells_when(proposal.text))
            or says_something(proposal.text, self._answers.bare)
        )
        if is_bare and proposal.slot is not None:
            if not is_labelled(proposal.slot.lead) or _goes_on(control):
                words = f"“{proposal.text}”写进这一句不成话，没有写入；请在文稿里改写或删去这句话"
                self._miss(proposal.reply, words)
                return
            words = "只有这几个字不能成文，请在文稿里改写成一句话，否则清稿时会按没有答复拦下"
            self._tell(self.doubts, tag, proposal, words)
        elif proposal.reading is None and _ends_paragraph(proposal.slot):
            proposal.text = closed(proposal.text)
        if before == proposal.text and not was_blank:
            self.unchanged += 1
            return
        write_control(control, proposal.text)
        self.is_changed = True
        self.written += 1
        if not was_blank:
            self._tell(self.replaced, tag, proposal, f"原为“{before}”，现改为“{proposal.text}”")

    def _judge(self, tag: str, control: Control, proposal: _Proposal, reading: Reading) -> bool:
        """Tell what is doubtful about a figure, turn 增长 into 下降; False if it cannot stand."""
        if reading.misfit:
            self._miss(proposal.reply, reading.misfit)
            return False
        paragraph = paragraph_of(control.element)
        if paragraph is None:
            return True
        text = ParagraphText(paragraph)
        printed = self._words.at_end(text.before(control.element))
        given = proposal.slot.before if proposal.slot else ""
        original = self._words.at_end(given) or (None if given else printed)
        if reading.is_negative and _fills_column_of_changes(control, paragraph, text):
            proposal.text = f"-{proposal.text}"
            reading = replace(reading, is_negative=False)
        turn, refusal = self._turn(reading, original, text.before(control.element))
        if refusal:
            self._miss(proposal.reply, refusal)
            return False
        if turn and printed and turn != printed:
            if not self._turn_word(text, control, printed, turn):
                words = f"要把“{printed}”改成“{turn}”，但这里有他人的修订，没有改动"
                self._miss(proposal.reply, words)
                return False
            words = f"供数部门答复为“{proposal.reply.shown}”，已把“{printed}”改为“{turn}”，请核对。"
            self._comment(paragraph, tag, _TURN, words)
            self._tell(self.doubts, tag, proposal, f"已把“{printed}”改为“{turn}”，并加了批注")
        elif turn and printed is None and turn != original:
            words = f"应为“{turn}”，而文稿此处没有升降的词，请核对方向"
            self._tell(self.doubts, tag, proposal, words)
        for doubt in self._answers.doubts(reading, proposal.reply.facts, is_change=bool(original)):
            self._tell(self.doubts, tag, proposal, doubt)
        self._comment_unit(paragraph, tag, proposal, reading)
        return True

    def _turn(self, reading: Reading, original: str | None, before: str) -> tuple[str | None, str]:
        """The word of rise or fall that must stand before a number; or why it cannot be told."""
        if original is None:
            refusal = "是负数，而文稿此处不是升降的说法" if reading.is_negative else ""
            return reading.word, refusal
        if refusal := self._unclear(reading, original):
            return None, refusal
        if reading.word is None:
            is_same = not reading.is_negative
        else:
            is_same = self._words.is_rise(reading.word) == self._words.is_rise(original)
        if is_same:
            return original, ""
        if any(word in last_clause(before) for word in self._words.shared):
            return None, f"方向与“{original}”相反，而这里一个词管着几个数，请在文稿中改写"
        return self._words.opposite(original), ""

    def _unclear(self, reading: Reading, original: str) -> str:
        """Why a sign leaves the direction open, if it does: -3 beside 下降 may mean either."""
        if reading.is_negative and reading.word is not None:
            return "又有升降词又有负号，分不清方向"
        if reading.is_negative and not self._words.is_rise(original):
            other = self._words.opposite(original)
            return f"文稿写的是“{original}”，负数分不清方向；请写明“{original}”还是“{other}”"
        return ""

    def _turn_word(self, text: ParagraphText, control: Control, old: str, new: str) -> bool:
        before = text.before(control.element)
        start = before.rindex(old)
        done = text.replace(start, start + len(old), new)
        self.is_changed |= done
        return done

    def _comment_unit(
        self, paragraph: etree._Element, tag: str, proposal: _Proposal, reading: Reading
    ) -> None:
        unit = proposal.reply.facts.unit
        if reading.unit is not None and reading.unit != unit:
            words = f"供数部门答复为“{proposal.reply.shown}”，文稿单位是“{unit or '无'}”，请核对。"
            self._comment(paragraph, tag, _UNIT, words)
        else:
            self.remarks.amend(paragraph, f"{tag}　{_UNIT}：", "已按新的答复更正。")

    def _comment(self, paragraph: etree._Element, tag: str, kind: str, words: str) -> None:
        self.remarks.put(paragraph, f"{tag}　{kind}：", words)

    # ---------------------------------------------------------------------------- sentences

    def _sentences(
        self, replies: Iterable[Reply], proposals: Mapping[str, list[_Proposal]]
    ) -> None:
        """Words beside a figure that have no blank of their own become comments at its place."""
        used = {id(r) for options in proposals.values() for o in options for r in o.sources}
        for reply in replies:
            if reply.kind != "sentence" or reply.problem or id(reply) in used:
                continue
            places = [
                (tag, paragraph)
                for tag in dict.fromkeys(reply.tags)
                for control in self._places(tag, reply.facts.slots.get(tag), len(reply.tags))[0]
                if (paragraph := paragraph_of(control.element)) is not None
            ]
            if not places:
                self._miss(reply, "文稿里没有可以放这句话的地方")
                continue
            tag, paragraph = places[0]
            kind = f"{_WORDS}（{reply.place.file}）"
            self._comment(paragraph, tag, kind, reply.words)

    # -------------------------------------------------------------------------------- telling

    def _miss(self, reply: Reply, words: str) -> None:
        self._add(
            self.unmatched,
            Remark(reply.tags, reply.facts.name, reply.shown, (str(reply.place),), words),
        )

    def _tell(self, rows: list[Remark], tag: str, proposal: _Proposal, words: str) -> None:
        where = tuple(str(reply.place) for reply in proposal.sources)
        self._add(rows, Remark((tag,), _name(proposal), proposal.reply.shown, where, words))

    def _add(self, rows: list[Remark], remark: Remark) -> None:
        """One remark for a row, however many blanks it has."""
        for number, row in enumerate(rows):
            if (row.words, row.places, row.answer) == (remark.words, remark.places, remark.answer):
                tags = tuple(dict.fromkeys((*row.tags, *remark.tags)))
                rows[number] = Remark(tags, row.name, row.answer, row.places, row.words)
                return
        rows.append(remark)


def _join(options: list[_Proposal], proposal: _Proposal) -> None:
    proposal.sources.append(proposal.reply)
    for option in options:
        if option.key == proposal.key:
            option.sources.append(proposal.reply)
            return
    options.append(proposal)


def _name(proposal: _Proposal) -> str:
    return proposal.reply.facts.name or (proposal.slot.title if proposal.slot else "")


def _same_title(shown: str, wanted: str) -> bool:
    """Whether a control's caption is that of a slot; Word keeps 64 characters of it."""
    return fold(wanted).startswith(fold(shown)) or fold(shown).startswith(fold(wanted))


class _Stand(Struct, frozen=True, eq=False):
    """Where something stands in its paragraph.

    Attributes:
        text: Of the whole paragraph.
        before: What stands before it.
        after: What stands behind it.
        control: The element, where it is a control.
        span: Paragraph, start and end, where it is words alone.
    """

    text: str
    before: str
    after: str
    control: etree._Element | None = None
    span: tuple[ParagraphText, int, int] | None = None


def _stand(control: Control) -> _Stand:
    paragraph = paragraph_of(control.element)
    if paragraph is None:
        return _Stand("", "", "", control.element)
    text = ParagraphText(paragraph)
    return _Stand(
        text.text, text.before(control.element), text.after(control.element), control.element
    )


def _in_full(text: str) -> str | None:
    """A day however it is written (2026-1-20) in year, month and day; None if it is none."""
    iso = parse_date(text)
    if iso is None:
        return None
    year, month, day = map(int, iso.split("-"))
    return f"{year}年{month}月{day}日"


def _within(title: str, proposal: _Proposal) -> str:
    """A day, a paper or a heading as it stands within a sentence, whose stop is its own."""
    text = proposal.text.rstrip(_STOPS)
    return _day_behind(proposal.slot, text) if title == WHEN else text


def _day_behind(slot: Slot | None, text: str) -> str:
    """A day within a sentence: 2025-9-10 as it is printed, without the year that stands there."""
    day = _in_full(text) or text
    before = slot.before if slot else ""
    year = next((y for y in find_years(day) if y.start == 0), None)
    stands = year is not None and before.endswith(day[: year.unit_end])
    return day[year.unit_end :] if year and stands else day


def _take_number(control: Control, proposal: _Proposal) -> bool:
    """Whether an answer is the number that a blank asks for; it is then put as the blank needs it.

    A place, a number of years or of a document stands between its words; a session is told whole.
    """
    is_session = control.title == SESSION and proposal.slot is not None
    before = "第" if is_session or proposal.slot is None else proposal.slot.before
    number = serial_of(proposal.text, before)
    if number is None or not (is_session or control.title in _NUMBERED):
        return False
    words = proposal.slot.words if is_session and proposal.slot else ""
    proposal.text = with_serial(words, number) if words else number
    return True


def _misfit(control: Control, proposal: _Proposal, *, is_number: bool) -> str:
    """Why an answer is no number, day or paper where a sentence has a blank for one; '' if it is.

    The words around it stand: 审议通过〔…〕等文件 with 继续保持 in it would be printed as it is.
    """
    answer = proposal.text
    if control.title in _NUMBERED and not is_number:
        return f"“{answer}”不是{control.title}；这里只填数字，如5，要改写的请在文稿里改"
    if control.title == HEADING_BLANK and not is_heading(answer):
        return f"“{answer}”是一段话，不是小标题；小标题请写一个短句，内容请写在下面"
    if control.title == WHEN and (why := no_such_day(answer)):
        return f"没有“{answer}”这一天，{why}，没有写入；请核实后改正"
    if control.title == WHEN and not names_a_time(answer):
        return f"“{answer}”不是日期，写进这一句不成话；请写月份或月日，如9月，要改写的请在文稿里改"
    if control.title == PAPER and not names_a_paper(answer):
        return f"“{answer}”不是文件名称，写进这一句不成话；请写《……》，要改写的请在文稿里改"
    return ""


def _fills_column_of_changes(
    control: Control, paragraph: etree._Element, text: ParagraphText
) -> bool:
    """Whether a blank fills a cell beneath 同比, where a fall is told as -14.8."""
    in_cell = any(True for _ in paragraph.iterancestors(w("tc")))
    return in_cell and text.text == control.text and MOVED_BY.search(control.title) is not None


def _goes_on(control: Control) -> bool:
    """Whether a blank of a prompt stands behind other words of the answer: 排名第3；〔待填〕.

    A word or two is no sentence there, and nobody would be stopped by it.
    """
    paragraph = paragraph_of(control.element)
    if paragraph is None:
        return False
    return is_answered(ParagraphText(paragraph).before(control.element))


def _ends_paragraph(slot: Slot | None) -> bool:
    """Whether a blank takes a sentence, the last of its paragraph."""
    takes_sentence = slot is not None and (is_labelled(slot.lead) or slot.words.startswith(_ASKED))
    return takes_sentence and slot is not None and not slot.after


def _best_fit(found: list[_Stand], slot: Slot) -> list[_Stand]:
    """Of the places with the words of a slot those that stand where it stood.

    Words that say what is wanted (〔审查文件，上年29〕) are believed even where the sentence around
    them was rewritten; a mere 〔待填〕 never.
    """
    lead, before = fold(slot.lead)[:_LEAD], fold(slot.before)
    near = [stand for stand in found if fold(stand.before).endswith(before)]
    if len(slot.words) < _TELLING:
        return [stand for stand in near if fold(stand.text).startswith(lead)]
    found = near or found
    return [stand for stand in found if fold(stand.text).startswith(lead)] or found
