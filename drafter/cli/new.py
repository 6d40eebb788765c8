"""`drafter new`: the skeleton of next year's report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from drafter.model import Draft
    from drafter.options import DraftOptions, Order, Prefill


@click.command("new", cls=Command)
@click.option(
    "--from", "sources", multiple=True, required=True, metavar="文件",
    help="上一年的报告；可以给几年的，最新的一份作底稿。“-”表示从标准输入读。",
)  # fmt: skip
@output_option("按上年文件名顺延，放在当前文件夹")
@click.option(
    "--year",
    type=click.IntRange(2000, 2100),
    metavar="年份",
    help="要起草哪一年的报告；不给时是上年报告的下一年。",
)
@click.option(
    "--template", default="default", show_default=True, metavar="名称或文件夹", help="版式模板。"
)
@SCHEMAS
@click.option(
    "--order", type=click.Choice(["outline", "keep", "rule"]), default="outline", show_default=True,
    help="四个部分的次序：outline 通行大纲，keep 照上年，rule 照督察规定。",
)  # fmt: skip
@click.option(
    "--profile",
    default="auto", show_default=True, metavar="类型",
    help="单位类型，决定哪些主题算缺口：auto 由机关名称判断，或 province、city、county、"
    "department、town、zone，自己的 profiles.yaml 里的键也行。",
)  # fmt: skip
@click.option(
    "--prefill", type=click.Choice(["full", "outline"]), default="full", show_default=True,
    help="full 沿用上年文字，outline 只留标题和提示。",
)  # fmt: skip
@click.option("--workbook", is_flag=True, help="另写一份数据采集表（.xlsx），与初稿放在一起。")
@click.option(
    "--split", is_flag=True, help="采集表按供数部门分开，每个部门一份，放在一个文件夹里。"
)
@click.option("--force", is_flag=True, help="允许覆盖已有的文件；改过的另存为“原名-原有”。")
@FORMAT
@common
def new(
    sources: tuple[str, ...], output: Path | None, year: int | None, template: str,
    schemas: Path | None,
    order: Order, profile: str, prefill: Prefill,
    workbook: bool, split: bool, force: bool, form: str,
) -> int:  # fmt: skip
    """由上一年的报告起草下一年的 Word 初稿。"""
    from drafter import api
    from drafter.options import DraftOptions
    from drafter.output import next_name, office_folder, word_target, write_all
    from drafter.reporter import draft_json

    named = word_target(output) if output else None
    options = DraftOptions(
        year=year,
        order=order,
        profile=profile,
        prefill=prefill,
        template=template,
        schemas=schemas,
    )
    reports = [api.read_report(source, schemas=schemas) for source in sources]
    draft = api.draft(reports, options)
    base = draft.report
    last = base.frame.year or draft.year - 1
    target = named or Path(next_name(base.source.name, last, draft.year))
    inputs = tuple(Path(source) for source in sources if source != "-")
    sheets = _sheets(draft, options, target, split=split) if workbook or split else {}
    files = {target: api.to_docx(draft, options, epoch=epoch()), **sheets}
    folder = office_folder(target) if split else None
    kept = write_all(files, force=force, inputs=inputs, folder=folder, is_ours=api.is_as_written)
    names = tuple(map(str, sheets))
    if form == "json":
        write_utf8(draft_json(draft, str(target), names, tuple(map(str, kept))))
    else:
        reporter = reporter_of(schemas)
        write(reporter.draft_text(draft, str(target), len(base.commitments)))
        write(reporter.sheets_text(names))
    tell_kept(kept)
    return ExitCode.FINE


def _sheets(draft: Draft, options: DraftOptions, target: Path, *, split: bool) -> dict[Path, bytes]:
    """The workbooks that go with a draft, by path."""
    from drafter import api
    from drafter.output import office_folder, office_sheet, sheet_name

    if not split:
        return {sheet_name(target): api.workbook(draft, options, epoch=epoch())}
    folder = office_folder(target)
    return {
        office_sheet(folder, office): data
        for office, data in api.office_workbooks(draft, options, epoch=epoch())
    }
