"""Measures how fast drafter is: `python tests/bench/run.py [--json FILE]`, `--help` for more.

No test: what it prints depends on the machine and on what else runs there. Times of one process are
processor time, best of several; times of programs are wall time, the two programs of a comparison
taking turns, medians. Every figure stands in the JSON with the size it was measured on.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # the bench is run as a script, and measures this checkout

from drafter import resources  # noqa: E402
from drafter.knowledge.prebuilt import prebuilt  # noqa: E402
from drafter.zh.precompiled import kept_patterns  # noqa: E402
from tests.bench.reports import HOSTILE, LENGTH, report_text, write_reports  # noqa: E402

FLOOR = Path(__file__).with_name("floor.py")
WANTED = {
    "help_modules": "只有 click", "new_over_floor": "≤ 1.6", "reports_per_second": "≥ 150",
    "long_file_mb_per_second": "≥ 2", "growth": "≈ 1", "batch_linear": "≈ 1",
    "two_processes": "≥ 1.7", "memory_growth": "≈ 1",
}  # fmt: skip
"""What the project wants of each ratio."""
Found = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is measured.

    Attributes:
        rounds: Of each paired run and of each best-of.
        reports: How many are read in process.
        lengths: Code points of the long texts, ascending.
        hostile: Code points of each hostile text, a short and a long one.
        drafts: Code points of each hostile text that is drafted, a short and a long one.
        batch: How many reports, ascending.
    """

    rounds: int
    reports: int
    lengths: tuple[int, ...]
    hostile: tuple[int, int]
    drafts: tuple[int, int]
    batch: tuple[int, ...]


FULL = Sizes(
    9, 40, (3_400, 34_000, 340_000, 3_400_000), (100_000, 3_400_000), (20_000, 100_000),
    (500, 1000, 2000),
)  # fmt: skip
"""A Chinese character takes three bytes: 10 kB, 100 kB, 1 MB and 10 MB."""
QUICK = Sizes(3, 10, (3_400, 34_000), (5_000, 20_000), (5_000, 20_000), (8, 16))
TINY = Sizes(1, 2, (1_000, 2_000), (500, 1_000), (500, 1_000), (2, 4))
"""For the test of the bench itself."""


def measure_help(_: Sizes) -> Found:
    """What `drafter --help` imports beside click and what the interpreter does by itself."""
    names = _imported("-m", "drafter", "--help") - _imported("-c", "pass")
    packages = {name.partition(".")[0] for name in names} - sys.stdlib_module_names
    ours = sorted(name for name in names if name.startswith("drafter"))
    return {"help_modules": sorted(packages - {"drafter"}), "own": ours}


def _imported(*program: str) -> set[str]:
    command = [sys.executable, "-X", "importtime", *program]
    told = subprocess.run(command, cwd=ROOT, env=_environment(), capture_output=True, check=True)
    names = (line.rpartition("|")[2].strip() for line in told.stderr.decode().splitlines())
    return {name for name in names if name.replace(".", "").isidentifier()}


def measure_new(sizes: Sizes) -> Found:
    """`drafter new` on a usual report against a bare program that loads and saves the style."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, target = folder / "2024.txt", folder / "2025.docx"
        source.write_text(report_text(7), encoding="utf-8")
        floor = [sys.executable, str(FLOOR), str(folder / "floor.docx")]
        ours = [
            sys.executable, "-m", "drafter", "new", "--from", str(source), "-o", str(target),
            "--force",
        ]  # fmt: skip
        bare, new = _paired(floor, ours, sizes.rounds)
    return {"floor_ms": bare * 1e3, "new_ms": new * 1e3, "new_over_floor": new / bare}


def measure_reports(sizes: Sizes) -> Found:
    """Usual reports, each different, read and understood in this process."""
    understand = _understand()
    texts = [report_text(number) for number in range(sizes.reports)]
    seconds = _best(lambda: [understand(text) for text in texts], sizes.rounds)
    size = sum(map(len, texts))
    return {
        "reports": len(texts),
        "ms_per_report": seconds / size * LENGTH * 1e3,
        "reports_per_second": size / LENGTH / seconds,
    }


def measure_lengths(sizes: Sizes) -> Found:
    """One file of growing length: the time per character must not grow with it."""
    understand = _understand()
    rows = []
    for length in sizes.lengths:
        # Another text each time: a passage that was just read would be remembered.
        texts = [report_text(number, length) for number in range(3, 6 if length < 1_000_000 else 5)]
        seconds, text = min((_best(partial(understand, text), 1), text) for text in texts)
        rows.append(
            {
                "characters": len(text),
                "seconds": seconds,
                "us_per_character": seconds / len(text) * 1e6,
                "mb_per_second": len(text.encode()) / seconds / 1e6,
            }
        )
    return {
        "rows": rows,
        "long_file_mb_per_second": rows[-1]["mb_per_second"],
        "growth": rows[-1]["us_per_character"] / rows[-2]["us_per_character"],
    }


def measure_hostile(sizes: Sizes) -> Found:
    """Texts made to do harm, short and long, read and understood."""
    return _on_hostile(_understand(), sizes.hostile)


def measure_drafts(sizes: Sizes) -> Found:
    """The same texts, as far as they are reports, drafted, written as a Word file and checked."""
    return _on_hostile(_roll(), sizes.drafts)


def measure_batch(sizes: Sizes) -> Found:
    """`drafter batch`: time by number of reports, memory, two processes against one."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [_batch(folder, count, jobs=1) for count in sizes.batch]
        two = _batch(folder, sizes.batch[-1], jobs=2)
        again = _batch(folder, sizes.batch[-1], jobs=2, fresh=False)
    first, last = rows[0], rows[-1]
    per_report = [row["seconds"] / row["reports"] for row in rows]
    return {
        "rows": rows,
        "two": two,
        "second_run_seconds": again["seconds"],
        "batch_linear": per_report[-1] / per_report[0],
        "two_processes": last["seconds"] / two["seconds"],
        "memory_growth": last["peak_mb"] / first["peak_mb"],
    }


MEASURES: Mapping[str, Callable[[Sizes], Found]] = {
    "help": measure_help,
    "new": measure_new,
    "reports": measure_reports,
    "lengths": measure_lengths,
    "hostile": measure_hostile,
    "drafts": measure_drafts,
    "batch": measure_batch,
}


def _on_hostile(run: Callable[[str], str], sizes: tuple[int, int]) -> Found:
    rows = {}
    for name, make in HOSTILE.items():
        times = []
        for size in sizes:
            text = make(size)
            times.append(_best(partial(run, text), 1) / len(text) * 1e6)
        rows[name] = {"us_per_character": times, "growth": times[1] / times[0]}
    return {"sizes": sizes, "rows": rows}


def _understand() -> Callable[[str], str]:
    """Reads a text as a file is read, and understands it; the outcome in one word."""
    from drafter import api  # noqa: PLC0415 -- the other measures need it not
    from drafter.errors import DrafterError  # noqa: PLC0415
    from drafter.knowledge import load  # noqa: PLC0415
    from drafter.knowledge.indicators import load_indicators  # noqa: PLC0415
    from drafter.read import source_of  # noqa: PLC0415

    knowledge, indicators = load(), load_indicators()

    def understand(text: str) -> str:
        try:
            api.understand(source_of(text.encode(), "2024.txt"), knowledge, indicators)
        except DrafterError as error:
            return type(error).__name__
        return "understood"

    understand(report_text(0))  # what is prepared once
    return understand


def _roll() -> Callable[[str], str]:
    """Reads a text, drafts from it and checks the draft; the outcome in one word."""
    from drafter import api  # noqa: PLC0415 -- the other measures need it not
    from drafter.errors import DrafterError  # noqa: PLC0415
    from drafter.options import DraftOptions  # noqa: PLC0415

    options = DraftOptions()

    def roll(text: str) -> str:
        with tempfile.TemporaryDirectory() as name:
            source, target = Path(name, "2024.txt"), Path(name, "2025.docx")
            source.write_text(text, encoding="utf-8")
            try:
                draft = api.draft([api.read_report(source)], options)
                target.write_bytes(api.to_docx(draft, options))
                api.review(target, against=source)
            except DrafterError as error:
                return type(error).__name__
        return "drafted"

    roll(report_text(0))  # what is prepared once
    return roll


def _best(run: Callable[[], object], rounds: int) -> float:
    """Processor seconds, the best of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return best


def _paired(one: Sequence[str], other: Sequence[str], rounds: int) -> tuple[float, float]:
    """Median wall seconds of two programs that take turns; a first turn of each is not counted."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(rounds + 1):
        for command, seconds in zip((one, other), times, strict=True):
            start = time.perf_counter()
            subprocess.run(command, cwd=ROOT, env=_environment(), capture_output=True, check=True)
            if turn:
                seconds.append(time.perf_counter() - start)
    return statistics.median(times[0]), statistics.median(times[1])


def _batch(folder: Path, count: int, *, jobs: int, fresh: bool = True) -> dict[str, Any]:
    """One run of `drafter batch` in a process of its own, with its peak of memory."""
    reports, out = folder / f"in-{count}", folder / f"out-{count}-{jobs}"
    if not reports.is_dir():
        list(write_reports(reports, count))
    command = [
        sys.executable, "-m", "drafter", "batch", str(reports), "-o", str(out), "--jobs", str(jobs),
    ]  # fmt: skip
    if fresh and out.exists():
        raise FileExistsError(out)
    start = time.perf_counter()
    # Its children are not ours: only a program in between can tell the peak of this run alone.
    told = subprocess.run(
        [sys.executable, "-c", _PEAK, *command], cwd=ROOT, env=_environment(), capture_output=True,
        check=True,
    )  # fmt: skip
    seconds = time.perf_counter() - start
    peak, code = json.loads(told.stdout.splitlines()[-1])
    drafts = sum(1 for _ in out.rglob("*.docx"))
    return {
        "reports": count, "jobs": jobs, "seconds": seconds, "peak_mb": peak, "exit_code": code,
        "drafts": drafts,
    }  # fmt: skip


_PEAK = """
import json, resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps([peak / (2**20 if sys.platform == "darwin" else 2**10), code]))
"""


def _environment() -> dict[str, str]:
    """That of an installed program: compiled modules are kept."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir(), "drafter-bench"))}


def run(sizes: Sizes, names: Sequence[str]) -> dict[str, Any]:
    """All that is asked for, with the machine it was measured on."""
    found: dict[str, Any] = {"machine": _machine()}
    for name in names:
        found[name] = MEASURES[name](sizes)
        for line in told(name, found[name]):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    return found


def is_built() -> bool:
    """Whether what an installation makes is there, and was made of the data files as they stand."""
    files = resources.folder("schemas").glob("*.yaml")
    return bool(kept_patterns()) and all(prebuilt(file) is not None for file in files)


def _machine() -> dict[str, Any]:
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    return {
        "python": platform.python_version(), "system": platform.platform(),
        "processors": os.cpu_count(), "load_before": load, "built": is_built(),
    }  # fmt: skip


def told(name: str, found: Found) -> Iterator[str]:
    """A measure in a few lines, each ratio beside what is wanted."""
    for key, value in found.items():
        if key in WANTED:
            shown = f"{value:.2f}" if isinstance(value, float) else value
            yield f"{name:8} {key} = {shown}    （目标 {WANTED[key]}）"
        elif isinstance(value, float):
            yield f"{name:8} {key} = {value:.2f}"
        elif key == "rows":
            rows = value.items() if isinstance(value, Mapping) else enumerate(value)
            yield from (f"{name:8}   {label}: {_row(row)}" for label, row in rows)


def _row(row: Mapping[str, Any]) -> str:
    return "，".join(f"{key} {_number(value)}" for key, value in row.items())


def _number(value: object) -> str:
    if isinstance(value, list):
        return " → ".join(map(_number, value))
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="drafter 有多快")
    parser.add_argument("--json", type=Path, help="把全部数字写入这个文件")
    parser.add_argument("--only", nargs="+", choices=MEASURES, default=list(MEASURES))
    parser.add_argument("--quick", action="store_true", help="小规模，几十秒")
    asked = parser.parse_args()
    if not is_built():
        sys.stderr.write(
            "数据文件改过而没有重新安装，new 和 batch 会慢得多；请先运行 pip install -e .\n"
        )
    found = run(QUICK if asked.quick else FULL, asked.only)
    if asked.json:
        text = json.dumps(found, ensure_ascii=False, indent=2)
        asked.json.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
