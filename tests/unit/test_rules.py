"""Rules on the four parts: what each flags, what it passes, and that each can be explained."""

from __future__ import annotations

import re

import pytest

from drafter.errors import UnknownNameError
from drafter.rules import DRAFT_RULES
from drafter.rules.catalogue import RULES, rule_named
from drafter.rules.registry import Rule
from tests.acceptance.small_reports import (
    ACHIEVEMENTS,
    LEADERSHIP,
    PLANS,
    SHORTCOMINGS,
    report_text,
    understood,
)

MERGED = (
    "三、存在的不足和2025年工作打算\n虽然取得一定成效，但仍存在执法人员偏少等问题，主要原因是编制紧缺。\n"
    "2025年，我县将加强执法监督，建设执法实训基地。\n"
)
EMBEDDED = (
    "一、主要举措和成效\n（一）加强组织领导\n"
    "县长认真履行推进法治建设第一责任人职责，主持研究法治议题6个。\n"
)
NO_CAUSE = "三、存在的不足\n（一）执法力量薄弱。乡镇执法人员偏少，执法文书不规范。\n"
CASES = {
    "P01": (report_text(achievements=""), report_text()),
    "P02": (report_text(leadership=""), report_text()),
    "P03": (report_text(shortcomings=""), report_text()),
    "P04": (report_text(plans=""), report_text()),
    "P05": (report_text(shortcomings=NO_CAUSE), report_text()),
    "P06": (report_text(achievements=EMBEDDED, leadership=""), report_text()),
    "P07": (report_text(shortcomings=MERGED, plans=""), report_text()),
}


def found(text: str) -> list[str]:
    return [finding.rule for finding in understood(text).findings]


@pytest.mark.parametrize("rule", CASES)
def test_what_a_rule_flags(rule: str) -> None:
    assert found(CASES[rule][0]).count(rule) == 1


@pytest.mark.parametrize("rule", CASES)
def test_what_a_rule_passes(rule: str) -> None:
    assert rule not in found(CASES[rule][1])


@pytest.mark.parametrize(
    "cause",
    ["主要原因是编制紧缺", "究其原因在于培训不够", "根源在于重视不够", "原因主要有编制紧缺"],
)
def test_a_cause_in_any_wording_is_one(cause: str) -> None:
    text = report_text(shortcomings=f"三、存在的不足\n乡镇执法人员偏少。{cause}。\n")
    assert "P05" not in found(text)


def test_a_leadership_chapter_elsewhere_is_not_missing() -> None:
    first = LEADERSHIP.replace("二、", "一、") + ACHIEVEMENTS.replace("一、", "二、")
    assert not {"P01", "P02", "P06"} & set(found(report_text(achievements=first, leadership="")))


def test_findings_say_where() -> None:
    (finding,) = [f for f in understood(CASES["P06"][0]).findings if f.rule == "P06"]
    assert "（一）加强组织领导" in finding.message
    assert finding.quote.startswith("县长认真履行")
    assert finding.passage is not None


def test_findings_bear_the_action_of_their_rule() -> None:
    for finding in understood(report_text(leadership="", plans="")).findings:
        assert finding.action == rule_named(finding.rule).action


# ------------------------------------------------------------------- the list


def test_ids_are_unique_and_well_formed() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[A-Z]\d{2}", rule_id) for rule_id in ids)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_can_be_explained(rule: Rule) -> None:
    assert rule_named(rule.id.lower()) is rule
    assert all((rule.name, rule.source, rule.example, rule.passes))
    assert rule.meaning.endswith("。")
    assert rule.action.endswith("。")


def test_an_unknown_rule_names_the_known_ones() -> None:
    with pytest.raises(UnknownNameError, match="P01"):
        rule_named("Z99")


def test_a_good_report_has_no_finding_on_its_parts() -> None:
    assert [rule for rule in found(report_text()) if rule[0] == "P"] == []
    assert SHORTCOMINGS in report_text()
    assert PLANS in report_text()


def test_a_draft_is_measured_by_every_rule_of_its_stage() -> None:
    assert set(DRAFT_RULES) >= {rule for rule in RULES if rule.check and "draft" in rule.stages}
