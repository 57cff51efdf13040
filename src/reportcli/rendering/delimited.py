"""Rows as csv and tsv."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal

from reportcli.model import Cell, Rows
from reportcli.rendering.plain import clean

# A spreadsheet takes text that begins so for a formula; `+3.8%` and `-50%` it takes for the numbers that they are.
_FORMULA = re.compile(r"(?![+-]\d[\d.]*%?$)[=+\-@]")


def write_csv(rows: Rows) -> Iterator[str]:
    """The columns' names and the rows, a line each, fields quoted where they must be."""
    for row in (rows.columns, *rows.rows):
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow([text_of(cell) for cell in row])
        yield line.getvalue()


def write_tsv(rows: Rows) -> Iterator[str]:
    """The columns' names and the rows, a line each, fields parted by tabs; no field holds a tab or a line end."""
    for row in (rows.columns, *rows.rows):
        yield "\t".join(text_of(cell) for cell in row) + "\n"


def text_of(cell: Cell) -> str:
    """A cell's text: nothing for None, true and false, plain digits; an apostrophe keeps text from being a formula."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case str():
            text = clean(cell)
            return f"'{text}" if _FORMULA.match(text) else text
        case Decimal():
            return f"{cell:f}"
        case _:
            return str(cell)
