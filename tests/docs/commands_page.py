"""The page of all commands, made from the commands themselves, so that it cannot lag behind."""

from __future__ import annotations

from collections.abc import Iterator

import click

from drafter.cli import cli

_HEAD = """# 命令和选项

每条命令的全部选项，和加 `--help` 看到的一样；`--verbose` 和 `--help` 每条命令都有，这里不重复。
"""
_EVERYWHERE = ("verbose", "help")


def leaves(command: click.Command = cli, path: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command that is not a group, with the words that reach it."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            if child := command.get_command(context, name):
                yield from leaves(child, f"{path} {name}".strip())
    else:
        yield path, command


def commands_page() -> str:
    """The text of `docs/commands.md`."""
    return "\n".join([_HEAD, *(_section(path, command) for path, command in leaves())])


def _section(path: str, command: click.Command) -> str:
    arguments = [p for p in command.params if isinstance(p, click.Argument)]
    words = " ".join(["drafter", path, *(p.metavar or p.human_readable_name for p in arguments)])
    lines = [f"## {path}\n", f"{command.help}\n", f"    {words} [选项]\n"]
    options = [
        p for p in command.params if isinstance(p, click.Option) and p.name not in _EVERYWHERE
    ]
    if options:
        lines += ["| 选项 | 说明 |", "| --- | --- |", *map(_row, options), ""]
    return "\n".join(lines)


def _row(option: click.Option) -> str:
    names = "，".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    values = ""
    if isinstance(option.type, click.Choice):
        values = f"（{'、'.join(option.type.choices)}）"
    elif option.metavar:
        values = f" {option.metavar}"
    default = f"默认 {option.default}。" if option.show_default else ""
    remark = "必需。" if option.required else "可以给几次。" if option.multiple else ""
    return f"| {names}{values} | {option.help}{default}{remark} |"
