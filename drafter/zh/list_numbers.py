"""Numbers of automatic lists (自动编号) and signs of symbol fonts, as a Chinese Word shows them.

Names and forms of the formats: ISO/IEC 29500-1, 17.18.59 (ST_NumberFormat).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from drafter.zh.lazy import lazy_pattern

_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_FORMAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_TEN, _HUNDRED, _THOUSAND, _MANY = 10, 100, 1000, 10_000


def _counting(number: int, digits: str, units: str, *, says_one: bool, says_zero: bool) -> str:
    """一百零一: `says_one` writes the 一 before 十 and 百, `says_zero` the 零 of a gap."""
    if not 0 < number < _MANY:
        return str(number)
    out = ""
    gap = False
    for power, unit in zip((1000, 100, 10, 1), (*units, ""), strict=True):
        digit = number // power % 10
        if not digit:
            gap = bool(out)
            continue
        zero = digits[0].replace("〇", "零") if gap and says_zero else ""
        bare = digit == 1 and unit and not says_one
        # 十, 十一: nobody writes 一十 at the beginning, except on cheques.
        short = digit == 1 and power == _TEN and not out and digits == _DIGITS
        out += zero + ("" if bare or short else digits[digit]) + unit
        gap = False
    return out


def _chinese(number: int) -> str:
    return _counting(number, _DIGITS, "千百十", says_one=True, says_zero=True)


def _japanese(number: int) -> str:
    return _counting(number, _DIGITS, "千百十", says_one=False, says_zero=False)


def _formal(number: int) -> str:
    return _counting(number, _FORMAL, "仟佰拾", says_one=True, says_zero=True)


def _formal_traditional(number: int) -> str:
    return _counting(number, _FORMAL_TRADITIONAL, "仟佰拾", says_one=True, says_zero=True)


def _chinese_to_hundred(number: int) -> str:
    return _chinese(number) if number < _HUNDRED else _positional(number, "○一二三四五六七八九")


def _positional(number: int, digits: str = _DIGITS) -> str:
    return "".join(digits[int(digit)] for digit in str(number))


def _full_width(number: int) -> str:
    return _positional(number, "０１２３４５６７８９")


def _run(first: str, size: int) -> Callable[[int], str]:
    """Numbers out of a run of characters in Unicode; beyond it Word falls back to 1, 2, 3."""

    def written(number: int) -> str:
        return chr(ord(first) + number - 1) if 0 < number <= size else str(number)

    return written


def _cycle(characters: str) -> Callable[[int], str]:
    def written(number: int) -> str:
        return characters[number - 1] if 0 < number <= len(characters) else str(number)

    return written


def _stem_and_branch(number: int) -> str:
    return _STEMS[(number - 1) % len(_STEMS)] + _BRANCHES[(number - 1) % len(_BRANCHES)]


def _letter(number: int) -> str:
    """A … Z, AA, BB: Word repeats the letter."""
    if number < 1:
        return ""
    rounds, letter = divmod(number - 1, 26)
    return chr(ord("A") + letter) * (rounds + 1)


def _roman(number: int) -> str:
    if not 0 < number < 4 * _THOUSAND:
        return str(number)
    out = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        out += letters * times
    return out


_CIRCLED = _run("①", 20)
_FORMATS: Mapping[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedFullstop": _run("⒈", 20),
    "decimalEnclosedParen": _run("⑴", 20),
    "numberInDash": lambda number: f"- {number} -",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
    "chineseCounting": _chinese_to_hundred,
    "taiwaneseCounting": _chinese_to_hundred,
    "chineseCountingThousand": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _japanese,
    "koreanDigital2": _positional,
    "ideographDigital": _positional,
    "japaneseDigitalTenThousand": _positional,
    "taiwaneseDigital": lambda number: _positional(number, "○一二三四五六七八九"),
    "chineseLegalSimplified": _formal,
    "japaneseLegal": _formal_traditional,
    "ideographLegalTraditional": _formal_traditional,
    "ideographEnclosedCircle": _run("㊀", 10),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographZodiacTraditional": _stem_and_branch,
}


def write_number(number: int, number_format: str) -> str:
    """A number of a list in a format of Word; an unknown format counts 1, 2, 3."""
    if not 0 <= number < _MANY and number_format != "none":
        return str(number)  # a start that nobody means
    return _FORMATS.get(number_format, str)(number)


# ------------------------------------------------ signs that a field draws

_ENCLOSED = lazy_pattern(r"\\[oO]\s*(?:\\a[clr]\s*)?\(\s*[○〇◯⭘]\s*[,，;]\s*([^()\s]{1,3})\s*\)")
_CIRCLES = dict(zip(_DIGITS[1:] + "十", map(chr, range(ord("㊀"), ord("㊉") + 1)), strict=True)) | {
    str(number): _CIRCLED(number) for number in range(1, 21)
}


def read_enclosed(code: str) -> str:
    r"""What Word draws for 带圈字符, a field without a result: EQ \o\ac(○,1) is ①.

    Args:
        code: The code of a field; '' is returned for every other.
    """
    found = _ENCLOSED.search(code)
    return _CIRCLES.get(found[1], found[1]) if found else ""


# ----------------------------------------------------------- symbol fonts

_BULLET = "•"
_PRIVATE = range(0xF000, 0xF100)
"""Where Word keeps the characters of symbol fonts, in the private use area of Unicode."""
_WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x73: "◆",
    0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9E: "·", 0x9F: "•", 0xA0: "●", 0xA1: "○",
    0xA6: "○", 0xA7: "■", 0xA8: "□", 0xAA: "✦", 0xAB: "★", 0xB2: "✧", 0xB6: "☆", 0xD8: "➢",
    0xD9: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_CIRCLES = ((0x81, "①"), (0x8C, "❶"))
_SYMBOL = {
    0xB7: "•", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xBB: "≈",
    0xD7: "·", 0xDE: "⇒", 0xAE: "→", 0xA8: "◆", 0xA5: "∞", 0xE5: "∑",
}  # fmt: skip


def read_symbol(code: int, font: str | None) -> str | None:
    """A character of a symbol font as Unicode, None if it is not known.

    Args:
        code: Its number, in the private use area or below 256.
        font: Name of the font; without one, the fonts of bullets are tried.
    """
    low = code - _PRIVATE.start if code in _PRIVATE else code
    name = (font or "").lower()
    if name and not name.startswith(("wingding", "symbol")):
        return chr(code) if code not in _PRIVATE else None
    if name.startswith("symbol"):
        return _SYMBOL.get(low) or (chr(low) if 0x20 <= low < 0x40 else None)  # noqa: PLR2004 -- ASCII signs and figures
    for first, sign in _WINGDINGS_CIRCLES:
        if first <= low < first + 10:
            return chr(ord(sign) + low - first)
    return _WINGDINGS.get(low) or (None if name else _SYMBOL.get(low))


def read_bullet(text: str) -> str:
    """The sign of a bulleted list; characters of symbol fonts become ones that any font has."""
    return "".join(
        (read_symbol(ord(char), None) or _BULLET) if ord(char) in _PRIVATE else char
        for char in text
    )
