"""附件: how a report lists what is attached, and how an attached page begins."""

from __future__ import annotations

import re

_NUMBER = r"[0-9０-９一二三四五六七八九十]{0,3}"
NOTE = re.compile(r"\s*附\s*件\s*[：:]\s*\S")
"""附件：1．任务清单: the list between text and signature (附件说明)."""
ITEM = re.compile(r"\s*[0-9０-９]{1,2}\s*[.．、]\s*\S")
"""2．统计表: its further lines."""
ANNEX = re.compile(rf"\s*附\s*件\s*{_NUMBER}\s*[：:]?\s*")
"""附件1, alone on a line: the first line of an attached page."""
