"""A Word file beyond its text: what rules on form and on remains get to see of it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from drafter.api import draft, read_report, to_docx
from drafter.errors import DrafterError
from drafter.model import Look, Manuscript
from drafter.options import DraftOptions
from drafter.read import read_manuscript, read_source
from drafter.read.manuscript import look_at
from drafter.read.word import WordReader
from tests.acceptance.skeletons import EXAMPLES
from tests.cases.word_report import as_document, edited

TEXT = (EXAMPLES[0].parent / "township-2024.txt").read_text("utf-8")
Change = Callable[[Document], None]


def made(*changes: Change) -> Manuscript:
    """What is seen of a document that some changes made."""
    return look_at(saved(*changes))


def saved(*changes: Change) -> bytes:
    document = docx.Document()
    for change in changes:
        change(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def add(xml: str) -> Change:
    """A change that adds an element to the body."""
    return lambda document: document.element.body.insert(
        len(document.element.body) - 1, parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1))
    )


def p(inner: str, properties: str = "") -> Change:
    return add(f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>")


def r(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def fonts(**names: str) -> str:
    slots = " ".join(f'w:{slot}="{name}"' for slot, name in names.items())
    return f"<w:rFonts {slots}/>"


def sdt(words: str, properties: str = "") -> str:
    inner = r(words) if words else ""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


TAG = '<w:tag w:val="F001"/>'
SHOWS = "<w:showingPlcHdr/>"


def only(manuscript: Manuscript) -> Look:
    (look,) = manuscript.looks
    return look


# ------------------------------------------------------------------ lines and ordinals


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_lines_are_those_of_the_reader(example: Path) -> None:
    options = DraftOptions()
    data = to_docx(draft([read_report(example)], options), options)
    source = WordReader().read(data, "x.docx", "x.docx")
    manuscript = look_at(data)
    told = {look.line for look in manuscript.looks}
    assert told == {n for n, line in enumerate(source.lines, start=1) if line.strip()}
    assert source.prompts == {look.line for look in manuscript.looks if look.is_prompt}
    for look in manuscript.looks:
        for start, end in look.carried:
            assert source.lines[look.line - 1][start:end].strip()


def test_a_row_of_a_table_is_one_line_at_its_first_paragraph() -> None:
    def table(document: Document) -> None:
        for cell, words in zip(document.add_table(1, 2).rows[0].cells, "甲乙", strict=True):
            cell.text = words

    manuscript = made(p(r("前")), table, p(r("后")))
    assert [(look.line, look.ordinal) for look in manuscript.looks] == [(1, 0), (2, 1), (3, 3)]


def test_paragraphs_that_run_on_are_one_line() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="张三"/></w:rPr>'
    style = '<w:rStyle w:val="x"/>'
    manuscript = made(p(r("前半"), gone), p(r("后半", style)), p(r("下一段")))
    assert [(look.line, look.ordinal) for look in manuscript.looks] == [(1, 0), (2, 2)]


def test_blank_paragraphs_count_but_have_no_look() -> None:
    manuscript = made(p(r("一")), p(""), p(r("三")))
    assert [(look.line, look.ordinal) for look in manuscript.looks] == [(1, 0), (3, 2)]


# --------------------------------------------------------------------------- fonts


def test_the_font_of_a_run_goes_before_that_of_its_style() -> None:
    look = only(made(p(r("正文", fonts(eastAsia="楷体") + '<w:sz w:val="28"/>'))))
    assert (look.font, look.size_pt) == ("楷体", 14)


def test_the_font_comes_down_the_chain_of_styles() -> None:
    def styled(document: Document) -> None:
        base = document.styles.add_style("底", 1)
        base.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "仿宋")
        upper = document.styles.add_style("上", 1)
        upper.base_style = base
        upper.font.size = Pt(16)
        document.add_paragraph("正文", style="上")

    look = only(made(styled))
    assert (look.style, look.font, look.size_pt) == ("上", "仿宋", 16)


def test_a_font_of_the_theme_is_looked_up_there() -> None:
    # python-docx's own theme names 宋体 for simplified Chinese.
    look = only(made(p(r("正文", fonts(eastAsiaTheme="minorEastAsia", eastAsia="楷体")))))
    assert look.font == "宋体"


def test_most_chinese_characters_decide() -> None:
    runs = r("2025 ABCDEFGH", fonts(eastAsia="宋体")) + r("正文两字", fonts(eastAsia="仿宋"))
    assert only(made(p(runs + r("三", fonts(eastAsia="黑体"))))).font == "仿宋"


def test_deleted_and_hidden_words_do_not_count() -> None:
    gone = r("删掉的很多很多字", fonts(eastAsia="黑体")).replace("w:t>", "w:delText>")
    hidden = r("藏起来的很多很多字", "<w:vanish/>" + fonts(eastAsia="黑体"))
    runs = (
        f'<w:del w:id="1" w:author="甲">{gone}</w:del>{hidden}{r("正文", fonts(eastAsia="仿宋"))}'
    )
    assert only(made(p(runs))).font == "仿宋"


def test_a_line_without_chinese_has_no_font() -> None:
    assert only(made(p(r("2025", fonts(eastAsia="宋体"))))).font is None


def test_the_outline_level_comes_from_paragraph_or_style() -> None:
    manuscript = made(
        p(r("一"), '<w:pStyle w:val="Heading2"/>'),
        p(r("二"), '<w:outlineLvl w:val="0"/>'),
        p(r("三"), '<w:outlineLvl w:val="9"/>'),
    )
    assert [look.outline for look in manuscript.looks] == [2, 1, None]


# -------------------------------------------------------------------------- blanks


@pytest.mark.parametrize(
    ("inner", "blanks"),
    [
        (r("审查") + sdt("〔审查，上年29〕", TAG + SHOWS), ("〔审查，上年29〕",)),
        (r("审查〔审查，上年29〕件、〔待填〕"), ("〔审查，上年29〕", "〔待填〕")),
        (r("云政发〔2025〕3号"), ()),
        (r("共") + sdt("", TAG) + r("件"), ("",)),
        (r("共") + sdt("", "") + r("件"), ("",)),  # LibreOffice lost the tag
        (r("共") + sdt("单击或点击此处输入文字。", TAG + SHOWS), ("",)),
        (r("共") + sdt("29", TAG), ()),
        (r("共") + sdt("", '<w:tag w:val="审批意见"/>'), ()),
        (r("共") + sdt("", "<w:docPartObj/>"), ()),
        (r("共") + f'<w:del w:id="1" w:author="甲">{sdt("", TAG)}</w:del>', ()),
    ],
    ids=[
        "控件",
        "只剩括号",
        "文号",
        "清空",
        "丢了标记",
        "Word的话",
        "已填",
        "别人的",
        "目录",
        "删去",
    ],
)
def test_blanks_are_told_by_control_or_by_their_words(inner: str, blanks: tuple[str, ...]) -> None:
    assert only(made(p(inner))).blanks == blanks


def test_a_paragraph_with_nothing_but_an_emptied_control_is_seen() -> None:
    manuscript = made(p(r("前")), p(sdt("", TAG)))
    assert [(look.line, look.blanks) for look in manuscript.looks] == [(1, ()), (2, ("",))]


# -------------------------------------------------------------------------- prompts


@pytest.mark.parametrize(
    ("words", "is_prompt"),
    [
        ("上年承诺：建成中心。本年落实：〔待填〕", True),
        ("2022年做法：建成中心。本年：", True),
        ("上年不足：整改情况另报。", False),
        ("上年承诺的中心已经建成。", False),
    ],
)
def test_prompts_without_their_style_are_told_by_their_words(
    words: str, *, is_prompt: bool
) -> None:
    assert only(made(p(r(words)))).is_prompt is is_prompt


def test_prompts_are_no_body_of_the_report() -> None:
    step = ("prompt", "（二）规范决策行为", "上年承诺：建成镇综治中心。本年落实：〔待填〕")
    data = edited(as_document(TEXT), [step])
    source = WordReader().read(data, "x.docx", "x.docx")
    (number,) = source.prompts
    assert source.lines[number - 1] == step[2]


def test_the_reader_of_other_formats_knows_no_manuscript() -> None:
    assert read_manuscript(TEXT.encode()) is None


# --------------------------------------------------------------- comments, revisions


def commented(*steps: tuple[str, ...]) -> Manuscript:
    return look_at(edited(as_document(TEXT), steps))


def test_a_comment_has_author_words_and_line() -> None:
    manuscript = commented(("comment", "张三", "再核一下", "召开专题会议5次"))
    (comment,) = manuscript.comments
    assert (comment.author, comment.text, comment.is_own) == ("张三", "再核一下", False)
    line = TEXT.splitlines().index(next(x for x in TEXT.splitlines() if "召开专题会议5次" in x))
    assert comment.line == line  # the blank line below the title is no paragraph of the document


@pytest.mark.parametrize(
    ("author", "words", "initials", "is_own"),
    [
        ("核对", "F06　有比较的说法。", "drafter", True),
        ("核对", "F06　有比较的说法。", "", True),  # WPS dropped the initials
        ("核对", "这个数字再核一下", "", False),
        ("张三", "F06　照抄的", "", False),
    ],
)
def test_own_comments_are_told_from_those_of_people(
    author: str, words: str, initials: str, *, is_own: bool
) -> None:
    manuscript = commented(("comment", author, words, "召开专题会议5次", initials))
    assert manuscript.comments[0].is_own is is_own


def test_a_comment_on_deleted_words_keeps_its_line() -> None:
    words = "召开专题会议5次"
    manuscript = commented(("comment", "张三", "旧批注", words), ("delete", "张三", words))
    assert manuscript.comments[0].line == manuscript.revisions[0].line


def test_changes_side_by_side_are_one() -> None:
    runs = "".join(
        f'<w:ins w:id="{n}" w:author="甲">{r(words)}</w:ins>' for n, words in enumerate("好的")
    )
    (revision,) = made(p(r("前") + runs)).revisions
    assert (revision.kind, revision.author, revision.text, revision.line) == (
        "insertion", "甲", "好的", 1,
    )  # fmt: skip


def test_changes_of_two_authors_stay_apart() -> None:
    runs = "".join(
        f'<w:ins w:id="{n}" w:author="{who}">{r("好")}</w:ins>' for n, who in enumerate("甲乙")
    )
    assert [revision.author for revision in made(p(runs)).revisions] == ["甲", "乙"]


def test_a_move_is_told_once() -> None:
    moved = r("移走")
    manuscript = made(
        p(f'<w:moveFrom w:id="1" w:author="甲">{moved}</w:moveFrom>{r("前")}'),
        p(f'<w:moveTo w:id="2" w:author="甲">{moved}</w:moveTo>'),
    )
    assert [(x.kind, x.text, x.line) for x in manuscript.revisions] == [("move", "移走", 2)]


def test_a_deleted_row_is_told_at_what_stands_before_it() -> None:
    def table(document: Document) -> None:
        row = document.add_table(1, 1).rows[0]
        row.cells[0].text = "旧数据"
        row._tr.get_or_add_trPr().append(  # noqa: SLF001 -- python-docx knows no revisions
            parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="甲"/>')
        )

    manuscript = made(p(r("前")), table)
    assert [(x.kind, x.line) for x in manuscript.revisions] == [("deletion", 1)]


def test_changes_of_format_have_no_words() -> None:
    change = '<w:rPrChange w:id="1" w:author="甲"><w:rPr/></w:rPrChange>'
    (revision,) = made(p(r("正文", change))).revisions
    assert (revision.kind, revision.text) == ("format", "")


# ------------------------------------------------------------------ page, properties


def test_the_gutter_belongs_to_the_left_margin() -> None:
    def gutter(document: Document) -> None:
        document.sections[0].left_margin, document.sections[0].gutter = Mm(23), Mm(5)

    assert made(gutter, p(r("正文"))).pages[0].left_mm == pytest.approx(28, abs=0.1)


def test_a_former_section_is_no_section() -> None:
    def changed(document: Document) -> None:
        document.sections[0]._sectPr.append(  # noqa: SLF001 -- python-docx knows no revisions
            parse_xml(
                f'<w:sectPrChange {nsdecls("w")} w:id="1" w:author="甲"><w:sectPr>'
                '<w:pgSz w:w="1" w:h="1"/><w:pgMar w:top="1"/></w:sectPr></w:sectPrChange>'
            )
        )

    assert len(made(changed, p(r("正文"))).pages) == 1


def test_measures_with_units_are_read() -> None:
    def strict(document: Document) -> None:
        for size in document.element.body.iter(qn("w:pgSz")):
            size.set(qn("w:w"), "21cm")
            size.set(qn("w:h"), "297mm")

    page = made(strict, p(r("正文"))).pages[0]
    assert (page.width_mm, page.height_mm) == (210, 297)


def test_a_document_without_footer_has_no_page_numbers() -> None:
    assert not made(p(r("正文"))).has_page_numbers


@pytest.mark.parametrize(
    ("instruction", "counts"),
    [(" PAGE ", True), ("page \\* Arabic", True), (" PAGEREF x ", False), ("NUMPAGES", False)],
)
def test_page_fields_are_told_from_others(instruction: str, *, counts: bool) -> None:
    def numbered(document: Document) -> None:
        paragraph = document.sections[0].footer.paragraphs[0]
        field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{instruction}"/>')
        paragraph._p.append(field)  # noqa: SLF001 -- python-docx knows no fields

    assert made(numbered, p(r("正文"))).has_page_numbers is counts


def test_people_in_the_properties_are_told() -> None:
    def signed(document: Document) -> None:
        document.core_properties.author = "张三"
        document.core_properties.last_modified_by = "李四"
        document.core_properties.revision = 7

    assert made(signed, p(r("正文"))).properties == (
        ("作者", "张三"), ("最后修改者", "李四"), ("修订次数", "7次"),
    )  # fmt: skip


@pytest.mark.parametrize("author", ["", "drafter"])
def test_nobody_in_the_properties_is_nobody(author: str) -> None:
    def unsigned(document: Document) -> None:
        document.core_properties.author = author
        document.core_properties.revision = 1

    assert made(unsigned, p(r("正文"))).properties == ()


# ------------------------------------------------------------------------- odd files


def test_a_broken_part_beside_the_text_is_told(tmp_path: Path) -> None:
    data = edited(as_document(TEXT), [("comment", "张三", "旧批注", "召开专题会议5次")])
    broken = data.replace(b"word/comments.xml", b"word/comments.xm_")
    (tmp_path / "x.docx").write_bytes(broken)
    assert read_source(tmp_path / "x.docx").lines  # the text stands
    assert look_at(broken).comments == ()


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(DrafterError):
        look_at(b"PK\x03\x04 and nothing more")


def test_sizes_beyond_all_measure_say_nothing() -> None:
    assert only(made(p(r("正文", f'<w:sz w:val="{"9" * 400}"/>')))).size_pt == 11
