"""Sums (合计关系): totals with their parts, in sentences and in tables."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby, takewhile

from msgspec import Struct
from msgspec.structs import replace

from drafter.facts.changes import is_prior
from drafter.facts.increments import is_increment
from drafter.facts.noun_phrases import ATTENDING_UNITS
from drafter.facts.terms import (
    NO_COUNTS,
    PERCENT_UNITS,
    PIECES,
    Relations,
    Term,
    agrees,
    make_identity,
    places_of,
)
from drafter.model import Figure, Identity, Passage
from drafter.zh.quantities import MONEY, level
from drafter.zh.relations import (
    ADDED,
    AT_STOP,
    BEHIND_BRACKET,
    CHANGE_COLUMN,
    KINDS_JOINED,
    LISTED,
    NAMES_KINDS,
    OF_ABOVE,
    OF_THESE,
    OPENS_LIST,
    OPPOSITE,
    RATE_ROW,
    REST,
    TOGETHER,
    TOLD_WITHOUT,
    TOTALLED,
    WHOLE_YEARS,
    YEAR_PART,
    is_parted,
)
from drafter.zh.small_words import AND, IS_OR_HAS, NEARLY
from drafter.zh.table_rows import cells_of

# Share of the total beyond which the list is more likely incomplete than wrong.
_FAR_SUM = Decimal("0.1")
# Share of the total up to which three parts or more that make too much are asked about: kinds may
# coincide (罚款、没收), but hardly where no word of them does.
_FAR_BEYOND = Decimal("0.2")
# Share of the total up to which what a list of three parts lacks is more likely an error: who names
# kinds down to the smallest leaves none out, and a rest would be called one (其他).
_NEAR_SUM = Decimal("0.05")
# A list of three parts that lacks exactly so much has a wrong digit rather than a part left out.
_SLIPS = frozenset({Decimal(10), Decimal(100), Decimal(1000)})
_FEWEST_ROWS = 2
_FEWEST_PARTS = 2  # one figure is a subset, not a list of parts
_SAID_OF_IT = frozenset({MONEY, *NO_COUNTS})
"""Units of what is told beside a total and has no parts that are counted: fines and rates."""
_MOST_PARTS = 40  # of one total; no report lists more
_NAME_WITHIN = 20
_NAMES_WITHIN = 24
_DEED = 2  # code points of a verb
_MOST_TURNS = 3  # kinds of figures told of each part: 件、人、万元


def find_sums(terms: list[Term], relations: Relations) -> Iterator[Identity]:
    """Totals with their parts: 受理187件，其中公安类72件、…、其他36件."""
    taken: set[int] = set()
    for i, term in enumerate(terms):
        if i in taken or not term.is_exact or term.figure.unit in NO_COUNTS:
            continue
        parts = _parts_behind(terms, i, relations)
        if parts is not None and not taken.isdisjoint(map(terms.index, parts.members)):
            continue  # of the total before: 立案26起，比去年多8起，其中…
        identity = None
        if parts is not None:
            identity = _sum_of_others(terms[:i], parts.members) or _sum(term, parts, relations)
            if identity is not None and _is_of_row(terms[: i + 1], identity, parts.members):
                identity = None
            if identity is not None and (identity.holds or parts.is_announced):
                taken |= {terms.index(x) for x in parts.members}
                yield identity
            if parts.is_announced or identity is not None:
                continue
        identity = _gathered(terms, i, relations)
        if identity is not None:
            yield identity


def _gathered(terms: list[Term], i: int, relations: Relations) -> Identity | None:
    """The relation of figure `i` to those before it, where words say that it is their sum."""
    if i < _FEWEST_PARTS:
        return None
    if _is_behind_alike(terms, i) and _gathers(terms[i - 1], terms[i], relations):
        found = _sum(terms[i], _Parts(_run_before(terms, i)), relations, is_suffix=True)
        if found is not None:
            return found
    if not ADDED.search(terms[i - 1].gap) and not _is_total(terms[i].lead, relations):
        return None
    # 新收438件，同比增长26.6%，加上结转31件，共469件; 合同43份、文件11件，共计54件: of these only
    # what adds up is known to be a sum.
    near = terms[max(0, i - _MOST_PARTS) : i]
    before = [x for x in near if x.figure.unit not in PERCENT_UNITS and not is_increment(x)]
    row = _run_before([*before, terms[i]], len(before), is_mixed=True)
    if terms[i].figure.unit not in PIECES or any(relations.parts.search(x.gap) for x in row):
        return None
    found = _sum(terms[i], _Parts(row), relations, is_suffix=True) if len(row) > 1 else None
    return found if found and len(found.operands) == len(row) else None


def _gathers(last: Term, term: Term, relations: Relations) -> bool:
    """Whether a figure is said to be the sum of those before it."""
    if _is_total(term.lead, relations) or _is_total(term.gap, relations):
        return True
    if TOTALLED.match(term.lead) and LISTED.match(last.gap):
        return True
    return ADDED.search(last.gap) is not None and TOGETHER.match(term.lead) is not None


class _Parts(Struct, frozen=True):
    """The figures said to be parts of another.

    Attributes:
        is_full: Whether none should be missing: 其他 is among them, or 分别为 in front.
        is_complete: Whether 分别为 says so.
        is_announced: Whether words say that they are parts; 24项中 may begin anything.
        is_year: Whether they are all quarters, or both halves, of the year.
    """

    members: list[Term]
    is_full: bool = False
    is_complete: bool = False
    is_announced: bool = True
    is_year: bool = False


def _is_total(lead: str, relations: Relations) -> bool:
    """Whether words end in 合计, 共计为."""
    bare = lead.rstrip()
    return relations.totals.at_end(bare[:-1] if bare.endswith(IS_OR_HAS) else bare) is not None


def _sum_of_others(before: list[Term], members: list[Term]) -> Identity | None:
    """Parts may belong to an earlier total: 排查纠纷386件，化解379件，其中婚姻类… add up to 386."""
    for term in reversed(before):
        if term.figure.unit == members[0].figure.unit and term.is_exact:
            added = sum((x.number for x in members), Decimal(0))
            if added == term.number:
                return make_identity("sum", term, added, tuple(members), holds=True)
    return None


def _is_of_row(before: list[Term], identity: Identity, members: list[Term]) -> bool:
    """Whether parts are of all of a row: 建议29件、提案35件，其中省级4件、市级60件."""
    if identity.holds:
        return False
    rest = sum((x.number for x in members), Decimal(0))
    for term in reversed(before[-_MOST_PARTS:]):
        if not term.is_exact or term.figure.unit != before[-1].figure.unit:
            return False
        rest -= term.number
        if rest <= 0:
            break
    return rest == 0


def _parts_behind(  # noqa: PLR0911 -- one line a case
    terms: list[Term], i: int, relations: Relations
) -> _Parts | None:
    """The figures announced as parts of figure `i`."""
    first = i + 1
    while first < len(terms) and _is_told_beside(terms[first], relations):
        first += 1  # 立案27起，比去年多8起，其中…
    # 受理3762件次，其中住建领域1657件
    if first == len(terms) or not relations.are_alike(
        terms[first].figure.unit, terms[i].figure.unit
    ):
        return None
    gap = terms[first].gap
    marker = relations.parts.search(gap)
    is_bracketed = marker is None and _opens_bracket(gap)
    is_announced = marker is not None or is_bracketed
    if not is_announced and not OF_THESE.match(gap):
        return None
    if is_parted(gap[: marker.start() if marker else 0]):
        return None
    step = relations.to_words.at_end(gap.rstrip(NEARLY))
    if step is not None and len(step[0]) > 1:
        return None  # 由60个、30个工作日分别压缩至20个、10个工作日; no 收到, 接到
    unit = terms[first].figure.unit
    members = _members(terms, first, unit, relations, is_bracketed=is_bracketed)
    if len(members) < _FEWEST_PARTS:
        return None
    added = sum((x.number for x in members), Decimal(0))
    if any(x.number == added for x in terms[i + 1 : first]):
        return None  # 立案26起，比上年增加8起，其中…: of the 8
    if members[0].number > terms[i].number and relations.unlike.search(members[0].lead):
        return None  # 督察单位20个，其中发现问题49个、整改46个、其余3个: of the 49
    is_complete = marker is not None and marker[0] in relations.complete
    is_year = _are_a_year(members)
    is_complete = is_complete or is_year or _are_opposites(members, relations)
    is_full = is_complete or any(relations.rests.search(x.lead) for x in members)
    is_full = is_full or _are_a_pair(members, relations) or _are_named(terms[i], members, relations)
    return _Parts(members, is_full, is_complete, is_announced, is_year)


def _is_told_beside(term: Term, relations: Relations) -> bool:
    """Whether a figure says of the one before it how it changed, and begins no list."""
    if term.figure.unit in PERCENT_UNITS:
        return True
    is_prior_year = is_prior(term) and not relations.sources.at_end(term.lead)  # 上年结转20件
    return (is_increment(term) or is_prior_year) and relations.parts.search(term.gap) is None


def _are_a_year(members: list[Term]) -> bool:
    """Whether parts are those of the year: 一季度1次、二季度2次、三季度2次、四季度1次."""
    return frozenset(_quarters(members)) in WHOLE_YEARS and _are_of_a_year(members)


def _are_of_a_year(members: list[Term]) -> bool:
    """Whether parts are told by quarters or halves of the year, none of them twice."""
    named = _quarters(members)
    return len(named) == len(members) == len(set(named))


def _quarters(members: list[Term]) -> list[str]:
    told = [YEAR_PART.search(member.lead) for member in members]
    return [found[1] or found[2] for found in told if found]


def _are_a_pair(members: list[Term], relations: Relations) -> bool:
    """Whether two kinds that mostly leave no third end a list: 简易程序、一般程序."""
    kinds = frozenset(x.kind(relations.parts) for x in members)
    return kinds in relations.whole_pairs and not TOLD_WITHOUT.match(members[-1].after)


def _are_named(whole: Term, members: list[Term], relations: Relations) -> bool:
    """Whether a total names the kinds of its parts and no other: 酒驾醉驾、建议和提案."""
    kinds = [x.kind(relations.parts) for x in members]
    if not all(kinds):
        return False
    words = NAMES_KINDS.search(whole.gap[-_NAMES_WITHIN:])
    if words is None:
        return False
    named = KINDS_JOINED.split(words[0])
    if len(named) == 1:
        return any(named[0].endswith("".join(row)) for row in (kinds, kinds[::-1]))
    if len(named) != len(kinds):
        return False
    return all(sum(kind in one for one in named) == 1 for kind in kinds) and all(
        any(kind in one for kind in kinds) for one in named
    )


def _are_apart(members: list[Term], relations: Relations) -> bool:
    """Whether nothing can be of two kinds, the only ones of a list."""
    kinds = frozenset(x.kind(relations.parts) for x in members)
    return kinds in relations.whole_pairs or kinds in relations.apart_pairs


def _are_opposites(members: list[Term], relations: Relations) -> bool:
    """Whether a list has two kinds of which one is all that the other is not."""
    if len(members) != _FEWEST_PARTS:
        return False
    one, two = (x.kind(relations.parts) for x in members)
    found = OPPOSITE.search(two) or OPPOSITE.search(one)
    other = one if found and found.string is two else two
    return found is not None and other.endswith(found["kind"])


def _opens_bracket(gap: str) -> bool:
    """Whether a bracket opens behind a figure and is still open: 2件（撤销1件, 2个镇（甲类1个."""
    return OPENS_LIST.match(gap) is not None and ")" not in gap and "）" not in gap


def find_sums_taken_up(
    terms: list[Term], before: list[Term], relations: Relations
) -> Iterator[Identity]:
    """Totals whose parts a new sentence or the words behind a semicolon take up.

    立案138件。其中，公安52件、交通9件、市监77件. What does not add up is told only where a single
    count stands before it, and not behind 立案案件中，, where some may be left out or told twice.

    Args:
        terms: Of a sentence.
        before: Of the sentence before it.
        relations: The words.
    """
    for k, term in enumerate(terms):
        taken_up = OF_ABOVE.search(term.gap)
        if taken_up is None:
            continue
        wholes = [x for x in (terms[:k] if k else before) if _may_be_whole(x, term, relations)]
        lists = [
            _members(terms, k, term.figure.unit, relations, is_bracketed=False, is_loose=is_loose)
            for is_loose in (False, True)
        ]
        found = _fitting(wholes, lists)
        is_closed = taken_up["open"] is None
        if found is None and is_closed and len(wholes) == 1 and len(lists[0]) > 1:
            found = _sum_taken_up(wholes[0], lists[0], relations)
        if found is not None:
            yield found


def find_sums_apart(terms: list[Term], relations: Relations) -> Iterator[Identity]:
    """Totals that other figures part from their parts, and parts of several totals in turn.

    出动1936次，营救487人，其中消防出动1702次、…; 处罚30件，罚款9万元，其中事故2件、罚款5万元….
    """
    for k, term in enumerate(terms):
        if k < _FEWEST_PARTS or not relations.parts.search(term.gap):
            continue
        row = _run_of(terms, k, relations)
        turns = _turns(row)
        if not turns:  # 其中食品类21起、药品类8起，公示率100%: a rate ends the list
            row = list(takewhile(lambda x: x.figure.unit not in PERCENT_UNITS, row))
            turns = _turns(row)
        if not turns:  # 其中食品类21起、药品类8起，培训10期
            row = _alike_from(row)
            turns = _turns(row)
        for turn in range(turns):
            members = row[turn::turns]
            whole = _whole_apart(terms[:k], members[0], relations)
            if whole is None or (turns == 1 and whole is terms[k - 1]):
                continue
            found = _sum_apart(whole, members, terms[:k], relations)
            if found is not None:
                yield found


def _run_of(terms: list[Term], first: int, relations: Relations) -> list[Term]:
    """The figures from one on that a semicolon or the next list ends."""
    row = terms[first : first + 1]
    for term in terms[first + 1 :]:
        if is_parted(term.gap) or relations.parts.search(term.gap):
            break
        row.append(term)
    return row


def _alike_from(row: list[Term]) -> list[Term]:
    """The beginning of a row, as far as one unit goes."""
    return list(takewhile(lambda x: x.figure.unit == row[0].figure.unit, row))


def _turns(row: list[Term]) -> int:
    """After how many figures of a list the units begin again (件、万元、件、万元); 0 if not."""
    units = [term.figure.unit for term in row]
    for size in range(1, _MOST_TURNS + 1):
        if len(units) < 2 * size or len(set(units[:size])) < size:
            break
        if all(unit == units[k % size] for k, unit in enumerate(units)) and not len(units) % size:
            return size
    return 0


def _whole_apart(before: list[Term], part: Term, relations: Relations) -> Term | None:
    """The nearest total in front of 其中 that counts what a part counts, in the same clause."""
    if part.figure.unit in NO_COUNTS:
        return None
    for term in reversed(before):
        if relations.are_alike(term.figure.unit, part.figure.unit):
            return None if is_prior(term) or not _may_be_whole(term, part, relations) else term
        if is_parted(term.gap):
            return None
    return None


def _sum_apart(
    whole: Term, members: list[Term], before: list[Term], relations: Relations
) -> Identity | None:
    """The relation of a total to such parts; one that fails only where all tell the same deed.

    Or where it can be of no other total: 处罚1956宗，罚没1240万元，其中…、其他395宗.
    """
    if not all(x.is_exact for x in members):
        return None
    added = sum((x.number for x in members), Decimal(0))
    if added == whole.number:
        return make_identity("sum", whole, added, tuple(members), holds=True)
    is_list = len(members) > _FEWEST_PARTS
    is_same_deed = is_list and whole.lead and members[0].lead.endswith(whole.lead[-_DEED:])
    between = before[before.index(whole) + 1 :]
    is_only = not any(
        relations.are_alike(x.figure.unit, whole.figure.unit) for x in before if x is not whole
    )
    is_of_it = (
        is_only
        and not any(relations.unlike.search(x.lead) for x in members)
        and all(x.figure.unit in _SAID_OF_IT for x in between)
    )
    if is_same_deed or is_of_it:
        found = _sum(whole, _Parts(members, is_of_it and _closes(members)), relations)
        return found and replace(found, certain=False)
    return None


def _may_be_whole(term: Term, part: Term, relations: Relations) -> bool:
    """Whether a figure before 其中 counts what its parts count."""
    if not term.is_exact or term.figure.unit in NO_COUNTS or is_increment(term):
        return False
    return relations.are_alike(term.figure.unit, part.figure.unit)


def _fitting(wholes: list[Term], lists: list[list[Term]]) -> Identity | None:
    """The nearest total that some parts add up to."""
    for whole in reversed(wholes):
        for members in lists:
            added = sum((x.number for x in members), Decimal(0))
            if len(members) > 1 and added == whole.number:
                return make_identity("sum", whole, added, tuple(members), holds=True)
    return None


def _sum_taken_up(whole: Term, members: list[Term], relations: Relations) -> Identity | None:
    """The relation of parts to the only count of the sentence before them."""
    if any(relations.unlike.search(x.lead) for x in members) or is_prior(whole):
        return None
    is_full = any(relations.rests.search(x.lead) for x in members)
    return _sum(whole, _Parts(members, is_full), relations)


def _members(  # noqa: PLR0913 - where a list may end
    terms: list[Term],
    first: int,
    unit: str | None,
    relations: Relations,
    *,
    is_bracketed: bool,
    is_loose: bool = False,
) -> list[Term]:
    """The exact figures of one unit from `first` on, as far as the list goes.

    A loose list goes on behind a semicolon.
    """
    members: list[Term] = []
    for k, term in enumerate(terms[first:]):
        if k and ((is_parted(term.gap) and not is_loose) or relations.parts.search(term.gap)):
            break
        if is_bracketed and k and BEHIND_BRACKET.match(term.gap):
            break
        if term.figure.unit in PERCENT_UNITS:
            continue
        if term.figure.unit != unit or not term.is_exact:
            break
        members.append(term)
    return members


def _is_behind_alike(terms: list[Term], i: int) -> bool:
    """Whether two figures of its unit stand before a figure; few do, so it is asked for first."""
    unit = terms[i].figure.unit
    return i > 1 and terms[i - 1].figure.unit == unit == terms[i - 2].figure.unit


def _run_before(terms: list[Term], i: int, *, is_mixed: bool = False) -> list[Term]:
    """The exact figures right before figure `i`, of its unit or, mixed, of any that is counted."""
    members: list[Term] = []
    for term in reversed(terms[:i]):
        is_other = term.figure.unit != terms[i].figure.unit
        if not term.is_exact or (term.figure.unit not in PIECES if is_mixed else is_other):
            break
        members.insert(0, term)
        if is_parted(term.gap):
            break
    return members


def _sum(
    total: Term, parts: _Parts, relations: Relations, *, is_suffix: bool = False
) -> Identity | None:
    """The relation of a total and its parts, None if the parts need not be all there are."""
    parts = _first_division(parts, relations)
    members = parts.members
    places = places_of(total.figure.value)
    sizes = range(len(members), len(members) - 1 if parts.is_year else 1, -1)
    for size in sizes:
        chosen = members[-size:] if is_suffix else members[:size]
        added = sum((x.number for x in chosen), Decimal(0))
        if added == total.number or (places and _agrees_scaled(added, total)):
            return make_identity("sum", total, added, tuple(chosen), holds=True)
    new = [x for x in members if not is_prior(x)]
    if 1 < len(new) < len(members) and sum((x.number for x in new), Decimal(0)) == total.number:
        # 其中上年结转6件，予以公开98件…: what was carried over is told of the same cases again.
        return make_identity("sum", total, total.number, tuple(new), holds=True)
    chosen = _parallel(members)
    if len(chosen) < 2 or is_suffix:  # noqa: PLR2004 - a list
        return None
    added = sum((x.number for x in chosen), Decimal(0))
    kinds = [x.kind(relations.parts) for x in chosen]
    overlap = sum(relations.overlapping.search(kind) is not None for kind in kinds)
    if overlap > 1 and added > total.number:
        return None  # 农民工、妇女、老年人: one person may be all of them
    near = abs(added - total.number) <= total.number * _FAR_SUM
    # Two may be steps of one case (立案28件，结案26件); two kinds are parted by 、.
    is_list = len(chosen) > 2 or chosen[1].gap.lstrip().startswith(("、", AND[0]))  # noqa: PLR2004
    too_many = near and added > total.number and is_list
    is_open = chosen[-1].behind.startswith(relations.open_ends) and not too_many
    slipped = len(chosen) > 2 and _is_short(total, chosen, added, is_open=is_open)  # noqa: PLR2004
    is_full = parts.is_full and not is_open
    # 5个部门，其中县直3个、乡镇4个: nothing is both.
    is_beyond = added > total.number and (
        _are_apart(chosen, relations)
        or _are_of_a_year(chosen)
        or _is_far_beyond(total, chosen, added, relations)
    )
    is_whole = is_full and (near or parts.is_year or _closes(chosen))
    if is_whole or too_many or slipped or is_beyond:
        return make_identity(
            "sum",
            total,
            added,
            tuple(chosen),
            holds=False,
            reading=None if parts.is_year else _sum_reading(added, total, chosen),
            # What is missing may have been left out on purpose unless the words close the list.
            certain=not overlap and len(chosen) > 2 and chosen[1].lead != ""  # noqa: PLR2004 - as above
            if too_many
            else not is_open and (parts.is_complete or _closes(chosen)),
        )
    return None


def _first_division(parts: _Parts, relations: Relations) -> _Parts:
    """What came in, without what became of it: 结转0件，新收80件，｜已办结79件，其余2件."""
    sources = [x for x in parts.members[:_FEWEST_PARTS] if relations.sources.search(x.lead)]
    carried = [x for x in sources if relations.carried.search(x.lead)]
    if len(sources) < _FEWEST_PARTS or len(carried) != 1:
        return parts
    rest = parts.members[_FEWEST_PARTS:]
    is_done = rest and (
        relations.gone.search(rest[0].lead) or relations.settled.search(rest[0].lead)
    )
    is_all = is_done or not rest
    return _Parts(sources, is_full=True, is_complete=True) if is_all else parts


def _is_far_beyond(total: Term, members: list[Term], added: Decimal, relations: Relations) -> bool:
    """Whether a list of three or more makes so much too much that it is worth a look."""
    if len(members) <= _FEWEST_PARTS or added > total.number * (1 + _FAR_BEYOND):
        return False
    if not all(_sign(x) == "、" or x.gap.lstrip("）)").startswith("、") for x in members[1:]):
        return False
    return not any(
        words.search(x.kind(relations.parts))
        for words in (relations.coinciding, relations.overlapping)
        for x in members
    )


def _is_short(total: Term, members: list[Term], added: Decimal, *, is_open: bool) -> bool:
    """Whether a list lacks a slip's worth of its total, or less than any kind it names."""
    off = total.number - added
    if off <= 0 or off > total.number * _FAR_SUM:
        return False
    is_near = off <= total.number * _NEAR_SUM and off < min(term.number for term in members)
    # People may be two of the things named; a rest may be told without a number (其余为咨询类).
    is_whole = total.figure.unit not in ATTENDING_UNITS and not TOLD_WITHOUT.match(
        members[-1].after
    )
    return off in _SLIPS or (is_near and is_whole and not is_open)


def _closes(members: list[Term]) -> bool:
    """Whether 其他 ends a list, so that nothing can be missing from it."""
    return REST.match(members[-1].gap.strip()) is not None


def _agrees_scaled(added: Decimal, total: Term) -> bool:
    """Whether a sum agrees with a total printed with decimals (1.2万)."""
    printed = "".join(c for c in level(total.figure.value) if c in "0123456789.")
    if not printed or total.number == 0:
        return False
    scale = total.number / Decimal(printed) if Decimal(printed) else Decimal(1)
    return agrees(added / scale, Decimal(printed), places_of(total.figure.value))


def _parallel(members: list[Term]) -> list[Term]:
    """The beginning of a list, as far as the same sign parts its members."""
    kept = members[:1]
    for term in members[1:]:
        if kept[1:] and _sign(term) != _sign(kept[1]):
            break
        kept.append(term)
    return kept


def _sign(term: Term) -> str:
    """What parts a figure from the one before it; 14件维持、3件驳回 has the kinds in between."""
    gap = term.gap.strip()
    is_first = term.lead or not gap or AT_STOP.match(gap)
    return gap[:1] if is_first else gap[-1:]


def _sum_reading(added: Decimal, total: Term, members: list[Term]) -> str | None:
    """How the sum would hold: the difference, if it looks like a slip in one figure."""
    off = total.number - added
    if off > 0:
        return f"各分项合计{_plain(added)}，比总数少{_plain(off)}；如另有未列出的类别，补列后成立"
    over = [x for x in members if x.number == -off]
    return f"“{over[0].lead}{over[0].figure.text}”如为重复计入，除去后成立" if over else None


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def find_table_sums(
    tables: list[Passage], by_passage: dict[int, list[Figure]], relations: Relations
) -> Iterator[Identity]:
    """Columns of a table that end in a row with the total."""
    rows = [row for passage in tables for row in _rows(passage, by_passage.get(passage.id, []))]
    shares = _share_columns(tables, by_passage)
    for i, (name, figures) in enumerate(rows):
        if i < _FEWEST_ROWS or not relations.totals.match("".join(name.split()).lstrip("|")):
            continue
        above = [cells for _, cells in rows[:i] if len(cells) == len(figures)]
        if not above:
            continue  # 合计|1421|—: its numbers stand in other columns than those above
        is_flat = len(above) == i and not any(relations.parts.search(w) for w, _ in rows[:i])
        for column, total in enumerate(figures):
            if len(figures) - column in shares:
                continue
            identity = _column_sum(total, [cells[column] for cells in above])
            if identity is not None and (identity.holds or is_flat):
                yield identity


def _share_columns(tables: list[Passage], by_passage: dict[int, list[Figure]]) -> frozenset[int]:
    """The columns of shares and changes, which add up to nothing, counted from the last one."""
    head = [] if not tables or by_passage.get(tables[0].id) else cells_of(tables[0].text)
    is_share = (RATE_ROW.search(cell) or CHANGE_COLUMN.match(cell) for cell in reversed(head))
    return frozenset(k for k, told in enumerate(is_share, start=1) if told)


def _rows(passage: Passage, figures: list[Figure]) -> Iterator[tuple[str, list[Figure]]]:
    """The beginning of each row of a table, and its figures."""
    for start, row in groupby(figures, key=lambda f: passage.text.rfind("\n", 0, f.ref.start)):
        yield level(passage.text[start + 1 : start + 1 + _NAME_WITHIN]), list(row)


def _column_sum(total: Figure, parts: list[Figure]) -> Identity | None:
    numbers = [part.number for part in parts if part.number is not None]
    if total.number is None or total.unit in PERCENT_UNITS or len(numbers) < len(parts):
        return None
    if min(total.number, *numbers) < 0:
        return None  # a change, whatever its head is called
    added = sum(numbers, Decimal(0))
    operands = tuple(part.text for part in parts)
    holds = added == total.number
    return Identity("sum", total.ref, total.text, float(added), holds, operands)
