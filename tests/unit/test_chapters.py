"""Chapters, and the tone of a sentence."""

from __future__ import annotations

import pytest

from drafter.match.chapters import Tone, chapters_of
from tests.reading import KNOWLEDGE, structured

TONE = Tone(KNOWLEDGE.words, 2024)


def test_a_chapter_goes_from_heading_to_heading_without_the_frame() -> None:
    text = (
        "云屏县2024年法治政府建设年度报告\n现将情况报告如下：\n一、主要举措和成效\n召开会议3次。\n"
        "二、存在的不足\n执法力量不足。\n特此报告。\n云屏县人民政府\n2025年2月10日"
    )
    passages = structured(text).passages
    told = [[passages[i].text for i in chapter.members] for chapter in chapters_of(passages)]
    assert told == [["一、主要举措和成效", "召开会议3次。"], ["二、存在的不足", "执法力量不足。"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "下一步，我县将加强监督。",
        "下一步我县加强监督。",
        "2025年，我局将加强监督。",
        "明年，继续抓好落实。",
        "今后，力争走在前列。",
        "针对上述问题，我县将健全制度。",
        "三是下一步抓好培训。",
        "（二）下一步打算",
        "新的一年，我县将再接再厉。",
        "今年，我们将开展轮训。",
        "我局将健全制度。",
        "将加强业务培训。",
        "下一步，我区将坚持以示范创建为引领，聚焦短板弱项精准发力。",
        "下一步，我县将坚持问题导向，正视差距、改进作风。",
        "下一步，聚焦薄弱环节，抓好整改。",
        "今后，要补齐短板弱项。",
        "下一步要针对执法力量不足的问题，增加编制。",
        "接下来，着力解决培训不够、监督不力等问题。",
        "下步，对标先进找差距，分类施策补短板。",
    ],
)
def test_a_sentence_turns_to_plans(sentence: str) -> None:
    assert TONE.turns_to_plans(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "2024年，我局加强监督。",
        "抓好下一步工作。",
        "2025年前完成的任务尚未启动。",
        "全年召开会议3次。",
        "下一步工作安排不够细。",
        "下一步，执法力量还较薄弱。",
        "今后一个时期，执法力量不足的问题依然突出。",
        "今后一段时间，执法将面临人少事多的矛盾，能力不足的短板更加凸显。",
        "下一步工作中，将法治要求落实到基层的力度还不够。",
        "下一步，抓住机遇、破解难题的能力不足，解决争议的办法不多。",
        "今年，我们组织开展轮训。",
        "将行政执法监督纳入考核。",
        "将规范性文件审核作为前置程序。",
    ],
)
def test_other_sentences_do_not(sentence: str) -> None:
    assert not TONE.turns_to_plans(sentence)


@pytest.mark.parametrize(
    ("sentence", "turns"),
    [
        ("但仍存在一些不足。", True),
        ("虽然取得成绩，但培训还不够。", True),
        ("同时，对照要求，还有差距。", True),
        ("我们也清醒看到，短板依然突出。", True),
        ("主要存在以下问题：执法力量薄弱。", True),
        ("存在的主要问题：执法力量薄弱。", True),
        ("主要问题已经解决。", False),
        ("全年召开会议3次。", False),
        ("存在的问题全部整改完成。", False),
    ],
)
def test_a_sentence_turns_to_shortcomings(sentence: str, *, turns: bool) -> None:
    assert TONE.turns_to_shortcomings(sentence) is turns


def test_words_of_lack_promise_and_deed_are_counted() -> None:
    assert TONE.lacks("力量不足，培训不够。") == 2
    assert TONE.promises("2025年，我局将加强监督。") > 0
    assert TONE.promises("将其纳入考核。") == 0
    assert TONE.reports("全年召开会议，办理案件。") == 3


def test_only_a_person_leads() -> None:
    assert TONE.leads("主要负责人亲自部署、带头学法。") >= 3
    assert TONE.leads("亲自部署、带头学法。") == 0
