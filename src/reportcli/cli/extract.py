"""The `extract` command."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from reportcli.cli.options import (
    Common,
    EncodingOption,
    FormatOption,
    LanguageOption,
    OutputOption,
    Paths,
    QuietOption,
    VerboseOption,
)
from reportcli.cli.outputs import choose_target
from reportcli.cli.run import run_on_reports
from reportcli.cli.selection import Selection
from reportcli.rendering.formats import Format, render_rows
from reportcli.rendering.rows import observation_rows, statement_rows

EPILOG = "Example: reportcli extract report.txt --kind goal --headline --format csv"


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
    statements: Annotated[bool, typer.Option("--statements", help="Rows of statements instead.")] = False,
    kind: Annotated[list[Kind] | None, typer.Option(help="Only this kind.", show_default=False)] = None,
    region: Annotated[list[str] | None, typer.Option(help="Only places with this in their name.")] = None,
    indicator: Annotated[
        list[str] | None, typer.Option(help="Only indicators with this in their name, or with this standard name.")
    ] = None,
    period: Annotated[list[str] | None, typer.Option(help="Only this period: 2024, 2024-S1, 2026/2030.")] = None,
    scope: Annotated[list[ScopeName] | None, typer.Option(help="Only figures of this scope.")] = None,
    headline: Annotated[
        bool, typer.Option("--headline", help="Only main targets and the overview of results.")
    ] = False,
    format: FormatOption = None,
    output: OutputOption = None,
    lang: LanguageOption = None,
    encoding: EncodingOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """List every number that says what was reached or is aimed at, a row each.

    A filter may be given several times; a row must then match one of its values.
    """
    if statements and (scope or headline):
        raise typer.BadParameter("statements have no scope and no headline: leave out --scope and --headline")
    selection = Selection(
        tuple(kind or ()),
        tuple(region or ()),
        tuple(indicator or ()),
        tuple(period or ()),
        tuple(scope or ()),
        headline,
    )
    common = Common(format, output, lang, encoding, quiet, verbose)
    if statements:
        extract_statements(paths, selection, common)
    else:
        extract_observations(paths, selection, common)


def extract_observations(paths: list[str], selection: Selection, common: Common) -> None:
    """Write a row for each observation that is wanted."""
    target = choose_target(common, on_terminal=Format.TABLE, in_pipe=Format.TSV)
    run_on_reports(
        paths,
        common,
        target,
        lambda reports: render_rows(observation_rows(reports, selection.takes_observation), target.format, target.page),
    )


def extract_statements(paths: list[str], selection: Selection, common: Common) -> None:
    """Write a row for each statement that is wanted."""
    target = choose_target(common, on_terminal=Format.TABLE, in_pipe=Format.TSV)
    run_on_reports(
        paths,
        common,
        target,
        lambda reports: render_rows(statement_rows(reports, selection.takes_statement), target.format, target.page),
    )
