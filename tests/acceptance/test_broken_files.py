"""Files that the fuzz run broke drafter with, each made by hand: refused in words, or read."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter import api
from drafter.errors import (
    DamagedFileError,
    EncryptedFileError,
    NotSkeletonError,
    NotWorkbookError,
    UnannotatableError,
    UnsafeFileError,
)
from drafter.options import DraftOptions, FinalOptions
from drafter.read import ole
from tests.acceptance.small_reports import report_text
from tests.formats.ole_files import SECTOR, container, document
from tests.render.worked import parts_of, zipped

_RELATIONSHIPS = "word/_rels/document.xml.rels"
_SHEET = "xl/worksheets/sheet1.xml"
_DECLARED = b'<!DOCTYPE a [<!ENTITY x "y">]>'


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """A draft and its workbook."""
    source = tmp_path_factory.mktemp("year") / "2024.txt"
    source.write_text(report_text(), encoding="utf-8")
    options = DraftOptions()
    draft = api.draft([api.read_report(source)], options)
    return api.to_docx(draft, options), api.workbook(draft, options)


@pytest.fixture
def draft(pair: tuple[bytes, bytes], tmp_path: Path) -> Path:
    file = tmp_path / "2025.docx"
    file.write_bytes(pair[0])
    return file


@pytest.fixture
def book(pair: tuple[bytes, bytes], tmp_path: Path) -> Path:
    file = tmp_path / "2025.xlsx"
    file.write_bytes(pair[1])
    return file


def change(file: Path, part: str, edit: Callable[[bytes], bytes]) -> None:
    parts = parts_of(file.read_bytes())
    file.write_bytes(zipped(parts | {part: edit(parts[part])}))


def annotated(file: Path) -> bytes:
    return api.annotate(file, api.review(file))


# --------------------------------------------------------------------------------- Word


def test_comments_and_instructions_in_a_part_are_passed_over(draft: Path, book: Path) -> None:
    strangers = b"<!-- \xe6\xb3\xa8 --><?mso x?></Relationships>"
    change(draft, _RELATIONSHIPS, lambda part: part.replace(b"</Relationships>", strangers))
    assert api.finalize(draft, FinalOptions())[0].blanks
    assert annotated(draft)
    assert api.fill(draft, [book]).data


def test_a_part_that_is_listed_twice_is_written_once(draft: Path) -> None:
    parts = [*parts_of(draft.read_bytes()).items()]
    with warnings.catch_warnings(), zipfile.ZipFile(draft, "w") as archive:
        warnings.simplefilter("ignore")
        for name, content in [*parts, parts[-1]]:
            archive.writestr(name, content)
    with zipfile.ZipFile(io.BytesIO(annotated(draft))) as archive:
        assert len(set(archive.namelist())) == len(archive.namelist())


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", _RELATIONSHIPS])
def test_a_part_that_declares_entities_is_refused(draft: Path, book: Path, part: str) -> None:
    change(draft, part, lambda content: content.replace(b"?>", b"?>" + _DECLARED, 1))
    with pytest.raises((NotSkeletonError, UnsafeFileError)):
        api.finalize(draft, FinalOptions())
    with pytest.raises((NotSkeletonError, UnsafeFileError)):
        api.fill(draft, [book])
    with pytest.raises((UnannotatableError, UnsafeFileError)):
        annotated(draft)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["xl/workbook.xml", _SHEET])
def test_a_workbook_that_declares_entities_is_refused(
    draft: Path, book: Path, part: str, encoding: str
) -> None:
    def declaring(content: bytes) -> bytes:
        root = re.sub(r"\A<\?.*?\?>", "", content.decode())
        return f'<?xml version="1.0"?>{_DECLARED.decode()}{root}'.encode(encoding)

    change(book, part, declaring)
    with pytest.raises(UnsafeFileError, match="实体"):
        api.fill(draft, [book])


def test_a_folder_that_holds_itself_is_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ole, "find_office", lambda: None)
    data = bytearray(container(document(["一、主要举措和成效\r"])))
    root = 2 * SECTOR  # behind header and allocation table, the first entry
    struct.pack_into("<I", data, root + 76, 0)  # what it holds begins with itself
    (tmp_path / "2024.doc").write_bytes(bytes(data))
    with pytest.raises(DamagedFileError):
        api.read_report(tmp_path / "2024.doc")


# ---------------------------------------------------------------------------- workbooks


@pytest.mark.parametrize("number", [99_999_999_999_999, 1_048_577])
def test_a_row_beyond_the_sheet_does_not_hang(draft: Path, book: Path, number: int) -> None:
    row = b'<row r="%d"><c r="A1"><v>1</v></c></row></sheetData>' % number
    change(book, _SHEET, lambda part: part.replace(b"</sheetData>", row))
    with pytest.raises(NotWorkbookError, match="行"):
        api.fill(draft, [book])


def test_the_last_row_and_column_of_a_sheet_may_be_used(draft: Path, book: Path) -> None:
    row = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    change(book, _SHEET, lambda part: part.replace(b"</sheetData>", row))
    assert api.fill(draft, [book]).unmatched == ()


def test_more_rows_than_any_office_fills_in_are_refused(draft: Path, book: Path) -> None:
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(900, 6000))
    change(book, _SHEET, lambda part: part.replace(b"</sheetData>", rows + b"</sheetData>"))
    with pytest.raises(NotWorkbookError, match="5000 行"):
        api.fill(draft, [book])


def test_the_library_prints_nothing_among_the_results(
    draft: Path, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """openpyxl prints "0 is out of range" before it gives up."""
    gone = re.compile(rb"<cellStyleXfs.*?</cellStyleXfs>", re.DOTALL)
    change(book, "xl/styles.xml", lambda part: gone.sub(b'<cellStyleXfs count="0"/>', part))
    with pytest.raises(NotWorkbookError, match="完好"):
        api.fill(draft, [book])
    assert capsys.readouterr().out == ""


def test_an_encrypted_workbook_says_so(draft: Path, book: Path) -> None:
    data = bytearray(book.read_bytes())
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(sign) + offset] |= 1
    book.write_bytes(bytes(data))
    with pytest.raises(EncryptedFileError, match="密码"):
        api.fill(draft, [book])


def test_a_workbook_with_broken_compression_is_refused(draft: Path, book: Path) -> None:
    with zipfile.ZipFile(book) as archive:
        entry = archive.getinfo(_SHEET)
    data = bytearray(book.read_bytes())
    start = entry.header_offset + 30 + len(entry.filename) + 40
    data[start : start + 40] = bytes(40)
    book.write_bytes(bytes(data))
    with pytest.raises(NotWorkbookError, match="完好"):
        api.fill(draft, [book])


# ------------------------------------------------------------------------------- limits


@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_what_would_blow_up_is_not_unpacked(draft: Path, book: Path, suffix: str) -> None:
    file = draft if suffix == "docx" else book
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/x.bmp", bytes(100 * 2**20))
    with pytest.raises(UnsafeFileError, match="过大"):
        api.fill(draft, [book])
    if file == draft:
        with pytest.raises(UnsafeFileError, match="过大"):
            api.finalize(draft, FinalOptions())
        with pytest.raises(UnsafeFileError, match="过大"):
            annotated(draft)
