"""Builds the fictional corpus: `source/NNN.txt` with mark-up → `NNN.txt`, labels `NNN.yaml`.

Usage: python tests/corpus/build.py [--review]

A source begins with a YAML head and a line `---`; then every line is a paragraph. Marks:

    ~text             a line of page furniture (noise), taken as it stands
    ⟦A⟧ ⟦L⟧ ⟦S⟧ ⟦P⟧ ⟦0⟧  from here on: achievements, leadership, shortcomings, plans, head matter
    ⟦h:…⟧             heading of the part that begins here
    ⟦#a,b:（一）…⟧    section heading with the themes a, b; `^` ends an unusual numeral
    ⟦i:一是⟧          marker of an item: it ends before the next marker or with the paragraph
    ⟦s:…⟧ ⟦c:…⟧ ⟦C:…⟧  shortcoming (不足), commitment (承诺), concrete commitment
    ⟦e:…⟧             words on 第一责任人 in a report without a chapter on it (embedded)
    {29余件|指标|动作}   figure with its indicator, and the action where a noun is counted twice;
                      `?` in front: may be taken or left; `^` parts value and unit if needed
    <“三项制度”|why>     no figure
    «“十四五”|p»      stale expression: m(eeting) c(ampaign) p(lan period) l(aw) o(rdinal) x(other),
                      with `?`: may be left

Marks nest. Year numbers, plenums, hotlines and a few fixed terms are labelled without a mark.
The head holds title, agency, year, addressee, signature, issued; `layout`, how the paragraphs are
set; `arithmetic`: what is stated, and its operands. Whether it holds is computed, and must agree
with `holds`. A layout has, all optional:

    halfwidth: true                 the text, except noise, with half-width , ; : ( )
    blank: true                     an empty line after every paragraph
    wrap: 40 | [40, 31, 46]         hard-wrapped, at so many full-width characters, or ragged
    indent: "　　"                   before the first line of a wrapped paragraph
    rows, footer, header, first_page  cut into pages as by a PDF; `{page}` is the page number
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
PARTS = {"A": "achievements", "L": "leadership", "S": "shortcomings", "P": "plans", "0": None}
THEMES = {
    *("leadership_thought", "gov_functions", "business_env", "rules_system", "decision"),
    *("enforcement", "emergency", "disputes", "oversight", "digital", "legal_services"),
    *("publicity", "capacity", "reform", "other"),
}
KINDS = {
    "m": "meeting",
    "c": "campaign",
    "p": "plan_period",
    "l": "law_revision",
    "o": "ordinal",
    "x": "other",
    "y": "year",
}
SIMPLE = {  # marks whose label is little more than their place
    "<": "not_figures",
    "s": "shortcomings",
    "c": "commitments",
    "C": "commitments",
    "«": "stale",
    "e": "embedded",
}
FRAME = ("title", "agency", "year", "addressee", "signature", "issued", "notes")

TOKEN = re.compile(r"⟦([ALSP0])⟧|⟦(h|i|s|c|C|e|#[a-z_,]+):|([{<«])|([⟧}>»])")
CLOSES = {"{": "}", "<": ">", "«": "»", "⟦": "⟧"}
TENS = "一二三四五六七八九十"
NUMERAL = re.compile(
    rf"[(（]?[{TENS}]+[)）][、，.]?|[(（][{TENS}]+、|[{TENS}]+[、.,，．]\s?|第[{TENS}]+部分[：:、]?|"
    rf"[(（]\d+[)）]|\d+[.、．]\s?|[①-⑩]|[{TENS}]是|第[{TENS}]，"
)
CHINESE = "零〇一二三四五六七八九十百千万亿两"
VALUE = (
    re.compile(  # 1.2万, 2千余万, 8至10 | 十余万 | 三百 before 余件 | 二十; then 余; then the unit
        r"(\d[\d,.]*(?:[十百千]?余?[万亿])?(?:[—~至-]{1,2}\d[\d.]*)?|"
        rf"[{CHINESE}]+[余多][万亿]|[{CHINESE}]+?(?=[余多]?[^{CHINESE}余多])|[{CHINESE}]+)"
        r"([余多]?)(.*)"
    )
)
BEFORE = (
    "近",
    "约",
    "超",
    "不超过",
    "超过",
    "逾",
    "达近",
    "接近",
    "不足",
    "不少于",
    "不低于",
    "突破",
)
AFTER = re.compile(r"(.*?)(以上|以下|左右|以内)?$")
YEARS = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?:\s?年度?|(?=\s?[—–~～至-]{1,2}\s?(?:19|20)\d\d))|"
    r"二[〇○零O][一二三四五六七八九〇○零O]{2}年度?"
)
DAY = re.compile(
    r"\s?[\d一二三四五六七八九十]{1,2}\s?月"
)  # after a year of the date below the report
FIXED_STALE = (
    (re.compile(r"党的二十大(?!届)"), "meeting", True),
    (re.compile(r"二十届(?:历次|[一二三四五、]+中)全会"), "meeting", False),
    (re.compile(r"“?[八九]五”?普法(?:规划|总结验收|终期验收|终期评估)?"), "plan_period", False),
    (re.compile(r"“?十[四五]五”?(?:规划|时期)?(?:收官)?"), "plan_period", False),
)
FIXED_NOT = (
    (re.compile(r"第一责任人"), "fixed term (ordinal)"),
    (re.compile(r"党的二十大|二十届(?:历次|[一二三四五、]+中)全会"), "meeting"),
    (re.compile(r"“?三项制度”?"), "proper name"),
    (re.compile(r"“?双随机、?一公开”?"), "mechanism"),
    (re.compile(r"“?[八九]五”?普法|“?十[四五]五”?"), "plan period"),
    (re.compile(r"12345|12348|12315|12309|12388"), "hotline"),
    (
        re.compile(r"第[一二三四五六七八九十\d]+(?:次|届|批|期|号|个(?:国家宪法日)|季度|条)"),
        "ordinal",
    ),
    (re.compile(r"四个亲自|“一规划两纲要”|“三重一大”|“枫桥经验”"), "fixed term"),
    (re.compile(r"一网通办|一件事|最多跑一次|综合查一次|一站式|一对一"), "fixed term"),
)
NUMBER_RUN = re.compile(r"[\d.%]{2}")
HALF_WIDTH = str.maketrans("，；：（）", ",;:()")
LOOSE_NUMBER = re.compile(
    r"\d+|[一二三四五六七八九十百千两]+[余多]?"
    r"(?:[件场次名人项部份家起期条户支批个所卷宗处篇]|成(?![立效果为熟员本长就绩]))"
)


class SourceError(ValueError):
    """A mistake in the mark-up of a source."""

    def __init__(self, line: int | None, problem: str) -> None:
        super().__init__(f"line {line} below the head: {problem}" if line else problem)


@dataclass
class Mark:
    """A labelled stretch of one paragraph: columns in the paragraph's own text."""

    kind: str
    start: int
    end: int
    args: list[str] = field(default_factory=list)
    part: str | None = None


@dataclass
class Paragraph:
    """One line of a source, without its marks, and where its characters come to stand."""

    text: str
    marks: list[Mark]
    switches: list[tuple[int, str | None]]
    noise: bool
    number: int
    places: list[tuple[int, int]] = field(default_factory=list)


def read_marks(line: str, part: str | None, number: int) -> Paragraph:
    """Takes the marks out of a line; `part` is the part that holds at its beginning."""
    out: list[str] = []
    marks: list[Mark] = []
    switches: list[tuple[int, str | None]] = [(0, part)]
    stack: list[tuple[str, str, int]] = []
    at = length = 0
    for found in TOKEN.finditer(line):
        piece = line[at : found.start()]
        out.append(piece)
        length += len(piece)
        at = found.end()
        switch, tag, opening, closing = found.groups()
        if switch is not None:
            switches.append((length, PARTS[switch]))
        elif tag is not None or opening is not None:
            stack.append((tag or opening, CLOSES["⟦" if tag else opening], length))
        else:
            if not stack or stack[-1][1] != closing:
                raise SourceError(number, f"{closing} closes nothing: {line[:40]}")
            kind, _, start = stack.pop()
            inner = "".join(out)[start:]
            args: list[str] = []
            if kind in "{<«":
                inner, *args = inner.split("|")
                if kind == "{":
                    args = [inner, *args]
                    inner = inner.removeprefix("?").replace("^", "")
            elif kind.startswith("#"):
                numeral, _, rest = inner.partition("^") if "^" in inner else split_numeral(inner)
                args, inner = [numeral, rest], numeral + rest
            out = ["".join(out)[:start], inner]
            length = start + len(inner)
            marks.append(Mark(kind, start, length, args, switches[-1][1]))
    if stack:
        raise SourceError(number, f"{stack[-1][0]} is not closed: {line[:40]}")
    out.append(line[at:])
    return Paragraph("".join(out), marks, switches, noise=False, number=number)


def split_numeral(heading: str) -> tuple[str, str, str]:
    """`（一）规范执法` → `（一）`, ``, `规范执法`."""
    found = NUMERAL.match(heading)
    end = found.end() if found else 0
    return heading[:end].strip(), "", heading[end:]


def read_source(path: Path) -> tuple[dict[str, Any], list[Paragraph]]:
    """The head and the paragraphs of a source."""
    top, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    head = yaml.safe_load(top)
    is_half = bool((head.get("layout") or {}).get("halfwidth"))
    paragraphs: list[Paragraph] = []
    part: str | None = None
    for number, line in enumerate(body.removesuffix("\n").split("\n"), start=1):
        if line.startswith("~"):
            paragraphs.append(Paragraph(line[1:], [], [(0, None)], noise=True, number=number))
            continue
        paragraph = read_marks(line.translate(HALF_WIDTH) if is_half else line, part, number)
        part = paragraph.switches[-1][1]
        paragraphs.append(paragraph)
    return head, paragraphs


def break_at(text: str, room: int) -> int:
    """Where a line ends that has room for so many half characters."""
    cut = 0
    while cut < len(text) and room > 0:
        room -= 1 if text[cut].isascii() else 2
        cut += 1
    while cut < len(text) and (
        text[cut] in "，。、；：）”》,.;:)%" or NUMBER_RUN.fullmatch(text[cut - 1 : cut + 1])
    ):
        cut += 1  # such a character does not begin a line, and a number is not cut
    while cut < len(text) and text[cut - 1] in "（“《(":
        cut -= 1  # and such a one does not end it
    return cut


def is_indented(paragraph: Paragraph) -> bool:
    """Whether a paragraph begins with an indent: of the frame, only the preamble does."""
    return part_at(paragraph, len(paragraph.text)) is not None or "。" in paragraph.text


def lay_out(paragraphs: list[Paragraph], layout: dict[str, Any]) -> tuple[list[str], list[int]]:
    """Sets the paragraphs into lines and pages; the lines, and the numbers of noise lines.

    Each paragraph is told where its characters stand.
    """
    wrap, rows = layout.get("wrap"), layout.get("rows")
    widths = wrap if isinstance(wrap, list) else [int(wrap or 0)]  # each line takes the next
    indent = layout.get("indent", "")
    lines: list[str] = []
    noise: list[int] = []
    page = layout.get("first_page", 1)
    used = 0

    def turn() -> None:
        nonlocal page, used
        for text in (layout.get("footer"), layout.get("header")):
            if text:
                lines.append(text.format(page=page))
                noise.append(len(lines))
        page += 1
        used = 0

    def keep(paragraph: Paragraph) -> None:
        lines.append(paragraph.text)
        if paragraph.noise and paragraph.text.strip():
            noise.append(len(lines))
        paragraph.places = [(len(lines), i) for i in range(len(paragraph.text) + 1)]

    def cut_up(paragraph: Paragraph) -> None:
        nonlocal used
        rest, first = paragraph.text, True
        while rest:
            if rows and used >= rows:
                turn()
            lead = indent if first and is_indented(paragraph) else ""
            width = widths[len(lines) % len(widths)]
            cut = break_at(rest, 2 * (width - len(lead)))
            lines.append(lead + rest[:cut])
            paragraph.places += [(len(lines), len(lead) + i) for i in range(len(rest[:cut]))]
            rest, first, used = rest[cut:], False, used + 1
        line, column = paragraph.places[-1]
        paragraph.places.append((line, column + 1))

    for paragraph in paragraphs:
        if paragraph.noise or not paragraph.text.strip() or not wrap:
            keep(paragraph)
        else:
            cut_up(paragraph)
        if layout.get("blank"):
            lines.append("")
    return lines, noise


def pieces(paragraph: Paragraph, start: int, end: int) -> list[dict[str, int]]:
    """The stretches of lines that a stretch of a paragraph covers, without blanks at their ends."""
    while start < end and paragraph.text[start].isspace():
        start += 1
    while end > start and paragraph.text[end - 1].isspace():
        end -= 1
    rows: list[dict[str, int]] = []
    for line, column in paragraph.places[start:end]:
        if rows and rows[-1]["line"] == line:
            rows[-1]["end"] = column + 1
        else:
            rows.append({"line": line, "start": column, "end": column + 1})
    return rows


def placed(paragraph: Paragraph, start: int, end: int) -> dict[str, Any]:
    """Line, start, end of the first piece, and all pieces where there are several."""
    found = pieces(paragraph, start, end)
    row: dict[str, Any] = dict(found[0])
    if len(found) > 1:
        row["spans"] = found
    return row


def figure(paragraph: Paragraph, mark: Mark) -> dict[str, Any]:
    """A label of a statistic."""
    raw, *names = mark.args
    optional = raw.startswith("?") or mark.part == "plans"
    raw = raw.removeprefix("?")
    if "^" in raw:
        value, _, rest = raw.partition("^")
        rest = rest.lstrip()
        middle = "余" if rest.startswith("余") else ""
        rest = rest.removeprefix("余")
    else:
        found = VALUE.fullmatch(raw)
        if not found:
            raise SourceError(paragraph.number, f"no number in {raw}")
        value, middle, rest = found.groups()
    unit, after = AFTER.fullmatch(rest).groups()  # type: ignore[union-attr]
    start = mark.start
    before = next((x for x in BEFORE if paragraph.text[:start].endswith(x)), None)
    row = placed(paragraph, start, start + len(value))
    row |= {
        "value": value,
        "unit": unit.strip() or None,
        "approx": middle or after or before,
        "indicator": names[0],
    }
    if len(names) > 1:
        row["action"] = names[1]
    if optional:
        row["optional"] = True
    return row


def number(text: str) -> float:
    """The last number in some words, with its 万 or 亿."""
    found = re.findall(r"(\d[\d,]*(?:\.\d+)?)([万亿]?)", text)
    digits, power = found[-1]
    return float(digits.replace(",", "")) * {"": 1, "万": 1e4, "亿": 1e8}[power]


def compute(kind: str, operands: list[float]) -> float:
    """What an identity of this kind makes of its operands."""
    if kind == "sum":
        return sum(operands)
    first, second = operands
    if kind == "rate":
        return first / second * 100
    if kind == "growth":
        return abs(first - second) / second * 100
    return abs(first - second)


def arithmetic(rows: list[dict[str, Any]], paragraphs: list[Paragraph]) -> list[dict[str, Any]]:
    """The identities, computed, and checked against what the author says of them."""
    out = []
    for row in rows:
        stated = str(row["stated"])
        home = [p for p in paragraphs if stated in p.text]
        if len(home) != 1:
            raise SourceError(None, f"stated {stated!r} stands in {len(home)} paragraphs")
        missing = [x for x in row["operands"] if not any(str(x) in p.text for p in paragraphs)]
        if missing:
            raise SourceError(None, f"operands not in the text: {missing}")
        value = compute(row["kind"], [number(str(x)) for x in row["operands"]])
        decimals, power = re.findall(r"\d[\d,]*(?:\.(\d+))?([万亿]?)", stated)[-1]
        step = {"": 1, "万": 1e4, "亿": 1e8}[power] * 10.0 ** -len(decimals)
        holds = abs(value - number(stated)) <= 1.0001 * step  # the printed digits, ±1 in the last
        if holds != row.get("holds", True):
            raise SourceError(None, f"{stated}: computed {value}, holds is {holds}")
        line = home[0].places[home[0].text.index(stated)][0]
        out.append(
            {
                "kind": row["kind"],
                "line": line,
                "operands": [str(x) for x in row["operands"]],
                "stated": stated,
                "computed": round(value, 4),
                "holds": holds,
                "certainty": row.get("certainty", "high"),
            }
        )
    return out


def part_rows(paragraphs: list[Paragraph]) -> list[dict[str, Any]]:
    """The parts in the order in which they begin, with the lines they cover."""
    spans: dict[str, list[dict[str, int]]] = {}
    heads: dict[str, str] = {}
    for paragraph in paragraphs:
        ends = [start for start, _ in paragraph.switches[1:]] + [len(paragraph.text)]
        for (start, part), end in zip(paragraph.switches, ends, strict=True):
            if part and paragraph.text[start:end].strip():
                spans.setdefault(part, []).extend(pieces(paragraph, start, end))
        for mark in paragraph.marks:
            if mark.kind == "h":
                heads.setdefault(str(mark.part), paragraph.text[mark.start : mark.end])
    return [
        {"part": part, "heading": heads.get(part), "spans": rows} for part, rows in spans.items()
    ]


def section_row(paragraph: Paragraph, mark: Mark) -> dict[str, Any]:
    """A label of a section heading; `start` is after the numeral if the numeral begins the line."""
    numeral, heading = mark.args
    themes = mark.kind[1:].split(",")
    if unknown := set(themes) - THEMES:
        raise SourceError(paragraph.number, f"unknown themes {unknown}")
    heading = heading.strip().rstrip("。")
    begins = not paragraph.text[: mark.start].strip()
    start = mark.end - len(mark.args[1].lstrip()) if begins else mark.start
    row = placed(paragraph, start, mark.end)
    runs_on = bool(paragraph.text[mark.end :].strip(" 。\u3000"))
    return {
        "part": mark.part,
        **row,
        "numeral": numeral or None,
        "heading": heading,
        "runs_on": runs_on,
        "themes": themes,
    }


def item_rows(paragraph: Paragraph) -> list[dict[str, Any]]:
    """Labels of the items of a paragraph."""
    borders = sorted(
        {m.start for m in paragraph.marks if m.kind[0] in "i#h"}
        | {start for start, _ in paragraph.switches[1:]}
        | {len(paragraph.text)}
    )
    rows = []
    for mark in (m for m in paragraph.marks if m.kind == "i"):
        end = min(x for x in borders if x > mark.start)
        text = paragraph.text[mark.start : mark.end].strip()
        rows.append({"part": mark.part, "marker": text, **placed(paragraph, mark.start, end)})
    return rows


def part_at(paragraph: Paragraph, at: int) -> str | None:
    """The part that holds at a column of a paragraph."""
    return [part for start, part in paragraph.switches if start <= at][-1]


def fixed_rows(paragraph: Paragraph) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Labels that need no mark: years and fixed terms; (not figures, stale)."""
    nots: list[tuple[int, int, str]] = [(*m.span(), "year") for m in YEARS.finditer(paragraph.text)]
    nots += [
        (*m.span(), reason)
        for pattern, reason in FIXED_NOT
        for m in pattern.finditer(paragraph.text)
    ]
    said = [(m.start, m.end) for m in paragraph.marks if m.kind == "<"]
    figures = [(m.start, m.end) for m in paragraph.marks if m.kind == "{"]
    marked = [(m.start, m.end) for m in paragraph.marks if m.kind == "«"]
    stale = [
        (
            *m.span(),
            "year",
            part_at(paragraph, m.start()) is None and bool(DAY.match(paragraph.text, m.end())),
        )
        for m in YEARS.finditer(paragraph.text)
    ]
    stale += [
        (*m.span(), kind, opt)
        for pattern, kind, opt in FIXED_STALE
        for m in pattern.finditer(paragraph.text)
    ]

    def inside(a: int, b: int, spans: list[tuple[int, int]]) -> bool:
        return any(s < b and e > a for s, e in spans)

    def row(a: int, b: int) -> dict[str, Any]:
        return placed(paragraph, a, b) | {"text": paragraph.text[a:b]}

    return (
        [
            row(a, b) | {"reason": why}
            for a, b, why in nots
            if not inside(a, b, said) and not inside(a, b, figures)
        ],
        [
            row(a, b) | {"kind": kind} | ({"optional": True} if optional else {})
            for a, b, kind, optional in stale
            if not inside(a, b, marked)
        ],
    )


def simple_row(paragraph: Paragraph, mark: Mark) -> dict[str, Any]:
    """Labels of shortcomings, commitments, no-figures and stale expressions."""
    text = paragraph.text[mark.start : mark.end]
    row = placed(paragraph, mark.start, mark.end) | {"text": text}
    if mark.kind in "cC":
        row |= {
            "concrete": mark.kind == "C",
            "year_bound": bool(YEARS.search(text) or re.search("“[八九十四五]+五”", text)),
        }
    elif mark.kind == "e":
        row["part"] = "leadership"
    elif mark.kind == "<":
        row["reason"] = mark.args[0] if mark.args else "proper name"
    elif mark.kind == "«":
        kind = mark.args[0]
        row["kind"] = KINDS[kind[0]]
        if kind.endswith("?"):
            row["optional"] = True
    return row


def uncovered(paragraphs: list[Paragraph]) -> list[str]:
    """Numbers that no label explains: each is a figure, no figure, or a marker."""
    out = []
    for p in paragraphs:
        if p.noise:
            continue
        known = [(m.start, m.end) for m in p.marks if m.kind in "{<ih"]
        known += [(m.start, m.end - len(m.args[1])) for m in p.marks if m.kind[0] == "#"]
        known += [m.span() for pattern, _ in FIXED_NOT for m in pattern.finditer(p.text)]
        known += [m.span() for m in YEARS.finditer(p.text)]
        out += [
            f"line {p.number}: {p.text[max(0, m.start() - 8) : m.end() + 6]}"
            for m in LOOSE_NUMBER.finditer(p.text)
            if part_at(p, m.start()) and not any(a < m.end() and b > m.start() for a, b in known)
        ]
    return out


def build(path: Path) -> tuple[str, str, list[str]]:
    """Text and labels of one source, and the numbers in it without a label."""
    head, paragraphs = read_source(path)
    lines, noise = lay_out(paragraphs, head.get("layout") or {})
    rows: dict[str, list[dict[str, Any]]] = {
        name: [] for name in ("sections", "items", "figures", *dict.fromkeys(SIMPLE.values()))
    }
    for paragraph in paragraphs:
        if paragraph.noise or not paragraph.text.strip():
            continue
        rows["items"] += item_rows(paragraph)
        nots, stale = fixed_rows(paragraph)
        rows["not_figures"] += nots
        rows["stale"] += stale
        for mark in sorted(paragraph.marks, key=lambda m: m.start):
            if mark.kind == "{":
                rows["figures"].append(figure(paragraph, mark))
            elif mark.kind[0] == "#":
                rows["sections"].append(section_row(paragraph, mark))
            elif mark.kind in SIMPLE:
                rows[SIMPLE[mark.kind]].append(simple_row(paragraph, mark))
    for found in rows.values():
        found.sort(key=lambda row: (row["line"], row["start"]))
    gold: dict[str, Any] = {"file": f"{path.stem}.txt"}
    gold |= {k: head.get(k) for k in FRAME}
    gold |= {"noise": runs(noise), "parts": part_rows(paragraphs), **rows}
    gold["arithmetic"] = arithmetic(head.get("arithmetic") or [], paragraphs)
    return "\n".join(lines) + "\n", dump(gold), uncovered(paragraphs)


def runs(numbers: list[int]) -> list[list[int]]:
    """1, 2, 3, 7 → [1, 3], [7, 7]."""
    out: list[list[int]] = []
    for n in numbers:
        if out and out[-1][1] == n - 1:
            out[-1][1] = n
        else:
            out.append([n, n])
    return out


def flow(value: object) -> str:
    """A value as YAML on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def dump(gold: dict[str, Any]) -> str:
    """The labels as YAML, a label per line."""
    out = []
    for key, value in gold.items():
        if key == "parts":
            out.append("parts:")
            for part in value:
                out += [
                    f"  - part: {part['part']}",
                    f"    heading: {flow(part['heading'])}",
                    "    spans:",
                ]
                out += [f"      - {flow(span)}" for span in part["spans"]]
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            out.append(f"{key}:")
            out += [f"  - {flow(row)}" for row in value]
        elif value is not None or key != "notes":
            out.append(f"{key}: {flow(value)}")
    return "\n".join(out) + "\n"


def main() -> None:
    """Writes every text and its labels; with --review also names the numbers without a label."""
    for path in sorted((HERE / "source").glob("*.txt")):
        text, labels, loose = build(path)
        (HERE / path.name).write_text(text, encoding="utf-8", newline="\n")
        (HERE / f"{path.stem}.yaml").write_text(labels, encoding="utf-8", newline="\n")
        if "--review" in sys.argv:
            size = len(re.sub(r"\s", "", text))
            sys.stdout.write(
                f"{path.name}: {size} characters, {len(loose)} numbers without a label\n"
            )
            sys.stdout.write("".join(f"    {x}\n" for x in loose))


if __name__ == "__main__":
    main()
