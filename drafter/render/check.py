"""The proof that a template still works after somebody adapted it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from drafter.errors import DrafterError, TemplateError
from drafter.model import Text
from drafter.render.folder import TemplateFolder, find_template
from drafter.render.page import load_pages
from drafter.render.samples import sample_drafts
from drafter.render.styles import load_style_file
from drafter.render.template import Paragraph, try_template
from drafter.render.word import require_styles, write_docx


def check_templates(templates: Iterable[str | Path]) -> tuple[str, ...]:
    """What is wrong with templates, as Chinese sentences; empty if nothing is.

    Each is rendered over the sample drafts of every profile, up to the finished Word file: styles
    exist, variables are known, nothing of the draft is lost, no markup is left over.

    Args:
        templates: Names of shipped templates, or folders.
    """
    problems = (problem for template in templates for problem in _problems(template))
    return tuple(dict.fromkeys(problems))


def _problems(template: str | Path) -> Iterator[str]:
    try:
        found = find_template(template)
    except TemplateError as error:
        yield str(error)
        return
    of_files = tuple(_problems_of_files(found))
    yield from of_files
    for profile, draft in sample_drafts():
        problems: tuple[DrafterError, ...] = ()
        try:
            paragraphs, problems = try_template(draft, template)
            yield from _left_over(found, paragraphs)
            if not (of_files or problems):
                write_docx(draft, template)
        except DrafterError as error:
            problems = (error,)
        # A style sheet that cannot be read stops this, too.
        new = (problem for problem in problems if str(problem) not in of_files)
        yield from (f"{problem}（用 {profile} 样稿试排）" for problem in new)
        if problems:
            return  # the other samples would mostly say the same again


def _problems_of_files(found: TemplateFolder) -> Iterator[str]:
    """What is wrong with the files beside the report, each looked at whatever the other is."""
    try:
        require_styles(load_style_file(found.style), name=found.style.name)
    except TemplateError as error:
        yield str(error)
    try:
        if found.page is not None:
            load_pages(found.page)
    except DrafterError as error:  # reading YAML has errors of its own
        yield str(error)


def _left_over(found: TemplateFolder, paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    """Markup that jinja2 did not take for its own, such as `{{ draft.year }`."""
    for paragraph in paragraphs:
        for inline in paragraph.inlines:
            # The samples have braces in carried text only; elsewhere they are the template's.
            if isinstance(inline, Text) and not inline.carried and set(inline.text) & set("{}"):
                problem = f"“{inline.text}”里有未起作用的花括号，请检查是否成对"
                yield str(TemplateError(name=found.report.name, problem=problem))
