"""Title, agency, year, addressee, signature and date in all their forms."""

from __future__ import annotations

import pytest

from drafter.knowledge.titles import is_title
from drafter.model import Frame
from drafter.structure.frame import (
    agency_of_title,
    is_organ,
    read_addressee,
    split_title,
    title_needs_agency,
)
from tests.reading import KNOWLEDGE, structured

WORDS = KNOWLEDGE.words
BODY = "一、主要举措和成效\n全县召开会议3次。\n二、存在的不足和原因\n执法力量不足。"


def frame(*lines: str, tail: str = "") -> Frame:
    return structured("\n".join([*lines, BODY, *([tail] if tail else [])])).frame


# ------------------------------------------------------------------- title


def test_the_longest_title_is_cut_from_the_body_on_its_line() -> None:
    title = "云屏县2024年法治政府建设情况的报告"
    assert split_title(f"{title}宁川市人民政府：现将情况报告如下。", WORDS) == len(title)


@pytest.mark.parametrize(
    "text",
    [
        "云屏县2024年法治政府建设年度报告",
        "云屏县人民政府关于2024年度法治政府建设情况的报告",
        "关于2024年法治政府建设工作情况的报告",
        "云屏县司法局2024年推进法治政府建设工作总结",
        "望溪镇二〇二四年依法行政工作情况汇报",
        "云屏县法治政府建设年度报告（2024年）",
        "云屏县2024年法治政府建设年度报告（送审稿）",
        "2024年度法治政府建设工作情况",
        "法治政府建设年度报告",
        "云屏县司法局 2024 年度法治政府建设工作总结及 2025 年工作计划",
        "云屏县司法局２０２４年度法治政府建设工作总结及２０２５年工作计划",
        "关于清源街道2024年度法治政府建设情况的公示",
        "云屏县人民政府关于2024年法治政府建设情况的公告",
        "望溪镇2024年法治政府建设工作情况通报",
        "云屏县水务局2024年度法治政府建设工作综述",
        "云屏县水务局2024年依法行政工作小结",
        "云屏县水务局关于报送2024年度法治政府建设情况的函",
    ],
)
def test_titles_are_known(text: str) -> None:
    assert is_title(text, WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "法治政府建设情况",
        "2024年，云屏县扎实推进法治政府建设工作总结",
        "云屏县2024年生态环境状况报告",
        "首页 > 法治政府建设年度报告",
        "现将2024年法治政府建设情况报告如下：",
        "报告",
    ],
    ids=["heading", "sentence", "other-topic", "breadcrumb", "preamble", "short"],
)
def test_other_lines_are_no_titles(text: str) -> None:
    assert not is_title(text, WORDS)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["云屏县2024年法治政府建设年度报告"], "云屏县2024年法治政府建设年度报告"),
        (
            ["云屏县人民政府", "关于2024年法治政府建设情况的报告"],
            "云屏县人民政府关于2024年法治政府建设情况的报告",
        ),
        (
            ["中共云屏县委", "云屏县人民政府", "关于2024年法治政府建设情况的报告"],
            "中共云屏县委云屏县人民政府关于2024年法治政府建设情况的报告",
        ),
        (
            ["云屏县人民政府", "2024年法治政府建设", "情况报告"],
            "云屏县人民政府2024年法治政府建设情况报告",
        ),
        (
            ["望溪镇2024年法治政府建设年度报告", "【打印】", "望溪镇2024年法治政府建设年度报告"],
            "望溪镇2024年法治政府建设年度报告",
        ),
        (
            ["2024年法治政府建设年度报告_云屏县政府网", "云屏县司法局2024年法治政府建设年度报告"],
            "云屏县司法局2024年法治政府建设年度报告",
        ),
        (["标题：云屏县2024年法治政府建设年度报告"], "云屏县2024年法治政府建设年度报告"),
        (["名　　称 | 云屏县2024年法治政府建设年度报告"], "云屏县2024年法治政府建设年度报告"),
        (["法治政府建设年度报告 > 2024年度"], None),
        (
            ["云屏县司法局", "法治政府建设年度报告", "（2024年度）"],
            "云屏县司法局法治政府建设年度报告（2024年度）",
        ),
        (
            ["云屏县司法局", "２０２４年度法治政府建设情况报告"],
            "云屏县司法局２０２４年度法治政府建设情况报告",
        ),
        ([], None),
    ],
    ids=[
        "one-line", "agency-above", "joint", "three-lines", "twice", "page-and-own",
        "metadata", "metadata-cell", "breadcrumb", "year-below", "wide-digits", "none",
    ],
)  # fmt: skip
def test_the_title_is_the_documents_own(lines: list[str], title: str | None) -> None:
    assert frame(*lines).title == title


@pytest.mark.parametrize(
    "lines",
    [
        ["云屏县人民政府关于2024年度", "法治政府建设情况的报告"],
        ["云屏县人民政府关于", "2024年度法治政府建设情况的报告"],
        ["云屏县人民政府", "关于2024年度", "法治政府建设情况的报告"],
        ["云屏县人民政府2024年", "法治政府建设年度报告"],
        ["云屏县人民政府", "2024年", "法治政府建设年度报告"],
        ["云屏县人民政府", "二〇二四年度", "法治政府建设年度报告"],
        ["云屏县人民政府2024年度", "法治政府建设情况报告"],
        ["云屏县人民政府2024年法治政府建设", "年度报告"],
        ["云屏县人民政府关于2024年", "度法治政府建设情况的报告"],
        ["云屏县人民政府关于20", "24年度法治政府建设情况的报告"],
    ],
    ids=[
        "after-year",
        "after-about",
        "three",
        "year-above",
        "year-alone",
        "year-in-han",
        "year-above-situation",
        "tail-below",
        "inside-the-year",
        "inside-its-number",
    ],
)
def test_a_title_may_break_anywhere(lines: list[str]) -> None:
    read = frame(*lines)
    assert (read.title, read.agency, read.year) == ("".join(lines), "云屏县人民政府", 2024)


@pytest.mark.parametrize(
    "title",
    [
        "云屏县人民政府2024年法治政府建设工作总结及2025年工作计划",
        "云屏县人民政府2024年度法治政府建设情况和下一年度工作安排",
        "云屏县人民政府2024年法治政府建设工作报告暨2025年工作要点",
        "云屏县人民政府2024年法治税务建设情况报告",
        "云屏县人民政府关于2024年度法治公安建设情况的报告",
        "云屏县人民政府二0二四年度法治政府建设工作总结",
        "云屏县人民政府二O二四年法治政府建设工作报告",
    ],
)
def test_a_title_may_be_on_more_and_typed_with_other_zeros(title: str) -> None:
    read = frame(title)
    assert (read.title, read.agency, read.year) == (title, "云屏县人民政府", 2024)


@pytest.mark.parametrize("note", ["（公开版）", "（报送稿）", "（第三稿）", "(公示)"])
def test_a_note_in_brackets_may_end_a_title(note: str) -> None:
    read = frame(f"云屏县2024年法治政府建设年度报告{note}")
    assert (read.agency, read.year) == ("云屏县", 2024)


def test_a_wrapped_title_is_no_chapter_also_if_it_is_printed_twice() -> None:
    title = ["国家税务总局云屏县税务局2024年法治政府建设情况报", "告"]
    text = "\n".join([*title, *title, "1. 2024年主要做法", "(1) 规范执法", "评查案卷12卷。"])
    read = structured(text)
    assert [p.role for p in read.passages][:4] == ["title", "title", "title", "heading"]
    assert read.frame.title == "".join(title)


def test_a_title_line_may_run_on() -> None:
    text = "云屏县2024年法治政府建设年度报告 2024年，我县认真贯彻部署。"
    assert split_title(text, WORDS) == 18
    assert split_title("2024年，我县认真贯彻部署。", WORDS) is None


@pytest.mark.parametrize(
    ("title", "needs"),
    [
        ("关于2024年法治政府建设情况的报告", True),
        ("2024年法治政府建设情况报告", True),
        ("法治政府建设年度报告", True),
        ("云屏县2024年法治政府建设年度报告", False),
    ],
)
def test_a_title_that_begins_in_the_middle_needs_its_agency(title: str, *, needs: bool) -> None:
    assert title_needs_agency(title, WORDS) is needs


# ------------------------------------------------------------------ agency


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("云屏县人民政府关于2024年法治政府建设情况的报告", "云屏县人民政府"),
        ("云屏县2024年法治政府建设年度报告", "云屏县"),
        ("望溪镇二〇二四年法治政府建设年度报告", "望溪镇"),
        ("云屏县法治政府建设年度报告", "云屏县"),
        ("中共云屏县委、云屏县人民政府关于2024年依法行政的报告", "中共云屏县委、云屏县人民政府"),
        ("中共云屏县委 云屏县人民政府关于2024年依法行政的报告", "中共云屏县委、云屏县人民政府"),
        ("中共云屏县委云屏县人民政府关于2024年依法行政的报告", "中共云屏县委、云屏县人民政府"),
        (
            "中共云屏县委员会云屏县人民政府关于2024年法治政府建设的报告",
            "中共云屏县委员会、云屏县人民政府",
        ),
        ("2024年法治政府建设年度报告", None),
        ("关于2024年法治政府建设情况的报告", None),
        ("云屏县司法局法治政府建设年度报告（2024年度）", "云屏县司法局"),
        (
            "中共云屏县委全面依法治县委员会办公室关于2024年法治政府建设情况的报告",
            "中共云屏县委全面依法治县委员会办公室",
        ),
        ("云屏县水利局法治政府建设2024年度报告", "云屏县水利局"),
        ("法治政府建设2024年度报告（云屏县水利局）", "云屏县水利局"),
    ],
    ids=[
        "about", "year", "chinese-year", "no-year", "joint-dun", "joint-blank", "joint-glued",
        "joint-in-full", "starts-with-year", "starts-with-about", "year-in-brackets", "one-office",
        "topic-before-year", "in-brackets",
    ],
)  # fmt: skip
def test_a_title_names_its_agency(title: str, agency: str | None) -> None:
    assert agency_of_title(title, WORDS) == agency


@pytest.mark.parametrize(
    ("lines", "tail", "agency"),
    [
        (["2024年法治政府建设年度报告"], "云屏县水务局\n2025年2月10日", "云屏县水务局"),
        (["2024年法治政府建设年度报告", "2024年，云屏县水务局坚持依法行政。"], "", "云屏县水务局"),
        (["发布机构：云屏县水务局", "2024年法治政府建设年度报告"], "", "云屏县水务局"),
        (["云屏县2024年法治政府建设年度报告"], "云屏县人民政府\n2025年2月10日", "云屏县人民政府"),
        (
            ["云屏县2024年法治政府建设年度报告", "2024年，云屏县人民政府认真贯彻部署。"],
            "",
            "云屏县人民政府",
        ),
        (
            ["2024年法治政府建设年度报告", "2024年，中共云屏县委、云屏县人民政府坚持依法行政。"],
            "",
            "云屏县人民政府",
        ),
        (["2024年法治政府建设年度报告"], "", None),
    ],
    ids=[
        "signature",
        "preamble",
        "metadata",
        "fuller-signature",
        "fuller-preamble",
        "joint",
        "silent",
    ],
)
def test_the_agency_is_named_where_the_text_names_it(
    lines: list[str], tail: str, agency: str | None
) -> None:
    assert frame(*lines, tail=tail).agency == agency


SESSION = "——2025年4月24日在云屏县第十八届人民代表大会常务委员会第二十七次会议上"


@pytest.mark.parametrize(
    ("lines", "agency"),
    [
        (
            ["受云屏县人民政府委托，现将2024年法治政府建设情况报告如下，请予审议。"],
            "云屏县人民政府",
        ),
        (["我受县人民政府的委托，报告2024年法治政府建设情况，请予审议。"], "县人民政府"),
        (["我代表望溪镇人民政府，向大会报告2024年法治政府建设情况。"], "望溪镇人民政府"),
        (
            [SESSION, "云屏县司法局局长　周某某", "受县人民政府委托，现就全县有关情况报告如下。"],
            "县人民政府",
        ),
    ],
    ids=["commissioned", "short", "represents", "read-by-another"],
)
def test_a_report_read_out_is_of_the_body_it_is_read_for(lines: list[str], agency: str) -> None:
    assert frame("关于2024年度法治政府建设情况的报告", *lines).agency == agency


def test_a_government_told_by_its_level_has_the_place_that_stands_elsewhere() -> None:
    read = frame(
        "关于全区法治政府建设情况的报告",
        "受区人民政府委托，现将2024年全区法治政府建设情况报告如下。",
        "一、基本情况",
        "2024年，澜江区人民政府持续推进依法行政，我受区人民政府委托报告。",
    )
    assert read.agency == "澜江区人民政府"


@pytest.mark.parametrize(
    ("told", "agency"),
    [
        (
            "全区召开会议2次，印发《2024年度澜江区法治政府建设工作要点》，办好澜江区普法讲堂。",
            "澜江区",
        ),
        ("编制《澜江市人民政府2024年度重大行政决策事项目录》，全市公开。", "澜江市人民政府"),
        ("全区落实《青川省行政执法监督工作规定》。", None),
        ("全区制定《示范区创建工作方案》，示范区建设提速。", None),
        ("全市落实《城市管理条例实施方案》，城市管理有序。", None),
        ("全县印发《加强县域治理工作要点》。", None),
    ],
    ids=["place", "government", "another level", "kind of zone", "city", "within a county"],
)
def test_documents_tell_whose_report_it_is_where_nothing_else_does(
    told: str, agency: str | None
) -> None:
    lead = "2024年，区政府推动法治政府建设取得新成效，现将有关情况报告如下。"
    assert frame(lead, "一、强化组织领导", told).agency == agency


@pytest.mark.parametrize(
    "deed",
    [
        "受县应急管理局委托开展安全生产检查",
        "受市人民政府委托，作为市级执法主体",
        "受县城市管理局的委托，对违建查处",
    ],
)
def test_who_delegated_a_deed_is_not_the_body_that_reports(deed: str) -> None:
    read = frame(
        "2024年法治政府建设年度报告",
        f"2024年，我镇{deed}，成效明显。",
        tail="望溪镇人民政府\n2025年1月6日",
    )
    assert read.agency == "望溪镇人民政府"


@pytest.mark.parametrize(
    ("lead", "agency"),
    [
        ("2024年，望溪镇党委、政府坚持依法行政。", "望溪镇"),
        ("2024年，望溪镇党委政府坚持依法行政。", "望溪镇"),
        ("2024年，清源街道党工委、办事处坚持依法行政。", "清源街道"),
        ("今年，望溪镇党委、政府坚持依法行政。现将望溪镇人民政府工作报告如下：", "望溪镇人民政府"),
        ("现就云屏县水务局2024年法治政府建设情况报告如下：", "云屏县水务局"),
        ("一年来，云屏县烟草专卖局（营销部）坚持依法行政。", "云屏县烟草专卖局"),
    ],
)
def test_the_body_of_a_preamble_is_the_government_not_the_party(lead: str, agency: str) -> None:
    assert frame("2024年法治政府建设工作总结", lead).agency == agency


@pytest.mark.parametrize(
    ("lead", "agency"),
    [
        ("2024年，云岭苗族侗族自治州人民政府牢记嘱托，建设云岭苗族侗族自治州。",
         "云岭苗族侗族自治州人民政府"),
        ("一年来，望溪镇人民政府夯实基层基础，望溪镇面貌一新。", "望溪镇人民政府"),
        ("2024年，江南省人民政府印发工作要点，望溪镇坚持依法行政。", "望溪镇"),
        ("2024年，获得云岫县人民政府通报表扬，我局得到云岫县肯定。", None),
        ("2024年，云岫县人民政府督察组到我局督察云岫县工作。", None),
        ("2024年，提请县人民政府审议文件，县域治理水平提升。", None),
    ],
)  # fmt: skip
def test_a_government_may_do_anything_in_a_preamble(lead: str, agency: str | None) -> None:
    assert frame("2024年法治政府建设工作总结", lead).agency == agency


@pytest.mark.parametrize(
    ("source", "lead", "agency"),
    [
        ("云屏县医疗保障局", "现将我局2024年工作报告如下：", "云屏县医疗保障局"),
        ("望溪镇人民政府", "现将我镇2024年工作报告如下：", "望溪镇人民政府"),
        ("清源街道办事处", "2024年，我街道坚持依法行政。", "清源街道办事处"),
        ("云屏县司法局", "2024年，我县坚持依法行政。", None),
        ("云屏县人民政府", "2024年，我局坚持依法行政。", None),
        ("云屏县司法局", "2024年，坚持依法行政。", None),
    ],
)
def test_the_source_of_a_page_reports_if_the_report_speaks_as_such_a_body(
    source: str, lead: str, agency: str | None
) -> None:
    assert frame(f"来源：{source}", "2024年法治政府建设年度报告", lead).agency == agency


@pytest.mark.parametrize(
    ("signature", "agency"),
    [
        ("望溪镇人民政府", "望溪镇人民政府"),
        ("云屏县望溪镇人民政府", "云屏县望溪镇人民政府"),
        ("柳渡镇人民政府", "云屏县望溪镇"),
        ("望溪镇经济开发区管委会", "云屏县望溪镇"),
        ("望溪镇司法所", "云屏县望溪镇"),
    ],
)
def test_the_government_of_the_place_in_a_title_signs(signature: str, agency: str) -> None:
    title = "云屏县望溪镇2024年法治政府建设年度报告"
    assert (
        frame(title, "2024年，全镇坚持依法行政。", tail=f"{signature}\n2025年1月4日").agency
        == agency
    )


def test_a_source_completes_the_name_of_a_government_not_of_its_offices() -> None:
    title = "望溪乡 24 年法治政府建设工作报告"
    assert frame("来源： 望溪乡人民政府", title).agency == "望溪乡人民政府"
    assert frame("来源： 望溪乡司法所", title).agency == "望溪乡"


def test_a_blank_in_the_name_of_a_preamble_is_passed_over() -> None:
    lead = "2024 年，望溪乡 人民政府坚持依法行政。"
    assert frame("望溪乡2024年法治政府建设工作报告", lead).agency == "望溪乡人民政府"


def test_a_law_abiding_government_is_no_body() -> None:
    lead = "审议《云岭州法治政府建设攻坚行动方案》。"
    assert frame("2024年法治政府建设工作总结", lead).agency is None


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        (
            "望 溪 林 场\n关于2024年法治政府建设情况的报告",
            "望溪林场关于2024年法治政府建设情况的报告",
        ),
        ("望溪林场2024年 法 治 政 府 建 设 情况的报告", "望溪林场2024年法治政府建设情况的报告"),
    ],
)
def test_spread_words_are_closed_to_their_last_character(printed: str, title: str) -> None:
    assert frame(printed).title == title


def test_a_spread_title_is_closed() -> None:
    read = frame("望溪林场", "关于2024年法治政府建设工作情况的", "报　告")
    assert read.title == "望溪林场关于2024年法治政府建设工作情况的报告"
    assert read.agency == "望溪林场"


@pytest.mark.parametrize("name", ["", "　　　　签发人：某某某"])
def test_the_number_of_a_document_is_no_part_of_its_title(name: str) -> None:
    title = "关于2024年度法治政府建设情况的报告"
    assert frame(f"云水发〔2025〕9号{name}", title).title == title


@pytest.mark.parametrize(
    ("short", "source", "tail", "agency"),
    [
        ("县林草局", "发布机构：云屏县林业和草原局", "", "云屏县林业和草原局"),
        ("县林草局", "来源：云屏县林业和草原局", "", "云屏县林业和草原局"),
        ("区国资委", "", "印发《新区国有资产监督管理委员会清单》。",
         "新区国有资产监督管理委员会"),
        ("市人社局", "", "印发《某市人力资源和社会保障局公示办法》。", "某市人力资源和社会保障局"),
        ("县财政局", "发布机构：云屏县人民政府", "", "县财政局"),
        ("县财政局", "来源：云屏县林业和草原局", "", "县财政局"),
        ("市城管局", "", "印发《云山市甲区城市管理局裁量规定》。", "市城管局"),
        ("市水务局", "来源：云山市水上交通事务管理局", "", "市水务局"),
        ("市财政局", "来源：云山市财政信息网络管理局", "", "市财政局"),
        ("区管委会", "", "印发《云山区城市管理委员会规定》。", "区管委会"),
    ],
    ids=[
        "publisher", "source", "committee", "社-inside", "higher-body", "another-body",
        "another-place", "like-sounding", "longer-name", "another-committee",
    ],
)  # fmt: skip
def test_an_abbreviated_body_is_named_in_full_where_the_page_prints_it(
    short: str, source: str, tail: str, agency: str
) -> None:
    lead = f"2024年，{short}坚持依法行政，现将情况报告如下："
    assert frame(source, "2024年法治政府建设年度报告", lead, tail=tail).agency == agency


@pytest.mark.parametrize(
    ("text", "organ"),
    [
        ("云屏县人民政府", True),
        ("云屏县水务局", True),
        ("中共云屏县委", True),
        ("云屏高新区管委会", True),
        ("（云屏县司法局）", True),
        ("云屏海关", True),
        ("云屏监狱", True),
        ("中国人民银行云屏县支行", True),
        ("云屏县卫生监督所", True),
        ("云屏县总工会", True),
        ("云屏县", False),
        ("规范执法程序", False),
        ("推动法律进大学", False),
        ("推动法律进银行", False),
        ("云屏县水务局，云屏县司法局", False),
        ("局", False),
    ],
)
def test_a_body_is_known_by_its_ending(text: str, *, organ: bool) -> None:
    assert is_organ(text, WORDS) is organ


# -------------------------------------------------------------------- year


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (["云屏县2024年法治政府建设年度报告"], 2024),
        (["云屏县２０２４年法治政府建设年度报告"], 2024),
        (["云屏县二〇二四年法治政府建设年度报告"], 2024),
        (["云屏县二○二四年度法治政府建设年度报告"], 2024),
        (["云屏县2024 年法治政府建设年度报告"], 2024),
        (["云屏县法治政府建设年度报告（2024）"], 2024),
        (["发布时间：2025-02-18", "云屏县2024年法治政府建设年度报告"], 2024),
        (["云屏县法治政府建设年度报告", "2024年，云屏县认真贯彻部署。"], 2024),
        (
            ["云屏县法治政府建设年度报告", "按照《实施纲要（2021—2025年）》，2024年我县扎实工作。"],
            2024,
        ),
        (["发布时间：2025-02-18", "云屏县法治政府建设年度报告"], 2024),
        (
            ["关于贯彻《法治政府建设实施纲要（2021—2025年）》暨2024年度法治政府建设情况的报告"],
            2024,
        ),
        (["云屏县法治政府建设年度报告"], None),
    ],
    ids=[
        "title", "full-width", "chinese", "chinese-circle", "blank", "bracket", "not-published",
        "preamble", "not-range", "published-after", "beside-a-plan", "silent",
    ],
)  # fmt: skip
def test_the_year_is_the_one_reported_on(lines: list[str], year: int | None) -> None:
    assert frame(*lines).year == year


def test_plans_for_a_year_tell_the_year_before() -> None:
    text = (
        "云屏县法治政府建设年度报告\n一、主要举措和成效\n召开会议。\n二、2025年工作安排\n加强监督。"
    )
    assert structured(text).frame.year == 2024


@pytest.mark.parametrize(
    "text",
    [
        "一、主要举措和成效\n召开会议。\n二、下一年工作安排\n2025年计划培训人员500人次。",
        "根据贵办《关于报送2024年度法治政府建设工作总结的通知》，报告如下：\n一、主要工作\n召开会议。",
        "一、主要举措\n召开会议。\n二、下年安排\n加强监督。\n附件：2024年度行政执法情况统计表",
    ],
    ids=["plans", "asked-for", "annexed"],
)
def test_the_year_may_stand_in_what_is_beside_the_report(text: str) -> None:
    assert structured(f"云屏县统计局法治政府建设情况报告\n{text}").frame.year == 2024


@pytest.mark.parametrize(
    "text",
    [
        "一、主要工作\n召开会议。\n二、下步工作计划\n针对2024年存在的问题，加快整改。\n云屏县统计局\n2025年1月20日",
        "一、主要工作\n召开会议。\n二、下步工作计划\n巩固2024年督察成果。\n云屏县统计局\n2024年12月20日",
        "按照《法治建设实施方案（2022年）》，报告如下：\n一、主要工作\n召开会议。\n云屏县统计局\n2025年1月9日",
        "一、主要工作\n召开会议。\n云屏县统计局\n2025年1月10日\n附件：云屏县统计局2025年工作计划",
    ],
    ids=["looks-back", "year-end", "other-document", "next-plan"],
)
def test_the_day_of_signing_tells_the_year_where_nothing_else_does(text: str) -> None:
    assert structured(f"云屏县统计局法治政府建设情况报告\n{text}").frame.year == 2024


def test_the_year_of_another_document_is_not_that_of_the_report() -> None:
    text = (
        "根据《重大行政决策程序条例》和《云屏县执法办法（2019年修订）》，报告如下：\n一、主要工作"
    )
    assert structured(f"云屏县法治政府建设年度报告\n{text}\n召开会议。").frame.year is None


# ------------------------------------------------- addressee, signature, date


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("市法治政府建设工作领导小组办公室:", "市法治政府建设工作领导小组办公室"),
        ("主任、秘书长、各位委员：", "主任、秘书长、各位委员"),
        ("市委、市政府：", "市委、市政府"),
        ("县人民政府:", "县人民政府"),
        ("市委市政府，市人大常委会：", "市委市政府，市人大常委会"),
        ("市委全面依法治市委员会办公室：", "市委全面依法治市委员会办公室"),
        ("市政府", None),
        ("现将情况报告如下：", None),
        ("主要做法：", None),
        ("来源：", None),
        ("一是健全制度：", None),
    ],
)
def test_an_addressee_is_a_body_before_a_colon(text: str, addressee: str | None) -> None:
    assert read_addressee(text, WORDS) == addressee


def test_the_addressee_comes_without_its_colon() -> None:
    assert frame("云屏县2024年法治政府建设年度报告", "市委、市政府：").addressee == "市委、市政府"


def test_a_letter_that_hands_the_report_over_names_the_addressee() -> None:
    read = frame(
        "市委依法治市办并市司法局：",
        "现将我局2024年法治政府建设年度报告呈上，请审阅。",
        "云屏市数据局2024年法治政府建设年度报告",
    )
    assert (read.addressee, read.title) == (
        "市委依法治市办并市司法局", "云屏市数据局2024年法治政府建设年度报告",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("stamp", "title"),
    [
        ("某某文库—资料天天更新www.example.com", "云屏县人民政府2024年度法治政府建设情况报告"),
        ("云屏县政府门户网站www.yunping.gov.cn", "2024年云屏县法治政府建设年度报告"),
        ("某某网（www.example.com）", "云屏县2024年法治政府建设年度报告"),
    ],
)
def test_the_stamp_of_a_website_in_front_of_a_title_is_no_part_of_it(
    stamp: str, title: str
) -> None:
    report = structured(
        f"{stamp}{title}2024年，县政府坚持依法行政。一、主要举措和成效召开会议3次。"
        "二、存在的不足一是力量薄弱。"
    )
    assert report.frame.title == title
    assert (report.frame.agency or "").startswith("云屏县")


def test_a_line_with_the_address_of_a_website_is_no_title() -> None:
    read = frame(
        "某某文库www.example.com云屏县2024年法治政府建设年度报告", "2024年，云屏县扎实工作。"
    )
    assert (read.title, read.agency) == (None, "云屏县")


def test_an_addressee_may_be_a_brigade() -> None:
    assert read_addressee("市委、市政府，省消防救援总队：", WORDS) == "市委、市政府，省消防救援总队"


def test_an_addressee_may_stand_on_two_lines() -> None:
    read = frame("云屏县2024年法治政府建设年度报告", "市委、市政府，", "市人大常委会：")
    assert read.addressee == "市委、市政府，市人大常委会"


def test_a_month_under_the_signature_is_a_date_without_a_day() -> None:
    text = f"云屏县2024年法治政府建设年度报告\n{BODY}\n云屏县人民政府\n2025年2月"
    cut = structured(text)
    assert cut.passages[-1].role == "date"
    assert cut.frame.issued is None


@pytest.mark.parametrize(
    "date",
    [
        "2025年2月10日",
        "2025 年 2 月 10 日",
        "二〇二五年二月十日",
        "二○二五年二月十日",
        "2025-02-10",
    ],
)
def test_the_date_under_the_signature_becomes_iso(date: str) -> None:
    read = frame("云屏县2024年法治政府建设年度报告", tail=f"云屏县人民政府\n{date}")
    assert (read.signature, read.issued) == ("云屏县人民政府", "2025-02-10")


@pytest.mark.parametrize(
    ("row", "issued"),
    [
        ("成文日期：2025-02-10", "2025-02-10"),
        ("成文日期 | 2025年02月10日", "2025-02-10"),
        ("发布日期：2025-02-10", None),
    ],
    ids=["colon", "cell", "published"],
)
def test_the_page_tells_the_date_where_the_text_is_silent(row: str, issued: str | None) -> None:
    assert frame(row, "云屏县2024年法治政府建设年度报告").issued == issued


def test_the_date_of_the_text_goes_before_the_pages() -> None:
    read = frame(
        "成文日期：2025-02-18",
        "云屏县2024年法治政府建设年度报告",
        tail="云屏县人民政府\n2025年2月10日",
    )
    assert read.issued == "2025-02-10"


def test_blanks_inside_a_signature_do_not_count() -> None:
    read = frame("2024年法治政府建设年度报告", tail="云 屏 县 水 务 局\n2025年2月10日")
    assert read.signature == "云屏县水务局"


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("关于云屏县2024年法治政府建设情况的报告", "云屏县"),
        ("关于云屏县司法局2024年度法治政府建设情况的报告", "云屏县司法局"),
        ("关于我县2024年法治政府建设情况的报告", None),
        ("关于2024年法治政府建设情况的报告", None),
    ],
)
def test_who_stands_behind_about_reports(title: str, agency: str | None) -> None:
    assert agency_of_title(title, WORDS) == agency


def test_the_end_of_a_preamble_is_no_title() -> None:
    opening = "市人民政府：\n现将2024年法治政府建设情况报告如下：\n"
    text = f"{opening}一、主要举措和成效\n（一）规范执法。检查31户。\n"
    assert structured(text).frame.title is None
