"""Two years side by side (两年对照): figures, sections, promises and shortcomings, repetitions."""

from __future__ import annotations

from drafter.facts.figure_pairs import pair_figures
from drafter.facts.repetition import find_repetitions, repeated_share
from drafter.facts.replies import Replies
from drafter.facts.section_pairs import pair_sections
from drafter.facts.year_on_year import find_misfits
from drafter.knowledge import Knowledge
from drafter.knowledge.indicators import Indicators
from drafter.model import Comparison, Report
from drafter.zh.words import compile_words


def compare_reports(
    last: Report, now: Report, knowledge: Knowledge, indicators: Indicators
) -> Comparison:
    """Everything that two reports of one body have in common, or should have.

    Args:
        last: The older one.
        now: The newer one.
        knowledge: Outline, and the words that mean the same or keep indicators apart.
        indicators: The words of counting, promising and confessing.
    """
    replies = Replies(last, now, knowledge, indicators)
    promises = replies.to_promises()
    figures = pair_figures(last, now, knowledge, indicators)
    return Comparison(
        last=last,
        now=now,
        figures=figures,
        sections=pair_sections(last, now),
        promises=promises,
        shortcomings=replies.to_shortcomings(promises),
        repetitions=find_repetitions(last, now, compile_words(knowledge.words["preamble_ends"])),
        share=repeated_share(last, now),
        misfits=find_misfits(figures, last, now, knowledge),
    )
