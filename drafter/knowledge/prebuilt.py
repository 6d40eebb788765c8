"""The shipped data files as JSON, made when drafter is built (`hatch_build.py`).

Reading them so takes a few milliseconds in place of a hundred. They only ever stand for a YAML file
of exactly the content they were made from; without them, or beside a changed file, YAML is read.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from drafter import resources
from drafter.sealed import read_sealed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAME = "prebuilt.json"


def prebuilt(path: Path) -> Any | None:  # noqa: ANN401 -- any plain value, as in `Document.data`
    """The plain values of a file with the content of a shipped one; None if it has to be read."""
    known = shipped_values()
    if not known:
        return None
    try:
        content = path.read_bytes()
    except OSError:
        return None  # the reader of YAML says what is wrong
    return known.get(hashlib.sha256(content).hexdigest())


@cache
def shipped_values() -> Mapping[str, Any]:
    """SHA-256 of a file's content → its values; empty where drafter was not installed."""
    content = read_sealed(resources.folder("schemas") / NAME)
    values: dict[str, Any] = {} if content is None else msgspec.json.decode(content)
    return values
