"""The seal: a file is as drafter wrote it, or it is taken for edited."""

from __future__ import annotations

import io

import docx
import openpyxl
import pytest

from drafter import api
from drafter.options import DraftOptions
from tests.acceptance.small_reports import drafted, report_text

EMPTY_ZIP = b"PK\5\6" + bytes(18)
DRAFT = drafted(report_text())


@pytest.fixture(scope="module", name="document")
def _document() -> bytes:
    return api.to_docx(DRAFT, DraftOptions())


@pytest.fixture(scope="module", name="book")
def _book() -> bytes:
    return api.workbook(DRAFT, DraftOptions())


def test_what_drafter_wrote_is_as_written(document: bytes, book: bytes) -> None:
    assert api.is_as_written(document)
    assert api.is_as_written(book)


def test_a_document_that_was_saved_is_not(document: bytes) -> None:
    stream = io.BytesIO()
    opened = docx.Document(io.BytesIO(document))
    opened.paragraphs[0].add_run("（修改）")
    opened.save(stream)
    assert not api.is_as_written(stream.getvalue())


def test_a_workbook_that_was_saved_is_not(book: bytes) -> None:
    stream = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(book)).save(stream)
    assert not api.is_as_written(stream.getvalue())


@pytest.mark.parametrize("data", [b"", b"text", EMPTY_ZIP], ids=["empty", "text", "zip"])
def test_files_of_others_are_not(data: bytes) -> None:
    assert not api.is_as_written(data)
