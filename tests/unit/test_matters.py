"""Matters of one year: titles of what was considered, places that were taken, months of events."""

from __future__ import annotations

import time

import pytest

from drafter.knowledge import load
from drafter.zh.matters import find_companies, find_considered, find_projects, without_titles
from tests.acceptance.small_reports import (
    chapter,
    drafted,
    paragraphs,
    report_text,
    rules_on,
    told,
    with_section,
)

KINDS = load(None).words["company_kinds"]


def rolled(sentence: str) -> str:
    """What is carried on of a sentence in a report on 2024."""
    text = report_text(achievements=f"一、主要举措和成效\n（一）规范执法\n{sentence}\n")
    rows = paragraphs(chapter(drafted(text), "achievements"))
    return "".join(told(row) for row in rows if row.kind == "carried")


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("审议《公交票价方案》等重大行政决策4项。", "《公交票价方案》"),
        ("审议通过《公交票价方案》《养老设施规划》和《停车标准》（草案）。",
         "《公交票价方案》《养老设施规划》和《停车标准》（草案）"),
        ("其中《澄安市空间规划（2021—2035年）》等3项举行了听证会。",
         "《澄安市空间规划（2021—2035年）》"),
        ("对《城市更新管理办法》开展合法性审查。", "《城市更新管理办法》"),
        ("就《养犬管理规定》公开征求意见120条。", "《养犬管理规定》"),
        ("开展《全民健身条例》立法后评估。", "《全民健身条例》"),
        ("列入重大决策事项《供水价格方案》等5项。", "《供水价格方案》"),
        ("将《供水价格方案》《用地规划》等4项列入目录。", "《供水价格方案》《用地规划》"),
        ("按照《规章制定程序条例》审查《物业管理办法》。", "《物业管理办法》"),
        ("审议《2024年工作要点》《供水价格方案》2件。", "《供水价格方案》"),
        ("出台规章1部，即《数据运营办法》（市政府令第58号）。",
         "《数据运营办法》（市政府令第58号）"),
        ("修订规范性文件两件，分别是：《采购办法》和《招商办法》。", "《采购办法》和《招商办法》"),
        ("制定规范性文件2件（《采购办法》《招商办法》）。", "《采购办法》《招商办法》"),
        ("制发规范性文件1件,即《采购办法》(棠卫发〔2024〕45号),已备案。",
         "《采购办法》(棠卫发〔2024〕45号)"),
        ("报送备案规范性文件1件（《采购办法》，棠政规［2024］3号）。",
         "《采购办法》，棠政规［2024］3号"),
        ("全年发文3件，包括《关于加强执法的通知》（棠交发〔2024〕21号）等。",
         "《关于加强执法的通知》（棠交发〔2024〕21号）"),
        ("审核规范性文件1件，为《采购办法》。", "《采购办法》"),
        ("审核规范性文件2件，为《采购办法》和《招商办法》，已报备。",
         "《采购办法》和《招商办法》"),
        ("审核规范性文件2件，为《采购办法》等。", "《采购办法》"),
        ("对涉及医保、财政等部门的《医共体实施方案》进行了合法性审查。", "《医共体实施方案》"),
        ("完成《轨道交通条例》立法调研。", "《轨道交通条例》"),
        ("将《采购办法》等5件列入2024年度立法计划。", "《采购办法》"),
        ("全年审查文件18件，其中《民宿管理办法》广泛征求意见。", "《民宿管理办法》"),
    ],
)  # fmt: skip
def test_what_was_considered_is_found(sentence: str, title: str) -> None:
    assert [sentence[a:b] for a, b in find_considered(sentence)] == [title]


@pytest.mark.parametrize(
    "sentence",
    [
        "落实《重大行政决策程序规定》，审查文件32件。",
        "严格执行合法性审查《操作指引》。",
        "学习《行政复议法》，宣传《信访工作条例》。",
        "审议《2024年法治政府建设工作要点》。",
        "列入《年度重大行政决策事项目录》。",
        "开展《行政处罚法》实施情况评估。",
        "依据《市场主体登记管理条例》办理登记。",
        "将《行政执法人员行为规范》列入年度培训内容。",
        "把《习近平法治思想学习纲要》列入学习内容，讨论《中国共产党章程》。",
        "审查《公平竞争审查条例》规定范围内的措施，清理《价格条例》施行前的文件。",
        "审核《法律援助申请表》320份，修改《村规民约》126份。",
        "审查《营业执照》《食品经营许可证》等证照3200份。",
        "《民法典》审议通过以来持续宣传。",
        "出台规章1部，《河湖岸线保护条例》自7月1日起施行。",
        "制定计划2个，即《2024年度执法检查计划》《普法计划》。",
        "审查案卷20件，均符合《案卷评查标准》。",
        "审查文件3件，为《行政处罚法》实施提供保障。",
        "依据《采购办法》（棠政发〔2024〕11号）审查12件。",
        "制定计划1件，即《2024年度检查计划》（棠政发〔2024〕2号）。",
        "对违反由市政府印发的《采购办法》的行为审查12件。",
        "审查行政规范性文件32件，为《青岭省优化营商环境条例》落地提供保障。",
        "出台文件3件，是《青岭省优化营商环境条例》的配套文件。",
        "审查文件12件，对涉及《青岭省优化营商环境条例》的内容开展审查。",
    ],
)
def test_rules_that_stand_and_what_is_made_each_year_stay(sentence: str) -> None:
    assert list(find_considered(sentence)) == []


def test_many_titles_take_time_by_their_number_only() -> None:
    def seconds(count: int) -> float:
        text = "审议《" + "》《".join("某方案" for _ in range(count)) + "》。"
        begin = time.process_time()
        assert len(list(find_considered(text))) == 1
        return time.process_time() - begin

    seconds(100)
    assert seconds(20_000) < 40 * seconds(2_000) + 0.05


def test_titles_that_were_considered_are_asked_for_anew() -> None:
    assert rolled("县政府常务会议审议《公交票价方案》《养老设施规划》等重大行政决策4项。") == (
        "县政府常务会议审议〔文件名称，上年《公交票价方案》《养老设施规划》〕"
        "等重大行政决策〔重大行政决策，上年4〕项。"
    )


def test_a_number_does_not_close_the_blank_that_shows_it() -> None:
    carried = rolled("印发规范性文件1件，即《采购办法》（棠规〔2024〕1号）。")
    assert "即〔文件名称，上年《采购办法》（棠规［2024］1号）〕。" in carried


def test_no_title_is_lost() -> None:
    names = ("城市更新", "停车场", "户外广告", "供水", "养犬")
    titles = "".join(f"《{name}管理办法》" for name in names)
    assert f"〔文件名称，上年{titles}〕" in rolled(f"全年审查{titles}等31件。")


@pytest.mark.parametrize(
    ("sentence", "carried"),
    [
        ("评价中排第21名，走访企业多家。", "评价中排第〔名次，上年21〕名，走访企业多家。"),
        ("满意度列全市第二，走访企业多家。", "满意度列全市第〔名次，上年二〕，走访企业多家。"),
        ("综合排名位列前20，走访企业多家。", "综合排名位列前〔名次，上年20〕，走访企业多家。"),
        ("居全省46个开发区第5位。", "居全省〔开发区，上年46〕个开发区第〔名次，上年5〕位。"),
        ("连续三年位居前列。", "连续〔年数，上年三〕年位居前列。"),
        ("排名由2023年的第9名升至第4名。",
         "排名由2024年的第〔名次，上年报告为4，请核对〕名升至第〔名次，上年4〕名。"),
        ("得分位列全省第一方阵。", "得分位列全省第一方阵。"),
        ("平均分居市直单位第6。", "平均分居市直单位第〔名次，上年6〕。"),
        ("法治满意度排全省第二。", "法治满意度排全省第〔名次，上年二〕。"),
        ("综合得分全市第一，走访企业多家。", "综合得分全市第〔名次，上年一〕，走访企业多家。"),
        ("信访考核获全市第二。", "信访考核获全市第〔名次，上年二〕。"),
        ("办件量占全市第一。", "办件量占全市第〔名次，上年一〕。"),
        ("热线考核列各乡镇第2。", "热线考核列各乡镇第〔名次，上年2〕。"),
        ("全省第三方评估有序开展。", "全省第三方评估有序开展。"),
        ("列全县第一批整改单位。", "列全县第一批整改单位。"),
        ("在全国第一时间发布。", "在全国第一时间发布。"),
        ("坚持质量第一、安全第一。", "坚持质量第一、安全第一。"),
        ("坚持第一议题制度。", "坚持第一议题制度。"),
        ("连续3年无违法记录的企业纳入清单。", "连续3年无违法记录的企业纳入清单。"),
        ("对考核排名前三的乡镇予以通报。", "对考核排名前三的乡镇予以通报。"),
        ("将法治建设排在工作的第一位。", "将法治建设排在工作的第一位。"),
        ("位列全省第2名、全市第1名。",
         "位列全省第〔名次，上年2〕名、全市第〔名次，上年1〕名。"),
    ],
)  # fmt: skip
def test_places_and_years_in_a_row_are_blanks(sentence: str, carried: str) -> None:
    assert rolled(sentence) == carried


@pytest.mark.parametrize(
    ("sentence", "carried"),
    [
        ("3月，组织轮训多期。", "〔日期，上年3月〕，组织轮训多期。"),
        ("于3月、6月、9月召开推进会。", "于〔日期，上年3月、6月、9月〕召开推进会。"),
        ("3月和9月开展督察。", "〔日期，上年3月和9月〕开展督察。"),
        ("6月至8月、10月至12月评查。", "〔日期，上年6月至8月、10月至12月〕评查。"),
        ("3月上旬至5月下旬评查。", "〔日期，上年3月上旬至5月下旬〕评查。"),
        ("6月至8月开展案卷评查。", "〔日期，上年6月至8月〕开展案卷评查。"),
        ("于5月、10月开展督察。", "于〔日期，上年5月、10月〕开展督察。"),
        ("3月完成执法队伍整合。", "〔日期，上年3月〕完成执法队伍整合。"),
        ("主要负责人于11月带队督导。", "主要负责人于〔日期，上年11月〕带队督导。"),
        ("12月“宪法宣传周”持续宣传。", "12月“宪法宣传周”持续宣传。"),
        ("问题于9月底清零。", "问题于〔日期，上年9月底〕清零。"),
        ("数据截止于9月底。", "数据截止于9月底。"),
        ("4月份召开推进会。", "〔日期，上年4月份〕召开推进会。"),
        ("11月中旬召开推进会。", "〔日期，上年11月中旬〕召开推进会。"),
        ("2024年3月至6月开展案卷评查。", "〔日期，上年2024年3月至6月〕开展案卷评查。"),
        ("1月至11月，持续办理案件。", "1月至11月，持续办理案件。"),
        ("每年3月，开展学雷锋活动。", "每年3月，开展学雷锋活动。"),
        ("2024年1月至12月持续办理案件。", "2025年1月至12月持续办理案件。"),
        ("6月份以来持续接访。", "6月份以来持续接访。"),
    ],
)
def test_months_of_events_are_blanks(sentence: str, carried: str) -> None:
    assert rolled(sentence) == carried


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("审查文件", "审查文件"),
        ("《甲办法》《乙办法》", "文件"),
        ("工作要点》《应急预案》", "文件"),
        ("列入《甲目录》", "列入文件"),
        ("《行政执法督办函》", "《行政执法督办函》"),
        ("《供水价格方案》", "文件"),
        ("（修订草案）", "文件"),
        ("（含备案）审查文件", "审查文件"),
        ("回收率（含线上）", "回收率（含线上）"),
    ],
)
def test_a_blank_is_not_named_by_last_years_titles(name: str, bare: str) -> None:
    assert without_titles(name) == bare


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("对水厂改造、南区征收等5项重大事项开展评估。", "水厂改造、南区征收"),
        ("全年审查医院搬迁、水价调整等6个重大行政决策事项。", "医院搬迁、水价调整"),
        ("医院搬迁、水价调整等6个重大行政决策事项履行程序。", "医院搬迁、水价调整"),
        (
            "对小区加装电梯、夜市疏导点设置等6个事项进行了合法性审查。",
            "小区加装电梯、夜市疏导点设置",
        ),
        (
            "对污水处理厂特许经营、智慧停车PPP等4个项目开展社会稳定风险评估。",
            "污水处理厂特许经营、智慧停车PPP",
        ),
        ("先后就高铁新区征迁、焚烧厂选址等7项议题听取法律顾问意见。", "高铁新区征迁、焚烧厂选址"),
        ("法律顾问参与矿业股权转让、债务重组等9个项目的谈判。", "矿业股权转让、债务重组"),
        ("对上一年度实施的“加装电梯补贴”决策开展后评估。", "“加装电梯补贴”"),
        ("对2023年实施的城区禁摩决策开展后评估。", "城区禁摩"),
        ("将公交票价调整、第二水厂选址等四个事项列入年度目录。", "公交票价调整、第二水厂选址"),
        ("把公交票价调整、第二水厂选址等4项事项列入其中。", "公交票价调整、第二水厂选址"),
        ("对灌区取水纠纷、水库确权等9件事项作出批示。", "灌区取水纠纷、水库确权"),
        (
            "公布重大行政决策事项6项，分别是：医院搬迁、水价调整、“十五五”规划。",
            "医院搬迁、水价调整、“十五五”规划",
        ),
        (
            "公布决策事项2项，分别是：水厂改造、水价调整，均公开征求意见120条。",
            "水厂改造、水价调整",
        ),
        (
            "将“调整工资标准”“调整养老金”2个事项列入厅重大行政决策目录。",
            "“调整工资标准”“调整养老金”",
        ),
        ("将《交通规划》、票价调整2项纳入目录。", "《交通规划》、票价调整"),
        ("确定重大行政决策事项2项：水厂扩建、公交线网优化。", "水厂扩建、公交线网优化"),
        (
            "公布重大行政决策3项（医院搬迁、水价调整、公交线网优化）。",
            "医院搬迁、水价调整、公交线网优化",
        ),
    ],
)
def test_the_matters_that_were_decided_are_found(sentence: str, names: str) -> None:
    assert [sentence[a:b] for a, b in find_projects(sentence)] == [names]


@pytest.mark.parametrize(
    "sentence",
    [
        "完成文件清理、合同审查等120项任务。",
        "办理重大行政决策事项6项，均履行合法性审查程序。",
        "重大行政决策事项6项，其中听证2项、论证3项。",
        "将法治教育、案卷评查等四个事项抓紧抓实。",
        "对就业、住房等6个事项开展监督检查。",
        "对食品生产、药品经营等9个事项实施告知承诺制。",
        "将安全生产、食品药品2个领域纳入重点执法目录。",
        "将“双随机”“综合查一次”等3项机制纳入考核。",
        "为企业开办、工程建设等12个事项提供帮办代办服务。",
        "对“放管服”政策开展评估。",
        "就重大行政决策开展后评估。",
        "对拆迁、征地等项目开展风险评估12次。",
        "实施民生实事10件，办结率100%。",
        "修订应急预案12件，包括总体预案、专项预案。",
        "办理重大行政决策事项6项（已全部向社会公开）。",
    ],
)
def test_kinds_of_work_are_no_matters_of_one_year(sentence: str) -> None:
    assert list(find_projects(sentence)) == []


def test_a_title_that_is_asked_for_needs_no_remark_on_its_years() -> None:
    text = with_section("对《棠溪县空间规划（2021—2035年）》开展合法性审查。")
    section = chapter(drafted(text), "achievements").sections[0]
    assert [rules_on(row) for row in section.paragraphs if row.kind == "carried"] == [[]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("对恒顺、瑞鼎等8家房企的项目进行处置。", "恒顺、瑞鼎"),
        ("走访望江电厂、中铁十六局等12家企业。", "望江电厂、中铁十六局"),
        ("走进绿源化工等5家企业开展普法。", "绿源化工"),
        ("走访恒瑞科技、明光公司等12家企业。", "恒瑞科技、明光公司"),
        ("走访恒瑞科技公司等12家企业。", "恒瑞科技公司"),
        ("约谈“望江出行”“顺行”等平台企业9家次。", "“望江出行”“顺行”"),
    ],
)
def test_the_companies_that_were_dealt_with_are_found(text: str, names: str) -> None:
    assert [text[a:b] for a, b in find_companies(text, KINDS)] == [names]


def test_titles_among_other_matters_share_their_blank() -> None:
    carried = rolled("将《供水方案》、票价调整2项列入目录。")
    assert carried.startswith("将〔事项名称，上年《供水方案》、票价调整〕〔")


@pytest.mark.parametrize(
    "sentence",
    [
        "对餐饮、旅馆等120家企业开展检查。",
        "对住建、城管等8家单位开展督察。",
        "对国有、民营等20家房地产企业开展合规检查。",
        "约谈国有企业、民营企业等8家公司。",
        "推动餐饮类、住宿类等8家管理公司整改。",
        "指导规上、规下等12家建筑公司。",
        "涉及外资、 合资等5家物业公司。",
        "走访国有公司、民营公司等12家企业。",
        "走访化工、建材等12家企业。",
        "深入重点企业等12家单位开展服务。",
        "走进“专精特新”等12家企业。",
        "查处“黑作坊”“黑窝点”等违法企业12家。",
        "查处“黑中介”“黑物业”等企业12家。",
        "查处“黑网吧”“黑诊所”等场所12家。",
        "处罚“散乱污”“两高”等企业32家。",
        "检查校园食品、网络食品等120家单位。",
        "检查小作坊食品、保健食品等35家企业。",
        "深入高新科技、装备机械等35家企业开展法治体检。",
        "走访商业银行、村镇银行等12家单位。",
    ],
)
def test_kinds_of_companies_are_no_names(sentence: str) -> None:
    assert list(find_companies(sentence, KINDS)) == []


def test_the_names_of_matters_stay_out_of_the_answer() -> None:
    text = "州人民医院整体搬迁、城区水价调整等6个重大行政决策事项履行程序。"
    report = report_text(achievements=f"一、主要举措和成效\n（一）规范执法\n{text}\n")
    rows = [told(p) for p in paragraphs(chapter(drafted(report), "achievements"))]
    (asked,) = [row for row in rows if row.startswith("上年做法")]
    assert asked.partition("本年：")[2].startswith(
        "〔事项名称，上年州人民医院整体搬迁、城区水价调整〕等"
    )


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("调解员与人口之比为1:850。", "调解员与人口之比为〔比值，上年1:850〕。"),
        ("律师与人口比达到1∶4500。", "律师与人口比达到〔比值，上年1∶4500〕。"),
        ("罚款额占全市总额的1/5。", "罚款额占全市总额的〔比值，上年1/5〕。"),
        ("投诉率低于万分之五。", "投诉率低于〔比值，上年万分之五〕。"),
        (
            "审批时限由15日压缩到7日。",
            "审批时限由〔审批时限，上年报告为7，请核对〕日压缩到〔审批时限，上年7〕日。",
        ),
        ("办理时限由法定20日缩短至5日。", "办理时限由法定20日缩短至〔办理时限，上年5〕日。"),
        (
            "考核由第9名上升到全市第3名。",
            "考核由第〔名次，上年报告为3，请核对〕名上升到全市第〔名次，上年3〕名。",
        ),
        (
            "得分由全市第六跃居第二。",
            "得分由全市第〔名次，上年报告为二，请核对〕跃居第〔名次，上年二〕。",
        ),
        (
            "工单办结率居第二，满意率居第五。",
            "工单办结率居第〔名次，上年二〕，满意率居第〔名次，上年五〕。",
        ),
    ],
)
def test_values_that_no_unit_tells_are_blanks(sentence: str, kept: str) -> None:
    assert rolled(sentence) == kept


@pytest.mark.parametrize(
    "sentence",
    [
        "按1∶1.2的比例配备调解员。",
        "许可应当在20日内作出决定，公示期不少于30日。",
        "把法治建设摆在第一位，列为第一议题。",
        "聘请第三方评估，居第二轮督察重点。",
    ],
)
def test_values_of_a_rule_stand(sentence: str) -> None:
    assert rolled(sentence) == sentence


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        (
            "竣工联合验收174件，平均用时9天。",
            "竣工联合验收〔竣工联合验收，上年174〕件，平均用时〔平均用时，上年9〕天。",
        ),
        (
            "检查工地846次，下发整改通知书1372份。",
            "检查工地〔检查工地，上年846〕次，下发整改通知书〔通知书，上年1372〕份。",
        ),
        (
            "承办县人大代表建议92件，满意率100%。",
            "承办县人大代表建议〔县人大代表建议，上年92〕件，满意率〔满意率，上年100〕%。",
        ),
        (
            "三是典型案例示范。发布案例12个。",
            "三是典型案例示范。发布案例〔发布案例，上年12〕个。",
        ),
        ("首届法治文化节成功举办，吸引游客6万人次。", ""),
        ("修订《青岭县工作规则》，明确18项议事程序。", ""),
        ("对金鑫、宏达等4家企业通报表扬。", ""),
    ],
)
def test_what_recurs_is_not_torn_and_a_result_goes_with_its_deed(sentence: str, kept: str) -> None:
    assert rolled(sentence) == kept


def test_the_last_of_several_names_is_no_part_of_the_answer() -> None:
    text = report_text(
        achievements="一、主要举措和成效\n（一）规范执法\n对金鑫、宏达等4家企业通报表扬。\n"
    )
    prompt = next(
        told(row)
        for row in paragraphs(chapter(drafted(text), "achievements"))
        if told(row).startswith("上年做法")
    )
    assert prompt.endswith("。本年：〔待填〕")


def test_no_word_that_leads_to_a_promise_is_left_behind() -> None:
    text = report_text(plans="四、2025年工作安排\n1.推动人员招录，计划引进4人。\n2.深化改革。\n")
    rows = [told(row) for row in paragraphs(chapter(drafted(text), "plans"))]
    assert rows[1] == "1.推动人员招录。"
    assert rows[2].startswith("上年安排：计划引进4人。")


@pytest.mark.parametrize(
    "words", ["以上报告，请审示。", "以上报告妥否，请批示。", "以上情况，特此报告。"]
)
def test_closing_words_promise_nothing(words: str) -> None:
    text = report_text(plans=f"四、2025年工作安排\n加强执法培训。\n{words}\n")
    rows = [told(row) for row in paragraphs(chapter(drafted(text), "plans"))]
    assert not any(words.rstrip("。") in row for row in rows)


@pytest.mark.parametrize(
    "sentence",
    [
        "书记定期到我县各乡镇督导法治建设。",
        "主动邀请人大代表、政协委员来局座谈。",
        "暴雨导致城区内涝的，按预案处置。",
        "村民与村委会因土地承包发生纠纷的，先行调解。",
        "局长接访日由每月一次调整为每周一次。",
        "严厉打击非法出版发行活动，严格工程开工建设审批。",
        "在省级媒体刊登公告，公开征求意见。",
        "各单位应于3月底向社会公开年度报告。",
        "将2025年重点工作任务分解到各单位。",
        "民生实事包括教育、医疗、养老。",
        "须经超过2/3业主同意，滞纳金为每日万分之五，按比例1:1配备装备。",
    ],
)
def test_what_is_of_any_year_stands(sentence: str) -> None:
    assert rolled(sentence) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "荣获全国法治政府建设示范创建成果一等奖。",
        "继6月通过省级验收后，我县持续用力。",
        "在新建3个法治公园的基础上，完善设施。",
    ],
)
def test_what_was_done_last_year_is_asked_for_whatever_stands_beside_it(sentence: str) -> None:
    assert rolled(sentence) == ""
