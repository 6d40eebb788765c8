"""The library: read a report, draft the next one. The only place where the stages meet."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from msgspec.structs import replace

from drafter.errors import (
    ComparisonOrderError,
    NotWordError,
    NoYearError,
    SameYearError,
    UnreadableFileError,
    YearOrderError,
)
from drafter.facts import find_facts
from drafter.facts.stale import mark_stale
from drafter.knowledge import Knowledge, Phrase, load
from drafter.knowledge.bodies import same_body
from drafter.knowledge.files import contents
from drafter.knowledge.ignores import Excuse, load_excuses
from drafter.knowledge.indicators import Indicators, load_indicators
from drafter.knowledge.profiles import Profile, profile_named, profile_of
from drafter.match import match
from drafter.model import Comparison, Draft, Finding, Manuscript, Report, Review, Source
from drafter.options import DraftOptions, FinalOptions
from drafter.read import (
    STDIN,
    read_bytes,
    read_manuscript,
    read_package,
    read_source,
    shown_name,
    source_of,
)
from drafter.render.folder import list_templates, template_contents
from drafter.render.word import write_docx
from drafter.roll import roll
from drafter.roll.ground import Past
from drafter.rules import examine, leftovers, review_prior
from drafter.rules.excuses import excuse
from drafter.rules.registry import Context, Rule
from drafter.rules.years import own_year
from drafter.stops import in_words_of, with_full_stops
from drafter.structure import structure
from drafter.zh.placeholders import is_own_blank

if TYPE_CHECKING:
    from drafter.knowledge.document import Problem
    from drafter.render.collection import Collection
    from drafter.render.fill import FillResult
    from drafter.render.leftovers import FinalResult

__all__ = [
    "annotate",
    "check_schemas",
    "check_templates",
    "compare",
    "draft",
    "examine_report",
    "explain",
    "fill",
    "finalize",
    "find_profile",
    "is_as_written",
    "office_workbooks",
    "read_report",
    "review",
    "rules",
    "schema_files",
    "shown_name",
    "template_files",
    "templates",
    "to_docx",
    "understand",
    "workbook",
]


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
    source = read_source(path, stdin)
    _log(
        "读取 %s：格式 %s，编码 %s，%d 行", path, source.format, source.encoding, len(source.lines)
    )
    return understand(source, load(schemas), load_indicators(schemas), year=year)


def understand(
    source: Source, knowledge: Knowledge, indicators: Indicators, *, year: int | None = None
) -> Report:
    """A report from lines of text: pure, picklable, the same result for the same input.

    Raises:
        NoReportError: Nothing in the text looks like a report.
    """
    meant = with_full_stops(source)
    cut = structure(meant, knowledge)
    if year is not None:
        cut = replace(cut, frame=replace(cut.frame, year=year))
    report = find_facts(match(cut, knowledge), knowledge, indicators)
    if meant is not source:
        report = in_words_of(replace(source, has_points=True), report)
    _log(
        "读懂 %s：%s 年度，%d 段，%d 节，%d 个数字",
        source.name,
        report.frame.year,
        len(report.passages),
        len(report.sections),
        len(report.figures),
    )
    profile = find_profile(report, knowledge)
    ahead = (report.frame.year or 0) + 1
    return replace(report, findings=review_prior(report, knowledge, profile, ahead))


def find_profile(report: Report, knowledge: Knowledge, name: str = "auto") -> Profile:
    """What kind of body reports; `auto` reads it from the agency's name.

    Raises:
        UnknownNameError: No profile has this name.
    """
    if name == "auto":
        told = (passage.text for passage in report.passages if passage.role != "noise")
        return profile_of(report.frame.agency, report.frame.title, knowledge, told)
    return profile_named(name, knowledge)


def draft(reports: Sequence[Report], options: DraftOptions) -> Draft:
    """Next year's report from those of the years before.

    Args:
        reports: At least one; the newest is the base.
        options: What is asked for.

    Raises:
        ValueError: There is no report.
        NoYearError: No report says its year and none is given.
        SameYearError: Two of them are of one year.
        DataFileError: An office's data files are wrong.
    """
    if not reports:
        msg = "a draft needs a report to begin with"
        raise ValueError(msg)
    knowledge = load(options.schemas)
    reports = [_with_full_stops(report) for report in reports]
    newest = base = max(reports, key=lambda report: report.frame.year or 0)
    year = options.year or (base.frame.year + 1 if base.frame.year else None)
    if year is None:
        raise NoYearError(path=base.source.name, asked="draft")
    if base.frame.year is not None and year <= base.frame.year:
        raise YearOrderError(wanted=year, base=base.frame.year)
    profile = find_profile(base, knowledge, options.profile)
    base = replace(
        base,
        stale=mark_stale(base, knowledge, year),
        findings=review_prior(base, knowledge, profile, year),
    )
    _log("起草 %d 年度，单位类型 %s，底稿 %s", year, profile.key, base.source.name)
    older, doubts = _older(newest, reports, knowledge)
    doubts = [*_unfinished(base), *_far_back(base, year), *doubts]
    made = roll(base, options, knowledge, profile, year, _past(newest, older))
    return replace(made, gaps=(*doubts, *made.gaps))


def _older(
    newest: Report, reports: Sequence[Report], knowledge: Knowledge
) -> tuple[list[Report], list[Finding]]:
    """The reports before the newest whose figures may stand beside its own; why others may not.

    Raises:
        SameYearError: Two of all are of one year.
    """
    by_year: dict[int, Report] = {}
    kept, doubts = [], []
    for report in reports:
        year, name = report.frame.year, report.source.name
        if year is not None and (same := by_year.setdefault(year, report)) is not report:
            raise SameYearError(names=(_told(same), _told(report)), year=year)
        if report is newest:
            continue
        mine, its = newest.frame.agency, report.frame.agency
        sameness = same_body(mine, its, knowledge)
        doubt = ""
        if year is None:
            doubt = "看不出是哪一年的报告，没有用它的数据；请核对文件是否选错"
        elif sameness == "other":
            doubt = f"是“{its}”的报告，不是“{mine}”的，没有用它的数据；请核对文件是否选错"
        else:
            kept.append(report)
            if sameness == "doubtful":
                doubt = f"是“{its}”的报告，与“{mine}”名称不同；如不是改了名称，请核对文件是否选错"
        if doubt:
            doubts.append(Finding("C01", "warning", f"“{name}”{doubt}。"))
    return kept, doubts


_UNFINISHED = 3
"""Paragraphs with blanks from which on a report is no finished one; a slip leaves one or two."""


def _unfinished(base: Report) -> list[Finding]:
    """Whether the report that a draft is to be made from is itself a draft."""
    blanks = sum(finding.rule == "M01" and is_own_blank(finding.quote) for finding in base.findings)
    if blanks < _UNFINISHED:
        return []
    message = (
        f"“{base.source.name}”有 {blanks} 段空格没有填，像是没有写完的初稿，"
        "里面写的“上年”是再上一年；请换成上年正式的报告。"
    )
    return [Finding("M01", "error", message)]


def _far_back(base: Report, year: int) -> list[Finding]:
    """Whether years lie between the report and the draft, by all of which it is moved on."""
    if base.frame.year is None or year == base.frame.year + 1:
        return []
    between = year - base.frame.year - 1
    message = (
        f"“{base.source.name}”是{base.frame.year}年度的报告，与{year}年度之间隔了{between}年："
        f"文中的年份按相隔的年数顺延，“上年”仍是{base.frame.year}年的数；"
        f"请核对年份是否写错，有{year - 1}年度报告的请用它起草。"
    )
    return [Finding("C01", "warning", message)]


def _told(report: Report) -> str:
    """The name of a report's file, with its body."""
    agency = report.frame.agency
    return f"{report.source.name}（{agency}）" if agency else report.source.name


def _with_full_stops(report: Report) -> Report:
    """The report as a draft carries it on: with 。 where points were typed for it."""
    if not report.source.has_points:
        return report
    return in_words_of(with_full_stops(report.source), report)


def _past(newest: Report, older: Sequence[Report]) -> Past:
    """What the reports before the newest one say."""
    if not older:
        return Past()
    from drafter.facts.series import (  # noqa: PLC0415 -- rapidfuzz is slow to load
        find_recurrences,
        join_series,
    )

    return Past(join_series(newest, older), find_recurrences(newest, older))


def review(  # noqa: PLR0913 -- one argument an option of the command
    path: str | Path,
    *,
    against: str | Path | None = None,
    schemas: Path | None = None,
    ignore: Path | None = None,
    year: int | None = None,
    stdin: BinaryIO | None = None,
) -> Review:
    """Check a finished report against all rules.

    Args:
        path: The report; `-` for `stdin`.
        against: Last year's, to compare with; None without.
        schemas: An office's own data files, None for the shipped ones.
        ignore: A YAML file of what is excused, with reasons.
        year: The report year, where the text does not say it.
        stdin: Where `-` reads from.

    Raises:
        NoYearError: The report does not say its year and none is given.
        DrafterError: A file cannot be read, or there is no report in it.
    """
    report = read_report(path, schemas=schemas, year=year, stdin=stdin)
    if report.frame.year is None:
        raise NoYearError(path=report.source.name)
    last = None if against is None else read_report(against, schemas=schemas, stdin=stdin)
    if last is not None:
        _require_order(last, report, option="--against")
    manuscript = None if path == STDIN else read_manuscript(read_bytes(path))
    excuses = _excuses(ignore)
    return examine_report(
        report,
        load(schemas),
        last=last,
        manuscript=manuscript,
        excuses=excuses,
        indicators=load_indicators(schemas),
    )


def _excuses(ignore: Path | None) -> tuple[Excuse, ...]:
    if ignore is None:
        return ()
    return load_excuses(ignore, tuple(rule.id for rule in rules()))


def examine_report(  # noqa: PLR0913 -- all that may be known of a report
    report: Report,
    knowledge: Knowledge,
    *,
    last: Report | None = None,
    manuscript: Manuscript | None = None,
    excuses: Sequence[Excuse] = (),
    indicators: Indicators | None = None,
) -> Review:
    """The findings on a report that is understood: pure, the same for the same input.

    Args:
        report: The report that is to go out.
        knowledge: What it is measured by.
        last: Last year's report.
        manuscript: What its Word file has beyond the text.
        excuses: What is excused.
        indicators: The words for comparing with last year's report; None for the shipped ones.
    """
    year = own_year(report, last) or 0
    report = replace(
        report,
        frame=replace(report.frame, year=year or None),
        stale=mark_stale(report, knowledge, year),
    )
    known = indicators or load_indicators()
    comparison = None if last is None else _compared(last, report, knowledge, known)
    profile = find_profile(report, knowledge)
    context = Context(report, knowledge, profile, year, "final", comparison, manuscript)
    return excuse(Review(report, examine(context), comparison=comparison), excuses)


def _require_order(last: Report, now: Report, *, option: str | None = None) -> None:
    """Refuse to compare a report with itself, with a newer one or with one of the same year.

    Raises:
        ComparisonOrderError: They are not of two years, the older one first.
    """
    years = last.frame.year, own_year(now, last)
    is_ordered = None in years or (years[0] or 0) < (years[1] or 0)
    if not is_ordered or last.source.lines == now.source.lines:
        raise ComparisonOrderError(
            now=now.source.name, last=last.source.name, years=years, option=option
        )


def annotate(path: str | Path, reviewed: Review, *, epoch: int | None = None) -> bytes:
    """A copy of a Word file with the findings as comments; nothing is written to disk.

    Args:
        path: The file that was checked.
        reviewed: What was found in it.
        epoch: Date of the comments, SOURCE_DATE_EPOCH in seconds; None for none.

    Raises:
        NotWordError: It is no Word file, so that nothing can be commented in it.
        DrafterError: It cannot be read.
    """
    from drafter.render.annotate import annotate_docx  # noqa: PLC0415 -- lxml is slow to load

    data = b"" if path == STDIN else read_package(path)
    manuscript = read_manuscript(data) if data else None
    if manuscript is None:
        raise NotWordError(path=shown_name(path))
    sources = {rule.id: rule.source for rule in rules()}
    findings, looks = reviewed.findings, manuscript.looks
    return annotate_docx(data, str(path), findings, looks, sources, epoch=epoch)


def compare(
    older: str | Path,
    newer: str | Path,
    *,
    schemas: Path | None = None,
    stdin: BinaryIO | None = None,
) -> Comparison:
    """Two reports of one body side by side; the one on the earlier year is the older.

    Args:
        older: A report; `-` for `stdin`.
        newer: That of another year.
        schemas: An office's own data files, None for the shipped ones.
        stdin: Where `-` reads from.

    Raises:
        DrafterError: A file cannot be read, or there is no report in it.
    """
    reports = [read_report(path, schemas=schemas, stdin=stdin) for path in (older, newer)]
    last, now = sorted(reports, key=lambda report: report.frame.year or 0)
    _require_order(last, now)
    return _compared(last, now, load(schemas), load_indicators(schemas))


def _compared(
    last: Report, now: Report, knowledge: Knowledge, indicators: Indicators
) -> Comparison:
    from drafter.facts.comparison import compare_reports  # noqa: PLC0415 -- `new` needs it not

    return compare_reports(last, now, knowledge, indicators)


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


def workbook(skeleton: Draft, options: DraftOptions, *, epoch: int | None = None) -> bytes:
    """The workbook (采集表) that collects what a draft lacks.

    Args:
        skeleton: The draft.
        options: Whose data files.
        epoch: SOURCE_DATE_EPOCH in seconds, None for a file without dates.

    Raises:
        DataFileError: An office's own `offices.yaml` is wrong.
    """
    from drafter.render.workbook import write_workbook  # noqa: PLC0415 -- openpyxl is slow to import

    return write_workbook(_collection(skeleton, options), epoch=epoch)


def office_workbooks(
    skeleton: Draft, options: DraftOptions, *, epoch: int | None = None
) -> tuple[tuple[str, bytes], ...]:
    """(office, workbook) for each office that something is asked of; the last may be 未分工.

    Args:
        skeleton: The draft.
        options: Whose data files.
        epoch: SOURCE_DATE_EPOCH in seconds, None for files without dates.

    Raises:
        DataFileError: An office's own `offices.yaml` is wrong.
    """
    from drafter.render.workbook import write_office_workbook  # noqa: PLC0415 -- openpyxl is slow

    collection = _collection(skeleton, options)
    return tuple(
        (office.name, write_office_workbook(collection, office, epoch=epoch))
        for office in collection.offices()
    )


def _collection(skeleton: Draft, options: DraftOptions) -> Collection:
    from drafter.knowledge.offices import load_offices  # noqa: PLC0415 -- only for workbooks
    from drafter.render.collection import collect  # noqa: PLC0415 -- only for workbooks

    return collect(skeleton, load_offices(options.schemas))


def fill(
    path: str | Path,
    books: Sequence[str | Path],
    *,
    schemas: Path | None = None,
    epoch: int | None = None,
) -> FillResult:
    """The answers of workbooks in the blanks of a draft; nothing is written to disk.

    Args:
        path: The Word file, in whatever state people have brought it.
        books: Workbooks that came back, in any number.
        schemas: An office's own data files, None for the shipped ones.
        epoch: Date of new comments, SOURCE_DATE_EPOCH in seconds; None for none.

    Raises:
        DrafterError: A file cannot be read or is not drafter's.
    """
    from drafter.render.answers import Answers  # noqa: PLC0415 -- with openpyxl
    from drafter.render.fill import fill_docx  # noqa: PLC0415 -- with openpyxl
    from drafter.render.workbook import read_workbook  # noqa: PLC0415 -- openpyxl is slow to import

    answers = Answers(load(schemas), load_indicators(schemas))
    document = read_package(path)
    read = [read_workbook(read_package(book), str(book)) for book in books]
    return fill_docx(document, str(path), read, answers, epoch=epoch)


def is_as_written(data: bytes) -> bool:
    """Whether a Word file or workbook is as drafter wrote it, and nobody has saved it since."""
    from drafter.render import seal  # noqa: PLC0415 -- lxml is slow to load

    return seal.is_as_written(data)


def finalize(  # noqa: PLR0913 -- one argument an option of the command
    path: str | Path,
    options: FinalOptions,
    *,
    against: str | Path | None = None,
    schemas: Path | None = None,
    ignore: Path | None = None,
    year: int | None = None,
    epoch: int | None = None,
) -> tuple[FinalResult, Review]:
    """The clean file out of a draft, or what is in its way; nothing is written to disk.

    Args:
        path: The Word file, in whatever state people have brought it.
        options: What may be done to what people left.
        against: Last year's report, to compare with as `review` does; None without.
        schemas: An office's own data files, None for the shipped ones.
        ignore: A YAML file of what is excused, with reasons.
        year: The report year, where the text does not say it.
        epoch: The moment that the file claims for itself, SOURCE_DATE_EPOCH in seconds.

    Returns:
        What became of the file, without data if anything is in its way; and what the rules say of
        the clean file, or of the draft where there is none.

    Raises:
        NoYearError: The clean file would not say which year it is about, and none is given.
        DrafterError: The file cannot be read, is no Word file, or holds no report.
    """
    from drafter.render.finalize import finalize_docx  # noqa: PLC0415 -- lxml is slow to load

    knowledge = load(schemas)
    data = read_package(path)
    result = finalize_docx(data, str(path), options, knowledge, epoch=epoch)
    shown = data if result.data is None else result.data
    indicators = load_indicators(schemas)
    report = understand(source_of(shown, path), knowledge, indicators, year=year)
    if result.data is not None and report.frame.year is None:
        raise NoYearError(path=shown_name(path), asked="final")
    last = None if against is None else read_report(against, schemas=schemas)
    if last is not None:
        _require_order(last, report, option="--against")
    said = examine_report(
        report,
        knowledge,
        last=last,
        manuscript=read_manuscript(shown),
        excuses=_excuses(ignore),
        indicators=indicators,
    )
    told = {rule.id for rule in leftovers.RULES}  # the result lists these itself
    findings = tuple(f for f in said.findings if f.rule not in told)
    is_wrong = any(f.severity == "error" for f in findings)
    return replace(result, data=None if is_wrong else result.data), replace(said, findings=findings)


# ------------------------------------------------------- what an office may look up and adapt


def rules() -> tuple[Rule, ...]:
    """All rules, in the order in which their findings are told."""
    from drafter.rules.catalogue import RULES  # noqa: PLC0415 -- a draft needs a third of them

    return RULES


def explain(name: str, *, schemas: Path | None = None) -> Rule | Phrase:
    """The rule, or the entry of `phrases.yaml`, of that id.

    Raises:
        UnknownNameError: There is none.
    """
    from drafter.rules.catalogue import rule_named  # noqa: PLC0415 -- a draft needs a third of them

    phrases = {phrase.id: phrase for phrase in load(schemas).phrases.rows}
    return phrases[name] if name in phrases else rule_named(name)


def templates() -> tuple[str, ...]:
    """The names of the shipped templates."""
    return tuple(template.name for template in list_templates())


def check_templates(names: Sequence[str | Path]) -> tuple[str, ...]:
    """What is wrong with templates, as Chinese sentences; empty if nothing is.

    Args:
        names: Shipped ones by name, or folders.
    """
    from drafter.render import check  # noqa: PLC0415 -- with samples of every profile

    return check.check_templates(names)


def template_files(name: str) -> dict[str, bytes]:
    """The files of a shipped template by name, for a folder of an office's own.

    Raises:
        UnknownNameError: No such template.
    """
    return template_contents(name)


def check_schemas(folder: Path | None = None) -> tuple[Problem, ...]:
    """What is wrong with the data files: (file, line, sentence); empty if nothing is.

    Args:
        folder: An office's own; None for the shipped ones.

    Raises:
        UnreadableFileError: There is no such folder.
    """
    from drafter.knowledge import checking  # noqa: PLC0415 -- with jsonschema

    if folder is not None and not folder.is_dir():
        raise UnreadableFileError(path=folder, reason="没有这个文件夹")
    return checking.check(folder)


def schema_files() -> dict[str, bytes]:
    """The shipped data files by name, for a folder of an office's own."""
    return contents()


def _log(message: str, *values: object) -> None:
    """Tells what was done to whoever listens: a shell does with --verbose.

    Nobody does where `logging` was never loaded, which alone takes two milliseconds of each start.
    """
    if logging := sys.modules.get("logging"):
        logging.getLogger(__name__).info(message, *values)
