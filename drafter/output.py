"""Where a result goes (输出文件): the name it gets, and the writing, whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import count
from pathlib import Path

from drafter.errors import (
    FolderUnwritableError,
    TargetExistsError,
    TargetIsInputError,
    TargetOpenError,
    TargetUnwritableError,
    UnreadableFileError,
    WrongSuffixError,
)
from drafter.zh.file_names import is_kept, kept_name, move_years, next_round

IsOurs = Callable[[bytes], bool]
"""Whether the content of a file is as drafter wrote it."""


def nobody_knows(_: bytes) -> bool:
    """For a file that bears no seal: it is rather taken for edited than overwritten."""
    return False


_LONGEST_SUFFIX = 6  # .xhtml; a longer one, or one that begins with a figure (v1.2), is no suffix
_DEFAULT_STEM = "{year}年法治政府建设年度报告"

# Windows forbids these in a name; the full-width ones look the same to a reader.
_ILLEGAL = str.maketrans(
    '<>:"/\\|?*', "＜＞：＂／＼｜？＊", "".join(map(chr, range(0x20))) + "\x7f"
)
_DEVICES = {"CON", "PRN", "AUX", "NUL"} | {
    f"{port}{n}" for port in ("COM", "LPT") for n in range(10)
}
"""What Windows takes for a device, whatever the suffix."""

_TEMPORARY = re.compile(r"\.drafter-[0-9a-f]{16}\.tmp")
_ABANDONED = 3600
"""Seconds after which a temporary file is nobody's any more; writing one takes less than one."""
_DESCRIPTORS = Path("/proc/self/fd")

_OTHER_KINDS = frozenset({
    ".doc", ".wps", ".wpt", ".dot", ".dotx", ".docm", ".dotm", ".rtf", ".odt", ".pdf", ".ofd",
    ".txt", ".md", ".htm", ".html", ".mht", ".mhtml", ".xml", ".xls", ".xlsx", ".et", ".csv",
    ".json", ".yaml", ".yml", ".ppt", ".pptx", ".zip", ".rar", ".7z", ".png", ".jpg", ".jpeg",
})  # fmt: skip
"""Suffixes by which a file is taken for another kind than Word's .docx."""


def next_name(source_name: str, old_year: int, new_year: int) -> str:
    """The file name of next year's draft, made of last year's.

    Every year in it is moved on; without one (also for `-`, standard input) the name says only
    what the file is.

    Args:
        source_name: Name of last year's file, without folder.
        old_year: The year that it reports on.
        new_year: The year that the draft is for.
    """
    moved = move_years(_stem(source_name), old_year=old_year, by=new_year - old_year)
    return f"{_legal(moved or _DEFAULT_STEM.format(year=new_year))}.docx"


def word_target(path: Path, option: str = "-o") -> Path:
    """Where a Word file goes that the user named: 初稿 → 初稿.docx, 稿v1.2 → 稿v1.2.docx.

    Args:
        path: As named; a folder is left for the writing to refuse.
        option: By which it was named, for the message.

    Raises:
        WrongSuffixError: It bears the suffix of another kind of file.
    """
    suffix = path.suffix.lower()
    if suffix in _OTHER_KINDS:
        raise WrongSuffixError(path=path, option=option)
    if suffix == ".docx" or not path.name or path.is_dir():
        return path
    return path.with_name(f"{path.name.rstrip('. ')}.docx")


def write_atomic(  # noqa: PLR0913 -- what may stand there, and what is to become of it
    path: Path,
    data: bytes,
    *,
    force: bool,
    inputs: tuple[Path, ...] = (),
    option: str | None = "-o",
    is_ours: IsOurs | None = None,
) -> Path | None:
    """Writes a file whole or not at all.

    The bytes go to the disk of the target first, and then take its place in one step. On Linux they
    have no name until then, so that not even a killed process leaves anything; elsewhere they stand
    in a hidden file beside the target, which goes on failure and when the user interrupts, and
    which a later run clears away if the process was killed.

    Args:
        path: The target; a symbolic link is followed.
        data: What to write.
        force: Whether an existing file may be replaced. Without it none is, not even one that
            appears while this one is being written.
        inputs: Files that were read and must survive.
        option: The option by which the user named the target, for messages; None if an argument
            names its folder.
        is_ours: Whether the content of a file is drafter's own, so that it may be replaced without
            a trace; what is not, people have worked on, and it is kept under another name. None
            replaces whatever is there.

    Returns:
        Under which name the file that was there is kept; None where it is not.

    Raises:
        TargetIsInputError: The target is one of `inputs`.
        TargetExistsError: The target exists and `force` is not set.
        TargetUnwritableError: The folder or the file cannot be written, or Word has it open.
    """
    with _told_as_unwritable(path, option):
        _refuse(path, force=force, inputs=inputs, option=option)
        target = path.resolve()
        _clear_litter(target.parent)
        with _staged(target.parent, data) as staged:  # a full disk ends it here
            kept = _keep(target, data, is_ours) if is_ours and target.exists() else None
            _put(staged, target, force=force)
    return kept


def write_all(  # noqa: PLR0913 -- as `write_atomic`
    files: Mapping[Path, bytes],
    *,
    force: bool,
    inputs: tuple[Path, ...] = (),
    folder: Path | None = None,
    option: str | None = "-o",
    is_ours: IsOurs | None = None,
) -> tuple[Path, ...]:
    """Writes several files, or none (成套输出).

    Every target is looked at before the first is written; what was new is taken back if a later
    one fails.

    Args:
        files: Contents by target.
        force: As in `write_atomic`.
        inputs: As in `write_atomic`.
        folder: Made if it is missing; other folders must exist.
        option: As in `write_atomic`.
        is_ours: As in `write_atomic`.

    Returns:
        The names under which files that were there are kept.

    Raises:
        TargetIsInputError: A target is one of `inputs`.
        TargetExistsError: A target exists and `force` is not set.
        TargetUnwritableError: A folder or a file cannot be written.
    """
    for path in files:
        with _told_as_unwritable(path, option):
            _refuse(path, force=force, inputs=inputs, option=option)
    made: list[Path] = []
    kept: list[Path | None] = []
    is_new_folder = folder is not None and not folder.exists()
    try:
        if folder is not None:
            make_folder(folder, parents=False)
        for path, data in files.items():
            is_new = not path.exists()
            kept.append(
                write_atomic(path, data, force=force, inputs=inputs, option=option, is_ours=is_ours)
            )
            made += [path] if is_new else []
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        if folder is not None and is_new_folder:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise
    return tuple(filter(None, kept))


def make_folder(folder: Path, *, parents: bool = True) -> None:
    """Makes a folder, and those above it, if they are missing.

    Raises:
        FolderUnwritableError: It cannot be made.
    """
    try:
        folder.mkdir(parents=parents, exist_ok=True)
    except (OSError, ValueError) as error:
        raise FolderUnwritableError(path=folder, cause=error) from error


def sheet_name(document: Path) -> Path:
    """The workbook beside a draft: 2025.docx → 2025.xlsx."""
    return document.with_name(f"{_plain_stem(document)}.xlsx")


def office_folder(document: Path) -> Path:
    """The folder beside a draft for the workbooks of the offices."""
    return document.with_name(f"{_plain_stem(document)}-数据采集")


def office_sheet(folder: Path, office: str) -> Path:
    """The workbook of an office in that folder."""
    return folder / f"{_legal(office)}.xlsx"


def workbooks_in(path: Path) -> tuple[Path, ...]:
    """A workbook itself; of a folder all workbooks in it, but those that programs hide there.

    Nor what --force kept of an older sheet beside the new one: its answers are another draft's.

    Raises:
        UnreadableFileError: A folder has none.
    """
    if not path.is_dir():
        return (path,)
    found = tuple(
        sorted(
            file
            for file in path.iterdir()
            if file.suffix.lower() == ".xlsx"
            and not file.name.startswith(("~", "."))
            and not is_kept(file.stem)
        )
    )
    if not found:
        raise UnreadableFileError(path=path, reason="文件夹里没有 .xlsx 文件")
    return found


def filled_name(document: Path) -> Path:
    """Where a filled draft goes: 2025.docx → 2025-已填.docx → 2025-已填2.docx."""
    return document.with_name(f"{next_round(_plain_stem(document))}.docx")


def final_name(document: Path) -> Path:
    """Where the clean file goes: 2025-已填.docx → 2025-已填-定稿.docx."""
    return document.with_name(f"{_plain_stem(document)}-定稿.docx")


def _plain_stem(document: Path) -> str:
    is_word = document.suffix.lower() == ".docx"
    return document.stem if is_word else document.name


@contextlib.contextmanager
def _told_as_unwritable(path: Path, option: str | None) -> Iterator[None]:
    try:
        yield
    except FileExistsError as error:
        raise TargetExistsError(path=path, option=option) from error
    except (OSError, ValueError) as error:
        raise TargetUnwritableError(path=path, cause=error) from error


def _refuse(path: Path, *, force: bool, inputs: tuple[Path, ...], option: str | None) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not path.exists():
        return
    if any(given.exists() and path.samefile(given) for given in inputs):
        raise TargetIsInputError(path=path, option=option)
    if not force:
        raise TargetExistsError(path=path, option=option)
    if owner := _owner_file(path):
        raise TargetOpenError(path=path, sign=owner.name)


def _owner_file(path: Path) -> Path | None:
    """The hidden file that Word, WPS or LibreOffice keeps beside a document while it is open.

    Word puts `~$` before a short name and over the first one or two characters of a longer one.
    """
    kept = path.name[min(max(len(path.stem) - 6, 0), 2) :]
    names = (f"~${kept}", f".~{path.name}", f".~lock.{path.name}#")
    return next((file for name in names if (file := path.with_name(name)).exists()), None)


def _keep(target: Path, data: bytes, is_ours: IsOurs) -> Path | None:
    """Gives a file that people worked on a second name, before another takes its place.

    It keeps its own name until then: whatever happens in between, nothing is lost.

    Returns:
        The name; None where the file needs none.
    """
    there = target.read_bytes()
    if there == data or is_ours(there):
        return None
    for number in count(1):
        name = target.with_name(f"{kept_name(target.stem, number)}{target.suffix}")
        try:
            _give_second_name(target, name, there)
        except FileExistsError:
            continue
        return name
    return None


def _give_second_name(target: Path, name: Path, there: bytes) -> None:
    """A link, or a copy on a disk that has no links (USB stick, network share).

    Raises:
        FileExistsError: The name is taken.
    """
    try:
        name.hardlink_to(target)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):
        with _staged(target.parent, there) as staged:
            _put(staged, name, force=False)


# -------------------------------------------------------------- whole or not at all


@contextlib.contextmanager
def _staged(folder: Path, data: bytes) -> Iterator[Path]:
    """The bytes in a file on the disk of a folder, not yet under the name that they are for."""
    with contextlib.ExitStack() as stack:
        staged = _unnamed(folder, stack)
        if staged is None:
            staged = _temporary(folder)
            stack.callback(staged.unlink, missing_ok=True)
            staged.open("xb").close()
        with staged.open("r+b") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        yield staged


def _unnamed(folder: Path, stack: contextlib.ExitStack) -> Path | None:
    """A file that vanishes with the process that holds it; None where there is no such thing.

    Linux has it (`O_TMPFILE`) on its usual file systems; the path leads to the open file.
    """
    try:
        descriptor = os.open(folder, os.O_TMPFILE | os.O_RDWR, 0o666)
    except (AttributeError, OSError):  # if the folder itself is the matter, the next step says so
        return None
    stack.callback(os.close, descriptor)
    path = _DESCRIPTORS / str(descriptor)
    return path if path.exists() else None


def _temporary(folder: Path) -> Path:
    return folder / f".drafter-{os.urandom(8).hex()}.tmp"


@lru_cache(maxsize=64)
def _clear_litter(folder: Path) -> None:
    """Removes what killed processes have left in a folder; once a folder and process.

    Younger files may be those of a run that is going on.
    """
    before = time.time() - _ABANDONED
    with contextlib.suppress(OSError):
        for file in folder.glob(".drafter-*.tmp"):
            with contextlib.suppress(OSError):
                if _TEMPORARY.fullmatch(file.name) and file.lstat().st_mtime < before:
                    file.unlink()


def _put(staged: Path, target: Path, *, force: bool) -> None:
    if force:
        _replace(staged, target)
        return
    try:
        _link(staged, target)  # fails if the target exists, unlike a renaming
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # no links on this disk (USB stick, network share)
        if os.name == "nt":
            staged.rename(target)  # fails if the target exists, on Windows alone
        else:
            _claim_and_put(staged, target)


def _replace(staged: Path, target: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        shutil.copymode(target, staged)
    if staged.parent != _DESCRIPTORS:
        staged.replace(target)
        return
    named = _temporary(target.parent)  # only what has a name can take that of another
    try:
        _link(staged, named)
        named.replace(target)
    finally:
        named.unlink(missing_ok=True)


def _link(staged: Path, name: Path) -> None:
    if staged.parent == _DESCRIPTORS:  # with a folder given, the system follows to the open file
        os.link(staged, name, src_dir_fd=int(staged.name))
    else:
        name.hardlink_to(staged)


def _claim_and_put(staged: Path, target: Path) -> None:
    """Without links: creates the target empty, if there is none, and replaces what is now ours.

    Raises:
        FileExistsError: There is one.
    """
    target.open("xb").close()
    try:
        _replace(staged, target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _stem(name: str) -> str:
    """The name without its suffixes: 2024.docx.txt → 2024."""
    stem, dot, suffix = name.rpartition(".")
    is_suffix = dot and suffix.isascii() and suffix.isalnum() and not suffix[0].isdigit()
    return _stem(stem) if is_suffix and len(suffix) < _LONGEST_SUFFIX else name


def _legal(stem: str) -> str:
    """A stem that Windows, too, accepts as the name of a file."""
    legal = stem.translate(_ILLEGAL).strip().rstrip(".")
    return f"_{legal}" if legal.partition(".")[0].upper() in _DEVICES else legal
