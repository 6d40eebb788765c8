"""What is printed around a report: page numbers, breadcrumbs, contents rows, notes to a title."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.zh.attachments import PRINTED_BY
from drafter.zh.lazy import lazy_pattern
from drafter.zh.numbering import mark_at

PAGE_NUMBER = lazy_pattern(
    r"[-—–－_‐―=·.•*~|\[\]【】〖〗［］「」<>《》]*"
    r"(?:第?\d{1,3}页?(?:(?:[,/／，]|of|共)+第?共?\d{1,3}页?)?|page\d{1,3}(?:of\d{1,3})?)"
    r"[-—–－_‐―=·.•*~|\[\]【】〖〗［］「」<>]*",
    re.IGNORECASE,
)
"""A folded line that is a page number: `—3—`, `第3页共9页`, `3/9`, `3`."""
SITE_LINE = lazy_pattern(
    r"[^，。；：,;《\n]{0,16}?(?:https?://|www\.)[0-9A-Za-z./_?=&%-]{4,80}[^，。；：,;《\n]{0,10}"
)
"""Whose page it was, on a line of its own: 公文汇 www.某某.com."""
ONLY_SIGNS = lazy_pattern(
    r"(?:[-—–－_‐―=·.•*~|+#◆■●○▲▼>»«<\[\]【】〖〗［］「」()（）:：,，、/\\═━─┄…　]"
    r"|&(?:nbsp|emsp|ensp);?)+"
)
SEPARATORS = lazy_pattern(r"[\s|/\\·•▪■◆●○>＞»›→\[\]【】〖〗［］「」()（）:：,，、\-—–－_+#*]+")
WORD = lazy_pattern(r"[^\s|/\\·•▪■◆●○>＞»›→\[\]【】〖〗［］「」()（）:：,，、\-—–_+#*]+")
"""What `SEPARATORS` parts."""
NUMBERS = lazy_pattern(r"\d+")
LONE_NUMBER = lazy_pattern(
    r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?[万亿]?余?(?:%|‰|(?![年月日])[一-鿿](?:[一-鿿](?<![年月日])){0,2})?"
)
"""A cell with nothing but a number: 1042, 9.7万, 98%, 8个村."""
NO_NUMBER = lazy_pattern("[-/]{1,3}|[—–－／]{1,3}|无")
"""What stands in a cell for none."""
NAMED_NUMBER = lazy_pattern(rf"(?P<name>\D*[^\d\s.,，、。；;：:])\s*(?:{LONE_NUMBER.pattern})")
"""Two cells in one: 法治讲座（场）318."""
CELL_STOP = lazy_pattern(r"[。；！？;!?]|[，,：:、]$|表$")
"""What no cell has or ends in; a line that ends in 表 is the table's title."""
CRUMB = lazy_pattern(r"[>＞»›→](?!\d)")
CONTENTS_ROW = lazy_pattern(r"(?:[.．·…]{3,}|…+)\s*\d{1,3}$")
"""A row of a table of contents: dots, then a page."""
MEETING_NOTE = lazy_pattern(r"[（(].{0,40}(?:会议上|会上|会议)[）)]")
"""Under the title of a report that was read out: （…在某次会议上）."""
LABEL = lazy_pattern(
    r"[\[【〖［「|｜(（\s]*(?P<name>[^\[\]【】〖〗［］「」|｜()（）:：]{1,60}?)\s*(?:[\]】〗］」)）:：|｜]|\s(?=[\dA-Za-z〔]))"
)
"""What may be the label of a page's row, at its beginning: 发布日期：…, [索引号] …, 索引号 1234."""
BEFORE_COLON = lazy_pattern(
    r"(?P<name>[^\[【〖［「|｜(（\]】〗］」:：]{1,60})[\]】〗］」]?\s*[:：]"
)
"""What may be such a label, its colon behind it, anywhere."""
BULLET = lazy_pattern(r"^[-•·*▪■◆●]\s*")
ATTACHMENT = lazy_pattern(
    r"[（(]?附\s*件?\s*(?:[：:]|\d|[一二三四五六七八九十]|$)|抄送|抄报|主送[：:]|[（(]此件|[（(]?联系人"
    rf"|{PRINTED_BY.pattern}"
)
"""附件说明, 附注 and 版记 (抄送, 某办公室2026年1月20日印发): what a document carries at its end."""


_BLANKS_AND_BARS = " 　\t|｜"
"""Prose has none of these: most lines are known to have no cells by this look alone."""
_TABLE_GAP = lazy_pattern(r"\S[ 　]{2,}(?=\S)|\t|[|｜]")
_SIGN = r"[-－−–—+＋±↑↓▲▼]?"
_CELL_NUMBER = lazy_pattern(rf"(?:^|[ 　\t|｜]){_SIGN}[\d.,]+%?(?=$|[ 　\t|｜])")
_BARRED_NUMBER = lazy_pattern(r"(?:^|[ 　\t|｜])[\d.,]+[%％]?[^\s\d|｜，。；]{0,4}(?=$|[ 　\t|｜])")
"""A number, with its unit or without, in a cell of its own: 行政许可|3021件."""
_CLOSE_ROW = lazy_pattern(
    rf"(?:[1-9]\d?[ 　]+)?(?=\S*[\u4e00-\u9fff])\S+[ 　]+{_SIGN}[\d.,]+[%％]?"
    rf"(?:[ 　]+(?:{_SIGN}[\d.,]+[%％]?|[-—－/]))+"
)
"""A name and two bare numbers or more, one blank between them: 立案（件） 96 107, 结案 90 -6.2."""
CAPTION = lazy_pattern(
    r"(?:(?:附?表|图表)[ 　]*(?:[0-9一二三四五六七八九十]{1,2}[ 　:：.、]|[:：])|附表[ 　]+(?=\S))"
    r"(?![^\n]*[，。；|｜\t])"
)
"""How the name of a table above it begins: 表1　行政处罚案件分领域统计."""
_CLOSE_CELLS = lazy_pattern(r"[^\s。，,；;：:]+(?:[ 　]+[^\s。，,；;：:]+){2,}")


def has_cells(text: str) -> bool:
    """Whether a line without a stop is set in cells: far apart, or three and more."""
    if not any(map(text.__contains__, _BLANKS_AND_BARS)):
        return False
    cells = text.strip("|｜ \t　")
    apart = "。" not in cells and _TABLE_GAP.search(cells) is not None
    return apart or _CLOSE_CELLS.fullmatch(cells) is not None


def is_table_row(text: str) -> bool:
    """Whether a line is a row of a table: three cells and more, or a name and a number apart."""
    if not any(map(text.__contains__, _BLANKS_AND_BARS)):
        return False
    gaps = len(_TABLE_GAP.findall(text.strip("|｜ \t　")))
    if "|" in text or "｜" in text or "\t" in text:
        return gaps >= 2 or (gaps == 1 and _BARRED_NUMBER.search(text) is not None)  # noqa: PLR2004
    if _CLOSE_ROW.fullmatch(text.strip(" 　")):
        return True
    short = len(text) < 60 and "。" not in text  # noqa: PLR2004 -- prose is longer
    return short and gaps >= 1 and _CELL_NUMBER.search(text[_numeral_end(text) :]) is not None


def _numeral_end(text: str) -> int:
    """Where the words of a line begin behind its numeral: `2.  发布…` has no number in a cell."""
    start = len(text) - len(text.lstrip(" 　"))
    mark = mark_at(text, start)
    return mark.end if mark else start


FAREWELL_BEGINS = ("以上", "特此", "专此", "现予", "请予", "请审", "谢谢", "汇报完毕", "报告完毕")
"""How a farewell begins where it has a numeral."""
SUBMITTED = lazy_pattern(
    r"请予?审[议阅][^,。;!]{0,12}(?:条例|草案|法规|规章|议案|方案|[0-9]+[件部项个])"
)
"""What was submitted that year, and no farewell: 提请审议条例草案3件."""


def spaced(words: Iterable[str]) -> str:
    """A pattern for any of the words, blanks allowed between their characters (`名　　称`)."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(r"\s*".join(map(re.escape, word)) for word in longest_first)


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


MEETING = "会"
"""In a dated note beside a title: the day of a meeting is not the report's."""
MAY_END = frozenset(
    ("", *"-—–－_‐―=·.•*~|+#◆■●○▲▼>»«<[]【】〖〗［］「」()（）:：,，、/\\═━─┄…页《》p;")
)
"""What an empty form, `PAGE_NUMBER` and `ONLY_SIGNS` may end in, digits aside."""
