"""Templates: lines to paragraphs, errors with their line, limits, and the shipped files."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest
from msgspec.structs import replace

from drafter.errors import TemplateError, UnknownNameError
from drafter.model import Draft, DraftParagraph, Text
from drafter.render.check import check_templates
from drafter.render.folder import find_template, list_templates, template_contents
from drafter.render.package import write_package
from drafter.render.page import Page, load_page
from drafter.render.styles import STYLES, load_style_file
from drafter.render.template import Paragraph, render_paragraphs, try_template
from drafter.resources import folder
from tests.render.samples import DOUBT, GAP, HOSTILE, blank, carried, county, paragraph

BARE = county(
    chapters=(), addressee=None, preamble=(), closing=(), attachments=(), signature=(),
    title=(paragraph("fixed", carried("题")),),
)  # fmt: skip
REST = "\n[公文标题] {{ draft.title[0] }}\n[成文日期] {{ draft.date }}\n"
BRANCHING = "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(60) }}"


def office(tmp_path: Path, report: str | None = None, page: str | None = None) -> Path:
    if report is not None:
        (tmp_path / "report.j2").write_text(report, encoding="utf-8")
    if page is not None:
        (tmp_path / "page.yaml").write_text(page, encoding="utf-8")
    return tmp_path


def rendered(tmp_path: Path, report: str, draft: Draft = BARE) -> tuple[Paragraph, ...]:
    return render_paragraphs(draft, office(tmp_path, report))


# ------------------------------------------------------------- lines


def test_a_line_is_a_paragraph_and_blank_lines_are_none(tmp_path: Path) -> None:
    found = rendered(tmp_path, f"\n  [正文] 第一行\n\n[空行]{REST}")
    assert found[:2] == (Paragraph("正文", (Text("第一行"),)), Paragraph("空行", ()))


def test_a_value_keeps_fields_and_notes_beside_the_templates_words(tmp_path: Path) -> None:
    body = paragraph("carried", carried("办理"), blank("f", "件数"), carried("件"), notes=(GAP,))
    draft = bare_with(body)
    found = rendered(tmp_path, "[正文] （{{ draft.preamble[0] }}）。" + REST, draft)
    assert found[0].inlines == (Text("（"), *body.inlines, Text("）。"))
    assert found[0].notes == (GAP,)


def test_notes_of_two_values_on_one_line_are_one_per_category(tmp_path: Path) -> None:
    two = tuple(paragraph("carried", carried(t), notes=(GAP, DOUBT)) for t in "甲乙")
    draft = bare_with(*two)
    found = rendered(tmp_path, "[正文] {{ draft.preamble | join('、') }}" + REST, draft)
    assert found[0].notes == (GAP, DOUBT)
    assert found[0].inlines == (carried("甲"), Text("、"), carried("乙"))


def test_text_of_a_report_is_data(tmp_path: Path) -> None:
    draft = bare_with(paragraph("carried", carried(HOSTILE)))
    found = rendered(tmp_path, "[正文] {{ draft.preamble[0] }}" + REST, draft)
    assert found[0].inlines == (carried(HOSTILE),)
    assert len(found) == 3


def test_word_shows_built_in_styles_in_chinese_and_so_may_a_template(tmp_path: Path) -> None:
    assert rendered(tmp_path, "[标题 1] 甲" + REST)[0].style == "标题 1"


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "report.j2").write_bytes(("\ufeff[正文] 甲" + REST).replace("\n", "\r\n").encode())
    assert render_paragraphs(BARE, tmp_path)[0] == Paragraph("正文", (Text("甲"),))


def test_a_template_may_include_from_its_own_folder(tmp_path: Path) -> None:
    (tmp_path / "尾.j2").write_text(REST, encoding="utf-8")
    assert len(rendered(tmp_path, "{% include '尾.j2' %}")) == 2


def bare_with(*preamble: DraftParagraph) -> Draft:
    return replace(BARE, preamble=preamble)


# ------------------------------------------------------------ errors


@pytest.mark.parametrize(
    ("report", "message"),
    [
        ("[正文] 甲\n没有样式", "第 2 行.*样式名开头"),
        ("[正文] 甲\n{% if true %}\n\n[无此样式] 乙\n{% endif %}", "第 4 行.*无此样式.*段落样式"),
        ("[正文] 甲\n[沿用文字] 乙", "第 2 行.*沿用文字"),
        ("{{ draft.title[0] }}", "第 1 行.*样式名开头"),
        ("[正文] 甲\n[正文] {{ draft.titel }}", "第 2 行.*titel"),
        ("[正文] {{ author }}", "第 1 行.*author"),
        ("[正文] {{ draft.addressee }}", "第 1 行.*为空"),
        ("甲\n{% for x in draft.title %}", "第 2 行.*写法不对"),
        ("\n[正文] {{ draft.title[0] | upcase }}", "第 2 行.*写法不对"),
        ("\n[正文] {{ 1 / 0 }}", "第 2 行"),
        ("\n[正文] {{ draft.year.__class__ }}", "第 2 行"),
        ("{% include '../../../etc/passwd' %}", "只能包含"),
        ("\n" + "{% for i in range(9999) %}" * 2 + "{% endfor %}" * 2, "第 2 行.*尽头"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "尽头"),
        (BRANCHING, "尽头"),
        ("{% include 'report.j2' %}", "尽头"),
        ("[正文] {% for i in range(50000) %}" + "长" * 50 + "{% endfor %}", "尽头"),
        ("[正文] {{ 'x' * 999999999 }}", "整数"),
        ("[正文] {{ 9 ** 9 ** 9 }}", "整数"),
        ("[正文] {{ '\\ufdd0' ~ '7' ~ '\\ufdd1' }}\n[正文] \ufdd07\ufdd1", "漏掉了"),
        ("[正文] {{ draft.title[0] }}", r"漏掉了 draft\.date"),
        (f"[正文] {{{{ draft.date }}}}{REST}", r"重复写出了 draft\.date"),
    ],
    ids=[
        "no style", "unknown style", "character style", "value before style", "unknown attribute",
        "unknown variable", "empty value", "syntax", "unknown filter", "arithmetic", "private",
        "outside", "endless loop", "endless macro", "branching macro", "endless include", "output",
        "long text", "power", "forged token", "lost", "doubled",
    ],
)  # fmt: skip
def test_a_wrong_template_is_refused_with_its_line(
    tmp_path: Path, report: str, message: str
) -> None:
    with pytest.raises(TemplateError, match=message):
        rendered(tmp_path, report)


def test_a_template_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "report.j2").write_bytes("[正文] 甲".encode("gb18030"))
    with pytest.raises(TemplateError, match="UTF-8"):
        render_paragraphs(BARE, tmp_path)


def test_a_broken_style_sheet_is_refused(tmp_path: Path) -> None:
    (tmp_path / "style.docx").write_bytes(b"no zip")
    with pytest.raises(TemplateError, match=r"style\.docx"):
        render_paragraphs(BARE, tmp_path)


def test_unknown_and_empty_templates(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match="default"):
        find_template("no-such-template")
    with pytest.raises(TemplateError, match="没有"):
        find_template(tmp_path)


# -------------------------------------------------------------- page


def test_the_shipped_page_is_that_of_the_standard() -> None:
    assert load_page(folder("templates") / "default" / "page.yaml") == Page()


def test_a_profile_takes_what_it_lacks_from_the_standard(tmp_path: Path) -> None:
    office(
        tmp_path, page="use: 甲\nprofiles:\n  甲:\n    line_pitch_pt: 28\n    latin_font: Arial\n"
    )
    assert load_page(tmp_path / "page.yaml") == Page(line_pitch_pt=28, latin_font="Arial")


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("profiles: {甲: {}}", "缺少 use"),
        ("use: 乙\nprofiles: {甲: {}}", "第 1 行.*乙.*甲"),
        ("use: 甲\nprofiles:\n  甲:\n    margin: 3", "第 4 行.*margin"),
        ("use: 甲\nprofiles:\n  甲:\n    line_pitch_pt: 大", "第 4 行.*line_pitch_pt"),
        ("use: 甲\nprofiles:\n  甲:\n    line_pitch_pt: 500", "第 4 行.*60"),
        ("use: 甲\nprofiles:\n  甲: {line_pitch_pt: [1]}", "第 3 行"),
        ("use: 甲\nprofiles:\n  甲: {body_font: []}", "第 3 行.*字体"),
        ("use: [甲]\nprofiles:\n  甲: {}", "第 1 行.*use"),
        ("use: 甲\nprofiles:\n  甲: {body_font: }", "第 3 行.*字体"),
        ("use: 甲\nprofiles: {}", "第 1 行.*甲"),
        ("use: 甲\nprofiles: 3", "第 2 行"),
        ("- 甲", "第 1 行"),
        ("", "空的"),
        ("use: !!str 甲\nprofiles: !x\n  甲: &a {}\n  乙: *a", "第 2 行.*标签"),
        ("use: !!float 甲\nprofiles:\n  甲: &a {}\n  乙: *a", "第 1 行.*引号.*第 3 行.*别名"),
        ("use: 甲\nprofiles:\n  甲: {}\n  甲: {}", "第 4 行.*写了两次"),
        ('use: 甲\nprofiles:\n  甲: {body_font: "\\x01"}', "第 3 行.*字符"),
        ("use: \x00", "YAML"),
        ("[" * 100_000, "第 1 行.*嵌套"),
        ("use: 甲\n  profiles: [", "第 2 行.*YAML"),
    ],
)  # fmt: skip
def test_a_wrong_page_is_refused_with_its_line(tmp_path: Path, page: str, message: str) -> None:
    with pytest.raises(TemplateError, match=message):
        load_page(office(tmp_path, page=page) / "page.yaml")


def test_of_mistakes_without_end_some_are_told(tmp_path: Path) -> None:
    page = "use: 甲\nprofiles:\n  甲:\n" + "".join(f"    k{n}: 1\n" for n in range(20_000))
    with pytest.raises(TemplateError) as caught:
        load_page(office(tmp_path, page=page) / "page.yaml")
    assert str(caught.value).count("不认识") == 20


# ----------------------------------------------------- shipped files


def test_style_sheet_is_what_its_script_makes() -> None:
    """After a change of make_style.py or page.yaml: run the script."""
    build = runpy.run_path(str(folder("templates") / "make_style.py"))["build"]
    assert (folder("templates") / "default" / "style.docx").read_bytes() == build()


def test_shipped_templates_pass_their_check() -> None:
    names = [template.name for template in list_templates()]
    assert "default" in names
    assert check_templates(names) == ()


def test_check_tells_what_is_wrong(tmp_path: Path) -> None:
    report = Path(find_template("default").report).read_text(encoding="utf-8")
    lost = report.replace("[附件说明]", "[附件]").replace('"附件说明"', '"附件"')
    assert "没有名为“附件”的段落样式" in check_templates([office(tmp_path, lost)])[0]
    left = report.replace("[空行]", "[正文] { draft.year }}", 1)
    assert "花括号" in check_templates([office(tmp_path, left)])[0]
    with pytest.raises(UnknownNameError):
        check_templates(["no-such-template"])
    assert "use" in check_templates([office(tmp_path, page="profiles: {}")])[0]


def test_check_tells_what_is_wrong_in_every_file_at_once(tmp_path: Path) -> None:
    report = Path(find_template("default").report).read_text(encoding="utf-8")
    office(
        tmp_path,
        report.replace("[空行]", "[空白行]", 1),
        "use: 甲\nprofiles:\n  甲: {margin: 3, body_font: []}\n  乙:\n    title_pitch_pt: 500\n",
    )
    parts = dict(load_style_file(find_template("default").style).parts)
    parts[STYLES] = parts[STYLES].replace("沿用文字".encode(), "旧文字".encode())
    (tmp_path / "style.docx").write_bytes(write_package(parts))
    style, page, used = check_templates([tmp_path])
    assert "缺少样式：沿用文字" in style
    assert re.search(r"第 3 行有误：不认识“margin”.*第 3 行：body_font.*第 5 行：title_pitch", page)
    assert "没有名为“空白行”的段落样式" in used


def test_check_tells_every_wrong_line_of_a_report_at_once(tmp_path: Path) -> None:
    report = Path(find_template("default").report).read_text(encoding="utf-8")
    wrong = report.replace("[空行]", "[空白行]", 1).replace("[成文日期] {{ draft.date }}", "日期")
    style, line, lost = check_templates([office(tmp_path, wrong)])
    assert "没有名为“空白行”的段落样式" in style
    assert "没有以方括号里的样式名开头" in line
    assert "漏掉了 draft.date" in lost


def test_what_a_report_leaves_out_is_told_once_for_each_place(tmp_path: Path) -> None:
    several = tuple(paragraph("carried", carried(text)) for text in "甲乙丙")
    draft = bare_with(*several)
    problems = try_template(draft, office(tmp_path, "[公文标题] {{ draft.title[0] }}\n"))[1]
    assert ["draft.preamble" in str(problem) for problem in problems] == [True, False]
    assert "“甲”" in str(problems[0])


def test_a_style_sheet_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    office(tmp_path, page="profiles: {}")
    (tmp_path / "style.docx").write_bytes(b"PK")
    style, page = check_templates([tmp_path])
    assert "不是完好的 Word 文件" in style
    assert "缺少 use" in page


def test_the_files_of_a_template_make_a_template(tmp_path: Path) -> None:
    contents = template_contents("default")
    assert sorted(contents) == ["page.yaml", "report.j2", "style.docx"]
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
    assert check_templates([tmp_path]) == ()
    with pytest.raises(UnknownNameError):
        template_contents("other")
