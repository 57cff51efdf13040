"""The `keywords` command."""

from __future__ import annotations

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
from reportcli.rendering.formats import Format, render_rows
from reportcli.rendering.rows import keyword_rows

EPILOG = "Example: reportcli keywords report.txt"


def keywords(
    paths: Paths,
    format: FormatOption = None,
    output: OutputOption = None,
    lang: LanguageOption = None,
    encoding: EncodingOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """List the keywords."""
    list_keywords(paths, Common(format, output, lang, encoding, quiet, verbose))


def list_keywords(paths: list[str], common: Common) -> None:
    """Write a row for each of the keywords of the reports that `paths` name."""
    target = choose_target(common, on_terminal=Format.TABLE, in_pipe=Format.TSV)
    run_on_reports(
        paths, common, target, lambda reports: render_rows(keyword_rows(reports), target.format, target.page)
    )
