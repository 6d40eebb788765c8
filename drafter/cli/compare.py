"""`drafter compare`: two years side by side."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.chinese import Command
from drafter.cli.shell import FORMAT, SCHEMAS, colours, common, write, write_utf8
from drafter.errors import ExitCode


@click.command("compare", cls=Command)
@click.argument("older", metavar="上年报告")
@click.argument("newer", metavar="本年报告")
@SCHEMAS
@FORMAT
@common
def compare(older: str, newer: str, schemas: Path | None, form: str) -> int:
    """两年的报告对照着看：数据增减、章节对应、承诺落实、重复的文字。"""
    from drafter import api
    from drafter.reporter import comparison as told

    result = api.compare(older, newer, schemas=schemas)
    # By year, whichever order they were given in.
    names = (result.last.source.name, result.now.source.name)
    if form == "json":
        write_utf8(told.comparison_json(result, names))
    else:
        write(told.comparison_text(result, names, colours()))
    return ExitCode.FINE
