"""Outline levels of Word tell the headings that the text leaves open, and never overrule it."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from drafter.model import Source
from drafter.read import read_source
from drafter.structure import structure
from drafter.structure.outline_levels import has_heading_form, rank
from tests.reading import KNOWLEDGE, is_lossless, is_verbatim, told

TITLE = "云屏县2024年法治政府建设年度报告"
DONE = "全县召开会议3次，审议方案2件。"
LACKING = "执法力量不足，培训不够。"
Row = tuple[int, str]


def written(*rows: Row) -> bytes:
    """A .docx of (level of its heading style, words); 0 is body text."""
    document = docx.Document()
    for level, words in rows:
        document.add_paragraph(words, style=f"Heading {level}" if level else None)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def parsed(folder: Path, *rows: Row) -> list[str]:
    return told_of(read(folder, written(*rows)))


def read(folder: Path, data: bytes) -> Source:
    file = folder / "report.docx"
    file.write_bytes(data)
    return read_source(file)


def told_of(source: Source) -> list[str]:
    found = structure(source, KNOWLEDGE)
    assert is_lossless(source, found.passages)
    assert is_verbatim(source, found.passages)
    return told(found.passages)


def test_the_levels_of_styles_and_paragraphs_are_read(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(TITLE, style="Title")
    document.add_paragraph("年度工作回顾", style="Heading 1")
    own = document.add_paragraph("政务服务提质")
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "1")
    own._p.get_or_add_pPr().append(level)  # noqa: SLF001 -- python-docx has no other way
    document.add_paragraph("", style="Heading 1")
    row = document.add_table(1, 2).rows[0]
    for cell in row.cells:
        cell.text = "件数"
        cell.paragraphs[0].style = "Heading 1"
    document.add_paragraph(DONE)
    buffer = io.BytesIO()
    document.save(buffer)
    source = read(tmp_path, buffer.getvalue())
    assert source.lines == (TITLE, "年度工作回顾", "政务服务提质", "", "件数|件数", DONE)
    assert source.levels == (0, 1, 2, 0, 0, 0)


def test_headings_without_numerals_have_the_rank_of_their_style(tmp_path: Path) -> None:
    assert parsed(
        tmp_path,
        (0, TITLE), (1, "年度工作回顾"), (2, "政务服务"), (0, DONE), (2, "行政执法"), (3, "清单"),
        (0, DONE), (1, "短板"), (0, LACKING), (1, "打算"), (0, "加强培训。"),
    ) == [
        f"title {TITLE}", "1 年度工作回顾", "2 政务服务", f"body {DONE}", "2 行政执法", "3 清单",
        f"body {DONE}", "1 短板", f"body {LACKING}", "1 打算", "body 加强培训。",
    ]  # fmt: skip


def test_a_title_in_heading_1_stays_the_title(tmp_path: Path) -> None:
    assert parsed(
        tmp_path,
        (1, TITLE), (2, "年度工作回顾"), (3, "政务服务"), (0, DONE), (2, "存在的不足"),
        (0, LACKING),
    ) == [
        f"title {TITLE}", "1 年度工作回顾", "2 政务服务", f"body {DONE}", "1 存在的不足",
        f"body {LACKING}",
    ]  # fmt: skip


def test_a_title_on_several_lines_stays_the_title(tmp_path: Path) -> None:
    title = ["云屏县人民政府", "2024年法治政府建设工作", "年度报告"]
    found = parsed(
        tmp_path, *((1, line) for line in title), (1, "工作回顾"), (0, DONE), (1, "不足"),
        (0, LACKING),
    )  # fmt: skip
    joined = "".join(title)
    assert found == [
        f"title {joined}", "1 工作回顾", f"body {DONE}", "1 不足", f"body {LACKING}",
    ]  # fmt: skip


def test_sentences_dates_and_signatures_in_heading_1_stay_what_they_are(tmp_path: Path) -> None:
    long = "全县坚持党的领导。" + DONE * 3
    rows = [
        (1, TITLE), (1, "一、主要举措和成效"), (1, long), (1, DONE), (1, "二、存在的不足"),
        (1, LACKING), (1, "云屏县人民政府"), (1, "2025年3月1日"),
    ]  # fmt: skip
    plain = parsed(tmp_path, *((0, words) for _, words in rows))
    assert plain[1:4] == ["1 一、主要举措和成效", f"body {long}", f"body {DONE}"]
    assert plain[-2:] == ["signature 云屏县人民政府", "date 2025年3月1日"]
    assert parsed(tmp_path, *rows) == plain


def test_numerals_keep_their_level_whatever_the_style_says(tmp_path: Path) -> None:
    rows = [
        (3, TITLE), (2, "一、主要举措和成效"), (1, "（一）推进依法行政"), (0, DONE),
        (1, "1．规范执法"), (0, DONE), (2, "二、存在的不足"), (0, LACKING),
    ]  # fmt: skip
    assert parsed(tmp_path, *rows) == parsed(tmp_path, *((0, words) for _, words in rows))


def test_styled_lines_among_numbered_ones_have_the_rank_of_their_style(tmp_path: Path) -> None:
    found = parsed(
        tmp_path,
        (0, TITLE), (1, "一、主要举措和成效"), (2, "（一）推进依法行政"), (0, DONE),
        (2, "优化营商环境"), (3, "清单"), (0, DONE), (1, "二、存在的不足"), (0, LACKING),
    )  # fmt: skip
    assert found[4:6] == ["2 优化营商环境", "3 清单"]


def test_below_chapters_without_a_style_there_are_sections(tmp_path: Path) -> None:
    found = parsed(
        tmp_path,
        (0, TITLE), (0, "一、主要举措和成效"), (1, "政务服务"), (0, DONE), (2, "清单"), (0, DONE),
        (0, "二、存在的不足"), (0, LACKING),
    )  # fmt: skip
    assert [row for row in found if row[0].isdigit()] == [
        "1 一、主要举措和成效", "2 政务服务", "3 清单", "1 二、存在的不足",
    ]  # fmt: skip


def test_styled_chapters_stand_above_numbered_sections(tmp_path: Path) -> None:
    found = parsed(
        tmp_path,
        (0, TITLE), (1, "年度工作回顾"), (0, "（一）推进依法行政"), (0, DONE),
        (0, "（二）规范执法"), (0, DONE), (1, "明年的打算"), (0, LACKING),
    )  # fmt: skip
    assert [row for row in found if row[0].isdigit()] == [
        "1 年度工作回顾", "2 （一）推进依法行政", "2 （二）规范执法", "1 明年的打算",
    ]  # fmt: skip


@pytest.mark.parametrize("marker", ["第一节", "1.1", "①", "●"])
def test_automatic_numerals_that_tell_no_level_leave_it_to_the_style(marker: str) -> None:
    lines = (TITLE, "一、主要举措和成效", "政务服务", DONE, "二、存在的不足", LACKING)
    source = Source(
        "x.docx", "docx", None, 0, lines,
        markers=("", "", marker, "", "", ""), levels=(0, 1, 2, 0, 1, 0),
    )  # fmt: skip
    found = structure(source, KNOWLEDGE)
    heading = found.passages[2]
    assert (heading.text, heading.role, heading.level) == ("政务服务", "heading", 2)
    assert heading.marker == marker


@pytest.mark.parametrize(
    "words", ["甲", "加强培训。", "强培训；抓执法", "办案3件", "2025年3月1日", "强，"]
)
def test_these_are_no_headings_whatever_their_style(words: str) -> None:
    assert not has_heading_form(words)


def test_a_level_that_paragraphs_have_too_tells_nothing(tmp_path: Path) -> None:
    rows = [
        TITLE, "2024年，全县坚持党的领导", "取得成效。", "一、工作回顾", "推进依法行政并且",
        "规范执法。", "二、不足", LACKING,
    ]  # fmt: skip
    plain = parsed(tmp_path, *((0, words) for words in rows))
    assert parsed(tmp_path, *((1, words) for words in rows)) == plain


def test_ranks_begin_at_the_level_of_the_chapters() -> None:
    assert rank({}, [1], [1]) == {}
    assert rank({3: 2, 5: 4}, [], []) == {3: 1, 5: 2}
    assert rank({3: 2, 5: 4}, [0], []) == {3: 2, 5: 3}
    assert rank({3: 4, 5: 1}, [2], [2, 3]) == {3: 3, 5: 1}
    assert rank({i: i for i in range(1, 7)}, [], []) == {1: 1, 2: 2, 3: 3, 4: 4, 5: 4, 6: 4}
