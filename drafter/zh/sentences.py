"""Sentences and clauses of Chinese text."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"[^。！？!?]*[。！？!?]+[”’」』）)》\"]*|[^。！？!?]+$")


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence, its stop and closing quotes included; they tile the text."""
    return [(found.start(), found.end()) for found in _SENTENCE.finditer(text)]
