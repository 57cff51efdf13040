"""Which figures belong together: those of one 分别, the parts of one ratio."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportcli.extraction.clauses import Clause

_AND = frozenset("和及与")
_JOINT = re.compile("[、和及与]")
_PAIR = 2


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


def _shares_list(text: str, clauses: Sequence[Clause], index: int) -> bool:
    """Whether two things that are listed have a number each without 分别: 高新企业、瞪羚企业|达86家和14家."""
    if index + 1 >= len(clauses):
        return False
    first, second = clauses[index], clauses[index + 1]
    name, left = first.left.name, second.left
    return (
        text[first.figure.after : second.figure.start] in _AND
        and first.left.predicate != ""
        and not (first.left.base or first.left.respectively or first.left.each)
        and not (left.name or left.items or left.predicate or left.compared)
        and not second.right
        and first.figure.unit == second.figure.unit
        and len(_JOINT.split(name)) == _PAIR
    )


def group_size(text: str, clauses: Sequence[Clause], index: int, before: Sequence[Clause]) -> int:
    """How many figures from `index` on share one 分别, or are the parts of one ratio; else 1.

    `before` is the group before: as many can go on about its things.
    """
    size = 1
    if _goes_on(clauses, index, before):
        return len(before)
    first = clauses[index]
    if _shares_list(text, clauses, index):
        return _PAIR
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
