"""Rates (比率关系): percentages whose numerator and denominator stand in the same sentence."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct
from msgspec.structs import replace

from drafter.facts.changes import is_prior
from drafter.facts.terms import (
    NO_COUNTS,
    PERCENT_UNITS,
    Relations,
    Term,
    agrees,
    make_identity,
    places_of,
    within_rounding,
)
from drafter.model import Identity
from drafter.zh.counted import SUCCEEDED
from drafter.zh.quantities import AGE_UNITS
from drafter.zh.relations import (
    AND_ANSWERED,
    CARRIED_OUT,
    DONE_BEHIND,
    DONE_OF_DUE,
    GROWN,
    HEARD,
    LISTED,
    NAMED_SHARE,
    OF_A_TASK,
    OF_ALL_KINDS,
    OF_THE_WHOLE,
    OF_THESE,
    ONLY_SHARE,
    RATE_NAME,
    ROW_OF_SHARES,
    SEVERALLY,
    SHARE,
    SHARE_OF_KIND,
    SHARE_OF_TASK,
    SHARES_APART,
    SHARES_SEVERALLY,
    is_parted,
)
from drafter.zh.small_words import ABOUT, ACCOUNTS_FOR, AND, DUE, NOT, OF, RATE, RATIO

_NO_QUOTES = dict.fromkeys(map(ord, "“”"))
_LONGEST_OBJECT = 12
_LARGEST_BASE = 100_000
_FEW = 4
_ALL = Decimal(100)
_SHORT_NAME = 2
_PAIR = 2
_SEVERAL_DEEDS = 2
_FAR_DEED = 10  # figures: a list of all ways in which cases end
# Points between stated and computed beyond which another base is the likelier reading.
_FAR_RATE = Decimal(8)
_FEWEST_SHARES = 2  # of one whole, before a third that fails must be of it
_MOST_COUNTS = 20  # figures on either side of a rate that may be its two sides
_SHARES_BEFORE = 5  # figures: the whole, and two parts with their shares


class _Fraction(Struct, frozen=True):
    """A way to read a rate: numerator, base, and the words of the rate's name that chose them."""

    numerator: Term
    base: Term
    name: str
    stem: str

    @property
    def percent(self) -> Decimal:
        return self.numerator.number * 100 / self.base.number


def find_rates(terms: list[Term], relations: Relations) -> Iterator[Identity]:
    """Rates whose two sides stand in the sentence: 接收申请337件，审结283件，审结率为85.29%."""
    wholes: list[Term] = []  # of the shares found so far
    for i, term in enumerate(terms):
        if term.figure.unit != "%" or not term.is_exact or GROWN.search(term.lead):
            continue  # 压减率, 增幅: a change, not a share
        if SHARES_SEVERALLY.search(term.lead):
            yield from _shares_in_row(terms, i)
            continue
        is_named = RATE in term.lead or RATIO in term.lead
        name = RATE_NAME.search(term.lead) if is_named else None
        if name:
            identity = _rate(terms, i, name[1], relations)
        else:
            identity = _share(terms, i, relations, wholes)
        identity = identity or _of_task(terms, i)
        if identity is not None:
            yield identity if name is None else _in_doubt(identity, terms, i, name[1], relations)


def _of_task(terms: list[Term], i: int) -> Identity | None:
    """A share of what was set: 培育1208户，完成省定任务（800户）的151%; it may be more than all."""
    if i < _PAIR or not SHARE_OF_TASK.fullmatch(terms[i].gap):
        return None
    done, task = terms[i - 2], terms[i - 1]
    is_pair = OF_A_TASK.fullmatch(task.gap) and done.figure.unit == task.figure.unit
    if not is_pair or not (done.is_exact and task.is_exact and task.number > 0):
        return None
    if done.figure.unit in NO_COUNTS or is_prior(done):
        return None
    found = _identity_of(terms[i], _Fraction(done, task, "", ""), holds=True)
    stated, places = terms[i].number, places_of(terms[i].figure.value)
    if agrees(Decimal(str(found.computed)), stated, places):
        return found
    is_rounded = within_rounding(stated, places, done, task)
    return None if is_rounded else replace(found, holds=False, certain=False)


def _of_failed(terms: list[Term], i: int, name: str, relations: Relations) -> Identity | None:
    """A rate told by what did not pass: 抽检1200批次，不合格30批次，合格率97.5%.

    It fails, and in doubt, only where these two are all that is told, right before it.
    """
    if name not in relations.graded or i < _PAIR or is_parted(terms[i].gap):
        return None
    base, failed = terms[i - 2], terms[i - 1]
    words = failed.kind(relations.parts)
    if not any(words.endswith(f"{no}{name}") or words.startswith(f"{no}{name}") for no in NOT):
        return None
    if is_parted(failed.gap) or not failed.is_exact or not _may_hold(base, failed, relations):
        return None
    passed = (base.number - failed.number) * 100 / base.number
    stated, places = terms[i].number, places_of(terms[i].figure.value)
    holds = agrees(passed, stated, places)
    is_alone = relations.intakes.search(base.lead) is not None
    if not holds and (not is_alone or failed.rounded_by or base.rounded_by):
        return None
    return make_identity("rate", terms[i], passed, (failed, base), holds=holds, certain=holds)


def _in_doubt(
    identity: Identity, terms: list[Term], i: int, name: str, relations: Relations
) -> Identity:
    """A rate that holds with some room, and is no certain one where other counts may give it.

    按期办结率98% is of what was due; 合格285卷，优秀60卷，优秀率20% is of all 300卷.
    """
    if not identity.holds:
        return identity
    stated, places = terms[i].number, places_of(terms[i].figure.value)
    computed = Decimal(str(identity.computed))
    if _is_near(computed, stated, places):
        return identity
    near = terms[max(0, i - _MOST_COUNTS) : i + _MOST_COUNTS]
    counts = [x for x in near if x.figure.unit not in NO_COUNTS and x.number > 0]
    is_other = any(
        part.number <= base.number and _is_near(part.number * 100 / base.number, stated, places)
        for part in counts
        for base in counts
        if part is not base and relations.are_alike(part.figure.unit, base.figure.unit)
    )
    is_taken = any(
        k != i and x.figure.unit == "%" and _is_near(computed, x.number, places_of(x.figure.value))
        for k, x in enumerate(terms)
    )
    is_carried = any(relations.carried.search(x.gap + x.after) for x in terms)
    is_named = any(x.lead.endswith(name) or x.behind == name for x in terms[:i])
    is_certain = is_named and not (is_other or is_taken or is_carried)
    return identity if is_certain else replace(identity, certain=False)


def _is_near(computed: Decimal, stated: Decimal, places: int) -> bool:
    """Whether a share is the one stated, rounded or cut off."""
    return abs(computed - stated) < Decimal(1).scaleb(-places)


def _rate(terms: list[Term], i: int, name: str, relations: Relations) -> Identity | None:
    """A rate that holds in one of its readings, or surely fails in all of them."""
    if not _has_pair(terms[: i + 2], relations):
        return None
    stated, places = terms[i].number, places_of(terms[i].figure.value)
    readings = list(_fractions(terms[:i], name, relations))
    for fraction in readings:
        if agrees(fraction.percent, stated, places):
            return _identity_of(terms[i], fraction, holds=True)
    out_of = _out_of(terms, i, name, relations)
    other = (
        next((x for x in out_of if agrees(x.percent, stated, places)), None)
        or _in_other_words(terms, i, name, relations)
        or _by_deeds(terms, i, name, relations)
        or _counted_behind(terms, i, name, relations)
    )
    if other is not None:
        return _identity_of(terms[i], other, holds=True)
    several = _by_several(terms, i, name, relations)
    if several is not None or any(relations.carried.search(term.gap) for term in terms):
        return several
    certain = [
        x for x in readings if _is_certain(x, relations) and _is_beside(x, terms, i, relations)
    ]
    # 系统覆盖2893家机构中的2785家，覆盖率; 52项中，49项全程网办，网办率: not 发现问题率.
    certain += (
        x
        for x in out_of
        if any(stem in x.base.lead for stem in _stems(name)) or x.numerator.behind.endswith(name)
    )
    if any(name.endswith(word) for word in relations.rate_words):
        # 纠错率 is of the cases closed, where they are told, and not of those accepted.
        closed = [x for x in certain if relations.settled.at_end(x.base.lead)]
        certain = closed or certain
    nearest = min(certain, key=lambda x: abs(x.percent - stated)) if certain else None
    if nearest is not None and abs(nearest.percent - stated) <= _FAR_RATE:
        broken = _identity_of(terms[i], nearest, holds=False, reading=_reading(terms, i, nearest))
        is_rounded = within_rounding(stated, places, nearest.numerator, nearest.base)
        return replace(broken, certain=not is_rounded)
    return _of_failed(terms, i, name, relations) or _far_rate(terms, i, name, relations)


def _has_pair(terms: list[Term], relations: Relations) -> bool:
    """Whether two counts are of one kind, as the two sides of every rate are."""
    counts = (x.figure.unit for x in terms if x.figure.unit not in NO_COUNTS)
    units = [relations.kind_of(unit) for unit in counts]
    return len(set(units)) < len(units)


def _far_rate(terms: list[Term], i: int, name: str, relations: Relations) -> Identity | None:
    """A rate far from the only two counts it can be taken of, or of more than there were.

    办结率 may still be of what was due within the year: never an error.
    """
    stated, places = terms[i].number, places_of(terms[i].figure.value)
    fraction = _only_fraction(terms, i, name, relations) or _of_graded(terms, i, name, relations)
    if fraction is None or agrees(fraction.percent, stated, places):
        return None
    reading = None
    if agrees(fraction.base.number * 100 / fraction.numerator.number, stated, places):
        reading = "两个数对调则成立"
    return replace(_identity_of(terms[i], fraction, holds=False, reading=reading), certain=False)


def _only_fraction(terms: list[Term], i: int, name: str, relations: Relations) -> _Fraction | None:
    """What a rate must be taken of: all that came in, and the one count of its name beside it."""
    parted = [k for k in range(i + 1) if is_parted(terms[k].gap)]
    counts = [
        term for term in terms[parted[-1] if parted else 0 : i] if term.figure.unit not in NO_COUNTS
    ]
    name = name.translate(_NO_QUOTES)
    named = [
        (k, stem)
        for k, term in enumerate(counts)
        if (stem := next((s for s in _stems(name) if _carries(term, s, relations)), None))
    ]
    came = [k for k, term in enumerate(counts) if _came_in(term, name, relations)]
    if len(named) != 1 or len(came) != 1 or abs(named[0][0] - came[0]) != 1:
        return None
    numerator, base = counts[named[0][0]], counts[came[0]]
    is_kindred = numerator.figure.unit == base.figure.unit and numerator.is_exact and base.is_exact
    if not is_kindred or min(numerator.number, base.number) <= 0 or is_prior(base):
        return None
    fraction = _Fraction(numerator, base, name, named[0][1])
    return fraction if _is_certain(fraction, relations) else None


def _of_graded(terms: list[Term], i: int, name: str, relations: Relations) -> _Fraction | None:
    """What a mark is given to of all that was looked at: 评查240卷，合格200卷，合格率83%.

    The two counts stand right before the rate and are the only ones of their kind in the sentence.
    """
    if name not in relations.graded or i < _PAIR or is_parted(terms[i].gap):
        return None
    base, part = terms[i - 2], terms[i - 1]
    is_marked = part.lead.endswith(name) and not part.lead.removesuffix(name).endswith(NOT)
    if not (part.behind == name or is_marked) or not part.is_exact:
        return None
    if part.number <= 0 or not _may_hold(base, part, relations) or is_parted(part.gap):
        return None
    alike = [x for x in terms[:i] if relations.are_alike(x.figure.unit, part.figure.unit)]
    is_of_mark = any(word in base.lead + base.behind for word in relations.graded)
    return _Fraction(part, base, name, name) if len(alike) == _PAIR and not is_of_mark else None


def _came_in(term: Term, name: str, relations: Relations) -> bool:
    """Whether a figure counts what came in (受理, 应出庭)."""
    return relations.intakes.search(term.lead) is not None or _is_due(term, name[:2], relations)


def _in_other_words(terms: list[Term], i: int, name: str, relations: Relations) -> _Fraction | None:
    """Two counts right before a rate that give it to the digit, whatever they are called.

    办结1521件 of 受理1604件 is 结案率94.83%. Only where it holds: words alone would not bear it.
    """
    stated, places = terms[i].number, places_of(terms[i].figure.value)
    for k in range(i - 1, max(0, i - _FEW), -1):
        part = terms[k]
        near = reversed(terms[max(0, k - _FEW) : k])
        base = next((x for x in near if relations.are_alike(x.figure.unit, part.figure.unit)), None)
        if base is None or not _may_hold(base, part, relations) or not part.is_exact:
            continue
        is_due = _is_done_of_due(part, base)
        if base.number == part.number and not is_due:
            continue
        if part.figure.unit in NO_COUNTS or part.number <= 0:
            continue
        is_named = len(name) == _SHORT_NAME and _abbreviates(name, part.lead or part.behind)
        printed = part.number * 100 / base.number
        is_named = is_named or (k == i - 1 and base is terms[k - 1] and _shares_word(name, part))
        if (places or is_named or is_due) and abs(printed - stated) < Decimal(1).scaleb(-places):
            return _Fraction(part, base, name, "")
    return None


def _shares_word(name: str, part: Term) -> bool:
    """Whether a rate's name and the verb of a count have a character in common (阅批, 批示率)."""
    return not set(name).isdisjoint(part.lead[-_SHORT_NAME:])


def _by_deeds(terms: list[Term], i: int, name: str, relations: Relations) -> _Fraction | None:
    """A rate named after several deeds that gives one of them: 撤销3件 of 审结33件 is 纠错率9.09%.

    Only where it holds, as what else was 纠错 may not be told.
    """
    words = next((row for key, row in relations.rate_words.items() if name.endswith(key)), None)
    if words is None:
        return None
    stated, places = terms[i].number, places_of(terms[i].figure.value)
    for k in range(i - 1, max(0, i - _FAR_DEED), -1):
        part = terms[k]
        if not part.is_exact or part.number <= 0 or not words.search(part.lead):
            continue
        for base in reversed(terms[:k]):
            is_base = _may_hold(base, part, relations) and base.number > part.number
            if is_base and agrees(part.number * 100 / base.number, stated, places):
                return _Fraction(part, base, name, "")
    return None


def _by_several(terms: list[Term], i: int, name: str, relations: Relations) -> Identity | None:
    """A rate of several deeds that are told one by one: 撤销12件、确认违法4件 of 170件 is 9.41%.

    The base may be any count of the sentence (the closed, the accepted); where none fits, the rate
    fails, and in doubt: a kind of deed may be left out.
    """
    words = next((row for key, row in relations.rate_words.items() if name.endswith(key)), None)
    if words is None or name.startswith(OF_ALL_KINDS):
        return None  # 综合纠错率 also counts what was settled
    before = [x for x in terms[max(0, i - _FAR_DEED) : i] if x.is_exact and not is_prior(x)]
    parts = [x for x in before if words.search(x.lead) and not x.lead.endswith(name)]
    total = sum((x.number for x in parts), Decimal(0))
    bases = [
        x
        for x in before
        if x not in parts and all(_may_hold(x, part, relations) for part in parts)
        and x.number > total
    ]  # fmt: skip
    if len(parts) < _SEVERAL_DEEDS or not bases:
        return None
    stated, places = terms[i].number, places_of(terms[i].figure.value)
    fitting = next((x for x in bases if agrees(total * 100 / x.number, stated, places)), None)
    # 审结案件中，维持598件、撤销88件: what stands beside the parts is not what they are of.
    wholes = (x for x in bases if relations.endings.search(x.lead) is None)
    base = fitting or next(wholes, None)
    if base is None:
        return None
    return make_identity(
        "rate", terms[i], total * 100 / base.number, (*parts, base),
        holds=fitting is not None, certain=fitting is not None,
    )  # fmt: skip


def _counted_behind(terms: list[Term], i: int, name: str, relations: Relations) -> _Fraction | None:
    """A rate whose count stands in a bracket behind it: 干部126人，优秀率94.4%（119人）."""
    if i + 1 == len(terms) or terms[i + 1].gap not in {"(", "（"}:
        return None
    part, stated, places = terms[i + 1], terms[i].number, places_of(terms[i].figure.value)
    for base in reversed(terms[:i]):
        is_base = part.is_exact and part.number > 0 and _may_hold(base, part, relations)
        if is_base and agrees(part.number * 100 / base.number, stated, places):
            return _Fraction(part, base, name, "")
    return None


def _out_of(terms: list[Term], i: int, name: str, relations: Relations) -> list[_Fraction]:
    """A rate right behind a part and what it is of: 2893家机构中的2785家，覆盖率95.2%."""
    if i < 2 or is_parted(terms[i].gap):  # noqa: PLR2004 - part and whole come first
        return []
    base, part = terms[i - 2], terms[i - 1]
    is_of = OF_THESE.fullmatch(part.gap) and part.is_exact and part.number > 0
    return [_Fraction(part, base, name, "")] if is_of and _may_hold(base, part, relations) else []


def _is_done_of_due(part: Term, base: Term) -> bool:
    """Whether 实考 stands beside 应考: 100 % of equal counts is told of no others."""
    done = DONE_OF_DUE.search(part.lead)
    return done is not None and base.lead.rstrip().endswith(DUE + done["what"])


def _abbreviates(name: str, words: str) -> bool:
    """Whether the characters of a name stand in some words in their order (网办 in 网上办理)."""
    rest = iter(words)
    return all(char in rest for char in name)


def _identity_of(
    term: Term, fraction: _Fraction, *, holds: bool, reading: str | None = None
) -> Identity:
    operands = (fraction.numerator, fraction.base)
    return make_identity("rate", term, fraction.percent, operands, holds=holds, reading=reading)


def _fractions(before: list[Term], name: str, relations: Relations) -> Iterator[_Fraction]:
    """All readings of a rate: figures whose words carry its stem (审结 of 审结率), over others."""
    name = name.translate(_NO_QUOTES)
    stems = _stems(name)
    for term in reversed(before):
        if not term.is_exact or term.figure.unit in NO_COUNTS:
            continue
        stem = next((s for s in stems if _carries(term, s, relations)), None)
        if stem is not None:
            for base in _bases(before, term, stem, relations):
                yield _Fraction(term, base, name, stem)


def _stems(name: str) -> list[str]:
    """The words of a rate's name that may name its numerator, the longest first."""
    stems = [name[k:] for k in range(len(name) - 1)]
    if name.endswith(AND_ANSWERED):
        short = name.removesuffix(AND_ANSWERED)
        stems += [short[k:] for k in range(len(short) - 1)]
    return stems


def _carries(term: Term, stem: str, relations: Relations) -> bool:
    """Whether a figure counts what the stem of a rate says."""
    if term.behind == stem:
        return True  # 1097人合格，合格率
    if OF_THE_WHOLE.fullmatch(term.lead):
        done = DONE_BEHIND.fullmatch(term.behind)
        return done is not None and done["done"] == stem  # 40件，其中36件已办复，办复率
    at = term.lead.rfind(stem)
    if at < 0 or (at and term.lead[at - 1] in relations.dues) or term.lead[:at].endswith(NOT):
        return False  # 应办结; 不合格5卷 for 合格率
    rest = term.lead[at + len(stem) :]
    is_end = not rest or rest in relations.named_after  # 评为优秀等次19卷, 评出优秀案卷19卷
    if not (is_end or relations.verb.search(stem)):
        return False
    return not rest.startswith(SUCCEEDED) and len(rest) <= _LONGEST_OBJECT


def _bases(before: list[Term], numerator: Term, stem: str, relations: Relations) -> list[Term]:
    """Figures that a numerator may be a share of, the nearest first."""
    at = before.index(numerator)
    due = [x for x in before[at + 1 :] if _is_due(x, stem, relations)]
    return [x for x in (*reversed(before[:at]), *due) if _may_hold(x, numerator, relations)]


def _is_due(term: Term, stem: str, relations: Relations) -> bool:
    return any(due + word in term.lead for due in relations.dues for word in (stem, stem[:2]))


def _may_hold(whole: Term, part: Term, relations: Relations) -> bool:
    is_kindred = relations.are_alike(whole.figure.unit, part.figure.unit) and whole.is_exact
    is_larger = whole.number > 0 and whole.number >= part.number
    return is_kindred and is_larger and not is_prior(whole)


def _is_beside(fraction: _Fraction, terms: list[Term], i: int, relations: Relations) -> bool:
    """Whether no other total begins between the numerator and the rate (；其中一般事件…)."""
    between = terms[terms.index(fraction.numerator) + 1 : i + 1]
    return not any(is_parted(x.gap) or relations.parts.search(x.gap) for x in between)


def _is_certain(fraction: _Fraction, relations: Relations) -> bool:
    """Whether the words leave no doubt about a reading, so that a failure may be claimed."""
    name, stem = fraction.name, fraction.stem
    if name.endswith(stem) and name.removesuffix(stem).endswith(relations.qualifiers):
        return False
    if stem.startswith(HEARD) and not _is_due(fraction.base, HEARD, relations):
        return False  # cases taken to court are more than those heard
    counted, _, rest = fraction.numerator.lead.rpartition(stem)
    if (counted + stem).endswith(relations.undivided):
        return True  # 直接纠错 is what 纠错率 counts
    if counted.endswith(relations.qualifiers) and not _is_due(fraction.base, stem, relations):
        return False  # 建议32份，到期整改30份，整改率100%: of what was due
    return rest in CARRIED_OUT | relations.named_after or relations.verb.search(rest) is None


def _reading(terms: list[Term], i: int, fraction: _Fraction) -> str | None:
    """Which other figure of the sentence, or which whole number alone, would make a rate hold."""
    stated, places = terms[i].number, places_of(terms[i].figure.value)
    numerator, base = fraction.numerator, fraction.base
    for other in terms:
        if other in {numerator, base} or other.number <= 0 or other.figure.unit in PERCENT_UNITS:
            continue
        if agrees(numerator.number * 100 / other.number, stated, places):
            return f"以“{other.lead}{other.figure.text}”为分母则成立"
        if agrees(other.number * 100 / base.number, stated, places):
            return f"以“{other.lead}{other.figure.text}”为分子则成立"
    if stated <= 0 or base.number > _LARGEST_BASE or places == 0:
        return None
    guess = int((numerator.number * 100 / stated).to_integral_value())
    unit = Decimal(1).scaleb(-places)
    near = range(max(1, guess - 3), guess + 4)
    fits = [n for n in near if (numerator.number * 100 / n).quantize(unit, ROUND_HALF_UP) == stated]
    return f"分母为{fits[0]}时成立，但文中没有这个数" if len(fits) == 1 else None


def _share(terms: list[Term], i: int, relations: Relations, wholes: list[Term]) -> Identity | None:
    """A share of a whole: 占全部事项2000项的95%; 其中联合检查300次，占比25%.

    Args:
        terms: Of the sentence.
        i: Which of them is the share.
        relations: The words.
        wholes: Of the shares before it; the whole of this one is added if it holds.
    """
    if i < 2:  # noqa: PLR2004 - part and whole come first
        return None
    part, base = terms[i - 2], terms[i - 1]
    named = terms[i].lead.removesuffix(OF)  # 占全市216个建制村的, not 占500家企业产值的
    is_named = named != terms[i].lead and part.lead.endswith(named)
    if is_named and ACCOUNTS_FOR in base.gap and _is_share(part, base):
        return _share_of(terms[i], part, base)
    if not SHARE.search(terms[i].lead) or not base.is_exact:
        return _named_share(terms, i)
    for whole in reversed(terms[: i - 1]):
        if _is_share(base, whole):
            identity = _share_of(terms[i], base, whole)
            if identity.holds:
                wholes.append(whole)
                return identity
    return _failed_share(terms, i, relations, wholes) or _failed_named(terms, i)


def _shares_in_row(terms: list[Term], i: int) -> Iterator[Identity]:
    """Several parts of one whole with their shares behind: 497起、311起，占比分别为37.0%、23.2%.

    The whole is the nearest count that all of them fit, or all but one of three and more.
    """
    end = i + 1
    while end < len(terms) and terms[end].figure.unit == "%" and LISTED.match(terms[end].gap):
        end += 1
    size = end - i
    shares, parts = terms[i:end], terms[max(0, i - size) : i]
    if size < _FEWEST_SHARES or len(parts) < size:
        return
    for whole in reversed(terms[: i - size]):
        if not all(_is_share(part, whole) for part in parts):
            continue
        row = [_share_of(share, part, whole) for share, part in zip(shares, parts, strict=True)]
        fitting = sum(one.holds for one in row)
        if fitting == size or (fitting > 1 and fitting == size - 1):
            yield from (one if one.holds else replace(one, certain=False) for one in row)
            return


def find_shares_beyond(terms: list[Term], relations: Relations) -> Iterator[Identity]:
    """Shares down to 其他 that do not make 100 %: 城管占41%、交通占33%、其他占36%."""
    row: list[Term] = []
    for k, term in enumerate(terms):
        is_percent = term.figure.unit == "%" and term.is_exact
        goes_on = bool(row) and SHARES_APART.fullmatch(term.gap) is not None
        if not is_percent or not (goes_on or SHARE_OF_KIND.search(term.lead)):
            row = []
            continue
        row = row if goes_on else []
        row.append(term)
        following = terms[k + 1 : k + 2]
        is_last = not any(x.figure.unit == "%" and SHARES_APART.fullmatch(x.gap) for x in following)
        if is_last and len(row) > 1 and _ends_shares(row, relations):
            added = sum((x.number for x in row), Decimal(0))
            room = len(row) * Decimal(1).scaleb(-min(places_of(x.figure.value) for x in row))
            overlap = sum(relations.overlapping.search(x.lead) is not None for x in row)
            is_one = _is_one_row(terms[: k + 1 - len(row)], row)
            if is_one and abs(added - _ALL) > room and overlap < _PAIR:
                yield make_identity(
                    "shares", term, added, tuple(row[:-1]), holds=False, certain=False
                )


def _is_one_row(before: list[Term], row: list[Term]) -> bool:
    """Whether shares are all those of one whole: the first of the sentence, in one run.

    咨询类占70%、投诉类占30%，线上占80%，其他占20% are two; 同比上升3%，邻里类占30% has begun.
    """
    if any(x.figure.unit in NO_COUNTS or x.figure.unit in AGE_UNITS for x in before):
        return False
    if any(RATE in x.lead or GROWN.search(x.lead) for x in row):
        return False  # 举报类占60%，办结率98%，投诉类占30%
    signs = {x.gap.strip()[:1] for x in row[1:]} - set(AND)
    if len(signs) > 1:
        return False
    added, before_them = Decimal(0), {Decimal(0)}
    for x in row:
        added += x.number
        if added - _ALL in before_them:
            return False  # some that follow each other are a whole already
        before_them.add(added)
    return True


def _ends_shares(row: list[Term], relations: Relations) -> bool:
    """Whether 其他 closes a row of shares, told one by one or severally (分别占)."""
    if SEVERALLY.search(row[0].lead):
        return relations.rests.search(row[0].lead) is not None
    return relations.rests.match(row[-1].lead) is not None


def _named_share(terms: list[Term], i: int) -> Identity | None:
    """A share of a whole that is named: 审结3176件，其中调解2013件，占审结数的63.4%.

    One that fails is never an error: what is named may have been counted elsewhere.
    """
    named = NAMED_SHARE.search(terms[i].lead)
    if named is None:
        return None
    part, has_places = terms[i - 1], places_of(terms[i].figure.value) > 0
    for whole in reversed(terms[: i - 1]):
        if _is_share(part, whole) and (has_places or named["whole"] in whole.lead):
            identity = _share_of(terms[i], part, whole)
            if identity.holds:
                return identity
    return _failed_named(terms, i)


def _failed_named(terms: list[Term], i: int) -> Identity | None:
    """A share near that of the one count that has the name of its whole, and not it."""
    named, part = NAMED_SHARE.search(terms[i].lead), terms[i - 1]
    if named is None or ABOUT in terms[i].lead:
        return None
    wholes = [x for x in terms[: i - 1] if x.lead.endswith(named["whole"]) and _is_share(part, x)]
    if len(wholes) != 1:
        return None
    failed = _share_of(terms[i], part, wholes[0])
    is_near = abs(Decimal(str(failed.computed)) - terms[i].number) <= _FAR_RATE
    return replace(failed, certain=False) if is_near else None


def _failed_share(
    terms: list[Term], i: int, relations: Relations, wholes: list[Term]
) -> Identity | None:
    """A share of a whole that can be no other, and does not hold."""
    base = terms[i - 1]
    if not ONLY_SHARE.match(terms[i].lead) or ABOUT in terms[i].lead:
        return None
    if _goes_on_sharing(terms, i, wholes) and _is_share(base, wholes[-1]):
        return replace(_share_of(terms[i], base, wholes[-1]), certain=False)
    announced = _announced_whole(terms, i - 1, relations)
    if announced is None or not _is_share(base, announced):
        return None
    return replace(_share_of(terms[i], base, announced), certain=False)


def _goes_on_sharing(terms: list[Term], i: int, wholes: list[Term]) -> bool:
    """Whether a share stands in a row of shares of one whole, with nothing else between them.

    食品类1384件，占42.25%，质量类512件，占15.63%，其他类1083件，占35.06%; no （上年90件，占28%）.
    """
    row = terms[i - 4 : i - 1] if i >= _SHARES_BEFORE else []
    if [x.figure.unit == "%" for x in row] != [True, False, True]:
        return False
    base = terms[i - 1]
    if len(wholes) < _FEWEST_SHARES or wholes[-1] is not wholes[-2] or is_prior(base):
        return False
    return ROW_OF_SHARES.fullmatch(base.gap) is not None


def _announced_whole(terms: list[Term], at: int, relations: Relations) -> Term | None:
    """What figure `at` is said to be a part of: 340卷案卷中，11卷; 150件，其中60件，占40%；30件."""
    if at and OF_THESE.match(terms[at].gap):
        return terms[at - 1]
    for k in range(at, 0, -1):
        if relations.parts.search(terms[k].gap):
            return terms[k - 1]
    return None


def _is_share(part: Term, whole: Term) -> bool:
    return (
        part.figure.unit == whole.figure.unit
        and part.figure.unit not in PERCENT_UNITS
        and part.is_exact
        and whole.is_exact
        and whole.number >= part.number > 0
    )


def _share_of(term: Term, part: Term, whole: Term) -> Identity:
    computed = part.number * 100 / whole.number
    holds = agrees(computed, term.number, places_of(term.figure.value))
    return make_identity("rate", term, computed, (part, whole), holds=holds)
