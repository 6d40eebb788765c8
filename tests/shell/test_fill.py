"""`new --workbook`, `new --split` and `fill` at the command line."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from drafter.cli import run

ROOT = Path(__file__).resolve().parents[2]
COUNTY = ROOT / "examples" / "county-2024.txt"


@pytest.fixture(name="desk")
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "2024.txt").write_bytes(COUNTY.read_bytes())
    return tmp_path


@pytest.fixture(name="drafted")
def _drafted(desk: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert run(["new", "--from", "2024.txt", "--workbook"]) == 0
    capsys.readouterr()
    return desk


def answer(path: Path, value: object, *, tag: str = "F001", to: str | None = None) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book["数据采集"]
    number = next(c.column or 0 for c in sheet[1] if str(c.value).startswith("本年值"))
    row = next(r for r in range(2, sheet.max_row + 1) if sheet.cell(r, 1).value == tag)
    sheet.cell(row, number).value = value  # type: ignore[assignment]
    book.save(to or path)


# ------------------------------------------------------------------------------- new


def test_the_workbook_lies_beside_the_draft(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "--from", "2024.txt", "--workbook", "-o", "初稿.docx"]) == 0
    assert {p.name for p in desk.iterdir()} == {"2024.txt", "初稿.docx", "初稿.xlsx"}
    assert "初稿.xlsx" in capsys.readouterr().out


@pytest.mark.parametrize("existing", ["2025.docx", "2025.xlsx"])
def test_both_files_or_none(desk: Path, existing: str, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / existing).write_bytes(b"mine")
    assert run(["new", "--from", "2024.txt", "--workbook"]) == 3
    assert {p.name for p in desk.iterdir()} == {"2024.txt", existing}
    assert (desk / existing).read_bytes() == b"mine"
    assert existing in capsys.readouterr().err
    assert run(["new", "--from", "2024.txt", "--workbook", "--force"]) == 0
    assert (desk / existing).read_bytes() != b"mine"


def test_a_folder_that_is_missing_leaves_nothing(desk: Path) -> None:
    assert run(["new", "--from", "2024.txt", "--workbook", "-o", "没有/2025.docx"]) == 3
    assert {p.name for p in desk.iterdir()} == {"2024.txt"}


def test_split_writes_one_workbook_per_office(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", "--from", "2024.txt", "--split", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    names = {p.name for p in (desk / "2025-数据采集").iterdir()}
    assert {"行政复议与应诉科.xlsx", "未分工.xlsx"} <= names
    assert {Path(name).name for name in told["workbooks"]} == names
    assert not (desk / "2025.xlsx").exists()


def test_split_stops_before_an_existing_workbook(desk: Path) -> None:
    (desk / "2025-数据采集").mkdir()
    (desk / "2025-数据采集" / "数据局.xlsx").write_bytes(b"answered")
    assert run(["new", "--from", "2024.txt", "--split"]) == 3
    assert (desk / "2025-数据采集" / "数据局.xlsx").read_bytes() == b"answered"
    assert not (desk / "2025.docx").exists()


def test_an_office_edits_who_supplies_what(desk: Path) -> None:
    own = desk / "own"
    own.mkdir()
    (own / "offices.yaml").write_text(
        'deadline: "1月5日"\ncutoff: "全年"\nbasis: "全年"\ncontact: "王某"\n'
        'offices:\n  - {name: "法制股", themes: ["disputes"], verified: true}\n',
        "utf-8",
    )
    assert run(["new", "--from", "2024.txt", "--split", "--schemas", "own"]) == 0
    assert {p.name for p in (desk / "2025-数据采集").iterdir()} == {"法制股.xlsx", "未分工.xlsx"}


# ------------------------------------------------------------------------------ fill


def test_fill_writes_beside_the_draft_and_tells(
    drafted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(drafted / "2025.xlsx", 8)
    before = (drafted / "2025.docx").read_bytes()
    assert run(["fill", "2025.docx", "--from", "2025.xlsx"]) == 0
    out, err = capsys.readouterr()
    assert "2025-已填.docx：写入 1 处" in out
    assert "还空着" in out
    assert "F002" in out
    assert err == ""
    assert (drafted / "2025.docx").read_bytes() == before


def test_the_next_round_gets_a_name_of_its_own(drafted: Path) -> None:
    answer(drafted / "2025.xlsx", 8)
    assert run(["fill", "2025.docx", "--from", "2025.xlsx"]) == 0
    assert run(["fill", "2025-已填.docx", "--from", "2025.xlsx"]) == 0
    assert (drafted / "2025-已填2.docx").is_file()


def test_an_answer_that_matches_nothing_gives_1(
    drafted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(drafted / "2025.xlsx", "无")
    assert run(["fill", "2025.docx", "--from", "2025.xlsx", "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["output"] == "2025-已填.docx"
    assert told["unmatched"][0]["tags"] == ["F001"]
    assert set(told) == {
        "output", "written", "unchanged", "unmatched", "conflicts", "doubts", "replaced", "empty",
        "foreign",
    }  # fmt: skip


def test_a_contradiction_names_both_workbooks(
    drafted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(drafted / "2025.xlsx", 8, to="a.xlsx")
    answer(drafted / "2025.xlsx", 9, to="b.xlsx")
    assert run(["fill", "2025.docx", "--from", "a.xlsx", "--from", "b.xlsx"]) == 1
    out = capsys.readouterr().out
    assert "8 / 9" in out
    assert "“a.xlsx”" in out
    assert "“b.xlsx”" in out


def test_a_folder_of_workbooks(drafted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (drafted / "收回").mkdir()
    answer(drafted / "2025.xlsx", 8, to="收回/a.xlsx")
    (drafted / "收回" / "~$a.xlsx").write_bytes(b"lock")
    assert run(["fill", "2025.docx", "--from", "收回"]) == 0
    (drafted / "空").mkdir()
    assert run(["fill", "2025.docx", "--from", "空"]) == 3
    assert "没有 .xlsx" in capsys.readouterr().err


@pytest.mark.parametrize("target", ["2025.docx", "2025.xlsx"])
def test_never_over_its_input(drafted: Path, target: str) -> None:
    before = (drafted / target).read_bytes()
    arguments = ["fill", "2025.docx", "--from", "2025.xlsx", "-o", target, "--force"]
    assert run(arguments) == (3 if target == "2025.docx" else 2)
    assert (drafted / target).read_bytes() == before


def test_an_existing_target_needs_force(drafted: Path) -> None:
    arguments = ["fill", str(drafted / "2025.docx"), "--from", "2025.xlsx"]
    assert [run(arguments), run(arguments), run([*arguments, "--force"])] == [0, 3, 0]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["2025.docx", "--from", "2024.txt"], "采集表"),
        (["2025.docx", "--from", "没有.xlsx"], "找不到这个文件"),
        (["2024.txt", "--from", "2025.xlsx"], "初稿"),
        (["2025.xlsx", "--from", "2025.xlsx"], "不是 Word 文件"),
    ],
)
def test_wrong_files_are_named(
    drafted: Path, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["fill", *arguments]) == 3
    assert words in capsys.readouterr().err
    assert not (drafted / "2025-已填.docx").exists()


def test_without_a_workbook_it_is_a_usage_error(drafted: Path) -> None:
    assert run(["fill", "2025.docx"]) == 2
    assert not (drafted / "2025-已填.docx").exists()
