"""Page furniture, line by line."""

from __future__ import annotations

import pytest

from drafter.structure.furniture import furniture, running_headers
from drafter.structure.lines import visible_lines
from tests.reading import KNOWLEDGE, source_of, structured

KNOWN = furniture(KNOWLEDGE.words)


@pytest.mark.parametrize(
    "text",
    [
        "— 3 —",
        "第 3 页 共 9 页",
        "17",
        "第３页 / 共９页",
        "－ ３ －",
        "Page 3 of 9",
        "· 3 ·\u200b",
        "---3---＞",
        "----------",
        "……&nbsp",
        "、、、，，，",
        "■ ◆ ●",
        "打印",
        "【打印】【关闭】",
        "字号：大 中 小",
        "[大] [中] [小] 打印 关闭",
        "分享到：微信 微博 QQ空间",
        "返回顶部",
        "一、主要举措和成效…………………2",
        "一、主要举措和成效......１２",
        "\u200b打\u200b印",
        "公文示例网 www.example.com",
    ],
)
def test_furniture_is_known_wherever_it_stands(text: str) -> None:
    assert KNOWN.is_everywhere(text)


@pytest.mark.parametrize(
    "text",
    [
        "首页 > 政务公开 > 法治政府建设年度报告",
        "当前位置：首页 > 政府信息公开",
        "首页 政务公开 政务服务 互动交流",
        "索引号：YP0012/2025-00017",
        "索 引 号：YP0012",
        "| 索引号 | YP0012 | 发布机构 | 云屏县司法局 |",
        "发布机构 | 云屏县司法局",
        "【发布机构】云屏县司法局",
        "成文日期：2025年2月10日",
        "名　　称：云屏县2024年法治政府建设年度报告",
        "来源：云屏县司法局　发布时间：2025-02-18 09:30　浏览次数：112次",
        "信息来源：县司法局 作者：某某",
        "〖来源：政策法规科〗〖访问次数：418〗",
        "［来源：政策法规科］［浏览：418］",
        "字体：【大 中 小】",
        "扫一扫在手机打开当前页",
        "您的浏览器版本过低，建议使用极速模式访问本站。",
        "沪ICP备00000000号-1　网站标识码：0000000000",
        "云屏县人民政府 版权所有",
        "沪公网安备 00000000000000号",
        "初审：某某 复审：某某 终审：某某",
        "责任编辑：某某",
        "上一篇：没有了",
        "下一篇：云屏县2023年法治政府建设年度报告",
        "（2025年1月9日在云屏县人民代表大会会议上）",
        "主办单位：云屏县人民政府办公室",
    ],
)
def test_furniture_of_a_web_page_is_known(text: str) -> None:
    assert KNOWN.is_everywhere(text) or KNOWN.is_only_around(text)


@pytest.mark.parametrize(
    "text",
    [
        "一、主要举措和成效",
        "（一）加强组织领导",
        "云屏县2024年法治政府建设年度报告",
        "全县召开法治会议3次。",
        "依托县政府门户网站公开规范性文件29件，开设专栏4个，回应群众关切，办理留言312条，满意率99%。",
        "编制《检查>处罚>复查流程规范》并组织实施。",
        "审核了行政执法案卷158卷。",
        "市政府：",
        "云屏县人民政府",
    ],
)
def test_words_of_a_report_are_no_furniture(text: str) -> None:
    assert not KNOWN.is_everywhere(text)
    assert not KNOWN.is_only_around(text)


def test_a_line_on_every_page_is_a_running_header() -> None:
    text = (
        "云屏县年度报告 第1页\n甲事项办结\n云屏县年度报告 第2页\n乙事项办结\n云屏县年度报告 第3页"
    )
    assert len(running_headers(visible_lines(source_of(text)), KNOWN)) == 1


def test_twice_is_enough_beside_a_page_number() -> None:
    text = "云屏县年度报告\n— 1 —\n甲事项办结\n云屏县年度报告\n— 2 —\n乙事项"
    assert running_headers(visible_lines(source_of(text)), KNOWN) == {"云屏县年度报告"}


def test_a_line_that_comes_twice_is_no_header() -> None:
    text = "规范行政执法\n甲事项办结\n规范行政执法\n乙事项办结"
    assert running_headers(visible_lines(source_of(text)), KNOWN) == frozenset()


def test_sentences_that_differ_in_their_figures_are_no_running_header() -> None:
    lines = [f"第{n}项承诺按计划办结，共办理{n}件。" for n in range(1, 5)]
    text = "\n".join(["云屏县2024年法治政府建设年度报告", "一、主要举措和成效", *lines])
    assert [p.text for p in structured(text).passages if p.role == "noise"] == []


def test_rows_of_a_table_that_differ_in_numbers_only_are_no_header() -> None:
    rows = "".join(f"{month}月|{100 + month}件|{150 + month}件\n" for month in range(1, 13))
    assert (
        running_headers(visible_lines(source_of("月份|上年|本年\n" + rows)), KNOWN) == frozenset()
    )
