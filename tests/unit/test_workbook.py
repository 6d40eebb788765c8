"""The workbook: what stands in it, how it is protected, and that it is read back."""

from __future__ import annotations

import datetime
import io
import math
import time
import zipfile
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from msgspec.structs import replace
from openpyxl.worksheet.worksheet import Worksheet

from drafter import api
from drafter.errors import NotWorkbookError
from drafter.knowledge.indicators import load_indicators
from drafter.knowledge.loader import load
from drafter.knowledge.offices import load_offices
from drafter.model import Draft, Field, Source
from drafter.options import DraftOptions
from drafter.render.collection import Collection, collect
from drafter.render.workbook import read_workbook, write_office_workbook, write_workbook
from drafter.zh.width import display_width
from tests.acceptance.small_reports import with_section

REPORT = """苇塘县人民政府关于2024年法治政府建设情况的报告
一、主要举措和成效
（一）规范行政执法。开展涉企行政检查1860次，同比下降23.5%，公示执法信息2.8万余条，罚没款638.50万元，行政处罚合格率98.90%。建成执法实训基地1个。
（二）加强行政复议。受理行政复议案件152件，审结率达百分之九十。
二、党政主要负责人履行推进法治建设第一责任人职责情况
县政府主要负责同志听取汇报4次。受理行政复议案件152件。
三、存在的不足和原因
（一）执法能力不足。少数执法人员释法说理不够充分。
四、2025年主要安排
（一）提升执法质效。=制定《苇塘县行政执法公示细则》，建设县级行政执法实训基地。
"""


def drafted(text: str = REPORT, *older: str) -> Draft:
    reports = [
        api.understand(
            Source("x.txt", "txt", "utf-8", 0, tuple(words.splitlines())), load(), load_indicators()
        )
        for words in (text, *older)
    ]
    return api.draft(reports, DraftOptions())


@pytest.fixture(scope="module")
def collection() -> Collection:
    return collect(drafted(), load_offices())


@pytest.fixture(scope="module")
def data(collection: Collection) -> bytes:
    return write_workbook(collection)


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def header_line(sheet: Worksheet) -> int:
    return next(r for r in range(1, 20) if sheet.cell(r, 1).value == "编号")


def column(sheet: Worksheet, begins: str) -> int:
    line = header_line(sheet)
    return next(c.column or 0 for c in sheet[line] if str(c.value).startswith(begins))


def row_of(sheet: Worksheet, begins: str, value: object) -> int:
    number = column(sheet, begins)
    return next(r for r in range(1, sheet.max_row + 1) if sheet.cell(r, number).value == value)


def answered(data: bytes, change: Callable[[openpyxl.Workbook], None]) -> bytes:
    book = opened(data)
    change(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


# ----------------------------------------------------------------------------- content


def test_the_four_sheets(data: bytes) -> None:
    assert opened(data).sheetnames == ["数据采集", "承诺兑现", "不足整改", "缺口"]


def test_the_columns_of_the_facts(data: bytes) -> None:
    assert [cell.value for cell in opened(data)["数据采集"][1]] == [
        "编号", "指标", "单位", "上年值（2024年）", "本年值（2025年）", "文字说明", "供数部门",
        "章节", "上年原句", "定位信息（请勿改动）",
    ]  # fmt: skip


def test_a_fact_of_two_places_is_one_row(collection: Collection) -> None:
    rows = [row for row in collection.facts if row.printed == "152"]
    assert [len(row.slots) for row in rows] == [2]


def test_rates_that_agree_by_chance_are_two_rows() -> None:
    text = with_section("评查案卷318卷，合格率97.5%。组织考试2场，合格率97.5%。")
    facts = collect(drafted(text), load_offices()).facts
    assert [len(row.slots) for row in facts if row.printed == "97.5"] == [1, 1]


def test_every_blank_has_one_row(collection: Collection) -> None:
    slots = [slot.tag for row in collection.facts for slot in row.slots]
    for rows in (collection.promises, collection.shortcomings, collection.gaps):
        slots += [slot.tag for row in rows for slot in row.slots if slot]
    draft = drafted()
    data = api.to_docx(draft, DraftOptions())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        document = archive.read("word/document.xml").decode()
    assert sorted(slots) == sorted(
        part.split('"')[1] for part in document.split("<w:tag w:val=")[1:]
    )


@pytest.mark.parametrize(("unit", "last"), [("万条", "2.8万余"), ("万元", 638.5), ("次", 1860)])
def test_a_scaled_number_is_asked_for_in_its_scale(
    data: bytes, unit: str, last: str | float
) -> None:
    """638.5万元 is a number in 万元: whoever fills in 702 must not mean 702元."""
    sheet = opened(data)["数据采集"]
    line = row_of(sheet, "上年值", last)
    assert sheet.cell(line, column(sheet, "单位")).value == unit


def test_printed_decimals_are_shown(data: bytes) -> None:
    sheet = opened(data)["数据采集"]
    number = column(sheet, "上年值")
    cell = next(
        sheet.cell(r, number) for r in range(2, sheet.max_row + 1)
        if sheet.cell(r, number).value == 98.9
    )  # fmt: skip
    assert cell.number_format == "0.00"


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("2023年查处案件100件，2024年查处案件130件，增长30%。", "上年报告为130，请核对"),
        ("2024年查处案件130件，2023年为100件。", "上年报告为130，请核对"),
    ],
)
def test_a_value_of_the_year_before_is_not_shown_as_last_years(sentence: str, shown: str) -> None:
    facts = collect(drafted(with_section(sentence)), load_offices()).facts
    assert "100" not in {row.printed for row in facts}
    (row,) = [row for row in facts if row.printed == shown]
    assert row.last is None


def test_a_sentence_without_end_is_shown_around_its_figure() -> None:
    """The sheet once had the whole of it in each row, until no program could open it."""
    words = "，".join(f"查处第{number}类案件{number}00件" for number in range(2, 200))
    facts = collect(drafted(with_section(f"{words}。")), load_offices()).facts
    row = next(row for row in facts if row.printed == "10000")
    assert "类案件10000件" in row.sentence
    assert row.sentence.startswith("……")
    assert row.sentence.endswith("……")
    assert max(len(row.sentence) for row in facts) < 600


def test_earlier_years_newest_first() -> None:
    older = [REPORT.replace("2024", year).replace("2025", "2024").replace("1860", number)
             for year, number in (("2022", "1700"), ("2023", "1800"))]  # fmt: skip
    sheet = opened(write_workbook(collect(drafted(REPORT, *older), load_offices())))["数据采集"]
    line = row_of(sheet, "上年值", 1860)
    first = column(sheet, "上年值")
    headers = [sheet.cell(1, first + n).value for n in range(4)]
    assert headers == ["上年值（2024年）", "2023年", "2022年", "本年值（2025年）"]
    assert [sheet.cell(line, first + n).value for n in range(4)] == [1860, 1800, 1700, None]


def test_rows_are_grouped_by_office(collection: Collection) -> None:
    names = [row.office.name for row in collection.facts]
    assert len([a for a, b in zip(names, [*names[1:], ""], strict=True) if a != b]) == len(
        set(names)
    )


def test_what_no_indicator_names_comes_with_its_neighbours(collection: Collection) -> None:
    row = next(r for r in collection.facts if r.printed == "23.5")
    assert row.office.name == "行政执法协调监督科"


def test_a_blank_in_a_heading_is_collected(collection: Collection) -> None:
    """（一）执法人员不到两成: what roll blanks in a heading has to be asked for as well."""
    draft = drafted()
    first = draft.chapters[0]
    field = Field("F900", "占比（成）", "〔占比，上年二〕", figure=draft.report.figures[0])
    heading = replace(first.heading, inlines=(*first.heading.inlines, field))
    chapters = (replace(first, heading=heading), *draft.chapters[1:])
    rows = collect(replace(draft, chapters=chapters), load_offices()).facts
    assert "F900" in [slot.tag for row in rows for slot in row.slots]
    assert len(rows) in (len(collection.facts), len(collection.facts) + 1)


def test_a_promise_and_a_shortcoming_can_be_answered(collection: Collection) -> None:
    assert collection.promises
    assert any("释法说理" in row.words for row in collection.shortcomings)
    assert all(row.slots[0] for row in collection.promises)


def test_deeds_of_last_year_and_the_date_are_gaps(collection: Collection) -> None:
    kinds = {row.kind for row in collection.gaps}
    assert {"上年做法", "文件要素"} <= kinds


def test_of_two_dates_in_a_paragraph_each_row_tells_which_is_asked_for() -> None:
    text = with_section("3月19日召开年度法治会议，听取汇报。4月8日组织集中宣传，发放资料。")
    rows = [row for row in collect(drafted(text), load_offices()).gaps if row.kind == "日期"]
    assert [row.words for row in rows] == [
        "〔日期，上年3月19日〕：〔日期，上年3月19日〕召开年度法治会议，听取汇报。",
        "〔日期，上年4月8日〕：〔日期，上年4月8日〕组织集中宣传，发放资料。",
    ]


def test_each_of_many_dates_looks_at_its_own_sentence_only() -> None:
    def seconds(count: int) -> float:
        text = "".join(f"{1 + i % 12}月{1 + i % 28}日召开年度法治会议。" for i in range(count))
        draft, offices = drafted(with_section(text)), load_offices()
        times = []
        for _ in range(3):
            begin = time.process_time()
            assert len(collect(draft, offices).gaps) > count
            times.append(time.process_time() - begin)
        return min(times)

    assert seconds(2_400) < 4 * 8 * seconds(300) + 0.05


def test_a_row_of_a_table_lends_its_unit_to_the_name() -> None:
    table = "项目|2023年|2024年|同比\n罚款（万元）|31.2|40.1|28.5\n立案|12|15|25"
    names = [row.indicator for row in collect(drafted(with_section(table)), load_offices()).facts]
    assert {"罚款（万元）", "罚款同比", "立案"} <= set(names)


# ------------------------------------------------------------------------------ safety


@pytest.mark.parametrize(
    "words", ["=1+1", "+8", "-8", "@SUM(A1)", "\t=1+1", "\r=cmd|' /C calc'!A0"]
)
def test_text_of_a_report_stays_text(collection: Collection, words: str) -> None:
    row = collection.promises[0]
    promise = type(row)(row.slots, row.kind, words, words, row.office, row.place)
    evil = replace(collection, promises=(promise,))
    sheet = opened(write_workbook(evil))["承诺兑现"]
    cell = sheet.cell(2, column(sheet, "上年承诺"))
    assert cell.data_type == "s"
    assert cell.value == words.strip()
    assert cell.quotePrefix


def test_control_characters_are_dropped() -> None:
    sheet = opened(
        write_workbook(collect(drafted(REPORT.replace("罚没款", "罚\x01没\x0b款")), load_offices()))
    )
    for rows in sheet.worksheets:
        for row in rows.iter_rows():
            assert not any("\x01" in str(cell.value) or "\x0b" in str(cell.value) for cell in row)


def test_only_answers_are_unlocked(data: bytes) -> None:
    for sheet in opened(data).worksheets:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        answers = {
            cell.column for cell in sheet[1]
            if str(cell.value).startswith(("本年", "文字说明", "整改情况", "下年措施"))
        }  # fmt: skip
        for row in sheet.iter_rows():
            for cell in row:
                if not cell.protection.locked:
                    assert cell.column in answers
                    assert (cell.row or 0) > 1


def test_filter_frozen_header_and_a_validation_that_warns(data: bytes) -> None:
    sheet = opened(data)["数据采集"]
    assert sheet.auto_filter.ref is not None
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.freeze_panes == "C2"
    (rule,) = sheet.data_validations.dataValidation
    assert (rule.type, rule.errorStyle) == ("decimal", "warning")
    assert str(rule.sqref).startswith("E2:")


def test_the_columns_for_sentences_say_what_is_no_answer(data: bytes) -> None:
    (rule,) = opened(data)["承诺兑现"].data_validations.dataValidation
    assert "不能成文" in rule.prompt
    assert rule.type is None  # anything may be written
    assert not opened(data)["缺口"].data_validations.dataValidation  # a 主送机关 is no sentence


def test_a_target_of_the_plans_bears_the_years_it_is_for() -> None:
    text = REPORT.replace("=制定《苇塘县行政执法公示细则》", "检查企业不少于50户")
    sheet = opened(write_workbook(collect(drafted(text), load_offices())))["数据采集"]
    cells = [str(cell.value) for row in sheet.iter_rows(max_col=4) for cell in row]
    assert [x for x in cells if "目标" in x] == ["2026年目标：检查企业", "2025年目标不少于50"]


def test_rows_are_high_enough_for_their_text_and_may_grow(data: bytes) -> None:
    sheet = opened(data).worksheets[0]
    (column,) = (c for c in sheet[1] if c.value == "上年原句")
    width = sheet.column_dimensions[column.column_letter].width
    for cell in sheet[column.column_letter][1:]:
        lines = math.ceil(display_width(str(cell.value)) / width)
        assert (sheet.row_dimensions[cell.row].height or 0) >= 15 * lines
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"customHeight" not in archive.read("xl/worksheets/sheet1.xml")


def test_the_same_bytes_twice(collection: Collection, data: bytes) -> None:
    assert write_workbook(collection) == data
    assert write_workbook(collection, epoch=1_700_000_000) != data


# ------------------------------------------------------------------------------- split


def test_an_office_gets_its_own_rows_and_a_head(collection: Collection) -> None:
    office = next(o for o in collection.offices() if o.name == "行政执法协调监督科")
    book = opened(write_office_workbook(collection, office))
    sheet = book["数据采集"]
    head = {sheet.cell(r, 1).value: sheet.cell(r, 2).value for r in range(1, header_line(sheet))}
    assert head["交表期限"] == "2026年1月20日"
    assert head["数据截止"] == "全年"
    assert "2025年1月1日至12月31日" in str(head["口径"])
    assert "电话" in str(head["汇总联系人"])
    assert "待核实" in str(head["采集表"])
    offices = {
        sheet.cell(r, column(sheet, "供数部门")).value
        for r in range(header_line(sheet) + 1, sheet.max_row + 1)
    }
    assert offices == {"行政执法协调监督科"}
    assert column(sheet, "文字说明")


def test_the_offices_together_have_every_row(collection: Collection) -> None:
    parts = [collection.of(office) for office in collection.offices()]
    for name in ("facts", "promises", "shortcomings", "gaps"):
        rows = [row for part in parts for row in getattr(part, name)]
        assert sorted(map(str, rows)) == sorted(map(str, getattr(collection, name)))


# ---------------------------------------------------------------------------- read back


def test_an_untouched_workbook_says_nothing(data: bytes) -> None:
    assert read_workbook(data, "a.xlsx").replies == ()


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (35, "General", "35"),
        (98.9, "0.00", "98.9"),
        (0.9804, "0.00%", "98.04%"),
        (0.1 + 0.2, "General", "0.3"),
        ("35件", "General", "35件"),
        ("第一行\n第二行。\n\n第三行", "General", "第一行；第二行。第三行"),
    ],
)
def test_what_was_typed_comes_back(
    data: bytes, value: float | str, number_format: str, shown: str
) -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book["数据采集"]
        cell: Any = sheet.cell(2, column(sheet, "本年值"))
        cell.value, cell.number_format = value, number_format

    (reply,) = read_workbook(answered(data, change), "a.xlsx").replies
    assert reply.shown == shown
    assert str(reply.place) == "“a.xlsx”数据采集第2行"
    assert set(reply.tags) == set(reply.facts.slots)


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("=A1+1", "公式"),
        (datetime.datetime(2025, 3, 5), "日期"),  # noqa: DTZ001 -- as Excel gives it
        ("#N/A", "错误值"),
    ],
)
def test_what_cannot_be_used_is_told(data: bytes, value: object, problem: str) -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book["数据采集"]
        cell: Any = sheet.cell(2, column(sheet, "本年值"))
        cell.value = value

    (reply,) = read_workbook(answered(data, change), "a.xlsx").replies
    assert problem in reply.problem


def test_moved_columns_and_added_rows_are_found(data: bytes) -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book["数据采集"]
        sheet.insert_cols(3)
        sheet.insert_rows(1)
        sheet.cell(sheet.max_row + 1, column(sheet, "本年值")).value = 7
        sheet.cell(3, column(sheet, "本年值")).value = 8
        sheet.title = "表一"

    first, last = read_workbook(answered(data, change), "a.xlsx").replies
    assert (first.number, bool(first.tags)) == (Decimal(8), True)
    assert (last.number, last.tags) == (Decimal(7), ())


def test_without_the_hidden_column_the_unit_still_tells_the_scale(data: bytes) -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book["数据采集"]
        sheet.delete_cols(column(sheet, "定位信息"))
        sheet.cell(row_of(sheet, "单位", "万元"), column(sheet, "本年值")).value = 700

    (reply,) = read_workbook(answered(data, change), "a.xlsx").replies
    assert (reply.facts.scale, reply.facts.unit) == ("万", "元")


def test_a_cutoff_other_than_the_year_is_told(collection: Collection) -> None:
    data = write_office_workbook(collection, collection.offices()[0])

    def change(book: openpyxl.Workbook) -> None:
        book["数据采集"]["B3"] = "截至11月30日"

    assert read_workbook(data, "a.xlsx").cutoff == ""
    assert read_workbook(answered(data, change), "a.xlsx").cutoff == "截至11月30日"


@pytest.mark.parametrize("kind", ["text", "zip", "other workbook"])
def test_what_is_no_workbook_of_ours_is_refused(kind: str) -> None:
    buffer = io.BytesIO()
    if kind == "zip":
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("a.txt", "a")
    elif kind == "other workbook":
        openpyxl.Workbook().save(buffer)
    else:
        buffer.write("编号,本年值".encode())
    with pytest.raises(NotWorkbookError, match="采集表"):
        read_workbook(buffer.getvalue(), "a.xlsx")
