"""The frame of a report: title, agency, year, addressee, signature, date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from drafter.model import Passage
from drafter.zh.dates import find_date, find_years
from drafter.zh.width import fold

_TITLE_LIMIT = 70
_TITLE_TAIL = re.compile(r"\s*[（(](?:20\d\d年?度?|征求意见稿|送审稿|审议稿|草案|摘要|公开稿|定稿|讨论稿)[）)]$")
_NOT_IN_TITLE = re.compile(r"[，,。；！？;!?|｜>＞\[\]【】：:]|https?")
_ABOUT = re.compile(r"\s*关于")
_BOOK = re.compile(r"《[^《》]*》")
_RANGE = re.compile(r"(?:19|20)\d\d\s*年?\s*[-–—－~～至到]+\s*(?:19|20)\d\d\s*年?")
_HAN = "一-鿿"


def is_title(text: str, words: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether the words are a whole title: on the subject, ending as reports' titles do, no sentence."""
    bare = _TITLE_TAIL.sub("", text.strip())
    if not 6 <= len(bare) <= _TITLE_LIMIT or _NOT_IN_TITLE.search(bare):
        return False
    if not any(topic in bare for topic in words["title_topics"]) or not bare.endswith(words["title_ends"]):
        return False
    # …法治建设情况 is a chapter heading as often as a title: there, a year or 关于 must stand too.
    return not bare.endswith("情况") or "关于" in bare or bool(re.search(r"20\d\d|二[〇○零]", fold(bare)))


def is_organ(text: str, words: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a line is the name of a body (机关) and nothing else; several may stand side by side."""
    bare = fold(text).strip("()（）")
    if not 3 <= len(bare) <= 40 or re.search(r"[。，；：,;:\d]", bare):  # noqa: PLR2004
        return False
    return bare.endswith(words["organ_ends"]) or bare.startswith(words["organ_starts"])


def title_needs_agency(title: str, words: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a title begins in the middle, so that the line before may carry its beginning."""
    start = title.strip()
    return start.startswith(words["title_continuations"]) or bool(re.match(r"(?:20\d\d|二[〇○零])", start))


def read_addressee(text: str, words: Mapping[str, tuple[str, ...]]) -> str | None:
    """主送机关 if the line is one (`市委、市政府：`), without the colon; None otherwise."""
    bare = text.strip()
    if not bare.endswith(("：", ":")) or not 3 <= len(bare) <= 60:  # noqa: PLR2004
        return None
    names = bare[:-1].strip()
    if re.search(r"[。！？；;：:《》\d]|如下|报告|标题|来源|日期|时间|工作|情况", names):
        return None
    organs = [name for name in re.split(r"[、，,\s]+|和(?=[市县区省州镇乡])", names) if name]
    if not organs or not all(any(word in organ for word in words["addressee_words"]) for organ in organs):
        return None
    return names


def split_title(text: str, words: Mapping[str, tuple[str, ...]]) -> int | None:
    """Where the title ends that a text begins with although body follows on the same line, else None."""
    head = text[:_TITLE_LIMIT]
    ends = "|".join(map(re.escape, sorted(words["title_ends"], key=len, reverse=True)))
    for found in re.finditer(rf"(?:{ends})(?=[\s　]|20\d\d|二[〇○零]|[{_HAN}、]{{2,30}}[：:])", head):
        if is_title(head[: found.end()], words):
            return found.end()
    return None


def read_year(
    title: str | None, passages: Sequence[Passage], names: Iterable[str], metadata: Sequence[str]
) -> int | None:
    """The year reported on (报告期).

    The title decides; without a year there, the votes of the places that speak of the report year: chapter
    headings (in plans, the year before), the lead of the preamble, `现将…2024年…如下`, then the body.
    Years inside 《》 and ranges belong to other documents. The date of publication only settles a tie
    where nothing else is said: a report is published the year after.

    Args:
        title: As found.
        passages: Cut, roles known, parts not yet.
        names: Words that say a heading is about the next year.
        metadata: Noise lines.
    """
    if title and (years := find_years(title)):
        return years[0].year
    if title and (bare := re.search(r"20\d\d", fold(title))):
        return int(bare.group())
    votes: Counter[int] = Counter()
    for passage in passages:
        _vote(passage, votes, tuple(names))
    if votes:
        return max(votes.items(), key=lambda item: (item[1], item[0]))[0]
    dates = [found[0] for line in metadata if (found := find_date(line))]
    return int(dates[0][:4]) - 1 if dates else None


def _vote(passage: Passage, votes: Counter[int], next_words: tuple[str, ...]) -> None:
    text = _RANGE.sub("", _BOOK.sub("", passage.text))
    years = [at.year for at in find_years(text)]
    if not years or passage.role in ("noise", "signature", "date", "attachment"):
        return
    if passage.role == "heading" and passage.level == 1:
        planned = any(word in text for word in (*next_words, "打算", "安排", "思路", "计划", "目标", "重点任务"))
        both = any(word in text for word in ("不足", "问题", "短板"))
        votes[years[-1] - 1 if planned else years[0]] += 6 if not both else 4
    elif passage.role == "preamble":
        votes[years[0]] += 5
        votes[years[-1]] += 3
    elif passage.role == "heading":
        votes[years[0]] += 1
    elif years and find_years(text)[0].start == 0:
        votes[years[0]] += 2
    else:
        votes[years[0]] += 1


@lru_cache(maxsize=8)
def _organ_pattern(ends: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(ends, key=len, reverse=True)))
    return re.compile(rf"[{_HAN}（）()]{{2,24}}?(?:{names})(?![{_HAN}]{{0,2}}(?:员会|公室|事处|党组))")


def agency_of_title(title: str, words: Mapping[str, tuple[str, ...]]) -> str | None:
    """The body that a title names before 关于 or before the year; joint ones joined by 、."""
    cut = _ABOUT.search(title)
    years = find_years(title)
    digits = re.search(r"[２2][０0-9]\d\d|二[〇○零]", title)
    ends = [position for position in (
        cut.start() if cut else None,
        years[0].start if years else None,
        digits.start() if digits else None,
    ) if position is not None]  # fmt: skip
    if not ends:
        topic = [title.find(word) for word in words["title_topics"] if word in title]
        ends = topic
    head = title[: min(ends)] if ends else ""
    head = re.sub(r"[\s　]+", " ", head).strip(" 　、")
    if len(fold(head)) < 2:  # noqa: PLR2004
        return None
    return _joined(head, words)


def _joined(head: str, words: Mapping[str, tuple[str, ...]]) -> str:
    """中共X县委X县人民政府 → 中共X县委、X县人民政府; a single name stays as it is, without blanks."""
    names = [name for name in re.split(r"[ 　、]+", head) if name]
    if len(names) == 1 and names[0].startswith(words["organ_starts"]):
        found = re.match(rf"(中[{_HAN}]{{2,20}}?(?:委员会|党委|党组|党工委|[省市县区州旗镇乡]委))(?=[{_HAN}]{{2}})", names[0])
        if found and names[0][found.end() :].endswith(words["organ_ends"]):
            names = [found.group(1), names[0][found.end() :]]
    if len(names) > 1 and all(name.endswith(words["organ_ends"]) for name in names):
        return "、".join(names)
    return "".join(names)


def find_agency(
    title: str | None,
    signature: str | None,
    texts: Sequence[str],
    published_by: str | None,
    words: Mapping[str, tuple[str, ...]],
) -> str | None:
    """The body that the report speaks for, in the fullest form that the text prints.

    Args:
        title: As found.
        signature: As found.
        texts: Preamble first, then the body, in reading order.
        published_by: 发布机构 of a metadata table; may be a higher or technical body, so it comes last.
        words: Word lists.
    """
    named = agency_of_title(title, words) if title else None
    if named and "、" in named:
        return named
    lead = _subject(texts[0], words) if texts else None
    base = named or (re.sub(r"\s+", "", signature) if signature else None) or lead
    if base is None:
        base = _document_owner(texts, words) or published_by
    if base is None:
        return None
    return _fullest(base, [title or "", signature or "", published_by or "", *texts], words)


def _subject(preamble: str, words: Mapping[str, tuple[str, ...]]) -> str | None:
    """The body that is the subject of the preamble: `2024年，高新区在…领导下`, `2025年度,某局落实…`."""
    head = preamble[:200]
    organs = "|".join(map(re.escape, sorted((*words["organ_ends"], *words["place_ends"]), key=len, reverse=True)))
    bodies = re.compile(
        rf"(?:^|年度?(?:以来)?[，,]?|[，,。]|现将|将)(?P<name>(?!我|本|各|全)[{_HAN}]{{1,16}}?(?:{organs}))"
        rf"(?=(?:、|坚持|始终|认真|深入|学习|贯彻|全面|紧紧|严格|以习近平|以|在|按照|落实|扎实|积极|党工委|切实|持续|围绕|政府|践行|践履|牢固|高度|主动|\d|二〇|法治|把|聚焦|紧扣))"
    )
    for found in bodies.finditer(head):
        name = re.sub(r"([省市县区州旗镇乡])\1", r"\1", found["name"])  # a slip of the pen: 某县县财政局
        if not name.startswith(words["name_openers"]) and not _is_generic(name):
            return _place_of(name)
    return None


def _place_of(name: str) -> str:
    """云南省委 (of 云南省委、省政府) and 东城区政府 → the place: the short form names no single body."""
    found = re.fullmatch(rf"([{_HAN}]{{1,8}}[省市县区州旗镇乡])(?:委|政府)", name)
    return found.group(1) if found else name


def _is_generic(name: str) -> bool:
    """区政府, 省教育厅, 市委: names no particular body."""
    return re.fullmatch(r"[省市县区州旗镇乡局厅委](?:委|政府|人大|委员会|局|厅)?", name) is not None


def _document_owner(texts: Sequence[str], words: Mapping[str, tuple[str, ...]]) -> str | None:
    """A body inside a document's name that calls itself the author: 《X局关于…》; the most frequent one."""
    organs = "|".join(map(re.escape, sorted(words["organ_ends"], key=len, reverse=True)))
    pattern = re.compile(rf"[《〈<](?P<name>[{_HAN}]{{2,20}}?(?:{organs}))(?=关于|[{_HAN}]{{0,12}}(?:办法|方案|规定|细则|制度))")
    count: Counter[str] = Counter()
    for text in texts:
        count.update(found["name"] for found in pattern.finditer(text))
    return count.most_common(1)[0][0] if count else None


def _fullest(base: str, texts: Sequence[str], words: Mapping[str, tuple[str, ...]]) -> str:
    """The longest printed name that ends with `base` or with `base` and an organ's ending."""
    places = "|".join(map(re.escape, sorted(words["place_ends"], key=len, reverse=True)))
    organs = "|".join(
        map(re.escape, sorted(set(words["organ_ends"]) - {"委", "办", "院", "社", "署"}, key=len, reverse=True))
    )
    core = re.escape(base)
    has_ending = base.endswith(words["organ_ends"])
    ending = "" if has_ending else rf"(?:{organs})?"
    pattern = re.compile(rf"(?:(?:[{_HAN}]{{1,8}}?(?:{places})){{0,3}}){core}{ending}")
    best = base
    for text in texts:
        for found in pattern.finditer(text):
            name = _without_openers(found.group(), base, words)
            if len(name) > len(best) and len(name) <= len(base) + 16:
                best = name
    return best


def _without_openers(name: str, base: str, words: Mapping[str, tuple[str, ...]]) -> str:
    """A name without words before it that belong to the sentence (`根据重庆市…` → `重庆市…`)."""
    lead = name[: name.index(base)]
    if any(opener in lead for opener in words["name_openers"] if len(opener) > 1):
        return name[name.index(base) :]
    return name[name.index(base) :] if lead.startswith(words["name_openers"]) else name
