"""Answers put into a draft: each at its place, everything else as it stood, every doubt told."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from msgspec.structs import replace

from drafter.errors import NotSkeletonError
from drafter.knowledge import load
from drafter.knowledge.indicators import load_indicators
from drafter.model import DraftChapter, DraftSection, Field, Note, NoteItem
from drafter.render.answers import Answers
from drafter.render.collection import Slot
from drafter.render.fill import FillResult, fill_docx
from drafter.render.ooxml import W, child, w
from drafter.render.properties import CORE
from drafter.render.replies import Book, Place, Reply, ReplyKind, RowFacts
from drafter.render.word import write_docx
from tests.render.reopened import Reopened, reopen, text
from tests.render.samples import carried, county, heading, paragraph
from tests.render.worked import DOCUMENT, child_of, edited, lose

NOTE = Note("数据", (NoteItem("F02", "只有比率。", "核实。"),))
FIELDS = {
    "F001": Field("F001", "审查文件（件）", "〔审查文件，上年29〕"),
    "F002": Field("F002", "检查增长（%）", "〔检查增长，上年12.1〕"),
    "F003": Field("F003", "公示信息（条）", "〔公示信息，上年2.8万〕"),
    "F004": Field("F004", "合格率（%）", "〔合格率，上年98.9〕"),
    "F005": Field("F005", "起数下降（%）", "〔起数下降，上年16.7〕"),
    "F006": Field("F006", "人数下降（%）", "〔人数下降，上年20〕"),
    "F007": Field("F007", "新建站点（个）", "〔新建站点，上年4〕"),
    "F008": Field("F008", "材料精简（数）", "〔材料精简，上年近三分之二〕"),
    "B001": Field("B001", "本年：建成站点", "〔待填〕"),
    "B002": Field("B002", "本年落实：修订细则", "〔待填〕"),
    "B003": Field("B003", "是否已解决：人手不足", "〔待填〕"),
    "B004": Field("B004", "本年落实：清理文件", "〔待填〕"),
    "B005": Field("B005", "成文日期", "〔成文日期〕"),
    "B006": Field("B006", "日期", "〔日期，上年8月16日〕"),
    "B007": Field("B007", "日期", "〔日期，上年6月1日〕"),
}
LINES: tuple[tuple[str | Field, ...], ...] = (
    ("审查文件", FIELDS["F001"], "件，检查同比增长", FIELDS["F002"], "%。"),
    ("公示信息", FIELDS["F003"], "条，合格率", FIELDS["F004"], "%。"),
    ("起数和人数分别下降", FIELDS["F005"], "%、", FIELDS["F006"], "%。"),
    ("上年做法：建成站点4个。本年：", FIELDS["F007"], "个；", FIELDS["B001"]),
    ("上年承诺：修订细则。本年落实：", FIELDS["B002"]),
    ("上年不足：人手不足。是否已解决：", FIELDS["B003"]),
    ("上年承诺：清理文件（已列入计划，年底前修订细则）。本年落实：", FIELDS["B004"]),
    ("写于", FIELDS["B005"]),
    ("清理结果于", FIELDS["B006"], "公布。"),
    ("普查于2025年", FIELDS["B007"], "完成。"),
    ("申请材料精简", FIELDS["F008"], "。"),
)
FACTS: dict[str, dict[str, Any]] = {
    "F001": {"unit": "件", "printed": "29", "last": Decimal(29)},
    "F002": {"unit": "%", "printed": "12.1", "last": Decimal("12.1")},
    "F003": {"unit": "条", "scale": "万", "printed": "2.8万", "last": Decimal(28000)},
    "F004": {"unit": "%", "printed": "98.9", "last": Decimal("98.9")},
    "F005": {"unit": "%", "printed": "16.7", "last": Decimal("16.7")},
    "F006": {"unit": "%", "printed": "20", "last": Decimal(20)},
    "F007": {"unit": "个", "printed": "4", "last": Decimal(4)},
    "F008": {"printed": "近三分之二"},
}


def document(*, noted: bool = False) -> bytes:
    paragraphs = [
        paragraph(
            "carried",
            *(carried(part) if isinstance(part, str) else part for part in line),
            notes=(NOTE,) if noted else (),
        )
        for line in LINES
    ]
    sections = (DraftSection(heading("（一）规范执法", 2), None, tuple(paragraphs)),)
    return write_docx(county((DraftChapter("achievements", heading("一、举措", 1), sections),)))


@pytest.fixture(name="draft")
def _draft() -> bytes:
    return document()


def slot(tag: str) -> Slot:
    line = next(line for line in LINES if FIELDS[tag] in line)
    before = line[line.index(FIELDS[tag]) - 1]
    field = FIELDS[tag]
    return Slot(tag, field.title, field.placeholder, str(before)[-24:], str(line[0]))


def said(
    tag: str, answer: str | float | Decimal, *, kind: ReplyKind | None = None,
    file: str = "a.xlsx", row: int = 2
) -> Reply:  # fmt: skip
    """One filled cell, as a workbook of ours gives it back."""
    facts = RowFacts(
        name=FIELDS[tag].title, slots={tag: slot(tag)},
        note=slot("B001") if tag == "F007" else None, **FACTS.get(tag, {}),
    )  # fmt: skip
    kind = kind or ("figure" if tag in FACTS else "text")
    is_words = isinstance(answer, str)
    number = None if is_words else Decimal(str(answer))
    words = answer if isinstance(answer, str) else ""
    return Reply(Place(file, "数据采集", row), kind, (tag,), facts, number, words)


def fill(data: bytes, *replies: Reply, cutoff: str = "") -> FillResult:
    books: dict[str, list[Reply]] = {}
    for reply in replies:
        books.setdefault(reply.place.file, []).append(reply)
    read = [Book(name, tuple(rows), cutoff) for name, rows in books.items()]
    return fill_docx(data, "2026.docx", read, Answers(load(), load_indicators()))


def lines(data: bytes) -> list[str]:
    return [row for _, row in reopen(data).rows()]


def line(data: bytes, begins: str) -> str:
    return next(row for row in lines(data) if row.startswith(begins))


def control(word: Reopened, tag: str) -> etree._Element:
    return next(
        sdt for sdt in word.document.iter(w("sdt"))
        if child(child_of(sdt, "sdtPr"), "tag").get(w("val")) == tag
    )  # fmt: skip


def comments(data: bytes) -> list[str]:
    """Comments by 数据, the author of what `fill` has to say."""
    return [text(c) for c in reopen(data).comments if c.get(w("author")) == "数据"]


# ------------------------------------------------------------------------------ places


def test_values_stand_at_their_places_with_their_units(draft: bytes) -> None:
    result = fill(draft, said("F001", 35), said("F003", 3.1), said("B002", "已修订。"))
    assert line(result.data, "审查文件") == "审查文件35件，检查同比增长〔检查增长，上年12.1〕%。"
    assert line(result.data, "公示信息") == "公示信息3.1万条，合格率〔合格率，上年98.9〕%。"
    assert line(result.data, "上年承诺") == "上年承诺：修订细则。本年落实：已修订。"
    assert (result.written, result.unmatched, result.conflicts) == (3, (), ())


def test_a_filled_blank_stays_a_field_without_placeholder_state(draft: bytes) -> None:
    word = reopen(fill(draft, said("F001", 35)).data)
    sdt = control(word, "F001")
    assert text(sdt) == "35"
    assert sdt.find(f".//{w('showingPlcHdr')}") is None
    assert "35" not in word.runs("Placeholder Text")
    other = control(word, "F002")
    assert other.find(f".//{w('showingPlcHdr')}") is not None


def test_what_is_empty_is_listed_with_its_section(draft: bytes) -> None:
    result = fill(draft, said("F001", 35))
    assert [e.tag for e in result.empty[:3]] == ["F002", "F003", "F004"]
    assert result.empty[0].place == "一、举措 > （一）规范执法"
    assert "〔成文日期〕" in [e.words for e in result.empty]


def test_all_copies_of_a_blank_are_filled(draft: bytes) -> None:
    def copy_line(root: etree._Element) -> None:
        original = next(p for p in root.iter(w("p")) if text(p).startswith("审查文件"))
        original.addnext(etree.fromstring(etree.tostring(original)))

    data = fill(edited(draft, copy_line), said("F001", 35)).data
    assert sum(row.startswith("审查文件35件") for row in lines(data)) == 2


def test_a_numbered_copy_of_a_tag_is_the_same_blank(draft: bytes) -> None:
    def number(root: etree._Element) -> None:
        for tag in root.iter(w("tag")):
            if tag.get(w("val")) == "F001":
                tag.set(w("val"), "F001~2")

    assert fill(edited(draft, number), said("F001", 35)).written == 1


# ------------------------------------------------------------------------------ rounds


def test_a_correction_replaces_and_is_told(draft: bytes) -> None:
    first = fill(draft, said("F001", 35), said("B002", "已修订。"))
    second = fill(first.data, said("F001", 36))
    assert line(second.data, "审查文件").startswith("审查文件36件")
    assert [r.words for r in second.replaced] == ["原为“35”，现改为“36”"]
    assert line(second.data, "上年承诺").endswith("已修订。")


def test_the_same_answers_again_change_no_byte(draft: bytes) -> None:
    replies = (said("F001", "35份"), said("F002", -3.2), said("B002", "已修订。"),
               said("F004", "供参考", kind="sentence"))  # fmt: skip
    first = fill(draft, *replies)
    second = fill(first.data, *replies)
    assert second.data == first.data
    assert (second.written, second.unchanged) == (0, 3)


def test_nothing_to_write_leaves_the_file_alone(draft: bytes) -> None:
    assert fill(draft, said("F001", "无")).data == draft


def test_other_parts_and_their_entries_stay(draft: bytes) -> None:
    filled = fill(draft, said("F001", 35)).data
    with zipfile.ZipFile(io.BytesIO(draft)) as a, zipfile.ZipFile(io.BytesIO(filled)) as b:
        assert a.namelist() == b.namelist()
        for before, after in zip(a.infolist(), b.infolist(), strict=True):
            assert before.date_time == after.date_time
            assert before.compress_type == after.compress_type
            if before.filename not in {DOCUMENT, CORE}:  # which has the seal
                assert a.read(before) == b.read(after)
        whole = a.read(DOCUMENT).decode(), b.read(DOCUMENT).decode()
    start = whole[0].index("〔审查文件") - 400
    assert whole[0][:start] == whole[1][:start]
    assert whole[0][-3000:] == whole[1][-3000:]


# ------------------------------------------------------------------- what people wrote


def test_edits_added_paragraphs_and_tracked_changes_stay(draft: bytes) -> None:
    def work(root: etree._Element) -> None:
        target = next(p for p in root.iter(w("p")) if text(p).startswith("审查文件"))
        run = target.find(w("r"))
        assert run is not None
        child_of(run, "t").text = "今年我们审查文件"
        style = '<w:pPr><w:pStyle w:val="Normal"/></w:pPr>'
        added = f'<w:p xmlns:w="{W}">{style}<w:r><w:t>新写的一段。</w:t></w:r></w:p>'
        target.addnext(etree.fromstring(added))
        revised = (
            f'<w:p xmlns:w="{W}">{style}'
            '<w:ins w:id="901" w:author="李"><w:r><w:t>增</w:t></w:r></w:ins>'
            '<w:del w:id="902" w:author="李"><w:r><w:delText>减</w:delText></w:r></w:del></w:p>'
        )
        target.addnext(etree.fromstring(revised))

    data = fill(edited(draft, work), said("F001", 35)).data
    assert "今年我们审查文件35件" in line(data, "今年我们")
    assert "新写的一段。" in lines(data)
    root = reopen(data).document
    assert [text(e) for e in root.iter(w("ins"))] == ["增"]
    assert [e.text for e in root.iter(w("delText"))] == ["减"]


def test_a_value_that_someone_tracked_in_is_not_overwritten(draft: bytes) -> None:
    def revise(root: etree._Element) -> None:
        content = child_of(control(Reopened(root, (), {}), "F001"), "sdtContent")
        for part in list(content):
            content.remove(part)
        inserted = f'<w:ins xmlns:w="{W}" w:id="9" w:author="李"><w:r><w:t>40</w:t></w:r></w:ins>'
        content.append(etree.fromstring(inserted))

    worked = edited(draft, revise)
    result = fill(worked, said("F001", 35))
    assert result.data == worked
    (told,) = result.conflicts
    assert "他人的修订，现为“40”" in told.words
    assert fill(worked, said("F001", 40)).conflicts == ()


def test_a_place_deleted_with_tracking_takes_no_answer(draft: bytes) -> None:
    def delete(root: etree._Element) -> None:
        content = child_of(control(Reopened(root, (), {}), "F001"), "sdtContent")
        run = child_of(content, "r")
        deleted = etree.SubElement(content, w("del"))
        deleted.append(run)
        child_of(run, "t").tag = w("delText")

    result = fill(edited(draft, delete), said("F001", 35))
    assert result.written == 0
    assert "修订中删除" in result.unmatched[0].words


def test_a_place_that_is_gone_is_told_with_the_cell(draft: bytes) -> None:
    def delete(root: etree._Element) -> None:
        target = next(p for p in root.iter(w("p")) if text(p).startswith("审查文件"))
        parent = target.getparent()
        assert parent is not None
        parent.remove(target)

    (told,) = fill(edited(draft, delete), said("F001", 35)).unmatched
    assert told.places == ("“a.xlsx”数据采集第2行",)
    assert "可能已删去" in told.words


def test_a_sheet_of_another_draft_is_noticed(draft: bytes) -> None:
    other = Slot("F001", "律师人数（名）", "〔律师人数，上年9〕")
    facts = RowFacts(slots={"F001": other})
    reply = Reply(Place("a.xlsx", "数据采集", 2), "figure", ("F001",), facts, Decimal(9))
    (told,) = fill(draft, reply).unmatched
    assert "不是同一份初稿" in told.words


@pytest.mark.parametrize("answer", ["四分之三", "近四分之三", "七成", "75%", "半数以上"])
def test_a_share_in_words_stands_as_it_is_given(draft: bytes, answer: str) -> None:
    result = fill(draft, said("F008", answer, kind="figure"))
    assert line(result.data, "申请材料") == f"申请材料精简{answer}。"


@pytest.mark.parametrize("answer", [75, "已完成"])
def test_a_share_in_words_needs_what_it_is_counted_in(draft: bytes, answer: str | int) -> None:
    (told,) = fill(draft, said("F008", answer, kind="figure")).unmatched
    assert "请写成几分之几" in told.words


def strangers(*tags: str, title: str | None = None, last: str | None = None) -> list[Reply]:
    """Answers of another draft to blanks that bear the same numbers."""
    replies = []
    for tag in tags:
        answer = said(tag, 7, file="b.xlsx")
        theirs = slot(tag)
        theirs = replace(theirs, title=title or theirs.title, words=last or theirs.words)
        facts = replace(answer.facts, slots={tag: theirs})
        replies.append(replace(answer, facts=facts))
    return replies


@pytest.mark.parametrize(
    "odd",
    [strangers("F001", "F002", "F003", title="律师（名）"),
     strangers("F001", "F002", "F003", last="〔审查文件，上年803〕")],
    ids=["other indicators", "other values of last year"],
)  # fmt: skip
def test_nothing_is_written_from_the_sheet_of_another_draft(draft: bytes, odd: list[Reply]) -> None:
    result = fill(draft, *odd, said("F004", 98, file="b.xlsx"), said("F007", 5))
    (told,) = result.foreign
    assert told.places == ("“b.xlsx”",)
    assert told.words.startswith("4 条答复都没有写入：例如编号 F001 在采集表里是")
    assert (result.written, result.unmatched) == (1, ())


def test_blanks_that_every_draft_has_do_not_make_a_sheet_this_drafts(draft: bytes) -> None:
    odd = strangers("F001", "F002", "F003", title="律师（名）")
    shared = [said(tag, "已完成。", file="b.xlsx") for tag in ("B001", "B002", "B003", "B004")]
    result = fill(draft, *odd, *shared)
    assert (len(result.foreign), result.written) == (1, 0)


def test_a_few_blanks_that_differ_do_not_make_a_sheet_another_drafts(draft: bytes) -> None:
    odd = strangers("F001", "F002", "F003", title="律师（名）")
    right = [said(tag, 5, file="b.xlsx") for tag in ("F004", "F005", "F007")]
    result = fill(draft, *odd, *right)
    assert (result.foreign, result.written, len(result.unmatched)) == ((), 3, 3)


def test_a_sheet_may_come_a_second_time(draft: bytes) -> None:
    answers = [said(tag, 5) for tag in ("F001", "F002", "F003", "F004")]
    result = fill(fill(draft, *answers).data, *answers)
    assert (result.foreign, result.written, result.unchanged) == ((), 0, 4)


# ---------------------------------------------------------------------- lost controls


@pytest.mark.parametrize(
    "loss",
    [lose, partial(lose, also_split=True), partial(lose, names_only=True)],
    ids=["controls", "controls, runs split", "names of controls"],
)
def test_lost_controls_are_found_by_words_and_put_back(
    draft: bytes, loss: Callable[[etree._Element], None]
) -> None:
    worked = edited(draft, loss)
    result = fill(worked, said("F001", 35), said("B002", "已修订。"), said("B003", "未解决。"))
    assert result.unmatched == ()
    assert line(result.data, "审查文件").startswith("审查文件35件，检查同比增长〔")
    assert line(result.data, "上年承诺").endswith("本年落实：已修订。")
    assert line(result.data, "上年不足").endswith("是否已解决：未解决。")
    assert text(control(reopen(result.data), "F001")) == "35"
    again = fill(result.data, said("F001", 36), said("B002", "已废止。"))
    assert line(again.data, "审查文件").startswith("审查文件36件")
    assert line(again.data, "上年承诺").endswith("本年落实：已废止。")


def test_filled_blanks_without_names_are_known_by_their_surroundings(draft: bytes) -> None:
    filled = fill(draft, said("F001", 35), said("F002", -3.2), said("B002", "已修订。")).data
    worked = edited(filled, partial(lose, names_only=True))
    result = fill(worked, said("F001", 36), said("F002", -3.2), said("B002", "已修订。"))
    assert result.unmatched == ()
    assert line(result.data, "审查文件") == "审查文件36件，检查同比下降3.2%。"
    assert (result.written, result.unchanged) == (1, 2)


def test_a_mere_blank_is_never_filled_by_guess(draft: bytes) -> None:
    """All controls are lost, the prompt was deleted, and other 〔待填〕 are left."""

    def work(root: etree._Element) -> None:
        lose(root)
        target = next(p for p in root.iter(w("p")) if text(p).startswith("上年承诺"))
        parent = target.getparent()
        assert parent is not None
        parent.remove(target)

    result = fill(edited(draft, work), said("B002", "已修订。"))
    assert result.written == 0
    assert len(result.unmatched) == 1


def test_the_year_of_a_file_number_is_no_blank(draft: bytes) -> None:
    def add(root: etree._Element) -> None:
        target = next(p for p in root.iter(w("p")) if text(p).startswith("审查文件"))
        words = f'<w:p xmlns:w="{W}"><w:r><w:t>苇政发〔2025〕8号。</w:t></w:r></w:p>'
        target.addnext(etree.fromstring(words))

    result = fill(edited(draft, add), said("F001", 35))
    assert not any("2025" in blank.words for blank in result.empty)


def test_a_word_file_without_blanks_is_refused() -> None:
    def strip(root: etree._Element) -> None:
        for paragraph_ in list(root.iter(w("p"))):
            if "〔" in text(paragraph_):
                parent = paragraph_.getparent()
                assert parent is not None
                parent.remove(paragraph_)

    with pytest.raises(NotSkeletonError, match="没有 drafter 的填空"):
        fill(edited(document(), strip), said("F001", 35))
    with pytest.raises(NotSkeletonError, match=r"2026\.docx"):
        fill(b"PK nothing", said("F001", 35))


# ---------------------------------------------------------------------------- numbers


@pytest.mark.parametrize(
    ("tag", "answer", "shown"),
    [
        ("F001", "35件", "审查文件35件"),
        ("F001", "３５", "审查文件35件"),
        ("F001", "近三百", "审查文件近三百件"),
        ("F001", "300余件", "审查文件300余件"),
        ("F001", 0, "审查文件0件"),
        ("F003", "3.1万余条", "公示信息3.1万余条"),
        ("F003", "31000条", "公示信息31000条"),
        ("F003", "3.1余", "公示信息3.1万余条"),
        ("F004", "99.1%", "合格率99.1%"),
        ("F004", "百分之九十八", "合格率98%"),
        ("F004", "百分之98.5", "合格率98.5%"),
        ("F004", "九成五", "合格率95%"),
        ("F004", "约九成五", "合格率约95%"),
        ("F004", "近百分之九十五", "合格率近95%"),
        ("F004", "九成", "合格率90%"),
        ("F004", "近十成", "合格率近100%"),
        ("F004", "985‰", "合格率98.5%"),
        ("F004", "99.10", "合格率99.10%"),
    ],
)
def test_the_ways_of_writing_a_number(
    draft: bytes, tag: str, answer: str | float, shown: str
) -> None:
    result = fill(draft, said(tag, answer))
    assert any(shown in row for row in lines(result.data))
    assert result.unmatched == ()


def test_a_cell_in_percent_is_a_percentage(draft: bytes) -> None:
    reply = said("F004", "0.9915")
    reply = Reply(
        reply.place, "figure", reply.tags, reply.facts, Decimal("0.9915"), "", 2, is_percent=True
    )
    assert "合格率99.15%" in line(fill(draft, reply).data, "公示信息")


@pytest.mark.parametrize("answer", ["无", "/", "待报", "29件，其中报备5件", "详见附件"])
def test_what_is_no_number_is_not_written_but_told(draft: bytes, answer: str) -> None:
    result = fill(draft, said("F001", answer))
    assert result.written == 0
    assert result.unmatched[0].answer == answer


@pytest.mark.parametrize(
    "answer", ["六月建成投用", "六月建成投用。", "六月建成投用，", "六月建成投用."]
)
def test_an_answer_that_ends_its_paragraph_ends_in_a_stop(draft: bytes, answer: str) -> None:
    first = fill(draft, said("B002", answer))
    assert line(first.data, "上年承诺：修订细则").endswith("本年落实：六月建成投用。")
    assert fill(first.data, said("B002", answer)).unchanged == 1


def test_nothing_is_no_answer_in_the_middle_of_a_sentence(draft: bytes) -> None:
    result = fill(draft, said("B006", "无"))
    assert result.written == 0
    assert "不成话" in result.unmatched[0].words


@pytest.mark.parametrize(
    "answer",
    [
        "9月",
        "９月",
        "九月",
        "9月底",
        "1月中旬",
        "6月至7月",
        "3月、4月",
        "上半年",
        "年底",
        "2025年9月",
        "9月15日",
        "3月12日、13日",
        "第三季度",
    ],
)
def test_a_month_is_a_date_within_a_sentence(draft: bytes, answer: str) -> None:
    result = fill(draft, said("B006", answer))
    assert line(result.data, "清理结果于") == f"清理结果于{answer}公布。"
    assert (result.unmatched, result.doubts) == ((), ())


@pytest.mark.parametrize("answer", ["2025-9-10", "2025/09/10", "2025.9.10"])
def test_a_day_is_printed_in_year_month_and_day(draft: bytes, answer: str) -> None:
    result = fill(draft, said("B006", answer))
    assert line(result.data, "清理结果于") == "清理结果于2025年9月10日公布。"


@pytest.mark.parametrize("answer", ["2025年9月10日", "2025-9-10", "9月10日"])
def test_the_year_in_front_of_a_day_is_not_said_twice(draft: bytes, answer: str) -> None:
    result = fill(draft, said("B007", answer))
    assert line(result.data, "普查于") == "普查于2025年9月10日完成。"


@pytest.mark.parametrize("answer", ["11月31日", "2025年2月29日", "6月31日前"])
def test_a_day_of_no_calendar_is_not_written_but_told(draft: bytes, answer: str) -> None:
    result = fill(draft, said("B006", answer))
    assert result.written == 0
    assert "天" in result.unmatched[0].words


def test_a_day_of_no_calendar_in_an_answer_is_told(draft: bytes) -> None:
    result = fill(draft, said("B002", "已于11月31日修订《细则》"))
    assert result.written == 1
    assert "11月只有30天" in result.doubts[0].words


@pytest.mark.parametrize("answer", ["9", "13月", "继续保持", "今年没有开展"])
def test_what_names_no_day_is_no_date_within_a_sentence(draft: bytes, answer: str) -> None:
    result = fill(draft, said("B006", answer))
    assert result.written == 0
    assert result.unmatched


@pytest.mark.parametrize(
    ("tag", "answer", "words"),
    [
        ("F001", 29, "与上年相同"),
        ("F001", 88, "三倍以上"),
        ("F001", 9, "不到三分之一"),
        ("F001", "35份", "单位不同：答复为“份”，文稿为“件”"),
        ("F004", 120, "比率超过100%"),
        ("F003", 31000, "如果填的是“条”而不是“万条”"),
        ("F001", "35件以上", "“以上”在单位之后"),
        ("F001", "35以上", "“以上”在单位之后"),
        ("F004", "九成五以上", "“以上”在单位之后"),
        ("F004", "九成", "文稿单位是“%”，写成了“90%”"),
    ],
)
def test_doubtful_answers_are_written_and_told(
    draft: bytes, tag: str, answer: str | float, words: str
) -> None:
    result = fill(draft, said(tag, answer))
    assert result.written == 1
    assert any(words in doubt.words for doubt in result.doubts)


def test_a_growth_beyond_a_hundred_percent_is_no_rate(draft: bytes) -> None:
    assert not any("100%" in d.words for d in fill(draft, said("F002", 130)).doubts)


def test_a_span_in_another_unit_of_shares_is_not_written_but_told(draft: bytes) -> None:
    result = fill(draft, said("F004", "900‰—950‰"))
    assert result.written == 0
    assert "请按“%”填写" in result.unmatched[0].words


def test_a_changed_unit_is_remarked_where_it_stands(draft: bytes) -> None:
    first = fill(draft, said("F001", "35份")).data
    assert any("文稿单位是“件”" in words for words in comments(first))
    second = fill(first, said("F001", "35件")).data
    assert [words for words in comments(second) if "F001" in words] == [
        "F001　单位：已按新的答复更正。"
    ]


# ------------------------------------------------------------------------ up and down


@pytest.mark.parametrize("answer", [-3.2, "-3.2%", "下降3.2%", "同比下降3.2", "负3.2"])
def test_a_fall_turns_the_word_and_says_so(draft: bytes, answer: str | float) -> None:
    result = fill(draft, said("F002", answer))
    assert line(result.data, "审查文件").endswith("检查同比下降3.2%。")
    (words,) = comments(result.data)
    assert words.startswith("F002")
    assert "已把“增长”改为“下降”" in words
    assert any("已把“增长”改为“下降”" in doubt.words for doubt in result.doubts)


def test_a_later_rise_turns_it_back(draft: bytes) -> None:
    first = fill(draft, said("F002", -3.2)).data
    second = fill(first, said("F002", 5)).data
    assert line(second, "审查文件").endswith("检查同比增长5%。")
    assert any("已把“下降”改为“增长”" in words for words in comments(second))


@pytest.mark.parametrize(
    ("tag", "answer", "words"),
    [
        ("F001", -3, "是负数"),
        ("F005", "增长2%", "一个词管着几个数"),
        ("F005", -2, "负数分不清方向"),
        ("F006", -2, "是负数"),
    ],
)
def test_a_direction_that_cannot_be_told_is_not_written(
    draft: bytes, tag: str, answer: str | float, words: str
) -> None:
    result = fill(draft, said(tag, answer))
    assert result.data == draft
    assert words in result.unmatched[0].words


def test_the_word_is_left_where_someone_tracked_it_in(draft: bytes) -> None:
    def revise(root: etree._Element) -> None:
        run = next(r for r in root.iter(w("r")) if text(r).endswith("同比增长"))
        inserted = etree.Element(w("ins"))
        inserted.set(w("id"), "9")
        inserted.set(w("author"), "李")
        run.addprevious(inserted)
        inserted.append(run)

    result = fill(edited(draft, revise), said("F002", -3.2))
    assert "他人的修订" in result.unmatched[0].words
    assert "同比增长〔" in line(result.data, "审查文件")


# ---------------------------------------------------------------------- several sources


def test_two_values_are_both_named_and_neither_is_written(draft: bytes) -> None:
    result = fill(draft, said("F001", 35), said("F001", 36, file="b.xlsx", row=7))
    assert result.data == draft
    (told,) = result.conflicts
    assert told.answer == "35 / 36"
    assert told.places == ("“a.xlsx”数据采集第2行", "“b.xlsx”数据采集第7行")
    assert result.unmatched == ()


def test_the_same_value_in_other_words_is_no_contradiction(draft: bytes) -> None:
    result = fill(draft, said("F001", 35), said("F001", "35件", file="b.xlsx"))
    assert (result.written, result.conflicts) == (1, ())


def test_two_texts_contradict_each_other_as_well(draft: bytes) -> None:
    result = fill(draft, said("B002", "已修订。"), said("B002", "未修订。", file="b.xlsx"))
    assert (result.written, len(result.conflicts)) == (0, 1)


def test_a_cutoff_is_told(draft: bytes) -> None:
    result = fill(draft, said("F001", 35), cutoff="截至11月30日")
    assert any("截至11月30日" in doubt.words for doubt in result.doubts)


# --------------------------------------------------------------------------- sentences


def test_a_sentence_goes_to_the_blank_of_its_prompt(draft: bytes) -> None:
    result = fill(draft, said("F007", 2), said("F007", "新建两处。", kind="sentence"))
    assert line(result.data, "上年做法") == "上年做法：建成站点4个。本年：2个；新建两处。"


def test_an_answer_of_its_own_goes_before_and_the_sentence_is_remarked(draft: bytes) -> None:
    replies = (said("F007", "新建两处。", kind="sentence"), said("B001", "建成南站。"))
    result = fill(draft, *replies)
    assert line(result.data, "上年做法").endswith("建成南站。")
    assert any("新建两处。" in words for words in comments(result.data))


def test_a_sentence_without_a_blank_becomes_a_comment(draft: bytes) -> None:
    result = fill(draft, said("F001", "含乡镇。", kind="sentence"))
    assert comments(result.data) == ["F001　文字说明（a.xlsx）：含乡镇。"]
    assert "〔审查文件，上年29〕" in line(result.data, "审查文件")


@pytest.mark.parametrize("answer", ["已解决", "是，已完成。", "好的"])
def test_an_answer_that_makes_no_sentence_is_written_and_told(draft: bytes, answer: str) -> None:
    result = fill(draft, said("B003", answer))
    assert line(result.data, "上年不足").endswith(answer)
    assert "不能成文" in result.doubts[0].words


@pytest.mark.parametrize("answer", ["3", "无", "已完成"])
def test_a_word_behind_the_rest_of_an_answer_is_not_written(draft: bytes, answer: str) -> None:
    result = fill(draft, said("F007", 6), said("B001", answer))
    assert line(result.data, "上年做法").endswith("本年：6个；〔待填〕")
    assert "不成话" in result.unmatched[0].words


@pytest.mark.parametrize(("answer", "written"), [("2026年1月20日", 1), ("元月下旬报", 0)])
def test_a_date_is_written_and_nothing_else_is(draft: bytes, answer: str, written: int) -> None:
    result = fill(draft, said("B005", answer))
    assert result.written == written
    assert len(result.unmatched) == 1 - written


@pytest.mark.parametrize("answer", ["2026.1.20", "2026-01-20", "２０２６年１月２０日"])
def test_a_date_is_written_as_the_standard_wants_it(draft: bytes, answer: str) -> None:
    assert "2026年1月20日" in line(fill(draft, said("B005", answer)).data, "写于")


def test_an_answer_in_a_sentence_is_not_doubted(draft: bytes) -> None:
    assert fill(draft, said("B003", "已解决，新招录法制员4名。")).doubts == ()


def test_one_comment_per_paragraph(draft: bytes) -> None:
    replies = (said("F001", "35份"), said("F002", -3.2), said("F001", "含乡镇。", kind="sentence"))
    assert len(comments(fill(draft, *replies).data)) == 1


def test_comments_of_the_draft_are_added_to() -> None:
    noted = document(noted=True)
    before = len(comments(noted))
    filled = fill(noted, said("F001", "35份")).data
    assert len(comments(filled)) == before
    assert sum("文稿单位是“件”" in words for words in comments(filled)) == 1


# ------------------------------------------------------------------------------- audit


@pytest.mark.parametrize("noted", [False, True])
def test_openxml_audit_reports_no_error(*, noted: bool, tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit")
    answers = {tag: 7 if tag in FACTS else "已办。" for tag in FIELDS}
    answers |= {
        "B001": "在城南新建。",
        "B005": "2026年1月20日",
        "B006": "8月16日",
        "B007": "6月3日",
    }
    del answers["F008"]
    replies = [said(tag, answer, row=n) for n, (tag, answer) in enumerate(answers.items())]
    replies += [said("F002", "持平", kind="sentence"), said("F001", "有增有减", kind="sentence")]
    for number, data in enumerate((document(noted=noted), edited(document(noted=noted), lose))):
        result = fill(data, *replies)
        assert result.unmatched == ()
        path = tmp_path / f"{number}.docx"
        path.write_bytes(fill(result.data, said("F002", -1)).data)
        assert audit.OpenXmlValidator().validate(path).errors == []


# ------------------------------------------------------------------------------- tables

CELLS = {
    "F001": Field("F001", "立案", "〔立案，上年483〕"),
    "F002": Field("F002", "立案同比", "〔立案同比，上年-14.8〕"),
}


def cell_filled(tag: str, answer: float) -> tuple[FillResult, list[str]]:
    """What becomes of an answer to a blank of a table, and the texts of all blanks after it."""
    row = paragraph(
        "carried", carried("立案|"), CELLS["F001"], carried("|"), CELLS["F002"], is_row=True
    )
    section = DraftSection(heading("（一）规范执法", 2), None, (row,))
    data = write_docx(county((DraftChapter("achievements", heading("一、举措", 1), (section,)),)))
    field = CELLS[tag]
    where = Slot(tag, field.title, field.placeholder, "立案|", "立案|")
    facts = RowFacts(name=field.title, slots={tag: where})
    place = Place("a.xlsx", "数据采集", 2)
    done = fill(data, Reply(place, "figure", (tag,), facts, Decimal(str(answer))))
    return done, [
        text(child_of(s, "sdtContent")) for s in reopen(done.data).document.iter(w("sdt"))
    ]


def test_a_fall_stands_with_its_minus_in_a_column_of_changes() -> None:
    done, cells = cell_filled("F002", -16.28)
    assert cells[:2] == ["〔立案，上年483〕", "-16.28"]
    assert not done.unmatched


def test_a_count_below_zero_is_refused_in_a_table_as_well() -> None:
    done, cells = cell_filled("F001", -5)
    assert cells[0] == "〔立案，上年483〕"
    assert done.unmatched


# ------------------------------------------------------------------- numbers in a sentence

NUMBERS = {
    "名次": ("列第", Field("B001", "名次", "〔名次，上年5〕"), "位。"),
    "年数": ("连续", Field("B001", "年数", "〔年数，上年四〕"), "年获优秀。"),
    "文号": ("（云政发〔2025〕", Field("B001", "文号", "〔文号，上年9〕"), "号）。"),
    "文件名称": ("审议", Field("B001", "文件名称", "〔文件名称，上年《要点》〕"), "等文件。"),
    "会议次数": ("召开", Field("B001", "会议次数", "〔会议次数，上年第12次常务会议〕"), "。"),
    "小标题": ("（四）", Field("B001", "小标题", "〔小标题〕"), ""),
}


def number_filled(title: str, answer: str) -> tuple[FillResult, str]:
    before, field, after = NUMBERS[title]
    row = paragraph("carried", carried(before), field, carried(after))
    section = DraftSection(heading("（一）规范执法", 2), None, (row,))
    data = write_docx(county((DraftChapter("achievements", heading("一、举措", 1), (section,)),)))
    where = Slot("B001", field.title, field.placeholder, before, before)
    facts = RowFacts(name=title, slots={"B001": where})
    done = fill(data, Reply(Place("a.xlsx", "缺口", 2), "text", ("B001",), facts, None, answer))
    return done, line(done.data, before)


@pytest.mark.parametrize(
    ("title", "answer", "told"),
    [
        ("名次", "3", "列第3位。"),
        ("名次", "第3位", "列第3位。"),
        ("年数", "五", "连续五年获优秀。"),
        ("年数", "连续五年", "连续五年获优秀。"),
        ("文号", "10号", "（云政发〔2025〕10号）。"),
        ("会议次数", "15", "召开第15次常务会议。"),
        ("会议次数", "第15、16次常务会议", "召开第15、16次常务会议。"),
    ],
)
def test_a_number_fills_its_blank_and_says_nothing_twice(
    title: str, answer: str, told: str
) -> None:
    done, words = number_filled(title, answer)
    assert words == told
    assert not done.unmatched


def test_a_paper_is_named_where_a_sentence_goes_on() -> None:
    assert number_filled("文件名称", "《方案》")[1] == "审议《方案》等文件。"
    done, words = number_filled("文件名称", "继续保持")
    assert words == "审议〔文件名称，上年《要点》〕等文件。"
    assert "不是文件名称" in done.unmatched[0].words


def test_a_heading_takes_a_phrase_without_a_stop() -> None:
    assert number_filled("小标题", "推进智慧监管。")[1] == "（四）推进智慧监管"
    done, words = number_filled("小标题", "推进智慧监管。建成平台3个。")
    assert words == "（四）〔小标题〕"
    assert "不是小标题" in done.unmatched[0].words


def test_a_name_within_a_sentence_leaves_its_stop_to_the_sentence() -> None:
    assert number_filled("文件名称", "《方案》。")[1] == "审议《方案》等文件。"


@pytest.mark.parametrize("answer", ["并列第1", "无", "未公布", "前3"])
def test_a_place_takes_nothing_but_its_number(answer: str) -> None:
    done, words = number_filled("名次", answer)
    assert words == "列第〔名次，上年5〕位。"
    assert done.unmatched
