"""Who supplies what: the shipped division of labour is whole, an office's own is judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter import resources
from drafter.errors import DataFileError
from drafter.knowledge.indicators import load_indicators
from drafter.knowledge.offices import filled, load_offices, office_problems

OWN = """
deadline: "{下年}年2月1日"
cutoff: "全年"
basis: "{年}年全年"
contact: "王某"
offices:
  - name: "甲科"
    indicators: ["aid"]
    verified: true
  - name: "乙科"
    assists: ["aid"]
    themes: ["legal_services"]
    deadline: "{下年}年1月5日"
    verified: true
"""


def own(folder: Path, text: str) -> Path:
    (folder / "offices.yaml").write_text(text, "utf-8")
    return folder


def test_the_shipped_file_has_no_problem() -> None:
    assert office_problems() == ()


def test_every_indicator_has_an_office() -> None:
    offices = load_offices()
    names = {row.key for row in load_indicators().indicators}
    assert names == {key for office in offices.offices for key in office.indicators}


def test_nothing_shipped_is_said_to_be_verified() -> None:
    assert not any(office.verified for office in load_offices().offices)


def test_an_indicator_goes_before_a_theme(tmp_path: Path) -> None:
    offices = load_offices(own(tmp_path, OWN))
    assert offices.supplier("aid", "legal_services").name == "甲科"
    assert offices.supplier(None, "legal_services").name == "乙科"
    assert offices.supplier("notary", "legal_services.x").name == "乙科"
    assert offices.supplier("notary", "publicity").name == "未分工"
    assert [office.name for office in offices.assistants("aid")] == ["乙科"]
    assert offices.rank(offices.unassigned) == 2


@pytest.mark.parametrize(
    ("profile", "name"),
    [("county", "行政复议与应诉科"), ("department", "法规（法制）机构"), ("town", "司法所")],
)
def test_a_body_asks_the_offices_that_it_has(profile: str, name: str) -> None:
    assert load_offices().of(profile).supplier(None, "disputes").name == name


def test_offices_without_profiles_are_every_body_s(tmp_path: Path) -> None:
    offices = load_offices(own(tmp_path, OWN))
    assert offices.of("town") == offices


def test_bodies_of_different_kinds_may_each_have_an_owner(tmp_path: Path) -> None:
    text = OWN.replace('assists: ["aid"]', 'indicators: ["aid"]\n    profiles: ["town"]')
    text = text.replace("offices:", 'profiles: ["county"]\noffices:')
    offices = load_offices(own(tmp_path, text))
    assert offices.of("county").supplier("aid", None).name == "甲科"
    assert offices.of("town").supplier("aid", None).name == "乙科"


def test_an_office_may_have_a_deadline_of_its_own(tmp_path: Path) -> None:
    first, second = load_offices(own(tmp_path, OWN)).offices
    assert filled(first.deadline, 2025) == "2026年2月1日"
    assert filled(second.deadline, 2025) == "2026年1月5日"
    assert filled(first.basis, 2025) == "2025年全年"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('assists: ["aid"]', 'indicators: ["aid"]', "指标“aid”已经归“甲科”"),
        ('"legal_services"', '"legal"', "主题“legal”不存在"),
        ('indicators: ["aid"]', 'indicators: ["aids"]', "指标“aids”不存在"),
        ("乙科", "甲科", "部门“甲科”重复"),
        ('themes: ["legal_services"]', 'profiles: ["towns"]', "单位类型“towns”不存在"),
        ("offices:\n", 'profiles: ["towns"]\noffices:\n', "单位类型“towns”不存在"),
        ('verified: true\n  - name: "乙科"', 'x: 1\n  - name: "乙科"', "verified"),
    ],
    ids=[
        "claimed twice",
        "unknown theme",
        "unknown indicator",
        "same name",
        "profile",
        "default profile",
        "schema",
    ],
)
def test_mistakes_are_told_with_their_line(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    with pytest.raises(DataFileError) as caught:
        load_offices(own(tmp_path, OWN.replace(old, new)))
    assert message in str(caught.value)
    assert "offices.yaml 第" in str(caught.value)


def test_the_schema_file_is_shipped() -> None:
    assert (resources.folder("schemas") / "offices.schema.json").is_file()
