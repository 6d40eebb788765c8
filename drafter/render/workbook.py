"""The workbook (采集表) that goes to the offices, and what comes back in it.

The only module that imports openpyxl. Layout and reading share one table of columns, so that a
column is found again by its header wherever an office has moved it.
"""

from __future__ import annotations

import contextlib
import datetime
import io
import json
import math
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

from msgspec import Struct
from openpyxl import Workbook, load_workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.numbers import is_date_format
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from drafter.errors import NotWorkbookError, UnsafeFileError
from drafter.knowledge.offices import Office, filled
from drafter.render.cells import put_text
from drafter.render.characters import printable
from drafter.render.collection import Collection, FactRow, PromptRow, Slot, value_in
from drafter.render.ooxml import parse_xml, serialize_xml
from drafter.render.package import EARLIEST, PackageFile, read_package, write_package
from drafter.render.replies import Book, Place, Reply, ReplyKind, RowFacts
from drafter.render.seal import seal
from drafter.zh.lazy import lazy_pattern
from drafter.zh.placeholders import split_unit
from drafter.zh.width import display_width

FACTS, PROMISES, SHORTCOMINGS, GAPS = "数据采集", "承诺兑现", "不足整改", "缺口"

_TAGS, _MEASURE_TAGS, _LOCATOR = "编号", "措施编号", "定位信息（请勿改动）"
_NAMES = ("指标", "上年承诺", "上年不足", "事项")
_UNIT, _LAST = "单位", "上年值"
_CUTOFF, _WHOLE_YEAR = "数据截止", ("全年", "12月31日")
_TAG_JOINT = "、"
_TAG_PARTS = lazy_pattern(r"[\s、,，;；]+")

_ANSWERS: tuple[tuple[str, str, ReplyKind], ...] = (
    ("本年值", _TAGS, "figure"),
    ("文字说明", _TAGS, "sentence"),
    ("本年落实情况", _TAGS, "text"),
    ("整改情况", _TAGS, "text"),
    ("下年措施", _MEASURE_TAGS, "text"),
    ("本年内容", _TAGS, "text"),
)
"""How the header of an answer column begins, where the tags of its blanks stand, what it takes."""

_HEADER_DEPTH = 30
_LINE_HEIGHT = 15.0
"""Of a line of text at 11 points, in points."""
_ROW_LIMIT = 409.0
"""The highest row of a sheet, in points."""
_FIXED_HEIGHT = b' customHeight="1"'
_FIXED_DECIMALS = lazy_pattern(r"[#,0]*0(?:\.(0+))?(?:%)?(?:_\S?|\s)*")
_MAX_ROW = 1_048_576
"""The last row that a sheet of Excel has."""
_MAX_ROWS = 5_000
"""Rows with cells that are read of a sheet; the answers of a province fill some hundreds."""
_MAX_COLUMNS = 256
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, struct.error, KeyError, ValueError, TypeError, SyntaxError,
    OSError, AttributeError, IndexError, RuntimeError, AssertionError, ArithmeticError, EOFError,
)  # fmt: skip
"""What openpyxl raises for files that are no workbook, or a broken one."""

_FONT = "宋体"
_THIN = Side(style="thin", color="BFBFBF")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD_FILL = PatternFill("solid", fgColor="D9E2F3")
_INPUT_FILL = PatternFill("solid", fgColor="FFF9DB")

_DCTERMS = "http://purl.org/dc/terms/"
_CORE = "docProps/core.xml"
_SHEETS = "xl/worksheets/"

ColumnKind = Literal["text", "number", "words", "hidden"]
Value = str | Decimal | None


class _Column(Struct, frozen=True):
    """A column; `number` and `words` take answers, `hidden` is for drafter alone."""

    header: str
    width: float
    kind: ColumnKind = "text"


class _Row(Struct, frozen=True):
    """Cells by column, and which answer columns have no blank behind them."""

    cells: tuple[Value, ...]
    closed: frozenset[str] = frozenset()


class _Table(Struct, frozen=True):
    """A sheet: its name, head, columns and rows."""

    name: str
    columns: tuple[_Column, ...]
    rows: tuple[_Row, ...]
    head: tuple[tuple[str, str, bool], ...] = ()
    """(label, content, whether it may be changed) above the header."""


# ---------------------------------------------------------------------------- writing


def write_workbook(collection: Collection, *, epoch: int | None = None) -> bytes:
    """One workbook with everything to be collected; the same collection gives the same bytes.

    Args:
        collection: The rows.
        epoch: Time stamp in seconds since 1970 (SOURCE_DATE_EPOCH); None leaves none.
    """
    return _saved(_tables(collection), epoch)


def write_office_workbook(
    collection: Collection, office: Office, *, epoch: int | None = None
) -> bytes:
    """The workbook of one office: its own rows, with deadline, cut-off date, 口径 and contact.

    Args:
        collection: The rows of all offices.
        office: Whose workbook.
        epoch: As in `write_workbook`.
    """
    own = collection.of(office)
    first, *rest = _tables(own, head=_head(collection, office))
    return _saved((first, *(table for table in rest if table.rows)), epoch)


def _head(collection: Collection, office: Office) -> tuple[tuple[str, str, bool], ...]:
    year = collection.year
    doubt = "" if office.verified else "（分工为通常做法，待核实；不属本单位的请退回并注明）"
    title = f"{collection.agency}{year}年法治政府建设年度报告数据采集表　{office.name}{doubt}"
    return (
        ("采集表", title, False),
        ("交表期限", filled(office.deadline, year), False),
        (_CUTOFF, filled(office.cutoff, year), True),
        ("", "不是全年的，请在上一格改写为“截至　月　日”。", False),
        ("口径", filled(office.basis, year), False),
        ("汇总联系人", filled(office.contact, year), False),
        ("填报人", "姓名：　　　　　　电话：", True),
    )


def _tables(
    collection: Collection, head: tuple[tuple[str, str, bool], ...] = ()
) -> tuple[_Table, ...]:
    return (
        _fact_table(collection, head),
        _prompt_table(
            PROMISES, collection.promises, (_Column("上年承诺", 48), _Column("备注", 26)),
            (_Column("本年落实情况", 48, "words"),),
        ),
        _prompt_table(
            SHORTCOMINGS, collection.shortcomings, (_Column("上年不足", 44), _Column("备注", 26)),
            (_Column("整改情况（是否已解决）", 40, "words"),
             _Column("下年措施（仍存在的填）", 36, "words")),
        ),
        _prompt_table(
            GAPS, collection.gaps, (_Column("事项", 40), _Column("说明", 40)),
            (_Column("本年内容", 44, "words"),), kind=_Column("类型", 11),
        ),
    )  # fmt: skip


def _fact_table(collection: Collection, head: tuple[tuple[str, str, bool], ...]) -> _Table:
    years = sorted({year for row in collection.facts for year, _ in row.earlier}, reverse=True)
    columns = (
        _Column(_TAGS, 13), _Column("指标", 26), _Column(_UNIT, 9),
        _Column(f"{_LAST}（{collection.last}年）", 17), *(_Column(f"{y}年", 11) for y in years),
        _Column(f"本年值（{collection.year}年）", 17, "number"), _Column("文字说明", 30, "words"),
        _Column("供数部门", 20), _Column("章节", 28), _Column("上年原句", 60),
        _Column(_LOCATOR, 8, "hidden"),
    )  # fmt: skip
    rows = tuple(_fact_row(row, years, collection.year) for row in collection.facts)
    return _Table(FACTS, columns, rows, head)


def _fact_row(row: FactRow, years: Sequence[int], year: int) -> _Row:
    earlier = dict(row.earlier)
    offices = [row.office.name, *(f"{name}（协助）" for name in row.assistants)]
    name = row.indicator or "（未识别，见上年原句）"
    shown = _shown(row.printed, row.scale, row.unit)
    return _Row((
        _TAG_JOINT.join(slot.tag for slot in row.slots),
        f"{year + 1}年目标：{name}" if row.is_plan else name,
        row.shown_unit,
        f"{year}年目标{row.printed}" if row.is_plan else shown,
        *(_shown(earlier[y], row.scale, row.unit) if y in earlier else None for y in years),
        None, None, "、".join(offices), row.place, row.sentence, _fact_locator(row),
    ))  # fmt: skip


def _shown(printed: str, scale: str, unit: str | None) -> Value:
    """A number of an earlier year in the unit of its row; as printed where it is not exact."""
    amount, words = value_in(printed, scale)
    if amount is None:
        return words if not scale or scale in words else f"{words}{unit or ''}"
    return Decimal(printed) if _is_plain(printed) and not scale else amount


def _is_plain(printed: str) -> bool:
    return printed.isascii() and printed.replace(".", "", 1).isdigit()


def _prompt_table(
    name: str,
    rows: tuple[PromptRow, ...],
    told: tuple[_Column, ...],
    answers: tuple[_Column, ...],
    kind: _Column | None = None,
) -> _Table:
    has_measures = len(answers) > 1
    columns = (
        _Column(_TAGS, 9), *((_Column(_MEASURE_TAGS, 10),) if has_measures else ()),
        *((kind,) if kind else ()), told[0], *answers, _Column("供数部门", 20), _Column("章节", 28),
        told[1], _Column(_LOCATOR, 8, "hidden"),
    )  # fmt: skip
    return _Table(name, columns, tuple(_prompt_row(row, answers, kind) for row in rows))


def _prompt_row(row: PromptRow, answers: tuple[_Column, ...], kind: _Column | None) -> _Row:
    tags = [slot.tag if slot else None for slot in row.slots]
    closed = {c.header for c, slot in zip(answers, row.slots, strict=True) if slot is None}
    cells = (
        *tags, *((row.kind,) if kind else ()), row.words, *(None for _ in answers),
        row.office.name, row.place, row.remark,
        _locator({"slots": [_slot_data(slot) for slot in row.slots if slot]}),
    )  # fmt: skip
    return _Row(cells, frozenset(closed))


def _slot_data(slot: Slot) -> list[str]:
    return [slot.tag, slot.title, slot.words, slot.before, slot.lead, slot.after]


def _fact_locator(row: FactRow) -> str:
    return _locator({
        "slots": [_slot_data(slot) for slot in row.slots],
        "unit": row.unit or "", "scale": row.scale, "suffix": row.suffix, "printed": row.printed,
        "last": None if row.last is None else format(row.last, "f"),
        "note": _slot_data(row.note) if row.note else None,
    })  # fmt: skip


def _locator(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _saved(tables: Iterable[_Table], epoch: int | None) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        _write_table(book.create_sheet(table.name), table)
    book.properties.creator = "drafter"
    buffer = io.BytesIO()
    with PackageFile(buffer, "w") as archive:
        _MemoryWriter(book, archive).save()
    parts = read_package(buffer.getvalue())
    parts[_CORE] = _core(parts[_CORE], epoch)
    for name in parts:
        if name.startswith(_SHEETS):  # a row grows with the answer that is typed into it
            parts[name] = parts[name].replace(_FIXED_HEIGHT, b"")
    seal(parts)
    return write_package(parts, epoch=epoch)


class _MemoryWriter(ExcelWriter):
    """Writes sheets in memory.

    openpyxl writes each to a file among the temporary ones of the system, where the sentences of
    the report would stay if the process were killed.
    """

    def __init__(self, book: Workbook, archive: zipfile.ZipFile) -> None:
        super().__init__(book, archive)
        self._package = archive

    def write_worksheet(self, ws: Any) -> None:  # noqa: ANN401 - openpyxl's signature
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001 - what the method does that this replaces
        out = io.BytesIO()
        writer: Any = WorksheetWriter(ws, out)
        writer.write()
        ws._rels = writer._rels  # noqa: SLF001 - see above
        self._package.writestr(ws.path[1:], out.getvalue())
        self.manifest.append(ws)


def _core(data: bytes, epoch: int | None) -> bytes:
    """The properties without the moment of saving, which openpyxl puts there."""
    root = parse_xml(data)
    moment = datetime.datetime.fromtimestamp(max(epoch or 0, EARLIEST), datetime.UTC)
    for name in ("created", "modified"):
        for element in root.iter(f"{{{_DCTERMS}}}{name}"):
            element.text = f"{moment:%Y-%m-%dT%H:%M:%SZ}"
    return serialize_xml(root)


def _write_table(sheet: Worksheet, table: _Table) -> None:
    shown = [c for c in table.columns if c.kind != "hidden"]
    top = _write_head(sheet, table.head, len(shown))
    for number, column in enumerate(table.columns, start=1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width = column.width
        dimension.hidden = column.kind == "hidden"
        cell = _put(sheet, top, number, column.header)
        cell.font = Font(name=_FONT, bold=True)
        cell.fill = _HEAD_FILL
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    for line, row in enumerate(table.rows, start=top + 1):
        for number, (column, value) in enumerate(
            zip(table.columns, row.cells, strict=True), start=1
        ):
            cell = _put(sheet, line, number, value)
            _dress(cell, column.kind, is_open=column.header not in row.closed)
        sheet.row_dimensions[line].height = _height(table.columns, row.cells)
    sheet.row_dimensions[top].height = _height(table.columns, [c.header for c in table.columns])
    last = top + max(len(table.rows), 1)
    sheet.auto_filter.ref = f"A{top}:{get_column_letter(len(shown))}{last}"
    sheet.freeze_panes = f"C{top + 1}"
    _validate(sheet, table, top + 1, last)
    _protect(sheet)
    _set_print(sheet, top)


def _height(columns: Sequence[_Column], cells: Sequence[Value]) -> float:
    """Of a row in points, so that no wrapped text is cut off where heights are not worked out."""
    lines = max(
        math.ceil(display_width(str(value or "")) / (column.width - 2))
        for column, value in zip(columns, cells, strict=True)
        if column.kind != "hidden"
    )
    return min(max(lines, 1) * _LINE_HEIGHT + 3, _ROW_LIMIT)


def _dress(cell: Any, kind: ColumnKind, *, is_open: bool) -> None:  # noqa: ANN401 - a cell, merged or not
    cell.alignment = Alignment(vertical="center", wrap_text=kind != "hidden")
    if kind in ("number", "words") and is_open:
        cell.protection = Protection(locked=False)
        cell.fill = _INPUT_FILL
    if kind == "words":
        cell.number_format = "@"  # what begins with = or looks like a date stays what was typed


def _put(sheet: Worksheet, line: int, number: int, value: Value) -> Any:  # noqa: ANN401 - a cell, merged or not
    """A cell with a number, or with text that stays text."""
    cell = sheet.cell(line, number)
    cell.font = Font(name=_FONT)
    cell.border = _BORDER
    if isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        digits = max(0, -exponent) if isinstance(exponent, int) else 0
        cell.value = float(value) if digits else int(value)
        cell.number_format = f"0.{'0' * digits}" if digits else "General"
    elif value:
        put_text(cell, printable(value))
    return cell


def _write_head(sheet: Worksheet, head: tuple[tuple[str, str, bool], ...], width: int) -> int:
    """The lines above the table; returns the line of the header."""
    for line, (label, content, is_open) in enumerate(head, start=1):
        _put(sheet, line, 1, label).font = Font(name=_FONT, bold=True)
        cell = _put(sheet, line, 2, content)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        if is_open:
            cell.protection = Protection(locked=False)
            cell.fill = _INPUT_FILL
            cell.number_format = "@"
        sheet.merge_cells(start_row=line, end_row=line, start_column=2, end_column=min(width, 7))
    return len(head) + 1


def _validate(sheet: Worksheet, table: _Table, first: int, last: int) -> None:
    """What an answer should be, shown beside the cell.

    A word where a number is asked for is questioned, never refused, since some answers are words.
    """
    for number, column in enumerate(table.columns, start=1):
        if column.kind == "number":
            rule = DataValidation(
                type="decimal", operator="between", formula1="-1000000000000",
                formula2="1000000000000", allow_blank=True, errorStyle="warning",
                showErrorMessage=True, errorTitle="不是数字",
                error="这一格应填数字，单位见“单位”一栏；要用文字说明的请写在“文字说明”一栏。",
                showInputMessage=True, promptTitle="本年值",
                prompt="只填数字，按“单位”一栏的单位；比率填 98.5 即 98.5%；没有发生的填 0。",
            )  # fmt: skip
        elif column.kind == "words" and table.name in {PROMISES, SHORTCOMINGS}:
            rule = DataValidation(
                allow_blank=True, showInputMessage=True, promptTitle="怎样填",
                prompt="请写成可以直接用在报告里的一句话；只写“已解决”“已完成”不能成文。",
            )  # fmt: skip
        else:
            continue
        letter = get_column_letter(number)
        rule.add(f"{letter}{first}:{letter}{last}")
        sheet.add_data_validation(rule)


def _protect(sheet: Worksheet) -> None:
    """Against slips, not against people: no password; filtering and widening stay allowed."""
    protection = sheet.protection
    protection.sheet = True
    protection.autoFilter = False  # False: not locked
    protection.sort = False
    protection.formatColumns = False
    protection.formatRows = False


def _set_print(sheet: Worksheet, top: int) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    sheet.print_title_rows = f"{top}:{top}"


# ---------------------------------------------------------------------------- reading back


def read_workbook(data: bytes, name: str) -> Book:
    """The answers in a workbook, whatever was sorted, filtered, moved or added meanwhile.

    Args:
        data: The file.
        name: As the user gave it, for messages.

    Raises:
        NotWorkbookError: It is no workbook, or none that drafter made.
        UnsafeFileError: A part of it declares a document type, and with that entities.
    """
    replies: list[Reply] = []
    cutoffs: list[str] = []
    is_known = False
    for sheet, rows in _sheets(data, name):
        header = next(
            (n for n, row in rows.items() if n <= _HEADER_DEPTH and _is_header(row)), None
        )
        if header is None:
            continue
        is_known = True
        cutoffs += _cutoffs(row for line, row in rows.items() if line < header)
        columns = _columns(rows[header])
        for line, row in rows.items():
            if line > header:
                replies += _replies(row, columns, Place(name, sheet, line))
    if not is_known:
        raise NotWorkbookError(path=name, reason="里面没有“编号”和“本年值”等栏目")
    return Book(name, tuple(replies), "；".join(dict.fromkeys(cutoffs)))


class _Cell(Struct, frozen=True):
    value: Any
    number_format: str
    formula: str


_EMPTY = _Cell(None, "General", "")


def _sheets(data: bytes, name: str) -> Iterator[tuple[str, dict[int, tuple[_Cell, ...]]]]:
    """Every sheet as rows of cells by their number, formulas with the values last computed."""
    try:
        # openpyxl warns of features that it would not keep, and prints what it finds amiss.
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            if any(map(_declares_a_type, read_package(data).values())):
                raise UnsafeFileError(path=name, reason="文件内部声明了 XML 实体")
            values = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            formulas = load_workbook(io.BytesIO(data), read_only=True)
            sheets = [
                (sheet.title, _rows(sheet, formulas[sheet.title], name))
                for sheet in values.worksheets
            ]
    except _UNREADABLE as error:
        raise NotWorkbookError(path=name, reason="不是完好的 .xlsx 文件") from error
    yield from sheets


def _declares_a_type(part: bytes) -> bool:
    """Whether a part may declare entities, in any encoding; openpyxl would put them in.

    In the text of a cell the sign before it is written as `&lt;`.
    """
    return b"<!DOCTYPE" in part.replace(b"\0", b"")


def _rows(values: Any, formulas: Any, name: str) -> dict[int, tuple[_Cell, ...]]:  # noqa: ANN401 - read-only sheets have no public type
    """The rows that have cells.

    Raises:
        NotWorkbookError: There are more than any office fills in; a row may claim any number.
    """
    values.reset_dimensions()  # some programs write wrong ones
    formulas.reset_dimensions()
    found: dict[int, tuple[_Cell, ...]] = {}
    pairs = zip(values.iter_rows(), formulas.iter_rows(), strict=True)
    for line, (shown, typed) in enumerate(pairs, start=1):
        if line > _MAX_ROW or len(found) > _MAX_ROWS:
            raise NotWorkbookError(path=name, reason=f"有内容的行超过 {_MAX_ROWS} 行")
        row = []
        for cell, formula in zip(shown[:_MAX_COLUMNS], typed[:_MAX_COLUMNS], strict=True):
            is_formula = getattr(formula, "data_type", "n") == "f"
            if cell.value is None and not is_formula:
                row.append(_EMPTY)
                continue
            row.append(
                _Cell(
                    cell.value,
                    getattr(cell, "number_format", None) or "General",
                    str(formula.value) if is_formula else "",
                )
            )
        if row:
            found[line] = tuple(row)
    return found


def _text(cell: _Cell) -> str:
    return "" if cell.value is None else printable(str(cell.value)).strip()


def _is_header(row: tuple[_Cell, ...]) -> bool:
    texts = [_text(cell) for cell in row]
    return _TAGS in texts and any(_answer(text) for text in texts)


def _answer(header: str) -> tuple[str, str, ReplyKind] | None:
    return next((answer for answer in _ANSWERS if header.startswith(answer[0])), None)


def _columns(header: tuple[_Cell, ...]) -> dict[str, int]:
    return {text: number for number, cell in enumerate(header) if (text := _text(cell))}


def _cutoffs(head: Iterable[tuple[_Cell, ...]]) -> Iterator[str]:
    for row in head:
        if len(row) > 1 and _text(row[0]) == _CUTOFF:
            said = _text(row[1])
            if said and not any(words in said for words in _WHOLE_YEAR):
                yield said


def _replies(row: tuple[_Cell, ...], columns: Mapping[str, int], place: Place) -> Iterator[Reply]:
    def cell(header: str) -> _Cell:
        number = columns.get(header, len(row))
        return row[number] if number < len(row) else _EMPTY

    facts: RowFacts | None = None
    for header in columns:
        answer = _answer(header)
        found = cell(header)
        if answer is None or (found.value is None and not found.formula):
            continue
        if found.value is not None and not _text(found):
            continue
        if facts is None:
            named = {text: cell(text) for text in columns}
            facts = _row_facts(named)
        tags = tuple(filter(None, _TAG_PARTS.split(_text(cell(answer[1])))))
        yield _reply(found, answer[2], tags, facts, place)


def _row_facts(cells: Mapping[str, _Cell]) -> RowFacts:
    name = next((_text(cells[n]) for n in _NAMES if n in cells and _text(cells[n])), "")
    data = _located(_text(cells.get(_LOCATOR, _EMPTY)))
    slots = {slot.tag: slot for slot in data.get("slots", ())}
    if "unit" in data:
        last = data["last"]
        return RowFacts(
            name=name,
            unit=data["unit"],
            scale=data["scale"],
            suffix=data["suffix"],
            printed=data["printed"],
            last=None if last is None else Decimal(last),
            slots=slots,
            note=data["note"],
        )
    # The hidden column is gone: what the sheet shows has to do.
    scale, unit = split_unit(_text(cells.get(_UNIT, _EMPTY)))
    return RowFacts(name=name, unit=unit, scale=scale, slots=slots)


def _located(text: str) -> dict[str, Any]:
    """What the hidden column says; nothing where it was damaged."""
    try:
        data = json.loads(text)
        out: dict[str, Any] = {"slots": [Slot(*map(str, row)) for row in data["slots"]]}
        if "unit" in data:
            out |= {key: str(data[key]) for key in ("unit", "scale", "suffix", "printed")}
            out["last"] = None if data["last"] is None else Decimal(str(data["last"]))
            out["note"] = Slot(*map(str, data["note"])) if data["note"] else None
    except (ValueError, TypeError, KeyError, InvalidOperation):
        return {}
    return out


def _reply(
    cell: _Cell, kind: ReplyKind, tags: tuple[str, ...], facts: RowFacts, place: Place
) -> Reply:
    value = cell.value
    if value is None:
        problem = (
            f"单元格是公式（{cell.formula}），但没有算出的结果；请在 Excel 或 WPS 中打开并保存一次"
        )
        return Reply(place, kind, tags, facts, problem=problem)
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        number = _exact(value)
        percent = "%" in cell.number_format
        if kind == "figure":
            decimals = _decimals(cell.number_format)
            return Reply(
                place, kind, tags, facts, number=number, decimals=decimals, is_percent=percent
            )
        words = f"{format(number * 100, 'f')}%" if percent else format(number, "f")
        return Reply(place, kind, tags, facts, words=words)
    if isinstance(value, datetime.date | datetime.datetime):
        words = f"{value.year}年{value.month}月{value.day}日"
        problem = f"单元格被表格软件当成了日期（{words}），请改为数字" if kind == "figure" else ""
        return Reply(place, kind, tags, facts, words=words, problem=problem)
    if isinstance(value, datetime.time | datetime.timedelta):
        return Reply(place, kind, tags, facts, words=str(value), problem="单元格是时间，请改为数字")
    words = joined_lines(str(value))
    problem = f"单元格是错误值（{words}）" if words.startswith("#") and words.isascii() else ""
    return Reply(place, kind, tags, facts, words=words, problem=problem)


def _exact(value: float | Decimal) -> Decimal:
    """The number that was typed: 15 digits are what Excel keeps."""
    return Decimal(value) if isinstance(value, int | Decimal) else Decimal(f"{value:.15g}")


def _decimals(number_format: str) -> int | None:
    match = _FIXED_DECIMALS.fullmatch(number_format.partition(";")[0])
    if match is None or is_date_format(number_format):
        return None
    return len(match[1] or "")


_SENTENCE_ENDS = "，。；：、！？,.;:!?…"


def joined_lines(text: str) -> str:
    """The lines of a cell as one paragraph."""
    lines = [clean for line in text.splitlines() if (clean := printable(line).strip())]
    out = ""
    for line in lines:
        joint = "；" if out and out[-1] not in _SENTENCE_ENDS else ""
        out += joint + line
    return out
