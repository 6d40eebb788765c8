"""A .docx becomes the lines that a reader of it sees."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.api import draft, read_report, to_docx
from drafter.errors import (
    BinaryFileError,
    DamagedFileError,
    DrafterError,
    EmptyFileError,
    UnsafeFileError,
)
from drafter.model import Source
from drafter.options import DraftOptions
from drafter.read import archive, read_source, word_body
from drafter.structure import structure
from tests.acceptance.skeletons import EXAMPLES
from tests.reading import KNOWLEDGE, is_lossless, is_verbatim

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="urn:wps" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
Read = Callable[..., Source]
SOON = 6.0
"""Seconds within which a hostile file is read, on a busy machine; a second is usual."""


def p(*runs: str, properties: str = "") -> str:
    """A paragraph; words without a tag become a run."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def n(list_id: int, level: int | None = 0) -> str:
    """The list of a paragraph."""
    at = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return f'<w:numPr>{at}<w:numId w:val="{list_id}"/></w:numPr>'


def a_list(number: int, *levels: str, more: str = "", uses: tuple[str, ...] = ("",)) -> str:
    """An abstract list of `format pattern` levels; its uses have the numbers `number`, +1, …"""
    rows = []
    for at, level in enumerate(levels):
        number_format, _, pattern = level.partition(" ")
        rows.append(
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
            f'{more}<w:lvlText w:val="{pattern}"/></w:lvl>'
        )
    nums = [
        f'<w:num w:numId="{number + i}"><w:abstractNumId w:val="{number}"/>{use}</w:num>'
        for i, use in enumerate(uses)
    ]
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(rows)}</w:abstractNum>' + "".join(
        nums
    )


def package(body: str, *, namespace: str = TRANSITIONAL, **parts: str) -> bytes:
    """A .docx of a body and of what its other parts hold."""
    roots = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes"}
    related = "".join(
        f'<Relationship Id="{name}" Type="http://x/{name}" Target="{name}.xml"/>' for name in parts
    )
    files = {
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="a" '
        'Type="http://x/officeDocument" Target="/word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{related}'
        "</Relationships>",
        "word/document.xml": f'<w:document xmlns:w="{namespace}" {NAMES}><w:body>{body}'
        "</w:body></w:document>",
    }
    for name, inner in parts.items():
        files[f"word/{name}.xml"] = (
            f'<w:{roots[name]} xmlns:w="{namespace}">{inner}</w:{roots[name]}>'
        )
    return zipped(files)


def zipped(files: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in files.items():
            file.writestr(name, text)
    return buffer.getvalue()


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def _read(body: str | bytes, **parts: str) -> Source:
        file = tmp_path / "report.txt"  # the suffix says nothing
        file.write_bytes(body if isinstance(body, bytes) else package(body, **parts))
        return read_source(file)

    return _read


# ------------------------------------------------------------------ words

CHANGED = '<w:ins w:id="1">{}</w:ins>'
SHOWN = {
    "runs": (p("法治", "政府"), "法治政府"),
    "soft return": (p("甲", "<w:r><w:br/></w:r>", "乙"), "甲\v乙"),
    "page break": (p("甲", '<w:r><w:br w:type="page"/></w:r>', "乙"), "甲\f乙"),
    "tab": (p("甲", "<w:r><w:tab/></w:r>", "乙"), "甲\t乙"),
    "hyphens": (p("甲", "<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>", "乙"), "甲-乙"),
    "insertion": (p("甲", f'<w:ins w:id="1">{r("乙")}</w:ins>'), "甲乙"),
    "deletion": (p("甲", "<w:del w:id='1'><w:r><w:delText>丙</w:delText></w:r></w:del>"), "甲"),
    "moved away": (p("甲", f"<w:moveFrom w:id='1'>{r('丙')}</w:moveFrom>"), "甲"),
    "moved here": (p("甲", f"<w:moveTo w:id='1'>{r('乙')}</w:moveTo>"), "甲乙"),
    "hyperlink": (p(f"<w:hyperlink>{r('办法')}</w:hyperlink>"), "办法"),
    "simple field": (p(f'<w:fldSimple w:instr="DATE">{r("3月")}</w:fldSimple>'), "3月"),
    "smart tag": (p(f"<w:smartTag>{r('甲县')}</w:smartTag>"), "甲县"),
    "control": (
        p(f"<w:sdt><w:sdtPr/><w:sdtContent>{r('29')}</w:sdtContent></w:sdt>", "件"),
        "29件",
    ),
    "control around": (f"<w:sdt><w:sdtContent>{p('甲')}</w:sdtContent></w:sdt>", "甲"),
    "blank": (
        p(
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            f"{r('〔案件，上年29〕')}</w:sdtContent></w:sdt>", "件",
        ),
        "〔案件，上年29〕件",
    ),
    "blank emptied in Word": (
        p(
            "案件", "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            f"{r('单击或点击')}{r('此处输入文字。')}</w:sdtContent></w:sdt>", "件",
        ),
        "案件件",
    ),
    "words like those of Word": (
        p(f"<w:sdt><w:sdtPr/><w:sdtContent>{r('点击量')}</w:sdtContent></w:sdt>"), "点击量"
    ),
    "hidden": (p("甲", r("丙", "<w:vanish/>"), r("乙", '<w:vanish w:val="0"/>')), "甲乙"),
    "ruby": (
        p(f"<w:r><w:ruby><w:rt>{r('shǔ')}</w:rt><w:rubyBase>{r('署')}</w:rubyBase></w:ruby></w:r>"),
        "署",
    ),
    "formula": (p("<m:oMath><m:r><m:t>3/4</m:t></m:r></m:oMath>"), "3/4"),
    "symbol": (p('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "甲"), "✓甲"),
    "comment": (
        p('<w:commentRangeStart w:id="0"/>', "甲", '<w:r><w:commentReference w:id="0"/></w:r>'),
        "甲",
    ),
    "former properties": (
        f"<w:p><w:pPr><w:pPrChange><w:pPr>{n(1)}</w:pPr></w:pPrChange></w:pPr>{r('甲')}</w:p>",
        "甲",
    ),
}  # fmt: skip


def sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(words: str) -> str:
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


BEGIN, RESULT, END = sign("begin"), sign("separate"), sign("end")
SHOWN |= {
    "field": (p("共", BEGIN, code("NUMPAGES"), RESULT, "3", END, "页"), "共3页"),
    "field in a code": (
        p(BEGIN, code("IF "), BEGIN, code("PAGE"), RESULT, "7", END, RESULT, "甲", END), "甲"
    ),
    "figure in a circle": (p(BEGIN, code(r"eq \o\ac(○,3)"), END, "甲"), "③甲"),
    "field without an end": (p("甲", BEGIN, code("PAGE")) + p("乙"), "甲\n乙"),
    "field over paragraphs": (p(BEGIN, code("TOC"), RESULT, "甲") + p("乙", END), "甲\n乙"),
}  # fmt: skip


def test_a_field_in_another_keeps_its_result(read: Read) -> None:
    inner = (BEGIN, code("PAGE"), RESULT, "3", END)
    assert read(p(BEGIN, code(r"eq \o\ac(○,3)"), RESULT, *inner, END)).lines == ("3",)


def test_thousands_of_open_fields_take_no_time(read: Read) -> None:
    began = time.process_time()
    assert read(p((BEGIN + RESULT) * 900 + r("甲") * 20_000) + p("乙") * 2_000).lines[-1] == "乙"
    assert time.process_time() - began < SOON
    with pytest.raises(DamagedFileError):
        read(p((BEGIN + RESULT) * 30_000, "甲"))


def test_a_code_in_thousands_of_pieces_takes_no_time(read: Read) -> None:
    began = time.process_time()
    assert read(p(BEGIN, code("PAGE " * 20) * 30_000, RESULT, "甲", END)).lines == ("甲",)
    assert time.process_time() - began < SOON


def test_thousands_of_paragraphs_that_run_on_take_no_time(read: Read) -> None:
    deleted = "<w:rPr><w:del w:id='1'/></w:rPr>"
    began = time.process_time()
    assert read(p("甲", properties=deleted) * 20_000 + p("乙")).lines == ("甲" * 20_000 + "乙",)
    assert time.process_time() - began < SOON


@pytest.mark.parametrize("name", SHOWN)
def test_what_a_reader_sees_is_read(read: Read, name: str) -> None:
    body, shown = SHOWN[name]
    assert "\n".join(read(body).lines) == shown


def test_an_unknown_symbol_is_counted(read: Read) -> None:
    source = read(p('<w:r><w:sym w:font="Oracle" w:char="F001"/></w:r>', "甲"))
    assert source.lines == ("\N{REPLACEMENT CHARACTER}甲",)
    assert source.undecodable == 1


def test_a_paragraph_whose_mark_is_deleted_runs_on(read: Read) -> None:
    deleted = "<w:rPr><w:del w:id='1'/></w:rPr>"
    source = read(p("主要举措", properties=deleted) + p("和成效") + p("二"))
    assert source.lines == ("主要举措和成效", "二")


def test_blank_paragraphs_are_lines(read: Read) -> None:
    assert read(p("甲") + p() + p("乙")).lines == ("甲", "", "乙")


def test_a_strict_file_is_read(read: Read) -> None:
    lists = a_list(1, "chineseCounting %1、")
    source = read(package(p("举措", properties=n(1)), namespace=STRICT, numbering=lists))
    assert (source.lines, source.markers) == (("举措",), ("一、",))


def box(*paragraphs: str) -> str:
    return f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"


def test_a_text_box_is_read_once_behind_its_paragraph(read: Read) -> None:
    shape = f"<w:drawing><wps:txbx>{box(p('框'))}</wps:txbx></w:drawing>"
    choice = f"<mc:Choice Requires='wps'>{shape}</mc:Choice>"
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box(p('框'))}</v:textbox></w:pict></mc:Fallback>"
    both = f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"
    empty = f"<w:r><mc:AlternateContent><mc:Choice/>{fallback}</mc:AlternateContent></w:r>"
    assert read(p("甲", both, "乙") + p("丙")).lines == ("甲乙", "框", "丙")
    assert read(p("甲", empty)).lines == ("甲", "框")


def test_footnotes_stand_at_the_end(read: Read) -> None:
    notes = (
        f'<w:footnote w:id="-1" w:type="separator">{p("线")}</w:footnote>'
        f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", "第二条")}</w:footnote>'
        f'<w:footnote w:id="3">{p("没有引用")}</w:footnote>'
    )
    body = p("甲", '<w:r><w:footnoteReference w:id="2"/></w:r>', "乙") + p("丙")
    assert read(body, footnotes=notes).lines == ("甲乙", "丙", "第二条")


def refers(note: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{note}"/></w:r>'


def test_a_note_is_read_once_however_often_it_is_referred_to(read: Read) -> None:
    notes = (
        f'<w:footnote w:id="2">{p("第二条", refers(2), refers(3))}</w:footnote>'
        f'<w:footnote w:id="3">{p("第三条", refers(2))}</w:footnote>'
    )
    body = p("甲", refers(2)) + p("乙", refers(2) * 1000)
    assert read(body, footnotes=notes).lines == ("甲", "乙", "第二条", "第三条")


def test_a_document_beyond_the_limit_is_refused(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_body, "MAX_CHARACTERS", 10)
    assert read(p("甲" * 5) + p("乙" * 5)).lines == ("甲" * 5, "乙" * 5)
    with pytest.raises(UnsafeFileError, match="字"):
        read(p("甲" * 5) + p("乙" * 5) + p("丙"))


def test_rows_of_a_contents_have_their_leader(read: Read) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>'
    row = p("一、举措", "<w:r><w:tab/></w:r>", "3", properties='<w:pStyle w:val="11"/>')
    assert read(row, styles=styles).lines == ("一、举措……3",)


# ------------------------------------------------------------------ tables


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells; words without a tag become a paragraph."""
    cells = [
        [f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row]
        for row in rows
    ]
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in cells) + "</w:tbl>"


def test_a_row_of_data_is_a_line(read: Read) -> None:
    body = p("如下：") + table(
        ("类别", "件"), ("行政许可", "6204"), ("", ""), ("合计", p("1") + p("2"))
    )
    assert read(body).lines == ("如下：", "类别|件", "行政许可|6204", "合计|1 2")


def test_a_deleted_row_is_none(read: Read) -> None:
    cells = f"<w:tc>{p('旧')}</w:tc><w:tc>{p('1')}</w:tc>"
    row = f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr>{cells}</w:tr>"
    body = table(("甲", "1")).replace("</w:tbl>", row + "</w:tbl>")
    assert read(body).lines == ("甲|1",)


def test_a_table_for_layout_is_its_paragraphs(read: Read) -> None:
    one_cell = table((p("一、举措") + p("正文。"),))
    assert read(one_cell).lines == ("一、举措", "正文。")
    nested = table(("左", table(("甲", "1")) + p("右")))
    assert read(nested).lines == ("左", "甲|1", "右")
    prose = table((p("正文" * 20) + p("正文" * 20), "印章"))
    assert read(prose).lines == ("正文" * 20, "正文" * 20, "印章")


def test_an_automatic_number_in_a_row_is_its_cell(read: Read) -> None:
    cell = p(properties=n(1))
    body = table((cell, "许可", "3"), (cell, "处罚", "4"))
    source = read(body, numbering=a_list(1, "decimal %1"))
    assert source.lines == ("1|许可|3", "2|处罚|4")
    assert set(source.markers) == {""}


# --------------------------------------------------------------- numbering


def markers(source: Source) -> list[str]:
    return list(source.markers)


def test_levels_count_and_start_again(read: Read) -> None:
    lists = a_list(1, "chineseCounting %1、", "chineseCounting （%2）", "decimal %3．")
    order = (0, 1, 1, 2, 0, 1, 2, 2)
    source = read("".join(p("甲", properties=n(1, at)) for at in order), numbering=lists)
    assert markers(source) == ["一、", "（一）", "（二）", "1．", "二、", "（一）", "1．", "2．"]
    assert set(source.lines) == {"甲"}


FORMATS = {
    "chineseCountingThousand %1、": "二、",
    "japaneseCounting 第%1部分": "第二部分",
    "ideographTraditional %1、": "乙、",
    "ideographDigital （%1）": "（二）",
    "decimalFullWidth %1．": "２．",
    "decimalEnclosedCircle %1": "②",
    "decimalEnclosedCircleChinese %1": "②",
    "upperRoman %1.": "II.",
    "lowerLetter %1)": "b)",
    "chineseCounting %1是": "二是",
    "none 附件": "附件",
    "none %1": "",
    "bullet \uf06c": "●",
}


@pytest.mark.parametrize("level", FORMATS)
def test_every_format_is_shown(read: Read, level: str) -> None:
    source = read(p("甲", properties=n(1)) * 2, numbering=a_list(1, level))
    assert markers(source)[1] == FORMATS[level]


def test_a_pattern_may_name_all_levels(read: Read) -> None:
    lists = a_list(1, "chineseCounting 第%1章", "decimal %1.%2", more="<w:isLgl/>")
    source = read("".join(p("甲", properties=n(1, at)) for at in (0, 1, 1)), numbering=lists)
    assert markers(source) == ["第1章", "1.1", "1.2"]


def test_uses_of_one_list_count_on_unless_one_starts_anew(read: Read) -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = a_list(1, "decimal %1.", uses=("", "", anew))
    order = (1, 1, 2, 3, 3, 1)
    source = read("".join(p("甲", properties=n(i)) for i in order), numbering=lists)
    assert markers(source) == ["1.", "2.", "3.", "1.", "2.", "3."]


def test_a_level_may_go_on_through_the_chapters(read: Read) -> None:
    lists = a_list(1, "chineseCounting %1、", "decimal %2.", more='<w:lvlRestart w:val="0"/>')
    source = read("".join(p("甲", properties=n(1, at)) for at in (0, 1, 0, 1)), numbering=lists)
    assert markers(source) == ["一、", "1.", "二、", "2."]


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>'
    f"<w:pPr>{n(1, None)}</w:pPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
)


def styled(style: str, more: str = "") -> str:
    return p("甲", properties=f'<w:pStyle w:val="{style}"/>{more}')


def test_a_style_numbers_its_paragraphs(read: Read) -> None:
    lists = a_list(1, "chineseCounting %1、", "chineseCounting （%2）")
    body = styled("1") + styled("2") + p("甲") + styled("2", n(0)) + styled("2") + styled("1")
    source = read(body, styles=STYLES, numbering=lists)
    assert markers(source) == ["一、", "（一）", "", "", "（二）", "二、"]


def test_a_level_may_name_its_style(read: Read) -> None:
    styles = STYLES.replace('<w:numPr><w:ilvl w:val="1"/></w:numPr>', n(1, None))
    lists = a_list(1, "chineseCounting %1、", "chineseCounting （%2）").replace(
        '<w:lvlText w:val="（%2）"/>', '<w:pStyle w:val="2"/><w:lvlText w:val="（%2）"/>'
    )
    source = read(styled("1") + styled("2"), styles=styles, numbering=lists)
    assert markers(source) == ["一、", "（一）"]


def test_a_list_may_stand_behind_a_numbering_style(read: Read) -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="s"/></w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="5"/></w:num>'
    ) + a_list(1, "chineseCounting %1、").replace(
        'w:abstractNumId="1">', 'w:abstractNumId="1"><w:styleLink w:val="s"/>', 1
    )
    source = read(p("甲", properties=n(5)) + p("乙", properties=n(1)), numbering=lists)
    assert markers(source) == ["一、", "二、"]


def test_thousands_of_lists_behind_styles_take_no_time(read: Read) -> None:
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{2 * i}"><w:numStyleLink w:val="s{i}"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="{2 * i + 1}"><w:styleLink w:val="s{i}"/>'
        '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        "</w:abstractNum>"
        for i in range(6000)
    ) + "".join(
        f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{2 * i}"/></w:num>' for i in range(6000)
    )
    began = time.process_time()
    source = read(p("甲", properties=n(6000)), numbering=lists)
    assert markers(source) == ["0."]
    assert time.process_time() - began < SOON


def test_empty_and_deleted_paragraphs_of_a_list(read: Read) -> None:
    gone = f"{n(1)}<w:rPr><w:del w:id='1'/></w:rPr>"
    body = (
        p("甲", properties=n(1))
        + p(properties=gone)
        + p(properties=n(1))
        + p("乙", properties=n(1))
    )
    source = read(body, numbering=a_list(1, "decimal %1."))
    assert list(zip(source.lines, source.markers, strict=True)) == [
        ("甲", "1."), ("", "2."), ("乙", "3."),
    ]  # fmt: skip


def test_a_list_that_is_missing_numbers_nothing(read: Read) -> None:
    assert markers(read(p("甲", properties=n(9, 3)))) == [""]


# -------------------------------------------------------- into the structure

REPORT = "".join(
    p(text, properties=n(1, level) if level is not None else "")
    for level, text in (
        (None, "云溪县人民政府关于2024年法治政府建设情况的报告"),
        (0, "主要举措和成效"),
        (1, "规范行政执法。全年评查案卷126件，发现问题37个。"),
        (1, "做实行政复议。收到申请83件，同比增长12.2%。"),
        (0, "存在的不足"),
        (None, "基层执法力量薄弱，个别镇街重大行政决策程序落实不到位。"),
    )
)


def test_an_automatic_numeral_is_marker_and_no_text(read: Read) -> None:
    source = read(REPORT, numbering=a_list(1, "chineseCounting %1、", "chineseCounting （%2）"))
    passages = structure(source, KNOWLEDGE).passages
    assert [(q.level, q.marker, q.text) for q in passages if q.role == "heading"] == [
        (1, "一、", "主要举措和成效"),
        (2, "（一）", "规范行政执法。"),
        (2, "（二）", "做实行政复议。"),
        (1, "二、", "存在的不足"),
    ]
    assert is_lossless(source, passages)
    assert is_verbatim(source, passages)


def test_a_numeral_that_reports_do_not_have_stays_a_marker(read: Read) -> None:
    source = read(REPORT, numbering=a_list(1, "decimal 第%1章", "decimal %1.%2"))
    passages = structure(source, KNOWLEDGE).passages
    assert [q.marker for q in passages if q.marker] == ["第1章", "1.1", "1.2", "第2章"]
    assert is_verbatim(source, passages)


def test_a_typed_numeral_counts_more_than_an_automatic_one(read: Read) -> None:
    body = REPORT.replace("主要举措", "一、主要举措").replace("存在的", "二、存在的")
    source = read(body, numbering=a_list(1, "bullet \uf06c", "chineseCounting （%2）"))
    headings = [q for q in structure(source, KNOWLEDGE).passages if q.level == 1]
    assert [(q.marker, q.text[:2]) for q in headings] == [("一、", "一、"), ("二、", "二、")]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_our_own_draft_is_read_back(example: Path, tmp_path: Path) -> None:
    options = DraftOptions()
    skeleton = draft([read_report(example)], options)
    file = tmp_path / "2025.docx"
    file.write_bytes(to_docx(skeleton, options))
    report = read_report(file)
    assert report.frame.year == skeleton.year
    assert [part.status for part in report.parts].count("missing") == 0
    text = "\n".join(report.source.lines)
    assert "〔" in text
    assert "依据：" not in text  # comments are no text


# ------------------------------------------------------------ what is refused


def test_other_zip_files_are_told_by_their_kind(read: Read) -> None:
    with pytest.raises(BinaryFileError, match="xlsx"):
        read(zipped({"xl/workbook.xml": "<x/>"}))


def test_a_document_without_words_is_empty(read: Read) -> None:
    with pytest.raises(EmptyFileError):
        read(p())


BROKEN = package(p("甲" * 500))


@pytest.mark.parametrize(
    "data",
    [
        BROKEN[: len(BROKEN) // 2],
        BROKEN.replace(b"PK\x01\x02", b"PK\x01\x09"),
        zipped({"word/document.xml": "<w:document"}),
        zipped({"word/document.xml": ""}),
    ],
    ids=["cut", "directory", "xml", "empty part"],
)
def test_a_broken_file_is_said_to_be_broken(read: Read, data: bytes) -> None:
    with pytest.raises(DamagedFileError, match=r"\.docx"):
        read(data)


def test_nesting_without_end_is_refused(read: Read) -> None:
    deep = "<w:sdt><w:sdtContent>" * 900 + p("甲") + "</w:sdtContent></w:sdt>" * 900
    with pytest.raises(DamagedFileError):
        read(deep)


ENTITIES = (
    '<!DOCTYPE w:document [<!ENTITY a "甲"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    f'<w:document xmlns:w="{TRANSITIONAL}"><w:body>{p("&a;&f;")}</w:body></w:document>'
)


def test_entities_are_refused(read: Read) -> None:
    with pytest.raises(UnsafeFileError, match="实体"):
        read(zipped({"word/document.xml": ENTITIES}))


def test_a_part_that_blows_up_is_refused(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped({"word/document.xml": " " * (8 * 2**20)})
    with pytest.raises(UnsafeFileError, match="过大"):
        read(bomb)
    monkeypatch.setattr(archive, "MAX_PART", 300)
    with pytest.raises(UnsafeFileError, match="过大"):
        read(p("甲" * 500))


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "..\\..\\x", "C:/x"])
def test_paths_out_of_the_archive_are_refused(read: Read, name: str) -> None:
    with pytest.raises(UnsafeFileError, match="包外"):
        read(zipped({"word/document.xml": "<x/>", name: "x"}))


def test_links_in_the_archive_are_refused(read: Read) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        entry = zipfile.ZipInfo("word/document.xml")
        entry.create_system, entry.external_attr = 3, 0o120777 << 16
        file.writestr(entry, "/etc/passwd")
    with pytest.raises(UnsafeFileError):
        read(buffer.getvalue())


def test_outside_parts_are_ignored(read: Read) -> None:
    data = package(p("甲", properties=n(1)), numbering=a_list(1, "decimal %1."))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        files = {name: file.read(name).decode() for name in file.namelist()}
    relations = files["word/_rels/document.xml.rels"]
    files["word/_rels/document.xml.rels"] = relations.replace(
        'Target="numbering.xml"', 'TargetMode="External" Target="http://127.0.0.1:9/numbering.xml"'
    )
    assert markers(read(zipped(files))) == [""]


@pytest.mark.parametrize("cut", range(0, len(BROKEN), 97))
def test_no_cut_ends_in_a_traceback(read: Read, cut: int) -> None:
    with pytest.raises(DrafterError):
        read(BROKEN[:cut] + b"\xff" * 7 + BROKEN[cut + 500 :])
