"""Scores drafter on labelled reports.

Usage: python tests/corpus/measure.py [--json OUT] [DIR]

DIR (default: this folder) holds pairs of NNN.txt and NNN.yaml; `build.py` explains the labels.
Everything is compared by its place among the visible characters of the text, so blanks and line
breaks never count. A score is either a share (right of all) or the harmonic mean of precision and
recall over what was found, said and labelled; the total pools the counts of all reports.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from rapidfuzz import fuzz

from drafter.api import read_report
from drafter.model import Passage, Ref, Report
from drafter.zh.width import fold, fold_char

Gold = Mapping[str, Any]
Place = tuple[int, int]
"""Start and end among the visible characters of a text."""

OVERLAP = 0.5
"""Share of their union that two places must have in common to be about the same."""
LIKENESS = 75
"""Of two names of an indicator, in per cent; neither may be much longer than the other."""
FRAME = ("title", "agency", "year", "addressee", "signature", "issued")


@dataclass(frozen=True, slots=True)
class Score:
    """What was found of what was said and of what is labelled.

    A share has `said` = `gold`, so that its F1 is right ÷ all.
    """

    found: int
    said: int
    gold: int

    def __add__(self, other: Score) -> Score:
        return Score(self.found + other.found, self.said + other.said, self.gold + other.gold)

    @property
    def f1(self) -> float | None:
        """Between 0 and 1, None where there was nothing to find and nothing was said."""
        return 2 * self.found / (self.said + self.gold) if self.said + self.gold else None


def share(right: Iterable[bool]) -> Score:
    """How many of these are right."""
    rows = list(right)
    return Score(sum(rows), len(rows), len(rows))


class Text:
    """The visible characters of a report, and where lines and passages stand among them."""

    def __init__(self, lines: Sequence[str], passages: Sequence[Passage]) -> None:
        self.index: list[list[int]] = []
        self.size = 0
        for line in lines:
            row = []
            for char in line:
                row.append(self.size)
                self.size += bool(fold_char(char))
            self.index.append([*row, self.size])
        self.passages = {p.id: p for p in passages}

    def at(self, line: int, column: int) -> int:
        """The place of a column; lines count from 1."""
        return self.index[line - 1][column]

    def labelled(self, row: Gold) -> Place:
        """The place of a label; a wrapped one has a span per line."""
        spans = row.get("spans") or [row]
        first, last = spans[0], spans[-1]
        return self.at(first["line"], first["start"]), self.at(last["line"], last["end"])

    def lines(self, first: int, last: int) -> Place:
        """The place of whole lines, both included."""
        return self.at(first, 0), self.index[last - 1][-1]

    def pieces(self, passage: Passage) -> list[Place]:
        """The places of a passage, one per line."""
        return [(self.at(s.line, s.start), self.at(s.line, s.end)) for s in passage.spans]

    def of(self, passage: Passage) -> Place:
        """The place of a passage from its first character to its last."""
        pieces = self.pieces(passage)
        return pieces[0][0], pieces[-1][1]

    def said(self, ref: Ref) -> Place:
        """The place of a reference."""
        columns = [
            (span.line, column)
            for span in self.passages[ref.passage].spans
            for column in range(span.start, span.end)
        ]
        line, column = columns[ref.end - 1]
        return self.at(*columns[ref.start]), self.at(line, column + 1)


def overlap(a: Place, b: Place) -> float:
    """The share of their union that two places have in common."""
    common = min(a[1], b[1]) - max(a[0], b[0])
    return common / (max(a[1], b[1]) - min(a[0], b[0])) if common > 0 else 0.0


def touches(a: Place, b: Place) -> bool:
    """Whether two places have a character in common."""
    return overlap(a, b) > 0


def paired(
    said: Sequence[Place], gold: Sequence[Place], least: float = OVERLAP
) -> list[tuple[int, int]]:
    """Indices of what was said and labelled that meet, each taken once, the best first."""
    rows = sorted(
        ((overlap(s, g), i, k) for i, s in enumerate(said) for k, g in enumerate(gold)),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    taken: list[tuple[int, int]] = []
    for common, i, k in rows:
        if common >= least and all(i != a and k != b for a, b in taken):
            taken.append((i, k))
    return taken


def covered(places: Iterable[Place]) -> set[int]:
    """Every character of these places."""
    return {n for start, end in places for n in range(start, end)}


# ------------------------------------------------------------------- parts, noise, frame


def score_text(report: Report, gold: Gold, text: Text) -> dict[str, Score]:
    """Whether nothing is lost, and which part each character belongs to."""
    noise = covered(text.lines(a, b) for a, b in gold["noise"])
    labels = dict.fromkeys(noise, "noise")
    for part in gold["parts"]:
        places = [text.labelled(span) for span in part["spans"]]
        labels |= dict.fromkeys(covered(places), part["part"])
    said: dict[int, str] = {}
    times = 0
    for passage in report.passages:
        own = covered(text.pieces(passage))
        times += len(own)
        said |= dict.fromkeys(own, "noise" if passage.role == "noise" else passage.part or "frame")
    called = {n for n, label in said.items() if label == "noise"}
    body = [n for n in range(text.size) if n not in noise]
    return {
        "lossless": share([len(said) == times == text.size]),
        "parts": share(said.get(n) == labels.get(n, "frame") for n in body),
        "noise": Score(len(noise & called), len(called), len(noise)),
        "body_kept": share(n not in called for n in body),
        "status": share(
            any(part.key == row["part"] and part.passages for part in report.parts)
            for row in [*gold["parts"], *gold["embedded"]]
        ),
    }


def score_frame(report: Report, gold: Gold, printed: str) -> dict[str, Score]:
    """Title, agency, year, addressee, signature, date."""
    out = {}
    for key in FRAME:
        said, wanted = (fold(str(row or "")) for row in (getattr(report.frame, key), gold[key]))
        right = said == wanted
        if key == "agency" and said and said in printed:  # a shorter or fuller form will do
            right = right or said in wanted or bool(wanted and wanted in said)
        out[key] = share([right])
    return out


# ---------------------------------------------------------------- sections, themes, items


def score_sections(report: Report, gold: Gold, text: Text) -> dict[str, Score]:
    """Sections with their themes, and items; a numeral that may be either is never wrong."""
    wanted = [text.labelled(row) for row in gold["sections"]]
    items = {text.labelled(row)[0] for row in gold["items"]}
    headed = [text.of(text.passages[s.heading]) for s in report.sections]
    pairs = paired(headed, wanted)
    met = {i for i, _ in pairs}
    extra = sum(place[0] not in items for i, place in enumerate(headed) if i not in met)
    marked = {
        text.of(p)[0]
        for p in report.passages
        if p.marker and (p.role == "item" or (p.role == "heading" and (p.level or 1) > 1))
    }
    marked -= {headed[i][0] for i in met} - items
    right = [report.sections[i].theme in gold["sections"][k]["themes"] for i, k in pairs]
    return {
        "sections": Score(len(pairs), len(pairs) + extra, len(wanted)),
        "themes": share([*right, *[False] * (len(wanted) - len(pairs))]),
        "items": Score(len(marked & items), len(marked), len(items)),
    }


# ------------------------------------------------------------------------------- facts


def score_figures(report: Report, gold: Gold, text: Text) -> dict[str, Score]:
    """Statistics by the place of their value, then their units and indicators."""
    rows = gold["figures"]
    said = [text.said(Ref(f.ref.passage, f.value_start, f.value_end)) for f in report.figures]
    pairs = [
        (report.figures[i], rows[k], i)
        for i, k in paired(said, [text.labelled(row) for row in rows])
        if _amount(report.figures[i].value) == _amount(rows[k]["value"])
    ]
    free = sum(bool(row.get("optional")) for row in rows)
    free_met = sum(bool(row.get("optional")) for _, row, _ in pairs)
    none = [text.labelled(row) for row in gold["not_figures"]]
    return {
        "figures": Score(len(pairs) - free_met, len(said) - free_met, len(rows) - free),
        "units": share(_unit(f.unit) == _unit(row["unit"]) for f, row, _ in pairs),
        "indicators": share(is_same_name(f.indicator, row["indicator"]) for f, row, _ in pairs),
        "not_figures": share(not any(touches(place, s) for s in said) for place in none),
    }


def _amount(value: object) -> str:
    return re.sub("[,，]", "", fold(str(value)))


def _unit(unit: str | None) -> str:
    bare = fold(unit or "")
    return "百分点" if bare == "个百分点" else bare


def is_same_name(said: str, gold: str) -> bool:
    """Whether two names of an indicator mean the same and neither is a whole sentence."""
    a, b = fold(said), fold(gold)
    return fuzz.partial_ratio(a, b) >= LIKENESS and len(a) <= 2 * len(b) + 4


def score_facts(report: Report, gold: Gold, text: Text) -> dict[str, Score]:
    """Promises, shortcomings, arithmetic, expiring words, the first responsible person."""
    sure = [row for row in gold["arithmetic"] if row.get("certainty") != "low"]
    unsure = {_last_number(row["stated"]) for row in gold["arithmetic"]} - {
        _last_number(row["stated"]) for row in sure
    }
    wanted = [(_last_number(row["stated"]), bool(row["holds"])) for row in sure]
    stated = [(_last_number(row.stated), row.holds) for row in report.identities]
    stated = [row for row in stated if row[0] not in unsure]
    stale = [text.said(row.ref) for row in report.stale]
    due = [text.labelled(row) for row in gold["stale"] if not row.get("optional")]
    duties = next(p.passages for p in report.parts if p.key == "leadership")
    duty = [text.of(text.passages[number]) for number in duties]
    return {
        "shortcomings": _pieces(
            [row.ref for row in report.shortcomings], gold["shortcomings"], text
        ),
        "commitments": _pieces([row.ref for row in report.commitments], gold["commitments"], text),
        "identities": Score(sum(row in stated for row in wanted), len(stated), len(wanted)),
        "no_false_alarm": share(row in wanted for row in stated if not row[1]),
        "stale": share(any(touches(place, s) for s in stale) for place in due),
        "stale_share": Score(len(covered(stale)), text.size, text.size),
        "embedded": share(
            any(touches(text.labelled(row), place) for place in duty) for row in gold["embedded"]
        ),
    }


def _pieces(said: Sequence[Ref], gold: Sequence[Gold], text: Text) -> Score:
    pairs = paired([text.said(ref) for ref in said], [text.labelled(row) for row in gold])
    return Score(len(pairs), len(said), len(gold))


def _last_number(stated: object) -> str:
    found = re.findall(r"\d[\d.]*", fold(str(stated)).replace(",", ""))
    return found[-1] if found else fold(str(stated))


# ------------------------------------------------------------------------------- all


SCORERS: tuple[Callable[[Report, Gold, Text], dict[str, Score]], ...] = (
    score_text,
    score_sections,
    score_figures,
    score_facts,
)


def measure(file: Path) -> dict[str, Score]:
    """The scores of one report; its labels stand beside it."""
    gold = yaml.safe_load(file.with_suffix(".yaml").read_text(encoding="utf-8"))
    report = read_report(file)
    text = Text(report.source.lines, report.passages)
    out: dict[str, Score] = {}
    for scorer in SCORERS:
        out |= scorer(report, gold, text)
    return out | score_frame(report, gold, fold("".join(report.source.lines)))


def measure_all(folder: Path) -> dict[str, dict[str, Score]]:
    """The scores of every labelled report of a folder, by name, in order."""
    files = sorted(path.with_suffix(".txt") for path in folder.glob("*.yaml"))
    return {file.stem: measure(file) for file in files}


def total(scores: Mapping[str, Mapping[str, Score]]) -> dict[str, Score]:
    """The pooled scores of all reports."""
    out: dict[str, Score] = {}
    for row in scores.values():
        for key, score in row.items():
            out[key] = out.get(key, Score(0, 0, 0)) + score
    return out


def table(scores: Mapping[str, Mapping[str, Score]]) -> str:
    """A row per score, a column per report, the total first."""
    columns = {"total": total(scores), **scores}
    rows = [f"{'':16}" + "".join(f"{name:>7}" for name in columns)]
    rows += [
        f"{key:16}" + "".join(_cell(column[key]) for column in columns.values())
        for key in columns["total"]
    ]
    return "\n".join(rows) + "\n"


def _cell(score: Score) -> str:
    return f"{'–':>7}" if score.f1 is None else f"{score.f1:7.3f}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table, and writes the scores as JSON if asked to."""
    parser = argparse.ArgumentParser(description="Score drafter on labelled reports.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent)
    parser.add_argument("--json", type=Path, dest="out", help="also write the scores to this file")
    asked = parser.parse_args(arguments)
    scores = measure_all(asked.folder)
    sys.stdout.write(table(scores))
    if asked.out:
        data = {
            name: {key: score.f1 for key, score in row.items()}
            for name, row in {"total": total(scores), **scores}.items()
        }
        asked.out.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
