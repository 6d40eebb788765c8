"""Rules that speak through the marks of a skeleton: its comments, blanks and quotations."""

from __future__ import annotations

from drafter.rules.registry import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        id="K01",
        severity="info",
        name="一次性做法",
        meaning="出台文件、获评、首创、建成、新设一类的事只发生一次，不能照抄成本年的成绩。",
        action="看引文，写本年相应的进展；没有就删去整段。",
        source="实务",
        level="实务",
        example="出台《××办法》；获评省级示范",
        passes="“持续落实《××办法》”",
        stages=("draft",),
    ),
    Rule(
        id="F06",
        severity="warning",
        name="升降方向待核",
        meaning="句中有增长、下降、缩短之类的词，数字换了方向也可能变。",
        action="填数后核对方向和比较的基期。",
        source="实务",
        level="实务",
        example="同比增长〔上年37.2〕%",
        passes="“评查案卷50卷”，没有同上年比",
        stages=("draft",),
    ),
    Rule(
        id="F07",
        severity="warning",
        name="结果待核",
        meaning="用文字说的结果（如无一败诉）和数字一样，只对上年成立。",
        action="核对本年是否仍然成立；不成立的改写或删去。",
        source="实务",
        level="实务",
        example="全年无一被复议纠正",
        passes="“坚持应诉尽诉、应出庭尽出庭”",
        stages=("draft",),
    ),
    Rule(
        id="B01",
        severity="info",
        name="待写",
        meaning="上年没有、这次要写的内容。",
        action="按提示补写；用不着的删去。",
        source="实务",
        level="实务",
        example="〔待填〕",
        passes="空格里写好了内容",
        stages=("draft",),
    ),
    Rule(
        id="G01",
        severity="info",
        name="公文要素待核",
        meaning="标题、主送机关、署名、日期等要素上年没有印出，或需要确认。",
        action="按本单位公文补齐。",
        source="GB/T 9704—2012《党政机关公文格式》",
        level="国标",
        example="网站版没有主送机关",
        passes="写明了主送机关和署名",
        stages=("draft",),
    ),
)
