"""Whether a result meets a goal, and how far it is from it.

A goal asks for a span of values and a result tells one; both may be open at an end (12%以上). The goal is met where all
that the result can be lies in what is asked for, missed where none of it does; else it cannot be told. `~` tells too
little for either, and so does an indicator of which neither more nor less is better.
"""

from __future__ import annotations

from decimal import Context, Decimal, Inexact
from typing import Literal

from reportcli.comparison.amounts import amount_of, indicator_of, unit_size
from reportcli.model import Observation

# More than any report writes.
_DIGITS = 60

_INFINITE = Decimal("Infinity")

Span = tuple[Decimal, Decimal]


def is_met(goal: Observation, result: Observation) -> bool | None:
    """Whether a result of the same measure, unit, rate and basis meets a goal; None where that cannot be told.

    A goal without a bound (增长7%) is one to be reached or passed, in the direction in which the indicator gets better:
    a rank and a share of a target have their own. An explicit bound is kept as it stands, of falls by their size: 下降
    3%以上 is met by a fall of 4%.
    """
    better = _better(goal)
    if better is None or "~" in {goal.bound, result.bound}:
        return None
    low, high = _asked(goal, better)
    least, most = span_of(result)
    if low <= least and most <= high:
        return True
    return False if most < low or high < least else None


def difference(goal: Observation, result: Observation) -> Decimal:
    """The result less the goal, in the goal's unit; 0 within a range, else the distance to its nearer end.

    It is exact but where units do not divide by each other without end (亩 and 公顷): then to four decimals.
    """
    aim, reached = amount_of(goal), amount_of(result)
    low, high = aim.value, aim.value if aim.upper is None else aim.upper
    least, most = reached.value, reached.value if reached.upper is None else reached.upper
    away = least - high if least > high else most - low if most < low else Decimal(0)
    size, _ = unit_size(goal.unit)
    exact = Context(prec=_DIGITS, traps=[])
    told = exact.divide(away, size)
    told = round(told, 4) if exact.flags[Inexact] else told.normalize(exact)
    return told.quantize(Decimal(1), context=exact) if told == told.to_integral_value() else told


def span_of(found: Observation) -> Span:
    """The least and the most that a figure can be, in its unit without scale."""
    amount = amount_of(found)
    low, high = amount.value, amount.value if amount.upper is None else amount.upper
    falls = high < 0
    match found.bound:
        case "=":
            return low, high
        case ">=":
            return (-_INFINITE, high) if falls else (low, _INFINITE)
        case "<=":
            return (low, _INFINITE) if falls else (-_INFINITE, high)
        case "~":
            return -_INFINITE, _INFINITE


def _asked(goal: Observation, better: Literal["up", "down"]) -> Span:
    low, high = span_of(goal)
    if goal.bound != "=":
        return low, high
    return (low, _INFINITE) if better == "up" else (-_INFINITE, high)


def _better(goal: Observation) -> Literal["up", "down"] | None:
    """Which values are the better ones."""
    indicator = indicator_of(goal.canonical)
    if indicator is None or indicator.polarity == "none":
        return None
    if goal.measure == "rank":
        return "down"
    return "up" if goal.measure == "completion" or goal.unit == "位" else indicator.polarity
