"""The rendered page (版面), measured in the PDF that LibreOffice makes."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from drafter.render.word import write_docx
from tests.render.samples import carried, county, paragraph

LINE = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙"
PT_PER_MM = 72 / 25.4
BOX = re.compile(r'<line xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">')
WORD = re.compile(r"<word [^>]*>(.*?)</word>")


class Row(NamedTuple):
    """A line of text and its box in pt."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str


def to_pdf(data: bytes, folder: Path) -> Path:
    (folder / "draft.docx").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), str(folder / "draft.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / "draft.pdf"


def words(pdf: Path) -> list[Row]:
    """Every line of every page."""
    command = ["pdftotext", "-bbox-layout", str(pdf), "-"]
    out = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    rows: list[Row] = []
    page = 0
    for line in out.splitlines():
        page += "<page " in line
        if box := BOX.search(line):
            rows.append(Row(page, float(box[1]), float(box[2]), float(box[3]), float(box[4]), ""))
        elif word := WORD.search(line):
            rows[-1] = rows[-1]._replace(text=rows[-1].text + word[1])
    return rows


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    body = paragraph("carried", carried(LINE * 100))
    draft = county(chapters=(), addressee=None, preamble=(body,), closing=(), attachments=())
    return words(to_pdf(write_docx(draft), tmp_path_factory.mktemp("page")))


@pytest.mark.libreoffice
@pytest.mark.parametrize("page", [2, 3])  # a full even page and a full odd one
def test_a_full_page_has_22_lines_of_28_characters(lines: list[Row], page: int) -> None:
    body = [row for row in lines if row.page == page and "—" not in row.text]
    assert [len(row.text) for row in body] == [28] * 22


@pytest.mark.libreoffice
def test_the_type_area_is_156_by_225_mm_at_its_place(lines: list[Row]) -> None:
    body = [row for row in lines if row.page == 2 and "—" not in row.text]
    assert min(row.left for row in body) == pytest.approx(28 * PT_PER_MM, abs=1)
    assert max(row.right for row in body) == pytest.approx((210 - 26) * PT_PER_MM, abs=2)
    tops = [row.top for row in body]
    assert (tops[-1] - tops[0]) / 21 == pytest.approx(28.95, abs=0.02)


@pytest.mark.libreoffice
def test_page_numbers_stand_outside_one_character_from_the_margin(lines: list[Row]) -> None:
    numbers = {row.page: row for row in lines if re.fullmatch(r"—\d+—", row.text)}
    assert numbers[2].left == pytest.approx(28 * PT_PER_MM + 14, abs=2)
    assert numbers[3].right == pytest.approx((210 - 26) * PT_PER_MM - 14, abs=2)
    middle = (numbers[2].top + numbers[2].bottom) / 2
    assert middle == pytest.approx((297 - 35 + 7) * PT_PER_MM, abs=4)
