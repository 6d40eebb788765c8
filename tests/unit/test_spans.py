"""Questions asked again and again of the stretches of one text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.zh.spans import Spans, has_between

PLACES = st.integers(0, 30)
STRETCHES = st.lists(st.tuples(PLACES, st.integers(1, 8)).map(lambda s: (s[0], s[0] + s[1])))


@given(STRETCHES, PLACES)
def test_a_position_is_held_by_the_stretches_around_it(
    stretches: list[tuple[int, int]], position: int
) -> None:
    assert Spans(stretches).hold(position) == any(a <= position < b for a, b in stretches)


@given(STRETCHES, PLACES, st.integers(1, 8))
def test_stretches_meet_where_they_share_a_position(
    stretches: list[tuple[int, int]], start: int, length: int
) -> None:
    end = start + length
    assert Spans(stretches).meet(start, end) == any(a < end and start < b for a, b in stretches)


@given(st.lists(PLACES).map(sorted), PLACES, PLACES)
def test_positions_in_order_are_looked_up(positions: list[int], start: int, end: int) -> None:
    assert has_between(positions, start, end) == any(start <= at < end for at in positions)
