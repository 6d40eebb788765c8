"""What stands in a Word file, read from its XML alone."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from lxml import etree

from drafter.render.ooxml import child, w


@dataclass(frozen=True)
class Reopened:
    document: etree._Element
    comments: tuple[etree._Element, ...]
    styles: dict[str, str]  # id → name

    def paragraphs(self) -> list[etree._Element]:
        return list(self.document.iterfind(f".//{w('p')}"))

    def rows(self) -> list[tuple[str, str]]:
        """(style, text) of every paragraph; empty lines included."""
        return [(self.style(item), text(item)) for item in self.paragraphs()]

    def style(self, paragraph: etree._Element) -> str:
        return self.styles[child(child(paragraph, "pPr"), "pStyle").get(w("val"), "")]

    def runs(self, wanted: str) -> list[str]:
        """Texts of the runs in one character style."""
        return [
            text(run)
            for run in self.document.iter(w("r"))
            if (style := run.find(f"{w('rPr')}/{w('rStyle')}")) is not None
            and self.styles[style.get(w("val"), "")] == wanted
        ]

    def values(self, name: str) -> list[str]:
        return [element.get(w("val"), "") for element in self.document.iter(w(name))]

    def ids(self, name: str) -> list[str]:
        return [element.get(w("id"), "") for element in self.document.iter(w(name))]


def text(element: etree._Element) -> str:
    return "".join(part.text or "" for part in element.iter(w("t")))


def reopen(data: bytes) -> Reopened:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        names = set(file.namelist())
        root = etree.fromstring(file.read("word/styles.xml"))
        comments = file.read("word/comments.xml") if "word/comments.xml" in names else b"<none/>"
        document = file.read("word/document.xml")
    return Reopened(
        document=etree.fromstring(document),
        comments=tuple(etree.fromstring(comments)),
        styles={
            style.get(w("styleId"), ""): child(style, "name").get(w("val"), "")
            for style in root.iter(w("style"))
        },
    )
