"""Numbers that count nothing (非统计数字): years, dates, ordinals, codes, slogans, titles."""

from __future__ import annotations

from drafter.zh.lazy import lazy_pattern

_N = r"(?:[0-9]{1,5}|[一二三四五六七八九十百零〇两]{1,5})"
_HAN_YEAR = r"[一二]?[〇零○一二三四五六七八九]{2,4}"
_YEAR = rf"(?:(?:19|20)[0-9]{{2}}|{_HAN_YEAR})"
_TO = r"(?:-{1,2}|[–—―~〜]{1,2}|至|到)"
_MONTH_PART = r"(?:份|底|初|末|[上中下]旬)"
_DAY = rf" ?[0-9]{{1,2}} ?(?:{_TO} ?[0-9]{{1,2}} ?)?日"
_EVENT = r"(?:国家|全国|宪法|消费|禁毒|安全|国际|世界|普法|宣传|系列|民法|法治)"

_ORDINALS = (
    rf"第 {{0,2}}{_N}(?: {{0,2}}(?:[、,—–~-]|至|到|和) {{0,2}}第? {{0,2}}{_N}"
    r"(?=[、,—–~至到和条次届批期号款项章节季年]|-))*"
)
_TITLE = r"《[^《》]{0,80}(?:《[^《》]{0,60}》[^《》]{0,60})?》"
_MONTH = r"[0-9]{1,2} ?(?:[-–—―~至到] ?[0-9]{1,2} ?)?月 ?(?:[0-9]{1,2} ?日)?"

# What is measured and not counted has decimals: 2018.6万元 is no June of 2018, 2018.6起 is.
_DECIMALS = (
    rf"[0-9]{{1,2}} {{0,2}}(?:{_TO} ?[0-9]{{1,9}}(?:\.[0-9]{{1,4}})? {{0,2}})?[余多]? ?"
    r"(?:[十百千]?[万亿]|[%‰﹪㎡]|个?百分点|[美港欧日]?元|[平立]方|平米|[公海][里斤顷]|千[米克瓦伏]"
    r"|[米吨亩斤倍]|兆瓦|小时|(?:km|[TGM]B)(?![A-Za-z]))"
)

_ROWS = (
    # 第九次、第十次
    _ORDINALS,
    # 人大二次会议
    r"(?:人大|政协|大会|常委会|届)[一二三四五六七八九十]{1,3}次(?=全|会)",
    # 〔2024〕5号, 35号
    r"[〔\[(【{] ?(?:19|20)[0-9]{2} ?[〕\])】}] ?第?[0-9]{1,5} ?号?",
    r"(?<![0-9])[0-9]{1,6} ?号",
    # 2021—2025年, 2024年3月5日, 二〇二四年十二月, 1—12月, 3月5日
    rf"{_YEAR} ?年?度? ?{_TO} ?{_YEAR} ?年",
    rf"(?:19|20)[0-9]{{2}} ?年 ?(?:{_MONTH})?",
    rf"{_YEAR} ?年(?:[一二三四五六七八九十]{{1,2}}月(?:[一二三四五六七八九十]{{1,3}}日)?)?",
    rf"(?<![0-9个.])[0-9]{{1,2}} ?(?:(?:{_TO}|、) ?[0-9]{{1,2}} ?)?月(?:{_MONTH_PART}|(?:{_DAY})?)",
    r"(?:19|20)[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2}(?![0-9])",
    rf"(?:19|20)[0-9]{{2}}(?:[-/]|\.(?!{_DECIMALS}))[0-9]{{1,2}}(?![0-9])",
    # 10:30, 9时30分
    r"[0-9]{1,2}:[0-9]{2}|[0-9]{1,2} ?时(?:[0-9]{1,2}分|整|许|前|后|至|-)",
    # 1+7+N, 7×24, 12.4宪法宣传周
    r"(?<![0-9A-Za-z])[0-9A-Za-z]{1,8}(?: ?[+×*xX] ?[0-9A-Za-z]{1,8})+",
    rf"[0-9]{{1,2}}[·・.][0-9]{{1,2}}(?={_EVENT})",
    # 1. and (1) as markers
    r"(?:(?<=[。;:!\n])|\A)\s{0,4}[(]?[0-9]{1,2}(?:[.、)](?![0-9])|(?<=[0-9])[)])",
    r"\([0-9]{1,2}\)",
    # telephone numbers
    r"(?<![0-9])[0-9]{3,4}-[0-9]{7,8}(?![0-9])",
    r"(?<![0-9.,])1[3-9][0-9]{9}(?![0-9])",
    # fixed terms and slogans of service
    r"(?:7|365) ?天?[×*xX·]? ?24 ?小时|24 ?小时",
    r"[0-9一二三四五六七八九十半]{1,3} ?(?:小时|分钟|公里)[^，,。;、]{0,10}圈",
    r"最后[0-9一二三四五六七八九十百]{1,4}(?:公里|米|步)",
    # A4, 5G; km and mg are units
    r"[A-Za-z][0-9]{1,8}|(?<![0-9])[0-9]{1,8}(?:[A-Za-ln-z]|[A-Z])(?![A-Za-z])",
    r"(?:TOP|top) ?[0-9]{1,4}",
    # 十分繁重, very; 一二类企业, ranks; 工作站二期改造, a phase
    r"(?<![一二三四五六七八九百千万得扣加减为满分予赋计值])十分(?=[\u4e00-\u9fff])(?![钟之的处制])",
    r"(?:一二三?|二三|三四)(?=[类级线等档审])",
    r"(?<![班训课])[一二三四五六]期(?=工程|项目|改造|升级|扩建|建设|建成|投用|开工|竣工|地块|厂房|园区|平台|系统|大楼|开园|开业|启用|上线|运行|运营|封顶|验收)",
    # 平台二期, 综治中心三期; 培训班二期 counts
    (
        r"(?:(?<=项目)|(?<=工程)|(?<=[台统心脑地园厂库馆站所路桥楼城港厦区])|(?<=[台统心脑园城][”\"]))"
        r"[一二三四五六]期(?![0-9班学培轮])"
    ),
    # 721工作法: 70%的问题用服务手段解决
    (
        r"[0-9]{1,2}%的(?:问题|矛盾|事项|违[法规]行为)[^,。;]{0,4}?[用靠](?:服务|管理|执法|教育|引导|处罚)"
        r"[^,。;]{0,6}?(?:解决|化解|处理)"
    ),
    # titles of documents
    _TITLE,
)
_AFTER_DIGITS = "%号年度月时天小分公一二三四五六七八九十半至到、/:.·・)+×*~〜–—― A-Za-z-"
_AFTER_OTHERS = r"0-9A-Za-z一二三四五六七八九十百两半〇零○大协会委后小分公期(+×*\s"
_BLANKS = (
    "\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"  # `\s`, as one table
)
_CANDIDATES = lazy_pattern(
    rf"[0-9一二三四五六七八九十半〇零○第人政大常届最〔\[(【{{《A-Za-z{_BLANKS}]"
    rf"(?:(?<=[0-9])(?=[0-9]{{0,7}}[{_AFTER_DIGITS}]|[0-9]{{10}})"
    rf"|(?<![0-9《])(?=[{_AFTER_OTHERS}])|(?<=《))"
)
"""Where any of the rows may begin, by its first character and the one after it or its digits.

Of ten numbers nine count something: nothing has to be tried at 29件. A pattern that begins with a
class, as this one, passes over all other characters without a try at each."""
NOT_COUNTS = lazy_pattern("|".join(_ROWS))
_OPENING = "“„‟〝「『‘"
_CLOSING = "”〞」』’"
_QUOTES = lazy_pattern(f'[{_OPENING}{_CLOSING}"]')
_LONGEST_SLOGAN = 30
_SENTENCE_END = lazy_pattern(r"[。；;\n]")


def quoted_spans(text: str, longest: int = _LONGEST_SLOGAN) -> tuple[tuple[int, int], ...]:
    """Stretches in quotation marks, the marks included.

    Offices type “ ”, " ", ” ” and “ “ alike, so a pair is any mark and the next one, unless a
    sentence ends between them or the stretch is longer than a name would be.

    Args:
        text: Any.
        longest: Longest stretch that still counts as a name or slogan, without the marks.
    """
    marks = [mark.start() for mark in _QUOTES.finditer(text)]
    spans = []
    i = 0
    while i + 1 < len(marks):
        start, end = marks[i], marks[i + 1]
        closes_first = text[start] in _CLOSING and text[end] in _OPENING
        is_long = end - start - 1 > longest
        if closes_first or is_long or _SENTENCE_END.search(text, start, end):
            i += 1
            continue
        spans.append((start, end + 1))
        i += 2
    return tuple(spans)


def find_non_counts(text: str) -> tuple[tuple[int, int], ...]:
    """Where a levelled text has numbers that count nothing, as offsets, ascending by start."""
    spans = list(quoted_spans(text))
    behind = 0
    for candidate in _CANDIDATES.finditer(text):
        start = candidate.start()
        if start >= behind and (match := NOT_COUNTS.match(text, start)):
            behind = match.end()
            spans.append((start, behind))
    return tuple(sorted(spans))
