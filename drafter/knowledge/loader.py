"""All data files together: read, checked, cross-checked, frozen."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from drafter.errors import DataFileError
from drafter.knowledge.document import Document, Problem, line_of
from drafter.knowledge.files import is_own, load_data, open_document, shipped, state_of
from drafter.knowledge.outline import Outline, build_outline
from drafter.knowledge.phrases import PhraseBook, build_phrases
from drafter.knowledge.profiles import Profiles, build_profiles
from drafter.model import PARTS
from drafter.zh.file_names import is_kept
from drafter.zh.slots import SlotError, compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FILES = ("outline.yaml", "phrases.yaml", "profiles.yaml", "words.yaml")
"""What `load` reads; the other data files belong to the stages that need them."""


class Knowledge(Struct, frozen=True, eq=False):
    """What drafter knows of the subject; compared by identity.

    Attributes:
        words: Name of a list in `words.yaml` → its words, in the order of the file.
    """

    outline: Outline
    phrases: PhraseBook
    profiles: Profiles
    words: Mapping[str, tuple[str, ...]]


def load(schemas: Path | None = None) -> Knowledge:
    """The knowledge for a run, read once per folder and again when a file of it has changed.

    Args:
        schemas: An office's own folder; the files it has replace the shipped ones of the same name.

    Raises:
        DataFileError: Something in these files is wrong; all of it is told at once.
    """
    return _load(*state_of(schemas))


@cache
def _load(schemas: Path | None, _state: tuple[tuple[str, int], ...]) -> Knowledge:
    own = any(is_own(name, schemas) for name in FILES)
    documents, problems = _read_all(schemas, strict=False)
    if own and not problems:
        problems = tuple(_cross_problems(documents))
    if problems:
        raise DataFileError(problems)
    return _build(documents)


def file_problems(schemas: Path | None = None) -> tuple[Problem, ...]:
    """What is wrong with the data files themselves, and with those of `FILES` together.

    Unlike `load` it looks at every YAML file of the folder that has a schema, and at files that no
    part of drafter reads (a misspelt name would otherwise be passed over in silence).
    """
    documents, problems = _read_all(schemas, strict=True)
    if schemas is not None:
        names = [path.name for path in shipped()]
        problems += tuple(
            (path.name, None, f"程序不读这个文件；可用的文件名有：{'、'.join(names)}")
            for path in sorted(schemas.glob("*.y*ml"))
            if path.name not in names and not is_kept(path.stem)
        )
    return problems or tuple(_cross_problems(documents))


def _read_all(
    schemas: Path | None, *, strict: bool
) -> tuple[dict[str, Document], tuple[Problem, ...]]:
    """The documents of `FILES`, and the problems of all data files; of shipped ones if `strict`."""
    documents: dict[str, Document] = {}
    names = [path.name for path in shipped()]
    problems: tuple[Problem, ...] = ()
    if schemas is not None and not schemas.is_dir():
        problems = ((str(schemas), None, "没有这个文件夹；请检查路径"),)
    elif schemas is not None and not any(is_own(name, schemas) for name in names):
        said = f"文件夹里没有一个数据文件；文件名应是 {'、'.join(names)} 之一"
        problems = ((str(schemas), None, said),)
    for name in FILES:
        documents[name], found = open_document(name, schemas, strict=strict)
        problems += found
    for name in names:
        if name not in FILES and (strict or is_own(name, schemas)):
            problems += open_document(name, schemas, strict=strict)[1]
    return documents, problems


_ACTS = ("heading_verbs", "heading_deeds", "aims", "remedies")
"""The lists of what a heading begins with that tells what was done."""


def _build(documents: Mapping[str, Document]) -> Knowledge:
    # A list that an office's file lacks (one of an older version does) is the shipped one.
    lists = load_data("words.yaml") | documents["words.yaml"].data
    words = {name: tuple(row["words"]) for name, row in lists.items()}
    return Knowledge(
        outline=build_outline(
            documents["outline.yaml"].data, chain.from_iterable(words[name] for name in _ACTS)
        ),
        phrases=build_phrases(documents["phrases.yaml"].data),
        profiles=build_profiles(documents["profiles.yaml"].data),
        words=MappingProxyType(words),
    )


def _cross_problems(documents: Mapping[str, Document]) -> Iterator[Problem]:
    """What no schema can say: keys are unique and known, phrases are well written."""
    outline, phrases, profiles = (documents[name] for name in FILES[:3])
    yield from _outline_problems(outline)
    yield from _profile_problems(profiles, {row["key"] for row in outline.data["themes"]})
    yield from _phrase_problems(phrases)


def _outline_problems(document: Document) -> Iterator[Problem]:
    data = document.data
    themes = {row["key"] for row in data["themes"]}
    yield from _repeated(document, "themes", "key")
    yield from _repeated(document, "points", "key")
    if [row["key"] for row in data["parts"]] != list(PARTS):
        yield _problem(document, ("parts",), f"四个部分应依次为 {'、'.join(PARTS)}；请照此排列")
    for i, row in enumerate(data["themes"]):
        if row.get("parent", row["key"]) not in themes:
            yield _problem(
                document,
                ("themes", i, "parent"),
                f"上级主题“{row['parent']}”不存在；请改为已有的键",
            )
    for i, row in enumerate(data["tiebreaks"]):
        for key in sorted({row["theme"], *row["over"]} - themes):
            yield _problem(document, ("tiebreaks", i), f"主题“{key}”不存在；请改为已有的键")


def _profile_problems(document: Document, themes: set[str]) -> Iterator[Problem]:
    yield from _repeated(document, "profiles", "key")
    keys = {row["key"] for row in document.data["profiles"]}
    if document.data["default"] not in keys:
        yield _problem(
            document,
            ("default",),
            f"默认类型“{document.data['default']}”不存在；请改为 {'、'.join(sorted(keys))} 之一",
        )
    for i, row in enumerate(document.data["profiles"]):
        for key in sorted(set(row["expected"]) - themes):
            yield _problem(
                document,
                ("profiles", i, "expected"),
                f"主题“{key}”不存在；请改为 outline.yaml 里的键",
            )


def _phrase_problems(document: Document) -> Iterator[Problem]:
    yield from _repeated(document, "phrases", "id")
    yield from _repeated(document, "laws", "id")
    for i, row in enumerate(document.data["phrases"]):
        for j, text in enumerate(row["texts"]):
            try:
                compile_pattern(text)
            except SlotError as error:
                yield _problem(document, ("phrases", i, "texts", j), str(error))


def _repeated(document: Document, rows: str, key: str) -> Iterator[Problem]:
    counts = Counter(row[key] for row in document.data[rows])
    for i, row in enumerate(document.data[rows]):
        if counts[row[key]] > 1:
            yield _problem(
                document,
                (rows, i, key),
                f"“{row[key]}”出现了 {counts[row[key]]} 次；请改成不同的名称",
            )


def _problem(document: Document, path: tuple[Any, ...], text: str) -> Problem:
    return document.name, line_of(document, path), text
