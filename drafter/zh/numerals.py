"""Chinese numerals: 十二, 二百零五, 二〇二四, 三百余, 两千."""

from __future__ import annotations

import re

_DIGITS = "〇一二三四五六七八九"
_ZEROS = "〇零○"
_HALF_WIDTH, _FULL_WIDTH = "0123456789", "０１２３４５６７８９"
DIGITS = {c: i for i, c in enumerate(_DIGITS)} | {
    "零": 0, "○": 0, "Ｏ": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5,
    "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
ARABIC = dict(zip("一二三四五六七八九", "123456789", strict=True))
LARGE_UNITS = {"万": 10**4, "亿": 10**8}

DIGIT_CLASS = "〇零○一二三四五六七八九两"
"""Inside a character class: the digits of running text."""
LOOK_ALIKES = "0０OoＯ"
"""What is typed for 〇 by those who do not find it: a figure or the letter."""
NUMERAL_CLASS = DIGIT_CLASS + "十百千万亿"
"""Inside a character class: everything a written number is made of."""


def parse_numeral(text: str) -> int | None:
    """The integer that a Chinese numeral stands for.

    Reads both counting (`二百零五`, `十二`, `两千`) and year style (`二〇二四`).

    Args:
        text: The numeral alone.

    Returns:
        The integer, or None if `text` is no numeral.
    """
    if not text or any(c not in DIGITS and c not in UNITS and c not in LARGE_UNITS for c in text):
        return None
    if all(c in DIGITS for c in text):
        return int("".join(str(DIGITS[c]) for c in text))
    total = section = digit = 0
    for c in text:
        if c in DIGITS:
            digit = DIGITS[c]
        elif c in UNITS:
            section += (digit or 1) * UNITS[c]
            digit = 0
        else:
            section, unit = section + digit, LARGE_UNITS[c]
            # 一万二千亿: all before it counts; 三亿四千万: only what came after 亿.
            total = (total + section) * unit if total < unit else total + section * unit
            section = digit = 0
    return total + section + digit


def write_year(year: int, like: str) -> str:
    """A year in the digits of another one: `2025` → `2026`, `二〇二五` → `二〇二六`.

    A zero that is no Chinese one (二O二五) becomes 〇; a short year stays short: `25` → `26`.
    """
    if "０" <= like[:1] <= "９":
        digits = _FULL_WIDTH
    elif like.isdecimal():
        digits = _HALF_WIDTH
    else:
        zero = next((char for char in like if char in _ZEROS), "〇")
        digits = zero + _DIGITS[1:]
    return "".join(digits[int(char)] for char in f"{year:04}"[-len(like) :])


def with_ordinal(text: str, number: int) -> str:
    """A text with its first numeral replaced, in its own digits: 第十一个… → 第十二个….

    Unchanged where it has none, or where the number is out of what `format_numeral` writes.
    """
    found = re.search(rf"[{NUMERAL_CLASS}]+|\d+", text)
    if found is None or not 0 < number < 100:  # noqa: PLR2004 -- as said above
        return text
    new = str(number) if found.group().isdigit() else format_numeral(number)
    return text[: found.start()] + new + text[found.end() :]


def format_numeral(number: int) -> str:
    """An integer from 1 to 99 as a heading numeral: 1 → 一, 10 → 十, 21 → 二十一.

    Raises:
        ValueError: `number` is out of that range; no report has a hundred headings of one level.
    """
    if not 1 <= number <= 99:  # noqa: PLR2004 -- the documented range
        msg = f"no heading numeral for {number}"
        raise ValueError(msg)
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十") + (
        _DIGITS[ones] if ones else ""
    )
