"""What one report leaves behind: no cycles, so that the memory of a batch does not grow."""

from __future__ import annotations

import gc
from pathlib import Path

from drafter import api
from drafter.options import DraftOptions

COUNTY = Path(__file__).parents[2] / "examples" / "county-2024.txt"


def _through() -> None:
    report = api.read_report(COUNTY)
    api.to_docx(api.draft([report], DraftOptions()), DraftOptions())
    api.review(COUNTY)


def test_a_report_leaves_no_cycles() -> None:
    _through()  # what is made once for all reports
    gc.collect()
    gc.disable()
    try:
        _through()
        assert gc.collect() == 0
    finally:
        gc.enable()
