"""Where a template (模板) is: shipped ones by name, an office's own by folder."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from drafter.errors import TemplateError, UnknownNameError
from drafter.resources import folder

REPORT, STYLE, PAGE = "report.j2", "style.docx", "page.yaml"
_FILES = (REPORT, STYLE, PAGE)
_DEFAULT = "default"


class TemplateFolder(Struct, frozen=True):
    """The files of one template; what an office's folder lacks is the shipped one.

    Attributes:
        name: What the user called it.
        report: Which paragraphs, in what order, in what words.
        style: Page, styles and footers.
        page: Profile of margins, pitch and fonts; None where an office's own `style.docx` comes
            without one and so speaks for itself.
    """

    name: str
    report: Path
    style: Path
    page: Path | None


def list_templates() -> tuple[TemplateFolder, ...]:
    """The shipped templates by name."""
    root = folder("templates")
    return tuple(_shipped(path) for path in sorted(root.iterdir()) if (path / REPORT).is_file())


def find_template(template: str | Path) -> TemplateFolder:
    """The template of that name, or in that folder.

    Raises:
        UnknownNameError: It is neither a shipped name nor a folder.
        TemplateError: The folder has none of a template's files.
    """
    shipped = {found.name: found for found in list_templates()}
    if str(template) in shipped:
        return shipped[str(template)]
    own = Path(template)
    if not own.is_dir():
        raise UnknownNameError(kind="模板", name=str(template), known=tuple(shipped))
    present = {name: own / name for name in _FILES if (own / name).is_file()}
    if not present:
        raise TemplateError(name=str(own), problem=f"文件夹里没有 {'、'.join(_FILES)} 中的任何一个")
    base = shipped[_DEFAULT]
    return TemplateFolder(
        name=str(template),
        report=present.get(REPORT, base.report),
        style=present.get(STYLE, base.style),
        page=present.get(PAGE, None if STYLE in present else base.page),
    )


def template_contents(name: str) -> dict[str, bytes]:
    """The files of a shipped template by name, to be adapted in a folder of an office's own.

    Raises:
        UnknownNameError: No such template.
    """
    found = {template.name: template for template in list_templates()}
    if name not in found:
        raise UnknownNameError(kind="模板", name=name, known=tuple(found))
    source = found[name].report.parent
    return {file: (source / file).read_bytes() for file in _FILES if (source / file).is_file()}


def _shipped(path: Path) -> TemplateFolder:
    return TemplateFolder(path.name, path / REPORT, path / STYLE, path / PAGE)
