"""附件说明, 附注 and 版记: where the next report has them."""

from __future__ import annotations

import pytest

from drafter import api
from drafter.model import Draft, DraftParagraph
from drafter.options import DraftOptions
from drafter.render.template import inline_text, render_paragraphs
from tests.reading import understood

REPORT = (
    "清河县2024年法治政府建设年度报告\n一、主要举措和成效\n全县审查文件12件。\n二、存在的不足\n"
    "执法力量不足。\n三、下一步安排\n加强培训。\n{before}清河县人民政府\n2025年1月15日\n{after}"
)
LISTING, MORE = "附件：1.任务清单\n", "2.数据表\n"
REMARK = "（联系人：张三，电话：0571-2345678）\n"
COPY = "抄送：县委办公室，县人大常委会办公室，县政协办公室。\n"
PRINTED = "清河县人民政府办公室 2025年1月16日印发\n"


def drafted(*, before: str = "", after: str = "") -> Draft:
    return api.draft([understood(REPORT.format(before=before, after=after))], DraftOptions())


def words(paragraphs: tuple[DraftParagraph, ...]) -> list[str]:
    return [inline_text(paragraph.inlines) for paragraph in paragraphs]


def test_each_line_goes_where_a_document_has_it() -> None:
    draft = drafted(before=LISTING + MORE, after=REMARK + COPY + PRINTED)
    assert words(draft.attachments) == ["附件：1.任务清单", "2.数据表"]
    assert words(draft.remarks) == ["（联系人：张三，电话：0571-2345678）"]
    assert [line[:3] for line in words(draft.imprint)] == ["抄送：", "清河县"]


@pytest.mark.parametrize("day", ["2025年1月16日", "二〇二五年一月十六日"])
def test_the_day_of_printing_is_a_blank(day: str) -> None:
    (line,) = words(drafted(after=PRINTED.replace("2025年1月16日", day)).imprint)
    assert line == f"清河县人民政府办公室 〔日期，上年{day}〕印发"


def test_the_office_that_printed_it_stands_with_the_date() -> None:
    draft = drafted(after="清河县人民政府办公室\n2025年1月16日印发\n")
    assert draft.attachments == ()
    assert words(draft.imprint) == ["清河县人民政府办公室", "〔日期，上年2025年1月16日〕印发"]


def test_a_copy_line_that_was_wrapped_keeps_its_comma() -> None:
    draft = drafted(after="抄送：市委依法治市办，市人大常委会办公室，\n市政协办公室。\n")
    assert (
        "".join(words(draft.imprint)) == "抄送：市委依法治市办，市人大常委会办公室，市政协办公室。"
    )


@pytest.mark.parametrize("copied", ["抄送：县委办公室。", "抄送：县委办公室"])
def test_the_full_stop_of_a_copy_line_is_as_it_was(copied: str) -> None:
    assert words(drafted(after=f"{copied}\n").imprint) == [copied]


def test_lines_of_a_list_below_the_date_stay_with_it() -> None:
    draft = drafted(after=LISTING + MORE)
    assert words(draft.attachments) == ["附件：1.任务清单", "2.数据表"]
    assert (draft.remarks, draft.imprint) == ((), ())


def test_the_page_has_them_in_the_order_of_a_document() -> None:
    draft = drafted(before=LISTING, after=PRINTED + REMARK)
    styles = [paragraph.style for paragraph in render_paragraphs(draft)]
    assert styles[styles.index("附件说明") :] == [
        "附件说明", "空行", "落款", "成文日期", "附注", "空行", "版记",
    ]  # fmt: skip


def test_no_number_of_an_annex_is_live() -> None:
    annex = (
        "附件1\n2024年办案统计\n指标|2023年|2024年\n出庭应诉率|98%|100%\n3|办案|1,028件|3.5万件\n"
    )
    lines = words(drafted(before="附件：1.办案统计\n", after=annex).attachments)
    assert lines == [
        "附件：1.办案统计", "附件1", "2025年办案统计", "指标|2024年|2025年",
        "出庭应诉率|〔数据，上年报告写98〕%|〔数据，上年报告写100〕%",
        "3|办案|〔数据，上年报告写1,028〕件|〔数据，上年报告写3.5万〕件",
    ]  # fmt: skip
