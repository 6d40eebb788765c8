"""What the title (标题) of a report looks like, by the lists of `words.yaml`."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.zh.heading_text import GAP
from drafter.zh.names import (
    ANNOUNCED,
    NOT_IN_TITLE,
    TITLE_TAIL,
    TOPIC,
    YEAR_HEAD,
    close_years,
    second_topic,
)
from drafter.zh.width import fold

TITLE_LENGTH = range(6, 71)
"""Code points of a title."""
_LONGEST_LINE = 400
"""A line of more is no title, whatever blanks and brackets it has at its end."""


def is_title(text: str, words: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether the words are a whole title: on the subject, ending as titles do, no sentence."""
    if len(text) > _LONGEST_LINE:
        return False
    # 2024 年度…及 2025 年…, and both in wide digits, are as common as digits set close.
    bare = GAP.sub("", close_years(TITLE_TAIL.sub("", text.strip())))  # 报　告
    if ANNOUNCED.match(bare):
        return False
    bare = second_topic(words["plan_titles"]).sub("", bare)
    if len(bare) not in TITLE_LENGTH or NOT_IN_TITLE.search(bare):
        return False
    if not any(topic in bare for topic in words["title_topics"]) and not TOPIC.search(bare):
        return False
    if not bare.endswith(words["title_ends"]):
        return False
    is_plain = not bare.endswith(words["title_needs_year"])
    return is_plain or "关于" in bare or bool(YEAR_HEAD.search(fold(bare)))
