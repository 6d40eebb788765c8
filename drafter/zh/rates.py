"""Rates (比率) in a sentence: what is one, what changes it, what may exceed one hundred."""

from __future__ import annotations

from drafter.zh.changes import CHANGED, FALLEN
from drafter.zh.lazy import lazy_pattern

_CLAUSE = lazy_pattern(r"[^，,。；;：:（(]*$")
_RATE_WORD = (
    r"(?:(?<![效频速概利汇税费])率|比例|占比|比重|覆盖面|满意度|知晓度|好评度|认可度|透明度指数)"
)
_RATE = lazy_pattern(_RATE_WORD)
_CHANGE = lazy_pattern(rf"(?:{CHANGED}|升|降)了?(?:近|约|超|超过|为|达)?$")
_CHANGE_WORD = lazy_pattern(rf"(?:{CHANGED})(?:了|为|约)?$")
_BARE = lazy_pattern(
    r"(?:同比|环比|[较比](?:上一?年|去年|(?:19|20)\d{2}年)度?(?:同期)?(?:的?[\d.]+[%％])?"
    r"|与(?:上年|去年)相比)?(?:又|再|略有|有所)?"
)
"""What a clause that only tells a change may say besides."""
_RATE_END = lazy_pattern(
    rf"{_RATE_WORD}(?:均|都|分别|已|全部)?(?:达到?|为|是|保持在|稳定在|约|近)?了?$"
)
_SHARE = lazy_pattern(
    r"占(?:到|了)?(?![^，,]*(?:任务|目标|计划|上年|去年|年度|指标))[^，,]{1,14}(?:的|为|达)$"
)
_REACHED = lazy_pattern(
    rf"{_RATE_WORD}[^，,。；;]*(?:提高|提升|上升|增加|增长|升|下降|降低|降)(?:到|至|为)$"
)
_GROWING = lazy_pattern(
    r"(?:增长|增|增幅|增速|升幅|完成|达成|执行|达标|达产|回报|收益|投资|杠杆|周转|负债|增值|利用|兑现|使用"
    r"|拨备覆盖|资本充足|偿付|流动性|担保|保障|产销|产能|换手|溢价|入学|结收)[率比]?[^，,]{0,12}$"
)
_CARRIED = lazy_pattern(r"(?:结案|审结|清结|执结|结收)[率比][^，,]{0,6}$")


_SAYS_CARRIED = lazy_pattern(
    r"结转|积案|存案|跨年|(?:上年|往年|历年)[^，,。；;]{0,4}(?:受理|立案|案件)"
)


_OPEN_BASE = lazy_pattern(r"(?:审结|结案|纠错|调撤|和解|败诉|备案)率[^，,]{0,6}$")


_FALL = lazy_pattern(rf"(?:{FALLEN})(?:了|约|近|达到?|为|超过?|逾)*$")
_BELOW_ZERO = lazy_pattern(r"利润|亏损|收益|净|顺差|逆差|赤字|气温|同比增速")
"""What may fall by more than there was of it."""
_LISTED = lazy_pattern(r"(?:[\d.]+[%％](?:、|和|与|及|以及))+$")
"""The percentages in front of one in a list: 分别下降10%、."""
_SEVERALLY = "分别"


def _clause_of(before: str) -> str:
    clause = _CLAUSE.search(before)
    words = clause.group() if clause else ""
    return _LISTED.sub("", words) if _SEVERALLY in words else words


def is_change_of_rate(before: str) -> bool:
    """Whether a percentage, by the words before it, is said of a change of a rate.

    `before` is the levelled text up to the figure. 提高到98% is a level and no change;
    案件量同比下降5% changes a count, 效率提升30% is no rate.
    """
    words = _clause_of(before)
    if not _CHANGE.search(words):
        return False
    if _RATE.search(words):
        return True
    # 办结率98%，同比提高2%: the clause before names the rate and its value.
    named = _clause_of(before[: len(before) - len(words)].rstrip("，,（("))
    bare = _CHANGE.sub("", words)
    is_bare = len(bare) < len(words) and _BARE.fullmatch(bare) is not None
    return is_bare and named.endswith("%") and _RATE.search(named) is not None


def change_word(before: str) -> str | None:
    """The word of a rise or fall right before a figure (同比｜增长), None if there is none."""
    found = _CHANGE_WORD.search(before)
    return found[0] if found else None


def is_rate_name(before: str) -> bool:
    """Whether the words right before a percentage name a rate (按时办结率达) or a share (占总数的).

    A level reached counts as well (比例由28.6%提高到).
    """
    words = _clause_of(before)
    return any(pattern.search(words) for pattern in (_RATE_END, _SHARE, _REACHED))


def is_fall(before: str) -> bool:
    """Whether the words before a percentage tell a fall, which cannot exceed one hundred."""
    words = _clause_of(before)
    return _FALL.search(words) is not None and _BELOW_ZERO.search(words) is None


def may_exceed_hundred(before: str) -> bool:
    """Whether the words before a percentage name a growth or a fulfilment, which may exceed 100."""
    return _GROWING.search(_clause_of(before)) is not None


def may_count_carried(before: str) -> bool:
    """Whether the words before a percentage name a rate of cases closed (结案率).

    Cases carried over from last year may make more closed than came in.
    """
    return _CARRIED.search(_clause_of(before)) is not None


def says_carried(sentence: str) -> bool:
    """Whether a sentence says that cases carried over from last year are counted (含上年结转)."""
    return _SAYS_CARRIED.search(sentence) is not None


def has_open_base(before: str) -> bool:
    """Whether the words before a percentage name a rate that places count from different bases.

    纠错率 is taken of the cases closed, of those closed on the merits or of those accepted, 审结率
    with or without the cases carried over: domain practice, no rule fixes it.
    """
    return _OPEN_BASE.search(_clause_of(before)) is not None


_NUMBER = r"[0-9]{1,9}(?:\.[0-9]{1,4})?"
SHORT_OF_TARGET = lazy_pattern(
    rf"[,，]?(?:但|仍|还|尚)?(?:距离?|离|与|较|比)(?P<target>{_NUMBER})(?P<unit>[^0-9,，。;；的]{{1,4}})的?"
    r"(?:年度|全年)?(?:目标|要求|任务|标准)(?:任务|值|数)?(?:还|尚|仍)?(?:有)?(?:相?差|低|少)了?"
    rf"(?P<short>{_NUMBER})(?:个?百分点|[^0-9,，。;；]{{1,4}})"
)
"""Behind a figure: by how much it stays behind a target (，距15人的目标差2.5人)."""
OBJECT_MARKS = "把将使让"
"""In front of a rate that is to be raised: 把知晓率提到80%."""
RATE_END = lazy_pattern(r"(?:率|比例|比重|满意度|覆盖面)\Z")
"""How the name of a rate ends."""
