"""`drafter explain`: what a rule means."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.chinese import Command
from drafter.cli.shell import SCHEMAS, common, reporter_of, write
from drafter.errors import ExitCode


@click.command("explain", cls=Command)
@click.argument("rule", metavar="[规则号]", required=False)
@SCHEMAS
@common
def explain(rule: str | None, schemas: Path | None) -> int:
    """解释一条规则：是什么意思，依据什么，举例。不给规则号时列出全部规则。"""
    from drafter import api

    if rule is None:
        write("".join(f"{row.id}  {row.name}\n" for row in api.rules()))
    else:
        write(reporter_of(schemas).explanation(api.explain(rule, schemas=schemas)))
    return ExitCode.FINE
