"""Content controls (内容控件) of a `.docx` that show nothing a person wrote."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from drafter.read.wordml import child, is_on, name_of, value
from drafter.zh.own_marks import bare_tag, is_word_prompt

_GONE = frozenset({"w:del", "w:moveFrom"})
_NO_WORDS = frozenset({"w:drawing", "w:pict", "w:object", "w:fldChar"})


def emptied_controls(root: etree._Element) -> Iterator[etree._Element]:
    """Controls that are empty or show Word's own words (单击此处输入文字), in document order.

    A control of somebody else that is empty may be meant to be; one without a tag may be drafter's,
    since LibreOffice loses the tag. One that still shows its 〔…〕 is told by these words.
    """
    for element in root.iter("{*}sdt"):
        if name_of(element) == "w:sdt" and not _is_gone(element) and _is_emptied(element):
            yield element


def shows_word_prompt(element: etree._Element) -> bool:
    """Whether a control shows the words that Word puts into an emptied one."""
    return is_on(child(element, "w:sdtPr"), "w:showingPlcHdr") and is_word_prompt(_words(element))


def _is_emptied(element: etree._Element) -> bool:
    properties = child(element, "w:sdtPr")
    if _words(element):
        return shows_word_prompt(element)
    tag = value(properties, "w:tag") or ""
    if bare_tag(tag):
        return True
    has_more = any(name_of(part) in _NO_WORDS for part in element.iter("{*}*"))
    return not tag and child(properties, "w:docPartObj") is None and not has_more


def _words(element: etree._Element) -> str:
    return "".join(text.text or "" for text in _live_texts(element)).strip()


def _is_gone(element: etree._Element) -> bool:
    """Whether a tracked change has taken it away, from outside or all of its text."""
    if any(name_of(parent) in _GONE for parent in element.iterancestors()):
        return True
    has_text = next(element.iter("{*}t", "{*}delText"), None) is not None
    return has_text and not any(True for _ in _live_texts(element))


def _live_texts(element: etree._Element) -> Iterator[etree._Element]:
    for part in element:
        if name_of(part) == "w:t":
            yield part
        elif name_of(part) not in _GONE and name_of(part) != "w:sdtPr":
            yield from _live_texts(part)
