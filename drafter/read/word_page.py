"""The pages of a `.docx`: paper, margins, page numbers, and what headers and footers say."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from drafter.model import PageSetup
from drafter.read.word_package import OpenDocument
from drafter.read.wordml import attribute, child, name_of

_MM_PER_TWIP = 25.4 / 1440
_MM = {"mm": 1, "cm": 10, "in": 25.4, "pt": 25.4 / 72, "pc": 25.4 / 6, "pi": 25.4 / 6}
"""Millimetres of each unit that the strict form writes (ISO/IEC 29500-1, 22.9.2.15)."""
_PAGE = "PAGE"
_MARGINS = ("header", "footer")


def page_setups(root: etree._Element) -> Iterator[PageSetup]:
    """Paper and margins of each section that says them; former ones (w:sectPrChange) are out."""
    for section in root.iter("{*}sectPr"):
        if name_of(section) != "w:sectPr" or _is_former(section):
            continue
        paper, margins = child(section, "w:pgSz"), child(section, "w:pgMar")
        if paper is None or margins is None:
            continue
        width, height = (_mm(paper, name) for name in ("w", "h"))
        top, bottom, left, right = (
            _mm(margins, name) for name in ("top", "bottom", "left", "right")
        )
        yield PageSetup(
            width_mm=width,
            height_mm=height,
            top_mm=abs(top),  # below zero: exact, whatever the header needs
            bottom_mm=abs(bottom),
            left_mm=left + _mm(margins, "gutter"),
            right_mm=right,
        )


def has_page_numbers(opened: OpenDocument) -> bool:
    """Whether a footer or header counts pages."""
    return any(_counts(root) for kind in _MARGINS for root in opened.roots(kind))


def words_in_margins(opened: OpenDocument) -> Iterator[str]:
    """Paragraphs of headers and footers, and watermarks, which are shapes in a header."""
    for root in (root for kind in _MARGINS for root in opened.roots(kind)):
        for paragraph in root.iter("{*}p"):
            if name_of(paragraph) == "w:p":
                texts = (text for text in paragraph.iter("{*}t") if name_of(text) == "w:t")
                yield from filter(str.strip, ["".join(text.text or "" for text in texts)])
        for shape in root.iter("{urn:schemas-microsoft-com:vml}textpath"):
            yield from filter(str.strip, [shape.get("string") or ""])


def _is_former(section: etree._Element) -> bool:
    parent = section.getparent()
    return parent is not None and name_of(parent) == "w:sectPrChange"


def _mm(element: etree._Element, name: str) -> float:
    """A measure in millimetres; 0 where it is not there or none."""
    text = attribute(element, name) or ""
    unit = _MM.get(text[-2:])
    try:
        return float(text[:-2]) * unit if unit else float(text) * _MM_PER_TWIP
    except ValueError:
        return 0.0


def _counts(root: etree._Element) -> bool:
    codes = [""]  # of the fields that are open, the innermost last
    for element in root.iter("{*}fldSimple", "{*}fldChar", "{*}instrText", "{*}pgNum"):
        name = name_of(element)
        if name == "w:pgNum" or (name == "w:fldSimple" and _is_page(attribute(element, "instr"))):
            return True
        if name == "w:instrText":
            codes[-1] += element.text or ""
        elif name == "w:fldChar" and attribute(element, "fldCharType") == "begin":
            codes.append("")
        elif name == "w:fldChar" and _is_page(codes[-1]):
            return True
        elif name == "w:fldChar" and attribute(element, "fldCharType") == "end":
            codes = codes[:-1] or [""]
    return False


def _is_page(code: str | None) -> bool:
    """Whether the code of a field begins with PAGE (not PAGEREF)."""
    return (code or "").upper().split()[:1] == [_PAGE]
