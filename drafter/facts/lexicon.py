"""The words of `measures.yaml`, ready to be found in a text, for the recognition of figures."""

from __future__ import annotations

from functools import lru_cache

from drafter.knowledge.indicators import Indicators
from drafter.zh.quantities import YEARS_AND_A_HALF, compile_quantities
from drafter.zh.small_words import AFTER_VERB, AMOUNTS_END
from drafter.zh.words import compile_words

_LONGEST_VERB = 6


class Lexicon:
    """The words of `measures.yaml` by what they do, made once per data set."""

    def __init__(self, indicators: Indicators) -> None:
        # No dataclass: making one of so many fields takes longer than reading a paragraph.
        measures = indicators.measures
        lists = measures.lists
        self.grammar = compile_quantities(
            ((u.word, u.not_before, u.han_only) for u in measures.units),
            lists["bare_nouns"], measures.before, measures.after, measures.not_after,
        )  # fmt: skip
        self.small = frozenset(u.word for u in measures.units if u.small)
        durations = frozenset(u.word for u in measures.units if u.duration)
        self.durations = durations | {YEARS_AND_A_HALF}
        self.fixed = compile_words(lists["fixed"])
        self.hotlines = frozenset(lists["hotlines"])
        self.missed = compile_words(lists["missed"])
        self.vague = compile_words(lists["vague_nouns"])
        self.links = compile_words(lists["linkers"])
        self.indexes = compile_words(lists["indexes"])
        self.verb = compile_words(lists["verbs"])
        self.adverb = compile_words((*lists["adverbs"], *lists["scopes"]))
        self.scope = compile_words(lists["scopes"])
        self.compound = compile_words(lists["compounds"])
        self.cutter = compile_words(lists["cutters"])
        self.light = frozenset(lists["light_verbs"])
        self.case_units = frozenset(lists["case_units"])
        self.causative = compile_words(lists["causatives"])
        self.change = compile_words(lists["changes"])
        self.trailing = compile_words(
            (*lists["trailing"], *_cut_off(lists["linkers"]), *measures.before)
        )
        self.stop = compile_words(lists["stops"])
        self.ender = compile_words((*lists["stops"], *lists["enders"]))
        self.generic = frozenset(lists["generic_nouns"])
        self.rates = compile_words(lists["rate_suffixes"])


@lru_cache(maxsize=8)
def lexicon_of(indicators: Indicators) -> Lexicon:
    """The words of a data set, made ready at the first call."""
    return Lexicon(indicators)


def _cut_off(linkers: tuple[str, ...]) -> tuple[str, ...]:
    """Linkers that are no part of a name: not 数量 and 总量."""
    return tuple(word for word in linkers if not word.endswith(AMOUNTS_END))


def verb_at_end(words: str, lexicon: Lexicon) -> str | None:
    """The verb that some words end in, 了 or 共 behind it left out; None if there is none."""
    ends = (len(words), len(words) - 1) if words.endswith(AFTER_VERB) else (len(words),)
    for end in ends:
        for hit in lexicon.verb.all_at_end(words, end):
            if 1 < hit.end() - hit.start() <= _LONGEST_VERB:
                return hit[0]
    return None
