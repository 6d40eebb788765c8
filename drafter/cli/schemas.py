"""`drafter schemas`: the data files that an office may adapt."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.chinese import Group
from drafter.cli.shell import common, export, tell, verdict
from drafter.errors import ExitCode


@click.group("schemas", cls=Group)
def schemas() -> None:
    """数据文件（大纲、时效表、单位类型等）：列出、检查、导出。"""


@schemas.command("list")
@common
def schemas_list() -> int:
    """列出自带的数据文件。"""
    from drafter import api

    for name in api.schema_files():
        tell(name)
    return ExitCode.FINE


@schemas.command("check")
@click.argument("folder", required=False, type=click.Path(path_type=Path), metavar="[文件夹]")
@common
def schemas_check(folder: Path | None) -> int:
    """检查数据文件；不给文件夹时检查自带的。"""
    from drafter import api

    rows = tuple(
        f"{file} 第 {line} 行：{text}" if line else f"{file}：{text}"
        for file, line, text in api.check_schemas(folder)
    )
    return verdict(rows, "数据文件没有问题。")


@schemas.command("export")
@click.argument("target", type=click.Path(path_type=Path), metavar="文件夹")
@click.option("--force", is_flag=True, help="允许覆盖已有的文件；内容不同的另存为“原名-原有”。")
@common
def schemas_export(target: Path, force: bool) -> int:
    """把数据文件复制到文件夹里，供本单位修改。"""
    from drafter import api

    return export(api.schema_files(), target, force=force)
