"""Clauses that have their subject in another (没有主语的分句): ，得分98.5分; 我局作为试点，."""

from __future__ import annotations

from drafter.zh.lazy import lazy_pattern

AND_SO = lazy_pattern(r"(?:并(?!列|轨|网|购|联|入|存|行|案|非|发症)|据此|由此|为此|遂)")
"""The beginning of a clause that joins its act to the one before it: ，并追究3名责任人责任."""
OF_WHOM_IT_BLAMES = lazy_pattern(
    r"(?![^，,。；;]{0,20}?\d{2,}[余多]?(?:[户起件个]|家次?))"
    r"(?:[^，,。；;]{0,12}?(?:同时|还|也|已|均|依法|先后|分别|[对给将令责]))?[^，,。；;]{0,12}?"
    r"(?:追究|追责|问责|处分|警告|诫勉|免职|停职|撤职|调离|通报批评|批评教育|约谈|谈话提醒|致歉|道歉|责令|赔偿|纠正)"
)
"""What a case that was lost led to: ，同时对2名责任人给予警告处分, ，责成支队道歉."""
BY_CASES = "以案"
"""What `HONOUR_BY_CASES` cannot do without."""
HONOUR_BY_CASES = lazy_pattern(
    r"(?:入选|入围|获评|荣获|[被获]?评为|评选为|确定为|列为|列入|收录)[^，,。；;]{0,24}?以案(?:释|说|普|讲|促)法?"
)
"""入选全省“以案释法”典型案例 is an honour; 常态化开展以案释法 comes every year."""

_SCORE = (
    r"(?:(?:综合|平均|最终|最后|考核|评估|考评|总体){0,2}(?:得分|评分|总分|分值)(?:为|达到?|是)?[约近超]{0,2}\d"
    r"|得[约近]?\d{1,3}(?:\.\d{1,2})?分)"
)
_AUDIENCE = (
    r"(?:[^，,。；;\d“”]{0,8}?(?:播放|点击|阅读|浏览|观看|访问|转发|点赞|收听|曝光)(?:总?[量数]|总?人次)|受众|听众|观众)"
    r"[^，,。；;\d“”率]{0,8}?\d"
)
_GIVEN_OUT = (
    r"(?:免费|累计|全部|均|已|共)*(?:印发|印制|印刷|发放|分发|派发|赠送|发行)了?[约近超]?\d"
)
_POSTS = r"(?:共|现)?(?:核定|核增|定编|核编)[^，,。；;\d]{0,10}?\d"
_SUM = (
    r"(?:(?:累计|总数|总量|总计|数量)(?:已|共|现)*(?:达到?|增[至加]到?|升至|上升到)[约近超]?(?:[^，,。；;\d]{0,6}?)\d"
    r"|(?:总数|总量|数量)(?:已|共|现)*[为有][约近]?\d)"
)
_CONTENTS = (
    r"(?:共|其中|总共|合计|一共)?(?:列入(?!事项|项目|决策)|列明|涵盖|囊括|收录|载明|设定|包[含括]|涉及)(?!率)"
    r"[^，,。；;\d]{0,12}?\d"
)
_COMPARED = (
    r"[比较]\s?20\d\d年?(?:度|同期)?版?(?:[再又均已]|分别|实现|净)*"
    r"(?:前移|后移|上升|下降|提[高升]|进步|跃升|前进|后退|降低|增[加长]|减少|压[减缩]|新增|多|少)了?"
    r"[^，,。；;\d一二三四五六七八九十]{0,2}[\d一二三四五六七八九十]"
)
_SINCE_THEN = (
    r"(?<!截)至(?:年底|年末|目前|今|12月底)(?:[已均共现]|累计|全部)*"
    r"(?:接待|吸引|到位|入驻|[增升降]至|达[到成]?)?[^，,。；;\d]{0,4}\d"
)
_BARE = rf"(?:{_SCORE}|{_AUDIENCE}|{_POSTS}|{_GIVEN_OUT}|{_SUM}|{_COMPARED}|{_SINCE_THEN})"
BARE_RESULT = lazy_pattern(rf"(?:{_SCORE}|{_POSTS})")
"""A result that nobody tells again without its deed: 得分｜98.5, 核定编制｜24."""
_FOUND = r"(?:评估|论证|清理|调研)(?:报告|结果)(?:中|里)?(?:提出|反映|显示|指出|建议)"
NO_SUBJECT = lazy_pattern(rf"(?:{_BARE}|{_CONTENTS}|{_FOUND})")
"""The beginning of a clause that tells nothing without the one before it.

，得分98.5分; ，播放量突破3000万; ，核定编制24名; ，累计达到39所; ，共列入处罚事项312项;
，较2022年前移3位; ，至年底接待群众1.4万人次. 截至年底办案320件 stands by itself, and so does
，较2022年入企检查减少420次.
"""
IN_POST = lazy_pattern(
    r"(?:现有|实有|实际|已)?(?:到位|在编|在岗|实有|配备到位|编制使用率|空编)|现有[^，,。；;\d]{0,8}\d"
)
"""Behind the posts that were granted: 核定编制24名，｜实有19名."""

A_PART = lazy_pattern(r"其中[，,]?[^，,。；;]{0,24}?\d")
A_PART_TOO = lazy_pattern(
    r"[^，,。；;\d]{1,14}?(?:的|级)\d{1,6}[余多]?[名人个件所家处项](?=[，,。；;]|$)"
)
"""Behind a part of a whole, another: 其中持有执法证的17名，｜法律专业毕业的3名."""
HANGS_ON = lazy_pattern(rf"\s*(?:{IN_POST.pattern}|其中|{A_PART_TOO.pattern})")
"""The beginning of a clause that is left out with the one before it."""

AS_WHAT = lazy_pattern(
    r"(?![^，,。；;：:]{0,24}?[把将以])[^，,。；;：:]{0,24}?作为[^，,。；;：:]{2,40}[，,]"
)
"""A clause that only says as what: 我局作为全市唯一的交通系统单位，; 将法治作为…工程， says all."""
TITLE_FIRST = lazy_pattern(r"《[^《》]{2,60}》[^，,。；;：:《》\d]{0,24}[，,]")
"""A clause about a document that begins with its name: 《某条例》由州局参与起草，."""
BECAME = lazy_pattern(
    r"(?:(?:20\d\d年)?\d{1,2}月(?:\d{1,2}[日号])?[，,]?)?(?:[已现均都]|正式|顺利|先后)*"
    r"(?:经(?![济常营费办过])|获(?!得感)|被|[于自]\d|通过|印发|出台|公布|施行|实施)"
)
"""The beginning of a clause that tells what became of it: 7月29日经省人大常委会批准，."""
WAS_ISSUED = lazy_pattern(
    rf"{BECAME.pattern}[^，,。；;《》]{{0,24}}?(?:批准|通过|颁布|公布|印发)(?:施行|实施)?(?=[，,。；;]|$)"
)
"""The same, if it makes the document one of its year: 经省人大常委会批准，."""

A_COUNTER = lazy_pattern(
    r"(?![^，,。；;]*(?:委员会|法院|仲裁院))[^，,。；;]{0,40}(?:设立|开设|开通|新设|增设|建立|推出|设置)"
    r"[^，,。；;]{0,24}(?:窗口|专窗|热线|专线|信箱|直通车|服务台|专席|“码上[^”]{1,8}”)[，,]"
)
"""A counter or line where people come: 设立“办不成事”反映窗口，."""
TAKEN_THERE = lazy_pattern(
    r"(?:[共已]|累计|全年|年内)*(?:受理|接听|接收|收到|收集|解答|答复|处理)(?:了|各类|群众|企业)*"
    r"(?:诉求|咨询|反映|来电|来信|来访|意见|建议|线索|问题|投诉)[^，,。；;\d]{0,10}?\d"
)
"""What is taken there: 受理诉求96件; 受理行政复议案件320件 is of the whole year."""
A_SIGHT = lazy_pattern(
    r"[^，,。；;]{0,60}(?:馆|基地|公园|广场|长廊|展厅|展区|法治园|主题园|教育园|一条街|驿站)[”\"]?"
    r"[^，,。；;馆]{0,6}[，,]|[^，,。；;]{0,20}(?:开馆|开园|开放)[，,]"
)
"""A place that people go to see: 建成法治教育基地，; 开馆，."""
SEEN_THERE = lazy_pattern(
    r"(?:[共已]|累计|全年|年内|开馆以来|截至[^，,。；;]{2,6})*(?:接待|吸引)(?:了|各类|各界|社会|参观|研学|游览)*"
    r"(?:学生|师生|青少年|群众|游客|市民|人员|参观|观众|访客|团队|团体)[^，,。；;\d]{0,8}?\d"
)
"""Who came to see it: 接待学生8000人次."""
A_DRAFT = lazy_pattern(r"[^，,。；;]{0,40}(?:起草|立法|专班)[^，,。；;]{0,12}[，,]")
ASKED_AROUND = lazy_pattern(
    r"(?:先后|多次)*(?:赴|深入|到)[^，,。；;]{0,16}?(?:调研|座谈|征求意见)|(?:先后|多次|广泛)*(?:公开)?征求(?:了)?[^，,。；;]{0,16}?意见"
)
"""What is done for one draft: 成立起草专班，｜先后赴5个县区调研."""
A_JOINT_SEAT = lazy_pattern(
    r"(?:整合|集成|统筹)[^，,。；;]{0,16}?\d[^，,。；;]{0,16}?(?:[入进]驻|进中心|资源|力量|职能)"
)
"""What a centre was made of: ，整合28个部门入驻."""
ON_GROUNDS = lazy_pattern(
    r"(?:对照|对标|根据|按照|依据|结合|围绕|针对|适应)[^，,。；;《]{2,30}"
    r"(?:情况|要求|规定|精神|部署|安排|变化|实际|需要|形势|任务)[，,]"
)
"""A clause that only says on what grounds: 对照机构改革和法律修订情况，｜调整权责事项."""
ABOUT_WHAT = lazy_pattern(
    r"(?:(?:今年以来|一年来|全年|年内)[，,])?(?:围绕|针对|聚焦|就|结合|按照)[^，,。；;《]{4,80}[，,]"
)
"""A clause that only says about what: 围绕市场改造、路灯提升等项目，｜召开议事会26场."""
TOPIC_ONLY = lazy_pattern(r"凡是?[^，,。；;《]{2,30}[，,]")
"""A clause that only says of what: 凡是涉及群众利益的事，｜像市场搬迁，都先听意见."""
HAS_OF_IT = lazy_pattern(
    r"(?:新增|共有?|总|内设|配有?){0,2}[^，,。；;\d的]{0,4}?"
    r"(?:端口|车位|泊位|床位|[坐座]席|席位|点位|探头|摄像头|藏书|图书|展板|展厅|展区|里程|面积|容量)"
    r"(?:约|达|近|超过?|共|为)?\d"
)
"""How large is what was built: 新建充电设施64处，｜充电端口1280个."""

MONTH_TOLD = lazy_pattern(r"(?<!截至)(?<!截止)(?<!\d)\d{1,2}月(?!\d{0,2}[日底末]?[之以]?前)")
"""A month of last year that no blank holds: AI算法｜10月上线."""
OF_ONE_THING = lazy_pattern(
    r"其中[^，,。；;]{2,24}?(?:占地|建筑面积|总面积|使用面积)|总投资|被处(?:以|罚)|首次(?:突破|超过?|达到?|跨|迈)?0"
    r"|0[项个类家支][^，,。；;]{0,14}?(?:合并|整合|归并|撤并)"
)
"""What is of one park, one offender or one day: 其中法治文化公园｜占地120亩."""
OVER_THE_YEAR = lazy_pattern(r"以来|全年|累计|共(?!同)|先后|多次|\d[余多]?[次轮场]")
"""What makes weather that of a whole year: 入汛以来共遭遇强降雨7轮."""
