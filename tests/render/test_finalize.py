"""The clean file: refused with a list while something is open, then without a trace of the work."""

from __future__ import annotations

import copy
import io
from pathlib import Path

import docx
import pytest
from lxml import etree

from drafter.errors import NotSkeletonError
from drafter.knowledge import load
from drafter.model import DraftChapter, DraftSection, Field, Note, NoteItem
from drafter.options import FinalOptions
from drafter.render.fields import controls, write_control
from drafter.render.finalize import finalize_docx
from drafter.render.leftovers import FinalResult
from drafter.render.ooxml import W, w
from drafter.render.word import write_docx
from tests.render.reopened import Reopened, reopen, text
from tests.render.samples import carried, county, heading, paragraph
from tests.render.worked import DOCUMENT, child_of, edited, lose, parts_of, zipped

KNOWLEDGE = load()
PLACE = "一、举措 > （一）规范执法"
NOTE = Note("核对", (NoteItem("S01", "“八五普法”有时效。", "核对。"),))
FIELDS = {
    "F001": Field("F001", "审查文件（件）", "〔审查文件，上年29〕"),
    "F002": Field("F002", "新建站点（个）", "〔新建站点，上年4〕"),
    "B001": Field("B001", "本年：建成站点", "〔待填〕"),
    "B002": Field("B002", "本年落实：修订细则", "〔待填〕"),
    "B003": Field("B003", "是否已解决：人手不足", "〔待填〕"),
    "B004": Field("B004", "第一责任人履职", "〔待填：第一责任人履职情况〕"),
}
LINES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("carried", ("审查文件", "F001", "件。")),
    ("prompt", ("上年做法：建成站点4个。本年：新建站点", "F002", "个；", "B001")),
    ("prompt", ("上年承诺：修订细则。本年落实：", "B002")),
    ("prompt", ("上年不足：人手不足。是否已解决：", "B003")),
    ("blank", ("B004",)),
)
ANSWERS = {
    "F001": "35",
    "F002": "6",
    "B001": "另建驿站1处",
    "B002": "修订细则2件，已经印发。",
    "B003": "招录5名执法人员，人手不足的问题已解决",
    "B004": "县长全年听取汇报4次。",
    "date": "2027年1月20日",
}
BODY = [
    ("Normal", "审查文件35件。"),
    ("Normal", "新建站点6个；另建驿站1处。"),
    ("Normal", "修订细则2件，已经印发。"),
    ("Normal", "招录5名执法人员，人手不足的问题已解决。"),
    ("Normal", "县长全年听取汇报4次。"),
]


def skeleton() -> bytes:
    paragraphs = [
        paragraph(
            kind,  # type: ignore[arg-type]  # one of the literals, as the table above has them
            *(FIELDS.get(part) or carried(part) for part in line),
            notes=(NOTE,) if kind == "carried" else (),
        )
        for kind, line in LINES
    ]
    sections = (DraftSection(heading("（一）规范执法", 2), None, tuple(paragraphs)),)
    return write_docx(county((DraftChapter("achievements", heading("一、举措", 1), sections),)))


def filled(**changes: str) -> bytes:
    """The skeleton with every control filled, as a person does it."""

    def fill_in(root: etree._Element) -> None:
        for control in controls(root) or []:
            write_control(control, (ANSWERS | changes)[control.tag])
        for sdt in root.iter(w("sdt")):  # the sample's own tag for the date is none of drafter's
            if "〔" in text(sdt):
                next(sdt.iter(w("t"))).text = ANSWERS["date"]

    return edited(skeleton(), fill_in)


def final(data: bytes, **options: bool) -> FinalResult:
    return finalize_docx(data, "2026.docx", FinalOptions(**options), KNOWLEDGE)


def clean(data: bytes, **options: bool) -> Reopened:
    result = final(data, **options)
    assert result.leftovers == ()
    assert result.data is not None
    return reopen(result.data)


def body(word: Reopened) -> list[tuple[str, str]]:
    """What stands between the section's heading and the closing words."""
    rows = word.rows()
    return rows[
        rows.index(("heading 2", "（一）规范执法")) + 1 : rows.index(("Normal", "特此报告。"))
    ]


def line(root: etree._Element, begins: str) -> etree._Element:
    return next(p for p in root.iter(w("p")) if text(p).startswith(begins))


def fragment(xml: str) -> etree._Element:
    return etree.fromstring(xml.replace(" ", f' xmlns:w="{W}" ', 1))


def say(paragraph_: etree._Element, words: str) -> None:
    """Let a paragraph say something else, as a person types it over."""
    for part in list(paragraph_):
        if part.tag != w("pPr"):
            paragraph_.remove(part)
    run = etree.SubElement(paragraph_, w("r"))
    etree.SubElement(run, w("t")).text = words


# ---------------------------------------------------------------------------------- refusing


def test_a_fresh_skeleton_is_refused_with_all_that_is_open() -> None:
    result = final(skeleton())
    assert result.data is None
    assert [(b.words, b.place) for b in result.blanks] == [
        ("〔审查文件，上年29〕", PLACE),
        ("〔待填：第一责任人履职情况〕", PLACE),
        ("〔成文日期〕", PLACE),
    ]
    assert [p.words[:4] for p in result.prompts] == ["上年做法", "上年承诺", "上年不足"]
    assert {(p.place, p.reason) for p in result.prompts} == {
        (PLACE, "还有没填的空；已写进正文的，请删去这段提示")
    }
    assert result.revisions == result.comments == ()


@pytest.mark.parametrize("answer", ["已解决", "是。", "是，已解决。", "同上", "35"])
def test_an_answer_that_is_no_sentence_counts_as_none(answer: str) -> None:
    (prompt,) = final(filled(B003=answer)).prompts
    assert prompt.words == f"上年不足：人手不足。是否已解决：{answer}"
    assert "不能单独成段" in prompt.reason


@pytest.mark.parametrize(
    ("answer", "is_moot"),
    [
        ("已解决，招录执法人员5名", True),
        ("目前已全部整改到位。", True),
        ("问题已解决，招录执法人员5名", True),
        ("部分解决，还缺3人", False),
        ("已解决大部分，仍缺3人", False),
        ("已整改完成2个乡镇，其余3个乡镇仍未解决", False),
        ("尚未解决，编制没有落实", False),
    ],
)
def test_what_is_solved_needs_no_measures(answer: str, *, is_moot: bool) -> None:
    def ask(root: etree._Element) -> None:
        prompt = line(root, "上年不足")
        say(prompt, f"上年不足：人手不足（可能对应的上年承诺：招录）。是否已解决：{answer}")
        remedy = copy.deepcopy(prompt)
        say(remedy, "上年不足：人手不足。如仍存在，下年措施：〔待填〕")
        prompt.addnext(remedy)

    result = final(edited(filled(), ask))
    assert bool(result.leftovers) is not is_moot
    if is_moot:
        assert result.data is not None
        assert "〔待填〕" not in "".join(words for _, words in reopen(result.data).rows())
        assert [row.what for row in result.left_out] == ["已解决的不足，不需要下年措施"]
        assert [row.words for row in result.solved] == [answer]


def test_an_emptied_control_is_a_blank_and_an_emptied_answer_none() -> None:
    result = final(filled(F001="", B002="单击或点击此处输入文字。"))
    assert [b.words for b in result.blanks] == ["审查文件（件）"]
    # Word's own words in a control without its placeholder state are words of a person.
    assert result.prompts == ()

    def empty(root: etree._Element) -> None:
        for control in controls(root):
            if control.tag == "B002":
                next(control.element.iter(w("t"))).text = "单击或点击此处输入文字。"
                etree.SubElement(child_of(control.element, "sdtPr"), w("showingPlcHdr"))

    (prompt,) = final(edited(filled(), empty)).prompts
    assert prompt.reason == "还有没填的空；已写进正文的，请删去这段提示"


def test_a_date_picker_nobody_used_is_a_blank() -> None:
    def add(root: etree._Element) -> None:
        line(root, "审查文件").append(
            fragment(
                "<w:sdt ><w:sdtPr><w:tag w:val='日期'/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
                "<w:r><w:t>单击此处输入日期。</w:t></w:r></w:sdtContent></w:sdt>"
            )
        )

    assert [b.words for b in final(edited(filled(), add)).blanks] == ["单击此处输入日期。"]


def test_headings_that_only_their_numerals_tell_give_places_too() -> None:
    file = docx.Document()
    lines = ("一、举措", "（一）规范执法。全县检查〔待填〕次。", "二、不足", "本年还有〔待填〕项。")
    for line in lines:
        file.add_paragraph(line)
    saved = io.BytesIO()
    file.save(saved)
    places = [blank.place for blank in final(saved.getvalue()).blanks]
    assert places == [PLACE, "二、不足"]


def test_the_year_of_a_document_number_is_no_blank() -> None:
    def add(root: etree._Element) -> None:
        say(line(root, "县长全年"), "印发《细则》（青政发〔2026〕8号）。")

    assert ("Normal", "印发《细则》（青政发〔2026〕8号）。") in body(clean(edited(filled(), add)))


def test_a_draft_whose_controls_were_lost_is_known_by_its_words() -> None:
    result = final(edited(skeleton(), lose))
    assert result.blanks[0].words == "〔审查文件，上年29〕"
    assert len(result.prompts) == 3


def test_a_prompt_that_lost_its_style_is_known_by_its_words() -> None:
    def strip(root: etree._Element) -> None:
        lose(root)
        for style in list(root.iter(w("pStyle"))):
            style.set(w("val"), "Normal")

    assert len(final(edited(skeleton(), strip)).prompts) == 3
    assert ("Normal", "修订细则2件，已经印发。") in clean(edited(filled(), strip)).rows()


def test_a_quotation_without_its_question_cannot_be_parted() -> None:
    def rewrite(root: etree._Element) -> None:
        say(line(root, "上年承诺"), "上年承诺：修订细则，今年修订了2件。")

    (prompt,) = final(edited(filled(), rewrite)).prompts
    assert "分不清" in prompt.reason


@pytest.mark.parametrize(
    ("part", "content", "reason"),
    [
        (None, "PK nothing", "不是完好的"),
        (DOCUMENT, "<w:document", "内容已损坏"),
        (DOCUMENT, "<w:document xmlns:w='http://purl.oclc.org/ooxml/x'/>", "严格"),
        ("word/styles.xml", "<", "内容已损坏"),
        ("word/footer1.xml", "<", "内容已损坏"),
        ("word/comments.xml", "<", "内容已损坏"),
        ("word/settings.xml", "<", "内容已损坏"),
        ("docProps/core.xml", "<", "内容已损坏"),
        ("[Content_Types].xml", "<", "内容已损坏"),
    ],
)
def test_a_broken_file_is_refused_in_words(part: str | None, content: str, reason: str) -> None:
    broken = content.encode()
    data = zipped(parts_of(filled()) | {part: broken}) if part else broken
    with pytest.raises(NotSkeletonError, match=reason):
        final(data)


# ---------------------------------------------------------------------------------- cleaning


def test_a_filled_draft_becomes_text_and_nothing_else() -> None:
    result = final(filled())
    assert result.data is not None
    assert result.answers == tuple(words for _, words in BODY[1:4])
    word = reopen(result.data)
    assert body(word) == BODY
    assert list(word.document.iter(w("sdt"))) == []
    assert word.comments == ()
    assert word.runs("沿用文字") == word.runs("Placeholder Text") == []
    assert "commentReference" not in etree.tostring(word.document, encoding="unicode")
    assert {"上年提示", "待填段落"}.isdisjoint(style for style, _ in word.rows())
    assert "word/comments.xml" not in parts_of(result.data)
    assert b"comments" not in parts_of(result.data)["[Content_Types].xml"]
    read = [p.text for p in docx.Document(io.BytesIO(result.data)).paragraphs]
    assert read == [row for _, row in word.rows()]


def test_headings_frame_and_page_stay_as_they_were() -> None:
    before, after = parts_of(filled()), parts_of(final(filled()).data or b"")
    rows, drafted = clean(filled()).rows(), reopen(filled()).rows()
    kept = [row for row in drafted if row[0] not in ("上年提示", "待填段落")]
    assert [row for row in rows if row not in BODY] == [row for row in kept if row not in BODY]
    for part in ("word/styles.xml", "word/theme/theme1.xml", "word/fontTable.xml"):
        assert after[part] == before[part]
    for root in (etree.fromstring(p[DOCUMENT]) for p in (before, after)):
        (section,) = root.iter(w("sectPr"))
        assert child_of(section, "pgMar").get(w("top")) == "2098"
        assert len(section.findall(w("footerReference"))) == 2


def test_a_second_run_changes_no_byte() -> None:
    once = final(filled()).data or b""
    assert final(once).data == once
    assert final(filled()).data == once


def test_formatting_of_people_stays_in_an_answer() -> None:
    def embolden(root: etree._Element) -> None:
        run = list(line(root, "上年承诺").iter(w("r")))[-1]
        etree.SubElement(child_of(run, "rPr"), w("b"))

    word = clean(edited(filled(), embolden))
    run = next(line(word.document, "修订细则2件").iter(w("r")))
    assert run.find(f"{w('rPr')}/{w('b')}") is not None


def test_an_answer_whose_question_was_deleted_by_hand_stands() -> None:
    def rewrite(root: etree._Element) -> None:
        say(line(root, "上年承诺"), "修订细则2件。")
        say(line(root, "上年不足"), "是否已解决：招录执法人员5名。")

    rows = body(clean(edited(filled(), rewrite)))
    assert rows[2:4] == [("Normal", "修订细则2件。"), ("Normal", "招录执法人员5名。")]


def test_an_answer_typed_below_its_question_stands() -> None:
    def part(root: etree._Element) -> None:
        prompt = line(root, "上年承诺")
        say(prompt, "上年承诺：修订细则。本年落实：")
        below = etree.fromstring(etree.tostring(prompt))
        say(below, "修订细则2件，已经印发。")
        prompt.addnext(below)

    assert body(clean(edited(filled(), part))) == BODY


def test_an_answer_that_the_section_says_already_is_not_doubled() -> None:
    def repeat(root: etree._Element) -> None:
        say(line(root, "县长全年"), "县长听取汇报。修订细则2件，已经印发。")

    result = final(edited(filled(), repeat))
    assert result.data is not None
    rows = [row for _, row in body(reopen(result.data))]
    assert rows.count("修订细则2件，已经印发。") == 0
    assert rows[-1] == "县长听取汇报。修订细则2件，已经印发。"
    assert [(row.what, row.words) for row in result.left_out] == [
        ("本节已经写了的答复", "修订细则2件，已经印发。")
    ]


def test_alike_answers_of_two_matters_both_stand_and_name_them() -> None:
    result = final(filled(B002="已按期完成了", B003="已按期完成了"))
    assert result.answers[1:3] == (
        "上年提出的“修订细则”，已按期完成了。",
        "上年指出的“人手不足”，已按期完成了。",
    )
    assert result.left_out == ()


def test_controls_of_others_are_unwrapped_with_their_text() -> None:
    def add(root: etree._Element) -> None:
        inner = "<w:sdt><w:sdtContent><w:r><w:t>乙</w:t></w:r></w:sdtContent></w:sdt>"
        row = (
            "<w:tbl ><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:sdt><w:sdtContent>"
            f"<w:tc><w:tcPr/><w:p><w:r><w:t>甲</w:t></w:r>{inner}</w:p></w:tc>"
            "</w:sdtContent></w:sdt></w:tr></w:tbl>"
        )
        line(root, "县长全年").addnext(fragment(row))

    word = clean(edited(filled(), add))
    assert [text(cell) for cell in word.document.iter(w("tc"))] == ["甲乙"]
    assert list(word.document.iter(w("sdt"))) == []


# -------------------------------------------------------------------- what people left


def revise(root: etree._Element) -> None:
    """Somebody (李) adds, takes away, joins two paragraphs and changes a format."""
    target = line(root, "审查文件")
    target.append(fragment("<w:ins w:id='1' w:author='李'><w:r><w:t>增补。</w:t></w:r></w:ins>"))
    target.append(
        fragment("<w:del w:id='2' w:author='李'><w:r><w:delText>删去。</w:delText></w:r></w:del>")
    )
    mark = "<w:rPr ><w:del w:id='3' w:author='李'/></w:rPr>"
    child_of(target, "pPr").append(fragment(mark))
    added = (
        "<w:p ><w:pPr><w:pStyle w:val='Normal'/></w:pPr><w:r><w:rPr><w:b/>"
        "<w:rPrChange w:id='4' w:author='王'><w:rPr/></w:rPrChange></w:rPr>"
        "<w:t>后段。</w:t></w:r></w:p>"
    )
    target.addnext(fragment(added))


def test_tracked_changes_are_listed_with_their_author_and_stay() -> None:
    result = final(edited(filled(), revise))
    assert result.data is None
    assert [(r.kind, r.author, r.words, r.place) for r in result.revisions] == [
        ("insertion", "李", "增补。", PLACE),
        ("deletion", "李", "删去。", PLACE),
        ("format", "王", "后段。", PLACE),
    ]


def test_tracked_changes_are_accepted_only_when_told() -> None:
    word = clean(edited(filled(), revise), accept_changes=True)
    assert body(word)[0] == ("Normal", "审查文件35件。增补。后段。")
    left = {etree.QName(e).localname for e in word.document.iter("*")}
    assert left.isdisjoint({"ins", "del", "delText", "rPrChange"})


def test_changes_in_a_footer_and_deleted_rows_are_accepted_too() -> None:
    def delete(root: etree._Element) -> None:
        row = "<w:tr>{}<w:tc><w:tcPr/><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
        rows = row.format("<w:trPr><w:del w:id='5' w:author='李'/></w:trPr>", "旧") + row.format(
            "", "新"
        )
        table = f"<w:tbl ><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{rows}</w:tbl>"
        line(root, "县长全年").addnext(fragment(table))

    parts = parts_of(edited(filled(), delete))
    footer = etree.fromstring(parts["word/footer1.xml"])
    revised = "<w:ins w:id='9' w:author='李'><w:r><w:t>页</w:t></w:r></w:ins>"
    child_of(footer, "p").append(fragment(revised))
    data = zipped(parts | {"word/footer1.xml": etree.tostring(footer)})
    assert {(r.words, r.place) for r in final(data).revisions} == {("旧", PLACE), ("页", "")}
    word = clean(data, accept_changes=True)
    assert [text(row) for row in word.document.iter(w("tr"))] == ["新"]
    assert (
        b"<w:ins " not in parts_of(final(data, accept_changes=True).data or b"")["word/footer1.xml"]
    )


def test_a_paragraph_deleted_with_tracking_leaves_no_empty_one() -> None:
    def delete(root: etree._Element) -> None:
        target = line(root, "县长全年")
        (sdt,) = target.iter(w("sdt"))
        run = next(sdt.iter(w("r")))
        next(run.iter(w("t"))).tag = w("delText")
        gone = fragment("<w:del w:id='6' w:author='李'/>")
        run.addprevious(gone)
        gone.append(run)
        child_of(target, "pPr").append(fragment("<w:rPr ><w:del w:id='7' w:author='李'/></w:rPr>"))

    assert body(clean(edited(filled(), delete), accept_changes=True)) == BODY[:-1]


def remarked(data: bytes) -> bytes:
    """The draft with a comment by a person (赵) at the first line of the section."""
    parts = parts_of(data)
    root, comments = (etree.fromstring(parts[p]) for p in (DOCUMENT, "word/comments.xml"))
    run = line(root, "审查文件").findall(w("r"))[-1]
    run.addnext(fragment("<w:r ><w:commentReference w:id='77'/></w:r>"))
    comments.append(
        fragment(
            "<w:comment w:id='77' w:author='赵' w:initials='赵'>"
            "<w:p><w:r><w:t>请再核一下</w:t></w:r></w:p></w:comment>"
        )
    )
    changed = {DOCUMENT: etree.tostring(root), "word/comments.xml": etree.tostring(comments)}
    return zipped(parts | changed)


def test_comments_of_people_are_listed_and_dropped_only_when_told() -> None:
    result = final(remarked(filled()))
    assert result.data is None
    assert [(c.author, c.words, c.place) for c in result.comments] == [("赵", "请再核一下", PLACE)]
    assert clean(remarked(filled()), drop_comments=True).comments == ()


def test_what_a_person_writes_into_a_comment_of_drafters_is_listed() -> None:
    parts = parts_of(filled())
    comments = etree.fromstring(parts["word/comments.xml"])
    comments[0].append(fragment("<w:p ><w:r><w:t>已请示县委办，下周定</w:t></w:r></w:p>"))
    data = zipped(parts | {"word/comments.xml": etree.tostring(comments)})
    (listed,) = final(data).comments
    assert "已请示县委办，下周定" in listed.words


# ------------------------------------------------------------------------------------ traces


def test_no_author_session_or_path_is_left() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>报告</dc:title>'
        "<dc:creator>张三</dc:creator><cp:lastModifiedBy>李四</cp:lastModifiedBy>"
        "<cp:revision>12</cp:revision><dc:language>zh-CN</dc:language></cp:coreProperties>"
    )
    app = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><Company>司法局</Company><Manager>王五</Manager>'
        "<Template>C:/王五.dotx</Template><Application>WPS</Application></Properties>"
    )

    def mark(root: etree._Element) -> None:
        target = line(root, "审查文件")
        target.set(w("rsidR"), "00AB12CD")
        target.append(fragment("<w:bookmarkStart w:id='8' w:name='_GoBack'/>"))
        target.append(fragment("<w:bookmarkEnd w:id='8'/>"))

    parts = parts_of(edited(filled(), mark))
    settings = etree.fromstring(parts["word/settings.xml"])
    settings.append(fragment("<w:trackRevisions />"))
    settings.append(fragment("<w:rsids ><w:rsid w:val='00AB12CD'/></w:rsids>"))
    parts |= {
        "docProps/core.xml": core.encode(),
        "docProps/app.xml": app.encode(),
        "docProps/custom.xml": "<甲/>".encode(),
        "word/settings.xml": etree.tostring(settings),
    }
    after = parts_of(final(zipped(parts)).data or b"")
    everything = b"".join(after.values()).decode()
    for trace in (
        "张三",
        "李四",
        "王五",
        "司法局",
        "rsid",
        "_GoBack",
        "trackRevisions",
        "revision",
    ):
        assert trace not in everything
    assert "<dc:title>报告</dc:title>" in everything
    assert "docProps/custom.xml" not in after


def test_the_clean_file_names_no_program() -> None:
    app = parts_of(final(filled()).data or b"")["docProps/app.xml"]
    assert b"Application" not in app


def with_prompts_heading(
    root: etree._Element, *, words: str = "（二）针对仍存在的不足采取的措施"
) -> None:
    """A section of drafter's for prompts, which a person has emptied."""
    heading_ = etree.fromstring(etree.tostring(line(root, "（一）规范执法")))
    say(heading_, words)
    line(root, "特此报告").addprevious(heading_)


def test_a_heading_made_for_prompts_goes_with_the_last_of_them() -> None:
    result = final(edited(filled(), with_prompts_heading))
    assert [(row.what, row.words) for row in result.left_out] == [
        ("下面没有内容的小标题", "（二）针对仍存在的不足采取的措施")
    ]
    assert body(reopen(result.data or b"")) == BODY


def test_a_heading_made_for_prompts_stays_above_what_a_person_wrote() -> None:
    def work(root: etree._Element) -> None:
        with_prompts_heading(root)
        below = etree.fromstring(etree.tostring(line(root, "特此报告")))
        say(below, "增加执法人员4名。")
        line(root, "特此报告").addprevious(below)

    result = final(edited(filled(), work))
    assert result.left_out == ()
    assert ("heading 2", "（二）针对仍存在的不足采取的措施") in reopen(result.data or b"").rows()


def test_an_empty_heading_of_a_person_is_left_to_the_person() -> None:
    def work(root: etree._Element) -> None:
        with_prompts_heading(root, words="（二）加强执法监督")

    assert final(edited(filled(), work)).left_out == ()


def footnoted(data: bytes, words: str) -> bytes:
    """A note at the end of the paragraph about 审查文件."""

    def mark(root: etree._Element) -> None:
        line(root, "审查文件").append(fragment("<w:r ><w:footnoteReference w:id='2'/></w:r>"))

    parts = parts_of(edited(data, mark))
    note = f"<w:footnote w:id='2'><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote>"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    added = {
        "[Content_Types].xml": f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/>',
        "word/_rels/document.xml.rels": (
            f'<Relationship Id="rId99" Type="{relation}" Target="footnotes.xml"/>'
        ),
    }
    for part, row in added.items():
        root = etree.fromstring(parts[part])
        made = etree.fromstring(row.replace(" ", f' xmlns="{etree.QName(root).namespace}" ', 1))
        root.append(made)
        parts[part] = etree.tostring(root)
    notes = etree.tostring(fragment(f"<w:footnotes >{note}</w:footnotes>"))
    return zipped(parts | {"word/footnotes.xml": notes})


def test_a_blank_in_a_footnote_stands_under_the_headings_of_its_mark() -> None:
    result = final(footnoted(filled(), "据统计局〔待填〕数据。"))
    assert [(b.words, b.place) for b in result.blanks] == [("〔待填〕", f"{PLACE} > 脚注")]


def test_a_tracked_row_stands_under_the_headings_of_its_table() -> None:
    def work(root: etree._Element) -> None:
        row = "<w:tr><w:trPr><w:ins w:id='71' w:author='赵六'/></w:trPr><w:tc><w:p/></w:tc></w:tr>"
        line(root, "县长全年").addnext(fragment(f"<w:tbl ><w:tblPr/><w:tblGrid/>{row}</w:tbl>"))

    (row,) = final(edited(filled(), work)).revisions
    assert (row.kind, row.place) == ("insertion", PLACE)


# ------------------------------------------------------------------------------------ public


def annexed(root: etree._Element) -> None:
    """Pages behind the date, parted by a section break."""
    (date,) = (p for p in root.iter(w("p")) if text(p) == ANSWERS["date"])
    section = next(root.iter(w("sectPr")))
    child_of(date, "pPr").append(etree.fromstring(etree.tostring(section)))
    child_of(section, "pgMar").set(w("top"), "1000")
    style = "<w:pPr><w:pStyle w:val='Normal'/></w:pPr>"
    for words in ("统计表", "附件1"):
        date.addnext(fragment(f"<w:p >{style}<w:r><w:t>{words}</w:t></w:r></w:p>"))


@pytest.mark.parametrize("styled", [True, False])
def test_the_copy_for_the_website_leaves_out_addressee_and_annexes(*, styled: bool) -> None:
    def work(root: etree._Element) -> None:
        annexed(root)
        for style in root.iter(w("pStyle")):
            if not styled and style.get(w("val")) in ("Addressee", "Attachment", "AttachmentMore"):
                style.set(w("val"), "Normal")

    word = clean(edited(filled(), work), public=True)
    rows = [row for _, row in word.rows()]
    assert "北岸市人民政府：" not in rows
    assert rows[rows.index("特此报告。") :] == ["特此报告。", "", "青禾县人民政府", ANSWERS["date"]]
    (section,) = word.document.iter(w("sectPr"))
    assert child_of(section, "pgMar").get(w("top")) == "2098"


def test_what_the_copy_for_the_website_leaves_out_is_told() -> None:
    result = final(edited(filled(), annexed), public=True)
    assert [(row.what, row.words) for row in result.left_out] == [
        ("主送机关", "北岸市人民政府："),
        ("附件", "附件1 统计表（共2段）"),
        ("附件说明", "附件：1．任务清单"),
        ("附件说明", "2．统计表"),
    ]


def test_the_imprint_behind_the_annexes_stays() -> None:
    imprint = ("抄送：市委依法治市办。", "青禾县人民政府办公室　　2027年1月22日印发")

    def work(root: etree._Element) -> None:
        annexed(root)
        for words in imprint:
            row = fragment(f"<w:p ><w:r><w:t>{words}</w:t></w:r></w:p>")
            next(root.iterfind(w("body"))).insert(-1, row)

    result = final(edited(filled(), work), public=True)
    paragraphs = docx.Document(io.BytesIO(result.data or b"")).paragraphs
    assert [p.text for p in paragraphs][-3:] == [ANSWERS["date"], *imprint]
    assert ("附件", "附件1 统计表（共2段）") in [(row.what, row.words) for row in result.left_out]


@pytest.mark.parametrize(
    ("words", "is_kept"),
    [("（联系人：李四，电话：0571-2345678）", False), ("（此件公开发布）", True)],
)
def test_whom_to_call_is_left_out_below_the_date_only(*, words: str, is_kept: bool) -> None:
    def work(root: etree._Element) -> None:
        row = fragment(f"<w:p ><w:r><w:t>{words}</w:t></w:r></w:p>")
        next(root.iterfind(w("body"))).insert(-1, row)

    result = final(edited(filled(), work), public=True)
    paragraphs = docx.Document(io.BytesIO(result.data or b"")).paragraphs
    assert (words in [p.text for p in paragraphs]) == is_kept
    assert (("附注", words) in [(row.what, row.words) for row in result.left_out]) != is_kept


def test_what_the_text_still_says_about_annexes_is_told() -> None:
    def work(root: etree._Element) -> None:
        annexed(root)
        say(line(root, "县长全年"), "县长听取汇报4次（详见附件1）。")

    result = final(edited(filled(), work), public=True)
    assert [(row.words, row.place) for row in result.dangling] == [
        ("县长听取汇报4次（详见附件1）。", PLACE)
    ]
    assert final(edited(filled(), work)).dangling == ()


def test_without_public_everything_stays() -> None:
    rows = [row for _, row in clean(edited(filled(), annexed)).rows()]
    assert {"北岸市人民政府：", "附件：1．任务清单", "2．统计表", "附件1", "统计表"} <= set(rows)


# ------------------------------------------------------------------------------------- audit


@pytest.mark.parametrize("public", [False, True])
def test_openxml_audit_reports_no_error(*, public: bool, tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit")

    def work(root: etree._Element) -> None:
        revise(root)
        annexed(root)

    data = remarked(edited(filled(), work))
    path = tmp_path / "final.docx"
    result = final(data, accept_changes=True, drop_comments=True, public=public)
    path.write_bytes(result.data or b"")
    assert audit.OpenXmlValidator().validate(path).errors == []
