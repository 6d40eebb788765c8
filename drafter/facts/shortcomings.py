"""Shortcomings (不足): single deficiencies, their stated causes, and the promises that answer."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from drafter.facts.commitments import COMMITMENT_ROLES, lone_headings, themes_of, topic_end
from drafter.knowledge.indicators import Indicators
from drafter.knowledge.outline import Outline
from drafter.model import Passage, Ref, Report, Shortcoming
from drafter.zh.clauses import Clause, split_clauses
from drafter.zh.quantities import compile_words, level

_MARKER = re.compile(
    r"(?:[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[是、]|(?:另)?一方面[，,]?"
    r"|(?:第[一二三四五六]|首先|其次|再次|最后|另外|此外|同时)[，,是]?|[（(]?[0-9]{1,2}[.．、)）]|[①-⑳])"
)
_NUMBERED = re.compile(r"[二三四五六七八九]是|其次|再次|最后|另一方面|第[二三四五]")
_VAGUE_SUM = re.compile(
    r"(?:存在|有)[^，,。]{0,16}(?:问题|不足|短板|差距|弱项|薄弱环节|困难)[^，,。]{0,14}\Z"
)
_SHOWN = re.compile(r"(?:主要|突出|具体|集中)?(?:表现|体现|反映)(?:在于|在|为)")
_ASIDE = re.compile(
    r"(?:但|不过|同时)?(?:也|还)?(?:要|应|应该|必须|应当)?(?:清醒)?(?:地)?(?:看到|认识到)|一年来|回顾[^，,]{0,12}|当前|目前"
)
_LINKED = re.compile(
    r"(?:但是|但|然而|不过|与此同时|同时|当前|目前|其中|尤其是?|特别是?|此外|另外|而且|并且|以及|另一方面|一方面)+"
)
_LEADS = re.compile(rf"(?:{_MARKER.pattern}|{_LINKED.pattern}|{_ASIDE.pattern})[，,]?")
_TREND = re.compile(r"(?:随着|面对|在|围绕|因|由于|对照|相较于|与|虽然|尽管|虽)")
_STATED = re.compile(r"(?:主要|根本|深层次)?原因(?:是|在于|有|主要是|主要有)?[：:，,]?")
_MAX_SUBJECT_SHARED = 2
_MAX_LONE_SUBJECT = 2
_MAX_PAIR = 32  # two clauses that short were always one topic in the reports read
_MAX_LISTED_PAIR = 48  # the same inside 一是…；二是…
_MAX_SUM = 36
_MIN_LEFT = 4
_DEGREES = "还仍较比不够有待需进一步相对"  # characters of adverbs between subject and predicate
_PERSON_WITHIN = 12
_SIMILAR = 0.16  # share of common bigrams; below it themes alone made links that readers denied


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """Patterns for how deficiencies are worded, compiled once per data set."""

    deficient: re.Pattern[str]
    passes: re.Pattern[str]
    persons: re.Pattern[str]
    cause: re.Pattern[str]
    lead_in: re.Pattern[str]
    achieved: re.Pattern[str]
    quantifier: re.Pattern[str]
    effect: re.Pattern[str]
    continues: re.Pattern[str]


def cut_shortcomings(
    text: str, indicators: Indicators, *, start: int = 0
) -> tuple[tuple[int, int], ...]:
    """Where the deficiencies of a passage stand, as offsets without closing punctuation, ascending.

    Args:
        text: A whole passage.
        indicators: The words.
        start: Where to begin, behind a marker or a topic sentence.
    """
    return tuple((cut.start, cut.end) for cut in _cut(text, indicators, start)[0])


def mark_shortcomings(
    report: Report, indicators: Indicators, outline: Outline
) -> tuple[Shortcoming, ...]:
    """All deficiencies of part `shortcomings`, in reading order, numbered S1, S2, ….

    Args:
        report: Parts and themes known; with its commitments, those that answer are named.
        indicators: The words.
        outline: For the keywords of the themes.
    """
    found: list[Shortcoming] = []
    for passage, theme in _lacking(report, indicators):
        cuts, alone = _cut(passage.text, indicators, _matter(passage, indicators))
        if alone and found and found[-1].cause is None:
            found[-1] = replace(found[-1], cause=alone)
        for cut in cuts:
            text = passage.text[cut.start : cut.end]
            found.append(
                Shortcoming(
                    id=f"S{len(found) + 1}",
                    ref=Ref(passage.id, cut.start, cut.end),
                    text=text,
                    cause=cut.cause,
                    answered_by=_answers(text, theme, report, outline),
                )
            )
    return tuple(found)


@lru_cache(maxsize=8)
def _lexicon(indicators: Indicators) -> _Lexicon:
    words = indicators.measures.shortcomings
    return _Lexicon(
        deficient=compile_words(words["deficiencies"]),
        passes=compile_words(words["passes"]),
        persons=compile_words(words["persons"]),
        cause=compile_words(words["causes"]),
        lead_in=compile_words(words["lead_ins"]),
        achieved=compile_words(words["achievements"]),
        quantifier=compile_words(words["quantifiers"]),
        effect=compile_words(words["effects"]),
        continues=compile_words(words["continues"]),
    )


def _lacking(report: Report, indicators: Indicators) -> list[tuple[Passage, str | None]]:
    """The passages that state deficiencies and no causes, each with the theme of its section."""
    lexicon = _lexicon(indicators)
    rows: list[tuple[Passage, str | None]] = []
    theme: str | None = None
    causes = False
    alone = lone_headings(report, "shortcomings")
    for passage in report.passages:
        if passage.part != "shortcomings":
            continue
        if passage.id in alone:
            rows.append((passage, passage.theme))
        elif passage.role == "heading":
            if (passage.level or 1) > 1:
                theme = passage.theme
                causes = (
                    "原因" in passage.text
                    and lexicon.lead_in.search(passage.text) is None
                    and "问题" not in passage.text
                    and "不足" not in passage.text
                )
        elif passage.role in COMMITMENT_ROLES and not causes:
            rows.append((passage, theme))
    return rows


def _matter(passage: Passage, indicators: Indicators) -> int:
    """Where the deficiencies begin: behind a topic sentence, unless only causes follow it."""
    start = topic_end(passage)
    if _cut(passage.text, indicators, start)[0]:
        return start
    return len(passage.marker) if passage.marker and passage.text.startswith(passage.marker) else 0


# --------------------------------------------------------------------- cutting


@dataclass(frozen=True, slots=True)
class _Cut:
    start: int
    end: int
    cause: str | None = None


def _cut(text: str, indicators: Indicators, start: int) -> tuple[list[_Cut], str | None]:
    """The deficiencies of a passage, and a cause that stands in it without any of them."""
    lexicon = _lexicon(indicators)
    cuts: list[_Cut] = []
    alone: str | None = None
    causing = False
    is_list = text[:start].strip() != "" or _MARKER.match(text) is not None
    for sentence in _sentences(text, start):
        if causing:
            causing = (
                sentence[-1].stop in {";", ":"}
                or _NUMBERED.match(text, sentence[0].start) is not None
            )
            continue
        found, cause = _cut_sentence(text, sentence, lexicon, is_list=is_list)
        is_list = is_list or sentence[-1].stop == ";"
        cuts += found
        if cause is not None:
            causing = sentence[-1].stop in {";", ":"}
            alone = cause if not cuts else None
            cuts = [replace(cut, cause=cut.cause or cause) for cut in cuts]
    return cuts, alone


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
    text: str, clauses: list[Clause], lexicon: _Lexicon, *, is_list: bool
) -> tuple[list[_Cut], str | None]:
    """The deficiencies of a sentence, and the cause it states, if any."""
    opened = [i for i, c in enumerate(clauses) if c.stop == ":"]
    cause: str | None = None
    for i, clause in enumerate(clauses):
        if m := lexicon.cause.search(level(text[clause.start : clause.end])):
            last = text[clause.start : clauses[-1].end]
            cause = _STATED.sub(
                "", last[m.start() :] if not m[0].endswith("所致") else last, count=1
            ).strip(" ，,：:。")
            clauses = clauses[:i]
            break
    clauses = _behind_lead_in(text, clauses, lexicon)
    if opened:
        clauses = clauses[opened[-1] + 1 :]
    if not clauses:
        return [], cause
    whole = level(text[clauses[0].start : clauses[-1].end])
    if _is_lead_in(whole, lexicon):
        return [], cause
    return _group(text, clauses, lexicon, is_list=is_list or clauses[-1].stop == ";"), cause


def _behind_lead_in(text: str, clauses: list[Clause], lexicon: _Lexicon) -> list[Clause]:
    """The clauses from 主要表现在 on, where those before only say that there are problems."""
    for i, clause in enumerate(clauses):
        if i and _SHOWN.match(level(text[clause.start : clause.end])):
            before = level(text[clauses[0].start : clauses[i - 1].end])
            return clauses[i:] if _is_lead_in(before, lexicon) else clauses
    return clauses


def _is_lead_in(whole: str, lexicon: _Lexicon) -> bool:
    """Whether a sentence only says that there are problems: 取得了成效，但仍存在一些不足。"""
    if not lexicon.lead_in.search(whole) or not _VAGUE_SUM.search(whole):
        return False
    return lexicon.achieved.search(whole) is not None or len(whole) <= _MAX_SUM


def _group(text: str, clauses: list[Clause], lexicon: _Lexicon, *, is_list: bool) -> list[_Cut]:
    """Clauses joined into deficiencies: a clause with a subject of its own begins a new one."""
    cuts: list[_Cut] = []
    waiting: int | None = None
    owner = ""  # the words of the clause that gave the deficiency its subject
    size = clauses[-1].end - clauses[0].start
    said = [c for c in clauses if not _LEADS.fullmatch(level(text[c.start : c.end]))]
    is_pair = len(said) == 2 and size <= (_MAX_LISTED_PAIR if is_list else _MAX_PAIR)  # noqa: PLR2004 - a pair
    for clause in clauses:
        begin = clause.start + _lead(
            level(text[clause.start : clause.end]), waiting is None and not cuts
        )
        words = level(text[begin : clause.end])
        if not words:
            continue
        lacks = lexicon.deficient.search(lexicon.passes.sub("", words)) is not None
        named = lexicon.quantifier.match(words) is not None
        lacks = lacks or (named and bool(cuts))
        is_named = words.startswith(("“", '"')) and clause is not said[0]
        is_pair = is_pair and (is_list or not named) and not is_named
        joins = (
            is_pair or _continues(words, owner, lexicon)
            if lacks
            else not _TREND.match(words) or is_pair
        )
        if cuts and waiting is None and joins:
            cuts[-1] = _Cut(cuts[-1].start, clause.end)
        elif lacks:
            cuts.append(_Cut(begin if waiting is None else waiting, clause.end))
            waiting, owner = None, words
        elif waiting is None:
            waiting = begin
    if cuts and waiting is not None:
        cuts[-1] = _Cut(cuts[-1].start, clauses[-1].end)
    return cuts


def _lead(words: str, is_first: bool) -> int:  # noqa: FBT001 - tells where the clause stands
    """How much of a clause only leads into it: a marker, 主要表现在."""
    at = 0
    if is_first:
        if m := _MARKER.match(words):
            at = m.end()
        elif _LINKED.fullmatch(words) or _ASIDE.fullmatch(words):
            at = len(words)
    if m := _SHOWN.match(words, at):
        at = m.end()
    return at if at == len(words) or len(words) - at >= _MIN_LEFT else 0


def _continues(words: str, owner: str, lexicon: _Lexicon) -> bool:
    """Whether a clause goes on about the subject of the deficiency before it."""
    core = words
    if m := _LINKED.match(core):
        core = core[m.end() :]
    if lexicon.quantifier.match(core) or _TREND.match(core) or core.startswith(("“", '"')):
        return False  # “新官不理旧账”现象 is a subject of its own
    if lexicon.continues.match(core) or lexicon.effect.match(core):
        return True
    if lexicon.persons.search(owner, 0, _PERSON_WITHIN) and lexicon.quantifier.match(owner):
        return True
    m = lexicon.deficient.search(core)
    subject = core[: m.start()] if m else core
    head = subject.rstrip(_DEGREES)
    return (
        len(head) <= _MAX_LONE_SUBJECT or head[:_MAX_SUBJECT_SHARED] == owner[:_MAX_SUBJECT_SHARED]
    )


# ------------------------------------------------------------------- answering


def _answers(text: str, theme: str | None, report: Report, outline: Outline) -> tuple[str, ...]:
    """Ids of the promises that answer a deficiency: of a common theme, and in kindred words."""
    if not report.commitments:
        return ()
    themes = set(themes_of(text, theme, outline, limit=3))
    grams = _bigrams(text)
    scored = []
    for promise in report.commitments:
        if not themes & set(promise.themes):
            continue
        common = grams & _bigrams(promise.text)
        share = len(common) / max(1, min(len(grams), len(_bigrams(promise.text))))
        if share >= _SIMILAR:
            scored.append((share, promise.id))
    scored.sort(reverse=True)
    return tuple(key for _, key in scored[:2])


_COMMON = (
    "法治",
    "政府",
    "建设",
    "工作",
    "行政",
    "依法",
    "进一",
    "一步",
    "加强",
    "提升",
    "能力",
    "机制",
    "推进",
    "有待",
    "落实",
    "还需",
)


@lru_cache(maxsize=1024)
def _bigrams(text: str) -> frozenset[str]:
    """Pairs of characters that tell sentences of this genre apart."""
    words = re.sub(r"[^一-鿿]", "", text)
    return frozenset(words[i : i + 2] for i in range(len(words) - 1)) - frozenset(_COMMON)
