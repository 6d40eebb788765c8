"""Outcomes told in words, which a new year may disprove: 全年无重大安全事故."""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.zh.lazy import lazy_pattern
from drafter.zh.names import ALL_OF_US, WE
from drafter.zh.page import any_of

# At the beginning of a clause whatever there was none of: 全年无依申请公开事项.
_NOTHING_OF_IT = lazy_pattern(
    rf"(?:^|[,，;；。:：(（])(?:(?:19|20)[0-9]{{2}}年)?(?:全年|年内|本年度?|今年|{ALL_OF_US}|{WE})?"
    r"(?:均|都|也|尚|且|并)?"
    r"(?P<claim>(?:无(?![法论人障偿缝纸证照主害疑线需须私声牌为锡所不处理]|条件|差别|死角)"
    r"|没有|未(?!成年|来|经|依法|按|能|必|雨|达|尽|满|央|知))[一-鿿]{2,24}+)"
)


_SMALL_COUNT = lazy_pattern(
    r"(?<![第每“前后近上下隔头十百千万几数])(?:[两二三四五六七八九]|十[一二三四五六七八九]?)"
    r"(?:人|名|起|份|件|次|回|场|户|宗|家)(?=[，,。；;、）)]|$)"
    r"|(?<![第每“])一(?:起|人|份|户|宗|例)(?=[，,。；;]|调|$)"
)
"""A count in words that closes a clause: 打回去重写的有四份, 一人调走; 一人一档 is none."""


_MANNER = lazy_pattern(
    r"(?<!实现)(?<!实现了)(?<!做到)(?<!做到了)(?<!达到)(?<!完成)(?<!完成了)全覆盖(?=式|[检排督巡走抽普宣培监评核审轮摸])"
)
"""全覆盖检查, 全覆盖式培训: how a thing is done every year; 实现全覆盖检查 is a result."""

_SET_LIMIT = lazy_pattern(
    r"(?:全[国省市州盟县区]|[国省市州盟县区])最(?:低(?:工资|生活|限|缴费|标准|保障|养老|基本)|高(?:人民|检|法|院|限|标准))"
)
"""全省最低工资标准, 全国最高标准: the name of a standard and no place taken."""


def find_claims(text: str, claims: tuple[str, ...]) -> list[str]:
    """The outcomes of a list that a text tells (实现全覆盖, 无一败诉).

    Args:
        text: Any.
        claims: Words of outcomes.
    """
    told = _SET_LIMIT.sub("", _MANNER.sub("", text))
    return [claim for claim in claims if claim in told]


def find_small_counts(text: str) -> list[str]:
    """Small counts that a text tells in words, which are no statistics."""
    return [found[0] for found in _SMALL_COUNT.finditer(text)]


_TREND = lazy_pattern(
    r"(?:更|越来越|明显)?[多少升降涨跌高低](?:起来)?了(?=[，,。；;、]|$)"
    r"|(?:略有?|稍有?|有所|小幅|明显|大幅|显著|持续|逐年|逐月|稳步)(?:上升|下降|回落|增加|减少|增多|回升|升高|下滑|递增|递减)"
    r"(?=[，,。；;、）)]|$)"
    r"|(?:同比|环比|与(?:上年|去年)|基本)?持平|略[升降增减]|稳中有[升降]"
    r"|呈[现]?[^，,。；;]{0,6}(?:上升|下降|增长|回落|递增|递减)(?:趋势|态势|势头)?"
    r"|(?:压[缩减]|缩[短减]|减少|节[约省]|控制在|降|最快|平均)(?:[至到为了仅只约近]|不到|不足)*"
    r"半(?:天|日|年|个?(?:工作日|小时|月|学时))(?!之?[以内])"
    r"|比(?:前|上|过去|以往)[^，,。；;、〔\d]{1,6}(?:总和|之和|总量|合计)(?:还要?|更)?[多少高低大]"
    r"|相当于(?:过去|以往|前|上年|去年)[^，,。；;〔]{0,8}"
)
"""大案少了, 劳动争议略有上升, 同比持平: how it went that year."""


def find_trends(text: str) -> list[str]:
    """The words of a text that say how something went, without a figure."""
    return [found[0] for found in _TREND.finditer(text)]


@lru_cache(maxsize=8)
def _denial(evils: tuple[str, ...]) -> re.Pattern[str]:
    # 无证经营案件, 无障碍 are no denials
    return lazy_pattern(
        r"无(?![证照障人机偿害烟缝主因果故纸线])[^，,。；;、：:《》“”〔〕]{0,12}?"
        rf"(?:{any_of(evils)})(?:发生|出现)?(?=[，,。；;、！]|$)"
        r"|(?:没有|未)再?(?:发生|出现)[^，,。；;、：:《》“”〔〕]{0,12}"
        rf"|零(?:{any_of(evils)})"
    )


def find_denials(text: str, evils: tuple[str, ...]) -> list[str]:
    """The words of a text that say that something did not happen.

    Args:
        text: Any.
        evils: What is said not to have happened (事故, 投诉).
    """
    denied = [found[0] for found in _denial(evils).finditer(text)]
    none = [found["claim"] for found in _NOTHING_OF_IT.finditer(text)]
    # The claim runs on to the end of its clause, the denial to its evil: one of them is enough.
    known = [claim for claim in none if not any(d in claim or claim in d for d in denied)]
    return denied + known


_LEADS = r"(?:首位|之首|首席|榜首|头名|榜眼|三甲|前茅|第一(?:方阵|梯队|位次|名次|序列)|领先地位)"
_OF_ALL = (
    r"(?:全(?:国|[省市县区州盟旗])|[省市县区州]直|各(?:[省市县区州乡镇]+)|同(?:类|级)|沿海|中西?部)"
)
_STANDING = lazy_pattern(
    rf"(?:[居列排名占获]|处于|跻身|进入|迈入|挤进|保持|夺得|获得)(?:在|于)?{_OF_ALL}[^，,。；;、：:“”]{{0,10}}?{_LEADS}(?=[，,。；;、）)！]|$)"
    rf"|(?:得分|率|满意度|成绩|指数|考核|测评|评估|评价|量){_OF_ALL}(?:领先|最[高低好优快佳])(?=[，,。；;、）)！]|$)"
    r"|(?:[高低优好]于|超过|高出|低出|高过)(?:全(?:国|[省市县区州盟旗])|同[类期级][^，,。；;、]{0,4})?[^，,。；;、\d]{0,6}?平均(?:水平|值|数|线)?"
    r"(?=[，,。；;、）)！]|$)"
)
"""网办率居全市首位, 败诉率低于全省平均水平: how the office stood among others."""


def find_standings(text: str) -> list[str]:
    """The words of a text that say how an office stood among others, without a number."""
    return [found[0] for found in _STANDING.finditer(text)]
