"""The `config` command."""

from __future__ import annotations

import os
import sys
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from reportcli.cli.configured import configuration_for, user_folder
from reportcli.cli.options import Common, FormatOption, LanguageOption, OutputOption, QuietOption
from reportcli.cli.outputs import choose_target, write
from reportcli.errors import OutputError
from reportcli.rendering.formats import Format

EPILOG = """\b
Examples:
  reportcli config
  reportcli config --init
  reportcli config --init --user"""


def config(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE",
            help="What --init writes; by default reportcli.yaml in the working directory.",
            show_default=False,
        ),
    ] = None,
    init: Annotated[
        bool, typer.Option("--init", help="Write a commented file of settings; never over one that is there.")
    ] = False,
    user: Annotated[bool, typer.Option("--user", help="With --init: your own file, which counts everywhere.")] = False,
    files: Annotated[bool, typer.Option("--files", help="Show only the files that are looked for.")] = False,
    format: FormatOption = None,
    output: OutputOption = None,
    lang: LanguageOption = None,
    quiet: QuietOption = False,
) -> None:
    """Show the settings in force here and where each comes from.

    Later ones overrule those before: defaults, your own file, reportcli.yaml in the working directory or the nearest
    folder above that has one, variables REPORTCLI_..., options. REPORTCLI_CONFIG names a file to read in place of both.
    """
    if init:
        if files or (file and user):
            raise typer.BadParameter("--init writes one file: FILE, or with --user your own")
        begin(_user_file() if user else file or Path("reportcli.yaml"), quiet=quiet)
    elif file or user:
        raise typer.BadParameter("FILE and --user are for --init")
    else:
        show(Common(format, output, lang), only_files=files)


def begin(path: Path, *, quiet: bool) -> None:
    """Write the commented file of settings to `path`, and say so on standard error."""
    from reportcli.configuration.starting import write_commented

    write_commented(path)
    if not quiet:
        print(f"{path}: written, nothing in it is set yet", file=sys.stderr)


def show(common: Common, *, only_files: bool) -> None:
    """Write a row for each setting, or for each file that was looked for; for people both."""
    from reportcli.configuration import find_files
    from reportcli.configuration.rows import file_rows, setting_rows
    from reportcli.rendering.row_formats import render_rows

    target = choose_target(common, on_terminal=Format.TABLE, in_pipe=Format.TSV)
    files = file_rows(find_files(user_folder(), os.environ))
    chunks = render_rows(files if only_files else setting_rows(configuration_for()), target.format, target.page)
    if not only_files and target.format in {Format.TABLE, Format.MARKDOWN}:
        chunks = chain(chunks, ["\n"], render_rows(files, target.format, target.page))
    write(chunks, target)


def _user_file() -> Path:
    """Where the user's own file is to be, in a folder that is there."""
    from reportcli.configuration.files import USER_FILE

    folder = user_folder()
    if folder is None:
        raise OutputError("no folder for settings is known here", "Name a file after --init.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be made ({error.strerror})", "Name a file after --init.") from error
    return folder / USER_FILE
