"""Traces (痕迹) of people and of editing in a Word file: found in every part, and removed."""

from __future__ import annotations

from lxml import etree

from drafter.render.blocks import drop
from drafter.render.ooxml import R, W, parse_xml, serialize_xml, w
from drafter.render.parts import PACKAGE_RELATIONSHIPS, Package, relationships_of
from drafter.render.properties import anonymous_app, anonymous_core

_KEPT_IN_PACKAGE = frozenset({"officeDocument", "core-properties", "extended-properties"})
"""The rest are own properties, previews of the first page, labels and signatures."""
_DROPPED_FROM_DOCUMENT = frozenset(
    {"comments", "commentsExtended", "commentsIds", "commentsExtensible", "people",
     "documenttasks", "glossaryDocument", "customXml"}
)  # fmt: skip
"""Remarks and who made them; what only content controls used."""
_DROPPED_FROM_SETTINGS = frozenset(
    {"attachedTemplate", "mailMergeSource", "mailMergeHeaderSource", "recipientData"}
)
"""Paths on somebody's computer."""
_USED_BY_ID = frozenset({"image", "hyperlink", "oleObject", "package"})
"""What a part names by its id: no longer named after a tracked deletion was accepted."""
_SETTINGS = tuple(
    map(w, ("rsids", "trackRevisions", "attachedTemplate", "linkStyles", "docVars", "mailMerge",
            "revisionView"))
)  # fmt: skip
_IDENTITIES = ("{http://schemas.microsoft.com/office/word/2010/wordml}docId",
               "{http://schemas.microsoft.com/office/word/2012/wordml}docId")  # fmt: skip
_RSID = f"{{{W}}}rsid"
_LAST_PLACE = "_GoBack"
"""Bookmark that Word sets where somebody edited last."""


def clear_story(root: etree._Element) -> None:
    """Take marks of editing sessions and permissions out of a part with text."""
    for element in root.iter("*"):
        for key in [key for key in element.attrib if str(key).startswith(_RSID)]:
            del element.attrib[key]
    for element in list(root.iter(w("permStart"), w("permEnd"))):
        drop(element)
    gone = {
        mark.get(w("id")) for mark in root.iter(w("bookmarkStart"))
        if mark.get(w("name")) == _LAST_PLACE
    }  # fmt: skip
    for mark in list(root.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        if mark.get(w("id")) in gone:
            drop(mark)


def clear_package(package: Package, *, epoch: int | None) -> None:
    """Take people and editing out of everything but the text, and what nothing leads to any more.

    Args:
        package: The parts with text must be in it as they are to be.
        epoch: Date that the file claims for itself, None for none.
    """
    package.unrelate(lambda kind, _: kind not in _KEPT_IN_PACKAGE, PACKAGE_RELATIONSHIPS)
    package.unrelate(lambda kind, _: kind in _DROPPED_FROM_DOCUMENT)
    for kind, name in list(package.related(PACKAGE_RELATIONSHIPS)):
        if name in package.parts and kind == "core-properties":
            root = parse_xml(package.parts[name])
            package.parts[name] = anonymous_core(root, epoch=epoch)
        elif name in package.parts and kind == "extended-properties":
            package.parts[name] = anonymous_app()
        elif name in package.parts:
            _forget_unused(package, package.parts[name])
    for kind, name in list(package.related()):
        if name in package.parts and kind == "settings":
            package.parts[name] = _settings(package.parts[name])
            own = relationships_of(name)
            package.unrelate(lambda kind, _: kind in _DROPPED_FROM_SETTINGS, own)
        elif name in package.parts and kind in ("styles", "stylesWithEffects", "numbering"):
            package.parts[name] = _unmarked(package.parts[name])
    package.sweep()


def _forget_unused(package: Package, document: bytes) -> None:
    named = {
        str(value)
        for element in parse_xml(document).iter("*")
        for key, value in element.attrib.items()
        if str(key).startswith(f"{{{R}}}")
    }
    package.unrelate(lambda kind, identity: kind in _USED_BY_ID and identity not in named)


def _settings(data: bytes) -> bytes:
    root = parse_xml(data)
    for element in [*root.iter(*_SETTINGS, *_IDENTITIES)]:
        drop(element)
    for element in root.findall(w("documentProtection")):
        if element.get(w("edit")) == "trackedChanges":
            drop(element)
    return serialize_xml(root)


def _unmarked(data: bytes) -> bytes:
    """Styles or lists without the sessions in which they were edited; else byte for byte."""
    root = parse_xml(data)
    marks = list(root.iter(w("rsid")))
    bearers = [e for e in root.iter("*") if any(str(k).startswith(_RSID) for k in e.attrib)]
    if not marks and not bearers:
        return data
    for mark in marks:
        drop(mark)
    clear_story(root)
    return serialize_xml(root)
