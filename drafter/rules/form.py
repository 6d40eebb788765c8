"""Rules on the page of a Word file (版式): paper, fonts, heading styles, page numbers."""

from __future__ import annotations

from drafter.rules.registry import Rule

RULES: tuple[Rule, ...] = ()
