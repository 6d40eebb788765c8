"""Prompts: where an answer begins, whether it says something, whether a text has it already."""

from __future__ import annotations

import pytest

from drafter.knowledge import load
from drafter.zh.prompts import (
    ASKINGS,
    Asking,
    answer_span,
    find_answer,
    is_ended,
    says_something,
    stands_in,
)

BARE = frozenset(load().words["bare_answers"])


@pytest.mark.parametrize("asking", ASKINGS, ids=lambda asking: f"{asking.label}{asking.question}")
@pytest.mark.parametrize("label", ["上年", "2022年"])
def test_the_answer_stands_behind_its_question(asking: Asking, label: str) -> None:
    words = asking.label.replace("上年", label)
    text = f"{words}：本年度修订细则（可能对应的上年承诺：甲）。{asking.question}：修订2件"
    assert text[find_answer(text) :] == "修订2件"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("上年承诺：修订细则，已修订2件。", None),
        ("修订2件。上年承诺：修订细则。本年落实：", ""),
        ("本年落实：修订2件。", "修订2件。"),
        ("修订2件。", "修订2件。"),
        ("上年做法：“本年：”是刊名。本年：续办", "续办"),
        ("上年不足：人手不足。如仍存在，下年措施：招录", "招录"),
        ("上年承诺：。本年落实:半角", "半角"),
    ],
)
def test_what_is_left_of_a_prompt_decides(text: str, answer: str | None) -> None:
    start = find_answer(text)
    assert (None if start is None else text[start:]) == answer


def test_loose_punctuation_is_no_answer() -> None:
    text = "本年：；建成南站；、 "
    start, end = answer_span(text, 3)
    assert text[start:end] == "建成南站"
    assert answer_span("本年：。", 3) == (4, 4)


@pytest.mark.parametrize(
    "text", ["是", "已解决。", "是，已解决", "无（同上）", "35", "已修订", "√"]
)
def test_a_word_is_no_sentence(text: str) -> None:
    assert not says_something(text, BARE)


@pytest.mark.parametrize("text", ["修订2件", "已解决，新招5名执法人员", "是县里第一家。"])
def test_a_sentence_says_something(text: str) -> None:
    assert says_something(text, BARE)


@pytest.mark.parametrize(
    ("text", "ended"), [("好。", True), ("好。”", True), ("好”", False), ("好", False)]
)
def test_a_stop_may_stand_inside_quotes(text: str, *, ended: bool) -> None:
    assert is_ended(text) == ended


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("完成整改12项。", True),
        ("年内完成整改，完成整改12项，成效好。", True),
        ("未完成整改12项。", False),
        ("完成整改12项以上。", False),
        ("", False),
    ],
)
def test_an_answer_is_found_as_whole_clauses(text: str, *, found: bool) -> None:
    assert stands_in("完成整改12项。", text) == found
