"""A copy of a Word file with findings as comments (带批注的检查结果), each at its paragraph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from drafter.errors import NotSkeletonError, UnannotatableError
from drafter.model import Finding, Look, NoteCategory, NoteItem
from drafter.render.comments import remark_lines
from drafter.render.ooxml import w
from drafter.render.remarks import Remarks
from drafter.render.word_file import open_word, refusing

_DATA_FAMILY, _PROMISE_FAMILY, _STRUCTURE_FAMILY = "F", "R", "P"
_SAME_FIGURE, _THEME_ABSENT = "S04", "T01"


def annotate_docx(  # noqa: PLR0913 -- the file and its name, what is said of it, and the date
    data: bytes,
    name: str,
    findings: Sequence[Finding],
    looks: Sequence[Look],
    sources: Mapping[str, str],
    *,
    epoch: int | None = None,
) -> bytes:
    """Put findings into a Word file: one comment a paragraph and category, all else as it stands.

    Args:
        data: The Word file.
        name: As the user gave it, for messages.
        findings: Those of a line stand at its paragraph, those of the whole file at the first one.
        looks: Which paragraph each line is.
        sources: Rule id → what the rule rests on; a rule may be missing.
        epoch: Date of the comments (SOURCE_DATE_EPOCH), None for none.

    Raises:
        UnannotatableError: The file cannot be changed: broken, or of a rare form.
    """
    try:
        return _annotated(data, name, _grouped(findings, looks), sources, epoch)
    except NotSkeletonError as error:
        raise UnannotatableError(path=name, reason=error.reason) from error


def category_of(finding: Finding) -> NoteCategory:
    """The author of a finding's comment, by which Word can filter."""
    family = finding.rule[:1]
    if family == _DATA_FAMILY or finding.rule == _SAME_FIGURE:
        return "数据"
    if family == _PROMISE_FAMILY:
        return "承诺"
    is_gap = family == _STRUCTURE_FAMILY or finding.rule == _THEME_ABSENT
    if is_gap or finding.severity == "error":
        return "缺口"
    return "核对"


_Grouped = Mapping[tuple[int, NoteCategory], list[Finding]]
"""Findings by the place of their paragraph in the document and their category."""


def _grouped(findings: Sequence[Finding], looks: Sequence[Look]) -> _Grouped:
    ordinals: dict[int, int] = {}
    for look in looks:
        ordinals.setdefault(look.line, look.ordinal)
    grouped: dict[tuple[int, NoteCategory], list[Finding]] = {}
    for finding in findings:
        ordinal = 0 if finding.line is None else ordinals.get(finding.line, 0)
        grouped.setdefault((ordinal, category_of(finding)), []).append(finding)
    return grouped


def _annotated(
    data: bytes, name: str, grouped: _Grouped, sources: Mapping[str, str], epoch: int | None
) -> bytes:
    if not grouped:
        return data
    file = open_word(data, name)
    paragraphs = list(file.document.iter(w("p")))
    if not paragraphs:
        raise NotSkeletonError(path=name, reason="里面没有段落")
    with refusing(name):
        remarks = Remarks(file, epoch=epoch)
        for (ordinal, category), found in sorted(grouped.items(), key=lambda item: item[0][0]):
            paragraph = paragraphs[ordinal if ordinal < len(paragraphs) else 0]
            lines = [line for finding in found for line in _lines(finding, sources)]
            remarks.add(_outermost(paragraph), category, lines)
        remarks.save()
    return file.save(is_sealed=True)


def _outermost(paragraph: etree._Element) -> etree._Element:
    """The paragraph of the page that a text box hangs in: Word takes no comment inside the box."""
    return next(reversed([paragraph, *paragraph.iterancestors(w("p"))]))


def _lines(finding: Finding, sources: Mapping[str, str]) -> list[str]:
    item = NoteItem(finding.rule, finding.message, finding.action, sources.get(finding.rule))
    return list(remark_lines(item))
