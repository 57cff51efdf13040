"""Rows as a table for people."""

from __future__ import annotations

from decimal import Decimal

from reportcli.model import Rows
from reportcli.rendering.blocks import Column, Table
from reportcli.rendering.delimited import text_of
from reportcli.rendering.labels import Labels


def lay_rows(rows: Rows, labels: Labels) -> Table:
    """`rows` as a table with headings in the language of `labels`; a column of numbers stands at its right edge."""
    return Table(
        tuple(
            Column(labels.columns.get(name, name), figures=_is_numbers(rows, at))
            for at, name in enumerate(rows.columns)
        ),
        tuple(tuple(text_of(cell) for cell in row) for row in rows.rows),
    )


def _is_numbers(rows: Rows, column: int) -> bool:
    cells = [row[column] for row in rows.rows]
    return all(
        cell is None or (isinstance(cell, int | float | Decimal) and not isinstance(cell, bool)) for cell in cells
    )
