"""What only LibreOffice opens (.rtf, .odt, .fodt, old XML, 标文通), converted by it to `.docx`.

LibreOffice runs without a window, in a profile of its own that is thrown away: no macros, no links
to outside, no proxy that leads anywhere, and no other window of the user is touched.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from drafter.errors import EncryptedFileError, OfficeFailedError, OfficeMissingError
from drafter.model import Source

if TYPE_CHECKING:
    import subprocess

SECONDS = 60
"""After which LibreOffice is stopped; its first start takes some five, a report one more."""
_NAMES = ("soffice.com", "soffice", "libreoffice")  # .com is the one of Windows that waits
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)
_OPTIONS = (
    "--headless", "--invisible", "--nologo", "--norestore", "--nodefault", "--nolockcheck",
    "--nofirststartwizard",
)  # fmt: skip
WORD_FILTER = "docx:MS Word 2007 XML"

_SECURITY = "Office.Common/Security/Scripting"
_INTERNET = "Inet/Settings"
# (group, setting, value): nothing in the file is run, nothing outside it is fetched
_SETTINGS = (
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    (_SECURITY, "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    (_INTERNET, "ooInetProxyType", "2"),
    (_INTERNET, "ooInetHTTPProxyName", "127.0.0.1"),
    (_INTERNET, "ooInetHTTPProxyPort", "9"),
    (_INTERNET, "ooInetHTTPSProxyName", "127.0.0.1"),
    (_INTERNET, "ooInetHTTPSProxyPort", "9"),
)
_ODF_HEAD = slice(30, 110)
"""Where an ODF file states its kind: the name `mimetype` of the first part, then its content."""
_ODF_MANIFEST = "META-INF/manifest.xml"


class OfficeReader(Struct, frozen=True):
    """Reads a format by way of LibreOffice.

    Attributes:
        format: For `Source.format`, and the suffix that tells LibreOffice what it is.
        kind: Its Chinese name, for messages.
        signs: Any of them near the beginning is a sign of the format.
        starts: Whether the sign stands at the very beginning.
    """

    format: str
    kind: str
    signs: tuple[bytes, ...]
    starts: bool = False

    def detect(self, head: bytes) -> bool:
        """Whether the sign of the format is there."""
        if self.starts:
            return head.lstrip().startswith(self.signs)
        return any(sign in head for sign in self.signs) and head.lstrip()[:5] in _XML_STARTS

    def read(self, data: bytes, name: str, path: Path | str) -> Source:
        """The lines that LibreOffice sees.

        Raises:
            EncryptedFileError: It wants a password.
            OfficeMissingError: LibreOffice is not installed.
            OfficeFailedError: It cannot open the file, or not in time.
            UnsafeFileError: Unpacked it is beyond the limits of `archive`.
        """
        source = read_by_office(data, name, path, file_format=self.format, kind=self.kind)
        # Where LibreOffice wrote the RTF itself, the 、 of a list is lost: 一? and 二?
        return replace(source, markers=tuple(m.replace("?", "、") for m in source.markers))


_XML_STARTS = (b"<?xml", b"\xef\xbb\xbf<?", b"<uof:", b"<w:wo", b"<pkg:", b"<offi")


class OdtReader(Struct, frozen=True):
    """Reads OpenDocument texts (.odt, .ott) by way of LibreOffice."""

    format: str = "odt"

    def detect(self, head: bytes) -> bool:
        """Whether it is a zip file that states to be an OpenDocument text."""
        return head.startswith(b"PK\x03\x04") and b"opendocument.text" in head[_ODF_HEAD]

    def read(self, data: bytes, name: str, path: Path | str) -> Source:
        """The lines that LibreOffice sees; raises what `OfficeReader.read` raises."""
        from drafter.read.archive import Archive  # noqa: PLC0415 -- lxml is slow to load

        archive = Archive(data, path)
        archive.check()
        if _ODF_MANIFEST in archive and b"encryption-data" in archive.read(_ODF_MANIFEST):
            raise EncryptedFileError(path=path)
        return read_by_office(data, name, path, file_format=self.format, kind="ODT 文档")


OFFICE_READERS = (
    OdtReader(),
    OfficeReader("rtf", "RTF 文档", (b"{\\rtf",), starts=True),
    OfficeReader("xml", "Word XML 文档", (
        b"schemas.microsoft.com/office/word/2003/wordml",
        b"schemas.microsoft.com/office/2006/xmlPackage",
    )),
    OfficeReader("fodt", "ODT 单文件文档", (b"<office:document",)),
    OfficeReader("uot", "标文通（UOF）文档", (b"schemas.uof.org/",)),
)  # fmt: skip


def find_office() -> str | None:
    """The program of LibreOffice: on PATH, else at the usual places."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def read_by_office(
    data: bytes, name: str, path: Path | str, *, file_format: str, kind: str
) -> Source:
    """The lines of a file that LibreOffice converts.

    Args:
        data: The file.
        name: File name without folder, for `Source.name`.
        path: As the user gave it, for messages.
        file_format: Suffix by which LibreOffice knows it.
        kind: Its Chinese name, for messages.

    Raises:
        OfficeMissingError: LibreOffice is not installed.
        OfficeFailedError: It cannot open the file, or not in time.
    """
    from drafter.read.word_package import read_docx  # noqa: PLC0415 -- lxml is slow to load

    program = find_office()
    if program is None:
        raise OfficeMissingError(path=path, kind=kind)
    converted = convert(program, data, file_format, path)
    return read_docx(converted, name, path, file_format=file_format)


def convert(program: str, data: bytes, file_format: str, path: Path | str) -> bytes:
    """The file as `.docx`; everything happens in a folder that is removed afterwards.

    Raises:
        OfficeFailedError: LibreOffice cannot be started or open the file, or not in time.
    """
    # A process that is being stopped may still write into its profile.
    with tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        source = folder / f"report.{file_format}"
        source.write_bytes(data)
        profile = folder / "profile"
        _write_settings(profile)
        command = [
            program, f"-env:UserInstallation={profile.as_uri()}", *_OPTIONS,
            "--convert-to", WORD_FILTER, "--outdir", str(folder / "out"), str(source),
        ]  # fmt: skip
        _run(command, path)
        made = folder / "out" / "report.docx"
        if not made.is_file():
            raise OfficeFailedError(path=path, reason="文件可能已损坏、设有密码或格式不受支持")
        return made.read_bytes()


def _run(command: list[str], path: Path | str) -> None:
    import subprocess  # noqa: PLC0415 -- slow to load, and most reports need no LibreOffice

    try:
        process = subprocess.Popen(  # noqa: S603 -- no shell; the arguments are our own
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise OfficeFailedError(path=path, reason=f"无法启动（{error.strerror}）") from error
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        raise OfficeFailedError(path=path, reason=f"超过 {SECONDS} 秒没有完成") from error
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the process and those it started, and no others: its session holds nothing else."""
    if process.poll() is not None:
        return
    import signal  # noqa: PLC0415
    import subprocess  # noqa: PLC0415

    if sys.platform == "win32":
        tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(tree, check=False, capture_output=True)  # noqa: S603 -- a system command
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _write_settings(profile: Path) -> None:
    """The profile's settings, before LibreOffice makes the rest of it."""
    rows = [
        f'<item oor:path="/org.openoffice.{group}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for group, name, value in _SETTINGS
    ]
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema">\n' + "\n".join(rows) + "\n</oor:items>\n",
        encoding="utf-8",
    )
