"""From a file to a `Source`, lines of text; a format (文件格式) is one file and one list item."""

from __future__ import annotations

import contextlib
import errno
import sys
from pathlib import Path
from typing import BinaryIO, Protocol

from drafter.errors import (
    BinaryFileError,
    DamagedFileError,
    EmptyFileError,
    FileTooLargeError,
    UnreadableFileError,
)
from drafter.model import Manuscript, Source
from drafter.read.html import HtmlReader
from drafter.read.mhtml import MhtmlReader
from drafter.read.office import OFFICE_READERS
from drafter.read.ole import OleReader
from drafter.read.pdf import PdfReader
from drafter.read.signatures import kind_of
from drafter.read.text import TextReader
from drafter.read.word import WordReader
from drafter.zh.width import is_blank

MAX_BYTES = 32 * 2**20
"""The largest file that is read; a report has some 50 KB, with pictures a few MB."""
STDIN = "-"
"""The path that stands for standard input."""
_STDIN_NAME = "标准输入"
_HEAD = 4096


class Reader(Protocol):
    """A format that drafter reads."""

    @property
    def format(self) -> str:
        """What `Source.format` will say."""
        ...

    def detect(self, head: bytes) -> bool:
        """Whether a file that begins with `head` (some KB) is of this format."""
        ...

    def read(self, data: bytes, name: str, path: Path | str) -> Source:
        """The lines of the file `data`.

        Args:
            data: The whole file, not empty.
            name: File name without folder, for `Source.name`.
            path: As the user gave it, for messages.
        """
        ...


READERS: tuple[Reader, ...] = (
    *OFFICE_READERS,
    OleReader(),
    WordReader(),
    PdfReader(),
    MhtmlReader(),
    HtmlReader(),
    TextReader(),
)
"""In the order they are asked; text comes last, since it takes whatever has no signature."""


def read_source(path: str | Path, stdin: BinaryIO | None = None) -> Source:
    """The report in a file, as lines.

    Args:
        path: The file; `-` reads standard input.
        stdin: Standard input, where it is not the process's own.

    Raises:
        UnreadableFileError: It does not exist, is a folder, or may not be read.
        FileTooLargeError: It has more than `MAX_BYTES`.
        EmptyFileError: Nothing in it is visible.
        BinaryFileError: It is of a format that no reader knows.
    """
    data = _load(path, stdin)
    return source_of(data, shown_name(path))


def source_of(data: bytes, path: str | Path) -> Source:
    """The report in the bytes of a file, as lines.

    Args:
        data: The whole file.
        path: Where it comes from or will go, for messages.

    Raises:
        EmptyFileError: Nothing in it is visible.
        BinaryFileError: It is of a format that no reader knows.
    """
    if not data:
        raise EmptyFileError(path=path)
    source = _reader_of(data, path).read(data, Path(path).name, path)
    if all(map(is_blank, source.lines)):
        raise EmptyFileError(path=path)
    return source


def read_bytes(path: str | Path) -> bytes:
    """A file as it is: for what is no report (a draft, a workbook).

    Raises:
        UnreadableFileError: It does not exist, is a folder, or may not be read.
        FileTooLargeError: It has more than `MAX_BYTES`.
    """
    return _load(Path(path), None)


def read_package(path: str | Path) -> bytes:
    """A draft or a workbook as it is, if it can be unpacked without harm.

    What is no zip file, or a broken one, is left to those who open it.

    Raises:
        UnreadableFileError: It does not exist, is a folder, or may not be read.
        FileTooLargeError: It has more than `MAX_BYTES`.
        UnsafeFileError: It is beyond the limits of `archive`.
        EncryptedFileError: Its parts are encrypted.
    """
    from drafter.read.archive import Archive  # noqa: PLC0415 -- lxml is slow to load

    data = read_bytes(path)
    with contextlib.suppress(DamagedFileError):
        Archive(data, path).check()
    return data


def read_manuscript(data: bytes) -> Manuscript | None:
    """A Word file beyond its text; None for files of other formats.

    Args:
        data: A file that `read_source` has read.
    """
    if not isinstance(_reader_of(data, ""), WordReader):
        return None
    from drafter.read.manuscript import look_at  # noqa: PLC0415 -- lxml is slow to load

    return look_at(data)


def _reader_of(data: bytes, path: str | Path) -> Reader:
    head = data[:_HEAD]
    for reader in READERS:
        if reader.detect(head):
            return reader
    raise BinaryFileError(path=path, kind=kind_of(data))


def _load(path: str | Path, stdin: BinaryIO | None) -> bytes:
    """The bytes; at most one beyond the limit is read, so that no stream fills the memory."""
    try:
        if path == STDIN:
            if stdin is None and sys.stdin is None:  # closed by who started the process
                raise UnreadableFileError(path=_STDIN_NAME, reason="没有接上")
            return _limited(stdin or sys.stdin.buffer, _STDIN_NAME, size=None)
        file = Path(path)
        if file.is_dir():  # Windows would only say that access is denied
            raise UnreadableFileError(path=path, reason="这是文件夹，不是文件")
        with file.open("rb") as stream:
            return _limited(stream, path, size=file.stat().st_size)
    except OSError as error:
        raise UnreadableFileError(path=shown_name(path), reason=_reason(error)) from error
    except ValueError as error:  # a NUL in the path, or a closed standard input
        raise UnreadableFileError(path=shown_name(path), reason=f"系统报告“{error}”") from error


def shown_name(path: str | Path) -> str:
    """A path as results and messages call it: standard input has a name of its own."""
    return _STDIN_NAME if path == STDIN else str(path)


def _limited(stream: BinaryIO, path: str | Path, size: int | None) -> bytes:
    if size is not None and size > MAX_BYTES:
        raise FileTooLargeError(path=path, size=size, limit=MAX_BYTES)
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise FileTooLargeError(path=path, size=len(data), limit=MAX_BYTES)
    return data


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "找不到这个文件"
    if isinstance(error, PermissionError):
        return "没有读取权限，或文件正被其他程序占用"
    if error.errno == errno.ENAMETOOLONG:
        return "文件名太长"
    return f"系统报告“{error.strerror or error}”"
