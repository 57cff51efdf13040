"""The `export` command."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, assert_never

import typer

from reportcli.cli.options import Language, LanguageOption, OutputOption
from reportcli.cli.outputs import Target, check_target, labels_in, write, write_binary
from reportcli.errors import OutputError
from reportcli.rendering.formats import Format

if TYPE_CHECKING:
    from reportcli.rendering.labels import Labels
    from reportcli.store import Database

EPILOG = """\b
Examples:
  reportcli export --db reports.duckdb --output reports.xlsx
  reportcli export --db reports.duckdb --table goals --output goals.csv --bom"""

_BOM = "\ufeff"


class FileFormat(StrEnum):
    """How a table is exported."""

    CSV = "csv"
    TSV = "tsv"
    JSONL = "jsonl"
    XLSX = "xlsx"
    PARQUET = "parquet"


class TableName(StrEnum):
    """What can be exported."""

    REPORTS = "reports"
    SOURCES = "sources"
    SECTIONS = "sections"
    OBSERVATIONS = "observations"
    GOALS = "goals"
    ACHIEVEMENTS = "achievements"
    LATEST = "latest"
    STATEMENTS = "statements"
    KEYWORDS = "keywords"
    SUMMARIES = "summaries"
    SKIPPED = "skipped"


# What chooses among the observations is exported where it is asked for.
_TABLES = [name for name in TableName if name not in {TableName.GOALS, TableName.ACHIEVEMENTS, TableName.LATEST}]


def export(
    db: Annotated[Path, typer.Option("--db", metavar="FILE", help="The database that batch made.", show_default=False)],
    table: Annotated[
        list[TableName] | None,
        typer.Option(metavar="TABLE", help=f"Which table: {', '.join(TableName)}.", show_default=False),
    ] = None,
    format: Annotated[
        FileFormat | None,
        typer.Option(
            "--format", "-f", help="How to write it; by default as the ending of FILE says.", show_default=False
        ),
    ] = None,
    output: OutputOption = None,
    bom: Annotated[
        bool, typer.Option("--bom", help="Begin a csv or tsv file so that Excel reads its Chinese right.")
    ] = False,
    lang: LanguageOption = None,
) -> None:
    """Write tables of the database to csv, xlsx and others.

    Each row has the file, place and year that it is of. An xlsx holds all tables that --table does not leave out, a
    sheet each; the other formats hold one. Names of columns are English; with --lang zh, and in xlsx where the locale
    is Chinese, they are Chinese.
    """
    export_tables(db, [*(table or ())], choose_format(format, output), output, bom=bom, language=lang)


def choose_format(asked: FileFormat | None, output: Path | None) -> FileFormat:
    """The format asked for, else that of the file's ending, else csv."""
    if asked is not None or output is None:
        return asked or FileFormat.CSV
    try:
        return FileFormat(output.suffix.lower().removeprefix("."))
    except ValueError:
        raise typer.BadParameter(f"the ending of {output} is none of {', '.join(FileFormat)}: add --format") from None


def export_tables(
    db: Path,
    tables: Sequence[TableName],
    format: FileFormat,
    output: Path | None,
    *,
    bom: bool,
    language: Language | None,
) -> None:
    """Write `tables` of the database to `output`, or to standard output where it is None."""
    from reportcli.store import Database  # heavy, and --help does without

    if format is not FileFormat.XLSX and len(tables) != 1:
        raise typer.BadParameter(f"{format} holds one table: name it with --table, or write xlsx")
    if bom and format not in {FileFormat.CSV, FileFormat.TSV}:
        raise typer.BadParameter("--bom is for csv and tsv")
    check_target(Target(output, Format.CSV), [str(db)])
    # Keys of machine formats are English, a workbook is for people.
    usual = None if format is FileFormat.XLSX else Language.EN
    labels = labels_in(language or usual)
    with Database(db) as database:
        match format:
            case FileFormat.CSV | FileFormat.TSV | FileFormat.JSONL:
                chunks = write_text(database, tables[0], format, labels.columns)
                write(chain([_BOM], chunks) if bom else chunks, Target(output, Format.CSV))
            case FileFormat.PARQUET:
                path = _named(output, format)
                write_binary(path, lambda file: database.write_parquet(tables[0], file, labels.columns))
            case FileFormat.XLSX:
                write_workbook(database, tables or _TABLES, _named(output, format), labels)
            case _:
                assert_never(format)


def write_text(database: Database, table: TableName, format: FileFormat, headings: Mapping[str, str]) -> Iterator[str]:
    """The text of a table, row by row."""
    from reportcli.rendering import delimited, json

    names, rows = database.rows(table)
    columns = [headings.get(name, name) for name in names]
    if format is FileFormat.JSONL:
        return json.lines(json.objects(columns, rows))
    return (delimited.write_csv if format is FileFormat.CSV else delimited.write_tsv)(chain([columns], rows))


def write_workbook(database: Database, tables: Sequence[TableName], output: Path, labels: Labels) -> None:
    """Write a workbook with a sheet for each of `tables`; raises OutputError where xlsxwriter is missing."""
    from reportcli.rendering import xlsx

    def sheets() -> Iterator[xlsx.Sheet]:
        for table in tables:
            columns, rows = database.rows(table)
            headings = [labels.columns.get(column, column) for column in columns]
            yield xlsx.Sheet(labels.tables.get(table, table), columns, headings, rows)

    try:
        write_binary(output, lambda file: xlsx.write_workbook(file, sheets()))
    except ImportError as error:
        raise OutputError(
            "xlsx needs the library xlsxwriter",
            "Install it: pip install xlsxwriter; or export csv, which Excel opens with --bom.",
        ) from error


def _named(output: Path | None, format: FileFormat) -> Path:
    if output is None:
        raise typer.BadParameter(f"{format} is no text: name a file with --output")
    return output
