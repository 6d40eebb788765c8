"""Where something stands in a report, in words for people."""

from __future__ import annotations

from drafter.model import Passage, Report


def words_of(passage: Passage) -> str:
    """The words of a passage as people see them: a numeral that Word counted itself in front."""
    counted = passage.marker and not passage.text.startswith(passage.marker)
    return f"{passage.marker}{passage.text}" if counted else passage.text


def place_of(report: Report, passage_id: int) -> str:
    """The headings above a passage, joined by ` > `."""
    path: dict[int, str] = {}
    for p in report.passages:
        if p.id > passage_id:
            break
        if p.role == "heading" and p.level:
            path = {level: text for level, text in path.items() if level < p.level}
            path[p.level] = words_of(p).rstrip("。；;")
    return " > ".join(path[level] for level in sorted(path))
