"""Rows as a table for people."""

from __future__ import annotations

from decimal import Decimal

from reportcli.model import Rows
from reportcli.rendering.blocks import Column, Table
from reportcli.rendering.labels import Labels
from reportcli.rendering.plain import text_of

# Columns whose values are words of the contract.
_CODED = frozenset({"kind", "role", "severity", "level"})


def lay_rows(rows: Rows, labels: Labels) -> Table:
    """`rows` as a table with headings in the language of `labels`; a column of numbers stands at its right edge."""
    return Table(
        tuple(
            Column(labels.columns.get(name, name), figures=_is_numbers(rows, at))
            for at, name in enumerate(rows.columns)
        ),
        tuple(
            tuple(
                labels.values.get(text, text) if name in _CODED else text
                for name, text in zip(rows.columns, map(text_of, row), strict=True)
            )
            for row in rows.rows
        ),
    )


def _is_numbers(rows: Rows, column: int) -> bool:
    cells = [row[column] for row in rows.rows]
    return all(
        cell is None or (isinstance(cell, int | float | Decimal) and not isinstance(cell, bool)) for cell in cells
    )
