"""The `text` command."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from reportcli.cli.options import Common, EncodingOption, OutputOption, QuietOption, VerboseOption
from reportcli.cli.outputs import Target
from reportcli.cli.run import run_on_documents
from reportcli.rendering.formats import Format
from reportcli.rendering.plain import clean_lines

EPILOG = """\b
Example:
  reportcli text report.txt | less"""


def text(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A file, or - for standard input.", show_default=False)],
    output: OutputOption = None,
    encoding: EncodingOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Print the text that offsets in the output point into."""
    print_text(path, Common(output=output, encoding=encoding, quiet=quiet, verbose=verbose))


def print_text(path: str, common: Common) -> None:
    """Write the text of the document at `path` as it is; on a terminal without what a terminal would act on."""
    shown = common.output is None and sys.stdout.isatty()
    run_on_documents(
        [path],
        common,
        Target(common.output, Format.TABLE),
        lambda documents: (clean_lines(each.text) if shown else each.text for each in documents),
    )
