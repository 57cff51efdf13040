"""Observations out of the database, as values."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from typing import Any

import duckdb

from reportcli.model import Mention, Observation, Record
from reportcli.store.views import FILES

_OF_RECORD = tuple(name for name in Record.__struct_fields__ if name != "observation")
_OF_OBSERVATION = Observation.__struct_fields__
_AS_GIVEN = {"value": "value_text", "upper": "upper_text", "published": "published::VARCHAR"}
_SELECTED = ", ".join(_AS_GIVEN.get(name, f'"{name}"') for name in (*_OF_RECORD, *_OF_OBSERVATION))
_FIRST = len(_OF_RECORD)
_VALUE = _OF_OBSERVATION.index("value")
_CHUNK = 2048


def fetch(
    connection: duckdb.DuckDBPyConnection,
    filters: Mapping[str, Collection[str] | None],
    *,
    place: str | None,
    standard: bool,
) -> Iterator[Record]:
    """The figures whose columns have one of the values in `filters`, of the report's or section's `place`."""
    conditions: list[str] = ["true"]
    values: list[Any] = []
    for column, wanted in filters.items():
        if wanted is not None:
            conditions.append(f'"{column}" IN (SELECT unnest(?::VARCHAR[]))')
            values.append([*wanted])
    if place is not None:
        conditions.append("? IN (place, region)")
        values.append(place)
    if standard:
        conditions.append("canonical IS NOT NULL")
    query = f"SELECT {_SELECTED} FROM figures WHERE {' AND '.join(conditions)} ORDER BY source, number"
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        while rows := cursor.fetchmany(_CHUNK):
            for row in rows:
                yield Record(*(*row[:_FIRST], _observation(row[_FIRST:])))


_MENTIONS = f"""
    WITH files AS (
        SELECT r.sha256, f.source, r.place, r.place_code, r.year
        FROM reports r JOIN ({FILES}) f ON f.report = r.sha256
    ), parts AS (
        SELECT s.report, s.region, s.region_code, min(s.number) AS first
        FROM sections s JOIN reports r ON r.sha256 = s.report
        WHERE s.region IS NOT NULL AND s.region IS DISTINCT FROM r.place
        GROUP BY ALL
    ), told AS (
        SELECT o.report, o.kind, o.period, coalesce(o.region, r.place) AS region,
               coalesce(o.region_code, CASE WHEN o.region IS NULL OR o.region = r.place THEN r.place_code END) AS code,
               min(o.number) AS first
        FROM observations o JOIN reports r ON r.sha256 = o.report
        GROUP BY ALL
    ), mentions AS (
        SELECT source, place, place_code, year, coalesce(region, place) AS region,
               CASE WHEN region IS NULL THEN place_code ELSE region_code END AS code,
               NULL AS kind, NULL AS period, first
        FROM files LEFT JOIN parts ON report = sha256
        UNION ALL SELECT source, place, place_code, year, region, code, kind, period, first
        FROM files JOIN told ON report = sha256
    )
    SELECT source, place, place_code, year, region, code, kind, period FROM mentions
    ORDER BY kind IS NOT NULL, source, first, kind, period
"""


def fetch_mentions(connection: duckdb.DuckDBPyConnection) -> list[Mention]:
    """The places that the reports have parts on, or their own; and those of their figures, with kinds and times."""
    return [Mention(*row) for row in connection.execute(_MENTIONS).fetchall()]


def _observation(fields: tuple[Any, ...]) -> Observation:
    before, (value, upper), after = fields[:_VALUE], fields[_VALUE : _VALUE + 2], fields[_VALUE + 2 :]
    return Observation(*(*before, Decimal(value), None if upper is None else Decimal(upper), *after))
