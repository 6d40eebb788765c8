"""Drafts after somebody worked on them: edited, or saved by a program that loses something."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from lxml import etree

from drafter.render.ooxml import w

DOCUMENT = "word/document.xml"


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def edited(data: bytes, change: Callable[[etree._Element], None]) -> bytes:
    """The file after somebody worked on its document part."""
    parts = parts_of(data)
    root = etree.fromstring(parts[DOCUMENT])
    change(root)
    return zipped(parts | {DOCUMENT: etree.tostring(root)})


def child_of(element: etree._Element, name: str) -> etree._Element:
    found = element.find(w(name))
    assert found is not None
    return found


def lose(root: etree._Element, *, also_split: bool = False, names_only: bool = False) -> None:
    """What WPS (no controls) and LibreOffice (controls without names) make of a draft."""
    for sdt in list(root.iter(w("sdt"))):
        if names_only:
            for name in ("alias", "tag", "id"):
                element = sdt.find(f"{w('sdtPr')}/{w(name)}")
                if element is not None:
                    child_of(sdt, "sdtPr").remove(element)
            continue
        parent = sdt.getparent()
        assert parent is not None
        for run in list(child_of(sdt, "sdtContent")):
            sdt.addprevious(run)
        parent.remove(sdt)
    if also_split:
        for run in list(root.iter(w("r"))):
            piece = run.find(w("t"))
            if piece is None or not piece.text or "〔" not in piece.text:
                continue
            words = piece.text
            piece.text = words[:3]
            rest = etree.fromstring(etree.tostring(run))
            child_of(rest, "t").text = words[3:]
            run.addnext(rest)
