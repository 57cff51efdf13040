"""How far a goal is from the result before it: in percent, in percentage points or in number."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from reportcli.extraction.grammar import families
from reportcli.extraction.unit_sizes import in_base_unit
from reportcli.model import Observation
from reportcli.rendering.labels import Labels

# What is counted one by one, and so differs in number; amounts differ in percent, shares in percentage points.
_COUNTED = frozenset({"count", "people"})


def write_difference(result: Observation, goal: Observation, labels: Labels) -> str:
    """What the goal asks for against the result: +3.8%, 少21家, +0.5个百分点; nothing where the two do not compare.

    They compare where measure, unit (scales aside) and basis agree, neither is a range and the result is exact.
    """
    if (
        result.measure != goal.measure
        or goal.measure not in {"level", "growth"}
        or result.basis != goal.basis
        or (result.rate or "yoy") != (goal.rate or "yoy")
        or result.bound != "="
        or not (result.upper is None and goal.upper is None)
    ):
        return ""
    was, base = in_base_unit(result.value, result.unit)
    aim, same = in_base_unit(goal.value, goal.unit)
    if base != same:
        return ""
    family = families().get(base)
    if family == "share":
        words = _signed(aim - was, labels.points if base == "%" else base)
    elif family in _COUNTED:
        alike = result.unit == goal.unit
        change, unit = (goal.value - result.value, goal.unit) if alike else (aim - was, base)
        words = _counted(change, unit, labels) if goal.bound == "=" else _signed(change, unit)
    elif was > 0:
        words = _signed(_percent(was, aim), "%")
    else:
        return ""
    return labels.bounds[goal.bound].format(words or labels.same)


def _signed(change: Decimal, unit: str) -> str:
    """A change with its sign, nothing where there is none."""
    return f"{change.normalize():+f}{unit}" if change else ""


def _counted(change: Decimal, unit: str, labels: Labels) -> str:
    number = f"{abs(change).normalize():f}{unit}"
    return (labels.more if change > 0 else labels.fewer).format(number) if change else ""


def _percent(was: Decimal, aim: Decimal) -> Decimal:
    percent = (aim / was - 1) * 100
    # From 100 % on a decimal says nothing.
    return percent.quantize(Decimal("0.1") if abs(percent) < 100 else Decimal(1), ROUND_HALF_UP)
