"""Which figures belong together: those of one 分别, the parts of one ratio."""

from __future__ import annotations

from collections.abc import Sequence

from reportcli.extraction.clauses import Clause
from reportcli.patterns import regex

_JOINED = frozenset("和及与、")
_SIDES = regex("城(?:镇|市)?、(?:农村|乡村|乡)|城乡(?=居民)")  # 城、乡居民
_JOINT = regex("[、和及与]")
# …分别为3亿元和2亿元，|增幅8%和5%; …468家、392家，|五年净增265家、296家
_PACES = frozenset({"增速", "增幅", "涨幅", "降幅", "实际增速", "净增", "五年净增", "新增", "同比净增"})
_PAIR = 2


def _goes_on(clauses: Sequence[Clause], index: int, before: Sequence[Clause]) -> bool:
    """Whether as many figures as the group before has go on about its things: …分别完成3亿元、2亿元，|增长8%和5%."""
    size = len(before)
    own, rest = clauses[index].left, clauses[index + 1 : index + size]
    return (
        size > 1
        and before[0].figure.form != "ratio"
        and len(rest) == size - 1
        and (own.name in _PACES or (own.predicate != "" and not own.name))
        and not (own.items or own.each or own.respectively)
        and all(c.start <= c.previous + 2 and not (c.left.name or c.left.items or c.left.predicate) for c in rest)
    )


def _shares_list(text: str, clauses: Sequence[Clause], index: int) -> bool:
    """Whether two things that are listed have a number each without 分别: 高新企业、瞪羚企业|达86家和14家."""
    if index + 1 >= len(clauses):
        return False
    first, second = clauses[index], clauses[index + 1]
    name, left = first.left.name, second.left
    paired = text[first.figure.after : second.figure.start]
    # 城镇、农村居民收入|26580元、11840元; 办理代表建议、政协提案|141件、167件
    told = first.left.predicate != "" or _SIDES.search(name) is not None or first.counted
    return (
        paired in _JOINED
        and told
        and not (first.left.base or first.left.respectively or first.left.each)
        and not (left.name or left.items or left.predicate or left.compared)
        and not second.right
        and first.figure.unit == second.figure.unit
        and len(_JOINT.split(_SIDES.sub("和", name))) == _PAIR
    )


def _long_list(text: str, clauses: Sequence[Clause], index: int) -> int:
    """How many things, three at least, are listed with a number each: 甲、乙、丙|3亿元、2亿元、1亿元; else 0."""
    first = clauses[index]
    left = first.left
    if left.base or left.respectively or left.each or "、" not in left.name:
        return 0
    size = 1
    while index + size < len(clauses):
        clause, last = clauses[index + size], clauses[index + size - 1]
        alone = not (clause.left.name or clause.left.items or clause.left.predicate or clause.left.compared)
        if not alone or last.right or text[last.figure.after : clause.figure.start] not in _JOINED:
            break
        size += 1
    alike = {clause.figure.family for clause in clauses[index : index + size]} == {first.figure.family}
    return size if size > _PAIR and alike and len(_JOINT.split(left.name)) == size else 0


def _shares_pair(text: str, clauses: Sequence[Clause], index: int) -> bool:
    """Whether two growths are those of the two figures before: 产值9亿元，利税1亿元，|增长31%和27%.

    Where they have units, it is those of the two figures: 事故7起，死亡4人，|减少3起2人.
    """
    if index < _PAIR or index + 1 >= len(clauses):
        return False
    before, first, second = clauses[index - 1], clauses[index], clauses[index + 1]
    units = [clauses[index - 2].figure.unit, before.figure.unit]
    rates = first.figure.unit == second.figure.unit == "%"
    own = units == [first.figure.unit, second.figure.unit]
    joint = text[first.figure.after : second.figure.start]
    return (
        (text[before.start - 1 : before.start] == "、" or units[0] == units[1] or rates or own)
        and before.left.name != ""
        and clauses[index - 2].left.name != ""
        and (joint in _JOINED or (own and not joint))
        and first.left.measure == "growth"
        and not (first.left.name or first.left.items or first.left.each or first.left.respectively)
        and not (second.left.name or second.left.predicate or second.left.compared)
    )


def group_size(text: str, clauses: Sequence[Clause], index: int, before: Sequence[Clause]) -> int:
    """How many figures from `index` on share one 分别, or are the parts of one ratio; else 1.

    `before` is the group before: as many can go on about its things.
    """
    size = 1
    if _goes_on(clauses, index, before):
        return len(before)
    first = clauses[index]
    if _shares_list(text, clauses, index) or _shares_pair(text, clauses, index):
        return _PAIR
    if listed := _long_list(text, clauses, index):
        return listed
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
