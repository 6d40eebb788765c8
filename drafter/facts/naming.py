"""Naming: the indicator (指标) of each figure, the shortest phrase that names what is counted."""

from __future__ import annotations

import re
from functools import cached_property

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from drafter.facts.lexicon import Lexicon
from drafter.facts.noun_phrases import (
    ATTENDING_UNITS,
    MAX_FOLLOWING,
    PRIOR,
    STOPS,
    clause_before,
    deed_behind,
    is_all_verbs,
    is_light,
    light_verb_behind,
    noun_behind,
    split_clause,
    strip_trailing,
)
from drafter.facts.selection import is_cell
from drafter.zh.counted import (
    ABOUT_OR_OVER,
    ENDS_IN_PEOPLE,
    EXTENTS,
    GOES_TO,
    JOINED,
    JOINT,
    KINDS,
    LED_BY_MATTER,
    LISTING,
    NEXT_CHANGE,
    SENT,
    SENTENCE_END,
    SEVERAL_CHANGES,
    SEVERAL_YEARS,
    SUCCEEDED,
    TOLD_OF_LIST,
    UNIT_IN_BRACKETS,
    VISITED,
    as_carried,
    what_befell,
)
from drafter.zh.lazy import lazy_pattern
from drafter.zh.quantities import (
    MULTIPLE,
    PEOPLE_UNITS,
    RELATIVE_UNITS,
    TENTHS,
    TIMES,
    Quantity,
)
from drafter.zh.relations import ADDED, BRACKETED_YEAR, SHARE_OF, TOTALLED
from drafter.zh.small_words import (
    ACCOUNTS_FOR,
    BARE_AMOUNTS,
    DUE,
    HELD,
    INDEED,
    LEADS_TO,
    NEARLY,
    OF_WHICH,
    OWNED,
    RATE,
    RESPECTIVELY,
    ROUNDS,
    SHARE_NAME,
    STUDIED,
    STUDY_GROUP,
    THAN,
    WITHIN,
    YEAR_SIGN,
)

_BRACKETS = lazy_pattern(r"[()。\n]")
_MADE_LEVEL = lazy_pattern("[ -~]")
_SHORT_NOUN = 2  # 数据, 任务: too little to ask an office for without the verb
_NEAR = 200
_FAR = 600  # no sentence and no row of a table is longer
_MANY = 40
_LEAST_CLAUSE = 3
"""Characters of a clause that says anything: 同比 does not."""
_FARTHEST_SEVERALLY = 24
"""Characters from 分别 to its first figure: 分别｜听取法治建设工作汇报2次、4次."""
_LONGEST_FATE = 4
_LAST_ONLY = [False, True]
_WIDEST_LISTING = 3  # as `LISTING` has it


class Name(msgspec.Struct, frozen=True, gc=False):
    """What a figure counts.

    Attributes:
        noun: The thing counted, may be empty.
        verb: What was done with it.
        tail: A change (增长), 上年, 占比: the figure says something about the noun.
        following: Whether the noun stands behind the figure.
    """

    noun: str
    verb: str = ""
    tail: str = ""
    following: bool = False


class _Group(Struct, frozen=True):
    """Figures that share 分别 (分别为14%、12%): index of the first, how many, where 分别 stands."""

    first: int
    size: int
    place: int


def name_figures(flat: str, quantities: list[Quantity], lexicon: Lexicon) -> list[Name]:
    """The names of the statistics of a levelled text, in their order."""
    namer = _Namer(flat, quantities, lexicon)
    for i in range(len(quantities)):
        namer.names.append(namer.name(i))
    return namer.names


def row_name(words: str, lexicon: Lexicon) -> Name:
    """What the first cell of a row names: 普法志愿者（人）."""
    words = UNIT_IN_BRACKETS.sub("", words)
    noun, verb, _ = split_clause(words, lexicon, is_rate=False)
    return Name(noun or words, verb)


def as_printed(name: Name, text: str, flat: str, q: Quantity) -> Name:
    """The name in the characters of the text itself, full-width brackets and all."""
    if not _MADE_LEVEL.search(name.noun) or text == flat:
        return name  # no character of it can be another one in the text
    if name.following:
        at = flat.find(name.noun, q.end, q.end + _NEAR)
    else:
        at = flat.rfind(name.noun, max(0, q.start - _NEAR), q.start)
    return replace(name, noun=text[at : at + len(name.noun)]) if at >= 0 else name


def indicator_phrases(names: list[Name], lexicon: Lexicon) -> list[str]:
    """The indicator of each figure, with its verb where the noun alone does not tell it apart."""
    seen: set[tuple[str, str]] = set()
    again: set[tuple[str, str]] = set()
    for name in names:
        told = as_carried(name.noun), name.tail
        (again if told in seen else seen).add(told)
    return [
        _phrase(name, lexicon, is_shared=(as_carried(name.noun), name.tail) in again)
        for name in names
    ]


def _phrase(name: Name, lexicon: Lexicon, *, is_shared: bool) -> str:
    if name.tail == PRIOR:
        return PRIOR + name.noun
    is_short = len(name.noun) <= _SHORT_NOUN and not name.following
    needs_verb = is_shared or is_short or name.noun in lexicon.generic
    verb = name.verb if needs_verb and name.verb != name.noun else ""
    if verb and name.noun.endswith(DUE + (done := verb.removeprefix(INDEED))):
        return name.noun.removesuffix(DUE + done) + verb  # 负责人应出庭48件，｜实际出庭48件
    return verb + name.noun + name.tail


class _Namer:
    """The figures of one text, and the names found so far."""

    def __init__(self, flat: str, quantities: list[Quantity], lexicon: Lexicon) -> None:
        self.flat = flat
        self.quantities = quantities
        self.lexicon = lexicon
        self.names: list[Name] = []
        self.groups = _groups(flat, quantities)

    @cached_property
    def brackets(self) -> list[int]:
        """Where the bracket around each figure opens; few texts have to ask."""
        return _brackets(self.flat, self.quantities)

    @cached_property
    def is_told_severally(self) -> bool:
        """Whether 分别 stands anywhere: few texts have to be asked for the pattern."""
        return RESPECTIVELY in self.flat

    def name(self, i: int) -> Name:
        """The name of figure `i`; the figures before it are named already."""
        if (told := self._told_elsewhere(i)) is not None:
            return told
        clause, is_rate = self._clause(i), self._is_rate(i)
        noun, verb, tail = split_clause(clause, self.lexicon, is_rate=is_rate)
        if noun in BARE_AMOUNTS and (whole := self._amount_of(i)):
            return Name(whole.noun, whole.verb, noun + tail)
        if is_rate:
            return self._rate_name(i, clause, noun, verb, tail)
        return self._count_name(i, noun, verb, tail)

    def _count_name(self, i: int, noun: str, verb: str, tail: str) -> Name:
        """The name of a count by the words in front of it."""
        if noun and not is_light(noun, self.lexicon):
            following = "" if self._counts_people(i, noun, verb) else self._behind(i)
            is_often = verb in STUDIED and self.quantities[i].unit in ROUNDS
            if is_often and not following and not noun.startswith(STUDY_GROUP):
                return Name(verb + noun, tail=tail)  # 学习习近平法治思想5次
            return Name(following, following=True) if following else Name(noun, verb, tail)
        if not noun and verb in HELD and self.quantities[i].unit in PEOPLE_UNITS:
            verb = ""  # 组织391人｜参加考试
        if not (noun or verb or tail) and (told := self._same_again(i) or self._attended(i)):
            return told
        return self._carried_name(i, noun, verb, tail)

    def _amount_of(self, i: int) -> Name | None:
        """What an amount is of: 新增经营主体21户，总数达｜130户; 配齐审核人员，人数达｜310名."""
        before = self._before(i)
        if before and (self._is_rate(i) or self._is_alike(i - 1, i)):
            return before
        noun = self._told_before_comma(i)
        return Name(noun) if noun else None

    def _told_elsewhere(self, i: int) -> Name | None:
        """The name of a figure that the words right in front of it do not tell."""
        if is_cell(self.flat, self.quantities[i]):
            return self._row_name(i)
        if self.is_told_severally and (several := self._one_of_several(i)):
            return several
        if i in self.groups:
            return self._shared_name(i, self.groups[i])
        if self._is_of_another_year(i):
            return replace(self._before(i) or Name(""), tail=PRIOR, following=False)
        deed = self._what_was_done(i) if self.quantities[i].unit == TIMES else ""
        return Name(deed, following=True) if deed else None  # 局党组4次｜听取汇报

    def _is_rate(self, i: int) -> bool:
        return self.quantities[i].unit in RELATIVE_UNITS

    def _clause(self, i: int) -> str:
        """The words in front of a figure that are its own."""
        start = self.quantities[i].start
        floor = self.quantities[i - 1].end if i else 0
        clause = clause_before(self.flat, start, floor)
        if i and start - len(clause) == floor:
            clause = _after_previous(clause, self.names[-1])
        if not clause and start and self.flat[start - 1] in "（(":
            return clause_before(self.flat, start - 1, floor)  # 法律顾问团（15人）
        if not clause and start and self.flat[start - 1] in "）)":
            return self._clause_before_bracket(i)
        return "" if JOINED.fullmatch(clause) else clause  # 满意率98.6%｜和｜99.1%

    def _clause_before_bracket(self, i: int) -> str:
        """The words in front of a bracket with figures: 律师｜（含兼职2名）20名."""
        start = self.quantities[i].start
        opened = self.flat.rfind("(", max(0, start - _NEAR), start)
        inside = [k for k in range(max(0, i - _MANY), i) if self.quantities[k].start > opened]
        first = inside[0] if inside else i
        floor = self.quantities[first - 1].end if first else 0
        return clause_before(self.flat, opened, floor) if opened >= floor else ""

    def _is_shut_off(self, i: int, k: int) -> bool:
        """Whether figure `k` stands in a bracket that figure `i` is not in."""
        return self.brackets[k] not in {-1, self.brackets[i]}

    def _is_of_another_year(self, i: int) -> bool:
        """Whether a figure only says how many it was in another year: 15件（2023年20件）."""
        gap = self.flat[self.quantities[i - 1].end : self.quantities[i].start] if i else ""
        return YEAR_SIGN in gap and BRACKETED_YEAR.match(gap) is not None

    def _before(self, i: int) -> Name | None:
        """The name of the figure before it in the same sentence."""
        k = self._index_before(i)
        return None if k is None else self.names[k]

    def _index_before(self, i: int) -> int | None:
        """The figure before it in the same sentence, one in brackets left out."""
        if not i:
            return None
        k = i - 1
        while k > max(0, i - _MANY) and self._is_shut_off(i, k):
            k -= 1
        if self._is_shut_off(i, k):
            return None
        gap = self.flat[self.quantities[k].end : self.quantities[i].start]
        return None if SENTENCE_END.search(gap) else k

    def _counted_before(self, i: int) -> Name | None:
        """The same, but no rate's: nothing is done to one (权重提升至15%，｜实地督察2轮).

        What stands in its bracket goes on with it (持证率98.8%（｜81人）).
        """
        k = self._index_before(i)
        is_rate = k is not None and self._is_rate(k) and self._gap(i) != "("
        return None if k is None or is_rate else self.names[k]

    def _topic(self, i: int) -> Name | None:
        """What a bare verb refers to (接收申请337件，审结283件).

        The last figure of that unit with a verb of its own, else the last one of that unit;
        what stands behind a semicolon is a matter of its own.
        """
        here = self.quantities[i]
        window = max(0, here.start - _FAR)
        ends = (self.flat.rfind(sign, window, here.start) for sign in "。\n")
        floor = max(window, *ends)
        part = self.flat.rfind(";", floor, here.start)
        last: Name | None = None
        kinds = self._first_kind(i)
        is_here = False  # whether what stands behind the semicolon has a name of its own
        for k in range(i - 1, max(-1, i - 1 - _MANY), -1):
            quantity, name = self.quantities[k], self.names[k]
            if quantity.start < floor or (is_here and quantity.start < part):
                break
            if k >= kinds and name.noun in self._gap(k):
                continue  # 其中确认违法31件、责令履行27件: one kind is not the other
            if ADDED.search(self._gap(k)):
                continue  # 新收438件，加上上年结转31件，｜共办理469件
            if quantity.unit == here.unit and not name.tail and not self._is_shut_off(i, k):
                if name.verb and name.noun != name.verb:
                    # 县级交办9件｜化解8件: of those right in front, whatever was told before them.
                    is_beside = last is not None and self._gap(i).isalpha()
                    return last if is_beside and last != name else name
                last = last or name
                is_here = is_here or (quantity.start > part and OF_WHICH not in self._gap(k))
        return last

    def _behind(self, i: int) -> str:
        return noun_behind(self.flat, self.quantities[i], self._limit(i), self.lexicon)

    def _limit(self, i: int) -> int:
        """Where the next figure begins, else the end."""
        last = i + 1 == len(self.quantities)
        return len(self.flat) if last else self.quantities[i + 1].start

    def _rate_name(self, i: int, clause: str, noun: str, verb: str, tail: str) -> Name:
        before = self._before(i)
        if tail == PRIOR and not noun and (owned := self._owned(i, clause)):
            return Name(owned, following=True)
        if tail and not noun and (carried := before or self._topic(i)):
            # 是上年的2.4倍 is of this year's.
            is_multiple = tail == PRIOR and self.quantities[i].unit == MULTIPLE
            if carried is before and carried.tail.startswith(ACCOUNTS_FOR):
                tail = carried.tail + tail  # 占案件总量的71%，比上年提高｜19个百分点
            return replace(carried, tail="" if is_multiple else tail, following=False)
        if before and (share := self._share_of(before, i, clause.strip(), noun)):
            return share
        if noun or tail:
            whole, _, rest = noun.partition(ACCOUNTS_FOR)
            is_share = len(whole) > 1 and rest[:1] not in {"", THAN}  # 征地案件占全部败诉案件的
            if is_share:
                return Name(whole, tail=SHARE_NAME)
            return Name(noun, "" if noun else verb, tail)
        following = self._behind(i)
        inherited = before.noun if before else ""
        return Name(following or verb or inherited, following=bool(following))

    def _owned(self, i: int, clause: str) -> str:
        """The noun behind a share of last year's: 去年有三成｜赋权事项."""
        is_lead = clause.rstrip(ABOUT_OR_OVER).endswith(OWNED)
        return self._behind(i) if is_lead or self.quantities[i].unit == TENTHS else ""

    def _share_of(self, before: Name, i: int, bare: str, noun: str) -> Name | None:
        """The name of a share of what was counted before, whose own words are `bare`."""
        is_share = bare.startswith(SHARE_NAME) or bare.strip(NEARLY) == ACCOUNTS_FOR
        if not noun and is_share:
            return replace(before, tail=SHARE_NAME, following=False)
        if bare.startswith(ACCOUNTS_FOR) and (share := SHARE_OF.fullmatch(bare)):
            return replace(before, tail=share["of"], following=False)
        is_step = not noun and before.tail.startswith(ACCOUNTS_FOR) and self._gap(i).isalpha()
        return before if is_step else None  # 占检查总数的比重由7%｜上升到｜11%

    def _carried_name(self, i: int, noun: str, verb: str, tail: str) -> Name:
        """The name of a count with no noun of its own in front, or one that only says a deed."""
        before, topic = self._before(i), self._topic(i)
        if tail and not noun and (before or topic):
            return replace(before or topic or Name(""), tail=tail, following=False)
        before, topic = (
            c if c and not self._is_deed(c) else None for c in (self._counted_before(i), topic)
        )
        carried = topic or before
        following = self._behind(i)
        if carried and not following and (done := self._done_with(carried, noun, verb)):
            reaches = topic is None and self.quantities[i].unit in ATTENDING_UNITS
            if reaches:
                return Name(carried.noun, tail=done)  # 培训10场，覆盖｜500人次
            return Name(as_carried(carried.noun), done)
        if following:
            return Name(following, "" if noun else verb, following=True)
        if noun or verb or tail:
            return self._name_in_front(i, topic, noun, verb, tail)
        return self._name_of_none(i, topic, carried)

    def _name_in_front(self, i: int, topic: Name | None, noun: str, verb: str, tail: str) -> Name:
        """The name of a count by the few words in front: 审结｜案件 of what was told."""
        if not noun and topic and verb and self.quantities[i].unit in self.lexicon.case_units:
            is_sent_on = SENT.match(verb) and SENT.match(topic.noun)  # 报省备案3件，报市备案5件
            return Name(verb) if is_sent_on else Name(as_carried(topic.noun), verb)
        if noun and verb not in HELD and is_light(noun, self.lexicon):
            return Name(verb + noun, tail=tail)  # 宣布继续有效
        return Name(noun or verb, verb if noun else "", tail)

    def _name_of_none(self, i: int, topic: Name | None, carried: Name | None) -> Name:
        """The name of a count with no word in front: of what they did, or of what was told."""
        deed = self._deed(i, is_told=carried is not None)
        is_thing = topic is not None and self.quantities[i].unit not in ATTENDING_UNITS
        if deed and not (is_thing and what_befell(deed)):
            return Name(deed, following=True)  # 9人｜被问责
        if carried and deed:
            # 申诉45件，7件｜被驳回, and 微电影2部，其中1部获得市级一等奖
            return Name(carried.noun, deed if len(deed) <= _LONGEST_FATE else "")
        if carried and self._gap(i).endswith(LEADS_TO):
            return replace(carried, tail="", following=False)  # 审批环节由11个｜压减为｜4个
        return Name(carried.noun if carried else self._told_before_comma(i))

    def _told_before_comma(self, i: int) -> str:
        """The noun of the clause before, where its own only says a step: 统一标准，｜细化为6类."""
        _, mark, led = self._gap(i).rpartition(",")
        at = self.quantities[i].start - len(led) - 1
        floor = self.quantities[i - 1].end if i else 0
        if not mark or len(led) < _SHORT_NOUN or at <= floor:
            return ""
        return split_clause(clause_before(self.flat, at, floor), self.lexicon, is_rate=False)[0]

    def _same_again(self, i: int) -> Name | None:
        """The name of a figure that no word of its own leads: 补助1187人｜178万元.

        That of 共计130件 behind several things is what was done with them all (审查).
        """
        if self._gap(i) == "" and (before := self._before(i)):
            return replace(before, following=False)
        if TOTALLED.search(self._gap(i)) is None:
            return None
        first = i - 1
        while first > i - _MANY and self._gap(first).startswith("、"):
            first -= 1
        done = self.names[first].verb if 0 <= first < i - 1 else ""
        return Name(done) if done else None

    def _first_kind(self, i: int) -> int:
        """Where the list of kinds begins that 其中 or 审结案件中， opens; `i` if there is none."""
        first = i
        while first > i - _MANY and self._gap(first).startswith("、"):
            first -= 1
        return first if first < i and KINDS.search(self._gap(first)) else i

    def _done_with(self, carried: Name, noun: str, verb: str) -> str:
        """What was done with things counted before, where only that is told (办结, 核查属实)."""
        if verb == SUCCEEDED:
            return carried.verb.removesuffix(SUCCEEDED) + verb
        return verb + noun if is_light(noun or verb, self.lexicon) else ""

    def _attended(self, i: int) -> Name | None:
        """The name of people of whom only a deed is told: 举办考试2次，｜210人参考."""
        q = self.quantities[i]
        if q.unit not in ATTENDING_UNITS:
            return None
        deed = light_verb_behind(self.flat, q, self._limit(i), self.lexicon)
        if not deed:
            return None
        carried = self._topic(i) or self._before(i)
        is_open = self.flat[q.start - 1 : q.start] == ","
        if is_open and (carried is None or self._is_deed(carried)):
            floor = self.quantities[i - 1].end if i else 0
            clause = clause_before(self.flat, q.start - 1, floor)  # 组织考试，｜96人参加
            noun, verb, _ = split_clause(clause, self.lexicon, is_rate=False)
            carried = Name(noun, verb)
        return Name(carried.noun if carried else "", tail=deed)

    def _one_of_several(self, i: int) -> Name | None:
        """The name of a change told severally: 检查6205次，处罚87件，同比分别增长5.1%、下降9.7%."""
        first = i
        while first > i - _MANY and first and self._next_change(first):
            first -= 1
        between, _, last = self._gap(first).rpartition(",")
        told = SEVERAL_CHANGES.fullmatch(last.strip(" "))
        if told is None and (years := SEVERAL_YEARS.fullmatch(last.strip(" "))):
            return self._compared_with_years(first, i, years["way"])
        if told is None or JOINT.search(between):
            return None  # 37起，生产安全事故起数、死亡人数“双下降”，分别下降…: not of the 37
        beyond = first + 1
        while beyond < len(self.quantities) and self._next_change(beyond):
            beyond += 1
        of = i - (beyond - first)
        if of < 0 or not self._is_one_sentence(of, i):
            return None
        if not self._is_rate(i) and self.quantities[i].unit != self.quantities[of].unit:
            alike = [k for k in range(max(0, of - 2), first) if self._is_alike(k, i)]
            of = alike[i - first - (beyond - first)] if len(alike) == beyond - first else -1
            if of < 0 or not self._is_one_sentence(of, i):
                return None  # 合同39份，金额5亿元，意见62份，分别增加4份和1份: not of the money
        changes = (self._next_change(k) for k in range(i, first, -1))
        way = next((found["way"] for found in changes if found and found["way"]), told["way"])
        return replace(self.names[of], tail=way, following=False)

    def _compared_with_years(self, first: int, i: int, way: str) -> Name | None:
        """The name of a change told against several years: 议题9项，分别比前年、去年多4项和1项."""
        if not first or not self._is_one_sentence(first - 1, i):
            return None
        is_same = self._is_rate(i) or self.quantities[i].unit == self.quantities[first - 1].unit
        return replace(self.names[first - 1], tail=way, following=False) if is_same else None

    def _is_alike(self, i: int, j: int) -> bool:
        """Whether two figures count in the same unit."""
        return self.quantities[i].unit == self.quantities[j].unit

    def _next_change(self, i: int) -> re.Match[str] | None:
        """Whether only ‘and fell’ parts a figure from the one before."""
        return NEXT_CHANGE.fullmatch(self._gap(i))

    def _gap(self, i: int) -> str:
        """The words between a figure and the one before."""
        start = self.quantities[i].start
        return self.flat[max(self.quantities[i - 1].end if i else 0, start - _NEAR) : start]

    def _is_one_sentence(self, i: int, j: int) -> bool:
        begin, end = self.quantities[i].end, self.quantities[j].start
        return end - begin <= _FAR and SENTENCE_END.search(self.flat, begin, end) is None

    def _what_was_done(self, i: int) -> str:
        """What stands behind 4次: the verb with its object."""
        q = self.quantities[i]
        limit = self._limit(i)
        acts = self.lexicon.verb.match(self.flat, q.end) or GOES_TO.match(self.flat, q.end)
        how = None if acts else self.lexicon.adverb.match(self.flat, q.end)
        if how and how.end() - q.end > 1 and self.lexicon.verb.match(self.flat, how.end()):
            return deed_behind(self.flat, how.end(), limit, self.lexicon)  # 4次集中｜学习…
        if acts is None and (led := LED_BY_MATTER.match(self.flat, q.end, limit)):
            return deed_behind(self.flat, led.end(), limit, self.lexicon)
        if acts is None and VISITED.match(self.flat, q.end, limit) is None:
            return ""
        return deed_behind(self.flat, q.end, limit, self.lexicon)

    def _counts_people(self, i: int, noun: str, verb: str) -> bool:
        """Whether people are named in front of their number: 选派执法骨干24名｜驻点帮带."""
        is_named = verb != "" and ENDS_IN_PEOPLE.search(noun) is not None
        return is_named and self.quantities[i].unit in PEOPLE_UNITS

    def _deed(self, i: int, *, is_told: bool) -> str:
        """What those who open a clause do (560余人｜参加考试), not what was counted before.

        Where nothing was counted before, they need not open it (全局38人｜取得资格).
        """
        q = self.quantities[i]
        opens = not is_told or q.start == 0 or self.flat[q.start - 1] in "，,；;。"
        opens = opens or self._gap(i).endswith((OF_WHICH, OWNED))  # 其中38名｜取得执法证
        return deed_behind(self.flat, q.end, self._limit(i), self.lexicon) if opens else ""

    def _is_deed(self, name: Name) -> bool:
        """Whether a name only says what was done (维持71件): nothing that others were done to."""
        if name.verb or name.tail:
            return not name.tail and name.noun in self.lexicon.light  # 宣布｜继续有效
        if name.noun in self.lexicon.light or self.lexicon.cutter.fullmatch(name.noun):
            return True
        return is_all_verbs(name.noun, self.lexicon)

    def _row_name(self, i: int) -> Name:
        """What a number in a table counts: the words of the first cell of its row."""
        start = self.quantities[i].start
        window = max(0, start - _FAR)
        row = self.flat[max(window, self.flat.rfind("\n", window, start) + 1) : start]
        cells = map(str.strip, row.split("|"))
        words = next((cell for cell in cells if re.search(r"[^\d\s.]", cell)), "")
        return row_name(words, self.lexicon)

    def _shared_name(self, i: int, group: _Group) -> Name:
        """The name of one figure behind 分别: of the nouns before it, or of the figures before."""
        floor = self.quantities[group.first - 1].end if group.first else 0
        clause = clause_before(self.flat, group.place, floor)
        shared = self.flat[group.place + len(RESPECTIVELY) : self.quantities[group.first].start]
        tail = strip_trailing(shared, self.lexicon)
        nouns = [x for x in JOINT.split(clause.strip(" ,，、")) if x]
        is_rate, rates = self._is_rate(i), self.lexicon.rates
        is_one = len(nouns) == len(_LAST_ONLY) and nouns[1].endswith(RATE)
        is_one = is_one and nouns[0] in nouns[1]  # not 群众安全感和满意率, which are two
        if is_rate and is_one and [rates.at_end(x) is not None for x in nouns] == _LAST_ONLY:
            return Name(
                clause.strip(" ,，、"), tail=tail
            )  # 满意和基本满意率: one rate of two things
        if len(clause) < _LEAST_CLAUSE and len(nouns) < group.size:
            nouns = self._listed_before(group, floor) or nouns
        if len(nouns) == group.size:
            words = nouns[i - group.first]
            noun, verb, _ = split_clause(words, self.lexicon, is_rate=is_rate)
            return Name(noun, verb, tail)
        is_short = len(clause) < _LEAST_CLAUSE and group.first >= group.size
        if is_short and self._is_one_sentence(i - group.size, i):
            return replace(self.names[i - group.size], tail=tail, following=False)
        noun, verb, change = split_clause(clause, self.lexicon, is_rate=is_rate)
        inherited = self.names[group.first - 1].noun if group.first else ""
        return Name(noun or inherited, verb, tail or change)

    def _listed_before(self, group: _Group, floor: int) -> list[str]:
        """The nouns of the clause before 分别, as many as its figures: 起数、人数双下降，｜分别."""
        place = group.place - 1
        if self.flat.endswith(EXTENTS, floor, group.place):
            place -= len(EXTENTS[0])  # 双下降，降幅｜分别为25%和33%
        if place <= floor or self.flat[place] != ",":
            return []
        told = TOLD_OF_LIST.sub("", clause_before(self.flat, place, floor))
        nouns = [x for x in JOINT.split(told.strip(" 、")) if x]
        if len(nouns) != group.size:
            return []
        verb = self.lexicon.adverb.search(nouns[-1], _SHORT_NOUN)
        return [*nouns[:-1], nouns[-1][: verb.start()] if verb else nouns[-1]]


def _after_previous(clause: str, name: Name) -> str:
    """What is left of a clause that the figure before reaches into (34个｜部门、21个镇街)."""
    clause = clause.lstrip(" ")
    if name.following and clause.startswith(name.noun):
        clause = clause[len(name.noun) :].removeprefix(WITHIN)  # 42个派出所｜中，仍有7个
    head, mark, rest = clause.partition("、")
    return rest if mark and len(head) <= MAX_FOLLOWING else clause


def _brackets(flat: str, quantities: list[Quantity]) -> list[int]:
    """Where the bracket around each figure opens, −1 for those in none."""
    places: list[int] = []
    opened, at = -1, 0
    for quantity in quantities:
        for sign in _BRACKETS.finditer(flat, at, quantity.start):
            opened = sign.start() if sign[0] == "(" else -1
        places.append(opened)
        at = quantity.start
    return places


def _groups(flat: str, quantities: list[Quantity]) -> dict[int, _Group]:
    """The figures that share a 分别, by index."""
    groups: dict[int, _Group] = {}
    i = 0
    while i < len(quantities):
        j = i + 1
        while j < len(quantities) and _is_listed(flat, quantities[j - 1].end, quantities[j].start):
            j += 1
        if j - i > 1 and (group := _group(flat, quantities[i].start, i, j)):
            groups |= dict.fromkeys(range(i, j), group)
        i = j
    return groups


def _is_listed(flat: str, end: int, start: int) -> bool:
    """Whether only 、 or 和 parts two figures."""
    return start - end <= _WIDEST_LISTING and LISTING.fullmatch(flat, end, start) is not None


def _group(flat: str, start: int, i: int, j: int) -> _Group | None:
    """The figures from `i` up to `j`, the first of which begins at `start`, if 分别 leads them."""
    lead = flat[max(0, start - _FARTHEST_SEVERALLY) : start]
    at = lead.rfind(RESPECTIVELY)
    if at < 0 or any(char in STOPS or char == "、" for char in lead[at:]):
        return None
    return _Group(i, j - i, start - len(lead) + at)
