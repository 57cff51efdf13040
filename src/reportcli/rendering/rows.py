"""What a report holds as rows: of observations, statements, sections and keywords.

Every row opens with `source`, `place` and `year` of its report, so that rows of many reports go into one table. For
people there are fewer columns: those that fit a screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reportcli.model import Cell, Keyword, Observation, Report, Rows, Section, Statement

_REPORT = ("source", "place", "year")
_OPENING = (*_REPORT, "section")

OBSERVATION_COLUMNS = (*_OPENING, *Observation.__struct_fields__, "sentence")
STATEMENT_COLUMNS = (*_OPENING, *Statement.__struct_fields__, "sentence")
SECTION_COLUMNS = (*_REPORT, "line", "level", "role", "region", "title", "goals", "achievements")
KEYWORD_COLUMNS = (*_OPENING, "region", "rank", "keyword", "weight")

# The figure in words is no field of the contract; it may be asked for by its name.
FIGURE = "figure"
LOCATOR = "locator"
READABLE_OBSERVATION = ("region", "kind", "indicator", FIGURE, "period", "line", LOCATOR)
READABLE_STATEMENT = ("region", "kind", "line", LOCATOR, "text")
READABLE_SECTION = SECTION_COLUMNS[3:]
READABLE_KEYWORD = KEYWORD_COLUMNS[3:]


def observation_rows(
    reports: Iterable[Report],
    columns: Sequence[str] = OBSERVATION_COLUMNS,
    wanted: Callable[[Observation], bool] = lambda _: True,
) -> Rows:
    """A row an observation that is `wanted`, with these columns.

    `sentence` is the text of the statement that it stands in, None where there is none; `figure` is it in words.
    """
    rows: list[tuple[Cell, ...]] = []
    for report in reports:
        for section in report.sections:
            opening = dict(zip(_OPENING, (*_open(report), section.title), strict=True))
            statements = {statement.start: statement for statement in section.statements}
            for found in filter(wanted, section.observations):
                statement = statements.get(found.sentence_start)
                rows.append(
                    tuple(opening[name] if name in opening else _observed(found, statement, name) for name in columns)
                )
    return Rows(tuple(columns), tuple(rows))


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


def drop_needless(rows: Rows) -> Rows:
    """`rows` for people without the source where it is the same in all of them, and the locator where none has one."""
    told = {name: {row[at] for row in rows.rows} for at, name in enumerate(rows.columns)}
    needless = {"source"} if len(told["source"]) < 2 else set()
    if told.get(LOCATOR, set()) <= {None}:
        needless.add(LOCATOR)
    return pick_columns(rows, [name for name in rows.columns if name not in needless])


def _open(report: Report) -> tuple[Cell, ...]:
    return report.source, report.place, report.year


def _observed(found: Observation, statement: Statement | None, column: str) -> Cell:
    match column:
        case "sentence":
            return statement.text if statement else None
        case "figure":
            from reportcli.rendering.figures import write_figure  # noqa: PLC0415 - rows for programs do without

            return write_figure(found, statement.text if statement else None)
        case _:
            value: Cell = getattr(found, column)
            return value


def _fields(record: Statement) -> tuple[Cell, ...]:
    return tuple(getattr(record, field) for field in record.__struct_fields__)


def _count(section: Section, kind: str) -> int:
    return sum(found.kind == kind for found in section.observations)


def _ranked(prefix: tuple[Cell, ...], keywords: Iterable[Keyword]) -> list[tuple[Cell, ...]]:
    return [(*prefix, rank, keyword.text, keyword.weight) for rank, keyword in enumerate(keywords, start=1)]
