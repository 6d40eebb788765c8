"""What two texts of different years are compared without: years, figures, punctuation.

All patterns are for folded or levelled text.
"""

from __future__ import annotations

from drafter.zh.lazy import lazy_pattern

YEAR_NUMBER = lazy_pattern(
    r"(?<![0-9.])(?:19|20)[0-9]{2}(?=年|[”\"》]|[-—–－~～至到]{1,2}(?:19|20)[0-9]{2}|版)"
    r"|(?<=[—–－~～至到-])(?:19|20)[0-9]{2}(?=年)"
    r"|(?:二[〇零○][一二三四五六七八九〇零○]{2})(?=年)"
)
"""The number of a year, not 2025件."""
NUMBER = lazy_pattern(r"[0-9]+(?:[.,][0-9]+)*[余多]?[万亿]?[余多]?")
"""A number in digits, with what belongs to its amount."""
NOT_WORD = lazy_pattern(r"[^\w%‰]+|_")
"""Punctuation and blanks."""
RUN = lazy_pattern(r"[一-鿿A-Za-z]{2,}")
"""A run of words; figures and signs part them."""
COUNTED = lazy_pattern(
    r"\A[一二三四五六七八九十两几0-9]{1,3}(?:次|期|批|场|处|个|支|轮|件|名|项|部|批次|场次)"
)
"""How many, in front of what is counted: 一次法治督察."""
OPPOSED = lazy_pattern(r"[不未无非免应拟新]")
"""A character that turns an indicator into another one: 不予处罚, 未办结, 应出庭, 新增."""
COMMON_PAIRS = frozenset({
    "法治", "政府", "建设", "工作", "依法", "进一", "一步", "加强", "提升", "能力", "推进", "提高",
    "有待", "落实", "还需", "治建", "持续", "深化", "完善", "强化", "不断", "发展", "经济", "社会",
    "保障", "方式", "形成", "整体",
})  # fmt: skip
"""Pairs of characters that any sentence of this genre may have."""
TITLE = lazy_pattern(r"《([^《》]{2,60})》")
"""The name of a document."""
STAGE = lazy_pattern(
    r"(?:第([一二三四五六七八九0-9])|(?<![一二三四五六七八九十百两0-9第])([一二三四五六七八九])(?=期))([期批])"
    r"(?![间限次普])"
)
"""Which stage of a work: 二期, 第三批; not 一批."""
RATE_CEILING = lazy_pattern(
    r"率[^,。;0-9]{0,6}(?:控制在|不超过|不高于|降[到至]|低于)[0-9.]+%(?:以内|之内|以下)?$"
)
"""A rate that is not to be passed: 纠错率控制在10%以内."""
IN_BRACKETS = lazy_pattern(r"[(（〔][^()（）〔〕]*[)）〕]")
"""What stands in brackets."""
QUOTED = lazy_pattern(r"[“\"]([^“”\"]{2,30})[”\"]")
"""Words in quotation marks."""
FUTURE = lazy_pattern(r"将(?:于|在|继续|进一步|以|建|开|启)|计划(?:于|在)|拟于|下一步|下步|明年")
"""The sign that a sentence speaks of what is still to come."""
PART_OF = lazy_pattern(r"占[^,。;、:]{1,14}\Z")
"""In front of a share of something: 占审结案件的33%."""
