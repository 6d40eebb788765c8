"""The shell: options reach the library, exit codes, what goes to which stream, in Chinese."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import docx
import jsonschema
import pytest

from drafter import __version__
from drafter.cli import _expand_wildcards, cli, run
from drafter.rules.catalogue import RULES
from tests.acceptance.small_reports import report_text

ROOT = Path(__file__).resolve().parents[2]
COUNTY = ROOT / "examples" / "county-2024.txt"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
ENGLISH = re.compile(
    r"\b(?:Usage|Options|Commands|Error|Show this|default:|required|Try|Missing|Invalid)(?!\w)"
)
ESCAPE = "\x1b["


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with last year's report, to work in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "2024.txt").write_bytes(COUNTY.read_bytes())
    return tmp_path


def commands(
    command: click.Command = cli, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command with the words that reach it, the root included."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            if child := command.get_command(context, name):
                yield from commands(child, (*path, name))


def started(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The program as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "drafter", *arguments],
        capture_output=True,
        check=False,
        timeout=60,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
    )


# --------------------------------------------------------------------- new


def test_new_writes_the_draft_and_tells_the_table(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", "--from", "2024.txt"]) == 0
    out, err = capsys.readouterr()
    assert (desk / "2025.docx").is_file()
    assert {p.name for p in desk.iterdir()} == {"2024.txt", "2025.docx"}
    for words in (
        "2025.docx",
        "云岫县",
        "四个部分",
        "举措成效",
        "第一责任人履职",
        "不足",
        "下年安排",
        "各节归入的主题",
        "缺口",
    ):
        assert words in out
    assert err == ""
    assert ESCAPE not in out


def test_a_second_run_changes_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "--from", "2024.txt"]) == 0
    before = (desk / "2025.docx").read_bytes()
    (desk / "2025.docx").write_bytes(before + b"!")  # the clerk has worked on it
    capsys.readouterr()
    assert run(["new", "--from", "2024.txt"]) == 3
    out, err = capsys.readouterr()
    assert (desk / "2025.docx").read_bytes() == before + b"!"
    assert out == ""
    assert "--force" in err
    assert run(["new", "--from", "2024.txt", "--force"]) == 0
    assert (desk / "2025.docx").read_bytes() == before
    assert (desk / "2025-原有.docx").read_bytes() == before + b"!"
    assert "2025-原有.docx" in capsys.readouterr().err


def test_a_draft_that_nobody_touched_is_replaced_without_a_trace(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", "--from", "2024.txt", "--workbook"]) == 0
    options = ["--force", "--workbook", "--prefill", "outline"]
    assert run(["new", "--from", "2024.txt", *options]) == 0
    assert capsys.readouterr().err == ""
    assert sorted(path.name for path in desk.glob("2025*")) == ["2025.docx", "2025.xlsx"]


def test_a_draft_that_people_wrote_in_is_kept_beside_the_new_one(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edited = [desk / "2025-原有.docx", desk / "2025-原有2.docx"]
    for file in edited:
        assert run(["new", "--from", "2024.txt", "--force"]) == 0
        document = docx.Document("2025.docx")
        document.add_paragraph(f"这一段是县长改的（{file.name}）。")
        document.save("2025.docx")
    capsys.readouterr()
    assert run(["new", "--from", "2024.txt", "--force", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["kept"] == [str(edited[-1])]
    for file in edited:
        assert file.name in docx.Document(str(file)).paragraphs[-1].text


def test_the_target_may_be_named(desk: Path) -> None:
    assert run(["new", "--from", "2024.txt", "-o", "初稿.docx"]) == 0
    assert (desk / "初稿.docx").is_file()


@pytest.mark.parametrize("name", ["初稿", "初稿v1.2"])
def test_a_target_without_suffix_becomes_a_word_file(desk: Path, name: str) -> None:
    assert run(["new", "--from", "2024.txt", "-o", name]) == 0
    assert (desk / f"{name}.docx").is_file()


def test_a_fault_of_ours_is_one_calm_sentence(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(*_: object) -> None:
        raise KeyError

    monkeypatch.setattr("drafter.api.draft", faulty)
    assert run(["new", "--from", "2024.txt"]) == 3
    err = capsys.readouterr().err
    assert err.startswith("错误：程序出错（KeyError）")
    assert "Traceback" not in err
    assert {p.name for p in desk.iterdir()} == {"2024.txt"}


def test_every_year_of_the_name_moves_on(desk: Path) -> None:
    (desk / "2024.txt").rename("关于2024年的报告（定稿）.txt")
    assert run(["new", "--from", "关于2024年的报告（定稿）.txt"]) == 0
    assert (desk / "关于2025年的报告（定稿）.docx").is_file()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-o", "没有/2025.docx"], "文件夹不存在"),
        (["-o", "."], "文件夹"),
        (["-o", "2024.txt", "--force"], "以 .docx 结尾"),
        (["-o", "2025.PDF"], "以 .docx 结尾"),
        (["--template", "没有"], "没有"),
        (["--schemas", "没有"], "没有"),
    ],
    ids=[
        "missing folder",
        "a folder",
        "the input",
        "another kind",
        "unknown template",
        "missing schemas",
    ],
)
def test_a_target_or_folder_that_cannot_be_used(
    desk: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    before = (desk / "2024.txt").read_bytes()
    code = run(["new", "--from", "2024.txt", *arguments])
    out, err = capsys.readouterr()
    assert code in (2, 3)
    assert out == ""
    assert err.startswith("错误：")
    assert words in err
    assert {p.name for p in desk.iterdir()} == {"2024.txt"}
    assert (desk / "2024.txt").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("没有.txt", None),
        ("夹", "folder"),
        ("空.txt", b""),
        ("空白.txt", " \u3000\n\n".encode()),
        ("照片.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4),
        ("旧.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("别的.txt", "今天天气很好，我们去公园散步。".encode()),
    ],
    ids=["missing", "folder", "empty", "blank", "picture", "old Word", "no report"],
)
def test_an_input_that_cannot_be_used(
    desk: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes | str | None
) -> None:
    if data == "folder":
        (desk / name).mkdir()
    elif isinstance(data, bytes):
        (desk / name).write_bytes(data)
    for arguments in (["new", "--from", name], ["parse", name]):
        assert run(arguments) == 3
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith("错误：")
        assert name in err
        assert len(CHINESE.findall(err)) > 10
        assert "Traceback" not in err
    assert not list(desk.glob("*.docx"))


def test_a_report_without_a_year(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = COUNTY.read_text(encoding="utf-8")
    (desk / "稿.txt").write_text(re.sub(r"\d{4}年(?:度)?", "", text), encoding="utf-8")
    assert run(["new", "--from", "稿.txt"]) == 3
    assert "--year" in capsys.readouterr().err
    assert run(["new", "--from", "稿.txt", "--year", "2025"]) == 0
    assert (desk / "2025年法治政府建设年度报告.docx").is_file()


@pytest.mark.parametrize("year", ["2023", "2024"])
def test_a_report_is_not_rolled_backwards(
    desk: Path, capsys: pytest.CaptureFixture[str], year: str
) -> None:
    assert run(["new", "--from", "2024.txt", "--year", year]) == 2
    assert "2024 年度" in capsys.readouterr().err
    assert not list(desk.glob("*.docx"))


def test_the_newest_of_several_is_the_base(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = COUNTY.read_text(encoding="utf-8")
    older = re.sub(r"20\d\d(?=年)", lambda found: str(int(found.group()) - 1), text)
    (desk / "2023.txt").write_text(older, encoding="utf-8")
    for arguments in (["2023.txt", "2024.txt"], ["2024.txt", "2023.txt"]):
        assert run(["new", "--from", arguments[0], "--from", arguments[1], "--force"]) == 0
        assert "依据 2024.txt" in capsys.readouterr().out
    assert {p.name for p in desk.glob("*.docx")} == {"2025.docx"}


def test_standard_input(desk: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "drafter", "new", "--from", "-"],
        input=COUNTY.read_bytes(),
        capture_output=True,
        check=False,
        timeout=60,
        cwd=desk,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0
    assert (desk / "2025年法治政府建设年度报告.docx").is_file()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--order", "rule"],
        ["--order", "keep"],
        ["--prefill", "outline"],
        ["--profile", "province"],
        ["--year", "2026", "-o", "x.docx"],
        ["--verbose"],
    ],
    ids=" ".join,
)
def test_options_reach_the_draft(desk: Path, arguments: list[str]) -> None:
    # In this example 第一责任人履职 comes first, so that the three orders differ.
    department = ROOT / "examples" / "department-2024.txt"
    (desk / "2024.txt").write_bytes(department.read_bytes())
    assert run(["new", "--from", "2024.txt", "-o", "plain.docx"]) == 0
    target = "x.docx"
    own = arguments if "-o" in arguments else [*arguments, "-o", target]
    assert run(["new", "--from", "2024.txt", *own]) == 0
    same = (desk / target).read_bytes() == (desk / "plain.docx").read_bytes()
    assert same == (arguments == ["--verbose"])


# ------------------------------------------------------------------- usage


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["new", "--from", "2024.txt", "--nosuch"], "--nosuch"),
        (["new", "--from", "2024.txt", "--order", "别的"], "outline、keep、rule"),
        (["new", "--from", "2024.txt", "--profile", "别的"], "county"),
        (["new", "--from", "2024.txt", "--year", "二〇二五"], "--year"),
        (["new", "--from", "2024.txt", "--year", "25"], "2000"),
        (["new"], "--from"),
        (["new", "--from"], "--from"),
        (["parse"], "文件"),
        (["parse", "2024.txt", "--format", "xml"], "json"),
        (["parse", "2024.txt", "2023.txt"], "多出了“2023.txt”"),
        (["new", "--from", "2024", "年报告.txt"], "有空格"),
        (["nosuch"], "没有“nosuch”这个命令；可用的有：new"),
        (["new'"], "没有“new'”这个命令"),
        (["new", "－－from", "2024.txt"], "两个英文减号：--from"),
        (["new", "——from=2024.txt"], "两个英文减号：--from"),
        (["new", "-from", "2024.txt"], "少了一个减号"),
        (["new", "--from", "2024.txt", "--workbook=甲.xlsx"], "不带值"),
        (["——help"], "--help"),
        (["-version"], "两个英文减号：--version"),
        (["explain", "Z99"], "P01"),
        (["templates"], ""),
        (["templates", "nosuch"], "export"),
        ([], ""),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_wrong_usage_is_told_in_chinese(
    desk: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    code = run(arguments)
    out, err = capsys.readouterr()
    assert code == 2, (code, out, err)
    assert not list(desk.glob("*.docx"))
    said = err + (out if not words else "")
    assert words in said
    assert CHINESE.search(said)
    assert not ENGLISH.search(said), said
    assert "Traceback" not in said


def test_without_a_command_the_help_page_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["templates"]) == 2
    assert "把模板复制到文件夹里" in capsys.readouterr().err


def test_a_pattern_stands_for_the_files_that_fit_it(tmp_path: Path) -> None:
    for name in ("乙.docx", "甲.docx", "丙.txt", "2024[定稿].docx"):
        (tmp_path / name).touch()
    given = ["batch", f"{tmp_path}/?.docx", f"{tmp_path}/*.pdf", f"{tmp_path}/2024[定稿].docx"]
    given += ["-o", f"{tmp_path}/?.docx"]
    assert _expand_wildcards(given) == [
        "batch",
        *sorted(f"{tmp_path}/{name}" for name in ("乙.docx", "甲.docx")),
        *given[2:],
    ]


def test_behind_two_dashes_stand_files_only(desk: Path) -> None:
    (desk / "-year").write_text(report_text(), encoding="utf-8")
    assert run(["parse", "--", "-year"]) == 0


# ---------------------------------------------------------------- json, text


def test_the_help_page_of_the_command_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "--from", "2024.txt", "--order"]) == 2
    assert "drafter new --help" in capsys.readouterr().err


def test_an_argument_is_no_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--help"]) == 0
    options = capsys.readouterr().out.partition("选项：")[2]
    assert all(line.strip().startswith("-") for line in options.splitlines()[1:2])


def test_the_commands_to_a_ci_are_utf_8_on_any_console(desk: Path) -> None:
    (desk / "2024.txt").write_text(report_text(leadership=""), encoding="utf-8")
    done = started("check", str(desk / "2024.txt"), "--format", "github", PYTHONIOENCODING="cp1252")
    assert "::" in done.stdout.decode("utf-8")
    assert "?" not in done.stdout.decode("utf-8")


def test_json_of_parse_is_what_the_schema_says(desk: Path) -> None:
    done = started("parse", str(desk / "2024.txt"), "--format", "json", PYTHONIOENCODING="gbk")
    assert done.returncode == 0
    assert done.stderr == b""
    data: dict[str, Any] = json.loads(done.stdout.decode("utf-8"))
    schema = json.loads((ROOT / "schemas" / "report.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(data)
    assert data["year"] == 2024
    assert [part["key"] for part in data["parts"]] == [
        "achievements",
        "leadership",
        "shortcomings",
        "plans",
    ]


def test_json_of_new(desk: Path) -> None:
    done = started(
        "new", "--from", str(desk / "2024.txt"), "--format", "json", PYTHONIOENCODING="gbk"
    )
    data = json.loads(done.stdout.decode("utf-8"))
    assert data["year"] == 2025
    assert Path(data["output"]).name == "2025.docx"
    assert (desk / "2025.docx").is_file()
    assert len(data["parts"]) == 4
    assert {gap["rule"] for gap in data["gaps"]} <= {rule.id for rule in RULES}


def test_parse_says_how_it_was_understood(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["parse", "2024.txt"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    for words in (
        "云岫县人民政府",
        "宁川市人民政府",
        "2025-01-22",
        "结构",
        "（八）夯实法治基础",
        "统计数字",
    ):
        assert words in out
    assert list(desk.glob("*.docx")) == []


@pytest.mark.parametrize("name", ["new", "parse"])
def test_a_console_in_gbk_with_piped_output(tmp_path: Path, name: str) -> None:
    source = tmp_path / "2024.txt"
    source.write_text(
        COUNTY.read_text(encoding="utf-8").replace("云岫县", "云𠮷䶮县"), encoding="utf-8"
    )
    arguments = (
        ["--from", str(source), "-o", str(tmp_path / "x.docx")] if name == "new" else [str(source)]
    )
    done = started(name, *arguments, PYTHONIOENCODING="gbk")
    assert done.returncode == 0, done.stderr.decode("gbk", "replace")
    assert "四个部分" in done.stdout.decode("gbk")
    assert b"\x1b" not in done.stdout + done.stderr


def test_errors_on_a_console_in_gbk(tmp_path: Path) -> None:
    done = started("new", "--from", str(tmp_path / "𠮷.txt"), PYTHONIOENCODING="gbk")
    assert done.returncode == 3
    assert done.stdout == b""
    assert done.stderr.decode("gbk").startswith("错误：")


def test_escape_sequences_of_a_report_do_not_reach_the_terminal(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = COUNTY.read_text(encoding="utf-8").replace(
        "（一）坚持党的领导", "（一）\x1b[31m坚持党的领导"
    )
    (desk / "2024.txt").write_text(text, encoding="utf-8")
    assert run(["parse", "2024.txt"]) == 0
    assert "\x1b" not in capsys.readouterr().out


# ------------------------------------------------- templates, schemas, explain


@pytest.mark.parametrize("group", ["templates", "schemas"])
def test_list_check_and_export(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], group: str
) -> None:
    assert run([group, "list"]) == 0
    names = capsys.readouterr().out.split()
    assert names
    assert run([group, "check"]) == 0
    assert "没有问题" in capsys.readouterr().out
    target = tmp_path / "本单位"
    assert run([group, "export", str(target)]) == 0
    assert capsys.readouterr().err == ""
    assert any(target.rglob("*"))
    assert run([group, "export", str(target)]) == 3
    assert run([group, "export", str(target), "--force"]) == 0
    assert not [file for file in target.iterdir() if file.name.startswith(".")]
    assert run([group, "export", str(next(target.iterdir()))]) == 3
    assert run([group, "export", str(tmp_path / "新" / "夹")]) == 0
    capsys.readouterr()
    assert run([group, "check", str(target)]) == 0


@pytest.mark.parametrize(("group", "name"), [("templates", "report.j2"), ("schemas", "words.yaml")])
def test_what_an_office_adapted_is_kept_when_exported_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], group: str, name: str
) -> None:
    target = tmp_path / "本单位"
    assert run([group, "export", str(target)]) == 0
    shipped = (target / name).read_bytes()
    (target / name).write_bytes(shipped + b"# ours\n")
    capsys.readouterr()
    assert run([group, "export", str(target), "--force"]) == 0
    kept = (target / name).with_stem(f"{Path(name).stem}-原有")
    assert (target / name).read_bytes() == shipped
    assert kept.read_bytes() == shipped + b"# ours\n"
    assert kept.name in capsys.readouterr().err
    assert run([group, "check", str(target)]) == 0, "what is kept is in nobody's way"


def test_an_exported_template_and_schemas_make_the_same_draft(desk: Path) -> None:
    assert run(["templates", "export", "版式"]) == 0
    assert run(["schemas", "export", "数据"]) == 0
    assert run(["new", "--from", "2024.txt"]) == 0
    own = ["--template", "版式", "--schemas", "数据", "-o", "own.docx"]
    assert run(["new", "--from", "2024.txt", *own]) == 0
    assert (desk / "own.docx").read_bytes() == (desk / "2025.docx").read_bytes()


def test_a_broken_schema_is_told_with_file_and_line(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["schemas", "export", str(desk / "数据")]) == 0
    broken = desk / "数据" / "profiles.yaml"
    broken.write_text(broken.read_text(encoding="utf-8") + "\nnosuch: [\n", encoding="utf-8")
    capsys.readouterr()
    assert run(["schemas", "check", str(desk / "数据")]) == 1
    assert re.search(r"profiles\.yaml 第 \d+ 行", capsys.readouterr().out)
    assert run(["new", "--from", "2024.txt", "--schemas", str(desk / "数据")]) == 3
    assert re.search(r"profiles\.yaml 第 \d+ 行", capsys.readouterr().err)


def test_a_broken_template_is_told(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["templates", "export", "版式"]) == 0
    sheet = next((desk / "版式").rglob("report.j2"))
    sheet.write_text(
        sheet.read_text(encoding="utf-8") + "\n[正文] {{ nosuch }}\n", encoding="utf-8"
    )
    capsys.readouterr()
    assert run(["templates", "check", "版式"]) == 1
    assert "nosuch" in capsys.readouterr().out
    assert run(["new", "--from", "2024.txt", "--template", "版式"]) == 3
    assert "nosuch" in capsys.readouterr().err


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_is_explained(capsys: pytest.CaptureFixture[str], rule: Any) -> None:  # noqa: ANN401 -- a Rule
    assert run(["explain", rule.id.lower()]) == 0
    out = capsys.readouterr().out
    for words in (rule.id, rule.name, rule.meaning, rule.source, rule.example):
        assert words in out


def test_all_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [
        rule.id for rule in RULES
    ]


def test_a_phrase_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "pufa8"]) == 0
    assert "八五" in capsys.readouterr().out


# -------------------------------------------------------------- help, version


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.strip() == f"drafter {__version__}"


COMMANDS = dict(commands())


@pytest.mark.parametrize("path", COMMANDS, ids=lambda path: " ".join(path) or "drafter")
def test_help_is_chinese_and_names_every_option(
    capsys: pytest.CaptureFixture[str], path: tuple[str, ...]
) -> None:
    command = COMMANDS[path]
    assert run([*path, "--help"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith("用法：")
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert all(name in out for name in parameter.opts)
            assert CHINESE.search(parameter.help or ""), parameter.name
    if isinstance(command, click.Group):
        assert all(name in out for name in command.commands)


@pytest.mark.parametrize("path", COMMANDS, ids=lambda path: " ".join(path) or "drafter")
def test_help_has_no_english_words(
    capsys: pytest.CaptureFixture[str], path: tuple[str, ...]
) -> None:
    assert run([*path, "--help"]) == 0
    assert not ENGLISH.search(capsys.readouterr().out)


WRONG_DATA = {
    "an office claims what is unknown": ("offices.yaml", "indicators: [", "indicators: [no_such, "),
    "an indicator of no theme": ("indicators.yaml", 'theme: "publicity"', 'theme: "no_such"'),
    "a word without its opposite": ("words.yaml", "增长→下降", "增长->下降"),
}


@pytest.mark.parametrize("name", WRONG_DATA)
def test_the_check_of_data_tells_what_a_command_would_refuse(
    desk: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file, old, new = WRONG_DATA[name]
    run(["schemas", "export", "数据"])
    path = desk / "数据" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert run(["schemas", "check", "数据"]) == 1
    assert f"{file} 第" in capsys.readouterr().out
    assert run(["new", "--from", "2024.txt", "--schemas", "数据", "--workbook", "--force"]) == 3


def test_an_office_may_add_a_kind_of_body(desk: Path) -> None:
    run(["schemas", "export", "数据"])
    path = desk / "数据" / "profiles.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('key: "zone"', 'key: "school"', 1), encoding="utf-8")
    words = ["new", "--from", "2024.txt", "--schemas", "数据", "--force", "--profile"]
    assert run([*words, "school"]) == 0
    assert run([*words, "zone"]) == 2


@pytest.mark.parametrize(("command", "code"), [("templates", 2), ("schemas", 3)])
def test_nothing_to_be_checked_is_no_finding(command: str, code: int) -> None:
    assert run([command, "check", "没有这个"]) == code


def test_at_the_end_nothing_is_looked_through_again() -> None:
    program = (
        "import atexit, gc, sys; from drafter.cli import main;"
        "atexit.register(lambda: print(gc.get_freeze_count() > 0)); main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "explain", "P06"],
        capture_output=True,
        check=True,
        timeout=60,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert done.stdout.split()[-1] == b"True"
