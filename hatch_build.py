"""Build hook: the shipped data files once more as JSON, which a program start reads in no time.

A clerk starts drafter for one report, and composing the YAML files took a fifth of that start. The
YAML stays the only source: the JSON names the content that it was made from, and whoever finds
another content reads the YAML (`drafter/knowledge/prebuilt.py`).
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import yaml
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FILES = ("schemas/*.yaml", "templates/*/*.yaml")
TARGET = "schemas/prebuilt.json"


class PrebuiltData(BuildHookInterface):
    """Writes the JSON before a wheel or an editable install is made; it goes in with its folder."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 -- given
        """SHA-256 of each file's content → its plain values."""
        root = Path(self.root)
        contents = [path.read_bytes() for pattern in FILES for path in sorted(root.glob(pattern))]
        values = {hashlib.sha256(text).hexdigest(): yaml.safe_load(text) for text in contents}
        written = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
        (root / TARGET).write_text(written, encoding="utf-8", newline="\n")
