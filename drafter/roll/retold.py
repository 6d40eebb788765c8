"""What of last year the answer to a prompt begins with (预填): whole clauses with blanks."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from drafter.model import Inline, Text
from drafter.roll.deeds import Stretch
from drafter.zh.dependent import AND_SO, BARE_RESULT, HANGS_ON, MONTH_TOLD, OF_ONE_THING
from drafter.zh.listing import ACTS_ANEW, COUNT_LEFT, NAMES_LISTED
from drafter.zh.spans import Spans, has_between

_OPENS, _CLOSES = "《“（(〈", "》”）)〉"


class Cuts(Struct, frozen=True):
    """Where clauses of a text may be cut.

    Attributes:
        text: Of a passage.
        figures: Where figures begin, in order.
        whole: What stays whole: blanks.
    """

    text: str
    figures: Sequence[int]
    whole: Spans


def clauses_of(cuts: Cuts, stretch: Stretch, *, in_part: bool) -> list[Stretch]:
    """The clauses of a stretch with a figure in them, without the stops and commas between them.

    到上海、深圳跟班学习 is one clause: at 、 no object and no place may be lost.

    Args:
        cuts: Where to cut.
        stretch: What is quoted.
        in_part: Whether what is listed before an action with a figure, or behind it, is left out:
            建成指挥中心、｜办理案件12件 tells a deed first that is not done again.
    """
    out = []
    start = stretch.start
    for i in range(stretch.start, stretch.end + 1):
        if i == stretch.end or (cuts.text[i] in "，,；;。：:" and not cuts.whole.hold(i)):
            if has_between(cuts.figures, start, i):
                clause = Stretch(start, i, stretch.is_deed)
                out.append(_acting(cuts, clause) if in_part else clause)
            start = i + 1
    return out


def _acting(cuts: Cuts, clause: Stretch) -> Stretch:
    """The items of a clause from the first to the last that has a figure, others left out."""
    items = _items(cuts, clause)
    counted = [i for i, (a, b) in enumerate(items) if has_between(cuts.figures, a, b)]
    first, last = items[counted[0]], items[counted[-1]]
    start, end = clause.start, clause.end
    if first[0] > start and ACTS_ANEW.match(cuts.text, first[0]):
        start = first[0]
    if counted[-1] + 1 < len(items) and ACTS_ANEW.match(cuts.text, items[counted[-1] + 1][0]):
        end = last[1]
    return Stretch(start, end, clause.is_deed)


def _items(cuts: Cuts, clause: Stretch) -> list[tuple[int, int]]:
    """What 、 parts in a clause, but for names and brackets."""
    out = []
    start, depth = clause.start, 0
    for i in range(clause.start, clause.end):
        char = cuts.text[i]
        if char in _OPENS:
            depth += 1
        elif char in _CLOSES:
            depth = max(0, depth - 1)
        elif char == "、" and not depth and not cuts.whole.hold(i):
            out.append((start, i))
            start = i + 1
    return [*out, (start, clause.end)]


_MANY_NAMES = 3
"""So many times as many as the names may be what they are of: 甲、乙等5个项目."""


def names_what_was(told: Sequence[Inline], *, in_part: bool) -> bool:
    """Whether a clause names what it counts: 完成甲中心、乙所2个项目 is not planned again.

    Args:
        told: The clause with its blanks.
        in_part: Whether the clause tells what was done and not what is planned.
    """
    run, is_first = "", True
    for inline in told:
        if isinstance(inline, Text):
            run += inline.text
            continue
        # Behind a blank its unit stands before the first 、.
        names = run if is_first else run.partition("、")[2]
        number = inline.figure.number if inline.figure else None
        listed = NAMES_LISTED.search(names)
        # 宣传栏、文化墙等阵地56处 are kinds: names are about as many as what they are of.
        is_of_names = number is not None and number <= _MANY_NAMES * (names.count("、") + 1)
        if listed and is_of_names and (in_part or listed.end("and_others") == len(names)):
            return True
        if "、" in names and number == names.count("、") + 1:
            return True
        run, is_first = "", False
    return False


def tells_what_was(told: Sequence[Inline], awards: Sequence[str]) -> bool:
    """Whether a list with a blank tells an honour (荣获全省先进、办案12件) or a bare count."""
    words = "".join(inline.text if isinstance(inline, Text) else "\0" for inline in told)
    items = words.split("、")
    if len(items) > 1 and COUNT_LEFT.search(words):
        return True
    return len(items) > 1 and any(
        word in item for item in items if "\0" not in item for word in awards
    )


def is_of_last_year(told: Sequence[Inline], *, goes_on: bool, is_torn: bool = False) -> bool:
    """Whether a clause with blanks would tell of last year, or of nothing, whatever fills them.

    Args:
        told: The clause with its blanks.
        goes_on: Whether the clause before it is told as well, which may have the subject.
        is_torn: Whether that clause is left out.
    """
    words = "".join(inline.text if isinstance(inline, Text) else "0" for inline in told)
    if OF_ONE_THING.search(words) or (is_torn and HANGS_ON.match(words)):
        return True
    if not goes_on and BARE_RESULT.match(words.lstrip()):
        return True
    return any(isinstance(inline, Text) and MONTH_TOLD.search(inline.text) for inline in told)


def without_joint(cuts: Cuts, clause: Stretch) -> Stretch:
    """A clause without the 并 that joined it to one that is not told again."""
    joint = AND_SO.match(cuts.text, clause.start)
    return Stretch(joint.end(), clause.end, clause.is_deed) if joint else clause
