"""Prompts (上年提示): how one quotes last year and asks, and where its answer begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from drafter.zh.lazy import lazy_pattern


class Asking(Struct, frozen=True):
    """A kind of prompt: `上年承诺：…。本年落实：`.

    Attributes:
        label: What is quoted.
        question: What is asked, right before the answer.
    """

    label: str
    question: str


LAST_YEAR = "上年"
"""How last year is called, in prompts and blanks."""
PRACTICE = Asking("上年做法", "本年")
PLAN = Asking("上年安排", "下年安排")
PROMISE = Asking("上年承诺", "本年落实")
SHORTCOMING = Asking("上年不足", "是否已解决")
REMEDY = Asking("上年不足", "如仍存在，下年措施")
CAUSES = Asking("上年原因", "本年原因")
STATEMENT = Asking("上年表述", "本年")
DUTY = Asking("上年相关表述", "本年履职情况")
TABLE = Asking("上年表格", "本年")
TABLE_OF_PLAN = Asking("上年表格", "下年安排")
ASKINGS = (
    PRACTICE, PLAN, PROMISE, SHORTCOMING, REMEDY, CAUSES, STATEMENT, DUTY, TABLE, TABLE_OF_PLAN,
)  # fmt: skip

_LAST = "上年"
_NAMES = "|".join(sorted({a.label.removeprefix(_LAST) for a in ASKINGS}, reverse=True))
"""Of two that begin alike the longer first."""
_LABEL = lazy_pattern(rf"(?:{_LAST}|\d{{4}}年)({_NAMES})[：:]")
"""上年做法：, or 2022年做法： where the report is older than last year's."""
_QUESTIONS = "|".join(sorted({a.question for a in ASKINGS}, reverse=True))
_BARE_QUESTION = lazy_pattern(rf"\s*(?:{_QUESTIONS})[：:]")


def _asked(label: str) -> re.Pattern[str]:
    """The questions of a label; a stop stands before, so that 本年 inside a quotation is none."""
    questions = "|".join(asking.question for asking in ASKINGS if asking.label == label)
    return lazy_pattern(rf"[。！？!?…；;，,：:”）\s](?:{questions})[：:]")


_ASKED = {asking.label.removeprefix(_LAST): _asked(asking.label) for asking in ASKINGS}
_LOOSE = " \t\n\r\xa0　，,；;、：:"
_ENDED = lazy_pattern(r"[。！？!?…][”’」』）)]*$")
_PIECES = lazy_pattern(r"[\s，,；;、。：:！!？?（）()/.]+")
_JOINTS = "。；;，,：:！!？?”）)"
"""Marks between clauses; the end of a text is one, too."""
_SIGNS = lazy_pattern(r"[一-鿿0-9A-Za-z]")
_LONGEST_HEADING = 40
_LEAST_SAID = 4
"""Characters of an answer that can stand by itself: 修订2件; 已修订 leaves open what was."""


def is_labelled(text: str) -> bool:
    """Whether a text begins as a prompt does: 上年承诺：…"""
    return _LABEL.match(text.lstrip()) is not None


def is_answered(text: str) -> bool:
    """Whether the words of a prompt up to a blank already hold a part of the answer."""
    start = find_answer(text)
    return start is not None and any(char.isalnum() for char in text[start:])


_SEVERAL_CLAUSES = lazy_pattern("[。；;！？!?].")


def is_heading(text: str) -> bool:
    """Whether an answer can be a heading: one phrase, and no text of its own below it."""
    return _SEVERAL_CLAUSES.search(text.strip()) is None and len(text) <= _LONGEST_HEADING


def find_answer(text: str) -> int | None:
    """Where the answer of a prompt begins.

    Returns:
        0 where nothing of the prompt is left but words; None where the quotation still stands and
        its question does not, so that nobody knows which words are the answer.
    """
    label = _LABEL.search(text)  # words typed before it must not make the quotation an answer
    if label is None:
        question = _BARE_QUESTION.match(text)
        return question.end() if question else 0
    asked = _ASKED[label[1]].search(text, label.end() - 1)
    return asked.end() if asked else None


def answer_span(text: str, start: int) -> tuple[int, int]:
    """Start and end of the words of an answer, without loose punctuation around them."""
    first = len(text) - len(text[start:].lstrip(_LOOSE + "。"))
    return first, max(first, len(text.rstrip(_LOOSE)))


_SOLVED = lazy_pattern(
    r"[^，,。；;]{0,16}?(?<![未部])(?:已经?|均|都|全部|完全|彻底|得到)"
    r"(?:已|全部|完全|彻底|得到)*(?:解决|整改(?:到位|完成|完毕)|补齐|消除|销号|不[再复]存在)(?=[，,。；;！!]|\s*$)"
)
_IN_PART = lazy_pattern(r"部分|大部|其余|剩余|其中|仍|尚|还[有缺需差]|未|基本|不足|缺口|继续")
_BRACKET = lazy_pattern("[（(]")
_LACKS = {
    asking.question: lazy_pattern(
        rf"\s*{_LAST}不足[：:](?P<lack>.+?)[。，,；;]?{asking.question}[：:](?P<answer>.*)",
        re.DOTALL,
    )
    for asking in (SHORTCOMING, REMEDY)
}


def find_mended(texts: Sequence[str]) -> frozenset[int]:
    """Which prompts ask how to mend what another one is told without reserve to be solved.

    Args:
        texts: Of all prompts of a draft.
    """
    told = [_LACKS[SHORTCOMING.question].match(text) for text in texts]
    solved = {
        words
        for found in told
        if found and says_solved(found[0])
        for words in _readings(found["lack"])
    }
    asked = [_LACKS[REMEDY.question].match(text) for text in texts]
    return frozenset(i for i, found in enumerate(asked) if found and found["lack"] in solved)


def says_solved(text: str) -> bool:
    """Whether a prompt asks if a shortcoming is solved and is told so without reserve."""
    found = _LACKS[SHORTCOMING.question].match(text)
    return (
        found is not None
        and not _IN_PART.search(found["answer"])
        and _SOLVED.match(found["answer"].lstrip()) is not None
    )


_MATTER = lazy_pattern(
    rf"\s*(?P<when>{_LAST}|\d{{4}}年)(?P<kind>承诺|不足)[：:](?P<matter>.+?)[。，,；;]?"
    rf"(?:{PROMISE.question}|{SHORTCOMING.question})[：:]"
)
_OWN_REMARK = lazy_pattern(r"（(?:可能对应的上年承诺：.*|(?:\d{4}年、?)+也(?:承诺过|写过))）$")
"""What drafter adds in brackets to a quotation."""
_NAMED = {"承诺": "提出", "不足": "指出"}
_CLAUSE = lazy_pattern("[，,；;。：:！!？?]")
_INNER = str.maketrans("“”‘’", "‘’“”")
_OWN_BEGINNING = lazy_pattern(
    r"(?:上年|去年|20\d\d年)(?:提出|承诺|安排|指出|查找)|[（(][一二三四五六七八九十\d]|[①-⑳]|[一二三四五]是|\d[.、]"
)
"""An answer that leads itself in, or is a list."""


def lead_in(text: str, idle: frozenset[str]) -> str:
    """The matter that the answer of a promise or shortcoming must be led in with to be understood.

    已按期完成 by itself does not say what was done; 新招执法人员5名 for 执法力量不足 does.

    Args:
        text: The whole prompt.
        idle: Words that name no matter (完成, 推进).

    Returns:
        上年提出的“修订细则”，; empty where the answer names its matter, or has words of its own in
        its first clause and comes to the matter after it.
    """
    found = _MATTER.match(text)
    if found is None:
        return ""
    matter = _OWN_REMARK.sub("", found["matter"]).rstrip("。，,；;")
    answer = text[found.end() :].strip(_LOOSE + "。")
    first = _CLAUSE.split(answer, maxsplit=1)[0]
    named = _pairs_of(matter, idle)
    is_led = named & _pairs_of(first, idle)
    is_told = named & _pairs_of(answer, idle) and _pairs_of(first, idle)
    if is_led or is_told or _OWN_BEGINNING.match(answer):
        return ""
    return f"{found['when']}{_NAMED[found['kind']]}的“{matter.translate(_INNER)}”，"


def _pairs_of(text: str, idle: frozenset[str]) -> set[str]:
    """Pairs of characters of a text, words that name nothing cut out of it."""
    for word in sorted(idle, key=len, reverse=True):
        text = text.replace(word, " ")
    return {a + b for a, b in pairwise(text) if _SIGNS.match(a) and _SIGNS.match(b)}


def _readings(told: str) -> Iterator[str]:
    """A quotation, and what it is without the brackets behind it on what may have answered it."""
    yield told
    yield from (told[: found.start()] for found in _BRACKET.finditer(told))


def is_ended(text: str) -> bool:
    """Whether a text ends with a stop."""
    return _ENDED.search(text) is not None


def says_something(text: str, bare: frozenset[str]) -> bool:
    """Whether an answer is more than a word or two such as 已解决: a sentence that can stand.

    Args:
        text: The answer.
        bare: Answers that are none (`bare_answers` of `words.yaml`).
    """
    pieces = [piece for piece in _PIECES.split(text) if piece not in bare]
    return sum(len(_SIGNS.findall(piece)) for piece in pieces) >= _LEAST_SAID


def stands_in(answer: str, text: str) -> bool:
    """Whether a text has an answer verbatim, as whole clauses: 未完成整改 does not say 完成整改."""
    words, whole = ("".join(part.split()) for part in (answer, text))
    words = words.rstrip("。；;，,")
    start = whole.find(words)
    while words and start >= 0:
        after = start + len(words)
        if (not start or whole[start - 1] in _JOINTS) and whole[after : after + 1] in _JOINTS:
            return True
        start = whole.find(words, start + 1)
    return False
