"""`drafter templates`: the layouts that an office may adapt."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.chinese import Group
from drafter.cli.shell import common, export, tell, verdict
from drafter.errors import ExitCode


@click.group("templates", cls=Group)
def templates() -> None:
    """版式模板：列出、检查、导出。"""


@templates.command("list")
@common
def templates_list() -> int:
    """列出自带的模板。"""
    from drafter import api

    for name in api.templates():
        tell(name)
    return ExitCode.FINE


@templates.command("check")
@click.argument("names", nargs=-1, metavar="[名称或文件夹]…")
@common
def templates_check(names: tuple[str, ...]) -> int:
    """检查模板：变量都认得，样式都存在，没有遗漏。不给名称时检查全部自带的。"""
    from drafter import api

    wanted = names or api.templates()
    return verdict(api.check_templates(wanted), f"模板没有问题：{'、'.join(wanted)}。")


@templates.command("export")
@click.argument("target", type=click.Path(path_type=Path), metavar="文件夹")
@click.option("--name", default="default", show_default=True, metavar="名称", help="导出哪个模板。")
@click.option("--force", is_flag=True, help="允许覆盖已有的文件；内容不同的另存为“原名-原有”。")
@common
def templates_export(target: Path, name: str, force: bool) -> int:
    """把模板复制到文件夹里，供本单位修改。"""
    from drafter import api

    return export(api.template_files(name), target, force=force)
