"""Page furniture (页面杂项): what surrounds a report on a web page or recurs on printed pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from drafter.structure.lines import Line, ends_sentence
from drafter.zh.numbering import has_numeral
from drafter.zh.page import (
    BEFORE_COLON,
    BULLET,
    CONTENTS_ROW,
    CRUMB,
    LABEL,
    MAY_END,
    MEETING_NOTE,
    NUMBERS,
    ONLY_SIGNS,
    PAGE_NUMBER,
    SEPARATORS,
    SITE_LINE,
    WORD,
)
from drafter.zh.width import fold, fold_char
from drafter.zh.words import Words, compile_words


class Furniture(Struct, frozen=True, dict=True):
    """Recognises page furniture by the word lists of `schemas/words.yaml`.

    Attributes:
        labels: What stands before a colon in a page's rows.
        controls: Buttons, in compared form.
        surroundings: Buttons and names of menus.
        sentences: Words that only notices of a page have.
        any_sentence: Finds one of them.
        begins: First characters of `surroundings`, and '' for an invisible one.
    """

    labels: frozenset[str]
    controls: frozenset[str]
    surroundings: frozenset[str]
    sentences: tuple[str, ...]
    any_sentence: Words
    begins: frozenset[str]

    def is_page_number(self, text: str) -> bool:
        """`— 3 —`, `第 3 页 共 9 页`, a bare `3`."""
        return _may_be_signs(text) and _is_page_number(fold(text))

    def is_everywhere(self, text: str) -> bool:
        """Furniture that cannot be taken for report text wherever it stands."""
        if _may_be_signs(text):
            form = fold(text)
            if _is_page_number(form) or ONLY_SIGNS.fullmatch(form):
                return True
            if CONTENTS_ROW.search(text) is not None:
                return True
        return SITE_LINE.fullmatch(text.strip()) is not None or self._is_made_of(
            text, self.controls
        )

    def is_only_around(self, text: str) -> bool:
        """Furniture only before or after the report, of what is none everywhere."""
        if MEETING_NOTE.fullmatch(text.strip()):
            return True
        if self._is_made_of(text, self.surroundings):
            return True
        is_short = len(text) < 120 and "。" not in text  # noqa: PLR2004
        if is_short and "《" not in text and CRUMB.search(text):
            return True
        if self.begins_with_label(BULLET.sub("", text)):
            return True
        if is_short and self._has_label(text):
            return True
        # A paragraph may speak of a website; a notice is short or is made of such words.
        has_any = self.any_sentence.search(text) is not None
        hits = sum(text.count(word) for word in self.sentences) if has_any else 0
        return (
            hits > 0 and not has_numeral(text) and len(text) < (40 if "。" in text else 80) * hits
        )

    def begins_with_label(self, text: str) -> bool:
        """`发布日期：…`, `[索引号] …`, `索引号 1234`: how a page tells of a document."""
        found = LABEL.match(text)
        return found is not None and "".join(found["name"].split()) in self.labels

    def _has_label(self, text: str) -> bool:
        """Whether a label and its colon stand anywhere, apart from what precedes them."""
        if ":" not in text and "：" not in text:
            return False
        for found in BEFORE_COLON.finditer(text):
            name, before = found["name"], text[: found.start()][-1:]
            words = name.split()
            glued = before != "" and before in "]】:：" and not name[0].isspace()
            if any("".join(words[first:]) in self.labels for first in range(glued, len(words))):
                return True
        return False

    def _is_made_of(self, text: str, known: frozenset[str]) -> bool:
        first = WORD.search(text)
        # The first word, or even its first character, is enough for nearly every line of a report.
        if first is None or fold_char(text[first.start()]) not in self.begins:
            return False
        if fold(first[0]) not in known:
            return False
        return all(fold(word) in known for word in SEPARATORS.split(text) if word.strip())


def _may_be_signs(text: str) -> bool:
    """Whether the last character lets a line be a page number, a row of signs or of contents.

    The lines of a report end in a Chinese character or in 。, and need not be looked at further.
    """
    last = fold_char(text[-1:] or " ")
    return last in MAY_END or last.isdecimal()


def _is_page_number(form: str) -> bool:
    return PAGE_NUMBER.fullmatch(form) is not None


@lru_cache(maxsize=8)
def furniture_of(
    labels: tuple[str, ...],
    controls: tuple[str, ...],
    menus: tuple[str, ...],
    sentences: tuple[str, ...],
) -> Furniture:
    """A `Furniture` for these word lists, compiled once."""
    surroundings = frozenset(map(fold, (*controls, *menus)))
    return Furniture(
        frozenset("".join(label.split()) for label in labels),
        frozenset(map(fold, controls)),
        surroundings,
        sentences,
        compile_words(sentences),
        frozenset(("", *(word[0] for word in surroundings if word))),
    )


def furniture(words: Mapping[str, tuple[str, ...]]) -> Furniture:
    """The recogniser for a loaded word list."""
    return furniture_of(
        words["page_labels"], words["page_controls"], words["page_menus"], words["page_sentences"]
    )


def running_headers(lines: Sequence[Line], known: Furniture) -> frozenset[str]:
    """Compared forms of lines that are printed on every page (页眉).

    A short line that comes back, its digits aside, and stands beside a page number at least once,
    or comes back three times. A heading may repeat, but it carries a numeral or ends no page; a
    sentence that only differs in its figures is the report's own.
    """
    keys = [
        header_key(line.text) if len(line.text) <= 40 and not ends_sentence(line.text) else ""  # noqa: PLR2004
        for line in lines
    ]
    count = Counter(keys)
    # Rows of a table differ in their numbers only, too, but stand one under the other.
    stacked = Counter(one for one, other in pairwise(keys) if one == other)
    beside: set[str] = set()
    for i, line in enumerate(lines):
        if known.is_page_number(line.text):
            beside.update(header_key(lines[j].text) for j in (i - 1, i + 1) if 0 <= j < len(lines))
    return frozenset(
        key
        for key, n in count.items()
        if len(key) >= 4  # noqa: PLR2004 -- shorter lines are controls or numerals
        and (n >= 3 or (n >= 2 and key in beside))  # noqa: PLR2004 -- three times, or two beside
        and 2 * stacked[key] < n
    )


def header_key(text: str) -> str:
    """The compared form of a running header: its page number must not tell two of them apart."""
    return NUMBERS.sub("#", fold(text)).strip("#-—–|")
