"""Which part each passage belongs to, by what it says."""

from __future__ import annotations

import pytest

from drafter.knowledge import load
from drafter.knowledge.part_titles import NAMED, part_scores
from drafter.model import PartReading, Report
from tests.reading import is_lossless, is_verbatim, matched, told_parts

TITLE = "云屏县2024年法治政府建设年度报告\n"
DEEDS = "一、主要举措和成效\n（一）加强组织领导。全县召开会议3次，审查文件12件，开展了普法宣传。\n"
LACK = "执法力量不足，培训不够深入。"
PLAN = "将充实执法队伍，加强业务培训。"


def reading(report: Report, key: str) -> PartReading:
    return next(part for part in report.parts if part.key == key)


def texts(report: Report, key: str) -> list[str]:
    return [p.text for p in report.passages if p.part == key]


def statuses(report: Report) -> dict[str, str]:
    return {part.key: part.status for part in report.parts}


# ----------------------------------------------------------- parts by heading


@pytest.mark.parametrize(
    "numerals", [("1、", "2、", "3、"), ("（一）", "（二）", "（三）"), ("1.", "2.", "3.")]
)
def test_sections_before_the_second_chapter_are_of_the_first(
    numerals: tuple[str, str, str],
) -> None:
    sections = [
        "强化组织领导\n全年召开会议，健全各项制度，压实工作责任。\n",
        "规范行政执法\n开展执法检查，评查案卷，公开执法信息。\n",
        "主要负责人履行推进法治建设第一责任人职责情况\n主要负责人带头学法，听取工作汇报。\n",
    ]
    deeds = "".join(map("".join, zip(numerals, sections, strict=True)))
    report = matched(
        f"{TITLE}2024年，我县扎实推进工作。现将情况报告如下：\n{deeds}二、存在的不足\n{LACK}\n"
        f"三、下一年度主要安排\n{PLAN}"
    )
    headings = [(p.level, p.part) for p in report.passages if p.role == "heading"]
    assert headings[:4] == [
        (2, "achievements"), (2, "achievements"), (2, "leadership"), (1, "shortcomings"),
    ]  # fmt: skip
    assert next(p.part for p in report.passages if p.text.startswith("2024年，我县")) is None


@pytest.mark.parametrize("leads", [True, False], ids=["leadership", "shortcomings"])
def test_bare_headings_before_the_first_part_are_sections_of_the_deeds(*, leads: bool) -> None:
    leadership = "主要负责人履行推进法治建设第一责任人职责情况\n主要负责人带头学法。\n"
    report = matched(
        f"{TITLE}2024年，我镇扎实推进法治建设。\n提高站位，强化组织领导\n全年召开会议，健全各项制度。\n"
        f"依法行政，规范执法行为\n开展执法检查，评查案卷，公开执法信息。\n"
        f"{leadership if leads else ''}问题与不足\n{LACK}\n来年展望\n{PLAN}"
    )
    headings = [(p.level, p.part) for p in report.passages if p.role == "heading"]
    assert headings[:2] == [(2, "achievements"), (2, "achievements")]
    assert [level for level, _ in headings[2:]] == [1] * (2 + leads)
    assert next(p.part for p in report.passages if p.text.startswith("2024年，我镇")) is None


def test_four_chapters_are_the_four_parts() -> None:
    report = matched(
        f"{TITLE}{DEEDS}二、党政主要负责人履行推进法治建设第一责任人职责情况\n主要负责人带头学法。\n"
        f"三、存在的不足和原因\n{LACK}\n四、下一年度主要安排\n{PLAN}"
    )
    assert set(statuses(report).values()) == {"present"}
    assert [p.part for p in report.passages if p.level == 1] == [
        "achievements", "leadership", "shortcomings", "plans",
    ]  # fmt: skip
    assert [part.key for part in report.parts] == [
        "achievements", "leadership", "shortcomings", "plans",
    ]  # fmt: skip


def test_parts_are_known_by_meaning_not_by_position() -> None:
    report = matched(
        f"{TITLE}一、下一年度主要安排\n{PLAN}\n二、存在的不足\n{LACK}\n三、第一责任人履职情况\n"
        "主要负责人带头学法。\n四、工作开展情况\n审查文件12件。"
    )
    assert [p.part for p in report.passages if p.level == 1] == [
        "plans", "shortcomings", "leadership", "achievements",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("法治政府建设工作开展情况", "achievements"),
        ("2024年主要做法及亮点", "achievements"),
        ("主要负责同志履行第一责任人职责情况", "leadership"),
        ("存在的短板弱项", "shortcomings"),
        ("差距与成因", "shortcomings"),
        ("下一步工作打算", "plans"),
        ("2025年工作思路", "plans"),
        ("明年工作重点", "plans"),
    ],
)
def test_a_heading_names_its_part(heading: str, part: str) -> None:
    others = {
        "achievements": "审查文件12件。",
        "leadership": "主要负责人带头学法。",
        "shortcomings": LACK,
        "plans": PLAN,
    }
    report = matched(f"{TITLE}{DEEDS}二、{heading}\n{others[part]}\n三、其他事项\n无。")
    own = next(p for p in report.passages if p.text == f"二、{heading}")
    assert own.part == part


def test_a_chapter_of_other_matters_is_no_part() -> None:
    report = matched(f"{TITLE}{DEEDS}二、存在的不足\n{LACK}\n三、其他需要报告的情况\n无。")
    assert [p.part for p in report.passages[-2:]] == [None, None]


# -------------------------------------------------------------- parts by body


def test_chapters_that_are_themes_belong_to_achievements() -> None:
    report = matched(
        f"{TITLE}一、加强组织领导，压实法治责任\n全县召开会议3次，研究了法治工作。\n"
        f"二、规范行政执法\n检查了企业31户，办理案件9件。\n三、存在的不足\n{LACK}"
    )
    assert [p.part for p in report.passages if p.level == 1] == [
        "achievements", "achievements", "shortcomings",
    ]  # fmt: skip
    assert reading(report, "achievements").heading is None
    assert [s.theme for s in report.sections] == ["leadership_thought", "enforcement"]


@pytest.mark.parametrize(
    ("heading", "body", "part"),
    [
        ("对标检视", f"{LACK}制度不够健全，意识有待提高。", "shortcomings"),
        (
            "锚定目标再出发",
            "将继续充实执法队伍，进一步加强业务培训，持续健全制度，力争走在前列。",
            "plans",
        ),
    ],
    ids=["shortcomings", "plans"],
)
def test_a_part_under_an_unusual_name_is_known_by_its_body(
    heading: str, body: str, part: str
) -> None:
    report = matched(f"{TITLE}{DEEDS}二、{heading}\n{body}")
    assert texts(report, part) == [f"二、{heading}", body]
    assert reading(report, part).confidence < 0.9


def test_an_unusual_heading_is_the_heading_of_its_part() -> None:
    report = matched(
        f"{TITLE}{DEEDS}二、锚定目标再出发\n将继续充实队伍，进一步加强培训，持续健全制度，力争领先。"
    )
    assert reading(report, "plans").heading is not None


# ---------------------------------------------------------------- parts merged


@pytest.mark.parametrize(
    ("body", "lack", "plan"),
    [
        (f"{LACK}下一步，{PLAN}", LACK, f"下一步，{PLAN}"),
        (f"{LACK}\n2025年，{PLAN}", LACK, f"2025年，{PLAN}"),
        (f"{LACK}\n针对以上问题，{PLAN}", LACK, f"针对以上问题，{PLAN}"),
    ],
    ids=["inside", "next-year", "answer"],
)
def test_a_merged_chapter_is_split_where_the_plans_begin(body: str, lack: str, plan: str) -> None:
    report = matched(f"{TITLE}{DEEDS}二、存在的不足和2025年工作思路\n{body}")
    assert texts(report, "shortcomings") == ["二、存在的不足和2025年工作思路", lack]
    assert texts(report, "plans") == [plan]
    assert reading(report, "plans").status == "merged"
    assert reading(report, "plans").heading is None
    assert reading(report, "shortcomings").status == "present"


@pytest.mark.parametrize(
    ("problem", "measure"),
    [
        ("问题一：", "整改措施："), ("1.问题：", "措施："), ("存在问题:", "改进措施:"),
        ("（一）", "对策："),
    ],
)  # fmt: skip
def test_problems_and_measures_take_turns(problem: str, measure: str) -> None:
    other = problem.replace("一", "二").replace("1", "2")
    report = matched(
        f"{TITLE}{DEEDS}二、存在问题及整改措施\n{problem}协调能力有待加强，信息共享不及时。\n"
        f"{measure}每季度召开一次联席会议。\n{other}队伍力量不足。\n{measure}招录辅助人员5名。"
    )
    assert texts(report, "plans") == [
        f"{measure}每季度召开一次联席会议。", f"{measure}招录辅助人员5名。",
    ]  # fmt: skip


def test_subheadings_part_a_merged_chapter() -> None:
    report = matched(
        f"{TITLE}{DEEDS}二、存在的不足及打算\n（一）存在的不足\n1.执法力量不足。\n2.培训不够深入。\n"
        "（二）下一步打算\n1.将继续充实队伍。\n2.进一步加强培训。"
    )
    assert texts(report, "plans") == [
        "（二）下一步打算", "1.将继续充实队伍。", "2.进一步加强培训。",
    ]  # fmt: skip


def test_subheadings_part_a_merged_chapter_of_few_words() -> None:
    report = matched(
        f"{TITLE}{DEEDS}二、存在的不足及打算\n（一）存在的不足\n1.执法力量不足。\n2.培训不够深入。\n"
        "（二）工作打算\n1.充实执法队伍。\n2.加强业务培训。"
    )
    assert texts(report, "plans") == ["（二）工作打算", "1.充实执法队伍。", "2.加强业务培训。"]


@pytest.mark.parametrize("turn", ["下一步，将", "今后，我镇将", "2025年将"])
def test_the_answer_may_stand_behind_a_semicolon(turn: str) -> None:
    report = matched(
        f"{TITLE}{DEEDS}二、问题不足和下一步工作思路\n"
        f"1、合同审核质量不高，部分合同未审先签；{turn}制定村级合同审核清单。\n"
        f"2、执法队员功底薄弱，文书说理性不强；{turn}选派队员跟班学习。"
    )
    assert texts(report, "shortcomings")[1:] == [
        "1、合同审核质量不高，部分合同未审先签；",
        "2、执法队员功底薄弱，文书说理性不强；",
    ]
    assert texts(report, "plans") == [
        f"{turn}制定村级合同审核清单。",
        f"{turn}选派队员跟班学习。",
    ]


@pytest.mark.parametrize(
    "body",
    [
        (
            "县长履行推进法治建设第一责任人职责，主持研究法治议题6个，带头学法4次。\n"
            "但仍存在一些不足，执法力量不足，培训不够深入。\n下一步，将充实执法队伍。"
        ),
        (
            "县长履行推进法治建设第一责任人职责，主持研究法治议题6个，带头学法4次。"
            "但仍存在一些不足，执法力量不足，培训不够深入。下一步，将充实执法队伍。"
        ),
    ],
    ids=["paragraphs", "sentences"],
)
def test_a_chapter_may_be_three_parts(body: str) -> None:
    heading = "二、第一责任人履职情况、存在问题及下一步打算"
    report = matched(f"{TITLE}{DEEDS}{heading}\n{body}")
    assert told_parts(report.passages)[-4:] == [
        f"leadership {heading}",
        "leadership 县长履行推进法治建设第一责任人职责，主持研究法治议题6个，带头学法4次。",
        "shortcomings 但仍存在一些不足，执法力量不足，培训不够深入。",
        "plans 下一步，将充实执法队伍。",
    ]
    assert statuses(report) == {
        "achievements": "present", "leadership": "present", "shortcomings": "merged",
        "plans": "merged",
    }  # fmt: skip


def test_a_split_loses_nothing() -> None:
    report = matched(f"{TITLE}{DEEDS}二、存在的不足和打算\n　{LACK}下一步，{PLAN}")
    assert is_lossless(report.source, report.passages)
    assert is_verbatim(report.source, report.passages)
    assert [p.id for p in report.passages] == list(range(len(report.passages)))


# ---------------------------------------------------------------- parts hidden


def test_shortcomings_hide_in_a_closing_paragraph() -> None:
    hidden = f"今年工作取得一定成效，但仍存在一些不足：{LACK}"
    report = matched(f"{TITLE}{DEEDS}{hidden}\n二、2025年工作安排\n{PLAN}")
    assert texts(report, "shortcomings") == [hidden]
    assert (reading(report, "shortcomings").status, reading(report, "shortcomings").heading) == (
        "hidden",
        None,
    )


@pytest.mark.parametrize(
    "items",
    [
        "一是执法人手与任务增长不成比例；二是与公安等部门的信息没有共享；三是文书写得粗糙。",
        "1.执法人手与任务增长不成比例；2.与公安等部门的信息没有共享；3.文书写得粗糙。",
        "（1）执法人手与任务增长不成比例；（2）与公安等部门的信息没有共享；（3）文书写得粗糙。",
    ],
)
def test_hidden_shortcomings_go_on_through_the_list_that_they_announce(items: str) -> None:
    tail = f"调处纠纷342起。但也应看到，法治建设还存在三个方面的短板：{items}"
    report = matched(f"{TITLE}{DEEDS}（二）化解争议。{tail}\n二、2025年工作安排\n{PLAN}")
    told = "".join(texts(report, "shortcomings"))
    assert told == tail.removeprefix("调处纠纷342起。")
    assert statuses(report)["shortcomings"] == "hidden"


def test_a_list_of_deeds_behind_hidden_shortcomings_is_none_of_them() -> None:
    hidden = "但也应看到，还存在培训不够深入的问题。"
    report = matched(
        f"{TITLE}{DEEDS}{hidden}\n一是召开会议3次。二是审查文件12件。\n二、2025年工作安排\n{PLAN}"
    )
    assert texts(report, "shortcomings") == [hidden]


@pytest.mark.parametrize(
    "chapter",
    [
        "三、切实加强智慧政府建设，科技支撑作用不断凸显",
        "三、优化监管服务，促进高水平对外开放\n（一）持续缩短办理时间。",
    ],
)
def test_a_chapter_of_deeds_with_hardly_a_word_below_it_is_no_plan(chapter: str) -> None:
    report = matched(
        f"{TITLE}一、健全制度体系\n全年制定文件3件。\n二、规范行政执法\n检查企业31户。\n{chapter}"
    )
    assert statuses(report)["plans"] == "missing"


@pytest.mark.parametrize(
    "mended",
    [
        "明确各部门岗位职责，杜绝职能交叉、权责不清、衔接不畅问题。",
        "避免多头执法、标准不一、程序不规范等问题。",
        "及时纠正执法不规范、案卷不完善等问题。",
        "严防执法不严、作风不实等问题反弹。",
        "深入排查执法不规范、文书不健全等问题。",
    ],
)
def test_what_was_mended_is_no_shortcoming(mended: str) -> None:
    report = matched(f"{TITLE}{DEEDS}（二）规范执法\n检查企业31户。\n{mended}")
    assert statuses(report)["shortcomings"] == "missing"


@pytest.mark.parametrize(
    "confessed",
    [
        "当前，基层执法力量薄弱、专业人才缺乏的问题比较突出。",
        "部分乡镇问题整改不到位、矛盾化解不及时的问题较为突出。",
        "工作中，破解难题的能力不足、办案不及时的问题比较普遍。",
        "防止权力滥用的制度存在短板，杜绝执法不公的监督存在不足。",
    ],
)
def test_shortcomings_may_hide_without_a_word_that_turns_to_them(confessed: str) -> None:
    report = matched(f"{TITLE}{DEEDS}（二）规范执法\n检查企业31户。\n{confessed}")
    assert texts(report, "shortcomings") == [confessed]


def test_shortcomings_hide_in_the_tail_of_a_longer_paragraph() -> None:
    deeds = (
        "全年审查文件12件，提出意见30条，备案11件，检查企业31户，"
        "调解案件56件，培训干部420人次，开展宣传活动9场。"
    )
    report = matched(
        f"{TITLE}{DEEDS}（二）规范决策。{deeds}但仍存在一些不足，{LACK}\n二、2025年工作安排\n{PLAN}"
    )
    assert texts(report, "shortcomings") == [f"但仍存在一些不足，{LACK}"]
    assert deeds in texts(report, "achievements")


def test_plans_hide_behind_the_shortcomings() -> None:
    report = matched(f"{TITLE}{DEEDS}二、存在的不足\n{LACK}\n下一步，我县{PLAN}")
    assert texts(report, "plans") == [f"下一步，我县{PLAN}"]
    assert reading(report, "plans").status == "hidden"


@pytest.mark.parametrize(
    "plans",
    [
        "（一）充实执法队伍。招录执法人员4名。\n（二）加强业务培训。举办培训班2期。",
        f"2025年，我县{PLAN}",
    ],
    ids=["line", "next-sentence"],
)
def test_what_is_confessed_before_the_plans_is_no_plan(plans: str) -> None:
    confessed = "当前，执法力量不足，文书质量不高，培训不够深入。"
    joint = "" if plans.startswith("2025") else "\n"
    report = matched(f"{TITLE}{DEEDS}二、2025年工作安排\n{confessed}{joint}{plans}")
    assert texts(report, "shortcomings") == [confessed]
    assert statuses(report)["shortcomings"] == "hidden"
    assert "".join(texts(report, "plans")[1:]) == plans.replace("\n", "")


def test_a_report_without_headings_is_split_where_it_turns() -> None:
    deeds = "全年召开会议3次，审查文件12件，检查企业31户，调解案件56件。"
    led = "县长认真履行推进法治建设第一责任人职责，主持研究法治议题6个，带头学法4次。"
    lack = "同时，对照要求，我县工作还存在执法力量不足、培训不够深入等问题。"
    report = matched(
        f"{TITLE}2024年，云屏县扎实推进依法行政。现将有关情况报告如下：\n"
        f"{deeds}\n{led}\n{lack}\n下一步，我县{PLAN}"
    )
    assert told_parts(report.passages) == [
        f"achievements {deeds}",
        f"leadership {led}",
        f"shortcomings {lack}",
        f"plans 下一步，我县{PLAN}",
    ]
    assert statuses(report) == {
        "achievements": "present", "leadership": "hidden", "shortcomings": "hidden",
        "plans": "hidden",
    }  # fmt: skip


def test_the_preamble_of_a_report_without_headings_is_its_first_sentence() -> None:
    opening = "2024年，云屏县扎实推进依法行政。"
    deeds = "全年召开会议3次，审查文件12件，检查企业31户，调解案件56件。"
    report = matched(f"{TITLE}{opening}{deeds}\n下一步，我县{PLAN}")
    assert [p.text for p in report.passages if p.role == "preamble"] == [opening]
    assert texts(report, "achievements") == [deeds]


# ---------------------------------------------------------------- leadership


def test_a_section_that_names_the_first_person_is_leadership() -> None:
    report = matched(
        f"{TITLE}一、主要举措和成效\n（一）党政主要负责人履行第一责任人职责。主要负责人带头学法4次。\n"
        f"（二）规范决策。审查文件12件。\n二、存在的不足\n{LACK}"
    )
    assert told_parts(report.passages)[1:5] == [
        "leadership （一）党政主要负责人履行第一责任人职责。",
        "leadership 主要负责人带头学法4次。",
        "achievements （二）规范决策。",
        "achievements 审查文件12件。",
    ]
    assert reading(report, "leadership").status == "present"


@pytest.mark.parametrize(
    "heading",
    [
        "聚焦突出问题，严格规范执法",
        "坚持问题导向，化解矛盾纠纷",
        "补齐短板弱项，提升治理能力",
        "紧盯薄弱环节，强化监督制约",
        "强化组织领导，精心谋划部署",
        "周密安排部署，压实工作责任",
        "科学制定计划，有序推进工作",
        "围绕目标任务，狠抓工作落实",
        "着力解决群众困难，优化公共法律服务",
        "加强立法计划管理，完善制度体系",
        "补齐制度短板，规章体系日臻完备",
        "消除监管薄弱环节，安全防线更加牢固",
        "补短板、强弱项，执法队伍提质增效",
    ],
)
@pytest.mark.parametrize("before", ["", "一、学习宣传习近平法治思想\n专题学习12次。\n"])
def test_a_heading_that_tells_what_was_done_names_no_later_part(heading: str, before: str) -> None:
    report = matched(
        f"{TITLE}{before}二、{heading}\n开展检查86次，办理案件35件，整改问题48个。\n"
        f"三、存在的不足\n{LACK}\n四、2025年工作安排\n{PLAN}"
    )
    chapters = [p.part for p in report.passages if p.level == 1]
    assert chapters[-3:] == ["achievements", "shortcomings", "plans"]


@pytest.mark.parametrize(
    "heading",
    [
        "推进法治政府建设工作中的困难和问题",
        "坚持问题导向，正视面临的困难",
        "正视问题，查找差距",
        "对照先进找差距",
        "短板弱项",
    ],
)
def test_a_chapter_that_confesses_is_of_shortcomings_under_such_a_heading(heading: str) -> None:
    report = matched(f"{TITLE}{DEEDS}二、{heading}\n{LACK}\n三、2025年工作安排\n{PLAN}")
    assert [p.part for p in report.passages if p.level == 1] == [
        "achievements", "shortcomings", "plans",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "heading",
    [
        "推进法治政府建设的主要安排",
        "继续加强法治建设的工作思路",
        "锚定目标，谋划明年工作",
        "目标任务",
    ],
)
def test_a_chapter_of_plans_is_known_under_such_a_heading(heading: str) -> None:
    report = matched(f"{TITLE}{DEEDS}二、存在的不足\n{LACK}\n三、{heading}\n{PLAN}")
    assert [p.part for p in report.passages if p.level == 1] == [
        "achievements", "shortcomings", "plans",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "item",
    ["针对意识不强问题，开展评估", "补齐短板，缩小差距", "整改执法不规范问题，开展评查"],
)
def test_an_item_that_mends_a_lack_stays_one_of_plans(item: str) -> None:
    report = matched(
        f"{TITLE}{DEEDS}二、存在的问题和下一步打算\n一是意识不强。二是力量不足，人才紧缺。"
        f"2025年，我局将做好以下工作：\n一是加强学习。\n二是{item}。\n三是规范执法。"
    )
    assert item in "".join(texts(report, "plans"))


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("四、整改措施", "plans"),
        ("四、对策措施", "plans"),
        ("推进法治政府建设工作安排", "plans"),
        ("依法行政工作思路", "plans"),
        ("优化营商环境的工作思路", "plans"),
        ("推进工作中的困难和不足", "shortcomings"),
        ("执行中的困难和问题", "shortcomings"),
        ("查找问题不足", "shortcomings"),
        ("正视问题，查找差距", "shortcomings"),
        ("短板弱项，持续改进", "shortcomings"),
        ("破解难题短板，执法水平提升不明显", "shortcomings"),
        ("补齐短板，执法队伍建设有待加强", "shortcomings"),
    ],
)
def test_a_heading_names_its_part_whatever_verb_it_begins_with(heading: str, part: str) -> None:
    assert part_scores(heading, load().outline)[part] >= NAMED


def test_a_section_of_promises_among_problems_and_answers_is_of_the_plans() -> None:
    report = matched(
        f"{TITLE}一、主要举措和成效\n审查文件12件。\n二、存在的不足和下一步打算\n"
        "（一）执法力量薄弱。专业人员偏少。为此，2025年招录专业人员12名。\n"
        "（二）普法形式单一。对青年人吸引力不强。为此，2025年开发情景剧8部。\n"
        "（三）统筹抓好其他工作。配合开展条例立法；清理规范性文件。"
    )
    assert told_parts(report.passages)[-3:] == [
        "plans 为此，2025年开发情景剧8部。",
        "plans （三）统筹抓好其他工作。",
        "plans 配合开展条例立法；清理规范性文件。",
    ]


@pytest.mark.parametrize(
    "heading",
    ["推进法治政府建设工作问题及下一步打算", "查找问题及整改措施", "正视问题不足，明确工作安排"],
)
def test_a_merged_heading_names_both_parts_whatever_verb_it_begins_with(heading: str) -> None:
    scores = part_scores(heading, load().outline)
    assert min(scores["shortcomings"], scores["plans"]) >= NAMED


@pytest.mark.parametrize(
    "listed",
    [
        "(1)强化引领。开展评估。\n(2)配强力量。集中轮训1次。",
        "（一）强化引领\n开展评估。\n（二）配强力量\n集中轮训1次。",
        "1.强化引领。开展评估。\n2.配强力量。集中轮训1次。",
    ],
)
@pytest.mark.parametrize(
    "told",
    [
        "一是意识不强。二是力量不足，人才紧缺。",
        "（一）意识不强\n重业务、轻法治。\n（二）力量不足\n人才紧缺。",
    ],
)
def test_a_list_behind_a_turn_in_the_tail_of_an_item_is_of_plans(told: str, listed: str) -> None:
    report = matched(
        f"{TITLE}{DEEDS}二、存在的问题和下一步打算\n{told}2025年，我局将做好以下工作：\n{listed}"
    )
    plans = "".join(texts(report, "plans"))
    assert plans.startswith("2025年，我局将")
    assert "轮训" in plans


def test_sentences_on_the_first_person_are_embedded_and_stay() -> None:
    report = matched(
        f"{TITLE}一、主要举措和成效\n（一）加强领导。主要负责人履行第一责任人职责，带头学法4次。\n"
        f"（二）规范决策。审查文件12件。\n二、存在的不足\n{LACK}"
    )
    part = reading(report, "leadership")
    where = [report.passages[i] for i in part.passages]
    assert (part.status, part.heading) == ("embedded", None)
    assert [(p.part, p.text) for p in where] == [
        ("achievements", "主要负责人履行第一责任人职责，带头学法4次。")
    ]


@pytest.mark.parametrize("turn", ["今年，我们将", "新的一年里，我乡将", "全乡将", "将组织"])
def test_plans_hide_behind_a_subject_that_will_act(turn: str) -> None:
    report = matched(
        f"{TITLE}{DEEDS}二、存在的不足\n有的村培训走过场；司法所人手不足。{turn}开展轮训。"
    )
    assert texts(report, "plans") == [f"{turn}开展轮训。"]


def test_what_is_nowhere_is_missing() -> None:
    report = matched(f"{TITLE}{DEEDS}二、存在的不足\n{LACK}")
    assert statuses(report) == {
        "achievements": "present", "leadership": "missing", "shortcomings": "present",
        "plans": "missing",
    }  # fmt: skip
    assert reading(report, "plans").passages == ()
