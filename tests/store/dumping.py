"""All that is in a database, in an order that does not depend on the one it was written in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

from reportcli.store.tables import TABLES


def dump(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of each table, sorted."""
    with duckdb.connect(str(path), read_only=True) as connection:
        return {
            table.name: sorted(connection.execute(f'SELECT * FROM "{table.name}"').fetchall(), key=repr)
            for table in TABLES
        }


def counts(path: Path) -> dict[str, int]:
    """How many rows each table has."""
    return {name: len(rows) for name, rows in dump(path).items()}
