"""The library: read, understand, draft, write; the newest report is the base."""

from __future__ import annotations

import io
import pickle
from pathlib import Path

import pytest
from msgspec.structs import replace

from drafter import api
from drafter.errors import (
    NoReportError,
    NoYearError,
    SameYearError,
    UnknownNameError,
    UnreadableFileError,
)
from drafter.knowledge import load
from drafter.model import Draft, Report
from drafter.options import DraftOptions
from tests.acceptance.small_reports import paragraphs, report_text, told, understood


def test_a_file_is_read_and_understood(tmp_path: Path) -> None:
    source = tmp_path / "2024.txt"
    source.write_text(report_text(), encoding="utf-8")
    report = api.read_report(source)
    assert (report.frame.year, report.frame.agency) == (2024, "棠溪县人民政府")
    assert report == api.read_report(str(source))


def test_standard_input_is_read() -> None:
    report = api.read_report("-", stdin=io.BytesIO(report_text().encode()))
    assert report.source.name == "标准输入"
    assert report.frame.year == 2024


def test_the_year_may_be_given(tmp_path: Path) -> None:
    source = tmp_path / "2024.txt"
    source.write_text(report_text(), encoding="utf-8")
    assert api.read_report(source, year=2023).frame.year == 2023


@pytest.mark.parametrize("name", ["没有.txt", "."])
def test_what_cannot_be_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableFileError):
        api.read_report(tmp_path / name)


def test_what_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("今天天气很好。", encoding="utf-8")
    with pytest.raises(NoReportError):
        api.read_report(tmp_path / "x.txt")


def test_without_any_year_there_is_no_draft() -> None:
    report = understood(report_text())
    nameless = replace(report, frame=replace(report.frame, year=None))
    with pytest.raises(NoYearError):
        api.draft([nameless], DraftOptions())
    assert api.draft([nameless], DraftOptions(year=2025)).year == 2025


def test_a_draft_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a report"):
        api.draft([], DraftOptions())


@pytest.mark.parametrize(("blanks", "told"), [(0, 0), (1, 0), (3, 1)])
def test_a_draft_to_draft_from_is_told_at_once(blanks: int, told: int) -> None:
    sections = "".join(
        f"（{numeral}）规范执法。办理案件〔案件，上年12〕件。\n" for numeral in "一二三"[:blanks]
    )
    unfinished = understood(report_text(achievements=f"一、主要举措和成效\n{sections}"))
    gaps = [gap.message for gap in api.draft([unfinished], DraftOptions()).gaps]
    assert sum("没有写完的初稿" in message for message in gaps) == told
    assert ("没有写完的初稿" in gaps[0]) == bool(told)


def test_brackets_of_other_kinds_make_no_draft() -> None:
    notes = "".join(f"（{n}）规范执法。落实〔注{n}〕的要求，办理案件12件。\n" for n in "一二三四")
    report = understood(report_text(achievements=f"一、主要举措和成效\n{notes}"))
    gaps = api.draft([report], DraftOptions()).gaps
    assert not [gap for gap in gaps if "没有写完的初稿" in gap.message]


def test_the_newest_report_is_the_base() -> None:
    older = understood(report_text().replace("2024", "2023").replace("2025", "2024"))
    newer = understood(report_text())
    for reports in ([older, newer], [newer, older]):
        draft = api.draft(reports, DraftOptions())
        assert (draft.year, draft.report.frame.year) == (2025, 2024)


def _of(year: int, place: str = "棠溪县") -> Report:
    text = report_text().replace("2025", f"{year + 1}").replace("2024", f"{year}")
    return understood(text.replace("棠溪县", place))


def test_figures_of_another_body_are_not_used_and_that_is_told() -> None:
    draft = api.draft([_of(2024), _of(2023, "青石县")], DraftOptions())
    assert draft.series == ()
    assert draft.gaps[0].rule == "C01"
    assert "青石县人民政府" in draft.gaps[0].message


@pytest.mark.parametrize("place", ["棠溪县", "江南省棠溪县"])
def test_figures_of_the_same_body_are_used(place: str) -> None:
    draft = api.draft([_of(2024), _of(2023, place)], DraftOptions())
    assert [series.earlier[0][0] for series in draft.series] == [2023, 2023]


def test_figures_of_a_body_with_another_name_are_used_and_that_is_told() -> None:
    justice, water = (_of(year, "棠溪县") for year in (2024, 2023))
    justice = replace(justice, frame=replace(justice.frame, agency="棠溪县司法局"))
    water = replace(water, frame=replace(water.frame, agency="棠溪县水利局"))
    draft = api.draft([justice, water], DraftOptions())
    assert [series.earlier[0][0] for series in draft.series] == [2023, 2023]
    assert draft.gaps[0].rule == "C01"
    assert "如不是改了名称" in draft.gaps[0].message


@pytest.mark.parametrize(("year", "told"), [(2025, False), (2026, True), (2030, True)], ids=str)
def test_years_between_the_report_and_its_draft_are_told(year: int, *, told: bool) -> None:
    draft = api.draft([_of(2024)], DraftOptions(year=year))
    assert any("年度之间隔了" in finding.message for finding in draft.gaps) is told


def test_two_reports_of_one_year_are_refused() -> None:
    with pytest.raises(SameYearError, match="2024 年度"):
        api.draft([_of(2024), _of(2024)], DraftOptions())


def test_the_year_asked_for_wins() -> None:
    draft = api.draft([understood(report_text())], DraftOptions(year=2027))
    assert draft.year == 2027
    assert "2027年" in "".join(told(line) for line in draft.title)


@pytest.mark.parametrize(
    ("agency", "key"),
    [
        ("棠溪县人民政府", "county"),
        ("棠溪省人民政府", "province"),
        ("棠溪市人民政府", "city"),
        ("棠溪县司法局", "department"),
        ("棠溪镇人民政府", "town"),
        ("棠溪街道办事处", "town"),
        ("棠溪经济技术开发区管理委员会", "zone"),
    ],
)
def test_the_profile_follows_from_the_name(agency: str, key: str) -> None:
    report = understood(report_text())
    own = replace(report, frame=replace(report.frame, agency=agency, title=None))
    assert api.find_profile(own, load(None)).key == key
    assert api.find_profile(own, load(None), "town").key == "town"


def test_an_unknown_profile() -> None:
    with pytest.raises(UnknownNameError):
        api.find_profile(understood(report_text()), load(None), "nosuch")


def sources(draft: Draft) -> list[str]:
    """What the comments on gaps refer to."""
    return [
        item.source or ""
        for own in draft.chapters
        for paragraph in paragraphs(own)
        for note in paragraph.notes
        if note.category == "缺口"
        for item in note.items
    ]


def test_findings_are_those_of_the_year_to_be_drafted() -> None:
    """A report on 2026 must not be asked to follow an outline that ended in 2025."""
    report = understood(report_text())
    near = api.draft([report], DraftOptions(year=2025))
    far = api.draft([report], DraftOptions(year=2026))
    assert any("2021—2025" in source for source in sources(near))
    assert not any("2021—2025" in source for source in sources(far))


def test_a_report_can_be_sent_to_another_process() -> None:
    report = understood(report_text())
    assert pickle.loads(pickle.dumps(report)) == report  # noqa: S301 -- our own bytes


def test_the_word_file_is_the_same_each_time() -> None:
    options = DraftOptions()
    draft = api.draft([understood(report_text())], options)
    assert api.to_docx(draft, options) == api.to_docx(draft, options)
    assert api.to_docx(draft, options, epoch=1_700_000_000) != api.to_docx(draft, options)
