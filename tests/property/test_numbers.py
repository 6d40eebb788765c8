"""Numbers of any size: drafted, checked and compared, or left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter import api
from drafter.options import DraftOptions

pytestmark = pytest.mark.property

NUMBER = st.builds(
    str.__add__,
    st.text("0123456789", min_size=1, max_size=40),
    st.one_of(st.just(""), st.text("0123456789", min_size=1, max_size=40).map(".{}".format)),
)
SENTENCES = (
    "受理案件{}件，办结{}件，办结率{}%。",
    "查处案件{}件，比上年的{}件增长{}%。",
    "受理{}件，其中民事{}件、刑事{}件。",
    "满意率由{}%提高到{}%，提高{}个百分点。",
    "投入{}亿元，是上年{}万元的{}倍。",
)


def _report(year: int, sentence: str) -> str:
    return (
        f"江州市{year}年法治政府建设年度报告\n一、举措\n（一）执法。\n{sentence}\n"
        f"二、不足\n人员不足。\n三、打算\n加强培训。\n江州市人民政府\n{year + 1}年1月20日\n"
    )


@settings(max_examples=40)
@given(st.sampled_from(SENTENCES), st.tuples(*[NUMBER] * 6))
def test_numbers_of_any_size_are_borne(
    tmp_path_factory: pytest.TempPathFactory, sentence: str, numbers: tuple[str, ...]
) -> None:
    folder: Path = tmp_path_factory.mktemp("numbers")
    old, new = folder / "2023.txt", folder / "2024.txt"
    old.write_text(_report(2023, sentence.format(*numbers[:3])), "utf-8")
    new.write_text(_report(2024, sentence.format(*numbers[3:])), "utf-8")
    assert api.compare(old, new).now.frame.year == 2024
    assert api.review(new, against=old).findings
    assert api.draft([api.read_report(old)], DraftOptions()).year == 2024
