"""The tables of the database: their columns, with the comments that stand in the file too.

There are no keys and no indexes: one process writes, what belongs together is written in one transaction, and in DuckDB
to delete and insert under a key fails within one transaction. A report is called by its content's hash, so that nothing
in the file tells in which order reports were read.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

# Raise it with each change of the tables, and say in `migrations` how to get there.
VERSION = 2

# Wide enough for what reports say. Of a number that does not fit, or not exactly, only `value_text` is there.
PLACES = 6
DECIMAL = f"DECIMAL(38,{PLACES})"


class Column(Struct, frozen=True):
    """A column: `given` is the key in the JSON lines that it is made of where that is not its name."""

    name: str
    type: str
    comment: str
    given: str | None = None


class Table(Struct, frozen=True):
    """A table; those that are `of_report` open with the hash of their report, as `report`."""

    name: str
    comment: str
    columns: tuple[Column, ...]
    of_report: bool = True


TEXT, _NUMBER, _BOOLEAN = "VARCHAR", "INTEGER", "BOOLEAN"

_REPORT = Column("report", TEXT, "sha256 of the report, as in reports")
_SECTION = Column("section", _NUMBER, "the section's number in the report, from 0, as in sections")
_MAYBE_SECTION = Column("section", _NUMBER, "the section's number in the report; null for the report as a whole")
_NUMBER_IN = Column("number", _NUMBER, "its number in the report, from 0, in the order of the text")
_START = Column("start", _NUMBER, "where it starts in the text, in characters from 0")
_END = Column("end", _NUMBER, "where it ends there, exclusive")
_LINE = Column("line", _NUMBER, "the line that it starts in, from 1")
_LOCATOR = Column("locator", TEXT, "page, paragraph or cell in a document")
_CANONICAL = Column("canonical", TEXT, "the indicator's standard name, if it has one")
_PERIOD = Column("period", TEXT, "the time measured: 2023, 2024-S1, 2024-Q3, 2024-05, 2021/2025")
_REGION = Column("region", TEXT, "the place that it is about, as the section names it")
_REGION_CODE = Column("region_code", TEXT, "the official division code of that place")

REPORTS = Table(
    "reports",
    "one row a report, however many files hold it",
    (
        Column("sha256", TEXT, "hash of the file's bytes: what other tables call the report by"),
        Column("made_with", TEXT, "hash of the extraction, the settings and what the file's name says"),
        Column("schema", _NUMBER, "version of the output contract"),
        Column("encoding", TEXT, "encoding of the file"),
        Column("doc_type", TEXT, "work_report, news, communique, other"),
        Column("title", TEXT, "the title as written"),
        Column("place", TEXT, "whose report it is"),
        Column("place_code", TEXT, "the official division code of that place"),
        Column("year", _NUMBER, "the year that the plan is for; without a plan, the year of the results"),
        Column("published", "DATE", "the day it was given or published"),
    ),
    of_report=False,
)
SOURCES = Table(
    "sources",
    "one row a file that holds a report; several files may hold the same",
    (
        Column("source", TEXT, "the file's path, from the database's folder where it lies in that"),
        Column("sha256", TEXT, "the report, as in reports"),
    ),
    of_report=False,
)
SECTIONS = Table(
    "sections",
    "one row a section; sections are in order and partition the text",
    (
        _REPORT,
        Column("number", _NUMBER, "its number in the report, from 0"),
        Column("title", TEXT, "the heading as written"),
        Column("region", TEXT, "the place that the section is about"),
        _REGION_CODE,
        Column("role", TEXT, "review, plan, mixed, other"),
        Column("level", _NUMBER, "0 before the first heading, 1 a heading, 2 a heading under one"),
        _START,
        _END,
        _LINE,
    ),
)
OBSERVATIONS = Table(
    "observations",
    "one row a number by which a place says what it reached or means to reach",
    (
        _REPORT,
        _SECTION,
        _NUMBER_IN,
        Column("kind", TEXT, "goal, achievement"),
        Column("indicator", TEXT, "what is measured, in the words of the report"),
        _CANONICAL,
        Column("measure", TEXT, "level, growth, rank, completion, gap"),
        Column("value", DECIMAL, "the number as written, in the unit as written; falls are negative growth"),
        Column("upper", DECIMAL, "the second end of a range"),
        Column("value_text", TEXT, "the value digit by digit: 7.0 stays 7.0", "value"),
        Column("upper_text", TEXT, "the second end of a range digit by digit", "upper"),
        Column("unit", TEXT, "the unit as written"),
        Column("bound", TEXT, "=, >=, <= or ~ (about), of the magnitude as written"),
        _PERIOD,
        _REGION,
        _REGION_CODE,
        Column("quote", TEXT, "the number with its unit as it stands in the text"),
        _START,
        _END,
        Column("sentence_start", _NUMBER, "where its sentence starts"),
        Column("sentence_end", _NUMBER, "where its sentence ends, exclusive"),
        _LINE,
        _LOCATOR,
        Column("headline", _BOOLEAN, "whether it is one of the main targets or of the overview of results"),
        Column("scope", TEXT, "whose figure it is: place, project, policy, firm, base, context"),
        Column("rate", TEXT, "of a growth: yoy, average, cumulative"),
        Column("base_period", TEXT, "what a growth is against, where the text names it"),
        Column("basis", TEXT, "how it is computed, in the words of the report"),
        Column("commitment", TEXT, "how firmly it is aimed at, in the words of the report"),
        Column("estimated", _BOOLEAN, "whether it is a preliminary figure"),
        Column("among", TEXT, "of a rank: the order that it stands in"),
        Column("statement", _NUMBER, "the number of the statement that its sentence makes; null where it makes none"),
    ),
)
STATEMENTS = Table(
    "statements",
    "one row a sentence that states a goal, an achievement or a problem; observations share its offsets",
    (
        _REPORT,
        _SECTION,
        _NUMBER_IN,
        Column("kind", TEXT, "goal, achievement, problem"),
        Column("indicator", TEXT, "what it sets a goal for without a number"),
        _CANONICAL,
        _PERIOD,
        _REGION,
        _REGION_CODE,
        Column("text", TEXT, "the sentence"),
        _START,
        _END,
        _LINE,
        _LOCATOR,
    ),
)
KEYWORDS = Table(
    "keywords",
    "one row a keyword of a section or of the report as a whole",
    (
        _REPORT,
        _MAYBE_SECTION,
        Column("number", _NUMBER, "its place in the list, from 0"),
        Column("text", TEXT, "the keyword"),
        Column("weight", "DOUBLE", "1 for the first of a list, less for those after it"),
    ),
)
SUMMARIES = Table(
    "summaries",
    "one row a sentence of the summary of a section or of the report as a whole",
    (
        _REPORT,
        _MAYBE_SECTION,
        Column("number", _NUMBER, "its place in the summary, from 0"),
        Column("text", TEXT, "the sentence"),
        _START,
        _END,
    ),
)
SKIPPED = Table(
    "skipped",
    "one row a file that could not be read or analysed when it was last tried",
    (
        Column("source", TEXT, "the file's path, as in sources"),
        Column("problem", TEXT, "what is wrong with it"),
        Column("remedy", TEXT, "what to do about it"),
        Column("sha256", TEXT, "hash of its bytes, where they could be read"),
    ),
    of_report=False,
)
META = Table(
    "meta",
    "what the file is and what filled it last",
    (
        Column("key", TEXT, "version: of these tables; extraction, settings: hashes"),
        Column("value", TEXT, "its value"),
    ),
    of_report=False,
)

TABLES = (REPORTS, SOURCES, SECTIONS, OBSERVATIONS, STATEMENTS, KEYWORDS, SUMMARIES, SKIPPED, META)
BY_NAME = {table.name: table for table in TABLES}


def creating(table: Table) -> Iterator[str]:
    """The statements that create a table with its comments."""
    columns = ", ".join(f'"{column.name}" {column.type}' for column in table.columns)
    yield f'CREATE TABLE "{table.name}" ({columns})'
    yield from commenting(table)


def commenting(table: Table) -> Iterator[str]:
    """The statements that put a table's comments into the file."""
    yield f"COMMENT ON TABLE \"{table.name}\" IS '{_quoted(table.comment)}'"
    for column in table.columns:
        yield f'COMMENT ON COLUMN "{table.name}"."{column.name}" IS \'{_quoted(column.comment)}\''


def _quoted(text: str) -> str:
    return text.replace("'", "''")
