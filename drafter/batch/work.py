"""One file of a batch: read, measured, drafted, written. Runs in any process, under any engine."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path

from msgspec.structs import replace

from drafter.api import draft, examine_report, find_profile, to_docx, understand
from drafter.batch.outcome import Job, Outcome, Stamp, facts_of
from drafter.errors import (
    DrafterError,
    EditedOutputError,
    NoYearError,
    UnexpectedError,
    UnreadableFileError,
    places_of,
)
from drafter.knowledge import load
from drafter.knowledge.indicators import load_indicators
from drafter.model import Report, Review
from drafter.output import make_folder, write_atomic
from drafter.read import read_bytes, read_manuscript, source_of

_LOG = logging.getLogger(__name__)


def process_file(job: Job) -> Outcome:
    """Measures a report and writes the draft of the next one; whatever happens, an outcome.

    The result depends on the job and the files that it names, and on nothing else. The draft is
    written here, whole or not at all, so that only a few numbers travel back.
    """
    failed = Outcome(job.key, job.target, job.fingerprint, written=job.written)
    try:
        return _processed(job, failed)
    except DrafterError as error:
        return replace(failed, error=str(error))
    except Exception as error:  # noqa: BLE001 -- a fault of ours must not stop the other reports
        _LOG.info("处理 %s 时出错：%s", job.source, places_of(error))
        unexpected = UnexpectedError(path=job.source, kind=type(error).__name__)
        return replace(failed, error=str(unexpected))


def stamp_of(path: str) -> tuple[Stamp, bytes]:
    """A file and what it is known again by.

    Raises:
        UnreadableFileError: It cannot be read.
        FileTooLargeError: It is beyond the limit.
    """
    file = Path(path)
    try:
        if file.is_dir():
            raise UnreadableFileError(path=path, reason="这个文件夹打不开")
        stat = file.stat()  # before reading: what is saved meanwhile counts as changed
    except OSError:
        read_bytes(path)  # says why
        raise
    data = read_bytes(path)
    return Stamp(len(data), stat.st_mtime_ns, digest_of(data)), data


def digest_of(data: bytes) -> str:
    """The hash that files are compared by."""
    return hashlib.sha256(data).hexdigest()


def _processed(job: Job, outcome: Outcome) -> Outcome:
    stamp, data = stamp_of(job.source)
    knowledge = load(job.options.schemas)
    report = _understood(job, job.source, data)
    before, last = _last(job, report)
    review = Review(report, ())  # without a year it can be counted, but not judged
    if report.frame.year is not None:
        review = examine_report(
            report,
            knowledge,
            last=last,
            manuscript=read_manuscript(data),
            indicators=load_indicators(job.options.schemas),
        )
    facts = facts_of(review, find_profile(report, knowledge, job.options.profile))
    outcome = replace(outcome, stamp=stamp, last=before, facts=facts)
    if report.frame.year is None and job.options.year is None:
        return replace(outcome, error=str(NoYearError(path=job.source, asked=None)))
    try:
        written, kept = _write_draft(job, report)
        return replace(outcome, written=written, kept=None if kept is None else str(kept))
    except DrafterError as error:  # it was read and measured all the same
        return replace(outcome, error=str(error))


def _understood(job: Job, path: str, data: bytes) -> Report:
    schemas = job.options.schemas
    return understand(source_of(data, path), load(schemas), load_indicators(schemas))


def _last(job: Job, report: Report) -> tuple[Stamp | None, Report | None]:
    """The report of the year before, if what its name promises is true."""
    if job.last is None:
        return None, None
    try:
        stamp, data = stamp_of(job.last)
    except DrafterError:
        return None, None
    try:
        last = _understood(job, job.last, data)
    except DrafterError:
        return stamp, None
    return stamp, last if _precedes(last, report) else None


def _precedes(last: Report, report: Report) -> bool:
    agency, year = report.frame.agency, report.frame.year
    return bool(agency and year) and (last.frame.agency, last.frame.year) == (
        agency,
        (year or 0) - 1,
    )


def _write_draft(job: Job, report: Report) -> tuple[str, Path | None]:
    """Writes the draft; one that is there already is left as it is.

    Returns:
        Its hash, and where the draft is kept that people had worked on.
    """
    data = to_docx(draft([report], job.options), job.options, epoch=job.epoch)
    target, digest = Path(job.folder, job.target), digest_of(data)
    there = digest_of(read_bytes(target)) if target.is_file() else None
    if there == digest:
        return digest, None
    if there not in (None, job.written) and not job.is_forced:
        raise EditedOutputError(path=target)
    make_folder(target.parent)
    # With --force, too, nothing that people wrote is lost.
    kept = write_atomic(
        target,
        data,
        force=there is not None,
        inputs=(Path(job.source),),
        is_ours=lambda _: there == job.written,
    )
    return digest, kept
