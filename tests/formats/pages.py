"""Web pages and PDF files made out of a text, as sites and offices make them."""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Callable, Iterator
from itertools import groupby, pairwise
from pathlib import Path
from xml.sax.saxutils import escape

from drafter.model import Report

TIMEOUT = 180
_CELLS = re.compile(r"[\t|]")
_NUMERAL = re.compile(r"[（(]?[\d一二三四五六七八九十]{1,3}[）).．、]?\t")
_WIDE_GAP = re.compile(r"^[ \u3000\t]+|\t| {2,}|\u3000+")
_LATIN = re.compile(r"([0-9A-Za-z.%]+)")

# ---------------------------------------------------------------- web pages


def _blocks(text: str) -> Iterator[tuple[bool, list[str]]]:
    """Lines grouped into tables and others."""
    for is_table, lines in groupby(text.splitlines(), _is_row):
        yield is_table, [line.rstrip() for line in lines]


def _is_row(line: str) -> bool:
    bare = line.strip()
    return _CELLS.search(bare) is not None and not _NUMERAL.match(bare)


def _typed_html(line: str) -> str:
    """A line as an editor types it: blanks that count do not collapse."""
    blank = {" ": "&nbsp;", "\u3000": "&emsp;", "\t": "&emsp;&emsp;"}
    marked = html.escape(line, quote=False)
    return _WIDE_GAP.sub(lambda m: "".join(blank[char] for char in m[0]), marked)


def _table(lines: list[str], cell: str) -> str:
    rows = (
        "".join(cell.format(html.escape(words.strip(), quote=False)) for words in cells)
        for line in lines
        for cells in [_CELLS.split(line.strip("| \t"))]
    )
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def modern(text: str) -> str:
    """A site of today: menus in their own elements, hidden helps, paragraphs with an indent."""
    body = "".join(
        _table(lines, "<td><p>{}</p></td>")
        if is_table
        else "".join(
            f'<p style="text-indent: 2em"><span>{_typed_html(line)}</span></p>\n' for line in lines
        )
        for is_table, lines in _blocks(text)
    )
    return (
        '<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8"><title>年度报告</title>'
        "<style>.phone { display: none } @media print { .text { display: none } }</style>"
        "<script>var text = '<p>一、不是正文</p>';</script></head><body>"
        "<header><a href='/'>首页</a><a href='/xw'>要闻动态</a></header>"
        "<nav><ul><li>走进本县</li><li>互动交流</li></ul></nav>"
        "<div hidden>一、看不见的标题</div><div class='phone'>二、手机上的标题</div>"
        '<div style="DISPLAY : none;">三、打印时的标题</div><noscript>请启用脚本</noscript>'
        f'<div class="text"><article>{body}</article></div>'
        "<footer><p>主办单位：某某县人民政府办公室</p></footer></body></html>"
    )


def old(text: str) -> str:
    """A site of twenty years ago: tables for layout, `<br>` for paragraphs, tags never closed."""
    body = "".join(
        _table(lines, "<TD>{}")
        if is_table
        else "".join(f"<FONT size=3>{_typed_html(line)}<BR>\n" for line in lines)
        for is_table, lines in _blocks(text)
    )
    return (
        "<HTML><HEAD><TITLE>信息公开</TITLE>"
        '<META http-equiv=Content-Type content="text/html; charset=gb2312"></HEAD><BODY>'
        "<!-- 正文开始 --><TABLE width=1000 align=center><TR><TD><TABLE><TR><TD>&nbsp;</TABLE>"
        f"<TR><TD vAlign=top>{body}</TABLE></BODY>"
    )


def exported(text: str) -> str:
    """What Word and WPS write: a span for each script, their own elements, conditional comments."""
    body = "".join(
        _table(lines, "<td width=200><p class=MsoNormal>{}<o:p></o:p></p></td>")
        if is_table
        else "".join(_word_paragraph(line) for line in lines)
        for is_table, lines in _blocks(text)
    )
    footer = "<div style='mso-element:footer'><p class=MsoFooter>— 1 —</p></div>"
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>'
        "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml>"
        "<![endif]--><style><!-- @font-face {font-family:仿宋_GB2312;} --></style></head>"
        "<body lang=ZH-CN><div class=WordSection1><![if !supportEmptyParas]>&nbsp;<![endif]>"
        f"{body}{footer}</div></body></html>"
    )


def _word_paragraph(line: str) -> str:
    words = _LATIN.split(line)
    spans = [
        f"<span\nlang=EN-US style='font-size:16.0pt'>{html.escape(word)}</span>"
        if number % 2
        else f"<span style='font-family:仿宋;mso-hansi-font-family:宋体'>{_typed_html(word)}</span>"
        for number, word in enumerate(words)
    ]
    style = "style='text-indent:32.0pt;mso-char-indent-count:2.0'"
    return f"<p class=MsoNormal {style}>{''.join(spans)}<span lang=EN-US><o:p></o:p></span></p>\n"


LAYOUTS: dict[str, tuple[Callable[[str], str], str]] = {
    "modern": (modern, "utf-8"),
    "old": (old, "gb18030"),
    "exported": (exported, "utf-8"),
}
"""The page that is made of a text, and the encoding it is saved in."""

# ---------------------------------------------------------------------- PDF

_SHEET = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:style style:name="Line" style:family="paragraph"><style:paragraph-properties
 style:punctuation-wrap="simple" fo:text-align="justify" fo:text-indent="{indent}pt"/>
<style:text-properties fo:font-size="{size}pt" style:font-size-asian="{size}pt"
 fo:language="zh" fo:country="CN" style:language-asian="zh" style:country-asian="CN"/></style:style>
<style:style style:name="Middle" style:family="paragraph"><style:paragraph-properties
 fo:text-align="center"/></style:style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties
 fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2.5cm" fo:margin-bottom="2cm"
 fo:margin-left="2.8cm" fo:margin-right="2.6cm">{columns}</style:page-layout-properties>
<style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">
<style:header><text:p text:style-name="Middle">法治政府建设资料汇编</text:p></style:header>
<style:footer><text:p text:style-name="Middle">— <text:page-number/> —</text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>{body}</office:text></office:body></office:document>
"""
_COLUMNS = '<style:columns fo:column-count="2" fo:column-gap="1cm"/>'


def paragraphs(report: Report) -> list[str]:
    """The lines of a report, put together where the reading of the text joined them.

    What was wrapped by hand was one paragraph on paper, and is wrapped anew there.
    """
    joined = {
        (before.line, after.line)
        for passage in report.passages
        if passage.role != "title"
        for before, after in pairwise(passage.spans)
        if before.line < after.line
    }
    noise = {
        span.line
        for passage in report.passages
        if passage.role == "noise"
        for span in passage.spans
    }  # a print has headers and page numbers of its own
    out: list[str] = []
    ends = {after for _, after in joined}
    for number, line in enumerate(report.source.lines, start=1):
        if number in ends:
            out[-1] += line.strip()
        elif number not in noise:
            out.append(line.strip())
    return out


def sheet(lines: list[str], *, columns: int = 1) -> str:
    """Paragraphs as a document to print: A4, running header, page numbers."""
    size = 16 / columns
    return _SHEET.format(
        indent=2 * size,
        size=size,
        columns=_COLUMNS if columns > 1 else "",
        body="".join(
            _grid(group) if is_table else "".join(map(_typed, group))
            for is_table, group in _blocks("\n".join(lines))
        ),
    )


def _typed(line: str) -> str:
    words = re.sub(r"\t| {2,}", lambda m: f'<text:s text:c="{4 * len(m[0])}"/>', escape(line))
    return f'<text:p text:style-name="Line">{words}</text:p>'


def _grid(lines: list[str]) -> str:
    rows = [_CELLS.split(line.strip("| ")) for line in lines]
    cell = '<table:table-cell><text:p text:style-name="Middle">{}</text:p></table:table-cell>'
    body = "".join(
        "<table:table-row>"
        + "".join(cell.format(escape(words.strip())) for words in row)
        + "</table:table-row>"
        for row in rows
    )
    count = max(map(len, rows))
    column = f'<table:table-column table:number-columns-repeated="{count}"/>'
    return f"<table:table>{column}{body}</table:table>"


def print_pdfs(sheets: dict[str, str], folder: Path) -> dict[str, bytes]:
    """The documents as PDF files, by name; LibreOffice is started once for all of them."""
    files = []
    for name, text in sheets.items():
        file = folder / f"{name}.fodt"
        file.write_text(text, encoding="utf-8")
        files.append(str(file))
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=TIMEOUT)
    return {name: (folder / f"{name}.pdf").read_bytes() for name in sheets}
