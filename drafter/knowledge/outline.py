"""The outline (大纲): mandated parts, canonical themes, and what each of them rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeVar

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Side = Literal["party", "government", "both"]


class Citation(Struct, frozen=True):
    """What a demand rests on (依据), and for which report years.

    Attributes:
        text: As it is quoted in a comment.
        verified: False where it is still to be confirmed (待核实).
        valid_from: First report year, None without a beginning.
        valid_to: Last report year, None without an end.
    """

    text: str
    verified: bool
    valid_from: int | None = None
    valid_to: int | None = None


class Part(Struct, frozen=True):
    """One of the four mandated parts (四个部分).

    Attributes:
        default_heading: Used where last year had none; slots {年}, {下年} and {履职}, the
            profile's words for the part on the 第一责任人.
        titles: Typical headings.
        strong: Words that speak for the part wherever they stand in a heading.
        nouns: Words that speak for it unless the heading tells what was done about them.
        negative: Words that speak against it.
    """

    key: str
    name: str
    default_heading: str
    titles: tuple[str, ...]
    strong: tuple[str, ...]
    nouns: tuple[str, ...]
    negative: tuple[str, ...]
    source: Citation


class Theme(Struct, frozen=True):
    """A canonical theme (主题), or with `parent` a finer point under one (细目).

    Attributes:
        heading: Of the section that a draft adds where last year had none.
        titles: Typical headings.
        keywords: Words of headings and bodies.
        hints: Words of bodies that many a theme may use, yet this one most; may be empty.
        lacks: How the theme is usually put as a shortcoming; may be empty.
        sources: May be empty for what practice alone has made usual.
        expected: Whether a county's report usually has it.
    """

    key: str
    name: str
    parent: str | None
    heading: str
    titles: tuple[str, ...]
    keywords: tuple[str, ...]
    hints: tuple[str, ...]
    lacks: tuple[str, ...]
    sources: tuple[Citation, ...]
    expected: bool


class Point(Struct, frozen=True):
    """A point (要点) of parts two to four: a duty of a 第一责任人, the causes, matters of plans.

    Attributes:
        side: Whose duty it is; None outside part `leadership`.
    """

    key: str
    part: str
    name: str
    titles: tuple[str, ...]
    keywords: tuple[str, ...]
    sources: tuple[Citation, ...]
    side: Side | None


class TieBreak(Struct, frozen=True):
    """Which of two themes to take where both would do: `theme` before every one of `over`.

    Attributes:
        words: One of them must stand in the text …
        without: … and none of these.
    """

    words: tuple[str, ...]
    without: tuple[str, ...]
    theme: str
    over: tuple[str, ...]
    note: str


class Outline(Struct, frozen=True, eq=False):
    """All that a report must or usually does say; compared by identity, to cache by it.

    Attributes:
        parts: The four, in the outline's order.
        orders: Order id (`outline`, `rule`) → part keys.
        acts: What headings begin with that tell what was done.
        themes: Main themes each followed by its finer points.
    """

    parts: tuple[Part, ...]
    acts: tuple[str, ...]
    orders: Mapping[str, tuple[str, ...]]
    themes: tuple[Theme, ...]
    points: tuple[Point, ...]
    tiebreaks: tuple[TieBreak, ...]


Keyed = TypeVar("Keyed", Part, Theme)


def part_of(outline: Outline, key: str) -> Part:
    """The part with this key.

    Raises:
        KeyError: There is none.
    """
    return _by_key(outline.parts, key)


def theme_of(outline: Outline, key: str) -> Theme:
    """The theme or finer point with this key.

    Raises:
        KeyError: There is none.
    """
    return _by_key(outline.themes, key)


def main_themes(outline: Outline) -> tuple[Theme, ...]:
    """The themes of the parse format, without the finer points."""
    return tuple(theme for theme in outline.themes if theme.parent is None)


def source_for(outline: Outline, key: str, year: int) -> Citation | None:
    """What demands a part, theme or point of a report on `year`.

    A finer point without a source of its own rests on its theme's.

    Returns:
        None where nothing in force is known: for years after a plan's end its successor is
        unconfirmed, and the caller has to say so.

    Raises:
        KeyError: `key` is neither a part nor a theme nor a point.
    """
    part = next((part for part in outline.parts if part.key == key), None)
    if part is not None:
        return _in_force((part.source,), year)
    point = next((point for point in outline.points if point.key == key), None)
    if point is not None:
        return _in_force(point.sources, year)
    theme = theme_of(outline, key)
    found = _in_force(theme.sources, year)
    if found is None and theme.parent is not None:
        return source_for(outline, theme.parent, year)
    return found


def has_lapsed(outline: Outline, key: str, year: int) -> bool:
    """Whether a theme once had a source and has none in force for `year` (接续文件待核)."""
    theme = theme_of(outline, key)
    return bool(theme.sources) and source_for(outline, key, year) is None


def holds(valid_from: int | None, valid_to: int | None, year: int) -> bool:
    """Whether a report year lies within a validity; open ends hold for ever."""
    return (valid_from is None or year >= valid_from) and (valid_to is None or year <= valid_to)


def build_outline(data: Mapping[str, Any], acts: Iterable[str]) -> Outline:
    """The outline from the values of a valid `outline.yaml`; `acts` as in `Outline`."""
    return Outline(
        parts=tuple(_part(row) for row in data["parts"]),
        acts=tuple(acts),
        orders={name: tuple(keys) for name, keys in data["orders"].items()},
        themes=tuple(_theme(row) for row in data["themes"]),
        points=tuple(_point(row) for row in data["points"]),
        tiebreaks=tuple(
            TieBreak(
                tuple(r["words"]),
                tuple(r.get("without", ())),
                r["theme"],
                tuple(r["over"]),
                r["note"],
            )
            for r in data["tiebreaks"]
        ),
    )


def _part(row: Mapping[str, Any]) -> Part:
    return Part(
        key=row["key"],
        name=row["name"],
        default_heading=row["default_heading"],
        titles=tuple(row["titles"]),
        strong=tuple(row["strong"]),
        nouns=tuple(row.get("nouns", ())),
        negative=tuple(row["negative"]),
        source=Citation(**row["source"]),
    )


def _theme(row: Mapping[str, Any]) -> Theme:
    return Theme(
        key=row["key"],
        name=row["name"],
        parent=row.get("parent"),
        heading=row.get("heading", row["name"]),
        titles=tuple(row["titles"]),
        keywords=tuple(row["keywords"]),
        hints=tuple(row.get("hints", ())),
        lacks=tuple(row.get("lacks", ())),
        sources=_citations(row["sources"]),
        expected=row["expected"],
    )


def _point(row: Mapping[str, Any]) -> Point:
    return Point(
        key=row["key"],
        part=row["part"],
        name=row["name"],
        titles=tuple(row["titles"]),
        keywords=tuple(row["keywords"]),
        sources=_citations(row["sources"]),
        side=row.get("side"),
    )


def _citations(rows: Iterable[Mapping[str, Any]]) -> tuple[Citation, ...]:
    return tuple(Citation(**row) for row in rows)


def _in_force(sources: tuple[Citation, ...], year: int) -> Citation | None:
    return next(
        (source for source in sources if holds(source.valid_from, source.valid_to, year)), None
    )


def _by_key(rows: tuple[Keyed, ...], key: str) -> Keyed:
    for row in rows:
        if row.key == key:
            return row
    raise KeyError(key)
