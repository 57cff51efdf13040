"""The shape of a table: which rows are heads, which columns name the rows, which hold figures."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from reportcli.extraction.cells import read_cell
from reportcli.extraction.heads import squeeze
from reportcli.extraction.table_words import table_words
from reportcli.layout.folding import LEFT_OUT, fold
from reportcli.model import Table, TableCell

# How much of a column's cells are figures, at least.
_MOSTLY = 0.5
# What merged cells cover of a table that is read, together.
_MAX_COVERED = 200_000


class Column(Struct, frozen=True):
    """A column of figures, the column that names its rows, and that which tells their units where there is one."""

    index: int
    heads: tuple[str, ...]
    names: int
    units: int | None


class GridRow(Struct, frozen=True):
    """A row under the heads: `texts` by column, those of merged cells in each column and row; `cells` as they stand."""

    texts: dict[int, str]
    cells: tuple[TableCell, ...]


class Shape(Struct, frozen=True):
    """A table as it is read: `captions` are its rows of one cell above the heads, `name_heads` the heads of names."""

    captions: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[GridRow, ...]
    attributes: tuple[int, ...]
    name_heads: dict[int, str]


def find_shape(text: str, table: Table) -> Shape | None:
    """The shape of a table in `text`; None where it has no heads, no names or no figures."""
    rows = _rows(text, table)
    if not rows:
        return None
    width = max(cell.column + cell.columns - 1 for cell in table.cells)
    captions: list[str] = []
    while rows and _is_caption(rows[0], width):
        captions += dict.fromkeys(each for each in rows.pop(0).texts.values() if each)
    count = next((number for number, row in enumerate(rows) if not _is_head(row)), len(rows))
    heads, body = rows[:count], rows[count:]
    if not heads or not body:
        return None
    titles = {
        index: tuple(dict.fromkeys(row.texts[index] for row in heads if row.texts.get(index)))
        for index in range(1, width + 1)
    }
    columns, attributes, name_heads = _columns(titles, body)
    if not columns:
        return None
    return Shape(tuple(captions), columns, tuple(body), attributes, name_heads)


def _rows(text: str, table: Table) -> list[GridRow]:
    """The rows that are not blank; none where merged cells cover more than a table can have."""
    texts: dict[int, dict[int, str]] = {}
    cells: dict[int, list[TableCell]] = {}
    last = max((cell.row for cell in table.cells), default=0)
    covered = 0
    for cell in table.cells:
        told = fold(text[cell.start : cell.end]).replace(LEFT_OUT, "").strip()
        cells.setdefault(cell.row, []).append(cell)
        rows = range(cell.row, min(cell.row + cell.rows, last + 1))
        covered += len(rows) * cell.columns
        if covered > _MAX_COVERED:
            return []
        for row in rows:
            for column in range(cell.column, cell.column + cell.columns):
                texts.setdefault(row, {}).setdefault(column, told)
    return [GridRow(texts[row], tuple(cells.get(row, ()))) for row in sorted(texts) if any(texts[row].values())]


def _is_caption(row: GridRow, width: int) -> bool:
    """Whether one text stands over the whole table."""
    return width > 1 and len(set(row.texts.values())) == 1 and len(row.texts) >= width


def _is_head(row: GridRow) -> bool:
    """Whether a row holds words behind its first cell, and no figure but years."""
    told = [text for column, text in row.texts.items() if column > 1 and text]
    return bool(told) and not any(is_figure(text) for text in told)


def is_figure(text: str) -> bool:
    """Whether a figure stands in a cell, and not a year."""
    bare = text.removesuffix("年")
    is_year = bare.isdecimal() and len(bare) == len("2023") and bare[:2] in {"19", "20"}
    return not is_year and read_cell(text) is not None


def _columns(
    titles: dict[int, tuple[str, ...]], body: Sequence[GridRow]
) -> tuple[tuple[Column, ...], tuple[int, ...], dict[int, str]]:
    """The columns of figures; those of attributes; what stands over the names."""
    words = table_words()
    columns: list[Column] = []
    attributes: list[int] = []
    name_heads: dict[int, str] = {}
    names: int | None = None
    units: int | None = None
    for index, heads in titles.items():
        title = squeeze("".join(heads))
        if title in words.numbers:
            continue
        if title in words.units and names is not None:  # as the first, it heads the names of offices
            units = index
        elif title in words.attributes:
            attributes.append(index)
        elif names is not None and _holds_figures(body, index):
            columns.append(Column(index, heads, names, units))
        elif any(row.texts.get(index) for row in body):
            if columns and columns[-1].index == index - 1:
                if title not in words.names and title not in name_heads.values():
                    continue  # a remark
                units = None
            names = index
            name_heads[index] = title
    return tuple(columns), tuple(attributes), name_heads


def _holds_figures(body: Sequence[GridRow], index: int) -> bool:
    told = [text for row in body if (text := row.texts.get(index, "")) and any(char.isalnum() for char in text)]
    return bool(told) and sum(read_cell(text) is not None for text in told) >= _MOSTLY * len(told)
