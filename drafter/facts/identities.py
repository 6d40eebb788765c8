"""Identities (数据勾稽关系): sums, rates, growths and differences that the text itself bears.

A relation is only claimed where the sentence says that its figures belong together. What does not hold is
claimed only where nothing else could be meant: a false alarm costs more than a missed slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from itertools import groupby
from typing import Literal

from drafter.knowledge.indicators import Indicators
from drafter.model import Figure, Identity, Passage, Report
from drafter.zh.quantities import compile_words, level

Kind = Literal["sum", "rate", "growth", "difference"]

_STOPS = "，,。；;：:、（）()\n|"
_RATE_NAME = re.compile(
    r"([一-鿿“”0-9]{2,16})(?:率|比例)(?:均?(?:达到|达|为|是|约|近|至|到|超|超过|提升至|提高到|提高至|稳定在|保持在|保持)?)?\Z"
)
_RATE_UNITS = frozenset({"%", "‰"})
_POINTS = frozenset({"个百分点", "百分点"})
_PRIOR = re.compile(
    r"(?:上一?年度?|去年|上年同期|同期|往年|(?:比|较)(?:19|20)[0-9]{2}年(?:同期)?)(?:的)?(?:为|是|达)?[^，,。；;、0-9]{0,10}\Z"
)
_GROWN = re.compile(
    r"(?:增长|增加|上升|提高|下降|减少|降低|增幅|降幅|上涨|回落|压减|缩减)(?:了|约|近|为|达)?\Z"
)
_SHARE = re.compile(r"占(?:比|(?:总|全部|全年|全)[^，,。；;0-9]{0,10}的?)?(?:为|达|到|达到)?\Z")
_FAR_RATE = Decimal(
    8
)  # points between stated and computed beyond which another base is the likelier reading
_FAR_SUM = Decimal("0.1")  # share of the total, likewise
_LARGEST_BASE = 100_000


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """Patterns for how relations are announced, compiled once per data set."""

    parts: re.Pattern[str]
    totals: re.Pattern[str]
    rests: re.Pattern[str]
    complete: frozenset[str]
    carried: re.Pattern[str]
    qualifiers: tuple[str, ...]
    dues: str
    verb: re.Pattern[str]
    from_words: re.Pattern[str]
    to_words: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Term:
    """A figure with the words that belong to it.

    Attributes:
        figure: The figure.
        lead: The words in front of it, back to a stop or the figure before.
        behind: The words behind it, up to a stop or the figure that follows.
        gap: Everything between the figure before, or the sentence's beginning, and this one.
    """

    figure: Figure
    lead: str
    behind: str
    gap: str

    @property
    def number(self) -> Decimal:
        return self.figure.number if self.figure.number is not None else Decimal(-1)

    @property
    def is_exact(self) -> bool:
        return self.figure.number is not None and self.figure.approx is None


def mark_identities(report: Report, indicators: Indicators) -> tuple[Identity, ...]:
    """All relations of a report, holding or not, in reading order.

    Args:
        report: With its figures.
        indicators: The words.
    """
    lexicon = _lexicon(indicators)
    by_passage: dict[int, list[Figure]] = {}
    for figure in report.figures:
        by_passage.setdefault(figure.ref.passage, []).append(figure)
    found: list[Identity] = []
    tables: list[Passage] = []
    for passage in report.passages:
        if passage.role == "table":
            tables.append(passage)
            continue
        found += _table_sums(tables, by_passage, lexicon)
        tables = []
        if passage.part != "plans":
            found += find_identities(passage, tuple(by_passage.get(passage.id, ())), indicators)
    found += _table_sums(tables, by_passage, lexicon)
    return tuple(found)


def find_identities(
    passage: Passage, figures: tuple[Figure, ...], indicators: Indicators
) -> tuple[Identity, ...]:
    """The relations among the figures of one passage.

    Args:
        passage: A paragraph or item.
        figures: Its figures in reading order.
        indicators: The words.
    """
    lexicon = _lexicon(indicators)
    found: list[Identity] = []
    for terms in _sentences(level(passage.text), figures):
        found += _sums(terms, lexicon)
        found += _rates(terms, lexicon)
        found += _changes(terms, lexicon)
    return tuple(sorted(found, key=lambda x: x.ref.start))


@lru_cache(maxsize=8)
def _lexicon(indicators: Indicators) -> _Lexicon:
    words = indicators.measures.identities
    to_words = compile_words(words["to_words"]).pattern
    return _Lexicon(
        parts=compile_words(words["parts"]),
        totals=re.compile(rf"(?:{compile_words(words['totals']).pattern})(?:达|为|是|有)?\Z"),
        rests=compile_words(words["rests"]),
        complete=frozenset(words["complete"]),
        carried=compile_words(words["carried"]),
        qualifiers=words["qualifiers"],
        dues="".join(words["dues"]),
        verb=compile_words(indicators.measures.lists["verbs"]),
        from_words=compile_words(words["from_words"]),
        to_words=re.compile(rf"(?:{to_words})[约近]?\Z"),
    )


# -------------------------------------------------------------------- the terms


def _sentences(flat: str, figures: tuple[Figure, ...]) -> Iterator[list[_Term]]:
    """The terms of each sentence that has at least two."""
    stops = [i for i, char in enumerate(flat) if char in "。!?\n"]
    rows: dict[int, list[Figure]] = {}
    k = 0
    for figure in figures:
        while k < len(stops) and stops[k] < figure.ref.start:
            k += 1
        rows.setdefault(k, []).append(figure)
    for k, row in rows.items():
        if len(row) > 1:
            begin = stops[k - 1] + 1 if k else 0
            end = stops[k] if k < len(stops) else len(flat)
            yield _terms(flat, row, begin, end)


def _terms(flat: str, figures: list[Figure], begin: int, end: int) -> list[_Term]:
    terms = []
    floor = begin
    for i, figure in enumerate(figures):
        gap = flat[floor : figure.ref.start]
        after = flat[figure.ref.end : figures[i + 1].ref.start if i + 1 < len(figures) else end]
        lead = re.split(f"[{re.escape(_STOPS)}]", gap)[-1].strip()
        behind = re.split(f"[{re.escape(_STOPS)}]", after)[0].strip()
        terms.append(_Term(figure, lead, behind, gap))
        floor = figure.ref.end
    return terms


def _places(value: str) -> int:
    """Digits printed after the decimal point."""
    digits = level(value).rpartition(".")[2] if "." in level(value) else ""
    return len(re.match(r"[0-9]*", digits)[0])  # type: ignore[index]  # the pattern matches every string


def _agrees(computed: Decimal, stated: Decimal, places: int) -> bool:
    """Whether they agree in the printed digits, one unit of the last digit either way allowed."""
    unit = Decimal(1).scaleb(-places)
    return abs(computed.quantize(unit, ROUND_HALF_UP) - stated) <= unit


def _identity(
    kind: Kind,
    term: _Term,
    computed: Decimal,
    operands: tuple[_Term, ...],
    *,
    holds: bool,
    reading: str | None = None,
) -> Identity:
    return Identity(
        kind=kind,
        ref=term.figure.ref,
        stated=term.figure.text,
        computed=float(round(computed, 4)),
        holds=holds,
        operands=tuple(x.figure.text for x in operands),
        reading=reading,
    )


# ------------------------------------------------------------------------- sums


def _sums(terms: list[_Term], lexicon: _Lexicon) -> Iterator[Identity]:
    """Totals with their parts: 受理187件，其中公安类72件、…、其他36件."""
    taken: set[int] = set()
    for i, term in enumerate(terms):
        if i in taken or not term.is_exact or term.figure.unit in _RATE_UNITS | _POINTS:
            continue
        parts = _parts_behind(terms, i, lexicon)
        if parts is not None:
            members, is_full = parts
            identity = _sum(term, members, is_full=is_full)
            if identity is not None:
                taken |= {terms.index(x) for x in members}
                yield identity
        elif lexicon.totals.search(term.lead) or lexicon.totals.search(term.gap.rstrip()):
            members = _run_before(terms, i)
            identity = _sum(term, members, is_full=False, is_suffix=True)
            if identity is not None:
                yield identity


def _parts_behind(terms: list[_Term], i: int, lexicon: _Lexicon) -> tuple[list[_Term], bool] | None:
    """The figures announced as parts of figure `i`, and whether the list must be complete; None if there are none."""
    first = next(
        (k for k in range(i + 1, len(terms)) if terms[k].figure.unit not in _RATE_UNITS), None
    )
    if first is None:
        return None
    gap = terms[first].gap
    marker = lexicon.parts.search(gap)
    is_bracketed = marker is None and gap.lstrip().startswith(("(", "（"))
    if (marker is None and not is_bracketed) or re.search(
        "[；;]", gap[: marker.start() if marker else 0]
    ):
        return None
    members = _members(terms, first, terms[i].figure.unit, lexicon, is_bracketed=is_bracketed)
    if len(members) < 2:  # noqa: PLR2004 - one figure is a subset, not a list of parts
        return None
    is_full = any(lexicon.rests.search(x.lead) for x in members) or (
        marker is not None and marker[0] in lexicon.complete
    )
    return members, is_full


def _members(
    terms: list[_Term], first: int, unit: str | None, lexicon: _Lexicon, *, is_bracketed: bool
) -> list[_Term]:
    """The exact figures of one unit from `first` on, as far as the list goes."""
    members: list[_Term] = []
    for k, term in enumerate(terms[first:]):
        if k and (re.search("[；;]", term.gap) or lexicon.parts.search(term.gap)):
            break
        if is_bracketed and k and re.match(r"[^（(]*[)）]", term.gap):
            break
        if term.figure.unit in _RATE_UNITS:
            continue
        if term.figure.unit != unit or not term.is_exact:
            break
        members.append(term)
    return members


def _run_before(terms: list[_Term], i: int) -> list[_Term]:
    """The exact figures of one unit right before figure `i`."""
    members: list[_Term] = []
    for term in reversed(terms[:i]):
        if term.figure.unit != terms[i].figure.unit or not term.is_exact:
            break
        members.insert(0, term)
        if re.search("[；;]", term.gap):
            break
    return members


def _sum(
    total: _Term, members: list[_Term], *, is_full: bool, is_suffix: bool = False
) -> Identity | None:
    """The relation of a total and its parts, None if the parts need not be all there are."""
    places = _places(total.figure.value)
    sizes = range(len(members), 1, -1)
    for size in sizes:
        chosen = members[-size:] if is_suffix else members[:size]
        added = sum((x.number for x in chosen), Decimal(0))
        if added == total.number or (places and _agrees_scaled(added, total)):
            return _identity("sum", total, added, tuple(chosen), holds=True)
    chosen = _parallel(members)
    if len(chosen) < 2 or is_suffix:  # noqa: PLR2004 - a list
        return None
    added = sum((x.number for x in chosen), Decimal(0))
    near = abs(added - total.number) <= total.number * _FAR_SUM
    too_many = near and added > total.number and len(chosen) > 2  # noqa: PLR2004 - two may be steps of one case
    if (is_full and (near or _closes(chosen))) or too_many:
        return _identity(
            "sum",
            total,
            added,
            tuple(chosen),
            holds=False,
            reading=_sum_reading(added, total, chosen),
        )
    return None


def _closes(members: list[_Term]) -> bool:
    """Whether 其他 ends a list, so that nothing can be missing from it."""
    return (
        re.match(r"[、，,]?(?:其[他它余]|剩余|.{0,6}及其他)", members[-1].gap.strip()) is not None
    )


def _agrees_scaled(added: Decimal, total: _Term) -> bool:
    """Whether a sum agrees with a total printed with decimals (1.2万)."""
    printed = re.sub(r"[^0-9.]", "", level(total.figure.value))
    if not printed or total.number == 0:
        return False
    scale = total.number / Decimal(printed) if Decimal(printed) else Decimal(1)
    return _agrees(added / scale, Decimal(printed), _places(total.figure.value))


def _parallel(members: list[_Term]) -> list[_Term]:
    """The beginning of a list whose members follow each other with 、, or all of it if a rest closes it."""
    kept = members[:1]
    for term in members[1:]:
        sign = term.gap.strip()[:1]
        if kept[1:] and sign != kept[1].gap.strip()[:1]:
            break
        kept.append(term)
    return kept


def _sum_reading(added: Decimal, total: _Term, members: list[_Term]) -> str | None:
    """How the sum would hold: the difference, if it looks like a slip in one figure."""
    off = total.number - added
    if off > 0:
        return f"各分项合计{_plain(added)}，比总数少{_plain(off)}；如另有未列出的类别，补列后成立"
    over = [x for x in members if x.number == -off]
    return f"“{over[0].lead}{over[0].figure.text}”如为重复计入，除去后成立" if over else None


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _table_sums(
    tables: list[Passage], by_passage: dict[int, list[Figure]], lexicon: _Lexicon
) -> Iterator[Identity]:
    """Rows of a table that end in one with the total."""
    rows: list[tuple[str, list[Figure]]] = []
    for passage in tables:
        figures = by_passage.get(passage.id, [])
        for start, row in groupby(figures, key=lambda f: passage.text.rfind("\n", 0, f.ref.start)):
            name = level(passage.text[start + 1 :])[:20]
            rows.append((name, list(row)))
    for i, (name, figures) in enumerate(rows):
        if (
            not re.match(rf"[\s|]*(?:{lexicon.totals.pattern.split('(?:达')[0]}|总数)", name)
            or i < 2
        ):
            continue
        above = [row for _, row in rows[:i] if len(row) == len(figures)]
        for column, total in enumerate(figures):
            parts = [row[column] for row in above]
            if (
                total.number is None
                or total.unit in _RATE_UNITS
                or any(x.number is None for x in parts)
            ):
                continue
            added = sum((x.number or Decimal(0) for x in parts), Decimal(0))
            yield Identity(
                "sum",
                total.ref,
                total.text,
                float(added),
                added == total.number,
                tuple(x.text for x in parts),
            )


# ------------------------------------------------------------------------ rates


def _rates(terms: list[_Term], lexicon: _Lexicon) -> Iterator[Identity]:
    """Rates whose two sides stand in the sentence: 接收申请337件，审结283件，审结率为85.29%."""
    for i, term in enumerate(terms):
        if term.figure.unit != "%" or not term.is_exact:
            continue
        name = _RATE_NAME.search(term.lead)
        if name is None:
            identity = _share(terms, i)
        else:
            identity = _rate(terms, i, name[1], lexicon)
        if identity is not None:
            yield identity


def _rate(terms: list[_Term], i: int, name: str, lexicon: _Lexicon) -> Identity | None:
    stated, places = terms[i].number, _places(terms[i].figure.value)
    numerators = _numerators(terms[:i], name, lexicon)
    best: tuple[Decimal, _Term, _Term] | None = None
    for numerator, stem in numerators:
        for base in _bases(terms[:i], numerator, stem, lexicon):
            computed = numerator.number * 100 / base.number
            if _agrees(computed, stated, places):
                return _identity("rate", terms[i], computed, (numerator, base), holds=True)
            if _is_certain(name, stem, numerator, base, lexicon) and (
                best is None or abs(computed - stated) < abs(best[0] - stated)
            ):
                best = (computed, numerator, base)
    if (
        best is None
        or abs(best[0] - stated) > _FAR_RATE
        or any(lexicon.carried.search(x.gap) for x in terms)
    ):
        return None
    computed, numerator, base = best
    return _identity(
        "rate",
        terms[i],
        computed,
        (numerator, base),
        holds=False,
        reading=_rate_reading(terms, i, numerator, base),
    )


def _numerators(before: list[_Term], name: str, lexicon: _Lexicon) -> list[tuple[_Term, str]]:
    """Figures whose words carry the stem of a rate's name (审结 of 审结率), the nearest first, with the stem."""
    name = re.sub("[“”]", "", name)
    stems = [name[k:] for k in range(len(name) - 1)]
    found: list[tuple[_Term, str]] = []
    for term in reversed(before):
        if not term.is_exact or term.figure.unit in _RATE_UNITS | _POINTS:
            continue
        stem = next((s for s in stems if _carries(term, s, lexicon)), None)
        if stem is None and name.endswith("应诉"):
            stem = next(
                (
                    s
                    for s in (name[:-2][k:] for k in range(max(0, len(name) - 3)))
                    if _carries(term, s, lexicon)
                ),
                None,
            )
        if stem is not None:
            found.append((term, stem))
    return found


def _carries(term: _Term, stem: str, lexicon: _Lexicon) -> bool:
    at = term.lead.rfind(stem)
    if at < 0 or (at and term.lead[at - 1] in lexicon.dues):
        return False
    if not (lexicon.verb.search(stem) or term.lead.endswith(stem)):
        return False
    rest = term.lead[at + len(stem) :]
    return not rest.startswith("成功") and len(rest) <= 12  # noqa: PLR2004 - an object, not another clause


def _bases(before: list[_Term], numerator: _Term, stem: str, lexicon: _Lexicon) -> list[_Term]:
    """Figures that a numerator may be a share of, the nearest first."""
    at = before.index(numerator)
    return [
        x
        for x in (*reversed(before[:at]), *before[at + 1 :])
        if x.figure.unit == numerator.figure.unit and x.is_exact and x.number > 0 and x.number >= numerator.number
        and (before.index(x) < at or any(due + stem in x.lead or due + stem[:2] in x.lead for due in lexicon.dues))
        and _PRIOR.search(x.lead) is None
    ]  # fmt: skip


def _is_certain(name: str, stem: str, numerator: _Term, base: _Term, lexicon: _Lexicon) -> bool:
    """Whether the words leave no doubt that this is the rate's numerator, so that a failure may be claimed."""
    qualifier = re.sub("[“”]", "", name)[: -len(stem)] if len(stem) < len(name) else ""
    if qualifier.endswith(lexicon.qualifiers):
        return False
    if stem.startswith("出庭") and not any(due + "出庭" in base.lead for due in lexicon.dues):
        return False  # cases taken to court are more than those heard
    rest = numerator.lead[numerator.lead.rfind(stem) + len(stem) :]
    return rest in {"", "了", "完成", "到位", "案件"} or lexicon.verb.search(rest) is None


def _rate_reading(terms: list[_Term], i: int, numerator: _Term, base: _Term) -> str | None:
    """Which other base makes a rate hold: another figure of the sentence, or the only whole number that fits."""
    stated, places = terms[i].number, _places(terms[i].figure.value)
    for other in terms:
        if (
            other.is_exact
            and other.number > 0
            and other not in {numerator, base}
            and other.figure.unit not in _RATE_UNITS
        ):
            if _agrees(numerator.number * 100 / other.number, stated, places):
                return f"以“{other.lead}{other.figure.text}”为分母则成立"
            if _agrees(other.number * 100 / base.number, stated, places):
                return f"以“{other.lead}{other.figure.text}”为分子则成立"
    if stated <= 0 or base.number > _LARGEST_BASE or places == 0:
        return None
    guess = int((numerator.number * 100 / stated).to_integral_value())
    unit = Decimal(1).scaleb(-places)
    fits = [
        n
        for n in range(max(1, guess - 3), guess + 4)
        if abs((numerator.number * 100 / n).quantize(unit, ROUND_HALF_UP) - stated) == 0
    ]
    return f"分母为{fits[0]}时成立，但文中没有这个数" if len(fits) == 1 else None


def _share(terms: list[_Term], i: int) -> Identity | None:
    """A share of a whole: 其中联合检查300次，占比25% where it holds; 占全部事项2000项的95% either way."""
    if i < 2:  # noqa: PLR2004 - part and whole come first
        return None
    part, base = terms[i - 2], terms[i - 1]
    if terms[i].lead == "的" and "占" in base.gap and _is_share(part, base):
        return _share_of(terms[i], part, base)
    if not _SHARE.search(terms[i].lead) or not base.is_exact:
        return None
    for whole in reversed(terms[: i - 1]):
        if _is_share(base, whole):
            identity = _share_of(terms[i], base, whole)
            if identity.holds:
                return identity
    return None


def _is_share(part: _Term, whole: _Term) -> bool:
    return (
        part.figure.unit == whole.figure.unit
        and part.figure.unit not in _RATE_UNITS
        and part.is_exact
        and whole.is_exact
        and whole.number >= part.number > 0
    )


def _share_of(term: _Term, part: _Term, whole: _Term) -> Identity:
    computed = part.number * 100 / whole.number
    holds = _agrees(computed, term.number, _places(term.figure.value))
    return _identity("rate", term, computed, (part, whole), holds=holds)


# ---------------------------------------------------------------------- changes


def _changes(terms: list[_Term], lexicon: _Lexicon) -> Iterator[Identity]:
    """Growth in % between two years, and differences of rates in 个百分点."""
    for i, term in enumerate(terms):
        if i < 2 or not term.is_exact or not _GROWN.search(term.lead):  # noqa: PLR2004 - both years come first
            continue
        pair = _years(terms, i, lexicon)
        if pair is None:
            continue
        now, before = pair
        if term.figure.unit in _POINTS and now.figure.unit == "%":
            computed = abs(now.number - before.number)
            places = max(_places(term.figure.value), 0)
            yield _identity(
                "difference",
                term,
                computed,
                (now, before),
                holds=_agrees_points(computed, term.number, places),
            )
        elif term.figure.unit == "%" and now.figure.unit not in _RATE_UNITS and before.number > 0:
            yield _growth(term, now, before)


def _agrees_points(computed: Decimal, stated: Decimal, places: int) -> bool:
    """A difference of printed rates is exact up to one unit of the last digit."""
    return abs(computed - stated) <= Decimal(1).scaleb(-max(places, 1))


def _years(terms: list[_Term], i: int, lexicon: _Lexicon) -> tuple[_Term, _Term] | None:
    """This year's and last year's figure that a change right behind them compares."""
    near, far = terms[i - 1], terms[i - 2]
    if re.search("[；;]", terms[i].gap) or re.search("[；;]", near.gap):
        return None
    if near.figure.unit != far.figure.unit or not near.is_exact or not far.is_exact:
        return None
    if _PRIOR.search(near.lead):
        return far, near
    if _PRIOR.search(far.lead):
        return near, far
    if lexicon.to_words.search(near.lead) and lexicon.from_words.search(far.lead[-8:]):
        return near, far
    return None


def _growth(term: _Term, now: _Term, before: _Term) -> Identity:
    places = _places(term.figure.value)
    computed = abs(now.number - before.number) * 100 / before.number
    holds = _agrees(computed, term.number, places)
    reading = None
    if (
        not holds
        and now.number > 0
        and _agrees(abs(now.number - before.number) * 100 / now.number, term.number, places)
    ):
        reading = f"以“{now.lead}{now.figure.text}”为基数则成立，但增幅应以上年数为基数"
    return _identity("growth", term, computed, (now, before), holds=holds, reading=reading)
