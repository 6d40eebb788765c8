"""Old Word files (.doc, and .wps that are OLE2 inside): text, lists and tables of Word 97–2003.

What the binary reader cannot make sense of goes to LibreOffice, if it is there.
"""

from __future__ import annotations

import io
import struct
from pathlib import Path

from drafter.errors import BinaryFileError, DamagedFileError, EncryptedFileError, FileKind
from drafter.model import Source
from drafter.read.encoding import junk_share
from drafter.read.office import find_office, read_by_office

_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = {
    "Workbook": FileKind.XLS,
    "Book": FileKind.XLS,
    "PowerPoint Document": FileKind.PPT,
}
_ENCRYPTED = "EncryptedPackage"
"""The stream in which Word keeps a `.docx` with a password."""
_MAIN, _OTHER = "WordDocument", ("0Table", "1Table", "Data")
_MAX_JUNK = 0.05
"""Share of characters that no text has; more means that the positions were read wrong."""


class OleReader:
    """Reads the binary format of Word 97–2003."""

    format = "doc"

    def detect(self, head: bytes) -> bool:
        """Whether it is an OLE2 container; what is in it, its streams tell."""
        return head.startswith(_SIGNATURE)

    def read(self, data: bytes, name: str, path: Path | str) -> Source:
        """The paragraphs of the document, its automatic numerals beside them.

        Raises:
            BinaryFileError: It is an OLE2 file of another program.
            EncryptedFileError: It wants a password.
            DamagedFileError: It is broken, and LibreOffice is not there to try.
            OfficeFailedError: It is broken, and LibreOffice cannot read it either.
        """
        try:
            lines = _lines(data, path)
        except DamagedFileError:
            if find_office() is None:
                raise
            return read_by_office(data, name, path, file_format=self.format, kind=FileKind.OLD_WORD)
        return Source(
            name=name,
            format=self.format,
            encoding=None,
            undecodable=0,
            lines=tuple(text for text, _ in lines),
            markers=tuple(marker for _, marker in lines),
        )


def _lines(data: bytes, path: Path | str) -> list[tuple[str, str]]:
    """(text, automatic numeral) of each line."""
    from drafter.read.word97 import read_word97  # noqa: PLC0415 -- a text file needs it not

    streams = _streams(data, path)
    try:
        lines = read_word97(streams[_MAIN], streams, path)
    except (struct.error, IndexError, KeyError, OverflowError, MemoryError) as error:
        raise DamagedFileError(path=path) from error  # a position that leads nowhere
    if junk_share("".join(text for text, _ in lines)) > _MAX_JUNK:
        raise DamagedFileError(path=path)
    return lines


def _streams(data: bytes, path: Path | str) -> dict[str, bytes]:
    """The streams of a Word document by name."""
    import olefile  # noqa: PLC0415 -- a text file needs it not

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            names = {entry[0] for entry in file.listdir() if len(entry) == 1}
            if _ENCRYPTED in names:
                raise EncryptedFileError(path=path)
            if _MAIN not in names and (other := next(filter(None, map(_OTHERS.get, names)), None)):
                raise BinaryFileError(path=path, kind=other)
            return {
                name: file.openstream(name).read() for name in (_MAIN, *_OTHER) if name in names
            }
    except (OSError, ValueError, IndexError, struct.error, RecursionError) as error:
        raise DamagedFileError(path=path) from error  # folders in a circle, among others
