"""The jinja2 environment of templates: sandboxed, strict, bounded, and able to name its lines.

An office's template is a file from somewhere: it may read nothing but the draft, and it must
come to an end. Every turn of a loop, every call, every item that a filter goes through and every
inclusion counts against one limit; strings and numbers cannot grow beyond theirs.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator, Sized
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
    nodes,
    pass_context,
)
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.loaders import split_template_path
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment, SandboxedEnvironment
from jinja2.utils import Namespace

from drafter.render.bytecode import ShippedBytecode
from drafter.zh.lazy import lazy_pattern

STEP_LIMIT = 100_000
"""Steps of one rendering; the longest reports known take about two thousand."""
SECONDS = 5.0
"""Of processor time for one rendering, which takes some hundredths; no single step takes long."""
PARAGRAPHS = 1_000
"""Paragraphs for which these limits are made; more are allowed more steps and characters in
proportion, and a second for each so many."""
FILE_LIMIT = 2**20
"""Bytes of a template; the shipped one has three thousand."""
OUTPUT_LIMIT = 2_000_000
"""Characters of one rendering, tokens instead of the report's text; of one string at most, too."""

TOKEN_START, TOKEN_END = "\ufdd0", "\ufdd1"
"""Around the number of a value. Noncharacters: no text that is written out may contain them."""
LINE_START, LINE_END = "\ufdd2", "\ufdd3"
"""Around `file:line` of the template."""
_PRIVATE = lazy_pattern(f"[{TOKEN_START}-{LINE_END}]|\\\\u(?:0000)?fdd[0-3]", re.IGNORECASE)

_FILTERS = frozenset({
    "count", "d", "default", "first", "join", "last", "length", "list", "lower", "map", "max",
    "min", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "trim", "unique",
    "upper",
})  # fmt: skip
"""What is of use in a report. Others are not, or are bombs: one call of `batch` or `center` fills
the memory."""
_TESTS = frozenset({
    "boolean", "defined", "divisibleby", "even", "false", "integer", "mapping", "none", "number",
    "odd", "sequence", "string", "true", "undefined",
})  # fmt: skip
_METHODS = frozenset({"endswith", "startswith", "strip", "lstrip", "rstrip", "lower", "upper",
                      "get", "items", "keys", "values"})  # fmt: skip
"""Of strings and mappings; `replace`, `join`, `ljust` and their like make long strings of short."""
_HIDDEN = frozenset({"varargs", "kwargs"})
_CONTAINERS = (list, tuple, dict, set, frozenset)
_MOST_BITS = 256

_budget: ContextVar[_Budget | None] = ContextVar("budget", default=None)


class TooLongError(SecurityError):
    """The template does not come to an end, or writes more than any report."""


class _Unknown(StrictUndefined):
    """A name that the template uses and the draft does not have."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        return f"没有名为“{self._undefined_name}”的变量或属性"


class _Budget:
    """What one rendering may still do."""

    __slots__ = ("_deadline", "_steps", "output")

    def __init__(self, paragraphs: int) -> None:
        share = max(1.0, paragraphs / PARAGRAPHS)
        self._steps = round(STEP_LIMIT * share)
        self._deadline = time.process_time() + SECONDS + share - 1
        self.output = round(OUTPUT_LIMIT * share)

    def spend(self, steps: int) -> None:
        """Counts steps.

        Raises:
            TooLongError: There are none left, or the time is up.
        """
        self._steps -= steps
        if self._steps < 0 or time.process_time() > self._deadline:
            raise _too_long()


class _Generator(CodeGenerator):
    """Makes templates whose strings are bounded and whose lists hold no lists.

    A list in a list in a list, each twice in the next one, has no end for whoever compares it.
    """

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 – jinja2's hook
        self._visit_all("environment.joined((", node.nodes, "))", frame)

    def visit_List(self, node: nodes.List, frame: Frame) -> None:  # noqa: N802 – jinja2's hook
        self._visit_all("environment.flat([", node.items, "])", frame)

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:  # noqa: N802 – jinja2's hook
        if node.ctx == "load":
            self._visit_all("tuple(environment.flat([", node.items, "]))", frame)
        else:
            super().visit_Tuple(node, frame)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802 – jinja2's hook
        self._visit_all(
            "dict(zip(environment.flat([", [item.key for item in node.items], "])", frame
        )
        self._visit_all(", environment.flat([", [item.value for item in node.items], "])))", frame)

    def _visit_all(
        self, before: str, items: Iterable[nodes.Expr], after: str, frame: Frame
    ) -> None:
        self.write(before)
        for item in items:
            self.visit(item, frame)
            self.write(", ")
        self.write(after)


class _Loader(FileSystemLoader):
    """Reads templates of one folder; a link that leads out of it finds nothing."""

    def __init__(self, folder: Path) -> None:
        # utf-8-sig: the Notepad of Windows puts a byte order mark before what it saves.
        super().__init__(folder, encoding="utf-8-sig")
        self._folder = folder.resolve()

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        file = self._folder.joinpath(*split_template_path(template)).resolve()
        if not file.is_relative_to(self._folder) or not file.is_file():
            raise TemplateNotFound(template)
        if file.stat().st_size > FILE_LIMIT:
            msg = f"“{template}”超过 {FILE_LIMIT // 2**10} KB，不像是模板"
            raise SecurityError(msg)
        return super().get_source(environment, template)


class _Environment(ImmutableSandboxedEnvironment):
    intercepted_binops = frozenset({"*", "**", "%", "+"})
    code_generator_class = _Generator

    def preprocess(self, source: str, name: str | None = None, filename: str | None = None) -> str:
        """No template can forge a token, neither typed nor as an escape in a string."""
        plain: str = _PRIVATE.sub("", super().preprocess(source, name, filename))
        return plain

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
        for used in source.find_all(nodes.Name):
            if used.name in _HIDDEN:
                msg = f"{used.name} 不能使用"
                raise TemplateSyntaxError(msg, used.lineno, name, filename)
        source.set_environment(self)
        return super()._generate(source, name, filename, defer_init)

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ANN401 – jinja2's signature
        if isinstance(obj, Macro | LoopContext | BlockReference) or obj in _FUNCTIONS:
            return True
        owner = getattr(obj, "__self__", None)
        if isinstance(owner, str | dict):
            return getattr(obj, "__name__", "") in _METHODS
        return getattr(type(owner), "is_for_templates", False)

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:  # noqa: ANN401 – jinja2's signature
        return self.undefined(f"“{attribute}”不能使用", name=attribute, obj=obj, exc=SecurityError)

    def call(self, context: Context, target: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 – jinja2's signature
        _spend(1)
        if not self.is_safe_callable(target):
            msg = f"“{getattr(target, '__name__', type(target).__name__)}”不能调用"
            raise SecurityError(msg)
        return super().call(context, target, *args, **kwargs)

    def get_template(self, *args: Any, **kwargs: Any) -> Template:  # noqa: ANN401 – jinja2's signature
        _spend(1)
        return super().get_template(*args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 – jinja2's signature
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return self.joined((left, right))
        if operator == "**" or not (isinstance(left, int) and isinstance(right, int)):
            msg = f"“{operator}”只能用于整数，乘方不能使用"
            raise SecurityError(msg)
        if left.bit_length() + right.bit_length() > _MOST_BITS:
            raise _too_long()
        return super().call_binop(context, operator, left, right)

    def joined(self, values: Iterable[object], between: str = "") -> str:
        """Values one after another, as far as there is an end to it."""
        pieces: list[str] = []
        size = 0
        for value in values:
            pieces.append(str(value))
            size += len(pieces[-1]) + len(between)
            if size > OUTPUT_LIMIT:
                raise _too_long()
        _spend(1 + size // 1000)
        return between.join(pieces)

    def flat(self, values: list[object]) -> list[object]:
        """Values that are no lists themselves."""
        if any(isinstance(value, _CONTAINERS) for value in values):
            msg = "列表、字典里不能再放列表、字典"
            raise SecurityError(msg)
        return values


@lru_cache(maxsize=16)
def environment(folder: Path) -> SandboxedEnvironment:
    """The environment of one template folder; nothing outside it can be included."""
    made = _Environment(
        loader=_Loader(folder),
        bytecode_cache=ShippedBytecode(),
        undefined=_Unknown,
        finalize=_refuse_no_text,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
    )
    known: dict[str, Callable[..., Any]] = made.filters | {"join": _join}
    made.filters = {name: _bounded(known[name]) for name in _FILTERS} | {"counted": _counted}
    made.tests = {name: made.tests[name] for name in _TESTS}
    made.globals = {"range": _range, "namespace": Namespace}
    return made


def render(template: Template, variables: dict[str, object], paragraphs: int) -> str:
    """The text of a template, bounded in steps and characters.

    Args:
        template: An office's, or the shipped one.
        variables: What it may read.
        paragraphs: How many of them there are to print.

    Raises:
        TooLongError: A limit is passed.
        jinja2.TemplateError: An unknown name, or whatever else the template does wrong.
    """
    budget = _Budget(paragraphs)
    token = _budget.set(budget)
    try:
        chunks: list[str] = []
        size = 0
        for chunk in template.generate(variables):
            size += len(chunk)
            if size > budget.output:
                raise _too_long()
            chunks.append(chunk)
        return "".join(chunks)
    finally:
        _budget.reset(token)


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
        _spend(1)
        yield item


def _bounded(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that counts what it goes through, and never runs while a template is compiled."""
    wanted = getattr(function, "jinja_pass_arg", None)

    @pass_context
    def bounded(context: Context, value: object, *args: object, **kwargs: object) -> object:
        if isinstance(value, Sized):
            _spend(1 + len(value) // (1000 if isinstance(value, str) else 1))
        elif isinstance(value, Iterable):
            value = _counted(context, value)
        first = {"context": context, "eval_context": context.eval_ctx,
                 "environment": context.environment}  # fmt: skip
        given = () if wanted is None else (first[wanted.name],)
        return function(*given, value, *args, **kwargs)

    return bounded


@pass_context
def _join(context: Context, values: Iterable[object], between: object = "") -> str:
    environment: Any = context.environment
    joined: str = environment.joined(values, str(between))
    return joined


def _range(*borders: int) -> range:
    made = range(*borders)
    if not -STEP_LIMIT <= (made.stop - made.start) // made.step <= STEP_LIMIT:
        raise _too_long()
    return made


_FUNCTIONS = (_range, Namespace)


def _spend(steps: int) -> None:
    budget = _budget.get()
    if budget is not None:
        budget.spend(steps)


def _too_long() -> TooLongError:
    return TooLongError("循环或输出没有尽头，请检查循环、宏和包含")


def _refuse_no_text(value: object) -> object:
    """An empty value would be printed as the word None, a list with brackets."""
    if value is None:
        msg = "这里的值为空，请先用 {% if … %} 判断"
        raise SecurityError(msg)
    if isinstance(value, _CONTAINERS):
        msg = "这里是一组内容，请用 {% for … %} 逐个写出"
        raise SecurityError(msg)
    return value
