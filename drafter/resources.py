"""Where the shipped folders are: in a checkout, an editable install, or a wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from drafter.errors import BrokenInstallationError

Folder = Literal["schemas", "templates", "examples"]

_PACKAGE = Path(__file__).resolve().parent


def folder(name: Folder) -> Path:
    """The shipped folder of that name.

    In a wheel it lies inside the package, in a checkout or an editable install beside it. Beside an
    installed package lie the folders of strangers, hence the look at `pyproject.toml`.

    Raises:
        BrokenInstallationError: It is in neither place.
    """
    places = [_PACKAGE / name]
    if (_PACKAGE.parent / "pyproject.toml").is_file():
        places.append(_PACKAGE.parent / name)
    for place in places:
        if place.is_dir():
            return place
    raise BrokenInstallationError(missing=name)
