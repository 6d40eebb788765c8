"""Shortcomings (不足): single deficiencies, their stated causes, and the promises that answer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from drafter.facts.answers import Answers
from drafter.facts.commitments import (
    COMMITMENT_ROLES,
    are_siblings,
    topic_end,
    with_topics,
)
from drafter.knowledge.indicators import Indicators
from drafter.knowledge.outline import Outline
from drafter.model import Passage, Ref, Report, Shortcoming
from drafter.zh.clauses import Clause, split_clauses
from drafter.zh.deficiencies import (
    ANNOUNCES_CAUSES,
    ASIDE,
    ATTRIBUTE,
    BROUGHT_ABOUT,
    CAUSE,
    CAUSES,
    COMPARED,
    COUNTED,
    DEGREES,
    FACED,
    FIRST_ITEM,
    GAP,
    JOINED_ON,
    LACKS,
    LINKED,
    LOPSIDED,
    MARKER,
    MENDED,
    NAMED_FAULT,
    NOT_UP_TO,
    NUMBERED,
    OCCURS,
    OPENS_GROUND,
    OTHER_SIDE,
    REASONED,
    REGARDED,
    REMEDY,
    SHOWN,
    STATED,
    STILL_TO_DO,
    SUMMED,
    TO_MEND,
    TRACED,
    TREND,
    TURNED,
    VAGUE_SUM,
    leads_in,
    names_what_falls_short,
    only_leads,
    tells_of_all,
)
from drafter.zh.numbering import IS, ORDINAL, mark_at
from drafter.zh.quantities import level
from drafter.zh.words import compile_words

_MAX_SUBJECT_SHARED = 2
_SAME_SUBJECT = 4  # 执法人员业务水平 behind 执法人员法治意识
_MAX_LONE_SUBJECT = 2
_LEAST_SUBJECT = 6  # 执法方式, 文书制作: shorter, it is of the people that the sentence began with
_PAIR = 2
_MAX_PAIR = 32  # two clauses that short were one topic in the reports read, three lists apart
_MAX_LEAD = 300  # code points; what leads in deficiencies is a clause or three
_MIN_LEFT = 4
_REASON_WITHIN = 250  # code points; REASONED spans no more
_LEAST_HEADING = 8  # a heading without a word of lacking that is shorter only names a topic
_QUOTES = '“"'
_PERSON_WITHIN = 12


class _Lexicon:
    """How deficiencies are worded, made once per data set."""

    def __init__(self, indicators: Indicators) -> None:
        words = indicators.measures.shortcomings
        self.deficient = compile_words(words["deficiencies"])
        self.passes = compile_words(words["passes"])
        self.persons = compile_words(words["persons"])
        self.cause = compile_words(words["causes"])
        self.achieved = compile_words(words["achievements"])
        self.quantifier = compile_words(words["quantifiers"])
        self.effect = compile_words(words["effects"])
        self.matter = compile_words(words["matters"])
        self.faculty = compile_words(words["faculties"])
        self.fields = frozenset(words["fields"])
        self.continues = compile_words(words["continues"])
        self.verb = compile_words(indicators.measures.lists["verbs"])

    def lacks(self, words: str) -> bool:
        """Whether some words say that something is lacking."""
        return self.deficient.search(self.passes.sub("", words)) is not None


def mark_shortcomings(
    report: Report, indicators: Indicators, outline: Outline
) -> tuple[Shortcoming, ...]:
    """All deficiencies of part `shortcomings`, in reading order, numbered S1, S2, ….

    Args:
        report: Parts and themes known; with its commitments, those that answer are named.
        indicators: The words.
        outline: For the keywords of the themes.
    """
    lexicon = _lexicon(indicators)
    rows: list[tuple[Passage, str | None, _Cut]] = []
    topics = with_topics(report, "shortcomings")
    for group in _groups(report):
        _take(group, rows, lexicon, topics)
    texts = [passage.text[cut.start : cut.end] for passage, _, cut in rows]
    answers = Answers(texts, report.commitments, outline)
    return tuple(
        Shortcoming(
            id=f"S{i}",
            ref=Ref(passage.id, cut.start, cut.end),
            text=passage.text[cut.start : cut.end],
            cause=cut.cause,
            answered_by=answers.to(passage.text[cut.start : cut.end], theme),
        )
        for i, (passage, theme, cut) in enumerate(rows, 1)
    )


@lru_cache(maxsize=8)
def _lexicon(indicators: Indicators) -> _Lexicon:
    return _Lexicon(indicators)


# ----------------------------------------------------------------- where to look


class _Group(Struct, frozen=True):
    """A heading (None before the first one) and the passages up to the next heading."""

    heading: Passage | None
    passages: tuple[Passage, ...]
    is_leaf: bool  # no heading of a lower level follows it


def _groups(report: Report) -> Iterator[_Group]:
    kept = [
        p
        for p in report.passages
        if p.part == "shortcomings" and (p.role == "heading" or p.role in COMMITMENT_ROLES)
    ]
    heads = [i for i, p in enumerate(kept) if p.role == "heading"]
    if kept and (not heads or heads[0]):
        yield _Group(None, tuple(kept[: heads[0] if heads else len(kept)]), is_leaf=False)
    for k, at in enumerate(heads):
        end = heads[k + 1] if k + 1 < len(heads) else len(kept)
        after = kept[end] if end < len(kept) else None
        is_leaf = after is None or (after.level or 1) <= (kept[at].level or 1)
        beneath = tuple(kept[at + 1 : end])
        own = _own_of(kept[at], beneath)
        if len(own) < len(beneath):
            yield _Group(kept[at], own, is_leaf=True)
            yield _Group(None, beneath[len(own) :], is_leaf=False)
        else:
            yield _Group(kept[at], beneath, is_leaf=is_leaf)


def _own_of(heading: Passage, beneath: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """What stands under a heading before the next of its kind, which is an item.

    一是…。 on a line of its own, perhaps with its cause on the next one, then 二是….
    """
    siblings = (k for k, p in enumerate(beneath) if p.role == "item" and are_siblings(heading, p))
    return beneath[: next(siblings, len(beneath))]


def _take(
    group: _Group,
    rows: list[tuple[Passage, str | None, _Cut]],
    lexicon: _Lexicon,
    topics: frozenset[int],
) -> None:
    """Adds the deficiencies of a group, and the causes that it states to those before it."""
    heading = group.heading if group.heading and (group.heading.level or 1) > 1 else None
    if group.heading and _names_causes(group.heading.text):
        for passage in group.passages:
            _explain(rows, _cut(passage.text, lexicon, _marker_end(passage)))
        return
    theme = heading.theme if heading else None
    first = len(rows)
    found: list[tuple[Passage, str | None, _Cut]] = []
    causing = False
    stated: list[_Reading] = []
    for passage in group.passages:
        if causing and passage.role == "item":
            continue
        reading = _matter(passage, lexicon, has_topic=passage.id in topics)
        causing = reading.is_open
        found += [(passage, theme, cut) for cut in reading.cuts]
        if reading.alone:
            stated.append(reading)
            _explain(found, reading)
    if heading and found and _is_of_its_own(heading.text, lexicon):
        cuts = _cut(heading.text, lexicon, _marker_end(heading)).cuts
        found = [(heading, theme, cut) for cut in cuts] + found
    if heading and not found and group.is_leaf:
        is_explained = len(stated) == len(group.passages)
        cuts = _heading_cuts(heading, lexicon, is_explained=is_explained)
        found += [(heading, theme, cut) for cut in cuts]
    rows += found
    if stated and len(rows) > first:
        _explain(rows, stated[0])


def _explain(rows: list[tuple[Passage, str | None, _Cut]], reading: _Reading) -> None:
    """Gives a cause told on its own to the deficiency right before it."""
    if reading.alone and rows and rows[-1][2].cause is None:
        passage, theme, cut = rows[-1]
        rows[-1] = (passage, theme, replace(cut, cause=reading.alone))


def _names_causes(heading: str) -> bool:
    """Whether a heading announces causes and no deficiencies."""
    flat = level(heading)
    return CAUSES in flat and not any(word in flat for word in LACKS)


def _is_of_its_own(topic: str, lexicon: _Lexicon) -> bool:
    """Whether the first sentence of an item is a deficiency beside those behind it, no mere topic.

    `一是部分干部法治思维不强，遇事仍用老办法。社区干部年龄偏大。` tells two.
    """
    mark = mark_at(topic)
    if mark is None or mark.style not in {IS, ORDINAL}:
        return False
    words = level(topic[mark.end :]).rstrip("。")
    clauses = words.split(",")
    is_of_some = lexicon.quantifier.match(words) is not None
    return len(clauses) > 1 and (is_of_some or all(map(lexicon.lacks, clauses)))


def _heading_cuts(heading: Passage, lexicon: _Lexicon, *, is_explained: bool) -> tuple[_Cut, ...]:
    """A heading with no deficiency beneath it says itself what is lacking.

    Args:
        heading: Its passage.
        lexicon: The words.
        is_explained: Whether nothing but causes stands beneath it, so that it needs no such word.
    """
    text = heading.text
    start = _marker_end(heading)
    if lexicon.lacks(level(text)) or (len(text) - start >= _LEAST_HEADING and is_explained):
        return _cut(text, lexicon, start).cuts
    return ()


def _marker_end(passage: Passage) -> int:
    has_marker = passage.marker and passage.text.startswith(passage.marker)
    return len(passage.marker or "") if has_marker else 0


def _matter(passage: Passage, lexicon: _Lexicon, *, has_topic: bool) -> _Reading:
    """The deficiencies behind a topic sentence, or in it if only causes follow it."""
    start = topic_end(passage, has_topic=has_topic)
    if _is_of_its_own(passage.text[:start], lexicon):
        start = _marker_end(passage)
    reading = _cut(passage.text, lexicon, start)
    if reading.cuts or start == _marker_end(passage):
        return reading
    return _cut(passage.text, lexicon, _marker_end(passage))


# --------------------------------------------------------------------- cutting


class _Cut(Struct, frozen=True):
    start: int
    end: int
    cause: str | None = None


class _Reading(Struct, frozen=True):
    """What a passage says.

    Attributes:
        cuts: Its deficiencies.
        alone: A cause that stands in it without any of them.
        is_open: Whether it ends in 究其原因： so that the items behind it are causes.
    """

    cuts: tuple[_Cut, ...]
    alone: str | None
    is_open: bool


def _cut(text: str, lexicon: _Lexicon, start: int) -> _Reading:
    """The deficiencies of a passage, and a cause that stands in it without any of them."""
    cuts: list[_Cut] = []
    alone: str | None = None
    causing = counting = mending = False  # counting: only 三是 goes on with the causes
    is_announced = False  # 原因有两点。
    is_list = _is_marker(text[:start]) or MARKER.match(level(text)) is not None
    rows = _sentences(text, start)
    for number, sentence in enumerate(rows):
        flat = level(text[sentence[0].start : sentence[-1].end])
        is_numbered = NUMBERED.match(flat) is not None
        if causing and (is_numbered or not counting):
            is_numbered = is_numbered or FIRST_ITEM.match(flat) is not None
            counting = is_numbered and sentence[-1].stop not in {";", ":"}
            causing = counting or sentence[-1].stop in {";", ":"}
            is_announced = False
            continue
        causing = is_announced = False
        if mending or MENDED.match(flat):
            mending = sentence[-1].stop in {";", ":"}
            continue
        if REMEDY.match(flat):
            break
        was_list = bool(cuts) and is_list
        found, cause = _cut_sentence(text, sentence, lexicon, is_list=is_list, follows=bool(cuts))
        is_list = is_list or sentence[-1].stop == ";" or any(c.stop == ":" for c in sentence)
        cuts += found
        if cause is not None:
            # A；B，原因是C；D: a semicolon parts what has its causes with it; 原因是：C；D goes on.
            reached = found[-1].end if found else 0
            is_list_of_causes = not found or any(
                c.stop == ":" and c.end > reached for c in sentence
            )
            is_bare = not was_list and not _tells_more_lacks(text, rows, number + 1, lexicon)
            goes_on = sentence[-1].stop == ";" and (is_list_of_causes or is_bare)
            is_announced = ANNOUNCES_CAUSES.fullmatch(level(cause)) is not None
            is_begun = FIRST_ITEM.match(level(cause)) is not None and OTHER_SIDE not in cause
            counting = not goes_on and is_begun
            causing = goes_on or counting or is_announced or sentence[-1].stop == ":"
            alone = cause if not cuts else None
            cuts = [replace(cut, cause=cut.cause or cause or None) for cut in cuts]
    last = text.rstrip()[-1:]
    is_open = causing and (is_announced or last in {"：", ":", "，", ","})
    return _Reading(tuple(cuts), alone, is_open)


def _tells_more_lacks(text: str, rows: list[list[Clause]], first: int, lexicon: _Lexicon) -> bool:
    """Whether what follows a cause behind a semicolon is of the deficiencies, and no more causes.

    It has a cause of its own, or is a sentence of several clauses; 培训不足；考核不严 are causes.
    """
    for i in range(first, len(rows)):  # a slice of all that follows would be copied at each cause
        clauses = rows[i]
        words = level(text[clauses[0].start : clauses[-1].end])
        has_cause = lexicon.cause.search(words) is not None or CAUSE.search(words) is not None
        is_full = len(clauses) > 1 and lexicon.lacks(words)
        if has_cause or is_full:
            return True
        if clauses[-1].stop != ";":
            return False
    return False


def _is_marker(lead: str) -> bool:
    """Whether nothing but a marker stands before the matter (a topic sentence would be more)."""
    flat = level(lead).strip()
    return bool(flat) and "。" not in flat


def _sentences(text: str, start: int) -> list[list[Clause]]:
    """The clauses of a text from `start`, by sentence."""
    rows: list[list[Clause]] = []
    for clause in split_clauses(text):
        if clause.end <= start:
            continue
        kept = replace(clause, start=max(start, clause.start))
        if rows and rows[-1][0].sentence == clause.sentence:
            rows[-1].append(kept)
        else:
            rows.append([kept])
    return rows


def _cut_sentence(
    text: str, clauses: list[Clause], lexicon: _Lexicon, *, is_list: bool, follows: bool
) -> tuple[list[_Cut], str | None]:
    """The deficiencies of a sentence, which `follows` others, and the cause it states, if any."""
    if follows and (traced := TRACED.match(level(text[clauses[0].start : clauses[-1].end]))):
        return [], text[clauses[0].start + traced.end() : clauses[-1].end]
    clauses, cause = _split_cause(text, clauses, lexicon)
    clauses = _behind_lead_in(text, clauses, lexicon)
    opened = [i for i, c in enumerate(clauses) if c.stop == ":"]
    if opened:
        clauses = clauses[opened[-1] + 1 :]
        is_list = is_list or bool(clauses and clauses[-1].stop == ";")
    if not clauses:
        return [], cause
    whole = level(text[clauses[0].start : clauses[-1].end])
    is_about = SUMMED.match(whole) or TO_MEND.fullmatch(whole) or REGARDED.fullmatch(whole)
    if is_about or _is_lead_in(whole, lexicon):
        return [], cause
    clauses = clauses[leads_in(level(text[c.start : c.end]) for c in clauses[:-1]) :]
    return _group(text, clauses, lexicon, is_list=is_list or clauses[-1].stop == ";"), cause


def _split_cause(
    text: str, clauses: list[Clause], lexicon: _Lexicon
) -> tuple[list[Clause], str | None]:
    """The clauses before a cause, and the cause: …不足，根子在于编制紧缺."""
    for i, clause in enumerate(clauses):
        words = level(text[clause.start : clause.end])
        is_summed = i == 0 and SUMMED.match(words)
        # No more than such a cause may hold: a sentence may go on without end.
        rest = level(text[clause.start : min(clauses[-1].end, clause.start + _REASON_WITHIN)])
        m = CAUSE.match(words) or REASONED.match(rest) or lexicon.cause.search(words)
        if not m and not is_summed:
            continue
        begin = clause.start + (m.start() if m and not m[0].endswith(BROUGHT_ABOUT) else 0)
        last = text[begin : clauses[-1].end]
        flat = level(last)
        announced = CAUSE.match(flat)
        if announced and not announced[0].endswith(BROUGHT_ABOUT):
            return clauses[:i], last[announced.end() :].strip(" ，,：:。")
        return clauses[:i], last[_stated_end(flat) :].strip(" ，,：:。")
    return clauses, None


def _stated_end(flat: str) -> int:
    return m.end() if (m := STATED.match(flat)) else 0


def _behind_lead_in(text: str, clauses: list[Clause], lexicon: _Lexicon) -> list[Clause]:
    """The clauses that tell what is lacking, where those before only say that something is.

    取得了成效，但仍存在一些不足，｜执法力量薄弱；…，主要表现在｜执法力量薄弱.
    """
    for i, clause in enumerate(clauses[1:], 1):
        last = clauses[i - 1]
        if last.end - clauses[0].start > _MAX_LEAD:
            break
        is_shown = SHOWN.match(level(text[clause.start : clause.end])) is not None
        if not is_shown and not VAGUE_SUM.search(level(text[last.start : last.end])):
            continue
        before = level(text[clauses[0].start : last.end])
        if is_shown:
            return clauses[i:] if _is_lead_in(before, lexicon) else clauses
        if TURNED.search(before) and _is_lead_in(before, lexicon):
            rest = level(text[clause.start : clauses[-1].end])
            return clauses[i:] if lexicon.lacks(rest) or TO_MEND.fullmatch(rest) else clauses
    return clauses


def _is_lead_in(whole: str, lexicon: _Lexicon) -> bool:
    """Whether a sentence only says that there are problems: 取得了成效，但仍存在一些不足."""
    vague = VAGUE_SUM.search(whole)
    if not vague or lexicon.quantifier.match(whole) or names_what_falls_short(whole):
        return False
    before = whole[: max(0, whole.rfind(",", 0, vague.start()))]
    adds = vague["bare"] or vague["spots"] or (GAP.search(vague[0]) and not TURNED.search(whole))
    if adds and lexicon.lacks(before):
        return False  # 执法力量不足，困难较大; 制度供给不够及时，与新业态的需要有差距
    if vague["bare"]:
        return tells_of_all(whole)
    return lexicon.achieved.search(whole) is not None or COMPARED.search(whole) is not None


def _group(text: str, clauses: list[Clause], lexicon: _Lexicon, *, is_list: bool) -> list[_Cut]:
    """Clauses joined into deficiencies: a clause with a subject of its own begins a new one."""
    cuts: list[_Cut] = []
    waiting: int | None = None
    owner = ""  # the words of the clause that gave the deficiency its subject
    said = [c for c in clauses if not only_leads(level(text[c.start : c.end]))]
    size = clauses[-1].end - clauses[0].start
    is_pair = len(said) == _PAIR and (is_list or size <= _MAX_PAIR)  # a row of a list has one topic
    words = ""
    for clause in clauses:
        last = words
        begin = clause.start + _lead(
            level(text[clause.start : clause.end]), is_first=waiting is None and not cuts
        )
        words = level(text[begin : clause.end])
        if not words:
            continue
        named = lexicon.quantifier.match(words) is not None
        lacks = lexicon.lacks(words) or (named and bool(cuts)) or OCCURS.search(words) is not None
        # 由于职责不清，移送脱节: what it is due to is told with it.
        lacks = lacks and (clause is said[-1] or OPENS_GROUND.match(words) is None)
        if clause is not said[0]:
            is_apart = named and not STILL_TO_DO.search(owner)
            is_apart = is_apart or begin > clause.start
            is_pair = is_pair and not NAMED_FAULT.match(words) and not is_apart
        if lacks:
            joins = is_pair or _continues(words, owner, lexicon)
            joins = joins or (not named and _proves(words, last))
            joins = joins and begin == clause.start  # 同时｜对青少年的普法不足 is one of its own
        else:
            joins = not TREND.match(words) or is_pair
        if cuts and waiting is None and joins:
            cuts[-1] = _Cut(cuts[-1].start, clause.end)
        elif lacks:
            start = begin if waiting is None else waiting
            cuts.append(_Cut(start, clause.end))
            waiting, owner = None, level(text[start : clause.end])
        elif waiting is None:
            waiting = begin
    if cuts and waiting is not None:
        cuts[-1] = _Cut(cuts[-1].start, clauses[-1].end)
    if not cuts and waiting is not None and _is_meant(text, clauses, waiting, lexicon, is_list):
        return [_Cut(waiting, clauses[-1].end)]
    return cuts


def _is_meant(
    text: str,
    clauses: list[Clause],
    start: int,
    lexicon: _Lexicon,
    is_list: bool,  # noqa: FBT001 - as the caller has it
) -> bool:
    """Whether words that name nothing lacking tell a deficiency all the same, by their place."""
    words = level(text[start : clauses[-1].end])
    if len(words) < _LEAST_HEADING or lexicon.verb.match(words) or clauses[-1].stop == ":":
        return False
    return is_list or lexicon.quantifier.match(words) is not None


def _lead(words: str, *, is_first: bool) -> int:
    """How much of a clause only leads into it: a marker, 主要表现在."""
    at = 0
    if is_first:
        if m := MARKER.match(words):
            at = m.end()
        elif LINKED.fullmatch(words) or ASIDE.fullmatch(words):
            at = len(words)
    elif m := JOINED_ON.match(words):
        at = m.end()
    if m := SHOWN.match(words, at):
        at = m.end()
    return at if at == len(words) or len(words) - at >= _MIN_LEFT else 0


def _is_of_some(words: str, lexicon: _Lexicon) -> bool:
    """Whether words begin with some people or offices: 少数单位, 部分执法人员."""
    is_some = lexicon.quantifier.match(words) is not None
    return is_some and lexicon.persons.search(words, 0, _PERSON_WITHIN) is not None


def _proves(words: str, last: str) -> bool:
    """Whether a clause has the number that proves the one before: 案件激增，｜人均办案达41件."""
    return COUNTED.search(words) is not None and COUNTED.search(last) is None


def _continues(words: str, owner: str, lexicon: _Lexicon) -> bool:
    """Whether a clause goes on about the subject of the deficiency before it."""
    core = words
    if linked := LINKED.match(core):
        core = core[linked.end() :]
    of_some = _is_of_some(owner, lexicon)
    if NOT_UP_TO.match(core) or (of_some and FACED.match(core)):
        return True
    if lexicon.quantifier.match(core) or TREND.match(core):
        return False
    if lexicon.continues.match(core) or lexicon.effect.match(core) or LOPSIDED.match(core):
        return True
    if NAMED_FAULT.match(core):
        return False
    m = lexicon.deficient.search(core)
    subject = core[: m.start()] if m else core
    head = subject.rstrip(DEGREES)
    if of_some:
        return not _is_subject(head, lexicon, occurs=OCCURS.search(core) is not None)
    return _is_told_of(head, owner, lexicon)


def _is_subject(head: str, lexicon: _Lexicon, *, occurs: bool) -> bool:
    """Whether the words before what is lacking name a matter of its own: 风险防控机制 尚未健全.

    Of some people (部分干部法治意识不强) their faculties are told on: 运用法律的能力 不足, and
    what they do: 隐患排查 流于形式.

    Args:
        head: The words.
        lexicon: The words of lacking.
        occurs: Whether the clause says by its name what is wrong (存在“先签后审”的情况).
    """
    is_long = len(head) >= _LEAST_SUBJECT and head[0] not in _QUOTES  # “小违法”拖成“大问题”
    is_matter = is_long and (occurs or lexicon.matter.search(head) is not None)
    return is_matter and not lexicon.faculty.search(head) and not lexicon.verb.match(head)


def _is_told_of(head: str, owner: str, lexicon: _Lexicon) -> bool:
    """Whether the words before what is lacking name no matter, or that of `owner` again."""
    if len(head) < _LEAST_SUBJECT and lexicon.faculty.match(head):
        return True  # 调解员年龄偏大，｜积极性不高
    if len(head) <= _MAX_LONE_SUBJECT or ATTRIBUTE.fullmatch(head):
        return True
    shared = head[:_MAX_SUBJECT_SHARED]
    # 执法装备 is a side of what 执法力量 is told of, 执法车辆、取证设备等装备 a matter of its own.
    is_side = len(head) < _LEAST_SUBJECT or shared not in lexicon.fields
    is_side = is_side or head[:_SAME_SUBJECT] == owner[:_SAME_SUBJECT]
    return is_side and shared == owner[:_MAX_SUBJECT_SHARED]
