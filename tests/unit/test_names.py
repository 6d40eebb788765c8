"""Names of places and bodies, and where they end."""

from __future__ import annotations

import re

import pytest

from drafter.zh import names
from drafter.zh.page import any_of, spaced


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (names.YEAR_RANGE, "2021—2025年", "2021—2025年"),
        (names.YEAR_RANGE, "2021年至2025年", "2021年至2025年"),
        (names.YEAR_RANGE, "2024年", None),
        (names.BOOK, "印发《学法办法》", "《学法办法》"),
        (names.DOUBLED_LEVEL, "云屏县县财政局", "县县"),
        (names.TITLE_TAIL, "年度报告（送审稿）", "（送审稿）"),
        (names.TITLE_TAIL, "年度报告(2024年度)", "(2024年度)"),
        (names.TITLE_TAIL, "年度报告（县级）", "（县级）"),
        (names.TITLE_TAIL, "年度报告（2025年2月10日）", None),
        (names.PARTY_BODY, "中共云屏县委云屏县人民政府", "中共云屏县委"),
        (names.PARTY_BODY, "中共云屏县委员会云屏县人民政府", "中共云屏县委员会"),
        (names.NAME_END, "云屏县司法局关于", "关于"),
        (names.NAME_END, "望溪镇二〇二四年", "二〇二四"),
        (names.NAME_END, "望溪镇2024年", "2024年"),
    ],
    ids=[
        "range",
        "range-in-words",
        "no-range",
        "book",
        "doubled",
        "tail",
        "tail-with-year",
        "tail-of-any-words",
        "date-is-no-tail",
        "party",
        "party-in-full",
        "end-about",
        "end-chinese-year",
        "end-year",
    ],
)
def test_a_piece_of_a_name_is_found(pattern: re.Pattern[str], text: str, found: str | None) -> None:
    match = pattern.search(text)
    assert (match.group() if match else None) == found


@pytest.mark.parametrize("text", ["区政府", "省教育厅", "市委", "县人民政府"])
def test_generic_bodies_name_nobody(text: str) -> None:
    generic = names.GENERIC_BODY.fullmatch(text) is not None
    assert generic is (text in {"区政府", "市委"})


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2024年，云屏县坚持以新思想为指导", "云屏县"),
        ("2024年度，县司法局认真贯彻部署", "县司法局"),
        ("一年来，云屏县司法局深入学习", "云屏县司法局"),
        ("我县坚持依法行政", None),
        ("全县认真落实", None),
    ],
)
def test_the_subject_of_a_preamble_is_a_body_before_its_verb(text: str, name: str | None) -> None:
    found = names.sentence_subject(("局", "人民政府", "县")).search(text)
    assert (found["name"] if found else None) == name


def test_the_author_of_a_document_stands_in_its_name() -> None:
    found = names.document_author(("局",)).search("印发《云屏县水务局关于规范执法的意见》")
    assert found is not None
    assert found["name"] == "云屏县水务局"


def test_a_fuller_name_has_places_before_and_an_ending_after() -> None:
    text = "根据澄江市云屏县人民政府要求，云屏县司法局、云屏县云屏县人民政府"
    found = names.fuller_names("云屏县", text, ("市", "省", "县"), ("人民政府",))
    assert list(found) == ["根据澄江市云屏县人民政府", "云屏县", "云屏县", "云屏县人民政府"]
    assert list(names.fuller_names("清河县", text, ("市",), ())) == []


def test_a_title_may_end_before_a_blank_a_year_or_an_addressee() -> None:
    pattern = names.title_ends(("报告",))
    ends = [
        bool(pattern.search(text))
        for text in ("的报告 一", "的报告2024年", "的报告市政府：", "报告会")
    ]
    assert ends == [True, True, True, False]


def test_word_lists_become_patterns_the_longest_word_first() -> None:
    assert re.fullmatch(any_of(["县", "县政府"]), "县政府")
    assert re.fullmatch(spaced(["名称"]), "名\u3000称")
    assert re.search(any_of(["1+1"]), "1+1")
