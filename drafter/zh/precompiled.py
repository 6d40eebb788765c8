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
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from drafter.sealed import read_sealed

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = Path(__file__).with_name("precompiled.msgpack")

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


Patterns = dict[str, msgspec.Raw]
"""The content of the file: `key_of` a pattern → `Compiled`, read when it is asked for."""


def key_of(source: str, flags: int) -> str:
    """What a pattern is found by."""
    return f"{int(flags)}:{source}"


def compile_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives."""
    known = kept_patterns().get(key_of(source, flags))
    if known is None:
        return re.compile(source, flags)
    return _restored(source, msgspec.msgpack.decode(known, type=Compiled))


@cache
def kept_patterns() -> Mapping[str, msgspec.Raw]:
    """`key_of` a pattern → the compiled one, packed; empty if not built for this Python."""
    content = read_sealed(FILE, PYTHON)
    return {} if content is None else msgspec.msgpack.decode(content, type=Patterns)


def _restored(source: str, known: Compiled) -> re.Pattern[str]:
    code = array("I", known.code).tolist()
    pattern: re.Pattern[str] = _sre.compile(
        source, known.flags, code, known.groups, known.index, known.names
    )
    return pattern
