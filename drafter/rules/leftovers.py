"""Rules on what drafter and other people left in a Word file (遗留): blanks, prompts, comments."""

from __future__ import annotations

from drafter.rules.registry import Rule

RULES: tuple[Rule, ...] = ()
