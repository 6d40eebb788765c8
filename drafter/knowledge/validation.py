"""Whether a data file is what its JSON Schema says, told in the words of the person who edits it.

`jsonschema` is imported inside the function: its import alone costs a quarter of a run's floor, and
the shipped files are validated in CI, so that only an office's own files need it at run time.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from drafter import resources
from drafter.knowledge.document import Document, Problem, line_of

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_TYPE_NAMES = {
    "object": "若干“字段: 值”",
    "array": "列表（每项以 - 开头，或写在 [ ] 里）",
    "string": "文字",
    "integer": "整数",
    "number": "数字",
    "boolean": "true 或 false",
    "null": "空",
}


def schema_problems(document: Document, schema: str | None = None) -> tuple[Problem, ...]:
    """Everything in which a file breaks its schema, in the order of the lines.

    The schema of `outline.yaml` is the shipped `outline.schema.json`; a file without one passes.

    Args:
        document: The file.
        schema: Name of the schema where the file has a name of its own.
    """
    schema_file = resources.folder("schemas") / f"{schema or document.path.stem}.schema.json"
    if document.data is None or not schema_file.is_file():
        return ()
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - slow import, see the module's docstring

    validator = Draft202012Validator(json.loads(schema_file.read_text("utf-8")))
    found = [
        problem
        for error in validator.iter_errors(document.data)
        for problem in _explain(document, error)
    ]
    # One error a missing field, and each of them names all: told once.
    return tuple(sorted(dict.fromkeys(found), key=lambda problem: (problem[1] or 0, problem[2])))


def _explain(document: Document, error: ValidationError) -> list[Problem]:
    path = tuple(error.absolute_path)
    where = _where(document.data, path)
    if error.validator == "additionalProperties":
        return [
            (document.name, line_of(document, (*path, key)), f"{where}有不认识的字段“{key}”；{fix}")
            for key, fix in _unknown_keys(error)
        ]
    sentence = _SENTENCES.get(str(error.validator), _other)
    return [
        (document.name, line_of(document, path), where + sentence(error.instance, _limit(error)))
    ]


def _limit(error: ValidationError) -> Any:  # noqa: ANN401 - whatever the schema's keyword holds
    return error.validator_value


def _unknown_keys(error: ValidationError) -> list[tuple[str, str]]:
    """Each field that the schema does not know, and what to do about it."""
    schema = cast("dict[str, Any]", error.schema)
    known = tuple(schema.get("properties", ()))
    patterns = tuple(schema.get("patternProperties", ()))
    return [
        (key, _suggest(key, known))
        for key in cast("dict[str, Any]", error.instance)
        if key not in known and not any(re.search(pattern, key) for pattern in patterns)
    ]


def _wrong_type(value: Any, limit: str | list[str]) -> str:  # noqa: ANN401 - any plain value
    return f"应为{_type_name(limit)}，现在是“{_short(value)}”；{_type_hint(value, limit)}"


def _missing(value: Any, limit: list[str]) -> str:  # noqa: ANN401 - any plain value
    return f"缺少字段{'、'.join(f'“{key}”' for key in limit if key not in value)}；请补上"


def _not_a_choice(value: Any, limit: list[Any]) -> str:  # noqa: ANN401 - any plain value
    return f"的值“{_short(value)}”不在可选范围内；{_suggest(str(value), tuple(map(str, limit)))}"


def _not_the_constant(value: Any, limit: Any) -> str:  # noqa: ANN401 - any plain value
    return f"的值应为“{limit}”，现在是“{_short(value)}”；请改正"


def _wrong_pattern(value: Any, limit: str) -> str:  # noqa: ANN401 - any plain value
    return _PATTERNS.get(limit) or f"的值“{_short(value)}”写法不对；应符合 {limit}"


_PATTERNS = {
    r"\S": "不能只有空白；请填写内容，或删去整个字段",
    r"\S\s*\S": "至少要有 2 个字，空白不算；请写清楚",
    "^[^→]+→[^→]+$": "要写成“增长→下降”这样的一对，中间用一个“→”；请改正",
}
"""Patterns of the schemas, in words."""


def _too_few(_value: Any, limit: int) -> str:  # noqa: ANN401 - any plain value
    return "不能为空；请填写内容，或删去整个字段" if limit == 1 else f"至少要有 {limit} 项；请补足"


def _too_short(_value: Any, limit: int) -> str:  # noqa: ANN401 - any plain value
    return (
        "不能为空；请填写内容，或删去整个字段" if limit == 1 else f"至少要有 {limit} 个字；请写清楚"
    )


def _too_many(_value: Any, limit: int) -> str:  # noqa: ANN401 - any plain value
    return f"最多只能有 {limit} 项；请删去多余的"


def _repeats(_value: Any, _limit: Any) -> str:  # noqa: ANN401 - any plain value
    return "有重复的项；请删去重复的一项"


def _out_of_range(value: Any, limit: int) -> str:  # noqa: ANN401 - any plain value
    return f"的值 {value} 超出范围（界限是 {limit}）；请核对"


def _other(value: Any, _limit: Any) -> str:  # noqa: ANN401 - any plain value
    return f"的值“{_short(value)}”不符合要求；请对照随程序附带的同名文件修改"


_SENTENCES: dict[str, Callable[[Any, Any], str]] = {
    "type": _wrong_type,
    "required": _missing,
    "enum": _not_a_choice,
    "const": _not_the_constant,
    "pattern": _wrong_pattern,
    "minLength": _too_short,
    "minItems": _too_few,
    "minProperties": _too_few,
    "maxItems": _too_many,
    "uniqueItems": _repeats,
    "minimum": _out_of_range,
    "maximum": _out_of_range,
}
"""JSON Schema keyword → (value, limit) → what is wrong with the value and how to mend it."""


def _type_name(limit: str | list[str]) -> str:
    names = [limit] if isinstance(limit, str) else limit
    return "或".join(_TYPE_NAMES.get(name, name) for name in names)


def _type_hint(value: Any, limit: str | list[str]) -> str:  # noqa: ANN401 - any plain value of the file
    wants_text = limit == "string" or "string" in limit
    if wants_text and isinstance(value, bool | int | float):
        return f'请加英文双引号写成 "{str(value).lower()}"'
    return "请改正"


def _suggest(word: str, known: tuple[str, ...]) -> str:
    if not known:
        return "名称只能用小写英文字母、数字和下划线，以字母开头"
    import difflib  # noqa: PLC0415 -- for messages only

    near = difflib.get_close_matches(word, known, n=1)
    return f"是否应为“{near[0]}”？" if near else f"可用的有：{'、'.join(known)}"


def _where(data: Any, path: tuple[str | int, ...]) -> str:  # noqa: ANN401 - any plain value of the file
    """The place in words: 第3项（八五普法）的字段“advice” ."""
    words: list[str] = []
    for step in path:
        data = data[step]
        if isinstance(step, str):
            words.append(f"“{step}”")
            continue
        name = (
            next((data[key] for key in ("id", "key", "title") if key in data), None)
            if isinstance(data, dict)
            else None
        )
        words.append(f"第{step + 1}项" + (f"（{name}）" if name else ""))
    return "的".join(words) if words else "文件"


def _short(value: Any) -> str:  # noqa: ANN401 - any plain value of the file
    if value is None:
        return "空"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= 20 else text[:20] + "…"  # noqa: PLR2004 - enough to find it again
