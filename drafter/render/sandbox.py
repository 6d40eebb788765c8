"""The jinja2 environment of templates: sandboxed, strict, bounded, and able to name its lines.

An office's template is a file from somewhere: it may read nothing but the draft, and it must
come to an end. Every turn of a loop, every call and every inclusion counts against one limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, Template, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment

from drafter.zh.lazy import lazy_pattern

STEP_LIMIT = 100_000
"""Steps of one rendering; the longest reports known take about two thousand."""
OUTPUT_LIMIT = 2_000_000
"""Characters of one rendering, tokens instead of the report's text."""

TOKEN_START, TOKEN_END = "\ufdd0", "\ufdd1"
"""Around the number of a value. Noncharacters: no text that is written out may contain them."""
LINE_START, LINE_END = "\ufdd2", "\ufdd3"
"""Around `file:line` of the template."""
_PRIVATE = lazy_pattern(f"[{TOKEN_START}-{LINE_END}]|\\\\u(?:0000)?fdd[0-3]", re.IGNORECASE)

_FILTERS = frozenset({
    "batch", "count", "d", "default", "first", "int", "join", "last", "length", "list", "lower",
    "map", "max", "min", "reject", "rejectattr", "reverse", "select", "selectattr",
    "slice", "sort", "string", "sum", "trim", "unique", "upper",
})  # fmt: skip
"""What is of use in a report; `random`, `format`, `center` and their like are not, or are bombs."""

_steps: ContextVar[Iterator[int]] = ContextVar("steps")


class TooLongError(SecurityError):
    """The template does not come to an end, or writes more than any report."""


class _Unknown(StrictUndefined):
    """A name that the template uses and the draft does not have."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        return f"没有名为“{self._undefined_name}”的变量或属性"


class _Environment(SandboxedEnvironment):
    intercepted_binops = frozenset({"*", "**", "%"})

    def preprocess(self, source: str, name: str | None = None, filename: str | None = None) -> str:
        """No template can forge a token, neither typed nor as an escape in a string."""
        return _PRIVATE.sub("", super().preprocess(source, name, filename))

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 – jinja2's hook for another way to generate
    ) -> str:  # fmt: skip
        for data in source.find_all(nodes.TemplateData):
            data.data = _with_lines(data, name or "")
        for loop in source.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "counted", [], [], None, None).set_lineno(
                loop.lineno
            )
        source.set_environment(self)
        return super()._generate(source, name, filename, defer_init)

    def call(self, context: Context, target: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 – jinja2's signature
        _step()
        return super().call(context, target, *args, **kwargs)

    def get_template(self, *args: Any, **kwargs: Any) -> Template:  # noqa: ANN401 – jinja2's signature
        _step()
        return super().get_template(*args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 – jinja2's signature
        if operator == "**" or not (isinstance(left, int) and isinstance(right, int)):
            msg = f"“{operator}”只能用于整数，乘方不能使用"
            raise SecurityError(msg)
        return super().call_binop(context, operator, left, right)


@lru_cache(maxsize=16)
def environment(folder: Path) -> SandboxedEnvironment:
    """The environment of one template folder; nothing outside it can be included."""
    made = _Environment(
        # utf-8-sig: the Notepad of Windows puts a byte order mark before what it saves.
        loader=FileSystemLoader(folder, encoding="utf-8-sig"),
        undefined=_Unknown,
        finalize=_refuse_none,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
    )
    made.filters = {name: made.filters[name] for name in _FILTERS} | {"counted": _counted}
    del made.globals["lipsum"]
    return made


def render(template: Template, variables: dict[str, object]) -> str:
    """The text of a template, bounded in steps and characters.

    Raises:
        TooLongError: A limit is passed.
        jinja2.TemplateError: An unknown name, or whatever else the template does wrong.
    """
    token = _steps.set(iter(range(STEP_LIMIT)))
    try:
        chunks: list[str] = []
        size = 0
        for chunk in template.generate(variables):
            size += len(chunk)
            if size > OUTPUT_LIMIT:
                raise _too_long()
            chunks.append(chunk)
        return "".join(chunks)
    finally:
        _steps.reset(token)


def _with_lines(data: nodes.TemplateData, name: str) -> str:
    """The literal text with the place of each of its lines before it."""
    lines = data.data.split("\n")
    return "\n".join(
        f"{LINE_START}{name}:{data.lineno + offset}{LINE_END}{line}"
        for offset, line in enumerate(lines)
    )


@pass_context  # keeps jinja2 from folding the filter into a constant
def _counted(_context: Context, items: Iterable[object]) -> Iterator[object]:
    for item in items:
        _step()
        yield item


def _step() -> None:
    steps = _steps.get(None)
    if steps is not None and next(steps, None) is None:
        raise _too_long()


def _too_long() -> TooLongError:
    return TooLongError("循环或输出没有尽头，请检查循环、宏和包含")


def _refuse_none(value: object) -> object:
    """An empty value would be printed as the word None."""
    if value is None:
        msg = "这里的值为空，请先用 {% if … %} 判断"
        raise SecurityError(msg)
    return value
