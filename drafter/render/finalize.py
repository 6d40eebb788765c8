"""The clean file (定稿) out of a draft that people have worked on, or what is in its way.

Pure: bytes in, bytes out. What drafter put in goes; what people wrote stays as it stands, and what
only they may decide (their tracked changes, their comments) is listed unless they said so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import get_args

from lxml import etree
from msgspec.structs import replace

from drafter.knowledge import Knowledge
from drafter.model import NoteCategory
from drafter.options import FinalOptions
from drafter.render import comments as comment_part
from drafter.render.blanks import Spot, survey
from drafter.render.blocks import drop, drop_hollow_runs, drop_paragraph, is_hollow, restyle, unwrap
from drafter.render.fields import ParagraphText, all_controls
from drafter.render.leftovers import FinalResult, LeftOut, Leftover
from drafter.render.ooxml import parse_xml, serialize_xml, w
from drafter.render.package import write_package
from drafter.render.prompts import Prompt, read_prompts
from drafter.render.public import END_STYLES, leave_out, references
from drafter.render.revisions import accept_revisions, list_revisions
from drafter.render.styles import DOCUMENT
from drafter.render.traces import clear_package, clear_story
from drafter.render.word import PLACEHOLDER
from drafter.render.word_file import WordFile, open_word, refusing
from drafter.zh.own_marks import CARRIED_STYLE, is_own_heading, is_own_remark
from drafter.zh.prompts import answer_span, find_answer, is_ended, lead_in, says_solved, stands_in

_STORIES = ("header", "footer", "footnotes", "endnotes")
_TO_WRITE = "待填段落"
_BODY = "normal"
_HEADING = "heading"
_CHAPTER = "heading 1"
_NOTES = tuple(map(w, ("footnote", "endnote")))
_MARKS = tuple(map(w, ("footnoteReference", "endnoteReference")))
_ANCHORS = tuple(map(w, ("commentRangeStart", "commentRangeEnd", "commentReference")))


def finalize_docx(
    data: bytes, name: str, options: FinalOptions, knowledge: Knowledge, *, epoch: int | None = None
) -> FinalResult:
    """Make the clean file, or list what is in its way.

    Args:
        data: The Word file, in whatever state people have brought it.
        name: As the user gave it, for messages.
        options: What may be done to what people left.
        knowledge: Its word lists tell which answers are no sentence.
        epoch: The moment that the file claims for itself (SOURCE_DATE_EPOCH), None for none.

    Raises:
        NotSkeletonError: It is no Word file, or a broken one.
    """
    file = open_word(data, name)
    with refusing(name):
        return _Finalizer(file, options, knowledge).finish(epoch)


class _Finalizer:
    """One draft on its way out."""

    def __init__(self, file: WordFile, options: FinalOptions, knowledge: Knowledge) -> None:
        self._file = file
        self._options = options
        self._words = knowledge.words
        lists = ("bare_answers", "idle_words", "common_words")
        named = (word for name in lists for word in self._words[name])
        self._idle = frozenset(word for word in named if len(word) > 1)
        self._styles = {name.lower(): key for name, key in file.style_ids.items()}
        self._stories = {DOCUMENT: file.document} | {
            part: parse_xml(file.package.parts[part])
            for kind, part in file.package.related()
            if kind in _STORIES and part in file.package.parts
        }

    def finish(self, epoch: int | None) -> FinalResult:
        """Write the file if nothing is in the way."""
        revisions = self._revisions()
        comments = () if self._options.drop_comments else tuple(self._comments())
        left_out: list[LeftOut] = []
        if self._options.public:
            words = self._words["addressee_words"]
            left_out += leave_out(self._file.document, self._file.style_names, words)
        spots = [list(self._survey(root)) for root in self._stories.values()]
        prompts = read_prompts(spots[0], frozenset(self._words["bare_answers"]))
        asked = {prompt.spot.element for prompt in prompts}
        result = FinalResult(
            data=None,
            blanks=tuple(_blanks(spot for story in spots for spot in story
                                 if spot.element not in asked)),
            prompts=tuple(_unanswered(prompts)),
            revisions=revisions,
            comments=comments,
        )  # fmt: skip
        if result.leftovers:
            return result
        solved = [prompt for prompt in prompts if prompt.answer and says_solved(prompt.spot.text)]
        answers, again = self._clean(spots[0], prompts)
        left_out += again
        left_out += self._drop_own_headings(spots[0])
        dangling = references(list(self._survey(self._file.document)))
        return FinalResult(
            self._written(epoch),
            answers=answers,
            left_out=tuple(left_out),
            dangling=tuple(dangling) if self._options.public else (),
            solved=tuple(Leftover("solved", p.answer, p.spot.place) for p in solved),
        )

    def _survey(self, root: etree._Element) -> Iterator[Spot]:
        """The paragraphs of a part; those of a note under the headings above its mark."""
        for spot in survey(root, self._file.style_names):
            note = next(spot.element.iterancestors(*_NOTES), None)
            if note is None:
                yield spot
                continue
            place = self._places_of_notes.get((str(note.tag), note.get(w("id"))), "")
            blanks = tuple(replace(blank, place=place) for blank in spot.blanks)
            yield replace(spot, place=place, blanks=blanks)

    @cached_property
    def _places_of_notes(self) -> dict[tuple[str, str | None], str]:
        """Kind and id of each footnote and endnote → where its mark stands."""
        return {
            (_NOTES[_MARKS.index(str(mark.tag))], mark.get(w("id"))): f"{spot.place} > 脚注"
            for spot in survey(self._file.document, self._file.style_names)
            for mark in spot.element.iter(*_MARKS)
        }

    # ------------------------------------------------------------------- what people left

    def _revisions(self) -> tuple[Leftover, ...]:
        """Tracked changes, or none once they are accepted."""
        if self._options.accept_changes:
            for root in self._stories.values():
                accept_revisions(root)
            self._drop_orphan_notes()
            return ()
        return tuple(
            row
            for root in self._stories.values()
            for row in list_revisions(root, {s.element: s.place for s in self._survey(root)})
        )

    def _drop_orphan_notes(self) -> None:
        """Take out footnotes whose mark went with a deletion: their words must not stay."""
        for kind in ("footnote", "endnote"):
            used = {mark.get(w("id")) for mark in self._file.document.iter(w(f"{kind}Reference"))}
            for root in self._stories.values():
                for note in list(root.iterfind(w(kind))):
                    if note.get(w("type")) is None and note.get(w("id")) not in used:
                        drop(note)

    def _comments(self) -> Iterator[Leftover]:
        """Comments that are not drafter's, each under its headings."""
        data = self._file.package.parts.get(comment_part.part_name(self._file.package))
        if data is None:
            return
        places: dict[str | None, str] = {}
        for spot in self._survey(self._file.document):
            for mark in spot.element.iter(*_ANCHORS):
                places.setdefault(mark.get(w("id")), spot.place)
        for comment in parse_xml(data).iterfind(w("comment")):
            paragraphs = [_words(paragraph) for paragraph in comment.iter(w("p"))]
            if not _is_own(comment, paragraphs):
                place = places.get(comment.get(w("id")), "")
                yield Leftover("comment", "".join(paragraphs), place, comment.get(w("author"), ""))

    # --------------------------------------------------------------------------- cleaning

    def _clean(
        self, spots: Sequence[Spot], prompts: Sequence[Prompt]
    ) -> tuple[tuple[str, ...], list[LeftOut]]:
        """Take drafter's marks out of all parts; returns `_answer`."""
        for root in self._stories.values():
            for control in reversed(list(all_controls(root))):
                unwrap(control.element)
            self._lift_styles(root)
            _drop_anchors(root)
            clear_story(root)
        told = self._answer(spots, {prompt.spot.element: prompt for prompt in prompts})
        for spot in spots:
            if spot.style == _TO_WRITE:
                self._to_body(spot.element)
        return told

    def _drop_own_headings(self, spots: Sequence[Spot]) -> Iterator[LeftOut]:
        """Take out the headings that drafter made for prompts and below which nothing is left.

        They end a chapter, so that no numeral is missing then; where a person has put a section
        behind one, it stays.
        """
        left = [spot for spot in spots if not is_hollow(spot.element)]
        left = [spot for spot in left if spot.element.getparent() is not None]
        for spot, below in pairwise([*left, None]):
            if spot is not None and is_own_heading(spot.text) and self._ends_chapter(below):
                yield LeftOut("下面没有内容的小标题", spot.text)
                drop_paragraph(spot.element)

    def _ends_chapter(self, below: Spot | None) -> bool:
        """Whether a chapter is over where a paragraph begins: a chapter's heading, or the end."""
        if below is None or below.style in (_CHAPTER, *END_STYLES):
            return True
        return below.text.strip().startswith(tuple(self._words["closing_phrases"]))

    def _lift_styles(self, root: etree._Element) -> None:
        """Take 沿用文字 and the grey of blanks off runs and paragraph marks."""
        lifted = {self._styles.get(name.lower()) for name in (CARRIED_STYLE, PLACEHOLDER)} - {None}
        for style in list(root.iter(w("rStyle"))):
            if style.get(w("val")) in lifted:
                properties = style.getparent()
                drop(style)
                if properties is not None and len(properties) == 0:
                    drop(properties)

    def _answer(
        self, spots: Sequence[Spot], prompts: Mapping[etree._Element, Prompt]
    ) -> tuple[tuple[str, ...], list[LeftOut]]:
        """Make paragraphs of the answers; one that its section says already is not doubled.

        Returns:
            The paragraphs, and the answers that are none because the same stands beside them.
        """
        answers: list[str] = []
        again: list[LeftOut] = []
        for section in _sections(spots):
            said = [spot.text for spot in section if spot.element not in prompts]
            for prompt in (prompts[s.element] for s in section if s.element in prompts):
                if not prompt.answer:
                    if prompt.is_moot:
                        again.append(LeftOut("已解决的不足，不需要下年措施", prompt.spot.text))
                    drop_paragraph(prompt.spot.element)
                    continue
                lead = lead_in(prompt.spot.text, self._idle)
                if any(stands_in(lead + prompt.answer, text) for text in said):
                    again.append(LeftOut("本节已经写了的答复", prompt.answer))
                    drop_paragraph(prompt.spot.element)
                else:
                    self._make_answer(prompt, lead)
                    said.append(lead + prompt.answer)
                    answers.append(ParagraphText(prompt.spot.element).text)
        return tuple(answers), again

    def _make_answer(self, prompt: Prompt, lead: str) -> None:
        """Put the matter for the question, a stop where none is; notes and links stay."""
        text = ParagraphText(prompt.spot.element)
        start, end = answer_span(text.text, find_answer(text.text) or 0)
        stop = "" if is_ended(text.text[start:end]) else "。"
        text.replace(end - 1, len(text.text), f"{text.text[end - 1 : end]}{stop}")
        text.replace(0, start, lead)
        drop_hollow_runs(prompt.spot.element)
        self._to_body(prompt.spot.element)

    def _to_body(self, paragraph: etree._Element) -> None:
        """Make a paragraph one of body text; one without words goes."""
        if is_hollow(paragraph):
            drop_paragraph(paragraph)
        restyle(paragraph, self._styles.get(_BODY))

    def _written(self, epoch: int | None) -> bytes:
        package = self._file.package
        for part, root in self._stories.items():
            package.parts[part] = serialize_xml(root)
        clear_package(package, epoch=epoch)
        return write_package(package.parts, epoch=epoch)


def _is_own(comment: etree._Element, paragraphs: Sequence[str]) -> bool:
    """Whether a comment is drafter's."""
    is_author = comment.get(w("author")) in get_args(NoteCategory)
    return is_author and is_own_remark(comment.get(w("initials"), ""), paragraphs)


def _words(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(w("t")))


def _drop_anchors(root: etree._Element) -> None:
    """Take all marks of comments out of the text, with the runs that hold nothing else."""
    for mark in list(root.iter(*_ANCHORS)):
        run = mark.getparent()
        unwrap(mark)
        if run is not None and run.tag == w("r") and all(part.tag == w("rPr") for part in run):
            drop(run)


def _sections(spots: Iterable[Spot]) -> Iterator[list[Spot]]:
    """The paragraphs between one heading and the next."""
    section: list[Spot] = []
    for spot in spots:
        if spot.style.startswith(_HEADING):
            yield section
            section = []
        section.append(spot)
    yield section


def _blanks(spots: Iterable[Spot]) -> Iterator[Leftover]:
    for spot in spots:
        for blank in spot.blanks:
            yield Leftover("blank", blank.words, blank.place)


def _unanswered(prompts: Iterable[Prompt]) -> Iterator[Leftover]:
    for prompt in prompts:
        if prompt.problem:
            spot = prompt.spot
            yield Leftover("prompt", spot.text, spot.place, reason=prompt.problem)
