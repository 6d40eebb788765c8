"""Rules on the frame of the finished report (公文要素): title, 主送机关, signature, date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.knowledge.bodies import signs_for_other
from drafter.model import Finding, Passage, Severity
from drafter.rules.registry import Context, Rule
from drafter.zh.names import body_of_title, leaders_of_other, own_level
from drafter.zh.placeholders import find_placeholders
from drafter.zh.typography import OPEN_DATE

_STANDARD = "GB/T 9704—2012《党政机关公文格式》"
_PLACE = "文首文末"
_LED = ("county", "department", "city", "province")
"""Bodies of places with leaders of their own; a town is led by those of its county."""


def _missing(context: Context) -> Iterator[Finding]:
    frame, passages = context.report.frame, context.report.passages
    first = next((i for i, p in enumerate(passages) if p.part is not None), len(passages))
    last = max((i for i, p in enumerate(passages) if p.part is not None), default=-1)
    head, tail = passages[:first], passages[last + 1 :]
    if frame.title is None and not _is_blank(head):
        yield _finding("warning", "标题", "请在文首写明")
    if frame.addressee is None and not _is_blank(head):
        yield _finding("info", "主送机关", "上报的请在标题下写明，公开稿可以没有")
    # A web page or a text often was copied without its end; a Word file is what goes out.
    severity: Severity = "info" if context.manuscript is None else "warning"
    lacking = []
    if frame.signature is None and not any(p.role == "signature" for p in tail):
        lacking.append("署名")
    if frame.issued is None and not any(p.role == "date" or OPEN_DATE.search(p.text) for p in tail):
        lacking.append("成文日期")  # one with a day still to come is told by another rule
    if lacking and not _is_blank(tail):
        yield _finding(severity, "和".join(lacking), "请在文末写明")


def _other_body(context: Context) -> Iterator[Finding]:
    """The signature of another place than the title's, and the leaders of another kind of place."""
    frame = context.report.frame
    if frame.title and frame.signature:
        named = body_of_title(frame.title) or frame.agency
        if signs_for_other(named, frame.signature, context.knowledge):
            passage = next((p for p in context.report.passages if p.role == "signature"), None)
            yield Finding(
                "G03", "warning",
                f"署名是“{frame.signature}”，与标题里的“{named}”不是一个机关，请核实后改正。",
                frame.signature, passage=passage.id if passage else None,
            )  # fmt: skip
    own = own_level(frame.agency or "")
    if own is None or context.profile.key not in _LED:
        return
    for passage in context.report.passages:
        for found in leaders_of_other(passage.text, own):
            yield Finding(
                "G03", "warning",
                f"“{found}”与报告机关“{frame.agency}”对不上，像是别处的文字，请核实后改正。",
                found, passage=passage.id,
            )  # fmt: skip


def _finding(severity: Severity, what: str, advice: str) -> Finding:
    return Finding("G02", severity, f"没有找到{what}；{advice}。", place=_PLACE)


def _is_blank(passages: Iterable[Passage]) -> bool:
    """Whether a blank among them is still to be filled, which another rule tells."""
    return any(next(find_placeholders(passage.text), None) is not None for passage in passages)


RULES: tuple[Rule, ...] = (
    Rule(
        id="G02",
        severity="warning",
        name="公文要素不全",
        meaning="上报的报告应当有标题、主送机关、署名和成文日期。",
        action="按本单位的公文补齐；网站公开稿可以没有主送机关。",
        source=_STANDARD,
        level="国标",
        example="正文写完就结束，没有署名和日期",
        passes="标题、主送机关、署名、成文日期都有",
        check=_missing,
    ),
    Rule(
        id="G03",
        severity="warning",
        name="机关前后不一",
        meaning=(
            "署名的机关和标题里的不是一个，或者县的报告写了区委、区政府，可能是套用了别处的稿子。"
        ),
        action="核实后改成本单位的名称。",
        source="公文校核的通行要求",
        level="实务",
        example=(
            "标题是澄溪县人民政府，署名是平川县人民政府；县的报告写“在区委、区政府的坚强领导下”"
        ),
        passes="标题是澄溪县，署名是中共澄溪县委、澄溪县人民政府；“与各区政府协作”",
        check=_other_body,
    ),
)
