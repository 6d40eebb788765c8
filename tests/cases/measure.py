"""Recall and false alarms of every rule over the planted faults: `python tests/cases/measure.py`.

A fault counts as found where its rule speaks and quotes the words in question. A false alarm is a
rule that speaks on a sentence that must pass. What other rules say of a fault and did not say of
the example without it is printed as well: an error there is a false alarm, too.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.cases.catalogue import Case, load_cases


def main() -> int:
    """Print the table; returns 1 if a fault was missed or a rule spoke where it must not."""
    by_rule: dict[str, list[Case]] = defaultdict(list)
    for case in load_cases():
        by_rule[case.rule].append(case)
    missed, alarms, faults, passes = 0, 0, 0, 0
    sys.stdout.write("规则   查出/应查  误报/应放过\n")
    for rule, cases in sorted(by_rule.items()):
        planted = [case for case in cases if case.is_fault]
        clean = [case for case in cases if not case.is_fault]
        lost = [case for case in planted if not case.found()]
        wrong = [case for case in clean if case.found()]
        sys.stdout.write(
            f"{rule:6}{len(planted) - len(lost):5}/{len(planted):<6}{len(wrong):5}/{len(clean)}\n"
        )
        for case in (*lost, *wrong):
            sys.stdout.write(f"       {'漏' if case.is_fault else '误'}：{case.name}\n")
        missed, alarms = missed + len(lost), alarms + len(wrong)
        faults, passes = faults + len(planted), passes + len(clean)
    recall = 1 - missed / faults if faults else 0.0
    sys.stdout.write(f"合计：查出率 {recall:.3f}（{faults} 处），误报 {alarms}（{passes} 处）\n")
    return 1 if missed or alarms else 0


if __name__ == "__main__":
    sys.exit(main())
