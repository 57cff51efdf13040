"""The Typer application: the commands, and what stands before them."""

from __future__ import annotations

from typing import Annotated

import typer

from reportcli.cli import (
    batch,
    check,
    compare,
    config,
    export,
    extract,
    keywords,
    lexicon,
    places,
    schema,
    sections,
    summarize,
    text,
    track,
)

# Plain help and plain tracebacks: rich would take as long to import as the program takes for a page.
app = typer.Typer(
    name="reportcli",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for command, epilog in (
    (summarize.summarize, summarize.EPILOG),
    (extract.extract, extract.EPILOG),
    (sections.sections, sections.EPILOG),
    (keywords.keywords, keywords.EPILOG),
    (compare.compare, compare.EPILOG),
    (track.track, track.EPILOG),
    (text.text, text.EPILOG),
    (check.check, check.EPILOG),
    (places.places, places.EPILOG),
    (batch.batch, batch.EPILOG),
    (export.export, export.EPILOG),
    (schema.schema, schema.EPILOG),
    (config.config, config.EPILOG),
):
    app.command(epilog=epilog)(command)
app.add_typer(lexicon.app)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # only when asked

        typer.echo(f"reportcli {version('reportcli')}")
        raise typer.Exit


@app.callback(
    epilog="Exit codes: 0 done, 1 check found something, 2 usage, 3 no input could be read, 4 settings, 5 database, "
    "6 some inputs skipped."
)
def _before(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Goals and achievements out of Chinese official performance reports, each with its exact place in the source."""
