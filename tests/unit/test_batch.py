"""Many files: which are read, what is done again, and that nothing of a person is lost."""

from __future__ import annotations

import io
import os
import pickle
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from msgspec.structs import replace

from drafter.batch import (
    BatchOptions,
    BatchResult,
    Job,
    Outcome,
    find_items,
    passed_over,
    run_batch,
)
from drafter.batch.journal import JOURNAL, Journal
from drafter.batch.outcome import from_data, to_data
from drafter.batch.work import process_file
from drafter.errors import (
    EditedOutputError,
    FolderIsInputError,
    NothingToReadError,
    TargetUnwritableError,
    TemplateError,
    UnknownNameError,
)
from drafter.options import DraftOptions
from drafter.read import source_of
from drafter.render.summary import ReportRow, write_summary
from tests.acceptance.small_reports import report_text

SUMMARY = "汇总.xlsx"
POISON = "毒"

pytestmark = pytest.mark.usefixtures("desk")


@pytest.fixture(name="desk")
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with a folder for reports."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    return tmp_path


def put(name: str, text: str | None = None) -> Path:
    """A report in the folder, by default the small one."""
    path = Path("in", name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(report_text() if text is None else text, encoding="utf-8")
    return path


def of_year(year: int, name: str = "棠溪县") -> str:
    """The small report on another year, of another body."""
    moved = report_text().replace("2025", str(year + 1)).replace("2024", str(year))
    return moved.replace("棠溪县", name)


def batch(*paths: str, out: str = "out", jobs: int = 1, **options: object) -> BatchResult:
    chosen = BatchOptions(Path(out), jobs=jobs, **options)  # type: ignore[arg-type]
    return run_batch(find_items([Path(p) for p in paths or ("in",)], Path(out)), chosen)


def outcomes(result: BatchResult) -> dict[str, Outcome]:
    return {item.source: outcome for item, outcome in result.outcomes()}


def sources(*paths: str, out: str = "out") -> list[str]:
    return [item.source for item in find_items([Path(p) for p in paths or ("in",)], Path(out))]


def targets(*paths: str) -> list[str]:
    return [item.target for item in find_items([Path(p) for p in paths or ("in",)], Path("out"))]


def contents(folder: str) -> dict[str, bytes]:
    """Every file below a folder."""
    root = Path(folder)
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def times(folder: str = "out") -> dict[str, int]:
    """When drafts and summary were written."""
    files = [path for path in Path(folder).rglob("*") if path.is_file() and path.name != JOURNAL]
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in files}


def rows(sheet: str = "各份报告", folder: str = "out") -> list[dict[str, object]]:
    book = openpyxl.load_workbook(Path(folder, SUMMARY))
    head, *body = book[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in body]


# ------------------------------------------------------------ which files


def test_files_come_first_then_folders_each_by_name() -> None:
    for name in ("乙/2024.txt", "b.txt", "a.docx", "乙/丙/2023.wps"):
        put(name)
    assert sources() == ["in/a.docx", "in/b.txt", "in/乙/2024.txt", "in/乙/丙/2023.wps"]


@pytest.mark.parametrize(
    "name",
    ["~$2024.docx", ".2024.txt", ".git/2024.txt", "2024.xlsx", "2024.jpg", "2024", "~$夹/2024.txt"],
)
def test_what_is_no_report_is_passed_over(name: str) -> None:
    put(name)
    put("2023.txt")
    assert sources() == ["in/2023.txt"]


def test_a_file_that_is_named_is_tried_whatever_its_suffix() -> None:
    assert sources(str(put("报告.稿")), "没有.txt") == ["in/报告.稿", "没有.txt"]


@pytest.mark.parametrize("suffix", ["docm", "dotx", "DOCX", "wpt", "TXT"])
def test_every_format_that_is_read_is_taken_out_of_a_folder(suffix: str) -> None:
    put(f"2024.{suffix}")
    assert sources() == [f"in/2024.{suffix}"]


def test_what_is_passed_over_is_named() -> None:
    for name in ("2024.txt", "数据.xlsx", "乙/照片.jpg", "~$2024.docx", ".隐藏", "Thumbs.db"):
        put(name)
    over = passed_over((Path("in"), put("单独.xlsx")), Path("out"))
    assert over == ("in/数据.xlsx", "in/乙/照片.jpg")


def test_a_file_that_is_named_is_not_passed_over() -> None:
    assert passed_over((put("2024.xlsx"),), Path("out")) == ()


def test_a_lock_file_is_not_read_even_if_a_pattern_names_it() -> None:
    assert sources(str(put("~$2024.docx")), str(put("2024.docx"))) == ["in/2024.docx"]


def test_no_file_is_read_twice() -> None:
    put("甲/2024.txt")
    assert sources("in", "in/甲", "in/甲/2024.txt", "./in/甲/2024.txt") == ["in/甲/2024.txt"]


def test_what_drafter_wrote_itself_is_passed_over() -> None:
    put("甲/2024.txt")
    batch(out="in/初稿")  # below the input
    other = Path("in/别的批次")
    batch(out=str(other))
    draft = Path("in/初稿/甲/2025.docx").read_bytes()
    Path("in/2025.docx").write_bytes(draft)  # as `new` would leave it there
    assert sources(out="in/初稿") == ["in/甲/2024.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_to_folders_are_not_followed(desk: Path) -> None:
    put("甲/2024.txt")
    Path("in/甲/上").symlink_to(desk / "in")
    assert sources() == ["in/甲/2024.txt"]


def test_a_folder_without_reports_is_told() -> None:
    put("读我.md")
    with pytest.raises(NothingToReadError, match="没有找到可以读的报告"):
        sources()


@pytest.mark.parametrize(("paths", "out"), [(["in"], "in"), (["in/a", "in/b"], "in")])
def test_drafts_do_not_go_among_the_reports(paths: list[str], out: str) -> None:
    for folder in ("in", "in/a", "in/b"):
        put(f"../{folder}/2024.txt")
    with pytest.raises(FolderIsInputError, match="-o"):
        sources(*paths, out=out)


# ----------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("2024.txt", "2025.docx"),
        ("甲/乙/关于2024年的报告（定稿）.wps", "甲/乙/关于2025年的报告（定稿）.docx"),
        ("24年报告.txt", "25年报告.docx"),
        ("二〇二四年报告.txt", "二〇二五年报告.docx"),
        ("云岫县.txt", "云岫县-下年初稿.docx"),
    ],
)
def test_a_draft_is_called_after_its_report(name: str, target: str) -> None:
    put(name)
    assert targets() == [target]


def test_no_two_drafts_have_one_name() -> None:
    for name in ("2024.docx", "2024.txt", "2024（txt）.docx", "A2024.txt", "a2024.txt"):
        put(name)
    assert dict(zip(sources(), targets(), strict=True)) == {
        "in/2024.docx": "2025.docx",
        "in/2024.txt": "2025（txt）.docx",
        "in/2024（txt）.docx": "2025（txt）（docx）.docx",
        "in/A2024.txt": "A2025.docx",
        "in/a2024.txt": "a2025（txt）.docx",  # one file for Windows and macOS
    }
    assert len(set(targets("in", "in"))) == len(sources())


def test_drafts_of_several_folders_go_into_folders_of_their_names() -> None:
    put("云岫县/2024.txt")
    put("青石县/2024.txt")
    assert targets("in/云岫县", "in/青石县") == ["云岫县/2025.docx", "青石县/2025.docx"]
    put("旧/云岫县/2024.txt")
    assert targets("in/云岫县", "in/旧/云岫县") == ["云岫县/2025.docx", "云岫县/2025（txt）.docx"]
    files = [f"in/{place}/2024.txt" for place in ("云岫县", "青石县", "旧/云岫县")]
    assert targets(*files) == ["2025.docx", "2025（txt）.docx", "2025（txt2）.docx"]


def test_colliding_drafts_are_all_written() -> None:
    put("甲/2024.txt", of_year(2024, "甲县"))
    put("乙/2024.txt", of_year(2024, "乙县"))
    batch("in/甲/2024.txt", "in/乙/2024.txt")
    drafts = [Path("out", name).read_bytes() for name in ("2025.docx", "2025（txt）.docx")]
    assert drafts[0] != drafts[1]


# ------------------------------------------------------------------ outcomes


def test_each_report_is_measured_and_drafted() -> None:
    put("甲/2024.txt")
    result = batch()
    facts = outcomes(result)["in/甲/2024.txt"].facts
    assert facts is not None
    assert (facts.year, facts.agency, facts.profile) == (2024, "棠溪县人民政府", "县级")
    assert [status for _, status in facts.parts] == ["present"] * 4
    assert (facts.figures, facts.promises) == (2, 2)
    assert Path("out/甲/2025.docx").is_file()
    row = rows()[0]
    assert (row["文件"], row["初稿"]) == ("in/甲/2024.txt", "甲/2025.docx")
    assert (row["举措成效"], row["待填数据"], row["没有办成的原因"]) == ("有", 2, None)


def test_a_report_without_a_year_is_counted_and_not_judged() -> None:
    put("稿.txt", report_text().replace("2024年", "").replace("2025年", ""))
    (outcome,) = outcomes(batch()).values()
    assert outcome.facts is not None
    assert (outcome.facts.figures, outcome.facts.rules) == (2, ())
    assert "标题里写明年份" in str(outcome.error)


def test_a_bad_file_stops_nothing() -> None:
    put("1.txt", "")
    put("2.docx", "PK\x03\x04 broken")
    put("3.txt", "不是报告")
    put("2024.txt")
    result = batch("in", "没有.txt")
    assert (result.tally.files, result.tally.failed) == (5, 4)
    said = [str(row["没有办成的原因"]) for row in rows() if row["初稿"] is None]
    assert len(said) == 4
    assert all(
        words in text
        for words, text in zip(("空文件", "2.docx", "没有找到", "找不到"), said, strict=True)
    )


def test_a_report_without_a_year_is_measured_all_the_same() -> None:
    put("报告.txt", "".join(c for c in report_text() if c not in "0123456789"))
    outcome = outcomes(batch())["in/报告.txt"]
    assert outcome.facts is not None
    assert "哪一年" in (outcome.error or "")
    assert rows()[0]["机关"] == "棠溪县人民政府"


def test_a_fault_of_ours_is_told_and_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(data: bytes, path: str) -> object:
        if POISON in path:
            raise RecursionError
        return source_of(data, path)

    monkeypatch.setattr("drafter.batch.work.source_of", faulty)
    put("2024.txt")
    put(f"{POISON}.txt")
    result = batch()
    assert result.tally.failed == 1
    assert "RecursionError" in (outcomes(result)[f"in/{POISON}.txt"].error or "")


def test_the_report_of_the_year_before_is_compared_with() -> None:
    put("棠溪县2023年.txt", of_year(2023))
    put("棠溪县2024年.txt")
    put("别处/棠溪县2025年.txt", of_year(2025))  # another folder, perhaps another matter
    batch()
    told = {row["文件"]: row["对照的上年报告"] for row in rows()}
    assert told == {
        "in/棠溪县2023年.txt": None,
        "in/棠溪县2024年.txt": "棠溪县2023年.txt",
        "in/别处/棠溪县2025年.txt": None,
    }
    assert "R01" in {row["规则"] for row in rows("问题统计")}  # what was promised in 2023


@pytest.mark.parametrize(
    "last", [of_year(2023, "青石县"), of_year(2022), "不是报告", ""],
    ids=["another body", "another year", "no report", "empty"],
)  # fmt: skip
def test_a_name_that_promises_too_much_is_not_believed(last: str) -> None:
    put("2023.txt", last)
    put("2024.txt")
    facts = outcomes(batch())["in/2024.txt"].facts
    assert facts is not None
    assert facts.against is None


def test_the_rules_are_counted_over_all_files() -> None:
    for number in range(3):
        put(f"{number}县2024.txt", report_text(leadership=""))
    put("全县2024.txt")
    batch()
    missing = next(row for row in rows("问题统计") if row["规则"] == "P02")
    assert (missing["涉及报告"], missing["条数"]) == (3, 3)


def test_what_travels_is_small_and_comes_back_whole() -> None:
    job = Job("in/2024.txt", "../in/2024.txt", "out", "2025.docx", None, DraftOptions(), "f")
    put("2024.txt", report_text() + "尾。" * 10_000)
    outcome = process_file(pickle.loads(pickle.dumps(job)))  # noqa: S301 -- our own
    assert pickle.loads(pickle.dumps(outcome)) == outcome  # noqa: S301 -- our own
    assert from_data(to_data(outcome)) == outcome
    assert len(pickle.dumps(outcome)) < 3000


def test_a_fault_of_ours_is_logged_by_its_place_and_quotes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise ValueError(POISON)

    lines: list[str] = []
    monkeypatch.setattr("drafter.batch.work.understand", fail)
    monkeypatch.setattr(
        "drafter.batch.work._LOG.info", lambda text, *values: lines.append(text % values)
    )
    put("2024.txt", report_text())
    job = Job("in/2024.txt", "../in/2024.txt", "out", "2025.docx", None, DraftOptions(), "f")
    assert POISON not in (process_file(job).error or "")
    assert lines[0].startswith("处理 in/2024.txt 时出错：ValueError")
    assert not any(POISON in line for line in lines)


# ------------------------------------------------------------ the summary


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "#N/A"])
def test_text_of_a_report_is_no_formula(text: str) -> None:
    row = ReportRow(text, agency=text, worst=(text,), error=text, parts=("missing",) * 4)
    data = write_summary([row], lambda: (), ["甲", "乙", "丙", "丁"])
    cells = openpyxl.load_workbook(io.BytesIO(data))["各份报告"][2]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert cells[0].value == text
    assert cells[0].quotePrefix or text == "#N/A"
    assert {cell.value for cell in cells[4:8]} == {"缺"}


def test_a_hostile_file_name_is_text() -> None:
    put("=1+1.txt")
    put("2024\x1b[31m.txt")
    batch()
    assert {row["文件"] for row in rows()} == {"in/=1+1.txt", "in/2024[31m.txt"}


def test_the_summary_does_not_depend_on_the_moment() -> None:
    made = [write_summary([ReportRow("甲", year=2024)], lambda: (), ["甲"] * 4) for _ in range(2)]
    assert made[0] == made[1]
    dated = write_summary([ReportRow("甲", year=2024)], lambda: (), ["甲"] * 4, epoch=1_750_000_000)
    assert openpyxl.load_workbook(io.BytesIO(dated)).properties.modified.year == 2025


# --------------------------------------------------------------- once more


def fill_desk() -> None:
    for number in range(4):
        put(f"{number}县/2024.txt", of_year(2024, f"{number}县"))
    put("坏.txt", "")


def test_a_second_run_writes_nothing() -> None:
    fill_desk()
    first = batch()
    before, journal = times(), Path("out", JOURNAL).read_bytes()
    second = batch()
    assert (first.redone, second.redone) == (5, 1)  # what failed is tried again
    assert times() == before
    assert Path("out", JOURNAL).read_bytes() == journal
    assert second.tally == first.tally


def redone(before: dict[str, int]) -> set[str]:
    """Drafts that were written since."""
    return {name for name, time_ns in times().items() if before.get(name) != time_ns} - {SUMMARY}


def test_only_what_changed_failed_or_was_lost_is_done_again() -> None:
    fill_desk()
    batch()
    before = times()
    put("0县/2024.txt", of_year(2024, "新0县"))
    Path("out/1县/2025.docx").unlink()
    put("坏.txt", of_year(2024, "好县"))
    put("5县/2024.txt", of_year(2024, "5县"))
    result = batch()
    assert result.redone == 4
    expected = {"0县/2025.docx", "1县/2025.docx", "坏-下年初稿.docx", "5县/2025.docx"}
    assert redone(before) == expected
    assert rows()[-1]["机关"] == "5县人民政府"
    assert result.tally.failed == 0


def test_a_file_that_was_only_touched_is_not_done_again() -> None:
    path = put("2024.txt")
    batch()
    os.utime(path, ns=(1, 1))
    assert batch().redone == 0
    os.utime(path, ns=(1, 1))
    assert outcomes(batch())["in/2024.txt"].stamp.mtime_ns == 1  # type: ignore[union-attr]


def test_other_options_make_all_of_it_anew() -> None:
    fill_desk()
    batch()
    assert batch(epoch=1_750_000_000).redone == 5
    assert batch(draft=DraftOptions(order="rule"), epoch=1_750_000_000).redone == 5
    Path("own").mkdir()
    (Path("own") / "words.yaml").write_bytes(
        (Path(__file__).parents[2] / "schemas/words.yaml").read_bytes()
    )
    options = DraftOptions(schemas=Path("own"))
    assert batch(draft=options).redone == 5
    with Path("own/words.yaml").open("a", encoding="utf-8") as stream:
        stream.write("# 改过\n")
    assert batch(draft=options).redone == 5
    assert batch(draft=options).redone == 1


def test_the_newer_report_is_measured_anew_when_the_older_one_changes() -> None:
    put("2023.txt", of_year(2023))
    put("2024.txt")
    batch()
    put("2023.txt", of_year(2023).replace("120件", "121件"))
    assert batch().redone == 2
    Path("in/2023.txt").unlink()
    assert batch().redone == 1
    assert batch().redone == 0


def test_an_input_that_is_gone_leaves_the_summary_and_keeps_its_draft() -> None:
    fill_desk()
    batch()
    Path("in/0县/2024.txt").unlink()
    batch()
    assert len(rows()) == 4
    assert "0县" not in Path("out", JOURNAL).read_text(encoding="utf-8")
    assert Path("out/0县/2025.docx").is_file()


def test_force_does_all_of_it_again() -> None:
    fill_desk()
    batch()
    before = contents("out")
    Path("out/0县/2025.docx").write_bytes(b"edited")
    result = batch(is_forced=True)
    assert (result.redone, result.kept) == (5, (Path("out/0县/2025-原有.docx").resolve(),))
    assert contents("out") == before | {"0县/2025-原有.docx": b"edited"}
    assert batch().kept == (), "told once"


# ----------------------------------------------------- what people have done


def test_a_draft_that_somebody_has_worked_in_is_kept() -> None:
    put("2024.txt")
    batch()
    draft = Path("out/2025.docx")
    draft.write_bytes(b"the clerk's")
    assert batch().redone == 0  # the report is the same: nothing to be done
    put("2024.txt", report_text().replace("120件", "121件"))
    result = batch()
    assert draft.read_bytes() == b"the clerk's"
    assert "有人改过" in (outcomes(result)["in/2024.txt"].error or "")
    assert rows()[0]["待填数据"] == 2  # measured all the same
    draft.rename("out/我的.docx")
    assert batch().tally.failed == 0


def test_a_file_of_somebody_else_is_kept() -> None:
    put("2024.txt")
    Path("out").mkdir()
    Path("out/2025.docx").write_bytes(b"theirs")
    assert batch().tally.failed == 1
    assert Path("out/2025.docx").read_bytes() == b"theirs"
    assert batch(is_forced=True).tally.failed == 0


def test_a_changed_report_replaces_the_draft_that_nobody_touched() -> None:
    put("2024.txt")
    batch()
    before = Path("out/2025.docx").read_bytes()
    put("2024.txt", "坏")
    assert batch().tally.failed == 1
    put("2024.txt", report_text().replace("120件", "121件"))
    assert batch().tally.failed == 0
    assert Path("out/2025.docx").read_bytes() != before


def test_a_summary_that_somebody_has_worked_in_is_kept() -> None:
    put("2024.txt")
    batch()
    Path("out", SUMMARY).write_bytes(b"notes")
    with pytest.raises(EditedOutputError, match=SUMMARY):
        batch()
    assert Path("out", SUMMARY).read_bytes() == b"notes"
    Path("out", SUMMARY).unlink()
    assert batch().redone == 0
    assert len(rows()) == 1


def test_force_keeps_a_summary_that_somebody_has_worked_in_beside_the_new_one() -> None:
    put("2024.txt")
    batch()
    Path("out", SUMMARY).write_bytes(b"notes")
    assert batch(is_forced=True).kept == (Path("out", "汇总-原有.xlsx").resolve(),)
    assert batch(is_forced=True).kept == ()
    assert Path("out", "汇总-原有.xlsx").read_bytes() == b"notes"
    assert len(rows()) == 1
    assert not Path("out", "汇总-原有2.xlsx").exists(), "our own is simply replaced"


def test_a_report_never_gives_way_to_its_draft() -> None:
    path = put("2024.txt")
    before = path.read_bytes()
    batch("in/2024.txt", out="in")
    assert path.read_bytes() == before
    assert Path("in/2025.docx").is_file()


# ------------------------------------------------------------- the journal


def test_a_torn_line_is_passed_over() -> None:
    fill_desk()
    batch()
    journal = Path("out", JOURNAL)
    whole = journal.read_bytes()
    lines = whole.splitlines(keepends=True)
    journal.write_bytes(b"".join(lines[:3] + lines[4:]) + lines[3][:50])
    assert batch().redone == 2  # the torn one and what fails
    assert journal.read_bytes() == whole


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x00", b"[]\n{}\nnull\n1\n", b'{"key": "a"}\n', b"\n" * 9],
    ids=["bytes", "other JSON", "half a record", "blank lines"],
)  # fmt: skip
def test_a_journal_that_is_none_counts_for_nothing(data: bytes) -> None:
    put("2024.txt")
    batch()
    whole = Path("out", JOURNAL).read_bytes()
    Path("out", JOURNAL).write_bytes(data)
    Path("out", SUMMARY).unlink()
    assert batch().redone == 1
    assert Path("out", JOURNAL).read_bytes() == whole


def test_a_draft_whose_line_was_lost_is_known_by_its_bytes() -> None:
    put("2024.txt")
    batch()
    before = times()
    Path("out", JOURNAL).unlink()
    Path("out", SUMMARY).unlink()
    assert batch().tally.failed == 0
    assert times()["2025.docx"] == before["2025.docx"]


def test_the_journal_keeps_the_last_word_on_a_file() -> None:
    Path("out").mkdir()
    outcome = Outcome("甲", "甲.docx", "f", error="一")
    with Journal(Path("out")) as journal:
        journal.add(outcome)
        journal.add(replace(outcome, error="二"))
        assert journal.get("甲") == replace(outcome, error="二")
    with Journal(Path("out")) as journal:
        assert journal.get("甲") == replace(outcome, error="二")
        assert journal.get("乙") is None


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_name_that_is_no_text_does_no_harm() -> None:
    name = os.fsdecode(b"2024\xff.txt")
    try:
        put(name)
    except OSError:
        pytest.skip("this disk takes no such name")
    assert batch().tally.failed == 0
    assert batch().redone == 0
    assert rows()[0]["文件"] == "in/2024.txt"


# -------------------------------------------------------------- processes


def test_the_number_of_processes_does_not_show() -> None:
    fill_desk()
    put("6县/2023.txt", of_year(2023, "6县"))
    put("6县/2024.txt", of_year(2024, "6县"))
    assert batch(out="a").tally == batch(out="b", jobs=2).tally
    assert contents("a") == contents("b")
    assert JOURNAL in contents("a")


def deadly(job: Job) -> Outcome:
    """Dies of one of the files."""
    if POISON in job.source:
        os.kill(os.getpid(), signal.SIGKILL)
    return process_file(job)


def deadly_once(job: Job) -> Outcome:
    """Dies in the middle of the work, but only the first time, as of an accident."""
    mark = Path(job.folder, "died")
    if not mark.exists():
        mark.touch()
        time.sleep(0.2)  # until its neighbour is at work
        os.kill(os.getpid(), signal.SIGKILL)
    return process_file(job)


def with_work(work: Callable[[Job], Outcome], *, jobs: int = 2) -> BatchResult:
    items = find_items([Path("in")], Path("out"))
    return run_batch(items, BatchOptions(Path("out"), jobs=jobs), work=work)


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
def test_a_process_that_dies_costs_one_file() -> None:
    for number in range(6):
        put(f"{number}县{POISON if number == 2 else ''}/2024.txt", of_year(2024, f"{number}县"))
    result = with_work(deadly)
    assert result.tally.failed == 1
    assert "意外中止" in (outcomes(result)[f"in/2县{POISON}/2024.txt"].error or "")
    assert not list(Path("out").rglob("*.tmp"))
    assert batch().redone == 1


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
def test_a_process_that_was_killed_from_outside_costs_nothing() -> None:
    fill_desk()
    result = with_work(deadly_once)
    assert result.tally.failed == 1  # the empty file
    Path("out/died").unlink()
    batch(out="alone")
    assert contents("out") == contents("alone")


def interrupted(job: Job) -> Outcome:
    """Ctrl-C in the middle of the work."""
    if "2县" in job.source:
        raise KeyboardInterrupt
    return process_file(job)


def test_what_was_finished_before_ctrl_c_stays_done() -> None:
    fill_desk()
    with pytest.raises(KeyboardInterrupt):
        with_work(interrupted, jobs=1)
    assert not Path("out", SUMMARY).exists()
    assert (
        batch().redone == 3
    )  # the empty file comes first and fails each time, 0县 and 1县 are done
    batch(out="alone")
    assert contents("out") == contents("alone")


# ------------------------------------------------- what stops all of it


def test_a_folder_that_cannot_be_made() -> None:
    put("2024.txt")
    Path("out").write_bytes(b"a file")
    with pytest.raises(TargetUnwritableError, match="同名的文件"):
        batch()


def test_a_template_that_does_not_exist_is_told_once() -> None:
    put("2024.txt")
    with pytest.raises(UnknownNameError, match="没有"):
        batch(draft=DraftOptions(template="没有"))
    assert not Path("out").exists()


def test_a_template_that_does_not_work_is_told_once() -> None:
    put("2024.txt")
    Path("版式").mkdir()
    Path("版式/report.j2").write_text("[正文] {{ 没有.这个 }}\n", encoding="utf-8")
    with pytest.raises(TemplateError, match="版式"):
        batch(draft=DraftOptions(template="版式"))
    assert not Path("out").exists()
