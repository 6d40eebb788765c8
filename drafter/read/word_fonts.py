"""Which East Asian font and size a run of a `.docx` has: its own, its styles', the document's.

ISO/IEC 29500-1, 17.7.2 (style hierarchy) and 17.3.2.26 (w:rFonts): a font of the theme goes before
a font by name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeVar

from lxml import etree
from msgspec import Struct

from drafter.read.word_body import ShownLine
from drafter.read.word_styles import Styles
from drafter.read.wordml import attribute, child, name_of, number, value
from drafter.zh.width import count_han

_CHINESE = "Hans"
"""Script under which a theme names its font for simplified Chinese."""
_HALF_POINTS = 2
_LARGEST = 1638 * _HALF_POINTS
"""The largest size that Word sets."""
T = TypeVar("T")


class Type(Struct, frozen=True):
    """Font and size; each None where nothing says one."""

    font: str | None
    size_pt: float | None


class Fonts:
    """What decides about fonts: the style sheet and the theme (主题)."""

    def __init__(self, styles: Styles, theme: etree._Element | None) -> None:
        self._styles = styles
        self._theme = dict(_theme_fonts(theme))
        self._inherited: dict[tuple[str, str], Type] = {}

    def of_line(self, line: ShownLine) -> Type:
        """Font and size of most Chinese characters of a line; None of both where it has none."""
        fonts: Counter[str | None] = Counter()
        sizes: Counter[float | None] = Counter()
        for run in line.runs:
            count = count_han(line.text[run.start : run.end])
            if count:
                found = self._of_run(run.element)
                fonts[found.font] += count
                sizes[found.size_pt] += count
        return Type(_most(fonts), _most(sizes))

    def _of_run(self, run: etree._Element) -> Type:
        own = child(run, "w:rPr")
        host = next((e for e in run.iterancestors() if name_of(e) == "w:p"), None)
        properties = child(host, "w:pPr")
        key = (value(own, "w:rStyle") or "", value(properties, "w:pStyle") or "")
        if key not in self._inherited:
            styles = (*self._styles.run_chain(own), *self._styles.chain(properties))
            sources = [child(style, "w:rPr") for style in styles]
            self._inherited[key] = self._first([*sources, self._styles.defaults])
        found, inherited = self._first([own]), self._inherited[key]
        return Type(found.font or inherited.font, found.size_pt or inherited.size_pt)

    def _first(self, sources: Sequence[etree._Element | None]) -> Type:
        """The first font and the first size that any of some run properties names."""
        fonts = (self._named(child(source, "w:rFonts")) for source in sources)
        sizes = (number(source, "w:sz") for source in sources)
        size = next((size for size in sizes if size and size <= _LARGEST), None)
        return Type(next(filter(None, fonts), None), size / _HALF_POINTS if size else None)

    def _named(self, fonts: etree._Element | None) -> str | None:
        if fonts is None:
            return None
        themed = self._theme.get(attribute(fonts, "eastAsiaTheme") or "")
        return themed or attribute(fonts, "eastAsia")


def _theme_fonts(theme: etree._Element | None) -> Iterator[tuple[str, str]]:
    """The Chinese fonts of a theme by the names that `w:eastAsiaTheme` calls them."""
    for kind in ("major", "minor"):
        for scheme in () if theme is None else theme.iter(f"{{*}}{kind}Font"):
            named = [font.get("typeface") for font in scheme.iterfind("{*}ea")]
            by_script = scheme.iterfind("{*}font")
            named += [f.get("typeface") for f in by_script if f.get("script") == _CHINESE]
            found = next(filter(None, named), None)
            if found:
                yield f"{kind}EastAsia", found


def _most(counts: Counter[T]) -> T | None:
    """What is most frequent, None of nothing."""
    return next((found for found, _ in counts.most_common(1)), None)
