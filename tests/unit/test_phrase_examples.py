"""Every phrase flags what it says it flags, and passes what it says it passes."""

from __future__ import annotations

import pytest

from drafter.facts.stale import find_stale
from drafter.knowledge import load

BOOK = load().phrases
ROWS = [(row.id, row.flags, row.passes) for row in BOOK.rows] + [
    (BOOK.garbled.id, BOOK.garbled.flags, BOOK.garbled.passes)
]
FLAGS = [
    pytest.param(name, text, id=f"{name}-{i}")
    for name, flags, _ in ROWS
    for i, text in enumerate(flags)
]
PASSES = [
    pytest.param(name, text, id=f"{name}-{i}")
    for name, _, passes in ROWS
    for i, text in enumerate(passes)
]


@pytest.mark.parametrize(("name", "text"), FLAGS)
def test_flags(name: str, text: str) -> None:
    assert name in {hit.phrase for hit in find_stale(text, load())}


@pytest.mark.parametrize(("name", "text"), PASSES)
def test_passes(name: str, text: str) -> None:
    assert name not in {hit.phrase for hit in find_stale(text, load())}
