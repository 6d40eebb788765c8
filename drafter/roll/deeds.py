"""One-off deeds (一次性做法): what was issued, won, founded or done for the first time last year.

They must not be reported as this year's. A clause with such a deed is taken out of the running
text, together with the clauses that only lead up to it or go on about it, and is quoted with the
question what was done this year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import pairwise

from msgspec import Struct

from drafter.zh.dates import find_years
from drafter.zh.dependent import (
    A_COUNTER,
    A_DRAFT,
    A_JOINT_SEAT,
    A_PART,
    A_PART_TOO,
    A_SIGHT,
    ABOUT_WHAT,
    AND_SO,
    AS_WHAT,
    ASKED_AROUND,
    BECAME,
    BY_CASES,
    HAS_OF_IT,
    HONOUR_BY_CASES,
    IN_POST,
    NO_SUBJECT,
    OF_WHOM_IT_BLAMES,
    ON_GROUNDS,
    OVER_THE_YEAR,
    SEEN_THERE,
    TAKEN_THERE,
    TITLE_FIRST,
    TOPIC_ONLY,
    WAS_ISSUED,
)
from drafter.zh.lazy import lazy_pattern
from drafter.zh.names import BOOK, LISTED_NAMES, issued_names
from drafter.zh.once import (
    ACCUSED,
    ALL_MENDED,
    BEGINS_THEN,
    FED_BACK,
    HANDLED,
    HANDLING,
    IS_PENALIZED,
    LAW_INSPECTED,
    OF_GRADE,
    OF_THAT_CASE,
    OF_THE_PENALTY,
    OF_THEM,
    PENALIZED,
    SINCE_MONTH_ONLY,
    TAKES_OVER,
    UP_TO_NOW,
    VISITED,
    WAS_TRIED,
    is_event,
    is_once,
    tells_incident,
)
from drafter.zh.page import any_of
from drafter.zh.particulars import (
    BILL_GOES_ON,
    BILL_PLANNED,
    PROJECT_DECIDED,
    PROJECT_GOES_ON,
    SINCE_DAY,
    is_particular,
    takes_force,
    tells_named_case,
    tells_who_spoke,
)
from drafter.zh.promises import is_call
from drafter.zh.sentences import sentences
from drafter.zh.small_words import SINCE
from drafter.zh.spans import has_between
from drafter.zh.year_context import (
    ABOUT_IT,
    AFTER_WHAT_WAS,
    AUDITED_YEARS,
    BOUNDED_AFTER,
    BOUNDED_BEFORE,
    BY_THEN,
    COMES_OF_THAT,
    DATED_LEAD,
    DATED_SINCE,
    EVENT,
    FOUND_FIRST,
    FOUND_THERE,
    GOES_BACK,
    HONOUR_OF_YEARS,
    HOUR_OF_DAY,
    INSPECTED,
    LED_BY,
    OCCASION,
    OF_EVERY_YEAR,
    OF_THE_YEAR,
    OF_WHAT_WAS_SET_UP,
    ONLY_IN_FORCE,
    REACHES,
    RESPONDED,
    SET_UP,
    SINCE_IT_IS,
    SINCE_ONLY,
    SINGLE_CASE,
    TOLD_ANEW,
    VERSION,
    YEARLY_ASSESSED,
    is_single_deed,
)
from drafter.zh.year_pairs import find_pairs

_PARTING = lazy_pattern(r"(?P<opens>[《“（(〈])|(?P<closes>[》”）)〉])|[，,；;]")
_LEAST_REST = 8
_OPENING, _CLOSING = "“《（(", "”》）)"
_INSPECTIONS = (INSPECTED, VISITED, LAW_INSPECTED, AUDITED_YEARS)
_OF_SUCH = (
    (TAKEN_THERE, A_COUNTER),
    (SEEN_THERE, A_SIGHT),
    (ASKED_AROUND, A_DRAFT),
    (A_JOINT_SEAT, SET_UP),
    (UP_TO_NOW, WAS_TRIED),
    (HAS_OF_IT, SET_UP),
)
"""What a clause begins with, and what the deed before it must be for it to be about that."""
_OF_ONE = ((BILL_GOES_ON, BILL_PLANNED), (PROJECT_GOES_ON, PROJECT_DECIDED))
"""The same through several clauses: of one bill, of one project."""
_RECENT = 2
"""Years after which an honour is bestowed at the latest: 2021—2022年度先进 in 2024."""


class Stretch(Struct, frozen=True):
    """A stretch of a passage: carried on, or a deed to be asked for."""

    start: int
    end: int
    is_deed: bool


class _Patterns(Struct, frozen=True):
    issue: re.Pattern[str]
    papers: re.Pattern[str]
    yearly: re.Pattern[str]
    plain: re.Pattern[str]
    excused: re.Pattern[str]
    adverbials: tuple[str, ...]


@lru_cache(maxsize=8)
def _patterns(lists: tuple[tuple[str, ...], ...]) -> _Patterns:
    issue, papers, yearly, plain, excused, adverbials = lists
    return _Patterns(
        lazy_pattern(any_of(issue)), lazy_pattern(any_of(papers)), lazy_pattern(any_of(yearly)),
        lazy_pattern(any_of(plain)), lazy_pattern(any_of(excused)), adverbials,
    )  # fmt: skip


def find_deeds(
    text: str,
    figures: Sequence[tuple[int, int]],
    words: Mapping[str, tuple[str, ...]],
    year: int,
) -> tuple[Stretch, ...]:
    """A passage cut into stretches that are carried on and stretches that are deeds.

    Args:
        text: Of a passage, without its marker.
        figures: Where statistics stand; a clause with one of its own is not swallowed by a deed
            before it.
        words: Word lists.
        year: The report's, four digits: a sentence whose years all lie before it tells history.

    Returns:
        Stretches in order; they tile the text.
    """
    patterns = _patterns((
        words["deed_issue"], words["deed_papers"], words["deed_yearly"],
        (*words["deed_awards"], *words["deed_firsts"], *words["deed_builds"]), words["deed_not"],
        words["adverbials"],
    ))  # fmt: skip
    labels: list[Stretch] = []
    counts = [start for start, _ in figures]
    for start, end in sentences(text):
        is_told = any(
            p.search(text, start, end) for p in (OCCASION, EVENT, HOUR_OF_DAY, TAKES_OVER)
        )
        if is_call(text[start:end]):
            labels.append(Stretch(start, end, is_deed=False))
            continue
        if is_told or tells_who_spoke(text, start, end):
            labels.append(Stretch(start, end, is_deed=True))
            continue
        is_history = False
        for part in _parts_of(_clauses(text, start, end), text):
            told = text[part[0][0] : part[-1][1]]
            # 2019年设立复议委员会；首次聘请委员12名: the year holds on, that of an assessment not.
            holds_on = is_history and not any(find_years(told))
            is_history = holds_on or _tells_history(told, year)
            if is_history:
                labels.append(Stretch(part[0][0], part[-1][1], is_deed=False))
                is_history = YEARLY_ASSESSED.search(told) is None
            else:
                labels += _label(text, part, counts, patterns)
    return tuple(merged(labels))


def told_apart(text: str, deed: Stretch) -> Iterator[Stretch]:
    """The sentences of a deed, each with those behind it that go on about it (该案…)."""
    start = deed.start
    opened = 0
    for begin, end in sentences(text[deed.start : deed.end])[:-1]:
        at = deed.start + end
        words = text[deed.start + begin : at]
        opened += sum(words.count(sign) for sign in _OPENING)
        opened -= sum(words.count(sign) for sign in _CLOSING)
        # A point may stand inside a name: “普法惠民.法在身边”.
        if opened <= 0 and GOES_BACK.match(text, at) is None:
            yield Stretch(start, at, is_deed=True)
            start = at
    yield Stretch(start, deed.end, is_deed=True)


def without_names(clause: str, words: Mapping[str, tuple[str, ...]]) -> str:
    """A clause with a figure, without the names of what was issued or added last year.

    制定《某条例》2部法规 asks for 制定…部法规: whoever fills in the number alone would report
    the old names as this year's.
    """
    return LISTED_NAMES.sub("", issued_names(words["deed_issue"]).sub(r"\g<verb>\g<adds>", clause))


def honours_in(heading: str, words: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The clauses of a heading that tell of an honour (强化监督，荣获全省先进)."""
    clauses = [heading[a:b].strip(" 　，,；;") for a, b in _clauses(heading, 0, len(heading))]
    return [
        clause
        for clause in clauses
        if any(word in clause for word in words["deed_awards"])
        and not any(word in clause for word in words["deed_not"])
    ]


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Clauses of a sentence with their commas; those inside 《》, “” and brackets do not part."""
    cuts = [start]
    depth = 0
    for found in _PARTING.finditer(text, start, end):
        if found["opens"]:
            depth += 1
        elif found["closes"]:
            depth = max(0, depth - 1)
        elif depth == 0:
            cuts.append(found.end())
    cuts.append(end)
    return [(a, b) for a, b in pairwise(cuts) if a < b]


def is_deed(clause: str, patterns: _Patterns) -> bool:
    """Whether a clause tells of a deed that is done once."""
    if SINCE in clause and not DATED_SINCE.match(clause):
        since = SINCE_IT_IS.match(clause)
        clause = clause[since.end() :] if since else clause
    if ON_GROUNDS.fullmatch(clause):
        return False
    if takes_force(clause):
        return True
    told = HONOUR_BY_CASES.sub("", clause) if BY_CASES in clause else clause
    if patterns.excused.search(told):
        return False
    clause = OF_GRADE.sub("", HANDLED.sub("", clause) if HANDLING in clause else clause)
    if is_single_deed(clause) or is_once(clause) or is_particular(clause):
        return True
    found = _issued(clause, patterns)
    if found and not _is_yearly(clause, found.end(), patterns):
        named = "《" in clause[found.end() :]
        if named or patterns.papers.search(clause, found.end()):
            return True
    return patterns.plain.search(clause) is not None


def _issued(clause: str, patterns: _Patterns) -> re.Match[str] | None:
    """The first verb of issuing that is no word of a title (《规章制定程序条例》)."""
    opened = at = 0
    for found in patterns.issue.finditer(clause):
        opened += clause.count("《", at, found.start()) - clause.count("》", at, found.start())
        at = found.start()
        if opened <= 0:
            return found
    return None


def _is_yearly(clause: str, position: int, patterns: _Patterns) -> bool:
    """Whether what is issued is made anew each year; inside a title only its last word tells."""
    yearly = patterns.yearly.search(clause, position)
    if yearly is None:
        return False
    closing = clause.find("》", position)
    opening = clause.find("《", position)
    return closing < 0 or opening > yearly.start() or yearly.end() >= closing - 1


def _tells_history(sentence: str, year: int) -> bool:
    """Whether all years of a sentence lie before the report year (2020年被命名为…).

    A year that is only compared with (比2023年提高6.5个百分点) tells nothing of when it was, nor
    one since when something is counted (清理2020年以来的文件), of a version (废止2016年版), of an
    honour (被评为2021—2023年度先进), of accounts that were audited, of what was before
    (继2022年获评之后) or of an assessment, which is made the year after.
    """
    words = AFTER_WHAT_WAS.sub("", BOOK.sub("", sentence))
    words = HONOUR_OF_YEARS.sub(partial(_without_recent, year=year), words)
    words = AUDITED_YEARS.sub("", words)
    if OF_THE_YEAR.search(words):
        return False
    compared = {pair.at.start for pair in find_pairs(words, year)}
    years = {
        at.year
        for at in find_years(words)
        if at.start not in compared
        and not _bounds(words, at.start, at.end)
        and not VERSION.match(words, at.end)
        and not (at.year == year - 1 and YEARLY_ASSESSED.match(words, at.start))
    }
    return bool(years) and max(years) < year


def _without_recent(found: re.Match[str], year: int) -> str:
    """What bestowed an honour without the years that it is for, unless it is long ago."""
    return "" if int(found["year"]) >= year - _RECENT else found[0]


def _bounds(words: str, start: int, end: int) -> bool:
    """Whether a year only says since when something is gone through (对2020年以来的文件)."""
    before = BOUNDED_BEFORE.search(words, max(0, start - 4), start)
    return before is not None and BOUNDED_AFTER.match(words, end) is not None


def case_spans(text: str, stretch: Stretch) -> list[tuple[int, int]]:
    """The clauses of a stretch of a passage that tell a case, and those that go on about it."""
    spans: list[tuple[int, int]] = []
    first = stretch.start
    for start, end in sentences(text[first : stretch.end]):
        start, end = first + start, first + end  # noqa: PLW2901 -- places in the passage
        is_told = False
        for a, b in _clauses(text, start, end):
            goes_on = is_told and TOLD_ANEW.match(text, a) is None
            is_told = goes_on or _tells_case(text, a, b) or _tells_event(text[a:b])
            if is_told:
                spans.append((a, b))
    return spans


def _tells_event(clause: str) -> bool:
    """Whether a clause tells one incident, quarrel or flood, and not those of a whole year."""
    return tells_incident(clause) or (is_event(clause) and OVER_THE_YEAR.search(clause) is None)


def _tells_case(text: str, start: int, end: int) -> bool:
    """Whether a clause tells one case, or what one person was punished with."""
    told = any(p.search(text, start, end) for p in (SINGLE_CASE, PENALIZED))
    return told or tells_named_case(text, start, end)


def _parts_of(clauses: Sequence[tuple[int, int]], text: str) -> list[list[tuple[int, int]]]:
    """The clauses of a sentence up to each semicolon; what a part says of years is its own."""
    parts: list[list[tuple[int, int]]] = [[]]
    for a, b in clauses:
        parts[-1].append((a, b))
        if text[b - 1] in "；;" and AND_SO.match(text, b) is None:
            parts.append([])
    return [part for part in parts if part]


def _flags(text: str, clauses: Sequence[tuple[int, int]], patterns: _Patterns) -> list[bool]:
    """Which clauses tell of a deed by their own words, or by those of the clause behind them."""
    flags = [is_deed(text[a:b], patterns) or tells_named_case(text, a, b) for a, b in clauses]
    _flag_pairs(text, clauses, flags)
    _flag_events(text, clauses, flags)
    for i, (a, b) in enumerate(clauses):
        if flags[i] and DATED_SINCE.fullmatch(text, a, b):
            for k in range(i, len(flags)):  # what is counted since a day of last year
                if k > i and OF_EVERY_YEAR.match(text, clauses[k][0]):
                    break
                flags[k] = True
            break
    for i, (a, b) in enumerate(clauses[:-1]):
        if AFTER_WHAT_WAS.match(text, a, b) and find_years(text[a:b]):
            flags[i] = flags[i + 1]  # 继2022年获评之后: what was then is asked for by nobody
    return flags


def _flag_pairs(text: str, clauses: Sequence[tuple[int, int]], flags: list[bool]) -> None:
    """Marks clauses that tell of a deed with the one behind them, and those behind with them."""
    for i, (a, b) in enumerate(clauses):
        since = SINCE_DAY.match(text, a)
        if since is not None and (since.end() < b or (since.end() == b and i + 1 < len(clauses))):
            flags[i] = True
            flags[i + (since.end() == b)] = True  # 12月8日起，: what was done stands behind it
    for i, (a, b) in enumerate(clauses[:-1]):
        if flags[i] and ABOUT_WHAT.fullmatch(text, a, b):
            flags[i + 1] = True
        if FOUND_FIRST.match(text, b) and INSPECTED.search(text, a, b):
            flags[i] = True
        if IS_PENALIZED.match(text, b) and ACCUSED.search(text, a, b):
            flags[i] = flags[i + 1] = True
        if ALL_MENDED.match(text, b) and FED_BACK.search(text, a, b):
            flags[i] = flags[i + 1] = True
        if BEGINS_THEN.match(text, b) and SINCE_MONTH_ONLY.fullmatch(text, a, b):
            flags[i] = flags[i + 1] = True
        if TITLE_FIRST.fullmatch(text, a, b) and WAS_ISSUED.match(text, b):
            flags[i] = flags[i + 1] = True
        # …经常委会批准，自5月1日起施行: what is in force since then goes with it.
        flags[i] = flags[i] or (flags[i + 1] and _only_in_force(text, *clauses[i + 1]))


def _only_in_force(text: str, start: int, end: int) -> bool:
    return ONLY_IN_FORCE.fullmatch(text, start, end) is not None


def _label(
    text: str, clauses: Sequence[tuple[int, int]], counts: Sequence[int], patterns: _Patterns
) -> list[Stretch]:
    start, end = clauses[0][0], clauses[-1][1]
    flags = _flags(text, clauses, patterns)
    if not any(flags):
        return [Stretch(start, end, is_deed=False)]
    counted = [has_between(counts, a, b) for a, b in clauses]
    is_inspected = is_of_it = is_case = False
    for i, (a, b) in enumerate(clauses):
        # What only leads up to a deed or goes on about it belongs to it.
        is_next = i > 0 and _tells_case(text, *clauses[i - 1]) and TOLD_ANEW.match(text, a) is None
        is_case = is_next or (is_case and _is_of_the_case(text, a))
        is_about_it = is_case or any(p.match(text, a) for p in (ABOUT_IT, NO_SUBJECT))
        # ，并追究2名责任人 goes with what was lost; ，并检查32次，发现问题9个 is of the year.
        joint = AND_SO.match(text, a)
        joins = joint is not None and (
            not any(counted[i + 1 :]) or OF_WHOM_IT_BLAMES.match(text, joint.end()) is not None
        )
        is_about_it = is_about_it or joins
        is_inspected = (flags[i] and any(p.search(text, a, b) for p in _INSPECTIONS)) or (
            is_inspected and FOUND_THERE.match(text, a) is not None
        )
        is_of_it = i > 0 and _goes_on(text, clauses[i - 1], a, was_of_it=is_of_it)
        is_about_it = is_about_it or is_inspected or is_of_it
        if flags[i] or (counted[i] and not is_about_it):
            continue
        goes_on = i > 0 and flags[i - 1]
        goes_on = goes_on and (text[a - 1] in "，," or AND_SO.match(text, a) is not None)
        flags[i] = goes_on
    for i in range(len(clauses) - 2, -1, -1):
        a, b = clauses[i]
        only_when = DATED_LEAD.fullmatch(text[a:b]) is not None
        is_subject = BY_THEN.match(text, b) is not None or (
            TITLE_FIRST.fullmatch(text, a, b) is not None and BECAME.match(text, b) is not None
        )
        is_subject = is_subject or any(
            p.fullmatch(text, a, b) for p in (LED_BY, SINCE_ONLY, TOPIC_ONLY)
        )
        leads_up = only_when or is_subject or text[a:b].startswith(patterns.adverbials)
        leads_up = leads_up and text[b - 1] in "，,"
        # 作为全省两个试点单位之一，: its count is of what it says, and of no year.
        is_free = not counted[i] and leads_up
        if flags[i + 1] and not flags[i] and (is_free or AS_WHAT.fullmatch(text, a, b)):
            flags[i] = True
    _flag_the_case(text, clauses, flags)
    rest = sum(b - a for (a, b), flag in zip(clauses, flags, strict=True) if not flag)
    if rest < _LEAST_REST:
        return [Stretch(start, end, is_deed=True)]
    return [Stretch(a, b, flag) for (a, b), flag in zip(clauses, flags, strict=True)]


def _goes_on(text: str, before: tuple[int, int], at: int, *, was_of_it: bool) -> bool:
    """Whether a clause has its subject in the one before it: 设立中心，为63家企业提供体检."""
    if REACHES.match(text, at) or (was_of_it and COMES_OF_THAT.match(text, at)):
        return True
    if IN_POST.match(text, at) and (was_of_it or NO_SUBJECT.match(text, before[0])):
        return True
    if A_PART_TOO.match(text, at) and A_PART.match(text, before[0]):
        return True
    if any(begins.match(text, at) and deed.match(text, *before) for begins, deed in _OF_SUCH):
        return True
    for goes_on, told in _OF_ONE:
        if goes_on.match(text, at) and (was_of_it or told.search(text, *before)):
            return True
    return OF_WHAT_WAS_SET_UP.match(text, at) is not None and (
        was_of_it or SET_UP.match(text, *before) is not None
    )


def _is_of_the_case(text: str, start: int) -> bool:
    """Whether a clause goes on about the penalty, or about whom a case that was lost falls on."""
    return OF_THE_PENALTY.match(text, start) is not None or (
        TOLD_ANEW.match(text, start) is None and OF_WHOM_IT_BLAMES.match(text, start) is not None
    )


def _flag_events(text: str, clauses: Sequence[tuple[int, int]], flags: list[bool]) -> None:
    """From the clause that tells of a flood or a quarrel on, the others tell of it as well."""
    is_about_it = False
    for i, (a, b) in enumerate(clauses):
        is_anew = TOLD_ANEW.match(text, a) is not None and RESPONDED.match(text, a) is None
        is_about_it = is_about_it and not is_anew
        is_about_it = is_about_it or is_event(text[a:b])
        flags[i] = flags[i] or is_about_it


def _flag_the_case(text: str, clauses: Sequence[tuple[int, int]], flags: list[bool]) -> None:
    """The clauses that tell the case of a deed behind them (罚款20万元，该案列入…) go with it."""
    is_told = False
    for i in range(len(clauses) - 1, -1, -1):
        start = clauses[i][0]
        is_told = is_told and TOLD_ANEW.match(text, start) is None
        flags[i] = flags[i] or is_told
        is_told = is_told and OF_THEM.match(text, start) is None
        is_told = is_told or (flags[i] and OF_THAT_CASE.match(text, start) is not None)


def merged(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Neighbouring stretches of one kind made one."""
    out: list[Stretch] = []
    for stretch in stretches:
        if out and out[-1].is_deed == stretch.is_deed:
            out[-1] = Stretch(out[-1].start, stretch.end, stretch.is_deed)
        else:
            out.append(stretch)
    return out
