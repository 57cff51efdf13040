"""Slips of ten thousand: 万元 where 亿元 is meant, seen by the same place's figures of other years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from statistics import median_low

from reportcli.checking.findings import Oddity
from reportcli.checking.quotes import quote_figure
from reportcli.checking.series import Figure, read_series
from reportcli.model import Record
from reportcli.rendering.figures import write_figure

# What is written in the wrong unit is ten thousand times too large or small; a year's change is far less.
_LEAST = Decimal(1_000)
_MOST = Decimal(100_000)


def find_slips_of_ten_thousand(records: Sequence[Record]) -> Iterator[Oddity]:
    """Each level that is thousands of times as large, or as small, as most of the same indicator and place."""
    for series, figures in read_series(records).items():
        if series.measure != "level" or any(figure.amount.value <= 0 for figure in figures):
            continue
        usual = median_low(figure.amount.value for figure in figures)
        good = [figure for figure in figures if not _is_off(figure, usual)]
        for figure in figures:
            if _is_off(figure, usual):
                other = min(good, key=lambda each: abs(each.year - figure.year))
                yield _oddity(other, figure)


def _is_off(figure: Figure, usual: Decimal) -> bool:
    times = max(figure.amount.value / usual, usual / figure.amount.value)
    return _LEAST <= times <= _MOST


def _oddity(one: Figure, other: Figure) -> Oddity:
    first, second = one.record.observation, other.record.observation
    return Oddity(
        quote_figure(other.record),
        quote_figure(one.record),
        (second.indicator, str(one.year), write_figure(first), str(other.year), write_figure(second)),
    )
