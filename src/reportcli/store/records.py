"""Observations out of the database, as values, and the places that the reports speak of."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import Any, TypedDict

import duckdb

from reportcli.model import Kind, Measure, Mention, Observation, Record, Scope
from reportcli.store.views import FILES


class Filters(TypedDict, total=False):
    """Which figures are asked for: each filter leaves what is one of its values.

    `parts` are those of indicators' names in the reports; with `canonical` too, either will do. `place` is that of the
    report or of the section, `standard` leaves what has a canonical name, `planned` what has one that goals have too.
    """

    canonical: Collection[str] | None
    parts: Collection[str] | None
    kinds: Collection[Kind] | None
    measures: Collection[Measure] | None
    scopes: Collection[Scope] | None
    periods: Collection[str] | None
    place: str | None
    standard: bool
    planned: bool


_COLUMNS = {"kinds": "kind", "measures": "measure", "scopes": "scope", "periods": "period"}

_FIELDS = Observation.__struct_fields__
_AS_GIVEN = {"value": "value_text", "upper": "upper_text"}
_SELECTED = ", ".join(f'o."{_AS_GIVEN.get(name, name)}"' for name in _FIELDS)
_VALUE, _UPPER = _FIELDS.index("value"), _FIELDS.index("upper")
_CHUNK = 2048

_REPORTS = f"""
    SELECT sha256 AS report, source, place, place_code, year, published::VARCHAR AS published
    FROM reports r JOIN ({FILES}) f ON f.report = sha256
"""


# Sorted by a number, wide rows take half the time that they take by a path.
_NUMBERED = f"SELECT row_number() OVER (ORDER BY source) AS at, * FROM ({_REPORTS})"

_OF_SENTENCE = "LEFT JOIN statements t ON t.report = o.report AND t.number = o.statement"


def fetch(connection: duckdb.DuckDBPyConnection, filters: Filters, *, sentences: bool) -> Iterator[Record]:
    """The figures asked for. What their reports have in common is fetched once a report."""
    reports = {at: own for at, _, *own in connection.execute(_NUMBERED).fetchall()}
    conditions, values = _conditions(filters)
    query = f"""
        SELECT r.at, {"t.text" if sentences else "NULL"}, {_SELECTED}
        FROM observations o JOIN ({_NUMBERED}) r ON r.report = o.report {_OF_SENTENCE if sentences else ""}
        WHERE {conditions} ORDER BY r.at, o.number
    """
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        while rows := cursor.fetchmany(_CHUNK):
            for at, sentence, *fields in rows:
                fields[_VALUE] = Decimal(fields[_VALUE])
                if fields[_UPPER] is not None:
                    fields[_UPPER] = Decimal(fields[_UPPER])
                yield Record(*(*reports[at], sentence, Observation(*fields)))


_PARTS = f"""
    WITH parts AS (
        SELECT s.report, s.region, s.region_code, min(s.number) AS first
        FROM sections s JOIN reports r ON r.sha256 = s.report
        WHERE s.region IS NOT NULL AND s.region IS DISTINCT FROM r.place
        GROUP BY ALL
    )
    SELECT source, place, place_code, year, coalesce(region, place),
           CASE WHEN region IS NULL THEN place_code ELSE region_code END
    FROM ({_REPORTS}) r LEFT JOIN parts ON parts.report = r.report ORDER BY source, first
"""

_TOLD = f"""
    WITH told AS (
        SELECT o.report, o.kind, o.period, coalesce(o.region, r.place) AS region,
               coalesce(o.region_code, CASE WHEN o.region IS NULL OR o.region = r.place THEN r.place_code END) AS code,
               min(o.number) AS first
        FROM observations o JOIN reports r ON r.sha256 = o.report
        WHERE {{}}
        GROUP BY ALL
    )
    SELECT source, place, place_code, year, region, code, kind, period
    FROM ({_REPORTS}) r JOIN told ON told.report = r.report ORDER BY source, first, kind, period
"""


def fetch_parts(connection: duckdb.DuckDBPyConnection) -> list[Mention]:
    """The places that the reports have parts on, or their own."""
    return [Mention(*row) for row in connection.execute(_PARTS).fetchall()]


def fetch_told(connection: duckdb.DuckDBPyConnection, filters: Filters) -> list[Mention]:
    """The places of the figures asked for, with the kinds and times of these."""
    conditions, values = _conditions(filters)
    return [Mention(*row) for row in connection.execute(_TOLD.format(conditions), values).fetchall()]


def _conditions(filters: Filters) -> tuple[str, list[Any]]:
    """The conditions on an observation `o` and its report `r`, and the values in them."""
    named: list[str] = []
    values: list[Any] = []
    if (canonical := filters.get("canonical")) is not None:
        named.append("o.canonical IN (SELECT unnest(?::VARCHAR[]))")
        values.append([*canonical])
    for part in filters.get("parts") or ():
        named.append("contains(o.indicator, ?)")
        values.append(part)
    conditions = [f"({' OR '.join(named)})"] if named else ["true"]
    for name, column in _COLUMNS.items():
        wanted: Any = filters.get(name)
        if wanted is not None:
            conditions.append(f"o.{column} IN (SELECT unnest(?::VARCHAR[]))")
            values.append([*wanted])
    if (place := filters.get("place")) is not None:
        conditions.append("? IN (r.place, o.region)")
        values.append(place)
    if filters.get("standard"):
        conditions.append("o.canonical IS NOT NULL")
    if filters.get("planned"):
        conditions.append("o.canonical IN (SELECT canonical FROM observations WHERE kind = 'goal')")
    return " AND ".join(conditions), values
