"""A matrix as rows, as JSON objects and as tables for people."""

from __future__ import annotations

from collections.abc import Iterator

from reportcli.comparison.grids import Grid, lay_grid
from reportcli.comparison.matrix import MEASURES, Matrix
from reportcli.model import Cell, Record, Rows
from reportcli.rendering.blocks import Block, Heading, Note
from reportcli.rendering.figures import write_figure, write_result
from reportcli.rendering.labels import Labels

_OPENING = ("region", "region_code", "gaps")
_GAP = "--"


def matrix_rows(matrix: Matrix) -> Rows:
    """A row a place: for how many indicators it has no figure, and a column for each indicator and measure.

    A cell is the figure in words, None where there is none; a column is named `indicator.measure`.
    """
    series = [
        (indicator, measure)
        for indicator in matrix.indicators
        for measure in MEASURES
        if any((place, indicator, measure) in matrix.cells for place in matrix.places)
    ]
    return Rows(
        (*_OPENING, *(f"{indicator}.{measure}" for indicator, measure in series)),
        tuple(
            (
                *(place.name, place.code, matrix.gaps(place)),
                *(_cell(matrix.cells.get((place, indicator, measure))) for indicator, measure in series),
            )
            for place in matrix.places
        ),
    )


def lay_matrix(matrix: Matrix, labels: Labels, width: int | None) -> Iterator[Block]:
    """The matrix in tables, and what has to be said of it; in a cell the figures of all measures."""
    gaps = [matrix.gaps(place) for place in matrix.places]
    counts = labels.gaps.format(len(matrix.places), len(matrix.indicators), sum(gaps))
    yield Heading(0, _title(matrix, labels), counts)
    columns = labels.columns
    grid = Grid(
        columns.get("region", "region"),
        tuple(place.name or labels.untitled for place in matrix.places),
        (*matrix.indicators, columns.get("gaps", "gaps")),
        tuple(
            (*(_join(matrix.figures(place, each)) for each in matrix.indicators), str(own))
            for place, own in zip(matrix.places, gaps, strict=True)
        ),
    )
    yield from lay_grid(grid, labels.indicator, width)
    if any(gaps):
        yield Note(labels.gap)
    if matrix.several:
        yield Note(labels.one_of)
    if matrix.more:
        yield Note(labels.other_indicators.format(matrix.more))
    if matrix.untold:
        yield Note(labels.untold.format(matrix.untold))


def _title(matrix: Matrix, labels: Labels) -> str:
    asked = matrix.question
    if asked.kind == "goal":
        return labels.goal_of.format(asked.period) if asked.period else labels.goal
    return labels.result_of.format(asked.period) if asked.period else labels.result


def _cell(record: Record | None) -> Cell:
    return None if record is None else write_figure(record.observation, record.sentence)


def _join(figures: tuple[Record, ...]) -> str:
    """The level and the growth in one cell, or what there is in their place."""
    usual = [each for each in figures if each.observation.measure in {"level", "growth"}]
    return " ".join(write_result(each.observation, each.sentence) for each in usual or figures[:1]) or _GAP
