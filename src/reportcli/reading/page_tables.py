"""Tables on a page: lines beside each other whose segments stand in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportcli.reading.blocks import Grid, GridCell, Text, is_table
from reportcli.reading.pages import Line, Segment

# A table has a line of heads and two of figures.
_FEW = 3


def find_grids(lines: Sequence[Line], page: int) -> list[Text | Grid]:
    """The lines of a page, those that are a table's rows as a table."""
    found: list[Text | Grid] = []
    for run in _runs(lines):
        cells = _cells(run) if len(run) >= _FEW else None
        if cells is not None and is_table(cells):
            found.append(Grid(cells, page))
        else:
            found += [Text(("\n" if line.after_gap else "") + "　" * line.indent + line.text, page) for line in run]
    return found


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines, those of several segments that follow each other together."""
    run: list[Line] = []
    for line in lines:
        if run and (len(line.segments) == 1 or len(run[0].segments) == 1):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _cells(lines: Sequence[Line]) -> tuple[GridCell, ...] | None:
    """The cells of rows whose segments stand in columns, None where two of a row stand in one."""
    columns: list[tuple[float, float]] = []
    for segment in sorted((each for line in lines for each in line.segments), key=lambda each: each.left):
        if columns and segment.left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], segment.right))
        else:
            columns.append((segment.left, segment.right))
    cells: list[GridCell] = []
    for row, line in enumerate(lines, 1):
        places = [_column(segment, columns) for segment in line.segments]
        if len(set(places)) < len(places):
            return None
        cells += [GridCell(segment.text, row, place) for segment, place in zip(line.segments, places, strict=True)]
    return tuple(cells)


def _column(segment: Segment, columns: Sequence[tuple[float, float]]) -> int:
    return next(number for number, (left, right) in enumerate(columns, 1) if left <= segment.left <= right)
