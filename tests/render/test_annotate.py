"""Findings as comments in a copy: each at its paragraph, everything else as it stood."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from drafter.errors import UnannotatableError
from drafter.knowledge import load
from drafter.model import Finding, Look, NoteCategory, Severity
from drafter.options import FinalOptions
from drafter.render.annotate import annotate_docx, category_of
from drafter.render.finalize import finalize_docx
from drafter.render.ooxml import w
from drafter.render.properties import CORE
from drafter.render.word import write_docx
from tests.render.reopened import Reopened, reopen, text
from tests.render.samples import county
from tests.render.worked import DOCUMENT, edited, parts_of, zipped

SOURCES = {"S01": "规划文件"}
EPOCH = 1_767_225_600


def look(line: int, ordinal: int) -> Look:
    return Look(line, ordinal, "Normal", None, None, is_prompt=False, blanks=(), carried=())


def finding(rule: str, line: int | None, severity: Severity = "warning") -> Finding:
    return Finding(rule, severity, f"{rule}的话。", action=f"{rule}的办法。", line=line)


def annotated(data: bytes, *findings: Finding, looks: tuple[Look, ...] = ()) -> bytes:
    return annotate_docx(data, "2026.docx", findings, looks, SOURCES, epoch=EPOCH)


def anchored(word: Reopened) -> dict[str, str]:
    """Comment id → text of the paragraph that it hangs at."""
    return {
        mark.get(w("id"), ""): text(p)
        for p in word.document.iter(w("p"))
        for mark in p.iter(w("commentReference"))
    }


@pytest.fixture(name="draft")
def _draft() -> bytes:
    return write_docx(county())


def test_a_finding_stands_at_the_paragraph_of_its_line(draft: bytes) -> None:
    before = reopen(draft)
    rows = [row for _, row in before.rows()]
    place = rows.index("附件：1．任务清单")
    looks = (look(1, 0), look(7, place), look(7, place + 1))
    word = reopen(annotated(draft, finding("S01", 7), finding("X01", None), looks=looks))
    new = {c.get(w("id"), ""): c for c in word.comments[len(before.comments) :]}
    shown = {anchored(word)[key]: text(comment) for key, comment in new.items()}
    assert shown[rows[place]] == "S01　S01的话。依据：规划文件处理：S01的办法。"
    assert shown[rows[0]] == "X01　X01的话。处理：X01的办法。"
    assert len(new) == 2


def test_a_paragraph_has_one_comment_a_category(draft: bytes) -> None:
    before = len(reopen(draft).comments)
    found = (finding("S01", 1), finding("F01", 1, "error"), finding("S02", 1), finding("F05", 1))
    word = reopen(annotated(draft, *found, looks=(look(1, 0),)))
    new = word.comments[before:]
    assert [c.get(w("author")) for c in new] == ["核对", "数据"]
    assert [len(c.findall(w("p"))) for c in new] == [5, 4]
    assert {c.get(w("initials")) for c in new} == {"drafter"}
    assert {c.get(w("date")) for c in new} == {"2026-01-01T00:00:00Z"}


@pytest.mark.parametrize(
    ("rule", "severity", "category"),
    [
        ("P05", "warning", "缺口"),
        ("T01", "warning", "缺口"),
        ("X01", "error", "缺口"),
        ("F01", "error", "数据"),
        ("S04", "warning", "数据"),
        ("R01", "warning", "承诺"),
        ("S03", "warning", "核对"),
        ("T02", "info", "核对"),
    ],
)
def test_the_author_is_the_category(rule: str, severity: Severity, category: NoteCategory) -> None:
    assert category_of(finding(rule, 1, severity)) == category


def test_text_revisions_and_comments_of_the_file_stay(draft: bytes) -> None:
    def revise(root: etree._Element) -> None:
        paragraph = next(root.iter(w("p")))
        inserted = etree.SubElement(paragraph, w("ins"))
        inserted.set(w("author"), "李")
        inserted.append(next(paragraph.iter(w("r"))))

    worked = edited(draft, revise)
    before, after = (reopen(data) for data in (worked, annotated(worked, finding("S01", None))))
    assert after.rows() == before.rows()
    assert [text(mark) for mark in after.document.iter(w("ins"))] == [before.rows()[0][1]]
    old = [etree.tostring(comment) for comment in before.comments]
    assert [etree.tostring(comment) for comment in after.comments[: len(old)]] == old
    # The properties bear the seal, by which a copy that nobody touched is known.
    other = parts_of(worked).keys() - {DOCUMENT, "word/comments.xml", CORE}
    kept, made = parts_of(worked), parts_of(annotated(worked, finding("S01", None)))
    assert all(made[part] == kept[part] for part in other)


def test_a_file_without_comments_gets_its_part(draft: bytes, tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit")
    bare = _without_comments(draft)
    data = annotated(bare, finding("S01", None), finding("P01", None, "error"))
    path = tmp_path / "annotated.docx"
    path.write_bytes(data)
    assert audit.OpenXmlValidator().validate(path).errors == []
    assert len(reopen(data).comments) == 2


def _without_comments(data: bytes) -> bytes:
    def strip(root: etree._Element) -> None:
        for mark in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            for element in list(root.iter(w(mark))):
                parent = element.getparent()
                assert parent is not None
                parent.remove(element)

    parts = parts_of(edited(data, strip))
    del parts["word/comments.xml"]
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        root = etree.fromstring(parts[name])
        for element in list(root):
            if "comments" in str(element.attrib):
                root.remove(element)
        parts[name] = etree.tostring(root)
    return zipped(parts)


def test_no_finding_changes_no_byte(draft: bytes) -> None:
    assert annotated(draft) == draft


def test_the_same_findings_give_the_same_bytes(draft: bytes) -> None:
    assert annotated(draft, finding("S01", None)) == annotated(draft, finding("S01", None))


def test_a_comment_in_a_text_box_hangs_at_the_paragraph_of_the_page(draft: bytes) -> None:
    def box(root: etree._Element) -> None:
        run = etree.SubElement(next(root.iter(w("p"))), w("r"))
        inner = etree.SubElement(etree.SubElement(run, w("pict")), w("txbxContent"))
        words = etree.SubElement(etree.SubElement(inner, w("p")), w("r"))
        etree.SubElement(words, w("t")).text = "框内"

    word = reopen(annotated(edited(draft, box), finding("S01", 1), looks=(look(1, 1),)))
    marks = list(word.document.iter(w("commentReference")))
    assert not any(True for mark in marks for _ in mark.iterancestors(w("txbxContent")))


def test_finalize_takes_the_findings_for_its_own(draft: bytes) -> None:
    data = annotated(draft, finding("S01", None))
    assert finalize_docx(data, "2026.docx", FinalOptions(), load()).comments == ()


@pytest.mark.parametrize(
    ("part", "content", "reason"),
    [
        (None, "PK nothing", "不是完好的"),
        (DOCUMENT, "<w:document", "内容已损坏"),
        ("word/comments.xml", "<", "内容已损坏"),
        ("word/_rels/document.xml.rels", "<", "内容已损坏"),
    ],
)
def test_a_broken_file_is_refused_in_words(
    draft: bytes, part: str | None, content: str, reason: str
) -> None:
    data = zipped(parts_of(draft) | {part: content.encode()}) if part else content.encode()
    with pytest.raises(UnannotatableError, match=reason):
        annotated(data, finding("S01", None))
