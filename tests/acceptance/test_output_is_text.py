"""Words of a report and names of files stay words: in a terminal, a CI run, a sheet, a page."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from drafter import api
from drafter.cli import run
from drafter.output import next_name, office_sheet
from tests.acceptance.small_reports import report_text
from tests.render.reopened import reopen

ROOT = Path(__file__).resolve().parents[2]
POSIX = pytest.mark.skipif(os.name == "nt", reason="names that Windows does not have")
SPEAKING = (
    "\x1b[31m红", "\x1b]0;标题\x07", "\x1b]8;;http://x.example\x07", "\x9b31m", "\x07", "\x08" * 9,
    "\r覆盖", "\u202e倒写", "\u2066藏", "\x7f", "\x85", "\x0c", "\u200b",
)  # fmt: skip
"""What a terminal obeys, or what makes it show other than what stands there."""
FORBIDDEN = {chr(n) for n in (*range(32), *range(0x7F, 0xA0))} - {"\n"} | set("\u202e\u2066")
COMMANDS = ("::set-output name=a::b", "::error::假", "##[set-env name=A]b", "::add-mask::县")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def report(body: str) -> str:
    """The body wherever a report is quoted: title, headings, figures, promises, shortcomings."""
    return report_text(
        achievements=f"一、主要举措{body}和成效\n（一）规范{body}执法。办理案件120件，办结率{body}102%。\n"
        f"八五普法{body}扎实推进。2023年{body}开展检查。〔待填{body}〕\n",
        shortcomings=f"三、存在的不足{body}和原因\n（一）力量{body}薄弱。主要原因是编制紧缺。\n",
        plans=f"四、2025年工作{body}安排\n（一）建设{body}执法实训基地。办理案件120件，办结率102%。\n",
    ).replace("棠溪县", f"棠{body}溪县", 1)


def all_commands(last: str, now: str) -> list[list[str]]:
    """Every command that prints something of a report."""
    return [
        ["parse", last], ["check", last], ["check", now, "--against", last, "--format", "github"],
        ["check", now, "--against", last], ["compare", last, now],
        ["new", "--from", last, "-o", "2025.docx", "--workbook", "--force"], ["parse", "2025.docx"],
        ["check", "2025.docx", "--annotate", "批注.docx", "--force"], ["finalize", "2025.docx"],
        ["fill", "2025.docx", "--from", "2025.xlsx", "-o", "填.docx", "--force"],
        ["batch", last, "-o", "成批", "--force"],
    ]  # fmt: skip


def test_a_terminal_obeys_no_report(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = "乙".join(SPEAKING)
    (desk / "2024.txt").write_text(report(f"甲{body}乙"), encoding="utf-8", newline="")
    (desk / "2025.txt").write_text(
        report(f"甲{body}乙").replace("2024", "2026"), encoding="utf-8", newline=""
    )
    for words in all_commands("2024.txt", "2025.txt"):
        assert run(words) in (0, 1, 3), words
        out, err = capsys.readouterr()
        assert not FORBIDDEN & set(out + err), words


@POSIX
@pytest.mark.parametrize("body", ["\x1b[31m红", "\u202e", "\n::error::假\n", "\x07"], ids=ascii)
def test_a_terminal_obeys_no_name_of_a_file(
    desk: Path, capsys: pytest.CaptureFixture[str], body: str
) -> None:
    name, missing, empty = f"2024{body}.txt", f"没有{body}.txt", f"空{body}.txt"
    (desk / name).write_text(report("甲"), encoding="utf-8")
    (desk / empty).touch()
    refused = [
        ["parse", missing], ["parse", empty], ["check", name, "--annotate", f"x{body}.docx"],
        ["new", "--from", name, "-o", f"无{body}/x.docx"], ["compare", name, missing],
        ["finalize", name], ["fill", name, "--from", missing], ["check", name, "--ignore", missing],
        ["new", "--from", name, "--template", missing], ["parse", name, "--schemas", missing],
        ["templates", "check", missing], ["schemas", "check", missing], ["explain", missing],
        [missing], ["parse", name, f"--{body}"], ["new", "--from", name, "--year", body],
        ["templates", "export", f"版{body}"], ["schemas", "export", f"数{body}"],
        ["batch", missing, "-o", f"出{body}"],
    ]  # fmt: skip
    for words in [*all_commands(name, name), *refused]:
        assert run(words) in (0, 1, 2, 3), words
        out, err = capsys.readouterr()
        assert not FORBIDDEN & set(out + err), words
        assert not any(line.startswith("::error::假") for line in (out + err).splitlines()), words


@pytest.mark.parametrize("body", COMMANDS)
def test_a_ci_run_obeys_no_report(
    desk: Path, capsys: pytest.CaptureFixture[str], body: str
) -> None:
    text = report(f"\r\n{body}\n").replace("\r\n", "\u2028")
    (desk / "2024.txt").write_text(text, encoding="utf-8")
    run(["check", "2024.txt", "--format", "github"])
    for line in capsys.readouterr().out.split("\n"):
        assert not line or line.startswith(("::error file=", "::warning file=", "::notice file="))
        assert "##[" not in line[:3]


@POSIX
def test_names_that_are_no_characters_come_back_from_json(desk: Path) -> None:
    name = os.fsdecode(b"2024\xff.txt")
    (desk / name).write_text(report("甲"), encoding="utf-8")
    (desk / "2025.txt").write_text(report("甲").replace("2024", "2025"), encoding="utf-8")
    for words in (
        ["parse", name],
        ["check", name],
        ["compare", name, "2025.txt"],
        ["new", "--from", name],
    ):
        done = subprocess.run(
            [sys.executable, "-m", "drafter", *words, "--format", "json"],
            capture_output=True, check=False, env=os.environ | {"PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert done.returncode in (0, 1), done.stderr
        assert "Traceback" not in done.stderr.decode()
        assert "\udcff" in json.dumps(json.loads(done.stdout), ensure_ascii=False)


# -------------------------------------------------------------------- results that stop


@POSIX
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_reader_that_has_enough_is_no_error(desk: Path, form: str) -> None:
    (desk / "2024.txt").write_text(report("甲") + "办理案件5件。\n" * 2500, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "drafter", "parse", "2024.txt", "--format", form],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("form", ["text", "json"])
def test_results_that_cannot_be_printed_are_an_error(desk: Path, form: str) -> None:
    (desk / "2024.txt").write_text(report("甲"), encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "drafter", "parse", "2024.txt", "--format", form],
            stdout=full, stderr=subprocess.PIPE, check=False,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )  # fmt: skip
    assert done.returncode == 3
    assert done.stderr.decode().startswith("错误：结果写不到标准输出")


@pytest.mark.parametrize("moment", ["²", "9" * 30, "-1", "1e9", "99999999999", "4354819201", ""])
def test_a_strange_moment_in_the_environment_does_no_harm(
    desk: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)
    (desk / "2024.txt").write_text(report("甲"), encoding="utf-8")
    assert run(["new", "--from", "2024.txt", "--workbook"]) == 0
    assert run(["batch", "2024.txt", "-o", "成批"]) == 0


# ---------------------------------------------------------------- sheets, pages, names


@pytest.mark.parametrize(
    "body", ["=1+1", "+8", "-8", "@SUM(A1)", "\t=1+1", "=cmd|' /C calc'!A0", '=HYPERLINK("x")']
)
def test_no_cell_is_a_formula(desk: Path, body: str) -> None:
    text = report_text(
        achievements=f"一、主要举措和成效\n（一）规范执法。\n{body}办理案件120件。\n",
        shortcomings=f"三、存在的不足和原因\n（一）{body}力量薄弱。主要原因是编制紧缺。\n",
        plans=f"四、2025年工作安排\n（一）规范执法。\n{body}建设执法实训基地。\n",
    )
    (desk / "2024.txt").write_text(text, encoding="utf-8")
    assert run(["new", "--from", "2024.txt", "--workbook"]) == 0
    assert run(["batch", "2024.txt", "-o", "成批"]) == 0
    for file in (desk / "2025.xlsx", desk / "成批" / "汇总.xlsx"):
        for sheet in openpyxl.load_workbook(file).worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    own = str(cell.value).startswith('=HYPERLINK("#') or cell.data_type != "f"
                    assert own, (cell.coordinate, cell.value)


def test_markup_of_a_page_stays_in_the_page(desk: Path) -> None:
    body = report_text().replace("\n", "</p><p>")
    hidden = (
        "<script>alert(1)</script><style>p{}</style><!-- 注 --><iframe src='file:///etc/passwd'>"
    )
    shown = "&lt;script&gt;甲&lt;/script&gt;&amp;lt;{{ 7*7 }}]]&gt;"
    page = body.replace("规范公正", f"{hidden}</iframe>{shown}规范公正", 1)
    (desk / "2024.html").write_text(f"<html><body><p>{page}</p></body></html>", encoding="utf-8")
    assert run(["new", "--from", "2024.html"]) == 0
    words = "".join(text for _, text in reopen((desk / "2025.docx").read_bytes()).rows())
    assert "<script>甲</script>&lt;{{ 7*7 }}]]>" in words
    assert "alert" not in words
    assert "root:" not in words


@pytest.mark.parametrize(
    "name",
    ["../../etc/2024.txt", "..", "/2024", "C:\\2024.txt", "a\\..\\2024.txt", "CON.txt", "nul",
     "~/2024", "2024\x00.txt", "2024\n.txt", "$(id)2024.txt", "`id`", "-2024.txt", ".2024.txt",
     "2024. . .txt"],
)  # fmt: skip
def test_a_name_made_of_a_name_leads_nowhere_else(name: str) -> None:
    made = next_name(name, 2024, 2025)
    assert made == Path(made).name
    assert made not in (".", "..")
    assert not set('<>:"/\\|?*\0\n') & set(made)


@pytest.mark.parametrize(
    "office", ["../../外", "/etc/x", "C:\\x", "CON", "a\nb", "..", ".", "", "甲/乙"]
)
def test_the_workbook_of_an_office_stays_in_its_folder(tmp_path: Path, office: str) -> None:
    made = office_sheet(tmp_path / "数据采集", office)
    assert made.parent == tmp_path / "数据采集"
    assert made.resolve().parent == (tmp_path / "数据采集").resolve()
    assert not set('<>:"\\|?*\n') & set(made.name)


def test_lone_surrogates_stop_nothing(desk: Path) -> None:
    """A text in UTF-16 may be cut within a character."""
    data = report("甲").encode("utf-16-le").replace("甲".encode("utf-16-le"), b"\x00\xd8", 3)
    (desk / "2024.txt").write_bytes(b"\xff\xfe" + data)
    report_read = api.read_report(desk / "2024.txt")
    assert report_read.source.undecodable
    assert run(["new", "--from", "2024.txt", "--workbook"]) == 0
    assert run(["parse", "2024.txt", "--format", "json"]) == 0
    assert io.BytesIO((desk / "2025.docx").read_bytes()).read(2) == b"PK"
