"""What the commands share: options of the same meaning, and what goes to the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from drafter.errors import ExitCode, OutputError

if TYPE_CHECKING:
    from drafter.reporter import Reporter

SCHEMAS = click.option(
    "--schemas",
    type=click.Path(path_type=Path),
    metavar="文件夹",
    help="本单位自己的数据文件（大纲、时效表等），缺的用自带的。",
)


AGAINST = click.option(
    "--against", metavar="文件",
    help="上一年的报告；给了才查雷同、未变的数字和上年承诺。",
)  # fmt: skip
YEAR = click.option(
    "--year",
    type=click.IntRange(2000, 2100),
    metavar="年份",
    help="原文看不出是哪一年的报告时指明。",
)
Option = Callable[[Callable[..., Any]], Callable[..., Any]]


def output_option(default: str) -> Option:
    """Where the one file goes that a command writes; `default` says in Chinese where without it."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        metavar="文件",
        help=f"写到哪里；不给时{default}。",
    )


FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="结果写成中文还是 JSON。",
)


def _verbose(_ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        import logging

        logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(message)s")


def common(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command the options that every command has."""
    return click.option(
        "--verbose",
        is_flag=True,
        expose_value=False,
        callback=_verbose,
        is_eager=True,
        help="在屏幕上显示每一步。",
    )(command)


_LAST_MOMENT = 4_354_819_199
"""2107-12-31T23:59:59Z, the last one that a zip file can bear."""


def epoch() -> int | None:
    """SOURCE_DATE_EPOCH of the environment in seconds; None where it says nothing usable."""
    value = os.environ.get("SOURCE_DATE_EPOCH", "")
    # Ten figures reach to 2286, the last year of a zip file is 2107; others would end in errors.
    is_moment = value.isascii() and value.isdigit() and len(value) <= len(str(_LAST_MOMENT))
    return min(int(value), _LAST_MOMENT) if is_moment else None


def reporter_of(schemas: Path | None) -> Reporter:
    """Results in words, in the colours that the terminal takes."""
    from drafter.reporter import Reporter

    return Reporter.of(schemas, colours())


def colours() -> Callable[[str, str], str]:
    """How words are coloured: not at all in a file, or where the user wants none (NO_COLOR)."""
    from drafter.reporter import plain

    return _paint if sys.stdout.isatty() and "NO_COLOR" not in os.environ else plain


def _paint(words: str, colour: str) -> str:
    return click.style(words, bold=True) if colour == "bold" else click.style(words, fg=colour)


def write(text: str | bytes) -> None:
    """Results on standard output.

    Raises:
        OutputError: They cannot go where the user sent them.
    """
    try:
        click.echo(text, nl=False)
    except BrokenPipeError:  # whoever reads has enough (`| head`); the exit code still counts
        _let_go_of_output()
    except OSError as error:
        _let_go_of_output()
        raise OutputError(reason=error.strerror or str(error)) from error


def _let_go_of_output() -> None:
    """What is still to be printed goes nowhere: it would fail again at the end of the program."""
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 -- no path of anybody's
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def tell(line: str) -> None:
    """A line with names and words of others in it: nothing of them speaks to the terminal."""
    from drafter.reporter import as_line

    write(as_line(line))


def tell_kept(files: Iterable[Path]) -> None:
    """Where the files are that people worked on and another took the name of."""
    from drafter.reporter import as_line

    for file in files:
        line = as_line(
            f"提示：原有的文件不是这一版写出时的样子，可能有人改过，没有覆盖，另存为 {file}。"
        )
        click.echo(line, nl=False, err=True)


def write_utf8(text: str) -> None:
    """What programs read (JSON, commands to a CI) is UTF-8 whatever the console speaks.

    File names of Linux may hold bytes that are no characters; they become the escapes of JSON.
    """
    write(text.encode("utf-8", "backslashreplace"))


def verdict(problems: tuple[str, ...], fine: str) -> int:
    """Prints what is wrong, or that nothing is, and says so in the exit code."""
    for problem in problems:
        tell(problem)
    if not problems:
        tell(fine)
    return ExitCode.FINDINGS if problems else ExitCode.FINE


def export(contents: dict[str, bytes], target: Path, *, force: bool) -> int:
    """Writes files into a folder, which is made if it is missing."""
    from drafter.output import make_folder, nobody_knows, write_all

    make_folder(target.parent)
    files = {target / name: data for name, data in contents.items()}
    kept = write_all(files, force=force, folder=target, option=None, is_ours=nobody_knows)
    for path in files:
        tell(f"已写出 {path}")
    tell_kept(kept)
    return ExitCode.FINE
