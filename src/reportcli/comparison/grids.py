"""A grid of places and indicators as tables that fit a page: turned where it is too wide, split where it still is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import Struct

from reportcli.rendering.blocks import Column, Table
from reportcli.rendering.legible import narrow
from reportcli.rendering.plain import columns_of
from reportcli.rendering.wrapping import wrap

# Between two columns.
_GAP = 2
# A heading shorter than this is not broken.
_SHORT = 12


class Grid(Struct, frozen=True):
    """Rows and columns of text under headings; `corner` is the heading of the rows' names."""

    corner: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]

    def turned(self, corner: str) -> Grid:
        """The grid with its rows as columns."""
        return Grid(corner, self.columns, self.rows, tuple(zip(*self.cells, strict=True)))


def lay_grid(grid: Grid, turned_corner: str, width: int | None) -> list[Table]:
    """The grid as one table, or as several that are at most `width` columns wide.

    It is turned where that takes fewer tables, or fewer lines in as many.
    """
    if width is None or not grid.rows or not grid.columns:
        return [_table(grid, range(len(grid.columns)), grid.columns)]
    ways = (_split(grid, width), _split(grid.turned(turned_corner), width))
    return min(ways, key=lambda tables: (len(tables), sum(len(table.rows) + 2 for table in tables)))


def _split(grid: Grid, width: int) -> list[Table]:
    widths = [max(columns_of(narrow(row[at])) for row in grid.cells) for at in range(len(grid.columns))]
    headings = [_break(heading, most) for heading, most in zip(grid.columns, widths, strict=True)]
    widths = [max(most, *map(columns_of, heading.split("\n"))) for heading, most in zip(headings, widths, strict=True)]
    own = max(map(columns_of, (grid.corner, *grid.rows)))
    return [_table(grid, part, headings) for part in _pack(widths, width - own)]


def _pack(widths: Sequence[int], room: int) -> Iterator[list[int]]:
    """The columns that go into one table each, at least one."""
    part: list[int] = []
    for at in range(len(widths)):
        if part and sum(widths[each] + _GAP for each in (*part, at)) > room:
            yield part
            part = []
        part.append(at)
    yield part


def _break(heading: str, width: int) -> str:
    """A heading in lines hardly longer than what stands under it."""
    half = (columns_of(heading) + 1) // 2
    return "\n".join(wrap(heading, max(width, _SHORT, half + half % 2)))


def _table(grid: Grid, part: Sequence[int], headings: Sequence[str]) -> Table:
    return Table(
        (Column(grid.corner), *(Column(headings[at], figures=True) for at in part)),
        tuple(tuple(chain((name,), (row[at] for at in part))) for name, row in zip(grid.rows, grid.cells, strict=True)),
    )
