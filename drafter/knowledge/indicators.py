"""Indicators (指标) and measure words (量词): `indicators.yaml` and `measures.yaml` of `schemas/`.

Loaded apart from the rest of the knowledge, since only the facts stage needs them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from drafter.knowledge.files import load_data, state_of

_LIST_KEYS = (
    "bare_nouns", "linkers", "trailing", "stops", "enders", "indexes", "changes", "vague_nouns",
    "fixed", "hotlines", "missed", "verbs", "adverbs", "scopes", "compounds", "cutters",
    "light_verbs", "case_units", "generic_nouns", "rate_suffixes", "causatives",
)  # fmt: skip


class Unit(Struct, frozen=True):
    """A measure word (量词).

    Attributes:
        word: As written; 万 and 亿 belong to the value, not here.
        not_before: What must not follow it (部 before 门).
        small: Whether Chinese numerals below ten with it are statistics (两次).
        han_only: Whether only Chinese numerals take it (八成).
        duration: Whether it measures time: deadlines with it are no statistics.
    """

    word: str
    not_before: tuple[str, ...] = ()
    small: bool = False
    han_only: bool = False
    duration: bool = False


class Measures(Struct, frozen=True):
    """The words by which figures, commitments and shortcomings are recognised.

    Attributes:
        units: All measure words.
        before: Approximators in front of a number (近).
        after: Approximators behind it (余).
        not_after: Approximator → characters before it that make it another word (节约).
        lists: The remaining lists of `measures.yaml` by name.
        commitments: Lists on how promises are worded, by name.
        shortcomings: Lists on how deficiencies are worded, by name.
        identities: Lists on how relations between figures are announced, by name.
    """

    units: tuple[Unit, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    not_after: Mapping[str, tuple[str, ...]]
    lists: Mapping[str, tuple[str, ...]]
    commitments: Mapping[str, tuple[str, ...]]
    shortcomings: Mapping[str, tuple[str, ...]]
    identities: Mapping[str, tuple[str, ...]]


class Indicator(Struct, frozen=True):
    """Something that offices count every year.

    Attributes:
        key: Stable.
        name: As a sheet for the offices prints it.
        aliases: Wordings in reports; words apart by blanks must all occur.
        units: Units it is counted in, empty if any.
        theme: Key of the outline's theme.
        context: One of these must stand in the same paragraph; empty if the alias says enough.
    """

    key: str
    name: str
    aliases: tuple[str, ...]
    units: tuple[str, ...]
    theme: str
    context: tuple[str, ...] = ()

    def fits(self, text: str) -> bool:
        """Whether a text has the context that the aliases need."""
        return not self.context or any(word in text for word in self.context)


class Indicators(Struct, frozen=True, eq=False):
    """Everything the facts stage knows: the indicators, and the words.

    Compared by identity, so that patterns compiled from it can be cached.
    """

    indicators: tuple[Indicator, ...]
    measures: Measures

    def get(self, key: str) -> Indicator | None:
        """The indicator of that key, None if there is none."""
        return next((x for x in self.indicators if x.key == key), None)


def load_indicators(schemas: Path | None = None) -> Indicators:
    """The shipped words and indicators; an office's own folder replaces the files it contains.

    Raises:
        DataFileError: A file is no YAML, or does not have the shape its schema describes.
    """
    return _load(*state_of(schemas))


@cache
def _load(schemas: Path | None, _state: tuple[tuple[str, int], ...]) -> Indicators:
    return Indicators(
        indicators=_indicators(load_data("indicators.yaml", schemas)),
        measures=_measures(load_data("measures.yaml", schemas)),
    )


def _measures(data: Mapping[str, Any]) -> Measures:
    near = data["approximators"]
    return Measures(
        units=tuple(
            Unit(
                row["word"], tuple(row.get("not_before", ())), row.get("small", False),
                row.get("han_only", False), row.get("duration", False),
            )
            for row in data["units"]
        ),
        before=tuple(near["before"]),
        after=tuple(near["after"]),
        not_after={word: tuple(bad) for word, bad in near["not_after"].items()},
        lists={key: tuple(data[key]) for key in _LIST_KEYS},
        commitments=_lists(data["commitments"]),
        shortcomings=_lists(data["shortcomings"]),
        identities=_lists(data["identities"]),
    )  # fmt: skip


def _lists(data: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(words) for key, words in data.items()}


def _indicators(data: Mapping[str, Any]) -> tuple[Indicator, ...]:
    return tuple(
        Indicator(
            key=row["key"],
            name=row["name"],
            aliases=tuple(row.get("aliases", ())),
            units=tuple(row.get("units", ())),
            theme=row["theme"],
            context=tuple(row.get("context", ())),
        )
        for row in data["indicators"]
    )
