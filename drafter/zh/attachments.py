"""附件: how a report lists what is attached, and how an attached page begins."""

from __future__ import annotations

from drafter.zh.lazy import lazy_pattern

_NUMBER = r"[0-9０-９一二三四五六七八九十]{0,3}"
NOTE = lazy_pattern(r"\s*附\s*件\s*[：:]\s*\S")
"""附件：1．任务清单: the list between text and signature (附件说明)."""
LISTING = lazy_pattern(r"\s*[（(]?\s*附\s*件")
"""附件：…, （附件略）."""
ITEM = lazy_pattern(r"\s*[0-9０-９]{1,2}\s*[.．、]\s*\S")
"""2．统计表: its further lines."""
ANNEX = lazy_pattern(rf"\s*附\s*件\s*{_NUMBER}\s*[：:]?\s*")
"""附件1, alone on a line: the first line of an attached page."""
ANNEX_NUMBER = lazy_pattern(
    r"(?<![\d〔《.,第])(?!(?:19|20)\d\d\s*[-—–－~～至年])[-+－]?\d[\d,.]*(?<=\d)(?:万|亿)?(?![\d年月日号])(?!\s*[.．、](?:\D|$))"
)
"""A statistic in an annex: 98 of 出庭应诉率|98%; years, days and numerals of items are none."""
ROW_NUMERAL = lazy_pattern(r"\s*\d{1,3}(?=\s*[|｜\t 　])")
"""What counts the rows of a table: 3|出庭应诉率|98%."""
_PRINTED = r"[\d〇零一二三四五六七八九]{4}\s*年[^。，；,;年]{2,8}日\s*印\s*发\s*$"
PRINTED = lazy_pattern(rf"\s*{_PRINTED}")
"""2026年1月20日印发, under the office that printed it."""
PRINTED_BY = lazy_pattern(rf"[^。，；,;《》]{{0,40}}?(?<!于){_PRINTED}")
"""The same, with the office in front of it or without."""
IMPRINT = lazy_pattern(rf"\s*(?:抄\s*[送报]|主\s*送|分\s*送|印\s*发)\s*[：:]|{PRINTED_BY.pattern}")
"""抄送：…, 某机关 2026年1月20日印发: the lines at the foot of the last page (版记)."""
CONTACT = lazy_pattern(r"\s*[（(]?\s*联\s*系\s*(?:人|电\s*话|方\s*式)")
"""（联系人：…）: an 附注 that is for the addressee only."""
REMARK = lazy_pattern(rf"\s*[（(]?\s*此\s*件|{CONTACT.pattern}")
"""（此件公开发布）, （联系人：…）: the line under the date (附注)."""
REFERENCE = lazy_pattern(r"见\s*附\s*[件表]|附\s*[件表]\s*[0-9０-９一二三四五六七八九十]{1,3}")
"""（详见附件2）, in the text."""
