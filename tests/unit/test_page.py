"""What is printed around a report."""

from __future__ import annotations

import pytest

from drafter.zh import page
from drafter.zh.width import fold


@pytest.mark.parametrize(
    "text",
    [
        "— 3 —",
        "－3－",
        "-3-",
        "3",
        "第3页",
        "第 3 页 共 9 页",
        "第3页/共9页",
        "3/9",
        "- 12 -",
        "Page 3 of 9",
        "·3·",
    ],
)
def test_a_page_number_is_one_in_any_dress(text: str) -> None:
    assert page.PAGE_NUMBER.fullmatch(fold(text))


@pytest.mark.parametrize(
    "text",
    [
        "3件",
        "第3条",
        "2024",
        "3.5%",
        "（3）办理",
        "共9项",
    ],
)
def test_a_figure_is_no_page_number(text: str) -> None:
    assert page.PAGE_NUMBER.fullmatch(fold(text)) is None


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("一、主要举措和成效……………3", True),
        ("一、主要举措和成效 ...... 12", True),
        ("一、主要举措和成效3", False),
    ],
)
def test_a_row_of_contents_has_dots_and_a_page(text: str, *, row: bool) -> None:
    assert (page.CONTENTS_ROW.search(text) is not None) is row


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("附件：1.清单", True),
        ("附件1", True),
        ("附 件：清单", True),
        ("（附件下发各乡镇）", False),
        ("抄送：市委办公室", True),
        ("（此件公开发布）", True),
        ("（联系人：某某）", True),
        ("附近群众参与", False),
        ("附带处理", False),
    ],
)
def test_what_follows_a_signature_is_known(text: str, *, known: bool) -> None:
    assert (page.ATTACHMENT.match(text) is not None) is known


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("（2025年1月8日在县第十届人民代表大会会议上）", True),
        ("（在全县法治工作会上）", True),
        ("（一）会议制度", False),
    ],
)
def test_a_note_on_the_meeting_is_known(text: str, *, note: bool) -> None:
    assert (page.MEETING_NOTE.fullmatch(text) is not None) is note


@pytest.mark.parametrize(
    ("line", "is_row"),
    [
        ("立案（件） 96 107", True),
        ("公路路政 30 12.40 -16.7", True),
        ("水路运输 44 — ＋7.3%", True),
        ("2.  发布典型案例20 个，统一类案裁量标", False),
        ("2.  立案（件）  96", True),
        ("|行政许可|3021件", True),
        ("行政许可|3021件", True),
        ("首页|政务公开", False),
    ],
)
def test_a_numeral_is_no_cell_with_a_number(line: str, *, is_row: bool) -> None:
    assert page.is_table_row(line) is is_row
