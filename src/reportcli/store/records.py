"""Observations out of the database, as values."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from typing import Any

import duckdb

from reportcli.model import Observation, Record

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


def _observation(fields: tuple[Any, ...]) -> Observation:
    before, (value, upper), after = fields[:_VALUE], fields[_VALUE : _VALUE + 2], fields[_VALUE + 2 :]
    return Observation(*(*before, Decimal(value), None if upper is None else Decimal(upper), *after))
