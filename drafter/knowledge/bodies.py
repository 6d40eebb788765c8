"""Whether two names (机关名称) are of one reporting body."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from drafter.knowledge.profiles import profile_by_ending
from drafter.zh.names import PLACE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from drafter.knowledge.loader import Knowledge

Sameness = Literal["same", "doubtful", "other"]
_DEPARTMENT = "department"


def same_body(one: str | None, other: str | None, knowledge: Knowledge) -> Sameness:
    """Whether two reports are of one body, by its names.

    `other`: they are of different places. The last place in either name does not stand in the
    other: 江南省云岫县 is 云岫县, and 宁川市东湖区 is not 宁川市西湖区.

    `doubtful`: two departments of different names, which may be one that was renamed; or bodies of
    different kinds, a county and its 司法局 or its town. A name without a body or a kind tells
    nothing.
    """
    names = [_without_start(name or "", knowledge) for name in (one, other)]
    places = [(PLACE.findall(name) or [""])[-1] for name in names]
    if all(places) and places[0] not in names[1] and places[1] not in names[0]:
        return "other"
    kinds = [profile_by_ending(name, knowledge.profiles) for name in names]
    if not all(names) or None in kinds:
        return "same"
    keys = {kind.key for kind in kinds if kind}
    if _DEPARTMENT not in keys:
        return "same" if len(keys) == 1 else "doubtful"
    return "same" if _may_name_one(names[0], names[1], knowledge) else "doubtful"


def _may_name_one(one: str, other: str, knowledge: Knowledge) -> bool:
    """Whether two names without their places hold each other, written out where they are short."""
    forms = short_forms(knowledge.words["organ_short_forms"])
    mine, others = (_written_out(name, forms) for name in (one, other))
    return any(a in b or b in a for a in mine for b in others)


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


def _without_start(name: str, knowledge: Knowledge) -> str:
    for start in knowledge.words["organ_starts"]:
        name = name.removeprefix(start)
    return name
