"""From glyphs to printed lines (版面文字行): one line of text for each line on the paper.

Where a line begins right of the others, it begins with blanks; where the page leaves a gap, an
empty line stands. That is all that tells paragraphs in print; joining them is not done here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median, median_low

from msgspec import Struct

from drafter.read.pdf_glyphs import Glyph, PageGlyphs

_SAME_LINE = 0.5
"""Sizes that baselines of one line may differ: raised figures do; the next line is a size away."""
_DISPLAY = 2.5
"""Sizes of the text from which on letters are a layer of their own: watermarks, a red head."""
_TWICE = 0.15
"""Sizes between two prints of one glyph: bold type is imitated so. Neighbours stand apart."""
_BLANK = 0.6
"""Sizes of a gap that is a blank; Chinese and Latin letters stand a quarter apart without one."""
_WIDE_BLANK = 1.2
"""Sizes of a gap that is more than one blank: between 署名 and date, between columns of numbers."""
_CELL = 2.0
"""Sizes of a gap between the cells of a table, written as a tab."""
_SAME_EDGE = 0.6
"""Sizes that left edges of one margin differ: odd and even pages, quotes, rounding."""
_WIDEST_INDENT = 40
"""Blanks before a line at most: the line of a page has 28 characters, a place may be anywhere."""
_GAP = 1.6
"""Line pitches from one line to the next from which on there is a gap."""
_BODY = (0.12, 0.88)
"""Where on the page the text is: gaps to headers and page numbers part no paragraphs."""

_LEAST_LINES = 4
_GUTTER_ZONE = (0.35, 0.65)
_GUTTER = 1.0
_FULL_LINES = 0.5
_FULL_WIDTH = 0.7
_CROSSING = 0.2


class Page(Struct, frozen=True):
    """A page: its glyphs and its height, in points."""

    glyphs: PageGlyphs
    height: float


class _Row(Struct, frozen=True):
    """A printed line.

    Attributes:
        glyphs: From left to right, the first and the last of them visible.
        base: Its baseline, that of the largest glyph.
        size: The usual size of its glyphs.
    """

    glyphs: tuple[Glyph, ...]
    base: float
    size: float

    @property
    def left(self) -> float:
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        return self.glyphs[-1].right


class _Column(Struct, frozen=True):
    """Rows that stand under each other; `place` tells the columns of a page apart."""

    rows: tuple[_Row, ...]
    place: int
    height: float

    @property
    def margin(self) -> float | None:
        """The leftmost edge that two rows share."""
        edges = sorted((row.left, row.size) for row in self.rows)
        pairs = pairwise(edges)
        return next((a for (a, size), (b, _) in pairs if b - a < size * _SAME_EDGE), None)


def printed_lines(pages: Iterable[Page]) -> list[str]:
    """The lines of all pages, from top to bottom, column by column."""
    laid_out = [(page, _page_rows(page)) for page in pages]
    gutters = [_gutter(rows) for _, rows in laid_out]
    # The last page of two columns is hardly filled; the others tell how it is to be read.
    usual = median_low(found) if (found := [gutter for gutter in gutters if gutter]) else None
    columns = [
        (column, page)
        for (page, rows), gutter in zip(laid_out, gutters, strict=True)
        for column in _columns(rows, gutter or _fitting(rows, usual), page.height)
    ]
    margins = _margins([column for column, _ in columns])
    pitch = _pitch([column for column, _ in columns])
    out: list[str] = []
    done: Page | None = None
    for column, page in columns:
        if done is not None and page is not done:
            out += _slanted(done)
        done = page
        out += _column_lines(column, margins, pitch)
    return out + (_slanted(done) if done is not None else [])


def _slanted(page: Page) -> list[str]:
    text = "".join(glyph.char for glyph in page.glyphs.slanted).strip()
    return [text] if text else []


# --------------------------------------------------------------------- rows


def _rows(glyphs: Sequence[Glyph]) -> list[_Row]:
    """Printed lines from top to bottom."""
    groups: list[list[Glyph]] = []
    largest: Glyph | None = (
        None  # of the last group: raised figures and quotes do not move its line
    )
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.base):
        size = max(glyph.size, largest.size) if largest else glyph.size
        if largest is None or largest.base - glyph.base > size * _SAME_LINE:
            groups.append([])
            largest = glyph
        elif glyph.size > largest.size * 1.05:
            largest = glyph
        groups[-1].append(glyph)
    return [row for group in groups if (row := _row(group)) is not None]


def _row(glyphs: Sequence[Glyph]) -> _Row | None:
    """The glyphs of a line in order, none printed twice; None if nothing is visible."""
    out: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.left):
        twice = any(
            glyph.char == other.char and glyph.left - other.left < glyph.size * _TWICE
            for other in out[-2:]
        )
        if glyph.char and not twice:
            out.append(glyph)
    while out and not out[0].char.strip():
        del out[0]
    while out and not out[-1].char.strip():
        del out[-1]
    if not out:
        return None
    base = max(out, key=lambda glyph: glyph.size).base
    return _Row(tuple(out), base, median(glyph.size for glyph in out))


def _layers(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    usual = median(glyph.size for glyph in glyphs) if glyphs else 0.0
    yield [glyph for glyph in glyphs if glyph.size < usual * _DISPLAY]
    yield [glyph for glyph in glyphs if glyph.size >= usual * _DISPLAY]


# ------------------------------------------------------------------ columns


def _page_rows(page: Page) -> list[_Row]:
    text, display = _layers(page.glyphs.upright)
    return sorted(_rows(text) + _rows(display), key=lambda row: -row.base)


def _columns(rows: Sequence[_Row], gutter: float | None, height: float) -> list[_Column]:
    """The columns of a page in reading order; lines over its whole width part it into bands."""
    if gutter is None:
        return [_Column(tuple(rows), 0, height)]
    out: list[_Column] = []
    band: list[_Row] = []
    for row in rows:
        if _crosses(row, gutter):
            out += _two_columns(band, gutter, height)
            out.append(_Column((row,), 0, height))
            band = []
        else:
            band.append(row)
    return out + _two_columns(band, gutter, height)


def _two_columns(band: Sequence[_Row], gutter: float, height: float) -> list[_Column]:
    # Lines of two columns need not stand on one baseline, so rows are made anew on either side.
    glyphs = [glyph for row in band for glyph in row.glyphs]
    sides = (
        _rows([glyph for glyph in glyphs if glyph.left < gutter]),
        _rows([glyph for glyph in glyphs if glyph.left >= gutter]),
    )
    return [_Column(tuple(rows), n, height) for n, rows in enumerate(sides, start=1) if rows]


def _crosses(row: _Row, gutter: float) -> bool:
    """Whether a row goes over the gutter, with a glyph or from one to the next."""
    if not row.left < gutter < row.right:
        return False
    pairs = pairwise(row.glyphs)
    wide = any(
        a.right <= gutter <= b.left and b.left - a.right >= row.size * _GUTTER for a, b in pairs
    )
    return not wide


def _gutter(rows: Sequence[_Row]) -> float | None:
    """The middle of the strip between two columns of prose, None where the page has one column."""
    if len(rows) < _LEAST_LINES:
        return None
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    low, high = (left + (right - left) * share for share in _GUTTER_ZONE)
    gaps = [
        (max(a.right, low), min(b.left, high))
        for row in rows
        for a, b in pairwise(row.glyphs)
        if b.left - a.right >= row.size * _GUTTER and a.right < high and b.left > low
    ]
    most, gutter = _most_covered(gaps)
    return gutter if most >= _LEAST_LINES and _parts_prose(rows, gutter, left, right) else None


def _most_covered(gaps: Sequence[tuple[float, float]]) -> tuple[int, float]:
    """How many gaps share one place at most, and the middle of that place."""
    edges = sorted([(start, 1) for start, _ in gaps] + [(end, -1) for _, end in gaps])
    most, middle, count = 0, 0.0, 0
    for (place, step), (after, _) in pairwise(edges):
        count += step
        if count > most:
            most, middle = count, (place + after) / 2
    return most, middle


def _fitting(rows: Sequence[_Row], gutter: float | None) -> float | None:
    """The gutter of the other pages, if hardly a line of this one goes over it."""
    if gutter is None or sum(_crosses(row, gutter) for row in rows) > len(rows) * _CROSSING + 2:
        return None
    return gutter


def _parts_prose(rows: Sequence[_Row], gutter: float, left: float, right: float) -> bool:
    """Whether both sides are lines of prose that fill their column; cells of a table do not."""
    crossing = [row for row in rows if _crosses(row, gutter)]
    if len(crossing) > len(rows) * _CROSSING:
        return False
    glyphs = [glyph for row in rows if not _crosses(row, gutter) for glyph in row.glyphs]
    for start, end, side in (
        (left, gutter, [glyph for glyph in glyphs if glyph.left < gutter]),
        (gutter, right, [glyph for glyph in glyphs if glyph.left >= gutter]),
    ):
        lines = _rows(side)
        full = [row for row in lines if row.right - row.left >= (end - start) * _FULL_WIDTH]
        if len(lines) < _LEAST_LINES or len(full) < len(lines) * _FULL_LINES:
            return False
    return True


# -------------------------------------------------------------------- lines


def _margins(columns: Sequence[_Column]) -> dict[int, float]:
    """The left edge of each kind of column: the leftmost that a fifth of the pages agree on.

    A page of nothing but short paragraphs shows only their indent.
    """
    edges: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for column in columns:
        if column.margin is not None:
            edges[column.place].append((column.margin, column.rows[0].size))
    out = {}
    for place, found in edges.items():
        found.sort()
        for edge, size in found:
            near = sum(abs(other - edge) < size * _SAME_EDGE for other, _ in found)
            if near * 5 >= len(found):
                out[place] = edge
                break
    return out


def _pitch(columns: Sequence[_Column]) -> float:
    """The usual distance of two lines, in points."""
    steps = [
        above.base - below.base for column in columns for above, below in pairwise(column.rows)
    ]
    return median(steps) if steps else 0.0


def _column_lines(column: _Column, margins: dict[int, float], pitch: float) -> Iterator[str]:
    margin = column.margin
    usual = margins.get(column.place)
    size = median(row.size for row in column.rows) if column.rows else 0.0
    if margin is None or (usual is not None and margin > usual):
        margin = usual if usual is not None else margin
    above: _Row | None = None
    for row in column.rows:
        if above is not None and _is_gap(above, row, pitch, column.height):
            yield ""
        indent = (row.left - margin) / size if margin is not None else 0
        yield "\u3000" * round(min(max(0, indent), _WIDEST_INDENT)) + _text(row)
        above = row


def _is_gap(above: _Row, below: _Row, pitch: float, height: float) -> bool:
    if above.base - below.base < pitch * _GAP:
        return False
    low, high = (height * share for share in _BODY)
    return low < below.base and above.base < high


def _text(row: _Row) -> str:
    """The words of a row: what is wide is a blank, what is very wide a tab.

    Blanks of the file say little: some programs print none, others fill tables with them. Those of
    full width are typed, and kept.
    """
    glyphs = [glyph for glyph in row.glyphs if glyph.char != " "]
    typed = {b for a, b in pairwise(row.glyphs) if a.char == " "}
    pairs = list(pairwise(glyphs))
    # In a line that is spread over the measure every gap is wide, and none a blank.
    usual = max(0.0, median(b.left - a.right for a, b in pairs)) if len(pairs) > 1 else 0.0
    spread = usual if usual > row.size * _BLANK / 2 else 0.0
    pieces = [glyphs[0].char]
    for a, b in pairs:
        gap = (b.left - a.right - spread) / row.size
        pieces.append(_blank(gap, is_typed=b in typed) + b.char)
    return _whole("".join(pieces))


def _blank(gap: float, *, is_typed: bool) -> str:
    """What stands between two glyphs that are a gap of so many sizes apart."""
    if gap >= _CELL:
        return "\t"
    if gap >= _WIDE_BLANK:
        return "  "
    return " " if is_typed or gap >= _BLANK else ""


def _whole(text: str) -> str:
    """Halves of a character beyond the first plane put together: some systems give them apart."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
