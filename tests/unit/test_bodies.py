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
        ("宁川市住房和城乡建设局", "云岫县住房和城乡建设局"),
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
        ("浦东新区", "上海市浦东新区人民政府"),
        ("云岫县人社局", "云岫县人力资源社会保障局"),
        ("云岫县教体局", "云岫县教育和体育局"),
        ("云岫县城管局", "云岫县城市管理综合行政执法局"),
        ("云岫县民族宗教局", "云岫县民族宗教事务局"),
        ("云岫县住房城乡建设局", "云岫县住房和城乡建设局"),
        ("云岫县财政局（国有资产监督管理局）", "云岫县财政局"),
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
        ("宁川市司法局", "宁川市东湖区司法局"),
        ("宁川高新区", "宁川高新技术产业开发区管委会"),
        ("云岫区公安分局", "宁川市公安局云岫分局"),
        ("黔东南州", "黔东南苗族侗族自治州"),
    ],
)
def test_another_name_of_the_same_place_is_a_doubt(one: str, other: str) -> None:
    assert same_body(one, other, load()) == "doubtful"
    assert same_body(other, one, load()) == "doubtful"
