"""From a draft to a Word file (.docx): named styles, blanks as content controls, notes as comments.

The XML is written straight into the parts of the template's `style.docx`. Every run bears
`w:hint="eastAsia"`, or Word would set “ ” … — in the Latin font.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from lxml import etree

from drafter.errors import TemplateError
from drafter.model import Draft, Field, Inline, Text
from drafter.render import comments as comment_part
from drafter.render.characters import printable
from drafter.render.comments import Comments
from drafter.render.folder import TemplateFolder, find_template
from drafter.render.layout import BEYOND_MARGIN, DATE, kept_with_signature, left_indents
from drafter.render.ooxml import W, child, escaped, parse_xml, serialize_xml, w
from drafter.render.package import write_package
from drafter.render.page import apply_page, load_page
from drafter.render.parts import Package
from drafter.render.properties import CORE, CORE_KIND, core_xml
from drafter.render.seal import seal
from drafter.render.styles import DOCUMENT, STYLES, StyleFile, load_style_file
from drafter.render.template import Paragraph, inline_text, render_paragraphs
from drafter.zh.own_marks import CARRIED_STYLE, PROMPT_STYLE

PLACEHOLDER = "Placeholder Text"
LONGEST_NAME = 64
"""Characters of a content control's tag and title (w:tag, w:alias) that Word accepts."""

_CHARACTER_STYLES = (CARRIED_STYLE, PLACEHOLDER, "annotation reference")
TABLE_STYLE = "表格"
_PARAGRAPH_STYLES = ("annotation text", PROMPT_STYLE, "待填段落")
"""What `fill`, `check` and `finalize` tell drafter's marks by; no style sheet can do without."""


def write_docx(
    draft: Draft, template: str | Path = "default", *, epoch: int | None = None
) -> bytes:
    """The Word file of a draft; the same arguments give the same bytes.

    Args:
        draft: The skeleton.
        template: Name of a shipped template, or a folder.
        epoch: The moment that the file claims for itself, in seconds since 1970
            (SOURCE_DATE_EPOCH). None leaves comments and properties without a date.

    Raises:
        UnknownNameError: No such template.
        TemplateError: The template cannot be used.
    """
    folder = find_template(template)
    style = load_style_file(folder.style)
    require_styles(style, name=folder.style.name)
    paragraphs = render_paragraphs(draft, template)
    package = Package(style.parts)
    package.drop_comments()
    document = parse_xml(style.parts[DOCUMENT])
    comments = Comments(style, epoch=epoch)
    section = _emptied(document)
    place = _place(document)
    section.addprevious(place)
    _set_page(folder, package, section)
    is_declared = child(document, "body").nsmap.get("w") == W
    body = _Writer(style, comments, declared=is_declared).markup(paragraphs)
    before, after = serialize_xml(document).split(etree.tostring(place, with_tail=False))
    package.parts[DOCUMENT] = before + body + after
    if len(comments):
        package.add(
            comment_part.PART, comments.xml(), comment_part.CONTENT_TYPE, comment_part.RELATIONSHIP
        )
    title = "".join(inline_text(paragraph.inlines) for paragraph in draft.title)
    package.add(CORE, core_xml(printable(title), creator="drafter", epoch=epoch), *CORE_KIND)
    seal(package.parts)
    return write_package(package.parts, epoch=epoch)


def _place(document: etree._Element) -> etree._ProcessingInstruction:
    """A mark for where the paragraphs belong: an instruction that the style sheet has not."""
    taken = {found.text for found in document.iter(etree.ProcessingInstruction)}
    name = "body"
    while name in taken:
        name += "-"
    return etree.ProcessingInstruction("drafter", name)


def require_styles(style: StyleFile, *, name: str) -> None:
    """Make sure that a style sheet has the styles drafter marks its work with.

    Raises:
        TemplateError: One is missing.
    """
    missing = [key for key in _CHARACTER_STYLES if key not in style.character_ids]
    missing += [key for key in _PARAGRAPH_STYLES if key not in style.paragraph_ids]
    if TABLE_STYLE not in style.table_ids:
        missing.append(TABLE_STYLE)
    if missing:
        problem = (
            f"缺少样式：{'、'.join(missing)}。可用 drafter templates export 取得原样式文件再改"
        )
        raise TemplateError(name=name, problem=problem)


def _emptied(document: etree._Element) -> etree._Element:
    """Take everything out of the body but the last section's properties, which are returned."""
    body = child(document, "body")
    for element in list(body):
        if element.tag != w("sectPr"):
            body.remove(element)
    section = body.find(w("sectPr"))
    return etree.SubElement(body, w("sectPr")) if section is None else section


def _set_page(folder: TemplateFolder, package: Package, section: etree._Element) -> None:
    if folder.page is None:
        return
    styles = parse_xml(package.parts[STYLES])
    apply_page(load_page(folder.page), styles=styles, section=section)
    package.parts[STYLES] = serialize_xml(styles)


class _Writer:
    """Writes paragraphs; keeps what must be unique within the document.

    As text: elements made one by one take three times as long, and to move a paragraph from one
    tree of lxml's into another takes the square of its length.
    """

    def __init__(self, style: StyleFile, comments: Comments, *, declared: bool) -> None:
        self._style = style
        self._comments = comments
        self._tags: set[str] = set()
        self._namespace = "" if declared else f' xmlns:w="{W}"'

    def markup(self, paragraphs: tuple[Paragraph, ...]) -> bytes:
        """The paragraphs as they stand in w:body."""
        indents, kept = left_indents(paragraphs), kept_with_signature(paragraphs)
        out: list[str] = []
        for is_row, run in groupby(enumerate(paragraphs), lambda place: place[1].is_row):
            if is_row:
                out.append(self._table([paragraph for _, paragraph in run]))
                continue
            for number, paragraph in run:
                before = _indented(paragraph, indents.get(number), is_kept=number in kept)
                out.append(self._paragraph(paragraph, before))
        return "".join(out).encode()

    def _table(self, rows: Sequence[Paragraph]) -> str:
        """Rows as a table over the whole width; what a row has fewer of its last cell spans."""
        cells = [cells_of(row.inlines) for row in rows]
        columns = max(map(len, cells))
        style = escaped(self._style.table_ids[TABLE_STYLE])
        return "".join((
            f'<w:tbl{self._namespace}><w:tblPr><w:tblStyle w:val="{style}"/>',
            '<w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="autofit"/></w:tblPr>',
            f"<w:tblGrid>{'<w:gridCol/>' * columns}</w:tblGrid>",
            *(
                self._row(row, found, columns, is_first=number == 0)
                for number, (row, found) in enumerate(zip(rows, cells, strict=True))
            ),
            "</w:tbl>",
        ))  # fmt: skip

    def _row(
        self,
        row: Paragraph,
        cells: Sequence[tuple[Inline, ...]],
        columns: int,
        *,
        is_first: bool,
    ) -> str:
        """A row of a table, never parted by the end of a page; its notes are at its first cell."""
        repeats = "<w:tblHeader/>" if is_first else ""  # on every page that the table goes on to
        out = [f"<w:tr><w:trPr><w:cantSplit/>{repeats}</w:trPr>"]
        for number, inlines in enumerate(cells, start=1):
            rest = columns - len(cells) + 1 if number == len(cells) else 1
            span = f'<w:gridSpan w:val="{rest}"/>' if rest > 1 else ""
            notes = row.notes if number == 1 else ()
            out += (
                f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>{span}<w:vAlign w:val="center"/>',
                f"</w:tcPr>{self._paragraph(Paragraph(row.style, inlines, notes))}</w:tc>",
            )
        return "".join((*out, "</w:tr>"))

    def _paragraph(self, paragraph: Paragraph, properties: str = "") -> str:
        style = escaped(self._style.paragraph_ids[paragraph.style])
        ids = [self._comments.add(note) for note in paragraph.notes]
        return "".join((
            f'<w:p{self._namespace}><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>',
            *(f'<w:commentRangeStart w:id="{comment}"/>' for comment in ids),
            *map(self._inline, trimmed(paragraph.inlines)),
            *map(self._comment_end, ids),
            "</w:p>",
        ))  # fmt: skip

    def _inline(self, inline: Inline) -> str:
        if isinstance(inline, Field):
            return self._field(inline)
        return _run(
            inline.text, self._style.character_ids[CARRIED_STYLE] if inline.carried else None
        )

    def _field(self, field: Field) -> str:
        tag = self._unique(printable(field.tag))
        title = printable(field.title)[:LONGEST_NAME]
        words = _run(printable(field.placeholder), self._style.character_ids[PLACEHOLDER])
        # No w:text: LibreOffice 7 makes an input field of a plain-text control, without its grey.
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{escaped(title)}"/><w:tag w:val="{escaped(tag)}"/>'
            f'<w:id w:val="{len(self._tags)}"/><w:showingPlcHdr/></w:sdtPr>'
            f"<w:sdtContent>{words}</w:sdtContent></w:sdt>"
        )

    def _unique(self, tag: str) -> str:
        """The tag itself, shortened to what Word takes; numbered if that makes two alike."""
        unique, number = tag[:LONGEST_NAME], 1
        while unique in self._tags:
            number += 1
            ending = f"~{number}"
            unique = tag[: LONGEST_NAME - len(ending)] + ending
        self._tags.add(unique)
        return unique

    def _comment_end(self, comment: str) -> str:
        style = escaped(self._style.character_ids["annotation reference"])
        return (
            f'<w:commentRangeEnd w:id="{comment}"/><w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>'
            f'<w:commentReference w:id="{comment}"/></w:r>'
        )


def cells_of(inlines: Iterable[Inline]) -> list[tuple[Inline, ...]]:
    """The cells of a row of a table: its texts are parted at each `|`."""
    cells: list[list[Inline]] = [[]]
    for inline in inlines:
        if isinstance(inline, Field):
            cells[-1].append(inline)
            continue
        first, *others = inline.text.split("|")
        cells[-1].append(Text(first, inline.carried))
        cells += [[Text(words, inline.carried)] for words in others]
    return [tuple(cell) for cell in cells]


def trimmed(inlines: Iterable[Inline]) -> list[Inline]:
    """The inlines with printable text only, like neighbours joined, blanks at both ends dropped.

    Reports indent by typed blanks; here the indent is the style's.
    """
    joined: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Field):
            joined.append(inline)
            continue
        last = joined[-1] if joined else None
        text = printable(inline.text)
        if isinstance(last, Text) and last.carried == inline.carried:
            joined[-1] = Text(last.text + text, inline.carried)
        else:
            joined.append(Text(text, inline.carried))
    while joined and isinstance(joined[0], Text) and not joined[0].text.strip():
        del joined[0]
    while joined and isinstance(joined[-1], Text) and not joined[-1].text.strip():
        del joined[-1]
    if joined and isinstance(first := joined[0], Text):
        joined[0] = Text(first.text.lstrip(), first.carried)
    if joined and isinstance(last := joined[-1], Text):
        joined[-1] = Text(last.text.rstrip(), last.carried)
    return joined


def _indented(paragraph: Paragraph, indent: int | None, *, is_kept: bool) -> str:
    """Properties of a paragraph beside those of its style."""
    shift = "" if indent is None else f'<w:ind w:left="{indent}"{_beyond(paragraph)}/>'
    return ("<w:keepNext/>" if is_kept else "") + shift


def _beyond(paragraph: Paragraph) -> str:
    """A date never breaks: in a substitute font with wide figures it reaches into the margin."""
    return f' w:right="-{BEYOND_MARGIN}"' if paragraph.style == DATE else ""


def _run(text: str, style: str | None) -> str:
    named = "" if style is None else f'<w:rStyle w:val="{escaped(style)}"/>'
    return (
        f'<w:r><w:rPr>{named}<w:rFonts w:hint="eastAsia"/></w:rPr>'
        f'<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'
    )
