"""The parse of any text is lossless, and nothing but drafter's own errors stops it."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.errors import DrafterError
from drafter.model import Report
from drafter.read.text import TextReader
from drafter.reporter import report_data
from drafter.zh.width import fold
from tests.reading import is_lossless, is_verbatim, understood

pytestmark = pytest.mark.property

LINES = (
    "云屏县2024年法治政府建设年度报告",
    "云屏县人民政府",
    "关于2024年度法治政府建设情况的报告",
    "首页 > 政务公开",
    "索引号：YP0012 | 发布机构：云屏县司法局",
    "字号：大 中 小",
    "市委、市政府：",
    "2024年，我县认真贯彻部署。现将情况报告如下：",
    "一、主要举措和成效",
    "第一部分 主要举措和成效",
    "主要举措和成效",
    "二、党政主要负责人履行第一责任人职责情况",
    "三、存在的不足和2025年工作思路",
    "四、下一年度主要安排",
    "（一）加强组织领导。全县召开会议3次，其中专题会议2次。",
    "(二)规范行政决策　审查文件12件，提出意见30条，采纳率98.6%。",
    "（三）化解纠纷。一是调解56件；二是复议12件；三组织培训。（四）普法。",
    "1.健全制度。修订规则4项。",
    "2．严格执法",
    "①检查31户；②立案9件。",
    "第一，办理复议12件。其次，应诉3件。",
    "　　全年受理行政复议申请一百二十余件，审结率85.29%，同比增长3.5%，比上年提高2个百分点，",
    "今年工作取得一定成效，但仍存在一些不足：执法力量薄弱。",
    "主要原因是培训不够。",
    "下一步，我县将充实执法队伍，推进“八五”普法总结验收，落实《法治政府建设实施纲要（2021—2025年）》。",
    "类别|上年|本年",
    "— 3 —",
    "特此报告。",
    "附件：1.任务清单",
    "2025年2月10日",
    "二〇二五年二月十日",
    "上一篇：没有了",
    "",
    "\u200b",
    "{{ 7*7 }}{% raw %}&<>㎡𠮷\x01",
)
PIECES = (
    *(
        "一、",
        "（二）",
        "(三",
        "四）",
        "1.",
        "2．",
        "3、",
        "（4）",
        "⑤",
        "一是",
        "二要",
        "第一，",
        "其次，",
    ),
    *"。；，：“”《》〔〕|>将但é0a",
    *("  ", "\u3000", "\t", "\u2028", "\f", "\x00", "\ufeff", "\U00020bb7"),
    *("29件", "98.6%", "1.2万元", "三百余件", "2024年", "二〇二五年", "其中", "分别为", "…………3"),
    *("下一步", "不足", "第一责任人", "加强监督", "县政府", "审查", "关于", "报告"),
)
JUMBLED = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
RANDOM = st.text(max_size=40)
LINE = st.one_of(st.sampled_from(LINES), st.sampled_from(LINES), JUMBLED, RANDOM)
TEXT = st.lists(LINE, max_size=30).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\n\n", ""]).map(lambda end: end.join(lines))
)
# A text that surely is a report, whatever stands in it.
REPORT = TEXT.map(
    lambda text: (
        f"云屏县2024年法治政府建设年度报告\n一、主要举措和成效\n{text}\n二、存在的不足\n力量不足。"
    )
)
# Words that the parser lists are the ones it can trip over; a wrap makes paragraphs of pieces.
WRAPPED = st.tuples(TEXT, st.integers(8, 40)).map(lambda row: _wrapped(*row))


def _wrapped(text: str, width: int) -> str:
    flat = "".join(text.split("\n"))
    return "\n".join(flat[i : i + width] for i in range(0, len(flat), width))


def parsed(text: str) -> Report | None:
    with contextlib.suppress(DrafterError):
        return understood(text)
    return None


def refs_are_true(data: dict[str, object], texts: dict[int, str], key: str) -> bool:
    rows = data[key]
    assert isinstance(rows, list)
    return all(0 <= row["start"] <= row["end"] <= len(texts[row["passage"]]) for row in rows)


def assert_true(report: Report) -> None:
    """Every visible character once, verbatim and in order; every reference inside its passage."""
    assert is_lossless(report.source, report.passages)
    assert is_verbatim(report.source, report.passages)
    data = report_data(report)
    joined = fold("".join(row["text"] for row in data["passages"]))
    assert joined == fold("".join(report.source.lines))
    assert [row["id"] for row in data["passages"]] == list(range(len(data["passages"])))
    texts = {row["id"]: row["text"] for row in data["passages"]}
    for key in ("figures", "commitments", "shortcomings", "identities", "stale"):
        assert refs_are_true(data, texts, key), key
    assert_parts(report)


def assert_parts(report: Report) -> None:
    """A passage belongs to one part at most, and the readings of the parts agree with it."""
    for part in report.parts:
        own = tuple(p.id for p in report.passages if p.part == part.key)
        assert part.status == "embedded" or part.passages == own
        assert (part.status == "missing") is (not part.passages)


@settings(max_examples=150)
@given(TEXT)
def test_any_text_that_parses_is_lossless(text: str) -> None:
    report = parsed(text)
    if report is not None:
        assert_true(report)


@settings(max_examples=150)
@given(REPORT)
def test_whatever_stands_in_a_report_is_kept(text: str) -> None:
    assert_true(understood(text))


@settings(max_examples=100)
@given(WRAPPED)
def test_wrapped_text_is_kept(text: str) -> None:
    report = parsed(f"云屏县2024年法治政府建设年度报告\n{text}")
    if report is not None:
        assert_true(report)


@settings(max_examples=60)
@given(st.permutations(LINES))
def test_lines_in_any_order_are_kept(lines: Sequence[str]) -> None:
    report = parsed("\n".join(lines))
    if report is not None:
        assert_true(report)


@settings(max_examples=100)
@given(st.binary(max_size=200) | TEXT.map(lambda text: text.encode("gb18030", "replace")))
def test_any_bytes_are_read_or_refused_in_our_words(data: bytes) -> None:
    with contextlib.suppress(DrafterError):
        source = TextReader().read(data, "report.txt", "report.txt")
        parsed("\n".join(source.lines))


@settings(max_examples=60)
@given(TEXT)
def test_the_same_text_is_understood_the_same(text: str) -> None:
    assert parsed(text) == parsed(text)
