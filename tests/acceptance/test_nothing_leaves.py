"""Nothing of a report leaves the machine, and nothing is kept of it but what was asked for."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.cli import run
from tests.acceptance.test_writes import COMMANDS, ROOT, desk, hashes, prepared

__all__ = ["desk", "prepared"]  # fixtures

_WATCHED = """
import sys
def watch(event, arguments):
    if event.startswith("socket.") and event not in {"socket.gethostname"}:
        print("网络：", event, arguments, file=sys.stderr)
        raise SystemExit(99)
    if event == "open" and isinstance(arguments[0], str) and isinstance(arguments[1], str):
        if set(arguments[1]) & set("wax+"):
            print("写：" + arguments[0], file=sys.stderr)
    if event in {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.startfile"}:
        print("程序：", event, arguments, file=sys.stderr)
        raise SystemExit(98)
sys.addaudithook(watch)
from drafter.cli import run
sys.exit(run(sys.argv[1:]))
"""
"""Runs a command; Python tells of every socket, program and file that it opens (PEP 578)."""
MORE = {
    "parse": ["parse", "2024.txt"],
    "parse a Word file": ["parse", "draft.docx"],
    "compare": ["compare", "2024.txt", "finished.txt"],
    "check beside last year": ["check", "finished.txt", "--against", "2024.txt"],
    "new with a workbook": ["new", "--from", "2024.txt", "-o", "n.docx", "--workbook", "--split"],
    "batch": ["batch", "2024.txt", "-o", "成批", "--jobs", "1"],  # its summary passes through TMP
    "explain": ["explain", "F01"],
    "templates check": ["templates", "check"],
    "schemas export": ["schemas", "export", "数据"],
}
PLACE = "云岫县"
"""What the report is about."""


def watched(arguments: list[str], home: Path) -> subprocess.CompletedProcess[str]:
    places = {name: str(home) for name in ("HOME", "USERPROFILE", "APPDATA", "XDG_CACHE_HOME",
                                           "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME",
                                           "TMPDIR", "TEMP", "TMP")}  # fmt: skip
    return subprocess.run(
        [sys.executable, "-B", "-c", _WATCHED, *arguments],
        capture_output=True, check=False, encoding="utf-8", timeout=60,
        env=os.environ | places | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip


@pytest.mark.parametrize("name", [*COMMANDS, *MORE])
def test_no_command_opens_a_socket_or_writes_elsewhere(
    desk: Path, tmp_path: Path, name: str
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    before = hashes(desk)
    done = watched((COMMANDS | MORE)[name], home)
    assert done.returncode in (0, 1), done.stderr
    assert "网络" not in done.stderr
    assert "程序" not in done.stderr
    assert hashes(home) == {}
    kept = hashes(desk)
    assert {key: kept[key] for key in before} == before
    for line in done.stderr.splitlines():
        if line.startswith("写：") and line[2:] != os.devnull:
            place = Path(line[2:])
            is_summary = name == "batch" and place == home  # counts, through a file of the system
            is_inside = place.is_relative_to("/proc/self/fd") or (desk / place).is_relative_to(desk)
            assert is_inside or is_summary, line


# -------------------------------------------------------------------------------- the log


@pytest.mark.parametrize("name", [*COMMANDS, *MORE])
def test_without_verbose_there_is_no_log(
    desk: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert desk.is_dir()
    assert run((COMMANDS | MORE)[name]) in (0, 1)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("name", [*COMMANDS, *MORE])
def test_the_log_counts_and_quotes_nothing(desk: Path, tmp_path: Path, name: str) -> None:
    home = tmp_path / "home"
    home.mkdir()
    words = (COMMANDS | MORE)[name]
    done = watched([*words, "--verbose"], home)
    log = [line for line in done.stderr.splitlines() if not line.startswith("写：")]
    text = (desk / "2024.txt").read_text(encoding="utf-8") + (desk / "finished.txt").read_text(
        encoding="utf-8"
    )
    for line in log:
        assert PLACE not in line
        pieces = {line[at : at + 8] for at in range(len(line) - 7)}
        assert not any(piece in text for piece in pieces if not piece.isascii()), line


def test_verbose_does_log(desk: Path) -> None:
    done = watched(["parse", "2024.txt", "--verbose"], desk)
    assert "读懂 2024.txt：2024 年度" in done.stderr


def test_a_fault_is_logged_without_its_message(
    desk: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError(PLACE)

    monkeypatch.chdir(desk)
    monkeypatch.setattr("drafter.api.understand", fail)
    with caplog.at_level(logging.INFO, "drafter"):
        run(["parse", "2024.txt"])
    told = [record.getMessage() for record in caplog.records if "ValueError" in record.getMessage()]
    assert any(line.endswith(" fail") for line in told)
    assert not any(PLACE in line for line in told)
    assert not any(record.exc_info for record in caplog.records)
