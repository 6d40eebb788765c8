"""Names of WordprocessingML (ISO/IEC 29500-1) and the order in which its elements must stand."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_ORDER = {
    "style": ("name", "aliases", "basedOn", "next", "link", "uiPriority", "semiHidden",
              "unhideWhenUsed", "qFormat", "rsid", "pPr", "rPr"),
    "pPr": ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "pBdr", "shd",
            "kinsoku", "wordWrap", "overflowPunct", "autoSpaceDE", "autoSpaceDN", "adjustRightInd",
            "snapToGrid", "spacing", "ind", "jc", "outlineLvl", "rPr"),
    "rPr": ("rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "spacing", "kern", "sz", "szCs",
            "u", "shd", "lang"),
    "sectPr": ("headerReference", "footerReference", "pgSz", "pgMar", "pgNumType", "cols",
               "titlePg", "docGrid"),
}  # fmt: skip
"""Children in the order of the schema, as far as drafter or its style sheet uses them."""


@lru_cache(maxsize=256)
def w(name: str) -> str:
    """The qualified name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def child(parent: etree._Element, name: str) -> etree._Element:
    """The child of that name; made at the place the schema wants if there is none."""
    found = parent.find(w(name))
    if found is not None:
        return found
    order = _ORDER[etree.QName(parent).localname]
    later = {w(other) for other in order[order.index(name) + 1 :]}
    made = etree.Element(w(name))
    for place, sibling in enumerate(parent):
        if sibling.tag in later:
            parent.insert(place, made)
            return made
    parent.append(made)
    return made


def escaped(text: str) -> str:
    """Text as it stands between tags or in an attribute's double quotes."""
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(char, entity)
    return text


def parse_xml(data: bytes) -> etree._Element:
    """The root of a part; nothing outside of it is read.

    Raises:
        lxml.etree.XMLSyntaxError: `data` is no well-formed XML, or declares entities, as no
            program that writes OOXML does (ECMA-376 part 2, 6.2.5).
    """
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    if root.getroottree().docinfo.internalDTD is not None:
        msg = "a document type declaration"
        raise etree.XMLSyntaxError(msg, 0, 0, 0)  # type: ignore[call-arg, arg-type] # stubs
    return root


def serialize_xml(root: etree._Element) -> bytes:
    """A part as Word writes it: UTF-8, standalone."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
