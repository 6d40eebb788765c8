"""Small invented reports (虚构小报告) on 2024, whole enough to be drafted from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from drafter import api
from drafter.knowledge import load
from drafter.knowledge.indicators import load_indicators
from drafter.model import Draft, DraftChapter, DraftParagraph, Report, Source, Text
from drafter.options import DraftOptions

HEAD = "棠溪县人民政府关于2024年法治政府建设情况的报告\n市人民政府：\n"
PREAMBLE = "2024年，棠溪县认真推进依法行政。现将有关情况报告如下：\n"
ACHIEVEMENTS = "一、主要举措和成效\n（一）严格规范公正文明执法。全年办理行政处罚案件120件。\n"
LEADERSHIP = "二、党政主要负责人履行推进法治建设第一责任人职责情况\n县长主持研究法治议题6个。\n"
SHORTCOMINGS = "三、存在的不足和原因\n（一）执法力量薄弱。乡镇执法人员偏少，主要原因是编制紧缺。\n"
PLANS = "四、2025年工作安排\n（一）规范行政执法。开展柔性执法，建设县级执法实训基地。\n"
TAIL = "特此报告。\n棠溪县人民政府\n2025年1月20日\n"


def report_text(
    achievements: str = ACHIEVEMENTS,
    leadership: str = LEADERSHIP,
    shortcomings: str = SHORTCOMINGS,
    plans: str = PLANS,
    preamble: str = PREAMBLE,
) -> str:
    """A report of its parts; an empty part is left out."""
    return HEAD + preamble + achievements + leadership + shortcomings + plans + TAIL


def with_section(body: str, heading: str = "严格规范公正文明执法") -> str:
    """A report whose first chapter has one section with this body."""
    return report_text(achievements=f"一、主要举措和成效\n（一）{heading}\n{body}\n")


def understood(text: str, name: str = "2024.txt") -> Report:
    """The report that a text is."""
    source = Source(name, "txt", "utf-8", 0, tuple(text.splitlines()))
    return api.understand(source, load(None), load_indicators(None))


def drafted(text: str, **options: Any) -> Draft:  # noqa: ANN401 -- any option
    """The draft that a text becomes."""
    return api.draft([understood(text)], DraftOptions(**options))


def told(paragraph: DraftParagraph) -> str:
    """A paragraph as it is read: words and placeholders."""
    return "".join(i.text if isinstance(i, Text) else i.placeholder for i in paragraph.inlines)


def chapter(draft: Draft, part: str) -> DraftChapter:
    """The chapter of a mandated part."""
    return next(chapter for chapter in draft.chapters if chapter.part == part)


def paragraphs(part: DraftChapter) -> Iterator[DraftParagraph]:
    """Every paragraph of a chapter, headings included, in order."""
    yield part.heading
    for section in part.sections:
        if section.heading is not None:
            yield section.heading
        yield from section.paragraphs


def lines(draft: Draft, part: str) -> list[tuple[str, str]]:
    """(kind, words) of every paragraph of a chapter."""
    return [(p.kind, told(p)) for p in paragraphs(chapter(draft, part))]


def first_section(draft: Draft) -> list[tuple[str, str]]:
    """(kind, words) of the first section of the achievements; no heading, no promises."""
    section = chapter(draft, "achievements").sections[0]
    rows = [(p.kind, told(p)) for p in section.paragraphs]
    return [row for row in rows if not row[1].startswith("上年承诺")]


def rules_on(paragraph: DraftParagraph) -> list[str]:
    """Ids of the rules that a paragraph's comments name, in order."""
    return [item.rule for note in paragraph.notes for item in note.items]
