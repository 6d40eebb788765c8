"""The data files as JSON, made when drafter is installed: the same values, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.knowledge.files import read_data
from drafter.knowledge.prebuilt import prebuilt
from drafter.resources import folder

FILES = sorted([*folder("schemas").glob("*.yaml"), *folder("templates").glob("*/*.yaml")], key=str)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_shipped_file_stands_there_with_the_values_of_its_yaml(path: Path) -> None:
    assert prebuilt(path) == read_data(path, strict=True).data


def test_a_changed_file_is_read_itself(tmp_path: Path) -> None:
    own = tmp_path / "offices.yaml"
    own.write_bytes((folder("schemas") / "offices.yaml").read_bytes() + b"extra: 1\n")
    assert prebuilt(own) is None
    assert read_data(own).data["extra"] == 1


def test_a_missing_file_is_left_to_the_reader_of_yaml(tmp_path: Path) -> None:
    assert prebuilt(tmp_path / "none.yaml") is None
    assert read_data(tmp_path / "none.yaml").problems
