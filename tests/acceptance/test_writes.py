"""Writing under bad luck: killed at any moment, a full disk, a read-only folder, two runs at once.

Whatever happens, a target is the old file or the new one, whole; inputs stay as they were; nothing
else is left.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import docx
import pytest

from drafter import output
from drafter.cli import run
from drafter.errors import TargetUnwritableError
from drafter.output import write_atomic
from tests.unit.test_output import has_unnamed

ROOT = Path(__file__).resolve().parents[2]
COUNTY, NEXT = (ROOT / "examples" / f"county-{year}.txt" for year in (2024, 2025))
POSIX = pytest.mark.skipif(os.name == "nt", reason="signals and limits of POSIX")
LITTER = ".drafter-"
STEPS = ("open", "fsync", "link", "replace")
"""What a writing asks of the system, in order."""

_DIES = """
import os, signal, sys
from pathlib import Path
from drafter.output import write_atomic
step, target = sys.argv[1], Path(sys.argv[2])
force, is_unnamed = (word == "1" for word in sys.argv[3:])
if not is_unnamed:
    del os.O_TMPFILE
def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
def late(function):
    return lambda *a, **k: (function(*a, **k), die())
for place in ({"open": [(os, "open")], "fsync": [(os, "fsync")], "link": [(os, "link")],
               "replace": [(os, "replace"), (Path, "replace")]}[step]):
    setattr(*place, late(getattr(*place)))
write_atomic(target, b"new" * 100_000, force=force)
"""
"""Writes a file, and dies right behind a step of it."""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two reports, the drafts made of them, a workbook, and a report that may go out."""
    folder = tmp_path_factory.mktemp("prepared")
    shutil.copy(COUNTY, folder / "2024.txt")
    shutil.copy(NEXT, folder / "finished.txt")
    for source, target in (("2024.txt", "draft.docx"), ("finished.txt", "next.docx")):
        words = ["--from", str(folder / source), "-o", str(folder / target)]
        assert run(["new", *words, "--workbook"]) == 0
    document = docx.Document()
    for line in NEXT.read_text(encoding="utf-8").splitlines():
        document.add_paragraph(line)
    document.save(str(folder / "clean.docx"))
    return folder


@pytest.fixture
def desk(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own with all that."""
    folder = tmp_path / "desk"
    shutil.copytree(prepared, folder)
    monkeypatch.chdir(folder)
    return folder


OUTPUT = "out.docx"
KEPT = "out-原有"
"""Under what name a file that is not drafter's own stays beside what replaced it."""
COMMANDS = {
    "new": ["new", "--from", "2024.txt", "-o", OUTPUT],
    "fill": ["fill", "draft.docx", "--from", "draft.xlsx", "-o", OUTPUT],
    "finalize": ["finalize", "clean.docx", "-o", OUTPUT],
    "check": ["check", "draft.docx", "--annotate", OUTPUT, "--fail-on", "never"],
}
"""Every command that writes one file."""


def hashes(folder: Path) -> dict[str, str]:
    """Every file of a folder, hidden ones too, and what is in it."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def started(arguments: list[str], **more: Any) -> subprocess.Popen[bytes]:  # noqa: ANN401 -- of Popen
    return subprocess.Popen(
        [sys.executable, "-m", "drafter", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        **more,
    )


def code_of(process: subprocess.Popen[bytes]) -> int:
    """The exit code of a process at its end."""
    process.communicate(timeout=60)
    return process.returncode


# -------------------------------------------------------------------------------- killed


@POSIX
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("force", [True, False], ids=["force", "plain"])
@pytest.mark.parametrize("unnamed", [True, False], ids=["unnamed", "named"])
def test_a_process_that_dies_at_any_step_leaves_a_whole_file(
    tmp_path: Path, step: str, *, force: bool, unnamed: bool
) -> None:
    if unnamed and not has_unnamed():
        pytest.skip("no files without a name here")
    target = tmp_path / "2025.docx"
    if force:
        target.write_bytes(b"old")
    words = [step, str(target), str(int(force)), str(int(unnamed))]
    subprocess.run(
        [sys.executable, "-c", _DIES, *words],
        check=False, env=os.environ | {"PYTHONPATH": str(ROOT)}, timeout=60,
    )  # fmt: skip
    if force or target.exists():
        assert target.read_bytes() in ({b"old"} if force else set()) | {b"new" * 100_000}
    litter = [file for file in tmp_path.iterdir() if file.name.startswith(LITTER)]
    if unnamed:  # only between two steps of a replacement has the new file a name of its own
        assert not litter or (force and step == "link" and len(litter) == 1)
    for file in litter:  # an hour later
        os.utime(file, (0, 0))
    output._clear_litter.cache_clear()  # noqa: SLF001 -- as a process of its own would begin
    write_atomic(target, b"new" * 100_000, force=True)
    assert [file.name for file in tmp_path.iterdir()] == ["2025.docx"]
    assert target.read_bytes() == b"new" * 100_000


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("command", ["new", "fill", "finalize", "check"])
def test_a_command_that_is_killed_at_random_leaves_the_old_file_or_the_new_one(
    desk: Path, command: str
) -> None:
    arguments = COMMANDS[command]
    begun = time.monotonic()
    assert code_of(started(arguments)) == 0
    duration = time.monotonic() - begun
    new = (desk / OUTPUT).read_bytes()
    dice = random.Random(command)
    (desk / OUTPUT).write_bytes(b"old")
    before = hashes(desk)
    for _ in range(3):
        (desk / OUTPUT).write_bytes(b"old")
        process = started([*arguments, "--force"])
        time.sleep(duration * dice.uniform(0.2, 1.0))
        process.kill()
        process.communicate()
        after = hashes(desk)
        kept = {name for name in after if name.startswith(KEPT)}
        assert (desk / OUTPUT).read_bytes() in (b"old", new)
        assert all((desk / name).read_bytes() == b"old" for name in kept)
        assert {k: v for k, v in after.items() if k != OUTPUT and not k.startswith(LITTER)} == {
            k: v for k, v in before.items() if k != OUTPUT
        } | {name: after[name] for name in kept}
        assert not has_unnamed() or set(after) == set(before) | kept


# ----------------------------------------------------------------------------- full disk


@contextlib.contextmanager
def small_disk(size: str) -> Iterator[Path]:
    """A folder that holds no more than `size`."""
    folder = Path(tempfile.mkdtemp())
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if (
        shutil.which("mount") is None
        or subprocess.run(mount, capture_output=True, check=False).returncode
    ):
        folder.rmdir()
        pytest.skip("no disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)
        folder.rmdir()


@POSIX
@pytest.mark.parametrize("command", ["new", "fill", "finalize", "check"])
@pytest.mark.parametrize("force", [True, False], ids=["force", "plain"])
def test_a_full_disk_keeps_the_old_file(
    desk: Path, capsys: pytest.CaptureFixture[str], command: str, *, force: bool
) -> None:
    del desk
    with small_disk("8k") as disk:
        target = disk / OUTPUT
        if force:
            target.write_bytes(b"old")
        before = hashes(disk)
        words = [str(target) if word == OUTPUT else word for word in COMMANDS[command]]
        capsys.readouterr()
        assert run([*words, *(["--force"] if force else [])]) == 3
        assert "磁盘已满" in capsys.readouterr().err
        assert hashes(disk) == before


@POSIX
def test_a_limit_on_the_size_of_files_keeps_the_old_file(desk: Path) -> None:
    import resource  # noqa: PLC0415 -- POSIX only

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    (desk / "out.docx").write_bytes(b"old")
    before = hashes(desk)
    process = started([*COMMANDS["new"], "--force"], preexec_fn=limit)
    assert "文件太大" in process.communicate()[1].decode()
    assert process.returncode == 3
    assert hashes(desk) == before


def test_the_second_of_two_files_takes_the_first_with_it(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync, calls = os.fsync, []

    def full(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        sync(descriptor)

    before = hashes(desk)
    monkeypatch.setattr(os, "fsync", full)
    assert run(["new", "--from", "2024.txt", "--workbook", "-o", "out.docx"]) == 3
    assert hashes(desk) == before


# ------------------------------------------------------------------------------ read-only


@POSIX
@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs to be somebody else"
)
def test_a_folder_of_somebody_else_says_so() -> None:
    """As root, who may write everywhere, by a process that gives its rights up."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    child = os.fork()
    if child == 0:  # pragma: no cover -- another process
        code = 1
        try:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
            write_atomic(folder / "2025.docx", b"new", force=False)
        except TargetUnwritableError as error:
            code = 0 if "没有写入权限" in str(error) else 2
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    assert list(folder.iterdir()) == []
    folder.rmdir()


# ------------------------------------------------------------------------------ two at once


def test_of_two_runs_at_once_one_wins_and_the_other_is_told(desk: Path) -> None:
    rivals = [started(["new", "--from", name, "-o", "out.docx"]) for name in ("2024.txt",) * 2]
    said = [process.communicate()[1].decode() for process in rivals]
    assert sorted(process.returncode for process in rivals) == [0, 3]
    assert sum("已经存在" in words for words in said) == 1
    assert (desk / "out.docx").read_bytes() == (desk / "draft.docx").read_bytes()


def test_of_two_forced_runs_the_last_one_wins_whole(desk: Path) -> None:
    whole = {(desk / name).read_bytes() for name in ("draft.docx", "next.docx")}
    sources = ("2024.txt", "finished.txt")
    rivals = [started(["new", "--from", name, "-o", "out.docx", "--force"]) for name in sources]
    assert [code_of(process) for process in rivals] == [0, 0]
    assert (desk / "out.docx").read_bytes() in whole
    assert not [name for name in hashes(desk) if name.startswith(LITTER)]


def test_a_file_that_is_open_in_word_is_not_replaced(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "out.docx").write_bytes(b"old")
    (desk / "~$out.docx").touch()
    before = hashes(desk)
    for command, words in COMMANDS.items():
        assert run([*words, "--force"]) == 3, command
        assert "~$out.docx" in capsys.readouterr().err
    assert hashes(desk) == before


# -------------------------------------------------------------------------------- inputs


def test_no_command_changes_its_inputs(desk: Path) -> None:
    reading = [
        ["parse", "2024.txt"], ["parse", "draft.docx"], ["check", "draft.docx"],
        ["compare", "2024.txt", "finished.txt"],
        ["check", "finished.txt", "--against", "2024.txt", "--format", "json"],
    ]  # fmt: skip
    before = hashes(desk)
    for words in [*reading, *([*words, "--force"] for words in COMMANDS.values())]:
        assert run(words) in (0, 1), words
        Path(OUTPUT).unlink(missing_ok=True)
        assert hashes(desk) == before
    inputs = {
        "new": "2024.txt",
        "fill": "draft.xlsx",
        "finalize": "clean.docx",
        "check": "draft.docx",
    }
    for command, words in COMMANDS.items():
        onto = [inputs[command] if word == OUTPUT else word for word in words]
        assert run([*onto, "--force"]) in (2, 3), command  # no Word file's name, or the input's
    assert _without(hashes(desk), "out.docx") == before


def _without(found: Mapping[str, str], name: str) -> dict[str, str]:
    return {key: value for key, value in found.items() if key != name}
