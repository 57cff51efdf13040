"""The `sections` command."""

from __future__ import annotations

from reportcli.cli.listing import list_rows
from reportcli.cli.options import (
    Common,
    EncodingOption,
    FormatOption,
    LanguageOption,
    LexiconOption,
    OutputOption,
    Paths,
    QuietOption,
    VerboseOption,
    names_of,
)
from reportcli.rendering.rows import READABLE_SECTION, SECTION_COLUMNS, pick_columns, section_rows

EPILOG = """\b
Example:
  reportcli sections report.txt"""


def sections(
    paths: Paths,
    format: FormatOption = None,
    output: OutputOption = None,
    lang: LanguageOption = None,
    encoding: EncodingOption = None,
    lexicon: LexiconOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """List the sections with their places and roles."""
    list_sections(paths, Common(format, output, lang, encoding, quiet, verbose, names_of(lexicon)))


def list_sections(paths: list[str], common: Common) -> None:
    """Write a row for each of the sections of the reports that `paths` name."""
    list_rows(
        paths,
        common,
        lambda reports, columns: pick_columns(section_rows(reports), columns),
        SECTION_COLUMNS,
        readable=READABLE_SECTION,
    )
