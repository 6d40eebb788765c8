"""Head, body and tail of a text: what is the report, what is the page around it."""

from __future__ import annotations

import pytest

from drafter.structure.zones import first_block_split
from tests.reading import KNOWLEDGE, structured, told

TITLE = "云屏县2024年法治政府建设年度报告"
BODY = "一、主要举措和成效\n全县召开会议3次。\n二、存在的不足和原因\n执法力量不足。"
TOLD_BODY = [
    "1 一、主要举措和成效",
    "body 全县召开会议3次。",
    "1 二、存在的不足和原因",
    "body 执法力量不足。",
]


@pytest.mark.parametrize(
    "head",
    [
        ["首页 > 政务公开 > 法治政府建设"],
        ["索引号：YP0012", "发布机构：云屏县司法局", "成文日期：2025年2月10日"],
        ["索引号 | YP0012 | 主题分类 | 司法", "发布机构 | 云屏县司法局 | 有效性 | 有效"],
        ["您的浏览器版本过低，建议使用极速模式访问本站。", "网站首页", "政务公开", "互动交流"],
        ["字号：大 中 小", "打印", "分享到：微信 微博"],
        ["目录", "一、主要举措和成效……1", "二、存在的不足和原因……5"],
    ],
    ids=["breadcrumb", "metadata", "metadata-table", "navigation", "controls", "contents"],
)
def test_what_stands_above_the_title_is_noise(head: list[str]) -> None:
    passages = structured("\n".join([*head, TITLE, BODY])).passages
    assert told(passages) == [*(f"noise {row}" for row in head), f"title {TITLE}", *TOLD_BODY]


@pytest.mark.parametrize("place", ["北桥经济技术开发区", "清河县", "临江街道", "江南新区"])
def test_a_title_may_begin_with_a_place_on_a_line_of_its_own(place: str) -> None:
    title = "2024年度法治政府建设情况报告"
    for above in ([], [f"{place}{title}", "信息来源：党政办　发布日期：2025-01-26"]):
        passages = structured("\n".join([*above, place, title, BODY])).passages
        assert told(passages) == [
            *(f"noise {row}" for row in above),
            f"title {place}{title}",
            *TOLD_BODY,
        ]


@pytest.mark.parametrize(
    "between",
    [
        ["发布时间：2025-02-18 浏览次数：112次"],
        ["来源：县司法局", "【字号：大 中 小】 【打印】"],
        ["（2025年1月9日在云屏县人民代表大会会议上）"],
    ],
    ids=["line", "lines", "meeting"],
)
def test_what_stands_between_title_and_text_is_noise(between: list[str]) -> None:
    passages = structured("\n".join([TITLE, *between, BODY])).passages
    assert told(passages) == [f"title {TITLE}", *(f"noise {row}" for row in between), *TOLD_BODY]


@pytest.mark.parametrize(
    "tail",
    [
        ["上一篇：没有了", "下一篇：云屏县2023年法治政府建设年度报告"],
        ["初审：某某", "复审：某某", "终审：某某"],
        ["扫一扫在手机打开当前页", "【打印】【关闭】"],
        ["主办单位：云屏县人民政府办公室 网站标识码：0000000000", "沪ICP备00000000号-1"],
        ["友情链接", "云屏县人民政府 版权所有"],
    ],
    ids=["neighbours", "reviewers", "controls", "footer", "copyright"],
)
def test_what_stands_below_the_text_is_noise(tail: list[str]) -> None:
    passages = structured("\n".join([TITLE, BODY, *tail])).passages
    assert told(passages) == [f"title {TITLE}", *TOLD_BODY, *(f"noise {row}" for row in tail)]


def test_the_tail_of_a_document_has_roles() -> None:
    text = (
        f"{TITLE}\n{BODY}\n特此报告。\n附件：1.任务清单\n2.案件统计表\n"
        "云屏县人民政府\n2025年2月10日\n（此件公开发布）"
    )
    assert told(structured(text).passages)[5:] == [
        "closing 特此报告。",
        "attachment 附件：1.任务清单",
        "attachment 2.案件统计表",
        "signature 云屏县人民政府",
        "date 2025年2月10日",
        "attachment （此件公开发布）",
    ]


def test_signature_and_date_may_share_a_line() -> None:
    text = f"{TITLE}\n{BODY}\n云屏县人民政府　　2025年2月10日"
    assert told(structured(text).passages)[-2:] == [
        "signature 云屏县人民政府",
        "date 2025年2月10日",
    ]


def test_a_signature_may_ask_for_the_seal() -> None:
    cut = structured(f"{TITLE}\n{BODY}\n云屏县人民政府 （盖章）\n2025年2月10日")
    assert [p.role for p in cut.passages][-2:] == ["signature", "date"]
    assert cut.frame.signature == "云屏县人民政府"


def test_a_joint_signature_stands_on_lines_of_its_own() -> None:
    cut = structured(f"{TITLE}\n{BODY}\n中共云屏县委\n云屏县人民政府\n2025年2月10日")
    assert told(cut.passages)[-3:-1] == ["signature 中共云屏县委", "signature 云屏县人民政府"]
    assert cut.frame.signature == "中共云屏县委、云屏县人民政府"


def test_a_dated_note_under_the_title_is_the_date() -> None:
    text = f"{TITLE}\n（云屏县人民政府　2025年2月10日）\n{BODY}"
    cut = structured(text)
    assert told(cut.passages)[1] == "date （云屏县人民政府　2025年2月10日）"
    assert cut.frame.issued == "2025-02-10"


def test_addressee_and_preamble_stand_before_the_body() -> None:
    text = f"{TITLE}\n市委、市政府：\n2024年，云屏县认真贯彻部署。现将情况报告如下：\n{BODY}"
    assert told(structured(text).passages)[:3] == [
        f"title {TITLE}",
        "addressee 市委、市政府：",
        "preamble 2024年，云屏县认真贯彻部署。现将情况报告如下：",
    ]


def test_a_site_may_set_its_mark_below_the_preamble() -> None:
    lead, mark = "2024年，云屏县认真贯彻部署。现将情况报告如下：", "公文示例网 www.example.com"
    cut = structured(f"{TITLE}\n{lead}\n{mark}\n{BODY}")
    assert told(cut.passages)[1:3] == [f"preamble {lead}", f"noise {mark}"]


def test_page_numbers_and_headers_between_wrapped_lines_are_noise() -> None:
    wrapped = "\n".join(
        [
            "　　2024年，全县认真落实上级部署，健全制度，规范执法，化",
            "解纠纷，普及法律，取得明显进展，各项任务按时完成，群众满",
            "— 1 —",
            "云屏县2024年法治政府建设年度报告",
            "意度提升。全年审查文件29件，提出意见112条，采纳意见90",
            "条，备案11件，清理43件，废止5件，修改7件，继续有效31件，",
            "均已向社会公布，接受各方面监督，受到群众好评，并且推动各",
            "— 2 —",
            "云屏县2024年法治政府建设年度报告",
            "乡镇和各部门开展同样的工作，形成制度，长期坚持，久久为功。",
        ]
    )  # fmt: skip
    text = f"{TITLE}\n一、主要举措和成效\n{wrapped}\n二、存在的不足和原因\n　　执法力量不足。"
    passages = structured(text).passages
    (body,) = [p for p in passages if p.role == "body" and "2024年" in p.text]
    assert "化解纠纷" in body.text
    assert "群众满意度提升" in body.text
    assert body.text.endswith("久久为功。")
    assert [p.text for p in passages if p.role in {"noise", "title"}].count(TITLE) == 3
    assert sum(p.text.startswith("—") for p in passages if p.role == "noise") == 2


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (f"{TITLE}　市政府：现将情况报告如下", (18, 23)),
        (f"{TITLE}　现将情况报告如下", (18, 18)),
        ("市委、市政府：现将情况报告如下", (0, 7)),
        ("现将情况报告如下", (0, 0)),
    ],
    ids=["both", "title", "addressee", "neither"],
)
def test_title_and_addressee_may_begin_the_first_line(text: str, ends: tuple[int, int]) -> None:
    assert first_block_split(text, KNOWLEDGE.words) == ends


@pytest.mark.parametrize(
    "last",
    [
        "（二）提高立法质量。提请审议条例草案3件。",
        "（二）主动接受监督，欢迎批评指正。",
        "全年提请审议地方性法规草案3件，制定规章2件。",
        "提请审议条例草案3件",
    ],
)
def test_what_is_submitted_in_the_last_paragraph_is_no_farewell(last: str) -> None:
    text = "\n".join([TITLE, BODY, last, "云屏县人民政府", "2025年1月20日"])
    passages = structured(text).passages
    assert not [p.text for p in passages if p.role == "closing"]
    assert "".join(last.split()) in "".join(p.text for p in passages if p.role != "noise")


@pytest.mark.parametrize(
    "last",
    [
        "以上报告，请审议。",
        "现提请审议！",
        "请予审阅；谢谢大家",
        "以上报告，请予审议并提出意见。",
        "谢谢大家的支持！",
        "以上汇报，不妥之处，敬请批评指正、指导。",
        "以上报告，请审议为荷。",
        "以上报告（请予审议）",
        "现将有关提请审议事项报告完毕，请审议。",
        "（三）以上报告，请予审议。",
    ],
)
def test_a_farewell_ends_the_report(last: str) -> None:
    passages = structured("\n".join([TITLE, BODY, last])).passages
    assert [p.text for p in passages if p.role == "closing"] == [last]


@pytest.mark.parametrize(
    ("lines", "role"),
    [
        (["抄送：市委依法治市委员会办公室，县人大常", "委会。"], "attachment"),
        (["主任、各位副主任、各位委员，以上报告，请予审议。谢", "谢大家！"], "closing"),
    ],
    ids=["copies", "farewell"],
)
def test_a_wrapped_line_behind_the_body_is_one(lines: list[str], role: str) -> None:
    signature = ["云屏县人民政府"] if role == "attachment" else []
    text = "\n".join([TITLE, BODY, *signature, *lines])
    passages = structured(text).passages
    assert "".join(p.text for p in passages if p.role == role) == "".join(lines)
    assert told(passages)[1:5] == TOLD_BODY
