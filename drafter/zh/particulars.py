"""Particulars of one year (当年的具体事情): bills on a list, days of force, cases, persons by name.

What an office does every year is told of kinds (约谈排名靠后的单位); a particular has a name.
"""

from __future__ import annotations

from drafter.zh.lazy import lazy_pattern

BILL_PLANNED = lazy_pattern(
    r"(?:》(?:[（(][^（()）]{1,24}[）)])?|(?<![件部项个类等多份的])(?:条例|办法|规定|细则))"
    r"(?:[（(]草案[）)])?(?:的?(?:制定|修订|修改|立法|起草)(?:工作|项目)?)?"
    r"(?:已经?|均|被|获|成功|顺利|正式|继续|首次)*(?:列[入为作]|纳入|增[列补][入为])"
    r"[^，,。；;：:《》]{0,24}?"
    r"(?:立法|规章|规范性文件|标准)(?:制定|制修订|制订|修订|审议|工作|调研)*(?:[^，,。；;、\d]{0,4})(?:计划|规划|项目)"
)
"""《某条例》列入市人大常委会2024年立法计划; 将5件规章列入立法计划 is counted every year."""
BILL_GOES_ON = lazy_pattern(
    r"(?:我[省市州县区旗局厅委办]|由[^，,。；;\d]{2,10})?(?:牵头|先后|多次|组织|广泛|已|并|共)*"
    r"(?:成立[^，,。；;\d]{0,6}专班|赴[^，,。；;]{0,14}调研|开展[^，,。；;]{0,4}调研"
    r"|召开[^，,。；;]{0,6}(?:座谈|论证|听证|协调|征求意见)会|[公开书面]*征求[^，,。；;]{0,10}(?:意见|建议)|收[到集][^，,。；;]{0,8}意见"
    r"|采纳|(?:条例|办法|规定|细则)?(?:草案|初稿|送审稿)|形成[^，,。；;\d]{0,6}(?:草案|稿)|提请|报送|通过[一二三]审)"
)
"""The beginning of a clause that tells what was done for the bill named before it."""
_LECTURE_NAMED = lazy_pattern(
    r"(?:邀请|特邀|请)[^，,。；;：:《》\d]{0,24}?"
    r"(?:教授|研究员|专家|学者|律师|法官|检察官|讲师|院长|主任|博士)[^，,。；;：:《》\d]{0,12}?"
    r"(?:作|做|讲授|主讲|开讲|讲解|围绕|以)了?[^，,。；;：:《》\d]{0,8}?"
    r"[《“](?![^《》“”]{0,30}(?:(?<![执司普立守用])法|法典|条例|规定|纲要|决定)[》”])[^《》“”]{4,40}[》”]"
    r"[^，,。；;：:\d]{0,8}?(?:课|辅导|报告|讲座|授课|宣讲|培训|演讲)(?![^，,。；;]{0,8}\d)"
    r"|(?:邀请|特邀|请)(?!高校|各|多|省内外|国内外)[一-鿿]{2,8}?(?:大学|学院|研究院)[^，,。；;：:《》\d]{0,12}?"
    r"(?:教授|研究员|院长|博士|学者)[^，,。；;：:\d]{0,24}?(?:课|辅导|报告|讲座|宣讲|演讲)(?![^，,。；;]{0,8}\d)"
)
"""邀请某大学教授作《社会法的时代课题》辅导; 邀请专家讲《民法典》 is of any year."""
_INSPECTED_BY = lazy_pattern(
    r"(?:中央|国务院|国家|[省市州部][委厅]?|上级|司法部|巡[视察]组)[^，,。；;：:《》\d]{0,14}?"
    r"对我[省市州县区旗局厅委镇乡办队院中][^，,。；;：:《》\d]{0,8}?(?:开展|进行|实施)了?"
    r"(?![^，,。；;]{0,10}(?:年度|日常|常态))[^，,。；;：:《》\d]{0,10}?"
    r"(?:督察|督查|督导|巡视|巡察|检查|评估|审计|回访|核查)(?=[，,。；;]|$)"
)
"""上半年，省厅对我局开展督察."""
_NUMERAL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_DAY = rf"{_NUMERAL}月(?:{_NUMERAL}[日号]|[底初末]|份|[上中下]旬)?"
_TAKES_FORCE = lazy_pattern(
    r"(?:》(?:[（(][^（()）]{1,30}[）)])?|条例|办法|规定|规则|细则|决定)[^，,。；;、《》]{0,10}?"
    rf"(?<![年\d]){_DAY}起?(?:正式|全面|开始|统一)*(?:施行|实施|生效)(?=[，,。；;]|$)"
)
"""《某办法》（市政府令第68号）于3月1日起施行: would be read as a day of the new year.

With its year (自2024年5月1日起施行) it stays true, and is remarked.
"""
_MEETING_OF_OTHERS = lazy_pattern(
    rf"(?<!每年){_DAY}[^，,。；;]{{0,12}}?(?:全国|中央|国务院|国家|全[省市州]|[省市州]委|党的)[^，,。；;]{{0,30}}?"
    r"(?:召开|闭幕|传达|公布|印发|发布|出台|下发)(?:之后|以后|后)(?=[，,]|[^，,。；;]{0,12}?(?:传达|学习|部署))"
)
"""7月14日中央城市工作会议召开后，: told by the day of a meeting of others."""
SINCE_DAY = lazy_pattern(
    rf"[ 　]*[自从]?(?:(?:19|20)\d\d年)?{_DAY}起(?!至|到|草|诉|施行|实施)[，,]?"
)
"""The beginning of a clause with the day since which something is done: 12月8日起,."""

_TOLD = (
    (("列入", "列为", "列作", "纳入", "增"), BILL_PLANNED),
    (("请",), _LECTURE_NAMED),
    (("对我",), _INSPECTED_BY),
)  # fmt: skip
"""Each with words of which a clause must have one: most have none and are spared the pattern."""


def takes_force(clause: str) -> bool:
    """Whether a clause tells on which day a regulation came into force, or met with others."""
    if "月" not in clause:
        return False
    return any(pattern.search(clause) for pattern in (_TAKES_FORCE, _MEETING_OF_OTHERS))


def is_particular(clause: str) -> bool:
    """Whether a clause tells by name what was only that year."""
    return any(
        any(map(clause.__contains__, signs)) and pattern.search(clause) for signs, pattern in _TOLD
    )
