"""The library: read a report, draft the next one. The only place where the stages meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from drafter.errors import NoYearError
from drafter.facts import find_facts
from drafter.facts.stale import mark_stale
from drafter.knowledge import Knowledge, load
from drafter.knowledge.indicators import Indicators, load_indicators
from drafter.knowledge.profiles import Profile, profile_named, profile_of
from drafter.match import match
from drafter.model import Draft, Report, Source
from drafter.options import DraftOptions
from drafter.read import read_source
from drafter.render.word import write_docx
from drafter.roll import roll
from drafter.rules import review
from drafter.structure import structure

__all__ = ["draft", "find_profile", "read_report", "to_docx", "understand"]


def read_report(
    path: str | Path,
    *,
    schemas: Path | None = None,
    year: int | None = None,
    stdin: BinaryIO | None = None,
) -> Report:
    """Read and understand a report.

    Args:
        path: A file, or `-` for `stdin`.
        schemas: An office's own data files, None for the shipped ones.
        year: The report year, where the text does not say it or says it wrong.
        stdin: Where `-` reads from.

    Raises:
        DrafterError: The file cannot be read, or there is no report in it.
    """
    return understand(read_source(path, stdin), load(schemas), load_indicators(schemas), year=year)


def understand(
    source: Source, knowledge: Knowledge, indicators: Indicators, *, year: int | None = None
) -> Report:
    """A report from lines of text: pure, picklable, the same result for the same input.

    Raises:
        NoReportError: Nothing in the text looks like a report.
    """
    cut = structure(source, knowledge)
    if year is not None:
        cut = replace(cut, frame=replace(cut.frame, year=year))
    report = find_facts(match(cut, knowledge), knowledge, indicators)
    profile = find_profile(report, knowledge)
    ahead = (report.frame.year or 0) + 1
    return replace(report, findings=review(report, knowledge, profile, ahead))


def find_profile(report: Report, knowledge: Knowledge, name: str = "auto") -> Profile:
    """What kind of body reports; `auto` reads it from the agency's name.

    Raises:
        UnknownNameError: No profile has this name.
    """
    if name == "auto":
        return profile_of(report.frame.agency, report.frame.title, knowledge)
    return profile_named(name, knowledge)


def draft(reports: Sequence[Report], options: DraftOptions) -> Draft:
    """Next year's report from those of the years before.

    Args:
        reports: At least one; the newest is the base.
        options: What is asked for.

    Raises:
        NoYearError: No report says its year and none is given.
        DataFileError: An office's data files are wrong.
    """
    knowledge = load(options.schemas)
    base = max(reports, key=lambda report: report.frame.year or 0)
    year = options.year or (base.frame.year + 1 if base.frame.year else None)
    if year is None:
        raise NoYearError(path=base.source.name)
    profile = find_profile(base, knowledge, options.profile)
    base = replace(
        base,
        stale=mark_stale(base, knowledge, year),
        findings=review(base, knowledge, profile, year),
    )
    return roll(base, options, knowledge, profile, year)


def to_docx(skeleton: Draft, options: DraftOptions, *, epoch: int | None = None) -> bytes:
    """The draft as a Word file.

    Args:
        skeleton: The draft.
        options: Which template.
        epoch: SOURCE_DATE_EPOCH in seconds, None for a file without dates.

    Raises:
        TemplateError: The template cannot be used.
    """
    return write_docx(skeleton, options.template, epoch=epoch)
