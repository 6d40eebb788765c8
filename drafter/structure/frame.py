"""The frame of a report: title, agency, year, addressee, signature, date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from drafter.knowledge.bodies import short_forms
from drafter.knowledge.outline import Outline
from drafter.knowledge.part_titles import NAMED, part_scores
from drafter.knowledge.titles import TITLE_LENGTH, is_title
from drafter.model import Passage
from drafter.zh.dates import YEAR_UNITS, find_date, find_years
from drafter.zh.heading_text import GAP
from drafter.zh.lazy import lazy_pattern
from drafter.zh.names import (
    ABOUT,
    ASKS_FOR_REPORT,
    BODY_BESIDE,
    BOOK,
    BROKEN_YEAR,
    DOUBLED_LEVEL,
    GENERIC_BODY,
    LEVELS,
    OF_PLANS,
    PARTY_BESIDE,
    PARTY_BODY,
    PLACE,
    PLACE_AND_BODY,
    SEAL,
    SELF,
    SHORT_YEAR,
    TITLE_TAIL,
    WHOLE,
    YEAR_HEAD,
    YEAR_RANGE,
    abbreviates,
    addressee_of,
    close_years,
    commissioned_by,
    document_author,
    document_place,
    fuller_names,
    named_government,
    sentence_subject,
    speaks_as,
    title_ends,
    whole_name,
    without_end,
    without_start,
)
from drafter.zh.width import fold

Words = Mapping[str, tuple[str, ...]]
_NAME_LENGTH = range(3, 41)
_YEAR_ENDS = 11
"""The month from which on a report may be on its own year."""
_LONGEST_LINE = 400
"""A line of more is neither title nor name, whatever blanks and brackets it has at its end."""
_LEAD = 200
"""Code points of a preamble in which its subject is named."""
_LONGER = 16
"""Code points that a fuller name may have more: three levels of places and 人民政府."""
_SHORT_NAME = 10
"""Code points of a name that may be an abbreviation (区国资委, 市人社局)."""
_NOT_IN_NAME = lazy_pattern(r"[。，；：,;:\d]")
_ARABIC_YEAR = lazy_pattern(r"20\d\d")


def is_organ(text: str, words: Words) -> bool:
    """Whether a line is the name of a body (机关), or of several side by side, and nothing else."""
    if len(text) > _LONGEST_LINE:
        return False
    bare = fold(SEAL.sub("", text)).strip("()（）")
    if len(bare) not in _NAME_LENGTH or _NOT_IN_NAME.search(bare):
        return False
    return bare.endswith(words["organ_ends"]) or bare.startswith(words["organ_starts"])


def is_place(text: str, words: Words) -> bool:
    """Whether a line is the name of a place and nothing else: 北桥经济技术开发区, 清河县."""
    bare = fold(text)
    return (
        len(bare) in _NAME_LENGTH
        and not _NOT_IN_NAME.search(bare)
        and bare.endswith(words["place_ends"])
    )


def title_needs_agency(title: str, words: Words) -> bool:
    """Whether a title begins in the middle, so that the line before may carry its beginning."""
    start = title.strip()
    is_begun = start.startswith(words["title_continuations"]) or BROKEN_YEAR.match(start)
    return bool(is_begun or YEAR_HEAD.match(close_years(start)))


def read_addressee(text: str, words: Words) -> str | None:
    """主送机关 if the line is one (`市委、市政府：`), without the colon; None otherwise."""
    return addressee_of(text, words["addressee_words"])


def split_title(text: str, words: Words) -> int | None:
    """Where the title ends that a text begins with although body follows on its line, else None."""
    head = text[: TITLE_LENGTH.stop]
    ends = [found.end() for found in title_ends(words["title_ends"]).finditer(head)]
    # …建设情况的报告宁川市人民政府： the longest title is the whole one.
    return max((end for end in ends if is_title(head[:end], words)), default=None)


def read_year(
    title: str | None, passages: Sequence[Passage], outline: Outline, metadata: Sequence[str]
) -> int | None:
    """The year reported on (报告期).

    The title decides; without a year there, the votes of the places that speak of the report year:
    chapter headings (in plans, the year before), the lead of the preamble, then the body. Years
    inside 《》 and ranges belong to other documents. What the report is asked for, what is annexed
    to it and the date of publication only settle it where nothing else is said: a report is
    published the year after.

    Args:
        title: As found.
        passages: Cut, roles known, parts not yet.
        outline: Tells a heading of the plans.
        metadata: Noise lines.
    """
    # 关于贯彻《纲要（2021—2025年）》暨2024年度…: that of a document only where nothing else tells.
    own = YEAR_RANGE.sub("", BOOK.sub("", title or ""))
    if years := find_years(own):
        return years[0].year
    if bare := _ARABIC_YEAR.search(fold(own)):
        return int(bare.group())
    votes: Counter[int] = Counter()
    is_ahead = False
    for passage in passages:
        if passage.role == "heading" and passage.level == 1:
            named = part_scores(passage.text, outline)
            is_ahead = named.get("plans", 0) >= NAMED and len(named) == 1
        _vote(passage, votes, outline, is_ahead=is_ahead)
    if votes:
        return max(votes.items(), key=lambda item: (item[1], item[0]))[0]
    for text in (title or "", *map(_asked_or_annexed, passages)):
        if years := find_years(text):
            return years[0].year
    dates = [found[0] for line in metadata if (found := find_date(line))]
    if dates:
        return int(dates[0][:4]) - 1
    signed = [found[0] for p in passages if p.role == "date" and (found := find_date(p.text))]
    return _year_before(signed[-1]) if signed else None


def _year_before(date: str) -> int:
    """The year that a report signed on a day is on: its own at the year's end, else the last."""
    year, month = int(date[:4]), int(date[5:7])
    return year if month >= _YEAR_ENDS else year - 1


def _asked_or_annexed(passage: Passage) -> str:
    """The name of the notice that asks for the report, or of what is annexed to it; else ''."""
    if passage.role == "preamble":
        names = [book[0] for book in BOOK.finditer(passage.text) if ASKS_FOR_REPORT.search(book[0])]
        return YEAR_RANGE.sub("", "".join(names))
    is_annexed = passage.role == "attachment" and not OF_PLANS.search(passage.text)
    return YEAR_RANGE.sub("", passage.text) if is_annexed else ""


def _vote(passage: Passage, votes: Counter[int], outline: Outline, *, is_ahead: bool) -> None:
    """Adds what a passage says of the report year; a chapter heading weighs six sentences.

    Args:
        passage: Any.
        votes: By year.
        outline: Tells a heading of the plans.
        is_ahead: Whether it stands in a chapter of plans, which speaks of the year after.
    """
    if not any(unit in passage.text for unit in YEAR_UNITS):
        return  # most passages name no year
    text = YEAR_RANGE.sub("", BOOK.sub("", passage.text))
    found = find_years(text)
    if not found or passage.role in ("noise", "signature", "date", "attachment"):
        return
    first, last = found[0].year, found[-1].year
    if passage.role == "heading" and passage.level == 1:
        scores = part_scores(text, outline)
        planned = scores.get("plans", 0) >= NAMED
        votes[last - 1 if planned else first] += 4 if planned and len(scores) > 1 else 6
    elif passage.role == "preamble":
        votes[first] += 5
        votes[last] += 3
    elif is_ahead:
        if found[0].start == 0:  # 2025年计划…; what it builds on is of any year
            votes[first - 1] += 1
    else:
        votes[first] += 2 if passage.role != "heading" and found[0].start == 0 else 1


def agency_of_title(title: str, words: Words) -> str | None:
    """The body that a title names before 关于 or before the year; joint ones joined by 、."""
    begins = (pattern.search(title) for pattern in (ABOUT, YEAR_HEAD, SHORT_YEAR))
    marks = [found.start() for found in begins if found]
    marks += [at.start for at in find_years(title)[:1]]
    # …局法治政府建设2024年度报告: the subject comes first, unless a name has its words
    # (法治政府建设领导小组办公室关于2024年…).
    before = title[: min(marks)].strip() if marks else ""
    if not marks or (before and not before.endswith((*words["organ_ends"], *words["place_ends"]))):
        marks += [title.find(word) for word in words["title_topics"] if word in title]
    head = " ".join(title[: min(marks)].split()).strip("、") if marks else ""
    about = ABOUT.match(title)
    if about and len(marks) > 1:
        # 关于某县2024年…的报告: who is reported on reports, if it is a place or a body.
        named = title[about.end() : max(marks)].strip()
        is_name = named.endswith((*words["place_ends"], *words["organ_ends"]))
        head = named if is_name and not named.startswith(words["name_openers"]) else head
    head = head or _behind_year(title, words) or ""
    tail = TITLE_TAIL.search(title)
    if not head and tail and is_organ(tail[0].strip(), words):
        return tail[0].strip().strip("（()）")
    return _joined(head, words) if len(fold(head)) > 1 else None


def _behind_year(title: str, words: Words) -> str | None:
    """The body or place between the year that a title begins with and its subject."""
    years = find_years(title)
    ends = [title.find(word) for word in words["title_topics"] if word in title]
    if not years or years[0].start or not ends:
        return None
    named = title[years[0].unit_end : min(ends)].strip()
    is_name = len(named) > 1 and named.endswith((*words["place_ends"], *words["organ_ends"]))
    return named if is_name and not named.startswith(words["name_openers"]) else None


def _joined(head: str, words: Words) -> str:
    """中共X县委X县人民政府 → 中共X县委、X县人民政府; a single name stays, without blanks."""
    names = [name for name in re.split(r"[ 　、]+", head) if name]
    if len(names) == 1 and names[0].startswith(words["organ_starts"]):
        found = PARTY_BODY.match(names[0])
        if found and names[0][found.end() :].endswith(words["organ_ends"]):
            names = [found.group(1), names[0][found.end() :]]
    if len(names) > 1 and all(name.endswith(words["organ_ends"]) for name in names):
        return "、".join(names)
    return "".join(names)


class Page(Struct, frozen=True):
    """The bodies that a page's metadata names.

    Attributes:
        published_by: 发布机构; it may be a higher or technical body and comes last.
        sources: 来源: they tell the full name of an abbreviated body, and whose report it is where
            nothing else does and the report speaks as such a body (我局).
    """

    published_by: str | None = None
    sources: tuple[str, ...] = ()


def find_agency(
    title: str | None,
    signature: str | None,
    texts: Sequence[str],
    page: Page,
    words: Words,
) -> str | None:
    """The body that the report speaks for, in the fullest form that the text prints.

    Args:
        title: As found.
        signature: As found.
        texts: Preamble first, then the body, in reading order.
        page: What the page around the report says.
        words: Word lists.
    """
    published_by = page.published_by
    named = agency_of_title(title, words) if title else None
    if named and "、" in named:
        return named
    lead = _subject(texts[0], words) if texts else None
    signed = "".join(signature.split()) if signature else None
    if signed and lead and signed.endswith(words["inner_offices"]):
        signed = None  # an office signs for the body that the preamble names
    if named and signed and _signs_for(signed, named, words):
        named = signed
    authors = _document_authors(texts, words)
    base = named or _commissioner(texts, words) or signed or lead
    base = base or next(iter(authors), None) or published_by
    base = base or _speaker(page, texts, words) or _governing(texts, words)
    base = base or _place_of_documents(texts, words)
    if base is None:
        return None
    base = _with_place(base, texts)
    if len(base) <= _SHORT_NAME:
        forms = short_forms(words["organ_short_forms"])
        office = published_by and without_end(published_by, words["office_ends"])
        printed = [name for name in (signed, published_by, office, *page.sources, *authors) if name]
        base = next((name for name in printed if abbreviates(base, name, forms)), base)
    governments = words["government_ends"]
    around = [name for name in (title, signature, published_by) if name]
    around += [name for name in page.sources if name.endswith(governments)]
    around += [GAP.sub("", text) for text in texts[:1]]  # 马岭乡 人民政府
    return _fullest(base, [*around, *texts[1:]], words)


def _signs_for(signed: str, named: str, words: Words) -> bool:
    """Whether the government signs of the place that a title names: 某镇人民政府, 某县某镇."""
    places = PLACE.findall(named)
    is_place = bool(places) and named.endswith(places[-1])
    return is_place and signed.removeprefix(places[-1]) in words["government_ends"]


def _speaker(page: Page, texts: Sequence[str], words: Words) -> str | None:
    """The body that the page gives as its source, if the report speaks as such a body (我局)."""
    own = Counter(found for text in texts for found in SELF.findall(text)).most_common(1)
    names = (name for name in page.sources if own)
    return next((n for n in names if speaks_as(n, own[0][0], words["government_ends"])), None)


@lru_cache(maxsize=8)
def _subjects(ends: tuple[str, ...]) -> re.Pattern[str]:
    return sentence_subject(ends)


@lru_cache(maxsize=8)
def _governments(ends: tuple[str, ...]) -> re.Pattern[str]:
    return named_government(ends)


@lru_cache(maxsize=8)
def _commissions(ends: tuple[str, ...]) -> re.Pattern[str]:
    return commissioned_by(ends)


@lru_cache(maxsize=8)
def _authors(ends: tuple[str, ...]) -> re.Pattern[str]:
    return document_author(ends)


def _subject(preamble: str, words: Words) -> str | None:
    """The body that is the subject of the preamble: `2024年，高新区在…领导下`."""
    for found in _subjects((*words["organ_ends"], *words["place_ends"])).finditer(preamble[:_LEAD]):
        name = DOUBLED_LEVEL.sub(r"\1", found["name"])
        if not name.startswith(words["name_openers"]) and not GENERIC_BODY.fullmatch(name):
            # 云南省委 (of 云南省委、省政府) and 东城区政府 name no single body: the place does.
            short = PLACE_AND_BODY.fullmatch(name)
            if not short and BODY_BESIDE.match(preamble, found.end()):
                short = PARTY_BESIDE.fullmatch(name)
            return without_start(short.group(1), words["party_starts"]) if short else name
    return None


def _governing(texts: Sequence[str], words: Words) -> str | None:
    """The government that begins a clause of the preamble, of a place named elsewhere, too."""
    pattern = _governments(words["government_ends"])
    whole = "".join(texts)
    for found in pattern.finditer(texts[0][:_LEAD] if texts else ""):
        is_known = whole.count(found["place"]) > 1
        if is_known and not found["name"].startswith(words["name_openers"]):
            return found["name"]
    return None


def _commissioner(texts: Sequence[str], words: Words) -> str | None:
    """The body in whose name a report is read out: 受某县人民政府委托."""
    pattern = _commissions(words["organ_ends"])
    found = (pattern.search(text[:_LEAD]) for text in texts[:3])  # the speaker may stand above
    return next((one["name"] for one in found if one), None)


def _document_authors(texts: Sequence[str], words: Words) -> list[str]:
    """The bodies that documents are named after (《X局关于…》), the most frequent first."""
    count: Counter[str] = Counter()
    for text in texts:
        count.update(found["name"] for found in _authors(words["organ_ends"]).finditer(text))
    return [name for name, _ in count.most_common()]


def _place_of_documents(texts: Sequence[str], words: Words) -> str | None:
    """The place that documents are about (《某区法治工作要点》), where the report is of a place."""
    own = Counter(found[1] for text in texts for found in WHOLE.finditer(text)).most_common(1)
    if not own:
        return None
    pattern = document_place(own[0][0])
    names = Counter(found["name"] for text in texts for found in pattern.finditer(text))
    named = (n for n, _ in names.most_common() if not n.startswith(words["name_openers"]))
    whole = "".join(texts)  # a document of another place is told once
    return next((name for name in named if whole.count(name) > 1), None)


def _with_place(name: str, texts: Sequence[str]) -> str:
    """A government told by its level alone (区人民政府) with the place that it has elsewhere."""
    if name[0] not in LEVELS:
        return name
    pattern = whole_name(name)  # 原云屏县人民政府 has another name now
    return next((found[1] for text in texts for found in pattern.finditer(text)), name)


def _fullest(base: str, texts: Sequence[str], words: Words) -> str:
    """The longest printed name of `base`, places before it and an organ's ending after it."""
    complete = base.endswith(words["organ_ends"])
    unsure = words["organ_ends_unsure"]
    endings = () if complete else tuple(e for e in words["organ_ends"] if e not in unsure)
    best = base
    for text in texts:
        for found in fuller_names(base, text, words["place_ends"], endings):
            name = _without_openers(found, base, words)
            if len(best) < len(name) <= len(base) + _LONGER:
                best = name
    return best


def _without_openers(name: str, base: str, words: Words) -> str:
    """A name without words before it that belong to the sentence (`根据重庆市…` → `重庆市…`)."""
    start = name.index(base)
    lead = name[:start]
    inside = any(opener in lead for opener in words["name_openers"] if len(opener) > 1)
    return name[start:] if inside or lead.startswith(words["name_openers"]) else name
