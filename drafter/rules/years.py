"""The year that a finished report is on, where its title says another one than all the rest."""

from __future__ import annotations

from collections import Counter

from drafter.model import Report
from drafter.zh.dates import find_years

_LEAST = 2
"""Witnesses that outvote a title: its year is the one that is forgotten most often."""


def own_year(report: Report, last: Report | None) -> int | None:
    """The report year by title, chapter headings, date and last year's report.

    Args:
        report: Understood.
        last: Last year's, None without.

    Returns:
        The year of the frame, unless two witnesses and more agree on the one after it.
    """
    stated = report.frame.year
    if stated is None:
        return None
    votes = Counter[int]()
    for passage in report.passages:
        if passage.role == "heading" and passage.level == 1 and passage.part:
            ahead = passage.part == "plans"
            votes.update({at.year - ahead for at in find_years(passage.text)})
    if report.frame.issued:
        votes[int(report.frame.issued[:4]) - 1] += 1
    if last is not None and last.frame.year:
        votes[last.frame.year + 1] += 1
    following = stated + 1
    return following if votes[following] >= _LEAST and votes[stated] < votes[following] else stated
