"""The floor: a bare program that loads the five given packages, opens the style and saves it."""

import sys
from pathlib import Path

import click  # noqa: F401 -- loading it is what is measured, here and below
import docx
import jinja2  # noqa: F401
import rapidfuzz  # noqa: F401
import yaml  # noqa: F401

STYLE = Path(__file__).resolve().parents[2] / "templates" / "default" / "style.docx"

docx.Document(str(STYLE)).save(sys.argv[1])
