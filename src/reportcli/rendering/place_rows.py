"""Divisions as rows, each with what it lies in."""

from __future__ import annotations

from collections.abc import Iterable

from reportcli.gazetteer.divisions import Division, parents
from reportcli.model import Cell, Rows

PLACE_COLUMNS = ("code", "name", "level", "county", "city", "province", "list", "abolished")
READABLE_PLACE = PLACE_COLUMNS[:6]


def place_rows(divisions: Iterable[Division]) -> Rows:
    """A row a division; what it does not lie in is None, `abolished` if the list says that it is no more."""
    return Rows(PLACE_COLUMNS, tuple(_row(division) for division in divisions))


def _row(division: Division) -> tuple[Cell, ...]:
    above = {each.level: each.name for each in parents(division.code)}
    return (
        *(division.code, division.name, division.level),
        *(above.get("county"), above.get("city"), above.get("province")),
        *(division.list, division.abolished),
    )
