"""Web pages become lines: what a browser shows, in its order, and nothing else."""

from __future__ import annotations

import contextlib
import io
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from drafter.errors import BinaryFileError, EmptyFileError, WebPageTooDeepError
from drafter.model import Source
from drafter.read import read_source
from drafter.read.html import HtmlReader
from drafter.read.mhtml import MhtmlReader
from tests.growth import assert_in_proportion


def read(page: str | bytes) -> Source:
    data = page if isinstance(page, bytes) else page.encode()
    return read_source("-", io.BytesIO(data))


def lines(body: str) -> list[str]:
    return list(read(f"<html><body>{body}</body></html>").lines)


DETECTED = {
    "doctype": b"<!DOCTYPE html><html>",
    "small letters, mark and blanks": b"\xef\xbb\xbf \r\n<!doctype html>",
    "xml declaration": b"<?xml version='1.0'?>\n<html xmlns='x'>",
    "saved by a browser": b"<!-- saved from url=(0021)http://www.example.cn/ -->\n<HTML>",
    "a fragment": b"<p style='x'>\xd2\xbb",
    "a table": b"<TABLE><TR><TD>",
    "a warning above it": b"Warning: x in y.php\n<html lang=zh>",
    "a comment longer than the head": b"<!--" + b" x" * 3000,
    "wide letters": "\ufeff<html><body>一".encode("utf-16-le"),
}
OTHER = {
    "text": "一、主要举措<某县>".encode(),
    "text with a tag in it": "一、主要举措<br>".encode(),
    "other xml": b"<?xml version='1.0'?><w:wordDocument>",
    "nothing": b"",
}


@pytest.mark.parametrize("head", DETECTED.values(), ids=DETECTED)
def test_a_page_is_known_by_its_content(head: bytes) -> None:
    assert HtmlReader().detect(head[:4096])


@pytest.mark.parametrize("head", OTHER.values(), ids=OTHER)
def test_other_text_is_no_page(head: bytes) -> None:
    assert not HtmlReader().detect(head)


@pytest.mark.parametrize(
    ("declared", "real"),
    [
        ("gb2312", "gb18030"),
        ("gbk", "gb18030"),
        ("utf-8", "utf-8"),
        ("gb2312", "utf-8"),
        ("utf-8", "gb18030"),
        ("", "gb18030"),
    ],
)
def test_bytes_decide_on_the_encoding(declared: str, real: str) -> None:
    meta = f"<meta charset={declared}>" if declared else ""
    words = "一、规范行政执法，镕𠮷县办理案件二十九件。"
    page = f"<html><head>{meta}</head><body><p>{words}</p></body></html>"
    source = read(page.encode(real))
    assert source.lines == (words,)
    assert (source.format, source.encoding, source.undecodable) == ("html", real, 0)


LINES = {
    "paragraphs": ("<p>一、甲</p><p>（一）乙。</p>", ["一、甲", "（一）乙。"]),
    "breaks": ("一、甲<br>（一）乙。<BR/>丙", ["一、甲", "（一）乙。", "丙"]),
    "a gap": ("甲<br><br><br>乙<p>&nbsp;</p>丙", ["甲", "", "乙", "", "丙"]),
    "nested blocks": ("<div><div><section><p>甲</p></section></div>乙</div>", ["甲", "乙"]),
    "nested inline": ("<p><b>一、<i>甲</i></b><font>乙</font><a>丙</a></p>", ["一、甲乙丙"]),
    "line ends in the source": ("<p>\n 一、甲，\n  乙\r\n丙 2\n年 </p>", ["一、甲，乙丙 2 年"]),
    "tags never closed": ("<p>甲<p>乙<li>丙<li>丁", ["甲", "乙", "丙", "丁"]),
    "indents": ("<p>&emsp;&emsp;甲</p><p>&nbsp;&nbsp;乙</p>", ["\u3000\u3000甲", "  乙"]),
    "blocks by style": ("<span style='display: block'>甲</span>乙", ["甲", "乙"]),
    "preformatted": ("<pre>甲\n  乙</pre>", ["甲", "  乙"]),
    "preformatted by style": ("<p style='white-space: pre-wrap'>甲\n\n乙</p>", ["甲", "", "乙"]),
    "words of an editor": ("<p>甲<o:p></o:p><st1:date>乙</st1:date></p>", ["甲乙"]),
    "lists": ("<ul><li>甲<li>乙</ul>", ["甲", "乙"]),
    "quotes of windows": ("<p>&#147;甲&#148;&ldquo;乙&rdquo;</p>", ["“甲”“乙”"]),
    "names of html 5": ("<p>&lpar;甲&rpar;&amp;&lt;b&gt;</p>", ["(甲)&<b>"]),
    "a lone less-than": ("<p><甲县>低于<5%</p>", ["<甲县>低于<5%"]),
    "control characters": ("<p>甲\x01&#1;乙</p>", ["甲乙"]),
    "a comment inside": ("<p>甲<!-- 注 -->乙</p>", ["甲乙"]),
    "conditional comments": (
        "<p><!--[if gte mso 9]><xml>x</xml><![endif]--><![if !supportLists]>一、<![endif]>甲</p>",
        ["一、甲"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), LINES.values(), ids=LINES)
def test_lines_are_what_a_browser_shows(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


TABLES = {
    "data": (
        "<table><tr><th>指标<th>上年<th>本年<tr><td><p>审查<br>文件</p><td><td>29</table>",
        ["指标 | 上年 | 本年", "审查 文件 |  | 29"],
    ),
    "metadata": (
        "<table><tr><td>索引号：</td><td>A1</td></tr><tr><td>标题</td><td>报告</td></tr></table>",
        ["索引号： | A1", "标题 | 报告"],
    ),
    "layout by nesting": (
        "<table><tr><td>左<td><table><tr><td>甲<td>1</table>乙</table>",
        ["左", "甲 | 1", "乙"],
    ),
    "layout by prose": (
        "<table><tr><td>左<td><p>一。二。三。</p><p>四。五。</p></table>",
        ["左", "一。二。三。", "四。五。"],
    ),
    "a paragraph a row": ("<table><tr><td>甲<td>&nbsp;<tr><td>乙</table>", ["甲", "乙"]),
}


@pytest.mark.parametrize(("body", "expected"), TABLES.values(), ids=TABLES)
def test_rows_of_data_are_lines_and_layout_is_read_cell_by_cell(
    body: str, expected: list[str]
) -> None:
    assert lines(body) == expected


HIDDEN = (
    "<script>var a = '甲'</script>",
    "<style>p { color: red }</style>",
    "<noscript>请启用脚本</noscript>",
    "<nav><a>首页</a></nav>",
    "<header><a>首页</a></header>",
    "<div role=navigation>首页</div>",
    "<footer>版权所有。</footer>",
    "<p hidden>甲</p>",
    "<p aria-hidden=true>甲</p>",
    "<p style='DISPLAY : None'>甲</p>",
    "<p style='visibility:hidden'>甲</p>",
    "<span style='mso-hide:all'>甲</span>",
    "<div style='mso-element:footer'>— 1 —</div>",
    "<div style='mso-element:comment-list'>批注</div>",
    "<div title=footer><p>— 1 —</p></div>",
    "<del class=msoDel>甲</del>",
    "<p class='a print-only'>甲</p>",
    "<p class=secret>甲</p>",
    "<p id=secret>甲</p>",
    "<div class=con><div><p class=po>甲</p></div></div>",
    "<p class='x one two'>甲</p>",
    "<p style='height: 0; overflow: hidden'>甲</p>",
    "<p style='max-height:0px;overflow:hidden'>甲</p>",
    "<p style='font-size:0px'>甲</p>",
    "<p style='position: absolute; left: -9999px'>甲</p>",
    "<p class=onscreen>甲</p>",
    "<select><option>甲</select><button>乙</button><textarea>丙</textarea>",
    "<dialog>甲</dialog><template>乙</template><iframe>丙</iframe>",
)
_SHEET = (
    "<style>/* x { */ .secret, #secret { color: red; display: none; }"
    "@media screen { .onscreen { display: none } } @media print { .shown { display: none } }"
    "@media screen and (max-width: 600px) { .shown { display: none } } .a .shown {display:none}"
    ".con p.po, p.one.two { display: none }"
    "</style>"
)


@pytest.mark.parametrize("part", HIDDEN)
def test_what_nobody_sees_is_left_out(part: str) -> None:
    assert lines(f"{_SHEET}<p>正文。</p>{part}尾") == ["正文。", "尾"]


SHOWN = (
    "<p class=shown>甲</p>",
    "<div class=con></div><p class=po>甲</p>",
    "<p class='con po'>甲</p>",
    "<p class=one>甲</p>",
    "<p style='line-height:0;overflow:hidden;height:0.5em'>甲</p>",
    "<p style='font-size:0'><span style='font-size:16px'>甲</span></p>",
    "<p style='font-size:0.9em;margin-left:-9999px'>甲</p>",
    "<article><header><p>甲</p></header></article>",
    "<header><h1>甲</h1></header>",
    "<div class='header nav'>甲</div>",
    "<p><ins>甲</ins></p>",
    "<details><summary>甲</summary></details>",
)


@pytest.mark.parametrize("part", SHOWN)
def test_what_is_seen_stays(part: str) -> None:
    assert lines(f"{_SHEET}<p>正文。</p>{part}尾") == ["正文。", "甲", "尾"]


def test_prose_in_a_footer_is_text() -> None:
    assert lines("<footer><p>一。</p><p>二。三。</p></footer>") == ["一。", "二。三。"]


def test_a_page_that_shows_its_text_by_script_is_read() -> None:
    report = "".join(f"<p>（{n}）扎实推进。</p>" for n in "一二三四五六七八九")
    found = lines(f"<p>加载中。</p><div style='display:none'>{report}</div>")
    assert len(found) == 10


def test_a_hidden_copy_is_not_read_twice() -> None:
    report = "".join(f"<p>（{n}）扎实推进。</p>" for n in "一二三四五六七八九")
    found = lines(f"<div>{report}</div><div style='display:none'>{report}</div>")
    assert len(found) == 9


def test_numerals_that_a_browser_counts_are_markers() -> None:
    body = (
        "<ol start=3><li>健全制度体系，完善工作机制。<li>规范行政执法，评查案卷十二件。</ol>"
        "<ol style='list-style-type: cjk-ideographic'><li>健全制度体系，完善工作机制。</ol>"
        "<ol><li><a>一个很长很长很长的栏目名称</a><li>首页</ol><p>正文</p>"
    )
    source = read(f"<html>{body}</html>")
    assert source.markers == ("3.", "4.", "一、", "", "", "")
    assert read("<html><p>甲</html>").markers == ()


HEAD = (
    '<meta name="ArticleTitle" content="云溪县2024年法治政府建设年度报告">'
    '<meta name="PubDate" content="2025-01-20 10:11"><title>云溪县人民政府</title>'
)


def test_title_and_day_are_told_where_only_the_head_has_them() -> None:
    source = read(f"<html><head>{HEAD}</head><body><p>一、甲</p></body></html>")
    assert source.lines == (
        "标题：云溪县2024年法治政府建设年度报告",
        "发布日期：2025-01-20",
        "一、甲",
    )


def test_title_and_day_are_not_told_twice() -> None:
    body = "<h1>云溪县2024年<br>法治政府建设年度报告</h1><p>二〇二五年一月二十日</p>"
    source = read(f"<html><head>{HEAD}</head><body>{body}</body></html>")
    assert source.lines == ("云溪县2024年", "法治政府建设年度报告", "二〇二五年一月二十日")


def test_the_name_of_the_site_is_no_title() -> None:
    assert read("<html><head><title>年度报告_云溪县</title></head><p>甲</html>").lines == ("甲",)


def archive(*parts: tuple[str, str]) -> bytes:
    mail = MIMEMultipart("related")
    for text, encoding in parts:
        mail.attach(MIMEText(text, "html", encoding))
    return mail.as_bytes()


@pytest.mark.parametrize("encoding", ["utf-8", "gb2312"])
def test_a_web_archive_is_read(encoding: str) -> None:
    page = "<html><body><p>一、规范行政执法，办理案件二十九件。</p></body></html>"
    source = read(archive(("<html>菜单</html>", encoding), (page, encoding)))
    assert source.format == "mhtml"
    assert source.lines == ("一、规范行政执法，办理案件二十九件。",)


def test_text_with_a_colon_is_no_archive() -> None:
    assert not MhtmlReader().detect("标题：报告\nMIME-Version: 1.0\n".encode())
    assert not MhtmlReader().detect(b"MIME-Version: 1.0\nContent-Type: text/plain\n\nx")


def test_an_archive_without_a_page_says_so() -> None:
    with pytest.raises(BinaryFileError, match="网页档案"):
        read(b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n\nx\n--x--\n")


@pytest.mark.parametrize("page", ["<html></html>", "<!-- 注 ", "<html><p>&nbsp;</p></html>"])
def test_a_page_without_words_is_empty(page: str) -> None:
    with pytest.raises(EmptyFileError):
        read(page)


def test_deep_nesting_is_read_whole_or_refused() -> None:
    assert read("<html>" + "<span>" * 1500 + "甲").lines[0] == "甲"
    with pytest.raises(WebPageTooDeepError, match="嵌套太深"):
        read("<html>" + "<span>" * 5000 + "甲")


def test_entities_and_files_of_others_are_not_read() -> None:
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><p>甲&x;</p></html>'
    assert "root" not in "".join(read(page).lines)


@pytest.mark.parametrize("rubbish", ["<", "&a", "<!--", "</", "<p ", "<table><tr><td>"])
def test_rubbish_takes_no_time(rubbish: str) -> None:
    def read_or_refuse(text: str) -> None:
        with contextlib.suppress(EmptyFileError, WebPageTooDeepError):
            read(f"<html><p>甲{text}")

    assert_in_proportion(read_or_refuse, rubbish)
