"""Flows (收支关系): what came in and where it went, told without 其中.

收到120件，受理100件、不予受理15件、其他处理5件; 审结100件，维持60件、撤销20件. Only what does not
fit is claimed: that it fits says nothing that the words do not say.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.facts.changes import is_prior
from drafter.facts.terms import PERCENT_UNITS, Flow, Relations, Term, make_identity
from drafter.model import Identity, Ref
from drafter.zh.relations import (
    ADDED,
    BEHIND_BRACKET,
    BESIDE,
    IN_COURT,
    INCOMING,
    OPENS_BRACKET,
    OUT_OF,
    SETTLED_LEAD,
    TOGETHER,
    is_parted,
)

_FEWEST = 2
_FAR_BACK = 40
"""Figures before a sentence among which the total is that it takes up; no paragraph has more."""
_MOST_WORDS = 4
"""Characters beside the word of a part (作出维持决定); more name another thing."""


def find_flows(terms: list[Term], before: list[Term], relations: Relations) -> Iterator[Identity]:
    """The flows of a sentence that do not fit.

    Args:
        terms: Of the sentence.
        before: Of the sentences before it in its paragraph: 审结165件。审结案件中，维持71件….
        relations: The words.
    """
    if len({term.figure.unit for term in terms}) == len(terms):
        return  # no list: parts are of one unit
    if not any(relations.gone.search(term.lead + term.behind) for term in terms):
        return
    told: set[Ref] = set()
    for flow in (*relations.outcomes, *relations.flows):
        identity = _broken_flow(terms, before, flow, relations)
        if identity is not None and identity.ref not in told:
            told.add(identity.ref)
            yield identity


def _broken_flow(
    terms: list[Term], before: list[Term], flow: Flow, relations: Relations
) -> Identity | None:
    first = next((k for k in range(len(terms)) if _sides(terms[k], flow, relations)), None)
    if first is None:
        return None
    whole = _whole(terms, first, before, flow)
    if whole is None or not whole.is_exact or is_prior(whole) or IN_COURT.search(whole.lead):
        return None
    members = _members(terms, first, whole, flow, relations)
    if not members or any(not term.is_exact for term, _ in members):
        return None
    if len(members) < _FEWEST:
        return _one_part(terms, whole, members[0][0], relations)
    largest: dict[int, Decimal] = {}
    for term, sides in members:
        largest[min(sides)] = max(term.number, largest.get(min(sides), Decimal(0)))
    least = sum(largest.values(), Decimal(0))
    told = [side for _, sides in members for side in sides]
    is_all = len(told) == len(set(told)) == flow.sides
    is_all = is_all and not _goes_on(terms, members[-1][0], relations)
    is_amiss = least > whole.number or (is_all and least < whole.number)
    is_carried = flow.is_exclusive and _is_carried(terms, members)
    if not is_amiss or is_carried or _may_be_of_others(terms, whole, least, flow, relations):
        return None
    return make_identity(
        "flow",
        whole,
        least,
        tuple(term for term, _ in members),
        holds=False,
        certain=flow.is_exclusive and flow.is_sure and len(largest) == len(members),
    )


def _may_be_of_others(
    terms: list[Term], whole: Term, least: Decimal, flow: Flow, relations: Relations
) -> bool:
    """Whether parts are of all of the row in which a total stands, or may be."""
    row = list(_row_sums(terms, whole, relations, across=not flow.is_sure))
    return least in row or (flow.is_exclusive and whole.number < least < max(row, default=0))


def _row_sums(
    terms: list[Term], whole: Term, relations: Relations, *, across: bool
) -> Iterator[Decimal]:
    """What a total makes with those it stands in a row with: 8个单位、18个科室述法.

    Behind a comma a noun goes on with the row (行政复议15件，行政诉讼20件), a verb does not.

    Args:
        terms: Of a sentence.
        whole: One of them.
        relations: The words.
        across: Whether it goes on there, too: 办理建议5件，办理提案7件，主办8件、会办4件.
    """
    k = terms.index(whole) if whole in terms else 0
    added = whole.number
    while k and terms[k - 1].is_exact and not is_parted(terms[k].gap):
        is_beside = across or BESIDE.fullmatch(terms[k].gap) is not None
        if not is_beside and relations.verb.match(terms[k].lead):
            return
        k -= 1
        added += terms[k].number
        yield added


def _is_carried(terms: list[Term], members: list[tuple[Term, frozenset[int]]]) -> bool:
    """Whether cases taken over are told of, which may have been decided as well."""
    end = terms.index(members[-1][0])
    if INCOMING.search(members[-1][0].after):
        return True
    return any(INCOMING.search(term.gap) for term in terms[: end + 1])


def _one_part(terms: list[Term], whole: Term, part: Term, relations: Relations) -> Identity | None:
    """A single part that is told as more than its total; what is less may have other parts."""
    if not _is_too_much(terms, whole, part, relations):
        return None
    return make_identity("part", part, whole.number, (whole,), holds=False, certain=False)


def _is_too_much(terms: list[Term], whole: Term, part: Term, relations: Relations) -> bool:
    """Whether one part right behind its total is more than it: 收到100件，受理110件.

    Unless some of it came from elsewhere: 上年结转20件, （含上年结转10件）, 共受理110件.
    """
    k = terms.index(part)
    if part.number <= whole.number or not k or terms[k - 1] is not whole:
        return False
    if not part.gap.lstrip().startswith((",", "，")) or relations.gone.search(whole.lead):
        return False  # 现场述法15人、书面述法38人
    if not relations.gone.fullmatch(SETTLED_LEAD.sub("", part.lead)):
        return False  # 受理投诉举报110件 may count other things
    near = (*terms[: k + 2], part)
    return not any(relations.carried.search(x.gap + x.after) for x in near) and not any(
        words.search(part.gap) for words in (TOGETHER, ADDED)
    )


def _goes_on(terms: list[Term], last: Term, relations: Relations) -> bool:
    """Whether more follows a list: 结转下年5件, 其余正在核查, ；另有2件正在研究."""
    if relations.goes_on.search(last.after):
        return True
    following = terms[terms.index(last) + 1 :][:1]
    return any(x.figure.unit == last.figure.unit and not is_parted(x.gap) for x in following)


def _sides(term: Term, flow: Flow, relations: Relations) -> frozenset[int]:
    """Which sides of a flow a figure tells (废止和宣布失效46件: two), none if something else."""
    kind = term.kind(relations.parts)
    found = [hit[0] for hit in flow.parts.finditer(kind)]
    if not found or len(kind) - sum(map(len, found)) > _MOST_WORDS:
        return frozenset()
    return frozenset(flow.side_of[word] for word in found)


def _whole(terms: list[Term], first: int, before: list[Term], flow: Flow) -> Term | None:
    """The total right in front of the first part, or what the sentence takes up again."""
    if first:
        counts = [term for term in terms[:first] if term.figure.unit not in PERCENT_UNITS]
        if not counts or is_parted(terms[first].gap):
            return None
        return counts[-1] if _is_whole(counts[-1], flow) else None
    if not OUT_OF.match(terms[0].gap) or not flow.whole.search(terms[0].gap):
        return None
    return next((term for term in before[: -_FAR_BACK - 1 : -1] if _is_whole(term, flow)), None)


def _is_whole(term: Term, flow: Flow) -> bool:
    if term.figure.unit in PERCENT_UNITS:
        return False
    return flow.whole.search(term.lead) is not None or flow.whole.search(term.behind) is not None


def _members(
    terms: list[Term], first: int, whole: Term, flow: Flow, relations: Relations
) -> list[tuple[Term, frozenset[int]]]:
    """The parts one behind the other, each with its sides."""
    out: list[tuple[Term, frozenset[int]]] = []
    for term in terms[first:]:
        sides = _sides(term, flow, relations)
        if not sides or not relations.are_alike(term.figure.unit, whole.figure.unit):
            break
        if out and (is_parted(term.gap) or relations.parts.search(term.gap)):
            break
        if out and (BEHIND_BRACKET.match(term.gap) or OPENS_BRACKET.match(term.gap)):
            break
        if relations.instances.search(term.lead):
            break
        out.append((term, sides))
    return out
