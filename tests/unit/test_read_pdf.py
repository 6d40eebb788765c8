"""PDF files become printed lines: by the places of the glyphs, not by their order in the file."""

from __future__ import annotations

import io
import random
import re
import subprocess
import sys

import pypdfium2
import pytest

from drafter.errors import (
    BrokenPdfError,
    EmptyFileError,
    EncryptedPdfError,
    ScannedPdfError,
    TooManyPagesError,
)
from drafter.model import Source
from drafter.read import read_source
from drafter.read.pdf import MAX_PAGES
from drafter.zh.radicals import plain
from tests.formats.pdf_file import A4, Sheet, Words, column, pdf

FULL = "规范行政执法行为全面落实三项制度审查"
PICTURE = (0.0, 0.0, *A4)


def read(data: bytes) -> Source:
    return read_source("-", io.BytesIO(data))


def lines(*sheets: Sheet) -> list[str]:
    return list(read(pdf(*sheets)).lines)


def test_a_printed_line_is_a_line_and_the_page_tells_indents_and_gaps() -> None:
    printed = ["　　一、“三项制度”审查29件", "全面完成", "　　（一）甲", "", "　　乙", "丙"]
    assert lines(Sheet(column(printed))) == printed


def test_a_file_is_known_by_its_content() -> None:
    source = read(b"\r\n" + pdf(Sheet(column([FULL]))))
    assert (source.format, source.encoding, source.undecodable) == ("pdf", None, 0)


def test_the_order_of_the_file_means_nothing() -> None:
    printed = [FULL, "“办理”29件，", "乙"]
    words = [
        Words(w.x + 16 * n, w.y, char) for w in column(printed) for n, char in enumerate(w.text)
    ]
    random.Random(1).shuffle(words)
    assert [line.replace(" ", "") for line in lines(Sheet(words))] == printed


def test_dashes_at_a_line_end_stay() -> None:
    printed = ["法治政府建设规划2021-", "2025年和实施方案2021—", "2025年，双随机-"]
    assert lines(Sheet(column(printed))) == printed


def test_bold_printed_twice_is_one_word_and_raised_figures_stay_in_the_line() -> None:
    first, second = column([FULL, "乙"])
    again = Words(first.x + 0.4, first.y, first.text)
    note = Words(second.x + 16, second.y + 5, "②", 8)
    assert lines(Sheet([second, first, again, note])) == [FULL, "乙②"]


def test_repeated_characters_are_not_taken_for_bold() -> None:
    assert lines(Sheet(column(["人人参与，１１１１件1111件——好"]))) == [
        "人人参与，１１１１件1111件——好"
    ]


def test_cells_are_parted_by_tabs() -> None:
    rows = [("项目", "上年", "本年"), ("审查文件", "12", "29")]
    words = [
        Words(x, 700 - 29 * n, text)
        for n, row in enumerate(rows)
        for x, text in zip((80, 240, 400), row, strict=True)
    ]
    assert lines(Sheet(words)) == ["项目\t上年\t本年", "审查文件\t12\t29"]


def test_a_line_spread_over_the_measure_has_no_blanks() -> None:
    words = [Words(80 + 30 * n, 700, char) for n, char in enumerate("云溪县人民政府")]
    assert lines(Sheet(words)) == ["云溪县人民政府"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read(turn: int) -> None:
    printed = [FULL, "第二行", "第三行"]
    step = {90: (29, 0), 180: (0, 29), 270: (-29, 0)}[turn]
    words = [
        Words(400 + step[0] * n, 400 + step[1] * n, text, turn=turn)
        for n, text in enumerate(printed)
    ]
    assert lines(Sheet(words)) == printed


def test_a_watermark_stands_apart() -> None:
    words = [*column([FULL, "第二行"]), Words(150, 680, "内部资料", 60, 45)]
    assert lines(Sheet(words)) == [FULL, "第二行", "内部资料"]


def test_margins_of_other_pages_tell_the_indent_of_short_ones() -> None:
    first = Sheet(column(["　　" + FULL, FULL, FULL]))
    second = Sheet(column(["　　甲。", "　　乙。"]))
    assert lines(first, second)[3:] == ["　　甲。", "　　乙。"]


def test_columns_are_read_one_after_the_other() -> None:
    left = [f"　　左{n}{FULL[:-4]}" for n in range(12)]
    right = [f"　　右{n}{FULL[:-4]}" for n in range(12)]
    wide = (842.0, 900.0)
    title = [Words(200, 800, "云溪县2024年法治政府建设年度报告", 22)]
    page = Sheet([*title, *column(left, x=60), *column(right, x=460)], size=wide)
    rest = Sheet(column(left[:2], x=60), size=wide)
    found = [line for line in lines(page, rest) if line]
    assert [line.strip()[:2] for line in found[1:]] == [
        line.strip()[:2] for line in left + right + left[:2]
    ]


def test_radicals_are_the_characters_they_stand_for() -> None:
    assert plain("⼯作⻓效，⾏政⺠主，审査") == "工作长效，行政民主，审査"


def test_scans_are_refused_with_their_pages() -> None:
    text = Sheet(column([FULL] * 3))
    with pytest.raises(ScannedPdfError, match=r"第 2、3 页是扫描图片.*OCR"):
        read(pdf(text, Sheet(picture=PICTURE), Sheet([Words(9, 9, "3")], picture=PICTURE)))


def test_a_scan_with_the_name_of_its_program_is_a_scan() -> None:
    page = Sheet([Words(20, 20, "某某扫描软件制作")], picture=PICTURE)
    with pytest.raises(ScannedPdfError, match="”是扫描图片"):
        read(pdf(page, page))


def test_text_with_pictures_is_read() -> None:
    cover = Sheet([Words(100, 500, "云溪县2024年法治政府建设年度报告")], picture=PICTURE)
    seal = Sheet(picture=(100.0, 100.0, 100.0, 100.0))
    assert len(lines(cover, Sheet(column([FULL] * 3)), seal)) == 4


WITHOUT_FONTS = """
import ctypes, io, sys
import pypdfium2.raw as pdfium
config = pdfium.FPDF_LIBRARY_CONFIG(version=2)
folders = (ctypes.c_void_p * 1)(None)
config.m_pUserFontPaths = ctypes.cast(folders, type(config.m_pUserFontPaths))
pdfium.FPDF_DestroyLibrary()
pdfium.FPDF_InitLibraryWithConfig(config)
from drafter.errors import DrafterError
from drafter.read import read_source
try:
    print(*read_source("-", io.BytesIO(sys.stdin.buffer.read())).lines, sep="|")
except DrafterError as error:
    print(error)
"""


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        pytest.param(
            Sheet(column([FULL, "乙"])), "第 1 页.*没有嵌.*请安装", id="a-single-character"
        ),
        pytest.param(Sheet([Words(80, 700, FULL, turn=90)]), "第 1 页.*请安装", id="nothing-else"),
        pytest.param(Sheet(column([FULL])), f"^{FULL}$", id="all-there"),
        pytest.param(Sheet(), "空文件", id="blank"),
    ],
)
def test_characters_without_a_font_are_never_lost_in_silence(sheet: Sheet, told: str) -> None:
    """On a computer without Chinese fonts the library drops what it cannot measure."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", WITHOUT_FONTS],
        input=pdf(sheet), capture_output=True, check=True, timeout=60,
    )  # fmt: skip
    assert re.search(told, done.stdout.decode().strip()), done.stdout.decode()


def test_lone_blanks_are_no_loss() -> None:
    """Word prints them in table cells and in the Latin halves of Chinese fonts."""
    blanks = [Words(80, 500 - 20 * n, " ", is_latin=True) for n in range(3)]
    wide = FULL + "\u3000，。"
    assert lines(Sheet([*column([wide]), *blanks])) == [wide]


def test_blank_pages_are_no_report() -> None:
    with pytest.raises(EmptyFileError):
        read(pdf(Sheet()))


def test_a_password_is_asked_for_in_chinese() -> None:
    data = pdf(Sheet(column([FULL])))
    encryption = (
        b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + b"00" * 32 + b">/U<" + b"00" * 32 + b">>>"
        b"/ID[<00><00>]"
    )
    with pytest.raises(EncryptedPdfError, match="密码"):
        read(data.replace(b"/Root 1 0 R", b"/Root 1 0 R" + encryption))


@pytest.mark.parametrize("keep", [20, 400])
def test_a_broken_file_says_so(keep: int) -> None:
    with pytest.raises(BrokenPdfError, match="损坏"):
        read(pdf(Sheet(column([FULL])))[:keep])


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(TooManyPagesError, match=f"超过 {MAX_PAGES} 页"):
        read(pdf(*[Sheet()] * (MAX_PAGES + 1)))


def test_what_the_library_writes_is_read_as_well() -> None:
    document = pypdfium2.PdfDocument(pdf(Sheet(column([FULL, "乙"]))))
    out = io.BytesIO()
    document.save(out)
    document.close()
    assert read(out.getvalue()).lines == (FULL, "乙")
