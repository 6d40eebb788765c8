"""Who reports (报告主体): province, city, county, department, town, zone, and what of each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from drafter.errors import UnknownNameError
from drafter.knowledge.outline import Citation
from drafter.zh.lazy import lazy_pattern
from drafter.zh.names import GOVERNED, NAME_END, REPORTED_FOR, SELF, WHOLE
from drafter.zh.width import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from drafter.knowledge.loader import Knowledge

SECOND_NAME = lazy_pattern(r"[(][^()]*[)]?")
_OFFICE = "局"
"""Whatever an office calls itself (我办, 我队), it is of the kind of a 局."""
_JOINT = lazy_pattern(r"[、,;/]")
"""Joint agencies are joined so; one of them tells the kind."""


class Profile(Struct, frozen=True):
    """One kind of reporting body.

    Attributes:
        recognise: Endings of the agency's name.
        expected: Theme keys that its report should touch, in the outline's order.
        leadership: Usual heading of the part on the 第一责任人.
        halves: Whose duties apply: `party`, `government`.
        addressees: Usual 主送机关, as hints.
        copy_to: Usual 抄送, as hints.
        report_by: Day of the following year by which it reports, `3月1日`.
        publish_by: Day by which it publishes.
        source: What these days rest on.
        length: Characters of a usual report, (fewest, most); 0 is no limit.
    """

    key: str
    name: str
    recognise: tuple[str, ...]
    expected: tuple[str, ...]
    leadership: str
    halves: tuple[str, ...]
    addressees: tuple[str, ...]
    copy_to: tuple[str, ...]
    report_by: str
    publish_by: str
    source: Citation
    length: tuple[int, int] = (0, 0)


class Profiles(Struct, frozen=True):
    """All kinds, and the key of the one that is taken when nothing tells."""

    default: str
    rows: tuple[Profile, ...]


def profile_of(
    agency: str | None, title: str | None, knowledge: Knowledge, texts: Iterable[str] = ()
) -> Profile:
    """The kind of body that reports.

    The agency's ending decides (the longest that fits), else the name that the title begins with,
    else how the texts speak of their own body or place (我委, 全省), else the default. A 市 is
    taken for a city unless more is said, although some are counties.
    """
    names = (name for name in (agency, _name_in(title), *_own_words(texts)) if name)
    found = (profile_by_ending(name, knowledge.profiles) for name in names)
    return next(filter(None, found), None) or profile_named(knowledge.profiles.default, knowledge)


def _own_words(texts: Iterable[str]) -> Iterator[str]:
    """What a report calls its own body or place, the commonest first; looked for when asked.

    A body goes before its place: an office may say 我市, no government says 我局.
    """
    told = list(texts)
    own = Counter(found[1] for text in told for found in SELF.finditer(text))
    whole = Counter(found[1] for text in told for found in WHOLE.finditer(text))
    if any(n > 1 for word, n in own.items() if word not in GOVERNED):
        yield _OFFICE
    yield from (found[1] for text in told for found in REPORTED_FOR.finditer(text))
    for words in (own, whole):
        yield from (word if word in GOVERNED else _OFFICE for word, _ in words.most_common())


def profile_named(key: str, knowledge: Knowledge) -> Profile:
    """The profile with this key.

    Raises:
        UnknownNameError: There is none.
    """
    for profile in knowledge.profiles.rows:
        if profile.key == key:
            return profile
    raise UnknownNameError(
        kind="报告主体类型", name=key, known=("auto", *(row.key for row in knowledge.profiles.rows))
    )


def build_profiles(data: Mapping[str, Any]) -> Profiles:
    """The profiles from the values of a valid `profiles.yaml`."""
    return Profiles(data["default"], tuple(_profile(row) for row in data["profiles"]))


def _profile(row: Mapping[str, Any]) -> Profile:
    return Profile(
        key=row["key"],
        name=row["name"],
        recognise=tuple(row["recognise"]),
        expected=tuple(row["expected"]),
        leadership=row["leadership"],
        halves=tuple(row["halves"]),
        addressees=tuple(row["addressees"]),
        copy_to=tuple(row["copy_to"]),
        report_by=row["report_by"],
        publish_by=row["publish_by"],
        source=Citation(**row["source"]),
        length=_length(row.get("length", (0, 0))),
    )


def _length(row: Sequence[int]) -> tuple[int, int]:
    fewest, most = row
    return fewest, most


def _name_in(title: str | None) -> str | None:
    """The name a title begins with, None where it begins with anything else."""
    if title is None:
        return None
    folded = fold(title)
    end = NAME_END.search(folded)
    return folded[: end.start()] if end else None


def profile_by_ending(name: str, profiles: Profiles) -> Profile | None:
    """The profile with the longest fitting ending of the last of joint agencies that fits any.

    None where no ending fits.
    """
    # 城市管理局（综合行政执法局）: the second name of the body says nothing more.
    for single in reversed(_JOINT.split(SECOND_NAME.sub("", fold(name)))):
        fits = [
            (len(word), profile)
            for profile in profiles.rows
            for word in profile.recognise
            if single.endswith(word)
        ]
        if fits:
            return max(fits, key=lambda fit: fit[0])[1]
    return None
