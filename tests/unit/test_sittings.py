"""Sittings with a number: each is held once."""

from __future__ import annotations

import pytest

from drafter import api
from drafter.knowledge import load
from drafter.zh.sittings import find_sittings
from tests.acceptance.small_reports import understood, with_section

LAST = "召开县委全面依法治县委员会第七次、第八次会议，听取汇报。"


def told(now: str, last: str = LAST) -> list[str]:
    """What S04 quotes of a report on 2025 beside one on 2024."""
    text = with_section(now).replace("2025年", "2026年", 1).replace("2025", "2026")
    text = text.replace("关于2024年", "关于2025年").replace("\n2024年，棠溪", "\n2025年，棠溪")
    found = api.examine_report(
        understood(text, "2025.txt"), load(None), last=understood(with_section(last))
    )
    return [f.quote for f in found.findings if f.rule == "S04" and "次" in f.quote]


@pytest.mark.parametrize(
    ("now", "quoted"),
    [
        ("召开县委全面依法治县委员会第七次会议。", ["第七次"]),
        ("召开了全面依法治县委员会第8次全体会议。", ["第8次"]),
        ("主持召开依法治县委员会第9次、第８次会议。", ["第８次"]),
        ("召开县委全面依法治县委员会第九次、第十次会议。", []),
        ("学习县委全面依法治县委员会第七次会议精神。", []),
        ("召开会议，落实县委全面依法治县委员会第七次会议精神。", []),
        ("在2024年召开县委全面依法治县委员会第七次会议的基础上，再抓落实。", []),
        ("召开司法局党组第七次会议。", []),
        ("落实去年召开的全面依法治县委员会第七次会议议定事项。", []),
        ("召开全面依法治县委员会第七次会议以来，各项任务有序推进。", []),
    ],
)
def test_a_sitting_of_both_years_is_told(now: str, quoted: list[str]) -> None:
    assert told(now) == quoted


def test_a_government_counts_its_sittings_within_its_term() -> None:
    (sitting,) = find_sittings("召开县第十七届人民政府第28次常务会议。")
    assert sitting.key == ("十七届人民政府", "常务", 28)
    assert not list(find_sittings("召开县政府第28次常务会议、局党组第3次会议。"))
