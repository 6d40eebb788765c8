"""Names of WordprocessingML (ISO/IEC 29500), the same for its transitional and its strict form."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

_NAMESPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
}
_WORD = tuple(f"{{{namespace}}}" for namespace, prefix in _NAMESPACES.items() if prefix == "w")
_OFF = frozenset({"0", "false", "off"})


def name_of(element: etree._Element) -> str:
    """`w:p` for a paragraph, whatever the namespace is called; '' for what is none of Word's."""
    return _short(element.tag)


@lru_cache(maxsize=512)
def _short(tag: str) -> str:
    namespace, _, local = tag[1:].partition("}")
    prefix = _NAMESPACES.get(namespace)
    return f"{prefix}:{local}" if prefix else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """An attribute of Word's own namespace (`val` for `w:val`)."""
    for namespace in _WORD:
        value = element.get(namespace + name)
        if value is not None:
            return value
    return None


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of that name (`w:pPr`)."""
    if element is not None:
        for found in element:
            if name_of(found) == name:
                return found
    return None


def value(element: etree._Element | None, *path: str) -> str | None:
    """`w:val` of the element down that path of children, None if it is not there."""
    for name in path:
        element = child(element, name)
    return attribute(element, "val") if element is not None else None


def number(element: etree._Element | None, *path: str) -> int | None:
    """`w:val` as a number, None if it is not there or none."""
    try:
        return int(value(element, *path) or "")
    except ValueError:
        return None


def is_on(element: etree._Element | None, *path: str) -> bool:
    """Whether a property that is on or off is on: there, and not switched off."""
    for name in path:
        element = child(element, name)
    return element is not None and attribute(element, "val") not in _OFF
