"""The proof that a template still works after somebody adapted it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from drafter.errors import DrafterError, TemplateError, UnknownNameError
from drafter.model import Draft, Text
from drafter.render.folder import TemplateFolder, find_template
from drafter.render.page import load_pages
from drafter.render.samples import sample_drafts
from drafter.render.styles import load_style_file
from drafter.render.template import Paragraph, render_paragraphs
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
        require_styles(load_style_file(found.style), name=found.style.name)
        if found.page is not None:
            load_pages(found.page)
    except UnknownNameError:
        raise  # nothing to be checked
    except DrafterError as error:
        yield str(error)
        return
    for profile, draft in sample_drafts():
        try:
            yield from _left_over(found, _written(draft, template))
        except DrafterError as error:
            yield f"{error}（用 {profile} 样稿试排）"
            return  # the other samples would mostly say the same again


def _written(draft: Draft, template: str | Path) -> tuple[Paragraph, ...]:
    write_docx(draft, template)
    return render_paragraphs(draft, template)


def _left_over(found: TemplateFolder, paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    """Markup that jinja2 did not take for its own, such as `{{ draft.year }`."""
    for paragraph in paragraphs:
        for inline in paragraph.inlines:
            # The samples have braces in carried text only; elsewhere they are the template's.
            if isinstance(inline, Text) and not inline.carried and set(inline.text) & set("{}"):
                problem = f"“{inline.text}”里有未起作用的花括号，请检查是否成对"
                yield str(TemplateError(name=found.report.name, problem=problem))
