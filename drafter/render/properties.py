"""Properties of a Word file (文件属性): written anew, so that nothing of people stays in them."""

from __future__ import annotations

from datetime import UTC, datetime

from lxml import etree

from drafter.render.ooxml import parse_xml, serialize_xml

CORE = "docProps/core.xml"
CORE_KIND = (
    "application/vnd.openxmlformats-package.core-properties+xml",
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
)
"""Media type and relationship of the part."""
LANGUAGE = "zh-CN"

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_DCTERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def core_xml(
    title: str, *, creator: str = "", language: str = LANGUAGE, epoch: int | None = None
) -> bytes:
    """The part `core.xml`.

    Args:
        title: Left out where empty, as are the others.
        creator: Who made it.
        language: Of the text.
        epoch: Date of making and last change in seconds since 1970, None for none.
    """
    root = etree.Element(
        f"{{{_CP}}}coreProperties",
        nsmap={"cp": _CP, "dc": _DC, "dcterms": _DCTERMS, "xsi": _XSI},
    )
    for name, text in (("title", title), ("creator", creator), ("language", language)):
        if text:
            etree.SubElement(root, f"{{{_DC}}}{name}").text = text
    if epoch is not None:
        moment = f"{datetime.fromtimestamp(epoch, UTC):%Y-%m-%dT%H:%M:%SZ}"
        for name in ("created", "modified"):
            element = etree.SubElement(root, f"{{{_DCTERMS}}}{name}")
            element.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
            element.text = moment
    return serialize_xml(root)


def anonymous_core(root: etree._Element, *, epoch: int | None) -> bytes:
    """The part without people: title and language only."""
    title, language = (root.findtext(f"{{{_DC}}}{name}") or "" for name in ("title", "language"))
    return core_xml(title, language=language, epoch=epoch)


def anonymous_app() -> bytes:
    """The part `app.xml` with nothing in it: no company, manager, template, times or program.

    The program would be the one that made the draft; which one it was is nobody's business.
    """
    return serialize_xml(parse_xml(f'<Properties xmlns="{_APP}"/>'.encode()))
