"""Rules on what must not go out (公开前审查): personal data, secrets, late dates, file data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from drafter.model import Finding, Passage
from drafter.rules.places import IN_MARGINS
from drafter.rules.registry import Context, Rule
from drafter.zh.dates import find_date, month_and_day
from drafter.zh.personal import Number, card_numbers, contact_numbers, secrecy_marks

_DUTY = "《法治政府建设与责任落实督察工作规定》关于年度报告报送和公开的规定"
_LAST_MONTH = 12
_LATEST_MONTH = 2
"""Month of the second year after the report's, from which a date is taken for a slip."""


# ----------------------------------------------------------------- dates


def _late(context: Context) -> Iterator[Finding]:
    issued, year = context.report.frame.issued, context.report.frame.year
    if issued is None or year is None:
        return
    day = date.fromisoformat(issued)
    if what := _wrong_year(day, year) or _overdue(day, year, context):
        passage = _dated(context, issued)
        quote = passage.text.strip() if passage else issued
        found = find_date(quote)
        quote = quote[found[1] : found[2]] if found else quote
        yield Finding(
            "D01", "info" if _is_early(day, year) else "warning", f"成文日期是{quote}，{what}",
            quote, passage=passage.id if passage else None,
        )  # fmt: skip


def _is_early(issued: date, year: int) -> bool:
    """Whether it is the last month of the year reported on: done by some offices, on purpose."""
    return (issued.year, issued.month) == (year, _LAST_MONTH)


def _wrong_year(issued: date, year: int) -> str:
    if _is_early(issued, year):
        return f"{year}年还没有结束，请核对日期和数据的截止时间。"
    if issued.year <= year:
        return f"不晚于报告所属的{year}年，年度报告在次年才能写定，请核对年份。"
    if (issued.year, issued.month) > (year + 2, _LATEST_MONTH):
        return f"比报告所属的{year}年晚了一年多，可能写错了年份，请核对。"
    return ""


def _overdue(issued: date, year: int, context: Context) -> str:
    profile = context.profile
    told = (issued.month, issued.day) if issued.year == year + 1 else (13, 1)
    if told > month_and_day(profile.publish_by):
        return f"晚于{profile.publish_by}，报送和公开都已逾期，请核对日期，确已逾期的说明原因。"
    if told > month_and_day(profile.report_by):
        return f"晚于{profile.report_by}的报送期限，请核对日期，确已逾期的说明原因。"
    return ""


def _dated(context: Context, issued: str) -> Passage | None:
    """The passage that bears the date: under the signature, else in a table of the web page."""
    bearing = [p for p in context.report.passages if (at := find_date(p.text)) and at[0] == issued]
    return next((p for p in bearing if p.role == "date"), bearing[0] if bearing else None)


# -------------------------------------------------------------- numbers


def _text(context: Context) -> Iterator[Passage]:
    """All but the page around the report: the telephone of the website is its own."""
    return (p for p in context.report.passages if p.role != "noise")


def _cards(context: Context) -> Iterator[Finding]:
    for passage, number, quote in _numbers(context, card_numbers):
        yield Finding(
            "X01", "error",
            f"文中有{number.kind}（{quote[:4]}……{quote[-2:]}），属于个人信息，公开前必须删去。",
            quote, passage=passage.id,
        )  # fmt: skip


def _contacts(context: Context) -> Iterator[Finding]:
    for passage, number, quote in _numbers(context, contact_numbers):
        yield Finding(
            "X02", "warning",
            f"文中有{number.kind}“{quote}”，公开前请删去；确需公开的办公电话、邮箱可以保留。",
            quote, passage=passage.id,
        )  # fmt: skip


def _numbers(
    context: Context, find: Callable[[str], Iterable[Number]]
) -> Iterator[tuple[Passage, Number, str]]:
    """Numbers of one sort with the passage that each stands in and its words."""
    for passage in _text(context):
        for number in find(passage.text):
            yield passage, number, passage.text[number.start : number.end]


# -------------------------------------------------------------- secrets


def _secret(context: Context) -> Iterator[Finding]:
    for passage in context.report.passages:
        for finding in _marked(passage.text, context):
            yield replace(finding, passage=passage.id)
    for words in context.manuscript.margins if context.manuscript else ():
        for finding in _marked(words, context):
            yield replace(finding, place=IN_MARGINS)


def _marked(text: str, context: Context) -> Iterator[Finding]:
    words = context.knowledge.words
    for mark in secrecy_marks(text, words["secrecy_marks"], words["secrecy_doubts"]):
        quote = text[mark.start : mark.end]
        what = (
            f"文中有不能公开的标志“{quote}”，请先解密或报批，不能直接公开。"
            if mark.is_sure
            else f"文中有“{quote}”字样，请核对能否公开。"
        )
        yield Finding("X03", "error" if mark.is_sure else "warning", what, quote)


RULES: tuple[Rule, ...] = (
    Rule(
        id="D01",
        severity="warning",
        name="成文日期逾期",
        meaning=(
            "市、县、乡党委和政府以及部门应当在次年3月1日前报告，政府和部门在4月1日前公开；"
            "省级为4月1日。"
        ),
        action="核对日期；确已逾期的说明原因。",
        source=_DUTY,
        level="条例",
        example="2025年的报告，成文日期是2026年3月20日",
        passes="2025年的报告，成文日期是2026年2月25日",
        check=_late,
    ),
    Rule(
        id="X01",
        severity="error",
        name="身份证号、银行卡号",
        meaning="文中有身份证号码或者银行卡号。",
        action="公开前删去或者遮盖。",
        source="《中华人民共和国个人信息保护法》；《政府信息公开条例》",
        level="条例",
        example="“申请人李某（身份证号码后面跟着18位数字）”",
        passes="“统一社会信用代码”“110101********1234”",
        check=_cards,
    ),
    Rule(
        id="X02",
        severity="warning",
        name="电话、邮箱",
        meaning="文中有手机号码、固定电话或者电子邮箱。",
        action="公开前删去；确需公开的办公电话可以保留。",
        source="《中华人民共和国个人信息保护法》；《政府信息公开条例》",
        level="实务",
        example="“（联系人：王某，联系电话：后面跟着11位号码）”",
        passes="“12345热线”“12348热线”“争取资金13800000000元”",
        check=_contacts,
    ),
    Rule(
        id="X03",
        severity="error",
        name="密级和内部标志",
        meaning="文中或页眉、页脚、水印里有密级标志，或者内部资料、注意保存、不予公开一类的标志。",
        action="先经保密审查；不能公开的不公开，能公开的删去标志。",
        source="《中华人民共和国保守国家秘密法》；" + _DUTY,
        level="条例",
        example="“秘密★1年”“（内部资料，注意保存）”“此件不公开”",
        passes="“保守国家秘密”“依法保护商业秘密”“作出不予公开决定3件”",
        check=_secret,
    ),
)
