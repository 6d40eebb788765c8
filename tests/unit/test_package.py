"""The zip container of Word and Excel files."""

from __future__ import annotations

import io
import zipfile

import pytest

from drafter.render.package import PackageFile


def test_neither_clock_nor_environment_tells_the_moment_of_an_entry(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Libraries hand parts over by name; from Python 3.14 on the environment dates those."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    file = io.BytesIO()
    with PackageFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("文/部.xml", "<甲/>")
    with zipfile.ZipFile(file) as package:
        (entry,) = package.infolist()
        assert package.read(entry) == "<甲/>".encode()
    assert (entry.date_time, entry.compress_type) == ((1980, 1, 1, 0, 0, 0), zipfile.ZIP_DEFLATED)
