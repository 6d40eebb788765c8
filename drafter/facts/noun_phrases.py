"""Noun phrases (名词短语): what the words before or behind a number say that it counts."""

from __future__ import annotations

from drafter.facts.lexicon import Lexicon, verb_at_end
from drafter.zh.counted import (
    AND_ALSO,
    BEYOND,
    DATE_BEGINS,
    DEEDS_JOINED,
    DESCRIBED,
    GOES_TO,
    HANDED_ON,
    LEADING_DATE,
    OF_FIELD,
    ORGAN,
    OWNERS_END,
    PEOPLE_FIRST,
    PEOPLE_LISTED,
    PICKED_BY,
    QUOTED_DEED,
    RATE_BEGINS,
    SENT,
    STEPPED,
    SUMMING,
    VISITED,
    YEAR_OF_OBJECT,
    after_deed_lead,
    after_ours,
    compared_in,
    each_in,
    higher_in,
    is_last_year,
    is_prior_value,
    last_etc,
    more_than_in,
    what_befell,
    whole_name,
    without_lead,
    without_place,
    without_place_in_row,
    without_time,
    years_beginning_in,
)
from drafter.zh.lazy import lazy_pattern
from drafter.zh.non_counts import quoted_spans
from drafter.zh.quantities import BODY_UNIT, PEOPLE_UNITS, Quantity
from drafter.zh.small_words import (
    ADJECTIVES_END,
    ALL_TOLD,
    ASPECT,
    ASPECTS,
    DONE,
    HELD,
    HELD_OR_UNDERGONE,
    MEETINGS,
    NEWLY,
    OBJECT_MARKS,
    OF,
    OPENS_OBJECT,
    PARTY,
    PER_HEAD,
    RATE,
    ROUNDS,
    THAN,
    TOLD_OF_THEM,
    WITHIN,
)
from drafter.zh.words import Found, Words

STOPS = frozenset("，,。；;：:！!？?\n|｜\t")
_NO_NOUN = STOPS | frozenset("、)）”")
_NAME_SIGNS = frozenset("“”《》（）()·")
PRIOR = "上年"
_MAX_NOUN = 12
_MAX_LIST = 8
_MAX_WHOLE_LIST = 24
MAX_FOLLOWING = 16
_MAX_TAIL = 8
_MAX_CHANGE = 6
_LEAST = 2  # one character is no noun
_LEAST_HEAD = 4  # behind a verb inside a long phrase
_LONGEST_PLACE = 6
_LONGEST_CLAUSE = 120
_LONGEST_BEHIND = 40
_LONGEST_COMPOUND = 8
_LONGEST_DEED = 24
_ADJECTIVE = 4
ATTENDING_UNITS = PEOPLE_UNITS | {"人次"}
"""The same, and that of those who came more than once."""
_HEADED_UNITS = PEOPLE_UNITS | {BODY_UNIT}
"""Those of people, and that of bodies that their heads stand for."""
_OPEN, _CLOSED = "(", ")"
_CLOSING = {"）": "（", ")": "(", "”": "“", "》": "《", "】": "【"}
_BRACKETS = ("（", "(")
_CLAUSE_ENDS = STOPS | frozenset("（(《）)")
_CLAUSE_SIGN = lazy_pattern(r"[，,。；;：:！!？?\n|｜\t（(《）)”》】]")
"""Any of `_CLAUSE_ENDS` and `_CLOSING`."""
_OPENING = {opens: closes for closes, opens in _CLOSING.items()}


def clause_before(flat: str, at: int, floor: int = 0) -> str:
    """The words in front of `at` back to the clause's beginning; quoted names are kept whole."""
    floor = max(floor, at - _LONGEST_CLAUSE)
    back, i = flat[floor:at][::-1], at  # a pattern passes over ordinary characters fastest
    while sign := _CLAUSE_SIGN.search(back, at - i):
        char, i = sign[0], at - sign.start()
        opened = -1
        if char in _CLOSING:
            opened = flat.rfind(_CLOSING[char], max(floor, i - _LONGEST_BEHIND), i - 1)
        if opened < 0 and char in _CLAUSE_ENDS:
            return flat[i:at]
        i = opened if opened >= 0 else i - 1
    return flat[floor:at]


def split_clause(clause: str, lexicon: Lexicon, *, is_rate: bool) -> tuple[str, str, str]:
    """Noun, verb and change (增长) of the words in front of a figure; each may be empty."""
    if is_prior_value(clause):
        return "", "", PRIOR
    phrase = without_lead(clause.strip(" "))
    if each := each_in(phrase):
        return phrase[: each.start()], "", each[0]
    if begun := years_beginning_in(phrase):
        return phrase[: begun.start()], "", "年初"
    phrase = without_time(phrase)
    bare = strip_trailing(phrase, lexicon)
    is_relative, phrase = OF in phrase[len(bare) :], bare
    if whole := whole_name(phrase):
        return whole, "", ""
    is_list = False
    if etc := last_etc(phrase):
        rest = OF_FIELD.sub("", phrase[etc.end() :])
        is_list = len(rest) < _LEAST
        phrase = phrase[: etc.start()] if is_list else rest
    if len(phrase) > _LONGEST_PLACE and (rest := without_place(phrase)) != phrase:
        # 在法治满意度测评中得分: where it was done tells the score from others.
        phrase = phrase if lexicon.indexes.fullmatch(rest) else rest
    phrase, tail = _split_change(phrase, lexicon)
    if is_rate or lexicon.rates.at_end(phrase):
        phrase = _strip(phrase, lexicon.scope, lexicon)
        while (m := lexicon.causative.match(phrase)) and len(phrase) - m.end() >= _LEAST:
            phrase = _strip(phrase[m.end() :], lexicon.scope, lexicon)
        return _shorten(phrase, lexicon, is_rate=True), "", tail
    noun, verb = _split_verb(phrase, lexicon, is_list=is_list, is_relative=is_relative)
    return noun if len(noun) >= _LEAST else "", verb, tail


def _split_verb(
    phrase: str, lexicon: Lexicon, *, is_list: bool, is_relative: bool
) -> tuple[str, str]:
    """Noun and verb of a phrase without its change: 全年受理法律援助案件 → 法律援助案件, 受理."""
    if SENT.match(phrase) and verb_at_end(phrase, lexicon):
        return "", phrase
    if HANDED_ON.match(phrase):
        return phrase, ""
    phrase = _strip(phrase, lexicon.adverb, lexicon)
    if lexicon.compound.fullmatch(phrase):
        return phrase, ""
    if is_joined_light(phrase, lexicon):
        return "", phrase
    verb, whole = "", phrase
    while (m := lexicon.verb.match(phrase)) and not lexicon.compound.match(phrase):
        rest = _strip(phrase[m.end() :], lexicon.adverb, lexicon)
        if (len(rest) < _LEAST and m.end() < len(phrase)) or lexicon.rates.match(rest):
            break
        if not rest:
            return "", whole
        verb, phrase = m[0], rest
    noun = _shorten(phrase, lexicon, is_rate=False, is_list=is_list, is_relative=is_relative)
    if noun != phrase:
        verb = verb_at_end(phrase[: len(phrase) - len(noun)], lexicon) or verb
    return noun, verb


def strip_trailing(phrase: str, lexicon: Lexicon) -> str:
    """A phrase without 达, 共计, 约 and the like at its end."""
    while True:
        phrase = phrase.rstrip(" ")
        if lexicon.trailing.at_end(phrase) is None:
            return phrase
        for hit in lexicon.trailing.all_at_end(phrase, len(phrase)):
            if not _is_part_of_word(phrase, hit[0], lexicon):
                phrase = phrase[: hit.start()]
                break
        else:
            return phrase


def _is_part_of_word(phrase: str, word: str, lexicon: Lexicon) -> bool:
    """Whether what looks like an approximator ends a noun (村规民约)."""
    return phrase[: -len(word)].endswith(lexicon.grammar.not_after.get(word, ()))


def _strip(phrase: str, words: Words, lexicon: Lexicon) -> str:
    """A phrase without dates, scopes and adverbs in front; empty if there is nothing else."""
    while True:
        shorter = phrase.lstrip(" 、，,：:·|")
        if shorter[:1] in DATE_BEGINS and (date := LEADING_DATE.match(shorter)):
            shorter = shorter[date.end() :]
        if (m := words.match(shorter)) and not lexicon.compound.match(shorter):
            rest = shorter[m.end() :]
            is_all = not rest and m.end() >= _LEAST and not lexicon.scope.fullmatch(shorter)
            if len(rest) != 1 and not is_all and not lexicon.rates.match(rest):
                shorter = rest
        if shorter == phrase:
            return phrase
        phrase = shorter


def _split_change(  # noqa: PLR0911 -- one line a way of telling a change
    phrase: str, lexicon: Lexicon
) -> tuple[str, str]:
    """The phrase before a change, and the change: 涉企检查同比下降 → 涉企检查, 同比下降."""
    if is_last_year(phrase):
        return "", PRIOR
    if higher := higher_in(phrase):
        return phrase[: higher.start()], higher[0]
    if than := compared_in(phrase):
        rest = phrase[than.end() :]
        if not rest and than.start() and than.end() - than.start() > 1:
            return phrase[: than.start()], PRIOR  # 后者比2022年的｜3135件
        if lexicon.change.search(rest) and (than.start() == 0 or len(rest) <= _MAX_TAIL):
            tail = rest if than.end() - than.start() > 1 else phrase[than.start() :]
            if len(tail) > _MAX_TAIL and (last := list(lexicon.change.finditer(tail))):
                tail = tail[last[-1].start() :]
            return phrase[: than.start()], tail
    if more := more_than_in(phrase):
        return phrase[: more.start()], more[0]
    if phrase.endswith(NEWLY):
        return phrase, ""  # a deed, though 增 alone is a change
    if not phrase.endswith(DONE) and lexicon.change.at_end(phrase) is None:
        return phrase, ""
    for m in lexicon.change.finditer(phrase, max(0, len(phrase) - _MAX_CHANGE)):
        rest = phrase[m.start() :]
        if m[0] != THAN and lexicon.change.sub("", rest).strip(DONE) == "":  # 万人律师比｜提高到
            return phrase[: m.start()], rest
    return phrase, ""


def _shorten(
    phrase: str,
    lexicon: Lexicon,
    *,
    is_rate: bool,
    is_list: bool = False,
    is_relative: bool = False,
) -> str:
    """The head of a long noun phrase: after the last 的, verb, or 、 outside quotation marks.

    A list that ends in 等 stays whole: the number behind it counts all that it names. So does
    what ends in 的 (持有证书的仅1人): it counts those who did it.
    """
    if is_list and "、" in phrase and len(phrase) <= _MAX_WHOLE_LIST:
        return _without_subject(phrase, lexicon)
    for mark in "的》":
        if mark in phrase:
            head, _, rest = phrase.rpartition(mark)
            if head.endswith(PARTY):
                rest = PARTY + mark + rest  # 党的二十大精神
            phrase = rest if len(rest) >= _LEAST else phrase
    if named := after_ours(phrase):
        phrase = _strip(named, lexicon.adverb, lexicon)
    if not is_rate and (acting := ORGAN.match(phrase)):
        verb = lexicon.verb.match(phrase, acting.end())
        is_noun = lexicon.compound.match(phrase, acting.end()) is not None
        if verb and not is_noun and len(phrase) - verb.end() >= _LEAST:
            phrase = phrase[verb.end() :]
    if not is_rate and not is_relative:
        phrase = _after_cutter(phrase, lexicon)
    if len(phrase) > _MAX_NOUN and not is_rate:
        ends = [m.end() for m in _verbs(phrase, lexicon) if len(phrase) - m.end() >= _LEAST_HEAD]
        ends = [e for e in ends if _is_balanced(phrase[e:]) and not lexicon.rates.match(phrase, e)]
        if ends:
            phrase = _strip(phrase[ends[-1] :], lexicon.adverb, lexicon)
    if len(phrase) > _MAX_LIST and "、" in phrase:
        if is_rate and all(map(lexicon.rates.at_end, phrase.split("、"))):
            return phrase  # 报备率、及时率、合格率均为
        rest = phrase.rsplit("、", 1)[1]
        phrase = rest if len(rest) >= _LEAST and _is_balanced(rest) else phrase
    return phrase


def _without_subject(listed: str, lexicon: Lexicon) -> str:
    """A list without who did what with it: 法律顾问参与审核｜合同、协议."""
    first = listed.partition("、")[0]
    if len(first) <= _MAX_LIST:
        return listed
    ends = [m.end() for m in _verbs(first, lexicon) if len(first) - m.end() >= _LEAST]
    return listed[ends[-1] :] if ends else listed


def _after_cutter(phrase: str, lexicon: Lexicon) -> str:
    """What follows the last verb that never stands inside a noun: 事项形成应急预案 → 应急预案."""
    ends = [m.span() for m in lexicon.cutter.finditer(phrase, 1)]
    if SUMMING.search(phrase):
        ends += [
            m.span() for s in SUMMING.finditer(phrase) if (m := lexicon.verb.match(phrase, s.end()))
        ]
    if not ends:
        return phrase
    kept = [m.span() for m in lexicon.compound.finditer(phrase)]
    for start, end in reversed(ends):
        rest = _strip(phrase[end:], lexicon.adverb, lexicon)
        is_inside = any(a < end and b > start for a, b in kept)
        is_noun = len(rest) >= _LEAST and not lexicon.rates.match(rest)
        if is_noun and not is_inside and _is_balanced(rest):
            is_deed = phrase[start:end] == ALL_TOLD and len(rest) == _LEAST <= start
            return phrase[:start] + rest if is_deed else rest  # 电子证照累计｜签发
    return phrase


def _is_balanced(words: str) -> bool:
    """Whether no quotation mark and no bracket lost its partner."""
    if ")" in words or "）" in words:
        is_shut = words.count(")") == words.count("(") and words.count("）") == words.count("（")
        return is_shut and words.count("”") == words.count("“")
    return words.count("”") == words.count("“")


def _verbs(phrase: str, lexicon: Lexicon) -> list[Found]:
    """The verbs in a phrase that are not parts of compounds (规范性文件)."""
    kept = [m.span() for m in lexicon.compound.finditer(phrase)]
    found: list[Found] = []
    at = 0
    while verb := lexicon.verb.search(phrase, at):
        if any(a < verb.end() and b > verb.start() for a, b in kept):
            at = verb.start() + 1  # 党组会｜审议, and not 会审
        else:
            found.append(verb)
            at = verb.end()
    return found


def noun_behind(flat: str, q: Quantity, limit: int, lexicon: Lexicon) -> str:
    """The noun behind a figure: 2个｜联系点, 5件…报请备案的｜规范性文件; '' if none is there."""
    at = q.end
    while at < len(flat) and flat[at] == " ":
        at += 1
    linked = flat[at : at + 1] == OF
    at += linked
    if flat[at : at + 1] in _OPEN:
        at = flat.find(_CLOSED, at, limit) + 1  # 3名（含兼职）法律顾问
        if not at:
            return ""
    if q.unit in _HEADED_UNITS and (people := PEOPLE_LISTED.match(flat, at, limit)):
        return people[0]
    stepped = PICKED_BY.match(flat, at) or STEPPED.match(flat, at, limit + 1)
    if stepped and not _stops(stepped["what"], lexicon):
        return stepped["what"]
    if (led := lexicon.links.match(flat, at)) and flat[led.end() : led.end() + 1].isdigit():
        return ""  # 3个工作日｜压至1个工作日
    is_object = not linked and flat[q.start - 1 : q.start] in OBJECT_MARKS
    if is_object and (described := DESCRIBED.match(flat, at, limit)):
        return _noun_at(flat[described.end() : limit], lexicon)  # 对21家初次违法、危害轻微的企业
    words = _words_behind(flat, at, limit)
    if q.unit in PEOPLE_UNITS and (acting := PEOPLE_FIRST.match(words)):
        words = acting["who"]
    is_held = q.unit not in PEOPLE_UNITS and flat.endswith(HELD_OR_UNDERGONE, 0, q.start)
    is_held = is_held or (q.unit in ROUNDS and flat[q.start - 1 : q.start] == "、")
    is_held = is_held or flat.startswith("“", at + len(words))  # 18项｜服务“就近办”
    is_deed = is_held and lexicon.verb.fullmatch(words)  # 开展两轮督察, 历经9次修改
    return words if is_deed else _noun_in(words, lexicon, linked=linked, is_object=is_object)


def _noun_in(words: str, lexicon: Lexicon, *, linked: bool, is_object: bool) -> str:
    """The noun in the words behind a figure, `linked` to it by 的, `is_object` of 对 or 将."""
    if words.startswith(ASPECT):
        return ASPECT  # 明确6个方面32项任务
    if is_object and OF in words:
        first, _, last = words.partition(OF)
        if OWNERS_END.search(first):
            return _noun_at(first, lexicon)  # 纳入对14个村（社区）｜的年度考核
        if len(first) >= _LEAST:
            return _noun_at(last, lexicon)  # 对3个推进迟缓的乡镇作提醒谈话
    words = words.removesuffix(PER_HEAD)  # 126人学法考试｜人均97.6分
    if not words or _acts(words, lexicon) or (OF not in words and what_befell(words)):
        return ""
    if not linked and OF in words[2:]:
        first, _, last = words.rpartition(OF)
        if last.startswith(TOLD_OF_THEM):
            return ""  # 5件不合时宜的｜予以废止
        acted = bool(_verbs(first, lexicon)) and not lexicon.stop.match(first)
        acted = acted or BEYOND.search(first) is not None  # 跨度超过五年的｜问题
        words = last if acted and len(last) >= _LEAST else first
    return _noun_at(words, lexicon)


def light_verb_behind(flat: str, q: Quantity, limit: int, lexicon: Lexicon) -> str:
    """What people did where nothing else is said of them (参加, 合格); '' if more is."""
    words = _words_behind(flat, q.end, limit).strip()
    is_all = YEAR_OF_OBJECT.match(flat, q.end + len(words)) is None  # 参加2022年执法资格考试
    return words if is_all and words in lexicon.light else ""


def deed_behind(flat: str, at: int, limit: int, lexicon: Lexicon) -> str:
    """A verb behind a figure with its own object (参加法治知识考试); '' where there is none."""
    words = _words_behind(flat, at, limit).strip()
    if year := YEAR_OF_OBJECT.match(flat, at + len(words)):
        words += _words_behind(flat, year.end(), limit)
    if visited := VISITED.match(flat, at, limit):
        done = lexicon.verb.search(visited[0], visited[0].index("、") + 1)
        words = visited[0][done.start() :] if done else words
    if befell := what_befell(words):
        befell = befell if len(befell) <= _LONGEST_DEED else befell[:MAX_FOLLOWING]
        return _without_within(befell, lexicon)  # 9人｜被问责, 340卷｜被评查案卷｜中
    verb = lexicon.verb.match(words) or lexicon.cutter.match(words) or GOES_TO.match(words)
    if verb is None or len(words) - verb.end() < _LEAST:
        return ""
    also = AND_ALSO.search(words, verb.end() + _LEAST)
    if also and lexicon.verb.match(words, also.end()):
        words = words[: also.start()]  # 听取汇报｜并研究部署
    return words if len(words) <= MAX_FOLLOWING else _shorter_deed(words, verb.end(), lexicon)


def _shorter_deed(words: str, acted: int, lexicon: Lexicon) -> str:
    """A verb, which ends at `acted`, with less of its long object, and that not torn.

    Up to the next verb (召开会议｜研究…), unless that belongs to the object itself
    (传达学习｜关于执法监督的｜部署要求).
    """
    ends = [m.start() for m in lexicon.verb.finditer(words, acted + _LEAST)]
    met = next((end for end in ends if words.endswith(MEETINGS, 0, end)), 0)
    if met:
        return words[:met]
    head = words.rpartition(OF)[2] if OF in words and len(words) < _LONGEST_BEHIND else ""
    while also := lexicon.verb.match(words, acted):
        acted = also.end()
    if _LEAST <= len(head) <= MAX_FOLLOWING - acted:
        return words[:acted] + head
    if len(words) <= _LONGEST_DEED:
        return words
    whole = [end for end in ends if end <= MAX_FOLLOWING]
    is_torn = not whole or words.endswith(OPENS_OBJECT, 0, whole[-1])
    return words[: MAX_FOLLOWING if is_torn else whole[-1]]


def _noun_at(words: str, lexicon: Lexicon) -> str:
    """The noun at the beginning of some words, '' if they begin with none."""
    is_word = words[:1].isalpha() or (words != "" and words[0] in _NAME_SIGNS)
    if words[:1] in _BRACKETS and words.find(_OPENING[words[0]]) in (-1, len(words) - 1):
        return ""  # 受理156件（含上年结转12件）, 结案620件（含往年积案）
    if not is_word or _stops(words, lexicon) or _acts(words, lexicon):
        return ""
    words = without_place_in_row(_before_rate(words, _stop_in(words, lexicon)))
    return _without_within(words[:MAX_FOLLOWING].rstrip(" "), lexicon)


def _before_rate(words: str, end: int) -> str:
    """The noun that ends at `end`, the name of its rate left out: 政务服务事项｜网上可办率."""
    noun = words[:end]
    begins = RATE_BEGINS.search(noun, _LEAST) if words[end : end + 1] == RATE else None
    return noun[: begins.start()] if begins else noun


def _without_within(noun: str, lexicon: Lexicon) -> str:
    """A noun without the 中 that makes it a whole of which a part is told (71份合同中，有9份)."""
    if not noun.endswith(WITHIN) or next(lexicon.compound.all_at_end(noun, len(noun)), None):
        return noun
    return noun[:-1]


def _words_behind(flat: str, at: int, limit: int) -> str:
    """The words from `at` to the clause's end, a digit, or a quoted name behind a noun."""
    if flat[at : at + 1] in _NO_NOUN:
        return ""  # as most figures end a clause
    end = at
    depth = 0
    limit = min(limit, at + _LONGEST_BEHIND)
    while end < limit:
        char = flat[end]
        if depth == 0 and _ends_noun(flat, at, end):
            break
        if char in "“（(《":
            depth += 1
        elif depth and char in "”）)》":
            depth -= 1
        end += 1
    return flat[at:end] if depth == 0 else _before_open(flat[at:end])


def _before_open(words: str) -> str:
    """Words up to a bracket that does not close: 律师（含兼职2名）."""
    return words[: words.rfind(_OPEN)] if words.rfind(_OPEN) > words.rfind(_CLOSED) else words


def _ends_noun(flat: str, at: int, end: int) -> bool:
    """Whether the character at `end` cannot belong to the noun that begins at `at`."""
    char, size = flat[end], end - at
    if char == "、":  # 行业性、专业性调委会
        return not (_LEAST <= size <= _ADJECTIVE and flat[end - 1] in ADJECTIVES_END)
    if char in STOPS or char in ")）”" or char.isdigit():
        return True
    if size < _LEAST or char not in "《“":
        return False
    if char == "“" and QUOTED_DEED.match(flat, end):
        return True  # 63项业务｜“最多跑一次”
    closed = flat.find("”", end, end + _LONGEST_BEHIND)
    return char == "《" or flat[closed + 1 : closed + 2] == OF


def _stops(words: str, lexicon: Lexicon) -> bool:
    return lexicon.stop.match(words) is not None and lexicon.compound.match(words) is None


def _stop_in(words: str, lexicon: Lexicon) -> int:
    """Where the noun at the beginning of some words ends."""
    kept = [*(m.span() for m in lexicon.compound.finditer(words)), *quoted_spans(words)]
    first = max(1, words.find("”") + 1) if words.startswith("“") else 1
    cuts = [m.start() for m in lexicon.ender.finditer(words, first)]
    cuts += [
        m.start()
        for m in lexicon.verb.finditer(words, max(_LEAST + 1, first))
        if len(words) - m.end() >= _LEAST
    ]
    free = [c for c in cuts if not any(a <= c < b for a, b in kept)]
    return min(free, default=len(words))


def _acts(words: str, lexicon: Lexicon) -> bool:
    """Whether words begin with a verb that is not the beginning of a noun."""
    return (
        lexicon.verb.match(words) is not None
        and lexicon.compound.match(words) is None
        and not _is_compound(words, lexicon)
    )


def is_light(words: str, lexicon: Lexicon) -> bool:
    """Whether words only say what was done with things told before: 撤销, 撤销或确认违法."""
    if words in lexicon.light:
        return True
    if led := after_deed_lead(words):
        return led in lexicon.light  # 决定保留
    return is_joined_light(words, lexicon)


def is_joined_light(words: str, lexicon: Lexicon) -> bool:
    """Whether words are several such deeds: 撤销、变更或确认违法."""
    parts = DEEDS_JOINED.split(words)
    return len(parts) > 1 and all(part in lexicon.light for part in parts)


def is_all_verbs(words: str, lexicon: Lexicon) -> bool:
    """Whether words are nothing but what was done: 立案查处, 新制定, but not 检查."""
    if (led := after_deed_lead(words)) is not None:
        return not led or led in lexicon.light or lexicon.verb.fullmatch(led) is not None
    first = lexicon.verb.match(words)
    rest = words[first.end() :] if first and first[0] not in HELD else ""
    second = lexicon.verb.match(rest) if rest else None
    return second is not None and second.end() == len(rest)


def _is_compound(words: str, lexicon: Lexicon) -> bool:
    """Whether a verb begins a noun (督察组, 检查计划, 服务窗口)."""
    m = lexicon.verb.match(words)
    if m is None:
        return False
    rest = words[m.end() :]
    return (
        0 < len(rest) <= _LONGEST_COMPOUND
        and lexicon.stop.match(rest) is None
        and lexicon.verb.match(rest) is None
        and not rest.startswith(ASPECTS)
    )
