"""The rule on what the properties of a Word file (文件属性) tell of people."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model import Finding
from drafter.rules.registry import Context, Rule


def _told(context: Context) -> Iterator[Finding]:
    """One finding for all; the names that programs give to everybody tell of nobody."""
    properties = context.manuscript.properties if context.manuscript else ()
    nameless = {word.casefold() for word in context.knowledge.words["nameless_authors"]}
    told = [(name, value) for name, value in properties if value.casefold() not in nameless]
    if told:
        shown = "、".join(f"{name}“{value}”" for name, value in told)
        yield Finding(
            "X04", "warning",
            f"文件属性里有{shown}，公开前请用 drafter finalize 清除，"
            "或者在“文件—信息—检查文档”中删除。",
            told[0][1],
        )  # fmt: skip


RULES: tuple[Rule, ...] = (
    Rule(
        id="X04",
        severity="warning",
        name="文件属性带有个人信息",
        meaning="Word 文件的属性里记着作者、最后修改者、单位和修订次数，下载的人都能看到。",
        action="用 drafter finalize 清除，或者在“文件—信息—检查文档”中删除。",
        source="《个人信息保护法》关于公开个人信息的规定；政府信息公开前审查的通行做法",
        level="实务",
        example="作者“张三”、最后修改者“李四”",
        passes="作者为空，或者只有软件的默认名字“Administrator”",
        check=_told,
    ),
)
