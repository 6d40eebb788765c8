"""附件: how a report lists what is attached, and how an attached page begins."""

from __future__ import annotations

from drafter.zh.lazy import lazy_pattern

_NUMBER = r"[0-9０-９一二三四五六七八九十]{0,3}"
NOTE = lazy_pattern(r"\s*附\s*件\s*[：:]\s*\S")
"""附件：1．任务清单: the list between text and signature (附件说明)."""
ITEM = lazy_pattern(r"\s*[0-9０-９]{1,2}\s*[.．、]\s*\S")
"""2．统计表: its further lines."""
ANNEX = lazy_pattern(rf"\s*附\s*件\s*{_NUMBER}\s*[：:]?\s*")
"""附件1, alone on a line: the first line of an attached page."""
