"""Rules on signs and length (文字规范): punctuation, numerals, brackets, repeated paragraphs."""

from __future__ import annotations

from drafter.rules.registry import Rule

RULES: tuple[Rule, ...] = ()
