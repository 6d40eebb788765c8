"""What the properties of a `.docx` (文件属性) tell of people and of editing."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from drafter.read.word_package import OpenDocument
from drafter.zh.own_marks import INITIALS

_CORE = {"creator": "作者", "lastModifiedBy": "最后修改者", "revision": "修订次数"}
_APP = {"Company": "单位", "Manager": "主管", "TotalTime": "编辑时长"}
_COUNTED = {"修订次数": 1, "编辑时长": 0}
"""What a file has that nobody has edited, and so tells nothing."""
_UNITS = {"修订次数": "次", "编辑时长": "分钟"}
_DIGITS = 9
"""Of a count that some program wrote; Word stores 32 bits."""
_OF_PROGRAMS = ("kso", "icv", "contenttypeid", "msip_")
"""How names of custom properties begin that a program writes into every file."""


def properties_of(opened: OpenDocument) -> Iterator[tuple[str, str]]:
    """(name in Chinese, value) of what is there; custom properties by their own names."""
    for kind, names in (("core-properties", _CORE), ("extended-properties", _APP)):
        for root in opened.roots(kind):
            yield from _named(root, names)
    for root in opened.roots("custom-properties"):
        for entry in root:
            name = entry.get("name") or ""
            words = "".join(map(str, entry.itertext())).strip()
            if name and words and not name.lower().startswith(_OF_PROGRAMS):
                yield name, words


def _named(root: etree._Element, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    for entry in root:
        name = names.get(etree.QName(entry).localname)
        words = (entry.text or "").strip()
        if name is None or words in ("", INITIALS):
            continue
        if name not in _COUNTED:
            yield name, words
        elif words.isdecimal() and len(words) <= _DIGITS and int(words) > _COUNTED[name]:
            yield name, f"{int(words)}{_UNITS[name]}"
