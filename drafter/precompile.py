"""What a start need not do again: `python -m drafter.precompile` while drafter is built.

Each pattern of Chinese text, and each that it takes to draft and check the examples, is kept as
`re` compiled it; the shipped templates are kept as jinja2 did, the shipped phrases and the words of
the themes as drafter itself makes them ready.
"""

from __future__ import annotations

import re
import sys
from array import array
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any
from unittest.mock import patch

from msgspec import Raw
from msgspec.msgpack import encode

from drafter import zh
from drafter.sealed import write_sealed
from drafter.zh import precompiled, wordings
from drafter.zh.lazy import asked_for
from drafter.zh.precompiled import PYTHON, Compiled, key_of
from drafter.zh.wordings import Kept

_compiler: Any = import_module("re._compiler")  # there is no public way
_sre: Any = import_module("_sre")


class _Listener:
    """Stands for `_sre` where `re` compiles, and keeps what its compiler is given."""

    def __init__(self) -> None:
        self.given: tuple[Any, ...] = ()

    def __getattr__(self, name: str) -> object:
        return getattr(_sre, name)

    def compile(self, *given: Any) -> re.Pattern[str]:  # noqa: ANN401 -- as `re` calls it
        self.given = given
        pattern: re.Pattern[str] = _sre.compile(*given)
        return pattern


def compiled(source: str, flags: int) -> Compiled:
    """A pattern as `re` compiles it."""
    listener = _Listener()
    with patch.object(_compiler, "_sre", listener):
        _compiler.compile(source, flags)
    _, implied, code, groups, index, names = listener.given
    return Compiled(implied, array("I", code).tobytes(), groups, dict(index), tuple(names))


def patterns_of_examples() -> set[tuple[str, int]]:
    """Source and flags of each pattern that it takes to draft and check the examples.

    To be called before any of drafter's stages is loaded: patterns are asked for only once.
    """
    asked: set[tuple[str, int]] = set()

    def asking(source: str, flags: int = 0) -> re.Pattern[str]:
        asked.add((source, int(flags)))
        return re.compile(source, flags)

    with patch.object(precompiled, "compile_pattern", asking):
        from drafter import api  # noqa: PLC0415 -- now that each pattern is noted
        from drafter.options import DraftOptions  # noqa: PLC0415
        from drafter.resources import folder  # noqa: PLC0415

        for older in sorted(folder("examples").glob("*-2024.txt")):
            skeleton = api.draft([api.read_report(older)], DraftOptions())
            api.to_docx(skeleton, DraftOptions())
            api.review(older.with_name(older.name.replace("2024", "2025")), against=older)
    return asked


def patterns_of_text() -> set[tuple[str, int]]:
    """Source and flags of each pattern that a module of `drafter.zh` has.

    A report has always something that the examples have not, and 1 to 5 ms a pattern are felt.
    """
    modules = (import_module(found.name) for found in walk_packages(zh.__path__, f"{zh.__name__}."))
    return {asked for module in modules for asked in map(asked_for, vars(module).values()) if asked}


def compiled_templates() -> dict[str, bytes]:
    """The shipped templates as jinja2 keeps them."""
    from drafter.render.bytecode import ShippedBytecode, key_of  # noqa: PLC0415 -- as above
    from drafter.render.folder import list_templates  # noqa: PLC0415
    from drafter.render.sandbox import environment  # noqa: PLC0415

    kept = {}
    for found in list_templates():
        made, name = environment(found.report.parent), found.report.name
        source = found.report.read_text("utf-8-sig")
        bucket = ShippedBytecode().get_bucket(made, name, name, source)
        bucket.code = made.compile(source, name, name)
        kept[key_of(bucket)] = bucket.bytecode_to_string()
    return kept


def shipped_wordings() -> Kept:
    """The wordings of the shipped phrases, as patterns."""
    from drafter.facts.stale import wordings_of  # noqa: PLC0415 -- as above
    from drafter.knowledge import load  # noqa: PLC0415
    from drafter.zh import slots  # noqa: PLC0415

    texts = sorted(wordings_of(load().phrases))
    return Kept(
        {text: slots.fixed_words(text) for text in texts},
        {text: Raw(encode(slots.compile_pattern(text))) for text in texts},
    )


def main(package: Path = Path(__file__).parent) -> None:
    """Writes all files into a folder that is laid out as the package."""
    wanted = patterns_of_examples() | patterns_of_text()
    patterns = {key_of(*asked): compiled(*asked) for asked in sorted(wanted)}
    _write(package, precompiled.FILE, patterns, PYTHON)
    from drafter.render import bytecode  # noqa: PLC0415 -- as above

    if by := bytecode.compiler():
        _write(package, bytecode.FILE, compiled_templates(), by)
    if by := wordings.maker():
        _write(package, wordings.FILE, shipped_wordings(), by)
    from drafter.knowledge import load  # noqa: PLC0415
    from drafter.match import theme_words  # noqa: PLC0415

    if by := theme_words.maker(load()):
        _write(package, theme_words.FILE, theme_words.weigh(load()), by)


def _write(package: Path, place: Path, content: object, by: str) -> None:
    target = package / place.relative_to(Path(__file__).parent)
    write_sealed(target, encode(content), by)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
