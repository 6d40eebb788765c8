"""Small words (虚词) that are looked for by themselves, outside any pattern.

Stages use them by what they do; which characters do it is known here alone.
"""

from __future__ import annotations

OF = "的"
OPENS_OBJECT = ("的", "关于", "对", "和", "与", "及", "、")
"""What a phrase does not end in: more of the object follows."""
DONE = "了"
YEAR_SIGN = "年"
ORDINAL = "第"
RATE = "率"
RATIO = "比例"
ACCOUNTS_FOR = "占"
SHARE_NAME = "占比"
THAN = "比"
AGAINST = ("比", "较")
SAME = "同"
SAME_PERIOD = "同期"
ALL_YEAR = "全年"
SINCE = "以来"
RESPECTIVELY = "分别"
OF_WHICH = "其中"
PARTY = "党"
LEADS_TO = ("为", "至", "到", "成")
"""What a step ends in, in front of where it leads: 压减｜为."""
OWNED = "有"
WITHIN = "中"
ETC = "等"
EACH = "每"
PER_HEAD = "人均"
NEWLY = "新增"
DUE, INDEED = "应", "实际"
NOT = ("不", "未")
AND = ("和", "与", "及")
BY_MEANS = "以"
ABOUT = "约"
NEARLY = "约近"
"""Each of them stands in front of a number that is not exact."""
SOFT = frozenset({"约", "近", "左右", "上下", "余"})
"""Approximators that make a target no number to be reached to the last one."""
IS_OR_HAS = ("达", "为", "是", "有")
BEFORE_NUMBER = " 为有是"
"""Each of them parts a name from its number."""
MORE = frozenset({"余", "多"})
"""What stands behind a number that is rounded down."""
HELD = ("开展", "组织", "举办", "举行", "进行", "实施")
"""Verbs whose object is a deed."""
MEETINGS = ("会议", "专题会", "推进会", "常务会", "党委会", "调度会", "联席会")
"""What a deed ends in, in front of what was done there: 召开专题会｜研究."""
HELD_OR_UNDERGONE = (*HELD, "历经", "经过", "经历", "几经")
"""The same, and those of what a draft went through: 历经9次｜修改."""
ROUNDS = frozenset({"次", "轮", "场", "场次"})
"""Units of deeds."""
ASPECT = "方面"
STUDIED = frozenset({"学习", "专题学习", "传达学习", "学习贯彻", "传达", "学习传达", "宣讲"})
"""Deeds of which the number says how often, and not how many there were of their object."""
STUDY_GROUP = "中心组"
"""Behind 学习 the name of those who study."""
ALL_TOLD = "累计"
BARE_AMOUNTS = frozenset({"数量", "总数", "总量", "人数", "件数", "户数"})
"""Names of amounts that do not say of what."""
TOLD_OF_THEM = ("予以", "被", "已", "均", "全部", "一律", "列入")
"""Behind 的, what is said of those that it tells."""
AFTER_VERB = ("了", "过", "各", "共", "出", "成")
"""What may part a verb from its number."""
AMOUNTS_END = ("数", "量")
"""What the name of an amount ends in: 数量, 总数."""
ASPECTS = ("了", "过", "各")
"""What follows a verb and no noun."""
OBJECT_MARKS = frozenset("对将向把给为")
"""What stands in front of an object."""
ADJECTIVES_END = frozenset("性型类级化")
"""What an adjective ends in: 行业性、专业性."""
