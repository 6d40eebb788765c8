"""The import contract holds, and so does what it cannot say."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

PACKAGE = Path(__file__).resolve().parents[2] / "drafter"
MODULES = sorted(PACKAGE.rglob("*.py"))
IDEOGRAPHS = range(0x4E00, 0xA000)
# What looks at the text of reports; the others know words of our own (styles, columns, messages).
STAGES = {"structure", "match", "facts", "roll", "rules", "stops.py"}
READERS_OF_REPORTS = [m for m in MODULES if m.relative_to(PACKAGE).parts[0] in STAGES]
TEXT_METHODS = {
    "count", "endswith", "find", "index", "lstrip", "maketrans", "partition", "removeprefix",
    "removesuffix", "replace", "rfind", "rpartition", "rstrip", "split", "startswith", "strip",
}  # fmt: skip
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


def is_chinese(node: ast.AST) -> bool:
    """Whether a node is a word of Chinese; a slot of data ({年}) and a whole sentence are none."""
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and not re.search(r"\{|[一-鿿]，[一-鿿]", node.value)
        and any(ord(char) in IDEOGRAPHS for char in node.value)
    )


def looked_at(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes that a comparison with a value looks at: of a mapping its keys alone."""
    for part in node.keys if isinstance(node, ast.Dict) else (node,):
        yield from ast.walk(part) if part else ()


def compared(tree: ast.AST) -> Iterator[ast.AST]:
    """What texts are compared with, looked through for, or rid of."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            yield from (node.left, *node.comparators)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield from node.args if node.func.attr in TEXT_METHODS else ()


def chinese_words(tree: ast.Module) -> Iterator[int]:
    """Lines with a word that the text of a report is compared with, there or under a name."""
    named = {
        target.id: node.lineno
        for node in tree.body
        if isinstance(node, ast.Assign) and any(map(is_chinese, looked_at(node.value)))
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for operand in compared(tree):
        for part in ast.walk(operand):
            if is_chinese(part) and isinstance(part, ast.Constant):
                yield part.lineno
            elif isinstance(part, ast.Name) and part.id in named:
                yield named[part.id]


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
    assert list(chinese_patterns(ast.parse(module.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("module", READERS_OF_REPORTS, ids=name_of)
def test_words_of_reports_come_from_zh_or_from_data(module: Path) -> None:
    assert list(chinese_words(ast.parse(module.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_no_production_code_asserts(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    assert [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Assert)] == []


def test_the_command_line_starts_without_the_heavy_packages() -> None:
    """`--help` answers in a tenth of a second only while these are imported where they are used."""
    heavy = {
        "docx", "jinja2", "jsonschema", "lxml", "msgspec", "olefile", "openpyxl", "pypdfium2",
        "rapidfuzz", "yaml",
    }  # fmt: skip
    code = "import sys; from drafter.cli import run; run(['--help']); print(*sorted(sys.modules))"
    shown = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8"
    )
    loaded = set(shown.stdout.split())
    assert "drafter.cli.new" in loaded
    assert heavy & loaded == set()
