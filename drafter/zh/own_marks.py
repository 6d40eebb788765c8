"""How drafter's own work is told in a Word file (本工具的标记), by whoever writes or reads it."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.zh.lazy import lazy_pattern
from drafter.zh.numbering import mark_at

CARRIED_STYLE = "沿用文字"
"""Character style of text that stands as it stood last year, until `finalize`."""
PROMPT_STYLE = "上年提示"
"""Paragraph style of what quotes last year and asks."""
INITIALS = "drafter"
"""Initials (w:initials) of drafter's comments, not of those of the people who work on the draft."""
PROMISES_HEADING = "上年其他承诺的落实情况"
REMEDIES_HEADING = "针对仍存在的不足采取的措施"
_OWN_HEADINGS = (PROMISES_HEADING, REMEDIES_HEADING)
"""Sections that drafter makes for prompts alone, each the last one of its chapter."""

PLACE, YEARS, SERIAL, SESSION = "名次", "年数", "文号", "会议次数"
"""Titles of the blanks for a number within a sentence that counts nothing."""
WHEN, PAPER = "日期", "文件名称"
"""Titles of the blanks for when something was, and for what was deliberated or reviewed."""
HEADING_BLANK = "小标题"
"""Title of the blank for the heading of what had none."""

_OWN_TAG = lazy_pattern(r"([A-Z][0-9]{3,})(?:~[0-9]+)?")
_OWN_WORDS = lazy_pattern(r"[A-Z]\d{2,}(?:~[0-9]+)?　")
_OWN_LINE = lazy_pattern(r"[A-Z]\d{2,}(?:~[0-9]+)?　|依据：|处理：")
"""How each line of a remark begins: its rule or blank, its ground, what to do."""
_EMPTIED = ("单击", "点击", "Click")


def is_own_heading(text: str) -> bool:
    """Whether it is a heading that drafter makes for prompts alone, its numeral aside."""
    mark = mark_at(text.strip())
    return text.strip()[mark.end if mark else 0 :] in _OWN_HEADINGS


def bare_tag(tag: str) -> str:
    """The tag of a blank without the number that tells copies apart; '' if it is not drafter's."""
    found = _OWN_TAG.fullmatch(tag)
    return found[1] if found else ""


def is_own_remark(initials: str, paragraphs: Sequence[str]) -> bool:
    """Whether a comment by one of drafter's authors is drafter's, and nobody wrote into it.

    Programs that drop the initials keep its words: the rule, or the number of its blank, in front.

    Args:
        initials: Of the comment.
        paragraphs: Its paragraphs; one that begins otherwise than drafter's was added by a person.
    """
    told = [words for words in paragraphs if words.strip()]
    by_us = initials == INITIALS or (bool(told) and _OWN_WORDS.match(told[0]) is not None)
    return by_us and all(_OWN_LINE.match(words) for words in told)


def is_word_prompt(words: str) -> bool:
    """Whether these are the words that Word itself puts into an emptied control."""
    return words.strip().startswith(_EMPTIED)
