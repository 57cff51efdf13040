"""What can be set beside what: the goals and results of one place, indicator, time and way of measuring.

Of these each is told once. A goal that a later report quotes is the goal that it quotes; a result that a report tells
twice, or a later one in rounder words, is one result. A result that a later report tells otherwise is a revised one.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

from reportcli.comparison.amounts import amount_of, basis_of, rate_of
from reportcli.comparison.verdicts import span_of
from reportcli.extraction.unit_sizes import unit_size
from reportcli.model import Bound, Measure, Observation, Record

# A gap is not among them: what it is a gap to is not on record, so two of them may be to different things.
MEASURES: tuple[Measure, ...] = ("growth", "level", "rank", "completion")

# For numbers of any number of digits.
_ANY_LENGTH = Context(prec=10_000)

# How a figure was reckoned; figures that differ in it do not compare.
Reckoning = tuple[str | None, ...]


def reckoning_of(found: Observation) -> Reckoning:
    """What two figures of one indicator, time and measure have to share to be set beside each other."""
    _, unit = unit_size(found.unit)
    return rate_of(found), basis_of(found), unit, found.among if found.measure == "rank" else None


def each_goal(goals: Sequence[Record]) -> Sequence[Record]:
    """The goals that differ in their value (确保6%、力争7% are two), each as the first report sets it."""
    if len(goals) < 2:  # as mostly, and this for each indicator and time of each place
        return goals
    known: dict[tuple[Decimal, Decimal | None], Record] = {}
    for goal in sorted(goals, key=_place_in_time):
        amount = amount_of(goal.observation)
        known.setdefault((amount.value, amount.upper), goal)
    return [*known.values()]


def each_result(results: Sequence[Record]) -> Sequence[Record]:
    """The first result and each that a later report has in its place.

    Of several that one report tells, the first in its overview counts, else the first in its text. What says the same
    as one before, exactly or in other words, is not told again; of such the exact one stands, and the final one.
    """
    if len(results) < 2:
        return results
    told: list[list[Record]] = []
    reports: set[str | None] = set()
    for result in sorted(results, key=_place_in_time):
        same = next(
            (group for group in told if any(_agree(result.observation, each.observation) for each in group)), None
        )
        if same is not None:
            same.append(result)
        elif result.source not in reports:
            told.append([result])
        reports.add(result.source)
    return [min(group, key=lambda each: (each.observation.bound != "=", each.observation.estimated)) for group in told]


def _place_in_time(record: Record) -> tuple[int, str, str, int, int]:
    found = record.observation
    told_in_passing = 2 * (found.scope == "base") + (not found.headline)
    return record.year or 0, record.published or "", record.source or "", told_in_passing, found.start


def _agree(one: Observation, other: Observation) -> bool:
    """Whether two figures can be the same one: 1020.9亿元, 超过1000亿元, 1021亿元 and 约1000亿元."""
    first, second = amount_of(one), amount_of(other)
    if (first.value, first.upper) == (second.value, second.upper):
        return True
    if "~" not in {one.bound, other.bound} and {one.bound, other.bound} != {"="}:
        (low, high), (least, most) = span_of(one), span_of(other)
        return low <= most and least <= high
    if first.upper is not None or second.upper is not None:
        return False
    digits = max(_last_digit(first.value, one.bound), _last_digit(second.value, other.bound))
    return _round(first.value, digits) == _round(second.value, digits)


def _last_digit(value: Decimal, bound: Bound) -> int:
    """The power of ten down to which a number is told; zeros at the end of a rough one tell nothing."""
    exponent = (value.normalize() if bound == "~" else value).as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _round(value: Decimal, digit: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(digit), ROUND_HALF_UP, _ANY_LENGTH)
