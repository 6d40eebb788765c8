"""Folding: what two texts are compared by, never what is kept or printed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from drafter.zh.lazy import lazy_pattern


class Respelling:
    """A map of characters for whole texts.

    `str.translate` and a loop look up every character, a report's 6,000 in half a millisecond. Of
    them only a dozen kinds are ever changed: to replace one kind takes two microseconds.

    Args:
        form: What a character becomes, '' or one character; a form must be its own form.
        often: Characters that it changes and that many texts have.
        seldom: Those that few texts have, but then many times: looked for where `others` finds one.
        others: Finds one character, any other that it may change; with `seldom` those as well, and
            with `short` those of `often`.
        short: Up to so many characters, looking for each of `often` takes longer than it saves.
    """

    def __init__(
        self,
        form: Callable[[str], str],
        often: str,
        others: re.Pattern[str],
        short: int = 60,
        seldom: str = "",
    ) -> None:
        self._form = form
        self._often = tuple((char, form(char)) for char in often)
        self._seldom = tuple((char, form(char)) for char in seldom)
        self._other = others
        self._short = short

    def __call__(self, text: str) -> str:
        """The text with each character in its form."""
        if len(text) <= self._short:
            return self._other.sub(self._replaced, text)
        for char, form in self._often:
            if char in text:
                text = text.replace(char, form)
        if self._other.search(text) is None:
            return text
        for char, form in self._seldom:
            if char in text:
                text = text.replace(char, form)
        return self._other.sub(self._replaced, text)

    def _replaced(self, found: re.Match[str]) -> str:
        return self._form(found[0])


@lru_cache(maxsize=8192)
def fold_char(char: str) -> str:
    """One character in its compared form: NFKC, '' for blanks, control and zero-width characters.

    Always at most one character, so that positions can be mapped back one to one.
    """
    if char.isspace() or unicodedata.category(char) in {"Cf", "Cc"}:
        return ""
    return unicodedata.normalize("NFKC", char)[:1].strip()


NOT_PLAIN = lazy_pattern("[^一-鿿!-~。、“”‘’《》〈〉〔〕【】—·]")
"""A character that may be another one, or none, in a compared form."""
_FOLD = Respelling(
    fold_char,
    often="，；：（）",
    seldom="！？％０１２３４５６７８９ \u3000\n",
    others=NOT_PLAIN,
)


def fold(text: str) -> str:
    """The compared form of a text: full-width folded to half-width, blanks removed."""
    return _FOLD(text)


@lru_cache(maxsize=4096)
def fold_word(word: str) -> str:
    """The compared form of a word of the data files, which is asked for again and again."""
    return fold(word)


def is_blank(text: str) -> bool:
    """Whether nothing in it is visible."""
    return not any(map(fold_char, text))


def trim(text: str) -> tuple[int, int]:
    """Start and end of `text` without invisible characters around it; (0, 0) if blank."""
    start, end = 0, len(text)
    while start < end and not fold_char(text[start]):
        start += 1
    while end > start and not fold_char(text[end - 1]):
        end -= 1
    return (start, end) if start < end else (0, 0)


MAY_BE_JUNK = lazy_pattern("[^一-鿿 -~\n\u3000-\u3011！-～“”‘’—…·]")
"""What is neither printable ASCII nor a line end nor usual in Chinese text, and so may be junk."""
_UNUSUAL = lazy_pattern("[^一-鿿 -~\u3000！-～。、“”‘’《》〈〉〔〕【】—…·]")
"""Neither printable ASCII nor one of the wide characters of ordinary text."""


def display_width(text: str) -> int:
    """Columns in a terminal: wide and full-width characters count two, invisible ones none."""
    if _UNUSUAL.search(text) is None:
        return 2 * len(text) - len(text.encode("ascii", "ignore"))
    width = 0
    for char in text:
        if unicodedata.category(char) in {"Cf", "Cc", "Mn"}:
            continue
        width += 2 if unicodedata.east_asian_width(char) in {"W", "F", "A"} else 1
    return width


def count_han(text: str) -> int:
    """How many Chinese characters a text has, punctuation left out."""
    return sum("一" <= char <= "鿿" for char in text)
