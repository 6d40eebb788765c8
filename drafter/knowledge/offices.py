"""Who supplies what (供数部门): `offices.yaml`, with deadline, cut-off date and contact.

Loaded apart from the rest of the knowledge, since only the workbook needs it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from drafter.errors import DataFileError
from drafter.knowledge.document import Document, Problem, line_of
from drafter.knowledge.files import is_own, load_data, open_document, state_of
from drafter.knowledge.indicators import load_indicators
from drafter.knowledge.loader import load

FILE = "offices.yaml"
_INDICATORS = "indicators.yaml"
_YEAR, _NEXT_YEAR = "{年}", "{下年}"


class Office(Struct, frozen=True):
    """An office that supplies figures and answers.

    Attributes:
        name: As a sheet prints it; names the office's own workbook.
        indicators: Keys of the indicators that are its own; no other office has them.
        assists: Keys of indicators that it helps to check.
        themes: Keys of outline themes whose remaining matters go to it.
        deadline: When the sheet is due (交表期限), with the slots {年} and {下年}.
        cutoff: Up to when is counted (数据截止).
        basis: What is counted how (口径), with the same slots.
        contact: Whom to ask.
        verified: Whether the division of labour is confirmed.
        profiles: Keys of the kinds of bodies that have this office; empty for all.
    """

    name: str
    indicators: tuple[str, ...]
    assists: tuple[str, ...]
    themes: tuple[str, ...]
    deadline: str
    cutoff: str
    basis: str
    contact: str
    verified: bool
    profiles: tuple[str, ...] = ()


class Offices(Struct, frozen=True):
    """All offices in the order of the file, and the one that stands for nobody (未分工)."""

    offices: tuple[Office, ...]
    unassigned: Office

    def of(self, profile: str | None) -> Offices:
        """Those that a kind of body has: a department asks its own sections, a town its own.

        Args:
            profile: Key of `profiles.yaml`; None for all.
        """
        if profile is None:
            return self
        own = (o for o in self.offices if not o.profiles or profile in o.profiles)
        return replace(self, offices=tuple(own))

    def supplier(self, indicator: str | None, theme: str | None) -> Office:
        """The office that an indicator belongs to, else that of the theme, else `unassigned`."""
        for office in self.offices:
            if indicator is not None and indicator in office.indicators:
                return office
        main = theme.partition(".")[0] if theme else None
        for office in self.offices:
            if main is not None and main in office.themes:
                return office
        return self.unassigned

    def assistants(self, indicator: str | None) -> tuple[Office, ...]:
        """The offices that help with an indicator."""
        return tuple(o for o in self.offices if indicator is not None and indicator in o.assists)

    def rank(self, office: Office) -> int:
        """Its place in the order of the file; `unassigned` comes last."""
        return self.offices.index(office) if office in self.offices else len(self.offices)


def filled(text: str, year: int) -> str:
    """A text of the file with its slots filled for the report on `year`."""
    return text.replace(_YEAR, str(year)).replace(_NEXT_YEAR, str(year + 1))


def load_offices(schemas: Path | None = None) -> Offices:
    """The shipped division of labour, or that of an office's own folder.

    Raises:
        DataFileError: The file is no YAML, breaks its schema, or contradicts itself.
    """
    return _load(*state_of(schemas))


@cache
def _load(schemas: Path | None, _state: tuple[tuple[str, int], ...]) -> Offices:
    data = load_data(FILE, schemas)
    problems = indicator_problems(schemas) if is_own(_INDICATORS, schemas) else ()
    problems += office_problems(schemas) if is_own(FILE, schemas) else ()
    if problems:
        raise DataFileError(problems)
    return Offices(
        offices=tuple(_office(row, data) for row in data["offices"]),
        unassigned=_office({"name": "未分工", "verified": True}, data),
    )


def _office(row: dict[str, Any], defaults: dict[str, Any]) -> Office:
    return Office(
        name=row["name"],
        indicators=tuple(row.get("indicators", ())),
        assists=tuple(row.get("assists", ())),
        themes=tuple(row.get("themes", ())),
        deadline=row.get("deadline", defaults["deadline"]),
        cutoff=row.get("cutoff", defaults["cutoff"]),
        basis=row.get("basis", defaults["basis"]),
        contact=row.get("contact", defaults["contact"]),
        verified=row["verified"],
        profiles=_profiles(row, defaults),
    )


def _profiles(row: dict[str, Any], defaults: dict[str, Any]) -> tuple[str, ...]:
    return tuple(row.get("profiles", defaults.get("profiles", ())))


def indicator_problems(schemas: Path | None = None) -> tuple[Problem, ...]:
    """What no schema can say: the keys of the indicators are unique, their themes are known."""
    document, problems = open_document(_INDICATORS, schemas)
    if problems:
        return problems
    themes = {theme.key for theme in load(schemas).outline.themes}
    seen: set[str] = set()
    found: list[Problem] = []
    for number, row in enumerate(document.data["indicators"]):
        place = document.name, line_of(document, ("indicators", number, "key"))
        if row["key"] in seen:
            found.append((*place, f"指标“{row['key']}”重复；请改成不同的键"))
        if row["theme"] not in themes:
            found.append((*place, f"主题“{row['theme']}”不存在；请改为 outline.yaml 里的键"))
        seen.add(row["key"])
    return tuple(found)


def office_problems(schemas: Path | None = None) -> tuple[Problem, ...]:
    """What no schema can say: names, indicators and themes are unique, and the keys are known."""
    document, problems = open_document(FILE, schemas)
    if problems:
        return problems
    indicators = {row.key for row in load_indicators(schemas).indicators}
    themes = {theme.key for theme in load(schemas).outline.themes if theme.parent is None}
    profiles = {profile.key for profile in load(schemas).profiles.rows}
    return (
        *_unknown_defaults(document, profiles),
        *_unknown(document, "profiles", profiles, "单位类型", "profiles.yaml"),
        *_repeated_names(document),
        *_claims(document, "indicators", indicators, "指标", "indicators.yaml"),
        *_claims(document, "themes", themes, "主题", "outline.yaml"),
        *_unknown(document, "assists", indicators, "指标", "indicators.yaml"),
    )


def _rows(document: Document, field: str) -> Iterator[tuple[int, str, str]]:
    """(row, office, key) of one list of all offices."""
    for number, row in enumerate(document.data["offices"]):
        for key in row.get(field, ()):
            yield number, row["name"], key


def _repeated_names(document: Document) -> Iterable[Problem]:
    seen: set[str] = set()
    for number, row in enumerate(document.data["offices"]):
        if row["name"] in seen:
            yield _problem(document, number, "name", f"部门“{row['name']}”重复；请合并成一项")
        seen.add(row["name"])


def _claims(
    document: Document, field: str, known: set[str], what: str, file: str
) -> Iterable[Problem]:
    owners: dict[str, list[int]] = {}
    for number, _, key in _rows(document, field):
        rivals = [n for n in owners.setdefault(key, []) if _meet(document, n, number)]
        if rivals:
            owner = document.data["offices"][rivals[0]]["name"]
            text = f"{what}“{key}”已经归“{owner}”；一个{what}只能归一个部门，请删去一处"
            yield _problem(document, number, field, text)
        owners[key].append(number)
    yield from _unknown(document, field, known, what, file)


def _meet(document: Document, one: int, other: int) -> bool:
    """Whether a kind of body has both offices."""
    first, second = (_profiles(document.data["offices"][n], document.data) for n in (one, other))
    return not first or not second or not set(first).isdisjoint(second)


def _unknown_defaults(document: Document, known: set[str]) -> Iterable[Problem]:
    for key in document.data.get("profiles", ()):
        if key not in known:
            text = f"单位类型“{key}”不存在；请改为 profiles.yaml 里的键"
            yield document.name, line_of(document, ("profiles",)), text


def _unknown(
    document: Document, field: str, known: set[str], what: str, file: str
) -> Iterable[Problem]:
    for number, _, key in _rows(document, field):
        if key not in known:
            yield _problem(document, number, field, f"{what}“{key}”不存在；请改为 {file} 里的键")


def _problem(document: Document, row: int, field: str, text: str) -> Problem:
    return document.name, line_of(document, ("offices", row, field)), text
