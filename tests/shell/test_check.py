"""`drafter check` as a program: formats, exit codes, the ignore file, what cannot be used."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import docx
import pytest

from drafter.cli import run
from tests.acceptance.small_reports import report_text

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
SUM = (
    "一、主要举措和成效\n（一）规范执法。受理案件87件，其中公安类52件、市场监管类20件、其他12件。\n"
)
FAULTY = report_text(achievements=SUM)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a report whose sum is wrong."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "2024.txt").write_text(FAULTY, encoding="utf-8")
    return tmp_path


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    result: dict[str, Any] = json.loads(capsys.readouterr().out)
    return result


@pytest.mark.usefixtures("desk")
def test_text_names_rule_place_and_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "2024.txt"]) == 1
    out = capsys.readouterr().out
    assert "F01 数据勾稽不符" in out
    assert "一、主要举措和成效 > （一）规范执法 > 第1段" in out
    assert "应为84" in out
    assert out.splitlines()[-1].startswith("共 1 个错误")


@pytest.mark.usefixtures("desk")
def test_json_quotes_verbatim(capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "2024.txt", "--format", "json"])
    (finding,) = [f for f in told(capsys)["findings"] if f["severity"] == "error"]
    assert (finding["rule"], finding["quote"]) == ("F01", "87件")
    assert finding["quote"] in FAULTY.splitlines()[finding["line"] - 1]
    assert {"message", "place"} <= set(finding)


@pytest.mark.usefixtures("desk")
def test_github_gives_a_command_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "2024.txt", "--format", "github"])
    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)
    assert any(line.startswith("::error file=2024.txt,line=5,title=F01 ") for line in lines)


def test_percent_signs_and_breaks_do_not_end_a_command(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = FAULTY.replace("规范执法", "办结率102%，规范执法")
    (desk / "a,b.txt").write_text(text, encoding="utf-8")
    run(["check", "a,b.txt", "--format", "github"])
    line = capsys.readouterr().out.splitlines()[0]
    assert "file=a%2Cb.txt" in line
    assert "%" not in line.replace("%25", "").replace("%2C", "")


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("form", ["text", "json", "github"])
@pytest.mark.parametrize(
    ("fail_on", "code"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)]
)
def test_the_exit_code_is_the_same_in_every_format(form: str, fail_on: str, code: int) -> None:
    assert run(["check", "2024.txt", "--format", form, "--fail-on", fail_on]) == code


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1)])
def test_a_warning_fails_only_where_asked(desk: Path, fail_on: str, code: int) -> None:
    text = FAULTY.replace("其他12件", "其他15件").replace("，主要原因是编制紧缺", "")
    (desk / "2024.txt").write_text(text, encoding="utf-8")
    assert run(["check", "2024.txt", "--fail-on", fail_on]) == code


def test_a_clean_report_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    report, last = (str(EXAMPLES / f"township-{year}.txt") for year in (2025, 2024))
    assert run(["check", report, "--against", last]) == 0
    assert "错误（" not in capsys.readouterr().out


def test_an_excuse_takes_a_finding_out_and_tells_why(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    excuse = 'ignore:\n  - {rule: "f01", quote: "87件", reason: "另有3件并案处理"}\n'
    (desk / "excused.yaml").write_text(excuse, encoding="utf-8")
    assert run(["check", "2024.txt", "--ignore", "excused.yaml"]) == 0
    assert "理由：另有3件并案处理" in capsys.readouterr().out


def test_an_excuse_that_fits_nothing_is_told(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    excuse = 'ignore:\n  - {rule: "F01", quote: "99件", reason: "已核实"}\n'
    (desk / "excused.yaml").write_text(excuse, encoding="utf-8")
    assert run(["check", "2024.txt", "--ignore", "excused.yaml"]) == 1
    assert "没有用上的：F01“99件”" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('ignore:\n  - {rule: "F01"}\n', "reason"),
        ('ignore:\n  - {rule: "Z99", reason: "已核实"}\n', "没有“Z99”这条规则"),
        ('ignore:\n  - {rule: "F01", reason: "已核实", words: "x"}\n', "words"),
        ("F01\n", "第 1 行"),
        ('ignore:\n  - {rule: "F01", reason: "　 "}\n', "“reason”至少要有 2 个字"),
        ('ignore:\n  - {rule: "F01", quote: " ", reason: "已核实"}\n', "“quote”不能只有空白"),
        ("", "不必用 --ignore"),
        ("ignore:\n", "现在是“空”"),
    ],
    ids=[
        "no-reason",
        "no-such-rule",
        "unknown-field",
        "no-list",
        "blank-reason",
        "blank-quote",
        "empty",
        "nothing-listed",
    ],
)
def test_a_broken_ignore_file_is_told_with_its_line(
    desk: Path, capsys: pytest.CaptureFixture[str], content: str, words: str
) -> None:
    (desk / "excused.yaml").write_text(content, encoding="utf-8")
    assert run(["check", "2024.txt", "--ignore", "excused.yaml"]) == 3
    error = capsys.readouterr().err
    assert words in error
    assert "excused.yaml" in error


def test_a_folder_is_no_ignore_file(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "excused").mkdir()
    assert run(["check", "2024.txt", "--ignore", "excused"]) == 3
    assert "“excused”：这是文件夹" in capsys.readouterr().err


def test_an_annotated_copy_that_exists_is_told_with_its_own_option(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "copy.docx").write_bytes(b"old")
    assert run(["new", "--from", "2024.txt", "-o", "2025.docx"]) == 0
    assert run(["check", "2025.docx", "--annotate", "copy.docx"]) == 3
    assert "用 --annotate 另取文件名" in capsys.readouterr().err
    assert (desk / "copy.docx").read_bytes() == b"old"


def test_an_annotated_copy_that_people_wrote_in_is_kept_beside_the_new_one(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", "--from", "2024.txt", "-o", "2025.docx"]) == 0
    again = ["check", "2025.docx", "--annotate", "copy.docx", "--force", "--fail-on", "never"]
    assert run(again) == 0
    assert run([*again, "--year", "2026"]) == 0
    assert capsys.readouterr().err == "", "a copy that nobody touched is replaced without a trace"
    document = docx.Document("copy.docx")
    document.add_paragraph("这一条已核实。")
    document.save("copy.docx")
    assert run(again) == 0
    assert "copy-原有.docx" in capsys.readouterr().err
    assert docx.Document(str(desk / "copy-原有.docx")).paragraphs[-1].text == "这一条已核实。"


def test_standard_input_has_a_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = (EXAMPLES / "township-2025.txt").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
    run(["check", "-"])
    assert capsys.readouterr().out.startswith("检查 标准输入（2025年度）")


def test_an_annotated_copy_needs_a_word_file(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "2024.txt", "--annotate", "copy.docx"]) == 3
    assert "不是 .docx 文件" in capsys.readouterr().err
    assert not (desk / "copy.docx").exists()


@pytest.mark.parametrize(
    ("report", "last"),
    [("township-2024", "township-2025"), ("township-2024", "township-2024")],
    ids=["reversed", "twice"],
)
def test_two_reports_that_are_not_two_years_in_order_are_refused(
    capsys: pytest.CaptureFixture[str], report: str, last: str
) -> None:
    paths = [str(EXAMPLES / f"{name}.txt") for name in (report, last)]
    assert run(["check", paths[0], "--against", paths[1]]) == 3
    assert "应是前后两年的报告" in capsys.readouterr().err


def test_a_title_that_was_forgotten_is_found_and_the_rest_is_right(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (EXAMPLES / "township-2025.txt").read_text("utf-8")
    title = "枫汀镇人民政府2025年法治政府建设年度报告"
    (desk / "x.txt").write_text(text.replace(title, title.replace("2025", "2024")), "utf-8")
    run(["check", "x.txt", "--against", str(EXAMPLES / "township-2024.txt"), "--format", "json"])
    data = told(capsys)
    assert data["year"] == 2025
    (error,) = [f for f in data["findings"] if f["severity"] != "info"]
    assert (error["rule"], error["severity"], error["place"]) == ("S02", "error", "标题")


def test_a_report_without_a_year_asks_for_it(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = report_text().replace("2024年", "").replace("2025年1月20日", "").replace("2025年", "")
    (desk / "x.txt").write_text(text, encoding="utf-8")
    assert run(["check", "x.txt"]) == 3
    assert "--year" in capsys.readouterr().err
    assert run(["check", "x.txt", "--year", "2024", "--fail-on", "never"]) == 0


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("arguments", [["none.txt"], ["2024.txt", "--against", "none.txt"]])
def test_a_missing_file_is_an_error(arguments: list[str]) -> None:
    assert run(["check", *arguments]) == 3
