"""Prompts (上年提示) of a draft that people have worked on: which are answered, and the answers."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from drafter.render.blanks import Spot
from drafter.zh.own_marks import PROMPT_STYLE
from drafter.zh.placeholders import is_placeholder
from drafter.zh.prompts import (
    answer_span,
    find_answer,
    find_mended,
    is_labelled,
    says_something,
)

_OPEN = "还有没填的空；已写进正文的，请删去这段提示"
_LOST = "“上年…”的话还在，问句没有了，分不清哪些是本年的答复；请删去上年的话，只留本年的"
_NONE = "没有答复；不需要写的，请删去这一段"
_BARE = "答复“{words}”不能单独成段；请写成完整的一句话，已写进正文的请删去这一段"


class Prompt(Struct, frozen=True, eq=False):
    """A prompt as it stands.

    Attributes:
        spot: Its paragraph.
        start: Where the answer begins in the paragraph's text.
        end: Where it ends, loose punctuation left out.
        problem: Why it counts as unanswered, in Chinese; empty where it is answered.
        is_continuation: Whether it goes on with the answer of the paragraph before.
        is_moot: Whether nobody answered it and nobody must: what it asks to mend is mended.
    """

    spot: Spot
    start: int
    end: int
    problem: str = ""
    is_continuation: bool = False
    is_moot: bool = False

    @property
    def answer(self) -> str:
        """The words of the answer, without a stop at the end where it has none."""
        return "" if self.is_moot else self.spot.text[self.start : self.end]


def read_prompts(spots: Sequence[Spot], bare: frozenset[str]) -> list[Prompt]:
    """The prompts among the paragraphs of a document, in order.

    A paragraph is one by its style, or by its words where WPS or a copy lost the style.

    Args:
        spots: All paragraphs.
        bare: Answers that are no sentence.
    """
    found: list[Prompt] = []
    previous: Spot | None = None
    for spot in spots:
        if is_prompt(spot):
            follows = bool(found) and found[-1].spot is previous
            prompt = _read(spot, bare, follows=follows)
            if prompt.is_continuation and prompt.answer and not prompt.problem:
                _settle(found)
            found.append(prompt)
        previous = spot
    return _without_moot(found)


def _without_moot(found: list[Prompt]) -> list[Prompt]:
    """如仍存在，下年措施 needs no answer where 是否已解决 says 已解决."""
    mended = find_mended([prompt.spot.text for prompt in found])
    return [
        replace(prompt, problem="", is_moot=True)
        if i in mended and _is_unanswered(prompt)
        else prompt
        for i, prompt in enumerate(found)
    ]


def _is_unanswered(prompt: Prompt) -> bool:
    """Whether nobody has typed a word behind the question."""
    words = prompt.spot.text[prompt.start : prompt.end]
    if prompt.problem == _NONE:
        return True
    return prompt.problem == _OPEN and is_placeholder(words)


def is_prompt(spot: Spot) -> bool:
    """Whether a paragraph quotes last year and asks."""
    if spot.style == PROMPT_STYLE:
        return True
    return is_labelled(spot.text) and find_answer(spot.text) is not None


def _read(spot: Spot, bare: frozenset[str], *, follows: bool) -> Prompt:
    answer = find_answer(spot.text)
    start, end = answer_span(spot.text, answer or 0)
    words = spot.text[start:end]
    is_empty = not spot.text.strip() and not spot.blanks  # emptied by hand: nothing is asked
    if spot.blanks:
        problem = _OPEN
    elif answer is None:
        problem = _LOST
    elif not words and not is_empty:
        problem = _NONE
    elif not is_empty and not says_something(words, bare):
        problem = _BARE.format(words=words)
    else:
        problem = ""
    return Prompt(spot, start, end, problem, is_continuation=follows and answer == 0)


def _settle(found: list[Prompt]) -> None:
    """Take a prompt for answered if the paragraphs behind it have the answer (typed with Enter)."""
    for number in range(len(found) - 1, -1, -1):
        if found[number].problem == _NONE:
            found[number] = replace(found[number], problem="")
        if not found[number].is_continuation:
            return
