"""What a figure covers (口径): the words that name it, and those that limit it to a part or a time.

All patterns are for levelled text (`level`) up to the figure.
"""

from __future__ import annotations

from drafter.zh.lazy import lazy_pattern
from drafter.zh.names import ALL_OF_US, OWN_BODY

_CLAUSE = lazy_pattern(r"[^，,。；;：:！!？?、]*$")
_SENTENCE = lazy_pattern(r"[^。；;！!？?]*$")
_NAME = lazy_pattern(r"[一-鿿“”\"]+$")
_REACHES = lazy_pattern(
    r"(?:均|都|分别|共计?|共有|累计|总计|合计|达到?|为|是|有|保持在|稳定在|约|了|总数|数量)++$"
)
_LEADS = lazy_pattern(
    rf"(?:[一二三四五六七八九十]+是|[1-9]是|全年|年内|今年|本年|一年来|累计|共计?|先后|已|推动|各级|其|{ALL_OF_US}|我?[全我本]{OWN_BODY})+"
)
_LIMITED = lazy_pattern(
    r"其中|本级|上一?年|去年|往年|此前|同期|半年|季度|前[一二三四五六七八九十\d]+个?月|\d+月|(?:19|20)\d\d年"
    r"|此类|这类|该类|该[领类项]|目标|任务|计划|力争|由[^，,]{0,20}$|从[^，,]{0,20}$|[较比][^，,]{0,12}$"
    r"|近[两二三四五六七八九十几\d]+年|历年|(?<!\d)人均|每[年月季周]|部分|另有?|剩余|尚有|还有|新增"
)
_WHOLE = lazy_pattern(rf"全年|累计|{ALL_OF_US}|总共|共计|年内")
_ACTIVITY = lazy_pattern(
    r"(?:共|累计|全年|先后|集中)?(?:发放|开展|举办|组织|召开|接受|接待|培训|解答|制作|张贴|印制|推送|发布"
    r"|出动|走访|排查|检查|查处|整改|发现|反馈|责令|转移|覆盖|受众|参与|参加|新建|建成|打造)"
)


def name_before(before: str) -> str:
    """What a figure is said of, by the words right before it: 全年|受理行政复议案件|176件."""
    clause = _CLAUSE.search(before)
    words = _REACHES.sub("", clause.group().rstrip() if clause else "")
    name = _NAME.search(words)
    if name is None:
        return ""
    lead = _LEADS.match(name.group())
    return name.group()[lead.end() if lead else 0 :]


def is_limited(before: str) -> bool:
    """Whether the sentence limits a figure to a part, to another time or to an aim (其中)."""
    sentence = _SENTENCE.search(before)
    return sentence is not None and _LIMITED.search(sentence.group()) is not None


def is_repeatable(name: str, before: str) -> bool:
    """Whether a name is of something done on many occasions, each with its own figure.

    发放宣传资料 happens at every campaign; 全年发放宣传资料 is one figure.
    """
    clause = _CLAUSE.search(before)
    is_whole = clause is not None and _WHOLE.search(clause.group()) is not None
    return _ACTIVITY.match(name) is not None and not is_whole
