"""Rules on figures (数据): what does not add up, does not fit, or is last year's."""

from __future__ import annotations

from drafter.rules.registry import Rule

RULES: tuple[Rule, ...] = ()
