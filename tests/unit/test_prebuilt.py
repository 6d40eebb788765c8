"""The data files as JSON, made when drafter is installed: the same values, or none."""

from __future__ import annotations

import runpy
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from drafter import resources
from drafter.knowledge import prebuilt
from drafter.knowledge.files import read_data

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted([*ROOT.glob("schemas/*.yaml"), *ROOT.glob("templates/*/*.yaml")])


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the project after the hook has run; drafter takes its data from there."""
    for path in FILES:
        copy = tmp_path / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    # hatchling itself is there only while a wheel is made
    plugin = SimpleNamespace(BuildHookInterface=SimpleNamespace)
    monkeypatch.setitem(sys.modules, "hatchling.builders.hooks.plugin.interface", plugin)
    hook = runpy.run_path(str(ROOT / "hatch_build.py"))["Prebuilt"]
    hook(root=str(tmp_path)).write_data()
    monkeypatch.setattr(resources, "folder", lambda name: tmp_path / name)
    prebuilt.shipped_values.cache_clear()
    yield tmp_path
    prebuilt.shipped_values.cache_clear()


def test_each_shipped_file_stands_there_with_the_values_of_its_yaml(installed: Path) -> None:
    for path in FILES:
        copy = installed / path.relative_to(ROOT)
        assert prebuilt.prebuilt(copy) == read_data(path, strict=True).data, path.name


def test_a_changed_file_is_read_itself(installed: Path) -> None:
    own = installed / "schemas" / "offices.yaml"
    own.write_bytes(own.read_bytes() + b"extra: 1\n")
    assert prebuilt.prebuilt(own) is None
    assert read_data(own).data["extra"] == 1


def test_without_the_json_the_yaml_is_read(installed: Path) -> None:
    (installed / "schemas" / prebuilt.NAME).write_text("{", encoding="utf-8")
    own = installed / "schemas" / "offices.yaml"
    assert prebuilt.prebuilt(own) is None
    assert read_data(own).data["offices"]


@pytest.mark.parametrize("at", [0, 40, 70, 3_000, -2])
def test_a_damaged_file_is_not_used(installed: Path, at: int) -> None:
    file = installed / "schemas" / prebuilt.NAME
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)
    assert prebuilt.prebuilt(installed / "schemas" / "offices.yaml") is None


def test_a_missing_file_is_left_to_the_reader_of_yaml(installed: Path) -> None:
    assert prebuilt.prebuilt(installed / "none.yaml") is None
    assert read_data(installed / "none.yaml").problems
