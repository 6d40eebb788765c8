"""Numbers of persons (个人信息): identity and bank cards, telephones, e-mail; marks of secrecy.

An identity number is built as GB 11643-1999 says, a bank card's check digit as ISO/IEC 7812-1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from drafter.zh.lazy import lazy_pattern
from drafter.zh.page import any_of

Kind = Literal["身份证号码", "银行卡号", "手机号码", "固定电话", "电子邮箱"]
_WIDE = {ord("０") + i: ord("0") + i for i in range(10)} | {
    ord("Ｘ"): "X", ord("ｘ"): "x", ord("－"): "-", ord("—"): "-", ord("–"): "-", ord("　"): " ",
    ord("＠"): "@", ord("．"): ".", ord("："): ":", ord("（"): "(", ord("）"): ")",
}  # fmt: skip
"""One to one, so that positions stay."""


class Number(Struct, frozen=True):
    """A number of a person in a text, end exclusive."""

    kind: Kind
    start: int
    end: int


# ------------------------------------------------------------ cards

_EDGE = r"(?<![0-9A-Za-z.*])"
_END = r"(?![0-9A-Za-z*])"
_IDENTITY = lazy_pattern(rf"{_EDGE}[1-8][0-9]{{5}}[ -]?[0-9]{{8}}[ -]?[0-9]{{3}}[0-9Xx]{_END}")
_OLD_IDENTITY = lazy_pattern(rf"{_EDGE}[1-8][0-9]{{14}}{_END}")
_CARD = lazy_pattern(rf"{_EDGE}[1-9][0-9]{{3}}(?:[ -]?[0-9]{{4}}){{3}}(?:[ -]?[0-9]{{1,3}})?{_END}")
_REACH = 12
"""Characters between a label and its number: 身份证号码（本人）： is the longest met."""
_IDENTITY_LABEL = lazy_pattern(r"身份证|证件号|公民身份号")
_CARD_LABEL = lazy_pattern(r"[账帐卡]号|[账帐]户|银行卡|开户")
_PROVINCES = frozenset(
    (*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55),
     *range(61, 66), 71, 81, 82, 83)
)  # fmt: skip
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_BORN_SINCE = 1900


def card_numbers(text: str) -> Iterator[Number]:
    """Identity and bank card numbers, in no order.

    An identity number must have a province, a birthday and the right check digit; behind 身份证 a
    wrong check digit, or the fifteen digits of old cards, will do. A bank card number needs a
    label: any long number passes its check once in ten times.
    """
    flat = text.translate(_WIDE)
    taken = set()
    for found in _IDENTITY.finditer(flat):
        bare = re.sub("[ -]", "", found[0]).upper()
        labelled = _labelled(flat, found.start(), _IDENTITY_LABEL)
        if _is_born(bare[:2], bare[6:14]) and (labelled or _checks(bare)):
            taken.add(found.start())
            yield Number("身份证号码", *found.span())
    for found in _OLD_IDENTITY.finditer(flat):
        born = _is_born(found[0][:2], f"19{found[0][6:12]}")
        if born and _labelled(flat, found.start(), _IDENTITY_LABEL):
            yield Number("身份证号码", *found.span())
    for found in _CARD.finditer(flat):
        is_card = _labelled(flat, found.start(), _CARD_LABEL) and _is_luhn(found[0])
        if is_card and found.start() not in taken:
            yield Number("银行卡号", *found.span())


def _labelled(text: str, at: int, label: re.Pattern[str]) -> bool:
    return label.search(text, max(0, at - _REACH), at) is not None


def _is_born(province: str, day: str) -> bool:
    """Whether the first eight digits behind the place are a day that somebody was born on."""
    try:
        born = date(int(day[:4]), int(day[4:6]), int(day[6:]))
    except ValueError:  # month 13: no birthday
        return False
    return int(province) in _PROVINCES and born.year >= _BORN_SINCE


def _checks(identity: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(identity, _WEIGHTS, strict=False))
    return _CHECKS[total % 11] == identity[-1]


def _is_luhn(card: str) -> bool:
    digits = [int(char) for char in reversed(card) if char.isdigit()]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


# ------------------------------------------------- telephones and mail

_MOBILE = lazy_pattern(
    r"(?<![0-9A-Za-z.*/#〔\[])(?:\+?86[ -]?)?1[3-9][0-9](?:[0-9]{8}|([ -])[0-9]{4}\1[0-9]{4})"
    r"(?![0-9A-Za-z*%％])(?!\.[0-9])"
)
_LANDLINE = lazy_pattern(
    r"(?<![0-9A-Za-z.*/#-])(?:\(0[1-9][0-9]{1,2}\)[ -]?|0[1-9][0-9]{1,2}[ -]{1,2})"
    r"[2-8][0-9]{6,7}(?![0-9A-Za-z*%％])"
)
_LABELLED_LOCAL = lazy_pattern(
    r"(?:电话|传真|座机)(?:号码)?[:： ]{1,3}(?P<n>[2-8][0-9]{6,7})(?![0-9A-Za-z*])"
)
_PHONE_LABEL = lazy_pattern(r"电话|手机|联系|传真|热线|微信|咨询")
_AMOUNT_BEFORE = lazy_pattern(
    r"(?:价值|金额|资金|合计|共计|总额|总计|达|约|近|超|余额|编号|文号|号码为|序号|代码|单号|第)[:：为]?\Z"
)
_AMOUNT_AFTER = lazy_pattern(
    r" ?(?:[余多]|[万亿千百]|元|人|件|次|个|户|条|份|字|美元|平方|公里|吨|号)"
)
_MAIL = lazy_pattern(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}"
)


def contact_numbers(text: str) -> Iterator[Number]:
    """Telephone numbers and e-mail addresses, in no order.

    12345 and 110 are too short to be one. Eleven digits in front of a unit or behind 金额 are an
    amount, behind 编号 or in front of 号 the number of a paper, unless a telephone is spoken of.
    """
    flat = text.translate(_WIDE)
    for found in _MOBILE.finditer(flat):
        if _labelled(flat, found.start(), _PHONE_LABEL) or not _is_amount(flat, found):
            yield Number("手机号码", *found.span())
    for found in _LANDLINE.finditer(flat):
        yield Number("固定电话", *found.span())
    for found in _LABELLED_LOCAL.finditer(flat):
        yield Number("固定电话", *found.span("n"))
    for found in _MAIL.finditer(flat):
        yield Number("电子邮箱", *found.span())


def _is_amount(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - 6) : found.start()]
    return bool(_AMOUNT_AFTER.match(text, found.end()) or _AMOUNT_BEFORE.search(before))


# --------------------------------------------------------- secrecy

_LEVEL = "(?:绝密|机密|秘密)"
_TERM = r"(?:长期|[0-9０-９一二三四五六七八九十]{1,3}个?[年月天日])"
_STARRED = lazy_pattern(
    rf"{_LEVEL}[ 　]*[★☆*][ 　]*{_TERM}?|密[ 　]*级[ 　]*[:：|｜][ 　]*{_LEVEL}"
)
_ALONE = lazy_pattern(
    r"[\[【（(〔]?[ 　]*(?:绝[ 　]*密|机[ 　]*密|秘[ 　]*密)(?:级|件|文件)?"
    rf"[ 　]*[\]】）)〕]?[ 　]*{_TERM}?"
)
_WRAPPED = lazy_pattern(r"[（(【\[][^（()）【】\[\]]{2,24}[）)】\]]")
_BETWEEN = r"[ 　，,、。；;：:！!]*"


class SecrecyMark(Struct, frozen=True):
    """Words that keep a paper from the public; `is_sure` if they can be nothing else."""

    start: int
    end: int
    is_sure: bool


@lru_cache(maxsize=8)
def _marks(words: tuple[str, ...]) -> re.Pattern[str]:
    """Nothing but such words: 内部资料，注意保存."""
    return lazy_pattern(rf"{_BETWEEN}(?:(?:{any_of(words)}){_BETWEEN}){{1,6}}")


def secrecy_marks(
    text: str, words: Iterable[str], doubtful: Iterable[str]
) -> Iterator[SecrecyMark]:
    """Marks of secrecy in a paragraph: 机密★1年, （内部资料，注意保存）, 密级：秘密.

    Prose on secrets (保守国家秘密, 不予公开决定3件) has none: a level is a mark with its star, or
    alone in its line, the other words where a line or a bracket says nothing else.

    Args:
        text: A paragraph.
        words: 内部资料, 不予公开: marks where they stand alone.
        doubtful: Words that make one ask wherever they stand: 请勿外传.
    """
    start = len(text) - len(text.lstrip())
    whole = text.strip()
    marks = _marks(tuple(words))
    if _ALONE.fullmatch(whole) or marks.fullmatch(whole):
        yield SecrecyMark(start, start + len(whole), is_sure=True)
        return
    for found in _STARRED.finditer(text):
        yield SecrecyMark(*found.span(), is_sure=True)
    for found in _WRAPPED.finditer(text):
        if marks.fullmatch(found[0][1:-1]):
            yield SecrecyMark(*found.span(), is_sure=True)
            return
    if (listed := tuple(doubtful)) and (asked := _any(listed).search(text)):
        yield SecrecyMark(*asked.span(), is_sure=False)


@lru_cache(maxsize=8)
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return lazy_pattern(any_of(words))
