"""How a rise or a fall is worded (升降): one vocabulary for all patterns that look for it.

`words.yaml` says of each of these words what it becomes where the direction turns.
"""

from __future__ import annotations

RISES = (
    "增长", "增加", "上升", "提高", "提升", "上涨", "上调", "上浮", "回升", "攀升", "增多", "净增",
    "增收", "增支", "增幅", "涨幅", "升幅", "高出", "激增", "猛增", "骤增", "跃升",
)  # fmt: skip
FALLS = (
    "下降", "减少", "降低", "回落", "下滑", "下调", "下浮", "下跌", "压减", "压缩", "压降", "缩减",
    "缩短", "精简", "削减", "核减", "净减", "减收", "减支", "降幅", "减幅", "跌幅", "锐减", "骤减",
    "精减", "裁减", "缩小",
)  # fmt: skip
RISEN = "净增加|" + "|".join(RISES)
"""A pattern; the longer word first."""
FALLEN = "净减少|" + "|".join(FALLS)
CHANGED = f"{RISEN}|{FALLEN}"
AT_FIRST = "原来|原先|原有|此前|最初|当初"
"""What tells of the number that a step begins with."""
STEP_SIGNS = "增|升|降|减|提高|提升|扩|压|缩|涨|上调|下调|下滑|精简|整合|合并"
"""What stands between the two numbers of a step, in front of 至, 到 or 为: 由12项精简为8项."""
