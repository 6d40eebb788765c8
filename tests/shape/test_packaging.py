"""What is declared is what is used, and everything a clerk needs is in the wheel."""

from __future__ import annotations

import ast
import os
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

import drafter
from drafter import resources
from drafter.errors import BrokenInstallationError

PACKAGE = Path(drafter.__file__).parent
DATA_FILES = (
    "indicators.yaml", "measures.yaml", "offices.yaml", "outline.yaml", "phrases.yaml",
    "profiles.yaml", "words.yaml",
)  # fmt: skip
# Where the name to install is not the name to import.
IMPORTED_AS = {"python-docx": "docx", "pyyaml": "yaml"}


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, Any]:
    with (root / "pyproject.toml").open("rb") as stream:
        return tomllib.load(stream)


def name_of(requirement: str) -> str:
    found = re.match(r"[a-z0-9_-]+", requirement)
    return found[0] if found else requirement


def third_party_imports() -> set[str]:
    """Top-level names of every package outside the standard library that drafter imports."""
    names: set[str] = set()
    for module in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module)
    tops = {name.partition(".")[0] for name in names}
    return tops - set(sys.stdlib_module_names) - {"drafter"}


def test_whatever_is_imported_is_declared(project: dict[str, Any]) -> None:
    declared = {name_of(requirement) for requirement in project["project"]["dependencies"]}
    assert third_party_imports() <= {IMPORTED_AS.get(name, name) for name in declared}


def test_tools_are_pinned_and_dependencies_have_lower_bounds_only(project: dict[str, Any]) -> None:
    tools = project["project"]["optional-dependencies"]["test"]
    assert all(re.fullmatch(r"[a-z0-9-]+==[0-9.]+", tool) for tool in tools)
    needed = project["project"]["dependencies"]
    assert all(re.fullmatch(r"[a-z0-9-]+>=[0-9.]+", requirement) for requirement in needed)


def test_nothing_is_an_extra_but_the_tests(project: dict[str, Any]) -> None:
    assert set(project["project"]["optional-dependencies"]) == {"test"}


def test_the_wheel_takes_every_folder_that_is_looked_for(project: dict[str, Any]) -> None:
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    folders = get_args(resources.Folder)
    assert wheel["force-include"] == {name: f"drafter/{name}" for name in folders}
    assert all(resources.folder(name).is_dir() for name in folders)


def test_a_missing_folder_is_told_to_the_user(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "drafter")
    with pytest.raises(BrokenInstallationError, match="schemas"):
        resources.folder("schemas")


def test_folders_of_strangers_beside_an_installed_package_are_not_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "examples").mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "drafter")
    with pytest.raises(BrokenInstallationError):
        resources.folder("examples")


def test_the_inside_of_the_package_comes_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for folder in (tmp_path / "schemas", tmp_path / "drafter" / "schemas"):
        folder.mkdir(parents=True)
    (tmp_path / "pyproject.toml").touch()
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "drafter")
    assert resources.folder("schemas") == tmp_path / "drafter" / "schemas"


def test_the_version_is_told_in_one_place(project: dict[str, Any]) -> None:
    assert project["project"]["dynamic"] == ["version"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", drafter.__version__)


def test_the_package_says_that_it_is_typed() -> None:
    assert (PACKAGE / "py.typed").is_file()


@pytest.mark.parametrize(
    "name", ["LICENSE", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", ".ci/run"]
)
def test_a_file_that_a_newcomer_looks_for_is_there(root: Path, name: str) -> None:
    assert (root / name).stat().st_size > 0


def test_the_changelog_has_a_place_for_what_comes_next(root: Path) -> None:
    lines = (root / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()
    headings = [line for line in lines if line.startswith("## ")]
    assert headings[0] == "## [Unreleased]"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such mode")
def test_the_script_of_ci_can_be_run(root: Path) -> None:
    assert os.access(root / ".ci" / "run", os.X_OK)


def test_the_block_that_ci_takes_from_the_readme_is_the_one_that_tests(root: Path) -> None:
    """`.ci/run` runs the second bash block under 快速开始."""
    text = (root / "README.md").read_text(encoding="utf-8")
    quick_start = text.partition("快速开始")[2]
    blocks = re.findall(r"^```bash\n(.*?)^```", quick_start, re.MULTILINE | re.DOTALL)
    assert "drafter new" in blocks[0]
    assert 'pip install -e ".[test]"' in blocks[1]
    assert blocks[1].rstrip().splitlines()[-1].startswith("pytest")


def keys_of(data: Any) -> Iterator[str]:  # noqa: ANN401 -- YAML
    """All keys of a data file; a word that a row is about is none."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key.isascii():
                yield key
            yield from keys_of(value)
    elif isinstance(data, list):
        for row in data:
            yield from keys_of(row)


@pytest.mark.parametrize("name", DATA_FILES)
def test_every_key_of_a_data_file_is_read(root: Path, name: str) -> None:
    data = yaml.safe_load((root / "schemas" / name).read_text(encoding="utf-8"))
    code = "".join(module.read_text(encoding="utf-8") for module in PACKAGE.rglob("*.py"))
    assert {
        key
        for key in keys_of(data)
        if f'"{key}"' not in code and not re.search(rf"\.{key}\b", code)
    } == set()
