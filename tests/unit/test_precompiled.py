"""Patterns compiled while drafter is built: equal to those of `re.compile`, or none."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from drafter.precompile import compiled, patterns_of_text
from drafter.sealed import read_sealed, write_sealed
from drafter.zh import precompiled
from drafter.zh.precompiled import PYTHON, Patterns, compile_pattern, key_of
from drafter.zh.relations import SHARES_APART

NAMED = r"(?P<year>20\d\d)年(?:度)?([一-鿿]+)"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file as the build makes it."""
    package = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "drafter.precompile", str(package)]
    subprocess.run(command, check=True, cwd=Path(__file__).parents[2])
    return package / "zh" / "precompiled.msgpack"


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Patterns are looked up anew before and after."""
    precompiled.kept_patterns.cache_clear()
    yield monkeypatch
    precompiled.kept_patterns.cache_clear()


def kept(path: Path, python: str = PYTHON) -> Path:
    """A file with one pattern, which finds no year but 甲: whoever finds 甲 has it from there."""
    write_sealed(path, msgspec.msgpack.encode({key_of(NAMED, 0): compiled("甲", 0)}), python)
    return path


def test_each_pattern_is_the_one_that_re_makes(built: Path, use: pytest.MonkeyPatch) -> None:
    use.setattr(precompiled, "FILE", built)
    content = read_sealed(built, PYTHON)
    assert content is not None
    known = msgspec.msgpack.decode(content, type=Patterns)
    assert len(known) > 200
    for key in known:
        flags, _, source = key.partition(":")
        assert compile_pattern(source, int(flags)) == re.compile(source, int(flags)), source


def test_each_pattern_of_chinese_text_is_kept(built: Path, use: pytest.MonkeyPatch) -> None:
    use.setattr(precompiled, "FILE", built)
    known = precompiled.kept_patterns()
    assert key_of(SHARES_APART.pattern, 0) in known
    assert [asked for asked in patterns_of_text() if key_of(*asked) not in known] == []


@pytest.mark.parametrize("source", [NAMED, "(?i)page", "", "[一-鿿]", r"(a)(?P<b>c)?\1"])
def test_a_restored_pattern_answers_as_its_original(
    source: str, tmp_path: Path, use: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "one.msgpack"
    write_sealed(file, msgspec.msgpack.encode({key_of(source, 0): compiled(source, 0)}), PYTHON)
    use.setattr(precompiled, "FILE", file)
    made, original = compile_pattern(source), re.compile(source)
    assert made == original
    assert made.flags == original.flags
    assert made.groupindex == original.groupindex
    for text in ("2024年度普法", "PAGE", "aca"):
        assert [m.groups() for m in made.finditer(text)] == [
            m.groups() for m in original.finditer(text)
        ]


def test_the_file_is_used(tmp_path: Path, use: pytest.MonkeyPatch) -> None:
    use.setattr(precompiled, "FILE", kept(tmp_path / "kept.msgpack"))
    assert compile_pattern(NAMED).search("甲") is not None


def test_the_file_of_another_python_is_not_used(tmp_path: Path, use: pytest.MonkeyPatch) -> None:
    file = kept(tmp_path / "kept.msgpack", python="cpython-310 1 4 little")
    use.setattr(precompiled, "FILE", file)
    assert compile_pattern(NAMED).search("甲") is None


def test_without_a_file_patterns_are_compiled(tmp_path: Path, use: pytest.MonkeyPatch) -> None:
    use.setattr(precompiled, "FILE", tmp_path / "none.msgpack")
    assert compile_pattern(NAMED).fullmatch("2024年普法") is not None


@pytest.mark.parametrize("at", [0, 20, 70, 90, 130, -2])
def test_a_damaged_file_is_not_used(at: int, tmp_path: Path, use: pytest.MonkeyPatch) -> None:
    file = kept(tmp_path / "kept.msgpack")
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)
    use.setattr(precompiled, "FILE", file)
    assert compile_pattern(NAMED).search("甲") is None
