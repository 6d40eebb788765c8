"""Chapters, and the tone of a text: does it report, confess, or promise?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from drafter.model import Passage
from drafter.zh.dates import find_years
from drafter.zh.heading_text import COMMA, FUTURE, HOW_ABLE, POORLY, turn_to, will_act
from drafter.zh.sentences import half_sentences, sentences
from drafter.zh.words import Words, compile_words

_SEVERAL = 2
_ANNOUNCED = 40
"""Code points within which 将 stands that makes the whole sentence a promise."""
FRAME_ROLES = frozenset(
    {"noise", "title", "addressee", "preamble", "closing", "signature", "date", "attachment"}
)


class Chapter(Struct, frozen=True):
    """Indices of passages from a level-1 heading, which is the first, to before the next one."""

    members: tuple[int, ...]


def chapters_of(passages: Sequence[Passage]) -> list[Chapter]:
    """The chapters of a report; text before the first level-1 heading is none."""
    groups: list[list[int]] = []
    for i, passage in enumerate(passages):
        if passage.role in FRAME_ROLES:
            continue
        if passage.role == "heading" and passage.level == 1:
            groups.append([i])
        elif groups:
            groups[-1].append(i)
    return [Chapter(tuple(group)) for group in groups]


class Tone:
    """Reads from the words of a sentence what it does; word lists in `schemas/words.yaml`."""

    def __init__(self, words: Mapping[str, tuple[str, ...]], year: int | None) -> None:
        self.words = words
        self.year = year
        self._turn = turn_to(words["plan_turns"])
        self._will = will_act(words["heading_verbs"])
        self._lacks = compile_words(words["shortcoming_marks"])
        self._nouns = compile_words(words["shortcoming_nouns"])
        self._turns = compile_words(words["shortcoming_turns"])
        self._done = compile_words(words["done_marks"])
        self._plans = compile_words(words["plan_marks"])
        self._mends = compile_words((*words["aims"], *words["remedies"]))
        self._mended = compile_words((*words["aims"], *words["remedies"], *words["prevented"]))
        self._resolved = compile_words(words["resolved_marks"])
        self._leads_up = compile_words(words["preamble_ends"])
        self._subjects = compile_words(words["leadership_subjects"])
        self._deeds = compile_words(words["leadership_deeds"])

    def turns_to_plans(self, sentence: str) -> bool:
        """Whether a sentence opens what will be done next year."""
        bare = sentence.strip()
        found = self._turn.match(bare) or self._will.match(bare)
        if found is not None:
            # 下一步 begins a promise unless the sentence only says that something is lacking.
            only_lacks = self._only_lacks(bare, self._mends)
            return self._plans.search(bare) is not None or not only_lacks
        years = find_years(bare[:24])
        ahead = self.year is not None and any(at.year == self.year + 1 for at in years)
        return ahead and (
            self._lacks.search(bare) is None or FUTURE.search(bare[:_ANNOUNCED]) is not None
        )

    def _only_lacks(self, sentence: str, mends: Words) -> bool:
        """Whether a sentence says of something that it is lacking, and not what `mends` it."""
        for clause in COMMA.split(sentence):
            lacking = self._lacks.search(clause)
            if lacking is None:
                continue
            mending = mends.search(clause, 0, lacking.end())
            if mending is None:
                return True
            # 整改不到位, 破解难题的能力不足: what mends is lacking itself.
            is_poor = POORLY.match(lacking[0]) is not None
            if is_poor and mending.end() == lacking.start():
                return True
            if clause.endswith(self.words["lack_exists"], mending.end(), lacking.start()):
                return True  # 防止权力滥用的制度存在短板
            if HOW_ABLE.search(clause, mending.start(), lacking.start()):
                return True
        return False

    def turns_to_shortcomings(self, sentence: str) -> bool:
        """Whether a sentence turns from what was achieved to what is lacking."""
        noun = self._nouns.search(sentence)
        turn = self._turns.search(sentence)
        turns = noun is not None and turn is not None and turn.start() < noun.end()
        return turns and self._resolved.search(sentence) is None

    def confesses(self, sentence: str) -> bool:
        """Whether a sentence names deficiencies as such and several of them."""
        named = self._nouns.search(sentence) is not None and self.lacks(sentence) >= _SEVERAL
        # 针对…等问题，开展… names deficiencies to tell what was done about them.
        done = self.reports(sentence) > 1 or sentence.strip().startswith(self.words["aims"])
        resolved = self._resolved.search(sentence) is not None
        return named and not done and not resolved and self._only_lacks(sentence, self._mended)

    def leads_up(self, sentence: str) -> bool:
        """Whether a sentence ends a preamble (…报告如下)."""
        return self._leads_up.search(sentence) is not None

    def lacks(self, text: str) -> int:
        """How many words of deficiency stand in it."""
        return len(self._lacks.findall(text))

    def promises(self, text: str) -> int:
        """How many words of intention stand in it."""
        found = len(self._plans.findall(text)) + 2 * len(FUTURE.findall(text))
        if self.year is not None:
            found += 3 * sum(at.year == self.year + 1 for at in find_years(text))
        return found

    def reports(self, text: str) -> int:
        """How many words of accomplishment stand in it."""
        return len(self._done.findall(text))

    def leads(self, text: str) -> int:
        """How much a text says of the first responsible person's deeds; 0 without that subject."""
        subjects = len(self._subjects.findall(text))
        return subjects + len(self._deeds.findall(text)) if subjects else 0


def clause_starts(text: str) -> list[tuple[int, str]]:
    """Offset and words of each sentence or part of one up to a semicolon."""
    return [(start, text[start:end]) for start, end in half_sentences(text)]


def sentence_starts(text: str) -> list[tuple[int, str]]:
    """Offset and words of each sentence."""
    return [(start, text[start:end]) for start, end in sentences(text)]
