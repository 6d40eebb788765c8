"""A report as the Word file an office would send out, and small faults planted in it.

`as_document` uses the product's own styles, so that every rule on form is silent. `edited` takes
steps `[name, argument, …]`; the name is that of a function below with `_` for blanks, and words
given as a place must stand in one paragraph of the document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from typing import Any

from lxml import etree

from drafter import api
from drafter.knowledge import load
from drafter.knowledge.indicators import load_indicators
from drafter.model import Passage, Source
from drafter.options import DraftOptions
from drafter.read.text import split_lines
from drafter.read.word import WordReader
from drafter.render.comments import CONTENT_TYPE, PART, RELATIONSHIP
from drafter.render.fields import controls, write_control
from drafter.render.folder import find_template
from drafter.render.ooxml import W, child, escaped, parse_xml, serialize_xml, w
from drafter.render.package import read_package, write_package
from drafter.render.page import apply_page, load_page
from drafter.render.parts import Package
from drafter.render.properties import CORE, CORE_KIND, core_xml
from drafter.render.styles import DOCUMENT, STYLES, load_style_file

_STYLES = {
    "title": "公文标题", "addressee": "主送机关", "signature": "落款", "date": "成文日期",
    "attachment": "附件说明",
}  # fmt: skip
_HEADINGS = {1: "一级标题", 2: "二级标题", 3: "三级标题", 4: "四级标题"}
_APP = "docProps/app.xml"
_CUSTOM = "docProps/custom.xml"
_CUSTOM_KIND = (
    "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties",
)
_CUSTOM_NS = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUE_NS = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_APP_NS = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_FOOTERS = ("word/footer1.xml", "word/footer2.xml")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def as_document(text: str) -> bytes:
    """The Word file of a report: styles by role, no author, nothing left over."""
    folder = find_template("default")
    style = load_style_file(folder.style)
    package = Package(style.parts)
    document = parse_xml(style.parts[DOCUMENT])
    styles = parse_xml(style.parts[STYLES])
    section = child(child(document, "body"), "sectPr")
    assert folder.page is not None
    apply_page(load_page(folder.page), styles=styles, section=section)
    for name, words in _paragraphs(text):
        section.addprevious(_paragraph(style.paragraph_ids[name], words))
    package.parts[DOCUMENT], package.parts[STYLES] = serialize_xml(document), serialize_xml(styles)
    package.add(CORE, core_xml("法治政府建设年度报告"), *CORE_KIND)
    return write_package(package.parts)


def edited(data: bytes, steps: Iterable[tuple[Any, ...]]) -> bytes:
    """The file with the steps done, one after the other."""
    file = _File(data)
    for name, *arguments in steps:
        STEPS[name](file, *arguments)
    return file.saved()


# ------------------------------------------------------------------------ as_document


def _paragraphs(text: str) -> Iterator[tuple[str, str]]:
    """Style and words of each paragraph; wrapped lines are put together."""
    source = Source("report.txt", "txt", "utf-8", 0, split_lines(text))
    report = api.understand(source, load(None), load_indicators(None))
    rows: list[list[Passage]] = []
    for passage in report.passages:
        if rows and rows[-1][-1].spans[-1].line == passage.spans[0].line:
            rows[-1].append(passage)
        else:
            rows.append([passage])
    for row in rows:
        numbers = dict.fromkeys(span.line for passage in row for span in passage.spans)
        yield _style_of(row), "".join(source.lines[number - 1].strip() for number in numbers)


def _style_of(row: list[Passage]) -> str:
    roles = {passage.role for passage in row}
    if roles == {"heading"}:
        return _HEADINGS[row[0].level or 1]
    return _STYLES.get(row[0].role, "Normal") if len(roles) == 1 else "Normal"


def _paragraph(style: str, words: str) -> etree._Element:
    return _xml(f'<w:p><w:pPr><w:pStyle w:val="{escaped(style)}"/></w:pPr>{_run(words)}</w:p>')


def _run(words: str, kind: str = "t") -> str:
    text = f'<w:{kind} xml:space="preserve">{escaped(words)}</w:{kind}>'
    return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{text}</w:r>'


def _xml(markup: str) -> etree._Element:
    return parse_xml(f'<w:x xmlns:w="{W}">{markup}</w:x>'.encode())[0]


# ------------------------------------------------------------------------------ edited


class _File:
    """A Word file under edit."""

    def __init__(self, data: bytes) -> None:
        self.package = Package(read_package(data))
        self.document = parse_xml(self.package.parts[DOCUMENT])
        self.ids = 100

    def saved(self) -> bytes:
        self.package.parts[DOCUMENT] = serialize_xml(self.document)
        return write_package(self.package.parts)

    def next_id(self) -> int:
        self.ids += 1
        return self.ids

    def paragraph(self, words: str) -> etree._Element:
        """The first paragraph with these words."""
        for paragraph in self.document.iter(w("p")):
            if words in _text(paragraph):
                return paragraph
        raise AssertionError(words)

    def run(self, words: str) -> etree._Element:
        """The run of exactly these words, cut out of its paragraph."""
        for run in self.paragraph(words).iter(w("r")):
            text = run.find(w("t"))
            if text is not None and words in (text.text or ""):
                return _cut(run, text.text or "", words)
        raise AssertionError(words)

    def style_id(self, name: str) -> str:
        """Id of a paragraph style of the product."""
        return load_style_file(find_template("default").style).paragraph_ids[name]

    def change_part(self, name: str, change: Callable[[etree._Element], None]) -> None:
        root = parse_xml(self.package.parts[name])
        change(root)
        self.package.parts[name] = serialize_xml(root)


def _text(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(w("t")))


def _cut(run: etree._Element, text: str, words: str) -> etree._Element:
    before, _, after = text.partition(words)
    if before:
        run.addprevious(_like(run, before))
    if after:
        run.addnext(_like(run, after))
    made = _like(run, words)
    run.addprevious(made)
    _drop(run)
    return made


def _like(run: etree._Element, words: str) -> etree._Element:
    made = deepcopy(run)
    text = made.find(w("t"))
    assert text is not None
    text.text = words
    text.set(_SPACE, "preserve")
    return made


# ------------------------------------------------------------------------------- steps


def skeleton(file: _File) -> None:
    """Next year's skeleton in the place of the report, as `drafter new` makes it."""
    source = WordReader().read(file.saved(), "report.docx", "report.docx")
    report = api.understand(source, load(None), load_indicators(None))
    options = DraftOptions()
    data = api.to_docx(api.draft([report], options), options)
    file.package = Package(read_package(data))
    file.document = parse_xml(file.package.parts[DOCUMENT])


def answered(file: _File, answer: str) -> None:
    """Every blank filled with the same words."""
    for control in controls(file.document):
        write_control(control, answer)


def paper_mm(file: _File, width: float, height: float) -> None:
    """Paper of every section."""
    for size in file.document.iter(w("pgSz")):
        size.set(w("w"), _twips(width))
        size.set(w("h"), _twips(height))


def margin_mm(file: _File, side: str, width: float) -> None:
    """One margin of every section."""
    for margins in file.document.iter(w("pgMar")):
        margins.set(w(side), _twips(width))


def section_after(file: _File, words: str, width: float, height: float, margin: float) -> None:
    """A section of its own that ends with a paragraph: a table that lies on its side."""
    properties = file.paragraph(words).find(w("pPr"))
    assert properties is not None
    sides = " ".join(f'w:{side}="{_twips(margin)}"' for side in ("top", "right", "bottom", "left"))
    paper = f'<w:pgSz w:w="{_twips(width)}" w:h="{_twips(height)}"/>'
    properties.append(_xml(f"<w:sectPr>{paper}<w:pgMar {sides}/></w:sectPr>"))


def font(file: _File, words: str, name: str) -> None:
    """A font set by hand on all runs of a paragraph, as pasting does."""
    for run in file.paragraph(words).iter(w("r")):
        child(child(run, "rPr"), "rFonts").set(w("eastAsia"), name)


def size_pt(file: _File, words: str, points: float) -> None:
    """A size set by hand on all runs of a paragraph, as pasting does."""
    for run in file.paragraph(words).iter(w("r")):
        size = etree.SubElement(child(run, "rPr"), w("sz"))
        size.set(w("val"), str(round(2 * points)))


def style_size_pt(file: _File, style: str, points: float) -> None:
    """The size of a style."""

    def change(root: etree._Element) -> None:
        for element in root.iterfind(w("style")):
            if element.get(w("styleId")) == file.style_id(style):
                child(child(element, "rPr"), "sz").set(w("val"), str(round(2 * points)))

    file.change_part(STYLES, change)


def font_of_words(file: _File, words: str, name: str) -> None:
    """A font set by hand on some words only."""
    child(child(file.run(words), "rPr"), "rFonts").set(w("eastAsia"), name)


def style_font(file: _File, style: str, name: str) -> None:
    """The font of a style."""

    def change(root: etree._Element) -> None:
        for element in root.iterfind(w("style")):
            if element.get(w("styleId")) == file.style_id(style):
                child(child(element, "rPr"), "rFonts").set(w("eastAsia"), name)

    file.change_part(STYLES, change)


def restyle(file: _File, words: str, style: str) -> None:
    """Another paragraph style."""
    child(child(file.paragraph(words), "pPr"), "pStyle").set(w("val"), file.style_id(style))


def as_plain_heading(file: _File, words: str, name: str) -> None:
    """A heading without its style: body text in the font of a heading."""
    restyle(file, words, "Normal")
    font(file, words, name)


def outline_level(file: _File, words: str, level: int) -> None:
    """A level in the navigation pane, set by hand."""
    child(child(file.paragraph(words), "pPr"), "outlineLvl").set(w("val"), str(level - 1))


def comment(file: _File, author: str, text: str, words: str, initials: str = "") -> None:
    """A comment on some words; `drafter` as initials makes it drafter's."""
    number = file.next_id()
    run = file.run(words)
    run.addprevious(_xml(f'<w:commentRangeStart w:id="{number}"/>'))
    run.addnext(_xml(f'<w:r><w:commentReference w:id="{number}"/></w:r>'))
    run.addnext(_xml(f'<w:commentRangeEnd w:id="{number}"/>'))
    data = file.package.parts.get(PART) or f'<w:comments xmlns:w="{W}"/>'.encode()
    root = parse_xml(data)
    root.append(_xml(
        f'<w:comment w:id="{number}" w:author="{escaped(author)}" w:initials="{escaped(initials)}">'
        f"<w:p>{_run(text)}</w:p></w:comment>"
    ))  # fmt: skip
    file.package.add(PART, serialize_xml(root), CONTENT_TYPE, RELATIONSHIP)


def insert(file: _File, author: str, words: str, text: str) -> None:
    """A tracked insertion behind some words."""
    file.run(words).addnext(_xml(f"<w:ins {_by(file, author)}>{_run(text)}</w:ins>"))


def delete(file: _File, author: str, words: str) -> None:
    """A tracked deletion of some words."""
    run = file.run(words)
    gone = _xml(f"<w:del {_by(file, author)}>{_run(words, 'delText')}</w:del>")
    run.addprevious(gone)
    _drop(run)


def change_format(file: _File, author: str, words: str) -> None:
    """A tracked change of the format of some words."""
    properties = child(file.run(words), "rPr")
    properties.append(_xml(f"<w:rPrChange {_by(file, author)}><w:rPr/></w:rPrChange>"))


def insert_mark(file: _File, author: str, words: str) -> None:
    """A tracked insertion of the end of a paragraph."""
    properties = child(child(file.paragraph(words), "pPr"), "rPr")
    properties.append(_xml(f"<w:ins {_by(file, author)}/>"))


def blank(file: _File, words: str, placeholder: str, tag: str = "F001") -> None:
    """A content control that still shows its placeholder, in the place of some words."""
    _control(file, words, tag, placeholder, is_placeholder=True)


def filled(file: _File, words: str, tag: str = "F001") -> None:
    """A content control around some words: a blank that was filled."""
    _control(file, words, tag, words, is_placeholder=False)


def emptied(file: _File, words: str, tag: str = "F001") -> None:
    """A content control without words, in the place of some words."""
    _control(file, words, tag, "", is_placeholder=False)


def _control(file: _File, words: str, tag: str, text: str, *, is_placeholder: bool) -> None:
    run = file.run(words)
    shows = "<w:showingPlcHdr/>" if is_placeholder else ""
    run.addprevious(_xml(
        f'<w:sdt><w:sdtPr><w:tag w:val="{escaped(tag)}"/><w:id w:val="{file.next_id()}"/>{shows}'
        f"</w:sdtPr><w:sdtContent>{_run(text) if text else ''}</w:sdtContent></w:sdt>"
    ))  # fmt: skip
    _drop(run)


def prompt(file: _File, words: str, text: str, style: str = "上年提示") -> None:
    """A paragraph of its own behind that with some words, in the style of prompts."""
    file.paragraph(words).addnext(_paragraph(file.style_id(style), text))


def no_page_numbers(file: _File) -> None:
    """Footers without words."""
    for name in _FOOTERS:
        file.package.parts[name] = f'<w:ftr xmlns:w="{W}"><w:p/></w:ftr>'.encode()


def footer(file: _File, markup: str) -> None:
    """Footers with other contents, as runs and fields."""
    for name in _FOOTERS:
        file.package.parts[name] = f'<w:ftr xmlns:w="{W}"><w:p>{markup}</w:p></w:ftr>'.encode()


def core(file: _File, name: str, text: str) -> None:
    """A property of the file: creator, lastModifiedBy, revision."""
    namespace = _DC if name == "creator" else _CP
    file.change_part(CORE, lambda root: _add(root, f"{{{namespace}}}{name}", text))


def app(file: _File, name: str, text: str) -> None:
    """A property of the program: Company, Manager, TotalTime."""
    file.change_part(_APP, lambda root: _add(root, f"{{{_APP_NS}}}{name}", text))


def custom(file: _File, name: str, text: str) -> None:
    """A property of somebody's own."""
    root = parse_xml(
        file.package.parts.get(_CUSTOM) or f'<Properties xmlns="{_CUSTOM_NS}"/>'.encode()
    )
    entry = etree.SubElement(root, f"{{{_CUSTOM_NS}}}property", name=name, pid=str(len(root) + 2))
    etree.SubElement(entry, f"{{{_VALUE_NS}}}lpwstr").text = text
    file.package.add(_CUSTOM, serialize_xml(root), *_CUSTOM_KIND)


def _add(root: etree._Element, tag: str, text: str) -> None:
    etree.SubElement(root, tag).text = text


def _by(file: _File, author: str) -> str:
    return f'w:id="{file.next_id()}" w:author="{escaped(author)}"'


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _twips(millimetres: float) -> str:
    return str(round(millimetres * 1440 / 25.4))


STEPS: dict[str, Callable[..., None]] = {
    step.__name__: step
    for step in (
        skeleton, answered, paper_mm, margin_mm, section_after, font, font_of_words, style_font,
        size_pt, style_size_pt,
        restyle, as_plain_heading, outline_level, comment, insert, delete, change_format,
        insert_mark, blank, filled, emptied, prompt, no_page_numbers, footer, core, app, custom,
    )
}  # fmt: skip
