"""Outcomes told in words, which a new year may disprove: 全年无重大安全事故."""

from __future__ import annotations

from drafter.zh.lazy import lazy_pattern

_EVIL = (
    "事故|事件|案件|案例|投诉|举报|上访|信访|信访件|败诉|舆情|伤亡|纠错|复议|诉讼|行政复议|行政诉讼|差错|失误"
    "|问题|情况|情形|现象|行为"
)
_DENIAL = lazy_pattern(
    # 无证经营案件, 无障碍 are no denials
    rf"无(?![证照障人机偿害烟缝主因果故纸线])[^，,。；;、：:《》“”〔〕]{{0,12}}?(?:{_EVIL})(?:发生|出现)?(?=[，,。；;、！]|$)"
    r"|(?:没有|未)(?:再)?(?:发生|出现)[^，,。；;、：:《》“”〔〕]{0,12}"
    r"|零(?:事故|上访|信访|复议|诉讼|舆情|违规|违纪|差错|失误|案件|败诉|投诉|伤亡|感染|举报)"
)
# At the beginning of a clause whatever there was none of: 全年无依申请公开事项.
_NOTHING_OF_IT = lazy_pattern(
    r"(?:^|[,，;；。:：(（])(?:(?:19|20)[0-9]{2}年)?(?:全年|年内|本年度?|今年|全[省市州盟县区旗乡镇局]"
    r"|我[省市州盟县区旗乡镇局委厅])?(?:均|都|也|尚|且|并)?"
    r"(?P<claim>(?:无(?![法论人障偿缝纸证照主害疑线需须私声牌为锡所不处理]|条件|差别|死角)"
    r"|没有|未(?!成年|来|经|依法|按|能|必|雨|达|尽|满|央|知))[一-鿿]{2,10})"
)


def find_denials(text: str) -> list[str]:
    """The words of a text that say that something did not happen."""
    denied = [found[0] for found in _DENIAL.finditer(text)]
    none = [found["claim"] for found in _NOTHING_OF_IT.finditer(text)]
    return denied + [claim for claim in none if not any(words in claim for words in denied)]
