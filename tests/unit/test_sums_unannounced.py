"""Totals whose parts follow without a word for it: told only where they add up."""

from __future__ import annotations

import pytest

from tests.unit.test_identities import _identities

HOLDS = [
    ("办结复议案件26件，维持15件、撤销4件、终止7件。", "26件"),
    ("全年收到复议申请58件，予以受理49件、不予受理6件、告知转送3件。", "58件"),
    ("清理文件83件：继续有效60件、修改9件、宣布失效14件。", "83件"),
    ("审核合同146份，同意签订120份、修改后签订21份、不予签订5份。", "146份"),
    ("对214家企业开展信用评价，评出A级60家、B级110家、C级30家、D级14家。", "214家"),
    ("评查行政处罚案卷96卷，优秀31卷，良好44卷，合格19卷，不合格2卷。", "96卷"),
    ("排查隐患320处，立即整改290处、限期整改30处。", "320处"),
    ("办理信访事项41件，办结38件、正在办理3件。", "41件"),
    ("清理文件71件，同比增长12%，保留50件、废止21件。", "71件"),
    ("清理文件71件，比上年多8件，保留50件、修改9件、废止12件。", "71件"),
    ("检查餐饮单位180家，合格150家、限期改正24家、立案查处6家；约谈企业12家。", "180家"),
    ("行政诉讼19件，胜诉15件、败诉1件、未审结3件，负责人出庭12件。", "19件"),
    ("收到建议92件，采纳60件、部分采纳20件、未采纳12件，采纳情况已公开。", "92件"),
    ("公开信息1200条，政策类300条、工作动态类700条、公示公告类200条。", "1200条"),
    ("配备执法记录仪140台，中队100台、大队40台。", None),
    ("投入资金800万元，市级500万元、县级200万元、镇级100万元。", "800万元"),
    ("全县行政诉讼24件，判决驳回11件、裁定撤诉9件、判决撤销4件。", "24件"),
    ("受理仲裁案件508件，调解312件、裁决160件、撤回36件。", "508件"),
]


@pytest.mark.parametrize(("text", "stated"), HOLDS)
def test_parts_right_behind_or_before_their_total(text: str, stated: str | None) -> None:
    found = [(x.kind, x.stated) for x in _identities(text) if x.kind == "sum"]
    assert found == ([("sum", stated)] if stated else [])
    assert all(x.holds for x in _identities(text))


@pytest.mark.parametrize(
    "text",
    [
        # What does not add up may be another thing or not all.
        "清理文件64件，保留41件，修改9件，废止12件。",
        "办结复议案件26件，维持15件、撤销4件、终止9件。",
        "对214家企业开展评价，评出A级60家、B级110家。",
        "清理文件86件，决定保留52件、修改11件、废止22件。",
        # Each is a deed of its own.
        "召开会议16次，举办培训9次、讲座4次、展览3次。",
        "开展检查12次，举办培训8次、讲座4次。",
        "制定方案15个，建立机制8个、平台4个、站点3个。",
        "立案12件，移送8件，罚款4件。",
        "张贴海报90张，发放手册50张、卡片30张、折页10张。",
        "开展执法检查30次，约谈企业10次、责令整改12次、通报批评8次。",
        "办理行政许可200件，移送案件120件、立案80件。",
        "有乡镇18个，创建示范乡镇10个、示范村5个、示范社区3个。",
        "律所6家、公证处2家、鉴定机构5家，引进13家企业。",
        # Too small to be no coincidence.
        "出动车辆6台，轿车3台、面包车2台、摩托车1台。",
        "任命科长5名，退休2名、调出3名。",
        # The total is another.
        "审结30件，涉及土地15件、拆迁8件、社保7件，其中维持20件、撤销10件；另有5件。",
        "上年受理26件，维持15件、撤销4件、终止7件。",
        "受理26件；维持15件、撤销4件、终止7件。",
        "受理26件、维持15件、撤销4件、终止7件。",
        # The list goes on.
        "清理文件71件，保留50件、废止21件、修改9件。",
        "受理40件，办结约30件、转办10件。",
        "整治率90%，满意率60%、知晓率30%。",
        "收到约58件，受理49件、不予受理6件、转送3件。",
    ],
)
def test_what_only_may_be_a_sum_is_not_told(text: str) -> None:
    found = [x for x in _identities(text) if x.kind == "sum"]
    assert not [x for x in found if not x.holds]
    assert [x.stated for x in found] in ([], ["30件"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("查处酒驾醉驾582起，其中酒驾501起，醉驾91起。", False),
        ("查处酒驾醉驾582起,其中醉驾91起,酒驾491起。", True),
        ("办理人大代表建议和政协委员提案88件，其中建议52件，提案34件。", False),
        ("办理人大代表建议、政协委员提案88件，其中人大代表建议52件，政协委员提案36件。", True),
        ("办理行政复议与行政应诉案件64件，其中复议41件，应诉25件。", False),
        ("开展桌面推演和实战演练32场，其中桌面推演20场，实战演练11场。", False),
        ("审核合同、协议、文件210份，其中合同120份，协议60份，文件32份。", False),
        ("登记企业及个体工商户3200户，其中企业1100户，个体工商户2300户。", False),
        # Steps of one case, and what only some of them are, need not be all.
        ("立案结案96起，其中立案60起，结案85起。", None),
        ("检查企业和商户96家，其中企业50家，处罚商户42家。", None),
        ("接待来访群众和企业96人次，其中群众50人次，企业65人次。", None),
        ("调处婚姻和邻里纠纷96件，其中婚姻类50件等，邻里类42件。", None),
        ("办理建议提案约96件，其中建议50件，提案42件。", None),
        ("办理建议提案96件，其中重点建议50件，提案42件。", None),
    ],
)
def test_kinds_that_the_total_names_are_all_there_are(text: str, expected: bool | None) -> None:  # noqa: FBT001 - a case of the table
    found = [x for x in _identities(text) if x.kind == "sum"]
    assert [x.holds for x in found] == ([] if expected is None else [expected])
    assert not any(x.certain for x in found if not x.holds and len(x.operands) == 2)
