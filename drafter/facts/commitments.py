"""Commitments (承诺): the promises of 下年安排, one per action with its own object."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from drafter.facts.themes import themes_of
from drafter.knowledge.indicators import Indicators
from drafter.knowledge.outline import Outline
from drafter.model import Commitment, Passage, Ref, Report
from drafter.zh.clauses import Clause, split_clauses
from drafter.zh.numbering import mark_at
from drafter.zh.promises import (
    ACTING_PREFIX,
    ACTS_ITSELF,
    AIM,
    ANNOUNCES,
    AWAITED,
    BRACKETED,
    BY_WHOM,
    CALL,
    CLAUSE_END,
    COMES_OF_IT,
    DEADLINE,
    DEED_NOUNS,
    DIGITS,
    DONE_BY_THEN,
    EXCEPTION,
    EXPLAINS,
    FOR_WHOM,
    GIVES_PLACE,
    GOES_THERE,
    GUIDANCE,
    HANDED_ON,
    INTENDS,
    IS_THE_YEAR,
    KEEPS_UP,
    LAW_OBEYED,
    LEAD,
    LEAD_IN,
    LINKS,
    MOVES_ON,
    NAMED_DEED,
    OBJECT_ALONE,
    OCCASION,
    OF_WHAT,
    OFTEN,
    ONGOING,
    OPENING_TOPIC,
    PLACE_OR_TIME,
    PLEDGE,
    PUT_INTO,
    QUOTED,
    RESOLVE,
    RESOURCES,
    SLOGAN,
    SPEEDS_UP,
    SPIRIT,
    SPIRIT_STUDIED,
    STUDIED,
    TAKES_FORM,
    TARGET,
    TARGETED,
    TIED,
    TIED_TO,
    VAGUE_MEANS,
    WHEN,
    WILL,
    YEAR,
)
from drafter.zh.quantities import level
from drafter.zh.small_words import BY_MEANS
from drafter.zh.words import compile_words

COMMITMENT_ROLES = frozenset({"body", "item"})
"""Roles of passages that promise something; headings only announce."""

_MAX_TOPIC = 26
_FEWEST_TOPICS = 3
_MAX_LEAD = 60
_MAX_ANNOUNCEMENT = 30
_MANY_HINTS = 2  # 为指导, 再上新台阶: one of them also stands in real promises
_SECTION_LEVEL = 2
_LEAST = 2
_LEAST_OBJECT = 3
_SHORT_MEANS = 10
_MEANS_WITHIN = 48  # code points in which means say what they are
_VERB_WITHIN = 8
_LEAST_LEFT = 4
_DOES = frozenset({"action", "means"})


class _Lexicon:
    """How promises are worded, made once per data set."""

    def __init__(self, indicators: Indicators) -> None:
        lists, words = indicators.measures.lists, indicators.measures.commitments
        self.verb = compile_words((*lists["verbs"], *words["actions"]))
        self.adverb = compile_words((*lists["adverbs"], *lists["scopes"], *words["adverbs"]))
        self.compound = compile_words(lists["compounds"])
        self.means = compile_words(words["means"])
        self.means_end = compile_words(words["means_ends"])
        self.purpose = compile_words(words["purposes"])
        self.building = compile_words(words["building"])
        self.results = words["results"]
        self.guiding = compile_words(words["guiding"])
        self.concrete = compile_words(words["concrete"])
        self.bounded = compile_words(words["bounded"])
        self.openers = compile_words(words["openers"])
        self.followers = compile_words(words["followers"])
        self.standing = compile_words(words["standing"])


def cut_commitments(
    text: str, indicators: Indicators, *, start: int = 0
) -> tuple[tuple[int, int], ...]:
    """Where the promises of a passage stand, as offsets without closing punctuation, ascending.

    Means (通过…) and purposes (确保…) stay with their action.

    Args:
        text: A whole passage.
        indicators: The words.
        start: Where to begin, behind a marker or a topic sentence.
    """
    lexicon = _lexicon(indicators)
    cuts: list[tuple[int, int]] = []
    sentence: list[Clause] = []
    for clause in split_clauses(text):
        if clause.end <= start:
            continue
        if sentence and clause.sentence != sentence[0].sentence:
            cuts += _cut_sentence(text, sentence, lexicon)
            sentence = []
        sentence.append(
            clause
            if clause.start >= start
            else Clause(start, clause.end, clause.sentence, clause.stop)
        )
    if sentence:
        cuts += _cut_sentence(text, sentence, lexicon)
    return tuple(cuts)


def mark_commitments(
    report: Report, indicators: Indicators, outline: Outline
) -> tuple[Commitment, ...]:
    """All promises of part `plans`, in reading order, numbered C1, C2, ….

    Args:
        report: Parts and themes known.
        indicators: The words.
        outline: For the keywords of the themes.
    """
    lexicon = _lexicon(indicators)
    found: list[Commitment] = []
    topics = with_topics(report, "plans")
    for passage, theme in _planned(report, lexicon):
        begin = topic_end(passage, has_topic=passage.id in topics)
        for start, end in cut_commitments(passage.text, indicators, start=begin):
            text = passage.text[start:end]
            flat = level(text)
            concrete = _is_concrete(flat, lexicon)
            bound = YEAR.search(flat) is not None or lexicon.bounded.search(flat) is not None
            found.append(
                Commitment(
                    id=f"C{len(found) + 1}",
                    ref=Ref(passage.id, start, end),
                    text=text,
                    themes=themes_of(text, theme, outline),
                    concrete=concrete,
                    year_bound=bound,
                    standing=not concrete and not bound and _is_standing(flat, lexicon),
                )
            )
    return tuple(found)


def topic_end(passage: Passage, *, has_topic: bool = False) -> int:
    """Where the matter of a passage begins: behind its marker, and behind an item's topic sentence.

    `一是健全机制。完善…，制定…。` promises only what follows 健全机制.

    Args:
        passage: A whole passage.
        has_topic: Whether a paragraph that is no item opens with a topic as well.
    """
    text = passage.text
    start = len(passage.marker) if passage.marker and text.startswith(passage.marker) else 0
    if passage.role != "item" and not has_topic:
        return start
    stop = text.find("。", start)
    topic = text[start:stop].strip()
    rest = text[stop + 1 :].strip()
    is_topic = (
        stop >= 0
        and len(topic) <= _MAX_TOPIC
        and len(rest) > len(topic)
        and not DIGITS.search(level(topic))
        and "《" not in topic
    )
    return stop + 1 if is_topic else start


def with_topics(report: Report, part: str) -> frozenset[int]:
    """Paragraphs of a part that open with a topic sentence, as their neighbours do.

    Three or more that begin with a few words and a full stop (提升执法效能。落实…) have headings
    that were not set apart; a single one may say something itself.
    """
    body = [p for p in report.passages if p.part == part and p.role == "body"]
    found = [p.id for p in body if OPENING_TOPIC.match(level(p.text))]
    return frozenset(found if len(found) >= _FEWEST_TOPICS else ())


def are_siblings(one: Passage, other: Passage) -> bool:
    """Whether two passages are numbered in the same manner (一是 and 二是, 1. and 2.)."""
    first, second = (
        mark_at(one.marker or one.text.lstrip()),
        mark_at(other.marker or other.text.lstrip()),
    )
    return first is not None and second is not None and first.style == second.style


def by_target(promise: Commitment) -> tuple[Commitment, ...]:
    """A promise and, apart, the number that it is to reach: each has an answer of its own.

    `健全机制，力争败诉率控制在5%以内` may be kept in its first half only. C12 becomes C12.1 and
    C12.2.
    """
    found = TARGETED.search(level(promise.text))
    if found is None or not found.start():
        return (promise,)
    at = promise.ref.start
    cut, begin = found.start(), found.end()
    what, target = (
        replace(promise.ref, end=at + cut),
        replace(promise.ref, start=at + begin),
    )
    return (
        replace(promise, id=f"{promise.id}.1", ref=what, text=promise.text[:cut]),
        replace(promise, id=f"{promise.id}.2", ref=target, text=promise.text[begin:]),
    )


def lone_headings(report: Report, part: str) -> frozenset[int]:
    """Headings below level 1 with nothing under them: they say themselves what is to be said.

    `1.健全执法监督机制` in a plan of bare lines, `一是…。` in front of 二是.
    """
    found = []
    kept = [p for p in report.passages if p.part == part and p.role not in {"noise", "table"}]
    for i, passage in enumerate(kept):
        after = kept[i + 1] if i + 1 < len(kept) else None
        if passage.role != "heading" or (passage.level or 1) == 1:
            continue
        is_followed = after is not None and (
            after.role == "body"
            or (after.role == "item" and not are_siblings(passage, after))
            or (after.role == "heading" and (after.level or 1) > (passage.level or 1))
        )
        if not is_followed:
            found.append(passage.id)
    return frozenset(found)


@lru_cache(maxsize=8)
def _lexicon(indicators: Indicators) -> _Lexicon:
    return _Lexicon(indicators)


# ----------------------------------------------------------------- where to look


def _planned(report: Report, lexicon: _Lexicon) -> Iterator[tuple[Passage, str | None]]:
    """The passages that promise something, each with the theme of its section."""
    plans = [p for p in report.passages if p.part == "plans" and p.role != "noise"]
    theme: str | None = None
    head: Passage | None = None
    structured = any(
        p.role == "item" or (p.role == "heading" and (p.level or 1) > 1) for p in plans
    )
    inside = not structured
    alone = lone_headings(report, "plans")
    for passage in plans:
        if passage.id in alone:
            inside = True
            yield passage, passage.theme
        elif passage.role == "heading":
            if (passage.level or 1) <= _SECTION_LEVEL:
                theme, head = passage.theme, passage
            inside = inside or (passage.level or 1) > 1
        elif passage.role in COMMITMENT_ROLES:
            inside = inside or passage.role == "item"
            if head is not None and passage.role == "item" and are_siblings(head, passage):
                theme = None  # （四） without a heading is not of the section before it
            if (
                inside
                or not _is_lead_in(passage.text, lexicon)
                or _acts(passage.text, lexicon, counted=True)
            ):
                yield passage, theme


def _is_opening(flat: str, lexicon: _Lexicon) -> bool:
    """Whether a single sentence opens the plans as a whole: 2026年，我局将以…为契机，打造…."""
    lead = LEAD.match(flat)
    means = lexicon.means.match(flat, lead.end()) if lead else None
    return means is not None and "。" not in flat.rstrip("。")


def _is_lead_in(text: str, lexicon: _Lexicon) -> bool:
    """Whether a paragraph before the first section only leads into the plans."""
    flat = level(text).strip()
    is_plain = not BRACKETED.search(flat) and not DIGITS.search(YEAR.sub("", flat))
    return (
        (len(flat) <= _MAX_LEAD and is_plain)
        or flat.endswith((":", "："))
        or lexicon.guiding.search(flat) is not None
        or LEAD_IN.search(flat) is not None
        or _is_opening(flat, lexicon)
    )


def _acts(text: str, lexicon: _Lexicon, *, counted: bool) -> bool:
    """Whether among guiding words something is promised all the same: 以…为主线，选派4名队员.

    Args:
        text: A sentence or a paragraph.
        lexicon: The words.
        counted: Whether only a number or a document counts, as before the first section, where
            打造法治标杆 leads in what the sections promise.
    """
    flat = level(text).rstrip()
    if flat.endswith(":") or LEAD_IN.search(flat):
        return False
    for words in CLAUSE_END.split(flat):
        core, _ = _core(words[_lead_end(words, lexicon) :], lexicon)
        if lexicon.guiding.search(words) or lexicon.means.match(core):
            continue
        tells = DIGITS.search(YEAR.sub("", core)) is not None or "《" in core
        tells = tells or (not counted and not _begins_standing(core, lexicon))
        if tells and lexicon.verb.match(core):
            return True
    return False


# --------------------------------------------------------------------- cutting


def _cut_sentence(text: str, clauses: list[Clause], lexicon: _Lexicon) -> list[tuple[int, int]]:
    """The promises of one sentence."""
    announced = _behind_announcement(text, clauses, lexicon)
    if _only_leads(text, announced, lexicon, is_whole=announced is clauses):
        return []
    clauses = announced
    cuts: list[tuple[int, int]] = []
    waiting: int | None = None  # start of means whose action is still to come
    spirit: int | None = None  # 贯彻…精神: guides the actions behind it, promises itself if alone
    for i, clause in enumerate(clauses):
        words = level(text[clause.start : clause.end])
        before = level(text[clauses[i - 1].start : clauses[i - 1].end]) if i else ""
        kind = _kind(words, before, lexicon, is_first=not cuts)
        if kind == "opener":
            if spirit is None and (SPIRIT.search(words) or SPIRIT_STUDIED.fullmatch(words)):
                spirit = clause.start
            continue
        if kind == "means":
            waiting = clause.start if waiting is None else waiting
        elif kind == "action" or not cuts or _stand_alone(text, waiting):
            if waiting is None:
                # Inside a sentence 将 stands in front of an object more often than of what is to
                # come, and without it the words before would end in it.
                keeps = i > 0 and words.startswith(LINKS)
                waiting = clause.start if keeps else _begin(clause, words, lexicon)
            cuts.append((waiting, clause.end))
            waiting = None
        else:
            cuts[-1] = (cuts[-1][0], clause.end)
            waiting = None
    if not cuts and spirit is not None:
        return [(spirit, clauses[-1].end)]
    if waiting is not None:
        if not cuts and lexicon.guiding.search(level(text[waiting : clauses[-1].end])):
            return []  # 我县将坚持以…为引领，聚焦短板精准发力: no more than a spirit
        end = clauses[-1].end
        cuts = [*cuts[:-1], (cuts[-1][0], end)] if cuts else [(waiting, end)]
    return cuts


def _stand_alone(text: str, waiting: int | None) -> bool:
    """Whether means and the purpose behind them are a promise of their own.

    They name an occasion (以…为契机), or something that is done itself (争取经费, 用好“云岫”平台).
    """
    if waiting is None or text[waiting] == BY_MEANS:
        return waiting is not None
    return ACTS_ITSELF.match(level(text[waiting : waiting + _MEANS_WITHIN])) is not None


def _behind_announcement(text: str, clauses: list[Clause], lexicon: _Lexicon) -> list[Clause]:
    """The clauses behind 重点抓好三件事：, if they act."""
    for i, clause in enumerate(clauses[:-1]):
        if clause.stop == ":":
            after = clauses[i + 1]
            words = level(text[after.start : after.end])
            return (
                clauses[i + 1 :] if _kind(words, "", lexicon, is_first=True) in _DOES else clauses
            )
    return clauses


def _only_leads(text: str, clauses: list[Clause], lexicon: _Lexicon, *, is_whole: bool) -> bool:
    """Whether a sentence promises nothing: it says with what resolve, or in what spirit."""
    words = level(text[clauses[0].start : clauses[-1].end])
    if any(form.fullmatch(words) for form in (RESOLVE, PLEDGE, CALL)):
        return True
    # An announcement (重点做好以下工作：) is one with its colon.
    whole = text[clauses[0].start : clauses[-1].end + 1]
    is_guiding = is_whole and _is_guiding(text, clauses, lexicon)
    return is_guiding and not _acts(whole, lexicon, counted=False)


def _is_guiding(text: str, clauses: list[Clause], lexicon: _Lexicon) -> bool:
    """Whether a sentence only says in what spirit: 坚持以…为指导，…再上新台阶."""
    words = level(text[clauses[0].start : clauses[-1].end])
    if ANNOUNCES.match(level(text[clauses[-1].start : clauses[-1].end])):
        return not _acts(words, lexicon, counted=True)
    if clauses[-1].stop == ":" or (
        len(clauses) == 1
        and LEAD_IN.search(words)
        and not BRACKETED.search(words)
        and len(words) < _MAX_ANNOUNCEMENT
    ):
        return True
    hits = {m[0] for m in lexicon.guiding.finditer(words)}
    return len(hits) >= _MANY_HINTS or all(part in words for part in GUIDANCE)


def _kind(words: str, before: str, lexicon: _Lexicon, *, is_first: bool) -> str:
    """What a clause does: `opener`, `means`, `action`, `purpose` or `other`."""
    leads = is_first and any(form.fullmatch(words) for form in (SLOGAN, OF_WHAT))
    if leads or _is_opener(words, lexicon):
        return "opener"
    if told := _kind_by_form(words, lexicon, is_first=is_first):
        return told
    words = words[_lead_end(words, lexicon) :]
    core, building = _core(words, lexicon)
    if _is_means(words, core, lexicon):
        return "opener" if SPIRIT.match(core) and lexicon.guiding.search(words) else "means"
    follows = lexicon.followers.match(words) and before.endswith(DEED_NOUNS)
    if follows or (not is_first and _is_purpose(words, core, lexicon, is_building=building)):
        return "purpose"
    if EXPLAINS.match(words):
        return "other"
    is_target = TARGET.match(words) and DIGITS.search(words)
    does = (
        _is_acting(words, core, lexicon)
        or is_target
        or ACTING_PREFIX.match(words)
        or ACTING_PREFIX.match(words, _adverb_end(words, lexicon))  # 分期分批对负责人轮训
        or GOES_THERE.match(words)
        or _acts_by_means(words, lexicon)
    )
    return "action" if does else "other"


def _adverb_end(words: str, lexicon: _Lexicon) -> int:
    """Where a clause goes on behind the adverb that it begins with; 将 and 从 are none here."""
    adverb = lexicon.adverb.match(words)
    return adverb.end() if adverb and adverb.end() > 1 else 0


def _is_acting(words: str, core: str, lexicon: _Lexicon) -> bool:
    """Whether a verb begins a clause, behind adverbs or as one of them (探索…中的应用)."""
    if lexicon.verb.search(core, 0, _VERB_WITHIN):
        return True
    return lexicon.verb.search(words, 0, len(words) - len(core)) is not None


def _kind_by_form(words: str, lexicon: _Lexicon, *, is_first: bool) -> str | None:
    """What a clause does, where its form alone tells it."""
    if any(form.fullmatch(words) for form in (LAW_OBEYED, STUDIED, FOR_WHOM, TIED)):
        return "action"
    if told := _kind_by_day(words, is_first=is_first):
        return told
    forms = (OFTEN, COMES_OF_IT, TIED_TO)
    belongs = any(form.fullmatch(words) for form in forms) or BY_WHOM.match(words)
    if belongs and not is_first:
        return "purpose"
    only_means = any(p.fullmatch(words) for p in (RESOURCES, AWAITED, EXCEPTION, OBJECT_ALONE))
    if only_means or (is_first and _is_aim(words, lexicon)):
        return "means"
    return "action" if KEEPS_UP.fullmatch(words) else None


def _kind_by_day(words: str, *, is_first: bool) -> str | None:
    """What a clause does that begins with a day or a time; None if the rest of it must tell."""
    due = DEADLINE.match(words)
    when = due or WHEN.match(words)
    if when is None:
        return None
    end = when.end()
    if end == len(words):
        return "means"  # 年底前，完成…: when belongs to what
    if not is_first and DONE_BY_THEN.fullmatch(words, end):
        return "purpose"  # 建设二期项目，年底前投入使用
    if due is None:
        return None
    handed_on = words[0] in GIVES_PLACE and HANDED_ON.match(words, end)
    return "other" if handed_on else "action"


def _is_opener(words: str, lexicon: _Lexicon) -> bool:
    """Whether a clause only says when, who, or in what spirit."""
    if lexicon.openers.fullmatch(words) or IS_THE_YEAR.search(words):
        return True
    return any(form.fullmatch(words) for form in (LEAD, SPIRIT_STUDIED))


def _is_purpose(words: str, core: str, lexicon: _Lexicon, *, is_building: bool) -> bool:
    """Whether a clause says what the action before it is for, or what comes of it."""
    if target := TARGET.match(words):
        return not DEADLINE.match(words, target.end())  # 力争年底前… is ticked off by itself
    aims = lexicon.purpose.match(words) or lexicon.purpose.match(core)
    is_toward = bool(aims) and not is_building
    return is_toward or (core.startswith(MOVES_ON) and _is_result(core, lexicon))


def _is_aim(words: str, lexicon: _Lexicon) -> bool:
    """Whether a clause only says what the action behind it is for: 为巩固成果, not 为企业培训."""
    aim = AIM.match(words)
    return aim is not None and lexicon.verb.match(words, aim.end()) is not None


def _core(words: str, lexicon: _Lexicon) -> tuple[str, bool]:
    """A clause without its adverbs, and whether it then sets something up (及时优化…机制)."""
    core = words
    while (m := lexicon.adverb.match(core)) and len(core) - m.end() >= _LEAST:
        core = core[m.end() :]
    stripped = lexicon.purpose.match(words)
    rest = words[stripped.end() :] if stripped else core
    builds = (
        lexicon.building.match(core)
        or lexicon.building.match(rest)
        or (core.startswith(TAKES_FORM) and words.startswith(SPEEDS_UP))
    )
    return core, bool(builds) and ONGOING.match(words) is None


def _is_means(words: str, core: str, lexicon: _Lexicon) -> bool:
    """Whether a clause only says by what means or on what ground: 通过…方式, 以…为契机."""
    m = lexicon.means.match(words)
    if m is None or _adverb_end(words, lexicon) > m.end():  # 从严 is no 从
        m = lexicon.means.match(core)
    if m is None:
        return False
    if lexicon.means_end.at_end(words):
        return True
    if m[0] == PLACE_OR_TIME and (DIGITS.search(words) or BRACKETED.search(words)):
        return False  # 在快递站点建“骑手法治课堂”5处
    rest = (words if m.string is words else core)[m.end() :]
    acts = _has_action(rest, lexicon)
    return not acts or (len(rest) <= _SHORT_MEANS and m[0] not in VAGUE_MEANS)


def _acts_by_means(words: str, lexicon: _Lexicon) -> bool:
    """Whether a clause names its means and acts: 针对电信诈骗开展专场宣传."""
    m = lexicon.means.match(words)
    return m is not None and _has_action(words[m.end() :], lexicon)


def _has_action(words: str, lexicon: _Lexicon) -> bool:
    """Whether behind means a verb stands with its object."""
    verbs = lexicon.verb.finditer(words, _LEAST)
    return any(len(words) - verb.end() >= _LEAST_OBJECT for verb in verbs)


def _is_result(core: str, lexicon: _Lexicon) -> bool:
    """Whether 推动… tells what comes of it and not what is done: 推动矛盾纠纷及时化解."""
    ends_in_verb = any(m.end() == len(core) for m in lexicon.verb.finditer(core, _LEAST))
    counts = DIGITS.search(YEAR.sub("", core)) is not None  # 推动20个事项实现智能审批
    return (core.endswith(lexicon.results) or ends_in_verb) and not (
        counts or BRACKETED.search(core)
    )


def _begin(clause: Clause, words: str, lexicon: _Lexicon) -> int:
    """Where a promise begins: behind 同时 or 2025年我局将 inside its first clause."""
    if lead := _lead_end(words, lexicon):
        return clause.start + lead
    if m := lexicon.openers.match(words):
        return clause.start + m.end() if len(words) - m.end() >= _LEAST_LEFT else clause.start
    return clause.start


def _lead_end(words: str, lexicon: _Lexicon) -> int:
    """Where a clause goes on behind 2025年我局将; 0 where 将 takes an object (将法治教育纳入…)."""
    if m := LEAD.match(words):
        if m[0].endswith(WILL) and PUT_INTO.match(words, m.end() - 1):
            return m.end() - 1
        rest = words[m.end() :]
        if lexicon.adverb.match(rest) or lexicon.means.match(rest):
            return m.end()
        if lexicon.verb.match(rest) and not lexicon.compound.match(rest):
            return m.end()
        if (m["who"] or m["whose"]) and m[0].endswith(INTENDS):
            return m.end()
    return 0


def _is_concrete(flat: str, lexicon: _Lexicon) -> bool:
    """Whether a promise names something that can be verified."""
    said = OCCASION.sub("", flat)
    if "《" in said or NAMED_DEED.search(said):
        return True
    if DIGITS.search(QUOTED.sub("", YEAR.sub("", said))):
        return True
    return lexicon.concrete.search(said) is not None


def _is_standing(flat: str, lexicon: _Lexicon) -> bool:
    """Whether a promise begins with an action of every year (进一步加强队伍建设), means left out.

    What is built, held, put in place or changed is done once.
    """
    acting = (words for words in flat.split(",") if not lexicon.means.match(words))
    return _begins_standing(next(acting, ""), lexicon)


def _begins_standing(words: str, lexicon: _Lexicon) -> bool:
    """Whether a clause begins with such an action, adverbs left out."""
    while not lexicon.standing.match(words):
        adverb = lexicon.adverb.match(words)
        if adverb is None:
            return False
        words = words[adverb.end() :]
    return True
