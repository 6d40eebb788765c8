"""What a filled-in workbook says (答复), cell by cell, before anything is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from msgspec import Struct, field

from drafter.render.collection import Slot

ReplyKind = Literal["figure", "sentence", "text"]


class Place(Struct, frozen=True):
    """Where an answer stands in a workbook."""

    file: str
    sheet: str
    row: int

    def __str__(self) -> str:
        return f"“{self.file}”{self.sheet}第{self.row}行"


class RowFacts(Struct, frozen=True):
    """What the sheet itself knows of a row, so that an answer can be judged.

    Attributes:
        name: The indicator or the matter, for messages.
        unit: As printed in the draft after the blank; empty where none is.
        scale: 万 or 亿 in which the sheet asks.
        suffix: What has to be written after the number.
        printed: Last year's number as shown.
        last: Last year's amount, None where it is no exact number.
        slots: Tag → blank; empty where the hidden column is lost.
        note: The blank for words in the same prompt.
    """

    name: str = ""
    unit: str = ""
    scale: str = ""
    suffix: str = ""
    printed: str = ""
    last: Decimal | None = None
    slots: Mapping[str, Slot] = field(default_factory=dict)
    note: Slot | None = None


class Reply(Struct, frozen=True):
    """One filled cell.

    Attributes:
        place: Where it stands.
        kind: `figure` a number, `sentence` words beside a number, `text` words for a blank.
        tags: Of the blanks it is for; empty for a row that someone added.
        facts: What the sheet knows of the row.
        number: The number typed; None for words.
        words: The words typed; empty for a number.
        decimals: Digits after the point that the cell shows, None where its format leaves it open.
        is_percent: Whether the cell shows a percentage: 0.98 then means 98.
        problem: Why the cell cannot be used, in Chinese; empty if it can.
    """

    place: Place
    kind: ReplyKind
    tags: tuple[str, ...]
    facts: RowFacts
    number: Decimal | None = None
    words: str = ""
    decimals: int | None = None
    is_percent: bool = False
    problem: str = ""

    @property
    def shown(self) -> str:
        """The answer as a person would repeat it."""
        if self.number is None:
            return self.words
        number = self.number * 100 if self.is_percent else self.number
        return f"{format(number.normalize(), 'f')}{'%' if self.is_percent else ''}"


class Book(Struct, frozen=True):
    """What a workbook says.

    Attributes:
        name: As the user gave it.
        replies: Filled cells, in order.
        cutoff: Up to when it counts, where someone wrote anything but 全年; else empty.
    """

    name: str
    replies: tuple[Reply, ...]
    cutoff: str = ""
