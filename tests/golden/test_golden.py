"""Small reports and what `drafter parse --format json` says of them.

A folder is a behaviour: `input.txt` and `parse.json`. `pytest --rewrite-golden` writes the latter
anew; its diff is to be reviewed like code.
"""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from drafter.api import read_report
from drafter.reporter import report_json

HERE = Path(__file__).parent
BEHAVIOURS = sorted(path.parent.name for path in HERE.glob("*/input.txt"))


@pytest.mark.parametrize("behaviour", BEHAVIOURS)
def test_a_report_is_understood_as_before(behaviour: str, *, rewrite_golden: bool) -> None:
    said = report_json(read_report(HERE / behaviour / "input.txt"))
    expected = HERE / behaviour / "parse.json"
    if rewrite_golden:
        expected.write_text(said, encoding="utf-8", newline="\n")
    assert said == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("behaviour", BEHAVIOURS)
def test_what_is_expected_follows_the_schema(behaviour: str, root: Path) -> None:
    schema = json.loads((root / "schemas" / "report.schema.json").read_text(encoding="utf-8"))
    expected = json.loads((HERE / behaviour / "parse.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(expected)


def test_inputs_stay_small() -> None:
    long = [
        name
        for name in BEHAVIOURS
        if len((HERE / name / "input.txt").read_text(encoding="utf-8").splitlines()) >= 30
    ]
    assert not long
