"""The command line: options into one object, one call of the library, results out, an exit code.

Only click is imported here at the top; a command is loaded when it is called, and what it needs
when it runs, so that --help is quick.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from itertools import pairwise
from typing import NoReturn

import click

from drafter import __version__
from drafter.cli.chinese import Group, HelpWanted, usage_message
from drafter.cli.shell import common
from drafter.errors import DrafterError, ExitCode, FaultError, places_of

COMMANDS = (
    "new", "fill", "parse", "check", "finalize", "compare", "explain", "templates", "schemas",
    "batch",
)  # fmt: skip
"""Each is the module of its name in this package, and the command or group of its name there."""


class _Commands(Group):
    """The commands, each loaded when it is asked for: a start needs one of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        del ctx
        if name not in COMMANDS:
            return None
        found: click.Command = getattr(import_module(f"drafter.cli.{name}"), name)
        return found


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        click.echo(f"drafter {__version__}")
        ctx.exit()


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    callback=_show_version,
    is_eager=True,
    help="显示版本号。",
)
@common
def cli() -> None:
    """把上一年的法治政府建设年度报告变成下一年的 Word 初稿。"""


_ALLOCATIONS = 500_000
"""Objects made and not freed before Python looks for cycles among them. One report makes a tenth of
that and no cycles worth finding: to look a hundred times for them took a twentieth of a run."""


def main() -> NoReturn:
    """Run the program; the only place where errors become messages and exit codes."""
    gc.set_threshold(_ALLOCATIONS)
    _prepare_streams()
    arguments = sys.argv[1:]
    # The shells of Windows leave `*.docx` to the program, as a list of files.
    code = run(_expand_wildcards(arguments) if os.name == "nt" else arguments)
    # All is written. Python would look twice through all objects for cycles, then free them one by
    # one: a fifth of a run, for memory that the system takes back at once.
    gc.freeze()
    sys.exit(code)


def _expand_wildcards(arguments: list[str]) -> list[str]:
    """The arguments with each pattern (`*.docx`) replaced by the files that fit it, if any do.

    Not the value of an option, which is one file, and no brackets: `2025[1].docx` is a name.
    """
    from glob import escape, glob

    out: list[str] = []
    for before, word in pairwise(["", *arguments]):
        is_pattern = ("*" in word or "?" in word) and not before.startswith("-")
        pattern = escape(word).replace("[*]", "*").replace("[?]", "?")
        out += (sorted(glob(pattern)) if is_pattern else []) or [word]  # noqa: PTH207 -- pathlib knows no pattern with a folder in front
    return out


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    try:
        result = cli.main(arguments, prog_name="drafter", standalone_mode=False)
    except DrafterError as error:
        click.echo(f"错误：{error}", err=True)
        return int(error.exit_code)
    except HelpWanted as error:
        click.echo(error.message, err=True)
        return int(ExitCode.USAGE)
    except click.UsageError as error:
        click.echo(f"用法错误：{DrafterError(usage_message(error))}。", err=True)
        return int(ExitCode.USAGE)
    except (click.Abort, KeyboardInterrupt):
        click.echo("已中断，没有留下半成品。", err=True)
        return 130
    except Exception as error:  # noqa: BLE001 -- a clerk is not helped by a traceback
        _log_fault(error)
        click.echo(f"错误：{FaultError(kind=type(error).__name__)}", err=True)
        return int(FaultError.exit_code)
    return int(result) if isinstance(result, int) else int(ExitCode.FINE)


def _log_fault(error: Exception) -> None:
    import logging

    logging.getLogger(__name__).info("程序出错的位置：%s", places_of(error))


def _prepare_streams() -> None:
    # A console in GBK cannot show every character of a report: it shows ? instead of crashing.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
