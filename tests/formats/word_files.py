"""Word files made out of a text: with typed numerals, or numbered by Word itself."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from drafter.zh.list_numbers import write_number
from drafter.zh.numbering import mark_at
from drafter.zh.width import is_blank

TIMEOUT = 300
LEVELS = (("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3．"))
"""Number format and pattern of each level of the list, as offices set them."""
_LIST = 77


def typed(text: str) -> bytes:
    """A Word file in which every numeral is text, and rows of `|` are tables."""
    document = docx.Document()
    for is_row, lines in groupby(text.splitlines(), lambda line: "|" in line):
        if is_row:
            _add_table(document, [line.split("|") for line in lines])
        else:
            for line in lines:
                document.add_paragraph(visible(line))
    return saved(document)


def numbered(text: str) -> tuple[bytes, int]:
    """A Word file whose headings are numbered by Word, and how many are.

    A numeral becomes automatic where Word would show just that one; all others stay text.
    """
    document = docx.Document()
    add_list(document, _LIST, LEVELS)
    counts = [0] * len(LEVELS)
    automatic = 0
    for line in text.splitlines():
        words = visible(line).strip()
        level = _level(words, counts)
        if level is None:
            document.add_paragraph(visible(line))
            continue
        counts[level] += 1
        counts[level + 1 :] = [0] * len(counts[level + 1 :])
        automatic += 1
        indent = line[: len(line) - len(line.lstrip())]  # it tells paragraphs in a wrapped text
        paragraph = document.add_paragraph(indent + words[len(_shown(level, counts)) :])
        number(paragraph._p, _LIST, level)  # noqa: SLF001 -- python-docx knows no lists
    return saved(document), automatic


def changed() -> bytes:
    """A numbered file with tracked changes, fields, hidden text and a table."""
    document = docx.Document()
    add_list(document, _LIST, LEVELS)
    document.sections[0].header.paragraphs[0].text = "页眉"
    by = 'w:id="1" w:author="甲" w:date="2025-01-01T00:00:00Z"'
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = (
        '<w:r><w:instrText xml:space="preserve"> HYPERLINK "http://x.example/" </w:instrText></w:r>'
    )
    field = (
        sign.format("begin") + code + sign.format("separate") + _run("办法") + sign.format("end")
    )
    deleted = f"<w:del {by}><w:r><w:delText>旧数</w:delText></w:r></w:del>"
    inserted = f"<w:ins {by}>{_run('126件')}</w:ins>"
    _append(document, _run("主要举措"), 0)
    _append(document, _run("规范执法。查处") + deleted + inserted, 1)
    _append(document, _run("甲") + "<w:r><w:br/></w:r>" + _run("乙"), 1)
    _append(document, field + _run("印发。"))
    _append(document, "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>" + _run("显示。"))
    _add_table(document, [["类别", "件"], ["许可", "6204"], ["", ""], ["处罚", "1873"]])
    _append(document, _run("存在的不足"), 0)
    return saved(document)


def _run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def _append(document: Document, runs: str, level: int | None = None) -> None:
    paragraph = document.add_paragraph()._p  # noqa: SLF001 -- python-docx knows no changes
    for run in parse_xml(f"<w:p {nsdecls('w')}>{runs}</w:p>"):
        paragraph.append(run)
    if level is not None:
        number(paragraph, _LIST, level)


def _level(words: str, counts: Sequence[int]) -> int | None:
    for level in range(len(LEVELS)):
        coming = [*counts[:level], counts[level] + 1]
        shown = _shown(level, coming)
        above = all(counts[:level])
        if above and words.startswith(shown) and not is_blank(words[len(shown) :]):
            mark = mark_at(words)
            return level if mark is not None and words[: mark.end].strip() == shown else None
    return None


def _shown(level: int, counts: Sequence[int]) -> str:
    number_format, pattern = LEVELS[level]
    return pattern.replace(f"%{level + 1}", write_number(counts[level], number_format))


def add_list(
    document: Document, list_id: int, levels: Iterable[tuple[str, str]], more: str = ""
) -> None:
    """A list of its own; `more` goes into `w:num` (overrides)."""
    rows = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for at, (number_format, pattern) in enumerate(levels)
    )
    root = document.part.numbering_part.element
    abstract = (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{list_id}">'
        f'<w:multiLevelType w:val="multilevel"/>{rows}</w:abstractNum>'
    )
    root.insert(0, parse_xml(abstract))
    root.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{list_id}"><w:abstractNumId w:val="{list_id}"/>'
            f"{more}</w:num>"
        )
    )


def number(paragraph: object, list_id: int, level: int) -> None:
    """Put a paragraph (its element) into a list."""
    properties = paragraph.get_or_add_pPr()  # type: ignore[attr-defined] # python-docx's own class
    properties.append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/>'
            "</w:numPr>"
        )
    )


def visible(line: str) -> str:
    """A line without what XML cannot hold."""
    return "".join(char for char in line if char >= " " or char == "\t")


def saved(document: Document) -> bytes:
    """The bytes of a file."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def converted(files: Sequence[Path], suffix: str, folder: Path) -> list[Path]:
    """Word files as LibreOffice writes them in another format, all in one go."""
    soffice = "soffice"
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [
            soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", suffix,
            "--outdir", str(folder), *map(str, files),
        ],
        check=True, capture_output=True, timeout=TIMEOUT,
    )  # fmt: skip
    return [folder / f"{file.stem}.{suffix.partition(':')[0]}" for file in files]


def _add_table(document: Document, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(len(rows), max(map(len, rows)))
    for row, cells in zip(rows, table.rows, strict=True):
        for words, cell in zip(row, cells.cells, strict=False):
            cell.text = visible(words)
