"""Results as Chinese text and as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from msgspec.structs import replace

from drafter import api
from drafter.knowledge import load
from drafter.model import Finding, Passage, Report, Review, Span
from drafter.options import DraftOptions, Prefill
from drafter.render.characters import printable
from drafter.reporter import (
    Reporter,
    draft_json,
    in_source_order,
    plain,
    report_data,
    report_json,
)
from drafter.reporter.review import review_text
from drafter.rules.catalogue import RULES
from drafter.rules.places import place_of
from tests.acceptance.skeletons import CORPUS, EXAMPLES
from tests.acceptance.small_reports import drafted, report_text, understood

SCHEMA = json.loads(
    (Path(__file__).resolve().parents[2] / "schemas" / "report.schema.json").read_text(
        encoding="utf-8"
    )
)
REPORTER = Reporter(load(None))


# ------------------------------------------------------------------------ text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (report_text(), "有"),
        (report_text(leadership=""), "缺"),
        (
            report_text(
                achievements="一、主要举措和成效\n（一）加强领导\n县长认真履行推进法治建设第一责任人职责。\n",
                leadership="",
            ),
            "只在别章提到",
        ),
    ],
    ids=["present", "missing", "embedded"],
)
def test_the_four_parts_are_told(text: str, words: str) -> None:
    out = REPORTER.draft_text(drafted(text), "2025.docx", 2)
    (row,) = [row for row in out.splitlines() if row.strip().startswith("第一责任人履职 ")]
    assert words in row


def test_the_table_after_new_is_short_and_whole() -> None:
    draft = drafted(report_text())
    out = REPORTER.draft_text(draft, "2025.docx", 2)
    for words in (
        "已生成 2025.docx",
        "棠溪县人民政府",
        "2024 年度报告",
        "编码 utf-8",
        "（一）严格规范公正文明执法",
        "上年承诺 2 条",
    ):
        assert words in out
    assert all(finding.message in out for finding in draft.gaps)


@pytest.mark.parametrize(("prefill", "figures"), [("full", 2), ("outline", 0)])
def test_the_blanks_told_after_new_are_those_of_the_draft(prefill: Prefill, figures: int) -> None:
    draft = api.draft([understood(report_text())], DraftOptions(prefill=prefill))
    assert f"待填数据 {figures} 处" in REPORTER.draft_text(draft, "2025.docx", 2)


def test_what_only_a_comment_says_is_told_after_new() -> None:
    title = "棠溪县2024年法治政府建设年度报告\n"
    text = f"{title}一、主要举措和成效\n（一）规范执法\n办案12件，同比增长5%。\n"
    out = REPORTER.draft_text(drafted(text), "2025.docx", 2)
    assert "G01  上年文字里没有主送机关" in out
    assert "F06 1 处" in out
    assert "没有发现" not in out


def test_undecodable_characters_are_reported() -> None:
    report = understood(report_text())
    hurt = replace(report, source=replace(report.source, undecodable=3))
    assert "3 个字符无法识别" in REPORTER.parse_text(hurt)


def test_parse_shows_frame_outline_and_counts() -> None:
    out = REPORTER.parse_text(understood(report_text()))
    for words in (
        "棠溪县人民政府",
        "市人民政府",
        "2025-01-20",
        "一、主要举措和成效",
        "统计数字 2 处",
    ):
        assert words in out


def test_colours_are_only_added() -> None:
    report = understood(report_text(leadership=""))
    painted = Reporter(load(None), lambda words, colour: f"<{colour}>{words}</{colour}>")
    bare = painted.parse_text(report)
    for colour in ("bold", "green", "yellow", "red", "cyan"):
        bare = bare.replace(f"<{colour}>", "").replace(f"</{colour}>", "")
    assert bare == REPORTER.parse_text(report)
    assert plain("甲", "red") == "甲"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("甲\x1b[31m乙", "甲[31m乙"),
        ("甲\u200b乙", "甲乙"),
        ("甲\x00乙", "甲乙"),
        ("甲\ud800乙", "甲乙"),
        ("甲\t乙\n丙\u2028丁", "甲 乙 丙 丁"),
        ("𠮷“㎡”", "𠮷“㎡”"),
    ],
    ids=["escape", "zero width", "NUL", "surrogate", "line ends", "rare"],
)
def test_what_a_terminal_must_not_get_is_left_out(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_told_in_full(rule: Any) -> None:  # noqa: ANN401 -- a Rule
    out = REPORTER.rule_text(rule)
    assert all(
        w in out for w in (rule.id, rule.name, rule.meaning, rule.action, rule.source, rule.example)
    )


def test_an_unverified_phrase_says_so() -> None:
    for phrase in load(None).phrases.rows:
        out = REPORTER.phrase_text(phrase)
        assert phrase.id in out
        assert ("待核实" in out) or phrase.verified


@pytest.mark.parametrize(
    ("message", "lines"),
    [("“推动‘云岫智审’系统”没有下文。", 0), ("这一句没有下文。", 1)],
    ids=["told-in-the-message", "not-told"],
)
def test_a_quotation_is_told_once_also_with_quotes_inside(message: str, lines: int) -> None:
    finding = Finding("R02", "warning", message, "推动“云岫智审”系统全覆盖")
    shown = review_text(Review(understood(report_text()), (finding,)), "2024.txt", plain)
    rows = [row.strip() for row in shown.splitlines() if "原文：" in row]
    assert rows == ["原文：“推动‘云岫智审’系统全覆盖”"] * lines


def test_a_place_is_a_path_of_headings() -> None:
    report = understood(report_text())
    body = next(p for p in report.passages if p.text.startswith("全年办理行政处罚"))
    assert place_of(report, body.id) == "一、主要举措和成效 > （一）严格规范公正文明执法"


# ------------------------------------------------------------------------ JSON


@pytest.mark.parametrize("path", [*EXAMPLES, *CORPUS], ids=lambda path: path.stem)
def test_json_is_what_the_schema_says(path: Path) -> None:
    report = api.read_report(path)
    data = json.loads(report_json(report))
    jsonschema.Draft202012Validator(SCHEMA).validate(data)
    assert_lossless(report, data)


def assert_lossless(report: Report, data: dict[str, Any]) -> None:
    """Passages hold every visible character of the source once; references point into them."""
    told = "".join("".join(p["text"].split()) for p in data["passages"])
    assert told == "".join("".join(line.split()) for line in report.source.lines)
    texts = {p["id"]: p["text"] for p in data["passages"]}
    for passage in data["passages"]:
        stands = "".join(report.source.lines[n - 1][a:b] for n, a, b in passage["spans"])
        assert stands == passage["text"]
    for key in ("figures", "stale"):
        for row in data[key]:
            assert texts[row["passage"]][row["start"] : row["end"]] in row["text"]


def test_numbers_are_numbers() -> None:
    figure = report_data(understood(report_text()))["figures"][0]
    assert (figure["number"], figure["value"], figure["unit"]) == (120, "120", "件")


def test_json_of_new_tells_file_parts_sections_and_gaps() -> None:
    data = json.loads(draft_json(drafted(report_text()), "2025.docx"))
    assert data["output"] == "2025.docx"
    assert [part["key"] for part in data["parts"]] == [
        "achievements",
        "leadership",
        "shortcomings",
        "plans",
    ]
    assert {"rule", "severity", "message"} <= set(data["gaps"][0])


def test_a_passage_around_a_page_number_is_told_in_two() -> None:
    report = understood(report_text())
    body = Passage(0, "甲乙丙", (Span(1, 0, 2), Span(3, 0, 1)), "item", marker="一是")
    page = Passage(1, "— 3 —", (Span(2, 0, 5),), "noise")
    told = in_source_order(replace(report, passages=(body, page)))
    assert [(p.text, p.role, p.marker) for p in told.passages] == [
        ("甲乙", "item", "一是"),
        ("— 3 —", "noise", None),
        ("丙", "body", None),
    ]
    assert told.first(0) == 0
    assert told.all((0, 1)) == [0, 1, 2]
    assert told.ref(0, 2, 3) == {"passage": 2, "start": 0, "end": 1}
