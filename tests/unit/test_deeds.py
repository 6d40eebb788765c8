"""One-off deeds are told from what an office does every year."""

from __future__ import annotations

import pytest

from drafter.knowledge import load
from drafter.roll.deeds import find_deeds

WORDS = load(None).words


def split(text: str, *figures: str) -> tuple[list[str], list[str]]:
    """(stretches carried on, stretches that are deeds) of a text with these statistics."""
    places = [(text.index(f), text.index(f) + len(f)) for f in figures]
    rows = find_deeds(text, places, WORDS, 2024)
    assert "".join(text[r.start : r.end] for r in rows) == text, "stretches tile the text"
    kept = [text[r.start : r.end] for r in rows if not r.is_deed]
    return kept, [text[r.start : r.end] for r in rows if r.is_deed]


@pytest.mark.parametrize(
    "text",
    [
        "出台《棠溪县行政裁决工作办法》。",
        "印发《棠溪县行政执法协作工作规程》。",
        "制定《棠溪县合法性审查实施细则（试行）》。",
        "修订《棠溪县人民政府工作规则》。",
        "研究制定行政执法监督办法。",
        "联合印发涉企检查工作方案。",
        "县司法所获评省级示范司法所。",
        "县行政复议中心被评为全市先进集体。",
        "“棠溪调解”入选全省典型案例。",
        "莲塘村被命名为市级民主法治示范村。",
        "建立全市首个涉外法律服务站。",
        "《棠溪市城市供热条例》《棠溪市古树名木保护条例》相继颁布施行。",
        "《棠溪市停车管理条例》正式施行。",
        "《棠溪县调解办法》（棠政发〔2024〕3号）正式印发。",
        "《棠溪县法治建设规划》以县政府办公室名义正式印发。",
        "《棠溪市水路条例》经市人大常委会审议通过，《棠溪市公路条例》完成二审。",
        "条例已于2024年9月经省人大常委会批准。",
        "“说理式执法”的经验在全省会议上作了交流。",
        "出台优化法治化营商环境若干措施。",
        "“跨域通办”项目进入全国示范项目省级初评名单。",
        "率先推行非现场执法。",
        "在查处李某未经批准占地建房一案中纠正程序瑕疵。",
        "某公司“违章动火”案被移送司法机关。",
        "县长出庭应诉“某公司诉县政府行政协议案”。",
        "“老林调解室”成功化解了一起长达7年的电梯加装纠纷。",
        "原副县长周某调任市交通局，由副县长谭某分管法治工作。",
        "黎某同志当选县长。",
        "7月起由副局长胡某接任。",
        "清理结果以棠政发〔2024〕12号公布。",
        "县司法局被省司法厅表彰为“全省先进集体”。",
        "党工委副书记孙某牵头，设立法治建设领导小组。",
        "制定《棠溪办法》《莲塘办法》，对2020年以来的文件开展清理。",
        "建成县级执法实训基地。",
        "新建法治公园一处。",
        "成立县行政争议调解中心。",
        "组建青年普法队伍。",
        "上线合法性审查系统。",
        "智慧执法平台投入使用。",
        "县公共法律服务中心揭牌。",
        "莲塘村创成第九批全国民主法治示范村。",
        "“八五”普法顺利通过中期评估。",
        "“八五”普法圆满收官。",
        "出台《棠溪县重大行政决策事项目录管理办法》。",
        "起草《棠溪市养犬管理条例（送审稿）》。",
        "提请市人大常委会审议《棠溪市物业管理条例》。",
        "组织编写《执法人员应知应会手册》。",
        "推出“企业开办免费大礼包”。",
        "成功创建全省法治政府建设示范县。",
        "市司法局荣立集体三等功。",
        "经验做法被司法部推广。",
        "抗洪抢险事迹被央视《新闻联播》报道。",
        "承办全省法治政府建设现场会。",
        "完成全国行政执法监督试点验收。",
        "法治政府示范创建通过省级评估。",
        "中央督察组进驻我市。",
        "妥善处置“6·12”储罐闪爆险情。",
        "有力应对“7·3”山体滑坡险情。",
        "县司法局被市委、市政府评为法治建设先进集体。",
        "莲塘镇被省委依法治省办命名为示范镇。",
        "《棠溪县公平竞争审查办法》以县政府名义印发实施。",
        "条例已于9月27日经省人大常委会批准。",
        "综治中心规范化建设于5月底完成。",
        "检查发现的问题，已于10月整改到位。",
        "成功举办第三届法治辩论大赛。",
        "调整充实了法治建设工作领导小组。",
        "在述法会上作现场述法，得到市领导点评肯定。",
        "新增“开办餐饮店”等事项。",
        "出台优化营商环境“68条”。",
        "出台“惠企30条”。",
        "组织开展第十二届“法治文化节”。",
    ],
)
def test_a_one_off_deed_is_asked_for(text: str) -> None:
    assert split(text) == ([], [text])


@pytest.mark.parametrize(
    "text",
    [
        "印发《棠溪县2024年法治政府建设工作要点》。",
        "制定2024年度行政执法检查计划。",
        "公布重大行政决策事项目录。",
        "发布典型案例。",
        "制发行政执法监督意见书。",
        "贯彻落实新修订的《行政复议法》。",
        "开展行政执法案卷评查。",
        "落实《行政处罚法》。",
        "严格执行重大行政决策程序。",
        "常态化开展以案释法。",
        "新颁布的《民营经济促进法》宣讲到村。",
        "学习新出台的《法治宣传教育法》。",
        "推进重大行政决策公布制度。",
        "“12·4”国家宪法日期间，开展宣传。",
        "“3·15”消费者权益日前后，受理投诉。",
        "完善行政规范性文件的起草、审核、备案、清理等制度。",
        "落实《行政执法监督条例》施行要求。",
        "《棠溪县信访条例》自颁布以来，办案120件。",
        "落实《信息公开条例》，将《目录》公布在政府网站。",
        "《行政处罚法》宣传信息发布30条。",
        "宣传《棠溪市物业管理条例》公布的重要意义。",
        "各项任务于12月底前完成。",
        "受到群众普遍肯定。",
        "得到群众和县人大代表的肯定。",
        "被市政府确定为重大行政决策事项的，全部履行法定程序。",
        "被行政机关列为被告的案件，负责人全部出庭。",
        "被评查案卷全部评为优秀或者合格。",
        "新增“法律明白人”120名。",
        "召开县政府第二十届第三十次常务会议，学习法律法规。",
        "县十七届人大三次会议听取法治工作汇报。",
        "被评议单位均述法到位。",
        "坚持发现一起、查处一起，查处一起警示一片。",
        "由县长牵头负责法治工作，副县长分管司法行政工作。",
        "案件评查覆盖各镇，诉讼案件全部结案。",
        "某些案件办理周期偏长。",
    ],
)
def test_what_recurs_each_year_is_carried(text: str) -> None:
    assert split(text) == ([text], [])


def test_a_deed_is_taken_out_of_a_running_sentence() -> None:
    kept, deeds = split(
        "全年办理案件120件，建成县级执法实训基地，培训执法人员300人次。", "120件", "300人次"
    )
    assert kept == ["全年办理案件120件，", "培训执法人员300人次。"]
    assert deeds == ["建成县级执法实训基地，"]


def test_what_leads_up_to_a_deed_goes_with_it() -> None:
    _, deeds = split("全年办理案件120件。围绕矛盾纠纷化解，成立县行政争议调解中心。", "120件")
    assert deeds == ["围绕矛盾纠纷化解，成立县行政争议调解中心。"]


def test_a_clause_with_a_statistic_of_its_own_is_not_swallowed() -> None:
    kept, _ = split("建成调解中心，全年调解矛盾纠纷3264件。", "3264件")
    assert kept == ["全年调解矛盾纠纷3264件。"]


def test_a_statistic_inside_a_deed_goes_with_the_deed() -> None:
    _, deeds = split("全年开展宣传活动46场次，新建法治文化公园1处。", "46场次", "1处")
    assert deeds == ["新建法治文化公园1处。"]


def test_what_says_nothing_without_the_deed_goes_with_it() -> None:
    text = "设立专项资金150万元，比上年增加30万元。"
    assert split(text, "150万元", "30万元") == ([], [text])


def test_a_year_of_one_part_says_nothing_of_the_next() -> None:
    kept, deeds = split("在2023年度考核中位列第3名；县司法局被省厅表彰为先进集体。")
    assert kept == ["在2023年度考核中位列第3名；"]
    assert deeds == ["县司法局被省厅表彰为先进集体。"]


def test_commas_in_titles_and_quotes_do_not_part_a_clause() -> None:
    kept, deeds = split("出台《棠溪县关于规范执法，优化服务的若干规定》。")
    assert (kept, deeds) == ([], ["出台《棠溪县关于规范执法，优化服务的若干规定》。"])


def test_half_width_punctuation_parts_clauses_too() -> None:
    kept, deeds = split(
        "全年办理案件120件,建成县级执法实训基地,培训执法人员300人次.", "120件", "300人次"
    )
    assert deeds == ["建成县级执法实训基地,"]
    assert kept == ["全年办理案件120件,", "培训执法人员300人次."]


def test_an_empty_text_has_no_stretches() -> None:
    assert split("") == ([], [])
