"""Sentences and clauses of Chinese text."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from drafter.zh.lazy import lazy_pattern

# A point behind a Chinese character ends a sentence too: it was typed for 。
_SENTENCE = lazy_pattern(
    r"[^。！？!?.．]*(?:(?<![一-鿿])[.．][^。！？!?.．]*)*(?:[。！？!?]+|(?<=[一-鿿])[.．])[”’」』）)》\"]*|.+$",
    re.DOTALL,
)
_CLAUSE = lazy_pattern(r"[^。！？!?；;]*[。！？!?；;]+[”’」』）)》\"]*|[^。！？!?；;]+$")

_NUMERAL = "一二三四五六七八九十"
POINT_FOR_STOP = lazy_pattern(
    rf"(?<=[一-鿿)）》”’」』〕\]%％‰])(?<!^[{_NUMERAL}])(?<![\s第十][{_NUMERAL}])"
    rf"(?<![{_NUMERAL}\d][)）])[.．](?![.．A-Za-z])",
    re.MULTILINE,
)
"""A point that may end a sentence: not that of `一.`, `第一.`, `（一）.`, an address or ……."""


def half_sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence or part of one up to a semicolon; they tile the text."""
    return [(found.start(), found.end()) for found in _CLAUSE.finditer(text)]


def sentence_at(text: str, position: int) -> tuple[int, int]:
    """Start and end of the sentence that a position lies in; the whole text if in none."""
    starts = _starts(text)
    after = bisect_right(starts, position)
    if not 0 < after < len(starts):
        return 0, len(text)
    return starts[after - 1], starts[after]


@lru_cache(maxsize=4)
def _starts(text: str) -> tuple[int, ...]:
    """Where the sentences of a text start, its end the last: many places of one text are asked."""
    return (0, *(end for _, end in sentences(text)))


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence, its stop and closing quotes included; they tile the text."""
    return [(found.start(), found.end()) for found in _SENTENCE.finditer(text)]


_CLOSES = "。！？!?；;：:…"


def closed(text: str) -> str:
    """A sentence with its stop, which people leave out in the cells of a sheet."""
    bare = text.rstrip(" 　，,、.．")
    is_closed = bare[-1:] in _CLOSES or (
        bare[-1:] in "”’」』）)》" and any(stop in bare for stop in _CLOSES)
    )
    return text if not bare or is_closed else f"{bare}。"
