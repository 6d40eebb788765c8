"""What drafter reaches on the labelled corpus may not fall; and the measure itself is right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.corpus import measure
from tests.corpus.measure import Place, Score, Text, is_same_name, overlap, paired, share, total

HERE = Path(__file__).parent
FLOORS = {
    "lossless": 1.0,
    "parts": 0.99,
    "noise": 0.99,
    "body_kept": 0.999,
    "status": 0.99,
    "title": 1.0,
    "agency": 0.97,
    "year": 1.0,
    "addressee": 1.0,
    "signature": 0.95,
    "issued": 1.0,
    "sections": 0.99,
    "themes": 0.94,
    "items": 0.99,
    "figures": 0.99,
    "units": 0.99,
    "indicators": 0.90,
    "not_figures": 1.0,
    "shortcomings": 0.92,
    "commitments": 0.93,
    "identities": 0.98,
    "no_false_alarm": 1.0,
    "stale": 0.97,
    "embedded": 1.0,
}
"""What was reached when a floor was last raised, rounded down a little."""
MOST_STALE = 0.08
"""Share of the characters that may be marked as expiring: to mark everything finds everything."""


@pytest.fixture(scope="module")
def reached() -> dict[str, Score]:
    return total(measure.measure_all(HERE))


@pytest.mark.corpus
@pytest.mark.parametrize("key", FLOORS)
def test_no_score_falls_below_its_floor(key: str, reached: dict[str, Score]) -> None:
    value = reached[key].f1
    assert value is not None
    assert value >= FLOORS[key]


@pytest.mark.corpus
def test_every_score_has_a_floor(reached: dict[str, Score]) -> None:
    assert set(reached) == {*FLOORS, "stale_share"}


@pytest.mark.corpus
def test_not_everything_is_marked_as_expiring(reached: dict[str, Score]) -> None:
    assert (reached["stale_share"].f1 or 0) <= MOST_STALE


@pytest.mark.corpus
def test_the_command_prints_a_table_and_writes_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for suffix in (".txt", ".yaml"):
        (tmp_path / f"004{suffix}").write_bytes((HERE / f"004{suffix}").read_bytes())
    measure.main(["--json", str(tmp_path / "out.json"), str(tmp_path)])
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.split() == ["total", "004"]
    data = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert list(data) == ["total", "004"]
    assert [row.split()[0] for row in rows] == list(data["total"])


# ------------------------------------------------------------------ the measure


@pytest.mark.parametrize(
    ("score", "f1"),
    [
        (Score(2, 2, 2), 1.0),
        (Score(1, 2, 2), 0.5),
        (Score(0, 0, 3), 0.0),
        (Score(1, 1, 3), 0.5),
        (Score(0, 0, 0), None),
    ],
    ids=["all", "half", "none-said", "one-of-three", "nothing"],
)
def test_a_score_is_the_mean_of_precision_and_recall(score: Score, f1: float | None) -> None:
    assert score.f1 == f1


def test_a_share_counts_what_is_right() -> None:
    assert share([True, False, True, True]).f1 == 0.75
    assert share([]).f1 is None


def test_scores_are_pooled() -> None:
    assert total({"a": {"x": Score(1, 1, 1)}, "b": {"x": Score(0, 1, 1)}}) == {"x": Score(1, 2, 2)}


@pytest.mark.parametrize(
    ("a", "b", "common"),
    [((0, 4), (0, 4), 1.0), ((0, 4), (2, 6), 1 / 3), ((0, 2), (2, 4), 0.0), ((0, 0), (0, 4), 0.0)],
    ids=["same", "partly", "beside", "empty"],
)
def test_places_overlap(a: Place, b: Place, common: float) -> None:
    assert overlap(a, b) == common


def test_each_place_meets_one_other_the_best_first() -> None:
    assert paired([(0, 10), (0, 8)], [(0, 8), (0, 10)]) == [(0, 1), (1, 0)]
    assert paired([(0, 10), (1, 10)], [(0, 10)]) == [(0, 0)]


def test_blanks_have_no_place() -> None:
    text = Text(["　一、 成效", "办理。"], [])
    assert text.size == 7
    assert text.labelled({"line": 1, "start": 0, "end": 6}) == (0, 4)
    assert text.labelled(
        {"spans": [{"line": 1, "start": 4, "end": 6}, {"line": 2, "start": 0, "end": 2}]}
    ) == (2, 6)
    assert text.lines(1, 2) == (0, 7)


@pytest.mark.parametrize(
    ("said", "gold", "same"),
    [
        ("审查规范性文件", "规范性文件", True),
        ("规范性文件", "审查规范性文件", True),
        ("行政复议", "调解案件", False),
        ("全县各级各部门认真组织审查规范性文件并及时备案", "规范性文件", False),
    ],
    ids=["with-verb", "without", "other", "sentence"],
)
def test_names_of_an_indicator_are_compared_with_some_freedom(
    said: str, gold: str, *, same: bool
) -> None:
    assert is_same_name(said, gold) is same
