"""The Typer application: the commands, and what stands before them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

# In the order of the help. Each is a module beside this one that has a function of its name, or a Typer app.
COMMANDS = (
    "summarize",
    "extract",
    "sections",
    "keywords",
    "compare",
    "track",
    "text",
    "check",
    "places",
    "batch",
    "export",
    "schema",
    "config",
    "lexicon",
)


class _Commands(Mapping[str, Any]):
    """The commands by their names, each imported and built when it is asked for: all take as long as a page does."""

    def __getitem__(self, name: str) -> Any:
        if name not in COMMANDS:
            raise KeyError(name)
        return _build(name)

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


@cache
def _build(name: str) -> Any:
    module = import_module(f"reportcli.cli.{name}")
    if hasattr(module, "app"):
        return typer.main.get_command(module.app)
    command = typer.Typer(add_completion=False, rich_markup_mode=None)
    command.command(name, epilog=module.EPILOG)(getattr(module, name))
    return typer.main.get_command(command)


class _Group(TyperGroup):
    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "commands": _Commands()})


# Plain help and plain tracebacks: rich would take as long to import as the program takes for a page.
app = typer.Typer(
    name="reportcli",
    cls=_Group,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


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
