"""The year before, printed as a number: moved on where the sentence compares two years."""

from __future__ import annotations

import pytest

from tests.acceptance.small_reports import (
    chapter,
    drafted,
    first_section,
    rules_on,
    with_section,
)
from tests.unit.test_years import edits, rolled


def live(body: str) -> str:
    """The words of the first section."""
    return "".join(words for _, words in first_section(drafted(with_section(body))))


def filled(words: str) -> list[str]:
    """What the blanks show, without their names."""
    return [part.split("〕")[0].split("，", 1)[1] for part in words.split("〔")[1:]]


COMPARED = [
    ("2023年查办案件100件，2024年查办案件130件，增长30%。", 2024),
    ("2024年查办案件130件，2023年查办案件100件。", 2024),
    ("2023年办结率为95%；2024年办结率为98%。", 2024),
    ("2023年度受理投诉300件,2024年度受理投诉280件.", 2024),
    ("2023年全年办案100件，2024年办案130件。", 2024),
    ("受理案件134件、121件（2023年分别为123件、110件）。", 2024),
    ("受理案件134件(2023年123件)。", 2024),
    ("受理案件134件（2023年：123件）。", 2024),
    ("受理信访500件，2023年同期为620件。", 2024),
    ("受理信访500件，2023年同期受理620件。", 2024),
    ("受理信访500件。2023年为620件。", 2024),
    ("满意度为96%，而2023年仅为95%。", 2024),
    ("律师由2023年的100名增至2024年的130名。", 2024),
    ("时限从2023年的20天压缩至9天。", 2024),
    ("应诉率由2023年的78.4%提高到97.2%。", 2024),
    ("投诉低于2023年的520件。", 2024),
    ("相较于2023年下降12%。", 2024),
    ("在2023年620件的基础上下降到500件。", 2024),
    ("新收案件57件，是2023年的1.6倍。", 2024),
    ("2024年全年无重大安全事故，2023年为2起。", 2024),
    ("2023年和2024年分别办理案件100件、130件。", 2024),
    ("2024年与2023年相比，案件下降12%。", 2024),
    ("以2023年为基期，案件下降12%。", 2024),
]


@pytest.mark.parametrize(("text", "year"), COMPARED, ids=[text for text, _ in COMPARED])
def test_a_year_compared_with_moves_on(text: str, year: int) -> None:
    assert "2023" not in rolled(text)
    assert f"{year}年" in rolled(text)
    assert [edit.reason for edit in edits(text)] == [""] * len(edits(text))


@pytest.mark.parametrize(
    "text",
    [
        "２０２３年查办案件１００件，２０２４年查办案件１３０件。",
        "二〇二三年办案10件，二〇二四年办案13件。",
    ],
    ids=["full width", "Chinese"],
)
def test_a_year_in_other_digits_moves_on_too(text: str) -> None:
    assert [edit.action for edit in edits(text)] == ["move", "move"]


def test_years_of_a_series_move_on_together() -> None:
    assert rolled("2022年办案80件，2023年办案100件，2024年办案130件。") == (
        "2023年办案80件，2024年办案100件，2025年办案130件。"
    )


@pytest.mark.parametrize(
    "text",
    [
        "2023年查办大案3起。",
        "2023年印发制度15项，全年培训20次。",
        "2023年督察反馈的15个问题中仍有3个未完成整改。",
        "2023年排查隐患100处，2024年完成整改100处。",
        "2023年有3个乡镇获评示范乡镇，2024年有2个乡镇通过复核。",
        "自2023年起办理案件100件。",
        "从2023年开始培训20次。",
        "2022年和2023年培训30次。",
        "受理案件200件，办结180件，2023年办结160件。",
        "受理案件200件，2023年为全省试点。",
        "2023年以来主持会议12次。",
        "会同2022年、2023年结对单位开展活动。",
        "2023年制定规划，2024年组织实施。",
    ],
)
def test_a_year_of_a_deed_of_its_own_stays_and_says_why(text: str) -> None:
    assert "2023年" in rolled(text)
    assert any(edit.reason for edit in edits(text) if edit.text == "2023")


def test_an_older_year_compared_with_stays() -> None:
    assert rolled("办件量较2022年增长20%，较2023年增长10%。") == (
        "办件量较2022年增长20%，较2024年增长10%。"
    )


def test_two_years_side_by_side_are_not_torn_apart() -> None:
    text = "2023年和2024年出台的文件继续有效。"
    assert rolled(text) == text
    assert all(edit.reason for edit in edits(text))


SHOWN = [
    (
        "2023年查办案件100件，2024年查办案件130件，增长30%。",
        ["上年报告为130，请核对", "上年130", "上年30"],
    ),
    (
        "2024年查办案件130件，2023年查办案件100件，增长30%。",
        ["上年130", "上年报告为130，请核对", "上年30"],
    ),
    (
        "2023年受理案件100件、办结90件，2024年受理案件130件、办结120件。",
        ["上年报告为130，请核对", "上年报告为120，请核对", "上年130", "上年120"],
    ),
    (
        "收到申请134件,受理121件,同比分别上升8.9%和10%(2023年分别为123件、110件)。",
        [
            *["上年134", "上年121", "上年8.9", "上年10"],
            *["上年报告为134，请核对", "上年报告为121，请核对"],
        ],
    ),
    (
        "2022年、2023年、2024年分别查办案件80件、100件、130件。",
        ["上年报告为100，请核对", "上年报告为130，请核对", "上年130"],
    ),
    (
        "2022年办案80件，2023年办案100件，2024年办案130件。",
        ["上年报告为100，请核对", "上年报告为130，请核对", "上年130"],
    ),
    ("2023、2024年，办案分别为100件、130件。", ["上年报告为130，请核对", "上年130"]),
    (
        "2022年、2023年和2024年，应诉率分别为85%、92%、98%。",
        ["上年报告为92，请核对", "上年报告为98，请核对", "上年98"],
    ),
    (
        "近三年，复议案件分别为120件、150件和183件，其中受理180件。",
        ["上年报告为150，请核对", "上年报告为183，请核对", "上年183", "上年180"],
    ),
    ("近2年办理案件分别为120件、150件。", ["上年报告为150，请核对", "上年150"]),
    ("近三年培训3200人次。", ["上年3200"]),
    ("近三年，查处案件、投诉分别为120件、150件。", ["上年120", "上年150"]),
    (
        "2022至2024年，复议案件分别为120件、150件、183件。",
        ["2022年120", "前年150", "上年183"],
    ),
    ("2022年以来，办案分别为120件、150件、183件。", ["2022年120", "前年150", "上年183"]),
    ("纠错率由90%提高到95%。", ["上年报告为95，请核对", "上年95"]),
    ("时限由原来的15天压缩至5天。", ["上年报告为5，请核对", "上年5"]),
    ("执法人员由年初的120人增加到年底的135人。", ["上年报告为135，请核对", "上年135"]),
    ("由3名律师组成的团队出具意见31条。", ["上年3", "上年31"]),
    ("受理信访500件（2023年同期为620件）。", ["上年500", "上年报告为500，请核对"]),
    ("受理信访500件。2023年同期为620件。", ["上年500", "上年报告为500，请核对"]),
    ("律师由2023年的100名增至2024年的130名。", ["上年报告为130，请核对", "上年130"]),
    ("时限从2023年的20天压缩至9天。", ["上年报告为9，请核对", "上年9"]),
    ("受理案件200件，同比上升25%，2023年为170件。", ["上年200", "上年25", "上年报告为200，请核对"]),
    (
        "办理案件48件、复议20件，上年分别为36件、18件。",
        ["上年48", "上年20", "上年报告为48，请核对", "上年报告为20，请核对"],
    ),
    ("受理案件200件，办结180件，2023年为170件。", ["上年200", "上年180", "填上年数"]),
    ("办理案件48件，上年分别为36件、20件。", ["上年48", "填上年数", "填上年数"]),
    ("2024年全年无重大安全事故，2023年为2起。", ["填上年数"]),
    ("2023年查办大案3起。", ["前年3"]),
    (
        "诉讼由2023年的30件减少为28件，复议由100件增加至130件。",
        ["上年报告为28，请核对", "上年28", "上年报告为130，请核对", "上年130"],
    ),
    ("2024年比2023年多办理案件30件。", ["上年30"]),
    ("办件量较2022年增长20%，较2023年增长10%。", ["上年20", "上年10"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "shown"), SHOWN, ids=[body for body, _ in SHOWN])
def test_a_blank_shows_the_value_of_the_year_it_will_be_of(body: str, shown: list[str]) -> None:
    assert filled(live(body)) == shown


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("新收案件57件，是上年的1.6倍。", "上年1.6"),
        ("新收案件57件，是2023年的1.6倍。", "上年1.6"),
        ("新收案件57件,为去年同期的1.6倍。", "上年1.6"),
        ("新收案件57件，达到上年的2.3倍。", "上年2.3"),
        ("新收案件57件，是上年同期数量的2倍。", "上年2"),
        ("新收案件57件，相当于去年同期的80%。", "上年80"),
        ("新收案件57件，不到上年的60%。", "上年60"),
        ("2023年以来主持会议12次。", "上年12"),
        ("2023年起累计主持会议12次。", "上年12"),
        ("去年以来主持会议12次。", "上年12"),
        ("2023年实施新制度以来培训12次。", "上年12"),
        ("受理案件156件（含上年结转12件）。", "上年12"),
        ("上年结转案件12件。", "上年12"),
    ],
)
def test_a_ratio_or_span_is_last_years_own(body: str, shown: str) -> None:
    assert filled(live(body))[-1] == shown


@pytest.mark.parametrize(
    "body",
    [
        "《江州市行政执法办法》自2024年6月1日起施行。",
        "学习《江州市行政执法办法》（2024年6月1日起施行）。",
        "学习《江州市行政执法办法》(自2024年6月1日起施行)。",
        "宣传2024年7月1日起施行的新《公司法》。",
        "新《公司法》已于2024年7月1日正式实施。",
        "《江州市行政执法办法》从2024年6月起生效，加强宣传。",
        "落实《江州市裁量办法》（江政发〔2024〕8号，2024年3月5日印发）。",
    ],
)
def test_the_date_of_a_document_of_the_report_year_stays_with_a_remark(body: str) -> None:
    assert live(body) == body
    first = chapter(drafted(with_section(body)), "achievements").sections[0].paragraphs[0]
    assert "S02" in rules_on(first)


@pytest.mark.parametrize(
    "text",
    [
        "学习《增值税法》（2026年1月1日起施行）",
        "学习《增值税法》（2026年 1月1日起施行）",
        "落实《江州市裁量办法》（2021年3月5日印发）",
        "学习2023年9月1日第十四届全国人大常委会第五次会议修订的《行政复议法》",
    ],
)
def test_the_date_of_a_document_of_another_year_stays(text: str) -> None:
    assert edits(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "2024年3月5日召开会议学习新修订的《行政复议法》",
        "2024年3月5日印发简报",
        "2024年7月1日起，全面推行裁量权基准",
    ],
)
def test_the_date_of_an_event_is_no_documents(text: str) -> None:
    assert [edit.action for edit in edits(text)] == ["date"]


@pytest.mark.parametrize(
    "body",
    [
        "该办法自2024年8月1日起正式施行。",
        "新行政复议法于2024年1月1日施行。",
    ],
)
def test_the_date_of_a_document_without_its_title_stays_too(body: str) -> None:
    assert rolled(body) == body
    assert all(edit.reason for edit in edits(body))


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("上年度审查合同50份，本年度审查合同62份。", "上年报告为62，请核对"),
        ("上年同期受理投诉70件，2024年受理投诉62件。", "上年报告为62，请核对"),
        ("去年办理案件90件，今年办理案件120件。", "上年报告为120，请核对"),
        ("去年办理案件90件。", "填上年数"),
        ("新增持证人员12人，较2023年底的88人增长13.6%。", "填上年数"),
    ],
)
def test_a_word_for_last_year_means_another_year_in_the_next_report(body: str, shown: str) -> None:
    assert shown in filled(live(body))
