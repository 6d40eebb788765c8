"""What an office meets or does once (一次性的事): honours, bills, disasters, quarrels."""

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

_WEATHER = (
    r"(?:降雨|暴雨|暴雪|雨雪|冰雪|冰冻|冰雹|寒潮|台风|洪涝|洪水|洪灾|山洪|内涝|汛情|旱情|旱灾|干旱|地震"
    r"|泥石流|滑坡|火灾|风灾|灾害)"
)
_DISASTER = lazy_pattern(
    rf"(?<!可能)(?<!易)(?<!如)(?<!若)(?<!一旦)(?:遭遇|遭受)了?[^，,。；;：:]{{0,24}}?{_WEATHER}(?![的时等后])"
    rf"|受(?![理让])[^，,。；;：:]{{0,16}}?{_WEATHER}[^，,。；;：:]{{0,8}}?(?:影响|袭击|侵袭|冲击)(?=[，,。；;]|$)"
    r"|台风[“\"](?![红橙黄蓝])[^“”\"]{1,6}[”\"]|[“\"][^“”\"]{1,6}[”\"]台风"
)
"""7月中旬，我县遭遇特大暴雨; 受台风影响的企业 are of any year."""
_QUARREL = lazy_pattern(
    r"与[^，,。；;：:]{0,12}(?:村|社区|组|屯|寨|户)[^，,。；;：:]{0,4}因[^，,。；;：:]{1,16}?"
    r"(?:发生|引发|产生)[^，,。；;：:]{0,4}(?:纠纷|争执|争议|矛盾|冲突)"
    r"|与(?:相?邻的?)[^，,。；;：:]{0,6}[村组镇乡县区][^，,。；;：:]{0,10}(?:纠纷|争议)"
    r"|(?<![^，,。；;])(?:最终)?双方(?:当事人)?(?:最终)?(?:握手言和|冰释前嫌)"
)
"""龙头村与白云村因水库用水发生纠纷，…，双方握手言和."""
_KINDS = (
    r"(?!住宅|老旧|农村|乡村|商品|居民|部分|城市|城区|多个|各|有关|相关|重点|一些|一批|辖区|涉|农贸|集贸|建材|建设|棚改"
    r"|安置|回迁|历史|群众|企业|校园|医疗|村民|群众|大量|多起)"
)
_SETTLED_ONE = lazy_pattern(
    r"(?:(?:调处|化解|处置|解决|调解|平息|拆除|关停|取缔|腾退)了|(?:成功|圆满)(?:调处|化解|处置|解决|平息))"
    rf"{_KINDS}(?:[一-鿿]{{2,6}}?(?:水库|商城|小区|花园|广场|大厦|市场|码头|大桥|公路|铁路|电站|学校|医院|楼盘"
    r"|家园|花园|景区|工业园|村|镇|[东西南北]路|大道|公司|项目|工程)|火车站|汽车站|客运站)[^，,。；;、：:\d]{0,10}?"
    r"(?:纠纷|争议|事件|积案|矛盾|建筑)(?=[，,。；;]|$)"
    r"|关停(?![^，,。；;]{0,6}(?:无证|违[法规]|非法|散乱|不达标|小))[^，,。；;、：:\d]{2,10}[站厂矿](?=[，,。；;]|$)"
    r"|(?:征地|拆迁|征收|改造|搬迁|改线|工程)[^，,。；;：:]{0,16}?户[^，,。；;：:]{0,6}?(?:全部|均|已)+"
    r"(?:完成)?(?:签约|搬离|腾退|交房)"
)
"""成功调处龙湾水库纠纷; 成功调处各类纠纷320件 and 化解了住宅小区物业纠纷 are of any year."""

_ONCE = (
    ("》", _RULES_MADE), ("了功满停户", _SETTLED_ONE),
    ("入跻登挺", _CHOSEN), ("作", _TOLD_AT_A_MEETING), ("播刊登推聚", _IN_THE_NEWS),
)  # fmt: skip
"""Each with signs of which a clause must have one: most have none and are spared the pattern."""

_EVENTS = (("遭受台", _DISASTER), ("与双", _QUARREL))
"""What the rest of a sentence tells of, with signs as above."""

OF_THAT_CASE = lazy_pattern(r"(?:该|此|本|上述)(?:案(?:例|件)?)(?!由|情|源|卷)")
"""The beginning of a clause that tells what became of the case told before it: 该案列入…."""
OF_THEM = lazy_pattern(r"其中")
"""The beginning of the clause in which such a case is told behind a count: 查处98件，其中…."""


def is_once(clause: str) -> bool:
    """Whether a clause tells of something that is not met again the year after."""
    return any(
        any(map(clause.__contains__, signs)) and pattern.search(clause) for signs, pattern in _ONCE
    )


def is_event(clause: str) -> bool:
    """Whether a clause tells of something that befell a place."""
    return any(
        any(map(clause.__contains__, signs)) and pattern.search(clause)
        for signs, pattern in _EVENTS
    )
