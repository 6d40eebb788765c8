"""A report in a Word format reads as it does in plain text, character by character."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.model import Report
from drafter.read import read_source
from tests.acceptance.skeletons import CORPUS, EXAMPLES
from tests.formats import word_files
from tests.formats.agreement import differences, report_of
from tests.reading import understood

REPORTS = (*EXAMPLES, *CORPUS)
CONVERTED = {"doc": "doc:MS Word 97", "rtf": "rtf:Rich Text Format", "odt": "odt"}


def twin_of(path: Path) -> Report:
    return understood(path.read_text(encoding="utf-8"))


def reading(data: bytes, folder: Path) -> Report:
    file = folder / "report.dat"  # the suffix says nothing
    file.write_bytes(data)
    return report_of(read_source(file))


@pytest.fixture(params=REPORTS, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


def test_a_typed_report_reads_like_its_text(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    report = reading(word_files.typed(text), tmp_path)
    assert not differences(report, twin_of(path))
    assert report.frame == twin_of(path).frame


def test_a_numbered_report_reads_like_its_text(path: Path, tmp_path: Path) -> None:
    data, automatic = word_files.numbered(path.read_text(encoding="utf-8"))
    report = reading(data, tmp_path)
    assert not differences(report, twin_of(path))
    shown = [p for p in report.passages if p.marker and not p.text.startswith(p.marker)]
    assert len(shown) == automatic


@pytest.fixture(scope="module")
def office_files(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str, str], Path]:
    """Typed and numbered files of the examples in each format, by (format, kind, report)."""
    folder = tmp_path_factory.mktemp("office")
    made = []
    for report in EXAMPLES:
        text = report.read_text(encoding="utf-8")
        for kind, data in (
            ("typed", word_files.typed(text)), ("numbered", word_files.numbered(text)[0]),
        ):  # fmt: skip
            made.append(folder / f"{kind}-{report.stem}.docx")
            made[-1].write_bytes(data)
    return {
        (suffix, *file.stem.split("-", 1)): file  # type: ignore[misc] # two pieces
        for suffix, target in CONVERTED.items()
        for file in word_files.converted(made, target, folder)
    }


@pytest.mark.libreoffice
@pytest.mark.parametrize("kind", ["typed", "numbered"])
@pytest.mark.parametrize("suffix", CONVERTED)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_office_file_reads_like_its_text(
    office_files: dict[tuple[str, str, str], Path], example: Path, suffix: str, kind: str
) -> None:
    source = read_source(office_files[suffix, kind, example.stem])
    assert source.format == suffix
    assert not differences(report_of(source), twin_of(example))
