"""A skeleton (起草底稿) as the clerk meets it: written to Word bytes and opened again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lxml import etree

from drafter import api
from drafter.model import Draft, Report
from drafter.options import DraftOptions
from drafter.render.ooxml import w
from tests.render.reopened import Reopened, reopen, text

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = tuple(sorted((ROOT / "examples").glob("*-2024.txt")))
CORPUS = tuple(sorted((ROOT / "tests" / "corpus").glob("*.txt")))
PROMPT = "上年提示"


@dataclass(frozen=True)
class Skeleton:
    """A report, its draft, and the Word file that was made of it."""

    report: Report
    draft: Draft
    data: bytes
    word: Reopened


@lru_cache(maxsize=64)
def skeleton(path: Path, options: DraftOptions | None = None) -> Skeleton:
    """The whole way, once per report and options; the draft's report is the one with findings."""
    options = options or DraftOptions()
    draft = api.draft([api.read_report(path)], options)
    data = api.to_docx(draft, options)
    return Skeleton(draft.report, draft, data, reopen(data))


def comment_ids(paragraph: etree._Element) -> list[str]:
    """Ids of the comments that are anchored in a paragraph, in order."""
    return [mark.get(w("id"), "") for mark in paragraph.iter(w("commentReference"))]


def comment_lines(comment: etree._Element) -> list[str]:
    """The paragraphs of a comment."""
    return [text(paragraph) for paragraph in comment.iter(w("p"))]


def live_text(paragraph: etree._Element) -> str:
    """Words of a paragraph outside its content controls; each control is one U+FFFC."""
    return "".join(_live(paragraph))


def _live(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == w("sdt"):
            yield "\ufffc"
        elif child.tag == w("t"):
            yield child.text or ""
        else:
            yield from _live(child)


def blanks(paragraph: etree._Element) -> list[tuple[str, str]]:
    """(tag, words shown) of every content control of a paragraph, in order."""
    found = []
    for control in paragraph.iter(w("sdt")):
        tag = control.find(f"{w('sdtPr')}/{w('tag')}")
        found.append((tag.get(w("val"), "") if tag is not None else "", text(control)))
    return found


def told(word: Reopened) -> str:
    """One line a paragraph, `[style] text`, its comments indented below."""
    comments = {comment.get(w("id"), ""): comment for comment in word.comments}
    rows = []
    for paragraph in word.paragraphs():
        rows.append(f"[{word.style(paragraph)}] {text(paragraph)}".rstrip())
        for number in comment_ids(paragraph):
            comment = comments[number]
            rows.append(f"    〔{comment.get(w('author'))}〕 {' / '.join(comment_lines(comment))}")
    return "\n".join(rows) + "\n"
