"""What became of a draft on its way to the clean file (定稿)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from drafter.model import Review
from drafter.render.characters import printable
from drafter.reporter import Paint, shortened
from drafter.reporter.review import excused_lines

if TYPE_CHECKING:  # importing it takes lxml along
    from drafter.render.leftovers import FinalResult, Leftover

_WIDTH = 76
_OUTSIDE = "正文开头或页眉页脚"
_KINDS = {"insertion": "插入", "deletion": "删除", "move": "移动", "format": "改格式"}
_LISTS = (
    ("blanks", "还没有填的空格", "填好，用不着的连同句子删去"),
    ("prompts", "还没有答复的提示", "把答复写成完整的句子，用不着的整段删去"),
    ("revisions", "别人的修订", "逐条接受或拒绝，或者加 --accept-changes 全部接受"),
    ("comments", "别人的批注", "处理后删去，或者加 --drop-comments 全部删去"),
)


def finalization_text(result: FinalResult, review: Review, target: str, paint: Paint) -> str:
    """The file that was written and what moved into it, or everything that is in its way.

    Args:
        result: What became of the file; without data it was not written.
        review: Its errors, which nothing excuses, are in the way; warnings are counted.
        target: Where the file is or would be.
        paint: Colours, or `plain`.
    """
    if result.data is None:
        lines = list(_refusal(result, review, paint))
    else:
        lines = [f"已写出 {target}，可以上报或公开。"]
        if result.answers:
            lines.append(f"写在提示里的答复移进了正文（{len(result.answers)} 段），请通读一遍：")
            lines += [f"  {shortened(answer, _WIDTH)}" for answer in result.answers]
        if result.left_out:
            lines.append(f"定稿里去掉了（{len(result.left_out)} 处）：")
            lines += [f"  {row.what}：{shortened(row.words, _WIDTH)}" for row in result.left_out]
        if result.dangling:
            lines.append(f"公开稿里没有附件，正文还提到（{len(result.dangling)} 处），请改写：")
            lines += _rows(result.dangling)
        if result.solved:
            lines.append(
                f"说不足已经解决的，还写在“不足”里（{len(result.solved)} 处），请移到成效里去："
            )
            lines += _rows(result.solved)
        if warned := sum(finding.severity == "warning" for finding in review.findings):
            lines.append(f"另有 {warned} 处警告，不影响定稿；请用 drafter check 逐处看一遍。")
    lines += excused_lines(review)
    return "\n".join(lines).rstrip("\n") + "\n"


def _refusal(result: FinalResult, review: Review, paint: Paint) -> Iterator[str]:
    yield paint("还不能定稿，没有写出文件。", "red")
    yield ""
    for name, title, action in _LISTS:
        rows: Sequence[Leftover] = getattr(result, name)
        if rows:
            yield f"{paint(f'{title}（{len(rows)}）', 'bold')}：{action}"
            yield from _rows(rows)
            yield ""
    errors = [finding for finding in review.findings if finding.severity == "error"]
    if errors:
        title = paint(f"错误（{len(errors)}）", "bold")
        yield f"{title}：改正，已核实的写进豁免清单用 --ignore 给出"
        for finding in errors:
            yield f"  {finding.rule} {printable(finding.place)}"
            yield f"    {printable(finding.message)}"
        yield ""


def _rows(rows: Sequence[Leftover]) -> Iterator[str]:
    """The items under the headings they stand beneath, each heading told once."""
    place = None
    for row in rows:
        if row.place != place:
            place = row.place
            yield f"  {printable(place) or _OUTSIDE}"
        kind = _KINDS.get(row.kind, "")
        who = f"{printable(row.author)}{kind}：" if row.author or kind else ""
        why = f"（{row.reason}）" if row.reason else ""
        yield f"    {who}{shortened(row.words, _WIDTH) or '（没有文字）'}{why}"
