"""The fictional corpus: the files are what the sources say, the labels stand in the text."""

from __future__ import annotations

import importlib.util
import sys
import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
NAMES = [path.stem for path in sorted((HERE / "source").glob("*.txt"))]


def load_build() -> Any:  # noqa: ANN401 - a module made by hand has no better type
    spec = importlib.util.spec_from_file_location("corpus_build", HERE / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


BUILD = load_build()


def squash(text: str) -> str:
    return unicodedata.normalize("NFKC", "".join(text.split()))


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def lines(name: str) -> list[str]:
    return (HERE / f"{name}.txt").read_text(encoding="utf-8").split("\n")


@pytest.fixture
def gold(name: str) -> dict[str, Any]:
    labels: dict[str, Any] = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    return labels


def text_at(lines: list[str], row: dict[str, Any]) -> str:
    spans = row.get("spans") or [row]
    assert all(0 <= s["start"] < s["end"] <= len(lines[s["line"] - 1]) for s in spans), row
    return "".join(lines[s["line"] - 1][s["start"] : s["end"]] for s in spans)


def test_committed_files_are_what_the_sources_make(name: str) -> None:
    text, labels, unlabelled = BUILD.build(HERE / "source" / f"{name}.txt")
    assert (HERE / f"{name}.txt").read_bytes() == text.encode(), "run tests/corpus/build.py"
    assert (HERE / f"{name}.yaml").read_bytes() == labels.encode(), "run tests/corpus/build.py"
    assert not unlabelled


def test_labels_stand_in_the_text(lines: list[str], gold: dict[str, Any]) -> None:
    for key in ("not_figures", "shortcomings", "commitments", "stale", "embedded"):
        for row in gold[key]:
            assert text_at(lines, row) == row["text"]
    for row in gold["figures"]:
        assert text_at(lines, row) == row["value"]
    for row in gold["items"]:
        assert text_at(lines, row).startswith(row["marker"])
    for row in gold["sections"]:
        assert row["heading"] in text_at(lines, row)


def test_every_line_is_noise_or_frame_or_part(lines: list[str], gold: dict[str, Any]) -> None:
    noise = {n for a, b in gold["noise"] for n in range(a, b + 1)}
    covered: dict[int, list[tuple[int, int]]] = {}
    for part in gold["parts"]:
        for span in part["spans"]:
            assert text_at(lines, span).strip()
            covered.setdefault(span["line"], []).append((span["start"], span["end"]))
    assert not noise & set(covered)
    assert all(lines[n - 1].strip() for n in noise)
    for spans in covered.values():
        ordered = sorted(spans)
        assert all(a[1] <= b[0] for a, b in pairwise(ordered))
    inner = set(range(min(covered), max(covered) + 1)) - noise - set(covered)
    assert not [n for n in inner if lines[n - 1].strip()], (
        "a line between the parts belongs to none"
    )


def test_parts_hold_their_labels(gold: dict[str, Any]) -> None:
    parts = {part["part"] for part in gold["parts"]}
    assert {"achievements", "shortcomings", "plans"} <= parts
    says_none = any(words in (gold.get("notes") or "") for words in ("没有履职", "无履职内容"))
    assert "leadership" in parts or gold["embedded"] or says_none
    assert gold["shortcomings"]
    assert gold["commitments"]
    assert gold["figures"]


def test_frame_is_printed(lines: list[str], gold: dict[str, Any]) -> None:
    text = squash("".join(lines))
    for key in ("title", "addressee", "signature"):
        assert gold[key] is None or squash(gold[key]) in text
    assert all(squash(body) in text for body in gold["agency"].split("、"))


def test_corpus_has_planted_errors() -> None:
    rows = [
        row
        for name in NAMES
        for row in yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))["arithmetic"]
    ]
    assert sum(not row["holds"] for row in rows) >= 4
    assert {row["kind"] for row in rows} == {"sum", "rate", "growth", "difference"}
