"""Rows as a workbook that Excel opens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from reportcli.model import Cell
from reportcli.rendering.plain import text_of

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

# What Excel can hold: rows of a sheet, with the heading, and characters of a cell.
MOST_ROWS = 1_048_576
MOST_CHARACTERS = 32_767

_WIDTHS = {
    **dict.fromkeys(("sentence", "text"), 80),
    **dict.fromkeys(("source", "section", "title", "problem", "remedy", "sha256"), 32),
    **dict.fromkeys(("indicator", "canonical", "keyword"), 24),
    **dict.fromkeys(("place", "region", "quote"), 14),
}
_USUAL_WIDTH = 10


class Sheet(Struct, frozen=True):
    """A sheet to be: its name, its columns with their headings, its rows, which are taken once."""

    name: str
    columns: Sequence[str]
    headings: Sequence[str]
    rows: Iterable[tuple[Cell, ...]]


def write_workbook(path: Path, sheets: Iterable[Sheet], most_rows: int = MOST_ROWS) -> None:
    """Write a workbook, row by row: numbers are numbers, text is never a formula, headings stay in sight and filter.

    What does not fit into one sheet goes on in a next one. Raises ImportError where xlsxwriter is not installed.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 - an extra, and only where it is asked for

    with Workbook(str(path), {"constant_memory": True}) as workbook:
        heading = workbook.add_format({"bold": True})
        for sheet in sheets:
            rows = iter(sheet.rows)
            for name, part in _parts(sheet.name, rows, most_rows - 1):
                _write_sheet(workbook, heading, name, sheet, part)


def _parts(name: str, rows: Iterator[tuple[Cell, ...]], most: int) -> Iterator[tuple[str, Iterable[tuple[Cell, ...]]]]:
    """The rows in parts of `most` at most, each with the name of its sheet; at least one."""
    yield name, islice(rows, most)
    number = 2
    while (first := next(rows, None)) is not None:
        yield f"{name} {number}", chain([first], islice(rows, most - 1))
        number += 1


def _write_sheet(
    workbook: Workbook, heading: Format, name: str, sheet: Sheet, rows: Iterable[tuple[Cell, ...]]
) -> None:
    page = workbook.add_worksheet(name)
    page.freeze_panes(1, 0)
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, _WIDTHS.get(column, _USUAL_WIDTH))
        page.write_string(0, at, sheet.headings[at], heading)
    last = 0
    for last, row in enumerate(rows, start=1):
        for at, cell in enumerate(row):
            match cell:
                case None | "":
                    pass
                case bool():
                    page.write_boolean(last, at, cell)
                case int() | float() | Decimal():
                    page.write_number(last, at, float(cell))
                case _:
                    page.write_string(last, at, text_of(cell)[:MOST_CHARACTERS])
    page.autofilter(0, 0, last, len(sheet.columns) - 1)
