"""Phrases and words of themes made ready while drafter is built: as drafter makes them, or none."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.msgpack import encode

from drafter.facts.stale import wordings_of
from drafter.knowledge import load
from drafter.match import theme_words
from drafter.sealed import write_sealed
from drafter.zh import slots, wordings

KNOWLEDGE = load()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package with the files as the build makes them."""
    package = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "drafter.precompile", str(package)]
    subprocess.run(command, check=True, cwd=Path(__file__).parents[2])
    return package


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Wordings are looked up anew before and after."""
    wordings.kept_wordings.cache_clear()
    wordings.pattern_of.cache_clear()
    yield monkeypatch
    wordings.kept_wordings.cache_clear()
    wordings.pattern_of.cache_clear()


def test_each_shipped_phrase_is_kept_as_it_is_made(built: Path, use: pytest.MonkeyPatch) -> None:
    use.setattr(wordings, "FILE", built / "zh" / "wordings.msgpack")
    texts = wordings_of(KNOWLEDGE.phrases)
    assert texts == set(wordings.kept_wordings().fixed) == set(wordings.kept_wordings().patterns)
    for text in texts:
        assert wordings.fixed_words(text) == slots.fixed_words(text)
        assert wordings.pattern_of(text) == slots.compile_pattern(text)


def test_a_phrase_of_an_office_is_made_when_it_is_asked_for() -> None:
    assert wordings.pattern_of("{数}项清单之年") == slots.compile_pattern("{数}项清单之年")
    assert wordings.fixed_words("{数}项清单之年") == slots.fixed_words("{数}项清单之年")


def test_wordings_made_by_other_code_are_not_used(tmp_path: Path, use: pytest.MonkeyPatch) -> None:
    file = tmp_path / "wordings.msgpack"
    write_sealed(file, encode(wordings.Kept({"十四五": "甲"}, {})), "00000000 00000000")
    use.setattr(wordings, "FILE", file)
    assert wordings.fixed_words("十四五") == slots.fixed_words("十四五")


def test_the_words_of_the_shipped_themes_are_kept_as_they_are_weighed(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme_words, "FILE", built / "match" / "theme_words.msgpack")
    weighed = theme_words.weigh(KNOWLEDGE)
    monkeypatch.setattr(theme_words, "weigh", lambda _: pytest.fail("not kept"))
    kept = theme_words.theme_words(KNOWLEDGE)
    assert encode(kept, order="sorted") == encode(weighed, order="sorted")


def test_the_words_of_another_outline_are_weighed_anew(
    built: Path, monkeypatch: pytest.MonkeyPatch, office_schemas: Path
) -> None:
    monkeypatch.setattr(theme_words, "FILE", built / "match" / "theme_words.msgpack")
    theirs = load(office_schemas)
    assert "海岛管护" in theme_words.theme_words(theirs).keywords
    assert "海岛管护" not in theme_words.theme_words(KNOWLEDGE).keywords


@pytest.fixture
def office_schemas(tmp_path: Path) -> Path:
    """An outline with a keyword of its own."""
    shipped = Path(__file__).parents[2] / "schemas" / "outline.yaml"
    lines = shipped.read_text(encoding="utf-8").splitlines()
    at = next(i for i, line in enumerate(lines) if "keywords:" in line)
    lines[at] = lines[at].replace("keywords: [", "keywords: [海岛管护, ")
    (tmp_path / "outline.yaml").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path
