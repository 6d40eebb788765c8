"""The page of all rules, made from the rules themselves, so that it cannot lag behind."""

from __future__ import annotations

from itertools import groupby

from drafter.rules.catalogue import RULES
from drafter.rules.registry import Rule

_SEVERITIES = {"error": "错误", "warning": "警告", "info": "提示"}
_FAMILIES = {
    "P": "结构", "T": "主题", "S": "时效和雷同", "C": "对照", "F": "数据", "R": "承诺和不足",
    "M": "遗留的标记", "W": "版式和文字", "L": "篇幅", "D": "时间", "X": "公开前审查",
    "K": "一次性做法", "B": "待写", "G": "公文要素",
}  # fmt: skip
_HEAD = """# 规则一览

`drafter check` 检查定稿时用的规则，和初稿批注里的规则号。
每一条都可以用 `drafter explain 规则号` 查看。
“程度”里，错误一般必须改，警告应当核对，提示供参考；个别结果会按把握大小调高或调低一级。
依据后面的括号里是它的分量：条例、国标、考核要求、实务，“待核”是还没有核实到出处的。
规则只看文字：写的事是不是真的、数和台账对不对得上、图片里的字写了什么，都查不了，仍要人来核对。
"""


def rules_page() -> str:
    """The text of `docs/rules.md`."""
    rows = sorted(RULES, key=lambda rule: list(_FAMILIES).index(rule.id[0]))
    blocks = [_HEAD]
    for letter, rules in groupby(rows, key=lambda rule: rule.id[0]):
        blocks.append(f"## {_FAMILIES[letter]}\n")
        blocks.append("| 规则 | 程度 | 查什么 | 依据 | 会报的例子 | 不报的例子 |")
        blocks.append("| --- | --- | --- | --- | --- | --- |")
        blocks += [_row(rule) for rule in rules]
        blocks.append("")
    return "\n".join(blocks)


def _row(rule: Rule) -> str:
    where = "" if rule.check else "（只用于初稿的批注）"
    cells = (
        f"{rule.id} {rule.name}", _SEVERITIES[rule.severity], f"{rule.meaning}{where}",
        rule.ground, rule.example, rule.passes,
    )  # fmt: skip
    return f"| {' | '.join(cell.replace('|', '｜') for cell in cells)} |"
