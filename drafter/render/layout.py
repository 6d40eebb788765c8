"""Where signature and date stand (署名、成文日期), which depends on how long the signature is."""

from __future__ import annotations

import unicodedata

from drafter.render.template import Paragraph, inline_text

SIGNATURE, DATE = "落款", "成文日期"
_LINE = 28
"""Characters of a line."""
_FEW_LINES = 3
_TWIPS = 315
"""One condensed character, 15.75 pt: 28 of them fill the type area of 156 mm."""
BEYOND_MARGIN = 2 * _TWIPS
"""How far a date may reach into the margin, in twips."""
_LONGEST_DATE = 7
"""`2026年12月31日`: eight half-width digits and three characters."""


def left_indents(paragraphs: tuple[Paragraph, ...]) -> dict[int, int]:
    """Left indents of signature and date lines, in twips, by number of the paragraph.

    Without a seal (不加盖印章, GB/T 9704-2012 7.3.5.2) the signature ends two characters before the
    margin and the date begins two characters after the signature's first; where the date is the
    longer one, it is the date that ends two characters before the margin. Indents are counted from
    the left, so that the date stays in place when the blank becomes a real date.
    """
    widths = [_width(paragraph) for paragraph in paragraphs if paragraph.style == SIGNATURE]
    if not widths:
        return {}
    dates = [_width(paragraph) for paragraph in paragraphs if paragraph.style == DATE]
    longest = max(widths)
    # A date longer than the name needs its own two characters of shift as well.
    start = _LINE - 2 - (longest if longest >= _LONGEST_DATE else _LONGEST_DATE + 2)
    signature = round(max(start, 0) * _TWIPS)
    # A blank is longer than the date it stands for; it moves left rather than break.
    room = round(max(_LINE - max(dates, default=0), 0) * _TWIPS)
    indents = {SIGNATURE: signature, DATE: min(signature + 2 * _TWIPS, room)}
    return {
        number: indents[paragraph.style]
        for number, paragraph in enumerate(paragraphs)
        if paragraph.style in indents
    }


def kept_with_signature(paragraphs: tuple[Paragraph, ...]) -> frozenset[int]:
    """Numbers of the paragraphs that must not be on the page before the signature's.

    The last one with words and the blank lines behind it: signature and date alone on a page could
    belong to anything (GB/T 9704-2012 7.3.5.5). None where it is longer than a few lines, which
    LibreOffice would move as a whole.
    """
    signed = (i for i, paragraph in enumerate(paragraphs) if paragraph.style == SIGNATURE)
    first = next(signed, 0)
    last = next((i for i in range(first - 1, -1, -1) if _width(paragraphs[i])), first)
    is_short = _width(paragraphs[last]) <= _FEW_LINES * _LINE
    return frozenset(range(last, first)) if is_short else frozenset()


def _width(paragraph: Paragraph) -> float:
    """Width in characters: wide ones count one, narrow ones a half."""
    return sum(
        1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5
        for char in inline_text(paragraph.inlines).strip()
    )
