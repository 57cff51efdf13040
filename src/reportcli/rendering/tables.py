"""Indicators as the rows of a table, their figures in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, structs

from reportcli.model import Observation, Statement
from reportcli.rendering.blocks import Block, Column, Note, drop_empty_columns
from reportcli.rendering.differences import write_difference
from reportcli.rendering.figures import write_change, write_figure
from reportcli.rendering.indicators import Indicator, Years
from reportcli.rendering.labels import Labels
from reportcli.rendering.periods import write_period


class Cells(Struct, frozen=True):
    """The cells of one row."""

    indicator: str
    result: str = ""
    change: str = ""
    goal: str = ""
    against: str = ""
    lines: str = ""


def write_cells(indicator: Indicator, statements: Mapping[int, Statement], labels: Labels) -> Cells:
    """The figures of `indicator` in words; `statements` are by the start of their sentence."""

    def sentence(found: Observation) -> str | None:
        statement = statements.get(found.sentence_start)
        return statement.text if statement else None

    def words(found: Observation) -> str:
        return write_figure(found, sentence(found))

    changes = [write_change(found, sentence(found)) for found in indicator.changes]
    differences = [
        write_difference(result, goal, labels)
        for goal in indicator.goals
        for result in (*indicator.results, *indicator.changes)
    ]
    return Cells(
        indicator=write_name(indicator, labels),
        result="; ".join(map(words, indicator.results)),
        change="; ".join(changes),
        goal="; ".join(map(words, indicator.goals)),
        against="; ".join(filter(None, differences)),
        lines="/".join(map(str, indicator.lines)),
    )


def write_name(indicator: Indicator, labels: Labels) -> str:
    """The indicator's name, with the place and the time where they are not those of the table."""
    place = f"{indicator.region}:" if indicator.region else ""
    time = f"({write_period(indicator.period, labels)})" if indicator.period else ""
    return f"{'  ' + labels.of_these if indicator.part else ''}{place}{indicator.name}{time}"


def lay_table(rows: Sequence[Cells], years: Years, labels: Labels) -> Iterator[Block]:
    """The rows as a table, columns in which nothing would stand left out, and what has to be said of it."""
    yield drop_empty_columns(
        (
            Column(labels.indicator),
            Column(labels.result_of.format(years.result) if years.result else labels.result, figures=True),
            Column(labels.change, figures=True),
            Column(labels.goal_of.format(years.goal) if years.goal else labels.goal, figures=True),
            Column(labels.against, figures=True),
            Column(labels.lines, figures=True),
        ),
        [structs.astuple(row) for row in rows],
    )
    if any(row.against for row in rows):
        yield Note(labels.computed)
