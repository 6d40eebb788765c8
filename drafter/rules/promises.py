"""Rules on last year's promises and shortcomings (承诺、不足)."""

from __future__ import annotations

from drafter.rules.registry import Rule

RULES: tuple[Rule, ...] = ()
