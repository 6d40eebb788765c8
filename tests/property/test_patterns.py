"""No pattern of drafter/zh takes time without end on any text made of its own words."""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
import time

import pytest

import drafter.zh

_OTHERS = ["1", "2024", "(", ")", ",", "、", ";", " ", '"', "“", "《", "》", ".", "-", "A", "年"]
_ENDS = ["X", "还", "。", "中", "有", "）"]
_MIXED = 60
_TIMES = (6, 14, 18, 22, 26)
_LIMIT = 0.5
"""Seconds of processor time for 150 characters; a hundred thousandth is usual."""


def _patterns() -> dict[str, re.Pattern[str]]:
    names = [f"drafter.zh.{module.name}" for module in pkgutil.iter_modules(drafter.zh.__path__)]
    return {
        f"{name.rpartition('.')[2]}.{key}": value
        for name in names
        for key, value in vars(importlib.import_module(name)).items()
        if isinstance(getattr(value, "pattern", None), str) and hasattr(value, "fullmatch")
    }


PATTERNS = _patterns()


def test_there_are_patterns() -> None:
    assert len(PATTERNS) > 300


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_comes_to_an_end(name: str) -> None:
    pattern = PATTERNS[name]
    rng = random.Random(name)
    own = re.findall(r"[一-鿿]{1,6}", pattern.pattern)
    words = [*own, *_OTHERS]
    mixed = ["".join(rng.choices(words, k=rng.randint(2, 3))) for _ in range(_MIXED)]
    for unit in (*own, *mixed):
        for times in _TIMES:  # stops at the first that is too slow, long before the hang
            text = unit * times + rng.choice(_ENDS)
            begun = time.process_time()
            for run in (pattern.search, pattern.match, pattern.fullmatch):
                run(text)
            assert time.process_time() - begun < _LIMIT, text
