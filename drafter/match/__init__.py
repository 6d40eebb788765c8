"""From passages to a report: which part each passage belongs to, which theme each section is."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from drafter.knowledge import Knowledge
from drafter.knowledge.part_titles import mentions_part, names_part
from drafter.match.parts import PartMatcher
from drafter.match.themes import (
    band_of,
    field_of,
    has_theme_word,
    lead_of,
    score_themes,
    theme_index,
)
from drafter.model import Passage, Passages, Report, Section

_BARE_TITLE = 12
"""Code points up to which a section heading naming a part (`1．存在问题`) can name nothing else."""
_OF_ONE = 20.0
"""By how much one theme leads where a text is about it alone: as much as its keywords can give."""
_TOLD = 3
"""Themes of a section that are told: the one taken and those that it might be instead."""


def match(cut: Passages, knowledge: Knowledge) -> Report:
    """Assign parts and themes.

    Args:
        cut: A structured report.
        knowledge: The outline and the word lists.

    Returns:
        A report without facts. Passages may be more than before: one in which a part begins is
        split.
    """
    passages, parts = PartMatcher(cut.passages, cut.frame.year, knowledge).run()
    sections = tuple(_sections(passages, cut.frame.agency, knowledge))
    themes = {section.heading: section.theme for section in sections}
    passages = tuple(replace(p, theme=themes[p.id]) if p.id in themes else p for p in passages)
    return Report(cut.source, cut.frame, passages, parts, sections)


def _sections(
    passages: Sequence[Passage], agency: str | None, knowledge: Knowledge
) -> list[Section]:
    index = theme_index(knowledge)
    field = field_of(agency, index)
    out = []
    for position, passage in enumerate(passages):
        if not _is_section(passage, knowledge):
            continue
        body = _body_of(passages, position)
        scores = score_themes(passage.text, body, passage.part, index, field)[:_TOLD]
        band = band_of(scores)
        theme = scores[0].theme if band != "none" else None
        bare = len(passage.text) <= _BARE_TITLE and mentions_part(passage.text, knowledge.outline)
        is_first_person = passage.part == "leadership" and band == "taken"
        is_of_one = lead_of(scores) >= _OF_ONE
        if bare and not (is_first_person or is_of_one) and not has_theme_word(passage.text, index):
            # 存在问题 inside a merged chapter: a part's name, no theme. Under what the first person
            # did, 谋划 and 落实 name none. 补齐短板 does where all of its text is about one.
            theme, band = "other", "check"
        out.append(Section(passage.part, passage.id, theme, scores[0].score, scores, band))
    return out


def _is_section(passage: Passage, knowledge: Knowledge) -> bool:
    """A level-2 heading, or a chapter that is a theme."""
    if passage.role != "heading" or passage.part is None:
        return False
    if passage.level == 1:
        return passage.part == "achievements" and not names_part(passage.text, knowledge.outline)
    return passage.level == 2  # noqa: PLR2004


def _body_of(passages: Sequence[Passage], position: int) -> str:
    """The text under a heading, up to the next heading of its level or above."""
    level = passages[position].level or 1
    out = []
    for later in range(position + 1, len(passages)):
        passage = passages[later]
        if passage.role == "heading" and (passage.level or 1) <= level:
            break
        if passage.role in ("heading", "item", "body"):
            out.append(passage.text)
    return "".join(out)
