"""Headings, items and body text of every kind of numbering."""

from __future__ import annotations

import pytest

from drafter.model import Passage
from tests.reading import structured, told

TITLE = "云屏县2024年法治政府建设年度报告\n"
LAST = "执法力量不足，培训不够。"
TAIL = f"\n二、存在的不足和原因\n{LAST}"


def inside(chapter: str) -> list[Passage]:
    """The passages of the first chapter, its heading left out."""
    passages = structured(f"{TITLE}一、主要举措和成效\n{chapter}{TAIL}").passages
    assert told(passages)[:2] == [f"title {TITLE.strip()}", "1 一、主要举措和成效"]
    assert told(passages)[-2:] == ["1 二、存在的不足和原因", f"body {LAST}"]
    return list(passages[2:-2])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("一、", "二、"),
        ("一.", "二."),
        ("一．", "二．"),
        ("一，", "二，"),
        ("一,", "二,"),
        ("一 、", "二 、"),
        ("第一部分", "第二部分"),
        ("第一部分：", "第二部分："),
        ("第一部分　", "第二部分　"),
        ("第一章 ", "第二章 "),
        ("第一章：", "第二章："),
        ("第一部分　", "二、"),
        ("一、", "第二部分 "),
        ("Ⅰ、", "Ⅱ、"),
        ("Ⅰ ", "Ⅱ "),
        ("壹、", "贰、"),
        ("一：", "二："),
    ],
    ids=[
        "dun", "point", "full-point", "full-comma", "comma", "blank-dun", "part", "part-colon",
        "part-blank", "chapter", "chapter-colon", "part-then-dun",
        "dun-then-part", "roman", "roman-blank", "cheque", "colon",
    ],
)  # fmt: skip
def test_a_chapter_may_be_numbered_in_any_way(first: str, second: str) -> None:
    text = f"{TITLE}{first}主要举措和成效\n全县召开会议3次。\n{second}存在的不足和原因\n{LAST}"
    passages = structured(text).passages
    assert told(passages)[1:] == [
        f"1 {first}主要举措和成效",
        "body 全县召开会议3次。",
        f"1 {second}存在的不足和原因",
        f"body {LAST}",
    ]
    assert [p.marker for p in passages if p.marker] == [first.strip(), second.strip()]


def test_chapters_that_count_anew_stand_below_their_parts() -> None:
    text = (
        f"{TITLE}第一部分 主要举措和成效\n一、规范执法\n召开会议3次。\n二、普法\n{LAST}\n"
        f"第二部分 存在的不足和原因\n{LAST}"
    )
    assert [row for row in told(structured(text).passages) if row[0].isdigit()] == [
        "1 第一部分 主要举措和成效", "2 一、规范执法", "2 二、普法", "1 第二部分 存在的不足和原因",
    ]  # fmt: skip


def test_chapters_that_a_sentence_tells_of_are_no_headings() -> None:
    text = (
        f"{TITLE}一、主要举措和成效\n第一章 总则部分由县司法局起草。\n第二章、第三章增写3条。\n"
        f"二、存在的不足和原因\n{LAST}"
    )
    assert [row for row in told(structured(text).passages) if row[0] == "1"] == [
        "1 一、主要举措和成效", "1 二、存在的不足和原因",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("（一）", "（二）"),
        ("(一)", "(二)"),
        ("（一)", "(二）"),
        ("（一", "（二"),
        ("一）", "二）"),
        ("〔一〕", "〔二〕"),
        ("【一】", "【二】"),
        ("（ 一 ）", "（ 二 ）"),
        ("（一）、", "（二）、"),
        ("（一）.", "（二）."),
        ("㈠", "㈡"),
        ("1.", "2."),
        ("1．", "2．"),
        ("1、", "2、"),
        ("1,", "2,"),
        ("１．", "２．"),
        ("⒈", "⒉"),
        ("（1）", "（2）"),
        ("(1)", "(2)"),
        ("1）", "2）"),
        ("⑴", "⑵"),
        ("一是", "二是"),
    ],
    ids=[
        "full", "half", "mixed", "open-only", "close-only", "tortoise", "lenticular", "blanks",
        "and-dun", "and-point", "enclosed", "number", "number-full-point", "number-dun",
        "number-comma", "full-number", "number-enclosed", "bracket", "half-bracket",
        "close-bracket", "bracket-enclosed", "is",
    ],
)  # fmt: skip
def test_a_section_may_be_numbered_in_any_way(first: str, second: str) -> None:
    passages = inside(
        f"{first}加强组织领导。全县召开会议3次。\n{second}规范决策程序。审查文件12件。"
    )
    assert told(passages) == [
        f"2 {first}加强组织领导。",
        "body 全县召开会议3次。",
        f"2 {second}规范决策程序。",
        "body 审查文件12件。",
    ]
    assert [p.marker for p in passages if p.marker] == [first, second]


@pytest.mark.parametrize(
    "numerals",
    ["一一二", "一二二三", "一三四", "一二一二", "三二一", "二三"],
    ids=["repeats-first", "repeats", "skips", "restarts", "falls", "starts-late"],
)
def test_wrong_numerals_at_line_starts_lose_no_section(numerals: str) -> None:
    rows = [f"（{n}）规范执法程序{k}。检查企业{k + 3}户。" for k, n in enumerate(numerals)]
    assert [p.marker for p in inside("\n".join(rows)) if p.level == 2] == [
        f"（{n}）" for n in numerals
    ]


def test_sections_may_begin_in_the_middle_of_a_paragraph() -> None:
    text = "（一）加强领导。召开会议3次。（二）规范决策。审查文件12件。（三）化解纠纷。调解56件。"
    assert told(inside(text)) == [
        "2 （一）加强领导。",
        "body 召开会议3次。",
        "2 （二）规范决策。",
        "body 审查文件12件。",
        "2 （三）化解纠纷。",
        "body 调解56件。",
    ]


@pytest.mark.parametrize("gap", ["", " ", "　"], ids=["glued", "blank", "wide-blank"])
def test_a_chapter_and_its_first_section_may_share_a_line(gap: str) -> None:
    first = f"一、主要举措和成效{gap}（一）加强领导。召开会议3次。"
    text = f"{TITLE}{first}\n（二）规范决策。审查12件。{TAIL}"
    assert told(structured(text).passages)[1:4] == [
        "1 一、主要举措和成效",
        "2 （一）加强领导。",
        "body 召开会议3次。",
    ]


def test_a_whole_report_on_one_line_is_cut() -> None:
    text = (
        "云屏县2024年法治政府建设年度报告 市政府：现将情况报告如下：一、主要举措和成效"
        "（一）加强领导。一是召开会议3次。二是印发要点。（二）规范决策。审查文件12件。"
        "二、存在的不足和原因。执法力量不足。三、下一年度主要安排。加强执法监督。特此报告。云屏县人民政府2025年2月10日"
    )
    assert told(structured(text).passages) == [
        "title 云屏县2024年法治政府建设年度报告",
        "addressee 市政府：",
        "preamble 现将情况报告如下：",
        "1 一、主要举措和成效",
        "2 （一）加强领导。",
        "item 一是召开会议3次。",
        "item 二是印发要点。",
        "2 （二）规范决策。",
        "body 审查文件12件。",
        "1 二、存在的不足和原因。",
        "body 执法力量不足。",
        "1 三、下一年度主要安排。",
        "body 加强执法监督。",
        "closing 特此报告。",
        "signature 云屏县人民政府",
        "date 2025年2月10日",
    ]


@pytest.mark.parametrize(
    ("items", "markers"),
    [
        ("一是修订规则4项；二是清理文件9件；三是办班2期。", ["一是", "二是", "三是"]),
        ("一是修订规则4项；二是清理文件9件；三组织办班2期。", ["一是", "二是", "三"]),
        ("一要修订规则；二要清理文件；三要办班。", ["一要", "二要", "三要"]),
        ("第一，修订规则4项。第二，清理文件9件。", ["第一，", "第二，"]),
        ("首先，修订规则4项。其次，清理文件9件。", ["首先，", "其次，"]),
        ("首先，修订规则。其次，清理文件。最后，办班2期。", ["首先，", "其次，", "最后，"]),
        ("其一，修订规则4项。其二，清理文件9件。", ["其一，", "其二，"]),
        ("一方面，修订规则4项。另一方面，清理文件9件。", []),
        ("①修订规则4项；②清理文件9件。", ["①", "②"]),
        ("1是修订规则4项；2是清理文件9件。", ["1是", "2是"]),
        ("办理案件9件。2是修订规则。", []),
        ("主要做法：1.修订规则4项。2.清理文件9件。", ["1.", "2."]),
        ("主要做法：1．修订规则4项；2．清理文件9件。", ["1．", "2．"]),
        ("主要做法：1、修订规则4项；2、清理文件9件。", ["1、", "2、"]),
        ("主要做法：（1）修订规则4项；（2）清理文件9件。", ["（1）", "（2）"]),
    ],
    ids=[
        "is", "lost-is", "must", "ordinal", "first-next", "first-next-last", "one-two", "hands",
        "circle",
        "arabic-is", "arabic-is-alone", "number", "full-point", "number-dun", "bracket",
    ],
)  # fmt: skip
def test_items_of_a_paragraph_are_parted(items: str, markers: list[str]) -> None:
    passages = inside(f"（一）健全制度。{items}\n（二）严格执法。检查企业31户。")
    assert [p.marker for p in passages if p.role == "item"] == markers
    assert "".join(p.text for p in passages[1:-2]) == items


@pytest.mark.parametrize(
    "words",
    [
        "落实第一责任人职责，第二批清单已公布。",
        "办件2.5万件，其中1.2万件网上办理。",
        "按照条例第（一）项和第（二）项办理。",
        "发展一、二、三产业，调整二级预案。",
        "检查一是否到位，二是非分明。",
        "公布（一季度）和（二季度）清单。",
        "培训五名干部，四次下乡。",
    ],
    ids=["ordinals", "decimals", "clauses", "industries", "is-in-word", "quarters", "counts"],
)
def test_numerals_of_running_text_number_nothing(words: str) -> None:
    text = f"（一）健全制度。全年如下：{words}"
    assert told(inside(text))[1:] == [f"body 全年如下：{words}"]


def test_levels_go_down_with_the_numbering() -> None:
    text = (
        "（一）健全制度\n1．修订规则\n（1）清理文件\n全年清理文件9件。\n2．严格执法\n检查企业31户。\n"
        "（二）化解纠纷\n调解案件56件。"
    )
    assert [f"{p.level}{p.marker}" for p in inside(text) if p.level] == [
        "2（一）", "31．", "4（1）", "32．", "2（二）",
    ]  # fmt: skip


def test_items_under_sections_are_no_sections() -> None:
    text = "（一）健全制度。\n一是修订规则4项。\n二是清理文件9件。\n（二）严格执法。检查31户。"
    assert [p.marker for p in inside(text) if p.role == "item"] == ["一是", "二是"]


@pytest.mark.parametrize(
    ("line", "below", "role"),
    [
        (
            "（二）深化改革，12个乡镇完成赋权",
            "全县推进赋权工作，承接事项运行顺畅，群众满意。",
            "heading",
        ),
        ("（二）办结案件12件", "（三）评查案卷30卷", "item"),
        ("（二）办结案件12件；", "全县推进赋权工作，承接事项运行顺畅，群众满意。", "item"),
    ],
    ids=["above-prose", "above-another", "stopped"],
)
def test_a_line_with_a_number_is_a_heading_above_prose_only(
    line: str, below: str, role: str
) -> None:
    passages = inside(f"（一）健全制度\n全县健全学法制度，按期开展学习。\n{line}\n{below}")
    assert next(p.role for p in passages if p.text == line) == role


def test_an_item_that_says_more_than_the_others_is_no_section() -> None:
    items = [
        "1.谋划新一轮法治建设任务。",
        "2.加快重点领域立法，严把文件制定关口。",
        "3.修订执法监督细则，启用监督二维码。深化复议规范化建设。",
        "4.分级建立线索库。",
    ]
    assert [p.role for p in inside("\n".join(items))] == ["item"] * 4


def test_is_items_with_counts_right_under_a_chapter_stay_items() -> None:
    assert told(inside("一是召开会议3次；\n二是审查文件12件。")) == [
        "item 一是召开会议3次；",
        "item 二是审查文件12件。",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("第一，", "第二，"),
        ("第一、", "第二、"),
        ("第一是", "第二是"),
        ("首先，", "其次，"),
        ("其一：", "其二："),
    ],
)
def test_words_that_count_headed_paragraphs_number_sections(first: str, second: str) -> None:
    passages = inside(
        f"{first}提效能，服务企业更贴心。走访企业12家。\n{second}严程序，决策更加规范。审查合同12件。"
    )
    assert [(p.level, p.marker) for p in passages if p.role == "heading"] == [
        (2, first), (2, second),
    ]  # fmt: skip


@pytest.mark.parametrize("marker", ["一是", "第一，", "（一）"])
def test_a_sentence_keeps_its_subject_behind_a_numeral(marker: str) -> None:
    said = "执法队伍整合之后磨合不够，跨领域办案的能力还显不足，不少队员遇到专业问题心里没有底。"
    passages = inside(f"{marker}普法形式单一。年轻人参与少。\n{marker.replace('一', '二')}{said}")
    assert any(said in p.text for p in passages)


def test_a_paragraph_that_begins_with_first_of_all_alone_is_body() -> None:
    passages = inside("首先，提效能，服务企业更贴心。走访企业12家。\n另外，审查合同12件。")
    assert [p.role for p in passages] == ["body", "body"]


@pytest.mark.parametrize("slips", [0, 1, 6])
def test_the_heading_of_a_part_does_not_run_on(slips: int) -> None:
    rows = [f"（{n}）规范执法，监督更加有力。评查案卷12卷。" for n in "一二三四五六七八"]
    rows = ["　　" * (i < slips) + row for i, row in enumerate(rows)]
    head = "二、主要负责人履行推进法治建设第一责任人职责情况"
    said = "县长、副县长听取汇报，做到“四个亲自”。"
    text = f"{TITLE}一、主要举措和成效\n" + "\n".join(rows) + f"\n{head}\n{said}{TAIL}"
    assert head in [p.text for p in structured(text).passages]


def test_a_list_in_one_line_has_no_sections() -> None:
    line = "1.继续加强学习；2.继续规范执法；3.继续做好普法。"
    assert [p.role for p in inside(line)] == ["item"] * 3


def test_several_in_one_paragraph_are_all_items() -> None:
    line = "一是加强领导。召开会议3次。二是规范执法。评查案卷12卷。\n三是抓好普法。宣讲9场。"
    assert [f"{p.role} {p.marker}" for p in inside(line)] == ["item 一是", "item 二是", "item 三是"]


def test_a_list_inside_body_takes_no_level_from_headings() -> None:
    lines = "一是加强领导\n召开会议5次，一是学习贯彻，二是研究部署。\n二是规范执法\n办理案件20件。"
    assert [p.marker for p in inside(lines) if p.role == "heading"] == ["一是", "二是"]


def test_a_heading_may_have_its_items_on_its_own_line() -> None:
    text = "1.健全制度。修订4项。\n2.分析原因。一是人手不足；二是经费不足。"
    assert told(inside(text))[2:] == [
        "2 2.分析原因。",
        "item 一是人手不足；",
        "item 二是经费不足。",
    ]


@pytest.mark.parametrize(
    ("lines", "role"),
    [
        (("1.健全制度。修订4项。", "2.严格执法。检查31户。", "3.落实普法责任。"), "heading"),
        (("1.健全制度。修订4项。", "2.落实普法责任。", "3.加强执法监督。"), "item"),
    ],
    ids=["among-sections", "among-items"],
)
def test_a_sentence_without_body_is_what_its_neighbours_are(
    lines: tuple[str, ...], role: str
) -> None:
    assert inside("\n".join(lines))[-1].role == role


def test_a_lone_bracket_among_numbers_is_one_of_them() -> None:
    text = (
        "1.健全制度。修订4项。\n2.严格执法。检查31户。\n"
        "（三）化解纠纷。调解56件。\n4.普法。宣传9场。"
    )
    assert [f"{p.level}{p.marker}" for p in inside(text) if p.level] == [
        "21.", "22.", "2（三）", "24.",
    ]  # fmt: skip


def test_a_number_without_its_point_numbers_where_its_neighbours_do() -> None:
    text = "1 健全学法制度。全年学法4次。\n2 规范决策程序。审查文件12件。"
    assert [p.marker for p in inside(text) if p.level == 2] == ["1", "2"]


def test_rows_of_a_table_are_told_as_such() -> None:
    assert told(inside("全年办理情况如下。\n类别|上年|本年\n复议|12|15"))[1:] == [
        "table 类别|上年|本年",
        "table 复议|12|15",
    ]


def test_headings_without_numerals_are_found() -> None:
    text = (
        f"{TITLE}主要举措和成效\n加强法治政府建设组织领导\n全县召开会议3次，研究法治工作。\n"
        f"规范决策程序\n审查文件12件，提出意见30条。\n存在的不足和原因\n{LAST}"
    )
    assert told(structured(text).passages)[1:] == [
        "1 主要举措和成效",
        "2 加强法治政府建设组织领导",
        "body 全县召开会议3次，研究法治工作。",
        "2 规范决策程序",
        "body 审查文件12件，提出意见30条。",
        "1 存在的不足和原因",
        f"body {LAST}",
    ]


def test_a_bare_part_title_may_stand_before_a_shorter_heading() -> None:
    text = (
        f"{TITLE}主要举措和成效\n加强组织领导\n全县召开会议3次，研究法治工作。\n"
        f"存在的不足和原因\n{LAST}"
    )
    assert told(structured(text).passages)[1:3] == ["1 主要举措和成效", "2 加强组织领导"]


def test_chapters_that_are_numbered_as_sections_are_chapters() -> None:
    text = (
        f"{TITLE}（一）主要举措和成效\n1.加强领导。召开会议3次。\n2.规范决策。审查12件。\n"
        f"（二）存在的不足和原因\n{LAST}"
    )
    assert [f"{p.level}{p.marker}" for p in structured(text).passages if p.level] == [
        "1（一）", "21.", "22.", "1（二）",
    ]  # fmt: skip


def test_chapters_that_are_numbered_in_arabic_are_chapters() -> None:
    text = f"{TITLE}1.主要举措和成效\n召开会议3次，审查文件12件。\n2.存在的不足和原因\n{LAST}"
    assert [p.marker for p in structured(text).passages if p.level == 1] == ["1.", "2."]


def test_chapters_that_begin_with_a_year_behind_their_number_are_chapters() -> None:
    text = (
        f"{TITLE}1、2024年主要做法\n(1)规范执法。办理案件12件。\n2、存在的问题\n"
        f"(1)保障不足。部分中队没有办公场所。\n3、2025年工作计划\n(1)修订清单。"
    )
    assert [p.marker for p in structured(text).passages if p.level == 1] == ["1、", "2、", "3、"]


# --------------------------------------------------------- signs, questions, slips, tables


@pytest.mark.parametrize("bullet", ["★", "◆", "●", "■", "➢", "✓ "])
def test_bullets_may_number_the_sections(bullet: str) -> None:
    passages = inside(f"{bullet}健全制度。修订规则4项。\n{bullet}严格执法。检查企业31户。")
    assert told(passages) == [
        f"2 {bullet}健全制度。",
        "body 修订规则4项。",
        f"2 {bullet}严格执法。",
        "body 检查企业31户。",
    ]
    assert [p.marker for p in passages if p.marker] == [bullet.strip()] * 2


@pytest.mark.parametrize("dash", ["——", "──", "－－"])
def test_dashes_begin_items(dash: str) -> None:
    passages = inside(
        f"（一）健全制度\n{dash}修订规则4项。\n{dash}清理文件9件。\n（二）严格执法\n检查企业31户。"
    )
    assert told(passages)[1:3] == [f"item {dash}修订规则4项。", f"item {dash}清理文件9件。"]


@pytest.mark.parametrize(
    "heading",
    ["（一）平安如何保？——重拳整治乱象", "（一）纠纷怎么解？", "（一）办事更快捷！群众更满意"],
    ids=["answered", "asked", "called"],
)
def test_a_heading_with_a_line_to_itself_may_ask_or_call(heading: str) -> None:
    passages = inside(f"{heading}\n检查企业31户。\n（二）抓实普法\n举办活动9场。")
    assert told(passages)[:2] == [f"2 {heading}", "body 检查企业31户。"]


@pytest.mark.parametrize(
    "marks",
    [
        ("（一）", "（二）", "3、", "（四）"),
        ("（一）", "（二）", "（3）", "（四）"),
        ("1.", "2.", "（三）", "4."),
    ],
    ids=["number", "bracket", "section"],
)
def test_a_section_numbered_by_mistake_stays_one(marks: tuple[str, ...]) -> None:
    names = ("健全制度", "严格执法", "化解纠纷", "抓实普法")
    rows = [
        f"{mark}{name}。全年开展工作{n}次。"
        for n, (mark, name) in enumerate(zip(marks, names, strict=True), start=3)
    ]
    headings = [p for p in inside("\n".join(rows)) if p.role == "heading"]
    assert told(headings) == [f"2 {mark}{name}。" for mark, name in zip(marks, names, strict=True)]


def test_numbers_that_begin_anew_in_a_section_are_no_sections() -> None:
    passages = inside(
        "（一）健全制度\n1.修订规则。全年修订规则4项。\n2.清理文件。全年清理文件9件。\n"
        "（二）严格执法\n1.检查企业。全年检查企业31户。\n2.评查案卷。全年评查案卷26卷。"
    )
    assert [p.text for p in passages if p.level == 2] == ["（一）健全制度", "（二）严格执法"]


@pytest.mark.parametrize("sections", [2, 3, 4])
@pytest.mark.parametrize("mark", ["{}.", "{}、", "（{}）"])
def test_numbers_that_count_on_through_the_sections_are_no_sections(
    mark: str, sections: int
) -> None:
    headings = ["（一）健全制度", "（二）严格执法", "（三）化解纠纷", "（四）抓实普法"][:sections]
    rows = []
    for index, heading in enumerate(headings):
        first, second = mark.format(2 * index + 1), mark.format(2 * index + 2)
        rows.append(f"{heading}\n{first}完善清单。全年清理9项。\n{second}加强评查。全年评查7卷。")
    assert [p.text for p in inside("\n".join(rows)) if p.level == 2] == headings


def test_two_last_sections_numbered_by_mistake_stay_sections() -> None:
    rows = ["（一）健全制度", "（二）严格执法", "3、化解纠纷", "4、抓实普法"]
    passages = inside("\n".join(f"{row}。全年开展工作{n}次。" for n, row in enumerate(rows, 5)))
    assert [p.text for p in passages if p.level == 2] == [f"{row}。" for row in rows]


PROSE = "全县各级行政机关坚持依法行政，" * 6 + "检查企业31户。"
"""Long, so that no width of wrapping is seen."""


@pytest.mark.parametrize(
    "rows",
    [
        ["立案（件）　　96　　107", "办结（件）　　95　　106"],
        ["立案（件）      96      107", "办结（件）      95      106"],
        ["立案（件）\t96\t107", "办结（件）\t95\t106"],
        ["项目|2023年|2024年", "立案（件）|96|107"],
        ["立案（件）　　　　107", "办结（件）　　　　106"],
        ["项目 2023年 2024年", "立案（件） 96 107", "办结（件） 95 106"],
    ],
    ids=["wide-blanks", "blanks", "tabs", "bars", "two-cells", "single-blanks"],
)
def test_rows_of_a_table_stay_rows(rows: list[str]) -> None:
    passages = inside(f"（一）严格执法\n执法情况见下表：\n{chr(10).join(rows)}\n{PROSE}")
    assert told(passages)[2:] == [*(f"table {row}" for row in rows), f"body {PROSE}"]


def test_the_head_of_a_table_is_a_row_too() -> None:
    passages = inside(f"（一）严格执法\n项目　　2023年　　2024年\n立案（件）　　96　　107\n{PROSE}")
    assert [p.role for p in passages] == ["heading", "table", "table", "body"]


def test_a_row_of_a_table_ends_where_lines_are_short_too() -> None:
    rows = ["项目　　2023年　　2024年", "立案（件）　　96　　107", "办结（件）　　95　　106"]
    passages = inside(
        "\n".join(
            [
                "（一）严格执法",
                "情况见下表：",
                *rows,
                "全年检查企业31户。",
                "",
            ]
        )
    )
    assert [p.text for p in passages if p.role == "table"] == rows


def test_ragged_lines_are_joined_where_every_paragraph_is_indented() -> None:
    text = (
        f"{TITLE}　　2024年，云屏县扎实推进\n法治政府建设。现将有关情\n况报告如下：\n"
        "　　一、主要举措和成效\n"
        "　　（一）健全制度。全年修订规则4项，清\n理文件9件，举办培\n训2期。\n"
        "　　（二）严格执法。检查企业31户，立案\n查处12件。\n　　（三）抓实普法。举办活\n动9场。\n"
        "　　二、存在的不足和原因\n　　执法力量不足，\n培训不够。"
    )
    assert told(structured(text).passages)[1:] == [
        "preamble 2024年，云屏县扎实推进法治政府建设。现将有关情况报告如下：",
        "1 一、主要举措和成效",
        "2 （一）健全制度。",
        "body 全年修订规则4项，清理文件9件，举办培训2期。",
        "2 （二）严格执法。",
        "body 检查企业31户，立案查处12件。",
        "2 （三）抓实普法。",
        "body 举办活动9场。",
        "1 二、存在的不足和原因",
        "body 执法力量不足，培训不够。",
    ]
