"""What an office meets or does once (一次性的事): honours of the year and how they were told."""

from __future__ import annotations

from drafter.zh.lazy import lazy_pattern

_CHOSEN = lazy_pattern(
    r"(?:[列写编选收录]入|入列|入围|跻身|登上|荣登)[^，,。；;：:《]{0,24}?"
    r"(?:十大|十佳|百佳|百优|优秀|典型|示范|指导性?|精品|最佳|经典)[^，,。；;：:《]{0,10}?"
    r"(?:案例|案件|案卷|事例|做法|经验|项目|实践|名单)(?!库|评选|征集|汇报|申报|培育|的)"
    r"|(?:跻身|荣登|登上|入列|挺进)[^，,。；;：:]{0,12}?(?:[百十]强|[百十]佳|榜首|榜单)"
)
"""列入2024年度全省十大执法案例, 跻身全国百强县."""
_TOLD_AT_A_MEETING = lazy_pattern(
    r"(?:全国|全[省市州盟区县旗]|[省市州盟]|年会|论坛)[^，,。；;：:]{0,20}?(?:会议?|论坛|年会|大会|班)上?"
    r"[^，,。；;：:]{0,6}?作了?(?:书面|典型|大会|专题|先进|口头)?(?:经验)?(?:交流|推介|分享)(?=[，,。；;]|$)"
)
"""我县经验在2024年度全省会议上作交流; 班子成员在学习会上作交流 comes every year."""
_IN_THE_NEWS = lazy_pattern(
    r"(?:中央电视台|央视|央广|新华网|人民网|法治网|光明日报|中央媒体|[一-鿿]{1,3}卫视|省电视台|省级媒体)"
    r"[^，,。；;：:\d]{0,24}?(?:播出|播发|播报|刊播|刊登|登载|推介|聚焦)(?![^，,。；;]{0,8}\d)"
)
"""中央电视台《今日说法》栏目播出我县案例; 在县电视台播出法治节目52期 comes every year."""
_RULES = (
    r"(?<![^，,。；;：:])(?!按|依|根据|对照|参照|遵|落实|严格|执行|贯彻|学习|宣传)[^，,。；;：:《》]{0,10}"
    r"《[^《》]{2,60}(?:(?<=办法)|(?<![法书表单录点函证约])(?<!计划)(?<!预案))》(?:[（(][^（()）]{1,24}[）)])?"
)
"""A clause that is about a regulation or plan, not about what is done by it."""
_RULES_MADE = lazy_pattern(
    rf"{_RULES}(?:已|均|顺利|相继|先后)?(?:因[^，,。；;《》]{{2,16}}?)?(?:予以|进行了?|完成了?|按程序)"
    r"[^，,。；;《》\d]{0,8}?"
    r"(?:论证|合法性审|立法|起草|征求意见|评估|听证|修[改订正]|废止|失效|备案|调研|清理|审[议查核定])"
    r"(?![^，,。；;]{0,6}\d)"
    rf"|{_RULES}(?:已|均)?(?:先后|公开|广泛|书面)?征求"
    rf"|{_RULES}(?:已|均)?经[^，,。；;《》\d]{{2,24}}?(?:听证|论证|评估|审[议核查定]|征求意见|批准|同意|通过)"
)
"""《某办法》完成专家论证和合法性审核, 《某规定》因上位法调整予以修改."""

_ONCE = (
    ("》", _RULES_MADE),
    ("入跻登挺", _CHOSEN), ("作", _TOLD_AT_A_MEETING), ("播刊登推聚", _IN_THE_NEWS),
)  # fmt: skip
"""Each with signs of which a clause must have one: most have none and are spared the pattern."""

OF_THAT_CASE = lazy_pattern(r"(?:该|此|本|上述)(?:案(?:例|件)?)(?!由|情|源|卷)")
"""The beginning of a clause that tells what became of the case told before it: 该案列入…."""
OF_THEM = lazy_pattern(r"其中")
"""The beginning of the clause in which such a case is told behind a count: 查处98件，其中…."""


def is_once(clause: str) -> bool:
    """Whether a clause tells of something that is not met again the year after."""
    return any(
        any(map(clause.__contains__, signs)) and pattern.search(clause) for signs, pattern in _ONCE
    )
