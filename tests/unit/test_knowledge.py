"""The data files: shipped ones are right, an office's own are judged in its own words."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from drafter import resources
from drafter.errors import DataFileError, UnknownNameError
from drafter.knowledge import (
    Knowledge,
    has_lapsed,
    load,
    main_themes,
    part_of,
    profile_named,
    profile_of,
    source_for,
    theme_of,
)
from drafter.knowledge.checking import check
from drafter.knowledge.files import load_data
from drafter.knowledge.indicators import load_indicators
from drafter.model import PARTS

THEMES = (
    "leadership_thought", "capacity", "gov_functions", "business_env", "rules_system", "decision",
    "enforcement", "emergency", "disputes", "oversight", "digital", "legal_services", "publicity",
    "reform", "other",
)  # fmt: skip


@pytest.fixture(name="knowledge")
def _knowledge() -> Knowledge:
    return load()


def shipped(name: str) -> str:
    return (resources.folder("schemas") / name).read_text("utf-8")


def own(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, "utf-8")
    return folder


def touched_later(path: Path) -> None:
    """Sets a file's time a second on: the clock of a file system may be coarse."""
    later = path.stat().st_mtime_ns + 1_000_000_000
    os.utime(path, ns=(later, later))


def problems(folder: Path, name: str, text: str) -> list[str]:
    with pytest.raises(DataFileError) as caught:
        load(own(folder, name, text))
    return [f"{line}: {message}" for _, line, message in caught.value.problems]


def test_shipped_files_have_no_problem() -> None:
    assert check() == ()


def test_load_is_cached() -> None:
    assert load() is load()


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    """A process that lives on sees what an office has changed meanwhile."""
    text = shipped("profiles.yaml")
    assert load(own(tmp_path, "profiles.yaml", text)).profiles.default == "county"
    assert load(tmp_path) is load(tmp_path)
    changed = text.replace('default: "county"', 'default: "city"')
    touched_later(own(tmp_path, "profiles.yaml", changed) / "profiles.yaml")
    assert load(tmp_path).profiles.default == "city"


def test_changed_indicators_are_read_again(tmp_path: Path) -> None:
    name = "indicators.yaml"
    first = load_indicators(own(tmp_path, name, shipped(name)))
    assert load_indicators(tmp_path) is first
    touched_later(tmp_path / name)
    assert load_indicators(tmp_path) is not first


def test_outline_has_the_parts_and_themes_of_the_parse_format(knowledge: Knowledge) -> None:
    assert tuple(part.key for part in knowledge.outline.parts) == PARTS
    assert tuple(theme.key for theme in main_themes(knowledge.outline)) == THEMES
    assert knowledge.outline.orders["rule"] == (
        "achievements",
        "shortcomings",
        "leadership",
        "plans",
    )
    assert theme_of(knowledge.outline, "disputes.reconsideration").parent == "disputes"
    assert part_of(knowledge.outline, "plans").default_heading.startswith("{下年}年")


def test_no_title_stands_under_two_themes(knowledge: Knowledge) -> None:
    titles = [title for theme in main_themes(knowledge.outline) for title in theme.titles]
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize(
    ("key", "year", "source"),
    [
        ("enforcement", 2025, "《法治政府建设实施纲要（2021—2025年）》第五部分"),
        ("enforcement.procedure", 2024, "《法治政府建设实施纲要（2021—2025年）》第五部分（十五）"),
        ("enforcement", 2026, None),
        ("enforcement.enterprise", 2024, "《法治政府建设实施纲要（2021—2025年）》第五部分"),
        ("enforcement.enterprise", 2026, "国务院办公厅《关于严格规范涉企行政检查的意见》"),
        ("oversight.enforcement", 2026, "《行政执法监督条例》"),
        ("legal_services", 2025, None),
        ("shortcomings", 2026, "《法治政府建设与责任落实督察工作规定》关于年度报告内容的规定"),
        ("leadership.four", 2026, "《党政主要负责人履行推进法治建设第一责任人职责规定》第四条"),
    ],
)
def test_source_for_holds_by_report_year(
    knowledge: Knowledge, key: str, year: int, source: str | None
) -> None:
    found = source_for(knowledge.outline, key, year)
    assert (found.text if found else None) == source


def test_source_for_unknown_key(knowledge: Knowledge) -> None:
    with pytest.raises(KeyError):
        source_for(knowledge.outline, "no_such", 2025)


def test_lapsed_is_not_the_same_as_never_sourced(knowledge: Knowledge) -> None:
    assert has_lapsed(knowledge.outline, "enforcement", 2026)
    assert not has_lapsed(knowledge.outline, "enforcement", 2025)
    assert not has_lapsed(knowledge.outline, "legal_services", 2026)


def test_no_successor_of_the_outline_is_invented() -> None:
    text = shipped("outline.yaml")
    assert "2026—2030" not in text


@pytest.mark.parametrize(
    ("agency", "title", "key"),
    [
        ("青禾省人民政府", None, "province"),
        ("重庆市人民政府", None, "province"),
        ("白水市人民政府", None, "city"),
        ("云岭彝族自治州人民政府", None, "city"),
        ("白水市凌波区人民政府", None, "county"),
        ("中共青溪县委、青溪县人民政府", None, "county"),
        ("白水新区人民政府", None, "county"),
        ("白水市凌波区司法局", None, "department"),
        ("青溪县人民政府办公室", None, "department"),
        ("白水市发展和改革委员会", None, "department"),
        ("白水市国有资产监督管理委员会", None, "department"),
        ("省教育厅", None, "department"),
        ("青溪县石桥镇人民政府", None, "town"),
        ("凌波区东门街道办事处", None, "town"),
        ("白水高新技术产业开发区管理委员会", None, "zone"),
        ("高新区", None, "zone"),
        (None, "石桥镇2025年法治政府建设年度报告", "town"),
        (None, "青溪县司法局关于2025年法治政府建设情况的报告", "department"),
        (None, "白水市二〇二五年法治政府建设工作报告", "city"),
        (None, "关于2025年法治政府建设情况的报告", "county"),
        (None, None, "county"),
        ("某某", "石桥镇2025年法治政府建设年度报告", "town"),
        ("云屏市城市管理局(综合行政执法局)", None, "department"),
        ("云屏市文化广电旅游局（文物局）", None, "department"),
        ("云屏监狱", None, "department"),
        ("中国人民银行云屏市分行", None, "department"),
        ("云屏县卫生监督所", None, "department"),
    ],
)
def test_profile_of(knowledge: Knowledge, agency: str | None, title: str | None, key: str) -> None:
    assert profile_of(agency, title, knowledge).key == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("2025年以来，我委紧扣目标。我委印发普法责任清单，推动全市卫生健康工作。", "department"),
        ("我厅牵头立法2件，我省法治环境持续改善，我厅办理复议案件12件。", "department"),
        ("2023年，全省法治政府建设取得新成效，全省办理案件3000件，覆盖全国多地。", "province"),
        ("现将情况报告如下。聚焦我市重点任务，系统推进。", "city"),
        ("我街道牵头抓法治，全区排名靠前。", "town"),
        ("2025年，全乡组织学法4次，全面推进各项工作。", "town"),
        ("坚持依法行政，全面履行职能，全过程记录，本次会议。", "county"),
        ("我局落实责任，我市环境改善，服务我市企业，我市创建示范，我局办案12件。", "department"),
        ("我办统筹协调，我办组织督察，全区推进。", "department"),
        ("健全省级统筹机制，健全镇街协调机制。", "county"),
        ("现将省政府2024年度法治政府建设情况报告如下。在省委领导下，各市县扎实推进。", "province"),
        ("现将市政府部署的任务完成情况报告如下。我办牵头。", "department"),
    ],
)  # fmt: skip
def test_a_report_without_a_name_is_known_by_how_it_speaks_of_itself(
    knowledge: Knowledge, text: str, key: str
) -> None:
    assert profile_of(None, None, knowledge, [text]).key == key
    assert profile_of("白水市司法局", None, knowledge, [text]).key == "department"


def test_department_is_not_expected_to_cover_everything(knowledge: Knowledge) -> None:
    assert "emergency" not in profile_named("department", knowledge).expected
    assert set(profile_named("county", knowledge).expected) == {
        theme.key for theme in main_themes(knowledge.outline) if theme.expected
    }


def test_unknown_profile(knowledge: Knowledge) -> None:
    with pytest.raises(UnknownNameError, match="auto、province"):
        profile_named("village", knowledge)


def test_words_are_lists(knowledge: Knowledge) -> None:
    assert all(words and all(words) for words in knowledge.words.values())


def test_own_folder_replaces_only_what_it_has(tmp_path: Path, knowledge: Knowledge) -> None:
    changed = load(
        own(
            tmp_path,
            "profiles.yaml",
            shipped("profiles.yaml").replace('default: "county"', 'default: "city"'),
        )
    )
    assert changed.profiles.default == "city"
    assert changed.outline.themes == knowledge.outline.themes


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(
            ('default: "county"', 'default: "conty"'),
            ["9: 默认类型“conty”不存在"],
            id="unknown default",
        ),
        pytest.param(
            ('default: "county"', 'default: "county"\nnew: "x"'),
            ["10: 文件有不认识的字段“new”"],
            id="unknown key",
        ),
        pytest.param(
            ('default: "county"', "default: no"),
            [
                "9: “no”没有加引号",
            ],
            id="no is false",
        ),
        pytest.param(('default: "county"', "default: 012"), ["9: “012”没有加引号"], id="octal"),
        pytest.param(
            ('default: "county"', "default: 2026-01-05"),
            ["9: “2026-01-05”没有加引号"],
            id="timestamp",
        ),
        pytest.param(
            ('default: "county"', "default: 3"),
            ['9: “default”应为文字，现在是“3”；请加英文双引号写成 "3"'],
            id="number",
        ),
        pytest.param(
            ('default: "county"', 'default: "county"\ndefault: "city"'),
            ["10: 字段“default”写了两次"],
            id="twice",
        ),
        pytest.param(
            ('default: "county"', 'default: &a "county"\nx: *a'),
            ["9: 不支持 YAML 的锚点和别名"],
            id="alias",
        ),
        pytest.param(
            ('default: "county"', 'default: !!python/name:os.system "x"'),
            ["9: 不支持 YAML 标签"],
            id="tag",
        ),
        pytest.param(('default: "county"', "default: ["), [": 不是正确的 YAML"], id="broken"),
        pytest.param(
            ('    name: "省级"\n', ""),
            ["12: “profiles”的第1项（province）缺少字段“name”"],
            id="missing",
        ),
        pytest.param(
            ('    name: "省级"', '    nmae: "省级"'),
            ["12: ", "13: “profiles”的第1项（province）有不认识的字段“nmae”；是否应为“name”？"],
            id="typo",
        ),
        pytest.param(
            ('    name: "省级"', '    name: ""'),
            ["13: “profiles”的第1项（province）的“name”不能为空"],
            id="empty",
        ),
        pytest.param(
            ('    halves: ["government"]', '    halves: ["goverment"]'),
            ["“goverment”不在可选范围内；是否应为“government”？"],
            id="enum",
        ),
    ],
)
def test_own_file_is_judged_by_line_and_fix(
    tmp_path: Path, change: tuple[str, str], expected: list[str]
) -> None:
    found = problems(tmp_path, "profiles.yaml", shipped("profiles.yaml").replace(*change, 1))
    assert len(found) == len(expected)
    assert all(want in have for want, have in zip(expected, found, strict=True))


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    own(
        tmp_path,
        "profiles.yaml",
        shipped("profiles.yaml").replace('name: "省级"', "name: 1").replace('"市级"', '""'),
    )
    found = problems(
        tmp_path, "words.yaml", 'words_a:\n  note: "甲"\n  words: ["乙", "乙"]\nB:\n  note: "丙"\n'
    )
    assert len(found) == 4


def test_badly_written_phrase_is_found(tmp_path: Path) -> None:
    text = shipped("phrases.yaml").replace('"{年}{度|学年}"', '"{年份}{度|学年}"')
    (found,) = problems(tmp_path, "phrases.yaml", text)
    assert "不认识的槽“年份”" in found


def test_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_bytes("甲:\n".encode("gb18030"))
    with pytest.raises(DataFileError, match="不是 UTF-8"):
        load(tmp_path)


def test_empty_file(tmp_path: Path) -> None:
    assert "文件是空的" in problems(tmp_path, "words.yaml", "")[0]


def test_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="没有这个文件夹"):
        load(tmp_path / "nowhere")


@pytest.mark.parametrize("name", ["", "Outline 副本.yaml", "words.txt"])
def test_a_folder_without_any_data_file_is_refused(tmp_path: Path, name: str) -> None:
    if name:
        (tmp_path / name).write_text("甲: 1", "utf-8")
    with pytest.raises(DataFileError, match=r"没有一个数据文件；文件名应是.*outline\.yaml"):
        load(tmp_path)


def test_every_own_file_is_checked_also_those_of_other_stages(tmp_path: Path) -> None:
    own(tmp_path, "offices.yaml", "offices: 1\n")
    own(tmp_path, "words.yaml", "甲: 1\n")
    with pytest.raises(DataFileError) as caught:
        load(tmp_path)
    assert {"offices.yaml", "words.yaml"} <= set(re.findall(r"\w+\.yaml", str(caught.value)))


def test_a_list_that_an_offices_words_lack_is_the_shipped_one(tmp_path: Path) -> None:
    own(tmp_path, "words.yaml", 'aims:\n  note: "甲"\n  words: ["针对"]\n')
    words = load(tmp_path).words
    assert words["aims"] == ("针对",)
    assert words["organ_ends"] == load().words["organ_ends"]


def test_missing_fields_are_told_once(tmp_path: Path) -> None:
    own(tmp_path, "offices.yaml", "offices: []\n")
    texts = [text for _, _, text in check(tmp_path) if "缺少字段" in text]
    assert len(texts) == len(set(texts)) == 1


def test_check_names_files_nobody_reads(tmp_path: Path) -> None:
    own(tmp_path, "profile.yaml", "a: 1\n")
    assert any(file == "profile.yaml" and "程序不读" in text for file, _, text in check(tmp_path))


def test_load_data_of_another_stage_uses_the_same_rules(tmp_path: Path) -> None:
    own(tmp_path, "words.yaml", "a: 012\n")
    with pytest.raises(DataFileError, match="没有加引号"):
        load_data("words.yaml", tmp_path)
