"""A skeleton read back as text: blanks hold no facts, prompts are no body, answers are."""

from __future__ import annotations

import pytest

from tests.acceptance.small_reports import understood, with_section

PROMISE = "上年承诺：建设县级执法实训基地。本年落实："


@pytest.mark.parametrize(
    "blank",
    ["〔审查规范性文件，上年29〕件", "〔会议次数，上年第九次会议〕", "〔上年报告为583，请核对〕件"],
)
def test_a_blank_holds_no_fact(blank: str) -> None:
    report = understood(with_section(f"全年完成{blank}，群众反映良好。"))
    assert [f.text for f in report.figures] == ["6个"]  # of the part on leadership
    assert not [s for s in report.stale if s.text in blank]


def test_a_blank_for_shortcomings_is_none() -> None:
    text = with_section("办理案件12件。").replace(
        "（一）执法力量薄弱。乡镇执法人员偏少，主要原因是编制紧缺。",
        "〔待填：本年仍存在的不足和原因〕",
    )
    assert understood(text).shortcomings == ()


def test_an_unanswered_prompt_is_no_body() -> None:
    report = understood(with_section(f"办理案件12件。\n{PROMISE}〔待填〕"))
    (prompt,) = [p for p in report.passages if p.text.startswith("上年承诺")]
    assert (prompt.role, prompt.part) == ("noise", None)


def test_the_answer_of_a_prompt_is_body() -> None:
    answer = "实训基地6月建成，办班3期。"
    report = understood(with_section(f"办理案件12件。\n{PROMISE}{answer}"))
    roles = {p.text: (p.role, p.part) for p in report.passages}
    assert roles[answer] == ("body", "achievements")
    assert roles[PROMISE] == ("noise", None)


@pytest.mark.parametrize("answer", ["已完成", "无", "〔待填〕"])
def test_a_word_is_no_answer(answer: str) -> None:
    report = understood(with_section(f"办理案件12件。\n{PROMISE}{answer}"))
    assert [p.role for p in report.passages if p.text.startswith("上年承诺")] == ["noise"]
    assert not [p for p in report.passages if p.text == answer]


def test_a_skeleton_to_draft_from_is_told_to_have_blanks() -> None:
    findings = understood(with_section("全年办理案件〔案件，上年12〕件。")).findings
    assert "M01" in [finding.rule for finding in findings]
