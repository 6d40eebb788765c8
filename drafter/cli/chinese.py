"""click in Chinese: its help pages, and what it says of a wrong command line."""

from __future__ import annotations

import re
from itertools import pairwise

import click

_USAGE = {
    click.NoSuchOption: "没有“{name}”这个选项",
    click.BadOptionUsage: "“{name}”后面缺少值",
    click.MissingParameter: "缺少必需的“{name}”",
    click.BadParameter: "“{name}”的值不对",
}


class _Formatter(click.HelpFormatter):
    """Headings with a Chinese colon."""

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{heading}：\n")


class _Context(click.Context):
    """A context whose help pages are Chinese."""

    formatter_class = _Formatter


class _Chinese:
    """Help pages in Chinese: click's own words are English."""

    context_class: type[click.Context] = _Context

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        formatter.write_usage(
            ctx.command_path, " ".join(pieces).replace("[OPTIONS]", "[选项]"), prefix="用法："
        )

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = (p for p in self.get_params(ctx) if isinstance(p, click.Option))  # type: ignore[attr-defined]
        records = (option.get_help_record(ctx) for option in options)
        rows = [(name, _in_chinese(text)) for name, text in filter(None, records)]
        if rows:
            with formatter.section("选项"):
                formatter.write_dl(rows)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "显示这页帮助。"
        return option  # type: ignore[no-any-return]


def _in_chinese(text: str) -> str:
    """The help of an option with click's own remarks ([default: text], [required]) in Chinese."""
    head, bracket, remark = text.rpartition("  [")
    if not bracket or not remark.endswith("]"):
        return text
    said = remark[:-1].replace("default: ", "默认 ").replace("required", "必需").replace("; ", "，")
    said = re.sub(r"(\d+)<=x<=(\d+)", r"\1 至 \2", said)
    return f"{head}（{said}）"


class Command(_Chinese, click.Command):
    """A command with Chinese help."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        _refuse_wrong_dashes(ctx, args)
        ctx.allow_extra_args = True  # they are told below, by name
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = ctx  # click names the group where a value is missing
            raise
        if rest:
            surplus = "、".join(f"“{word}”" for word in rest)
            advice = "请去掉；如果是文件名里有空格，请把整个文件名放在英文双引号里"
            raise ChineseUsageError.of(ctx, f"多出了{surplus}；{advice}")
        return rest


class ChineseUsageError(click.UsageError):
    """A usage error that is told in Chinese from the first."""

    @classmethod
    def of(cls, ctx: click.Context, said: str) -> ChineseUsageError:
        """The error with what is wrong and what to do, without a full stop."""
        return cls(said, ctx)


class HelpWanted(click.UsageError):
    """A group without a command; its message is the help page."""


_DASHES = "-－—–−―"
"""The minus of a keyboard and what Chinese input methods and Word put in its place."""


def _refuse_wrong_dashes(ctx: click.Context, args: list[str]) -> None:
    """Raise where an option is written with Chinese dashes or with one dash too few."""
    options = [p for p in ctx.command.get_params(ctx) if isinstance(p, click.Option)]
    names = {name.removeprefix("--") for option in options for name in option.opts}
    valued = {name for option in options if not option.is_flag for name in option.opts}
    for before, word in pairwise(["", *args]):
        if word == "--":
            return  # all that follows are files
        if before in valued:
            continue
        name = word.lstrip(_DASHES).partition("=")[0]
        dashes = word[: len(word) - len(word.lstrip(_DASHES))]
        if len(name) < 2 or name not in names or dashes in {"", "--"}:  # noqa: PLR2004 -- -o, -h
            continue
        what = "少了一个减号" if dashes == "-" else "前面的横线不对"
        raise ChineseUsageError.of(ctx, f"“{word}”{what}；请改成两个英文减号：--{name}")


class Group(_Chinese, click.Group):
    """A group of commands with Chinese help."""

    command_class = Command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        found = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        rows = [(name, command.get_short_help_str(60)) for name, command in found if command]
        with formatter.section("命令"):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(self.commands)  # as they are declared: in the order of the work

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        del ctx
        return ["[选项] 命令 [参数]…"]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args:
            raise HelpWanted(ctx.get_help(), ctx)
        _refuse_wrong_dashes(ctx, args[:1])
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None:
            known = "、".join(self.list_commands(ctx))
            raise ChineseUsageError.of(ctx, f"没有“{args[0]}”这个命令；可用的有：{known}")
        return super().resolve_command(ctx, args)


def usage_message(error: click.UsageError) -> str:
    """What is wrong with a command line and where its help is, without a full stop."""
    help_page = f"用“{error.ctx.command_path if error.ctx else 'drafter'} --help”查看用法"
    if isinstance(error, ChineseUsageError):
        return f"{error.message}；{help_page}"
    if isinstance(error, click.BadOptionUsage) and _is_flag(error):
        return f"“{error.option_name}”后面不带值，请去掉等号和后面的字；{help_page}"
    for kind, words in _USAGE.items():
        if isinstance(error, kind):
            parameter = getattr(error, "param", None)
            name = getattr(error, "option_name", None) or _name_of(parameter)
            detail = ""
            if isinstance(parameter, click.Parameter) and isinstance(parameter.type, click.Choice):
                detail = f"，可用：{'、'.join(map(str, parameter.type.choices))}"
            elif isinstance(parameter, click.Parameter) and isinstance(
                parameter.type, click.IntRange
            ):
                detail = f"，应是 {parameter.type.min}–{parameter.type.max} 之间的整数"
            return f"{words.format(name=name)}{detail}；{help_page}"
    return f"命令或参数不对；{help_page}"


def _is_flag(error: click.BadOptionUsage) -> bool:
    options = error.ctx.command.get_params(error.ctx) if error.ctx else []
    return any(
        isinstance(option, click.Option) and option.is_flag and error.option_name in option.opts
        for option in options
    )


def _name_of(parameter: click.Parameter | None) -> str:
    """What the user calls a parameter: an option's long name, what an argument stands for."""
    if isinstance(parameter, click.Argument):
        return (parameter.metavar or "参数").strip("[]…")
    return max(parameter.opts, key=len) if parameter and parameter.opts else "参数"
