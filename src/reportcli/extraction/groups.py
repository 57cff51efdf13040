"""Which figures belong together: those of one 分别, the parts of one ratio."""

from __future__ import annotations

from collections.abc import Sequence

from reportcli.extraction.clauses import Clause


def _is_second(clause: Clause, before: Sequence[Clause]) -> bool:
    """Whether a clause goes on after a group of bases: 分别由3万元、1万元|提高到4万元、2万元."""
    opens = len(before) > 1 and before[0].left.respectively and before[0].left.base
    return (
        opens and not clause.left.name and not clause.left.items and clause.left.predicate.endswith(("到", "至", "为"))
    )


def group_size(text: str, clauses: Sequence[Clause], index: int, before: Sequence[Clause]) -> int:
    """How many figures from `index` on share one 分别, or are the parts of one ratio; else 1.

    `before` is the group before: where it tells from what its things grew, as many tell to what.
    """
    size = 1
    if _is_second(clauses[index], before) and len(clauses) >= index + len(before):
        return len(before)
    first = clauses[index]
    if first.figure.form != "ratio" and not first.left.respectively:
        return 1
    while index + size < len(clauses):
        clause, last = clauses[index + size], clauses[index + size - 1]
        gap = text[last.figure.after : clause.figure.start]
        if first.figure.form == "ratio":
            if clause.figure.form != "ratio" or len(gap) != 1:
                break
        elif (
            clause.left.name
            or clause.left.items
            or clause.left.respectively
            or clause.left.compared
            or (first.left.base and clause.left.predicate)
            or "；" in gap
            or "其中" in gap
            or len(gap) > 8
        ):
            break
        size += 1
    return size
