"""The settings in force for a command: the one place where flags meet what files and the environment say."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from reportcli.cli.options import Common
from reportcli.settings import Settings

if TYPE_CHECKING:
    from reportcli.configuration import Configuration

# Rows of figures, statements and sections need no digest, and without it no tokenizer is loaded.
NO_DIGEST = {"keywords": 0, "sentences": 0}


def settings_for(common: Common, **flags: Any) -> Settings:
    """The settings with `flags` and the shared ones above all else; None says nothing.

    Raises SettingsError for a mistake in a file or a variable.
    """
    return configuration_for(lexicon=common.lexicon, **flags).settings


def configuration_for(**flags: Any) -> Configuration:
    """The settings with where each comes from."""
    from reportcli.configuration import configure  # heavy, and --help does without

    return configure(user_folder(), os.environ, flags)


def files_read(settings: Settings) -> list[str]:
    """The files that are read besides the inputs: those of the lexicon and of settings."""
    from reportcli.configuration import find_files

    files = find_files(user_folder(), os.environ)
    return [*settings.lexicon, *(str(file.path) for file in files if file.found)]


def user_folder() -> Path | None:
    """Where this user's own settings are: the platform's place; None where there is none."""
    folder = Path(typer.get_app_dir("reportcli"))
    return folder if folder.is_absolute() else None
