"""Parts of a Word package, and what must know of each: content types and relationships."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import unquote

from lxml import etree

from drafter.render.ooxml import parse_xml, serialize_xml

CONTENT_TYPES, PACKAGE_RELATIONSHIPS = "[Content_Types].xml", "_rels/.rels"
DOCUMENT_RELATIONSHIPS = "word/_rels/document.xml.rels"
_TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
_NO_RELATIONSHIPS = f'<Relationships xmlns="{_RELATIONSHIPS_NS}"/>'.encode()


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
        types = parse_xml(self.parts[CONTENT_TYPES])
        override = etree.SubElement(types, f"{{{_TYPES_NS}}}Override")
        override.set("PartName", f"/{name}")
        override.set("ContentType", content_type)
        self.parts[CONTENT_TYPES] = serialize_xml(types)
        is_of_document = name.startswith("word/")
        self._relate(name.removeprefix("word/"), relationship, is_of_document=is_of_document)

    def related(self, relationships: str = DOCUMENT_RELATIONSHIPS) -> Iterator[tuple[str, str]]:
        """(kind, part) of every part that a part names; the kind is the last word of its type."""
        for relationship in _elements(self._relationships(relationships)):
            if relationship.get("TargetMode") != "External":
                yield _kind(relationship), _target(relationship, relationships)

    def unrelate(
        self, unwanted: Callable[[str, str], bool], relationships: str = DOCUMENT_RELATIONSHIPS
    ) -> None:
        """Take relationships away.

        Args:
            unwanted: Whether one goes, by its kind and its id.
            relationships: The part that lists them.
        """
        root = self._relationships(relationships)
        gone = [
            element
            for element in _elements(root)
            if unwanted(_kind(element), element.get("Id", ""))
        ]
        for element in gone:
            root.remove(element)
        if gone:
            self.parts[relationships] = serialize_xml(root)

    def sweep(self) -> None:
        """Remove every part that no relationship leads to, and what is said of it."""
        kept = {CONTENT_TYPES, PACKAGE_RELATIONSHIPS}
        waiting = [PACKAGE_RELATIONSHIPS]
        while waiting:
            for _, name in self.related(waiting.pop()):
                part = self._spelt(name)
                if part not in kept:
                    own = relationships_of(part)
                    kept |= {part, own}
                    waiting.append(own)
        self.drop(self.parts.keys() - kept)

    def drop(self, names: set[str]) -> None:
        """Remove parts with their content types and the document's relationships to them."""
        names &= self.parts.keys()
        if not names:
            return
        for name in names:
            del self.parts[name]
        types = parse_xml(self.parts[CONTENT_TYPES])
        for override in types.findall(f"{{{_TYPES_NS}}}Override"):
            if override.get("PartName", "").lstrip("/") in names:
                types.remove(override)
        self.parts[CONTENT_TYPES] = serialize_xml(types)
        ids = {
            element.get("Id", "")
            for element in _elements(self._relationships(DOCUMENT_RELATIONSHIPS))
            if _target(element, DOCUMENT_RELATIONSHIPS) in names
        }
        self.unrelate(lambda _, identity: identity in ids)

    def drop_comments(self) -> None:
        """Remove comments with all they bring along: an office's style sheet may carry some."""
        self.drop({name for name in self.parts if name.startswith("word/comments")})

    def _relate(self, target: str, kind: str, *, is_of_document: bool) -> None:
        part = DOCUMENT_RELATIONSHIPS if is_of_document else PACKAGE_RELATIONSHIPS
        root = self._relationships(part)
        taken = {element.get("Id") for element in _elements(root)}
        number = next(n for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        element = etree.SubElement(root, f"{{{_RELATIONSHIPS_NS}}}Relationship")
        for key, value in (("Id", f"rId{number}"), ("Type", kind), ("Target", target)):
            element.set(key, value)
        self.parts[part] = serialize_xml(root)

    def _relationships(self, part: str) -> etree._Element:
        """The root of a relationship part; an empty one where there is none."""
        return parse_xml(self.parts.get(part, _NO_RELATIONSHIPS))

    def _spelt(self, name: str) -> str:
        """A part as the zip file spells it: targets may be quoted, and case does not count."""
        if name in self.parts:
            return name
        plain = unquote(name).casefold()
        return next((part for part in self.parts if unquote(part).casefold() == plain), name)


def relationships_of(part: str) -> str:
    """The part that lists the relationships of another one."""
    folder, file = posixpath.split(part)
    return f"{folder}/_rels/{file}.rels".lstrip("/")


def _elements(root: etree._Element) -> Iterator[etree._Element]:
    """The elements right below; XML comments and instructions of strangers are none."""
    return root.iterchildren("{*}*")


def _kind(relationship: etree._Element) -> str:
    return relationship.get("Type", "").rpartition("/")[2]


def _target(relationship: etree._Element, relationships: str) -> str:
    """The part that a relationship leads to: relative to the part it belongs to."""
    folder = posixpath.dirname(posixpath.dirname(relationships))
    return posixpath.normpath(posixpath.join("/", folder, relationship.get("Target", ""))).lstrip(
        "/"
    )
