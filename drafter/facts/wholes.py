"""Totals behind or apart from their parts (总数与部分): 完成29个，其余3个; 7次和9次，共16次.

No word announces the parts, so that `sums` tells most of them only where they add up. Here a
relation is claimed where the form of words leaves no other reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.facts.changes import is_prior
from drafter.facts.increments import is_increment
from drafter.facts.terms import NO_COUNTS, PERCENT_UNITS, Relations, Term, make_identity
from drafter.model import Identity
from drafter.zh.relations import (
    BESIDE,
    CARRIED_ON,
    DENIED,
    GRADED_AS,
    INCLUDES_LAST,
    INCOMING,
    PENDING,
    REST_BARE,
    REST_STANDS,
    REST_TOLD,
    SETTLED_LEAD,
    TOTAL_TOLD,
    UNDER_WAY,
    is_parted,
)

_FAR = Decimal("0.1")
"""Share of the total beyond which a row is more likely of other things than wrong."""
_FEWEST = 2
_NONE = Decimal(0)
_NEAR = 4  # figures before and behind that may tell of cases taken over
_NOUN = 4  # code points of what is counted, behind its number


def find_remainders(terms: list[Term], relations: Relations) -> Iterator[Identity]:
    """What was done and the rest, which together are all: 问题31个，完成整改29个，其余2个."""
    counts = [term for term in terms if term.figure.unit not in PERCENT_UNITS]
    for whole, done, rest in zip(counts, counts[1:], counts[2:], strict=False):
        is_told = REST_TOLD.fullmatch(rest.lead) is not None
        is_told = REST_STANDS.match(rest.behind) is not None if is_told else _is_pending(rest)
        if not is_told or is_parted(done.gap + rest.gap):
            continue
        if not _counts_alike(whole, done, rest) or done.number > whole.number:
            continue
        found = relations.subsets.match(done.lead)
        gaps = whole.gap + done.gap + rest.gap
        is_subset = found is not None and found.end() == len(done.lead)
        # 24项｜问题完成整改22项: what is counted stands behind its number
        is_subset = is_subset or _is_noun_and(done, relations)
        is_settled = relations.settled.fullmatch(SETTLED_LEAD.sub("", done.lead)) is not None
        if not (is_subset or is_settled) or relations.carried.search(gaps):
            continue
        added = done.number + rest.number
        if not is_subset and (added == whole.number or _goes_on(terms, rest, added, whole)):
            continue  # no words say that these belong together, so that only a failure is told
        if added != whole.number and _is_told_further(terms, rest, relations):
            continue
        earlier = terms[: terms.index(whole)]
        if added != whole.number and any(added == term.number for term in earlier):
            continue  # 排查40个，发现问题31个，完成整改29个，其余11个: of all that were looked at
        certain = REST_TOLD.fullmatch(rest.lead) is not None
        yield make_identity(
            "sum", whole, added, (done, rest), holds=added == whole.number, certain=certain
        )


def find_denied(terms: list[Term], relations: Relations) -> Iterator[Identity]:
    """What was done and what was not, which are more than all: 受理79件，审结74件，未审结9件.

    That they are less says nothing: 部分采纳 may stand between 采纳 and 未采纳.
    """
    counts = [term for term in terms if term.figure.unit not in PERCENT_UNITS]
    for k, (whole, done, rest) in enumerate(zip(counts, counts[1:], counts[2:], strict=False)):
        denied = DENIED.fullmatch(rest.lead)
        is_told = done.lead.endswith(denied["kind"]) if denied else False
        is_left = CARRIED_ON.fullmatch(rest.lead) is not None
        if not is_told and (is_left or UNDER_WAY.fullmatch(rest.lead)):
            is_told = _ends_in(done.lead, relations)
        if not is_told or is_parted(done.gap + rest.gap) or not _counts_alike(whole, done, rest):
            continue
        added = done.number + rest.number
        is_more = max(done.number, rest.number) <= whole.number < added
        if not is_more or is_prior(whole) or INCLUDES_LAST.search(rest.after):
            continue
        near = counts[max(0, k - _NEAR) : k + _NEAR]
        taken_over = INCOMING if is_left else relations.carried
        if any(taken_over.search(x.gap + x.lead + x.after) for x in near):
            continue  # 旧存2件，受理120件，审结110件，未审结12件
        yield make_identity("sum", whole, added, (done, rest), holds=False, certain=False)


def _is_noun_and(done: Term, relations: Relations) -> bool:
    """Whether words behind a number name what it counts and go on: 24项｜问题完成整改｜22项."""
    found = relations.subsets.at_end(done.lead)
    return found is not None and done.gap.strip() == done.lead and found.start() <= _NOUN


def _ends_in(lead: str, relations: Relations) -> bool:
    """Whether words end in one for what was done: 已完成整改, 问题完成整改."""
    return any(words.at_end(lead) is not None for words in (relations.subsets, relations.settled))


def _goes_on(terms: list[Term], rest: Term, added: Decimal, whole: Term) -> bool:
    """Whether what is told behind the rest makes it whole: 其余8件正在办理，移送2件."""
    for term in terms[terms.index(rest) + 1 :]:
        if term.figure.unit != whole.figure.unit or is_parted(term.gap):
            return False
        added += term.number
        if added == whole.number:
            return True
    return False


def _is_told_further(terms: list[Term], rest: Term, relations: Relations) -> bool:
    """Whether words behind the rest explain it: 8处正在整改，其余已移交; 5件（含上年3件）."""
    later = terms[terms.index(rest) + 1 :]
    if any(INCLUDES_LAST.search(x.gap) for x in later) or INCLUDES_LAST.search(rest.after):
        return True
    if REST_TOLD.fullmatch(rest.lead) is not None:
        return False
    is_alike = any(x.figure.unit == rest.figure.unit and not is_parted(x.gap) for x in later)
    return is_alike or relations.rests.search(rest.after) is not None


def _is_pending(rest: Term) -> bool:
    """Whether a count is of what is not done yet, in as many words: 3件正在办理, 3件结转下年."""
    return REST_BARE.fullmatch(rest.lead) is not None and PENDING.match(rest.behind) is not None


def find_miscounts(terms: list[Term], relations: Relations) -> Iterator[Identity]:
    """Rows of parts that do not make what is told behind them: 7次和9次，共15次."""
    for i, total in enumerate(terms):
        if i < _FEWEST or total.figure.unit in NO_COUNTS or not TOTAL_TOLD.fullmatch(total.gap):
            continue
        row = _row_before(terms, i)
        is_pair = _is_pair(terms[i - 2 : i], relations)
        row = terms[i - 2 : i] if is_pair else row
        if len(row) < _FEWEST or not _counts_alike(*row, total):
            continue
        if any(is_prior(x) or is_increment(x) or x.rounded_by for x in (*row, total)):
            continue
        if _is_open(total.gap, relations) or _may_be(total, terms[:i]):
            continue
        added = sum((x.number for x in row), Decimal(0))
        overlap = sum(relations.overlapping.search(x.lead) is not None for x in row)
        if overlap > 1 or (not is_pair and not _is_near(added, total)):
            continue
        yield make_identity("sum", total, added, tuple(row), holds=False, certain=False)


def _row_before(terms: list[Term], i: int) -> list[Term]:
    """The figures right before figure `i` that 、 or 和 joins: 15个科室、8个直属单位共."""
    k = i - 1
    while k and BESIDE.fullmatch(terms[k].gap):
        k -= 1
    return terms[k:i]


def _is_pair(row: list[Term], relations: Relations) -> bool:
    """Whether two figures are of kinds that leave no third: 现场述法12名，书面述法60名，共."""
    return frozenset(x.kind(relations.parts) for x in row) in relations.whole_pairs


def _is_open(gap: str, relations: Relations) -> bool:
    """Whether words in front of a total say that not all parts are named: 等共."""
    return any(word in gap for word in relations.open_ends)


def _may_be(total: Term, before: list[Term]) -> bool:
    """Whether some of the figures before a total, from one of them on, make it."""
    added = Decimal(0)
    for k, term in enumerate(reversed(before)):
        added += term.number
        if added == total.number and k:
            return True
    return False


def find_grades(terms: list[Term], relations: Relations) -> Iterator[Identity]:
    """More grades than things that were graded: 评查案卷104卷，优秀88卷、合格19卷.

    That they are less says nothing, as grades may be left out. 合格 may take in those above it.
    """
    for k in range(1, len(terms)):
        whole, row = terms[k - 1], _graded_row(terms, k, relations)
        if len(row) < _FEWEST or is_prior(whole) or not _counts_alike(whole, *row.values()):
            continue
        if any(word in whole.lead + whole.behind for word in relations.grades):
            continue
        *_, passed, failed = relations.grades
        above = sum((x.number for name, x in row.items() if name not in {passed, failed}), _NONE)
        least = max(above, row[passed].number) if passed in row else above
        if passed in row and row[passed].number < above:
            least = above + row[passed].number
        least += row[failed].number if failed in row else 0
        # 许可案卷60卷、处罚案卷80卷，优秀50卷…: graded are all of the row, or may be.
        of_row = k > 1 and _counts_alike(whole, terms[k - 2]) and not is_parted(whole.gap)
        if of_row and terms[k - 2].number + whole.number >= least:
            continue
        if least > whole.number and all(x.number <= whole.number for x in row.values()):
            yield make_identity(
                "sum", whole, least, tuple(row.values()), holds=False, certain=False
            )


def _graded_row(terms: list[Term], first: int, relations: Relations) -> dict[str, Term]:
    """The grades told one behind the other, and their figures."""
    row: dict[str, Term] = {}
    for term in terms[first:]:
        told = term.kind(relations.parts)
        found = GRADED_AS.match(told)
        told = told[found.end() :] if found else told
        kind = next((x for x in relations.grades if told.startswith(x)), "")
        rest = told.removeprefix(kind)
        if (
            (rest and rest not in relations.named_after)
            or kind not in relations.grades
            or kind in row
            or is_parted(term.gap)
        ):
            break
        row[kind] = term
    return row


def find_pairs_apart(terms: list[Term], relations: Relations) -> Iterator[Identity]:
    """Two kinds that leave no third, a semicolon between: 300人，其中女性120人…；男性180人."""
    for k, one in enumerate(terms):
        if not k or not relations.parts.search(one.gap) or not _counts_alike(terms[k - 1], one):
            continue
        whole, kind = terms[k - 1], _kind_of(one, relations)
        for other in terms[k + 1 :]:
            if relations.parts.search(other.gap):
                break
            pair = frozenset((kind, other.lead))
            if pair not in relations.whole_pairs or not _counts_alike(one, other):
                continue
            added = one.number + other.number
            if is_parted(other.gap) and not is_prior(whole) and _is_near(added, whole):
                holds = added == whole.number
                yield make_identity("sum", whole, added, (one, other), holds=holds, certain=holds)
            break


def _kind_of(term: Term, relations: Relations) -> str:
    """What a part is called, without the word that announces it."""
    announced = relations.parts.search(term.lead)
    return term.lead[announced.end() if announced else 0 :].strip()


def _is_near(added: Decimal, whole: Term) -> bool:
    return abs(added - whole.number) <= whole.number * _FAR


def _counts_alike(*terms: Term) -> bool:
    """Whether figures are exact numbers of things counted in one unit."""
    units = {term.figure.unit for term in terms}
    return (
        len(units) == 1
        and units.isdisjoint({None, *NO_COUNTS})
        and all(term.is_exact for term in terms)
    )
