"""Patterns as `re` compiled them when drafter was built (`hatch_build.py`).

Compiling the patterns of one draft took a fifth of a start: `re` writes down each of 20,000 Chinese
characters, for every class of them. Like the `.pyc` files that Python keeps of its modules, what
was compiled holds for one version of Python only; any other, and whoever finds no file, compiles.
`re` has no public way to keep a compiled pattern; `tests/unit/test_precompiled.py` asks that each
one restored equals the one that `re.compile` makes.
"""

from __future__ import annotations

import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = Path(__file__).with_name("precompiled.json")

_sre: Any = import_module("_sre")  # has no types

PYTHON = f"{sys.implementation.cache_tag} {_sre.MAGIC} {_sre.CODESIZE} {sys.byteorder}"
"""What compiled patterns are the same for."""


class Compiled(msgspec.Struct, frozen=True):
    """A compiled pattern.

    Attributes:
        flags: Those given and those that the source implies.
        code: The pattern's program, 32-bit words.
        groups: Number of its groups.
        index: Names of groups → their numbers.
        names: Names of all groups by their numbers, None for those without.
    """

    flags: int
    code: bytes
    groups: int
    index: dict[str, int]
    names: tuple[str | None, ...]


class Precompiled(msgspec.Struct, frozen=True):
    """The file: for which Python it is, and `key_of` a pattern → the compiled one."""

    python: str
    patterns: dict[str, Compiled]


def key_of(source: str, flags: int) -> str:
    """What a pattern is found by."""
    return f"{int(flags)}:{source}"


def compile_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives."""
    known = kept_patterns().get(key_of(source, flags))
    if known is not None:
        with suppress(RuntimeError, ValueError, TypeError, OverflowError):  # a damaged file
            return _restored(source, known)
    return re.compile(source, flags)


@cache
def kept_patterns() -> Mapping[str, Compiled]:
    """`key_of` a pattern → the compiled one; empty where drafter was not built for this Python."""
    try:
        known = msgspec.json.decode(FILE.read_bytes(), type=Precompiled)
    except (OSError, ValueError):
        return {}
    return known.patterns if known.python == PYTHON else {}


def _restored(source: str, known: Compiled) -> re.Pattern[str]:
    code = array("I", known.code).tolist()
    pattern: re.Pattern[str] = _sre.compile(  # checks the program
        source, known.flags, code, known.groups, known.index, known.names
    )
    return pattern
