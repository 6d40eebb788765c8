"""Whether two names are of one body: another place is another body, another name a doubt."""

from __future__ import annotations

import pytest

from drafter.knowledge import load
from drafter.knowledge.bodies import same_body


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("江南省宁川市人民政府", "江南省临江市人民政府"),
        ("宁川市东湖区司法局", "宁川市西湖区司法局"),
        ("云岫县枫汀镇人民政府", "云岫县柳渡乡人民政府"),
    ],
)
def test_bodies_of_different_places_are_others(one: str, other: str) -> None:
    assert same_body(one, other, load()) == "other"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("云岫县人民政府", "江南省云岫县人民政府"),
        ("云岫县人民政府", "云岫县"),
        ("中共云岫县委、云岫县人民政府", "云岫县人民政府"),
        ("中共云岫县委", "云岫县人民政府"),
        ("云岫县人民政府办公室", "云岫县人民政府"),
        ("云岫县林草局", "云岫县林业和草原局"),
        ("县市场监管局", "云岫县市场监督管理局"),
        ("云岫县城市管理局（综合行政执法局）", "云岫县城市管理局"),
        ("柳渡街道办", "宁川市柳渡街道办事处"),
        (None, "云岫县人民政府"),
        ("云岫县司法局", ""),
    ],
)
def test_a_body_may_be_named_shorter_or_with_its_party_committee(
    one: str | None, other: str
) -> None:
    assert same_body(one, other, load()) == "same"
    assert same_body(other, one, load()) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("云岫县司法局", "云岫县水利局"),
        ("县市场监督管理局", "县工商行政管理局"),
        ("云岫县司法局", "云岫县人民政府"),
        ("云岫县枫汀镇人民政府", "云岫县人民政府"),
        ("云岫县经济开发区管理委员会", "云岫县人民政府"),
    ],
)
def test_another_name_of_the_same_place_is_a_doubt(one: str, other: str) -> None:
    assert same_body(one, other, load()) == "doubtful"
    assert same_body(other, one, load()) == "doubtful"
