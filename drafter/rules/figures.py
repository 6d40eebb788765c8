"""Rules on figures (数据): what does not add up, does not fit, or is last year's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from drafter.model import Comparison, Figure, FigurePair, Finding, Identity, Passage, Report
from drafter.rules.places import LAST_YEAR, full_place, quoted
from drafter.rules.registry import Context, Rule, beside_last_year
from drafter.zh.quantities import (
    BODY_UNIT,
    MULTIPLE,
    MYRIADS,
    RATE_UNITS,
    RELATIVE_UNITS,
    level,
)
from drafter.zh.rates import (
    SHORT_OF_TARGET,
    change_word,
    has_open_base,
    is_change_of_rate,
    is_fall,
    is_rate_name,
    may_count_carried,
    may_exceed_hundred,
    says_carried,
)
from drafter.zh.relations import GROWN
from drafter.zh.scope import is_limited, is_repeatable, name_before
from drafter.zh.sentences import sentence_at
from drafter.zh.sittings import Sitting, find_sittings
from drafter.zh.small_words import AND, MORE
from drafter.zh.width import fold

_TOLD = ("achievements", "leadership")
_LACKS = "shortcomings"
_HUNDRED = Decimal(100)
_TELLING, _CERTAIN = 6, 8
"""Characters of a name that tell it from others; so many that two are one fact."""
_NAMED = 4
"""Characters of an indicator's name that tell it from others; a known indicator needs none."""
_JUMP = 3
"""A figure that trebles or falls to a third within a year is rare enough to look at again."""
_FEW = 10
"""Below this a figure trebles easily (2件 → 7件)."""
_ANY_YEAR = 3
"""Up to this a figure is easily the same in another year (出庭应诉1次)."""
_TOO_COMMON = 2
"""Characters of a standing thing that is one only by itself (乡镇, 社区)."""
_SCALES = (Decimal(10) ** 4, Decimal(10) ** 8)
"""万 and 亿."""
_KINDS = {
    "sum": "合计",
    "flow": "合计",
    "rate": "比率",
    "growth": "增减幅度",
    "difference": "百分点之差",
}
_QUOTED = 3
_PAIR = 2
_IN_FULL = frozenset("0123456789")
_DIGITS = frozenset("0123456789.")
_LOOK_AGAIN = "请核实各个数字"
_ADVICE = {
    "rate": "口径不同的请写明分母，含上年结转的也请写明",
    "sum": "没有列全、或者有交叉的请写明",
    "flow": "没有列全、或者有交叉的请写明",
    "part": "口径不同的请写明",
    "growth": "四舍五入造成的可以不改",
}
"""What to do where another reading is left."""
_CLAUSE = 60
"""Code points behind a figure within which it is told how far it is from its target."""
_FAR = 500
"""Code points before a figure: no sentence that a reader can follow is longer."""


def _before(text: str, position: int) -> str:
    """The levelled words before a figure, as far as they can tell what it is said of."""
    return level(text[max(0, position - _FAR) : position])


def _misreckoned(context: Context) -> Iterator[Finding]:
    yield from _broken(context)
    yield from _short_of_target(context)
    yield from _signed(context)


def _signed(context: Context) -> Iterator[Finding]:
    """Changes that have a word and a sign: 增长-5.2%."""
    passages = context.passages
    for figure in context.report.figures:
        passage = passages[figure.ref.passage]
        if figure.number is None or figure.number >= 0 or passage.role == "table":
            continue
        word = change_word(_before(passage.text, figure.ref.start))
        if word is None:
            continue
        amount = level(figure.text).lstrip("-−–")
        start = figure.ref.start - len(word)
        written = passage.text[start : figure.ref.end]
        advice = (
            f"请核实后去掉负号，写成“{word}{amount}”"
            if is_fall(word)
            else f"负数请写成下降，如“下降{amount}”"
        )
        yield Finding(
            "F01", "warning", f"“{written}”既写了升降又带负号，{advice}。",
            figure.text, passage=passage.id,
        )  # fmt: skip


def _short_of_target(context: Context) -> Iterator[Finding]:
    """What a figure lacks to its target, where the text tells all three."""
    passages = context.passages
    for figure in context.report.figures:
        text = passages[figure.ref.passage].text
        found = SHORT_OF_TARGET.match(level(text[figure.ref.end : figure.ref.end + _CLAUSE]))
        if found is None or figure.number is None or figure.approx or found["unit"] != figure.unit:
            continue
        due, told = abs(Decimal(found["target"]) - figure.number), Decimal(found["short"])
        if abs(due - told) < 10 ** Decimal(told.as_tuple().exponent):
            continue  # rounded to the last digit told
        start = figure.ref.end + found.start("short")
        yield Finding(
            "F01", "error",
            f"“{figure.text}”与目标“{found['target']}{found['unit']}”的差应为{due}，"
            f"这里写的是{told}，{_LOOK_AGAIN}。",
            text[start : figure.ref.end + found.end()], passage=figure.ref.passage,
        )  # fmt: skip


def _broken(context: Context) -> Iterator[Finding]:
    passages = context.passages
    for identity in context.report.identities:
        ref = identity.ref
        if identity.holds:
            if identity.certain and _is_a_digit_off(identity):
                yield Finding(
                    "F01", "warning", f"{_computed(identity)}，请核实后改正。",
                    passages[ref.passage].text[ref.start : ref.end], passage=ref.passage,
                )  # fmt: skip
            continue
        text = passages[ref.passage].text
        is_open = not identity.certain or (
            identity.kind == "rate" and has_open_base(_before(text, ref.start))
        )
        is_step = not identity.operands[1:]  # of two counts nothing was rounded
        is_plain = is_step or level(identity.stated).endswith(MULTIPLE)
        doubt = _LOOK_AGAIN if is_plain else _ADVICE.get(identity.kind, _LOOK_AGAIN)
        advice = doubt if is_open else _LOOK_AGAIN
        yield Finding(
            "F01", "warning" if is_open else "error", f"{_computed(identity)}，{advice}。",
            text[ref.start : ref.end], passage=ref.passage,
        )  # fmt: skip


def _is_a_digit_off(identity: Identity) -> bool:
    """Whether a share of two counts in full is off by its last digit (228 of 240 is 95 %, not 96).

    A relation that was read leaves that much room, for shares of rounded numbers; neither rounding
    nor cutting off explains it where both numbers are printed to the last one.
    """
    if identity.kind not in ("rate", "growth") or len(identity.operands) != _PAIR:
        return False
    if not all(_IN_FULL.issuperset(_amount(text)) for text in identity.operands):
        return False
    printed = "".join(char for char in level(identity.stated) if char in _DIGITS)
    if not printed.strip("."):
        return False
    unit = Decimal(1).scaleb(-len(printed.partition(".")[2]))
    return abs(Decimal(str(identity.computed)) - Decimal(printed)) >= unit


def _amount(text: str) -> str:
    """A printed figure without its unit: 1,234 of 1,234件."""
    return "".join(char for char in level(text) if char in _DIGITS or char in MYRIADS)


def _computed(identity: Identity) -> str:
    operands = "、".join(identity.operands)
    if identity.kind == "part":
        return f"“{identity.stated}”是“{operands}”里的一部分，却比它多"
    if identity.kind == "shares":
        total = f"{identity.computed:.2f}".rstrip("0").rstrip(".")
        return f"{operands}、{identity.stated}这几个占比加起来是{total}%，不是100%"
    if not identity.operands[1:]:
        return f"“{operands}”到“{identity.stated}”，{identity.reading}"
    unit = {"difference": "个百分点", "sum": "", "flow": ""}.get(identity.kind, "%")
    unit = MULTIPLE if level(identity.stated).endswith(MULTIPLE) else unit
    is_negative = level(identity.stated).startswith("-")
    minus = "-" if is_negative is not _is_only_the_sign(identity) else ""
    number = minus + f"{identity.computed:.2f}".rstrip("0").rstrip(".")
    other = f"（{identity.reading}）" if identity.reading else ""
    return (
        f"{_KINDS[identity.kind]}“{identity.stated}”与{operands}对不上，"
        f"照这些数算应为{number}{unit}{other}"
    )


def _is_only_the_sign(identity: Identity) -> bool:
    """Whether a change in a table has the right amount, and its sign is the other one."""
    digits = "".join(char for char in level(identity.stated) if char.isdigit() or char == ".")
    decimals = len(digits.partition(".")[2])
    return f"{abs(identity.computed):.{decimals}f}" == digits


def _percent_of_rate(context: Context) -> Iterator[Finding]:
    passages = context.passages
    for figure in context.report.figures:
        text = passages[figure.ref.passage].text
        if figure.unit == "%" and is_change_of_rate(_before(text, figure.ref.start)):
            yield Finding(
                "F03", "warning",
                f"比率的变化“{figure.text}”应当用百分点，请核实后写成“{figure.value}个百分点”。",
                figure.text, passage=figure.ref.passage,
            )  # fmt: skip


def _beyond_hundred(context: Context) -> Iterator[Finding]:
    passages = context.passages
    for figure in context.report.figures:
        if figure.unit != "%" or figure.number is None or figure.number <= _HUNDRED:
            continue
        before = _before(passages[figure.ref.passage].text, figure.ref.start)
        if is_fall(before):
            yield Finding(
                "F08", "error", f"{quoted(figure.text)}的降幅超过了100%，最多只能降到零，请核实。",
                figure.text, passage=figure.ref.passage,
            )  # fmt: skip
            continue
        if not is_rate_name(before) or may_exceed_hundred(before):
            continue
        carried = may_count_carried(before)
        if carried and says_carried(_sentence_of(figure, passages)):
            continue
        advice = "上年结转的案件算在内的请写明" if carried else "请核实"
        yield Finding(
            "F08", "warning" if carried else "error",
            f"{quoted(figure.indicator + figure.text)}超过了100%，{advice}。",
            figure.text, passage=figure.ref.passage,
        )  # fmt: skip


def _sentence_of(figure: Figure, passages: dict[int, Passage]) -> str:
    text = passages[figure.ref.passage].text
    return text[slice(*sentence_at(text, figure.ref.start))]


def _two_values(context: Context) -> Iterator[Finding]:
    """The same words with two figures, in different sentences of what was done."""
    passages = context.passages
    told: defaultdict[tuple[str, str], list[_Told]] = defaultdict(list)
    for figure in context.report.figures:
        passage = passages[figure.ref.passage]
        is_lack = passage.part == _LACKS
        if not (is_lack or passage.part in _TOLD) or passage.role == "table":
            continue
        if figure.number is None or figure.approx:
            continue
        before = _before(passage.text, figure.ref.start)
        name = name_before(before)
        if (
            len(name) < (_CERTAIN if is_lack else _TELLING)
            or is_limited(before)
            or is_repeatable(name, before)
        ):
            continue
        here, alike = _Told(figure, name), told[name, fold(figure.unit or "")]
        if found := next((t for t in alike if _contradicts(t, here, passages)), None):
            if is_lack and not _is_slip(found.figure, figure):
                continue  # a deficiency may be of one field, as its first sentence says
            yield Finding(
                "F09", "error" if len(name) >= _CERTAIN and not is_lack else "warning",
                f"{quoted(name)}前面写的是{found.figure.text}，这里写的是{figure.text}，"
                f"请统一；口径不同的请写明。",
                figure.text, passage=passage.id,
            )  # fmt: skip
        elif not is_lack:
            alike.append(here)


class _Told(Struct, frozen=True):
    """A figure and the words that name it in the sentence."""

    figure: Figure
    name: str


def _contradicts(one: _Told, other: _Told, passages: dict[int, Passage]) -> bool:
    """Whether two figures of one name and unit differ, and are not set beside each other."""
    return one.figure.number != other.figure.number and not _is_one_sentence(
        one.figure, other.figure, passages
    )


def _is_slip(one: Figure, other: Figure) -> bool:
    """Whether two figures are as near as two spellings of one (176, 167)."""
    low, high = sorted((one.number or Decimal(0), other.number or Decimal(0)))
    return low * 5 >= high * 4


def _is_one_sentence(one: Figure, other: Figure, passages: dict[int, Passage]) -> bool:
    """Whether two figures compare within one sentence (由93.9%提高到96.4%)."""
    if one.ref.passage != other.ref.passage:
        return False
    text = passages[one.ref.passage].text
    return sentence_at(text, one.ref.start) == sentence_at(text, other.ref.start)


# ----------------------------------------------------------------- beside last year's report


def _pairs(context: Context) -> Iterator[tuple[FigurePair, Figure, Figure]]:
    """Figures of both years that are one fact, in what was done."""
    if context.comparison is None:
        return
    passages = context.passages
    for pair in context.comparison.figures:
        if pair.last is None or pair.now is None:
            continue
        if passages[pair.now.ref.passage].part in _TOLD:
            yield pair, pair.last, pair.now


def _unchanged(context: Context) -> Iterator[Finding]:
    for pair, last, now in _pairs(context):
        if not _is_same(pair, last, now) or _is_fixed(now) or _is_standing(now, context):
            continue
        # 比上年多2次 in both years: by as many, and to another number.
        is_count = now.unit not in RELATIVE_UNITS  # 增长12.12% in both years is copied
        is_step = is_count and GROWN.search(_before_figure(now, context)) is not None
        if is_step or _is_own_office(now, context):
            continue
        written = "" if fold(last.text) == fold(now.text) else f"（上年写作“{last.text}”）"
        # Two or three of something are often so many again.
        is_few = pair.percent is not None and now.number is not None and now.number <= _ANY_YEAR
        advice = "确实没有变的可以不改" if is_few else "照抄的请换成本年数"
        yield Finding(
            "S04", "info" if is_few else "warning",
            f"{_named(now)}的数“{now.text}”与上年报告相同{written}；请核实，{advice}。",
            now.text, passage=now.ref.passage,
        )  # fmt: skip


def _repeated(context: Context) -> Iterator[Finding]:
    yield from _unchanged(context)
    yield from _repeated_sittings(context)


def _repeated_sittings(context: Context) -> Iterator[Finding]:
    """A sitting that last year's report told of as well: its number is of one year only."""
    if context.comparison is None:
        return
    held = {sitting.key for _, sitting in _sittings(context.comparison.last)}
    for passage, sitting in _sittings(context.report) if held else ():
        first, _ = sentence_at(passage.text, sitting.start)
        is_told_of_last = str(context.year - 1) in level(passage.text[first : sitting.start])
        if sitting.key in held and not is_told_of_last:
            words = passage.text[sitting.start : sitting.end]
            yield Finding(
                "S04", "warning",
                f"“{words}”会议在上年报告里也写了，一次会议不会开在两年；请核实，照抄的请换成本年的。",
                words, passage=passage.id,
            )  # fmt: skip


def _sittings(report: Report) -> Iterator[tuple[Passage, Sitting]]:
    for passage in report.passages:
        if passage.part in _TOLD:
            for sitting in find_sittings(level(passage.text)):
                yield passage, sitting


def _named(figure: Figure) -> str:
    """What a figure counts, for a message."""
    return quoted(figure.indicator) if figure.indicator else "这一处"


def _is_same(pair: FigurePair, last: Figure, now: Figure) -> bool:
    """Whether two figures are one amount, however written (2.36万件, 23600起)."""
    is_alike = last.approx == now.approx or {last.approx, now.approx} <= MORE
    return fold(last.text) == fold(now.text) or (pair.change == 0 and is_alike)


def _is_standing(figure: Figure, context: Context) -> bool:
    """Whether what is counted is there from year to year (14个行政村, but not 5个边远乡镇)."""
    name, is_alone = figure.indicator, figure.unit == BODY_UNIT
    return any(
        name.endswith(word) if len(word) > _TOO_COMMON else is_alone and name == word
        for word in context.knowledge.words["standing_counts"]
    )


def _is_own_office(figure: Figure, context: Context) -> bool:
    """Whether the offices of the body itself are counted: 局属8个单位、18个科室."""
    words, before = context.knowledge.words, _before_figure(figure, context)
    if figure.unit != BODY_UNIT:
        return False
    is_listed = before.endswith(("、", *AND))
    is_office = figure.indicator.startswith(words["own_offices"])
    return before.endswith(words["owned_by"]) or (is_listed and is_office)


def _before_figure(figure: Figure, context: Context) -> str:
    return _before(context.passages[figure.ref.passage].text, figure.ref.start)


def _is_of_a_case(figure: Figure, context: Context) -> bool:
    """Whether a figure is told of one case or one person: 被处罚款36万元, 判处有期徒刑十个月."""
    return any(word in figure.indicator for word in context.knowledge.words["single_case_figures"])


def _is_fixed(figure: Figure) -> bool:
    """Whether a figure is meant to be the same each year: a rate of 100 %, no case at all."""
    return figure.number == 0 or (figure.unit == "%" and figure.number == _HUNDRED)


def _plain_unit(unit: str) -> str:
    """A unit as it is compared: 场（次） is 场次."""
    return fold(unit).translate(_NO_BRACKETS)


def _other_unit(context: Context) -> Iterator[Finding]:
    for pair, last, now in _pairs(context):
        # 人 and 名, 件 and 起 count the same: then the pair has a change.
        is_other = last.unit and now.unit and _plain_unit(last.unit) != _plain_unit(now.unit)
        if is_other and pair.change is None:
            if {last.unit, now.unit} <= RATE_UNITS or _is_slip_of_points(context, last, now):
                continue
            yield Finding(
                "F05", "warning",
                f"{_named(now)}上年的单位是“{last.unit}”（{last.text}），"
                f"现在是“{now.unit}”（{now.text}）；请统一单位，或者写明口径的变化。",
                now.text, passage=now.ref.passage,
            )  # fmt: skip
        elif _has_other_scale(pair, last, now):
            yield Finding(
                "F05", "warning",
                f"{_named(now)}上年是{last.text}，现在是{now.text}，"
                f"多半是“万”“亿”写错了，请核实单位。",
                now.text, passage=now.ref.passage,
            )  # fmt: skip


def _is_slip_of_points(context: Context, last: Figure, now: Figure) -> bool:
    """Whether one of two years wrote % for 个百分点, which F03 tells of this year's."""
    passages = context.passages
    if now.unit == "%":
        return is_change_of_rate(_before(passages[now.ref.passage].text, now.ref.start))
    if last.unit == "%" and context.comparison is not None:
        texts = {p.id: p.text for p in context.comparison.last.passages}
        return is_change_of_rate(_before(texts[last.ref.passage], last.ref.start))
    return False


def _has_other_scale(pair: FigurePair, last: Figure, now: Figure) -> bool:
    """Whether only 万 or 亿 keeps two amounts apart (4.7万元 and 3.9元)."""
    if pair.change is None or not last.number or not now.number:
        return False
    low, high = sorted((last.number, now.number))
    return any(low * step < high * _JUMP and high < low * step * _JUMP for step in _SCALES)


def _jump(context: Context) -> Iterator[Finding]:
    for pair, last, now in _pairs(context):
        if pair.percent is None or not last.number or not now.number:
            continue  # rates, and what does not compare
        low, high = sorted((last.number, now.number))
        if high < low * _JUMP or high < _FEW or _has_other_scale(pair, last, now):
            continue
        yield Finding(
            "F10", "info",
            f"{_named(now)}上年是{last.text}，现在是{now.text}，变化很大，"
            f"请核实；属实的可以说明原因。",
            now.text, passage=now.ref.passage,
        )  # fmt: skip


@beside_last_year
def _other_than_last_year(comparison: Comparison) -> Iterator[Finding]:
    for row in comparison.misfits:
        stated = row.stated
        if stated.unit == row.now.unit and row.computed == row.last.number:
            told = f"这里写的上年数是“{stated.text}”"
        else:
            unit = stated.unit or ""
            rise = "增加" if row.computed >= 0 else "减少"
            amount = f"{abs(row.computed):f}"
            amount = amount.rstrip("0").rstrip(".") if "." in amount else amount
            due = f"应为{rise}{amount}{unit}" if row.computed else "没有变化"
            told = f"这里写的变化是“{stated.text}”，照两年的数算{due}"
        yield Finding(
            "F11", "warning",
            f"{_named(row.now)}今年是{row.now.text}，上年报告写的是{row.last.text}，{told}；"
            f"请核实，上年数有调整或者口径不同的请写明。",
            stated.text, passage=stated.ref.passage,
        )  # fmt: skip


def _without_value(context: Context) -> Iterator[Finding]:
    """Indicators of last year that this year's report is silent on, a finding a passage."""
    if context.comparison is None:
        return
    last = context.comparison.last
    passages = {p.id: p for p in last.passages}
    missing: dict[int, list[Figure]] = {}
    for pair in context.comparison.figures:
        figure = pair.last
        if figure is None or pair.now is not None or not figure.indicator:
            continue
        passage = passages[figure.ref.passage]
        if passage.part not in _TOLD or passage.role == "table":
            continue
        if _is_standing(figure, context) or _is_of_a_case(figure, context):
            continue
        missing.setdefault(passage.id, []).append(figure)
    for passage_id, figures in missing.items():
        if not any(len(f.indicator) >= _NAMED or f.key for f in figures):
            continue  # 问题11个: of what, only the sentence says
        shown = "、".join(f"{f.indicator}（{f.text}）" for f in figures[:_QUOTED])
        more = f"等{len(figures)}项" if len(figures) > _QUOTED else ""
        text = passages[passage_id].text
        yield Finding(
            "F04", "info",
            f"上年报告写了{shown}{more}，这次没有找到对应的数；"
            f"请补上本年数，不再统计的可以不管。",
            text[figures[0].ref.start : figures[-1].ref.end],
            f"{LAST_YEAR} > {full_place(last, passage_id)}",
        )  # fmt: skip


_NO_BRACKETS = str.maketrans("", "", "()")

RULES: tuple[Rule, ...] = (
    Rule(
        id="F01",
        severity="error",
        name="数据勾稽不符",
        meaning=(
            "句中的合计、比率、增减幅度与它自己的分项对不上，或者部分比总数多、升降方向相反、"
            "与目标的差算错；可能另有口径的是警告。"
        ),
        action="核实各个数字；口径不同的写明口径。",
        source="算术关系",
        level="考核要求",
        example="“受理87件，其中公安类52件、市场监管类20件、其他12件”",
        passes="“受理87件，其中公安类52件、市场监管类20件、其他15件”",
        check=_misreckoned,
    ),
    Rule(
        id="F03",
        severity="warning",
        name="百分点写成了%",
        meaning="比率之间的差用百分点，百分比是对上年数的比例。",
        action="写成“个百分点”。",
        source="GB/T 15835—2011《出版物上数字用法》和统计惯例",
        level="实务",
        example="“办结率98%，同比提高2%”",
        passes="“办结率98%，同比提高2个百分点”“提高到98%”",
        check=_percent_of_rate,
    ),
    Rule(
        id="F04",
        severity="info",
        name="上年指标没有本年数",
        meaning="上年报告里有的统计数字，这次没有写。",
        action="补上本年数；口径变了要说明。",
        source="实务",
        level="考核要求",
        example="上年写了“审查行政规范性文件29件”，今年没有这个数",
        passes="“审查行政规范性文件31件”",
        check=_without_value,
    ),
    Rule(
        id="F05",
        severity="warning",
        name="单位变了",
        meaning="同一个指标，今年的单位和上年不一样。",
        action="统一单位，或者写明口径的变化。",
        source="实务",
        level="实务",
        example="上年“培训1200人次”，今年“培训15期”",
        passes="上年“培训1200人次”，今年“培训1350人次”",
        check=_other_unit,
    ),
    Rule(
        id="F08",
        severity="error",
        name="比率超过100%",
        meaning="办结率、合格率一类的比率不会超过100%，下降、减少的幅度也不会。",
        action="核实后改正。",
        source="算术关系",
        level="考核要求",
        example="“按时办结率102%”",
        passes="“同比增长120%”“完成年度任务的105%”",
        check=_beyond_hundred,
    ),
    Rule(
        id="F09",
        severity="error",
        name="同一事实两个数",
        meaning="同一个指标在报告里出现了两个不同的数。",
        action="统一；口径不同的写明口径。",
        source="算术关系",
        level="考核要求",
        example="前面“办理行政复议案件187件”，后面“办理行政复议案件178件”",
        passes="“县本级办理12件”“全县办理187件”",
        check=_two_values,
    ),
    Rule(
        id="F10",
        severity="info",
        name="数字变化很大",
        meaning="与上年相比增加到三倍以上，或者不到三分之一。",
        action="核实；属实的可以说明原因。",
        source="实务",
        level="实务",
        example="上年处罚118件，今年处罚11件",
        passes="上年处罚118件，今年处罚126件",
        check=_jump,
    ),
    Rule(
        id="F11",
        severity="warning",
        name="同比与上年报告不符",
        meaning="同比增减或者引用的上年数，与上年报告印出的数对不上。",
        action="核实；上年数有调整或者口径不同的写明。",
        source="算术关系",
        level="考核要求",
        example="上年写“受理复议案件100件”，今年写“受理复议案件120件，同比增长30%”",
        passes="今年写“受理复议案件120件，同比增长20%”“比2019年增长30%”",
        check=_other_than_last_year,
    ),
    Rule(
        id="S04",
        severity="warning",
        name="数字和上年一样",
        meaning="统计数字每年重新统计，与上年完全相同的多半是照抄。",
        action="核实本年数。",
        source="实务",
        level="考核要求",
        example="两年都写“评查案卷236卷”",
        passes="参考率两年都是100%",
        check=_repeated,
    ),
)
