"""The zip container of a Word file: read, and written to the same bytes for the same parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

EARLIEST = 315_532_800
"""1980-01-01T00:00:00Z in seconds since 1970: the first moment a zip entry can bear."""


class PackageFile(zipfile.ZipFile):
    """A zip file that asks neither the clock nor the environment for an entry's moment.

    For libraries that hand their entries over by name. From Python 3.14 on `ZipFile` takes those
    moments from SOURCE_DATE_EPOCH, and whatever else stands there ends in an error.
    """

    def writestr(
        self,
        zinfo_or_arcname: str | zipfile.ZipInfo,
        data: Any,  # noqa: ANN401 - bytes, text or a buffer, as the library takes them
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        """As the library's own; an entry given by name bears the first moment there is."""
        entry = zinfo_or_arcname
        if isinstance(entry, str):
            entry = new_entry(entry, method=self.compression)
        super().writestr(entry, data, compress_type, compresslevel)


def new_entry(
    name: str, epoch: int | None = None, method: int = zipfile.ZIP_DEFLATED
) -> zipfile.ZipInfo:
    """An entry to be written.

    Args:
        name: Of the part.
        epoch: Its time stamp in seconds since 1970; None and all before 1980 give 1980-01-01.
        method: Of compression.
    """
    moment = datetime.fromtimestamp(max(epoch or 0, EARLIEST), UTC)
    entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
    entry.compress_type = method
    entry.create_system = 0  # the default differs between Windows and Linux
    return entry


def read_package(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name, in the order of the file.

    Raises:
        zipfile.BadZipFile: `data` is no zip file.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist() if not name.endswith("/")}


def write_package(
    parts: Mapping[str, bytes], *, epoch: int | None = None, is_compressed: bool = True
) -> bytes:
    """A zip file of `parts` that depends on nothing but its arguments.

    Args:
        parts: Contents by name, in the order to be written.
        epoch: Time stamp of all entries in seconds since 1970 (SOURCE_DATE_EPOCH); None and all
            before 1980 give 1980-01-01.
        is_compressed: False stores the parts as they are, so that no version of zlib shows.
    """
    method = zipfile.ZIP_DEFLATED if is_compressed else zipfile.ZIP_STORED
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as file:
        for name, content in parts.items():
            file.writestr(new_entry(name, epoch, method), content)
    return buffer.getvalue()
