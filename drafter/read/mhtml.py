"""Web archives (单个文件网页, .mht and .mhtml): the page inside the mail that a browser saves."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from drafter.errors import BinaryFileError, FileKind
from drafter.model import Source
from drafter.read.html import HtmlReader

if TYPE_CHECKING:
    from email.message import Message

_PAGE = re.compile(rb"^content-type:\s*(?:multipart/related|text/html)", re.MULTILINE)


class MhtmlReader:
    """Reads `.mht` and `.mhtml`, whatever their suffix."""

    format = "mhtml"

    def detect(self, head: bytes) -> bool:
        """Whether the headers of a mail stand at the beginning, with a page for their content."""
        headers = head.lstrip().replace(b"\r\n", b"\n").partition(b"\n\n")[0].lower()
        return b"\nmime-version:" in b"\n" + headers and _PAGE.search(headers) is not None

    def read(self, data: bytes, name: str, path: Path | str) -> Source:
        """The lines of the longest page in the archive; frames around it are short.

        Raises:
            BinaryFileError: There is no page in it.
            WebPageTooDeepError: Its tags are nested beyond what the parser takes.
        """
        from email.parser import BytesParser  # noqa: PLC0415 -- slow, and seldom needed

        try:
            mail = BytesParser().parsebytes(data)
            page = max(map(_page, mail.walk()), key=len)
        except RecursionError as error:  # mails within mails, hundreds deep: made to do harm
            raise BinaryFileError(path=path, kind=FileKind.MHTML) from error
        if not page.strip():
            raise BinaryFileError(path=path, kind=FileKind.MHTML)
        return replace(HtmlReader().read(page, name, path), format=self.format)


def _page(part: Message) -> bytes:
    """The bytes of a page, empty for any other part."""
    if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
        return b""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
