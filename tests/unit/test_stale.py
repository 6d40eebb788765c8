"""Expressions bound to their year: found in any width, cut right, with the right advice."""

from __future__ import annotations

import time

import pytest
from msgspec.structs import replace

from drafter.facts.stale import StaleHit, advice_for, find_stale, is_current, mark_stale
from drafter.knowledge import load
from drafter.knowledge.phrases import SUCCESSOR
from drafter.model import Frame, Passage, Report, Role, Source, Span

KNOWLEDGE = load()


def hits(text: str) -> list[tuple[str, str]]:
    return [(hit.text, hit.phrase) for hit in find_stale(text, KNOWLEDGE)]


def only(text: str) -> StaleHit:
    (hit,) = find_stale(text, KNOWLEDGE)
    return hit


def report(*rows: tuple[Role, str]) -> Report:
    source = Source("a.txt", "txt", "utf-8", 0, tuple(text for _, text in rows))
    passages = tuple(
        Passage(i + 10, text, (Span(i + 1, 0, len(text)),), role)
        for i, (role, text) in enumerate(rows)
    )
    return Report(source, Frame(), passages, (), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("凌波县２０２４年度工作", [("２０２４年度", "year")]),
        ("对照'十四五'规划", [("'十四五'规划", "fyp14")]),
        (
            "按《法治社会建设实施纲要 (2020-2025 年)》",
            [("《法治社会建设实施纲要 (2020-2025 年)》", "outline_soc")],
        ),
        (
            "落实〈法治政府建设实施纲要（2021至2026年）〉",
            [("〈法治政府建设实施纲要（2021至2026年）〉", "bad_range")],
        ),
        (
            "党的二十大和二十届二中、三中全会精神",
            [("党的二十大和二十届二中、三中全会精神", "plenum_3")],
        ),
        (
            "省委十二届七次全会、市委七届历次全会",
            [("省委十二届七次全会", "local_plenum"), ("市委七届历次全会", "local_plenum")],
        ),
        ("县委依法治县委员会第九次、第十次会议", [("第九次、第十次会议", "meeting_no")]),
        (
            "筹备第三批全省法治政府建设示范创建",
            [("第三批全省法治政府建设示范创建", "demo_batch_local")],
        ),
        ("深入开展“护航2025”专项执法行动", [("“护航2025”专项执法行动", "campaign_local")]),
        ('组织"净网""护苗"专项行动', [('"净网""护苗"专项行动', "campaign_local")]),
        (
            "打好河道清障攻坚战、码头整治攻坚战",
            [("河道清障攻坚战", "campaign_local"), ("码头整治攻坚战", "campaign_local")],
        ),
        ("新《安全生产法》宣讲", [("新《安全生产法》", "law_safety")]),
        (
            "宣传新修改的《中华人民共和国治安管理处罚法》",
            [("新修改的《中华人民共和国治安管理处罚法》", "law_psap")],
        ),
        ("推动修订《凌波湖保护办法》", [("推动修订《凌波湖保护办法》", "law_pending")]),
        (
            "总书记在凌波考察时的重要讲话精神",
            [("总书记在凌波考察时的重要讲话精神", "leader_visit")],
        ),
        (
            "印发《凌波县法治乡村建设三年行动方案（2024～2026年）》",
            [("凌波县法治乡村建设三年行动方案（2024～2026年）》", "local_plan")],
        ),
        (
            "《凌波县2025年度决策目录》（凌政发〔2025〕6 号）",
            [("2025年度", "year_in_document"), ("〔2025〕6 号", "document_number")],
        ),
        ("去年以来，截止目前办结一批", [("去年以来", "relative_last"), ("截止目前", "relative")]),
        (
            "第12个国家宪法日、第九个民法典宣传月",
            [("第12个国家宪法日", "nat_day"), ("第九个民法典宣传月", "day_no")],
        ),
        ("第一责任人，三项制度，第三方，123456品牌，2025件", []),
        ("开展专项整治，发扬攻坚克难精神", []),
    ],
)
def test_finds(text: str, expected: list[tuple[str, str]]) -> None:
    assert hits(text) == expected


@pytest.mark.parametrize(
    ("text", "year", "words"),
    [
        ("深化“八五”普法", 2026, "“八五”普法到2025年结束，2026年的报告"),
        ("深化“八五”普法", 2025, "到2025年仍在有效期内"),
        ("在第十二个国家宪法日宣誓", 2026, "2026年是第13个国家宪法日"),
        (
            "落实《法治政府建设实施纲要（2022—2025年）》",
            2026,
            "应为“《法治政府建设实施纲要（2021—2025年）》”",
        ),
        ("召开第九次会议", 2026, "请填2026年的次数"),
        ("凌波县治水三年行动方案（2024—2026年）", 2026, "仍在有效期内"),
        ("凌波县治水三年行动方案（2024—2026年）", 2027, "核对到2027年是否仍在执行"),
        ("贯彻新修订的行政复议法", 2026, "不算的删去“新”字"),
        ("贯彻新修订的行政复议法", 2025, "仍在有效期内"),
    ],
)
def test_advice_is_for_the_year_drafted(text: str, year: int, words: str) -> None:
    assert words in advice_for(only(text), year)


def test_no_successor_is_invented() -> None:
    advice = advice_for(only("落实《法治政府建设实施纲要（2021—2025年）》"), 2026)
    assert "2026—2030" not in advice
    assert "待核" in advice


def test_unverified_knowledge_says_so() -> None:
    assert not only("结合主题教育学习").verified


def test_law_gives_validity_and_source() -> None:
    hit = only("学习新修订的行政复议法")
    assert (hit.valid_from, hit.valid_to) == (2023, 2025)
    assert hit.source is not None
    assert "2024年1月1日" in hit.source


def test_what_recurs_is_never_current() -> None:
    assert not is_current(only("召开第九次会议"), 2026)


def test_mark_stale_skips_furniture_and_refers_to_passages() -> None:
    rows = report(
        ("noise", "发布日期：2026年1月5日"),
        ("heading", "一、2025年工作"),
        ("body", "深化“八五”普法，《未闭合"),
        ("body", "2025年"),
    )
    marked = mark_stale(rows, KNOWLEDGE, 2026)
    texts = {passage.id: passage.text for passage in rows.passages}
    assert [(item.ref.passage, item.text) for item in marked] == [
        (11, "2025年"),
        (12, "“八五”普法"),
        (13, "2025年"),
    ]
    assert all(
        texts[item.ref.passage][item.ref.start : item.ref.end] == item.text for item in marked
    )


def test_mark_stale_joins_nothing_over_passages() -> None:
    rows = report(("body", "二〇"), ("body", "二五年"), ("body", "第九"), ("body", "次会议"))
    assert mark_stale(rows, KNOWLEDGE, 2026) == ()


def test_marked_only_once_lapsed() -> None:
    rows = report(
        ("body", "贯彻党的二十大精神，宣传《大气污染防治法》"),
    )
    assert mark_stale(rows, KNOWLEDGE, 2025) == ()
    assert [item.phrase for item in mark_stale(rows, KNOWLEDGE, 2026)] == ["law_eco"]
    assert [item.phrase for item in mark_stale(rows, KNOWLEDGE, 2028)] == ["congress", "law_eco"]


@pytest.mark.parametrize(
    "text",
    ["《法治政府建设实施纲要", "新修订的《", "第1次、", "2021", "《甲2021年》", "“甲", "年专项"],
)
def test_is_linear(text: str) -> None:
    start = time.process_time()
    find_stale(text * (60_000 // len(text)), KNOWLEDGE)
    assert time.process_time() - start < 5


def test_a_plan_behind_the_last_known_period_is_no_slip_of_the_pen() -> None:
    hit = only("落实《法治政府建设实施纲要（2026—2030年）》。")
    assert hit.phrase == SUCCESSOR
    assert "接续文件" in hit.advice
    assert not hit.verified


@pytest.mark.parametrize(("year", "expected"), [(2022, True), (2024, False), (2025, True)], ids=str)
def test_plans_name_the_meeting_that_was_held_when_they_were_written(
    year: int,
    expected: bool,  # noqa: FBT001 - a case of the table
) -> None:
    planned = report(("body", "深入贯彻党的二十届三中全会精神。"))
    planned = replace(planned, passages=tuple(replace(p, part="plans") for p in planned.passages))
    assert [s.has_lapsed for s in mark_stale(planned, KNOWLEDGE, year)] == [expected]
