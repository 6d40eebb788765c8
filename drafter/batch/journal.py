"""What a batch has done (批处理日志): a line of JSON an input, so that the next run does the rest.

Lines are only ever added while files are being worked on: a run that is killed at any moment loses
at most the line that it was writing. In the end the file is written anew, in the order of the
inputs and without those that are gone.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from drafter.batch.outcome import Outcome, from_data, to_data
from drafter.errors import FolderUnwritableError

JOURNAL = ".drafter-batch.jsonl"
_SUMMARY = "summary"


class Journal:
    """The outcomes in a folder, on disk: in memory is only where each of them stands.

    Use as a context manager.

    Attributes:
        summaries: Hashes of summary workbooks that were written, or were about to be.
        drafts: Draft, below the folder → its hash as drafter wrote it.
    """

    def __init__(self, folder: Path) -> None:
        """Opens the journal, which is made if there is none.

        Raises:
            FolderUnwritableError: The folder cannot be written to.
        """
        self._path = folder / JOURNAL
        self._places: dict[str, int] = {}
        self._is_changed = False
        self.summaries: set[str] = set()
        self.drafts: dict[str, str] = {}
        with _told(self._path):
            self._stream: BinaryIO = self._path.open("a+b")
            self._load()

    def __enter__(self) -> Journal:
        """Nothing more to be done."""
        return self

    def __exit__(self, *_: object) -> None:
        """Closes the file."""
        self._stream.close()

    def get(self, key: str) -> Outcome | None:
        """What became of an input, None if it is not known."""
        if key not in self._places:
            return None
        return from_data(json.loads(self._line(key).decode("utf-8", "surrogatepass")))

    def add(self, outcome: Outcome) -> None:
        """Takes down an outcome; it holds instead of an earlier one of the same input.

        Raises:
            FolderUnwritableError: The disk is full, or gone.
        """
        self._places[outcome.key] = self._append(to_data(outcome))

    def announce_summary(self, digest: str) -> None:
        """Takes down the hash of a summary before it is written.

        Raises:
            FolderUnwritableError: The disk is full, or gone.
        """
        if self.summaries != {digest}:
            self._append({_SUMMARY: digest})
            self.summaries.add(digest)

    def settle(self, keys: Iterable[str], summary: str) -> None:
        """Writes the journal anew: these inputs in this order, and this summary.

        Raises:
            FolderUnwritableError: The folder cannot be written to.
        """
        kept = [key for key in keys if key in self._places]
        if not self._is_changed and kept == [*self._places]:
            return
        temporary = self._path.with_name(f".drafter-{os.urandom(8).hex()}.tmp")
        with _told(self._path):
            try:
                self._copy(kept, summary, temporary)
                self._stream.close()  # Windows replaces no open file
                temporary.replace(self._path)
            finally:
                temporary.unlink(missing_ok=True)
                self._stream = self._path.open("a+b")
                self._load()

    # ------------------------------------------------------------------ file

    def _load(self) -> None:
        """Where each outcome stands; what is no whole line of ours is passed over."""
        self._places, self.summaries, self.drafts = {}, set(), {}
        self._is_changed = False
        self._stream.seek(0)
        place, line = 0, b"\n"
        for line in self._stream:
            self._index(line, place)
            place += len(line)
        if not line.endswith(b"\n"):  # torn
            self._stream.write(b"\n")
            self._stream.flush()
            self._is_changed = True

    def _index(self, line: bytes, place: int) -> None:
        try:
            data = json.loads(line.decode("utf-8", "surrogatepass"))
            if set(data) == {_SUMMARY}:
                self._is_changed = self._is_changed or bool(self.summaries)
                self.summaries.add(str(data[_SUMMARY]))
                return
            outcome = from_data(data)
        except (ValueError, TypeError, KeyError, AttributeError):
            self._is_changed = True
            return
        self._is_changed = self._is_changed or outcome.key in self._places
        self._places[outcome.key] = place
        if outcome.written:
            self.drafts[outcome.target] = outcome.written

    def _append(self, data: dict[str, Any]) -> int:
        with _told(self._path):
            place = self._stream.seek(0, os.SEEK_END)
            self._stream.write(_dumped(data))
            self._stream.flush()
        self._is_changed = True
        return place

    def _line(self, key: str) -> bytes:
        self._stream.seek(self._places[key])
        return self._stream.readline()

    def _copy(self, keys: Iterable[str], summary: str, target: Path) -> None:
        with target.open("xb") as stream:
            for key in keys:
                stream.write(self._line(key))
            stream.write(_dumped({_SUMMARY: summary}))
            stream.flush()
            os.fsync(stream.fileno())


def _dumped(data: dict[str, Any]) -> bytes:
    # File names of Linux may hold bytes that are no UTF-8; they must come back as they were.
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FolderUnwritableError(path=path, cause=error) from error
