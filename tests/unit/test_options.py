"""The options object: frozen, with the defaults that the command line shows."""

from __future__ import annotations

import click
import pytest

from drafter.cli.new import new
from drafter.options import DraftOptions


def test_it_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        DraftOptions().year = 2025  # type: ignore[misc]


@pytest.mark.parametrize("name", DraftOptions.__struct_fields__)
def test_the_command_line_offers_each_with_the_same_default(name: str) -> None:
    offered = {p.name: p.default for p in new.params if isinstance(p, click.Option)}
    own = getattr(DraftOptions(), name)
    shown = offered[name]
    assert own == (shown if isinstance(shown, str) else None)
