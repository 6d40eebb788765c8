"""The schema of the parse output is closed, and says the same as the model."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest

from drafter import model

REF = {"passage": 1, "start": 0, "end": 2}
REPORT: dict[str, Any] = {
    "version": 1,
    "source": {"name": "2024.txt", "format": "txt", "encoding": "gb18030"},
    "title": "云溪县2024年法治政府建设年度报告",
    "agency": "云溪县人民政府",
    "year": 2024,
    "addressee": None,
    "signature": None,
    "issued": "2025-01-20",
    "passages": [
        {
            "id": 1,
            "text": "一、主要举措和成效",
            "spans": [[3, 0, 9]],
            "role": "heading",
            "level": 1,
            "marker": "一、",
            "part": "achievements",
            "theme": None,
        }
    ],
    "parts": [
        {"key": key, "status": "present", "heading": None, "passages": [1], "confidence": 0.5}
        for key in model.PARTS
    ],
    "sections": [
        {
            "part": "achievements",
            "heading": 1,
            "theme": "disputes.mediation",
            "score": 81.5,
            "alternatives": [{"theme": "enforcement", "score": 10}],
        }
    ],
    "figures": [
        REF
        | {
            "text": "3.4亿条",
            "value": "3.4亿",
            "unit": "条",
            "number": 340000000,
            "approx": None,
            "indicator": "归集数据",
        }
    ],
    "commitments": [
        REF | {"id": "C1", "text": "修订清单", "themes": [], "concrete": True, "year_bound": False}
    ],
    "shortcomings": [REF | {"id": "S1", "text": "力量薄弱", "answered_by": ["C1"]}],
    "identities": [
        REF
        | {
            "kind": "rate",
            "stated": "85.29%",
            "computed": 83.98,
            "holds": False,
            "operands": ["283", "337"],
        }
    ],
    "stale": [REF | {"text": "2024年", "kind": "year", "advice": "改为2025年"}],
    "findings": [
        {
            "rule": "P01",
            "severity": "warning",
            "message": "请核对。",
            "quote": "",
            "place": "",
            "part": None,
            "passage": None,
        }
    ],
}


@pytest.fixture(scope="module")
def schema(root: Path) -> dict[str, Any]:
    text = (root / "schemas" / "report.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def errors_of(schema: dict[str, Any], report: object) -> list[str]:
    validator = jsonschema.Draft202012Validator(schema)
    return [error.message for error in validator.iter_errors(report)]


def objects(node: object) -> Iterator[dict[str, Any]]:
    """Every object schema in the schema, not counting `if`, `then`, `else` and `allOf`."""
    if isinstance(node, dict):
        if node.get("type") == "object":
            yield node
        for value in node.values():
            yield from objects(value)
    elif isinstance(node, list):
        for value in node:
            yield from objects(value)


def test_the_schema_is_a_schema(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


def test_a_report_with_everything_is_valid(schema: dict[str, Any]) -> None:
    assert errors_of(schema, REPORT) == []


def test_every_object_is_closed(schema: dict[str, Any]) -> None:
    found = list(objects(schema))
    assert len(found) > 10
    assert all(node["additionalProperties"] is False for node in found)


@pytest.mark.parametrize("key", REPORT)
def test_nothing_may_be_missing(schema: dict[str, Any], key: str) -> None:
    assert errors_of(schema, {name: value for name, value in REPORT.items() if name != key})


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("year",), "2024"),
        (("issued",), "2025年1月20日"),
        (("title",), ""),
        (("passages", 0, "role"), "chapter"),
        (("passages", 0, "level"), None),
        (("passages", 0, "spans"), [[0, 0, 1]]),
        (("passages", 0, "spans"), [[1, 0]]),
        (("parts", 1, "key"), "achievements"),
        (("parts", 0, "confidence"), 80),
        (("sections", 0, "theme"), "纠纷"),
        (("figures", 0, "number"), "340000000"),
        (("commitments", 0, "id"), "S1"),
        (("findings", 0, "severity"), "fatal"),
        (("extra",), 1),
    ],
    ids=str,
)
def test_what_the_contract_does_not_say_is_refused(
    schema: dict[str, Any], path: tuple[str | int, ...], wrong: object
) -> None:
    report: Any = copy.deepcopy(REPORT)
    node = report
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = wrong
    assert errors_of(schema, report)


def test_the_schema_knows_the_words_of_the_model(schema: dict[str, Any]) -> None:
    kinds = {
        "passage.role": model.Role,
        "partReading.status": model.PartStatus,
        "stale.kind": model.StaleKind,
        "finding.severity": model.Severity,
    }
    for place, literal in kinds.items():
        definition, key = place.split(".")
        enum = schema["$defs"][definition]["properties"][key]["enum"]
        assert set(enum) == set(get_args(literal)), place
    assert schema["$defs"]["part"]["enum"] == list(model.PARTS)
