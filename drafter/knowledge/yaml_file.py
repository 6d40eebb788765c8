"""Reading a YAML data file.

The nodes are composed by the C parser and turned into plain values here instead of by PyYAML's
constructor: that is twice as fast, and it lets us refuse what a data file has no business with
(tags, anchors, duplicate keys, unquoted scalars that YAML 1.1 reads as something else).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import yaml

from drafter.knowledge.document import Document, Problem
from drafter.zh.lazy import lazy_pattern

if TYPE_CHECKING:
    from pathlib import Path

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = "tag:yaml.org,2002:"
_PLAIN_TAGS = frozenset(
    _TAG + name for name in ("bool", "float", "int", "merge", "null", "timestamp", "value")
)
"""What YAML 1.1 makes of scalars without quotation marks."""
_SCALARS: tuple[tuple[str, re.Pattern[str], Callable[[str], Any]], ...] = (
    (_TAG + "int", re.compile(r"-?(?:0|[1-9][0-9]{0,17})"), int),
    (_TAG + "float", re.compile(r"-?[0-9]+\.[0-9]+"), float),
    (_TAG + "bool", re.compile(r"true|false"), "true".__eq__),
    (_TAG + "null", re.compile(r"|null|~"), lambda _: None),
)
"""Tag, how such a scalar may be written, its value; YAML 1.1 knows more ways (no, 012, 1_0)."""

_LONGEST = 2_000_000
"""Characters of a data file; the longest shipped one has some 25,000."""
_DEEPEST = 40
"""Levels of a data file; the shipped ones have five."""
_BRACKET = lazy_pattern(r"[\[\]{}]")
# Indented beyond forty levels of one blank, or forty marks of a list in one line.
_FAR_IN = lazy_pattern(r"^(?: {40}|\s*(?:[-?:][ \t]+){40})", re.MULTILINE)


def read_document(path: Path, empty: str) -> Document:
    """Read one YAML file.

    Never raises for what the file contains: whatever is wrong with it stands in `problems`.

    Args:
        path: The file.
        empty: What to do about a file without content, in Chinese.
    """
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        return _refused(path, None, "不是 UTF-8 编码；请用记事本另存为 UTF-8 后再试")
    except OSError as error:
        return _refused(
            path, None, f"无法打开（{error.strerror}）；请检查文件是否存在、是否有权限读取"
        )
    try:
        root = compose(text)
    except TooMuchError as error:
        return _refused(path, error.line, str(error))
    except yaml.YAMLError as error:
        return _refused(
            path,
            _error_line(error),
            "不是正确的 YAML；请检查这一行和上一行的缩进、冒号，引号和括号是否成对",
        )
    if root is None:
        return _refused(path, None, f"文件是空的；{empty}")
    reader = _Reader(path.name)
    data = reader.plain(root)
    return Document(path.name, path, data, tuple(reader.problems), root)


class TooMuchError(Exception):
    """A file of a size or depth that no data file has.

    Attributes:
        line: From 1, None if it is the whole file.
    """

    def __init__(self, words: str, line: int | None = None) -> None:
        super().__init__(words)
        self.line = line


def compose(text: str) -> yaml.Node | None:
    """The nodes of a YAML text, None if it is empty.

    Raises:
        TooMuchError: It is beyond what a data file may have; libyaml would run out of its stack.
        yaml.YAMLError: It is no YAML.
    """
    if len(text) > _LONGEST:
        words = f"文件超过 {_LONGEST // 1_000_000} 百万字，不像是数据文件；请检查是否选错"
        raise TooMuchError(words)
    if _may_be_deep(text):
        _refuse_depth(text)
    return yaml.compose(text, _LOADER)


def _may_be_deep(text: str) -> bool:
    """Whether the layout allows for depth at all: a quick look that spares most files the next."""
    if _FAR_IN.search(text):
        return True
    depth = 0
    for bracket in _BRACKET.finditer(text):
        depth = depth + 1 if bracket[0] in "[{" else max(depth - 1, 0)
        if depth > _DEEPEST:
            return True
    return False


def _refuse_depth(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, _LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            words = f"嵌套超过 {_DEEPEST} 层；请检查括号是否成对、缩进是否正确"
            raise TooMuchError(words, event.start_mark.line + 1 if event.start_mark else None)


def _refused(path: Path, line: int | None, text: str) -> Document:
    return Document(path.name, path, None, ((path.name, line, text),), None)


def _error_line(error: yaml.YAMLError) -> int | None:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark.line + 1 if mark else None


class _Reader:
    """Turns composed nodes into plain values and notes what it refuses."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def plain(self, node: yaml.Node) -> Any:  # noqa: ANN401 - a data file may hold any plain value
        # An alias composes to the very node its anchor names, so a node met twice is an alias.
        if id(node) in self._seen:
            return self._refuse(node, "不支持 YAML 的锚点和别名（& 与 *）；请把内容直接写出来")
        self._seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if isinstance(node, yaml.SequenceNode):
            if node.tag != _TAG + "seq":
                return self._refuse_tag(node)
            return [self.plain(item) for item in node.value]
        if node.tag != _TAG + "map":
            return self._refuse_tag(node)
        return self._mapping(node)

    def _mapping(self, node: yaml.Node) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.tag != _TAG + "str":
                self._refuse(key, "字段名必须是文字；请给字段名加上英文双引号")
            elif key.value in result:
                self._refuse(key, f"字段“{key.value}”写了两次；请删去一个")
            else:
                result[key.value] = self.plain(value)
        return result

    def _scalar(self, node: yaml.ScalarNode) -> Any:  # noqa: ANN401 - see plain
        if node.tag == _TAG + "str":
            return node.value
        for tag, pattern, convert in _SCALARS:
            if node.tag == tag and pattern.fullmatch(node.value):
                return convert(node.value)
        if node.tag in _PLAIN_TAGS and not node.style:
            text = f'“{node.value}”没有加引号，YAML 会把它当成别的东西；请写成 "{node.value}"'
            return self._refuse(node, text)
        return self._refuse_tag(node)

    def _refuse_tag(self, node: yaml.Node) -> None:
        self._refuse(node, f"不支持 YAML 标签“{node.tag}”；请删去以 ! 开头的标签")

    def _refuse(self, node: yaml.Node, text: str) -> None:
        self.problems.append((self.name, node.start_mark.line + 1, text))
