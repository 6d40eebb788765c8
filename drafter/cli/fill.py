"""`drafter fill`: the answers of workbooks into a draft."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.chinese import Command
from drafter.cli.shell import (
    FORMAT,
    SCHEMAS,
    common,
    epoch,
    output_option,
    reporter_of,
    tell_kept,
    write,
    write_utf8,
)
from drafter.errors import ExitCode


@click.command("fill", cls=Command)
@click.argument("document", metavar="初稿.docx", type=click.Path(path_type=Path))
@click.option(
    "--from", "books", multiple=True, required=True, metavar="采集表.xlsx",
    type=click.Path(path_type=Path),
    help="填好的采集表，可以给几份；也可以给文件夹，取其中全部 .xlsx。",
)  # fmt: skip
@output_option("在初稿名后加“-已填”，与初稿放在一起")
@click.option(
    "--force",
    is_flag=True,
    help="允许覆盖已有的文件（初稿和采集表除外）；改过的另存为“原名-原有”。",
)
@SCHEMAS
@FORMAT
@common
def fill(
    document: Path, books: tuple[Path, ...], output: Path | None, force: bool,
    schemas: Path | None, form: str,
) -> int:  # fmt: skip
    """把采集表里的答复填进初稿；可以分几批填，填过的可以再改。"""
    from drafter import api
    from drafter.output import filled_name, word_target, workbooks_in, write_atomic
    from drafter.reporter import fill_json

    target = word_target(output) if output else filled_name(document)
    sheets = tuple(sheet for book in books for sheet in workbooks_in(book))
    result = api.fill(document, sheets, schemas=schemas, epoch=epoch())
    kept = write_atomic(
        target, result.data, force=force, inputs=(document, *sheets), is_ours=api.is_as_written
    )
    if form == "json":
        write_utf8(fill_json(result, str(target)))
    else:
        write(reporter_of(schemas).fill_text(result, str(target)))
    tell_kept(filter(None, (kept,)))
    is_short = result.foreign or result.unmatched or result.conflicts
    return ExitCode.FINDINGS if is_short else ExitCode.FINE
