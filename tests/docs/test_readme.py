"""README.md names every command, and pages beside it every option and every rule."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.rules.catalogue import RULES
from drafter.zh.prompts import ASKINGS
from tests.docs.commands_page import commands_page, leaves
from tests.docs.rules_page import rules_page

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
RULES_PAGE = ROOT / "docs" / "rules.md"
COMMANDS_PAGE = ROOT / "docs" / "commands.md"


LEAVES = dict(leaves())


def ids_told(text: str) -> set[str]:
    """Rule ids of a text; P01—P04 stands for all between."""
    found = set(re.findall(r"(?<![A-Za-z0-9#])[A-Z]\d{2}(?![A-Za-z0-9])", text))
    for letter, first, last in re.findall(r"([A-Z])(\d{2})`?\s*[—–-]+\s*`?\1(\d{2})", text):
        found |= {f"{letter}{n:02d}" for n in range(int(first), int(last) + 1)}
    return found


@pytest.mark.parametrize("command", LEAVES)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert re.search(rf"`(?:drafter )?{command}(?![a-z])", README)


def test_the_page_of_commands_is_what_the_commands_say(*, rewrite_golden: bool) -> None:
    if rewrite_golden:
        COMMANDS_PAGE.write_text(commands_page(), encoding="utf-8")
    assert COMMANDS_PAGE.read_text(encoding="utf-8") == commands_page()
    assert f"(docs/{COMMANDS_PAGE.name})" in README


def test_the_page_of_rules_is_what_the_rules_say(*, rewrite_golden: bool) -> None:
    if rewrite_golden:
        RULES_PAGE.write_text(rules_page(), encoding="utf-8")
    assert RULES_PAGE.read_text(encoding="utf-8") == rules_page()


def test_every_rule_id_in_the_readme_exists() -> None:
    own = {rule.id for rule in RULES}
    families = {rule_id[0] for rule_id in own}
    assert {i for i in ids_told(README) if i[0] in families} <= own


def test_files_that_the_readme_shows_exist() -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)\s]+)\)", README):
        assert (ROOT / target.split("#")[0]).exists(), target


def test_the_readme_of_the_examples_names_each_of_them() -> None:
    folder = ROOT / "examples"
    text = (folder / "README.md").read_text(encoding="utf-8")
    assert all(p.name in text for p in folder.glob("*.txt") if ".expected" not in p.name)
    assert ".expected.txt" in text


def test_places_that_the_contributing_page_names_exist() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:drafter|schemas|templates|tests)/[^`<>*]*)`", page)
    made = {f"drafter/{path}.msgpack" for path in ("render/bytecode", "zh/precompiled")}
    made.add("schemas/prebuilt.json")  # at installation
    assert "drafter/zh/prompts.py" in named
    assert [path for path in named if path not in made and not (ROOT / path).exists()] == []


def test_the_template_words_no_prompt() -> None:
    template = (ROOT / "templates" / "default" / "report.j2").read_text(encoding="utf-8")
    words = {word for asking in ASKINGS for word in (asking.label, asking.question)}
    assert [word for word in words if f"{word}：" in template] == []
