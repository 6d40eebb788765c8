"""What an office excuses (豁免): a YAML file of rules, quotes and reasons, checked as a whole."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from drafter.errors import DataFileError, UnreadableFileError
from drafter.knowledge.document import Problem, line_of
from drafter.knowledge.files import read_data
from drafter.knowledge.validation import schema_problems

_SCHEMA = "ignore"
_EMPTY = "请先写一行 ignore: ，下面逐条写规则号和理由；没有要豁免的，不必用 --ignore"


class Excuse(Struct, frozen=True):
    """One entry: findings that are known and stay.

    Attributes:
        rule: Id of the rule.
        quote: Words that the finding must quote; '' for every finding of the rule.
        reason: Why, told in the result.
    """

    rule: str
    quote: str
    reason: str


def load_excuses(path: Path, rules: tuple[str, ...]) -> tuple[Excuse, ...]:
    """The entries of an ignore file.

    Args:
        path: The file.
        rules: Ids that exist.

    Raises:
        UnreadableFileError: There is no such file, or it is a folder.
        DataFileError: It is no YAML, breaks its schema, or names a rule that does not exist.
    """
    if path.is_dir():
        raise UnreadableFileError(path=path, reason="这是文件夹，不是文件")
    if not path.is_file():
        raise UnreadableFileError(path=path, reason="找不到这个文件")
    document = read_data(path, empty=_EMPTY)
    problems = document.problems or schema_problems(document, schema=_SCHEMA)
    if problems:
        raise DataFileError(problems)
    known = {rule.casefold(): rule for rule in rules}
    rows = document.data["ignore"]
    unknown: tuple[Problem, ...] = tuple(
        (
            document.name,
            line_of(document, ("ignore", number, "rule")),
            f"没有“{row['rule']}”这条规则；规则号见 drafter check 的结果",
        )
        for number, row in enumerate(rows)
        if row["rule"].casefold() not in known
    )
    if unknown:
        raise DataFileError(unknown)
    return tuple(
        Excuse(known[row["rule"].casefold()], row.get("quote", ""), row["reason"]) for row in rows
    )
