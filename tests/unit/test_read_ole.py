"""The binary format of Word 97–2003 becomes lines; what cannot be read is said."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from drafter.errors import (
    BinaryFileError,
    DamagedFileError,
    DrafterError,
    EmptyFileError,
    EncryptedFileError,
)
from drafter.model import Source
from drafter.read import ole, read_source
from drafter.read.word97_properties import read_sprms
from tests.formats.ole_files import container, document

Read = Callable[[bytes], Source]


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Reads bytes where LibreOffice is not installed."""
    monkeypatch.setattr(ole, "find_office", lambda: None)

    def _read(data: bytes) -> Source:
        file = tmp_path / "report.txt"  # the suffix says nothing
        file.write_bytes(data)
        return read_source(file)

    return _read


def doc(*pieces: str | bytes) -> bytes:
    return container(document(pieces))


def test_pieces_are_joined_in_their_order(read: Read) -> None:
    source = read(doc("一、主要", "举措\r（一）规", "范执法。\r"))
    assert source.lines == ("一、主要举措", "（一）规范执法。")
    assert source.format == "doc"
    assert source.encoding is None


def test_eight_bit_pieces_are_western_or_gbk(read: Read) -> None:
    western = b"caf\xe9 \x93quoted\x94 29\r"
    gbk = "一、主要举措和成效。\r".encode("gb18030")
    assert read(doc("甲\r", western, gbk)).lines == (
        "甲",
        "café “quoted” 29",
        "一、主要举措和成效。",
    )


def test_characters_beyond_sixteen_bits_are_one(read: Read) -> None:
    assert read(doc("𠮷县\r")).lines == ("𠮷县",)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('共\x13 HYPERLINK "http://x.example/" \x14三\x15项', ("共三项",)),
        ("\x13 IF \x13 PAGE \x147\x15 \x14甲\x15乙", ("甲乙",)),
        ("甲\x13 PAGE \x15乙", ("甲乙",)),
        ("甲\x13 PAGE 没有结尾\r乙", ("甲", "乙")),
        ("甲\x0b乙", ("甲\v乙",)),
        ("甲\x0c乙", ("甲\f乙",)),
        ("甲\x01\x02\x05\x08\x1f乙\x1e丙", ("甲乙-丙",)),
        ("甲\r\r乙", ("甲", "", "乙")),
    ],
    ids=[
        "field",
        "field in a code",
        "no result",
        "no end",
        "soft return",
        "page",
        "signs",
        "blank",
    ],
)
def test_signs_of_word_are_no_text(read: Read, text: str, lines: tuple[str, ...]) -> None:
    assert read(doc(text + "\r")).lines == lines


def test_cells_without_properties_are_still_words(read: Read) -> None:
    source = read(doc("许可\x076204\x07\x07\r"))
    assert "许可" in source.lines[0]


def test_operands_of_all_lengths_are_stepped_over() -> None:
    changes = (
        b"\x03\x24\x02"  # one byte
        b"\x0b\x46\xff\xff"  # two bytes, a list below zero
        b"\x49\x66\x02\x00\x00\x00"  # four bytes
        b"\x15\xc6\xff\x01\x00\x00\x00\x00\x01\x00\x00\x00"  # tab stops of the long kind
        b"\x08\xd6\x06\x00\x01\x02\x03\x04\x05"  # a table
        b"\x16\x24\x01"
    )
    assert read_sprms(changes) == {0x2403: 2, 0x460B: -1, 0x6649: 2, 0x2416: 1}
    assert read_sprms(b"\x0b\x46\x01") == {}


def test_a_password_is_said(read: Read) -> None:
    with pytest.raises(EncryptedFileError, match="密码"):
        read(container(document(["甲\r"], is_encrypted=True)))
    with pytest.raises(EncryptedFileError, match="密码"):
        read(container({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}))


@pytest.mark.parametrize(
    ("stream", "kind"), [("Workbook", "Excel"), ("Book", "Excel"), ("PowerPoint Document", "演示")]
)
def test_other_programs_are_told_by_name(read: Read, stream: str, kind: str) -> None:
    with pytest.raises(BinaryFileError, match=kind):
        read(container({stream: b"x"}))


BROKEN = {
    "container": doc("甲\r")[:700],
    "header only": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "no table": container({"WordDocument": document(["甲\r"])["WordDocument"]}),
    "no pieces": container(document(["甲\r"]) | {"1Table": b""}),
    "word 95": container(document(["甲\r"], version=0x0068)),
    "no word": container({"Contents": b"x"}),
    "rubbish": doc(bytes(range(1, 32)).decode() * 20),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_said_to_be_broken(read: Read, name: str) -> None:
    with pytest.raises(DamagedFileError, match=r"\.docx"):
        read(BROKEN[name])


def test_a_broken_file_goes_to_libreoffice_if_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def by_office(data: bytes, name: str, path: Path | str, **about: str) -> Source:
        asked.append(about["file_format"])
        return Source(name, "doc", None, len(data) - len(data), (str(path),))

    monkeypatch.setattr(ole, "find_office", lambda: "soffice")
    monkeypatch.setattr(ole, "read_by_office", by_office)
    file = tmp_path / "2024.wps"
    file.write_bytes(BROKEN["word 95"])
    assert read_source(file).lines == (str(file),)
    assert asked == ["doc"]


def test_a_document_without_words_is_empty(read: Read) -> None:
    with pytest.raises(EmptyFileError):
        read(doc("\r\r"))


WHOLE = doc("一、主要举措\r", "（一）规范执法。\r".encode("gb18030"))


@pytest.mark.parametrize("place", range(512, len(WHOLE), 61))
def test_no_change_ends_in_a_traceback(read: Read, place: int) -> None:
    data = WHOLE[:place] + b"\xff\x7f\xff\xff" + WHOLE[place + 4 :]
    with suppress(DrafterError):
        assert read(data).format == "doc"
