"""From lines to passages: nothing lost, nothing invented, wrapped lines joined."""

from __future__ import annotations

import pytest

from drafter.errors import NoReportError
from tests.reading import is_lossless, is_verbatim, source_of, structured, told

TITLE = "云屏县2024年法治政府建设年度报告"
WRAPPED = """\
　　2024年，全县认真落实上级部署，健全制度，规范执法，化
解纠纷，普及法律，取得明显进展，各项任务按时完成，群众满
意度提升。
　　全年审查文件29件，提出意见112条，采纳意见90条，备案
11件，清理43件，废止5件，修改7件，继续有效31件，均已向社
会公布，接受各方面监督。
　　（二）化解纠纷。调解案件56件，涉及当事人212人，成功率98%，
比上年提高2个百分点，无一反复。"""


def test_wrapped_lines_are_joined_and_paragraphs_kept_apart() -> None:
    text = (
        f"{TITLE}\n　　一、主要举措和成效\n{WRAPPED}\n　　二、存在的不足和原因\n　　执法力量不足。"
    )
    cut = structured(text)
    bodies = [p.text for p in cut.passages if p.role == "body"]
    assert bodies[0].endswith(
        "规范执法，化解纠纷，普及法律，取得明显进展，各项任务按时完成，群众满意度提升。"
    )
    assert bodies[1].startswith("全年审查文件29件")
    assert bodies[1].endswith(
        "备案11件，清理43件，废止5件，修改7件，继续有效31件，均已向社会公布，接受各方面监督。"
    )
    assert bodies[2].endswith("成功率98%，比上年提高2个百分点，无一反复。")
    assert is_lossless(cut.source, cut.passages)
    assert is_verbatim(cut.source, cut.passages)


def test_paragraphs_that_are_not_wrapped_stay_apart() -> None:
    text = f"{TITLE}\n一、主要举措和成效\n召开会议3次。\n审查文件12件。\n二、不足\n执法力量不足。"
    assert told(structured(text).passages)[2:4] == ["body 召开会议3次。", "body 审查文件12件。"]


@pytest.mark.parametrize(
    "sign", ["\u200b", "\ufeff", "\x01", "\t", "\u3000"], ids=lambda c: f"{ord(c):04x}"
)
def test_invisible_signs_change_nothing(sign: str) -> None:
    text = (
        f"{sign}{TITLE}{sign}\n{sign}一、主要举措和成效\n全县{sign}召开会议3次。\n"
        "二、不足\n执法力量不足。"
    )
    cut = structured(text)
    assert [p.role for p in cut.passages] == ["title", "heading", "body", "heading", "body"]
    assert cut.passages[2].text == f"全县{sign}召开会议3次。"
    assert is_verbatim(cut.source, cut.passages)


def test_text_of_a_report_is_data() -> None:
    odd = "办理“&<>”{{ 7*7 }}{% raw %}共㎡𠮷件"
    text = f"{TITLE}\n一、主要举措和成效\n{odd}。\n二、存在的不足和原因\n执法力量不足。"
    assert f"body {odd}。" in told(structured(text).passages)


@pytest.mark.parametrize(
    "text",
    [
        "今日天气晴好",
        "菜谱\n盐少许\n油适量",
        "会议通知：请各科室于周五下午到会议室参加会议，不得缺席。",
    ],
    ids=["sentence", "lines", "notice"],
)
def test_a_text_without_a_report_is_refused(text: str) -> None:
    with pytest.raises(NoReportError, match="没有找到法治政府建设年度报告"):
        structured(text)


def test_a_report_without_any_heading_still_is_one() -> None:
    text = f"{TITLE}\n2024年，我县召开会议3次，审查文件12件。\n同时，执法力量还有不足。"
    assert structured(text).passages[0].role == "title"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_line_ends_are_no_text(end: str) -> None:
    text = end.join(
        [TITLE, "", "一、主要举措和成效", "召开会议3次。", "二、不足", "力量不足。", ""]
    )
    cut = structured(text)
    assert [p.spans[0].line for p in cut.passages] == [1, 3, 4, 5, 6]
    assert cut.source == source_of(text)
