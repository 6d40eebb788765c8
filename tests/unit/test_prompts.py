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
    lead_in,
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


@pytest.mark.parametrize(
    "answer",
    ["今年没有此项工作。", "无此项工作", "今年没有开展", "本年未开展此项工作", "没有相关工作。"],
)
def test_that_there_is_nothing_to_tell_is_no_sentence_for_the_report(answer: str) -> None:
    assert not says_something(answer, BARE)
    assert says_something(f"{answer.rstrip('。')}，改为集中培训4期。", BARE)


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


IDLE = frozenset(
    w
    for name in ("bare_answers", "idle_words", "common_words")
    for w in load().words[name]
    if len(w) > 1
)


@pytest.mark.parametrize(
    ("prompt", "lead"),
    [
        ("上年承诺：修订裁量基准。本年落实：已按期完成。", "上年提出的“修订裁量基准”，"),
        ("上年承诺：修订裁量基准。本年落实：按计划于9月完成", "上年提出的“修订裁量基准”，"),
        (
            "2023年承诺：修订裁量基准。本年落实：未完成，主要是人手不足。",
            "2023年提出的“修订裁量基准”，",
        ),
        (
            "上年不足：执法力量不足。是否已解决：仍未完全解决，编制没有到位。",
            "上年指出的“执法力量不足”，",
        ),
        ("上年承诺：建成“一站式”中心。本年落实：10月投入使用。", "上年提出的“建成‘一站式’中心”，"),
        (
            "上年承诺：推广“‘信用’+执法”。本年落实：10月投入使用。",
            "上年提出的“推广‘“信用”+执法’”，",
        ),
        (
            "上年承诺：修订裁量基准（2022年、2023年也承诺过）。本年落实：如期办结了。",
            "上年提出的“修订裁量基准”，",
        ),
        (
            "上年不足：力量不足（可能对应的上年承诺：招录3名（工作）人员）。是否已解决：还没有。",
            "上年指出的“力量不足”，",
        ),
        (
            "上年承诺：司法所再进一个人，编制已经答应。本年落实：未完成，主要是编制不足。",
            "上年提出的“司法所再进一个人，编制已经答应”，",
        ),
    ],
)
def test_an_answer_that_names_no_matter_is_led_in_with_it(prompt: str, lead: str) -> None:
    assert lead_in(prompt, IDLE) == lead


@pytest.mark.parametrize(
    "prompt",
    [
        "上年承诺：修订裁量基准。本年落实：裁量基准已按期印发。",
        "上年承诺：修订裁量基准。本年落实：10月，新的裁量基准印发施行。",
        "上年不足：执法力量不足。是否已解决：新招执法人员5名，已解决。",
        "上年承诺：把法治广场修好。本年落实：县里拨付专款20万元，法治广场年底开放。",
        "上年不足：执法力量不足。如仍存在，下年措施：继续招录。",
        "上年做法：建成站点4个。本年：已按期完成。",
        "上年承诺：修订三张清单。本年落实：上年提出的任务已按期完成。",
        "上年承诺：修订三张清单。本年落实：（一）召开会议3次；",
        "裁量基准已按期印发。",
    ],
)
def test_an_answer_that_names_its_matter_stands_by_itself(prompt: str) -> None:
    assert lead_in(prompt, IDLE) == ""
