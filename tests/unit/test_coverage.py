"""How much a text says of each theme."""

from __future__ import annotations

import pytest

from drafter.knowledge.coverage import themes_mentioned, themes_treated
from tests.bench.reports import report_text
from tests.reading import KNOWLEDGE


def test_words_of_a_theme_of_its_own_are_counted_once_each() -> None:
    text = "修订应急预案，开展应急演练2次，再次开展应急演练，建设救援队伍。"
    assert themes_mentioned(text, KNOWLEDGE)["emergency"] >= 3


def test_a_longer_word_is_not_counted_as_the_shorter_one_inside_it() -> None:
    mentioned = themes_mentioned("加强行政执法监督。", KNOWLEDGE)
    assert set(mentioned) == {"oversight"}


def test_blanks_and_width_do_not_count() -> None:
    assert themes_mentioned("应 急\u3000演练", KNOWLEDGE) == themes_mentioned("应急演练", KNOWLEDGE)


def test_a_text_on_nothing_mentions_nothing() -> None:
    assert not themes_mentioned("春天来了，花开满园。", KNOWLEDGE)


@pytest.mark.parametrize("number", range(3))
def test_a_theme_is_treated_that_is_mentioned_by_enough_words(number: int) -> None:
    text = "".join(report_text(number).split("\n")) + "，开展应急演练，修订应急预案，建设救援队伍"
    mentioned = themes_mentioned(text, KNOWLEDGE)
    themes = {theme.parent or theme.key for theme in KNOWLEDGE.outline.themes}
    for least in (1, 3, 8):
        treated = themes_treated(text, sorted(themes), least, KNOWLEDGE)
        assert set(treated) == {key for key, found in mentioned.items() if found >= least}


def test_a_word_that_a_longer_one_takes_away_counts_where_it_stands_alone() -> None:
    words = [w for theme in KNOWLEDGE.outline.themes for w in theme.keywords]
    longer, inner = next((a, b) for a in words for b in words if b in a and a.index(b) and a != b)
    for text in (longer, f"{longer}，{inner}", f"{longer}{inner}", f"{inner}，{longer}，"):
        for key in themes_mentioned(f"{longer}，{inner}", KNOWLEDGE):
            is_mentioned = key in themes_mentioned(text, KNOWLEDGE)
            assert (themes_treated(text, [key], 1, KNOWLEDGE) == (key,)) == is_mentioned
