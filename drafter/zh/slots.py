"""The little language in which data files write phrases (时效性表述), and its patterns.

A phrase is plain text. Widths, blanks, kinds of quotation marks and dashes make no difference, and
quotation marks and 《》 may be missing in the report. Beyond that there are four signs:

=============  =====================================================================
`{年}`         a slot, see `SLOTS`
`{甲|乙|丙}`   one of these words
`{引号含甲}`    a quoted name with this word in it
`[的]`         may be missing; may hold slots and choices
=============  =====================================================================

`—` between two slots or words is any dash, 至 or 到, and may be lost (`20212025年`).

Every pattern is linear: runs of open text are bounded, and nothing repeated is repeated again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from drafter.zh import precompiled
from drafter.zh.lazy import lazy_pattern
from drafter.zh.numerals import parse_numeral
from drafter.zh.width import NOT_PLAIN, Respelling, fold_char

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMERALS = "〇零○一二三四五六七八九两十百千万亿"
_SIGNS = {
    "。": "\x02",
    "、": "\x03",
    "”": "\x04",
    "《": "<",
    "》": ">",
    "—": "-",
    "至": "á",
    "到": "â",
} | {char: chr(ord("À") + i) for i, char in enumerate(_NUMERALS)}
"""Characters that patterns have classes of → what stands for them in compared form.

All below U+0100: for a class with any other character `re` builds a map of 64 K when it compiles,
and that alone would take longer than to read the whole report. Letters stand for numerals, so that
these count as Han characters in `_HAN` as they should.
"""
_READABLE = {ord(sign): char for char, sign in _SIGNS.items() if char in _NUMERALS}
_TO_SIGNS = str.maketrans(_SIGNS)

_HAN = r"[^\W0-9A-Za-z_]"
_NUMBER = f"(?:[0-9]{{1,9}}|[{_NUMERALS}]{{1,9}})".translate(_TO_SIGNS)
_YEAR_CORE = "(?:(?:19|20)[0-9]{2}|[一二][九〇零○oO0][〇零○oO0一二三四五六七八九]{2})".translate(
    _TO_SIGNS
)
# A numeral with its point may stand right before it: 1.2024年度…
_YEAR = rf"(?<![0-9]){_YEAR_CORE}"
_DASH = "[—至到一]{0,2}".translate(_TO_SIGNS)
_PERIOD = rf"\(?{_YEAR}年?{_DASH}{_YEAR_CORE}年?\)?"
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘"
    "杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易常武乔贺赖龚文"
)
ALSO_WORDS = "于任万高常易曾方"
"""Surnames that as often begin a word: 主任任组长, 书记曾多次, 局长高位推动."""
_RARE_SURNAMES = "覃韦蒙庞莫岑骆葛樊霍翁阮闭磨柳甄"
"""Surnames that are taken for one only between an office and what is done by a person."""
_COMPOUND_SURNAMES = "欧阳|司马|诸葛|上官|尉迟|皇甫|令狐|公孙|慕容|夏侯"
_NO_PERSON = (
    f"[{ALSO_WORDS}]|周[一二三四五例末期边密全到]|何[时地人种处]|黄[金昏]|白[天日]|田[间长]|林长|马[上不]|陆续|郑重"
    "|雷厉|顾全|史无|程序|文[明件]|武装|金融|农[业村民忙田产资时]|莫[过不大]|葛根|柳暗|蒙[受蔽]"
)
"""Words that begin with a surname: 陆续到各乡镇, 周密部署."""
_DONE_BY_A_PERSON = (
    "亲自|多次|先后|分别|主持|担任|兼任|任[双副]?组长|带头|带队|率队|率领|牵头|出席|到会|作出|具体抓|具体负责|负责"
    "|认真|切实担起|切实履行|严格履行|坚持|每个?季度|每月|每周|应诉|出庭|与|召集|参加|到任|履新|[0-9]"
    "|履行|担当|带领|分管|协管|全年|部署|到(?!位|期|点)|赴|签订|调研|督导|检查|走访|点评|述职|以身作则|在"
    "|包案|包联|包保|包村|督办|批示|签批|专题研究|专题听取|听取|深入|签发|致辞|述法|讲授|作专题|作了?报告|等领导"
)
_YEAR_SIGNS = ("20", "19", "二〇", "二零", "二○", "二O", "二o", "二0", "一九")

SLOTS: dict[str, tuple[str, tuple[str, ...], int, str]] = {
    "年": (_YEAR, _YEAR_SIGNS, 4, "四位年份，2025 或 二〇二五，不含“年”字"),
    "日期": (
        rf"{_YEAR}(?:[.][0-9]{{1,2}}[.]|-[0-9]{{1,2}}-|/[0-9]{{1,2}}/)[0-9]{{1,2}}(?![0-9])",
        _YEAR_SIGNS,
        10,
        "2025.3.5、2025-03-05 一类的日期",
    ),
    "期": (
        f">?{_PERIOD}>?",
        _YEAR_SIGNS,
        16,
        "起止年份，带不带括号都行，连接号丢了也认得：（2021—2025年）",
    ),
    "序": (_NUMBER, (), 9, "序数，九 或 12"),
    "数": (_NUMBER, (), 9, "数目，9 或 三十"),
    "次中": (
        "[一二三四五六七八]中(?:(?:全会)?[、,及和与]?(?:党的)?(?:[一二三]?十[一-九]?届)?[一二三四五六七八]中){0,4}",
        ("中",),
        46,
        "届内的次序，可连写：三中 / 二中、三中",
    ),
    "字": (rf"{_HAN}{{1,8}}?", (), 8, "一至八个汉字，取最短"),
    "地名": (rf"{_HAN}{{2,8}}?", (), 8, "二至八个汉字，取最短"),
    "短": ("[^,;。!?、《》]{0,16}?", (), 16, "同一小句里零至十六个字，不过顿号，取最短"),
    "任": ("[^;。!?《》]{0,30}?", (), 30, "同一句里零至三十个字，取最短"),
    "名": ("", (), 0, "前置的名称，二至十六个字；前面的“开展”“推进”一类词会去掉"),
    "书名": (
        "《[^《》。]{1,60}(?:《[^《》。]{1,60}》[^《》。]{0,60})?》",
        ("《",),
        184,
        "带书名号的名称",
    ),
    "引号": ('"[^"”;。]{1,30}["”]', ('"',), 32, "带引号的名称"),
    "法名": (
        rf"{_HAN}{{2,20}}?(?:法|条例|办法|规定|细则|规章)(?!律|规)",
        ("法", "条例", "规定", "细则", "规章"),
        22,
        "不带书名号的法律法规名称",
    ),
    "姓名": (rf"[{SURNAMES}]{_HAN}{{1,2}}", (), 3, "人名"),
    "人": (
        rf"(?![{ALSO_WORDS}]|金[牌融寨]|江[西苏]|黄[山冈石]|石家|安徽|资深|史学|毛泽东|雷锋|邓小平)[{SURNAMES}]{_HAN}{{1,2}}",
        (),
        3,
        "人名，不认“高级”“常年”“金牌”一类的词",
    ),
    "全名": (
        (
            rf"(?:[{SURNAMES}]某{{1,2}}|(?:高(?![位度质效标速层级频起强兴站规]){_HAN}{{2}}|"
            rf"(?!{_NO_PERSON})(?:[{SURNAMES}农{_RARE_SURNAMES}]|{_COMPOUND_SURNAMES}){_HAN}{{1,2}}(?<![担兼]))"
            rf"(?=[,;:()、。]|{_DONE_BY_A_PERSON}))"
        ),
        (),
        4,
        "停顿或“亲自、主持、带头、任组长”一类词前面的人名",
    ),
}
"""Slot → (pattern, fixed words one of which its match contains, characters of its longest match,
what it is for an editor)."""
_COMPILED_SLOTS = {
    name: (
        pattern.translate(_TO_SIGNS),
        tuple(word.translate(_TO_SIGNS) for word in words),
        longest,
    )
    for name, (pattern, words, longest, _) in SLOTS.items()
}

ADVICE_YEAR = lazy_pattern(r"\{年([+-][0-9]+)?\}")
"""{年} or {年-2013} in advice: the year of the new report, or another counted from it."""
_LEADING = "名"
"""The slot of the name in front, see `_name_start`."""
_LONGEST_NAME = 16
_NAME_STOPS = lazy_pattern('[,;\x02!?:\x03()<>"\x04]')
_QUOTED_WITH = "引号含"
"""`{引号含攻坚}` is a quoted name with 攻坚 in it."""

_TOKEN = lazy_pattern(r"\{([^{}\[\]]+)\}|([\[\]])|([^{}\[\]]+)")
_VARIABLE = lazy_pattern(r"\[[^\[\]]*\]|\{[^{}]*\}")
_OPENING_QUOTES = "“„‟\"'＂「『〝‘﹁"
_CLOSING_QUOTES = "”」』〞’﹂"
_DASHES = "-‐‑‒–—―−－~～〜∼﹣﹘─━"
_MARKS = dict(zip("〈＜<﹤︽〉＞>﹥︾•[［]］", "《《《《《》》》》》·〔〔〕〕", strict=True))
_MISSABLE = {"-": _DASH, '"': '["\x04]?', "\x04": '["\x04]?', "<": "<?", ">": ">?"}
"""What may be missing from a literal → its pattern; a straight quotation mark closes as well."""
_GAPS = lazy_pattern('["\x04<>-]')
_NAMED_PERIOD = lazy_pattern(
    f'(?P<open><?)(?P<name>[^<>(),;\x02:"\x04]{{4,40}})(?P<period>>?{_PERIOD})?(?P<close>>?)'
)


class SlotError(ValueError):
    """A phrase is not written in the language of this module.

    Args:
        text: The phrase.
        problem: What is wrong with it, in Chinese.
    """

    def __init__(self, text: str, problem: str) -> None:
        super().__init__(f"“{text}”{problem}")


_UNBALANCED = "里的括号没有成对；{ } 和 [ ] 要成对，[ ] 不能套 [ ]，{ } 里不能再写 { }"
_NOT_FIRST = "里的槽“名”只能写在最前面；别处请用“短”或“字”"
_NOTHING_FIXED = "里没有一个固定的字；请写上至少一个不是槽、不在方括号里的字"


@cache
def _form_of(char: str) -> str:
    """A character in its compared form."""
    if char in _OPENING_QUOTES:
        form = '"'
    elif char in _CLOSING_QUOTES:
        form = "”"
    elif char in _DASHES:
        form = "—"
    else:
        form = _MARKS.get(char, fold_char(char))
    return _SIGNS.get(form, form)


_RESPELL = Respelling(
    _form_of,
    # Control characters first: further on they stand for marks.
    often="\x02\x03\x04，。、；：（）！？％“”《》—至到 \u3000\n" + _NUMERALS,
    others=lazy_pattern("[^一-鿿À-â\x02-\x04,;:()!?%<>0-9A-Za-z-]"),
    short=0,
)
_YEARS = lazy_pattern(_YEAR_CORE)
_LATIN_ZEROS = str.maketrans("oO0", "〇〇〇")


class Compared(Struct, frozen=True):
    """A text in the form that phrases are looked for in.

    Attributes:
        form: Blanks and invisible characters gone; widths, quotation marks and dashes unified;
            numerals and some marks replaced, so only to be compared with other forms.
        removed: For each character that is gone, where in `form` it would stand, ascending.
    """

    form: str
    removed: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a non-empty stretch of `form` stands in the text."""
        return self._place(start), self._place(end - 1) + 1

    def _place(self, at: int) -> int:
        return at + bisect_right(self.removed, at)


def compared(text: str) -> Compared:
    """The form of a text that phrases are looked for in."""
    form = _RESPELL(text)
    if len(form) == len(text):
        return Compared(form, ())
    gone = (found.start() for found in NOT_PLAIN.finditer(text) if not _form_of(found[0]))
    return Compared(form, tuple(at - before for before, at in enumerate(gone)))


class Pattern(Struct, frozen=True):
    """A phrase, ready to be looked for.

    Attributes:
        text: As written in the data.
        anchors: A text with the phrase contains one of each of these; a cheap test before the
            pattern is even compiled.
        literal: How many fixed characters it has; the more, the more specific it is.
        source: The pattern, compiled when first needed; without the slot 名.
        leads: Whether it begins with the slot 名, whose text is found backwards from the match:
            from the left, sixteen characters would be tried at every place of the report.
        reach: Longest match, with a little of what follows it.
    """

    text: str
    anchors: tuple[tuple[str, ...], ...]
    literal: int
    source: str
    leads: bool
    reach: int

    def find(self, form: str, boundaries: tuple[str, ...] = ()) -> Iterator[tuple[int, int, int]]:
        """Every place in a compared form, left to right, not overlapping.

        Yields start, start without the name of slot 名 (else the same), and end.

        Args:
            form: `Compared.form`.
            boundaries: Words that end where a name begins (开展, 推进 …), for phrases with the
                slot 名; what remains of the name must have two characters at least.
        """
        return self.find_in(Places(form), boundaries)

    def find_in(
        self, places: Places, boundaries: tuple[str, ...] = ()
    ) -> Iterator[tuple[int, int, int]]:
        """The same as `find`, for a form in which many phrases are looked for."""
        form, last = places.form, 0
        windows = places.windows(self.anchors, self.reach)
        if not windows:
            return
        compiled = _compile(self.source)
        for low, high in windows:
            for match in compiled.finditer(form, low, high):
                start = match.start()
                if self.leads:
                    named = _name_start(form, last, start, boundaries)
                    if named is not None:
                        yield named, start, match.end()
                else:
                    yield start, start, match.end()
                last = match.end()


_FEW = 30
"""Hits of a word up to which no rarer one of the same phrase is looked for."""


class Places:
    """Where words stand in a compared form; each word is looked for once, whoever asks for it."""

    def __init__(self, form: str) -> None:
        self.form = form
        self._found: dict[str, list[int]] = {}
        self._has: dict[str, bool] = {}

    def of(self, word: str) -> list[int]:
        """Where a word stands, ascending."""
        found = self._found.get(word)
        if found is None:
            found = self._found[word] = _places(self.form, word) if self._may_stand(word) else []
        return found

    def of_any(self, words: tuple[str, ...]) -> list[int]:
        """Where one of some words stands, ascending."""
        if len(words) == 1:
            return self.of(words[0])
        return sorted(chain.from_iterable(map(self.of, words)))

    def _may_stand(self, word: str) -> bool:
        """Whether all characters of a word stand somewhere.

        Half of the words that are asked for have one that does not, and to look for a single
        character takes a tenth of the time that it takes to look for a word.
        """
        for char in word:
            stands = self._has.get(char)
            if stands is None:
                stands = self._has[char] = char in self.form
            if not stands:
                return False
        return True

    def windows(self, anchors: tuple[tuple[str, ...], ...], reach: int) -> list[tuple[int, int]]:
        """The stretches that have one word of each group within so many characters."""
        # Around the words of the rarest group, most of the others need not be looked for at all.
        rarest = anchors[0]
        places = self.of_any(rarest)
        if len(places) > _FEW:
            for words in anchors[1:]:
                if len(found := self.of_any(words)) < len(places):
                    rarest, places = words, found
        others = [words for words in anchors if words is not rarest]
        find = self.form.find
        windows: list[tuple[int, int]] = []
        for at in places:
            low, high = at - reach if at > reach else 0, at + reach
            for words in others:
                for word in words:
                    if find(word, low, high) >= 0:
                        break
                else:
                    break
            else:
                if windows and low <= windows[-1][1]:
                    windows[-1] = (windows[-1][0], high)
                else:
                    windows.append((low, high))
        return windows


def _places(form: str, word: str) -> list[int]:
    places = []
    at = form.find(word)
    while at >= 0:
        places.append(at)
        at = form.find(word, at + 1)
    return places


def fixed_words(text: str) -> str:
    """The longest stretch, in compared form, that every match of a phrase contains; may be empty.

    A cheap test before the phrase is even parsed.
    """
    outside = _VARIABLE.sub("\n", text).split("\n")
    return max((_longest_run(_RESPELL(piece)) for piece in outside), key=len)


@cache
def compile_pattern(text: str) -> Pattern:
    """A phrase from its text.

    Raises:
        SlotError: A bracket is not closed, a slot is unknown, or nothing in it is fixed.
    """
    pieces: list[_Piece] = []
    depth = consumed = 0
    for token in _TOKEN.finditer(text):
        if token.start() != consumed:
            break
        consumed = token.end()
        inner, bracket, plain = token.groups()
        if bracket:
            depth += 1 if bracket == "[" else -1
            pieces.append(_Piece("(?:" if bracket == "[" else ")?", (), 0, 0))
        else:
            piece = _braced(text, inner, pieces) if inner else _plain(plain)
            pieces.append(replace(piece, anchors=(), fixed=0) if depth else piece)
        if depth not in {0, 1}:
            break
    if consumed != len(text) or depth:
        raise SlotError(text, _UNBALANCED)
    anchors = [piece.anchors for piece in pieces if piece.anchors]
    if not anchors:
        raise SlotError(text, _NOTHING_FIXED)
    return Pattern(
        text=text,
        anchors=tuple(sorted(anchors, key=lambda words: (len(words), -min(map(len, words))))),
        literal=sum(piece.fixed for piece in pieces),
        source="".join(piece.pattern for piece in pieces),
        leads=text.startswith(f"{{{_LEADING}}}"),
        reach=min(_FARTHEST, sum(piece.longest for piece in pieces) + _AHEAD),
    )


class _Piece(Struct, frozen=True):
    """A part of a phrase.

    Attributes:
        pattern: For compared form.
        anchors: Words one of which its match contains.
        fixed: How many fixed characters it has.
        longest: Characters of its longest match.
    """

    pattern: str
    anchors: tuple[str, ...]
    fixed: int
    longest: int


def year_numbers(text: str) -> tuple[int, ...]:
    """Every year of a text in order: 2025, 二〇二五, both ends of 2021—2025."""
    return _years(compared(text).form)


def _years(form: str) -> tuple[int, ...]:
    written = (found.translate(_READABLE) for found in _YEARS.findall(form))
    return tuple(
        int(year) if year.isdecimal() else parse_numeral(year.translate(_LATIN_ZEROS)) or 0
        for year in written
    )


def title_spans(form: str) -> tuple[tuple[int, int], ...]:
    """Where document names (书名号) stand in a compared form, the outermost of nested ones."""
    spans, depth, start = [], 0, 0
    for mark in _TITLE_MARKS.finditer(form):
        if mark[0] == "\x02":  # 。: a 《 that was never closed ends here
            depth = 0
        elif mark[0] == "<":
            start, depth = (mark.start(), 1) if depth == 0 else (start, depth + 1)
        elif depth:
            depth -= 1
            if depth == 0:
                spans.append((start, mark.end()))
    return tuple(spans)


class NamedPeriod(Struct, frozen=True):
    """A name of plan or document, in compared form, with the period that follows it.

    Attributes:
        start: Where the name begins.
        end: Where name, period and closing marks end.
        name: Without 《》.
        years: Of the period; empty if none follows.
        has_dash: Whether the two years are kept apart.
        is_opened: Whether 《 stands right before the name.
        is_closed: Whether 》 follows the name or its period.
    """

    start: int
    end: int
    name: str
    years: tuple[int, ...]
    has_dash: bool
    is_opened: bool
    is_closed: bool


def named_periods(form: str, titles: tuple[str, ...]) -> Iterator[NamedPeriod]:
    """What in a compared form could be a plan's name, with its period: opened, or a known title."""
    for match in _names_with_periods(form, titles):
        if not match["open"] and not match["name"].endswith(titles):
            continue
        period = match["period"] or ""
        yield NamedPeriod(
            start=match.start("name"),
            end=match.end(),
            name=match["name"],
            years=_years(period),
            has_dash=_RUN_TOGETHER.search(period) is None,
            is_opened=bool(match["open"]),
            is_closed=">" in period or bool(match["close"]),
        )


def _names_with_periods(form: str, titles: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """The matches between two commas that have a 《 or a title between them; none runs over one."""
    places = sorted(chain.from_iterable(_places(form, word) for word in ("<", *titles)))
    end = -1
    for at in places:
        if at > end:
            end = form.find(",", at)
            end = end if end >= 0 else len(form)
            yield from _NAMED_PERIOD.finditer(form, form.rfind(",", 0, at) + 1, end)


_FARTHEST = 240
"""Reach of a phrase with several names; no report has two so long."""
_AHEAD = 4
"""Characters behind a match that its last slot looks at (2025.3.51, 李晓东专题研究)."""
_TITLE_MARKS = lazy_pattern("[<>\x02]")
_RUN_TOGETHER = lazy_pattern("[0-9]{8}")


@cache
def _compile(source: str) -> re.Pattern[str]:
    return precompiled.compile_pattern(source)


def _plain(text: str) -> _Piece:
    """Text that stands as it is."""
    form = _RESPELL(text)
    run = _longest_run(form)
    return _Piece(_literal(form), (run,) if run else (), len(form), _longest(form))


def _braced(text: str, inner: str, before: list[_Piece]) -> _Piece:
    """What stands in braces in the phrase `text`, behind the pieces `before`."""
    if inner.startswith(_QUOTED_WITH):
        word = _RESPELL(inner.removeprefix(_QUOTED_WITH))
        open_text = '[^"\x04;\x02]{0,20}'
        pattern = f'"{open_text}?{re.escape(word)}{open_text}["\x04]'
        return _Piece(pattern, (word,), len(word), len(word) + 42)
    if "|" in inner:
        return _choice(text, inner)
    if inner not in SLOTS:
        raise SlotError(text, f"里有不认识的槽“{inner}”；可用的有：{'、'.join(SLOTS)}")
    if inner == _LEADING and before:
        raise SlotError(text, _NOT_FIRST)
    pattern, anchors, longest = _COMPILED_SLOTS[inner]
    if inner == "年" and before and before[-1].pattern.endswith(_DASH):
        # Behind a dash that may be lost there may be a digit: 20212025年.
        pattern = _YEAR_CORE
    return _Piece(pattern, anchors, len(anchors[:1]), longest)


def _choice(text: str, inner: str) -> _Piece:
    """One of several words; the longest that fits is taken."""
    words = tuple(map(_RESPELL, inner.split("|")))
    runs = tuple(map(_longest_run, words))
    if not all(runs):
        raise SlotError(text, f"的“{inner}”里有空的选项；可以省去的写在 [ ] 里")
    pattern = "|".join(map(_literal, sorted(words, key=len, reverse=True)))
    return _Piece(f"(?:{pattern})", runs, min(map(len, words)), max(map(_longest, words)))


def _longest_run(form: str) -> str:
    """The longest stretch of a literal that must stand in the text as it is."""
    return max(_GAPS.split(form), key=len)


def _longest(form: str) -> int:
    """Characters of the longest match of a literal; a dash may be two."""
    return len(form) + form.count("-")


def _literal(form: str) -> str:
    """The pattern of fixed characters in compared form."""
    return "".join(map(_character, form))


@cache
def _character(char: str) -> str:
    """The pattern of one fixed character."""
    return _MISSABLE.get(char) or re.escape(char)


def _name_start(form: str, floor: int, end: int, boundaries: tuple[str, ...]) -> int | None:
    """Where the name that ends at `end` begins; None if there is no name.

    It goes back to a mark, a word that cannot belong to it, or `_LONGEST_NAME` characters.
    """
    floor = max(floor, end - _LONGEST_NAME)
    run = form[floor:end]
    stop = max((mark.end() for mark in _NAME_STOPS.finditer(run)), default=0)
    cut = max(
        (place + len(word) for word in boundaries if (place := run.rfind(word)) >= stop),
        default=stop,
    )
    return floor + cut if len(run) - cut >= 2 else None  # noqa: PLR2004 - one character is no name
