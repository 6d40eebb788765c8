"""Plain text (纯文本): bytes in any usual Chinese encoding become lines.

A line ends at LF, CR LF or CR, nowhere else: U+2028, form feeds and their like stay inside the
line, so that line numbers agree with those of every editor.
"""

from __future__ import annotations

from pathlib import Path

from drafter.errors import BinaryFileError
from drafter.model import Source
from drafter.read.encoding import Decoded, decode, junk_share
from drafter.read.signatures import kind_of

_MAX_JUNK = 0.1
"""Share of control and undecodable characters from which on it is no text.

Random bytes have 0.12 to 0.3 in their best reading; a report with one broken byte in twenty stays
below.
"""


class TextReader:
    """Reads `.txt` and whatever else is text; the last resort of `READERS`."""

    format = "txt"

    def detect(self, head: bytes) -> bool:
        """Whether no signature of a binary format stands at the beginning."""
        return kind_of(head) is None

    def read(self, data: bytes, name: str, path: Path | str) -> Source:
        """The lines of the text.

        Raises:
            BinaryFileError: Hardly any encoding gives characters that a text has.
        """
        decoded = decode(data)
        if _is_rubbish(decoded):
            raise BinaryFileError(path=path)
        return Source(
            name=name,
            format=self.format,
            encoding=decoded.encoding,
            undecodable=decoded.undecodable,
            lines=split_lines(decoded.text),
        )


def split_lines(text: str) -> tuple[str, ...]:
    """The lines without their ends; a line end at the very end begins no further line."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not lines[-1]:
        lines.pop()
    return tuple(lines)


def _is_rubbish(decoded: Decoded) -> bool:
    return junk_share(decoded.text) > _MAX_JUNK
