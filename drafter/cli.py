"""The command line: options into one object, one call of the library, results out, an exit code.

Only click is imported here at the top; everything else where it is needed, so that --help is quick.
"""

from __future__ import annotations

import gc
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from drafter import __version__
from drafter.errors import (
    DrafterError,
    ExitCode,
    FaultError,
    OutputError,
    UnreadableFileError,
    places_of,
)

if TYPE_CHECKING:
    from drafter.model import Draft
    from drafter.options import DraftOptions
    from drafter.reporter import Reporter

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


class _Command(_Chinese, click.Command):
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
            raise _UsageError.of(ctx, f"多出了{surplus}；{advice}")
        return rest


class _UsageError(click.UsageError):
    """A usage error that is told in Chinese from the first."""

    @classmethod
    def of(cls, ctx: click.Context, said: str) -> _UsageError:
        """The error with what is wrong and what to do, without a full stop."""
        return cls(said, ctx)


class _HelpWanted(click.UsageError):
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
        raise _UsageError.of(ctx, f"“{word}”{what}；请改成两个英文减号：--{name}")


class _Group(_Chinese, click.Group):
    """A group of commands with Chinese help."""

    command_class = _Command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [
            (name, self.commands[name].get_short_help_str(60)) for name in self.list_commands(ctx)
        ]
        with formatter.section("命令"):
            formatter.write_dl(rows)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        del ctx
        return ["[选项] 命令 [参数]…"]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args:
            raise _HelpWanted(ctx.get_help(), ctx)
        _refuse_wrong_dashes(ctx, args[:1])
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None:
            known = "、".join(self.list_commands(ctx))
            raise _UsageError.of(ctx, f"没有“{args[0]}”这个命令；可用的有：{known}")
        return super().resolve_command(ctx, args)


_Group.group_class = _Group


_ALLOCATIONS = 500_000
"""Objects made and not freed before Python looks for cycles among them. One report makes a tenth of
that and no cycles worth finding: to look a hundred times for them took a twentieth of a run."""


def main() -> NoReturn:
    """Run the program; the only place where errors become messages and exit codes."""
    gc.set_threshold(_ALLOCATIONS)
    _prepare_streams()
    arguments = sys.argv[1:]
    # The shells of Windows leave `*.docx` to the program, as a list of files.
    sys.exit(run(_expand_wildcards(arguments) if os.name == "nt" else arguments))


def _expand_wildcards(arguments: list[str]) -> list[str]:
    """The arguments with each pattern (`*.docx`) replaced by the files that fit it, if any do.

    Not the value of an option, which is one file, and no brackets: `2025[1].docx` is a name.
    """
    from glob import escape, glob

    out: list[str] = []
    for before, word in pairwise(["", *arguments]):
        is_pattern = ("*" in word or "?" in word) and not before.startswith("-")
        pattern = escape(word).replace("[*]", "*").replace("[?]", "?")
        out += (sorted(glob(pattern)) if is_pattern else []) or [word]  # noqa: PTH207 -- pathlib knows no pattern with a folder in front
    return out


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    try:
        result = cli.main(arguments, prog_name="drafter", standalone_mode=False)
    except DrafterError as error:
        click.echo(f"错误：{error}", err=True)
        return int(error.exit_code)
    except _HelpWanted as error:
        click.echo(error.message, err=True)
        return int(ExitCode.USAGE)
    except click.UsageError as error:
        click.echo(f"用法错误：{DrafterError(_usage_message(error))}。", err=True)
        return int(ExitCode.USAGE)
    except (click.Abort, KeyboardInterrupt):
        click.echo("已中断，没有留下半成品。", err=True)
        return 130
    except Exception as error:  # noqa: BLE001 -- a clerk is not helped by a traceback
        _log_fault(error)
        click.echo(f"错误：{FaultError(kind=type(error).__name__)}", err=True)
        return int(FaultError.exit_code)
    return int(result) if isinstance(result, int) else int(ExitCode.FINE)


def _log_fault(error: Exception) -> None:
    import logging

    logging.getLogger(__name__).info("程序出错的位置：%s", places_of(error))


def _prepare_streams() -> None:
    # A console in GBK cannot show every character of a report: it shows ? instead of crashing.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _usage_message(error: click.UsageError) -> str:
    help_page = f"用“{error.ctx.command_path if error.ctx else 'drafter'} --help”查看用法"
    if isinstance(error, _UsageError):
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


def _reporter(schemas: Path | None) -> Reporter:
    from drafter.knowledge import load
    from drafter.reporter import Reporter

    return Reporter(load(schemas), _colours())


def _colours() -> Callable[[str, str], str]:
    from drafter.reporter import plain

    return _paint if sys.stdout.isatty() and "NO_COLOR" not in os.environ else plain


def _paint(words: str, colour: str) -> str:
    return click.style(words, bold=True) if colour == "bold" else click.style(words, fg=colour)


def _write(text: str | bytes) -> None:
    """Results on standard output.

    Raises:
        OutputError: They cannot go where the user sent them.
    """
    try:
        click.echo(text, nl=False)
    except BrokenPipeError:  # whoever reads has enough (`| head`); the exit code still counts
        _let_go_of_output()
    except OSError as error:
        _let_go_of_output()
        raise OutputError(reason=error.strerror or str(error)) from error


def _let_go_of_output() -> None:
    """What is still to be printed goes nowhere: it would fail again at the end of the program."""
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 -- no path of anybody's
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def _tell(line: str) -> None:
    """A line with names and words of others in it: nothing of them speaks to the terminal."""
    from drafter.render.characters import printable

    _write(f"{printable(line)}\n")


def _write_utf8(text: str) -> None:
    """What programs read (JSON, commands to a CI) is UTF-8 whatever the console speaks.

    File names of Linux may hold bytes that are no characters; they become the escapes of JSON.
    """
    _write(text.encode("utf-8", "backslashreplace"))


def _verbose(_ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        import logging

        logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(message)s")


def _common(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--verbose",
        is_flag=True,
        expose_value=False,
        callback=_verbose,
        is_eager=True,
        help="在屏幕上显示每一步。",
    )(command)


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        click.echo(f"drafter {__version__}")
        ctx.exit()


_SCHEMAS = click.option(
    "--schemas",
    type=click.Path(path_type=Path),
    metavar="文件夹",
    help="本单位自己的数据文件（大纲、时效表等），缺的用自带的。",
)
_FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="结果写成中文还是 JSON。",
)


@click.group(
    cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    callback=_show_version,
    is_eager=True,
    help="显示版本号。",
)
@_common
def cli() -> None:
    """把上一年的法治政府建设年度报告变成下一年的 Word 初稿。"""


@cli.command("new")
@click.option(
    "--from", "sources", multiple=True, required=True, metavar="文件",
    help="上一年的报告；可以给几年的，最新的一份作底稿。“-”表示从标准输入读。",
)  # fmt: skip
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="文件",
    help="写到哪里；不给时按上年文件名顺延，放在当前文件夹。",
)
@click.option(
    "--year",
    type=click.IntRange(2000, 2100),
    metavar="年份",
    help="要起草哪一年的报告；不给时是上年报告的下一年。",
)
@click.option(
    "--template", default="default", show_default=True, metavar="名称或文件夹", help="版式模板。"
)
@_SCHEMAS
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
@click.option("--force", is_flag=True, help="允许覆盖已有的文件。")
@_FORMAT
@_common
def new(
    sources: tuple[str, ...], output: Path | None, year: int | None, template: str,
    schemas: Path | None,
    order: Any, profile: str, prefill: Any,  # noqa: ANN401 -- Literals, checked by click
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
    files = {target: api.to_docx(draft, options, epoch=_epoch()), **sheets}
    folder = office_folder(target) if split else None
    write_all(files, force=force, inputs=inputs, folder=folder)
    names = tuple(map(str, sheets))
    if form == "json":
        _write_utf8(draft_json(draft, str(target), names))
    else:
        reporter = _reporter(schemas)
        _write(reporter.draft_text(draft, str(target), len(base.commitments)))
        _write(reporter.sheets_text(names))
    return ExitCode.FINE


def _sheets(draft: Draft, options: DraftOptions, target: Path, *, split: bool) -> dict[Path, bytes]:
    """The workbooks that go with a draft, by path."""
    from drafter import api
    from drafter.output import office_folder, office_sheet, sheet_name

    if not split:
        return {sheet_name(target): api.workbook(draft, options, epoch=_epoch())}
    folder = office_folder(target)
    return {
        office_sheet(folder, office): data
        for office, data in api.office_workbooks(draft, options, epoch=_epoch())
    }


_LAST_MOMENT = 4_354_819_199
"""2107-12-31T23:59:59Z, the last one that a zip file can bear."""


def _epoch() -> int | None:
    value = os.environ.get("SOURCE_DATE_EPOCH", "")
    # Ten figures reach to 2286, the last year of a zip file is 2107; others would end in errors.
    is_moment = value.isascii() and value.isdigit() and len(value) <= len(str(_LAST_MOMENT))
    return min(int(value), _LAST_MOMENT) if is_moment else None


@cli.command("fill")
@click.argument("document", metavar="初稿.docx", type=click.Path(path_type=Path))
@click.option(
    "--from", "books", multiple=True, required=True, metavar="采集表.xlsx",
    type=click.Path(path_type=Path),
    help="填好的采集表，可以给几份；也可以给文件夹，取其中全部 .xlsx。",
)  # fmt: skip
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="文件",
    help="写到哪里；不给时在初稿名后加“-已填”，与初稿放在一起。",
)
@click.option("--force", is_flag=True, help="允许覆盖已有的文件（初稿和采集表除外）。")
@_SCHEMAS
@_FORMAT
@_common
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
    result = api.fill(document, sheets, schemas=schemas, epoch=_epoch())
    write_atomic(target, result.data, force=force, inputs=(document, *sheets))
    if form == "json":
        _write_utf8(fill_json(result, str(target)))
    else:
        _write(_reporter(schemas).fill_text(result, str(target)))
    is_short = result.unmatched or result.conflicts
    return ExitCode.FINDINGS if is_short else ExitCode.FINE


@cli.command("parse")
@click.argument("source", metavar="文件")
@_SCHEMAS
@_FORMAT
@_common
def parse(source: str, schemas: Path | None, form: str) -> int:
    """显示一份报告是怎样被读懂的。"""
    from drafter import api
    from drafter.reporter import report_json

    report = api.read_report(source, schemas=schemas)
    if form == "json":
        _write_utf8(report_json(report))
    else:
        _write(_reporter(schemas).parse_text(report))
    return ExitCode.FINE


@cli.command("check")
@click.argument("source", metavar="文件")
@click.option(
    "--against", metavar="文件",
    help="上一年的报告；给了才查雷同、未变的数字和上年承诺。",
)  # fmt: skip
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
@click.option(
    "--year",
    type=click.IntRange(2000, 2100),
    metavar="年份",
    help="原文看不出是哪一年的报告时指明。",
)
@click.option(
    "--annotate", type=click.Path(path_type=Path), metavar="副本.docx",
    help="另写一份 Word 副本，问题写成批注；原文件不动。",
)  # fmt: skip
@click.option("--force", is_flag=True, help="允许覆盖已有的副本（报告本身除外）。")
@_SCHEMAS
@_common
def check(
    source: str, against: str | None, form: str, fail_on: str, ignore: Path | None,
    year: int | None, annotate: Path | None, force: bool, schemas: Path | None,
) -> int:  # fmt: skip
    """检查写好的报告：缺漏、旧年份、雷同、数据、承诺、遗留标记、版式和公开事项。"""
    from drafter import api
    from drafter.output import word_target, write_atomic
    from drafter.read import shown_name
    from drafter.reporter import review as told

    if annotate is not None:
        annotate = word_target(annotate, "--annotate")
    result = api.review(source, against=against, schemas=schemas, ignore=ignore, year=year)
    if annotate is not None:
        inputs = tuple(Path(name) for name in (source, against) if name and name != "-")
        copy = api.annotate(source, result, epoch=_epoch())
        write_atomic(annotate, copy, force=force, inputs=inputs, option="--annotate")
    if form == "json":
        _write_utf8(told.review_json(result, source, against))
    elif form == "github":
        _write_utf8(told.review_github(result, source))
    else:
        beside = against and shown_name(against)
        _write(told.review_text(result, shown_name(source), _colours(), beside))
        if annotate is not None:
            _tell(f"批注副本：{annotate}")
    return ExitCode.FINDINGS if told.fails(result, fail_on) else ExitCode.FINE


@cli.command("finalize")
@click.argument("document", metavar="稿子.docx", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="文件",
    help="写到哪里；不给时在稿名后加“-定稿”，与稿子放在一起。",
)
@click.option(
    "--ignore", type=click.Path(path_type=Path), metavar="清单.yaml",
    help="豁免清单：已核实、不必再改的错误和理由。",
)  # fmt: skip
@click.option("--accept-changes", is_flag=True, help="接受别人的全部修订；不加时只列出来。")
@click.option("--drop-comments", is_flag=True, help="删去别人的批注；不加时只列出来。")
@click.option("--public", is_flag=True, help="公开稿：去掉主送机关和附件。")
@click.option("--force", is_flag=True, help="允许覆盖已有的文件（稿子本身除外）。")
@_SCHEMAS
@_common
def finalize(
    document: Path, output: Path | None, ignore: Path | None, accept_changes: bool,
    drop_comments: bool, public: bool, force: bool, schemas: Path | None,
) -> int:  # fmt: skip
    """清稿：去掉空格、提示、批注和作者信息，写出可以上报的定稿；没写完的不放行。"""
    from drafter import api
    from drafter.options import FinalOptions
    from drafter.output import final_name, word_target, write_atomic
    from drafter.reporter.finalization import finalization_text

    target = word_target(output) if output else final_name(document)
    options = FinalOptions(
        accept_changes=accept_changes, drop_comments=drop_comments, public=public
    )
    result, review = api.finalize(document, options, schemas=schemas, ignore=ignore, epoch=_epoch())
    if result.data is not None:
        write_atomic(target, result.data, force=force, inputs=(document,))
    _write(finalization_text(result, review, str(target), _colours()))
    return ExitCode.FINDINGS if result.data is None else ExitCode.FINE


@cli.command("compare")
@click.argument("older", metavar="上年报告")
@click.argument("newer", metavar="本年报告")
@_SCHEMAS
@_FORMAT
@_common
def compare(older: str, newer: str, schemas: Path | None, form: str) -> int:
    """两年的报告对照着看：数据增减、章节对应、承诺落实、重复的文字。"""
    from drafter import api
    from drafter.reporter import comparison as told

    result = api.compare(older, newer, schemas=schemas)
    # By year, whichever order they were given in.
    names = (result.last.source.name, result.now.source.name)
    if form == "json":
        _write_utf8(told.comparison_json(result, names))
    else:
        _write(told.comparison_text(result, names, _colours()))
    return ExitCode.FINE


@cli.command("explain")
@click.argument("rule", metavar="[规则号]", required=False)
@_SCHEMAS
@_common
def explain(rule: str | None, schemas: Path | None) -> int:
    """解释一条规则：是什么意思，依据什么，举例。不给规则号时列出全部规则。"""
    from drafter.knowledge import load
    from drafter.rules.catalogue import RULES, rule_named

    if rule is None:
        _write("".join(f"{row.id}  {row.name}\n" for row in RULES))
        return ExitCode.FINE
    phrases = {phrase.id: phrase for phrase in load(schemas).phrases.rows}
    reporter = _reporter(schemas)
    _write(
        reporter.phrase_text(phrases[rule])
        if rule in phrases
        else reporter.rule_text(rule_named(rule))
    )
    return ExitCode.FINE


@cli.group("templates")
def templates() -> None:
    """版式模板：列出、检查、导出。"""


@templates.command("list")
@_common
def templates_list() -> int:
    """列出自带的模板。"""
    from drafter.render.folder import list_templates

    for template in list_templates():
        _tell(template.name)
    return ExitCode.FINE


@templates.command("check")
@click.argument("names", nargs=-1, metavar="[名称或文件夹]…")
@_common
def templates_check(names: tuple[str, ...]) -> int:
    """检查模板：变量都认得，样式都存在，没有遗漏。不给名称时检查全部自带的。"""
    from drafter.render.check import check_templates
    from drafter.render.folder import list_templates

    wanted = names or tuple(template.name for template in list_templates())
    return _verdict(check_templates(wanted), f"模板没有问题：{'、'.join(wanted)}。")


@templates.command("export")
@click.argument("target", type=click.Path(path_type=Path), metavar="文件夹")
@click.option("--name", default="default", show_default=True, metavar="名称", help="导出哪个模板。")
@click.option("--force", is_flag=True, help="允许覆盖已有的文件。")
@_common
def templates_export(target: Path, name: str, force: bool) -> int:
    """把模板复制到文件夹里，供本单位修改。"""
    from drafter.render.folder import template_contents

    return _export(template_contents(name), target, force=force)


@cli.group("schemas")
def schemas() -> None:
    """数据文件（大纲、时效表、单位类型等）：列出、检查、导出。"""


@schemas.command("list")
@_common
def schemas_list() -> int:
    """列出自带的数据文件。"""
    from drafter.knowledge.files import shipped

    for path in shipped():
        _tell(path.name)
    return ExitCode.FINE


@schemas.command("check")
@click.argument("folder", required=False, type=click.Path(path_type=Path), metavar="[文件夹]")
@_common
def schemas_check(folder: Path | None) -> int:
    """检查数据文件；不给文件夹时检查自带的。"""
    from drafter.knowledge.checking import check

    if folder is not None and not folder.is_dir():
        raise UnreadableFileError(path=folder, reason="没有这个文件夹")
    problems = check(folder)
    rows = tuple(
        f"{file} 第 {line} 行：{text}" if line else f"{file}：{text}"
        for file, line, text in problems
    )
    return _verdict(rows, "数据文件没有问题。")


@schemas.command("export")
@click.argument("target", type=click.Path(path_type=Path), metavar="文件夹")
@click.option("--force", is_flag=True, help="允许覆盖已有的文件。")
@_common
def schemas_export(target: Path, force: bool) -> int:
    """把数据文件复制到文件夹里，供本单位修改。"""
    from drafter.knowledge.files import contents

    return _export(contents(), target, force=force)


def _export(contents: dict[str, bytes], target: Path, *, force: bool) -> int:
    """Writes files into a folder, which is made if it is missing."""
    from drafter.output import make_folder, write_all

    make_folder(target.parent)
    files = {target / name: data for name, data in contents.items()}
    write_all(files, force=force, folder=target, option=None)
    for path in files:
        _tell(f"已写出 {path}")
    return ExitCode.FINE


@cli.command("batch")
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
    help="全部重做，并允许覆盖改动过的初稿和汇总表（读入的报告除外）。",
)  # fmt: skip
@click.option(
    "--template", default="default", show_default=True, metavar="名称或文件夹", help="版式模板。"
)
@_SCHEMAS
@_FORMAT
@_common
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
        epoch=_epoch(),
    )
    items = find_items(paths, output)
    with _progress(len(items)) as advance:
        result = run_batch(items, options, lambda _: advance())
    if form == "json":
        for piece in told.batch_json(result):
            _write_utf8(piece)
    else:
        for piece in told.batch_text(result, _colours()):
            _write(piece)
        _write(told.passed_over_text(passed_over(paths, output)))
    return ExitCode.FINDINGS if result.tally.failed else ExitCode.FINE


@contextmanager
def _progress(length: int) -> Iterator[Callable[[], None]]:
    """Something to call after each file; a bar on standard error, if that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=length, label="办理", file=sys.stderr, show_pos=True) as bar:
        yield lambda: bar.update(1)


def _verdict(problems: tuple[str, ...], fine: str) -> int:
    """Prints what is wrong, or that nothing is, and says so in the exit code."""
    for problem in problems:
        _tell(problem)
    if not problems:
        _tell(fine)
    return ExitCode.FINDINGS if problems else ExitCode.FINE
