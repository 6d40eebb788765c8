"""`drafter parse`: how a report is understood."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.chinese import Command
from drafter.cli.shell import FORMAT, SCHEMAS, common, reporter_of, write, write_utf8
from drafter.errors import ExitCode


@click.command("parse", cls=Command)
@click.argument("source", metavar="文件")
@SCHEMAS
@FORMAT
@common
def parse(source: str, schemas: Path | None, form: str) -> int:
    """显示一份报告是怎样被读懂的。"""
    from drafter import api
    from drafter.reporter import report_json

    report = api.read_report(source, schemas=schemas)
    if form == "json":
        write_utf8(report_json(report))
    else:
        write(reporter_of(schemas).parse_text(report))
    return ExitCode.FINE
