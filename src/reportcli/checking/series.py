"""The figures of one place and indicator over its years, out of one report or several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from reportcli.checking.amounts import Amount, amount_of
from reportcli.comparison.places import Place, find_places
from reportcli.comparison.records import mention_of
from reportcli.model import Record


class Figure(Struct, frozen=True):
    """A figure of one year."""

    year: int
    amount: Amount
    record: Record


class Series(Struct, frozen=True):
    """What figures over the years share; `unit` is without its scale."""

    place: Place
    indicator: str
    measure: str
    unit: str


def read_series(records: Iterable[Record]) -> dict[Series, list[Figure]]:
    """The levels and yearly growths of standard indicators, each series by year and within it by report.

    A place is one place under its names over the years.
    """
    known = list(records)
    places = find_places(map(mention_of, known), {})
    series: dict[Series, list[Figure]] = {}
    for record in known:
        found = record.observation
        if (
            found.canonical is None
            or found.scope not in {"place", "base"}
            or found.measure not in {"level", "growth"}
            or found.rate not in {None, "yoy"}
            or not (found.period or "").isdigit()
        ):
            continue
        amount = amount_of(found)
        key = Series(places.of(record), found.canonical, found.measure, amount.unit)
        series.setdefault(key, []).append(Figure(int(found.period or 0), amount, record))
    for figures in series.values():
        figures.sort(key=lambda figure: (figure.year, figure.record.year or 0))
    return series


def results(figures: Iterable[Figure]) -> Iterator[Figure]:
    """What was reached of them."""
    return (figure for figure in figures if figure.record.observation.kind == "achievement")


def last_before(figures: Sequence[Figure], year: int) -> Figure | None:
    """The figure of the year before, None where there is none; of several the one told last."""
    return next((figure for figure in reversed(figures) if figure.year == year - 1), None)
