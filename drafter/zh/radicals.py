"""Radicals and look-alikes (部首字符) that PDF files print instead of the characters they mean.

A font may have one glyph for 工 and ⼯; programs that make PDF files often name the wrong one, and
then no search finds the word. Both forms look the same, so the plain one is what the author wrote.
"""

from __future__ import annotations

import unicodedata

# Source: Unicode, EquivalentUnifiedIdeograph.txt.
_SUPPLEMENT = {
    "⺁": "厂", "⺄": "乙", "⺆": "冂", "⺈": "刀", "⺊": "卜", "⺋": "㔾", "⺌": "小", "⺍": "小",
    "⺎": "兀", "⺏": "尣", "⺐": "尢", "⺒": "巳", "⺓": "幺", "⺔": "彑", "⺕": "彐", "⺗": "心",
    "⺘": "扌", "⺙": "攵", "⺛": "旡", "⺜": "日", "⺝": "月", "⺞": "歺", "⺟": "母", "⺠": "民",
    "⺡": "氵", "⺢": "氺", "⺣": "灬", "⺥": "爫", "⺦": "丬", "⺨": "犭", "⺫": "罒", "⺬": "示",
    "⺭": "礻", "⺮": "竹", "⺯": "糹", "⺰": "纟", "⺱": "罓", "⺲": "罒", "⺶": "羊", "⺷": "羊",
    "⺸": "羊", "⺹": "耂", "⺺": "肀", "⺼": "肉", "⺾": "艹", "⻁": "虎", "⻂": "衤", "⻃": "覀",
    "⻄": "西", "⻅": "见", "⻆": "角", "⻈": "讠", "⻉": "贝", "⻊": "足", "⻋": "车", "⻌": "辶",
    "⻍": "辶", "⻎": "辶", "⻏": "阝", "⻐": "钅", "⻑": "長", "⻒": "镸", "⻓": "长", "⻔": "门",
    "⻖": "阝", "⻗": "雨", "⻘": "青", "⻙": "韦", "⻚": "页", "⻛": "风", "⻜": "飞", "⻝": "食",
    "⻟": "飠", "⻠": "饣", "⻢": "马", "⻣": "骨", "⻤": "鬼", "⻥": "鱼", "⻦": "鸟", "⻧": "卤",
    "⻨": "麦", "⻩": "黄", "⻪": "黾", "⻫": "斉", "⻬": "齐", "⻭": "歯", "⻮": "齿", "⻯": "竜",
    "⻰": "龙", "⻱": "龜", "⻲": "亀", "⻳": "龟",
}  # fmt: skip
# Kangxi radicals, compatibility ideographs and Latin ligatures: NFKC knows what they stand for.
_COMPATIBLE = (range(0x2F00, 0x2FD6), range(0xF900, 0xFB07), range(0x2F800, 0x2FA20))
_TABLE = {
    code: unicodedata.normalize("NFKC", chr(code)) for codes in _COMPATIBLE for code in codes
} | {ord(radical): char for radical, char in _SUPPLEMENT.items()}


def plain(text: str) -> str:
    """A text with the characters that its radicals and compatibility forms stand for."""
    return text.translate(_TABLE)
