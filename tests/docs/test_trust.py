"""docs/trust.md names tests that exist, and limits as the code has them."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "trust.md").read_text(encoding="utf-8")
TESTS = sorted(set(re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", PAGE)))
LIMITS = re.findall(r"^\|[^|]*\| ([^|]+) \| `(drafter[\w.]+)` \|$", PAGE, re.MULTILINE)


def shown(value: float) -> str:
    """A limit as the page writes it."""
    is_size = value == int(value) and int(value) % 2**20 == 0
    return f"{int(value) // 2**20} MB" if is_size else f"{value:,.0f}"


@pytest.mark.parametrize(("file", "name"), TESTS, ids=lambda part: str(part).rpartition("/")[2])
def test_every_test_that_the_page_names_exists(file: str, name: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert not name or f"\ndef {name}(" in text


@pytest.mark.parametrize(("value", "path"), LIMITS, ids=[path for _, path in LIMITS])
def test_every_limit_on_the_page_is_that_of_the_code(value: str, path: str) -> None:
    module, _, name = path.rpartition(".")
    assert shown(getattr(importlib.import_module(module), name)) == value


def test_the_page_names_tests_and_limits() -> None:
    assert len(TESTS) > 30
    assert len(LIMITS) > 12


def test_every_file_of_these_tests_is_on_the_page() -> None:
    acceptance = ROOT / "tests" / "acceptance"
    for name in ("broken_files", "foreign_schemas", "foreign_templates", "nothing_leaves",
                 "output_is_text", "writes"):  # fmt: skip
        assert (acceptance / f"test_{name}.py").is_file()
        assert f"test_{name}.py" in PAGE
