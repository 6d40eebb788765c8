"""Templates compiled while drafter is built: used for the very template only."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from types import CodeType

import jinja2
import msgspec
import pytest

from drafter.precompile import compiled_templates
from drafter.render import bytecode, sandbox
from drafter.render.bytecode import compiler
from drafter.render.folder import find_template
from drafter.sealed import write_sealed

REPORT = find_template("default").report


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file as the build makes it."""
    file = tmp_path / "bytecode.msgpack"
    write_sealed(file, msgspec.msgpack.encode(compiled_templates()), compiler() or "")
    monkeypatch.setattr(bytecode, "FILE", file)
    _forget()
    yield file
    _forget()


def _forget() -> None:
    bytecode.shipped_templates.cache_clear()
    sandbox.environment.cache_clear()


def made_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether jinja2 compiles the template of a folder."""
    compiled = []
    generate = sandbox._Environment._generate  # noqa: SLF001 -- jinja2's hook

    def noted(*args: object, **kwargs: object) -> str:
        compiled.append(args)
        return generate(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(sandbox._Environment, "_generate", noted)  # noqa: SLF001
    _forget()
    sandbox.environment(folder).get_template(REPORT.name)
    return bool(compiled)


@pytest.mark.usefixtures("kept")
def test_a_shipped_template_is_not_compiled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not made_anew(REPORT.parent, monkeypatch)


@pytest.mark.usefixtures("kept")
def test_an_unchanged_copy_of_an_office_is_the_shipped_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(REPORT, tmp_path)
    assert not made_anew(tmp_path, monkeypatch)


@pytest.mark.usefixtures("kept")
def test_a_changed_template_is_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / REPORT.name
    own.write_text(REPORT.read_text("utf-8") + "\n", encoding="utf-8")
    assert made_anew(tmp_path, monkeypatch)


@pytest.mark.parametrize("part", ["jinja2", "sandbox"])
def test_what_others_compiled_is_not_used(
    part: str, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kept.is_file()
    if part == "jinja2":
        monkeypatch.setattr(jinja2, "__version__", "2.0")
    else:
        other = tmp_path / "sandbox.py"
        other.write_text("# without fences", encoding="utf-8")
        monkeypatch.setattr(bytecode, "_FENCES", other)
    assert made_anew(REPORT.parent, monkeypatch)


@pytest.mark.parametrize("at", [0, 70, 300, -30])
def test_a_damaged_file_is_not_used(at: int, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = bytearray(kept.read_bytes())
    content[at] ^= 1
    kept.write_bytes(content)
    assert made_anew(REPORT.parent, monkeypatch)


def test_where_the_fences_cannot_be_read_templates_are_compiled(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kept.is_file()
    monkeypatch.setattr(bytecode, "_FENCES", tmp_path / "none.py")
    assert made_anew(REPORT.parent, monkeypatch)


@pytest.mark.usefixtures("kept")
def test_errors_are_found_in_the_file_that_is_used(tmp_path: Path) -> None:
    shutil.copy(REPORT, tmp_path)
    template: jinja2.Template = sandbox.environment(tmp_path).get_template(REPORT.name)
    files = {code.co_filename for code in _all(template.root_render_func.__code__)}
    assert files == {str((tmp_path / REPORT.name).resolve())}


def test_no_folder_of_the_build_is_kept() -> None:
    for code in compiled_templates().values():
        assert str(REPORT.parent).encode() not in code


def _all(code: CodeType) -> Iterator[CodeType]:
    yield code
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _all(inner)
