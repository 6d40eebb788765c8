"""The Word file: written, opened again, compared."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.table import Table

from drafter.errors import TemplateError
from drafter.model import DraftChapter, DraftParagraph, DraftSection, Field, Note, NoteItem
from drafter.render.ooxml import child, w
from drafter.render.package import read_package, write_package
from drafter.render.samples import sample_drafts
from drafter.render.word import write_docx
from tests.render.reopened import Reopened, reopen, text
from tests.render.samples import (
    HOSTILE,
    HOSTILE_SHOWN,
    blank,
    carried,
    county,
    heading,
    note,
    paragraph,
)

SENTENCE = (
    "全年评查〔评查次数，上年2〕次、〔评查案卷，上年36〕卷，合格率〔上年98.6〕%；"
    "“一次办好”事项持续增加——群众满意……"
)


@pytest.fixture(scope="module")
def written() -> Reopened:
    return reopen(write_docx(county()))


def test_styles_and_text_come_back_in_order(written: Reopened) -> None:
    assert written.rows() == [
        ("Title", "青禾县人民政府关于2026年度"),
        ("Title", "法治政府建设情况的报告"),
        ("空行", ""),
        ("主送机关", "北岸市人民政府："),
        ("Normal", "2026年，青禾县持续推进依法行政，现将有关情况报告如下。"),
        ("heading 1", "一、主要举措和成效"),
        ("heading 2", "（一）规范行政执法行为"),
        ("Normal", SENTENCE),
        ("上年提示", "上年承诺：修订裁量基准。本年落实：〔待填〕"),
        ("heading 3", "1．加强培训"),
        ("Normal", HOSTILE_SHOWN),
        ("heading 4", "（1）健全清单"),
        ("待填段落", "〔请写明裁量基准的执行情况〕"),
        ("heading 1", "二、党政主要负责人履行职责情况"),
        ("待填段落", "〔待写〕"),
        ("Normal", "特此报告。"),
        ("空行", ""),
        ("附件说明", "附件：1．任务清单"),
        ("附件续项", "2．统计表"),
        ("空行", ""),
        ("落款", "青禾县人民政府"),
        ("成文日期", "〔成文日期〕"),
    ]  # fmt: skip


def test_python_docx_reads_the_same_headings() -> None:
    """An independent reader finds Word's own heading styles, for the navigation pane."""
    document = docx.Document(io.BytesIO(write_docx(county())))
    rows = [(p.style.name or "", p.text) for p in document.paragraphs if p.style is not None]
    assert [row for row in rows if row[0].startswith("Heading")] == [
        ("Heading 1", "一、主要举措和成效"),
        ("Heading 2", "（一）规范行政执法行为"),
        ("Heading 3", "1．加强培训"),
        ("Heading 4", "（1）健全清单"),
        ("Heading 1", "二、党政主要负责人履行职责情况"),
    ]
    assert document.core_properties.title == "青禾县人民政府关于2026年度法治政府建设情况的报告"
    assert document.core_properties.author == "drafter"


def test_carried_text_and_placeholders_have_styles_of_their_own(written: Reopened) -> None:
    assert "卷，合格率" in written.runs("沿用文字")
    assert not any("〔" in run for run in written.runs("沿用文字"))
    assert written.runs("Placeholder Text") == [
        "〔评查次数，上年2〕", "〔评查案卷，上年36〕", "〔上年98.6〕", "〔待填〕",
        "〔请写明裁量基准的执行情况〕", "〔待写〕", "〔成文日期〕",
    ]  # fmt: skip


def test_every_text_run_asks_for_the_chinese_font(written: Reopened) -> None:
    runs = [run for run in written.document.iter(w("r")) if run.find(w("t")) is not None]
    assert all(child(child(run, "rPr"), "rFonts").get(w("hint")) == "eastAsia" for run in runs)


def test_fields_are_content_controls(written: Reopened) -> None:
    controls = list(written.document.iter(w("sdt")))
    assert written.values("tag") == ["f1", "f2", "f3", "c1", "t1", "b1", "date"]
    assert written.values("alias")[1] == "评查案卷，上年36"
    assert all(c.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None for c in controls)
    identities = [identity.get(w("val")) for c in controls for identity in c.iter(w("id"))]
    assert len(set(identities)) == len(controls)


def test_alike_and_overlong_tags_become_unique() -> None:
    """Word takes 64 characters; two tags that differ only beyond are numbered."""
    fields = [Field("长" * 64 + str(n), "名" * 80, "〔x〕") for n in range(3)]
    body = paragraph("carried", *fields, blank("same", "甲"), blank("same", "乙"))
    found = reopen(write_docx(county(chapters=(), preamble=(body,))))
    tags = found.values("tag")
    assert len(set(tags)) == len(tags) == 6
    assert all(len(value) <= 64 for value in tags + found.values("alias"))


def test_comments_are_anchored_both_ways(written: Reopened) -> None:
    starts, ends = written.ids("commentRangeStart"), written.ids("commentRangeEnd")
    references = written.ids("commentReference")
    comments = [comment.get(w("id")) for comment in written.comments]
    assert starts == ends == references == comments
    assert len(set(comments)) == len(comments) == 7


def test_comment_range_encloses_the_words_of_its_paragraph(written: Reopened) -> None:
    annotated = next(p for p in written.paragraphs() if text(p).startswith("全年评查"))
    names = [element.tag.rpartition("}")[2] for element in annotated]
    assert names[:5] == ["pPr", *["commentRangeStart"] * 4]
    assert names[-8:] == ["commentRangeEnd", "r"] * 4


def test_comments_name_author_rule_source_and_action(written: Reopened) -> None:
    assert {c.get(w("author")) for c in written.comments} == {"缺口", "核对", "承诺", "数据"}
    assert {c.get(w("initials")) for c in written.comments} == {"drafter"}
    lines = [[text(p) for p in comment.iter(w("p"))] for comment in written.comments]
    assert lines[0] == [
        "S01　“八五普法”的期限到2025年为止。",
        "依据：规划文件（待核实）",
        "处理：核对新规划的名称后改写。",
    ]
    assert lines[1] == ["F02　只有比率，没有分子和分母。（待核实）", "处理：向供数部门核实。"]


def test_without_notes_there_is_no_comments_part() -> None:
    draft = county(chapters=(), preamble=())
    assert reopen(write_docx(draft)).comments == ()


def test_same_input_same_bytes() -> None:
    assert write_docx(county()) == write_docx(county())


def test_no_clock_and_no_person_in_the_file() -> None:
    with zipfile.ZipFile(io.BytesIO(write_docx(county()))) as file:
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms:created" not in file.read("docProps/core.xml")
    assert "date" not in str([dict(c.attrib) for c in reopen(write_docx(county())).comments])


def test_epoch_dates_zip_comments_and_properties() -> None:
    data = write_docx(county(), epoch=1_800_000_000)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert {info.date_time[:3] for info in file.infolist()} == {(2027, 1, 15)}
        assert b"2027-01-15T08:00:00Z" in file.read("docProps/core.xml")
    assert reopen(data).comments[0].get(w("date")) == "2027-01-15T08:00:00Z"


def test_hostile_text_is_shown_as_it_is_everywhere() -> None:
    item = note("核对", NoteItem(HOSTILE, HOSTILE, HOSTILE, HOSTILE))
    body = paragraph(
        "carried", carried(HOSTILE), Field(HOSTILE, HOSTILE, f"〔{HOSTILE}〕"), notes=(item,)
    )
    title = paragraph("fixed", carried(HOSTILE))
    found = reopen(write_docx(county(chapters=(), title=(title,), preamble=(body,))))
    assert ("Title", HOSTILE_SHOWN) in found.rows()
    assert ("Normal", f"{HOSTILE_SHOWN}〔{HOSTILE_SHOWN}〕") in found.rows()
    assert text(found.comments[0]).count(HOSTILE_SHOWN) == 4


@pytest.mark.parametrize(
    ("written_as", "shown"),
    [
        ("\u3000\u3000甲", "甲"),
        ("甲\u3000乙 ", "甲\u3000乙"),
        ("\ud800甲", "甲"),
        ("甲\U0001fffe", "甲"),
        ("龘\ue000𫓧", "龘\ue000𫓧"),
        ("葛󠄀", "葛󠄀"),
    ],
    ids=["typed indent", "inner blank", "lone surrogate", "noncharacter", "private use", "variant"],
)  # fmt: skip
def test_characters(written_as: str, shown: str) -> None:
    body = paragraph("carried", carried(written_as))
    assert ("Normal", shown) in reopen(write_docx(county(chapters=(), preamble=(body,)))).rows()


@pytest.mark.parametrize(
    ("agency", "signature", "date"),
    [("青禾县人民政府", 19, 21), ("青禾县住房和城乡建设局", 15, 17), ("松塘镇", 17, 19)],
    ids=["as long as the date", "longer", "shorter"],
)
def test_signature_and_date_stand_where_the_standard_wants_them(
    agency: str, signature: int, date: int
) -> None:
    found = reopen(write_docx(county(signature=(paragraph("fixed", carried(agency)),))))
    indents = {
        found.style(p): int(indent.get(w("left"), "")) / 315
        for p in found.paragraphs()
        for indent in p.iter(w("ind"))
    }
    assert indents == {"落款": signature, "成文日期": date}
    reach = [indent.get(w("right")) for p in found.paragraphs() for indent in p.iter(w("ind"))]
    assert reach == [None, "-630"]  # a date never breaks, whatever the font's figures are


def test_signature_and_date_never_stand_alone_on_a_page() -> None:
    found = reopen(write_docx(county(attachments=())))
    rows = [
        (found.style(p), p.find(f"{w('pPr')}/{w('keepNext')}") is not None)
        for p in found.paragraphs()
    ]
    signature = [style for style, _ in rows].index("落款")
    assert text(found.paragraphs()[signature - 2]) == "特此报告。"
    assert rows[signature - 2 : signature] == [("Normal", True), ("空行", True)]
    assert sum(is_kept for _, is_kept in rows) == 2  # the other styles say it themselves


def test_a_style_sheet_with_comments_of_its_own_keeps_none_of_them(tmp_path: Path) -> None:
    """An office annotates its template in Word; those remarks are not about this report."""
    (tmp_path / "style.docx").write_bytes(write_docx(county()))
    data = write_docx(county(chapters=(), preamble=()), tmp_path)
    parts = read_package(data)
    assert "word/comments.xml" not in parts
    assert b"comments" not in parts["[Content_Types].xml"] + parts["word/_rels/document.xml.rels"]
    assert write_docx(county(), tmp_path)


def style_sheet(folder: Path, part: str, *changes: tuple[bytes, bytes]) -> None:
    """A style sheet like the shipped one, with some bytes of a part replaced."""
    parts = read_package(write_docx(county()))
    for before, after in changes:
        assert before in parts[part]
        parts[part] = parts[part].replace(before, after)
    (folder / "style.docx").write_bytes(write_package(parts))


def test_a_style_sheet_without_drafters_marks_is_refused(tmp_path: Path) -> None:
    style_sheet(tmp_path, "word/styles.xml", ("沿用文字".encode(), "别的".encode()))
    with pytest.raises(TemplateError, match=r"style\.docx.*沿用文字"):
        write_docx(county(), tmp_path)


def test_page_of_an_offices_own_style_sheet_stays_as_it_is(tmp_path: Path) -> None:
    style_sheet(tmp_path, "word/document.xml", (b'w:left="1587"', b'w:left="1000"'))
    margins = next(reopen(write_docx(county(), tmp_path)).document.iter(w("pgMar")))
    assert margins.get(w("left")) == "1000"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
         b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
        (b"w:body", b"w:other"),
    ],
    ids=["strict", "no body"],
)  # fmt: skip
def test_a_style_sheet_without_a_body_is_refused(
    tmp_path: Path, before: bytes, after: bytes
) -> None:
    style_sheet(tmp_path, "word/document.xml", (before, after))
    with pytest.raises(TemplateError, match=r"style\.docx.*没有正文"):
        write_docx(county(), tmp_path)


def test_a_style_sheet_with_an_instruction_of_its_own_is_used(tmp_path: Path) -> None:
    own = (b"<w:sectPr>", b"<w:sectPr><?drafter body?>")
    style_sheet(tmp_path, "word/document.xml", own)
    assert reopen(write_docx(county(), tmp_path)).rows() == reopen(write_docx(county())).rows()


def test_a_style_sheet_may_call_the_namespace_as_it_likes(tmp_path: Path) -> None:
    """A program that is not Word saved it: `ns0:p` is the same element as `w:p`."""
    style_sheet(
        tmp_path, "word/document.xml",
        (b"<w:", b"<ns0:"), (b"</w:", b"</ns0:"), (b" w:", b" ns0:"), (b"xmlns:w=", b"xmlns:ns0="),
    )  # fmt: skip
    found = reopen(write_docx(county(), tmp_path))
    assert found.rows() == reopen(write_docx(county())).rows()


@pytest.mark.parametrize("profile", [name for name, _ in sample_drafts()])
def test_openxml_audit_reports_no_error(profile: str, tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit")
    path = tmp_path / "draft.docx"
    path.write_bytes(write_docx(dict(sample_drafts())[profile]))
    assert audit.OpenXmlValidator().validate(path).errors == []


def test_openxml_audit_reports_no_error_on_the_rich_draft(tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit")
    path = tmp_path / "draft.docx"
    path.write_bytes(write_docx(county(), epoch=1_800_000_000))
    assert audit.OpenXmlValidator().validate(path).errors == []


def test_a_heading_can_bear_notes() -> None:
    chapter = county().chapters[1]
    assert chapter.heading == heading("二、党政主要负责人履行职责情况", 1, *chapter.heading.notes)
    found = reopen(write_docx(county(chapters=(chapter,), preamble=())))
    assert [c.get(w("author")) for c in found.comments] == ["缺口"]


# ------------------------------------------------------------------------------- tables


def rows_of(*texts: str) -> list[DraftParagraph]:
    return [paragraph("carried", carried(words), is_row=True) for words in texts]


def tables_of(*paragraphs: DraftParagraph) -> list[Table]:
    section = DraftSection(heading("（一）规范执法", 2), None, paragraphs)
    chapter = DraftChapter("achievements", heading("一、举措", 1), (section,))
    return docx.Document(io.BytesIO(write_docx(county((chapter,))))).tables


def test_rows_that_follow_each_other_are_one_table() -> None:
    between = paragraph("carried", carried("表二如下。"))
    tables = tables_of(*rows_of("类别|件数", "立案|—"), between, *rows_of("类别|场次"))
    assert [[[c.text for c in row.cells] for row in t.rows] for t in tables] == [
        [["类别", "件数"], ["立案", "—"]],
        [["类别", "场次"]],
    ]


def test_the_last_cell_of_a_short_row_spans_the_rest() -> None:
    (table,) = tables_of(*rows_of("类别|立案|结案", "合计|—"))
    assert [cell.grid_span for cell in table.rows[1].cells] == [1, 2, 2]


def test_the_notes_of_a_row_stand_at_its_first_cell() -> None:
    note = Note("核对", (NoteItem("S01", "可能已过时。", "核对。"),))
    row = paragraph("carried", carried("立案|—"), notes=(note,), is_row=True)
    (table,) = tables_of(row)
    first, second = table.rows[0].cells
    assert "commentRangeStart" in first._tc.xml  # noqa: SLF001 -- python-docx has no other way
    assert "commentRangeStart" not in second._tc.xml  # noqa: SLF001
