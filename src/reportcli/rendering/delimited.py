"""Rows as csv and tsv."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from reportcli.model import Cell
from reportcli.patterns import regex
from reportcli.rendering.plain import clean, text_of

# A spreadsheet takes text that begins so for a formula, in East Asia with signs of full width too; `+3.8%` and `-50%`
# it takes for the numbers that they are, and a sign alone, such as the bound `=`, for text.
_FORMULA = regex(r"(?![+-]\d[\d.]*%?$)[=+\-@＝＋－＠].")


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
    return ["" if cell is None else _words(cell) if isinstance(cell, str) else text_of(cell) for cell in row]


@lru_cache(4096)  # row after row has the same kinds, names and units
def _words(text: str) -> str:
    """Words as a cell takes them; an apostrophe keeps them from being a formula."""
    text = clean(text)
    return f"'{text}" if _FORMULA.match(text) else text
