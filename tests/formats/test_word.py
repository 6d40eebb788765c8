"""A report in a Word format reads as it does in plain text, character by character."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from drafter.match import match
from drafter.model import Report
from drafter.read import office, read_source
from drafter.structure import structure
from tests.acceptance.skeletons import CORPUS, EXAMPLES
from tests.formats import word_files
from tests.formats.agreement import differences
from tests.reading import KNOWLEDGE, matched

REPORTS = (*EXAMPLES, *CORPUS)
CONVERTED = {"doc": "doc:MS Word 97", "rtf": "rtf:Rich Text Format", "odt": "odt"}


@cache
def twin_of(path: Path) -> Report:
    return matched(path.read_text(encoding="utf-8"))


def reading(file: Path) -> Report:
    return match(structure(read_source(file), KNOWLEDGE), KNOWLEDGE)


def reading_of(data: bytes, folder: Path) -> Report:
    file = folder / "report.dat"  # the suffix says nothing
    file.write_bytes(data)
    return reading(file)


@pytest.fixture(params=REPORTS, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


def test_a_typed_report_reads_like_its_text(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    report = reading_of(word_files.typed(text), tmp_path)
    assert not differences(report, twin_of(path))
    assert report.frame == twin_of(path).frame


def test_a_numbered_report_reads_like_its_text(path: Path, tmp_path: Path) -> None:
    data, automatic = word_files.numbered(path.read_text(encoding="utf-8"))
    report = reading_of(data, tmp_path)
    assert not differences(report, twin_of(path))
    shown = [p for p in report.passages if p.marker and not p.text.startswith(p.marker)]
    assert len(shown) == automatic


CHANGED = [
    ("一、", "主要举措"),
    ("（一）", "规范执法。查处126件"),
    ("（二）", "甲\v乙"),
    ("", "办法印发。"),
    ("", "显示。"),
    ("", "类别|件"),
    ("", "许可|6204"),
    ("", "处罚|1873"),
    ("二、", "存在的不足"),
]


def shown(file: Path) -> list[tuple[str, str]]:
    source = read_source(file)
    brackets = str.maketrans("()", "（）")
    rows = zip(source.markers, source.lines, strict=True)
    return [(marker.translate(brackets), text) for marker, text in rows if text]


def test_changes_fields_and_tables_of_a_word_file(tmp_path: Path) -> None:
    file = tmp_path / "changed.docx"
    file.write_bytes(word_files.changed())
    assert shown(file) == CHANGED


@pytest.mark.libreoffice
@pytest.mark.parametrize("suffix", CONVERTED)
def test_changes_fields_and_tables_of_an_office_file(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / "changed.docx"
    file.write_bytes(word_files.changed())
    assert shown(word_files.converted([file], CONVERTED[suffix], tmp_path)[0]) == CHANGED


@pytest.fixture(scope="module")
def office_files(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str, str], Path]:
    """Typed and numbered files in each format, by (format, kind, report)."""
    folder = tmp_path_factory.mktemp("office")
    made = []
    for report in REPORTS:
        text = report.read_text(encoding="utf-8")
        for kind, data in (
            ("typed", word_files.typed(text)), ("numbered", word_files.numbered(text)[0]),
        ):  # fmt: skip
            made.append(folder / f"{kind}-{report.stem}.docx")
            made[-1].write_bytes(data)
    return {
        (suffix, *file.stem.split("-", 1)): file  # type: ignore[misc] # two pieces
        for suffix, target in CONVERTED.items()
        for file in word_files.converted(_chosen(made, suffix), target, folder)
    }


def _chosen(files: list[Path], suffix: str) -> list[Path]:
    """All for .doc, which drafter reads itself; what LibreOffice reads again is read once."""
    examples = {path.stem for path in EXAMPLES}
    return [
        file
        for file in files
        if suffix == "doc" or file.stem.startswith("numbered") or file.stem[6:] in examples
    ]


@pytest.mark.libreoffice
@pytest.mark.parametrize("kind", ["typed", "numbered"])
@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_an_old_word_file_reads_like_its_text(
    office_files: dict[tuple[str, str, str], Path], report: Path, kind: str
) -> None:
    read = reading(office_files["doc", kind, report.stem])
    assert read.source.format == "doc"
    assert not differences(read, twin_of(report))


@pytest.fixture(scope="module")
def office_readings(
    office_files: dict[tuple[str, str, str], Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[tuple[str, str, str], Report]:
    """What is read by way of LibreOffice: it is started for each example, and once for the rest."""
    by_office = [key for key in office_files if key[0] != "doc"]
    alone = {("numbered", path.stem) for path in EXAMPLES}
    opened: dict[bytes, bytes] = {}
    for suffix in ("rtf", "odt"):
        rest = [office_files[key] for key in by_office if key[0] == suffix and key[1:] not in alone]
        folder = tmp_path_factory.mktemp(suffix)
        made = word_files.converted(rest, office.WORD_FILTER, folder)
        opened |= {a.read_bytes(): b.read_bytes() for a, b in zip(rest, made, strict=True)}
    convert = office.convert
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            office,
            "convert",
            lambda program, data, *rest: opened.get(data) or convert(program, data, *rest),
        )
        return {key: reading(office_files[key]) for key in by_office}


@pytest.mark.slow
@pytest.mark.libreoffice
@pytest.mark.parametrize(
    ("kind", "report"),
    [("numbered", path) for path in REPORTS] + [("typed", path) for path in EXAMPLES],
    ids=lambda value: value.stem if isinstance(value, Path) else value,
)
@pytest.mark.parametrize("suffix", ["rtf", "odt"])
def test_a_file_that_libreoffice_opens_reads_like_its_text(
    office_readings: dict[tuple[str, str, str], Report], report: Path, suffix: str, kind: str
) -> None:
    read = office_readings[suffix, kind, report.stem]
    assert read.source.format == suffix
    assert not differences(read, twin_of(report))
