"""What stands around a year number and tells whether it may be moved on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.zh.changes import CHANGED
from drafter.zh.dates import CONSTITUTION_DAY_BEFORE, YearAt, find_years
from drafter.zh.lazy import lazy_pattern
from drafter.zh.numerals import NUMERAL_CLASS, parse_numeral
from drafter.zh.signs import signed
from drafter.zh.slots import SURNAMES
from drafter.zh.spans import Spans
from drafter.zh.width import fold

QUOTED = lazy_pattern(r"《[^《》]*》|〈[^〈〉]*〉|“[^“”]*”")
"""Names of documents and activities."""
CARRIED_TO = lazy_pattern(r"(?:结转|留待)(?:至|到|入)?\s*$")
"""What is left for the year after, which moves on with the report's: 结转至|2025年办理2件."""
YEARLY_NAME = lazy_pattern(
    r"\s*年度?(?!版|修订|修正)[^《》〈〉“”]{0,30}(?:要点|计划|目录|清单|安排|任务|方案)[》〉”]?"
)
"""The rest of the name of a document that is made anew each year, from 年 on."""
NUMBER_OF_NAMED = lazy_pattern(
    r"》\s*[（(][^（()）《》]{1,16}"
    r"[〔\[［【]\s*(?P<year>20\d\d)\s*[〕\]］】]\s*第?(?P<serial>\d{1,4})\s*号\s*[）)]"
)
"""Behind a title, the number it was issued under: 》（某政发〔2024〕9号）."""
DOCUMENT_NUMBER = lazy_pattern(r"[〔\[［【（(]\s?20\d\d\s?[〕\]］】）)]\s?第?\d{1,4}\s?号")
"""某政发｜〔2024〕9号: its year is a part of the number and moves on with nothing."""
MONTH = lazy_pattern(
    r"\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?"
    r"(?:[-—–－~～至到、]\d{1,2}月(?:\d{1,2}日)?(?![底初末起]))?"
    r"|[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?"
)
MONTHS = lazy_pattern(
    r"\s*\d{1,2}\s*[-—–－~～至到]\s*\d{1,2}\s*月|\s*1\s*月(?:份)?\s*[-—–－~～至到]\s*(?:9|1[0-2])\s*月"
)
PART_OF_YEAR = lazy_pattern(
    r"\s*年?\s*1\s*月?(?:份)?\s*[-—–－~～至到]\s*(?:[2-9]|1[01])\s*月(?!\d{1,2}日)"
)
"""Behind a year, months that are not the whole of it: 2024年｜1月至11月."""
_ACTS = (
    r"(?:完成|组织|召开|开展|举办|举行|启动|印发|出台|联合|集中|带队|率队|主持|参加|邀请|制定|修订|建成|成立"
    r"|挂牌|揭牌|赴(?!任)|在(?=[^，,。；;]{2,20}会议?上))"
)
"""What begins the telling of an event behind its month."""
_PART_OF_YEAR = r"\d{1,2}月(?:份|[上中下]旬|[底初末])?"
_BARE_DATE = lazy_pattern(
    r"(?<![\d年月—\-–至])(?:\d{1,2})月(?:\d{1,2})[日号](?!至|起|[-—])"
    r"|(?<![\d年月—\-–~～、至到和截止前])(?<!每年)(?<!止于)"
    rf"(?!1月(?:份)?[至到—–\-~～](?:9|1[0-2])月){_PART_OF_YEAR}(?:[、至到和—–\-~～]{_PART_OF_YEAR})+(?![\d起])"
    r"|(?<![\d年月—\-–至到截止])(?<!每年)(?<!止于)(?<![应须晚迟]于)(?<![应须]在)\d{1,2}月[底初末](?![之以]?前)"
    r"|(?<![\d年月—\-–~～、至到和截止前])(?<!每年)(?<!止于)\d{1,2}月"
    rf"(?:(?:份|[上中下]旬)(?!以来|起|前)|(?=[，,])|(?={_ACTS}))"
    r"|(?<![\d年月—\-–至到])(?<!每年)(?:[2-9]|1[0-2])月(?=以来)"
    r"|(?<=[^截]于)\d{1,2}月(?![\d底初末份上中下起以前、至到—–\-~～])"
)
"""3月5日, 4月底, 4月份, 6月至8月, 3月，, 3月完成, 10月以来.

截至12月底, 每年4月底 and 1月至11月 are of any year.
"""
_DAY_IN_FORCE = lazy_pattern(
    r"(?<![\d年月—\-–至])(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]"
    r"(?=起|正式|施行|实施|生效)"
)
"""A day without its year since which a law may be in force: 5月1日|起施行."""
SINCE_DATED = lazy_pattern(r"起(?![至到草诉])|[^，,。；;：:《》\d]{0,12}?以来")
"""Behind a dated month since which something holds: 2021年8月|任职以来, 2022年3月|起实行."""
YEARS_JOINED = lazy_pattern(
    r"(?<!\d)(?P<first>(?:19|20)\d\d)\s*[-—–－~～至]+\s*(?P<last>(?:19|20)\d\d)\s*年"
)
"""2023—2024年, above a table of two years."""
HOUR_OF_DAY = lazy_pattern(r"\d{1,2}月\d{1,2}[日号](?:夜里|夜间|深夜|凌晨|清晨|傍晚|当晚|晚(?!会))")
"""8月3日夜里: what happened then."""
RANGE_BEFORE = lazy_pattern(r"(?:[-–—－~～]|(?<=[\d年月])[至到])$")
RANGE_AFTER = lazy_pattern(r"[-–—－~～]|[至到](?=\d)")
LISTED_AFTER = lazy_pattern(r"[、和与及]\s*((?:19|20)\d\d)年")
"""Another year beside it: 2024年、2025年分别."""
SINCE = lazy_pattern(r"(?:自|从|始于|(?<![关高低多少优好较比基])于)\s*$")
SINCE_AFTER = lazy_pattern(
    r"度?(?:[春夏秋冬](?:季|季?学期)?(?:开学)?|[上下]半年|第?[一二三四1-4]季度|[初中底末])?"
    r"(?:起(?![草诉底重获火因])|开始(?!前)|以后|之后|至今)"
)
"""Behind a year since which something is done: 2024年|秋季学期起, 2024年|下半年开始."""
EVENT_AFTER = lazy_pattern(r"(?:度)?(?:修订|修正|版|施行|颁布|公布|通过|被|获|入选|建成|成立|起)")
EVENT = lazy_pattern(
    r"[“\"]\d{1,2}[·.．]\d{1,2}[”\"](?:特大|重大|较大)?"
    r"(?:.{0,4}案|[^。，,；;“”\"]{0,8}?"
    r"(?:强?降雨|暴雨|洪水|洪涝|台风|地震|泥石流|山洪|火灾|火情|爆炸|闪爆|坍塌|泄漏|溺水"
    r"|事故|事件|险情|抢险|疫情))"
)
"""An event called by its day: “6·21”强降雨; “12·4”国家宪法日 comes every year and is none."""
_ISSUED = lazy_pattern(
    r"》(?:[（(][^（()）]{1,24}[)）])?[^，,。；;《》\d]{0,20}"
    r"(?:(?:颁布|印发|出台|公布|发布|批准|通过)(?:施行|实施|执行)?|获批|正式施行|正式实施|完成[一二三]审)"
    r"(?=[，,。；;]|\s*$)"
    r"|(?:已|于)(?:\d{4}年)?\d{1,2}月(?![底末]?[之以]?前)[^，,。；;]{0,30}?"
    r"(?:批准|通过|印发|完成|整改到位|整改完毕|销号|验收|竣工|投用|息诉息访|签约)(?=[，,。；;]|\s*$)"
)
"""What came out or was done on a day: 《…》颁布施行, 条例已于9月27日经…批准, 建设于5月底完成."""
_SINGLE_DEED = lazy_pattern(
    r"(?:得到|获得?|受到)(?![^，,。；;]{0,16}(?:群众|企业|社会|代表|村|当事人|商户))[^，,。；;]{0,16}?(?:[省市州盟县区旗部厅委府办局院组]|领导)[^，,。；;]{0,6}?"
    r"(?:肯定|表扬|表彰|点赞)"
    r"|(?:举办|承办|主办|协办|开展|举行)了?[^，,。；;《]{0,16}?"
    r"第(?:[一二三四五六七八九十]{1,3}|\d{1,2})届(?!中央|人大|人民|政协|委员会|[^，,。；;]{0,12}(?:会议|全会))"
    r"|调整充实(?:了|完善)?[^，,。；;]{0,40}?(?:领导小组|委员会|专班|成员|名单)"
    r"|新增(?:了|办理|推出)?“[^“”]*”[“、等]"
    r"|(?:出台|推出|发布|制定)[^，,。；;《]{0,20}?“[^“”]{0,12}?(?:\d{1,3}|[一二三四五六七八九十]{1,4})条”"
)
"""Praise of superiors, a contest by its number, a leading group renewed, 新增“…”, 出台“68条”."""
BOUNDED_BEFORE = lazy_pattern(r"(?:对|将|就|清理|梳理|排查)\s*\Z")
BOUNDED_AFTER = lazy_pattern(r"年?度?(?:以来|以前|以后|之后)")
"""Around a year that only bounds what is gone through: 对｜2020年｜以来的文件开展清理."""
_A_CASE = "案(?![件由卷例源情前后发全的查])"
SINGLE_CASE = lazy_pattern(
    rf"(?:某|公司诉(?!讼))[^，,。；;、“”]{{0,24}}?(?:一案|{_A_CASE})|某[^，,。；;、“”]{{0,16}}“[^“”]{{2,24}}”{_A_CASE}"
    r"|某(?:等[\d一二三四五六七八九十]{1,3}[人户])?不服|某(?:挪用|贪污|受贿|索贿|收受|行贿|侵占|套取|骗取|私分|被(?:立案|开除|留置))"
    rf"|(?:公司|集团|厂|企业|合作社)(?!法|律|类|登记|住所|债券)[^，,。；;、“”《》\d]{{2,24}}?{_A_CASE}(?=[，,。；;入获被、]|$)"
    rf"|[“\"]\d{{1,2}}[·.．]\d{{1,2}}[”\"][^，,。；;“”]{{0,12}}?{_A_CASE}"
    r"|某等[\d一二三四五六七八九十]{1,4}余?[人名户]"
    r"|(?<![^，,。；;：:])(?:其中[，,]?)?(?:[“\"][^“”\"]{4,16}[”\"]|[“\"][^“”\"]{2,16}[”\"][^，,。；;：:、“”\"\d]{2,16}?)"
    rf"{_A_CASE}(?=[，,])"
    rf"|[{SURNAMES}](?:先生|女士|大爷|大妈|大娘|师傅|阿姨)[^，,。；;]{{0,10}}?(?:投诉|反映|举报|求助|申请|来电|起诉)"
    rf"|“[^“”]{{2,24}}”一案|“[^“”]{{0,12}}(?:某|公司|诉)[^“”]{{0,20}}”{_A_CASE}"
    r"|(?:化解|调解|调处|处置|解决|办理|查处|办结|审结|侦破|纠正)了?一[起件宗]"
    r"[^，,。；;、]{0,6}(?:长达|历时|涉及|持续|积压|遗留|重大|群体|跨[省市县区]|多年|\d)"
)
"""A case told as an example: 张某占地建房一案, “某公司诉市政府案”, 成功化解一起历时18年的纠纷."""
_POST = r"(?:副?(?:书记|[省市州盟县旗区镇乡]长|部长|厅长|局长|院长|主任|主席|总经理)|党组成员|同志)"
_MOVED = lazy_pattern(
    rf"原[^，,。；;]{{0,4}}{_POST}[^，,。；;]{{0,6}}(?:调任|转任|离任|退休|调离|到龄)"
    rf"|由[^，,。；;]{{0,4}}{_POST}[^，,。；;]{{0,6}}(?:接任|继任)"
    rf"|{_POST}[^，,。；;]{{0,6}}(?:到任|就任|上任|履新)"
    r"|当选(?:为)?[^，,。；;]{0,6}[长记席]|(?:接任|离任|卸任|履新)(?=[，,。；;]|$)"
)
"""Who came into an office or left it: 原副县长某某调任市交通局, 某某当选市长."""
_NUMBERED = lazy_pattern(
    r"以[^，,。；;《》]{2,12}[〔\[［【]\s*20\d\d\s*[〕\]］】]\s*第?\d{1,4}\s*号[^，,。；;]{0,8}(?:公布|印发|发布|下发)(?!的)"
)
"""What came out under a number: 清理结果以某政发〔2024〕12号公布."""
ABOUT_IT = lazy_pattern(
    r"(?:含(?![金水])|包含|包括|其中|[比较](?:上年|去年)|同比|环比|分别|[增涨升降]幅|(?:赞成|同意|反对)[^，,。；;\d]{0,6}\d"
    r"|\d{1,2}名[^，,。；;\d]{2,10}被(?:免职|撤职|处分|问责|诫勉|停职|调离|约谈)"
    r"|(?:参训|参会|参加|与会)(?:人员|代表|学员)|\d{1,5}余?(?:多)?[名人位个][^，,。；;]{0,8}(?:观摩|参会|到会|参赛)"
    r"|[^，,。；;\d]{0,10}\d{1,5}余?(?:多)?[名人位][^，,。；;\d]{0,8}(?:参加|聆听|听课|到场|收看)(?=[，,。；;]|$)"
    r"|(?:建筑|总|占地|使用)?面积|(?:共|累计)?(?:吸引|惠及|辐射|占地|总投资|征集|收到)[^，,。；;]{0,10}\d"
    r"|(?:明确|细化|规定|列出)了?[^，,。；;]{0,4}\d"
    r"|(?:新增|增加|调整|删除|取消)(?:情形|条款|条文|裁量)[^，,。；;]{0,6}\d"
    r"|(?:内设|所属|下设)(?:机构|部门|科室)[^，,。；;\d]{0,6}[由从]\d"
    r"|(?:综合|评价|考核)?(?:总分|得分|成绩|排名|名次)[^，,。；;]{0,4}[列居排])"
)
"""The beginning of a clause that says nothing without the deed before it.

，含《…》3个事项; ，120名代表观摩; ，面积扩大到800平方米.
"""
SET_UP = lazy_pattern(
    r"(?![^，,。；;]{0,40}(?:获|表彰|入选|评为))[^，,。；;]{0,40}?(?:建|设立|成立|组成|上线|推出|推行|首[次创个家批]|率先|启用"
    r"|投用|投入使用|[揭挂]牌|打造|聘|开设|开通|改革)"
)
"""A clause that sets up what the clauses behind it may be about: 设立“合规中心”，."""
OF_WHAT_WAS_SET_UP = lazy_pattern(
    r"(?:为(?![了此主期])[^，,。；;]{1,24}?(?:提供|开展|办理|代办|化解|解决|送|上门|挽回|减免|节[约省])"
    r"|实现[^，,。；;]{0,24}?全覆盖"
    r"|总?(?:投入|投资|耗资|筹资)(?:资金|经费|专项资金)?[约近超]?\d[\d.]*[余多]?[万亿]?余?元(?=[，,。；;]|$)"
    r"|(?:统一|集中|综合)(?:行使|承担|负责)|从[^，,。；;]{2,16}?到[^，,。；;]{2,16}?(?:最快|仅|只需|平均)"
    r"|接入|下设|内设|[入进]驻|收录|吸纳|覆盖(?!率))"
)
"""The beginning of a clause that has its subject in the one before it: 为63家企业提供体检."""
GOES_BACK = lazy_pattern(
    r"\s*(?:该|此|其|这|本案|本次|上述|为此|随后|之后|目前|最终|同时|对此|由此|期间|双方|截[至止]|经(?![济常营费办过])"
    r"|[“\"《]?[^，,。；;]{0,12}?(?:该案|上述|两者|二者))"
)
"""The beginning of a sentence that goes on about what the one before it tells."""
REACHES = lazy_pattern(r"达到?[约近超了]{0,2}\d")
"""…首次过半，｜达到53%."""
COMES_OF_THAT = lazy_pattern(
    r"(?:共|累计|已)?(?:归集|汇[聚集]|配[备置]|出具|发放|提出|收集|办结|采纳|帮助|挽回|追回|形成|减免|回访|受教育|接待)"
)
"""The beginning of a clause that goes on with that: 为63家企业提供体检，｜出具报告58份."""
RESPONDED = lazy_pattern(
    r"[^，,。；;]{0,8}?(?:启动[^，,。；;]{0,10}响应|转移|安置|紧急|抢险|救援|救灾)"
)
"""全县启动应急响应: told of the flood before it, and not of the whole year."""
DATED_SINCE = lazy_pattern(r"[^，,。；;]{0,40}?(?:\d{1,2}月|20\d\d年)[^，,。；;]{1,30}?以来[，,]")
"""中心自5月揭牌以来，: since a day of the report year."""
OF_EVERY_YEAR = lazy_pattern(r"[^，,。；;]{0,8}?(?:全年|年内|严格|坚持|始终|持续|认真|落实)")
"""The beginning of a clause that no longer tells what is counted since that day."""
SINCE_ONLY = lazy_pattern(r"[^，,。；;\d]{2,40}以来[，,]")
SINCE_IT_IS = lazy_pattern(r"[^，,。；;《》]{2,40}?(?<!年)(?<!月)以来(?!的)")
"""平台上线以来: since when something is counted, and no deed of the year."""
INSPECTED = lazy_pattern(
    r"(?:接受|迎接|配合)(?![^，,。；;]{0,30}\d次)[^，,。；;]{0,24}?(?:巡视|巡察|督察|执法检查)(?![员室机制监工])"
)
"""An inspection from above, if the clause behind it tells what it found."""
_INSPECTORS = lazy_pattern(r"(?:接受|迎接|配合)[^，,。；;]{0,20}?(?:巡视|巡察|督察|督导)组")
"""接受省委第三巡视组巡视; 自觉接受巡视巡察监督 is a duty of every year."""
FOUND_FIRST = lazy_pattern(
    r"(?:共|对)?(?:反馈|指出|发现|移交|交办)|(?:共|并)?提出[^，,。；;]{0,6}(?:意见|建议)"
)
FOUND_THERE = lazy_pattern(
    rf"{FOUND_FIRST.pattern}|(?:目前|截[至止][^，,。；;]{{0,8}})?(?:已|均|全部)*(?:完成)?整改"
    r"|(?:目前)?(?:均|全部)?已(?:完成|销号)|其中|[其剩]余|余下"
)
"""The beginning of a clause that tells what an inspection found and what became of it."""
_TRIP = lazy_pattern(
    r"(?<!每年)(?<!定期)赴(?![^，,。；;]{0,30}(?:\d次|跟班|党校))(?!基层|一线|企业|[^，,。；;]{0,12}(?:现场|先进县区))[^，,。；;]{2,20}?(?:考察|取经|学习(?:先进|经验|交流|借鉴|考察|“|(?=[，,。；;]|$)))"
)
"""赴某省某市考察学习."""
_SPAN_OF_YEARS = r"20\d\d年?度?\s*[-—–－~～至到]+\s*20\d\d年"
AUDITED_YEARS = lazy_pattern(rf"{_SPAN_OF_YEARS}(?=[^，,。；;]{{0,24}}(?:审计|巡察))")
"""The years of what is audited: 对开发区｜2021至2023年｜财政收支情况进行审计."""
_PRIZE = lazy_pattern(
    r"获(?!取|悉|得感|知|益|证|批准)[^，,。；;]{0,30}?(?:[一二三特金银铜优][等秀]?奖|创新奖|奖项|称号|冠军|亚军|季军|第[一二三四五六七八九十\d]+名)"
    r"(?!的|励|补|核)"
    r"|获(?:评|得)?(?:全国|[全省市县区州]{1,2}级?)?20\d\d[^，,。；;]{0,30}?"
    r"(?:先进|优秀|标兵|示范|文明|模范|平安|最佳|十佳)[^，,。；;]{0,6}(?=[，,。；;]|$)"
    rf"|(?:[对就].{{0,24}}?|接受|开展|完成|配合|迎接)[^，,。；;]{{0,16}}?{_SPAN_OF_YEARS}[^，,。；;]{{0,24}}?(?:审计|巡察)(?!整改|问题|报告)"
)
"""A prize: 获团体一等奖; 获奖励 is none."""
_FIRST_OF_ALL = lazy_pattern(
    r"(?:颁发|核发|签发|发出|办成|落地|全[国省市州盟县区旗]|我[省市州盟县区旗镇乡])[^，,。；;]{0,8}首[张单笔宗](?!快办|告知)"
    r"|刷新(?=[“《]|[^，,。；;]{0,6}(?:纪录|记录))|(?<!对)上榜(?=全[国省市州]|中国|[“《])"
)
"""全省首张执照, 办成首单质押贷款, 刷新“某某速度”; 发放首张执照当日办结 is how things are done."""
_INVESTED = lazy_pattern(
    r"(?<!每年)(?<!对)(?:投资|投入|斥资|耗资|筹资)(?:资金)?[约近超]?\d[\d.]*[余多]?[万亿]?余?元[^，,。；;]{0,14}?(?:改造|改建|扩建|新建|修缮|装修|打造)"
)
"""投资1200万元改造公共法律服务中心."""
YEARLY_ASSESSED = lazy_pattern(r"20\d\d年度[^，,。；;]{0,24}(?:考核|考评|评估|评价|测评|评议)")
"""The assessment of a year, which is told in the next: 在2023年度考核中位列第3名."""
VERSION = lazy_pattern(
    r"年?度?版|年(?:度)?(?:修订|修正|修改)[的版本]|年以来[^，,。；;]{0,4}?[最首罕]"
    r"|年?[^，,。；;]{0,24}?(?:同时|相应|一并|随之)(?:予以)?(?:废止|失效|停止执行)"
)
"""Behind a year that tells a version, or since when: 废止2016｜年版, 1998｜年以来最强."""
AFTER_WHAT_WAS = lazy_pattern(
    r"继(?![续承而任])[^。；;：:]{2,50}?(?:之后|以后|后)(?=[，,])|在[^，,。；;：:]{2,40}?(?:的)?基础上(?=[，,])"
)
"""What was before, in front of what is told: 继2022年获评先进之后，…."""
HONOUR_OF_YEARS = lazy_pattern(
    r"(?:评[为选定]|获评?|获得|荣获|荣膺|授予|命名为|认定为|确定为|列为|入选|表彰为|摘得|保留|复评为)"
    r"(?:了?“?(?:全国|全[省市县区州盟]|[省市县区州]级?)(?:委|政府)?“?)?"
    r"(?:20\d\d年?度?\s*[-—–－~～至到]+\s*)?(?P<year>20\d\d)年?度?(?!\d?年?(?:\d{1,2}月|以来|起))"
)
"""The years that an honour is for, told behind what bestowed it: 被评为｜2021—2023年度｜先进县."""
OF_THE_YEAR = lazy_pattern(r"今年|本年度?(?!度?报)|年内|报告年度")
"""What says that a sentence is of the report year, whatever other years it names."""
TOLD_ANEW = lazy_pattern(r"(?:全年|年内|本年|今年|累计|共(?!同)|先后|全[省市州县区镇乡])")
"""The beginning of a clause that is of the whole year again, behind a case told as an example."""
LED_BY = lazy_pattern(r"[^，,。；;\d]{2,40}(?:牵头|挂帅|带队|领衔)[，,]")
"""A clause that only says who was in charge of the deed behind it."""
_AWARDED_BY = lazy_pattern(
    r"被(?!评|考核|[检抽审]查|征|申请)[^，,。；;：:《》]{1,24}?"
    r"(?:(?<!测)评(?:为|定为|选为)|命名为|确定为|认定为|列为(?!被告)|授予|表彰|记功|嘉奖|通报表扬)"
    r"(?![^，,。；;：:]{0,16}的(?:$|[，,。；;]))"
    r"|被(?:聘(?:请|任)?为)?(?:国家|全国|全?[省市州])[^，,。；;：:《》]{1,16}?(?:聘为[^，,。；;\d]{2,20}|专家(?:库成员)?|顾问|讲师|特邀[^，,。；;\d]{2,8})"
    r"(?=[，,。；;]|\s*$)"
)
"""An honour with its giver inside the words: 被市委、市政府评为先进集体."""
DATED_LEAD = lazy_pattern(
    r"(?:(?:19|20)\d\d|二[〇○零]..)?年?(?:[上下]半年|第?[一二三四1-4]季度)?\d{0,2}月?(?:\d{1,2}[日号])?"
    r"(?:\s?[至到、和\-—–－~～]{1,2}\s?(?:\d{1,2}月)?(?:\d{1,2}[日号])){0,3}[上下]?午?[以来前后初上中下旬底份起间，,]*"
)
"""A clause that only says when."""
CHANGE = lazy_pattern(
    rf"(?:{CHANGED}|翻|多|少|(?<!最)[高低]|前移|后移|上移|进位)[了约近为达]{{0,2}}$"
)
"""Right before a figure: it is a change, not a level."""
OCCASION = lazy_pattern(
    r"(?:(?:(?:19|20)\d\d|二[〇○零]..)年|(?<![^，,。；;：:])今年|本年)[，,]?(?:既|也|正|又|将)?是"
    r"(?:[^。；;]{0,60}?(?:之年|第一年|最后一年|头一年|关键一年|的一年|[一二三四五六七八九十百\d]+周年)"
    r"|[^，,。；;]{0,60}?(?<!连续)第[一二三四五六七八九十\d]{1,3}个?年(?!度))"
)
"""What a year was (2025年是……收官之年): the next year is something else."""
AGAINST = lazy_pattern(r"(?:比|较|与|同|和|超过|高于|低于|对比)\s*$")
_MULTIPLE_AFTER = lazy_pattern(
    r"(?:度|同期|全年|水平)*的?(?:近|约|不到|超过|将近)?"
    r"(?:[\d.]+多?倍|[一二三四五六七八九十两几]{1,3}多?倍|一半|[二三四五六七八九十]分之|[\d.]+%)"
)
"""Behind a year that something is measured by: 是2024年｜的1.7倍."""
_FORCE = (
    r"起?[，,]?(?:正式|全面|开始|已)*(?:施行|实施|生效|停止执行|停止施行|废止|失效)(?=[，,。；;、）)的前后之以]|$)"
    r"|(?!召开|举行|组织)(?:[^，,。；;（）()《》]{0,30}?(?:会议?|委|府|院|厅|局|部|号))?(?:公布|颁布|印发|发布|修订|修正|通过|批准|签署)"
    r"(?:(?:施行|实施)|(?=[，,。；;、）)的]|$))"
)
_IN_FORCE = lazy_pattern(_FORCE)
"""Behind a date: since then a law is in force, or then a document was issued."""
_NAME_BEFORE = lazy_pattern(
    r"》[^。；;！？!?《》]{0,24}$|(?:法|条例|规定|办法|细则|规则)(?:自|于|从|将|已)*\s*$"
)
_NAME_AFTER = lazy_pattern(rf"(?:{_FORCE})的?[^，,。；;、《》]{{0,8}}《")
_NAMED_IN_FORCE = lazy_pattern(
    r"《[^《》]{2,60}》起?(?:正式|全面|开始)*(?:施行|实施|生效)(?=[之以]?[前后]|[，,。；;、]|$)"
)
"""The same with the name between: 11月1日《某法》施行后."""
BEFORE_FORCE = lazy_pattern(r"起?(?:正式|全面|开始)*(?:施行|实施|生效)(?:之|以)?前")
"""What is told of the time before a law is in force."""
ONLY_IN_FORCE = lazy_pattern(
    r"\s*[并且]*(?:该[^，,。；;]{0,8})?[并且将已自于从]*(?:(?:19|20)\d\d年)?\d{1,2}月(?:\d{1,2}[日号])?"
    r"起?(?:正式|全面|开始)*(?:施行|实施|生效)[，,。；;]?"
)
"""A clause that only says since when what the clause before it tells of is in force."""
PLAN_OF_YEARS = lazy_pattern(
    r"[》〉]|规划|纲要|计划|方案|行动|普法|工程|战略|五年|三年|“[十七八九]+五”|目标|期"
)
"""What a span of years belongs to: 三年行动（2023—2025年）, 2021—2025年普法规划."""
PLAN_AFTER = lazy_pattern(
    r"的?(?:法治政府建设)?(?:主要|重点)?(?:工作)?(?:计划|安排|打算|思路|要点)"
)
"""Behind next year in a preamble, the subject of the plans: 现将…及2025年计划报告如下."""
INTRODUCES = lazy_pattern(
    r"\s*同时[，,]|[^，,。；;：:]{2,30}?(?:中|里|期间|之际|同时|(?<![落先滞])后|(?<![向在居靠空提超])前"
    r"|(?:会议?|活动|[大竞]赛|仪式|基础)上|方面|(?<![及准按实适定])时)[，,]"
)
"""A clause that only introduces the one behind it: 考核中，; 机构改革后，."""
_LEAD = lazy_pattern(
    r"(?:^|[。；;！？!?：:\n]|是)[ \t　]*"
    r"(?:（[一二三四五六七八九十]+）|[\d一二三四五六七八九十]+[、.．])?[ \t　]*"
    r"(?:截[至止]到?|在)?$"
)
"""What stands before a year with which a sentence begins."""
_NOW_TELLING = lazy_pattern(r"现就?将[^。；;]{0,20}$")
"""现将某县2024年度……报告如下: the year is that of the report itself."""
_UNTIL = lazy_pattern(r"截[至止]到?\s*$")
_POINT = lazy_pattern(r"年?[底末初]")
"""2024年底 is a day to count from, unless 截至 stands before it."""
_AWARDED = lazy_pattern(r"被(?:命名|评|授|列|确定|认定)|(?:荣|曾)?获(?!取|得感|悉)|入选|摘得")
"""What was bestowed in another year may be told of it in any wording."""
_DONE = (
    r"(?:出台|印发|制定|修订|建成|成立|设立|启动|签订|立项|实施|确定|部署|开展|评选|命名|查处|办理|受理"
    r"|审结|承接|反馈|指出|遗留|结转|移交|新建|招录|提出|承诺|安排|通报|排查|发现|登记|投用|引进|下放"
    r"|获评|选派|承办|创建|发布|公布|施行|梳理|查找|查摆|查|摸排|立案|认定|列|巡察|评查|抽查|报送)"
)
_PAST_TELLING = lazy_pattern(rf"以来|{_AWARDED.pattern}|出台|印发|制定|修订|启动|签订|建成|成立")
"""Words by which a clause tells what was in another year."""
_ATTRIBUTE = lazy_pattern(
    rf"[^，,。；;：:]{{0,16}}?{_DONE}[了出]?的|(?:度|的)?(?:报告|年报|检查|督察|督查|审计|考核|考评|评估|评议|述法)"
)
"""2024年立项的平台, 2024年报告指出的问题: the year belongs to a thing, not to the sentence."""
_MADE = lazy_pattern(
    r"(?:编制|公布|制定|印发|出台|下发|发布|落实|执行|实施|按照|依据|根据|确定|部署|公开|完成"
    r"|审议(?:通过)?|审定|通过|研究)了?"
    r"[^，,。；;：:《]{0,8}《?[^，,。；;：:《》]{0,16}$"
)
"""A yearly document is made or carried out: 制定《某县|2024年工作要点》."""
_YEARLY = lazy_pattern(
    r"(?:度)?(?!版|修订|修正)(?![^《》，,。；;]{0,30}(?:考核|考评|评估|督察|述法|整改|后评价|报告))"
    r"[^《》，,。；;]{0,30}(?:要点|计划|目录|清单|任务分解表|工作安排|重点任务)"
)
_YEARLY_TOLD = lazy_pattern(
    r"(?:印发|制定|出台|下发|审议通过|审定|编制)了?[^，,。；;：:]{0,8}(?:年度|全年|当年)[^，,。；;：:]{0,16}"
    r"(?:要点|计划|安排|清单|任务|目录)"
)
"""A document that is made for each year, not once: 印发年度工作要点."""
_REVIEWED = lazy_pattern(r"评估|回顾|总结|清零|销号|后续|延续|结转|继续")
_OCCASION_NAME = lazy_pattern(r"(?:圆满)?收官(?:之年|阶段|年)|之年")
_WITH_MONTH = lazy_pattern(r"\s*\d{1,2}\s*月")
_OWNED = lazy_pattern(r"[《〈“]?[^《》〈〉“”，,。；;]{0,20}[省市州盟县区旗镇乡街道局厅委]\s*$")
_LOST_DASH = lazy_pattern(r"(?:19|20)\d\d(?:19|20)\d\d")
_DAY = lazy_pattern(
    rf"第(?P<number>[{NUMERAL_CLASS}]+|\d+)个[“\"]?(?:[“\"]?12[·.．]4[”\"]?)?[“\"]?国家宪法日[”\"]?"
)


_DUE = lazy_pattern(
    r"(?:年?底|年?末|\d{1,2}月(?:[底末]|\d{1,2}日)?|[上下]半年|第?[一二三四]季度末?)[之以]?前"
    r"(?!后|未|[^，,。；;]{0,8}?的)"
)


def find_due_years(text: str, year: int) -> Iterator[YearAt]:
    """Every place where `year` is that of a day by which a thing is to be done: 2026年底前完成."""
    for at in find_years(text):
        if at.year == year and _DUE.match(text, at.unit_end):
            yield at


def find_years_carried_to(text: str, year: int) -> Iterator[YearAt]:
    """Every place where something is left for `year`: 结转至2026年办理2件."""
    for at in find_years(text):
        before = CARRIED_TO.search(text[max(0, at.start - 8) : at.start])
        # 2024年结转至2025年: told by the year that it came to.
        if at.year == year and before and not before.string[: before.start()].endswith("年"):
            yield at


_OF_THAT_TIME = lazy_pattern(r"的(?![^，,。；;]{0,4}准备)")
"""施行前的违法行为 is judged by the old law for years; 施行前的准备 is over."""


def find_days_in_force(text: str, year: int) -> Iterator[tuple[int, int]]:
    """Where a law is told as coming that was in force before `year`: 2024年2月1日正式施行前."""
    for at in find_years(text):
        day = MONTH.match(text, at.unit_end) if at.year < year else None
        ahead = BEFORE_FORCE.match(text, day.end()) if day else None
        if ahead and not _OF_THAT_TIME.match(text, ahead.end()):
            yield at.start, ahead.end()


def find_subject_years(text: str, year: int, *, is_heading: bool) -> Iterator[YearAt]:
    """Every place where `year` is what a heading or a sentence is about.

    Not where it belongs to the name of a document, to a range, to a comparison (较2024年增长), or
    dates something that was then (2024年被命名为…). The name of a document that is made each year
    counts where it is made (制定《2024年工作要点》).

    Args:
        text: Of one passage.
        year: The year looked for.
        is_heading: In headings a year stands anywhere; in sentences only at their beginning.
    """
    names = Spans(found.span() for found in QUOTED.finditer(text))
    for at in find_years(text):
        if at.year != year or _is_bound(text, at):
            continue
        if names.hold(at.start):
            if _is_yearly_made(text, at):
                yield at
        elif is_heading or _is_yearly_made(text, at) or _leads_sentence(text, at):
            yield at


_SENTENCE = 400  # code points: longer than the sentences that people write


def _around(text: str, at: YearAt) -> tuple[str, str]:
    """What stands before and behind a year, as far as one sentence reaches.

    A paragraph may be as long as a file: copied whole for each of its years, it takes the square.
    """
    before = text[max(0, at.start - _SENTENCE) : at.start]
    return before.rstrip(), text[at.unit_end : at.unit_end + _SENTENCE].lstrip()


def _is_bound(text: str, at: YearAt) -> bool:
    """Whether a year belongs to a range, a span, a comparison or something that was then."""
    before, after = _around(text, at)
    return any(
        (
            RANGE_BEFORE.search(before[-12:]),
            RANGE_AFTER.match(after[:6]),
            SINCE.search(before[-12:]),
            SINCE_AFTER.match(after),
            after.startswith("以来"),
            EVENT_AFTER.match(after),
            AGAINST.search(before[-12:]),
            _MULTIPLE_AFTER.match(after),
            (listed := LISTED_AFTER.match(after)) and int(listed[1]) == at.year + 1,
        )
    )


def _is_yearly_made(text: str, at: YearAt) -> bool:
    """Whether a year is that of a yearly document which the sentence makes or carries out."""
    before, after = _around(text, at)
    sentence = re.split("[。；;]", before)[-1] + re.split("[。；;，,]", after, maxsplit=1)[0]
    if _REVIEWED.search(sentence):
        return False
    return _MADE.search(before) is not None and _YEARLY.match(after) is not None


def _leads_sentence(text: str, at: YearAt) -> bool:
    """Whether a sentence begins with a year and is about it."""
    before, after = _around(text, at)
    if _NOW_TELLING.search(before[-30:]):
        return True
    if not _LEAD.search(before[-16:]) or _ATTRIBUTE.match(after):
        return False
    if _POINT.match(after) and not _UNTIL.search(before):
        return False
    sentence = re.split("[。；;]", after, maxsplit=1)[0]
    if _UNTIL.search(before) and _is_of_next(sentence, at):
        return False  # 截至2024年底有21个，2025年新增3个
    if _YEARLY_TOLD.search(sentence) and not _is_of_next(sentence, at):
        return True
    told = sentence if _WITH_MONTH.match(after) else re.split("[，,]", sentence, maxsplit=1)[0]
    return not _PAST_TELLING.search(told) and not _AWARDED.search(sentence)


def _is_of_next(sentence: str, at: YearAt) -> bool:
    return any(x.year == at.year + 1 for x in find_years(sentence))


BY_THEN = lazy_pattern(r"[现均都]?(?:已于|已在|于)\d")
"""A clause that only says when something was done; what was done stands in the clause before it."""


_ONCE = signed(
    ("》月", _ISSUED), ("被", _AWARDED_BY), ("得获受届充增条", _SINGLE_DEED),
    ("案某一先女大师阿", SINGLE_CASE), ("任选新休离龄", _MOVED), ("号", _NUMBERED),
    ("组", _INSPECTORS), ("赴", _TRIP), ("获审巡", _PRIZE), ("投斥耗筹", _INVESTED),
    ("首刷榜", _FIRST_OF_ALL),
)  # fmt: skip
"""Each with signs of which a clause must have one: most have none and are spared the pattern."""


def is_single_deed(clause: str) -> bool:
    """Whether a clause tells of something done once: issued, bestowed, opened, finished."""
    return _ONCE.match_in(clause)


def find_bare_dates(text: str) -> Iterator[re.Match[str]]:
    """Days and months without a year."""
    return _BARE_DATE.finditer(text) if "月" in text else iter(())


def find_days_of_force(text: str) -> Iterator[re.Match[str]]:
    """Days without a year since which a law may be in force."""
    told = any(map(text.__contains__, ("施行", "实施", "生效")))
    return _DAY_IN_FORCE.finditer(text) if told and "月" in text else iter(())


def is_in_force(text: str, start: int, end: int) -> bool:
    """Whether a date is that of a law or document named beside it (《…》自2024年6月1日起施行)."""
    after = text[end : end + 40]
    if _NAMED_IN_FORCE.match(after):
        return True
    if not _IN_FORCE.match(after):
        return False
    before = text[max(0, start - 40) : start]
    return _NAME_BEFORE.search(before) is not None or _NAME_AFTER.match(after) is not None


def without_occasion(clause: str) -> str:
    """A clause without the words that say what the year is now (收官之年)."""
    return _OCCASION_NAME.sub("", clause)


def is_part_of_year(words: str) -> bool:
    """Whether words of relative time name a part of the year that a report is on (上半年)."""
    return words.endswith(("季度", "半年"))


def is_local_title(before: str) -> bool:
    """Whether the name of a place or body stands right before a title (《某县|纲要》)."""
    return _OWNED.search(before) is not None


def has_lost_dash(title: str) -> bool:
    """Whether two years of a title run together (20212025年)."""
    return _LOST_DASH.search(fold(title)) is not None


def find_constitution_days(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and year of every numbered 国家宪法日 (第十二个 is that of 2025)."""
    for found in _DAY.finditer(text):
        printed = fold(found["number"])
        number = int(printed) if printed.isdigit() else parse_numeral(printed)
        if number is not None:
            yield found.start(), found.end(), number + CONSTITUTION_DAY_BEFORE
