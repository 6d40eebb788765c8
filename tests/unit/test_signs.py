"""Patterns that are tried only where one of their words stands."""

import re

from drafter.zh.signs import signed

_DATED, _VISITED, _NAMED = re.compile("3月"), re.compile("来我[县市]"), re.compile("《.+》")
_TOLD = signed(("月日", _DATED), (("来", "到我"), _VISITED), ("《", _NAMED))


def test_patterns_come_in_their_order() -> None:
    assert _TOLD.promising("《通知》来了，3月") == [_DATED, _VISITED, _NAMED]


def test_a_pattern_with_two_of_its_words_comes_once() -> None:
    assert _TOLD.promising("3月5日") == [_DATED]


def test_the_first_character_of_a_word_is_not_enough() -> None:
    assert not _TOLD.promising("到会")


def test_a_word_alone_is_no_match() -> None:
    assert not _TOLD.match_in("5月以来")
    assert _TOLD.match_in("省厅来我县调研")
