"""One indicator with two values for the same time."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from msgspec import Struct

from reportcli.checking.amounts import amount_of, are_compatible
from reportcli.checking.digits import count_other_digits, is_longer, is_slip
from reportcli.checking.drafts import Draft
from reportcli.checking.findings import Oddity
from reportcli.checking.quotes import quote_figure
from reportcli.lexicon import indicator
from reportcli.model import Observation, Record
from reportcli.rendering.figures import write_figure

# How near two figures of one indicator are where one of them is a slip.
_NEAR_SHARE = Decimal("0.8")
_NEAR_POINTS = Decimal(5)
_ONE_DIGIT_POINTS = Decimal(10)
# How long a name is that no other thing has.
_TELLING_NAME = 5


class _Series(Struct, frozen=True):
    """What two figures have to share to be the same figure."""

    indicator: str
    region: str | None
    kind: str
    measure: str
    period: str
    unit: str
    rate: str | None
    base_period: str | None
    basis: str | None
    among: str | None


def find_contradictions(draft: Draft) -> Iterator[Oddity]:
    """Each pair of figures of one indicator, kind, place, time, basis and rate that cannot both be right."""
    series: dict[_Series, list[Record]] = {}
    for record in draft.records:
        if (key := _series_of(record.observation)) is not None:
            series.setdefault(key, []).append(record)
    for records in series.values():
        for one, other in combinations(records, 2):
            if _contradict(one, other):
                first, second = one.observation, other.observation
                yield Oddity(
                    quote_figure(one),
                    quote_figure(other),
                    (first.indicator, str(first.period), write_figure(first), write_figure(second)),
                )
                break


def _series_of(found: Observation) -> _Series | None:
    """What a figure is of; None for one that is not told from others well enough."""
    if found.scope != "place" or found.period is None or found.measure not in {"level", "growth"}:
        return None
    return _Series(
        found.canonical or found.indicator,
        found.region,
        found.kind,
        found.measure,
        found.period,
        amount_of(found).unit,
        found.rate,
        found.base_period,
        _basis_of(found),
        found.among,
    )


def _basis_of(found: Observation) -> str | None:
    """What a growth is reckoned by; growth at constant prices is what an indicator of real growth has anyway."""
    if found.canonical and indicator(found.canonical).real and "现" not in (found.basis or ""):
        return None
    return found.basis


def _contradict(one: Record, other: Record) -> bool:
    """Whether two figures cannot both be right, and are so near each other that one of them will be a slip.

    What is far off is another thing under the same name far more often.
    """
    first, second = one.observation, other.observation
    if first.sentence_start == second.sentence_start:
        return False  # 确保6%、力争7%
    if first.kind == "goal" and first.commitment != second.commitment:
        return False
    amount, same = amount_of(first), amount_of(second)
    if are_compatible(amount, same):
        return False
    if first.canonical is None:
        return len(first.indicator) >= _TELLING_NAME and is_slip(first.value, second.value)
    if is_slip(first.value, second.value) or is_longer(first.value, second.value):
        return True
    if first.measure == "growth":
        mistyped = count_other_digits(first.value, second.value) == 1  # 3.2% and 9.2%
        return abs(amount.value - same.value) <= (_ONE_DIGIT_POINTS if mistyped else _NEAR_POINTS)
    low, high = sorted((abs(amount.value), abs(same.value)))
    return low >= high * _NEAR_SHARE
