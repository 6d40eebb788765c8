"""What every kind of test shares: which tools are at hand, how golden files are rewritten."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

# A slow machine is no bug, and a failure must come back the same on the next run.
settings.register_profile("drafter", deadline=None, derandomize=True)
settings.load_profile("drafter")

ROOT = Path(__file__).resolve().parent.parent
_TOOLS = ("soffice", "pdftotext")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds `--rewrite-golden`."""
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write what drafter makes now over the expected files; review the diff like code",
    )


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skips what LibreOffice is needed for where it is missing; CI demands it instead."""
    missing = [tool for tool in _TOOLS if shutil.which(tool) is None]
    if item.get_closest_marker("libreoffice") is None or not missing:
        return
    reason = f"{' and '.join(missing)} not found: install LibreOffice Writer and poppler-utils"
    if os.environ.get("DRAFTER_REQUIRE_LIBREOFFICE") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture
def rewrite_golden(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be written instead of compared."""
    return bool(request.config.getoption("--rewrite-golden"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT
