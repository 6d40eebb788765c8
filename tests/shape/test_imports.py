"""The import contract holds, and so does what it cannot say."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

PACKAGE = Path(__file__).resolve().parents[2] / "drafter"
MODULES = sorted(PACKAGE.rglob("*.py"))
# Modules whose patterns are still to move to `zh`; whoever moves one takes it off the list.
PENDING: frozenset[str] = frozenset()
IDEOGRAPHS = range(0x4E00, 0xA000)
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "base", "core"}


def name_of(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def chinese_patterns(tree: ast.AST) -> Iterator[int]:
    """Lines on which a function of `re` gets a pattern with Chinese words that is written there."""
    for node in ast.walk(tree):
        makes_pattern = isinstance(node, ast.Call) and ast.unparse(node.func).startswith(
            ("re.", "lazy_pattern")
        )
        if isinstance(node, ast.Call) and makes_pattern and node.args:
            words = (
                part.value for part in ast.walk(node.args[0]) if isinstance(part, ast.Constant)
            )
            if any(ord(char) in IDEOGRAPHS for word in words for char in str(word)):
                yield node.lineno


def test_layers_and_fences_hold(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    assert lint_imports(config_filename="pyproject.toml", no_cache=True, no_logo=True) == 0


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_module_is_named_after_what_it_knows(module: Path) -> None:
    assert not FORBIDDEN_NAMES & set(module.relative_to(PACKAGE).with_suffix("").parts)


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_chinese_patterns_come_from_zh_or_are_made_of_data(module: Path) -> None:
    if name_of(module).startswith("zh/"):
        return
    found = list(chinese_patterns(ast.parse(module.read_text(encoding="utf-8"))))
    assert bool(found) == (name_of(module) in PENDING), found


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_no_production_code_asserts(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    assert [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Assert)] == []


def test_the_command_line_starts_without_the_heavy_packages() -> None:
    """`--help` answers in a tenth of a second only while these are imported where they are used."""
    heavy = {
        "docx",
        "jinja2",
        "jsonschema",
        "lxml",
        "olefile",
        "openpyxl",
        "pypdfium2",
        "rapidfuzz",
    }
    code = "import sys, drafter.cli; print(*sorted(sys.modules))"
    shown = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8"
    )
    assert heavy & set(shown.stdout.split()) == set()
