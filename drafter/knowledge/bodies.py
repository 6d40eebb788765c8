"""Whether two names (机关名称) are of one reporting body."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from drafter.knowledge.profiles import SECOND_NAME, profile_by_ending
from drafter.zh.names import PLACE, VARIED
from drafter.zh.width import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from drafter.knowledge.loader import Knowledge
    from drafter.knowledge.profiles import Profile

Sameness = Literal["same", "doubtful", "other"]
_DEPARTMENT = "department"
_BEGIN = 2
"""Characters that a place keeps however it is shortened (黔东南州)."""


def same_body(one: str | None, other: str | None, knowledge: Knowledge) -> Sameness:
    """Whether two reports are of one body, by its names.

    `other`: they are of different places. The last place in either name does not stand in the
    other, nor begins as it does: 江南省云岫县 is 云岫县, 宁川市东湖区 is not 宁川市西湖区. Zones
    and branches are named in too many ways to be told apart so.

    `doubtful`: bodies of two places all the same (a city and its district), or two departments of
    different names, which may be one that was renamed. A name without a body or a kind tells
    nothing.
    """
    names = [_bare(name or "", knowledge) for name in (one, other)]
    kinds = _kinds(names, knowledge)
    places = [(PLACE.findall(name) or [""])[-1] for name in names]
    if all(places) and places[0] != places[1]:
        is_inside = places[0] in names[1] or places[1] in names[0]
        is_alike = places[0][:_BEGIN] == places[1][:_BEGIN] or VARIED.search("".join(names))
        if not is_inside:
            return "doubtful" if is_alike else "other"
        return "same" if None in kinds else "doubtful"
    if not all(names) or None in kinds or _DEPARTMENT not in {kind.key for kind in kinds if kind}:
        return "same"
    return "same" if _may_name_one(names[0], names[1], knowledge) else "doubtful"


def signs_for_other(titled: str | None, signed: str | None, knowledge: Knowledge) -> bool:
    """Whether a signature cannot be that of the body in the same report's title.

    A place may stand shortened in one of them (红枫州), but not as 县 in one, 市 in the other;
    two departments of one place are two, unless one is the office of a group that the other leads.
    """
    sameness = same_body(titled, signed, knowledge)
    if sameness != "doubtful":
        return sameness == "other"
    names = [_bare(name or "", knowledge) for name in (titled, signed)]
    one, other = ((PLACE.findall(name) or [""])[-1] for name in names)
    if one != other:
        return bool(one[:-1] == other[:-1])
    kinds = {kind.key if kind else None for kind in _kinds(names, knowledge)}
    words = knowledge.words["offices_within"]
    return kinds == {_DEPARTMENT} and not any(word in name for name in names for word in words)


def _kinds(names: Sequence[str], knowledge: Knowledge) -> list[Profile | None]:
    return [profile_by_ending(name, knowledge.profiles) for name in names]


def _may_name_one(one: str, other: str, knowledge: Knowledge) -> bool:
    """Whether of two names without their places one shortens the other."""
    forms = short_forms(knowledge.words["organ_short_forms"])
    mine, others = (_written_out(name, forms) for name in (one, other))
    return any(_shortens(a, b) or _shortens(b, a) for a in mine for b in others)


def _shortens(short: str, full: str) -> bool:
    """Whether the characters of a name stand in another one in their order (城管局)."""
    left = iter(full)
    return all(char in left for char in short)


def _written_out(name: str, forms: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The ways of writing a body's name without its place."""
    places = list(PLACE.finditer(name))
    bare = name[places[-1].end() :] if places else name
    full = (form for short, rows in forms.items() if bare.endswith(short) for form in rows)
    return (bare, *full)


@lru_cache(maxsize=8)
def short_forms(rows: tuple[str, ...]) -> Mapping[str, Sequence[str]]:
    """What short names of bodies are written out as: 林草局 → 林业和草原局.

    Args:
        rows: Of `words.yaml`, short and full names joined by `=`.
    """
    return {short: full for short, *full in (row.split("=") for row in rows)}


def _bare(name: str, knowledge: Knowledge) -> str:
    """A name without 中共 in front and without a second name in brackets."""
    name = SECOND_NAME.sub("", fold(name))
    for start in knowledge.words["organ_starts"]:
        name = name.removeprefix(start)
    return name
