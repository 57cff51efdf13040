"""A ranking as rows and as a table for people."""

from __future__ import annotations

from collections.abc import Iterator

from reportcli.comparison.questions import standard_name
from reportcli.comparison.ranking import Entry, Ranking
from reportcli.model import Cell, Rows
from reportcli.rendering.blocks import Block, Column, Heading, Note, drop_empty_columns
from reportcli.rendering.figures import write_figure
from reportcli.rendering.labels import Labels
from reportcli.rendering.periods import write_period
from reportcli.rendering.plain import text_of

_GAP = "--"
_OBSERVED = ("kind", "indicator", "canonical", "measure", "period", "value", "upper", "unit", "bound", "basis")
RANKING_COLUMNS = ("rank", "region", "region_code", "figure", *_OBSERVED, "source", "year", "line")


def ranking_rows(ranking: Ranking) -> Rows:
    """A row a place, with its figure in words and in numbers as written; nothing but the place where it has none."""
    return Rows(
        RANKING_COLUMNS, tuple(tuple(_cell(entry, name) for name in RANKING_COLUMNS) for entry in ranking.entries)
    )


def lay_ranking(ranking: Ranking, labels: Labels) -> Iterator[Block]:
    """The ranking as a table; the indicator's name in the report stands in it where it is not the one asked for."""
    asked = ranking.question
    name = " ".join(map(standard_name, asked.indicators))
    kind = labels.goal if asked.kind == "goal" else labels.result
    time = write_period(asked.period, labels) if asked.period else ""
    yield Heading(0, " ".join(filter(None, (time, name, kind))), labels.order[ranking.falling])
    columns = {each: labels.columns.get(each, each) for each in ("rank", "region", "figure", "indicator", "line")}
    yield drop_empty_columns(
        (
            Column(columns["rank"], figures=True),
            Column(columns["region"]),
            Column(columns["figure"], figures=True),
            Column(columns["indicator"]),
            Column(columns["line"], figures=True),
        ),
        [
            (
                text_of(entry.rank),
                entry.place.name or labels.untitled,
                text_of(_cell(entry, "figure")) or _GAP,
                "" if _cell(entry, "canonical") == name else text_of(_cell(entry, "indicator")),
                text_of(_cell(entry, "line")),
            )
            for entry in ranking.entries
        ],
    )
    if any(entry.record is None for entry in ranking.entries):
        yield Note(labels.gap)
    if ranking.several:
        yield Note(labels.one_of)
    if ranking.untold:
        yield Note(labels.untold.format(ranking.untold))


def _cell(entry: Entry, column: str) -> Cell:
    record = entry.record
    match column:
        case "rank":
            return entry.rank
        case "region":
            return entry.place.name
        case "region_code":
            return entry.place.code
    if record is None:
        return None
    match column:
        case "figure":
            return write_figure(record.observation, record.sentence)
        case "source":
            return record.source
        case "year":
            return record.year
        case _:
            value: Cell = getattr(record.observation, column)
            return value
