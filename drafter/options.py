"""What a user may ask for, gathered once at the edge."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from msgspec import Struct

Order = Literal["outline", "keep", "rule"]
Prefill = Literal["full", "outline"]


class DraftOptions(Struct, frozen=True, kw_only=True):
    """How the skeleton of the next year is to be made.

    Attributes:
        year: Year to be reported on; None means the newest report's year + 1.
        order: `outline` the four parts as the project orders them, `keep` last year's own order,
            `rule` the order of 《法治政府建设与责任落实督察工作规定》.
        profile: Key of `schemas/profiles.yaml`, or `auto`.
        prefill: `full` carries last year's text, `outline` only headings and prompts.
        template: Name of a shipped template, or a folder.
        schemas: A folder that replaces files of the shipped `schemas/`, or None.
    """

    year: int | None = None
    order: Order = "outline"
    profile: str = "auto"
    prefill: Prefill = "full"
    template: str | Path = "default"
    schemas: Path | None = None


class FinalOptions(Struct, frozen=True, kw_only=True):
    """What may be done on the way to the clean file (定稿).

    Attributes:
        accept_changes: Accept the tracked changes of people; without it they are listed.
        drop_comments: Remove the comments of people; without it they are listed.
        public: Leave out 主送机关 and 附件, as on a website.
    """

    accept_changes: bool = False
    drop_comments: bool = False
    public: bool = False
