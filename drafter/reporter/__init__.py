"""Results as Chinese text or JSON, for any shell: how to say things, not where to print them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from drafter.knowledge import Knowledge, Phrase, load, part_of, theme_of
from drafter.model import (
    Draft,
    DraftParagraph,
    Field,
    Finding,
    Note,
    NoteItem,
    Passage,
    Report,
    Section,
    Span,
)
from drafter.render.characters import printable
from drafter.rules.places import place_of, words_of
from drafter.rules.registry import Rule
from drafter.zh.width import display_width

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.render.fill import FillResult, Remark  # importing it takes lxml along

Paint = Callable[[str, str], str]
"""Colours words: (words, colour name) → words, with or without escape codes."""

STATUS = {
    "present": "有", "merged": "与别的部分合写", "hidden": "没有标题，藏在别章",
    "embedded": "只在别章提到", "missing": "缺",
}  # fmt: skip
_BANDS = {"taken": "", "check": "请核对", "none": "未归类"}
_SEVERITY = {"error": ("缺", "red"), "warning": ("查", "yellow"), "info": ("知", "cyan")}
_ROLES = {
    "noise": "页面杂项", "title": "标题", "addressee": "主送", "preamble": "导语",
    "heading": "小标题", "item": "分项", "body": "正文", "table": "表格", "closing": "结束语",
    "signature": "署名", "date": "日期", "attachment": "附件",
}  # fmt: skip
_WIDTH = 34


def plain(words: str, colour: str) -> str:
    """The `Paint` that does nothing."""
    del colour
    return words


def as_line(words: str) -> str:
    """Words as a line of their own, without what would steer a terminal."""
    return f"{printable(words)}\n"


def shortened(text: str, width: int) -> str:
    """At most `width` columns of a text, with … where more follows."""
    clean = printable(text)
    if display_width(clean) <= width:
        return clean
    out = ""
    for char in clean:
        if display_width(out + char) > width - 2:
            break
        out += char
    return out + "…"


def padded(text: str, width: int) -> str:
    """A text with blanks behind it up to `width` columns."""
    return text + " " * max(0, width - display_width(text))


class Reporter(Struct, frozen=True, eq=False, dict=True):
    """Says results in Chinese.

    Attributes:
        knowledge: Names of parts and themes.
        paint: Colours, or `plain`.
    """

    knowledge: Knowledge
    paint: Paint = plain

    # ------------------------------------------------------------------- parse

    @classmethod
    def of(cls, schemas: Path | None, paint: Paint = plain) -> Reporter:
        """One that knows the names of an office's own data files, or of the shipped ones."""
        return cls(load(schemas), paint)

    def parse_text(self, report: Report) -> str:
        """How a report was understood, as an outline with confidence."""
        rows = [
            self._frame(report),
            "",
            *self._parts(report),
            "",
            *self._outline(report),
            "",
            *self._facts(report),
        ]
        if report.findings:
            rows += [
                "",
                self.paint("需要留意", "bold"),
                *(self._finding(f) for f in report.findings),
            ]
        return "\n".join(rows) + "\n"

    def draft_text(self, draft: Draft, path: str, promises: int) -> str:
        """The short table after `new`: parts, sections with their themes, gaps."""
        report = draft.report
        fields = [x for p in _paragraphs(draft) for x in p.inlines if isinstance(x, Field)]
        figures = sum(field.figure is not None for field in fields)
        rows = [
            f"已生成 {self.paint(printable(path), 'green')}（{draft.year} 年度）",
            self._source(report),
            "",
            *self._parts(report),
            "",
            *self._sections(report),
            "",
            *self._gaps(draft),
            "",
            (
                f"待填数据 {figures} 处，其他空格 {len(fields) - figures} 处，"
                f"上年承诺 {promises} 条，上年不足 {len(report.shortcomings)} 条；"
                "打开文件后按批注逐处处理。"
            ),
        ]
        return "\n".join(rows) + "\n"

    def sheets_text(self, paths: Sequence[str]) -> str:
        """Where the workbooks went that `new` wrote beside the draft; nothing without any."""
        if not paths:
            return ""
        if len(paths) == 1:
            name = self.paint(printable(paths[0]), "green")
            return f"采集表 {name}：填好后用 drafter fill 填回初稿。\n"
        rows = [f"采集表 {len(paths)} 份，分发给各部门，收回后用 drafter fill 填回初稿："]
        rows += [f"  {self.paint(printable(path), 'green')}" for path in paths]
        return "\n".join(rows) + "\n"

    def fill_text(self, result: FillResult, path: str) -> str:
        """What `fill` did: what was written, what was not and why, what is still empty."""
        kept = f"，{result.unchanged} 处原已填好" if result.unchanged else ""
        counts = f"写入 {result.written} 处{kept}，还空着 {len(result.empty)} 处"
        rows = [f"已生成 {self.paint(printable(path), 'green')}：{counts}"]
        for title, colour, remarks in (
            ("不是这份初稿的采集表", "red", result.foreign),
            ("没有写入的答复", "red", result.unmatched),
            ("前后矛盾，没有写入", "red", result.conflicts),
            ("已写入，请核对", "yellow", result.doubts),
            ("改动了原有的内容", "yellow", result.replaced),
        ):
            if remarks:
                rows += ["", self.paint(f"{title}（{len(remarks)} 条）", colour)]
                rows += [f"  {_remark(remark)}" for remark in remarks]
        if result.empty:
            rows += ["", self.paint(f"还空着（{len(result.empty)} 处）", "bold")]
            place = None
            for blank in result.empty:
                if blank.place != place:
                    rows.append(f"  {shortened(blank.place or '文首文末', 70)}")
                place = blank.place
                rows.append(
                    f"    {padded(blank.tag or '（无编号）', 10)} {shortened(blank.words, 60)}"
                )
        return "\n".join(rows) + "\n"

    def _source(self, report: Report) -> str:
        source = report.source
        lost = f"，有 {source.undecodable} 个字符无法识别，请对照原文" if source.undecodable else ""
        lost += "，句号印作“.”，按“。”处理" if source.has_points else ""
        encoding = f"，编码 {source.encoding}" if source.encoding else ""
        year = f"{report.frame.year} 年度报告" if report.frame.year else "年度不明的报告"
        agency = printable(report.frame.agency or "机关不明")
        return f"依据 {printable(source.name)}：{agency}，{year}{encoding}{lost}"

    def _frame(self, report: Report) -> str:
        frame = report.frame
        rows = (
            ("标题", frame.title), ("机关", frame.agency),
            ("年度", str(frame.year) if frame.year else None),
            ("主送机关", frame.addressee), ("署名", frame.signature), ("成文日期", frame.issued),
        )  # fmt: skip
        said = [
            f"{padded(name, 10)}{printable(value) if value else '（没有印出）'}"
            for name, value in rows
        ]
        return "\n".join([self._source(report), "", *said])

    def _parts(self, report: Report) -> list[str]:
        texts = {p.id: words_of(p) for p in report.passages}
        out = [self.paint("四个部分", "bold")]
        for reading in report.parts:
            name = part_of(self.knowledge.outline, reading.key).name
            colour = {"present": "green", "missing": "red"}.get(reading.status, "yellow")
            heading = texts[reading.heading] if reading.heading is not None else ""
            if reading.status in ("merged", "hidden", "embedded") and reading.passages:
                place = place_of(report, reading.passages[0])
                heading = f"{heading}（在“{place}”）" if place else heading
            status = self.paint(padded(STATUS[reading.status], 20), colour)
            out.append(f"  {padded(name, 16)} {status} {shortened(heading, 60)}")
        return out

    def _sections(self, report: Report) -> list[str]:
        texts = {p.id: words_of(p) for p in report.passages}
        if not report.sections:
            return ["各节：没有二级标题"]
        rows = [self.paint("各节归入的主题", "bold")]
        part = None
        for section in report.sections:
            if section.part != part and section.part:
                rows.append(f"  {part_of(self.knowledge.outline, section.part).name}")
            part = section.part
            rows.append(self._section(section, texts[section.heading]))
        return rows

    def _section(self, section: Section, heading: str) -> str:
        theme = theme_of(self.knowledge.outline, section.theme).name if section.theme else "未归类"
        band = _BANDS[section.band]
        mark = self.paint(f"  {band}", "yellow") if band else ""
        words = padded(shortened(heading, _WIDTH), _WIDTH)
        return f"    {words} {padded(theme, 28)} {section.score:5.1f}{mark}"

    def _gaps(self, draft: Draft) -> list[str]:
        """What the draft lacks in full, and how much of what its comments ask to be looked at."""
        rows = [self._finding(finding) for finding in draft.gaps]
        told = {finding.rule for finding in draft.gaps}
        doubts: Counter[str] = Counter()
        for note, item in _remarks(draft):
            if note.category == "缺口" and item.rule not in told:
                mark, colour = _SEVERITY["info"]
                rows.append(f"  {self.paint(mark, colour)} {item.rule}  {printable(item.reason)}")
            elif note.category != "缺口":
                doubts[item.rule] += 1
        if doubts:
            counts = "，".join(f"{rule} {n} 处" for rule, n in sorted(doubts.items()))
            rule = min(doubts)
            rows.append(f"  批注里另有要核对的：{counts}（drafter explain {rule} 说明规则）")
        return [self.paint("缺口和疑点", "bold"), *(rows or ["  没有发现"])]

    def _finding(self, finding: Finding) -> str:
        mark, colour = _SEVERITY[finding.severity]
        return f"  {self.paint(mark, colour)} {finding.rule}  {printable(finding.message)}"

    def _outline(self, report: Report) -> list[str]:
        sections = {section.heading: section for section in report.sections}
        out = [self.paint("结构", "bold")]
        for passage in report.passages:
            if passage.role != "heading":
                continue
            section = sections.get(passage.id)
            indent = "  " * (passage.level or 1)
            name = part_of(self.knowledge.outline, passage.part).name if passage.part else ""
            label = name if passage.level == 1 and section is None else ""
            if section is not None:
                theme = (
                    theme_of(self.knowledge.outline, section.theme).name
                    if section.theme
                    else "未归类"
                )
                doubt = f"，{_BANDS[section.band]}" if _BANDS[section.band] else ""
                label = f"{theme}（{section.score:.0f} 分{doubt}）"
            words = shortened(words_of(passage), _WIDTH + 6)
            out.append(
                f"{padded(indent + words, _WIDTH + 12)} {self.paint(label, 'cyan')}".rstrip()
            )
        return out

    def _facts(self, report: Report) -> list[str]:
        count: dict[str, int] = {}
        for passage in report.passages:
            count[passage.role] = count.get(passage.role, 0) + 1
        roles = "，".join(f"{_ROLES[role]} {n}" for role, n in count.items())
        identities = [identity for identity in report.identities if identity.is_announced]
        facts = (
            f"统计数字 {len(report.figures)} 处，承诺 {len(report.commitments)} 条，"
            f"不足 {len(report.shortcomings)} 条，时效性表述 {len(report.stale)} 处，"
            f"算式 {len(identities)} 个"
            f"（不成立 {sum(not i.holds for i in identities)} 个）"
        )
        return [f"段落：{roles}", facts]

    # ------------------------------------------------------------------ explain

    def explanation(self, found: Rule | Phrase) -> str:
        """A rule or an expiring phrase in full."""
        return self.rule_text(found) if isinstance(found, Rule) else self.phrase_text(found)

    def rule_text(self, rule: Rule) -> str:
        """A rule in full."""
        name = {"error": "错误", "warning": "警告", "info": "提示"}[rule.severity]
        return "\n".join((
            f"{self.paint(rule.id, 'bold')}  {rule.name}（{name}）", "", rule.meaning,
            f"怎么办：{rule.action}",
            f"依据：{rule.ground}", f"例：{rule.example}",
            f"不算：{rule.passes}", "",
        ))  # fmt: skip

    def phrase_text(self, phrase: Phrase) -> str:
        """An expiring phrase in full."""
        valid = (
            f"{phrase.valid_from or '—'} 至 {phrase.valid_to or '—'} 年度"
            if phrase.valid_from or phrase.valid_to
            else "逐年核对"
        )
        return "\n".join((
            f"{self.paint(phrase.id, 'bold')}  时效性表述（S01）", "",
            f"说法：{'；'.join(phrase.texts)}", f"可用：{valid}",
            f"怎么办：{phrase.advice}",
            f"依据：{phrase.source or '实务'}{'' if phrase.verified else '（待核实）'}",
            f"例：{phrase.flags[0] if phrase.flags else '—'}", "",
        ))  # fmt: skip


def _paragraphs(draft: Draft) -> Iterator[DraftParagraph]:
    """All paragraphs of a draft, in the order in which they are printed."""
    yield from draft.title
    if draft.addressee is not None:
        yield draft.addressee
    yield from draft.preamble
    for chapter in draft.chapters:
        yield chapter.heading
        for section in chapter.sections:
            if section.heading is not None:
                yield section.heading
            yield from section.paragraphs
    yield from (*draft.closing, *draft.attachments, *draft.signature, draft.date)
    yield from (*draft.remarks, *draft.imprint)


def _remarks(draft: Draft) -> Iterator[tuple[Note, NoteItem]]:
    """All remarks of the comments of a draft, each with its comment."""
    for paragraph in _paragraphs(draft):
        for note in paragraph.notes:
            for item in note.items:
                yield note, item


def _remark(remark: Remark) -> str:
    what = " ".join(filter(None, ("、".join(remark.tags), remark.name)))
    answer = f"“{shortened(remark.answer, 40)}”" if remark.answer else ""
    words = "，".join(filter(None, (answer, printable(remark.words))))
    said = "：".join(filter(None, (printable(what), words)))
    return f"{said}（{printable('、'.join(remark.places))}）"


# ------------------------------------------------------------------------ JSON


def draft_json(
    draft: Draft, path: str, sheets: Sequence[str] = (), kept: Sequence[str] = ()
) -> str:
    """What `new` did, for programs: the file, the parts, the sections, the gaps."""
    report = report_data(draft.report)
    out = {
        "output": path,
        "workbooks": list(sheets),
        "kept": list(kept),
        "year": draft.year,
        "parts": report["parts"],
        "sections": report["sections"],
        "gaps": [_finding_data(f) for f in draft.gaps],
        "notes": [
            {"rule": item.rule, "category": note.category, "message": item.reason}
            for note, item in _remarks(draft)
        ],
    }
    return json.dumps(out, ensure_ascii=False, indent=1) + "\n"


def fill_json(result: FillResult, path: str) -> str:
    """What `fill` did, for programs."""
    out: dict[str, Any] = {
        "output": path, "written": result.written, "unchanged": result.unchanged,
    }  # fmt: skip
    for name in ("foreign", "unmatched", "conflicts", "doubts", "replaced"):
        remarks: tuple[Remark, ...] = getattr(result, name)
        out[name] = [
            {
                "tags": list(r.tags), "name": r.name, "answer": r.answer,
                "places": list(r.places), "message": r.words,
            }
            for r in remarks
        ]  # fmt: skip
    out["empty"] = [{"tag": e.tag, "words": e.words, "place": e.place} for e in result.empty]
    return json.dumps(out, ensure_ascii=False, indent=1) + "\n"


def report_json(report: Report) -> str:
    """A report as `schemas/report.schema.json` says it."""
    return json.dumps(report_data(report), ensure_ascii=False, indent=1) + "\n"


def report_data(report: Report) -> dict[str, Any]:
    """The parse format as plain data.

    Passages are told in the order of the source to the character: one that runs on behind a page
    number is told in two, so that joined they give the source.
    """
    told = in_source_order(report)
    frame = report.frame
    return {
        "version": 1,
        "source": {
            "name": report.source.name, "format": report.source.format,
            "encoding": report.source.encoding, "undecodable": report.source.undecodable,
        },
        "title": frame.title, "agency": frame.agency, "year": frame.year,
        "addressee": frame.addressee, "signature": frame.signature, "issued": frame.issued,
        "passages": [_passage_data(p) for p in told.passages],
        "parts": [
            {
                "key": part.key, "status": part.status,
                "heading": told.first(part.heading), "passages": told.all(part.passages),
                "confidence": round(part.confidence, 2),
            }
            for part in report.parts
        ],
        "sections": [
            {
                "part": s.part, "heading": told.first(s.heading), "theme": s.theme,
                "score": s.score,
                "alternatives": [{"theme": a.theme, "score": a.score} for a in s.alternatives],
            }
            for s in report.sections
        ],
        "figures": [
            {
                **told.ref(f.ref.passage, f.ref.start, f.ref.end), "text": f.text, "value": f.value,
                "unit": f.unit,
                "number": _number(f.number), "approx": f.approx, "indicator": f.indicator,
            }
            for f in report.figures
        ],
        "commitments": [
            {
                **told.ref(c.ref.passage, c.ref.start, c.ref.end), "id": c.id, "text": c.text,
                "themes": list(c.themes), "concrete": c.concrete, "year_bound": c.year_bound,
            }
            for c in report.commitments
        ],
        "shortcomings": [
            {
                **told.ref(s.ref.passage, s.ref.start, s.ref.end), "id": s.id, "text": s.text,
                "answered_by": list(s.answered_by),
            }
            for s in report.shortcomings
        ],
        "identities": [
            {
                **told.ref(i.ref.passage, i.ref.start, i.ref.end), "kind": i.kind,
                "stated": i.stated,
                "computed": i.computed, "holds": i.holds, "operands": list(i.operands),
            }
            for i in report.identities
            if i.is_announced
        ],
        "stale": [
            {
                **told.ref(s.ref.passage, s.ref.start, s.ref.end), "text": s.text, "kind": s.kind,
                "advice": s.advice,
            }
            for s in report.stale
        ],
        "findings": [
            {**_finding_data(f), "passage": told.first(f.passage)} for f in report.findings
        ],
    }  # fmt: skip


def _number(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def _passage_data(p: Passage) -> dict[str, Any]:
    return {
        "id": p.id, "text": p.text, "spans": [[s.line, s.start, s.end] for s in p.spans],
        "role": p.role,
        "level": p.level, "marker": p.marker, "part": p.part, "theme": p.theme,
    }  # fmt: skip


def _finding_data(f: Finding) -> dict[str, Any]:
    return {
        "rule": f.rule, "severity": f.severity, "message": f.message, "quote": f.quote,
        "place": f.place,
        "part": f.part, "passage": f.passage,
    }  # fmt: skip


class Told(Struct, frozen=True):
    """Passages in source order, and where each passage of the report went.

    Attributes:
        pieces: Id of the report → (new id, offset in the old text, length), in order.
    """

    passages: tuple[Passage, ...]
    pieces: Mapping[int, Sequence[tuple[int, int, int]]]

    def first(self, passage: int | None) -> int | None:
        """The new id of a passage, of its first piece if it was parted."""
        return None if passage is None else self.pieces[passage][0][0]

    def all(self, passages: Iterable[int]) -> list[int]:
        """The new ids of passages, in order."""
        return sorted(new for old in passages for new, _, _ in self.pieces[old])

    def ref(self, passage: int, start: int, end: int) -> dict[str, int]:
        """A reference; one that runs over a page number keeps its longer side."""
        best = max(self.pieces[passage], key=lambda p: min(end, p[1] + p[2]) - max(start, p[1]))
        new, offset, length = best
        return {"passage": new, "start": max(start - offset, 0), "end": min(end - offset, length)}


def in_source_order(report: Report) -> Told:
    """The passages of a report, parted where another one stands between their lines."""
    rows: list[tuple[Span, Passage, int]] = []
    for passage in report.passages:
        offset = 0
        for span in passage.spans:
            rows.append((span, passage, offset))
            offset += span.end - span.start
    rows.sort(key=lambda row: (row[0].line, row[0].start))
    out: list[Passage] = []
    pieces: dict[int, list[tuple[int, int, int]]] = {}
    for span, passage, offset in rows:
        words = passage.text[offset : offset + span.end - span.start]
        own = pieces.setdefault(passage.id, [])
        if own and own[-1][0] == len(out) - 1:
            last = out[-1]
            out[-1] = replace(last, text=last.text + words, spans=(*last.spans, span))
            own[-1] = (own[-1][0], own[-1][1], own[-1][2] + len(words))
            continue
        piece = replace(passage, id=len(out), text=words, spans=(span,))
        if own:  # goes on after a page number: neither a marker nor an item of its own
            piece = replace(
                piece, marker=None, role="body" if passage.role == "item" else passage.role
            )
        own.append((len(out), offset, len(words)))
        out.append(piece)
    return Told(tuple(out), pieces)
