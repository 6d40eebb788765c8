"""The page (版面) of a template: margins, line pitch, condensing and fonts, as a named profile.

A `page.yaml` holds several profiles, since offices differ, and names the one in use; what a profile
leaves out is that of `gb9704` (GB/T 9704-2012 《党政机关公文格式》).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from drafter.errors import TemplateError
from drafter.knowledge.document import Document, line_of
from drafter.knowledge.files import read_data
from drafter.render.characters import printable
from drafter.render.ooxml import child, w

_LIMITS = {
    "margin_top_mm": (5, 80),
    "margin_bottom_mm": (5, 80),
    "margin_left_mm": (5, 60),
    "margin_right_mm": (5, 60),
    "footer_mm": (0, 80),
    "line_pitch_pt": (16, 60),
    "title_pitch_pt": (22, 80),
    "condense_pt": (0, 2),
}
"""Range of each number; beyond it a page cannot be printed or read."""

_MOST = 20
"""Mistakes that are told at once; nobody mends more before the next check."""

_FONT_STYLES = {
    "body_font": ("Normal",),
    "heading1_font": ("heading 1",),
    "heading2_font": ("heading 2", "上年提示"),
    "title_font": ("Title",),
    "footer_font": ("footer",),
}
"""Which styles, by their names in the file, carry which font; the others inherit theirs."""


class Page(Struct, frozen=True):
    """One profile; the values given here are those of GB/T 9704-2012.

    Attributes:
        margin_top_mm: 天头.
        margin_left_mm: 订口.
        footer_mm: From the edge of the paper to the foot of the page number's line.
        line_pitch_pt: Exact line pitch (固定值行距) of the body.
        title_pitch_pt: The same for the title.
        condense_pt: By how much each body character is condensed (字符间距紧缩).
        latin_font: Font of Latin letters and digits; None takes the Chinese font of the paragraph.
        heading2_font: Also that of the prompts (上年提示).
    """

    margin_top_mm: float = 37
    margin_bottom_mm: float = 35
    margin_left_mm: float = 28
    margin_right_mm: float = 26
    footer_mm: float = 24.5
    line_pitch_pt: float = 28.95
    title_pitch_pt: float = 35
    condense_pt: float = 0.25
    body_font: str = "仿宋_GB2312"
    heading1_font: str = "黑体"
    heading2_font: str = "楷体_GB2312"
    title_font: str = "方正小标宋简体"
    footer_font: str = "宋体"
    latin_font: str | None = None


def load_page(path: Path) -> Page:
    """The profile that a `page.yaml` has in use.

    Raises:
        TemplateError: The file cannot be read, or a key or value in it is wrong.
    """
    return load_pages(path)[0]


def load_pages(path: Path) -> tuple[Page, ...]:
    """All profiles of a `page.yaml`, the one in use first; every one is checked.

    Raises:
        TemplateError: The file cannot be read, or a key or value in it is wrong.
    """
    document = read_data(path)
    if document.problems:
        raise _error(path.name, [(line, problem) for _, line, problem in document.problems])
    return _Reader(document).read()


def _error(name: str, problems: list[tuple[int | None, str]]) -> TemplateError:
    """All mistakes of a file as one error, which bears the line of the first."""
    (line, problem), *others = problems
    more = [f"第 {row} 行：{text}" if row else text for row, text in others]
    return TemplateError(name=name, line=line, problem="；".join([problem, *more]))


class _Reader:
    """Reads profiles; what is wrong is taken down with its line, and told when all is read."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._problems: list[tuple[int | None, str]] = []

    def read(self) -> tuple[Page, ...]:
        """The profile in use, then the others.

        Raises:
            TemplateError: Something is wrong; all of it is told.
        """
        known = ("use", "profiles")
        entries = self._entries((), self._document.data, known)
        if isinstance(self._document.data, dict):
            self._problems += [(None, f"缺少 {key}") for key in known if key not in entries]
        rows = self._entries(("profiles",), entries.get("profiles", {}))
        profiles = {key: self._page(key, row) for key, row in rows.items()}
        used = str(entries.get("use"))
        is_list = isinstance(entries.get("profiles"), dict)
        if is_list and "use" in entries and used not in profiles:
            listed = "、".join(map(str, profiles))
            self._tell(("use",), f"use 指向的“{used}”不在 profiles 里（有：{listed}）")
        if self._problems:
            in_order = sorted(self._problems, key=lambda problem: problem[0] or 0)
            raise _error(self._document.name, in_order)
        return (profiles[used], *(page for key, page in profiles.items() if key != used))

    def _page(self, profile: str, row: object) -> Page:
        at = ("profiles", profile)
        entries = self._entries(at, row, Page.__struct_fields__)
        values: dict[str, Any] = {}
        for key, value in entries.items():
            problem = (_number_problem if key in _LIMITS else _font_problem)(key, value)
            if problem:
                self._tell((*at, key), f"{key} {problem}")
            else:
                values[key] = value.strip() if isinstance(value, str) else value
        return replace(Page(), **values)

    def _entries(
        self, at: tuple[str, ...], value: object, known: tuple[str, ...] = ()
    ) -> dict[str, Any]:
        """The entries that are known; all where none are named."""
        if not isinstance(value, dict):
            self._tell(at, "这里应为“名称: 值”的形式")
            return {}
        if not known:
            return value
        for key in value:
            if key not in known:
                self._tell((*at, key), f"不认识“{key}”，可用的有：{'、'.join(known)}")
        return {key: entry for key, entry in value.items() if key in known}

    def _tell(self, at: tuple[str, ...], problem: str) -> None:
        if len(self._problems) < _MOST:  # each line is looked for from the start of the file
            self._problems.append((line_of(self._document, at), problem))


def _number_problem(key: str, value: object) -> str:
    """What is wrong with a number, empty if nothing is."""
    low, high = _LIMITS[key]
    if isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high:
        return ""
    return f"应为 {low} 到 {high} 之间的数"


def _font_problem(key: str, value: object) -> str:
    """What is wrong with the name of a font, empty if nothing is."""
    if value is None and key == "latin_font":
        return ""
    if not isinstance(value, str) or not value.strip():
        return "应为一个字体名"
    return "" if printable(value) == value else "里有不能用在 Word 文件中的字符"


def apply_page(page: Page, *, styles: etree._Element, section: etree._Element) -> None:
    """Set the profile in a style sheet and a section.

    Styles that the file does not have are passed over: an office's own style sheet may lack them.

    Args:
        page: The profile.
        styles: `w:styles`, changed in place.
        section: `w:sectPr`, changed in place.
    """
    margins = child(section, "pgMar")
    for side in ("top", "bottom", "left", "right"):
        margins.set(w(side), _twips_of_mm(getattr(page, f"margin_{side}_mm")))
    margins.set(w("footer"), _twips_of_mm(page.footer_mm))
    child(section, "docGrid").set(w("linePitch"), _twips(page.line_pitch_pt))
    by_name = {
        child(style, "name").get(w("val"), ""): style for style in styles.iterfind(w("style"))
    }
    for key, names in _FONT_STYLES.items():
        for name in by_name.keys() & set(names):
            _set_font(by_name[name], getattr(page, key), page.latin_font)
    if "Normal" in by_name:
        _set_pitch(by_name["Normal"], page.line_pitch_pt)
        spacing = child(child(by_name["Normal"], "rPr"), "spacing")
        spacing.set(w("val"), _twips(-page.condense_pt))
    if "Title" in by_name:
        _set_pitch(by_name["Title"], page.title_pitch_pt)


def _set_pitch(style: etree._Element, pitch_pt: float) -> None:
    spacing = child(child(style, "pPr"), "spacing")
    spacing.set(w("line"), _twips(pitch_pt))
    spacing.set(w("lineRule"), "exact")


def _set_font(style: etree._Element, chinese: str, latin: str | None) -> None:
    fonts = child(child(style, "rPr"), "rFonts")
    fonts.set(w("eastAsia"), chinese)
    for slot in ("ascii", "hAnsi", "cs"):
        fonts.set(w(slot), latin or chinese)


def _twips(points: float) -> str:
    return str(round(points * 20))


def _twips_of_mm(millimetres: float) -> str:
    return _twips(millimetres * 72 / 25.4)
