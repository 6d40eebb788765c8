"""`batch` at the command line: options, streams, exit codes, Ctrl-C."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import run
from tests.acceptance.small_reports import report_text

ROOT = Path(__file__).resolve().parents[2]
SUMMARY = "汇总.xlsx"
JOURNAL = ".drafter-batch.jsonl"
MANY = 60


@pytest.fixture(name="desk")
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the examples, one of them in a folder below."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    (tmp_path / "in" / "镇").mkdir(parents=True)
    for name, target in (("county", "县2024.txt"), ("township", "镇/镇2024.txt")):
        data = (ROOT / "examples" / f"{name}-2024.txt").read_bytes()
        (tmp_path / "in" / target).write_bytes(data)
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    out, err = capsys.readouterr()
    assert err == ""
    data: dict[str, Any] = json.loads(out)
    return data


def test_drafts_and_a_summary_are_written_and_told(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["batch", "in", "-o", "out", "--jobs", "1"]) == 0
    out, err = capsys.readouterr()
    assert set(contents(desk / "out")) == {"县2025.docx", "镇/镇2025.docx", SUMMARY, JOURNAL}
    assert "共 2 份报告，办成 2 份。" in out
    assert "P06 履职内容未单列" in out
    assert f"out/{SUMMARY}" in out.replace("\\", "/")
    assert err == ""  # no progress bar: nobody is watching
    assert "\x1b" not in out
    assert run(["batch", "in", "-o", "out", "--jobs", "1"]) == 0
    assert "其中 2 份没有变化，未重做" in capsys.readouterr().out


def test_json_tells_every_file(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "in" / "空.txt").touch()
    assert run(["batch", "in", "-o", "out", "--jobs", "1", "--format", "json"]) == 1
    data = told(capsys)
    assert data["counts"] == {"files": 3, "failed": 1, "redone": 3}
    assert data["summary"] == str(Path("out", SUMMARY))
    assert {"rule": "P06", "reports": 1, "findings": 1} in data["rules"]
    county, empty, town = data["files"]
    assert (county["file"], county["status"], county["draft"]) == (
        "in/县2024.txt",
        "done",
        "县2025.docx",
    )
    assert (county["agency"], county["year"]) == ("云岫县人民政府", 2024)
    assert (empty["status"], empty["draft"]) == ("failed", None)
    assert "空文件" in empty["error"]
    assert town["parts"]["leadership"] == "embedded"
    assert town["findings"]["warning"] == 1


def test_what_was_kept_is_told_with_its_name(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["batch", "in", "-o", "out", "--jobs", "1", "--force"]
    assert run(arguments) == 0
    assert capsys.readouterr().err == ""
    (desk / "out" / "县2025.docx").write_bytes(b"edited")
    assert run([*arguments, "--format", "json"]) == 0
    out, err = capsys.readouterr()
    kept = str(Path("out", "县2025-原有.docx"))
    assert kept in err
    assert json.loads(out)["kept"] == [str(Path("out").resolve() / "县2025-原有.docx")]


def test_what_could_not_be_done_is_told_with_its_reason(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del desk
    assert run(["batch", "in", "没有.txt", "-o", "out", "--jobs", "1"]) == 1
    out = capsys.readouterr().out
    assert "没有办成（1 份）" in out
    assert "找不到这个文件" in out


def test_the_options_reach_the_library(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schemas", "export", "own"]) == 0
    assert run(["templates", "export", "look"]) == 0
    capsys.readouterr()
    own = ["--schemas", "own", "--template", "look", "--format", "json"]
    arguments = ["batch", "in", "-o", "out", "--jobs", "1", *own]
    assert run(arguments) == 0
    assert told(capsys)["counts"]["redone"] == 2
    assert run(arguments) == 0
    assert told(capsys)["counts"]["redone"] == 0
    with (desk / "look" / "report.j2").open("a", encoding="utf-8") as stream:
        stream.write("{# 改过 #}\n")
    assert run(arguments) == 0
    assert told(capsys)["counts"]["redone"] == 2
    assert run([*arguments, "--force"]) == 0
    assert told(capsys)["counts"]["redone"] == 2


def test_dates_come_from_the_environment(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1750000000")
    assert run(["batch", "in", "-o", "a", "--jobs", "1"]) == 0
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert run(["batch", "in", "-o", "b", "--jobs", "1"]) == 0
    assert contents(desk / "a").keys() == contents(desk / "b").keys()
    assert contents(desk / "a")[SUMMARY] != contents(desk / "b")[SUMMARY]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["in"], 2, "--output"),
        (["-o", "out"], 2, "文件或文件夹"),
        (["in", "-o", "out", "--jobs", "0"], 2, "--jobs"),
        (["in", "-o", "out", "--template", "没有"], 2, "没有"),
        (["in", "-o", "out", "--schemas", "没有"], 3, "没有这个文件夹"),
        (["empty", "-o", "out"], 3, "没有找到"),
        (["in", "-o", "in"], 3, "-o"),
        (["in", "-o", "in/县2024.txt"], 3, "同名的文件"),
    ],
)
def test_what_cannot_be_begun(
    desk: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, words: str
) -> None:
    (desk / "empty").mkdir()
    before = contents(desk / "in")
    assert run(["batch", *arguments]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert contents(desk / "in") == before
    assert not (desk / "out").exists()


# ------------------------------------------------------------- a real process


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "drafter", "batch", *arguments]


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT)}


def fill(folder: Path) -> None:
    """Many small reports, each of another body."""
    for number in range(MANY):
        text = report_text().replace("棠溪县", f"第{number}县")
        place = folder / f"片{number % 3}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:02}县2024.txt").write_text(text, encoding="utf-8")


def wait_for_some(folder: Path) -> None:
    """Until a few drafts are there."""
    for _ in range(600):
        if len(list(folder.rglob("*.docx"))) > 4:
            return
        time.sleep(0.05)
    pytest.fail("nothing was written in half a minute")


@pytest.fixture(name="ctrl_c_is_heard")
def _ctrl_c_is_heard() -> Iterator[None]:
    """A suite that runs in the background ignores it, and so would the processes it starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc").is_dir(), reason="the children of a process are told there")
@pytest.mark.usefixtures("ctrl_c_is_heard")
@pytest.mark.parametrize("later", [0, 0.05, 0.1, 0.2])
def test_ctrl_c_while_the_workers_start_shows_no_traceback(desk: Path, later: float) -> None:
    fill(desk / "many")
    process = subprocess.Popen(
        command("many", "-o", "out", "--jobs", "2"),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), start_new_session=True,
    )  # fmt: skip
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while process.poll() is None and len(children.read_bytes().split()) < 3:
        time.sleep(0.01)  # two workers, and the process that looks after what they share
    time.sleep(later)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "Traceback" not in err.decode(), err.decode()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals are another matter there")
@pytest.mark.usefixtures("ctrl_c_is_heard")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_leaves_whole_files_and_the_next_run_does_the_rest(desk: Path, jobs: str) -> None:
    fill(desk / "many")
    process = subprocess.Popen(
        command("many", "-o", "out", "--jobs", jobs),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), start_new_session=True,
    )  # fmt: skip
    wait_for_some(desk / "out")
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does
    out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert out == b""
    assert "已中断" in err.decode()
    assert "Traceback" not in err.decode()
    left = contents(desk / "out")
    assert SUMMARY not in left
    drafts = {name for name in left if name != JOURNAL}
    assert {Path(name).suffix for name in drafts} == {".docx"}
    assert len(drafts) < MANY
    known = {json.loads(line)["target"] for line in left[JOURNAL].splitlines()}
    assert known <= drafts
    assert len(drafts - known) <= 1  # written a moment before its line
    assert run(["batch", "many", "-o", "out", "--jobs", "1"]) == 0
    assert run(["batch", "many", "-o", "whole", "--jobs", "1"]) == 0
    whole = contents(desk / "whole")
    assert contents(desk / "out") == whole
    assert {name: whole[name] for name in drafts} == {name: left[name] for name in drafts}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
def test_a_killed_run_leaves_whole_files_and_no_process(desk: Path) -> None:
    fill(desk / "many")
    process = subprocess.Popen(
        command("many", "-o", "out", "--jobs", "2"),
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment(),
    )  # fmt: skip
    wait_for_some(desk / "out")
    process.kill()
    process.communicate(timeout=20)  # ends only when the workers, too, have closed the pipe
    assert run(["batch", "many", "-o", "out", "--jobs", "1"]) == 0
    assert run(["batch", "many", "-o", "whole", "--jobs", "1"]) == 0
    assert contents(desk / "out") == contents(desk / "whole")


@pytest.mark.skipif(sys.platform == "win32", reason="has no pseudo-terminals")
def test_a_terminal_shows_a_bar_and_standard_output_stays_clean(desk: Path) -> None:
    del desk
    import pty  # noqa: PLC0415 -- not on Windows

    ours, theirs = pty.openpty()
    done = subprocess.run(
        command("in", "-o", "out", "--jobs", "1", "--format", "json"),
        stdout=subprocess.PIPE, stderr=theirs, env=environment() | {"TERM": "xterm"}, check=True,
    )  # fmt: skip
    os.close(theirs)
    shown = os.read(ours, 1 << 16).decode()
    os.close(ours)
    assert "办理" in shown
    assert "2/2" in shown
    assert json.loads(done.stdout)["counts"]["files"] == 2
