"""Rules on themes: what is expected of which office, what was touched, what could not be placed."""

from __future__ import annotations

import pytest

from drafter import api
from drafter.knowledge import load
from drafter.model import Finding
from drafter.rules import review_prior as review
from tests.acceptance.small_reports import report_text, understood

RICH = (
    "一、主要举措和成效\n"
    "（一）深入学习贯彻习近平法治思想，加强党对法治政府建设的领导。县委常委会会议学法6次。\n"
    "（二）健全政府机构职能体系，提升政务服务效能。梳理政务服务事项120项，优化权责清单。\n"
    "（三）优化法治化营商环境。开展公平竞争审查36件，服务民营经济。\n"
    "（四）健全依法行政制度体系。审查行政规范性文件29件，备案12件。\n"
    "（五）健全行政决策制度体系。落实重大行政决策程序，法律顾问参与决策36次。\n"
    "（六）严格规范公正文明执法。办理行政处罚案件120件。\n"
    "（七）依法预防处置突发事件。修订应急预案12件，开展应急演练30次。\n"
    "（八）有效预防和化解矛盾纠纷。办理行政复议案件29件，调解矛盾纠纷312件。\n"
    "（九）健全行政权力制约和监督体系。办理人大代表建议29件，公开政府信息312条。\n"
    "（十）建设数字法治政府。归集政务数据12万条，建设一体化平台。\n"
    "（十一）加强法治队伍建设，提升依法行政能力。举办法治培训班6期。\n"
)


def gaps(text: str, profile: str = "county", year: int = 2025) -> list[Finding]:
    knowledge = load(None)
    report = understood(text)
    found = review(report, knowledge, api.find_profile(report, knowledge, profile), year)
    return [finding for finding in found if finding.rule == "T01"]


def test_a_report_on_everything_has_no_gap() -> None:
    assert [gap.theme for gap in gaps(report_text(achievements=RICH))] == []


@pytest.mark.parametrize(
    ("theme", "line"),
    [
        ("emergency", "（七）"),
        ("digital", "（十）建"),
        ("decision", "（五）"),
        ("capacity", "（十一）"),
    ],
)
def test_a_theme_that_is_left_out_is_a_gap(theme: str, line: str) -> None:
    rows = [row for row in RICH.splitlines() if not row.startswith(line)]
    assert theme in [gap.theme for gap in gaps(report_text(achievements="\n".join(rows) + "\n"))]


def test_less_is_expected_of_a_township() -> None:
    text = report_text()
    assert len(gaps(text, "town")) < len(gaps(text, "county"))


def test_a_gap_says_when_its_ground_no_longer_holds() -> None:
    """A report on 2026 is not asked to follow an outline that ended in 2025; none is invented."""
    assert not any("待核实" in gap.message for gap in gaps(report_text(), year=2025))
    lapsed = [gap.message for gap in gaps(report_text(), year=2026)]
    assert lapsed
    assert all("已到期" in words and "待核实" in words for words in lapsed)
    assert not any("2021—2025" in words or "2026—2030" in words for words in lapsed)


def test_a_paragraph_on_a_theme_counts_without_a_heading() -> None:
    told = "修订应急预案12件，开展应急演练30次，落实预警响应，妥善处置突发事件，组建救援队伍。"
    text = report_text(
        achievements=f"一、主要举措和成效\n（一）规范行政执法。办理案件120件。{told}\n"
    )
    assert "emergency" not in [gap.theme for gap in gaps(text)]


def test_a_passing_remark_does_not_count() -> None:
    text = report_text(
        achievements="一、主要举措和成效\n（一）规范行政执法。办理应急领域案件120件。\n"
    )
    assert "emergency" in [gap.theme for gap in gaps(text)]


def test_a_gap_is_about_the_achievements_and_says_what_to_do() -> None:
    for gap in gaps(report_text()):
        assert gap.part == "achievements"
        assert gap.action
        assert gap.severity == "warning"


def test_a_slogan_without_a_theme_is_doubtful() -> None:
    text = report_text(
        achievements="一、主要举措和成效\n（一）以实干作答，以实绩说话。各项工作有序推进。\n"
    )
    (finding,) = [f for f in understood(text).findings if f.rule == "T02"]
    assert "以实干作答" in finding.message


def test_a_clear_heading_is_not_doubtful() -> None:
    assert "T02" not in [f.rule for f in understood(report_text(achievements=RICH)).findings]
