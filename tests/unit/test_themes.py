"""Which theme a section is, with score, three best, three bands."""

from __future__ import annotations

import pytest

from drafter.knowledge.outline import Theme, main_themes
from drafter.knowledge.part_titles import names_part, part_scores
from drafter.match.themes import (
    band_of,
    field_of,
    has_theme_word,
    score_themes,
    theme_index,
)
from drafter.model import Section, ThemeScore
from tests.reading import KNOWLEDGE, matched

INDEX = theme_index(KNOWLEDGE)
TITLE = "云屏县2024年法治政府建设年度报告\n"


def best(heading: str, body: str = "", part: str | None = "achievements") -> str:
    return score_themes(heading, body, part, INDEX)[0].theme


def sections(chapter: str) -> list[Section]:
    return list(matched(f"{TITLE}{chapter}\n五、存在的不足\n执法力量不足，培训不够深入。").sections)


@pytest.mark.parametrize(
    ("heading", "theme"),
    [
        ("（一）深入学习贯彻习近平法治思想", "leadership_thought"),
        ("健全政府机构职能体系", "gov_functions"),
        ("优化法治化营商环境", "business_env"),
        ("加强规范性文件监督管理", "rules_system"),
        ("严格落实重大行政决策程序", "decision"),
        ("严格规范公正文明执法", "enforcement"),
        ("健全突发事件应对体系", "emergency"),
        ("发挥行政复议主渠道作用", "disputes"),
        ("全面推进政务公开", "oversight"),
        ("加强行政执法监督", "oversight"),
        ("建设数字法治政府", "digital"),
        ("优化公共法律服务供给", "legal_services"),
        ("组织“宪法进农村”系列活动", "publicity"),
        ("推行“非接触式”办税缴费", "gov_functions"),
        ("强化审管衔接", "gov_functions"),
        ("执法护航，净化校外培训市场", "enforcement"),
        ("建强统计执法队伍，提升执法队伍能力", "capacity"),
        ("深化执法体制改革，加强综合执法队伍建设", "enforcement"),
        ("开展矿山安全法规宣传，强化社会共治", "publicity"),
        ("办好“开放日”，广泛开展普法活动", "publicity"),
        ("息诉止争，重大纠纷案件持续下降", "disputes"),
        ("健全消费维权机制", "disputes"),
        ("依法加强队伍建设，执法人员素质稳步提升", "capacity"),
        ("落实“谁执法谁普法”责任制", "publicity"),
        ("提升领导干部法治能力", "capacity"),
        ("依法有序推进复工复产", "emergency"),
        ("依法严格疫情防控", "emergency"),
        ("提高站位，把法治建设放在重要位置", "leadership_thought"),
        ("扛起政治责任，法治水利行稳致远", "leadership_thought"),
        ("厘清权责，用好赋权事项", "gov_functions"),
        ("为民解忧，法治惠民更有温度", "legal_services"),
        ("守住底线不放松，安全稳定局面更加巩固", "emergency"),
        ("健全水资源保护法规体系", "rules_system"),
        ("对接国际规则，推进制度型开放", "business_env"),
        ("村级法律顾问服务时间有限", "legal_services"),
        ("部分干部依法行政意识不强", "capacity"),
    ],
)
def test_a_heading_tells_its_theme(heading: str, theme: str) -> None:
    assert best(heading) == theme


@pytest.mark.parametrize("theme", main_themes(KNOWLEDGE.outline), ids=lambda theme: theme.key)
def test_the_heading_that_a_draft_adds_is_of_its_theme(theme: Theme) -> None:
    assert best(theme.heading) == theme.key


@pytest.mark.parametrize(
    ("body", "theme"),
    [
        ("全年行政执法检查31户，公示执法信息，行政处罚9件。", "enforcement"),
        ("受理行政复议申请12件，人民调解56件，矛盾纠纷及时化解。", "disputes"),
        ("开展宪法宣传周活动，培育法律明白人40名，普法进校园。", "publicity"),
    ],
    ids=["enforcement", "disputes", "publicity"],
)
def test_a_slogan_is_told_by_its_body(body: str, theme: str) -> None:
    assert best("以实干作答，以实绩说话", body) == theme


@pytest.mark.parametrize(
    ("heading", "body", "theme"),
    [
        ("守住一池碧水", "暗访采砂场31处，立案9起，罚款16万元，拆除码头2座。", "enforcement"),
        ("让办事像喝茶一样从容", "换证时限缩到3天，窗口午间不打烊，可自助办。", "gov_functions"),
        ("把道理讲到田埂上", "编排方言小品6个，制作短视频20条，在集市搭台宣讲14场。", "publicity"),
        ("磨出一把快刀", "师傅带教、岗位练兵、跟班实训，持证的升到九成。", "capacity"),
        ("一屏看全县", "归集9个系统的台账，打通接口14个，自动比对推送异常信息。", "digital"),
        ("有话好好说", "村里的和事佬上门劝和，邻里争议当天了结，上访的少了一半。", "disputes"),
    ],
)  # fmt: skip
def test_a_slogan_is_told_by_hints(heading: str, body: str, theme: str) -> None:
    (section,) = sections(f"一、主要举措和成效\n（一）{heading}\n{body}")
    assert section.theme == theme


def test_a_hint_alone_is_no_keyword() -> None:
    assert not has_theme_word("组织带教练兵", INDEX)


@pytest.mark.parametrize(
    ("body", "theme"),
    [
        ("清理规范性文件21件，宣布失效4件，修订管理办法3项，全部备案。", "rules_system"),
        ("执法力量不足，普法形式单一，矛盾纠纷多发，数据没有打通。", "other"),
    ],
    ids=["one-theme", "many-themes"],
)
def test_a_short_heading_with_the_name_of_a_part_is_told_by_its_body(body: str, theme: str) -> None:
    (section,) = sections(f"一、主要举措和成效\n（一）补齐短板\n{body}")
    assert section.theme == theme


def test_the_numeral_and_the_width_do_not_count() -> None:
    plain = score_themes("加强政务公开", "", "achievements", INDEX)
    assert score_themes("（三）加 强政务公开", "", "achievements", INDEX) == plain


def test_the_part_speaks_for_a_theme() -> None:
    assert best("以实干作答", "", "leadership") == "leadership_thought"
    assert best("以实干作答", "", "achievements") != "leadership_thought"


def test_scores_lie_between_nought_and_a_hundred_best_first() -> None:
    scores = [s.score for s in score_themes("规范行政执法，推进政务公开", "", None, INDEX)]
    assert scores == sorted(scores, reverse=True)
    assert 0 <= scores[-1] <= scores[0] <= 100
    assert len(scores) == len(INDEX.keys)


@pytest.mark.parametrize(
    ("first", "second", "band"),
    [(60, 20, "taken"), (60, 58, "check"), (30, 5, "check"), (10, 5, "none")],
    ids=["sure", "close-second", "low", "hopeless"],
)
def test_a_score_falls_into_a_band(first: float, second: float, band: str) -> None:
    assert band_of([ThemeScore("a", first), ThemeScore("b", second)]) == band


def test_a_section_keeps_its_three_best() -> None:
    (section,) = sections("一、主要举措和成效\n（一）规范行政执法。检查企业31户。")
    assert (section.theme, section.band) == ("enforcement", "taken")
    assert section.alternatives[0] == ThemeScore("enforcement", section.score)
    assert len(section.alternatives) == 3


def test_a_section_that_nothing_tells_has_no_theme() -> None:
    (section,) = sections("一、主要举措和成效\n（一）以实干作答。成绩喜人。")
    assert (section.theme, section.band) == (None, "none")
    assert len(section.alternatives) == 3


def test_a_part_inside_a_merged_chapter_is_no_theme() -> None:
    text = (
        f"{TITLE}一、主要举措和成效\n审查文件12件。\n二、存在的不足及打算\n"
        "（一）存在的不足\n执法力量不足，培训不够深入。\n（二）下一步打算\n将继续充实队伍。"
    )
    assert [s.theme for s in matched(text).sections] == ["other", "other"]


@pytest.mark.parametrize("heading", ["高位谋划推动", "坚持以上率下", "带头推动落实"])
def test_a_section_of_the_first_person_is_told_by_what_stands_below(heading: str) -> None:
    """谋划 is the name of a part elsewhere; here the body leaves no doubt."""
    text = (
        "云屏县2024年法治政府建设年度报告\n一、党政主要负责人履行推进法治建设第一责任人职责情况\n"
        f"（一）{heading}。县委主要负责人主持理论学习中心组学习，召开全面依法治县委员会会议。\n"
    )
    assert [s.theme for s in matched(text).sections] == ["leadership_thought"]


def test_a_passage_carries_the_theme_of_its_section() -> None:
    report = matched(
        f"{TITLE}一、主要举措和成效\n（一）规范行政执法。检查31户。\n二、存在的不足\n力量不足。"
    )
    (heading,) = [p for p in report.passages if p.theme]
    assert (heading.text, heading.theme) == ("（一）规范行政执法。", "enforcement")


def test_a_theme_word_is_seen() -> None:
    assert has_theme_word("规范行政执法", INDEX)
    assert not has_theme_word("以实干作答", INDEX)


@pytest.mark.parametrize(
    ("heading", "parts"),
    [
        ("主要举措和成效", {"achievements"}),
        ("党政主要负责人履行第一责任人职责情况", {"leadership"}),
        ("存在的不足和原因", {"shortcomings"}),
        ("下一年度主要安排", {"plans"}),
        ("2025年重点工作", {"plans"}),
        ("存在的不足和2025年打算", {"shortcomings", "plans"}),
        ("问题整改完成情况", set()),
        ("加强组织领导", set()),
    ],
)
def test_a_heading_names_parts(heading: str, parts: set[str]) -> None:
    assert set(part_scores(heading, KNOWLEDGE.outline, 2024)) == parts


def test_a_year_ahead_needs_the_report_year() -> None:
    assert not names_part("2025年重点任务清单", KNOWLEDGE.outline)
    assert part_scores("2025年任务清单", KNOWLEDGE.outline, 2024) == {"plans": 3.0}


@pytest.mark.parametrize(
    ("agency", "heading", "theme"),
    [
        ("云屏县审计局", "（一）锻造过硬审计队伍", "capacity"),
        ("云屏县人民政府", "（一）自觉接受审计监督", "oversight"),
        ("云屏县审计局", "（一）自觉接受人大代表和群众监督", "oversight"),
        ("云屏县信访局", "（一）规范信访制度建设", "rules_system"),
        ("云屏县人民政府", "（一）化解信访积案", "disputes"),
    ],
)
def test_the_field_of_an_office_says_little_of_a_section(
    agency: str, heading: str, theme: str
) -> None:
    field = field_of(agency, INDEX)
    assert score_themes(heading, "", "achievements", INDEX, field)[0].theme == theme


@pytest.mark.parametrize(
    ("heading", "theme"),
    [
        ("抓实超限治理", "enforcement"),
        ("严打假劣，农资市场秩序持续好转", "enforcement"),
        ("送法下乡，农民法治意识明显增强", "publicity"),
        ("坚持党委统揽，压实法治责任", "leadership_thought"),
        ("加强事中事后监管协同", "gov_functions"),
        ("及时公开预决算", "oversight"),
    ],
)
def test_words_of_departments_tell_a_theme(heading: str, theme: str) -> None:
    assert best(heading) == theme
