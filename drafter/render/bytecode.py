"""The shipped templates as jinja2 compiled them when drafter was built (`hatch_build.py`).

jinja2 makes Python of a template, which takes half as long as to read a report. What it made holds
for one template, one version of Python and of jinja2, and one `sandbox.py`, whose fences it
contains; with any other, or an office's own template, it is made anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import CodeType

import jinja2
import msgspec
from jinja2.bccache import Bucket, BytecodeCache

from drafter.sealed import read_sealed

FILE = Path(__file__).with_name("bytecode.msgpack")
_FENCES = FILE.with_name("sandbox.py")


Templates = dict[str, bytes]
"""The content of the file: `key_of` a template → what jinja2 keeps of it."""


class ShippedBytecode(BytecodeCache):
    """Offers what the file has, and keeps nothing itself."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 -- jinja2's
        """Its name: the compiled template knows no folder."""
        return name

    def get_bucket(
        self, environment: jinja2.Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """The compiled template, if it was made of this source."""
        bucket = super().get_bucket(environment, name, filename, source)
        if bucket.code is not None:
            bucket.code = placed(bucket.code, filename or name)  # where errors are looked for
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills the bucket; jinja2 compares the source and the version of Python."""
        kept = shipped_templates().get(key_of(bucket))
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Nothing: the file is made by the build."""


def key_of(bucket: Bucket) -> str:
    """What a template is found by: its name, which is in the compiled one, and its source."""
    return f"{bucket.key} {bucket.checksum}"


@cache
def shipped_templates() -> Mapping[str, bytes]:
    """`key_of` → what jinja2 keeps; empty where something else compiled the templates."""
    by = compiler()
    content = read_sealed(FILE, by) if by else None
    return {} if content is None else msgspec.msgpack.decode(content, type=Templates)


def compiler() -> str | None:
    """What compiles templates here: jinja2 with the fences of `sandbox.py`; None if unknown."""
    try:
        fences = _FENCES.read_bytes()
    except OSError:  # only compiled modules were shipped
        return None
    return f"jinja2 {jinja2.__version__} {hashlib.sha256(fences).hexdigest()}"


def placed(code: CodeType, filename: str) -> CodeType:
    """The code with another file name, in all functions in it."""
    inner = (placed(c, filename) if isinstance(c, CodeType) else c for c in code.co_consts)
    return code.replace(co_filename=filename, co_consts=tuple(inner))
