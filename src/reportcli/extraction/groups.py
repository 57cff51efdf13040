"""Which figures belong together: those of one 分别, the parts of one ratio."""

from __future__ import annotations

from collections.abc import Sequence

from reportcli.extraction.clauses import Clause


def _goes_on(clauses: Sequence[Clause], index: int, before: Sequence[Clause]) -> bool:
    """Whether as many figures as the group before has go on about its things: …分别完成3亿元、2亿元，|增长8%和5%."""
    size = len(before)
    own, rest = clauses[index].left, clauses[index + 1 : index + size]
    return (
        size > 1
        and before[0].left.respectively
        and len(rest) == size - 1
        and own.predicate != ""
        and not (own.name or own.items or own.each or own.compared)
        and all(c.start <= c.previous + 2 and not (c.left.name or c.left.items or c.left.predicate) for c in rest)
    )


def group_size(text: str, clauses: Sequence[Clause], index: int, before: Sequence[Clause]) -> int:
    """How many figures from `index` on share one 分别, or are the parts of one ratio; else 1.

    `before` is the group before: as many can go on about its things.
    """
    size = 1
    if _goes_on(clauses, index, before):
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
            or (clause.left.predicate and (first.left.base or clause.left.measure != first.left.measure))
            or "；" in gap
            or "其中" in gap
            or len(gap) > 8
            or ("，" in gap and clause.figure.family != first.figure.family)
        ):
            break
        size += 1
    return size
