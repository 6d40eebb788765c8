"""Data files of strangers: whatever stands in one, file, line and fix are told, and all at once."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from drafter.cli import run
from drafter.errors import DataFileError
from drafter.knowledge.ignores import load_excuses
from drafter.rules.catalogue import RULES

IDS = tuple(rule.id for rule in RULES)
ENTRY = '{rule: "F01", quote: "甲", reason: "已核"}'
DOUBLED = "".join(
    f"b{n}: &b{n} [{', '.join([f'*b{n - 1}'] * 9)}]\n" if n else 'b0: &b0 ["x", "x"]\n'
    for n in range(30)
)
HOSTILE = {
    "alias bomb": (DOUBLED, "第 1 行", "别名"),
    "a list in itself": ("&a [*a]\n", "第 1 行", "别名"),
    "merge key": ('a: &a {x: "1"}\nb:\n  <<: *a\n', "第 3 行", "字段名必须是文字"),
    "python tag": ('ignore:\n- !!python/object/apply:os.system ["id"]\n', "第 2 行", "标签"),
    "binary tag": ('ignore: !!binary "aGk="\n', "第 1 行", "标签"),
    "own tag": ("ignore: !danger x\n", "第 1 行", "标签"),
    "unknown alias": ("ignore: *none\n", "第 1 行", "YAML"),
    "deep list": ("[" * 100_000, "第 1 行", "嵌套"),
    "deep mapping": ("{a: " * 50_000 + "1" + "}" * 50_000, "第 1 行", "嵌套"),
    "deep marks": ("- " * 50_000 + "a", "第 1 行", "嵌套"),
    "deep keys": ("? " * 50_000 + "a", "第 1 行", "嵌套"),
    "deep indent": ("".join(" " * n + "a:\n" for n in range(1500)), "第 41 行", "嵌套"),
    "ten megabytes": (f"ignore:\n- {ENTRY}\n" * 250_000, "ignore.yaml", "2 百万字"),
    "a long word": (f'ignore: "{"甲" * 1_900_000}"\n', "第 1 行", "应为列表"),
    "a number of 10,000 figures": ("ignore: " + "9" * 10_000, "第 1 行", ""),
    "control characters": ('ignore: "\x00"\n', "ignore.yaml", "YAML"),
    "escape sequence as a key": ('"\\e[31m红": "1"\n', "第 1 行", "不认识"),
    "lone surrogate": ('ignore: "\\uD800"\n', "ignore.yaml", ""),
    "two documents": ("a: 1\n---\nb: 2\n", "第 2 行", "YAML"),
    "of another version": ("%YAML 9.9\n---\na: b\n", "ignore.yaml", "YAML"),
    "keys that are no words": ("ignore:\n- {1: 2, [a]: b, {a: b}: c}\n", "第 2 行", "字段名"),
    "wrong types": ("ignore: 5\n", "第 1 行", "应为列表"),
    "twice": (f"ignore:\n- {ENTRY}\nignore: []\n", "第 3 行", "写了两次"),
    "only a word": ("word\n", "第 1 行", "应为"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_data_file_is_told_with_its_line(tmp_path: Path, name: str) -> None:
    text, place, words = HOSTILE[name]
    file = tmp_path / "ignore.yaml"
    file.write_text(text, encoding="utf-8")
    begun = time.process_time()
    with pytest.raises(DataFileError) as caught:
        load_excuses(file, IDS)
    assert time.process_time() - begun < 5
    message = str(caught.value)
    assert place in message
    assert words in message
    assert "\x1b" not in message


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "ignore.yaml"
    file.write_text(
        "ignore:\n- {rule: 1, reason: no}\n- {reson: x}\n- !tag\n- {rule: &a x, rule: *a}\n",
        encoding="utf-8",
    )
    with pytest.raises(DataFileError) as caught:
        load_excuses(file, IDS)
    lines = [line for _, line, _ in caught.value.problems]
    assert {2, 4, 5} <= set(lines)


def test_every_breach_of_the_schema_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "ignore.yaml"
    file.write_text(
        'ignore:\n- {rule: 1, reason: ""}\n- {reson: "x"}\n- {rule: "F01", reason: [1]}\n',
        encoding="utf-8",
    )
    with pytest.raises(DataFileError) as caught:
        load_excuses(file, IDS)
    assert [line for _, line, _ in caught.value.problems] == [2, 2, 3, 3, 4]


@pytest.mark.parametrize("name", ["deep list", "alias bomb", "python tag", "control characters"])
def test_a_folder_of_schemas_is_refused_by_every_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "outline.yaml").write_text(HOSTILE[name][0], encoding="utf-8")
    source = str(Path(__file__).resolve().parents[2] / "examples" / "county-2024.txt")
    for words in (["parse", source], ["check", source], ["new", "--from", source, "-o", "x.docx"]):
        assert run([*words, "--schemas", str(tmp_path)]) == 3
        assert "outline.yaml" in capsys.readouterr().err
    assert run(["schemas", "check", str(tmp_path)]) == 1
    assert "outline.yaml" in capsys.readouterr().out


def test_brackets_in_words_are_no_depth(tmp_path: Path) -> None:
    file = tmp_path / "ignore.yaml"
    quote = "[" * 60 + "{" * 60
    file.write_text(
        f'ignore:\n- {{rule: "F01", quote: "{quote}", reason: "已核"}}\n', encoding="utf-8"
    )
    assert load_excuses(file, IDS)[0].quote == quote
