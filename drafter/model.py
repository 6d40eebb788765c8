"""The objects that travel from stage to stage: frozen, without logic.

`Source` (read) → `Passages` (structure) → `Report` (match, then facts) → `Draft` (roll)
→ files (render). For a finished report: `Manuscript` (read), `Comparison` (facts) → `Review`
(rules).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from msgspec import Struct

PARTS = ("achievements", "leadership", "shortcomings", "plans")
"""Keys of the four mandated parts, in the outline's order."""

Role = Literal[
    "noise", "title", "addressee", "preamble", "heading", "item", "body",
    "table", "closing", "signature", "date", "attachment",
]  # fmt: skip
PartStatus = Literal["present", "merged", "hidden", "embedded", "missing"]
StaleKind = Literal[
    "year", "meeting", "campaign", "plan_period", "law_revision", "ordinal", "other"
]
Severity = Literal["error", "warning", "info"]
Band = Literal["taken", "check", "none"]
NoteCategory = Literal["缺口", "核对", "承诺", "数据"]


# ---------------------------------------------------------------- read


class Source(Struct, frozen=True):
    r"""A report as lines of text, before anything is understood.

    Attributes:
        name: File name without folder, or `-` for standard input.
        format: `txt`, `docx`, `pdf` and the like; what was read, whatever the suffix.
        encoding: Encoding the bytes were read with, None where the format has none of its own.
        undecodable: How many characters could not be decoded (each stands as U+FFFD).
        lines: The text without line breaks. `\n`, `\r\n` and `\r` end a line, nothing else does;
            control and zero-width characters stay in it. A byte order mark is no character of
            the text.
        markers: The automatic numeral (自动编号) that Word shows before each line and that is no
            part of its text, '' without one; empty where the format numbers nothing by itself.
        prompts: Numbers of the lines that are prompts (上年提示) of a skeleton, counted from 1:
            drafter's words, not the report's.
        levels: The outline level (大纲级别) of each line, 1–9, 0 for body text; empty where the
            format has none. It tells a heading only where the text does not.
        has_points: Whether its full stops were typed as points (`.`) throughout.
    """

    name: str
    format: str
    encoding: str | None
    undecodable: int
    lines: tuple[str, ...]
    markers: tuple[str, ...] = ()
    prompts: frozenset[int] = frozenset()
    levels: tuple[int, ...] = ()
    has_points: bool = False


# ----------------------------------------------------------- structure


class Span(Struct, frozen=True):
    """A stretch of one line: line from 1, columns from 0 in code points, end exclusive."""

    line: int
    start: int
    end: int


class Passage(Struct, frozen=True):
    """A stretch of the report with one role.

    Attributes:
        id: Unique, ascending in reading order.
        text: Verbatim; where wrapped lines were joined, without the break.
        spans: Where `text` stands in the source; joined, the spans give `text`.
        role: What the passage is; `noise` is page furniture.
        level: 1–4 for headings, None otherwise.
        marker: The numeral or marker as written (`一、` `（一）` `1．` `一是`), None without
            one. An automatic one of Word stands only here, any other in `text` as well.
        part: Key of the part it belongs to, None outside the four parts.
        theme: Key of the canonical theme that a section heading matched.
    """

    id: int
    text: str
    spans: tuple[Span, ...]
    role: Role
    level: int | None = None
    marker: str | None = None
    part: str | None = None
    theme: str | None = None


class Frame(Struct, frozen=True):
    """The frame (文件要素) of a report, each None where the text is silent.

    Attributes:
        title: As printed, joined if split over lines.
        agency: The body that reports, in the fullest form the text prints; joint ones joined by 、.
        year: The year reported on (报告期), not that of publication.
        addressee: 主送机关 without the colon.
        signature: 署名.
        issued: 成文日期 as YYYY-MM-DD.
    """

    title: str | None = None
    agency: str | None = None
    year: int | None = None
    addressee: str | None = None
    signature: str | None = None
    issued: str | None = None


class Passages(Struct, frozen=True):
    """A report cut into passages: every non-blank character of the source exactly once."""

    source: Source
    passages: tuple[Passage, ...]
    frame: Frame


# --------------------------------------------------------------- match


class PartReading(Struct, frozen=True):
    """What became of one mandated part.

    Attributes:
        key: One of `PARTS`.
        status: `merged` under another part's heading, `hidden` in another chapter's closing
            paragraph, `embedded` in sentences or items of another part (`passages` says where).
        heading: Passage id of the heading that opens it, None where it has none of its own.
        passages: Ids in reading order; for `embedded` the passages that treat it.
        confidence: 0–1.
    """

    key: str
    status: PartStatus
    heading: int | None
    passages: tuple[int, ...]
    confidence: float


class ThemeScore(Struct, frozen=True):
    """A theme and how well a section fits it, 0–100."""

    theme: str
    score: float


class Section(Struct, frozen=True):
    """A section heading (or a chapter that is a theme) and the theme it was matched to.

    Attributes:
        part: Key of the part it stands in.
        heading: Passage id.
        theme: Best theme, None in band `none`.
        score: 0–100.
        alternatives: The three best, best first, the taken one included.
        band: `taken`, `check` (please look), `none`.
    """

    part: str | None
    heading: int
    theme: str | None
    score: float
    alternatives: tuple[ThemeScore, ...]
    band: Band


# --------------------------------------------------------------- facts


class Ref(Struct, frozen=True):
    """A stretch of a passage's text: code points, end exclusive."""

    passage: int
    start: int
    end: int


class Figure(Struct, frozen=True):
    """A statistic that has to be collected anew each year.

    Attributes:
        ref: From the approximator or first digit to the end of the unit.
        text: The words of `ref`.
        value: The number as printed with 万/亿 and an inner 余 (`3.4亿`, `2千余万`); a range is one
            value.
        value_start: Where `value` begins, in the passage.
        value_end: Where it ends, in the passage.
        unit: What follows it (`件`, `%`, `个百分点`), None where nothing does.
        number: Exact amount, None for a range.
        approx: 余 多 近 约 超 以上 …, None where exact.
        indicator: Shortest phrase that names what is counted; may be empty.
        key: Indicator of `schemas/indicators.yaml`, None where none fits.
    """

    ref: Ref
    text: str
    value: str
    value_start: int
    value_end: int
    unit: str | None
    number: Decimal | None
    approx: str | None
    indicator: str
    key: str | None = None

    @property
    def printed(self) -> str:
        """The number as printed, approximators included, without its unit: 近3万, 5600余."""
        start = self.ref.start
        before = self.text[: self.value_start - start]
        after = self.text[self.value_end - start :]
        if self.unit and self.unit in after:
            head, _, tail = after.rpartition(self.unit)
            after = head + tail
        return (before + self.value + after).strip()


class Commitment(Struct, frozen=True):
    """One promise (承诺) of 下年安排: an action with its own object.

    Attributes:
        id: C1, C2, …
        ref: Where it stands.
        text: Its words.
        themes: What it is about.
        concrete: Whether it names something that can be verified.
        year_bound: Whether it bears a year, a plan period or an event of that year.
        standing: Whether it says what is to be done in any year (加强队伍建设).
    """

    id: str
    ref: Ref
    text: str
    themes: tuple[str, ...]
    concrete: bool
    year_bound: bool
    standing: bool = False


class Shortcoming(Struct, frozen=True):
    """One deficiency (不足), the cause the text states for it, and the promises that answer it."""

    id: str
    ref: Ref
    text: str
    cause: str | None
    answered_by: tuple[str, ...]


IdentityKind = Literal["sum", "rate", "growth", "difference", "part", "flow", "shares"]


class Identity(Struct, frozen=True):
    """A relation between figures that the text itself bears.

    Attributes:
        kind: `part` (of a whole, and larger), `flow` (what came in and where it went) and `shares`
            (of one whole, which make 100 %) are not announced by the text; they stand here only
            where they fail, for `check` to tell.
        stated: As printed.
        computed: From the operands.
        operands: As printed.
        reading: Which other reading would make it hold, None if there is none.
        certain: Whether, where it fails, the words leave no other reading. A list may be left
            open, a rate may have another base: then it is worth a look and no error.
    """

    kind: IdentityKind
    ref: Ref
    stated: str
    computed: float
    holds: bool
    operands: tuple[str, ...]
    reading: str | None = None
    certain: bool = True

    @property
    def is_announced(self) -> bool:
        """Whether the text itself says that its figures belong together (其中, 同比, 率)."""
        return self.kind not in {"part", "flow", "shares"}


class Stale(Struct, frozen=True):
    """A year number or an expression bound to its year or period (时效性表述).

    Attributes:
        phrase: Id in `schemas/phrases.yaml`; `year` for a bare year number.
        advice: What to do for the next year's report, in Chinese.
        source: Where the knowledge comes from, None if there is none to name.
        verified: False where the knowledge is still unconfirmed (待核实).
        has_lapsed: Whether its validity is known and does not reach the year asked for.
    """

    ref: Ref
    text: str
    kind: StaleKind
    phrase: str
    advice: str
    source: str | None
    verified: bool
    has_lapsed: bool = False


class Finding(Struct, frozen=True):
    """Something doubtful or missing that only a person can decide.

    Attributes:
        rule: Id of the rule (`P01`).
        message: One Chinese sentence: what, and what to do.
        quote: The words in question, verbatim; may be empty.
        place: Heading path for people, may be empty.
        theme: Key of the theme it is about, None for other matters.
        action: What to do, as the rule says it.
        line: Number of the source line it is about, from 1; None where it is about the whole file.
    """

    rule: str
    severity: Severity
    message: str
    quote: str = ""
    place: str = ""
    part: str | None = None
    passage: int | None = None
    theme: str | None = None
    action: str = ""
    line: int | None = None


class Report(Struct, frozen=True):
    """A report as understood: what `drafter parse` prints."""

    source: Source
    frame: Frame
    passages: tuple[Passage, ...]
    parts: tuple[PartReading, ...]
    sections: tuple[Section, ...]
    figures: tuple[Figure, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    shortcomings: tuple[Shortcoming, ...] = ()
    identities: tuple[Identity, ...] = ()
    stale: tuple[Stale, ...] = ()
    findings: tuple[Finding, ...] = ()


# ---------------------------------------------------------------- roll


class Text(Struct, frozen=True):
    """Words of a paragraph; `carried` ones come from last year's report (沿用文字)."""

    text: str
    carried: bool = False


class Field(Struct, frozen=True):
    """A blank to fill: a content control in Word.

    Attributes:
        tag: Stable and unique within the draft.
        title: What belongs here, for the control's caption.
        placeholder: What is shown while it is empty, brackets included
            (`〔审查规范性文件，上年29〕`).
        figure: Last year's figure behind it, None for a blank of another kind.
        instead: What is shown in place of that figure's value, where the blank does not ask for the
            next one (较2023年的520件 will ask for last year's); '' for all others.
    """

    tag: str
    title: str
    placeholder: str
    figure: Figure | None = None
    instead: str = ""


Inline = Text | Field


class NoteItem(Struct, frozen=True):
    """One remark inside a comment: which rule, why, its source, what to do."""

    rule: str
    reason: str
    action: str
    source: str | None = None
    verified: bool = True


class Note(Struct, frozen=True):
    """A Word comment: all remarks of one category on one paragraph."""

    category: NoteCategory
    items: tuple[NoteItem, ...]


class DraftParagraph(Struct, frozen=True):
    """One paragraph of the skeleton.

    Attributes:
        kind: `heading`; `carried` last year's words with blanks; `prompt` a quotation of last year
            (style 上年提示); `blank` something to write; `fixed` words of the frame.
        level: 1–4 for headings.
        inlines: In order; never empty.
        notes: At most one per category.
        origin: Ids of last year's passages behind it, may be empty.
        is_row: Whether it is a row of a table (表格行): its texts have `|` between the cells. Rows
            that follow each other are one table.
    """

    kind: Literal["heading", "carried", "prompt", "blank", "fixed"]
    inlines: tuple[Inline, ...]
    notes: tuple[Note, ...] = ()
    level: int | None = None
    origin: tuple[int, ...] = ()
    is_row: bool = False


class DraftSection(Struct, frozen=True):
    """A section of a chapter; `heading` is None for text right under the chapter heading."""

    heading: DraftParagraph | None
    theme: str | None
    paragraphs: tuple[DraftParagraph, ...]


class DraftChapter(Struct, frozen=True):
    """A chapter: one of the four parts, or a closing chapter of last year's own (`part` None)."""

    part: str | None
    heading: DraftParagraph
    sections: tuple[DraftSection, ...]


class FigureSeries(Struct, frozen=True):
    """A figure of last year and what the reports of the years before say of the same indicator.

    Attributes:
        figure: Of the base report.
        earlier: (year, value as printed, approximator included), newest first; not empty.
    """

    figure: Figure
    earlier: tuple[tuple[int, str], ...]


class Recurrence(Struct, frozen=True):
    """A shortcoming or a promise of last year that reports of the years before had as well.

    Attributes:
        id: Of the `Shortcoming` or `Commitment` of the base report.
        earlier: (year, its words then), newest first; not empty.
    """

    id: str
    earlier: tuple[tuple[int, str], ...]


class Draft(Struct, frozen=True):
    """Next year's report as a skeleton: what `render` makes a Word file of.

    Attributes:
        year: The year it will report on.
        title: Paragraphs of the title, at least one.
        preamble: May be empty.
        attachments: 附件说明, may be empty.
        date: The blank 成文日期.
        remarks: 附注 (联系人, 此件公开发布), may be empty.
        imprint: 版记 (抄送, 印发), may be empty.
        report: Last year's report, as understood.
        gaps: What the draft lacks, for the terminal.
        series: Figures that the reports of several years have, in the order of the base report.
        recurrences: What was confessed or promised before as well.
        profile: What kind of body reports, a key of `profiles.yaml`; None where it is not known.
    """

    year: int
    report: Report
    title: tuple[DraftParagraph, ...]
    addressee: DraftParagraph | None
    preamble: tuple[DraftParagraph, ...]
    chapters: tuple[DraftChapter, ...]
    closing: tuple[DraftParagraph, ...]
    attachments: tuple[DraftParagraph, ...]
    signature: tuple[DraftParagraph, ...]
    date: DraftParagraph
    remarks: tuple[DraftParagraph, ...] = ()
    imprint: tuple[DraftParagraph, ...] = ()
    gaps: tuple[Finding, ...] = ()
    series: tuple[FigureSeries, ...] = ()
    recurrences: tuple[Recurrence, ...] = ()
    profile: str | None = None


# -------------------------------------------------------------- review


class Look(Struct, frozen=True):
    """How a paragraph of a Word file looks (段落格式), and what drafter left in it.

    Attributes:
        line: Number of the source line it makes, from 1; all cells of a row of a table have one.
        ordinal: Its place among all `w:p` of the main document, from 0.
        style: Name of its style (`heading 1`, `上年提示`), '' for none.
        font: East Asian font of most of its characters, None where nothing says one.
        size_pt: Size of most of its characters, None where nothing says one.
        is_prompt: Whether it quotes last year and asks (上年提示).
        blanks: Words of the blanks that are still to be filled, in order (`〔待填〕`); an emptied
            control has ''.
        carried: Stretches of the line's text that still bear the style 沿用文字.
        outline: Its level in Word's navigation pane (大纲级别), 1–9; None for body text.
    """

    line: int
    ordinal: int
    style: str
    font: str | None
    size_pt: float | None
    is_prompt: bool
    blanks: tuple[str, ...]
    carried: tuple[tuple[int, int], ...]
    outline: int | None = None


class Annotation(Struct, frozen=True):
    """A comment (批注) in a Word file.

    Attributes:
        line: Source line that it is anchored in, None if in none.
        is_own: Whether drafter wrote it.
    """

    author: str
    text: str
    line: int | None
    is_own: bool


RevisionKind = Literal["insertion", "deletion", "move", "format"]
REVISION_KINDS: Mapping[str, RevisionKind] = {
    "ins": "insertion", "cellIns": "insertion", "del": "deletion", "cellDel": "deletion",
    "moveFrom": "move", "moveTo": "move", "rPrChange": "format", "pPrChange": "format",
    "sectPrChange": "format", "tblPrChange": "format", "tblPrExChange": "format",
    "tblGridChange": "format", "trPrChange": "format", "tcPrChange": "format",
    "numberingChange": "format", "cellMerge": "format",
}  # fmt: skip
"""Element of WordprocessingML (ISO/IEC 29500-1, 17.13.5) → what it tracks."""


class Revision(Struct, frozen=True):
    """A tracked change (修订) in a Word file; `text` is what it adds or takes away."""

    kind: RevisionKind
    author: str
    text: str
    line: int | None


class PageSetup(Struct, frozen=True):
    """Paper and margins of a section (页面设置), in millimetres."""

    width_mm: float
    height_mm: float
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float


class Manuscript(Struct, frozen=True):
    """A Word file beyond its text (文稿): what rules on form and on remains look at.

    Attributes:
        looks: One for each paragraph with text, in the order of the lines.
        pages: One a section, in order; a section that says nothing has none.
        has_page_numbers: Whether any footer or header counts pages.
        properties: Name and value of what tells of people and of editing (作者, 最后修改者, …).
        margins: Paragraphs of headers and footers and words of watermarks, each once.
    """

    looks: tuple[Look, ...]
    comments: tuple[Annotation, ...]
    revisions: tuple[Revision, ...]
    pages: tuple[PageSetup, ...]
    has_page_numbers: bool
    properties: tuple[tuple[str, str], ...]
    margins: tuple[str, ...] = ()


class FigurePair(Struct, frozen=True):
    """The same fact in two reports; one side is None where only the other has it.

    Attributes:
        change: Newer value minus older one; None where one is missing, a range, or in another unit.
        percent: The change in percent of the older value; None for rates, and where there is none.
    """

    last: Figure | None
    now: Figure | None
    change: Decimal | None = None
    percent: Decimal | None = None


class YearOnYear(Struct, frozen=True):
    """What the newer report says of the year before, against what was printed then (同比).

    Attributes:
        now: The newer report's figure.
        last: The older report's figure of the same fact.
        stated: The change, or the value of last year, that the newer report tells.
        computed: What it should be by the two; a fall is negative.
    """

    now: Figure
    last: Figure
    stated: Figure
    computed: Decimal


class SectionPair(Struct, frozen=True):
    """Sections of two reports on one matter; one side is None where only the other has it."""

    last: Section | None
    now: Section | None


class Reply(Struct, frozen=True):
    """What became of a promise, or of a shortcoming, in the next report.

    Attributes:
        matter: From last year's report.
        answer: The sentence of this year's report that answers it, None where none was found.
        score: 0–100, how sure that is; 0 without an answer.
        repeated: The shortcoming or promise of this year that says the same again, None if none.
        likeness: 0–100, how alike the two are in wording; 0 without one.
        shortfall: How far the answer stays behind the number promised, "" where it does not.
    """

    matter: Commitment | Shortcoming
    answer: Ref | None
    score: float
    repeated: Commitment | Shortcoming | None = None
    likeness: float = 0
    shortfall: str = ""


class Repetition(Struct, frozen=True):
    """A paragraph that is nearly last year's: passage ids, and how alike they are, 0–100."""

    last: int
    now: int
    likeness: float


class Comparison(Struct, frozen=True):
    """Two reports side by side (两年对照).

    Attributes:
        last: The older one.
        now: The newer one.
        figures: Pairs in the order of the newer report, then what only the older one has.
        sections: In the order of the newer report, then what only the older one has.
        promises: One for each commitment of the older report, and one for the number that it is to
            reach.
        shortcomings: One for each shortcoming of the older report.
        repetitions: In the order of the newer report.
        share: 0–1, how much of the newer report's text stands word for word in the older one.
        misfits: What the newer report says of last year and the older one does not bear.
    """

    last: Report
    now: Report
    figures: tuple[FigurePair, ...]
    sections: tuple[SectionPair, ...]
    promises: tuple[Reply, ...]
    shortcomings: tuple[Reply, ...]
    repetitions: tuple[Repetition, ...]
    share: float
    misfits: tuple[YearOnYear, ...] = ()


class Excused(Struct, frozen=True):
    """A finding that the ignore file excuses, and why."""

    finding: Finding
    reason: str


class Review(Struct, frozen=True):
    """What all rules say of a finished report.

    Attributes:
        report: The report that was checked.
        findings: Most serious first, then in reading order.
        excused: What the ignore file takes out.
        unused: What the ignore file names and nothing matched, in its own words.
        comparison: With last year's report, None where none was given.
    """

    report: Report
    findings: tuple[Finding, ...]
    excused: tuple[Excused, ...] = ()
    unused: tuple[str, ...] = ()
    comparison: Comparison | None = None
