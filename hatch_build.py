"""Build hook: what each start of drafter would do again and again, done once.

A clerk starts drafter for one report. Composing the YAML files took a fifth of that start, and
compiling patterns and templates another one.

- `schemas/prebuilt.json`: the shipped data files as JSON. The YAML stays the only source: the JSON
  names the content that it was made from, and whoever finds another content reads the YAML
  (`drafter/knowledge/prebuilt.py`).
- `drafter/zh/precompiled.msgpack`: the patterns of Chinese text, compiled. The file names the
  Python that it holds for; any other compiles for itself (`drafter/zh/precompiled.py`).
- `drafter/render/bytecode.msgpack`: the shipped templates, compiled (`drafter/render/bytecode.py`).
- `drafter/zh/wordings.msgpack` and `drafter/match/theme_words.msgpack`: the shipped phrases as
  patterns and the words of the themes weighed, for one version of the modules that make them.
"""

from __future__ import annotations

import hashlib
import json
import os
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FILES = ("schemas/*.yaml", "templates/*/*.yaml")
DATA = "schemas/prebuilt.json"
SEALED = Path(__file__).resolve().parent / "drafter" / "sealed.py"
"""Needs nothing but Python; drafter itself is only loaded once its dependencies are there."""


class Prebuilt(BuildHookInterface):
    """Writes the files before a wheel or an editable install is made; they go in with it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 -- given
        """The data first: the patterns are found by drafting, which reads them."""
        self.write_data()
        self.write_compiled()

    def write_data(self) -> None:
        """SHA-256 of each data file's content → its plain values."""
        root = Path(self.root)
        contents = [path.read_bytes() for pattern in FILES for path in sorted(root.glob(pattern))]
        values = {hashlib.sha256(text).hexdigest(): yaml.safe_load(text) for text in contents}
        content = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
        write_sealed = runpy.run_path(str(SEALED))["write_sealed"]
        write_sealed(root / DATA, content)

    def write_compiled(self) -> None:
        """In a process of its own, where drafter is loaded with all that it depends on.

        Without these files drafter works all the same, only slower: no reason not to install it.
        """
        command = [sys.executable, "-m", "drafter.precompile", "drafter"]
        path = os.pathsep.join(filter(None, (self.root, os.environ.get("PYTHONPATH"))))
        environment = {**os.environ, "PYTHONPATH": path}
        made = subprocess.run(  # noqa: S603 -- our own module
            command, cwd=self.root, env=environment, check=False
        )
        if made.returncode:
            self.app.display_warning("drafter: patterns and templates are not precompiled")
