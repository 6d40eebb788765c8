"""Word files (.docx, .docm, .dotx, zipped .wps), read by their XML.

Automatic numerals, tracked changes and content controls are to be read as the reader of the
document sees them. Macros, pictures and links stay untouched.
"""

from __future__ import annotations

from pathlib import Path

from drafter.model import Source

_ZIP = b"PK\x03\x04"


class WordReader:
    """Reads WordprocessingML, transitional and strict."""

    format = "docx"

    def detect(self, head: bytes) -> bool:
        """Whether it is a zip file; which kind, its parts tell."""
        return head.startswith(_ZIP)

    def read(self, data: bytes, name: str, path: Path | str) -> Source:
        """The paragraphs of the document, its automatic numerals beside them.

        Raises:
            BinaryFileError: It is a zip file of another kind.
            DamagedFileError: The file is broken.
            EncryptedFileError: Its parts are encrypted.
            UnsafeFileError: It is beyond the limits of `archive`.
        """
        # Here: lxml takes longer to load than a text file to read.
        from drafter.read.word_package import read_docx  # noqa: PLC0415

        return read_docx(data, name, path, file_format=self.format)
