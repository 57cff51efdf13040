"""The tables as they are given away: each row with its file, place and year, in the order of files and texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

import duckdb

from reportcli.model import Cell
from reportcli.store.views import FILES

_CHUNK = 2048
_FILES = f"WITH files AS ({FILES})"
_OF_SECTION = """
    FROM {} t JOIN files USING (report) JOIN reports r ON r.sha256 = t.report
    LEFT JOIN sections s ON s.report = t.report AND s.number = t.section
    ORDER BY source, t.section NULLS FIRST, t.number
"""

_QUERIES = {
    "reports": """
        SELECT source, place, place_code, year, published::VARCHAR AS published, doc_type, title, encoding, sha256
        FROM reports JOIN files ON files.report = sha256 ORDER BY source
    """,
    "sources": "SELECT source, sha256 FROM sources ORDER BY source",
    "sections": """
        SELECT source, place, year, t.title, region, region_code, role, level, start, "end", line
        FROM sections t JOIN files USING (report) JOIN reports r ON r.sha256 = t.report ORDER BY source, number
    """,
    "statements": """
        SELECT source, place, year, s.title AS section, kind, indicator, canonical, period, t.region, t.region_code,
               text, t.start, t."end", t.line, locator
    """
    + _OF_SECTION.format("statements"),
    "keywords": """
        SELECT source, place, year, s.title AS section, s.region, t.number + 1 AS rank, text AS keyword, weight
    """
    + _OF_SECTION.format("keywords"),
    "summaries": """
        SELECT source, place, year, s.title AS section, s.region, t.number + 1 AS rank, text, t.start, t."end"
    """
    + _OF_SECTION.format("summaries"),
    "skipped": "SELECT source, problem, remedy, sha256 FROM skipped ORDER BY source",
}
# Of figures there is the number, and the number digit by digit.
_FIGURES = {"observations": "figures", "goals": "goals", "achievements": "achievements", "latest": "latest"}
_OWN = "value_text, upper_text, place_code, published, report, section_number, number"
_DIGITS = "REPLACE (value_text AS value, upper_text AS upper)"
_DECIMALS = ("value", "upper")

EXPORTS = ("reports", "sources", "sections", *_FIGURES, "statements", "keywords", "summaries", "skipped")


def fetch(connection: duckdb.DuckDBPyConnection, table: str) -> tuple[tuple[str, ...], Iterator[tuple[Cell, ...]]]:
    """The columns of what is called `table` in EXPORTS, and its rows."""
    cursor = connection.cursor().execute(_query(table, _DIGITS))
    columns = tuple(column[0] for column in cursor.description)
    return columns, _rows(cursor, [columns.index(name) for name in _DECIMALS if name in columns])


def copy(connection: duckdb.DuckDBPyConnection, table: str, path: Path, names: Mapping[str, str]) -> None:
    """Write what is called `table` in EXPORTS as Parquet; `names` are other names for its columns."""
    query = _query(table, "")
    columns = [column[0] for column in connection.cursor().execute(f"DESCRIBE {query}").fetchall()]
    named = ", ".join(f'"{column}" AS "{names.get(column, column)}"' for column in columns)
    target = str(path).replace("'", "''")
    connection.cursor().execute(f"COPY (SELECT {named} FROM ({query})) TO '{target}' (FORMAT parquet)")


def _query(table: str, replaced: str) -> str:
    if view := _FIGURES.get(table):
        return f"SELECT * EXCLUDE ({_OWN}) {replaced} FROM {view} ORDER BY source, number"
    return f"{_FILES} {_QUERIES[table]}"


def _rows(cursor: duckdb.DuckDBPyConnection, decimals: list[int]) -> Iterator[tuple[Cell, ...]]:
    with cursor:
        while rows := cursor.fetchmany(_CHUNK):
            if not decimals:
                yield from rows
                continue
            for row in rows:
                cells = [*row]
                for at in decimals:
                    if cells[at] is not None:
                        cells[at] = Decimal(cells[at])
                yield tuple(cells)
