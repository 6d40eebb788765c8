"""What keeps a draft from being final (遗留), and the clean file if nothing does."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

LeftoverKind = Literal[
    "blank", "prompt", "insertion", "deletion", "move", "format", "comment", "reference", "solved"
]


class Leftover(Struct, frozen=True):
    """Something that must be dealt with before the file goes out.

    Attributes:
        kind: A blank, an unanswered prompt, a person's tracked change or a person's comment; words
            about an annex; an answer that tells a shortcoming is solved.
        words: The words in question, verbatim; may be empty.
        place: The headings above it; empty before the first one and outside the body.
        author: Of a tracked change or a comment.
        reason: Why a prompt counts as unanswered, in Chinese; empty elsewhere.
    """

    kind: LeftoverKind
    words: str
    place: str
    author: str = ""
    reason: str = ""


class LeftOut(Struct, frozen=True):
    """Something of the draft that the clean file does not have.

    Attributes:
        what: What it is, in Chinese: 主送机关, 附件.
        words: How it reads, or how it begins.
    """

    what: str
    words: str


class FinalResult(Struct, frozen=True):
    """What `finalize` did or why it refuses.

    Attributes:
        data: The clean file; None where one of the lists below is not empty.
        blanks: To be filled; those of prompts are not told again.
        prompts: Without an answer that can stand in the report.
        revisions: Tracked changes of people, unless they were to be accepted.
        comments: Of people, unless they were to be dropped.
        answers: What the answered prompts said, as it stands in the file now.
        left_out: What was taken out besides drafter's marks, in order.
        dangling: Paragraphs that speak of an annex, in a copy that goes out without.
        solved: Answers that tell a shortcoming is solved, in the chapter of those that remain.
    """

    data: bytes | None
    blanks: tuple[Leftover, ...] = ()
    prompts: tuple[Leftover, ...] = ()
    revisions: tuple[Leftover, ...] = ()
    comments: tuple[Leftover, ...] = ()
    answers: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    dangling: tuple[Leftover, ...] = ()
    solved: tuple[Leftover, ...] = ()

    @property
    def leftovers(self) -> tuple[Leftover, ...]:
        """All that is in the way."""
        return (*self.blanks, *self.prompts, *self.revisions, *self.comments)
