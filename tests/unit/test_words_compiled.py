"""A set of words finds the same with and without its pattern."""

import random
import re

from drafter.zh.page import any_of
from drafter.zh.words import Words

POOL = ["法治", "法治政府", "法治政府建设", "政府", "建设", "建", "设法", "府建", "a.b", "a"]
ALPHABET = "法治政府建设a.b "


def spans(words: Words, text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [hit.span() for hit in words.finditer(text, start, end)]


def test_the_pattern_finds_what_the_loop_finds() -> None:
    chance = random.Random(6)
    for _ in range(300):
        chosen = chance.sample(POOL, chance.randint(1, len(POOL)))
        text = "".join(chance.choices(ALPHABET, k=40))
        start, end = sorted(chance.choices(range(41), k=2))
        slow, fast = Words(chosen), Words(chosen)
        list(fast.finditer("法" * 40_000))
        expected = [m.span() for m in re.compile(any_of(chosen)).finditer(text, start, end)]
        assert spans(slow, text, start, end) == spans(fast, text, start, end) == expected
        assert slow.findall(text) == fast.findall(text)
        first = slow.search(text, start, end)
        again = fast.search(text, start, end)
        assert (first and first.span()) == (again and again.span())


def test_no_words_find_nothing() -> None:
    none = Words([])
    assert list(none.finditer("法" * 40_000)) == []
    assert none.search("法治") is None


def test_words_at_a_place_are_those_that_are_spelled_there() -> None:
    chance = random.Random(7)
    for _ in range(300):
        chosen = chance.sample(POOL, chance.randint(1, len(POOL)))
        text = "".join(chance.choices(ALPHABET, k=20))
        words = Words(chosen)
        longest = sorted(chosen, key=len, reverse=True)
        for at in range(len(text) + 1):
            ending = [word for word in longest if text.endswith(word, 0, at)]
            beginning = [word for word in longest if text.startswith(word, at)]
            limited = [word for word in beginning if at + len(word) <= 12]
            assert [hit[0] for hit in words.all_at_end(text, at)] == ending
            assert [hit[0] for hit in [words.at_end(text, at)] if hit] == ending[:1]
            assert [hit[0] for hit in [words.match(text, at)] if hit] == beginning[:1]
            assert [hit[0] for hit in [words.match(text, at, 12)] if hit] == limited[:1]
