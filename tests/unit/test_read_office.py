"""What only LibreOffice opens: how it is told, how it is asked, what is said if it fails."""

from __future__ import annotations

import io
import os
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import pytest

from drafter.errors import (
    EncryptedFileError,
    OfficeFailedError,
    OfficeMissingError,
    UnsafeFileError,
)
from drafter.model import Source
from drafter.read import office, read_source
from drafter.read.office import OFFICE_READERS

RTF = rb"{\rtf1\ansi\ansicpg936 \'d2\'bb\'a1\'a2\'b7\'a8\'d6\'ce\par}"


def odt(**parts: str) -> bytes:
    """An OpenDocument text, as far as it is told by its parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name, text in parts.items():
            file.writestr(name.replace("__", "/").replace("_", "."), text)
    return buffer.getvalue()


KINDS = {
    "rtf": RTF,
    "odt": odt(content_xml="<x/>"),
    "xml": b'<?xml version="1.0"?><w:wordDocument '
    b'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>',
    "fodt": b'<?xml version="1.0" encoding="UTF-8"?>\n<office:document '
    b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    b'office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
    b'<text:p xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">\xe7\x94\xb2</text:p>'
    b"</office:text></office:body></office:document>",
    "uot": b'<?xml version="1.0"?><uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof"/>',
}


def reading(data: bytes, folder: Path) -> Source:
    file = folder / "report.txt"  # the suffix says nothing
    file.write_bytes(data)
    return read_source(file)


def program(folder: Path, script: str) -> str:
    """A program in LibreOffice's place."""
    file = folder / "soffice"
    file.write_text(f"#!{sys.executable}\n{script}", encoding="utf-8")
    file.chmod(0o755)
    return str(file)


@pytest.mark.parametrize("kind", KINDS)
def test_a_format_is_told_by_its_content(kind: str) -> None:
    assert [r.format for r in OFFICE_READERS if r.detect(KINDS[kind][:4096])] == [kind]


def test_a_flat_opendocument_text_may_begin_with_other_namespaces() -> None:
    names = b"".join(b'xmlns:n%d="urn:oasis:names:x:%d" ' % (n, n) for n in range(40))
    head = KINDS["fodt"].replace(b"xmlns:office", names + b"xmlns:office", 1)[:4096]
    assert [r.format for r in OFFICE_READERS if r.detect(head)] == ["fodt"]
    bare = KINDS["fodt"].partition(b"\n")[2]  # without the declaration
    assert [r.format for r in OFFICE_READERS if r.detect(bare)] == ["fodt"]


def test_a_text_on_the_formats_is_a_text(tmp_path: Path) -> None:
    source = reading("一、见 schemas.uof.org/ 与 {\\rtf 的说明".encode(), tmp_path)
    assert source.format == "txt"


@pytest.mark.parametrize("kind", KINDS)
def test_without_libreoffice_the_user_is_told(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "find_office", lambda: None)
    with pytest.raises(OfficeMissingError, match="LibreOffice"):
        reading(KINDS[kind], tmp_path)


def test_a_program_on_the_path_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_PLACES", ())
    monkeypatch.setenv("PATH", str(tmp_path))
    assert office.find_office() is None
    if os.name == "posix":
        assert office.find_office() is None
        made = program(tmp_path, "")
        assert office.find_office() == made


@pytest.mark.skipif(os.name != "posix", reason="a script stands in for the program")
def test_a_program_that_makes_nothing_has_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "find_office", lambda: program(tmp_path, ""))
    with pytest.raises(OfficeFailedError, match="格式不受支持"):
        reading(RTF, tmp_path)


def test_a_program_that_cannot_start_has_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "find_office", lambda: str(tmp_path / "none"))
    with pytest.raises(OfficeFailedError, match="无法启动"):
        reading(RTF, tmp_path)


SLEEPER = """
import os, pathlib, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
pathlib.Path({note!r}).write_text(str(child.pid))
time.sleep(60)
"""


@pytest.mark.skipif(os.name != "posix", reason="a script stands in for the program")
def test_a_program_that_hangs_is_stopped_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "pid"
    script = SLEEPER.format(note=str(note))
    monkeypatch.setattr(office, "find_office", lambda: program(tmp_path, script))
    monkeypatch.setattr(office, "SECONDS", 2)
    with pytest.raises(OfficeFailedError, match="2 秒"):
        reading(RTF, tmp_path)
    assert _is_gone(int(note.read_text(encoding="utf-8")))


def _is_gone(process: int) -> bool:
    for _ in range(50):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        state = Path(f"/proc/{process}/stat")
        if state.is_file() and ") Z " in state.read_text(encoding="utf-8"):
            return True  # ended, and not yet fetched by its new parent
        time.sleep(0.1)
    return False


def test_a_password_is_said_before_libreoffice_is_asked(tmp_path: Path) -> None:
    manifest = "<manifest:encryption-data/>"
    with pytest.raises(EncryptedFileError):
        reading(odt(content_xml="x", **{"META-INF__manifest_xml": manifest}), tmp_path)


def test_an_archive_that_blows_up_is_not_given_to_libreoffice(tmp_path: Path) -> None:
    buffer = io.BytesIO(odt())
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("content.xml", " " * (8 * 2**20))
    with pytest.raises(UnsafeFileError):
        reading(buffer.getvalue(), tmp_path)


@pytest.mark.libreoffice
def test_libreoffice_reads_a_file_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    source = reading(RTF, tmp_path)
    assert source.lines == ("一、法治",)
    assert source.format == "rtf"
    assert list(place.iterdir()) == []


@pytest.mark.libreoffice
def test_a_flat_opendocument_text_is_read(tmp_path: Path) -> None:
    source = reading(KINDS["fodt"], tmp_path)
    assert (source.lines, source.format) == (("甲",), "fodt")


@pytest.mark.libreoffice
def test_a_file_that_libreoffice_cannot_open_is_said(tmp_path: Path) -> None:
    with pytest.raises(OfficeFailedError):
        reading(odt(content_xml="kein XML"), tmp_path)
