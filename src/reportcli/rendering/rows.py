"""What a report holds as rows: of observations, statements, sections and keywords.

Every row opens with `source`, `place` and `year` of its report, so that rows of many reports go into one table. For
people there are fewer columns: those that fit a screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reportcli.model import Cell, Keyword, Observation, Report, Rows, Section, Statement

_REPORT = ("source", "place", "year")

OBSERVATION_COLUMNS = (*_REPORT, "section", *Observation.__struct_fields__, "sentence")
STATEMENT_COLUMNS = (*_REPORT, "section", *Statement.__struct_fields__, "sentence")
SECTION_COLUMNS = (*_REPORT, "line", "level", "role", "region", "title", "goals", "achievements")
KEYWORD_COLUMNS = (*_REPORT, "section", "region", "rank", "keyword", "weight")

# The figure in words is no field of the contract; it may be asked for by its name.
FIGURE = "figure"
READABLE_OBSERVATION = ("region", "kind", "indicator", FIGURE, "period", "line")
READABLE_STATEMENT = ("region", "kind", "line", "text")
READABLE_SECTION = SECTION_COLUMNS[3:]
READABLE_KEYWORD = KEYWORD_COLUMNS[3:]


def observation_rows(reports: Iterable[Report], wanted: Callable[[Observation], bool] = lambda _: True) -> Rows:
    """A row an observation that is `wanted`; `sentence` is the text of the statement that it stands in, else None."""
    from reportcli.rendering.figures import write_figure  # noqa: PLC0415 - the names above are known without it

    rows: list[tuple[Cell, ...]] = []
    for report in reports:
        for section in report.sections:
            statements = {statement.start: statement for statement in section.statements}
            for found in filter(wanted, section.observations):
                statement = statements.get(found.sentence_start)
                sentence = statement.text if statement else None
                rows.append((*_open(report), section.title, *_fields(found), sentence, write_figure(found, statement)))
    return Rows((*OBSERVATION_COLUMNS, FIGURE), tuple(rows))


def statement_rows(reports: Iterable[Report], wanted: Callable[[Statement], bool] = lambda _: True) -> Rows:
    """A row a statement that is `wanted`; its `text` is its sentence."""
    return Rows(
        STATEMENT_COLUMNS,
        tuple(
            (*_open(report), section.title, *_fields(found), found.text)
            for report in reports
            for section in report.sections
            for found in section.statements
            if wanted(found)
        ),
    )


def section_rows(reports: Iterable[Report]) -> Rows:
    """A row a section; `goals` and `achievements` count its observations."""
    return Rows(
        SECTION_COLUMNS,
        tuple(
            (
                *_open(report),
                *(section.line, section.level, section.role, section.region, section.title),
                *(_count(section, "goal"), _count(section, "achievement")),
            )
            for report in reports
            for section in report.sections
        ),
    )


def keyword_rows(reports: Iterable[Report]) -> Rows:
    """A row a keyword: first those of the whole report, without a section, then each section's."""
    rows: list[tuple[Cell, ...]] = []
    for report in reports:
        rows += _ranked((*_open(report), None, None), report.keywords)
        for section in report.sections:
            rows += _ranked((*_open(report), section.title, section.region), section.keywords)
    return Rows(KEYWORD_COLUMNS, tuple(rows))


def pick_columns(rows: Rows, columns: Sequence[str]) -> Rows:
    """`rows` with these of their columns, in this order; raises ValueError for a name that is none of them."""
    at = [rows.columns.index(name) for name in columns]
    return Rows(tuple(columns), tuple(tuple(row[index] for index in at) for row in rows.rows))


def pick_readable(rows: Rows, columns: Sequence[str]) -> Rows:
    """`rows` with these of their columns, and the source of each before them where there are several."""
    at = rows.columns.index("source")
    several = len({row[at] for row in rows.rows}) > 1
    return pick_columns(rows, ("source", *columns) if several else columns)


def _open(report: Report) -> tuple[Cell, ...]:
    return report.source, report.place, report.year


def _fields(record: Observation | Statement) -> tuple[Cell, ...]:
    return tuple(getattr(record, field) for field in record.__struct_fields__)


def _count(section: Section, kind: str) -> int:
    return sum(found.kind == kind for found in section.observations)


def _ranked(prefix: tuple[Cell, ...], keywords: Iterable[Keyword]) -> list[tuple[Cell, ...]]:
    return [(*prefix, rank, keyword.text, keyword.weight) for rank, keyword in enumerate(keywords, start=1)]
