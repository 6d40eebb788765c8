"""A report on a web page or in a PDF file reads as in plain text, character by character."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from drafter.model import Report
from drafter.read import read_source
from tests.acceptance.skeletons import CORPUS, EXAMPLES
from tests.formats.agreement import differences, report_of
from tests.formats.pages import LAYOUTS, paragraphs, print_pdfs, sheet

REPORTS = (*EXAMPLES, *CORPUS)
_FEWEST = 8
"""Paragraphs of a report that is printed; a report on one line was never on paper."""


@cache
def twin_of(path: Path) -> Report:
    return report_of(read_source(path))


def printed() -> list[Path]:
    return [path for path in REPORTS if len(paragraphs(twin_of(path))) >= _FEWEST]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_a_web_page_reads_like_its_text(path: Path, layout: str, tmp_path: Path) -> None:
    make, encoding = LAYOUTS[layout]
    file = tmp_path / "report.dat"  # the suffix says nothing
    file.write_bytes(make(path.read_text(encoding="utf-8")).encode(encoding))
    source = read_source(file)
    report = report_of(source)
    assert (source.format, source.encoding, source.undecodable) == ("html", encoding, 0)
    assert not differences(twin_of(path), report)
    assert report.frame == twin_of(path).frame


@pytest.fixture(scope="module")
def prints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    sheets = {path.stem: sheet(paragraphs(twin_of(path))) for path in printed()}
    return print_pdfs(sheets, tmp_path_factory.mktemp("pdf"))


@pytest.mark.libreoffice
@pytest.mark.slow
@pytest.mark.parametrize("path", printed(), ids=lambda path: path.stem)
def test_a_print_reads_like_its_text(path: Path, prints: dict[str, bytes], tmp_path: Path) -> None:
    file = tmp_path / "report.dat"
    file.write_bytes(prints[path.stem])
    source = read_source(file)
    report = report_of(source)
    assert (source.format, source.undecodable) == ("pdf", 0)
    assert not differences(twin_of(path), report)
    # What only a page around the text says (标题, 成文日期) is not printed.
    assert report.frame.year == twin_of(path).frame.year
    assert report.frame.addressee == twin_of(path).frame.addressee
    assert report.frame.signature == twin_of(path).frame.signature


@pytest.mark.libreoffice
@pytest.mark.slow
def test_two_columns_read_one_after_the_other(tmp_path: Path) -> None:
    sheets = {path.stem: sheet(paragraphs(twin_of(path)), columns=2) for path in EXAMPLES}
    pdfs = print_pdfs(sheets, tmp_path)
    for path in EXAMPLES:
        file = tmp_path / "report.dat"
        file.write_bytes(pdfs[path.stem])
        assert not differences(twin_of(path), report_of(read_source(file)))
