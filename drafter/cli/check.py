"""`drafter check`: a finished report against all rules."""

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
    tell,
    tell_kept,
    write,
    write_utf8,
)
from drafter.errors import ExitCode


@click.command("check", cls=Command)
@click.argument("source", metavar="文件")
@AGAINST
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text",
    show_default=True, help="结果写成中文、JSON，还是 CI 的批注。",
)  # fmt: skip
@click.option(
    "--fail-on", type=click.Choice(["error", "warning", "info", "never"]), default="error",
    show_default=True, help="有这一级或更重的问题时，退出码为 1。",
)  # fmt: skip
@click.option(
    "--ignore", type=click.Path(path_type=Path), metavar="清单.yaml",
    help="豁免清单：已核实、不必再报的问题和理由。",
)  # fmt: skip
@YEAR
@click.option(
    "--annotate", type=click.Path(path_type=Path), metavar="副本.docx",
    help="另写一份 Word 副本，问题写成批注；原文件不动。",
)  # fmt: skip
@click.option(
    "--force",
    is_flag=True,
    help="允许覆盖已有的副本（报告本身除外）；改过的另存为“原名-原有”。",
)
@SCHEMAS
@common
def check(
    source: str, against: str | None, form: str, fail_on: str, ignore: Path | None,
    year: int | None, annotate: Path | None, force: bool, schemas: Path | None,
) -> int:  # fmt: skip
    """检查写好的报告：缺漏、旧年份、雷同、数据、承诺、遗留标记、版式和公开事项。"""
    from drafter import api
    from drafter.output import word_target, write_atomic
    from drafter.reporter import review as told

    if annotate is not None:
        annotate = word_target(annotate, "--annotate")
    result = api.review(source, against=against, schemas=schemas, ignore=ignore, year=year)
    if annotate is not None:
        inputs = tuple(Path(name) for name in (source, against) if name and name != "-")
        copy = api.annotate(source, result, epoch=epoch())
        kept = write_atomic(
            annotate, copy, force=force, inputs=inputs, option="--annotate",
            is_ours=api.is_as_written,
        )  # fmt: skip
        tell_kept(filter(None, (kept,)))
    if form == "json":
        write_utf8(told.review_json(result, source, against))
    elif form == "github":
        write_utf8(told.review_github(result, source))
    else:
        beside = against and api.shown_name(against)
        write(told.review_text(result, api.shown_name(source), colours(), beside))
        if annotate is not None:
            tell(f"批注副本：{annotate}")
    return ExitCode.FINDINGS if told.fails(result, fail_on) else ExitCode.FINE
