"""Many reports at once (批量): a draft and a check of each, and one summary of all.

What is done is taken down in the output folder, so that a second run does only what has changed,
failed, or lost its draft. The results do not depend on the number of processes.
"""

from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from drafter import __version__
from drafter.batch.inputs import Item, find_items, passed_over
from drafter.batch.journal import Journal
from drafter.batch.outcome import Job, Outcome, Stamp
from drafter.batch.pool import Work, run_jobs
from drafter.batch.work import digest_of, process_file, stamp_of
from drafter.errors import DrafterError, EditedOutputError, TemplateError
from drafter.knowledge import load, part_of
from drafter.knowledge.files import find, shipped
from drafter.knowledge.indicators import load_indicators
from drafter.model import PARTS
from drafter.options import DraftOptions
from drafter.output import make_folder, write_atomic
from drafter.render.folder import find_template
from drafter.rules.catalogue import rule_named

if TYPE_CHECKING:  # importing it takes openpyxl along
    from drafter.render.summary import ReportRow, RuleRow

__all__ = [
    "BatchOptions", "BatchResult", "Item", "Job", "Outcome", "Tally", "find_items",
    "fingerprint_of", "job_for", "passed_over", "process_file", "run_batch",
]  # fmt: skip

SUMMARY = "汇总.xlsx"
_FORMAT = 1
"""Goes up when outcomes come to hold something else, so that old ones are made anew."""
_LOG = logging.getLogger(__name__)


class BatchOptions(Struct, frozen=True):
    """How a batch is to be run.

    Attributes:
        folder: Where drafts, summary and journal go; made if it is missing.
        draft: How each draft is made; the year must be None.
        jobs: Number of processes.
        is_forced: Do everything again, and replace drafts that people have changed.
        epoch: SOURCE_DATE_EPOCH in seconds, None for files without dates.
    """

    folder: Path
    draft: DraftOptions = DraftOptions()
    jobs: int = 1
    is_forced: bool = False
    epoch: int | None = None


class Tally(Struct):
    """What all files have in common, counted while they pass by.

    Attributes:
        files: How many there are.
        failed: How many have no draft.
        findings: Severity → number of findings.
        reports: Rule → number of reports that it speaks of.
        rules: Rule → number of its findings.
    """

    files: int = 0
    failed: int = 0
    findings: Counter[str] = field(default_factory=Counter)
    reports: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)

    def add(self, outcome: Outcome) -> None:
        """Counts a file."""
        self.files += 1
        self.failed += outcome.error is not None
        facts = outcome.facts
        if facts is not None:
            self.findings.update(error=facts.errors, warning=facts.warnings, info=facts.infos)
            self.reports.update(rule for rule, _ in facts.rules)
            self.rules.update(dict(facts.rules))

    def frequent(self) -> list[str]:
        """The rules that speak, that of the most reports first."""
        return sorted(self.rules, key=lambda r: (-self.reports[r], -self.rules[r], r))


class BatchResult(Struct, frozen=True):
    """What a batch has come to.

    Attributes:
        folder: Where it is.
        summary: The summary workbook.
        items: The files, in order.
        redone: How many of them were worked on in this run.
        tally: Counts over all of them.
        kept: Where the files are that people had worked on and others took the name of.
    """

    folder: Path
    summary: Path
    items: tuple[Item, ...]
    redone: int
    tally: Tally
    kept: tuple[Path, ...] = ()

    def outcomes(self) -> Iterator[tuple[Item, Outcome]]:
        """Each file and what became of it, in order, read from disk one by one."""
        with Journal(self.folder) as journal:
            yield from _outcomes(self.items, journal)


def run_batch(
    items: Sequence[Item],
    options: BatchOptions,
    tell: Callable[[Outcome], None] = lambda _: None,
    work: Work = process_file,
) -> BatchResult:
    """Does what is to be done for these files, and sums up all of them.

    Args:
        items: From `find_items`.
        options: How.
        tell: Called once for each item, also if there was nothing to do.
        work: What is done for a file; importable by name.

    Raises:
        DrafterError: The folder, the template or the data files cannot be used.
        KeyboardInterrupt: What was finished is in the journal.
    """
    fingerprint = fingerprint_of(options)
    make_folder(options.folder)
    with Journal(options.folder) as journal:
        summary = options.folder / SUMMARY
        _refuse_edited(summary, journal, options)
        redone, kept = _run(
            _pending(items, options, fingerprint, journal, tell), journal, options, tell, work
        )
        tally, older = _sum_up(items, summary, journal, options)
    kept += () if older is None else (older,)
    return BatchResult(options.folder, summary, tuple(items), redone, tally, kept)


def fingerprint_of(options: BatchOptions) -> str:
    """A hash of all that outcomes depend on besides the reports: drafter, data files, template.

    Raises:
        DrafterError: The template or the data files cannot be used; better now than in each file.
    """
    chosen = options.draft
    load(chosen.schemas)
    load_indicators(chosen.schemas)
    template = find_template(chosen.template)
    _check_own(chosen.template)
    files = [find(path.name, chosen.schemas) for path in shipped()]
    files += [path for path in (template.report, template.style, template.page) if path]
    said = [
        _FORMAT, __version__, chosen.order, chosen.profile, chosen.prefill, options.epoch,
        [digest_of(path.read_bytes()) for path in files],
    ]  # fmt: skip
    return digest_of(json.dumps(said).encode())[:16]


def _check_own(template: str | Path) -> None:
    """An office's own template is tried out: a fault in it would come back in every file."""
    if not Path(template).is_dir():
        return
    from drafter.render.check import check_templates  # noqa: PLC0415 -- rarely needed

    for problem in check_templates((template,)):
        raise TemplateError(name=str(template), problem=problem.rstrip("。"))


def _refuse_edited(summary: Path, journal: Journal, options: BatchOptions) -> None:
    """A summary that somebody has worked in is kept; better said before the work than after."""
    if options.is_forced or not summary.is_file():
        return
    if digest_of(summary.read_bytes()) not in journal.summaries:
        raise EditedOutputError(path=summary)


# ----------------------------------------------------------------- what to do


def job_for(
    item: Item, options: BatchOptions, fingerprint: str, *, written: str | None = None
) -> Job:
    """What `process_file` needs for a file, in this process, another one, or on another machine.

    Args:
        item: From `find_items`.
        options: How.
        fingerprint: From `fingerprint_of`, made once for all files.
        written: Hash of the draft that an earlier run wrote, None if none did.
    """
    return Job(
        source=item.source, key=item.key, folder=str(options.folder), target=item.target,
        last=item.last, options=options.draft, fingerprint=fingerprint, epoch=options.epoch,
        written=written, is_forced=options.is_forced,
    )  # fmt: skip


def _pending(
    items: Iterable[Item],
    options: BatchOptions,
    fingerprint: str,
    journal: Journal,
    tell: Callable[[Outcome], None],
) -> Iterator[Job]:
    """The jobs that are left to do; what is done already is told."""
    drafts = dict(journal.drafts)
    for item in items:
        job = job_for(item, options, fingerprint, written=drafts.get(item.target))
        known = None if options.is_forced else _still_true(journal.get(item.key), job)
        if known is None:
            yield job
            continue
        if known != journal.get(item.key):
            journal.add(known)
        tell(known)


def _still_true(outcome: Outcome | None, job: Job) -> Outcome | None:
    """An earlier outcome if nothing it rests on has changed, with the stamps of now."""
    if outcome is None or outcome.error is not None or outcome.stamp is None:
        return None
    if (outcome.fingerprint, outcome.target) != (job.fingerprint, job.target):
        return None
    if (job.last is None) != (outcome.last is None) or not Path(job.folder, job.target).is_file():
        return None
    stamp = _same(job.source, outcome.stamp)
    last = _same(job.last, outcome.last) if job.last and outcome.last else None
    if stamp is None or (last is None) != (outcome.last is None):
        return None
    return replace(outcome, stamp=stamp, last=last)


def _same(path: str, stamp: Stamp) -> Stamp | None:
    """The stamp of a file whose content is still that of an earlier stamp, else None."""
    try:
        stat = Path(path).stat()
        if stat.st_size != stamp.size:
            return None
        if stat.st_mtime_ns == stamp.mtime_ns:
            return stamp
        now, _ = stamp_of(path)
    except (OSError, DrafterError):
        return None
    return now if now.sha256 == stamp.sha256 else None


def _run(
    jobs: Iterator[Job],
    journal: Journal,
    options: BatchOptions,
    tell: Callable[[Outcome], None],
    work: Work,
) -> tuple[int, tuple[Path, ...]]:
    """Does the jobs and takes them down; returns how many there were, and what was kept."""
    number = 0
    kept: list[Path] = []

    def done(outcome: Outcome) -> None:
        nonlocal number
        number += 1
        if outcome.kept is not None:
            kept.append(Path(outcome.kept))
            outcome = replace(outcome, kept=None)  # told once: it says nothing of the report
        journal.add(outcome)
        _LOG.info("%s：%s", outcome.key, outcome.error or "已完成")
        tell(outcome)

    run_jobs(jobs, done, options.jobs, work)
    return number, tuple(sorted(kept))


# ------------------------------------------------------------------ summing up


def _sum_up(
    items: Sequence[Item], summary: Path, journal: Journal, options: BatchOptions
) -> tuple[Tally, Path | None]:
    """Writes the summary, unless it is there already, and settles the journal.

    Returns:
        The counts, and where an older summary is kept that people had worked on.
    """
    from drafter.render.summary import write_summary  # noqa: PLC0415 -- openpyxl is slow to load

    tally = Tally()
    outline = load(options.draft.schemas).outline
    names = [part_of(outline, key).name for key in PARTS]
    rows = (_row(item, outcome, tally) for item, outcome in _outcomes(items, journal))
    data = write_summary(rows, lambda: _rule_rows(tally), names, epoch=options.epoch)
    digest, kept = digest_of(data), None
    if not summary.is_file() or digest_of(summary.read_bytes()) != digest:
        ours = frozenset(journal.summaries)
        journal.announce_summary(digest)
        kept = write_atomic(
            summary, data, force=True, is_ours=lambda there: digest_of(there) in ours
        )
    journal.settle((item.key for item in items), digest)
    return tally, kept


def _row(item: Item, outcome: Outcome, tally: Tally) -> ReportRow:
    """A file in the summary, counted as it passes by."""
    from drafter.render.summary import ReportRow  # noqa: PLC0415 -- openpyxl is slow to load

    tally.add(outcome)
    draft = None if outcome.error else outcome.target
    facts = outcome.facts
    if facts is None:
        return ReportRow(item.source, draft=draft, error=outcome.error)
    return ReportRow(
        file=item.source, agency=facts.agency, year=facts.year, profile=facts.profile,
        parts=tuple(status for _, status in facts.parts),
        findings=(facts.errors, facts.warnings, facts.infos),
        figures=facts.figures, promises=facts.promises, against=facts.against,
        worst=facts.worst, draft=draft, error=outcome.error,
    )  # fmt: skip


def _rule_rows(tally: Tally) -> Iterator[RuleRow]:
    from drafter.render.summary import RuleRow  # noqa: PLC0415 -- openpyxl is slow to load

    for rule_id in tally.frequent():
        rule = rule_named(rule_id)
        yield RuleRow(
            rule_id, rule.name, rule.severity, tally.reports[rule_id], tally.rules[rule_id]
        )


def _outcomes(items: Iterable[Item], journal: Journal) -> Iterator[tuple[Item, Outcome]]:
    for item in items:
        outcome = journal.get(item.key)
        if outcome is not None:
            yield item, outcome
