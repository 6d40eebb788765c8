"""Planted faults: an example, small edits, and the rule that must (or must not) speak.

One file a rule, `<id>.yaml`:

    flags:                      # at least three: the rule must speak
      - name: "一句话说明"
        base: township-2025     # a file of examples/, without suffix
        against: township-2024  # optional: last year's report
        edits:                  # words that stand once in the text → other words
          - ["旧", "新"]
        cuts:                   # optional, before the edits: what stands from the first words up
          - ["从", "到"]        # to the second is left out; the second "" is the end of the text
        word:                   # optional: made a Word file, then changed (see word_report.py)
          - [操作, 参数]
        quote: "新"             # optional: words that the finding must quote
    passes:                     # at least three: the rule must be silent
      - ...
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from drafter import api
from drafter.knowledge import load
from drafter.knowledge.indicators import load_indicators
from drafter.model import Finding, Manuscript, Report, Review, Source
from drafter.read import read_manuscript
from drafter.read.text import split_lines
from drafter.read.word import WordReader

_FOLDER = Path(__file__).parent
_EXAMPLES = _FOLDER.parent.parent / "examples"


@dataclass(frozen=True, slots=True)
class Case:
    """One edit of an example, and what a rule is to say of it."""

    rule: str
    is_fault: bool
    name: str
    base: str
    against: str | None
    edits: tuple[tuple[str, str], ...]
    cuts: tuple[tuple[str, str], ...]
    word: tuple[tuple[Any, ...], ...]
    quote: str

    @property
    def label(self) -> str:
        """For the id of a test."""
        return f"{self.rule}-{'flags' if self.is_fault else 'passes'}-{self.name}"

    def text(self) -> str:
        """The example with its edits; each old wording must stand in it exactly once."""
        text = (_EXAMPLES / f"{self.base}.txt").read_text("utf-8")
        for first, beyond in self.cuts:
            assert text.count(first) == 1, f"{self.label}: {text.count(first)} x {first}"
            start = text.index(first)
            text = text[:start] + (text[text.index(beyond, start) :] if beyond else "\n")
        for old, new in self.edits:
            assert text.count(old) == 1, f"{self.label}: {text.count(old)} x {old}"
            text = text.replace(old, new)
        return text

    def review(self) -> Review:
        """What `drafter check` says of it."""
        report, manuscript = self._read()
        last = None
        if self.against is not None:
            last = _understood(_source((_EXAMPLES / f"{self.against}.txt").read_text("utf-8")))
        return api.examine_report(report, load(None), last=last, manuscript=manuscript)

    def found(self) -> list[Finding]:
        """The findings of the rule, as far as they quote what the case wants quoted."""
        return [f for f in self.review().findings if f.rule == self.rule and self.quote in f.quote]

    def _read(self) -> tuple[Report, Manuscript | None]:
        if not self.word:
            return _understood(_source(self.text())), None
        from tests.cases.word_report import as_document, edited  # noqa: PLC0415 -- python-docx

        data = edited(as_document(self.text()), self.word)
        source = WordReader().read(data, "report.docx", "report.docx")
        return _understood(source), read_manuscript(data)


def _source(text: str) -> Source:
    return Source("report.txt", "txt", "utf-8", 0, split_lines(text))


def _understood(source: Source) -> Report:
    return api.understand(source, load(None), load_indicators(None))


def load_cases() -> list[Case]:
    """All cases, by rule."""
    return [case for path in sorted(_FOLDER.glob("*.yaml")) for case in _of_file(path)]


def _of_file(path: Path) -> list[Case]:
    data = yaml.safe_load(path.read_text("utf-8"))
    assert set(data) == {"flags", "passes"}, path.name
    return [
        Case(
            rule=path.stem,
            is_fault=kind == "flags",
            name=row["name"],
            base=row["base"],
            against=row.get("against"),
            edits=tuple((old, new) for old, new in row.get("edits", ())),
            cuts=tuple((first, beyond) for first, beyond in row.get("cuts", ())),
            word=tuple(tuple(step) for step in row.get("word", ())),
            quote=row.get("quote", ""),
        )
        for kind in ("flags", "passes")
        for row in data[kind]
    ]
