"""The whole round: a skeleton, its workbook filled in, work on the draft, the answers in it."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.text.paragraph import Paragraph
from openpyxl.worksheet.worksheet import Worksheet

from drafter import api
from drafter.options import DraftOptions
from drafter.render.fields import controls
from tests.acceptance.skeletons import EXAMPLES, live_text, skeleton
from tests.render.reopened import reopen, text

OPTIONS = DraftOptions()
ADDED = "这一段是起草人后来加写的。"
EDITED = "（起草人改过）"
INPUTS = ("本年落实情况", "整改情况", "下年措施", "本年内容")
EVERY = 3  # of the figures every third stays open


DATE = "2026年1月20日"


def columns(sheet: Worksheet) -> dict[str, int]:
    return {str(cell.value): cell.column or 0 for cell in sheet[1] if cell.value}


def fill_in(path: Path) -> tuple[dict[str, str], set[str]]:
    """Fill a workbook as an office would; returns tag → what must stand there, and open tags."""
    book = openpyxl.load_workbook(path)
    wanted, left = fill_facts(book["数据采集"])
    for sheet in book.worksheets[1:]:
        for header, number in columns(sheet).items():
            tags = "措施编号" if header.startswith("下年措施") else "编号"
            for row in range(2, sheet.max_row + 1):
                tag = sheet.cell(row, columns(sheet)[tags]).value
                if header.startswith(INPUTS) and tag and row % 2:
                    about = [str(cell.value) for cell in sheet[row]]
                    answer = DATE if "成文日期" in about else f"{sheet.title}{row}的答复。"
                    wanted[str(tag)] = answer
                    sheet.cell(row, number).value = wanted[str(tag)]
                elif header.startswith(INPUTS) and tag:
                    left.add(str(tag))
    book.save(path)
    return wanted, left


def fill_facts(sheet: Worksheet) -> tuple[dict[str, str], set[str]]:
    wanted: dict[str, str] = {}
    left: set[str] = set()
    known = columns(sheet)
    answer = next(number for header, number in known.items() if header.startswith("本年值"))
    for row in range(2, sheet.max_row + 1):
        tags = str(sheet.cell(row, known["编号"]).value).split("、")
        unit = str(sheet.cell(row, known["单位"]).value or "")
        if row % EVERY == 0:
            left.update(tags)
            continue
        value = row + 0.5 if "%" in unit else row * 10
        sheet.cell(row, answer).value = value
        scale = unit[:1] if unit[:1] in ("万", "亿") else ""
        wanted |= dict.fromkeys(tags, f"{value}{scale}")
    return wanted, left


def work_on(path: Path) -> None:
    """What people do meanwhile: a new paragraph, a changed sentence."""
    document = docx.Document(str(path))
    target = next(p for p in document.paragraphs if p.style and p.style.name == "Normal" and p.runs)
    added = target.insert_paragraph_before(ADDED)
    assert isinstance(added, Paragraph)
    target.runs[0].text = EDITED + target.runs[0].text
    document.save(str(path))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_round(example: Path, tmp_path: Path) -> None:
    draft, book = tmp_path / "2025.docx", tmp_path / "2025.xlsx"
    made = skeleton(example)
    draft.write_bytes(made.data)
    book.write_bytes(api.workbook(made.draft, OPTIONS))
    wanted, left = fill_in(book)
    work_on(draft)

    result = api.fill(draft, [book])
    assert result.unmatched == ()
    assert result.conflicts == ()
    word = reopen(result.data)
    shown = {control.tag: control for control in controls(word.document)}
    assert {tag: shown[tag].text for tag in wanted} == wanted
    assert not any(shown[tag].is_blank for tag in wanted)
    assert all(shown[tag].is_blank for tag in left)
    assert {blank.tag for blank in result.empty} == left
    rows = [text(p) for p in word.paragraphs()]
    assert ADDED in rows
    assert any(EDITED in row for row in rows)

    # Words and units around the blanks are those of the draft; only blanks have changed.
    before = [live_text(p) for p in reopen(draft.read_bytes()).paragraphs()]
    assert [live_text(p) for p in word.paragraphs()] == before

    filled = tmp_path / "2025-已填.docx"
    filled.write_bytes(result.data)
    again = api.fill(filled, [book])
    assert again.data == result.data


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_openxml_audit_reports_no_error(example: Path, tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit")
    made = skeleton(example)
    book = tmp_path / "2025.xlsx"
    book.write_bytes(api.workbook(made.draft, OPTIONS))
    fill_in(book)
    filled = tmp_path / "filled.docx"
    filled.write_bytes(api.fill(_saved(tmp_path, made.data), [book]).data)
    assert audit.OpenXmlValidator().validate(filled).errors == []


def _saved(folder: Path, data: bytes) -> Path:
    path = folder / "untouched.docx"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_offices_together_fill_what_the_one_workbook_fills(
    example: Path, tmp_path: Path
) -> None:
    made = skeleton(example)
    draft = _saved(tmp_path, made.data)
    books = []
    for office, data in api.office_workbooks(made.draft, OPTIONS):
        book = openpyxl.load_workbook(io.BytesIO(data))
        sheet = book["数据采集"]
        line = next(r for r in range(1, 20) if sheet.cell(r, 1).value == "编号")
        answer = next(c.column or 0 for c in sheet[line] if str(c.value).startswith("本年值"))
        for row in range(line + 1, sheet.max_row + 1):
            if sheet.cell(row, 1).value:
                sheet.cell(row, answer).value = 7
        path = tmp_path / f"{office}.xlsx"
        book.save(path)
        books.append(path)
    result = api.fill(draft, books)
    assert result.unmatched == ()
    assert result.conflicts == ()
    tags = [c.tag for c in controls(made.word.document) if c.tag.startswith("F")]
    assert result.written == len(tags)
    assert not any(blank.tag.startswith("F") for blank in result.empty)


@pytest.mark.libreoffice
def test_the_round_by_way_of_libreoffice(tmp_path: Path) -> None:
    """It drops the names of the controls; words and surroundings find them again, twice."""
    soffice = shutil.which("soffice")
    assert soffice is not None
    made = skeleton(EXAMPLES[0])
    draft, book = tmp_path / "2025.docx", tmp_path / "2025.xlsx"
    draft.write_bytes(made.data)
    book.write_bytes(api.workbook(made.draft, OPTIONS))
    wanted, _ = fill_in(book)
    for number in range(2):
        folder = tmp_path / str(number)
        subprocess.run(
            [soffice, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
             "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(draft)],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        result = api.fill(folder / draft.name, [book])
        assert result.unmatched == ()
        assert (result.written > 0) == (number == 0)
        draft.write_bytes(result.data)
    shown = {c.tag: c.text for c in controls(reopen(draft.read_bytes()).document) if c.tag}
    assert {tag: shown.get(tag) for tag in wanted} == wanted
