"""The chapters of a draft: four parts in the order asked for, promises and gaps in their places."""

from __future__ import annotations

import pytest

from drafter.model import PARTS
from tests.acceptance.small_reports import (
    ACHIEVEMENTS,
    LEADERSHIP,
    PLANS,
    SHORTCOMINGS,
    TAIL,
    chapter,
    drafted,
    lines,
    paragraphs,
    report_text,
    rules_on,
    told,
    understood,
)

MERGED = (
    "三、存在的不足和2025年工作打算\n"
    "虽然取得一定成效，但仍存在乡镇执法人员偏少、执法文书不规范等问题。\n"
    "2025年，我县将加强执法监督，建设县级执法实训基地。\n"
)


def headings(text: str, **options: object) -> list[str]:
    return [told(c.heading) for c in drafted(text, **options).chapters]


def parts(text: str, **options: object) -> list[str | None]:
    return [c.part for c in drafted(text, **options).chapters]


# ------------------------------------------------------------------------ order


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("outline", ["achievements", "leadership", "shortcomings", "plans"]),
        ("rule", ["achievements", "shortcomings", "leadership", "plans"]),
        ("keep", ["leadership", "achievements", "shortcomings", "plans"]),
    ],
)
def test_four_chapters_in_the_order_asked_for(order: str, expected: list[str]) -> None:
    first = LEADERSHIP.replace("二、", "一、") + ACHIEVEMENTS.replace("一、", "二、")
    text = report_text(achievements=first, leadership="")
    assert parts(text, order=order) == expected
    assert [h[:2] for h in headings(text, order=order)] == ["一、", "二、", "三、", "四、"]


@pytest.mark.parametrize("order", ["outline", "rule", "keep"])
def test_a_missing_part_has_a_chapter_in_every_order(order: str) -> None:
    assert sorted(filter(None, parts(report_text(leadership=""), order=order))) == sorted(PARTS)


def test_the_offices_own_headings_stay_with_the_years_moved_on() -> None:
    assert headings(report_text()) == [
        "一、主要举措和成效",
        "二、党政主要负责人履行推进法治建设第一责任人职责情况",
        "三、存在的不足和原因",
        "四、2026年工作安排",
    ]


def test_an_own_chapter_of_last_year_closes_the_report() -> None:
    text = report_text(plans=PLANS + "五、其他需要报告的情况\n无重大事项需要报告。\n")
    assert headings(text)[-1] == "五、其他需要报告的情况"
    assert parts(text)[-1] is None


@pytest.mark.parametrize(
    "heading",
    [
        "四、2025年工作安排",
        "四.2025年工作安排",
        "四．2025年工作安排",
        "四,2025年工作安排",
        "第四部分 2025年工作安排",
        "四 2025年工作安排",
        "四、 2025年工作安排",
    ],
)
def test_numerals_are_written_anew_however_they_were_printed(heading: str) -> None:
    text = report_text(plans=PLANS.replace("四、2025年工作安排", heading))
    assert headings(text)[-1] == "四、2026年工作安排"


# ----------------------------------------------------------- missing, embedded, merged


def test_a_missing_part_is_a_blank_with_a_gap() -> None:
    draft = drafted(report_text(leadership=""))
    own = chapter(draft, "leadership")
    assert rules_on(own.heading) == ["P02"]
    assert [p.kind for s in own.sections for p in s.paragraphs] == ["blank"]
    assert told(own.heading).startswith("二、2025年")


@pytest.mark.parametrize(
    ("profile", "heading"),
    [
        ("county", "二、2025年党政主要负责人履行推进法治建设第一责任人职责情况"),
        ("department", "二、2025年主要负责人履行推进法治建设第一责任人职责情况"),
    ],
)
def test_the_heading_of_a_missing_part_is_that_of_the_profile(profile: str, heading: str) -> None:
    draft = drafted(report_text(leadership=""), profile=profile)
    assert told(chapter(draft, "leadership").heading) == heading


def test_an_embedded_part_is_quoted_and_asked_for() -> None:
    achievements = (
        "一、主要举措和成效\n（一）加强组织领导\n县长认真履行推进法治建设第一责任人职责，"
        "主持研究法治议题6个。办理案件120件。\n（二）规范执法\n评查案卷50卷。\n"
    )
    draft = drafted(report_text(achievements=achievements, leadership=""))
    own = lines(draft, "leadership")
    assert rules_on(chapter(draft, "leadership").heading) == ["P06"]
    assert own[1][0] == "prompt"
    assert own[1][1].startswith("上年相关表述：县长认真履行推进法治建设第一责任人职责")
    assert own[1][1].endswith("本年履职情况：〔待填〕")
    assert own[2][0] == "blank"


def test_a_merged_heading_is_parted() -> None:
    draft = drafted(report_text(shortcomings=MERGED, plans=""))
    assert [told(c.heading) for c in draft.chapters[2:]] == ["三、存在的不足", "四、2026年工作打算"]
    assert "P07" in rules_on(draft.chapters[3].heading)


def test_a_merged_chapter_leaves_no_half_of_a_sentence() -> None:
    merged = (
        "三、存在不足、原因以及2025年工作思路\n"
        "（一）办案质量不高。文书不够规范。造成这种局面，主要是审核人员少。"
        "对此，2025年我县将招录专业人员12名。\n"
        "（二）普法形式单一。对青年人吸引力不强。为此，开发情景剧8部。\n"
    )
    draft = drafted(report_text(shortcomings=merged, plans=""))
    assert [told(c.heading) for c in draft.chapters[2:]] == [
        "三、存在不足、原因", "四、2026年工作思路",
    ]  # fmt: skip
    assert "上年原因：造成这种局面，主要是审核人员少。本年原因：〔待填〕" in [
        words for _, words in lines(draft, "shortcomings")
    ]
    assert "carried" not in [kind for kind, _ in lines(draft, "plans")]


def test_a_merged_heading_over_two_sections_is_parted() -> None:
    merged = (
        "三、存在问题及2025年工作打算\n（一）存在问题。执法力量薄弱，专业人员缺乏。\n"
        "（二）工作打算。2025年，我县将充实执法队伍，加强业务培训。\n"
    )
    own = headings(report_text(shortcomings=merged, plans=""))
    assert "打算" not in own[2]


def test_plans_told_item_by_item_with_the_shortcomings_are_found() -> None:
    merged = (
        "三、问题不足和下一步工作思路\n1.执法队员法律功底薄弱；2025年将选派5名执法队员跟班学习。\n"
        "2.普法资源分散；2025年将编制普法实施计划，组建普法小分队。\n"
    )
    draft = drafted(report_text(shortcomings=merged, plans=""))
    assert "P04" not in rules_on(chapter(draft, "plans").heading)


# --------------------------------------------------------------------- promises


def promise_lines(text: str) -> dict[str, str]:
    """Promise → heading of the section where its result belongs."""
    out = {}
    for own in drafted(text).chapters:
        for section in own.sections:
            for p in section.paragraphs:
                if told(p).startswith("上年承诺："):
                    out[told(p)[5:].split("。")[0]] = (
                        told(section.heading) if section.heading else ""
                    )
    return out


def test_a_promise_stands_in_the_section_of_its_theme() -> None:
    found = promise_lines(report_text())
    assert found["建设县级执法实训基地"].endswith("严格规范公正文明执法")


def test_a_promise_that_fits_nowhere_has_a_section_of_its_own() -> None:
    plans = "四、2025年工作安排\n（一）抓好特色。打造“棠溪茶香”工作品牌。\n"
    found = promise_lines(report_text(plans=plans))
    assert found == {
        "打造“棠溪茶香”工作品牌": "（" + found["打造“棠溪茶香”工作品牌"].split("（", 1)[1]
    }
    assert "打造“棠溪茶香”工作品牌" in found


def test_a_promise_goes_where_its_proper_name_stands() -> None:
    achievements = (
        "一、主要举措和成效\n（一）严格规范公正文明执法。全年办理行政处罚案件120件。\n"
        "（二）夯实基层治理。开展“万所联万会”活动20场，联系商会9家。\n"
    )
    plans = "四、2025年工作安排\n（一）抓好服务。深入推进“万所联万会”活动。\n"
    found = promise_lines(report_text(achievements=achievements, plans=plans))
    assert found == {"深入推进“万所联万会”活动": "（二）夯实基层治理"}


@pytest.mark.parametrize(
    ("promise", "heading"),
    [
        ("出台农村供水工程管护办法", "（二）守好乡村饮水"),
        ("组建涉外法律服务中心", "上年其他承诺的落实情况"),
        ("推进城市更新，提升服务水平", "上年其他承诺的落实情况"),
        ("农村道路和供水工程同步提升", "上年其他承诺的落实情况"),
    ],
    ids=["shares its words", "shares none", "shares common ones", "shares them with two"],
)
def test_a_promise_without_a_theme_goes_where_its_words_stand(promise: str, heading: str) -> None:
    achievements = (
        "一、主要举措和成效\n（一）规范行政执法\n农村道路养护及时，办理许可36件。\n"
        "（二）守好乡村饮水\n农村供水工程管护有序，提升服务水平，抽检水样120份。\n"
    )
    plans = f"四、2025年工作安排\n{promise}。\n"
    found = promise_lines(report_text(achievements=achievements, plans=plans))
    assert found[promise].endswith(heading)


def test_no_promise_is_lost() -> None:
    draft = drafted(report_text())
    told_words = "".join(told(p) for c in draft.chapters for p in paragraphs(c))
    assert draft.report.commitments
    for promise in draft.report.commitments:
        assert f"上年承诺：{promise.text.strip('，。；')}" in told_words


# ----------------------------------------------------------------- shortcomings


def test_each_shortcoming_asks_whether_it_was_solved() -> None:
    rows = lines(drafted(report_text()), "shortcomings")
    assert any(
        kind == "prompt"
        and words.startswith("上年不足：乡镇执法人员偏少")
        and "是否已解决：〔待填〕" in words
        for kind, words in rows
    )
    assert rows[-1] == ("blank", "〔待填：本年仍存在的不足和原因〕")


def test_a_shortcoming_is_quoted_with_the_side_of_which_it_is_told() -> None:
    text = (
        "三、存在的不足和原因\n我们也清醒看到：从内部看，部分干部程序意识不强。"
        "从部门协同看，信息共享不够；在队伍方面，专业人才偏少。\n"
    )
    rows = lines(drafted(report_text(shortcomings=text)), "shortcomings")
    assert [words.partition("。是否")[0] for _, words in rows[1:-1]] == [
        "我们也清醒看到：",
        "上年不足：从内部看，部分干部程序意识不强",
        "上年不足：从部门协同看，信息共享不够",
        "上年不足：在队伍方面，专业人才偏少",
    ]


@pytest.mark.parametrize("words", ["编制紧", "底子薄"])
def test_words_are_quoted_however_few(words: str) -> None:
    text = f"三、存在的不足和原因\n（一）执法力量薄弱。\n究其原因：\n一是{words}。\n"
    rows = lines(drafted(report_text(shortcomings=text)), "shortcomings")
    assert [row for _, row in rows if f"一是{words}" in row]


def test_part_four_asks_what_will_be_done_if_it_stays() -> None:
    rows = [words for _, words in lines(drafted(report_text()), "plans")]
    assert any(
        w.startswith("上年不足：乡镇执法人员偏少") and "下年措施：〔待填〕" in w for w in rows
    )


@pytest.mark.parametrize(
    "shortcomings",
    [
        "三、存在的不足和原因\n（一）执法力量薄弱。乡镇执法人员偏少。\n究其原因，主要是编制紧缺，培训不够。\n",
        "三、存在的不足和原因\n一是执法力量薄弱，执法文书不规范。\n主要原因是编制紧缺，培训不够。\n",
    ],
    ids=["究其原因", "主要原因是"],
)
def test_last_years_cause_is_quoted_too(shortcomings: str) -> None:
    rows = lines(drafted(report_text(shortcomings=shortcomings)), "shortcomings")
    assert not [words for kind, words in rows if kind == "carried" and "编制紧缺" in words]
    assert [words for kind, words in rows if kind == "prompt" and "编制紧缺" in words]


@pytest.mark.parametrize(
    "causes",
    [
        "产生以上问题的主要原因：一是编制紧缺；二是培训不够。",
        "产生以上问题的主要原因是：\n1.编制紧缺。\n2.培训不够。",
        "原因主要有以下几点：第一，编制紧缺。第二，培训不够。",
    ],
    ids=["is", "numbers", "ordinals"],
)
def test_causes_told_item_by_item_are_quoted(causes: str) -> None:
    text = f"三、存在的不足和原因\n（一）执法力量薄弱。乡镇执法人员偏少。\n{causes}\n"
    rows = lines(drafted(report_text(shortcomings=text)), "shortcomings")
    live = "".join(words for kind, words in rows if kind == "carried")
    quoted = "".join(words for kind, words in rows if kind == "prompt")
    assert "编制紧缺" not in live
    assert "培训不够" not in live
    assert "原因" in quoted
    assert "：。" not in quoted


def test_what_was_mended_last_year_is_quoted_and_no_shortcoming() -> None:
    text = (
        "三、存在的不足和原因\n"
        "对上一年度报告指出的问题，逐项作了整改：执法记录没有再缺失；持证率由28%提高到36%。对照要求，还有以下不足：\n"
        "（一）执法力量薄弱。乡镇执法人员偏少，原因是编制紧缺。\n"
    )
    rows = lines(drafted(report_text(shortcomings=text)), "shortcomings")
    assert [kind for kind, words in rows if "没有再缺失" in words] == ["prompt"]
    assert not [words for _, words in rows if words.startswith("上年不足：") and "持证率" in words]
    assert [words for _, words in rows if words.startswith("上年不足：") and "偏少" in words]


# --------------------------------------------------------------- gaps and sections


def test_a_theme_that_was_not_touched_is_a_flagged_blank() -> None:
    draft = drafted(report_text())
    sections = chapter(draft, "achievements").sections
    gaps = [s for s in sections if s.heading and "T01" in rules_on(s.heading)]
    assert gaps
    assert all(s.paragraphs[0].kind == "blank" for s in gaps)


@pytest.mark.parametrize(
    ("heading", "theme"),
    [
        ("夯实法治基础，推进法治社会和数字法治政府建设", "digital"),
        ("完善制度体系，规范行政决策", "decision"),
        ("转变政府职能，持续优化营商环境", "business_env"),
    ],
)
def test_a_theme_that_a_heading_names_is_no_gap(heading: str, theme: str) -> None:
    text = report_text(achievements=f"一、主要举措和成效\n（一）{heading}。全年办理事项120件。\n")
    assert theme not in [f.theme for f in drafted(text).gaps if f.rule == "T01"]


def test_numbering_is_repaired() -> None:
    achievements = (
        "一、主要举措和成效\n（一）规范行政执法。办理案件120件。\n"
        "（三）化解矛盾纠纷。调解纠纷90件。\n（三）抓实普法宣传。举办活动30场。\n"
    )
    sections = chapter(drafted(report_text(achievements=achievements)), "achievements").sections
    heads = [told(s.heading) for s in sections[:3] if s.heading]
    assert [head[:3] for head in heads] == ["（一）", "（二）", "（三）"]


# ---------------------------------------------------------------------- prefill


def test_outline_keeps_headings_and_prompts_only() -> None:
    draft = drafted(report_text(), prefill="outline")
    kinds = {p.kind for c in draft.chapters for p in paragraphs(c)}
    assert "carried" not in kinds
    told_words = "".join(told(p) for c in draft.chapters for p in paragraphs(c))
    assert "（一）严格规范公正文明执法" in told_words
    assert all(
        f"上年承诺：{c.text.strip('，。；')}" in told_words for c in draft.report.commitments
    )
    assert all(
        f"上年不足：{s.text.strip('，。；')}" in told_words for s in draft.report.shortcomings
    )


def test_outline_asks_for_the_preamble() -> None:
    draft = drafted(report_text(), prefill="outline")
    assert [told(line) for line in draft.preamble] == ["〔待填：导语〕"]


def test_a_spread_title_is_closed_in_the_draft() -> None:
    draft = drafted(report_text().replace("报告\n", "报　告\n", 1))
    assert draft.report.passages[0].text.endswith("报　告")
    assert "".join(map(told, draft.title)).endswith("报告")


def test_outline_leaves_a_place_to_write_in_every_section() -> None:
    draft = drafted(report_text(), prefill="outline")
    assert all(section.paragraphs for c in draft.chapters for section in c.sections)


@pytest.mark.parametrize(
    "leadership",
    [
        "二、镇主要负责人履职情况\n镇长主持研究法治议题6个。\n",
        "二、镇主要负责人履职情况\n一是带头学法12次。\n二是亲自部署执法检查。\n",
        "二、镇主要负责人履职情况：镇长主持研究法治议题6个。\n",
    ],
)
def test_an_outline_says_of_no_chapter_that_last_year_had_none(leadership: str) -> None:
    text = report_text(leadership=leadership).replace("县", "镇")
    words = [told for _, told in lines(drafted(text, prefill="outline"), "leadership")]
    assert words[-1] == "〔待填：第一责任人履职〕"


def test_an_outline_says_that_last_year_had_no_such_chapter() -> None:
    words = lines(drafted(report_text(leadership=""), prefill="outline"), "leadership")
    assert words[-1][1] == "〔待填：第一责任人履职，上年没有〕"


def test_the_tail_is_kept() -> None:
    draft = drafted(report_text())
    assert TAIL.splitlines()[:2] == [told(draft.closing[0]), told(draft.signature[0])]
    assert SHORTCOMINGS.split("\n")[0] == told(draft.chapters[2].heading)


# ----------------------------------------------------- last year's facts outside the body


@pytest.mark.parametrize(
    "heading", ["（一）规范执法，全年办理案件120件", "（一）办好民生实事20件，提升群众满意度"]
)
def test_a_statistic_in_a_heading_is_not_live(heading: str) -> None:
    text = report_text(achievements=f"一、主要举措和成效\n{heading}\n严格落实“三项制度”。\n")
    live = [words for kind, words in lines(drafted(text), "achievements") if kind != "prompt"]
    assert not [words for words in live if "120件" in words or "20件" in words]


TABLE = "数据见下表：\n项目 2022年 2023年 2024年\n立案（件） 96 107 118\n"


@pytest.mark.parametrize("rows", [TABLE, f"{TABLE}办结（件） 95 106 117\n"], ids=["one", "two"])
def test_the_years_and_numbers_of_a_table_are_not_live(rows: str) -> None:
    draft = drafted(report_text(achievements=f"一、主要举措和成效\n（一）规范执法\n{rows}"))
    told_lines = lines(draft, "achievements")
    assert not [w for _, w in told_lines if "96" in w or "2022年" in w]
    assert [w for _, w in told_lines if "上年118" in w and "上年报告为118" in w]


def test_causes_told_in_a_list_are_quoted_one_by_one() -> None:
    causes = (
        "三、存在的不足和原因\n（一）执法力量薄弱。乡镇执法人员偏少。\n主要原因：\n"
        "一是编制总量不足，招录困难；\n二是业务培训不够系统。\n"
    )
    quoted = [w for k, w in lines(drafted(report_text(shortcomings=causes)), "shortcomings")]
    assert [w for w in quoted if w.startswith("上年原因：一是编制总量不足")]
    assert [w for w in quoted if w.startswith("上年原因：二是业务培训")]
    assert "主要原因：" in quoted


def test_the_causes_of_all_sections_stand_in_none_of_them() -> None:
    shortcomings = (
        "三、存在的不足和原因\n（一）决策程序不规范。个别部门公众参与不足。\n"
        "（二）执法力量不强。乡镇执法人员偏少。\n产生以上问题的主要原因：一是培训不够。二是考核不严。\n"
    )
    sections = chapter(drafted(report_text(shortcomings=shortcomings)), "shortcomings").sections
    assert [section.heading is None for section in sections] == [False, False, True]
    *causes, blank = [told(p) for p in sections[2].paragraphs]
    assert any("培训不够" in words for words in causes)
    assert blank == "〔待填：本年仍存在的不足和原因〕"


def test_each_shortcoming_of_items_that_end_in_a_plan_is_asked_for() -> None:
    merged = (
        "三、问题不足和下一步工作思路\n1、合法性审查质量不高；2025年将制定审查清单，实行“凡签必审”。\n"
        "2、执法队员法律功底薄弱；2025年将选派执法队员跟班学习。\n"
    )
    draft = drafted(report_text(shortcomings=merged, plans=""))
    asked = "".join(words for kind, words in lines(draft, "shortcomings") if kind == "prompt")
    live = "".join(words for kind, words in lines(draft, "plans") if kind == "carried")
    assert "执法队员法律功底薄弱" in asked
    assert "执法队员法律功底薄弱" not in live


# ------------------------------------------------------------------------ plans

PLANNED = "四、2025年工作打算\n"


def planned(*rows: str, **options: object) -> list[tuple[str, str]]:
    """What becomes of a plan of these paragraphs."""
    draft = drafted(report_text(plans=PLANNED + "\n".join(rows) + "\n"), **options)
    return lines(draft, "plans")


@pytest.mark.parametrize(
    "plan",
    [
        "建设石桥法治文化广场", "推广无人机巡查", "迎接省法治督察组实地督察",
        "召开全县执法现场推进会", "把法治建设纳入巡察内容", "将年检结果与招生计划挂钩",
    ],
)  # fmt: skip
@pytest.mark.parametrize("marker", ["一是", "（一）", "1.", ""])
def test_what_was_planned_for_one_year_is_quoted(plan: str, marker: str) -> None:
    rows = planned("（一）加强执法监督。", "压实各方责任。", f"{marker}{plan}。")
    numeral = marker if marker == "一是" else ""
    assert ("prompt", f"上年安排：{numeral}{plan}。下年安排：{numeral}〔待填〕") in rows
    assert not any(plan in words for kind, words in rows if kind != "prompt")


def test_a_plan_that_does_not_say_of_what_is_quoted_with_the_one_before_it() -> None:
    rows = planned("鼓励干部报考法律职业资格，年内再增加2人。")
    assert not [words for kind, words in rows if kind == "carried"]
    assert any(
        words.startswith("上年安排：鼓励干部报考法律职业资格，年内再增加2人。") for _, words in rows
    )


def test_what_a_plan_is_about_does_not_stay_without_it() -> None:
    rows = planned("2025年，我县将抓好以下工作。在防汛备汛上，体检水库12座，更新预案3个。")
    assert [words for kind, words in rows if kind == "carried"] == ["2026年，我县将抓好以下工作。"]


def test_what_is_left_of_two_sentences_stays_two() -> None:
    rows = planned(
        "在服务方面，规范窗口服务，举办讲座12场。在队伍方面，招录3名专业人员，鼓励干部考证。"
    )
    assert ("carried", "在服务方面，规范窗口服务。鼓励干部考证。") in rows


def test_what_any_year_may_plan_is_carried_on() -> None:
    rows = planned("（一）加强执法监督。", "进一步压实各方责任，健全信息通报机制。")
    assert ("carried", "进一步压实各方责任，健全信息通报机制。") in rows


@pytest.mark.parametrize("prefill", ["full", "outline"])
def test_a_plan_that_looks_like_a_heading_is_quoted(prefill: str) -> None:
    rows = planned(
        "（一）加强执法培训。",
        "（二）推广无人机巡查，力争2025年9月底前建成智慧执法平台。",
        "（三）提升普法实效。",
        prefill=prefill,
    )
    quoted = [words for kind, words in rows if kind == "prompt"]
    assert any("推广无人机巡查，力争2025年9月底前建成智慧执法平台" in words for words in quoted)
    headings = [words for kind, words in rows if kind == "heading"]
    assert headings[1:4] == ["（一）加强执法培训", "（二）〔小标题〕", "（三）提升普法实效"]


def test_who_and_in_what_spirit_goes_with_the_plan() -> None:
    rows = planned("2025年，我县将以学习贯彻党的二十大精神为主线，建设石桥法治文化广场。")
    assert not any(kind == "carried" for kind, _ in rows)


def test_a_plan_without_heading_is_a_section_of_its_own() -> None:
    rows = planned(
        "（一）加强学习，提升能力。",
        "（二）招录公务员10名，争取持证率60%。",
        "（三）提升普法实效。",
        "（四）召开推进会，抓好落实，并组织培训3期。",
        "（五）规范执法。",
        "压实各方责任。",
    )
    headings = [words for kind, words in rows if kind == "heading"]
    assert headings[1:6] == [
        "（一）加强学习，提升能力", "（二）〔小标题〕", "（三）提升普法实效",
        "（四）〔小标题〕", "（五）规范执法",
    ]  # fmt: skip


def test_the_promise_of_a_plan_without_heading_is_not_of_the_section_above() -> None:
    plans = (
        "四、2025年工作安排\n（一）加强普法宣传。\n做好“法治进乡村”活动，培育法律明白人。\n"
        "（二）新增编制不少于15名，力争案件平均审理期限压缩至30日以内，案均办理天数再减少5天。\n"
    )
    report = understood(report_text(plans=plans))
    last = [promise for promise in report.commitments if "编制" in promise.text]
    assert last
    assert all("publicity" not in promise.themes for promise in last)


def test_a_list_inside_a_section_is_no_row_of_sections() -> None:
    rows = planned(
        "1.规范行政执法",
        "重点抓好：1.开展检查；2.评查案卷；3.公开信息。",
        "2.加强普法宣传",
        "做好宣传。",
    )
    assert not any("〔小标题〕" in words for _, words in rows)


@pytest.mark.parametrize(
    "lead",
    [
        "坚持以习近平法治思想为指导，打造一流法治营商环境，重点做好以下工作：",
        "深入学习贯彻党的二十大精神，建设更高水平的法治县，着力做好以下3方面工作：",
    ],
)
def test_what_leads_in_the_plans_is_carried_whole(lead: str) -> None:
    rows = planned(lead, "（一）加强执法监督。", "压实各方责任。")
    assert ("carried", lead) in [
        (kind, words.replace("〔方面工作，上年目标3〕", "3")) for kind, words in rows
    ]


def test_a_quotation_that_ends_in_a_colon_is_closed_without_it() -> None:
    plans = PLANS.replace("\n", "\n2025年是开局之年，我县将着力做好以下工作：\n", 1)
    words = "\n".join(row for _, row in lines(drafted(report_text(plans=plans)), "plans"))
    assert "着力做好以下工作" in words
    assert "：。" not in words


def test_next_year_in_the_plans_is_the_year_after_the_report() -> None:
    draft = drafted(report_text(plans="四、明年打算\n一是充实监察力量。\n"))
    reasons = [i.action for n in chapter(draft, "plans").heading.notes for i in n.items]
    assert any(reason.startswith("写2025年的报告时，“明年”是2026年") for reason in reasons)


@pytest.mark.parametrize(
    ("heading", "rules"), [("存在的问题和原因", []), ("答复不及时问题", ["R02"])]
)
def test_a_heading_that_names_the_part_is_no_shortcoming(heading: str, rules: list[str]) -> None:
    lacks = f"三、存在的不足和下步措施\n（一）{heading}\n执法力量薄弱，主要是编制有限。\n"
    own = chapter(drafted(report_text(shortcomings=lacks)), "shortcomings")
    assert own.sections[0].heading is not None
    assert [rule for rule in rules_on(own.sections[0].heading) if rule == "R02"] == rules


@pytest.mark.parametrize(
    ("heading", "rules"),
    [
        ("完成综治中心二期改造", ["R01"]),
        ("全力冲刺全国法治政府建设示范市", ["R01"]),
        ("建成法治文化公园", ["R01"]),
        ("完成各项法治建设任务", []),
        ("建立健全行政执法监督体系", []),
        ("创建法治化营商环境", []),
    ],
)
def test_a_heading_of_the_plans_on_what_is_done_once_is_remarked(
    heading: str, rules: list[str]
) -> None:
    plans = f"四、2025年工作安排\n（一）规范执法。开展培训。\n（二）{heading}。落实责任。\n"
    section = chapter(drafted(report_text(plans=plans)), "plans").sections[1]
    assert section.heading is not None
    assert [rule for rule in rules_on(section.heading) if rule == "R01"] == rules


@pytest.mark.parametrize(
    "text",
    [
        "一是执法力量与任务不匹配。人员平均年龄47.3岁，50岁以上的占四成。二是普法形式单一。",
        "（一）执法方面\n（1）执法力量与任务不匹配。人员平均年龄47.3岁，50岁以上的占四成。\n（2）普法形式单一。",
    ],
    ids=["in one line", "below a heading"],
)
def test_the_sentence_that_heads_a_deficiency_is_asked_with_it(text: str) -> None:
    rows = lines(drafted(report_text(shortcomings=f"三、存在的不足\n{text}\n")), "shortcomings")
    assert (
        "prompt",
        "上年不足：执法力量与任务不匹配。人员平均年龄47.3岁，50岁以上的占四成。是否已解决：〔待填〕",
    ) in rows
    assert not [words for kind, words in rows if kind == "carried"]


@pytest.mark.parametrize(
    "announced", ["究其原因，", "究其根源，", "主要原因：", "造成上述问题的原因有，"]
)
def test_causes_that_follow_as_items_are_causes(announced: str) -> None:
    text = f"三、存在的不足\n执法取证困难。{announced}一是没有专门机构，二是师资培养周期长。\n"
    rows = [w for _, w in lines(drafted(report_text(shortcomings=text)), "shortcomings")]
    assert [w for w in rows if w.startswith("上年原因：一是没有专门机构")]
    assert [w for w in rows if w.startswith("上年原因：二是师资培养周期长")]
    assert any(w.startswith(announced.strip("，：")) for w in rows), "the announcement is not lost"


@pytest.mark.parametrize(
    "plan",
    [
        "确保纠错率“双零”，并于一季度前把装备问题彻底解决。",
        "继续抓好采砂遗留问题化解，争取上半年化解到位。",
        "持续抓好隐患治理，6月底前见底清零。",
    ],
)
def test_a_plan_by_a_part_of_its_year_is_asked_for(plan: str) -> None:
    rows = lines(drafted(report_text(plans=f"四、2025年工作安排\n{plan}\n")), "plans")
    assert f"上年安排：{plan}下年安排：" in "".join(words for _, words in rows)


@pytest.mark.parametrize("plan", ["持续加强普法宣传。", "全面加强法治队伍建设。"])
def test_a_plan_of_every_year_is_carried_on(plan: str) -> None:
    rows = lines(drafted(report_text(plans=f"四、2025年工作安排\n{plan}\n")), "plans")
    assert ("carried", plan) in rows


@pytest.mark.parametrize(
    "plan",
    [
        "三年培训300名骨干教师，2025年培训100名",
        "完成校规合法性审查，上半年审查高中，下半年审查初中和小学",
        "推行协管员制度,6月底前16个乡镇全部到位",
        "筹建青少年法治教育基地，年内建成开放",
        "完成示范县复审迎检，与法治工作一并推进",
    ],
)
def test_a_promise_that_does_not_say_of_what_has_the_one_before_it(plan: str) -> None:
    draft = drafted(report_text(plans=f"四、2025年工作安排\n{plan}。\n"))
    told_words = [told(p) for c in draft.chapters for p in paragraphs(c)]
    assert [w for w in told_words if "上年承诺" in w] == [f"上年承诺：{plan}。本年落实：〔待填〕"]


def test_promises_that_say_of_what_are_asked_one_by_one() -> None:
    plans = "四、2025年工作安排\n修订裁量基准，6月底前建成执法实训基地，培训执法人员300名。\n"
    draft = drafted(report_text(plans=plans))
    told_words = [told(p) for c in draft.chapters for p in paragraphs(c)]
    assert len([w for w in told_words if w.startswith("上年承诺")]) == 3
