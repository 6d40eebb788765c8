"""Rules on what must not go out (公开前审查): personal data, secrets, late dates, file data."""

from __future__ import annotations

from drafter.rules.registry import Rule

RULES: tuple[Rule, ...] = ()
