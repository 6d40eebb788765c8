"""What is done for one file of a batch and what comes of it: small, picklable, as JSON too."""

from __future__ import annotations

from collections import Counter
from typing import Any

import msgspec
from msgspec import Struct

from drafter.knowledge.profiles import Profile
from drafter.model import Review
from drafter.options import DraftOptions

_WORST = 3


class Job(Struct, frozen=True):
    """What a worker needs to know of one file.

    Attributes:
        source: The report.
        key: Its name in the journal.
        folder: Where the batch writes.
        target: Where the draft goes, below `folder`.
        last: The report of the year before, None for none.
        options: How to draft.
        fingerprint: Of everything but the files that the outcome depends on.
        epoch: SOURCE_DATE_EPOCH in seconds, None for files without dates.
        written: Hash of what an earlier run wrote to `target`, None if none did.
        is_forced: Whether a draft that people have changed may be replaced.
    """

    source: str
    key: str
    folder: str
    target: str
    last: str | None
    options: DraftOptions
    fingerprint: str
    epoch: int | None = None
    written: str | None = None
    is_forced: bool = False


class Stamp(Struct, frozen=True):
    """A file as it was read; `sha256` decides, the others save reading it again."""

    size: int
    mtime_ns: int
    sha256: str


class Facts(Struct, frozen=True):
    """What a city wants to know of a report.

    Attributes:
        profile: Name of the kind of body.
        parts: Key and status of the four parts, in their order.
        errors: Number of findings of that severity, as are `warnings` and `infos`.
        figures: How many figures the draft leaves blank.
        promises: How many promises of this report the next one must answer.
        worst: The most serious findings, each of another rule; at most three.
        rules: Rule and number of its findings, by id.
        against: File name of the report of the year before that it was compared with.
    """

    year: int | None
    agency: str | None
    profile: str
    parts: tuple[tuple[str, str], ...]
    errors: int
    warnings: int
    infos: int
    figures: int
    promises: int
    worst: tuple[str, ...]
    rules: tuple[tuple[str, int], ...]
    against: str | None = None


class Outcome(Struct, frozen=True):
    """What became of a file.

    Attributes:
        key: Its name in the journal.
        target: Where the draft is, below the output folder.
        fingerprint: As in `Job`.
        stamp: The file that was read; None if it could not be.
        last: The report of the year before; None without one.
        written: Hash of the draft as drafter wrote it last, None if it never did.
        facts: None if there was no report to be understood.
        error: Why there is no draft, in Chinese; None if there is one.
        kept: Where the draft is that people had worked on and this one took the name of.
    """

    key: str
    target: str
    fingerprint: str
    stamp: Stamp | None = None
    last: Stamp | None = None
    written: str | None = None
    facts: Facts | None = None
    error: str | None = None
    kept: str | None = None


def facts_of(review: Review, profile: Profile) -> Facts:
    """A review in a few numbers and sentences."""
    report, findings = review.report, review.findings
    severities = Counter(finding.severity for finding in findings)
    firsts = {finding.rule: finding for finding in reversed(findings)}
    worst = [finding for finding in findings if firsts[finding.rule] is finding][:_WORST]
    return Facts(
        year=report.frame.year,
        agency=report.frame.agency,
        profile=profile.name,
        parts=tuple((part.key, part.status) for part in report.parts),
        errors=severities["error"],
        warnings=severities["warning"],
        infos=severities["info"],
        figures=len(report.figures),
        promises=len(report.commitments),
        worst=tuple(f"{finding.rule} {finding.message}" for finding in worst),
        rules=tuple(sorted(Counter(finding.rule for finding in findings).items())),
        against=review.comparison.last.source.name if review.comparison else None,
    )


def to_data(outcome: Outcome) -> dict[str, Any]:
    """An outcome as JSON can say it."""
    data: dict[str, Any] = msgspec.to_builtins(outcome)
    return data


def from_data(data: dict[str, Any]) -> Outcome:
    """The outcome that `to_data` said.

    Raises:
        ValueError: It did not say this one.
    """
    return msgspec.convert(data, Outcome)
