"""Rules on what is bound to its year (时效): years, expired phrases, garbled titles, ordinals."""

from __future__ import annotations

from drafter.rules.registry import Rule

RULES: tuple[Rule, ...] = ()
