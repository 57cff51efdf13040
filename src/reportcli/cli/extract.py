"""The `extract` command."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from reportcli.cli.columns import ColumnsOption, split_columns
from reportcli.cli.listing import list_rows
from reportcli.cli.options import (
    Common,
    EncodingOption,
    FormatOption,
    IndicatorOption,
    LanguageOption,
    LexiconOption,
    OutputOption,
    Paths,
    PeriodOption,
    QuietOption,
    RegionOption,
    VerboseOption,
    names_of,
)
from reportcli.cli.selection import Selection
from reportcli.rendering.rows import (
    FIGURE,
    OBSERVATION_COLUMNS,
    READABLE_OBSERVATION,
    READABLE_STATEMENT,
    STATEMENT_COLUMNS,
    observation_rows,
    pick_columns,
    statement_rows,
)

EPILOG = """\b
Examples:
  reportcli extract report.txt --kind goal --headline
  reportcli extract reports/*.txt --wide --indicator 地区生产总值 --format csv"""


class Kind(StrEnum):
    """The kinds that `--kind` takes; observations are never problems."""

    GOAL = "goal"
    ACHIEVEMENT = "achievement"
    PROBLEM = "problem"


class ScopeName(StrEnum):
    """The scopes that `--scope` takes."""

    PLACE = "place"
    PROJECT = "project"
    POLICY = "policy"
    FIRM = "firm"
    BASE = "base"
    CONTEXT = "context"


def extract(
    paths: Paths,
    statements: Annotated[
        bool, typer.Option("--statements", help="Rows of statements instead; --kind problem asks for these too.")
    ] = False,
    wide: Annotated[
        bool,
        typer.Option(
            "--wide", help="A row a report and place, a column a main indicator or one that --indicator names."
        ),
    ] = False,
    kind: Annotated[list[Kind] | None, typer.Option(help="Only this kind.", show_default=False)] = None,
    region: RegionOption = None,
    indicator: IndicatorOption = None,
    period: PeriodOption = None,
    scope: Annotated[
        list[ScopeName] | None, typer.Option(help="Only figures of this scope.", show_default=False)
    ] = None,
    headline: Annotated[
        bool, typer.Option("--headline", help="Only the main targets and the overview of results.")
    ] = False,
    columns: ColumnsOption = None,
    format: FormatOption = None,
    output: OutputOption = None,
    lang: LanguageOption = None,
    encoding: EncodingOption = None,
    lexicon: LexiconOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """List each number that is a goal or a result.

    A filter may be given several times; a row then matches one of its values.
    """
    statements = statements or Kind.PROBLEM in (kind or ())
    if statements and (scope or headline or wide):
        raise typer.BadParameter("statements have no scope and no headline, and cannot be laid wide")
    if wide and columns:
        raise typer.BadParameter("--wide has the columns that --indicator names: leave out --columns")
    selection = Selection(
        tuple(kind or ()),
        tuple(region or ()),
        tuple(indicator or ()),
        tuple(period or ()),
        tuple(scope or ()),
        headline or (wide and not indicator),
    )
    names = split_columns(columns, STATEMENT_COLUMNS if statements else (*OBSERVATION_COLUMNS, FIGURE))
    common = Common(format, output, lang, encoding, quiet, verbose, names_of(lexicon))
    if wide:
        extract_wide(paths, selection, common)
    elif statements:
        extract_statements(paths, selection, names, common)
    else:
        extract_observations(paths, selection, names, common)


def extract_observations(paths: list[str], selection: Selection, columns: Sequence[str], common: Common) -> None:
    """Write a row for each observation that is wanted, with these columns or, where none are named, the usual ones."""
    list_rows(
        paths,
        common,
        lambda reports, names: observation_rows(reports, names, selection.takes_observation),
        columns or OBSERVATION_COLUMNS,
        readable=() if columns else READABLE_OBSERVATION,
    )


def extract_statements(paths: list[str], selection: Selection, columns: Sequence[str], common: Common) -> None:
    """Write a row for each statement that is wanted, with these columns or, where none are named, the usual ones."""
    list_rows(
        paths,
        common,
        lambda reports, names: pick_columns(statement_rows(reports, selection.takes_statement), names),
        columns or STATEMENT_COLUMNS,
        readable=() if columns else READABLE_STATEMENT,
    )


def extract_wide(paths: list[str], selection: Selection, common: Common) -> None:
    """Write a row for each report and place, with a column for each indicator that is wanted."""
    from reportcli.rendering.wide import wide_rows  # with the lexicon, which --help does without

    list_rows(paths, common, lambda reports, _: wide_rows(reports, selection.takes_observation))
