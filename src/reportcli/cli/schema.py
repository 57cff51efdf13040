"""The `schema` command."""

from __future__ import annotations

from reportcli.cli.options import OutputOption
from reportcli.cli.outputs import Target, write
from reportcli.rendering.formats import Format
from reportcli.rendering.json import contract

EPILOG = "Example: reportcli schema > report.schema.json"


def schema(output: OutputOption = None) -> None:
    """Print the JSON Schema of a report as `summarize --format json` and jsonl write it."""
    write([contract()], Target(output, Format.JSON))
