"""Sets of words behave like the alternation, longest first, that they stand for."""

from __future__ import annotations

import re

import pytest

from drafter.zh.words import Words, compile_words

WORDS = Words(("审查", "审查意见", "意见", "查"))
TEXTS = ["提出审查意见29条", "查", "", "审", "意见审查查"]


@pytest.mark.parametrize("text", TEXTS)
def test_it_finds_what_the_alternation_finds(text: str) -> None:
    pattern = re.compile("审查意见|审查|意见|查")
    assert [hit.span() for hit in WORDS.finditer(text)] == [
        m.span() for m in pattern.finditer(text)
    ]
    assert (WORDS.match(text) is None) == (pattern.match(text) is None)
    assert (WORDS.fullmatch(text) is None) == (pattern.fullmatch(text) is None)
    assert WORDS.sub("·", text) == pattern.sub("·", text)


def test_a_limit_cuts_the_text() -> None:
    hit = WORDS.search("提出审查意见", 0, 4)
    assert hit is not None
    assert hit[0] == "审查"


def test_the_longest_word_at_the_end() -> None:
    hit = WORDS.at_end("提出审查意见")
    assert hit is not None
    assert (hit[0], hit.start(), hit.end()) == ("审查意见", 2, 6)
    assert WORDS.at_end("提出审查意见书") is None


def test_words_near_a_place_unless_a_sign_parts_them() -> None:
    barred = frozenset("，")
    assert WORDS.near_end("意见已达", 2, barred) is not None
    assert WORDS.near_end("意见，达", 2, barred) is None
    assert WORDS.near("两次审查", 0, 2, barred) is not None
    assert WORDS.near("两，审查", 0, 2, barred) is None
    assert WORDS.near("两次的审查", 0, 2, barred) is None


def test_equal_lists_share_one_set() -> None:
    assert compile_words(["甲", "乙"]) is compile_words(("甲", "乙"))
