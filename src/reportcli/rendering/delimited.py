"""Rows as csv and tsv."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from reportcli.model import Cell
from reportcli.rendering.plain import clean, text_of

# A spreadsheet takes text that begins so for a formula, in East Asia with signs of full width too; `+3.8%` and `-50%`
# it takes for the numbers that they are, and a sign alone, such as the bound `=`, for text.
_FORMULA = re.compile(r"(?![+-]\d[\d.]*%?$)[=+\-@＝＋－＠].")


def write_csv(rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """Rows, the columns' names as the first of them, a line each, fields quoted where they must be."""
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    for row in rows:
        writer.writerow(_fields(row))
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def write_tsv(rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """Rows, a line each, fields parted by tabs; no field holds a tab or a line end."""
    for row in rows:
        yield "\t".join(_fields(row)) + "\n"


def _fields(row: Sequence[Cell]) -> list[str]:
    return ["" if cell is None else _field(cell) for cell in row]


def _field(cell: Cell) -> str:
    """A cell's text; an apostrophe keeps words from being a formula."""
    if not isinstance(cell, str):
        return text_of(cell)
    text = clean(cell)
    return f"'{text}" if _FORMULA.match(text) else text
