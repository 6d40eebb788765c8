"""From a draft to the paragraphs of a Word file, by way of `report.j2`.

One line of the rendered template is one paragraph and begins with the name of its style:
`[一级标题] {{ chapter.heading }}`. The text of a report never enters the template: a value prints a
token, and the token is resolved when all lines stand. So `{{`, `[正文]` or a line break in a report
stay what they are, and fields and notes arrive where their words arrive.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Literal

import jinja2
from msgspec import Struct

from drafter.errors import TemplateError
from drafter.model import (
    Draft,
    DraftChapter,
    DraftParagraph,
    DraftSection,
    Inline,
    Note,
    NoteItem,
    Text,
)
from drafter.render.folder import find_template
from drafter.render.sandbox import LINE_END, LINE_START, TOKEN_END, TOKEN_START, environment, render
from drafter.render.styles import load_style_file
from drafter.zh.lazy import lazy_pattern

_LINE_MARK = lazy_pattern(f"{LINE_START}([^{LINE_END}]*):([0-9]+){LINE_END}")
_TOKEN = lazy_pattern(f"{TOKEN_START}([0-9]+){TOKEN_END}")
_STYLED = lazy_pattern(r"\[([^\[\]]+)\](.*)")
_FAILURES = (
    jinja2.TemplateError, ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError,
    TypeError, ValueError,
)  # fmt: skip
"""What an expression of a template can raise."""


class Paragraph(Struct, frozen=True):
    """A paragraph of the Word file.

    Attributes:
        style: Name of its paragraph style as the template has it.
        inlines: In order; empty for an empty line.
        notes: At most one per category.
        is_row: Whether it is a row of a table, its cells parted by `|` in its texts.
    """

    style: str
    inlines: tuple[Inline, ...]
    notes: tuple[Note, ...] = ()
    is_row: bool = False


class Value:
    """What a template sees of a `DraftParagraph`: its kind, its level, and a token when printed."""

    __slots__ = ("_paragraph", "_token", "is_row", "kind", "level")
    is_for_templates = True
    """Its methods may be called by templates."""

    def __init__(self, paragraph: DraftParagraph, number: int) -> None:
        self._paragraph = paragraph
        self._token = f"{TOKEN_START}{number}{TOKEN_END}"
        self.kind = paragraph.kind
        self.level = paragraph.level
        self.is_row = paragraph.is_row

    def __str__(self) -> str:
        return self._token

    def endswith(self, *endings: str) -> bool:
        """Whether its words end so: for punctuation that the template would add."""
        longest = max(map(len, endings), default=0)
        words = ""
        for inline in reversed(self._paragraph.inlines):  # no template needs a whole passage
            words = inline_text((inline,)) + words
            if len(words.rstrip()) >= longest:
                break
        return words.rstrip().endswith(endings)


class _Section(Struct, frozen=True):
    heading: Value | None
    theme: str | None
    paragraphs: tuple[Value, ...]


class _Chapter(Struct, frozen=True):
    part: str | None
    heading: Value
    sections: tuple[_Section, ...]


class _View(Struct, frozen=True):
    """The variable `draft` of a template."""

    year: int
    title: tuple[Value, ...]
    addressee: Value | None
    preamble: tuple[Value, ...]
    chapters: tuple[_Chapter, ...]
    closing: tuple[Value, ...]
    attachments: tuple[Value, ...]
    signature: tuple[Value, ...]
    date: Value
    remarks: tuple[Value, ...]
    imprint: tuple[Value, ...]


def inline_text(inlines: tuple[Inline, ...]) -> str:
    """The words of a paragraph as shown, placeholders included."""
    return "".join(part.text if isinstance(part, Text) else part.placeholder for part in inlines)


def render_paragraphs(draft: Draft, template: str | Path = "default") -> tuple[Paragraph, ...]:
    """The paragraphs that a template makes of a draft, in order.

    Every paragraph of the draft comes out exactly once: a template cannot lose one.

    Args:
        draft: The skeleton.
        template: Name of a shipped template, or a folder.

    Raises:
        UnknownNameError: No such template.
        TemplateError: The template is wrong, leaves something out or prints it twice.
    """
    paragraphs, problems = try_template(draft, template)
    if problems:
        raise problems[0]
    return paragraphs


def try_template(
    draft: Draft, template: str | Path = "default"
) -> tuple[tuple[Paragraph, ...], tuple[TemplateError, ...]]:
    """The paragraphs that a template makes of a draft, and all that is wrong with them.

    Args:
        draft: The skeleton.
        template: Name of a shipped template, or a folder.

    Raises:
        UnknownNameError: No such template.
        TemplateError: Nothing comes out of it at all: jinja2 stops at the first thing that it
            cannot read or does not know.
    """
    found = find_template(template)
    styles = load_style_file(found.style).paragraph_styles
    views = _Views()
    view = views.draft(draft)
    output = _render(found.report, {"draft": view}, len(views.paragraphs))
    paragraphs: list[Paragraph] = []
    problems: list[TemplateError] = []
    for line in _lines(output, found.report.name):
        try:
            paragraphs.append(_paragraph(line, views.paragraphs, styles))
        except TemplateError as error:
            problems.append(error)
    problems += _incomplete(output, views, found.report.name)
    return tuple(paragraphs), tuple(problems)


class _Views:
    """Wraps a draft and keeps the paragraphs by the number in their tokens."""

    def __init__(self) -> None:
        self.paragraphs: list[DraftParagraph] = []
        self.places: list[str] = []

    def draft(self, draft: Draft) -> _View:
        return _View(
            year=draft.year,
            title=self._values(draft.title, "draft.title"),
            addressee=self._optional(draft.addressee, "draft.addressee"),
            preamble=self._values(draft.preamble, "draft.preamble"),
            chapters=tuple(map(self._chapter, draft.chapters)),
            closing=self._values(draft.closing, "draft.closing"),
            attachments=self._values(draft.attachments, "draft.attachments"),
            signature=self._values(draft.signature, "draft.signature"),
            date=self._value(draft.date, "draft.date"),
            remarks=self._values(draft.remarks, "draft.remarks"),
            imprint=self._values(draft.imprint, "draft.imprint"),
        )

    def _chapter(self, chapter: DraftChapter) -> _Chapter:
        heading = self._value(chapter.heading, "chapter.heading")
        return _Chapter(chapter.part, heading, tuple(map(self._section, chapter.sections)))

    def _section(self, section: DraftSection) -> _Section:
        heading = self._optional(section.heading, "section.heading")
        return _Section(
            heading, section.theme, self._values(section.paragraphs, "section.paragraphs")
        )

    def _values(self, paragraphs: tuple[DraftParagraph, ...], place: str) -> tuple[Value, ...]:
        return tuple(self._value(paragraph, place) for paragraph in paragraphs)

    def _optional(self, paragraph: DraftParagraph | None, place: str) -> Value | None:
        return None if paragraph is None else self._value(paragraph, place)

    def _value(self, paragraph: DraftParagraph, place: str) -> Value:
        self.paragraphs.append(paragraph)
        self.places.append(place)
        return Value(paragraph, len(self.paragraphs) - 1)


def _render(report: Path, variables: dict[str, object], paragraphs: int) -> str:
    try:
        found = environment(report.parent).get_template(report.name)
        return render(found, variables, paragraphs)
    except jinja2.TemplateSyntaxError as error:
        problem = f"jinja2 写法不对（{error.message}）"
        raise TemplateError(
            name=error.name or report.name, line=error.lineno, problem=problem
        ) from error
    except jinja2.TemplateNotFound as error:
        problem = f"找不到要包含的“{error.name}”，只能包含模板文件夹里的文件"
        raise _located(error, report, problem) from error
    except UnicodeDecodeError as error:
        raise TemplateError(name=report.name, problem="不是 UTF-8 编码，请另存为 UTF-8") from error
    except RecursionError as error:
        raise _located(error, report, "宏或包含没有尽头，或者嵌套太深") from error
    except SyntaxError as error:  # of the Python that jinja2 makes of it
        raise TemplateError(name=report.name, problem="循环和判断嵌套太深") from error
    except OSError as error:
        raise TemplateError(name=report.name, problem=f"无法读取（{error.strerror}）") from error
    except _FAILURES as error:
        raise _located(error, report, str(error)) from error


def _located(error: Exception, report: Path, problem: str) -> TemplateError:
    """The error at the last line of a template that its traceback passed."""
    name, line = report.name, None
    trace: TracebackType | None = error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.parent == report.parent:
            name, line = file.name, trace.tb_lineno
        trace = trace.tb_next
    return TemplateError(name=name, line=line, problem=problem)


class _Line(Struct, frozen=True):
    """A line of the output, and the place in the template that began it."""

    text: str
    file: str
    number: int


def _lines(output: str, name: str) -> list[_Line]:
    lines: list[_Line] = []
    file, number = name, 1
    for raw in output.split("\n"):
        mark = _LINE_MARK.search(raw)
        if mark:
            file, number = mark[1], int(mark[2])
        text = _LINE_MARK.sub("", raw).strip()
        if text:
            lines.append(_Line(text, file, number))
    return lines


def _paragraph(line: _Line, paragraphs: list[DraftParagraph], styles: frozenset[str]) -> Paragraph:
    match = _STYLED.fullmatch(line.text)
    if match is None:
        problem = "这一行没有以方括号里的样式名开头，例如 [正文]"
        raise TemplateError(name=line.file, line=line.number, problem=problem)
    style = match[1].strip()
    if style not in styles:
        problem = f"style.docx 里没有名为“{style}”的段落样式"
        raise TemplateError(name=line.file, line=line.number, problem=problem)
    inlines: list[Inline] = []
    notes: list[Note] = []
    pieces = _TOKEN.split(match[2].strip())
    for position, piece in enumerate(pieces):
        if position % 2 == 0:
            inlines += [Text(piece)] if piece else []
        elif int(piece) >= len(paragraphs):
            problem = "草稿的内容只能原样写出，不能再加工"
            raise TemplateError(name=line.file, line=line.number, problem=problem)
        else:
            inlines += paragraphs[int(piece)].inlines
            notes += paragraphs[int(piece)].notes
    # With words of the template around it a row is a line of text.
    is_row = len(pieces) == 3 and not pieces[0] + pieces[2] and paragraphs[int(pieces[1])].is_row  # noqa: PLR2004
    return Paragraph(style, tuple(inlines), _merged(notes), is_row)


def _merged(notes: list[Note]) -> tuple[Note, ...]:
    """One note per category, each remark once."""
    items: dict[Literal["缺口", "核对", "承诺", "数据"], dict[NoteItem, None]] = {}
    for note in notes:
        items.setdefault(note.category, {}).update(dict.fromkeys(note.items))
    return tuple(Note(category, tuple(found)) for category, found in items.items())


def _incomplete(output: str, views: _Views, name: str) -> Iterator[TemplateError]:
    """What is lost or doubled: a paragraph left out is last year's text gone without a word.

    Told once for each place of the draft, with the first of its paragraphs.
    """
    counts = Counter(int(number) for number in _TOKEN.findall(output))
    told: set[tuple[str, str]] = set()
    for number, paragraph in enumerate(views.paragraphs):
        what, place = "重复写出了" if counts[number] else "漏掉了", views.places[number]
        if counts[number] == 1 or (what, place) in told:
            continue
        told.add((what, place))
        excerpt = inline_text(paragraph.inlines)[:20]
        problem = f"{what} {place} 的内容（“{excerpt}”），草稿的每一段都应写出且只写一次"
        yield TemplateError(name=name, problem=problem)
