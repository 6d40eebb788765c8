"""Rules on signs and length (文字规范): punctuation, numerals, brackets, repeated paragraphs."""

from __future__ import annotations

import re
from calendar import isleap
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from drafter.model import Finding, Passage
from drafter.rules.places import IN_MARGINS
from drafter.rules.registry import Context, Rule
from drafter.zh.dates import find_no_such_days, find_years
from drafter.zh.numbering import mark_at
from drafter.zh.sentences import half_sentences
from drafter.zh.typography import (
    DOUBLED,
    FULL_DATE,
    FULL_WIDTH,
    GAP,
    HALF_WIDTH,
    LEADING_ZERO,
    OPEN_DATE,
    SHORT_DATE,
    SHORT_YEAR,
    Stretch,
    Unpaired,
    excerpt,
    is_stage_of_work,
    leftovers,
    numbering_fault,
    stage_of_work,
    unpaired_signs,
)
from drafter.zh.width import fold

_PUNCTUATION = "GB/T 15834—2011《标点符号用法》"
_FORM = "GB/T 9704—2012《党政机关公文格式》"
_TEXT = ("preamble", "heading", "item", "body", "closing")
_PROSE = ("title", "addressee", *_TEXT, "attachment")
"""What is read for its signs: cells of a table are set in their own way."""
_TOLD = ("achievements", "leadership")
"""The parts that tell of the report's own year."""
_REPEATED = 20
"""Visible characters from which two equal paragraphs are no coincidence: 特此报告 may recur."""
_SHORT = 6
"""The same of a sentence that follows itself."""
_STOP = "。"
_QUOTED = 40
_BEGUN = 15
_PRINTED = "pdf"
"""The format whose blanks may be those of the page."""
_CENTURY = 100
_NEAR_YEARS = range(-3, 3)
"""Years beside the report's that one in two figures (25年3月) may mean; 12年3月 may be a term."""
_SHOWN = 3
"""How many places a message that sums up names."""


def _passages(context: Context, roles: Sequence[str]) -> Iterator[Passage]:
    return (p for p in context.report.passages if p.role in roles)


def _paragraphs(context: Context, roles: Sequence[str]) -> list[tuple[Passage, ...]]:
    """The passages of each paragraph: a heading and the text that runs on, and items, are one."""
    paragraphs: list[list[Passage]] = []
    line = 0
    for passage in _passages(context, roles):
        if paragraphs and passage.spans and passage.spans[0].line == line:
            paragraphs[-1].append(passage)
        else:
            paragraphs.append([passage])
        line = passage.spans[-1].line if passage.spans else 0
    return [tuple(passages) for passages in paragraphs]


def _unnumbered(text: str) -> str:
    """The compared form of a text without the numeral in front."""
    mark = mark_at(text)
    return fold(text[mark.end :] if mark else text)


# ------------------------------------------------------------- repeated


def _doubled_paragraphs(context: Context) -> Iterator[Finding]:
    seen: set[str] = set()
    last = ""
    for paragraph in _paragraphs(context, _TEXT):
        words = _unnumbered("".join(p.text for p in paragraph))
        has_body = any(p.role != "heading" for p in paragraph)
        if has_body and len(words) >= _REPEATED and words in seen:
            yield _twice(paragraph[0], paragraph[-1].text, "这一段与前面的一段完全相同")
            continue
        seen.add(words)
        for passage in paragraph:
            for start, end in half_sentences(passage.text):
                sentence = _unnumbered(passage.text[start:end])
                if sentence == last and len(sentence) >= _REPEATED:
                    yield _twice(passage, passage.text[start:end], "同一句话接连写了两遍")
                last = sentence
            yield from _said_twice(passage)


def _said_twice(passage: Passage) -> Iterator[Finding]:
    """Short sentences that follow themselves: 开展演练37场。开展演练37场。

    Only whole sentences: 按期办结率100% may be told of two matters in one paragraph.
    """
    before = ""
    for sentence in passage.text.split(_STOP)[:-1]:
        words = _unnumbered(sentence)
        if words == before and _SHORT <= len(words) < _REPEATED:
            yield _twice(passage, words, "同一句话写了两遍")
        before = words


def _twice(passage: Passage, words: str, what: str) -> Finding:
    quote = words.strip()[:_QUOTED]
    return Finding(
        "M05", "warning", f"{what}（“{_begun(quote)}”），请删去一处。", quote, passage=passage.id
    )


def _begun(words: str) -> str:
    """The beginning of some words, as a message quotes them."""
    return words if len(words) <= _BEGUN else f"{words[:_BEGUN]}……"


# --------------------------------------------------------- single signs


def _doubled_signs(context: Context) -> Iterator[Finding]:
    for passage in _passages(context, _PROSE):
        for found in DOUBLED.finditer(passage.text):
            quote = excerpt(passage.text, Stretch(*found.span()))
            yield Finding(
                "M06", "warning", f"“{quote}”处标点重复（{found[0]}），请只留一个。",
                quote, passage=passage.id,
            )  # fmt: skip


def _left(context: Context) -> Iterator[Finding]:
    words = context.knowledge.words
    lists = (words["leftover_words"], words["leftover_nouns"], words["leftover_openers"])
    for passage in context.report.passages:
        if OPEN_DATE.fullmatch(passage.text):  # no date yet, and so taken for noise
            yield Finding(
                "M07", "error", f"日期“{passage.text.strip()}”没有写全，请填上月、日。",
                passage.text.strip(), passage=passage.id,
            )  # fmt: skip
        if passage.role == "noise":
            continue
        told: set[str] = set()
        is_of_deeds = passage.part != "shortcomings"  # 基础数据尚待补充 is a shortcoming
        for left in leftovers(passage.text, *lists, is_of_deeds=is_of_deeds):
            what = passage.text[left.start : left.end]
            if what in told:
                continue
            told.add(what)
            quote = excerpt(passage.text, Stretch(left.start, left.end))
            doubt = "" if left.is_sure else "像是"
            yield Finding(
                "M07", "error" if left.is_sure else "warning",
                f"“{quote}”中的“{what}”{doubt}写稿时留下的占位文字，请填写或删去。",
                quote, passage=passage.id,
            )  # fmt: skip
    yield from _versions(context)


def _versions(context: Context) -> Iterator[Finding]:
    words = context.knowledge.words["draft_stages"]
    for passage in _passages(context, ("title", "heading")):
        if at := stage_of_work(passage.text, words):
            quote = passage.text[at.start : at.end].strip()
            yield Finding(
                "M07", "warning", f"标题后面的“{quote}”像是改稿时的版本标记，定稿请删去。",
                quote, passage=passage.id,
            )  # fmt: skip
    for text in context.manuscript.margins if context.manuscript else ():
        if is_stage_of_work(text, words) or stage_of_work(text, words):
            yield Finding(
                "M07", "warning", f"{IN_MARGINS}里的“{text.strip()}”像是改稿时的标记，定稿请删去。",
                text.strip(), IN_MARGINS,
            )  # fmt: skip


def _half_width(context: Context) -> Iterator[Finding]:
    places: list[tuple[Passage, str]] = []
    count = 0
    for passage in _passages(context, _PROSE):
        for found in HALF_WIDTH.finditer(passage.text, _words_from(passage.text)):
            count += 1
            if len(places) < _SHOWN:
                at = Stretch(*found.span())
                places.append((passage, excerpt(passage.text, at, 5)))
    if places:
        shown = "、".join(f"“{quote}”" for _, quote in places)
        yield Finding(
            "W06", "warning",
            f"中文里有{count}处半角标点，如{shown}；公文用全角标点，请统一替换。",
            places[0][1], passage=places[0][0].id,
        )  # fmt: skip
    yield from _wrong_width(context, FULL_WIDTH, "数字用了全角", "请统一改为半角数字", _PROSE)
    if context.report.source.format != _PRINTED:
        advice = "请把空格删去，另起一段的请分段"
        yield from _wrong_width(context, GAP, "标点后面空了格", advice, _TEXT)


def _words_from(text: str) -> int:
    """Where the words begin: the signs of a numeral in front are the matter of W05."""
    mark = mark_at(text)
    return mark.end if mark else 0


def _wrong_width(
    context: Context, pattern: re.Pattern[str], what: str, advice: str, roles: Sequence[str]
) -> Iterator[Finding]:
    """One finding for all places in which a pattern is found, numerals in front left out."""
    places = [
        (passage, excerpt(passage.text, Stretch(*found.span()), 5))
        for passage in _passages(context, roles)
        for found in pattern.finditer(passage.text, _words_from(passage.text))
    ]
    if places:
        shown = "、".join(f"“{quote}”" for _, quote in places[:_SHOWN])
        yield Finding(
            "W06", "warning", f"文中有{len(places)}处{what}，如{shown}；{advice}。",
            places[0][1], passage=places[0][0].id,
        )  # fmt: skip


# ----------------------------------------------------------- numbering


def _numbering(context: Context) -> Iterator[Finding]:
    found: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in _passages(context, ("heading", "item")):
        if fault := numbering_fault(_with_marker(passage)):
            found[fault].append(passage)
    for (what, right), passages in found.items():
        quote = passages[0].text.strip()[:12]
        yield Finding(
            "W05", "warning",
            f"{what}（“{_with_marker(passages[0]).strip()[:8]}”等{len(passages)}处），"
            f"应写作{right}，请统一改正。",
            quote, passage=passages[0].id,
        )  # fmt: skip
    yield from _stopped_headings(context)


def _with_marker(passage: Passage) -> str:
    """The words with the numeral that Word counted itself."""
    counted = passage.marker and not passage.text.lstrip().startswith(passage.marker.strip())
    return f"{passage.marker}{passage.text}" if counted else passage.text


def _stopped_headings(context: Context) -> Iterator[Finding]:
    """Headings alone in their line that end with 。; one that runs on needs its stop."""
    stopped = [heading for row in _stopped_rows(context) for heading in row]
    if stopped:
        quote = stopped[0].text.strip()
        yield Finding(
            "W05", "warning",
            f"单独成行的标题末尾有句号（“{quote[-10:]}”等{len(stopped)}处），"
            "单独成行的标题不加句号，请删去。",
            quote, passage=stopped[0].id,
        )  # fmt: skip


def _stopped_rows(context: Context) -> Iterator[list[Passage]]:
    """Stopped headings alone in their line, by the row of equal numerals they stand in.

    Numbered paragraphs of one sentence look the same: a row is one of headings if each of them has
    text of its own beneath.
    """
    row: list[Passage] = []
    style, is_row = -1, True
    paragraphs = _paragraphs(context, _TEXT)
    for paragraph, following in pairwise((*paragraphs, ())):
        own = _style(paragraph)
        if own is None:
            continue
        if own != style:
            yield row if is_row else []
            row, style, is_row = [], own, True
        if len(paragraph) == 1 and paragraph[0].text.rstrip().endswith("。"):
            has_text = bool(following) and _style(following) != own
            has_text = has_text and _is_beneath(following[0], paragraph[0])
            is_row = is_row and has_text and paragraph[0].role == "heading"
            row.append(paragraph[0])
    yield row if is_row else []


def _is_beneath(following: Passage, heading: Passage) -> bool:
    """Whether what follows a heading is its text, or a heading beneath it, not the next chapter."""
    return following.role != "heading" or (following.level or 0) > (heading.level or 0)


def _style(paragraph: tuple[Passage, ...]) -> int | None:
    """How a paragraph is numbered, None if it is not."""
    mark = mark_at(_with_marker(paragraph[0]).lstrip())
    return mark.style if mark else None


# --------------------------------------------------------------- pairs


class _Fault(Struct, frozen=True):
    """A sign without partner and the passage it stands in."""

    passage: Passage
    sign: Unpaired


def _unpaired(context: Context) -> Iterator[Finding]:
    open_before: list[_Fault] = []
    for paragraph in _paragraphs(context, _PROSE):
        faults = _faults(paragraph)
        # A quotation may span paragraphs: what is open there is closed, or opened again, here.
        kept = [fault for fault in open_before if not _goes_on(fault, faults, paragraph)]
        gone = {f.sign.pair for f in open_before if f not in kept}
        faults = [f for f in faults if f.sign.is_open or f.sign.pair not in gone]
        yield from _told(kept)
        open_before = [f for f in faults if f.sign.is_open]
        yield from _told([f for f in faults if not f.sign.is_open])
    yield from _told(open_before)


def _faults(paragraph: tuple[Passage, ...]) -> list[_Fault]:
    ends: list[tuple[int, Passage]] = []
    text = ""
    for passage in paragraph:
        text += passage.text
        ends.append((len(text), passage))
    out = []
    for sign in unpaired_signs(text):
        end, passage = next((end, p) for end, p in ends if sign.at < end)
        at = sign.at - (end - len(passage.text))
        out.append(_Fault(passage, replace(sign, at=at)))
    return out


def _goes_on(fault: _Fault, faults: Sequence[_Fault], paragraph: tuple[Passage, ...]) -> bool:
    closed = any(not f.sign.is_open and f.sign.pair == fault.sign.pair for f in faults)
    return closed or (
        fault.sign.sign in "“‘「『" and paragraph[0].text.lstrip().startswith(fault.sign.sign)
    )


def _told(faults: Sequence[_Fault]) -> Iterator[Finding]:
    """One finding for each kind of sign: a slip early in a paragraph upsets all that follow."""
    kinds: set[str] = set()
    for fault in faults:
        sign = fault.sign
        if sign.pair in kinds:
            continue
        kinds.add(sign.pair)
        quote = excerpt(fault.passage.text, Stretch(sign.at, sign.at + 1), 12)
        what = "与别的括号引号交叉" if sign.is_crossed else "缺了另一半，或者方向反了"
        yield Finding(
            "W07", "warning", f"{sign.pair}不成对：{quote}中的 {sign.sign} {what}，请改正。",
            quote, passage=fault.passage.id,
        )  # fmt: skip


# ---------------------------------------------------------------- dates


def _no_such_days(context: Context) -> Iterator[Finding]:
    for passage in context.report.passages:
        for at in find_no_such_days(passage.text):
            words = passage.text[at.start : at.end]
            if passage.role == "noise" and words != passage.text.strip():
                continue  # alone in its line it is a 成文日期, which was not known for one
            if at.why:
                yield Finding(
                    "W08", "error", f"没有“{words}”这个日期，{at.why}，请核实后改正。",
                    words, passage=passage.id,
                )  # fmt: skip
            elif _is_of_common_year(passage, context.year):
                yield Finding(
                    "W08", "warning",
                    f"“{words}”只有闰年才有，{context.year}年没有这一天，可能是上年留下的，请核实。",
                    words, passage=passage.id,
                )  # fmt: skip


def _is_of_common_year(passage: Passage, year: int) -> bool:
    """Whether what a passage tells is of a year without 29 February, no other being named."""
    named = {at.year for at in find_years(passage.text)}
    return passage.part in _TOLD and bool(year) and not any(map(isleap, {year, *named}))


def _dates(context: Context) -> Iterator[Finding]:
    yield from _no_such_days(context)
    for passage in _passages(context, (*_PROSE, "signature", "date")):
        for found in LEADING_ZERO.finditer(passage.text):
            yield Finding(
                "W08", "warning", f"日期“{found[0]}”的月、日前面有0，请去掉（如1月5日）。",
                found[0], passage=passage.id,
            )  # fmt: skip
    for passage in _passages(context, _PROSE):
        for words in _short_dates(passage.text, context.year):
            yield Finding(
                "W08", "warning",
                f"日期“{words}”没有写全，请写成“2025年3月5日”“2025年3月”的样子。",
                words, passage=passage.id,
            )  # fmt: skip
    for passage in _passages(context, ("date",)):
        words = passage.text.strip(" \t　()（）")
        if not FULL_DATE.search(words):
            yield Finding(
                "W08", "warning",
                f"成文日期“{words}”的写法不合公文格式，请用阿拉伯数字写全年月日（如2026年1月5日）。",
                words, passage=passage.id,
            )  # fmt: skip


def _short_dates(text: str, year: int) -> Iterator[str]:
    """Dates as 2025.3.5, and as 25年3月 where that is a year about the report's."""
    yield from (found[0] for found in SHORT_DATE.finditer(text))
    near = {(year + step) % _CENTURY for step in _NEAR_YEARS} if year else set()
    for found in SHORT_YEAR.finditer(text):
        if int(found["year"]) in near:
            yield found[0]


# --------------------------------------------------------------- length


def _length(context: Context) -> Iterator[Finding]:
    fewest, most = context.profile.length
    count = sum(len(fold(p.text)) for p in _passages(context, _PROSE))
    if fewest and count < fewest:
        yield Finding(
            "L01", "info",
            f"全文约{count}字，比{context.profile.name}报告通常的篇幅（{fewest}字以上）短，"
            "请看看是否有该写的没有写。",
        )  # fmt: skip
    elif most and count > most:
        yield Finding(
            "L01",
            "info",
            f"全文约{count}字，超过通常的篇幅（{most}字以内），请按本地的字数要求压缩。",
        )


RULES: tuple[Rule, ...] = (
    Rule(
        id="M05",
        severity="warning",
        name="段落或句子重复",
        meaning="同一段话在报告里出现两次，或者同一句话接连写了两遍。",
        action="删去一处。",
        source="公文校核的通行要求",
        level="实务",
        example="“（二）……”和“（五）……”下面是同一段文字",
        passes="成效和下年安排里标题相同，正文各写各的",
        check=_doubled_paragraphs,
    ),
    Rule(
        id="M06",
        severity="warning",
        name="标点重复",
        meaning="两个点号连用。",
        action="只留一个。",
        source=_PUNCTUATION,
        level="国标",
        example="“成效明显。。全年”“执法检查，、案卷评查”",
        passes="“……”“——”“！！”，或者句号在后引号外面",
        check=_doubled_signs,
    ),
    Rule(
        id="M07",
        severity="error",
        name="占位文字",
        meaning="写稿时留下的××、XX、____、（待补充）、（草稿）一类文字没有填写或删去。",
        action="填写或删去。",
        source="公文校核的通行要求",
        level="实务",
        example="“开展法治培训XX次”“办结____件”“（待补充）”“（  ）”“受理  件”",
        passes="“X光机”“AA级信用企业”“调解张某某与李某某的纠纷”",
        check=_left,
    ),
    Rule(
        id="W05",
        severity="warning",
        name="序号的标点",
        meaning=(
            "结构层次序数依次用“一、”“（一）”“1.”“（1）”标注；带括号的序号后面不加标点，"
            "单独成行的标题末尾不加句号。"
        ),
        action="按“一、”“（一）”“1.”“（1）”统一改正。",
        source=f"{_FORM}7.3.3；{_PUNCTUATION}",
        level="国标",
        example=(
            "“一.主要举措”“一 主要举措”“(一)加强领导”“（一）、加强领导”“1、加强领导”“第一、"
            "加强领导”"
        ),
        passes="“一、主要举措”“（一）加强领导”“1.加强领导”“第一，加强领导”",
        check=_numbering,
    ),
    Rule(
        id="W06",
        severity="warning",
        name="全角半角混用",
        meaning=(
            "中文里的逗号、冒号、分号、括号、引号用了半角，阿拉伯数字用了全角，或者标点后面空了格。"
        ),
        action="标点统一用全角，数字统一用半角；数字和外文里的标点不用改。",
        source=f"{_PUNCTUATION}；GB/T 15835—2011《出版物上数字用法》",
        level="国标",
        example="“开展培训12次,参训300人(次)”“培训１２次”",
        passes="“1,234件”“上午9:30”“3.5%”“https://…”",
        check=_half_width,
    ),
    Rule(
        id="W07",
        severity="warning",
        name="括号引号不成对",
        meaning="括号、引号、书名号缺了一半、方向反了，或者交叉。",
        action="补上缺的一半，或者改正方向。",
        source=_PUNCTUATION,
        level="国标",
        example="“落实“放管服改革”“《条例〉”“八五“普法”",
        passes="引文跨段，后一段开头再用前引号；“1）”“a）”一类序号",
        check=_unpaired,
    ),
    Rule(
        id="W08",
        severity="warning",
        name="日期写法",
        meaning="日期用阿拉伯数字把年、月、日标全，月、日前面不加0；日历上没有的日期是错误。",
        action="改成“2026年1月5日”的写法；没有的日期核实后改正。",
        source=f"{_FORM}7.3.5.4；GB/T 15835—2011《出版物上数字用法》",
        level="国标",
        example=(
            "“2026年01月05日”“2026.1.5”“26年1月”“2月30日”“13月底前”；"
            "成文日期写成“二〇二六年一月五日”"
        ),
        passes="“2026年1月5日”“10月20日”“2024年2月29日”",
        check=_dates,
    ),
    Rule(
        id="L01",
        severity="info",
        name="篇幅",
        meaning="全文的字数在通常的篇幅之外；国家没有统一规定，上下限见 schemas/profiles.yaml。",
        action="对照本地的字数要求；没有要求的可以不改。",
        source="通行做法（待核实）",
        level="待核",
        example="县政府报告只有1200字",
        passes="县政府报告4000字；乡镇报告2000字",
        check=_length,
    ),
)
