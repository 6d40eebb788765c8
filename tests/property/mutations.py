"""Damage (变异) to files of every kind: what disks, editors, converters and enemies do to them."""

from __future__ import annotations

import copy
import io
import random
import struct
import warnings
import zipfile
from collections.abc import Callable, Sequence
from typing import TypeVar

from lxml import etree

T = TypeVar("T")

_HOSTILE = (
    "{{ 7*7 }}", "{% raw %}", "{#", "&", "<", ">", "]]>", "<!--", "\x00", "\x01", "\x0b", "\x7f",
    "\x1b[31m", "\x85", "\u200b", "\u202e", "\u2028", "\ufeff", "\ufffd", "\ufffe", "\ufdd0",
    "\U00020bb7", "\U000f0000", "=1+1", "@SUM(A1)", "%s", "\\", "'", '"', "|", "\t", "\r", "\n",
    "\u3000",
)  # fmt: skip
_FIGURES = (
    "0", "9" * 40, "1e999999", "-1", "1,234.5.6", "１２", "万亿", "〇" * 20, "0.0%", "100.1%", "½",
    "²", "2024年", "2023年", "99999年", "2024年13月32日", "二〇二四年", "NaN", "同比增长", "其中",
    "分别为",
)  # fmt: skip
_BRACKETS = (
    "（", "）", "((", "〔", "〕", "“", "”", "《", "》", "（" * 300, "〔" * 60,
    "《" * 100 + "》" * 99,
    "（一）", "一、", "一是" * 50, "1.", "①", "第一部分", "二、" * 30, "。" * 50, "；" * 50,
    "，" * 200, "〔待填〕", "〔答〕", "【上年", "上年", "本年答复：",
)  # fmt: skip
_WORDS = (
    "不足", "下一步", "主要原因是", "存在的不足和原因", "第一责任人", "2025年工作安排",
    "特此报告。", "附件：1.清单", "首页 > 要闻", "索引号：", "— 3 —", "类别|上年|本年",
    "比上年增加3件", "审结率85.29%",
)  # fmt: skip
_NUMBERS = ("0", "-1", "99999999999999999999", "1.5", "abc", "", "\u0663", "²", "2147483648", "０")
_BYTES = (
    b"\x00",
    b"\xff",
    b"\xff\xfe",
    b"\x81",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\r",
    b"\n",
)


# ------------------------------------------------------------------------------- sequences


def edited(items: Sequence[T], rng: random.Random, strange: Callable[[], T]) -> list[T]:
    """A list after one edit: deleted, doubled, swapped, moved, cut off, or joined by a stranger."""
    out = list(items)
    if not out:
        return [strange()]
    at, other = sorted((rng.randrange(len(out)), rng.randrange(len(out))))
    end = min(other, at + rng.choice((1, 1, 2, 5, 50)))
    kind = rng.randrange(7)
    if kind == 0:
        del out[at : max(end, at + 1)]
    elif kind == 1:
        out[at:at] = out[at : max(end, at + 1)] * rng.choice((1, 1, 2, 20))
    elif kind == 2:
        out[at], out[other] = out[other], out[at]
    elif kind == 3:
        out.append(out.pop(at))
    elif kind == 4:
        out = out[: rng.randrange(len(out) + 1)]
    else:
        out[at : at + (kind == 5)] = [strange()]
    return out


def times(rng: random.Random) -> range:
    """How many edits: mostly few, so that the file stays one of its kind."""
    return range(rng.choice((1, 1, 1, 2, 3, 8)))


def broken_bytes(data: bytes, rng: random.Random, *, is_in_place: bool = False) -> bytes:
    """Bytes changed, lost, doubled, zeroed or cut off; in place nothing else moves."""
    for _ in times(rng):
        at = rng.randrange(len(data) + 1)
        width = rng.choice((1, 1, 2, 4, 16, 512))
        kind = rng.choice((3, 4)) if is_in_place else rng.randrange(6)
        if kind == 0:
            data = data[:at] + data[at + width :]
        elif kind == 1:
            data = data[:at] + rng.choice(_BYTES) * rng.choice((1, 2, 4)) + data[at:]
        elif kind == 2:
            data = data[:at] + data[at : at + width] + data[at:]
        elif kind == 3:
            data = data[:at] + rng.randbytes(min(width, len(data) - at)) + data[at + width :]
        elif kind == 4:
            data = data[:at] + b"\0" * min(width, len(data) - at) + data[at + width :]
        else:
            data = data[:at] if rng.random() < 0.3 else data[:at] + data[at + 1 :]
    return data


# ------------------------------------------------------------------------------------ text


def strange_words(rng: random.Random) -> str:
    """Something that a parser of reports may trip over."""
    return rng.choice(rng.choice((_HOSTILE, _FIGURES, _BRACKETS, _WORDS)))


def broken_text(text: str, rng: random.Random) -> str:
    """Lines and characters edited."""
    for _ in times(rng):
        if rng.random() < 0.4:
            lines = edited(text.split("\n"), rng, lambda: strange_words(rng))
            text = rng.choice(("\n", "\n", "\n", "\r\n", "\r", "")).join(lines)
        else:
            text = "".join(edited(text, rng, lambda: strange_words(rng)))
    return text


# ------------------------------------------------------------------------------------- XML


def broken_xml(data: bytes, rng: random.Random) -> bytes:
    """Elements, attributes and texts edited; what is no XML is broken by bytes."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return broken_bytes(data, rng)
    for _ in times(rng):
        _edit_element(rng.choice(list(root.iter("{*}*"))), rng)
    out = etree.tostring(root, encoding="UTF-8", xml_declaration=rng.random() < 0.8)
    return _with_doctype(out, rng) if rng.random() < 0.03 else out


def _edit_element(element: etree._Element, rng: random.Random) -> None:
    parent = element.getparent()
    kind = rng.randrange(9)
    if kind == 0 and parent is not None:
        parent.remove(element)
    elif kind == 1 and parent is not None:
        parent.insert(rng.randrange(len(parent) + 1), copy.deepcopy(element))
    elif kind == 2 and parent is not None:
        parent.insert(rng.randrange(len(parent)), element)
    elif kind == 3:
        _edit_attribute(element, rng)
    elif kind == 4:
        _edit_words(element, rng)
    elif kind == 5:
        stranger = rng.choice((etree.Comment("注"), etree.ProcessingInstruction("mso", "x")))
        element.insert(rng.randrange(len(element) + 1), stranger)
    elif kind == 6 and parent is not None:  # wrapped: in itself, or in a name of another kind
        shell = etree.Element(rng.choice((element.tag, parent.tag, "{urn:x}x", "x")))
        parent.replace(element, shell)
        shell.append(element)
    elif kind == 7 and parent is not None:  # its shell is lost
        for inner in reversed(list(element)):
            parent.insert(parent.index(element), inner)
        parent.remove(element)
    elif kind == 8:
        inner = element
        for _ in range(rng.choice((3, 300))):
            inner = etree.SubElement(inner, element.tag)


def _edit_attribute(element: etree._Element, rng: random.Random) -> None:
    names = list(element.attrib)
    if not names:
        return
    name = rng.choice(names)
    if rng.random() < 0.4:
        del element.attrib[name]
    else:
        element.set(name, rng.choice((*_NUMBERS, "../../../etc/passwd", "none", "true", "甲")))


def _edit_words(element: etree._Element, rng: random.Random) -> None:
    words = "".join(c for c in broken_text(element.text or "", rng) if c >= " " and c < "\ud800")
    element.text = words


def _with_doctype(data: bytes, rng: random.Random) -> bytes:
    bomb = b'<!DOCTYPE a [<!ENTITY x "y"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    start = data.find(b"?>") + 2 if data.startswith(b"<?xml") else 0
    data = data[:start] + bomb + data[start:]
    at = data.find(b"</", start + len(bomb))
    return data[:at] + rng.choice((b"&x;", b"&f;", b"&none;")) + data[at:]


# ------------------------------------------------------------------------------------- zip


def broken_zip(data: bytes, rng: random.Random) -> bytes:
    """A package with parts edited, lost, doubled, renamed or exchanged; or broken by bytes."""
    if rng.random() < 0.15:
        return broken_bytes(data, rng)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    likely = [n for n, (name, _) in enumerate(parts) if name.endswith((".xml", ".rels"))]
    weights = [20_000 if "document" in parts[n][0] else 2_000 for n in likely]
    for _ in times(rng):
        at = rng.choices(likely, weights)[0]
        if at >= len(parts):
            continue
        name, content = parts[at]
        kind = rng.randrange(30)
        if kind == 0:
            del parts[at]
        elif kind == 1:
            parts.append((name, content))
        elif kind == 2:
            parts[at] = (_strange_name(name, rng), content)
        elif kind == 3:
            parts[at] = (name, rng.choice(parts)[1])
        elif kind == 4:
            parts[at] = (name, broken_bytes(content, rng))
        else:
            parts[at] = (name, broken_xml(content, rng))
    return _zipped(parts, rng)


def _strange_name(name: str, rng: random.Random) -> str:
    return rng.choice(
        (
            name.upper(),
            f"../{name}",
            f"/{name}",
            name.replace("/", "\\"),
            "C:/x",
            f"{name}/",
            "甲",
            "",
        )
    )


def _zipped(parts: Sequence[tuple[str, bytes]], rng: random.Random) -> bytes:
    buffer = io.BytesIO()
    method = rng.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", method) as archive:
        warnings.simplefilter("ignore")  # of names that come twice
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    data = buffer.getvalue()
    if rng.random() < 0.05:  # sizes and flags of an entry that are lies
        at = data.rfind(b"PK\x01\x02")
        place = at + rng.choice((8, 10, 16, 20, 24, 28, 42))
        data = data[:place] + struct.pack("<H", rng.randrange(65536)) + data[place + 2 :]
    return data
