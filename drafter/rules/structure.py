"""Rules on the four mandated parts and on numbering."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from drafter.knowledge.titles import is_title
from drafter.model import Finding, PartReading, Passage
from drafter.rules.places import place_of, words_of
from drafter.rules.registry import ALWAYS, Context, Rule
from drafter.zh.attachments import LISTING
from drafter.zh.clauses import split_clauses
from drafter.zh.dates import find_years
from drafter.zh.deficiencies import all_answers, gives_ground
from drafter.zh.numbering import (
    CHAPTER,
    IS,
    NUMBER,
    PART,
    SECTION,
    find_marks,
    mark_at,
    numeral_kind,
)
from drafter.zh.numerals import format_numeral
from drafter.zh.placeholders import is_left_out
from drafter.zh.prompts import is_labelled
from drafter.zh.quantities import level
from drafter.zh.width import is_blank
from drafter.zh.year_context import QUOTED

_SHOWN = 20
_DUTY = "《法治政府建设与责任落实督察工作规定》关于年度报告内容的规定"


def _readings(context: Context) -> Iterator[PartReading]:
    """The four parts; shortcomings of which only the remedy is told (补齐短板) are missing."""
    texts = {p.id: p.text for p in context.report.passages}
    for reading in context.report.parts:
        told = (level(texts[i]) for i in reading.passages)
        if reading.key == "shortcomings" and reading.status == "hidden" and all_answers(told):
            yield replace(reading, status="missing", passages=())
        else:
            yield reading


def _reading(context: Context, key: str) -> PartReading:
    return next(part for part in _readings(context) if part.key == key)


def _name(context: Context, key: str) -> str:
    return next(part.name for part in context.knowledge.outline.parts if part.key == key)


def missing(key: str, rule: str, context: Context) -> Iterator[Finding]:
    """A mandated part that the report does not have at all."""
    if _reading(context, key).status == "missing":
        name = _name(context, key)
        yield Finding(
            rule,
            "error",
            f"{context.subject}没有“{name}”部分；这是必须报告的内容，请补写。",
            part=key,
        )


def _missing_achievements(context: Context) -> Iterator[Finding]:
    return missing("achievements", "P01", context)


def _missing_leadership(context: Context) -> Iterator[Finding]:
    return missing("leadership", "P02", context)


def _missing_shortcomings(context: Context) -> Iterator[Finding]:
    return missing("shortcomings", "P03", context)


def _missing_plans(context: Context) -> Iterator[Finding]:
    return missing("plans", "P04", context)


def _no_causes(context: Context) -> Iterator[Finding]:
    reading = _reading(context, "shortcomings")
    own = [p for p in context.report.passages if p.part == "shortcomings"]
    body = "".join(p.text for p in own if p.id != reading.heading)
    if reading.status in ("missing", "embedded") or not body or _states_cause(context, body):
        return
    yield Finding(
        "P05", "warning", "不足部分只列了不足，没有写原因；规定要求“不足和原因”，请补写原因。",
        own[0].text, part="shortcomings", passage=own[0].id,
    )  # fmt: skip


def _states_cause(context: Context, body: str) -> bool:
    """Whether any cause is given, in a sentence of its own or inside a deficiency (因…导致…)."""
    points = context.knowledge.outline.points
    named = next((point.keywords for point in points if point.key == "causes"), ())
    return gives_ground(body, (*named, *context.knowledge.words["cause_words"]))


def _embedded(context: Context) -> Iterator[Finding]:
    reading = _reading(context, "leadership")
    if reading.status == "embedded":
        place = place_of(context.report, reading.passages[0])
        quote = next(p.text for p in context.report.passages if p.id == reading.passages[0])[:40]
        yield Finding(
            "P06", "warning",
            f"第一责任人履职没有单列，只在“{place}”中提到；请单列成章，写明听取汇报、部署、述法等情况。",
            quote, place, "leadership", reading.passages[0],
        )  # fmt: skip


def _merged(context: Context) -> Iterator[Finding]:
    for reading in _readings(context):
        if reading.status not in ("merged", "hidden") or not reading.passages:
            continue
        place = place_of(context.report, reading.passages[0])
        name = _name(context, reading.key)
        where = f"（{place}）" if place else ""
        how = "与另一部分合在一章" if reading.status == "merged" else "没有标题，写在别章的末尾"
        what = f"“{name}”{how}{where}；请单列标题，各写各的内容。"
        if context.stage == "draft":
            what = f"“{name}”上年{how}{where}；新稿已单列成章，请核对切分的位置。"
        yield Finding(
            "P07", "info", what, place=place, part=reading.key, passage=reading.passages[0]
        )


def _shown(context: Context) -> Iterator[tuple[Passage, Passage | None]]:
    """Each passage of the report with the next one that says something."""
    shown = [p for p in context.report.passages if p.role != "noise" and not is_left_out(p.text)]
    yield from zip(shown, [*shown[1:], None], strict=True)


def _asked_lines(context: Context) -> list[int]:
    """The lines of drafter's prompts: M02 tells of them, and what is asked is not missing."""
    passages = context.report.passages
    return sorted(p.spans[0].line for p in passages if p.role == "noise" and is_labelled(p.text))


def _asks_below(asked: list[int], heading: Passage, following: Passage | None) -> bool:
    """Whether a prompt stands between a heading and what follows it."""
    at = bisect_right(asked, heading.spans[-1].line)
    return at < len(asked) and (following is None or asked[at] < following.spans[0].line)


def _empty_parts(context: Context) -> Iterator[Finding]:
    keys = {part.heading: part.key for part in context.report.parts if part.status == "present"}
    asked = _asked_lines(context)
    for passage, following in _shown(context):
        if passage.id not in keys or passage.level != 1:
            continue
        own = following is not None and following.part == passage.part
        is_bare = following is None or following.role in _TAIL
        is_bare = is_bare or (following is not None and following.level == 1 and not own)
        if is_bare and not _asks_below(asked, passage, following):
            name = _name(context, keys[passage.id])
            yield Finding(
                "P08", "error", f"“{name}”只有标题，下面没有内容；请补写。",
                passage.text, part=keys[passage.id], passage=passage.id,
            )  # fmt: skip


def _empty_sections(context: Context) -> Iterator[Finding]:
    asked = _asked_lines(context)
    bare = [
        passage
        for passage, following in _shown(context)
        if passage.role == "heading" and (passage.level or 0) >= _SECTION and passage.part
        if following is None or following.role in _TAIL or _is_beside(following, passage)
        if not _asks_below(asked, passage, following)
    ]
    for passage in bare:
        if not _is_short_sentence(passage, bare):
            yield Finding(
                "P11", "warning",
                f"小标题“{_bare(passage)}”下面没有内容；请补写，没有这项工作的删去标题。",
                passage.text, passage=passage.id,
            )  # fmt: skip


def _is_beside(following: Passage, heading: Passage) -> bool:
    """Whether the next heading is of the same level or above, so that nothing is between them."""
    return following.role == "heading" and (following.level or 0) <= (heading.level or 0)


def _is_short_sentence(heading: Passage, bare: Sequence[Passage]) -> bool:
    """Whether it is a numbered sentence (1.…；2.…。) that is meant to stand alone.

    A deficiency or a task in one sentence is complete. In what was done there are several in a row;
    a heading of running text that lost its text ends so too (（三）加强监督。), but its neighbours
    have theirs.
    """
    if not heading.text.rstrip().endswith(_STOPS):
        return False
    if heading.part in ("shortcomings", "plans"):
        return True
    near = (heading.id - 1, heading.id + 1)
    return any(other.id in near and other.level == heading.level for other in bare)


def _bare(heading: Passage) -> str:
    return words_of(heading).strip().rstrip("。；;！")


class _Numeral(Struct, frozen=True):
    """A numeral as printed (（三）), what it counts, and the part that it counts in."""

    text: str
    number: int
    part: str | None


def _numbering(context: Context) -> Iterator[Finding]:
    """Numerals of one level that repeat or skip beneath one heading.

    Numerals of another kind count for themselves (壹、 above 一、). Where a paragraph stands before
    the first numeral, that one is not measured: the ones before it may stand inside the paragraph.
    """
    last: dict[tuple[int, str], _Numeral] = {}
    above: Passage | None = None
    levels = _levels_of_kinds(context)
    is_nested = False
    for passage, numeral in _numbered(context):
        depth = _depth_of(passage)
        if passage.role == "heading":
            is_nested = False
        elif numeral is not None and (level := levels.get(numeral_kind(numeral.text))):
            before = last.get((level, numeral_kind(numeral.text)))
            is_next = numeral.number == (before.number + 1 if before else 1)
            is_nested = is_nested or not is_next
            if is_nested:
                continue
            depth = level
        last = {key: found for key, found in last.items() if key[0] <= depth}
        if numeral is not None:
            key = (depth, numeral_kind(numeral.text))
            before, last[key] = last.get(key), numeral
            if how := _slip(before, numeral, is_first=_is_above(above, passage)):
                yield Finding(
                    "P09", "warning", f"{how}，请改正编号。", passage.text, passage=passage.id
                )
        above = passage
    yield from _items(context)


def _levels_of_kinds(context: Context) -> dict[str, int]:
    """The level of the headings that have a kind of numeral: 2 of （一）.

    Items with such numerals go on their row where they are the next of it: in a list of one-line
    plans some are read as headings and some as running text. Others count for themselves.
    """
    levels: dict[str, int] = {}
    for passage in context.report.passages:
        if passage.role == "heading" and passage.level:
            mark = mark_at(words_of(passage))
            if mark is not None and mark.style in _IN_BRACKETS:
                kind = numeral_kind(words_of(passage)[: mark.end].strip())
                levels.setdefault(kind, passage.level)
    return levels


class _Row(Struct):
    """A row of 一是, 二是 that is being read.

    Attributes:
        sign: What stands behind its numerals, 是 or 要.
        number: Of its last item.
        line: The line of that.
        begins: Whether that begins its line.
    """

    sign: str
    number: int
    line: int
    begins: bool


def _items(context: Context) -> Iterator[Finding]:
    """一是, 二是, 四是: an item that is not there, or that is counted a second time.

    A row within a row begins with 一是 and may end at any other item of the outer one. An item
    whose 是 was lost, or that no stop parts from the one before, is there all the same.
    """
    rows: list[_Row] = []
    between = ""
    inner: set[str] = set()  # signs of rows that begin inside an item (（一是…，二是…）)
    for passage in context.report.passages:
        mark = mark_at(passage.text) if passage.role == "item" else None
        if passage.role == "heading":
            rows, inner = [], set()
        elif mark and mark.style == IS and mark.number is not None:
            sign = passage.text[: mark.end].strip()[-1:]
            line = passage.spans[0].line if passage.spans else 0
            here = _Row(sign, mark.number, line, _begins_line(context, passage))
            rows = [row for row in rows if here.begins or row.line == line]
            again = "" if sign in inner else _counted_again(rows, here)
            if how := _skipped(rows, here, between) or again:
                yield Finding(
                    "P09", "warning", how, passage.text.strip()[:_SHOWN], passage=passage.id
                )
            rows, between = _with_item(rows, here), ""
        between += passage.text
        inside = passage.text[mark.end if mark else 0 :]
        inner |= {sign for sign in _SIGNS if format_numeral(1) + sign in inside}


def _with_item(rows: list[_Row], here: _Row) -> list[_Row]:
    """The rows that are open behind an item, the innermost last."""
    if here.number == 1:
        return [*rows[-_DEEPEST:], here]
    depth = _goes_on(rows, here)
    if depth is None:
        return [*rows[:-1], here]
    return [*rows[:depth], here]


def _goes_on(rows: list[_Row], here: _Row) -> int | None:
    """The innermost row whose next item this is."""
    depths = range(len(rows) - 1, -1, -1)
    return next(
        (k for k in depths if rows[k].sign == here.sign and rows[k].number == here.number - 1),
        None,
    )


def _is_next(rows: list[_Row], here: _Row) -> bool:
    return here.number == 1 or not rows or _goes_on(rows, here) is not None


def _skipped(rows: list[_Row], here: _Row, between: str) -> str:
    """What is missing before an item, '' if nothing is."""
    if _is_next(rows, here) or here.number <= rows[-1].number:
        return ""
    before, sign = rows[-1], here.sign
    missing = format_numeral(before.number + 1)
    if _opens_clause(missing, between):
        return ""
    last, now = format_numeral(before.number) + before.sign, format_numeral(here.number) + sign
    return f"编号跳号：“{last}”之后是“{now}”，缺“{missing}{sign}”，请补上或改正编号。"


def _counted_again(rows: list[_Row], here: _Row) -> str:
    """What is wrong with a number that was there before, '' if nothing is.

    Only within a paragraph, or where each item is one: two paragraphs may each have a row.
    """
    if _is_next(rows, here):
        return ""
    before = rows[-1]
    is_one_row = before.line == here.line or (before.begins and here.begins)
    if not is_one_row or before.sign != here.sign or here.number > before.number:
        return ""
    last, now = (f"{format_numeral(row.number)}{row.sign}" for row in (before, here))
    if here.number == before.number:
        return f"编号重复：“{last}”之后又是“{now}”，请改正编号。"
    return f"编号倒退：“{last}”之后是“{now}”，请改正编号。"


def _opens_clause(word: str, text: str) -> bool:
    clauses = (text[clause.start : clause.end] for clause in split_clauses(text))
    return any(clause.strip().startswith(word) for clause in clauses)


def _numbered(context: Context) -> Iterator[tuple[Passage, _Numeral | None]]:
    """Every passage that numerals count or that ends their count, with its own numeral."""
    for passage in context.report.passages:
        is_heading = passage.role == "heading" and bool(passage.level)
        mark = mark_at(words_of(passage))
        counts = _COUNTED if is_heading else (NUMBER, *_IN_BRACKETS)
        if mark is None or mark.number is None or mark.style not in counts:
            if is_heading or passage.role == "body":
                yield passage, None
        elif is_heading or (passage.role == "item" and _begins_line(context, passage)):
            text = words_of(passage)[: mark.end].strip()
            yield passage, _Numeral(text, mark.number, passage.part)


def _depth_of(passage: Passage) -> int:
    """Of its numeral; items stand beneath every heading, and running text ends their count."""
    if passage.role == "heading" and passage.level:
        return passage.level
    return _ITEM if passage.role == "item" else _ITEM - 1


def _is_above(above: Passage | None, passage: Passage) -> bool:
    """Whether a passage directly follows the heading that it is numbered beneath."""
    return (
        above is not None
        and above.role == passage.role == "heading"
        and (above.level or 0) < (passage.level or 0)
    )


def _slip(before: _Numeral | None, here: _Numeral, *, is_first: bool) -> str:
    """What is wrong with a numeral beside the one before it, '' if nothing is."""
    if before is None:
        return f"第一个编号是“{here.text}”，前面没有第一项" if is_first and here.number > 1 else ""
    restarts = here.number == 1 and here.part != before.part
    if restarts or here.number == before.number + 1:
        return ""
    if here.number == before.number:
        return f"编号重复：“{before.text}”之后又是“{here.text}”"
    how = "跳号" if here.number > before.number else "倒退"
    return f"编号{how}：“{before.text}”之后是“{here.text}”"


def _begins_line(context: Context, passage: Passage) -> bool:
    """Whether nothing visible stands before a passage in its line."""
    span = passage.spans[0] if passage.spans else None
    return span is None or is_blank(context.report.source.lines[span.line - 1][: span.start])


def _glued(context: Context) -> Iterator[Finding]:
    """Headings that do not begin their line, and headings with another numeral inside."""
    run_in = []
    for passage in context.report.passages:
        if passage.role != "heading" or (passage.level or 0) > _SECTION or not passage.spans:
            continue
        heading = passage.text.strip()
        if not _begins_line(context, passage):
            run_in.append(passage)
        elif inside := _second_numeral(heading):
            yield Finding(
                "P10", "warning", f"两个标题连在一行（“{heading}”）；请分成两行。",
                inside, passage=passage.id,
            )  # fmt: skip
    if run_in:
        yield _run_in(run_in)


def _two_reports(context: Context) -> Iterator[Finding]:
    """A second title behind the first chapter, and chapters that begin anew behind it.

    The page of a website may print the titles of other reports at its end: no chapters follow them.
    An attached page has a title and chapters of its own.
    """
    chapters = 0
    title: Passage | None = None
    for passage in context.report.passages:
        if chapters and LISTING.match(passage.text):
            return
        mark = mark_at(passage.text) if passage.role == "heading" and passage.level == 1 else None
        begins = mark is not None and mark.number == 1
        if begins and chapters and title is not None:
            yield Finding(
                "P12", "error",
                f"文件里像有两份报告：后面又有一个标题“{title.text.strip()}”，章节从头编号；"
                "请分成两个文件，只用要用的一份。",
                title.text, passage=title.id,
            )  # fmt: skip
            return
        chapters += begins
        named = is_title(passage.text, context.knowledge.words) and find_years(passage.text)
        if chapters and named and mark_at(passage.text) is None:
            title = passage


def _other_kind(context: Context) -> Iterator[Finding]:
    """A file whose text hardly speaks of the subject: the office's other report of that month."""
    report, topics = context.report, context.knowledge.words["title_topics"]
    texts = [passage.text for passage in report.passages if passage.role != "noise"]
    told = sum(text.count(topic) for text in texts for topic in topics)
    if report.frame.title is None and told < _LEAST_TOLD:
        yield Finding(
            "P13", "warning",
            f"没有找到法治政府建设报告的标题，全文只有 {told} 处写到“法治政府”一类的词，"
            "像是别的报告；请核对文件是否选错。",
        )  # fmt: skip


_LEAST_TOLD = 2
"""Times that the subject is named; the shortest of the reports without a title names it thrice."""


def _run_in(glued: Sequence[Passage]) -> Finding:
    """One finding for all: in a text that was pasted without breaks, all headings are glued."""
    first = glued[0]
    more = f"等{len(glued)}个标题" if len(glued) > 1 else ""
    return Finding(
        "P10", "warning",
        f"标题“{first.text.strip()}”{more}接在前一段的后面，没有另起一行；请分段。",
        first.text, passage=first.id,
    )  # fmt: skip


def _second_numeral(heading: str) -> str:
    """What begins inside a heading at its next numeral or at the first one beneath it, or ''."""
    own = mark_at(heading)
    if own is None or own.style not in (CHAPTER, SECTION):
        return ""
    bare = QUOTED.sub(lambda name: "＿" * len(name[0]), heading)
    for mark in find_marks(bare):
        is_next = mark.style == own.style and mark.number == (own.number or 0) + 1
        is_beneath = own.style < mark.style <= NUMBER and mark.number == 1
        if mark.start >= own.end and mark.end < len(heading) and (is_next or is_beneath):
            return heading[mark.start :]
    return ""


_SECTION = 2
"""Level of the headings （一）."""
_ITEM = 9
"""Deeper than any heading."""
_STOPS = ("。", "；", ";", "！")
_SIGNS = ("是", "要")
"""What stands behind the numerals of items in running text."""
_DEEPEST = 3
"""Rows that a row may stand within; nobody follows more."""
_TAIL = ("closing", "signature", "date", "attachment")
_IN_BRACKETS = (SECTION,)
"""Kinds of numerals that stand before headings and before short paragraphs alike."""
_COUNTED = (PART, CHAPTER, SECTION, NUMBER)

RULES: tuple[Rule, ...] = (
    Rule(
        id="P01",
        severity="error",
        name="缺举措成效",
        meaning="年度报告必须写上一年度推进法治政府建设的主要举措和成效。",
        action="补写这一部分。",
        source=_DUTY,
        level="条例",
        example="全文只有不足和下年安排两章",
        passes="全文有“主要举措和成效”一章，或者按主题分章写成效",
        check=_missing_achievements,
        stages=ALWAYS,
    ),
    Rule(
        id="P02",
        severity="error",
        name="缺第一责任人履职",
        meaning="年度报告必须写党政主要负责人履行推进法治建设第一责任人职责的情况。",
        action="单列一章，写明研究部署、听取汇报、学法、述法、出庭应诉等。",
        source=_DUTY,
        level="条例",
        example="全文没有提到主要负责人",
        passes="单列“第一责任人履职情况”一章，或者在成效里写明怎样履职",
        check=_missing_leadership,
        stages=ALWAYS,
    ),
    Rule(
        id="P03",
        severity="error",
        name="缺不足",
        meaning="年度报告必须写推进法治政府建设存在的不足和原因。",
        action="补写不足，并逐条写明原因。",
        source=_DUTY,
        level="条例",
        example="写完成效后直接写下年安排",
        passes="“三、存在的不足和原因”",
        check=_missing_shortcomings,
        stages=ALWAYS,
    ),
    Rule(
        id="P04",
        severity="error",
        name="缺下年安排",
        meaning="年度报告必须写下一年度推进法治政府建设的主要安排。",
        action="补写这一部分。",
        source=_DUTY,
        level="条例",
        example="写完不足就结束",
        passes="“四、2026年主要安排”，或者“下一步打算”",
        check=_missing_plans,
        stages=ALWAYS,
    ),
    Rule(
        id="P05",
        severity="warning",
        name="不足没有原因",
        meaning="规定要求写“存在的不足和原因”，只列不足是不完整的。",
        action="每条不足后面写一句原因。",
        source=_DUTY,
        level="条例",
        example="“二、存在的不足”下没有任何一句原因",
        passes="“上述问题的主要原因是编制紧缺、培训不够”",
        check=_no_causes,
        stages=ALWAYS,
    ),
    Rule(
        id="P06",
        severity="warning",
        name="履职内容未单列",
        meaning="第一责任人履职只在别的章节里带到，没有自成一部分。",
        action="单列成章，把散在各处的内容归拢。",
        source=_DUTY,
        level="条例",
        example="“区委、区政府主要负责人……亲自部署”写在成效第一条里",
        passes="“二、党政主要负责人履行第一责任人职责情况”单独一章",
        check=_embedded,
        stages=ALWAYS,
    ),
    Rule(
        id="P07",
        severity="info",
        name="两部分合写",
        meaning="两个部分合在一个标题下，或者一个部分没有标题、藏在别章末尾。",
        action="各部分单列标题，核对切分的位置。",
        source=_DUTY,
        level="实务",
        example="“三、存在不足和2025年工作打算”",
        passes="“三、存在的不足”“四、2025年工作打算”分开写",
        check=_merged,
        stages=ALWAYS,
    ),
    Rule(
        id="P08",
        severity="error",
        name="部分是空的",
        meaning="必须报告的部分只有一个标题，没有内容。",
        action="补写内容。",
        source=_DUTY,
        level="条例",
        example="“三、存在的不足和原因”下面接着就是“四、下年安排”",
        passes="标题下面有一段话或分节",
        check=_empty_parts,
    ),
    Rule(
        id="P09",
        severity="warning",
        name="编号重复或跳号",
        meaning="同一级标题的编号应当从一开始，依次递增。",
        action="按顺序改正编号。",
        source="GB/T 9704—2012《党政机关公文格式》",
        level="国标",
        example="（一）（二）（二）（四）；“一是……二是……四是……”“一是……二是……三是……二是……”",
        passes="每一部分的小标题从（一）重新编起",
        check=_numbering,
    ),
    Rule(
        id="P10",
        severity="warning",
        name="标题粘连",
        meaning="标题没有另起一行，或者两个标题连在了一起。",
        action="分成两段。",
        source="实务",
        level="实务",
        example="“……按期办结率100%。（二）加强执法监督。……”接在一段里",
        passes="“（二）加强执法监督。全年评查案卷50卷”，标题后接正文",
        check=_glued,
    ),
    Rule(
        id="P11",
        severity="warning",
        name="小标题下没有内容",
        meaning="小标题下面没有一句正文。",
        action="补写；没有这项工作的删去标题。",
        source="实务",
        level="实务",
        example="“（三）加强政务诚信建设”下面接着就是“（四）……”",
        passes="“1.开展培训。”自成一条",
        check=_empty_sections,
    ),
    Rule(
        id="P12",
        severity="error",
        name="像有两份报告",
        meaning="一个文件里有两个报告标题，后一个标题下章节又从“一”编起。",
        action="分成两个文件，只用要用的一份。",
        source="实务",
        level="实务",
        example="县政府的报告后面接着粘贴了市场监管局的报告",
        passes="网页末尾列出了往年报告的标题",
        check=_two_reports,
        stages=ALWAYS,
    ),
    Rule(
        id="P13",
        severity="warning",
        name="像是别的报告",
        meaning="没有法治政府建设报告的标题，全文也几乎不写这件事。",
        action="核对文件是否选错。",
        source="实务",
        level="实务",
        example="把政府信息公开工作年度报告当成了法治政府建设年度报告",
        passes="没有标题，但正文写的是法治政府建设",
        check=_other_kind,
        stages=ALWAYS,
    ),
)
