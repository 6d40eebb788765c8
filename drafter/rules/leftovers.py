"""Rules on what drafter and other people left in a file (遗留): blanks, prompts, comments."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import zip_longest

from msgspec import Struct

from drafter.model import Finding, Revision
from drafter.rules.registry import ALWAYS, Context, Rule
from drafter.zh.placeholders import find_placeholders, is_placeholder
from drafter.zh.prompts import (
    answer_span,
    find_answer,
    find_mended,
    is_labelled,
    says_something,
)

_FINALIZE = "drafter finalize"
_QUOTED = 40
_SHOWN = 20
_TOLD = 3
"""Blanks of a paragraph that are told by their words."""
_NOBODY = "未署名者"
_PRACTICE = "定稿前的清稿要求"


def _short(words: str, length: int = _SHOWN) -> str:
    return words if len(words) <= length else f"{words[:length]}……"


# ------------------------------------------------------------------------- blanks


def _blanks(context: Context) -> Iterator[Finding]:
    """One finding a paragraph: sixty of them are read, one for each blank is not."""
    asked = {prompt.line for prompt in _prompts_of(context)}  # theirs are told with the prompt
    blanks: dict[int, list[str]] = {}
    for line, words in dict.fromkeys(_all_blanks(context)):
        if line not in asked:
            blanks.setdefault(line, []).append(words)
    for line, found in blanks.items():
        named = [words for words in found if words]
        shown = "、".join(f"“{_short(words)}”" for words in named[:_TOLD])
        more = f"等{len(found)}处" if len(found) > len(named[:_TOLD]) and named else ""
        what = f"空格{shown}{more}还没有填" if named else "这里有填空被清空了"
        yield Finding(
            "M01", "error", f"{what}，请填写，不需要的请连同句子删去。",
            named[0] if named else "", line=line,
        )  # fmt: skip


def _all_blanks(context: Context) -> Iterator[tuple[int, str]]:
    """(line, words), of a Word file by its content controls as well."""
    if context.manuscript is not None:
        yield from (
            (look.line, words) for look in context.manuscript.looks for words in look.blanks
        )
        return
    buttons = frozenset(context.knowledge.words["page_controls"])
    for passage in context.report.passages:  # a blank date is no date, and so taken for noise
        for start, end in find_placeholders(passage.text) if passage.spans else ():
            if passage.text[start + 1 : end - 1] not in buttons:
                yield passage.spans[0].line, passage.text[start:end]


# ------------------------------------------------------------------------ prompts


class _Prompt(Struct, frozen=True):
    """A prompt as it stands; `has_blank` where a blank in it is still to be filled."""

    line: int
    text: str
    has_blank: bool

    def answer(self) -> str | None:
        """Its answer, may be empty; None where nobody knows which words are the answer."""
        start = find_answer(self.text)
        if start is None:
            return None
        first, end = answer_span(self.text, start)
        return self.text[first:end]


def _prompts_of(context: Context) -> list[_Prompt]:
    """By style in a Word file, by their words in a text."""
    lines = context.report.source.lines
    if context.manuscript is not None:
        looks = [look for look in context.manuscript.looks if look.is_prompt]
        found = [_Prompt(look.line, lines[look.line - 1], bool(look.blanks)) for look in looks]
    else:
        found = [
            _Prompt(number, text, any(True for _ in find_placeholders(text)))
            for number, text in enumerate(lines, start=1)
            if is_labelled(text) and find_answer(text) is not None
        ]
    return [prompt for prompt in found if prompt.text.strip()]


def _prompts(context: Context) -> Iterator[Finding]:
    prompts = _prompts_of(context)
    bare = frozenset(context.knowledge.words["bare_answers"])
    headings = [p for p in context.report.passages if p.role == "heading"]
    mended = find_mended([prompt.text for prompt in prompts])
    for i, (prompt, after) in enumerate(zip_longest(prompts, prompts[1:])):
        words = prompt.text.strip()
        if i in mended and _is_untouched(prompt):
            continue
        # A prompt is no passage of the report: its place is the heading above it.
        under = bisect_left(headings, prompt.line, key=lambda p: p.spans[0].line)
        above = headings[under - 1].id if under else None
        if _is_answered(prompt, bare) or _goes_on(prompt, after):
            yield Finding(
                "M02", "warning",
                f"“{_short(words)}”的答复写在提示里；{_FINALIZE} 会把它移入正文，"
                "不用它定稿的，请自行移入正文并删去提示。",
                words[:_QUOTED], passage=above, line=prompt.line,
            )  # fmt: skip
        else:
            yield Finding(
                "M02", "error", f"“{_short(words)}”还没有答复，请答复，不需要的请删去这一段。",
                words[:_QUOTED], passage=above, line=prompt.line,
            )  # fmt: skip


def _is_answered(prompt: _Prompt, bare: frozenset[str]) -> bool:
    answer = prompt.answer()
    return not prompt.has_blank and answer is not None and says_something(answer, bare)


def _is_untouched(prompt: _Prompt) -> bool:
    """Whether nobody has typed a word behind the question."""
    answer = prompt.answer() or ""
    return not answer or is_placeholder(answer)


def _goes_on(prompt: _Prompt, after: _Prompt | None) -> bool:
    """Whether the answer stands in the next paragraph, typed after Enter."""
    follows = after is not None and after.line == prompt.line + 1 and find_answer(after.text) == 0
    return follows and not prompt.has_blank and prompt.answer() == ""


# ----------------------------------------------------------------------- comments


def _comments(context: Context) -> Iterator[Finding]:
    comments = context.manuscript.comments if context.manuscript else ()
    own = [comment for comment in comments if comment.is_own]
    if own:
        yield Finding(
            "M03", "warning",
            f"还有{len(own)}条本工具写的批注，逐条看过以后用 {_FINALIZE} 清除，"
            "或者在“审阅”中删除。",
            own[0].text[:_QUOTED], line=own[0].line,
        )  # fmt: skip
    for comment in comments:
        if not comment.is_own:
            author, words = comment.author.strip() or _NOBODY, comment.text.strip()
            said = f"“{_short(words, _QUOTED)}”" if words else "（没有文字）"
            yield Finding(
                "M03", "warning",
                f"{author}的批注还在：{said}，请处理后删除。", words, line=comment.line,
            )  # fmt: skip


# ---------------------------------------------------------------------- revisions


_CHANGED = {"insertion": "插入", "deletion": "删除", "move": "移动", "format": "改格式"}


def _revisions(context: Context) -> Iterator[Finding]:
    by_author: dict[str, list[Revision]] = {}
    for revision in context.manuscript.revisions if context.manuscript else ():
        by_author.setdefault(revision.author, []).append(revision)
    for author, revisions in by_author.items():
        first = next((revision for revision in revisions if revision.text), revisions[0])
        what = f"{_CHANGED[first.kind]}“{_short(first.text)}”" if first.text else (
            _CHANGED[first.kind]
        )  # fmt: skip
        yield Finding(
            "M04", "error",
            f"{author.strip() or _NOBODY}的{len(revisions)}处修订还没有处理（如{what}），"
            "公开后旧文字也看得到，请在“审阅”中逐处接受或拒绝。",
            first.text[:_QUOTED], line=first.line,
        )  # fmt: skip


RULES: tuple[Rule, ...] = (
    Rule(
        id="M01",
        severity="error",
        name="空格没有填",
        meaning="〔…〕是待填的空格，被清空的填空也是；发文字号里的〔2025〕不是。",
        action="填写内容，不需要的连同句子删去。",
        source=_PRACTICE,
        level="实务",
        example="“全年审查行政规范性文件〔审查行政规范性文件，上年29〕件”",
        passes="“按照×政发〔2025〕3号文件要求”",
        check=_blanks,
        stages=ALWAYS,
    ),
    Rule(
        id="M02",
        severity="error",
        name="上年提示没有清理",
        meaning=(
            "上年提示引述上年的承诺、不足和做法，只供写稿时对照；没有答复的是错误，"
            "已经答复的只作提醒。"
        ),
        action="写出答复，用 drafter finalize 移入正文；不需要的删去。",
        source=_PRACTICE,
        level="实务",
        example="“上年承诺：建成基层法律服务站。本年落实：〔待填〕”",
        passes="“上年承诺建成的基层法律服务站已经全部投入使用”",
        check=_prompts,
    ),
    Rule(
        id="M03",
        severity="warning",
        name="批注没有清理",
        meaning="批注随文件公开，会暴露起草和审核过程。",
        action="处理后删除批注。",
        source=_PRACTICE,
        level="实务",
        example="文件里有一条批注“这个数字再核一下”",
        passes="文件里没有批注",
        check=_comments,
    ),
    Rule(
        id="M04",
        severity="error",
        name="修订没有处理",
        meaning="修订状态的文件里，删去的旧文字和修改者的姓名都还看得到。",
        action="逐处接受或拒绝修订，并关闭修订状态。",
        source=_PRACTICE,
        level="实务",
        example="“培训执法人员”后面有一处插入的修订“326人次”",
        passes="修订已经全部接受，文字里没有修订记录",
        check=_revisions,
    ),
)
