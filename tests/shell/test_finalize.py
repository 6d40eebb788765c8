"""`drafter finalize` and `drafter compare` as programs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import docx
import pytest

from drafter.cli import run
from tests.acceptance.small_reports import report_text

ROOT = Path(__file__).resolve().parents[2]
TOWNSHIP = [str(ROOT / "examples" / f"township-{year}.txt") for year in (2024, 2025)]
FAULTY = report_text(
    achievements="一、主要举措和成效\n（一）规范执法。受理87件，其中公安类52件、市场监管类20件、其他12件。\n"
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, text: str) -> None:
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(str(path))


def warned(out: str) -> int:
    """How many warnings are told of."""
    found = re.search(r"另有 (\d+) 处警告", out)
    return int(found[1]) if found else 0


def test_a_finished_file_is_written_beside_the_draft(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(desk / "2024.docx", report_text())
    assert run(["finalize", "2024.docx"]) == 0
    assert "已写出 2024-定稿.docx" in capsys.readouterr().out
    assert docx.Document("2024-定稿.docx").paragraphs[0].text.startswith("棠溪县人民政府")


def test_an_error_refuses_and_is_listed(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(desk / "2024.docx", FAULTY)
    assert run(["finalize", "2024.docx"]) == 1
    assert "F01" in capsys.readouterr().out
    assert not (desk / "2024-定稿.docx").exists()


def test_a_file_that_does_not_say_its_year_is_refused(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    yearless = re.sub(r"20\d\d年度?(?:\d+月\d+日)?", "", report_text())
    write(desk / "稿.docx", yearless)
    assert run(["finalize", "稿.docx"]) == 3
    assert "看不出是哪一年" in capsys.readouterr().err
    assert not (desk / "稿-定稿.docx").exists()
    assert run(["finalize", "稿.docx", "--year", "2024"]) == 0


def test_what_repeats_last_years_report_is_counted_beside_it(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(desk / "2024.docx", report_text())
    last = report_text().replace("2024", "2023").replace("2025", "2024")
    (desk / "2023.txt").write_text(last, encoding="utf-8")
    assert run(["finalize", "2024.docx"]) == 0
    alone = warned(capsys.readouterr().out)
    assert run(["finalize", "2024.docx", "--against", "2023.txt", "--force"]) == 0
    assert warned(capsys.readouterr().out) > alone


def test_a_report_is_not_compared_with_its_own_year(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(desk / "2024.docx", report_text())
    assert run(["finalize", "2024.docx", "--against", "2024.docx"]) == 3
    assert "--against" in capsys.readouterr().err
    assert not (desk / "2024-定稿.docx").exists()


def test_warnings_do_not_refuse_and_are_counted(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(desk / "2024.docx", report_text())
    code = run(["finalize", "2024.docx"])
    out = capsys.readouterr().out
    warned = run(["check", "2024.docx", "--format", "json"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    count = sum(finding["severity"] == "warning" for finding in findings)
    assert (code, warned) == (0, 0)
    assert f"另有 {count} 处警告" in out


def test_an_excused_error_does_not_refuse(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(desk / "2024.docx", FAULTY)
    excuse = 'ignore:\n  - {rule: "F01", reason: "另有3件并案处理"}\n'
    (desk / "excused.yaml").write_text(excuse, encoding="utf-8")
    assert run(["finalize", "2024.docx", "--ignore", "excused.yaml"]) == 0
    assert "理由：另有3件并案处理" in capsys.readouterr().out


def test_nothing_is_overwritten_without_force(desk: Path) -> None:
    write(desk / "2024.docx", report_text())
    (desk / "2024-定稿.docx").write_bytes(b"old")
    assert run(["finalize", "2024.docx"]) == 3
    assert (desk / "2024-定稿.docx").read_bytes() == b"old"
    assert run(["finalize", "2024.docx", "--force"]) == 0


def test_a_clean_file_that_people_wrote_in_is_kept_beside_the_new_one(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(desk / "2024.docx", report_text())
    assert run(["finalize", "2024.docx"]) == 0
    assert run(["finalize", "2024.docx", "--force"]) == 0
    assert capsys.readouterr().err == "", "the same again needs no second name"
    document = docx.Document("2024-定稿.docx")
    document.add_paragraph("这一段是县长改的。")
    document.save("2024-定稿.docx")
    assert run(["finalize", "2024.docx", "--force"]) == 0
    assert "2024-定稿-原有.docx" in capsys.readouterr().err
    assert docx.Document("2024-定稿-原有.docx").paragraphs[-1].text == "这一段是县长改的。"


@pytest.mark.usefixtures("desk")
def test_the_draft_itself_is_never_the_target() -> None:
    write(Path("2024.docx"), report_text())
    assert run(["finalize", "2024.docx", "-o", "2024.docx", "--force"]) == 3


def test_the_finished_file_does_not_tell_what_made_the_draft(desk: Path) -> None:
    assert run(["new", "--from", TOWNSHIP[0], "--year", "2025", "-o", "稿.docx"]) == 0
    sealed = docx.Document("稿.docx")
    assert sealed.core_properties.identifier.startswith("drafter ")
    write(desk / "2024.docx", report_text())
    finished = docx.Document("2024.docx")
    finished.core_properties.identifier = sealed.core_properties.identifier
    finished.save("2024.docx")
    assert run(["finalize", "2024.docx"]) == 0
    assert docx.Document("2024-定稿.docx").core_properties.identifier == ""


def test_the_public_file_has_no_addressee(desk: Path) -> None:
    write(desk / "2024.docx", report_text())
    assert run(["finalize", "2024.docx", "--public"]) == 0
    texts = [p.text for p in docx.Document("2024-定稿.docx").paragraphs]
    assert "市人民政府：" not in texts
    assert "棠溪县人民政府" in texts


def test_a_text_file_cannot_be_finalized(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "2024.txt").write_text(report_text(), encoding="utf-8")
    assert run(["finalize", "2024.txt"]) == 3
    assert ".docx" in capsys.readouterr().err


def test_two_years_side_by_side(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", *TOWNSHIP]) == 0
    out = capsys.readouterr().out
    assert "62份" in out
    assert "+9（+14.5%）" in out
    assert "上年承诺 16 条，找到落实 16 条" in out


@pytest.mark.parametrize("order", [TOWNSHIP, TOWNSHIP[::-1]], ids=["older-first", "newer-first"])
def test_the_earlier_year_is_the_older_one(
    capsys: pytest.CaptureFixture[str], order: list[str]
) -> None:
    run(["compare", *order, "--format", "json"])
    data = json.loads(capsys.readouterr().out)
    assert data["years"] == [2024, 2025]
    assert data["files"] == ["township-2024.txt", "township-2025.txt"]
    contracts = next(f for f in data["figures"] if f["now"] == "71份" and f["last"])
    assert (contracts["last"], contracts["change"]) == ("62份", 9.0)
