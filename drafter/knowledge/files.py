"""Where a data file comes from: the office's own folder if it is there, else the shipped one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafter import resources
from drafter.errors import DataFileError
from drafter.knowledge.document import Document, Problem
from drafter.knowledge.prebuilt import prebuilt

if TYPE_CHECKING:
    from pathlib import Path


_FILL_IN = "请照随程序附带的同名文件填写"


def find(name: str, schemas: Path | None = None) -> Path:
    """The file that holds for this run; the shipped path if neither folder has it."""
    if schemas is not None and (schemas / name).is_file():
        return schemas / name
    return resources.folder("schemas") / name


def is_own(name: str, schemas: Path | None) -> bool:
    """Whether the office's own folder has a file of that name."""
    return schemas is not None and (schemas / name).is_file()


def read_data(path: Path, *, strict: bool = False, empty: str = _FILL_IN) -> Document:
    """One data file.

    Args:
        path: Where it is.
        strict: Read a shipped file as YAML as well, in place of the values prebuilt from it.
        empty: What to do about a file without content, in Chinese.
    """
    data = None if strict else prebuilt(path)
    if data is not None:
        return Document(path.name, path, data, (), None)
    from drafter.knowledge.yaml_file import read_document  # noqa: PLC0415 -- yaml is slow to load

    return read_document(path, empty)


def open_document(
    name: str, schemas: Path | None = None, *, strict: bool = False
) -> tuple[Document, tuple[Problem, ...]]:
    """A data file and everything that is wrong with it.

    Args:
        name: File name, `outline.yaml`.
        schemas: The office's own folder, or None.
        strict: Validate a shipped file as well; an office's own is always validated.
    """
    document = read_data(find(name, schemas), strict=strict)
    if document.problems or not (strict or is_own(name, schemas)):
        return document, document.problems
    from drafter.knowledge.validation import schema_problems  # noqa: PLC0415 -- for an office's own

    return document, schema_problems(document)


def load_data(name: str, schemas: Path | None = None) -> Any:  # noqa: ANN401 - its shape is the schema's matter
    """The plain values of one data file.

    Raises:
        DataFileError: It cannot be read, or it is an office's own and breaks its schema.
    """
    document, problems = open_document(name, schemas)
    if problems:
        raise DataFileError(problems)
    return document.data


def state_of(schemas: Path | None) -> tuple[Path | None, tuple[tuple[str, int], ...]]:
    """A folder by its absolute path, and when its files were changed: what a cache may go by."""
    if schemas is None:
        return None, ()
    folder = schemas.resolve()
    files = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
    return folder, tuple((path.name, path.stat().st_mtime_ns) for path in files)


def shipped() -> tuple[Path, ...]:
    """The data files that drafter brings along, by name."""
    return tuple(sorted(resources.folder("schemas").glob("*.yaml")))


def contents() -> dict[str, bytes]:
    """The shipped data files by name, to be adapted in a folder of an office's own."""
    return {path.name: path.read_bytes() for path in shipped()}
