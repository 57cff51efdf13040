"""One row a report and place, one column an indicator: figures side by side over places and years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from reportcli.extraction.unit_sizes import in_base_unit
from reportcli.model import Cell, Observation, Report, Rows
from reportcli.rendering.targets import key_of, report_years

_OPENING = ("source", "place", "region", "year")
_Row = tuple[str | None, str | None, str | None, int | None]


class _Series(Struct, frozen=True):
    """What one column holds: figures of one indicator that can be compared.

    `period` is told where it is not the year that such figures usually are of; `unit` is without its scale.
    """

    indicator: str
    measure: str
    kind: str
    period: str | None
    unit: str


def wide_rows(reports: Iterable[Report], wanted: Callable[[Observation], bool]) -> Rows:
    """A row a report and place, and a column for each series of the figures that are `wanted`.

    A column's name is `indicator.measure.kind`, then the period where it is not the year of the plan (of a goal) or of
    the results (of an achievement), then the unit where it is not %. All values of a column are in the unit that most
    of them are written in. Where a value is a bound, or one end of a range, a column beside it tells: `….bound` and
    `….upper`. Of several figures for one cell the first in the text is taken; cells without any are empty.
    """
    table: list[tuple[_Row, dict[_Series, Observation]]] = []
    for report in reports:
        table += _read(report, wanted).items() or [((report.source, report.place, report.place, report.year), {})]
    series = list(dict.fromkeys(each for _, figures in table for each in figures))
    order = {name: at for at, name in enumerate(dict.fromkeys(each.indicator for each in series))}
    series.sort(key=lambda each: order[each.indicator])
    columns: list[tuple[str, list[Cell]]] = []
    for each in series:
        columns += _columns(each, [figures.get(each) for _, figures in table])
    return Rows(
        (*_OPENING, *(name for name, _ in columns)),
        tuple((*row, *(cells[at] for _, cells in columns)) for at, (row, _) in enumerate(table)),
    )


def _read(report: Report, wanted: Callable[[Observation], bool]) -> dict[_Row, dict[_Series, Observation]]:
    """The figures of each place of a report, the first of each series."""
    years = report_years(report)
    rows: dict[_Row, dict[_Series, Observation]] = {}
    for found in (each for section in report.sections for each in section.observations):
        if found.scope == "place" and wanted(found):
            row = (report.source, report.place, found.region or report.place, report.year)
            period = None if found.period in {None, years.of(found.kind)} else found.period
            _, unit = in_base_unit(found.value, found.unit)
            series = _Series(key_of(found), found.measure, found.kind, period, unit)
            rows.setdefault(row, {}).setdefault(series, found)
    return rows


def _columns(series: _Series, figures: list[Observation | None]) -> Iterator[tuple[str, list[Cell]]]:
    """The column of a series, and those of its upper ends and bounds where there are any."""
    known = [found for found in figures if found is not None]
    unit = Counter(found.unit for found in known).most_common(1)[0][0]
    name = ".".join(
        part
        for part in (series.indicator, series.measure, series.kind, series.period, unit if unit != "%" else None)
        if part
    )
    yield name, [None if found is None else _in_unit(found.value, found.unit, unit) for found in figures]
    if any(found.upper is not None for found in known):
        uppers = (None if found is None or found.upper is None else (found.upper, found.unit) for found in figures)
        yield f"{name}.upper", [upper and _in_unit(*upper, unit) for upper in uppers]
    if any(found.bound != "=" for found in known):
        yield f"{name}.bound", [None if found is None else found.bound for found in figures]


def _in_unit(value: Decimal, own: str, unit: str) -> Decimal:
    """A value in another unit that differs from its own by a scale."""
    if own == unit:
        return value
    return (in_base_unit(value, own)[0] / in_base_unit(Decimal(1), unit)[0]).normalize()
