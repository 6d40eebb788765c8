"""The skeletons of the examples, word for word.

`pytest --rewrite-golden tests/acceptance/test_expected.py` writes what drafter makes now; the
diff is reviewed like code.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.skeletons import EXAMPLES, skeleton, told


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_becomes_the_skeleton_beside_it(example: Path, *, rewrite_golden: bool) -> None:
    expected = example.with_suffix(".expected.txt")
    made = told(skeleton(example).word)
    if rewrite_golden:
        expected.write_text(made, encoding="utf-8", newline="\n")
    assert expected.read_text(encoding="utf-8").splitlines() == made.splitlines()


def test_no_expected_text_is_left_over() -> None:
    folder = EXAMPLES[0].parent
    expected = {path.name.removesuffix(".expected.txt") for path in folder.glob("*.expected.txt")}
    assert expected == {path.stem for path in EXAMPLES}
