"""What drafter knows of the subject: `schemas/*.yaml` as checked, frozen objects."""

from drafter.knowledge.loader import FILES, Knowledge, load
from drafter.knowledge.outline import (
    Citation,
    Outline,
    Part,
    Point,
    Theme,
    TieBreak,
    has_lapsed,
    holds,
    main_themes,
    part_of,
    source_for,
    theme_of,
)
from drafter.knowledge.phrases import Law, Phrase, PhraseBook, Plan
from drafter.knowledge.profiles import Profile, Profiles, profile_named, profile_of

__all__ = [
    "FILES",
    "Citation",
    "Knowledge",
    "Law",
    "Outline",
    "Part",
    "Phrase",
    "PhraseBook",
    "Plan",
    "Point",
    "Profile",
    "Profiles",
    "Theme",
    "TieBreak",
    "has_lapsed",
    "holds",
    "load",
    "main_themes",
    "part_of",
    "profile_named",
    "profile_of",
    "source_for",
    "theme_of",
]
