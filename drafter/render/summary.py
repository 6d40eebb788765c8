"""The summary of a batch (汇总表): a row a report, and how often each rule speaks.

Rows are written as they come, so that memory does not grow with their number.
"""

from __future__ import annotations

import datetime
import io
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Sequence
from typing import IO, Any

from msgspec import Struct
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.functions import tostring

from drafter.render.cells import put_text
from drafter.render.characters import printable
from drafter.render.package import EARLIEST, PackageFile, new_entry

REPORTS, RULES = "各份报告", "问题统计"

_MISSING = "缺"
_STATUS = {
    "present": "有", "merged": "合写", "hidden": "无标题", "embedded": "只提到",
    "missing": _MISSING,
}  # fmt: skip
_SEVERITY = {"error": "错误", "warning": "警告", "info": "提示"}
_CORE = "docProps/core.xml"

_FONT = Font(name="宋体")
_RED = Font(name="宋体", color="C00000")
_BOLD = Font(name="宋体", bold=True)
_FILL = PatternFill("solid", fgColor="D9E2F3")
_TOP = Alignment(vertical="top", wrap_text=True)
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)

_COLUMNS_BEFORE = (("文件", 34), ("机关", 22), ("年度", 8), ("单位类型", 10))
_PART_WIDTH = 10
_COLUMNS_AFTER = (
    ("错误", 7), ("警告", 7), ("提示", 7), ("待填数据", 9), ("上年承诺", 9), ("对照的上年报告", 18),
    ("最要紧的三条", 70), ("初稿", 34), ("没有办成的原因", 50),
)  # fmt: skip
_RULE_COLUMNS = (("规则", 8), ("名称", 34), ("级别", 8), ("涉及报告", 10), ("条数", 8))

Value = str | int | None


class ReportRow(Struct, frozen=True):
    """A report in the summary; None where it is not known, or was not come to.

    Attributes:
        parts: Status of the four parts in their order; empty for a file that was not understood.
        findings: Numbers of errors, warnings and infos.
        figures: How many figures the draft leaves blank.
        promises: How many promises the next report must answer.
        against: The report of the year before that it was compared with.
        worst: Its gravest findings, one each.
        draft: Where the draft is, None if there is none.
        error: Why there is none.
    """

    file: str
    agency: str | None = None
    year: int | None = None
    profile: str | None = None
    parts: tuple[str, ...] = ()
    findings: tuple[int | None, int | None, int | None] = (None, None, None)
    figures: int | None = None
    promises: int | None = None
    against: str | None = None
    worst: tuple[str, ...] = ()
    draft: str | None = None
    error: str | None = None


class RuleRow(Struct, frozen=True):
    """A rule and how many reports and findings it has to do with."""

    rule: str
    name: str
    severity: str
    reports: int
    findings: int


def write_summary(
    rows: Iterable[ReportRow],
    rules: Callable[[], Iterable[RuleRow]],
    parts: Sequence[str],
    *,
    epoch: int | None = None,
) -> bytes:
    """The summary workbook; the same bytes for the same rows.

    Args:
        rows: Read once.
        rules: Asked after the last of `rows` was taken.
        parts: Names of the four parts.
        epoch: Time stamp in seconds since 1970 (SOURCE_DATE_EPOCH); None leaves none.
    """
    book = Workbook(write_only=True)
    columns = (*_COLUMNS_BEFORE, *((name, _PART_WIDTH) for name in parts), *_COLUMNS_AFTER)
    _write_sheet(book, REPORTS, columns, (_report_cells(row, len(parts)) for row in rows))
    _write_sheet(book, RULES, _RULE_COLUMNS, (_rule_cells(row) for row in rules()))
    book.properties.creator = "drafter"
    with tempfile.TemporaryFile() as stream:
        with PackageFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            ExcelWriter(book, archive).save()
        return _normalized(stream, book, epoch)


def _report_cells(row: ReportRow, parts: int) -> list[Value]:
    known = [_STATUS[status] for status in row.parts]
    statuses: Sequence[Value] = known or [None] * parts
    worst = "\n".join(f"{number}. {text}" for number, text in enumerate(row.worst, start=1))
    return [
        row.file, row.agency, row.year, row.profile, *statuses, *row.findings, row.figures,
        row.promises, row.against, worst, row.draft, row.error,
    ]  # fmt: skip


def _rule_cells(row: RuleRow) -> list[Value]:
    return [row.rule, row.name, _SEVERITY[row.severity], row.reports, row.findings]


def _write_sheet(
    book: Any,  # noqa: ANN401 -- the stubs do not know sheets that are only written
    title: str,
    columns: Sequence[tuple[str, int]],
    rows: Iterable[Sequence[Value]],
) -> None:
    sheet = book.create_sheet(title)
    for number, (_, width) in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "B2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    sheet.append([_header(sheet, name) for name, _ in columns])
    last = 1
    for last, row in enumerate(rows, start=2):  # noqa: B007 -- the number of the last row
        sheet.append([_cell(sheet, value) for value in row])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"
    sheet.close()


def _header(sheet: Any, name: str) -> Any:  # noqa: ANN401 -- as above
    cell = WriteOnlyCell(sheet, name)
    cell.font, cell.fill, cell.alignment = _BOLD, _FILL, _CENTRE
    return cell


def _cell(sheet: Any, value: Value) -> Any:  # noqa: ANN401 -- as above
    """A cell with a number, or with text that stays text whatever it begins with."""
    if value is None or value == "":
        return None
    if isinstance(value, int):
        cell = WriteOnlyCell(sheet, value)
    else:
        cell = WriteOnlyCell(sheet)
        put_text(cell, "\n".join(map(printable, value.splitlines())))
    cell.font = _RED if value == _MISSING else _FONT
    cell.alignment = _TOP
    return cell


def _normalized(stream: IO[bytes], book: Workbook, epoch: int | None) -> bytes:
    """The saved workbook without the moment of saving, packed part by part."""
    moment = datetime.datetime.fromtimestamp(max(epoch or 0, EARLIEST), datetime.UTC)
    book.properties.created = book.properties.modified = moment.replace(tzinfo=None)
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(stream) as saved,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in saved.namelist():
            entry = new_entry(name, epoch)
            if name == _CORE:
                made.writestr(entry, tostring(book.properties.to_tree()))
                continue
            with saved.open(name) as source, made.open(entry, "w") as target:
                shutil.copyfileobj(source, target)
    return buffer.getvalue()
