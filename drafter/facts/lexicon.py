"""The words of `measures.yaml` as compiled patterns, for the recognition of figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from drafter.knowledge.indicators import Indicators
from drafter.zh.quantities import QuantityGrammar, compile_quantities, compile_words

_AFTER_VERB = ("了", "过", "各", "共", "出", "成")
_LONGEST_VERB = 6


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns made of the words in `measures.yaml`, compiled once per data set."""

    grammar: QuantityGrammar
    small: frozenset[str]
    durations: frozenset[str]
    fixed: re.Pattern[str]
    hotlines: frozenset[str]
    missed: re.Pattern[str]
    vague: re.Pattern[str]
    links: re.Pattern[str]
    indexes: re.Pattern[str]
    verb: re.Pattern[str]
    verbs: frozenset[str]
    adverb: re.Pattern[str]
    scope: re.Pattern[str]
    compound: re.Pattern[str]
    cutter: re.Pattern[str]
    light: frozenset[str]
    case_units: frozenset[str]
    causative: re.Pattern[str]
    change: re.Pattern[str]
    trailing: tuple[str, ...]
    stop: re.Pattern[str]
    generic: frozenset[str]
    rates: tuple[str, ...]


@lru_cache(maxsize=8)
def lexicon_of(indicators: Indicators) -> Lexicon:
    """The patterns of a data set, compiled at the first call."""
    measures = indicators.measures
    lists = measures.lists
    return Lexicon(
        grammar=compile_quantities(
            ((u.word, u.not_before, u.han_only) for u in measures.units),
            lists["bare_nouns"], measures.before, measures.after, measures.not_after,
        ),
        small=frozenset(u.word for u in measures.units if u.small),
        durations=frozenset(u.word for u in measures.units if u.duration),
        fixed=compile_words(lists["fixed"]),
        hotlines=frozenset(lists["hotlines"]),
        missed=_words(lists["missed"], r"[^，,。；;、]{0,2}\Z"),
        vague=_words(lists["vague_nouns"], before=r"[^，,。；;、“《]{0,6}?"),
        links=_words(lists["linkers"], r"[约近超]?[过]?\Z"),
        indexes=_words(lists["indexes"], r"[^，,。；;]{0,8}\Z"),
        verb=compile_words(lists["verbs"]),
        verbs=frozenset(lists["verbs"]),
        adverb=compile_words((*lists["adverbs"], *lists["scopes"])),
        scope=compile_words(lists["scopes"]),
        compound=compile_words(lists["compounds"]),
        cutter=compile_words(lists["cutters"]),
        light=frozenset(lists["light_verbs"]),
        case_units=frozenset(lists["case_units"]),
        causative=compile_words(lists["causatives"]),
        change=compile_words(lists["changes"]),
        trailing=_longest_first(
            (*lists["trailing"], *_cut_off(lists["linkers"]), *measures.before)
        ),
        stop=compile_words(lists["stops"]),
        generic=frozenset(lists["generic_nouns"]),
        rates=lists["rate_suffixes"],
    )  # fmt: skip


def _words(words: tuple[str, ...], behind: str = "", *, before: str = "") -> re.Pattern[str]:
    """Any of some words with a pattern around them."""
    return re.compile(f"{before}(?:{compile_words(words).pattern}){behind}")


def _longest_first(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))


def _cut_off(linkers: tuple[str, ...]) -> tuple[str, ...]:
    """Linkers that are no part of a name: not 数量 and 总量."""
    return tuple(word for word in linkers if not word.endswith(("数", "量")))


def verb_at_end(words: str, lexicon: Lexicon) -> str | None:
    """The verb that some words end in, 了 or 共 behind it left out; None if there is none."""
    bare = words[:-1] if words.endswith(_AFTER_VERB) else words
    for end in (words, bare):
        for size in range(_LONGEST_VERB, 1, -1):
            if end[-size:] in lexicon.verbs:
                return end[-size:]
    return None
