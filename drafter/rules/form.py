"""Rules on the page of a Word file (版式): paper, fonts, heading styles, page numbers.

They count and tell a matter once: a file pasted together from six has it in every paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from drafter.model import Finding, Look, PageSetup, Passage
from drafter.rules.registry import Context, Rule
from drafter.zh.numbering import CHAPTER, PART, SECTION, mark_at

_FORM = "GB/T 9704—2012《党政机关公文格式》"
_HABIT = "本单位另有规定的，请写入豁免清单"
_TOLERANCE_MM = 1
_PAPER_MM = (210, 297)
_MARGINS_MM = (37, 35, 28, 26)
"""Top, bottom, left, right."""
_QUOTED = 40
_SHOWN = 15


# --------------------------------------------------------------------------- page


def _page(context: Context) -> Iterator[Finding]:
    pages = context.manuscript.pages if context.manuscript else ()
    told: set[str] = set()
    for page in pages:
        what = _wrong_page(page)
        if what and what not in told:
            told.add(what)
            yield Finding(
                "W01", "warning",
                f"{what}；公文用 A4 纸，上、下、左、右边距为37、35、28、26毫米，"
                f"请在页面设置里改正，{_HABIT}。",
            )  # fmt: skip


def _wrong_page(page: PageSetup) -> str:
    """What is wrong with a section, '' if nothing; one that lies on its side has other margins."""
    paper = (page.width_mm, page.height_mm)
    is_upright = page.width_mm <= page.height_mm
    margins = (page.top_mm, page.bottom_mm, page.left_mm, page.right_mm)
    wrong = []
    if not _agree(tuple(sorted(paper)), _PAPER_MM):
        wrong.append(f"纸张是{paper[0]:.0f}×{paper[1]:.0f}毫米")
    if is_upright and not _agree(margins, _MARGINS_MM):
        wrong.append("上、下、左、右边距是" + "、".join(f"{m:.1f}" for m in margins) + "毫米")
    return "，".join(wrong)


def _agree(found: tuple[float, ...], wanted: tuple[float, ...]) -> bool:
    return all(abs(a - b) <= _TOLERANCE_MM for a, b in zip(found, wanted, strict=True))


# -------------------------------------------------------------------------- fonts


class _Kind(Struct, frozen=True):
    """Paragraphs that share a font.

    Attributes:
        name: What they are.
        font: The font wanted.
        words: The list of names it goes by.
        size: The size wanted, as it is called.
        sizes_pt: Smallest and largest size that offices set for it; beyond is a slip.
    """

    name: str
    font: str
    words: str
    size: str
    sizes_pt: tuple[float, float]


_TITLE = _Kind("标题", "小标宋", "title_fonts", "2号（22磅）", (18, 26))
_BODY = _Kind("正文", "仿宋", "body_fonts", "3号（16磅）", (15, 18))
_FIRST = _Kind("一级标题", "黑体", "heading1_fonts", "3号（16磅）", (15, 18))
_SECOND = _Kind("二级标题", "楷体", "heading2_fonts", "3号（16磅）", (15, 18))
_BY_LEVEL = {1: _FIRST, 2: _SECOND}
_BY_NUMERAL = {PART: _FIRST, CHAPTER: _FIRST, SECTION: _SECOND}
"""The standard ties the font to the numeral: 1. is set like the body, on whatever level it is."""
_NAVIGABLE = 2
"""Levels that belong in the navigation pane."""
_TEXT = ("preamble", "item", "body")


def _fonts(context: Context) -> Iterator[Finding]:
    """Wrong fonts, and sizes that no office sets on purpose: what was pasted from elsewhere."""
    wrong: dict[tuple[_Kind, bool, bool], list[tuple[Look, str]]] = {}
    for look, passages in _paragraphs(context):
        kind = _kind_of(passages)
        if kind:
            has_font = not look.font or _is_among(look.font, context.knowledge.words[kind.words])
            has_size = not look.size_pt or kind.sizes_pt[0] <= look.size_pt <= kind.sizes_pt[1]
            row = (look, passages[0].text.strip())
            wrong.setdefault((kind, has_font, has_size), []).append(row)
    for (kind, has_font, has_size), found in wrong.items():
        if has_font and has_size:
            continue
        look, words = found[0]
        wanted = ("" if has_size else kind.size) + ("" if has_font else kind.font)
        own = ("" if has_size else f"{look.size_pt:g}磅") + ("" if has_font else f"{look.font}")
        yield Finding(
            "W02", "warning",
            f"{kind.name}有{len(found)}段不是{wanted}（如“{words[:_SHOWN]}”用的是{own}），"
            f"请统一为{wanted}，{_HABIT}。",
            words[:_QUOTED], line=look.line,
        )  # fmt: skip


def _paragraphs(context: Context) -> Iterator[tuple[Look, list[Passage]]]:
    """The paragraphs of the file with what stands in them, prompts left out."""
    by_line: dict[int, list[Passage]] = {}
    for passage in context.report.passages:
        for line in dict.fromkeys(span.line for span in passage.spans):
            by_line.setdefault(line, []).append(passage)
    for look in context.manuscript.looks if context.manuscript else ():
        if look.line in by_line and not look.is_prompt:
            yield look, by_line[look.line]


def _kind_of(passages: list[Passage]) -> _Kind | None:
    """What a paragraph is by its font; a heading that its text runs on behind is body."""
    roles = {passage.role for passage in passages}
    if roles == {"title"}:
        return _TITLE
    if roles == {"heading"}:
        return _kind_of_heading(passages[0])
    return _BODY if roles & set(_TEXT) and roles <= {"heading", *_TEXT} else None


def _kind_of_heading(heading: Passage) -> _Kind | None:
    mark = mark_at(heading.marker or heading.text)
    return _BY_LEVEL.get(heading.level or 0) if mark is None else _BY_NUMERAL.get(mark.style)


def _is_among(font: str, names: tuple[str, ...]) -> bool:
    return any(name.casefold() in font.casefold() for name in names)


# ----------------------------------------------------------------- heading styles


def _heading_styles(context: Context) -> Iterator[Finding]:
    names = tuple(name.casefold() for name in context.knowledge.words["heading_styles"])
    plain = [
        (look, passages[0].text.strip())
        for look, passages in _paragraphs(context)
        if 1 <= _level_of(passages) <= _NAVIGABLE
        and look.outline is None
        and not look.style.casefold().startswith(names)
    ]
    if plain:
        look, words = plain[0]
        yield Finding(
            "W03", "info",
            f"有{len(plain)}个标题没有用标题样式（如“{words[:_SHOWN]}”），导航窗格里看不到，"
            "请套用“标题 1”“标题 2”等样式。",
            words[:_QUOTED], line=look.line,
        )  # fmt: skip


def _level_of(passages: list[Passage]) -> int:
    """Level of a heading that has its paragraph to itself, 0 of anything else."""
    is_alone = all(passage.role == "heading" for passage in passages)
    return (passages[0].level or 0) if is_alone else 0


# ------------------------------------------------------------------- page numbers


def _page_numbers(context: Context) -> Iterator[Finding]:
    if context.manuscript is not None and not context.manuscript.has_page_numbers:
        yield Finding(
            "W04", "warning",
            "页脚里没有页码，请插入页码（4号半角宋体，两侧各一条一字线，单页居右、双页居左）。",
        )  # fmt: skip


RULES: tuple[Rule, ...] = (
    Rule(
        id="W01",
        severity="warning",
        name="纸张或页边距不合规",
        meaning="公文用 A4 纸，天头37毫米、订口28毫米，版心156×225毫米；相差1毫米以内不提示。",
        action="在页面设置里改正；本单位另有规定的，写入豁免清单。",
        source=_FORM,
        level="国标",
        example="上、下边距都是25.4毫米（Word 的默认值）",
        passes="上37、下35、左28、右26毫米",
        check=_page,
    ),
    Rule(
        id="W02",
        severity="warning",
        name="字体字号不合规",
        meaning=(
            "标题用2号小标宋，正文用3号仿宋，一级标题用3号黑体，二级标题用3号楷体；"
            "同一字体的各种字库都认，字号差得不多的不提示。"
        ),
        action="改用规定的字体字号，最好改样式而不是逐段改。",
        source=_FORM,
        level="国标",
        example="从网页粘贴来的几段正文是宋体；正文是小四号",
        passes="正文是仿宋_GB2312、华文仿宋或方正仿宋_GBK；正文是16磅或15.75磅",
        check=_fonts,
    ),
    Rule(
        id="W03",
        severity="info",
        name="标题没有用标题样式",
        meaning="没有标题样式的标题不进导航窗格，也不能生成目录。",
        action="选中标题，套用“标题 1”“标题 2”样式。",
        source="Word、WPS 排版的通行做法",
        level="实务",
        example="“一、主要举措和成效”只是加了黑体的正文",
        passes="“一、主要举措和成效”用的是“标题 1”样式",
        check=_heading_styles,
    ),
    Rule(
        id="W04",
        severity="warning",
        name="没有页码",
        meaning="公文每页都编页码。",
        action="在页脚插入页码。",
        source=_FORM,
        level="国标",
        example="页脚是空的",
        passes="页脚里有“— 1 —”式的页码域",
        check=_page_numbers,
    ),
)
