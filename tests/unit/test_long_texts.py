"""What is without end takes time in proportion: each text here once took its square, a minute."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from drafter import api
from drafter.knowledge import load
from drafter.model import Draft, DraftParagraph
from drafter.render.template import render_paragraphs
from drafter.render.word import write_docx
from tests.acceptance.small_reports import drafted, report_text, understood, with_section
from tests.render.samples import blank, carried, county, paragraph

SOON = 20.0
"""Seconds of the processor; four at most are usual, minutes where time grows with the square."""
DEEDS = "2024年6月出台《工作办法》，荣获全省先进称号，开展检查12次。" * 1_000
YEARS = "近三年分别受理行政复议案件12件、15件、20件，办结率达95%，比上年增长3%，" * 800
PLANS = "推进普法平台建设，开展执法培训；" * 1_500


@pytest.fixture(autouse=True)
def in_time() -> Iterator[None]:
    begun = time.process_time()
    yield
    assert time.process_time() - begun < SOON


def with_plans(words: str) -> str:
    return report_text(plans=f"四、2025年工作安排\n（一）规范行政执法。{words}\n")


def test_deficiencies_in_one_sentence() -> None:
    lacks = "执法力量不足，" * 40_000
    report = understood(report_text(shortcomings=f"三、存在的不足\n{lacks}\n"))
    assert report.shortcomings


def test_a_resolve_of_many_degrees() -> None:
    resolve = "以" + "、".join(["更高标准"] * 60) + "抓好执法培训工作。"
    assert understood(with_plans(resolve)).commitments


@pytest.mark.parametrize(
    "words", ["以更高的精神和精神和精神", "开拓进取、真抓实干，", "责任重大、任务艰巨，"]
)
def test_a_call_without_end(words: str) -> None:
    assert understood(with_plans(words * 1_600)).passages


def test_shortcomings_with_one_figure_each() -> None:
    text = report_text(shortcomings=f"三、存在的不足\n{'50岁以上的占四成，力量不足。' * 1_100}\n")
    last = understood(text)
    now = understood(text.replace("2025", "2026").replace("2024", "2025"), "2025.txt")
    assert api.examine_report(now, load(None), last=last).findings


@pytest.mark.parametrize(
    "words",
    [
        "与任务要求" * 300 + "质量还存在差距。",
        "法治工作方面" * 300 + "质量与要求还存在差距。",
        "一是执法力量薄弱。" + "同时，" * 400 + "编制紧。二是普法形式单一。",
        "一是执法力量薄弱。" + "".join(f"{n}、" for n in range(200)) + "件。",
    ],
    ids=["standards", "the whole", "links", "numerals"],
)
def test_words_that_only_lead_on(words: str) -> None:
    assert drafted(report_text(shortcomings=f"三、存在的不足\n{words}\n")).chapters


def test_findings_on_paragraphs_without_end() -> None:
    """Found by fuzzing: 4,000 findings on 18,000 passages were placed in minutes."""
    row = "开展执法检查。\n" * 4 + "建设实训基地〔待填〕个。\n"
    review = api.examine_report(understood(with_section(row * 4_000)), load(None))
    assert len(review.findings) > 4_000


@pytest.mark.parametrize(
    "row",
    [
        "县政府于2023年5月修订预案16件，",
        "截至2023年底，办结12件，",
        "2026年8月已完成整改，",
        "县工商局、《工商局条例》，",
        "抓好四项工作：\n一是开展检查。\n",
        "城管占41%、交通占33%、其他占36%，",
    ],
    ids=["days of last year", "ends of last year", "days ahead", "offices", "lists", "shares"],
)
def test_a_row_that_check_reads(row: str) -> None:
    review = api.examine_report(understood(with_section(row * 8_000)), load(None))
    assert review.findings


def test_deeds_with_what_came_of_them() -> None:
    row = "设立服务站，为63家企业提供体检，出具报告58份。"
    assert drafted(with_section(row * 8_000)).chapters


def test_years_counted_together() -> None:
    assert drafted(with_section("五年来累计办理案件12件，" * 8_000)).chapters


def test_cases_told_one_behind_the_other() -> None:
    assert drafted(with_section("罚款20万元，该案列入全省十大执法案例，" * 8_000)).chapters


def test_deeds_in_one_passage() -> None:
    assert drafted(with_section(DEEDS)).chapters


def test_figures_that_are_checked(tmp_path: Path) -> None:
    path = tmp_path / "2024.txt"
    path.write_text(with_section(YEARS), encoding="utf-8")
    assert api.review(path).findings


@pytest.mark.parametrize(
    "text",
    [
        with_section(YEARS),
        with_plans(PLANS),
        report_text(achievements="一、主要做法\n" + "（一）规范执法\n开展检查。\n" * 2_500),
    ],
    ids=["figures", "promises", "sections"],
)
def test_reports_that_are_compared(tmp_path: Path, text: str) -> None:
    now, last = tmp_path / "2024.txt", tmp_path / "2023.txt"
    now.write_text(text, encoding="utf-8")
    last.write_text(text.replace("2024", "2023").replace("2025", "2024"), encoding="utf-8")
    assert api.compare(last, now).sections


def test_blanks_in_one_paragraph() -> None:
    row = [i for n in range(20_000) for i in (carried("办理"), blank(f"F{n}", "案件"))]
    assert write_docx(with_paragraphs(paragraph("carried", *row)))


def test_paragraphs_of_a_draft() -> None:
    """The limits of a template are made for a report: a longer one is no fault of the template."""
    rows = [paragraph("carried", carried("办理案件。"))] * 30_000
    assert len(render_paragraphs(with_paragraphs(*rows))) > len(rows)


def with_paragraphs(*paragraphs: DraftParagraph) -> Draft:
    chapter = county().chapters[0]
    section = replace(chapter.sections[0], paragraphs=paragraphs)
    return county(chapters=(replace(chapter, sections=(section,)),))


@pytest.mark.parametrize(
    "words",
    [
        "剩余" * 20_000,
        "（管网改造，预计2025年8月完工" * 1_500,
        "总投资1亿元，计划2025年6月完工，" * 1_500,
        "卢某因违规审批，" * 3_000,
        "某公司因道路被占困扰多年，" * 2_000,
    ],
    ids=["left", "brackets", "sizes", "somebody", "companies"],
)
def test_promises_and_cases_in_one_sentence(words: str) -> None:
    assert drafted(with_section(words + "完成12件。")).chapters
