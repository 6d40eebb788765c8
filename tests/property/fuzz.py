"""Fuzzing (模糊测试): damaged files of every format through every command, told as a table.

    python tests/property/fuzz.py --inputs 5000 --seed 1

An input is the same for the same seed and number, so that one that failed comes back with
`--only NUMBER`. Nothing but a result or a `DrafterError` may come of it, within the time limit.
"""

from __future__ import annotations

import argparse
import io
import random
import signal
import sys
import tempfile
import time
import traceback
import warnings
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import FrameType
from unittest import mock

import openpyxl
from openxml_audit import OpenXmlValidator

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from drafter import api  # noqa: E402 -- a script finds the checkout itself
from drafter.errors import DrafterError  # noqa: E402
from drafter.knowledge.indicators import Indicators, load_indicators  # noqa: E402
from drafter.model import Report  # noqa: E402
from drafter.options import DraftOptions, FinalOptions, Order  # noqa: E402
from drafter.read import ole, read_manuscript, source_of  # noqa: E402
from drafter.reporter import Reporter, comparison, draft_json, fill_json, plain, report_json  # noqa: E402
from drafter.reporter.finalization import finalization_text  # noqa: E402
from drafter.reporter.review import review_github, review_json, review_text  # noqa: E402
from tests.formats.ole_files import container, document  # noqa: E402
from tests.formats.pages import modern, old  # noqa: E402
from tests.formats.pdf_file import Sheet, column, pdf  # noqa: E402
from tests.formats.word_files import changed, numbered, typed  # noqa: E402
from tests.property.mutations import broken_bytes, broken_text, broken_zip  # noqa: E402
from tests.reading import KNOWLEDGE, is_lossless, is_verbatim  # noqa: E402

FORMATS = ("txt", "docx", "html", "pdf", "xlsx", "doc")
_SHARES = (30, 28, 14, 10, 12, 6)
"""Of a hundred inputs, how many are of each format."""
_LONGEST = 100_000
"""Characters of a damaged text; longer ones are for the measurements of speed."""
LIMIT = 20.0
"""Seconds that an input may take; the slowest honest one takes one on a busy machine."""


class HangError(BaseException):
    """The time limit is over; no `except Exception` swallows it."""


@dataclass(frozen=True)
class Failure:
    """An input that did what none may."""

    number: int
    format: str
    step: str
    trace: str


@dataclass
class Tally:
    """What came of the inputs of one format."""

    inputs: int = 0
    read: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    drafts: int = 0
    audited: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    slowest_number: int = -1


# ----------------------------------------------------------------------------------- seeds


@cache
def texts() -> tuple[str, ...]:
    """The reports that are damaged: the examples and the corpus."""
    files = [*sorted((ROOT / "examples").glob("*-20??.txt"))]
    files += sorted((ROOT / "tests" / "corpus").glob("*.txt"))
    return tuple(file.read_text("utf-8") for file in files)


@cache
def drafted(number: int) -> tuple[bytes, bytes]:
    """A draft and its workbook."""
    report = api.understand(
        source_of(texts()[number].encode(), "2024.txt"), KNOWLEDGE, _indicators()
    )
    options = DraftOptions(year=(report.frame.year or 2024) + 1)
    draft = api.draft([report], options)
    return api.to_docx(draft, options), _answered(api.workbook(draft, options))


@cache
def _indicators() -> Indicators:
    return load_indicators(None)


def _answered(book: bytes) -> bytes:
    opened = openpyxl.load_workbook(io.BytesIO(book))
    for sheet in opened.worksheets:
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                if not cell.protection.locked and cell.value is None:
                    cell.value = 31 if cell.column == 5 else "已经办理。"
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


@cache
def seed_of(kind: str, number: int, variant: int) -> bytes:
    """A whole file of a format, to be damaged; some formats are written in several ways."""
    text = texts()[number]
    if kind == "docx":
        if variant > 2:
            return drafted(number % 12)[0]
        return (typed(text), numbered(text)[0], changed())[variant]
    if kind == "xlsx":
        return drafted(number % 12)[1]
    if kind == "pdf":
        lines = [line[i : i + 27] for line in text.split("\n") for i in range(0, len(line), 27)]
        encodable = [line.encode("gbk", "ignore").decode("gbk") for line in lines]
        pages = [encodable[i : i + 22] for i in range(0, min(len(encodable), 88), 22)]
        return pdf(*(Sheet(column(page)) for page in pages))
    return container(document([text.replace("\n", "\r") + "\r"]))


def damaged(kind: str, rng: random.Random) -> bytes:
    """A file of a format after some accident."""
    number, variant = rng.randrange(len(texts())), rng.randrange(5)
    if kind in ("txt", "html"):
        text = texts()[number] if kind == "txt" else (modern, old)[variant % 2](texts()[number])
        if rng.random() < 0.8:
            text = broken_text(text, rng)[:_LONGEST]
        encoding = ("utf-8", "utf-8", "gb18030", "utf-8-sig", "utf-16")[variant]
        data = text.encode(encoding, "replace")
        return data if rng.random() < 0.8 else broken_bytes(data, rng)
    data = seed_of(kind, number, variant)
    if kind in ("docx", "xlsx"):
        return broken_zip(data, rng)
    if kind == "doc" and rng.random() < 0.4:
        return container(document([broken_text(texts()[number], rng).replace("\n", "\r")[:9000]]))
    return broken_bytes(data, rng, is_in_place=rng.random() < 0.7)


# ------------------------------------------------------------------------------- one input


class _Run:
    """One input on its way through the commands."""

    def __init__(self, folder: Path, tally: Tally, rng: random.Random) -> None:
        self.folder, self.tally, self.rng = folder, tally, rng
        self.step = ""
        self.reporter = Reporter(KNOWLEDGE, plain)

    def refusing(self, step: str, work: Callable[[], object]) -> object:
        """What a step makes, or None if it refuses in words."""
        self.step = step
        try:
            return work()
        except DrafterError as error:
            said = str(error)
            assert said.strip()
            assert not set(said) & {"\x1b", "\x00"}, "控制字符"
            self.tally.refused[type(error).__name__] += 1
            return None

    def through(self, kind: str, data: bytes) -> None:
        """All commands that take such a file."""
        if kind == "xlsx":
            self.workbook(data)
            return
        path = self.folder / f"2024.{kind}"
        path.write_bytes(data)
        report = self.refusing("parse", lambda: self.parse(data, path))
        if isinstance(report, Report):
            self.tally.read += 1
            self.refusing("check", lambda: self.check(report, data, path))
            if self.rng.random() < 0.15:
                self.refusing("compare", lambda: self.compare(report))
            if self.rng.random() < 0.3:
                self.refusing("new", lambda: self.new(report))
        if kind == "docx":
            self.word(path)
        assert path.read_bytes() == data

    def parse(self, data: bytes, path: Path) -> Report:
        source = source_of(data, path)
        report = api.understand(source, KNOWLEDGE, _indicators())
        assert is_lossless(source, report.passages), "有丢失的文字"
        assert is_verbatim(source, report.passages), "文字被改动"
        report_json(report).encode("utf-8", "surrogatepass")
        assert "\x1b" not in self.reporter.parse_text(report)
        return report

    def check(self, report: Report, data: bytes, path: Path) -> None:
        said = api.examine_report(report, KNOWLEDGE, manuscript=read_manuscript(data))
        assert "\x1b" not in review_text(said, str(path), plain)
        review_json(said, str(path))
        for line in review_github(said, str(path)).splitlines():
            assert line.startswith("::")

    def compare(self, report: Report) -> None:
        other = api.understand(
            source_of(self.rng.choice(texts()[:6]).encode(), "x.txt"),
            KNOWLEDGE,
            _indicators(),
        )
        path = [self.folder / f"{n}.txt" for n in "ab"]
        for file, one in zip(path, (report, other), strict=True):
            file.write_text("\n".join(one.source.lines), "utf-8", errors="replace")
        result = api.compare(*path)
        assert "\x1b" not in comparison.comparison_text(result, ("a", "b"), plain)
        comparison.comparison_json(result, ("a", "b"))

    def new(self, report: Report) -> None:
        orders: tuple[Order, ...] = ("outline", "keep", "rule")
        order = self.rng.choice(orders)
        year = None if report.frame.year and report.frame.year < 2100 else 2100
        options = DraftOptions(year=year, order=order)
        draft = api.draft([report], options)
        data = api.to_docx(draft, options)
        draft_json(draft, "2025.docx")
        self.reporter.draft_text(draft, "2025.docx", 0)
        self.tally.drafts += 1
        source_of(data, "2025.docx")
        if self.rng.random() < 0.2:
            api.workbook(draft, options)
        if self.rng.random() < 0.2:
            self.audit(data)

    def audit(self, data: bytes) -> None:
        path = self.folder / "2025.docx"
        path.write_bytes(data)
        assert OpenXmlValidator().validate(path).errors == []
        self.tally.audited += 1

    def word(self, path: Path) -> None:
        if self.rng.random() < 0.5:
            self.refusing("annotate", lambda: self.annotate(path))
        if self.rng.random() < 0.6:
            self.refusing("finalize", lambda: self.finalize(path))
        if self.rng.random() < 0.6:
            self.refusing("fill", lambda: self.fill(path, self.good_book()))

    def annotate(self, path: Path) -> None:
        said = api.review(path)
        data = api.annotate(path, said)
        assert source_of(data, path).lines == said.report.source.lines, "批注改动了正文"

    def finalize(self, path: Path) -> None:
        chance = self.rng.random
        options = FinalOptions(
            accept_changes=chance() < 0.5,
            drop_comments=chance() < 0.5,
            public=chance() < 0.5,
        )
        result, said = api.finalize(path, options)
        finalization_text(result, said, "定稿.docx", plain)
        if result.data is not None:
            source_of(result.data, path)

    def good_book(self) -> Path:
        book = self.folder / "good.xlsx"
        book.write_bytes(drafted(self.rng.randrange(12))[1])
        return book

    def fill(self, path: Path, book: Path) -> bool:
        result = api.fill(path, [book])
        fill_json(result, "x.docx")
        assert "\x1b" not in self.reporter.fill_text(result, "x.docx")
        with zipfile.ZipFile(io.BytesIO(result.data)) as archive:
            assert archive.testzip() is None
        return True

    def workbook(self, data: bytes) -> None:
        path, book = self.folder / "2025.docx", self.folder / "book.xlsx"
        path.write_bytes(drafted(self.rng.randrange(12))[0])
        book.write_bytes(data)
        if self.refusing("fill", lambda: self.fill(path, book)):
            self.tally.read += 1
        assert book.read_bytes() == data


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raises `HangError` in whatever runs too long."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise HangError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def one(
    number: int, seed: int, kinds: tuple[str, ...] = FORMATS
) -> tuple[str, bytes, random.Random]:
    """The input of a number: its format, its bytes, and the dice for what is done to it."""
    rng = random.Random(f"{seed}/{number}")
    weights = [_SHARES[FORMATS.index(kind)] for kind in kinds]
    kind = rng.choices(kinds, weights)[0]
    return kind, damaged(kind, rng), rng


def run(
    numbers: range, seed: int, kinds: tuple[str, ...], tell: Callable[[Failure], None]
) -> dict[str, Tally]:
    """Puts inputs through; failures are told as they come."""
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    # LibreOffice takes seconds for what drafter refuses at once.
    with (
        mock.patch.object(ole, "find_office", return_value=None),
        tempfile.TemporaryDirectory() as folder,
    ):
        for number in numbers:
            kind, data, rng = one(number, seed, kinds)
            tally = tallies[kind]
            tally.inputs += 1
            work = _Run(Path(folder), tally, rng)
            start = time.perf_counter()
            try:
                with time_limit(LIMIT), warnings.catch_warnings():
                    warnings.simplefilter("error")  # a user would see them, in English
                    # Only CI asks for these; libraries name no encoding for files of their own.
                    warnings.simplefilter("ignore", EncodingWarning)
                    work.through(kind, data)
            except (Exception, HangError):  # noqa: BLE001 -- what must not happen is what is looked for
                tell(Failure(number, kind, work.step, traceback.format_exc()))
            took = time.perf_counter() - start
            tally.seconds += took
            if took > tally.slowest:
                tally.slowest, tally.slowest_number = took, number
    return tallies


def say(line: str) -> None:
    """A line of the summary, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Runs and prints a line a format."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--inputs", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", choices=FORMATS, action="append")
    parser.add_argument("--only", type=int, help="one input again, with its whole traceback")
    parser.add_argument("--keep", type=Path, help="write the input of --only there")
    options = parser.parse_args()
    numbers = (
        range(options.inputs) if options.only is None else range(options.only, options.only + 1)
    )
    kinds = tuple(options.format or FORMATS)
    if options.keep:
        options.keep.write_bytes(one(options.only, options.seed, kinds)[1])
    seen: dict[str, list[Failure]] = defaultdict(list)

    def tell(failure: Failure) -> None:
        rows = failure.trace.strip().splitlines()
        own = [row.strip() for row in rows if f'File "{ROOT}' in row]
        alike = seen[f"{own[-1] if own else ''} {rows[-1][:40]}"]
        alike.append(failure)
        if len(alike) == 1 or options.only is not None:
            say(f"输入 {failure.number}（{failure.format}，{failure.step}）：\n{failure.trace}")

    tallies = run(numbers, options.seed, kinds, tell)
    say("格式  输入  读懂  拒绝  起草  审核  平均毫秒  最慢秒（输入）")
    for kind in kinds:
        t = tallies[kind]
        counts = (t.inputs, t.read, t.refused.total(), t.drafts, t.audited)
        mean = 1000 * t.seconds / max(t.inputs, 1)
        row = "".join(f"{count:6}" for count in counts)
        say(f"{kind:4}{row}{mean:10.0f}{t.slowest:8.1f}（{t.slowest_number}）")
    refused = sum((t.refused for t in tallies.values()), Counter())
    say("拒绝的理由：" + "，".join(f"{name} {count}" for name, count in refused.most_common()))
    failed = sum(map(len, seen.values()))
    say(f"共 {sum(t.inputs for t in tallies.values())} 个输入，{failed} 个失败，{len(seen)} 种")
    return 1 if seen else 0


if __name__ == "__main__":
    sys.exit(main())
