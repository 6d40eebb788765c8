"""Blanks in running text (占位文字): 〔审查文件，上年29〕, not the 〔2025〕 of a file number."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.zh.lazy import lazy_pattern

_BRACKETED = lazy_pattern(r"〔([^〔〕]*)〕")
_NUMBER_YEAR = lazy_pattern(r"\s*(?:19|20)\d\d\s*")
_OWN = lazy_pattern(r"，上年|待填")
_LEFT_OUT = lazy_pattern(
    r"[（(〔【\[]?\s*(?:此处|内容|以下)?(?:从?略|省略|待(?:补充?|写|填|完善|定)|空)\s*[）)〕】\]]?[。.…]*"
)
_END_OF_CLAUSE = lazy_pattern(r"[。；;！？!?，,：:]")
_SCALE = lazy_pattern(r"[万亿]+\Z")
_SCALED_UNIT = lazy_pattern(r"([万亿]*)(.*)")


def find_placeholders(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every blank, brackets included; years of document numbers are none."""
    for match in _BRACKETED.finditer(text):
        if not _NUMBER_YEAR.fullmatch(match[1]):
            yield match.span()


def is_placeholder(text: str) -> bool:
    """Whether a text is one blank and nothing else."""
    words = text.strip()
    return list(find_placeholders(words)) == [(0, len(words))]


def is_own_blank(text: str) -> bool:
    """Whether a text holds a blank as drafter words it, not only one in its brackets."""
    return _OWN.search(text) is not None


def is_left_out(text: str) -> bool:
    """Whether a text only says that it was left out or is still to come: （略） 待补充。"""
    return _LEFT_OUT.fullmatch(text.strip()) is not None


def last_clause(text: str) -> str:
    """What follows the last punctuation mark of a text that stands before something."""
    ends = [match.end() for match in _END_OF_CLAUSE.finditer(text)]
    return text[ends[-1] :] if ends else text


def scale_of(value: str) -> str:
    """The 万 or 亿 at the end of a printed number, or nothing."""
    match = _SCALE.search(value)
    return match[0] if match else ""


def split_unit(shown: str) -> tuple[str, str]:
    """A unit as a sheet shows it, parted: 万元 → 万, 元."""
    match = _SCALED_UNIT.fullmatch(shown.strip())
    return (match[1], match[2]) if match else ("", shown)
