"""Parts of a Word package, and what must know of each: content types and relationships."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from lxml import etree

from drafter.render.ooxml import parse_xml, serialize_xml

_TYPES = "[Content_Types].xml"
_TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
_PACKAGE_RELATIONSHIPS, _DOCUMENT_RELATIONSHIPS = "_rels/.rels", "word/_rels/document.xml.rels"


class Package:
    """The parts of a file under construction.

    Attributes:
        parts: Contents by name, in file order.
    """

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.parts = dict(parts)

    def add(self, name: str, content: bytes, content_type: str, relationship: str) -> None:
        """Add a part, or replace one of that name.

        Args:
            name: Below `word/` it belongs to the document, elsewhere to the package.
            content: Its bytes.
            content_type: Its media type.
            relationship: The type of its relationship.
        """
        is_known = name in self.parts
        self.parts[name] = content
        if is_known:
            return
        types = parse_xml(self.parts[_TYPES])
        override = etree.SubElement(types, f"{{{_TYPES_NS}}}Override")
        override.set("PartName", f"/{name}")
        override.set("ContentType", content_type)
        self.parts[_TYPES] = serialize_xml(types)
        is_of_document = name.startswith("word/")
        self._relate(name.removeprefix("word/"), relationship, is_of_document=is_of_document)

    def drop_comments(self) -> None:
        """Remove comments with all they bring along: an office's style sheet may carry some."""
        names = {name for name in self.parts if name.startswith("word/comments")}
        if not names:
            return
        for name in names:
            del self.parts[name]
        types = parse_xml(self.parts[_TYPES])
        for override in types.findall(f"{{{_TYPES_NS}}}Override"):
            if override.get("PartName", "").lstrip("/") in names:
                types.remove(override)
        self.parts[_TYPES] = serialize_xml(types)
        relationships = parse_xml(self.parts[_DOCUMENT_RELATIONSHIPS])
        for relationship in list(relationships):
            target = posixpath.normpath(posixpath.join("word", relationship.get("Target", "")))
            if target.lstrip("/") in names:
                relationships.remove(relationship)
        self.parts[_DOCUMENT_RELATIONSHIPS] = serialize_xml(relationships)

    def _relate(self, target: str, kind: str, *, is_of_document: bool) -> None:
        part = _DOCUMENT_RELATIONSHIPS if is_of_document else _PACKAGE_RELATIONSHIPS
        root = parse_xml(self.parts[part])
        taken = {element.get("Id") for element in root}
        number = next(n for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        element = etree.SubElement(root, f"{{{_RELATIONSHIPS_NS}}}Relationship")
        for key, value in (("Id", f"rId{number}"), ("Type", kind), ("Target", target)):
            element.set(key, value)
        self.parts[part] = serialize_xml(root)
