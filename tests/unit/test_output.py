"""Writing whole or not at all, never over the wrong file; the name of next year's draft."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import (
    FolderUnwritableError,
    TargetExistsError,
    TargetIsInputError,
    TargetUnwritableError,
)
from drafter.output import make_folder, next_name, workbooks_in, write_all, write_atomic

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


DISKS = ("unnamed", "links", "no-links")
"""What a disk can do: files without a name (Linux), links to files, neither."""


@pytest.fixture
def disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A disk that can do no more than its name says."""
    kind: str = request.param
    if kind == "unnamed":
        if not has_unnamed():
            pytest.skip("no files without a name here")
        return kind

    def no_link(*_: Path) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    if kind == "no-links":
        monkeypatch.setattr(Path, "hardlink_to", no_link)
    return kind


def has_unnamed() -> bool:
    with contextlib.suppress(AttributeError, OSError), tempfile.TemporaryDirectory() as folder:
        os.close(os.open(folder, os.O_TMPFILE | os.O_RDWR))
        return Path("/proc/self/fd").exists()
    return False


# --------------------------------------------------------------- writing


def test_a_new_file_holds_what_was_given(tmp_path: Path) -> None:
    write_atomic(tmp_path / "2025.docx", b"new", force=False)
    assert (tmp_path / "2025.docx").read_bytes() == b"new"
    assert names(tmp_path) == {"2025.docx"}


def test_an_existing_file_is_kept_without_force(tmp_path: Path) -> None:
    target = tmp_path / "2025.docx"
    target.write_bytes(b"old")
    with pytest.raises(TargetExistsError, match="--force"):
        write_atomic(target, b"new", force=False)
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == {"2025.docx"}


def test_a_file_that_people_worked_on_is_kept_under_another_name(tmp_path: Path) -> None:
    target = tmp_path / "2025.docx"
    (tmp_path / "2025-原有.docx").write_bytes(b"older")
    target.write_bytes(b"edited")
    kept = write_atomic(target, b"new", force=True, is_ours=lambda data: data == b"ours")
    assert kept == tmp_path / "2025-原有2.docx"
    assert kept.read_bytes() == b"edited"
    assert target.read_bytes() == b"new"


def test_a_file_of_our_own_leaves_no_trace(tmp_path: Path) -> None:
    target = tmp_path / "2025.docx"
    target.write_bytes(b"ours")
    assert write_atomic(target, b"new", force=True, is_ours=lambda data: data == b"ours") is None
    assert [path.name for path in tmp_path.iterdir()] == ["2025.docx"]


def test_an_existing_file_is_replaced_with_force(tmp_path: Path) -> None:
    target = tmp_path / "2025.docx"
    target.write_bytes(b"old")
    write_atomic(target, b"new", force=True)
    assert target.read_bytes() == b"new"
    assert names(tmp_path) == {"2025.docx"}


@pytest.mark.parametrize("disk", DISKS, indirect=True)
@pytest.mark.usefixtures("disk")
def test_a_file_that_appears_meanwhile_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "2025.docx"
    sync = os.fsync

    def late_rival(descriptor: int) -> None:
        sync(descriptor)
        target.write_bytes(b"rival")

    monkeypatch.setattr(os, "fsync", late_rival)
    with pytest.raises(TargetExistsError):
        write_atomic(target, b"new", force=False)
    assert target.read_bytes() == b"rival"
    assert names(tmp_path) == {"2025.docx"}


@pytest.mark.parametrize("disk", DISKS, indirect=True)
@pytest.mark.parametrize("force", [True, False], ids=["force", "plain"])
@pytest.mark.usefixtures("disk")
def test_every_disk_takes_a_file(tmp_path: Path, *, force: bool) -> None:
    if force:
        (tmp_path / "2025.docx").write_bytes(b"old")
    write_atomic(tmp_path / "2025.docx", b"new", force=force)
    assert (tmp_path / "2025.docx").read_bytes() == b"new"
    assert names(tmp_path) == {"2025.docx"}


def test_of_many_writers_at_once_exactly_one_wins(tmp_path: Path) -> None:
    target, refused = tmp_path / "2025.docx", []

    def write(number: int) -> None:
        try:
            write_atomic(target, bytes([number]) * 1000, force=False)
        except TargetExistsError:
            refused.append(number)

    writers = [threading.Thread(target=write, args=(number,)) for number in range(16)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    winner = target.read_bytes()
    assert len(refused) == 15
    assert winner == bytes([winner[0]]) * 1000
    assert winner[0] not in refused
    assert names(tmp_path) == {"2025.docx"}


@pytest.mark.parametrize("disk", DISKS, indirect=True)
@pytest.mark.parametrize("force", [True, False], ids=["force", "plain"])
@pytest.mark.parametrize("step", ["fsync", "put"])
def test_an_interruption_leaves_things_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, disk: str, *, force: bool, step: str
) -> None:
    target = tmp_path / "2025.docx"
    if force:
        target.write_bytes(b"old")
    before = names(tmp_path)

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", interrupt)
    elif disk == "unnamed":
        monkeypatch.setattr(os, "link", interrupt)
    elif disk == "links" and not force:
        monkeypatch.setattr(Path, "hardlink_to", interrupt)
    else:
        monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomic(target, b"new", force=force)
    assert names(tmp_path) == before
    assert not force or target.read_bytes() == b"old"


def test_what_a_killed_run_left_goes_and_what_another_is_writing_stays(tmp_path: Path) -> None:
    old, young = (tmp_path / f".drafter-{digit * 16}.tmp" for digit in "ab")
    mine = tmp_path / ".drafter-notes.tmp"
    for file in (old, young, mine):
        file.write_bytes(b"half")
    for file in (old, mine):
        os.utime(file, (0, 0))
    write_atomic(tmp_path / "2025.docx", b"new", force=False)
    assert names(tmp_path) == {"2025.docx", young.name, mine.name}


def test_a_full_disk_says_so_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(TargetUnwritableError, match="磁盘已满"):
        write_atomic(tmp_path / "2025.docx", b"new", force=False)
    assert names(tmp_path) == set()


def test_a_target_that_another_program_holds_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What Windows answers while the file is open in Word."""
    target = tmp_path / "2025.docx"
    target.write_bytes(b"old")

    def held(*_: Path) -> None:
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(TargetUnwritableError, match="打开"):
        write_atomic(target, b"new", force=True)
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == {"2025.docx"}


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("2025.docx", "~$2025.docx"),
        ("1234567.docx", "~$234567.docx"),
        ("2025年法治政府建设年度报告.docx", "~$25年法治政府建设年度报告.docx"),
        ("2025.docx", ".~2025.docx"),
        ("2025.docx", ".~lock.2025.docx#"),
    ],
    ids=["word-short", "word-seven", "word-long", "wps", "libreoffice"],
)
def test_a_document_that_is_open_is_not_replaced(tmp_path: Path, name: str, owner: str) -> None:
    (tmp_path / name).write_bytes(b"old")
    (tmp_path / owner).touch()
    with pytest.raises(TargetUnwritableError) as caught:
        write_atomic(tmp_path / name, b"new", force=True)
    assert owner in str(caught.value)
    assert (tmp_path / name).read_bytes() == b"old"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("没有/2025.docx", "文件夹不存在"),
        ("file/2025.docx", "文件夹不存在"),
        ("folder", "这是文件夹"),
        ("长" * 300 + ".docx", "文件名太长"),
        ("a\0b.docx", "不接受"),
    ],
    ids=["no-folder", "file-as-folder", "folder", "long", "nul"],
)
@pytest.mark.parametrize("force", [True, False], ids=["force", "plain"])
def test_what_cannot_be_written_says_why(
    tmp_path: Path, name: str, words: str, *, force: bool
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises(TargetUnwritableError, match=words) as caught:
        write_atomic(tmp_path / name, b"new", force=force)
    assert caught.value.exit_code == 3
    assert names(tmp_path) == {"file", "folder"}


@pytest.mark.parametrize(
    ("name", "words", "advice"),
    [
        ("file", "已有同名的文件", "改名"),
        ("长" * 300, "文件夹名太长", "短些"),
        ("a\0b", "不接受这个文件夹名", "换一个"),
    ],
    ids=["file", "long", "nul"],
)
def test_a_folder_that_cannot_be_made_says_why(
    tmp_path: Path, name: str, words: str, advice: str
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FolderUnwritableError, match=f"{words}。.*{advice}"):
        make_folder(tmp_path / name)
    assert names(tmp_path) == {"file"}


@pytest.mark.skipif(os.name == "nt", reason="Windows says that the folder is missing")
def test_a_folder_below_a_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FolderUnwritableError, match="是文件，不是文件夹"):
        make_folder(tmp_path / "file" / "folder")


def test_a_file_in_place_of_the_folder_is_no_matter_of_force(tmp_path: Path) -> None:
    folder = tmp_path / "file"
    folder.touch()
    with pytest.raises(FolderUnwritableError, match="已有同名的文件"):
        write_all({folder / "2025.xlsx": b"new"}, force=True, folder=folder)


@pytest.mark.skipif(IS_ROOT or os.name == "nt", reason="root may write everywhere")
def test_a_folder_that_is_read_only_says_so(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(TargetUnwritableError, match="权限"):
            write_atomic(tmp_path / "2025.docx", b"new", force=False)
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize("force", [True, False], ids=["force", "plain"])
def test_an_input_is_never_overwritten(tmp_path: Path, *, force: bool) -> None:
    given_file = tmp_path / "draft.docx"
    given_file.write_bytes(b"old")
    (tmp_path / "sub").mkdir()
    other_spelling = tmp_path / "sub" / ".." / "draft.docx"
    with pytest.raises(TargetIsInputError):
        write_atomic(other_spelling, b"new", force=force, inputs=(Path("-"), given_file))
    assert given_file.read_bytes() == b"old"


@pytest.mark.skipif(os.name == "nt", reason="links and modes of POSIX")
def test_a_link_is_followed_and_the_mode_kept(tmp_path: Path) -> None:
    real, link = tmp_path / "real.docx", tmp_path / "link.docx"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_atomic(link, b"new", force=True)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_a_new_file_is_as_readable_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_atomic(tmp_path / "2025.docx", b"new", force=False)
    assert (tmp_path / "2025.docx").stat().st_mode == (tmp_path / "usual").stat().st_mode


# ----------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2024.txt", "2025.docx"),
        (
            "关于2024年法治政府建设情况的报告（定稿）.wps",
            "关于2025年法治政府建设情况的报告（定稿）.docx",
        ),
        ("２０２４年度报告.docx", "２０２５年度报告.docx"),
        ("云溪县二〇二四年报告.doc", "云溪县二〇二五年报告.docx"),
        ("云溪县二○二四年报告.doc", "云溪县二○二五年报告.docx"),
        ("24年度报告.txt", "25年度报告.docx"),
        ("云溪县_2024_v1.2.pdf", "云溪县_2025_v1.2.docx"),
        ("2024.docx.txt", "2025.docx"),
        ("2023—2024年度.txt", "2024—2025年度.docx"),
        ("2023-24年度.txt", "2024-25年度.docx"),
        ("2024-12.txt", "2025-12.docx"),
        ("实施纲要（2021—2025年）2024年落实情况.txt", "实施纲要（2021—2025年）2025年落实情况.docx"),
        ("a:b?2024*.txt", "a：b？2025＊.docx"),
        (" 2024年报告 .txt", "2025年报告.docx"),
        ("2024年报告", "2025年报告.docx"),
    ],
)
def test_every_year_in_a_name_is_moved_on(old: str, new: str) -> None:
    assert next_name(old, 2024, 2025) == new


@pytest.mark.parametrize(
    "old",
    ["-", "", "报告.txt", "20240115.txt", "202401.txt", "（2021—2025年）.txt", "23年.txt", "..."],
)
def test_a_name_without_the_years_of_a_report_gets_one(old: str) -> None:
    assert next_name(old, 2024, 2025) == "2025年法治政府建设年度报告.docx"


def test_the_distance_of_the_years_counts() -> None:
    assert next_name("2023—2024.txt", 2024, 2026) == "2025—2026.docx"


@pytest.mark.parametrize("year", [2019, 2029])
def test_a_chinese_year_carries_over_its_digits(year: int) -> None:
    digits = "〇一二三四五六七八九"
    old, new = ("".join(digits[int(d)] for d in str(y)) for y in (year, year + 1))
    assert next_name(f"{old}年.txt", year, year + 1) == f"{new}年.docx"


@pytest.mark.property
@given(st.text(max_size=40))
def test_a_name_is_always_one_that_windows_accepts(name: str) -> None:
    made = next_name(name, 2024, 2025)
    assert made.endswith(".docx")
    assert not set('<>:"/\\|?*\0\r\n\t') & set(made)
    assert made.strip() == made
    assert made.removesuffix(".docx")


@pytest.mark.parametrize("device", ["con", "COM1", "LPT9"])
def test_the_name_of_a_device_is_avoided(device: str) -> None:
    assert next_name(f"{device}.2024年.txt", 2024, 2025) == f"_{device}.2025年.docx"


def test_what_force_kept_of_an_older_sheet_is_no_answer(tmp_path: Path) -> None:
    for name in ("司法局.xlsx", "司法局-原有.xlsx", "司法局-原有2.xlsx", "原有问题.xlsx"):
        (tmp_path / name).touch()
    found = [path.name for path in workbooks_in(tmp_path)]
    assert found == ["原有问题.xlsx", "司法局.xlsx"]
    assert workbooks_in(tmp_path / "司法局-原有.xlsx"), "named by itself it is read"
