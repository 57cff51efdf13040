"""Figures that do not go with those of the year before: growth against levels, goals below results, jumps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from statistics import median

from msgspec.structs import replace

from reportcli.checking.amounts import Amount
from reportcli.checking.findings import Oddity
from reportcli.checking.quotes import quote_figure
from reportcli.checking.series import Figure, Series, last_before, read_series, results
from reportcli.lexicon import indicator
from reportcli.model import Record
from reportcli.rendering.figures import write_figure

# How far a growth may be from that of the levels, in points: rounding, and between two reports a base revised since.
_ROUNDED = Decimal("0.15")
_REVISED = Decimal(2)
# A series of fewer years has no trend; a jump is a change so many times the usual one, and by half at least.
_YEARS = 4
_JUMP = 4
_HALF = Decimal("1.5")
_PERCENT = Decimal(100)


def find_growth_against_levels(records: Sequence[Record]) -> Iterator[Oddity]:
    """Each growth of an indicator that is not that of its levels this year and last.

    Never of an indicator whose growth is at constant prices, nor of a growth with a basis of its own.
    """
    series = read_series(records)
    levels_of = _index_levels(series)
    for key, growths in series.items():
        levels = levels_of.get(replace(key, measure="level", unit=""), [])
        if key.measure != "growth" or key.unit != "%" or indicator(key.indicator).real:
            continue
        for growth in results(growths):
            found = growth.record.observation
            if found.basis is None and found.bound == "=" and found.upper is None:
                now = next((each for each in levels if _same_sentence(each, growth)), None)
                before = last_before(levels, growth.year)
                if now and before and not _agree(growth, now, before):
                    percent = ((now.amount.value / before.amount.value - 1) * _PERCENT).quantize(
                        Decimal("0.1"), ROUND_HALF_UP
                    )
                    yield Oddity(
                        quote_figure(growth.record),
                        quote_figure(before.record),
                        (
                            found.indicator,
                            write_figure(before.record.observation),
                            write_figure(now.record.observation),
                            f"{percent}%",
                            f"{found.value.normalize():f}%",
                        ),
                    )


def find_goals_below_result(records: Sequence[Record]) -> Iterator[Oddity]:
    """Each goal that asks for less than what was reached the year before, by what is better of its indicator."""
    for key, figures in read_series(records).items():
        polarity = indicator(key.indicator).polarity
        reached = list(results(figures))
        for goal in figures:
            if goal.record.observation.kind != "goal" or polarity == "none":
                continue
            basis = goal.record.observation.basis
            before = last_before([each for each in reached if each.record.observation.basis == basis], goal.year)
            if before and _asks_for_less(goal.amount, before.amount, downwards=polarity == "down"):
                one, other = before.record.observation, goal.record.observation
                yield Oddity(
                    quote_figure(goal.record),
                    quote_figure(before.record),
                    (other.indicator, str(before.year), write_figure(one), str(goal.year), write_figure(other)),
                )


def find_jumps(records: Sequence[Record]) -> Iterator[Oddity]:
    """Each level that is far from that of the year before where other years' changes were small."""
    for key, figures in read_series(records).items():
        if key.measure != "level" or any(figure.amount.value <= 0 for figure in figures):
            continue
        years = {figure.year: figure for figure in results(figures)}
        steps = [(one, other) for one, other in pairwise(years.values()) if other.year == one.year + 1]
        if len(steps) < _YEARS - 1:
            continue
        sizes = [_times(one, other) for one, other in steps]
        usual = median(sizes) - 1
        for (one, other), size in zip(steps, sizes, strict=True):
            if size >= _HALF and size - 1 > _JUMP * usual:
                first, second = one.record.observation, other.record.observation
                yield Oddity(
                    quote_figure(other.record),
                    quote_figure(one.record),
                    (second.indicator, str(one.year), write_figure(first), str(other.year), write_figure(second)),
                )


def _index_levels(series: dict[Series, list[Figure]]) -> dict[Series, list[Figure]]:
    """The exact levels of each place and indicator, whatever their unit; those of shares have no growth in %."""
    levels: dict[Series, list[Figure]] = {}
    for key, figures in series.items():
        if key.measure == "level" and key.unit != "%":
            levels.setdefault(replace(key, unit=""), []).extend(
                figure
                for figure in results(figures)
                if figure.amount.bound == "=" and 0 < figure.amount.value == figure.amount.upper
            )
    return levels


def _same_sentence(one: Figure, other: Figure) -> bool:
    first, second = one.record, other.record
    return (
        one.year == other.year
        and first.source == second.source
        and first.observation.sentence_start == second.observation.sentence_start
    )


def _agree(growth: Figure, now: Figure, before: Figure) -> bool:
    """Whether a growth is that of two levels, all of them as rounded as they are written."""
    if now.amount.unit != before.amount.unit:
        return True
    least = (now.amount.value - now.amount.grain) / (before.amount.value + before.amount.grain)
    most = (now.amount.value + now.amount.grain) / max(before.amount.value - before.amount.grain, before.amount.grain)
    room = growth.amount.grain + (_ROUNDED if now.record.source == before.record.source else _REVISED)
    return (least - 1) * _PERCENT - room <= growth.amount.value <= (most - 1) * _PERCENT + room


def _asks_for_less(goal: Amount, result: Amount, *, downwards: bool) -> bool:
    if result.bound != "=":
        return False
    if downwards:
        return goal.bound != ">=" and min(goal.value, goal.upper) > result.value
    return goal.bound != "<=" and max(goal.value, goal.upper) < result.value


def _times(one: Figure, other: Figure) -> Decimal:
    first, second = one.amount.value, other.amount.value
    return max(first, second) / min(first, second)
