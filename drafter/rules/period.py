"""Rules on what is bound to its year (时效): years, expired phrases, garbled titles, ordinals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from drafter.knowledge.phrases import SUCCESSOR, UNVERIFIED, Phrase
from drafter.model import Finding, Passage, Stale
from drafter.rules.places import quoted
from drafter.rules.registry import Context, Rule
from drafter.zh.clauses import split_clauses
from drafter.zh.dates import CONSTITUTION_DAY_BEFORE, find_years
from drafter.zh.day_context import (
    find_days_to_come,
    find_force_before_adoption,
    find_last_years_days,
    find_numbers_of,
)
from drafter.zh.names import BOOK
from drafter.zh.near_names import SURE_ENDS, NearNames, bare_title, is_of_state
from drafter.zh.numerals import with_ordinal
from drafter.zh.sentences import sentence_at
from drafter.zh.year_context import (
    find_constitution_days,
    find_days_in_force,
    find_due_years,
    find_subject_years,
    find_years_carried_to,
    has_lost_dash,
    is_local_title,
    is_part_of_year,
    without_occasion,
)
from drafter.zh.year_pairs import THIS_YEAR

_RELATIVE, _GARBLED = "relative", "bad_range"  # relative_last and the like are relative too
_BODY = ("heading", "item", "body", "preamble")
_REVISION, _MEETING, _PERIOD, _YEAR = "law_revision", "meeting", "plan_period", "year"
_TITLE = "title"
_TOLD = ("achievements", "leadership")
_HISTORY, _OUTLOOK = "history_words", "outlook_words"


def _due(context: Context, passage: Passage) -> int:
    """The year that a passage is on: the plans are on the next."""
    return context.year + (passage.part == "plans")


def _lapsed(context: Context) -> Iterator[tuple[Stale, str]]:
    """Expressions that do not hold in the year they are used for, and the clause around them."""
    passages = context.passages
    for stale in context.report.stale:
        if stale.has_lapsed and stale.phrase != _GARBLED and stale.kind != _YEAR:
            text = passages[stale.ref.passage].text
            around = (c for c in split_clauses(text) if c.end > stale.ref.start)
            clause = next(around, None)
            yield stale, text[clause.start : max(clause.end, stale.ref.end)] if clause else text


def _is_told_in_its_time(stale: Stale, clause: str, context: Context) -> bool:
    """Whether the clause tells the expired as past (验收), the coming as ahead, or gives a date."""
    own = stale.text if stale.kind in (_PERIOD, _MEETING) else ""
    around = without_occasion(clause.replace(stale.text, own, 1))
    phrase = _phrase(stale, context)
    if phrase and not phrase.may_be_history:
        return False
    words = context.knowledge.words[_OUTLOOK if _is_ahead(stale, context) else _HISTORY]
    dated = stale.kind == _MEETING and bool(find_years(clause.replace(stale.text, "", 1)))
    return dated or any(word in around for word in words)


def _is_ahead(stale: Stale, context: Context) -> bool:
    """Whether an expression is used before its time."""
    phrase = _phrase(stale, context)
    begins = phrase.valid_from if phrase else None
    passage = context.passages[stale.ref.passage]
    return begins is not None and _due(context, passage) < begins


def _is_one_of_a_row(stale: Stale, context: Context) -> bool:
    """Whether a meeting is named beside one that is current (二十届三中、四中全会)."""
    text = context.passages[stale.ref.passage].text
    start, end = sentence_at(text, stale.ref.start)
    row = _row(stale, context)
    return row is not None and any(
        _row(other, context) == row and not other.has_lapsed and start <= other.ref.start < end
        for other in context.report.stale
        if other.ref.passage == stale.ref.passage
    )


def _row(stale: Stale, context: Context) -> str | None:
    """The row of expressions that one belongs to."""
    phrase = _phrase(stale, context)
    return phrase.beside if phrase else None


def _phrase(stale: Stale, context: Context) -> Phrase | None:
    """The listed phrase; None of a law or a garbled title."""
    return next((row for row in context.knowledge.phrases.rows if row.id == stale.phrase), None)


def _expired(context: Context) -> Iterator[Finding]:
    for stale, clause in _lapsed(context):
        if (
            stale.kind == _REVISION
            or _is_told_in_its_time(stale, clause, context)
            or _is_one_of_a_row(stale, context)
        ):
            continue
        yield Finding(
            "S01", "warning", f"{quoted(stale.text)}需要核对{_doubt(stale)}：{stale.advice}。",
            stale.text, passage=stale.ref.passage,
        )  # fmt: skip


def _doubt(stale: Stale) -> str:
    return "" if stale.verified or UNVERIFIED in stale.advice else "（有效期待核实）"


def _no_longer_new(context: Context) -> Iterator[Finding]:
    for stale, _ in _lapsed(context):
        if stale.kind == _REVISION:
            yield Finding(
                "S06", "warning",
                f"{quoted(stale.text)}用在{context.year}年的报告里要核对：{stale.advice}。",
                stale.text, passage=stale.ref.passage,
            )  # fmt: skip


def _garbled(context: Context) -> Iterator[Finding]:
    passages = context.passages
    for stale in context.report.stale:
        if stale.phrase == SUCCESSOR:
            yield Finding(
                "S05", "warning", f"{quoted(stale.text)}的{stale.advice}。",
                stale.text, passage=stale.ref.passage,
            )  # fmt: skip
        if stale.phrase != _GARBLED:
            continue
        advice = f"的{stale.advice}"
        if is_local_title(passages[stale.ref.passage].text[: stale.ref.start]):
            # A place's own plan has its own name and years; only a slip of the pen is sure.
            if not has_lost_dash(stale.text):
                continue
            advice = "的起止年份之间少了连接号，请改正"
        yield Finding(
            "S05", "error", f"{quoted(stale.text)}{advice}。",
            stale.text, passage=stale.ref.passage,
        )  # fmt: skip


@lru_cache(maxsize=2)
def _known_laws(titles: tuple[str, ...], slips: tuple[str, ...]) -> _Laws:
    return _Laws(NearNames(titles), dict(row.split("→") for row in slips))


class _Laws(Struct, frozen=True):
    """The names of laws.

    Attributes:
        near: What a name with a wrong character stands for.
        slips: Names that no law has → the one that is meant.
    """

    near: NearNames
    slips: dict[str, str]

    def meant(self, title: str) -> str | None:
        """The law that a name is a slip from: a wrong character, or 法 for 条例."""
        return self.near.meant(title) or self.near.of_other_kind(title)


def _misspelt(context: Context) -> Iterator[Finding]:
    """Titles that are one slip of the pen from a law, and none themselves."""
    words = context.knowledge.words
    laws = _known_laws(words["law_titles"], words["law_slips"])
    for passage in context.report.passages:
        if passage.role not in _BODY:
            continue
        for found in BOOK.finditer(passage.text):
            title = bare_title(found[0])
            slip = laws.slips.get(title)
            # 渔业管理条例 is no 物业管理条例, and a place may have its own 民营经济促进条例.
            is_of_country = is_of_state(found[0]) or title.endswith(SURE_ENDS)
            meant = slip or (laws.meant(title) if is_of_country else None)
            if meant is not None:
                yield Finding(
                    "S05", "warning" if slip or is_of_state(found[0]) else "info",
                    f"{found[0]}是否应为《{meant}》，请核对名称；确有这一件的不用改。",
                    found[0], passage=passage.id,
                )  # fmt: skip


def _misnamed(context: Context) -> Iterator[Finding]:
    yield from _garbled(context)
    yield from _misspelt(context)


def _year_left(context: Context) -> Iterator[Finding]:
    for passage in context.report.passages:
        if passage.role not in (*_BODY, _TITLE) or not context.year:
            continue
        due = _due(context, passage)
        is_heading = passage.role in ("heading", _TITLE)
        for at in find_subject_years(passage.text, due - 1, is_heading=is_heading):
            written = passage.text[at.start : at.unit_end]
            yield Finding(
                "S02", "error" if passage.role == _TITLE or passage.level == 1 else "warning",
                _advice_on_year(written, due, is_heading=is_heading, is_ahead=due > context.year),
                _around(passage.text, at.start, at.unit_end), passage=passage.id,
            )  # fmt: skip


def _advice_on_year(written: str, due: int, *, is_heading: bool, is_ahead: bool) -> str:
    """What to do about last year's year; to move it on is wrong where it dates what was then."""
    if is_heading or is_ahead:
        where = "标题" if is_heading else "句子"
        return f"{where}里的“{written}”像是上年留下的，这里应当写{due}年，请核对后改正。"
    return (
        f"句子里的“{written}”像是上年留下的，请先核对是不是上年的事：{due}年的事才改写成{due}年，"
        "上年的事换成本年的做法，或者写明是回顾。"
    )


def _day_left(context: Context) -> Iterator[Finding]:
    """Days of the old plans in the new ones, and what is left for a year that has come."""
    for passage in context.report.passages:
        if passage.role not in _BODY or not context.year:
            continue
        due = context.year + 1
        ats = find_years_carried_to(passage.text, context.year)
        if passage.part == "plans":
            ats = chain(ats, find_due_years(passage.text, context.year))
        for at in ats:
            written = passage.text[at.start : at.unit_end]
            yield Finding(
                "S02", "warning",
                f"句子里的“{written}”像是上年留下的，这里应当写{due}年，请核对后改正。",
                _around(passage.text, at.start, at.unit_end), passage=passage.id,
            )  # fmt: skip


def _day_in_sentence(context: Context) -> Iterator[Finding]:
    """Days of last year, or still to come, where a sentence tells what was done in this one."""
    issued = context.report.frame.issued
    signed = date.fromisoformat(issued) if issued else None
    for passage in context.report.passages:
        if passage.part not in _TOLD or passage.role not in ("item", "body") or not context.year:
            continue
        text = passage.text
        known = {at.start for at in find_subject_years(text, context.year - 1, is_heading=False)}
        for at in find_last_years_days(text, context.year - 1):
            if at.start in known:
                continue
            written = text[at.start : at.unit_end]
            yield Finding(
                "S02", "warning",
                _advice_on_year(written, context.year, is_heading=False, is_ahead=False),
                _around(text, at.start, at.unit_end), passage=passage.id,
            )  # fmt: skip
        for start, end in find_force_before_adoption(text, context.year):
            yield Finding(
                "S02", "warning",
                f"“{text[start:end]}”早于前面写的通过、公布的日子，请核实日期。",
                text[start:end], passage=passage.id,
            )  # fmt: skip
        for start, end in find_numbers_of(text, context.year - 1):
            yield Finding(
                "S02", "warning",
                f"文号“{text[start - 1 : end].rstrip('）)')}”是上年的，句子写的是本年制发的文件，"
                "请核实是不是上年的文件。",
                text[start - 1 : end], passage=passage.id,
            )  # fmt: skip
        for start, end in find_days_to_come(text, context.year, signed):
            until = "报告的成文日期还没有到这一天" if signed else "报告写成时还没有到这一天"
            yield Finding(
                "S02", "warning",
                f"“{text[start:end]}”：{until}，写成了已经做过的事，请核实日期。",
                text[start:end], passage=passage.id,
            )  # fmt: skip


def _left(context: Context) -> Iterator[Finding]:
    yield from _year_left(context)
    yield from _day_left(context)
    yield from _day_in_sentence(context)


def _already_in_force(context: Context) -> Iterator[Finding]:
    for passage in context.report.passages:
        if passage.role not in _BODY or not context.year:
            continue
        for start, end in find_days_in_force(passage.text, context.year):
            words = passage.text[start:end]
            yield Finding(
                "S06", "warning",
                f"{quoted(words)}：这一天在{context.year}年已经过去，请改为施行以后的做法。",
                words, passage=passage.id,
            )  # fmt: skip


def _not_new(context: Context) -> Iterator[Finding]:
    yield from _no_longer_new(context)
    yield from _already_in_force(context)


def _around(text: str, start: int, end: int) -> str:
    """The words of a place with what follows, up to the end of the sentence."""
    return text[start : min(sentence_at(text, start)[1], end + 16)]


def _relative(context: Context) -> Iterator[Finding]:
    for stale in context.report.stale:
        if stale.phrase.startswith(_RELATIVE) and not is_part_of_year(stale.text):
            is_this_year = THIS_YEAR.match(stale.text) is not None
            doubt = "；上年的事不能写成本年的，请换成本年的做法或删去" if is_this_year else ""
            yield Finding(
                "S07", "info",
                f"“{stale.text}”是相对时间，报告公开后看不出是哪一天，请改成具体的年月{doubt}。",
                stale.text, passage=stale.ref.passage,
            )  # fmt: skip


def _constitution_day(context: Context) -> Iterator[Finding]:
    for passage in context.report.passages:
        if passage.role not in _BODY or not context.year:
            continue
        due = _due(context, passage)
        for start, end, year in find_constitution_days(passage.text):
            if year == due or (passage.part == "plans" and year == context.year):
                continue
            words = passage.text[start:end]
            right = with_ordinal("第一个国家宪法日", due - CONSTITUTION_DAY_BEFORE)
            yield Finding(
                "S08", "error", f"{due}年是“{right}”，这里写成了{quoted(words)}，请改正。",
                words, passage=passage.id,
            )  # fmt: skip


RULES: tuple[Rule, ...] = (
    Rule(
        id="S01",
        severity="warning",
        name="时效性表述",
        meaning="与年份、时期、会议或专项行动绑定的说法，换了年度不一定还能用。",
        action="按提示核对、改写或删去；作为历史提到的，写明是回顾。",
        source="schemas/phrases.yaml",
        level="实务",
        example="2026 年的报告里写“深入实施‘八五’普法规划”",
        passes="“‘八五’普法通过总结验收”作为回顾",
        check=_expired,
    ),
    Rule(
        id="S02",
        severity="warning",
        name="年份待核",
        meaning=(
            "标题、句子里还是上一年的年份，安排里的期限、“结转至某年”没有顺延，可能是旧稿没有改；"
            "做过的事写成了成文日期以后的日子。"
        ),
        action="先核对是不是上年的事：不是的改成本年的年份，是的换成本年的做法，或者写明是回顾。",
        source="实务",
        level="实务",
        example="2025 年的报告里“一、2024年主要举措和成效”",
        passes="“较2024年增长12%”“2024年被命名为示范县”",
        check=_left,
    ),
    Rule(
        id="S05",
        severity="error",
        name="规划法规名称有误",
        meaning=(
            "规划、纲要的名称或起止年份和正式名称对不上；法律的名称与通行的只差一个字、"
            "条例的名称是常见的误写，像是错字的，只作提示。"
        ),
        action="按正式名称改正。",
        source="各规划、纲要和法律法规的正式名称",
        level="实务",
        example="《法治政府建设实施纲要（2021—2026年）》《劳动争议调解仲栽法》",
        passes="《法治政府建设实施纲要（2021—2025年）》《云岫县安全生产条例》",
        check=_misnamed,
    ),
    Rule(
        id="S06",
        severity="warning",
        name="“新修订”已不新",
        meaning=(
            "法律法规施行一年以后，就不再是“新修订”“新颁布”的了；往年已经施行的，"
            "也没有“施行前的准备”了。"
        ),
        action="删去“新修订”，或者写明哪一年修订；“施行前”改为施行以后的做法。",
        source="各法律法规的施行日期",
        level="实务",
        example="2026 年的报告里写“新修订的《行政复议法》”",
        passes="2024 年的报告里写“新修订的《行政复议法》”",
        check=_not_new,
    ),
    Rule(
        id="S07",
        severity="info",
        name="相对时间",
        meaning="“今年”“近日”“目前”这类说法离开写作的那一天就说不清了。",
        action="本年的事改成具体的年月日，上年的事换成本年的做法或删去。",
        source="实务",
        level="实务",
        example="“截至目前，全部办结”",
        passes="“截至2025年12月底，全部办结”",
        check=_relative,
    ),
    Rule(
        id="S08",
        severity="error",
        name="宪法日序号不对",
        meaning="国家宪法日从2014年起每年一个，序号由年份决定。",
        action="按提示改正序号。",
        source="2014年设立国家宪法日的决定",
        level="实务",
        example="2025 年的报告里写“第十一个国家宪法日”",
        passes="2025 年的报告里写“第十二个国家宪法日”",
        check=_constitution_day,
    ),
)
