"""Identities (数据勾稽关系): sums, rates, growths and differences that the text itself bears.

A relation is only claimed where the sentence says that its figures belong together. What does not
hold is claimed only where nothing else could be meant: a false alarm costs more than a missed slip.
"""

from __future__ import annotations

from drafter.facts.changes import find_changes
from drafter.facts.flows import find_flows
from drafter.facts.parts_of import find_excesses, find_excesses_out_of
from drafter.facts.rates import find_rates, find_shares_beyond
from drafter.facts.rates_nearby import find_rates_nearby, find_shares_of_earlier
from drafter.facts.sums import find_sums, find_sums_apart, find_sums_taken_up, find_table_sums
from drafter.facts.table_changes import find_table_changes
from drafter.facts.terms import Relations, Term, relations_of, sentence_terms
from drafter.facts.unannounced import find_unannounced
from drafter.facts.wholes import (
    find_denied,
    find_grades,
    find_miscounts,
    find_pairs_apart,
    find_remainders,
)
from drafter.knowledge.indicators import Indicators
from drafter.model import Figure, Identity, Passage, Report
from drafter.zh.page import CAPTION
from drafter.zh.quantities import level
from drafter.zh.relations import TAKEN_UP


def mark_identities(report: Report, indicators: Indicators) -> tuple[Identity, ...]:
    """All relations of a report, holding or not, in reading order.

    Args:
        report: With its figures.
        indicators: The words.
    """
    relations = relations_of(indicators)
    by_passage: dict[int, list[Figure]] = {}
    for figure in report.figures:
        by_passage.setdefault(figure.ref.passage, []).append(figure)
    found: list[Identity] = []
    tables: list[Passage] = []
    for passage in report.passages:
        if passage.role == "table" and not CAPTION.match(passage.text):
            tables.append(passage)
            continue
        found += _of_table(tables, by_passage, report.frame.year, relations)
        tables = []
        if passage.part != "plans":
            found += find_identities(passage, tuple(by_passage.get(passage.id, ())), indicators)
    found += _of_table(tables, by_passage, report.frame.year, relations)
    return tuple(found)


def _of_table(
    tables: list[Passage], by_passage: dict[int, list[Figure]], year: int | None,
    relations: Relations,
) -> list[Identity]:  # fmt: skip
    """The relations within a table, in reading order."""
    found = [
        *find_table_sums(tables, by_passage, relations),
        *find_table_changes(tables, by_passage, year),
    ]
    return sorted(found, key=lambda x: (x.ref.passage, x.ref.start))


def find_identities(
    passage: Passage, figures: tuple[Figure, ...], indicators: Indicators
) -> tuple[Identity, ...]:
    """The relations among the figures of one passage.

    Args:
        passage: A paragraph or item.
        figures: Its figures in reading order.
        indicators: The words.
    """
    if len(figures) < 2:  # noqa: PLR2004 -- a relation is between two
        return ()
    relations = relations_of(indicators)
    found: list[Identity] = []
    flat = level(passage.text)
    before: list[Term] = []
    last: list[Term] = []
    # A single figure matters only where a later sentence takes it up.
    for terms in sentence_terms(flat, figures, fewest=1 if TAKEN_UP.search(flat) else 2):
        if len(terms) > 1:
            found += _of_sentence(terms, last, before, relations)
        before += terms
        last = terms
    return tuple(sorted(found, key=lambda x: x.ref.start))


def _of_sentence(
    terms: list[Term], last: list[Term], before: list[Term], relations: Relations
) -> list[Identity]:
    """The relations of one sentence; a figure is told once.

    Args:
        terms: Of the sentence.
        last: Of the sentence before it.
        before: Of all sentences before it.
        relations: The words.
    """
    found = [*find_sums(terms, relations), *find_rates(terms, relations)]
    found += find_changes(terms, relations)
    compared = {row.operands for row in found if row.kind == "rate" and not row.holds}
    found += (
        row
        for row in find_excesses(terms, relations)
        if (row.stated, *row.operands) not in compared
    )
    for more in (
        find_sums_apart(terms, relations),
        find_sums_taken_up(terms, last, relations), find_flows(terms, before, relations),
        find_remainders(terms, relations), find_miscounts(terms, relations),
        find_pairs_apart(terms, relations), find_denied(terms, relations),
        find_grades(terms, relations), find_shares_beyond(terms, relations),
        find_excesses_out_of(terms, relations), find_unannounced(terms, relations),
        find_rates_nearby(terms, relations), find_shares_of_earlier(terms, before, relations),
    ):  # fmt: skip
        known = {row.ref for row in found}
        found += (row for row in more if row.ref not in known)
    return found
