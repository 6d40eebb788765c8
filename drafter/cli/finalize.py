"""`drafter finalize`: the clean file to be published."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.chinese import Command
from drafter.cli.shell import (
    AGAINST,
    SCHEMAS,
    YEAR,
    colours,
    common,
    epoch,
    output_option,
    tell_kept,
    write,
)
from drafter.errors import ExitCode


@click.command("finalize", cls=Command)
@click.argument("document", metavar="稿子.docx", type=click.Path(path_type=Path))
@output_option("在稿名后加“-定稿”，与稿子放在一起")
@AGAINST
@click.option(
    "--ignore", type=click.Path(path_type=Path), metavar="清单.yaml",
    help="豁免清单：已核实、不必再改的错误和理由。",
)  # fmt: skip
@YEAR
@click.option("--accept-changes", is_flag=True, help="接受别人的全部修订；不加时只列出来。")
@click.option("--drop-comments", is_flag=True, help="删去别人的批注；不加时只列出来。")
@click.option("--public", is_flag=True, help="公开稿：去掉主送机关和附件。")
@click.option(
    "--force",
    is_flag=True,
    help="允许覆盖已有的文件（稿子本身除外）；内容不同的另存为“原名-原有”。",
)
@SCHEMAS
@common
def finalize(
    document: Path, output: Path | None, against: str | None, ignore: Path | None,
    year: int | None, accept_changes: bool, drop_comments: bool, public: bool, force: bool,
    schemas: Path | None,
) -> int:  # fmt: skip
    """清稿：去掉空格、提示、批注和作者信息，写出可以上报的定稿；没写完的不放行。"""
    from drafter import api
    from drafter.options import FinalOptions
    from drafter.output import final_name, nobody_knows, word_target, write_atomic
    from drafter.reporter.finalization import finalization_text

    target = word_target(output) if output else final_name(document)
    options = FinalOptions(
        accept_changes=accept_changes, drop_comments=drop_comments, public=public
    )
    result, review = api.finalize(
        document,
        options,
        against=against,
        schemas=schemas,
        ignore=ignore,
        year=year,
        epoch=epoch(),
    )
    kept = None
    if result.data is not None:
        inputs = tuple(Path(name) for name in (document, against) if name and name != "-")
        # A clean file bears no seal, so that nothing tells whether somebody has worked on it.
        kept = write_atomic(target, result.data, force=force, inputs=inputs, is_ours=nobody_knows)
    write(finalization_text(result, review, str(target), colours()))
    tell_kept(filter(None, (kept,)))
    return ExitCode.FINDINGS if result.data is None else ExitCode.FINE
