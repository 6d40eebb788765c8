"""A small fuzz run with a fixed seed; `python tests/property/fuzz.py` is the large one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.property import fuzz
from tests.property.fuzz import FORMATS, Failure

pytestmark = [pytest.mark.property, pytest.mark.slow]

SEED = 2024
INPUTS = {"txt": 60, "docx": 32, "html": 30, "pdf": 16, "xlsx": 16, "doc": 30}


@pytest.mark.parametrize("kind", FORMATS)
def test_damaged_files_are_read_or_refused_in_words(kind: str) -> None:
    failures: list[Failure] = []
    tallies = fuzz.run(range(INPUTS[kind]), SEED, (kind,), failures.append)
    assert not failures, "\n".join(f"{f.number} {f.step}\n{f.trace}" for f in failures)
    tally = tallies[kind]
    assert tally.inputs == INPUTS[kind]
    assert tally.read > INPUTS[kind] // 3  # damage that leaves nothing to read tests little
    assert tally.refused or tally.read == tally.inputs


@settings(max_examples=40)
@given(st.integers(0, 10**9), st.sampled_from(FORMATS))
def test_any_number_makes_the_same_input_twice(number: int, kind: str) -> None:
    first, again = (fuzz.one(number, SEED, (kind,)) for _ in range(2))
    assert first[:2] == again[:2]
    assert first[2].random() == again[2].random()


@settings(max_examples=16)
@given(st.integers(10**6, 10**9), st.sampled_from(FORMATS))
def test_any_damage_is_borne(number: int, kind: str) -> None:
    failures: list[Failure] = []
    fuzz.run(range(number, number + 1), SEED, (kind,), failures.append)
    assert not failures, failures[0].trace
