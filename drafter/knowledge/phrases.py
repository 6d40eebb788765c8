"""Expressions bound to their year or period (时效性表述): when they hold, and what else to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from drafter.model import StaleKind

if TYPE_CHECKING:
    from collections.abc import Mapping

UNVERIFIED = "待核实"
"""In the advice of an entry that tells itself what is not confirmed."""


class Phrase(Struct, frozen=True):
    """One row of `phrases.yaml`.

    Attributes:
        id: Unique, never reused.
        texts: In the language of `drafter.zh.slots`.
        valid_from: First report year in which it may stand as current, None without a beginning.
        valid_to: Last such year. Where both are None it has to be looked at each year.
        until_text: The validity ends with the last year number in the matched words.
        in_title: It counts only inside 《》.
        lapsed_only: It is marked only once it has expired.
        may_be_history: Whether it may stand where the words around tell it as past.
        beside: Name of a row of expressions: beside a current one of them the others may stand.
        unless: Longer words that it must not be a part of (项目前期 holds 目前).
        uses_laws: Its validity is that of the law it names, if that stands in the table of laws.
        advice: What to do once it has expired; `{年}` is the year drafted, `{年-1}` the one before.
        advice_current: What to say while it holds, None for the usual sentence.
        source: None if there is none to name.
        flags: Sentences in which it must be found.
        passes: Sentences in which it must not.
    """

    id: str
    kind: StaleKind
    texts: tuple[str, ...]
    valid_from: int | None
    valid_to: int | None
    until_text: bool
    in_title: bool
    lapsed_only: bool
    uses_laws: bool
    may_be_history: bool
    beside: str | None
    unless: tuple[str, ...]
    advice: str
    advice_current: str | None
    source: str | None
    verified: bool
    flags: tuple[str, ...]
    passes: tuple[str, ...]


class Law(Struct, frozen=True):
    """A law whose newness (新修订) has to be judged: new for a year before and after its start."""

    id: str
    title: str
    in_force: int
    note: str
    verified: bool


SUCCESSOR = "plan_successor"
"""Id of an expression that may be the name of the plan after a listed one."""


class Plan(Struct, frozen=True):
    """A plan (规划、纲要) with its right title and the periods there have been, newest first."""

    title: str
    ranges: tuple[tuple[int, int], ...]
    source: str
    verified: bool


class Garbled(Struct, frozen=True):
    """What is said of a plan's name that is almost right; `{正名}` in `advice` is the right one.

    `successor` is said where the years lie behind the last period there is known to have been.
    """

    id: str
    kind: StaleKind
    advice: str
    successor: str
    flags: tuple[str, ...]
    passes: tuple[str, ...]


class PhraseBook(Struct, frozen=True, eq=False):
    """All of `phrases.yaml`; compared by identity, so that compiled patterns can be cached by it.

    Attributes:
        rows: In the order of the file.
        boundaries: Words that end where a campaign's name begins.
        current: The usual sentence for a phrase that still holds.
    """

    rows: tuple[Phrase, ...]
    boundaries: tuple[str, ...]
    current: str
    garbled: Garbled
    laws: tuple[Law, ...]
    plans: tuple[Plan, ...]


def build_phrases(data: Mapping[str, Any]) -> PhraseBook:
    """The phrases from the values of a valid `phrases.yaml`."""
    garbled = data["garbled"]
    return PhraseBook(
        rows=tuple(_phrase(row) for row in data["phrases"]),
        boundaries=tuple(data["boundaries"]),
        current=data["current"],
        garbled=Garbled(
            id=garbled["id"],
            kind=garbled["kind"],
            advice=garbled["advice"],
            successor=garbled.get("successor", garbled["advice"]),
            flags=tuple(garbled["flags"]),
            passes=tuple(garbled["passes"]),
        ),
        laws=tuple(Law(**row) for row in data["laws"]),
        plans=tuple(
            Plan(
                row["title"],
                tuple((first, last) for first, last in row["ranges"]),
                row["source"],
                row["verified"],
            )
            for row in data["plans"]
        ),
    )


def _phrase(row: Mapping[str, Any]) -> Phrase:
    return Phrase(
        id=row["id"],
        kind=row["kind"],
        texts=tuple(row["texts"]),
        valid_from=row.get("valid_from"),
        valid_to=row.get("valid_to"),
        until_text=row.get("until") == "text",
        in_title=row.get("inside") == "title",
        lapsed_only=row.get("mark") == "lapsed",
        uses_laws=row.get("table") == "laws",
        may_be_history=row.get("history", True),
        beside=row.get("beside"),
        unless=tuple(row.get("unless", ())),
        advice=row["advice"],
        advice_current=row.get("advice_current"),
        source=row["source"],
        verified=row["verified"],
        flags=tuple(row["flags"]),
        passes=tuple(row["passes"]),
    )
