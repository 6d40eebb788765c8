"""How much a text says of each theme."""

from __future__ import annotations

import pytest

from drafter.knowledge.coverage import themes_mentioned
from tests.reading import KNOWLEDGE


def test_words_of_a_theme_of_its_own_are_counted_once_each() -> None:
    text = "修订应急预案，开展应急演练2次，再次开展应急演练，建设救援队伍。"
    assert themes_mentioned(text, KNOWLEDGE)["emergency"] >= 3


@pytest.mark.xfail(reason="行政执法监督 is no keyword, so 行政执法 takes it away from 执法监督")
def test_a_longer_word_is_not_counted_as_the_shorter_one_inside_it() -> None:
    mentioned = themes_mentioned("加强行政执法监督。", KNOWLEDGE)
    assert set(mentioned) == {"oversight"}


def test_blanks_and_width_do_not_count() -> None:
    assert themes_mentioned("应 急\u3000演练", KNOWLEDGE) == themes_mentioned("应急演练", KNOWLEDGE)


def test_a_text_on_nothing_mentions_nothing() -> None:
    assert not themes_mentioned("春天来了，花开满园。", KNOWLEDGE)
