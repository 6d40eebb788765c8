"""What happens once is asked for; what looks like it and comes every year is carried on."""

from __future__ import annotations

import pytest

from tests.unit.test_deeds import split

HONOURED = [
    "我局办理的案件被选入省厅2024年度指导案例。",
    "“湖畔名苑”项目无证施工案，施工单位被罚款，列入2024年度全省住建系统十大执法案例。",
    "李记餐馆无证经营案被写入全市优秀案例。",
    "棠溪县经验在2024年度全省会议上作交流。",
    "在全市法治建设推进会上作典型交流。",
    "在全国法治政府论坛上作专题推介。",
    "跻身全国百强县。",
    "荣登全省营商环境十佳。",
    "是全市唯一获此殊荣的县。",
    "保持省级平安县“五连冠”。",
    "中央电视台《今日说法》栏目播出棠溪县案例。",
    "法治网刊登县司法局做法。",
]
NOT_HONOURED = [
    "“两违”案件，立案查处20件。",
    "纳入市级法治示范项目培育名单的，逐一指导。",
    "开展优秀案例评选活动。",
    "从严查处列入重点监管名单的企业12家。",
    "在县电视台播出法治节目52期。",
    "班子成员在学习会上作交流。",
    "将执法案例录入优秀案例库。",
    "将企业列入经营异常名录320户。",
    "培育百强企业。",
    "该案由县司法局办理。",
]

OF_THE_YEAR = [
    "印发《棠溪县重大行政决策程序规定》，废止2016年版。",
    "修订《棠溪县工作规则》（2019年版同时废止）。",
    "继莲塘区2022年获评示范区之后，棠溪县顺利入围全国示范候选名单。",
    "继2022年获评省级先进之后，我县今年获评全国先进。",
    "在2021年建成县级中心的基础上，建成乡镇分中心。",
    "在2023年度述法评议中获“好”等次。",
    "在2023年度全市法治政府建设考核中被评为优秀。",
    "2022年建成的实训基地，今年获评省级示范基地。",
]
OF_OTHER_YEARS = [
    "2021年被命名为全国示范县。",
    "2022年，成立行政执法协调监督局。",
    "继2022年获评省级先进之后，持续巩固创建成果。",
    "在2019年建成县级中心的基础上，持续完善功能。",
    "执行《棠溪县裁量基准》2022年版。",
    "落实2023年修订的《立法法》要求。",
    "继续执行2020年印发的办法。",
    "按照2021年版权力清单办理事项。",
    "继承2021年创建成果，常态化开展以案释法。",
    "完成2023年度重大行政决策事项后评估。",
]


@pytest.mark.parametrize("text", [*HONOURED, *OF_THE_YEAR])
def test_what_happened_once_is_asked_for(text: str) -> None:
    assert split(text) == ([], [text])


@pytest.mark.parametrize("text", [*NOT_HONOURED, *OF_OTHER_YEARS])
def test_what_comes_every_year_is_carried_on(text: str) -> None:
    assert split(text) == ([text], [])


def test_the_case_goes_with_what_became_of_it() -> None:
    text = "对某小区无证施工立案查处，罚款186万元，该案列入全省十大案例。"
    assert split(text, "186万元") == ([], [text])


def test_the_cases_of_the_year_stay_in_front_of_one_of_them() -> None:
    text = "全年查处案件98件，其中湖畔项目罚款20万元，该案入选典型案例。"
    kept, deeds = split(text, "98件", "20万元")
    assert kept == ["全年查处案件98件，"]
    assert deeds == ["其中湖畔项目罚款20万元，该案入选典型案例。"]
