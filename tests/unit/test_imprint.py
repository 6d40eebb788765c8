"""The foot of the last page (版记) is no second signature."""

from __future__ import annotations

import pytest

from tests.reading import understood

REPORT = (
    "清河县2024年法治政府建设年度报告\n一、主要举措和成效\n全县审查文件12件。\n二、存在的不足\n"
    "执法力量不足。\n三、下一步安排\n加强培训。\n清河县人民政府\n2025年1月15日\n"
)


@pytest.mark.parametrize(
    "foot",
    [
        "清河县人民政府办公室 2025年1月16日印发",
        "清河县人民政府办公室　　　　　　2025年1月16日印发",
        "清河县人民政府办公室　二〇二五年一月十六日印发",
        "清河县人民政府办公室2025 年 1 月 16 日印发",
        "清河县人民政府办公室\n2025年1月16日印发",
        "抄送：县委办公室。\n清河县人民政府办公室\n2025年1月16日印发",
        "印发机关：清河县司法局　2025年1月16日印发",
        "2025年1月16日印发",
    ],
)
def test_who_printed_it_and_when_is_not_who_reports_and_when(foot: str) -> None:
    report = understood(f"{REPORT}{foot}\n")
    assert (report.frame.signature, report.frame.issued) == ("清河县人民政府", "2025-01-15")
    lines = foot.split("\n")
    roles = {passage.role for passage in report.passages[-len(lines) :]}
    assert roles == {"attachment"}


def test_a_signature_without_a_date_is_not_who_printed_it() -> None:
    undated = REPORT.removesuffix("2025年1月15日\n")
    report = understood(f"{undated}清河县人民政府办公室 2025年1月16日印发\n")
    assert report.frame.signature == "清河县人民政府"


def test_a_document_that_was_printed_is_text() -> None:
    line = "《清河县行政规范性文件管理办法》于2024年6月1日印发"
    report = understood(REPORT.replace("加强培训。", f"{line}，继续执行。\n加强培训。"))
    assert any(p.text.startswith(line) and p.role == "body" for p in report.passages)
