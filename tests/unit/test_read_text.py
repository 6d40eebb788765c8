"""Bytes become lines: encodings, line ends, and what is refused."""

from __future__ import annotations

import io
import os
import random
import sys
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import (
    BinaryFileError,
    DrafterError,
    EmptyFileError,
    FileKind,
    FileTooLargeError,
    UnreadableFileError,
)
from drafter.model import Source
from drafter.read import MAX_BYTES, READERS, read_source
from drafter.read.encoding import CANDIDATES, decode, junk_share, score
from drafter.read.signatures import kind_of
from drafter.read.text import split_lines

SIMPLIFIED = """云溪县人民政府关于2024年法治政府建设情况的报告

青岚市人民政府：
　　2024年，我县紧紧围绕中心工作，扎实推进法治政府建设，现将有关情况报告如下：
一、主要举措和成效
（一）规范行政执法。全年评查案卷126件，发现问题37个，整改率达98.5％；
（二）做实行政复议。收到申请83件，同比增长12.2%，“应受尽受”渠道更加畅通。
二、存在的不足
基层执法力量薄弱，个别镇街重大行政决策程序落实不到位——主要原因是培训不够。
"""
TRADITIONAL = """雲溪縣人民政府關於2024年法治政府建設情況的報告
一、主要舉措和成效
（一）規範行政執法。全年評查案卷126件，發現問題37個，整改率達98.5%。
（二）做實行政復議。收到申請83件，渠道更加暢通。
二、存在的不足
基層執法力量薄弱，個別部門決策程序落實不到位，主要原因是培訓不夠。
"""
CODECS = {"big5": "cp950"}
Read = Callable[[bytes], Source]


def encode(text: str, encoding: str) -> bytes:
    return text.encode(CODECS.get(encoding, encoding))


def text_for(encoding: str) -> str:
    return TRADITIONAL if encoding == "big5" else SIMPLIFIED


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def _read(data: bytes) -> Source:
        file = tmp_path / "2024.txt"
        file.write_bytes(data)
        return read_source(file)

    return _read


# ------------------------------------------------------------- encodings


@pytest.mark.parametrize("encoding", CANDIDATES)
def test_a_whole_report_without_a_mark_is_read_in_its_encoding(encoding: str) -> None:
    text = text_for(encoding)
    decoded = decode(encode(text, encoding))
    assert (decoded.text, decoded.encoding, decoded.undecodable) == (text, encoding, 0)


@pytest.mark.parametrize("encoding", CANDIDATES)
@pytest.mark.parametrize("length", [8, 12, 20, 50])
def test_a_few_characters_of_a_report_are_enough(encoding: str, length: int) -> None:
    text = text_for(encoding)
    for start in range(len(text) - length):
        sample = text[start : start + length]
        decoded = decode(encode(sample, encoding))
        assert decoded.text == sample, f"{encoding} taken for {decoded.encoding}"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\x84\x31\x95\x33", "gb18030"),
        (b"\xff\xfe", "utf-16le"),
        (b"\xfe\xff", "utf-16be"),
        (b"\xff\xfe\x00\x00", "utf-32le"),
        (b"\x00\x00\xfe\xff", "utf-32be"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.hex(),
)
@pytest.mark.parametrize("text", [SIMPLIFIED, "联", "2024"], ids=["report", "one-sign", "figures"])
def test_a_byte_order_mark_decides_and_is_no_character(
    mark: bytes, encoding: str, text: str
) -> None:
    decoded = decode(mark + text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.undecodable) == (text, encoding, 0)


def test_a_mark_before_text_of_another_encoding_is_not_believed() -> None:
    decoded = decode(b"\xef\xbb\xbf" + SIMPLIFIED.encode("gb18030"))
    assert (decoded.text, decoded.encoding) == (SIMPLIFIED, "gb18030")


def test_characters_of_four_bytes_in_gb18030_are_read() -> None:
    text = "㐂镇𠮷村人民政府2024年法治政府建设情况报告，绿地率38㎡。"
    assert decode(text.encode("gb18030")).text == text


def test_plain_figures_and_letters_are_utf8() -> None:
    assert decode(b"2024 report\r\n").encoding == "utf-8"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16le"])
def test_a_few_broken_bytes_do_not_change_the_encoding(encoding: str) -> None:
    rng = random.Random(7)
    for _ in range(40):
        data = bytearray(SIMPLIFIED.encode(encoding))
        for _ in range(3):
            data[rng.randrange(len(data))] = rng.randrange(256)
        assert decode(bytes(data)).encoding == encoding


def test_undecodable_characters_are_counted_and_stand_as_replacement_characters(
    read: Read,
) -> None:
    data = SIMPLIFIED.encode("utf-8").replace("执法".encode(), b"\xff\xe6\x89", 1)
    source = read(data)
    assert source.encoding == "utf-8"
    assert source.undecodable == 2
    assert "\n".join(source.lines).count("\ufffd") == 2


def test_replacement_characters_that_the_file_had_are_not_counted() -> None:
    decoded = decode((SIMPLIFIED + "\ufffd").encode("utf-8"))
    assert decoded.undecodable == 0


def test_all_that_no_text_has_is_junk_and_nothing_else() -> None:
    junk = {"Cc", "Cn", "Co", "Cs"}
    for char in map(chr, (*range(0x30000), *range(0xE0000, 0xE0200), 0xF0000, 0x10FFFF)):
        is_ideograph = "\U00020000" <= char < "\U00040000"
        is_junk = char == "\ufffd" or unicodedata.category(char) in junk
        expected = is_junk and not is_ideograph and char not in "\t\n\r\f\v\x1a"
        assert junk_share(char) == expected, hex(ord(char))
    assert junk_share("办理\ufffd\ufffd\x00。") == 0.5


def test_a_right_reading_scores_higher_than_every_wrong_one() -> None:
    data = SIMPLIFIED.encode("gb18030")
    wrong = [data.decode(codec, "replace") for codec in ("big5", "utf-8", "utf-16le", "utf-16be")]
    assert score(SIMPLIFIED) > 0.7
    assert max(map(score, wrong)) < 0.4


def test_an_ascii_beginning_longer_than_the_sample_does_not_mislead() -> None:
    text = "<p>navigation</p>\r\n" * 10_000 + SIMPLIFIED
    assert decode(text.encode("gb18030")).text == text


# ------------------------------------------------------------- line ends


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("甲\n乙", ("甲", "乙")),
        ("甲\r\n乙\r\n", ("甲", "乙")),
        ("甲\r乙\r", ("甲", "乙")),
        ("甲\n\r乙", ("甲", "", "乙")),
        ("甲\r\r\n乙", ("甲", "", "乙")),
        ("甲\n\n", ("甲", "")),
        ("\n甲", ("", "甲")),
        ("", ()),
        ("甲\u2028乙\x0b丙\x0c丁\x85戊\x1c己", ("甲\u2028乙\x0b丙\x0c丁\x85戊\x1c己",)),
    ],
    ids=["lf", "crlf", "cr", "lf-cr", "cr-crlf", "blank-last", "blank-first", "none", "others"],
)
def test_lines_end_at_lf_crlf_and_cr_only(text: str, lines: tuple[str, ...]) -> None:
    assert split_lines(text) == lines


@pytest.mark.property
@given(st.text(alphabet="甲\r\n \u2028"))
def test_lines_are_numbered_as_by_universal_newlines(text: str) -> None:
    expected = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8").read().split("\n")
    lines = split_lines(text)
    assert list(lines) == (expected if expected[-1] else expected[:-1])


def test_control_and_zero_width_characters_stay_in_the_lines(read: Read) -> None:
    line = "一、\x01主要\x00举措\u200b和成效\u3000\t"
    source = read((line + "\r\n" + SIMPLIFIED).encode())
    assert source.lines[0] == line


@pytest.mark.property
@given(st.text(alphabet=SIMPLIFIED + "𠮷㎡\u200b", min_size=1), st.sampled_from(["\n", "\r\n"]))
def test_no_character_of_a_text_is_lost(text: str, newline: str) -> None:
    data = (SIMPLIFIED + text).replace("\n", newline).encode("gb18030")
    assert "\n".join((*READERS[-1].read(data, "x", "x").lines, "")).startswith(SIMPLIFIED + text)


# -------------------------------------------------------- files, streams


def test_a_source_says_name_format_and_encoding(tmp_path: Path) -> None:
    file = tmp_path / "云溪县2024.txt"
    file.write_bytes(SIMPLIFIED.encode("gb18030"))
    source = read_source(str(file))
    assert (source.name, source.format, source.encoding) == ("云溪县2024.txt", "txt", "gb18030")


def test_a_dash_reads_standard_input() -> None:
    source = read_source("-", io.BytesIO(SIMPLIFIED.encode()))
    assert source.name == "标准输入"
    assert source.lines == tuple(SIMPLIFIED.splitlines())


def test_without_a_stream_a_dash_reads_that_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO(SIMPLIFIED.encode("gb18030")), encoding="utf-8")
    )
    assert read_source("-").encoding == "gb18030"


def test_a_process_without_standard_input_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)  # `drafter parse - <&-`, and pythonw
    with pytest.raises(UnreadableFileError, match="标准输入"):
        read_source("-")


@pytest.mark.parametrize(
    "data",
    [b"", b" \r\n\t\n", "\u3000\u200b\n".encode(), b"\xef\xbb\xbf"],
    ids=["nothing", "blanks", "invisible", "mark"],
)
def test_a_file_without_a_visible_character_is_empty(read: Read, data: bytes) -> None:
    with pytest.raises(EmptyFileError):
        read(data)


def zip_of(part: str) -> bytes:
    """A zip file with one part, by whose name its kind is told."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr(part, "<x/>")
    return buffer.getvalue()


BINARY = {
    ".xlsx": zip_of("xl/workbook.xml"),
    "OFD": zip_of("OFD.xml"),
    "压缩包": zip_of("2024.txt"),
    "看起来是压缩包": zip_of("2024/word/document.xml"),
    "图片": b"\x89PNG\r\n\x1a\n" + bytes(20),
}


@pytest.mark.parametrize("kind", BINARY)
def test_a_binary_file_is_refused_by_the_name_of_its_kind(read: Read, kind: str) -> None:
    with pytest.raises(BinaryFileError, match=kind.replace(".", r"\.")):
        read(BINARY[kind])


@pytest.mark.parametrize(
    "data",
    [
        b"GIF89a\x01\x00",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"RIFF\x24\x00\x00\x00WEBPVP8 ",
        b"BM\x36\x10\x0e\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00\x00\x00" + bytes(40),
    ],
    ids=["gif", "jpeg", "webp", "bmp"],
)
def test_pictures_are_told_by_their_first_bytes(data: bytes) -> None:
    assert kind_of(data) is FileKind.IMAGE


def test_a_text_that_begins_like_a_bitmap_is_a_text() -> None:
    assert kind_of("BM科技园区2024年法治政府建设年度报告".encode()) is None


@pytest.mark.parametrize("seed", range(10))
def test_bytes_that_are_no_text_in_any_encoding_are_refused(read: Read, seed: int) -> None:
    with pytest.raises(BinaryFileError):
        read(random.Random(seed).randbytes(5000))


def test_a_program_is_refused(read: Read) -> None:
    with pytest.raises(BinaryFileError):
        read(Path(sys.executable).read_bytes()[:200_000])


def test_a_file_above_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "big.txt"
    with file.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)  # sparse: takes no room
    with pytest.raises(FileTooLargeError, match="32 MB"):
        read_source(file)


def test_an_endless_stream_is_refused() -> None:
    class Endless(io.RawIOBase):
        taken = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            self.taken += len(buffer)
            return len(buffer)

    endless = Endless()
    with pytest.raises(FileTooLargeError):
        read_source("-", io.BufferedReader(endless))
    assert endless.taken <= MAX_BYTES + 2**20


@pytest.mark.parametrize(
    ("name", "words"),
    [("没有.txt", "找不到"), ("", "文件夹"), ("a\0b", "系统报告"), ("长" * 300, "太长")],
    ids=["missing", "folder", "nul", "long"],
)
def test_what_cannot_be_opened_says_why(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(UnreadableFileError, match=words) as caught:
        read_source(str(tmp_path / name))
    assert caught.value.exit_code == 3


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    file = tmp_path / "2024.txt"
    file.touch(mode=0o000)
    with pytest.raises(UnreadableFileError, match="权限"):
        read_source(file)


@pytest.mark.property
@given(st.binary(max_size=300))
def test_whatever_the_bytes_no_other_error_escapes(data: bytes) -> None:
    try:
        source = read_source("-", io.BytesIO(data))
    except DrafterError:
        return
    assert source.lines
