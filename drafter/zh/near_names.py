"""Names of laws that are a slip of the pen from a known one (法名错字): 民族区域自制法."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.zh.lazy import lazy_pattern

_VERSION = lazy_pattern(r"[（(][^（）()]*[）)]\Z")
"""（2021年修订）, （草案）: behind a name, no part of it."""
_STATE = "中华人民共和国"
_ANY = "＊"
_SHORTEST = 5
"""Characters of a name near which another is no coincidence."""
_SHORT_ENDS = ("保护法", "管理法", "安全法", "促进法", "保障法")
"""What many short names end in, each of its own subject: 湿地保护法, 耕地保护法."""
_STEM = 2
"""Characters at the beginning of a short name that must be the same."""
_ENDS = {"法": "法", "条例": "条例", "条列": "条例", "条倒": "条例", "规定": "规定", "法典": "法典"}
"""How a name ends, right or misspelt → its kind; 办法 is no 法."""
SURE_ENDS = ("法", "条列", "规定")
"""Ends of names of laws that no place gives its own rules, one that is a slip by itself, and that
of the few rules of the Party that are listed."""
_SWAPPED = {"法": ("条例", "暂行条例"), "条例": ("法",)}
"""How the name of a law of the country ends → what another one may end in that is meant."""
_NOT_LAWS = ("办法", "方法", "做法", "说法", "看法")


def bare_title(title: str) -> str:
    """The name within 《》, without the state's name in front and the version behind."""
    return _VERSION.sub("", title.strip("《》 \u3000").removeprefix(_STATE)).strip()


def is_of_state(title: str) -> bool:
    """Whether the state stands in front of a name, which no rule of a place has."""
    return title.strip("《 \u3000").startswith(_STATE)


class NearNames:
    """The names that are known, found from one with a single slip in it.

    Indexed by what one wrong, lost or added character leaves and by the characters in any order, so
    that a look-up does not compare with each of them.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        self._wrong: dict[str, set[str]] = {}
        self._lost: dict[str, set[str]] = {}
        self._moved: dict[str, set[str]] = {}
        for name in self._names:
            if len(name) < _SHORTEST or (len(name) == _SHORTEST and name.endswith(_SHORT_ENDS)):
                continue
            self._moved.setdefault(_sorted(name), set()).add(name)
            for i in range(_first(name), len(name)):
                self._wrong.setdefault(f"{name[:i]}{_ANY}{name[i + 1 :]}", set()).add(name)
                self._lost.setdefault(name[:i] + name[i + 1 :], set()).add(name)

    def meant(self, title: str) -> str | None:
        """The one known name that a title is a slip from; None if it is known, or none is near.

        One that ends otherwise (条例 of a place for a law) is another text, and so is one with
        more in front (市优化营商环境条例).
        """
        kind = _kind(title)
        if title in self._names or kind is None:
            return None
        near = set(self._moved.get(_sorted(title), ()))  # 治安处罚管理法
        for i in range(len(title)):
            near |= self._wrong.get(f"{title[:i]}{_ANY}{title[i + 1 :]}", set())
            added = title[:i] + title[i + 1 :]
            if i and added in self._names and len(added) > _SHORTEST:
                near.add(added)
        if len(title) >= _SHORTEST:
            near |= {name for name in self._lost.get(title, ()) if len(name) > _SHORTEST}
        near = {name for name in near if _kind(name) == kind}
        return near.pop() if len(near) == 1 else None

    def of_other_kind(self, title: str) -> str | None:
        """The known name that one is but for 法 and 条例: 政府信息公开法, 行政复议条例."""
        if title in self._names:
            return None
        for end, others in _SWAPPED.items():
            if title.endswith(end):
                stem = title.removesuffix(end)
                return next((stem + x for x in others if stem + x in self._names), None)
        return None


def _sorted(name: str) -> str:
    return "".join(sorted(name))


def _first(name: str) -> int:
    """The first character that may be the wrong one."""
    return _STEM if len(name) == _SHORTEST else 0


def _kind(name: str) -> str | None:
    if name.endswith(_NOT_LAWS):
        return None
    return next((_ENDS[end] for end in _ENDS if name.endswith(end)), None)
