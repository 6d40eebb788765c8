"""The proof that all data files of a folder work: what `schemas check` says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.knowledge.loader import file_problems
from drafter.knowledge.offices import indicator_problems, office_problems

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.knowledge.document import Problem


def check(schemas: Path | None = None) -> tuple[Problem, ...]:
    """Everything that is wrong with the data files, shipped ones included; empty if all is well.

    Whatever a command would refuse later is told here. What the files say of each other is looked
    at once each of them is well formed.
    """
    problems = file_problems(schemas)
    return problems or (*indicator_problems(schemas), *office_problems(schemas))
