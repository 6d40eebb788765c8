"""A data file: plain values, and the line on which each of them stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from pathlib import Path

    import yaml

Problem = tuple[str, int | None, str]
"""File name, line from 1 or None, what is wrong and how to mend it."""


class Document(Struct, frozen=True, eq=False):
    """A data file as read.

    Attributes:
        name: File name without folder.
        path: Where it was read from.
        data: Plain values (dict, list, str, int, float, bool, None); None if it could not be read.
        problems: What was refused while reading, in the order of the file.
        root: The composed nodes behind `data`, for `line_of`; None if it could not be read, or if
            `data` was not read from YAML.
    """

    name: str
    path: Path
    data: Any
    problems: tuple[Problem, ...]
    root: yaml.Node | None


def line_of(document: Document, path: tuple[str | int, ...]) -> int | None:
    """The line, from 1, of the value that `path` leads to; of its key where it has one.

    Where the path leads beyond what is in the file, the line of the innermost value that exists.
    """
    if document.data is None:
        return None
    node = document.root or _composed(document.path)
    if node is None:
        return None
    line = node.start_mark.line
    for step in path:
        found = _child(node, step)
        if found is None:
            break
        key, node = found
        line = key.start_mark.line
    return int(line) + 1


def _composed(path: Path) -> yaml.Node | None:
    import yaml  # noqa: PLC0415 -- slow to load, and only wanted where something is wrong

    return yaml.compose(path.read_text("utf-8-sig"), yaml.SafeLoader)


def _child(node: yaml.Node, step: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    import yaml  # noqa: PLC0415 -- where there are nodes, it is loaded

    if isinstance(node, yaml.MappingNode):
        return next(((k, v) for k, v in node.value if k.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None
