"""The `schema` command."""

from __future__ import annotations

from reportcli.cli.options import OutputOption
from reportcli.cli.outputs import Target, write
from reportcli.rendering.formats import Format
from reportcli.rendering.json import contract

EPILOG = """\b
Example:
  reportcli schema > report.schema.json"""


def schema(output: OutputOption = None) -> None:
    """Print the JSON Schema of a report.

    It is what `summarize` writes with --format json (an array of reports) and jsonl (a report a line)."""
    write([contract()], Target(output, Format.JSON))
