"""The frame of a draft, and what holds for every draft."""

from __future__ import annotations

import pytest

from drafter.model import Draft, DraftParagraph, Field, Text
from tests.acceptance.small_reports import (
    HEAD,
    drafted,
    paragraphs,
    report_text,
    rules_on,
    told,
)


def every(draft: Draft) -> list[DraftParagraph]:
    frame = [*draft.title, *filter(None, [draft.addressee]), *draft.preamble]
    tail = [*draft.closing, *draft.attachments, *draft.signature, draft.date]
    return [*frame, *(p for c in draft.chapters for p in paragraphs(c)), *tail]


@pytest.mark.parametrize(
    ("printed", "moved"),
    [
        (
            "棠溪县人民政府关于2024年法治政府建设情况的报告",
            ["棠溪县人民政府", "关于2025年法治政府建设情况的报告"],
        ),
        (
            "棠溪县市场监督管理局2024年度法治政府建设情况报告",
            ["棠溪县市场监督管理局", "2025年度法治政府建设情况报告"],
        ),
        ("棠溪县2024年度法治政府建设年度报告", ["棠溪县2025年度法治政府建设年度报告"]),
        ("棠溪县二〇二四年法治政府建设年度报告", ["棠溪县二〇二五年法治政府建设年度报告"]),
    ],
    ids=["before-about", "before-year", "short", "chinese"],
)
def test_the_title_moves_on_and_is_parted_where_too_long(printed: str, moved: list[str]) -> None:
    text = report_text().replace(HEAD.splitlines()[0], printed)
    assert [told(p) for p in drafted(text).title] == moved


def test_the_addressee_and_the_signature_stay() -> None:
    draft = drafted(report_text())
    assert draft.addressee is not None
    assert told(draft.addressee).rstrip("：") == "市人民政府"
    assert [told(p) for p in draft.signature] == ["棠溪县人民政府"]


def test_the_date_is_a_blank() -> None:
    draft = drafted(report_text())
    assert told(draft.date) == "〔成文日期〕"
    assert "2025年1月20日" not in "".join(map(told, every(draft)))


@pytest.mark.parametrize(
    ("cut", "place"),
    [("市人民政府：\n", "addressee"), ("棠溪县人民政府\n2025年1月20日\n", "signature")],
)
def test_what_the_frame_lacks_is_a_blank_with_a_gap(cut: str, place: str) -> None:
    draft = drafted(report_text().replace(cut, ""))
    found = draft.addressee if place == "addressee" else draft.signature[0]
    assert found is not None
    assert found.kind == "blank"
    assert rules_on(found) == ["G01"]


@pytest.mark.parametrize(
    ("imprint", "is_told"),
    [("", True), ("抄送：市委依法治市办。\n", False)],
    ids=["no-imprint", "imprint"],
)
def test_a_report_as_published_is_told_who_gets_a_copy(imprint: str, *, is_told: bool) -> None:
    draft = drafted(report_text().replace("市人民政府：\n", "") + imprint)
    assert draft.addressee is not None
    (item,) = (item for note in draft.addressee.notes for item in note.items)
    assert ("市委全面依法治市委员会办公室" in item.action) is is_told


def test_no_body_of_another_kind_of_place_is_suggested() -> None:
    draft = drafted(report_text().replace("市人民政府：\n", ""))
    assert draft.addressee is not None
    (item,) = (item for note in draft.addressee.notes for item in note.items)
    assert "县委" in item.action
    assert "区委" not in item.action


def test_the_year_asked_for_wins() -> None:
    draft = drafted(report_text(), year=2026)
    assert draft.year == 2026
    assert "2026年" in "".join(told(line) for line in draft.title)


def test_attachments_are_moved_on_and_remarked() -> None:
    text = report_text().replace("特此报告。\n", "特此报告。\n附件：2024年行政执法数据表\n")
    (own,) = drafted(text).attachments
    assert "2025年" in told(own)
    assert "G01" in rules_on(own)


def test_every_passage_is_told_once() -> None:
    """Words of the body stand in the draft: carried, quoted, or asked for."""
    draft = drafted(report_text())
    words = "".join(map(told, every(draft)))
    for fragment in (
        "全年办理行政处罚案件",
        "县长主持研究法治议题",
        "乡镇执法人员偏少",
        "主要原因是编制紧缺",
    ):
        assert fragment in words


def test_paragraphs_are_never_empty_and_tags_are_unique() -> None:
    draft = drafted(report_text())
    assert all(p.inlines for p in every(draft))
    tags = [i.tag for p in every(draft) for i in p.inlines if isinstance(i, Field)]
    assert len(tags) == len(set(tags))


def test_only_words_of_last_year_are_marked_as_carried() -> None:
    text = "".join(report_text().split())
    for paragraph in every(drafted(report_text())):
        for inline in paragraph.inlines:
            if isinstance(inline, Text) and inline.carried:
                words = "".join(inline.text.split()).replace("2026年", "2025年")
                assert words.rstrip("。：") in text or words.replace("2025年", "2024年") in text


def test_at_most_one_note_of_a_category_on_a_paragraph() -> None:
    for paragraph in every(drafted(report_text())):
        categories = [note.category for note in paragraph.notes]
        assert len(categories) == len(set(categories))


def test_two_runs_give_the_same_draft() -> None:
    assert drafted(report_text()) == drafted(report_text())
