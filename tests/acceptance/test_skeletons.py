"""Every example and every report of the corpus becomes a skeleton that keeps what drafter promises.

The checks read the Word file and last year's text, and what drafter made of it in between only
where a check is about that.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from drafter import api
from drafter.model import PARTS, Text
from drafter.options import DraftOptions
from drafter.render.ooxml import w
from tests.acceptance.skeletons import (
    CORPUS,
    EXAMPLES,
    PROMPT,
    Skeleton,
    blanks,
    comment_ids,
    live_text,
    skeleton,
)
from tests.render.reopened import text

REPORTS = (*EXAMPLES, *CORPUS)
DEED = re.compile(
    r"(?:出台|印发|制定|修订)了?《(?!.{0,30}(?:要点|计划|目录|清单|方案)》)"
    r"|获评|荣获|入选|被评为|被命名|被授予|(?<!以)建成(?!以来)|新建|揭牌|投入使用|首个|首批|创成"
)
"""Deeds that no office does each year; drawn up apart from schemas/words.yaml on purpose."""
STATISTIC = re.compile(
    r"\d[\d.,]*\s*[万亿]?[余多]?(?:件|次|场|个|人|名|份|条|项|家|户|宗|批|期|元|卷|起|处|%|％)"
)

DAYS = ("九", "十", "十一", "十二", "十三", "十四", "十五")
CONSTITUTION_DAY = re.compile(rf"(?<=第)({'|'.join(DAYS[1:])})(?=个国家宪法日)")

KNOWN: dict[tuple[str, str], str] = {}
"""(test, report) → the bug that makes it fail, so that a mended bug fails until it is taken out."""


@pytest.fixture(params=REPORTS, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    return known(request, request.param)


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.stem)
def example(request: pytest.FixtureRequest) -> Path:
    return known(request, request.param)


def known(request: pytest.FixtureRequest, report: Path) -> Path:
    """The report; the test is expected to fail if a bug is known."""
    reason = KNOWN.get((request.node.originalname, report.stem))
    if reason:
        request.node.add_marker(pytest.mark.xfail(strict=True, reason=reason))
    return report


@pytest.fixture
def made(path: Path) -> Skeleton:
    return skeleton(path)


def squash(words: str) -> str:
    return "".join(words.split())


def stands_in(words: str, text: str) -> bool:
    """Whether words stand in a text as they are, or as two halves of two characters and more.

    A marker or 县司法局将 stays where the promise or the deed behind it was taken out, so that what
    comes after is read right behind it.
    """
    cuts = range(2, len(words) - 1)
    return words in text or any(words[:cut] in text and words[cut:] in text for cut in cuts)


def unmoved(words: str) -> str:
    """Words of a skeleton with the meetings and the 国家宪法日 (Constitution Day) of last year.

    A meeting's number is a blank that shows last year's; the day's number moves on by one.
    """
    words = re.sub(r"〔会议次数，上年([^〔〕]*)〕", r"\1", words)
    return CONSTITUTION_DAY.sub(lambda day: DAYS[DAYS.index(day[1]) - 1], words)


def live_paragraphs(made: Skeleton) -> list[etree._Element]:
    """Paragraphs in which nothing of last year may stand as fact."""
    return [p for p in made.word.paragraphs() if made.word.style(p) != PROMPT]


# ------------------------------------------------------------------------- the file


def test_openxml_audit_reports_no_error(example: Path, tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit")
    file = tmp_path / "2025.docx"
    file.write_bytes(skeleton(example).data)
    assert audit.OpenXmlValidator().validate(file).errors == []


def test_comments_and_their_anchors_belong_together(made: Skeleton) -> None:
    ids = [comment.get(w("id"), "") for comment in made.word.comments]
    assert len(ids) == len(set(ids))
    for mark in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(made.word.ids(mark)) == sorted(ids)
    for paragraph in made.word.paragraphs():
        starts = [m.get(w("id"), "") for m in paragraph.iter(w("commentRangeStart"))]
        assert sorted(starts) == sorted(
            m.get(w("id"), "") for m in paragraph.iter(w("commentRangeEnd"))
        )
        assert sorted(starts) == sorted(comment_ids(paragraph))


def test_at_most_sixty_comments_and_one_of_a_category_on_a_paragraph(made: Skeleton) -> None:
    authors = {c.get(w("id"), ""): c.get(w("author")) for c in made.word.comments}
    assert len(authors) <= 60
    for paragraph in made.word.paragraphs():
        categories = Counter(authors[number] for number in comment_ids(paragraph))
        assert all(count == 1 for count in categories.values()), live_text(paragraph)


def test_every_content_control_has_a_tag_of_its_own_and_speaks_for_itself(made: Skeleton) -> None:
    found = [row for paragraph in made.word.paragraphs() for row in blanks(paragraph)]
    tags = [tag for tag, _ in found]
    assert all(tags)
    assert len(tags) == len(set(tags))
    assert all(words.startswith("〔") and words.endswith("〕") for _, words in found)


def test_two_runs_are_byte_identical(path: Path, made: Skeleton) -> None:
    options = DraftOptions()
    again = api.to_docx(api.draft([api.read_report(path)], options), options)
    assert again == made.data


# ---------------------------------------------------------------------- the chapters


@pytest.mark.parametrize("order", ["outline", "rule", "keep"])
def test_four_chapters_in_the_order_asked_for(path: Path, order: str) -> None:
    made = skeleton(path, DraftOptions(order=order))  # type: ignore[arg-type]
    parts = [c.part for c in made.draft.chapters if c.part]
    wanted = {
        "outline": list(PARTS),
        "rule": ["achievements", "shortcomings", "leadership", "plans"],
        "keep": parts,
    }[order]
    assert parts == wanted
    assert sorted(parts) == sorted(PARTS)
    headings = [words for style, words in made.word.rows() if style == "heading 1"]
    assert len(headings) == len(made.draft.chapters)
    assert [h.split("、")[0] for h in headings[:4]] == ["一", "二", "三", "四"]


def test_keep_is_last_years_own_order(path: Path) -> None:
    made = skeleton(path, DraftOptions(order="keep"))
    own = [part for part in made.report.parts if part.status == "present"]
    printed = [part.key for part in sorted(own, key=lambda part: min(part.passages))]
    parts = [c.part for c in made.draft.chapters]
    assert [key for key in parts if key in printed] == printed


# ------------------------------------------------------------- nothing of last year is live


def test_no_statistic_of_last_year_is_live(made: Skeleton) -> None:
    """Value and unit of each; one of a single digit would be met by chance."""
    for paragraph in live_paragraphs(made):
        live = squash(live_text(paragraph))
        for figure in made.report.figures:
            printed = squash(figure.value + (figure.unit or ""))
            if len(printed) > 3:
                assert not re.search(rf"(?<![\d.]){re.escape(printed)}(?!\d)", live), live


def test_nothing_that_looks_like_a_statistic_is_live(example: Path) -> None:
    """What drafter overlooked, by a pattern of this test; a plan may name how often."""
    made = skeleton(example)
    chapters = "".join(live_text(p) + "\n" for p in live_paragraphs(made)).split("四、2026年")[0]
    assert STATISTIC.findall(chapters) == []


def test_no_heading_bears_last_years_number(made: Skeleton) -> None:
    last = str(made.report.frame.year)
    for style, words in made.word.rows():
        if style.startswith(("heading", "Title")):
            assert last not in words


def test_last_years_number_in_live_text_is_commented(made: Skeleton) -> None:
    last = made.report.frame.year
    for paragraph in live_paragraphs(made):
        in_table = any(True for _ in paragraph.iterancestors(w("tc")))  # 2024年 beside 2025年
        if re.search(rf"(?<!\d){last}(?!\d)", live_text(paragraph)) and not in_table:
            assert comment_ids(paragraph), live_text(paragraph)


def test_one_off_deeds_are_not_live(made: Skeleton) -> None:
    plans = next(c for c in made.draft.chapters if c.part == "plans")
    heading = "".join(i.text for i in plans.heading.inlines if isinstance(i, Text))
    live = []
    for paragraph in live_paragraphs(made):
        if made.word.style(paragraph).startswith("heading") and text(paragraph) == heading:
            break
        live.append(live_text(paragraph))
    assert [words for words in live if DEED.search(words)] == []


# ------------------------------------------------------------------- nothing is lost


def test_every_promise_and_every_shortcoming_is_shown(made: Skeleton) -> None:
    prompts = squash("".join(words for style, words in made.word.rows() if style == PROMPT))
    shown = [row.text for row in made.report.commitments]
    shown += [row.text for row in made.report.shortcomings]
    for words in shown:
        assert squash(words).strip("，,；;。") in prompts


SHOWN = re.compile(r"〔[^〔〕，]+，上年([^〔〕]+)〕")
"""A blank and what it shows of last year."""


def test_every_word_of_last_year_is_told(made: Skeleton) -> None:
    """Each stretch between statistics, years and marks of last year's text is in the skeleton."""
    told = squash("".join(words for _, words in made.word.rows()))
    told += "\n" + unmoved(told)
    told += "\n" + SHOWN.sub(r"\1", told)  # 连续〔年数，上年四〕年
    figures = made.report.figures
    skipped = {part.heading for part in made.report.parts}
    for passage in made.report.passages:
        if passage.role not in ("preamble", "heading", "item", "body", "table"):
            continue
        if passage.id in skipped:
            continue
        words = list(passage.text)
        for figure in figures:
            if figure.ref.passage == passage.id:
                words[figure.ref.start : figure.ref.end] = "｜" * (
                    figure.ref.end - figure.ref.start
                )
        marker = len(passage.marker or "")
        for piece in re.split(
            r"[｜|\d，,。；;：:、“”‘’\s]+|[二两][〇○零一二三四五六七八九]{3}",
            "".join(words[marker:]),
        ):
            # 一方面, 主要表现在: the few words before a quoted shortcoming may go.
            spare = 7 if passage.part == "shortcomings" else 1
            assert any(stands_in(squash(piece)[n:], told) for n in range(spare)), (
                f"{piece!r} of {passage.text!r}"
            )


# --------------------------------------------------------------- nothing is invented


def test_words_marked_as_carried_are_last_years(made: Skeleton) -> None:
    """Clause by clause: years have moved on, and what was done once has been taken out."""
    source = squash("".join(p.text for p in made.report.passages) + str(made.report.frame.title))
    source += squash(f"{made.report.frame.addressee}{made.report.frame.signature}")
    source += source.replace("以上", "")  # 九成以上的村: the approximator is part of the value
    for words in made.word.runs("沿用文字"):
        for piece in re.split(
            r"(?<!\d)20\d{2}|[二两][〇○零一二三四五六七八九]{3}|[，,。；;、：:]", unmoved(words)
        ):
            bare = re.sub(r"^[一二三四五六七八九十]是", "", squash(piece))
            assert stands_in(bare, source), words


# ----------------------------------------------------------- fields stand where they stood


def test_each_field_stands_beside_the_words_it_stood_with(made: Skeleton) -> None:
    places = {tag: p for p in made.word.paragraphs() for tag, _ in blanks(p)}
    texts = {p.id: p.text for p in made.report.passages}
    for number, figure in enumerate(made.report.figures, start=1):
        tag = f"F{number:03d}"
        passage = texts[figure.ref.passage]
        if tag not in places:
            continue
        paragraph = places[tag]
        live = live_text(paragraph).split("\ufffc")
        at = [t for t, _ in blanks(paragraph)].index(tag)
        before, after = squash(live[at]), squash(live[at + 1])
        if made.word.style(paragraph) == PROMPT:
            assert squash(figure.text) in squash("".join(live)), (
                "the quotation holds last year's figure"
            )
            continue
        wanted = re.split(r"[\d，,。；;、\s]", passage[: figure.ref.start])[-1][-4:]
        assert before.endswith(squash(wanted)[-len(before) :] if before else ""), (before, wanted)
        unit = "" if "百分之" in figure.text else figure.unit or ""
        assert after.startswith(squash(unit)), (after, unit)
        follows = squash(re.split(r"[\d，,。；;、\s]", passage[figure.ref.end :])[0])[:4]
        assert after[len(squash(unit)) :].startswith(follows), (after, follows)


def test_every_statistic_of_last_year_has_a_field(made: Skeleton) -> None:
    """All of a passage that is carried or quoted; in the plans a promise may be quoted without."""
    tags = {tag for p in made.word.paragraphs() for tag, _ in blanks(p)}
    parts = {p.id: p.part for p in made.report.passages}
    missing = [
        figure.text
        for number, figure in enumerate(made.report.figures, start=1)
        if f"F{number:03d}" not in tags
        and parts[figure.ref.passage] in ("achievements", "leadership")
    ]
    assert missing == []


# ------------------------------------------------------------------------- gaps are true


def test_no_gap_is_claimed_for_a_theme_that_a_heading_names(example: Path) -> None:
    made = skeleton(example)
    headings = "".join(p.text for p in made.report.passages if p.role == "heading")
    for finding in made.draft.gaps:
        if finding.rule == "T01":
            name = re.findall(r"“(.*?)”", finding.message)[0]
            assert name not in headings


@pytest.mark.parametrize("example", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_no_heading_over_prompts_is_called_empty(example: Path, tmp_path: Path) -> None:
    path = tmp_path / "2025.docx"
    path.write_bytes(skeleton(example).data)
    assert not {"P08", "P11"} & {finding.rule for finding in api.review(path).findings}
