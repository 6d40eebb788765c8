"""Which files a batch reads (批量输入), and where the draft of each goes."""

from __future__ import annotations

import os
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from msgspec import Struct

from drafter.batch.journal import JOURNAL
from drafter.errors import FolderIsInputError, NothingToReadError
from drafter.output import next_name
from drafter.zh.file_names import move_years

SUFFIXES = frozenset({
    ".txt", ".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".wps", ".wpt",
    ".html", ".htm", ".xhtml", ".mht", ".mhtml", ".pdf", ".rtf", ".odt",
})  # fmt: skip
"""What is taken out of a folder; a file that is named itself is tried whatever its suffix."""
_HIDDEN = (".", "~$")
_OF_THE_SYSTEM = frozenset({"thumbs.db", "desktop.ini"})
_NAMELESS = "{stem}-下年初稿.docx"
_YEARS = range(2000, 2100)
_OWN_MARKS = (
    ("docProps/app.xml", b"<Application>drafter<"),
    ("docProps/core.xml", b"<dc:creator>drafter<"),
)
"""Word changes the first when it saves the file, `finalize` takes the second out."""


class Item(Struct, frozen=True):
    """A file of a batch.

    Attributes:
        source: Its path as the user would write it, with `/`.
        key: Its path as seen from the output folder: the same from wherever the batch is started.
        target: Where its draft goes, below the output folder, with `/`; no other item has it.
        last: Path of the report of the year before, as far as names tell; None for none.
    """

    source: str
    key: str
    target: str
    last: str | None = None


class _Found(Struct, frozen=True):
    """A file: its path, and its place below the output folder."""

    source: str
    place: PurePosixPath


def find_items(paths: Sequence[Path], folder: Path) -> tuple[Item, ...]:
    """The files of a batch, each once, in the order in which they are told.

    That order is the order of `paths`; in a folder first its files by name, then its folders. Where
    several paths are given, the drafts of a folder go into a folder of its name.

    Args:
        paths: Files and folders; folders are searched to the bottom.
        folder: Where the drafts go.

    Raises:
        NothingToReadError: There is no file to read.
        FolderIsInputError: Drafts would lie among the reports, and be read as such the next time.
    """
    found: dict[str, _Found] = {}
    for path in paths:
        for one in _found(path, folder, is_one_of_many=len(paths) > 1):
            found.setdefault(str(Path(one.source).absolute()), one)
    if not found:
        raise NothingToReadError(paths=tuple(map(str, paths)))
    return tuple(_items(list(found.values()), folder))


def _found(path: Path, folder: Path, *, is_one_of_many: bool) -> Iterator[_Found]:
    if not path.is_dir():
        if not path.name.startswith("~$"):
            yield _Found(path.as_posix(), PurePosixPath(path.name))
        return
    name = path.resolve().name if is_one_of_many else ""
    if path.resolve() in {folder.resolve(), (folder / name).resolve()}:
        raise FolderIsInputError(path=folder)
    for file in _files_below(path, folder.resolve()):
        if file.suffix.lower() in SUFFIXES or not file.is_file():
            yield _Found(file.as_posix(), PurePosixPath(name, file.relative_to(path).as_posix()))


def passed_over(paths: Sequence[Path], folder: Path) -> tuple[str, ...]:
    """The files of the folders that no report has the suffix of, in order: tables, pictures.

    Args:
        paths: Files and folders, as for `find_items`.
        folder: Where the drafts go.
    """
    below = (file for path in paths for file in _files_below(path, folder.resolve()))
    others = (f for f in below if f.is_file() and f.suffix.lower() not in SUFFIXES)
    named = {path.as_posix() for path in paths}
    return tuple(
        name
        for name in dict.fromkeys(file.as_posix() for file in others)
        if name not in named and PurePosixPath(name).name.lower() not in _OF_THE_SYSTEM
    )


def _files_below(top: Path, output: Path) -> Iterator[Path]:
    """Files of people, and folders that cannot be opened: these fail later, in their own rows.

    Links to folders are not followed, since they may lead in a circle.
    """
    shut: list[Path] = []
    for place, folders, files in os.walk(top, onerror=lambda e: shut.append(Path(e.filename))):
        here = Path(place)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(_HIDDEN) and (here / name).resolve() != output
        )
        if JOURNAL in files:  # the output of another batch
            folders.clear()
            continue
        yield from (here / name for name in sorted(files) if _is_of_people(here / name))
    yield from (place for place in shut if place != top or place.is_dir())


def _is_of_people(file: Path) -> bool:
    is_own = file.suffix.lower() == ".docx" and _is_own_draft(file)
    return not file.name.startswith(_HIDDEN) and file.is_file() and not is_own


def _is_own_draft(file: Path) -> bool:
    """Whether it is a draft as drafter wrote it, which nobody has opened in Word since."""
    try:
        with zipfile.ZipFile(file) as package:
            return all(mark in package.read(name) for name, mark in _OWN_MARKS)
    except (OSError, KeyError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile):
        return False  # whatever it is, its reader will say


# ------------------------------------------------------------------- names


def _items(found: Sequence[_Found], folder: Path) -> Iterator[Item]:
    base = folder.absolute()
    priors = _priors(found)
    for one, target in zip(found, _targets(one.place for one in found), strict=True):
        source = Path(one.source)
        last = priors.get(_year_name(source, by=0))
        yield Item(one.source, _seen_from(base, source.absolute()), target, last)


def _seen_from(base: Path, path: Path) -> str:
    try:
        return Path(os.path.relpath(path, base)).as_posix()
    except ValueError:  # another drive of Windows
        return path.as_posix()


def _targets(places: Iterable[PurePosixPath]) -> Iterator[str]:
    """The drafts' places; the first comer has the plain name, the next say what they come from."""
    taken: set[str] = set()
    for place in places:
        for name in _names(place):
            target = (place.parent / name).as_posix()
            folded = unicodedata.normalize("NFC", target).casefold()  # Windows, macOS
            if folded not in taken:
                break
        else:  # pragma: no cover -- the names never end
            return
        taken.add(folded)
        yield target


def _names(place: PurePosixPath) -> Iterator[str]:
    """Names for a draft, the plain one first: 2025.docx, 2025（txt）.docx, 2025（txt2）.docx, …"""
    plain = _next(place.name)
    yield plain
    stem, suffix = plain.removesuffix(".docx"), place.suffix.lower().removeprefix(".") or "1"
    yield f"{stem}（{suffix}）.docx"
    number = 2
    while True:
        yield f"{stem}（{suffix}{number}）.docx"
        number += 1


def _next(name: str) -> str:
    """The name of the draft, which must be known before the report is read.

    `next_name` calls a file without a year by what it is, which would be the same for all counties
    of a folder; here it keeps its own name.
    """
    year = _year_in(name)
    return _NAMELESS.format(stem=Path(name).stem) if year is None else _moved(name, year, by=1)


def _moved(name: str, year: int, *, by: int) -> str:
    return next_name(name, year, year + by)


def _year_in(name: str) -> int | None:
    """A year by which the name can be moved on: any will do for 2024, only 2024 for 24年."""
    return next((y for y in _YEARS if move_years(name, old_year=y, by=1) is not None), None)


def _year_name(source: Path, *, by: int) -> Path | None:
    """The path as it would read `by` years later; None where no year stands in the name."""
    year = _year_in(source.name)
    return None if year is None else source.with_name(_moved(source.name, year, by=by))


def _priors(found: Sequence[_Found]) -> dict[Path | None, str]:
    """How a file of the next year would be called → the file of this year."""
    out: dict[Path | None, str] = {}
    for one in found:
        name = _year_name(Path(one.source), by=1)
        if name is not None:
            out.setdefault(name, one.source)
    return out
