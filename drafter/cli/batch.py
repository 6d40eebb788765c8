"""`drafter batch`: many reports at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from drafter.cli.chinese import Command
from drafter.cli.shell import (
    FORMAT,
    SCHEMAS,
    colours,
    common,
    epoch,
    tell_kept,
    write,
    write_utf8,
)
from drafter.errors import ExitCode


@click.command("batch", cls=Command)
@click.argument(
    "paths", nargs=-1, required=True, metavar="文件或文件夹…", type=click.Path(path_type=Path)
)
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), metavar="文件夹",
    help="初稿和汇总表写到哪个文件夹；没有就新建。",
)  # fmt: skip
@click.option(
    "--jobs", type=click.IntRange(1, 256), metavar="个数",
    help="同时用几个进程；不给时与处理器核数相同。结果与它无关。",
)  # fmt: skip
@click.option(
    "--force", is_flag=True,
    help="全部重做，并允许覆盖汇总表（读入的报告除外）；改动过的初稿另存为“原名-原有”。",
)  # fmt: skip
@click.option(
    "--template", default="default", show_default=True, metavar="名称或文件夹", help="版式模板。"
)
@SCHEMAS
@FORMAT
@common
def batch(
    paths: tuple[Path, ...], output: Path, jobs: int | None, force: bool, template: str,
    schemas: Path | None, form: str,
) -> int:  # fmt: skip
    """成批办理：每份报告起草下一年的初稿并检查，汇成一张表；中断后再运行，只做没做完的。"""
    from drafter.batch import BatchOptions, find_items, passed_over, run_batch
    from drafter.options import DraftOptions
    from drafter.reporter import batch as told

    chosen = DraftOptions(template=template, schemas=schemas)
    options = BatchOptions(
        folder=output,
        draft=chosen,
        jobs=jobs or os.cpu_count() or 1,
        is_forced=force,
        epoch=epoch(),
    )
    items = find_items(paths, output)
    with _progress(len(items)) as advance:
        result = run_batch(items, options, lambda _: advance())
    if form == "json":
        for piece in told.batch_json(result):
            write_utf8(piece)
    else:
        for piece in told.batch_text(result, colours()):
            write(piece)
        write(told.passed_over_text(passed_over(paths, output)))
    tell_kept(result.kept)
    return ExitCode.FINDINGS if result.tally.failed else ExitCode.FINE


@contextmanager
def _progress(length: int) -> Iterator[Callable[[], None]]:
    """Something to call after each file; a bar on standard error, if that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=length, label="办理", file=sys.stderr, show_pos=True) as bar:
        yield lambda: bar.update(1)
