"""The bench runs and writes what it promises; how fast anything is, it does not test."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from drafter import resources
from drafter.knowledge.prebuilt import shipped_values
from tests.bench import run as bench
from tests.bench.reports import HOSTILE, report_text


def test_reports_are_distinct_and_of_their_length() -> None:
    texts = [report_text(number) for number in range(300)]
    assert len(set(texts)) == len(texts)
    assert len({text.splitlines()[0] for text in texts}) == len(texts)
    assert all(6_000 <= len(text) <= 6_700 for text in texts)
    assert report_text(7) == texts[7]


def test_a_report_is_understood_whole() -> None:
    outcome = bench._understand()  # noqa: SLF001 -- as the bench reads it
    assert outcome(report_text(5)) == "understood"


def test_a_changed_data_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "outline.yaml").write_text("changed: true\n", encoding="utf-8")
    values = shipped_values()
    monkeypatch.setattr("drafter.knowledge.prebuilt.shipped_values", lambda: values)
    monkeypatch.setattr(resources, "folder", lambda _: tmp_path)
    assert not bench.is_built()


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_have_the_size_asked_for(name: str) -> None:
    assert len(HOSTILE[name](1_000)) >= 900


@pytest.mark.slow
def test_every_measure_runs_and_is_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench, "FULL", bench.TINY)
    target = tmp_path / "bench.json"
    monkeypatch.setattr(sys, "argv", ["run.py", "--json", str(target)])
    bench.main()
    found = json.loads(target.read_text(encoding="utf-8"))
    assert set(found) == {"machine", *bench.MEASURES}
    ratios = {key for row in found.values() for key in row}
    assert ratios >= set(bench.WANTED)
    assert found["help"]["help_modules"] == ["click"]
    assert [row["drafts"] for row in found["batch"]["rows"]] == [2, 4]
    told = capsys.readouterr().out
    assert all(key in told for key in bench.WANTED)
