"""The style sheet of a template: `style.docx` as parts, and its styles by every name they have."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from lxml import etree
from msgspec import Struct

from drafter.errors import TemplateError
from drafter.render.ooxml import parse_xml, w
from drafter.render.package import read_package

STYLES, DOCUMENT = "word/styles.xml", "word/document.xml"

# Word keeps built-in styles under English names and shows them in the language of the user, so an
# editor of a template knows only these. From the style list of a Chinese Word.
_SHOWN_AS = {
    "Normal": "正文",
    "Title": "标题",
    "heading 1": "标题 1",
    "heading 2": "标题 2",
    "heading 3": "标题 3",
    "heading 4": "标题 4",
    "Body Text": "正文文本",
    "Salutation": "称呼",
    "Signature": "签名",
    "Date": "日期",
    "Placeholder Text": "占位符文本",
}


class StyleFile(Struct, frozen=True):
    """A `style.docx` that was read.

    Attributes:
        parts: The package by part name, in file order.
        paragraph_ids: Style ids of paragraph styles by name, alias and Chinese built-in name.
        character_ids: The same of character styles.
        table_ids: The same of table styles.
    """

    parts: Mapping[str, bytes]
    paragraph_ids: Mapping[str, str]
    character_ids: Mapping[str, str]
    table_ids: Mapping[str, str]

    @property
    def paragraph_styles(self) -> frozenset[str]:
        """All names by which a template may call a paragraph style."""
        return frozenset(self.paragraph_ids)


def load_style_file(path: Path) -> StyleFile:
    """Read a style sheet; an unchanged file is read once.

    Raises:
        TemplateError: It cannot be read or is no Word file.
    """
    try:
        return _load(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise TemplateError(name=path.name, problem=f"无法读取（{error.strerror}）") from error
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        problem = "不是完好的 Word 文件，请在 Word 或 WPS 中另存为 .docx"
        raise TemplateError(name=path.name, problem=problem) from error


@lru_cache(maxsize=8)
def _load(path: Path, _modified: int) -> StyleFile:
    parts = read_package(path.read_bytes())
    if parse_xml(parts[DOCUMENT]).find(w("body")) is None:
        problem = "没有正文，或者存成了“严格的 Open XML”，请在 Word 或 WPS 中另存为普通的 .docx"
        raise TemplateError(name=path.name, problem=problem)
    root = parse_xml(parts[STYLES])
    return StyleFile(
        parts=MappingProxyType(parts),
        paragraph_ids=_ids(root, "paragraph"),
        character_ids=_ids(root, "character"),
        table_ids=_ids(root, "table"),
    )


def _ids(root: etree._Element, kind: str) -> Mapping[str, str]:
    """Ids by name; a name that the file itself gives goes before a built-in one's Chinese name."""
    given: dict[str, str] = {}
    shown: dict[str, str] = {}
    for style in root.iterfind(w("style")):
        name = style.find(w("name"))
        identity = style.get(w("styleId"))
        if style.get(w("type")) != kind or name is None or identity is None:
            continue
        aliases = style.find(w("aliases"))
        names = [name.get(w("val"), "")]
        names += aliases.get(w("val"), "").split(",") if aliases is not None else []
        given.update(dict.fromkeys(map(str.strip, names), identity))
        if names[0] in _SHOWN_AS:
            shown[_SHOWN_AS[names[0]]] = identity
    return MappingProxyType(shown | given)
