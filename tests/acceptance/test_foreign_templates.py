"""Templates of strangers: none reaches Python, reads a file from elsewhere, or runs without end."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from drafter.errors import TemplateError
from drafter.render.sandbox import FILE_LIMIT
from tests.unit.test_template import rendered

BEFORE = "[正文] 甲\n"  # so that the fault is in line 2
ALLOWED = 8.0
"""Seconds; the limit is 5 of processor time."""

REACHING = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ draft.__init__.__globals__ }}",
    "{{ draft['__class__'] }}",
    "{{ draft.title.__class__ }}",
    "{{ draft.title[0]._paragraph }}",
    "{{ draft.title[0].endswith.__globals__ }}",
    "{{ draft.title[0].endswith.__func__.__globals__ }}",
    "{{ ''|attr('__class__') }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ range.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ '{0.__class__}'.format(draft) }}",
    "{{ '{0.__class__}'.format_map({'0': draft}) }}",
    "{{ [draft]|map(attribute='__class__.__mro__')|first }}",
    "{{ [draft]|map('attr', '__class__')|first }}",
    "{{ [draft]|sort(attribute='__class__')|first }}",
    "{{ dict.mro() }}",
    "{{ 'a'.encode('utf-7') }}",
    "{{ [].append(1) }}",
    "{{ draft.title[0].__setattr__('kind', 'x') }}",
    "{{ lipsum.__globals__ }}",
    "{{ open('/etc/passwd') }}",
    "{{ __import__('os') }}",
    "{% macro m() %}{{ varargs }}{% endmacro %}{{ m(1) }}",
)
ENDLESS = (
    "{% for i in range(10**9) %}{% endfor %}",
    "{% for i in range(1000000000) %}{% endfor %}",
    "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
    "{{ range(10000000000000000000000000000000) | list | length }}",
    "{% set x = range(9999)|list %}{% for i in x %}{{ x|max }}{% endfor %}",
    "{% set x = range(99999)|list %}{% for i in x %}{% if 1.5 in x %}{% endif %}{% endfor %}",
    "{% set x = range(99999)|list %}{% for i in x %}{% set y = x[::-1] %}{% endfor %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "{% for i in draft.title recursive %}{{ loop(draft.title) }}{% endfor %}",
    (
        "{% set x = range(99999)|list %}"
        "{% for i in x recursive %}{% if i < 9999 %}{{ loop(x) }}{% endif %}{% endfor %}"
    ),
    "{% include 'report.j2' %}",
    "{% extends 'report.j2' %}",
    "{% block a %}{{ self.a() }}{% endblock %}",
)
HUGE = (
    "{{ 'x' * 1000000000 }}",
    "{{ [0] * 1000000000 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ 'x'.ljust(1000000000) }}",
    "{{ 'x'.center(1000000000) }}",
    "{{ 'x'.zfill(1000000000) }}",
    "{{ 'x'|center(1000000000) }}",
    "{{ '%1000000000d'|format(1) }}",
    "{{ [1]|batch(1000000000, 'y')|first }}",
    "{{ [1]|slice(1000000000)|list|length }}",
    "{{ 'x'|indent(1000000000) }}",
    (
        "{% set n = namespace(x='0123456789') %}"
        "{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}"
    ),
    (
        "{% set n = namespace(x='0123456789') %}"
        "{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}"
    ),
    "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    (
        "{% set n = namespace(x='0123456789') %}"
        "{% for i in range(60) %}{% set n.x = n.x.replace('0', n.x) %}{% endfor %}"
    ),
    (
        "{% set n = namespace(x='0123456789') %}"
        "{% for i in range(60) %}{% set n.x = n.x|join(n.x) %}{% endfor %}"
    ),
    (
        "{% set n = namespace(x='0123456789') %}"
        "{% for i in range(60) %}{% set n.x = n.x.join(n.x) %}{% endfor %}"
    ),
    "{% set n = namespace(x=9) %}{% for i in range(60) %}{% set n.x = n.x * n.x %}{% endfor %}",
    "{% set n = namespace(x=1) %}{% for i in range(60) %}{% set n.x = [n.x, n.x] %}{% endfor %}",
    "{% set n = namespace(x=1) %}{% for i in range(60) %}{% set n.x = (n.x, n.x) %}{% endfor %}",
    (
        "{% set n = namespace(x=1) %}"
        "{% for i in range(60) %}{% set n.x = {1: n.x, 2: n.x} %}{% endfor %}"
    ),
    "{% macro m(x) %}{{ m([x, x]) }}{% endmacro %}{{ m(1) }}",
    "{{ " + "9" * 5000 + " }}",
)
MALFORMED = (
    "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "{{ 1" + "+1" * 30_000 + " }}",
    "{% if 1 %}" * 300 + "{% endif %}" * 300,
    "{% for i in [1] %}" * 30 + "{% endfor %}" * 30,
    "{{ " + "[" * 300 + "]" * 300 + " }}",
    "{% raw %}",
    "{% unknown %}",
    "{{ draft.title }}",
)


def problem(tmp_path: Path, report: str) -> str:
    """What is said of a template, in time."""
    begun = time.process_time()
    with pytest.raises(TemplateError) as caught:
        rendered(tmp_path, BEFORE + report)
    assert time.process_time() - begun < ALLOWED
    assert str(caught.value).startswith("模板“report.j2”")
    return str(caught.value)


def short(report: str) -> str:
    return report if len(report) < 60 else f"{report[:28]}…{report[-28:]}"


@pytest.mark.parametrize("report", REACHING, ids=short)
def test_no_template_reaches_python(tmp_path: Path, report: str) -> None:
    assert "第 2 行" in problem(tmp_path, report)


@pytest.mark.parametrize("report", ENDLESS, ids=short)
def test_every_template_comes_to_an_end(tmp_path: Path, report: str) -> None:
    assert "第 2 行" in problem(tmp_path, report)


@pytest.mark.parametrize("report", HUGE, ids=short)
def test_no_template_fills_the_memory(tmp_path: Path, report: str) -> None:
    problem(tmp_path, report)


@pytest.mark.parametrize("report", MALFORMED, ids=short)
def test_a_malformed_template_is_told(tmp_path: Path, report: str) -> None:
    problem(tmp_path, report)


# ------------------------------------------------------------------------ other files


@pytest.mark.parametrize("tag", ["include '{}'", "import '{}' as x", "extends '{}'",
                                 "from '{}' import x", "include ['none', '{}']"])  # fmt: skip
@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../secret.j2", "sub/../../secret.j2", "link.j2", "C:/x.j2", "pipe"]
)
@pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")
def test_files_from_elsewhere_are_not_read(tmp_path: Path, tag: str, name: str) -> None:
    (tmp_path / "secret.j2").write_text("[正文] 机密", encoding="utf-8")
    folder = tmp_path / "模板"
    folder.mkdir()
    (folder / "link.j2").symlink_to(tmp_path / "secret.j2")
    os.mkfifo(folder / "pipe")
    said = problem(folder, f"{{% {tag.format(name)} %}}")
    assert "第 2 行" in said
    assert "只能包含模板文件夹里的文件" in said


def test_a_template_of_a_megabyte_is_none(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="1024 KB"):
        rendered(tmp_path, "x" * (FILE_LIMIT + 1))


def test_what_a_report_needs_still_works(tmp_path: Path) -> None:
    found = rendered(
        tmp_path,
        "{% set names = {'a': '正文'} %}{% set n = namespace(count=0) %}"
        "{% for x in ['甲', '乙'] %}{% set n.count = n.count + 1 %}"
        "[{{ names['a'] }}] {{ n.count }}{{ x ~ '。' }}{{ names.get('b', '') }}\n{% endfor %}"
        "[正文] {{ ['b', 'a']|sort|join('、') }}{{ 'ab'.upper() }}{{ [1, 2]|length * 2 }}\n"
        "[公文标题] {{ draft.title|first }}\n[成文日期] {{ draft.date }}\n",
    )
    words = ["".join(getattr(part, "text", "") for part in row.inlines) for row in found]
    assert words[:3] == ["1甲。", "2乙。", "a、bAB4"]
